"""Het lezen van beleid en kaders: van een pad naar gewone waarden, met de plek van elke sleutel en waarde.

Alleen dit pakket raakt YAML aan. Het is streng en begrensd: wat twee dingen kan betekenen blijft tekst of is een fout, en geen
invoer kost meer dan een seconde. De ontleder wordt pas geladen als er iets te lezen is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from beleidscheck.errors import UnreadableFileError
from beleidscheck.source.bestand import check_size, decode, read_bytes
from beleidscheck.source.pad import Pad, dotted, parse_dotted
from beleidscheck.source.plaats import Position, Regels, Tak, locate

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Pad", "Position", "Source", "dotted", "parse_dotted", "parse_source", "read_source"]


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

    def position(self, pad: Pad, *, key: bool = False) -> Position:
        """Return where the value at `pad` starts, or its key.

        For something that is not there, the key of the nearest ancestor that is; for an item of a list the item itself.
        """
        return self._regels.position(locate(self._wortel, pad, key=key))


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
