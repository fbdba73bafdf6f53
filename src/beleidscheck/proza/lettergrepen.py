"""Lettergrepen tellen in het Nederlands: afbreekpatronen van Pyphen, en per stuk de groepen klinkers.

Afbreekpatronen alleen tellen te weinig, want een losse klinker aan de rand wordt niet afgebroken (o-ver, i-dee). Klinkergroepen
alleen missen de grens tussen twee klinkers die samen ook één klank kunnen zijn (mu-se-um). Samen vangen zij elkaar op; zie
docs/proza.md voor de meting.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pyphen import Pyphen  # type: ignore[import-untyped]

_KLANK: Final = re.compile(
    r"aai|ooi|oei|eeuw?|ieuw?|eau|aa|ai|ee|ea(?=[mt]\b)|ie|oo|uu|eu|ui|ij|ou|au|ei|oe|[aeiouyàâäáéèêëíìîïóòôöúùûü]", re.IGNORECASE
)
_KOPPEL: Final = re.compile(r"[^\W\d_]+")


def rough_syllables(woord: str) -> int:
    """Return about how many syllables a word has, by its groups of vowels; a number or a sign counts as one."""
    return max(1, sum(len(_KLANK.findall(deel)) or 1 for deel in _KOPPEL.findall(woord)))


@lru_cache(maxsize=20_000)
def syllables(woord: str) -> int:
    """Return how many syllables a word has, by hyphenation patterns and the groups of vowels in each part."""
    return max(1, sum(_of_part(deel.casefold()) for deel in _KOPPEL.findall(woord)))


def _of_part(deel: str) -> int:
    stukken = _dictionary().inserted(deel, "\n").split("\n")
    return sum(len(_KLANK.findall(stuk)) or (len(stukken) == 1) for stuk in stukken)


@cache
def _dictionary() -> Pyphen:
    from pyphen import Pyphen  # noqa: PLC0415 - lui: het lezen van de patronen kost een tiende seconde

    return Pyphen(lang="nl_NL")
