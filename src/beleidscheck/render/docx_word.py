"""DOCX: van een document een Word-bestand met echte stijlen, zodat een school het kan aanpassen en een MR kan meelezen."""

from __future__ import annotations

import base64
import io
import zipfile
from copy import deepcopy
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.document.blokken import Citaat, Groep, Kop, Noot, Uitklap
from beleidscheck.document.tekst import line_text
from beleidscheck.errors import LogoError, MissingPartError
from beleidscheck.render.beeldmaat import on_paper
from beleidscheck.render.typst_beeld import drawing_png, logo_png

try:
    from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
    from docx.image.image import Image
    from docx.oxml.ns import qn
except ImportError as fout:
    raise MissingPartError("Voor Word", "python-docx") from fout

from beleidscheck.render import docx_stijlen as stijlen
from beleidscheck.render.docx_blokken import Schrijver, element, plain
from beleidscheck.render.docx_kaart import lay_out_card
from beleidscheck.render.docx_sjabloon import open_template
from beleidscheck.render.typst_gegevens import headings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from docx.document import Document as WordDocument

    from beleidscheck.document.blokken import Beeld, Blok, Document, Logo

_EERSTE_DAG: Final = (1980, 1, 1, 0, 0, 0)
_LOGO_BREED, _LOGO_HOOG = 70.0, 20.0
_TWIPS_PER_EMU: Final = 635
_KLEINSTE_BREEDTE: Final = 2000
_EIGENSCHAPPEN: Final = ("title", "subject", "language")


def render_docx(document: Document, *, sjabloon: Path | None = None) -> bytes:
    """Return the document as a Word file; with `sjabloon` in the styles, page and headers of the school's own file.

    Raises `UsageError` for a template that is missing, broken or unsafe, and `MissingPartError` when typst is not there to
    draw the pictures.
    """
    word = open_template(sjabloon)
    ids = stijlen.install_styles(word, document.stijl, eigen=sjabloon is not None)
    stijlen.set_language(word)
    blad = word.sections[-1]
    breedte = (blad.page_width or 0) - (blad.left_margin or 0) - (blad.right_margin or 0)
    schrijver = Schrijver(word, ids, headings(document.blokken), lambda beeld: _drawing(beeld, document), _twips(breedte))
    _fill(word, document, schrijver)
    _header(word, document, schrijver, eigen=sjabloon is not None)
    if sjabloon is None:
        lay_out_card(word, document)
    _properties(word, document)
    return _packed(word)


