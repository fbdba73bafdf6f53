"""De JSON Schema van een casusbestand, voor wie er een schrijft."""

from __future__ import annotations

import json
from typing import Any

from beleidscheck.casus.model import MAX_GEBEURTENISSEN, Casusbestand


def casus_schema() -> dict[str, Any]:
    """Return the JSON Schema of a casus file; whether the days fit the school year is checked on reading."""
    schema = _tidy(Casusbestand.model_json_schema())
    schema["properties"]["gebeurtenissen"]["maxItems"] = MAX_GEBEURTENISSEN
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:beleidscheck:schema:casus:1",
        **{sleutel: waarde for sleutel, waarde in schema.items() if sleutel not in {"title", "description"}},
        "title": "Casus",
        "description": "Een verzonnen leerling, een schooljaar, wat er gebeurt en wat er dan hoort te volgen. Nooit gegevens van een echte leerling.",
    }


def schema_text() -> str:
    """Return the schema as the text of its file."""
    return json.dumps(casus_schema(), ensure_ascii=False, indent=2) + "\n"


def _tidy(schema: Any, *, model: bool = True) -> Any:  # noqa: ANN401 - elke JSON-waarde
    """Drop what only pydantic needs; an empty key stands for one that is not there, and `$` is the very end of a text."""
    if isinstance(schema, list):
        return [_tidy(deel) for deel in schema]
    if not isinstance(schema, dict):
        return schema
    schoon: dict[str, Any] = {}
    for sleutel, waarde in schema.items():
        if sleutel in {"properties", "$defs"}:
            schoon[sleutel] = {naam: _tidy(deel, model=sleutel == "$defs") for naam, deel in waarde.items()}
        elif sleutel == "pattern" and waarde.endswith("$"):
            schoon[sleutel] = rf"{waarde}(?!\n)"
        elif sleutel not in {"x-soort", "default"} and not (sleutel == "title" and model):
            schoon[sleutel] = _tidy(waarde)
    return schoon
