"""De ontleder die YAML-gebeurtenissen levert: libyaml, of PyYAML's eigen ontleder waar libyaml ontbreekt.

Beide zijn toestandsmachines: geen van tweeën gaat in recursie op diep geneste invoer. De eigen ontleder is tientallen malen
trager en weigert een tab tussen woorden waar libyaml hem als spatie leest; voor de rest geven zij dezelfde gebeurtenissen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError

if TYPE_CHECKING:
    from collections.abc import Callable

    from yaml.events import Event


class Ontleder(Protocol):
    """Wat wij van een ontleder vragen: de volgende gebeurtenis, of `None` na het einde."""

    def get_event(self) -> Event | None:
        """Return the next event; raise `yaml.YAMLError` when the text is no YAML."""
        ...


class PythonOntleder(Reader, Scanner, Parser):
    """PyYAML zonder libyaml."""

    def __init__(self, tekst: str) -> None:
        Reader.__init__(self, tekst)
        Scanner.__init__(self)
        Parser.__init__(self)

    def get_event(self) -> Event | None:
        """Return the next event; an escape beyond Unicode is an error in the text, not a crash."""
        try:
            gebeurtenis: Event | None = super().get_event()  # type: ignore[no-untyped-call]
        except (ValueError, OverflowError):
            plek = self.get_mark()
            raise ScannerError(
                "while scanning a double-quoted scalar", plek, "found invalid Unicode character escape code", plek
            ) from None
        return gebeurtenis


def _fastest() -> Callable[[str], Ontleder]:
    try:
        from yaml._yaml import CParser  # noqa: PLC0415 - alleen als libyaml er is
    except ImportError:
        return PythonOntleder
    return CParser


#: De snelste ontleder op deze machine.
ONTLEDER: Final = _fastest()