def _twips(emu: int) -> int:
    return max(_KLEINSTE_BREEDTE, emu // _TWIPS_PER_EMU)


def _drawing(beeld: Beeld, document: Document) -> tuple[bytes, float, float]:
    papier = on_paper(beeld.svg, document.stijl)
    return drawing_png(papier), papier.breed, papier.hoog


def _fill(word: WordDocument, document: Document, schrijver: Schrijver) -> None:
    """Put the title page, the table of contents and the blocks before the last section."""
    lichaam: Any = word.element.body
    einde = lichaam.find(qn("w:sectPr"))
    for deel in (*_title_page(document, schrijver), *_contents(document, schrijver), *schrijver.blocks(document.blokken)):
        einde.addprevious(deel)


def _title_page(document: Document, schrijver: Schrijver) -> Iterator[Any]:
    if document.logo is not None:
        yield schrijver.paragraph("Normal", _logo_run(document.logo, schrijver))
    if document.concept:
        yield schrijver.paragraph(stijlen.MERK, schrijver.run("CONCEPT"))
    yield schrijver.paragraph("Title", schrijver.run(document.titel))
    if document.ondertitel:
        yield schrijver.paragraph("Subtitle", schrijver.run(document.ondertitel))
    for naam, waarde in document.kenmerken:
        tab = element("w:r", {}, element("w:tab"))
        yield schrijver.paragraph(stijlen.BEGRIP, schrijver.run(naam, vet=True), tab, schrijver.run(waarde))


def _logo_run(logo: Logo, schrijver: Schrijver) -> Any:  # noqa: ANN401 - lxml kent geen typen
    soort, _, inhoud = logo.data_uri.removeprefix("data:").partition(";base64,")
    raw = base64.b64decode(inhoud)
    if soort == "image/svg+xml":
        raw = logo_png(raw)
    try:
        maat = Image.from_blob(raw)
        breed, hoog = max(maat.px_width, 1), max(maat.px_height, 1)
        schaal = min(_LOGO_BREED / breed, _LOGO_HOOG / hoog)
        return schrijver.picture_run(raw, breed * schaal, hoog * schaal, plain(logo.alt) or "Logo")
    except (UnrecognizedImageError, InvalidImageStreamError, UnexpectedEndOfFileError, LookupError, ValueError, ArithmeticError):
        raise LogoError from None


def _contents(document: Document, schrijver: Schrijver) -> Iterator[Any]:
    """Yield the field of the table of contents, already filled with links; Word adds page numbers when it is updated."""
    hoofdstukken = [kop for kop in _chapters(document.blokken) if line_text(kop.inhoud).strip()]
    if not document.inhoudsopgave or not hoofdstukken:
        return
    yield schrijver.paragraph("TOC Heading", schrijver.run("Inhoud"))
    laatste = len(hoofdstukken) - 1
    for nummer, kop in enumerate(hoofdstukken):
        naam = schrijver.bladwijzers.get(kop.anker)
        tekst = schrijver.run(line_text(kop.inhoud))
        regel = element("w:hyperlink", {"w:anchor": naam, "w:history": "1"}, tekst) if naam else tekst
        voor = _field_start(' TOC \\o "1-1" \\h \\z \\u ') if nummer == 0 else ()
        achter = [_field("end")] if nummer == laatste else ()
        yield schrijver.paragraph("toc 1", *voor, regel, *achter)
    yield schrijver.paragraph("Normal", element("w:r", {}, element("w:br", {"w:type": "page"})))


def _chapters(blokken: Iterable[Blok]) -> Iterator[Kop]:
    for blok in blokken:
        match blok:
            case Kop() if blok.niveau <= 2:  # noqa: PLR2004 - de hoofdstukken
                yield blok
            case Noot() | Citaat() | Uitklap() | Groep():
                yield from _chapters(blok.blokken)
            case _:
                continue


def _header(word: WordDocument, document: Document, schrijver: Schrijver, *, eigen: bool) -> None:
    """Put title, version and mark in the head, the stamp and the page number in the foot; a school's own head stays."""
    blad = word.sections[-1]
    kenmerken = dict(document.kenmerken)
    versie = f"versie {kenmerken['Versie']}" if "Versie" in kenmerken else ""
    stand = "" if document.concept else kenmerken.get("Status", kenmerken.get("Oordeel", "")).lower()
    kop = [
        schrijver.run(document.titel),
        element("w:r", {}, element("w:tab")),
        *([_mark(schrijver), schrijver.run(" · " if versie else "")] if document.concept else []),
        schrijver.run(" · ".join(filter(None, (versie, stand)))),
    ]
    kop_vrij = not (eigen and _has_content(blad.header))
    voet_vrij = not (eigen and _has_content(blad.footer))
    if not eigen:
        blad.different_first_page_header_footer = True
    nummers = [element("w:r", {}, element("w:tab")), *_page_numbers(schrijver)]
    voeten = [blad.footer] if eigen and not blad.different_first_page_header_footer else [blad.footer, blad.first_page_footer]
    for voet in voeten:
        voet.is_linked_to_previous = False
        inhoud = [schrijver.run(document.stempel), *(nummers if voet_vrij else ())]
        _put(voet, schrijver.paragraph("footer", *map(deepcopy, inhoud)), leeg=voet_vrij)
    if kop_vrij:
        blad.header.is_linked_to_previous = False
        _put(blad.header, schrijver.paragraph("header", *kop), leeg=True)
    elif document.concept:
        _put(blad.header, schrijver.paragraph(stijlen.MERK, schrijver.run("CONCEPT")), leeg=False)


def _mark(schrijver: Schrijver) -> Any:  # noqa: ANN401 - lxml kent geen typen
    """Return the word CONCEPT, in bold and in red."""
    run = schrijver.run("CONCEPT", vet=True)
    run.find(qn("w:rPr")).append(element("w:color", {"w:val": stijlen.ROOD}))
    return run


def _has_content(strook: Any) -> bool:  # noqa: ANN401 - kop en voet delen geen openbaar type
    wortel = strook._element  # noqa: SLF001 - python-docx geeft het element van een kop- of voettekst niet anders
    return not strook.is_linked_to_previous and (
        any((deel.text or "").strip() for deel in wortel.iter(qn("w:t")))
        or any(True for _ in wortel.iter(qn("w:drawing"), qn("w:pict"), qn("w:fldSimple"), qn("w:instrText")))
    )


def _put(strook: Any, alinea: Any, *, leeg: bool) -> None:  # noqa: ANN401 - zie _has_content
    wortel = strook._element  # noqa: SLF001 - zie _has_content
    if leeg:
        for oud in list(wortel):
            wortel.remove(oud)
    wortel.append(alinea)


def _page_numbers(schrijver: Schrijver) -> Iterator[Any]:
    yield from (*_field_start(" PAGE "), schrijver.run("1"), _field("end"))
    yield schrijver.run(" van ")
    yield from (*_field_start(" NUMPAGES "), schrijver.run("1"), _field("end"))


def _field_start(opdracht: str) -> tuple[Any, ...]:
    tekst = element("w:instrText", {"xml:space": "preserve"})
    tekst.text = opdracht
    return _field("begin"), element("w:r", {}, tekst), _field("separate")


def _field(soort: str) -> Any:  # noqa: ANN401 - lxml kent geen typen
    return element("w:r", {}, element("w:fldChar", {"w:fldCharType": soort}))


def _properties(word: WordDocument, document: Document) -> None:
    """Set title and language; author, dates and revisions of whoever made the template do not belong to the school's document."""
    wortel: Any = word.core_properties._element  # noqa: SLF001 - anders zijn eigenschappen niet te verwijderen
    for oud in list(wortel):
        wortel.remove(oud)
    concept = " (CONCEPT)" if document.concept else ""
    word.core_properties.title = plain(document.titel)[: 255 - len(concept)] + concept
    word.core_properties.subject = plain(document.ondertitel)[:255]
    word.core_properties.language = "nl-NL"


def _packed(word: WordDocument) -> bytes:
    """Return the file with the same bytes every time: fixed times and a fixed order."""
    los = io.BytesIO()
    word.save(los)
    klaar = io.BytesIO()
    with zipfile.ZipFile(los) as bron, zipfile.ZipFile(klaar, "w", zipfile.ZIP_DEFLATED) as doel:
        for naam in sorted(bron.namelist(), key=lambda naam: (naam != "[Content_Types].xml", naam)):
            deel = zipfile.ZipInfo(naam, _EERSTE_DAG)
            deel.compress_type = zipfile.ZIP_DEFLATED
            deel.external_attr = 0o600 << 16
            doel.writestr(deel, bron.read(naam))
    return klaar.getvalue()
