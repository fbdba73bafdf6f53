"""De Word-stijlen van een document: de ingebouwde van Word (in het Nederlands Kop 1, Bijschrift, Lijst) en enkele van ons.

Een school die een eigen sjabloon geeft, houdt haar stijlen; alleen wat daarin ontbreekt, komt hiervandaan.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

    from beleidscheck.document.blokken import Stijl

_SCHREEFLOOS: Final = "Calibri"
_SCHREEF: Final = "Cambria"
_VAST: Final = "Consolas"
STIL: Final = "4D565F"
LIJN: Final = "CFD6DC"
ROOD: Final = "9C1C1C"
NIVEAUS: Final = 3

TABEL: Final = "Tabel beleid"
TABELTEKST: Final = "Tabeltekst"
BEGRIP: Final = "Begrip"
KADER: Final = "Kader"
KADERKOP: Final = "Kader kop"
CODEBLOK: Final = "Codeblok"
CODE: Final = "Code"
INLEIDING: Final = "Inleiding"
KLEIN: Final = "Klein"
BRON: Final = "Bron"
MERK: Final = "Conceptmerk"
OPSCHRIFT: Final = "Opschrift"
TABELPUNT: Final = "Tabelopsomming"
TABELNUMMER: Final = "Tabelnummering"
#: Waar de betekenis achter een begrip begint, in twintigsten van een punt.
BEGRIPBREEDTE: Final = 2835
#: De naam van een alineastijl bij de toon van een alinea.
TOON: Final = {"gewoon": "Normal", "inleiding": INLEIDING, "klein": KLEIN, "bron": BRON}


@dataclass(frozen=True, slots=True)
class _Soort:
    """Eén stijl: naam, soort, waarop zij voortbouwt, en de opmaak van alinea en letters als WordprocessingML."""

    naam: str
    alinea: str = ""
    letters: str = ""
    basis: str = "Normal"
    soort: str = "paragraph"
    volgende: str = ""
    extra: str = ""


def _font(naam: str) -> str:
    return f'<w:rFonts w:ascii="{naam}" w:hAnsi="{naam}" w:cs="{naam}" w:eastAsia="{naam}"/>'


def _size(punten: float) -> str:
    return f'<w:sz w:val="{round(punten * 2)}"/><w:szCs w:val="{round(punten * 2)}"/>'


def _space(voor: float, na: float, regel: float = 0) -> str:
    hoogte = f' w:line="{round(regel * 240)}" w:lineRule="auto"' if regel else ""
    return f'<w:spacing w:before="{round(voor * 20)}" w:after="{round(na * 20)}"{hoogte}/>'


def _color(hex_: str) -> str:
    return f'<w:color w:val="{hex_.lstrip("#").upper()}"/>'


def _indent(links: int, hangend: int = 0) -> str:
    return f'<w:ind w:left="{links}"' + (f' w:hanging="{hangend}"' if hangend else "") + "/>"


def _border(kant: str, kleur: str, dikte: int, ruimte: int = 0) -> str:
    return f'<w:{kant} w:val="single" w:sz="{dikte}" w:space="{ruimte}" w:color="{kleur.lstrip("#").upper()}"/>'


def _styles(stijl: Stijl) -> tuple[_Soort, ...]:
    """Return all styles; the order is the order in which one builds on another."""
    hoofd = stijl.hoofdkleur
    kop = [
        _Soort(
            f"heading {niveau}",
            f'<w:keepNext/><w:keepLines/>{_space(voor, na)}<w:outlineLvl w:val="{niveau - 1}"/>',
            f"{_font(_SCHREEF)}<w:b/>{_color(kleur)}{_size(maat)}",
            volgende="Normal",
            extra="<w:qFormat/>",
        )
        for niveau, voor, na, maat, kleur in (
            (1, 24, 8, 17, hoofd),
            (2, 16, 6, 13, "1C2126"),
            (3, 13, 5, 11.5, "1C2126"),
            (4, 11, 4, 11, "1C2126"),
        )
    ]
    lijsten = [
        _Soort(f"List {soort}{'' if niveau == 1 else f' {niveau}'}", f"{_space(0, 3)}{_indent(340 * niveau + 60, 340)}")
        for soort in ("Bullet", "Number", "Continue")
        for niveau in range(1, NIVEAUS + 1)
    ]
    kader = f'<w:pBdr>{_border("left", hoofd, 24, 8)}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="F3F5F7"/>'
    return (
        _Soort("Normal", _space(0, 7, 1.1), "", basis="", extra="<w:qFormat/>"),
        _Soort("Default Paragraph Font", soort="character", basis=""),
        _Soort("Normal Table", soort="table", basis="", extra=_TABELMARGE),
        _Soort(
            "Title",
            f"<w:keepNext/>{_space(0, 6)}",
            f"{_font(_SCHREEF)}<w:b/>{_size(27)}",
            volgende="Subtitle",
            extra="<w:qFormat/>",
        ),
        _Soort("Subtitle", _space(0, 14), f"{_color(STIL)}{_size(13)}", volgende="Normal", extra="<w:qFormat/>"),
        *kop,
        *lijsten,
        _Soort("caption", f"<w:keepNext/>{_space(6, 4)}", f"{_color(STIL)}{_size(9.5)}", extra="<w:qFormat/>"),
        _Soort(
            "Quote",
            f"<w:pBdr>{_border('left', LIJN, 18, 8)}</w:pBdr>{_space(0, 7)}{_indent(284)}",
            _color(STIL),
            extra="<w:qFormat/>",
        ),
        _Soort(
            "toc 1",
            f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9638"/></w:tabs>{_space(0, 0)}',
            _size(10.5),
            volgende="Normal",
        ),
        _Soort("TOC Heading", f"<w:keepNext/>{_space(18, 6)}", f"{_font(_SCHREEF)}<w:b/>{_color(hoofd)}{_size(17)}"),
        _Soort("header", f'<w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs>{_space(0, 0)}', f"{_color(STIL)}{_size(8.5)}"),
        _Soort("footer", f'<w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs>{_space(0, 0)}', f"{_color(STIL)}{_size(8)}"),
        _Soort("Strong", letters="<w:b/>", soort="character", basis="Default Paragraph Font", extra="<w:qFormat/>"),
        _Soort("Emphasis", letters="<w:i/>", soort="character", basis="Default Paragraph Font", extra="<w:qFormat/>"),
        _Soort("Hyperlink", letters=f'{_color(hoofd)}<w:u w:val="single"/>', soort="character", basis="Default Paragraph Font"),
        _Soort(CODE, letters=f"{_font(_VAST)}{_size(9.5)}", soort="character", basis="Default Paragraph Font"),
        _Soort(INLEIDING, _space(0, 9, 1.15), f"{_font(_SCHREEF)}{_size(12.5)}", extra="<w:qFormat/>"),
        _Soort(KLEIN, _space(0, 5), f"{_color(STIL)}{_size(10)}", extra="<w:qFormat/>"),
        _Soort(BRON, _space(0, 5), f"{_color(STIL)}{_size(9.5)}"),
        _Soort(
            BEGRIP,
            f'<w:tabs><w:tab w:val="left" w:pos="{BEGRIPBREEDTE}"/></w:tabs>{_space(0, 3)}{_indent(BEGRIPBREEDTE, BEGRIPBREEDTE)}',
            extra="<w:qFormat/>",
        ),
        _Soort(OPSCHRIFT, f"<w:keepNext/>{_space(22, 0)}", f"{_color(STIL)}{_size(10)}", volgende="Normal"),
        _Soort(TABELTEKST, _space(1.5, 1.5), _size(10), extra="<w:qFormat/>"),
        _Soort(TABELPUNT, f"{_space(0, 1)}{_indent(227, 227)}", _size(10), basis="List Bullet"),
        _Soort(TABELNUMMER, f"{_space(0, 1)}{_indent(284, 284)}", _size(10), basis="List Number"),
        _Soort(KADER, f"<w:keepLines/>{kader}{_space(0, 0)}{_indent(227)}", extra="<w:qFormat/>"),
        _Soort(KADERKOP, f"<w:keepNext/>{kader}{_space(8, 0)}{_indent(227)}", "<w:b/>", volgende=KADER, extra="<w:qFormat/>"),
        _Soort(CODEBLOK, f'<w:shd w:val="clear" w:color="auto" w:fill="F3F5F7"/>{_space(3, 9)}', f"{_font(_VAST)}{_size(9)}"),
        _Soort(MERK, _space(0, 8), f'<w:b/>{_color(ROOD)}<w:spacing w:val="40"/>{_size(12)}'),
        _Soort(
            TABEL,
            soort="table",
            basis="Normal Table",
            extra=(
                "<w:tblPr><w:tblBorders>"
                f"{_border('bottom', LIJN, 4)}{_border('insideH', LIJN, 4)}</w:tblBorders>{_CELMARGE}</w:tblPr>"
                f'<w:tblStylePr w:type="firstRow"><w:rPr><w:b/>{_color(hoofd)}</w:rPr><w:tcPr><w:tcBorders>'
                f"{_border('bottom', hoofd, 12)}</w:tcBorders></w:tcPr></w:tblStylePr>"
                '<w:tblStylePr w:type="firstCol"><w:rPr><w:b/></w:rPr></w:tblStylePr>'
            ),
        ),
    )


_CELMARGE: Final = (
    '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
    '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="140" w:type="dxa"/></w:tblCellMar>'
)
_TABELMARGE: Final = (
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>'
)
_STANDAARD: Final = frozenset({"Normal", "Default Paragraph Font", "Normal Table"})


def install_styles(word: WordDocument, stijl: Stijl, *, eigen: bool) -> dict[str, str]:
    """Give the document the styles that it lacks and return the id of each style by its name.

    With `eigen` the document is the school's own and what it has stays; otherwise all styles are ours.
    """
    wortel: Any = word.styles.element
    if not eigen:
        for oud in wortel.findall(qn("w:style")):
            wortel.remove(oud)
        _set_defaults(wortel)
    bekend = {
        (naam.get(qn("w:val")) or "").casefold(): style.get(qn("w:styleId"))
        for style in wortel.findall(qn("w:style"))
        if (naam := style.find(qn("w:name"))) is not None
    }
    bezet = {nummer.casefold() for nummer in bekend.values() if nummer}
    ids: dict[str, str] = {}
    for soort in _styles(stijl):
        gevonden = bekend.get(soort.naam.casefold())
        if not gevonden:
            gevonden = _free_id(soort.naam, bezet)
            bezet.add(gevonden.casefold())
            ids[soort.naam] = gevonden
            wortel.append(parse_xml(_style_xml(soort, gevonden, ids)))
        ids[soort.naam] = gevonden
    return ids


def _free_id(naam: str, bezet: set[str]) -> str:
    basis = "".join(woord[:1].upper() + woord[1:] for woord in naam.split())
    nummer, gevonden = 1, basis
    while gevonden.casefold() in bezet:
        nummer += 1
        gevonden = f"{basis}{nummer}"
    return gevonden


def _style_xml(soort: _Soort, nummer: str, ids: dict[str, str]) -> str:
    standaard = ' w:default="1"' if soort.naam in _STANDAARD else ""
    eigen = ' w:customStyle="1"' if soort.naam in _EIGEN else ""
    basis = f'<w:basedOn w:val="{ids[soort.basis]}"/>' if soort.basis else ""
    volgende = f'<w:next w:val="{ids.get(soort.volgende, nummer)}"/>' if soort.volgende else ""
    kenmerk, rest = ("<w:qFormat/>", "") if soort.extra == "<w:qFormat/>" else ("", soort.extra)
    alinea = f"<w:pPr>{soort.alinea}</w:pPr>" if soort.alinea else ""
    letters = f"<w:rPr>{soort.letters}</w:rPr>" if soort.letters else ""
    return (
        f'<w:style {nsdecls("w")} w:type="{soort.soort}"{standaard}{eigen} w:styleId="{nummer}"><w:name w:val="{soort.naam}"/>'
        f'{basis}{volgende}<w:uiPriority w:val="99"/>{kenmerk}{alinea}{letters}{rest}</w:style>'
    )


_EIGEN: Final = frozenset(
    {TABEL, TABELTEKST, BEGRIP, KADER, KADERKOP, CODEBLOK, CODE, INLEIDING, KLEIN, BRON, MERK, OPSCHRIFT, TABELPUNT, TABELNUMMER}
)


def _set_defaults(wortel: Any) -> None:  # noqa: ANN401 - lxml kent geen typen
    """Set letter, size and language for the whole document."""
    for oud in wortel.findall(qn("w:docDefaults")):
        wortel.remove(oud)
    wortel.insert(
        0,
        parse_xml(
            f"<w:docDefaults {nsdecls('w')}><w:rPrDefault><w:rPr>{_font(_SCHREEFLOOS)}{_size(11)}"
            '<w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
        ),
    )


def set_language(word: WordDocument) -> None:
    """Say that the text is Dutch, also in a school's own template."""
    wortel: Any = word.styles.element
    for pad in ("w:docDefaults", "w:rPrDefault", "w:rPr"):
        deel = wortel.find(qn(pad))
        if deel is None:
            deel = parse_xml(f"<{pad} {nsdecls('w')}/>")
            wortel.insert(0, deel)
        wortel = deel
    for oud in wortel.findall(qn("w:lang")):
        wortel.remove(oud)
    wortel.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/>'))
