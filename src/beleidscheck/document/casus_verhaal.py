"""De casus als verhaal: wat er gebeurt, wat er dan volgt, wie dat doet en wie er eerder is. Gewone zinnen, nog zonder opmaak."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.beleid.woorden import label
from beleidscheck.casus.dagwoorden import day_words
from beleidscheck.casus.keuring import days_of
from beleidscheck.document.beleid_acties import is_sanction, measure, on_condition, short_action
from beleidscheck.document.namen import Namen
from beleidscheck.document.signaalzin import signal_phrase
from beleidscheck.document.taal import capitalise, enumerate_nl, figure
from beleidscheck.hoeveelheid import getal_tekst, parse_hoeveelheid

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from beleidscheck.casus.lezen import Casus
    from beleidscheck.casus.model import Gebeurtenis
    from beleidscheck.casus.partij import Partij
    from beleidscheck.trap.ladder import Actie, Signaal, Stap
    from beleidscheck.trap.simulatie import Moment, Taak, Tijdlijn

_MELDINGEN: Final = frozenset({"ziek", "ziekmelding"})


@dataclass(frozen=True, slots=True)
class Doet:
    """Eén actie als zin ("de mentor neemt contact op met de ouders"), met haar uiterste dag en waar zij wordt vastgelegd."""

    zin: str
    uiterlijk: date | None
    waar: str
    sanctie: bool


@dataclass(frozen=True, slots=True)
class Volgt:
    """Een stap die afgaat: hoe hij heet, waardoor (leeg als zijn naam dat al zegt), wie dan wat doet, en waar hij vandaan komt."""

    dag: date
    titel: str
    waardoor: str
    doet: tuple[Doet, ...]
    herkomst: str


class Verteller:
    """Vertelt wat één ladder doet, met de woorden en de rolnamen die daarbij horen."""

    def __init__(self, partij: Partij) -> None:
        self.partij = partij
        self.namen = Namen(partij.feiten.get("rollen", {}), partij.uitbreiding, partij.sector)
        # een stap draagt alleen wat de motor nodig heeft; hoe hij heet en welke sanctie erbij hoort, staat in het beleid zelf
        ruw = raw_steps(partij)
        self._stappen = {id(stap): feiten for stap, feiten in zip(partij.ladder.stappen, ruw, strict=True)}
        self._acties = {
            id(actie): feiten
            for stap, stapfeiten in zip(partij.ladder.stappen, ruw, strict=True)
            for actie, feiten in zip(stap.acties, stapfeiten.get("acties", ()), strict=True)
        }

    def follows(self, tijdlijn: Tijdlijn) -> tuple[Volgt, ...]:
        """Return every step that fires, in order of day."""
        return tuple(self.moment(moment) for moment in tijdlijn.momenten)

    def moment(self, moment: Moment) -> Volgt:
        """Return one step that fires."""
        waardoor = enumerate_nl(self._reason(signaal, getal_tekst(keer.stand)) for signaal, keer in moment.signalen)
        titel, herkomst = self.title(moment.stap), self._origin(moment.stap)
        if titel.casefold() == waardoor.casefold():
            waardoor = ""
        return Volgt(moment.dag, titel, waardoor, tuple(self.does(taak) for taak in moment.taken), herkomst)

    def title(self, stap: Stap) -> str:
        """Return the title of a step, or else when it comes."""
        titel = str(self._stappen[id(stap)].get("titel", ""))
        return titel or capitalise(enumerate_nl((self._phrase(signaal) for signaal in stap.signalen), "of"))

    def does(self, taak: Taak) -> Doet:
        """Return one action as a sentence."""
        ruw = self._acties[id(taak.actie)]
        plaatsen = enumerate_nl(label(plaats, "plaats", self.partij.uitbreiding) for plaats in taak.actie.vastlegging)
        maat = self.sanction(taak.actie)
        zin = f"{short_action(ruw, self.namen)}{f': {maat}' if maat else ''}"
        return Doet(zin, taak.uiterlijk, plaatsen, is_sanction(ruw, self.namen))

    def action(self, actie: Actie) -> str:
        """Return what is done, without who does it: "voert een gesprek met de leerling"."""
        ruw = self._acties[id(actie)]
        return f"{self.namen.action(ruw)}{on_condition(ruw)}"

    def condition(self, actie: Actie) -> str:
        """Return when an action is done, if not always: "als er zorg is"; empty when it always is."""
        return on_condition(self._acties[id(actie)])[2:-1]  # zonder de spatie en de haakjes

    def sanction(self, actie: Actie) -> str:
        """Return which sanction an action is and how much; empty when the school does not say."""
        ruw = self._acties[id(actie)]
        return measure(ruw["sanctie"], self.namen) if ruw.get("sanctie") else ""

    def _reason(self, signaal: Signaal, stand: str) -> str:
        zin = self._phrase(signaal)
        if signaal.drempel is not None and signaal.drempel.soort == "procent":
            return f"{zin}; het is {stand} procent"
        return zin

    def _phrase(self, signaal: Signaal) -> str:
        ruw: dict[str, Any] = {"signaal": signaal.naam, "vergelijking": signaal.vergelijking}
        if signaal.drempel is not None:
            ruw["drempel"] = str(signaal.drempel)
        if signaal.periode is not None:
            ruw["periode"] = str(signaal.periode)
        return signal_phrase(ruw, self.namen)

    def _origin(self, stap: Stap) -> str:
        """Return where a step comes from, when the school follows the ladder of a kader and that is worth knowing."""
        if not self.partij.ladder.volgt or self.partij.soort == "kader":
            return ""
        return "van het kader" if stap.uit_kader else "aangepast" if stap.pad[1] == "vervang" else "eigen stap"


def raw_steps(partij: Partij) -> list[Mapping[str, Any]]:
    """Return every step of the ladder as the policy or the kader says it, with what a replaced step takes from the kader.

    Steps of a kader stand in its own order; a step without an id cannot be left out or replaced, so that order is enough.
    """
    voorraad: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for ref, trappen in partij.trappen.items():
        for stap in (stap for trap in trappen for stap in trap.get("stappen", ())):
            voorraad.setdefault((ref, str(stap.get("id", ""))), []).append(stap)
    rij: list[Mapping[str, Any]] = []
    for stap in partij.ladder.stappen:
        uit_kader = voorraad.get((stap.uit_kader or partij.ladder.volgt, stap.id), [{}])
        if stap.uit_kader:
            rij.append(uit_kader.pop(0) if len(uit_kader) > 1 else uit_kader[0])
            continue
        eigen: Any = partij.feiten
        for deel in stap.pad:
            eigen = eigen[deel]
        rij.append({**uit_kader[0], **eigen} if stap.pad[1] == "vervang" else eigen)
    return rij


# ---- Wat er gebeurt --------------------------------------------------------------------------------------------------


def happenings(casus: Casus) -> tuple[tuple[date, str], ...]:
    """Return what happens to the pupil, in order of day: "te laat (3e keer)"."""
    rij = sorted(
        (
            (dagen[0], nummer, dagen, gebeurtenis)
            for nummer, gebeurtenis in enumerate(casus.inhoud.gebeurtenissen)
            for dagen in _pieces(gebeurtenis)
        ),
        key=lambda stuk: (stuk[0], stuk[1]),
    )
    keer: Counter[str] = Counter()
    verhaal = []
    for dag, _, dagen, gebeurtenis in rij:
        soort = "ziek" if gebeurtenis.wat in _MELDINGEN else gebeurtenis.wat
        keer[soort] += 1
        verhaal.append((dag, _happening(casus, gebeurtenis, dagen, keer[soort])))
    return tuple(verhaal)


def _pieces(gebeurtenis: Gebeurtenis) -> Iterator[tuple[date, ...]]:
    """Yield the days of an event that are told as one: a period as a whole, loose days one by one."""
    dagen = days_of(gebeurtenis)
    if gebeurtenis.van is not None:
        yield dagen
    else:
        yield from ((dag,) for dag in dagen)


def _happening(casus: Casus, gebeurtenis: Gebeurtenis, dagen: Sequence[date], keer: int) -> str:
    wat = gebeurtenis.wat
    erbij = f"; {gebeurtenis.toelichting.rstrip('.')}" if gebeurtenis.toelichting else ""
    lengte = _length(casus, gebeurtenis, dagen)
    match wat:
        case "ziek":
            return f"ziek, {lengte}; {keer}e ziekmelding{erbij}"
        case "ziekmelding":
            return f"ziekgemeld ({keer}e ziekmelding){erbij}"
        case "geoorloofd" | "ongeoorloofd":
            return f"{wat} afwezig, {lengte}{erbij}"
        case "te_laat" | "uit_de_les_gestuurd":
            return f"{label(wat, 'signaal')} ({keer}e keer){erbij}"
        case "aanwezigheid":
            return f"aanwezigheid gemeten: {figure(float(gebeurtenis.procent or 0))} procent{erbij}"
        case _:
            return f"{label(wat, 'signaal')}{erbij}"


def _length(casus: Casus, gebeurtenis: Gebeurtenis, dagen: Sequence[date]) -> str:
    """Return how long an absence lasts: "4 lesuren", "één dag", "5 schooldagen, tot en met vrijdag 11 september 2026"."""
    met_les = [dag for dag in dagen if casus.kalender.is_school_day(dag)]
    deel = f"{parse_hoeveelheid(gebeurtenis.tijd)}" if gebeurtenis.tijd is not None else ""
    if len(met_les) <= 1:
        return deel or "één dag"
    return f"{len(met_les)} schooldagen{f' elk {deel}' if deel else ''}, tot en met {day_words(met_les[-1])}"


def pupil_words(casus: Casus) -> str:
    """Return who the pupil is, in a few words."""
    leerling = casus.inhoud.leerling
    delen = [f"Een leerling van {leerling.leeftijd} jaar"]
    if leerling.leerjaar is not None:
        delen.append(f"leerjaar {leerling.leerjaar}")
    if leerling.onderwijssoort:
        delen.append(label(leerling.onderwijssoort))
    if leerling.leerplicht:
        delen.append(leerling.leerplicht.replace("_", " "))
    if leerling.locatie:
        delen.append(f"locatie {leerling.locatie}")
    return ", ".join(delen)
