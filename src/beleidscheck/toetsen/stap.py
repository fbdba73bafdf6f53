"""De toets op de ladder: is er bij dit signaal op tijd een stap met deze actie, door wie, met wie, en waar vastgelegd."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, Self

from pydantic import Field, model_validator

from beleidscheck.bevinding import Reden
from beleidscheck.hoeveelheid import UnitError, compare_time, getal_tekst, parse_hoeveelheid
from beleidscheck.toetsen.basis import Gap, Onderzoek, ToetsBasis, Uitkomst, enumerate_nl, together
from beleidscheck.toetsen.velden import Maat
from beleidscheck.trap.bereik import TooManyGroupsError
from beleidscheck.trap.ladder import BLOK, Actie, Pad, Signaal, Stap
from beleidscheck.trap.strengheid import Eis, fires_in_time, is_this_rung, same_kind, window_is_long_enough

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from beleidscheck.trap.bereik import Groep

_TRAPPEN: Pad = (BLOK, "trappen")
_VOLGT: Pad = (BLOK, "volgt")
_MAX_GROEPEN = 3


@dataclass(frozen=True, slots=True)
class Mis:
    """Waarom een stap net niet is wat de norm vraagt. `rang` ordent: hoe hoger, hoe dichter de stap bij de norm komt.

    `stap` is de stap die moet veranderen, of `None` als er een stap bij moet.
    """

    rang: int
    pad: Pad
    zin: str
    te_doen: str
    reden: Reden = Reden.ONTBREEKT
    stap: Stap | None = None


@dataclass(frozen=True, slots=True)
class _Trede:
    """Eén signaal van één stap, gezien door één groep leerlingen."""

    onderzoek: Onderzoek
    groep: Groep
    stap: Stap
    signaal: Signaal

    def name(self) -> str:
        """Return the signal with its threshold: "«te laat» (vanaf de 3e keer)"."""
        naam = f"«{self.onderzoek.noem(self.signaal.naam)}»"
        return f"{naam} ({threshold(self.signaal)})" if self.signaal.drempel else naam

    def actions(self, namen: Iterable[str]) -> list[Actie]:
        """Return the actions with one of these names that follow for this group."""
        return [actie for actie in self.onderzoek.ladder.actions(self.stap, self.groep.holds) if actie.actie in namen]


class StapToets(ToetsBasis):
    """Bij dit signaal doet de school uiterlijk dan deze actie; een eerdere trede mag ook.

    `signaal`, `actie`: één ervan is genoeg. `wie`: één ervan doet het. `met`, `vastlegging`: allemaal (afzonderlijke acties
    tellen samen); `met_een_van`, `vastlegging_een_van`: minstens één. `vanaf`: het gaat om een trede die niet eerder begint.

    ```yaml
    - soort: stap
      signaal: [ongeoorloofde_uren]
      uiterlijk: 16 klokuren
      binnen: 4 weken
      actie: [duo_melden]
      met: [leerplichtambtenaar]
    ```
    """

    soort: Literal["stap"]
    signaal: list[str] = Field(min_length=1)
    uiterlijk: Maat | None = None
    onder: Maat | None = None
    vanaf: Maat | None = None
    binnen: Maat | None = None
    ook_meer_dan: bool = False
    herhaling: bool = False
    periode_genoemd: bool = False
    inclusief_vorige: bool = False
    actie: list[str] = Field(default_factory=list)
    wie: list[str] = Field(default_factory=list)
    met: list[str] = Field(default_factory=list)
    met_een_van: list[str] = Field(default_factory=list)
    vastlegging: list[str] = Field(default_factory=list)
    vastlegging_een_van: list[str] = Field(default_factory=list)
    termijn: Maat | None = None
    voorwaarde: str = ""
    telt: list[str] = Field(default_factory=list)

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
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
        if self.uiterlijk and self.onder:
            raise ValueError("Deze toets heeft `uiterlijk` of `onder`, niet allebei.")
        if self.binnen and not (self.uiterlijk or self.onder):
            raise ValueError("Deze toets noemt `binnen` zonder `uiterlijk` of `onder`.")
        return self

    @cached_property
    def eis(self) -> Eis:
        """Return the demand on the threshold."""
        uiterlijk, binnen, vanaf, onder = (
            None if tekst is None else parse_hoeveelheid(tekst) for tekst in (self.uiterlijk, self.binnen, self.vanaf, self.onder)
        )
        return Eis(uiterlijk, binnen, vanaf, onder, self.ook_meer_dan)

    def fields(self) -> tuple[str, ...]:
        """Return the ladder."""
        return (BLOK,)

    def run(self, onderzoek: Onderzoek) -> Uitkomst:
        """Return a gap when for some group of pupils no step does what is asked; it names those groups, unless it is all."""
        try:
            groepen = onderzoek.groepen
        except TooManyGroupsError as fout:
            return Uitkomst(gelezen=(_TRAPPEN,), niet_getoetst=str(fout))
        per_groep = {groep: self._for_group(onderzoek, groep) for groep in groepen}
        missers = {groep: mis for groep, mis in per_groep.items() if isinstance(mis, Mis)}
        if missers:
            return _gap(missers, len(groepen))
        return together(uitkomst for uitkomst in per_groep.values() if isinstance(uitkomst, Uitkomst))

    def _for_group(self, onderzoek: Onderzoek, groep: Groep) -> Uitkomst | Mis:
        """Return the step that does what is asked or why that could not be tested; else what the nearest step misses."""
        missers: list[Mis] = []
        onbekend = ""
        for stap in filter(groep.holds, onderzoek.ladder.stappen):
            for signaal in stap.signalen:
                if signaal.naam not in self.signaal or not same_kind(signaal, self.eis):
                    continue
                trede = _Trede(onderzoek, groep, stap, signaal)
                taak = self._task_misses(trede)
                try:
                    mis = self._misses(trede, taak)
                except UnitError as fout:
                    onbekend = onbekend or ("" if taak else str(fout))
                    mis = taak
                else:
                    if mis is None:
                        return Uitkomst(gelezen=(signaal.pad, *(actie.pad for actie in self._done_by(trede))))
                missers.extend(filter(None, (mis,)))
        if onbekend:
            return Uitkomst(gelezen=(_TRAPPEN,), niet_getoetst=onbekend)
        return max(missers, key=lambda mis: mis.rang, default=None) or self._absent(onderzoek)

    def _absent(self, onderzoek: Onderzoek) -> Mis:
        namen = _words(onderzoek, self.signaal, "of")
        zin = f"In de stappen bij afwezigheid staat niet wat de school doet bij {namen}{self._limit()}."
        return Mis(0, _TRAPPEN, zin, self._add_step(onderzoek, self.signaal))

    def _limit(self) -> str:
        if self.eis.onder:
            return f", zodra het onder {self.eis.onder} komt"
        uiterlijk = f", uiterlijk bij {self.eis.uiterlijk}" if self.eis.uiterlijk else ""
        return uiterlijk + (f" binnen {self.eis.binnen}" if self.eis.binnen else "")

    def _task(self, onderzoek: Onderzoek) -> str:
        """Return the action asked for: "«brief» door mentor met ouder"."""
        wie = f" door {enumerate_nl([onderzoek.noem(w) for w in self.wie], 'of')}" if self.wie else ""
        met = f" met {enumerate_nl([onderzoek.noem(m) for m in self.met])}" if self.met else ""
        return f"{_words(onderzoek, self.actie, 'of')}{wie}{met}"

    def _add_step(self, onderzoek: Onderzoek, signalen: list[str]) -> str:
        actie = f", met de actie {self._task(onderzoek)}" if self.actie else ""
        return f"Voeg een stap toe bij {_words(onderzoek, signalen, 'of')}{self._limit()}{actie}."

    # ---- Wanneer --------------------------------------------------------------------------------------------------

    def _misses(self, trede: _Trede, taak: Mis | None) -> Mis | None:
        """Return what keeps the step from being the one asked for, or `None`; `taak` is what its task misses. Raises `UnitError`."""
        eis, signaal, lesuur = self.eis, trede.signaal, trede.onderzoek.lesuur
        if not is_this_rung(signaal, eis, lesuur):
            zin = f"Na de stap bij {trede.name()} volgt geen verdere stap{self._limit()}."
            return Mis(0, signaal.pad, zin, self._add_step(trede.onderzoek, [signaal.naam]))
        if not fires_in_time(signaal, eis, lesuur):
            return self._too_late(trede, taak)
        return taak or self._window_misses(trede) or self._step_misses(trede)

    def _too_late(self, trede: _Trede, taak: Mis | None) -> Mis:
        """Return that the step comes too late; where its task is another one too, the advice is a step of its own."""
        eis, signaal = self.eis, trede.signaal
        naam = f"«{trede.onderzoek.noem(signaal.naam)}»"
        gevraagd = f"zodra het onder {eis.onder} komt" if eis.onder else f"uiterlijk bij {eis.uiterlijk}"
        if signaal.drempel is None:
            zin = f"Bij {naam} staat niet vanaf wanneer uw stap komt; gevraagd is {gevraagd}."
            pad, reden = signaal.pad, Reden.ONTBREEKT
        else:
            zin = f"Bij {naam} komt uw stap pas {threshold(signaal)}; gevraagd is {gevraagd}."
            pad, reden = _at(signaal.pad, "drempel"), Reden.WIJKT_AF
        if taak is not None:
            return Mis(1, pad, zin, self._add_step(trede.onderzoek, [signaal.naam]), reden)
        vergelijking = "onder" if eis.onder else "vanaf"
        ook = "" if signaal.vergelijking in {vergelijking, "elke"} else f" en `vergelijking: {vergelijking}`"
        return Mis(4, pad, zin, f"Zet bij dit signaal `drempel: {eis.onder or eis.uiterlijk}`{ook}.", reden, trede.stap)

    def _window_misses(self, trede: _Trede) -> Mis | None:
        signaal, binnen = trede.signaal, self.eis.binnen
        if window_is_long_enough(signaal, self.eis, trede.onderzoek.lesuur):
            return None
        naam = f"«{trede.onderzoek.noem(signaal.naam)}»"
        if signaal.periode is None:
            zin = f"Bij {naam} staat niet over welke periode u telt; gevraagd is minstens {binnen}."
            return Mis(5, signaal.pad, zin, f"Zet bij dit signaal `periode: {binnen}`.", stap=trede.stap)
        vast = " in vaste blokken" if signaal.venster == "vast" else ""
        zin = f"Bij {naam} telt u over {signaal.periode}{vast}; gevraagd is dat u op elk moment minstens {binnen} terugkijkt."
        doen = f"Zet bij dit signaal `periode: {binnen}`{' en `venster: voortschrijdend`' if vast else ''}."
        return Mis(5, _at(signaal.pad, "periode"), zin, doen, Reden.WIJKT_AF, trede.stap)

    def _step_misses(self, trede: _Trede) -> Mis | None:
        signaal, naam = trede.signaal, trede.name()
        if self.herhaling and not signaal.herhaling:
            zin = f"Bij {naam} staat niet dat de stap bij herhaling opnieuw geldt."
            return Mis(6, signaal.pad, zin, "Zet bij dit signaal `herhaling: ja`.", stap=trede.stap)
        if self.periode_genoemd and signaal.periode is None:
            zin = f"Bij {naam} staat niet over welke periode u telt."
            return Mis(6, signaal.pad, zin, "Zet bij dit signaal een `periode`, bijvoorbeeld `1 schooljaar`.", stap=trede.stap)
        if self.inclusief_vorige and not trede.stap.inclusief_vorige:
            zin = f"Bij {naam} staat niet dat ook de acties van de vorige stap gelden."
            return Mis(6, trede.stap.pad, zin, "Zet bij deze stap `inclusief_vorige: ja`.", stap=trede.stap)
        return None

    # ---- Wat, wie, met wie en waar --------------------------------------------------------------------------------

    def _done_by(self, trede: _Trede) -> list[Actie]:
        return [actie for actie in trede.actions(self.actie) if not self.wie or actie.wie in self.wie]

    def _task_misses(self, trede: _Trede) -> Mis | None:
        if not self.actie:
            return None
        onderzoek, acties = trede.onderzoek, trede.actions(self.actie)
        if not acties:
            zin = f"Bij {trede.name()} ontbreekt de actie {self._task(onderzoek)}."
            doen = f"Voeg bij deze stap de actie {self._task(onderzoek)} toe."
            return Mis(2, trede.stap.pad, zin, doen, stap=trede.stap)
        door = self._done_by(trede)
        if not door:
            return self._wrong_role(trede, acties)
        return self._company_misses(trede, door) or self._detail_misses(trede, door)

    def _wrong_role(self, trede: _Trede, acties: list[Actie]) -> Mis:
        onderzoek = trede.onderzoek
        gevraagd = _words(onderzoek, self.wie, "of")
        wie = list(dict.fromkeys(actie.wie for actie in acties if actie.wie))
        if wie:
            zin = f"Bij {trede.name()} {'doet' if len(wie) == 1 else 'doen'} {_words(onderzoek, wie)} de actie {self._act(trede)}; gevraagd is {gevraagd}."
        else:
            zin = f"Bij {trede.name()} staat niet wie de actie {self._act(trede)} doet; gevraagd is {gevraagd}."
        doen = f"Zet bij deze actie `wie: {self.wie[0]}`."
        return Mis(3, acties[0].pad, zin, doen, Reden.WIJKT_AF if wie else Reden.ONTBREEKT, trede.stap)

    def _act(self, trede: _Trede) -> str:
        return _words(trede.onderzoek, self.actie, "of")

    def _company_misses(self, trede: _Trede, door: list[Actie]) -> Mis | None:
        """Return who or which record the actions together do not name."""
        onderzoek = trede.onderzoek
        for sleutel, alle, een in (
            ("met", self.met, self.met_een_van),
            ("vastlegging", self.vastlegging, self.vastlegging_een_van),
        ):
            staat = list(dict.fromkeys(woord for actie in door for woord in getattr(actie, sleutel)))
            mist, voegwoord = [woord for woord in alle if woord not in staat], "en"
            if not mist and een and not set(een) & set(staat):
                mist, voegwoord = een, "of"
            if not mist:
                continue
            wat, er = _words(onderzoek, mist, voegwoord), _words(onderzoek, staat)
            wel = f"noemt de actie {self._act(trede)} wel {er}, maar niet {wat}"
            niet = f"noemt de actie {self._act(trede)} niet met wie; gevraagd {'zijn' if voegwoord == 'en' and len(mist) > 1 else 'is'} {wat}"
            if sleutel == "vastlegging":
                wel = f"legt u de actie {self._act(trede)} wel vast in {er}, maar niet in {wat}"
                niet = f"staat niet dat u de actie {self._act(trede)} vastlegt in {wat}"
            doen = f"Voeg bij deze actie onder `{sleutel}` {wat} toe."
            reden = Reden.WIJKT_AF if staat else Reden.ONTBREEKT
            return Mis(4, door[0].pad, f"Bij {trede.name()} {wel if staat else niet}.", doen, reden, trede.stap)
        return None

    def _detail_misses(self, trede: _Trede, door: list[Actie]) -> Mis | None:
        """Return the term, condition or counted time that none of the actions has."""
        naam, actie, pad = trede.name(), self._act(trede), door[0].pad
        if self.termijn is not None and not any(_in_time(een, self.termijn, trede.onderzoek.lesuur) for een in door):
            nu = next((een.termijn for een in door if een.termijn), None)
            staat = f"doet u de actie {actie} binnen {nu}" if nu else f"staat bij de actie {actie} geen termijn"
            zin = f"Bij {naam} {staat}; gevraagd is binnen {self.termijn}."
            doen = f"Zet bij deze actie `termijn: {self.termijn}`."
            return Mis(4, pad, zin, doen, Reden.WIJKT_AF if nu else Reden.ONTBREEKT, trede.stap)
        if self.voorwaarde and not any(self.voorwaarde.lower() in een.voorwaarde.lower() for een in door):
            zin = f"Bij {naam} staat bij de actie {actie} niet de voorwaarde «{self.voorwaarde}»."
            doen = f"Zet bij deze actie een `voorwaarde` waarin «{self.voorwaarde}» staat."
            return Mis(4, pad, zin, doen, stap=trede.stap)
        mist = [deel for deel in self.telt if not any(deel in een.telt for een in door)]
        if mist:
            wat = _words(trede.onderzoek, mist)
            zin = f"Bij {naam} staat bij de actie {actie} niet dat {wat} {'meetelt' if len(mist) == 1 else 'meetellen'}."
            return Mis(4, pad, zin, f"Voeg bij deze actie onder `telt` {wat} toe.", stap=trede.stap)
        return None


def _gap(missers: Mapping[Groep, Mis], groepen: int) -> Uitkomst:
    """Return the gap of the first group that is left out, naming every group that misses the same."""
    eerste = next(iter(missers.values()))
    namen = [groep.describe() for groep, mis in missers.items() if mis == eerste]
    scope = ""
    if len(namen) < groepen:
        rest = len(namen) - _MAX_GROEPEN
        scope = "; ".join(namen[:_MAX_GROEPEN]) + (f"; en nog {rest} {'groep' if rest == 1 else 'groepen'}" if rest > 0 else "")
    zin = f"{eerste.zin} Dit geldt voor: {scope}." if scope else eerste.zin
    doen = eerste.te_doen
    if eerste.stap is not None and eerste.stap.uit_kader:
        doen += f" Deze stap komt uit {eerste.stap.uit_kader}: neem hem met `id: {eerste.stap.id}` op onder `vervang`."
    return Uitkomst((Gap(eerste.pad, zin, doen, eerste.reden, scope),), (eerste.pad,))


def _at(pad: Pad, sleutel: str) -> Pad:
    """Return the path of a key; what comes from a kader has no place of its own in the policy."""
    return pad if pad == _VOLGT else (*pad, sleutel)


def _words(onderzoek: Onderzoek, woorden: Iterable[str], voegwoord: str = "en") -> str:
    return enumerate_nl([f"«{onderzoek.noem(woord)}»" for woord in woorden], voegwoord)


def _in_time(actie: Actie, grens: str, lesuur: int | None) -> bool:
    """Return whether the action has a term no longer than this; a lesuur of unknown length is at most an hour here."""
    try:
        return actie.termijn is not None and compare_time(actie.termijn, parse_hoeveelheid(grens), lesuur or 60) <= 0
    except UnitError:
        return False


def threshold(signaal: Signaal) -> str:
    """Return the threshold as a reader says it: "vanaf de 5e keer binnen 12 schoolweken", "bij meer dan 16 lesuren"."""
    if signaal.drempel is None:
        return ""
    drempel = signaal.drempel
    telbaar = drempel.getal.denominator == 1 and drempel.eenheid in {"keer", "dag", "schooldag", "kalenderdag"}
    rang = f"{getal_tekst(drempel.getal)}e {drempel.eenheid}"
    match signaal.vergelijking:
        case "meer_dan":
            tekst = f"bij meer dan {drempel}"
        case "onder":
            tekst = f"onder {drempel}"
        case "elke" if drempel.getal == 1:
            tekst = f"{'elk' if drempel.eenheid.endswith('uur') else 'elke'} {drempel.eenheid}"
        case "elke":
            tekst = f"elke {rang}" if telbaar else f"elke {drempel}"
        case _:
            tekst = f"vanaf de {rang}" if telbaar else f"vanaf {drempel}"
    voorzetsel = "over" if signaal.vergelijking == "onder" else "binnen"
    return tekst + (f" {voorzetsel} {signaal.periode}" if signaal.periode else "")
