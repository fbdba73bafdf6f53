"""Voor welke groepen leerlingen een ladder verschilt: de kleinste verdeling waarin elke stap voor een hele groep geldt of niet.

Een norm moet in elke groep gelden. Zonder `geldt_voor` is er één groep: iedereen.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise, product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from beleidscheck.trap.ladder import Bereik, Ladder, Stap

#: Meer groepen dan dit worden samengenomen per dimensie: een beleid met zoveel uitzonderingen is niet uit te leggen.
MAX_GROEPEN = 256
VOLWASSEN = 18
_OVERIG = "overig"


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
            f"{woord} {waarde}" if waarde != _OVERIG else f"een andere {woord}"
            for woord, waarde in (("locatie", self.locatie), ("leerjaar", self.leerjaar), ("onderwijssoort", self.onderwijssoort))
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

    `school` is the value of `school`; its lists `locaties`, `leerjaren` and `onderwijssoorten` close a dimension, so that
    no "other" group is invented where the school named them all.
    """
    bereiken = [bereik for stap in ladder.stappen for bereik in stap.bereik]
    if not bereiken:
        return (Groep(),)
    assen = [
        _axis((b.locaties for b in bereiken), school.get("locaties")),
        _axis((b.leerjaren for b in bereiken), school.get("leerjaren")),
        _axis((b.onderwijssoorten for b in bereiken), school.get("onderwijssoorten")),
        _axis((b.leerplicht for b in bereiken), None),
    ]
    leeftijden = _ages(bereiken)
    groepen = [Groep(plek, jaar, soort, plicht, van, tot) for plek, jaar, soort, plicht in product(*assen) for van, tot in leeftijden]
    return tuple(groepen[:MAX_GROEPEN])


def _axis(genoemd: Iterable[tuple[str, ...]], bekend: object) -> tuple[str, ...]:
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
