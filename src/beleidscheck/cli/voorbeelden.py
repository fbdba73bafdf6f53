"""De opdracht `demo`: de voorbeeldscholen toetsen en hun documenten en rapporten in een map zetten."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from beleidscheck.api import toets
from beleidscheck.cli.publiceren import policy_document
from beleidscheck.cli.schrijf import keep_input, write_text
from beleidscheck.cli.start import GOED
from beleidscheck.data import example_dir, schema_dir
from beleidscheck.document.rapport import compose_report
from beleidscheck.render import DOCUMENTFORMATEN

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

_SCHEMA: Final = "beleid.schema.json"


def run_demo(uit: Path, peildatum: date) -> int:
    """Write policy, document and report of every example school to `uit`, and say where to look."""
    bestanden = sorted(example_dir().glob("*.yaml"))
    keep_input([uit / bestand.name for bestand in bestanden], bestanden)
    sys.stdout.write(f"{len(bestanden)} verzonnen scholen, getoetst alsof het {peildatum.isoformat()} is.\n\n")
    write_text(uit / _SCHEMA, (schema_dir() / _SCHEMA).read_text(encoding="utf-8"))
    for bestand in bestanden:
        sys.stdout.write(f"  {_write_school(bestand, uit, peildatum)}\n")
    sys.stdout.write(f"\nPer school staan er drie bestanden in {uit}:\n\n")
    sys.stdout.write("  NAAM.yaml          het beleid zoals de school het schrijft\n")
    sys.stdout.write("  NAAM.html          het beleidsdocument voor de website\n")
    sys.stdout.write("  NAAM.rapport.html  het rapport: wat er staat, wat ontbreekt en wat te doen\n")
    sys.stdout.write(f"\nOpen eerst {uit / (bestanden[0].stem + '.rapport.html')} in uw browser.\n")
    sys.stdout.write(f"Zelf beginnen? Kopieer een voorbeeld en toets het: beleidscheck toets {uit / bestanden[0].name}\n")
    return GOED


def _write_school(bestand: Path, uit: Path, peildatum: date) -> str:
    """Write the files of one school and return a line about it."""
    report = toets(bestand, bestand=bestand.name, peildatum=peildatum)
    _, html = DOCUMENTFORMATEN["html"]
    # het schema staat hier naast het voorbeeld, zodat een editor de velden ook in deze map kent
    write_text(uit / bestand.name, bestand.read_text(encoding="utf-8").replace(f"=../schema/{_SCHEMA}", f"={_SCHEMA}", 1))
    write_text(uit / f"{bestand.stem}.rapport.html", html(compose_report(report), None))
    if report.policy is not None:
        write_text(uit / f"{bestand.stem}.html", html(policy_document(report)[0], None))
    return f"{report.school or bestand.name}: {report.status}"
