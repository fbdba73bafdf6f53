"""De namen voor programma's: zij doen wat hun beschrijving zegt, en de opdrachtregel gebruikt niets anders."""

from __future__ import annotations

import ast
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Final

import pytest

import beleidscheck
from beleidscheck import audit, laad_kader, toets
from beleidscheck.bevinding import Gewicht
from beleidscheck.data import example_dir
from beleidscheck.errors import UsageError
from beleidscheck.report import Status

DAG: Final = date(2026, 10, 1)
BILL: Final = "wet-terugdringen-schoolverzuim@2024-wetsvoorstel"
CLI: Final = Path(beleidscheck.__file__).parent / "cli"
#: Wat alleen via de api mag, met de module waaruit het komt.
ALLEEN_API: Final = {
    ("beleidscheck.report", "build_report"),
    ("beleidscheck.kader", "load_kader"),
    ("beleidscheck.auditing", "run_audit"),
}


def test_een_beleid_toetsen() -> None:
    rapport = toets(example_dir() / "polderlicht-college-vo.yaml", peildatum=DAG)
    assert rapport.status is Status.GEREED
    assert rapport.bestand == str(example_dir() / "polderlicht-college-vo.yaml")
    assert len(rapport.bevindingen) == 330
    assert toets(Path("bestaat-niet.yaml"), peildatum=DAG).status is Status.ONLEESBAAR
    with pytest.raises(UsageError):
        toets(example_dir() / "polderlicht-college-vo.yaml", peildatum=DAG, kaders=["bestaat@niet"])


def test_veel_beleid_toetsen() -> None:
    with audit([example_dir()], peildatum=DAG, werkers=1) as uitkomst:
        namen = [school.naam for school in uitkomst.outcomes()]
        assert len(namen) == 8
        los = [toets(pad, peildatum=DAG).samenvatting for pad in uitkomst.opgave.bestanden]
        assert uitkomst.sums() == {
            oordeel: sum(telling.aantal(oordeel) for telling in los if telling is not None) for oordeel in uitkomst.sums()
        }


def test_de_inwerkingtreding_werkt_in_beide_hetzelfde(tmp_path: Path) -> None:
    bestand = tmp_path / "a.yaml"
    bestand.write_text((example_dir() / "kleine-school-po.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    tekorten = []
    for ingesteld in ({}, {BILL: date(2026, 9, 1)}, {BILL: date(2027, 9, 1)}):
        rapport = toets(bestand, peildatum=DAG, kaders=[BILL], inwerkingtreding=ingesteld)
        with audit([bestand], peildatum=DAG, kaders=[BILL], inwerkingtreding=ingesteld) as uitkomst:
            assert uitkomst.scholen[0].weighs(Gewicht.TEKORT) == sum(b.gewicht == "tekort" for b in rapport.bevindingen) + sum(
                m.gewicht == "tekort" for m in rapport.meldingen
            )
        tekorten.append(sum(b.gewicht == "tekort" for b in rapport.bevindingen))
    assert tekorten[0] == tekorten[2] == 0 < tekorten[1]


def test_een_kader_laden() -> None:
    assert len(laad_kader("model16@2023").normen) == 124


def test_een_onbekende_naam() -> None:
    with pytest.raises(AttributeError):
        _ = beleidscheck.bestaat_niet


def test_de_versie_laadt_de_api_niet() -> None:
    code = "import beleidscheck, sys; beleidscheck.__version__; print('beleidscheck.api' in sys.modules)"
    klaar = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert klaar.stdout == "False\n"


@pytest.mark.parametrize("bestand", sorted(CLI.glob("*.py")), ids=lambda pad: pad.stem)
def test_de_opdrachtregel_gebruikt_de_api(bestand: Path) -> None:
    if bestand.stem == "schemas":
        pytest.skip("maakt de gegenereerde bestanden, is geen opdracht van een gebruiker")
    boom = ast.parse(bestand.read_text(encoding="utf-8"))
    ingevoerd = {(deel.module, naam.name) for deel in ast.walk(boom) if isinstance(deel, ast.ImportFrom) for naam in deel.names}
    assert not ingevoerd & ALLEEN_API
