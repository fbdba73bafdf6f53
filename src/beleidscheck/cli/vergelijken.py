"""De opdracht `kader vergelijk`: twee kaders naast elkaar, en wat dat voor scholen betekent."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from beleidscheck.api import laad_kader
from beleidscheck.bevinding import Gewicht
from beleidscheck.cli.bestanden import find_policies, output_names, shown_path
from beleidscheck.cli.schrijf import keep_input, write_text
from beleidscheck.cli.start import BEVINDINGEN, FOUT, GOED, NIETS
from beleidscheck.document.vergelijking import compose_comparison
from beleidscheck.document.wijzigingsblad import compose_change_sheet
from beleidscheck.document.wijzigingsoverzicht import compose_overview
from beleidscheck.errors import UsageError
from beleidscheck.report import Status
from beleidscheck.vergelijk.model import compare_kaders
from beleidscheck.vergelijk.school import TE_DOEN, Gevolg, compare_school
from beleidscheck.vergelijk.voorstel import propose

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from beleidscheck.document.blokken import Document
    from beleidscheck.vergelijk.model import Vergelijking
    from beleidscheck.vergelijk.school import Schoolgevolg

_BREEDTE, _BREEDST = 80, 100
_VOORTGANG_VANAF = 10
_ZONDER_BELEID = (Status.ONLEESBAAR, Status.NIETS_GETOETST)


@dataclass(frozen=True, slots=True)
class Opdracht:
    """Alles wat de gebruiker van een vergelijking heeft gezegd."""

    oud: str
    nieuw: str
    paden: tuple[Path, ...]
    peildatum: date
    formaat: str
    drempel: str
    uit: Path | None
    voorstel: Path | None
    kleur: bool
    sjablonen: Path | None


def run_compare(opdracht: Opdracht) -> int:
    """Compare the kaders, show or write what that means, and return the exit code."""
    oud, nieuw = laad_kader(opdracht.oud), laad_kader(opdracht.nieuw)
    if oud.sha256 == nieuw.sha256:
        raise UsageError(f"{opdracht.oud} en {opdracht.nieuw} zijn hetzelfde bestand. Noem twee verschillende kaders of versies.")
    if opdracht.voorstel is not None and not opdracht.paden:
        raise UsageError("Met `--voorstel` hoort ook een beleidsbestand of een map met beleidsbestanden.")
    vergelijking = compare_kaders(oud, nieuw)
    bestanden = find_policies(opdracht.paden) if opdracht.paden else ()
    doelen = _targets(opdracht, bestanden)
    voorstellen = _proposal_targets(opdracht, bestanden)
    keep_input([*doelen, *(doel for paar in voorstellen for doel in paar)], [*bestanden, oud.path, nieuw.path])
    met_voorstel = len(bestanden) == 1 or bool(voorstellen) or len(doelen) > 1
    gevolgen = tuple(_consequences(opdracht, vergelijking, bestanden, met_voorstel=met_voorstel))
    _show(opdracht, vergelijking, gevolgen, doelen)
    _write_proposals(gevolgen, voorstellen)
    _warn(gevolgen)
    return exit_code(gevolgen, Gewicht(opdracht.drempel))


def _consequences(
    opdracht: Opdracht, vergelijking: Vergelijking, bestanden: Sequence[Path], *, met_voorstel: bool
) -> Iterable[Schoolgevolg]:
    voortgang = len(bestanden) >= _VOORTGANG_VANAF and sys.stderr.isatty()
    for nummer, pad in enumerate(bestanden, start=1):
        if voortgang:
            sys.stderr.write(f"\r{nummer} van {len(bestanden)}")
        gevolg = compare_school(vergelijking, pad, bestand=shown_path(pad), peildatum=opdracht.peildatum)
        if met_voorstel and gevolg.status not in _ZONDER_BELEID:
            gevolg = replace(gevolg, voorstel=propose(vergelijking, gevolg, peildatum=opdracht.peildatum))
        yield gevolg
    if voortgang:
        sys.stderr.write("\r\033[K")


def _targets(opdracht: Opdracht, bestanden: Sequence[Path]) -> list[Path]:
    """Return where the text goes: one file, or an overview and one file per school in a folder; nowhere is to the screen."""
    from beleidscheck.render import DOCUMENTFORMATEN  # noqa: PLC0415 - zo laat mogelijk

    uit = opdracht.uit
    if uit is None:
        return []
    uitgang = {"json": ".json", "terminal": ".txt"}.get(opdracht.formaat) or DOCUMENTFORMATEN[opdracht.formaat][0]
    if len(bestanden) <= 1 or opdracht.formaat in {"json", "terminal"}:
        naam = output_names([str(bestanden[0])], f".wijzigingsblad{uitgang}")[0] if len(bestanden) == 1 else f"vergelijking{uitgang}"
        return [uit / naam if uit.is_dir() or not uit.suffix else uit]
    if uit.suffix and not uit.is_dir():
        return [uit]
    namen = output_names([str(pad) for pad in bestanden], f".wijzigingsblad{uitgang}")
    return [uit / f"overzicht{uitgang}", *(uit / naam for naam in namen)]


def _proposal_targets(opdracht: Opdracht, bestanden: Sequence[Path]) -> list[tuple[Path, Path]]:
    if opdracht.voorstel is None:
        return []
    namen = output_names([str(pad) for pad in bestanden], "")
    return [(opdracht.voorstel / f"{naam}.yaml", opdracht.voorstel / f"{naam}.patch") for naam in namen]


def _show(opdracht: Opdracht, vergelijking: Vergelijking, gevolgen: Sequence[Schoolgevolg], doelen: Sequence[Path]) -> None:
    if opdracht.formaat == "json":
        from beleidscheck.render.json_vergelijking import render_comparison_json  # noqa: PLC0415 - alleen wie het vraagt

        write_or_show(render_comparison_json(vergelijking, gevolgen, peildatum=opdracht.peildatum), doelen[0] if doelen else None)
        return
    document = _document(opdracht, vergelijking, gevolgen)
    write_or_show(in_format(document, opdracht.formaat, opdracht.sjablonen, kleur=opdracht.kleur), doelen[0] if doelen else None)
    for doel, gevolg in zip(doelen[1:], gevolgen, strict=False):
        blad = compose_change_sheet(vergelijking, gevolg)
        write_or_show(in_format(blad, opdracht.formaat, opdracht.sjablonen, kleur=False), doel)


def _document(opdracht: Opdracht, vergelijking: Vergelijking, gevolgen: Sequence[Schoolgevolg]) -> Document:
    if not gevolgen:
        return compose_comparison(vergelijking)
    if len(gevolgen) == 1:
        return compose_change_sheet(vergelijking, gevolgen[0])
    return compose_overview(vergelijking, gevolgen, peildatum=opdracht.peildatum)


def in_format(document: Document, formaat: str, sjablonen: Path | None, *, kleur: bool) -> str:
    """Return the document in this format."""
    if formaat == "terminal":
        from beleidscheck.render.terminal_document import render_document_terminal  # noqa: PLC0415 - alleen wie het vraagt

        breedte = min(shutil.get_terminal_size((_BREEDTE, 24)).columns, _BREEDST) if sys.stdout.isatty() else _BREEDTE
        return render_document_terminal(document, kleur=kleur, breedte=breedte)
    from beleidscheck.render import DOCUMENTFORMATEN  # noqa: PLC0415 - idem

    return DOCUMENTFORMATEN[formaat][1](document, sjablonen)


def write_or_show(tekst: str, doel: Path | None) -> None:
    """Write the text to a file and say so, or show it."""
    if doel is None:
        sys.stdout.write(tekst)
    else:
        write_text(doel, tekst)
        sys.stdout.write(f"Geschreven: {shown_path(doel)}\n")


def _write_proposals(gevolgen: Sequence[Schoolgevolg], doelen: Sequence[tuple[Path, Path]]) -> None:
    for gevolg, (beleid, patch) in zip(gevolgen, doelen, strict=False):
        if gevolg.voorstel is not None and gevolg.voorstel.patch:
            write_or_show(gevolg.voorstel.tekst, beleid)
            write_or_show(gevolg.voorstel.patch, patch)
        elif gevolg.status not in _ZONDER_BELEID:
            sys.stdout.write(f"Geen voorstel nodig of mogelijk: {gevolg.bestand}\n")


def _warn(gevolgen: Sequence[Schoolgevolg]) -> None:
    for gevolg in gevolgen:
        if gevolg.status is Status.ONLEESBAAR:
            fout = gevolg.fouten[0] if gevolg.fouten else None
            waar = f"{gevolg.bestand}:{fout.regel}:{fout.kolom}: {fout.zin}" if fout else gevolg.bestand
            sys.stderr.write(f"Fout: {waar}\n")
        elif gevolg.status is Status.NIETS_GETOETST:
            sys.stderr.write(f"Niets getoetst: {gevolg.bestand}; geen van beide kaders geldt voor deze school.\n")


def exit_code(gevolgen: Sequence[Schoolgevolg], drempel: Gewicht) -> int:
    """Return 2 when a file could not be read, 3 when the kaders apply to no school at all, 1 when something is insufficient.

    Without policies the comparison itself is the outcome: 0.
    """
    codes = {_exit_code(gevolg, drempel) for gevolg in gevolgen} or {GOED}
    return next(code for code in (FOUT, BEVINDINGEN, GOED, NIETS) if code in codes)


def _exit_code(gevolg: Schoolgevolg, drempel: Gewicht) -> int:
    if gevolg.status is Status.ONLEESBAAR:
        return FOUT
    if gevolg.status is Status.NIETS_GETOETST:
        return NIETS
    zwaar = any(een.gewicht.rang <= drempel.rang for een in gevolg.of(*TE_DOEN))
    return BEVINDINGEN if zwaar or gevolg.of(Gevolg.NIET_GETOETST) else GOED
