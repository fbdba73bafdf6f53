"""Toetsen op een lijst van afspraken: is er één die aan alles voldoet, voldoen ze allemaal, en komen alle gevallen voor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from beleidscheck.bevinding import Reden
from beleidscheck.hoeveelheid import LessonLengthError, QuantityError, UnitError, kort
from beleidscheck.toetsen.basis import Gap, Onderzoek, ToetsBasis, Uitkomst, enumerate_nl, nothing, split
from beleidscheck.toetsen.waarden import Maat, Waarde, as_list, emptiness, same, say, says_something, within, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from beleidscheck.trap.ladder import Pad


class Voorwaarde(BaseModel):
    """Wat één sleutel van een afspraak moet zijn: precies één van deze vormen."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)

    gelijk: Waarde | None = Field(default=None, description="De waarde is precies deze.")
    uit: list[Waarde] = Field(default_factory=nothing, description="De waarde is één van deze.")
    bevat: list[Waarde] = Field(default_factory=nothing, description="De lijst bevat al deze woorden.")
    een_van: list[Waarde] = Field(default_factory=nothing, description="De lijst bevat minstens één van deze woorden.")
    gevuld: bool = Field(default=False, description="Er is iets ingevuld.")
    hoogstens: Maat | int | None = Field(default=None, description="De waarde is hoogstens zoveel.")
    minstens: Maat | int | None = Field(default=None, description="De waarde is minstens zoveel.")

    @model_validator(mode="after")
    def _has_one_form(self) -> Self:
        vormen = (
            self.gelijk is not None,
            self.uit,
            self.bevat,
            self.een_van,
            self.gevuld,
            self.hoogstens is not None,
            self.minstens is not None,
        )
        if sum(map(bool, vormen)) != 1:
            raise ValueError("Een voorwaarde heeft precies één vorm: gelijk, uit, bevat, een_van, gevuld, hoogstens of minstens.")
        return self

    def met(self, waarde: object, lesuur: int | None) -> bool:
        """Return whether the value of the key meets this. Raises `LessonLengthError`."""
        if self.gevuld:
            return says_something(waarde)
        if self.hoogstens is not None or self.minstens is not None:
            try:
                return waarde is not None and within(waarde, self.hoogstens, self.minstens, lesuur)
            except LessonLengthError:
                raise
            except (QuantityError, UnitError):
                return False
        items = as_list(waarde)
        return (
            (self.gelijk is None or same(waarde, self.gelijk))
            and (not self.uit or any(same(waarde, w) for w in self.uit))
            and all(any(same(item, w) for item in items) for w in self.bevat)
            and (not self.een_van or any(same(item, w) for item in items for w in self.een_van))
        )

    def wanted(self, onderzoek: Onderzoek) -> str:
        """Return what belongs in the key, in Dutch: "«actief»", "hoogstens 1 jaar"."""
        if self.gelijk is not None:
            return f"«{say(onderzoek, self.gelijk)}»"
        if self.bevat:
            return words(onderzoek, self.bevat, "en")
        if self.uit or self.een_van:
            return words(onderzoek, self.uit or self.een_van, "of")
        if self.gevuld:
            return "een invulling"
        return f"hoogstens {self.hoogstens}" if self.hoogstens is not None else f"minstens {self.minstens}"


def _demands(waar: dict[str, Voorwaarde], sleutels: Iterable[str], onderzoek: Onderzoek) -> str:
    """Return what belongs in these keys: "«actief» bij `vorm` en «ouder» bij `doelgroep`"."""
    return enumerate_nl([f"{waar[sleutel].wanted(onderzoek)} bij `{sleutel}`" for sleutel in sleutels])


def _items(onderzoek: Onderzoek, veld: str) -> list[tuple[int, dict[str, Any]]]:
    """Return the agreements in a list with their place in it."""
    return [(nummer, item) for nummer, item in enumerate(as_list(onderzoek.value(veld))) if isinstance(item, dict)]


