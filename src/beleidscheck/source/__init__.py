"""Het lezen van beleid en kaders: van een pad naar gewone waarden, met de plek van elke sleutel en waarde.

Alleen dit pakket raakt YAML aan. Het is streng en begrensd: wat twee dingen kan betekenen blijft tekst of is een fout, en geen
invoer kost meer dan een seconde. De ontleder wordt pas geladen als er iets te lezen is.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Literal

from beleidscheck.errors import UnreadableFileError
from beleidscheck.source.bestand import check_size, decode, read_bytes
from beleidscheck.source.pad import Pad, dotted, parse_dotted
from beleidscheck.source.plaats import Position, Regels, Tak, locate
from beleidscheck.source.schrijver import write_yaml

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = ["Pad", "Position", "Source", "dotted", "parse_dotted", "parse_source", "read_source", "write_yaml"]


class Source:
    """Een gelezen bestand: de waarden (`data`), de hash van zijn bytes (`sha256`), en waar alles staat (`position`)."""

    __slots__ = ("_regels", "_wortel", "data", "path", "sha256")

    def __init__(self, path: Path, data: dict[str, Any], sha256: str, *, wortel: Tak, regels: Regels) -> None:
        self.path = path
        self.data = data
        self.sha256 = sha256
        self._wortel = wortel
        self._regels = regels

    def __repr__(self) -> str:
        """Return the path only; the data may be long."""
        return f"Source({str(self.path)!r})"

    def with_values(self, data: dict[str, Any]) -> Source:
        """Return the same file with other values, to try out a change; what is new stands where its nearest ancestor stood."""
        return Source(self.path, data, self.sha256, wortel=self._wortel, regels=self._regels)

    def position(self, pad: Pad, *, key: bool = False) -> Position:
        """Return where the value at `pad` starts, or its key.

        For something that is not there, the key of the nearest ancestor that is; for an item of a list the item itself.
        """
        return self._regels.position(locate(self._wortel, pad, key=key))

    def position_in(self, pad: Pad, tekens: Sequence[int]) -> list[Position]:
        """Return where these characters of the text at `pad` stand, also when it is folded, quoted or escaped.

        A character that cannot be traced stands where the text starts.
        """
        from beleidscheck.source.letters import character_places  # noqa: PLC0415 - alleen wie een woord aanwijst

        begin = locate(self._wortel, pad, key=False)
        waarde = self._value(pad)
        plekken = character_places(self._regels.tekst, begin, waarde) if waarde else None
        return [self._regels.position(plekken[teken] if plekken and teken < len(plekken) else begin) for teken in tekens]

    def beside(self, naam: str) -> Literal["", "ontbreekt", "erbuiten"]:
        """Return what is wrong with a file that the text names beside this one; nothing outside its folder is ever looked at."""
        map_ = os.path.realpath(self.path.parent)
        try:
            if os.path.isabs(naam) or not _inside(map_, os.path.normpath(os.path.join(map_, naam))):  # noqa: PTH117, PTH118 - zie onder
                return "erbuiten"
            doel = os.path.realpath(os.path.join(map_, naam))  # noqa: PTH118 - alleen os.path volgt `..` en links zonder uitzondering
            if not _inside(map_, doel):
                return "erbuiten"
            return "" if os.path.exists(doel) else "ontbreekt"  # noqa: PTH110 - idem
        except (OSError, ValueError):  # een te lange naam, een NUL, een andere schijf
            return "ontbreekt"

    def _value(self, pad: Pad) -> str:
        waarde: Any = self.data
        for deel in pad:
            try:
                waarde = waarde[deel]
            except (KeyError, IndexError, TypeError):
                return ""
        return waarde if isinstance(waarde, str) else ""


def _inside(map_: str, pad: str) -> bool:
    return os.path.commonpath((map_, pad)) == map_


def read_source(path: Path) -> Source:
    """Return the policy or kader in the file at `path`.

    Raises `UnreadableFileError` with every fault that was found.
    """
    return parse_source(read_bytes(path), path)


def parse_source(raw: bytes, path: Path) -> Source:
    """Return the policy or kader in `raw`, as if it stood at `path`.

    Raises `UnreadableFileError` with every fault that was found.
    """
    import hashlib  # noqa: PLC0415 - samen met YAML meer dan de helft van de opstarttijd van `--version`

    from beleidscheck.source.bouw import build  # noqa: PLC0415

    check_size(raw, path)
    tekst = decode(raw, path)
    data, wortel, fouten = build(tekst)
    if fouten:
        raise UnreadableFileError(path, fouten)
    return Source(path, data, hashlib.sha256(raw).hexdigest(), wortel=wortel, regels=Regels(tekst))
