from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beleidscheck.document.blokken import (
    Alinea,
    Citaat,
    Code,
    Codeblok,
    Kop,
    Lijst,
    Link,
    Nadruk,
    Regeleinde,
    Tabel,
    Tekst,
    cel,
    p,
    t,
)
from beleidscheck.document.proza import MAX_DIEPTE, _Lezer, _markdown, parse_line, parse_prose, safe_url
from beleidscheck.document.tekst import block_lines


@pytest.mark.parametrize(
    ("tekst", "blokken"),
    [
        pytest.param("", (), id="niets"),
        pytest.param("Wij zijn er.", (p("Wij zijn er."),), id="één zin"),
        pytest.param("Wij zijn\ner.\n\nElke dag.", (p("Wij zijn er."), p("Elke dag.")), id="twee alinea's zonder Markdown"),
        pytest.param(
            "Wij *zijn* er **echt**.", (p("Wij ", Nadruk(t("zijn"), sterk=False), " er ", Nadruk(t("echt")), "."),), id="nadruk"
        ),
        pytest.param("- een\n- twee", (Lijst(((p("een"),), (p("twee"),))),), id="lijst"),
        pytest.param("1. een\n2. twee", (Lijst(((p("een"),), (p("twee"),)), genummerd=True),), id="genummerde lijst"),
        pytest.param("> gezegd", (Citaat((p("gezegd"),)),), id="citaat"),
        pytest.param("een  \ntwee", (p("een", Regeleinde(), "twee"),), id="harde regelovergang"),
        pytest.param("`veld`", (p(Code("veld")),), id="code"),
        pytest.param("```\nregel\n```", (Codeblok("regel", taal=""),), id="codeblok"),
        pytest.param("een\n\n---\n\ntwee", (p("een"), p("twee")), id="een streep is geen inhoud"),
        pytest.param(
            "| a | b |\n|---|---|\n| 1 | **2** |", (Tabel("", ("a", "b"), ((cel("1"), cel(Nadruk(t("2")))),)),), id="tabel"
        ),
        pytest.param("&lt;b&gt; &amp; &copy;", (p("<b> & ©"),), id="tekens in HTML-schrijfwijze"),
    ],
)
def test_markdown_wordt_blokken(tekst: str, blokken: tuple[object, ...]) -> None:
    assert parse_prose(tekst, onder=2) == blokken


@pytest.mark.parametrize(
    ("tekst", "niveaus"),
    [
        pytest.param("# a", [3], id="onder de kop waar het staat"),
        pytest.param("### a", [3], id="een diepe kop slaat geen niveau over"),
        pytest.param("# a\n## b\n# c", [3, 4, 3], id="verloop"),
        pytest.param("# a\n#### b\n## c\n# d", [3, 4, 4, 3], id="gaten verdwijnen"),
        pytest.param("# a\n## b\n### c\n#### d", [3, 4, 5, 5], id="niet dieper dan vijf"),
    ],
)
def test_koppen_schuiven(tekst: str, niveaus: list[int]) -> None:
    assert [blok.niveau for blok in parse_prose(tekst, onder=2) if isinstance(blok, Kop)] == niveaus


def test_kop_in_een_lijst_is_een_vette_regel() -> None:
    assert parse_prose("- # kop\n  tekst", onder=2) == (Lijst(((Alinea((Nadruk(t("kop")),)), p("tekst")),)),)


