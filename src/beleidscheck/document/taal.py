"""Nederlandse zinsbouw: opsommingen, datums, tijden, hoeveelheden en ritmes zoals een redacteur ze schrijft."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from beleidscheck.hoeveelheid import QuantityError, getal_tekst, parse_hoeveelheid

if TYPE_CHECKING:
    from collections.abc import Iterable

    from beleidscheck.hoeveelheid import Hoeveelheid

MAANDEN: Final = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
_TELWOORDEN: Final = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
_HET_EENHEDEN: Final = frozenset(
    {"jaar", "schooljaar", "kwartaal", "trimester", "halfjaar", "dagdeel", "uur", "lesuur", "klokuur", "halfuur"}
)
_RITMES: Final = {
    "per_les": "elke les",
    "direct": "direct",
    "doorlopend": "doorlopend",
    "dagelijks": "elke dag",
    "zelfde_dag": "dezelfde dag",
    "dag": "elke dag",
    "wekelijks": "elke week",
    "week": "elke week",
    "tweewekelijks": "elke twee weken",
    "maandelijks": "elke maand",
    "maand": "elke maand",
    "kwartaal": "elk kwartaal",
    "per_periode": "elke rapportperiode",
    "rapportperiode": "elke rapportperiode",
    "trimester": "elk trimester",
    "halfjaar": "elk halfjaar",
    "halfjaarlijks": "elk halfjaar",
    "jaar": "elk jaar",
    "jaarlijks": "elk jaar",
    "schooljaar": "elk schooljaar",
    "tweejaarlijks": "elke twee jaar",
    "bij_start": "bij de start",
    "eenmalig": "één keer",
}
_KEER_PER: Final = re.compile(r"([0-9]+) keer per ([a-z]+)")
#: Woorden waarmee een zin begint en die nooit een naam zijn: daar kan de hoofdletter af.
_GEWOON_BEGIN: Final = re.compile(
    r"(?:De|Het|Een|Er|Als|Wanneer|Zodra|Na|Naar|Bij|In|Op|Aan|Met|Zonder|Door|Voor|Vóór|Tijdens|Sinds|Vanaf|Tot|Om|Dit|Dat|Deze"
    r"|Die|Hetzelfde|Dezelfde|Elke|Elk|Iedere|Ieder|Alle|Alleen|Geen|Meer|Minder|Minstens|Twee|Drie|Vier|Vijf|Iemand|Niemand|Wie"
    r"|Wat|Wij|We|Hij|Zij|Ze|Ons|Onze|Mits|Indien|Tenzij|Eventueel|Instemming|Toestemming|Overleg|Ouders?|Leerling(?:en)?|Student(?:en)?"
    r"|Kind(?:eren)?|Docent(?:en)?|Mentor|Leraar|Leerkracht|School|Afwezigheid|Ziekte|Verzuim|Verlof)(?=[\s,]|$)"
)
_NOG_EEN_ZIN: Final = re.compile(r"[.!?]\s+\S")
_EINDE: Final = re.compile(r"[.!?\u2026:][\"'\u00bb\u201d\u2019)\]]*$")


def enumerate_nl(delen: Iterable[str], voeg: str = "en") -> str:
    """Return parts as a Dutch enumeration: "a", "a en b", "a, b en c"."""
    rij = [deel for deel in delen if deel]
    if len(rij) <= 1:
        return "".join(rij)
    return f"{', '.join(rij[:-1])} {voeg} {rij[-1]}"


def capitalise(tekst: str) -> str:
    """Return `tekst` with a capital as its first letter; "ij" goes up as one letter."""
    if tekst[:2] == "ij":
        return "IJ" + tekst[2:]
    return tekst[:1].upper() + tekst[1:]


def mid_sentence(tekst: str) -> str:
    """Return a sentence to go on with inside another: its first letter small, unless it may be a name or more sentences follow."""
    if _GEWOON_BEGIN.match(tekst) is None or _NOG_EEN_ZIN.search(tekst):
        return tekst
    return tekst[:1].lower() + tekst[1:]


def sentence(tekst: str) -> str:
    """Return `tekst` as a sentence: a capital in front, a full stop behind when no sign ends it yet."""
    schoon = tekst.strip()
    if not schoon:
        return ""
    return capitalise(schoon) if _EINDE.search(schoon) else f"{capitalise(schoon)}."


def continued(tekst: str) -> str:
    """Return a text of the school to go on with inside a sentence: without its full stop."""
    schoon = " ".join(tekst.split())
    return schoon[:-1] if schoon.endswith(".") and not schoon.endswith("..") else schoon


def number_word(getal: int) -> str:
    """Return a number as a word up to twelve, in figures above."""
    return _TELWOORDEN[getal] if 0 <= getal < len(_TELWOORDEN) else str(getal)


def figure(getal: float) -> str:
    """Return a number in figures with a Dutch decimal comma."""
    return str(int(getal)) if getal == int(getal) else f"{getal:g}".replace(".", ",")


def times(getal: float) -> str:
    """Return how often: "één keer", "vier keer", "20 keer"."""
    return f"{number_word(int(getal)) if getal == int(getal) else figure(getal)} keer"


def date_nl(waarde: date | str) -> str:
    """Return a date as "15 september 2026"; text that is no ISO date stays as it is."""
    if isinstance(waarde, str):
        try:
            waarde = date.fromisoformat(waarde)
        except ValueError:
            return str(waarde)
    return f"{waarde.day} {MAANDEN[waarde.month - 1]} {waarde.year}"


def month_day(waarde: str) -> str:
    """Return a recurring day like `09-01` as "1 september"; other text stays as it is."""
    gevonden = re.fullmatch(r"(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])", waarde)
    return f"{int(gevonden[2])} {MAANDEN[int(gevonden[1]) - 1]}" if gevonden else waarde


def time_nl(waarde: str) -> str:
    """Return a time like `08:30` as "8.30 uur"; other text stays as it is."""
    gevonden = re.fullmatch(r"([01]?[0-9]|2[0-3]):([0-5][0-9])", waarde)
    return f"{int(gevonden[1])}.{gevonden[2]} uur" if gevonden else waarde


def ordinal(getal: str) -> str:
    """Return a rank in figures: "4e"."""
    return f"{getal}e"


def quantity_nl(waarde: str) -> str:
    """Return a quantity as a Dutch reader writes it: "1 schooldag", "7 schooldagen", "95 procent"."""
    try:
        return str(parse_hoeveelheid(waarde))
    except QuantityError:
        return waarde


def rhythm_nl(waarde: str) -> str:
    """Return a rhythm: "elke week", "elke zes weken", "vier keer per jaar"."""
    if waarde in _RITMES:
        return _RITMES[waarde]
    if keer := _KEER_PER.fullmatch(waarde):
        return f"{number_word(int(keer[1]))} keer per {keer[2]}"
    try:
        tijd = parse_hoeveelheid(waarde)
    except QuantityError:
        return waarde
    if tijd.getal == 1:
        return f"{'elk' if tijd.eenheid in _HET_EENHEDEN else 'elke'} {tijd.eenheid}"
    return f"elke {_in_words(tijd)}"


def within(waarde: str) -> str:
    """Return a term as "binnen 5 schooldagen"."""
    return f"binnen {quantity_nl(waarde)}"


def _in_words(tijd: Hoeveelheid) -> str:
    if tijd.getal.denominator != 1:
        return str(tijd)
    meervoud = str(tijd).removeprefix(getal_tekst(tijd.getal)).strip()
    return f"{number_word(tijd.getal.numerator)} {meervoud}"
