"""Waar elk teken van een tekstwaarde in het bestand staat, hoe de waarde daar ook is opgeschreven.

Een waarde verschilt van haar schrijfwijze: YAML vouwt regels, haalt inspringing weg en kent escapes. Hier wordt de schrijfwijze
opnieuw gelezen, teken voor teken, en de uitkomst met de bekende waarde vergeleken. Kloppen zij niet, dan is er geen antwoord:
liever geen plek dan een verkeerde.
"""

from __future__ import annotations

import re
from array import array
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_EINDE: Final = re.compile(r"\r\n|\r|\n")
#: Een regelovergang binnen een waarde op één of meer regels, met het wit eromheen; hij wordt een spatie of lege regels.
_VOUW: Final = re.compile(r"[ \t]*+((?:(?:\r\n|\r|\n)[ \t]*+)++)")
_KOP: Final = re.compile(r"[|>](?:[+-]?([1-9])?[+-]?)[ \t]*+(?:#[^\r\n]*+)?(?:\r\n|\r|\n|$)")
_INSPRINGING: Final = re.compile(r" *+")
_REST: Final = re.compile(r"[^\r\n]*+")
_ESCAPES: Final = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_CIJFERS: Final = {"x": 2, "u": 4, "U": 8}

#: Een teken van de waarde en waar het in het bestand staat.
Teken = tuple[str, int]


def character_places(bron: str, begin: int, waarde: str) -> array[int] | None:
    """Return for each character of `waarde`, which is written from `begin` on, where it stands in `bron`.

    A line break that became a space stands where the line ends. `None` when the writing does not give this value.
    """
    soort = bron[begin : begin + 1]
    if soort in {"|", ">"}:
        for inspringing in _possible_indents(bron, begin):
            if (plekken := _matched(_block(bron, begin, inspringing, folded=soort == ">"), waarde)) is not None:
                return plekken
        return None
    if soort == '"':
        return _matched(_double_quoted(bron, begin + 1), waarde)
    return _matched(_single_quoted(bron, begin + 1) if soort == "'" else _plain(bron, begin), waarde)


def _matched(tekens: Iterator[Teken], waarde: str) -> array[int] | None:
    plekken = array("L")
    for verwacht in waarde:
        teken, plek = next(tekens, ("", 0))
        if teken != verwacht:
            return None
        plekken.append(plek)
    return plekken


def _folded(vouw: re.Match[str]) -> Iterator[Teken]:
    """Yield what a line break inside a flow scalar becomes: one break a space, more breaks one newline less."""
    einden = list(_EINDE.finditer(vouw[1]))
    if len(einden) == 1:
        yield " ", vouw.start()
    for einde in einden[1:]:
        yield "\n", vouw.start(1) + einde.start()


def _plain(bron: str, plek: int) -> Iterator[Teken]:
    while plek < len(bron):
        if vouw := _VOUW.match(bron, plek):
            yield from _folded(vouw)
            plek = vouw.end()
        else:
            yield bron[plek], plek
            plek += 1


def _single_quoted(bron: str, plek: int) -> Iterator[Teken]:
    while plek < len(bron):
        if vouw := _VOUW.match(bron, plek):
            yield from _folded(vouw)
            plek = vouw.end()
        elif bron[plek] == "'":
            if bron[plek + 1 : plek + 2] != "'":
                return
            yield "'", plek
            plek += 2
        else:
            yield bron[plek], plek
            plek += 1


def _double_quoted(bron: str, plek: int) -> Iterator[Teken]:
    while plek < len(bron) and bron[plek] != '"':
        if vouw := _VOUW.match(bron, plek):
            yield from _folded(vouw)
            plek = vouw.end()
        elif bron[plek] != "\\":
            yield bron[plek], plek
            plek += 1
        elif weg := _VOUW.match(bron, plek + 1) if bron[plek + 1 : plek + 2] in {"\r", "\n"} else None:
            yield from (("\n", weg.start(1) + einde.start()) for einde in list(_EINDE.finditer(weg[1]))[1:])
            plek = weg.end()  # een regeleinde achter een schuine streep valt weg
        else:
            soort = bron[plek + 1 : plek + 2]
            lengte = _CIJFERS.get(soort, 0)
            yield _character(bron[plek + 2 : plek + 2 + lengte]) if lengte else _ESCAPES.get(soort, ""), plek
            plek += 2 + lengte


def _character(cijfers: str) -> str:
    try:
        return chr(int(cijfers, 16))
    except (ValueError, OverflowError):
        return ""


def _possible_indents(bron: str, begin: int) -> Iterator[int]:
    """Yield how far the lines of a block can be indented: as far as the first line with text, or less when the head says so."""
    kop = _KOP.match(bron, begin)
    if kop is None:
        return
    plek, meeste = kop.end(), 0
    while plek < len(bron):
        wit = _INSPRINGING.match(bron, plek)
        assert wit is not None  # noqa: S101 - nul spaties passen altijd
        einde = _EINDE.match(bron, wit.end())
        meeste = max(meeste, wit.end() - plek)
        if einde is None:
            eerste = wit.end() - plek
            yield from range(eerste, -1, -1) if kop[1] else (eerste,)
            return
        plek = einde.end()
    yield meeste


def _block(bron: str, begin: int, inspringing: int, *, folded: bool) -> Iterator[Teken]:
    """Yield a block scalar without its last line break: of the breaks at the end the value has none, one or all."""
    kop = _KOP.match(bron, begin)
    plek = kop.end() if kop else len(bron)
    einde: int | None = None  # waar de vorige regel met tekst eindigt
    lege: list[int] = []
    vorige_apart = False
    while plek <= len(bron):
        wit = _INSPRINGING.match(bron, plek, min(plek + inspringing, len(bron)))
        assert wit is not None  # noqa: S101 - nul spaties passen altijd
        tekst = _REST.match(bron, wit.end())
        assert tekst is not None  # noqa: S101 - nul tekens passen altijd
        overgang = _EINDE.match(bron, tekst.end())
        if not tekst[0]:
            if overgang is None:
                break
            lege.append(tekst.start())
        elif wit.end() - plek < inspringing:
            break
        else:
            apart = tekst[0][0] in " \t"
            if einde is not None:
                if not (folded and not apart and not vorige_apart):
                    yield "\n", einde
                elif not lege:
                    yield " ", einde
            yield from (("\n", leeg) for leeg in lege)
            yield from ((teken, tekst.start() + nummer) for nummer, teken in enumerate(tekst[0]))
            einde, lege, vorige_apart = tekst.end(), [], apart
        if overgang is None:
            break
        plek = overgang.end()
    if einde is not None:
        yield "\n", einde
    yield from (("\n", leeg) for leeg in lege)
