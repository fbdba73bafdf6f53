"""Markdown: wie de uitvoer ontleedt, krijgt precies de woorden terug die in de blokken stonden, en geen opmaak van een ander."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from beleidscheck.document.beeld import elementen_beeld
from beleidscheck.document.blokken import (
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
    Regeleinde,
    Tabel,
    Tekst,
    Uitklap,
    cel,
    p,
    t,
)
from beleidscheck.document.rapport import compose_report
from beleidscheck.document.tekst import document_text
from beleidscheck.render.markdown import render_markdown
from tests.hulp.rapporten import concept, renamed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown_it.token import Token

    from beleidscheck.document.blokken import Blok, Inline

LEZER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
LASTIG = st.text(st.sampled_from("ab1 *_`[]()<>!#+-=|\\~&;:.\"'/@$ éß…«»👩学\t\n"), max_size=25) | st.text(max_size=25)
ZEKER = st.sampled_from(["een", "twee drie", "4"])


def words(tekst: str) -> str:
    """Return only what is no space, so that line breaks do not count."""
    return re.sub(r"[\s\x1c-\x1f\x85\u2028\u2029]+", "", tekst)


def plain(markdown: str) -> str:
    """Return the text that a reader of the Markdown sees."""
    return "".join(_text(LEZER.parse(markdown)))


def _text(tokens: Iterable[Token]) -> Iterable[str]:
    for token in tokens:
        if token.children:
            yield from _text(token.children)
        elif token.type in {"text", "code_inline", "fence", "code_block"}:
            yield token.content
        else:
            assert token.type not in {"html_block", "html_inline", "image", "s_open"}, token


def shown(blokken: tuple[Blok, ...]) -> str:
    """Return what the Markdown of these blocks reads as, without the title above them."""
    return words(plain(render_markdown(Document("T", "", blokken)))).removeprefix("T")


def safe(tekst: str) -> str:
    """Return the text as every format may show it: signs that steer a screen are replaced."""
    tekst = re.sub(r"[\s\x1c-\x1f\x85\u2028\u2029]+", " ", tekst)
    return re.sub("[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]", "\ufffd", tekst)


INLINE: st.SearchStrategy[Inline] = st.recursive(
    st.builds(Tekst, LASTIG) | st.builds(Code, LASTIG) | st.just(Regeleinde()),
    lambda kind: (
        st.builds(Nadruk, st.tuples(kind), st.booleans())
        | st.builds(Nadruk, st.tuples(kind, kind), st.booleans())
        | st.builds(Link, st.tuples(kind), st.sampled_from(["https://school.example/a?b=1&copy=2", "mailto:a@b.nl", "#weg"]))
    ),
    max_leaves=6,
)


@settings(max_examples=3000, deadline=None)
@given(regel=st.lists(INLINE, max_size=5).map(tuple))
def test_een_regel_leest_als_zijn_woorden(regel: tuple[Inline, ...]) -> None:
    assert shown((Alinea(regel),)) == words(safe(_words(regel)))


@settings(max_examples=3000, deadline=None)
@given(regel=st.lists(INLINE, max_size=5).map(tuple))
def test_een_kop_en_een_cel_lezen_als_hun_woorden(regel: tuple[Inline, ...]) -> None:
    woorden = words(safe(_words(regel, einde="·")))
    assert shown((Kop(2, regel),)) == woorden
    assert shown((Tabel("", ("k", "l"), ((Cel((Alinea(regel),)), cel("slot")),)),)) == f"kl{woorden}slot"


def _words(regel: Iterable[Inline], einde: str = " ") -> str:
    uit = ""
    for deel in regel:
        match deel:
            case Tekst(tekst) | Code(tekst):
                uit += tekst
            case Nadruk() | Link():
                uit += _words(deel.inhoud, einde)
            case Regeleinde():
                uit += einde
    return uit


@settings(max_examples=3000, deadline=None)
@given(tekst=LASTIG, taal=st.sampled_from(["yaml", ""]))
def test_code_blijft_letterlijk(tekst: str, taal: str) -> None:
    blok = Codeblok(tekst, taal)
    for blokken in ((blok,), (Lijst(((p("x"), blok),)),), (Noot("info", "x", (blok,)),)):
        uit = render_markdown(Document("T", "", blokken))
        (hek,) = [token for token in LEZER.parse(uit) if token.type == "fence"]
        assert words(hek.content) == words(safe(tekst))


@settings(max_examples=3000, deadline=None)
@given(tekst=LASTIG)
def test_elk_blok_verdraagt_elke_tekst(tekst: str) -> None:
    regel = t(tekst)
    alinea = Alinea(regel)
    blokken: tuple[Blok, ...] = (
        Kop(3, regel),
        alinea,
        Lijst(((alinea,), (alinea, Lijst(((alinea,),), genummerd=True)))),
        Lijst(((alinea,),)),
        Lijst(((alinea,), (alinea,)), genummerd=True),
        Tabel(tekst, (tekst, tekst), ((Cel((alinea, Lijst(((alinea,), (alinea,))))), cel(tekst, kop=True)),)),
        Definities(((regel, (alinea,)), (regel, (Lijst(((alinea,),)),)))),
        Noot("let_op", tekst, (alinea, Citaat((alinea,)))),
        Citaat((alinea, alinea)),
        Uitklap(regel, (alinea,)),
        Groep((alinea,), soort="kort"),
        Logo("data:,", tekst),
    )
    uit = words(plain(render_markdown(Document(tekst, tekst, blokken, ((tekst, tekst),), stempel=tekst))))
    if kaal := words(safe(tekst)):
        assert uit.count(kaal) >= 30 or kaal in "-:·LetopLtop"


def test_lijsten_na_elkaar_blijven_twee_lijsten() -> None:
    lijst = Lijst(((p("a"),),))
    tokens = LEZER.parse(render_markdown(Document("T", "", (lijst, lijst, Lijst(((p("b"),),), genummerd=True)))))
    assert [token.type for token in tokens if token.type.endswith("list_open")] == [
        "bullet_list_open",
        "bullet_list_open",
        "ordered_list_open",
    ]


def test_een_verwijzing_heet_zoals_github_de_kop_noemt() -> None:
    blokken = (
        p(Link(t("naar twee"), "#b")),
        p(Link(t("nergens"), "#weg")),
        Kop(2, t("Kop: één!"), "a"),
        Kop(2, t("Kop: één!"), "b"),
    )
    uit = render_markdown(Document("T", "", blokken))
    assert "[naar twee](<#kop-één-1>)" in uit
    assert "[nergens]" not in uit


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "https://a.nl/ b", "https://a.nl/<b>", "//a.nl", "#"])
def test_een_link_die_niet_deugt_wordt_gewone_tekst(url: str) -> None:
    assert render_markdown(Document("T", "", (p(Link(t("klik"), url)),))) == "# T\n\nklik\n"


def test_een_kaal_webadres_wordt_ook_bij_github_geen_link() -> None:
    uit = render_markdown(Document("T", "", (p("zie https://a.nl, www.a.nl en jan@a.nl, niet model16@2023"),)))
    assert uit == "# T\n\nzie https\\://a.nl, www\\.a.nl en jan\\@a.nl, niet model16@2023\n"


def test_een_beeld_wordt_zijn_alternatief() -> None:
    beeld = elementen_beeld([(1, "Visie en doel", "volledig")])
    uit = render_markdown(Document("T", "", (beeld,)))
    assert "<svg" not in uit
    assert words(beeld.alt) in words(plain(uit))


def test_de_twee_kanten_van_het_bewijs_zijn_twee_kolommen() -> None:
    uit = render_markdown(compose_report(concept()))
    assert (
        "| Wat uw beleid zegt | Wat de norm zegt |\n"
        "| --- | --- |\n"
        "| `melden_en_verlof.verlof[1].boven_10_dagen`: directeur · policies/de-zandloper.yaml:66:25 "
        "| Verlof wegens bijzondere omstandigheden van meer dan 10 schooldagen gaat naar de leerplichtambtenaar. · Wettelijke plicht. · "
        "noord-kennemerland@2024-2025, Protocol schoolaanwezigheid, Bijlage 2, verlof (`nk2024.verlof.boven-10-dagen`) |\n"
    ) in uit


def test_titelblad_en_stempel() -> None:
    uit = render_markdown(Document("Titel", "Onder", (p("x"),), (("Versie", "1.0"),), "hash abc", concept=True))
    assert uit == "# Titel\n\n**CONCEPT**\n\nOnder\n\n* Versie: 1.0\n\nx\n\n---\n\nhash abc\n"


@settings(max_examples=3000, deadline=None)
@given(naam=LASTIG)
def test_een_vreemde_naam_staat_letterlijk_in_het_rapport(naam: str) -> None:
    document = compose_report(renamed(concept(), naam))
    uit = words(plain(render_markdown(document)))
    assert uit.count("Uwbeleidisnognietgereed") == 1
    assert uit.count(words(safe(naam))) >= 20


@pytest.mark.parametrize("lezer", ["schoolleider", "mr", "swv"])
def test_geen_regel_van_het_document_gaat_verloren(lezer: str) -> None:
    document = compose_report(concept(), voor=lezer)  # type: ignore[arg-type]
    uit = words(plain(render_markdown(document))).casefold()
    for regel in document_text(document).splitlines():
        assert words(regel).casefold() in uit or regel.startswith("#"), regel
