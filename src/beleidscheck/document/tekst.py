"""De woorden van een document zonder opmaak: om te zoeken, te vergelijken en te tellen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, assert_never

from beleidscheck.document.blokken import (
    Alinea,
    Beeld,
    Citaat,
    Code,
    Codeblok,
    Definities,
    Groep,
    Kop,
    Lijst,
    Link,
    Logo,
    Nadruk,
    Noot,
    Regeleinde,
    Tabel,
    Tekst,
    Uitklap,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from beleidscheck.document.blokken import Blok, Document, Regel

_HALF_TEKEN: Final = re.compile("[\ud800-\udfff]")


def encodable(tekst: str) -> str:
    """Return `tekst` with a replacement sign for every half of a character pair; a half is no text in any encoding."""
    return _HALF_TEKEN.sub("\N{REPLACEMENT CHARACTER}", tekst)


def line_text(regel: Regel) -> str:
    """Return the words of a line without its markup."""
    woorden = []
    for deel in regel:
        match deel:
            case Tekst(tekst) | Code(tekst):
                woorden.append(tekst)
            case Nadruk() | Link():
                woorden.append(line_text(deel.inhoud))
            case Regeleinde():
                woorden.append(" ")
            case _:
                assert_never(deel)
    return "".join(woorden)


def block_lines(blokken: Iterable[Blok]) -> Iterator[str]:  # noqa: C901, PLR0912 - één tak per soort blok
    """Yield the lines of blocks in reading order; a picture gives its text alternative, a link also its address."""
    for blok in blokken:
        match blok:
            case Kop() | Alinea():
                yield from _line(blok.inhoud)
            case Lijst():
                for item in blok.items:
                    yield from block_lines(item)
            case Tabel():
                yield blok.bijschrift
                yield from blok.koppen
                for rij in blok.rijen:
                    for cel in rij:
                        yield from block_lines(cel.blokken)
            case Definities():
                for term, betekenis in blok.paren:
                    yield from _line(term)
                    yield from block_lines(betekenis)
            case Beeld():
                yield blok.alt
                yield blok.bijschrift
            case Logo():
                yield blok.alt
            case Noot() | Groep():
                yield blok.titel
                yield from block_lines(blok.blokken)
            case Codeblok():
                yield blok.tekst
            case Citaat():
                yield from block_lines(blok.blokken)
            case Uitklap():
                yield from _line(blok.titel)
                yield from block_lines(blok.blokken)
            case _:
                assert_never(blok)


def document_text(document: Document) -> str:
    """Return every word a reader of the document sees, one line per block."""
    regels = [document.titel, document.ondertitel]
    regels += [f"{naam}: {waarde}" for naam, waarde in document.kenmerken]
    if document.logo is not None:
        regels.append(document.logo.alt)
    regels += block_lines(document.blokken)
    return "\n".join(regel for regel in (*regels, document.stempel) if regel) + "\n"


def _line(regel: Regel) -> Iterator[str]:
    yield line_text(regel)
    yield from (deel.url for deel in regel if isinstance(deel, Link))
