"""Lettergrepen, zinnen en de maat van Flesch-Douma."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleidscheck.proza.leesbaarheid import MINSTENS_WOORDEN, flesch_douma, measure
from beleidscheck.proza.lettergrepen import rough_syllables, syllables
from beleidscheck.proza.markdown import read_text
from beleidscheck.proza.zinnen import sentences
from tests.hulp.prozabank import beleid, lint, over

CODE = "leesbaarheid"
LICHT = "De mentor belt de ouder. Hij vraagt hoe het gaat. De klas mist je. Kom je morgen weer? "
ZWAAR = (
    "Ondersteuningscoördinatoren organiseren multidisciplinaire besprekingen waarin samenwerkingspartners verantwoordelijkheden"
    " formuleren, ontwikkelingsperspectieven evalueren, ondersteuningsbehoeften inventariseren en aanwezigheidspercentages"
    " interpreteren, waarbij leerplichtambtenaren en jeugdgezondheidszorgmedewerkers afstemmingsmogelijkheden identificeren. "
)


@pytest.mark.parametrize(
    ("woord", "aantal"),
    [
        ("school", 1), ("ouder", 2), ("idee", 2), ("over", 2), ("museum", 3), ("evaluatie", 5), ("ongeoorloofd", 4),
        ("coördinator", 5), ("geïnformeerd", 4), ("leerplichtambtenaar", 5), ("samenwerkingsverband", 6), ("e-mail", 2),
        ("aanwezigheid", 4), ("medezeggenschapsraad", 6), ("18", 1), ("MDO", 1), ("drieëntwintig", 4), ("opnieuw", 2),
    ],
)  # fmt: skip
def test_lettergrepen(woord: str, aantal: int) -> None:
    assert syllables(woord) == aantal


@given(st.text(max_size=40))
def test_elk_woord_heeft_een_lettergreep(woord: str) -> None:
    assert syllables(woord) >= 1
    assert rough_syllables(woord) >= 1


@pytest.mark.parametrize(
    ("tekst", "aantal"),
    [
        ("Een zin. Nog een zin! En nog een? Ja.", 4),
        ("Dat is bijv. zo. En o.a. dit, i.v.m. dat.", 2),
        ("Om 8.30 uur en op 1 sept. Daarna niet.", 1),
        ("Zie art. 5. En dan: nee; of ja.", 2),
        ("Hij zei: «Kom.» En hij ging.", 2),
        ("Zonder punt", 1),
        ("...", 1),
        ("", 0),
    ],
)
def test_zinnen(tekst: str, aantal: int) -> None:
    assert len(list(sentences(tekst, 0, len(tekst)))) == aantal


def test_de_formule() -> None:
    assert flesch_douma(100, 10, 150) == pytest.approx(206.84 - 0.77 * 150 - 0.93 * 10)


@pytest.mark.parametrize(
    "tekst",
    [
        pytest.param(LICHT * 10, id="lichte tekst"),
        pytest.param(ZWAAR.split(",", maxsplit=1)[0] + ".", id="te kort om iets te zeggen"),
        pytest.param("\n".join(f"- {ZWAAR}" for _ in range(4)), id="opsomming"),
        pytest.param(f"> {ZWAAR}" * 4, id="citaat"),
        pytest.param(f"```\n{ZWAAR * 4}\n```", id="code"),
        pytest.param("\n\n".join(["# " + ZWAAR] * 4), id="koppen"),
    ],
)
def test_blijft_met_rust(tekst: str) -> None:
    assert over(tekst, CODE) == []


def test_een_moeilijke_tekst_met_de_langste_zin() -> None:
    (advies,) = (een for een in lint(beleid("Dit is kort. " + ZWAAR * 3)) if een.code == CODE)
    (plek,) = advies.vindplaatsen
    assert plek.woord == ZWAAR.strip()
    assert "Flesch-Douma" in advies.zin
    assert plek.plaats.kolom == len('  visie: "Dit is kort. ') + 1


def test_een_lange_zin_in_een_lichte_tekst() -> None:
    lang = "De mentor belt de ouder, " + "en dan gaat hij naar de klas " * 6 + "waarbij hij zegt dat het goed is."
    (advies,) = (een for een in lint(beleid(LICHT * 3 + lang)) if een.code == CODE)
    assert "zin van 54 woorden" in advies.zin
    assert "Knip de zin van 54 woorden" in advies.te_doen
    assert "bijvoorbeeld bij «" in advies.te_doen


def test_links_en_code_tellen_als_een_woord() -> None:
    zonder = measure(read_text(LICHT * 10), syllables)
    met = measure(read_text(LICHT * 10 + "Zie [een heel lange linktekst hier](https://x.example/lang/adres)."), syllables)
    assert zonder is not None
    assert met is not None
    assert met.woorden == zonder.woorden + 2


@given(st.text(st.sampled_from("ab. \n!?"), max_size=300))
def test_de_maat_valt_nooit_om(tekst: str) -> None:
    maat = measure(read_text(tekst), syllables)
    assert maat is None or maat.woorden >= MINSTENS_WOORDEN
