"""Versies en geldigheid: verlopen, nog niet begonnen, opgevolgd, in concept, en een wetsvoorstel met een ingestelde datum."""

from __future__ import annotations

import json
import shutil
from datetime import date
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from beleidscheck.bevinding import Gewicht, Grond, Oordeel
from beleidscheck.data import kader_dir, schema_dir
from beleidscheck.document.rapport import compose_report
from beleidscheck.document.rapport_woorden import ground_words
from beleidscheck.kader import available, load_kader, opvolging
from beleidscheck.kader.opvolging import successors
from beleidscheck.render.html import render_html
from beleidscheck.render.json_rapport import render_json
from beleidscheck.render.markdown import render_markdown
from beleidscheck.render.terminal import render_terminal
from beleidscheck.report import Report, Status, build_report
from tests.hulp.kaderbank import kader, norm, schrijf
from tests.hulp.opdracht import EERSTE_VERSIE, PROTOCOL, draai
from tests.hulp.verwacht import assert_expected

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

WET = "wet-terugdringen-schoolverzuim@2024-wetsvoorstel"
CONCEPT = "noord-kennemerland@2025-2026-concept"
DAG = date(2026, 10, 1)
PRIVACY = {"soort": "gevuld", "velden": ["gegevensbescherming.beleid"]}
BELEID = """\
formaat: 1
kaders: [{}]
beleid: {{titel: Aanwezigheidsbeleid}}
school: {{naam: Proefschool, sector: vo, regio: noord-kennemerland}}
{}
"""


def beleid(map_: Path, kaders: str = PROTOCOL, meer: str = "") -> Path:
    pad = map_ / "school.yaml"
    pad.write_text(BELEID.format(kaders, meer), encoding="utf-8")
    return pad


def rapport(pad: Path, *refs: object, dag: date = DAG, inwerkingtreding: Mapping[str, date] | None = None) -> Report:
    return build_report(
        pad, bestand=pad.name, peildatum=dag, kader_refs=[str(ref) for ref in refs], inwerkingtreding=inwerkingtreding
    )


def alle_formaten(report: Report) -> dict[str, str]:
    document = compose_report(report, voor="schoolleider")
    return {
        "terminal": " ".join(render_terminal([report], voor="schoolleider", kleur=False).split()),
        "markdown": render_markdown(document).replace("\\", ""),
        "html": render_html(document),
        "json": render_json([report], versie_tool="0"),
    }


# ---- Verlopen en nog niet begonnen -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dag", "code"),
    [
        pytest.param("2026-07-31", 0, id="de dag voor het begin"),
        pytest.param("2026-08-01", 1, id="de eerste dag"),
        pytest.param("2027-07-31", 1, id="de laatste dag"),
        pytest.param("2027-08-01", 2, id="de dag erna"),
    ],
)
def test_een_kader_dat_voorbij_is_is_een_fout_tenzij_de_peildatum_erin_ligt(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], dag: str, code: int
) -> None:
    eigen = schrijf(tmp_path, kader(norm(toetsen=[PRIVACY], niveau="verplicht"), geldig_tot="2027-07-31"))
    gedraaid = draai(capsys, "toets", beleid(tmp_path), "--kader", eigen, "--peildatum", dag)
    assert gedraaid.code == code
    if code == 2:
        assert gedraaid.fout == (
            "Fout: Het kader «proef@1» gold tot en met 31 juli 2027; de peildatum is 1 augustus 2027."
            " Toets aan een nieuwere versie, of kies met --peildatum een dag waarop het gold.\n"
        )


