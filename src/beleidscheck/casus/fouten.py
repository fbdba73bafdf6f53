"""Van pydantic-fouten over een casus naar Nederlandse fouten met hun plaats: per soort een zin, en een terugval voor de rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from beleidscheck.beleid.woorden import vorm
from beleidscheck.casus.model import Casusbestand
from beleidscheck.casus.privacy import VERBODEN_SLEUTELS
from beleidscheck.policy.melding import VORMEN, Zinnen, enumerate_or, fault_at, found, nearest, rewritten
from beleidscheck.source import dotted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from beleidscheck.errors import Fault
    from beleidscheck.source import Pad, Source

#: Per sleutel: hoe de waarde geschreven hoort te worden.
_SCHRIJFWIJZE: Final[Mapping[str, str]] = {
    **dict.fromkeys(("op", "van", "tot", "uiterlijk", "dagen", "vrije_dagen", "wel_les"), "datum"),
    "schooljaar": "schooljaar",
    "tijd": "hoeveelheid",
    "niets": "ja_nee",
    "onder": "kader",
    **dict.fromkeys(("wat", "stap", "actie", "wie", "onderwijssoort", "geen_acties"), "woord"),
}
_GETALLEN: Final = frozenset({"int_type", "int_from_float", "float_type"})
_BLOKKEN: Final = frozenset({"model_type", "model_attributes_type", "dict_type"})


def shape_faults(fout: ValidationError, source: Source) -> list[Fault]:
    """Return every pydantic error about a casus as a Dutch fault with its place."""
    return [
        _fault(deel, source)
        for deel in fout.errors(include_url=False)
        if not (deel["type"] == "extra_forbidden" and vorm(str(deel["loc"][-1])) in VERBODEN_SLEUTELS)
    ]


def _fault(deel: ErrorDetails, source: Source) -> Fault:
    pad: Pad = tuple(deel["loc"])
    soort = deel["type"]
    if soort == "extra_forbidden":
        return fault_at(source, pad, _unknown(pad), key=True)
    if soort == "missing":
        zin = f"Het verplichte veld `{dotted(pad)}` ontbreekt."
        return fault_at(source, pad[:-1], ("ontbreekt", zin, f"Voeg toe: `{_example(pad)}`."))
    return fault_at(source, pad, _sentences(pad, soort, deel["input"], deel.get("ctx", {})))


def _sentences(pad: Pad, soort: str, waarde: object, context: Mapping[str, Any]) -> Zinnen:
    sleutel = next((str(deel) for deel in reversed(pad) if isinstance(deel, str)), "")
    schrijfwijze = _SCHRIJFWIJZE.get(sleutel, "")
    staat = f"Bij `{dotted(pad)}` staat {found(waarde)}"
    if soort == "literal_error":
        return _no_choice(staat, _choices(pad), waarde)
    vast: dict[str, Zinnen] = {
        "casus": ("formaat", f"{staat}; dit gereedschap leest casus 1.", "Schrijf `casus: 1`."),
        "datum_bestaat_niet": ("datum", f"{staat}; die dag bestaat niet.", "Controleer de dag en de maand."),
        "greater_than_equal": ("getal", f"{staat}; dat is te klein.", f"Vul minstens {context.get('ge')} in."),
        "less_than_equal": ("getal", f"{staat}; dat is te groot.", f"Vul hooguit {context.get('le')} in."),
        "string_too_long": (
            "te-lang",
            f"De tekst bij `{dotted(pad)}` is te lang.",
            f"Schrijf hooguit {context.get('max_length')} tekens.",
        ),
        "list_type": (
            "verkeerde-soort",
            f"{staat}; hier hoort een lijst.",
            "Zet elk onderdeel op een eigen regel met een streepje ervoor.",
        ),
        **dict.fromkeys(_GETALLEN, ("getal", f"{staat}; hier hoort een getal.", "Schrijf alleen een getal, bijvoorbeeld `7`.")),
        **dict.fromkeys(
            _BLOKKEN, ("verkeerde-soort", f"{staat}; hier hoort een blok met sleutels.", "Zet er sleutels onder, ingesprongen.")
        ),
    }
    if soort in vast:
        return vast[soort]
    hoort, remedie = VORMEN.get(schrijfwijze, VORMEN[""])
    bedoeld = rewritten(waarde, schrijfwijze) if schrijfwijze and isinstance(waarde, str | int) else None
    return "schrijfwijze", f"{staat}; hier hoort {hoort}.", f"Bedoelde u `{bedoeld}`?" if bedoeld else remedie


def _no_choice(staat: str, keuze: Sequence[str], waarde: object) -> Zinnen:
    bedoeld = nearest(waarde, keuze) if isinstance(waarde, str) else None
    lijst = f"Mogelijk zijn: {enumerate_or(keuze, 30)}."
    return "onbekend-woord", f"{staat}; dat is hier geen bekend woord.", f"Bedoelde u `{bedoeld}`? {lijst}" if bedoeld else lijst


def _unknown(pad: Pad) -> Zinnen:
    *ouders, sleutel = pad
    waar = f"onder `{dotted(tuple(ouders))}`" if ouders else "op het hoogste niveau"
    bekend = tuple(_fields(tuple(ouders)))
    zin = f"De sleutel `{sleutel}` bestaat niet {waar}."
    if bedoeld := nearest(str(sleutel), bekend):
        return "onbekende-sleutel", zin, f"Bedoelde u `{bedoeld}`?"
    return "onbekende-sleutel", zin, f"Mogelijk zijn: {enumerate_or(bekend, 30)}." if bekend else "Haal deze sleutel weg."


def _schema_at(pad: Pad) -> dict[str, Any]:
    """Return the JSON Schema at a path in the file, or an empty one."""
    heel = Casusbestand.model_json_schema()
    schema: dict[str, Any] = heel
    for deel in pad:
        schema = _resolved(schema, heel)
        schema = schema.get("items", {}) if isinstance(deel, int) else schema.get("properties", {}).get(deel, {})
    return _resolved(schema, heel)


def _resolved(schema: dict[str, Any], heel: dict[str, Any]) -> dict[str, Any]:
    """Return what stands behind a reference or beside `null`."""
    for keuze in schema.get("anyOf", ()):
        if keuze.get("type") != "null":
            return _resolved(keuze, heel)
    if "$ref" in schema:
        return _resolved(heel["$defs"][schema["$ref"].rpartition("/")[2]], heel)
    return schema


def _fields(pad: Pad) -> dict[str, Any]:
    velden: dict[str, Any] = _schema_at(pad).get("properties", {})
    return velden


def _choices(pad: Pad) -> list[str]:
    schema = _schema_at(pad)
    return [str(woord) for woord in schema.get("enum", [schema["const"]] if "const" in schema else [])]


def _example(pad: Pad) -> str:
    voorbeelden = _fields(pad[:-1]).get(str(pad[-1]), {}).get("examples")
    return f"{pad[-1]}: {voorbeelden[0]}" if voorbeelden else f"{pad[-1]}:"
