"""Wat er aan een ladder kan schorten, als waarde: wat, waar, en de delen van de ladder waar het om gaat."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from beleidscheck.trap.ladder import Actie, Pad, Signaal, Stap


class Kwaal(StrEnum):
    """De soorten gebreken; de waarde is de code van de melding. Elk staat uitgelegd in docs/hygiene.md."""

    NOOIT = "stap-gaat-nooit-af"
    ALTIJD = "stap-geldt-altijd"
    PEIL_OMGEKEERD = "peil-verkeerd-om"
    VOOR_NIEMAND = "stap-voor-niemand"
    DOOD = "stap-overbodig"
    ACHTERUIT = "drempels-lopen-terug"
    TEGENSTRIJDIG = "stappen-spreken-elkaar-tegen"
    LEEG = "stap-zonder-actie"
    GEEN_VORIGE = "geen-vorige-stap"
    DUBBEL_ID = "dubbele-stap"
    GEEN_STAP = "registratie-zonder-stap"
    GEEN_MELDING = "melding-zonder-stap"
    GROEP_ZONDER = "groep-zonder-stap"
    NIEMAND = "actie-zonder-uitvoerder"
    ZONDER_PERIODE = "teller-zonder-periode"
    VENSTER = "periode-zonder-begin"
    GEEN_TIJD = "periode-is-geen-tijd"
    TELT_PER = "telling-begint-te-vroeg-opnieuw"
    WELKE_PERIODE = "welke-periode"
    EENHEID = "eenheid-past-niet"
    NIET_GEREGISTREERD = "eenheid-niet-geregistreerd"
    UUR = "uur-onduidelijk"
    OUDE_GRENS = "oude-wettelijke-grens"
    ZIEKTE_GEMELD = "ziekte-gemeld"
    ZIEKTE_BESPROKEN = "ziekte-naar-leerplicht"
    ZIEKTE_ONGEOORLOOFD = "ziekte-als-ongeoorloofd"
    SCHOOL_BESLIST = "school-beslist-over-ziekte"
    VOLWASSEN = "volwassen-zonder-toestemming"


@dataclass(frozen=True, slots=True)
class Gebrek:
    """Eén gebrek. `paden`: eerst waar de school iets verandert, dan de plaatsen die ermee te maken hebben.

    Welke van de andere velden gevuld zijn, hangt af van `kwaal`; `detail` is een waarde of een woord uit het beleid, `woorden` zijn er meer.
    """

    kwaal: Kwaal
    paden: tuple[Pad, ...]
    stap: Stap | None = None
    signaal: Signaal | None = None
    ander_stap: Stap | None = None
    ander_signaal: Signaal | None = None
    actie: Actie | None = None
    andere_actie: Actie | None = None
    detail: str = ""
    woorden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gegevens:
    """Wat het beleid naast de ladder zegt en ertoe doet. Wat leeg is, is niet bekend en levert geen gebrek op.

    `lijsten` zijn de plaatsen buiten de stappen waar ziekte een rol kan spelen: `typen`, `criteria`, `categorieen`, `eigen_codes`,
    `partners`, elk met het pad van de lijst.
    """

    sector: str = ""
    lesuur: int | None = None
    leerjaren: tuple[str, ...] = ()
    locaties: tuple[str, ...] = ()
    onderwijssoorten: tuple[str, ...] = ()
    volwassenen: bool | None = None
    ouders_volwassenen: bool = False
    invoer_eenheid: str = ""
    rekent_om: bool = False
    meetperiode: bool = False
    uitvoerders: frozenset[str] | None = None
    lijsten: tuple[tuple[str, Pad, Sequence[Mapping[str, Any]]], ...] = ()

    def rows(self, naam: str) -> list[tuple[Pad, Mapping[str, Any]]]:
        """Return the rows of one list, each with its path."""
        return [
            ((*pad, nummer), rij)
            for lijst, pad, rijen in self.lijsten
            if lijst == naam
            for nummer, rij in enumerate(rijen)
            if isinstance(rij, dict)
        ]


#: Niets bekend behalve de ladder zelf, zoals bij de ladder van een kader.
ONBEKEND = Gegevens()
