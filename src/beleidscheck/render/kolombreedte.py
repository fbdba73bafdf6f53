"""Hoe breed de kolommen van een tabel op papier worden: genoeg voor het langste woord, de rest naar wat erin staat."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, Final

from beleidscheck.document.blokken import Alinea, Regeleinde, Tabel
from beleidscheck.document.tekst import block_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beleidscheck.document.blokken import Cel

#: Zoveel tekens van een tabel gaan er ongeveer naast elkaar op een staand A4.
REGELBREEDTE: Final = 105.0
_LANGSTE_WOORD: Final = 16
_LANGSTE_REGEL: Final = 400
#: Zo breed is een kolom om in te schrijven minstens.
_SCHRIJFRUIMTE: Final = 30
_WIT: Final = 2.5
#: Een kop is vet, en dus breder.
_VET: Final = 1.15


def column_weights(tabel: Tabel) -> tuple[float, ...]:
    """Return how wide each column is, in characters of a page that is `REGELBREEDTE` wide; together they fill the page.

    What fits next to each other gets its natural width. Otherwise every column gets its longest word, columns that need
    little get what they need, and the others share the rest by the root of the length of their text.
    """
    natuurlijk, woord = _lengths(tabel)
    if not natuurlijk:
        return ()
    if sum(natuurlijk) <= REGELBREEDTE:
        return _filled(natuurlijk)
    breedten = [min(kort, lang) for kort, lang in zip(woord, natuurlijk, strict=True)]
    open_ = list(range(len(breedten)))
    rest = REGELBREEDTE - sum(breedten)
    while rest > 0 and open_:
        delen = {kolom: sqrt(natuurlijk[kolom]) for kolom in open_}
        per_deel = rest / sum(delen.values())
        klaar = [kolom for kolom in open_ if natuurlijk[kolom] - breedten[kolom] <= per_deel * delen[kolom]]
        for kolom in klaar or open_:
            erbij = natuurlijk[kolom] - breedten[kolom] if klaar else per_deel * delen[kolom]
            breedten[kolom] += erbij
            rest -= erbij
        open_ = [kolom for kolom in open_ if kolom not in klaar] if klaar else []
    return _filled(breedten)


def _filled(breedten: list[float]) -> tuple[float, ...]:
    schaal = REGELBREEDTE / sum(breedten)
    return tuple(round(breedte * schaal, 2) for breedte in breedten)


def _lengths(tabel: Tabel) -> tuple[list[float], list[float]]:
    """Return per column the longest line and the longest word, white space beside the column included."""
    regels = [_VET * min(len(kop), 2 * _LANGSTE_WOORD) for kop in tabel.koppen]
    woorden = [_VET * _longest_word(kop) for kop in tabel.koppen]
    for rij in tabel.rijen:
        for kolom, cel in enumerate(rij[: len(regels)]):
            if _is_room(cel):
                regels[kolom] = woorden[kolom] = max(regels[kolom], _SCHRIJFRUIMTE)
            for regel in block_lines(cel.blokken):
                regels[kolom] = max(regels[kolom], min(len(regel), _LANGSTE_REGEL))
                woorden[kolom] = max(woorden[kolom], min(_longest_word(regel), _LANGSTE_WOORD))
    return [lengte + _WIT for lengte in regels], [lengte + _WIT for lengte in woorden]


def _is_room(cel: Cel) -> bool:
    """Return whether a cell is left open to write in: only line ends."""
    regels = [blok.inhoud for blok in cel.blokken if isinstance(blok, Alinea)]
    return bool(regels) and len(regels) == len(cel.blokken) and all(deel == Regeleinde() for regel in regels for deel in regel) and all(regels)


def _longest_word(tekst: str) -> int:
    return max(map(len, tekst.split()), default=1)


def split_columns(tabel: Tabel, meest: int) -> Iterator[Tabel]:
    """Yield the table; one with more columns than fit in parts that each begin with its first column."""
    aantal = len(tabel.koppen)
    if aantal <= meest:
        yield tabel
        return
    for begin in range(1, aantal, meest - 1):
        eind = min(begin + meest - 1, aantal)
        welke = f"kolom {begin + 1} tot en met {eind} van {aantal}"
        yield Tabel(
            f"{tabel.bijschrift} ({welke})" if tabel.bijschrift else welke.capitalize(),
            (tabel.koppen[0], *tabel.koppen[begin:eind]),
            tuple((rij[0], *rij[begin:eind]) for rij in tabel.rijen),
        )
