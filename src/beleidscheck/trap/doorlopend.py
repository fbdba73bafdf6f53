"""Een reeks: hoe lang een leerling achter elkaar afwezig is, gemeten op de schooldagen waarop hij er niet is."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from beleidscheck.hoeveelheid import Hoeveelheid, UnitError
from beleidscheck.trap.stand import Tally, Wacht, day_share, in_unit, missed_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from beleidscheck.trap.kalender import Kalender
    from beleidscheck.trap.ladder import Signaal
    from beleidscheck.trap.verloop import Gebeurtenis, Verloop

_SCHOOLDAGEN: Final = frozenset({"schooldag", "lesdag"})


def run_fires(
    signaal: Signaal, categorieen: Sequence[str], verloop: Verloop, kalender: Kalender, lesuur: int | None
) -> Iterator[tuple[date, Fraction]]:
    """Yield the days on which a run of absent school days reaches the threshold.

    Measured on absent school days only: in a weekend nobody knows yet whether the run goes on.
    """
    if signaal.drempel is not None and signaal.drempel.soort in {"keer", "procent"}:
        raise UnitError(f"Een drempel van {signaal.drempel} past niet bij een reeks; noem dagen, weken of uren.")
    gemist = verloop.of_kind(categorieen)
    dagen = _absent_days(gemist, verloop, lesuur)
    tally = Tally(_run_hours(signaal, gemist, verloop, lesuur))
    wacht = Wacht(signaal, kalender)
    begin: date | None = None
    vorige: Fraction | None = None
    for dag in kalender.school_days:
        if dag not in dagen:
            begin, vorige = None, None
            continue
        if begin is None or (wacht.opnieuw_na is not None and begin <= wacht.opnieuw_na):
            begin, vorige = dag, None
            if signaal.drempel is None and wacht.opnieuw_na is None:
                yield dag, Fraction(1)
        if signaal.drempel is None:
            continue
        stand = (
            Fraction(tally.between(begin, dag))
            if signaal.drempel.soort == "duur"
            else _length(signaal.drempel.eenheid, begin, dag, kalender)
        )
        if wacht.fires(dag, stand, vorige):
            yield dag, stand
        vorige = stand


def _run_hours(
    signaal: Signaal, gemist: Iterable[Gebeurtenis], verloop: Verloop, lesuur: int | None
) -> Iterator[tuple[date, Fraction]]:
    drempel = signaal.drempel
    if drempel is not None and drempel.soort == "duur":
        yield from ((e.dag, in_unit(missed_time(e, verloop), drempel.eenheid, lesuur)) for e in gemist)


def _absent_days(gemist: Iterable[Gebeurtenis], verloop: Verloop, lesuur: int | None) -> frozenset[date]:
    """Return the days on which the pupil misses every lesson."""
    delen: dict[date, Fraction] = {}
    for gebeurtenis in gemist:
        try:
            deel = day_share(gebeurtenis, verloop, lesuur)
        except UnitError:
            deel = Fraction(0)  # een deel van een dag van onbekende lengte is geen hele dag
        delen[gebeurtenis.dag] = delen.get(gebeurtenis.dag, Fraction(0)) + deel
    return frozenset(dag for dag, deel in delen.items() if deel >= 1)


def _length(eenheid: str, begin: date, dag: date, kalender: Kalender) -> Fraction:
    """Return how long a run from `begin` up to and including `dag` is, in this unit."""
    if eenheid in _SCHOOLDAGEN:
        return Fraction(kalender.school_days_between(begin, dag))
    if eenheid == "dagdeel":
        return Fraction(2 * kalender.school_days_between(begin, dag))
    if eenheid == "werkdag":
        return Fraction(kalender.working_days_between(begin, dag))
    if eenheid in {"schoolweek", "lesweek"}:
        return Fraction(kalender.term_days_between(begin, dag), 7)
    return Fraction((dag - begin).days + 1) / Hoeveelheid(Fraction(1), eenheid).basis()
