"""Tekst in kolommen: hoe breed een teken op een scherm is, waar een regel afbreekt en welke tekens er niet in mogen.

Een teken telt nooit smaller dan een gewone terminal het toont, zodat een regel hooguit te vroeg afbreekt.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

VERVANGEN: Final = "\N{REPLACEMENT CHARACTER}"
_VERBINDER: Final = "\N{ZERO WIDTH JOINER}"
_KEUZE: Final = range(0xFE00, 0xFE10)


def clean(tekst: str) -> str:
    """Return `tekst` on one line, with every character that steers a terminal or turns the reading direction made visible."""
    regel = " ".join(tekst.split())
    return regel if regel.isascii() and regel.isprintable() else "".join(map(_shown, regel))


def width(tekst: str) -> int:
    """Return how many columns `tekst` takes."""
    return len(tekst) if tekst.isascii() else sum(map(_width, tekst))


def pad(tekst: str, breedte: int) -> str:
    """Return `tekst` followed by spaces up to `breedte` columns."""
    return tekst + " " * (breedte - width(tekst))


def wrap(tekst: str, breedte: int) -> list[str]:
    """Return `tekst` in lines of at most `breedte` columns (at least two); a word that does not fit is cut."""
    regels: list[str] = []
    regel = ""
    for woord in clean(tekst).split(" "):
        if regel and width(regel) + 1 + width(woord) <= breedte:
            regel = f"{regel} {woord}"
            continue
        if regel:
            regels.append(regel)
        *vol, regel = _cut(woord, breedte)
        regels += vol
    return [*regels, regel] if regel else regels


def _cut(woord: str, breedte: int) -> list[str]:
    stukken, stuk, vol = [], "", 0
    for teken in woord:
        maat = _width(teken)
        if stuk and vol + maat > breedte:
            stukken.append(stuk)
            stuk, vol = "", 0
        stuk += teken
        vol += maat
    return [*stukken, stuk]


@lru_cache(maxsize=2048)
def _width(teken: str) -> int:
    if ord(teken) in _KEUZE:
        return 1
    if unicodedata.category(teken) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(teken) in "WF" else 1


@lru_cache(maxsize=2048)
def _shown(teken: str) -> str:
    match unicodedata.category(teken):
        case "Cc" if ord(teken) < ord(" "):
            return chr(ord("\N{SYMBOL FOR NULL}") + ord(teken))
        case "Cf" if teken != _VERBINDER:
            return VERVANGEN
        case "Cc" | "Cs" | "Co" | "Cn" | "Zl" | "Zp":
            return VERVANGEN
        case _:
            return teken
