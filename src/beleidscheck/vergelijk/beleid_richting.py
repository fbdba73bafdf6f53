"""Waaruit blijkt of een feit strenger of soepeler wordt: uit de normen die erover gaan, en uit wat een termijn of ritme zegt.

Niets wordt geraden. Zegt geen norm wat goed is en is er geen vaste orde, dan heet het verschil «anders».
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.beleid.paden import zoek_veld
from beleidscheck.eisen.maten import as_quantity, no_more, size
from beleidscheck.kader.botsing import inner
from beleidscheck.toetsen import Bevat, Dekt, EenItem, ElkItem, Grens
from beleidscheck.toetsen.waarden import same
from beleidscheck.vergelijk.beleid_model import Aard, Plek, Verschil, combine_kinds, generic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from beleidscheck.beleid.woorden import Uitbreiding
    from beleidscheck.kader import Norm
    from beleidscheck.toetsen import Onderzoek, ToetsBasis, Uitkomst
    from beleidscheck.vergelijk.beleid_model import Waar

#: Zegt iets over het document of zijn uiterlijk, niet over wat de school doet.
_OVER_HET_DOCUMENT: Final = ("huisstijl", "beleid.titel", "beleid.versie", "beleid.vervangt", "formaat")
#: Lijsten waarin elk onderdeel een toezegging van de school is: erbij is meer, weg is minder.
_TOEZEGGINGEN: Final = frozenset({"taken", "momenten", "ritme", "doelen", "maatregelen", "actief_gedrag", "partners"})
#: Binnen deze tijd doet de school iets: korter is eerder.
_TERMIJNEN: Final = frozenset({"termijn", "besluittermijn"})
#: Een getal met wat erin staat (08:30, 6-7), een woord, of een los teken.
_WOORD: Final = re.compile(r"-?\d+(?:[^\w\s]+\d+)*|[^\W\d_]+|\S")
#: Leestekens die wel iets zeggen.
_ZEGT_IETS: Final = frozenset("%&@#*/")
_NORM: Final = "blijkt uit de normen die over dit feit gaan"
_EERDER: Final = "een kortere termijn is eerder"
_VAKER: Final = "een korter ritme is vaker"
_MEER: Final = "de school zegt meer of minder toe"


@dataclass(frozen=True, slots=True)
class Gericht:
    """De richting van een verschil, met waaruit zij blijkt."""

    aard: Aard
    waarom: str = ""


class Richter:
    """Kent de toetsen van alle normen en wat zij over beide versies zeggen."""

    def __init__(self, normen: Sequence[Norm], oud: Onderzoek, nieuw: Onderzoek, uitbreiding: Uitbreiding) -> None:
        self._normen = normen
        self._oud, self._nieuw = oud, nieuw
        self._uitbreiding = uitbreiding
        self._uitkomsten: dict[int, tuple[Uitkomst, Uitkomst]] = {}

    @cached_property
    def _toetsen(self) -> tuple[tuple[ToetsBasis, frozenset[str]], ...]:
        """Return every test that a norm sets as a whole, each once, with the fields it reads."""
        rij: dict[str, ToetsBasis] = {}
        for norm in self._normen:
            for toets in norm.toetsen:
                rij.setdefault(f"{type(toets).__name__}{toets.model_dump_json()}", toets)
        return tuple((toets, frozenset(map(plain_field, toets.fields()))) for toets in rij.values())

    def direct(self, verschil: Verschil) -> Gericht:
        """Return in which direction a fact changes, and what shows it."""
        veld = generic(verschil.waar)
        if _about_document(veld) or same_words(verschil.was, verschil.wordt):
            return Gericht(Aard.REDACTIONEEL)
        toetsen = [toets for toets, velden in self._toetsen if any(overlaps(eigen, veld) for eigen in velden)]
        delen = [deel for toets in toetsen for deel in inner(toets)]
        aarden = {*_by_limits(delen, veld, verschil), *_by_words(delen, veld, verschil)}
        aarden |= set(self._by_gaps(toetsen, veld))
        if aarden:
            aard = combine_kinds(aarden)
            return Gericht(aard, _NORM if aard is not Aard.ANDERS else "")
        return self._by_kind(verschil)

    def _by_gaps(self, toetsen: Iterable[ToetsBasis], veld: str) -> Iterator[Aard]:
        """Yield the direction that the norms give: what a norm asks here is now there, or no longer."""
        for toets in toetsen:
            uitkomsten = self._outcomes(toets)
            if any(uitkomst.niet_getoetst or uitkomst.nvt for uitkomst in uitkomsten):
                continue
            was, wordt = (
                any(overlaps(plain_field(".".join(str(deel) for deel in gap.pad if isinstance(deel, str))), veld) for gap in uitkomst.gaps)
                for uitkomst in uitkomsten
            )
            if was is not wordt:
                yield Aard.STRENGER if was else Aard.SOEPELER

    def _outcomes(self, toets: ToetsBasis) -> tuple[Uitkomst, Uitkomst]:
        gevonden = self._uitkomsten.get(id(toets))
        if gevonden is None:
            gevonden = self._uitkomsten[id(toets)] = (toets.run(self._oud), toets.run(self._nieuw))
        return gevonden

    def _by_kind(self, verschil: Verschil) -> Gericht:
        """Return the direction that lies in the kind of value itself."""
        veld = bracketed(verschil.waar)
        naam = veld.rpartition(".")[2].removesuffix("[]")
        soort = zoek_veld(veld, self._uitbreiding)
        korter = smaller(verschil.was, verschil.wordt)
        if korter is not None and soort is not None and soort.veldtype == "ritme":
            return Gericht(Aard.STRENGER if korter else Aard.SOEPELER, _VAKER)
        if korter is not None and naam in _TERMIJNEN:
            return Gericht(Aard.STRENGER if korter else Aard.SOEPELER, _EERDER)
        if naam in _TOEZEGGINGEN and (verschil.was is None or verschil.wordt is None):
            return Gericht(Aard.STRENGER if verschil.was is None else Aard.SOEPELER, _MEER)
        return Gericht(Aard.ANDERS)


def plain_field(veld: str) -> str:
    """Return a field without its brackets."""
    return veld.replace("[]", "")


def bracketed(waar: Waar) -> str:
    """Return the field as the format writes it, with `[]` for each place in a list."""
    tekst = ""
    for deel in waar:
        tekst += "[]" if isinstance(deel, Plek) else f".{deel}" if tekst else deel
    return tekst


def overlaps(een: str, ander: str) -> bool:
    """Return whether two fields are the same, or one lies inside the other."""
    return een == ander or een.startswith(f"{ander}.") or ander.startswith(f"{een}.")


def _by_limits(toetsen: Iterable[ToetsBasis], veld: str, verschil: Verschil) -> Iterator[Aard]:
    """Yield the direction that a limit gives: closer to the side that a norm asks for is stricter."""
    kleiner = smaller(verschil.was, verschil.wordt)
    if kleiner is not None:
        for hoogstens in _limits(toetsen, veld):
            yield Aard.STRENGER if kleiner is hoogstens else Aard.SOEPELER


def _by_words(toetsen: Iterable[ToetsBasis], veld: str, verschil: Verschil) -> Iterator[Aard]:
    """Yield the direction that asked words give: one that comes is stricter, one that goes is looser."""
    if not verschil.lijst:
        return
    for gevraagd in _asked(toetsen, veld):
        for rij, aard in ((verschil.was, Aard.SOEPELER), (verschil.wordt, Aard.STRENGER)):
            if any(same(deel, woord) for deel in rij or () for woord in gevraagd):
                yield aard


def _about_document(veld: str) -> bool:
    return any(veld == eigen or veld.startswith(f"{eigen}.") for eigen in _OVER_HET_DOCUMENT)


def _limits(toetsen: Iterable[ToetsBasis], veld: str) -> Iterator[bool]:
    """Yield for every limit on this very field whether it is an upper one."""
    for toets in toetsen:
        match toets:
            case Grens() if plain_field(toets.veld) == veld:
                yield toets.hoogstens is not None
            case EenItem() | ElkItem():
                for sleutel, eis in toets.waar.items():
                    if f"{plain_field(toets.veld)}.{sleutel}" == veld and (eis.hoogstens is not None or eis.minstens is not None):
                        yield eis.hoogstens is not None


def _asked(toetsen: Iterable[ToetsBasis], veld: str) -> Iterator[Sequence[Any]]:
    for toets in toetsen:
        match toets:
            case Bevat() if plain_field(toets.veld) == veld:
                yield [*toets.alle, *toets.een_van]
            case Dekt() if plain_field(toets.veld) == veld:
                yield toets.waarden


def smaller(was: object, wordt: object) -> bool | None:
    """Return whether a quantity, rhythm or number gets smaller; `None` when that cannot be said."""
    if isinstance(was, int | float) and isinstance(wordt, int | float) and not isinstance(was, bool) and not isinstance(wordt, bool):
        return wordt < was if wordt != was else None
    if not (isinstance(was, str) and isinstance(wordt, str)):
        return None
    oud, nieuw = as_quantity(was), as_quantity(wordt)
    if oud is None or nieuw is None or size(oud) == size(nieuw):
        return None
    return True if no_more(nieuw, oud) else False if no_more(oud, nieuw) else None


def same_words(was: object, wordt: object) -> bool:
    """Return whether two texts have the same words and numbers in the same order; capitals, spaces and punctuation do not count."""
    if not (isinstance(was, str) and isinstance(wordt, str)):
        return False
    return _tokens(was) == _tokens(wordt)


def _tokens(tekst: str) -> list[str]:
    gevonden = _WOORD.findall(unicodedata.normalize("NFKC", tekst).casefold())
    return [deel for deel in gevonden if deel in _ZEGT_IETS or len(deel) > 1 or not unicodedata.category(deel).startswith("P")]
