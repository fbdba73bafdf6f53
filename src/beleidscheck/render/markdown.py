"""Markdown: van een document CommonMark met tabellen, voor GitHub, een wiki of om in Word te plakken.

Elk blok wordt een rij regels; wat erin staat schuift mee naar binnen. Beelden worden hun tekstalternatief.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, assert_never

from beleidscheck.document.blokken import (
    WOORD_BIJ_NOOT,
    Alinea,
    Beeld,
    Citaat,
    Codeblok,
    Definities,
    Groep,
    Kop,
    Lijst,
    Logo,
    Nadruk,
    Noot,
    Tabel,
    Tekst,
    Uitklap,
    p,
)
from beleidscheck.document.tekst import block_lines, line_text
from beleidscheck.render.markdown_tekst import clean, escape, line, start_of_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from beleidscheck.document.blokken import Blok, Cel, Document, Regel

_LEEG: Final = ""


def render_markdown(document: Document) -> str:
    """Return the document as Markdown: title, features, blocks and the stamp at the end."""
    schrijver = _Schrijver(_github_anchors(document))
    regels = [f"# {escape(document.titel)}"]
    if document.concept:
        regels += [_LEEG, "**CONCEPT**"]
    if document.ondertitel:
        regels += [_LEEG, start_of_line(escape(document.ondertitel))]
    if document.logo is not None:
        regels += [_LEEG, start_of_line(escape(document.logo.alt))]
    if document.kenmerken:
        regels += [_LEEG, *(f"* {start_of_line(escape(naam))}: {escape(waarde)}" for naam, waarde in document.kenmerken)]
    regels += [_LEEG, *schrijver.blocks(document.blokken)]
    if document.stempel:
        regels += [_LEEG, "---", _LEEG, start_of_line(escape(document.stempel))]
    return "\n".join(regels) + "\n"


class _Schrijver:
    """Schrijft blokken als regels; wisselt het lijstteken af, zodat twee lijsten na elkaar twee lijsten blijven."""

    def __init__(self, ankers: Mapping[str, str]) -> None:
        self.ankers = ankers

    def blocks(self, blokken: Iterable[Blok]) -> list[str]:
        """Return the lines of blocks with an empty line between them."""
        regels: list[str] = []
        lijsten = 0
        for blok in blokken:
            is_lijst = isinstance(blok, Lijst | Definities)
            nieuw = list(self._block(blok, wissel=lijsten % 2 == 1))
            if any(nieuw):
                regels += [_LEEG, *nieuw] if regels else nieuw
                lijsten = lijsten + 1 if is_lijst else 0
        return regels

    def _block(self, blok: Blok, *, wissel: bool) -> Iterator[str]:  # noqa: C901, PLR0912 - één tak per soort blok
        match blok:
            case Kop():
                yield f"{'#' * blok.niveau} {self._short(blok.inhoud)}"
            case Alinea():
                yield from line(blok.inhoud, self.ankers).split("\n")
            case Lijst():
                yield from self._list(blok, wissel)
            case Tabel():
                yield from self._table(blok)
            case Definities():
                yield from self._definitions(blok, wissel)
            case Beeld():
                yield from self.blocks(p(tekst) for tekst in (blok.bijschrift, blok.alt) if tekst)
            case Logo():
                yield start_of_line(escape(blok.alt))
            case Noot():
                titel = f"**{WOORD_BIJ_NOOT[blok.soort]}:** {escape(blok.titel)}".rstrip()
                yield from _prefixed("> ", [titel, _LEEG, *self.blocks(blok.blokken)])
            case Codeblok():
                yield from _fenced(blok)
            case Citaat():
                yield from _prefixed("> ", self.blocks(blok.blokken))
            case Uitklap():
                yield start_of_line(self._short((Nadruk(blok.titel),)))
                yield _LEEG
                yield from self.blocks(blok.blokken)
            case Groep():
                yield from self.blocks(blok.blokken)
            case _:
                assert_never(blok)

    def _short(self, regel: Regel) -> str:
        return line(regel, self.ankers, los=False)

    def _list(self, lijst: Lijst, wissel: bool) -> Iterator[str]:
        los = any(len(item) > 1 for item in lijst.items)
        for nummer, item in enumerate(lijst.items, start=1):
            merk = f"{nummer}{')' if wissel else '.'} " if lijst.genummerd else ("* " if wissel else "- ")
            if los and nummer > 1:
                yield _LEEG
            yield from _indented(merk, self.blocks(item))

    def _definitions(self, definities: Definities, wissel: bool) -> Iterator[str]:
        for term, betekenis in definities.paren:
            regels = self.blocks(betekenis)
            naam = start_of_line(self._short(term))
            match betekenis:
                case (Alinea(), *_) if regels:
                    regels = [f"{naam}: {regels[0]}", *regels[1:]]
                case _:
                    regels = [naam, _LEEG, *regels]
            yield from _indented("* " if wissel else "- ", regels)

    def _table(self, tabel: Tabel) -> Iterator[str]:
        if not tabel.koppen:
            return
        if tabel.bijschrift:
            yield start_of_line(escape(tabel.bijschrift))
            yield _LEEG
        yield _row(escape(kop) for kop in tabel.koppen)
        yield _row("---" for _ in tabel.koppen)
        for rij in tabel.rijen:
            yield _row(self._cell(cel) for cel in rij)

    def _cell(self, cel: Cel) -> str:
        """Return a cell on one line: the pieces one after the other, for a table has no second line."""
        return " · ".join(stuk for blok in cel.blokken for stuk in self._pieces(blok) if stuk)

    def _pieces(self, blok: Blok) -> Iterator[str]:
        match blok:
            case Alinea() | Kop():
                yield self._short(blok.inhoud)
            case Lijst():
                for item in blok.items:
                    yield from (stuk for deel in item for stuk in self._pieces(deel))
            case Citaat() | Groep():
                yield from (stuk for deel in blok.blokken for stuk in self._pieces(deel))
            case _:
                yield from (escape(regel) for regel in block_lines((blok,)))


def _row(cellen: Iterable[str]) -> str:
    return f"| {' | '.join(cellen)} |"


def _prefixed(merk: str, regels: Iterable[str]) -> Iterator[str]:
    for regel in regels:
        yield f"{merk}{regel}".rstrip()


def _indented(merk: str, regels: list[str]) -> Iterator[str]:
    inspring = " " * len(merk)
    for nummer, regel in enumerate(regels or [_LEEG]):
        yield (merk if nummer == 0 else inspring if regel else "") + regel


def _fenced(blok: Codeblok) -> Iterator[str]:
    regels = [clean_code(regel) for regel in re.split(r"\r\n|\r|\n", blok.tekst)]
    langste = max((len(reeks) for regel in regels for reeks in re.findall(r"`+", regel)), default=0)
    hek = "`" * max(3, langste + 1)
    yield f"{hek}{re.sub(r'[^A-Za-z0-9+-]', '', blok.taal)}"
    yield from regels
    yield hek


def clean_code(regel: str) -> str:
    """Return one line of code without characters that steer a screen; its spaces stay."""
    return "".join(teken if teken in " \t" else clean(teken) for teken in regel).replace("\t", "    ")


def _github_anchors(document: Document) -> dict[str, str]:
    """Return for every anchor the name that GitHub gives to its heading."""
    gezien: dict[str, int] = {}
    namen: dict[str, str] = {}
    for kop in (Kop(1, (Tekst(document.titel),)), *_headings(document.blokken)):
        naam = re.sub(r"[^\w\- ]", "", clean(line_text(kop.inhoud)).strip().lower()).replace(" ", "-")
        keer = gezien.get(naam, 0)
        gezien[naam] = keer + 1
        if kop.anker:
            namen[kop.anker] = f"{naam}-{keer}" if keer else naam
    return namen


def _headings(blokken: Iterable[Blok]) -> Iterator[Kop]:
    for blok in blokken:
        match blok:
            case Kop():
                yield blok
            case Noot() | Citaat() | Uitklap() | Groep():
                yield from _headings(blok.blokken)
            case _:
                continue
