"""De lak: even lang als de tekst, en onder de lak alleen wat geen woord van de schrijver is."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beleidscheck.proza.markdown import LAK, MAX_TEKENS, read_text
from beleidscheck.proza.velden import Stuk
from beleidscheck.proza.zinnen import sentences


def _zichtbaar(tekst: str) -> str:
    return " ".join(read_text(tekst).kaal.replace(LAK, " ").replace("*", "").replace("_", "").split())


@pytest.mark.parametrize(
    ("tekst", "over"),
    [
        ("gewoon", "gewoon"),
        ("a `b` c", "a c"),
        ("a ``b ` c`` d", "a d"),
        ('a [b *c* `d`](e "f") g', "a g"),
        ("a [b] c", "a [b] c"),
        ("a ![b](c) d", "a d"),
        ("a <https://b.example> c", "a c"),
        ("a https://b.example/c d", "a d"),
        ("a\n\n> b\n> c\n\nd", "a d"),
        ("> a\nb", ""),
        ("- a\n- b `c`\n\n  d", "a b d"),
        ("# a\n\nb", "a b"),
        ("a\n===\n\nb", "a b"),
        ("| a | b |\n|---|---|\n| c | `d` |", "a b c"),
        ("```yaml\na\n```\nb", "b"),
        ("a\n\n    b\n\nc", "a c"),
        ("[a]: https://b.example\n\nc [a] d", "c d"),
        ("a\n\n***\n\nb", "a b"),
        ("a <b>c</b> d", "a <b>c</b> d"),
        ("a \\` b \\` c", "a \\` b \\` c"),
        ("1. a\n2. b", "a b"),
        ("a  \nb", "a b"),
    ],
)
def test_wat_een_lezer_leest(tekst: str, over: str) -> None:
    assert _zichtbaar(tekst) == over


@settings(max_examples=500, deadline=None)
@given(st.text(st.one_of(st.characters(), st.sampled_from("`*_[]()<>#|>-\\\n\t !\"'~=1.:/@ab ")), max_size=200))
def test_elke_plek_blijft_op_haar_plek(tekst: str) -> None:
    lees = read_text(tekst)
    for gelakt in (lees.kaal, lees.eigen):
        assert len(gelakt) == len(tekst)
        assert all(nieuw in {oud, LAK} for oud, nieuw in zip(tekst, gelakt, strict=True))
    for blok in lees.blokken:
        assert 0 <= blok.begin < blok.eind <= len(tekst)
        for zin in sentences(lees.kaal, blok.begin, blok.eind):
            assert blok.begin <= zin.begin < zin.eind <= blok.eind
    for koppeling in lees.koppelingen:
        assert 0 <= koppeling.begin < koppeling.eind <= len(tekst)


@pytest.mark.parametrize(
    "stuk", ["[", "`", "*a ", "> ", "- ", "[a](b) ", "a. ", "'a' ", '"', "<", "![", "a@", "_", "((((", "RMC ", "X-"]
)
def test_grote_tekst_kost_geen_kwadratische_tijd(stuk: str) -> None:
    def duur(aantal: int) -> float:
        begin = time.perf_counter()
        lees = Stuk(("a",), stuk * (aantal // len(stuk)), proza=True).lees
        for blok in lees.blokken:
            list(sentences(lees.kaal, blok.begin, blok.eind))
        return time.perf_counter() - begin

    assert duur(MAX_TEKENS - 10) < 2
    assert duur(1_000_000) < 4
