"""Wat er tussen twee versies van een beleid verandert: de waarden waarin de vergelijking spreekt."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

    from beleidscheck.bevinding import Bevinding, NormInfo, Oordeel
    from beleidscheck.report import Report


class Aard(StrEnum):
    """Hoe een onderwerp verandert, gezien vanuit wat de school doet: strenger is eerder, vaker of meer."""

    STRENGER = "strenger"
    SOEPELER = "soepeler"
    ANDERS = "anders"
    REDACTIONEEL = "redactioneel"


def combine_kinds(aarden: Iterable[Aard]) -> Aard:
    """Return what parts are together: one direction when all agree, otherwise `anders`; what is only editorial does not count."""
    over = set(aarden) - {Aard.REDACTIONEEL}
    return Aard.REDACTIONEEL if not over else over.pop() if len(over) == 1 else Aard.ANDERS


@dataclass(frozen=True, slots=True)
class Plek:
    """Eén onderdeel van een lijst: de sleutel waaraan het te herkennen is met haar waarde, of zijn nummer als het geen sleutel heeft.

    `nummer` houdt onderdelen met dezelfde waarde uit elkaar: zijn plaats in de nieuwe lijst, of onder nul die in de oude.
    """

    sleutel: str
    waarde: Any
    nummer: int = 0


#: Waar iets staat: sleutels van het beleidsbestand, en per lijst welk onderdeel.
Waar: TypeAlias = tuple[str | Plek, ...]


def generic(waar: Waar) -> str:
    """Return the field without its places in lists: `melden_en_verlof.verlof.grens`."""
    return ".".join(deel for deel in waar if isinstance(deel, str))


@dataclass(frozen=True, slots=True)
class Verschil:
    """Eén feit dat verandert: waar het staat, wat er stond en wat er komt; `None` is: het staat er niet.

    Bij een lijst van losse woorden zijn `was` en `wordt` alleen wat weggaat en wat erbij komt (`lijst`).
    """

    waar: Waar
    was: Any
    wordt: Any
    lijst: bool = False


@dataclass(frozen=True, slots=True)
class Trapstap:
    """Een stap van de ladder aan één kant: zoals hij in het beleid staat, en of hij uit een kader komt."""

    trap: str
    naam: str
    feiten: dict[str, Any]
    uit_kader: bool


@dataclass(frozen=True, slots=True)
class Leerling:
    """Een verzonnen leerling bij wie het verschil uitmaakt; `eerder`: de school doet nu eerder iets of iets meer."""

    eerder: bool
    verhaal: str


@dataclass(frozen=True, slots=True)
class Normuitkomst:
    """Eén norm: wat zij over het oude beleid zegt en wat over het nieuwe."""

    norm: NormInfo
    was: Oordeel
    wordt: Oordeel

    @property
    def changed(self) -> bool:
        """Return whether the outcome changes."""
        return self.was is not self.wordt


@dataclass(frozen=True, slots=True)
class Rij:
    """Eén rij van de vergelijking: een feit, een onderdeel van een lijst, of een stap van de ladder.

    `onderwerp` is de sleutel van het hoofdstuk. `verschillen` zijn de feiten die veranderen; bij een stap staan beide kanten in
    `stap_was` en `stap_wordt`. `waarom` zegt waaruit de richting blijkt, leeg als er geen richting is.
    """

    onderwerp: str
    waar: Waar
    aard: Aard
    verschillen: tuple[Verschil, ...] = ()
    waarom: str = ""
    leerlingen: tuple[Leerling, ...] = ()
    normen: tuple[Normuitkomst, ...] = ()
    stap_was: Trapstap | None = None
    stap_wordt: Trapstap | None = None


@dataclass(frozen=True, slots=True)
class Beleidsvergelijking:
    """Twee versies van een beleid naast elkaar; beide zijn langs dezelfde kaders gelegd, die van oud en nieuw samen.

    `overig` zijn normen waarvan de uitkomst verandert zonder dat een rij ze raakt.
    """

    oud: Report
    nieuw: Report
    rijen: tuple[Rij, ...]
    overig: tuple[Normuitkomst, ...] = ()
    onbekende_kaders: tuple[str, ...] = ()

    @property
    def telling(self) -> dict[Aard, int]:
        """Return how many rows each kind has; every kind is there, also with zero."""
        geteld = Counter(rij.aard for rij in self.rijen)
        return {aard: geteld[aard] for aard in Aard}

    @property
    def per_onderwerp(self) -> dict[str, tuple[Rij, ...]]:
        """Return the rows by chapter, in the order of the format."""
        groepen: dict[str, list[Rij]] = {}
        for rij in self.rijen:
            groepen.setdefault(rij.onderwerp, []).append(rij)
        return {onderwerp: tuple(rijen) for onderwerp, rijen in groepen.items()}

    @property
    def normen(self) -> tuple[Normuitkomst, ...]:
        """Return every norm of which the outcome changes, each once."""
        alle = [*(uitkomst for rij in self.rijen for uitkomst in rij.normen), *self.overig]
        return tuple({(een.norm.kader, een.norm.id): een for een in alle if een.changed}.values())

    def of(self, aard: Aard) -> tuple[Rij, ...]:
        """Return the rows of one kind."""
        return tuple(rij for rij in self.rijen if rij.aard is aard)


def outcomes(oud: Iterable[Bevinding], nieuw: Iterable[Bevinding]) -> tuple[Normuitkomst, ...]:
    """Return every norm with both outcomes; both reports have the same norms in the same order."""
    return tuple(Normuitkomst(wordt.norm, was.oordeel, wordt.oordeel) for was, wordt in zip(oud, nieuw, strict=True))
