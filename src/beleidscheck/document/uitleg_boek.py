"""Het register van de uitleg: alle normen van de gekozen kaders, op element, feit, soort, veld en woord."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from beleidscheck.kader import combine
from beleidscheck.toetsen import Alle, Als, EenVan, Lezen, Proza, StapToets, Verklaring, all_fields

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from beleidscheck.beleid.woordinfo import Uitbreiding
    from beleidscheck.document.blokken import Blok, Regel
    from beleidscheck.document.matrix import Matrix
    from beleidscheck.kader import Kader, Norm
    from beleidscheck.toetsen import ToetsBasis

#: Wat buiten de zestien elementen valt.
BUITEN: Final = "Kop, begrippen en registratie"
#: Hoe een norm getoetst wordt.
DOOR_MACHINE: Final = "door de machine"
SAMEN: Final = "machine en lezer samen"
DOOR_LEZER: Final = "te beoordelen door een lezer, als de tekst of verklaring er is"
NIET_TE_CODEREN: Final = "te beoordelen: niet te coderen, met reden"


@dataclass(frozen=True, slots=True)
class Pagina:
    """Eén bladzijde van de uitleg: waar zij staat (`pad`, vanaf het begin van de site) en wat erop staat.

    `kruimels` zijn de bladzijden erboven, van buiten naar binnen; `keuzes` zijn per naam de woorden waarop een lezer de lijsten op
    deze bladzijde kan beperken, `zoekt` of er op deze bladzijde iets te zoeken valt. Een `matrix` staat tussen `blokken` en `rest`.
    """

    pad: str
    titel: str
    blokken: tuple[Blok, ...]
    ondertitel: str = ""
    kenmerken: tuple[tuple[str, Regel], ...] = ()
    kruimels: tuple[tuple[str, str], ...] = ()
    keuzes: tuple[tuple[str, tuple[str, ...]], ...] = ()
    zoekt: bool = False
    matrix: Matrix | None = None
    rest: tuple[Blok, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Regelnorm:
    """Een norm met het kader waar hij in staat."""

    kader: Kader
    norm: Norm

    @property
    def ref(self) -> str:
        """Return the kader as `id@versie`."""
        return self.kader.ref


@dataclass(frozen=True)
class Boek:
    """Alle normen van de gekozen kaders, in de volgorde van de kaders, met wat erin op te zoeken is."""

    kaders: tuple[Kader, ...]
    regels: tuple[Regelnorm, ...]
    uitbreiding: Uitbreiding
    per_element: Mapping[int, Sequence[Regelnorm]] = field(default_factory=dict)
    per_cluster: Mapping[str, Sequence[Regelnorm]] = field(default_factory=dict)
    per_soort: Mapping[str, Sequence[Regelnorm]] = field(default_factory=dict)
    per_veld: Mapping[str, Sequence[Regelnorm]] = field(default_factory=dict)
    per_woord: Mapping[tuple[str, str], Sequence[Regelnorm]] = field(default_factory=dict)


def make_book(kaders: Sequence[Kader]) -> Boek:
    """Return the register of these kaders."""
    regels = tuple(Regelnorm(kader, norm) for kader in kaders for norm in kader.normen)
    per_element: dict[int, list[Regelnorm]] = defaultdict(list)
    per_cluster: dict[str, list[Regelnorm]] = defaultdict(list)
    per_soort: dict[str, list[Regelnorm]] = defaultdict(list)
    per_veld: dict[str, list[Regelnorm]] = defaultdict(list)
    per_woord: dict[tuple[str, str], list[Regelnorm]] = defaultdict(list)
    for regel in regels:
        per_element[regel.norm.element].append(regel)
        per_cluster[regel.norm.cluster].append(regel)
        for soort in dict.fromkeys(kind_of(deel) for deel in parts(regel.norm.toetsen)):
            per_soort[soort].append(regel)
        for veld in all_fields(regel.norm.toetsen):
            per_veld[veld].append(regel)
        for woord in dict.fromkeys(_words(regel.norm)):
            per_woord[woord].append(regel)
    return Boek(tuple(kaders), regels, combine(kaders), per_element, per_cluster, per_soort, per_veld, per_woord)


def parts(toetsen: Iterable[ToetsBasis]) -> Iterator[ToetsBasis]:
    """Yield these tests and every test inside them."""
    for toets in toetsen:
        yield toets
        if isinstance(toets, Als):
            yield from parts((toets.als, *toets.dan))
        elif isinstance(toets, EenVan | Alle):
            yield from parts(toets.toetsen)


def kind_of(toets: ToetsBasis) -> str:
    """Return the name of the soort of a test, as it stands in YAML."""
    return str(getattr(toets, "soort", ""))


def _words(norm: Norm) -> Iterator[tuple[str, str]]:
    """Yield the fixed words that a norm asks for in a step, each with its list."""
    for toets in parts(norm.toetsen):
        if isinstance(toets, StapToets):
            yield from (("signaal", woord) for woord in toets.signaal)
            yield from (("actie", woord) for woord in toets.actie)
            yield from (("rol", woord) for woord in (*toets.wie, *toets.met, *toets.met_een_van))
            yield from (("plaats", woord) for woord in (*toets.vastlegging, *toets.vastlegging_een_van))


def how_tested(norm: Norm) -> str:
    """Return how a norm is tested: by machine, partly by a reader, wholly by a reader, or not encoded."""
    if norm.niet_gecodeerd:
        return NIET_TE_CODEREN
    lezer = [_is_for_reader(toets) for toets in norm.toetsen]
    if all(lezer):
        return DOOR_LEZER
    return SAMEN if any(lezer) else DOOR_MACHINE


def _is_for_reader(toets: ToetsBasis) -> bool:
    if isinstance(toets, Als):
        return all(_is_for_reader(deel) for deel in toets.dan)
    if isinstance(toets, EenVan):
        return any(_is_for_reader(deel) for deel in toets.toetsen)
    return isinstance(toets, Proza | Verklaring | Lezen)
