# ruff: noqa: ANN401 - lxml, waar python-docx op rust, kent geen typen

from __future__ import annotations

import base64
import io
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any, Final

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from beleidscheck.cli.publiceren import policy_document
from beleidscheck.data import example_dir
from beleidscheck.document.blokken import (
    Alinea,
    Beeld,
    Code,
    Codeblok,
    Definities,
    Document,
    Kop,
    Lijst,
    Link,
    Logo,
    Nadruk,
    Noot,
    Tabel,
    cel,
    p,
    t,
)
from beleidscheck.document.rapport import compose_report
from beleidscheck.errors import LogoError, UsageError
from beleidscheck.render.docx_blokken import plain
from beleidscheck.render.docx_word import render_docx
from beleidscheck.render.html import render_html
from beleidscheck.report import build_report
from tests.hulp.opdracht import DAG, EERSTE_VERSIE, KORT, VOLLEDIG, draai, own_environment
from tests.test_pdf import ALLES, DOCUMENT, PNG, SVG

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

DAG_VAN_NU: Final = date(2026, 10, 1)
LEEG: Final = Document("Titel", "", (), inhoudsopgave=False)


def open_word(raw: bytes) -> Any:
    return docx.Document(io.BytesIO(raw))


def lees(document: Document, *, sjabloon: Path | None = None) -> Any:
    return open_word(render_docx(document, sjabloon=sjabloon))


def regels(word: Any) -> list[str]:
    """Return the body as lines: the style and the text of every paragraph, the cells of every table."""
    gevonden = []
    for deel in word.iter_inner_content():
        if isinstance(deel, docx.table.Table):
            gevonden += [" | ".join(inhoud.text.replace("\n", " / ") for inhoud in rij.cells) for rij in deel.rows]
        else:
            gevonden.append(f"{deel.style.name}: {deel.text}".rstrip())
    return gevonden


def met(*blokken: Any) -> Document:
    return replace(LEEG, blokken=blokken)


# ---- Blokken ---------------------------------------------------------------------------------------------------------


def test_elk_blok_in_zijn_stijl() -> None:
    assert regels(lees(ALLES)) == [
        "Conceptmerk: CONCEPT",
        "Title: Titel",
        "Subtitle: Onder",
        "Begrip: Versie\t1.0",
        "Begrip: Status\tConcept",
        "TOC Heading: Inhoud",
        "toc 1: Een",
        "toc 1: Twee",
        "Normal:",
        "Opschrift: Een thema",
        "Heading 1: Een",
        "Normal: Zie vet en twee.",
        "List Bullet: a",
        "List Bullet: b",
        "List Number 2: c",
        "Heading 1: Twee",
        "Caption: Wie wat doet",
        "Wie | Wat",
        "Mentor | belt",
        "Rector | x / y",
        "Normal:",
        "Heading 2: Drie",
        "Begrip: Term\tuitleg",
        "Kader kop: Let op: pas op",
        "Kader: doe dit",
        "Normal:",
        "Caption: onder het beeld",
        "Quote: citaat",
        "Codeblok: a: b\n  c: d",
        "Normal: Meer",
        "Normal: uitgeklapt",
        "Normal: in een groep",
    ]


def test_nadruk_code_en_verwijzingen_zijn_stijlen() -> None:
    document = met(
        Kop(2, t("Doel"), "doel"),
        p(
            "x",
            Nadruk(t("v")),
            Nadruk(t("s"), sterk=False),
            Code("c"),
            Link(t("hier"), "#doel"),
            Link(t("web"), "https://a.example/?b=1&c=2"),
        ),
    )
    word = lees(document)
    alinea = word.paragraphs[-1]
    assert [(run.text, run.style.name) for run in alinea.runs] == [
        ("x", "Default Paragraph Font"),
        ("v", "Strong"),
        ("s", "Emphasis"),
        ("c", "Code"),
    ]
    assert [(link.text, link.fragment, link.address) for link in alinea.hyperlinks] == [
        ("hier", "a_doel", ""),
        ("web", "", "https://a.example/?b=1&c=2"),
    ]
    assert [begin.get(qn("w:name")) for begin in word.element.iter(qn("w:bookmarkStart"))] == ["a_doel"]


