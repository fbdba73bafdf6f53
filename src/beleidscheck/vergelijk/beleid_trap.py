"""De ladder van twee versies van een beleid: per stap of de school eerder, vaker of meer doet, bewezen of met een leerling erbij.

Een stap is strenger als alles wat het oude beleid bij een signaal doet, in het nieuwe nooit later komt, en er iets eerder komt of
bijkomt. Wat niet te bewijzen is, heet «anders». Een leerling staat er alleen als beide ladders op zijn verloop zijn uitgevoerd en
het verschil daar ook echt optreedt.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.hoeveelheid import Hoeveelheid, UnitError, compare_time
from beleidscheck.toetsen.basis import enumerate_nl
from beleidscheck.toetsen.verhaal import tell_course
from beleidscheck.trap.bewijs import Kandidaat, Uitslag
from beleidscheck.trap.drempelzin import threshold
from beleidscheck.trap.eis import Eis, fires_in_time
from beleidscheck.trap.strengheid import prove
from beleidscheck.trap.tellen import REEKSEN, fires
from beleidscheck.vergelijk.beleid_feiten import unordered
from beleidscheck.vergelijk.beleid_model import Aard, Leerling, Plek, Rij, Trapstap, Waar, combine_kinds
from beleidscheck.vergelijk.beleid_richting import same_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from beleidscheck.toetsen import Onderzoek
    from beleidscheck.trap.bewijs import Tegenvoorbeeld
    from beleidscheck.trap.ladder import Actie, Ladder, Signaal, Stap

_BLOK: Final = "stappen_bij_afwezigheid"
_MAX_ACTIES: Final = 3
#: Zoveel leerlingen bij één stap; meer leest niemand.
_MAX_LEERLINGEN: Final = 2
#: Zo lang duurt een lesuur in het verhaal als de school dat niet zegt.
_LESUUR: Final = 50
_SCHOOLJAAR: Final = Hoeveelheid(Fraction(1), "schooljaar")
_BEWEZEN: Final = "blijkt uit de ladder: op elk verloop van een leerling nagegaan"
_ACTIES: Final = "blijkt uit wat de stap doet"


class Gedekt(Enum):
    """Of wat het ene beleid bij een signaal doet, in het andere nooit later komt."""

    JA = 1
    NEE = 2
    ONBEKEND = 3


@dataclass(frozen=True, slots=True)
class Kant:
    """Eén versie: haar ladder, de stappen zoals zij er staan, en hoe lang een lesuur duurt."""

    onderzoek: Onderzoek
    stappen: tuple[tuple[Stap, Trapstap], ...]

    @property
    def ladder(self) -> Ladder:
        """Return the resolved ladder."""
        return self.onderzoek.ladder

    @property
    def lesuur(self) -> int:
        """Return the length of a lesson in minutes, as the school says or else as usual."""
        return self.onderzoek.lesuur or _LESUUR


def side(onderzoek: Onderzoek, kadertrappen: Sequence[dict[str, Any]]) -> Kant:
    """Return one version of the ladder with each step as it stands in the policy or in the kader that it follows."""
    uit_kader = {str(stap.get("id", "")): stap for trap in kadertrappen for stap in trap.get("stappen", ())}
    stappen = []
    for nummer, stap in enumerate(onderzoek.ladder.stappen, start=1):
        feiten = uit_kader.get(stap.id, {}) if stap.uit_kader else _at(onderzoek.feiten, stap.pad)
        if stap.pad[1] == "vervang":
            feiten = {**uit_kader.get(stap.id, {}), **feiten}
        naam = str(feiten.get("titel", "")) or stap.id or f"stap {nummer}"
        stappen.append((stap, Trapstap(stap.trap, naam, dict(feiten), bool(stap.uit_kader))))
    return Kant(onderzoek, tuple(stappen))


def _at(feiten: Any, pad: Sequence[str | int]) -> dict[str, Any]:  # noqa: ANN401 - elke YAML-waarde
    for deel in pad:
        feiten = feiten[deel]
    return dict(feiten)


def compare_ladders(oud: Kant, nieuw: Kant) -> Iterator[Rij]:
    """Yield a row for every step that changes, comes or goes, in the order of the new ladder."""
    paren = _pairs(oud, nieuw)
    gepaard = {id(was) for was, _ in paren.values()}
    for nummer, (stap, staat) in enumerate(nieuw.stappen):
        was = paren.get(nummer)
        if was is None:
            yield _row(oud, nieuw, None, (stap, staat))
        elif unordered(was[1].feiten) != unordered(staat.feiten) or was[0].bereik != stap.bereik or _told(oud, was[0]) != _told(nieuw, stap):
            yield _row(oud, nieuw, was, (stap, staat))
    for paar in oud.stappen:
        if id(paar[0]) not in gepaard:
            yield _row(oud, nieuw, paar, None)


def _told(kant: Kant, stap: Stap) -> tuple[object, ...]:
    """Return what a step does in the end: its signals, and its actions with those of earlier steps."""
    return (
        tuple(sorted((replace(signaal, pad=()) for signaal in stap.signalen), key=repr)),
        tuple(sorted((_plain(actie) for actie in kant.ladder.actions(stap)), key=repr)),
    )


def _plain(actie: Actie) -> Actie:
    return replace(actie, pad=(), met=tuple(sorted(actie.met)), vastlegging=tuple(sorted(actie.vastlegging)), telt=tuple(sorted(actie.telt)))


def _pairs(oud: Kant, nieuw: Kant) -> dict[int, tuple[Stap, Trapstap]]:
    """Return per new step the old one that it comes from: by its id, by its content, or by the signals that it counts."""
    over = list(oud.stappen)
    paren: dict[int, tuple[Stap, Trapstap]] = {}
    for gelijkend in (_same_id, _same_content, _same_signals):
        for nummer, (stap, staat) in enumerate(nieuw.stappen):
            if nummer in paren:
                continue
            plek = next((i for i, (was, stond) in enumerate(over) if gelijkend(was, stond, stap, staat)), None)
            if plek is not None:
                paren[nummer] = over.pop(plek)
    return paren


def _same_id(was: Stap, _stond: Trapstap, stap: Stap, _staat: Trapstap) -> bool:
    return bool(stap.id) and (was.trap, was.id) == (stap.trap, stap.id)


def _same_content(was: Stap, stond: Trapstap, stap: Stap, staat: Trapstap) -> bool:
    return was.trap == stap.trap and unordered({**stond.feiten, "id": ""}) == unordered({**staat.feiten, "id": ""})


def _same_signals(was: Stap, _stond: Trapstap, stap: Stap, _staat: Trapstap) -> bool:
    namen = [{signaal.naam for signaal in een.signalen} for een in (was, stap)]
    return was.trap == stap.trap and bool(namen[0]) and namen[0] == namen[1] and was.bereik == stap.bereik


def _row(oud: Kant, nieuw: Kant, was: tuple[Stap, Trapstap] | None, wordt: tuple[Stap, Trapstap] | None) -> Rij:
    staat = wordt[1] if wordt else was[1] if was else None
    assert staat is not None  # noqa: S101 - één van beide is er
    minder = _missing(oud, was[0], nieuw) if was else _Gemist()
    meer = _missing(nieuw, wordt[0], oud) if wordt else _Gemist()
    aard, waarom = _kind(minder, meer, _details(was, wordt))
    if aard is Aard.REDACTIONEEL and was and wordt and _told(oud, was[0]) != _told(nieuw, wordt[0]):
        aard = Aard.ANDERS  # een ander signaal of een andere actie, ook als de rest van de ladder dat opvangt
    leerlingen = (
        *(Leerling(eerder=True, verhaal=verhaal) for verhaal in meer.stories(nieuw, oud, "nieuwe", "oude")),
        *(Leerling(eerder=False, verhaal=verhaal) for verhaal in minder.stories(oud, nieuw, "oude", "nieuwe")),
    )
    waar: Waar = (_BLOK, "trappen", Plek("trap", staat.trap), "stappen", Plek("id", staat.naam))
    return Rij(
        _BLOK, waar, aard, waarom=waarom, leerlingen=leerlingen, stap_was=was[1] if was else None, stap_wordt=wordt[1] if wordt else None
    )


def _kind(minder: _Gemist, meer: _Gemist, details: Sequence[Aard]) -> tuple[Aard, str]:
    if minder.onbekend or meer.onbekend or (minder.gemist and meer.gemist):
        return Aard.ANDERS, ""
    delen = [*details]
    if minder.gemist or meer.gemist:
        delen.append(Aard.SOEPELER if minder.gemist else Aard.STRENGER)
    aard = combine_kinds(delen)
    if aard in {Aard.ANDERS, Aard.REDACTIONEEL}:
        return aard, ""
    return aard, _BEWEZEN if minder.gemist or meer.gemist else _ACTIES


# ---- Eerder of later ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Les:
    """Iets wat het ene beleid bij een signaal doet en het andere later of niet; zonder tegenvoorbeeld is er geen leerling te maken."""

    signaal: Signaal
    acties: tuple[str, ...]
    anderen: tuple[Signaal, ...]
    voorbeeld: Tegenvoorbeeld | None


@dataclass(frozen=True, slots=True)
class _Gemist:
    """Wat van een stap in het andere beleid later of niet komt (`gemist`), en of er iets onbeslist is."""

    gemist: tuple[_Les, ...] = ()
    onbekend: bool = False

    def stories(self, deze: Kant, ander: Kant, naam: str, ander_naam: str) -> Iterator[str]:
        """Yield the pupils for whom it matters, as stories."""
        met_verhaal = (les for les in self.gemist if les.voorbeeld is not None)
        for les in islice(met_verhaal, _MAX_LEERLINGEN):
            yield _story(les, deze, ander, naam, ander_naam)


def _missing(deze: Kant, stap: Stap, ander: Kant) -> _Gemist:
    """Return what this step does at a signal and the other ladder does later or not, grouped by signal."""
    acties = deze.ladder.actions(stap)
    gemist: list[_Les] = []
    onbekend = False
    for signaal in dict.fromkeys(replace(signaal, pad=()) for signaal in stap.signalen):
        per_antwoord: dict[tuple[Signaal, ...], tuple[list[str], Tegenvoorbeeld | None]] = {}
        for actie in dict.fromkeys(actie.actie for actie in acties):
            kandidaten = _candidates(ander, stap, signaal.naam, actie)
            antwoord, voorbeeld = _covered(signaal, kandidaten, deze, ander)
            onbekend = onbekend or antwoord is Gedekt.ONBEKEND
            if antwoord is Gedekt.NEE:
                per_antwoord.setdefault(kandidaten, ([], voorbeeld))[0].append(actie)
        gemist += (_Les(signaal, tuple(namen), kandidaten, voorbeeld) for kandidaten, (namen, voorbeeld) in per_antwoord.items())
    return _Gemist(tuple(gemist), onbekend)


def _candidates(kant: Kant, stap: Stap, naam: str, actie: str) -> tuple[Signaal, ...]:
    """Return the signals of this name after which the other ladder does this too, for at least the same pupils."""
    return tuple(
        dict.fromkeys(
            replace(signaal, pad=())
            for ander, _ in kant.stappen
            if ander.bereik == stap.bereik or ander.for_everyone()
            for signaal in ander.signalen
            if signaal.naam == naam and any(een.actie == actie for een in kant.ladder.actions(ander))
        )
    )


def _covered(signaal: Signaal, anderen: tuple[Signaal, ...], deze: Kant, ander: Kant) -> tuple[Gedekt, Tegenvoorbeeld | None]:
    """Return whether one of the other signals is never later, with the pupil that shows it when not."""
    zelfde_les = deze.lesuur == ander.lesuur or "lesuur" not in {
        maat.eenheid for een in (signaal, *anderen) for maat in (een.drempel, een.periode) if maat is not None
    }
    if signaal in anderen and zelfde_les:
        return Gedekt.JA, None
    if not anderen:
        return Gedekt.NEE, _example(signaal, deze)
    if signaal.drempel is None:  # een gebeurtenis gaat af op haar dag, aan beide kanten
        return (Gedekt.JA if any(een.drempel is None for een in anderen) else Gedekt.ONBEKEND), None
    return _counted(signaal, anderen, deze, ander, zelfde_les=zelfde_les)


def _counted(
    signaal: Signaal, anderen: tuple[Signaal, ...], deze: Kant, ander: Kant, *, zelfde_les: bool
) -> tuple[Gedekt, Tegenvoorbeeld | None]:
    """Return the same for a signal that is counted: proven, refuted by a pupil, or neither."""
    try:
        if any(_no_later_unbounded(een, signaal, deze.lesuur) for een in anderen) and zelfde_les:
            return Gedekt.JA, None
        bewijs = prove(
            signaal.naam, _demand(signaal), [Kandidaat(een) for een in anderen], lesuur=deze.lesuur, herhaling=signaal.herhaling
        )
        voorbeeld = bewijs.tegenvoorbeeld
        if voorbeeld is None and signaal.periode is None:  # zonder periode telt een signaal binnen het schooljaar
            binnen = replace(_demand(signaal), binnen=_SCHOOLJAAR)
            voorbeeld = prove(signaal.naam, binnen, [Kandidaat(een) for een in anderen], lesuur=deze.lesuur).tegenvoorbeeld
    except UnitError:
        return Gedekt.ONBEKEND, None
    if voorbeeld is not None and _certified(voorbeeld, signaal, anderen, deze, ander):
        return Gedekt.NEE, voorbeeld
    zeker = bewijs.uitslag is Uitslag.BEWEZEN and zelfde_les and signaal.vergelijking != "elke"
    return (Gedekt.JA if zeker else Gedekt.ONBEKEND), None


def _no_later_unbounded(een: Signaal, signaal: Signaal, lesuur: int) -> bool:
    """Return whether a count without a period is no later than another one without a period; both count the same, so only the number matters."""
    telt = signaal.drempel is not None and signaal.drempel.soort in {"keer", "duur"} and signaal.naam not in REEKSEN
    zelfde = replace(een, drempel=signaal.drempel, vergelijking=signaal.vergelijking) == signaal
    gewoon = {een.vergelijking, signaal.vergelijking} <= {"vanaf", "meer_dan"} and not signaal.herhaling
    return telt and zelfde and gewoon and signaal.periode is None and fires_in_time(een, _demand(signaal), lesuur)


def _demand(signaal: Signaal) -> Eis:
    if signaal.vergelijking == "onder":
        return Eis(onder=signaal.drempel, binnen=signaal.periode)
    return Eis(uiterlijk=signaal.drempel, binnen=signaal.periode, ook_meer_dan=signaal.vergelijking == "meer_dan")


def _certified(voorbeeld: Tegenvoorbeeld, signaal: Signaal, anderen: Iterable[Signaal], deze: Kant, ander: Kant) -> bool:
    """Return whether on this course, carried out, the signal fires by its day more often than all the others together."""
    try:
        eigen = {keer.dag for keer in fires(signaal, voorbeeld.verloop, voorbeeld.kalender, deze.lesuur)}
        andere = {keer.dag for een in anderen for keer in fires(een, voorbeeld.verloop, voorbeeld.kalender, ander.lesuur)}
    except UnitError:
        return False
    dag = voorbeeld.norm_dag
    return dag in eigen and sum(d <= dag for d in eigen) > sum(d <= dag for d in andere)


def _example(signaal: Signaal, kant: Kant) -> Tegenvoorbeeld | None:
    """Return a pupil for whom this signal fires, for where the other policy does nothing at all."""
    if signaal.drempel is None or signaal.vergelijking == "onder":
        return None
    later = replace(signaal, drempel=Hoeveelheid(signaal.drempel.getal + Fraction(1), signaal.drempel.eenheid))
    try:
        voorbeeld = prove(signaal.naam, _demand(signaal), [Kandidaat(later)], lesuur=kant.lesuur).tegenvoorbeeld
    except UnitError:
        return None
    return voorbeeld if voorbeeld is not None and _certified(voorbeeld, signaal, (), kant, kant) else None


def _story(les: _Les, deze: Kant, ander: Kant, naam: str, ander_naam: str) -> str:
    assert les.voorbeeld is not None  # noqa: S101 - de aanroeper heeft gekeken
    noem = deze.onderzoek.noem
    acties = [f"«{noem(actie)}»" for actie in les.acties[:_MAX_ACTIES]]
    if rest := len(les.acties) - _MAX_ACTIES:
        acties += [f"nog {rest} {'actie' if rest == 1 else 'acties'}"] if rest > 0 else []
    drempels = list(dict.fromkeys(filter(None, map(threshold, les.anderen))))
    wat = enumerate_nl(acties)
    if drempels:
        dan = f"Het {ander_naam} beleid doet dat daar nog niet: dat begint {enumerate_nl(drempels, 'of')}."
    else:
        dan = f"Het {ander_naam} beleid doet dat bij «{ander.onderzoek.noem(les.signaal.naam)}» niet."
    nogmaals = f" voor de {les.voorbeeld.keer}e keer" if les.voorbeeld.keer > 1 else ""
    return f"{tell_course(les.voorbeeld, noem)} Volgens het {naam} beleid ({threshold(les.signaal)}) volgt dan{nogmaals} {wat}. {dan}"


# ---- Wat de stap verder doet ----------------------------------------------------------------------------------------


def _details(was: tuple[Stap, Trapstap] | None, wordt: tuple[Stap, Trapstap] | None) -> list[Aard]:
    """Return the direction of what changes within the actions: term, with whom, where recorded, on what condition, for whom."""
    if was is None or wordt is None:
        return []
    aarden: list[Aard] = []
    if was[0].bereik != wordt[0].bereik:
        aarden.append(Aard.ANDERS)
    oud, nieuw = was[1].feiten, wordt[1].feiten
    if _reworded(oud, nieuw) or _signals_reworded(oud.get("bij", ()), nieuw.get("bij", ())):
        aarden.append(Aard.ANDERS)
    over = list(wordt[0].acties)
    for actie in was[0].acties:
        plek = next((i for i, een in enumerate(over) if (een.actie, een.wie) == (actie.actie, actie.wie)), None)
        if plek is None:
            plek = next((i for i, een in enumerate(over) if een.actie == actie.actie), None)
        if plek is not None:
            aarden += _action_kinds(actie, over.pop(plek))
        elif any(een.actie == actie.actie for een in wordt[0].acties):
            aarden.append(Aard.SOEPELER)  # dezelfde actie gebeurde vaker, of door meer mensen
    aarden += [Aard.STRENGER for actie in over if any(een.actie == actie.actie for een in was[0].acties)]
    return aarden


def _signals_reworded(was: Sequence[Mapping[str, Any]], wordt: Sequence[Mapping[str, Any]]) -> bool:
    """Return whether the explanation of a signal changes; at a signal of the school's own, that is what the signal is."""
    per_naam = {str(signaal.get("signaal")): signaal for signaal in was}
    return any(_reworded(per_naam.get(str(signaal.get("signaal")), signaal), signaal) for signaal in wordt)


