"""De bouwstenen van het beleidsformaat: het basismodel en de soorten waarden, elk met patroon en Nederlandse uitleg.

Elke soort is zo strikt dat pydantic en de JSON Schema hetzelfde aannemen en weigeren. Alleen wat een schema kan zeggen
staat hier; verbanden tussen velden horen bij `policy` en `check`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, TypeAlias

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    ValidationInfo,
)
from pydantic_core import PydanticCustomError, PydanticKnownError, core_schema

from beleidscheck.beleid.woorden import KERN_SYNONIEMEN
from beleidscheck.hoeveelheid import PATROON, RITME_PATROON, QuantityError, parse_hoeveelheid

if TYPE_CHECKING:
    from collections.abc import Callable

Veldtype: TypeAlias = Literal["proza", "tekst", "hoeveelheid", "ritme", "datum", "woord", "ja_nee", "getal", "lijst", "object"]


class Model(BaseModel):
    """De basis van elk blok in het beleidsbestand: bevroren, strikt, en een onbekende sleutel is een fout."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)


@dataclass(frozen=True, slots=True, eq=False)
class Lezer:
    """Een eigen lezer voor een waarde, met het JSON Schema dat precies hetzelfde aanneemt."""

    lees: Callable[[Any], Any]
    schema: dict[str, Any]

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Return the reader as the whole validation; what it returns is dumped as it is."""
        return core_schema.no_info_plain_validator_function(self.lees)

    def __get_pydantic_json_schema__(self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Return the JSON Schema."""
        return dict(self.schema)


@dataclass(frozen=True, slots=True, eq=False)
class Daarna:
    """Wat er met een goede waarde gebeurt. Zoals `AfterValidator`, maar die ontleedt zijn functie bij elk veld opnieuw."""

    zet_om: Callable[[Any, ValidationInfo], Any]

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Return the validation that was there, followed by the function."""
        return core_schema.with_info_after_validator_function(self.zet_om, handler(source))


@dataclass(frozen=True, slots=True)
class Soort:
    """Wat voor waarde een veld heeft.

    `woorden` is de naam van de woordenlijst in `woorden`, `gesloten` of alleen die woorden mogen, en `vorm` de schrijfwijze
    (zoals `tijdstip`), zodat een foutmelding kan zeggen hoe het wel moet.
    """

    veldtype: Veldtype
    woorden: str = ""
    gesloten: bool = False
    vorm: str = ""

    def __get_pydantic_json_schema__(self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Return the JSON Schema with the list of words noted, for `schema` to name and explain it."""
        return {**handler(schema), "x-soort": self.woorden or self.vorm or self.veldtype}


def veld(titel: str, uitleg: str, *voorbeelden: object) -> Any:  # noqa: ANN401 - pydantic vult het type in
    """Return an optional field with its Dutch title, explanation and examples."""
    return Field(default=None, title=titel, description=uitleg, examples=list(voorbeelden) or None)


# ---- Tekst -------------------------------------------------------------------------------------------------------

#: Minstens één teken dat geen wit is: een lege tekst is een vergeten veld.
NIET_LEEG: Final = r"[^ \t\r\n]"
Zin: TypeAlias = Annotated[str, StringConstraints(pattern=NIET_LEEG, max_length=1000), Soort("tekst")]
Proza: TypeAlias = Annotated[str, StringConstraints(pattern=NIET_LEEG, max_length=20000), Soort("proza")]
Kort: TypeAlias = Annotated[str, StringConstraints(pattern=NIET_LEEG, max_length=40), Soort("tekst")]

# ---- Woorden -----------------------------------------------------------------------------------------------------

WOORD_PATROON: Final = r"^[A-Za-z0-9][A-Za-z0-9_-]*$"
_WOORD: Final = StringConstraints(pattern=WOORD_PATROON, max_length=80)


def _canoniek(soort: str) -> Daarna:
    """Return a validator that turns a synonym into the fixed word; the synonyms may come along as validation context."""

    def zet_om(woord: str, info: ValidationInfo) -> str:
        synoniemen = (info.context or KERN_SYNONIEMEN)[soort]
        return str(synoniemen.get(woord, synoniemen.get(woord.casefold(), woord)))

    return Daarna(zet_om)


Woord: TypeAlias = Annotated[str, _WOORD, Soort("woord", vorm="woord")]
Rol: TypeAlias = Annotated[str, _WOORD, _canoniek("rol"), Soort("woord", "rol", vorm="woord")]
Actiewoord: TypeAlias = Annotated[str, _WOORD, _canoniek("actie"), Soort("woord", "actie", vorm="woord")]
Plaatswoord: TypeAlias = Annotated[str, _WOORD, _canoniek("plaats"), Soort("woord", "plaats", vorm="woord")]

# ---- Ja of nee ---------------------------------------------------------------------------------------------------


def _ja_nee(waarde: object) -> bool:
    if isinstance(waarde, bool):
        return waarde
    if waarde == "ja":
        return True
    if waarde == "nee":
        return False
    raise PydanticCustomError("ja_nee", "geen ja of nee")


JaNee: TypeAlias = Annotated[bool, Lezer(_ja_nee, {"enum": ["ja", "nee", True, False]}), Soort("ja_nee", vorm="ja_nee")]

# ---- Getallen ----------------------------------------------------------------------------------------------------


def _geheel(waarde: object) -> object:
    """Return a whole number for a float like 16.0, as JSON Schema counts it; anything else unchanged."""
    return int(waarde) if isinstance(waarde, float) and waarde.is_integer() else waarde


