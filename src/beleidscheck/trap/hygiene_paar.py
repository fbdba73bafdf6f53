"""Wat er tussen twee stappen schort: een stap die nooit als eerste iets toevoegt, drempels die teruglopen, acties die elkaar uitsluiten."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import chain, combinations, product
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.hoeveelheid import UnitError, compare_time
from beleidscheck.trap.eerder import fires_with, no_later, same_firing
from beleidscheck.trap.gebrek import Gebrek, Gegevens, Kwaal
from beleidscheck.trap.reikwijdte import Reikwijdte, reach

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from beleidscheck.trap.ladder import Actie, Ladder, Signaal, Stap

#: Deze acties mogen twee mensen naast elkaar doen; van de andere hoort één rol er een te doen.
_DOEN_ER_MEER: Final = frozenset({"doorgeven", "melden", "registreren", "betrekken"})
#: Zoveel keer wordt één signaal hooguit met zichzelf vergeleken; een echte ladder heeft er een handvol.
_VERGELIJKINGEN: Final = 150


@dataclass(frozen=True, slots=True)
class _Plek:
    """Eén signaal op zijn plek in de ladder, met voor wie de stap geldt."""

    nummer: int
    stap: Stap
    signaal: Signaal
    wijdte: Reikwijdte


def _places(ladder: Ladder) -> dict[str, list[_Plek]]:
    """Return where each signal is in the ladder, in order."""
    per_naam: dict[str, list[_Plek]] = {}
    for nummer, stap in enumerate(ladder.stappen):
        wijdte = reach(stap)
        for signaal in stap.signalen if not wijdte.for_nobody() else ():
            plekken = per_naam.setdefault(signaal.naam, [])
            if len(plekken) < _VERGELIJKINGEN:
                plekken.append(_Plek(nummer, stap, signaal, wijdte))
    return per_naam


def _pairs(ladder: Ladder) -> Iterator[tuple[_Plek, _Plek]]:
    """Yield each two different steps with the same signal that have pupils in common, the earlier step first."""
    for plekken in _places(ladder).values():
        for een, ander in combinations(plekken, 2):
            if een.nummer != ander.nummer and een.wijdte.overlaps(ander.wijdte):
                yield een, ander


def _in_context(een: _Plek, ander: _Plek) -> bool:
    """Return whether the two are about the same: a signal without a number means something else on another ladder."""
    return een.signaal.drempel is not None or een.stap.trap == ander.stap.trap


# ---- Een stap die niets toevoegt ---------------------------------------------------------------------------------------


def dead_steps(ladder: Ladder) -> Iterator[Gebrek]:
    """Yield the steps that are never first: whenever one fires, another has fired that does all it does, for the same pupils."""
    per_naam = _places(ladder)
    per_stap: dict[int, list[_Plek]] = {}
    for plek in chain.from_iterable(per_naam.values()):
        per_stap.setdefault(plek.nummer, []).append(plek)
    dood: set[int] = set()
    for nummer in sorted(per_stap, reverse=True):
        stap = ladder.stappen[nummer]
        acties = ladder.actions(stap)
        if not acties or len(per_stap[nummer]) < len(stap.signalen):
            continue
        dekkers = [_covering(ladder, plek, per_naam[plek.signaal.naam], acties, dood) for plek in per_stap[nummer]]
        eerste = dekkers[0]
        if eerste is not None and None not in dekkers:
            dood.add(nummer)
            yield Gebrek(Kwaal.DOOD, (stap.pad, eerste.stap.pad), stap, per_stap[nummer][0].signaal, eerste.stap, eerste.signaal)


def _covering(ladder: Ladder, plek: _Plek, plekken: list[_Plek], acties: tuple[Actie, ...], dood: set[int]) -> _Plek | None:
    """Return a place where a living step fires no later than this one and does all that it does."""
    return next(
        (
            ander
            for ander in plekken
            if ander.nummer != plek.nummer
            and ander.nummer not in dood
            and _in_context(ander, plek)
            and fires_with(ander.signaal, plek.signaal)
            and plek.wijdte.within(ander.wijdte)
            and _does_all(ladder.actions(ander.stap), acties)
        ),
        None,
    )


def _does_all(groot: tuple[Actie, ...], klein: tuple[Actie, ...]) -> bool:
    return all(any(_does(ander, actie) for ander in groot) for actie in klein)


def _does(ander: Actie, actie: Actie) -> bool:
    """Return whether `ander` does at least what `actie` does."""
    return (
        (ander.actie, ander.wie, ander.aard, ander.telt) == (actie.actie, actie.wie, actie.aard, actie.telt)
        and set(actie.met) <= set(ander.met)
        and set(actie.vastlegging) <= set(ander.vastlegging)
        and ander.voorwaarde in {"", actie.voorwaarde}
        and _soon_enough(ander, actie)
        and _details(actie).items() <= _details(ander).items()
    )


def _details(actie: Actie) -> Mapping[str, str]:
    return {sleutel: str(waarde) for sleutel, waarde in actie.bijzonderheden.items()}


def _soon_enough(ander: Actie, actie: Actie) -> bool:
    if actie.termijn is None or ander.termijn is None:
        return actie.termijn is None
    return ander.termijn == actie.termijn


# ---- Drempels die teruglopen -------------------------------------------------------------------------------------------


def backward_steps(ladder: Ladder, gegevens: Gegevens) -> Iterator[Gebrek]:
    """Yield the steps that stand after another on the same ladder but come before it, once for each ladder and signal.

    `woorden` says how many more steps of that ladder are out of place.
    """
    per_trap: dict[tuple[str, str], list[tuple[_Plek, _Plek]]] = {}
    for vroeg, laat in _pairs(ladder):
        if vroeg.stap.trap == laat.stap.trap and _comes_before(laat.signaal, vroeg.signaal, gegevens.lesuur):
            per_trap.setdefault((vroeg.stap.trap, vroeg.signaal.naam), []).append((vroeg, laat))
    for paren in per_trap.values():
        vroeg, laat, meer = _culprits(paren)
        paden = ((*laat.signaal.pad, "drempel"), (*vroeg.signaal.pad, "drempel"))
        yield Gebrek(
            Kwaal.ACHTERUIT, paden, laat.stap, laat.signaal, vroeg.stap, vroeg.signaal, woorden=(str(meer),) if meer else ()
        )


def _culprits(paren: list[tuple[_Plek, _Plek]]) -> tuple[_Plek, _Plek, int]:
    """Return the pair of the step that is most out of place, and how many other steps have to move after that one."""
    eerste: tuple[_Plek, _Plek] | None = None
    schuldigen = 0
    while paren:
        telling = Counter(plek.nummer for paar in paren for plek in paar)
        schuldige = max(telling, key=lambda nummer: (telling[nummer], nummer))
        eerste = eerste or next(paar for paar in paren if schuldige in {paar[0].nummer, paar[1].nummer})
        schuldigen += 1
        paren = [paar for paar in paren if schuldige not in {paar[0].nummer, paar[1].nummer}]
    assert eerste is not None  # noqa: S101 - er was minstens één paar
    return (*eerste, schuldigen - 1)


def _comes_before(laat: Signaal, vroeg: Signaal, lesuur: int | None) -> bool:
    """Return whether the later step certainly comes no later, and not always on the same day; counting every time is no rung."""
    return laat.vergelijking != "elke" and no_later(laat, vroeg, lesuur) and not no_later(vroeg, laat, lesuur)


# ---- Acties die elkaar uitsluiten ----------------------------------------------------------------------------------------


def contradicting_steps(ladder: Ladder) -> Iterator[Gebrek]:
    """Yield pairs of actions at the same signal, for the same pupils, that cannot both be meant."""
    gezien: set[tuple[int, int]] = set()
    for een, ander in _pairs(ladder):
        if (een.nummer, ander.nummer) in gezien or not _in_context(een, ander) or not same_firing(een.signaal, ander.signaal):
            continue
        gezien.add((een.nummer, ander.nummer))
        for actie, andere in product(een.stap.acties, ander.stap.acties):
            if verschil := _differ(actie, andere, een.stap, ander.stap):
                paden = (andere.pad, actie.pad)
                yield Gebrek(
                    Kwaal.TEGENSTRIJDIG, paden, ander.stap, ander.signaal, een.stap, een.signaal, andere, actie, verschil
                )


def _differ(actie: Actie, andere: Actie, een: Stap, ander: Stap) -> str:
    """Return in what two actions exclude each other: "wie", "termijn" or "sanctie"; empty when they do not."""
    if (
        not actie.actie
        or actie.actie != andere.actie
        or set(actie.met) != set(andere.met)
        or actie.voorwaarde != andere.voorwaarde
    ):
        return ""
    if actie.wie != andere.wie:
        beide = any(_same_task(a, andere) for a in een.acties) or any(_same_task(a, actie) for a in ander.acties)
        alleen = (
            actie.wie and andere.wie and actie.met and not actie.voorwaarde and not beide and actie.actie not in _DOEN_ER_MEER
        )
        return "wie" if alleen else ""
    if actie.termijn is not None and andere.termijn is not None and _other_time(actie, andere):
        return "termijn"
    een_straf, andere_straf = actie.bijzonderheden.get("sanctie"), andere.bijzonderheden.get("sanctie")
    return "sanctie" if _other_sanction(een_straf, andere_straf) else ""


def _same_task(actie: Actie, andere: Actie) -> bool:
    return (actie.actie, actie.wie, set(actie.met)) == (andere.actie, andere.wie, set(andere.met))


def _other_time(actie: Actie, andere: Actie) -> bool:
    if actie.termijn is None or andere.termijn is None:
        return False
    try:
        return compare_time(actie.termijn, andere.termijn) != 0
    except UnitError:
        return False


def _other_sanction(een: Any, ander: Any) -> bool:  # noqa: ANN401 - een YAML-waarde
    """Return whether two sanctions of one kind differ in how much."""
    if not isinstance(een, dict) or not isinstance(ander, dict) or een.get("soort") != ander.get("soort"):
        return False
    return any(
        sleutel in een and sleutel in ander and een[sleutel] != ander[sleutel]
        for sleutel in ("lesuren", "factor", "dagen", "tijdstip")
    )
