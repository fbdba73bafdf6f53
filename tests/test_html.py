from __future__ import annotations

import base64
import copy
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, get_args

import pytest

from beleidscheck.document.beeld import elementen_beeld
from beleidscheck.document.blokken import (
    WOORD_BIJ_NOOT,
    Alinea,
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
    Nootsoort,
    Regeleinde,
    Stijl,
    Tabel,
    Uitklap,
    cel,
    p,
    t,
)
from beleidscheck.document.kleur import DAG, NACHT, WIT, approve_style, contrast, darken, lighten
from beleidscheck.document.logo import MAX_BYTES, read_logo
from beleidscheck.document.tekst import document_text
from beleidscheck.render.html import TemplateError, render_html
from beleidscheck.render.html_blokken import blocks_html
from beleidscheck.render.markdown import render_markdown
from tests.hulp.volbeleid import bouw, document_van, vervang

if TYPE_CHECKING:
    from pathlib import Path

    from beleidscheck.document.blokken import Blok

LEEG: Final = Document("Titel", "", ())


class Ontleed(HTMLParser):
    """Verzamelt tags, attributen en tekst, en telt of alles wat opengaat ook dichtgaat."""

    LOS = frozenset({"meta", "br", "img", "hr", "link", "rect", "path", "circle"})

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.tekst: list[str] = []
        self.open: list[str] = []
        self.scheef: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {naam: waarde or "" for naam, waarde in attrs}))
        if tag not in self.LOS:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.LOS:
            return
        if not self.open or self.open.pop() != tag:
            self.scheef.append(tag)

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.tekst.append(data)

    def namen(self) -> set[str]:
        return {tag for tag, _ in self.tags}


# ---- Blokken --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("blok", "html"),
    [
        pytest.param(Kop(2, t("Kop"), "anker"), '<h2 id="anker">Kop</h2>', id="kop"),
        pytest.param(Kop(3, t("Kop")), "<h3>Kop</h3>", id="kop zonder anker"),
        pytest.param(
            p("a & b", Regeleinde(), Nadruk(t("c")), Nadruk(t("d"), sterk=False), Code("e<f")),
            "<p>a &amp; b<br><strong>c</strong><em>d</em><code>e&lt;f</code></p>",
            id="alinea",
        ),
        pytest.param(Alinea(t("x"), "klein"), '<p class="klein">x</p>', id="soort"),
        pytest.param(
            p(Link(t("x"), "https://a.example/?b=1&c=2")),
            '<p><a href="https://a.example/?b=1&amp;c=2" rel="noopener noreferrer">x</a></p>',
            id="link",
        ),
        pytest.param(p(Link(t("x"), "#anker")), '<p><a href="#anker">x</a></p>', id="link binnen het document"),
        pytest.param(Lijst(((p("a"),), (p("b"), p("c")))), "<ul><li>a</li>\n<li><p>b</p>\n<p>c</p></li></ul>", id="lijst"),
        pytest.param(Lijst(((p("a"),),), genummerd=True), "<ol><li>a</li></ol>", id="genummerd"),
        pytest.param(Citaat((p("a"),)), "<blockquote><p>a</p></blockquote>", id="citaat"),
        pytest.param(Codeblok("a: <b>"), '<pre><code class="yaml">a: &lt;b&gt;</code></pre>', id="codeblok"),
        pytest.param(Definities(((t("a"), (p("b"),)),)), "<dl><div><dt>a</dt><dd><p>b</p></dd></div></dl>", id="definities"),
        pytest.param(Uitklap(t("meer"), (p("a"),)), "<details><summary>meer</summary><p>a</p></details>", id="uitklap"),
        pytest.param(Uitklap(t("meer"), (), open=True), "<details open><summary>meer</summary></details>", id="uitklap open"),
        pytest.param(
            Groep((p("a"),), "eerst_dit", "Eerst dit"),
            '<div class="groep groep-eerst-dit" role="group" aria-label="Eerst dit"><p>a</p></div>',
            id="groep",
        ),
        pytest.param(
            Noot("let_op", "pas op", (p("a"),)),
            '<div class="noot noot-let-op" role="note"><p class="noot-titel"><span class="noot-woord">Let op</span> pas op</p><p>a</p></div>',
            id="noot zegt in woorden wat zij is",
        ),
        pytest.param(
            Tabel("Uitleg", ("Wie", "Wat"), ((cel("a", kop=True), Cel((p("b"), p("c")))),)),
            '<table role="table" class="kolommen-2"><caption>Uitleg</caption><thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Wie</th>'
            '<th scope="col" role="columnheader">Wat</th></tr></thead><tbody role="rowgroup"><tr role="row"><th scope="row" role="rowheader" data-kop="Wie">a</th>'
            '<td role="cell" data-kop="Wat"><p>b</p>\n<p>c</p></td></tr></tbody></table>',
            id="tabel met scope en bijschrift",
        ),
        pytest.param(p("rechts\u202e om\u2066\x00"), "<p>rechts om</p>", id="leesrichting en stuurtekens"),
    ],
)
def test_blok_als_html(blok: Blok, html: str) -> None:
    assert blocks_html((blok,)) == html


