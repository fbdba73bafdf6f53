"""Van schooljaar, regio en eigen vrije dagen naar een `Kalender`; de schoolvakanties staan in `schema/kalenders/`."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from beleidscheck.casus.feestdagen import public_holidays
from beleidscheck.data import schema_dir
from beleidscheck.source import read_source
from beleidscheck.trap.kalender import Kalender, Tijdvak

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@lru_cache(maxsize=1)
def _years() -> tuple[dict[str, Any], ...]:
    return tuple(read_source(schema_dir() / "kalenders" / "schoolvakanties.yaml").data["schooljaren"])


def known_years() -> tuple[str, ...]:
    """Return the school years of which all vacations are known: with the summer before them and the summer after."""
    jaren = [str(jaar["schooljaar"]) for jaar in _years()]
    return tuple(jaar for vorig, jaar in pairwise(jaren) if vorig[5:] == jaar[:4])


@lru_cache(maxsize=8)
def vacations(regio: str) -> tuple[Tijdvak, ...]:
    """Return every known school vacation of a region, in order."""
    rij = []
    for jaar in _years():
        for vakantie in jaar["vakanties"]:
            van, tot = str(vakantie[regio]).split("/")
            rij.append(Tijdvak(date.fromisoformat(van), date.fromisoformat(tot), str(vakantie["naam"])))
    return tuple(sorted(rij))


def school_year(
    schooljaar: str,
    vakanties: Iterable[Tijdvak],
    *,
    vrije_dagen: Iterable[date] = (),
    wel_les: Iterable[date] = (),
    perioden: Mapping[str, tuple[Tijdvak, ...]] | None = None,
) -> Kalender:
    """Return the calendar of a school year; public holidays are free, except those in `wel_les`."""
    return _calendar(
        schooljaar,
        tuple(sorted(vakanties)),
        frozenset(vrije_dagen),
        frozenset(wel_les),
        tuple(sorted((perioden or {}).items())),
    )


@lru_cache(maxsize=16)
def _calendar(
    schooljaar: str,
    vakanties: tuple[Tijdvak, ...],
    vrije_dagen: frozenset[date],
    wel_les: frozenset[date],
    perioden: tuple[tuple[str, tuple[Tijdvak, ...]], ...],
) -> Kalender:
    """Return the calendar; casussen of one school share it, and with it everything that it worked out."""
    jaar = int(schooljaar[:4])
    feestdagen = {dag for j in (jaar, jaar + 1, jaar + 2) for dag in public_holidays(j)}
    return Kalender.of_year(schooljaar, vakanties, vrije_dagen, frozenset(feestdagen - wel_les), dict(perioden))
