"""De opdracht `publiceer`: het beleidsdocument maken en wegschrijven."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from beleidscheck import __version__
from beleidscheck.cli.schrijf import write_text
from beleidscheck.cli.start import FOUT, GOED
from beleidscheck.cli.toetsen import output_names
from beleidscheck.report import Report, Status, build_report

if TYPE_CHECKING:
    from datetime import date


def run_publish(beleid: Path, uit: Path | None, formaat: str, peildatum: date, sjablonen: Path | None) -> int:
    """Write the policy document of one policy and return the exit code."""
    from beleidscheck.render import DOCUMENTFORMATEN  # noqa: PLC0415 - zo laat mogelijk

    report = build_report(beleid, bestand=str(beleid), peildatum=peildatum)
    if report.policy is None:
        from beleidscheck.render.terminal import render_terminal  # noqa: PLC0415 - alleen bij een fout

        sys.stderr.write(render_terminal([report], voor="schoolleider", kleur=False))
        return FOUT
    uitgang, _ = DOCUMENTFORMATEN[formaat]
    doel = uit or Path(output_names([str(beleid)], uitgang)[0])
    if doel.is_dir():
        doel = doel / output_names([str(beleid)], uitgang)[0]
    tekst, meldingen = policy_document(report, formaat, sjablonen)
    for melding in meldingen:
        sys.stderr.write(f"Let op: {melding}\n")
    write_text(doel, tekst)
    sys.stdout.write(f"Geschreven: {doel}\n")
    if report.status is not Status.GEREED:
        sys.stdout.write("Op het document staat CONCEPT, want het beleid is nog niet gereed. Zie: beleidscheck toets\n")
    return GOED


def policy_document(report: Report, formaat: str, sjablonen: Path | None) -> tuple[str, tuple[str, ...]]:
    """Return the policy document of a readable policy, with what the author should know about its looks."""
    from beleidscheck.document.beleid import Kadergegevens, compose_policy  # noqa: PLC0415 - zo laat mogelijk
    from beleidscheck.document.kleur import approve_style  # noqa: PLC0415 - zo laat mogelijk
    from beleidscheck.document.logo import read_logo  # noqa: PLC0415 - zo laat mogelijk
    from beleidscheck.render import DOCUMENTFORMATEN  # noqa: PLC0415 - zo laat mogelijk

    assert report.policy is not None  # noqa: S101 - de aanroeper heeft gekeken
    huisstijl = report.policy.feiten.get("huisstijl", {})
    logo, over_logo = read_logo(huisstijl["logo"], report.policy.source.path, f"Logo van {report.school}") if "logo" in huisstijl else (None, ())
    _, over_kleur = approve_style(huisstijl.get("hoofdkleur"), huisstijl.get("accentkleur"))
    document = compose_policy(
        report.policy,
        [Kadergegevens(kader.ref, kader.bestand.naam, kader.bestand.trappen) for kader in report.bron_kaders],
        stempel=stamp(report),
        gereed=report.status is Status.GEREED,
        logo=logo,
        normtitels={norm.id: norm.titel for kader in report.bron_kaders for norm in kader.normen},
    )
    return DOCUMENTFORMATEN[formaat][1](document, sjablonen), (*over_logo, *over_kleur)


def stamp(report: Report) -> str:
    """Return the line at the foot of a document: what was checked, against what, with which version."""
    kaders = ", ".join(f"{kader.ref} ({kader.sha256[:12]})" for kader in report.kaders)
    return f"beleidscheck {__version__} · beleid {report.sha256[:12]} · {kaders} · peildatum {report.peildatum.isoformat()}"
