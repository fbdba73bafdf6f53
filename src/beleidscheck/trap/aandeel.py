"""Een peil: welk aandeel van de lestijd een leerling volgde in een meetperiode."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from beleidscheck.hoeveelheid import UnitError
from beleidscheck.trap.stand import Tally, Wacht, day_share
from beleidscheck.trap.verloop import CATEGORIEEN, PEIL

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from beleidscheck.trap.kalender import Kalender
    from beleidscheck.trap.ladder import Signaal
    from beleidscheck.trap.verloop import Verloop

_ALLES: Final = Fraction(100)


def level_fires(signaal: Signaal, verloop: Verloop, kalender: Kalender, lesuur: int | None) -> Iterator[tuple[date, Fraction]]:
    """Yield the days on which the level reaches the threshold, with the level in percent."""
    if signaal.drempel is None or signaal.drempel.soort != "procent" or signaal.vergelijking == "elke":
        raise UnitError("Een peil heeft een drempel in procenten nodig, bijvoorbeeld onder 95 procent.")
    wacht = Wacht(signaal, kalender)
    vorige: Fraction | None = None
    for dag, begin, peil in _levels(signaal, verloop, kalender, lesuur):
        if wacht.opnieuw_na is not None and begin <= wacht.opnieuw_na:
            continue
        if wacht.fires(dag, peil, vorige):
            yield dag, peil
        vorige = peil


def _levels(signaal: Signaal, verloop: Verloop, kalender: Kalender, lesuur: int | None) -> Iterator[tuple[date, date, Fraction]]:
    """Yield (day, begin of what was measured, percentage): what was measured if the course says so, otherwise what follows from it."""
    gemeten = verloop.of_kind((PEIL,))
    if gemeten:
        yield from ((e.dag, e.dag, e.procent) for e in gemeten if e.procent is not None)
        return
    if signaal.periode is None:
        raise UnitError("Een peil zonder meetperiode is niet te meten; noem een periode, bijvoorbeeld 12 schoolweken.")
    gemist = Tally(_missed(verloop, lesuur))
    gewicht = _weights(verloop)
    lestijd = Tally((dag, gewicht[dag.weekday()]) for dag in kalender.school_days)
    for dag, begin in kalender.measurements(signaal.periode, vast=signaal.venster == "vast"):
        weg = gemist.between(begin, dag)
        if not weg:
            yield dag, begin, _ALLES
        elif aanbod := lestijd.between(begin, dag):
            yield dag, begin, 100 - Fraction(100 * min(weg, aanbod), aanbod)


def _missed(verloop: Verloop, lesuur: int | None) -> Iterator[tuple[date, Fraction | int]]:
    gewicht = _weights(verloop)
    for gebeurtenis in verloop.of_kind(CATEGORIEEN):
        yield gebeurtenis.dag, day_share(gebeurtenis, verloop, lesuur) * gewicht[gebeurtenis.dag.weekday()]


def _weights(verloop: Verloop) -> list[Fraction | int]:
    """Return how heavy each day of the week weighs in a share of lesson time; all the same when they do not differ or are not known."""
    lessen = [les.getal for les in verloop.lestijd]
    if len(set(lessen)) <= 1:
        return [1] * 7
    return [*lessen, *([1] * (7 - len(lessen)))]
