"""De opdracht `toets`: rapporten maken, tonen of schrijven, en de exitcode bepalen."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from beleidscheck import __version__
from beleidscheck.api import laad_kader, toets
from beleidscheck.bevinding import Gewicht, Oordeel
from beleidscheck.cli.bestanden import find_policies, output_names, shown_path
from beleidscheck.cli.keuze import BESTANDSFORMATEN
from beleidscheck.cli.publiceren import Vorm
from beleidscheck.cli.schrijf import keep_input, write_bytes, write_text
from beleidscheck.cli.start import BEVINDINGEN, FOUT, GOED, NIETS
from beleidscheck.errors import UsageError
from beleidscheck.kader import available, unknown_kader
from beleidscheck.report import Report, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from beleidscheck.document.rapport_woorden import Lezer
    from beleidscheck.kader import Kader

_VOORTGANG_VANAF = 20
_BREEDTE, _BREEDST = 80, 100


@dataclass(frozen=True, slots=True)
class Opdracht:
    """Alles wat de gebruiker van een toets heeft gezegd."""

    paden: tuple[Path, ...]
    kaders: tuple[str, ...]
    peildatum: date
    formaat: str
    drempel: str
    voor: str
    uit: Path | None
    zonder_afwijkingen: bool
    kleur: bool
    sjablonen: Path | None
    sjabloon: Path | None = None
    inwerkingtreding: Mapping[str, date] = field(default_factory=dict)

    @property
    def vorm(self) -> Vorm:
        """Return how a document looks."""
        return Vorm(self.formaat, self.sjablonen, self.sjabloon)


def run_check(opdracht: Opdracht) -> int:
    """Check the policies, show or write the reports, and return the exit code."""
    opdracht.vorm.check()
    bestanden = find_policies(opdracht.paden)
    gevraagd = [laad_kader(ref) for ref in opdracht.kaders]  # een fout in een kader is niet die van een beleid
    _check_entries(opdracht, gevraagd)
    drempel = Gewicht(opdracht.drempel)
    if opdracht.formaat in {"terminal", "json"}:
        keep_input([opdracht.uit] if opdracht.uit else [], bestanden)
        reports = tuple(_reports(opdracht, bestanden))
        _one_text(opdracht, reports)
        return exit_code(reports, drempel)
    doelen = _targets(opdracht, bestanden)
    return exit_code(_documents(opdracht, _reports(opdracht, bestanden), doelen), drempel)


def _check_entries(opdracht: Opdracht, gevraagd: Sequence[Kader]) -> None:
    """Raise `UsageError` when a day of entry into force is set for a kader that does not rest on a bill, or is not used."""
    per_ref = {kader.ref: kader for kader in gevraagd}
    for ref in opdracht.inwerkingtreding:
        kader = per_ref.get(ref) or (laad_kader(ref) if ref in available() else None)
        if kader is None:
            raise UsageError(f"Bij --inwerkingtreding: {unknown_kader(ref)}")
        if gevraagd and ref not in per_ref:
            raise UsageError(f"Bij --inwerkingtreding staat «{ref}», maar aan dat kader wordt nu niet getoetst. Noem het ook bij --kader.")
        if not kader.rests_on_bill:
            raise UsageError(f"Het kader «{ref}» rust niet op een wetsvoorstel; een dag van inwerkingtreding past er niet bij. Laat --inwerkingtreding weg.")


def _reports(opdracht: Opdracht, bestanden: Sequence[Path]) -> Iterator[Report]:
    voortgang = len(bestanden) >= _VOORTGANG_VANAF and sys.stderr.isatty()
    ongebruikt = set(opdracht.inwerkingtreding)
    for nummer, bestand in enumerate(bestanden, start=1):
        if voortgang:
            sys.stderr.write(f"\r{nummer} van {len(bestanden)}")
        report = toets(
            bestand,
            bestand=shown_path(bestand),
            peildatum=opdracht.peildatum,
            kaders=opdracht.kaders,
            zonder_afwijkingen=opdracht.zonder_afwijkingen,
            inwerkingtreding=opdracht.inwerkingtreding,
        )
        ongebruikt -= {kader.ref for kader in report.kaders}
        yield report
    if voortgang:
        sys.stderr.write("\r\033[K")
    for ref in sorted(ongebruikt):
        sys.stderr.write(f"Let op: aan «{ref}» is niet getoetst, dus de datum bij --inwerkingtreding deed niets. Noem dat kader bij --kader.\n")


def _one_text(opdracht: Opdracht, reports: Sequence[Report]) -> None:
    if opdracht.formaat == "json":
        from beleidscheck.render.json_rapport import render_json  # noqa: PLC0415 - alleen wie het vraagt

        tekst = render_json(reports, versie_tool=__version__)
    else:
        from beleidscheck.render.terminal import render_terminal  # noqa: PLC0415 - idem

        op_scherm = opdracht.uit is None and sys.stdout.isatty()
        breedte = min(shutil.get_terminal_size((_BREEDTE, 24)).columns, _BREEDST) if op_scherm else _BREEDTE
        tekst = render_terminal(reports, voor=cast("Lezer", opdracht.voor), kleur=opdracht.kleur, breedte=breedte)
    tekst = tekst if tekst.endswith("\n") else tekst + "\n"
    if opdracht.uit is None:
        sys.stdout.write(tekst)
    else:
        write_text(opdracht.uit, tekst)
        sys.stdout.write(f"Geschreven: {shown_path(opdracht.uit)}\n")


def _targets(opdracht: Opdracht, bestanden: Sequence[Path]) -> tuple[Path, ...]:
    """Return where each document goes; nowhere means to the screen."""
    if opdracht.uit is None:
        if len(bestanden) > 1:
            raise UsageError(f"Er zijn {len(bestanden)} rapporten. Noem een map met `--uit`, bijvoorbeeld --uit rapporten.")
        if opdracht.formaat in BESTANDSFORMATEN:
            raise UsageError(
                f"Een rapport als {opdracht.formaat} past niet op het scherm."
                f" Noem een bestand met `--uit`, bijvoorbeeld --uit rapport{opdracht.vorm.uitgang}."
            )
        return ()
    if len(bestanden) == 1 and opdracht.uit.suffix and not opdracht.uit.is_dir():
        doelen = [opdracht.uit]
    else:
        doelen = [opdracht.uit / naam for naam in output_names([str(pad) for pad in bestanden], f".rapport{opdracht.vorm.uitgang}")]
    keep_input(doelen, [*bestanden, *([opdracht.sjabloon] if opdracht.sjabloon is not None else [])])
    return tuple(doelen)


def _documents(opdracht: Opdracht, reports: Iterator[Report], doelen: Sequence[Path]) -> Iterator[Report]:
    """Write each report and yield it; not all at once, so that any number of schools fits in memory."""
    from beleidscheck.document.rapport import compose_report  # noqa: PLC0415 - alleen wie het vraagt

    for nummer, report in enumerate(reports):
        bestand = opdracht.vorm.render(compose_report(report, voor=cast("Lezer", opdracht.voor)))
        if doelen:
            write_bytes(doelen[nummer], bestand)
            sys.stdout.write(f"Geschreven: {shown_path(doelen[nummer])}\n")
        else:
            sys.stdout.write(bestand.decode("utf-8"))
        if report.status is Status.ONLEESBAAR:
            sys.stderr.write(f"Fout: {report.bestand} is niet te lezen; wat eraan scheelt staat in het rapport.\n")
        elif report.status is Status.NIETS_GETOETST:
            sys.stderr.write(f"Niets getoetst: {report.bestand}; waarom staat in het rapport.\n")
        yield report


def exit_code(reports: Iterable[Report], drempel: Gewicht) -> int:
    """Return 2 when a file could not be read, 3 when nothing was checked, 1 when something weighs the threshold or more."""
    codes = {_exit_code(report, drempel) for report in reports}
    return next(code for code in (FOUT, NIETS, BEVINDINGEN, GOED) if code in codes)


def _exit_code(report: Report, drempel: Gewicht) -> int:
    telling = report.samenvatting
    if report.status is Status.ONLEESBAAR:
        return FOUT
    if report.status is Status.NIETS_GETOETST or telling is None:
        return NIETS
    zwaar = (gewicht for gewicht in Gewicht if gewicht.rang <= drempel.rang)
    gevonden = telling.aantal(Oordeel.NIET_GETOETST) or any(telling.weegt(gewicht) for gewicht in zwaar)
    return BEVINDINGEN if gevonden else GOED
