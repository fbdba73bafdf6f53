"""Een hoeveelheid is een getal met een eenheid: "4 keer", "12 schoolweken", "16 lesuren".

Eén schrijfwijze voor de lezer, één rekenwijze voor de toets. Omrekenen gebeurt met deze tafel, die ook in docs/trap.md staat:
1 schoolweek is 7 dagen of 5 schooldagen, 1 schooldag telt als 7/5 dag, een lesuur duurt zo lang als de school opgeeft.
Alles rekent in breuken, zodat geen grens door afronding verschuift.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Final, Literal

Soort = Literal["keer", "duur", "dagen", "procent"]

#: Enkelvoud → (soort, maat in de basiseenheid van die soort, meervoud). Basis: keer, minuut, kalenderdag, procent.
#: Een lesuur heeft geen vaste maat: die hangt af van de school.
EENHEDEN: Final[dict[str, tuple[Soort, Fraction | None, str]]] = {
    "keer": ("keer", Fraction(1), "keer"),
    "minuut": ("duur", Fraction(1), "minuten"),
    "halfuur": ("duur", Fraction(30), "halfuren"),
    "uur": ("duur", Fraction(60), "uur"),
    "klokuur": ("duur", Fraction(60), "klokuren"),
    "lesuur": ("duur", None, "lesuren"),
    "dag": ("dagen", Fraction(1), "dagen"),
    "kalenderdag": ("dagen", Fraction(1), "kalenderdagen"),
    "schooldag": ("dagen", Fraction(7, 5), "schooldagen"),
    "werkdag": ("dagen", Fraction(7, 5), "werkdagen"),
    "lesdag": ("dagen", Fraction(7, 5), "lesdagen"),
    "dagdeel": ("dagen", Fraction(7, 10), "dagdelen"),
    "week": ("dagen", Fraction(7), "weken"),
    "schoolweek": ("dagen", Fraction(7), "schoolweken"),
    "lesweek": ("dagen", Fraction(7), "lesweken"),
    "maand": ("dagen", Fraction(30), "maanden"),
    "rapportperiode": ("dagen", Fraction(70), "rapportperiodes"),
    "kwartaal": ("dagen", Fraction(91), "kwartalen"),
    "trimester": ("dagen", Fraction(121), "trimesters"),
    "halfjaar": ("dagen", Fraction(182), "halve jaren"),
    "jaar": ("dagen", Fraction(365), "jaar"),
    "schooljaar": ("dagen", Fraction(365), "schooljaren"),
    "procent": ("procent", Fraction(1), "procent"),
}
#: De eenheden die één dag tellen, op school of niet.
_LOSSE_DAGEN: Final = frozenset({"dag", "kalenderdag", "schooldag", "werkdag", "lesdag"})
_EXTRA_VORMEN: Final = {
    "uren": "uur",
    "%": "procent",
    "jaren": "jaar",
    "keren": "keer",
    "x": "keer",
    "periode": "rapportperiode",
    "periodes": "rapportperiode",
    "halfjaren": "halfjaar",
}
_VORM: Final[dict[str, str]] = {
    **{enkel: enkel for enkel in EENHEDEN},
    **{meer: enkel for enkel, (_, _, meer) in EENHEDEN.items()},
    **_EXTRA_VORMEN,
}
_GETAL: Final = r"(?:0|[1-9][0-9]{0,4})(?:[.,][0-9]{1,2})?"
_VORMEN: Final = "|".join(sorted(_VORM, key=lambda vorm: (-len(vorm), vorm)))
_DAGVORMEN: Final = "|".join(vorm for vorm in _VORMEN.split("|") if EENHEDEN[_VORM[vorm]][0] == "dagen")
_LEES: Final = re.compile(rf"({_GETAL}) ?({_VORMEN})")
#: De schrijfwijze, ook voor de JSON Schema; een getal boven 99 999 is in dit domein altijd een vergissing.
PATROON: Final = rf"^{_GETAL} ?(?:{_VORMEN})$"

#: Woorden voor een ritme, als de tijd tussen twee keren.
RITME_WOORDEN: Final[dict[str, str]] = {
    "per_les": "0 dagen",
    "direct": "0 dagen",
    "doorlopend": "0 dagen",
    "dagelijks": "1 dag",
    "zelfde_dag": "1 dag",
    "dag": "1 dag",
    "wekelijks": "1 week",
    "week": "1 week",
    "tweewekelijks": "2 weken",
    "maandelijks": "1 maand",
    "maand": "1 maand",
    "kwartaal": "1 kwartaal",
    "per_periode": "1 rapportperiode",
    "rapportperiode": "1 rapportperiode",
    "trimester": "1 trimester",
    "halfjaar": "1 halfjaar",
    "halfjaarlijks": "1 halfjaar",
    "jaar": "1 jaar",
    "jaarlijks": "1 jaar",
    "schooljaar": "1 schooljaar",
    "tweejaarlijks": "2 jaar",
}
_KEER_PER: Final = re.compile(r"([1-9][0-9]{0,2}) keer per (dag|week|maand|jaar|schooljaar)")
RITME_PATROON: Final = rf"^(?:{'|'.join(RITME_WOORDEN)}|{_GETAL} ?(?:{_DAGVORMEN})|{_KEER_PER.pattern.replace('(', '(?:')})$"


class QuantityError(ValueError):
    """Een tekst is geen hoeveelheid; de boodschap zegt in het Nederlands hoe het wel moet."""


class UnitError(ValueError):
    """Twee hoeveelheden zijn niet te vergelijken: een andere soort, of een lesuur van onbekende lengte."""


class LessonLengthError(UnitError):
    """De lengte van een lesuur is nodig en niet bekend."""


@dataclass(frozen=True, slots=True)
class Hoeveelheid:
    """Een getal met een eenheid in het enkelvoud, precies zoals de school het schreef."""

    getal: Fraction
    eenheid: str

    @property
    def soort(self) -> Soort:
        """Return the kind of unit: keer, duur, dagen or procent."""
        return EENHEDEN[self.eenheid][0]

    def __str__(self) -> str:
        """Return the quantity as a reader writes it, in one way: "4 keer", "1,5 uur"."""
        enkel = self.getal == 1
        return f"{getal_tekst(self.getal)} {self.eenheid if enkel else EENHEDEN[self.eenheid][2]}"

    @property
    def is_one_day(self) -> bool:
        """Return whether this is one day: the first day of absence is also the first school day."""
        return self.getal == 1 and self.eenheid in _LOSSE_DAGEN

    def basis(self, lesuur_minuten: int | None = None) -> Fraction:
        """Return the size in the base unit of its kind (keer, minuten, kalenderdagen, procent).

        Raises `LessonLengthError` for a lesuur when the length of a lesuur is unknown.
        """
        maat = EENHEDEN[self.eenheid][1]
        if maat is None:
            if lesuur_minuten is None:
                raise LessonLengthError("De lengte van een lesuur is niet bekend: vul `school.lesuur_minuten` in.")
            maat = Fraction(lesuur_minuten)
        return self.getal * maat


def getal_tekst(getal: Fraction) -> str:
    """Return a number as a Dutch reader writes it: "16" or "13,33" (at most two decimals)."""
    if getal.denominator == 1:
        return str(getal.numerator)
    return f"{float(getal):.2f}".rstrip("0").rstrip(".").replace(".", ",")


@lru_cache(maxsize=4096)
def parse_hoeveelheid(tekst: str) -> Hoeveelheid:
    """Return the quantity in `tekst`, for instance "12 schoolweken".

    Raises `QuantityError` when it is no number with a known unit.
    """
    gevonden = _LEES.fullmatch(tekst)
    if gevonden is None:
        raise QuantityError(
            f"«{kort(tekst)}» is geen hoeveelheid. Schrijf een getal met een eenheid, bijvoorbeeld `4 keer`, `12 schoolweken` of `7 schooldagen`."
        )
    return Hoeveelheid(Fraction(gevonden[1].replace(",", ".")), _VORM[gevonden[2]])


@lru_cache(maxsize=4096)
def parse_ritme(tekst: str) -> Hoeveelheid:
    """Return the time between two turns of a rhythm: "week", "6 weken", "4 keer per jaar", "jaarlijks".

    Raises `QuantityError` when it is no rhythm.
    """
    if tekst in RITME_WOORDEN:
        return parse_hoeveelheid(RITME_WOORDEN[tekst])
    if gevonden := _KEER_PER.fullmatch(tekst):
        heel = EENHEDEN[gevonden[2]][1]
        assert heel is not None  # noqa: S101 - alleen lesuur heeft geen maat, en dat staat niet in het patroon
        return Hoeveelheid(heel / int(gevonden[1]), "dag")
    try:
        gelezen = parse_hoeveelheid(tekst)
    except QuantityError:
        gelezen = None
    if gelezen is None or gelezen.soort != "dagen":
        raise QuantityError(
            f"«{kort(tekst)}» is geen ritme. Schrijf bijvoorbeeld `week`, `6 weken`, `kwartaal`, `jaarlijks` of `4 keer per jaar`."
        )
    return gelezen


def compare(links: Hoeveelheid, rechts: Hoeveelheid, lesuur_minuten: int | None = None) -> int:
    """Return -1, 0 or 1 as `links` is less than, equal to or more than `rechts`.

    Equal units compare by number, so that two lesuren need no length. Raises `UnitError` when the kinds differ or the
    length of a lesuur is needed and unknown.
    """
    if links.eenheid == rechts.eenheid:
        return (links.getal > rechts.getal) - (links.getal < rechts.getal)
    if links.soort != rechts.soort:
        raise UnitError(f"«{links}» en «{rechts}» zijn niet te vergelijken.")
    een, twee = links.basis(lesuur_minuten), rechts.basis(lesuur_minuten)
    return (een > twee) - (een < twee)


def compare_time(links: Hoeveelheid, rechts: Hoeveelheid, lesuur_minuten: int | None = None) -> int:
    """Return -1, 0 or 1 as a term or rhythm is shorter than, as long as or longer than another.

    Unlike `compare`, hours may meet days: a day, also a school day, has 24 hours. And one school day is one day: "elke
    schooldag" is daily. Raises `UnitError` when one is no length of time, or the length of a lesuur is needed and unknown.
    """
    if links.is_one_day and rechts.is_one_day:
        return 0
    if {links.soort, rechts.soort} != {"duur", "dagen"}:
        return compare(links, rechts, lesuur_minuten)
    een, twee = _minutes(links, lesuur_minuten), _minutes(rechts, lesuur_minuten)
    return (een > twee) - (een < twee)


def _minutes(tijd: Hoeveelheid, lesuur_minuten: int | None) -> Fraction:
    if tijd.soort == "duur":
        return tijd.basis(lesuur_minuten)
    return (tijd.getal if tijd.eenheid in _LOSSE_DAGEN else tijd.basis()) * 24 * 60


def kort(tekst: str, lengte: int = 40) -> str:
    """Return `tekst` on one line, shortened for a message."""
    schoon = " ".join(tekst.split())
    return schoon if len(schoon) <= lengte else schoon[: lengte - 1].rstrip() + "…"
