"""Het wheel: gebouwd, ergens anders geïnstalleerd en vanuit een andere map gedraaid doet het alles wat de checkout doet."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from beleidscheck.data import example_dir, schema_dir, template_dir
from tests.hulp.opdracht import DAG, EERSTE_VERSIE, KORT, VOLLEDIG, Gedraaid, draai

if TYPE_CHECKING:
    from collections.abc import Mapping

pytestmark = pytest.mark.traag

WORTEL = Path(__file__).parents[1]
BINNEN = "Scripts" if os.name == "nt" else "bin"


def _clean_environment() -> dict[str, str]:
    """Return the environment without anything that could lead Python back to the checkout."""
    weg = {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "COLUMNS", "FORCE_COLOR"}
    return {naam: waarde for naam, waarde in os.environ.items() if naam not in weg}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    uit = tmp_path_factory.mktemp("wheel")
    argv = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(uit), str(WORTEL)]
    subprocess.run(argv, check=True, env=_clean_environment(), cwd=uit)
    (gebouwd,) = uit.glob("*.whl")
    return gebouwd


@pytest.fixture(scope="module")
def programma(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    omgeving = tmp_path_factory.mktemp("omgeving")
    venv.create(omgeving, with_pip=True)
    argv = [str(omgeving / BINNEN / "python"), "-m", "pip", "install", "--quiet", str(wheel)]
    subprocess.run(argv, check=True, env=_clean_environment(), cwd=omgeving)
    return omgeving / BINNEN / "beleidscheck"


@pytest.fixture
def elders(tmp_path: Path) -> Path:
    map_ = tmp_path / "een andere map"
    map_.mkdir()
    return map_


def _run(programma: Path, map_: Path, *argv: object, omgeving: Mapping[str, str] | None = None) -> Gedraaid:
    klaar = subprocess.run(
        [str(programma), *map(str, argv)], check=False, capture_output=True, cwd=map_, env={**_clean_environment(), **(omgeving or {})}
    )
    return Gedraaid(klaar.returncode, klaar.stdout.decode(), klaar.stderr.decode())


def test_alle_gegevens_reizen_mee(wheel: Path) -> None:
    mee = set(zipfile.ZipFile(wheel).namelist())
    for map_ in (schema_dir(), template_dir(), example_dir()):
        for bestand in map_.rglob("*"):
            if bestand.is_file():
                assert f"beleidscheck/_data/{bestand.relative_to(WORTEL).as_posix()}" in mee
    assert "beleidscheck/py.typed" in mee
    assert not [naam for naam in mee if naam.startswith(("tests/", "bench/")) or naam.endswith(".pyc")]


def test_het_is_echt_het_wheel(programma: Path, elders: Path) -> None:
    argv = [str(programma.parent / "python"), "-c", "import beleidscheck; print(beleidscheck.__file__)"]
    waar = subprocess.run(argv, check=True, capture_output=True, text=True, cwd=elders, env=_clean_environment()).stdout
    assert Path(waar.strip()).is_relative_to(programma.parents[1])


def test_versie(programma: Path, elders: Path) -> None:
    assert _run(programma, elders, "--version") == Gedraaid(0, "beleidscheck 0.1.0\n", "")


@pytest.mark.parametrize("formaat", ["terminal", "json", "markdown", "html"])
@pytest.mark.parametrize("beleid", [VOLLEDIG, EERSTE_VERSIE], ids=lambda pad: pad.stem)
def test_toets(programma: Path, elders: Path, beleid: Path, formaat: str, capsys: pytest.CaptureFixture[str]) -> None:
    argv = ("toets", beleid, *DAG, "--formaat", formaat)
    assert _run(programma, elders, *argv) == draai(capsys, *argv)
    assert list(elders.iterdir()) == []


def test_publiceer(programma: Path, elders: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(programma, elders, "publiceer", KORT, *DAG).uit == "Geschreven: korte-vorm-vo.html\n"
    assert draai(capsys, "publiceer", KORT, *DAG, "--uit", tmp_path / "hier.html").code == 0
    assert (elders / "korte-vorm-vo.html").read_bytes() == (tmp_path / "hier.html").read_bytes()


@pytest.mark.parametrize("argv", [["schema"], ["schema", "kader"], ["schema", "rapport"], ["kaders", "--telling"], ["uitleg", "9"], ["--help"]])
def test_uitleg_en_gegevens(programma: Path, elders: Path, argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(programma, elders, *argv) == draai(capsys, *argv)


def test_demo(programma: Path, elders: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    klaar = _run(programma, elders, "demo", "--uit", "voorbeeld")
    assert (klaar.code, klaar.fout) == (0, "")
    assert draai(capsys, "demo", "--uit", tmp_path / "hier").code == 0
    daar, hier = ({pad.name: pad.read_bytes() for pad in map_.iterdir()} for map_ in (elders / "voorbeeld", tmp_path / "hier"))
    assert daar == hier


def test_lege_map_is_nooit_geslaagd(programma: Path, elders: Path) -> None:
    assert _run(programma, elders, "toets", ".").code == 3


def test_verkeerd_gebruik_is_ook_hier_nederlands(programma: Path, elders: Path) -> None:
    klaar = _run(programma, elders, "toets", "--bestaat-niet", omgeving={"COLUMNS": "60"})
    assert (klaar.code, klaar.uit) == (2, "")
    assert klaar.fout.startswith("Fout: De optie --bestaat-niet bestaat niet.")
