"""Twee ladders naast elkaar in woorden: hoe zij heten, wie er eerder is en wat er ontbreekt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beleidscheck.casus.dagwoorden import date_words
from beleidscheck.casus.uitvoeren import Stand
from beleidscheck.document.casus_verhaal import Verteller
from beleidscheck.document.taal import capitalise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from beleidscheck.casus.partij import Partij
    from beleidscheck.casus.uitvoeren import Paar, Uitkomst, Vergelijkregel


def names_of(uitkomst: Uitkomst) -> tuple[str, str]:
    """Return how the two ladders are called in a sentence: "uw beleid" and "het protocol"."""
    eigen = uitkomst.eigen.partij
    ander = uitkomst.ander.partij if uitkomst.ander else None
    eerste = "uw beleid" if eigen.soort == "beleid" else _kader_words(eigen)
    if ander is None:
        return eerste, ""
    if ander.soort == "kader":
        return eerste, _kader_words(ander)
    return eerste, "het andere beleid" if ander.naam == eigen.naam else f"het beleid van {ander.naam}"


def _kader_words(partij: Partij) -> str:
    return "het protocol" if partij.naam.casefold().startswith("protocol") else f"«{partij.naam}»"


def closing(uitkomst: Uitkomst) -> str:
    """Return in one or two sentences who is first; empty when there is nothing beside the policy."""
    if uitkomst.ander is None:
        return ""
    eigen, ander = names_of(uitkomst)
    eigen = capitalise(eigen)
    if not uitkomst.vergelijking:
        doet = len(uitkomst.eigen.tijdlijn.momenten)
        extra = f" {eigen} doet zelf {'één stap' if doet == 1 else f'{doet} stappen'}." if doet else f" {eigen} doet ook niets."
        return f"{capitalise(ander)} vraagt in deze casus niets.{extra}"
    vertellen = Verteller(uitkomst.ander.partij)
    zinnen = []
    later = [(regel, paar) for regel in uitkomst.vergelijking for paar in regel.paren if paar.stand is Stand.LATER]
    if later:
        zinnen.append(_later(eigen, ander, later, vertellen))
    mist = [(regel, paar) for regel in uitkomst.vergelijking for paar in regel.paren if paar.stand is Stand.NIET]
    if mist:
        zinnen.append(_missing(eigen, ander, mist, vertellen))
    if zinnen:
        return " ".join(zinnen)
    eerder = sum(regel.stand is Stand.EERDER for regel in uitkomst.vergelijking)
    if eerder:
        keer = "Bij één stap is het eerder." if eerder == 1 else f"Bij {eerder} stappen is het eerder."
        return f"{eigen} is nergens later dan {ander}. {keer}"
    return f"{eigen} doet alles wat {ander} vraagt, en is nergens later."


def _missing(eigen: str, ander: str, mist: Sequence[tuple[Vergelijkregel, Paar]], vertellen: Verteller) -> str:
    regel, paar = mist[0]
    wie = vertellen.does(paar.taak).zin
    meer = len(mist) - 1
    erbij = "" if not meer else " En nog één actie niet." if meer == 1 else f" En nog {meer} acties niet."
    return f"{eigen} doet niet wat {ander} op {date_words(regel.moment.dag)} vraagt: {wie}.{erbij}"


def _later(eigen: str, ander: str, later: Sequence[tuple[Vergelijkregel, Paar]], vertellen: Verteller) -> str:
    regel, paar = max(later, key=lambda twee: ((twee[1].eigen_dag or twee[1].dag) - twee[1].dag, -twee[0].moment.dag.toordinal()))
    laat = paar.eigen_dag or paar.dag
    wat = vertellen.action(paar.taak.actie)
    return f"{eigen} doet op {date_words(laat)} wat {ander} op {date_words(paar.dag)} vraagt ({vertellen.title(regel.moment.stap)}: {wat})."


def beside(regel: Vergelijkregel, vertellen: Verteller) -> str:
    """Return how the policy stands at one step: "3 dagen later; niet: ..."."""
    gedaan = [paar for paar in regel.paren if paar.eigen_dag is not None]
    niet = [paar for paar in regel.paren if paar.eigen_dag is None]
    if not gedaan and niet:
        return "niet in het beleid"
    delen = []
    if gedaan:
        verschil = max(((paar.eigen_dag or paar.dag) - paar.dag).days for paar in gedaan)
        dagen = f"{abs(verschil)} {'dag' if abs(verschil) == 1 else 'dagen'}"
        delen.append("dezelfde dag" if verschil == 0 else f"{dagen} later" if verschil > 0 else f"{dagen} eerder")
    if niet:
        delen.append(f"niet: {'; '.join(vertellen.action(paar.taak.actie) for paar in niet)}")
    return "; ".join(delen) or "geen vaste actie"
