"""De JSON Schema van het beleidsbestand, gemaakt uit de modellen en leesbaar gemaakt voor editors.

`python -m beleidscheck.beleid.schema` schrijft `schema/beleid.schema.json`. Wat pydantic aanneemt, neemt deze schema aan, en
omgekeerd; er komt alleen bij wat een editor nodig heeft om uit te leggen en aan te vullen.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from pydantic import TypeAdapter

from beleidscheck.beleid import basis
from beleidscheck.beleid.fragment import dialect_faults
from beleidscheck.beleid.model import Beleid
from beleidscheck.beleid.woorden import LEEG, ROLLEN, Uitbreiding, Woordinfo, woorden_van
from beleidscheck.data import schema_dir

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Schema: TypeAlias = dict[str, Any]

_ID: Final = "urn:beleidscheck:schema:beleid:1"
_TITEL: Final = "Aanwezigheidsbeleid van een school"
_UITLEG: Final = (
    "Eén bestand met het hele aanwezigheidsbeleid van één school, formaat 1. Alles mag leeg blijven, behalve wie de school is."
)
#: Soorten waarden met een eigen naam, ook voor de `velden` van een kader: `$ref: "#/$defs/JaNee"`.
BASISTYPEN: Final[dict[str, Any]] = {
    "JaNee": basis.JaNee,
    "Zin": basis.Zin,
    "Proza": basis.Proza,
    "Woord": basis.Woord,
    "Rol": basis.Rol,
    "Plaatswoord": basis.Plaatswoord,
    "Actiewoord": basis.Actiewoord,
    "Hoeveelheid": basis.HoeveelheidTekst,
    "Ritme": basis.Ritme,
    "Datum": basis.Datum,
    "MaandDag": basis.MaandDag,
    "Tijdstip": basis.Tijdstip,
    "Aantal": basis.Aantal,
    "Procent": basis.Procent,
}
_NAMEN: Final = {
    "ja_nee": "JaNee",
    "proza": "Proza",
    "woord": "Woord",
    "rol": "Rol",
    "plaats": "Plaatswoord",
    "actie": "Actiewoord",
    "hoeveelheid": "Hoeveelheid",
    "ritme": "Ritme",
    "herhaling": "Herhaling",
    "datum": "Datum",
    "maanddag": "MaandDag",
    "tijdstip": "Tijdstip",
}
_UITLEG_PER_NAAM: Final = {
    "JaNee": "`ja` of `nee`.",
    "Zin": "Korte tekst.",
    "Proza": "Lopende tekst; Markdown mag.",
    "Woord": "Een vast woord zonder spaties.",
    "Rol": "Een rol uit de woordenlijst, uit uw regio, of uit uw eigen `rollen`.",
    "Plaatswoord": "Waar iets wordt vastgelegd.",
    "Actiewoord": "Wat iemand doet.",
    "Hoeveelheid": "Een getal met een eenheid, bijvoorbeeld `4 keer`, `12 schoolweken` of `7 schooldagen`.",
    "Ritme": "Hoe vaak, bijvoorbeeld `week`, `6 weken`, `jaarlijks` of `4 keer per jaar`.",
    "Herhaling": "Hoe vaak, bijvoorbeeld `jaarlijks`; of `bij_start` of `eenmalig`.",
    "Datum": "Jaar, maand en dag, bijvoorbeeld `2026-09-15`.",
    "MaandDag": "Maand en dag, bijvoorbeeld `07-01` voor 1 juli.",
    "Tijdstip": 'Uren en minuten tussen aanhalingstekens, bijvoorbeeld `"08:30"`.',
    "Aantal": "Een heel getal.",
    "Procent": "Een getal van 0 tot en met 100.",
}
_ROLWAARDE: Final = "rollen"


def beleid_schema(uitbreiding: Uitbreiding = LEEG) -> Schema:
    """Return the JSON Schema of a policy; with an extension the editor also knows its words and regional fields."""
    opruimer = _Opruimer(uitbreiding)
    ruw = Beleid.model_json_schema()
    modellen = {naam: opruimer.model(model) for naam, model in sorted(ruw.pop("$defs").items())}
    top = opruimer.model(ruw)
    if uitbreiding.velden:
        top["properties"]["regionaal"] = {
            **_kop(top["properties"]["regionaal"]),
            "anyOf": [dict(uitbreiding.velden), {"type": "null"}],
        }
        opruimer.defs.update({**base_definitions(), **opruimer.defs})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": _ID,
        "title": _TITEL,
        "description": _UITLEG,
        **{sleutel: waarde for sleutel, waarde in top.items() if sleutel not in ("title", "description")},
        "$defs": {**dict(sorted(opruimer.defs.items())), **modellen},
    }


def _kop(schema: Schema) -> Schema:
    return {sleutel: schema[sleutel] for sleutel in ("title", "description") if sleutel in schema}


class _Opruimer:
    """Maakt van pydantics schema iets waar een editor mee helpt; gedeelde soorten waarden komen in `defs`."""

    def __init__(self, uitbreiding: Uitbreiding) -> None:
        self.defs: Schema = {}
        self._uitbreiding = uitbreiding

    def model(self, ruw: Schema) -> Schema:
        """Return a model without the names of our classes, its fields tidied."""
        velden = {naam: self._veld(naam, veld) for naam, veld in ruw.get("properties", {}).items()}
        rest = {sleutel: waarde for sleutel, waarde in ruw.items() if sleutel not in ("title", "properties")}
        return {**rest, "properties": velden} if velden else rest

    def _veld(self, naam: str, ruw: Schema) -> Schema:
        kop = _kop(ruw)
        if "`" in kop.get("description", ""):
            kop["markdownDescription"] = kop["description"]
        if ruw.get("examples"):
            kop["examples"] = ruw["examples"]
        rest = {
            sleutel: waarde for sleutel, waarde in ruw.items() if sleutel not in ("title", "description", "examples", "default")
        }
        schoon = self._waarde(rest)
        if naam == _ROLWAARDE:
            schoon = self._rolsleutels(schoon)
        return {**kop, **schoon}

    def _waarde(self, ruw: Schema) -> Schema:
        if "x-soort" in ruw:
            return self._soort(str(ruw["x-soort"]), {sleutel: waarde for sleutel, waarde in ruw.items() if sleutel != "x-soort"})
        schoon = dict(ruw)
        if "patternProperties" in schoon:
            ((patroon, waarde),) = schoon.pop("patternProperties").items()
            schoon["propertyNames"] = {"pattern": _einde(patroon), "maxLength": 80}
            schoon["additionalProperties"] = self._waarde(waarde)
        if "items" in schoon:
            schoon["items"] = self._waarde(schoon["items"])
        if "anyOf" in schoon:
            schoon["anyOf"] = [self._waarde(deel) for deel in schoon["anyOf"]]
        return schoon

    def _soort(self, soort: str, ruw: Schema) -> Schema:
        """Return a reference to a shared kind of value, or the value itself when it stands on its own."""
        schoon = {**ruw, "pattern": _einde(ruw["pattern"])} if "pattern" in ruw else ruw
        if "anyOf" in ruw:
            return self._waarde(ruw)
        naam = _NAMEN.get(soort, "")
        woorden = woorden_van(soort, self._uitbreiding)
        if soort == "tekst" and schoon == base_definitions()["Zin"]:
            naam = "Zin"
        elif woorden and not naam and "enum" not in schoon:
            naam = f"Woord_{soort}"
        if woorden:
            schoon = _met_woorden(schoon, woorden)
        if not naam:
            return schoon
        uitleg = _UITLEG_PER_NAAM.get(naam)
        self.defs.setdefault(naam, {**({"description": uitleg} if uitleg else {}), **schoon})
        return {"$ref": f"#/$defs/{naam}"}

    def _rolsleutels(self, schema: Schema) -> Schema:
        """Return the block `rollen` with the known roles as keys to complete; other keys stay allowed."""
        for deel in schema["anyOf"]:
            if "additionalProperties" in deel:
                waarde = deel["additionalProperties"]
                bekend = {**ROLLEN, **self._uitbreiding.rollen}
                deel["properties"] = {
                    rol: {"title": info.label, "description": _zin(info), **waarde} for rol, info in bekend.items()
                }
        return schema


def _met_woorden(ruw: Schema, woorden: Mapping[str, Woordinfo]) -> Schema:
    if "enum" in ruw:
        return {**ruw, "enumDescriptions": [_zin(woorden[woord]) for woord in ruw["enum"]]}
    return {"anyOf": [{"enum": list(woorden), "enumDescriptions": [_zin(info) for info in woorden.values()]}, ruw]}


def _zin(info: Woordinfo) -> str:
    return f"{info.label}: {info.uitleg}" if info.uitleg else info.label


def _einde(patroon: str) -> str:
    r"""Return a pattern whose `$` is the very end; in some languages it also stands before a last line break."""
    return rf"{patroon}(?!\n)" if patroon.endswith("$") else patroon


# ---- Regionale velden --------------------------------------------------------------------------------------------


@cache
def base_definitions() -> Schema:
    """Return the JSON Schemas of the kinds of values, by the name that a kader uses in `velden`."""
    return {naam: _kaal(TypeAdapter(soort).json_schema()) for naam, soort in BASISTYPEN.items()}


def _kaal(ruw: Schema) -> Schema:
    return {
        sleutel: _einde(waarde) if sleutel == "pattern" else waarde for sleutel, waarde in ruw.items() if sleutel != "x-soort"
    }


def regional_schema(velden: Mapping[str, Any]) -> Schema:
    """Return the whole JSON Schema for `regionaal`: unknown keys refused, with the kinds of values that it may refer to."""
    return {**_streng(dict(velden)), "$defs": {**velden.get("$defs", {}), **base_definitions()}}


def _streng(fragment: Any) -> Any:  # noqa: ANN401 - JSON
    if isinstance(fragment, list):
        return [_streng(deel) for deel in fragment]
    if not isinstance(fragment, dict):
        return fragment
    streng = {sleutel: _streng(deel) for sleutel, deel in fragment.items()}
    if isinstance(fragment.get("properties"), dict):
        streng.setdefault("additionalProperties", False)
    return streng


def fragment_faults(velden: Mapping[str, Any]) -> list[str]:
    """Return in Dutch what is wrong with the `velden` of a kader, so that checking a policy with them cannot fail."""
    from jsonschema import Draft202012Validator  # noqa: PLC0415 - alleen voor wie een kader met regionale velden leest
    from jsonschema.exceptions import SchemaError  # noqa: PLC0415 - idem

    if not velden:
        return []
    schema = regional_schema(velden)
    bekend = {f"#/$defs/{naam}" for naam in schema["$defs"]}
    vreemd = [f"`velden` verwijst naar `{naam}`, en dat bestaat niet." for naam in sorted(set(_references(velden)) - bekend)]
    if te_veel := dialect_faults(velden):
        return [*te_veel, *vreemd]  # wat hierin staat, wordt niet eens als patroon gelezen
    try:
        Draft202012Validator.check_schema(schema)
    except SchemaError as fout:
        plek = "/".join(map(str, fout.absolute_path))
        return [f"`velden` is geen geldige JSON Schema; kijk bij `{plek}`." if plek else "`velden` is geen geldige JSON Schema."]
    if velden.get("type") != "object" or not isinstance(velden.get("properties"), dict):
        return ["`velden` moet `type: object` en `properties` hebben."]
    return vreemd


def _references(fragment: object) -> Iterator[str]:
    if isinstance(fragment, dict):
        for sleutel, deel in fragment.items():
            if sleutel in ("$ref", "$dynamicRef") and isinstance(deel, str):
                yield deel
            yield from _references(deel)
    elif isinstance(fragment, list):
        for deel in fragment:
            yield from _references(deel)


def schema_tekst(uitbreiding: Uitbreiding = LEEG) -> str:
    """Return the JSON Schema as the text of the committed file: same models, same bytes."""
    return json.dumps(beleid_schema(uitbreiding), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    (schema_dir() / "beleid.schema.json").write_text(schema_tekst(), encoding="utf-8", newline="\n")