class EenItem(ToetsBasis):
    """Minstens één item van de lijst voldoet aan alle voorwaarden tegelijk.

    ```yaml
    - soort: een_item
      veld: communicatie.momenten
      waar: {vorm: {gelijk: actief}, doelgroep: {bevat: [ouder]}}
    ```

    ```yaml voldoet
    communicatie:
      momenten:
        - doelgroep: [ouder, leerling]
          vorm: actief
    ```

    ```yaml voldoet niet
    communicatie:
      momenten:
        - doelgroep: [leerling]
          vorm: actief
        - doelgroep: [ouder]
          vorm: passief
    ```
    """

    soort: Literal["een_item"]
    veld: str = Field(description="Het veld met de lijst.")
    waar: dict[str, Voorwaarde] = Field(min_length=1, description="Per sleutel van een regel wat er moet staan; één regel haalt alles tegelijk.")

    def run(self, onderzoek: Onderzoek) -> Uitkomst:
        """Return a gap when no item fits, with what the nearest one misses."""
        pad, naam = split(self.veld), onderzoek.name_field(self.veld)
        eis = _demands(self.waar, self.waar, onderzoek)
        doen = f"Neem bij {naam} een regel op met {eis}."
        items = dict(_items(onderzoek, self.veld))
        gemist: dict[int, list[str]] = {}
        onbekend = ""
        for nummer, item in items.items():
            mist, reden = missed(self.waar, item, onderzoek)
            if not mist and not reden:
                return Uitkomst(gelezen=tuple((*pad, nummer, sleutel) for sleutel in self.waar))
            if mist:
                gemist[nummer] = mist
            onbekend = onbekend or ("" if mist else reden)
        if onbekend:
            return Uitkomst(gelezen=(pad,), niet_getoetst=onbekend)
        if not gemist:
            return Uitkomst((Gap(pad, f"{naam} is niet ingevuld; gevraagd is een regel met {eis}.", doen),), (pad,))
        eerste = next(iter(self.waar))
        beste = min(gemist, key=lambda nummer: (eerste in gemist[nummer], len(gemist[nummer]), nummer))
        if eerste in gemist[beste]:
            return Uitkomst((Gap(pad, f"Bij {naam} staat geen regel met {eis}.", doen),), (pad,))
        return self._nearest(onderzoek, naam, (*pad, beste), items[beste], gemist[beste])

    def _nearest(self, onderzoek: Onderzoek, naam: str, pad: Pad, item: dict[str, Any], gemist: list[str]) -> Uitkomst:
        """Return what the nearest item misses; it meets at least the first condition, which says what it is about."""
        goed = _demands(self.waar, [sleutel for sleutel in self.waar if sleutel not in gemist], onderzoek)
        mist = _demands(self.waar, gemist, onderzoek)
        zin = f"Bij {naam} moet de regel met {goed} ook {mist} hebben{_found(onderzoek, item, gemist)}."
        plek = (*pad, gemist[0]) if gemist[0] in item else pad
        reden = Reden.WIJKT_AF if any(sleutel in item for sleutel in gemist) else Reden.ONTBREEKT
        return Uitkomst((Gap(plek, zin, f"Geef deze regel {mist}.", reden),), (plek,))

    def fields(self) -> tuple[str, ...]:
        """Return the list and the keys of its items."""
        return (self.veld, *(f"{self.veld}[].{sleutel}" for sleutel in self.waar))


def missed(waar: dict[str, Voorwaarde], item: dict[str, Any], onderzoek: Onderzoek) -> tuple[list[str], str]:
    """Return the keys of an item that do not meet their demand, and why one could not be compared, if one could not."""
    gemist: list[str] = []
    onbekend = ""
    for sleutel, voorwaarde in waar.items():
        try:
            if not voorwaarde.met(item.get(sleutel), onderzoek.lesuur):
                gemist.append(sleutel)
        except LessonLengthError as fout:
            onbekend = str(fout)
    return gemist, onbekend


