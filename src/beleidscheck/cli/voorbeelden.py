"""De opdracht `demo`: de voorbeeldscholen toetsen en hun documenten en rapporten in een map zetten."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from beleidscheck.cli.publiceren import policy_document
from beleidscheck.cli.schrijf import write_text
from beleidscheck.cli.start import GOED
from beleidscheck.data import example_dir
from beleidscheck.document.rapport import compose_report
from beleidscheck.render import DOCUMENTFORMATEN
from beleidscheck.report import build_report

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


def run_demo(uit: Path, peildatum: date) -> int:
    """Write policy, document and report of every example school to `uit`, and say where to look."""
    bestanden = sorted(example_dir().glob("*.yaml"))
    sys.stdout.write(f"{len(bestanden)} verzonnen scholen, peildatum {peildatum.isoformat()}.\n\n")
    for bestand in bestanden:
        report = build_report(bestand, bestand=bestand.name, peildatum=peildatum)
        write_text(uit / bestand.name, bestand.read_text(encoding="utf-8"))
        write_text(uit / f"{bestand.stem}.rapport.html", DOCUMENTFORMATEN["html"][1](compose_report(report), None))
        if report.policy is not None:
            write_text(uit / f"{bestand.stem}.html", policy_document(report, "html", None)[0])
        sys.stdout.write(f"  {report.school or bestand.name}: {report.status}\n")
    sys.stdout.write(f"\nPer school staan er drie bestanden in {uit}:\n")
    sys.stdout.write("  NAAM.yaml          het beleid zoals de school het schrijft\n")
    sys.stdout.write("  NAAM.html          het beleidsdocument voor de website\n")
    sys.stdout.write("  NAAM.rapport.html  het gap-rapport: wat ontbreekt en wat te doen\n")
    sys.stdout.write(f"Begin bij {uit / (bestanden[0].stem + '.rapport.html')} in uw browser.\n")
    return GOED
