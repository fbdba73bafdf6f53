from __future__ import annotations

import base64
import hashlib
import io
import subprocess
import sys
import unicodedata
import zlib
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Final, TypeVar

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from beleidscheck.cli.publiceren import policy_document
from beleidscheck.cli.start import run
from beleidscheck.data import example_dir
from beleidscheck.document.beeld import Trede, elementen_beeld, ladder_beeld
from beleidscheck.document.blokken import (
    WOORD_BIJ_NOOT,
    Alinea,
    Beeld,
    Cel,
    Citaat,
    Code,
    Codeblok,
    Definities,
    Document,
    Groep,
    Kop,
    Lijst,
    Link,
    Logo,
    Nadruk,
    Noot,
    Regeleinde,
    Stijl,
    Tabel,
    Tekst,
    Uitklap,
    cel,
    p,
    t,
)
from beleidscheck.document.rapport import compose_report
from beleidscheck.document.tekst import line_text
from beleidscheck.errors import LogoError
from beleidscheck.render.beeldmaat import on_paper
from beleidscheck.render.html import TemplateError
from beleidscheck.render.kolombreedte import REGELBREEDTE, column_weights, split_columns
from beleidscheck.render.typst_pdf import render_pdf
from beleidscheck.report import build_report
from tests.hulp.opdracht import DAG, EERSTE_VERSIE, KORT, VOLLEDIG, draai, draai_los, own_environment
from tests.hulp.pdfboom import Gelezen, kaal, read_pdf

if TYPE_CHECKING:
    from pathlib import Path

    from beleidscheck.document.blokken import Blok

Soort = TypeVar("Soort")
DAG_VAN_NU: Final = date(2026, 10, 1)
PNG: Final = b"".join(
    (
        b"\x89PNG\r\n\x1a\n",
        *(
            len(inhoud).to_bytes(4, "big") + soort + inhoud + zlib.crc32(soort + inhoud).to_bytes(4, "big")
            for soort, inhoud in (
                (b"IHDR", (10).to_bytes(4, "big") + (4).to_bytes(4, "big") + b"\x08\x02\x00\x00\x00"),
                (b"IDAT", zlib.compress((b"\x00" + b"\x10\x50\x90" * 10) * 4)),
                (b"IEND", b""),
            )
        ),
    )
)
SVG: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 40"><title>a</title><desc>b</desc>'
    '<rect x="1" y="1" width="50" height="20" fill="currentColor"/><text x="5" y="15" font-size="10">In beeld</text></svg>'
)
ALLES: Final = Document(
    "Titel",
    "Onder",
    (
        Alinea(t("Een thema"), "klein"),
        Kop(2, t("Een"), "een"),
        p("Zie ", Nadruk(t("vet")), " en ", Link(t("twee"), "#twee"), "."),
        Lijst(((p("a"),), (p("b"), Lijst(((p("c"),),), genummerd=True)))),
        Kop(2, t("Twee"), "twee"),
        Tabel(
            "Wie wat doet",
            ("Wie", "Wat"),
            ((cel("Mentor", kop=True), cel("belt")), (cel("Rector", kop=True), Cel((p("x"), p("y"))))),
        ),
        Kop(3, t("Drie")),
        Definities(((t("Term"), (p("uitleg"),)),)),
        Noot("let_op", "pas op", (p("doe dit"),)),
        Beeld(SVG, "wat het beeld zegt", "onder het beeld"),
        Citaat((p("citaat"),)),
        Codeblok("a: b\n  c: d"),
        Uitklap(t("Meer"), (p("uitgeklapt"),)),
        Groep((p("in een groep"),), "kort"),
    ),
    kenmerken=(("Versie", "1.0"), ("Status", "Concept")),
    stempel="stempel 1",
    concept=True,
)
BOOM: Final = """\
StructTreeRoot
  Document
    P CONCEPT
    H1 Titel
    P Onder
    L
      LI
        Lbl
          Strong Versie
        LBody 1.0
      LI
        Lbl
          Strong Status
        LBody Concept
    H2 Inhoud
    TOC
      TOC
        TOCI
          Reference
            Link Een
        TOCI
          Reference
            Link Twee
    P Een thema
    H2 Een
    P Zie  en .
      Strong vet
      Link twee
    L
      LI
        Lbl •
        LBody a
      LI
        Lbl •
        LBody
          P b
      L
        LI
          Lbl 1.
          LBody c
    H2 Twee
    Table
      Caption
        Span Wie wat doet
      THead
        TR
          TH
            Strong Wie
          TH
            Strong Wat
      TBody
        TR
          TD
            Strong Mentor
          TD belt
        TR
          TD
            Strong Rector
          TD
            P x
            P y
    H3 Drie
    L
      LI
        Lbl
          Strong Term
        LBody uitleg
    P
      Strong Let op: pas op
    P doe dit
    Div
      Caption
        Span onder het beeld
      Figure [wat het beeld zegt] In beeld
    BlockQuote
      P citaat
    Code
      P a: b
      P c: d
    P
      Strong Meer
    P uitgeklapt
    P in een groep"""


