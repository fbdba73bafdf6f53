"""Hoeveelheden: lezen, schrijven en vergelijken, met het patroon van de JSON Schema als tweede lezer."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import combinations
from typing import Annotated

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import StringConstraints, TypeAdapter, ValidationError

from beleidscheck.beleid.schema import base_definitions
from beleidscheck.hoeveelheid import (
    EENHEDEN,
    PATROON,
    RITME_PATROON,
    RITME_WOORDEN,
    Hoeveelheid,
    LessonLengthError,
    QuantityError,
    UnitError,
    compare,
    compare_time,
    getal_tekst,
    kort,
    parse_hoeveelheid,
    parse_ritme,
)

VORMEN = sorted({vorm for enkel, (_, _, meer) in EENHEDEN.items() for vorm in (enkel, meer)} | {"uren", "%", "x", "periodes"})
GETALLEN = st.decimals(min_value=0, max_value=99999, places=2, allow_nan=False).map(lambda getal: Fraction(str(getal)))
HOEVEELHEDEN = st.builds(Hoeveelheid, GETALLEN, st.sampled_from(sorted(EENHEDEN)))
#: Tekst die op een hoeveelheid lijkt: cijfers, scheidingstekens, eenheden, en wat er vaak misgaat.
BIJNA = st.lists(
    st.sampled_from(
        ["0", "4", "12", "05", ".", ",", "5", " ", "\n", "\x00", "\u00a0", "-", "+", "e3", "٤", "４", *VORMEN, "keren", "weekje"]
    ),
    max_size=6,
).map("".join)


# ---- Lezen en schrijven ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "tekst",
    [
        pytest.param("", id="niets"),
        pytest.param("4", id="zonder eenheid"),
        pytest.param("keer", id="zonder getal"),
        pytest.param("04 keer", id="nul vooraan"),
        pytest.param("00 keer", id="twee nullen"),
        pytest.param("-1 keer", id="negatief"),
        pytest.param("+1 keer", id="plus"),
        pytest.param("1e3 keer", id="e-notatie"),
        pytest.param("1E3 keer", id="E-notatie"),
        pytest.param("0x10 keer", id="zestientallig"),
        pytest.param("٤ keer", id="Arabisch-Indisch cijfer"),
        pytest.param("４ keer", id="breed cijfer"),
        pytest.param("½ keer", id="breukteken"),
        pytest.param("100000 keer", id="boven 99 999"),
        pytest.param("1.234 keer", id="drie decimalen"),
        pytest.param("1,5,2 keer", id="twee komma's"),
        pytest.param("1. keer", id="punt zonder decimaal"),
        pytest.param(".5 keer", id="decimaal zonder getal"),
        pytest.param(" 4 keer", id="spatie vooraan"),
        pytest.param("4 keer ", id="spatie achteraan"),
        pytest.param("4  keer", id="twee spaties"),
        pytest.param("4\u00a0keer", id="vaste spatie"),
        pytest.param("4\tkeer", id="tab"),
        pytest.param("4 keer\n", id="regeleinde achteraan"),
        pytest.param("4 keer\r\n", id="Windows-regeleinde"),
        pytest.param("\n4 keer", id="regeleinde vooraan"),
        pytest.param("4\nkeer", id="regeleinde ertussen"),
        pytest.param("4 keer\x00", id="NUL achteraan"),
        pytest.param("4\x00keer", id="NUL ertussen"),
        pytest.param("4 Keer", id="hoofdletter"),
        pytest.param("vier keer", id="telwoord"),
        pytest.param("4 ziekmeldingen", id="geen eenheid"),
        pytest.param("4 keer per week", id="een ritme is geen hoeveelheid"),
        pytest.param("4 keer in 12 weken", id="twee hoeveelheden"),
        pytest.param("inf keer", id="oneindig"),
        pytest.param("nan keer", id="geen getal"),
    ],
)
def test_dit_is_geen_hoeveelheid(tekst: str) -> None:
    with pytest.raises(QuantityError):
        parse_hoeveelheid(tekst)
    assert re.search(PATROON, tekst) is None or tekst.endswith("\n")
    assert not _pydantic(PATROON, tekst)
    assert not _json("Hoeveelheid", tekst)


@pytest.mark.parametrize(
    ("tekst", "getal", "eenheid", "geschreven"),
    [
        pytest.param("4 keer", Fraction(4), "keer", "4 keer", id="keer"),
        pytest.param("4keer", Fraction(4), "keer", "4 keer", id="aan elkaar"),
        pytest.param("4 x", Fraction(4), "keer", "4 keer", id="x"),
        pytest.param("0 dagen", Fraction(0), "dag", "0 dagen", id="nul"),
        pytest.param("1 weken", Fraction(1), "week", "1 week", id="één is enkelvoud"),
        pytest.param("2 week", Fraction(2), "week", "2 weken", id="twee is meervoud"),
        pytest.param("1,0 week", Fraction(1), "week", "1 week", id="één met decimaal"),
        pytest.param("1.50 uren", Fraction(3, 2), "uur", "1,5 uur", id="punt"),
        pytest.param("1,25 klokuur", Fraction(5, 4), "klokuur", "1,25 klokuren", id="komma"),
        pytest.param("0,05 procent", Fraction(1, 20), "procent", "0,05 procent", id="kleine breuk"),
        pytest.param("95%", Fraction(95), "procent", "95 procent", id="procentteken"),
        pytest.param("12 schoolweken", Fraction(12), "schoolweek", "12 schoolweken", id="schoolweken"),
        pytest.param("2 halve jaren", Fraction(2), "halfjaar", "2 halve jaren", id="eenheid van twee woorden"),
        pytest.param("1 periode", Fraction(1), "rapportperiode", "1 rapportperiode", id="periode"),
        pytest.param("99999 minuten", Fraction(99999), "minuut", "99999 minuten", id="grootste getal"),
        pytest.param("99999,99 minuten", Fraction(9999999, 100), "minuut", "99999,99 minuten", id="grootste getal met decimalen"),
    ],
)
def test_lezen_en_schrijven(tekst: str, getal: Fraction, eenheid: str, geschreven: str) -> None:
    gelezen = parse_hoeveelheid(tekst)
    assert (gelezen, str(gelezen)) == (Hoeveelheid(getal, eenheid), geschreven)
    assert re.search(PATROON, tekst)
    assert _pydantic(PATROON, tekst)
    assert _json("Hoeveelheid", tekst)


@settings(max_examples=500, deadline=None)
@given(HOEVEELHEDEN)
def test_wat_wij_schrijven_lezen_wij_terug(hoeveelheid: Hoeveelheid) -> None:
    assert parse_hoeveelheid(str(hoeveelheid)) == hoeveelheid


@pytest.mark.parametrize("enkel", sorted(EENHEDEN))
def test_elke_eenheid_in_enkelvoud_en_meervoud(enkel: str) -> None:
    soort, _, meer = EENHEDEN[enkel]
    for getal, vorm in ((Fraction(1), enkel), (Fraction(2), meer), (Fraction(1), meer), (Fraction(2), enkel)):
        gelezen = parse_hoeveelheid(f"{getal} {vorm}")
        assert (gelezen.getal, gelezen.eenheid, gelezen.soort) == (getal, enkel, soort)


def _pydantic(patroon: str, tekst: str) -> bool:
    try:
        TypeAdapter(Annotated[str, StringConstraints(pattern=patroon)]).validate_python(tekst)
    except ValidationError:
        return False
    return True


def _json(naam: str, tekst: str) -> bool:
    schema = base_definitions()[naam]
    return bool(Draft202012Validator({"type": "string", "pattern": schema["pattern"]}).is_valid(tekst))


def _reads(lees: object, tekst: str) -> bool:
    try:
        lees(tekst)  # type: ignore[operator]
    except QuantityError:
        return False
    return True


@settings(max_examples=500, deadline=None)
@given(BIJNA | HOEVEELHEDEN.map(str) | st.text(max_size=12))
def test_patroon_en_parser_nemen_hetzelfde_aan(tekst: str) -> None:
    leest = _reads(parse_hoeveelheid, tekst)
    assert _pydantic(PATROON, tekst) is leest
    assert _json("Hoeveelheid", tekst) is leest


@settings(max_examples=500, deadline=None)
@given(
    BIJNA
    | HOEVEELHEDEN.map(str)
    | st.sampled_from([*RITME_WOORDEN, "4 keer per jaar", "0 keer per week", "week\n", "1000 keer per dag"])
    | st.text(max_size=12)
)
def test_ritmepatroon_en_parser_nemen_hetzelfde_aan(tekst: str) -> None:
    leest = _reads(parse_ritme, tekst)
    assert _pydantic(RITME_PATROON, tekst) is leest
    assert _json("Ritme", tekst) is leest


def test_de_fout_zegt_hoe_het_wel_moet() -> None:
    with pytest.raises(QuantityError) as fout:
        parse_hoeveelheid("een paar\n  keer " + "x" * 60)
    begin = "«een paar keer xxxxxxxxxxxxxxxxxxxxxxxxx…» is geen hoeveelheid."
    assert (
        str(fout.value)
        == f"{begin} Schrijf een getal met een eenheid, bijvoorbeeld `4 keer`, `12 schoolweken` of `7 schooldagen`."
    )
    with pytest.raises(QuantityError) as fout:
        parse_ritme("4 keer")
    assert (
        str(fout.value)
        == "«4 keer» is geen ritme. Schrijf bijvoorbeeld `week`, `6 weken`, `kwartaal`, `jaarlijks` of `4 keer per jaar`."
    )


@pytest.mark.parametrize(
    ("getal", "tekst"),
    [
        pytest.param(Fraction(0), "0", id="nul"),
        pytest.param(Fraction(16), "16", id="heel"),
        pytest.param(Fraction(40, 3), "13,33", id="derde"),
        pytest.param(Fraction(1, 2), "0,5", id="half"),
        pytest.param(Fraction(365, 364), "1", id="bijna één wordt geen 1 met een losse komma"),
        pytest.param(Fraction(1, 999), "0", id="bijna nul"),
    ],
)
def test_getal_voor_een_lezer(getal: Fraction, tekst: str) -> None:
    assert getal_tekst(getal) == tekst


# ---- Ritmes ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tekst", "dagen"),
    [
        pytest.param("direct", Fraction(0), id="direct"),
        pytest.param("dagelijks", Fraction(1), id="dagelijks"),
        pytest.param("week", Fraction(7), id="week"),
        pytest.param("tweewekelijks", Fraction(14), id="om de week"),
        pytest.param("6 weken", Fraction(42), id="hoeveelheid"),
        pytest.param("maand", Fraction(30), id="maand"),
        pytest.param("kwartaal", Fraction(91), id="kwartaal"),
        pytest.param("jaarlijks", Fraction(365), id="jaarlijks"),
        pytest.param("tweejaarlijks", Fraction(730), id="tweejaarlijks"),
        pytest.param("4 keer per jaar", Fraction(365, 4), id="vier keer per jaar"),
        pytest.param("3 keer per schooljaar", Fraction(365, 3), id="drie keer per schooljaar"),
        pytest.param("2 keer per week", Fraction(7, 2), id="twee keer per week"),
        pytest.param("1 keer per dag", Fraction(1), id="eens per dag"),
    ],
)
def test_ritme(tekst: str, dagen: Fraction) -> None:
    assert parse_ritme(tekst).basis() == dagen


def test_vaker_is_een_korter_ritme() -> None:
    assert compare(parse_ritme("4 keer per jaar"), parse_ritme("3 keer per jaar")) < 0
    assert compare(parse_ritme("4 keer per jaar"), parse_ritme("kwartaal")) > 0


@pytest.mark.parametrize(
    "tekst",
    ["", "vaak", "4 keer", "16 lesuren", "30 minuten", "0 keer per jaar", "4 keer per kwartaal", "1.5 keer per jaar", "week "],
)
def test_dit_is_geen_ritme(tekst: str) -> None:
    with pytest.raises(QuantityError):
        parse_ritme(tekst)


def test_elk_ritmewoord_is_een_tijd() -> None:
    assert {parse_ritme(woord).soort for woord in RITME_WOORDEN} == {"dagen"}


# ---- Vergelijken -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("links", "rechts", "lesuur", "uitkomst"),
    [
        pytest.param("4 keer", "4 keer", None, 0, id="gelijk"),
        pytest.param("3 keer", "4 keer", None, -1, id="minder"),
        pytest.param("5 keer", "4 keer", None, 1, id="meer"),
        pytest.param("16 lesuren", "16 lesuren", None, 0, id="lesuren zonder lengte"),
        pytest.param("15 lesuren", "16 lesuren", None, -1, id="minder lesuren zonder lengte"),
        pytest.param("16 lesuren", "16 klokuren", 60, 0, id="lesuur van 60 minuten"),
        pytest.param("16 lesuren", "16 klokuren", 50, -1, id="lesuur van 50 minuten"),
        pytest.param("19 lesuren", "16 klokuren", 50, -1, id="19 van 50 minuten"),
        pytest.param("20 lesuren", "16 klokuren", 50, 1, id="20 van 50 minuten"),
        pytest.param("21 lesuren", "16 klokuren", 45, -1, id="21 van 45 minuten"),
        pytest.param("22 lesuren", "16 klokuren", 45, 1, id="22 van 45 minuten"),
        pytest.param("2 halfuren", "60 minuten", None, 0, id="halfuren"),
        pytest.param("1 week", "7 dagen", None, 0, id="week is zeven dagen"),
        pytest.param("1 schoolweek", "5 schooldagen", None, 0, id="schoolweek is vijf schooldagen"),
        pytest.param("7 schooldagen", "10 dagen", None, -1, id="zeven schooldagen zijn nog geen tien dagen"),
        pytest.param("7 schooldagen", "9 dagen", None, 1, id="zeven schooldagen zijn meer dan negen dagen"),
        pytest.param("4 weken", "1 maand", None, -1, id="vier weken is korter dan een maand"),
        pytest.param("1 kwartaal", "3 maanden", None, 1, id="een kwartaal is 91 dagen"),
        pytest.param("2 dagdelen", "1 schooldag", None, 0, id="dagdelen"),
    ],
)
def test_vergelijken(links: str, rechts: str, lesuur: int | None, uitkomst: int) -> None:
    assert compare(parse_hoeveelheid(links), parse_hoeveelheid(rechts), lesuur) == uitkomst
    assert compare(parse_hoeveelheid(rechts), parse_hoeveelheid(links), lesuur) == -uitkomst


@pytest.mark.parametrize("eenheid", sorted(set(EENHEDEN) - {"lesuur"}))
def test_een_lesuur_zonder_lengte_is_niet_te_vergelijken(eenheid: str) -> None:
    een, ander = Hoeveelheid(Fraction(1), "lesuur"), Hoeveelheid(Fraction(1), eenheid)
    with pytest.raises(UnitError):
        compare(een, ander)


def test_de_fout_over_een_lesuur_zegt_wat_er_moet_worden_ingevuld() -> None:
    with pytest.raises(LessonLengthError) as fout:
        compare(parse_hoeveelheid("16 lesuren"), parse_hoeveelheid("16 klokuren"))
    assert str(fout.value) == "De lengte van een lesuur is niet bekend: vul `school.lesuur_minuten` in."


def test_een_andere_soort_is_niet_te_vergelijken() -> None:
    per_soort = {soort: eenheid for eenheid, (soort, _, _) in EENHEDEN.items()}
    for een, ander in combinations(per_soort.values(), 2):
        with pytest.raises(UnitError, match=r"^«1 \w+» en «1 \w+» zijn niet te vergelijken\.$"):
            compare(Hoeveelheid(Fraction(1), een), Hoeveelheid(Fraction(1), ander), 50)


@st.composite
def _same_kind(draw: st.DrawFn) -> tuple[Hoeveelheid, Hoeveelheid, Hoeveelheid]:
    soort = draw(st.sampled_from(["keer", "duur", "dagen", "procent"]))
    eenheden = st.sampled_from(sorted(enkel for enkel, (ander, _, _) in EENHEDEN.items() if ander == soort))
    een = st.builds(Hoeveelheid, st.integers(0, 60).map(Fraction) | GETALLEN, eenheden)
    return draw(een), draw(een), draw(een)


@settings(max_examples=500, deadline=None)
@given(_same_kind(), st.integers(10, 240))
def test_vergelijken_is_een_totale_orde_per_soort(drie: tuple[Hoeveelheid, Hoeveelheid, Hoeveelheid], lesuur: int) -> None:
    a, b, c = drie
    assert compare(a, a, lesuur) == 0
    assert compare(a, b, lesuur) == -compare(b, a, lesuur)
    if compare(a, b, lesuur) <= 0 and compare(b, c, lesuur) <= 0:
        assert compare(a, c, lesuur) <= 0
    if compare(a, b, lesuur) == 0:
        assert compare(a, c, lesuur) == compare(b, c, lesuur)


@settings(max_examples=500, deadline=None)
@given(HOEVEELHEDEN, HOEVEELHEDEN)
def test_zonder_lengte_is_de_uitkomst_dezelfde_of_een_fout(een: Hoeveelheid, ander: Hoeveelheid) -> None:
    try:
        zonder = compare(een, ander)
    except UnitError:
        return
    assert zonder == compare(een, ander, 50) == compare(een, ander, 45)


# ---- Termijnen en ritmes -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("links", "rechts", "uitkomst"),
    [
        pytest.param("1 schooldag", "1 dag", 0, id="één schooldag is één dag"),
        pytest.param("1 werkdag", "1 kalenderdag", 0, id="één werkdag is één dag"),
        pytest.param("2 schooldagen", "2 dagen", 1, id="twee schooldagen zijn meer dan twee dagen"),
        pytest.param("24 uur", "1 dag", 0, id="24 uur is een dag"),
        pytest.param("23 klokuren", "1 dag", -1, id="23 uur is korter"),
        pytest.param("72 uur", "1 dag", 1, id="72 uur is langer"),
        pytest.param("24 uur", "1 schooldag", 0, id="een schooldag is minstens 24 uur"),
        pytest.param("30 minuten", "1 dag", -1, id="minuten"),
        pytest.param("48 uur", "1 week", -1, id="twee dagen is korter dan een week"),
        pytest.param("169 uur", "1 week", 1, id="meer dan een week"),
        pytest.param("2 lesuren", "1 dag", -1, id="lesuren"),
    ],
)
def test_uren_tegenover_dagen(links: str, rechts: str, uitkomst: int) -> None:
    assert compare_time(parse_hoeveelheid(links), parse_hoeveelheid(rechts), 50) == uitkomst
    assert compare_time(parse_hoeveelheid(rechts), parse_hoeveelheid(links), 50) == -uitkomst


def test_keer_is_geen_tijd() -> None:
    with pytest.raises(UnitError, match="niet te vergelijken"):
        compare_time(parse_hoeveelheid("4 keer"), parse_hoeveelheid("1 dag"))
    with pytest.raises(LessonLengthError):
        compare_time(parse_hoeveelheid("4 lesuren"), parse_hoeveelheid("1 dag"))


@pytest.mark.parametrize(
    ("tekst", "uitkomst"),
    [
        pytest.param("kort", "kort", id="past"),
        pytest.param("op\n twee\tregels", "op twee regels", id="op één regel"),
        pytest.param("x" * 41, "x" * 39 + "…", id="te lang"),
        pytest.param("x" * 40, "x" * 40, id="precies"),
    ],
)
def test_kort(tekst: str, uitkomst: str) -> None:
    assert kort(tekst) == uitkomst
