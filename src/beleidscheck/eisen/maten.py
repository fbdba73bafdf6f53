"""Grenzen van twee kaders: ligt de ene zeker niet ruimer dan de andere, hoe een school haar waarde ook schrijft.

Alleen wat zonder omrekentafel vaststaat telt: een week is zeven dagen en een uur zestig minuten, maar een schooldag is geen vaste
tijd en een lesuur ook niet. Wat niet vaststaat, is niet te vergelijken.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from beleidscheck.hoeveelheid import Hoeveelheid, QuantityError, parse_hoeveelheid, parse_ritme

#: Eenheden die in elkaar op te tellen zijn, met hun maat; van elke andere eenheid is alleen het aantal te vergelijken.
_FAMILIE: Final[dict[str, tuple[str, Fraction]]] = {
    **{eenheid: ("minuten", Fraction(maat)) for eenheid, maat in (("minuut", 1), ("halfuur", 30), ("uur", 60), ("klokuur", 60))},
    **{eenheid: ("dagen", Fraction(maat)) for eenheid, maat in (("dag", 1), ("kalenderdag", 1), ("week", 7))},
    **{eenheid: ("maanden", Fraction(maat)) for eenheid, maat in (("maand", 1), ("kwartaal", 3), ("halfjaar", 6), ("jaar", 12))},
    **dict.fromkeys(("schooldag", "lesdag"), ("schooldagen", Fraction(1))),
    **dict.fromkeys(("schoolweek", "lesweek"), ("schoolweken", Fraction(1))),
}
#: Zoveel gewone dagen telt een schooldag in de omrekentafel; zij is de ruimste van de losse dagen.
_RUIMSTE_DAG: Final = Fraction(7, 5)


def as_quantity(tekst: str) -> Hoeveelheid | None:
    """Return the quantity or the rhythm in a text, or `None` when it is neither."""
    for lees in (parse_hoeveelheid, parse_ritme):
        try:
            return lees(tekst)
        except QuantityError:
            continue
    return None


def size(maat: Hoeveelheid) -> tuple[str, Fraction]:
    """Return the family of units and the size in it; quantities of one family have a fixed order."""
    familie, factor = _FAMILIE.get(maat.eenheid, (maat.eenheid, Fraction(1)))
    return familie, maat.getal * factor


def no_more(een: Hoeveelheid, ander: Hoeveelheid) -> bool:
    """Return whether `een` is for certain no more than `ander`."""
    (familie, klein), (andere, groot) = size(een), size(ander)
    # de omrekentafel telt drie maanden en een kwartaal niet in evenveel dagen; wie een waarde in dagen schrijft, merkt dat
    return familie == andere and klein <= groot and (familie != "maanden" or een.basis() <= ander.basis())


def max_covers(nieuw: str | int, oud: str | int) -> bool:
    """Return whether every value that is at most `nieuw` is for certain at most `oud`."""
    if isinstance(nieuw, int) or isinstance(oud, int):
        return isinstance(nieuw, int) and isinstance(oud, int) and nieuw <= oud
    een, ander = as_quantity(nieuw), as_quantity(oud)
    if een is None or ander is None or not no_more(een, ander):
        return False
    # «1 dag» en «1 schooldag» gelden als even lang; zonder deze regel zou 1 schooldag onder 1 dag passen en niet onder 1,2 dagen
    return not een.is_one_day or ander.is_one_day or ander.basis() >= _RUIMSTE_DAG


def min_covers(nieuw: str | int, oud: str | int) -> bool:
    """Return whether every value that is at least `nieuw` is for certain at least `oud`."""
    if isinstance(nieuw, int) or isinstance(oud, int):
        return isinstance(nieuw, int) and isinstance(oud, int) and nieuw >= oud
    een, ander = as_quantity(nieuw), as_quantity(oud)
    if een is None or ander is None or not no_more(ander, een):
        return False
    return not een.is_one_day or ander.is_one_day or ander.basis() <= 1
