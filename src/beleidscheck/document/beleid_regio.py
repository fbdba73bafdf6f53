"""Regionale afspraken: alles onder `regionaal`, met de titels uit het kader van de regio.

Geen enkel woord van een regio staat hier: wat een veld betekent en hoe het heet, zegt het JSON Schema-fragment van het
kader. Een andere regio vraagt daarom alleen een ander kaderbestand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.document.beleid_delen import Feiten, definitions, heading, is_yes, paragraph, table
from beleidscheck.document.blokken import Lijst, p
from beleidscheck.document.proza import parse_prose
from beleidscheck.document.taal import (
    capitalise,
    date_nl,
    enumerate_nl,
    figure,
    month_day,
    quantity_nl,
    rhythm_nl,
    sentence,
    time_nl,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beleidscheck.document.blokken import Blok
    from beleidscheck.document.namen import Namen

_SOORTEN: Final = {"Rol": "rol", "Ritme": "ritme", "Hoeveelheid": "hoeveelheid", "Plaatswoord": "plaats", "Actiewoord": "actie"}
_WOORD: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


def regional(feiten: Feiten, velden: Feiten, namen: Namen) -> Iterator[Blok]:
    """Yield every regional agreement: single values first, then a heading for each group."""
    soorten: Feiten = velden.get("properties", {})
    los = [
        (title_of(sleutel, soorten), _blocks(waarde, soorten.get(sleutel, {}), namen))
        for sleutel, waarde in feiten.items()
        if not isinstance(waarde, Mapping)
    ]
    yield from definitions(*los)
    for sleutel, waarde in feiten.items():
        if isinstance(waarde, Mapping):
            yield from _group(sleutel, waarde, soorten, namen)


def title_of(sleutel: str, soorten: Feiten) -> str:
    """Return the title that the kader gives a field, or its key in plain words."""
    return str(soorten.get(sleutel, {}).get("title", "")) or capitalise(sleutel.replace("_", " "))


def meaning(soort: Feiten) -> str:
    """Return what kind of value the kader says a field has: `x-soort`, or the name of the basic kind it refers to."""
    verwijzing = str(soort.get("$ref", "")).rpartition("/")[2]
    return str(soort.get("x-soort", "")) or _SOORTEN.get(verwijzing, "")


def _group(sleutel: str, waarden: Feiten, soorten: Feiten, namen: Namen) -> Iterator[Blok]:
    soort: Feiten = soorten.get(sleutel, {})
    yield heading(3, title_of(sleutel, soorten), f"regio-{sleutel.replace('_', '-')}")
    yield from paragraph(sentence(str(soort.get("description", ""))))
    velden: Feiten = soort.get("properties", {})
    yield from definitions(
        *((title_of(naam, velden), _blocks(waarde, velden.get(naam, {}), namen)) for naam, waarde in waarden.items())
    )


def _blocks(waarde: Any, soort: Feiten, namen: Namen) -> tuple[Blok, ...]:  # noqa: ANN401 - wat een kader toestaat
    """Return one value as blocks, whatever its kind."""
    if isinstance(waarde, Mapping):
        velden: Feiten = soort.get("properties", {})
        return tuple(
            definitions(*((title_of(naam, velden), _blocks(deel, velden.get(naam, {}), namen)) for naam, deel in waarde.items()))
        )
    if isinstance(waarde, list):
        return _items(waarde, soort, namen)
    zin = _phrase(waarde, soort, namen)
    if isinstance(waarde, str) and not _WOORD.fullmatch(waarde):
        return parse_prose(sentence(zin), onder=4)
    return (p(capitalise(zin)),)


def _items(rij: list[Any], soort: Feiten, namen: Namen) -> tuple[Blok, ...]:
    """Return a list: objects as a table, more values as a list, one value as it is."""
    if rij and isinstance(rij[0], Mapping):
        return tuple(_rows(rij, soort.get("items", {}), namen))
    if len(rij) == 1:
        return _blocks(rij[0], {**soort, **soort.get("items", {})}, namen)
    return (Lijst(tuple((p(capitalise(_phrase(deel, soort, namen))),) for deel in rij)),) if rij else ()


def _rows(waarden: list[Feiten], soort: Feiten, namen: Namen) -> Iterator[Blok]:
    velden: Feiten = soort.get("properties", {})
    sleutels = list(dict.fromkeys(sleutel for waarde in waarden for sleutel in waarde))
    rijen = [
        [
            capitalise(_phrase(waarde[sleutel], velden.get(sleutel, {}), namen)) if sleutel in waarde else ""
            for sleutel in sleutels
        ]
        for waarde in waarden
    ]
    yield from table("", [title_of(sleutel, velden) for sleutel in sleutels], rijen)


def _phrase(waarde: Any, soort: Feiten, namen: Namen) -> str:  # noqa: ANN401 - wat een kader toestaat
    """Return a single value as words; a list or a group inside a table becomes one phrase."""
    match waarde:
        case bool() | "ja" | "nee":
            return "ja" if is_yes(waarde) else "nee"
        case int() | float():
            return figure(waarde)
        case list():
            return enumerate_nl(_phrase(deel, soort, namen) for deel in waarde)
        case Mapping():
            velden = soort.get("properties", {})
            return "; ".join(
                f"{title_of(naam, velden).lower()}: {_phrase(deel, velden.get(naam, {}), namen)}" for naam, deel in waarde.items()
            )
        case _:
            return _word(str(waarde), meaning(soort) or meaning(soort.get("items", {})), namen)


def _word(tekst: str, betekenis: str, namen: Namen) -> str:
    """Return a text by what the kader says it is, and else by how it looks."""
    match betekenis:
        case "rol":
            return namen.role(tekst)
        case "ritme":
            return rhythm_nl(tekst)
        case "hoeveelheid":
            return quantity_nl(tekst)
        case "plaats" | "actie":
            return namen.word(tekst, betekenis)
    leesbaar = next((zin for omzetten in (month_day, time_nl, date_nl) if (zin := omzetten(tekst)) != tekst), "")
    return leesbaar or (namen.word(tekst) if _WOORD.fullmatch(tekst) else tekst)
