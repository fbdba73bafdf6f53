"""De basislijn: wat er al mis was toen een regio begon. Het blijft zichtbaar, telt niet mee voor de drempel, en wordt alleen kleiner.

Een regel hoort bij een school, een norm en de hash van de getoetste waarde: verandert een school die waarde en is het nog niet goed, dan telt
het punt weer mee. Een regel die niet meer nodig is, wordt gemeld en mag weg.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.bevinding import Oordeel
from beleidscheck.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from beleidscheck.auditing.model import Normuitslag, Schooluitslag

FORMAAT: Final = "beleidscheck-basislijn"
VERSIE: Final = 1
_VELDEN: Final = ("school", "kader", "norm", "waarde")
_GROOTSTE: Final = 64_000_000


@dataclass(frozen=True, slots=True, order=True)
class Basisregel:
    """Eén bekend punt: school (BRIN-nummer, anders het bestand), kader, norm en de hash van de waarde."""

    school: str
    kader: str
    norm: str
    waarde: str


def key_of(school: Schooluitslag) -> str:
    """Return what identifies a school from one audit to the next: its BRIN number, otherwise its file."""
    return school.brin or school.bestand


def lines_of(school: Schooluitslag) -> Iterator[tuple[Basisregel, Normuitslag]]:
    """Yield the norms of a school that could stand in a baseline: those that are not met."""
    for ref, norm in school.outcomes():
        if norm.oordeel is Oordeel.VOLDOET_NIET:
            yield Basisregel(key_of(school), ref, norm.norm, norm.waarde_hash), norm


class Basislijn:
    """De regels van een basislijn, en welke daarvan nog nodig bleken."""

    def __init__(self, regels: Iterable[Basisregel] = ()) -> None:
        self.regels = frozenset(regels)
        self._gezien: set[Basisregel] = set()

    def covers(self, regel: Basisregel) -> bool:
        """Return whether this point was already known, and remember that it is still there."""
        if regel in self.regels:
            self._gezien.add(regel)
            return True
        return False

    def settled(self) -> tuple[Basisregel, ...]:
        """Return the lines that were not needed any more, in order."""
        return tuple(sorted(self.regels - self._gezien))

    def remaining(self) -> tuple[Basisregel, ...]:
        """Return the lines that were needed: a baseline only shrinks."""
        return tuple(sorted(self._gezien))


def read_baseline(path: Path) -> Basislijn:
    """Return the baseline in a file. Raises `UsageError` when it is no baseline of ours."""
    try:
        if path.stat().st_size > _GROOTSTE:
            raise UsageError(f"{path} is te groot voor een basislijn.")
        inhoud = json.loads(path.read_bytes())
        goed = isinstance(inhoud, dict) and inhoud.get("formaat") == FORMAAT and inhoud.get("versie") == VERSIE
        regels = [_line(regel) for regel in inhoud["punten"]] if goed else None
    except OSError:
        raise UsageError(f"De basislijn {path} is niet te openen. Maak er een met `--basislijn-maken {path}`.") from None
    except (ValueError, KeyError, TypeError, RecursionError):
        regels = None
    if regels is None:
        raise UsageError(f"{path} is geen basislijn van beleidscheck. Maak een nieuwe met `--basislijn-maken`.")
    return Basislijn(regels)


def _line(regel: Any) -> Basisregel:  # noqa: ANN401 - komt van schijf
    delen = [regel[veld] for veld in _VELDEN]
    if len(regel) != len(_VELDEN) or not all(isinstance(deel, str) for deel in delen):
        raise ValueError
    return Basisregel(*delen)


def baseline_text(regels: Iterable[Basisregel]) -> str:
    """Return a baseline as text: one point per line, sorted, so that two branches can be merged."""
    punten = [
        json.dumps(dict(zip(_VELDEN, (r.school, r.kader, r.norm, r.waarde), strict=True)), ensure_ascii=False)
        for r in sorted(set(regels))
    ]
    kop = f'"formaat": "{FORMAAT}",\n"versie": {VERSIE},\n"punten": ['
    return "{\n" + kop + ("\n" + ",\n".join(punten) + "\n" if punten else "") + "]\n}\n"
