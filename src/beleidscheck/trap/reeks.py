"""Het bewijs voor een reeks: aaneengesloten afwezig, geteld in schooldagen, werkdagen, kalenderdagen of schoolweken."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from math import ceil, floor
from typing import TYPE_CHECKING, Final

from beleidscheck.hoeveelheid import Hoeveelheid, compare
from beleidscheck.trap.bewijs import Bewijs, Tegenvoorbeeld, Uitslag
from beleidscheck.trap.jaren import school_years
from beleidscheck.trap.tellen import REEKSEN
from beleidscheck.trap.vensters import Dag
from beleidscheck.trap.verloop import Gebeurtenis, Verloop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from beleidscheck.trap.eis import Eis
    from beleidscheck.trap.jaren import Baan
    from beleidscheck.trap.ladder import Signaal

_SOORTEN: Final = {
    "schooldag": (Dag.SCHOOL, 1),
    "lesdag": (Dag.SCHOOL, 1),
    "werkdag": (Dag.WERK, 1),
    "schoolweek": (Dag.LESTIJD, 7),
    "lesweek": (Dag.LESTIJD, 7),
}
#: Een reeks van de eerste soort dagen overspant ook de weekeinden, geteld in de tweede soort.
_SPANT: Final = frozenset({(Dag.SCHOOL, Dag.KALENDER), (Dag.WERK, Dag.KALENDER), (Dag.SCHOOL, Dag.LESTIJD)})
#: Zonder vrije dagen is elke week als de eerste.
_WEEK: Final = 7
_OP_TIJD: Final = "Uw drempel is niet hoger, en een reeks is in uw eenheid op elke kalender minstens zo lang."
_NIET: Final = "Geen regel bewijst dit voor elk schooljaar, en in de schooljaren die zijn nagegaan is geen leerling gevonden bij wie het misgaat."
_UREN: Final = "Een reeks in uren is alleen bewezen als beide drempels dezelfde eenheid hebben."


@dataclass(frozen=True, slots=True)
class Lengte:
    """De lengte waarbij een reeks afgaat: zoveel dagen van een soort, de eerste en de laatste dag meegeteld."""

    dag: Dag
    dagen: int


def length(drempel: Hoeveelheid, *, meer_dan: bool = False) -> Lengte:
    """Return how many days a run must have before a threshold fires."""
    if drempel.eenheid == "dagdeel":
        soort, maat = Dag.SCHOOL, drempel.getal / 2
    elif drempel.eenheid in _SOORTEN:
        soort, per_stuk = _SOORTEN[drempel.eenheid]
        maat = drempel.getal * per_stuk
    else:
        soort, maat = Dag.KALENDER, drempel.basis()
    return Lengte(soort, max(floor(maat) + 1 if meer_dan else ceil(maat), 1))


def prove_run(naam: str, eis: Eis, signalen: Sequence[Signaal], lesuur: int | None, *, meer_dan: bool = False) -> Bewijs:
    """Return the proof for a demand on the length of a run. `meer_dan`: the demand is met just above its number too."""
    uiterlijk = eis.uiterlijk
    assert uiterlijk is not None  # noqa: S101 - een reeks heeft een lengte
    if uiterlijk.soort != "dagen":
        zelfde = any(_same_unit_in_time(signaal, uiterlijk, lesuur) for signaal in signalen)
        return Bewijs(Uitslag.BEWEZEN, _OP_TIJD) if zelfde else Bewijs(Uitslag.NIET_BEWEZEN, _UREN)
    norm = length(uiterlijk, meer_dan=meer_dan)
    lengtes = [length(s.drempel, meer_dan=s.vergelijking == "meer_dan") for s in signalen if s.drempel is not None]
    if any(_never_later(lengte, norm) for lengte in lengtes):
        return Bewijs(Uitslag.BEWEZEN, _OP_TIJD)
    gevonden = next(filter(None, (_search(naam, baan, norm, lengtes) for baan in school_years())), None)
    if gevonden is not None:
        return Bewijs(Uitslag.TEGENVOORBEELD, tegenvoorbeeld=gevonden)
    return Bewijs(Uitslag.NIET_BEWEZEN, _NIET)


def _same_unit_in_time(signaal: Signaal, uiterlijk: Hoeveelheid, lesuur: int | None) -> bool:
    drempel = signaal.drempel
    if drempel is None or drempel.eenheid != uiterlijk.eenheid:
        return False
    stand = compare(drempel, uiterlijk, lesuur)
    return stand < 0 or (stand == 0 and signaal.vergelijking != "meer_dan")


def _never_later(school: Lengte, norm: Lengte) -> bool:
    """Return whether a run as long as the norm is on every calendar as long as the school asks.

    A run begins and ends on a school day. If every day of the norm's kind is one of the school's kind, the school counts as many; n days
    from Monday to Friday span n + 2 * ((n - 1) // 5) days with weekends at least; and a run of two days has two of any kind.
    """
    if school.dagen <= min(norm.dagen, 2):
        return True
    if (norm.dag, school.dag) in _SPANT:
        return school.dagen <= norm.dagen + 2 * ((norm.dagen - 1) // 5)
    bevat = school.dag is norm.dag or norm.dag is Dag.SCHOOL or school.dag is Dag.KALENDER
    return bevat and school.dagen <= norm.dagen


def _search(naam: str, baan: Baan, norm: Lengte, lengtes: Sequence[Lengte]) -> Tegenvoorbeeld | None:
    """Return the shortest run on which the norm fires and the school does not, and of those the earliest."""
    ver = 2 * norm.dagen + _WEEK
    paren = [
        (plek, laatste)
        for plek, van in enumerate(baan.lesdagen)
        if plek < _WEEK or not baan.is_plain(van, min(van + ver, len(baan.lessen) - 1))
        if (laatste := _too_late(baan, van, norm, lengtes)) is not None
    ]
    if not paren:
        return None
    plek, laatste = min(paren, key=lambda paar: (bisect_right(baan.lesdagen, paar[1]) - paar[0], paar[0]))
    dagen = [baan.day(nummer) for nummer in baan.lesdagen[plek : bisect_right(baan.lesdagen, laatste)]]
    verloop = Verloop(tuple(Gebeurtenis(dag, REEKSEN[naam][-1]) for dag in dagen))
    return Tegenvoorbeeld(verloop, baan.kalender, naam, dagen[-1])


def _too_late(baan: Baan, van: int, norm: Lengte, lengtes: Sequence[Lengte]) -> int | None:
    """Return the day on which the norm fires on the run that begins on `van`, if no signal of the school has fired by then."""
    norm_dag = baan.first_with(norm.dag, norm.dagen, van)
    if norm_dag is None:
        return None
    school = (baan.first_with(lengte.dag, lengte.dagen, van) for lengte in lengtes)
    return None if any(dag is not None and dag <= norm_dag for dag in school) else norm_dag
