"""Wie aan de ene eis voldoet, voldoet die zeker ook aan de andere? Per soort toets één regel, over elke soort die er is.

De regels zijn veilig, niet volledig: `covers` zegt alleen ja als het voor elk beleid opgaat (de tests trekken willekeurige feiten
en draaien beide toetsen). Waar het niet vaststaat, is het antwoord nee, en heet een verschil «anders».
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeAlias, assert_never

from beleidscheck.eisen.stappen import step_covers
from beleidscheck.eisen.voorwaarden import among, condition_covers, lies_within, limit_covers, says_for_certain, subset
from beleidscheck.toetsen import (
    Alle,
    Als,
    Bevat,
    Dekt,
    EenItem,
    EenVan,
    ElkItem,
    Gelijk,
    Gevuld,
    Grens,
    Keuze,
    Lezen,
    Onderzoek,
    Proza,
    StapToets,
    Verklaring,
    Verwijst,
)
from beleidscheck.toetsen.waarden import PROZAVELDEN, emptiness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from beleidscheck.toetsen import Toets, ToetsBasis

#: De toetsen die een lezer afmaakt.
LEZERSOORTEN: Final = (Proza, Verklaring, Lezen)
_GEEN_DAG: Final = date(2000, 1, 1)
#: Zoveel keuzes binnen elkaar worden uitgeschreven; een kader dat verder gaat, krijgt het voorzichtige antwoord.
_MAX_KEUZES: Final = 3


#: Een toets die geen andere toetsen samenneemt.
Enkel: TypeAlias = (
    Gevuld | Gelijk | Keuze | Bevat | Grens | EenItem | ElkItem | Dekt | Verwijst | StapToets | Proza | Verklaring | Lezen
)


class Richting(StrEnum):
    """Hoe een eis verandert, gezien vanuit de school."""

    GELIJK = "gelijk"
    STRENGER = "strenger"
    SOEPELER = "soepeler"
    ANDERS = "anders"


def compare_demands(oud: Sequence[Toets], nieuw: Sequence[Toets]) -> Richting:
    """Return how the demand changes: stricter means that every policy that meets the new one meets the old one."""
    heen, terug = covers(nieuw, oud), covers(oud, nieuw)
    if heen and terug:
        return Richting.GELIJK
    return Richting.STRENGER if heen else Richting.SOEPELER if terug else Richting.ANDERS


def covers(nieuw: Sequence[Toets], oud: Sequence[Toets]) -> bool:
    """Return whether every policy that meets all of `nieuw` for certain has no gap on any of `oud`."""
    return all(_covers_one(tuple(nieuw), doel) for doel in oud)


def _covers_one(nieuw: tuple[Toets, ...], doel: Toets, keuzes: int = _MAX_KEUZES) -> bool:
    plat = _flat(nieuw)
    if stands_among(doel, plat) or _covered_at_once(plat, doel, keuzes):
        return True
    for keus in plat if keuzes else ():  # bij een keuze moet elke mogelijkheid het doel halen
        if isinstance(keus, EenVan) and not set(keus.fields()).isdisjoint(doel.fields()):
            rest = tuple(toets for toets in plat if toets is not keus)
            if all(_covers_one((deel, *rest), doel, keuzes - 1) for deel in keus.toetsen):
                return True
    return False


def _covered_at_once(nieuw: tuple[Toets, ...], doel: Toets, keuzes: int) -> bool:
    match doel:
        case Alle():
            return all(_covers_one(nieuw, deel, keuzes) for deel in doel.toetsen)
        case Als():
            return _covers_conditional(nieuw, doel, keuzes)
        case EenVan():
            return any(not _may_not_apply(deel) and _covers_one(nieuw, deel, keuzes) for deel in doel.toetsen)
        case _:
            return _leaf_covered(nieuw, doel)


def stands_among(doel: Toets, toetsen: Sequence[Toets]) -> bool:
    """Return whether a test is one of these; in Python `true` is 1, in a kader it is not."""
    return any(doel == toets and doel.model_dump_json() == toets.model_dump_json() for toets in toetsen)


def _flat(toetsen: Sequence[Toets]) -> tuple[Toets, ...]:
    """Return the tests with those inside an `alle` beside the others."""
    plat: list[Toets] = []
    for toets in toetsen:
        plat.extend(_flat(toets.toetsen) if isinstance(toets, Alle) else [toets])
    return tuple(plat)


def _covers_conditional(nieuw: tuple[Toets, ...], doel: Als, keuzes: int) -> bool:
    """Return whether the part behind a condition is met wherever the condition holds."""
    geldt = [deel for toets in nieuw if isinstance(toets, Als) and _leaf_covered((doel.als,), toets.als) for deel in toets.dan]
    return all(_covers_one((*nieuw, doel.als, *geldt), deel, keuzes) for deel in doel.dan)


def _may_not_apply(toets: ToetsBasis) -> bool:
    """Return whether a test can say that it does not apply; as one of several it then does not count as met."""
    match toets:
        case Als():
            return True
        case EenVan() | Alle():
            return any(map(_may_not_apply, toets.toetsen))
        case _:
            return False


def _leaf_covered(nieuw: Sequence[Toets], doel: Enkel) -> bool:  # noqa: C901, PLR0911, PLR0912 - één tak per soort
    """Return whether these tests together for certain give one simple test; a soort without a rule cannot exist."""
    match doel:
        case Gevuld():
            return all(any(_fills(toets, veld) for toets in nieuw) for veld in doel.velden)
        case Gelijk():
            return any(subset(_values(toets, doel.veld), [doel.waarde]) for toets in nieuw)
        case Keuze():
            return any(subset(_values(toets, doel.veld), doel.waarden) for toets in nieuw)
        case Bevat():
            return _contains(nieuw, doel)
        case Grens():
            return any(_limits(toets, doel) for toets in nieuw)
        case EenItem():
            return any(_has_item(toets, doel) for toets in nieuw)
        case ElkItem():
            return all(any(_each_item(toets, doel, sleutel) for toets in nieuw) for sleutel in doel.waar)
        case Dekt():
            return all(any(_has_case(toets, doel, waarde) for toets in nieuw) for waarde in doel.waarden)
        case Verwijst():
            return doel in nieuw
        case StapToets():
            return any(isinstance(toets, StapToets) and step_covers(toets, doel) for toets in nieuw)
        case Proza() | Lezen():
            return any(_can_be_read(toets, doel) for toets in nieuw)
        case Verklaring():
            return doel in nieuw
        case _:
            assert_never(doel)


def _values(toets: Toets, veld: str) -> list[Any]:
    """Return the values that a test allows in a field, when it names them all."""
    match toets:
        case Gelijk() if toets.veld == veld:
            return [toets.waarde]
        case Keuze() if toets.veld == veld:
            return list(toets.waarden)
        case _:
            return []


def _fills(toets: Toets, veld: str) -> bool:  # noqa: PLR0911 - één tak per soort
    """Return whether a field that meets the test for certain counts as filled in."""
    kort_mag = veld.rpartition(".")[2] not in PROZAVELDEN  # in een tekstveld is één woord geen invulling
    match toets:
        case Gevuld():
            return veld in toets.velden
        case Gelijk() | Keuze() if toets.veld == veld:
            return all(_is_filled(veld, waarde) for waarde in _values(toets, veld))
        case Bevat() | Grens() if toets.veld == veld:
            return kort_mag
        case EenItem() | ElkItem() if toets.veld == veld:
            return any(says_for_certain(voorwaarde) for voorwaarde in toets.waar.values())
        case Dekt() if toets.veld == veld:
            return any(_is_filled("x", waarde) for waarde in toets.waarden)
        case Proza() | Lezen():
            return toets.velden == [veld]
        case _:
            return False


@cache
def _is_filled(veld: str, waarde: str | float | bool) -> bool:
    feiten: Any = waarde
    for deel in reversed(veld.split(".")):
        feiten = {deel: feiten}
    return emptiness(Onderzoek(feiten, _GEEN_DAG), veld) is None


def _contains(nieuw: Sequence[Toets], doel: Bevat) -> bool:
    bevat = [toets for toets in nieuw if isinstance(toets, Bevat) and toets.veld == doel.veld]
    genoemd = [waarde for toets in bevat for waarde in toets.alle]
    vast = [waarden for toets in nieuw if (waarden := _values(toets, doel.veld))]
    eist = [waarden[0] for waarden in vast if len(waarden) == 1 and _is_filled("x", waarden[0])]
    er_staat = _different([*genoemd, *eist])
    minstens = max([len(er_staat), int(bool(bevat)), *(toets.minstens for toets in bevat if toets.minstens)])
    hoogstens = [toets.hoogstens for toets in bevat if toets.hoogstens is not None]
    return (
        all(among(waarde, er_staat) for waarde in doel.alle)
        and (not doel.een_van or _one_of(bevat, er_staat, vast, doel))
        and (doel.minstens is None or minstens >= doel.minstens)
        and (doel.hoogstens is None or (bool(hoogstens) and min(hoogstens) <= doel.hoogstens))
    )


def _one_of(bevat: list[Bevat], genoemd: list[Any], vast: list[list[Any]], doel: Bevat) -> bool:
    return (
        any(among(waarde, doel.een_van) for waarde in genoemd)
        or any(subset(toets.een_van, doel.een_van) for toets in bevat)
        or any(subset(waarden, doel.een_van) and all(_is_filled("x", waarde) for waarde in waarden) for waarden in vast)
    )


def _different(waarden: list[Any]) -> list[Any]:
    anders: list[Any] = []
    for waarde in waarden:
        if not among(waarde, anders):
            anders.append(waarde)
    return anders


def _limits(toets: Toets, doel: Grens) -> bool:
    if isinstance(toets, Grens) and toets.veld == doel.veld:
        return limit_covers(toets, doel)
    waarden = _values(toets, doel.veld)
    return bool(waarden) and all(lies_within(waarde, doel.hoogstens, doel.minstens) for waarde in waarden)


def _has_item(toets: Toets, doel: EenItem) -> bool:
    if isinstance(toets, Dekt) and toets.veld == doel.veld:
        eis = doel.waar.get(toets.sleutel)
        return eis is not None and len(doel.waar) == 1 and eis.gelijk is not None and among(eis.gelijk, toets.waarden)
    if not isinstance(toets, EenItem | ElkItem) or toets.veld != doel.veld:
        return False
    return all(sleutel in toets.waar and condition_covers(toets.waar[sleutel], eis) for sleutel, eis in doel.waar.items())


def _each_item(toets: Toets, doel: ElkItem, sleutel: str) -> bool:
    return (
        isinstance(toets, ElkItem)
        and toets.veld == doel.veld
        and sleutel in toets.waar
        and condition_covers(toets.waar[sleutel], doel.waar[sleutel])
    )


def _has_case(toets: Toets, doel: Dekt, waarde: Any) -> bool:  # noqa: ANN401 - elke waarde van een kader
    match toets:
        case Dekt() if toets.veld == doel.veld and toets.sleutel == doel.sleutel:
            return among(waarde, toets.waarden)
        case EenItem() if toets.veld == doel.veld and doel.sleutel in toets.waar:
            eis = toets.waar[doel.sleutel]
            return eis.gelijk is not None and among(eis.gelijk, [waarde])
        case _:
            return False


def _can_be_read(toets: Toets, doel: Proza | Lezen) -> bool:
    """Return whether there is for certain enough text in the fields; what it says is for a reader."""
    return isinstance(toets, Proza | Lezen) and set(toets.velden) <= set(doel.velden) and _words(toets) >= _words(doel)


def _words(toets: Proza | Lezen) -> int:
    return toets.min_woorden if isinstance(toets, Proza) else int(Proza.model_fields["min_woorden"].default)


def needs_reader(toetsen: Sequence[Toets]) -> bool:
    """Return whether a reader must finish one of these tests."""
    return any(
        isinstance(toets, LEZERSOORTEN)
        or (isinstance(toets, Als) and needs_reader(toets.dan))
        or (isinstance(toets, EenVan | Alle) and needs_reader(toets.toetsen))
        for toets in toetsen
    )
