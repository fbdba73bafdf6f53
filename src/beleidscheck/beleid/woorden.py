"""De vaste woorden van het beleidsformaat: leesbare namen, uitleg, synoniemen en wat eronder valt.

Kernwoorden gelden overal; woorden van één regio komen als `Uitbreiding` uit een kader.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Final

from beleidscheck.beleid.woordenlijst_acties import ACTIES, SIGNALEN
from beleidscheck.beleid.woordenlijst_keuzes import GESLOTEN
from beleidscheck.beleid.woordenlijst_open import OPEN
from beleidscheck.beleid.woordenlijst_rollen import PLAATSEN, ROLLEN
from beleidscheck.beleid.woordinfo import Actieinfo, Signaalinfo, Uitbreiding, Woordinfo

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "ACTIES",
    "KERN_SYNONIEMEN",
    "KEUZES",
    "PLAATSEN",
    "ROLLEN",
    "SIGNALEN",
    "Actieinfo",
    "Signaalinfo",
    "Uitbreiding",
    "Woordinfo",
    "actie_zin",
    "canoniek_rol",
    "label",
    "synoniemen",
    "uitleg",
    "vorm",
    "woorden_van",
    "zoek",
]

#: Alle overige woordenlijsten, gesloten en open, op naam.
KEUZES: Final[dict[str, dict[str, Woordinfo]]] = {**GESLOTEN, **OPEN}
LEEG: Final = Uitbreiding()
_LOS: Final = re.compile(r"[^0-9a-z]+")


def vorm(woord: str) -> str:
    """Return a word without capitals, accents and separators, to compare how people write it."""
    kaal = unicodedata.normalize("NFKD", woord.casefold())
    return _LOS.sub("_", "".join(teken for teken in kaal if not unicodedata.combining(teken))).strip("_")


def woorden_van(soort: str, uitbreiding: Uitbreiding = LEEG) -> dict[str, Woordinfo]:
    """Return the known words of one kind ("rol", "actie", "plaats", "signaal", or a list in `KEUZES`), extension included."""
    match soort:
        case "rol":
            return {**ROLLEN, **uitbreiding.rollen}
        case "actie":
            return {**ACTIES, **uitbreiding.acties}
        case "plaats":
            return {**PLAATSEN, **uitbreiding.plaatsen}
        case "signaal":
            return {**SIGNALEN, **uitbreiding.signalen}
        case "aanleiding":
            return {**KEUZES["aanleiding"], **SIGNALEN, **uitbreiding.signalen}
        case _:
            return {**KEUZES.get(soort, {})}


def _tafel(woorden: Mapping[str, Woordinfo]) -> dict[str, str]:
    """Return synonym → fixed word, in every way of writing; a fixed word itself is never a synonym."""
    tafel: dict[str, str] = {}
    for woord, info in woorden.items():
        for synoniem in (woord, info.label, *info.synoniemen):
            for schrijfwijze in (synoniem, synoniem.casefold(), vorm(synoniem)):
                tafel.setdefault(schrijfwijze, woord)
    return {synoniem: woord for synoniem, woord in tafel.items() if synoniem not in woorden}


def synoniemen(uitbreiding: Uitbreiding = LEEG) -> dict[str, dict[str, str]]:
    """Return per kind ("rol", "actie", "plaats") which synonym stands for which fixed word."""
    return {soort: _tafel(woorden_van(soort, uitbreiding)) for soort in ("rol", "actie", "plaats")}


KERN_SYNONIEMEN: Final = synoniemen()


def canoniek_rol(woord: str, uitbreiding: Uitbreiding = LEEG) -> str | None:
    """Return the fixed word for a role, also for a synonym or another way of writing; `None` when nobody knows it."""
    rollen = woorden_van("rol", uitbreiding)
    if woord in rollen:
        return woord
    tafel = KERN_SYNONIEMEN["rol"] if uitbreiding is LEEG else _tafel(rollen)
    return (
        tafel.get(woord)
        or tafel.get(woord.casefold())
        or tafel.get(vorm(woord))
        or (vorm(woord) if vorm(woord) in rollen else None)
    )


#: Woorden die in elke lijst iets anders zeggen: zonder hun lijst blijven zij zoals zij zijn.
_OVERAL: Final = frozenset({"anders", "geen", "maand", "overig"})


@lru_cache(maxsize=1)
def _kern() -> dict[str, Woordinfo]:
    """Return every core word; the first list that has it wins."""
    alles: dict[str, Woordinfo] = {}
    for woord, info in chain(
        ROLLEN.items(), SIGNALEN.items(), ACTIES.items(), PLAATSEN.items(), *(lijst.items() for lijst in KEUZES.values())
    ):
        alles.setdefault(woord, info)
    return alles


def zoek(woord: str, soort: str = "", uitbreiding: Uitbreiding = LEEG) -> Woordinfo | None:
    """Return what is known about a word: first within its kind, then anywhere."""
    if soort and (info := woorden_van(soort, uitbreiding).get(woord)):
        return info
    delen: tuple[Mapping[str, Woordinfo], ...] = (
        _kern(),
        uitbreiding.rollen,
        uitbreiding.acties,
        uitbreiding.plaatsen,
        uitbreiding.signalen,
        uitbreiding.woorden,
    )
    return next((deel[woord] for deel in delen if woord in deel), None)


def label(woord: str, soort: str = "", uitbreiding: Uitbreiding = LEEG) -> str:
    """Return the readable name of a fixed word; an unknown word, or one that says nothing without its kind, without underscores."""
    info = None if not soort and woord in _OVERAL else zoek(woord, soort, uitbreiding)
    return info.label if info else woord.replace("_", " ")


def uitleg(woord: str, soort: str = "", uitbreiding: Uitbreiding = LEEG) -> str:
    """Return what a fixed word means, or an empty text when nobody knows it."""
    info = zoek(woord, soort, uitbreiding)
    return info.uitleg if info else ""


def actie_zin(actie: str, met: str = "", uitbreiding: Uitbreiding = LEEG) -> str:
    """Return the predicate for a table or sentence: "belt of mailt de ouder"; `met` is already readable text."""
    info = woorden_van("actie", uitbreiding).get(actie)
    if not isinstance(info, Actieinfo) or not info.zin:
        naam = actie.replace("_", " ")
        return f"{naam}: {met}" if met else naam
    return info.zin_met.replace("{met}", met) if met and info.zin_met else info.zin
