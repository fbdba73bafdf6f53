"""De vergelijking van twee kaders als geheel: alles wat een document, een tabel of een programma ervan wil weten."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from beleidscheck.vergelijk.kop import Kopverschil, compare_heads
from beleidscheck.vergelijk.normen import Normverschil, Soort, compare_norms, stays_silent
from beleidscheck.vergelijk.paren import related

if TYPE_CHECKING:
    from beleidscheck.kader import Kader


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """Twee kaders naast elkaar."""

    oud: Kader
    nieuw: Kader
    normen: tuple[Normverschil, ...]
    kop: tuple[Kopverschil, ...]

    @property
    def kaders(self) -> tuple[Kader, Kader]:
        """Return the two kaders, the old one first."""
        return self.oud, self.nieuw

    @property
    def zwijgt(self) -> bool:
        """Return whether what the new kader does not mention stays as it was."""
        return stays_silent(self.oud, self.nieuw)

    @property
    def telling(self) -> dict[Soort, int]:
        """Return how many norms each kind of change has; every kind is there, also with zero."""
        geteld = Counter(verschil.soort for verschil in self.normen)
        return {soort: geteld[soort] for soort in Soort}

    @property
    def verwant(self) -> bool:
        """Return whether these are versions of one kader, or one is the successor of the other."""
        return related(self.oud, self.nieuw)

    @property
    def achteruit(self) -> bool:
        """Return whether the user put the later version first."""
        return self.oud.bestand.opvolger_van == self.nieuw.ref

    @property
    def hooguit_aandachtspunt(self) -> bool:
        """Return whether a shortcoming on the new kader weighs at most aandachtspunt, because it has not been agreed."""
        return self.nieuw.bestand.status in {"concept", "wetsvoorstel"} and self.nieuw.bestand.in_werking_op is None

    def of(self, *soorten: Soort) -> tuple[Normverschil, ...]:
        """Return the norms to which one of these things happens."""
        return tuple(verschil for verschil in self.normen if verschil.soort in soorten)


def compare_kaders(oud: Kader, nieuw: Kader) -> Vergelijking:
    """Return everything that differs between two kaders."""
    return Vergelijking(oud, nieuw, compare_norms(oud, nieuw), compare_heads(oud, nieuw))