def test_brede_tabel_schuift_in_een_eigen_gebied() -> None:
    koppen = tuple("abcdefg")
    html = blocks_html((Tabel("Breed", koppen, (tuple(cel("x") for _ in koppen),)),))
    assert html.startswith('<div class="schuif" role="region" tabindex="0" aria-label="Breed"><table')


def test_lang_woord_in_een_cel_mag_overal_breken() -> None:
    assert 'class="lang-woord"' in blocks_html((Tabel("", ("a",), ((cel("x" * 300),),)),))


def test_breed_beeld_schuift_en_smal_beeld_niet() -> None:
    html = blocks_html((elementen_beeld([(1, "Visie", "volledig")]),))
    assert html.startswith(
        '<figure class="beeld beeld-breed"><div class="schuif" role="region" tabindex="0" aria-label="De zestien elementen in één oogopslag"><svg '
    )


# ---- De pagina ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def vol() -> str:
    return render_html(document_van(bouw().waarden, gereed=False))


def test_pagina_staat_op_zichzelf(vol: str) -> None:
    pagina = Ontleed(vol)
    assert pagina.scheef == []
    assert pagina.open == []
    assert not pagina.namen() & {"script", "link", "iframe", "object", "embed", "form", "input", "base", "video", "audio"}
    for tag, attrs in pagina.tags:
        assert not [naam for naam in attrs if naam.startswith("on")], (tag, attrs)
        assert "style" not in attrs
        assert attrs.get("src", "data:").startswith("data:")
    css = vol[vol.index("<style>") : vol.index("</style>")]
    assert "url(" not in css
    assert "@import" not in css
    (beleid,) = (attrs["content"] for tag, attrs in pagina.tags if attrs.get("http-equiv") == "Content-Security-Policy")
    assert beleid.startswith("default-src 'none';")


