r"""Wat een kader onder `velden` mag schrijven: een klein deel van JSON Schema, zodat geen enkel beleid de machine kan laten hangen.

Alleen trefwoorden die in één gang te keuren zijn, en alleen patronen waarvan de rekentijd met de tekst meegroeit: van `^` tot `$`,
met hooguit één `+` of `*`, en met groepen die zelf niet herhaald worden.
"""

from __future__ import annotations

import re
import warnings
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from beleidscheck.beleid.schema import Schema

MAX_DELEN: Final = 3000
MAX_DIEPTE: Final = 16
MAX_KEUZES: Final = 500
#: Zoveel manieren mag een patroon hebben om dezelfde tekst te lezen.
_MAX_MANIEREN: Final = 1000
_MAX_PATROON: Final = 200
#: Trefwoorden met uitleg of een simpele eis; wat eronder staat is geen schema.
_EENVOUDIG: Final = frozenset(
    {
        "type", "title", "description", "examples", "default", "x-soort", "$ref", "enum", "const", "required", "format", "pattern",
        "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength", "minItems", "maxItems", "$comment",
    }
)  # fmt: skip
_MET_SCHEMA: Final = frozenset({"properties", "items", "additionalProperties"})
_PAREN: Final = (("minimum", "maximum"), ("minLength", "maxLength"), ("minItems", "maxItems"))
_TEKEN: Final = r"(?:\[\^?(?:[^\]\\^\[]|\\.)+\]|\\[dws.+*?()\[\]{}|/\\-]|[^\\\[\](){}|+*?^$.])"
_HERHAALD: Final = rf"{_TEKEN}(?:\{{[0-9]{{1,2}}(?:,[0-9]{{1,2}})?\}}|[?+*])?"
_LOS: Final = rf"{_TEKEN}(?:\{{[0-9]{{1,2}}\}})?"
_GROEP: Final = rf"\((?:\?:)?(?:{_LOS})*(?:\|(?:{_LOS})*)*\)\??"
_VEILIG: Final = re.compile(rf"\^(?:{_HERHAALD}|{_GROEP})*\$")
_BEREIK: Final = re.compile(r"\{([0-9]+),([0-9]+)\}")


def dialect_faults(velden: Mapping[str, Any]) -> list[str]:
    """Return in Dutch what a kader may not write in `velden`, because a policy could hang on it or nobody could meet it."""
    delen = list(_parts(velden, "", 0))
    if len(delen) > MAX_DELEN:
        return [f"`velden` heeft meer dan {MAX_DELEN} delen; zo veel regionale velden vult geen school in."]
    if any(diepte > MAX_DIEPTE for _, _, diepte in delen):
        return [f"`velden` is meer dan {MAX_DIEPTE} lagen diep."]
    fouten = [zin for pad, schema, _ in delen for zin in _faults(pad, schema)]
    return list(dict.fromkeys(fouten))


def _parts(schema: Any, pad: str, diepte: int) -> Iterator[tuple[str, Schema, int]]:  # noqa: ANN401 - JSON
    if not isinstance(schema, dict):
        return
    yield pad, schema, diepte
    if diepte > MAX_DIEPTE:
        return
    velden = schema.get("properties")
    for naam, deel in velden.items() if isinstance(velden, dict) else ():
        yield from _parts(deel, f"{pad}.{naam}".lstrip("."), diepte + 1)
    yield from _parts(schema.get("items"), f"{pad}[]", diepte + 1)
    yield from _parts(schema.get("additionalProperties"), f"{pad}.*".lstrip("."), diepte + 1)


def _faults(pad: str, schema: Schema) -> Iterator[str]:
    waar = f"bij `{pad}`" if pad else "bovenaan"
    for sleutel in schema:
        if sleutel not in _EENVOUDIG | _MET_SCHEMA:
            yield f"`velden` gebruikt {waar} `{sleutel}`; dat kan in een kader niet."
    if isinstance(schema.get("additionalProperties"), dict) or schema.get("additionalProperties") is True:
        yield f"`velden` laat {waar} elke sleutel toe; noem de sleutels onder `properties`."
    yield from _rules(waar, schema)
    for laagste, hoogste in _PAREN:
        onder, boven = schema.get(laagste), schema.get(hoogste)
        if isinstance(onder, int | float) and isinstance(boven, int | float) and onder > boven:
            yield f"`velden` vraagt {waar} minstens {onder} (`{laagste}`) en hooguit {boven} (`{hoogste}`); dat kan geen beleid halen."
    eigen, verplicht = schema.get("properties"), schema.get("required")
    if isinstance(verplicht, list) and isinstance(eigen, dict):
        for naam in (naam for naam in verplicht if naam not in eigen):
            yield f"`velden` vraagt {waar} om `{naam}`, maar dat veld bestaat daar niet."


def _rules(waar: str, schema: Schema) -> Iterator[str]:
    """Yield what is wrong with the rules for one value: its pattern, its format and its choices."""
    if isinstance(patroon := schema.get("pattern"), str) and not is_safe(patroon):
        yield f"`velden` heeft {waar} een patroon waar een tekst op kan vastlopen; gebruik `^…$` met hooguit één + of * en zonder herhaalde groep."
    if schema.get("format", "date") != "date":
        yield f"`velden` gebruikt {waar} het format `{schema['format']}`; alleen `date` kan."
    keuzes = schema.get("enum")
    if isinstance(keuzes, list) and not keuzes:
        yield f"`velden` laat {waar} kiezen uit niets; vul `enum` of haal het weg."
    if isinstance(keuzes, list) and len(keuzes) > MAX_KEUZES:
        yield f"`velden` heeft {waar} meer dan {MAX_KEUZES} keuzes."


def is_safe(patroon: str) -> bool:
    """Return whether matching the pattern takes a time that grows with the text, and not with its square or worse."""
    if len(patroon) > _MAX_PATROON or not _VEILIG.fullmatch(patroon):
        return False
    kaal = re.sub(r"\\.|\[\^?(?:[^\]\\]|\\.)*\]", "x", patroon)  # wat in een klasse of achter een \ staat, herhaalt niets
    if len(re.findall(r"[+*]", kaal)) > 1:
        return False
    manieren = 2 ** kaal.replace("(?:", "(").count("?")
    for laagste, hoogste in _BEREIK.findall(kaal):
        if int(laagste) > int(hoogste):
            return False
        manieren *= int(hoogste) - int(laagste) + 1
    for groep in re.findall(r"\([^)]*\)", kaal):
        manieren *= groep.count("|") + 1
    if manieren > _MAX_MANIEREN:
        return False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # een klasse in een klasse betekent later misschien iets anders
            re.compile(patroon)
    except (re.error, OverflowError, RecursionError, Warning):
        return False
    return True
