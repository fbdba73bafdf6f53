"""Wat elke toets gemeen heeft: de feiten die hij leest, het gat dat hij vindt, en hoe uitkomsten samengaan."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict

from beleidscheck.bevinding import Reden, Trapbewijs
from beleidscheck.trap.bereik import Groep, groups
from beleidscheck.trap.bewijs import Uitslag
from beleidscheck.trap.ladder import Ladder, Pad

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from beleidscheck.toetsen.taak import Trede

#: Van zeker naar onzeker.
_MINST_ZEKER = tuple(str(uitslag) for uitslag in (Uitslag.BEWEZEN, Uitslag.NIET_BEWEZEN, Uitslag.TEGENVOORBEELD))


@dataclass(frozen=True, slots=True)
class Gap:
    """Eén ding dat ontbreekt, afwijkt of zichzelf tegenspreekt: waar, waarom en wat te doen (beide een hele zin)."""

    pad: Pad
    zin: str
    te_doen: str
    reden: Reden = Reden.ONTBREEKT
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Leesvraag:
    """Iets wat alleen een lezer kan beoordelen: waar het staat, de passage en eventueel wat de machine eraan zag."""

    pad: Pad
    passage: str
    opmerking: str = ""


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """Wat een toets vond. Zonder gaten, vragen, `niet_getoetst` of `nvt` heeft hij gedraaid en gehouden.

    `tussen`: naar de vaste omrekening van eenheden is het goed, maar er is een leerling bij wie het misgaat; `trapbewijs` zegt welke.
    """

    gaps: tuple[Gap, ...] = ()
    gelezen: tuple[Pad, ...] = ()
    vragen: tuple[Leesvraag, ...] = ()
    niet_getoetst: str = ""
    nvt: str = ""
    tussen: tuple[Gap, ...] = ()
    trapbewijs: Trapbewijs | None = None

    @property
    def holds(self) -> bool:
        """Return whether nothing is missing and everything could be tested."""
        return not self.gaps and not self.niet_getoetst


def together(uitkomsten: Iterable[Uitkomst]) -> Uitkomst:
    """Return the outcome of all of them at once: every gap counts; only where all do not apply, the whole does not."""
    alle = tuple(uitkomsten)
    if len(alle) == 1 and not alle[0].nvt:  # zo is het meestal
        return _by_itself(alle[0])
    telt = tuple(uitkomst for uitkomst in alle if not uitkomst.nvt)
    return Uitkomst(
        gaps=_each_once(gap for uitkomst in telt for gap in uitkomst.gaps),
        gelezen=tuple(dict.fromkeys(pad for uitkomst in alle for pad in uitkomst.gelezen)),
        vragen=tuple(dict.fromkeys(vraag for uitkomst in telt for vraag in uitkomst.vragen)),
        niet_getoetst=next((uitkomst.niet_getoetst for uitkomst in telt if uitkomst.niet_getoetst), ""),
        nvt=alle[0].nvt if alle and not telt else "",
        tussen=_each_once(gap for uitkomst in telt for gap in uitkomst.tussen),
        trapbewijs=least_sure(uitkomst.trapbewijs for uitkomst in telt),
    )


def _by_itself(een: Uitkomst) -> Uitkomst:
    """Return an outcome that goes together with no other one, with nothing in it twice."""
    if max(len(een.gaps), len(een.gelezen), len(een.vragen), len(een.tussen)) < 2:  # noqa: PLR2004 - dan is er niets dubbel
        return een
    return Uitkomst(
        gaps=_each_once(een.gaps),
        gelezen=tuple(dict.fromkeys(een.gelezen)),
        vragen=tuple(dict.fromkeys(een.vragen)),
        niet_getoetst=een.niet_getoetst,
        tussen=_each_once(een.tussen),
        trapbewijs=een.trapbewijs,
    )


def least_sure(bewijzen: Iterable[Trapbewijs | None]) -> Trapbewijs | None:
    """Return the outcome that says the least good: a counterexample before not proven before proven."""
    return max(filter(None, bewijzen), key=lambda bewijs: _MINST_ZEKER.index(bewijs.uitkomst), default=None)


def _each_once(gaps: Iterable[Gap]) -> tuple[Gap, ...]:
    """Return the gaps without those that another gap at the same place says too: "X is niet ingevuld; gevraagd is ..."."""
    alle = tuple(gaps)
    if len(alle) < 2:  # noqa: PLR2004 - een gat alleen zegt niets dubbel
        return alle
    alle = tuple(dict.fromkeys(alle))
    return tuple(gap for gap in alle if not any(gap != ander and _says_more(ander, gap) for ander in alle))


def _says_more(ander: Gap, gap: Gap) -> bool:
    return ander.pad == gap.pad and ander.zin.startswith(f"{gap.zin.removesuffix('.')};")


@lru_cache(maxsize=4096)
def split(veld: str) -> Pad:
    """Return the path of a dotted field without indices."""
    return tuple(veld.split("."))


@dataclass(frozen=True)
class Onderzoek:
    """Alles wat een toets van één beleid mag weten: feiten, ladder, peildatum en hoe woorden heten. Geen klok, geen bestand.

    `leeftijd` beperkt de groepen leerlingen tot "onder_18" of "vanaf_18", als de norm daarover gaat.
    """

    feiten: Mapping[str, Any]
    peildatum: date
    ladder: Ladder = field(default_factory=Ladder)
    leeftijd: str = ""
    noem: Callable[[str], str] = str
    titel: Callable[[str], str] = str
    #: Per groep de treden van de ladder, gevuld door `treden` in taak.py.
    treden: dict[Groep, tuple[Trede, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def value(self, veld: str) -> Any:  # noqa: ANN401 - een feit kan elke YAML-waarde zijn
        """Return the value at a dotted field, or `None` when it is absent."""
        waarde: Any = self.feiten
        for deel in split(veld):
            if not isinstance(waarde, dict) or deel not in waarde:
                return None
            waarde = waarde[deel]
        return waarde

    @cached_property
    def lesuur(self) -> int | None:
        """Return the length of a lesuur in minutes, when the school gave it."""
        minuten = self.value("school.lesuur_minuten")
        return minuten if isinstance(minuten, int) and minuten > 0 else None

    @cached_property
    def alle_groepen(self) -> tuple[Groep, ...]:
        """Return the groups of pupils that the ladder treats differently. Raises `TooManyGroupsError`."""
        school = self.value("school")
        return groups(self.ladder, school if isinstance(school, dict) else {})

    @cached_property
    def groepen(self) -> tuple[Groep, ...]:
        """Return those groups of the ages that the norm is about. Raises `TooManyGroupsError`."""
        return tuple(groep for groep in self.alle_groepen if groep.has_age(self.leeftijd)) or self.alle_groepen

    def name_field(self, veld: str) -> str:
        """Return a field as a reader sees it: its Dutch title (an element without its number) between guillemets, and its path."""
        titel = self.titel(veld).lstrip("0123456789. ")
        return f"«{titel}» (`{veld}`)" if titel and titel != veld else f"`{veld}`"


def nothing() -> list[Any]:
    """Return the list for what a test does not ask; of `list` itself pydantic takes long to find out that it needs no argument."""
    return []


class ToetsBasis(BaseModel):
    """De basis van een soort: de velden zijn de YAML, `run` zegt wat er mis is."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)

    @abstractmethod
    def run(self, onderzoek: Onderzoek) -> Uitkomst:
        """Return what the test finds in the facts."""

    def fields(self) -> tuple[str, ...]:
        """Return the policy fields that the test reads, for the check of the kader and for coverage."""
        return ()


def show(waarde: object) -> str:
    """Return a value as a reader sees it: ja/nee, a list with commas, a mapping as "sleutel: waarde"."""
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, list | tuple):
        return ", ".join(show(deel) for deel in waarde)
    if isinstance(waarde, dict):
        return "; ".join(f"{sleutel}: {show(deel)}" for sleutel, deel in waarde.items())
    return str(waarde)


def enumerate_nl(delen: Iterable[str], voegwoord: str = "en") -> str:
    """Return a Dutch enumeration: "a, b en c"."""
    alle = list(delen)
    if len(alle) < 2:  # noqa: PLR2004 - een opsomming begint bij twee
        return "".join(alle)
    return f"{', '.join(alle[:-1])} {voegwoord} {alle[-1]}"
