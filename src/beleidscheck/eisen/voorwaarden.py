"""Voorwaarden aan één sleutel van een afspraak: wie aan de ene voldoet, voldoet die zeker ook aan de andere?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from beleidscheck.eisen.maten import max_covers, min_covers
from beleidscheck.hoeveelheid import QuantityError, UnitError
from beleidscheck.toetsen.waarden import same, says_something, within

if TYPE_CHECKING:
    from collections.abc import Sequence

    from beleidscheck.toetsen import Voorwaarde


def among(waarde: object, rij: Sequence[object]) -> bool:
    """Return whether a plain value is one of these, without taking `true` for 1."""
    return any(same(waarde, ander) for ander in rij)


def subset(deel: Sequence[object], geheel: Sequence[object]) -> bool:
    """Return whether every value of the one is among the other; an empty list is not a demand."""
    return bool(deel) and all(among(waarde, geheel) for waarde in deel)


def lies_within(waarde: object, hoogstens: str | int | None, minstens: str | int | None) -> bool:
    """Return whether a value lies within a limit, for certain."""
    try:
        return within(waarde, hoogstens, minstens, None)
    except (QuantityError, UnitError):
        return False


def limit_covers(nieuw: Any, oud: Any) -> bool:  # noqa: ANN401 - een grens of een voorwaarde met een grens
    """Return whether what lies within the limit of `nieuw` lies within that of `oud`."""
    if oud.hoogstens is not None:
        return nieuw.hoogstens is not None and max_covers(nieuw.hoogstens, oud.hoogstens)
    return nieuw.minstens is not None and min_covers(nieuw.minstens, oud.minstens)


def condition_covers(nieuw: Voorwaarde, oud: Voorwaarde) -> bool:
    """Return whether every value that meets `nieuw` for certain meets `oud`."""
    mag = allowed(nieuw)
    if oud.gevuld:
        return nieuw.gevuld or says_for_certain(nieuw)
    if oud.gelijk is not None or oud.uit:
        return subset(mag, allowed(oud))
    if oud.bevat:
        return subset(oud.bevat, nieuw.bevat) or (len(mag) == 1 and subset(oud.bevat, mag))
    if oud.een_van:
        return (
            any(among(waarde, oud.een_van) for waarde in nieuw.bevat)
            or subset(nieuw.een_van, oud.een_van)
            or subset(mag, oud.een_van)
        )
    if mag:
        return all(lies_within(waarde, oud.hoogstens, oud.minstens) for waarde in mag)
    return limit_covers(nieuw, oud)


def allowed(voorwaarde: Voorwaarde) -> list[Any]:
    """Return the values that a condition allows, when it names them all; otherwise nothing."""
    return [voorwaarde.gelijk] if voorwaarde.gelijk is not None else list(voorwaarde.uit)


def says_for_certain(voorwaarde: Voorwaarde) -> bool:
    """Return whether a value that meets the condition is for certain more than empty or filler."""
    if voorwaarde.gevuld or voorwaarde.hoogstens is not None or voorwaarde.minstens is not None:
        return True
    if voorwaarde.bevat:
        return any(says_something(waarde) for waarde in voorwaarde.bevat)
    genoemd = voorwaarde.een_van or allowed(voorwaarde)
    return all(says_something(waarde) for waarde in genoemd)
