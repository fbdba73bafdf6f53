"""De toets op de ladder: is er bij dit signaal op tijd een stap met deze actie, door wie, met wie, en waar vastgelegd."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from beleidscheck.bevinding import Reden
from beleidscheck.hoeveelheid import Hoeveelheid, UnitError, compare, getal_tekst, parse_hoeveelheid
from beleidscheck.toetsen.basis import Gap, Onderzoek, ToetsBasis, Uitkomst, enumerate_nl
from beleidscheck.toetsen.velden import as_list
from beleidscheck.trap.ladder import BLOK, Actie, Pad, Signaal, Stap
from beleidscheck.trap.strengheid import Eis, fires_in_time, is_this_rung, same_kind, window_is_long_enough

if TYPE_CHECKING:
    from beleidscheck.trap.bereik import Groep

_TRAPPEN: Pad = (BLOK, "trappen")


@dataclass(frozen=True, slots=True)
class Mis:
    """Waarom een stap net niet is wat de norm vraagt. `rang` ordent: hoe hoger, hoe dichter de stap bij de norm komt."""

    rang: int
    pad: Pad
    zin: str
    te_doen: str
    reden: Reden


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
    uiterlijk: str | None = None
    onder: str | None = None
    vanaf: str | None = None
    binnen: str | None = None
    ook_meer_dan: bool = False
    herhaling: bool = False
    periode_genoemd: bool = False
    inclusief_vorige: bool = False
    actie: list[str] = []
    wie: list[str] = []
    met: list[str] = []
    met_een_van: list[str] = []
    vastlegging: list[str] = []
    vastlegging_een_van: list[str] = []
    termijn: str | None = None
    voorwaarde: str = ""
    telt: list[str] = []

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
        """Return a gap for the first group of pupils for whom no step does what is asked."""
        gelezen: list[Pad] = []
        for groep in onderzoek.groepen:
            uitkomst = self._for_group(onderzoek, groep)
            if not uitkomst.holds:
                return uitkomst
            gelezen.extend(uitkomst.gelezen)
        return Uitkomst(gelezen=tuple(dict.fromkeys(gelezen)))

    def _for_group(self, onderzoek: Onderzoek, groep: Groep) -> Uitkomst:
        missers: list[Mis] = []
        onbekend = ""
        for stap in onderzoek.ladder.stappen:
            for signaal in stap.signalen:
                if signaal.naam not in self.signaal or not same_kind(signaal, self.eis) or not groep.holds(stap):
                    continue
                try:
                    mis = self._misses(onderzoek, stap, signaal)
                except UnitError as fout:
                    onbekend = str(fout)
                    continue
                if mis is None:
                    return Uitkomst(gelezen=(signaal.pad, *self._read(onderzoek, stap)))
                missers.append(mis)
        if onbekend:
            return Uitkomst(gelezen=(_TRAPPEN,), niet_getoetst=onbekend)
        beste = max(missers, key=lambda mis: mis.rang, default=None) or self._absent(onderzoek)
        scope = groep.describe()
        voor = f" Dit geldt voor: {scope}." if scope else ""
        return Uitkomst((Gap(beste.pad, beste.zin + voor, beste.te_doen, beste.reden, scope),), (beste.pad,))

    def _absent(self, onderzoek: Onderzoek) -> Mis:
        namen = enumerate_nl([f"«{onderzoek.noem(naam)}»" for naam in self.signaal], "of")
        zin = f"In de stappen bij afwezigheid staat niet wat de school doet bij {namen}{self._limit()}."
        return Mis(0, _TRAPPEN, zin, f"Voeg een stap toe bij {namen}{self._limit()}{self._task(onderzoek)}.", Reden.ONTBREEKT)

    def _limit(self) -> str:
        if self.eis.onder:
            return f", zodra het onder {self.eis.onder} komt"
        uiterlijk = f", uiterlijk bij {self.eis.uiterlijk}" if self.eis.uiterlijk else ""
        return uiterlijk + (f" binnen {self.eis.binnen}" if self.eis.binnen else "")

    def _task(self, onderzoek: Onderzoek) -> str:
        if not self.actie:
            return ""
        acties = enumerate_nl([f"«{onderzoek.noem(a)}»" for a in self.actie], "of")
        wie = f" door {enumerate_nl([onderzoek.noem(w) for w in self.wie], 'of')}" if self.wie else ""
        met = f" met {enumerate_nl([onderzoek.noem(m) for m in self.met])}" if self.met else ""
        return f", met de actie {acties}{wie}{met}"

    def _misses(self, onderzoek: Onderzoek, stap: Stap, signaal: Signaal) -> Mis | None:
        """Return what keeps the step from being the one asked for, or `None`. Raises `UnitError`."""
        eis, naam, lesuur = self.eis, onderzoek.noem(signaal.naam), onderzoek.lesuur
        if not is_this_rung(signaal, eis, lesuur):
            zin = f"Na de stap bij «{naam}» {threshold(signaal)} volgt geen verdere stap{self._limit()}."
            return Mis(
                1, signaal.pad, zin, f"Voeg een stap toe bij «{naam}»{self._limit()}{self._task(onderzoek)}.", Reden.ONTBREEKT
            )
        taak = self._task_misses(onderzoek, stap, naam)
        if not fires_in_time(signaal, eis, lesuur):
            nu = f"pas {threshold(signaal)}" if signaal.drempel else "zonder te zeggen vanaf wanneer"
            gevraagd = f"zodra het onder {eis.onder} komt" if eis.onder else f"uiterlijk bij {eis.uiterlijk}"
            zin = f"Bij «{naam}» komt uw stap {nu}; gevraagd is {gevraagd}."
            return Mis(
                4 if taak is None else 1,
                (*signaal.pad, "drempel"),
                zin,
                f"Zet de drempel van deze stap op {eis.onder or eis.uiterlijk}.",
                Reden.WIJKT_AF,
            )
        if taak is not None:
            return taak
        return self._window_misses(signaal, naam, lesuur) or self._step_misses(stap, signaal, naam)

    def _window_misses(self, signaal: Signaal, naam: str, lesuur: int | None) -> Mis | None:
        if window_is_long_enough(signaal, self.eis, lesuur):
            return None
        plek = (*signaal.pad, "periode")
        if signaal.periode is None:
            zin = f"Bij «{naam}» staat niet over welke periode u telt; gevraagd is minstens {self.eis.binnen}."
            return Mis(5, signaal.pad, zin, f"Zet bij dit signaal `periode: {self.eis.binnen}`.", Reden.ONTBREEKT)
        vast = " in vaste blokken" if signaal.venster == "vast" else ""
        zin = f"Bij «{naam}» telt u over {signaal.periode}{vast}; gevraagd is dat u minstens {self.eis.binnen} terugkijkt."
        return Mis(5, plek, zin, f"Tel over {self.eis.binnen}, voortschrijdend.", Reden.WIJKT_AF)

    def _step_misses(self, stap: Stap, signaal: Signaal, naam: str) -> Mis | None:
        if self.herhaling and not signaal.herhaling:
            zin = f"Bij «{naam}» staat niet dat de stap bij herhaling opnieuw geldt."
            return Mis(6, signaal.pad, zin, "Zet bij dit signaal `herhaling: ja`.", Reden.ONTBREEKT)
        if self.periode_genoemd and signaal.periode is None:
            zin = f"Bij «{naam}» staat niet over welke periode u telt."
            return Mis(6, signaal.pad, zin, "Zet bij dit signaal een `periode`, bijvoorbeeld `1 schooljaar`.", Reden.ONTBREEKT)
        if self.inclusief_vorige and not stap.inclusief_vorige:
            zin = f"Bij «{naam}» {threshold(signaal)} staat niet dat ook de acties van de vorige stap gelden."
            return Mis(6, stap.pad, zin, "Zet bij deze stap `inclusief_vorige: ja`.", Reden.ONTBREEKT)
        return None

    def _candidates(self, onderzoek: Onderzoek, stap: Stap) -> list[Actie]:
        return [actie for actie in onderzoek.ladder.actions(stap) if actie.actie in self.actie]

    def _read(self, onderzoek: Onderzoek, stap: Stap) -> list[Pad]:
        return [actie.pad for actie in self._candidates(onderzoek, stap) if not self.wie or actie.wie in self.wie]

    def _task_misses(self, onderzoek: Onderzoek, stap: Stap, naam: str) -> Mis | None:
        if not self.actie:
            return None
        acties = enumerate_nl([f"«{onderzoek.noem(a)}»" for a in self.actie], "of")
        passend = self._candidates(onderzoek, stap)
        if not passend:
            wie = f" door {enumerate_nl([onderzoek.noem(w) for w in self.wie], 'of')}" if self.wie else ""
            zin = f"Bij «{naam}» ontbreekt in deze stap de actie {acties}{wie}."
            return Mis(2, stap.pad, zin, f"Voeg bij deze stap toe{self._task(onderzoek)[1:]}.", Reden.ONTBREEKT)
        door = [actie for actie in passend if not self.wie or actie.wie in self.wie]
        if not door:
            gevraagd = enumerate_nl([onderzoek.noem(w) for w in self.wie], "of")
            nu = onderzoek.noem(passend[0].wie) if passend[0].wie else "niemand in het bijzonder"
            zin = f"Bij «{naam}» doet {nu} de actie {acties}; gevraagd is {gevraagd}."
            return Mis(
                3,
                passend[0].pad,
                zin,
                f"Zet bij deze actie `wie: {self.wie[0]}`.",
                Reden.WIJKT_AF if passend[0].wie else Reden.ONTBREEKT,
            )
        return self._detail_misses(onderzoek, door, naam, acties)

    def _detail_misses(self, onderzoek: Onderzoek, door: list[Actie], naam: str, acties: str) -> Mis | None:
        eerste = door[0]
        for sleutel, alle, een in (
            ("met", self.met, self.met_een_van),
            ("vastlegging", self.vastlegging, self.vastlegging_een_van),
        ):
            staat = {woord for actie in door for woord in as_list(list(getattr(actie, sleutel)))}
            mist = [woord for woord in alle if woord not in staat]
            if een and not staat & set(een):
                mist = mist or een
            if mist:
                woord = "of" if een and not [w for w in alle if w not in staat] else "en"
                wat = enumerate_nl([f"«{onderzoek.noem(m)}»" for m in mist], woord)
                deel = "staat niet bij met wie: gevraagd is" if sleutel == "met" else "staat niet dat u dit vastlegt in"
                zin = f"Bij «{naam}» ({acties}) {deel} {wat}."
                return Mis(
                    4,
                    eerste.pad,
                    zin,
                    f"Voeg bij deze actie onder `{sleutel}` {wat} toe.",
                    Reden.ONTBREEKT if not staat else Reden.WIJKT_AF,
                )
        return self._limit_misses(door, naam, acties)

    def _limit_misses(self, door: list[Actie], naam: str, acties: str) -> Mis | None:
        eerste = door[0]
        if self.termijn is not None:
            grens = parse_hoeveelheid(self.termijn)
            if not any(actie.termijn and _soon(actie.termijn, grens) for actie in door):
                nu = next((actie.termijn for actie in door if actie.termijn), None)
                staat = f"binnen {nu}" if nu else "zonder termijn"
                zin = f"Bij «{naam}» doet u {acties} {staat}; gevraagd is binnen {grens}."
                return Mis(
                    4, eerste.pad, zin, f"Zet bij deze actie `termijn: {grens}`.", Reden.WIJKT_AF if nu else Reden.ONTBREEKT
                )
        if self.voorwaarde and not any(self.voorwaarde in actie.voorwaarde.lower() for actie in door):
            zin = f"Bij «{naam}» ({acties}) staat de voorwaarde «{self.voorwaarde}» niet."
            return Mis(
                4, eerste.pad, zin, f"Zet bij deze actie een `voorwaarde` waarin «{self.voorwaarde}» staat.", Reden.ONTBREEKT
            )
        mist = [deel for deel in self.telt if not any(deel in actie.telt for actie in door)]
        if mist:
            wat = enumerate_nl([f"«{deel}»" for deel in mist])
            zin = f"Bij «{naam}» ({acties}) staat niet dat {wat} {'meetelt' if len(mist) == 1 else 'meetellen'}."
            return Mis(4, eerste.pad, zin, f"Voeg bij deze actie onder `telt` {wat} toe.", Reden.ONTBREEKT)
        return None


def _soon(termijn: Hoeveelheid, grens: Hoeveelheid) -> bool:
    try:
        return compare(termijn, grens) <= 0
    except UnitError:
        # Een termijn in uren of minuten is korter dan elke grens in dagen.
        return termijn.soort == "duur" and grens.soort == "dagen"


def threshold(signaal: Signaal) -> str:
    """Return the threshold as a reader says it: "vanaf de 5e keer binnen 12 schoolweken", "bij meer dan 16 lesuren"."""
    if signaal.drempel is None:
        return ""
    drempel = signaal.drempel
    heel = (
        drempel.getal.denominator == 1
        and drempel.soort in {"keer", "dagen"}
        and drempel.eenheid in {"keer", "dag", "schooldag", "kalenderdag"}
    )
    match signaal.vergelijking:
        case "meer_dan":
            tekst = f"bij meer dan {drempel}"
        case "onder":
            tekst = f"onder {drempel}"
        case "elke":
            tekst = f"elke {getal_tekst(drempel.getal)}e {drempel.eenheid}" if heel else f"elke {drempel}"
        case _:
            tekst = f"vanaf de {getal_tekst(drempel.getal)}e {drempel.eenheid}" if heel else f"vanaf {drempel}"
    return tekst + (f" binnen {signaal.periode}" if signaal.periode else "")
