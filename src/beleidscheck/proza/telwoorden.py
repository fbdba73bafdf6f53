"""Getallen in lopende tekst: cijfers, telwoorden en rangtelwoorden."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

TELWOORDEN: Final = {
    "één": 1, "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10,
    "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15, "zestien": 16, "zeventien": 17, "achttien": 18,
    "negentien": 19, "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60,
}  # fmt: skip
RANGWOORDEN: Final = {
    "eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5, "zesde": 6, "zevende": 7, "achtste": 8, "negende": 9,
    "tiende": 10, "elfde": 11, "twaalfde": 12, "dertiende": 13, "veertiende": 14, "vijftiende": 15, "zestiende": 16,
    "twintigste": 20,
}  # fmt: skip
#: Een hoeveelheid: `4`, `4,5` of `vier`. «Een» telt niet mee, want dat is meestal een lidwoord.
AANTAL: Final = r"[0-9]{1,4}(?:,[0-9]{1,2})?|" + "|".join(sorted(set(TELWOORDEN) - {"een"}, key=len, reverse=True))
#: Een plaats in een rij: `4e`, `4de` of `vierde`.
RANG: Final = r"[0-9]{1,3}(?:e|de|ste)|" + "|".join(sorted(RANGWOORDEN, key=len, reverse=True))

_ACHTER: Final = re.compile(r"(?:ste|de|e)$")


def read_number(tekst: str) -> Fraction:
    """Return the number in a text that `AANTAL` or `RANG` matched."""
    klein = tekst.casefold()
    if klein in TELWOORDEN:
        return Fraction(TELWOORDEN[klein])
    if klein in RANGWOORDEN:
        return Fraction(RANGWOORDEN[klein])
    return Fraction(_ACHTER.sub("", klein).replace(",", "."))
