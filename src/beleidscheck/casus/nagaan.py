"""Nagaan of een ladder op een casus doet wat er verwacht wordt; wat anders is komt in gewone zinnen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from beleidscheck.beleid.woorden import label
from beleidscheck.casus.dagwoorden import day_words
from beleidscheck.policy.melding import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from beleidscheck.casus.model import Verwacht, VerwachteActie
    from beleidscheck.casus.uitvoeren import Uitvoering


@dataclass(frozen=True, slots=True)
class Oordeel:
    """Wat er anders is dan verwacht (leeg: alles klopt), en wat niet is nagegaan met de reden. `nagegaan` telt de verwachtingen."""

    verschillen: tuple[str, ...] = ()
    overgeslagen: tuple[str, ...] = ()
    nagegaan: int = 0


def check_expectations(verwacht: Verwacht, uitvoering: Uitvoering) -> Oordeel:
    """Return how the timeline differs from what is expected.

    The list of steps and `niets` hold under the ladder that `onder` names; under another ladder only the actions are checked.
    """
    partij = uitvoering.partij
    eigen_ladder = verwacht.onder is None or verwacht.onder in {partij.ref, partij.ladder.volgt}
    volgt_heel = partij.soort == "kader" or all(stap.uit_kader for stap in partij.ladder.stappen)
    verschillen: list[str] = []
    overgeslagen: list[str] = []
    nagegaan = len(verwacht.acties or ()) + len(verwacht.geen_acties or ())
    if verwacht.stappen is not None or verwacht.niets:
        if eigen_ladder and (verwacht.onder is None or volgt_heel):
            nagegaan += max(len(verwacht.stappen or ()), 1)
            verschillen += _steps(verwacht, uitvoering)
        else:
            overgeslagen.append(f"De verwachte stappen horen bij de ladder van {verwacht.onder} en zijn hier niet nagegaan.")
    for actie in verwacht.acties or ():
        verschillen += _action(actie, uitvoering)
    for woord in verwacht.geen_acties or ():
        verschillen += [
            f"Op {day_words(moment.dag)} volgt «{_action_words(woord, uitvoering)}» (stap `{moment.stap.id or moment.stap.trap}`), en dat hoort niet."
            for moment in uitvoering.tijdlijn.momenten
            if any(taak.actie.actie == woord for taak in moment.taken)
        ]
    return Oordeel(tuple(verschillen), tuple(overgeslagen), nagegaan)


def _steps(verwacht: Verwacht, uitvoering: Uitvoering) -> Iterator[str]:
    bekend = [stap.id for stap in uitvoering.partij.ladder.stappen if stap.id]
    gehoopt = [(stap.op, stap.stap) for stap in verwacht.stappen or ()]
    gezien = [(moment.dag, moment.stap.id) for moment in uitvoering.tijdlijn.momenten]
    for dag, naam in gehoopt:
        if (dag, naam) in gezien:
            continue
        if naam not in bekend:
            bedoeld = nearest(naam, bekend)
            yield f"De stap `{naam}` bestaat niet in deze ladder.{f' Bedoelde u `{bedoeld}`?' if bedoeld else ''}"
        else:
            yield f"Op {day_words(dag)} hoort stap `{naam}` te volgen.{_instead(naam, gezien, gehoopt)}"
    anders = {naam for dag, naam in gehoopt if (dag, naam) not in gezien}
    for dag, naam in gezien:
        if (dag, naam) not in gehoopt and naam not in anders:
            yield f"Op {day_words(dag)} volgt stap `{naam}`, en die wordt niet verwacht."


def _instead(naam: str, gezien: list[tuple[date, str]], gehoopt: list[tuple[date, str]]) -> str:
    wel = [dag for dag, stap in gezien if stap == naam and (dag, stap) not in gehoopt]
    return f" Hij volgt op {day_words(wel[0])}." if wel else " Hij volgt niet."


def _action(verwacht: VerwachteActie, uitvoering: Uitvoering) -> Iterator[str]:
    """Yield what is wrong with one expected action; the best of its occurrences counts."""
    wat = _action_words(verwacht.actie, uitvoering)
    wie = f" door {label(verwacht.wie, 'rol', uitvoering.partij.uitbreiding)}" if verwacht.wie else ""
    keren = [
        (moment.dag, taak.uiterlijk or moment.dag)
        for moment in uitvoering.tijdlijn.momenten
        for taak in moment.taken
        if taak.actie.actie == verwacht.actie and (verwacht.wie is None or taak.actie.wie == verwacht.wie)
    ]
    if not keren:
        yield f"«{wat}»{wie} hoort te volgen, en volgt niet."
    elif verwacht.op is not None and all(dag != verwacht.op for dag, _ in keren):
        yield f"«{wat}»{wie} hoort op {day_words(verwacht.op)} te volgen, en volgt op {day_words(keren[0][0])}."
    elif verwacht.uiterlijk is not None and min(laatst for _, laatst in keren) > verwacht.uiterlijk:
        laatst = min(laatst for _, laatst in keren)
        yield f"«{wat}»{wie} hoort uiterlijk {day_words(verwacht.uiterlijk)} te zijn gedaan; onder deze ladder mag het tot {day_words(laatst)}."


def _action_words(woord: str, uitvoering: Uitvoering) -> str:
    return label(woord, "actie", uitvoering.partij.uitbreiding)
