"""Gaat de school op elk verloop niet later af dan de norm? Bewezen, een leerling als tegenvoorbeeld, of niet bewezen.

`prove` vergelijkt een eis met signalen van een school; `compare_demands` vergelijkt twee eisen. De stellingen staan in docs/trap.md.
De toetswaarde, die over een tekort beslist, staat in eis.py en is hier ook te vinden.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from beleidscheck.hoeveelheid import UnitError, compare
from beleidscheck.trap.bewijs import Bewijs, Kandidaat, Tegenvoorbeeld, Uitslag, Vergeleken, Vergelijking
from beleidscheck.trap.eis import Eis, fires_in_time, is_this_rung, same_kind, window_is_long_enough
from beleidscheck.trap.herhaling import second_time, starts_afresh
from beleidscheck.trap.ladder import Signaal
from beleidscheck.trap.peil import prove_level
from beleidscheck.trap.reeks import length, prove_run
from beleidscheck.trap.tellen import REEKSEN, fires
from beleidscheck.trap.telling import prove_count
from beleidscheck.trap.termijnen import late_term, never_later
from beleidscheck.trap.verloop import PEIL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from beleidscheck.hoeveelheid import Hoeveelheid
    from beleidscheck.trap.reeks import Lengte

_GEEN_DREMPEL = "De norm noemt geen getal; alleen het signaal en de actie zijn vergeleken."
_TERMIJN = "Uw signaal komt op tijd, en uw termijn is op elke kalender om voordat die van de norm om is."
_NIET_NA_TE_REKENEN = "De getallen zijn zo groot of zo klein dat zij in een schooljaar niet zijn na te rekenen."
#: Tot hier is na te rekenen: 1000 keer, 1000 klokuren, ruim twee jaar, en honderd procent.
_HOOGSTENS = {"keer": 1000, "duur": 60_000, "dagen": 800, "procent": 100}
_LANGE_LES = 60
_GEEN_KANDIDAAT = "Geen stap in uw beleid telt dit signaal en doet wat de norm vraagt."
_NIET_GESCHEIDEN = "Een mogelijk verloop is gevonden, maar uitgevoerd bleek de school daar wel op tijd."
_ANDERE_SOORT = "Dit signaal is niet met deze eenheid te tellen."


def prove(  # noqa: PLR0913 - alles waar het antwoord van afhangt
    naam: str,
    eis: Eis,
    kandidaten: Sequence[Kandidaat],
    *,
    lesuur: int | None = None,
    teleenheid: str = "",
    herhaling: bool = False,
    termijn: Hoeveelheid | None = None,
) -> Bewijs:
    """Return whether on every course of events one of the signals has fired by the day that the demand fires.

    `naam` is the signal that the demand is about; candidates with another name, on a lower rung or without a threshold do not
    count. `teleenheid` is the smallest unit that the school registers (empty: arbitrarily small). `herhaling`: the k-th
    time too. `termijn`: the action is also done before the last day that the demand allows. Raises `UnitError` when a lesuur of
    unknown length must be converted.
    """
    passend = [
        k for k in kandidaten if k.signaal.naam == naam and same_kind(k.signaal, eis) and is_this_rung(k.signaal, eis, lesuur)
    ]
    zonder_plek = dict.fromkeys(replace(k, signaal=replace(k.signaal, pad=())) if k.signaal.pad else k for k in passend)
    return _prove(naam, eis, tuple(zonder_plek), lesuur, teleenheid, herhaling, termijn)


@lru_cache(maxsize=4096)
def _prove(  # noqa: PLR0913 - alles waar het antwoord van afhangt
    naam: str,
    eis: Eis,
    kandidaten: tuple[Kandidaat, ...],
    lesuur: int | None,
    teleenheid: str,
    herhaling: bool,
    termijn: Hoeveelheid | None,
) -> Bewijs:
    if eis.uiterlijk is None and eis.onder is None:
        return _without_threshold(naam, eis, kandidaten, termijn, lesuur)
    telbaar = [k for k in kandidaten if k.signaal.drempel is not None]
    if not telbaar:
        return Bewijs(Uitslag.NIET_BEWEZEN, _GEEN_KANDIDAAT)
    herhaling = herhaling and eis.uiterlijk is not None
    if not (
        _terms_are_ordinary(telbaar, termijn) and _can_be_counted(naam, eis, telbaar, verder=herhaling or termijn is not None)
    ):
        return Bewijs(Uitslag.NIET_BEWEZEN, _NIET_NA_TE_REKENEN)
    bewijs = _first_time(naam, eis, [k.signaal for k in telbaar], lesuur, teleenheid)
    if bewijs.uitslag is Uitslag.BEWEZEN and herhaling:
        opnieuw = [k.signaal for k in telbaar if starts_afresh(k.signaal)]
        if not opnieuw or _first_time(naam, eis, opnieuw, lesuur, teleenheid).uitslag is not Uitslag.BEWEZEN:
            bewijs = second_time(naam, eis, [k.signaal for k in telbaar], lesuur)
    if bewijs.uitslag is Uitslag.BEWEZEN and termijn is not None:
        bewijs = _with_term(naam, eis, telbaar, termijn, lesuur, herhaling=herhaling)
    voorbeeld = bewijs.tegenvoorbeeld
    if (
        voorbeeld is not None
        and not voorbeeld.om_de_termijn
        and not separates(voorbeeld, eis, [k.signaal for k in telbaar], lesuur)
    ):
        return Bewijs(Uitslag.NIET_BEWEZEN, _NIET_GESCHEIDEN)
    return bewijs


def _without_threshold(
    naam: str, eis: Eis, kandidaten: Sequence[Kandidaat], termijn: Hoeveelheid | None, lesuur: int | None
) -> Bewijs:
    """Return the proof for a named event: both fire on its day, so that only the term matters."""
    if not kandidaten:
        return Bewijs(Uitslag.NIET_BEWEZEN, _GEEN_KANDIDAAT)
    if termijn is None:
        return Bewijs(Uitslag.BEWEZEN, _GEEN_DREMPEL)
    if not _terms_are_ordinary(kandidaten, termijn):
        return Bewijs(Uitslag.NIET_BEWEZEN, _NIET_NA_TE_REKENEN)
    return _with_term(naam, eis, kandidaten, termijn, lesuur)


def _can_be_counted(naam: str, eis: Eis, kandidaten: Sequence[Kandidaat], *, verder: bool) -> bool:
    """Return whether all thresholds and periods are of a size that a school year has; a run in hours cannot be carried out further."""
    signalen = [kandidaat.signaal for kandidaat in kandidaten]
    drempels = [eis.uiterlijk, eis.onder, *(signaal.drempel for signaal in signalen)]
    periodes = [eis.binnen, *(signaal.periode for signaal in signalen)]
    if verder and naam in REEKSEN and any(drempel is not None and drempel.soort == "duur" for drempel in drempels):
        return False
    return all(_is_ordinary(maat) for maat in drempels) and all(
        m is None or (m.soort == "dagen" and _is_ordinary(m)) for m in periodes
    )


def _terms_are_ordinary(kandidaten: Sequence[Kandidaat], termijn: Hoeveelheid | None) -> bool:
    termijnen = [termijn, *(kandidaat.termijn for kandidaat in kandidaten if termijn is not None)]
    return all(maat is None or not maat.getal or _is_ordinary(maat) for maat in termijnen)


def _is_ordinary(maat: Hoeveelheid | None) -> bool:
    if maat is None:
        return True
    return 0 < maat.basis(_LANGE_LES) <= _HOOGSTENS[maat.soort]


def _first_time(naam: str, eis: Eis, signalen: Sequence[Signaal], lesuur: int | None, teleenheid: str) -> Bewijs:
    if naam == PEIL or eis.onder is not None:
        return prove_level(eis, signalen, lesuur) if naam == PEIL and eis.onder else Bewijs(Uitslag.NIET_BEWEZEN, _ANDERE_SOORT)
    telt = [signaal for signaal in signalen if signaal.vergelijking != "onder"]
    meer_dan = eis.ook_meer_dan and any(signaal.vergelijking == "meer_dan" for signaal in telt)
    if naam in REEKSEN:
        return prove_run(naam, eis, telt, lesuur, meer_dan=meer_dan)
    if eis.uiterlijk is not None and eis.uiterlijk.soort in {"keer", "duur"}:
        return prove_count(naam, eis, telt, lesuur, teleenheid, meer_dan=meer_dan)
    return Bewijs(Uitslag.NIET_BEWEZEN, _ANDERE_SOORT)


def _with_term(  # noqa: PLR0913 - zoals `_prove`
    naam: str,
    eis: Eis,
    kandidaten: Sequence[Kandidaat],
    termijn: Hoeveelheid,
    lesuur: int | None,
    *,
    herhaling: bool = False,
) -> Bewijs:
    """Return the proof with the term: one signal that is in time by itself and whose term always ends in time.

    Under `herhaling` it must count afresh, and that it fires earlier is only sure the first time.
    """
    for kandidaat in kandidaten:
        telt = not herhaling or starts_afresh(kandidaat.signaal)
        if kandidaat.termijn is None or not telt or not _alone_in_time(naam, eis, kandidaat.signaal, lesuur):
            continue
        voorsprong = None if herhaling else _head_start(naam, eis, kandidaat.signaal)
        if never_later(kandidaat.termijn, termijn, voorsprong):
            return Bewijs(Uitslag.BEWEZEN, _TERMIJN)
    return late_term(naam, eis, kandidaten, termijn, lesuur)


def _head_start(naam: str, eis: Eis, signaal: Signaal) -> tuple[Lengte, Lengte] | None:
    """Return the lengths at which school and norm fire on a run, or `None` when it is no run in days."""
    if naam not in REEKSEN or eis.uiterlijk is None or signaal.drempel is None or eis.uiterlijk.soort != "dagen":
        return None
    return length(signaal.drempel, meer_dan=signaal.vergelijking == "meer_dan"), length(eis.uiterlijk)


def _alone_in_time(naam: str, eis: Eis, signaal: Signaal, lesuur: int | None) -> bool:
    if eis.uiterlijk is None and eis.onder is None:
        return True
    return _first_time(naam, eis, [signaal], lesuur, "").uitslag is Uitslag.BEWEZEN


def separates(voorbeeld: Tegenvoorbeeld, eis: Eis, signalen: Sequence[Signaal], lesuur: int | None) -> bool:
    """Return whether the norm, carried out on the course of events, fires on its day and none of the signals has fired often enough."""
    if eis.onder is not None:
        norm = Signaal(voorbeeld.signaal, (), eis.onder, "onder", eis.binnen)
    else:
        vergelijking = "meer_dan" if eis.ook_meer_dan and any(s.vergelijking == "meer_dan" for s in signalen) else "vanaf"
        norm = Signaal(voorbeeld.signaal, (), eis.uiterlijk, vergelijking, eis.binnen, herhaling=voorbeeld.keer > 1)
    keren = _days(norm, voorbeeld, lesuur)
    school = {dag for signaal in signalen for dag in _days(signaal, voorbeeld, lesuur) if dag <= voorbeeld.norm_dag}
    return len(keren) >= voorbeeld.keer and keren[voorbeeld.keer - 1] == voorbeeld.norm_dag and len(school) < voorbeeld.keer


def _days(signaal: Signaal, voorbeeld: Tegenvoorbeeld, lesuur: int | None) -> list[date]:
    try:
        return [keer.dag for keer in fires(signaal, voorbeeld.verloop, voorbeeld.kalender, lesuur)]
    except UnitError:
        return []


# ---- Twee eisen ----------------------------------------------------------------------------------------------------


def compare_demands(naam: str, oud: Eis, nieuw: Eis, *, lesuur: int | None = None) -> Vergelijking:
    """Return how a new demand compares with the old one, for schools that must meet it.

    Strenger: what meets the new demand meets the old one too, and not the other way round. Onvergelijkbaar: neither, or not
    to be proven. Where the difference is a matter of earlier or later, the pupil for whom it matters comes along.
    Raises `UnitError` when a lesuur of unknown length must be converted.
    """
    streng, oud_eerder = _implies(naam, nieuw, oud, lesuur)
    soepel, nieuw_eerder = _implies(naam, oud, nieuw, lesuur)
    match streng, soepel:
        case True, True:
            uitkomst = Vergeleken.GELIJK
        case True, False:
            uitkomst = Vergeleken.STRENGER
        case False, True:
            uitkomst = Vergeleken.SOEPELER
        case _:
            uitkomst = Vergeleken.ONVERGELIJKBAAR
    return Vergelijking(uitkomst, nieuw_eerder, oud_eerder)


def _implies(naam: str, eis: Eis, ander: Eis, lesuur: int | None) -> tuple[bool, Tegenvoorbeeld | None]:
    """Return whether whatever meets `eis` meets `ander`, and if not where possible the pupil that shows it."""
    if ander.uiterlijk is None and ander.onder is None:
        return _rung_is_kept(eis, ander, lesuur), None
    if (eis.onder is None) is not (ander.onder is None) or (eis.uiterlijk is None and eis.onder is None):
        return False, None
    for signaal in _loosest(naam, eis, met_meer_dan=eis.ook_meer_dan):
        if not same_kind(signaal, ander):
            return False, None
        if ander.binnen is None and naam not in REEKSEN:
            if not fires_in_time(signaal, ander, lesuur):
                return False, prove(naam, replace(ander, vanaf=None), [Kandidaat(signaal)], lesuur=lesuur).tegenvoorbeeld
            continue
        bewijs = prove(naam, replace(ander, vanaf=None), [Kandidaat(signaal)], lesuur=lesuur)
        if bewijs.uitslag is not Uitslag.BEWEZEN:
            return False, bewijs.tegenvoorbeeld
    return _rung_is_kept(eis, ander, lesuur), None


def _loosest(naam: str, eis: Eis, *, met_meer_dan: bool) -> Iterator[Signaal]:
    """Yield the latest signals that still meet a demand."""
    if eis.onder is not None:
        yield Signaal(naam, (), eis.onder, "onder", eis.binnen)
        return
    yield Signaal(naam, (), eis.uiterlijk, "vanaf", eis.binnen)
    if met_meer_dan:
        yield Signaal(naam, (), eis.uiterlijk, "meer_dan", eis.binnen)


def _rung_is_kept(eis: Eis, ander: Eis, lesuur: int | None) -> bool:
    if ander.vanaf is None:
        return True
    return eis.vanaf is not None and eis.vanaf.soort == ander.vanaf.soort and compare(eis.vanaf, ander.vanaf, lesuur) >= 0


__all__ = [
    "Bewijs",
    "Eis",
    "Kandidaat",
    "Tegenvoorbeeld",
    "Uitslag",
    "UnitError",
    "Vergeleken",
    "Vergelijking",
    "compare_demands",
    "fires_in_time",
    "is_this_rung",
    "prove",
    "same_kind",
    "separates",
    "window_is_long_enough",
]
