"""Wat de prozalint te zeggen heeft: een advies met alle plaatsen, tot op de letter."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from beleidscheck.bevinding import Plaats
    from beleidscheck.source import Pad

#: De soorten advies, in de volgorde waarin een lezer ze krijgt, met hun naam.
SOORTEN: Final = {
    "verouderd-woord": "Een ouder woord",
    "getal-in-proza": "Een getal dat ergens anders in het beleid anders is",
    "dode-verwijzing": "Een verwijzing die nergens uitkomt",
    "afkorting": "Een afkorting zonder uitleg",
    "leesbaarheid": "Een tekst die moeilijk leest",
}


@dataclass(frozen=True, slots=True)
class Plek:
    """Een stukje van een tekst; zonder `begin` is het de hele waarde bij `pad`. `waarde` is wat een lezer daar ziet."""

    pad: Pad
    begin: int | None = None
    eind: int | None = None
    waarde: str = ""


@dataclass(frozen=True, slots=True)
class Vondst:
    """Een advies waarvan nog niet is opgezocht op welke regel het slaat; `vervanging` is het woord dat er beter kan staan."""

    code: str
    zin: str
    te_doen: str
    plekken: tuple[Plek, ...]
    vervanging: str = ""
    over: str = ""


@dataclass(frozen=True, slots=True)
class Vindplaats:
    """Een plaats in het beleidsbestand: het woord, waar het begint, en wat er in dezelfde zin voor en na staat.

    Zonder zin eromheen is `woord` de hele waarde van het veld.
    """

    veld: str
    woord: str
    plaats: Plaats
    voor: str = ""
    na: str = ""
    in_zin: bool = False

    @property
    def zin(self) -> str:
        """Return the sentence around the word, or nothing."""
        return f"{self.voor}{self.woord}{self.na}" if self.in_zin else ""


@dataclass(frozen=True, slots=True)
class Advies:
    """Eén advies over de tekst; `over` is waar het om gaat: het woord, de afkorting of de verwijzing."""

    code: str
    zin: str
    te_doen: str
    vindplaatsen: tuple[Vindplaats, ...] = field(default=())
    vervanging: str = ""
    over: str = ""

    @property
    def titel(self) -> str:
        """Return the name of this kind of advice."""
        return SOORTEN[self.code]
