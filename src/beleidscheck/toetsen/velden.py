"""Toetsen op één veld: staat het er, heeft het de gevraagde waarde, bevat de lijst wat gevraagd is, ligt het binnen een grens."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

from pydantic import Field

from beleidscheck.bevinding import Reden
from beleidscheck.hoeveelheid import Hoeveelheid, QuantityError, UnitError, compare, parse_hoeveelheid, parse_ritme
from beleidscheck.toetsen.basis import Gap, Onderzoek, ToetsBasis, Uitkomst, enumerate_nl, show, split
from beleidscheck.toetsen.tekst import MIN_WOORDEN, count_words, filler

Waarde: TypeAlias = str | int | float | bool
#: Sleutels van een element die nog geen inhoud zijn.
VERWIJZING = frozenset({"elders_geregeld", "nog_in_te_vullen"})
#: Velden met lopende tekst: daar is één woord geen invulling.
PROZAVELDEN = frozenset({"beleid", "visie", "onderhoud", "delegatie", "cultuuromslag", "deeltijd_aanwezig", "preventief_contact", "zorgelijk",
                         "aangepast_aanbod", "afspraken_extern", "verwijdering", "terugkeer", "klachtroute", "overdracht", "opschaling", "trimesterverslag"})  # fmt: skip


class Gevuld(ToetsBasis):
    """Elk genoemd veld is ingevuld; opvultekst en een enkel woord in een tekstveld tellen niet.

    ```yaml
    - soort: gevuld
      velden: [communicatie.beleid, communicatie.regie]
    ```
    """

    soort: Literal["gevuld"]
    velden: list[str] = Field(min_length=1)

    def run(self, onderzoek: Onderzoek) -> Uitkomst:
        """Return a gap for every field that says nothing."""
        gaps = [gap for veld in self.velden if (gap := emptiness(onderzoek, veld))]
        return Uitkomst(tuple(gaps), tuple(split(veld) for veld in self.velden))

    def fields(self) -> tuple[str, ...]:
        """Return the fields."""
        return tuple(self.velden)


def emptiness(onderzoek: Onderzoek, veld: str) -> Gap | None:
    """Return why a field counts as not filled in, or `None` when it says something."""
    waarde = onderzoek.value(veld)
    naam = onderzoek.name_field(veld)
    if isinstance(waarde, dict):
        waarde = {sleutel: deel for sleutel, deel in waarde.items() if sleutel not in VERWIJZING} or None
    if waarde is None or waarde in ("", [], {}):
        return Gap(split(veld), f"{naam} is niet ingevuld.", f"Vul {naam} in.")
    if not isinstance(waarde, str):
        return None
    if opvul := filler(waarde):
        return Gap(split(veld), f"Bij {naam} staat nog opvultekst («{opvul}»).", f"Vervang de opvultekst bij {naam} door uw eigen tekst.")
    if veld.rsplit(".", 1)[-1] in PROZAVELDEN and count_words(waarde) < MIN_WOORDEN:
        return Gap(split(veld), f"De tekst bij {naam} is te kort om iets te zeggen («{waarde.strip()}»).", f"Schrijf bij {naam} minstens één hele zin.")
    return None


class Gelijk(ToetsBasis):
    """Het veld heeft precies deze waarde.

    ```yaml
    - soort: gelijk
      veld: controle_in_de_les.moment
      waarde: elke_les
    ```
    """

    soort: Literal["gelijk"]
    veld: str
    waarde: Waarde

    def run(self, onderzoek: Onderzoek) -> Uitkomst:
        """Return a gap when the value is absent or different."""
        return keuze(onderzoek, self.veld, [self.waarde])

    def fields(self) -> tuple[str, ...]:
        """Return the field."""
        return (self.veld,)


class Keuze(ToetsBasis):
    """Het veld heeft één van deze waarden.

    ```yaml
    - soort: keuze
      veld: school.sector
      waarden: [vo, pro]
    ```
    """

    soort: Literal["keuze"]
    veld: str
    waarden: list[Waarde] = Field(min_length=1)

    def run(self, onderzoek: Onderzoek) -> Uitkomst:
        """Return a gap when the value is absent or another one."""
        return keuze(onderzoek, self.veld, self.waarden)

    def fields(self) -> tuple[str, ...]:
        """Return the field."""
        return (self.veld,)


def keuze(onderzoek: Onderzoek, veld: str, waarden: list[Waarde]) -> Uitkomst:
    """Return whether the field has one of the values."""
    pad, naam = split(veld), onderzoek.name_field(veld)
    gevraagd = enumerate_nl([f"«{say(onderzoek, waarde)}»" for waarde in waarden], "of")
    waarde = onderzoek.value(veld)
    if waarde is None:
        return Uitkomst((Gap(pad, f"{naam} is niet ingevuld; gevraagd is {gevraagd}.", f"Vul bij {naam} {gevraagd} in."),), (pad,))
    if any(same(waarde, gezocht) for gezocht in waarden):
        return Uitkomst(gelezen=(pad,))
    zin = f"Bij {naam} staat «{say(onderzoek, waarde)}»; gevraagd is {gevraagd}."
    return Uitkomst((Gap(pad, zin, f"Wijzig {naam} in {gevraagd}.", Reden.WIJKT_AF),), (pad,))


class Bevat(ToetsBasis):
    """De lijst bevat alle genoemde woorden, minstens één ervan, of een aantal items.

    ```yaml
    - soort: bevat
      veld: registratie.bronnen
      alle: [melding, lescontrole]
    ```
    """

    soort: Literal["bevat"]
    veld: str
    alle: list[Waarde] = []
    een_van: list[Waarde] = []
    minstens: int | None = None
    hoogstens: int | None = None

    def run(self, onderzoek: Onderzoek) -> Uitkomst:
        """Return a gap when the list is absent, misses a word, or has too few or too many items."""
        pad, naam = split(self.veld), onderzoek.name_field(self.veld)
        waarde = onderzoek.value(self.veld)
        items = as_list(waarde)
        wil = self._wanted(onderzoek)
        if not items:
            return Uitkomst((Gap(pad, f"{naam} is niet ingevuld; gevraagd {wil}.", f"Vul {naam} in met {wil}."),), (pad,))
        gaps = [Gap(pad, zin, doen, Reden.WIJKT_AF) for zin, doen in self._problems(onderzoek, naam, items)]
        return Uitkomst(tuple(gaps), (pad,))

    def _wanted(self, onderzoek: Onderzoek) -> str:
        if self.alle:
            return f"is {enumerate_nl([f'«{say(onderzoek, w)}»' for w in self.alle])}"
        if self.een_van:
            return f"is minstens één van {enumerate_nl([f'«{say(onderzoek, w)}»' for w in self.een_van], 'of')}"
        grens = [f"minstens {self.minstens}"] if self.minstens else []
        grens += [f"hoogstens {self.hoogstens}"] if self.hoogstens else []
        return f"{'zijn' if (self.minstens or 0) > 1 else 'is'} {enumerate_nl(grens)}"

    def _problems(self, onderzoek: Onderzoek, naam: str, items: list[Any]) -> list[tuple[str, str]]:
        problemen = []
        mist = [say(onderzoek, w) for w in self.alle if not any(same(item, w) for item in items)]
        if mist:
            woorden = enumerate_nl([f"«{woord}»" for woord in mist])
            problemen.append((f"Bij {naam} {'ontbreekt' if len(mist) == 1 else 'ontbreken'} {woorden}.", f"Voeg bij {naam} {woorden} toe."))
        if self.een_van and not any(same(item, w) for item in items for w in self.een_van):
            woorden = enumerate_nl([f"«{say(onderzoek, w)}»" for w in self.een_van], "of")
            problemen.append((f"Bij {naam} staat geen {woorden}.", f"Voeg bij {naam} minstens één toe van {woorden}."))
        if self.minstens is not None and len(items) < self.minstens:
            problemen.append((f"Bij {naam} staan er {len(items)}; gevraagd zijn er minstens {self.minstens}.", f"Vul {naam} aan tot minstens {self.minstens}."))
        if self.hoogstens is not None and len(items) > self.hoogstens:
            problemen.append((f"Bij {naam} staan er {len(items)}; bedoeld zijn er hoogstens {self.hoogstens}.", f"Beperk {naam} tot hoogstens {self.hoogstens}."))
        return problemen

    def fields(self) -> tuple[str, ...]:
        """Return the field."""
        return (self.veld,)


class Grens(ToetsBasis):
    """De waarde is hoogstens of minstens zoveel; een ritme telt als de tijd tussen twee keren.

    ```yaml
    - soort: grens
      veld: monitoring_en_evaluatie.effectiviteit.elke
      hoogstens: 1 jaar
    ```
    """

    soort: Literal["grens"]
    veld: str
    hoogstens: str | int | None = None
    minstens: str | int | None = None

    def run(self, onderzoek: Onderzoek) -> Uitkomst:
        """Return a gap when the value is absent, no quantity, or past the limit."""
        pad, naam = split(self.veld), onderzoek.name_field(self.veld)
        waarde = onderzoek.value(self.veld)
        grens = f"hoogstens {self.hoogstens}" if self.hoogstens is not None else f"minstens {self.minstens}"
        if waarde is None:
            return Uitkomst((Gap(pad, f"{naam} is niet ingevuld; gevraagd is {grens}.", f"Vul bij {naam} {grens} in."),), (pad,))
        try:
            goed = within(waarde, self.hoogstens, self.minstens, onderzoek.lesuur)
        except UnitError as fout:
            return Uitkomst(gelezen=(pad,), niet_getoetst=str(fout))
        except QuantityError:
            goed = False
        if goed:
            return Uitkomst(gelezen=(pad,))
        zin = f"Bij {naam} staat «{say(onderzoek, waarde)}»; gevraagd is {grens}."
        return Uitkomst((Gap(pad, zin, f"Wijzig {naam} in {grens}.", Reden.WIJKT_AF),), (pad,))

    def fields(self) -> tuple[str, ...]:
        """Return the field."""
        return (self.veld,)


def within(waarde: object, hoogstens: str | int | None, minstens: str | int | None, lesuur: int | None) -> bool:
    """Return whether a number, quantity or rhythm lies within the limits.

    Raises `QuantityError` when the value is none of these, `UnitError` when it cannot be compared.
    """
    return (hoogstens is None or _order(waarde, hoogstens, lesuur) <= 0) and (minstens is None or _order(waarde, minstens, lesuur) >= 0)


def _order(waarde: object, grens: str | int, lesuur: int | None) -> int:
    if isinstance(grens, int):
        if isinstance(waarde, bool) or not isinstance(waarde, int | float):
            raise QuantityError(f"«{waarde}» is geen getal.")
        return (waarde > grens) - (waarde < grens)
    return compare(_quantity(str(waarde)), _quantity(grens), lesuur)


def _quantity(tekst: str) -> Hoeveelheid:
    try:
        return parse_hoeveelheid(tekst)
    except QuantityError:
        return parse_ritme(tekst)


def as_list(waarde: object) -> list[Any]:
    """Return a value as a list: nothing is empty, a single value is a list of one."""
    if waarde is None:
        return []
    return waarde if isinstance(waarde, list) else [waarde]


def same(een: object, ander: object) -> bool:
    """Return whether two plain values are equal, without taking `true` for 1."""
    return isinstance(een, bool) == isinstance(ander, bool) and een == ander


def say(onderzoek: Onderzoek, waarde: object) -> str:
    """Return a value in words: a fixed word by its Dutch name, anything else as it stands."""
    if isinstance(waarde, str):
        return onderzoek.noem(waarde)
    if isinstance(waarde, list):
        return enumerate_nl([say(onderzoek, deel) for deel in waarde])
    return show(waarde)
