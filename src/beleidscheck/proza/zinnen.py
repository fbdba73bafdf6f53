"""Zinnen en woorden in een gelezen tekst: waar zij beginnen en eindigen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from beleidscheck.proza.markdown import LAK

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Een punt na zo'n afkorting is geen einde van een zin.
_AFGEKORT: Final = re.compile(
    r"(?:^|[\s(])(?:[A-Za-z]|(?:[a-z]\.)+[a-z]|bijv|bv|ca|circa|dhr|drs|enz|etc|evt|excl|incl|ing|ir|jl|max|min|mevr|mr|"
    r"mw|nl|nr|pag|prof|resp"
    r"|sept|okt|nov|dec|jan|feb|apr|aug|tel|vgl|art|hfst|par|zgn)$",
    re.IGNORECASE,
)
_EINDE: Final = re.compile(r"[.!?…]+[\"'”’»)\]*_]*(?=\s|$)")
_WOORD: Final = re.compile(rf"{LAK}+|[^\W_]+(?:['’.,:/&-][^\W_]+)*")
_VOLGENDE: Final = re.compile(r"\s*([^\W_]|\S)")
_MEEST_ERVOOR: Final = 24


@dataclass(frozen=True, slots=True)
class Zin:
    """Een zin: van waar tot waar."""

    begin: int
    eind: int


def sentences(tekst: str, begin: int, eind: int) -> Iterator[Zin]:
    """Yield the sentences between two places of a text."""
    van = begin
    for slot in _EINDE.finditer(tekst, begin, eind):
        if slot[0][0] == "." and _goes_on(tekst, slot.start(), slot.end(), eind):
            continue
        if zin := _trimmed(tekst, van, slot.end()):
            yield zin
        van = slot.end()
    if zin := _trimmed(tekst, van, eind):
        yield zin


def _goes_on(tekst: str, punt: int, na: int, eind: int) -> bool:
    """Tell whether a full stop stands behind an abbreviation or number and the sentence goes on."""
    volgende = _VOLGENDE.match(tekst, na, eind)
    if volgende is None:
        return False
    ervoor = tekst[max(0, punt - _MEEST_ERVOOR) : punt]
    return volgende[1].islower() or _AFGEKORT.search(ervoor) is not None


def _trimmed(tekst: str, van: int, tot: int) -> Zin | None:
    stuk = tekst[van:tot]
    kern = stuk.strip()
    if not kern:
        return None
    begin = van + len(stuk) - len(stuk.lstrip())
    return Zin(begin, begin + len(kern))


def words(tekst: str, begin: int, eind: int) -> list[tuple[int, int]]:
    """Return where each word between two places starts and ends; something painted over counts as one word."""
    return [woord.span() for woord in _WOORD.finditer(tekst, begin, eind)]
