"""De opdracht `publiceer`: het beleidsdocument maken en wegschrijven."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from beleidscheck import __version__
from beleidscheck.api import toets
from beleidscheck.cli.bestanden import output_names, shown_path
from beleidscheck.cli.schrijf import keep_input, write_bytes
from beleidscheck.cli.start import FOUT, GOED, NIETS
from beleidscheck.errors import UsageError
from beleidscheck.report import Report, Status

if TYPE_CHECKING:
    from datetime import date

    from beleidscheck.document.beleid_delen import Kadergegevens
    from beleidscheck.document.blokken import Document, Logo


@dataclass(frozen=True, slots=True)
class Vorm:
    """Hoe een document eruitziet: het formaat, de map met eigen sjablonen en het Word-bestand van de school."""

    formaat: str
    sjablonen: Path | None = None
    sjabloon: Path | None = None

    def check(self) -> None:
        """Raise `UsageError` when the Word file of the school is given for something that is not Word."""
        if self.sjabloon is not None and self.formaat != "docx":
            raise UsageError(
                "`--sjabloon` is een Word-bestand en hoort bij `--formaat docx`."
                " Eigen opmaak voor PDF en HTML geeft u met `--sjablonen`."
            )

    @property
    def uitgang(self) -> str:
        """Return the ending of a file in this format."""
        from beleidscheck.render import BESTANDSFORMATEN, DOCUMENTFORMATEN  # noqa: PLC0415 - zo laat mogelijk

        return BESTANDSFORMATEN[self.formaat][0] if self.formaat in BESTANDSFORMATEN else DOCUMENTFORMATEN[self.formaat][0]

    def render(self, document: Document) -> bytes:
        """Return the document as the bytes of a file."""
        from beleidscheck.render import BESTANDSFORMATEN, DOCUMENTFORMATEN  # noqa: PLC0415 - zo laat mogelijk

        if self.formaat in BESTANDSFORMATEN:
            return BESTANDSFORMATEN[self.formaat][1](document, self.sjablonen, self.sjabloon)
        return DOCUMENTFORMATEN[self.formaat][1](document, self.sjablonen).encode("utf-8", errors="replace")


def run_publish(beleid: Path, uit: Path | None, vorm: Vorm, peildatum: date) -> int:
    """Write the policy document of one policy and return the exit code."""
    vorm.check()
    report = toets(beleid, bestand=shown_path(beleid), peildatum=peildatum)
    if report.policy is None:
        return report_unreadable(report)
    doel = _target(beleid, uit, vorm)
    document, meldingen = policy_document(report)
    write_bytes(doel, vorm.render(document))
    for melding in meldingen:
        sys.stderr.write(f"Let op: {melding}\n")
    sys.stdout.write(f"Geschreven: {shown_path(doel)}\n")
    if document.concept:
        sys.stdout.write(f"Op het document staat CONCEPT. {why_concept(report)}\n")
    return GOED


def report_unreadable(report: Report) -> int:
    """Say why a policy cannot be published, and return the exit code."""
    from beleidscheck.render.terminal import render_terminal  # noqa: PLC0415 - alleen bij een fout

    sys.stderr.write(render_terminal([report], voor="schoolleider", kleur=False).rstrip("\n") + "\n")
    return NIETS if report.status is Status.NIETS_GETOETST else FOUT


def _target(beleid: Path, uit: Path | None, vorm: Vorm) -> Path:
    eigen_naam = output_names([str(beleid)], vorm.uitgang)[0]
    doel = uit or Path(eigen_naam)
    if doel.is_dir() or (uit is not None and not uit.suffix):
        doel /= eigen_naam
    keep_input([doel], [beleid, *([vorm.sjabloon] if vorm.sjabloon is not None else [])])
    return doel


def why_concept(report: Report) -> str:
    """Return what has to be done before CONCEPT goes from the document."""
    if report.status is Status.GEREED:
        return "Zet `beleid.status` op `vastgesteld` zodra het beleid is vastgesteld."
    if report.status is Status.NIETS_GETOETST:
        return report.waarom_niets
    return f"Wat er nog moet gebeuren, zegt: beleidscheck toets {report.bestand}"


def policy_document(report: Report) -> tuple[Document, tuple[str, ...]]:
    """Return the policy document of a readable policy, with what the author should know about its looks."""
    from beleidscheck.document.beleid import compose_policy  # noqa: PLC0415 - zo laat mogelijk

    assert report.policy is not None  # noqa: S101 - de aanroeper heeft gekeken
    logo, over_uiterlijk = house_style(report)
    document = compose_policy(
        report.policy,
        kader_facts(report),
        stempel=stamp(report),
        gereed=report.status is Status.GEREED,
        logo=logo,
        normtitels={norm.id: norm.titel for kader in report.bron_kaders for norm in kader.normen},
    )
    return document, over_uiterlijk


def kader_facts(report: Report) -> list[Kadergegevens]:
    """Return what a document needs of the kaders of a policy."""
    from beleidscheck.document.beleid_delen import Kadergegevens  # noqa: PLC0415 - zo laat mogelijk

    return [Kadergegevens(kader.ref, kader.bestand.naam, kader.bestand.trappen) for kader in report.bron_kaders]


def house_style(report: Report) -> tuple[Logo | None, tuple[str, ...]]:
    """Return the logo of the school, and what the author should know about logo and colours."""
    from beleidscheck.document.kleur import approve_style  # noqa: PLC0415 - zo laat mogelijk
    from beleidscheck.document.logo import read_logo  # noqa: PLC0415 - zo laat mogelijk

    assert report.policy is not None  # noqa: S101 - de aanroeper heeft gekeken
    huisstijl = report.policy.feiten.get("huisstijl", {})
    bij = report.policy.source.path
    logo, over_logo = read_logo(huisstijl["logo"], bij, f"Logo van {report.school}") if "logo" in huisstijl else (None, ())
    _, over_kleur = approve_style(huisstijl.get("hoofdkleur"), huisstijl.get("accentkleur"))
    return logo, (*over_logo, *over_kleur)


def stamp(report: Report) -> str:
    """Return the line at the foot of a document: what was checked, against what, with which version."""
    kaders = ", ".join(f"{kader.ref} ({kader.sha256[:12]})" for kader in report.kaders)
    delen = (f"beleidscheck {__version__}", f"beleid {report.sha256[:12]}", kaders, f"peildatum {report.peildatum.isoformat()}")
    return " · ".join(deel for deel in delen if deel)