def lees(document: Document, *, sjablonen: Path | None = None) -> Gelezen:
    return read_pdf(render_pdf(document, sjablonen=sjablonen))


def met(*blokken: Blok) -> Document:
    return Document("Titel", "", blokken, inhoudsopgave=False)


# ---- De tagboom ------------------------------------------------------------------------------------------------------


def test_tagboom_van_elk_blok() -> None:
    assert "\n".join(lees(ALLES).boom.regels()) == BOOM


def test_wat_een_lezer_van_het_bestand_hoort() -> None:
    pdf = lees(ALLES)
    assert (pdf.taal, pdf.titel, pdf.toont_titel, pdf.getagd, pdf.maten) == ("nl-NL", "Titel (CONCEPT)", True, True, {(595, 842)})
    assert "<pdfuaid:part>1</pdfuaid:part>" in pdf.xmp
    assert "Date>" not in pdf.xmp
    assert pdf.bladwijzers == [(1, "Een"), (1, "Twee"), (2, "Drie")]
    assert pdf.ingebed
    assert all(pdf.ingebed.values())


def test_kop_en_voet_op_elk_blad_en_buiten_de_tagboom() -> None:
    pdf = lees(replace(ALLES, blokken=(*ALLES.blokken, *(p("regel") for _ in range(120)))))
    aantal = len(pdf.bladen)
    assert aantal > 3
    voeten = [kaal(f"stempel 1 {nummer} van {aantal}") in pdf.blad(nummer) for nummer in range(1, aantal + 1)]
    koppen = [kaal("Titel CONCEPT versie 1.0") in pdf.blad(nummer) for nummer in range(1, aantal + 1)]
    assert voeten == [True] * aantal
    assert koppen == [False] + [True] * (aantal - 1)
    assert "stempel" not in pdf.boom.tekst


def test_zonder_concept_staat_de_status_in_de_kop() -> None:
    document = replace(ALLES, concept=False, kenmerken=(("Versie", "2.1"), ("Status", "Vastgesteld")))
    pdf = lees(document)
    assert kaal("Titel versie 2.1 · vastgesteld") in pdf.blad(2)
    assert "CONCEPT" not in "".join(pdf.blad(nummer + 1) for nummer in range(len(pdf.bladen)))


@pytest.mark.parametrize(
    "beleid",
    [
        pytest.param(pad, id=pad.stem, marks=() if pad == EERSTE_VERSIE else pytest.mark.traag)
        for pad in sorted(example_dir().glob("*.yaml"))
    ],
)
def test_document_van_elke_voorbeeldschool(beleid: Path) -> None:
    """Koppen, tabellen en beelden staan in de tagboom zoals in de blokken; elke tekst past op het blad."""
    report = build_report(beleid, bestand=beleid.name, peildatum=DAG_VAN_NU)
    document, _ = policy_document(report)
    pdf = lees(document)
    koppen = [(kop.niveau, kaal(line_text(kop.inhoud))) for kop in _blokken(document.blokken, Kop)]
    assert [(niveau, kaal(kop)) for niveau, kop in pdf.koppen] == [(1, kaal(document.titel)), (2, "Inhoud"), *koppen]
    tabellen = [[kaal(kop) for kop in tabel.koppen] for tabel in _blokken(document.blokken, Tabel)]
    assert [[kaal(kop.tekst) for kop in tabel.alle("TH")] for tabel in pdf.boom.alle("Table")] == tabellen
    rijen = [len(tabel.rijen) for tabel in _blokken(document.blokken, Tabel)]
    assert [sum(1 for deel in tabel.alle("TBody") for _ in deel.alle("TR")) for tabel in pdf.boom.alle("Table")] == rijen
    alts = [" ".join(beeld.alt.split()) for beeld in _blokken(document.blokken, Beeld)]
    assert [figuur.alt for figuur in pdf.boom.alle("Figure")] == alts
    assert pdf.bladwijzers == [(niveau - 1, titel) for niveau, titel in pdf.koppen[2:]]
    assert _outside(pdf) == []


