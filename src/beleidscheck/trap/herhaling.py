"""Het bewijs voor herhaling: gaat de school ook de tweede en volgende keer niet later af dan de norm?"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING, Final

from beleidscheck.hoeveelheid import Hoeveelheid
from beleidscheck.trap.bewijs import Bewijs, Tegenvoorbeeld, Uitslag
from beleidscheck.trap.jaren import school_years
from beleidscheck.trap.ladder import Signaal
from beleidscheck.trap.tellen import REEKSEN, UREN, fires
from beleidscheck.trap.verloop import Gebeurtenis, Verloop

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from beleidscheck.trap.eis import Eis
    from beleidscheck.trap.jaren import Baan

#: Zo veel schooldagen duurt een verloop hooguit dat op herhaling wordt nagegaan.
_DAGEN: Final = 150
#: In minuten: zo veel mist een leerling op een dag.
_LESDAG: Final = 360
GEEN_HERHALING: Final = "De eerste keer is bewezen; of uw stap ook bij herhaling op tijd komt, is niet bewezen."


def starts_afresh(signaal: Signaal) -> bool:
    """Return whether the signal begins its count again after it fired."""
    return bool(signaal.opnieuw_tellen) or (signaal.herhaling and signaal.opnieuw_tellen is None)


def second_time(naam: str, eis: Eis, signalen: Sequence[Signaal], lesuur: int | None) -> Bewijs:
    """Return a pupil for whom the school is late the second time or later, or that this was not proven.

    For signals that are in time the first time. The norm begins its count again every time it fires.
    """
    norm = Signaal(naam, (), eis.uiterlijk, "vanaf", eis.binnen, herhaling=True)
    baan = school_years()[0]
    for verloop in _courses(naam, eis, baan):
        keren = fires(norm, verloop, baan.kalender, lesuur)
        school = sorted({keer.dag for signaal in signalen for keer in fires(signaal, verloop, baan.kalender, lesuur)})
        laat = next((keer for keer in keren if sum(dag <= keer.dag for dag in school) < keer.keer), None)
        if laat is not None:
            kort = replace(verloop, gebeurtenissen=tuple(e for e in verloop.gebeurtenissen if e.dag <= laat.dag))
            return Bewijs(Uitslag.TEGENVOORBEELD, tegenvoorbeeld=Tegenvoorbeeld(kort, baan.kalender, naam, laat.dag, laat.keer))
    return Bewijs(Uitslag.NIET_BEWEZEN, GEEN_HERHALING)


def _courses(naam: str, eis: Eis, baan: Baan) -> Iterator[Verloop]:
    """Yield courses that make the norm fire again: what it takes twice, ever further apart, and then the same every school day."""
    dagen = [baan.day(nummer) for nummer in baan.lesdagen[:_DAGEN]]
    assert eis.uiterlijk is not None  # noqa: S101 - herhaling vraagt een drempel
    if naam in REEKSEN:
        yield Verloop(tuple(Gebeurtenis(dag, REEKSEN[naam][-1]) for dag in dagen))
        return
    rij = amounts(eis.uiterlijk)
    wat = UREN[naam][-1] if naam in UREN else naam
    for afstand in range(len(rij), _DAGEN - 2 * len(rij)):
        samen = [*zip(dagen, rij, strict=False), *zip(dagen[afstand:], rij, strict=False)]
        yield Verloop(tuple(Gebeurtenis(dag, wat, tijd) for dag, tijd in samen))
    yield Verloop(tuple(Gebeurtenis(dag, wat, rij[0]) for dag in dagen))


def amounts(drempel: Hoeveelheid) -> list[Hoeveelheid | None]:
    """Return what happens day by day to reach a threshold: once a day, or so many hours a day."""
    if drempel.soort == "keer":
        return [None] * ceil(drempel.getal)
    per_dag = Fraction(_LESDAG) / Hoeveelheid(Fraction(1), drempel.eenheid).basis(60)
    heel, rest = divmod(drempel.getal, per_dag)
    return [Hoeveelheid(deel, drempel.eenheid) for deel in [per_dag] * int(heel) + [rest] * bool(rest)]
