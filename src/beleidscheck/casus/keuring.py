"""Wat een casus meer moet zijn dan goed geschreven: elke dag binnen het schooljaar, les als er les is, en geen tegenspraak."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from itertools import chain
from typing import TYPE_CHECKING, Final

from beleidscheck.casus.dagwoorden import DAGNAMEN, day_words
from beleidscheck.casus.kalenderkeuring import LANG, Kalenderkeuring
from beleidscheck.casus.model import MAX_GEBEURTENISSEN, WAT
from beleidscheck.hoeveelheid import Hoeveelheid, UnitError, parse_hoeveelheid
from beleidscheck.policy.melding import enumerate_or, nearest
from beleidscheck.trap.kalender import Tijdvak
from beleidscheck.trap.verloop import CATEGORIEEN, PEIL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from beleidscheck.casus.model import Casusbestand, Gebeurtenis
    from beleidscheck.source import Pad
    from beleidscheck.trap.kalender import Kalender

#: Wat alleen op een dag met les kan gebeuren.
_IN_DE_LES: Final = frozenset(
    {*CATEGORIEEN, "ziekmelding", "te_laat", "uit_de_les_gestuurd", "afwezig_zonder_bericht", "luxe_verzuim"}
)
#: Woorden uit een ladder die in een casus anders heten.
_ANDERS: Final = {
    "ziekmeldingen": "ziek` met `van` en `tot`, of `ziekmelding",
    "ziek_aaneengesloten": "ziek` met `van` en `tot",
    "ziekte_uren": "ziek` met `tijd",
    "geoorloofd_aaneengesloten": "geoorloofd` met `van` en `tot",
    "geoorloofde_uren": "geoorloofd` met `tijd",
    "ongeoorloofde_uren": "ongeoorloofd` met `tijd",
    "ongeoorloofd_aaneengesloten": "ongeoorloofd` met `van` en `tot",
    "nog_ziek_na_weekend": "ziek` met `van` voor het weekend en `tot` erna",
}


def days_of(gebeurtenis: Gebeurtenis) -> tuple[date, ...]:
    """Return the days that an event names: one, several, or every day from `van` to `tot`."""
    if gebeurtenis.dagen is not None:
        return tuple(gebeurtenis.dagen)
    if gebeurtenis.op is not None:
        return (gebeurtenis.op,)
    if gebeurtenis.van is not None and gebeurtenis.tot is not None and (gebeurtenis.tot - gebeurtenis.van).days < LANG:
        return tuple(Tijdvak(gebeurtenis.van, gebeurtenis.tot).days())
    return ()


class Keuring(Kalenderkeuring):
    """De hele gang langs een casus; wat niet klopt staat in `fouten`."""

    def events(self, kalender: Kalender) -> None:
        """Check every event by itself, and all absences together."""
        rij = self._inhoud.gebeurtenissen
        dagen = sum(len(gebeurtenis.dagen or ()) or 1 for gebeurtenis in rij)
        if dagen > MAX_GEBEURTENISSEN:
            zin = f"Er staan {dagen} gebeurtenissen in deze casus; er passen er hooguit {MAX_GEBEURTENISSEN}."
            self.say(("gebeurtenissen",), "te-veel", zin, "Maak er twee casussen van.", key=True)
            return
        goed = [(n, gebeurtenis) for n, gebeurtenis in enumerate(rij) if self._event(kalender, n, gebeurtenis)]
        self._absences(kalender, goed)

    def _event(self, kalender: Kalender, nummer: int, gebeurtenis: Gebeurtenis) -> bool:
        pad: Pad = ("gebeurtenissen", nummer)
        aantal = len(self.fouten)
        self._known(pad, gebeurtenis.wat)
        self._when(pad, gebeurtenis)
        self._amount(pad, gebeurtenis)
        if len(self.fouten) == aantal:
            for plek, dag in self._named_days(pad, gebeurtenis):
                if self.inside(kalender, plek, dag) and gebeurtenis.wat in _IN_DE_LES:
                    self._lesson(kalender, plek, dag)
        return len(self.fouten) == aantal

    def _known(self, pad: Pad, wat: str) -> None:
        if wat in WAT:
            return
        zin = f"«{wat}» kennen wij niet als gebeurtenis of signaal."
        if wat in _ANDERS:
            remedie = f"In een casus schrijft u dat als `{_ANDERS[wat]}`."
        elif bedoeld := nearest(wat, WAT):
            remedie = f"Bedoelde u `{bedoeld}`?"
        else:
            remedie = f"Mogelijk zijn: {enumerate_or(WAT, 30)}."
        self.say((*pad, "wat"), "onbekend-signaal", zin, remedie)

    def _when(self, pad: Pad, gebeurtenis: Gebeurtenis) -> None:
        """Check that the event has one way to say when, and that it fits what happens."""
        van_tot = gebeurtenis.van is not None or gebeurtenis.tot is not None
        manieren = (gebeurtenis.op is not None) + (gebeurtenis.dagen is not None) + van_tot
        if manieren != 1 or gebeurtenis.dagen == []:
            zin = (
                "Bij deze gebeurtenis staat niet wanneer."
                if manieren == 0 or gebeurtenis.dagen == []
                else "Bij deze gebeurtenis staat op meer dan één manier wanneer."
            )
            self.say(pad, "wanneer", zin, "Schrijf `op` met één dag, `dagen` met losse dagen, of `van` en `tot`.")
        elif van_tot and (gebeurtenis.van is None or gebeurtenis.tot is None):
            mist = "van" if gebeurtenis.van is None else "tot"
            self.say(pad, "wanneer", f"Bij deze gebeurtenis ontbreekt `{mist}`.", f"Voeg `{mist}:` toe, of schrijf alleen `op`.")
        elif van_tot and gebeurtenis.wat not in CATEGORIEEN and gebeurtenis.wat in WAT:
            zin = f"«{gebeurtenis.wat}» gebeurt op een dag; `van` en `tot` horen bij ziek, geoorloofd en ongeoorloofd."
            self.say((*pad, "van"), "wanneer", zin, "Schrijf `op` met één dag, of `dagen` met losse dagen.", key=True)
        elif gebeurtenis.van is not None and gebeurtenis.tot is not None:
            self.span(pad, gebeurtenis.van, gebeurtenis.tot)

    def _amount(self, pad: Pad, gebeurtenis: Gebeurtenis) -> None:
        if gebeurtenis.tijd is not None:
            tijd = parse_hoeveelheid(gebeurtenis.tijd)
            if gebeurtenis.wat not in CATEGORIEEN:
                zin = f"Bij «{gebeurtenis.wat}» hoort geen gemiste tijd."
                self.say((*pad, "tijd"), "tijd", zin, "Haal `tijd` weg.", key=True)
            elif tijd.soort != "duur" or not tijd.getal:
                zin = f"«{gebeurtenis.tijd}» is geen gemiste lestijd."
                self.say((*pad, "tijd"), "tijd", zin, "Schrijf bijvoorbeeld `3 lesuren`; een hele dag heeft geen `tijd`.")
        if (gebeurtenis.wat == PEIL) != (gebeurtenis.procent is not None):
            if gebeurtenis.wat == PEIL:
                self.say(pad, "procent", "Bij `aanwezigheid` staat niet hoeveel.", "Voeg toe: `procent: 94`.")
            else:
                zin = f"Bij «{gebeurtenis.wat}» hoort geen percentage."
                self.say((*pad, "procent"), "procent", zin, "Haal `procent` weg.", key=True)

    def _named_days(self, pad: Pad, gebeurtenis: Gebeurtenis) -> Iterator[tuple[Pad, date]]:
        """Yield the days that stand in the file, with their place."""
        if gebeurtenis.dagen is not None:
            yield from (((*pad, "dagen", nummer), dag) for nummer, dag in enumerate(gebeurtenis.dagen))
        for sleutel, dag in (("op", gebeurtenis.op), ("van", gebeurtenis.van), ("tot", gebeurtenis.tot)):
            if dag is not None:
                yield (*pad, sleutel), dag

    def _lesson(self, kalender: Kalender, pad: Pad, dag: date) -> None:
        if kalender.is_school_day(dag):
            return
        vakantie = next((vak.naam for vak in kalender.vakanties if dag in vak), "")
        waarom = f" ({vakantie.lower()})" if vakantie else " (feestdag)" if dag in kalender.feestdagen else ""
        dichtbij = next((d for d in _around(dag) if kalender.is_school_day(d) and d in kalender), None)
        remedie = f"Kies een schooldag, bijvoorbeeld `{dichtbij.isoformat()}`" if dichtbij else "Kies een schooldag"
        feestdag = "; geeft de school dan wel les, zet de dag bij `wel_les`" if dag in kalender.feestdagen else ""
        self.say(pad, "geen-les", f"Op {day_words(dag)} is er geen les{waarom}.", f"{remedie}{feestdag}.")

    def _absences(self, kalender: Kalender, rij: Iterable[tuple[int, Gebeurtenis]]) -> None:
        """Check that no day is missed twice, and that nobody is late on a day of absence."""
        gemist: dict[date, list[tuple[int, Gebeurtenis]]] = {}
        te_laat: list[tuple[int, date]] = []
        for nummer, gebeurtenis in rij:
            if gebeurtenis.wat in CATEGORIEEN:
                for dag in days_of(gebeurtenis):
                    if kalender.is_school_day(dag):
                        gemist.setdefault(dag, []).append((nummer, gebeurtenis))
            elif gebeurtenis.wat == "te_laat":
                te_laat += [(nummer, dag) for dag in days_of(gebeurtenis)]
        gemeld: set[int] = set()
        for dag, samen in gemist.items():
            nummer = samen[-1][0]
            if nummer not in gemeld and self._too_much(dag, [gebeurtenis for _, gebeurtenis in samen]):
                gemeld.add(nummer)
                zin = f"Op {day_words(dag)} is de leerling meer afwezig dan er les is, of twee keer tegelijk."
                self.say(("gebeurtenissen", nummer), "overlap", zin, "Laat de ene afwezigheid eindigen voordat de andere begint.")
        for nummer, dag in te_laat:
            if any(gebeurtenis.tijd is None for _, gebeurtenis in gemist.get(dag, ())):
                zin = f"Op {day_words(dag)} is de leerling de hele dag afwezig, en kan dan niet te laat komen."
                self.say(("gebeurtenissen", nummer), "overlap", zin, "Kies een andere dag, of haal een van de twee weg.")

    def _too_much(self, dag: date, samen: list[Gebeurtenis]) -> bool:
        if len(samen) > 1 and any(gebeurtenis.tijd is None for gebeurtenis in samen):
            return True
        lessen = lessons(self._inhoud, dag.weekday())
        if lessen is None:
            return False
        try:
            tijden = [parse_hoeveelheid(gebeurtenis.tijd) for gebeurtenis in samen if gebeurtenis.tijd is not None]
            lesuur = self._inhoud.lesuur_minuten
            zelfde = {tijd.eenheid for tijd in tijden} <= {"lesuur"}
            return sum(((t.getal if zelfde else t.basis(lesuur)) for t in tijden), Fraction(0)) > (
                lessen.getal if zelfde else lessen.basis(lesuur)
            )
        except UnitError:
            return False  # zonder lengte van een lesuur is dat niet na te gaan

    # ---- De verwachtingen -----------------------------------------------------------------------------------------

    def expectations(self, kalender: Kalender) -> None:
        """Check that what is expected can be checked."""
        verwacht = self._inhoud.verwacht
        if verwacht is None:
            return
        if verwacht.niets and (verwacht.stappen or verwacht.acties):
            zin = "`niets: ja` en een verwachte stap of actie spreken elkaar tegen."
            self.say(("verwacht", "niets"), "tegenspraak", zin, "Haal een van de twee weg.", key=True)
        if verwacht.niets is not True and not verwacht.stappen and not verwacht.acties and not verwacht.geen_acties:
            zin = "Onder `verwacht` staat niets om na te gaan."
            self.say(("verwacht",), "leeg", zin, "Schrijf `niets: ja`, of noem stappen of acties.", key=True)
        for nummer, stap in enumerate(verwacht.stappen or ()):
            self.inside(kalender, ("verwacht", "stappen", nummer, "op"), stap.op)
        for nummer, actie in enumerate(verwacht.acties or ()):
            if actie.op is None and actie.uiterlijk is None:
                zin = f"Bij de verwachte actie «{actie.actie}» staat geen dag."
                self.say(("verwacht", "acties", nummer), "wanneer", zin, "Voeg `op` of `uiterlijk` toe.")
            for sleutel, dag in (("op", actie.op),):
                if dag is not None:
                    self.inside(kalender, ("verwacht", "acties", nummer, sleutel), dag)


def _around(dag: date) -> Iterator[date]:
    """Yield the days near this one, the nearest first."""
    return chain.from_iterable((dag + timedelta(days=n), dag - timedelta(days=n)) for n in range(1, 60))


def lessons(inhoud: Casusbestand, weekdag: int) -> Hoeveelheid | None:
    """Return how much lesson time a weekday has, when the casus says so."""
    if inhoud.lessen is not None and weekdag < len(DAGNAMEN) - 2:
        return Hoeveelheid(Fraction(str(getattr(inhoud.lessen, DAGNAMEN[weekdag]))), "lesuur")
    if inhoud.lessen_per_dag is not None:
        return Hoeveelheid(Fraction(str(inhoud.lessen_per_dag)), "lesuur")
    return None
