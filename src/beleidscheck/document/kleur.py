"""Huisstijlkleuren, gekeurd op contrast volgens WCAG 2.2 (succescriterium 1.4.3): minstens 4,5 op 1.

Een te lichte kleur wordt donkerder gemaakt tot zij leesbaar is, met een melding; de tint blijft. De rekenwijze is die
van de norm: relatieve luminantie uit sRGB, en de verhouding (licht + 0,05) / (donker + 0,05).
"""

from __future__ import annotations

import colorsys
import re
from typing import Final

from beleidscheck.document.blokken import Stijl

MINSTE_CONTRAST: Final = 4.5
WIT: Final = "#ffffff"
ZWART: Final = "#000000"
#: De minst gunstige achtergronden in site_templates/stijl.css: het zachte vlak, in het licht en in het donker.
DAG: Final = "#f3f5f7"
NACHT: Final = "#1e242b"
#: Waar de kromme van sRGB begint.
_KNIK: Final = 0.04045
_HEX: Final = re.compile(r"#[0-9a-f]{6}")


def contrast(een: str, twee: str) -> float:
    """Return the contrast ratio of two `#rrggbb` colours, from 1 to 21."""
    licht, donker = sorted((_luminance(een), _luminance(twee)), reverse=True)
    return (licht + 0.05) / (donker + 0.05)


def approve_style(hoofdkleur: str | None, accentkleur: str | None) -> tuple[Stijl, tuple[str, ...]]:
    """Return a readable style from the school's colours, and a Dutch sentence for each colour that was changed."""
    basis = Stijl()
    meldingen: list[str] = []
    gekeurd = []
    for naam, kleur, standaard in (("hoofdkleur", hoofdkleur, basis.hoofdkleur), ("accentkleur", accentkleur, basis.accentkleur)):
        gevraagd = (kleur or standaard).lower()
        if not _HEX.fullmatch(gevraagd):
            meldingen.append(f"De {naam} is geen kleur als `#1b4f72`; wij gebruiken `{standaard}`.")
            gevraagd = standaard
        donkerder = darken(gevraagd)
        if donkerder != gevraagd:
            meldingen.append(f"De {naam} {gevraagd} is op wit niet goed leesbaar; wij gebruiken de donkerdere tint {donkerder}.")
        gekeurd.append(donkerder)
    return Stijl(gekeurd[0], gekeurd[1], WIT), tuple(meldingen)


def darken(kleur: str, op: str = DAG) -> str:
    """Return the lightest shade of `kleur` that is readable on the light colour `op`; the hue stays."""
    return _shift(kleur, op, -1)


def lighten(kleur: str, op: str = NACHT) -> str:
    """Return the darkest shade of `kleur` that is readable on the dark colour `op`; the hue stays."""
    return _shift(kleur, op, 1)


def _shift(kleur: str, op: str, richting: int) -> str:
    if contrast(kleur, op) >= MINSTE_CONTRAST:
        return kleur
    tint, licht, volheid = colorsys.rgb_to_hls(*_channels(kleur))
    for stap in range(1, 101):
        helderheid = min(1.0, max(0.0, licht + richting * stap / 100))
        gevonden = "#" + "".join(f"{round(kanaal * 255):02x}" for kanaal in colorsys.hls_to_rgb(tint, helderheid, volheid))
        if contrast(gevonden, op) >= MINSTE_CONTRAST:
            return gevonden
    return ZWART if richting < 0 else WIT


def _channels(kleur: str) -> tuple[float, float, float]:
    return int(kleur[1:3], 16) / 255, int(kleur[3:5], 16) / 255, int(kleur[5:7], 16) / 255


def _luminance(kleur: str) -> float:
    rood, groen, blauw = (_linear(kanaal) for kanaal in _channels(kleur))
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


def _linear(kanaal: float) -> float:
    return kanaal / 12.92 if kanaal <= _KNIK else ((kanaal + 0.055) / 1.055) ** 2.4
