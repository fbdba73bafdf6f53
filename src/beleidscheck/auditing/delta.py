"""Wat er veranderde sinds een vorige audit: per school en norm nieuw, opgelost, zwaarder, lichter of gelijk."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from beleidscheck.auditing.basislijn import key_of
from beleidscheck.bevinding import Gewicht, Oordeel

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from beleidscheck.auditing.model import Normuitslag, Schooluitslag


class Verandering(StrEnum):
    """Hoe het oordeel over één norm bij één school veranderde."""

    NIEUW = "nieuw punt"
    OPGELOST = "opgelost"
    ZWAARDER = "zwaarder"
    LICHTER = "lichter"
    GELIJK = "ongewijzigd punt"
    NIEUWE_NORM = "norm is nieuw in de toets"
    NORM_WEG = "norm wordt niet meer getoetst"


@dataclass(frozen=True, slots=True)
class Normverandering:
    """Eén norm bij één school, voor en na; `voor` of `na` is leeg als de norm toen niet getoetst werd."""

    kader: str
    norm: str
    soort: Verandering
    voor: str
    na: str


@dataclass(frozen=True, slots=True)
class Schoolverandering:
    """Wat er bij één school veranderde; alleen wat niet gelijk bleef staat in `normen`, `telling` telt alles."""

    naam: str
    bestand: str
    normen: tuple[Normverandering, ...]
    telling: Mapping[Verandering, int]


@dataclass(frozen=True, slots=True)
class Delta:
    """Het verschil tussen twee audits. `nieuw` en `weg` zijn scholen (naam) die maar in één van beide staan."""

    van: str
    tot: str
    scholen: tuple[Schoolverandering, ...]
    nieuw: tuple[str, ...]
    weg: tuple[str, ...]
    telling: Mapping[Verandering, int]


_Stand = tuple[Oordeel, Gewicht]
_OPEN = frozenset({Oordeel.VOLDOET_NIET, Oordeel.NIET_GETOETST})


def standings(scholen: Iterable[Schooluitslag]) -> dict[str, tuple[str, dict[tuple[str, str], _Stand]]]:
    """Return per school (by BRIN number or file) its name and the state of every norm: what a comparison needs, and no more."""
    return {key_of(school): (school.toonnaam, _states(school)) for school in scholen}


def _states(school: Schooluitslag) -> dict[tuple[str, str], _Stand]:
    return {(ref, norm.norm): _state(norm) for ref, norm in school.outcomes()}


def _state(norm: Normuitslag) -> _Stand:
    return norm.oordeel, norm.gewicht


def compare_audits(
    vorige: Mapping[str, tuple[str, dict[tuple[str, str], _Stand]]], scholen: Iterable[Schooluitslag], *, van: str, tot: str
) -> Delta:
    """Return what changed; `van` and `tot` are the dates on which the audits were made."""
    over = dict(vorige)
    veranderd, nieuw = [], []
    totaal: Counter[Verandering] = Counter()
    for school in scholen:
        bekend = over.pop(key_of(school), None)
        if bekend is None:
            nieuw.append(school.toonnaam)
            continue
        normen = list(_changes(bekend[1], _states(school)))
        telling = Counter(norm.soort for norm in normen)
        totaal.update(telling)
        anders = tuple(norm for norm in normen if norm.soort is not Verandering.GELIJK)
        veranderd.append(Schoolverandering(school.toonnaam, school.bestand, anders, telling))
    weg = tuple(sorted(naam for naam, _ in over.values()))
    return Delta(van, tot, tuple(veranderd), tuple(nieuw), weg, {soort: totaal[soort] for soort in Verandering})


def _changes(voor: Mapping[tuple[str, str], _Stand], na: Mapping[tuple[str, str], _Stand]) -> Iterable[Normverandering]:
    for sleutel in (*na, *(sleutel for sleutel in voor if sleutel not in na)):
        soort = _kind(voor.get(sleutel), na.get(sleutel))
        if soort is not None:
            yield Normverandering(*sleutel, soort, _said(voor.get(sleutel)), _said(na.get(sleutel)))


def _kind(voor: _Stand | None, na: _Stand | None) -> Verandering | None:
    if voor is None:
        return Verandering.NIEUWE_NORM if na is not None and na[0] in _OPEN else None
    if na is None:
        return Verandering.NORM_WEG if voor[0] in _OPEN else None
    was, nu = voor[0] in _OPEN, na[0] in _OPEN
    if not was:
        return Verandering.NIEUW if nu else None
    if not nu:
        return Verandering.OPGELOST
    if voor[1] is na[1]:
        return Verandering.GELIJK
    return Verandering.ZWAARDER if na[1].rang < voor[1].rang else Verandering.LICHTER


def _said(stand: _Stand | None) -> str:
    if stand is None:
        return ""
    oordeel, gewicht = stand
    return f"{oordeel} ({gewicht})" if gewicht is not Gewicht.GEEN else str(oordeel)
