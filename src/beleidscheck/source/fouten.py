"""De verzamelde fouten van één bestand: allemaal tegelijk, maar nooit meer dan een mens kan lezen."""

from __future__ import annotations

from typing import Final, TypeAlias

from beleidscheck.errors import Fault

#: De eerste drie gegevens van een `Fault`: code, zin en remedie.
Melding: TypeAlias = tuple[str, str, str]

#: Zoveel fouten worden uitgeschreven; de rest wordt geteld.
MAX_FOUTEN: Final = 50


class Fouten:
    """Een bakje voor fouten dat vanaf de eenenvijftigste alleen nog telt."""

    __slots__ = ("_eerste_meer", "_meer", "gezien")

    def __init__(self) -> None:
        self.gezien: list[Fault] = []
        self._meer = 0
        self._eerste_meer = (1, 1)

    def __bool__(self) -> bool:
        """Return whether there is any fault."""
        return bool(self.gezien)

    @property
    def full(self) -> bool:
        """Return whether the next fault will only be counted."""
        return len(self.gezien) >= MAX_FOUTEN

    def add(self, fout: Fault) -> None:
        """Keep this fault, or count it when there are enough."""
        if self.full:
            self.count(fout.regel, fout.kolom)
        else:
            self.gezien.append(fout)

    def count(self, regel: int, kolom: int, aantal: int = 1) -> None:
        """Count faults that nobody will read, the first of them there."""
        if not self._meer:
            self._eerste_meer = (regel, kolom)
        self._meer += aantal

    def has_line(self, regel: int) -> bool:
        """Tell whether a fault on this line is known already."""
        return any(fout.regel == regel for fout in self.gezien)

    def in_order(self) -> list[Fault]:
        """Return the faults in the order of the file, ending with the number of those left out."""
        fouten = sorted(self.gezien, key=lambda fout: (fout.regel, fout.kolom))
        if self._meer:
            zin = "En nog 1 fout in dit bestand." if self._meer == 1 else f"En nog {self._meer} fouten in dit bestand."
            regel, kolom = self._eerste_meer
            fouten.append(
                Fault(
                    "meer-fouten",
                    zin,
                    "Herstel eerst de fouten hierboven en toets het bestand opnieuw.",
                    regel=regel,
                    kolom=kolom,
                )
            )
        return fouten


def fragment(tekst: str, lengte: int = 40) -> str:
    """Return a piece of the user's text on one line, short enough for a message."""
    schoon = " ".join(tekst[: 4 * lengte].split())
    ingekort = len(schoon) > lengte or len(tekst) > 4 * lengte
    return schoon[: lengte - 1].rstrip() + "…" if ingekort else schoon


def quoted(tekst: str) -> str:
    """Return the user's text in the quotation marks that YAML needs around it, as an example to follow."""
    kort = fragment(tekst, 60)
    return '"' + kort + '"' if '"' not in kort and "\\" not in kort else "'" + kort.replace("'", "''") + "'"
