"""Een kaderbestand zoals het op schijf staat, en het kader dat ervan gemaakt is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from beleidscheck.beleid.woordinfo import Actieinfo, Signaalinfo, Uitbreiding, Woordinfo
from beleidscheck.bevinding import Grond, Niveau
from beleidscheck.source import read_source
from beleidscheck.toetsen import Toets

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from beleidscheck.source import Source


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


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
    """Een kader op een versie: de inhoud, het bestand waar het in staat, en de hash daarvan."""

    bestand: Kaderbestand
    path: Path
    sha256: str

    @cached_property
    def source(self) -> Source:
        """Return the file as it was read, for who needs places in it."""
        return read_source(self.path)

    @property
    def ref(self) -> str:
        """Return `id@versie`."""
        return f"{self.bestand.id}@{self.bestand.versie}"

    @property
    def normen(self) -> tuple[Norm, ...]:
        """Return the norms in the order of the file."""
        return self.bestand.normen

    @cached_property
    def trappen(self) -> tuple[dict[str, Any], ...]:
        """Return the kader's own ladder as plain, normalised values, as in a policy."""
        from beleidscheck.beleid.ladder import Trap  # noqa: PLC0415 - alleen voor wie de ladder volgt of toont

        return tuple(Trap.model_validate(trap).model_dump(mode="json", exclude_none=True) for trap in self.bestand.trappen)

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
