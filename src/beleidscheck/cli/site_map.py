"""Een map waarin wij een site zetten: wat van een ander is blijft staan, wat van ons is en niet meer nodig is ook te vinden."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from beleidscheck.cli.bestanden import shown_path
from beleidscheck.cli.schrijf import write_text
from beleidscheck.errors import UsageError
from beleidscheck.render.site import MERK_BINNEN

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path


def keep_others(map_: Path, paden: Iterable[str], *, merk: str, opdracht: str, optie: str) -> None:
    """Raise `UsageError` when something that is not ours stands where a file of ours would come; nothing is written then."""
    vreemd = [pad for pad in paden if os.path.lexists(map_ / pad) and not is_ours(map_ / pad, merk)]
    if vreemd:
        meer = f" (en nog {len(vreemd) - 1})" if len(vreemd) > 1 else ""
        raise UsageError(
            f"In {shown_path(map_)} staat al `{vreemd[0]}`{meer}, en dat is niet met `{opdracht}` gemaakt. Er is niets geschreven."
            f" Kies bij `{optie}` een andere of een lege map."
        )


def left_over(map_: Path, mappen: Iterable[str], paden: Collection[str], merk: str) -> list[Path]:
    """Return the pages of an earlier run in these folders of the site that this run did not write."""
    gevonden = (bestand for naam in sorted(mappen) for bestand in sorted((map_ / naam).rglob("*.html")))
    return [bestand for bestand in gevonden if bestand.relative_to(map_).as_posix() not in paden and is_ours(bestand, merk)]


def is_ours(bestand: Path, merk: str) -> bool:
    """Return whether a file says near its beginning that it was made here."""
    try:
        if bestand.is_symlink() or not bestand.is_file():
            return False
        with bestand.open("rb") as greep:
            return merk.encode() in greep.read(MERK_BINNEN)
    except OSError:
        return False


def write_page(doel: Path, tekst: str) -> None:
    """Write a file of the site, unless it already says exactly this: writing it again would only take time. Raises `OutputError`."""
    if not _same(doel, tekst):
        write_text(doel, tekst)


def _same(bestand: Path, tekst: str) -> bool:
    try:
        return not bestand.is_symlink() and bestand.is_file() and bestand.read_bytes() == tekst.encode("utf-8", "replace")
    except OSError:
        return False
