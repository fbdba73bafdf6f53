"""Eigen woorden van een school op een kaart: een Markdown-bestand per kaart, in de map met sjablonen.

De titel (`# `) vervangt de onze, wat voor de eerste `## ` staat is de inleiding, en wat onder een `## ` staat komt vooraan in het vak
dat zo heet. Een kop die geen vak heeft, wordt een eigen vak aan het eind. De feiten van het beleid blijven altijd staan: eigen
woorden komen erbij, en een getal dat in de feiten van de kaart niet voorkomt, hoort de school.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from beleidscheck.document.kaart_delen import Vak
from beleidscheck.document.proza import parse_prose
from beleidscheck.document.tekst import block_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from beleidscheck.document.blokken import Blok

_KOP: Final = re.compile(r"(#{1,2})[ \t]+(.*?)[ \t]*#*[ \t]*")
_GETAL: Final = re.compile(r"[0-9]+(?:[.,:][0-9]+)*")
_HEK: Final = re.compile(r" {0,3}(?:```|~~~)")


@dataclass(frozen=True, slots=True)
class Eigen:
    """De eigen woorden voor één kaart: een titel, een inleiding en per kop een tekst."""

    titel: str
    inleiding: tuple[Blok, ...]
    vakken: Mapping[str, tuple[Blok, ...]]


def parse_own(tekst: str) -> Eigen:
    """Return the own words in a Markdown text; below a heading that stands there twice, the texts come after one another."""
    titel, huidige, regels = "", "", {"": list[str]()}
    in_hek = False
    for regel in tekst.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}").splitlines():
        if _HEK.match(regel):
            in_hek = not in_hek
        kop = None if in_hek else _KOP.fullmatch(regel)
        if kop is None:
            regels[huidige].append(regel)
        elif len(kop[1]) == 1 and not titel:
            titel = kop[2]
        else:
            huidige = kop[2]
            regels.setdefault(huidige, [])
    blokken = {naam: parse_prose("\n".join(rij), onder=2) for naam, rij in regels.items()}
    return Eigen(titel, blokken.pop("", ()), {naam: rij for naam, rij in blokken.items() if rij})


def add_own(soort: str, vakken: Sequence[Vak], eigen: Eigen | None) -> tuple[list[Vak], tuple[str, ...]]:
    """Return the parts with the own words in front of them, and a message for each number that is not in the facts."""
    if eigen is None:
        return list(vakken), ()
    over = {naam.casefold(): (naam, blokken) for naam, blokken in eigen.vakken.items()}
    samen = []
    for vak in vakken:
        _, erbij = over.pop(vak.titel.casefold(), ("", ()))
        samen.append(Vak(vak.anker, vak.titel, (*erbij, *vak.blokken)))
    samen += [Vak(f"eigen-{nummer}", naam, blokken) for nummer, (naam, blokken) in enumerate(over.values(), 1)]
    feiten = _numbers(blok for vak in vakken for blok in vak.blokken)
    eigen_getallen = _numbers((*eigen.inleiding, *(blok for blokken in eigen.vakken.values() for blok in blokken)))
    vreemd = [getal for getal in eigen_getallen if getal not in feiten]
    return samen, tuple(
        f"in uw eigen tekst bij de {soort} staat {getal}, en dat getal staat niet in de feiten van deze kaart."
        for getal in vreemd
    )


def _numbers(blokken: Iterable[Blok]) -> dict[str, None]:
    return {getal: None for regel in block_lines(tuple(blokken)) for getal in _GETAL.findall(regel)}
