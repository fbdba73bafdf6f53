"""Een PDF lezen zoals een hulpmiddel dat doet: de tagboom met de tekst die erin staat, de bladwijzers en de bladen."""

# ruff: noqa: ANN401 - wat in een PDF staat, heeft geen type

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pdfplumber
import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator

_KOP = re.compile(r"H[1-6]")


@dataclass(slots=True)
class Knoop:
    """Eén element van de tagboom: zijn soort, tekstalternatief en inhoud in leesvolgorde (tekst en elementen door elkaar)."""

    soort: str
    alt: str = ""
    inhoud: list[str | Knoop] = field(default_factory=list)

    @property
    def tekst(self) -> str:
        return "".join(deel if isinstance(deel, str) else deel.tekst for deel in self.inhoud)

    def alle(self, *soorten: str) -> Iterator[Knoop]:
        for deel in self.inhoud:
            if isinstance(deel, Knoop):
                if deel.soort in soorten:
                    yield deel
                yield from deel.alle(*soorten)

    def regels(self, diep: int = 0) -> Iterator[str]:
        """Yield the tree as lines, the text of an element beside it."""
        eigen = "".join(deel for deel in self.inhoud if isinstance(deel, str)).strip()
        yield "  " * diep + " ".join(filter(None, (self.soort, f"[{self.alt}]" if self.alt else "", eigen)))
        for deel in self.inhoud:
            if isinstance(deel, Knoop):
                yield from deel.regels(diep + 1)


@dataclass(frozen=True, slots=True)
class Gelezen:
    """Een gelezen PDF."""

    boom: Knoop
    bladen: list[list[dict[str, Any]]]
    bladwijzers: list[tuple[int, str]]
    taal: str
    titel: str
    toont_titel: bool
    getagd: bool
    xmp: str
    ingebed: dict[str, bool]
    maten: set[tuple[int, int]]

    @property
    def koppen(self) -> list[tuple[int, str]]:
        return [(int(knoop.soort[1]), knoop.tekst.strip()) for knoop in _all_headings(self.boom)]

    def blad(self, nummer: int) -> str:
        """Return the words on a page, without white space."""
        return kaal("".join(teken["text"] for teken in self.bladen[nummer - 1]))


def kaal(tekst: str) -> str:
    """Return text without white space and without hyphens, for a page breaks words where it likes."""
    return re.sub(r"[\s\u00ad\u2010-]+", "", tekst)


def read_pdf(raw: bytes) -> Gelezen:
    """Return what is in a PDF."""
    with pdfplumber.open(io.BytesIO(raw)) as lezer:
        bladen = [list(blad.chars) for blad in lezer.pages]
        maten = {(round(blad.width), round(blad.height)) for blad in lezer.pages}
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        wortel = pdf.Root
        with pdf.open_outline() as omtrek:
            bladwijzers = list(_outline(omtrek.root, 1))
        return Gelezen(
            _tree(pdf, bladen),
            bladen,
            bladwijzers,
            str(wortel.Lang),
            str(pdf.docinfo.Title),
            bool(wortel.ViewerPreferences.DisplayDocTitle),
            bool(wortel.MarkInfo.Marked),
            wortel.Metadata.read_bytes().decode(),
            dict(_fonts(pdf)),
            maten,
        )


def _tree(pdf: pikepdf.Pdf, bladen: list[list[dict[str, Any]]]) -> Knoop:
    per_merk: dict[tuple[int, int], str] = {}
    for nummer, tekens in enumerate(bladen):
        for teken in tekens:
            if teken.get("mcid") is not None:
                sleutel = (nummer, teken["mcid"])
                per_merk[sleutel] = per_merk.get(sleutel, "") + teken["text"]
    plaats = {blad.obj.objgen: nummer for nummer, blad in enumerate(pdf.pages)}
    boom = Knoop("StructTreeRoot")
    _fill(boom, pdf.Root.StructTreeRoot, None, plaats, per_merk)
    return boom


def _fill(knoop: Knoop, bron: Any, blad: int | None, plaats: dict[Any, int], per_merk: dict[tuple[int, int], str]) -> None:
    if "/Pg" in bron:
        blad = plaats[bron.Pg.objgen]
    kinderen = bron.get("/K", [])
    for kind in kinderen if isinstance(kinderen, pikepdf.Array) else [kinderen]:
        if isinstance(kind, int):
            assert blad is not None
            knoop.inhoud.append(per_merk.get((blad, kind), ""))
        elif "/S" in kind:
            nieuw = Knoop(str(kind.S).removeprefix("/"), str(kind.get("/Alt", "")))
            _fill(nieuw, kind, blad, plaats, per_merk)
            knoop.inhoud.append(nieuw)
        elif "/MCID" in kind:
            op = plaats[kind.Pg.objgen] if "/Pg" in kind else blad
            assert op is not None
            knoop.inhoud.append(per_merk.get((op, int(kind.MCID)), ""))


def _outline(items: Any, niveau: int) -> Iterator[tuple[int, str]]:
    for item in items:
        yield niveau, item.title
        yield from _outline(item.children, niveau + 1)


def _fonts(pdf: pikepdf.Pdf) -> Iterator[tuple[str, bool]]:
    for blad in pdf.pages:
        for lettertype in blad.obj.Resources.get("/Font", {}).values():
            for nazaat in lettertype.get("/DescendantFonts", [lettertype]):
                beschrijving = nazaat.FontDescriptor
                yield str(nazaat.BaseFont), any(naam in beschrijving for naam in ("/FontFile", "/FontFile2", "/FontFile3"))


def _all_headings(boom: Knoop) -> Iterator[Knoop]:
    for deel in boom.inhoud:
        if isinstance(deel, Knoop):
            if _KOP.fullmatch(deel.soort):
                yield deel
            yield from _all_headings(deel)
