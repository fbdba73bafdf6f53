"""De zoektocht naar de leerling bij wie een telling te laat is: het kortste verloop in een gewoon schooljaar."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import chain
from math import floor
from typing import TYPE_CHECKING, Final

from beleidscheck.hoeveelheid import Hoeveelheid
from beleidscheck.trap.bewijs import Tegenvoorbeeld
from beleidscheck.trap.jaren import school_years, two_years
from beleidscheck.trap.schema import Rem, Schema, earliest, fewest_days
from beleidscheck.trap.tellen import UREN
from beleidscheck.trap.verloop import ZIEKMELDING, Gebeurtenis, Verloop

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from beleidscheck.trap.jaren import Baan
    from beleidscheck.trap.regels import Grens
    from beleidscheck.trap.vraag import Stuk, Vraag

#: Een leerling mist in een verhaal hooguit zoveel minuten op een dag, en als dat geen tegenvoorbeeld geeft zoveel.
_LESDAGEN: Final = (360, 480)
#: Zo veel begindagen met een uitkomst worden vergeleken om het verloop met de minste dagen te vinden.
_MAX_BEGINDAGEN: Final = 10
_WEEK: Final = 5


@dataclass(frozen=True, slots=True)
class Spreiding:
    """Hoeveel er in een verhaal hooguit op een dag gebeurt, en om de hoeveel dagen hooguit."""

    per_dag: int
    om_de: int = 1


#: Een leerling komt in een verhaal één keer per dag te laat, en als dat geen tegenvoorbeeld geeft hooguit zes keer.
_KEREN: Final = (Spreiding(1), Spreiding(6))
#: Een leerling meldt zich in een verhaal hooguit één keer per week ziek, en als dat geen tegenvoorbeeld geeft één keer per dag.
_ZIEK: Final = (Spreiding(1, 7), Spreiding(1))


def search_count(vraag: Vraag, stuk: Stuk) -> Tegenvoorbeeld | None:
    """Return the shortest course of events in a school year on which the demand fires and the school does not; `None` if not found."""
    norm, grenzen = vraag.limits(stuk)
    if norm.stuks < 1 or any(grens.stuks <= 1 or (norm.periode is None and grens.stuks <= norm.stuks) for grens in grenzen):
        return None
    for spreiding in _spread(vraag, stuk):
        for baan, beginnen in _years(norm, grenzen):
            gevonden = _on(baan, beginnen, norm, grenzen, spreiding)
            if gevonden is not None:
                return _example(vraag, stuk, baan, gevonden)
    return None


def _spread(vraag: Vraag, stuk: Stuk) -> Iterable[Spreiding]:
    """Return how much a pupil may miss in a story, the most ordinary first."""
    if stuk.naam == "keer":
        return _ZIEK if vraag.naam == ZIEKMELDING else _KEREN
    maat = Fraction(vraag.lesuur or 50) * stuk.maat if vraag.only_lessons() else stuk.maat
    return [Spreiding(max(floor(minuten / maat), 1)) for minuten in _LESDAGEN]


def _years(norm: Grens, grenzen: Sequence[Grens]) -> Iterator[tuple[Baan, Iterable[int]]]:
    """Yield the years to search, with the days on which a course may begin: nothing is gained by beginning elsewhere.

    Where nothing depends on the date, every week without free days is like the first one. What counts the whole school year is only
    ever late across the summer.
    """
    if norm.periode is None:
        baan = school_years()[0]
        yield baan, baan.lesdagen[:1]
        return
    if not any(grens.counts_whole_year() and grens.stuks <= norm.stuks for grens in grenzen):
        op_datum = any(
            grens.vast or grens.periode is None or (grens.venster and grens.venster.maanden) for grens in (norm, *grenzen)
        )
        for baan in school_years():
            later = (van for van in baan.lesdagen[_WEEK:] if op_datum or not baan.is_plain(van, _last(baan, norm, van)))
            yield baan, chain(baan.lesdagen[:_WEEK], later)
    baan = two_years()
    zomer = baan.number(school_years()[0].kalender.begin)
    yield baan, [van for van in baan.lesdagen if van < zomer <= _last(baan, norm, van)]


def _on(baan: Baan, beginnen: Iterable[int], norm: Grens, grenzen: Sequence[Grens], rem: Spreiding) -> Schema | None:
    """Return the schedule on the fewest days, of those the earliest, that begins on one of these days."""
    remmen = [Rem(grens.stuks - 1, baan.starts(grens.periode, vast=grens.vast)) for grens in grenzen]
    if rem.om_de > 1:
        remmen.append(Rem(rem.per_dag, [dag - rem.om_de + 1 for dag in range(len(baan.lessen))]))
    minst = -(-norm.stuks // min([rem.per_dag, *(een.hoogste for een in remmen)]))
    beste: Schema | None = None
    gevonden = 0
    for van in beginnen:
        tot = _last(baan, norm, van)
        schema = earliest(baan.lessen, remmen, van, tot, norm.stuks, rem.per_dag)
        if schema is None:
            continue
        if len(schema) > minst:
            schema = fewest_days(baan.lessen, remmen, van, tot, norm.stuks, rem.per_dag) or schema
        if beste is None or len(schema) < len(beste):
            beste = schema
        gevonden += 1
        if len(beste) == minst or gevonden == _MAX_BEGINDAGEN:
            break
    return beste


def _last(baan: Baan, norm: Grens, van: int) -> int:
    """Return the last day of a window of the norm that begins on `van`; without a period the end of the school year."""
    if norm.periode is None:
        return baan.number(baan.kalender.year_end(baan.day(van)))
    if norm.periode.eenheid == "schooljaar" and norm.periode.getal == 1:
        return baan.number(baan.kalender.year_end(baan.day(van)))
    return baan.last_day_with(norm.periode, van, vast=False)


def _example(vraag: Vraag, stuk: Stuk, baan: Baan, schema: Schema) -> Tegenvoorbeeld:
    return Tegenvoorbeeld(Verloop(tuple(_events(vraag, stuk, baan, schema))), baan.kalender, vraag.naam, baan.day(schema[-1][0]))


def _events(vraag: Vraag, stuk: Stuk, baan: Baan, schema: Schema) -> Iterator[Gebeurtenis]:
    for nummer, stuks in schema:
        dag = baan.day(nummer)
        if stuk.naam == "keer":
            yield from (Gebeurtenis(dag, UREN.get(vraag.naam, (vraag.naam,))[0]) for _ in range(stuks))
        else:
            aantal = stuks * (stuk.maat if vraag.only_lessons() else 1)
            yield Gebeurtenis(dag, UREN.get(vraag.naam, (vraag.naam,))[-1], Hoeveelheid(Fraction(aantal), stuk.naam))
