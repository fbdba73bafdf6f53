"""Een audit met alles wat erbij gezegd wordt: drempel, basislijn, verschil met de vorige keer en geschiedenis. Hieruit komt elke uitvoer."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from beleidscheck.auditing.basislijn import Basislijn
from beleidscheck.auditing.normkop import Normkop, norm_heads
from beleidscheck.auditing.punten import Punt, points
from beleidscheck.bevinding import Gewicht, Oordeel
from beleidscheck.report import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from beleidscheck.auditing.delta import Delta
    from beleidscheck.auditing.historie import Meting
    from beleidscheck.auditing.model import Schooluitslag
    from beleidscheck.auditing.uitkomst import Audit, Normsleutel


@dataclass(frozen=True, slots=True)
class Stand:
    """De tellingen van één school, zoals elk overzicht ze toont. `telt` is het aantal punten op of boven de drempel."""

    tekorten: int
    aandachtspunten: int
    tips: int
    te_beoordelen: int
    niet_getoetst: int
    afwijkingen: int
    bekend: int
    telt: int


@dataclass(frozen=True)
class Verslag:
    """De audit en haar omgeving; `drempel` is het lichtste gewicht dat de audit laat zakken."""

    audit: Audit
    drempel: Gewicht = Gewicht.TEKORT
    basislijn: Basislijn = field(default_factory=Basislijn)
    delta: Delta | None = None
    historie: tuple[Meting, ...] = ()

    @cached_property
    def koppen(self) -> Mapping[Normsleutel, Normkop]:
        """Return every norm in the audit, by kader and id."""
        return norm_heads(self.audit)

    def points(self, school: Schooluitslag) -> Iterator[Punt]:
        """Yield what one school must know."""
        return points(school, self.koppen, self.basislijn)

    @cached_property
    def standen(self) -> tuple[Stand, ...]:
        """Return the counts of each school, in the order of `audit.scholen`."""
        return tuple(self._stand(school) for school in self.audit.outcomes())

    def _stand(self, school: Schooluitslag) -> Stand:
        gewichten: Counter[Gewicht] = Counter()
        oordelen: Counter[str] = Counter()
        bekend = telt = 0
        for punt in self.points(school):
            oordelen[punt.oordeel] += 1
            if punt.gedekt or punt.oordeel in {Oordeel.TE_BEOORDELEN, Oordeel.NIET_GETOETST}:
                telt += punt.counts(self.drempel)
                continue
            bekend += punt.bekend
            telt += punt.counts(self.drempel)
            gewichten[punt.gewicht] += not punt.bekend
        return Stand(
            tekorten=gewichten[Gewicht.TEKORT],
            aandachtspunten=gewichten[Gewicht.AANDACHTSPUNT],
            tips=gewichten[Gewicht.TIP],
            te_beoordelen=oordelen[Oordeel.TE_BEOORDELEN],
            niet_getoetst=oordelen[Oordeel.NIET_GETOETST],
            afwijkingen=oordelen[Oordeel.AFWIJKING],
            bekend=bekend,
            telt=telt,
        )

    def frequent(self, aantal: int = 10) -> list[tuple[Normkop, int, int]]:
        """Return the norms that most schools do not meet: the norm, how many do not, and to how many it applies."""
        rij = []
        for sleutel, kop in self.koppen.items():
            telling = self.audit.per_norm[sleutel]
            niet, van = telling[Oordeel.VOLDOET_NIET], telling.total() - telling[Oordeel.NIET_VAN_TOEPASSING]
            zwaar = self.audit.gewicht_per_norm[sleutel]
            if niet and (zwaar[Gewicht.TEKORT] or zwaar[Gewicht.AANDACHTSPUNT]):
                rij.append((kop, niet, van))
        return sorted(rij, key=lambda regel: (-regel[1], regel[0].kader, regel[0].id))[:aantal]

    def exit_code(self) -> int:
        """Return 2 when a file could not be read, 3 when a policy was not checked, 1 when a point counts, otherwise 0."""
        statussen = self.audit.per_status()
        if statussen[Status.ONLEESBAAR]:
            return 2
        if statussen[Status.NIETS_GETOETST]:
            return 3
        return int(any(stand.telt for stand in self.standen))
