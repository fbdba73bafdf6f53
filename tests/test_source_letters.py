"""Waar elk letterteken van een waarde in het bestand staat: bewezen door het daar terug te lezen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from beleidscheck.errors import UnreadableFileError
from beleidscheck.source import Source, parse_source

_PAD = Path("beleid.yaml")


def _raw(tekst: str, source: Source, pad: tuple[str | int, ...], teken: int) -> str:
    """Return what stands in the file where this character of the value should be."""
    (plek,) = source.position_in(pad, [teken])
    regels = tekst.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return regels[plek.regel - 1][plek.kolom - 1 :]


@pytest.mark.parametrize(
    ("tekst", "waarde"),
    [
        pytest.param("a: een woord hier\n", "een woord hier", id="kaal"),
        pytest.param("a: een\n  woord\n\n  hier\n", "een woord\nhier", id="kaal over regels"),
        pytest.param("a: een   \n \t woord # noot\n", "een woord", id="wit om een vouw"),
        pytest.param("a: 'een ''woord'' hier'\n", "een 'woord' hier", id="enkel aangehaald"),
        pytest.param("a: 'een\n\n\n  woord'\n", "een\n\nwoord", id="enkel over regels"),
        pytest.param('a: "een \\u00e9\\x41 \\"woord\\" \\\\ \\t hier"\n', 'een éA "woord" \\ \t hier', id="escapes"),
        pytest.param('a: "een \\\n   woord\\\n   hier"\n', "een woordhier", id="regeleinde weggehaald"),
        pytest.param('a: "een \\\n\n   woord"\n', "een \nwoord", id="regeleinde weggehaald met een lege regel"),
        pytest.param('a: "een\n  \\  woord"\n', "een   woord", id="wit na een vouw bewaard"),
        pytest.param("a: |\n  een\n  woord\n", "een\nwoord\n", id="letterlijk"),
        pytest.param("a: |-\n  een\n    diep\n\n  woord\n", "een\n  diep\n\nwoord", id="letterlijk met inspringing"),
        pytest.param("a: |2-\n    een\n  woord\n", "  een\nwoord", id="inspringing genoemd"),
        pytest.param("a: |+ # noot\n  een\n\n\n", "een\n\n\n", id="alles bewaard"),
        pytest.param("a: >-\n  een\n  woord\n\n  hier\n", "een woord\nhier", id="gevouwen"),
        pytest.param(
            "a: >\n\n  een\n   diep\n   er\n  woord\n  weer\n", "\neen\n diep\n er\nwoord weer\n", id="gevouwen met inspringing"
        ),
        pytest.param("a: >-\n  een\n\n   diep\n\n\n  woord", "een\n\n diep\n\n\nwoord", id="gevouwen met lege regels"),
        pytest.param("b:\n- a: >-\n    een\n    😀 woord\n", "een 😀 woord", id="in een lijst"),
        pytest.param("a: >-\r\n  een\r\n  woord\r\n", "een woord", id="regeleinden van Windows"),
        pytest.param("\ufeffa: 'een\r  woord'\r", "een woord", id="oude regeleinden en een BOM"),
        pytest.param("{a: een woord, b: 2}\n", "een woord", id="tussen accolades"),
    ],
)
def test_elk_teken_is_terug_te_vinden(tekst: str, waarde: str) -> None:
    source = parse_source(tekst.encode(), _PAD)
    pad: tuple[str | int, ...] = ("b", 0, "a") if "b:\n- a" in tekst else ("a",)
    assert (source.data["b"][0]["a"] if len(pad) > 1 else source.data["a"]) == waarde
    for nummer, teken in enumerate(waarde):
        if not teken.isspace():
            assert _raw(tekst, source, pad, nummer)[:1] in {teken, "\\"}
    woord = waarde.find("woord")
    if woord >= 0:
        assert _raw(tekst, source, pad, woord).startswith("woord")


_TEKENS = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029\x85\ufeff\ufffe\uffff")
_TEKST = st.text(st.one_of(_TEKENS, st.sampled_from(" \n:#-'\"\\|>ab€😀")), min_size=1, max_size=120)


@settings(max_examples=400, deadline=None)
@given(
    waarde=_TEKST,
    stijl=st.sampled_from([None, "'", '"', "|", ">"]),
    breed=st.integers(5, 90),
    inspringing=st.integers(2, 7),
    unicode_=st.booleans(),
    einde=st.sampled_from(["\n", "\r\n"]),
    diep=st.integers(0, 4),
)
def test_elke_schrijfwijze(  # noqa: PLR0913 - elke schrijfwijze is een keuze
    waarde: str, stijl: str | None, breed: int, inspringing: int, unicode_: bool, einde: str, diep: int
) -> None:
    inhoud: object = {"a": waarde}
    pad: tuple[str | int, ...] = ("a",)
    for _ in range(diep):
        inhoud, pad = {"lijst": [inhoud]}, ("lijst", 0, *pad)
    tekst = yaml.dump(
        inhoud,
        default_style=stijl,
        width=breed,
        indent=inspringing,
        allow_unicode=unicode_,
        line_break=einde,
        default_flow_style=False,
    )
    try:
        source = parse_source(tekst.encode(), _PAD)
    except UnreadableFileError:
        return  # ons lezen is strenger dan YAML
    gelezen: Any = source.data
    for deel in pad:
        gelezen = gelezen[deel]
    if not isinstance(gelezen, str):
        return
    for nummer, teken in enumerate(gelezen):
        if not teken.isspace():
            assert _raw(tekst, source, pad, nummer)[:1] in {teken, "\\"}


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("ab '\"\\\n|>-+2:#\t"), max_size=60))
def test_willekeurige_schrijfwijze(staart: str) -> None:
    tekst = f"a: {staart}\n"
    try:
        source = parse_source(tekst.encode(), _PAD)
    except UnreadableFileError:
        return
    waarde = source.data.get("a")
    if isinstance(waarde, str):
        for nummer, teken in enumerate(waarde):
            if not teken.isspace():
                assert _raw(tekst, source, ("a",), nummer)[:1] in {teken, "\\"}


def test_wat_er_niet_is_staat_bij_het_begin() -> None:
    source = parse_source(b"a: woord\n", _PAD)
    assert [tuple(plek) for plek in source.position_in(("a",), [0, 99])] == [(1, 4), (1, 4)]
    assert [tuple(plek) for plek in source.position_in(("b", 3), [0])] == [(1, 1)]


@pytest.mark.parametrize(
    ("naam", "uitkomst"),
    [
        ("plan.pdf", ""),
        ("map/../plan.pdf", ""),
        ("./weg.pdf", "ontbreekt"),
        ("../buiten.pdf", "erbuiten"),
        ("map/../../buiten.pdf", "erbuiten"),
        ("/etc/passwd", "erbuiten"),
        ("uitweg/buiten.pdf", "erbuiten"),
        ("a\0b", "ontbreekt"),
        ("x" * 5000, "ontbreekt"),
    ],
)
def test_bestanden_naast_het_beleid(tmp_path: Path, naam: str, uitkomst: str) -> None:
    binnen = tmp_path / "binnen"
    (binnen / "map").mkdir(parents=True)
    (binnen / "plan.pdf").touch()
    (tmp_path / "buiten.pdf").touch()
    (binnen / "uitweg").symlink_to(tmp_path)
    assert parse_source(b"a: b\n", binnen / "beleid.yaml").beside(naam) == uitkomst