def _found(onderzoek: Onderzoek, item: dict[str, Any], sleutels: list[str]) -> str:
    gevonden = [f"bij `{sleutel}` «{kort(say(onderzoek, item[sleutel]))}»" for sleutel in sleutels if sleutel in item]
    return f"; nu staat {enumerate_nl(gevonden)}" if gevonden else ""


class ElkItem(ToetsBasis):
    """De lijst is er, en elk item voldoet aan de voorwaarden.

    ```yaml
    - soort: elk_item
      veld: samenwerking.partners
      waar: {taak: {gevuld: true}}
    ```

    ```yaml voldoet
    samenwerking:
      partners:
        - rol: jeugdarts
          taak: onderzoekt of de klachten een medische oorzaak hebben
        - rol: leerplichtambtenaar
          taak: spreekt leerling en ouders over ongeoorloofde afwezigheid
    ```

    ```yaml voldoet niet
    samenwerking:
      partners:
        - rol: jeugdarts
          taak: onderzoekt of de klachten een medische oorzaak hebben
        - rol: leerplichtambtenaar
    ```
    """

    soort: Literal["elk_item"]
    veld: str = Field(description="Het veld met de lijst.")
    waar: dict[str, Voorwaarde] = Field(min_length=1, description="Per sleutel van een regel wat er moet staan; elke regel haalt alles.")

    def run(self, onderzoek: Onderzoek) -> Uitkomst:
        """Return a gap when the list is empty, and one for every item that does not fit."""
        pad = split(self.veld)
        items = _items(onderzoek, self.veld)
        if not items:
            return Uitkomst((_absent(onderzoek, self.veld),), (pad,))
        gaps: list[Gap] = []
        onbekend = ""
        for nummer, item in items:
            gemist, reden = missed(self.waar, item, onderzoek)
            onbekend = onbekend or reden
            gaps.extend(self._gap(onderzoek, (*pad, nummer), item, sleutel) for sleutel in gemist)
        return Uitkomst(tuple(gaps), (pad,), niet_getoetst=onbekend)

    def _gap(self, onderzoek: Onderzoek, pad: Pad, item: dict[str, Any], sleutel: str) -> Gap:
        naam, staat = onderzoek.name_field(self.veld), sleutel in item
        eerste = next((deel for andere, deel in item.items() if andere != sleutel and isinstance(deel, str | int | float)), None)
        wie = f"«{kort(say(onderzoek, eerste))}»" if eerste is not None else f"regel {int(pad[-1]) + 1}"
        eis = _demands(self.waar, [sleutel], onderzoek)
        zin = f"Bij {naam} hoort {wie} ook {eis} te hebben{_found(onderzoek, item, [sleutel])}."
        plek, reden = ((*pad, sleutel), Reden.WIJKT_AF) if staat else (pad, Reden.ONTBREEKT)
        return Gap(plek, zin, f"Geef {wie} {eis}.", reden)

    def fields(self) -> tuple[str, ...]:
        """Return the list and the keys of its items."""
        return (self.veld, *(f"{self.veld}[].{sleutel}" for sleutel in self.waar))


def _absent(onderzoek: Onderzoek, veld: str) -> Gap:
    """Return the gap of a list without a single agreement."""
    naam = onderzoek.name_field(veld)
    return emptiness(onderzoek, veld) or Gap(split(veld), f"{naam} is niet ingevuld.", f"Vul {naam} in.")


