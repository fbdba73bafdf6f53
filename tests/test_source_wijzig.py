"""Een YAML-tekst wijzigen zonder de rest aan te raken."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from beleidscheck.source import parse_source
from beleidscheck.source.wijzig import EditError, Wijziging, apply_to_data, apply_to_text

PAD = Path("beleid.yaml")
TEKST = """\
# kop
a: 1 # een
b:
  - x   # eerste
  - y
  # na y

c:
leeg: {}
geen: []
# voor d
d: {e: 1, f: [1, 2]} # op één regel
g:
  h: >-
    lange
    tekst

  # na h
i:
  - id: z
    j: k
  - id: q
"""


def zet(pad: tuple[str | int, ...], waarde: object) -> Wijziging:
    return Wijziging(pad, waarde)


def voeg(pad: tuple[str | int, ...], waarde: object) -> Wijziging:
    return Wijziging(pad, waarde, toevoegen=True)


@pytest.mark.parametrize(
    ("wijziging", "oud", "nieuw"),
    [
        pytest.param(zet(("a",), 2), "a: 1 # een\n", "a: 2 # een\n", id="een getal; het commentaar blijft"),
        pytest.param(voeg(("b",), "z"), "  - y\n", "  - y\n  - z\n", id="achter in een lijst, voor het commentaar"),
        pytest.param(voeg(("b",), {"p": 1, "q": [True]}), "  - y\n", "  - y\n  - p: 1\n    q:\n      - ja\n", id="een blok in een lijst"),
        pytest.param(zet(("c",), "nu"), "c:\n", "c: nu\n", id="een sleutel zonder waarde"),
        pytest.param(zet(("c", "m", "n"), ["o"]), "c:\n", "c:\n  m:\n    n:\n      - o\n", id="dieper dan er was"),
        pytest.param(zet(("leeg", "p"), True), "leeg: {}\n", "leeg:\n  p: ja\n", id="een leeg blok"),
        pytest.param(voeg(("geen",), "x"), "geen: []\n", "geen:\n  - x\n", id="een lege lijst"),
        pytest.param(zet(("d", "n"), "x: y"), "d: {e: 1, f: [1, 2]} #", "d: {e: 1, f: [1, 2], n: 'x: y'} #", id="op één regel"),
        pytest.param(voeg(("d", "f"), 3), "[1, 2]", "[1, 2, 3]", id="een lijst op één regel"),
        pytest.param(zet(("g", "h"), "kort"), "  h: >-\n    lange\n    tekst\n", "  h: kort\n", id="lange tekst wordt kort"),
        pytest.param(zet(("g", "k"), "12:30"), "    tekst\n", "    tekst\n  k: '12:30'\n", id="een tijd blijft tekst"),
        pytest.param(zet(("i", 0, "n"), "2026-01-01"), "    j: k\n", "    j: k\n    n: '2026-01-01'\n", id="een sleutel in een regel van een lijst"),
        pytest.param(zet(("top", "x"), 1), "  - id: q\n", "  - id: q\n\ntop:\n  x: 1\n", id="een nieuw blok onderaan"),
    ],
)
def test_alleen_dat_verandert(wijziging: Wijziging, oud: str, nieuw: str) -> None:
    assert TEKST.count(oud) == 1
    verwacht = TEKST.replace(oud, nieuw)
    assert apply_to_text(TEKST, [wijziging], PAD) == verwacht
    assert apply_to_text(TEKST.replace("\n", "\r\n"), [wijziging], PAD) == verwacht.replace("\n", "\r\n")
    zonder_einde = apply_to_text(TEKST.rstrip("\n"), [wijziging], PAD)
    assert zonder_einde.rstrip("\n") == verwacht.rstrip("\n")


@pytest.mark.parametrize(
    "wijziging",
    [
        pytest.param(zet(("a", "x"), 1), id="een getal heeft geen sleutels"),
        pytest.param(voeg(("a",), 1), id="een getal is geen lijst"),
        pytest.param(zet(("b", 7, "x"), 1), id="een plaats die er niet is"),
        pytest.param(zet(("nieuw", 0), 1), id="een lijst die er niet is"),
    ],
)
def test_wat_niet_kan_verandert_niets(wijziging: Wijziging) -> None:
    with pytest.raises(EditError):
        apply_to_text(TEKST, [wijziging], PAD)


def test_wijzigingen_bouwen_op_elkaar_voort() -> None:
    rij = [voeg(("nieuw",), {"a": 1}), zet(("nieuw", 0, "b"), 2), voeg(("nieuw",), {"a": 3})]
    assert parse_source(apply_to_text(TEKST, rij, PAD).encode(), PAD).data["nieuw"] == [{"a": 1, "b": 2}, {"a": 3}]


SLEUTEL = st.sampled_from(["a", "b", "c", "dd", "e-f"])
BLAD = st.one_of(st.integers(0, 99), st.booleans(), st.sampled_from(["x", "ja", "nee", "12:30", "null", "- x", "# geen commentaar", "a: b", "{x", "é", "twee woorden", "0o7", "~", "2026-01-01"]))
BOOM = st.recursive(BLAD, lambda deel: st.lists(deel, max_size=3) | st.dictionaries(SLEUTEL, deel, max_size=3), max_leaves=8)
WORTEL = st.dictionaries(SLEUTEL, BOOM, min_size=1, max_size=4)


def plekken(waarde: object, pad: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], Any]]:
    rij = [(pad, waarde)]
    if isinstance(waarde, dict):
        rij += [plek for sleutel, deel in waarde.items() for plek in plekken(deel, (*pad, sleutel))]
    if isinstance(waarde, list):
        rij += [plek for nummer, deel in enumerate(waarde) for plek in plekken(deel, (*pad, nummer))]
    return rij


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_lukt_of_zegt_dat_het_niet_kan(data: st.DataObject) -> None:
    """Whatever the file looks like: the result reads as the change asks, or it is an `EditError`; comments stay."""
    inhoud = data.draw(WORTEL)
    stijl = data.draw(st.sampled_from([False, None, True]))
    tekst = "# boven\n" + yaml.safe_dump(inhoud, allow_unicode=True, sort_keys=False, default_flow_style=stijl, indent=data.draw(st.sampled_from([2, 4]))) + "# onder\n"
    bron = parse_source(tekst.encode(), PAD)
    pad, waarde = data.draw(st.sampled_from(plekken(bron.data)))
    nieuw = data.draw(BOOM)
    if isinstance(waarde, list):
        wijziging = voeg(pad, nieuw)
    elif isinstance(waarde, dict):
        wijziging = zet((*pad, data.draw(SLEUTEL)), nieuw)
    else:
        wijziging = zet(pad, nieuw)
    try:
        uit = apply_to_text(tekst, [wijziging], PAD)
    except EditError:
        return
    assert "# boven\n" in uit
    assert "# onder" in uit
    verwacht = apply_to_data(bron.data, [wijziging])
    assert leesbaar(parse_source(uit.encode(), PAD).data) == leesbaar(verwacht)


def leesbaar(waarde: object) -> object:
    if isinstance(waarde, dict):
        return {sleutel: leesbaar(deel) for sleutel, deel in waarde.items()}
    if isinstance(waarde, list):
        return [leesbaar(deel) for deel in waarde]
    return {True: "ja", False: "nee"}[waarde] if isinstance(waarde, bool) else waarde
