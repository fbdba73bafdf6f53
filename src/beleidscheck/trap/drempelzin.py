"""Een drempel zoals een lezer hem zegt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beleidscheck.hoeveelheid import getal_tekst

if TYPE_CHECKING:
    from beleidscheck.trap.ladder import Signaal


def threshold(signaal: Signaal) -> str:
    """Return the threshold as a reader says it: "vanaf de 5e keer binnen 12 schoolweken", "bij meer dan 16 lesuren"."""
    if signaal.drempel is None:
        return ""
    drempel = signaal.drempel
    telbaar = drempel.getal.denominator == 1 and drempel.eenheid in {"keer", "dag", "schooldag", "kalenderdag"}
    rang = f"{getal_tekst(drempel.getal)}e {drempel.eenheid}"
    match signaal.vergelijking:
        case "meer_dan":
            tekst = f"bij meer dan {drempel}"
        case "onder":
            tekst = f"onder {drempel}"
        case "elke" if drempel.getal == 1:
            tekst = f"{'elk' if drempel.eenheid.endswith('uur') else 'elke'} {drempel.eenheid}"
        case "elke":
            tekst = f"elke {rang}" if telbaar else f"elke {drempel}"
        case _:
            tekst = f"vanaf de {rang}" if telbaar else f"vanaf {drempel}"
    voorzetsel = "over" if signaal.vergelijking == "onder" else "binnen"
    return tekst + (f" {voorzetsel} {signaal.periode}" if signaal.periode else "")
