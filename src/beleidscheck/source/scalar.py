"""Een losse waarde zonder aanhalingstekens: wat is getal, ja/nee of niets, en wat blijft tekst."""

from __future__ import annotations

import re
from typing import Final

#: Langere getallen zijn geen hoeveelheid maar een nummer, en passen niet zonder verlies in een breukgetal.
MAX_CIJFERS: Final = 15

_WOORDEN: Final[dict[str, bool | None]] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_EERSTE_LETTERS: Final = frozenset({woord[:1] for woord in _WOORDEN})
_EERSTE_CIJFERS: Final = frozenset("-0123456789")
_HEEL: Final = re.compile(rf"0|-?[1-9][0-9]{{0,{MAX_CIJFERS - 1}}}")
_BREUK: Final = re.compile(rf"-?(?=[0-9.]{{3,{MAX_CIJFERS + 1}}}\Z)(?:0|[1-9][0-9]*)\.(?:0|[0-9]*[1-9])")


def read_scalar(tekst: str) -> str | int | float | bool | None:
    """Return the value of a plain scalar; whatever could mean two things stays text.

    A number is one only if it would be written back the same way: `08`, `+3`, `1.10`, `1E2`, `0x10`, `12:30` and a number of more
    than 15 digits stay text, just like dates and the words `on`, `yes`, `ja` and `nee`.
    """
    eerste = tekst[:1]
    if eerste in _EERSTE_CIJFERS:
        if _HEEL.fullmatch(tekst):
            return int(tekst)
        return float(tekst) if _BREUK.fullmatch(tekst) else tekst
    return _WOORDEN.get(tekst, tekst) if eerste in _EERSTE_LETTERS else tekst
