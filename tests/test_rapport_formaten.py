"""Wat voor elk formaat geldt: hele uitvoer zoals bewaard, overal dezelfde telling, en geen woord van een school dat iets doet."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest

from beleidscheck.document.rapport import compose_report
from beleidscheck.document.rapport_woorden import Lezer
from beleidscheck.render.html import render_html
from beleidscheck.render.json_rapport import render_json
from beleidscheck.render.markdown import render_markdown
from beleidscheck.render.terminal import render_terminal
from tests.hulp.rapporten import concept, nothing, ready, renamed, unreadable
from tests.hulp.telling import expected_counts, read_counts
from tests.hulp.verwacht import assert_expected

if TYPE_CHECKING:
    from collections.abc import Callable

    from beleidscheck.report import Report

LEZERS: tuple[Lezer, ...] = get_args(Lezer)
FORMATEN: dict[str, Callable[[Report, Lezer], str]] = {
    "terminal": lambda report, lezer: render_terminal([report], voor=lezer, kleur=False),
    "json": lambda report, _: render_json([report], versie_tool="1.0.0"),
    "markdown": lambda report, lezer: render_markdown(compose_report(report, voor=lezer)),
    "html": lambda report, lezer: render_html(compose_report(report, voor=lezer)),
}
VIJANDIG = {
    "ansi": "\x1b[2J\x1b[31mrood\x1b[0m \x9b5m",
    "regels": "een\r\ntwee\rdrie\nvier\u2028vijf\x0bzes\x85zeven",
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>&copy;",
    "markdown": "**vet** _schuin_ [klik](https://kwaad.example) ![x](y) <https://kwaad.example> https://kwaad.example www.kwaad.example",
    "tabel": "a | b || c \\| d \\",
    "code": "`` ` ```yaml\n~~~",
    "kop": "# kop\n- punt\n1. een\n> citaat\n---\n+ x\n===",
    "emoji": "👩‍🏫🏳️‍🌈❤️ e\u0301\u0301\u0301",
    "rtl": "\u202egnp.exe\u202c \u2066x\u2069 שלום",
    "breed": "学校" * 60,
    "lang": "w" * 400,
    "nul": "a\x00b\x7f\ufeff\ufffe",
    "leeg": " ",
    "jinja": "{{ 7777 * 7 }}{% for x in y %}",
}


@pytest.mark.parametrize("lezer", LEZERS)
@pytest.mark.parametrize("formaat", FORMATEN)
@pytest.mark.parametrize("maak", [concept, ready], ids=lambda maak: maak.__name__)
def test_de_telling_is_in_elk_formaat_gelijk(maak: Callable[[], Report], formaat: str, lezer: Lezer) -> None:
    report = maak()
    assert report.samenvatting is not None
    telling = expected_counts(report.samenvatting)
    assert read_counts(formaat, FORMATEN[formaat](report, lezer)) == telling
    assert sum(list(telling.values())[:6]) == telling["normen samen"]


@pytest.mark.parametrize("maak", [concept, ready, unreadable, nothing], ids=lambda maak: maak.__name__)
def test_terminal_zoals_bewaard(maak: Callable[[], Report]) -> None:
    assert_expected(render_terminal([maak()], voor="schoolleider", kleur=False), f"rapport_{maak.__name__}.txt")


@pytest.mark.parametrize("maak", [concept, ready, unreadable, nothing], ids=lambda maak: maak.__name__)
def test_markdown_zoals_bewaard(maak: Callable[[], Report]) -> None:
    assert_expected(render_markdown(compose_report(maak())), f"rapport_{maak.__name__}.md")


@pytest.mark.parametrize("lezer", ["mr", "swv"])
def test_andere_lezers_zoals_bewaard(lezer: Lezer) -> None:
    assert_expected(render_terminal([concept()], voor=lezer, kleur=False), f"rapport_concept_{lezer}.txt")
    assert_expected(render_markdown(compose_report(concept(), voor=lezer)), f"rapport_concept_{lezer}.md")


def test_json_en_meer_bestanden_zoals_bewaard() -> None:
    vier = [concept(), ready(), unreadable(), nothing()]
    assert_expected(render_json(vier, versie_tool="1.0.0"), "rapport_vier.json")
    assert_expected(render_terminal(vier, voor="schoolleider", kleur=True), "rapport_vier_kleur.txt")


@pytest.mark.parametrize("formaat", FORMATEN)
@pytest.mark.parametrize("naam", VIJANDIG.values(), ids=VIJANDIG)
def test_een_vijandige_naam_doet_niets(naam: str, formaat: str) -> None:
    for lezer in LEZERS:
        tekst = FORMATEN[formaat](renamed(concept(), naam), lezer)
        tekst.encode()
        stuurt = [teken for teken in tekst if unicodedata.category(teken) == "Cc" and teken != "\n"]
        assert not stuurt
        assert not re.search("[\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]", tekst)
        if formaat == "html":
            assert "<script" not in tekst
            assert "onerror=alert(1)>" not in tekst
            assert not re.search(r'(?:href|src)="(?!#|data:)[^"]*kwaad', tekst)
            assert "54439" not in tekst
        if formaat == "json":
            assert json.loads(tekst)["rapporten"][0]["school"]["naam"] == naam


@pytest.mark.parametrize("formaat", FORMATEN)
def test_een_bestandsnaam_in_een_andere_codering_kan_overal_staan(formaat: str) -> None:
    tekst = FORMATEN[formaat](replace(concept(), bestand="caf\udce9.yaml"), "schoolleider")
    assert tekst.encode()
    assert "caf\N{REPLACEMENT CHARACTER}.yaml" in tekst


@pytest.mark.parametrize("formaat", FORMATEN)
def test_een_half_teken_wordt_overal_een_vervangteken(formaat: str) -> None:
    for lezer in LEZERS:
        tekst = FORMATEN[formaat](renamed(concept(), "half \ud800 en \udfff."), lezer)
        assert tekst.encode()
        assert "half \N{REPLACEMENT CHARACTER} en \N{REPLACEMENT CHARACTER}." in tekst


def test_zelfde_invoer_geeft_dezelfde_bytes() -> None:
    for maak in FORMATEN.values():
        assert maak(concept(), "schoolleider") == maak(concept(), "schoolleider")


def test_er_staat_geen_pad_van_deze_machine_in() -> None:
    hier = str(Path(__file__).resolve().parents[1])
    for maak in FORMATEN.values():
        assert hier not in maak(concept(), "schoolleider")
