"""Het bewijs voor een termijn: is de actie van de school altijd gedaan vóór de uiterste dag die de norm geeft?"""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING, Final

from beleidscheck.trap.bewijs import Bewijs, Kandidaat, Tegenvoorbeeld, Uitslag
from beleidscheck.trap.herhaling import amounts
from beleidscheck.trap.jaren import school_years
from beleidscheck.trap.kalender import MAANDEN
from beleidscheck.trap.ladder import Signaal
from beleidscheck.trap.reeks import length
from beleidscheck.trap.tellen import REEKSEN, UREN, fires
from beleidscheck.trap.vensters import KORTSTE, LANGSTE, Dag, months
from beleidscheck.trap.verloop import Gebeurtenis, Verloop

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from beleidscheck.hoeveelheid import Hoeveelheid
    from beleidscheck.trap.eis import Eis
    from beleidscheck.trap.jaren import Baan
    from beleidscheck.trap.kalender import Kalender
    from beleidscheck.trap.reeks import Lengte

#: Zo veel schooldagen duurt een verloop hooguit waarop een termijn wordt nagegaan.
_LANG: Final = 60
#: Zonder vakanties zijn alle weken gelijk; twee ervan zijn genoeg.
_TWEE_WEKEN: Final = 10
_UREN_PER_DAG: Final = 24 * 60


def never_later(school: Hoeveelheid, norm: Hoeveelheid, voorsprong: tuple[Lengte, Lengte] | None = None) -> bool:
    """Return whether the term of the school ends on every calendar no later than that of the norm, when both begin on one day.

    `voorsprong`: the school fires at the first run length, the norm at the second; runs counted in school days or working days give
    the school those days extra.
    """
    soort_s, _, meest = _days(school)
    soort_n, minst, _ = _days(norm)
    extra = _head_start(soort_s, soort_n, voorsprong)
    if soort_s is soort_n:
        return meest <= minst + extra or (school.eenheid == norm.eenheid and school.getal <= norm.getal)
    if soort_s is Dag.KALENDER:
        return meest <= _calendar_days(minst) + extra
    return soort_s is Dag.WERK and soort_n is Dag.SCHOOL and meest <= minst + extra


def _days(termijn: Hoeveelheid) -> tuple[Dag, int, int]:
    """Return what kind of days a term counts, and how many those are at least and at most."""
    eenheid, aantal = termijn.eenheid, termijn.getal
    if termijn.soort == "duur":
        dagen = floor(termijn.basis(60) / _UREN_PER_DAG)
        return Dag.KALENDER, dagen, dagen
    if eenheid in MAANDEN and aantal.denominator == 1 and aantal:
        maanden = aantal.numerator * MAANDEN[eenheid]
        return Dag.KALENDER, months(maanden, KORTSTE), months(maanden, LANGSTE)
    if eenheid in {"schooldag", "lesdag", "dagdeel"}:
        dagen = floor(aantal / 2 if eenheid == "dagdeel" else aantal)
        return Dag.SCHOOL, dagen, dagen
    if eenheid == "werkdag":
        return Dag.WERK, floor(aantal), floor(aantal)
    dagen = floor(termijn.basis())
    return Dag.KALENDER, dagen, dagen


def _calendar_days(dagen: int) -> int:
    """Return how many calendar days so many school days or working days later is at least, from any day of the week."""
    return dagen + 2 * ((dagen - 1) // 5) if dagen else 0


def _head_start(soort_s: Dag, soort_n: Dag, voorsprong: tuple[Lengte, Lengte] | None) -> int:
    """Return how many days the school fires earlier at least, counted in days that the terms can use."""
    if voorsprong is None:
        return 0
    school, norm = voorsprong
    if school.dag is not norm.dag or school.dag is not Dag.SCHOOL:
        return 0
    dagen = norm.dagen - school.dagen
    if soort_s is Dag.KALENDER and soort_n is Dag.KALENDER:
        return dagen + 2 * (dagen // 5)
    return dagen if soort_s is soort_n else 0


# ---- Tegenvoorbeeld ------------------------------------------------------------------------------------------------


def late_term(naam: str, eis: Eis, kandidaten: Sequence[Kandidaat], termijn: Hoeveelheid, lesuur: int | None) -> Bewijs:
    """Return a pupil for whom every action comes after the last day of the norm, or that this was not proven."""
    norm = None if eis.uiterlijk is None else Signaal(naam, (), eis.uiterlijk, "vanaf", eis.binnen)
    for nummer, baan in enumerate(school_years()):
        for plek in range(len(baan.lesdagen) - _LANG) if nummer else range(_TWEE_WEKEN):
            verloop = _course(naam, eis, baan, plek)
            eerst = _first_day(norm, verloop, baan.kalender, lesuur)
            if eerst is None:
                continue
            uiterlijk = baan.kalender.deadline(eerst, termijn)
            klaar = [
                dag for k in kandidaten if (dag := _done(k, norm is None, verloop, eerst, baan.kalender, lesuur)) is not None
            ]
            if not klaar or min(klaar) > uiterlijk:
                kort = Verloop(tuple(e for e in verloop.gebeurtenissen if e.dag <= eerst))
                voorbeeld = Tegenvoorbeeld(
                    kort, baan.kalender, naam, uiterlijk, school_dag=min(klaar, default=None), om_de_termijn=True
                )
                return Bewijs(Uitslag.TEGENVOORBEELD, tegenvoorbeeld=voorbeeld)
    return Bewijs(Uitslag.NIET_BEWEZEN, "Het signaal komt op tijd; of de actie dat ook altijd doet, is niet bewezen.")


def _first_day(norm: Signaal | None, verloop: Verloop, kalender: Kalender, lesuur: int | None) -> date | None:
    if norm is None:
        return verloop.gebeurtenissen[0].dag
    return next((keer.dag for keer in fires(norm, verloop, kalender, lesuur)), None)


def _done(  # noqa: PLR0913 - een hulp van `late_term`
    kandidaat: Kandidaat, op_de_dag: bool, verloop: Verloop, eerst: date, kalender: Kalender, lesuur: int | None
) -> date | None:
    """Return the last day on which the school may do the action, or `None` when it need not have done it by any day."""
    if kandidaat.termijn is None:
        return None
    if op_de_dag:
        return kalender.deadline(eerst, kandidaat.termijn)
    afgegaan = next((keer.dag for keer in fires(kandidaat.signaal, verloop, kalender, lesuur)), None)
    return None if afgegaan is None else kalender.deadline(afgegaan, kandidaat.termijn)


def _course(naam: str, eis: Eis, baan: Baan, plek: int) -> Verloop:
    """Return a course that begins on the lesson day at `plek`: the same every school day, until the norm has surely fired."""
    if eis.uiterlijk is None:
        return Verloop((Gebeurtenis(baan.day(baan.lesdagen[plek]), naam),))
    if naam in REEKSEN:
        dagen = [baan.day(nummer) for nummer in baan.lesdagen[plek : plek + length(eis.uiterlijk).dagen + 1]]
        return Verloop(tuple(Gebeurtenis(dag, REEKSEN[naam][-1]) for dag in dagen))
    rij = amounts(eis.uiterlijk)
    dagen = [baan.day(nummer) for nummer in baan.lesdagen[plek : plek + len(rij)]]
    wat = UREN[naam][-1] if naam in UREN else naam
    return Verloop(tuple(Gebeurtenis(dag, wat, tijd) for dag, tijd in zip(dagen, rij, strict=False)))
