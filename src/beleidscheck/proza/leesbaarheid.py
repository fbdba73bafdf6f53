"""Hoe moeilijk een tekst leest: de maat van Flesch-Douma, en de langste zin.

De maat telt woorden per zin en lettergrepen per woord. Zij zegt dus iets over lengte en niets over of een tekst klopt, volgt of
bekend is; daarom is de uitkomst nooit meer dan een advies over één tekst. Opsommingen, koppen en tabellen tellen niet mee.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from beleidscheck.proza.advies import Plek, Vondst
from beleidscheck.proza.lettergrepen import rough_syllables, syllables
from beleidscheck.proza.zinnen import sentences, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from beleidscheck.proza.markdown import Leestekst
    from beleidscheck.proza.velden import Stuk

#: Onder zo veel woorden zegt een gemiddelde niets.
MINSTENS_WOORDEN: Final = 50
#: Onder 45 noemt Douma een tekst moeilijk, onder 30 zeer moeilijk.
MOEILIJK: Final = 45
ZEER_MOEILIJK: Final = 30
#: Een zin die langer is, leest niemand in één keer.
LANGE_ZIN: Final = 35
#: Zo ver kan de ruwe telling ernaast zitten; wie verder van de grens zit, hoeft niet precies geteld te worden.
_MARGE: Final = 12
_VOEGWOORD: Final = r"(?:maar|want|waarbij|waardoor|waarna|waarmee|zodat|omdat|terwijl|tenzij|indien|als|wanneer)\b"
#: Waar een zin geknipt kan worden, het beste eerst.
_KNIP: Final = (
    re.compile(rf"[;:]\s+|,\s+(?={_VOEGWOORD})"),
    re.compile(rf",\s+(?=(?:en|dus|die|dat|wat|of)\b)|\s(?={_VOEGWOORD})"),
    re.compile(r"\s(?=en\s)"),
)


@dataclass(frozen=True, slots=True)
class Maat:
    """Wat er in een tekst geteld is."""

    woorden: int
    zinnen: int
    score: float
    langste: int
    langste_begin: int
    langste_eind: int


def hard_texts(stukken: Iterable[Stuk]) -> Iterator[Vondst]:
    """Yield an advice for each text of some length that is hard to read."""
    for stuk in stukken:
        if len(stuk.tekst) < 2 * MINSTENS_WOORDEN:
            continue
        ruw = measure(stuk.lees, rough_syllables)
        if ruw is None or (ruw.score > MOEILIJK + _MARGE and ruw.langste <= LANGE_ZIN):
            continue
        maat = ruw if ruw.score > MOEILIJK + _MARGE else measure(stuk.lees, syllables)
        if maat is not None and (maat.score < MOEILIJK or maat.langste > LANGE_ZIN):
            yield _advice(stuk, maat)


def measure(lees: Leestekst, tel: Callable[[str], int]) -> Maat | None:
    """Return the measure of the running text, or `None` when there is too little of it."""
    tekst = lees.kaal
    alle = [
        (zin.begin, zin.eind, woorden)
        for blok in lees.blokken
        if blok.lopend
        for zin in sentences(tekst, blok.begin, blok.eind)
        if (woorden := words(tekst, zin.begin, zin.eind))
    ]
    aantal = sum(len(woorden) for _, _, woorden in alle)
    if aantal < MINSTENS_WOORDEN:
        return None
    grepen = sum(tel(tekst[van:tot]) for _, _, woorden in alle for van, tot in woorden)
    begin, eind, langste = max(alle, key=lambda zin: len(zin[2]))
    return Maat(aantal, len(alle), flesch_douma(aantal, len(alle), grepen), len(langste), begin, eind)


def flesch_douma(woorden: int, zinnen: int, lettergrepen: int) -> float:
    """Return the score of Flesch in the version for Dutch by Douma: 100 is very easy, 0 very hard."""
    return 206.84 - 0.77 * (100 * lettergrepen / woorden) - 0.93 * (woorden / zinnen)


def _advice(stuk: Stuk, maat: Maat) -> Vondst:
    zin = stuk.tekst[maat.langste_begin : maat.langste_eind]
    if maat.score < MOEILIJK:
        hoe = "zeer moeilijk" if maat.score < ZEER_MOEILIJK else "moeilijk"
        schaal = f"{max(0, round(maat.score))} van 100 op de schaal van Flesch-Douma, waar 100 het makkelijkst is"
        waarom = f"Deze tekst leest {hoe}: {schaal}. De langste zin telt {maat.langste} woorden."
    else:
        waarom = f"In deze tekst staat een zin van {maat.langste} woorden."
    if maat.langste > _LANG_GENOEG:
        waar = _where_to_cut(zin)
        doen = f"Knip de zin van {maat.langste} woorden in tweeën{f', bijvoorbeeld bij «{waar}»' if waar else ''}"
        doen += ", en kies kortere woorden waar dat kan." if maat.score < MOEILIJK else "."
    else:
        doen = "De zinnen zijn kort genoeg; kies kortere woorden waar dat kan, of leg lange woorden uit."
    plek = Plek(stuk.pad, maat.langste_begin, maat.langste_eind, zin)
    return Vondst("leesbaarheid", waarom, doen, (plek,), over=f"{maat.woorden} woorden")


#: Een kortere zin knippen helpt niet.
_LANG_GENOEG: Final = 20


def _where_to_cut(zin: str) -> str:
    """Return the first words of what can be a sentence of its own, nearest to the middle."""
    for soort in _KNIP:
        plekken = [knip.end() for knip in soort.finditer(zin) if min(knip.end(), len(zin) - knip.end()) > len(zin) // 5]
        if plekken:
            midden = min(plekken, key=lambda plek: abs(plek - len(zin) // 2))
            return " ".join(zin[midden:].split()[:3])
    return ""