class Dekt(ToetsBasis):
    """In de lijst komt elk genoemd geval voor.

    ```yaml
    - soort: dekt
      veld: stappen_bij_afwezigheid.typen
      sleutel: type
      waarden: [ziek, ongeoorloofd]
    ```

    ```yaml voldoet
    stappen_bij_afwezigheid:
      typen:
        - type: ziek
          contact: [mentor]
        - type: ongeoorloofd
          contact: [mt]
    ```

    ```yaml voldoet niet
    stappen_bij_afwezigheid:
      typen:
        - type: ziek
          contact: [mentor]
    ```
    """

    soort: Literal["dekt"]
    veld: str = Field(description="Het veld met de lijst.")
    sleutel: str = Field(description="De sleutel van een regel die zegt over welk geval zij gaat.")
    waarden: list[Waarde] = Field(min_length=1, description="De gevallen die elk een regel moeten hebben.")

    def run(self, onderzoek: Onderzoek) -> Uitkomst:
        """Return a gap with the cases that are missing."""
        pad, naam = split(self.veld), onderzoek.name_field(self.veld)
        items = _items(onderzoek, self.veld)
        mist = [w for w in self.waarden if not any(same(item.get(self.sleutel), w) for _, item in items)]
        if not mist:
            return Uitkomst(gelezen=(pad,))
        woorden = words(onderzoek, mist, "en")
        if not items:
            zin = f"{naam} is niet ingevuld; gevraagd {'is' if len(mist) == 1 else 'zijn'} {woorden}."
            return Uitkomst((Gap(pad, zin, f"Vul {naam} in, met {woorden}."),), (pad,))
        zin = f"Bij {naam} {'ontbreekt' if len(mist) == 1 else 'ontbreken'} {woorden}."
        return Uitkomst((Gap(pad, zin, f"Voeg bij {naam} {woorden} toe."),), (pad,))

    def fields(self) -> tuple[str, ...]:
        """Return the list and its key."""
        return (self.veld, f"{self.veld}[].{self.sleutel}")


class Verwijst(ToetsBasis):
    """Elke verwijzing in de lijst wijst naar iets wat bestaat: een trap met minstens één echte stap.

    ```yaml
    - soort: verwijst
      veld: stappen_bij_afwezigheid.typen
      sleutel: trap
      naar: trappen
    ```

    ```yaml voldoet
    stappen_bij_afwezigheid:
      typen:
        - type: ziek
          trap: ziekte
      trappen:
        - trap: ziekte
          stappen:
            - bij:
                - signaal: ziekmeldingen
                  drempel: 4 keer
                  periode: 12 schoolweken
              acties:
                - wie: mentor
                  actie: verzuimgesprek
    ```

    ```yaml voldoet niet
    stappen_bij_afwezigheid:
      typen:
        - type: ziek
          trap: ziekte
    ```
    """

    soort: Literal["verwijst"]
    veld: str = Field(description="Het veld met de lijst.")
    sleutel: str = Field(description="De sleutel van een regel waarin de verwijzing staat.")
    naar: Literal["trappen"] = Field(description="Waar de verwijzing naartoe gaat.")

    def run(self, onderzoek: Onderzoek) -> Uitkomst:
        """Return a gap for every name that does not exist."""
        pad, naam = split(self.veld), onderzoek.name_field(self.veld)
        items = _items(onderzoek, self.veld)
        verwijzingen = [(nummer, naar) for nummer, item in items if isinstance(naar := item.get(self.sleutel), str)]
        if not verwijzingen:
            return Uitkomst((_absent(onderzoek, self.veld),), (pad,))
        trappen = tuple(dict.fromkeys(stap.trap for stap in onderzoek.ladder.stappen if stap.signalen and stap.acties))
        verlof = [item.get("soort") for _, item in _items(onderzoek, "melden_en_verlof.verlof")]
        bekend = enumerate_nl([f"«{trap}»" for trap in trappen], "of")
        gaps = []
        for nummer, gezocht in verwijzingen:
            if gezocht not in {*trappen, *verlof, "verlof"}:
                zin = f"{naam} verwijst naar de trap «{gezocht}», maar die staat niet in het beleid."
                doen = f"Verwijs naar {bekend}, of schrijf de trap «{gezocht}»." if trappen else f"Schrijf de trap «{gezocht}»."
                gaps.append(Gap((*pad, nummer, self.sleutel), zin, doen, Reden.TEGENSTRIJDIG))
        return Uitkomst(tuple(gaps), (pad,))

    def fields(self) -> tuple[str, ...]:
        """Return the list and its key."""
        return (self.veld, f"{self.veld}[].{self.sleutel}")
