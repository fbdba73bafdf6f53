"""Waarden uit een beleid: zeggen ze iets, zijn ze gelijk, liggen ze binnen een grens, en hoe heten ze voor een lezer."""

from __future__ import annotations

from typing import Annotated, Any, TypeAlias

from pydantic import StringConstraints

from beleidscheck.hoeveelheid import PATROON, Hoeveelheid, QuantityError, compare_time, parse_hoeveelheid, parse_ritme
from beleidscheck.toetsen.basis import Gap, Onderzoek, enumerate_nl, show, split
from beleidscheck.toetsen.tekst import MIN_WOORDEN, count_words, filler, is_written

Waarde: TypeAlias = str | int | float | bool
#: Een hoeveelheid in een kader; wat er geen is, wordt bij het laden geweigerd.
Maat: TypeAlias = Annotated[str, StringConstraints(pattern=PATROON)]
#: Sleutels van een element die nog geen inhoud zijn.
VERWIJZING = frozenset({"elders_geregeld", "nog_in_te_vullen"})
#: Velden met lopende tekst: daar is één woord geen invulling.
PROZAVELDEN = frozenset({"beleid", "visie", "onderhoud", "delegatie", "cultuuromslag", "deeltijd_aanwezig", "preventief_contact", "zorgelijk",
                         "aangepast_aanbod", "afspraken_extern", "verwijdering", "terugkeer", "klachtroute", "overdracht", "opschaling", "trimesterverslag"})  # fmt: skip


def emptiness(onderzoek: Onderzoek, veld: str) -> Gap | None:
    """Return why a field counts as not filled in, or `None` when it says something."""
    waarde = onderzoek.value(veld)
    pad, naam = split(veld), onderzoek.name_field(veld)
    if not says_something(waarde):
        if opvul := first_filler(waarde):
            zin = f"Bij {naam} staat nog opvultekst («{opvul}»)."
            return Gap(pad, zin, f"Vervang de opvultekst bij {naam} door uw eigen tekst.")
        return Gap(pad, f"{naam} is niet ingevuld.", f"Vul {naam} in.")
    if isinstance(waarde, str) and pad[-1] in PROZAVELDEN and count_words(waarde) < MIN_WOORDEN:
        zin = f"De tekst bij {naam} is te kort om iets te zeggen («{waarde.strip()}»)."
        return Gap(pad, zin, f"Schrijf bij {naam} minstens één hele zin.")
    return None


def says_something(waarde: object) -> bool:
    """Return whether a value is more than empty or filler; a list or block is when one of its parts is."""
    if isinstance(waarde, str):
        return is_written(waarde)
    if isinstance(waarde, list):
        return any(says_something(deel) for deel in waarde)
    if isinstance(waarde, dict):
        return any(says_something(deel) for sleutel, deel in waarde.items() if sleutel not in VERWIJZING)
    return waarde is not None


def first_filler(waarde: object) -> str:
    """Return the first filler in a value or its parts; empty when there is none."""
    if isinstance(waarde, str):
        return filler(waarde) or ""
    if isinstance(waarde, dict):
        waarde = [deel for sleutel, deel in waarde.items() if sleutel not in VERWIJZING]
    return next(filter(None, map(first_filler, waarde)), "") if isinstance(waarde, list) else ""


def within(waarde: object, hoogstens: str | int | None, minstens: str | int | None, lesuur: int | None) -> bool:
    """Return whether a number, quantity or rhythm lies within the limits.

    Raises `QuantityError` when the value is none of these, `UnitError` when it cannot be compared.
    """
    return (hoogstens is None or _order(waarde, hoogstens, lesuur) <= 0) and (
        minstens is None or _order(waarde, minstens, lesuur) >= 0
    )


def _order(waarde: object, grens: str | int, lesuur: int | None) -> int:
    if isinstance(grens, int):
        if isinstance(waarde, bool) or not isinstance(waarde, int | float):
            raise QuantityError(f"«{waarde}» is geen getal.")
        return (waarde > grens) - (waarde < grens)
    return compare_time(_quantity(str(waarde)), _quantity(grens), lesuur)


def _quantity(tekst: str) -> Hoeveelheid:
    try:
        return parse_hoeveelheid(tekst)
    except QuantityError:
        return parse_ritme(tekst)


def as_list(waarde: object) -> list[Any]:
    """Return a value as a list: nothing is empty, a single value is a list of one."""
    if waarde is None:
        return []
    return waarde if isinstance(waarde, list) else [waarde]


def same(een: object, ander: object) -> bool:
    """Return whether two plain values are equal, without taking `true` for 1."""
    return isinstance(een, bool) == isinstance(ander, bool) and een == ander


def say(onderzoek: Onderzoek, waarde: object) -> str:
    """Return a value in words: a fixed word by its Dutch name, anything else as it stands."""
    if isinstance(waarde, str):
        return onderzoek.noem(waarde)
    if isinstance(waarde, list):
        return enumerate_nl([say(onderzoek, deel) for deel in waarde])
    return show(waarde)


def words(onderzoek: Onderzoek, waarden: list[Waarde], voegwoord: str) -> str:
    """Return the values as a Dutch enumeration, each between guillemets."""
    return enumerate_nl([f"«{say(onderzoek, waarde)}»" for waarde in waarden], voegwoord)
