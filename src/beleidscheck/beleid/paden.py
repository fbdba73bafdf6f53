"""De veldpaden van het beleidsformaat: bestaat een veld, wat voor waarde heeft het en hoe heet het voor een lezer.

Een pad is geschreven als `stappen_bij_afwezigheid.trappen[].stappen[].bij[].drempel`. Velden onder `regionaal` komen uit de
`velden` van een kader (een JSON Schema-fragment).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin

from pydantic import BaseModel

from beleidscheck.beleid.basis import Soort, Veldtype
from beleidscheck.beleid.model import Beleid
from beleidscheck.beleid.woorden import LEEG, ROLLEN, Uitbreiding

_DEEL: Final = re.compile(r"([^.\[\]]+)((?:\[\])*)")


@dataclass(frozen=True, slots=True)
class Veld:
    """Eén plek in het formaat: de soort waarde, de titel, en wat eronder kan staan.

    `velden` zijn de sleutels van een object, `item` is één onderdeel van een lijst, `vrij` de waarde bij een eigen sleutel
    (zoals onder `rollen`); `sleutels` is dan de woordenlijst van die sleutels. `voorbeelden` zijn waarden die er kunnen staan.
    """

    veldtype: Veldtype
    titel: str = ""
    uitleg: str = ""
    woorden: str = ""
    gesloten: bool = False
    vorm: str = ""
    velden: Mapping[str, Veld] = field(default_factory=dict)
    item: Veld | None = None
    vrij: Veld | None = None
    sleutels: str = ""
    voorbeelden: tuple[Any, ...] = ()


@cache
def boom() -> Veld:
    """Return the whole format as a tree, without regional fields."""
    return _model(Beleid)


def _model(model: type[BaseModel], titel: str = "", uitleg: str = "") -> Veld:
    velden = {}
    for naam, info in model.model_fields.items():
        plek = _veld(info.annotation, info.metadata, info.title or naam, info.description or "")
        velden[naam] = replace(plek, voorbeelden=tuple(info.examples)) if info.examples else plek
    return Veld("object", titel, uitleg, velden=velden)


def _veld(soort: Any, metadata: list[Any], titel: str, uitleg: str) -> Veld:  # noqa: ANN401 - een typeaanduiding
    herkomst, delen = get_origin(soort), get_args(soort)
    if herkomst in (Annotated, Union, UnionType):
        kern = next(deel for deel in delen if deel is not NoneType)
        return _veld(kern, [*delen[1:], *metadata] if herkomst is Annotated else metadata, titel, uitleg)
    merk = next((deel for deel in metadata if isinstance(deel, Soort)), None)
    if merk is not None:
        eronder = _model(soort).velden if isinstance(soort, type) and issubclass(soort, BaseModel) else {}
        return Veld(merk.veldtype, titel, uitleg, merk.woorden, merk.gesloten, merk.vorm, velden=eronder)
    if herkomst is list:
        return Veld("lijst", titel, uitleg, item=_veld(delen[0], [], titel, uitleg))
    if herkomst is dict:
        sleutel = _veld(delen[0], [], "", "")
        return Veld("object", titel, uitleg, vrij=_veld(delen[1], [], "", ""), sleutels=sleutel.woorden or sleutel.vorm)
    return (
        _model(soort, titel, uitleg)
        if isinstance(soort, type) and issubclass(soort, BaseModel)
        else Veld("object", titel, uitleg)
    )


# ---- Regionale velden --------------------------------------------------------------------------------------------

#: Wat een kader in `velden` mag aanhalen als `$ref: "#/$defs/JaNee"`.
_BASIS: Final[dict[str, Veld]] = {
    "JaNee": Veld("ja_nee", vorm="ja_nee"),
    "Zin": Veld("tekst"),
    "Proza": Veld("proza"),
    "Woord": Veld("woord", vorm="woord"),
    "Rol": Veld("woord", woorden="rol", vorm="woord"),
    "Plaatswoord": Veld("woord", woorden="plaats", vorm="woord"),
    "Actiewoord": Veld("woord", woorden="actie", vorm="woord"),
    "Hoeveelheid": Veld("hoeveelheid", vorm="hoeveelheid"),
    "Ritme": Veld("ritme", vorm="ritme"),
    "Datum": Veld("datum", vorm="datum"),
    "MaandDag": Veld("tekst", vorm="maanddag"),
    "Tijdstip": Veld("tekst", vorm="tijdstip"),
    "Aantal": Veld("getal"),
    "Procent": Veld("getal"),
}
_JSON_TYPES: Final[dict[str, Veldtype]] = {
    "boolean": "ja_nee",
    "integer": "getal",
    "number": "getal",
    "array": "lijst",
    "object": "object",
    "string": "tekst",
}


#: Wat een kader bij een veld mag noteren als `x-soort: rol`, als het zelf het type en het patroon opschrijft.
_NOTITIES: Final = {
    **{naam.lower(): veld for naam, veld in _BASIS.items()},
    "ja_nee": _BASIS["JaNee"],
    "maanddag": _BASIS["MaandDag"],
    "plaats": _BASIS["Plaatswoord"],
    "actie": _BASIS["Actiewoord"],
}


def regionale_boom(fragment: Mapping[str, Any], titel: str = "Regionaal") -> Veld:
    """Return the fields that a JSON Schema fragment describes, as a tree.

    A field is of a known kind by `$ref: "#/$defs/JaNee"` or by our note `x-soort: ja_nee`; a note on a list is about its items.
    """
    titel = str(fragment.get("title", titel))
    uitleg = str(fragment.get("description", ""))
    notitie = str(fragment.get("x-soort", ""))
    basis = _BASIS.get(str(fragment.get("$ref", "")).removeprefix("#/$defs/")) or _NOTITIES.get(notitie)
    if basis is not None and fragment.get("type") != "array":
        return Veld(basis.veldtype, titel, uitleg, basis.woorden, vorm=basis.vorm)
    if "enum" in fragment:
        ja_nee = set(map(str, fragment["enum"])) >= {"ja", "nee"}
        return Veld("ja_nee" if ja_nee else "woord", titel, uitleg, vorm="ja_nee" if ja_nee else "", gesloten=True)
    velden = {
        str(naam): regionale_boom(deel, str(naam).replace("_", " ")) for naam, deel in fragment.get("properties", {}).items()
    }
    veldtype = "object" if velden else _JSON_TYPES.get(str(fragment.get("type", "string")), "tekst")
    onderdeel = fragment.get("items")
    item = (
        regionale_boom({**({"x-soort": notitie} if notitie else {}), **onderdeel}, titel)
        if isinstance(onderdeel, Mapping)
        else None
    )
    return Veld(
        "lijst" if item else veldtype, titel, uitleg, vorm="ja_nee" if veldtype == "ja_nee" else "", velden=velden, item=item
    )


@lru_cache(maxsize=16)
def regionale_velden(uitbreiding: Uitbreiding) -> Veld | None:
    """Return the regional fields of an extension as a tree, or `None` when it has none; remembered for the last few extensions."""
    return regionale_boom(uitbreiding.velden) if uitbreiding.velden else None


# ---- Opzoeken ----------------------------------------------------------------------------------------------------


@lru_cache(maxsize=4096)
def zoek_veld(pad: str, uitbreiding: Uitbreiding = LEEG) -> Veld | None:
    """Return the field at a dotted path with `[]` for each list, or `None` when no policy can have it."""
    if not pad or any(not _DEEL.fullmatch(deel) for deel in pad.split(".")):
        return None
    plek: Veld | None = boom()
    for nummer, deel in enumerate(pad.split(".")):
        gevonden = _DEEL.fullmatch(deel)
        if plek is None or gevonden is None:
            return None
        if nummer == 0 and gevonden[1] == "regionaal":
            plek = regionale_velden(uitbreiding)
        else:
            plek = _stap(plek, gevonden[1], uitbreiding)
        for _ in range(gevonden[2].count("[]")):
            plek = plek.item if plek else None
    return plek


def _stap(plek: Veld, naam: str, uitbreiding: Uitbreiding) -> Veld | None:
    if plek.veldtype != "object":
        return None
    if plek.vrij is not None:
        rol = ROLLEN.get(naam) or uitbreiding.rollen.get(naam)  # alleen `rollen` heeft eigen sleutels
        return replace(plek.vrij, titel=rol.label, uitleg=rol.uitleg) if rol else None
    return plek.velden.get(naam)


def veld_bestaat(pad: str, uitbreiding: Uitbreiding = LEEG) -> bool:
    """Return whether a policy can have this field; a kader that names another one is refused."""
    return zoek_veld(pad, uitbreiding) is not None


def veld_type(pad: str, uitbreiding: Uitbreiding = LEEG) -> Veldtype:
    """Return the kind of value at this field. Raises `KeyError` when the field does not exist."""
    return _bestaand(pad, uitbreiding).veldtype


def veld_titel(pad: str, uitbreiding: Uitbreiding = LEEG) -> str:
    """Return the Dutch title of this field. Raises `KeyError` when the field does not exist."""
    return _bestaand(pad, uitbreiding).titel


def _bestaand(pad: str, uitbreiding: Uitbreiding) -> Veld:
    gevonden = zoek_veld(pad, uitbreiding)
    if gevonden is None:
        raise KeyError(pad)
    return gevonden
