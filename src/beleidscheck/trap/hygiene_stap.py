"""Wat er aan één stap of signaal op zichzelf schort: nooit te halen, verkeerd om, in een eenheid of periode die niet kan."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING, Final

from beleidscheck.beleid.woorden import SIGNALEN
from beleidscheck.hoeveelheid import Hoeveelheid
from beleidscheck.trap.gebrek import Gebrek, Gegevens, Kwaal
from beleidscheck.trap.verloop import PEIL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beleidscheck.trap.ladder import Ladder, Signaal, Stap

HONDERD: Final = 100
#: Meer schooldagen passen niet in een venster: per eenheid, en voor losse dagen met de weekeinden eraf.
_SCHOOLDAGEN: Final[dict[str, int]] = {
    "schooldag": 1, "lesdag": 1, "werkdag": 1, "week": 5, "schoolweek": 5, "lesweek": 5, "maand": 23, "kwartaal": 66,
    "rapportperiode": 262, "trimester": 262, "halfjaar": 131, "jaar": 262, "schooljaar": 262,
}  # fmt: skip
#: Vaker per schooldag kan niet, ruim gerekend: één ziekmelding, en één keer te laat of eruit per les.
_PER_DAG: Final = {"ziekmeldingen": 1, "te_laat": 12, "uit_de_les_gestuurd": 12}
#: Een schooldag heeft hooguit zoveel minuten, ruim gerekend; een lesuur van onbekende lengte duurt minstens een half uur.
_MINUTEN_PER_DAG: Final = 720
_KORT_LESUUR: Final = 30
_REEKS: Final = "_aaneengesloten"
#: Blokken op de kalender waarvan een lezer wil weten of de telling meeschuift; een schooljaar of rapportperiode heeft al een begin.
_SCHUIFT_OF_NIET: Final = frozenset({"maand", "kwartaal", "halfjaar", "jaar"})
_UREN: Final = frozenset({"ziekte_uren", "geoorloofde_uren", "ongeoorloofde_uren"})
#: Grove invoer: wie per dagdeel of dag invoert, kan geen uren tellen.
_GROF: Final = frozenset({"dagdeel", "schooldag"})
_KLOK: Final = frozenset({"klokuur", "uur", "halfuur", "minuut"})
_MET_LESUREN: Final = frozenset({"vo", "pro", "vso", "mbo"})
_OUD: Final = 3


def signal_faults(ladder: Ladder, gegevens: Gegevens) -> Iterator[Gebrek]:
    """Yield what is wrong with each signal by itself."""
    meldt_uren = any(
        signaal.naam == "ongeoorloofde_uren" and _reports(ladder, stap) for stap in ladder.stappen for signaal in stap.signalen
    )
    onduidelijk: dict[tuple[str, str], list[tuple[Stap, Signaal]]] = {}
    for stap in ladder.stappen:
        for signaal in stap.signalen:
            if signaal.drempel is None:
                continue
            eigen = next(_of_threshold(stap, signaal, signaal.drempel, gegevens), None)
            if eigen is not None:
                yield eigen
                continue
            yield from _of_unit(stap, signaal, signaal.drempel, gegevens)
            if _restarts_too_soon(signaal):
                yield Gebrek(Kwaal.TELT_PER, ((*signaal.pad, "periode"),), stap, signaal)
            if _moment_unclear(signaal, signaal.drempel):
                onduidelijk.setdefault((stap.trap, signaal.naam), []).append((stap, signaal))
            if not meldt_uren and _is_old_limit(signaal, signaal.drempel) and _reports(ladder, stap):
                yield Gebrek(Kwaal.OUDE_GRENS, ((*signaal.pad, "drempel"),), stap, signaal)
    for rij in onduidelijk.values():
        meer = (str(len(rij) - 1),) if len(rij) > 1 else ()
        yield Gebrek(Kwaal.VENSTER, tuple((*signaal.pad, "periode") for _, signaal in rij), *rij[0], woorden=meer)


def _reports(ladder: Ladder, stap: Stap) -> bool:
    return any(actie.actie in {"duo_melden", "lpa_melden"} for actie in ladder.actions(stap))


def _is_old_limit(signaal: Signaal, drempel: Hoeveelheid) -> bool:
    return (
        signaal.naam in {"ongeoorloofd_aaneengesloten", "ongeoorloofde_uren"}
        and drempel.soort == "dagen"
        and (drempel.getal == _OUD and drempel.eenheid in {"dag", "schooldag", "lesdag", "kalenderdag"})
    )


# ---- De drempel ------------------------------------------------------------------------------------------------------


def _of_threshold(stap: Stap, signaal: Signaal, drempel: Hoeveelheid, gegevens: Gegevens) -> Iterator[Gebrek]:
    """Yield why the threshold cannot be reached, or is always reached; the first reason is enough."""
    bij = (*signaal.pad, "drempel")
    if signaal.naam == PEIL:
        yield from _of_level(stap, signaal, drempel)
        return
    if drempel.soort == "procent" or signaal.vergelijking == "onder":
        yield Gebrek(Kwaal.EENHEID, (bij,), stap, signaal, detail="procent" if drempel.soort == "procent" else "onder")
    elif signaal.naam.endswith(_REEKS) and drempel.soort == "keer":
        yield Gebrek(Kwaal.EENHEID, (bij,), stap, signaal, detail="reeks")
    elif signaal.naam == "ziekmeldingen" and drempel.soort != "keer":
        yield Gebrek(Kwaal.EENHEID, (bij,), stap, signaal, detail="keer")
    elif signaal.periode is not None and (signaal.periode.soort != "dagen" or signaal.periode.getal == 0):
        yield Gebrek(Kwaal.GEEN_TIJD, ((*signaal.pad, "periode"),), stap, signaal)
    elif signaal.periode is not None and (past := _fits(signaal, drempel, signaal.periode, gegevens.lesuur)):
        yield Gebrek(Kwaal.NOOIT, (bij, (*signaal.pad, "periode")), stap, signaal, detail=past)


def _of_level(stap: Stap, signaal: Signaal, drempel: Hoeveelheid) -> Iterator[Gebrek]:
    bij = (*signaal.pad, "drempel")
    if drempel.soort != "procent" or signaal.vergelijking == "elke":
        yield Gebrek(Kwaal.EENHEID, (bij,), stap, signaal, detail="peil")
    elif signaal.vergelijking == "onder":
        if drempel.getal == 0:
            yield Gebrek(Kwaal.NOOIT, (bij,), stap, signaal, detail="0 procent")
        elif drempel.getal > HONDERD:
            yield Gebrek(Kwaal.ALTIJD, (bij,), stap, signaal)
    elif drempel.getal > HONDERD or (drempel.getal == HONDERD and signaal.vergelijking == "meer_dan"):
        yield Gebrek(Kwaal.NOOIT, (bij,), stap, signaal, detail="100 procent")
    elif drempel.getal < HONDERD:
        yield Gebrek(Kwaal.PEIL_OMGEKEERD, (bij,), stap, signaal)


def _fits(signaal: Signaal, drempel: Hoeveelheid, periode: Hoeveelheid, lesuur: int | None) -> str:
    """Return how much fits in the window when the threshold does not fit, else an empty text."""
    dagen = school_days_in(periode)
    if signaal.naam.endswith(_REEKS) and drempel.soort == "dagen":
        return _run_fits(signaal, drempel, periode, dagen)
    if drempel.soort == "keer" and signaal.naam in _PER_DAG:
        hooguit = Fraction(dagen * _PER_DAG[signaal.naam])
        return str(Hoeveelheid(hooguit, "keer")) if _least(signaal, drempel.getal) > hooguit else ""
    if drempel.soort == "duur":
        minuten = drempel.basis(lesuur or _KORT_LESUUR)
        hooguit = Fraction(dagen * _MINUTEN_PER_DAG)
        return str(Hoeveelheid(Fraction(dagen), "schooldag")) if minuten > hooguit else ""
    return ""


def _run_fits(signaal: Signaal, drempel: Hoeveelheid, periode: Hoeveelheid, dagen: int) -> str:
    if drempel.eenheid in {"schooldag", "lesdag", "werkdag"}:
        return str(Hoeveelheid(Fraction(dagen), "schooldag")) if _least(signaal, drempel.getal) > dagen else ""
    ruim = periode.basis() if periode.eenheid not in {"schooldag", "lesdag", "werkdag"} else periode.getal * 7
    return str(periode) if drempel.basis() > ruim else ""


def _least(signaal: Signaal, getal: Fraction) -> int:
    return floor(getal) + 1 if signaal.vergelijking == "meer_dan" else ceil(getal)


def school_days_in(periode: Hoeveelheid) -> int:
    """Return how many school days a window has at most."""
    if periode.eenheid in _SCHOOLDAGEN:
        return ceil(periode.getal * _SCHOOLDAGEN[periode.eenheid])
    dagen = ceil(periode.basis())
    return 5 * (dagen // 7) + min(dagen % 7, 5)


# ---- De eenheid en het venster ----------------------------------------------------------------------------------------


def _of_unit(stap: Stap, signaal: Signaal, drempel: Hoeveelheid, gegevens: Gegevens) -> Iterator[Gebrek]:
    """Yield why the school cannot count in this unit with what it registers."""
    bij, invoer = (*signaal.pad, "drempel"), gegevens.invoer_eenheid
    if drempel.soort != "duur":
        return
    elders = ((*signaal.pad, "drempel"), ("registratie", "invoer_eenheid"))
    te_grof = invoer in _GROF if signaal.naam in _UREN else bool(invoer) and invoer != "minuut" and signaal.naam in _PER_DAG
    if te_grof:
        yield Gebrek(Kwaal.NIET_GEREGISTREERD, elders, stap, signaal, detail=invoer)
    elif drempel.eenheid == "uur" and (invoer == "lesuur" or (not invoer and gegevens.sector in _MET_LESUREN)):
        yield Gebrek(Kwaal.UUR, (bij,), stap, signaal)
    elif gegevens.lesuur is None and not gegevens.rekent_om and _mixed(drempel.eenheid, invoer):
        yield Gebrek(Kwaal.NIET_GEREGISTREERD, elders, stap, signaal, detail=invoer)


def _mixed(eenheid: str, invoer: str) -> bool:
    return (eenheid == "lesuur" and invoer in _KLOK) or (eenheid in _KLOK and invoer == "lesuur")


def _moment_unclear(signaal: Signaal, drempel: Hoeveelheid) -> bool:
    """Return whether it matters, and is not said, if the window slides or has a fixed begin."""
    periode = signaal.periode
    return (
        periode is not None
        and periode.eenheid in _SCHUIFT_OF_NIET
        and not signaal.telling_gezegd
        and drempel.soort in {"keer", "duur"}
        and _needs_window(signaal)
    )


def _restarts_too_soon(signaal: Signaal) -> bool:
    """Return whether the ladder begins to count again before the period of the signal is over."""
    if signaal.telt_per is None or signaal.periode is None or not _needs_window(signaal):
        return False
    return signaal.telt_per.basis() < signaal.periode.basis()


def _needs_window(signaal: Signaal) -> bool:
    """Return whether a period makes a difference: more than one time or one unit has to add up."""
    drempel = signaal.drempel
    if drempel is None:
        return False
    return drempel.getal > 1 or (drempel.getal == 1 and signaal.vergelijking == "meer_dan")


def unbounded_counts(ladder: Ladder, gegevens: Gegevens) -> Iterator[Gebrek]:
    """Yield counts without a period, once for each ladder and signal."""
    per_trap: dict[tuple[str, str], list[tuple[Stap, Signaal]]] = {}
    for stap in ladder.stappen:
        for signaal in stap.signalen:
            drempel = signaal.drempel
            if drempel is None or not _lacks_period(signaal, gegevens):
                continue
            if not any(_of_threshold(stap, signaal, drempel, gegevens)):
                per_trap.setdefault((stap.trap, signaal.naam), []).append((stap, signaal))
    for rij in per_trap.values():
        drempels = tuple(str(signaal.drempel) for _, signaal in rij)
        yield Gebrek(Kwaal.ZONDER_PERIODE, tuple(signaal.pad for _, signaal in rij), rij[0][0], rij[0][1], woorden=drempels)


def _lacks_period(signaal: Signaal, gegevens: Gegevens) -> bool:
    info = SIGNALEN.get(signaal.naam)
    if info is None or not info.periode or signaal.periode is not None or signaal.telling_gezegd:
        return False
    return _needs_window(signaal) and not (signaal.naam == PEIL and gegevens.meetperiode)