def test_een_verlopen_kader_in_het_beleid_is_een_fout_met_plaats(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    schrijf(tmp_path, kader(geldig_tot="2027-07-31"))
    monkeypatch.setattr("beleidscheck.kader.kader_dir", lambda: tmp_path)
    monkeypatch.setattr(opvolging, "kader_dir", lambda: tmp_path)
    pad = tmp_path / "school" / "school.yaml"
    pad.parent.mkdir()
    pad.write_text(BELEID.format("proef@1", ""), encoding="utf-8")
    op_tijd, te_laat = rapport(pad, dag=date(2027, 7, 31)), rapport(pad, dag=date(2027, 8, 1))
    assert op_tijd.status is not Status.ONLEESBAAR
    assert [(fout.code, fout.regel, fout.kolom, fout.zin) for fout in te_laat.fouten] == [
        ("kader-verlopen", 2, 10, "Het kader «proef@1» gold tot en met 31 juli 2027; de peildatum is 1 augustus 2027.")
    ]


def test_status_verlopen_is_altijd_verlopen(tmp_path: Path) -> None:
    eigen = load_kader(str(schrijf(tmp_path, kader(status="verlopen", geldig_tot="2027-07-31"))))
    assert eigen.expired(date(2027, 8, 1))
    assert not eigen.expired(date(2027, 7, 31))


def test_een_kader_dat_nog_moet_beginnen_weegt_hooguit_als_aandachtspunt_en_zegt_dat(tmp_path: Path) -> None:
    eigen = schrijf(tmp_path, kader(norm(toetsen=[PRIVACY], niveau="verplicht", grond="wet"), geldig_van="2027-08-01"))
    voor, na = rapport(beleid(tmp_path), eigen), rapport(beleid(tmp_path), eigen, dag=date(2027, 8, 1))
    assert [b.gewicht for b in voor.bevindingen] == [Gewicht.AANDACHTSPUNT]
    assert [b.gewicht for b in na.bevindingen] == [Gewicht.TEKORT]
    assert na.kaders[0].mededelingen == ()
    for formaat, tekst in alle_formaten(voor).items():
        assert "Dit kader geldt pas vanaf 1 augustus 2027" in tekst, formaat
        assert "geldt nu" not in tekst, formaat


# ---- Opvolgers -----------------------------------------------------------------------------------------------------


def test_het_protocol_blijft_bruikbaar_en_zegt_in_elk_formaat_dat_er_een_opvolger_in_concept_is(tmp_path: Path) -> None:
    naam = load_kader(CONCEPT).bestand.naam
    report = rapport(beleid(tmp_path), dag=date(2031, 1, 1))
    assert report.status is Status.CONCEPT
    for formaat, tekst in alle_formaten(report).items():
        assert f"Er is een opvolger in concept, bedoeld vanaf 1 augustus 2025: {naam}, {CONCEPT}." in tekst, formaat


def test_ook_beleidscheck_kaders_noemt_de_opvolger(capsys: pytest.CaptureFixture[str]) -> None:
    gedraaid = draai(capsys, "kaders")
    assert (
        f"Er is een opvolger in concept, bedoeld vanaf 1 augustus 2025: {load_kader(CONCEPT).bestand.naam}, {CONCEPT}."
        in " ".join(gedraaid.uit.split())
    )


def test_de_opvolger_is_afgeleid_en_staat_niet_bij_het_oude_kader() -> None:
    tekst = (kader_dir() / f"{PROTOCOL}.yaml").read_text(encoding="utf-8")
    assert "concept" not in tekst.split("normen:")[0].lower()
    assert [kop.ref for kop in successors(PROTOCOL, DAG)] == [CONCEPT]
    assert successors(CONCEPT, DAG) == ()


def test_een_opvolger_is_pas_bekend_als_zijn_bron_er_is() -> None:
    assert successors(PROTOCOL, date(2025, 7, 6)) == ()
    assert [kop.ref for kop in successors(PROTOCOL, date(2025, 7, 7))] == [CONCEPT]


@pytest.mark.parametrize(
    ("status", "van", "zin"),
    [
        pytest.param(
            "geldend", "2026-09-01", "Er is een opvolger, die geldt vanaf 1 september 2026: Proefkader, proef@2.", id="geldt al"
        ),
        pytest.param(
            "geldend",
            "2027-08-01",
            "Er is een opvolger, die gaat gelden vanaf 1 augustus 2027: Proefkader, proef@2.",
            id="later",
        ),
        pytest.param(
            "concept",
            "2027-08-01",
            "Er is een opvolger in concept, bedoeld vanaf 1 augustus 2027: Proefkader, proef@2.",
            id="concept",
        ),
        pytest.param(
            "wetsvoorstel", "2026-09-01", "Er is een wetsvoorstel als opvolger: Proefkader, proef@2.", id="wetsvoorstel"
        ),
    ],
)
def test_een_eigen_opvolger(tmp_path: Path, status: str, van: str, zin: str) -> None:
    oud = schrijf(tmp_path, kader())
    nieuw = schrijf(tmp_path, kader(versie="2", status=status, geldig_van=van, opvolger_van="proef@1"))
    assert zin in rapport(beleid(tmp_path), oud, nieuw).kaders[0].mededelingen


def test_de_lijst_met_koppen_hoort_bij_deze_bestanden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A list that belongs to other bytes counts for nothing: then the kader itself is read."""
    schrijf(tmp_path, kader())
    schrijf(tmp_path, kader(versie="2", opvolger_van="proef@1"))
    (tmp_path / "gebouwd").mkdir()
    (tmp_path / "gebouwd" / "koppen.json").write_text(json.dumps({"proef@2": {"sha256": "0", "kop": {}}}), encoding="utf-8")
    monkeypatch.setattr("beleidscheck.kader.kader_dir", lambda: tmp_path)
    monkeypatch.setattr(opvolging, "kader_dir", lambda: tmp_path)
    assert [kop.ref for kop in successors("proef@1", DAG)] == ["proef@2"]


# ---- Concept en wetsvoorstel -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("ref", [CONCEPT, WET])
def test_een_concept_en_een_wetsvoorstel_wegen_hooguit_als_aandachtspunt(ref: str, tmp_path: Path) -> None:
    report = rapport(beleid(tmp_path), ref)
    assert {b.gewicht for b in report.bevindingen} <= {Gewicht.AANDACHTSPUNT, Gewicht.TIP, Gewicht.GEEN}
    assert {b.gewicht for b in report.bevindingen} & {Gewicht.AANDACHTSPUNT}


@pytest.mark.parametrize(
    ("dag", "weegt"),
    [
        pytest.param(date(2027, 7, 31), Gewicht.AANDACHTSPUNT, id="de dag ervoor"),
        pytest.param(date(2027, 8, 1), Gewicht.TEKORT, id="op de dag"),
        pytest.param(date(2030, 1, 1), Gewicht.TEKORT, id="erna"),
    ],
)
def test_met_een_ingestelde_datum_weegt_het_wetsvoorstel_vanaf_die_dag_als_wet(tmp_path: Path, dag: date, weegt: Gewicht) -> None:
    zonder = rapport(beleid(tmp_path), WET, dag=dag)
    met = rapport(beleid(tmp_path), WET, dag=dag, inwerkingtreding={WET: date(2027, 8, 1)})
    assert [b.oordeel for b in met.bevindingen] == [b.oordeel for b in zonder.bevindingen]
    verplicht = [
        b
        for b in met.bevindingen
        if b.oordeel is Oordeel.VOLDOET_NIET and str(b.norm.niveau) == "verplicht" and b.norm.grond is Grond.WETSVOORSTEL
    ]
    assert verplicht
    assert {b.gewicht for b in verplicht} == {weegt}
    van_kracht = weegt is Gewicht.TEKORT
    assert {bool(b.norm.van_kracht_op) for b in verplicht} == {van_kracht}
    assert {"volgens de ingestelde datum van kracht" in ground_words(b.norm) for b in verplicht} == {van_kracht}
    for formaat, tekst in alle_formaten(met).items():
        assert "volgens de ingestelde datum van kracht " + ("sinds" if van_kracht else "vanaf") + " 1 augustus 2027" in tekst, (
            formaat
        )
        assert "wettelijke plicht (" not in tekst
        assert "Dit is een tekort (wettelijke plicht" not in tekst
    schema = json.loads((schema_dir() / "rapport.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(alle_formaten(met)["json"]), schema)


def test_zonder_datum_heet_het_nergens_wet_of_van_kracht(tmp_path: Path) -> None:
    for tekst in alle_formaten(rapport(beleid(tmp_path), WET)).values():
        assert "van kracht" not in tekst
        assert "Dit is een tekort" not in tekst


def test_van_een_wetsvoorstel_dat_van_kracht_is_kan_een_school_niet_afwijken(tmp_path: Path) -> None:
    norm_ = next(
        b.norm.id
        for b in rapport(beleid(tmp_path), WET).bevindingen
        if b.oordeel is Oordeel.VOLDOET_NIET and str(b.norm.niveau) == "verplicht"
    )
    afwijking = f"afwijkingen:\n  - norm: {norm_}\n    reden: Wij doen dit anders.\n    besloten_door: directeur\n    besloten_op: 2026-09-01\n    tot: 2028-07-31"
    pad = beleid(tmp_path, meer=afwijking)
    voor = {b.norm.id: b.oordeel for b in rapport(pad, WET).bevindingen}
    report = rapport(pad, WET, inwerkingtreding={WET: date(2026, 8, 1)})
    na = {b.norm.id: b.oordeel for b in report.bevindingen}
    assert (voor[norm_], na[norm_]) == (Oordeel.AFWIJKING, Oordeel.VOLDOET_NIET)
    (melding,) = [melding for melding in report.meldingen if melding.code == "afwijking-van-wet"]
    assert "volgens de ingestelde datum is het wetsvoorstel van kracht" in melding.zin
    assert "wettelijke plicht" not in melding.zin


def test_een_samenwerkingsverband_stelt_de_datum_in_zijn_eigen_kader_in(tmp_path: Path) -> None:
    inhoud = {
        **kader(id="swv"),
        "gebaseerd_op": WET,
        "status": "wetsvoorstel",
        "in_werking_op": "2027-08-01",
        "bronnen": {},
        "normen": [],
    }
    eigen = schrijf(tmp_path, inhoud)
    gewichten = [
        {b.gewicht for b in rapport(beleid(tmp_path), eigen, dag=dag).bevindingen}
        for dag in (date(2027, 7, 31), date(2027, 8, 1))
    ]
    assert Gewicht.TEKORT not in gewichten[0]
    assert Gewicht.TEKORT in gewichten[1]
    later = rapport(beleid(tmp_path), eigen, dag=date(2027, 8, 1), inwerkingtreding={"swv@1": date(2028, 8, 1)})
    assert Gewicht.TEKORT not in {b.gewicht for b in later.bevindingen}


@pytest.mark.parametrize(
    ("optie", "zin"),
    [
        pytest.param(WET, "kan niet bij --inwerkingtreding. Schrijf het kader met zijn versie, een = en een dag", id="geen dag"),
        pytest.param(
            f"{WET}=2027-02-30", "«2027-02-30» is geen dag waarop een wet in werking kan treden.", id="dag bestaat niet"
        ),
        pytest.param(f"{WET}=1 augustus", "«1 augustus» is geen dag", id="andere schrijfwijze"),
        pytest.param(f"{WET}=0001-01-01", "«0001-01-01» is geen dag", id="te ver weg"),
        pytest.param("nergens@1=2027-08-01", "Bij --inwerkingtreding: Het kader «nergens@1» is niet bekend.", id="onbekend"),
        pytest.param("model16@2023=2027-08-01", "Het kader «model16@2023» rust niet op een wetsvoorstel", id="geen wetsvoorstel"),
    ],
)
def test_een_datum_die_niet_kan(optie: str, zin: str, capsys: pytest.CaptureFixture[str]) -> None:
    gedraaid = draai(capsys, "toets", EERSTE_VERSIE, "--inwerkingtreding", optie, "--peildatum", "2026-10-01")
    assert gedraaid.code == 2
    assert zin in gedraaid.fout


def test_een_datum_voor_een_kader_dat_niet_meedoet_en_twee_datums(capsys: pytest.CaptureFixture[str]) -> None:
    gedraaid = draai(
        capsys,
        "toets",
        EERSTE_VERSIE,
        "--kader",
        "model16@2023",
        "--inwerkingtreding",
        f"{WET}=2027-08-01",
        "--peildatum",
        "2026-10-01",
    )
    assert gedraaid.code == 2
    assert "aan dat kader wordt nu niet getoetst" in gedraaid.fout
    twee = ("--inwerkingtreding", f"{WET}=2027-08-01", "--inwerkingtreding", f"{WET}=2028-08-01")
    gedraaid = draai(capsys, "toets", EERSTE_VERSIE, "--kader", WET, *twee, "--peildatum", "2026-10-01")
    assert gedraaid.code == 2
    assert "twee verschillende dagen" in gedraaid.fout


def test_een_datum_die_niets_doet_wordt_gezegd(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    gedraaid = draai(capsys, "toets", beleid(tmp_path), "--inwerkingtreding", f"{WET}=2026-08-01", "--peildatum", "2026-10-01")
    assert gedraaid.code == 1
    assert (
        gedraaid.fout
        == f"Let op: aan «{WET}» is niet getoetst, dus de datum bij --inwerkingtreding deed niets. Noem dat kader bij --kader.\n"
    )


def test_de_opdracht_met_een_datum(capsys: pytest.CaptureFixture[str]) -> None:
    gedraaid = draai(
        capsys, "toets", EERSTE_VERSIE, "--kader", WET, "--inwerkingtreding", f"{WET}=2026-08-01", "--peildatum", "2026-10-01"
    )
    assert gedraaid.code == 1
    assert "Dit is een tekort (wetsvoorstel, volgens de ingestelde datum van kracht)" in " ".join(gedraaid.uit.split())


# ---- Een oud oordeel blijft wat het was --------------------------------------------------------------------------------


def _library(map_: Path, monkeypatch: pytest.MonkeyPatch, *meer: dict[str, Any]) -> None:
    """Let only the protocol and these kaders be shipped."""
    (map_ / "gebouwd").mkdir(parents=True)
    shutil.copy(kader_dir() / f"{PROTOCOL}.yaml", map_)
    shutil.copy(kader_dir() / "gebouwd" / f"{PROTOCOL}.json", map_ / "gebouwd")
    for inhoud in meer:
        schrijf(map_, inhoud)
    monkeypatch.setattr("beleidscheck.kader.kader_dir", lambda: map_)
    monkeypatch.setattr(opvolging, "kader_dir", lambda: map_)


def test_een_oud_oordeel_blijft_byte_voor_byte_gelijk_als_er_een_nieuwe_versie_bij_komt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dag = date(2025, 3, 1)
    met_alles = alle_formaten(rapport(beleid(tmp_path), PROTOCOL, dag=dag))
    with monkeypatch.context() as m:
        _library(tmp_path / "toen", m)
        assert available() == (PROTOCOL,)
        toen = alle_formaten(rapport(beleid(tmp_path), PROTOCOL, dag=dag))
    opvolger = kader(id="noord-kennemerland", versie="2026-2027", opvolger_van=PROTOCOL, geldig_van="2026-08-01")
    with monkeypatch.context() as m:
        _library(tmp_path / "later", m, opvolger)
        later = rapport(beleid(tmp_path), PROTOCOL, dag=dag)
        nu = rapport(beleid(tmp_path), PROTOCOL, dag=DAG)
    assert alle_formaten(later) == toen == met_alles
    assert [kop.ref for kop in nu.kaders[0].opvolgers] == ["noord-kennemerland@2026-2027"]
    sha256 = load_kader(PROTOCOL).sha256
    document = json.loads(toen["json"])
    assert [(deel["ref"], deel["sha256"]) for deel in document["rapporten"][0]["kaders"]] == [(PROTOCOL, sha256)]
    assert document["rapporten"][0]["peildatum"] == "2025-03-01"
    for formaat in ("terminal", "markdown", "html"):
        assert PROTOCOL in toen[formaat]
        assert sha256[:12] in toen[formaat]


def test_een_oud_rapport_als_geheel(tmp_path: Path) -> None:
    """A report of long ago, on a version of its own, stays exactly what it was."""
    oud = schrijf(
        tmp_path,
        kader(
            norm(toetsen=[PRIVACY], niveau="verplicht"),
            norm("proef.twee"),
            versie="2024",
            geldig_van="2024-08-01",
            geldig_tot="2025-07-31",
        ),
    )
    schrijf(tmp_path, kader(versie="2025", opvolger_van="proef@2024", geldig_van="2025-08-01"))
    report = rapport(beleid(tmp_path), oud, dag=date(2025, 3, 1))
    tekst = render_json([report], versie_tool="0")
    assert report.kaders[0].sha256 in tekst
    assert_expected(tekst, "geldigheid_oud.json")
