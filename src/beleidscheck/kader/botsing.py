"""Wat geen beleid kan halen: een norm die zichzelf tegenspreekt, en twee normen die niet samen te halen zijn.

Gebruik: `conflicts(kader.normen)` geeft de paren die botsen, ook over kaders heen: `conflicts([*een.normen, *ander.normen])`.
`impossible(norm)` zegt waarom één norm niet te halen is.

Er wordt niets geraden. Van wat normen van een veld vragen, worden de waarden gemaakt die daaraan zouden kunnen voldoen, en de
toetsen zelf draaien daarop. Pas als geen enkele waarde alle toetsen haalt, botst het. Waar dat niet zeker is (te veel
mogelijkheden, een lesuur van onbekende lengte) wordt niets beweerd. Twee normen over de ladder botsen nooit: een school kan
voor elk van beide een eigen stap schrijven. Ook wie onder de voorwaarde van de ene norm nooit aan de andere toekomt
(andere sectoren, een voorwaarde die niet samengaat), botst niet.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, islice, product
from typing import TYPE_CHECKING, Final

from beleidscheck.kader.eiswoorden import demand
from beleidscheck.kader.haalbaar import MAX_TAKKEN, consistent, fields_of, limits
from beleidscheck.kader.haalbare_stap import step_faults
from beleidscheck.toetsen import Alle, Als, EenVan, Keuze, StapToets, ToetsBasis
from beleidscheck.toetsen.basis import enumerate_nl

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from beleidscheck.kader.model import Norm
    from beleidscheck.trap.ladder import Pad

#: Meer vergelijkingen dan dit doet niemand voor één kader; `Botsingen.volledig` zegt dat er nog meer waren.
MAX_VERGELIJKINGEN: Final = 100_000
#: Meer botsingen leest niemand.
MAX_BOTSINGEN: Final = 200
#: Zoveel gevallen worden in totaal geprobeerd.
MAX_POGINGEN: Final = 100_000


@dataclass(frozen=True, slots=True)
class Botsing:
    """Twee normen die niet samen te halen zijn, met de plaats van beide toetsen binnen hun norm."""

    een: Norm
    ander: Norm
    een_pad: Pad
    ander_pad: Pad
    veld: str
    zin: str


@dataclass(frozen=True, slots=True)
class Botsingen:
    """Alle botsingen; `volledig` is onwaar als er te veel te vergelijken was."""

    paren: tuple[Botsing, ...]
    volledig: bool = True


@dataclass(frozen=True)
class Deel:
    """Eén eis van een norm: onder deze voorwaarden (`als`) moet één van de `takken` helemaal gehaald zijn."""

    pad: Pad
    als: tuple[ToetsBasis, ...]
    takken: tuple[tuple[ToetsBasis, ...], ...]

    @cached_property
    def key(self) -> str:
        """Return what makes two parts the same demand."""
        delen = ("|".join(toets.model_dump_json() for toets in tak) for tak in (self.als, *self.takken))
        return "#".join(delen)

    @cached_property
    def velden(self) -> frozenset[str]:
        """Return the fields that every way to meet it says something about."""
        per_tak = [{veld for toets in tak for veld in fields_of(toets)} for tak in self.takken]
        return frozenset(set.intersection(*per_tak)) if per_tak else frozenset()

    def limits(self, veld: str) -> bool:
        """Return whether some way to meet it limits what may stand in the field."""
        return any(limits(toets) for tak in self.takken for toets in tak if veld in fields_of(toets))


def conflicts(normen: Sequence[Norm]) -> Botsingen:
    """Return the pairs of norms that no policy can meet together, in the order of the norms.

    A norm that cannot be met on its own is in no pair; see `impossible`.
    """
    per_veld: dict[str, dict[str, list[tuple[int, Deel]]]] = {}
    for nummer, norm in enumerate(normen):
        for deel in parts(norm):
            for veld in deel.velden:
                per_veld.setdefault(veld, {}).setdefault(deel.key, []).append((nummer, deel))
    gevonden: dict[tuple[int, int], Botsing] = {}
    gedaan = pogingen = 0
    for veld, groepen in per_veld.items():
        for een, ander in combinations(groepen.values(), 2):
            gedaan += 1
            pogingen += len(een[0][1].takken) * len(ander[0][1].takken)
            if gedaan > MAX_VERGELIJKINGEN or pogingen > MAX_POGINGEN or len(gevonden) >= MAX_BOTSINGEN:
                return Botsingen(_ordered(gevonden), volledig=False)
            if not (een[0][1].limits(veld) or ander[0][1].limits(veld)) or not _clash(een[0][1], ander[0][1]):
                continue
            for (i, links), (j, rechts) in islice(product(een, ander), MAX_BOTSINGEN):
                if i != j and not _other_schools(normen[i], normen[j]):
                    plek = ((i, links), (j, rechts)) if i < j else ((j, rechts), (i, links))
                    gevonden.setdefault((min(i, j), max(i, j)), _botsing(normen, plek, veld))
    return Botsingen(_ordered(gevonden))


def _ordered(gevonden: Mapping[tuple[int, int], Botsing]) -> tuple[Botsing, ...]:
    return tuple(botsing for _, botsing in sorted(gevonden.items(), key=lambda paar: paar[0]))[:MAX_BOTSINGEN]


def _botsing(normen: Sequence[Norm], plek: tuple[tuple[int, Deel], tuple[int, Deel]], veld: str) -> Botsing:
    (i, links), (j, rechts) = plek
    een, ander = normen[i], normen[j]
    zin = f"Bij `{veld}` vraagt norm «{een.id}» {wanted(links, veld)}, en norm «{ander.id}» {wanted(rechts, veld)}; dat kan niet allebei."
    return Botsing(een, ander, links.pad, rechts.pad, veld, zin)


def _other_schools(een: Norm, ander: Norm) -> bool:
    """Return whether no school has to do with both norms."""
    links, rechts = set(een.geldt_voor.sectoren), set(ander.geldt_voor.sectoren)
    return bool(links and rechts and not links & rechts)


def impossible(norm: Norm) -> Iterator[tuple[Pad, str]]:
    """Yield why no policy can meet this norm, with the place of the test within the norm."""
    delen = list(parts(norm))
    sector = _sector(norm)
    kapot = False
    for deel in delen:
        if (sector or deel.als) and not consistent((*sector, *deel.als)):
            kapot = True
            yield deel.pad, "deze toets geldt voor geen enkele school: de voorwaarden sluiten elkaar uit."
        elif not _possible(deel):
            kapot = True
            veld = next(iter(sorted(deel.velden)), "")
            waar = f"aan wat deze toets bij `{veld}` vraagt ({wanted(deel, veld)})" if veld else "aan deze toets"
            yield deel.pad, f"geen enkel beleid kan voldoen {waar}."
    if not kapot:
        for een, ander in combinations(delen, 2):
            gedeeld = sorted(een.velden & ander.velden)
            if gedeeld and any(een.limits(veld) or ander.limits(veld) for veld in gedeeld) and _clash(een, ander):
                veld = gedeeld[0]
                yield (
                    ander.pad,
                    f"twee toetsen spreken elkaar tegen: bij `{veld}` vraagt de ene {wanted(een, veld)} en de andere {wanted(ander, veld)}.",
                )
    for pad, toets in _steps(norm):
        yield from ((pad, zin) for zin in step_faults(toets))


def _sector(norm: Norm) -> tuple[ToetsBasis, ...]:
    sectoren = list(norm.geldt_voor.sectoren)
    return (Keuze(soort="keuze", veld="school.sector", waarden=[*sectoren]),) if sectoren else ()


def _steps(norm: Norm) -> Iterator[tuple[Pad, StapToets]]:
    for nummer, toets in enumerate(norm.toetsen):
        for deel in inner(toets):
            if isinstance(deel, StapToets):
                yield ("toetsen", nummer), deel


def inner(toets: ToetsBasis) -> Iterator[ToetsBasis]:
    """Yield the test and every test within it."""
    yield toets
    binnen: Iterable[ToetsBasis] = (
        toets.dan if isinstance(toets, Als) else toets.toetsen if isinstance(toets, EenVan | Alle) else ()
    )
    for deel in binnen:
        yield from inner(deel)


# ---- Van toetsen naar eisen --------------------------------------------------------------------------------------


def parts(norm: Norm) -> Iterator[Deel]:
    """Yield the demands of a norm, each with the conditions under which it holds."""
    for nummer, toets in enumerate(norm.toetsen):
        yield from _parts(toets, ("toetsen", nummer), ())


def _parts(toets: ToetsBasis, pad: Pad, als: tuple[ToetsBasis, ...]) -> Iterator[Deel]:
    if isinstance(toets, Als):
        for deel in toets.dan:
            yield from _parts(deel, pad, (*als, toets.als))
    elif isinstance(toets, Alle):
        for deel in toets.toetsen:
            yield from _parts(deel, pad, als)
    elif (takken := _branches(toets)) is not None:
        yield Deel(pad, als, takken)


def _branches(toets: ToetsBasis) -> tuple[tuple[ToetsBasis, ...], ...] | None:
    """Return every way to meet a test, each as plain tests that must all hold; `None` when there are too many."""
    if isinstance(toets, EenVan):
        delen = [_branches(deel) for deel in toets.toetsen]
        samen = tuple(tak for deel in delen if deel is not None for tak in deel)
        return None if any(deel is None for deel in delen) or len(samen) > MAX_TAKKEN else samen
    if isinstance(toets, Alle | Als):
        samen = ((toets.als,),) if isinstance(toets, Als) else ((),)
        for deel in toets.dan if isinstance(toets, Als) else toets.toetsen:
            takken = _branches(deel)
            if takken is None or len(samen) * len(takken) > MAX_TAKKEN:
                return None
            samen = tuple((*een, *ander) for een in samen for ander in takken)
        return samen
    return ((toets,),)


def _clash(een: Deel, ander: Deel) -> bool:
    """Return whether two demands that can each be met, and can both apply, cannot be met together."""
    als = (*een.als, *ander.als)

    def possible(*delen: Deel) -> bool:
        takken = product(*(deel.takken for deel in delen))
        return any(consistent((*als, *(toets for tak in keuze for toets in tak))) for keuze in takken)

    return consistent(als) and possible(een) and possible(ander) and not possible(een, ander)


def _possible(deel: Deel) -> bool:
    return any(consistent((*deel.als, *tak)) for tak in deel.takken)


def wanted(deel: Deel, veld: str) -> str:
    """Return in Dutch what a part of a norm asks of a field."""
    wegen = [enumerate_nl([demand(toets) for toets in tak if veld in fields_of(toets)]) for tak in deel.takken]
    onder = f" (als {enumerate_nl([f'`{toets.fields()[0]}` {demand(toets)} is' for toets in deel.als])})" if deel.als else ""
    return enumerate_nl(dict.fromkeys(wegen), "of") + onder
