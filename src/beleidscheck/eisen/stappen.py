"""Eisen aan de ladder: doet een school die de nieuwe eis haalt, voor elke leerling zeker ook wat de oude vroeg?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from beleidscheck.eisen.maten import max_covers, min_covers, size
from beleidscheck.hoeveelheid import parse_hoeveelheid

if TYPE_CHECKING:
    from beleidscheck.toetsen import StapToets


def step_covers(nieuw: StapToets, oud: StapToets) -> bool:
    """Return whether every ladder that meets `nieuw` for certain meets `oud`: no later, for no fewer signals, doing no less."""
    return set(nieuw.signaal) <= set(oud.signaal) and _no_later(nieuw, oud) and _counts_no_less(nieuw, oud) and _does_no_less(nieuw, oud)


def _no_later(nieuw: StapToets, oud: StapToets) -> bool:
    if oud.uiterlijk is not None and not (
        nieuw.uiterlijk is not None
        and max_covers(nieuw.uiterlijk, oud.uiterlijk)
        and (oud.ook_meer_dan or not nieuw.ook_meer_dan or _less(nieuw.uiterlijk, oud.uiterlijk))
    ):
        return False
    if oud.onder is not None and not (nieuw.onder is not None and min_covers(nieuw.onder, oud.onder)):
        return False
    if oud.vanaf is not None and not (nieuw.vanaf is not None and min_covers(nieuw.vanaf, oud.vanaf)):
        return False
    return _window(nieuw, oud)


def _less(een: str, ander: str) -> bool:
    """Return whether a threshold is for certain lower, so that «meer dan» it comes no later either."""
    (familie, klein), (andere, groot) = size(parse_hoeveelheid(een)), size(parse_hoeveelheid(ander))
    return familie == andere and klein < groot


def _window(nieuw: StapToets, oud: StapToets) -> bool:
    """Return whether the new norm looks back at least as far. A level is only the same over the same period."""
    if oud.binnen is None:
        return True
    if nieuw.binnen is None:
        return False
    een, ander = parse_hoeveelheid(nieuw.binnen), parse_hoeveelheid(oud.binnen)
    if een == ander:
        return True
    return oud.onder is None and size(een)[0] == size(ander)[0] and een.eenheid != "schooljaar" and size(een)[1] >= size(ander)[1]


def _counts_no_less(nieuw: StapToets, oud: StapToets) -> bool:
    return (
        (nieuw.herhaling or not oud.herhaling)
        and (nieuw.periode_genoemd or not oud.periode_genoemd)
        and (nieuw.inclusief_vorige or not oud.inclusief_vorige)
    )


def _does_no_less(nieuw: StapToets, oud: StapToets) -> bool:
    if not oud.actie:
        return True
    return (
        bool(nieuw.actie)
        and set(nieuw.actie) <= set(oud.actie)
        and (not oud.wie or (bool(nieuw.wie) and set(nieuw.wie) <= set(oud.wie)))
        and set(oud.met) <= set(nieuw.met)
        and _one_of(nieuw.met, nieuw.met_een_van, oud.met_een_van)
        and set(oud.vastlegging) <= set(nieuw.vastlegging)
        and _one_of(nieuw.vastlegging, nieuw.vastlegging_een_van, oud.vastlegging_een_van)
        and (oud.termijn is None or (nieuw.termijn is not None and max_covers(nieuw.termijn, oud.termijn)))
        and oud.voorwaarde.lower() in nieuw.voorwaarde.lower()
        and set(oud.telt) <= set(nieuw.telt)
    )


def _one_of(alle: list[str], nieuw: list[str], oud: list[str]) -> bool:
    return not oud or bool(set(alle) & set(oud)) or (bool(nieuw) and set(nieuw) <= set(oud))
