"""Een beleid met één wijziging toetsen, zonder bestand: de hulp van alle tests over normen."""

from __future__ import annotations

import copy
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.check import check, examine, find_contradictions, find_meldingen
from beleidscheck.data import example_dir
from beleidscheck.kader import Kader, available, combine, load_kader
from beleidscheck.policy import Policy, parse_policy
from beleidscheck.source import Source, parse_dotted, parse_source, read_source

if TYPE_CHECKING:
    from beleidscheck.beleid.woordinfo import Uitbreiding
    from beleidscheck.bevinding import Bevinding, Melding

PEILDATUM: Final = date(2026, 10, 1)
WEG: Final = object()
VOORBEELD: Final = "polderlicht-college-vo.yaml"
#: De kaders die het complete voorbeeld zelf noemt.
KERN: Final = ("model16@2023", "noord-kennemerland@2024-2025")


@cache
def kaders(*refs: str) -> tuple[Kader, ...]:
    """Return the kaders, by default those of the complete example."""
    return tuple(load_kader(ref) for ref in (refs or KERN))


@cache
def voorbeeld(naam: str = VOORBEELD) -> Source:
    """Return an example policy as it was read."""
    return read_source(example_dir() / naam)


@cache
def _uitbreiding() -> Uitbreiding:
    return combine(kaders(*KERN, *sorted(set(available()) - set(KERN))))


def wijzig(data: dict[str, Any], pad: str, waarde: object = WEG) -> dict[str, Any]:
    """Return a copy of the policy with the value at `pad` replaced, or taken away."""
    nieuw = copy.deepcopy(data)
    delen = parse_dotted(pad)
    plek: Any = nieuw
    for deel in delen[:-1]:
        plek = plek.setdefault(deel, {}) if isinstance(plek, dict) else plek[deel]
    if waarde is WEG:
        del plek[delen[-1]]
    else:
        plek[delen[-1]] = waarde
    return nieuw


def lees(data: dict[str, Any], peildatum: date = PEILDATUM, bron: Source | None = None) -> Policy:
    """Return the policy with this data, with the positions of the example that it was made from."""
    oud = bron or voorbeeld()
    source = Source(oud.path, data, oud.sha256, wortel=oud._wortel, regels=oud._regels)
    return parse_policy(source, peildatum, _uitbreiding())


def lees_tekst(tekst: str, peildatum: date = PEILDATUM) -> Policy:
    """Return the policy in a YAML text as a user would write it."""
    return parse_policy(parse_source(tekst.encode(), Path("beleid.yaml")), peildatum, _uitbreiding())


def oordelen(policy: Policy, *refs: str) -> dict[str, Bevinding]:
    """Return the bevinding of every norm by its id."""
    gekozen = kaders(*refs)
    onderzoek = examine(policy, gekozen)
    return {b.norm.id: b for b in check(policy, gekozen, onderzoek, find_contradictions(onderzoek))}


def meldingen(policy: Policy, *refs: str) -> tuple[Melding, ...]:
    """Return what is wrong with the policy itself."""
    gekozen = kaders(*refs)
    onderzoek = examine(policy, gekozen)
    tegen = find_contradictions(onderzoek)
    return find_meldingen(policy, gekozen, onderzoek.ladder, check(policy, gekozen, onderzoek, tegen), tegen)


def paden(waarde: object, pad: str = "") -> list[str]:
    """Return every path in a policy: each key and each item of a list."""
    gevonden = []
    if isinstance(waarde, dict):
        for sleutel, deel in waarde.items():
            eigen = f"{pad}.{sleutel}" if pad else str(sleutel)
            gevonden += [eigen, *paden(deel, eigen)]
    elif isinstance(waarde, list):
        for nummer, deel in enumerate(waarde):
            eigen = f"{pad}[{nummer}]"
            gevonden += [eigen, *paden(deel, eigen)]
    return gevonden
