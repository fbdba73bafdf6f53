"""Gaat het ene signaal van een ladder nooit later af dan het andere? Alleen de eerste keer, en alleen waar het zeker is.

Voor een voortschrijdend venster van lengte v en een drempel g: elk venster w wordt bedekt door k = ceil(w / v) vensters v, en als in w
minstens h valt, valt in één daarvan minstens ceil(h / k). Dus is g hooguit dat getal, dan gaat g nooit later af. Vaste blokken kunnen w op
één plek meer doorsnijden: dan is het k + 1. Dezelfde regel als docs/trap.md, hier voor twee signalen van één school.
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from beleidscheck.hoeveelheid import Hoeveelheid
    from beleidscheck.trap.ladder import Signaal

#: Een drempel als grens: de waarde in de basiseenheid, en of die net overschreden moet worden.
Punt = tuple[Fraction, int]
#: Vensters die uit dezelfde dagen bestaan, met hun maat daarin.
_FAMILIE: Final[dict[str, tuple[str, int]]] = {
    "dag": ("dag", 1),
    "kalenderdag": ("dag", 1),
    "week": ("dag", 7),
    "schooldag": ("schooldag", 1),
    "lesdag": ("schooldag", 1),
    "werkdag": ("werkdag", 1),
    "schoolweek": ("schoolweek", 1),
    "lesweek": ("schoolweek", 1),
    "maand": ("maand", 1),
    "kwartaal": ("maand", 3),
    "halfjaar": ("maand", 6),
    "jaar": ("maand", 12),
    "schooljaar": ("maand", 12),
}
#: Zoveel dagen vakantie vallen er hooguit in een jaar.
_VAKANTIE: Final = 84
_WEEK: Final = 7
_LESDAGEN: Final = 5


def point(signaal: Signaal, lesuur: int | None = None) -> Punt | None:
    """Return where the signal first fires; `None` when it has no threshold, or a lesuur of unknown length has to be reckoned with."""
    drempel = signaal.drempel
    if drempel is None:
        return None
    boven = int(signaal.vergelijking == "meer_dan")
    if drempel.eenheid == "lesuur" and lesuur is None:
        return None
    waarde = drempel.basis(lesuur)
    if drempel.soort == "keer":  # een halve keer bestaat niet
        return (Fraction(floor(waarde) + 1), 0) if boven else (Fraction(ceil(waarde)), 0)
    return waarde, boven


def same_firing(een: Signaal, ander: Signaal) -> bool:
    """Return whether both signals fire on the same days for everyone: the same signal, written twice."""
    if een.naam != ander.naam or (een.naam == "anders" and (not een.toelichting or een.toelichting != ander.toelichting)):
        return False
    return (een.periode, een.venster, een.herhaling, een.opnieuw_tellen) == (
        ander.periode,
        ander.venster,
        ander.herhaling,
        ander.opnieuw_tellen,
    ) and _same_threshold(een, ander)


def _same_threshold(een: Signaal, ander: Signaal) -> bool:
    if een.drempel == ander.drempel and een.vergelijking == ander.vergelijking:
        return True
    if een.drempel is None or ander.drempel is None or "elke" in {een.vergelijking, ander.vergelijking}:
        return False
    return (
        een.drempel.soort == ander.drempel.soort == "keer"
        and point(een) == point(ander)
        and "onder" not in {een.vergelijking, ander.vergelijking}
    )


def fires_with(een: Signaal, ander: Signaal) -> bool:
    """Return whether, the first time that `ander` fires, `een` fires that day or has done so: `ander` is never the first."""
    if same_firing(een, ander):
        return True
    if een.naam != ander.naam or een.naam == "anders" or een.drempel is None or ander.drempel is None:
        return False
    if (
        ander.herhaling
        or ander.opnieuw_tellen
        or {een.vergelijking, ander.vergelijking} & {"onder"}
        or ander.vergelijking == "elke"
    ):
        return False
    if een.vergelijking == "elke":
        return not (een.herhaling or een.opnieuw_tellen) and _is_multiple(een, ander)
    return een.drempel == ander.drempel and een.vergelijking == ander.vergelijking and no_later(een, ander)


def _is_multiple(elke: Signaal, ander: Signaal) -> bool:
    """Return whether counting "elke n" reaches a multiple on the day that `ander` is first reached."""
    punt = point(ander)
    return (
        elke.drempel is not None
        and ander.drempel is not None
        and punt is not None
        and elke.drempel.soort == ander.drempel.soort == "keer"
        and elke.drempel.getal > 0
        and (elke.periode, elke.venster) == (ander.periode, ander.venster)
        and punt[0] % elke.drempel.getal == 0
    )


def no_later(een: Signaal, ander: Signaal, lesuur: int | None = None) -> bool:
    """Return whether the first time that `een` fires is certainly no later than the first time that `ander` does.

    For runs of different kinds of days that is reckoned without vacations.
    """
    if een.naam != ander.naam or een.naam == "anders":
        return False
    if een.drempel is None or ander.drempel is None:
        return een.drempel is None and ander.drempel is None
    if een.drempel.soort != ander.drempel.soort:
        return False
    if "onder" in {een.vergelijking, ander.vergelijking} or een.drempel.soort == "procent":
        return _level_no_later(een, ander)
    if een.drempel.soort == "dagen":
        return een.periode == ander.periode and _run_no_later(een, ander)
    return _count_no_later(een, ander, lesuur)


def _level_no_later(een: Signaal, ander: Signaal) -> bool:
    return (
        een.vergelijking == ander.vergelijking == "onder"
        and een.drempel is not None
        and ander.drempel is not None
        and (een.periode, een.venster) == (ander.periode, ander.venster)
        and een.drempel.getal >= ander.drempel.getal
    )


def _count_no_later(een: Signaal, ander: Signaal, lesuur: int | None) -> bool:
    if een.drempel is not None and ander.drempel is not None and een.drempel.eenheid == ander.drempel.eenheid == "lesuur":
        grens, gevraagd = _plain(een), _plain(ander)
    else:
        grens, gevraagd = point(een, lesuur), point(ander, lesuur)
    if grens is None or gevraagd is None:
        return False
    delen = _parts(een, ander)
    if delen == 0:
        return _is_first_event(een, grens)
    deel = gevraagd[0] / delen
    heel = een.drempel is not None and een.drempel.soort == "keer"
    return grens <= (Fraction(ceil(deel)) if heel else deel, gevraagd[1])


def _plain(signaal: Signaal) -> Punt | None:
    return None if signaal.drempel is None else (signaal.drempel.getal, int(signaal.vergelijking == "meer_dan"))


def _is_first_event(signaal: Signaal, grens: Punt) -> bool:
    """Return whether the very first event fires the signal, so that no window matters."""
    return (
        signaal.drempel is not None
        and signaal.drempel.soort == "keer"
        and grens[0] <= 1
        and signaal.periode is not None
        and signaal.periode.getal > 0
    )


def _parts(een: Signaal, ander: Signaal) -> int:
    """Return in how many windows of `een` one window of `ander` certainly fits; 0 when that is not known."""
    if (een.periode, een.venster) == (ander.periode, ander.venster) or een.periode is None:
        return 1
    if ander.periode is None or een.periode.soort != "dagen" or ander.periode.soort != "dagen" or een.periode.getal == 0:
        return 0
    extra = int(een.venster == "vast")
    eigen, andere = _FAMILIE.get(een.periode.eenheid), _FAMILIE.get(ander.periode.eenheid)
    if eigen is None or andere is None:
        return 0
    if eigen[0] == andere[0]:
        return ceil(ander.periode.getal * andere[1] / (een.periode.getal * eigen[1])) + extra
    return 1 + extra if _shortest(een.periode) >= _longest(ander.periode) else 0


def _shortest(periode: Hoeveelheid) -> Fraction:
    """Return how many calendar days the window spans at least."""
    familie, maat = _FAMILIE[periode.eenheid]
    getal = periode.getal * maat
    return getal * {"dag": 1, "schooldag": 1, "werkdag": 1, "schoolweek": _WEEK, "maand": 28}[familie]


def _longest(periode: Hoeveelheid) -> Fraction:
    """Return how many calendar days the window spans at most, vacations included."""
    familie, maat = _FAMILIE[periode.eenheid]
    getal = periode.getal * maat
    if familie == "dag":
        return getal
    if familie == "maand":
        return getal * 31
    lengte = getal * _WEEK if familie == "schoolweek" else getal + 2 * ceil(getal / _LESDAGEN)
    return lengte + _VAKANTIE * ceil(lengte / 280)


# ---- Een reeks -------------------------------------------------------------------------------------------------------


def _run_no_later(een: Signaal, ander: Signaal) -> bool:
    grens, gevraagd = _plain(een), _plain(ander)
    if een.drempel is None or ander.drempel is None or grens is None or gevraagd is None:
        return False
    if een.drempel.eenheid == ander.drempel.eenheid:
        return grens <= gevraagd
    eigen, andere = _FAMILIE.get(een.drempel.eenheid), _FAMILIE.get(ander.drempel.eenheid)
    if eigen is None or andere is None:
        return False
    if eigen[0] == andere[0]:
        return (grens[0] * eigen[1], grens[1]) <= (gevraagd[0] * andere[1], gevraagd[1])
    # Verschillende soorten dagen: pas zeker als de langste duur van de een nog binnen de kortste van de ander valt.
    return _span(een.drempel, grens[1], langste=True) <= _span(ander.drempel, gevraagd[1], langste=False)


def _span(drempel: Hoeveelheid, boven: int, *, langste: bool) -> Fraction:
    """Return how many calendar days a run is when it reaches the threshold, at most or at least, without vacations."""
    familie, maat = _FAMILIE[drempel.eenheid]
    getal = drempel.getal * maat
    if familie in {"schooldag", "werkdag"}:
        dagen = Fraction(ceil(getal)) + boven
        weekeinden = ceil((dagen - 1) / _LESDAGEN) if langste else floor((dagen - 1) / _LESDAGEN)
        return dagen + 2 * weekeinden
    if familie == "maand":
        return getal * (31 if langste else 28) + boven
    return getal * (_WEEK if familie == "schoolweek" else 1) + boven
