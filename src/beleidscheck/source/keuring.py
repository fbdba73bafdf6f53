"""Wat wij van geldige YAML toch niet aannemen, en hoe de gebruiker het goed schrijft: steeds (code, zin, remedie)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from beleidscheck.source.fouten import fragment, quoted
from beleidscheck.source.scalar import read_scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yaml.events import NodeEvent

    from beleidscheck.source.fouten import Melding

#: Spaties die er als een spatie uitzien maar het voor YAML niet zijn; ze komen mee bij plakken uit Word of van een website.
VREEMDE_SPATIES: Final = frozenset(
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u205f\u2060\u3000"
)

LEEG: Final = ("leeg", "Dit bestand is leeg.", "Vul het in; een voorbeeldbeleid laat zien hoe het eruitziet.")
ALLEEN_COMMENTAAR: Final = (
    "alleen-commentaar",
    "In dit bestand staat alleen commentaar: elke regel begint met `#`.",
    "Haal `#` weg voor de regels die moeten gelden.",
)
MEER_DOCUMENTEN: Final = (
    "meer-documenten",
    "Hier begint een tweede document; een bestand mag er maar één bevatten.",
    "Haal deze regel en wat eronder staat weg, of bewaar het in een eigen bestand.",
)
INSTRUCTIE: Final = (
    "instructie",
    "Deze regel begint met `%`; dat leest YAML als een instructie, en instructies zijn niet toegestaan.",
    "Haal de regel weg, of zet `#` ervoor als het commentaar is.",
)
TE_DIEP: Final = (
    "te-diep",
    "Hier staan meer dan 64 niveaus in elkaar.",
    "Controleer de inspringing en de haken; een beleid is hooguit zo'n tien niveaus diep.",
)
TE_VEEL: Final = (
    "te-veel",
    "Dit bestand bevat meer dan 50 000 sleutels en waarden.",
    "Controleer of dit het goede bestand is; een beleid heeft er hooguit enkele duizenden.",
)
ALIAS: Final = (
    "alias",
    "Hier staat een sterretje met een woord eraan vast; dat leest YAML als een verwijzing (alias), en die zijn niet toegestaan.",
    "Schrijf hier uit waar u naar verwijst, of zet aanhalingstekens om de tekst als het sterretje erbij hoort.",
)
VERVOLGSTREEPJE: Final = (
    "streepje",
    "Deze regel begint met een streepje, maar hoort door de inspringing bij de tekst erboven.",
    "Zet het streepje recht onder de andere streepjes, of zet aanhalingstekens om de hele tekst.",
)
SJABLOON: Final = (
    "sjabloon",
    "Hier staan dubbele accolades `{{`; dat leest YAML niet als tekst.",
    "Vul de waarde in, of zet aanhalingstekens om de hele waarde.",
)
SAMENGESTELDE_SLEUTEL: Final = (
    "sleutel",
    "Hier is de sleutel zelf een lijst of een mapping.",
    "Gebruik een woord als sleutel; begint een tekst met een haak, zet er dan aanhalingstekens om.",
)
MERGE: Final = (
    "merge",
    "De samenvoegsleutel `<<` is niet toegestaan.",
    "Schrijf de sleutels en waarden die u wilt overnemen hier uit.",
)

_STREEP_ZONDER_SPATIE: Final = re.compile(r"-(?=[^\W\d])")
_SLEUTEL_ZONDER_SPATIE: Final = re.compile(r"(?!mailto:|tel:)[^\W\d][\w-]*:(?=[^\s/])")
_TAG_VOLUIT: Final = "tag:yaml.org,2002:"


def property_faults(event: NodeEvent) -> Iterator[Melding]:
    """Yield what is wrong with the anchor and the tag of a node."""
    if event.anchor is not None:
        zin = f"Hier staat het anker `&{fragment(event.anchor)}`, en ankers zijn niet toegestaan."
        yield "anker", zin, "Haal het anker weg, of zet aanhalingstekens om de tekst als het teken `&` erbij hoort."
    tag = getattr(event, "tag", None)
    if tag is not None:
        geschreven = fragment(tag.replace(_TAG_VOLUIT, "!!", 1))
        zin = f"Hier staat de tag `{geschreven}` (een woord na een uitroepteken), en tags zijn niet toegestaan."
        yield "tag", zin, "Haal de tag weg, of zet aanhalingstekens om de tekst als het uitroepteken erbij hoort."


def key_fault(naam: str) -> Melding | None:
    """Return what is wrong with a plain key, if anything: a key must be a text that cannot be taken for something else."""
    if naam == "<<":
        return MERGE
    if naam[:1] in VREEMDE_SPATIES or naam[-1:] in VREEMDE_SPATIES:
        zin = f"Bij de sleutel «{fragment(naam)}» staat een harde of onzichtbare spatie."
        return "vreemde-spatie", zin, "Vervang die door een gewone spatie; zij komt mee bij het plakken uit een ander programma."
    if not naam:
        return (
            "sleutel",
            "Voor de dubbele punt staat geen sleutel.",
            "Schrijf een woord voor de dubbele punt, of zet aanhalingstekens om de hele waarde.",
        )
    waarde = read_scalar(naam)
    if isinstance(waarde, str):
        return None
    soort = (
        "leest YAML als «geen waarde»"
        if waarde is None
        else "leest YAML als ja of nee"
        if isinstance(waarde, bool)
        else "is een getal"
    )
    return "sleutel", f"De sleutel `{naam}` {soort}; een sleutel moet tekst zijn.", f'Zet er aanhalingstekens om: `"{naam}":`.'


def duplicate_key_fault(naam: str, regel: int, kolom: int) -> Melding:
    """Return what to say about a key that this mapping has already, at that line and column."""
    zin = f"De sleutel `{fragment(naam)}` staat hier dubbel; hij staat al op regel {regel}, kolom {kolom}."
    return "dubbele-sleutel", zin, "Voeg de twee samen, of haal er een weg."


def stray_key_fault(naam: str, vorige: tuple[str, str] | None) -> Melding:
    """Return what to say about a key between braces without a value: most often the second half of a sentence with a comma.

    `vorige` is the key before it with the whole sentence, if that is what it seems to be.
    """
    zin = f"Tussen accolades staat «{fragment(naam)}» zonder dubbele punt en waarde; een komma begint daar een nieuwe sleutel."
    if vorige is None:
        return "komma", zin, f"Schrijf `{fragment(naam)}: waarde`, of zet aanhalingstekens om de tekst."
    return (
        "komma",
        zin,
        f"Hoort de komma bij de zin, zet dan aanhalingstekens om de hele zin: `{fragment(vorige[0])}: {quoted(vorige[1])}`.",
    )


def bare_text_fault(regel: str) -> Melding | None:
    """Return what is wrong with a text alone on its line that looks like a list item or a key, but for a missing space."""
    if _STREEP_ZONDER_SPATIE.match(regel):
        zin = "Achter het streepje ontbreekt een spatie."
        return "streepje", zin, f"Schrijf `- {fragment(regel[1:])}`, of zet aanhalingstekens om de tekst."
    if gevonden := _SLEUTEL_ZONDER_SPATIE.match(regel):
        goed = f"{gevonden[0]} {regel[gevonden.end() :]}"
        zin = "Achter de dubbele punt ontbreekt een spatie."
        return "spatie", zin, f"Schrijf `{fragment(goed)}`, of zet aanhalingstekens om de tekst."
    return None


def comment_fault(rest: str) -> Melding:
    """Return what to say about a hash sign that cuts off a value, though it does not look like the start of a comment."""
    zin = f"Achter een spatie begint `#` commentaar: «{fragment(rest)}» telt niet mee."
    return "commentaar", zin, "Zet aanhalingstekens om de hele waarde, of een spatie achter `#` als het commentaar is."


def root_fault(waarde: object) -> Melding:
    """Return what to say about a document that is no mapping."""
    if isinstance(waarde, list):
        zin = "Dit bestand bestaat uit een lijst, niet uit sleutels met waarden."
    else:
        zin = "Dit bestand bestaat uit losse tekst, niet uit sleutels met waarden."
    return (
        "geen-mapping",
        zin,
        "Begin elke regel op het hoogste niveau met een sleutel en een dubbele punt, bijvoorbeeld `formaat: 1`.",
    )
