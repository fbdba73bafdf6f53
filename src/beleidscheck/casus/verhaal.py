"""Van de gebeurtenissen van een casus naar een `Verloop` dat de motor kan tellen."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from beleidscheck.casus.keuring import days_of, lessons
from beleidscheck.hoeveelheid import parse_hoeveelheid
from beleidscheck.trap.verloop import CATEGORIEEN, PEIL, ZIEKMELDING, Gebeurtenis, Verloop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from beleidscheck.casus.model import Casusbestand
    from beleidscheck.casus.model import Gebeurtenis as Casusgebeurtenis
    from beleidscheck.trap.kalender import Kalender

_NA_WEEKEND: Final = "nog_ziek_na_weekend"


def course_of(inhoud: Casusbestand, kalender: Kalender) -> Verloop:
    """Return the course of events of a checked casus.

    A period of sickness is reported on its first day, and goes on after a weekend when the pupil is still absent on the first
    school day of the next week.
    """
    rij = [deel for gebeurtenis in inhoud.gebeurtenissen for deel in _parts(gebeurtenis, kalender)]
    lestijd = tuple(les for weekdag in range(5) if (les := lessons(inhoud, weekdag)) is not None)
    return Verloop(tuple(sorted(rij, key=lambda deel: deel.dag)), lestijd)


def _parts(gebeurtenis: Casusgebeurtenis, kalender: Kalender) -> Iterator[Gebeurtenis]:
    dagen = days_of(gebeurtenis)
    if gebeurtenis.wat == PEIL:
        yield from (Gebeurtenis(dag, PEIL, procent=Fraction(str(gebeurtenis.procent))) for dag in dagen)
    elif gebeurtenis.wat == "ziekmelding":
        yield from (Gebeurtenis(dag, ZIEKMELDING) for dag in dagen)
    elif gebeurtenis.wat not in CATEGORIEEN:
        yield from (Gebeurtenis(dag, gebeurtenis.wat) for dag in dagen)
    else:
        tijd = parse_hoeveelheid(gebeurtenis.tijd) if gebeurtenis.tijd is not None else None
        met_les = [dag for dag in dagen if kalender.is_school_day(dag)]
        yield from (Gebeurtenis(dag, gebeurtenis.wat, tijd) for dag in met_les)
        if gebeurtenis.wat == "ziek":
            yield from _sickness(gebeurtenis, met_les)


def _sickness(gebeurtenis: Casusgebeurtenis, dagen: list[date]) -> Iterator[Gebeurtenis]:
    """Yield the reports of sickness: one for a period, one for each loose day, and what follows from a weekend within a period."""
    los = gebeurtenis.dagen is not None
    yield from (Gebeurtenis(dag, ZIEKMELDING) for dag in (dagen if los else dagen[:1]))
    if not los:
        for vorige, dag in pairwise(dagen):
            if vorige.isocalendar()[:2] != dag.isocalendar()[:2]:
                yield Gebeurtenis(dag, _NA_WEEKEND)
