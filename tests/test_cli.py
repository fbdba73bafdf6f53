"""De opdrachten van begin tot eind: wat een gebruiker ziet, wat er op schijf komt, en met welke exitcode."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from beleidscheck.beleid.elementen import ELEMENTEN
from beleidscheck.bevinding import Gewicht, Oordeel
from beleidscheck.cli.start import run
from beleidscheck.cli.toetsen import exit_code
from beleidscheck.data import example_dir, schema_dir, template_dir
from beleidscheck.kader import available, load_kader
from tests.hulp.opdracht import ANSI, DAG, EERSTE_VERSIE, KORT, MODEL, PO, PROTOCOL, VOLLEDIG, draai, draai_los
from tests.hulp.rapporten import concept, make_finding, make_norm, make_report, nothing, ready, unreadable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from beleidscheck.report import Report

FORMATEN = ("terminal", "json", "markdown", "html")
ALLE = sorted(example_dir().glob("*.yaml"))


def _rapporten(uit: str) -> list[dict[str, Any]]:
    gelezen: list[dict[str, Any]] = json.loads(uit)["rapporten"]
    return gelezen


def _school(map_: Path, naam: str, bron: Path = KORT) -> Path:
    doel = map_ / naam
    doel.parent.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copyfile(bron, doel))


# ---- Toets: formaten -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("formaat", FORMATEN)
@pytest.mark.parametrize("beleid", [VOLLEDIG, EERSTE_VERSIE], ids=lambda pad: pad.stem)
def test_elk_formaat(beleid: Path, formaat: str, capsys: pytest.CaptureFixture[str]) -> None:
    klaar = draai(capsys, "toets", beleid, *DAG, "--formaat", formaat)
    assert klaar.code == (0 if beleid is VOLLEDIG else 1)
    assert klaar.fout == ""
    assert klaar.uit.endswith("\n")
    assert not klaar.uit.endswith("\n\n")
    begin = {"terminal": "──", "json": '{\n  "formaat": "beleidscheck-rapport"', "markdown": "# ", "html": "<!DOCTYPE html>"}
    assert klaar.uit.lower().startswith(begin[formaat].lower())


@pytest.mark.parametrize("formaat", FORMATEN)
def test_elk_formaat_telt_hetzelfde(formaat: str, capsys: pytest.CaptureFixture[str]) -> None:
    (rapport,) = _rapporten(draai(capsys, "toets", EERSTE_VERSIE, *DAG, "--formaat", "json").uit)
    uit = draai(capsys, "toets", EERSTE_VERSIE, *DAG, "--formaat", formaat).uit
    kaal = " ".join(re.sub(r'<[^>]+>|[|*":,]', " ", uit).split())
    for oordeel, aantal in rapport["samenvatting"]["oordelen"].items():
        assert re.search(rf"\b{oordeel} {aantal}\b", kaal), f"{oordeel}: {aantal} staat niet in {formaat}"


@pytest.mark.parametrize("beleid", ALLE, ids=lambda pad: pad.stem)
def test_json_past_in_zijn_schema(beleid: Path, capsys: pytest.CaptureFixture[str]) -> None:
    schema = json.loads((schema_dir() / "rapport.schema.json").read_text(encoding="utf-8"))
    inhoud = json.loads(draai(capsys, "toets", beleid, *DAG, "--formaat", "json").uit)
    assert [fout.message for fout in Draft202012Validator(schema).iter_errors(inhoud)] == []


def test_lezer_verandert_woorden_maar_geen_oordeel(capsys: pytest.CaptureFixture[str]) -> None:
    gedraaid = {voor: draai(capsys, "toets", EERSTE_VERSIE, *DAG, "--voor", voor) for voor in ("schoolleider", "mr", "swv")}
    assert len({klaar.uit for klaar in gedraaid.values()}) == 3
    assert {klaar.code for klaar in gedraaid.values()} == {1}
    tellingen = {re.search(r"TELLING\n.*?normen samen +\d+", klaar.uit, re.DOTALL) is not None for klaar in gedraaid.values()}
    assert tellingen == {True}
    paginas = {draai(capsys, "toets", EERSTE_VERSIE, *DAG, "--formaat", "html", "--voor", voor).uit for voor in gedraaid}
    assert len(paginas) == 3


def test_peildatum_hoort_bij_het_rapport(capsys: pytest.CaptureFixture[str]) -> None:
    nu, later = (
        _rapporten(draai(capsys, "toets", VOLLEDIG, "--peildatum", dag, "--formaat", "json").uit)[0]
        for dag in ("2026-10-01", "2031-01-01")
    )
    assert (nu["peildatum"], later["peildatum"]) == ("2026-10-01", "2031-01-01")
    assert nu["meldingen"] == []
    assert later["meldingen"], "een beleid uit 2026 is in 2031 niet meer actueel"


@pytest.mark.parametrize("peildatum", ["2000-01-01", "2099-12-31"])
def test_verre_peildatum_rekent_gewoon(peildatum: str, capsys: pytest.CaptureFixture[str]) -> None:
    for beleid in ALLE:
        assert draai(capsys, "toets", beleid, "--peildatum", peildatum).code in {0, 1}


# ---- Toets: kaders en drempels -------------------------------------------------------------------------------------


def test_kader_in_plaats_van_dat_in_het_beleid(capsys: pytest.CaptureFixture[str]) -> None:
    def refs(*argv: str) -> list[str]:
        (rapport,) = _rapporten(draai(capsys, "toets", KORT, *DAG, "--formaat", "json", *argv).uit)
        return [kader["ref"] for kader in rapport["kaders"]]

    assert refs() == [MODEL, PROTOCOL]
    assert refs("--kader", PROTOCOL) == [PROTOCOL]
    assert refs("--kader", PROTOCOL, "--kader", MODEL, "--kader", PROTOCOL) == [PROTOCOL, MODEL]


def test_eigen_kader_uit_een_bestand(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tekst = (schema_dir() / "kaders" / f"{MODEL}.yaml").read_text(encoding="utf-8").replace("versie: '2023'", "versie: eigen")
    eigen = tmp_path / "eigen.yaml"
    eigen.write_text(tekst.replace('versie: "2023"', "versie: eigen"), encoding="utf-8")
    (rapport,) = _rapporten(draai(capsys, "toets", PO, *DAG, "--formaat", "json", "--kader", eigen).uit)
    assert [kader["ref"] for kader in rapport["kaders"]] == ["model16@eigen"]


def test_kapot_eigen_kader_is_geen_fout_van_het_beleid(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kapot = tmp_path / "kapot.yaml"
    kapot.write_text("kader: 1\nid: x\n", encoding="utf-8")
    klaar = draai(capsys, "toets", KORT, *DAG, "--kader", kapot)
    assert (klaar.code, klaar.uit) == (2, "")
    assert klaar.fout.startswith(f"Fout: {kapot}:1:1: ")


@pytest.mark.parametrize(
    ("gewicht", "codes"),
    [
        pytest.param(Gewicht.TEKORT, [1, 1, 1], id="een tekort"),
        pytest.param(Gewicht.AANDACHTSPUNT, [0, 1, 1], id="een aandachtspunt"),
        pytest.param(Gewicht.TIP, [0, 0, 1], id="een tip"),
        pytest.param(Gewicht.GEEN, [0, 0, 0], id="niets"),
    ],
)
def test_drempel_op_elke_grens(gewicht: Gewicht, codes: Sequence[int]) -> None:
    oordeel = Oordeel.VOLDOET if gewicht is Gewicht.GEEN else Oordeel.VOLDOET_NIET
    rapport = make_report([make_finding(make_norm("model16.1", 1, "Visie"), oordeel, gewicht=gewicht)])
    assert [exit_code([rapport], drempel) for drempel in (Gewicht.TEKORT, Gewicht.AANDACHTSPUNT, Gewicht.TIP)] == codes


@pytest.mark.parametrize(
    ("rapporten", "code"),
    [
        pytest.param([ready()], 0, id="gereed"),
        pytest.param([ready(), concept()], 1, id="een met tekorten"),
        pytest.param([concept(), nothing()], 3, id="een niet getoetst"),
        pytest.param([nothing(), concept(), unreadable(), ready()], 2, id="een onleesbaar"),
    ],
)
def test_exitcode_van_meer_rapporten(rapporten: list[Report], code: int) -> None:
    assert exit_code(rapporten, Gewicht.TEKORT) == code
    assert exit_code(reversed(rapporten), Gewicht.TEKORT) == code


def test_niet_getoetst_slaagt_nooit() -> None:
    rapport = make_report([make_finding(make_norm("model16.1", 1, "Visie"), Oordeel.NIET_GETOETST, gewicht=Gewicht.GEEN)])
    assert exit_code([rapport], Gewicht.TEKORT) == 1


@pytest.mark.parametrize("beleid", ALLE, ids=lambda pad: pad.stem)
def test_drempel_volgt_de_telling(beleid: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (rapport,) = _rapporten(draai(capsys, "toets", beleid, *DAG, "--formaat", "json").uit)
    telling = rapport["samenvatting"]
    zwaar = telling["oordelen"]["niet getoetst"]
    for drempel in ("tekort", "aandachtspunt", "tip"):
        zwaar += telling["gewichten"][drempel] + telling["meldingen"][drempel]
        assert draai(capsys, "toets", beleid, *DAG, "--drempel", drempel).code == min(zwaar, 1)


def test_afwijking_telt_alleen_zonder_de_optie(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tekst = VOLLEDIG.read_text(encoding="utf-8")
    oud = "  mdo:\n    elke: 6 weken\n"
    assert oud in tekst
    beleid = tmp_path / "school.yaml"
    beleid.write_text(
        tekst.replace(oud, "  mdo:\n    elke: 8 weken\n")
        + "\nafwijkingen:\n  - norm: nk2024.school.mdo-6-weken\n    reden: De ouderraad wil dit zo, en het bestuur stemde in.\n"
        "    besloten_door: directeur\n    besloten_op: 2026-09-15\n",
        encoding="utf-8",
    )
    gewoon = draai(capsys, "toets", beleid, *DAG, "--formaat", "json")
    streng = draai(capsys, "toets", beleid, *DAG, "--formaat", "json", "--zonder-afwijkingen")
    assert (gewoon.code, streng.code) == (0, 1)
    assert _rapporten(gewoon.uit)[0]["samenvatting"]["oordelen"]["afwijking"] == 1
    assert _rapporten(streng.uit)[0]["samenvatting"]["oordelen"]["afwijking"] == 0


# ---- Toets: kleur en breedte ---------------------------------------------------------------------------------------


class _Scherm:
    """Maakt van de uitvoer een scherm, met zo veel kolommen."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, scherm: bool, breedte: int = 80) -> None:
        monkeypatch.delenv("NO_COLOR", raising=False)
        monkeypatch.setenv("TERM", "xterm")
        monkeypatch.setenv("COLUMNS", str(breedte))
        monkeypatch.setattr("sys.stdout.isatty", lambda: scherm, raising=False)


