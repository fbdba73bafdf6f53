"""De gezamenlijke ladder: de laatste momenten waarop alle kaders samen nog tevreden zijn, in zo weinig mogelijk stappen.

Zij is gemaakt van wat de normen vragen, en daarna getoetst: elke norm over de ladder wordt gehaald. Een stap of actie die weg kan
zonder dat een norm uitvalt, staat er niet in.
"""

from __future__ import annotations

import copy
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.bevinding import Oordeel
from beleidscheck.eisen.maten import as_quantity
from beleidscheck.trap.ladder import BLOK
from beleidscheck.vergelijk.gezamenlijk import step_tests, strictest
from beleidscheck.vergelijk.samenvoegen import step_for

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from beleidscheck.kader import Norm
    from beleidscheck.toetsen import StapToets
    from beleidscheck.vergelijk.proef import Proef

#: Sleutels die naar de ladder van een kader verwijzen; de gezamenlijke ladder staat op zichzelf.
_VERWIJZING: Final = ("volgt", "vervang", "vervalt", "voeg_toe")
_TITELS: Final = "gezamenlijk"


def joint_ladder(proef: Proef) -> Proef:
    """Return the policy with the least ladder that meets the norms of all kaders, or as it was when that is not found."""
    vragen = _demands(proef)
    if not vragen:
        return proef
    trappen = _build(proef, vragen)
    nieuw = _with(proef, trappen)
    if not nieuw.is_no_worse_than(proef):
        return proef
    return _least(nieuw)


def _demands(proef: Proef) -> list[tuple[Norm, StapToets]]:
    """Return what the norms that apply ask of the ladder, without what another demand already covers."""
    paren = [
        (norm, toets)
        for (_, norm), bevinding in zip(proef.norms, proef.findings, strict=True)
        if bevinding.oordeel is not Oordeel.NIET_VAN_TOEPASSING
        for toets in step_tests(norm)
    ]
    nodig = {id(toets) for toets in strictest([toets for _, toets in paren])}
    return [(norm, toets) for norm, toets in paren if id(toets) in nodig]


def _build(proef: Proef, vragen: Sequence[tuple[Norm, StapToets]]) -> list[dict[str, Any]]:
    """Return ladders of which every step answers one or more demands; steps with the same signal become one."""
    naam_van = _ladder_names(proef)
    trappen: dict[str, list[dict[str, Any]]] = {}
    for norm, vraag in vragen:
        stap = step_for(norm, vraag)
        stappen = trappen.setdefault(naam_van.get(vraag.signaal[0], _TITELS), [])
        zelfde = next((ander for ander in stappen if ander["bij"] == stap["bij"]), None)
        if zelfde is None:
            stappen.append(stap)
        else:
            zelfde |= {sleutel: waarde for sleutel, waarde in stap.items() if sleutel == "inclusief_vorige"}
            for actie in stap["acties"]:
                _add_action(zelfde["acties"], actie)
    eerder = {str(trap.get("trap")): trap for trap in _block(proef).get("trappen", ()) if isinstance(trap, dict)}
    gebouwd = []
    for naam, stappen in trappen.items():
        kop = {sleutel: eerder[naam][sleutel] for sleutel in ("titel",) if naam in eerder and sleutel in eerder[naam]}
        gebouwd.append({"trap": naam, **kop, "stappen": sorted(stappen, key=_order)})
    return gebouwd


def _add_action(acties: list[dict[str, Any]], actie: dict[str, Any]) -> None:
    """Add an action, as part of one that is the same thing done by the same role where that asks no less."""
    for ander in acties:
        if all(ander.get(sleutel) == actie.get(sleutel) for sleutel in ("wie", "actie", "voorwaarde")) and (
            "termijn" not in ander or "termijn" not in actie or ander["termijn"] == actie["termijn"]
        ):
            for sleutel in ("met", "vastlegging", "telt"):
                if woorden := [*ander.get(sleutel, ()), *(w for w in actie.get(sleutel, ()) if w not in ander.get(sleutel, ()))]:
                    ander[sleutel] = woorden
            if "termijn" in actie:
                ander["termijn"] = actie["termijn"]
            return
    acties.append(actie)


def _ladder_names(proef: Proef) -> dict[str, str]:
    """Return for every signal the ladder on which the policy, or else a kader, has it."""
    namen: dict[str, str] = {}
    eigen = _block(proef).get("trappen", ())
    for trap in (*eigen, *(trap for kader in proef.kaders for trap in kader.trappen)):
        for stap in trap.get("stappen", ()) if isinstance(trap, dict) else ():
            for signaal in stap.get("bij", ()):
                namen.setdefault(str(signaal.get("signaal")), str(trap.get("trap")))
    return namen


def _block(proef: Proef) -> dict[str, Any]:
    blok = proef.source.data.get(BLOK)
    return blok if isinstance(blok, dict) else {}


def _with(proef: Proef, trappen: list[dict[str, Any]]) -> Proef:
    blok = {sleutel: waarde for sleutel, waarde in _block(proef).items() if sleutel not in _VERWIJZING}
    return proef.with_values({**proef.source.data, BLOK: {**blok, "trappen": trappen}})


def _least(proef: Proef) -> Proef:
    """Return the policy without the steps that no norm needs; of each ladder the latest steps go first."""
    korter = proef
    for plek in _step_places(proef):
        zonder = _without(korter, plek)
        signalen = _signals(korter, plek)
        if zonder is not None and _about(zonder, signalen).is_no_worse_than(_about(korter, signalen)):
            korter = zonder
    return korter if korter.is_no_worse_than(proef) else proef


def _about(proef: Proef, signalen: set[str]) -> Proef:
    """Return the trial with only the norms that a step at these signals can touch."""
    kaders = []
    for kader in proef.kaders:
        normen = tuple(norm for norm in kader.normen if _is_about(norm, signalen))
        kaders.append(replace(kader, bestand=kader.bestand.model_copy(update={"normen": normen})))
    return proef.tested_against(kaders)


def _is_about(norm: Norm, signalen: set[str]) -> bool:
    stappen = step_tests(norm)
    if stappen:
        return any(signalen & set(toets.signaal) for toets in stappen)
    return any(veld.startswith(BLOK) for toets in norm.toetsen for veld in toets.fields())


def _step_places(proef: Proef) -> list[tuple[int, int]]:
    trappen = _block(proef).get("trappen", [])
    return [(i, j) for i, trap in enumerate(trappen) for j in reversed(range(len(trap["stappen"])))]


def _signals(proef: Proef, plek: tuple[int, int]) -> set[str]:
    stap = _block(proef)["trappen"][plek[0]]["stappen"][plek[1]]
    return {str(signaal["signaal"]) for signaal in stap["bij"]}


def _without(proef: Proef, plek: tuple[int, int]) -> Proef | None:
    """Return the policy without this step, or `None` when its ladder would have nothing left."""
    trappen = copy.deepcopy(_block(proef)["trappen"])
    if len(trappen[plek[0]]["stappen"]) == 1:
        return None
    del trappen[plek[0]]["stappen"][plek[1]]
    return _with(proef, trappen)


def _order(stap: Mapping[str, Any]) -> tuple[str, bool, float, str]:
    """Return where a step belongs: by signal, then by threshold; a level goes down instead of up."""
    signaal = stap["bij"][0]
    drempel = as_quantity(str(signaal.get("drempel", "")))
    hoogte = 0.0 if drempel is None else float(drempel.basis(60))
    daalt = signaal.get("vergelijking") == "onder"
    return (str(signaal["signaal"]), drempel is not None, -hoogte if daalt else hoogte, str(signaal.get("periode", "")))
