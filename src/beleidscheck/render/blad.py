"""Een blad van vaste breedte waarop regels komen te staan: de enige plek die terminalkleuren schrijft."""

from __future__ import annotations

from enum import Enum

from beleidscheck.render.kolommen import clean, pad, width, wrap

_WOORD_BREEDTE = 22
_GETAL_BREEDTE = 5


class Kleur(Enum):
    """Een kleur of dikte als ANSI-code; `GEWOON` heeft er geen."""

    GEWOON = ""
    VET = "1"
    ROOD = "1;31"
    GROEN = "1;32"
    GEEL = "1;33"
    BLAUW = "1;36"
    DOF = "2"


class Blad:
    """Verzamelt regels van hooguit `breedte` kolommen; kleur komt er pas om een regel die al past."""

    def __init__(self, breedte: int, *, kleur: bool) -> None:
        self.breedte = breedte
        self.kleur = kleur
        self._regels: list[str] = []

    def text(self) -> str:
        """Return everything that was written, ending in one newline."""
        return "\n".join(self._regels).strip("\n") + "\n"

    def skip(self) -> None:
        """Leave one line empty; two empty lines never follow each other."""
        if self._regels and self._regels[-1]:
            self._regels.append("")

    def rule(self) -> None:
        """Draw a line over the whole breadth."""
        self._regels.append(self._ink("─" * self.breedte, Kleur.DOF))

    def title(self, tekst: str) -> None:
        """Write the title of a section after an empty line."""
        self.skip()
        self.line(tekst.upper(), kleur=Kleur.VET)

    def line(self, tekst: str, *, eerst: str = "", in_: int = 0, kleur: Kleur = Kleur.GEWOON) -> None:
        """Write `tekst` after `eerst`, with the following lines below each other; `kleur` is for `eerst`, or for all without it.

        A long `eerst` stands on lines of its own, so that the text keeps room.
        """
        kop = clean(eerst) + " " * (len(eerst) - len(eerst.rstrip(" ")))
        marge = " " * in_
        if width(kop) > (self.breedte - in_) // 2:
            for regel in wrap(kop, self.breedte - in_):
                self._regels.append(marge + self._ink(regel, kleur))
            kop, kleur = "  ", Kleur.GEWOON
        regels = wrap(tekst, self.breedte - in_ - width(kop)) or [""]
        for nummer, regel in enumerate(regels):
            voor = self._ink(kop, kleur) if nummer == 0 and kop.strip() else " " * width(kop)
            self._regels.append((marge + voor + (regel if kop else self._ink(regel, kleur))).rstrip())

    def raw(self, regel: str, *, eerst: int, kleur: Kleur) -> None:
        """Write a line that already fits, with its first `eerst` characters in colour."""
        self._regels.append((self._ink(regel[:eerst], kleur) + regel[eerst:]).rstrip())

    def count(self, teken: str, woord: str, aantal: int, toelichting: str = "", *, kleur: Kleur = Kleur.GEWOON) -> None:
        """Write a word and its count in a column, with an explanation behind it when it fits."""
        kop = f"  {teken} {pad(woord, _WOORD_BREEDTE)}"
        getal = f"{aantal:>{_GETAL_BREEDTE}}"
        ruimte = self.breedte - width(kop) - len(getal) - 2
        achter = f"  {toelichting}" if toelichting and width(toelichting) <= ruimte else ""
        self._regels.append(self._ink(kop, kleur) + getal + achter)

    def _ink(self, tekst: str, kleur: Kleur) -> str:
        return f"\x1b[{kleur.value}m{tekst}\x1b[0m" if self.kleur and kleur.value and tekst else tekst
