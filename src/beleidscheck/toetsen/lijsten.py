"""Toetsen op een lijst van afspraken: is er één die aan alles voldoet, voldoen ze allemaal, en komen alle gevallen voor."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from beleidscheck.bevinding import Reden
from beleidscheck.hoeveelheid import QuantityError, UnitError
from beleidscheck.toetsen.basis import Gap, Onderzoek, ToetsBasis, Uitkomst, enumerate_nl, split
from beleidscheck.toetsen.tekst import is_written
from beleidscheck.toetsen.velden import Waarde, as_list, same, say, within


class Voorwaarde(BaseModel):
    """Wat één sleutel van een afspraak moet zijn: precies één van deze vormen."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    gelijk: Waarde | None = None
    uit: list[Waarde] = []
    bevat: list[Waarde] = []
    een_van: list[Waarde] = []
    gevuld: bool = False
    hoogstens: str | int | None = None
    minstens: str | int | None = None

    def met(self, waarde: object, lesuur: int | None) -> bool:
        """Return whether the value of the key meets this. Raises `UnitError` when it cannot be compared."""
        items = as_list(waarde)
        try:
            return (
                (self.gelijk is None or same(waarde, self.gelijk))
                and (not self.uit or any(same(waarde, w) for w in self.uit))
                and all(any(same(item, w) for item in items) for w in self.bevat)
                and (not self.een_van or any(same(item, w) for item in items for w in self.een_van))
                and (not self.gevuld or _filled(waarde))
                and (waarde is not None or (self.hoogstens is None and self.minstens is None))
                and within(waarde, self.hoogstens, self.minstens, lesuur)
            )
        except QuantityError:
            return False

    def describe(self, onderzoek: Onderzoek, sleutel: str) -> str:
        """Return the demand in Dutch: "`vorm` is «actief»"."""
        kop = f"`{sleutel}`"
        if self.gelijk is not None:
            return f"{kop} is «{say(onderzoek, self.gelijk)}»"
        if self.uit:
            return f"{kop} is {_words(onderzoek, self.uit, 'of')}"
        if self.bevat:
            return f"{kop} noemt {_words(onderzoek, self.bevat, 'en')}"
        if self.een_van:
            return f"{kop} noemt {_words(onderzoek, self.een_van, 'of')}"
        if self.hoogstens is not None:
            return f"{kop} is hoogstens {self.hoogstens}"
        if self.minstens is not None:
            return f"{kop} is minstens {self.minstens}"
        return f"{kop} is ingevuld"


def _words(onderzoek: Onderzoek, waarden: list[Waarde], voegwoord: str) -> str:
    return enumerate_nl([f"«{say(onderzoek, w)}»" for w in waarden], voegwoord)


def _filled(waarde: object) -> bool:
    return is_written(waarde) if isinstance(waarde, str) else waarde is not None and waarde not in ([], {})


class EenItem(ToetsBasis):
    """Minstens één item van de lijst voldoet aan alle voorwaarden tegelijk.

    ```yaml
    - soort: een_item
      veld: communicatie.momenten
      waar: {vorm: {gelijk: actief}, doelgroep: {bevat: [ouder]}}
    ```
    """

    soort: Literal["een_item"]
    veld: str
    waar: dict[str, Voorwaarde] = Field(min_length=1)

    def run(self, onderzoek: Onderzoek) -> Uitkomst:
        """Return a gap when no item fits, with what the nearest one misses."""
        pad, naam = split(self.veld), onderzoek.name_field(self.veld)
        items = [item for item in as_list(onderzoek.value(self.veld)) if isinstance(item, dict)]
        eis = enumerate_nl([voorwaarde.describe(onderzoek, sleutel) for sleutel, voorwaarde in self.waar.items()])
        doen = f"Neem bij {naam} een regel op waarin {eis}."
        if not items:
            return Uitkomst((Gap(pad, f"{naam} is niet ingevuld; gevraagd is een regel waarin {eis}.", doen),), (pad,))
        try:
            gemist = [missed(self.waar, item, onderzoek) for item in items]
        except UnitError as fout:
            return Uitkomst(gelezen=(pad,), niet_getoetst=str(fout))
        beste = min(range(len(items)), key=lambda i: (len(gemist[i]), i))
        if not gemist[beste]:
            return Uitkomst(gelezen=tuple((*pad, beste, sleutel) for sleutel in self.waar))
        if len(gemist[beste]) == len(self.waar) or next(iter(self.waar)) in gemist[beste]:
            zin = f"Bij {naam} staat geen regel waarin {eis}."
            return Uitkomst((Gap(pad, zin, doen),), (pad,))
        mist = enumerate_nl([self.waar[sleutel].describe(onderzoek, sleutel) for sleutel in gemist[beste]])
        afwijkt = any(sleutel in items[beste] for sleutel in gemist[beste])
        zin = f"De regel bij {naam} die het dichtst in de buurt komt, voldoet niet op dit punt: {mist}{_found(onderzoek, items[beste], gemist[beste])}."
        plek = (*pad, beste, gemist[beste][0]) if gemist[beste][0] in items[beste] else (*pad, beste)
        return Uitkomst((Gap(plek, zin, f"Pas de regel aan zodat {mist}.", Reden.WIJKT_AF if afwijkt else Reden.ONTBREEKT),), (plek,))

    def fields(self) -> tuple[str, ...]:
        """Return the list and the keys of its items."""
        return (self.veld, *(f"{self.veld}[].{sleutel}" for sleutel in self.waar))


def missed(waar: dict[str, Voorwaarde], item: dict[str, Any], onderzoek: Onderzoek) -> list[str]:
    """Return the keys of an item that do not meet their demand."""
    return [sleutel for sleutel, voorwaarde in waar.items() if not voorwaarde.met(item.get(sleutel), onderzoek.lesuur)]


