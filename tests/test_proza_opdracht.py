"""De opdracht `proza` en het advies in het rapport: wat een gebruiker ziet, en dat het advies blijft."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from beleidscheck.bevinding import Gewicht
from beleidscheck.proza import SOORTEN
from tests.hulp.opdracht import DAG, EERSTE_VERSIE, KORT, VOLLEDIG, draai
from tests.hulp.prozabank import CONCEPT, NK, beleid
from tests.hulp.toetsbank import lees, meldingen, oordelen, voorbeeld, wijzig
from tests.hulp.verwacht import assert_expected

if TYPE_CHECKING:
    from pathlib import Path

_VOL = (
    "Bij 4 keer te laat praat het PLG met de leerling; zie hoofdstuk 17 en [verlof](#verlofaanvragen). De zorgcoördinatoren en het RMC"
    " horen dat ook, en de RMC-medewerker.\n\nMeld een ziek kind uiterlijk om 8.00 uur."
)


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    pad = tmp_path / "school.yaml"
    pad.write_text(beleid(_VOL), encoding="utf-8")
    return pad


@pytest.mark.parametrize(("formaat", "uitgang"), [("terminal", "txt"), ("regels", "regels.txt"), ("json", "json")])
def test_wat_een_gebruiker_ziet(school: Path, capsys: pytest.CaptureFixture[str], formaat: str, uitgang: str) -> None:
    gedraaid = draai(capsys, "proza", school.name, "--formaat", formaat, *DAG)
    assert (gedraaid.code, gedraaid.fout) == (0, "")
    tekst = re.sub(r'"beleidscheck": "[^"]+"', '"beleidscheck": "VERSIE"', gedraaid.uit)
    assert_expected(tekst, f"proza/advies.{uitgang}")


def test_elke_regel_wijst_naar_het_woord(school: Path, capsys: pytest.CaptureFixture[str]) -> None:
    regels = school.read_text(encoding="utf-8").split("\n")
    uit = json.loads(draai(capsys, "proza", school.name, "--formaat", "json", *DAG).uit)
    (bestand,) = uit["bestanden"]
    assert sum(bestand["telling"].values()) == len(bestand["adviezen"])
    assert set(bestand["telling"]) == set(SOORTEN)
    for advies in bestand["adviezen"]:
        for plek in advies["plaatsen"]:
            if plek["veld"] == "visie_en_doel.visie":
                assert regels[plek["regel"] - 1][plek["kolom"] - 1 :].startswith(plek["woord"])


def test_alleen_streng_geeft_exitcode_1(school: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert draai(capsys, "proza", school.name, *DAG).code == 0
    assert draai(capsys, "proza", school.name, "--streng", *DAG).code == 1
    assert draai(capsys, "proza", str(VOLLEDIG), "--streng", *DAG).code == 0


def test_geen_advies_is_ook_een_antwoord(capsys: pytest.CaptureFixture[str]) -> None:
    gedraaid = draai(capsys, "proza", str(VOLLEDIG), *DAG)
    assert gedraaid.code == 0
    assert "geen advies over de tekst" in gedraaid.uit


def test_een_onleesbaar_bestand_verbergt_de_andere_niet(school: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (school.parent / "stuk.yaml").write_text("formaat: [\n", encoding="utf-8")
    gedraaid = draai(capsys, "proza", ".", "--formaat", "regels", *DAG)
    assert gedraaid.code == 2
    assert "school.yaml:" in gedraaid.uit
    assert "stuk.yaml:" in gedraaid.uit
    assert ": fout: " in gedraaid.uit


def test_verkeerd_gebruik(school: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert draai(capsys, "proza", school.name, "--formaat", "html").code == 2
    assert draai(capsys, "proza", "bestaat-niet.yaml", *DAG).code == 2
    assert draai(capsys, "proza", school.name, "--kader", "x@1", *DAG).code == 2
    assert draai(capsys, "proza", school.name, "--uit", school.name, *DAG).code == 2
    assert "visie_en_doel" in school.read_text(encoding="utf-8")
    (school.parent / "leeg").mkdir()
    assert draai(capsys, "proza", "leeg", *DAG).code == 3


def test_schrijven(school: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert draai(capsys, "proza", school.name, "--formaat", "json", "--uit", "uit/advies.json", *DAG).code == 0
    assert json.loads((school.parent / "uit" / "advies.json").read_text(encoding="utf-8"))["soort"] == "proza"


def test_een_stuurteken_in_een_woord_stuurt_niets(school: Path, capsys: pytest.CaptureFixture[str]) -> None:
    school.write_text(beleid("Het \u202eRMC\u202c en het \u200bPLG."), encoding="utf-8")
    for formaat in ("terminal", "regels"):
        assert not set(draai(capsys, "proza", school.name, "--formaat", formaat, *DAG).uit) & set("\u202e\u202c")


def test_een_ander_kader_heeft_andere_woorden(school: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "RMC" in draai(capsys, "proza", school.name, "--kader", NK, *DAG).uit
    assert draai(capsys, "proza", str(KORT), "--kader", CONCEPT, *DAG).code == 0  # die volgt de ladder van een ander kader
    assert "ouder woord" not in draai(capsys, "proza", school.name, "--kader", "model16@2023", *DAG).uit


# ---- In het rapport ----------------------------------------------------------------------------------------------


def test_in_het_rapport_is_het_een_tip_en_blijft_elk_oordeel_gelijk() -> None:
    data = wijzig(voorbeeld().data, "beleid.onderhoud", f"{voorbeeld().data['beleid']['onderhoud']} {_VOL}")
    nieuw = meldingen(lees(data))
    assert {melding.code for melding in nieuw} == {"verouderd-woord", "getal-in-proza", "dode-verwijzing", "afkorting"}
    assert {melding.gewicht for melding in nieuw} == {Gewicht.TIP}
    oud = {norm: bevinding.oordeel for norm, bevinding in oordelen(lees(voorbeeld().data)).items()}
    assert {norm: bevinding.oordeel for norm, bevinding in oordelen(lees(data)).items()} == oud


def test_het_rapport_verdrinkt_niet() -> None:
    veel = " ".join(f"Het X{letter}Q belt." for letter in "ABCDEFGHJKLMN")
    data = wijzig(voorbeeld().data, "beleid.onderhoud", f"{voorbeeld().data['beleid']['onderhoud']} {veel}")
    gevonden = [melding for melding in meldingen(lees(data)) if melding.code == "afkorting"]
    assert len(gevonden) == 5
    assert any("nog 9" in melding.zin and "beleidscheck proza" in melding.te_doen for melding in gevonden)


def test_de_eerste_versie_heeft_alleen_wat_er_echt_is(capsys: pytest.CaptureFixture[str]) -> None:
    uit = json.loads(draai(capsys, "proza", str(EERSTE_VERSIE), "--formaat", "json", *DAG).uit)
    (bestand,) = uit["bestanden"]
    assert [advies["over"] for advies in bestand["adviezen"]] == ["verzuimprotocol", "zorgcoördinator", "RMC", "ZAT"]
