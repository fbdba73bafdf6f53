"""Een kaderbestand zoals het op schijf staat, en het kader dat ervan gemaakt is."""

from __future__ import annotations

from dataclasses import dataclass, replace
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


class Voorbeeld(_Model):
    """Een stukje beleid waarvan vaststaat hoe het oordeel over de norm luidt; `kader controleer` draait het.

    `vanuit` is waar het bij komt: een leeg beleid, het complete voorbeeld, of een leeg beleid met het `herstel` van de norm.
    `beleid` wordt eraan toegevoegd, `zet` geeft één plek (een pad) een andere waarde, `zonder` laat plekken weg.
    """

    wat: str = ""
    vanuit: Literal["leeg", "compleet", "herstel"] = "leeg"
    beleid: dict[str, Any] = {}
    zet: dict[str, Any] = {}
    zonder: tuple[str, ...] = ()


class Voorbeelden(_Model):
    """De tests van een norm: beleid dat voldoet, dat niet voldoet, en waarop de norm niet van toepassing is."""

    voldoet: tuple[Voorbeeld, ...] = ()
    voldoet_niet: tuple[Voorbeeld, ...] = ()
    nvt: tuple[Voorbeeld, ...] = ()


class Voorbeeldenbestand(_Model):
    """Voorbeelden naast een kader, in `voorbeelden/<naam van het kaderbestand>`: per norm, op haar id."""

    kader: str
    normen: dict[str, Voorbeelden]


class Norm(_Model):
    """Eén eis van een kader. `element` is 1 t/m 16, of 0 voor kop, begrippen en registratie.

    `komt_uit` noemt de normen van de voorganger (`opvolger_van`) waar deze voor in de plaats komt.
    """

    id: str
    komt_uit: tuple[str, ...] = ()
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
    voorbeelden: Voorbeelden = Voorbeelden()


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
    """Een verouderd woord met zijn vervanger, voor advies over de tekst.

    `niet_in` zijn vaste namen waarin het woord blijft staan; met `in_samenstelling` telt het ook als begin van een langer woord.
    """

    oud: str
    nieuw: str
    bron: str
    niet_in: tuple[str, ...] = ()
    in_samenstelling: bool = False


class Vervallen(_Model):
    """Normen van de voorganger die met dit kader vervallen, met wat de bron daarover zegt."""

    normen: tuple[str, ...] = Field(min_length=1)
    zegt: str
    bron: str
    plek: str


class Kaderbestand(_Model):
    """De inhoud van een kaderbestand, zoals het op schijf staat.

    Met `gebaseerd_op` neemt het alle normen van een ander kader over; het mag die alleen aanscherpen. `in_werking_op` is de dag
    waarop een wetsvoorstel volgens wie dit kader schrijft in werking treedt; zonder die dag weegt het hooguit als aandachtspunt.
    `niet_genoemd` zegt wat er geldt voor een norm van de voorganger waarover dit kader zwijgt: zij vervalt, of zij blijft tot er
    een volledige opvolger is.
    """

    kader: Literal[1]
    id: str
    versie: str
    naam: str
    status: Literal["geldend", "model", "concept", "wetsvoorstel", "verlopen"]
    geldig_van: str
    geldig_tot: str | None = None
    opvolger_van: str | None = None
    gebaseerd_op: str | None = None
    in_werking_op: str | None = None
    niet_genoemd: Literal["vervalt", "blijft"] = "vervalt"
    vervallen: tuple[Vervallen, ...] = ()
    opmerking: str = ""
    regio: str | None = None
    sectoren: tuple[str, ...] = ()
    toelichting: str
    bronnen: dict[str, Bron] = {}
    woordenlijst: Woordenlijst = Woordenlijst()
    velden: dict[str, Any] = {}
    trappen: tuple[dict[str, Any], ...] = ()
    termen: tuple[Term, ...] = ()
    normen: tuple[Norm, ...] = ()
    wijzigingen: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True, eq=False)
class Kader:
    """Een kader op een versie: de inhoud, het bestand waar het in staat, en de hash daarvan. Het is alleen aan zichzelf gelijk.

    Bij een maatwerk-kader is `basis` het kader waar het op rust, `bestand` alles wat samen geldt, en `deel` wat er in zijn eigen
    bestand staat.
    """

    bestand: Kaderbestand
    path: Path
    sha256: str
    basis: Kader | None = None
    deel: Kaderbestand | None = None

    @property
    def eigen(self) -> Kaderbestand:
        """Return what stands in the file of this kader itself; places in that file belong to this."""
        return self.deel or self.bestand

    @cached_property
    def eigen_normen(self) -> frozenset[str]:
        """Return the ids of the norms that stand in the file of this kader itself."""
        return frozenset(norm.id for norm in self.eigen.normen)

    def origin(self, norm: Norm) -> Kader:
        """Return the kader whose file says this norm: this one, or the one that it was taken over from."""
        return self.origin_of(norm.id)

    def origin_of(self, norm: str) -> Kader:
        """Return the kader whose file says the norm with this id."""
        kader = self
        while kader.basis is not None and norm not in kader.eigen_normen:
            kader = kader.basis
        return kader

    @property
    def chain(self) -> tuple[Kader, ...]:
        """Return this kader and those that it rests on, the nearest first."""
        return (self,) if self.basis is None else (self, *self.basis.chain)

    def from_date(self, dag: date) -> Kader:
        """Return the same kader, with this day as the entry into force of the bill that it rests on."""
        nieuw = replace(self, bestand=self.bestand.model_copy(update={"in_werking_op": dag.isoformat()}))
        return replace(nieuw, deel=self.eigen) if self.basis is not None else nieuw

    @property
    def rests_on_bill(self) -> bool:
        """Return whether the kader, or one of its norms, rests on a bill."""
        return self.bestand.status == "wetsvoorstel" or any(norm.grond is Grond.WETSVOORSTEL for norm in self.normen)

    def only(self, norm: Norm) -> Kader:
        """Return the same kader with this norm alone."""
        alleen = replace(self, bestand=self.bestand.model_copy(update={"normen": (norm,)}))
        if "source" in self.__dict__:
            alleen.__dict__["source"] = self.source  # al gelezen
        return alleen

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
        if self.bestand.geldig_tot is None:
            return self.bestand.status == "verlopen"
        return peildatum.isoformat() > self.bestand.geldig_tot

    def not_yet(self, peildatum: date) -> bool:
        """Return whether the kader is not in force yet on this date."""
        return peildatum.isoformat() < self.bestand.geldig_van

    def in_force(self, peildatum: date) -> bool:
        """Return whether a bill counts as in force on this date, because somebody set the date of its entry into force."""
        return self.bestand.in_werking_op is not None and peildatum.isoformat() >= self.bestand.in_werking_op


def _action_info(woord: Woord) -> Actieinfo:
    return Actieinfo(
        woord.label, woord.uitleg, woord.lidwoord, woord.meervoud, woord.synoniemen, woord.aard, woord.zin, woord.zin_met
    )


def _signal_info(woord: Woord) -> Signaalinfo:
    return Signaalinfo(
        woord.label, woord.uitleg, woord.lidwoord, woord.meervoud, woord.synoniemen, woord.drempelsoort, woord.periode
    )
