"""De stand van een telling: hoeveel erbij kwam, hoeveel lestijd dat is, en of een signaal bij die stand mag afgaan."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from fractions import Fraction
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from beleidscheck.hoeveelheid import Hoeveelheid, UnitError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from beleidscheck.trap.kalender import Kalender
    from beleidscheck.trap.ladder import Signaal
    from beleidscheck.trap.verloop import Gebeurtenis, Verloop

_HEEL: Final = Fraction(1)


class Wacht:
    """Houdt bij of een signaal mag afgaan: één keer per schooljaar, opnieuw na een daling, of opnieuw geteld."""

    def __init__(self, signaal: Signaal, kalender: Kalender) -> None:
        self._signaal = signaal
        self._kalender = kalender
        self._jaar: date | None = None
        #: Alleen wat na deze dag gebeurt telt.
        self.opnieuw_na: date | None = None

    def reached(self, stand: Fraction) -> bool:
        """Return whether a standing reaches the threshold."""
        drempel = self._signaal.drempel
        if drempel is None:
            return stand > 0
        match self._signaal.vergelijking:
            case "meer_dan":
                return stand > drempel.getal
            case "onder":
                return stand < drempel.getal
            case _:
                return stand >= drempel.getal

    def fires(self, dag: date, stand: Fraction, vorige: Fraction | None) -> bool:
        """Return whether the signal fires at this standing; `vorige` is the one before it, `None` at the begin of a count."""
        gaat_af = self._fires(dag, stand, vorige)
        if gaat_af:
            self._jaar = self._kalender.year_start(dag)
            if _starts_afresh(self._signaal):
                self.opnieuw_na = dag
        return gaat_af

    def _fires(self, dag: date, stand: Fraction, vorige: Fraction | None) -> bool:
        signaal = self._signaal
        if not self.reached(stand):
            return False
        if signaal.vergelijking == "elke" and signaal.drempel is not None and signaal.drempel.getal:
            return stand // signaal.drempel.getal > (vorige or 0) // signaal.drempel.getal
        if _starts_afresh(signaal) or signaal.drempel is None:
            return True
        if signaal.herhaling:
            return vorige is None or not self.reached(vorige)
        return self._jaar != self._kalender.year_start(dag)


def _starts_afresh(signaal: Signaal) -> bool:
    """Return whether counting begins again after the signal fired."""
    return bool(signaal.opnieuw_tellen) or (signaal.herhaling and signaal.opnieuw_tellen is None)


class Tally:
    """Hoeveel er op elke dag bij kwam, met lopende sommen."""

    def __init__(self, per_dag: Iterable[tuple[date, Fraction | int]]) -> None:
        samen: dict[date, Fraction | int] = {}
        for dag, aantal in per_dag:
            samen[dag] = samen.get(dag, 0) + aantal
        self.dagen = sorted(samen)
        self._tot: list[Fraction | int] = [0, *accumulate(samen[dag] for dag in self.dagen)]

    def between(self, van: date, tot: date) -> Fraction | int:
        """Return how much was added from `van` up to and including `tot`."""
        return (
            self._tot[max(bisect_right(self.dagen, tot), bisect_left(self.dagen, van))] - self._tot[bisect_left(self.dagen, van)]
        )


def missed_time(gebeurtenis: Gebeurtenis, verloop: Verloop) -> Hoeveelheid:
    """Return the lesson time that was missed. Raises `UnitError` when that is not known."""
    tijd = gebeurtenis.tijd or (verloop.lessons_on(gebeurtenis.dag) if gebeurtenis.whole_day else None)
    if tijd is None:
        raise UnitError("Hoeveel lestijd hier is gemist, is niet bekend.")
    return tijd


def in_unit(tijd: Hoeveelheid, eenheid: str, lesuur: int | None) -> Fraction:
    """Return a length of time in another unit. Raises `UnitError` when it does not fit, or a lesson has no length."""
    if tijd.eenheid == eenheid:
        return tijd.getal
    return tijd.basis(lesuur) / Hoeveelheid(Fraction(1), eenheid).basis(lesuur)


def day_share(gebeurtenis: Gebeurtenis, verloop: Verloop, lesuur: int | None) -> Fraction:
    """Return what part of the school day was missed, at most all of it. An event without missed time counts as a day."""
    if gebeurtenis.tijd is None:
        return _HEEL
    lessen = verloop.lessons_on(gebeurtenis.dag)
    if lessen is None:
        raise UnitError("Hoeveel lessen een dag telt, is niet bekend; gemiste uren zijn dan niet om te rekenen naar dagen.")
    return min(in_unit(gebeurtenis.tijd, lessen.eenheid, lesuur) / lessen.getal, Fraction(1))
