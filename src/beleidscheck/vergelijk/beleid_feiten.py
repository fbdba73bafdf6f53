"""Welke feiten van twee versies van een beleid verschillen: op betekenis, niet op tekst.

Onderdelen van een lijst horen bij elkaar op wat ze zijn (hun id, rol, soort), niet op hun plaats. Wat alleen verhuist, verandert niet.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.vergelijk.beleid_model import Plek, Verschil, Waar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

#: Waaraan een onderdeel van een lijst te herkennen is, van het meest eigen naar het meest gedeelde.
_HERKENBAAR: Final = (
    "id", "trap", "code", "norm", "onderdeel", "onderwerp", "begrip", "soort", "type", "tier", "niveau", "kanaal", "functie",
    "reden", "doel", "signaal", "rol", "wie", "wanneer", "actie",
)  # fmt: skip
#: Rijen waarvan de volgorde de betekenis is.
_OP_VOLGORDE: Final = frozenset({"procedure"})
#: Bij meer vergelijkingen dan dit staat weg en erbij apart; niemand leest dan nog wat op wat lijkt.
_MAX_LIJKT: Final = 40_000
#: Zo veel van de feiten moeten gelijk zijn voordat twee onderdelen één onderdeel heten dat verandert.
_GELIJKENIS: Final = 0.5


def differences(was: Mapping[str, Any], wordt: Mapping[str, Any], waar: Waar = ()) -> Iterator[Verschil]:
    """Yield every fact that differs between two blocks, in the order of the format."""
    for sleutel in dict.fromkeys((*wordt, *was)):
        yield from _value(was.get(sleutel), wordt.get(sleutel), (*waar, sleutel))


def _value(was: Any, wordt: Any, waar: Waar) -> Iterator[Verschil]:  # noqa: ANN401 - elke YAML-waarde
    if canonical(was) == canonical(wordt):
        return
    if _both(dict, was, wordt):
        yield from differences(was or {}, wordt or {}, waar)
    elif _both(list, was, wordt):
        yield from _list(was or [], wordt or [], waar)
    else:
        yield Verschil(waar, was, wordt)


def _both(soort: type, was: object, wordt: object) -> bool:
    return all(waarde is None or isinstance(waarde, soort) for waarde in (was, wordt))


def canonical(waarde: Any) -> str:  # noqa: ANN401 - elke YAML-waarde
    """Return a text that is equal for equal values only; `true` is not 1, and the order of keys does not matter."""
    return json.dumps(waarde, sort_keys=True, ensure_ascii=False, default=str)


def unordered(waarde: Any) -> str:  # noqa: ANN401 - elke YAML-waarde
    """Return a text that is equal for values that differ at most in the order of their lists."""
    return canonical(_sorted(waarde))


def _sorted(waarde: Any) -> Any:  # noqa: ANN401 - elke YAML-waarde
    if isinstance(waarde, dict):
        return {sleutel: _sorted(deel) for sleutel, deel in waarde.items()}
    return sorted(map(_sorted, waarde), key=canonical) if isinstance(waarde, list) else waarde


def _list(was: Sequence[Any], wordt: Sequence[Any], waar: Waar) -> Iterator[Verschil]:
    if all(isinstance(deel, dict) for deel in (*was, *wordt)):
        yield from _items(was, wordt, waar)
        return
    weg, erbij = _without_shared(was, wordt), _without_shared(wordt, was)
    if weg or erbij:
        yield Verschil(waar, weg or None, erbij or None, lijst=True)
    elif waar[-1] in _OP_VOLGORDE:
        yield Verschil(waar, list(was), list(wordt))


def _without_shared(rij: Sequence[Any], ander: Sequence[Any]) -> list[Any]:
    over = Counter(canonical(deel) for deel in ander)
    eigen = []
    for deel in rij:
        sleutel = canonical(deel)
        if over[sleutel]:
            over[sleutel] -= 1
        else:
            eigen.append(deel)
    return eigen


def _items(was: Sequence[dict[str, Any]], wordt: Sequence[dict[str, Any]], waar: Waar) -> Iterator[Verschil]:
    """Yield what changes in a list of blocks: per pair its facts, and a block that goes or comes as a whole."""
    oud, nieuw = _without_shared(was, wordt), _without_shared(wordt, was)
    sleutel = _identity(was, wordt)
    paren = pair_up(oud, nieuw, sleutel)
    gepaard = {id(een) for een, _ in paren}
    per_nieuw = {id(ander): een for een, ander in paren}
    for nummer, blok in enumerate(nieuw, start=1):
        plek = (*waar, _place(blok, sleutel, nummer, nummer))
        if (vorig := per_nieuw.get(id(blok))) is None:
            yield Verschil(plek, None, blok)
        else:
            yield from differences(vorig, blok, plek)
    for nummer, blok in enumerate(oud, start=1):
        if id(blok) not in gepaard:
            yield Verschil((*waar, _place(blok, sleutel, nummer, -nummer)), blok, None)


def _place(blok: Mapping[str, Any], sleutel: str, nummer: int, plaats: int) -> Plek:
    for naam in (sleutel, *_HERKENBAAR):
        waarde = blok.get(naam)
        if naam and isinstance(waarde, str | int | float) and not isinstance(waarde, bool):
            return Plek(naam, waarde, plaats)
    return Plek("", nummer, plaats)


def _identity(was: Sequence[Mapping[str, Any]], wordt: Sequence[Mapping[str, Any]]) -> str:
    """Return the key by which the blocks of both lists can be told apart, or nothing when there is none."""
    for naam in _HERKENBAAR:
        kanten = [[blok.get(naam) for blok in rij] for rij in (was, wordt)]
        if all(isinstance(waarde, str | int | float) for rij in kanten for waarde in rij) and all(
            len({canonical(waarde) for waarde in rij}) == len(rij) for rij in kanten
        ):
            return naam
    return ""


def pair_up(
    oud: Sequence[dict[str, Any]], nieuw: Sequence[dict[str, Any]], sleutel: str = ""
) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Return which old block became which new one: by its key, and of what is left over what looks most alike."""
    paren: list[tuple[dict[str, Any], dict[str, Any]]] = []
    over_oud, over_nieuw = list(oud), list(nieuw)
    if sleutel:
        per_naam = {canonical(blok.get(sleutel)): blok for blok in oud}
        op_naam = ((per_naam.get(canonical(blok.get(sleutel))), blok) for blok in nieuw)
        paren = [(vorig, blok) for vorig, blok in op_naam if vorig is not None]
        bezet = {id(blok) for paar in paren for blok in paar}
        over_oud = [blok for blok in oud if id(blok) not in bezet]
        over_nieuw = [blok for blok in nieuw if id(blok) not in bezet]
    if len(over_oud) * len(over_nieuw) > _MAX_LIJKT:
        return paren
    bladen = {id(blok): Counter(_leaves(blok)) for blok in (*over_oud, *over_nieuw)}
    kansen = sorted(
        (
            (-_likeness(bladen[id(een)], bladen[id(ander)]), i, j)
            for i, een in enumerate(over_oud)
            for j, ander in enumerate(over_nieuw)
        ),
    )
    gebruikt: set[tuple[str, int]] = set()
    for gelijk, i, j in kansen:
        if -gelijk >= _GELIJKENIS and ("oud", i) not in gebruikt and ("nieuw", j) not in gebruikt:
            gebruikt |= {("oud", i), ("nieuw", j)}
            paren.append((over_oud[i], over_nieuw[j]))
    return paren


def _leaves(waarde: Any, waar: str = "") -> Iterator[str]:  # noqa: ANN401 - elke YAML-waarde
    if isinstance(waarde, dict):
        for sleutel, deel in waarde.items():
            yield from _leaves(deel, f"{waar}.{sleutel}")
    elif isinstance(waarde, list):
        for deel in waarde:
            yield from _leaves(deel, waar)
    else:
        yield f"{waar}={canonical(waarde)}"


def _likeness(een: Counter[str], ander: Counter[str]) -> float:
    """Return the share of facts that two blocks have in common: 1 when all, 0 when none."""
    samen = (een & ander).total()
    return 2 * samen / max(1, een.total() + ander.total())
