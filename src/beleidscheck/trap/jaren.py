"""De schooljaren waarin naar een tegenvoorbeeld wordt gezocht: verzonnen, maar zoals een Nederlands schooljaar loopt.

Eerst een jaar zonder vakanties (behalve de zomer), dan een met vakanties, dan ook met feestdagen, en voor een venster dat over de
zomer loopt twee jaren achter elkaar. Zo noemt een tegenvoorbeeld alleen een vakantie als die het verschil maakt.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from beleidscheck.trap.kalender import Kalender, Tijdvak
from beleidscheck.trap.vensters import Dag, window

if TYPE_CHECKING:
    from beleidscheck.hoeveelheid import Hoeveelheid

_ZOMERS: Final = (
    Tijdvak(date(2025, 7, 12), date(2025, 8, 24), "zomervakantie"),
    Tijdvak(date(2026, 7, 18), date(2026, 8, 30), "zomervakantie"),
    Tijdvak(date(2027, 7, 17), date(2027, 8, 29), "zomervakantie"),
)
_VAKANTIES: Final = (
    Tijdvak(date(2026, 10, 17), date(2026, 10, 25), "herfstvakantie"),
    Tijdvak(date(2026, 12, 19), date(2027, 1, 3), "kerstvakantie"),
    Tijdvak(date(2027, 2, 20), date(2027, 2, 28), "voorjaarsvakantie"),
    Tijdvak(date(2027, 4, 24), date(2027, 5, 9), "meivakantie"),
)
#: De feestdagen van dat jaar die niet in een vakantie of een weekeinde vallen.
FEESTDAGEN: Final = {
    date(2027, 3, 26): "Goede Vrijdag",
    date(2027, 3, 29): "Tweede Paasdag",
    date(2027, 5, 17): "Tweede Pinksterdag",
}
_VRIJDAG: Final = 5
_BEGIN, _EIND = date(2026, 8, 1), date(2027, 7, 31)


class Baan:
    """Een kalender als rij dagen met nummers, zodat een venster een nummer is."""

    def __init__(self, naam: str, kalender: Kalender) -> None:
        self.naam = naam
        self.kalender = kalender
        self._begin = kalender.begin.toordinal()
        self._vensters: dict[tuple[Hoeveelheid | None, bool], list[int]] = {}

    @cached_property
    def lessen(self) -> list[bool]:
        """Return per day whether there are lessons."""
        return [self.kalender.is_school_day(dag) for dag in self.kalender.days()]

    @cached_property
    def lesdagen(self) -> list[int]:
        """Return the numbers of the days with lessons."""
        return [nummer for nummer, les in enumerate(self.lessen) if les]

    def day(self, nummer: int) -> date:
        """Return the date of a day number."""
        return self.kalender.begin + timedelta(days=nummer)

    def number(self, dag: date) -> int:
        """Return the number of a date."""
        return dag.toordinal() - self._begin

    def starts(self, periode: Hoeveelheid | None, *, vast: bool) -> list[int]:
        """Return per day the number of the first day of the window that ends there; without a period that of the school year."""
        sleutel = (periode, vast)
        if sleutel not in self._vensters:
            self._vensters[sleutel] = self._counted_starts(periode, vast=vast) or [
                self.number(self._start(periode, dag, vast=vast)) for dag in self.kalender.days()
            ]
        return self._vensters[sleutel]

    def _counted_starts(self, periode: Hoeveelheid | None, *, vast: bool) -> list[int]:
        """Return the starts of a sliding window of a fixed number of days, which the counts give at once; empty for any other."""
        venster = None if periode is None or vast else window(periode)
        if venster is None or venster.maanden or venster.dag is Dag.BLOK:
            return []
        geteld = self._tellingen[venster.dag]
        eerste = (geteld[nummer + 1] - venster.minstens for nummer in range(len(self.lessen)))
        return [bisect_right(geteld, aantal) - 1 if aantal > 0 else 0 for aantal in eerste]

    def last_day_with(self, periode: Hoeveelheid | None, van: int, *, vast: bool) -> int:
        """Return the last day whose window still holds day `van`."""
        return bisect_right(self.starts(periode, vast=vast), van) - 1

    def first_with(self, soort: Dag, dagen: int, van: int) -> int | None:
        """Return the first day with lessons by which, from `van` on, there were so many days of this kind, both included."""
        geteld = self._tellingen[soort]
        op_zijn_vroegst = bisect_left(geteld, geteld[van] + dagen) - 1
        plek = bisect_left(self.lesdagen, op_zijn_vroegst)
        return self.lesdagen[plek] if plek < len(self.lesdagen) else None

    @cached_property
    def _tellingen(self) -> dict[Dag, list[int]]:
        """Return per kind of day how many there are before each day."""
        kalender, dagen = self.kalender, list(self.kalender.days())
        les, eerste = kalender.term_days_between, kalender.begin
        return {
            Dag.KALENDER: list(range(len(dagen) + 1)),
            Dag.SCHOOL: [0, *accumulate(self.lessen)],
            Dag.WERK: [0, *accumulate(kalender.is_working_day(dag) for dag in dagen)],
            Dag.LESTIJD: [0, *(les(eerste, dag) for dag in dagen)],
        }

    def is_plain(self, van: int, tot: int) -> bool:
        """Return whether every Monday to Friday from `van` up to and including `tot` has lessons, as in any other such stretch."""
        return self._bijzonder[min(tot + 1, len(self.lessen))] == self._bijzonder[van]

    @cached_property
    def _bijzonder(self) -> list[int]:
        """Return per day how many days before it are free although it is no weekend, or lie in a vacation."""
        bijzonder = (
            self.kalender.in_vacation(dag) or (dag.isoweekday() <= _VRIJDAG and not self.kalender.is_school_day(dag))
            for dag in self.kalender.days()
        )
        return [0, *accumulate(bijzonder)]

    def _start(self, periode: Hoeveelheid | None, dag: date, *, vast: bool) -> date:
        if periode is None:
            return self.kalender.year_start(dag)
        return self.kalender.block(periode, dag).van if vast else self.kalender.window_start(periode, dag)


@lru_cache(maxsize=1)
def school_years() -> tuple[Baan, ...]:
    """Return the years to search, the simplest first."""
    vakanties = tuple(sorted((*_ZOMERS, *_VAKANTIES)))
    feestdagen = frozenset(FEESTDAGEN)
    return (
        Baan("zonder vakanties", Kalender(_BEGIN, _EIND, _ZOMERS)),
        Baan("met vakanties", Kalender(_BEGIN, _EIND, vakanties)),
        Baan("met feestdagen", Kalender(_BEGIN, _EIND, vakanties, feestdagen=feestdagen)),
    )


@lru_cache(maxsize=1)
def two_years() -> Baan:
    """Return two school years with only the summer between them, for a window that runs across it."""
    return Baan("twee schooljaren", Kalender(date(2025, 8, 1), _EIND, _ZOMERS))
