"""Wat eraan te doen is als een kaderbestand niet de goede vorm heeft: welke sleutel bedoeld was, en wat er wel mag staan."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from pydantic import BaseModel

from beleidscheck.kader import model
from beleidscheck.toetsen import SOORTEN, Voorwaarde
from beleidscheck.toetsen.basis import enumerate_nl

if TYPE_CHECKING:
    from collections.abc import Mapping

    from beleidscheck.trap.ladder import Pad

_KIJK: Final = "Kijk in docs/kader.md hoe een kader eruitziet."
_VAST: Final[Mapping[str, str]] = {
    "string_pattern_mismatch": "Schrijf een getal met een eenheid, bijvoorbeeld `4 keer`, `12 schoolweken` of `1 jaar`.",
    "list_type": "Zet elk onderdeel op een eigen regel met een streepje ervoor, of schrijf `[een, twee]`.",
    "tuple_type": "Zet elk onderdeel op een eigen regel met een streepje ervoor, of schrijf `[een, twee]`.",
    "bool_type": "Schrijf `true` of `false`.",
    "int_type": "Schrijf een heel getal zonder aanhalingstekens.",
    "int_parsing": "Schrijf een heel getal zonder aanhalingstekens.",
    "int_from_float": "Rond het getal af.",
    "dict_type": "Zet er sleutels onder, ingesprongen, elk met een dubbele punt.",
    "model_type": "Zet er sleutels onder, ingesprongen, elk met een dubbele punt.",
    "model_attributes_type": "Zet er sleutels onder, ingesprongen, elk met een dubbele punt.",
    "string_type": "Staat er een getal of ja/nee? Zet er dan aanhalingstekens om.",
    "too_short": "Zet er minstens één onderdeel onder.",
    "too_long": "Haal er onderdelen uit.",
}


def remedy(pad: Pad, soort: str, context: Mapping[str, Any]) -> str:
    """Return what to do about one error of pydantic; `context` is what pydantic knows about it."""
    sleutel = next((deel for deel in reversed(pad) if isinstance(deel, str)), "")
    match soort:
        case "missing":
            return f"Voeg `{sleutel}:` toe."
        case "extra_forbidden":
            return _meant(sleutel)
        case "literal_error" | "enum":
            woorden = re.findall(r"'([^']+)'", str(context.get("expected", "")))
            return f"Kies uit {enumerate_nl([f'`{woord}`' for woord in woorden], 'of')}." if woorden else _KIJK
        case "union_tag_invalid" | "union_tag_not_found":
            return f"Kies een soort: {enumerate_nl(_kinds(), 'of')}."
        case "value_error":
            return str(context.get("error", _KIJK))  # een eigen zin van de soort, in het Nederlands
        case _:
            return _VAST.get(soort, _KIJK)


def _meant(sleutel: str) -> str:
    beste = get_close_matches(sleutel, _known_keys(), n=1, cutoff=0.7)
    return f"Bedoelde u `{beste[0]}`?" if beste else "Haal deze sleutel weg, of controleer of zij onder het goede blok staat."


@cache
def _kinds() -> tuple[str, ...]:
    return tuple(f"`{soort.model_fields['soort'].annotation.__args__[0]}`" for soort in SOORTEN)  # type: ignore[union-attr]


@cache
def _known_keys() -> tuple[str, ...]:
    """Return every key that a kader file can have, in any block."""
    soorten: list[type[BaseModel]] = [*SOORTEN, Voorwaarde]
    soorten += [deel for deel in vars(model).values() if isinstance(deel, type) and issubclass(deel, BaseModel)]
    return tuple(dict.fromkeys(veld for soort in soorten for veld in soort.model_fields))
