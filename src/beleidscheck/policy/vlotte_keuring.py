"""Snel zien dat regionale velden goed zijn, zodat `jsonschema` alleen hoeft te laden voor wie een fout heeft.

Dit is geen keuring die iets afkeurt: wat hier niet zeker goed is, of wat deze module niet kent, gaat naar `jsonschema`.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_MAX_DIEPTE: Final = 100
_DATUM: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SOORTEN: Final[dict[str, Callable[[Any], bool]]] = {
    "object": lambda waarde: isinstance(waarde, dict),
    "array": lambda waarde: isinstance(waarde, list),
    "string": lambda waarde: isinstance(waarde, str),
    "boolean": lambda waarde: isinstance(waarde, bool),
    "integer": lambda waarde: isinstance(waarde, int) and not isinstance(waarde, bool),
    "number": lambda waarde: isinstance(waarde, int | float) and not isinstance(waarde, bool),
}
#: Regels die niets eisen.
_ALLEEN_UITLEG: Final = frozenset({"title", "description", "examples", "default", "$defs", "$comment"})


def surely_valid(schema: Mapping[str, Any], waarde: object) -> bool:
    """Return whether the value certainly meets the schema; `False` only says that the real validator must look."""
    return _fits(schema, waarde, schema.get("$defs", {}), _MAX_DIEPTE)


def _fits(schema: Any, waarde: object, defs: Mapping[str, Any], diepte: int) -> bool:  # noqa: ANN401 - JSON
    if not isinstance(schema, dict) or diepte == 0:
        return False
    for regel, eis in schema.items():
        if regel in _ALLEEN_UITLEG:
            continue
        if regel == "$ref":
            goed = _fits(defs.get(str(eis).removeprefix("#/$defs/")), waarde, defs, diepte - 1)
        elif regel == "properties":
            goed = isinstance(waarde, dict) and all(
                _fits(eis[sleutel], deel, defs, diepte - 1) for sleutel, deel in waarde.items() if sleutel in eis
            )
        elif regel == "additionalProperties":
            goed = eis is False and isinstance(waarde, dict) and waarde.keys() <= schema.get("properties", {}).keys()
        elif regel == "items":
            goed = isinstance(waarde, list) and all(_fits(eis, deel, defs, diepte - 1) for deel in waarde)
        else:
            goed = regel in _REGELS and _REGELS[regel](eis, waarde)
        if not goed:
            return False
    return True


def _is_number(waarde: object) -> bool:
    return isinstance(waarde, int | float) and not isinstance(waarde, bool)


def _has_type(eis: Any, waarde: Any) -> bool:  # noqa: ANN401 - JSON
    return isinstance(eis, str) and eis in _SOORTEN and _SOORTEN[eis](waarde)


def _is_one_of(eis: Any, waarde: Any) -> bool:  # noqa: ANN401 - JSON
    return any(type(waarde) is type(keuze) and waarde == keuze for keuze in eis)


def _has_format(eis: Any, waarde: Any) -> bool:  # noqa: ANN401 - JSON
    if eis != "date" or not isinstance(waarde, str) or not _DATUM.fullmatch(waarde):
        return False
    try:
        date.fromisoformat(waarde)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=256)
def _pattern(patroon: str) -> re.Pattern[str]:
    return re.compile(patroon)


#: Per regel van JSON Schema of de waarde er zeker aan voldoet; een waarde van een andere soort is nooit zeker goed.
_REGELS: Final[dict[str, Callable[[Any, Any], bool]]] = {
    "type": _has_type,
    "enum": _is_one_of,
    "format": _has_format,
    "required": lambda eis, waarde: isinstance(waarde, dict) and all(sleutel in waarde for sleutel in eis),
    "pattern": lambda eis, waarde: isinstance(waarde, str) and _pattern(eis).search(waarde) is not None,
    "minimum": lambda eis, waarde: _is_number(waarde) and waarde >= eis,
    "maximum": lambda eis, waarde: _is_number(waarde) and waarde <= eis,
    "minLength": lambda eis, waarde: isinstance(waarde, str) and len(waarde) >= eis,
    "maxLength": lambda eis, waarde: isinstance(waarde, str) and len(waarde) <= eis,
    "minItems": lambda eis, waarde: isinstance(waarde, list) and len(waarde) >= eis,
    "maxItems": lambda eis, waarde: isinstance(waarde, list) and len(waarde) <= eis,
}