def test_pagina_is_toegankelijk_van_opbouw(vol: str) -> None:
    pagina = Ontleed(vol)
    assert ("html", {"lang": "nl"}) in pagina.tags
    assert [tag for tag, _ in pagina.tags if tag in {"header", "nav", "main", "footer"}] == ["header", "nav", "main", "footer"]
    links = [attrs for tag, attrs in pagina.tags if tag == "a"]
    assert links[0] == {"class": "overslaan", "href": "#inhoud"}
    koppen = [int(tag[1]) for tag, _ in pagina.tags if re.fullmatch(r"h[1-6]", tag)]
    assert koppen[0] == 1
    assert koppen.count(1) == 1
    assert all(volgende <= vorige + 1 for vorige, volgende in pairwise(koppen))
    ids = [attrs["id"] for _, attrs in pagina.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert {attrs["href"][1:] for attrs in links if attrs["href"].startswith("#")} <= set(ids)
    assert all("scope" in attrs for tag, attrs in pagina.tags if tag == "th")
    assert all("alt" in attrs for tag, attrs in pagina.tags if tag == "img")


def test_elk_woord_van_het_document_staat_op_de_pagina(vol: str) -> None:
    pagina = " ".join(" ".join(Ontleed(vol).tekst).split())
    document = document_van(bouw().waarden, gereed=False)
    for regel in document_text(
        replace(document, blokken=tuple(blok for blok in document.blokken if type(blok).__name__ != "Beeld"))
    ).splitlines():
        if not regel.startswith(("#", "http", "mailto:", "tel:")):
            for woord in regel.replace(": ", " ").split():
                assert woord.strip(".,:;()") in pagina


def test_zelfde_invoer_zelfde_bytes(vol: str) -> None:
    assert render_html(document_van(bouw().waarden, gereed=False)) == vol


def test_concept_staat_erop_in_woorden_en_als_merkteken() -> None:
    concept = render_html(replace(LEEG, concept=True, stempel='versie "1" \\ </style>'))
    assert '<p class="merk">Concept</p>' in concept
    assert '<div class="watermerk" aria-hidden="true"></div>' in concept
    assert "<strong>CONCEPT.</strong> Aan dit document kunt u nog geen rechten ontlenen." in concept
    assert '@bottom-left { content: "CONCEPT - versie \\0000221\\000022 \\00005c \\00003c\\00002fstyle\\00003e"; }' in concept
    assert concept.count("</style>") == 1
    gewoon = render_html(LEEG)
    assert "watermerk" not in gewoon.split("</style>")[1]
    assert "concept" not in gewoon.split("</style>")[1].casefold()


# ---- Vijandige invoer -----------------------------------------------------------------------------------------------

VIJANDIG: Final = {
    "script": "<script>alert(1)</script>",
    "script sluit iets": '"></title></style></svg></desc><script>alert(1)</script>',
    "img onerror": "<img src=x onerror=alert(1)>",
    "javascript-link": "[klik](javascript:alert(1)) <javascript:alert(1)>",
    "data-link": "[klik](data:text/html;base64,PHNjcmlwdD4=) ![x](https://boos.example/pixel.png)",
    "lang woord": "x" * 300,
    "rechts naar links": "\u202eomgekeerd مرحبا \u2066ingesloten",
    "emoji": "👩‍🏫🎉 e\u0301",
    "jinja": "{{ 7*7 }} {% for x in y %} {# weg #} {{ config }}",
    "opmaak": "**vet** `code` | a | b |\n|---|---|\n| 1 | 2 |",
    "css": "}</style><style>*{display:none}",
}


def vijandig_beleid(tekst: str) -> dict[str, Any]:
    """Return the fullest policy with hostile text in every free text field (shortened where the format asks for it)."""
    vol = bouw()
    waarden = copy.deepcopy(vol.waarden)
    for pad in vol.merken:
        if vol.bladen[pad].vorm:
            continue
        waarden = vervang(waarden, pad, tekst if pad[-1] not in {"versie", "code"} else tekst[:40].strip())
    return waarden


@pytest.mark.parametrize("soort", VIJANDIG)
def test_vijandige_tekst_in_elk_veld_is_onschadelijk(soort: str) -> None:
    tekst = VIJANDIG[soort]
    html = render_html(document_van(vijandig_beleid(tekst)))
    pagina = Ontleed(html)
    assert pagina.scheef == []
    assert pagina.open == []
    assert not pagina.namen() & {"script", "iframe", "object", "embed"}
    assert html.count("<style>") == 1
    assert html.count("</style>") == 1
    assert "<img" not in html
    for tag, attrs in pagina.tags:
        assert not [naam for naam in attrs if naam.startswith("on")], (tag, attrs)
        assert re.match(r"https?://[a-z.]+|mailto:|tel:|#", attrs.get("href", "#")), attrs
    assert "\u202e" not in html
    assert "\u2066" not in html
    gelezen = " ".join(" ".join(pagina.tekst).split())
    if soort == "jinja":
        assert "{{ 7*7 }}" in gelezen
    if soort in {"script", "img onerror"}:
        assert tekst in gelezen


def test_een_half_teken_wordt_overal_een_vervangteken() -> None:
    half = "half \ud800."
    blokken: tuple[Blok, ...] = (
        Kop(2, t(half), "anker\udc00"),
        Alinea(t(half, Code(half), Link(t(half), f"#{half}"))),
        Noot("tip", half, (p(half),)),
        Tabel(half, (half,), ((cel(half),),)),
        Groep((Codeblok(half), Uitklap(t(half), (Citaat((p(half),)),))), titel=half),
        Definities(((t(half), (Logo("data:image/png;base64,AA==", half),)),)),
    )
    logo = Logo("data:image/png;base64,AA==", half)
    html = render_html(Document(half, half, blokken, ((half, half),), half, concept=True, logo=logo))
    assert html.encode()
    assert set(re.findall(r"half .", html)) == {"half \N{REPLACEMENT CHARACTER}", "half \\"}
    assert "half \\00fffd." in html
    assert 'id="anker\N{REPLACEMENT CHARACTER}"' in html


def test_elke_noot_heeft_een_woord() -> None:
    assert list(WOORD_BIJ_NOOT) == list(get_args(Nootsoort))
    for soort, woord in WOORD_BIJ_NOOT.items():
        noot = Noot(soort, "titel", ())
        assert f'<span class="noot-woord">{woord}</span> titel' in blocks_html([noot])
        assert f"> **{woord}:** titel\n" in render_markdown(Document("T", "", (noot,)))


# ---- Eigen sjablonen ------------------------------------------------------------------------------------------------


def eigen(tmp_path: Path, **bestanden: str) -> Path:
    for naam, inhoud in bestanden.items():
        (tmp_path / naam.replace("_", ".")).write_text(inhoud, encoding="utf-8")
    return tmp_path


def test_school_vervangt_een_blok(tmp_path: Path) -> None:
    html = render_html(
        LEEG,
        sjablonen=eigen(
            tmp_path,
            beleid_html='{% extends "basis.html" %}{% block voet %}<footer>Eigen voet van {{ titel }}</footer>{% endblock %}',
        ),
    )
    assert "<footer>Eigen voet van Titel</footer>" in html


def test_eigen_css_komt_achteraan(tmp_path: Path) -> None:
    html = render_html(LEEG, sjablonen=eigen(tmp_path, eigen_css="h1 { color: teal; } @media print{#inhoud{color:red}}"))
    assert html.index("h1 { color: teal; }") > html.index("--papier: #ffffff;")
    assert "@media print{#inhoud{color:red}}" in html


@pytest.mark.parametrize(
    ("sjabloon", "regel", "zin"),
    [
        pytest.param("<p>\n{{ titel }\n</p>", 2, "Hier klopt de schrijfwijze van het sjabloon niet.", id="schrijfwijze"),
        pytest.param("<p>\n\n{{ tietel }}</p>", 3, "Dit sjabloon vraagt om een waarde die er niet is.", id="onbekende waarde"),
        pytest.param(
            "a\n{{ titel.__class__.__mro__ }}", 2, "Dit sjabloon doet iets wat een sjabloon niet mag.", id="uit de zandbak"
        ),
        pytest.param(
            "{{ kenmerken.append(1) }}", 1, "Dit sjabloon doet iets wat een sjabloon niet mag.", id="waarden veranderen"
        ),
        pytest.param("a\nb\n{{ 1 / 0 }}", 3, "Dit sjabloon rekent met iets wat niet kan.", id="rekenfout"),
        pytest.param("{% include 'beleid.html' %}", 1, "Dit sjabloon rekent met iets wat niet kan.", id="roept zichzelf aan"),
    ],
)
def test_fout_in_een_sjabloon_noemt_bestand_en_regel(tmp_path: Path, sjabloon: str, regel: int, zin: str) -> None:
    with pytest.raises(TemplateError) as fout:
        render_html(LEEG, sjablonen=eigen(tmp_path, beleid_html=sjabloon))
    assert (fout.value.bestand, fout.value.regel, fout.value.zin) == (str(tmp_path / "beleid.html"), regel, zin)
    assert fout.value.remedie
    assert "Traceback" not in str(fout.value)


def test_sjabloon_dat_niet_bestaat(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match=r"Het sjabloon `weg\.html` bestaat niet") as fout:
        render_html(LEEG, sjablonen=eigen(tmp_path, beleid_html='{% extends "weg.html" %}'))
    assert fout.value.bestand == "beleid.html"


def test_map_met_sjablonen_die_niet_bestaat(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="Deze map met eigen sjablonen bestaat niet"):
        render_html(LEEG, sjablonen=tmp_path / "weg")


@pytest.mark.parametrize("inhoud", ["a {}\n</style><script>", "a {}\n<!-- x -->"])
def test_stijlblad_met_html_wordt_geweigerd(tmp_path: Path, inhoud: str) -> None:
    with pytest.raises(TemplateError, match=r"stijl\.css:2: In een stijlblad kan geen HTML staan"):
        render_html(LEEG, sjablonen=eigen(tmp_path, stijl_css=inhoud))


@pytest.mark.parametrize("naam", ["beleid.html", "stijl.css"])
def test_sjabloon_dat_geen_utf8_is(tmp_path: Path, naam: str) -> None:
    (tmp_path / naam).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(TemplateError, match="is geen UTF-8"):
        render_html(LEEG, sjablonen=tmp_path)


# ---- Kleur ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("een", "twee", "verhouding"),
    [("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1.0), ("#767676", "#ffffff", 4.54), ("#ff0000", "#ffffff", 4.0)],
)
def test_contrast_volgens_de_norm(een: str, twee: str, verhouding: float) -> None:
    assert round(contrast(een, twee), 2) == verhouding


@pytest.mark.parametrize("kleur", ["#ffe600", "#ff8800", "#ffffff", "#7fd3a2", "#00ffff", "#1b4f72", "#000000"])
def test_elke_kleur_wordt_leesbaar_in_licht_en_donker(kleur: str) -> None:
    assert contrast(darken(kleur), DAG) >= 4.5
    assert contrast(WIT, darken(kleur)) >= 4.5
    assert contrast(lighten(darken(kleur)), NACHT) >= 4.5


def test_te_lichte_kleur_wordt_donkerder_met_een_melding() -> None:
    stijl, meldingen = approve_style("#FFE600", None)
    assert stijl == Stijl("#7a6e00", "#8a4b08", "#ffffff")
    assert meldingen == ("De hoofdkleur #ffe600 is op wit niet goed leesbaar; wij gebruiken de donkerdere tint #7a6e00.",)


def test_goede_kleur_blijft_zoals_zij_is() -> None:
    assert approve_style("#1B4F72", "#8A4B08") == (Stijl(), ())


def test_geen_kleur() -> None:
    stijl, meldingen = approve_style('red;}</style>"', None)
    assert stijl == Stijl()
    assert meldingen == ("De hoofdkleur is geen kleur als `#1b4f72`; wij gebruiken `#1b4f72`.",)


# ---- Logo -----------------------------------------------------------------------------------------------------------

PNG: Final = b"\x89PNG\r\n\x1a\n" + b"\x00" * 20
SVG: Final = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><defs><linearGradient id="g"/></defs><path d="M0 0h9" fill="url(#g)"/><use href="#g"/></svg>'


@pytest.mark.parametrize(
    ("naam", "inhoud", "soort"),
    [
        pytest.param("logo.png", PNG, "image/png", id="png"),
        pytest.param("logo.jpg", b"\xff\xd8\xff\xe0" + b"\x00" * 20, "image/jpeg", id="jpeg"),
        pytest.param("logo.svg", SVG.encode(), "image/svg+xml", id="svg"),
        pytest.param("logo.svg", b"\xef\xbb\xbf<?xml version='1.0'?>" + SVG.encode(), "image/svg+xml", id="svg met kop"),
        pytest.param("logo.xyz", PNG, "image/png", id="de bytes tellen, niet de naam"),
    ],
)
def test_goed_logo(tmp_path: Path, naam: str, inhoud: bytes, soort: str) -> None:
    (tmp_path / naam).write_bytes(inhoud)
    assert read_logo(naam, tmp_path / "beleid.yaml", "Ons logo") == (
        Logo(f"data:{soort};base64,{base64.b64encode(inhoud).decode()}", "Ons logo"),
        (),
    )


@pytest.mark.parametrize(
    ("inhoud", "reden"),
    [
        pytest.param(b"GIF89a", "het is geen png, jpeg of svg", id="ander bestand"),
        pytest.param(b"<html><script>", "het is geen png, jpeg of svg", id="html"),
        pytest.param(PNG + b"\x00" * MAX_BYTES, "het is groter dan 200 kB", id="te groot"),
        pytest.param(SVG.replace("<path", "<script>alert(1)</script><path").encode(), "de svg bevat `<script>`", id="script"),
        pytest.param(
            SVG.replace("<path", '<path onload="alert(1)"').encode(), "de svg bevat een opdracht (`onload`)", id="on-attribuut"
        ),
        pytest.param(
            SVG.replace("#g)", "https://boos.example/x)").encode(),
            "de svg verwijst naar iets buiten zichzelf",
            id="verwijzing in vulling",
        ),
        pytest.param(
            SVG.replace('href="#g"', 'href="https://boos.example"').encode(),
            "de svg verwijst naar iets buiten zichzelf",
            id="verwijzing",
        ),
        pytest.param(
            SVG.replace("<path", '<image href="x.png"/><path').encode(), "de svg bevat `<image>`", id="ingevoegde afbeelding"
        ),
        pytest.param(
            SVG.replace("<path", '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject><path').encode(),
            "de svg bevat `<foreignObject>`",
            id="ingevoegde pagina",
        ),
        pytest.param(SVG.replace("<path", "<style>@import 'x'</style><path").encode(), "de svg bevat `<style>`", id="stijlblad"),
        pytest.param(b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.encode(), "de svg bevat een doctype", id="entiteiten"),
        pytest.param(
            b"<?xml-stylesheet href='x'?>" + SVG.encode(),
            "de svg bevat een doctype, entiteit of verwerkingsopdracht",
            id="verwerkingsopdracht",
        ),
        pytest.param(b"<svg", "de svg is geen geldige tekening", id="kapot"),
        pytest.param(b"<svg>\xff</svg>", "de svg is geen UTF-8", id="geen UTF-8"),
    ],
)
def test_logo_dat_niet_deugt_is_een_melding(tmp_path: Path, inhoud: bytes, reden: str) -> None:
    (tmp_path / "logo").write_bytes(inhoud)
    logo, (melding,) = read_logo("logo", tmp_path / "beleid.yaml", "x")
    assert logo is None
    assert melding.startswith(f"Het logo `logo` staat niet in het document: {reden}")


@pytest.mark.parametrize(
    ("pad", "reden"),
    [
        pytest.param("weg.png", "er is geen bestand met die naam", id="ontbreekt"),
        pytest.param("../buiten.png", "het ligt buiten de map van het beleid", id="een map hoger"),
        pytest.param("/etc/hostname", "het ligt buiten de map van het beleid", id="absoluut pad"),
        pytest.param("koppeling.png", "het ligt buiten de map van het beleid", id="snelkoppeling naar buiten"),
        pytest.param(".", "er is geen bestand met die naam", id="de map zelf"),
        pytest.param("a\x00b", "het bestand is niet te lezen", id="onmogelijke naam"),
    ],
)
def test_logo_alleen_uit_de_map_van_het_beleid(tmp_path: Path, pad: str, reden: str) -> None:
    binnen = tmp_path / "school"
    binnen.mkdir()
    (tmp_path / "buiten.png").write_bytes(PNG)
    (binnen / "koppeling.png").symlink_to(tmp_path / "buiten.png")
    logo, (melding,) = read_logo(pad, binnen / "beleid.yaml", "x")
    assert logo is None
    assert reden in melding


def test_logo_staat_op_het_titelblad() -> None:
    html = render_html(replace(LEEG, logo=Logo("data:image/png;base64,AA==", 'Logo van "De <School>"')))
    assert '<img class="logo" src="data:image/png;base64,AA==" alt="Logo van &#34;De &lt;School&gt;&#34;">' in html
