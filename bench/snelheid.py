"""Hoe snel is beleidscheck? Hele processen, om en om gemeten, met de verhoudingen uit dezelfde run (Linux en macOS).

    python bench/snelheid.py [RONDEN]

Meet met de Python waarmee u dit draait; zet daar `pip install -e '.[bench]'` in om ook check-jsonschema mee te meten.
De machine drijft: vergelijk getallen alleen binnen één run, en lees de rekentijd als er meer draait.
"""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WORTEL = Path(__file__).resolve().parents[1]
VOORBEELD = WORTEL / "policies" / "polderlicht-college-vo.yaml"
SCHEMA = WORTEL / "schema" / "beleid.schema.json"
PEILDATUM = "2026-10-01"
KADERS = ("model16@2023", "noord-kennemerland@2024-2025")
#: Het volledige voorbeeld is ruim 40 kB; zonder commentaar, zonder deze blokken en met de trap van de regio is het 20 kB.
WEG = ("begrippen", "stimuleren_aanwezigheid", "communicatie")
TRAP = "stappen_bij_afwezigheid:\n  volgt: noord-kennemerland@2024-2025\n\n"
LEZINGEN = 300
RONDEN = 15


class Proces(NamedTuple):
    """Wat één proces kostte, in seconden: op de klok, en aan rekentijd."""

    klok: float
    rekentijd: float


def make_policy() -> str:
    """Return a policy of about 20 kB, made from the complete example."""
    zonder_commentaar = re.sub(r"(?m)^\s*#.*\n", "", VOORBEELD.read_text(encoding="utf-8"))
    blokken = re.split(r"(?m)^(?=[a-z0-9_]+:)", zonder_commentaar)
    trap = TRAP.partition(":")[0]
    return "".join(TRAP if blok.startswith(trap) else blok for blok in blokken if blok.partition(":")[0] not in WEG)


def find_program(naam: str) -> list[str] | None:
    """Return how to call a program that is installed beside this Python."""
    pad = Path(sys.executable).with_name(naam)
    return [str(pad)] if pad.is_file() else None


def run_once(argv: Sequence[str], omgeving: Mapping[str, str]) -> Proces:
    """Run one process and return what it took."""
    begin = time.perf_counter()
    proces = subprocess.Popen(argv, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=omgeving)
    _, status, verbruik = os.wait4(proces.pid, 0)
    klok = time.perf_counter() - begin
    proces.returncode = os.waitstatus_to_exitcode(status)
    if proces.returncode not in {0, 1}:
        sys.exit(f"{' '.join(argv)} gaf exitcode {proces.returncode}")
    return Proces(klok, verbruik.ru_utime + verbruik.ru_stime)


def measure(opdrachten: Mapping[str, Sequence[str]], ronden: int, omgeving: Mapping[str, str]) -> dict[str, list[Proces]]:
    """Return what each command took in every round; the commands take turns, after one round to warm up."""
    gemeten: dict[str, list[Proces]] = {naam: [] for naam in opdrachten}
    for ronde in range(ronden + 1):
        for naam, argv in opdrachten.items():
            kosten = run_once(argv, omgeving)
            if ronde:
                gemeten[naam].append(kosten)
    return gemeten


def measure_loader(beleid: Path) -> list[Proces]:
    """Return what reading the policy with all positions takes, each time again, in this process."""
    sys.path.insert(0, str(WORTEL / "src"))
    from beleidscheck.source import read_source  # noqa: PLC0415 - pas als het gemeten wordt

    tijden = []
    for _ in range(LEZINGEN):
        begin, rekent = time.perf_counter(), time.process_time()
        read_source(beleid)
        tijden.append(Proces(time.perf_counter() - begin, time.process_time() - rekent))
    return tijden[10:]


def row(naam: str, kosten: Sequence[Proces]) -> str:
    """Return one line of the table, in milliseconds."""
    klok = [een.klok for een in kosten]
    rekentijd = statistics.median(een.rekentijd for een in kosten)
    kolommen = (min(klok), statistics.median(klok), max(klok), rekentijd)
    return f"{naam:<26}" + "".join(f"{1000 * seconden:>11.1f}" for seconden in kolommen)


def verdict(wat: str, gemeten: float, doel: float, eenheid: str) -> str:
    """Return one line about a target."""
    return f"{'gehaald' if gemeten <= doel else 'NIET GEHAALD':<13} {wat}: {gemeten:.2f}{eenheid} (doel: hoogstens {doel:g}{eenheid})"


def main(argv: Sequence[str]) -> int:
    """Measure, print, and return 0: what it took is for a reader to judge."""
    ronden = int(argv[0]) if argv else RONDEN
    eigen = find_program("beleidscheck") or [sys.executable, "-m", "beleidscheck"]
    ander = find_program("check-jsonschema")
    with tempfile.TemporaryDirectory() as map_:
        beleid = Path(map_, "beleid.yaml")
        beleid.write_text(make_policy(), encoding="utf-8")
        kaders = [deel for kader in KADERS for deel in ("--kader", kader)]
        opdrachten = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "beleidscheck --version": [*eigen, "--version"],
            "beleidscheck toets": [*eigen, "toets", str(beleid), "--peildatum", PEILDATUM, *kaders],
        }
        if ander:
            opdrachten["check-jsonschema"] = [*ander, "--schemafile", str(SCHEMA), str(beleid)]
        # zoals na een gewone installatie: met vertaalde bytecode, maar zonder iets in deze map achter te laten
        weg = {"PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED"}
        omgeving = {naam: waarde for naam, waarde in os.environ.items() if naam not in weg} | {
            "PYTHONPYCACHEPREFIX": str(Path(map_, "bytecode"))
        }
        gemeten = measure(opdrachten, ronden, omgeving)
        lezingen = measure_loader(beleid)
        bytes_ = beleid.stat().st_size

    klok = {naam: statistics.median(een.klok for een in kosten) for naam, kosten in gemeten.items()}
    lader = statistics.median(een.klok for een in lezingen)
    print(f"Beleid van {bytes_ / 1000:.1f} kB, tegen {' en '.join(KADERS)}; {ronden} ronden, Python {sys.version.split()[0]}.\n")
    print(f"{'milliseconden':<26}{'min':>11}{'mediaan':>11}{'max':>11}{'rekentijd':>11}")
    for naam, kosten in {**gemeten, f"lader, {len(lezingen)} keer": lezingen}.items():
        print(row(naam, kosten))
    print(
        f"\nDruk op de machine: {os.getloadavg()[0]:.1f} op {os.cpu_count()} kernen. Boven het aantal kernen zegt alleen rekentijd iets.\n"
    )
    print(verdict("--version tegen python -c pass", klok["beleidscheck --version"] / klok["python -c pass"], 3, " keer"))
    print(verdict("hele toets", klok["beleidscheck toets"], 0.4, " s"))
    print(verdict("lader per 20 kB", 1000 * lader * 20_000 / bytes_, 2.5, " ms"))
    if ander:
        print(verdict("toets tegen check-jsonschema", klok["beleidscheck toets"] / klok["check-jsonschema"], 1, " keer"))
    else:
        print("niet gemeten  check-jsonschema staat niet naast deze Python; installeer het met: pip install -e '.[bench]'")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
