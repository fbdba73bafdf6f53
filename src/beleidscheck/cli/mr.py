"""De opdrachten `vergelijk` en `oplegger`: twee versies van een beleid naast elkaar, en het blad voor de medezeggenschapsraad."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from beleidscheck.api import toets
from beleidscheck.cli.bestanden import output_names, shown_path
from beleidscheck.cli.publiceren import Vorm
from beleidscheck.cli.schrijf import keep_input, write_bytes
from beleidscheck.cli.start import FOUT, GOED, NIETS
from beleidscheck.cli.vergelijken import in_format, write_or_show
from beleidscheck.document.oplegger import compose_cover_sheet
from beleidscheck.document.vergelijk_beleid import compose_policy_comparison
from beleidscheck.errors import UnreadableFileError, UsageError
from beleidscheck.report import Status
from beleidscheck.source import read_source
from beleidscheck.vergelijk.beleid import compare_policies, read_beside, shared_kaders

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from beleidscheck.report import Report
    from beleidscheck.vergelijk.beleid_model import Beleidsvergelijking

_BESTANDEN = ("pdf", "docx")


@dataclass(frozen=True, slots=True)
class Vergelijkopdracht:
    """Alles wat de gebruiker van een vergelijking heeft gezegd."""

    oud: Path
    nieuw: Path
    peildatum: date
    formaat: str
    uit: Path | None
    kleur: bool
    sjablonen: Path | None
    sjabloon: Path | None


def run_policy_comparison(opdracht: Vergelijkopdracht) -> int:
    """Compare two versions of a policy, show or write what changes, and return the exit code."""
    vorm = Vorm(opdracht.formaat, opdracht.sjablonen, opdracht.sjabloon)
    vorm.check()
    doel = _comparison_target(opdracht, vorm)
    vergelijking = _compare(opdracht.oud, opdracht.nieuw, opdracht.peildatum)
    if vergelijking is None:
        return FOUT
    if opdracht.formaat == "json":
        from beleidscheck.render.json_beleid import render_policy_comparison_json  # noqa: PLC0415 - alleen wie het vraagt

        write_or_show(render_policy_comparison_json(vergelijking), doel)
        return GOED
    document = compose_policy_comparison(vergelijking)
    if opdracht.formaat in _BESTANDEN and doel is not None:
        _write_file(doel, vorm.render(document))
    else:
        write_or_show(in_format(document, opdracht.formaat, opdracht.sjablonen, kleur=opdracht.kleur), doel)
    return GOED


def run_cover_sheet(beleid: Path, vorige: Path | None, uit: Path | None, vorm: Vorm, peildatum: date) -> int:
    """Write the cover sheet for the council and return the exit code."""
    vorm.check()
    doel = uit or _own_name(beleid, f".oplegger{vorm.uitgang}")
    if doel.is_dir() or (uit is not None and not uit.suffix):
        doel /= _own_name(beleid, f".oplegger{vorm.uitgang}").name
    keep_input([doel], [beleid, *([vorige] if vorige is not None else []), *([vorm.sjabloon] if vorm.sjabloon is not None else [])])
    report = toets(beleid, bestand=shown_path(beleid), peildatum=peildatum)
    if report.policy is None:
        return _tell_faults([report])
    vergelijking = None
    if vorige is not None:
        vergelijking = _compare(vorige, beleid, peildatum)
        if vergelijking is None:
            return FOUT
    _write_file(doel, vorm.render(compose_cover_sheet(report, vergelijking)))
    return GOED


def _compare(oud: Path, nieuw: Path, peildatum: date) -> Beleidsvergelijking | None:
    """Return the comparison, or nothing after telling what is wrong with a file."""
    if os.path.realpath(oud) == os.path.realpath(nieuw):
        raise UsageError(f"{shown_path(oud)} en {shown_path(nieuw)} zijn hetzelfde bestand. Noem eerst de oude versie en dan de nieuwe.")
    bronnen = []
    for pad in (oud, nieuw):
        try:
            bronnen.append(read_source(pad))
        except UnreadableFileError:
            bronnen = []
            break
    kaders, onbekend = shared_kaders(bronnen)
    reports = [
        read_beside(pad, bestand=shown_path(pad), peildatum=peildatum, kaders=kaders)
        if bronnen
        else toets(pad, bestand=shown_path(pad), peildatum=peildatum)
        for pad in (oud, nieuw)
    ]
    if not bronnen or any(report.policy is None for report in reports):
        _tell_faults([report for report in reports if report.policy is None])
        return None
    return compare_policies(reports[0], reports[1], kaders, onbekend)


def _tell_faults(reports: Sequence[Report]) -> int:
    from beleidscheck.render.terminal import render_terminal  # noqa: PLC0415 - alleen bij een fout

    sys.stderr.write(render_terminal(reports, voor="schoolleider", kleur=False).rstrip("\n") + "\n")
    return NIETS if all(report.status is Status.NIETS_GETOETST for report in reports) else FOUT


def _comparison_target(opdracht: Vergelijkopdracht, vorm: Vorm) -> Path | None:
    uitgang = {"terminal": ".txt", "json": ".json"}.get(opdracht.formaat) or vorm.uitgang
    naam = _own_name(opdracht.nieuw, f".vergelijking{uitgang}")
    doel = opdracht.uit
    if doel is None:
        doel = naam if opdracht.formaat in _BESTANDEN else None
    elif doel.is_dir() or not doel.suffix:
        doel /= naam.name
    invoer = [opdracht.oud, opdracht.nieuw, *([opdracht.sjabloon] if opdracht.sjabloon is not None else [])]
    keep_input([doel] if doel is not None else [], invoer)
    return doel


def _own_name(pad: Path, achter: str) -> Path:
    return type(pad)(output_names([str(pad)], achter)[0])


def _write_file(doel: Path, inhoud: bytes) -> None:
    write_bytes(doel, inhoud)
    sys.stdout.write(f"Geschreven: {shown_path(doel)}\n")
