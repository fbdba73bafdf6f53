"""Welke bestanden een audit toetst: onder elke map alle YAML, op naam; wat niet te openen is, wordt gemeld en niet overgeslagen."""

from __future__ import annotations

import os
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING, Final

from beleidscheck.errors import EmptyRunError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_YAML: Final = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Gevonden:
    """De beleidsbestanden in vaste volgorde, en de mappen die niet te openen waren, met de reden."""

    bestanden: tuple[Path, ...]
    onleesbaar: tuple[tuple[Path, str], ...] = ()


def find_files(paden: Sequence[Path], uitsluiten: Sequence[str] = ()) -> Gevonden:
    """Return the policies below `paden`, each once, sorted by path; a named file is taken as it is.

    `uitsluiten` are patterns as in a shell (`*`, `?`, `**` for any folder), against the path below the folder that was named.
    Folders behind a link are not entered, so a loop of links cannot occur; a file that is a link is read. Raises `EmptyRunError`
    when nothing is left.
    """
    gevonden: dict[str, Path] = {}
    onleesbaar: list[tuple[Path, str]] = []
    for pad in paden:
        if not os.path.isdir(pad):  # noqa: PTH112 - anders dan `is_dir` nooit een uitzondering
            gevonden.setdefault(os.path.realpath(pad), pad)
            continue
        for bestand in _below(pad, onleesbaar):
            if not _excluded(bestand.relative_to(pad), uitsluiten):
                gevonden.setdefault(os.path.realpath(bestand), bestand)
    if not gevonden and not onleesbaar:
        namen = ", ".join(str(pad) for pad in paden)
        raise EmptyRunError(f"in {namen} staat geen YAML-bestand om te toetsen. Noem een map met beleidsbestanden.")
    op_naam = sorted(gevonden.values(), key=lambda pad: (str(pad).replace("\\", "/").casefold(), str(pad)))
    return Gevonden(tuple(op_naam), tuple(sorted(onleesbaar)))


def _below(map_: Path, onleesbaar: list[tuple[Path, str]]) -> Iterator[Path]:
    def note(fout: OSError) -> None:
        onleesbaar.append((Path(fout.filename or map_), "De map is niet te openen. Controleer of u haar mag lezen."))

    for waar, mappen, namen in os.walk(map_, onerror=note):
        mappen[:] = sorted(naam for naam in mappen if not naam.startswith("."))
        yield from (Path(waar, naam) for naam in sorted(namen) if naam.endswith(_YAML) and not naam.startswith("."))


def _excluded(onder: Path, patronen: Sequence[str]) -> bool:
    tekst = onder.as_posix()
    return any(
        fnmatch(tekst, patroon)
        or fnmatch(tekst, f"{patroon.rstrip('/')}/*")
        or fnmatch(f"/{tekst}", f"*/{patroon.removeprefix('**/')}")
        for patroon in patronen
    )
