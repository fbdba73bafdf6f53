"""Oudere woorden uit de kaders: elk voorkomen, met het nieuwe woord en de bron.

Niet in de registratie, want daar hebben de wet en DUO hun eigen woorden; niet in vaste namen, in code, in een link of in een
aanhaling. Een term staat voor het hele woord en zijn meervoud; alleen waar het kader dat zegt ook voor een samenstelling.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from beleidscheck.proza.advies import Plek, Vondst

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from beleidscheck.kader import Kader
    from beleidscheck.kader.model import Term
    from beleidscheck.proza.velden import Stuk

_OVERSLAAN: Final = frozenset({"registratie", "verklaringen", "afwijkingen"})
_LETTER: Final = r"[^\W_]"
#: Zo'n woord ervoor zegt dat de schrijver weet dat het een oud woord is, of dat het over het woord zelf gaat.
_OUD_BEDOELD: Final = re.compile(
    r"(?:\b(?:voorheen|vroeger(?:e)?|eerder(?:e)?|toenmalige?|voormalige?|oude?|heette|(?:woord|woorden|term|termen|"
    r"begrip|begrippen|naam))(?:\s+(?:het|de))?)\s+$",
    re.IGNORECASE,
)
_ERVOOR: Final = 60
_KLINKER: Final = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class _Gezocht:
    """Een term met alle kaders die hem noemen."""

    term: Term
    kaders: tuple[str, ...]


def outdated_words(stukken: Iterable[Stuk], kaders: Iterable[Kader]) -> Iterator[Vondst]:
    """Yield an advice for each older word, with every place where it stands."""
    gezocht = _terms(kaders)
    if not gezocht:
        return
    vlug = re.compile("|".join(sorted({re.escape(een.term.oud) for een in gezocht}, key=len, reverse=True)), re.IGNORECASE)
    gevonden: dict[tuple[str, str], list[Plek]] = {}
    for stuk in stukken:
        if stuk.pad[0] not in _OVERSLAAN and vlug.search(stuk.tekst):
            for een, begin, eind in _in_text(stuk.lees.eigen, gezocht):
                plek = Plek(stuk.pad, begin, eind, stuk.tekst[begin:eind])
                gevonden.setdefault((een.term.oud, een.term.nieuw), []).append(plek)
    for een in gezocht:
        if plekken := gevonden.get((een.term.oud, een.term.nieuw)):
            yield _advice(een, plekken)


def _advice(een: _Gezocht, plekken: Sequence[Plek]) -> Vondst:
    term = een.term
    keer = f" en staat hier {len(plekken)} keer" if len(plekken) > 1 else ""
    wie = " en ".join(een.kaders)
    spreken = "spreken" if len(een.kaders) > 1 else "spreekt"
    zin = f"«{plekken[0].waarde}» is een ouder woord{keer}; {wie} {spreken} van «{term.nieuw}» ({term.bron})."
    return Vondst("verouderd-woord", zin, f"Gebruik liever «{term.nieuw}».", tuple(plekken), term.nieuw, term.oud)


def _terms(kaders: Iterable[Kader]) -> tuple[_Gezocht, ...]:
    """Return each pair of old and new word once, with all kaders that have it; the longest old word goes first."""
    per_paar: dict[tuple[str, str], tuple[Term, list[str]]] = {}
    for kader in kaders:
        for term in kader.bestand.termen:
            if not term.oud.strip():
                continue
            per_paar.setdefault((term.oud, term.nieuw), (term, []))[1].append(kader.ref)
    gezocht = (_Gezocht(term, tuple(dict.fromkeys(refs))) for term, refs in per_paar.values())
    return tuple(sorted(gezocht, key=lambda een: -len(een.term.oud)))


def _in_text(tekst: str, gezocht: Sequence[_Gezocht]) -> list[tuple[_Gezocht, int, int]]:
    """Return the terms in a text, in order; where two terms overlap, the longest one stands."""
    bezet = bytearray(len(tekst))
    gevonden = []
    for een in gezocht:
        vast = bytearray(bezet)
        for naam in _fixed_names(een.term.niet_in, tekst):
            vast[naam.start() : naam.end()] = b"\1" * len(naam[0])
        for treffer in _pattern(een.term.oud, een.term.in_samenstelling).finditer(tekst):
            begin, eind = treffer.span()
            if not any(vast[begin:eind]) and not _knows_better(tekst, begin, eind, een.term.nieuw):
                bezet[begin:eind] = b"\1" * (eind - begin)
                gevonden.append((een, begin, eind))
    return sorted(gevonden, key=lambda vondst: vondst[1:])


def _knows_better(tekst: str, begin: int, eind: int, nieuw: str) -> bool:
    """Tell whether the writer names the old word next to the new one, or as a word: «Doorstroompunt (voorheen RMC)»."""
    ervoor = tekst[max(0, begin - _ERVOOR) : begin]
    if re.match(rf"(?:/|\s\(){re.escape(nieuw)}", tekst[eind : eind + _ERVOOR], re.IGNORECASE):
        return True
    naast = ervoor.rstrip(" (/[").casefold()
    return _OUD_BEDOELD.search(ervoor) is not None or (naast.endswith(nieuw.casefold()) and len(naast) < len(ervoor))


def _fixed_names(namen: tuple[str, ...], tekst: str) -> Iterator[re.Match[str]]:
    return _names_pattern(namen).finditer(tekst) if namen else iter(())


@lru_cache(maxsize=128)
def _names_pattern(namen: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of fixed names, in any case, also over a line break and with an ending."""
    vormen = "|".join(r"\s+".join(map(re.escape, naam.split())) for naam in sorted(namen, key=len, reverse=True))
    return re.compile(rf"(?:{vormen}){_LETTER}*", re.IGNORECASE)


@lru_cache(maxsize=128)
def _pattern(oud: str, in_samenstelling: bool) -> re.Pattern[str]:
    """Return the pattern of a term.

    An abbreviation in capitals counts as it stands, also in front of a hyphen (RMC-medewerker). A word counts in any case, also
    as a plural, and with `in_samenstelling` also as the beginning of a longer word (zorgteamoverleg).
    """
    kern = r"\s+".join(map(re.escape, oud.split()))
    if oud.isupper():
        return re.compile(rf"(?<!{_LETTER})(?<!{_LETTER}[-&]){kern}(?:['’]?s)?(?!{_LETTER})")
    if in_samenstelling:
        return re.compile(rf"(?<!{_LETTER})(?<!{_LETTER}-){kern}(?:['’-]?{_LETTER}+)*", re.IGNORECASE)
    dubbel = oud[-1] if oud[-1:].isalpha() and oud[-1:].lower() not in _KLINKER and oud[-2:-1].lower() in _KLINKER else ""
    meervoud = rf"(?:{re.escape(dubbel)}?en|['’]?s)?" if dubbel else r"(?:en|['’]?s|n)?"
    return re.compile(rf"(?<!{_LETTER})(?<!{_LETTER}-)(?<!{_LETTER}\)){kern}{meervoud}(?!-?{_LETTER})(?!-)", re.IGNORECASE)
