"""De bijlage "Wat gebeurt er als …": meegeleverde casussen onder de ladder van deze school, in schoolweken en zonder jaartal.

Een casus staat erin als zij bij de school past en iets laat zien wat er nog niet stond: een stap, of een ander signaal voor een stap.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from beleidscheck.beleid.woorden import label
from beleidscheck.casus.dagwoorden import DAGNAMEN, Schoolweken
from beleidscheck.casus.keuring import days_of
from beleidscheck.casus.lezen import read_casus
from beleidscheck.casus.partij import party_of
from beleidscheck.casus.uitvoeren import run_casus
from beleidscheck.data import casus_dir
from beleidscheck.document.beleid_delen import Feiten, paragraph, table
from beleidscheck.document.blokken import Alinea, Link, p, t
from beleidscheck.document.casus_verhaal import Verteller
from beleidscheck.document.taal import capitalise, enumerate_nl

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from beleidscheck.casus.lezen import Casus
    from beleidscheck.casus.partij import Partij
    from beleidscheck.document.blokken import Blok, Regel
    from beleidscheck.document.namen import Namen
    from beleidscheck.trap.bereik import Groep
    from beleidscheck.trap.simulatie import Moment, Taak

_VOLWASSEN: Final = 18
#: Hoe oud de leerling van een voorbeeld is, en in welk leerjaar, waar de casus zelf een leerling van het vo beschrijft.
_PER_SECTOR: Final = {"po": (10, "7"), "sbo": (10, "7"), "so": (10, "7"), "mbo": (17, "1")}


@dataclass(frozen=True, slots=True)
class _Voorbeeld:
    """Een casus met de stappen die zij als eerste laat zien."""

    casus: Casus
    momenten: tuple[Moment, ...]
    plek: int


def examples(
    feiten: Feiten, trappen: Mapping[str, Sequence[Mapping[str, object]]], namen: Namen, ankers: Mapping[str, str]
) -> Iterator[Blok]:
    """Yield what happens in the shipped casussen that fit this school; nothing when its ladder does nothing in any of them.

    `ankers` gives where the document tells all about a trap.
    """
    partij = party_of(feiten, trappen, namen.uitbreiding, "")
    voorbeelden = _chosen(partij, feiten)
    if not voorbeelden:
        return
    yield from paragraph(
        f"Deze voorbeelden gaan over een verzonnen {namen.leerling}. Schoolweken zijn de weken met les, geteld vanaf het begin van het schooljaar.",
        "Van elke stap staat hier wie wat doet; hoe, en waar dat wordt vastgelegd, staat bij de stap zelf.",
    )
    vertellen = Verteller(partij)
    rijen = []
    for voorbeeld in voorbeelden:
        weken = Schoolweken(voorbeeld.casus.kalender)
        als = (p(namen.spoken(voorbeeld.casus.inhoud.titel)), Alinea(t(capitalise(_when(voorbeeld.casus, weken))), "klein"))
        rijen.append((als, tuple(_step(moment, weken, vertellen, ankers) for moment in voorbeeld.momenten)))
    yield from table("Voorbeelden, met wat de school dan doet", ("Als", "Dan"), rijen)


@lru_cache(maxsize=1)
def _shipped() -> tuple[Casus, ...]:
    casussen = (read_casus(pad) for pad in sorted(casus_dir().glob("*.yaml")))
    return tuple(casus for casus in casussen if casus.inhoud.bijlage)


def _chosen(partij: Partij, feiten: Feiten) -> list[_Voorbeeld]:
    """Return the casussen that show something new, in the order of the ladder; the simplest shows it first."""
    gedaan = [(casus, _moments(casus, partij)) for casus in _shipped() if _fits(casus, feiten)]
    gezien: set[tuple[int, str, bool]] = set()
    gekozen = []
    stappen = partij.ladder.stappen
    for casus, momenten in sorted(gedaan, key=lambda twee: _simple(*twee)):
        volwassen = casus.inhoud.leerling.leeftijd >= _VOLWASSEN
        nieuw: list[Moment] = []
        for moment in momenten:
            sleutels = {(stappen.index(moment.stap), signaal.naam, volwassen) for signaal, _ in moment.signalen}
            if sleutels - gezien:
                nieuw.append(moment)
            gezien |= sleutels
        if nieuw:
            toon = tuple(nieuw[-1:] if volwassen else nieuw)
            gekozen.append(_Voorbeeld(casus, toon, min(stappen.index(moment.stap) for moment in toon)))
    return sorted(gekozen, key=_order)


def _order(voorbeeld: _Voorbeeld) -> tuple[int, int, date, str]:
    """Return the place of an example: with its step of the ladder, minors before adults."""
    leeftijd = voorbeeld.casus.inhoud.leerling.leeftijd
    return voorbeeld.plek, int(leeftijd >= _VOLWASSEN), voorbeeld.momenten[0].dag, voorbeeld.casus.naam


def _simple(casus: Casus, momenten: Sequence[Moment]) -> tuple[int, int, int, str]:
    """Return how simple a casus is: how many kinds of things happen, how much follows, and on how many days it happens."""
    gebeurtenissen = casus.inhoud.gebeurtenissen
    dagen = sum(len(days_of(gebeurtenis)) for gebeurtenis in gebeurtenissen)
    return len({gebeurtenis.wat for gebeurtenis in gebeurtenissen}), len(momenten), dagen, casus.naam


def _moments(casus: Casus, partij: Partij) -> tuple[Moment, ...]:
    passend = replace(casus, groep=_pupil_of(casus.groep, partij))
    return run_casus(passend, partij).eigen.tijdlijn.momenten


def _fits(casus: Casus, feiten: Feiten) -> bool:
    sector = str(feiten.get("school", {}).get("sector", ""))
    if casus.inhoud.sectoren is not None and sector not in casus.inhoud.sectoren:
        return False
    return casus.inhoud.leerling.leeftijd < _VOLWASSEN or bool(feiten.get("doelgroep_18plus"))


def _pupil_of(groep: Groep, partij: Partij) -> Groep:
    """Return a pupil who could be at this school: of its sector, its first kind of education and its first location."""
    school = partij.feiten.get("school", {})
    soorten = [str(soort) for soort in school.get("onderwijssoorten", ())]
    locaties = [str(plek) for plek in school.get("locaties", ())]
    soort = groep.onderwijssoort if groep.onderwijssoort in soorten else next(iter(soorten), "")
    anders = replace(groep, onderwijssoort=soort, locatie=next(iter(locaties), ""))
    if partij.sector not in _PER_SECTOR or (groep.leeftijd_van or 0) >= _VOLWASSEN:
        return anders
    leeftijd, leerjaar = _PER_SECTOR[partij.sector]
    plicht = "kwalificatieplichtig" if partij.sector == "mbo" else "leerplichtig"
    return replace(anders, leerjaar=leerjaar, leerplicht=plicht, leeftijd_van=leeftijd, leeftijd_tot=leeftijd + 1)


def _when(casus: Casus, weken: Schoolweken) -> str:
    """Return when it happens: "schoolweek 2, 5, 8 en 11", or "schoolweek 4, donderdag tot en met schoolweek 5, maandag"."""
    perioden = [days_of(gebeurtenis) for gebeurtenis in casus.inhoud.gebeurtenissen if gebeurtenis.van is not None]
    los = {dag for gebeurtenis in casus.inhoud.gebeurtenissen if gebeurtenis.van is None for dag in days_of(gebeurtenis)}
    delen = [f"{weken.words(periode[0])} tot en met {_until(periode[-1], periode[0], weken)}" for periode in perioden]
    dagen = sorted(los.difference(*perioden))
    if len(dagen) == 1:
        delen.append(weken.words(dagen[0]))
    elif dagen:
        delen.append(f"schoolweek {_numbers(sorted({weken.number(dag) for dag in dagen}))}")
    return "; ".join(delen)


def _numbers(nummers: Sequence[int]) -> str:
    if len(nummers) > 3 and nummers[-1] - nummers[0] == len(nummers) - 1:  # noqa: PLR2004 - drie op een rij lezen nog prettig
        return f"{nummers[0]} tot en met {nummers[-1]}"
    return enumerate_nl(str(nummer) for nummer in nummers)


def _step(moment: Moment, weken: Schoolweken, vertellen: Verteller, ankers: Mapping[str, str]) -> Blok:
    """Return one step on a line: when, and who does what; what it takes over from the step before it is only named."""
    stap = moment.stap
    wanneer = t(capitalise(weken.words(moment.dag)))
    anker = ankers.get(stap.trap)
    eigen = moment.taken[: len(stap.acties)]
    gewoon = _who_does_what([taak for taak in eigen if not vertellen.does(taak).sanctie], moment, weken, vertellen)
    sanctie = _who_does_what([taak for taak in eigen if vertellen.does(taak).sanctie], moment, weken, vertellen)
    if len(moment.taken) > len(eigen):
        gewoon.append("en alles van de stap ervoor")
    zinnen = [f"{capitalise('; '.join(gewoon))}."] if gewoon else []
    zinnen += [f"Sanctie: {'; '.join(sanctie)}."] if sanctie else []
    begin: Regel = (Link(wanneer, f"#{anker}"),) if anker else wanneer
    return Alinea((*begin, *t(f". {' '.join(zinnen) or 'Geen vaste actie.'}")))


def _who_does_what(taken: Sequence[Taak], moment: Moment, weken: Schoolweken, vertellen: Verteller) -> list[str]:
    """Return per role what it does, in a few words each: "mentor: contact opnemen, gesprek (leerling, uiterlijk vrijdag)"."""
    per_rol: dict[str, list[str]] = {}
    for taak in taken:
        wat = vertellen.sanction(taak.actie) or label(taak.actie.actie, "actie", vertellen.partij.uitbreiding)
        erbij = [vertellen.namen.list_roles(taak.actie.met)] if taak.actie.met and " " not in wat else []
        if voorwaarde := vertellen.condition(taak.actie):
            erbij.append(voorwaarde)
        if taak.uiterlijk:
            erbij.append(f"uiterlijk {_until(taak.uiterlijk, moment.dag, weken)}")
        per_rol.setdefault(taak.actie.wie, []).append(f"{wat} ({', '.join(erbij)})" if erbij else wat)
    return [
        f"{vertellen.namen.role(rol) if rol else 'de school'}: {', '.join(dict.fromkeys(wat))}" for rol, wat in per_rol.items()
    ]


def _until(dag: date, vanaf: date, weken: Schoolweken) -> str:
    """Return a day, short when it lies in the same week as `vanaf`."""
    if weken.number(dag) == weken.number(vanaf):
        return DAGNAMEN[dag.weekday()]
    return weken.words(dag)
