"""Verouderde woorden in de tekst van een beleid, met hun vervanger en de bron. Alleen advies.

Niet in vaste namen (`niet_in` van de term), niet in `registratie` (daar hebben de wet en DUO hun eigen woorden), niet in code
of in een link, en niet in de naam van wat dit beleid vervangt.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from beleidscheck.kader import Kader
    from beleidscheck.kader.model import Term
    from beleidscheck.trap.ladder import Pad

_OVERSLAAN: Final = frozenset({"registratie", "kaders", "verklaringen"})
_NAMEN: Final = frozenset({"vervangt", "url", "website", "email", "adres", "logo", "norm", "volgt"})
#: Code, links en adressen zijn geen woorden van de schrijver.
_GEEN_TEKST: Final = re.compile(r"`[^`]*`|\]\([^)]*\)|https?://\S+|\S+@\S+")


def outdated_terms(bladen: Iterable[tuple[Pad, str]], kaders: Iterable[Kader]) -> Iterator[tuple[Pad, str, Term, str]]:
    """Yield path, the word as it stands there, the term and the kader, once per term and text."""
    termen = [(term, kader.ref) for kader in kaders for term in kader.bestand.termen]
    if not termen:
        return
    for pad, tekst in bladen:
        if pad[0] in _OVERSLAAN or pad[-1] in _NAMEN:
            continue
        schoon = _GEEN_TEKST.sub(" ", tekst)
        for term, ref in termen:
            kaal = _without(schoon, term.niet_in)
            if gevonden := _pattern(term.oud).search(kaal):
                yield pad, gevonden.group(0), term, ref


def _without(tekst: str, vaste_namen: tuple[str, ...]) -> str:
    for naam in vaste_namen:
        tekst = re.sub(re.escape(naam), " ", tekst, flags=re.IGNORECASE)
    return tekst


@lru_cache(maxsize=128)
def _pattern(oud: str) -> re.Pattern[str]:
    """Return the pattern of a term: an abbreviation in capitals as it stands, a word in any case and also as a plural."""
    if oud.isupper():
        return re.compile(rf"(?<!\w){re.escape(oud)}(?!\w)")
    return re.compile(rf"(?<!\w){re.escape(oud)}(?:en|s|'s)?(?!\w)", re.IGNORECASE)
