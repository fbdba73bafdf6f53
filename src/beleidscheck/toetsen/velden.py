"""Toetsen op één veld: staat het er, heeft het de gevraagde waarde, bevat de lijst wat gevraagd is, ligt het binnen een grens."""

from __future__ import annotations

from typing import Any, Literal, Self

from pydantic import Field, PositiveInt, model_validator

from beleidscheck.bevinding import Reden
from beleidscheck.hoeveelheid import LessonLengthError, QuantityError, UnitError
from beleidscheck.toetsen.basis import Gap, Onderzoek, ToetsBasis, Uitkomst, enumerate_nl, nothing, split
from beleidscheck.toetsen.waarden import Maat, Waarde, as_list, emptiness, first_filler, same, say, says_something, within, words


class Gevuld(ToetsBasis):
    """Elk genoemd veld is ingevuld; opvultekst en een enkel woord in een tekstveld tellen niet.

    ```yaml
    - soort: gevuld
      velden: [communicatie.beleid, communicatie.regie]
    ```

    ```yaml voldoet
    communicatie:
      beleid: Ouders, leerlingen en team horen elk najaar hoe wij met afwezigheid omgaan.
      regie: directeur
    ```

    ```yaml voldoet niet
    communicatie:
      beleid: volgt nog
      regie: directeur
    ```
    """

    soort: Literal["gevuld"]
    velden: list[str] = Field(min_length=1, description="De velden die ingevuld moeten zijn.")

    def run(self, onderzoek: Onderzoek) -> Uitkomst:
        """Return a gap for every field that says nothing."""
        gaps = [gap for veld in self.velden if (gap := emptiness(onderzoek, veld))]
        return Uitkomst(tuple(gaps), tuple(split(veld) for veld in self.velden))

    def fields(self) -> tuple[str, ...]:
        """Return the fields."""
        return tuple(self.velden)


class Gelijk(ToetsBasis):
    """Het veld heeft precies deze waarde.

    ```yaml
    - soort: gelijk
      veld: controle_in_de_les.moment
      waarde: elke_les
    ```

    ```yaml voldoet
    controle_in_de_les:
      moment: elke_les
    ```

    ```yaml voldoet niet
    controle_in_de_les:
      moment: elk_dagdeel
    ```
    """

    soort: Literal["gelijk"]
    veld: str = Field(description="Het veld waar de waarde staat.")
    waarde: Waarde = Field(description="De waarde die er moet staan.")

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

    ```yaml voldoet
    school:
      sector: pro
    ```

    ```yaml voldoet niet
    school:
      sector: mbo
    ```
    """

    soort: Literal["keuze"]
    veld: str = Field(description="Het veld waar de waarde staat.")
    waarden: list[Waarde] = Field(min_length=1, description="De waarden waarvan er één moet staan.")

    def run(self, onderzoek: Onderzoek) -> Uitkomst:
        """Return a gap when the value is absent or another one."""
        return keuze(onderzoek, self.veld, self.waarden)

    def fields(self) -> tuple[str, ...]:
        """Return the field."""
        return (self.veld,)


def keuze(onderzoek: Onderzoek, veld: str, waarden: list[Waarde]) -> Uitkomst:
    """Return whether the field has one of the values."""
    pad, naam = split(veld), onderzoek.name_field(veld)
    gevraagd = words(onderzoek, waarden, "of")
    waarde = onderzoek.value(veld)
    if waarde is None:
        return Uitkomst(
            (Gap(pad, f"{naam} is niet ingevuld; gevraagd is {gevraagd}.", f"Vul bij {naam} {gevraagd} in."),), (pad,)
        )
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

    ```yaml voldoet
    registratie:
      bronnen: [melding, lescontrole]
    ```

    ```yaml voldoet niet
    registratie:
      bronnen: [melding]
    ```
    """

    soort: Literal["bevat"]
    veld: str = Field(description="Het veld met de lijst.")
    alle: list[Waarde] = Field(default_factory=nothing, description="De woorden die allemaal in de lijst moeten staan.")
    een_van: list[Waarde] = Field(default_factory=nothing, description="De woorden waarvan er minstens één in de lijst moet staan.")
    minstens: PositiveInt | None = Field(default=None, description="Hoeveel onderdelen de lijst minstens heeft.")
    hoogstens: PositiveInt | None = Field(default=None, description="Hoeveel onderdelen de lijst hoogstens heeft.")

    @model_validator(mode="after")
    def _asks_something(self) -> Self:
        if not (self.alle or self.een_van or self.minstens or self.hoogstens):
            raise ValueError("Deze toets vraagt niets: zet er `alle`, `een_van`, `minstens` of `hoogstens` bij.")
        return self

    def run(self, onderzoek: Onderzoek) -> Uitkomst:
        """Return a gap when the list is absent or filler, misses a word, or has too few or too many items."""
        pad, naam = split(self.veld), onderzoek.name_field(self.veld)
        waarde = onderzoek.value(self.veld)
        items = [item for item in as_list(waarde) if says_something(item)]
        if not items:
            if first_filler(waarde) and (gap := emptiness(onderzoek, self.veld)):
                return Uitkomst((gap,), (pad,))
            wat, meer = self._wanted(onderzoek)
            zin = f"{naam} is niet ingevuld; gevraagd {'zijn' if meer else 'is'} {wat}."
            return Uitkomst((Gap(pad, zin, f"Vul bij {naam} {wat} in."),), (pad,))
        gaps = [Gap(pad, zin, doen, Reden.WIJKT_AF) for zin, doen in self._problems(onderzoek, naam, items)]
        return Uitkomst(tuple(gaps), (pad,))

    def _wanted(self, onderzoek: Onderzoek) -> tuple[str, bool]:
        """Return what is asked for, and whether that is more than one thing."""
        if self.alle:
            return words(onderzoek, self.alle, "en"), len(self.alle) > 1
        if self.een_van:
            return self._one_of(onderzoek), False
        grenzen = [
            f"{woord} {aantal}" for woord, aantal in (("minstens", self.minstens), ("hoogstens", self.hoogstens)) if aantal
        ]
        laatste = self.hoogstens or self.minstens or 1
        return f"{enumerate_nl(grenzen)} {_parts(laatste)}", laatste > 1

    def _one_of(self, onderzoek: Onderzoek) -> str:
        woorden = words(onderzoek, self.een_van, "en")
        return f"minstens één van {woorden}" if len(self.een_van) > 1 else woorden

    def _problems(self, onderzoek: Onderzoek, naam: str, items: list[Any]) -> list[tuple[str, str]]:
        problemen = []
        mist = [w for w in self.alle if not any(same(item, w) for item in items)]
        if mist:
            woorden = words(onderzoek, mist, "en")
            zin = f"Bij {naam} {'ontbreekt' if len(mist) == 1 else 'ontbreken'} {woorden}."
            problemen.append((zin, f"Voeg bij {naam} {woorden} toe."))
        if self.een_van and not any(same(item, w) for item in items for w in self.een_van):
            zin = f"Bij {naam} ontbreekt {words(onderzoek, self.een_van, 'of')}."
            problemen.append((zin, f"Voeg bij {naam} {self._one_of(onderzoek)} toe."))
        aantal = len(items)
        staat = f"Bij {naam} {'staat' if aantal == 1 else 'staan'} {aantal} {_parts(aantal)}"
        if self.minstens and aantal < self.minstens:
            zin = f"{staat}; gevraagd {_there(self.minstens)} minstens {self.minstens}."
            problemen.append((zin, f"Vul {naam} aan tot minstens {self.minstens} {_parts(self.minstens)}."))
        if self.hoogstens and aantal > self.hoogstens:
            zin = f"{staat}; bedoeld {_there(self.hoogstens)} hoogstens {self.hoogstens}."
            problemen.append((zin, f"Beperk {naam} tot hoogstens {self.hoogstens} {_parts(self.hoogstens)}."))
        return problemen

    def fields(self) -> tuple[str, ...]:
        """Return the field."""
        return (self.veld,)


