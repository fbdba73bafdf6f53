"""De toetswaarde: haalt een drempel van de school de waarde en de periode van de norm, met de vaste omrekening van eenheden?

Dit beslist over een tekort. Of de school op elk verloop op tijd is, zegt het bewijs in strengheid.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING, Final

from beleidscheck.hoeveelheid import Hoeveelheid, UnitError, compare

if TYPE_CHECKING:
    from beleidscheck.trap.ladder import Signaal

#: Eenheden die doortellen in een vakantie; een lesweek of schoolweek doet dat niet.
_KALENDER: Final = frozenset({"dag", "kalenderdag", "week", "maand"})
#: In dagen: zes weken zonder les tussen twee schooljaren.
_ZOMERVAKANTIE: Final = Fraction(42)


@dataclass(frozen=True, slots=True)
class Eis:
    """Wat een norm van een drempel vraagt.

    `uiterlijk`: gaat af bij hooguit zoveel. `binnen`: geteld over minstens dit venster. `vanaf`: het gaat om een trede die
    niet eerder begint dan dit. `onder`: een peil, afgaan zodra het eronder komt. `ook_meer_dan`: "meer dan n" mag ook.
    """

    uiterlijk: Hoeveelheid | None = None
    binnen: Hoeveelheid | None = None
    vanaf: Hoeveelheid | None = None
    onder: Hoeveelheid | None = None
    ook_meer_dan: bool = False


def same_kind(signaal: Signaal, eis: Eis) -> bool:
    """Return whether the threshold of the signal, if it has one, can be measured against the requirement at all."""
    maat = eis.uiterlijk or eis.onder or eis.vanaf
    return maat is None or signaal.drempel is None or signaal.drempel.soort == maat.soort


def is_this_rung(signaal: Signaal, eis: Eis, lesuur: int | None) -> bool:
    """Return whether the signal is on the rung meant: not below `vanaf`. Raises `UnitError` without the length of a lesuur."""
    if eis.vanaf is None or signaal.drempel is None:
        return True
    return compare(signaal.drempel, eis.vanaf, lesuur) >= 0


def fires_in_time(signaal: Signaal, eis: Eis, lesuur: int | None) -> bool:
    """Return whether the signal fires no later than the requirement. Raises `UnitError` without the length of a lesuur.

    "vanaf n" fires at n; "meer dan n" just above n; "elke n" at n and again; "onder p" below p. A level is tested from the
    other side: a school that acts below 96 percent acts no later than one that acts below 95.
    """
    drempel = signaal.drempel
    if eis.onder is not None:
        return drempel is not None and signaal.vergelijking == "onder" and compare(drempel, eis.onder, lesuur) >= 0
    if eis.uiterlijk is None:
        return True
    if drempel is None or signaal.vergelijking == "onder":
        return False
    stand = 0 if drempel.is_one_day and eis.uiterlijk.is_one_day else compare(drempel, eis.uiterlijk, lesuur)
    return stand < 0 or (stand == 0 and (signaal.vergelijking != "meer_dan" or eis.ook_meer_dan))


def window_is_long_enough(signaal: Signaal, eis: Eis, lesuur: int | None) -> bool:
    """Return whether the signal sees at least what the norm sees in its window.

    A longer sliding window sees more. A shorter one is enough when its threshold is so much lower that the norm's amount
    cannot be spread past it: `h_s <= h_p / ceil(w_p / w_s)`, rounded up for whole units (the covering argument, docs/trap.md).
    Fixed blocks may cut an absence in two, so one more block has to be reckoned with. The first time needs no window, and a
    first single hour or day none as long as the school does not limit the counting. A level is only the same over the same
    period. Raises `UnitError` without the length of a lesuur.
    """
    drempel, periode, binnen = signaal.drempel, signaal.periode, eis.binnen
    if binnen is None or drempel is None:
        return True
    if drempel.getal <= 1 and signaal.vergelijking in {"vanaf", "elke"} and (periode is None or drempel.soort == "keer"):
        return True
    if periode is None or periode.soort != binnen.soort:
        return False
    if eis.onder is not None:
        return compare(periode, binnen) == 0
    if (signaal.venster == "voortschrijdend" or _within_one_year(periode, binnen)) and compare(periode, binnen) >= 0:
        return True
    return _covers(signaal, eis, lesuur)


def _within_one_year(periode: Hoeveelheid, binnen: Hoeveelheid) -> bool:
    """Return whether no window of the norm has lessons of two school years, so that counting per school year cuts nothing.

    That is so for a norm per school year, and for a window in calendar time no longer than the summer holiday between them.
    """
    if periode.eenheid != "schooljaar":
        return False
    return binnen.eenheid == "schooljaar" or (binnen.eenheid in _KALENDER and binnen.basis() <= _ZOMERVAKANTIE)


def _covers(signaal: Signaal, eis: Eis, lesuur: int | None) -> bool:
    if eis.uiterlijk is None or eis.binnen is None or signaal.drempel is None or signaal.periode is None:
        return False
    venster = signaal.periode.basis()
    if venster == 0:
        return False
    delen = ceil(eis.binnen.basis() / venster) + (signaal.venster == "vast")
    if signaal.drempel.soort == "keer":
        nodig = Fraction(ceil(eis.uiterlijk.getal / delen))
        bij = signaal.drempel.getal + (signaal.vergelijking == "meer_dan")
        return bij <= nodig
    nodig = eis.uiterlijk.basis(lesuur) / delen
    bij = signaal.drempel.basis(lesuur)
    return bij < nodig if signaal.vergelijking == "meer_dan" else bij <= nodig


__all__ = ["Eis", "UnitError", "fires_in_time", "is_this_rung", "same_kind", "window_is_long_enough"]
