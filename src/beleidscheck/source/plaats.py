"""Waar iets staat: plekken in de tekst (een telling in tekens) en hun regel en kolom, pas uitgerekend als iemand het vraagt."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from beleidscheck.source.pad import Pad

_REGELEINDE: Final = re.compile(r"\r\n|\r|\n")


class Position(NamedTuple):
    """Een regel en een kolom, 1-gebaseerd, in tekens; een BOM telt niet mee."""

    regel: int
    kolom: int


class Tak:
    """Een mapping of lijst: waar zij begint, en waar haar sleutels en waarden staan; een lijst heeft geen sleutels."""

    __slots__ = ("begin", "kinderen", "sleutels")

    def __init__(self, begin: int, kinderen: dict[str, Plek] | list[Plek], sleutels: dict[str, int]) -> None:
        self.begin = begin
        self.kinderen = kinderen
        self.sleutels = sleutels

    def child(self, deel: str | int) -> tuple[int, Plek] | None:
        """Return where the key and the value of a part start, or `None` when there is no such part."""
        if isinstance(self.kinderen, dict):
            if isinstance(deel, str) and deel in self.kinderen:
                return self.sleutels[deel], self.kinderen[deel]
        elif isinstance(deel, int) and 0 <= deel < len(self.kinderen):
            plek = self.kinderen[deel]
            return _begin(plek), plek
        return None


#: Een enkele waarde is alleen haar begin; een mapping of lijst kent ook wat erin zit.
Plek: TypeAlias = int | Tak


def _begin(plek: Plek) -> int:
    return plek if isinstance(plek, int) else plek.begin


def locate(wortel: Tak, pad: Pad, *, key: bool) -> int:
    """Return where the value (or key) at `pad` starts; for a missing one, where its nearest ancestor's key starts."""
    plek: Plek = wortel
    sleutel = wortel.begin
    for deel in pad:
        if isinstance(plek, int) or (gevonden := plek.child(deel)) is None:
            return sleutel
        sleutel, plek = gevonden
    return sleutel if key else _begin(plek)


class Regels:
    """De regels van een tekst, opgezocht wanneer het nodig is."""

    __slots__ = ("_begin", "tekst")

    def __init__(self, tekst: str) -> None:
        self.tekst = tekst
        self._begin: list[int] = []

    def position(self, plek: int) -> Position:
        """Return the line and column of a place in the text."""
        begin = self._regelbegin()
        regel = bisect_right(begin, plek)
        return Position(regel, plek - begin[regel - 1] + 1)

    def start(self, regel: int) -> int:
        """Return the place where a line (1-based) starts."""
        return self._regelbegin()[regel - 1]

    def _regelbegin(self) -> list[int]:
        if not self._begin:
            self._begin = [0, *(einde.end() for einde in _REGELEINDE.finditer(self.tekst))]
        return self._begin
