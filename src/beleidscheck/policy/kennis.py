"""Wat er bekend is bij een uitbreiding: welke woorden bestaan, wat synoniemen zijn, en welke regionale velden er zijn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from beleidscheck.beleid.paden import regionale_boom
from beleidscheck.beleid.woorden import LEEG, synoniemen, woorden_van

if TYPE_CHECKING:
    from beleidscheck.beleid.paden import Veld
    from beleidscheck.beleid.woorden import Uitbreiding

#: De lijsten waarvan elk woord bekend moet zijn, met de naam voor de lezer.
GEKEURD: Final[dict[str, str]] = {"rol": "rol", "actie": "actie", "plaats": "plaats van vastlegging"}
_ONTHOUD: Final = 16


@dataclass(frozen=True, slots=True)
class Kennis:
    """De woorden en velden die bij een uitbreiding horen; één keer uitgerekend."""

    uitbreiding: Uitbreiding
    synoniemen: dict[str, dict[str, str]]
    bekend: dict[str, frozenset[str]]
    regionaal: Veld | None


_KENNIS: Final[dict[int, Kennis]] = {}


def kennis_van(uitbreiding: Uitbreiding = LEEG) -> Kennis:
    """Return what is known with this extension; remembered for the last few extensions."""
    kennis = _KENNIS.get(id(uitbreiding))
    if kennis is None:  # de waarde houdt de uitbreiding vast, dus een id kan niet opnieuw worden uitgegeven
        while len(_KENNIS) >= _ONTHOUD:
            del _KENNIS[next(iter(_KENNIS))]
        kennis = _KENNIS[id(uitbreiding)] = Kennis(
            uitbreiding,
            synoniemen(uitbreiding),
            {soort: frozenset(woorden_van(soort, uitbreiding)) for soort in GEKEURD},
            regionale_boom(uitbreiding.velden) if uitbreiding.velden else None,
        )
    return kennis
