"""Wat er bij een telling gevraagd wordt, omgerekend naar hele stukken van de kleinste eenheid die de school vastlegt."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor, gcd, lcm
from typing import TYPE_CHECKING, Final

from beleidscheck.trap.regels import Grens

if TYPE_CHECKING:
    from beleidscheck.hoeveelheid import Hoeveelheid
    from beleidscheck.trap.eis import Eis
    from beleidscheck.trap.ladder import Signaal

#: Een onbekende teleenheid is zoveel keer zo klein als de grootste maat die in alle drempels past.
_FIJN: Final = 1000
#: De teleenheden, de gewoonste in een verhaal eerst.
_GEWOON: Final = ("klokuur", "halfuur", "lesuur", "minuut")


@dataclass(frozen=True, slots=True)
class Stuk:
    """De teleenheid: één keer, of zoveel minuten. `naam` is de eenheid waarin een verhaal haar noemt, leeg als dat niet kan."""

    maat: Fraction
    naam: str


@dataclass(frozen=True, slots=True)
class Vraag:
    """De eis en de signalen, zoals gevraagd."""

    naam: str
    eis: Eis
    signalen: tuple[Signaal, ...]
    lesuur: int | None
    teleenheid: str
    meer_dan: bool

    def limits(self, stuk: Stuk) -> tuple[Grens, list[Grens]]:
        """Return the limit of the demand and of every signal, counted in pieces."""
        assert self.eis.uiterlijk is not None  # noqa: S101 - een telling heeft een getal
        norm = Grens(self._pieces(self.eis.uiterlijk, stuk, meer_dan=self.meer_dan), self.eis.binnen)
        return norm, [self._limit(s, s.drempel, stuk) for s in self.signalen if s.drempel is not None]

    def _limit(self, signaal: Signaal, drempel: Hoeveelheid, stuk: Stuk) -> Grens:
        meer_dan = signaal.vergelijking == "meer_dan"
        stuks = self._pieces(drempel, stuk, meer_dan=meer_dan)
        return Grens(stuks, signaal.periode, signaal.venster == "vast", eerste=drempel.getal <= 1 and not meer_dan)

    def _pieces(self, drempel: Hoeveelheid, stuk: Stuk, *, meer_dan: bool) -> int:
        stand = self._size(drempel) / stuk.maat
        return floor(stand) + 1 if meer_dan else ceil(stand)

    def _size(self, drempel: Hoeveelheid) -> Fraction:
        return drempel.getal if drempel.soort == "keer" or self.only_lessons() else drempel.basis(self.lesuur)

    def _thresholds(self) -> list[Hoeveelheid]:
        return [d for d in (self.eis.uiterlijk, *(s.drempel for s in self.signalen)) if d is not None]

    def only_lessons(self) -> bool:
        """Return whether everything is in lessons of the same, unknown length."""
        return all(d.eenheid == "lesuur" for d in self._thresholds()) and (self.lesuur is None or self.teleenheid == "lesuur")

    def pieces(self) -> list[Stuk]:
        """Return the piece to prove with, which is the smallest there can be, and after it those to tell a story with."""
        if all(d.soort == "keer" for d in self._thresholds()):
            return [Stuk(Fraction(1), "keer")]
        if self.only_lessons():
            heel = Stuk(Fraction(1), "lesuur")
            if self.teleenheid == "lesuur":
                return [heel]
            return [Stuk(self._fine(), ""), heel, Stuk(Fraction(1, 2), "lesuur")]
        maten = {"klokuur": Fraction(60), "halfuur": Fraction(30), "minuut": Fraction(1)}
        if self.lesuur is not None:
            maten = {"lesuur": Fraction(self.lesuur), **maten}
        if self.teleenheid in maten:
            return [Stuk(maten[self.teleenheid], self.teleenheid)]
        genoemd = {d.eenheid for d in self._thresholds()} & maten.keys() or {"klokuur"}
        volgorde = sorted(maten, key=lambda eenheid: (eenheid not in genoemd, _GEWOON.index(eenheid)))
        return [Stuk(self._fine(), ""), *(Stuk(maten[eenheid], eenheid) for eenheid in volgorde)]

    def _fine(self) -> Fraction:
        maten = [self._size(d) for d in self._thresholds() if d.getal]
        noemer = lcm(*(maat.denominator for maat in maten), 1)
        return Fraction(gcd(*(int(maat * noemer) for maat in maten)) or 1, noemer) / _FIJN
