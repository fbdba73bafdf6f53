"""De waarden van een audit: per school wat er over elke norm te zeggen is, klein genoeg voor tienduizend scholen.

Een `Schooluitslag` is wat er van een rapport overblijft: geen teksten van normen (die staan in het kader), wel elk oordeel met zijn
bewijs. Het is ook de vorm waarin een audit op schijf staat (JSON, één school per regel) en wordt teruggelezen; vandaar pydantic.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from pydantic import BaseModel, ConfigDict

from beleidscheck.bevinding import Gewicht, Oordeel, Reden
from beleidscheck.report import ElementStatus, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

#: Gaat omhoog als een veld verdwijnt of iets anders gaat betekenen.
VERSIE: Final = 1


class _Waarde(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Vindplaats(_Waarde):
    """Wat het beleid op een plaats zegt: veld, leesbare waarde (`None`: staat er niet), regel en kolom vanaf 1."""

    veld: str
    waarde: str | None = None
    regel: int
    kolom: int


class Dekking(_Waarde):
    """De vastgelegde afwijking die een tekort dekt; `tot` is de laatste dag waarop zij geldt."""

    reden: str
    besloten_door: str = ""
    besloten_op: date | None = None
    tot: date
    maatregel: str = ""
    regel: int
    kolom: int


class Normuitslag(_Waarde):
    """Het oordeel over één norm. `waarde_hash` verandert alleen als de getoetste waarde verandert, niet als zij verschuift."""

    norm: str
    oordeel: Oordeel
    gewicht: Gewicht = Gewicht.GEEN
    reden: Reden | None = None
    zin: str = ""
    te_doen: str = ""
    vraag: str = ""
    scope: str = ""
    feiten: tuple[Vindplaats, ...] = ()
    afwijking: Dekking | None = None
    waarde_hash: str = ""


class Kaderuitslag(_Waarde):
    """Alle normen van één kader, in de volgorde van het kader."""

    ref: str
    sha256: str
    normen: tuple[Normuitslag, ...]


class Foutregel(_Waarde):
    """Waarom een bestand niet te lezen is, met de plaats."""

    code: str
    zin: str
    remedie: str = ""
    regel: int = 1
    kolom: int = 1


class Meldingregel(_Waarde):
    """Iets wat in het beleid zelf niet klopt, los van een norm."""

    code: str
    titel: str
    zin: str = ""
    te_doen: str = ""
    gewicht: Gewicht
    feiten: tuple[Vindplaats, ...] = ()


class Schooluitslag(_Waarde):
    """Alles wat een audit van één beleid bewaart. `bestand` is het pad zoals het getoond wordt, met schuine strepen.

    `elementen` heeft de stand van element 0 t/m 16, of is leeg als er niets getoetst is.
    """

    bestand: str
    status: Status
    sha256: str = ""
    naam: str = ""
    brin: str = ""
    sector: str = ""
    regio: str = ""
    titel: str = ""
    versie: str = ""
    schooljaar: str = ""
    waarom_niets: str = ""
    fouten: tuple[Foutregel, ...] = ()
    kaders: tuple[Kaderuitslag, ...] = ()
    elementen: tuple[ElementStatus, ...] = ()
    meldingen: tuple[Meldingregel, ...] = ()

    def outcomes(self) -> Iterator[tuple[str, Normuitslag]]:
        """Yield every outcome with the ref of its kader."""
        for kader in self.kaders:
            for uitslag in kader.normen:
                yield kader.ref, uitslag

    @property
    def toonnaam(self) -> str:
        """Return the name of the school, or its file name when it could not be read."""
        return self.naam or self.bestand.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Schoolkop:
    """Wat een audit van elke school in het geheugen houdt: genoeg voor een overzicht, niet voor een rapport.

    `oordelen` en `gewichten` tellen over alle kaders samen; meldingen tellen mee in `gewichten`.
    """

    nummer: int
    bestand: str
    naam: str
    brin: str
    sector: str
    regio: str
    status: Status
    sha256: str
    kaders: tuple[str, ...]
    oordelen: tuple[tuple[Oordeel, int], ...]
    gewichten: tuple[tuple[Gewicht, int], ...]
    elementen: tuple[ElementStatus, ...]

    def count(self, oordeel: Oordeel) -> int:
        """Return how many norms got this oordeel."""
        return dict(self.oordelen).get(oordeel, 0)

    def weighs(self, gewicht: Gewicht) -> int:
        """Return how many norms and meldingen weigh this much."""
        return dict(self.gewichten).get(gewicht, 0)


@dataclass(frozen=True, slots=True)
class Opgave:
    """Wat er getoetst wordt, en hoe: de bestanden in volgorde, en alles wat de uitkomst bepaalt.

    `inwerkingtreding` zegt per kader op welke dag zijn wetsvoorstel volgens de gebruiker in werking treedt.
    """

    bestanden: tuple[Path, ...]
    kaders: tuple[str, ...]
    peildatum: date
    zonder_afwijkingen: bool = False
    inwerkingtreding: tuple[tuple[str, date], ...] = ()


@dataclass(frozen=True, slots=True)
class Kadertelling:
    """Wat alle scholen samen op één kader halen: aantallen normen per oordeel, en hoeveel scholen eraan getoetst zijn."""

    ref: str
    scholen: int
    oordelen: Sequence[tuple[Oordeel, int]]
