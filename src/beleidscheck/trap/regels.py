"""De regels die zonder zoeken bewijzen dat een telling nooit te laat is: op elk verloop en elke kalender. Zie docs/trap.md."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import ceil, prod
from typing import TYPE_CHECKING, Final

from beleidscheck.trap.schema import Rem, earliest
from beleidscheck.trap.vensters import ZOMER, Dag, Venster, window

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from beleidscheck.hoeveelheid import Hoeveelheid

#: Zo veel plaatsingen van vaste blokken worden hooguit nagegaan.
_MAX_FASEN: Final = 2000
_JAAR: Final = 12


@dataclass(frozen=True, slots=True)
class Grens:
    """Een drempel in hele stukken van de teleenheid: bij `stuks` gaat hij af; `periode` is `None` als er geen periode staat.

    `eerste`: de drempel is één keer of één uur, hoeveel stukken dat ook zijn.
    """

    stuks: int
    periode: Hoeveelheid | None
    vast: bool = False
    eerste: bool = False

    @property
    def venster(self) -> Venster | None:
        """Return the window in days, or `None` without a period."""
        return None if self.periode is None else window(self.periode, "vast" if self.vast else "voortschrijdend")

    def counts_whole_year(self) -> bool:
        """Return whether everything since the begin of the school year counts."""
        venster = self.venster
        return venster is None or (venster.maanden >= _JAAR and (not self.vast or venster.eenheid == "schooljaar"))


def proven(norm: Grens, grenzen: Sequence[Grens]) -> str:
    """Return why no course of events on any calendar is too late, or nothing."""
    for grens in grenzen:
        if reden := _alone(norm, grens):
            return reden
    binnen = norm.venster
    if binnen is None or binnen.dag is Dag.BLOK or not _no_line_escapes(norm, binnen, grenzen):
        return ""
    if len(grenzen) == 1:
        return "Uw periode is korter, maar uw drempel zoveel lager dat geen verloop ertussendoor glipt."
    return "Uw signalen laten samen geen verloop door."


def _alone(norm: Grens, grens: Grens) -> str:
    """Return why this one signal is never too late, by a rule that needs no search; or nothing."""
    venster, binnen = grens.venster, norm.venster
    if grens.stuks <= 1 or (grens.eerste and venster is None and grens.stuks <= norm.stuks):
        return "Uw stap komt al bij de eerste keer."
    if grens.stuks > norm.stuks or venster is None:
        return ""
    if binnen is None:
        return "Uw drempel is niet hoger, en u telt het hele schooljaar." if grens.counts_whole_year() else ""
    if venster.covers(binnen) or (grens.vast and _within_one_year(venster, binnen)):
        return "Uw drempel is niet hoger, en u telt over minstens dezelfde periode."
    knipt_te_weinig = grens.vast and binnen.dag is not Dag.BLOK and norm.stuks > (grens.stuks - 1) * _blocks(venster, binnen)
    return (
        "U telt in vaste blokken, maar uw drempel is zoveel lager dat geen verloop ertussendoor glipt." if knipt_te_weinig else ""
    )


def _within_one_year(venster: Venster, binnen: Venster) -> bool:
    """Return whether a block of a school year cuts no window of the norm that has lessons on both sides of the summer."""
    return venster.eenheid == "schooljaar" and _stays_in_one_year(binnen)


def _blocks(venster: Venster, binnen: Venster) -> int:
    """Return how many blocks a window of the norm can touch; where blocks begin afresh with the school year, one more."""
    if venster.eenheid == "schooljaar":
        return 1 + ceil(Fraction(binnen.hoogstens, venster.minstens))
    opnieuw = not venster.maanden and not _stays_in_one_year(binnen)
    return ceil(Fraction(binnen.hoogstens - 1, venster.at_least(binnen.dag))) + 1 + opnieuw


def _stays_in_one_year(binnen: Venster) -> bool:
    """Return whether the window is too short to hold lessons of two school years."""
    return binnen.dag is Dag.KALENDER and binnen.hoogstens <= ZOMER


def _no_line_escapes(norm: Grens, binnen: Venster, grenzen: Sequence[Grens]) -> bool:
    """Return whether the earliest schedule that keeps every signal silent misses the norm, on the worst line of days there is.

    A line stands for every calendar (docs/trap.md). Blocks are only there when all are equally long on every calendar.
    """
    nuttig = [(grens, venster) for grens in grenzen if (venster := grens.venster) is not None and grens.stuks <= norm.stuks]
    schuift = [(grens.stuks - 1, venster) for grens, venster in nuttig if not grens.vast]
    blokken = [
        (grens.stuks - 1, venster.minstens)
        for grens, venster in nuttig
        if grens.vast and venster.dag is Dag.KALENDER and not venster.maanden and _stays_in_one_year(binnen)
    ]
    fasen = [range(min(lengte, binnen.hoogstens)) for _, lengte in blokken]
    if prod(map(len, fasen)) > _MAX_FASEN:
        blokken, fasen = [], []
    if not schuift and not blokken:
        return False
    for lessen in _lines(binnen):
        remmen = [Rem(hoogste, _slides_on(lessen, venster, binnen)) for hoogste, venster in schuift]
        for fase in product(*fasen):
            knippen = [Rem(hoogste, _cut(lessen, lengte, begin)) for (hoogste, lengte), begin in zip(blokken, fase, strict=True)]
            if earliest(lessen, [*remmen, *knippen], 0, len(lessen) - 1, norm.stuks) is not None:
                return False
    return True


def _lines(binnen: Venster) -> Iterator[list[bool]]:
    """Yield the lines of days on which a window of the norm may hold the most: with weekends for calendar days, else all lessons."""
    if binnen.dag is not Dag.KALENDER:
        yield [True] * binnen.hoogstens
        return
    for weekdag in range(5):
        yield [(weekdag + dag) % 7 < 5 for dag in range(binnen.hoogstens)]  # noqa: PLR2004 - ma t/m vr


def _slides_on(lessen: Sequence[bool], venster: Venster, binnen: Venster) -> list[int]:
    """Return per day where the sliding window begins; on a line with weekends school days and working days are counted."""
    if binnen.dag is not Dag.KALENDER or venster.dag not in {Dag.SCHOOL, Dag.WERK}:
        lengte = venster.at_least(binnen.dag)
        return [dag - lengte + 1 for dag in range(len(lessen))]
    begin, gezien = [], []
    for dag, les in enumerate(lessen):
        if les:
            gezien.append(dag)
        begin.append(gezien[-venster.minstens] if len(gezien) >= venster.minstens else 0)
    return begin


def _cut(lessen: Sequence[bool], lengte: int, fase: int) -> list[int]:
    return [dag - (dag - fase) % lengte for dag in range(len(lessen))]
