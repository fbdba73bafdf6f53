"""Kan één beleid aan meer kaders voldoen? Met bewijs: een beleid dat het doet, of twee normen die niet samengaan.

Het antwoord «ja» is een gemaakt beleid dat tegen elk kader is getoetst. Het antwoord «nee» is een paar normen waarvan vaststaat dat
geen waarde beide haalt. Is er geen van beide, dan is het antwoord «niet gevonden»: dat is geen nee.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.bevinding import Oordeel
from beleidscheck.data import example_dir
from beleidscheck.errors import UnreadableFileError
from beleidscheck.kader.botsing import conflicts, impossible
from beleidscheck.source import read_source
from beleidscheck.trap.bewijs import Uitslag
from beleidscheck.trap.ladder import BLOK
from beleidscheck.vergelijk.gezamenlijk import Eis, joint_demands
from beleidscheck.vergelijk.proef import GEHAALD, Proef
from beleidscheck.vergelijk.trap_samen import joint_ladder
from beleidscheck.vergelijk.voorstel import settle

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from beleidscheck.bevinding import Bevinding
    from beleidscheck.kader import Kader, Norm
    from beleidscheck.kader.model import Woord

_RONDES: Final = 3
_SOORTEN: Final = ("rollen", "plaatsen", "acties", "signalen", "woorden")


class Antwoord(StrEnum):
    """Het antwoord op de vraag of één beleid aan alle kaders kan voldoen."""

    JA = "ja"
    BOTST = "nee"
    NIET_GEVONDEN = "niet gevonden"
    GEEN_SCHOOL = "geen school"


@dataclass(frozen=True, slots=True)
class Bron:
    """Een norm met haar kader, en waar haar toets in het kaderbestand staat."""

    kader: Kader
    norm: Norm
    regel: int


@dataclass(frozen=True, slots=True)
class Botsing:
    """Twee normen die niet samen te halen zijn; `zin` noemt het veld en beide eisen. Eén norm alleen kan ook niet te halen zijn."""

    een: Bron
    ander: Bron | None
    zin: str


@dataclass(frozen=True, slots=True)
class Woordverschil:
    """Een woord dat in twee kaders iets anders betekent: per kader wat het daar zegt."""

    soort: str
    woord: str
    betekenissen: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class NietGehaald:
    """Een norm die het gemaakte beleid niet haalt, met wat er nog aan scheelt."""

    kader: Kader
    norm: Norm
    bevinding: Bevinding


@dataclass(frozen=True, slots=True)
class Samen:
    """De uitkomst voor een stel kaders; `beleid` en `ladder` zijn gewone waarden, leeg als er niets gemaakt is."""

    kaders: tuple[Kader, ...]
    antwoord: Antwoord
    sectoren: tuple[str, ...]
    sector: str = ""
    botsingen: tuple[Botsing, ...] = ()
    volledig: bool = True
    woorden: tuple[Woordverschil, ...] = ()
    eisen: tuple[Eis, ...] = ()
    beleid: dict[str, Any] | None = None
    ladder: tuple[dict[str, Any], ...] = ()
    gehaald: int = 0
    lezer: int = 0
    nvt: int = 0
    bewezen: int = 0
    niet_bewezen: int = 0
    niet: tuple[NietGehaald, ...] = ()

    @property
    def regios(self) -> tuple[str, ...]:
        """Return the regions of the kaders, each once."""
        return tuple(dict.fromkeys(deel.bestand.regio for kader in self.kaders for deel in kader.chain if deel.bestand.regio))


def join_kaders(kaders: Sequence[Kader], *, peildatum: date) -> Samen:
    """Return whether one policy can meet all these kaders."""
    alle = tuple(kaders)
    sectoren = common_sectors(alle)
    woorden = tuple(_different_words(alle))
    if sectoren is not None and not sectoren:
        return Samen(alle, Antwoord.GEEN_SCHOOL, (), woorden=woorden)
    botsingen, volledig = _conflicts(alle)
    proef = _best(alle, sectoren, peildatum)
    basis = Samen(
        alle, Antwoord.NIET_GEVONDEN, tuple(sectoren or ()), "", botsingen, volledig, woorden, joint_demands(alle)
    )
    if proef is None:
        return _with_answer(basis, None)
    proef = _repaired(proef)
    proef = joint_ladder(proef)
    proef = _repaired(proef)
    return _with_answer(basis, proef)


def _with_answer(basis: Samen, proef: Proef | None) -> Samen:
    """Return the outcome with what the made policy shows."""
    if proef is None:
        return replace(basis, antwoord=Antwoord.BOTST if basis.botsingen else Antwoord.NIET_GEVONDEN)
    paren = list(zip(proef.norms, proef.findings, strict=True))
    niet = tuple(NietGehaald(kader, norm, b) for (kader, norm), b in paren if b.oordeel not in _GOED)
    antwoord = Antwoord.BOTST if basis.botsingen else Antwoord.NIET_GEVONDEN if niet else Antwoord.JA
    blok = proef.source.data.get(BLOK)
    return replace(
        basis,
        antwoord=antwoord,
        sector=str(proef.source.data["school"]["sector"]),
        beleid=proef.source.data,
        ladder=tuple(blok.get("trappen", ())) if isinstance(blok, dict) else (),
        gehaald=sum(b.oordeel is Oordeel.VOLDOET for _, b in paren),
        lezer=sum(b.oordeel is Oordeel.TE_BEOORDELEN for _, b in paren),
        nvt=sum(b.oordeel is Oordeel.NIET_VAN_TOEPASSING for _, b in paren),
        bewezen=sum(b.trapbewijs is not None and b.trapbewijs.uitkomst == Uitslag.BEWEZEN for _, b in paren),
        niet_bewezen=sum(b.trapbewijs is not None and b.trapbewijs.uitkomst != Uitslag.BEWEZEN for _, b in paren),
        niet=niet,
    )


_GOED: Final = GEHAALD | {Oordeel.NIET_VAN_TOEPASSING}


def common_sectors(kaders: Sequence[Kader]) -> list[str] | None:
    """Return the sectors that every kader is about, in the order of the first; `None` when none of them says."""
    lijsten = [kader.bestand.sectoren for kader in kaders if kader.bestand.sectoren]
    if not lijsten:
        return None
    return [sector for sector in lijsten[0] if all(sector in lijst for lijst in lijsten)]


# ---- Wat botst ----------------------------------------------------------------------------------------------------


def _conflicts(kaders: tuple[Kader, ...]) -> tuple[tuple[Botsing, ...], bool]:
    """Return the norms that cannot be met together, of two kaders or on their own, with their places."""
    gevonden: list[Botsing] = []
    for kader in kaders:
        for norm in kader.normen:
            gevonden += [Botsing(_source(kader, norm, pad), None, zin) for pad, zin in impossible(norm)]
    volledig = True
    for een, ander in combinations(kaders, 2):
        uitkomst = conflicts([*een.normen, *ander.normen])
        volledig = volledig and uitkomst.volledig
        links, rechts = ({id(norm) for norm in kader.normen} for kader in (een, ander))
        for paar in uitkomst.paren:
            if id(paar.een) in links and id(paar.ander) in rechts:
                gevonden.append(Botsing(_source(een, paar.een, paar.een_pad), _source(ander, paar.ander, paar.ander_pad), paar.zin))
    return tuple(gevonden), volledig


def _source(kader: Kader, norm: Norm, pad: Sequence[str | int]) -> Bron:
    """Return a norm with the line of its test, in the file of the kader that says it."""
    herkomst = kader.origin(norm)
    nummer = next((i for i, ander in enumerate(herkomst.eigen.normen) if ander.id == norm.id), None)
    if nummer is None:
        return Bron(herkomst, norm, 1)
    return Bron(herkomst, norm, herkomst.source.position(("normen", nummer, *pad)).regel)


# ---- Woorden ------------------------------------------------------------------------------------------------------


def _different_words(kaders: tuple[Kader, ...]) -> Iterator[Woordverschil]:
    """Yield the words that mean something else in another kader, and other spellings that lead to different words."""
    for soort in _SOORTEN:
        lijsten = [(kader, getattr(kader.bestand.woordenlijst, soort)) for kader in kaders]
        for woord in dict.fromkeys(woord for _, lijst in lijsten for woord in lijst):
            per_kader = [(kader.ref, lijst[woord]) for kader, lijst in lijsten if woord in lijst]
            if len({_meaning(info) for _, info in per_kader}) > 1:
                yield Woordverschil(soort, woord, tuple((ref, _in_words(info)) for ref, info in per_kader))
        schrijfwijzen: dict[str, dict[str, str]] = {}
        for kader, lijst in lijsten:
            for woord, info in lijst.items():
                for ander in info.synoniemen:
                    schrijfwijzen.setdefault(ander.casefold(), {})[kader.ref] = woord
        for ander, naar in schrijfwijzen.items():
            if len(set(naar.values())) > 1:
                yield Woordverschil(soort, ander, tuple((ref, f"een andere schrijfwijze van «{woord}»") for ref, woord in naar.items()))


def _meaning(info: Woord) -> tuple[object, ...]:
    return (info.label.casefold(), " ".join(info.uitleg.split()).casefold(), info.aard, info.drempelsoort, info.periode)


def _in_words(info: Woord) -> str:
    uitleg = " ".join(info.uitleg.split())
    return f"{info.label}: {uitleg}" if uitleg else info.label


# ---- Een beleid dat aan alles voldoet -----------------------------------------------------------------------------


def _best(kaders: tuple[Kader, ...], sectoren: Sequence[str] | None, peildatum: date) -> Proef | None:
    """Return the complete example of a common sector that misses the least."""
    proeven: list[tuple[int, str, Proef]] = []
    for pad in sorted(example_dir().glob("*.yaml")):
        try:
            source = read_source(pad)
        except UnreadableFileError:
            continue
        school = source.data.get("school")
        if not isinstance(school, dict) or (sectoren is not None and school.get("sector") not in sectoren):
            continue
        data = {**source.data, "kaders": [kader.ref for kader in kaders]}
        proef = Proef(source.with_values(data), kaders, peildatum, eigen_regio=True)
        if proef.findings:
            proeven.append((sum(b.oordeel not in _GOED for b in proef.findings), pad.name, proef))
    return min(proeven, key=lambda een: een[:2])[2] if proeven else None


def _repaired(proef: Proef) -> Proef:
    """Return the policy with every norm settled for which a change was found; what stays open is seen by its findings."""
    for _ in range(_RONDES):
        open_ = [paar for paar, b in zip(proef.norms, proef.findings, strict=True) if b.oordeel not in _GOED]
        opgelost = False
        for kader, norm in open_:
            if proef.meets(kader, norm):
                continue
            gevonden = settle(proef, kader, norm, verzonnen=True)
            if not isinstance(gevonden, str):
                proef = proef.with_changes(gevonden)
                opgelost = True
        if not opgelost:
            break
    return proef

