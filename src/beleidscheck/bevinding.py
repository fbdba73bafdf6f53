"""De waarden waarin iedereen spreekt: oordeel, gewicht, feit, bevinding, melding en hun optelling.

Alles is bevroren en af zodra het gemaakt is. De betekenis van elk woord staat in docs/oordelen.md.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


class Oordeel(StrEnum):
    """Wat er over één norm te zeggen is; elke norm krijgt er precies één."""

    VOLDOET = "voldoet"
    VOLDOET_NIET = "voldoet niet"
    TE_BEOORDELEN = "te beoordelen"
    NIET_VAN_TOEPASSING = "niet van toepassing"
    AFWIJKING = "afwijking"
    NIET_GETOETST = "niet getoetst"


class Reden(StrEnum):
    """Waarom een norm niet voldoet."""

    ONTBREEKT = "ontbreekt"
    WIJKT_AF = "wijkt af"
    TEGENSTRIJDIG = "tegenstrijdig"


class Niveau(StrEnum):
    """Hoe sterk de bron het zegt."""

    VERPLICHT = "verplicht"
    VERWACHT = "verwacht"
    AANBEVOLEN = "aanbevolen"


class Grond(StrEnum):
    """Waar het niveau op rust; alleen `wet` heet een wettelijke plicht."""

    WET = "wet"
    WETSVOORSTEL = "wetsvoorstel"
    MODEL = "model"
    AFSPRAAK = "afspraak"
    VELD = "veld"
    ADVIES = "advies"


class Gewicht(StrEnum):
    """Hoe zwaar een bevinding telt, van zwaar naar licht; `geen` is geen bevinding."""

    TEKORT = "tekort"
    AANDACHTSPUNT = "aandachtspunt"
    TIP = "tip"
    GEEN = "geen"

    @property
    def rang(self) -> int:
        """Return 0 for the heaviest weight, 3 for none."""
        return _RANG[self]


_RANG: Final = {gewicht: rang for rang, gewicht in enumerate(Gewicht)}


@dataclass(frozen=True, slots=True)
class Plaats:
    """Een plek in het beleidsbestand: 1-gebaseerde regel en kolom, in tekens."""

    regel: int
    kolom: int


@dataclass(frozen=True, slots=True)
class Feit:
    """Eén kant van het bewijs: wat het beleid bij `veld` zegt. `waarde` is leesbaar Nederlands, `None` als het er niet staat.

    `plaats` wijst naar de waarde, of bij een ontbrekend veld naar het dichtstbijzijnde dat er wel is.
    """

    veld: str
    waarde: str | None
    plaats: Plaats


@dataclass(frozen=True, slots=True)
class NormInfo:
    """Wat een lezer van een norm moet weten; de andere kant van het bewijs.

    `element` is 1 t/m 16, of 0 voor begrippen, kop en registratie. `kader` is `id@versie`; `overgenomen_uit` het kader waar een
    maatwerk-kader de norm van heeft. `van_kracht_op` is bij een wetsvoorstel de ingestelde dag van inwerkingtreding, als die er op
    de peildatum is.
    """

    id: str
    kader: str
    titel: str
    zegt: str
    niveau: Niveau
    grond: Grond
    document: str
    plek: str
    element: int
    cluster: str
    uitleg: str
    vraag: str
    voorbeeld: str
    snippet: str
    aan_zet: str
    notitie: str = ""
    overgenomen_uit: str = ""
    van_kracht_op: date | None = None


@dataclass(frozen=True, slots=True)
class AfwijkingInfo:
    """Een vastgelegde afwijking die een tekort dekt: reden, besluit en einddatum."""

    reden: str
    besloten_door: str
    besloten_op: date | None
    tot: date
    maatregel: str
    plaats: Plaats


@dataclass(frozen=True, slots=True)
class Plan:
    """`nog_in_te_vullen`: wie het element invult en wanneer."""

    wie: str
    wanneer: str


@dataclass(frozen=True, slots=True)
class Voorval:
    """Eén gebeurtenis in het tegenvoorbeeld: in welke week van het schooljaar, op welke dag, wat, en hoeveel (leeg: één keer)."""

    week: int
    dag: str
    wat: str
    hoeveel: str = ""


@dataclass(frozen=True, slots=True)
class Trapbewijs:
    """Of de trap op elk verloop op tijd is: `uitkomst` is bewezen, tegenvoorbeeld of niet bewezen (docs/trap.md).

    `toelichting` zegt waarom in een hele zin; bij een tegenvoorbeeld is `verhaal` de leerling bij wie het misgaat, en `verloop` wat
    er met deze verzonnen leerling gebeurt.
    """

    uitkomst: str
    toelichting: str = ""
    verhaal: str = ""
    verloop: tuple[Voorval, ...] = ()


@dataclass(frozen=True, slots=True)
class Bevinding:
    """De uitkomst van één norm voor één beleid, klaar om te tonen.

    `zin` zegt waarom, opgebouwd uit de waarden; `te_doen` wat de school doet (leeg als er niets te doen is); `vraag` en
    `passage` horen bij `te beoordelen`. `trapbewijs` hoort bij een norm over een drempel of termijn in de trap. `scope` noemt de groep leerlingen waarvoor het misgaat, als dat niet de hele school is; `gaten` zijn de velden die nog
    ontbreken of afwijken.
    """

    norm: NormInfo
    oordeel: Oordeel
    gewicht: Gewicht
    zin: str
    feiten: tuple[Feit, ...] = ()
    reden: Reden | None = None
    te_doen: str = ""
    vraag: str = ""
    passage: str = ""
    scope: str = ""
    gaten: tuple[str, ...] = ()
    afwijking: AfwijkingInfo | None = None
    plan: Plan | None = None
    trapbewijs: Trapbewijs | None = None


@dataclass(frozen=True, slots=True)
class Melding:
    """Iets wat in het beleid zelf niet klopt, los van een norm: een tegenspraak, een opvultekst, een rol die niemand vervult.

    `feiten` zijn alle plaatsen die ermee te maken hebben (bij een tegenspraak minstens twee).
    """

    code: str
    titel: str
    zin: str
    te_doen: str
    gewicht: Gewicht
    feiten: tuple[Feit, ...]


@dataclass(frozen=True, slots=True)
class Samenvatting:
    """De telling die elk formaat voedt: het aantal normen is de som over de zes oordelen."""

    normen: int
    per_oordeel: dict[Oordeel, int]
    per_gewicht: dict[Gewicht, int]
    meldingen: dict[Gewicht, int]
    per_reden: dict[Reden, int] = field(default_factory=dict)

    def aantal(self, oordeel: Oordeel) -> int:
        """Return how many norms got this oordeel."""
        return self.per_oordeel[oordeel]

    def weegt(self, gewicht: Gewicht) -> int:
        """Return how many norms and meldingen weigh this much."""
        return self.per_gewicht[gewicht] + self.meldingen[gewicht]


def summarise(bevindingen: Iterable[Bevinding], meldingen: Iterable[Melding] = ()) -> Samenvatting:
    """Count the outcomes; every oordeel and weight has a count, also when it is zero."""
    uitkomsten = tuple(bevindingen)
    oordelen = Counter(b.oordeel for b in uitkomsten)
    gewichten = Counter(b.gewicht for b in uitkomsten)
    los = Counter(m.gewicht for m in meldingen)
    redenen = Counter(b.reden for b in uitkomsten if b.reden is not None)
    return Samenvatting(
        normen=len(uitkomsten),
        per_oordeel={oordeel: oordelen[oordeel] for oordeel in Oordeel},
        per_gewicht={gewicht: gewichten[gewicht] for gewicht in Gewicht},
        meldingen={gewicht: los[gewicht] for gewicht in Gewicht},
        per_reden={reden: redenen[reden] for reden in Reden},
    )
