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
from beleidscheck.document.taal import capitalise, date_nl, figure, month_day, quantity_nl, rhythm_nl, sentence, time_nl

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beleidscheck.document.blokken import Blok
    from beleidscheck.document.namen import Namen

_SOORTEN: Final = {"Rol": "rol", "Ritme": "ritme", "Hoeveelheid": "hoeveelheid", "Plaatswoord": "plaats", "Actiewoord": "actie"}
_WOORD: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


def regional(feiten: Feiten, velden: Feiten, namen: Namen) -> Iterator[Blok]:
    """Yield every regional agreement: single values first, then a heading for each group."""
    soorten: Feiten = velden.get("properties", {})
    los = [(title_of(sleutel, soorten), _blocks(waarde, soorten.get(sleutel, {}), namen)) for sleutel, waarde in feiten.items() if not isinstance(waarde, Mapping)]
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
    yield from definitions(*((title_of(naam, velden), _blocks(waarde, velden.get(naam, {}), namen)) for naam, waarde in waarden.items()))


def _blocks(waarde: Any, soort: Feiten, namen: Namen) -> tuple[Blok, ...]:  # noqa: ANN401 - wat een kader toestaat
    """Return one value as blocks, whatever its kind."""
    match waarde:
        case Mapping():
            velden: Feiten = soort.get("properties", {})
            return tuple(definitions(*((title_of(naam, velden), _blocks(deel, velden.get(naam, {}), namen)) for naam, deel in waarde.items())))
        case [Mapping(), *_]:
            return tuple(_rows(waarde, soort.get("items", {}), namen))
        case [_, _, *_]:
            return (Lijst(tuple((p(capitalise(_phrase(deel, soort, namen))),) for deel in waarde)),)
        case [enkel]:
            return _blocks(enkel, {**soort, **soort.get("items", {})}, namen)
        case []:
            return ()
        case str() if not _WOORD.fullmatch(waarde):
            return parse_prose(sentence(_phrase(waarde, soort, namen)), onder=4)
        case _:
            return (p(capitalise(_phrase(waarde, soort, namen))),)


def _rows(waarden: list[Feiten], soort: Feiten, namen: Namen) -> Iterator[Blok]:
    velden: Feiten = soort.get("properties", {})
    sleutels = list(dict.fromkeys(sleutel for waarde in waarden for sleutel in waarde))
    rijen = [[capitalise(_phrase(waarde[sleutel], velden.get(sleutel, {}), namen)) if sleutel in waarde else "" for sleutel in sleutels] for waarde in waarden]
    yield from table("", [title_of(sleutel, velden) for sleutel in sleutels], rijen)


def _phrase(waarde: Any, soort: Feiten, namen: Namen) -> str:  # noqa: ANN401 - wat een kader toestaat
    """Return a single value as words, by what the kader says it is and else by how it looks."""
    betekenis = meaning(soort) or meaning(soort.get("items", {}))
    match waarde:
        case bool() | "ja" | "nee":
            return "ja" if is_yes(waarde) else "nee"
        case int() | float():
            return figure(waarde)
        case list():
            return namen.words([_phrase(deel, soort, namen) for deel in waarde])
        case Mapping():
            return "; ".join(f"{title_of(naam, soort.get('properties', {})).lower()}: {_phrase(deel, {}, namen)}" for naam, deel in waarde.items())
    tekst = str(waarde)
    match betekenis:
        case "rol":
            return namen.role(tekst)
        case "ritme":
            return rhythm_nl(tekst)
        case "hoeveelheid":
            return quantity_nl(tekst)
        case "plaats" | "actie":
            return namen.word(tekst, betekenis)
    for omzetten in (month_day, time_nl, date_nl):
        if (leesbaar := omzetten(tekst)) != tekst:
            return leesbaar
    return namen.word(tekst) if _WOORD.fullmatch(tekst) else tekst