def _tussen(laagste: int, hoogste: int) -> Lezer:
    """Return a reader for a number from `laagste` up to and including `hoogste`; whole numbers stay whole."""

    def lees(waarde: object) -> int | float:
        if isinstance(waarde, bool) or not isinstance(waarde, int | float):
            raise PydanticKnownError("float_type")
        if not waarde >= laagste:
            raise PydanticKnownError("greater_than_equal", {"ge": laagste})
        if not waarde <= hoogste:
            raise PydanticKnownError("less_than_equal", {"le": hoogste})
        return int(waarde) if waarde == int(waarde) else waarde

    return Lezer(lees, {"type": "number", "minimum": laagste, "maximum": hoogste})


_HEEL: Final = BeforeValidator(_geheel)
Aantal: TypeAlias = Annotated[int, Field(ge=0, le=100000), _HEEL, Soort("getal")]
Lesminuten: TypeAlias = Annotated[int, Field(ge=10, le=240), _HEEL, Soort("getal")]
Niveaunummer: TypeAlias = Annotated[int, Field(ge=1, le=5), _HEEL, Soort("getal")]
Leerjaar: TypeAlias = Annotated[int, Field(ge=1, le=8), _HEEL, Soort("getal")]
Leeftijdsgrens: TypeAlias = Annotated[int, Field(ge=3, le=120), _HEEL, Soort("getal")]
Getal: TypeAlias = Annotated[float, _tussen(0, 100000), Soort("getal")]
Procent: TypeAlias = Annotated[float, _tussen(0, 100), Soort("getal")]


def _formaat(waarde: object) -> int:
    if isinstance(waarde, bool) or waarde != 1:
        raise PydanticCustomError("formaat", "geen formaat 1")
    return 1


Formaat: TypeAlias = Annotated[Literal[1], Lezer(_formaat, {"const": 1}), Soort("getal")]

# ---- Hoeveelheid en ritme ----------------------------------------------------------------------------------------


def _hoeveelheid(tekst: str, _: ValidationInfo) -> str:
    try:
        return str(parse_hoeveelheid(tekst))
    except QuantityError as fout:
        raise PydanticCustomError("hoeveelheid", "geen hoeveelheid") from fout


HoeveelheidTekst: TypeAlias = Annotated[
    str, StringConstraints(pattern=PATROON), Daarna(_hoeveelheid), Soort("hoeveelheid", vorm="hoeveelheid")
]
Ritme: TypeAlias = Annotated[str, StringConstraints(pattern=RITME_PATROON), Soort("ritme", vorm="ritme")]
HERHALING_PATROON: Final = rf"^(?:bij_start|eenmalig|{RITME_PATROON.removeprefix('^').removesuffix('$')})$"
Herhaling: TypeAlias = Annotated[str, StringConstraints(pattern=HERHALING_PATROON), Soort("ritme", vorm="herhaling")]

# ---- Datum en tijd -----------------------------------------------------------------------------------------------

DATUM_PATROON: Final = r"^(?:19|20|21)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$"
_DATUM: Final = re.compile(DATUM_PATROON.removesuffix("$"))


def _datum(waarde: object) -> date:
    if not isinstance(waarde, str):
        raise PydanticKnownError("string_type")
    if _DATUM.fullmatch(waarde) is None:
        raise PydanticCustomError("datum", "geen datum")
    try:
        return date.fromisoformat(waarde)
    except ValueError as fout:
        raise PydanticCustomError("datum_bestaat_niet", "deze dag bestaat niet") from fout


Datum: TypeAlias = Annotated[
    date, Lezer(_datum, {"type": "string", "format": "date", "pattern": DATUM_PATROON}), Soort("datum", vorm="datum")
]
_MAANDDAG: Final = (
    r"^(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|[12][0-9]))$"
)
MaandDag: TypeAlias = Annotated[str, StringConstraints(pattern=_MAANDDAG), Soort("tekst", vorm="maanddag")]
Tijdstip: TypeAlias = Annotated[
    str, StringConstraints(pattern=r"^(?:[01][0-9]|2[0-3]):[0-5][0-9]$"), Soort("tekst", vorm="tijdstip")
]
Schooljaar: TypeAlias = Annotated[str, StringConstraints(pattern=r"^20[0-9]{2}-20[0-9]{2}$"), Soort("tekst", vorm="schooljaar")]

# ---- Verwijzingen en vorm ----------------------------------------------------------------------------------------

Kleur: TypeAlias = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$"), Soort("tekst", vorm="kleur")]
Url: TypeAlias = Annotated[
    str,
    StringConstraints(pattern=r"""^(?:https?://|mailto:|tel:)[^ \t\r\n"'<>\\^`{|}]+$""", max_length=500),
    Soort("tekst", vorm="url"),
]
KaderRef: TypeAlias = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*@[a-z0-9][a-z0-9.-]*$", max_length=100), Soort("tekst", vorm="kader")
]
NormRef: TypeAlias = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$", max_length=120), Soort("tekst", vorm="norm")
]
Regio: TypeAlias = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=80), Soort("woord", "regio", vorm="regio")
]
Brin: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[0-9]{2}[A-Z]{2}(?:[0-9]{2})?$"), Soort("tekst", vorm="brin")]
Telefoon: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[+0-9][0-9 ()-]{4,18}[0-9]$"), Soort("tekst", vorm="telefoon")]
Mailadres: TypeAlias = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$", max_length=200),
    Soort("tekst", vorm="mailadres"),
]
