"""De opdracht `kader samen`: kan één beleid aan al deze kaders voldoen?"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from beleidscheck.api import laad_kader
from beleidscheck.cli.schrijf import keep_input
from beleidscheck.cli.start import BEVINDINGEN, GOED, NIETS
from beleidscheck.cli.vergelijken import in_format, write_or_show
from beleidscheck.document.gezamenlijk import compose_joint
from beleidscheck.errors import UsageError
from beleidscheck.source import write_yaml
from beleidscheck.vergelijk.samen import Antwoord, join_kaders

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from beleidscheck.vergelijk.samen import Samen

_MINSTENS, _MEESTE = 2, 6


@dataclass(frozen=True, slots=True)
class Opdracht:
    """Alles wat de gebruiker van het samengaan van kaders heeft gezegd."""

    kaders: tuple[str, ...]
    peildatum: date
    formaat: str
    uit: Path | None
    voorstel: Path | None
    kleur: bool
    sjablonen: Path | None


def run_join(opdracht: Opdracht) -> int:
    """Find out whether one policy can meet all kaders, show that, and return the exit code."""
    if not _MINSTENS <= len(opdracht.kaders) <= _MEESTE:
        raise UsageError(f"Noem {_MINSTENS} tot {_MEESTE} kaders, bijvoorbeeld: beleidscheck kader samen KADER-A KADER-B.")
    kaders = [laad_kader(ref) for ref in opdracht.kaders]
    for een, ander in combinations(kaders, 2):
        if een.sha256 == ander.sha256 or een.ref == ander.ref:
            raise UsageError(f"Het kader {een.ref} staat er twee keer. Noem verschillende kaders.")
    keep_input([doel for doel in (opdracht.uit, opdracht.voorstel) if doel is not None], [kader.path for kader in kaders])
    samen = join_kaders(kaders, peildatum=opdracht.peildatum)
    if opdracht.formaat == "json":
        from beleidscheck.render.json_vergelijking import render_joint_json  # noqa: PLC0415 - alleen wie het vraagt

        tekst = render_joint_json(samen, peildatum=opdracht.peildatum)
    else:
        document = compose_joint(samen, peildatum=opdracht.peildatum)
        tekst = in_format(document, opdracht.formaat, opdracht.sjablonen, kleur=opdracht.kleur)
    write_or_show(tekst, opdracht.uit)
    if opdracht.voorstel is not None:
        _write_policy(samen, opdracht.voorstel)
    if samen.antwoord is Antwoord.GEEN_SCHOOL:
        return NIETS
    return GOED if samen.antwoord is Antwoord.JA else BEVINDINGEN


def _write_policy(samen: Samen, doel: Path) -> None:
    if samen.beleid is None:
        raise UsageError("Er is geen gezamenlijk beleid gemaakt, dus er valt niets te schrijven. Laat `--voorstel` weg.")
    kop = (
        f"# Een gemaakt beleid van een verzonnen school ({samen.sector}), om te laten zien wat deze kaders samen vragen.\n"
        "# Het is geen voorbeeld om te kopiëren: elke waarde hoort u zelf te kiezen.\n"
    )
    write_or_show(kop + write_yaml(samen.beleid), doel)
