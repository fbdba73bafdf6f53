"""De keuring van de kalender van een casus: het schooljaar, de vakanties, de losse vrije dagen en de perioden."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from beleidscheck.casus.dagwoorden import day_words
from beleidscheck.casus.schooljaar import known_years, school_year, vacations
from beleidscheck.policy.melding import fault_at
from beleidscheck.source import dotted
from beleidscheck.trap.kalender import Tijdvak

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from beleidscheck.casus.model import Casusbestand
    from beleidscheck.errors import Fault
    from beleidscheck.source import Pad, Source
    from beleidscheck.trap.kalender import Kalender

#: Geen vakantie, periode of afwezigheid in een schooljaar duurt langer.
LANG: Final = 366


class Kalenderkeuring:
    """De eerste gang langs een casus; wat niet klopt staat in `fouten`."""

    def __init__(self, inhoud: Casusbestand, source: Source) -> None:
        self.fouten: list[Fault] = []
        self._inhoud = inhoud
        self._source = source

    def say(self, pad: Pad, code: str, zin: str, remedie: str, *, key: bool = False) -> None:
        """Keep a fault at this place."""
        self.fouten.append(fault_at(self._source, pad, (code, zin, remedie), key=key))

    # ---- De kalender ----------------------------------------------------------------------------------------------

    def calendar(self) -> Kalender | None:
        """Return the calendar of the casus, or `None` when it cannot be made."""
        inhoud = self._inhoud
        jaar = inhoud.schooljaar
        if int(jaar[5:]) != int(jaar[:4]) + 1:
            self.say(
                ("schooljaar",), "schooljaar", f"«{jaar}» is geen schooljaar.", f"Bedoelde u `{jaar[:4]}-{int(jaar[:4]) + 1}`?"
            )
            return None
        vakanties = self._vacations()
        perioden: dict[str, tuple[Tijdvak, ...]] = {}
        for nummer, periode in enumerate(inhoud.perioden or ()):
            if vak := self.span(("perioden", nummer), periode.van, periode.tot):
                perioden[periode.soort] = (*perioden.get(periode.soort, ()), vak)
        for soort, vakken in perioden.items():
            self._overlap(vakken, ("perioden",), f"Twee keer een {soort} op dezelfde dag")
        if vakanties is None:
            return None
        kalender = school_year(
            jaar, vakanties, vrije_dagen=inhoud.vrije_dagen or (), wel_les=inhoud.wel_les or (), perioden=perioden
        )
        for sleutel, dagen in (("vrije_dagen", inhoud.vrije_dagen), ("wel_les", inhoud.wel_les)):
            for nummer, dag in enumerate(dagen or ()):
                self.inside(kalender, (sleutel, nummer), dag)
        self._lessons()
        if inhoud.lessen_per_dag is not None and inhoud.lessen is not None:
            self.say(
                ("lessen",), "dubbel", "`lessen_per_dag` en `lessen` staan er allebei.", "Haal een van de twee weg.", key=True
            )
        return kalender

    def _lessons(self) -> None:
        """Check that every school day has lessons: otherwise no share of it can be missed."""
        per_dag: dict[Pad, float] = {}
        if self._inhoud.lessen_per_dag is not None:
            per_dag["lessen_per_dag",] = self._inhoud.lessen_per_dag
        if self._inhoud.lessen is not None:
            per_dag |= {("lessen", dag): aantal for dag, aantal in self._inhoud.lessen.model_dump().items()}
        for pad, aantal in per_dag.items():
            if not aantal:
                self.say(
                    pad,
                    "lessen",
                    f"Bij `{dotted(pad)}` staat 0; een schooldag heeft lessen.",
                    "Vul in hoeveel lesuren de dag telt.",
                )

    def _vacations(self) -> tuple[Tijdvak, ...] | None:
        inhoud = self._inhoud
        if inhoud.vakanties is not None and inhoud.vakantieregio is not None:
            zin = "`vakantieregio` en `vakanties` staan er allebei."
            self.say(("vakanties",), "dubbel", zin, "Kies de vakanties van een regio, of schrijf ze zelf.", key=True)
            return None
        if inhoud.vakantieregio is not None:
            if inhoud.schooljaar not in known_years():
                zin = f"De schoolvakanties van {inhoud.schooljaar} zijn hier niet bekend; wel die van {', '.join(known_years())}."
                self.say(("vakantieregio",), "vakanties", zin, "Schrijf de vakanties zelf onder `vakanties`, met `van` en `tot`.")
                return None
            return vacations(inhoud.vakantieregio)
        if inhoud.vakanties is None:
            zin = "Er staat niet wanneer er vakantie is."
            self.say((), "vakanties", zin, "Voeg `vakantieregio: noord` toe (of midden of zuid), of schrijf de vakanties zelf.")
            return None
        eigen = [self.span(("vakanties", n), v.van, v.tot, v.naam or "Vakantie") for n, v in enumerate(inhoud.vakanties)]
        vakken = tuple(vak for vak in eigen if vak is not None)
        self._overlap(vakken, ("vakanties",), "Twee vakanties op dezelfde dag")
        return vakken

    def span(self, pad: Pad, van: date, tot: date, naam: str = "") -> Tijdvak | None:
        """Return the days from `van` to `tot`, or keep the fault that they are no span."""
        if tot < van:
            zin = f"Bij `{dotted(pad)}` ligt `tot` ({day_words(tot)}) voor `van` ({day_words(van)})."
            self.say((*pad, "tot"), "volgorde", zin, "Draai de twee dagen om.")
            return None
        if (tot - van).days >= LANG:
            self.say((*pad, "tot"), "te-lang", f"Bij `{dotted(pad)}` staat meer dan een jaar.", "Controleer het jaartal.")
            return None
        return Tijdvak(van, tot, naam)

    def _overlap(self, vakken: Iterable[Tijdvak], pad: Pad, zin: str) -> None:
        op_volgorde = sorted(vakken)
        for eerste, tweede in pairwise(op_volgorde):
            if tweede.van <= eerste.tot:
                self.say(pad, "overlap", f"{zin}: {day_words(tweede.van)}.", "Laat de een eindigen voordat de ander begint.")

    def inside(self, kalender: Kalender, pad: Pad, dag: date) -> bool:
        """Return whether the day lies in the school year, or keep the fault that it does not."""
        if dag in kalender:
            return True
        jaar = self._inhoud.schooljaar
        zin = (
            f"{day_words(dag).capitalize()} valt buiten schooljaar {jaar} (1 augustus {jaar[:4]} tot en met 31 juli {jaar[5:]})."
        )
        self.say(pad, "buiten-schooljaar", zin, "Controleer het jaartal, of pas `schooljaar` aan.")
        return False
