"""De opdracht `toets`: rapporten maken, tonen of schrijven, en de exitcode bepalen."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from beleidscheck import __version__
from beleidscheck.bevinding import Gewicht, Oordeel
from beleidscheck.cli.bestanden import find_policies
from beleidscheck.cli.schrijf import write_text
from beleidscheck.cli.start import BEVINDINGEN, FOUT, GOED, NIETS
from beleidscheck.errors import UsageError
from beleidscheck.report import Report, Status, build_report

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from beleidscheck.document.rapport_woorden import Lezer

_VOORTGANG_VANAF = 20


@dataclass(frozen=True, slots=True)
class Opdracht:
    """Alles wat de gebruiker van een toets heeft gezegd."""

    paden: tuple[Path, ...]
    kaders: tuple[str, ...]
    peildatum: date
    formaat: str
    uit: Path | None
    drempel: str
    voor: str
    zonder_afwijkingen: bool
    kleur: bool
    sjablonen: Path | None


def run_check(opdracht: Opdracht) -> int:
    """Check the policies, show or write the reports, and return the exit code."""
    bestanden = find_policies(opdracht.paden)
    reports = tuple(_reports(opdracht, bestanden))
    if opdracht.formaat in {"terminal", "json"}:
        _one_text(opdracht, reports)
    else:
        _documents(opdracht, reports)
    return exit_code(reports, Gewicht(opdracht.drempel))


def _reports(opdracht: Opdracht, bestanden: Sequence[Path]) -> Iterator[Report]:
    voortgang = len(bestanden) >= _VOORTGANG_VANAF and sys.stderr.isatty()
    for nummer, bestand in enumerate(bestanden, start=1):
        if voortgang:
            sys.stderr.write(f"\r{nummer} van {len(bestanden)}")
        yield build_report(
            bestand,
            bestand=str(bestand),
            peildatum=opdracht.peildatum,
            kader_refs=opdracht.kaders,
            zonder_afwijkingen=opdracht.zonder_afwijkingen,
        )
    if voortgang:
        sys.stderr.write("\r\033[K")


def _one_text(opdracht: Opdracht, reports: Sequence[Report]) -> None:
    if opdracht.formaat == "json":
        from beleidscheck.render.json_rapport import render_json  # noqa: PLC0415 - alleen wie het vraagt

        tekst = render_json(reports, versie_tool=__version__)
    else:
        from beleidscheck.render.terminal import render_terminal  # noqa: PLC0415 - idem

        breedte = shutil.get_terminal_size((80, 24)).columns if sys.stdout.isatty() and opdracht.uit is None else 80
        tekst = render_terminal(reports, voor=cast("Lezer", opdracht.voor), kleur=opdracht.kleur, breedte=min(breedte, 100))
    if opdracht.uit is None:
        sys.stdout.write(tekst if tekst.endswith("\n") else tekst + "\n")
    else:
        write_text(opdracht.uit, tekst if tekst.endswith("\n") else tekst + "\n")
        sys.stdout.write(f"Geschreven: {opdracht.uit}\n")


def _documents(opdracht: Opdracht, reports: Sequence[Report]) -> None:
    from beleidscheck.document.rapport import compose_report  # noqa: PLC0415 - alleen wie het vraagt
    from beleidscheck.render import DOCUMENTFORMATEN  # noqa: PLC0415 - idem

    uitgang, render = DOCUMENTFORMATEN[opdracht.formaat]
    if opdracht.uit is None and len(reports) > 1:
        raise UsageError(f"Er zijn {len(reports)} rapporten. Geef met `--uit MAP` een map op.")
    map_ = opdracht.uit is not None and (opdracht.uit.is_dir() or opdracht.uit.suffix == "" or len(reports) > 1)
    namen = output_names([report.bestand for report in reports], f".rapport{uitgang}")
    for report, naam in zip(reports, namen, strict=True):
        tekst = render(compose_report(report, voor=cast("Lezer", opdracht.voor)), opdracht.sjablonen)
        if opdracht.uit is None:
            sys.stdout.write(tekst)
            continue
        doel = opdracht.uit / naam if map_ else opdracht.uit
        write_text(doel, tekst)
        sys.stdout.write(f"Geschreven: {doel}\n")


def output_names(bestanden: Sequence[str], achter: str) -> list[str]:
    """Return a file name for each file: its own name with another ending, numbered where two are equal."""
    namen: list[str] = []
    gezien: dict[str, int] = {}
    for bestand in bestanden:
        stam = bestand.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
        stam = stam.removesuffix(".yaml").removesuffix(".yml") or "beleid"
        gezien[stam] = gezien.get(stam, 0) + 1
        namen.append(f"{stam}{'' if gezien[stam] == 1 else f'-{gezien[stam]}'}{achter}")
    return namen


def exit_code(reports: Sequence[Report], drempel: Gewicht) -> int:
    """Return 2 when a file could not be read, 3 when nothing was checked, 1 when something weighs the threshold or more."""
    if any(report.status is Status.ONLEESBAAR for report in reports):
        return FOUT
    if any(report.status is Status.NIETS_GETOETST for report in reports):
        return NIETS
    return BEVINDINGEN if any(_heavy(report, drempel) for report in reports) else GOED


def _heavy(report: Report, drempel: Gewicht) -> bool:
    telling = report.samenvatting
    if telling is None:
        return False
    zwaar = [gewicht for gewicht in Gewicht if gewicht.rang <= drempel.rang]
    return telling.aantal(Oordeel.NIET_GETOETST) > 0 or any(telling.weegt(gewicht) for gewicht in zwaar)
