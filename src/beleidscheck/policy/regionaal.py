"""De regionale velden: gekeurd tegen het JSON Schema-fragment van de kaders, met Nederlandse fouten op hun plaats."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from beleidscheck.hoeveelheid import parse_hoeveelheid
from beleidscheck.policy.melding import VORMEN, Zinnen, enumerate_or, fault_at, found, nearest, rewritten
from beleidscheck.policy.vlotte_keuring import surely_valid
from beleidscheck.source import dotted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from jsonschema.exceptions import ValidationError

    from beleidscheck.beleid.paden import Veld
    from beleidscheck.errors import Fault
    from beleidscheck.policy.kennis import Kennis
    from beleidscheck.source import Pad, Source

_SOORTEN: Final = {
    "object": ("een blok met sleutels", "Zet er sleutels onder, ingesprongen, elk met een dubbele punt."),
    "array": ("een lijst", "Zet elk onderdeel op een eigen regel met een streepje en een spatie ervoor."),
    "string": ("een tekst", "Schrijf hier een korte tekst."),
    "integer": ("een heel getal", "Schrijf alleen een getal, bijvoorbeeld `16`."),
    "number": ("een getal", "Schrijf alleen een getal, bijvoorbeeld `16`."),
    "boolean": ("`ja` of `nee`", "Schrijf `ja` of `nee`."),
}
_TE_WEINIG: Final = ("leeg", "Bij `{naam}` staat te weinig.", "Hier horen er minstens {grens}.")
_TE_VEEL: Final = ("te-lang", "Bij `{naam}` staat te veel.", "Hier passen er hooguit {grens}.")
_TE_KLEIN: Final = ("getal", "{staat}; dat is te klein.", "Vul een getal in van minstens {grens}.")
_TE_GROOT: Final = ("getal", "{staat}; dat is te groot.", "Vul een getal in van hooguit {grens}.")
#: Per regel van JSON Schema: code, zin en remedie.
_GRENZEN: Final[dict[str, Zinnen]] = {
    "minimum": _TE_KLEIN,
    "exclusiveMinimum": _TE_KLEIN,
    "maximum": _TE_GROOT,
    "exclusiveMaximum": _TE_GROOT,
    "minItems": _TE_WEINIG,
    "minProperties": _TE_WEINIG,
    "maxItems": _TE_VEEL,
    "maxProperties": _TE_VEEL,
    "minLength": ("leeg", "De tekst bij `{naam}` is te kort.", "Schrijf minstens {grens} tekens."),
    "maxLength": ("te-lang", "De tekst bij `{naam}` is te lang.", "Schrijf hooguit {grens} tekens."),
    "uniqueItems": ("dubbel", "In de lijst bij `{naam}` staat iets dubbel.", "Haal het dubbele weg."),
}


def check_regional(source: Source, kennis: Kennis) -> list[Fault]:
    """Return what is wrong under `regionaal`; nothing when there is nothing there."""
    blok = without_empty(source.data.get("regionaal"))
    if not isinstance(blok, dict) or not blok:
        return []  # een verkeerde soort meldt pydantic al
    if kennis.regionaal is None:
        zin = "Onder `regionaal` staan velden, maar geen van de gekozen kaders kent regionale velden."
        remedie = "Zet het kader van uw regio bij `kaders`, of haal dit blok weg."
        return [fault_at(source, ("regionaal",), ("onbekende-sleutel", zin, remedie), key=True)]
    if surely_valid(kennis.schema, blok):
        return []
    return [fault for fout in kennis.keurder.iter_errors(blok) for fault in _translate(fout, source, kennis.regionaal)]


def without_empty(waarde: object) -> object:
    """Return the value without empty keys, as the rest of the format reads them."""
    if isinstance(waarde, dict):
        return {sleutel: without_empty(deel) for sleutel, deel in waarde.items() if deel is not None}
    return [without_empty(deel) for deel in waarde] if isinstance(waarde, list) else waarde


def normalised(veld: Veld, waarde: object, synoniemen: Mapping[str, Mapping[str, str]]) -> object:
    """Return a checked value as a fact: booleans, fixed words and quantities written one way."""
    if isinstance(waarde, dict):
        return {
            sleutel: normalised(veld.velden[sleutel], deel, synoniemen) if sleutel in veld.velden else deel
            for sleutel, deel in waarde.items()
        }
    if isinstance(waarde, list):
        return [normalised(veld.item, deel, synoniemen) if veld.item else deel for deel in waarde]
    if not isinstance(waarde, str):
        return waarde
    if veld.veldtype == "ja_nee":
        return waarde == "ja"
    if veld.veldtype == "hoeveelheid":
        return str(parse_hoeveelheid(waarde))
    return synoniemen[veld.woorden].get(waarde, waarde) if veld.woorden in synoniemen else waarde


# ---- Vertaling ---------------------------------------------------------------------------------------------------


def _translate(fout: ValidationError, source: Source, boom: Veld) -> Iterator[Fault]:
    pad: Pad = ("regionaal", *fout.absolute_path)
    veld = _field(boom, fout.absolute_path)
    blok: object = fout.instance
    if fout.validator == "additionalProperties" and isinstance(blok, dict):
        regels: object = fout.schema
        bekend = tuple(map(str, regels.get("properties", ()))) if isinstance(regels, dict) else ()
        yield from (
            fault_at(source, (*pad, sleutel), _unknown((*pad, sleutel), bekend), key=True)
            for sleutel in blok
            if sleutel not in bekend
        )
    elif fout.validator == "required" and isinstance(blok, dict):
        nodig: object = fout.validator_value
        for sleutel in (sleutel for sleutel in nodig if sleutel not in blok) if isinstance(nodig, list) else ():
            yield fault_at(source, pad, ("ontbreekt", f"Bij `{dotted(pad)}` ontbreekt `{sleutel}`.", f"Voeg `{sleutel}:` toe."))
    elif veld and veld.vorm and not isinstance(blok, dict | list):
        hoort, remedie = VORMEN[veld.vorm]
        bedoeld = rewritten(blok, veld.vorm)
        zin = f"Bij `{dotted(pad)}` staat {found(blok)}; hier hoort {hoort}."
        yield fault_at(source, pad, ("schrijfwijze", zin, f"Bedoelde u `{bedoeld}`?" if bedoeld else remedie))
    else:
        yield fault_at(source, pad, _sentences(str(fout.validator), fout.validator_value, blok, dotted(pad)))


def _sentences(regel: str, grens: object, waarde: object, naam: str) -> Zinnen:
    """Return what to say when a value breaks one rule of the fragment."""
    staat = f"Bij `{naam}` staat {found(waarde)}"
    if regel in ("enum", "const"):
        return _choice(staat, grens if isinstance(grens, list) else [grens], waarde)
    if regel == "type":
        hoort, remedie = _SOORTEN.get(str(grens), ("iets anders", "Kijk in een voorbeeldbeleid hoe dit veld eruitziet."))
        if grens == "string" and isinstance(waarde, int | float):
            remedie = f'Zet aanhalingstekens om de tekst: `"{waarde}"`.'
        return "verkeerde-soort", f"{staat}; hier hoort {hoort}.", remedie
    if regel in _GRENZEN:
        code, zin, remedie = _GRENZEN[regel]
        return code, zin.format(staat=staat, naam=naam), remedie.format(grens=grens)
    return "past-niet", f"{staat}; dat past hier niet.", "Kijk in een voorbeeldbeleid hoe dit veld eruitziet."


def _choice(staat: str, keuze: list[object], waarde: object) -> Zinnen:
    woorden = [str(woord) for woord in keuze]
    bedoeld = nearest(waarde, woorden) if isinstance(waarde, str) else None
    lijst = f"Mogelijk zijn: {enumerate_or(woorden, 30)}."
    return "onbekend-woord", f"{staat}; dat is hier geen bekend woord.", f"Bedoelde u `{bedoeld}`? {lijst}" if bedoeld else lijst


def _unknown(pad: Pad, bekend: tuple[str, ...]) -> Zinnen:
    zin = f"De sleutel `{pad[-1]}` bestaat niet onder `{dotted(pad[:-1])}`."
    if bedoeld := nearest(str(pad[-1]), bekend):
        return "onbekende-sleutel", zin, f"Bedoelde u `{bedoeld}`?"
    return "onbekende-sleutel", zin, f"Mogelijk zijn: {enumerate_or(bekend, 30)}." if bekend else "Haal deze sleutel weg."


def _field(boom: Veld, pad: Iterable[str | int]) -> Veld | None:
    veld: Veld | None = boom
    for deel in pad:
        if veld is not None:
            veld = veld.item if isinstance(deel, int) else veld.velden.get(deel)
    return veld
