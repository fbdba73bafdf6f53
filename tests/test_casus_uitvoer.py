"""De uitgevoerde casus: elke meegeleverde doet wat het protocol vraagt, wie is er eerder, en hoe ziet dat eruit."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator

from beleidscheck.casus.lezen import parse_casus, read_casus
from beleidscheck.casus.nagaan import check_expectations
from beleidscheck.casus.partij import load_party
from beleidscheck.casus.uitvoeren import Stand, run_casus
from beleidscheck.data import casus_dir, schema_dir
from beleidscheck.document.casus import compose_casus
from beleidscheck.document.casus_beeld import casus_beeld, standalone_svg
from beleidscheck.document.casus_naast import closing
from beleidscheck.document.casus_verhaal import happenings
from beleidscheck.document.tekst import document_text
from beleidscheck.errors import UnreadableFileError, UsageError
from beleidscheck.render.casus_json import render_casus_json
from beleidscheck.render.casus_terminal import render_casus, render_verdicts
from beleidscheck.render.html import render_html
from beleidscheck.render.kolommen import width
from beleidscheck.render.markdown import render_markdown
from tests.hulp.verwacht import assert_expected

if TYPE_CHECKING:
    from pathlib import Path

    from beleidscheck.casus.lezen import Casus
    from beleidscheck.casus.partij import Partij
    from beleidscheck.casus.uitvoeren import Uitkomst

PROTOCOL = "noord-kennemerland@2024-2025"
DAG = date(2026, 10, 1)
ALLE = sorted(casus_dir().glob("*.yaml"))
SCHEMA: dict[str, Any] = json.loads((schema_dir() / "casusuitkomst.schema.json").read_text(encoding="utf-8"))
#: Een school die later is, op andere plekken eerder, en wat ontbreekt.
BELEID = """\
formaat: 1
kaders: [model16@2023]
beleid:
  titel: Aanwezigheidsbeleid
school:
  naam: Het Eiland College
  sector: vo
  regio: anders
  lesuur_minuten: 50
rollen:
  mentor: coach
stappen_bij_afwezigheid:
  trappen:
  - trap: ziekte
    titel: Ziekte
    stappen:
    - id: vaak-ziek
      titel: Vaak ziek
      bij:
      - signaal: ziekmeldingen
        drempel: 5 keer
        periode: 1 rapportperiode
        venster: vast
      - signaal: ziek_aaneengesloten
        drempel: 8 schooldagen
      acties:
      - wie: mentor
        actie: verzuimgesprek
        met: [leerling, ouder]
        termijn: 2 weken
        vastlegging: [LVS]
  - trap: te_laat
    stappen:
    - bij:
      - signaal: te_laat
        drempel: 2 keer
      acties:
      - wie: mentor
        actie: contact
        met: [ouder]
      - wie: meldpunt
        actie: doorgeven
        met: [mentor]
      - wie: mentor
        actie: gesprek
        met: [leerling]
    - bij:
      - signaal: te_laat
        drempel: 8 keer
      acties:
      - wie: mt
        actie: nablijven
        met: [leerling]
