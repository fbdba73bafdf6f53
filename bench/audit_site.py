"""Hoe lang duurt de site van een audit? Eén heel proces, van opdracht tot laatste bladzijde, met de kinderen erbij (Linux en macOS).

    python bench/audit_site.py [AANTAL] [WERKERS]

Meldt de tijd op de klok, de rekentijd per school, het meeste geheugen van één proces en de grootte van de site. De audit zelf draait er een
keer voor, met een voorraad, zodat de meting over de site gaat. De grens staat in MAXIMUM en geldt voor duizend scholen op twee kernen; wie
er overheen gaat, krijgt exitcode 1. Draait er meer op de machine, lees dan de rekentijd: gedeeld door het aantal kernen is dat de klok van een
machine waar verder niets draait.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from scholen import make

#: In seconden, voor duizend scholen.
MAXIMUM = 60.0
PEILDATUM = "2026-10-01"


def measure(argv: list[str]) -> tuple[float, float]:
    """Return wall time and CPU time of a process and its children."""
    voor, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    klaar = subprocess.run([sys.executable, "-m", "beleidscheck", *argv], capture_output=True, check=False, text=True)
    klok, na = time.perf_counter() - begin, resource.getrusage(resource.RUSAGE_CHILDREN)
    if klaar.returncode not in {0, 1}:
        raise SystemExit(klaar.stderr)
    return klok, na.ru_utime + na.ru_stime - voor.ru_utime - voor.ru_stime


def main(aantal: int, werkers: int) -> int:
    """Measure, print a table and return 1 when the limit is passed on the clock and in CPU time."""
    with tempfile.TemporaryDirectory() as naam:
        map_ = Path(naam)
        make(map_ / "scholen", aantal)
        basis = ["audit", str(map_ / "scholen"), "--peildatum", PEILDATUM, "--voorraad", str(map_ / "voorraad"), "--werkers", str(werkers)]
        eerst, rekentijd = measure(basis)
        print(f"audit van {aantal} scholen, zonder site     {eerst:7.1f} s klok {rekentijd:7.1f} s rekentijd")
        voor, _ = measure(basis)
        uitkomsten = []
        for woord, extra in (("site", []), ("site, ongewijzigd", []), ("site, openbaar", ["--openbaar"])):
            doel = map_ / ("openbaar" if extra else "site")
            klok, rekentijd = measure([*basis, "--site", str(doel), *extra])
            if not (doel / "index.html").is_file():
                raise SystemExit("De site is niet afgemaakt.")
            bestanden = [pad for pad in doel.rglob("*") if pad.is_file()]
            groot = sum(pad.stat().st_size for pad in bestanden) / 1e6
            uitkomsten.append((klok, rekentijd))
            print(
                f"{woord:<37} {klok - voor:7.1f} s klok {rekentijd:7.1f} s rekentijd"
                f" {1000 * rekentijd / aantal:6.0f} ms per school {len(bestanden):6} bestanden {groot:7.1f} MB"
            )
    meest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)
    print(f"meeste geheugen van één proces {meest:.0f} MB")
    klok, rekentijd = uitkomsten[0]
    kernen = min(werkers, os.cpu_count() or 1)
    return int(min(klok - voor, rekentijd / kernen) > MAXIMUM * aantal / 1000)


if __name__ == "__main__":
    getallen = [int(deel) for deel in sys.argv[1:]]
    raise SystemExit(main(*(getallen + [1000, 2][len(getallen) :])))
