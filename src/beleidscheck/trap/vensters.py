"""Vensters in verschillende eenheden vergeleken: hoeveel dagen er minstens en hoogstens in passen, op elke kalender.

Vier soorten dagen: kalenderdagen, schooldagen, werkdagen (ma-vr zonder feestdagen) en dagen buiten de vakantie (schoolweken). In
docs/trap.md staat waarom elke grens klopt.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from math import ceil, floor
from typing import TYPE_CHECKING, Final

from beleidscheck.trap.kalender import MAANDEN, PERIODEN

if TYPE_CHECKING:
    from beleidscheck.hoeveelheid import Hoeveelheid

#: Het kleinste en het grootste aantal dagen van 1 t/m 12 opeenvolgende kalendermaanden.
KORTSTE: Final = (28, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334, 365)
LANGSTE: Final = (31, 62, 92, 123, 153, 184, 215, 245, 276, 306, 337, 366)
_MAANDEN_PER_JAAR: Final = 12
#: In kalenderdagen: zes weken zonder les tussen twee schooljaren.
ZOMER: Final = 42


class Dag(Enum):
    """Welke dagen een venster telt; `BLOK` is een periode waarvan niemand de lengte kent."""

    KALENDER = "kalenderdagen"
    SCHOOL = "schooldagen"
    WERK = "werkdagen"
    LESTIJD = "dagen buiten de vakantie"
    BLOK = "blokken"


#: Wat er in twaalf maanden minstens zit: er is hooguit 18 weken vakantie, en er zijn minstens 150 schooldagen.
JAAR_BEVAT: Final = {Dag.LESTIJD: 239, Dag.WERK: 239, Dag.SCHOOL: 150}
#: Een venster van de eerste soort dagen naast een norm in de tweede: daar passen hooguit vijf dagen per week in.
_WEEKDAGEN: Final = frozenset({(Dag.SCHOOL, Dag.KALENDER), (Dag.WERK, Dag.KALENDER), (Dag.SCHOOL, Dag.LESTIJD)})
_DAGSOORT: Final = {
    "schooldag": Dag.SCHOOL,
    "lesdag": Dag.SCHOOL,
    "dagdeel": Dag.SCHOOL,
    "werkdag": Dag.WERK,
    "schoolweek": Dag.LESTIJD,
    "lesweek": Dag.LESTIJD,
}


@dataclass(frozen=True, slots=True)
class Venster:
    """Een venster: welke dagen het telt, hoeveel daarvan het er minstens en hoogstens zijn, en of het een vast blok is.

    `maanden` is het aantal maanden van een venster dat de kalender volgt, `eenheid` de eenheid van een blok van onbekende lengte.
    """

    dag: Dag
    minstens: int
    hoogstens: int
    vast: bool = False
    maanden: int = 0
    eenheid: str = ""

    def covers(self, norm: Venster) -> bool:
        """Return whether the sliding window holds every day of the sliding window of the norm that ends on the same day."""
        if self.vast:
            return self.maanden == norm.maanden == _MAANDEN_PER_JAAR and self.eenheid == norm.eenheid == "schooljaar"
        if self.maanden and norm.maanden:
            return self.maanden >= norm.maanden
        if Dag.BLOK in {self.dag, norm.dag}:
            return self.eenheid == norm.eenheid and self.minstens >= norm.hoogstens
        if (self.dag, norm.dag) in _WEEKDAGEN:
            return self.minstens >= norm.weekdays_at_most()
        if self.maanden >= _MAANDEN_PER_JAAR and norm.dag in JAAR_BEVAT:
            return JAAR_BEVAT[norm.dag] >= norm.hoogstens
        return self.at_least(norm.dag) >= norm.hoogstens

    def at_least(self, dag: Dag) -> int:
        """Return how many days of this kind the window holds on every calendar, the last day included.

        A window that passes over days is at least as long in the days it passes over: one of school days in every kind of day, one
        of working days or of days outside the vacations in calendar days. The other way round a vacation or a free day can
        empty it, and only its last day is sure.
        """
        return self.minstens if self.dag in {dag, Dag.SCHOOL} or dag is Dag.KALENDER else 1

    def weekdays_at_most(self) -> int:
        """Return how many days from Monday to Friday fit in a window of weeks: five a week, and of what is left at most all.

        So it is in calendar days, and in days outside vacations too: a vacation takes away whole weeks, or only days from Monday to Friday.
        """
        weken, rest = divmod(self.hoogstens, 7)
        return 5 * weken + min(rest, 5)


def window(periode: Hoeveelheid, venster: str = "voortschrijdend") -> Venster:
    """Return the window of a period; `periode` is an amount of days, weeks or months."""
    vast = venster == "vast"
    eenheid, aantal = periode.eenheid, periode.getal
    if eenheid in PERIODEN:
        return Venster(Dag.BLOK, max(floor(aantal), 1), ceil(aantal), vast, eenheid=eenheid)
    if eenheid in MAANDEN and aantal.denominator == 1 and aantal:
        maanden = aantal.numerator * MAANDEN[eenheid]
        return Venster(Dag.KALENDER, months(maanden, KORTSTE), months(maanden, LANGSTE), vast, maanden, eenheid)
    soort = _DAGSOORT.get(eenheid, Dag.KALENDER)
    if eenheid == "dagdeel":
        dagen = max(ceil(aantal / 2), 1)
    elif soort is Dag.LESTIJD:
        dagen = max(floor(aantal * 7), 1)
    elif soort is Dag.KALENDER:
        dagen = max(floor(periode.basis()), 1)
    else:
        dagen = max(floor(aantal), 1)
    return Venster(soort, dagen, dagen, vast)


def months(aantal: int, tafel: tuple[int, ...]) -> int:
    """Return the days of so many months by a table of one year."""
    jaren, rest = divmod(aantal, _MAANDEN_PER_JAAR)
    return jaren * tafel[-1] + (tafel[rest - 1] if rest else 0)
