"""`kader nieuw`: een geraamte dat meteen door de controle komt, uitlegt wat het doet, en nooit iets overschrijft."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import jsonschema
import pytest

from beleidscheck.controle import control_kader
from beleidscheck.data import schema_dir
from beleidscheck.kader import available, read_kader
from beleidscheck.source import read_source
from beleidscheck.toetsen import Als
from tests.hulp.opdracht import DAG, EERSTE_VERSIE, draai, draai_los

if TYPE_CHECKING:
    from pathlib import Path


def nieuw(capsys: pytest.CaptureFixture[str], *argv: object) -> str:
    gedraaid = draai(capsys, "kader", "nieuw", *argv, "--peildatum", "2026-05-01")
    assert (gedraaid.code, gedraaid.fout) == (0, "")
    return gedraaid.uit


def test_het_geraamte_komt_door_de_controle(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nieuw(capsys, tmp_path, "--id", "mijn-regio", "--versie", "2026")
    uitkomst = control_kader(tmp_path / "mijn-regio@2026.yaml")
    assert (uitkomst.fouten, uitkomst.waarschuwingen) == ((), ())
    assert uitkomst.normen >= 8
    assert uitkomst.gedraaid == uitkomst.geslaagd >= 2 * uitkomst.normen


def test_het_geraamte_laat_elke_veelgebruikte_soort_zien(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nieuw(capsys, tmp_path / "kader.yaml")
    kader = read_kader(tmp_path / "kader.yaml")
    soorten = {toets.soort for norm in kader.normen for toets in norm.toetsen}
    assert {"proza", "gevuld", "gelijk", "keuze", "bevat", "grens", "een_item", "stap", "als"} <= soorten
    assert any(isinstance(toets, Als) for norm in kader.normen for toets in norm.toetsen)
    assert kader.trappen
    assert kader.uitbreiding.rollen
    assert kader.uitbreiding.velden
    assert kader.bestand.termen
    assert all(norm.voorbeelden.voldoet_niet for norm in kader.normen)


def test_het_geraamte_past_in_het_schema_dat_ernaast_komt(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nieuw(capsys, tmp_path, "--id", "mijn-regio")
    tekst = (tmp_path / "mijn-regio@2026.yaml").read_text(encoding="utf-8")
    assert tekst.startswith("# yaml-language-server: $schema=kader.schema.json\n")
    schema = (tmp_path / "kader.schema.json").read_text(encoding="utf-8")
    assert schema == (schema_dir() / "kader.schema.json").read_text(encoding="utf-8")
    jsonschema.validate(read_source(tmp_path / "mijn-regio@2026.yaml").data, json.loads(schema))


def test_opties(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nieuw(capsys, tmp_path / "x.yaml", "--id", "a-b", "--versie", "2.1", "--regio", "a-b", "--titel", 'De "regio": afspraken # 1')
    kader = read_kader(tmp_path / "x.yaml")
    assert (kader.ref, kader.bestand.regio, kader.bestand.naam) == ("a-b@2.1", "a-b", 'De "regio": afspraken # 1')


@pytest.mark.parametrize("basis", available())
def test_een_geraamte_dat_op_een_kader_rust(basis: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nieuw(capsys, tmp_path, "--id", "maatwerk", "--versie", "1", "--gebaseerd-op", basis)
    uitkomst = control_kader(tmp_path / "maatwerk@1.yaml")
    assert (uitkomst.fouten, uitkomst.waarschuwingen) == ((), ())
    assert uitkomst.overgenomen >= uitkomst.normen - 2
    schema = json.loads((schema_dir() / "kader.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(read_source(tmp_path / "maatwerk@1.yaml").data, schema)


def test_er_wordt_nooit_iets_overschreven(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "kader.schema.json").write_text("van mij", encoding="utf-8")
    nieuw(capsys, tmp_path / "kader.yaml")
    eigen = (tmp_path / "kader.yaml").read_text(encoding="utf-8")
    gedraaid = draai(capsys, "kader", "nieuw", tmp_path / "kader.yaml", "--id", "anders")
    assert gedraaid.code == 2
    assert "bestaat al en wordt niet overschreven" in gedraaid.fout
    assert (tmp_path / "kader.yaml").read_text(encoding="utf-8") == eigen
    assert (tmp_path / "kader.schema.json").read_text(encoding="utf-8") == "van mij"
    (tmp_path / "los.yaml").symlink_to(tmp_path / "weg.yaml")
    assert draai(capsys, "kader", "nieuw", tmp_path / "los.yaml").code == 2
    assert not (tmp_path / "weg.yaml").exists()


@pytest.mark.parametrize(
    ("argv", "zin"),
    [
        pytest.param(("--id", "Mijn Regio"), "«Mijn Regio» kan niet bij --id. Gebruik kleine letters", id="id"),
        pytest.param(("--id", "../../weg"), "«../../weg» kan niet bij --id.", id="pad als id"),
        pytest.param(("--versie", "1/2"), "«1/2» kan niet bij --versie.", id="versie"),
        pytest.param(("--regio", "IJmond"), "«IJmond» kan niet bij --regio.", id="regio"),
        pytest.param(("--titel", "x\x1b[31m"), "Deze titel kan niet.", id="titel"),
        pytest.param(
            ("--gebaseerd-op", "model16"), "Schrijf bij het kader «model16» ook de versie: model16@2023.", id="zonder versie"
        ),
        pytest.param(
            ("--gebaseerd-op", "noord-kennemerland@2024-2025", "--regio", "anders"),
            "is voor de regio «noord-kennemerland»",
            id="andere regio",
        ),
    ],
)
def test_verkeerd_gebruik(argv: tuple[str, ...], zin: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gedraaid = draai(capsys, "kader", "nieuw", tmp_path, *argv)
    assert gedraaid.code == 2
    assert zin in gedraaid.fout
    assert list(tmp_path.iterdir()) == []


def test_een_school_is_er_meteen_aan_te_toetsen(tmp_path: Path) -> None:
    assert draai_los("kader", "nieuw", ".", "--id", "mijn-regio", "--versie", "1", map_=tmp_path).code == 0
    gedraaid = draai_los("toets", EERSTE_VERSIE, "--kader", "mijn-regio@1.yaml", *DAG, map_=tmp_path)
    assert gedraaid.code == 1  # door wat in dit beleid zelf niet klopt: een concept weegt hooguit als aandachtspunt
    assert "0 bij normen, 1 in het beleid zelf" in gedraaid.uit
    assert "mijn-regio@1 (concept)" in gedraaid.uit
