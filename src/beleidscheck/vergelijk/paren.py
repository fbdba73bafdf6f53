"""Welke normen van twee kaders bij elkaar horen, en hoe dat bekend is."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from beleidscheck.kader import Kader, Norm


def related(oud: Kader, nieuw: Kader) -> bool:
    """Return whether these are versions of one kader, or one is the successor of the other."""
    return oud.bestand.id == nieuw.bestand.id or nieuw.bestand.opvolger_van == oud.ref or oud.bestand.opvolger_van == nieuw.ref


def find_pairs(oud: Kader, nieuw: Kader) -> dict[str, tuple[tuple[str, ...], str]]:
    """Return for each new norm the ids of the old ones it comes from, and how that is known."""
    oude = [norm.id for norm in oud.normen]
    paren: dict[str, tuple[tuple[str, ...], str]] = {}
    for norm in nieuw.normen:
        eigen = (norm.id,) if norm.id in oude else ()
        genoemd = tuple(id_ for id_ in _named(oud, nieuw, norm) if id_ in oude and id_ not in eigen)
        if eigen or genoemd:
            paren[norm.id] = ((*eigen, *genoemd), "verwijzing in het kader" if genoemd else "zelfde id")
    weg = {id_ for deel in nieuw.bestand.vervallen for id_ in deel.normen}
    vrij_oud = [norm for norm in oud.normen if norm.id not in weg and all(norm.id not in ids for ids, _ in paren.values())]
    vrij_nieuw = [norm for norm in nieuw.normen if norm.id not in paren]
    staart = [(_tail, "zelfde id na de eerste punt")] if related(oud, nieuw) else []  # anders is een zelfde staart toeval
    for sleutel, waarom in (*staart, (_tests, "dezelfde toetsen")):
        gevonden = dict(_unique_matches(vrij_oud, vrij_nieuw, sleutel))
        paren |= {nieuw_id: ((oud_id,), waarom) for nieuw_id, oud_id in gevonden.items()}
        vrij_nieuw = [norm for norm in vrij_nieuw if norm.id not in gevonden]
        vrij_oud = [norm for norm in vrij_oud if norm.id not in gevonden.values()]
    return paren


def _named(oud: Kader, nieuw: Kader, norm: Norm) -> tuple[str, ...]:
    """Return which old norms a reference names; also when somebody compares a new version with the one before it."""
    if oud.bestand.opvolger_van == nieuw.ref:
        return tuple(ander.id for ander in oud.normen if norm.id in ander.komt_uit)
    return tuple(dict.fromkeys(norm.komt_uit))


def _tail(norm: Norm) -> str:
    return norm.id.partition(".")[2]


def _tests(norm: Norm) -> str:
    return "|".join(toets.model_dump_json() for toets in norm.toetsen)


def _unique_matches(oud: Iterable[Norm], nieuw: Iterable[Norm], sleutel: object) -> Iterator[tuple[str, str]]:
    """Yield pairs of which the key stands once on both sides; where it stands more often, the cluster decides."""
    assert callable(sleutel)  # noqa: S101 - twee functies hierboven
    groepen: dict[str, tuple[list[Norm], list[Norm]]] = defaultdict(lambda: ([], []))
    for kant, normen in enumerate((oud, nieuw)):
        for norm in normen:
            if waarde := str(sleutel(norm)):
                groepen[waarde][kant].append(norm)
    for oude, nieuwe in groepen.values():
        if len(oude) == len(nieuwe) == 1:
            yield nieuwe[0].id, oude[0].id
            continue
        for norm in nieuwe:
            zelfde = [ander for ander in oude if ander.cluster == norm.cluster]
            if len(zelfde) == 1 and sum(ander.cluster == norm.cluster for ander in nieuwe) == 1:
                yield norm.id, zelfde[0].id
