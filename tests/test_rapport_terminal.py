"""De terminal: nooit breder dan gevraagd, met en zonder kleur even duidelijk, en bestanden zonder rangorde."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beleidscheck.bevinding import Gewicht, Oordeel
from beleidscheck.document.rapport_woorden import Lezer
from beleidscheck.render.kolommen import clean, pad, width, wrap
from beleidscheck.render.tekens import ELEMENT_TEKEN, GEWICHT_TEKEN, OORDEEL_TEKEN, STATUS_TEKEN
from beleidscheck.render.terminal import render_terminal
from beleidscheck.report import ElementStatus, Status
from tests.hulp.rapporten import concept, make_fact, make_finding, make_norm, make_report, nothing, ready, renamed, unreadable

LEZERS: tuple[Lezer, ...] = get_args(Lezer)
ANSI = re.compile(r"\x1b\[[0-9;]*m")
TEKST = st.text(st.characters(codec="utf-8") | st.sampled_from("\x1b\r\n\t |`é👩‍🏫学校שלום\u202e"), max_size=120)


def columns(regel: str) -> int:
    """Return the columns of a line, counted in a way of its own: wide is two, combining is none."""
    breed = sum(unicodedata.east_asian_width(teken) in {"W", "F"} for teken in regel)
    nul = sum(unicodedata.category(teken) in {"Mn", "Me"} or teken == "\u200d" for teken in regel)
    return len(regel) + breed - nul


@settings(max_examples=60, deadline=None)
@given(naam=TEKST, lezer=st.sampled_from(LEZERS), breedte=st.integers(40, 120), kleur=st.booleans())
def test_geen_regel_is_breder_dan_gevraagd(naam: str, lezer: Lezer, breedte: int, kleur: bool) -> None:
    tekst = render_terminal([renamed(concept(), naam), unreadable()], voor=lezer, kleur=kleur, breedte=breedte)
    for regel in ANSI.sub("", tekst).split("\n"):
        assert columns(regel) <= breedte, regel


@pytest.mark.parametrize("lezer", LEZERS)
def test_kleur_verandert_geen_teken(lezer: Lezer) -> None:
    vier = [concept(), ready(), unreadable(), nothing()]
    met, zonder = (render_terminal(vier, voor=lezer, kleur=kleur) for kleur in (True, False))
    assert ANSI.sub("", met) == zonder
    assert "\x1b" not in zonder
    assert met != zonder


def test_elk_teken_verschilt_ook_zonder_kleur() -> None:
    for tafel, soort in ((OORDEEL_TEKEN, Oordeel), (GEWICHT_TEKEN, Gewicht), (ELEMENT_TEKEN, ElementStatus)):
        assert set(tafel) == set(soort)
        assert len({teken for teken, _ in tafel.values()}) == len(soort)
    assert set(STATUS_TEKEN) == set(Status)
    assert all(
        width(teken) == 1 for tafel in (OORDEEL_TEKEN, GEWICHT_TEKEN, ELEMENT_TEKEN, STATUS_TEKEN) for teken, _ in tafel.values()
    )


def test_bestanden_staan_op_naam_en_niet_op_uitslag() -> None:
    namen = ["b.yaml", "A.yaml", "c.yaml", "a.yaml"]
    tekst = render_terminal([replace(concept(), bestand=naam) for naam in namen], voor="schoolleider", kleur=False)
    assert re.findall(r"^([abcA]\.yaml)$", tekst, re.MULTILINE) == ["A.yaml", "a.yaml", "b.yaml", "c.yaml"]
    assert "4 bestanden: 4 CONCEPT: nog niet gereed." in tekst


def test_een_bestand_krijgt_geen_slottelling() -> None:
    assert "1 bestand" not in render_terminal([concept()], voor="schoolleider", kleur=False)


def test_na_zes_punten_wordt_het_korter_maar_verdwijnt_er_niets() -> None:
    punten = [
        make_finding(
            make_norm(f"nk2024.x.{n}", 9, f"Punt {n}"),
            Oordeel.VOLDOET_NIET,
            f"Dit mist: {n}.",
            feiten=(make_fact("a.b", None, n, 1),),
        )
        for n in range(1, 9)
    ]
    tekst = render_terminal([make_report(punten)], voor="schoolleider", kleur=False).partition("ELEMENT VOOR ELEMENT")[2]
    assert [n for n in range(1, 9) if f"Dit mist: {n}." in tekst] == [1, 2, 3, 4, 5, 6]
    assert [n for n in range(1, 9) if f"tekort: Punt {n}\n" in tekst] == list(range(1, 9))
    assert "yaml:8:1, noord-kennemerland@2024-2025 nk2024.x.8" in " ".join(tekst.split())


def test_tips_zijn_alleen_geteld() -> None:
    tekst = render_terminal([concept()], voor="schoolleider", kleur=False)
    assert "11. Betrokkenheid van ouders en leerlingen: ontbreekt (1 tip)" in tekst
    assert "handreiking" not in tekst


def test_de_mr_ziet_de_vragen_en_de_schoolleider_alleen_hun_aantal() -> None:
    vraag = "Gaat de visie over alle soorten afwezigheid samen"
    assert vraag in render_terminal([concept()], voor="mr", kleur=False)
    assert vraag not in render_terminal([concept()], voor="schoolleider", kleur=False)


def test_het_slot_zegt_hoe_het_verder_gaat() -> None:
    tekst = render_terminal([concept()], voor="schoolleider", kleur=False)
    assert "`beleidscheck uitleg NORM`" in tekst
    assert "--formaat html --uit MAP" in tekst
    assert "uitleg NORM" not in render_terminal([unreadable()], voor="schoolleider", kleur=False)


@pytest.mark.parametrize(
    ("tekst", "kolommen"),
    [
        pytest.param("abc", 3, id="letters"),
        pytest.param("学校", 4, id="breed"),
        pytest.param("e\u0301", 1, id="accent erachter"),
        pytest.param("…–✓", 3, id="smalle leestekens"),
    ],
)
def test_breedte(tekst: str, kolommen: int) -> None:
    assert width(tekst) == kolommen
    assert width(pad(tekst, 10)) == 10


def test_afbreken() -> None:
    assert wrap("een twee drie", 8) == ["een twee", "drie"]
    assert wrap("abcdefghij kl", 4) == ["abcd", "efgh", "ij", "kl"]
    assert wrap("学校学校", 3) == ["学", "校", "学", "校"]
    assert wrap("", 8) == []


def test_stuurtekens_worden_zichtbaar() -> None:
    assert clean("a\x1b[31mb\r\nc\u202ed\x9be") == "a␛[31mb c�d�e"
