"""Het bewijs bij een norm over de trap: welke stappen meetellen, wat de uitslag is, en hoe een lezer die leest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from beleidscheck.bevinding import Reden, Trapbewijs
from beleidscheck.hoeveelheid import UnitError, compare_time, parse_hoeveelheid
from beleidscheck.toetsen.basis import Uitkomst
from beleidscheck.toetsen.taak import Mis, Rang, Trede, at, named, treden
from beleidscheck.trap.bewijs import Kandidaat, Uitslag
from beleidscheck.trap.drempelzin import threshold
from beleidscheck.trap.strengheid import fires_in_time, is_this_rung, prove, same_kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from beleidscheck.hoeveelheid import Hoeveelheid
    from beleidscheck.toetsen.basis import Onderzoek
    from beleidscheck.toetsen.stap import StapToets
    from beleidscheck.trap.bereik import Groep
    from beleidscheck.trap.bewijs import Bewijs, Tegenvoorbeeld
    from beleidscheck.trap.ladder import Actie, Pad

_VOLGORDE: Final = (Uitslag.BEWEZEN, Uitslag.NIET_BEWEZEN, Uitslag.TEGENVOORBEELD)


#: Alleen bij deze tekorten doet de stap wat er gevraagd is, en gaat het om het moment.
_TE_BEWIJZEN: Final = frozenset({Rang.TE_LAAT, Rang.BIJNA, Rang.ANDERE_PERIODE, Rang.ANDERE_TELLING})


@dataclass(frozen=True, slots=True)
class Stapbewijs:
    """De uitslag voor één signaal van de norm, met de treden die ervoor meetellen."""

    bewijs: Bewijs
    treden: tuple[Trede, ...]


def with_proof(toets: StapToets, onderzoek: Onderzoek, groep: Groep, gevonden: Uitkomst | Mis) -> Uitkomst | Mis:
    """Return what was found, with whether it holds on every course of events: that can make it better or worse.

    Better: signals that are too narrow each, but together are always in time. Worse: a step that is in time by the fixed
    conversion of units, while there is a pupil for whom it is late.
    """
    bewijs = prove_step(toets, onderzoek, groep) if _to_prove(toets, gevonden) else None
    if bewijs is None:
        return gevonden
    voorbeeld = bewijs.bewijs.tegenvoorbeeld
    if isinstance(gevonden, Uitkomst):
        return _mostly(toets, bewijs, voorbeeld) if voorbeeld else replace(gevonden, trapbewijs=in_words(toets, bewijs))
    if gevonden.rang in {Rang.ANDERE_PERIODE, Rang.BIJNA}:
        samen = prove_step(toets, onderzoek, groep, op_waarde=True)
        if samen is not None and samen.bewijs.uitslag is Uitslag.BEWEZEN:
            return Uitkomst(gelezen=_read(toets, samen), trapbewijs=in_words(toets, samen))
    if voorbeeld is None or (toets.binnen and all(trede.signaal.periode is None for trede in bewijs.treden)):
        return gevonden  # wie geen periode noemt, heeft niets om na te rekenen
    return replace(gevonden, trapbewijs=in_words(toets, bewijs))


def _to_prove(toets: StapToets, gevonden: Uitkomst | Mis) -> bool:
    """Return whether the norm says when, and the step does what is asked, if perhaps too late."""
    if not (toets.uiterlijk or toets.onder or toets.termijn):
        return False
    return gevonden.rang in _TE_BEWIJZEN if isinstance(gevonden, Mis) else not gevonden.niet_getoetst


def _read(toets: StapToets, bewijs: Stapbewijs) -> tuple[Pad, ...]:
    paden = [pad for trede in bewijs.treden for pad in (trede.signaal.pad, *(actie.pad for actie in toets.done_by(trede)))]
    return tuple(dict.fromkeys(paden))


def _mostly(toets: StapToets, bewijs: Stapbewijs, voorbeeld: Tegenvoorbeeld) -> Mis:
    """Return that the step is in time by the fixed conversion of units, and yet there is a pupil for whom it is late."""
    trede, eis = bewijs.treden[0], toets.eis
    signaal = trede.signaal
    naam = f"«{trede.onderzoek.noem(signaal.naam)}»"
    if voorbeeld.om_de_termijn:
        pad, doen = trede.stap.pad, f"Zet bij deze actie `termijn: {toets.termijn}`."
        zin = f"Bij {naam} is de termijn niet altijd binnen {toets.termijn} om."
    elif voorbeeld.keer > 1:
        pad, doen = signaal.pad, "Zet bij dit signaal `herhaling: ja` en `opnieuw_tellen_na_melding: ja`."
        zin = f"Bij {naam} komt de stap bij herhaling niet altijd opnieuw."
    elif eis.binnen is not None and signaal.periode is not None:
        pad, doen = at(signaal.pad, "periode"), f"Zet bij dit signaal `periode: {eis.binnen}`."
        zin = f"Bij {naam} telt u over {signaal.periode}; gevraagd is {eis.binnen}. Dat is niet altijd even lang."
    else:
        pad, doen = at(signaal.pad, "drempel"), f"Zet de drempel van deze stap op {eis.uiterlijk}."
        zin = f"Bij {naam} komt uw stap {threshold(signaal)}; gevraagd is uiterlijk bij {eis.uiterlijk}. Dat is niet altijd even lang."
    return Mis(Rang.BIJNA_ALTIJD, pad, zin, doen, Reden.WIJKT_AF, trede.stap, tussen=True, trapbewijs=in_words(toets, bewijs))


def prove_step(toets: StapToets, onderzoek: Onderzoek, groep: Groep, *, op_waarde: bool = False) -> Stapbewijs | None:
    """Return the best outcome over the signals that the norm names; `None` when no step does all that is asked.

    `op_waarde`: only steps whose threshold is no higher than that of the norm. A lesuur of unknown length makes it `None` too.
    """
    try:
        treden = [trede for trede in _candidates(toets, onderzoek, groep) if not op_waarde or _is_in_time(toets, trede)]
        bewezen = [
            _prove(toets, onderzoek, [trede for trede in treden if trede.signaal.naam == naam], naam) for naam in toets.signaal
        ]
    except UnitError:
        return None
    return min(filter(None, bewezen), key=lambda een: _VOLGORDE.index(een.bewijs.uitslag), default=None)


def _is_in_time(toets: StapToets, trede: Trede) -> bool:
    return fires_in_time(trede.signaal, toets.eis, trede.onderzoek.lesuur)


def _candidates(toets: StapToets, onderzoek: Onderzoek, groep: Groep) -> Iterable[Trede]:
    """Yield the signals of steps for this group that do all that is asked, whenever that is. Raises `UnitError`."""
    for trede in treden(onderzoek, groep):
        signaal = trede.signaal
        if signaal.naam not in toets.signaal or not same_kind(signaal, toets.eis):
            continue
        if is_this_rung(signaal, toets.eis, onderzoek.lesuur) and toets.does_task(trede):
            yield trede


def _prove(toets: StapToets, onderzoek: Onderzoek, treden: list[Trede], naam: str) -> Stapbewijs | None:
    if not treden:
        return None
    bewijs = prove(
        naam,
        toets.eis,
        [Kandidaat(trede.zonder_plek, _term(toets.done_by(trede), onderzoek.lesuur) if toets.termijn else None) for trede in treden],
        lesuur=onderzoek.lesuur,
        teleenheid=str(onderzoek.value("registratie.invoer_eenheid") or ""),
        herhaling=toets.herhaling,
        termijn=parse_hoeveelheid(toets.termijn) if toets.termijn else None,
    )
    return Stapbewijs(bewijs, tuple(treden))


def _term(acties: Iterable[Actie], lesuur: int | None) -> Hoeveelheid | None:
    """Return the shortest term of these actions."""
    kortste: Hoeveelheid | None = None
    for actie in acties:
        if actie.termijn is not None and (kortste is None or compare_time(actie.termijn, kortste, lesuur or 60) < 0):
            kortste = actie.termijn
    return kortste


def in_words(toets: StapToets, gevonden: Stapbewijs) -> Trapbewijs:
    """Return the outcome as a reader sees it."""
    bewijs, onderzoek = gevonden.bewijs, gevonden.treden[0].onderzoek
    if bewijs.tegenvoorbeeld is None:
        return Trapbewijs(str(bewijs.uitslag), bewijs.reden)
    from beleidscheck.toetsen.verhaal import happenings, tell  # noqa: PLC0415 - wie op tijd is, heeft geen verhaal nodig

    signalen = list(dict.fromkeys(trede.signaal for trede in gevonden.treden))
    actie = f"de actie {named(onderzoek, toets.actie, 'of')}" if toets.actie else ""
    verhaal = tell(bewijs.tegenvoorbeeld, toets.eis, signalen, onderzoek.noem, actie=actie, lesuur=onderzoek.lesuur)
    return Trapbewijs(str(bewijs.uitslag), "", verhaal, happenings(bewijs.tegenvoorbeeld, onderzoek.noem))
