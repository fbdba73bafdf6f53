"""De JSON Schema van een kaderbestand, voor wie een kader schrijft of nakijkt."""

from __future__ import annotations

import json
from typing import Any

from beleidscheck.kader.model import Kaderbestand


def kader_schema() -> dict[str, Any]:
    """Return the JSON Schema of a kader file; `regionaal` fields and steps are free-form here and checked on loading.

    A kader that rests on another one may write only the id and what changes for a norm that it takes over.
    """
    schema = Kaderbestand.model_json_schema()
    norm = schema["$defs"]["Norm"]
    schema["$defs"]["Aanpassing"] = {**norm, "description": "Een norm, of het id van een norm van het basiskader met wat eraan verandert.", "required": ["id"]}
    items = schema["properties"]["normen"].pop("items")
    schema["if"] = {"properties": {"gebaseerd_op": {"type": "string"}}, "required": ["gebaseerd_op"]}
    schema["then"] = {"properties": {"normen": {"items": {"$ref": "#/$defs/Aanpassing"}}}}
    schema["else"] = {"properties": {"normen": {"items": items, "minItems": 1}}, "required": ["bronnen", "normen"]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://beleidscheck.example/schema/kader.schema.json",
        **_without_titles(schema),
        "title": "Kader",
        "description": "Een set normen met versie, bron en toetsen.",
    }


def schema_text() -> str:
    """Return the schema as the text of its file."""
    return json.dumps(kader_schema(), ensure_ascii=False, indent=2) + "\n"


def _without_titles(schema: Any) -> Any:  # noqa: ANN401 - elke JSON-waarde
    """Drop the English titles that pydantic makes of field names; a field that is called `title` stays."""
    if isinstance(schema, dict):
        return {
            sleutel: {naam: _without_titles(deel) for naam, deel in waarde.items()}
            if sleutel in {"properties", "$defs"}
            else _without_titles(waarde)
            for sleutel, waarde in schema.items()
            if not (sleutel == "title" and isinstance(waarde, str))
        }
    return [_without_titles(deel) for deel in schema] if isinstance(schema, list) else schema