@pytest.mark.parametrize(
    ("tekst", "regel"),
    [
        pytest.param("[school](https://example.nl/a?b=c#d)", t(Link(t("school"), "https://example.nl/a?b=c#d")), id="https"),
        pytest.param("<https://example.nl>", t(Link(t("https://example.nl"), "https://example.nl")), id="kaal adres"),
        pytest.param("[mail](mailto:a@example.nl)", t(Link(t("mail"), "mailto:a@example.nl")), id="mailto"),
        pytest.param("[bel](tel:+31721234567)", t(Link(t("bel"), "tel:+31721234567")), id="tel"),
        pytest.param("[klik](javascript:alert(1))", t("klik (javascript:alert(1))"), id="javascript"),
        pytest.param("[klik](JaVaScRiPt:alert%281%29)", t("klik (JaVaScRiPt:alert%281%29)"), id="javascript met hoofdletters"),
        pytest.param("[klik](data:text/html;base64,AAAA)", t("klik (data:text/html;base64,AAAA)"), id="data"),
        pytest.param("[klik](file:///etc/passwd)", t("klik (file:///etc/passwd)"), id="bestand"),
        pytest.param("[klik](//example.nl)", t("klik (//example.nl)"), id="zonder schema"),
        pytest.param("[gids](gids.pdf)", t("gids (gids.pdf)"), id="los bestand"),
        pytest.param("![een foto](https://example.nl/x.png)", t("een foto"), id="afbeelding wordt alt-tekst"),
        pytest.param("![](https://example.nl/x.png)", (), id="afbeelding zonder alt-tekst"),
        pytest.param(
            "[![logo](data:image/png;base64,AA)](https://example.nl)",
            t(Link(t("logo"), "https://example.nl")),
            id="afbeelding in link",
        ),
        pytest.param("<script>alert(1)</script>", t("<script>alert(1)</script>"), id="script"),
        pytest.param("<img src=x onerror=alert(1)>", t("<img src=x onerror=alert(1)>"), id="img onerror"),
        pytest.param("{{ 7*7 }} {% raw %}", t("{{ 7*7 }} {% raw %}"), id="jinja"),
        pytest.param("مرحبا 👩‍🏫 \u202eomgekeerd", t("مرحبا 👩‍🏫 \u202eomgekeerd"), id="rechts naar links en emoji"),
        pytest.param("x" * 300, t("x" * 300), id="woord van 300 tekens"),
    ],
)
def test_links_en_vijandige_tekst(tekst: str, regel: tuple[object, ...]) -> None:
    assert parse_line(tekst) == regel
    assert parse_prose(tekst, onder=2) == ((Alinea(regel),) if regel else ())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " https://example.nl",
        "https://example.nl/a b",
        "https://example.nl/\u202e",
        "https://",
        "http:/example.nl",
        "mailto:",
        "tel:112;ext=javascript",
        "ftp://example.nl",
        "https://example.nl/" + "a" * 3000,
        'https://example.nl/"onclick=x',
    ],
)
def test_geen_link(url: str) -> None:
    assert safe_url(url) is None


@given(
    st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]) | st.sampled_from("\n -+.):1a"), max_size=60)
)
@settings(max_examples=400, deadline=None)
def test_snelle_weg_geeft_hetzelfde_als_de_lange(tekst: str) -> None:
    assert parse_prose(tekst, onder=2) == tuple(_Lezer(2).blocks(_markdown().parse(tekst)))


@pytest.mark.parametrize(
    "tekst",
    [
        pytest.param("> " * 5_000 + "diep", id="citaten"),
        pytest.param("- " * 5_000 + "diep", id="lijsten"),
        pytest.param("*" * 10_000 + "diep" + "*" * 10_000, id="sterren"),
        pytest.param("[" * 20_000 + "diep", id="haken"),
        pytest.param("**_" * 5_000 + "diep" + "_**" * 5_000, id="nadruk in nadruk"),
        pytest.param("`" * 10_000 + "diep", id="aanhalingstekens"),
        pytest.param("| a " * 3_000 + "|\n" + "|---" * 3_000 + "|\n| diep |", id="brede tabel"),
        pytest.param("| a |\n|---|\n" + "| diep |\n" * 3_000, id="lange tabel"),
        pytest.param("diep *" * 8_000, id="te lang"),
    ],
)
def test_begrensd_en_niets_verloren(tekst: str) -> None:
    begin = time.perf_counter()
    blokken = parse_prose(tekst, onder=2)
    assert time.perf_counter() - begin < 5
    assert "diep" in "\n".join(block_lines(blokken))


def test_te_diep_wordt_gewone_tekst() -> None:
    tekst = "> " * (MAX_DIEPTE + 2) + "*woord*"
    assert parse_prose(tekst, onder=2) == (Alinea((Tekst(tekst),)),)


def test_te_brede_tabel_wordt_alineas() -> None:
    breed = 13
    tekst = "| k " * breed + "|\n" + "|---" * breed + "|\n" + "| w " * breed + "|"
    assert parse_prose(tekst, onder=2) == (p(" | ".join("k" * breed)), p(" | ".join("w" * breed)))