def test_verwijzing_die_nergens_heen_gaat_blijft_tekst() -> None:
    word = lees(met(p(Link(t("weg"), "#weg"), Link(t("pad"), "../a.html"), Link(t("leeg"), ""))))
    assert (word.paragraphs[-1].text, word.paragraphs[-1].hyperlinks) == ("wegpadleeg", [])


def test_tabel_heeft_een_koprij_die_herhaalt_en_rijen_die_heel_blijven() -> None:
    lang = "woord " * 300
    word = lees(met(Tabel("Bijschrift", ("A", "B"), ((cel("a", kop=True), cel("b")), (cel("c", kop=True), cel(lang))))))
    (tabel,) = word.tables
    rijen = [
        [naam for naam in ("tblHeader", "cantSplit") if rij._tr.find(f".//{qn(f'w:{naam}')}") is not None] for rij in tabel.rows
    ]
    assert (tabel.style.name, rijen) == ("Tabel beleid", [["tblHeader", "cantSplit"], ["cantSplit"], []])
    assert tabel._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "Bijschrift"
    kijk = tabel._tbl.tblPr.find(qn("w:tblLook"))
    assert (kijk.get(qn("w:firstRow")), kijk.get(qn("w:firstColumn"))) == ("1", "1")


def test_elke_genummerde_lijst_begint_bij_een() -> None:
    lijst = Lijst(((p("a"),), (p("b"),)), genummerd=True)
    word = lees(met(lijst, p("tussen"), lijst))
    nummers = [alinea._p.pPr.numPr.numId.val for alinea in word.paragraphs if alinea.style.name == "List Number"]
    assert len(nummers) == 4
    assert nummers[0] == nummers[1] != nummers[2] == nummers[3]
    nummering = word.part.numbering_part.element
    starten = {
        num.get(qn("w:numId")): [begin.get(qn("w:val")) for begin in num.iter(qn("w:startOverride"))]
        for num in nummering.findall(qn("w:num"))
    }
    assert [starten[str(nummer)] for nummer in (nummers[0], nummers[2])] == [["1"], ["1"]]


def test_beelden_hebben_alttekst_en_een_eigen_nummer() -> None:
    logo = Logo("data:image/png;base64," + base64.b64encode(PNG).decode(), "Logo van de school")
    word = lees(replace(met(Beeld(SVG, "alt een", "een"), Beeld(SVG, "alt twee", "twee")), logo=logo))
    beelden = list(word.element.iter(qn("wp:docPr")))
    assert [beeld.get("descr") for beeld in beelden] == ["Logo van de school", "alt een", "alt twee"]
    assert len({beeld.get("id") for beeld in beelden}) == 3


def test_beschadigd_logo() -> None:
    with pytest.raises(LogoError):
        render_docx(replace(LEEG, logo=Logo("data:image/png;base64,iVBORw0KGgo=", "Logo")))


def test_taal_titel_en_niemand_als_maker() -> None:
    word = lees(ALLES)
    eigenschappen = word.core_properties
    assert (eigenschappen.title, eigenschappen.subject, eigenschappen.language) == ("Titel (CONCEPT)", "Onder", "nl-NL")
    assert (eigenschappen.author, eigenschappen.last_modified_by, eigenschappen.created) == ("", "", None)
    assert [taal.get(qn("w:val")) for taal in word.styles.element.iter(qn("w:lang"))] == ["nl-NL"]


def velden(wortel: Any) -> list[str]:
    return [veld.text.strip() for veld in wortel.iter(qn("w:instrText"))]


def test_kop_en_voet_met_nummers_en_merk() -> None:
    word = lees(ALLES)
    (blad,) = word.sections
    assert blad.header.paragraphs[0].text == "Titel\tCONCEPT · versie 1.0"
    assert [strook.paragraphs[0].text for strook in (blad.footer, blad.first_page_footer)] == ["stempel 1\t1 van 1"] * 2
    assert [velden(strook._element) for strook in (blad.footer, blad.first_page_footer)] == [["PAGE", "NUMPAGES"]] * 2
    assert (blad.page_width.mm, blad.page_height.mm, blad.different_first_page_header_footer) == (
        pytest.approx(210, abs=0.1),
        pytest.approx(297, abs=0.1),
        True,
    )


