"""Wanneer een signaal afgaat op een verloop: tellen in een venster, de lengte van een reeks, en een peil. Zie docs/trap.md.

Alles is oorzakelijk: of een signaal op een dag afgaat, hangt alleen af van die dag en wat eraan voorafging.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from beleidscheck.hoeveelheid import Hoeveelheid, UnitError
from beleidscheck.trap.aandeel import level_fires
from beleidscheck.trap.doorlopend import run_fires
from beleidscheck.trap.stand import Tally, Wacht, day_share, in_unit, missed_time
from beleidscheck.trap.verloop import CATEGORIEEN, PEIL

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from beleidscheck.trap.kalender import Kalender
    from beleidscheck.trap.ladder import Signaal
    from beleidscheck.trap.verloop import Verloop

#: Welke gemiste lestijd een signaal in uren telt, en welke dagen een reeks vormen. Wie ziek is, is geoorloofd afwezig.
UREN: Final = {
    "ziekte_uren": ("ziek",),
    "geoorloofde_uren": ("ziek", "geoorloofd"),
    "ongeoorloofde_uren": ("ongeoorloofd",),
}
REEKSEN: Final = {
    "ziek_aaneengesloten": ("ziek",),
    "geoorloofd_aaneengesloten": ("ziek", "geoorloofd"),
    "ongeoorloofd_aaneengesloten": ("ongeoorloofd",),
}
_DAG: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Afgegaan:
    """Een signaal ging af op `dag`, bij deze stand in de eenheid van de drempel; `keer` is de hoeveelste keer."""

    dag: date
    stand: Fraction
    keer: int = 1


def fires(signaal: Signaal, verloop: Verloop, kalender: Kalender, lesuur: int | None = None) -> tuple[Afgegaan, ...]:
    """Return every day on which the signal fires on this course of events, in order; at most once a day.

    A signal without a threshold is a named event and fires on each of its days (for a run: on its first day). A count fires only
    on a day on which something is added; it and a run fire at most once a school year, unless the signal counts `elke` n,
    repeats, or starts counting afresh. `lesuur` is the length of a lesson in minutes. Raises `UnitError` when the signal cannot
    be counted: a unit that does not fit, a lesson of unknown length, a level without a period.
    """
    if signaal.vergelijking == "onder" and signaal.naam != PEIL:
        raise UnitError("«onder» kan alleen bij een aandeel aanwezigheid; tel hier vanaf een aantal.")
    if signaal.naam == PEIL:
        gevonden = level_fires(signaal, verloop, kalender, lesuur)
    elif signaal.naam in REEKSEN:
        gevonden = run_fires(signaal, REEKSEN[signaal.naam], verloop, kalender, lesuur)
    elif signaal.drempel is None:
        namen = UREN.get(signaal.naam, (signaal.naam,))
        gevonden = ((dag, Fraction(1)) for dag in sorted({e.dag for e in verloop.of_kind(namen)}))
    else:
        gevonden = _count(signaal, verloop, kalender, lesuur)
    dagen = [(dag, stand) for dag, stand in gevonden if dag in kalender]
    return tuple(Afgegaan(dag, stand, keer) for keer, (dag, stand) in enumerate(dagen, 1))


def touches(signaal: Signaal, verloop: Verloop) -> bool:
    """Return whether anything in this course of events is about the signal; without that it never fires."""
    if signaal.naam == PEIL:
        soorten: tuple[str, ...] = (PEIL, *CATEGORIEEN)
    else:
        soorten = UREN.get(signaal.naam) or REEKSEN.get(signaal.naam) or (signaal.naam,)
    return any(gebeurtenis.wat in soorten for gebeurtenis in verloop.gebeurtenissen)


def _count(signaal: Signaal, verloop: Verloop, kalender: Kalender, lesuur: int | None) -> Iterator[tuple[date, Fraction]]:
    drempel = signaal.drempel
    assert drempel is not None  # noqa: S101 - `fires` vraagt dit alleen bij een drempel
    if signaal.periode is not None:
        kalender.window_start(
            signaal.periode, kalender.begin
        )  # een periode die geen tijd is, is een fout, ook zonder gebeurtenissen
    tally = Tally(_amounts(signaal.naam, drempel, verloop, lesuur))
    wacht = Wacht(signaal, kalender)
    telt_opnieuw = signaal.periode is None or signaal.venster == "vast"  # een nieuw blok begint bij nul
    for dag in tally.dagen:
        begin, gisteren = _begin(signaal, kalender, dag), dag - _DAG
        stand = Fraction(tally.between(_after(begin, wacht.opnieuw_na), dag))
        vorige = None
        if not (telt_opnieuw and gisteren < begin):
            vorige = Fraction(tally.between(_after(_begin(signaal, kalender, gisteren), wacht.opnieuw_na), gisteren))
        if wacht.fires(dag, stand, vorige):
            yield dag, stand


def _begin(signaal: Signaal, kalender: Kalender, dag: date) -> date:
    """Return the first day that counts on `dag`."""
    if signaal.periode is None:
        return kalender.year_start(dag)
    if signaal.venster == "vast":
        return kalender.block(signaal.periode, dag).van
    return kalender.window_start(signaal.periode, dag)


def _after(begin: date, opnieuw_na: date | None) -> date:
    return begin if opnieuw_na is None else max(begin, opnieuw_na + _DAG)


def _amounts(naam: str, drempel: Hoeveelheid, verloop: Verloop, lesuur: int | None) -> Iterator[tuple[date, Fraction]]:
    """Yield what each event adds, in the unit of the threshold."""
    gebeurtenissen = verloop.of_kind(UREN.get(naam, (naam,)))
    if drempel.soort == "procent":
        raise UnitError(f"Een drempel van {drempel} past niet bij dit signaal; tel keren, uren of dagen.")
    for gebeurtenis in gebeurtenissen:
        if drempel.soort == "keer":
            yield gebeurtenis.dag, Fraction(1)
        elif drempel.soort == "duur":
            yield gebeurtenis.dag, in_unit(missed_time(gebeurtenis, verloop), drempel.eenheid, lesuur)
        else:
            yield gebeurtenis.dag, day_share(gebeurtenis, verloop, lesuur) / _days_in(drempel.eenheid)


def _days_in(eenheid: str) -> Fraction:
    """Return how many school days one of this unit is, to add up missed days."""
    if eenheid in {"dag", "kalenderdag"}:
        return Fraction(1)
    return Hoeveelheid(Fraction(1), eenheid).basis() * Fraction(5, 7)
