"""De eigen ladders van twee kaders, stap voor stap: wat komt erbij, wat vervalt, en wat gaat eerder of later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beleidscheck.eisen import Richting
from beleidscheck.eisen.maten import no_more, size
from beleidscheck.vergelijk.normen import Soort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beleidscheck.hoeveelheid import Hoeveelheid
    from beleidscheck.trap.ladder import Actie, Ladder, Signaal, Stap


def compare_steps(oud: Ladder, nieuw: Ladder) -> Iterator[tuple[str, Soort, str]]:
    """Yield for every step that changes its id, what happens to it and a sentence; steps belong together by their id."""
    was, wordt = ({stap.id: stap for stap in ladder.stappen} for ladder in (oud, nieuw))
    for id_ in was:
        if id_ not in wordt:
            yield id_, Soort.VERVALLEN, f"De stap «{id_}» vervalt."
    for id_, stap in wordt.items():
        if id_ not in was:
            yield id_, Soort.NIEUW, f"De stap «{id_}» komt erbij."
        elif delen := list(_changes(oud, was[id_], nieuw, stap)):
            richtingen = {richting for richting, _ in delen}
            richting = richtingen.pop() if len(richtingen) == 1 else Richting.ANDERS
            yield id_, Soort(richting.value), f"De stap «{id_}»: {'; '.join(zin for _, zin in delen)}."


def _changes(oud: Ladder, was: Stap, nieuw: Ladder, wordt: Stap) -> Iterator[tuple[Richting, str]]:
    per_naam = {signaal.naam: signaal for signaal in was.signalen}
    for signaal in wordt.signalen:
        vorig = per_naam.pop(signaal.naam, None)
        if vorig is None:
            yield Richting.STRENGER, f"gaat ook af bij {_named(signaal)}"
        elif (richting := _sooner(vorig, signaal)) is not Richting.GELIJK:
            yield richting, f"gaat af bij {_named(signaal)} in plaats van bij {_named(vorig)}"
    yield from ((Richting.SOEPELER, f"gaat niet meer af bij {_named(signaal)}") for signaal in per_naam.values())
    eerder, straks = (dict.fromkeys(map(_task, ladder.actions(stap))) for ladder, stap in ((oud, was), (nieuw, wordt)))
    yield from ((Richting.STRENGER, f"erbij komt {taak}") for taak in straks if taak not in eerder)
    yield from ((Richting.SOEPELER, f"weg gaat {taak}") for taak in eerder if taak not in straks)
    if was.bereik != wordt.bereik:
        yield Richting.ANDERS, "geldt voor andere leerlingen"


def _sooner(was: Signaal, wordt: Signaal) -> Richting:
    """Return whether the signal fires sooner: a lower threshold, a longer window, or counted again more often."""
    delen = {
        _limit(was.drempel, wordt.drempel, lager_is_strenger=wordt.vergelijking != "onder"),
        _limit(was.periode, wordt.periode, lager_is_strenger=False),
        _flag(was.herhaling, wordt.herhaling),
        Richting.GELIJK if (was.vergelijking, was.venster, was.opnieuw_tellen) == (wordt.vergelijking, wordt.venster, wordt.opnieuw_tellen) else Richting.ANDERS,
    } - {Richting.GELIJK}
    return Richting.GELIJK if not delen else delen.pop() if len(delen) == 1 else Richting.ANDERS


def _flag(was: bool, wordt: bool) -> Richting:
    return Richting.GELIJK if was == wordt else Richting.STRENGER if wordt else Richting.SOEPELER


def _limit(was: Hoeveelheid | None, wordt: Hoeveelheid | None, *, lager_is_strenger: bool) -> Richting:
    if was == wordt:
        return Richting.GELIJK
    if was is None or wordt is None:
        return Richting.ANDERS
    if size(was) == size(wordt):
        return Richting.GELIJK
    if no_more(wordt, was) or no_more(was, wordt):
        return Richting.STRENGER if no_more(wordt, was) == lager_is_strenger else Richting.SOEPELER
    return Richting.ANDERS


def _named(signaal: Signaal) -> str:
    drempel = f" {signaal.vergelijking.replace('_', ' ')} {signaal.drempel}" if signaal.drempel else ""
    return f"«{signaal.naam}»{drempel}" + (f" binnen {signaal.periode}" if signaal.periode else "")


def _task(actie: Actie) -> str:
    wie = f" door {actie.wie}" if actie.wie else ""
    met = f" met {', '.join(actie.met)}" if actie.met else ""
    return f"«{actie.actie}»{wie}{met}" + (f" binnen {actie.termijn}" if actie.termijn else "")
