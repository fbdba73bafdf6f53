"""Het voorstel voor één school: een aanvulling van haar YAML die de nieuwe normen echt haalt, als patch met haar eigen commentaar erin.

Elke wijziging is geprobeerd voordat zij in het voorstel komt: de norm wordt gehaald, geen andere norm wordt slechter en er ontstaat
geen tegenspraak. Wat alleen de school kan vaststellen (een besluit, een verklaring, een kenmerk van de school) staat er nooit in.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from beleidscheck.bevinding import Gewicht, Oordeel
from beleidscheck.kader import available, load_kader
from beleidscheck.source.bestand import decode, read_bytes
from beleidscheck.source.wijzig import EditError, Wijziging, apply_to_text
from beleidscheck.vergelijk.proef import GEHAALD, Proef
from beleidscheck.vergelijk.samenvoegen import candidates
from beleidscheck.vergelijk.school import TE_DOEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from beleidscheck.bevinding import Melding
    from beleidscheck.kader import Kader, Norm
    from beleidscheck.source import Pad
    from beleidscheck.vergelijk.model import Vergelijking
    from beleidscheck.vergelijk.school import Normgevolg, Schoolgevolg

#: Wat niemand voor de school kan invullen: een besluit, een verklaring, een kenmerk van de school.
_VAN_DE_SCHOOL: Final[tuple[Pad, ...]] = (
    ("beleid", "status"),
    ("beleid", "vastgesteld_op"),
    ("beleid", "ingangsdatum"),
    ("verklaringen",),
    ("school",),
    ("afwijkingen",),
)
_ZELF: Final = "Dit kan alleen de school zelf vaststellen."
_NIET_GEVONDEN: Final = "Het programma vond geen aanvulling die deze norm haalt zonder iets anders te veranderen."
_NIET_TE_ZETTEN: Final = "De aanvulling is niet met zekerheid in dit bestand te zetten; neem haar met de hand over."
#: Zoveel mogelijkheden per norm worden geprobeerd.
_MAX_PROEVEN: Final = 24
#: Zoveel andere normen die door een wijziging slechter worden, worden erbij hersteld.
_MAX_HERSTEL: Final = 6


@dataclass(frozen=True, slots=True)
class Stuk:
    """De wijzigingen voor één norm; `ook` zijn de andere normen die daarmee ook gehaald zijn."""

    norm: Norm
    wijzigingen: tuple[Wijziging, ...]
    ook: tuple[Norm, ...] = ()


@dataclass(frozen=True, slots=True)
class NietVoorgesteld:
    """Een norm zonder voorstel, met de reden."""

    norm: Norm
    reden: str


@dataclass(frozen=True, slots=True)
class Voorstel:
    """Het aangevulde beleid: `tekst` is het hele bestand, `patch` het verschil; beide leeg als er niets te wijzigen is.

    `daarna` is wat de toets over het aangevulde beleid zelf nog opmerkt en eerst niet: een regel die de school nog afmaakt.
    """

    stukken: tuple[Stuk, ...]
    niet: tuple[NietVoorgesteld, ...]
    kaders: tuple[Wijziging, ...] = ()
    tekst: str = ""
    patch: str = ""
    daarna: tuple[Melding, ...] = ()


def propose(vergelijking: Vergelijking, gevolg: Schoolgevolg, *, peildatum: date) -> Voorstel:
    """Return the proposal for a school whose policy could be read; tips are left to the school."""
    assert gevolg.report.policy is not None  # noqa: S101 - de aanroeper heeft gekeken
    source = gevolg.report.policy.source
    proef = Proef(source, gevolg.report.bron_kaders, peildatum)
    te_doen = [een for een in gevolg.of(*TE_DOEN) if een.gewicht in {Gewicht.TEKORT, Gewicht.AANDACHTSPUNT}]
    te_doen.sort(key=lambda een: een.gewicht.rang)
    stukken, niet = _solve(proef, vergelijking.nieuw, te_doen)
    wijzigingen = [wijziging for stuk in stukken for wijziging in stuk.wijzigingen]
    kaders = _kaders(vergelijking, proef, wijzigingen) if wijzigingen else ()
    oud = decode(read_bytes(source.path), source.path)
    try:
        nieuw = apply_to_text(oud, [*wijzigingen, *kaders], source.path)
    except EditError:
        return Voorstel((), (*niet, *(NietVoorgesteld(stuk.norm, _NIET_TE_ZETTEN) for stuk in stukken)))
    if not wijzigingen:
        return Voorstel(stukken, niet)
    return Voorstel(stukken, niet, kaders, nieuw, unified(oud, nieuw, source.path.name), _new_complaints(proef, wijzigingen))


def _new_complaints(proef: Proef, wijzigingen: Sequence[Wijziging]) -> tuple[Melding, ...]:
    """Return what the check remarks on the completed policy and did not on the policy as it was."""
    bekend = {(melding.code, melding.zin) for melding in proef.complaints}
    straks = proef.with_changes(wijzigingen).complaints
    return tuple(melding for melding in straks if (melding.code, melding.zin) not in bekend and melding.gewicht is not Gewicht.TIP)


def _solve(proef: Proef, kader: Kader, te_doen: Sequence[Normgevolg]) -> tuple[tuple[Stuk, ...], tuple[NietVoorgesteld, ...]]:
    """Return per norm what settles it; a norm that an earlier change settled too is named there."""
    stukken: list[Stuk] = []
    niet: list[NietVoorgesteld] = []
    for gevolg in te_doen:
        norm = gevolg.verschil.norm
        if stukken and proef.meets(kader, norm):
            stukken[-1] = Stuk(stukken[-1].norm, stukken[-1].wijzigingen, (*stukken[-1].ook, norm))
            continue
        gevonden = settle(proef, kader, norm)
        if isinstance(gevonden, str):
            niet.append(NietVoorgesteld(norm, gevonden))
            continue
        stukken.append(Stuk(norm, gevonden))
        proef = proef.with_changes(gevonden)
    return tuple(stukken), tuple(niet)


def settle(proef: Proef, kader: Kader, norm: Norm, *, verzonnen: bool = False) -> tuple[Wijziging, ...] | str:
    """Return the changes that settle a norm and make nothing else worse, or why there are none.

    For a made-up school (`verzonnen`) anything may be filled in, also what only a real school can decide.
    """
    bevinding = proef.finding(kader, norm)
    if bevinding is None or bevinding.oordeel is not Oordeel.VOLDOET_NIET:
        return _NIET_GEVONDEN
    reden = _NIET_GEVONDEN
    for mogelijk in islice(candidates(norm, bevinding.gaten, proef.source.data), _MAX_PROEVEN):
        if not verzonnen and any(_belongs_to_school(wijziging.pad) for wijziging in mogelijk):
            reden = _ZELF
            continue
        eerst = proef.about(_keys(mogelijk))
        try:
            straks = eerst.with_changes(mogelijk)
        except EditError:
            continue
        uitkomst = straks.finding(kader, norm)
        if uitkomst is not None and uitkomst.oordeel is Oordeel.NIET_GETOETST:
            reden = uitkomst.zin
        elif uitkomst is not None and uitkomst.oordeel in GEHAALD:
            herstel = () if straks.is_no_worse_than(eerst) else _mended(eerst, straks)
            if herstel is None or (not verzonnen and any(_belongs_to_school(wijziging.pad) for wijziging in herstel)):
                continue
            if not herstel or _works(proef, kader, norm, (*mogelijk, *herstel)):  # het herstel kan de norm zelf weer raken
                return _least(proef, kader, norm, (*mogelijk, *herstel))
    return reden


def _mended(proef: Proef, straks: Proef) -> tuple[Wijziging, ...] | None:
    """Return what must change besides, so that the norms that got worse are met again; `None` when that cannot be found."""
    alle = proef.norms
    erbij: list[Wijziging] = []
    for nummer in straks.worse_than(proef)[:_MAX_HERSTEL]:
        kader, norm = alle[nummer]
        bevinding = straks.finding(kader, norm)
        gaten = bevinding.gaten if bevinding is not None else ()
        for mogelijk in islice(candidates(norm, gaten, straks.source.data, [ander for _, ander in alle]), _MAX_PROEVEN):
            try:
                daarna = straks.with_changes(mogelijk)
            except EditError:
                continue
            if daarna.meets(kader, norm) and daarna.contradictions <= straks.contradictions:
                straks = daarna
                erbij += mogelijk
                break
    return tuple(erbij) if straks.is_no_worse_than(proef) else None


def _belongs_to_school(pad: Pad) -> bool:
    return any(pad[: len(eigen)] == eigen for eigen in _VAN_DE_SCHOOL)


def _works(proef: Proef, kader: Kader, norm: Norm, wijzigingen: Sequence[Wijziging]) -> bool:
    eerst = proef.about(_keys(wijzigingen))
    try:
        straks = eerst.with_changes(wijzigingen)
    except EditError:  # wat overblijft, wijst naar iets wat er zonder de rest niet is
        return False
    return straks.meets(kader, norm) and straks.is_no_worse_than(eerst)


def _keys(wijzigingen: Iterable[Wijziging]) -> set[str]:
    """Return the keys of the policy under which something changes; a norm that reads nothing there cannot notice."""
    return {str(wijziging.pad[0]) for wijziging in wijzigingen}


def _least(proef: Proef, kader: Kader, norm: Norm, wijzigingen: Sequence[Wijziging]) -> tuple[Wijziging, ...]:
    """Return the changes without those that the norm does not need."""
    nodig = list(wijzigingen)
    for wijziging in reversed(wijzigingen):
        zonder = [ander for ander in nodig if ander is not wijziging]
        if zonder and _works(proef, kader, norm, zonder):
            nodig = zonder
    return tuple(nodig)


def _kaders(vergelijking: Vergelijking, proef: Proef, wijzigingen: Sequence[Wijziging]) -> tuple[Wijziging, ...]:
    """Return what must change in the list of kaders: only when the proposal uses words or fields that only the new kader has."""
    genoemd = proef.source.data.get("kaders")
    refs = [ref for ref in genoemd if isinstance(ref, str)] if isinstance(genoemd, list) else []
    nieuw, bekend = vergelijking.nieuw.ref, set(available())
    eigen = tuple(load_kader(ref) for ref in refs if ref in bekend)
    if nieuw in refs or nieuw not in bekend or not eigen:
        return ()
    straks = proef.with_changes(wijzigingen)
    if Proef(straks.source, eigen, proef.peildatum).policy is not None:
        return ()
    return (Wijziging(("kaders",), nieuw, toevoegen=True),)


def unified(oud: str, nieuw: str, naam: str) -> str:
    """Return the difference between two texts as a patch that `patch` and `git apply` can read; empty when there is none."""
    regels = difflib.unified_diff(_lines(oud), _lines(nieuw), f"a/{naam}", f"b/{naam}")
    return "".join(_closed(regels))


def _lines(tekst: str) -> list[str]:
    """Return the lines as `patch` counts them: only a line feed ends one."""
    delen = tekst.split("\n")
    return [*(f"{deel}\n" for deel in delen[:-1]), *([delen[-1]] if delen[-1] else [])]


def _closed(regels: Iterable[str]) -> Iterable[str]:
    for regel in regels:
        yield regel if regel.endswith("\n") else f"{regel}\n\\ No newline at end of file\n"
