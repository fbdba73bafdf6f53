"""Twee versies van een beleid naast elkaar: elk onderwerp dat verandert, in welke richting, voor welke leerling, en wat de normen zeggen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.beleid.paden import boom
from beleidscheck.bevinding import Oordeel
from beleidscheck.check import examine
from beleidscheck.kader import available, load_kader
from beleidscheck.kader.botsing import inner
from beleidscheck.report import build_report
from beleidscheck.toetsen import StapToets
from beleidscheck.trap.ladder import BLOK
from beleidscheck.vergelijk.beleid_feiten import canonical, differences
from beleidscheck.vergelijk.beleid_model import Beleidsvergelijking, Plek, Rij, Verschil, combine_kinds, generic, outcomes
from beleidscheck.vergelijk.beleid_richting import Richter, overlaps, plain_field
from beleidscheck.vergelijk.beleid_trap import compare_ladders, side

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from beleidscheck.kader import Kader, Norm
    from beleidscheck.policy import Policy
    from beleidscheck.report import Report
    from beleidscheck.source import Source
    from beleidscheck.vergelijk.beleid_model import Normuitkomst, Waar

#: De stappen zelf vergelijkt de ladder; hier blijven de velden van het hoofdstuk en van elke trap over.
_STAPVELDEN: Final = ("volgt", "vervang", "voeg_toe", "vervalt")


def shared_kaders(bronnen: Iterable[Source]) -> tuple[tuple[Kader, ...], tuple[str, ...]]:
    """Return the kaders that these policies name, each once, and the names that we do not have."""
    genoemd: dict[str, None] = {}
    for bron in bronnen:
        rij = bron.data.get("kaders")
        genoemd |= dict.fromkeys(ref for ref in rij if isinstance(ref, str)) if isinstance(rij, list) else {}
    bekend = set(available())
    return tuple(load_kader(ref) for ref in genoemd if ref in bekend), tuple(ref for ref in genoemd if ref not in bekend)


def read_beside(path: Path, *, bestand: str, peildatum: date, kaders: Sequence[Kader]) -> Report:
    """Return the report on one policy along the kaders of both; a bad file is a report with faults."""
    return build_report(path, bestand=bestand, peildatum=peildatum, naast=kaders)


def compare_policies(oud: Report, nieuw: Report, kaders: Sequence[Kader], onbekend: Sequence[str] = ()) -> Beleidsvergelijking:
    """Return everything that differs between two readable policies that were checked along the same kaders."""
    assert oud.policy is not None  # noqa: S101 - de aanroeper heeft gekeken
    assert nieuw.policy is not None  # noqa: S101
    aantal = sum(len(kader.normen) for kader in kaders)
    uitkomsten = outcomes(oud.bevindingen[:aantal], nieuw.bevindingen[:aantal])
    normen = [norm for kader in kaders for norm in kader.normen]
    gelden = [
        (norm, uitkomst)
        for norm, uitkomst in zip(normen, uitkomsten, strict=True)
        if {uitkomst.was, uitkomst.wordt} != {Oordeel.NIET_VAN_TOEPASSING}
    ]
    kanten = (examine(oud.policy, kaders), examine(nieuw.policy, kaders))
    richter = Richter([norm for norm, _ in gelden], *kanten, nieuw.policy.uitbreiding)
    feitrijen = _fact_rows(whole_facts(oud.policy), whole_facts(nieuw.policy), richter)
    was, wordt = (side(kant, _followed(kant.feiten, kaders)) for kant in kanten)
    rijen = _in_order([*feitrijen, *compare_ladders(was, wordt)])
    met_normen = tuple(replace(rij, normen=tuple(_touched(rij, gelden))) for rij in rijen)
    geraakt = {(een.norm.kader, een.norm.id) for rij in met_normen for een in rij.normen}
    overig = tuple(een for een in uitkomsten if een.changed and (een.norm.kader, een.norm.id) not in geraakt)
    return Beleidsvergelijking(oud, nieuw, met_normen, overig, tuple(onbekend))


def whole_facts(policy: Policy) -> dict[str, Any]:
    """Return the facts of a policy with everything a school says about who has which role."""
    feiten = dict(policy.feiten)
    rollen = policy.beleid.model_dump(mode="json", exclude_none=True, include={"rollen"}).get("rollen")
    if rollen:
        feiten["rollen"] = rollen
    return feiten


def _fact_rows(was: dict[str, Any], wordt: dict[str, Any], richter: Richter) -> Iterator[Rij]:
    """Yield a row for every fact outside the steps, and one for every block of a list with all that changes in it."""
    groepen: dict[str, list[Verschil]] = {}
    for verschil in differences(_without_steps(was), _without_steps(wordt)):
        groepen.setdefault(canonical([_key(deel) for deel in _root(verschil.waar)]), []).append(verschil)
    for groep in groepen.values():
        gericht = [richter.direct(verschil) for verschil in groep]
        aard = combine_kinds(een.aard for een in gericht)
        waarom = next((een.waarom for een in gericht if een.aard is aard and een.waarom), "")
        yield Rij(str(groep[0].waar[0]), _root(groep[0].waar), aard, tuple(groep), waarom)


def _without_steps(feiten: dict[str, Any]) -> dict[str, Any]:
    blok = feiten.get(BLOK)
    if not isinstance(blok, dict):
        return feiten
    over = {naam: waarde for naam, waarde in blok.items() if naam not in _STAPVELDEN[1:]}
    if "trappen" in over:
        over["trappen"] = [{naam: waarde for naam, waarde in trap.items() if naam != "stappen"} for trap in over["trappen"]]
    return {**feiten, BLOK: over}


def _root(waar: Waar) -> Waar:
    """Return the place of the row that a fact belongs to: the outermost block of a list, or the fact itself."""
    for nummer, deel in enumerate(waar):
        if isinstance(deel, Plek):
            return waar[: nummer + 1]
    return waar


def _key(deel: str | Plek) -> object:
    return deel if isinstance(deel, str) else [deel.sleutel, deel.waarde, deel.nummer]


def _in_order(rijen: Iterable[Rij]) -> list[Rij]:
    """Return the rows by chapter in the order of the format; within a chapter as they came."""
    volgorde = {naam: nummer for nummer, naam in enumerate(boom().velden)}
    return sorted(rijen, key=lambda rij: volgorde.get(rij.onderwerp, len(volgorde)))


def _followed(feiten: Any, kaders: Sequence[Kader]) -> list[dict[str, Any]]:  # noqa: ANN401 - een blok van het beleid
    """Return the ladder of the kader that a policy follows, as it stands there."""
    volgt = (feiten.get(BLOK) or {}).get("volgt")
    return [dict(trap) for kader in kaders for deel in kader.chain if volgt and deel.ref == volgt for trap in deel.trappen]


def _touched(rij: Rij, normen: Sequence[tuple[Norm, Normuitkomst]]) -> Iterator[Normuitkomst]:
    """Yield the norms that read what this row is about."""
    signalen = _signals(rij)
    velden = {generic(verschil.waar) for verschil in rij.verschillen}
    for norm, uitkomst in normen:
        delen = [deel for toets in norm.toetsen for deel in inner(toets)]
        stappen = [deel for deel in delen if isinstance(deel, StapToets)]
        if signalen:
            if any(signalen & set(deel.signaal) for deel in stappen):
                yield uitkomst
            continue
        gelezen = {plain_field(veld) for deel in delen if not isinstance(deel, StapToets) for veld in deel.fields()}
        if any(_reads(eigen, veld) for eigen in gelezen for veld in velden):
            yield uitkomst


def _reads(gelezen: str, veld: str) -> bool:
    """Return whether a norm that reads one field sees a change in the other; a whole chapter is no field."""
    return overlaps(gelezen, veld) and "." in gelezen


def _signals(rij: Rij) -> set[str]:
    stappen = [stap for stap in (rij.stap_was, rij.stap_wordt) if stap is not None]
    return {str(signaal.get("signaal", "")) for stap in stappen for signaal in stap.feiten.get("bij", ())}