def _found(onderzoek: Onderzoek, item: dict[str, Any], sleutels: list[str]) -> str:
    gevonden = [f"`{sleutel}` is «{say(onderzoek, item[sleutel])}»" for sleutel in sleutels if sleutel in item]
    return f" (nu: {enumerate_nl(gevonden)})" if gevonden else ""


class ElkItem(ToetsBasis):
    """De lijst is er, en elk item voldoet aan de voorwaarden.

    ```yaml
    - soort: elk_item
      veld: samenwerking.partners
      waar: {taak: {gevuld: true}}
    ```
    """

    soort: Literal["elk_item"]
    veld: str
    waar: dict[str, Voorwaarde] = Field(min_length=1)

    def run(self, onderzoek: Onderzoek) -> Uitkomst:
        """Return a gap when the list is empty, and one for every item that does not fit."""
        pad, naam = split(self.veld), onderzoek.name_field(self.veld)
        items = [item for item in as_list(onderzoek.value(self.veld)) if isinstance(item, dict)]
        if not items:
            return Uitkomst((Gap(pad, f"{naam} is niet ingevuld.", f"Vul {naam} in."),), (pad,))
        gaps = []
        for nummer, item in enumerate(items):
            try:
                gemist = missed(self.waar, item, onderzoek)
            except UnitError as fout:
                return Uitkomst(gelezen=((*pad, nummer),), niet_getoetst=str(fout))
            for sleutel in gemist:
                eis = self.waar[sleutel].describe(onderzoek, sleutel)
                reden = Reden.WIJKT_AF if sleutel in item else Reden.ONTBREEKT
                wie = f"«{say(onderzoek, next(iter(item.values())))}»" if item else f"regel {nummer + 1}"
                zin = f"Bij {naam} voldoet {wie} niet: gevraagd is dat {eis}{_found(onderzoek, item, [sleutel])}."
                plek = (*pad, nummer, sleutel) if sleutel in item else (*pad, nummer)
                gaps.append(Gap(plek, zin, f"Zorg bij {wie} dat {eis}.", reden))
        return Uitkomst(tuple(gaps), (pad,))

    def fields(self) -> tuple[str, ...]:
        """Return the list and the keys of its items."""
        return (self.veld, *(f"{self.veld}[].{sleutel}" for sleutel in self.waar))


class Dekt(ToetsBasis):
    """In de lijst komt elk genoemd geval voor.

    ```yaml
    - soort: dekt
      veld: stappen_bij_afwezigheid.typen
      sleutel: type
      waarden: [ziek, ongeoorloofd]
    ```
    """

    soort: Literal["dekt"]
    veld: str
    sleutel: str
    waarden: list[Waarde] = Field(min_length=1)

    def run(self, onderzoek: Onderzoek) -> Uitkomst:
        """Return a gap with the cases that are missing."""
        pad, naam = split(self.veld), onderzoek.name_field(self.veld)
        items = [item for item in as_list(onderzoek.value(self.veld)) if isinstance(item, dict)]
        mist = [say(onderzoek, w) for w in self.waarden if not any(same(item.get(self.sleutel), w) for item in items)]
        if not mist:
            return Uitkomst(gelezen=(pad,))
        woorden = enumerate_nl([f"«{woord}»" for woord in mist])
        if not items:
            return Uitkomst((Gap(pad, f"{naam} is niet ingevuld; gevraagd is {woorden}.", f"Vul {naam} in, met {woorden}."),), (pad,))
        zin = f"Bij {naam} {'ontbreekt' if len(mist) == 1 else 'ontbreken'} {woorden}."
        return Uitkomst((Gap(pad, zin, f"Voeg bij {naam} {woorden} toe."),), (pad,))

    def fields(self) -> tuple[str, ...]:
        """Return the list and its key."""
        return (self.veld, f"{self.veld}[].{self.sleutel}")


class Verwijst(ToetsBasis):
    """Elke verwijzing in de lijst wijst naar iets wat bestaat.

    ```yaml
    - soort: verwijst
      veld: stappen_bij_afwezigheid.typen
      sleutel: trap
      naar: trappen
    ```
    """

    soort: Literal["verwijst"]
    veld: str
    sleutel: str
    naar: Literal["trappen"]

    def run(self, onderzoek: Onderzoek) -> Uitkomst:
        """Return a gap for every name that does not exist."""
        pad, naam = split(self.veld), onderzoek.name_field(self.veld)
        bestaat = {*onderzoek.ladder.trappen(), *(v.get("soort") for v in as_list(onderzoek.value("melden_en_verlof.verlof")) if isinstance(v, dict)), "verlof"}
        gaps = []
        for nummer, item in enumerate(as_list(onderzoek.value(self.veld))):
            gezocht = item.get(self.sleutel) if isinstance(item, dict) else None
            if gezocht is not None and gezocht not in bestaat:
                bekend = enumerate_nl([f"«{trap}»" for trap in onderzoek.ladder.trappen()], "of")
                zin = f"{naam} verwijst naar de trap «{gezocht}», maar die staat niet in het beleid."
                doen = f"Verwijs naar {bekend}, of schrijf de trap «{gezocht}»." if bekend else f"Schrijf de trap «{gezocht}»."
                gaps.append(Gap((*pad, nummer, self.sleutel), zin, doen, Reden.TEGENSTRIJDIG))
        return Uitkomst(tuple(gaps), (pad,))

    def fields(self) -> tuple[str, ...]:
        """Return the list and its key."""
        return (self.veld, f"{self.veld}[].{self.sleutel}")
