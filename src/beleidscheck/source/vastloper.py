"""Waar de ontleder vastliep, en wat daaromheen staat; nooit meer dan een flink stuk van een regel tegelijk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from yaml.error import MarkedYAMLError

    from beleidscheck.source.plaats import Regels

_MAX_REGEL: Final = 1_000
_MAX_TERUG: Final = 200


class Vastloper:
    """`plek` is waar de ontleder niet verder kon, `begin` waar begon wat hij toen las, `teken` het teken op `plek`."""

    __slots__ = ("begin", "plek", "regels", "teken", "tekst")

    def __init__(self, exc: MarkedYAMLError, tekst: str, regels: Regels) -> None:
        self.tekst = tekst
        self.regels = regels
        self.plek = min(exc.problem_mark.index, len(tekst)) if exc.problem_mark else 0
        self.begin = min(exc.context_mark.index, len(tekst)) if exc.context_mark else self.plek
        self.teken = tekst[self.plek : self.plek + 1]

    @property
    def at_end(self) -> bool:
        """Return whether nothing follows: the end of the text or of the document."""
        return self.plek >= len(self.tekst.rstrip()) or (
            not self.before(self.plek) and self.tekst.startswith(("---", "..."), self.plek)
        )

    def line_number(self, plek: int) -> int:
        """Return the number of the line around a place."""
        return self.regels.position(plek).regel

    def line(self, regel: int) -> str:
        """Return a line by its number."""
        begin = self.regels.start(regel)
        return self.tekst[begin : begin + _MAX_REGEL].partition("\n")[0].partition("\r")[0]

    def first(self, regel: int) -> int:
        """Return the place of the first thing on a line."""
        return self.regels.start(regel) + indent(self.line(regel))

    def before(self, plek: int) -> str:
        """Return what stands on the line before a place."""
        return self.tekst[max(self.regels.start(self.line_number(plek)), plek - _MAX_REGEL) : plek]

    def rest(self, plek: int) -> str:
        """Return what stands on the line from a place on."""
        return self.tekst[plek : plek + _MAX_REGEL].partition("\n")[0].partition("\r")[0].rstrip()

    def line_above(self, plek: int) -> int:
        """Return the number of the nearest line above that says something, or 0."""
        regel = self.line_number(plek) - 1
        for kandidaat in range(regel, max(regel - _MAX_TERUG, 0), -1):
            if self.line(kandidaat).lstrip()[:1] not in {"", "#"}:
                return kandidaat
        return 0


def indent(regel: str) -> int:
    """Return by how many spaces a line is indented."""
    return len(regel) - len(regel.lstrip(" "))
