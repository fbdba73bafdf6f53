"""Hoe snel komen de documenten van één school? Hele processen, van opdracht tot bestand (Linux en macOS).

    python bench/documenten.py [RONDEN] [BELEID]

De grenzen staan in MAXIMUM; wie er een overschrijdt, krijgt exitcode 1. Nodig: pip install 'beleidscheck[documenten]'. Draait
er meer op de machine, lees dan de rekentijd.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from pathlib import Path

from snelheid import PEILDATUM, VOORBEELD, Proces, measure

RONDEN = 7
#: In seconden op de klok, voor de middelste meting.
MAXIMUM = {"alle HTML": 0.6, "PDF van het beleid": 4.0, "DOCX van het beleid": 2.0}


def commands(beleid: Path, uit: Path) -> dict[str, list[str]]:
    """Return what is measured: the documents in HTML, and the policy document as PDF and as Word file."""
    begin = [sys.executable, "-m", "beleidscheck"]
    dag = ["--peildatum", PEILDATUM]
    publiceer = [*begin, "publiceer", str(beleid), *dag]
    return {
        "beleid als HTML": [*publiceer, "--uit", str(uit / "b.html")],
        "rapport als HTML": [*begin, "toets", str(beleid), *dag, "--formaat", "html", "--uit", str(uit / "r.html")],
        "PDF van het beleid": [*publiceer, "--formaat", "pdf", "--uit", str(uit / "b.pdf")],
        "PDF van het rapport": [*begin, "toets", str(beleid), *dag, "--formaat", "pdf", "--uit", str(uit / "r.pdf")],
        "DOCX van het beleid": [*publiceer, "--formaat", "docx", "--uit", str(uit / "b.docx")],
    }


def main(ronden: int, beleid: Path) -> int:
    """Measure, print a table and return 1 when a limit is passed."""
    with tempfile.TemporaryDirectory() as naam:
        gemeten = measure(commands(beleid, Path(naam)), ronden, os.environ)
    gemeten["alle HTML"] = [
        Proces(een.klok + twee.klok, een.rekentijd + twee.rekentijd)
        for een, twee in zip(gemeten["beleid als HTML"], gemeten["rapport als HTML"], strict=True)
    ]
    te_laat = False
    print(f"{beleid.name}, {ronden} ronden, middelste meting in seconden\n")
    print(f"{'':<22}{'klok':>8}{'rekentijd':>11}{'grens':>8}")
    for wat, kosten in gemeten.items():
        klok = statistics.median(deel.klok for deel in kosten)
        grens = MAXIMUM.get(wat)
        te_laat |= grens is not None and klok > grens
        print(f"{wat:<22}{klok:>8.2f}{statistics.median(deel.rekentijd for deel in kosten):>11.2f}{grens or '':>8}")
    return int(te_laat)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else RONDEN, Path(sys.argv[2]) if sys.argv[2:] else VOORBEELD))
