"""De ladder uitgevoerd: welke stap gaat wanneer af voor deze leerling, en wie doet dan wat vóór welke dag."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from beleidscheck.hoeveelheid import UnitError
from beleidscheck.trap.bereik import Groep
from beleidscheck.trap.tellen import fires, touches

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from beleidscheck.trap.kalender import Kalender
    from beleidscheck.trap.ladder import Actie, Ladder, Signaal, Stap
    from beleidscheck.trap.tellen import Afgegaan
    from beleidscheck.trap.verloop import Verloop


@dataclass(frozen=True, slots=True)
class Taak:
    """Eén actie van een stap die afging, met de uiterste dag als de actie een termijn heeft."""

    actie: Actie
    uiterlijk: date | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """Een stap die afging op `dag`: door welke signalen, bij welke stand, en wat er dan gebeurt.

    `stap.uit_kader` zegt uit welk kader de stap komt; leeg is een eigen stap van de school.
    """

    dag: date
    stap: Stap
    signalen: tuple[tuple[Signaal, Afgegaan], ...]
    taken: tuple[Taak, ...]


@dataclass(frozen=True, slots=True)
class NietGeteld:
    """Een signaal dat op dit verloop niet te tellen is, met de reden."""

    stap: Stap
    signaal: Signaal
    reden: str


@dataclass(frozen=True, slots=True)
class Tijdlijn:
    """Wat de ladder op dit verloop doet, op volgorde van dag; wat niet te tellen was en wat is aangenomen staat erbij."""

    momenten: tuple[Moment, ...] = ()
    niet_geteld: tuple[NietGeteld, ...] = ()
    aannamen: tuple[str, ...] = ()


def pupil(
    leeftijd: int,
    *,
    locatie: str = "",
    leerjaar: str = "",
    onderwijssoort: str = "",
    leerplicht: str = "",
) -> Groep:
    """Return one pupil as a group of one age; an empty dimension is not known, so a step limited to it does not apply."""
    return Groep(locatie, leerjaar, onderwijssoort, leerplicht, leeftijd, leeftijd + 1)


def simulate(ladder: Ladder, groep: Groep, verloop: Verloop, kalender: Kalender, lesuur: int | None = None) -> Tijdlijn:
    """Return the timeline of the ladder for one group of pupils and one course of events.

    A step fires as soon as one of its signals does and does all its actions, with those of the steps before it under
    `inclusief_vorige`; two signals on one day are one moment. `lesuur` is the length of a lesson in minutes. A signal that cannot
    be counted is said in `niet_geteld`; it never stops the others. Signals about which nothing happens are passed over.
    """
    momenten: list[Moment] = []
    niet_geteld: list[NietGeteld] = []
    aannamen: dict[str, None] = {}
    for stap in ladder.stappen:
        if not groep.holds(stap):
            continue
        per_dag: dict[date, list[tuple[Signaal, Afgegaan]]] = {}
        for signaal in stap.signalen:
            if not touches(signaal, verloop):
                continue
            try:
                afgegaan = fires(signaal, verloop, kalender, lesuur)
            except UnitError as fout:
                niet_geteld.append(NietGeteld(stap, signaal, str(fout)))
                continue
            aannamen.update(dict.fromkeys(_assumptions(signaal, kalender)))
            for keer in afgegaan:
                per_dag.setdefault(keer.dag, []).append((signaal, keer))
        acties = ladder.actions(stap, groep.holds)
        momenten += [
            Moment(dag, stap, tuple(signalen), tuple(_tasks(acties, dag, kalender))) for dag, signalen in per_dag.items()
        ]
    momenten.sort(key=lambda moment: moment.dag)  # een vaste sortering: binnen een dag blijft de volgorde van de ladder
    return Tijdlijn(tuple(momenten), tuple(niet_geteld), tuple(aannamen))


def _tasks(acties: tuple[Actie, ...], dag: date, kalender: Kalender) -> Iterator[Taak]:
    for actie in acties:
        yield Taak(actie, kalender.deadline(dag, actie.termijn) if actie.termijn is not None else None)


def _assumptions(signaal: Signaal, kalender: Kalender) -> Iterator[str]:
    if signaal.periode is not None and (zin := kalender.assumption(signaal.periode, vast=signaal.venster == "vast")):
        yield zin
