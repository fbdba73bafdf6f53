"""Afkortingen zonder uitleg: eerst wat geen afkorting is of ergens wordt uitgelegd."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.hulp.prozabank import beleid, lint, over

CODE = "afkorting"


@pytest.mark.parametrize(
    "tekst",
    [
        "Het overleg op maandag.",
        "Onze VMBO-, HAVO- en VWO-leerlingen, en het MBO.",
        "Hoofdstuk II, deel IV en XII.",
        "Bel NIET zelf, maar WEL op tijd.",
        "LET OP: DIT IS BELANGRIJK voor iedereen.",
        "Mail naar ABC@school.example of kijk op www.ABC.nl en ABC.pdf.",
        "Zie `XYZ` en [XYZ](https://x.example) en <https://XYZ.example>.",
        "> Het XYZ van vroeger.",
        "De ICT-afdeling, een PDF, een SMS en onze EHBO'er.",
        "Wij melden bij DUO, de GGD en de FG; het staat in het LVS en het OPP.",
        "Wij houden een intern begeleidingsoverleg (IBO). Het IBO is op maandag.",
        "Het IBO is op maandag. Later: het intern begeleidingsoverleg (IBO).",
        "Het IBO (intern begeleidingsoverleg) is op maandag.",
        "Het IBO, het intern begeleidingsoverleg, is op maandag.",
        "IBO staat voor iets. Het IBO is op maandag.",
        "Het intern overleg, kortweg IBO, is op maandag. IBO's zijn kort.",
        "Het traject BOOST en de app MELD of THUIS.",
        "De Jeugd & Tijdcoach (J&T-coach) helpt; de J&T-coach belt.",
        "De NAW-gegevens (naam, adres en woonplaats).",
        "De klas A4 en B2 en lokaal B12, om 8H, MP3 en COVID19.",
        "K.v.K., B.V. en U.S.A.",
        "In bijlage A en punt B.",
        "I en O zijn letters.",
        "\u201cXYZ\u201d heette het vroeger.",
    ],
)
def test_geen_vals_alarm(tekst: str) -> None:
    assert over(tekst, CODE) == []


@pytest.mark.parametrize(
    ("tekst", "afkortingen"),
    [
        ("Het IBO is op maandag.", ["IBO"]),
        ("Het IBO en de IBO-leden en IBO's.", ["IBO"]),
        ("Het IBO (op maandag) en daarna.", ["IBO"]),
        ("De PLG en het ZIP.", ["PLG", "ZIP"]),
        ("**IBO** en _PLG_.", ["IBO", "PLG"]),
        ("De J&T-coach helpt.", ["J&T"]),
    ],
)
def test_wordt_gezien(tekst: str, afkortingen: list[str]) -> None:
    assert over(tekst, CODE) == afkortingen


def test_een_advies_met_alle_plaatsen() -> None:
    (advies,) = (een for een in lint(beleid("Het IBO en het IBO.\n\nWeer het IBO.")) if een.code == CODE)
    assert [plek.woord for plek in advies.vindplaatsen] == ["IBO"] * 3
    assert "3 keer" in advies.zin


def test_uitleg_elders_in_het_beleid_telt() -> None:
    tekst = beleid("Het IBO is op maandag.")
    assert over("Het IBO is op maandag.", CODE) == ["IBO"]
    met_begrip = tekst.replace("begrippen:\n", "begrippen:\n  overig:\n    - begrip: IBO\n      betekenis: Intern overleg.\n")
    assert [advies.over for advies in lint(met_begrip)] == []
    met_naam = tekst.replace("naam: Testschool", "naam: IBO Testschool")
    assert [advies.over for advies in lint(met_naam)] == []
    elders = tekst.replace(
        "controle_in_de_les:\n", "controle_in_de_les:\n  beleid: In het intern begeleidingsoverleg (IBO) komt dit terug.\n"
    )
    assert [advies.over for advies in lint(elders)] == []


def test_een_eigen_code_van_de_registratie_is_bekend() -> None:
    tekst = beleid("De code TO staat voor veel.") + "registratie:\n  eigen_codes:\n    - code: TO\n      betekenis: te laat\n"
    assert [advies.over for advies in lint(tekst)] == []


def test_wat_het_kader_uitlegt_is_bekend() -> None:
    assert over("Het MSA en het MDO.", CODE) == []


def test_een_ouder_woord_is_niet_ook_een_afkorting() -> None:
    assert over("Het RMC.", CODE) == []


@settings(max_examples=150, deadline=None)
@given(
    st.text(
        st.one_of(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), st.sampled_from("ABC(),.&-' \n")),
        min_size=1,
        max_size=120,
    )
)
def test_nooit_een_uitzondering(tekst: str) -> None:
    if tekst.strip(" \t\r\n") and not set(tekst) & set("\u2028\u2029\x85\ufeff\ufffe\uffff"):
        for advies in lint(beleid("A " + tekst)):
            assert advies.zin
            assert all(plek.plaats.regel > 0 for plek in advies.vindplaatsen)
