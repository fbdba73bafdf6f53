"""De tekens en kleuren van oordeel, gewicht en stand in de terminal; ook zonder kleur is elk teken anders."""

from __future__ import annotations

from typing import Final

from beleidscheck.bevinding import Gewicht, Oordeel
from beleidscheck.render.blad import Kleur
from beleidscheck.report import ElementStatus, Status

OORDEEL_TEKEN: Final = {
    Oordeel.VOLDOET: ("✓", Kleur.GROEN),
    Oordeel.VOLDOET_NIET: ("✗", Kleur.ROOD),
    Oordeel.TE_BEOORDELEN: ("?", Kleur.BLAUW),
    Oordeel.NIET_VAN_TOEPASSING: ("–", Kleur.GEWOON),  # noqa: RUF001 - een liggend streepje, zoals in een Nederlandse tabel
    Oordeel.AFWIJKING: ("≠", Kleur.GEEL),
    Oordeel.NIET_GETOETST: ("∅", Kleur.GEEL),
}
GEWICHT_TEKEN: Final = {
    Gewicht.TEKORT: ("✗", Kleur.ROOD),
    Gewicht.AANDACHTSPUNT: ("!", Kleur.GEEL),
    Gewicht.TIP: ("+", Kleur.BLAUW),
    Gewicht.GEEN: (" ", Kleur.GEWOON),
}
ELEMENT_TEKEN: Final = {
    ElementStatus.VOLLEDIG: ("✓", Kleur.GROEN),
    ElementStatus.DEELS: ("~", Kleur.GEEL),
    ElementStatus.ONTBREEKT: ("✗", Kleur.ROOD),
    ElementStatus.TE_BEOORDELEN: ("?", Kleur.BLAUW),
    ElementStatus.NIET_VAN_TOEPASSING: ("–", Kleur.GEWOON),  # noqa: RUF001 - zie boven
}
STATUS_TEKEN: Final = {
    Status.GEREED: ("✓", Kleur.GROEN),
    Status.CONCEPT: ("✗", Kleur.ROOD),
    Status.ONLEESBAAR: ("✗", Kleur.ROOD),
    Status.NIETS_GETOETST: ("∅", Kleur.GEEL),
}
