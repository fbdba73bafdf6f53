"""Hoe breed tekst in een tekening ongeveer wordt, ruim geschat, en hoe zij daarop afbreekt.

Een tekening weet niet welk lettertype de lezer heeft. De breedten hieronder horen bij een brede schreefloze letter,
zodat tekst in elk gangbaar lettertype binnen haar vak blijft.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

#: Breedte in duizendsten van de lettergrootte.
_BREEDTEN: Final = {
    "ijlI'|": 300,
    ".,:;! \u00a0": 330,
    'ft()[]{}-/r"': 420,
    "cksvxyzJ": 600,
    "abdeghnopquLFPTYE?0123456789€+=<>~*": 650,
    "ABKRSVXZ": 710,
    "CDGHNOQUw&": 830,
    "mM%@W": 1000,
}
_PER_TEKEN: Final = {teken: breedte for tekens, breedte in _BREEDTEN.items() for teken in tekens}
_VET: Final = 1.14
_PUNTJES: Final = "…"


@lru_cache(maxsize=8192)
def _width_of(teken: str) -> int:
    if (bekend := _PER_TEKEN.get(teken)) is not None:
        return bekend
    basis = unicodedata.normalize("NFD", teken)[0]
    if basis != teken:
        return _width_of(basis)
    if unicodedata.combining(teken) or unicodedata.category(teken) in {"Cf", "Mn"}:
        return 0
    return 1400 if unicodedata.east_asian_width(teken) in "WF" or ord(teken) > 0xFFFF else 850  # noqa: PLR2004 - buiten het basisvlak: emoji


def text_width(tekst: str, grootte: float, *, vet: bool = False) -> float:
    """Return a generous estimate of how wide `tekst` is, in the units of `grootte`."""
    return sum(_width_of(teken) for teken in tekst) / 1000 * grootte * (_VET if vet else 1)


def wrap(tekst: str, breedte: float, grootte: float, *, vet: bool = False, regels: int = 6) -> tuple[str, ...]:
    """Return `tekst` broken into at most `regels` lines that fit in `breedte`; what does not fit ends in three dots."""
    gebroken: list[str] = []
    for woord in " ".join(tekst.split()).split(" "):
        for deel in _pieces(woord, breedte, grootte, vet=vet):
            langer = f"{gebroken[-1]} {deel}" if gebroken else deel
            if gebroken and text_width(langer, grootte, vet=vet) <= breedte:
                gebroken[-1] = langer
            else:
                gebroken.append(deel)
        if len(gebroken) > regels:
            break
    if len(gebroken) <= regels:
        return tuple(gebroken)
    laatste = gebroken[regels - 1]
    while laatste and text_width(laatste + _PUNTJES, grootte, vet=vet) > breedte:
        laatste = laatste[:-1]
    return (*gebroken[: regels - 1], laatste.rstrip(" ,;:") + _PUNTJES)


def _pieces(woord: str, breedte: float, grootte: float, *, vet: bool) -> tuple[str, ...]:
    """Return a word in pieces that each fit on one line."""
    if text_width(woord, grootte, vet=vet) <= breedte:
        return (woord,)
    delen = [""]
    for teken in woord[:400]:
        if delen[-1] and text_width(delen[-1] + teken, grootte, vet=vet) > breedte:
            delen.append("")
        delen[-1] += teken
    return tuple(delen)