@pytest.mark.parametrize("voor", ["schoolleider", "mr", "swv"])
def test_rapport_als_pdf(voor: str) -> None:
    document = compose_report(build_report(VOLLEDIG, bestand="beleid.yaml", peildatum=DAG_VAN_NU), voor=voor)  # type: ignore[arg-type]
    pdf = lees(document)
    koppen = [kaal(line_text(kop.inhoud)) for kop in _blokken(document.blokken, Kop)]
    assert [kaal(kop) for _, kop in pdf.koppen] == [kaal(document.titel), "Inhoud", *koppen]
    assert _outside(pdf) == []


def _blokken(blokken: tuple[Blok, ...], soort: type[Soort]) -> list[Soort]:  # noqa: C901 - één tak per soort blok
    """Return the blocks of one kind in reading order."""
    gevonden: list[Soort] = []
    for blok in blokken:
        if isinstance(blok, soort):
            gevonden.append(blok)
        match blok:
            case Lijst():
                for item in blok.items:
                    gevonden += _blokken(item, soort)
            case Tabel():
                for rij in blok.rijen:
                    for inhoud in rij:
                        gevonden += _blokken(inhoud.blokken, soort)
            case Definities():
                for _, betekenis in blok.paren:
                    gevonden += _blokken(betekenis, soort)
            case Noot() | Citaat() | Uitklap() | Groep():
                gevonden += _blokken(blok.blokken, soort)
    return gevonden


def _outside(pdf: Gelezen) -> list[str]:
    """Return the signs that stand outside the margins."""
    links, rechts = 20 / 25.4 * 72 - 1, 190 / 25.4 * 72 + 1
    return [
        teken["text"]
        for blad in pdf.bladen
        for teken in blad
        if teken.get("mcid") is not None and teken["text"].strip() and not links <= (teken["x0"] + teken["x1"]) / 2 <= rechts
    ]


# ---- Tekst is nooit opmaaktaal ---------------------------------------------------------------------------------------

