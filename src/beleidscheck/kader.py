"""Parse: van een YAML-bestand naar een kader op een versie, met normen, toetsen, woordenlijst, velden en een eigen ladder."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from beleidscheck.beleid.woordinfo import Actieinfo, Signaalinfo, Uitbreiding, Woordinfo
from beleidscheck.bevinding import Grond, Niveau
from beleidscheck.data import kader_dir
from beleidscheck.errors import Fault, InvalidKaderError, UsageError
from beleidscheck.source import Source, dotted, read_source
from beleidscheck.toetsen import Toets

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

REF: Final = re.compile(r"[a-z0-9][a-z0-9-]*@[a-z0-9][a-z0-9.-]*")


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Bron(_Model):
    """Een brondocument waarnaar normen verwijzen."""

    titel: str
    uitgever: str
    datum: str
    url: str = ""
    toelichting: str = ""


class GeldtVoor(_Model):
    """Voor welke scholen en leerlingen een norm geldt; leeg is voor iedereen."""

    sectoren: tuple[str, ...] = ()
    leeftijd: Literal["", "onder_18", "vanaf_18"] = ""


class Alternatief(_Model):
    """Een andere lezing van dezelfde bron, met de plek waar zij staat."""

    zegt: str
    plek: str


class Lezing(_Model):
    """Waar de bronnen elkaar tegenspreken: wat getoetst wordt, wat de strengste lezing is, en de notitie voor het rapport.

    `strengste` zijn toetsen die een school ook onder de strengste lezing haalt; `ruimste` die zij minstens haalt onder de
    ruimste. Wie daartussen zit, krijgt een aandachtspunt met de notitie, geen tekort.
    """

    nummer: str
    waarde: str
    strengste_lezing: str
    alternatieven: tuple[Alternatief, ...] = ()
    notitie: str
    strengste: tuple[Toets, ...] = ()
    ruimste: tuple[Toets, ...] = ()


class Herstel(_Model):
    """Wat een school kan opschrijven: een voorbeeldzin, en een stukje YAML dat de norm echt oplost."""

    voorbeeld: str
    snippet: str = ""


class Norm(_Model):
    """Eén eis van een kader. `element` is 1 t/m 16, of 0 voor kop, begrippen en registratie."""

    id: str
    titel: str
    zegt: str
    niveau: Niveau
    grond: Grond
    geldt_voor: GeldtVoor = GeldtVoor()
    bron: str
    plek: str
    element: int = Field(ge=0, le=16)
    cluster: str
    aan_zet: str
    toetsen: tuple[Toets, ...] = Field(min_length=1)
    niet_gecodeerd: str = ""
    lezing: Lezing | None = None
    uitleg: str
    vraag: str
    herstel: Herstel


class Woord(_Model):
    """Een woord uit de woordenlijst van een kader."""

    label: str
    uitleg: str = ""
    lidwoord: str = ""
    meervoud: str = ""
    synoniemen: tuple[str, ...] = ()
    aard: Literal["melden", "registreren", "contact", "ondersteuning", "sanctie"] = "ondersteuning"
    zin: str = ""
    zin_met: str = ""
    drempelsoort: Literal["keer", "uren", "dagen", "procent", "geen"] = "geen"
    periode: bool = False

    def plain(self) -> Woordinfo:
        """Return the word as the policy format knows it."""
        return Woordinfo(self.label, self.uitleg, self.lidwoord, self.meervoud, self.synoniemen)


class Woordenlijst(_Model):
    """De woorden die dit kader aan het beleidsformaat toevoegt."""

    rollen: dict[str, Woord] = {}
    plaatsen: dict[str, Woord] = {}
    acties: dict[str, Woord] = {}
    signalen: dict[str, Woord] = {}
    woorden: dict[str, Woord] = {}


class Term(_Model):
    """Een verouderd woord met zijn vervanger, voor advies over de tekst."""

    oud: str
    nieuw: str
    bron: str
    niet_in: tuple[str, ...] = ()


class Kaderbestand(_Model):
    """De inhoud van een kaderbestand, zoals het op schijf staat."""

    kader: Literal[1]
    id: str
    versie: str
    naam: str
    status: Literal["geldend", "model", "concept", "wetsvoorstel", "verlopen"]
    geldig_van: str
    geldig_tot: str | None = None
    opvolger_van: str | None = None
    opmerking: str = ""
    regio: str | None = None
    sectoren: tuple[str, ...] = ()
    toelichting: str
    bronnen: dict[str, Bron]
    woordenlijst: Woordenlijst = Woordenlijst()
    velden: dict[str, Any] = {}
    trappen: tuple[dict[str, Any], ...] = ()
    termen: tuple[Term, ...] = ()
    normen: tuple[Norm, ...] = Field(min_length=1)
    wijzigingen: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True)
class Kader:
    """Een kader op een versie, met de bron waaruit het gelezen is."""

    bestand: Kaderbestand
    source: Source

    @property
    def ref(self) -> str:
        """Return `id@versie`."""
        return f"{self.bestand.id}@{self.bestand.versie}"

    @property
    def normen(self) -> tuple[Norm, ...]:
        """Return the norms in the order of the file."""
        return self.bestand.normen

    @cached_property
    def uitbreiding(self) -> Uitbreiding:
        """Return what the kader adds to the policy format."""
        lijst = self.bestand.woordenlijst
        return Uitbreiding(
            rollen={naam: woord.plain() for naam, woord in lijst.rollen.items()},
            plaatsen={naam: woord.plain() for naam, woord in lijst.plaatsen.items()},
            acties={naam: _action_info(woord) for naam, woord in lijst.acties.items()},
            signalen={naam: _signal_info(woord) for naam, woord in lijst.signalen.items()},
            woorden={naam: woord.plain() for naam, woord in lijst.woorden.items()},
            velden=self.bestand.velden,
        )

    def expired(self, peildatum: date) -> bool:
        """Return whether the kader had ended on this date."""
        return self.bestand.geldig_tot is not None and peildatum.isoformat() > self.bestand.geldig_tot


def _action_info(woord: Woord) -> Actieinfo:
    return Actieinfo(
        woord.label, woord.uitleg, woord.lidwoord, woord.meervoud, woord.synoniemen, woord.aard, woord.zin, woord.zin_met
    )


def _signal_info(woord: Woord) -> Signaalinfo:
    return Signaalinfo(
        woord.label, woord.uitleg, woord.lidwoord, woord.meervoud, woord.synoniemen, woord.drempelsoort, woord.periode
    )


def combine(kaders: Sequence[Kader]) -> Uitbreiding:
    """Return what these kaders together add to the policy format; of two equal words that of the first kader stands."""
    if len(delen := [kader.uitbreiding for kader in kaders]) == 1:
        return delen[0]

    def samen(naam: str) -> dict[str, Any]:
        return {woord: info for deel in reversed(delen) for woord, info in getattr(deel, naam).items()}

    eigen = {veld: schema for deel in reversed(delen) for veld, schema in deel.velden.get("properties", {}).items()}
    velden = {"type": "object", "properties": eigen, "additionalProperties": False} if eigen else {}
    return Uitbreiding(samen("rollen"), samen("plaatsen"), samen("acties"), samen("signalen"), samen("woorden"), velden)


def available() -> tuple[str, ...]:
    """Return the refs of the shipped kaders, sorted."""
    return tuple(sorted(path.stem for path in kader_dir().glob("*@*.yaml")))


def load_kader(ref: str) -> Kader:
    """Return the kader with this `id@versie`, or in the file with this path.

    Raises `UsageError` for an unknown kader or version, `InvalidKaderError` or `UnreadableFileError` for a bad file.
    """
    if ref.endswith((".yaml", ".yml")):
        return read_kader(Path(ref))
    if not REF.fullmatch(ref) or not (pad := kader_dir() / f"{ref}.yaml").is_file():
        raise UsageError(unknown_kader(ref))
    return _shipped(pad)


@lru_cache(maxsize=32)
def _shipped(pad: Path) -> Kader:
    return read_kader(pad)


def unknown_kader(ref: str) -> str:
    """Return what to say about a kader that does not exist."""
    naam, _, versie = ref.partition("@")
    versies = [bekend.partition("@")[2] for bekend in available() if bekend.partition("@")[0] == naam]
    if versies and versie:
        return (
            f"Van het kader «{naam}» is geen versie «{versie}» bekend. Wel bekend: {', '.join(f'{naam}@{v}' for v in versies)}."
        )
    if versies:
        return f"Schrijf bij het kader «{naam}» ook de versie: {', '.join(f'{naam}@{v}' for v in versies)}."
    return f"Het kader «{ref}» is niet bekend. Bekend zijn: {', '.join(available())}."


def read_kader(path: Path) -> Kader:
    """Return the kader in this file. Raises `UnreadableFileError` or `InvalidKaderError` with every fault and its place."""
    source = read_source(path)
    try:
        bestand = Kaderbestand.model_validate(source.data)
    except ValidationError as fout:
        raise InvalidKaderError(path, [_translate(source, dict(deel)) for deel in fout.errors()]) from None
    if faults := _inconsistencies(source, bestand):
        raise InvalidKaderError(path, faults)
    return Kader(bestand, source)


_ZINNEN: Final[Mapping[str, str]] = {
    "missing": "Het veld ontbreekt.",
    "extra_forbidden": "Dit veld bestaat niet.",
    "literal_error": "Deze waarde is hier niet toegestaan.",
    "enum": "Deze waarde is hier niet toegestaan.",
    "union_tag_invalid": "Deze soort toets bestaat niet.",
    "union_tag_not_found": "Bij deze toets staat geen `soort`.",
    "too_short": "Hier staat te weinig.",
    "string_type": "Hier hoort tekst te staan; zet er aanhalingstekens om.",
    "int_type": "Hier hoort een geheel getal te staan.",
    "bool_type": "Hier hoort `true` of `false` te staan.",
    "list_type": "Hier hoort een lijst te staan.",
    "tuple_type": "Hier hoort een lijst te staan.",
    "dict_type": "Hier hoort een blok met sleutels te staan.",
}


def _translate(source: Source, fout: Mapping[str, Any]) -> Fault:
    pad = tuple(
        deel for deel in fout["loc"] if not (isinstance(deel, str) and deel in _SOORTNAMEN and fout["loc"].index(deel) > 0)
    )
    plek = source.position(pad, key=fout["type"] == "extra_forbidden")
    zin = _ZINNEN.get(str(fout["type"]), "Deze waarde past hier niet.")
    return Fault(
        "kader",
        f"Bij `{dotted(pad)}`: {zin}",
        "Kijk in docs/kader.md hoe een kader eruitziet.",
        regel=plek.regel,
        kolom=plek.kolom,
        pad=dotted(pad),
    )


def _soort_names() -> frozenset[str]:
    from beleidscheck.toetsen import SOORTEN  # noqa: PLC0415 - alleen nodig als een kader een fout heeft

    return frozenset(
        soort.model_fields["soort"].annotation.__args__[0]
        for soort in SOORTEN
        if soort.model_fields["soort"].annotation is not None
    )


_SOORTNAMEN: Final = _soort_names()


def _inconsistencies(source: Source, bestand: Kaderbestand) -> list[Fault]:
    faults: list[Fault] = []

    def fault(zin: str, remedie: str, pad: tuple[str | int, ...]) -> None:
        plek = source.position(pad)
        faults.append(Fault("kader", zin, remedie, regel=plek.regel, kolom=plek.kolom, pad=dotted(pad)))

    gezien: dict[str, int] = {}
    for nummer, norm in enumerate(bestand.normen):
        if norm.id in gezien:
            eerste = source.position(("normen", gezien[norm.id])).regel
            fault(
                f"De norm «{norm.id}» staat er twee keer; de eerste op regel {eerste}.",
                "Geef elke norm een eigen id.",
                ("normen", nummer, "id"),
            )
        gezien.setdefault(norm.id, nummer)
        if norm.bron not in bestand.bronnen:
            fault(
                f"De bron «{norm.bron}» van norm «{norm.id}» staat niet onder `bronnen`.",
                "Voeg de bron toe of kies een bestaande.",
                ("normen", nummer, "bron"),
            )
    return faults
