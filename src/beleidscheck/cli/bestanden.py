"""Welke beleidsbestanden de gebruiker bedoelt: bestanden zoals genoemd, uit mappen elk YAML-bestand, op naam."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from beleidscheck.errors import EmptyRunError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_YAML: Final = (".yaml", ".yml")


def find_policies(paden: Sequence[Path]) -> tuple[Path, ...]:
    """Return the files to check, each once: a named file as it is, of a folder every YAML file below it, by name.

    Raises `EmptyRunError` when there is nothing to check.
    """
    gevonden: dict[Path, None] = {}
    for pad in paden:
        for bestand in _below(pad) if os.path.isdir(pad) else [pad]:  # noqa: PTH112 - anders dan `is_dir` nooit een uitzondering
            gevonden.setdefault(bestand)
    if not gevonden:
        raise EmptyRunError(
            f"in {', '.join(str(pad) for pad in paden)} staat geen YAML-bestand."
            " Noem een beleidsbestand, of een map waarin er een staat dat op .yaml eindigt."
        )
    return tuple(gevonden)


def _below(map_: Path) -> Iterator[Path]:
    """Yield the YAML files in this folder and below it; hidden ones and folders behind a link are left out."""
    for waar, mappen, namen in os.walk(map_):
        mappen[:] = sorted(naam for naam in mappen if not naam.startswith("."))
        yield from (Path(waar, naam) for naam in sorted(namen) if naam.endswith(_YAML) and not naam.startswith("."))


def output_names(bestanden: Sequence[str], achter: str) -> list[str]:
    """Return a file name for each file: its own name with another ending, numbered where two would be equal."""
    namen: list[str] = []
    bezet: set[str] = set()
    for bestand in bestanden:
        stam = _stem(bestand)
        nummer, naam = 1, stam
        while naam.casefold() in bezet:  # op veel schijven is `A.html` hetzelfde bestand als `a.html`
            nummer += 1
            naam = f"{stam}-{nummer}"
        bezet.add(naam.casefold())
        namen.append(naam + achter)
    return namen


def _stem(bestand: str) -> str:
    naam = bestand.replace("\\", "/").rstrip("/").rpartition("/")[2]
    return naam.removesuffix(".yaml").removesuffix(".yml") or "beleid"


def shown_path(path: Path) -> str:
    """Return a path as text that can be written anywhere; a name that is not UTF-8 gets a replacement character."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
