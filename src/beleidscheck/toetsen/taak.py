"""Wat een stap doet: de gevraagde actie, door wie, met wie, waar vastgelegd, en binnen welke termijn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cached_property
from typing import TYPE_CHECKING, Self

from pydantic import Field, model_validator

from beleidscheck.bevinding import Reden, Trapbewijs
from beleidscheck.hoeveelheid import UnitError, compare_time, parse_hoeveelheid
from beleidscheck.toetsen.basis import Onderzoek, ToetsBasis, enumerate_nl, nothing
from beleidscheck.toetsen.waarden import Maat  # noqa: TC001 - pydantic leest de aanduiding bij het draaien
from beleidscheck.trap.drempelzin import threshold
from beleidscheck.trap.ladder import BLOK

if TYPE_CHECKING:
    from collections.abc import Iterable

    from beleidscheck.trap.bereik import Groep
    from beleidscheck.trap.ladder import Actie, Pad, Signaal, Stap

#: Vanaf 18 jaar is het Doorstroompunt de partner die leerplicht tot 18 is (Protocol NK 2024-2025, Leerplicht en kwalificatieplicht).
LEERPLICHT, DOORSTROOM = "leerplichtambtenaar", "doorstroompunt"


class Rang(IntEnum):
    """Hoe dicht een stap bij de norm komt: hoe hoger, hoe dichter."""

    GEEN_STAP = 0
    TE_LAAT_ZONDER_ACTIE = 1
    ZONDER_ACTIE = 2
    TE_LAAT_MET_ANDERE_ACTIE = 3
    ANDERE_ROL = 4
    TE_LAAT = 5
    BIJNA = 6
    ANDERE_PERIODE = 7
    ANDERE_TELLING = 8
    BIJNA_ALTIJD = 9


@dataclass(frozen=True, slots=True)
class Mis:
    """Waarom een stap net niet is wat de norm vraagt.

    `stap` is de stap die moet veranderen, of `None` als er een stap bij moet. `tussen`: naar de vaste omrekening van eenheden is de
    stap op tijd, maar er is een leerling bij wie het misgaat.
    """

    rang: Rang
    pad: Pad
    zin: str
    te_doen: str
    reden: Reden = Reden.ONTBREEKT
    stap: Stap | None = None
    tussen: bool = False
    trapbewijs: Trapbewijs | None = None


@dataclass(frozen=True)
class Trede:
    """Eén signaal van één stap, gezien door één groep leerlingen."""

    onderzoek: Onderzoek
    groep: Groep
    stap: Stap
    signaal: Signaal

    @cached_property
    def naam(self) -> str:
        """Return the signal with its threshold: "«te laat» (vanaf de 3e keer)"."""
        naam = f"«{self.onderzoek.noem(self.signaal.naam)}»"
        return f"{naam} ({threshold(self.signaal)})" if self.signaal.drempel else naam

    @cached_property
    def acties(self) -> tuple[Actie, ...]:
        """Return the actions that follow for this group."""
        return self.onderzoek.ladder.actions(self.stap, self.groep.holds)

    @cached_property
    def zonder_plek(self) -> Signaal:
        """Return the signal without its place: all that a proof depends on."""
        return replace(self.signaal, pad=())

    def actions(self, namen: Iterable[str]) -> list[Actie]:
        """Return the actions with one of these names that follow for this group."""
        return [actie for actie in self.acties if actie.actie in namen]


def treden(onderzoek: Onderzoek, groep: Groep) -> tuple[Trede, ...]:
    """Return the signals of all steps for this group, in the order of the ladder; one `onderzoek` remembers them."""
    bekend = onderzoek.treden.get(groep)
    if bekend is None:
        bekend = onderzoek.treden[groep] = tuple(
            Trede(onderzoek, groep, stap, signaal)
            for stap in onderzoek.ladder.stappen
            if groep.holds(stap)
            for signaal in stap.signalen
        )
    return bekend


class Taak(ToetsBasis):
    """Wat een norm van de acties van een stap vraagt; zonder `actie` is elke stap goed."""

    actie: list[str] = Field(default_factory=nothing, description="De acties; één ervan is genoeg.")
    wie: list[str] = Field(default_factory=nothing, description="Wie de actie doet; één ervan is genoeg.")
    met: list[str] = Field(default_factory=nothing, description="Met wie; allemaal, verdeeld over acties mag ook.")
    met_een_van: list[str] = Field(default_factory=nothing, description="Met wie; minstens één ervan.")
    vastlegging: list[str] = Field(default_factory=nothing, description="Waar de actie wordt vastgelegd; allemaal, bij één en dezelfde actie.")
    vastlegging_een_van: list[str] = Field(default_factory=nothing, description="Waar de actie wordt vastgelegd; minstens één ervan.")
    termijn: Maat | None = Field(default=None, description="Binnen welke tijd de actie gebeurt.")
    voorwaarde: str = Field(default="", description="Woorden die in de voorwaarde bij de actie moeten staan.")
    telt: list[str] = Field(default_factory=nothing, description="Wat bij de actie moet meetellen.")

    @model_validator(mode="after")
    def _has_an_action(self) -> Self:
        taak = (
            self.wie,
            self.met,
            self.met_een_van,
            self.vastlegging,
            self.vastlegging_een_van,
            self.termijn,
            self.voorwaarde,
            self.telt,
        )
        if any(taak) and not self.actie:
            raise ValueError("Deze toets vraagt iets van een actie, maar noemt bij `actie` geen actie.")
        return self

    def task(self, onderzoek: Onderzoek) -> str:
        """Return the action asked for: "«brief» door mentor met ouder"."""
        wie = f" door {enumerate_nl([onderzoek.noem(w) for w in self.wie], 'of')}" if self.wie else ""
        met = f" met {enumerate_nl([onderzoek.noem(m) for m in self.met])}" if self.met else ""
        return f"{named(onderzoek, self.actie, 'of')}{wie}{met}"

    def done_by(self, trede: Trede) -> list[Actie]:
        """Return the actions asked for that the right role does."""
        return [actie for actie in trede.actions(self.actie) if not self.wie or actie.wie in self.wie]

    def task_misses(self, trede: Trede, *, binnen_termijn: bool = True) -> Mis | None:
        """Return what is asked for and not done at this step, or `None`; without `binnen_termijn` the term does not matter."""
        if not self.actie:
            return None
        onderzoek, acties = trede.onderzoek, trede.actions(self.actie)
        if not acties:
            zin = f"Bij {trede.naam} ontbreekt de actie {self.task(onderzoek)}."
            doen = f"Voeg bij deze stap de actie {self.task(onderzoek)} toe."
            return Mis(Rang.ZONDER_ACTIE, trede.stap.pad, zin, doen, stap=trede.stap)
        door = self.done_by(trede)
        if not door:
            return self._wrong_role(trede, acties)
        return self._company_misses(trede, door) or self._detail_misses(trede, door, binnen_termijn=binnen_termijn)

    def _wrong_role(self, trede: Trede, acties: list[Actie]) -> Mis:
        onderzoek = trede.onderzoek
        gevraagd = named(onderzoek, self.wie, "of")
        wie = list(dict.fromkeys(actie.wie for actie in acties if actie.wie))
        if wie:
            zin = f"Bij {trede.naam} {'doet' if len(wie) == 1 else 'doen'} {named(onderzoek, wie)} de actie {self._act(trede)}; gevraagd is {gevraagd}."
        else:
            zin = f"Bij {trede.naam} staat niet wie de actie {self._act(trede)} doet; gevraagd is {gevraagd}."
        doen = f"Zet bij deze actie `wie: {self.wie[0]}`."
        return Mis(Rang.ANDERE_ROL, acties[0].pad, zin, doen, Reden.WIJKT_AF if wie else Reden.ONTBREEKT, trede.stap)

    def _act(self, trede: Trede) -> str:
        return named(trede.onderzoek, self.actie, "of")

    def _company_misses(self, trede: Trede, door: list[Actie]) -> Mis | None:
        """Return who or which record the actions together do not name."""
        onderzoek = trede.onderzoek
        vastgelegd = [actie for actie in door if self._recorded(actie)]
        for sleutel, alle, een in (
            ("met", self.met, self.met_een_van),
            ("vastlegging", self.vastlegging, self.vastlegging_een_van),
        ):
            staat = _said(vastgelegd or door, sleutel, {*alle, *een})
            telt = {*staat, LEERPLICHT} if DOORSTROOM in staat and trede.groep.is_adult() else set(staat)
            mist, voegwoord = [woord for woord in alle if woord not in telt], "en"
            if not mist and een and not set(een) & telt:
                mist, voegwoord = een, "of"
            if not mist:
                continue
            wat, er = named(onderzoek, mist, voegwoord), named(onderzoek, staat)
            wel = f"noemt de actie {self._act(trede)} wel {er}, maar niet {wat}"
            niet = f"noemt de actie {self._act(trede)} niet met wie; gevraagd {'zijn' if voegwoord == 'en' and len(mist) > 1 else 'is'} {wat}"
            if sleutel == "vastlegging":
                wel = f"legt u de actie {self._act(trede)} wel vast in {er}, maar niet in {wat}"
                niet = f"staat niet dat u de actie {self._act(trede)} vastlegt in {wat}"
            doen = f"Voeg bij deze actie onder `{sleutel}` {wat} toe."
            reden = Reden.WIJKT_AF if staat else Reden.ONTBREEKT
            return Mis(Rang.BIJNA, door[0].pad, f"Bij {trede.naam} {wel if staat else niet}.", doen, reden, trede.stap)
        return None

    def _recorded(self, actie: Actie) -> bool:
        """Return whether the action is recorded where the norm asks."""
        een = self.vastlegging_een_van
        return set(self.vastlegging) <= set(actie.vastlegging) and (not een or bool(set(een) & set(actie.vastlegging)))

    def _detail_misses(self, trede: Trede, door: list[Actie], *, binnen_termijn: bool) -> Mis | None:
        """Return the term, condition or counted time that none of the actions has."""
        naam, actie, pad = trede.naam, self._act(trede), door[0].pad
        if binnen_termijn and self.termijn is not None and not any(_in_time(een, self.termijn, trede.onderzoek.lesuur) for een in door):
            nu = next((een.termijn for een in door if een.termijn), None)
            staat = f"doet u de actie {actie} binnen {nu}" if nu else f"staat bij de actie {actie} geen termijn"
            zin = f"Bij {naam} {staat}; gevraagd is binnen {self.termijn}."
            doen = f"Zet bij deze actie `termijn: {self.termijn}`."
            return Mis(Rang.BIJNA, pad, zin, doen, Reden.WIJKT_AF if nu else Reden.ONTBREEKT, trede.stap)
        if self.voorwaarde and not any(self.voorwaarde.lower() in een.voorwaarde.lower() for een in door):
            zin = f"Bij {naam} staat bij de actie {actie} niet de voorwaarde «{self.voorwaarde}»."
            doen = f"Zet bij deze actie een `voorwaarde` waarin «{self.voorwaarde}» staat."
            return Mis(Rang.BIJNA, pad, zin, doen, stap=trede.stap)
        mist = [deel for deel in self.telt if not any(deel in een.telt for een in door)]
        if mist:
            wat = named(trede.onderzoek, mist)
            zin = f"Bij {naam} staat bij de actie {actie} niet dat {wat} {'meetelt' if len(mist) == 1 else 'meetellen'}."
            return Mis(Rang.BIJNA, pad, zin, f"Voeg bij deze actie onder `telt` {wat} toe.", stap=trede.stap)
        return None


def _said(door: list[Actie], sleutel: str, gevraagd: set[str]) -> list[str]:
    """Return whom the actions name together, or what the one that comes nearest records: two half records are no whole one."""
    if sleutel == "met":
        return list(dict.fromkeys(woord for actie in door for woord in actie.met))
    return list(max(door, key=lambda actie: len(gevraagd & set(actie.vastlegging))).vastlegging)


def at(pad: Pad, sleutel: str) -> Pad:
    """Return the path of a key; what comes from a kader has no place of its own in the policy."""
    return pad if pad == (BLOK, "volgt") else (*pad, sleutel)


def named(onderzoek: Onderzoek, woorden: Iterable[str], voegwoord: str = "en") -> str:
    """Return the words by their Dutch names, each between guillemets."""
    return enumerate_nl([f"«{onderzoek.noem(woord)}»" for woord in woorden], voegwoord)


def _in_time(actie: Actie, grens: str, lesuur: int | None) -> bool:
    """Return whether the action has a term no longer than this; a lesuur of unknown length is at most an hour here."""
    try:
        return actie.termijn is not None and compare_time(actie.termijn, parse_hoeveelheid(grens), lesuur or 60) <= 0
    except UnitError:
        return False
