"""De controle van kaders als tekst voor de terminal en als JSON; elke fout met bestand, regel en kolom."""

from __future__ import annotations

import json
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.data import kader_dir

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from beleidscheck.controle import Kadercontrole, Opmerking

#: Zoveel waarschuwingen en fouten toont de terminal; de JSON heeft ze allemaal.
_TOON: Final = 15
_TOON_FOUTEN: Final = 50
_VERSIE: Final = 1


def render_control_terminal(controles: Sequence[Kadercontrole], *, breedte: int = 80) -> str:
    """Return what is wrong with each kader: faults first, then warnings, each with its remedy."""
    return "\n".join(regel for controle in controles for regel in (*_one(controle, breedte), ""))


def _one(controle: Kadercontrole, breedte: int) -> Iterator[str]:
    naam = f"{controle.ref}: {controle.naam}" if controle.ref else _path(controle.bestand)
    yield from textwrap.wrap(naam, breedte, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)
    if controle.ref:
        over = f", waarvan {controle.overgenomen} overgenomen" if controle.overgenomen else ""
        goed = "geen gedraaid" if not controle.gedraaid else f"{controle.gedraaid} gedraaid, {controle.geslaagd} {'komt' if controle.geslaagd == 1 else 'komen'} uit"
        yield f"  {_count(controle.normen, 'norm', 'normen')}{over}; voorbeelden: {goed}"
    if not controle.fouten:
        yield "  Geen fouten."
    for kop, enkel, meer, opmerkingen in (
        ("fout", "fout", "fouten", controle.fouten),
        ("let op", "waarschuwing", "waarschuwingen", controle.waarschuwingen),
    ):
        if not opmerkingen:
            continue
        yield ""
        yield f"{_count(len(opmerkingen), enkel, meer)}:"
        getoond = opmerkingen[: _TOON_FOUTEN if kop == "fout" else _TOON]
        for opmerking in getoond:
            yield from _remark(opmerking, kop, breedte)
        if rest := len(opmerkingen) - len(getoond):
            yield f"  En nog {_count(rest, enkel, meer)}; `--formaat json` noemt ze allemaal."


def _count(aantal: int, enkel: str, meer: str) -> str:
    return f"{aantal} {enkel if aantal == 1 else meer}"


def _remark(opmerking: Opmerking, kop: str, breedte: int) -> Iterator[str]:
    fault = opmerking.fault
    yield f"  {_path(opmerking.bestand)}:{fault.regel}:{fault.kolom}: {kop}"
    for zin in (fault.zin, fault.remedie):
        yield from textwrap.wrap(
            zin, breedte, initial_indent="    ", subsequent_indent="    ", break_long_words=False, break_on_hyphens=False
        )


def _path(bestand: Path) -> str:
    """Return the path as the user gave it; a kader of ours stands in `schema/kaders`, wherever that is installed."""
    ons = kader_dir()
    kort = Path("schema", "kaders", bestand.relative_to(ons)) if bestand.is_relative_to(ons) else bestand
    return str(kort).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def render_control_json(controles: Sequence[Kadercontrole]) -> str:
    """Return the same for another program."""
    return (
        json.dumps({"versie": _VERSIE, "kaders": [_as_dict(controle) for controle in controles]}, ensure_ascii=False, indent=2)
        + "\n"
    )


def _as_dict(controle: Kadercontrole) -> dict[str, Any]:
    return {
        "bestand": _path(controle.bestand),
        "kader": controle.ref or None,
        "naam": controle.naam or None,
        "bruikbaar": not controle.fouten,
        "normen": controle.normen,
        "overgenomen": controle.overgenomen,
        "voorbeelden": {"gedraaid": controle.gedraaid, "geslaagd": controle.geslaagd},
        "fouten": [_fault(opmerking) for opmerking in controle.fouten],
        "waarschuwingen": [_fault(opmerking) for opmerking in controle.waarschuwingen],
    }


def _fault(opmerking: Opmerking) -> dict[str, Any]:
    fault = opmerking.fault
    return {
        "code": fault.code,
        "bestand": _path(opmerking.bestand),
        "regel": fault.regel,
        "kolom": fault.kolom,
        "pad": fault.pad or None,
        "zin": fault.zin,
        "remedie": fault.remedie,
    }