def _action_kinds(was: Actie, wordt: Actie) -> Iterator[Aard]:
    if was.wie != wordt.wie or was.aard != wordt.aard or _special(was) != _special(wordt) or _reworded(was.bijzonderheden, wordt.bijzonderheden):
        yield Aard.ANDERS
    for oud, nieuw in ((was.met, wordt.met), (was.vastlegging, wordt.vastlegging), (was.telt, wordt.telt)):
        if set(oud) - set(nieuw):
            yield Aard.SOEPELER
        if set(nieuw) - set(oud):
            yield Aard.STRENGER
    if was.termijn != wordt.termijn:
        yield _term_kind(was.termijn, wordt.termijn)
    if was.voorwaarde != wordt.voorwaarde:
        yield Aard.SOEPELER if not was.voorwaarde else Aard.STRENGER if not wordt.voorwaarde else Aard.ANDERS


def _special(actie: Actie) -> dict[str, Any]:
    return {naam: waarde for naam, waarde in actie.bijzonderheden.items() if naam != "toelichting"}


def _reworded(was: Mapping[str, Any], wordt: Mapping[str, Any]) -> bool:
    """Return whether an explanation says something in other words; whether it also means something else, only a reader knows."""
    oud, nieuw = was.get("toelichting"), wordt.get("toelichting")
    return oud != nieuw and not same_words(oud, nieuw)


def _term_kind(was: Hoeveelheid | None, wordt: Hoeveelheid | None) -> Aard:
    if was is None or wordt is None:
        return Aard.STRENGER if was is None else Aard.SOEPELER
    try:
        orde = compare_time(wordt, was, _LESUUR)
    except UnitError:
        return Aard.ANDERS
    return Aard.STRENGER if orde < 0 else Aard.SOEPELER if orde > 0 else Aard.ANDERS
