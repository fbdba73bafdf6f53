"""Een casus uitvoeren onder één ladder of twee, en zien wie er eerder is."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from beleidscheck.trap.simulatie import simulate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from beleidscheck.casus.lezen import Casus
    from beleidscheck.casus.partij import Partij
    from beleidscheck.trap.simulatie import Moment, Taak, Tijdlijn


class Stand(StrEnum):
    """Hoe het beleid staat tegenover waar het mee vergeleken wordt; van zwaar naar licht."""

    NIET = "niet"
    LATER = "later"
    ZELFDE = "dezelfde dag"
    EERDER = "eerder"


@dataclass(frozen=True, slots=True)
class Uitvoering:
    """Wat één ladder op de casus doet."""

    partij: Partij
    tijdlijn: Tijdlijn


@dataclass(frozen=True, slots=True)
class Paar:
    """Eén actie van de ander, met wanneer het beleid haar doet (leeg: niet). De dagen zijn uiterste dagen als er een termijn is."""

    taak: Taak
    dag: date
    eigen_dag: date | None = None

    @property
    def stand(self) -> Stand:
        """Return who is first."""
        if self.eigen_dag is None:
            return Stand.NIET
        if self.eigen_dag == self.dag:
            return Stand.ZELFDE
        return Stand.LATER if self.eigen_dag > self.dag else Stand.EERDER


@dataclass(frozen=True, slots=True)
class Vergelijkregel:
    """Eén stap van de ander, actie voor actie naast het beleid gelegd."""

    moment: Moment
    paren: tuple[Paar, ...]

    @property
    def stand(self) -> Stand:
        """Return the heaviest standing of its actions; a step without actions is there or not by its day."""
        standen = {paar.stand for paar in self.paren}
        return next((stand for stand in Stand if stand in standen), Stand.ZELFDE)

    @property
    def days(self) -> tuple[date, date | None]:
        """Return the two days to show: those of the action on which the policy comes latest; the second is empty when it does nothing."""
        gedaan = [(paar.eigen_dag - paar.dag, paar.dag, paar.eigen_dag) for paar in self.paren if paar.eigen_dag is not None]
        if not gedaan:
            return max((paar.dag for paar in self.paren), default=self.moment.dag), None
        _, dag, eigen = max(gedaan)
        return dag, eigen


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """Een uitgevoerde casus. `eigen` is het beleid, `ander` waar het naast ligt; dan is er ook een vergelijking per stap."""

    casus: Casus
    eigen: Uitvoering
    ander: Uitvoering | None = None
    vergelijking: tuple[Vergelijkregel, ...] = ()

    @property
    def stand(self) -> Stand | None:
        """Return the heaviest standing of all steps, or `None` when there is nothing to compare."""
        standen = {regel.stand for regel in self.vergelijking}
        return next((stand for stand in Stand if stand in standen), None)


def run_casus(casus: Casus, eigen: Partij, ander: Partij | None = None) -> Uitkomst:
    """Return what happens in this casus under the ladder of `eigen`, and beside it under that of `ander`.

    A kader has no lessons of its own: under it they are as long as those of the policy beside it, else as the casus says.
    """
    gewoon = next((partij.lesuur for partij in (eigen, ander) if partij and partij.lesuur), casus.inhoud.lesuur_minuten)
    een = _execute(casus, eigen, gewoon)
    if ander is None:
        return Uitkomst(casus, een)
    twee = _execute(casus, ander, gewoon)
    return Uitkomst(casus, een, twee, compare(een.tijdlijn, twee.tijdlijn))


def _execute(casus: Casus, partij: Partij, lesuur: int | None) -> Uitvoering:
    return Uitvoering(partij, simulate(partij.ladder, casus.groep, casus.verloop, casus.kalender, partij.lesuur or lesuur))


def compare(eigen: Tijdlijn, ander: Tijdlijn) -> tuple[Vergelijkregel, ...]:
    """Return every step of `ander` beside what `eigen` does: the k-th time of an action beside the k-th time of the same action."""
    dagen: dict[str, list[date]] = defaultdict(list)
    gedaan: list[tuple[date, Taak]] = []
    for dag, _, taak in _tasks(eigen):
        if _same(gedaan, dag, taak) is None:
            dagen[taak.actie.actie].append(dag)
            gedaan.append((dag, taak))
    paren: dict[int, list[Paar]] = defaultdict(list)
    keer: dict[str, int] = defaultdict(int)
    gevraagd: list[tuple[date, Taak]] = []
    eigen_dagen: list[date | None] = []
    for dag, plek, taak in _tasks(ander):
        actie, eerder = taak.actie.actie, _same(gevraagd, dag, taak)
        if eerder is None:
            gevraagd.append((dag, taak))
            eigen_dagen.append(dagen[actie][keer[actie]] if keer[actie] < len(dagen[actie]) else None)
            keer[actie] += 1
        paren[plek].append(Paar(taak, dag, eigen_dagen[-1 if eerder is None else eerder]))
    return tuple(Vergelijkregel(moment, tuple(paren[plek])) for plek, moment in enumerate(ander.momenten))


def _tasks(tijdlijn: Tijdlijn) -> list[tuple[date, int, Taak]]:
    """Return every task with its (last) day and the place of its step, in order of those."""
    taken = [(taak.uiterlijk or moment.dag, plek, taak) for plek, moment in enumerate(tijdlijn.momenten) for taak in moment.taken]
    return sorted(taken, key=lambda drie: (drie[0], drie[1]))


def _same(taken: Sequence[tuple[date, Taak]], dag: date, taak: Taak) -> int | None:
    """Return the place of the same action by the same person on the same day, for two steps on one day ask it once."""
    for plek, (eerder, ander) in enumerate(taken):
        een, twee = ander.actie, taak.actie
        if (
            eerder == dag
            and (een.actie, een.wie) == (twee.actie, twee.wie)
            and (set(een.met) <= set(twee.met) or set(een.met) >= set(twee.met))
        ):
            return plek
    return None