LEESBAAR: Final = st.text(
    st.characters(codec="utf-8", min_codepoint=0x21, max_codepoint=0x17F, exclude_characters="\u00ad-")
    | st.sampled_from(" #$*_`\\[]@<>\"'"),
    max_size=80,
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(LEESBAAR)
def test_wat_een_school_typt_staat_er_letterlijk(tekst: str) -> None:
    pdf = lees(Document("Titel", "", (p("begin", tekst, "einde"), Codeblok(f"begin{tekst}einde")), inhoudsopgave=False))
    schoon = kaal("".join(teken for teken in tekst if not "\x7f" <= teken <= "\x9f"))
    assert kaal(pdf.boom.tekst) == f"Titelbegin{schoon}eindebegin{schoon}einde"


@pytest.mark.parametrize(
    "tekst",
    [
        '#panic("mis")',
        "#{ 1 / 0 }",
        "$ 1/0 $",
        '"; #read("gegevens.json")',
        '\\"); #panic(); //',
        "\\u{41}",
        "<label> @verwijzing",
        "= kop",
        "- punt",
        "1. punt",
        "/ term: uitleg",
        "```typ #panic()```",
        "// weg",
        "/* weg */",
        "https://school.example/a_b*c*",
        "~ --- ... -- '\"",
        "{{ titel }} {% for %}",
        "<script>alert(1)</script>",
        "& < > ' \"",
    ],
)
def test_typst_in_proza_wordt_niet_uitgevoerd(tekst: str) -> None:
    document = Document(
        tekst,
        tekst,
        (Kop(2, t(tekst), tekst), p(tekst), Tabel(tekst, (tekst,), ((cel(tekst),),)), Noot("tip", tekst, ()), p(Code(tekst))),
        kenmerken=((tekst, tekst),),
        stempel=tekst,
    )
    pdf = lees(document)
    woord = kaal(tekst)
    assert pdf.titel == tekst
    assert [kaal(kop) for _, kop in pdf.koppen] == [woord, "Inhoud", woord]
    assert (
        kaal(pdf.boom.tekst) == f"{woord}{woord}{woord}{woord}Inhoud{woord}{woord}{woord}{woord}{woord}{woord}Tip:{woord}{woord}"
    )


VREEMD: Final = st.text(max_size=40) | st.sampled_from(
    [
        "x" * 300,
        "\u05e9\u05dc\u05d5\u05dd \u0627\u0644\u0639\u0631\u0628\u064a\u0629",
        "\U0001f600\U0001f469\u200d\U0001f3eb\U0001f1f3\U0001f1f1",
        "中文",
        "\ud800",
        "\x00\x1b[31m",
        "",
        " ",
    ]
)
REGEL: Final = st.lists(
    st.one_of(
        st.builds(Tekst, VREEMD),
        st.builds(Code, VREEMD),
        st.just(Regeleinde()),
        st.builds(
            lambda tekst, url: Link(t(tekst), url),
            VREEMD,
            st.sampled_from(["https://x.example/?a=1", "#een", "#weg", "", "../a.html"]),
        ),
        st.builds(lambda tekst, sterk: Nadruk(t(tekst), sterk), VREEMD, st.booleans()),
    ),
    max_size=3,
).map(tuple)


def _tabel(inhoud: st.SearchStrategy[Blok]) -> st.SearchStrategy[Tabel]:
    def build(breed: int) -> st.SearchStrategy[Tabel]:
        rij = st.tuples(*[st.builds(Cel, st.lists(inhoud, max_size=2).map(tuple), st.booleans())] * breed)
        return st.builds(Tabel, VREEMD, st.tuples(*[VREEMD] * breed), st.lists(rij, max_size=3).map(tuple))

    return st.integers(0, 13).flatmap(build)


def _groter(inhoud: st.SearchStrategy[Blok]) -> st.SearchStrategy[Blok]:
    enkele = st.lists(inhoud, max_size=2).map(tuple)
    return st.one_of(
        st.builds(Lijst, st.lists(enkele, max_size=3).map(tuple), st.booleans()),
        st.builds(Definities, st.lists(st.tuples(REGEL, enkele), max_size=3).map(tuple)),
        st.builds(Noot, st.sampled_from(sorted(WOORD_BIJ_NOOT)), VREEMD, enkele),
        st.builds(Citaat, enkele),
        st.builds(Uitklap, REGEL, enkele),
        st.builds(Groep, enkele, st.sampled_from(["", "kort"]), VREEMD),
        _tabel(inhoud),
    )


BLOK: Final = st.recursive(
    st.one_of(
        st.builds(Alinea, REGEL, st.sampled_from(["gewoon", "inleiding", "klein", "bron"])),
        st.builds(Kop, st.integers(1, 5), REGEL, st.sampled_from(["", "een", "a'<>", "x y"])),
        st.builds(Codeblok, VREEMD),
        st.builds(lambda tekst: elementen_beeld([(1, tekst, "volledig"), (2, tekst, tekst)]), VREEMD),
        st.builds(lambda tekst: ladder_beeld("n", tekst, [Trede(tekst, (tekst,), (tekst,))]), VREEMD),
    ),
    _groter,
    max_leaves=8,
)
DOCUMENT: Final = st.builds(
    Document,
    VREEMD,
    VREEMD,
    st.lists(BLOK, max_size=5).map(tuple),
    st.lists(st.tuples(VREEMD, VREEMD), max_size=3).map(tuple),
    VREEMD,
    st.booleans(),
)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(DOCUMENT)
def test_elk_document_wordt_een_toegankelijke_pdf(document: Document) -> None:
    """Typst weigert wat PDF/UA-1 schendt; met de meegeleverde sjablonen gebeurt dat nooit, en niveaus van koppen lopen door."""
    pdf = lees(document)
    niveaus = [niveau for niveau, _ in pdf.koppen]
    assert niveaus[0] == 1
    assert all(na <= voor + 1 for voor, na in pairwise(niveaus))


@pytest.mark.traag
@settings(max_examples=500, deadline=None, suppress_health_check=list(HealthCheck))
@given(DOCUMENT)
def test_elk_document_wordt_een_toegankelijke_pdf_lang(document: Document) -> None:
    assert render_pdf(document).startswith(b"%PDF-1.7")


def test_onbekende_tekens_blijven_in_de_tekst() -> None:
    """Wat geen lettertype heeft, krijgt een vakje; het teken zelf staat nog in het bestand."""
    raw = render_pdf(met(p("\u4e2d en \ue000 en \U000f0000")))
    assert _actual_texts(raw) | set(read_pdf(raw).boom.tekst) >= {"\u4e2d", "\ue000", "\U000f0000"}


def _actual_texts(raw: bytes) -> set[str]:
    """Return the texts that stand beside a glyph in the content of the pages."""
    gevonden: set[str] = set()
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        for blad in pdf.pages:
            for opdracht in pikepdf.parse_content_stream(blad):
                for deel in opdracht.operands:
                    if isinstance(deel, pikepdf.Dictionary) and "/ActualText" in deel:
                        gevonden.add(str(deel.ActualText))
    return gevonden


# ---- Tabellen en lange woorden ---------------------------------------------------------------------------------------


def test_lange_tabel_herhaalt_haar_kop_en_breekt_geen_rij() -> None:
    rijen = tuple(
        (cel(f"rij{nummer:03}a", kop=True), Cel((p(f"rij{nummer:03}b"), p("nog een regel"), p("en nog een"))))
        for nummer in range(150)
    )
    pdf = lees(met(Tabel("Lang", ("Eerstekop", "Tweedekop"), rijen)))
    assert len(pdf.bladen) > 4
    for nummer in range(1, len(pdf.bladen) + 1):
        blad = pdf.blad(nummer)
        assert "EerstekopTweedekop" in blad
        for rij in range(150):
            assert (f"rij{rij:03}a" in blad) == (f"rij{rij:03}bnogeenregelennogeen" in blad)
    assert sum(1 for _ in pdf.boom.alle("TH")) == 2


def test_woord_van_300_tekens_past_op_het_blad() -> None:
    lang = "a" * 300
    pdf = lees(
        met(
            p(lang),
            Kop(2, t(lang)),
            Tabel("", ("x", "y", "z"), ((cel(lang), cel("1"), cel("2")),)),
            Definities(((t(lang), (p(lang),)),)),
            p(Code(lang)),
        )
    )
    assert _outside(pdf) == []
    assert kaal(pdf.boom.tekst).count("a" * 300) == 6


def test_adres_breekt_na_een_leesteken() -> None:
    document = met(Tabel("", tuple("abcdef"), (tuple(cel("aanwezigheid@polderlicht-college.example") for _ in range(6)),)))
    assert _outside(lees(document)) == []


def test_te_brede_tabel_komt_in_delen_met_steeds_de_eerste_kolom() -> None:
    tabel = Tabel("Breed", tuple(f"k{nummer}" for nummer in range(1, 26)), (tuple(cel(f"w{nummer}") for nummer in range(1, 26)),))
    delen = list(split_columns(tabel, 10))
    assert [deel.bijschrift for deel in delen] == [
        "Breed (kolom 2 tot en met 10 van 25)",
        "Breed (kolom 11 tot en met 19 van 25)",
        "Breed (kolom 20 tot en met 25 van 25)",
    ]
    assert [deel.koppen[0] for deel in delen] == ["k1", "k1", "k1"]
    assert [kop for deel in delen for kop in deel.koppen[1:]] == list(tabel.koppen[1:])
    pdf = lees(met(tabel))
    assert _outside(pdf) == []
    assert {kaal(cel.tekst) for cel in pdf.boom.alle("TD")} == {f"w{nummer}" for nummer in range(1, 26)}


@given(st.lists(st.lists(st.text(max_size=200), min_size=3, max_size=3), max_size=4))
def test_kolommen_vullen_samen_het_blad(rijen: list[list[str]]) -> None:
    tabel = Tabel("", ("Wie", "Wat", "Een lange kop"), tuple(tuple(cel(tekst) for tekst in rij) for rij in rijen))
    breedten = column_weights(tabel)
    assert len(breedten) == 3
    assert all(breedte > 0 for breedte in breedten)
    assert sum(breedten) == pytest.approx(REGELBREEDTE, abs=0.1)


def test_hoge_tekening_komt_in_twee_kolommen_zonder_iets_te_verliezen() -> None:
    treden = [Trede(f"Vanaf de {nummer}e keer", tuple(f"actie {nummer}.{stap}" for stap in range(6))) for nummer in range(1, 11)]
    hoog = ladder_beeld("n", "Hoog", treden)
    papier = on_paper(hoog.svg, Stijl())
    assert papier.breed <= 170
    assert papier.hoog <= 215
    assert papier.svg.count("<text") == hoog.svg.count("<text")
    assert papier.svg.count("<circle") == hoog.svg.count("<circle")
    laag = ladder_beeld("n", "Laag", treden[:2])
    assert "translate" in papier.svg
    assert "translate" not in on_paper(laag.svg, Stijl()).svg


def test_kleur_van_de_school_in_koppen_en_tekening() -> None:
    raw_blauw, raw_rood = (render_pdf(replace(ALLES, stijl=Stijl(hoofdkleur=kleur))) for kleur in ("#1b4f72", "#7a0000"))
    assert raw_blauw != raw_rood
    assert "rect{fill:#7a0000" in on_paper(SVG, Stijl(hoofdkleur="#7a0000")).svg


# ---- Logo ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("soort", "inhoud"), [("image/png", PNG), ("image/svg+xml", SVG.encode())], ids=["png", "svg"])
def test_logo_met_tekstalternatief(soort: str, inhoud: bytes) -> None:
    logo = Logo(f"data:{soort};base64,{base64.b64encode(inhoud).decode()}", "Logo van de school")
    figuren = [figuur.alt for figuur in lees(replace(met(p("x")), logo=logo)).boom.alle("Figure")]
    assert figuren == ["Logo van de school"]


@pytest.mark.parametrize("soort", ["image/png", "image/jpeg", "image/svg+xml"])
def test_beschadigd_logo(soort: str) -> None:
    logo = Logo(f"data:{soort};base64,{base64.b64encode(PNG[:20]).decode()}", "Logo")
    with pytest.raises(
        LogoError,
        match=r"^Het logo bij `huisstijl.logo` is beschadigd\. Bewaar het opnieuw als png, jpeg of svg, of haal de regel weg\.$",
    ):
        render_pdf(replace(ALLES, logo=logo))


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
            "pdf",
            "--uit",
            str(tmp_path / f"{nummer}.pdf"),
        ]
        subprocess.run(argv, check=True, capture_output=True, env={**own_environment(), "TZ": tijdzone}, cwd=tmp_path)
    een, twee = (hashlib.sha256((tmp_path / f"{nummer}.pdf").read_bytes()).hexdigest() for nummer in range(2))
    assert een == twee


