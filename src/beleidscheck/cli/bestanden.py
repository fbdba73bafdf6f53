"""Welke beleidsbestanden de gebruiker bedoelt: bestanden zoals genoemd, uit mappen elk YAML-bestand, op naam."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from beleidscheck.errors import EmptyRunError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_YAML = (".yaml", ".yml")


def find_policies(paden: Sequence[Path]) -> tuple[Path, ...]:
    """Return the files to check, each once: a named file as it is, of a folder every YAML file below it, by name.

    Raises `EmptyRunError` when there is nothing to check.
    """
    gevonden: dict[Path, None] = {}
    for pad in paden:
        for bestand in sorted(_below(pad)) if pad.is_dir() else [pad]:
            gevonden.setdefault(bestand)
    if not gevonden:
        raise EmptyRunError(f"In {', '.join(str(pad) for pad in paden)} staat geen YAML-bestand; er is niets getoetst.")
    return tuple(gevonden)


def _below(map_: Path) -> Iterator[Path]:
    for waar, mappen, namen in os.walk(map_):
        mappen[:] = sorted(naam for naam in mappen if not naam.startswith("."))
        yield from (Path(waar, naam) for naam in namen if naam.endswith(_YAML) and not naam.startswith("."))
