"""Waar meer kaders over hetzelfde gaan: wat elk ervan vraagt, en wat daarvan het strengste is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from beleidscheck.eisen import covers, stands_among
from beleidscheck.kader.botsing import inner
from beleidscheck.toetsen import Alle, Als, EenVan, StapToets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from beleidscheck.kader import Kader, Norm
    from beleidscheck.toetsen import Toets

_LADDER: Final = "stappen_bij_afwezigheid"


@dataclass(frozen=True, slots=True)
class Vraag:
    """Wat één kader over een onderwerp vraagt: de normen, en hun toetsen daarover, elk één keer."""

    kader: Kader
    normen: tuple[Norm, ...]
    toetsen: tuple[Toets, ...]


@dataclass(frozen=True, slots=True)
class Eis:
    """Eén onderwerp waar meer kaders iets over vragen.

    `onderwerp` is een veld, of een signaal (`is_signaal`) met de actie die erop volgt. `samen` zijn de toetsen die overblijven: wie die haalt, haalt alles.
    `strengste` is de plaats van het kader dat alles al vraagt, of `None` als zij elkaar aanvullen.
    """

    onderwerp: str
    actie: str
    is_signaal: bool
    vragen: tuple[Vraag, ...]
    samen: tuple[Toets, ...]
    strengste: int | None

    @property
    def gelijk(self) -> bool:
        """Return whether the kaders ask the same."""
        return all(covers(een.toetsen, ander.toetsen) for een in self.vragen for ander in self.vragen)


def joint_demands(kaders: Sequence[Kader]) -> tuple[Eis, ...]:
    """Return every field and signal about which more than one kader asks something, signals first."""
    per_onderwerp: dict[_Sleutel, dict[int, tuple[dict[str, Norm], list[Toets]]]] = {}
    for nummer, kader in enumerate(kaders):
        for norm in kader.normen:
            for toets in norm.toetsen:
                for sleutel in _subjects(toets):
                    normen, toetsen = per_onderwerp.setdefault(sleutel, {}).setdefault(nummer, ({}, []))
                    normen[norm.id] = norm
                    if not stands_among(toets, toetsen):
                        toetsen.append(toets)
    eisen = []
    for (is_veld, onderwerp, actie), delen in sorted(per_onderwerp.items(), key=lambda paar: paar[0]):
        if len(delen) > 1:
            vragen = tuple(
                Vraag(kaders[nummer], tuple(normen.values()), tuple(toetsen)) for nummer, (normen, toetsen) in sorted(delen.items())
            )
            eisen.append(_demand(onderwerp, actie, vragen, is_signaal=not is_veld))
    return tuple(eisen)


#: Een onderwerp: is het een veld, hoe heet het, en bij een signaal welke actie.
_Sleutel: TypeAlias = tuple[bool, str, str]


def _subjects(toets: Toets) -> set[_Sleutel]:
    """Return what a test is about: a signal and an action, or the fields; a choice between subjects is about none."""
    if isinstance(toets, StapToets):
        return {(False, signaal, actie) for signaal in toets.signaal for actie in toets.actie or ("",)}
    if isinstance(toets, EenVan):
        delen = [_subjects(deel) for deel in toets.toetsen]
        return set.intersection(*delen)
    if isinstance(toets, Alle | Als):
        binnen = toets.toetsen if isinstance(toets, Alle) else toets.dan
        return {onderwerp for deel in binnen for onderwerp in _subjects(deel)}
    velden = {veld.partition("[]")[0] for veld in toets.fields()}
    return {(True, veld, "") for veld in velden if veld != _LADDER}


def _demand(onderwerp: str, actie: str, vragen: tuple[Vraag, ...], *, is_signaal: bool) -> Eis:
    alle = [toets for vraag in vragen for toets in vraag.toetsen]
    samen = strictest(alle)
    strengste = next((nummer for nummer, vraag in enumerate(vragen) if covers(vraag.toetsen, alle)), None)
    return Eis(onderwerp, actie, is_signaal, vragen, samen, strengste)


def strictest(toetsen: Sequence[Toets]) -> tuple[Toets, ...]:
    """Return these tests without those that the others already ask for."""
    over = _each_once(toetsen)
    for toets in list(over):
        zonder = [ander for ander in over if ander is not toets]
        if zonder and covers(zonder, [toets]):
            over = zonder
    return tuple(over)


def _each_once(toetsen: Sequence[Toets]) -> list[Toets]:
    over: list[Toets] = []
    for toets in toetsen:
        if not stands_among(toets, over):
            over.append(toets)
    return over


def step_tests(norm: Norm) -> tuple[StapToets, ...]:
    """Return what a norm asks of the ladder, also under the strictest reading of its source."""
    toetsen = (*norm.toetsen, *(norm.lezing.strengste if norm.lezing else ()))
    return tuple(deel for toets in toetsen for deel in inner(toets) if isinstance(deel, StapToets))
