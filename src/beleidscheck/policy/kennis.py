"""Wat er bekend is bij een uitbreiding: welke woorden bestaan, wat synoniemen zijn, en welke regionale velden er zijn."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.beleid.paden import regionale_velden
from beleidscheck.beleid.woorden import LEEG, synoniemen, vorm, woorden_van
from beleidscheck.policy.melding import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jsonschema.protocols import Validator

    from beleidscheck.beleid.paden import Veld
    from beleidscheck.beleid.woorden import Uitbreiding

#: De lijsten waarvan elk woord bekend moet zijn, met de naam voor de lezer.
GEKEURD: Final[dict[str, str]] = {"rol": "rol", "actie": "actie", "plaats": "plaats van vastlegging"}
#: Zo veel moet een verschreven woord op een bekend woord lijken voordat wij ernaar vragen.
_GELIJKENIS: Final = 0.8
_GELIJKENIS_KORT: Final = 0.65
_KORT: Final = 4


@dataclass(frozen=True)
class Kennis:
    """De woorden en velden die bij een uitbreiding horen; één keer uitgerekend."""

    uitbreiding: Uitbreiding
    synoniemen: dict[str, dict[str, str]]
    bekend: dict[str, frozenset[str]]
    regionaal: Veld | None

    @cached_property
    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the regional fields; only made when there is something to check."""
        from beleidscheck.beleid.schema import regional_schema  # noqa: PLC0415 - alleen als er iets regionaals staat

        return regional_schema(self.uitbreiding.velden)

    @cached_property
    def keurder(self) -> Validator:
        """Return what says what is wrong with the regional fields; only made when something may be wrong."""
        from jsonschema import Draft202012Validator  # noqa: PLC0415 - kost een tiende van een hele toets

        return Draft202012Validator(self.schema, format_checker=Draft202012Validator.FORMAT_CHECKER)

    def nearest(self, soort: str, woord: str, erbij: Iterable[str] = ()) -> str | None:
        """Return the fixed word that somebody meant with a synonym or a slip, or `None`; `erbij` are words of the school's own."""
        tafel = {**self.synoniemen[soort], **{bekend: bekend for bekend in (*self.bekend[soort], *erbij)}}
        geschreven = tafel.get(woord) or tafel.get(vorm(woord))
        grens = _GELIJKENIS_KORT if len(woord) <= _KORT else _GELIJKENIS
        return geschreven or tafel.get(nearest(woord, sorted(tafel), grens) or "")


@lru_cache(maxsize=16)
def kennis_van(uitbreiding: Uitbreiding = LEEG) -> Kennis:
    """Return what is known with this extension; remembered for the last few extensions."""
    return Kennis(
        uitbreiding,
        synoniemen(uitbreiding),
        {soort: frozenset(woorden_van(soort, uitbreiding)) for soort in GEKEURD},
        regionale_velden(uitbreiding),
    )