"""


def shipped(naam: str) -> Casus:
    return read_casus(casus_dir() / f"{naam}.yaml")


@pytest.fixture(scope="module")
def protocol() -> Partij:
    return load_party(PROTOCOL, DAG)


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Partij:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "eiland.yaml").write_text(BELEID, encoding="utf-8")
    return load_party("eiland.yaml", DAG)


def beside(naam: str, school: Partij, protocol: Partij) -> Uitkomst:
    return run_casus(shipped(naam), school, protocol)


# ---- Het protocol zelf -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("pad", ALLE, ids=lambda pad: pad.stem)
def test_every_shipped_casus_does_what_the_protocol_says(pad: Path, protocol: Partij) -> None:
    casus = read_casus(pad)
    uitvoering = run_casus(casus, protocol).eigen
    assert casus.inhoud.verwacht is not None
    oordeel = check_expectations(casus.inhoud.verwacht, uitvoering)
    assert oordeel.verschillen == ()
    assert oordeel.overgeslagen == ()
    assert oordeel.nagegaan
    assert uitvoering.tijdlijn.niet_geteld == ()
    assert uitvoering.tijdlijn.aannamen == ()


def test_the_casussen_reach_the_whole_ladder(protocol: Partij) -> None:
    """Elke stap van het protocol gaat in minstens één casus af."""
    gezien = {moment.stap.id for pad in ALLE for moment in run_casus(read_casus(pad), protocol).eigen.tijdlijn.momenten}
    assert gezien == {stap.id for stap in protocol.ladder.stappen}


@pytest.mark.parametrize("pad", ALLE, ids=lambda pad: pad.stem)
def test_a_policy_that_follows_the_protocol_is_never_later(pad: Path, tmp_path: Path, protocol: Partij) -> None:
    volgt = tmp_path / "volgt.yaml"
    kop = BELEID.split("stappen_bij_afwezigheid:", maxsplit=1)[0].replace("model16@2023", PROTOCOL)
    volgt.write_text(f"{kop}stappen_bij_afwezigheid:\n  volgt: {PROTOCOL}\n", encoding="utf-8")
    uitkomst = run_casus(read_casus(pad), load_party(str(volgt), DAG), protocol)
    assert uitkomst.stand in {Stand.ZELFDE, None}
    if pad.stem != "klokuren-en-lesuren":  # daar duren de lessen van de casus korter dan die van deze school
        assert check_expectations(uitkomst.casus.inhoud.verwacht, uitkomst.eigen).verschillen == ()  # type: ignore[arg-type]


# ---- Verwacht ----------------------------------------------------------------------------------------------------------

_CASUS = """\
casus: 1
titel: Zes keer te laat
leerling: {leeftijd: 14}
schooljaar: 2026-2027
vakantieregio: noord
gebeurtenissen:
- wat: te_laat
  dagen: [2026-09-01, 2026-09-02, 2026-09-03, 2026-09-04, 2026-09-07, 2026-09-08]
