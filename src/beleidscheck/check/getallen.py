"""Een getal met eenheid in de tekst dat niet klopt met het veld waar het naast staat.

Voorzichtig met opzet: alleen dezelfde eenheid, alleen velden van hetzelfde blok, en alleen als geen enkel getal in de tekst
met een van die velden overeenkomt. Liever een gemiste tegenspraak dan een vals alarm.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.hoeveelheid import EENHEDEN, Hoeveelheid, QuantityError, parse_hoeveelheid

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from beleidscheck.trap.ladder import Pad

_TELWOORDEN: Final = {
    "één": 1, "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10,
    "elf": 11, "twaalf": 12, "vijftien": 15, "zestien": 16, "twintig": 20,
}  # fmt: skip
_EENHEDEN: Final = {vorm: enkel for enkel, (_, _, meer) in EENHEDEN.items() for vorm in (enkel, meer)}
_IN_TEKST: Final = re.compile(
    r"(?<![\w.,:-])(?P<getal>\d{1,4}(?:[.,]\d{1,2})?|"
    + "|".join(_TELWOORDEN)
    + r")(?:e|de|ste)?\s+(?P<eenheid>"
    + "|".join(sorted(_EENHEDEN, key=len, reverse=True))
    + r")\b",
    re.IGNORECASE,
)
#: Wat er vóór een getal staat als het om dit soort veld gaat; een veld dat hier niet in staat, wordt niet vergeleken.
_AANLOOP: Final[Mapping[str, re.Pattern[str]]] = {
    naam: re.compile(patroon + r"(?:\s+(?:de|het|uiterlijk|hoogstens|maximaal))*\s*$", re.IGNORECASE)
    for naam, patroon in {
        "termijn": r"\b(?:binnen|uiterlijk|hoogstens)",
        "uiterste_termijn": r"\b(?:binnen|uiterlijk|hoogstens)",
        "naar_mt_na": r"\b(?:na|binnen)",
        "uiterlijk": r"\b(?:binnen|na|uiterlijk)",
        "drempel": r"\b(?:vanaf|bij|na|meer\s+dan)",
        "periode": r"\b(?:binnen|in|per|over)",
        "elke": r"\b(?:elke|iedere|om\s+de|eens\s+per)",
        "grens": r"\b(?:tot|boven|meer\s+dan|hoogstens|maximaal)",
        "meetperiode": r"\b(?:over|per|van|in)",
        "bewaartermijn": r"",
        "streefwaarde": r"",
    }.items()
}
_KLOK: Final = re.compile(r"\b(?P<uur>[01]?\d|2[0-3])[.:](?P<minuut>[0-5]\d)(?:\s*uur)?\b")


@dataclass(frozen=True, slots=True)
class Conflict:
    """Een getal in een tekst naast een veld met een ander getal."""

    tekst_pad: Pad
    in_tekst: str
    veld_pad: Pad
    waarde: str

    @property
    def veld(self) -> str:
        """Return the name of the field."""
        return str(self.veld_pad[-1])


def prose_conflicts(feiten: Mapping[str, Any]) -> Iterator[Conflict]:
    """Yield every number in prose that disagrees with the field next to it."""
    yield from _walk(feiten, ())


def _walk(waarde: Any, pad: Pad) -> Iterator[Conflict]:  # noqa: ANN401 - elke YAML-waarde
    if isinstance(waarde, list):
        for nummer, deel in enumerate(waarde):
            yield from _walk(deel, (*pad, nummer))
    elif isinstance(waarde, dict):
        yield from _in_block(waarde, pad)
        for sleutel, deel in waarde.items():
            yield from _walk(deel, (*pad, sleutel))


def _in_block(blok: Mapping[str, Any], pad: Pad) -> Iterator[Conflict]:
    velden = dict(_quantities(blok, pad))
    tekst = {
        (*pad, sleutel): deel
        for sleutel, deel in blok.items()
        if isinstance(deel, str) and (*pad, sleutel) not in velden and " " in deel
    }
    for tekst_pad, zin in tekst.items():
        yield from _compare(zin, tekst_pad, velden)
        yield from _compare_clock(zin, tekst_pad, blok, pad)


def _quantities(blok: Mapping[str, Any], pad: Pad) -> Iterator[tuple[Pad, Hoeveelheid]]:
    """Yield the quantities of a block; for a step also the thresholds of its signals."""
    for sleutel, deel in blok.items():
        if (
            sleutel == "streefwaarde"
            and isinstance(deel, int | float)
            and isinstance(blok.get("eenheid"), str)
            and blok["eenheid"] in EENHEDEN
        ):
            yield (*pad, sleutel), Hoeveelheid(Fraction(str(deel)), blok["eenheid"])
        elif sleutel in _AANLOOP and isinstance(deel, str):
            try:
                yield (*pad, sleutel), parse_hoeveelheid(deel)
            except QuantityError:
                continue
        elif sleutel == "bij" and isinstance(deel, list):
            for nummer, signaal in enumerate(deel):
                if isinstance(signaal, dict):
                    yield from _quantities(signaal, (*pad, sleutel, nummer))


def _compare(zin: str, tekst_pad: Pad, velden: Mapping[Pad, Hoeveelheid]) -> Iterator[Conflict]:
    gevonden = [(treffer, _read(treffer)) for treffer in _IN_TEKST.finditer(zin)]
    for veld_pad, hoeveelheid in velden.items():
        aanloop = _AANLOOP[str(veld_pad[-1])]
        zelfde = [
            (treffer, getal)
            for treffer, (getal, eenheid) in gevonden
            if eenheid == hoeveelheid.eenheid and aanloop.search(zin[: treffer.start()])
        ]
        bekend = {ander.getal for ander in velden.values() if ander.eenheid == hoeveelheid.eenheid}
        if zelfde and not any(getal in bekend for _, getal in zelfde):
            yield Conflict(tekst_pad, zelfde[0][0].group(0), veld_pad, str(hoeveelheid))


def _read(treffer: re.Match[str]) -> tuple[Fraction, str]:
    getal = treffer["getal"].lower()
    waarde = Fraction(_TELWOORDEN[getal]) if getal in _TELWOORDEN else Fraction(getal.replace(",", "."))
    return waarde, _EENHEDEN[treffer["eenheid"].lower()]


def _compare_clock(zin: str, tekst_pad: Pad, blok: Mapping[str, Any], pad: Pad) -> Iterator[Conflict]:
    tijd = blok.get("tijdstip")
    if not isinstance(tijd, str) or tekst_pad[-1] == "tijdstip":
        return
    gevonden = [(treffer.group(0), f"{int(treffer['uur']):02d}:{treffer['minuut']}") for treffer in _KLOK.finditer(zin)]
    if gevonden and tijd not in {klok for _, klok in gevonden}:
        yield Conflict(tekst_pad, gevonden[0][0], (*pad, "tijdstip"), tijd)