# ---- Sjablonen van de school -----------------------------------------------------------------------------------------


def sjabloon(map_: Path, naam: str, inhoud: str) -> Path:
    (map_ / "typst").mkdir(exist_ok=True)
    (map_ / "typst" / naam).write_text(inhoud, encoding="utf-8")
    return map_


def test_eigen_typ_stelt_bij(tmp_path: Path) -> None:
    sjabloon(tmp_path, "eigen.typ", "#let eigen(inhoud) = { par[Van ons bestuur]; inhoud }\n")
    assert lees(met(p("x")), sjablonen=tmp_path).boom.tekst == "Van ons bestuurTitelx"


def test_map_met_alleen_html_sjablonen_verandert_de_pdf_niet(tmp_path: Path) -> None:
    (tmp_path / "eigen.css").write_text("h1 { color: red }")
    assert render_pdf(ALLES, sjablonen=tmp_path) == render_pdf(ALLES)


@pytest.mark.parametrize(
    ("naam", "inhoud", "regel", "zin"),
    [
        pytest.param(
            "eigen.typ",
            "#let eigen(inhoud) = {\n  inhoud\n  bestaat-niet\n}\n",
            3,
            "Dit sjabloon vraagt om een naam die er niet is. Typst meldt: «unknown variable: bestaat-niet». Controleer de spelling, of importeer de naam boven in het bestand.",
            id="onbekende naam",
        ),
        pytest.param(
            "eigen.typ",
            "\n#let eigen(inhoud) = {\n",
            2,
            "Hier wordt iets geopend en niet gesloten. Typst meldt: «unclosed delimiter». Sluit het haakje of het aanhalingsteken.",
            id="niet gesloten",
        ),
        pytest.param(
            "eigen.typ",
            '#let eigen(inhoud) = { image("weg.png"); inhoud }',
            1,
            "Dit sjabloon vraagt om een bestand dat er niet is. Typst meldt: «file not found (searched at weg.png)». Zet het bestand in de map `typst` van uw sjablonen.",
            id="bestand weg",
        ),
        pytest.param(
            "eigen.typ",
            "#let eigen(inhoud) = { heading(level: 4)[Te diep]; inhoud }",
            1,
            "Wat dit sjabloon maakt, is niet voor iedereen te lezen. Typst meldt: «PDF/UA-1 error: the first heading must be of level 1». Geef elk beeld een tekstalternatief en sla geen kopniveau over.",
            id="kopniveau overgeslagen",
        ),
        pytest.param(
            "basis.typ",
            '#let gegevens = json("gegevens.json")\n#let inhoud = gegevens.onzin\n#let opmaak(inhoud) = inhoud\n',
            2,
            'Dit sjabloon vraagt om een waarde die er niet is. Typst meldt: «dictionary does not contain key "onzin"». Welke waarden er zijn, staat in site_templates/LEESMIJ.md.',
            id="onbekende waarde",
        ),
        pytest.param(
            "eigen.typ",
            '\n\n#import "@preview/cetz:0.3.0"\n#let eigen(inhoud) = inhoud\n',
            3,
            "Dit sjabloon haalt een pakket van internet, en dat doet beleidscheck nooit. Zet de code die u nodig hebt zelf in de map.",
            id="pakket van internet",
        ),
        pytest.param("eigen.typ", "#let eigen(inhoud) = 1 + [a]", 1, None, id="iets anders"),
    ],
)
def test_fout_in_een_sjabloon(tmp_path: Path, naam: str, inhoud: str, regel: int, zin: str | None) -> None:
    with pytest.raises(TemplateError) as fout:
        render_pdf(ALLES, sjablonen=sjabloon(tmp_path, naam, inhoud))
    waar = f"{tmp_path}/typst/{naam}:{regel}: "
    if zin is None:
        assert str(fout.value).startswith(f"{waar}Dit sjabloon is niet uit te voeren. Typst meldt: «")
        assert str(fout.value).endswith("Vergelijk de regel met het meegeleverde sjabloon.")
    else:
        assert str(fout.value) == waar + zin