def test_inhoudsopgave_is_een_veld_dat_al_gevuld_is() -> None:
    word = lees(ALLES)
    assert velden(word.element.body) == ['TOC \\o "1-1" \\h \\z \\u']
    soorten = [teken.get(qn("w:fldCharType")) for teken in word.element.body.iter(qn("w:fldChar"))]
    assert soorten == ["begin", "separate", "end"]
    opgave = [alinea for alinea in word.paragraphs if alinea.style.name == "toc 1"]
    assert [(link.text, link.fragment) for alinea in opgave for link in alinea.hyperlinks] == [
        ("Een", "a_een"),
        ("Twee", "a_twee"),
    ]


def test_brede_tabel_blijft_binnen_wat_word_aankan() -> None:
    tabel = Tabel("", tuple(f"k{nummer}" for nummer in range(100)), (tuple(cel(f"w{nummer}") for nummer in range(100)),))
    assert [len(deel.columns) for deel in lees(met(tabel)).tables] == [60, 41]


# ---- Dezelfde feiten als de HTML -------------------------------------------------------------------------------------


class Html(HTMLParser):
    """Verzamelt koppen en tabellen van een pagina."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.koppen: list[tuple[int, str]] = []
        self.tabellen: list[list[list[str]]] = []
        self.waar: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        match tag:
            case "h1" | "h2" | "h3" | "h4" | "h5":
                self.koppen.append((int(tag[1]), ""))
                self.waar.append(tag)
            case "table":
                self.tabellen.append([])
            case "tr":
                self.tabellen[-1].append([])
            case "th" | "td":
                self.tabellen[-1][-1].append("")
                self.waar.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.waar and self.waar[-1] == tag:
            self.waar.pop()

    def handle_data(self, data: str) -> None:
        if not self.waar:
            return
        if self.waar[-1].startswith("h"):
            niveau, tekst = self.koppen[-1]
            self.koppen[-1] = (niveau, tekst + data)
        if self.waar[-1] in {"th", "td"}:
            self.tabellen[-1][-1][-1] += data


def kaal(tekst: str) -> str:
    return "".join(tekst.split())


def _cells(tabel: Any) -> list[list[str]]:
    return [
        [kaal("".join(tekst.text or "" for tekst in inhoud._tc.iter(qn("w:t")))) for inhoud in rij.cells] for rij in tabel.rows
    ]


def _documenten() -> Iterator[Any]:
    for pad in sorted(example_dir().glob("*.yaml")):
        yield pytest.param(
            lambda pad=pad: policy_document(build_report(pad, bestand=pad.name, peildatum=DAG_VAN_NU))[0], id=pad.stem
        )
    yield pytest.param(lambda: compose_report(build_report(VOLLEDIG, bestand="b.yaml", peildatum=DAG_VAN_NU)), id="rapport")


@pytest.mark.parametrize("maak", list(_documenten()))
def test_koppen_en_tabellen_zijn_die_van_de_html(maak: Callable[[], Document]) -> None:
    document = maak()
    html, word = Html(render_html(document)), lees(document)
    niveaus = {"Title": 1, "TOC Heading": 2, "Heading 1": 2, "Heading 2": 3, "Heading 3": 4, "Heading 4": 5}
    koppen = [(niveaus[alinea.style.name], kaal(alinea.text)) for alinea in word.paragraphs if alinea.style.name in niveaus]
    assert koppen == [(niveau, kaal(kop)) for niveau, kop in html.koppen]
    assert [_cells(tabel) for tabel in word.tables] == [
        [[kaal(inhoud) for inhoud in rij] for rij in tabel] for tabel in html.tabellen
    ]


# ---- Vijandige invoer ------------------------------------------------------------------------------------------------


@given(st.text(max_size=60))
def test_tekst_staat_er_letterlijk(tekst: str) -> None:
    word = lees(met(p(tekst), Noot("tip", tekst, ()), Codeblok("x")))
    # python-docx geeft een afbreekstreepje en een tab als eigen elementen terug; de tekst zelf is die van `plain`
    assert "".join(deel.text or "" for deel in word.paragraphs[1]._p.iter(qn("w:t"))) == plain(tekst)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(DOCUMENT)
def test_elk_document_wordt_een_leesbaar_bestand(document: Document) -> None:
    word = lees(document)
    assert word.paragraphs
    for inhoud in word.element.iter(qn("w:tc")):
        assert inhoud[-1].tag == qn("w:p")


def test_opmaaktaal_in_een_naam_blijft_tekst() -> None:
    naam = '</w:t></w:r><w:r><w:instrText> DDEAUTO c:\\\\cmd.exe </w:instrText> & "x"'
    word = lees(Document(naam, naam, (Kop(2, t(naam), naam), Tabel(naam, (naam,), ((cel(naam),),))), ((naam, naam),), naam))
    assert word.paragraphs[0].text == naam
    assert word.tables[0].rows[0].cells[0].text == naam
    assert velden(word.element.body) == ['TOC \\o "1-1" \\h \\z \\u']


# ---- Zelfde bytes ----------------------------------------------------------------------------------------------------


def test_zelfde_invoer_zelfde_bytes_ook_in_een_ander_proces(tmp_path: Path) -> None:
    for nummer, tijdzone in enumerate(("UTC", "Pacific/Auckland")):
        argv = [
            sys.executable,
            "-m",
            "beleidscheck",
            "publiceer",
            str(KORT),
            *DAG,
            "--formaat",
            "docx",
            "--uit",
            str(tmp_path / f"{nummer}.docx"),
        ]
        subprocess.run(argv, check=True, capture_output=True, env={**own_environment(), "TZ": tijdzone}, cwd=tmp_path)
    assert (tmp_path / "0.docx").read_bytes() == (tmp_path / "1.docx").read_bytes()
    with zipfile.ZipFile(tmp_path / "0.docx") as bestand:
        assert {deel.date_time for deel in bestand.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert bestand.namelist()[0] == "[Content_Types].xml"


# ---- Het sjabloon van de school --------------------------------------------------------------------------------------


def school_docx(pad: Path, pas_aan: Callable[[Any], object] = id) -> Path:
    """Write a template as a school would have it: own styles, a head, and text that must not come along."""
    word = docx.Document()
    word.styles["Heading 1"].font.name = "Comic Neue"
    word.styles["Normal"].font.size = docx.shared.Pt(14)
    word.add_paragraph("Vul hier uw tekst in")
    word.add_picture(io.BytesIO(PNG))
    word.core_properties.author = "Iemand"
    pas_aan(word)
    word.save(str(pad))
    return pad


def test_stijlen_van_de_school_blijven_en_ontbrekende_komen_erbij(tmp_path: Path) -> None:
    word = lees(ALLES, sjabloon=school_docx(tmp_path / "school.docx"))
    assert word.styles["Heading 1"].font.name == "Comic Neue"
    assert word.styles["Normal"].font.size.pt == 14
    assert "Kader kop" in [stijl.name for stijl in word.styles]
    assert [regel for regel in regels(word) if "Vul hier" in regel] == []
    assert regels(word) == regels(lees(ALLES))
    assert (word.core_properties.author, word.core_properties.title) == ("", "Titel (CONCEPT)")


def test_beelden_uit_de_tekst_van_het_sjabloon_reizen_niet_mee(tmp_path: Path) -> None:
    raw = render_docx(LEEG, sjabloon=school_docx(tmp_path / "school.docx"))
    assert [naam for naam in zipfile.ZipFile(io.BytesIO(raw)).namelist() if "media" in naam] == []


def test_kop_van_de_school_blijft_en_het_stempel_komt_in_de_voet(tmp_path: Path) -> None:
    def head(word: Any) -> None:
        word.sections[0].header.paragraphs[0].text = "Stichting Voorbeeld"
        word.sections[0].footer.paragraphs[0].text = "Postbus 1"

    (blad,) = lees(ALLES, sjabloon=school_docx(tmp_path / "school.docx", head)).sections
    assert [alinea.text for alinea in blad.header.paragraphs] == ["Stichting Voorbeeld", "CONCEPT"]
    assert [alinea.text for alinea in blad.footer.paragraphs] == ["Postbus 1", "stempel 1"]


def test_nummering_van_de_school_wordt_gebruikt(tmp_path: Path) -> None:
    word = lees(met(Lijst(((p("a"),),)), Lijst(((p("b"),),), genummerd=True)), sjabloon=school_docx(tmp_path / "school.docx"))
    punten, nummers = (
        next(alinea for alinea in word.paragraphs if alinea.style.name == naam) for naam in ("List Bullet", "List Number")
    )
    assert punten._p.pPr.numPr is None
    abstract = word.styles["List Number"].element.pPr.numPr.numId.val
    nummering = word.part.numbering_part.element
    van = {num.get(qn("w:numId")): num.find(qn("w:abstractNumId")).get(qn("w:val")) for num in nummering.findall(qn("w:num"))}
    assert van[str(nummers._p.pPr.numPr.numId.val)] == van[str(abstract)]


def test_sjabloon_zonder_opsommingen_krijgt_de_onze(tmp_path: Path) -> None:
    pad = herschrijf(school_docx(tmp_path / "school.docx"), tmp_path / "zonder.docx", _without_numbering)
    word = lees(met(Lijst(((p("a"),),)), Lijst(((p("b"),),), genummerd=True)), sjabloon=pad)
    assert [alinea.text for alinea in word.paragraphs if alinea._p.pPr is not None and alinea._p.pPr.numPr is not None] == [
        "a",
        "b",
    ]


def _without_numbering(naam: str, inhoud: bytes) -> bytes | None:
    if naam == "word/numbering.xml":
        return None
    if naam == "word/_rels/document.xml.rels":
        begin = inhoud.index(b"<Relationship ", inhoud.index(b"numbering") - 200)
        while b"numbering" not in inhoud[begin : inhoud.index(b"/>", begin)]:
            begin = inhoud.index(b"<Relationship ", begin + 1)
        return inhoud[:begin] + inhoud[inhoud.index(b"/>", begin) + 2 :]
    if naam == "[Content_Types].xml":
        begin = inhoud.rindex(b"<Override", 0, inhoud.index(b"/word/numbering.xml"))
        return inhoud[:begin] + inhoud[inhoud.index(b"/>", begin) + 2 :]
    return inhoud


def herschrijf(bron: Path, doel: Path, wijzig: Callable[[str, bytes], bytes | None]) -> Path:
    """Write a copy of a package with other parts."""
    with zipfile.ZipFile(bron) as van, zipfile.ZipFile(doel, "w", zipfile.ZIP_DEFLATED) as naar:
        for naam in van.namelist():
            inhoud = wijzig(naam, van.read(naam))
            if inhoud is not None:
                naar.writestr(naam, inhoud)
    return doel


def test_dotx_kan_ook(tmp_path: Path) -> None:
    def turn(naam: str, inhoud: bytes) -> bytes:
        return inhoud.replace(b"document.main+xml", b"template.main+xml") if naam == "[Content_Types].xml" else inhoud

    pad = herschrijf(school_docx(tmp_path / "school.docx"), tmp_path / "school.dotx", turn)
    raw = render_docx(ALLES, sjabloon=pad)
    assert b"template.main" not in zipfile.ZipFile(io.BytesIO(raw)).read("[Content_Types].xml")
    assert regels(open_word(raw)) == regels(lees(ALLES))


def _relation(soort: str) -> Callable[[str, bytes], bytes]:
    def add(naam: str, inhoud: bytes) -> bytes:
        if naam != "word/_rels/document.xml.rels":
            return inhoud
        extra = f'<Relationship Id="rIdX" Type="http://x/relationships/{soort}" Target="http://kwaad.example/a" TargetMode="External"/>'
        return inhoud.replace(b"</Relationships>", extra.encode() + b"</Relationships>")

    return add


def test_verwijzing_naar_een_ander_sjabloon_gaat_weg(tmp_path: Path) -> None:
    pad = herschrijf(school_docx(tmp_path / "school.docx"), tmp_path / "a.docx", _relation("attachedTemplate"))
    raw = render_docx(LEEG, sjabloon=pad)
    assert all(
        b"kwaad.example" not in zipfile.ZipFile(io.BytesIO(raw)).read(naam)
        for naam in zipfile.ZipFile(io.BytesIO(raw)).namelist()
    )


def _hidden_relation(naam: str, inhoud: bytes) -> bytes:
    if naam != "word/_rels/document.xml.rels":
        return inhoud
    extra = (
        b'<p:Relationship xmlns:p="http://schemas.openxmlformats.org/package/2006/relationships" Id="rIdX"'
        b' Type="http://x/relationships/image" Target="http://kwaad.example/a" TargetMode="&#69;xternal"/>'
    )
    return inhoud.replace(b"</Relationships>", extra + b"</Relationships>")


def _other_encoding(naam: str, inhoud: bytes) -> bytes:
    return inhoud.decode("utf-8").replace("UTF-8", "UTF-16").encode("utf-16") if naam == "word/styles.xml" else inhoud


def _doctype(naam: str, inhoud: bytes) -> bytes:
    return inhoud.replace(b"?>", b'?><!DOCTYPE x [<!ENTITY a "b">]>', 1) if naam == "word/styles.xml" else inhoud


def _broken(naam: str, inhoud: bytes) -> bytes:
    return inhoud[: len(inhoud) // 2] if naam == "word/document.xml" else inhoud


def _without_main(naam: str, inhoud: bytes) -> bytes | None:
    return None if naam == "word/document.xml" else inhoud


def _macro_type(naam: str, inhoud: bytes) -> bytes:
    return inhoud.replace(b"wordprocessingml.document.main", b"x.macroEnabled.main") if naam == "[Content_Types].xml" else inhoud


OPNIEUW: Final = "Open het in Word en bewaar het opnieuw als .docx."


@pytest.mark.parametrize(
    ("wijzig", "zin"),
    [
        pytest.param(
            _doctype,
            f"Het sjabloon {{pad}} bevat een doctype of entiteit, en dat hoort niet in een Word-document. {OPNIEUW}",
            id="entiteit",
        ),
        pytest.param(_broken, f"{{pad}} is een beschadigd Word-document. {OPNIEUW}", id="halve xml"),
        pytest.param(_without_main, f"{{pad}} is een beschadigd Word-document. {OPNIEUW}", id="geen hoofddeel"),
        pytest.param(
            _macro_type,
            "Het sjabloon {pad} bevat macro's. Bewaar het in Word als gewoon document (.docx), zonder macro's.",
            id="macro's",
        ),
        pytest.param(
            _relation("image"),
            "Het sjabloon {pad} haalt iets van buiten zichzelf op zodra iemand het opent. Neem beelden in het document zelf op.",
            id="beeld van buiten",
        ),
        pytest.param(
            _hidden_relation,
            "Het sjabloon {pad} haalt iets van buiten zichzelf op zodra iemand het opent. Neem beelden in het document zelf op.",
            id="verborgen beeld van buiten",
        ),
        pytest.param(_other_encoding, f"{{pad}} is een beschadigd Word-document. {OPNIEUW}", id="andere tekenset"),
        pytest.param(
            lambda naam, inhoud: None if naam == "[Content_Types].xml" else inhoud,
            f"{{pad}} is geen Word-document. {OPNIEUW}",
            id="andere zip",
        ),
    ],
)
def test_vijandig_sjabloon(tmp_path: Path, wijzig: Callable[[str, bytes], bytes | None], zin: str) -> None:
    pad = herschrijf(school_docx(tmp_path / "school.docx"), tmp_path / "kwaad.docx", wijzig)
    with pytest.raises(UsageError) as fout:
        render_docx(ALLES, sjabloon=pad)
    assert str(fout.value) == zin.format(pad=pad)


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        pytest.param(b"", f"{{pad}} is geen Word-document. {OPNIEUW}", id="leeg"),
        pytest.param(b"{\\rtf1 hallo}", f"{{pad}} is geen Word-document. {OPNIEUW}", id="rtf"),
        pytest.param(b"PK\x03\x04" + b"\0" * 100, f"{{pad}} is geen Word-document. {OPNIEUW}", id="afgekapte zip"),
        pytest.param(
            b"\0" * 20_000_001,
            "Het sjabloon {pad} is groter dan 20 MB. Haal er beelden uit die niet in een kop- of voettekst staan.",
            id="groot",
        ),
    ],
)
def test_geen_sjabloon(tmp_path: Path, inhoud: bytes, zin: str) -> None:
    pad = tmp_path / "x.docx"
    pad.write_bytes(inhoud)
    with pytest.raises(UsageError) as fout:
        render_docx(ALLES, sjabloon=pad)
    assert str(fout.value) == zin.format(pad=pad)


def test_zipbom(tmp_path: Path) -> None:
    pad = tmp_path / "bom.docx"
    with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as bom:
        bom.writestr("[Content_Types].xml", b"")
        bom.writestr("word/document.xml", b"\0" * 100_000_001)
    with pytest.raises(UsageError, match=r"wordt uitgepakt veel te groot\. Gebruik een gewoon Word-document\.$"):
        render_docx(ALLES, sjabloon=pad)


def test_sjabloon_dat_er_niet_is_of_een_map_is(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"^Het sjabloon .*weg\.docx bestaat niet\. Controleer de naam achter `--sjabloon`\.$"):
        render_docx(ALLES, sjabloon=tmp_path / "weg.docx")
    with pytest.raises(UsageError, match=r"is niet te lezen\. Controleer of het een bestand is en of u het mag lezen\.$"):
        render_docx(ALLES, sjabloon=tmp_path)


# ---- De opdrachtregel ------------------------------------------------------------------------------------------------


def test_publiceer_met_sjabloon(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pad = school_docx(tmp_path / "school.docx")
    gedraaid = draai(
        capsys, "publiceer", EERSTE_VERSIE, *DAG, "--formaat", "docx", "--sjabloon", pad, "--uit", tmp_path / "b.docx"
    )
    assert (gedraaid.code, gedraaid.fout) == (0, "")
    assert open_word((tmp_path / "b.docx").read_bytes()).paragraphs[1].text == "Verzuimprotocol Scholengemeenschap Vlietoever"


def test_sjabloon_hoort_bij_word(capsys: pytest.CaptureFixture[str]) -> None:
    gedraaid = draai(capsys, "publiceer", KORT, *DAG, "--sjabloon", "school.docx")
    assert (gedraaid.code, gedraaid.fout) == (
        2,
        "Fout: `--sjabloon` is een Word-bestand en hoort bij `--formaat docx`. Eigen opmaak voor PDF en HTML geeft u met `--sjablonen`.\n",
    )


def test_sjabloon_wordt_nooit_overschreven(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pad = school_docx(tmp_path / "school.docx")
    eerst = pad.read_bytes()
    gedraaid = draai(capsys, "publiceer", KORT, *DAG, "--formaat", "docx", "--sjabloon", pad, "--uit", pad)
    assert (gedraaid.code, pad.read_bytes()) == (2, eerst)


def test_rapport_als_word(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gedraaid = draai(capsys, "toets", KORT, *DAG, "--formaat", "docx", "--uit", tmp_path / "r.docx")
    assert gedraaid.uit == f"Geschreven: {tmp_path / 'r.docx'}\n"
    assert open_word((tmp_path / "r.docx").read_bytes()).paragraphs[0].text == "Toetsrapport"


# ---- LibreOffice -----------------------------------------------------------------------------------------------------


@pytest.mark.traag
@pytest.mark.skipif(
    shutil.which("soffice") is None,
    reason="LibreOffice staat hier niet; het bestand wordt dan niet in een tekstverwerker geopend",
)
@pytest.mark.parametrize("eigen", [False, True], ids=["ons sjabloon", "sjabloon van de school"])
def test_libreoffice_opent_het(tmp_path: Path, eigen: bool) -> None:
    document = replace(ALLES, blokken=(*ALLES.blokken, Definities(((t("x" * 40), (Lijst(((Alinea(t("z")),),)),)),))))
    (tmp_path / "a.docx").write_bytes(render_docx(document, sjabloon=school_docx(tmp_path / "school.docx") if eigen else None))
    argv = [
        "soffice",
        "--headless",
        f"-env:UserInstallation=file://{tmp_path}/profiel",
        "--convert-to",
        "fodt",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "a.docx"),
    ]
    subprocess.run(argv, check=True, capture_output=True, timeout=120)
    plat = (tmp_path / "a.fodt").read_text(encoding="utf-8")
    assert plat.count("<text:h ") == 3
    assert "<table:table-header-rows>" in plat
    assert "<svg:desc>wat het beeld zegt</svg:desc>" in plat
    assert "<text:table-of-content " in plat
    assert 'fo:language="nl"' in plat