@pytest.mark.parametrize(
    ("scherm", "opties", "omgeving", "gekleurd"),
    [
        pytest.param(False, [], {}, False, id="pijp"),
        pytest.param(True, [], {}, True, id="scherm"),
        pytest.param(True, [], {"NO_COLOR": "1"}, False, id="NO_COLOR"),
        pytest.param(True, [], {"NO_COLOR": ""}, True, id="lege NO_COLOR"),
        pytest.param(True, [], {"TERM": "dumb"}, False, id="scherm zonder kleur"),
        pytest.param(True, ["--geen-kleur"], {}, False, id="geen kleur gevraagd"),
        pytest.param(False, ["--kleur"], {}, True, id="kleur in een pijp gevraagd"),
        pytest.param(False, ["--kleur"], {"NO_COLOR": "1"}, True, id="de optie gaat voor NO_COLOR"),
    ],
)
def test_kleur(  # noqa: PLR0913 - elke invloed op kleur is een argument
    scherm: bool,
    opties: list[str],
    omgeving: dict[str, str],
    gekleurd: bool,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _Scherm(monkeypatch, scherm=scherm)
    for naam, waarde in omgeving.items():
        monkeypatch.setenv(naam, waarde)
    uit = draai(capsys, "toets", EERSTE_VERSIE, *DAG, *opties).uit
    assert ("\x1b[" in uit) is gekleurd
    monkeypatch.setattr("sys.stdout.isatty", lambda: False, raising=False)
    assert ANSI.sub("", uit) == draai(capsys, "toets", EERSTE_VERSIE, *DAG, "--geen-kleur").uit


def test_geen_kleur_in_een_bestand(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    _Scherm(monkeypatch, scherm=True, breedte=50)
    naar_bestand = tmp_path / "rapport.txt"
    assert draai(capsys, "toets", EERSTE_VERSIE, *DAG, "--uit", naar_bestand).uit == f"Geschreven: {naar_bestand}\n"
    tekst = naar_bestand.read_text(encoding="utf-8")
    assert "\x1b" not in tekst
    assert max(map(len, tekst.splitlines())) == 80, "een bestand is niet zo smal als het scherm"


@pytest.mark.parametrize(("breedte", "kolommen"), [(60, 60), (80, 80), (300, 100)])
def test_breedte_volgt_het_scherm(
    breedte: int, kolommen: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _Scherm(monkeypatch, scherm=True, breedte=breedte)
    uit = ANSI.sub("", draai(capsys, "toets", EERSTE_VERSIE, *DAG).uit)
    assert max(map(len, uit.splitlines())) == kolommen


def test_pijp_is_tachtig_kolommen_en_gewone_tekst() -> None:
    klaar = draai_los("toets", EERSTE_VERSIE, *DAG, omgeving={"COLUMNS": "200"})
    assert klaar.code == 1
    assert "\x1b" not in klaar.uit
    assert max(map(len, klaar.uit.splitlines())) == 80


# ---- Toets: bestanden en mappen ------------------------------------------------------------------------------------


def test_map_met_alles_wat_erin_kan_staan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for naam in ("b.yaml", "a.yml", "diep/er/c.yaml", ".verborgen.yaml", ".git/d.yaml", "diep/.weg/e.yaml", "f.txt", "g.yaml.bak"):
        _school(tmp_path, naam)
    (tmp_path / "rond").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "diep" / "terug").symlink_to("..", target_is_directory=True)
    rapporten = _rapporten(draai(capsys, "toets", tmp_path, *DAG, "--formaat", "json").uit)
    assert [Path(rapport["bestand"]).relative_to(tmp_path).as_posix() for rapport in rapporten] == ["a.yml", "b.yaml", "diep/er/c.yaml"]


def test_bestand_dat_naar_zichzelf_wijst(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _school(tmp_path, "goed.yaml")
    (tmp_path / "lus.yaml").symlink_to("lus.yaml")
    klaar = draai(capsys, "toets", tmp_path, *DAG, "--formaat", "json")
    assert klaar.code == 2
    assert [rapport["status"] for rapport in _rapporten(klaar.uit)] == ["gereed", "onleesbaar"]


def test_elk_bestand_een_keer_ook_als_het_vaker_is_genoemd(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    beleid = _school(tmp_path, "a.yaml")
    klaar = draai(capsys, "toets", beleid, tmp_path, beleid, *DAG, "--formaat", "json")
    assert len(_rapporten(klaar.uit)) == 1


def test_genoemd_bestand_mag_heten_zoals_het_wil(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    beleid = _school(tmp_path, ".beleid van school é (kopie).txt")
    assert draai(capsys, "toets", beleid, *DAG).code == 0


@pytest.mark.parametrize(("formaat", "uitgang"), [("html", ".html"), ("markdown", ".md")])
def test_zelfde_naam_in_twee_mappen(formaat: str, uitgang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for naam in ("noord/school.yaml", "zuid/school.yaml", "zuid/school-2.yaml", "west/School.yml"):
        _school(tmp_path / "in", naam)
    uit = tmp_path / "uit"
    klaar = draai(capsys, "toets", tmp_path / "in", *DAG, "--formaat", formaat, "--uit", uit)
    assert klaar.code == 0
    namen = sorted(pad.name for pad in uit.iterdir())
    assert namen == sorted(f"{stam}.rapport{uitgang}" for stam in ("school", "School-2", "school-3", "school-2-2"))
    assert len({pad.read_text(encoding="utf-8") for pad in uit.iterdir()}) == 4, "elk rapport noemt zijn eigen bestand"


def test_meer_rapporten_in_een_terminal_en_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    tekst = draai(capsys, "toets", *ALLE, *DAG)
    assert tekst.code == 1
    for beleid in ALLE:
        assert str(beleid) in tekst.uit.replace("\n", "")
    assert len(_rapporten(draai(capsys, "toets", *ALLE, *DAG, "--formaat", "json").uit)) == len(ALLE)


def test_meer_documenten_vragen_een_map(capsys: pytest.CaptureFixture[str]) -> None:
    klaar = draai(capsys, "toets", KORT, PO, *DAG, "--formaat", "html")
    assert (klaar.code, klaar.uit) == (2, "")
    assert klaar.fout == "Fout: Er zijn 2 rapporten. Noem een map met `--uit`, bijvoorbeeld --uit rapporten.\n"


def test_uit_naar_bestand_en_map(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    op_scherm = draai(capsys, "toets", KORT, *DAG, "--formaat", "html").uit
    bestaand = tmp_path / "bestaat.nu"
    bestaand.mkdir()
    for uit, doel in (
        (tmp_path / "nieuw" / "rapport.htm", tmp_path / "nieuw" / "rapport.htm"),
        (tmp_path / "map", tmp_path / "map" / "korte-vorm-vo.rapport.html"),
        (bestaand, bestaand / "korte-vorm-vo.rapport.html"),
    ):
        klaar = draai(capsys, "toets", KORT, *DAG, "--formaat", "html", "--uit", uit)
        assert (klaar.code, klaar.uit, klaar.fout) == (0, f"Geschreven: {doel}\n", "")
        assert doel.read_text(encoding="utf-8") == op_scherm


@pytest.mark.parametrize("formaat", ["terminal", "json"])
def test_een_tekst_voor_alle_rapporten(formaat: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    doel = tmp_path / "a" / "b" / "rapport"
    op_scherm = draai(capsys, "toets", KORT, PO, *DAG, "--formaat", formaat).uit
    assert draai(capsys, "toets", KORT, PO, *DAG, "--formaat", formaat, "--uit", doel).uit == f"Geschreven: {doel}\n"
    assert doel.read_bytes().decode() == op_scherm


@pytest.mark.parametrize("formaat", FORMATEN)
def test_kapot_bestand_tussen_goede(formaat: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _school(tmp_path / "in", "a.yaml")
    (tmp_path / "in" / "b.yaml").write_text("formaat: 1\n\tbeleid: [\n", encoding="utf-8")
    _school(tmp_path / "in", "c.yaml", EERSTE_VERSIE)
    uit = tmp_path / "uit" / "rapport.txt" if formaat in {"terminal", "json"} else tmp_path / "uit"
    klaar = draai(capsys, "toets", tmp_path / "in", *DAG, "--formaat", formaat, "--uit", uit)
    assert klaar.code == 2
    alles = "".join(pad.read_text(encoding="utf-8") for pad in sorted((tmp_path / "uit").iterdir()))
    assert "Mavo Kortewater" in alles
    assert "Scholengemeenschap Vlietoever" in alles
    assert "tab" in alles
    if formaat in {"markdown", "html"}:
        assert len(list(uit.iterdir())) == 3
        assert klaar.fout == f"Fout: {tmp_path / 'in' / 'b.yaml'} is niet te lezen; wat eraan scheelt staat in het rapport.\n"


def test_exitcodes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    zonder_kader = tmp_path / "zonder.yaml"
    zonder_kader.write_text(
        "formaat: 1\nbeleid:\n  titel: Beleid\nschool:\n  naam: De Proef\n  sector: vo\n  regio: elders\n", encoding="utf-8"
    )
    assert draai(capsys, "toets", VOLLEDIG, *DAG).code == 0
    assert draai(capsys, "toets", EERSTE_VERSIE, *DAG).code == 1
    assert draai(capsys, "toets", tmp_path / "weg.yaml", *DAG).code == 2
    assert draai(capsys, "toets", zonder_kader, *DAG).code == 3
    assert draai(capsys, "toets", zonder_kader, EERSTE_VERSIE, *DAG).code == 3
    assert draai(capsys, "toets", zonder_kader, tmp_path / "weg.yaml", *DAG).code == 2


# ---- Publiceer -----------------------------------------------------------------------------------------------------


def test_publiceer_zet_het_document_waar_u_bent(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    klaar = draai(capsys, "publiceer", VOLLEDIG, *DAG)
    assert (klaar.code, klaar.uit, klaar.fout) == (0, "Geschreven: polderlicht-college-vo.html\n", "")
    assert [pad.name for pad in tmp_path.iterdir()] == ["polderlicht-college-vo.html"]
    assert "Polderlicht" in (tmp_path / "polderlicht-college-vo.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("uit", "opties", "doel"),
    [
        pytest.param("beleid.html", [], "beleid.html", id="bestand"),
        pytest.param("nieuw/beleid.htm", [], "nieuw/beleid.htm", id="bestand in een nieuwe map"),
        pytest.param("site", [], "site/polderlicht-college-vo.html", id="map"),
        pytest.param("bestaat.nu", [], "bestaat.nu/polderlicht-college-vo.html", id="map met een punt"),
        pytest.param("site", ["--formaat", "markdown"], "site/polderlicht-college-vo.md", id="markdown in een map"),
    ],
)
def test_publiceer_uit(uit: str, opties: list[str], doel: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bestaat.nu").mkdir()
    klaar = draai(capsys, "publiceer", VOLLEDIG, *DAG, "--uit", tmp_path / uit, *opties)
    assert (klaar.code, klaar.uit) == (0, f"Geschreven: {tmp_path / doel}\n")
    assert (tmp_path / doel).is_file()


def test_publiceer_zegt_waarom_er_concept_staat(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    doel = tmp_path / "uit.html"
    klaar = draai(capsys, "publiceer", EERSTE_VERSIE, *DAG, "--uit", doel)
    assert klaar.code == 0
    zegt = f"Op het document staat CONCEPT. Wat er nog moet gebeuren, zegt: beleidscheck toets {EERSTE_VERSIE}\n"
    assert klaar.uit == f"Geschreven: {doel}\n{zegt}"
    assert "concept" in doel.read_text(encoding="utf-8").lower()

    ontwerp = tmp_path / "ontwerp.yaml"
    ontwerp.write_text(VOLLEDIG.read_text(encoding="utf-8").replace("status: vastgesteld", "status: concept", 1), encoding="utf-8")
    klaar = draai(capsys, "publiceer", ontwerp, *DAG, "--uit", doel)
    assert "Op het document staat CONCEPT." in klaar.uit


def test_publiceer_zonder_kader_schrijft_niets_en_zegt_waarom(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    beleid = tmp_path / "school.yaml"
    beleid.write_text(KORT.read_text(encoding="utf-8").replace(f"kaders:\n  - {MODEL}\n  - {PROTOCOL}\n", "kaders: []\n"), encoding="utf-8")
    klaar = draai(capsys, "publiceer", beleid, *DAG, "--uit", tmp_path / "uit.html")
    assert (klaar.code, klaar.uit) == (3, "")
    assert "Het beleid noemt geen kader." in " ".join(klaar.fout.split())
    assert not (tmp_path / "uit.html").exists()


def test_publiceer_waar_geen_norm_geldt_is_concept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    beleid = tmp_path / "school.yaml"
    beleid.write_text(
        f"formaat: 1\nkaders:\n  - {PROTOCOL}\nbeleid:\n  titel: Beleid\nschool:\n  naam: De Proef\n  sector: po\n  regio: elders\n",
        encoding="utf-8",
    )
    klaar = draai(capsys, "publiceer", beleid, *DAG, "--uit", tmp_path / "uit.html")
    assert klaar.code == 0
    assert f"Op het document staat CONCEPT. Geen enkele norm van {PROTOCOL} geldt voor deze school." in klaar.uit


def test_publiceer_van_een_onleesbaar_beleid_schrijft_niets(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kapot = tmp_path / "kapot.yaml"
    kapot.write_text("formaat: 2\n", encoding="utf-8")
    oud = tmp_path / "uit.html"
    oud.write_text("vorige versie", encoding="utf-8")
    klaar = draai(capsys, "publiceer", kapot, "--uit", oud)
    assert (klaar.code, klaar.uit) == (2, "")
    assert f"{kapot}:1:" in klaar.fout.replace("\n", "").replace("  ", "")
    assert oud.read_text(encoding="utf-8") == "vorige versie"


def test_publiceer_met_eigen_sjabloon(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    eigen = tmp_path / "sjablonen"
    eigen.mkdir()
    (eigen / "eigen.css").write_text("body { --proef: 1; }\n", encoding="utf-8")
    doel = tmp_path / "uit.html"
    assert draai(capsys, "publiceer", VOLLEDIG, *DAG, "--uit", doel, "--sjablonen", eigen).code == 0
    assert "--proef: 1;" in doel.read_text(encoding="utf-8")
    assert draai(capsys, "toets", VOLLEDIG, *DAG, "--formaat", "html", "--sjablonen", eigen).uit.count("--proef: 1;") == 1


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        pytest.param(None, "sjablonen:1: Deze map met eigen sjablonen bestaat niet.", id="geen map"),
        pytest.param("{% if %}", ":1: Hier klopt de schrijfwijze van het sjabloon niet.", id="schrijffout"),
        pytest.param("\n{{ bestaat_niet }}", ":2: Dit sjabloon vraagt om een waarde die er niet is.", id="onbekende waarde"),
        pytest.param("{{ ''.__class__.__mro__ }}", ":1: Dit sjabloon doet iets wat een sjabloon niet mag.", id="uitbraak"),
    ],
)
def test_kapot_sjabloon(inhoud: str | None, melding: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    eigen = tmp_path / "sjablonen"
    if inhoud is not None:
        eigen.mkdir()
        for sjabloon in template_dir().glob("*.html"):
            (eigen / sjabloon.name).write_text(inhoud, encoding="utf-8")
    klaar = draai(capsys, "publiceer", VOLLEDIG, *DAG, "--uit", tmp_path / "uit.html", "--sjablonen", eigen)
    assert (klaar.code, klaar.uit) == (2, "")
    assert klaar.fout.startswith("Fout: ")
    assert melding in klaar.fout
    assert not (tmp_path / "uit.html").exists()


def test_kapotte_huisstijl_is_een_melding_en_geen_fout(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    beleid = tmp_path / "school.yaml"
    tekst = re.sub(r"^huisstijl:\n(?:  .*\n)*", "", VOLLEDIG.read_text(encoding="utf-8"), flags=re.MULTILINE)
    beleid.write_text(tekst + "\nhuisstijl:\n  logo: weg.png\n", encoding="utf-8")
    klaar = draai(capsys, "publiceer", beleid, *DAG, "--uit", tmp_path / "uit.html")
    assert klaar.code == 0
    assert klaar.fout.startswith("Let op: Het logo `weg.png` staat niet in het document")


# ---- Uitleg, kaders, schema ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("ref", available())
def test_uitleg_van_elke_norm(ref: str, capsys: pytest.CaptureFixture[str]) -> None:
    kader = load_kader(ref)
    for norm in kader.normen:
        klaar = draai(capsys, "uitleg", norm.id)
        assert (klaar.code, klaar.fout) == (0, "")
        for deel in (norm.titel, norm.id, ref, "Waarom", "Vraag voor een lezer"):
            assert deel in klaar.uit
        assert norm.uitleg.split()[0] in klaar.uit
        buiten_fragment = klaar.uit.partition("In het beleidsbestand\n")
        assert all(len(regel) <= 80 for regel in buiten_fragment[0].splitlines())


@pytest.mark.parametrize("element", ELEMENTEN, ids=lambda element: element.sleutel)
def test_uitleg_van_elk_element(element: Any, capsys: pytest.CaptureFixture[str]) -> None:  # noqa: ANN401 - een regel uit een tabel
    antwoorden = {draai(capsys, "uitleg", vraag).uit for vraag in (element.nummer, element.sleutel, element.titel, element.titel.upper())}
    (antwoord,) = antwoorden
    assert antwoord.startswith(f"Element {element.nummer}: {element.titel}\n===")
    assert f"`{element.sleutel}`" in antwoord
    eigen = [norm.id for ref in available() for norm in load_kader(ref).normen if norm.element == element.nummer]
    assert re.findall(r"\[([a-z0-9.-]+)\]", antwoord.replace("\n", "")) == eigen


def test_uitleg_in_een_kader(capsys: pytest.CaptureFixture[str]) -> None:
    assert "nk2024." not in draai(capsys, "uitleg", "9", "--kader", MODEL).uit
    assert "model16." not in draai(capsys, "uitleg", "9", "--kader", PROTOCOL).uit
    assert draai(capsys, "uitleg", "model16.1.visie", "--kader", PROTOCOL).code == 2


@pytest.mark.parametrize(
    ("vraag", "melding"),
    [
        pytest.param("model16.1.vise", "Bedoelde u model16.1.visie", id="norm met een tikfout"),
        pytest.param("visie_en_doe", "Bedoelde u visie_en_doel", id="element met een tikfout"),
        pytest.param("17", "Een element heeft nummer 1 tot en met 16", id="nummer dat niet bestaat"),
        pytest.param("", "Een element heeft nummer 1 tot en met 16", id="niets"),
    ],
)
def test_uitleg_van_wat_er_niet_is(vraag: str, melding: str, capsys: pytest.CaptureFixture[str]) -> None:
    klaar = draai(capsys, "uitleg", vraag)
    assert (klaar.code, klaar.uit) == (2, "")
    assert klaar.fout.startswith(f"Fout: Er is geen norm, element, soort, veld of woord «{vraag}».")
    assert melding in klaar.fout


def test_kaders_noemt_elk_kader(capsys: pytest.CaptureFixture[str]) -> None:
    uit = draai(capsys, "kaders").uit
    for ref in available():
        assert re.search(rf"^{re.escape(ref)}$", uit, re.MULTILINE)
        assert f"{len(load_kader(ref).normen)} normen" in uit


def test_telling_telt_elke_norm_precies_een_keer(capsys: pytest.CaptureFixture[str]) -> None:
    klaar = draai(capsys, "kaders", "--telling")
    assert klaar.code == 0
    blokken = klaar.uit.split("\n\n")
    sommen = [sum(map(int, re.findall(r"^ +(\d+)  [a-z]", blok, re.MULTILINE))) for blok in blokken]
    assert sommen == [16, 124, 206, 30, 19, 23, 418]
    assert "Samen 418 normen" in blokken[-1]
    ids = [norm.id for ref in available() for norm in load_kader(ref).normen]
    assert len(ids) == len(set(ids)) == 418


@pytest.mark.parametrize("welk", ["beleid", "kader", "rapport"])
def test_schema(welk: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bestand = (schema_dir() / f"{welk}.schema.json").read_text(encoding="utf-8")
    assert draai(capsys, "schema", welk).uit == bestand
    Draft202012Validator.check_schema(json.loads(bestand))
    doel = tmp_path / "x" / "schema.json"
    assert draai(capsys, "schema", welk, "--uit", doel).uit == f"Geschreven: {doel}\n"
    assert doel.read_text(encoding="utf-8") == bestand
    if welk == "beleid":
        assert draai(capsys, "schema").uit == bestand


# ---- Demo ----------------------------------------------------------------------------------------------------------


def test_demo_in_een_lege_map(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    klaar = draai(capsys, "demo")
    assert (klaar.code, klaar.fout) == (0, "")
    uit = tmp_path / "beleidscheck-demo"
    per_school = {f"{beleid.stem}{achter}" for beleid in ALLE for achter in (".yaml", ".html", ".rapport.html")}
    assert {pad.name for pad in uit.iterdir()} == {*per_school, "beleid.schema.json"}
    assert f"{len(ALLE)} verzonnen scholen, getoetst alsof het 2026-10-01 is." in klaar.uit
    begin = re.search(r"Open eerst (\S+) in uw browser", klaar.uit)
    assert begin
    assert Path(begin[1]).is_file()
    volgende = re.search(r"beleidscheck (toets \S+)", klaar.uit)
    assert volgende
    assert run([*volgende[1].split(), *DAG]) in {0, 1}


def test_demo_is_te_bewerken_en_opnieuw_te_toetsen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert draai(capsys, "demo", "--uit", tmp_path).code == 0
    for beleid in ALLE:
        kopie = tmp_path / beleid.name
        assert kopie.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=beleid.schema.json\n")
        hier, daar = (_rapporten(draai(capsys, "toets", pad, *DAG, "--formaat", "json").uit)[0] for pad in (kopie, beleid))
        assert hier["samenvatting"] == daar["samenvatting"]
        assert hier["bevindingen"] == daar["bevindingen"]


# ---- Zelfde invoer, zelfde bytes -----------------------------------------------------------------------------------


@pytest.mark.parametrize("formaat", FORMATEN)
def test_zelfde_bytes_in_een_andere_map_en_een_ander_proces(formaat: str, tmp_path: Path) -> None:
    uitkomsten = set()
    for zaad, map_ in (("1", tmp_path / "een"), ("2", tmp_path / "twee" / "dieper")):
        _school(map_, "school.yaml", EERSTE_VERSIE)
        klaar = draai_los("toets", "school.yaml", *DAG, "--formaat", formaat, map_=map_, omgeving={"PYTHONHASHSEED": zaad, "TZ": "Asia/Tokyo"})
        assert klaar.fout == ""
        uitkomsten.add(klaar.uit)
    (uitkomst,) = uitkomsten
    assert str(tmp_path) not in uitkomst


def test_demo_geeft_twee_keer_dezelfde_bytes(tmp_path: Path) -> None:
    for zaad in ("1", "2"):
        assert draai_los("demo", "--uit", "uit", map_=_nieuw(tmp_path / zaad), omgeving={"PYTHONHASHSEED": zaad}).code == 0
    een, twee = ({pad.name: pad.read_bytes() for pad in (tmp_path / zaad / "uit").iterdir()} for zaad in ("1", "2"))
    assert een == twee
    assert not any(str(tmp_path).encode() in inhoud for inhoud in een.values())


def _nieuw(map_: Path) -> Path:
    map_.mkdir()
    return map_


# ---- Wat de README belooft -----------------------------------------------------------------------------------------

WORTEL = Path(__file__).parents[1]


def _readme_commands() -> list[str]:
    blokken = re.findall(r"```sh\n(.*?)```", (WORTEL / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    return [regel for blok in blokken for regel in blok.splitlines() if regel]


def test_bouwstraat_draait_de_testopdracht_van_de_readme() -> None:
    (testopdracht,) = (regel for regel in _readme_commands() if "pytest" in regel)
    assert f"({testopdracht})\n" in (WORTEL / ".ci" / "run").read_text(encoding="utf-8")


def test_opdrachten_in_de_readme_bestaan(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    school = _school(tmp_path, "mijn-school.yaml")
    monkeypatch.chdir(school.parent)
    (school.parent / "scholen").mkdir()
    shutil.copy(school, school.parent / "scholen")
    gegeven = [re.search(r"\.venv/bin/beleidscheck (.*)", regel) for regel in _readme_commands()]
    opdrachten = [gevonden[1].split() for gevonden in gegeven if gevonden]
    assert {opdracht[0] for opdracht in opdrachten} == {"demo", "toets", "publiceer", "casus", "audit", "kader"}
    for opdracht in opdrachten:
        assert draai(capsys, *opdracht).code in {0, 1}


def test_readme_noemt_elke_opdracht(capsys: pytest.CaptureFixture[str]) -> None:
    tekst = (WORTEL / "README.md").read_text(encoding="utf-8")
    for naam in re.findall(r"^  ([a-z]+)  ", draai(capsys, "--help").uit.partition("Opdrachten:")[2], re.MULTILINE):
        assert f"| `{naam}" in tekst