def test_sjabloon_dat_geen_utf8_is(tmp_path: Path) -> None:
    (sjabloon(tmp_path, "eigen.typ", "") / "typst" / "eigen.typ").write_bytes(b"#let eigen(x) = \xff")
    with pytest.raises(TemplateError) as fout:
        render_pdf(ALLES, sjablonen=tmp_path)
    assert str(fout.value) == f"{tmp_path}/typst/eigen.typ:1: Dit sjabloon is geen UTF-8. Bewaar het bestand als UTF-8."


def test_map_met_sjablonen_die_niet_bestaat(tmp_path: Path) -> None:
    with pytest.raises(TemplateError) as fout:
        render_pdf(ALLES, sjablonen=tmp_path / "weg")
    assert str(fout.value) == f"{tmp_path}/weg:1: Deze map met eigen sjablonen bestaat niet. Maak de map, of laat de optie weg."


def test_veel_te_grote_map_met_sjablonen(tmp_path: Path) -> None:
    (sjabloon(tmp_path, "eigen.typ", "") / "typst" / "film.mp4").write_bytes(b"\0" * 20_000_001)
    with pytest.raises(TemplateError, match="groter dan 20 MB"):
        render_pdf(ALLES, sjablonen=tmp_path)


def test_sjabloon_leest_niets_buiten_zijn_map(tmp_path: Path) -> None:
    (tmp_path / "geheim.txt").write_text("geheim")
    with pytest.raises(TemplateError, match=r"eigen\.typ:1: "):
        render_pdf(ALLES, sjablonen=sjabloon(tmp_path, "eigen.typ", '#let eigen(inhoud) = { read("../geheim.txt"); inhoud }'))


