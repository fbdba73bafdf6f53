"""De groep `kader` op de opdrachtregel: de hulp en verkeerd gebruik, zo Nederlands als de rest."""

from __future__ import annotations

import re

import pytest

from beleidscheck.cli.app_kader import app_kader
from beleidscheck.cli.argumenten import read_arguments
from tests.hulp.opdracht import ENGELS, draai

OPDRACHTEN = {info.callback.__name__: info.callback for info in app_kader.registered_commands if info.callback}


@pytest.mark.parametrize("opdracht", ["", *OPDRACHTEN])
@pytest.mark.parametrize("breedte", ["40", "80"])
def test_hulp(opdracht: str, breedte: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", breedte)
    klaar = draai(capsys, "kader", *opdracht.split(), "--help")
    assert (klaar.code, klaar.fout) == (0, "")
    assert klaar.uit.startswith(f"Gebruik: beleidscheck kader {opdracht or 'OPDRACHT'} [OPTIES]")
    assert not ENGELS.findall(re.sub(r"--[a-z-]+", "", klaar.uit))
    assert re.search(r"^  beleidscheck kader \S", klaar.uit, re.MULTILINE), "er hoort een voorbeeld bij"
    if breedte == "80":
        assert max(map(len, klaar.uit.splitlines())) <= 80


@pytest.mark.parametrize("opdracht", OPDRACHTEN)
def test_hulp_noemt_alles_wat_een_opdracht_aanneemt(opdracht: str, capsys: pytest.CaptureFixture[str]) -> None:
    hulp = " ".join(draai(capsys, "kader", opdracht, "--help").uit.split())
    for param in read_arguments(OPDRACHTEN[opdracht]):
        assert param.shown in hulp
        assert param.uitleg in hulp
        assert param.uitleg.endswith(("." , "?"))


@pytest.mark.parametrize(
    ("argv", "melding"),
    [
        pytest.param(["vergelijk"], "OUD ontbreekt. Het kader dat nu geldt, als naam@versie of als bestand.", id="niets"),
        pytest.param(["vergelijk", "a"], "NIEUW ontbreekt. Het kader dat ervoor in de plaats komt.", id="één kader"),
        pytest.param(["vergelijk", "a", "b", "--forma", "x"], "De optie --forma bestaat niet. Bedoelde u «--formaat»?", id="optie"),
        pytest.param(["vergelijk", "a", "b", "--formaat", "pdf"], "«pdf» kan niet bij --formaat. Kies uit: terminal, json, markdown, html.", id="formaat"),
        pytest.param(["vergelijk", "model16", "b"], "Schrijf bij het kader «model16» ook de versie: model16@2023.", id="geen versie"),
    ],
)
def test_verkeerd_gebruik(argv: list[str], melding: str, capsys: pytest.CaptureFixture[str]) -> None:
    klaar = draai(capsys, "kader", *argv)
    assert (klaar.code, klaar.uit) == (2, "")
    assert klaar.fout.splitlines()[0] == f"Fout: {melding}"


def test_een_opdracht_die_er_niet_is(capsys: pytest.CaptureFixture[str]) -> None:
    klaar = draai(capsys, "kader", "vergelik")
    assert klaar.code == 2
    assert klaar.fout.startswith("Fout: De opdracht «vergelik» bestaat niet. Bedoelde u «vergelijk»? Kies uit: ")
    assert klaar.fout.endswith("Meer uitleg: beleidscheck kader --help\n")


def test_zonder_opdracht(capsys: pytest.CaptureFixture[str]) -> None:
    klaar = draai(capsys, "kader")
    assert (klaar.code, klaar.uit) == (2, "")
    assert klaar.fout == "Fout: De opdracht ontbreekt.\nGebruik: beleidscheck kader OPDRACHT [OPTIES]\nMeer uitleg: beleidscheck kader --help\n"
