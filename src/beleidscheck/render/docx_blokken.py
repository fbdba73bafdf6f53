"""Van blokken naar Word: alinea's met stijlen, lijsten, tabellen met een koprij, beelden met alttekst, verwijzingen."""

from __future__ import annotations

import io
import re
from copy import deepcopy
from typing import TYPE_CHECKING, Any, Final, assert_never

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from beleidscheck.document.blokken import (
    WOORD_BIJ_NOOT,
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
from beleidscheck.document.tekst import block_lines, line_text
from beleidscheck.render import docx_stijlen as stijlen
from beleidscheck.render.docx_lijsten import Lijsten
from beleidscheck.render.html_blokken import clean
from beleidscheck.render.kolombreedte import REGELBREEDTE, column_weights, split_columns
from beleidscheck.render.typst_gegevens import is_external

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from docx.document import Document as WordDocument

    from beleidscheck.document.blokken import Blok, Inline, Regel

    Plaatje = Callable[[Beeld], tuple[bytes, float, float]]

_WIT: Final = re.compile(r"[ \t\r\n\f\v\x85\u2028\u2029]+")
#: Mogen in XML niet voorkomen.
_GEEN_XML: Final = re.compile("[\ufffe\uffff]")
_LAAGSTE_KOP: Final = 4
_HELE_RIJ: Final = 900
#: Meer kolommen neemt Word niet aan.
_MEESTE_KOLOMMEN: Final = 60
_LANGSTE_BLADWIJZER: Final = 40
_LANGE_BEGRIPPEN: Final = 25
_INSPRING: Final = 340
_EMU_PER_MM: Final = 36000


def element(naam: str, waarden: Mapping[str, str] | None = None, *kinderen: Any) -> Any:  # noqa: ANN401 - lxml kent geen typen
    """Return an element such as `w:p` with attributes and children."""
    gemaakt: Any = OxmlElement(naam)
    for sleutel, waarde in (waarden or {}).items():
        gemaakt.set(qn(sleutel) if ":" in sleutel else sleutel, waarde)
    for kind in kinderen:
        gemaakt.append(kind)
    return gemaakt


def plain(tekst: str) -> str:
    """Return text as it can stand in a Word document on one line."""
    return _GEEN_XML.sub("", _WIT.sub(" ", clean(tekst)))


class Schrijver:
    """Schrijft blokken achter elkaar in een lichaam of cel; houdt nummers van lijsten, bladwijzers en beelden bij."""

    def __init__(self, word: WordDocument, ids: Mapping[str, str], koppen: Iterable[Kop], plaatje: Plaatje, breedte: int) -> None:
        self.word = word
        self.ids = ids
        self.plaatje = plaatje
        self.breedte = breedte
        self.lijsten = Lijsten(word, ids)
        self.bladwijzers = _bookmarks(koppen)
        self.gezien: set[str] = set()
        self.nummer = 0
        self.links = 0

    # ---- Regels ----

    def line(self, regel: Regel, *, vet: bool = False, schuin: bool = False) -> Iterator[Any]:
        """Yield the runs and links of a line."""
        for deel in regel:
            yield from self._inline(deel, vet=vet, schuin=schuin)

    def _inline(self, deel: Inline, *, vet: bool, schuin: bool) -> Iterator[Any]:
        match deel:
            case Tekst(tekst):
                yield self.run(tekst, vet=vet, schuin=schuin)
            case Code(tekst):
                yield self.run(tekst, stijl=stijlen.CODE)
            case Nadruk():
                yield from self.line(deel.inhoud, vet=vet or deel.sterk, schuin=schuin or not deel.sterk)
            case Link():
                yield from self._link(deel, vet=vet, schuin=schuin)
            case Regeleinde():
                yield element("w:r", {}, element("w:br"))
            case _:
                assert_never(deel)

    def run(self, tekst: str, *, vet: bool = False, schuin: bool = False, stijl: str = "") -> Any:  # noqa: ANN401 - lxml kent geen typen
        """Return a run of text; emphasis is a style, so that a school can restyle it."""
        naam = stijl or ("Strong" if vet else "Emphasis" if schuin else "")
        opmaak = [element("w:rStyle", {"w:val": self.ids[naam]})] if naam else []
        if vet and schuin:
            opmaak.append(element("w:i"))
        delen = [element("w:rPr", {}, *opmaak)] if opmaak else []
        return element("w:r", {}, *delen, _text(plain(tekst)))

    def _link(self, link: Link, *, vet: bool, schuin: bool) -> Iterator[Any]:
        doel = clean(link.url)
        runs = list(self.line(link.inhoud, vet=vet, schuin=schuin))
        if doel.startswith("#"):
            bladwijzer = self.bladwijzers.get(doel[1:])
            waarden = {"w:anchor": bladwijzer} if bladwijzer else None
        elif is_external(doel):
            waarden = {"r:id": self.word.part.relate_to(doel, RT.HYPERLINK, is_external=True)}
        else:
            waarden = None
        if waarden is None or not line_text(link.inhoud).strip():
            yield from runs
            return
        for run in runs:
            _give_style(run, self.ids["Hyperlink"])
        yield element("w:hyperlink", {**waarden, "w:history": "1"}, *runs)

    def paragraph(self, stijl: str, *inhoud: Any, extra: Sequence[Any] = ()) -> Any:  # noqa: ANN401 - lxml kent geen typen
        """Return a paragraph with a style; `extra` are paragraph properties in the order that Word asks."""
        opmaak = element("w:pPr", {}, element("w:pStyle", {"w:val": self.ids[stijl]}), *extra)
        return element("w:p", {}, opmaak, *inhoud)

    # ---- Blokken ----

    def blocks(self, blokken: Sequence[Blok], *, diep: int = 0, gewoon: str = "Normal") -> Iterator[Any]:
        """Yield paragraphs and tables; `diep` is the level of the list around them, `gewoon` the style of plain text."""
        voor: Blok | None = None
        for blok, na in zip(blokken, (*blokken[1:], None), strict=False):
            if isinstance(blok, Kop) and isinstance(voor, Alinea) and voor.soort == "klein" and _is_chapter(blok):
                yield self.heading(blok, [element("w:spacing", {"w:before": "40"})])
            else:
                yield from self._block(blok, na, diep, gewoon)
            voor = blok

    def _block(self, blok: Blok, na: Blok | None, diep: int, gewoon: str) -> Iterator[Any]:  # noqa: C901, PLR0912 - één tak per soort blok
        match blok:
            case Kop():
                yield self.heading(blok, [])
            case Alinea(soort="klein") if _is_chapter(na):
                yield self.paragraph(stijlen.OPSCHRIFT, *self.line(blok.inhoud))
            case Alinea():
                stijl = stijlen.TOON[blok.soort] if blok.soort != "gewoon" else gewoon
                blijft = [element("w:keepNext")] if isinstance(na, Lijst | Tabel | Definities | Beeld | Codeblok | Kop) else []
                yield self.paragraph(stijl, *self.line(blok.inhoud), extra=blijft)
            case Lijst():
                yield from self._list(blok, diep + 1, gewoon)
            case Tabel():
                for deel in split_columns(blok, _MEESTE_KOLOMMEN):
                    yield from self._table(deel)
            case Definities():
                for term, betekenis in blok.paren:
                    yield from self._definition(term, betekenis, diep)
            case Beeld():
                yield self._picture(blok)
                yield self.paragraph("caption", self.run(blok.bijschrift), extra=[element("w:keepNext", {"w:val": "0"})])
            case Logo():
                yield self.paragraph(gewoon, self.run(blok.alt))
            case Noot():
                titel = [self.run(f"{WOORD_BIJ_NOOT[blok.soort]}: {blok.titel}".rstrip())]
                yield self.paragraph(stijlen.KADERKOP, *titel)
                yield from self.blocks(blok.blokken, diep=diep, gewoon=stijlen.KADER)
            case Codeblok():
                yield self.paragraph(stijlen.CODEBLOK, *_code_runs(blok.tekst))
            case Citaat():
                yield from self.blocks(blok.blokken, diep=diep, gewoon="Quote")
            case Uitklap():
                yield self.paragraph(gewoon, *self.line(blok.titel, vet=True), extra=[element("w:keepNext")])
                yield from self.blocks(blok.blokken, diep=diep, gewoon=gewoon)
            case Groep():
                yield from self.blocks(blok.blokken, diep=diep, gewoon=gewoon)
            case _:
                assert_never(blok)

    def heading(self, kop: Kop, extra: Sequence[Any]) -> Any:  # noqa: ANN401 - lxml kent geen typen
        """Return a heading; chapters (level 2 in HTML, below the title) are Kop 1 in Word. Its anchor becomes a bookmark."""
        stijl = f"heading {max(1, min(kop.niveau - 1, _LAAGSTE_KOP))}"
        runs = list(self.line(kop.inhoud))
        naam = self.bladwijzers.get(clean(kop.anker), "") if kop.anker else ""
        if naam and naam not in self.gezien:
            self.gezien.add(naam)
            nummer = str(self._next())
            begin = element("w:bookmarkStart", {"w:id": nummer, "w:name": naam})
            runs = [begin, *runs, element("w:bookmarkEnd", {"w:id": nummer})]
        return self.paragraph(stijl, *runs, extra=extra)

    def _list(self, lijst: Lijst, diep: int, gewoon: str) -> Iterator[Any]:
        niveau = min(diep, stijlen.NIVEAUS)
        achter = "" if niveau == 1 else f" {niveau}"
        stijl, vervolg = f"List {'Number' if lijst.genummerd else 'Bullet'}{achter}", f"List Continue{achter}"
        nummering = self.lijsten.number(stijl, niveau) if lijst.genummerd else self.lijsten.bullet(stijl, niveau)
        inspring = self._list_indent(niveau)
        if gewoon == stijlen.TABELTEKST and niveau == 1:
            stijl, vervolg = stijlen.TABELNUMMER if lijst.genummerd else stijlen.TABELPUNT, stijlen.TABELTEKST
            inspring = [element("w:ind", {"w:left": "227", "w:hanging": "227"})]
        for item in lijst.items:
            eerste, rest = (item[0], item[1:]) if item and isinstance(item[0], Alinea) else (None, item)
            inhoud = self.line(eerste.inhoud) if isinstance(eerste, Alinea) else ()
            yield self.paragraph(stijl, *inhoud, extra=[*nummering(), *_copies(inspring)])
            yield from self.blocks(rest, diep=diep, gewoon=vervolg)

    def _list_indent(self, niveau: int) -> list[Any]:
        """Return the indent of a list that stands behind a term; elsewhere the style says it."""
        if not self.links:
            return []
        return [element("w:ind", {"w:left": str(self.links + _INSPRING * niveau), "w:hanging": str(_INSPRING)})]

    def _definition(self, term: Regel, betekenis: Sequence[Blok], diep: int) -> Iterator[Any]:
        """Yield a term in bold with its meaning behind a tab; a meaning that is a list comes below it, as far to the right."""
        naam = list(self.line(term, vet=True))
        match betekenis:
            case (Alinea() as eerste, *rest):
                tussen = element("w:br") if len(line_text(term)) > _LANGE_BEGRIPPEN else element("w:tab")
                yield self.paragraph(stijlen.BEGRIP, *naam, element("w:r", {}, tussen), *self.line(eerste.inhoud))
            case _:
                rest = list(betekenis)
                yield self.paragraph(stijlen.BEGRIP, *naam, extra=[element("w:keepNext")] if rest else [])
        eerder, self.links = self.links, stijlen.BEGRIPBREEDTE
        for blok in rest:
            if isinstance(blok, Alinea):
                extra = [element("w:ind", {"w:left": str(self.links), "w:firstLine": "0"})]
                yield self.paragraph(stijlen.BEGRIP, *self.line(blok.inhoud), extra=extra)
            else:
                yield from self.blocks((blok,), diep=diep)
        self.links = eerder

    # ---- Tabellen en beelden ----

    def _table(self, tabel: Tabel) -> Iterator[Any]:
        if not tabel.koppen:
            return
        if tabel.bijschrift:
            yield self.paragraph("caption", self.run(tabel.bijschrift))
        breedten = [round(self.breedte * deel / REGELBREEDTE) for deel in column_weights(tabel)]
        eerste = all(rij and rij[0].kop for rij in tabel.rijen)
        kop = element("w:tr", {}, element("w:trPr", {}, element("w:cantSplit"), element("w:tblHeader")))
        for naam, breed in zip(tabel.koppen, breedten, strict=True):
            kop.append(_cell([self.paragraph(stijlen.TABELTEKST, self.run(naam), extra=[element("w:keepNext")])], breed))
        rijen = [kop]
        for rij in tabel.rijen:
            heel = sum(len(regel) for cel in rij for regel in block_lines(cel.blokken)) <= _HELE_RIJ
            regel = element("w:tr", {}, *([element("w:trPr", {}, element("w:cantSplit"))] if heel else []))
            for cel, breed in zip(rij, breedten, strict=True):
                inhoud = list(self.blocks(_bold(cel.blokken) if cel.kop else cel.blokken, gewoon=stijlen.TABELTEKST))
                regel.append(_cell(inhoud or [self.paragraph(stijlen.TABELTEKST)], breed))
            rijen.append(regel)
        yield element("w:tbl", {}, self._table_properties(tabel, eerste=eerste), _grid(breedten), *rijen)
        yield self.paragraph(
            "Normal", extra=[element("w:spacing", {"w:before": "0", "w:after": "60", "w:line": "120", "w:lineRule": "exact"})]
        )

    def _table_properties(self, tabel: Tabel, *, eerste: bool) -> Any:  # noqa: ANN401 - lxml kent geen typen
        bijschrift = [element("w:tblCaption", {"w:val": plain(tabel.bijschrift)[:250]})] if tabel.bijschrift else []
        return element(
            "w:tblPr",
            {},
            element("w:tblStyle", {"w:val": self.ids[stijlen.TABEL]}),
            element("w:tblW", {"w:w": str(self.breedte), "w:type": "dxa"}),
            element("w:tblLayout", {"w:type": "fixed"}),
            element(
                "w:tblLook",
                {
                    "w:val": "04A0" if eerste else "0420",
                    "w:firstRow": "1",
                    "w:lastRow": "0",
                    "w:firstColumn": "1" if eerste else "0",
                    "w:lastColumn": "0",
                    "w:noHBand": "1",
                    "w:noVBand": "1",
                },
            ),
            *bijschrift,
        )

    def _picture(self, beeld: Beeld) -> Any:  # noqa: ANN401 - lxml kent geen typen
        png, breed, hoog = self.plaatje(beeld)
        alt = plain(beeld.alt) or plain(beeld.bijschrift) or "Tekening"
        return self.paragraph("Normal", self.picture_run(png, breed, hoog, alt), extra=[element("w:keepNext")])

    def picture_run(self, beeld: bytes, breed: float, hoog: float, alt: str) -> Any:  # noqa: ANN401 - lxml kent geen typen
        """Return a run with a picture of so many millimetres, with its text alternative."""
        inline: Any = self.word.part.new_pic_inline(io.BytesIO(beeld), round(breed * _EMU_PER_MM), round(hoog * _EMU_PER_MM))
        eigen = str(self._next())
        inline.docPr.set("id", eigen)
        inline.docPr.set("name", f"Beeld {eigen}")
        inline.docPr.set("descr", alt)
        for naam in inline.iter(qn("pic:cNvPr")):
            naam.set("id", eigen)
            naam.set("name", f"Beeld {eigen}")
        return element("w:r", {}, element("w:drawing", {}, inline))

    def _next(self) -> int:
        self.nummer += 1
        return self.nummer


def _text(tekst: str) -> Any:  # noqa: ANN401 - lxml kent geen typen
    gemaakt = element("w:t", {"xml:space": "preserve"})
    gemaakt.text = tekst
    return gemaakt


def _copies(delen: Iterable[Any]) -> Iterator[Any]:
    """Yield copies, for an element of XML has one place only."""
    yield from map(deepcopy, delen)


def _is_chapter(blok: Blok | None) -> bool:
    return isinstance(blok, Kop) and blok.niveau <= 2  # noqa: PLR2004 - de hoofdstukken


def _code_runs(tekst: str) -> Iterator[Any]:
    for nummer, regel in enumerate(re.split(r"\r\n|[\r\n\x85\u2028\u2029]", tekst)):
        inhoud = [element("w:br")] if nummer else []
        yield element("w:r", {}, *inhoud, _text(_GEEN_XML.sub("", clean(regel).expandtabs(4))))


def _give_style(run: Any, stijl: str) -> None:  # noqa: ANN401 - lxml kent geen typen
    """Make a run look like a link, unless it already has a style of its own."""
    opmaak = run.find(qn("w:rPr"))
    if opmaak is None:
        run.insert(0, element("w:rPr", {}, element("w:rStyle", {"w:val": stijl})))


def _bold(blokken: tuple[Blok, ...]) -> tuple[Blok, ...]:
    """Return the blocks of a row header with their paragraphs in bold."""
    return tuple(Alinea((Nadruk(blok.inhoud),), blok.soort) if isinstance(blok, Alinea) else blok for blok in blokken)


def _cell(inhoud: list[Any], breed: int) -> Any:  # noqa: ANN401 - lxml kent geen typen
    """Return a cell; Word wants a paragraph at its end."""
    if inhoud[-1].tag != qn("w:p"):
        inhoud = [*inhoud, element("w:p")]
    return element("w:tc", {}, element("w:tcPr", {}, element("w:tcW", {"w:w": str(breed), "w:type": "dxa"})), *inhoud)


def _grid(breedten: Sequence[int]) -> Any:  # noqa: ANN401 - lxml kent geen typen
    return element("w:tblGrid", {}, *(element("w:gridCol", {"w:w": str(breed)}) for breed in breedten))


def _bookmarks(koppen: Iterable[Kop]) -> dict[str, str]:
    """Return a name that Word accepts for every anchor: letters, digits and underscores, at most 40, each one once."""
    namen: dict[str, str] = {}
    bezet: set[str] = set()
    for kop in koppen:
        anker = clean(kop.anker)
        if not anker or anker in namen:
            continue
        kaal = re.sub(r"[^A-Za-z0-9_]", "_", anker)[: _LANGSTE_BLADWIJZER - 8]
        nummer, naam = 1, f"a_{kaal}"
        while naam.casefold() in bezet:
            nummer += 1
            naam = f"a_{kaal}_{nummer}"
        bezet.add(naam.casefold())
        namen[anker] = naam
    return namen
