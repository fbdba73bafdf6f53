"""De toets op de ladder: is er bij dit signaal op tijd een stap met deze actie, door wie, met wie, en waar vastgelegd."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal, Self

from pydantic import Field, model_validator

from beleidscheck.bevinding import Reden
from beleidscheck.hoeveelheid import UnitError, compare, parse_hoeveelheid
from beleidscheck.toetsen.basis import Gap, Onderzoek, Uitkomst, least_sure, together
from beleidscheck.toetsen.taak import Mis, Rang, Taak, Trede, at, named, treden
from beleidscheck.toetsen.trapbewijs import with_proof
from beleidscheck.toetsen.waarden import Maat  # noqa: TC001 - pydantic leest de aanduiding bij het draaien
from beleidscheck.trap.bereik import TooManyGroupsError
from beleidscheck.trap.drempelzin import threshold
from beleidscheck.trap.ladder import BLOK, Pad
from beleidscheck.trap.strengheid import Eis, fires_in_time, is_this_rung, same_kind, window_is_long_enough

if TYPE_CHECKING:
    from collections.abc import Mapping

    from beleidscheck.trap.bereik import Groep
    from beleidscheck.trap.ladder import Signaal

__all__ = ["StapToets", "threshold"]

_TRAPPEN: Pad = (BLOK, "trappen")
_MAX_GROEPEN = 3
_TE_LAAT = frozenset({Rang.TE_LAAT_ZONDER_ACTIE, Rang.TE_LAAT_MET_ANDERE_ACTIE, Rang.TE_LAAT})


class StapToets(Taak):
    """Bij dit signaal doet de school uiterlijk dan deze actie; een eerdere trede mag ook.

    ```yaml
    - soort: stap
      signaal: [ongeoorloofde_uren]
      uiterlijk: 16 klokuren
      binnen: 4 weken
      actie: [duo_melden]
      met: [leerplichtambtenaar]
    ```

    ```yaml voldoet
    stappen_bij_afwezigheid:
      trappen:
        - trap: ongeoorloofd
          stappen:
            - bij:
                - signaal: ongeoorloofde_uren
                  drempel: 12 klokuren
                  periode: 4 weken
              acties:
                - wie: mt
                  actie: duo_melden
                  met: [leerplichtambtenaar]
    ```

    ```yaml voldoet niet
    stappen_bij_afwezigheid:
      trappen:
        - trap: ongeoorloofd
          stappen:
            - bij:
                - signaal: ongeoorloofde_uren
                  drempel: 20 klokuren
                  periode: 4 weken
              acties:
                - wie: mt
                  actie: duo_melden
                  met: [leerplichtambtenaar]
    ```
    """

    soort: Literal["stap"]
    signaal: list[str] = Field(min_length=1, description="De signalen; een stap bij één ervan is genoeg.")
    uiterlijk: Maat | None = Field(default=None, description="De stap gaat uiterlijk hierbij af; eerder mag ook.")
    onder: Maat | None = Field(default=None, description="De stap gaat af zodra het peil hieronder komt; een hogere grens mag ook.")
    vanaf: Maat | None = Field(default=None, description="Het gaat om een trede die niet eerder begint dan dit.")
    binnen: Maat | None = Field(default=None, description="De periode waarover minstens wordt geteld.")
    ook_meer_dan: bool = Field(default=False, description="Een drempel «meer dan» het getal mag ook.")
    herhaling: bool = Field(default=False, description="Bij herhaling geldt de stap opnieuw.")
    periode_genoemd: bool = Field(default=False, description="Bij het signaal staat over welke periode de school telt.")
    inclusief_vorige: bool = Field(default=False, description="Ook de acties van de vorige stap gelden.")

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
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
        per_groep = {groep: with_proof(self, onderzoek, groep, self._for_group(onderzoek, groep)) for groep in groepen}
        missers = {groep: mis for groep, mis in per_groep.items() if isinstance(mis, Mis)}
        if zwaar := {groep: mis for groep, mis in missers.items() if not mis.tussen}:
            return _gap(zwaar, len(onderzoek.alle_groepen))
        goed = together(uitkomst for uitkomst in per_groep.values() if isinstance(uitkomst, Uitkomst))
        if missers and not goed.niet_getoetst:
            licht = _gap(missers, len(onderzoek.alle_groepen))
            return replace(licht, gaps=(), tussen=licht.gaps)
        return goed

    def does_task(self, trede: Trede) -> bool:
        """Return whether the step does all that is asked, whenever and however often that is."""
        if self.task_misses(trede, binnen_termijn=False) is not None:
            return False
        if self.periode_genoemd and trede.signaal.periode is None:
            return False
        return trede.stap.inclusief_vorige or not self.inclusief_vorige

    def _for_group(self, onderzoek: Onderzoek, groep: Groep) -> Uitkomst | Mis:
        """Return the step that does what is asked or why that could not be tested; else what the nearest step misses."""
        missers: list[Mis] = []
        onbekend = ""
        for trede in treden(onderzoek, groep):
            signaal = trede.signaal
            if signaal.naam not in self.signaal or not same_kind(signaal, self.eis):
                continue
            taak = self.task_misses(trede)
            try:
                mis = self._misses(trede, taak)
            except UnitError as fout:
                onbekend = onbekend or ("" if taak else str(fout))
                mis = self._no_step(trede) if taak and taak.rang is Rang.ZONDER_ACTIE else taak
            else:
                if mis is None:
                    return Uitkomst(gelezen=(signaal.pad, *(actie.pad for actie in self.done_by(trede))))
            missers.extend(filter(None, (mis,)))
        if onbekend:
            return Uitkomst(gelezen=(_TRAPPEN,), niet_getoetst=onbekend)
        return _nearest(missers) or self._absent(onderzoek)

    def _absent(self, onderzoek: Onderzoek) -> Mis:
        namen = named(onderzoek, self.signaal, "of")
        zin = f"In de stappen bij afwezigheid staat niet wat de school doet bij {namen}{self._limit()}."
        return Mis(Rang.GEEN_STAP, _TRAPPEN, zin, self._add_step(onderzoek, self.signaal))

    def _limit(self) -> str:
        if self.eis.onder:
            return f", zodra het onder {self.eis.onder} komt"
        uiterlijk = f", uiterlijk bij {self.eis.uiterlijk}" if self.eis.uiterlijk else ""
        return uiterlijk + (f" binnen {self.eis.binnen}" if self.eis.binnen else "")

    def _add_step(self, onderzoek: Onderzoek, signalen: list[str]) -> str:
        actie = f", met de actie {self.task(onderzoek)}" if self.actie else ""
        return f"Voeg een stap toe bij {named(onderzoek, signalen, 'of')}{self._limit()}{actie}."

    # ---- Wanneer --------------------------------------------------------------------------------------------------

    def _misses(self, trede: Trede, taak: Mis | None) -> Mis | None:
        """Return what keeps the step from being the one asked for, or `None`; `taak` is what its task misses. Raises `UnitError`."""
        eis, signaal, lesuur = self.eis, trede.signaal, trede.onderzoek.lesuur
        if not is_this_rung(signaal, eis, lesuur):
            zin = f"Na de stap bij {trede.naam} volgt geen verdere stap{self._limit()}."
            return Mis(Rang.GEEN_STAP, signaal.pad, zin, self._add_step(trede.onderzoek, [signaal.naam]))
        if not fires_in_time(signaal, eis, lesuur):
            return self._too_late(trede, taak)
        if taak is not None and taak.rang is Rang.ZONDER_ACTIE and _is_earlier(signaal, eis, lesuur):
            return self._no_step(trede)
        return taak or self._window_misses(trede) or self._step_misses(trede)

    def _no_step(self, trede: Trede) -> Mis:
        """Return that no step has the action: this one comes earlier than asked, and need not have it."""
        naam = f"«{trede.onderzoek.noem(trede.signaal.naam)}»"
        zin = f"Bij {naam} is er geen stap{self._limit()}, met de actie {self.task(trede.onderzoek)}."
        return Mis(Rang.ZONDER_ACTIE, trede.stap.pad, zin, self._add_step(trede.onderzoek, [trede.signaal.naam]))

    def _too_late(self, trede: Trede, taak: Mis | None) -> Mis:
        """Return that the step comes too late; where its task is another one too, the advice is a step of its own."""
        eis, signaal = self.eis, trede.signaal
        naam = f"«{trede.onderzoek.noem(signaal.naam)}»"
        gevraagd = f"zodra het onder {eis.onder} komt" if eis.onder else f"uiterlijk bij {eis.uiterlijk}"
        if signaal.drempel is None:
            zin = f"Bij {naam} staat niet vanaf wanneer uw stap komt; gevraagd is {gevraagd}."
            pad, reden = signaal.pad, Reden.ONTBREEKT
        else:
            zin = f"Bij {naam} komt uw stap pas {threshold(signaal)}; gevraagd is {gevraagd}."
            pad, reden = at(signaal.pad, "drempel"), Reden.WIJKT_AF
        if taak is not None and taak.rang is Rang.ZONDER_ACTIE:
            return Mis(Rang.TE_LAAT_ZONDER_ACTIE, pad, zin, self._add_step(trede.onderzoek, [signaal.naam]), reden)
        vergelijking = "onder" if eis.onder else "vanaf"
        ook = "" if signaal.vergelijking in {vergelijking, "elke"} else f", met `vergelijking: {vergelijking}`"
        rang = Rang.TE_LAAT if taak is None else Rang.TE_LAAT_MET_ANDERE_ACTIE
        doen = " ".join(
            [f"Zet de drempel van deze stap op {eis.onder or eis.uiterlijk}{ook}.", *([taak.te_doen] if taak else [])]
        )
        return Mis(rang, pad, zin, doen, reden, trede.stap)

    def _window_misses(self, trede: Trede) -> Mis | None:
        signaal, binnen = trede.signaal, self.eis.binnen
        if window_is_long_enough(signaal, self.eis, trede.onderzoek.lesuur):
            return None
        naam = f"«{trede.onderzoek.noem(signaal.naam)}»"
        if signaal.periode is None:
            zin = f"Bij {naam} staat niet over welke periode u telt; gevraagd is minstens {binnen}."
            return Mis(Rang.ANDERE_PERIODE, signaal.pad, zin, f"Zet bij dit signaal `periode: {binnen}`.", stap=trede.stap)
        vast = " in vaste blokken" if signaal.venster == "vast" else ""
        zin = f"Bij {naam} telt u over {signaal.periode}{vast}; gevraagd is dat u op elk moment minstens {binnen} terugkijkt."
        doen = f"Zet bij dit signaal `periode: {binnen}`{' en `venster: voortschrijdend`' if vast else ''}."
        return Mis(Rang.ANDERE_PERIODE, at(signaal.pad, "periode"), zin, doen, Reden.WIJKT_AF, trede.stap)

    def _step_misses(self, trede: Trede) -> Mis | None:
        signaal, naam = trede.signaal, trede.naam
        if self.herhaling and not signaal.herhaling:
            zin = f"Bij {naam} staat niet dat de stap bij herhaling opnieuw geldt."
            return Mis(Rang.ANDERE_TELLING, signaal.pad, zin, "Zet bij dit signaal `herhaling: ja`.", stap=trede.stap)
        if self.periode_genoemd and signaal.periode is None:
            zin = f"Bij {naam} staat niet over welke periode u telt."
            return Mis(
                Rang.ANDERE_TELLING,
                signaal.pad,
                zin,
                "Zet bij dit signaal een `periode`, bijvoorbeeld `1 schooljaar`.",
                stap=trede.stap,
            )
        if self.inclusief_vorige and not trede.stap.inclusief_vorige:
            zin = f"Bij {naam} staat niet dat ook de acties van de vorige stap gelden."
            return Mis(Rang.ANDERE_TELLING, trede.stap.pad, zin, "Zet bij deze stap `inclusief_vorige: ja`.", stap=trede.stap)
        return None


def _nearest(missers: list[Mis]) -> Mis | None:
    """Return what the step misses that comes nearest: of steps that come too late the first, of the others the last."""
    if not missers:
        return None
    rang = max(mis.rang for mis in missers)
    hoogste = [mis for mis in missers if mis.rang is rang]
    return hoogste[0] if rang in _TE_LAAT else hoogste[-1]


def _is_earlier(signaal: Signaal, eis: Eis, lesuur: int | None) -> bool:
    """Return whether the signal fires earlier than the requirement. Raises `UnitError` without the length of a lesuur."""
    return signaal.drempel is not None and eis.uiterlijk is not None and compare(signaal.drempel, eis.uiterlijk, lesuur) < 0


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
    bewijs = least_sure(mis.trapbewijs for mis in missers.values() if mis == eerste)
    return Uitkomst((Gap(eerste.pad, zin, doen, eerste.reden, scope),), (eerste.pad,), trapbewijs=bewijs)
