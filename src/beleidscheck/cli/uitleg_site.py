"""De opdracht `uitleg --html MAP`: de uitleg bij kaders als site, zonder iets aan te raken wat niet van ons is."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from beleidscheck import __version__
from beleidscheck.api import laad_kader
from beleidscheck.cli.bestanden import shown_path
from beleidscheck.cli.site_map import keep_others, left_over, write_page
from beleidscheck.cli.start import GOED
from beleidscheck.document.rapport_woorden import short_hash
from beleidscheck.document.uitleg import compose_pages, count_pages
from beleidscheck.document.uitleg_paden import START
from beleidscheck.errors import UsageError
from beleidscheck.kader import available
from beleidscheck.render.site import UITLEG, render_site

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from beleidscheck.kader import Kader

_STAP: Final = 20


def run_site(map_: Path, refs: Sequence[str], sjablonen: Path | None) -> int:
    """Write the explanation of these kaders (without any: all of them) in a folder, and say where to begin."""
    kaders = _chosen(refs)
    totaal = count_pages(kaders)
    bestanden = list(_with_progress(render_site(compose_pages(kaders), stempel=_stamp(kaders), sjablonen=sjablonen), totaal))
    keep_others(map_, [pad for pad, _ in bestanden], merk=UITLEG.merk, opdracht="uitleg --html", optie="--html")
    for pad, tekst in bestanden:
        write_page(map_ / pad, tekst)
    sys.stdout.write(f"{totaal} bladzijden geschreven in {shown_path(map_)}.\nOpen {shown_path(map_ / START)} in uw browser.\n")
    mappen = {pad.partition("/")[0] for pad, _ in bestanden if "/" in pad}
    if oud := len(left_over(map_, mappen, {pad for pad, _ in bestanden}, UITLEG.merk)):
        sys.stdout.write(
            f"Van een eerdere keer {'staat er nog 1 bladzijde' if oud == 1 else f'staan er nog {oud} bladzijden'} in deze map;"
            " niets verwijst er nog naar. Wilt u die niet, kies dan een lege map.\n"
        )
    return GOED


def _chosen(refs: Sequence[str]) -> tuple[Kader, ...]:
    """Return the kaders asked for, each once. Raises `UsageError` when two different files say to be the same kader."""
    gekozen: dict[str, Kader] = {}
    for ref in dict.fromkeys(refs or available()):
        kader = laad_kader(ref)
        if (ander := gekozen.setdefault(kader.ref, kader)).sha256 != kader.sha256:
            raise UsageError(f"{ander.path} en {kader.path} heten allebei {kader.ref}. Geef een van de twee een andere versie.")
    return tuple(gekozen.values())


def _stamp(kaders: Iterable[Kader]) -> str:
    return " · ".join((f"beleidscheck {__version__}", *(f"{kader.ref} {short_hash(kader.sha256)}" for kader in kaders)))


def _with_progress(bestanden: Iterable[tuple[str, str]], totaal: int) -> Iterator[tuple[str, str]]:
    """Pass the files on, and on a screen say now and then how far it is."""
    toon = sys.stderr is not None and sys.stderr.isatty()
    for nummer, bestand in enumerate(bestanden):
        if toon and nummer % _STAP == 0:
            sys.stderr.write(f"\r{nummer} van {totaal} bladzijden ")
            sys.stderr.flush()
        yield bestand
    if toon:
        sys.stderr.write(f"\r{'':{len(str(totaal)) * 2 + 18}}\r")
        sys.stderr.flush()