verwacht:
"""


@pytest.mark.parametrize(
    ("verwacht", "verschillen"),
    [
        pytest.param("  stappen: [{op: 2026-09-03, stap: te-laat-3}, {op: 2026-09-08, stap: te-laat-6}]", (), id="precies zo"),
        pytest.param("  acties: [{actie: brief, op: 2026-09-08}]", (), id="een deel van de acties"),
        pytest.param("  acties: [{actie: brief, wie: mentor, uiterlijk: 2026-09-08}]", (), id="uiterlijk, en zo is het"),
        pytest.param("  geen_acties: [mdo_organiseren]", (), id="wat niet mag, gebeurt niet"),
        pytest.param(
            "  stappen: [{op: 2026-09-03, stap: te-laat-3}]",
            ("Op dinsdag 8 september 2026 volgt stap `te-laat-6`, en die wordt niet verwacht.",),
            id="een stap te veel",
        ),
        pytest.param(
            "  stappen: [{op: 2026-09-03, stap: te-laat-3}, {op: 2026-09-07, stap: te-laat-6}]",
            ("Op maandag 7 september 2026 hoort stap `te-laat-6` te volgen. Hij volgt op dinsdag 8 september 2026.",),
            id="een andere dag",
        ),
        pytest.param(
            "  stappen: [{op: 2026-09-03, stap: te-laat-3}, {op: 2026-09-08, stap: te-laat-6}, {op: 2026-09-08, stap: te-laat-9}]",
            ("Op dinsdag 8 september 2026 hoort stap `te-laat-9` te volgen. Hij volgt niet.",),
            id="een stap te weinig",
        ),
        pytest.param(
            "  stappen: [{op: 2026-09-03, stap: telaat3}, {op: 2026-09-03, stap: te-laat-3}, {op: 2026-09-08, stap: te-laat-6}]",
            ("De stap `telaat3` bestaat niet in deze ladder. Bedoelde u `te-laat-3`?",),
            id="een onbekende stap",
        ),
        pytest.param(
            "  niets: ja",
            (
                "Op donderdag 3 september 2026 volgt stap `te-laat-3`, en die wordt niet verwacht.",
                "Op dinsdag 8 september 2026 volgt stap `te-laat-6`, en die wordt niet verwacht.",
            ),
            id="niets verwacht",
        ),
        pytest.param(
            "  acties: [{actie: brief, wie: mt, op: 2026-09-08}]",
            ("«brief» door managementteam hoort te volgen, en volgt niet.",),
            id="door een ander",
        ),
        pytest.param(
            "  acties: [{actie: brief, op: 2026-09-07}]",
            ("«brief» hoort op maandag 7 september 2026 te volgen, en volgt op dinsdag 8 september 2026.",),
            id="een actie op een andere dag",
        ),
        pytest.param(
            "  acties: [{actie: brief, uiterlijk: 2026-09-07}]",
            (
                (
                    "«brief» hoort uiterlijk maandag 7 september 2026 te zijn gedaan;"
                    " onder deze ladder mag het tot dinsdag 8 september 2026."
                ),
            ),
            id="een actie te laat",
        ),
        pytest.param(
            "  geen_acties: [brief]",
            ("Op dinsdag 8 september 2026 volgt «brief» (stap `te-laat-6`), en dat hoort niet.",),
            id="wat niet mag",
        ),
    ],
)
def test_what_is_expected(verwacht: str, verschillen: tuple[str, ...], protocol: Partij, tmp_path: Path) -> None:
    casus = parse_casus(f"{_CASUS}{verwacht}\n".encode(), tmp_path / "c.yaml")
    assert casus.inhoud.verwacht is not None
    assert check_expectations(casus.inhoud.verwacht, run_casus(casus, protocol).eigen).verschillen == verschillen


def test_steps_of_another_ladder_are_not_checked(school: Partij) -> None:
    casus = shipped("zes-keer-te-laat")
    assert casus.inhoud.verwacht is not None
    oordeel = check_expectations(casus.inhoud.verwacht, run_casus(casus, school).eigen)
    assert oordeel.overgeslagen == (
        "De verwachte stappen horen bij de ladder van noord-kennemerland@2024-2025 en zijn hier niet nagegaan.",
    )
    assert oordeel.verschillen == (
        "«brief» door mentor hoort te volgen, en volgt niet.",
        "«verzuimspreekuur» door leerplichtambtenaar hoort te volgen, en volgt niet.",
        "«melding via het verzuimloket van DUO» door managementteam hoort te volgen, en volgt niet.",
    )


# ---- Wie is eerder -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("naam", "stand", "zin"),
    [
        ("precies-95-procent", None, "Het protocol vraagt in deze casus niets. Uw beleid doet ook niets."),
        (
            "drie-keer-te-laat",
            Stand.EERDER,
            "Uw beleid is nergens later dan het protocol. Bij één stap is het eerder.",
        ),
        (
            "schorsing",
            Stand.NIET,
            "Uw beleid doet niet wat het protocol op 7 oktober 2026 vraagt: de directeur meldt de schorsing bij de Inspectie van het Onderwijs.",
        ),
        (
            "zevende-ziektedag",
            Stand.NIET,
            (
                "Uw beleid doet op 30 september 2026 wat het protocol op 22 september 2026 vraagt"
                " (Vaak of langer ziek: voert een aanwezigheidsgesprek met de leerling en de ouders)."
                " Uw beleid doet niet wat het protocol op 7 september 2026 vraagt: de ouder meldt de afwezigheid bij het meldpunt."
                " En nog 14 acties niet."
            ),
        ),
    ],
)
def test_who_is_first(naam: str, stand: Stand | None, zin: str, school: Partij, protocol: Partij) -> None:
    uitkomst = beside(naam, school, protocol)
    assert uitkomst.stand == stand
    assert closing(uitkomst) == zin


def test_against_itself_and_against_another_policy(school: Partij, protocol: Partij) -> None:
    assert (
        closing(beside("drie-keer-te-laat", school, school))
        == "Uw beleid doet alles wat het andere beleid vraagt, en is nergens later."
    )
    omgekeerd = run_casus(shipped("drie-keer-te-laat"), protocol, school)
    assert closing(omgekeerd) == (
        "Het protocol doet op 11 september 2026 wat het beleid van Het Eiland College op 3 september 2026 vraagt"
        " (Vanaf de 2e keer te laat: neemt contact op met de ouders)."
    )
    assert closing(run_casus(shipped("drie-keer-te-laat"), protocol)) == ""


def test_two_steps_on_one_day_ask_an_action_once(tmp_path: Path) -> None:
    """Onder het ene beleid vragen twee stappen op één dag een gesprek van de mentor; het andere voert er die dag één."""
    stap = (
        "    - id: {}\n      bij: [{{signaal: te_laat, drempel: {}, periode: 1 schooljaar}}]\n"
        "      acties: [{{wie: {}, actie: gesprek, met: {}}}]\n"
    )
    kop = (
        BELEID[: BELEID.index("stappen_bij_afwezigheid:")]
        + "stappen_bij_afwezigheid:\n  trappen:\n  - trap: te_laat\n    stappen:\n"
    )
    paden = [tmp_path / naam for naam in ("een.yaml", "twee.yaml", "oco.yaml")]
    paden[0].write_text(kop + stap.format("a", "3 keer", "mentor", "[leerling]"), encoding="utf-8")
    dubbel = kop + stap.format("a", "3 keer", "mentor", "[leerling]")
    paden[1].write_text(dubbel + stap.format("b", "3 keer", "mentor", "[leerling, ouder]"), encoding="utf-8")
    paden[2].write_text(dubbel + stap.format("b", "3 keer", "oco", "[leerling]"), encoding="utf-8")
    een, twee, oco = (load_party(str(pad), DAG) for pad in paden)
    casus = shipped("drie-keer-te-laat")
    assert run_casus(casus, een, twee).stand is Stand.ZELFDE
    assert run_casus(casus, twee, een).stand is Stand.ZELFDE
    assert run_casus(casus, een, oco).stand is Stand.NIET


def test_lessons_are_as_long_as_those_of_the_policy(tmp_path: Path, protocol: Partij) -> None:
    """Twaalf klokuren zijn zestien lesuren van 45 minuten, maar geen zestien van 50."""
    casus = shipped("klokuren-en-lesuren")
    pad = tmp_path / "b.yaml"
    pad.write_text(BELEID, encoding="utf-8")
    stappen = [m.stap.id for m in run_casus(casus, protocol).eigen.tijdlijn.momenten]
    ernaast = run_casus(casus, load_party(str(pad), DAG), protocol).ander
    assert stappen == ["ongeoorloofd-eerste-uur", "ongeoorloofd-16-uur"]
    assert ernaast is not None
    assert [m.stap.id for m in ernaast.tijdlijn.momenten] == ["ongeoorloofd-eerste-uur"]


def test_what_happens_is_told_in_order() -> None:
    assert happenings(shipped("vso-met-stage")) == (
        (date(2026, 9, 3), "ongeoorloofd afwezig, 3 lesuren; Lessen op school"),
        (date(2026, 9, 8), "ongeoorloofd afwezig, 5 lesuren; Een dag stage"),
        (date(2026, 9, 10), "ongeoorloofd afwezig, 3 lesuren; Lessen op school"),
        (date(2026, 9, 15), "ongeoorloofd afwezig, 5 lesuren; Een dag stage"),
    )
    assert happenings(shipped("zevende-ziektedag")) == (
        (date(2026, 9, 7), "ziek, 8 schooldagen, tot en met woensdag 16 september 2026; 1e ziekmelding"),
    )
    assert happenings(shipped("onder-90-procent"))[0] == (date(2026, 10, 30), "aanwezigheid gemeten: 94 procent")


# ---- Welke ladder ------------------------------------------------------------------------------------------------------


def test_a_kader_without_a_ladder_is_refused() -> None:
    with pytest.raises(UsageError, match="heeft geen eigen ladder"):
        load_party("model16@2023", DAG)


@pytest.mark.parametrize(
    ("van", "naar", "fout"),
    [
        ("model16@2023", "model16@1999", "2:10: Van het kader «model16» is geen versie «1999» bekend."),
        (
            "stappen_bij_afwezigheid:\n",
            "stappen_bij_afwezigheid:\n  volgt: model16@2023\n",
            "13:10: Bij `stappen_bij_afwezigheid.volgt` staat «model16@2023», maar dat is geen kader met een eigen ladder",
        ),
        ("sector: vo", "sector: hbo", "7:11: Bij `school.sector` staat «hbo»"),
    ],
)
def test_a_policy_that_is_not_right_is_said_with_its_place(van: str, naar: str, fout: str, tmp_path: Path) -> None:
    pad = tmp_path / "b.yaml"
    pad.write_text(BELEID.replace(van, naar, 1), encoding="utf-8")
    with pytest.raises(UnreadableFileError) as gevangen:
        load_party(str(pad), DAG)
    assert fout in str(gevangen.value)


# ---- Hoe het eruitziet -------------------------------------------------------------------------------------------------

_GETOOND = ("zevende-ziektedag", "drie-keer-te-laat", "precies-95-procent")


def test_terminal(school: Partij, protocol: Partij) -> None:
    uitkomsten = [beside(naam, school, protocol) for naam in _GETOOND]
    tekst = render_casus(uitkomsten, kleur=False)
    assert_expected(tekst, "casus.txt")
    assert max(width(regel) for regel in tekst.splitlines()) <= 80
    smal = render_casus(uitkomsten, kleur=False, breedte=40)
    assert max(width(regel) for regel in smal.splitlines()) <= 40
    gekleurd = render_casus(uitkomsten, kleur=True)
    assert "\x1b[" in gekleurd
    assert re.sub(r"\x1b\[[0-9;]*m", "", gekleurd) == render_casus(uitkomsten, kleur=False)


def test_verdicts(school: Partij, protocol: Partij) -> None:
    uitkomsten = [run_casus(shipped("zes-keer-te-laat"), school), run_casus(shipped("zes-keer-te-laat"), protocol)]
    oordelen = [check_expectations(u.casus.inhoud.verwacht, u.eigen) if u.casus.inhoud.verwacht else None for u in uitkomsten]
    assert_expected(render_verdicts([*uitkomsten, uitkomsten[0]], [*oordelen, None], kleur=False), "casus_verwacht.txt")


def test_documents(school: Partij, protocol: Partij) -> None:
    een = compose_casus([beside("zevende-ziektedag", school, protocol)], stempel="beleidscheck VERSIE")
    assert_expected(render_markdown(een), "casus.md")
    meer = compose_casus([beside(naam, school, protocol) for naam in _GETOOND], stempel="x")
    assert meer.titel == "Wat gebeurt er als …"
    pagina = render_html(meer)
    ankers = re.findall(r'id="([^"]+)"', pagina)
    assert len(ankers) == len(set(ankers))
    assert "Niet in het beleid" in document_text(meer)


def test_json_fits_its_schema(school: Partij, protocol: Partij) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    uitkomsten = [run_casus(read_casus(pad), school, protocol) for pad in ALLE] + [run_casus(read_casus(ALLE[0]), protocol)]
    oordelen = [check_expectations(u.casus.inhoud.verwacht, u.eigen) if u.casus.inhoud.verwacht else None for u in uitkomsten]
    gelezen = json.loads(render_casus_json(uitkomsten, oordelen, versie_tool="0"))
    assert [fout.message for fout in Draft202012Validator(SCHEMA).iter_errors(gelezen)] == []
    zeven = next(casus for casus in gelezen["casussen"] if casus["naam"] == "zevende-ziektedag")
    assert [(stap["dag"], stap["stap"]) for stap in zeven["ladders"][0]["stappen"]] == [("2026-09-16", "vaak-ziek")]
    assert zeven["ladders"][0]["stappen"][0]["acties"][0] == {
        "actie": "verzuimgesprek",
        "wie": "mentor",
        "met": ["leerling", "ouder"],
        "zin": "de coach voert een aanwezigheidsgesprek met de leerling en de ouders",
        "uiterlijk": "2026-09-30",
        "vastlegging": ["LVS"],
        "voorwaarde": None,
    }
    assert render_casus_json(uitkomsten, oordelen, versie_tool="0") == render_casus_json(uitkomsten, oordelen, versie_tool="0")


@pytest.mark.parametrize("pad", ALLE, ids=lambda pad: pad.stem)
def test_picture(pad: Path, school: Partij, protocol: Partij) -> None:
    uitkomst = run_casus(read_casus(pad), school, protocol)
    beeld = casus_beeld("proef", uitkomst)
    wortel = ET.fromstring(standalone_svg(beeld))  # noqa: S314 - ons eigen beeld
    ruimte = "{http://www.w3.org/2000/svg}"
    titel, uitleg = wortel.find(f"{ruimte}title"), wortel.find(f"{ruimte}desc")
    assert titel is not None
    assert uitleg is not None
    assert titel.text == uitkomst.casus.inhoud.titel
    assert uitleg.text == beeld.alt
    assert closing(uitkomst) in beeld.alt
    _, _, breed, hoog = map(float, str(wortel.get("viewBox")).split())
    assert breed == 360
    for tekst in wortel.iter(f"{ruimte}text"):
        assert float(str(tekst.get("y"))) <= hoog
        assert float(str(tekst.get("font-size"))) >= 11
    assert "prefers-color-scheme:dark" in standalone_svg(beeld)
    assert "#" not in beeld.svg  # in een document heeft de tekening de kleur van de tekst eromheen


def test_what_a_school_types_is_harmless(tmp_path: Path, protocol: Partij) -> None:
    eng = '<script>alert(1)</script>&\u202e\x1b[31m"'
    casus = parse_casus(
        json.dumps(
            {
                "casus": 1,
                "titel": eng.replace("\x1b", ""),
                "uitleg": "[klik](javascript:alert(1)) <img src=x onerror=alert(1)>",
                "leerling": {"leeftijd": 14},
                "schooljaar": "2026-2027",
                "vakantieregio": "noord",
                "gebeurtenissen": [{"wat": "luxe_verzuim", "op": "2026-10-09", "toelichting": "<b>weg</b>"}],
            },
            ensure_ascii=False,
        ).encode(),
        tmp_path / "c.yaml",
    )
    uitkomst = run_casus(casus, protocol, protocol)
    pagina = render_html(compose_casus([uitkomst], stempel=""))
    for gevaar in ("<script>alert", "<img", "<b>weg", 'href="javascript:', "\u202e"):
        assert gevaar not in pagina
    svg = standalone_svg(casus_beeld("x", uitkomst))
    ET.fromstring(svg)  # noqa: S314 - ons eigen beeld
    assert "<script" not in svg
    assert "\u202e" not in render_casus([uitkomst], kleur=False)
    assert "\u202e" not in render_casus_json([uitkomst], versie_tool="0")
