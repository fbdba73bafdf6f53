"""Het werk van de opdracht `proza`: beleid lezen, advies over de tekst verzamelen, tonen of schrijven."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

from beleidscheck import __version__
from beleidscheck.api import laad_kader, toets
from beleidscheck.check import examine, find_contradictions
from beleidscheck.cli.bestanden import find_policies, shown_path
from beleidscheck.cli.schrijf import keep_input, write_text
from beleidscheck.cli.start import BEVINDINGEN, FOUT, GOED, NIETS
from beleidscheck.proza import lint_prose
from beleidscheck.render.proza import Gelezen, render_json, render_lines, render_terminal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

_BREEDTE, _BREEDST = 80, 100


def run_prose(  # noqa: PLR0913 - elke optie van de opdracht is een argument
    paden: Sequence[Path], kaders: Sequence[str], peildatum: date, formaat: str, *, uit: Path | None, streng: bool, kleur: bool
) -> int:
    """Show or write the advice about these policies, and return the exit code."""
    bestanden = find_policies(paden)
    for ref in kaders:
        laad_kader(ref)  # een fout in een kader is niet die van een beleid
    keep_input([uit] if uit else [], bestanden)
    gelezen = [_read(bestand, kaders, peildatum) for bestand in bestanden]
    if formaat == "json":
        tekst = render_json(gelezen, versie_tool=__version__)
    elif formaat == "regels":
        tekst = render_lines(gelezen)
    else:
        op_scherm = uit is None and sys.stdout.isatty()
        breedte = min(shutil.get_terminal_size((_BREEDTE, 24)).columns, _BREEDST) if op_scherm else _BREEDTE
        tekst = render_terminal(gelezen, kleur=kleur, breedte=breedte)
    if uit is None:
        sys.stdout.write(tekst)
    else:
        write_text(uit, tekst)
        sys.stdout.write(f"Geschreven: {shown_path(uit)}\n")
    return _exit_code(gelezen, streng=streng)


def _read(bestand: Path, kaders: Sequence[str], peildatum: date) -> Gelezen:
    """Return the advice about one policy, read with its own kaders; `kaders` only says where the older words come from."""
    report = toets(bestand, bestand=shown_path(bestand), peildatum=peildatum)
    if report.policy is None and kaders:  # zonder kader, of met een dat verlopen is: dan met de genoemde
        report = toets(bestand, bestand=shown_path(bestand), peildatum=peildatum, kaders=kaders)
    if report.policy is None:
        return Gelezen(report.bestand, report.sha256, fouten=report.fouten, waarom_niet=report.waarom_niets)
    onderzoek = examine(report.policy, report.bron_kaders)
    al_gemeld = [tegen.een for tegen in find_contradictions(onderzoek) if tegen.code == "getal-in-tekst"]
    woorden_uit = tuple(laad_kader(ref) for ref in kaders) or report.bron_kaders
    adviezen = lint_prose(report.policy, woorden_uit, onderzoek.ladder, al_gemeld)
    return Gelezen(report.bestand, report.sha256, adviezen)


def _exit_code(gelezen: Sequence[Gelezen], *, streng: bool) -> int:
    if any(een.fouten for een in gelezen):
        return FOUT
    if any(een.waarom_niet for een in gelezen):
        return NIETS
    return BEVINDINGEN if streng and any(een.adviezen for een in gelezen) else GOED
