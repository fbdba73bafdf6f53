"""Meet hele processen: minimum, mediaan en maximum over een aantal ronden, om en om, zodat verhoudingen uit één run komen.

    python bench/snelheid.py [--ronden 10]

Het beleid van de meting is het complete voorbeeld zonder commentaar, ingekort tot ongeveer 20 KB.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from beleidscheck.data import example_dir, schema_dir
from beleidscheck.source import parse_source

BIN = Path(sys.executable).parent
#: Kleinere blokken blijven staan: zij maken het bestand niet merkbaar korter.
KLEIN = 400
#: Blokken die weg mogen om een beleid van een gewone omvang over te houden.
WEG = ("contacten:", "medezeggenschap:", "huisstijl:", "verklaringen:")


def policy_text(bytes_: int = 20_000) -> str:
    """Return the complete example without comments, cut at a top-level block so that it has about this many bytes."""
    tekst = "\n".join(regel for regel in (example_dir() / "polderlicht-college-vo.yaml").read_text(encoding="utf-8").split("\n") if not regel.lstrip().startswith("#") and regel.strip())
    blokken: list[str] = []
    for regel in tekst.split("\n"):
        if regel and not regel.startswith((" ", "-")):
            blokken.append(regel)
        else:
            blokken[-1] += "\n" + regel
    kern = [blok for blok in blokken if not blok.startswith(WEG)]
    while sum(len(blok.encode()) + 1 for blok in kern) > bytes_ * 1.05:
        kleinste = min((blok for blok in kern if len(blok) > KLEIN and not blok.startswith(("school:", "beleid:", "kaders:", "rollen:"))), key=len)
        kern.remove(kleinste)
    return "\n".join(kern) + "\n"


def run(opdracht: list[str]) -> float:
    """Return the wall time of one process in milliseconds."""
    begin = time.perf_counter()
    subprocess.run(opdracht, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return (time.perf_counter() - begin) * 1000


def main() -> None:
    """Measure and print a table."""
    cli = argparse.ArgumentParser(description="Meet de snelheid van beleidscheck.")
    cli.add_argument("--ronden", type=int, default=10)
    ronden = cli.parse_args().ronden
    with tempfile.TemporaryDirectory() as map_:
        beleid = Path(map_, "beleid.yaml")
        beleid.write_text(policy_text(), encoding="utf-8")
        toets = [str(BIN / "beleidscheck"), "toets", str(beleid), "--peildatum", "2026-10-01"]
        metingen = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "beleidscheck --version": [str(BIN / "beleidscheck"), "--version"],
            "beleidscheck toets, beide kaders": [*toets, "--kader", "model16@2023", "--kader", "noord-kennemerland@2024-2025"],
        }
        if (BIN / "check-jsonschema").exists():
            metingen["check-jsonschema, alleen structuur"] = [str(BIN / "check-jsonschema"), "--schemafile", str(schema_dir() / "beleid.schema.json"), str(beleid)]
        tijden: dict[str, list[float]] = {naam: [] for naam in metingen}
        for ronde in range(ronden + 1):
            for naam, opdracht in metingen.items():
                duur = run(opdracht)
                if ronde:
                    tijden[naam].append(duur)
        rauw = beleid.read_bytes()
    sys.stdout.write(f"Beleid van {len(rauw) / 1000:.1f} KB, {ronden} ronden, milliseconden per heel proces\n\n")
    sys.stdout.write(f"{'':36} {'min':>7} {'mediaan':>8} {'max':>7}\n")
    for naam, reeks in tijden.items():
        sys.stdout.write(f"{naam:36} {min(reeks):7.0f} {statistics.median(reeks):8.0f} {max(reeks):7.0f}\n")
    mediaan = {naam: statistics.median(reeks) for naam, reeks in tijden.items()}
    sys.stdout.write(f"\n--version tegen python -c pass: {mediaan['beleidscheck --version'] / mediaan['python -c pass']:.1f} keer\n")
    if "check-jsonschema, alleen structuur" in mediaan:
        keer = mediaan["check-jsonschema, alleen structuur"] / mediaan["beleidscheck toets, beide kaders"]
        sys.stdout.write(f"toets is {keer:.1f} keer zo snel als check-jsonschema\n")
    sys.stdout.write(f"de lader, met posities: {loader(rauw):.2f} ms per 20 KB\n")


def loader(rauw: bytes, keren: int = 60) -> float:
    """Return the best time of the loader in milliseconds per 20 KB, in this process."""
    pad = Path("beleid.yaml")
    beste = float("inf")
    for _ in range(keren):
        begin = time.process_time()
        parse_source(rauw, pad).position(("school", "naam"))
        beste = min(beste, time.process_time() - begin)
    return beste * 1000 * 20_000 / len(rauw)


if __name__ == "__main__":
    main()
