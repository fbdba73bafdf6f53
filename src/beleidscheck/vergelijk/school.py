"""Wat een nieuw kader voor één school betekent: per norm wat er met haar oordeel gebeurt, vóór er iets is vastgesteld."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from beleidscheck.bevinding import Gewicht, Oordeel
from beleidscheck.report import Report, Status, build_report
from beleidscheck.vergelijk.normen import Soort

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from beleidscheck.bevinding import Bevinding
    from beleidscheck.errors import Fault
    from beleidscheck.vergelijk.model import Vergelijking
    from beleidscheck.vergelijk.normen import Normverschil
    from beleidscheck.vergelijk.voorstel import Voorstel


class Gevolg(StrEnum):
    """Wat er voor een school gebeurt, van wat zij moet doen naar wat zij niet hoeft te doen."""

    ONVOLDOENDE = "wordt onvoldoende"
    GEWICHT = "weegt anders"
    BLIJFT_OPEN = "blijft onvoldoende"
    NIET_GETOETST = "niet te toetsen"
    BEOORDELEN = "zelf beoordelen"
    VOLDOENDE = "wordt voldoende"
    VERVALT = "niet meer gevraagd"
    BLIJFT = "in orde"
    ONGEMOEID = "blijft zoals het was"
    NVT = "niet van toepassing"


#: Een gevolg waarvoor in het beleid iets moet veranderen.
TE_DOEN: Final = (Gevolg.ONVOLDOENDE, Gevolg.GEWICHT, Gevolg.BLIJFT_OPEN)


@dataclass(frozen=True, slots=True)
class Normgevolg:
    """Eén norm voor één school: het verschil, wat eerst gold en wat straks geldt."""

    verschil: Normverschil
    gevolg: Gevolg
    oud: tuple[Bevinding, ...]
    nieuw: Bevinding | None

    @property
    def gewicht(self) -> Gewicht:
        """Return what a shortcoming weighs under the new kader."""
        return self.nieuw.gewicht if self.nieuw is not None else Gewicht.GEEN

    @property
    def was(self) -> Gewicht:
        """Return what a shortcoming weighed under the old kader."""
        return min((b.gewicht for b in self.oud), key=lambda gewicht: gewicht.rang, default=Gewicht.GEEN)


@dataclass(frozen=True, slots=True)
class Schoolgevolg:
    """Alles wat een nieuw kader voor één school betekent; bij een onleesbaar bestand alleen de fouten."""

    bestand: str
    school: str
    sector: str
    status: Status
    report: Report
    gevolgen: tuple[Normgevolg, ...] = ()
    fouten: tuple[Fault, ...] = ()
    waarom_niets: str = ""
    voorstel: Voorstel | None = None

    @property
    def naam(self) -> str:
        """Return the name of the school, or of the file when that could not be read."""
        return self.school or self.bestand

    @property
    def telling(self) -> dict[Gevolg, int]:
        """Return how many norms each gevolg has; every gevolg is there, also with zero."""
        geteld = Counter(gevolg.gevolg for gevolg in self.gevolgen)
        return {gevolg: geteld[gevolg] for gevolg in Gevolg}

    def of(self, *gevolgen: Gevolg) -> tuple[Normgevolg, ...]:
        """Return the norms with one of these gevolgen."""
        return tuple(gevolg for gevolg in self.gevolgen if gevolg.gevolg in gevolgen)


def compare_school(vergelijking: Vergelijking, path: Path, *, bestand: str, peildatum: date) -> Schoolgevolg:
    """Return what the comparison means for the policy at `path`; a bad file is an outcome, not an error."""
    report = build_report(path, bestand=bestand, peildatum=peildatum, naast=(vergelijking.oud, vergelijking.nieuw))
    if report.policy is None:
        return Schoolgevolg(bestand, report.school, report.sector, Status.ONLEESBAAR, report, fouten=report.fouten)
    oud, nieuw = findings(vergelijking, report)
    gevolgen = tuple(_consequence(verschil, oud, nieuw) for verschil in vergelijking.normen)
    leeg = Schoolgevolg(bestand, report.school, report.sector, report.status, report, gevolgen)
    if all(b.oordeel is Oordeel.NIET_VAN_TOEPASSING for b in (*oud.values(), *nieuw.values())):
        waarom = next(iter(nieuw.values())).zin
        return Schoolgevolg(bestand, report.school, report.sector, Status.NIETS_GETOETST, report, gevolgen, waarom_niets=waarom)
    return leeg


def findings(vergelijking: Vergelijking, report: Report) -> tuple[dict[str, Bevinding], dict[str, Bevinding]]:
    """Return the outcome of every norm of both kaders; by place, for two drafts of one version have one name."""
    aantal = len(vergelijking.oud.normen)
    oud = report.bevindingen[:aantal]
    nieuw = report.bevindingen[aantal : aantal + len(vergelijking.nieuw.normen)]
    return {b.norm.id: b for b in oud}, {b.norm.id: b for b in nieuw}


def _consequence(verschil: Normverschil, oud: Mapping[str, Bevinding], nieuw: Mapping[str, Bevinding]) -> Normgevolg:
    was = tuple(oud[norm.id] for norm in verschil.oud)
    wordt = nieuw[verschil.nieuw.id] if verschil.nieuw is not None else None
    return Normgevolg(verschil, _kind(verschil, was, wordt), was, wordt)


def _kind(verschil: Normverschil, was: Sequence[Bevinding], wordt: Bevinding | None) -> Gevolg:  # noqa: PLR0911 - één tak per gevolg
    gat = any(b.oordeel is Oordeel.VOLDOET_NIET for b in was)
    if verschil.soort is Soort.ZWIJGT:
        return Gevolg.ONGEMOEID
    if wordt is None:
        gold = any(b.oordeel is not Oordeel.NIET_VAN_TOEPASSING for b in was)
        return Gevolg.VERVALT if gold else Gevolg.NVT
    match wordt.oordeel:
        case Oordeel.NIET_VAN_TOEPASSING:
            return Gevolg.VERVALT if gat else Gevolg.NVT
        case Oordeel.NIET_GETOETST:
            return Gevolg.NIET_GETOETST
        case Oordeel.VOLDOET_NIET:
            return _still_open(was, wordt) if gat else Gevolg.ONVOLDOENDE
        case Oordeel.TE_BEOORDELEN if verschil.soort not in _ZELFDE_VRAAG or gat:
            return Gevolg.BEOORDELEN
        case _:
            return Gevolg.VOLDOENDE if gat else Gevolg.BLIJFT


def _still_open(was: Sequence[Bevinding], wordt: Bevinding) -> Gevolg:
    zwaarste = min((b.gewicht for b in was), key=lambda gewicht: gewicht.rang)
    return Gevolg.BLIJFT_OPEN if zwaarste is wordt.gewicht else Gevolg.GEWICHT


#: Wat een lezer al beoordeeld heeft, hoeft hij niet nog eens te doen als er niets aan de vraag verandert.
_ZELFDE_VRAAG: Final = (Soort.GELIJK, Soort.VERPLAATST)