def _parts(aantal: int) -> str:
    return "onderdeel" if aantal == 1 else "onderdelen"


def _there(aantal: int) -> str:
    return "is er" if aantal == 1 else "zijn er"


class Grens(ToetsBasis):
    """De waarde is hoogstens of minstens zoveel; een ritme telt als de tijd tussen twee keren.

    ```yaml
    - soort: grens
      veld: monitoring_en_evaluatie.effectiviteit.elke
      hoogstens: 1 jaar
    ```

    ```yaml voldoet
    monitoring_en_evaluatie:
      effectiviteit:
        elke: halfjaar
    ```

    ```yaml voldoet niet
    monitoring_en_evaluatie:
      effectiviteit:
        elke: 2 jaar
    ```
    """

    soort: Literal["grens"]
    veld: str = Field(description="Het veld met het getal, de hoeveelheid of het ritme.")
    hoogstens: Maat | int | None = Field(default=None, description="De grootste waarde die nog goed is.")
    minstens: Maat | int | None = Field(default=None, description="De kleinste waarde die nog goed is.")

    @model_validator(mode="after")
    def _has_one_limit(self) -> Self:
        if (self.hoogstens is None) == (self.minstens is None):
            raise ValueError("Deze toets heeft één grens nodig: `hoogstens` of `minstens`.")
        return self

    def run(self, onderzoek: Onderzoek) -> Uitkomst:
        """Return a gap when the value is absent, no quantity, or past the limit."""
        pad, naam = split(self.veld), onderzoek.name_field(self.veld)
        waarde = onderzoek.value(self.veld)
        grens = f"hoogstens {self.hoogstens}" if self.hoogstens is not None else f"minstens {self.minstens}"
        if waarde is None:
            return Uitkomst((Gap(pad, f"{naam} is niet ingevuld; gevraagd is {grens}.", f"Vul bij {naam} {grens} in."),), (pad,))
        try:
            goed = within(waarde, self.hoogstens, self.minstens, onderzoek.lesuur)
        except LessonLengthError as fout:
            return Uitkomst(gelezen=(pad,), niet_getoetst=str(fout))
        except (QuantityError, UnitError):
            goed = False
        if goed:
            return Uitkomst(gelezen=(pad,))
        zin = f"Bij {naam} staat «{say(onderzoek, waarde)}»; gevraagd is {grens}."
        return Uitkomst((Gap(pad, zin, f"Wijzig {naam} in {grens}.", Reden.WIJKT_AF),), (pad,))

    def fields(self) -> tuple[str, ...]:
        """Return the field."""
        return (self.veld,)
