"""De prozalint: advies over de tekst van een beleid, met de plek van elk woord. Nooit een oordeel.

Vijf soorten: oudere woorden uit de kaders, getallen die nergens zo in het beleid staan, verwijzingen die nergens uitkomen,
afkortingen zonder uitleg, en teksten die moeilijk lezen. Code, links en aanhalingen blijven met rust; zie docs/proza.md.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from beleidscheck.bevinding import Plaats
from beleidscheck.proza.advies import SOORTEN, Advies, Vindplaats
from beleidscheck.proza.afkortingen import unexplained_abbreviations
from beleidscheck.proza.getallen import odd_numbers
from beleidscheck.proza.leesbaarheid import hard_texts
from beleidscheck.proza.termen import outdated_words
from beleidscheck.proza.velden import free_texts
from beleidscheck.proza.verwijzingen import dead_references
from beleidscheck.proza.zinnen import sentences
from beleidscheck.source import dotted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from beleidscheck.kader import Kader
    from beleidscheck.policy import Policy
    from beleidscheck.proza.advies import Plek, Vondst
    from beleidscheck.proza.velden import Stuk
    from beleidscheck.source import Pad, Position
    from beleidscheck.trap.ladder import Ladder

__all__ = ["SOORTEN", "Advies", "Vindplaats", "lint_prose"]

#: Meer plaatsen van één advies wijst niemand meer na.
_MEESTE_PLEKKEN: Final = 500
_LANGSTE_ZIN: Final = 300
_WIT: Final = re.compile(r"\s+")


def lint_prose(policy: Policy, kaders: Sequence[Kader], ladder: Ladder, al_gemeld: Iterable[Pad] = ()) -> tuple[Advies, ...]:
    """Return the advice about the text of a policy, kind by kind and in the order of the file.

    `al_gemeld` are the texts with a number that already contradicts the field beside it.
    """
    stukken = free_texts(policy)
    begrippen = [str(eigen.get("begrip", "")) for eigen in policy.feiten.get("begrippen", {}).get("overig", ())]
    oud = tuple(outdated_words(stukken, kaders))
    vondsten = (
        *oud,
        *_together(odd_numbers(stukken, policy.feiten, ladder, al_gemeld)),
        *_together(dead_references(stukken, policy, ladder)),
        *unexplained_abbreviations(stukken, policy.uitbreiding, begrippen, (vondst.over for vondst in oud)),
        *hard_texts(stukken),
    )
    adviezen = _placed(vondsten, stukken, policy)
    soorten = list(SOORTEN)
    return tuple(sorted(adviezen, key=lambda advies: (soorten.index(advies.code), *_first_place(advies))))


def _together(vondsten: Iterable[Vondst]) -> Iterator[Vondst]:
    """Yield each advice once, with all its places: what says the same is one advice."""
    per_zin: dict[str, list[Vondst]] = {}
    for vondst in vondsten:
        per_zin.setdefault(vondst.zin, []).append(vondst)
    for groep in per_zin.values():
        plekken = dict.fromkeys(plek for vondst in groep for plek in vondst.plekken)
        yield replace(groep[0], plekken=tuple(sorted(plekken, key=lambda plek: plek.begin is None)))


def _first_place(advies: Advies) -> tuple[int, int]:
    plaats = advies.vindplaatsen[0].plaats
    return plaats.regel, plaats.kolom


def _placed(vondsten: Sequence[Vondst], stukken: Sequence[Stuk], policy: Policy) -> list[Advies]:
    """Return the advice with line and column; each text is traced once, however many words in it are pointed at."""
    per_pad: dict[Pad, list[int]] = {}
    for vondst in vondsten:
        for plek in vondst.plekken[:_MEESTE_PLEKKEN]:
            if plek.begin is not None:
                per_pad.setdefault(plek.pad, []).append(plek.begin)
    teksten = {stuk.pad: stuk for stuk in stukken if stuk.pad in per_pad}
    posities: dict[tuple[Pad, int], Position] = {}
    zinnen: dict[Pad, tuple[list[int], list[str]]] = {}
    for pad, tekens in per_pad.items():
        posities.update(zip(((pad, teken) for teken in tekens), policy.source.position_in(pad, tekens), strict=True))
        lees = teksten[pad].lees
        spannen = [zin for blok in lees.blokken for zin in sentences(lees.kaal, blok.begin, blok.eind)]
        zinnen[pad] = [zin.begin for zin in spannen], [lees.tekst[zin.begin : zin.eind] for zin in spannen]

    def place(plek: Plek) -> Vindplaats:
        if plek.begin is None or plek.eind is None:
            positie = policy.source.position(plek.pad)
            return Vindplaats(dotted(plek.pad), plek.waarde, Plaats(positie.regel, positie.kolom))
        positie = posities[plek.pad, plek.begin]
        begin, tekst = zinnen[plek.pad]
        nummer = max(0, bisect_right(begin, plek.begin) - 1)
        van = plek.begin - begin[nummer]
        delen = _around(tekst[nummer], van, van + plek.eind - plek.begin)
        return Vindplaats(dotted(plek.pad), delen[1], Plaats(positie.regel, positie.kolom), delen[0], delen[2], in_zin=True)

    adviezen = []
    for vondst in vondsten:
        plaatsen = tuple(place(plek) for plek in vondst.plekken[:_MEESTE_PLEKKEN])
        adviezen.append(Advies(vondst.code, vondst.zin, vondst.te_doen, plaatsen, vondst.vervanging, vondst.over))
    return adviezen


def _around(zin: str, van: int, tot: int) -> tuple[str, str, str]:
    """Return what stands before, at and after a place in a sentence, on one line; of a very long sentence the part around it."""
    ruim = _LANGSTE_ZIN // 2
    voor, woord, na = zin[max(0, van - ruim) : van], zin[van:tot], zin[tot : tot + ruim]
    return (
        f"{'… ' if van > ruim else ''}{_WIT.sub(' ', voor).lstrip()}",
        _WIT.sub(" ", woord),
        f"{_WIT.sub(' ', na).rstrip()}{' …' if len(zin) > tot + ruim else ''}",
    )
