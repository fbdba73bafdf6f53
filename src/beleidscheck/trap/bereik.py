"""Voor welke groepen leerlingen een ladder verschilt: de kleinste verdeling waarin elke stap voor een hele groep geldt of niet.

Een norm moet in elke groep gelden. Zonder `geldt_voor` is er één groep: iedereen.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise, product
from math import prod
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from beleidscheck.trap.ladder import Bereik, Ladder, Stap

#: Een beleid met meer groepen dan dit is niet uit te leggen; de toets zegt dan dat hij niet kon draaien.
MAX_GROEPEN: Final = 256
VOLWASSEN: Final = 18
_OVERIG: Final = "overig"
_LEERPLICHT: Final = ("leerplichtig", "kwalificatieplichtig", "niet_leerplichtig")

#: Hoeveel leerjaren een sector heeft; bij vo hangt dat af van de onderwijssoorten, bij pro en vso van de leerling.
_LEERJAREN: Final = {"po": 8, "sbo": 8, "so": 8, "mbo": 4}


class TooManyGroupsError(ValueError):
    """De stappen maken zoveel uitzonderingen dat niet elke groep leerlingen te toetsen is."""


@dataclass(frozen=True, slots=True)
class Groep:
    """Eén groep leerlingen: per dimensie een waarde (leeg is: maakt niet uit), en leeftijden van `leeftijd_van` tot `leeftijd_tot`."""

    locatie: str = ""
    leerjaar: str = ""
    onderwijssoort: str = ""
    leerplicht: str = ""
    leeftijd_van: int | None = None
    leeftijd_tot: int | None = None

    def describe(self) -> str:
        """Return the group in plain Dutch; empty for everyone."""
        delen = [
            f"{woord} {waarde}" if waarde != _OVERIG else f"{ander} {woord}"
            for ander, woord, waarde in (
                ("een andere", "locatie", self.locatie),
                ("een ander", "leerjaar", self.leerjaar),
                ("een andere", "onderwijssoort", self.onderwijssoort),
            )
            if waarde
        ]
        if self.leerplicht:
            delen.append(self.leerplicht.replace("_", " "))
        if self.leeftijd_van is not None and self.leeftijd_tot is not None:
            delen.append(f"van {self.leeftijd_van} tot {self.leeftijd_tot} jaar")
        elif self.leeftijd_van is not None:
            delen.append(f"vanaf {self.leeftijd_van} jaar")
        elif self.leeftijd_tot is not None:
            delen.append(f"jonger dan {self.leeftijd_tot} jaar")
        return ", ".join(delen)

    def has_age(self, leeftijd: str) -> bool:
        """Return whether the group has pupils of this age group ("onder_18", "vanaf_18", or empty for any)."""
        if leeftijd == "onder_18":
            return self.leeftijd_van is None or self.leeftijd_van < VOLWASSEN
        if leeftijd == "vanaf_18":
            return self.leeftijd_tot is None or self.leeftijd_tot > VOLWASSEN
        return True

    def is_adult(self) -> bool:
        """Return whether everyone in the group is an adult."""
        return self.leeftijd_van is not None and self.leeftijd_van >= VOLWASSEN

    def holds(self, stap: Stap) -> bool:
        """Return whether the step applies to this group."""
        return all(self._in(bereik) for bereik in stap.bereik)

    def _in(self, bereik: Bereik) -> bool:
        return (
            _past(self.locatie, bereik.locaties)
            and _past(self.leerjaar, bereik.leerjaren)
            and _past(self.onderwijssoort, bereik.onderwijssoorten)
            and _past(self.leerplicht, bereik.leerplicht)
            and self._of_age(bereik)
        )

    def _of_age(self, bereik: Bereik) -> bool:
        van, tot = bereik.leeftijd_van, bereik.leeftijd_tot
        onder_ok = van is None or (self.leeftijd_van is not None and self.leeftijd_van >= van)
        boven_ok = tot is None or (self.leeftijd_tot is not None and self.leeftijd_tot <= tot)
        return onder_ok and boven_ok


def _past(waarde: str, toegestaan: tuple[str, ...]) -> bool:
    return not toegestaan or waarde in toegestaan


def groups(ladder: Ladder, school: Mapping[str, object]) -> tuple[Groep, ...]:
    """Return the groups that the ladder treats differently; one group for everyone when no step is limited.

    `school` is the value of `school`; its lists `locaties` and `onderwijssoorten` and its number of years close a dimension,
    so that no "other" group is invented where the steps or the school named them all. Where there would be too many groups, values that every step treats
    alike are represented by the first of them. Raises `TooManyGroupsError` when that does not help.
    """
    bereiken = [bereik for stap in ladder.stappen for bereik in stap.bereik]
    genoemd = [
        [bereik.locaties for bereik in bereiken],
        [bereik.leerjaren for bereik in bereiken],
        [bereik.onderwijssoorten for bereik in bereiken],
        [bereik.leerplicht for bereik in bereiken],
    ]
    bekend = (school.get("locaties"), years(school), school.get("onderwijssoorten"), list(_LEERPLICHT))
    assen = [_axis(namen, lijst) for namen, lijst in zip(genoemd, bekend, strict=True)]
    leeftijden = _ages(bereiken)
    if _number(assen, leeftijden) > MAX_GROEPEN:
        assen = [_merge(waarden, namen) for waarden, namen in zip(assen, genoemd, strict=True)]
    if _number(assen, leeftijden) > MAX_GROEPEN:
        raise TooManyGroupsError("De stappen gelden voor te veel verschillende groepen leerlingen om elke groep te toetsen.")
    return tuple(
        Groep(plek, jaar, soort, plicht, van, tot) for plek, jaar, soort, plicht in product(*assen) for van, tot in leeftijden
    )


def years(school: Mapping[str, object]) -> list[str] | None:
    """Return the years that the school has, or `None` when its sector does not say how many."""
    soorten = school.get("onderwijssoorten")
    namen = [str(soort).casefold() for soort in soorten] if isinstance(soorten, list) else []
    if school.get("sector") != "vo":
        aantal = _LEERJAREN.get(str(school.get("sector", "")), 0)
    elif namen and all(naam.startswith(("vmbo", "mavo")) for naam in namen):
        aantal = 4
    elif namen and all(naam.startswith(("vmbo", "mavo", "havo")) for naam in namen):
        aantal = 5
    else:
        aantal = 6
    return [str(jaar + 1) for jaar in range(aantal)] or None


def _number(assen: Sequence[tuple[str, ...]], leeftijden: tuple[object, ...]) -> int:
    return prod(map(len, assen)) * len(leeftijden)


def _merge(waarden: tuple[str, ...], genoemd: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the first of each set of values that the same steps name."""
    eerste: dict[tuple[bool, ...], str] = {}
    for waarde in waarden:
        eerste.setdefault(tuple(waarde in groep for groep in genoemd), waarde)
    return tuple(eerste.values())


def _axis(genoemd: Sequence[tuple[str, ...]], bekend: object) -> tuple[str, ...]:
    waarden = dict.fromkeys(waarde for groep in genoemd for waarde in groep)
    if not waarden:
        return ("",)
    if isinstance(bekend, list) and bekend:
        return tuple(dict.fromkeys((*(str(x) for x in bekend), *waarden)))
    return (*waarden, _OVERIG)


def _ages(bereiken: Iterable[Bereik]) -> tuple[tuple[int | None, int | None], ...]:
    grenzen = sorted({grens for bereik in bereiken for grens in (bereik.leeftijd_van, bereik.leeftijd_tot) if grens is not None})
    randen: list[int | None] = [None, *grenzen, None]
    return tuple(pairwise(randen))
