"""Een kaart in Word: smalle marges, twee kolommen en een letter die kleiner wordt naarmate er meer op staat.

Word zet de tekst zelf; hoe groot de letter kan, schatten wij uit het aantal tekens en regels. Met een sjabloon van de school
gebeurt dit niet: dan zijn stijlen en bladspiegel van haar.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any, Final

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm

from beleidscheck.document.tekst import block_lines

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

    from beleidscheck.document.blokken import Document

_KAART: Final = "kaart"
_RAND: Final = Mm(13)
#: Zo veel tekens passen er in een letter van één punt; in een letter van n punten n keer n zo weinig.
_PASSEND: Final = 420_000
#: Een regel telt mee als de halve regel die zij gemiddeld leeg laat.
_PER_REGEL: Final = 18
_KLEINST, _GROOTST = 7.0, 11.0
#: Per stijl: de maat naast de gewone letter, en het wit erboven en eronder.
_MATEN: Final[dict[str, tuple[float, float, float]]] = {
    "Normal": (1, 0, 0.35),
    "Title": (2, 0, 0.3),
    "Subtitle": (1.15, 0, 0.3),
    "heading 1": (1.35, 0.8, 0.3),
    "heading 2": (1.08, 0.5, 0.2),
    "List Bullet": (1, 0, 0.15),
    "Klein": (0.95, 0, 0.2),
    "Begrip": (0.9, 0, 0),
}


def lay_out_card(word: WordDocument, document: Document) -> None:
    """Make of a card one sheet in two columns below its title; other documents stay as they are."""
    if document.sjabloon != _KAART:
        return
    tekst = [regel for regel in block_lines(document.blokken) if not regel.startswith(("mailto:", "tel:", "http"))]
    omvang = sum(len(regel) + _PER_REGEL for regel in tekst)
    _resize(word, min(_GROOTST, max(_KLEINST, int(2 * (_PASSEND / max(omvang, 1)) ** 0.5) / 2)))
    blad = word.sections[-1]
    blad.left_margin = blad.right_margin = blad.top_margin = _RAND
    blad.bottom_margin = Mm(15)
    blad.header_distance = blad.footer_distance = Mm(7)
    lichaam: Any = word.element.body
    laatste = lichaam.find(qn("w:sectPr"))
    titel = list(lichaam)[_title_parts(document) - 1]
    eigenschappen = titel.get_or_add_pPr()
    eerste = deepcopy(laatste)
    eigenschappen.append(eerste)
    for sectie, kolommen in ((eerste, 1), (laatste, 2)):
        _columns(sectie, kolommen)
    for oud in laatste.findall(qn("w:titlePg")):  # het vervolg staat op hetzelfde blad
        laatste.remove(oud)


def _title_parts(document: Document) -> int:
    return (document.logo is not None) + document.concept + 1 + bool(document.ondertitel) + len(document.kenmerken)


def _columns(sectie: Any, aantal: int) -> None:  # noqa: ANN401 - lxml kent geen typen
    for naam in ("w:type", "w:cols"):
        for oud in sectie.findall(qn(naam)):
            sectie.remove(oud)
    maat = sectie.find(qn("w:pgSz"))
    maat.addprevious(parse_xml(f'<w:type {nsdecls("w")} w:val="continuous"/>'))
    marge = sectie.find(qn("w:pgMar"))
    marge.addnext(parse_xml(f'<w:cols {nsdecls("w")} w:num="{aantal}" w:space="450"/>'))


def _resize(word: WordDocument, maat: float) -> None:
    """Set size and space of the styles of a card."""
    wortel: Any = word.styles.element
    for stijl in wortel.findall(qn("w:style")):
        naam = stijl.find(qn("w:name")).get(qn("w:val"))
        if naam not in _MATEN:
            continue
        keer, voor, na = _MATEN[naam]
        letters, alinea = _part(stijl, "w:rPr"), _part(stijl, "w:pPr")
        for soort in ("w:sz", "w:szCs"):
            for oud in letters.findall(qn(soort)):
                oud.getparent().remove(oud)
        halve = max(2, round(2 * maat * keer))
        for soort in ("w:sz", "w:szCs"):
            letters.append(parse_xml(f'<{soort} {nsdecls("w")} w:val="{halve}"/>'))
        wit = alinea.find(qn("w:spacing"))
        if wit is not None:
            wit.set(qn("w:before"), str(round(20 * maat * voor)))
            wit.set(qn("w:after"), str(round(20 * maat * na)))
            wit.set(qn("w:line"), "240")
            wit.set(qn("w:lineRule"), "auto")


def _part(stijl: Any, naam: str) -> Any:  # noqa: ANN401 - lxml kent geen typen
    """Return this part of a style, made when it was not there; `pPr` comes before `rPr`."""
    deel = stijl.find(qn(naam))
    if deel is None:
        deel = parse_xml(f"<{naam} {nsdecls('w')}/>")
        letters = stijl.find(qn("w:rPr"))
        if naam == "w:pPr" and letters is not None:
            letters.addprevious(deel)
        else:
            stijl.append(deel)
    return deel
