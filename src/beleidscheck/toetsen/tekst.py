"""Zegt een tekst iets? Opvultekst en te korte tekst tellen als niet ingevuld."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

#: Minder woorden zeggen niets over beleid, regie of aanpak.
MIN_WOORDEN: Final = 3
#: Niets hierin gaat terug over wat al gelezen is, of de lengte is begrensd: ook een lange tekst kost geen tijd.
_OPVUL: Final = re.compile(
    r"""
    \b(?:nader|nog)\s+(?:in\s+te\s+vullen|te\s+bepalen|uit\s+te\s+werken|aan\s+te\s+vullen|te\s+beschrijven|vast\s+te\s+stellen|toe\s+te\s+voegen)\b
    | \bn\.?\s?(?:t|n)\.?\s?b\.?(?=\W|$)      # n.t.b., ntb, nnb
    | \b(?:lorem\s+ipsum|dolor\s+sit\s+amet)\b
    | \b(?:todo|tbd|tba|xxx+)\b(?!-)
    | \bhier\s+komt\s+(?:(?:nog|later)\s+)?(?:(?:de|een|uw)\s+)?(?:eigen\s+)?(?:tekst|uitwerking|beschrijving)\b
    | \b(?:hier|in\s+dit\s+veld)\s+(?:invullen|tekst)\b
    | \bvul\s+(?:hier|dit\s+veld|zelf|uw\s+eigen\s+tekst)\s+(?:zelf\s+)?(?:uw\s+(?:eigen\s+)?tekst\s+)?(?:in|aan)\b
    | \[(?:naam|school|invullen|datum|tekst|functie|telefoonnummer)\b[^\]]{0,200}\](?!\()      # geen link
    | \[(?:…|\.{2,})[^\]]{0,200}\](?!\()
    | <(?:naam|school|invullen|datum|tekst|functie)\b[^>]{0,200}>
    | ^\W*+(?:(?:tekst|dit|beleid|deel|onderdeel|uitwerking|beschrijving|informatie|inhoud)\s+)?volgt\s+(?:nog|later|binnenkort)\W*+$
    | ^\W*+(?:een\s+|de\s+)?(?:voorbeeld|plaatshouder|placeholder)tekst\W*+$
    | ^(?=\s*+\S)[\W_]*+(?:(?:x|nvt|n\.v\.t|geen\s+idee|later|invullen|vul\s+in|tekst)\b[\W_]*+)?$      # alleen leestekens, of zo'n woord
    """,
    re.IGNORECASE | re.VERBOSE,
)


@lru_cache(maxsize=2048)
def filler(tekst: str) -> str | None:
    """Return the words that give a text away as filler, or `None` when it is real text."""
    gevonden = _OPVUL.search(tekst)
    return gevonden.group(0).strip() if gevonden else None


def count_words(tekst: str) -> int:
    """Return the number of words with at least two letters."""
    return len(re.findall(r"[^\W\d_]{2,}", tekst))


def is_written(tekst: str) -> bool:
    """Return whether the text says something: not empty and no filler."""
    return bool(tekst.strip()) and filler(tekst) is None
