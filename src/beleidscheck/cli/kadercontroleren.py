"""De opdracht `kader controleer`: kaders nakijken, tonen wat eraan mis is, en de exitcode bepalen."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from beleidscheck.cli.bestanden import find_policies
from beleidscheck.cli.start import BEVINDINGEN, FOUT, GOED
from beleidscheck.controle import control_kader
from beleidscheck.data import kader_dir
from beleidscheck.errors import EmptyRunError, UsageError
from beleidscheck.kader import REF, available, unknown_kader
from beleidscheck.render.kadercontrole import render_control_json, render_control_terminal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: Naast een kader kan een map met voorbeelden staan; die hoort bij het kader.
_VOORBEELDEN: Final = "voorbeelden"
_YAML: Final = (".yaml", ".yml")


def run_control(kaders: Sequence[str], formaat: str, uit: Path | None) -> int:
    """Check the kaders, show what is wrong, and return the exit code."""
    controles = [control_kader(pad) for pad in _files(kaders)]
    tekst = render_control_json(controles) if formaat == "json" else render_control_terminal(controles)
    if uit is None:
        sys.stdout.write(tekst)
    else:
        from beleidscheck.cli.schrijf import keep_input, write_text  # noqa: PLC0415 - alleen wie schrijft

        keep_input([uit], [controle.bestand for controle in controles])
        write_text(uit, tekst)
        sys.stdout.write(f"Geschreven: {uit}\n")
    if any(controle.onleesbaar for controle in controles):
        return FOUT
    return BEVINDINGEN if any(controle.fouten for controle in controles) else GOED


def _files(kaders: Sequence[str]) -> list[Path]:
    """Return the files meant, each once: a shipped kader by its name, a file, or every kader in a folder."""
    gevonden = list(dict.fromkeys(pad for kader in kaders for pad in _meant(kader)))
    if not gevonden:
        raise EmptyRunError(
            f"in {', '.join(kaders)} staat geen kader. Noem een kaderbestand dat op .yaml eindigt, of naam@versie."
        )
    return gevonden


def _meant(kader: str) -> Iterator[Path]:
    pad = Path(kader)
    if kader in available() and not pad.exists():
        yield kader_dir() / f"{kader}.yaml"
    elif pad.is_dir():
        try:
            yield from (bestand for bestand in find_policies([pad]) if bestand.parent.name != _VOORBEELDEN)
        except EmptyRunError:
            return
    elif REF.fullmatch(kader) and not kader.endswith(_YAML) and not pad.exists():
        raise UsageError(unknown_kader(kader))
    else:
        yield pad