# ---- De opdrachtregel ------------------------------------------------------------------------------------------------


def test_publiceer_pdf(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    uit = tmp_path / "nieuw" / "beleid.pdf"
    gedraaid = draai(capsys, "publiceer", EERSTE_VERSIE, *DAG, "--formaat", "pdf", "--uit", uit)
    assert (gedraaid.code, gedraaid.fout) == (0, "")
    assert gedraaid.uit.splitlines()[0] == f"Geschreven: {uit}"
    assert read_pdf(uit.read_bytes()).titel == "Verzuimprotocol Scholengemeenschap Vlietoever (CONCEPT)"
    assert [pad.name for pad in uit.parent.iterdir()] == ["beleid.pdf"]


def test_toets_pdf_voor_meer_scholen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gedraaid = draai(capsys, "toets", KORT, EERSTE_VERSIE, *DAG, "--formaat", "pdf", "--uit", tmp_path)
    assert (
        gedraaid.uit == f"Geschreven: {tmp_path}/korte-vorm-vo.rapport.pdf\nGeschreven: {tmp_path}/eerste-versie-vo.rapport.pdf\n"
    )
    for pad in tmp_path.iterdir():
        with pikepdf.open(pad) as pdf:
            assert str(pdf.docinfo.Title) == "Toetsrapport"


@pytest.mark.parametrize("formaat", ["pdf", "docx"])
def test_een_bestand_past_niet_op_het_scherm(formaat: str, capsys: pytest.CaptureFixture[str]) -> None:
    gedraaid = draai(capsys, "toets", KORT, *DAG, "--formaat", formaat)
    assert (gedraaid.code, gedraaid.uit) == (2, "")
    assert (
        gedraaid.fout
        == f"Fout: Een rapport als {formaat} past niet op het scherm. Noem een bestand met `--uit`, bijvoorbeeld --uit rapport.{formaat}.\n"
    )


def test_mislukt_schrijven_laat_staan_wat_er_stond(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    doel = tmp_path / "beleid.pdf"
    doel.write_bytes(b"oud")
    sjabloon(tmp_path, "eigen.typ", "#kapot")
    gedraaid = draai(capsys, "publiceer", KORT, *DAG, "--formaat", "pdf", "--uit", doel, "--sjablonen", tmp_path)
    assert gedraaid.code == 2
    assert gedraaid.fout.startswith(f"Fout: {tmp_path}/typst/eigen.typ:1: ")
    assert doel.read_bytes() == b"oud"


@pytest.mark.parametrize(
    ("formaat", "onderdeel", "zin"),
    [
        ("pdf", "typst", "Voor PDF en de tekeningen in Word is het onderdeel `typst` nodig"),
        ("docx", "docx", "Voor Word is het onderdeel `python-docx` nodig"),
        ("docx", "typst", "Voor PDF en de tekeningen in Word is het onderdeel `typst` nodig"),
    ],
)
def test_zonder_het_extra_onderdeel(tmp_path: Path, formaat: str, onderdeel: str, zin: str) -> None:
    """HTML werkt gewoon; PDF en Word zeggen wat te installeren."""
    (tmp_path / "blokkade").mkdir()
    (tmp_path / "blokkade" / "sitecustomize.py").write_text(f"import sys\nsys.modules[{onderdeel!r}] = None\n")
    omgeving = {"PYTHONPATH": f"{tmp_path / 'blokkade'}:{own_environment()['PYTHONPATH']}"}
    gewoon = draai_los("publiceer", KORT, *DAG, "--uit", tmp_path / "uit.html", omgeving=omgeving)
    assert (gewoon.code, gewoon.fout) == (0, "")
    gedraaid = draai_los("publiceer", KORT, *DAG, "--formaat", formaat, "--uit", tmp_path / f"uit.{formaat}", omgeving=omgeving)
    assert (gedraaid.code, gedraaid.uit) == (2, "")
    assert gedraaid.fout == (
        f"Fout: {zin}, en dat is niet geïnstalleerd. Installeer het met: pip install 'beleidscheck[documenten]'. HTML en Markdown werken ook zonder.\n"
    )


def test_hulp_noemt_de_formaten(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["publiceer", "--help"]) == 0
    assert "html|markdown|pdf|docx" in capsys.readouterr().out


def test_lettertypen_dekken_elk_teken() -> None:
    """Elk teken staat in een lettertype dat meereist; anders zou één emoji een hele PDF tegenhouden."""
    proef = [chr(nummer) for nummer in range(0x21, 0x110000, 257) if not 0xD800 <= nummer <= 0xDFFF]
    tekens = [teken for teken in proef if unicodedata.category(teken) not in {"Cc", "Cf", "Cs"}]
    regels = [p(" ".join(tekens[begin : begin + 100])) for begin in range(0, len(tekens), 100)]
    assert render_pdf(met(*regels, *(Alinea((Nadruk(regel.inhoud, sterk=False),)) for regel in regels))).startswith(b"%PDF")
