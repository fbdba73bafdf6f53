"""Het schooljaar in dagen: wanneer er les is, wat een week of maand terug is, en wanneer een termijn afloopt.

De dag is het atoom. Lessen zijn op schooldagen: maandag t/m vrijdag, niet in een schoolvakantie, niet op een vrije dag.
Vensters en termijnen rekenen met deze kalender; waar een eenheid geen vaste dagen heeft (een rapportperiode die niemand heeft
vastgelegd), geldt de afspraak uit hoeveelheid.py en zegt `assumption` dat erbij.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from math import ceil, floor
from typing import TYPE_CHECKING, Final

from beleidscheck.hoeveelheid import UnitError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from fractions import Fraction

    from beleidscheck.hoeveelheid import Hoeveelheid

_AUGUSTUS: Final = 8
_VRIJDAG: Final = 5
_SCHOOLDAGEN: Final = frozenset({"schooldag", "lesdag"})
_SCHOOLWEKEN: Final = frozenset({"schoolweek", "lesweek"})
#: Eenheden die op de kalender een aantal maanden zijn.
MAANDEN: Final[Mapping[str, int]] = {"maand": 1, "kwartaal": 3, "halfjaar": 6, "jaar": 12, "schooljaar": 12}
#: Eenheden waarvan de school de blokken zelf vastlegt.
PERIODEN: Final = frozenset({"rapportperiode", "trimester"})


@dataclass(frozen=True, slots=True, order=True)
class Tijdvak:
    """Een aantal dagen achter elkaar, van `van` t/m `tot`."""

    van: date
    tot: date
    naam: str = field(default="", compare=False)

    def __contains__(self, dag: date) -> bool:
        """Return whether the day lies in it."""
        return self.van <= dag <= self.tot

    def days(self) -> Iterator[date]:
        """Yield every day, first to last."""
        return (self.van + timedelta(days=n) for n in range((self.tot - self.van).days + 1))


@dataclass(frozen=True)
class Kalender:
    """De dagen van `begin` t/m `eind`, meestal een schooljaar van 1 augustus t/m 31 juli.

    `vakanties` zijn schoolvakanties: die tellen niet mee in een venster van schoolweken (een weekeinde hoort bij de week ervoor). `vrije_dagen` zijn losse
    dagen zonder les (een studiedag), `feestdagen` ook, en die zijn bovendien geen werkdag. `perioden` geeft per soort
    ("rapportperiode", "trimester") de blokken die de school gebruikt. Vakanties en feestdagen mogen na `eind` doorlopen: een
    termijn kan over de grens van het jaar gaan.
    """

    begin: date
    eind: date
    vakanties: tuple[Tijdvak, ...] = ()
    vrije_dagen: frozenset[date] = frozenset()
    feestdagen: frozenset[date] = frozenset()
    perioden: Mapping[str, tuple[Tijdvak, ...]] = field(default_factory=dict)

    @classmethod
    def of_year(
        cls,
        schooljaar: str,
        vakanties: tuple[Tijdvak, ...] = (),
        vrije_dagen: frozenset[date] = frozenset(),
        feestdagen: frozenset[date] = frozenset(),
        perioden: Mapping[str, tuple[Tijdvak, ...]] | None = None,
    ) -> Kalender:
        """Return the calendar of a school year such as "2026-2027": 1 August to 31 July."""
        jaar = int(schooljaar[:4])
        return cls(date(jaar, 8, 1), date(jaar + 1, 7, 31), vakanties, vrije_dagen, feestdagen, perioden or {})

    # ---- Dagen ----------------------------------------------------------------------------------------------------

    def __contains__(self, dag: date) -> bool:
        """Return whether the calendar knows this day."""
        return self.begin <= dag <= self.eind

    def is_school_day(self, dag: date) -> bool:
        """Return whether there are lessons on this day; also true past `eind`, as far as vacations are known."""
        return dag.isoweekday() <= _VRIJDAG and not self._is_free(dag)

    def is_working_day(self, dag: date) -> bool:
        """Return whether this is a day from Monday to Friday that is no public holiday."""
        return dag.isoweekday() <= _VRIJDAG and dag not in self.feestdagen

    def in_vacation(self, dag: date) -> bool:
        """Return whether the day lies in a school vacation."""
        return dag.toordinal() in self._vakantiedagen

    def days(self) -> Iterator[date]:
        """Yield every day of the calendar."""
        return Tijdvak(self.begin, self.eind).days()

    @cached_property
    def school_days(self) -> tuple[date, ...]:
        """Return the days with lessons, in order."""
        return tuple(dag for dag in self.days() if self.is_school_day(dag))

    def year_start(self, dag: date) -> date:
        """Return where the school year of this day begins: 1 August, or the begin of the calendar if that is later."""
        jaar = dag.year if dag.month >= _AUGUSTUS else dag.year - 1
        return max(date(jaar, _AUGUSTUS, 1), self.begin)

    def year_end(self, dag: date) -> date:
        """Return where the school year of this day ends: 31 July, or the end of the calendar if that is earlier."""
        jaar = dag.year + 1 if dag.month >= _AUGUSTUS else dag.year
        return min(date(jaar, _AUGUSTUS, 1) - timedelta(days=1), self.eind)

    def first_lesson(self, dag: date) -> date | None:
        """Return the first day with lessons in the school year of `dag`."""
        plek = bisect_left(self.school_days, self.year_start(dag))
        return self.school_days[plek] if plek < len(self.school_days) else None

    def school_days_between(self, van: date, tot: date) -> int:
        """Return how many days with lessons lie from `van` up to and including `tot`."""
        return max(bisect_right(self.school_days, tot) - bisect_left(self.school_days, van), 0)

    def working_days_between(self, van: date, tot: date) -> int:
        """Return how many working days lie from `van` up to and including `tot`."""
        return max(bisect_right(self._werkdagen, tot) - bisect_left(self._werkdagen, van), 0)

    def term_days_between(self, van: date, tot: date) -> int:
        """Return how many days of weeks with lessons lie from `van` up to and including `tot`, weekends included."""
        return max(bisect_right(self._lestijd, tot) - bisect_left(self._lestijd, van), 0)

    # ---- Vensters -------------------------------------------------------------------------------------------------

    def window_start(self, periode: Hoeveelheid, dag: date) -> date:
        """Return the first day of the sliding window of this length that ends on `dag`, `dag` included.

        A window that would begin before the calendar begins there. Raises `UnitError` when the period is no length of days.
        """
        if geteld := self._counted(periode):
            dagen, aantal = geteld
            plek = bisect_right(dagen, dag) - aantal
            return dagen[plek] if plek > 0 else self.begin
        return max(_calendar_start(periode, dag), self.begin)

    def window_is_full(self, periode: Hoeveelheid, dag: date) -> bool:
        """Return whether the sliding window that ends on `dag` begins no earlier than the first lesson of the school year."""
        eerste = self.first_lesson(dag)
        if eerste is None or dag < eerste:
            return False
        if geteld := self._counted(periode):
            dagen, aantal = geteld
            return bisect_right(dagen, dag) - bisect_left(dagen, eerste) >= aantal
        return _calendar_start(periode, dag) >= eerste

    def block(self, periode: Hoeveelheid, dag: date) -> Tijdvak:
        """Return the fixed block of this length in which `dag` lies.

        A month, quarter, half year and year follow the calendar, a school year runs from 1 August; weeks, days and school weeks
        are blocks from the begin of the school year; a rapportperiode or trimester is what the school laid down.
        Raises `UnitError` when the period is no length of days.
        """
        eenheid, aantal = periode.eenheid, periode.getal
        if eenheid in PERIODEN and self.perioden.get(eenheid):
            return self._agreed_block(eenheid, dag)
        if eenheid == "schooljaar":
            return Tijdvak(self.year_start(dag), self.year_end(dag))
        if eenheid in MAANDEN and aantal.denominator == 1 and aantal:
            return self._calendar_block(aantal.numerator * MAANDEN[eenheid], dag)
        if geteld := self._counted(periode):
            return self._counted_block(*geteld, dag)
        lengte = _whole(_in_days(periode))
        begin = self.year_start(dag)
        van = begin + timedelta(days=(dag - begin).days // lengte * lengte)
        return Tijdvak(van, min(van + timedelta(days=lengte - 1), self.year_end(dag)))

    def measurements(self, periode: Hoeveelheid, *, vast: bool) -> tuple[tuple[date, date], ...]:
        """Return the days at the end of which a level over this period is measured, each with the first day that counts.

        Sliding: every day with lessons on which the period is full. Fixed: the last lesson of every block that is not cut short.
        """
        sleutel = (periode, vast)
        if sleutel not in self._metingen:
            self._metingen[sleutel] = tuple(self._block_ends(periode) if vast else self._full_windows(periode))
        return self._metingen[sleutel]

    def assumption(self, periode: Hoeveelheid, *, vast: bool) -> str:
        """Return in plain Dutch what was assumed about this period, or nothing when it is plain."""
        if periode.eenheid not in PERIODEN or (vast and self.perioden.get(periode.eenheid)):
            return ""
        lengte = _whole(_in_days(periode))
        return f"Hoe lang een {periode.eenheid} bij deze school duurt, is niet bekend; {periode} is hier gerekend als {lengte} dagen."

    # ---- Termijnen ------------------------------------------------------------------------------------------------

    def deadline(self, dag: date, termijn: Hoeveelheid) -> date:
        """Return the last day of a term that begins when a step fires on `dag`.

        School days and working days are counted as such; every other unit follows the calendar. Raises `UnitError` when the
        term is no length of time.
        """
        eenheid, aantal = termijn.eenheid, termijn.getal
        if termijn.soort == "duur":
            return dag + timedelta(days=floor(termijn.basis(60) / (24 * 60)))
        if eenheid in _SCHOOLDAGEN or eenheid == "dagdeel":
            return self._forward(dag, floor(aantal) if eenheid != "dagdeel" else floor(aantal / 2), school=True)
        if eenheid == "werkdag":
            return self._forward(dag, floor(aantal), school=False)
        if eenheid in MAANDEN and aantal.denominator == 1:
            return _months(dag, aantal.numerator * MAANDEN[eenheid])
        return dag + timedelta(days=floor(_in_days(termijn)))

    # ---- Binnenwerk -----------------------------------------------------------------------------------------------

    @cached_property
    def _metingen(self) -> dict[tuple[Hoeveelheid, bool], tuple[tuple[date, date], ...]]:
        """Return a place to keep what `measurements` found: every signal over the same period asks the same."""
        return {}

    def _full_windows(self, periode: Hoeveelheid) -> Iterator[tuple[date, date]]:
        geteld = self._counted(periode)
        for dag in self.school_days:
            if geteld is None:
                if self.window_is_full(periode, dag):
                    yield dag, self.window_start(periode, dag)
                continue
            dagen, aantal = geteld
            eerste, tot = self.first_lesson(dag), bisect_right(dagen, dag)
            if eerste is not None and tot - bisect_left(dagen, eerste) >= aantal:
                yield dag, dagen[tot - aantal]

    def _block_ends(self, periode: Hoeveelheid) -> Iterator[tuple[date, date]]:
        for dag in self.school_days:
            blok = self.block(periode, dag)
            afgekapt = blok.tot == self.year_end(dag) and periode.eenheid not in MAANDEN.keys() | PERIODEN
            if self.school_days_between(dag, blok.tot) == 1 and not afgekapt:
                yield dag, blok.van

    @cached_property
    def _vakantiedagen(self) -> frozenset[int]:
        return frozenset(n for vak in self.vakanties for n in range(vak.van.toordinal(), vak.tot.toordinal() + 1))

    @cached_property
    def _werkdagen(self) -> tuple[date, ...]:
        return tuple(dag for dag in self.days() if self.is_working_day(dag))

    @cached_property
    def _lestijd(self) -> tuple[date, ...]:
        """Return the days of weeks with lessons: single free days and weekends included, vacations not.

        A weekend goes with the week before it, so that a school week is seven days and a vacation takes away whole weeks.
        """
        return tuple(dag for dag in self.days() if not self._lost_to_vacation(dag))

    def _lost_to_vacation(self, dag: date) -> bool:
        if dag.isoweekday() <= _VRIJDAG:
            return self.in_vacation(dag)
        maandag = dag - timedelta(days=dag.weekday())
        return all(self.in_vacation(maandag + timedelta(days=n)) for n in range(_VRIJDAG))

    def _is_free(self, dag: date) -> bool:
        return dag in self.vrije_dagen or dag in self.feestdagen or self.in_vacation(dag)

    def _counted(self, periode: Hoeveelheid) -> tuple[tuple[date, ...], int] | None:
        """Return the days that a period counts and how many of them it is, or `None` when it follows the calendar."""
        eenheid, aantal = periode.eenheid, periode.getal
        if eenheid in _SCHOOLDAGEN:
            return self.school_days, _whole(aantal)
        if eenheid == "dagdeel":
            return self.school_days, max(ceil(aantal / 2), 1)
        if eenheid == "werkdag":
            return self._werkdagen, _whole(aantal)
        if eenheid in _SCHOOLWEKEN:
            return self._lestijd, _whole(aantal * 7)
        return None

    def _forward(self, dag: date, aantal: int, *, school: bool) -> date:
        telt = self.is_school_day if school else self.is_working_day
        while aantal > 0:
            dag += timedelta(days=1)
            aantal -= telt(dag)
        return dag

    def _counted_block(self, dagen: tuple[date, ...], lengte: int, dag: date) -> Tijdvak:
        """Return the block of `lengte` of these days, counted from the begin of the school year, in which `dag` lies."""
        begin, eind = self.year_start(dag), self.year_end(dag)
        eerste = bisect_left(dagen, begin)
        nummer = max(bisect_right(dagen, dag) - 1 - eerste, 0) // lengte
        van = dagen[eerste + nummer * lengte] if nummer and eerste + nummer * lengte < len(dagen) else begin
        volgende = eerste + (nummer + 1) * lengte
        tot = dagen[volgende] - timedelta(days=1) if volgende < len(dagen) else eind
        return Tijdvak(van, min(tot, eind))

    def _calendar_block(self, maanden: int, dag: date) -> Tijdvak:
        nummer = (dag.year * 12 + dag.month - 1) // maanden
        van = date(*_year_month(nummer * maanden), 1)
        tot = date(*_year_month((nummer + 1) * maanden), 1) - timedelta(days=1)
        return Tijdvak(max(van, self.begin), min(tot, self.eind))

    def _agreed_block(self, eenheid: str, dag: date) -> Tijdvak:
        """Return the block of the school in which the day lies; a day between two blocks has one of its own."""
        vorige = self.begin - timedelta(days=1)
        for vak in sorted(self.perioden[eenheid]):
            if dag in vak:
                return vak
            if dag < vak.van:
                return Tijdvak(vorige + timedelta(days=1), vak.van - timedelta(days=1))
            vorige = vak.tot
        return Tijdvak(vorige + timedelta(days=1), self.eind)


def _calendar_start(periode: Hoeveelheid, dag: date) -> date:
    """Return the first day of a window in calendar time that ends on `dag`."""
    if periode.eenheid in MAANDEN and periode.getal.denominator == 1 and periode.getal:
        return _months(dag, -periode.getal.numerator * MAANDEN[periode.eenheid]) + timedelta(days=1)
    return dag - timedelta(days=_whole(_in_days(periode)) - 1)


def _whole(aantal: Fraction) -> int:
    """Return a number of days as whole days, at least one."""
    return max(floor(aantal), 1)


def _in_days(periode: Hoeveelheid) -> Fraction:
    if periode.soort != "dagen":
        raise UnitError(f"«{periode}» is geen periode in dagen, weken of maanden.")
    return periode.basis()


def _months(dag: date, aantal: int) -> date:
    """Return the same day of the month so many months on; the last day of a month that is too short."""
    jaar, maand = _year_month(dag.year * 12 + dag.month - 1 + aantal)
    return date(jaar, maand, min(dag.day, monthrange(jaar, maand)[1]))


def _year_month(nummer: int) -> tuple[int, int]:
    return nummer // 12, nummer % 12 + 1
