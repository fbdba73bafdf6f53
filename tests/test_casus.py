"""Het casusbestand: wat erin past, wat geweigerd wordt en waarom; nooit iets van een echte leerling."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from beleidscheck.casus.lezen import Casus, parse_casus, read_casus
from beleidscheck.casus.model import WAT
from beleidscheck.casus.nagaan import check_expectations
from beleidscheck.casus.partij import load_party
from beleidscheck.casus.privacy import identifying
from beleidscheck.casus.schema import casus_schema, schema_text
from beleidscheck.casus.uitvoeren import run_casus
from beleidscheck.data import casus_dir, schema_dir
from beleidscheck.errors import UnreadableFileError

KOP = """\
casus: 1
titel: Proef
leerling:
  leeftijd: 14
schooljaar: 2026-2027
vakantieregio: noord
"""
ZIEK = "gebeurtenissen:\n- wat: ziek\n  op: 2026-09-07\n"
BASIS = KOP + ZIEK
ALLE = sorted(casus_dir().glob("*.yaml"))
SCHEMA: dict[str, Any] = casus_schema()


def read(tekst: str) -> Casus:
    return parse_casus(tekst.encode(), Path("proef.yaml"))


def faults(tekst: str) -> list[str]:
    """Elke fout als plaats, code, zin en remedie; leeg als de casus deugt."""
    try:
        read(tekst)
    except UnreadableFileError as fout:
        return [f"{een.regel}:{een.kolom} {een.code} | {een.zin} {een.remedie}" for een in fout.faults]
    return []


def told(casus: Casus) -> list[tuple[str, str]]:
    return [(str(e.dag), e.wat + (f" {e.tijd}" if e.tijd else "")) for e in casus.verloop.gebeurtenissen]


# ---- Wat past ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tekst", "verloop"),
    [
        pytest.param(BASIS, [("2026-09-07", "ziek"), ("2026-09-07", "ziekmeldingen")], id="één dag ziek"),
        pytest.param(
            KOP + "gebeurtenissen:\n- wat: ziek\n  dagen: [2026-09-07, 2026-09-14]\n",
            [("2026-09-07", "ziek"), ("2026-09-07", "ziekmeldingen"), ("2026-09-14", "ziek"), ("2026-09-14", "ziekmeldingen")],
            id="losse dagen zijn losse meldingen",
        ),
        pytest.param(
            KOP + "gebeurtenissen:\n- wat: ziek\n  van: 2026-09-11\n  tot: 2026-09-14\n",
            [
                ("2026-09-11", "ziek"),
                ("2026-09-11", "ziekmeldingen"),
                ("2026-09-14", "ziek"),
                ("2026-09-14", "nog_ziek_na_weekend"),
            ],
            id="over het weekend: één melding, en na het weekend nog ziek",
        ),
        pytest.param(
            KOP + "gebeurtenissen:\n- wat: ziek\n  van: 2026-10-09\n  tot: 2026-10-19\n",
            [
                ("2026-10-09", "ziek"),
                ("2026-10-09", "ziekmeldingen"),
                ("2026-10-19", "ziek"),
                ("2026-10-19", "nog_ziek_na_weekend"),
            ],
            id="over een vakantie: alleen de schooldagen",
        ),
        pytest.param(
            KOP + "gebeurtenissen:\n- wat: ongeoorloofd\n  op: 2026-09-07\n  tijd: 3 lesuren\n",
            [("2026-09-07", "ongeoorloofd 3 lesuren")],
            id="een deel van de dag",
        ),
        pytest.param(
            KOP + "gebeurtenissen:\n- wat: ziekmelding\n  op: 2026-09-07\n- wat: te_laat\n  op: 2026-09-07\n",
            [("2026-09-07", "ziekmeldingen"), ("2026-09-07", "te_laat")],
            id="een melding zonder hele dag",
        ),
        pytest.param(
            KOP + "lessen_per_dag: 7\ngebeurtenissen:\n- wat: ziek\n  op: 2026-09-07\n  tijd: 3 lesuren\n"
            "- wat: ongeoorloofd\n  op: 2026-09-07\n  tijd: 4 lesuren\n",
            [("2026-09-07", "ziek 3 lesuren"), ("2026-09-07", "ziekmeldingen"), ("2026-09-07", "ongeoorloofd 4 lesuren")],
            id="samen precies een dag",
        ),
        pytest.param(KOP + "gebeurtenissen: []\n", [], id="er gebeurt niets"),
        pytest.param(
            BASIS + "verwacht:\nuitleg:\n", [("2026-09-07", "ziek"), ("2026-09-07", "ziekmeldingen")], id="lege sleutels"
        ),
        pytest.param(
            KOP + "gebeurtenissen:\n- wat: zorg_opgroeien\n  op: 2026-09-06\n",
            [("2026-09-06", "zorg_opgroeien")],
            id="zorg mag op zondag",
        ),
    ],
)
def test_what_fits(tekst: str, verloop: list[tuple[str, str]]) -> None:
    assert told(read(tekst)) == verloop


def test_the_calendar_of_the_casus() -> None:
    casus = read(
        BASIS.replace("vakantieregio: noord", "vakanties:\n- {naam: Herfst, van: 2026-10-24, tot: 2026-11-01}")
        + "vrije_dagen: [2026-09-08]\nwel_les: [2027-03-26]\nperioden:\n- {soort: trimester, van: 2026-08-17, tot: 2026-11-27}\n"
        "lessen: {maandag: 7, dinsdag: 7, woensdag: 5, donderdag: 7, vrijdag: 6}\n"
    )
    assert [str(dag) for dag in casus.kalender.school_days if "2026-09-07" <= str(dag) <= "2026-09-10"] == [
        "2026-09-07",
        "2026-09-09",
        "2026-09-10",
    ]
    assert [str(les) for les in casus.verloop.lestijd] == ["7 lesuren", "7 lesuren", "5 lesuren", "7 lesuren", "6 lesuren"]
    assert list(casus.kalender.perioden) == ["trimester"]
    assert not any("2026-10-24" <= str(dag) <= "2026-11-01" for dag in casus.kalender.school_days)


# ---- Wat geweigerd wordt ----------------------------------------------------------------------------------------------

_VERZONNEN = "Een casus gaat altijd over een verzonnen leerling."
_BSN = f"persoonsgegeven | Hier staat een getal dat een burgerservicenummer kan zijn. {_VERZONNEN} Haal het weg."
_GEBOREN = (
    f"persoonsgegeven | Hier staat een datum die een geboortedatum kan zijn. {_VERZONNEN}"
    " Haal haar weg en schrijf de leeftijd als getal."
)


@pytest.mark.parametrize(
    ("tekst", "fouten"),
    [
        pytest.param(BASIS.replace("Proef", "Proef 123456789"), [], id="negen cijfers zonder elfproef"),
        pytest.param(BASIS.replace("Proef", "Proef 000000000"), [], id="negen nullen"),
        pytest.param(BASIS.replace("Proef", "Proef 2026-10-12 3 keer"), [], id="een datum en een getal"),
        pytest.param(BASIS.replace("Proef", "Proef 9 september 2026"), [], id="een dag in het schooljaar"),
        pytest.param(BASIS.replace("Proef", "Protocol van 1 augustus 2024"), [], id="de dag van een bron"),
        pytest.param(BASIS.replace("Proef", "Proef 111222333"), [f"2:14 {_BSN}"], id="bsn"),
        pytest.param(BASIS.replace("2026-09-07", "2026-09-07 # 111222333"), [f"9:20 {_BSN}"], id="bsn achter een dag"),
        pytest.param(BASIS.replace("Proef", "Proef 1112.22.333"), [f"2:14 {_BSN}"], id="bsn met punten"),
        pytest.param(BASIS.replace("Proef", "Proef 111-222-333"), [f"2:14 {_BSN}"], id="bsn met streepjes"),
        pytest.param(BASIS.replace("Proef", "Proef 1 1 1 2 2 2 3 3 3"), [f"2:14 {_BSN}"], id="bsn met spaties"),
        pytest.param(BASIS + "# 111222333\n", [f"10:3 {_BSN}"], id="bsn in een opmerking"),
        pytest.param(BASIS.replace("titel: Proef", "titel: >-\n  111222\n  333"), [f"2:8 {_BSN}"], id="bsn over twee regels"),
        pytest.param(BASIS.replace("Proef", "geboren 3-5-2012"), [f"2:16 {_GEBOREN}"], id="geboortedatum in tekst"),
        pytest.param(
            BASIS.replace("Proef", "Op de derde maart tweeduizendtwaalf"),
            [f"2:14 {_GEBOREN}"],
            id="geboortedatum in woorden",
        ),
        pytest.param(BASIS.replace("Proef", "Op drie maart 2012"), [f"2:11 {_GEBOREN}"], id="de dag in een woord"),
        pytest.param(
            BASIS.replace("Proef", "3e mei tweeduizend drieëntwintig"), [f"2:8 {_GEBOREN}"], id="het jaar in woorden, met trema"
        ),
        pytest.param(BASIS.replace("Proef", "Op een mei 1999"), [f"2:11 {_GEBOREN}"], id="de eerste van de maand"),
        pytest.param(BASIS.replace("Proef", "Op zeven september tweeduizendzesentwintig"), [], id="een dag in woorden in het schooljaar"),
        pytest.param(BASIS.replace("Proef", "Vier weken na mei 2012, drie keer"), [], id="een maand zonder dag"),
        pytest.param(BASIS.replace("Proef", "De eenendertigste april 2012"), [], id="een dag die niet bestaat"),
        pytest.param(
            BASIS.replace("Proef", "Proef van 3 mei 2012"), [f"2:18 {_GEBOREN}"], id="een datum van veertien jaar terug"
        ),
        pytest.param(
            BASIS.replace("  leeftijd: 14", "  leeftijd: 14\n  naam: Jan"),
            [f"5:3 persoonsgegeven | Bij `naam` hoort een naam. {_VERZONNEN} Haal `naam` weg."],
            id="een naam",
        ),
        pytest.param(
            BASIS.replace("  leeftijd: 14", "  leeftijd: 14\n  Leerling-nummer: 1"),
            [f"5:3 persoonsgegeven | Bij `Leerling-nummer` hoort een leerlingnummer. {_VERZONNEN} Haal `Leerling-nummer` weg."],
            id="een leerlingnummer, anders geschreven",
        ),
        pytest.param(
            BASIS.replace("  leeftijd: 14", "  leeftijd: 14\n  geboortedatum: onbekend"),
            [f"5:3 persoonsgegeven | Bij `geboortedatum` hoort een geboortedatum. {_VERZONNEN} Haal `geboortedatum` weg."],
            id="een sleutel voor een geboortedatum",
        ),
    ],
)
def test_no_real_pupil(tekst: str, fouten: list[str]) -> None:
    assert faults(tekst) == fouten


def test_what_is_refused_is_never_repeated() -> None:
    for regel in faults(BASIS.replace("leeftijd: 14", "leeftijd: 111222333").replace("Proef", "111222333")):
        assert "111222333" not in regel


@pytest.mark.parametrize(
    ("tekst", "fouten"),
    [
        pytest.param(
            "", ["1:1 leeg | Dit bestand is leeg. Vul het in; een voorbeeldbeleid laat zien hoe het eruitziet."], id="leeg"
        ),
        pytest.param(
            "casus: 1\n",
            [
                "1:1 ontbreekt | Het verplichte veld `gebeurtenissen` ontbreekt. Voeg toe: `gebeurtenissen:`.",
                "1:1 ontbreekt | Het verplichte veld `leerling` ontbreekt. Voeg toe: `leerling:`.",
                "1:1 ontbreekt | Het verplichte veld `schooljaar` ontbreekt. Voeg toe: `schooljaar: 2026-2027`.",
                "1:1 ontbreekt | Het verplichte veld `titel` ontbreekt. Voeg toe: `titel: Vierde ziekmelding in twaalf schoolweken`.",
            ],
            id="alles ontbreekt",
        ),
        pytest.param(
            BASIS.replace("casus: 1", "casus: 2"),
            ["1:8 formaat | Bij `casus` staat het getal 2; dit gereedschap leest casus 1. Schrijf `casus: 1`."],
            id="een andere versie",
        ),
        pytest.param(
            BASIS + "titel: nog een\n",
            [
                (
                    "10:1 dubbele-sleutel | De sleutel `titel` staat hier dubbel; hij staat al op regel 2, kolom 1."
                    " Voeg de twee samen, of haal er een weg."
                )
            ],
            id="dubbele sleutel",
        ),
        pytest.param(
            BASIS + "gebeurtenisen: []\n",
            [
                "10:1 onbekende-sleutel | De sleutel `gebeurtenisen` bestaat niet op het hoogste niveau. Bedoelde u `gebeurtenissen`?"
            ],
            id="verschreven sleutel",
        ),
        pytest.param(
            BASIS.replace("2026-09-07", "7-9-2026"),
            ["9:7 schrijfwijze | Bij `gebeurtenissen[0].op` staat «7-9-2026»; hier hoort een datum. Bedoelde u `2026-09-07`?"],
            id="een datum andersom",
        ),
        pytest.param(
            BASIS.replace("2026-09-07", "2026-09-31"),
            ["9:7 datum | Bij `gebeurtenissen[0].op` staat «2026-09-31»; die dag bestaat niet. Controleer de dag en de maand."],
            id="31 september",
        ),
        pytest.param(
            BASIS.replace("2026-09-07", "2025-09-08"),
            [
                (
                    "9:7 buiten-schooljaar | Maandag 8 september 2025 valt buiten schooljaar 2026-2027 (1 augustus 2026 tot en met"
                    " 31 juli 2027). Controleer het jaartal, of pas `schooljaar` aan."
                )
            ],
            id="buiten het schooljaar",
        ),
        pytest.param(
            BASIS.replace("2026-09-07", "2026-09-06"),
            ["9:7 geen-les | Op zondag 6 september 2026 is er geen les. Kies een schooldag, bijvoorbeeld `2026-09-07`."],
            id="zondag",
        ),
        pytest.param(
            BASIS.replace("2026-09-07", "2026-10-14"),
            [
                (
                    "9:7 geen-les | Op woensdag 14 oktober 2026 is er geen les (herfstvakantie)."
                    " Kies een schooldag, bijvoorbeeld `2026-10-19`."
                )
            ],
            id="vakantie",
        ),
        pytest.param(
            BASIS.replace("2026-09-07", "2027-05-06"),
            [
                (
                    "9:7 geen-les | Op donderdag 6 mei 2027 is er geen les (feestdag). Kies een schooldag, bijvoorbeeld `2027-05-07`;"
                    " geeft de school dan wel les, zet de dag bij `wel_les`."
                )
            ],
            id="feestdag",
        ),
        pytest.param(
            BASIS + "- wat: ongeoorloofd\n  van: 2026-09-04\n  tot: 2026-09-08\n",
            [
                (
                    "10:3 overlap | Op maandag 7 september 2026 is de leerling meer afwezig dan er les is, of twee keer tegelijk."
                    " Laat de ene afwezigheid eindigen voordat de andere begint."
                )
            ],
            id="overlappende afwezigheden",
        ),
        pytest.param(
            BASIS + "- wat: te_laat\n  op: 2026-09-07\n",
            [
                (
                    "10:3 overlap | Op maandag 7 september 2026 is de leerling de hele dag afwezig, en kan dan niet te laat komen."
                    " Kies een andere dag, of haal een van de twee weg."
                )
            ],
            id="te laat op een dag dat zij er niet is",
        ),
        pytest.param(
            BASIS + "- wat: telaat\n  op: 2026-09-08\n",
            ["10:8 onbekend-signaal | «telaat» kennen wij niet als gebeurtenis of signaal. Bedoelde u `te_laat`?"],
            id="een verschreven signaal",
        ),
        pytest.param(
            BASIS + "- wat: ongeoorloofde_uren\n  op: 2026-09-08\n",
            [
                (
                    "10:8 onbekend-signaal | «ongeoorloofde_uren» kennen wij niet als gebeurtenis of signaal."
                    " In een casus schrijft u dat als `ongeoorloofd` met `tijd`."
                )
            ],
            id="een woord uit een ladder",
        ),
        pytest.param(
            BASIS + "- wat: te_laat\n",
            [
                (
                    "10:3 wanneer | Bij deze gebeurtenis staat niet wanneer. Schrijf `op` met één dag, `dagen` met losse dagen,"
                    " of `van` en `tot`."
                )
            ],
            id="niet wanneer",
        ),
        pytest.param(
            BASIS + "- wat: geoorloofd\n  van: 2026-09-18\n  tot: 2026-09-08\n",
            [
                (
                    "12:8 volgorde | Bij `gebeurtenissen[1]` ligt `tot` (dinsdag 8 september 2026) voor `van` (vrijdag 18 september 2026)."
                    " Draai de twee dagen om."
                )
            ],
            id="achterstevoren",
        ),
        pytest.param(
            BASIS + "- wat: geoorloofd\n  op: 2026-09-08\n  tijd: 5 dagen\n",
            ["12:9 tijd | «5 dagen» is geen gemiste lestijd. Schrijf bijvoorbeeld `3 lesuren`; een hele dag heeft geen `tijd`."],
            id="tijd in dagen",
        ),
        pytest.param(
            BASIS + "- wat: te_laat\n  op: 2026-09-08\n  procent: 5\n- wat: aanwezigheid\n  op: 2026-09-09\n",
            [
                "12:3 procent | Bij «te_laat» hoort geen percentage. Haal `procent` weg.",
                "13:3 procent | Bij `aanwezigheid` staat niet hoeveel. Voeg toe: `procent: 94`.",
            ],
            id="een percentage op de verkeerde plek",
        ),
        pytest.param(
            BASIS.replace("2026-2027", "2026-2028"),
            ["5:13 schooljaar | «2026-2028» is geen schooljaar. Bedoelde u `2026-2027`?"],
            id="twee schooljaren",
        ),
        pytest.param(
            BASIS.replace("2026-2027", "2030-2031"),
            [
                (
                    "6:16 vakanties | De schoolvakanties van 2030-2031 zijn hier niet bekend; wel die van 2024-2025, 2025-2026, 2026-2027."
                    " Schrijf de vakanties zelf onder `vakanties`, met `van` en `tot`."
                )
            ],
            id="een onbekend schooljaar",
        ),
        pytest.param(
            BASIS.replace("vakantieregio: noord\n", ""),
            [
                (
                    "1:1 vakanties | Er staat niet wanneer er vakantie is."
                    " Voeg `vakantieregio: noord` toe (of midden of zuid), of schrijf de vakanties zelf."
                )
            ],
            id="geen vakanties",
        ),
        pytest.param(
            BASIS.replace("noord", "noorden"),
            [
                (
                    "6:16 onbekend-woord | Bij `vakantieregio` staat «noorden»; dat is hier geen bekend woord."
                    " Bedoelde u `noord`? Mogelijk zijn: `noord`, `midden` of `zuid`."
                )
            ],
            id="een onbekende regio",
        ),
        pytest.param(
            BASIS.replace("14", "veertien"),
            [
                "4:13 getal | Bij `leerling.leeftijd` staat «veertien»; hier hoort een getal. Schrijf alleen een getal, bijvoorbeeld `7`."
            ],
            id="een leeftijd in letters",
        ),
        pytest.param(
            KOP + "lessen_per_dag: 0\n" + ZIEK,
            ["7:17 lessen | Bij `lessen_per_dag` staat 0; een schooldag heeft lessen. Vul in hoeveel lesuren de dag telt."],
            id="een dag zonder lessen",
        ),
        pytest.param(
            KOP + "gebeurtenissen:\n" + "- wat: te_laat\n  op: 2026-09-08\n" * 401,
            ["7:1 te-veel | Er staan 401 gebeurtenissen in deze casus; er passen er hooguit 400. Maak er twee casussen van."],
            id="te veel",
        ),
        pytest.param(
            KOP + "gebeurtenissen:\n- wat: te_laat\n  dagen: [" + ", ".join(["2026-09-08"] * 401) + "]\n",
            ["7:1 te-veel | Er staan 401 gebeurtenissen in deze casus; er passen er hooguit 400. Maak er twee casussen van."],
            id="te veel losse dagen",
        ),
        pytest.param(
            BASIS + "verwacht: {}\n",
            ["10:1 leeg | Onder `verwacht` staat niets om na te gaan. Schrijf `niets: ja`, of noem stappen of acties."],
            id="niets om na te gaan",
        ),
        pytest.param(
            BASIS + "verwacht:\n  niets: ja\n  stappen:\n  - {op: 2026-09-08, stap: x}\n",
            ["11:3 tegenspraak | `niets: ja` en een verwachte stap of actie spreken elkaar tegen. Haal een van de twee weg."],
            id="niets en toch iets",
        ),
    ],
)
def test_refused_with_place_and_remedy(tekst: str, fouten: list[str]) -> None:
    assert faults(tekst) == fouten


def test_every_fault_at_once_in_the_order_of_the_file() -> None:
    fouten = faults(
        BASIS.replace("2026-09-07", "2026-09-06") + "- wat: laat\n  op: 2026-09-08\n- wat: te_laat\n  op: 2026-12-25\n"
    )
    assert [fout.split()[0] for fout in fouten] == ["9:7", "10:8", "13:7"]


@given(st.text(max_size=40))
@settings(max_examples=60, deadline=None)
def test_any_text_is_a_fault_or_a_casus(tekst: str) -> None:
    for proef in (tekst, BASIS.replace("Proef", json.dumps(tekst)), BASIS.replace("2026-09-07", json.dumps(tekst))):
        faults(proef)


@given(st.integers(0, 10**9 - 1), st.sampled_from(["", " ", ".", "-"]))
@settings(max_examples=200, deadline=None)
def test_the_eleven_test(getal: int, tussen: str) -> None:
    cijfers = f"{getal:09}"
    som = sum(int(c) * g for c, g in zip(cijfers, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True))
    gevonden = identifying(f"nummer {tussen.join(cijfers)} hier", 2026)
    verdacht = som % 11 == 0 and getal > 0
    assert (gevonden == ("bsn", 7)) is verdacht or (gevonden is not None and gevonden[0] == "geboortedatum")


# ---- Het schema -------------------------------------------------------------------------------------------------------


def test_the_schema_is_fresh_and_valid() -> None:
    assert (schema_dir() / "casus.schema.json").read_text(encoding="utf-8") == schema_text()
    Draft202012Validator.check_schema(SCHEMA)
    assert "Any" not in schema_text()


@pytest.mark.parametrize("pad", ALLE, ids=lambda pad: pad.stem)
def test_schema_and_reader_agree_on_what_ships(pad: Path) -> None:
    gewoon = yaml.load(pad.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - datums blijven tekst
    for sleutel in ("casus", "lessen_per_dag", "lesuur_minuten"):
        gewoon[sleutel] = int(gewoon[sleutel])
    for sleutel in set(gewoon["leerling"]) & {"leeftijd", "leerjaar"}:
        gewoon["leerling"][sleutel] = int(gewoon["leerling"][sleutel])
    for gebeurtenis in gewoon["gebeurtenissen"]:
        if "procent" in gebeurtenis:
            gebeurtenis["procent"] = int(gebeurtenis["procent"])
    assert [fout.message for fout in Draft202012Validator(SCHEMA).iter_errors(gewoon)] == []


@pytest.mark.parametrize(
    "anders",
    [
        {"casus": 2},
        {"titel": ""},
        {"schooljaar": "2026"},
        {"vakantieregio": "oost"},
        {"leerling": {}},
        {"gebeurtenissen": [{"wat": "telaat", "op": "2026-09-07"}]},
        {"gebeurtenissen": [{"op": "2026-09-07"}]},
        {"gebeurtenissen": [{"wat": "ziek", "op": "7 september"}]},
        {"onbekend": 1},
    ],
    ids=str,
)
def test_schema_and_reader_refuse_the_same(anders: dict[str, Any]) -> None:
    goed = {
        "casus": 1,
        "titel": "Proef",
        "leerling": {"leeftijd": 14},
        "schooljaar": "2026-2027",
        "vakantieregio": "noord",
        "gebeurtenissen": [{"wat": "ziek", "op": "2026-09-07"}],
    }
    keurder = Draft202012Validator(SCHEMA)
    assert keurder.is_valid(goed)
    assert faults(json.dumps(goed)) == []
    assert not keurder.is_valid({**goed, **anders})
    assert faults(json.dumps({**goed, **anders})) != []


# ---- De meegeleverde casussen -----------------------------------------------------------------------------------------


def test_what_ships() -> None:
    casussen = [read_casus(pad) for pad in ALLE]
    assert len(casussen) == 35
    titels = [casus.inhoud.titel for casus in casussen]
    assert len(set(titels)) == len(titels)
    assert all(casus.inhoud.uitleg and casus.inhoud.bron and casus.inhoud.verwacht for casus in casussen)
    gebeurd = {gebeurtenis.wat for casus in casussen for gebeurtenis in casus.inhoud.gebeurtenissen}
    niet = {"uit_de_les_gestuurd", "afwezig_zonder_bericht", "opvallende_afwezigheid", "zorgwekkend_ziekteverzuim"}
    assert gebeurd >= set(WAT) - niet - {"ziekmelding", "vermoeden_ongeoorloofd", "zorg_ontwikkeling"}


def test_the_example_in_the_docs_is_a_casus() -> None:
    docs = schema_dir().parent / "docs" / "casus.md"
    (voorbeeld,) = re.findall(r"```yaml\n(.*?)```", docs.read_text(encoding="utf-8"), re.DOTALL)
    assert faults(voorbeeld) == []
    casus = read(voorbeeld)
    assert casus.inhoud.verwacht is not None
    uitvoering = run_casus(casus, load_party("noord-kennemerland@2024-2025", date(2026, 10, 1))).eigen
    assert check_expectations(casus.inhoud.verwacht, uitvoering).verschillen == ()
