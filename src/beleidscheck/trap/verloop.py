"""Wat er met één (verzonnen) leerling gebeurt: gebeurtenissen op dagen, zonder naam en zonder oordeel.

Drie soorten: gemiste lestijd in een categorie (`ziek`, `geoorloofd`, `ongeoorloofd`; een deel van de dag of de hele dag), een gemeten
peil (`aanwezigheid`), en al het andere bij de naam van zijn signaal (`te_laat`, `ziekmeldingen`, `luxe_verzuim`, ...).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from fractions import Fraction

    from beleidscheck.hoeveelheid import Hoeveelheid

#: Categorieën van gemiste lestijd; wie ziek is, is geoorloofd afwezig.
CATEGORIEEN: Final = ("ziek", "geoorloofd", "ongeoorloofd")
PEIL: Final = "aanwezigheid"
ZIEKMELDING: Final = "ziekmeldingen"


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """Eén gebeurtenis op één dag.

    `wat` is een categorie, `aanwezigheid`, of de naam van een signaal. `tijd` is de gemiste lestijd; bij een categorie zonder
    `tijd` mist de leerling de hele schooldag. `procent` is het gemeten peil.
    """

    dag: date
    wat: str
    tijd: Hoeveelheid | None = None
    procent: Fraction | None = None

    @property
    def whole_day(self) -> bool:
        """Return whether the pupil misses all lessons of this day."""
        return self.wat in CATEGORIEEN and self.tijd is None


@dataclass(frozen=True, slots=True)
class Verloop:
    """Een jaar van één leerling: haar gebeurtenissen op volgorde van dag, en hoeveel lestijd maandag t/m vrijdag telt.

    Zonder `lestijd` is een hele dag niet in uren om te rekenen; een aandeel van de tijd (peil) rekent dan elke dag even zwaar.
    """

    gebeurtenissen: tuple[Gebeurtenis, ...] = ()
    lestijd: tuple[Hoeveelheid, ...] = ()

    def of_kind(self, soorten: Iterable[str]) -> tuple[Gebeurtenis, ...]:
        """Return the events of these kinds, in order of day."""
        gezocht = frozenset(soorten)
        return tuple(sorted((e for e in self.gebeurtenissen if e.wat in gezocht), key=lambda e: e.dag))

    def lessons_on(self, dag: date) -> Hoeveelheid | None:
        """Return how much lesson time this day has, when that is known."""
        plek = dag.weekday()
        return self.lestijd[plek] if plek < len(self.lestijd) else None


def sick(dagen: Iterable[date], *, melding: bool = True) -> tuple[Gebeurtenis, ...]:
    """Return one period of sickness on these school days: reported on its first day, and absent all day on each."""
    rij = sorted(dagen)
    eerste = (Gebeurtenis(rij[0], ZIEKMELDING),) if rij and melding else ()
    return eerste + tuple(Gebeurtenis(dag, "ziek") for dag in rij)
