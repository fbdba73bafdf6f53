"""De regionale velden: gekeurd tegen het JSON Schema-fragment van de kaders, met Nederlandse fouten op hun plaats."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

from beleidscheck.beleid.paden import Veld
from beleidscheck.beleid.schema import regional_schema
from beleidscheck.errors import Fault
from beleidscheck.hoeveelheid import QuantityError, parse_hoeveelheid
from beleidscheck.policy.melding import VORMEN, enumerate_or, found, nearest, rewritten
from beleidscheck.source import dotted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jsonschema.exceptions import ValidationError
    from jsonschema.protocols import Validator

    from beleidscheck.policy.kennis import Kennis
    from beleidscheck.source import Source

Pad: TypeAlias = tuple[str | int, ...]

_SOORTEN: Final = {
    "object": "een blok met sleutels",
    "array": "een lijst",
    "string": "een tekst",
    "integer": "een heel getal",
    "number": "een getal",
    "boolean": "`ja` of `nee`",
}


_KEURDERS: Final[dict[int, tuple[Kennis, Validator]]] = {}


def _keurder(kennis: Kennis) -> Validator:
    onthouden = _KEURDERS.get(id(kennis))
    if onthouden is None:
        from jsonschema import Draft202012Validator  # noqa: PLC0415 - pas laden als er iets regionaals staat

        _KEURDERS.clear()
        schema = regional_schema(kennis.uitbreiding.velden)
        onthouden = _KEURDERS[id(kennis)] = (
            kennis,
            Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER),
        )
    return onthouden[1]


def check_regional(source: Source, kennis: Kennis) -> list[Fault]:
    """Return what is wrong under `regionaal`; nothing when there is nothing there."""
    blok = without_empty(source.data.get("regionaal"))
    if not isinstance(blok, dict) or not blok:
        return []  # een verkeerde soort meldt pydantic al
    if kennis.regionaal is None:
        plek = source.position(("regionaal",), key=True)
        zin = "Onder `regionaal` staan velden, maar geen van de gekozen kaders kent regionale velden."
        remedie = "Zet het kader van uw regio bij `kaders`, of haal dit blok weg."
        return [Fault("onbekende-sleutel", zin, remedie, regel=plek.regel, kolom=plek.kolom, pad="regionaal")]
    return [fault for fout in _keurder(kennis).iter_errors(blok) for fault in _translate(fout, source, kennis.regionaal)]


def without_empty(waarde: Any) -> Any:  # noqa: ANN401 - YAML
    """Return the value without empty keys, as the rest of the format reads them."""
    if isinstance(waarde, dict):
        return {sleutel: without_empty(deel) for sleutel, deel in waarde.items() if deel is not None}
    return [without_empty(deel) for deel in waarde] if isinstance(waarde, list) else waarde


def normalised(veld: Veld, waarde: Any, synoniemen: Mapping[str, Mapping[str, str]]) -> Any:  # noqa: ANN401 - YAML
    """Return a checked value as a fact: booleans, fixed words and quantities written one way."""
    if isinstance(waarde, dict):
        return {
            sleutel: normalised(veld.velden[sleutel], deel, synoniemen) if sleutel in veld.velden else deel
            for sleutel, deel in waarde.items()
        }
    if isinstance(waarde, list):
        return [normalised(veld.item, deel, synoniemen) if veld.item else deel for deel in waarde]
    if veld.veldtype == "ja_nee":
        return {"ja": True, "nee": False}.get(waarde, waarde) if isinstance(waarde, str) else waarde
    if veld.veldtype == "hoeveelheid" and isinstance(waarde, str):
        try:
            return str(parse_hoeveelheid(waarde))
        except QuantityError:
            return waarde
    return synoniemen[veld.woorden].get(waarde, waarde) if veld.woorden in synoniemen else waarde


# ---- Vertaling ---------------------------------------------------------------------------------------------------


def _translate(fout: ValidationError, source: Source, boom: Veld) -> Iterable[Fault]:
    pad: Pad = ("regionaal", *fout.absolute_path)
    veld = _field(boom, fout.absolute_path)
    if fout.validator == "additionalProperties":
        yield from (
            _unknown(source, (*pad, sleutel), veld) for sleutel in fout.instance if sleutel not in (veld.velden if veld else ())
        )
        return
    if fout.validator == "required":
        for sleutel in (sleutel for sleutel in fout.validator_value if sleutel not in fout.instance):
            yield _fault(source, "ontbreekt", pad, f"Bij `{dotted(pad)}` ontbreekt `{sleutel}`.", f"Voeg `{sleutel}:` toe.")
        return
    code, zin, remedie = _sentences(fout, dotted(pad), veld)
    yield _fault(source, code, pad, zin, remedie)


def _sentences(fout: ValidationError, naam: str, veld: Veld | None) -> tuple[str, str, str]:
    staat = f"Bij `{naam}` staat {found(fout.instance)}"
    grens = fout.validator_value
    schrijfwijze = veld.vorm if veld else ""
    if schrijfwijze and not isinstance(fout.instance, dict | list):
        hoort, remedie = VORMEN[schrijfwijze]
        bedoeld = rewritten(fout.instance, schrijfwijze)
        return "schrijfwijze", f"{staat}; hier hoort {hoort}.", f"Bedoelde u `{bedoeld}`?" if bedoeld else remedie
    match fout.validator:
        case "enum" | "const":
            keuze = [str(woord) for woord in (grens if isinstance(grens, list) else [grens])]
            bedoeld = nearest(str(fout.instance), keuze) if isinstance(fout.instance, str) else None
            lijst = f"Mogelijk zijn: {enumerate_or(keuze, 30)}."
            return (
                "onbekend-woord",
                f"{staat}; dat is hier geen bekend woord.",
                f"Bedoelde u `{bedoeld}`? {lijst}" if bedoeld else lijst,
            )
        case "type":
            hoort = _SOORTEN.get(grens, "iets anders") if isinstance(grens, str) else "iets anders"
            remedie = (
                f'Zet aanhalingstekens: `"{fout.instance}"`.'
                if grens == "string" and isinstance(fout.instance, int | float)
                else f"Schrijf hier {hoort}."
            )
            return "verkeerde-soort", f"{staat}; hier hoort {hoort}.", remedie
        case "minimum" | "exclusiveMinimum":
            return "getal", f"{staat}; dat is te klein.", f"Vul een getal in van {grens} of hoger."
        case "maximum" | "exclusiveMaximum":
            return "getal", f"{staat}; dat is te groot.", f"Vul een getal in van {grens} of lager."
        case "minItems" | "minProperties" | "minLength":
            return "leeg", f"Bij `{naam}` staat te weinig.", f"Hier horen er minstens {grens}."
        case "maxItems" | "maxProperties" | "maxLength":
            return "te-lang", f"Bij `{naam}` staat te veel.", f"Hier passen er hooguit {grens}."
        case "uniqueItems":
            return "dubbel", f"In de lijst bij `{naam}` staat iets dubbel.", "Haal het dubbele weg."
        case "pattern" | "format":
            return (
                "schrijfwijze",
                f"{staat}; zo kan het hier niet geschreven worden.",
                "Kijk in een voorbeeldbeleid hoe dit veld eruitziet.",
            )
        case _:
            return "past-niet", f"{staat}; dat past hier niet.", "Kijk in een voorbeeldbeleid hoe dit veld eruitziet."


def _unknown(source: Source, pad: Pad, veld: Veld | None) -> Fault:
    bekend = tuple(veld.velden) if veld else ()
    bedoeld = nearest(str(pad[-1]), bekend)
    remedie = (
        f"Bedoelde u `{bedoeld}`?"
        if bedoeld
        else f"Mogelijk zijn: {enumerate_or(bekend, 30)}."
        if bekend
        else "Haal deze sleutel weg."
    )
    return _fault(
        source, "onbekende-sleutel", pad, f"De sleutel `{pad[-1]}` bestaat niet onder `{dotted(pad[:-1])}`.", remedie, key=True
    )


def _field(boom: Veld, pad: Iterable[str | int]) -> Veld | None:
    veld: Veld | None = boom
    for deel in pad:
        if veld is not None:
            veld = veld.item if isinstance(deel, int) else veld.velden.get(deel)
    return veld


def _fault(source: Source, code: str, pad: Pad, zin: str, remedie: str, *, key: bool = False) -> Fault:
    plek = source.position(pad, key=key)
    return Fault(code, zin, remedie, regel=plek.regel, kolom=plek.kolom, pad=dotted(pad))
