"""Het vroegste schema: zet elke keer zo vroeg mogelijk zonder dat een signaal afgaat. Dat beslist of een tegenvoorbeeld bestaat.

Stelling: dit schema heeft op elke dag minstens zoveel gezet als welk ander schema ook dat de signalen stil houdt. Haalt het de
norm niet, dan haalt geen verloop haar. Het bewijs staat in docs/trap.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Zo veel dagen worden hooguit geprobeerd om het verloop met de minste dagen te vinden.
MAX_DAGEN: Final = 20_000

#: Wat er op welke dag (een plaats op de lijn) gebeurt.
Schema = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Rem:
    """Een signaal dat stil blijft zolang er in zijn venster hooguit `hoogste` staat.

    `begin` geeft per dag de eerste dag van het venster dat daar eindigt; die mag nooit teruglopen.
    """

    hoogste: int
    begin: Sequence[int]


def earliest(  # noqa: PLR0913 - een lijn met haar grenzen
    lessen: Sequence[bool], remmen: Sequence[Rem], van: int, tot: int, nodig: int, per_dag: int | None = None
) -> Schema | None:
    """Return the earliest schedule of `nodig` from day `van` up to and including `tot` that keeps every signal silent, or `None`."""
    som = [0]
    gezet: Schema = []
    for dag in range(van, tot + 1):
        ruimte = 0
        if lessen[dag]:
            ruimte = min((rem.hoogste - som[-1] + som[max(rem.begin[dag] - van, 0)] for rem in remmen), default=nodig)
            ruimte = min(ruimte, nodig - som[-1], nodig if per_dag is None else per_dag)
        if ruimte > 0:
            gezet.append((dag, ruimte))
        som.append(som[-1] + max(ruimte, 0))
        if som[-1] == nodig:
            return gezet
    return None


def fewest_days(  # noqa: PLR0913 - een lijn met haar grenzen
    lessen: Sequence[bool], remmen: Sequence[Rem], van: int, tot: int, nodig: int, per_dag: int
) -> Schema | None:
    """Return the schedule on the fewest days, of those the earliest, that begins on day `van`; `None` when there is none.

    Choices of days are tried from early to late, up to `MAX_DAGEN` days in all; past that the earliest schedule is returned.
    """
    beste = earliest(lessen, remmen, van, tot, nodig, per_dag)
    if beste is None:
        return None
    # Elk venster bevat zijn laatste dag: op één dag past nooit meer dan wat een heel venster mag bevatten.
    vol = min([per_dag, *(rem.hoogste for rem in remmen)])
    zoeker = _Zoeker([dag for dag in range(van, tot + 1) if lessen[dag]], remmen, nodig, vol)
    for aantal in range(-(-nodig // vol), len(beste)):
        gevonden = zoeker.on_days(aantal)
        if gevonden is not None:
            return gevonden
        if zoeker.geprobeerd > MAX_DAGEN:
            break
    return beste


class _Zoeker:
    """Zoekt dagen voor een schema, van vroeg naar laat; op een gekozen dag komt zoveel als kan, want dat is nooit slechter."""

    def __init__(self, dagen: Sequence[int], remmen: Sequence[Rem], nodig: int, vol: int) -> None:
        self.dagen, self.remmen, self.nodig, self.vol = dagen, remmen, nodig, vol
        self.geprobeerd = 0

    def on_days(self, aantal: int) -> Schema | None:
        """Return the earliest schedule on this many days that begins on the first day, or `None`."""
        eerste = self.dagen[0]
        return self._extend([(eerste, min(self.vol, self.nodig))], 1, aantal - 1)

    def _extend(self, gezet: Schema, plaats: int, over: int) -> Schema | None:
        nog = self.nodig - sum(stuks for _, stuks in gezet)
        if nog == 0:
            return gezet
        if nog > over * self.vol:
            return None
        for volgende in range(plaats, len(self.dagen) - over + 1):
            self.geprobeerd += 1
            if self.geprobeerd > MAX_DAGEN:
                return None
            dag = self.dagen[volgende]
            ruimte = min(self._room(gezet, dag), nog)
            if ruimte > 0 and (gevonden := self._extend([*gezet, (dag, ruimte)], volgende + 1, over - 1)) is not None:
                return gevonden
        return None

    def _room(self, gezet: Schema, dag: int) -> int:
        """Return how much fits on this day: a window holds what lies between its first day and this one."""
        standen = (rem.hoogste - sum(stuks for eerder, stuks in gezet if eerder >= rem.begin[dag]) for rem in self.remmen)
        return min(self.vol, *standen) if self.remmen else self.vol
