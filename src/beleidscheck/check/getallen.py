"""Een getal met eenheid in de tekst dat niet klopt met het veld waar het naast staat.

Voorzichtig met opzet: alleen dezelfde eenheid, alleen velden van hetzelfde blok, alleen waar de zin over dat veld gaat, en
alleen als geen enkel getal in de tekst met een van die velden overeenkomt. Liever een gemiste tegenspraak dan een vals alarm.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.hoeveelheid import EENHEDEN, Hoeveelheid, QuantityError, parse_hoeveelheid

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from beleidscheck.trap.ladder import Pad

_TELWOORDEN: Final = {
    "één": 1, "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10,
    "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15, "zestien": 16, "twintig": 20, "dertig": 30,
}  # fmt: skip
_EENHEDEN: Final = {vorm: enkel for enkel, (_, _, meer) in EENHEDEN.items() for vorm in (enkel, meer)} | {"uren": "uur"}
_GETAL: Final = r"[0-9]{1,4}(?:[.,][0-9]{1,2})?|" + "|".join(_TELWOORDEN)
_EENHEID: Final = "|".join(sorted(_EENHEDEN, key=len, reverse=True))
_IN_TEKST: Final = re.compile(rf"(?<![\w.,:-])(?P<getal>{_GETAL})(?:e|de|ste)?\s+(?P<eenheid>{_EENHEID})\b", re.IGNORECASE)
#: Zoveel tekens voor een getal zeggen of het om het veld gaat.
_TERUG: Final = 80
#: Zoveel tekens aan elke kant horen hooguit bij dezelfde zin.
_ZIN: Final = 400
_ZINSEINDE: Final = re.compile(r"[.;!?](?=\s|$)|\n")
#: Teksten die over een ander geval gaan dan de velden ernaast.
_ANDER_GEVAL: Final = frozenset(
    {
        "als_niemand_bereikt",
        "bewijs",
        "bezwaar",
        "bij_uitblijven",
        "coulance",
        "toetsweken",
        "uit_de_les_gestuurd",
        "voorwaarde",
        "ziek_tijdens_de_dag",
    }
)
#: Een zin met zo'n woord gaat over wat er daarna of onder een voorwaarde gebeurt.
_LATER: Final = re.compile(
    r"\b(?:niet|geen|als|indien|wanneer|tenzij|nogmaals|daarna|vervolgens|opnieuw|tweede|terugkoppel\w*|evalu\w*|verslag\w*"
    r"|reacti\w*|reageer\w*|antwoord\w*|bezwaar|te\s+laat|binnenkom\w*)\b",
    re.IGNORECASE,
)
_VROEGER: Final = re.compile(r"\b(?:vorige?|was|waren|lag|lagen|kwam\w*|nu|nulmeting|begin\w*|eerder\w*)\b", re.IGNORECASE)
#: Na het getal: een andere gebeurtenis dan de melding zelf, of een tijd vooraf.
_NA_IETS_ANDERS: Final = re.compile(
    r"\s+(?:na(?!\s+(?:(?:de|het|een|elke|iedere)\s+)?(?:ziek)?(?:melding|signaal|constatering))\b|nadat|later|eerder|voor(?:af|dat)?\b|vóór"
    r"|van\s+tevoren|tevoren|ervoor|erna)",
    re.IGNORECASE,
)
_LEEFTIJD: Final = re.compile(r"\s+(?:(?:of|en)\s+(?:ouder|jonger)|oud)\b", re.IGNORECASE)
#: Na een aantal keren: wat er geteld wordt, wat er dan gebeurt, of niets meer; "2 keer bellen" is geen drempel.
_GETELD: Final = re.compile(
    r"(?=\s*(?:$|[.,;:!?)])|\s+(?:of\s+(?:meer|vaker)|ziek\w*|te\s+laat|afwezig\w*|ongeoorloofd\w*|verzuim\w*|gemist|spijbelen|in|binnen|per|volg(?:t|en)|voer(?:t|en)|krijgt|komt|gaat|praten|meld(?:t|en)|stuur(?:t|en)|belt|nodig(?:t|en))\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Veldzin:
    """Hoe een zin over een veld gaat: wat er vlak voor het getal staat, en wat er verder wel of niet in staat.

    `klok` zijn de woorden vóór een getal die ook bij "uur" geen tijdstip aanduiden ("binnen 2 uur", maar niet "uiterlijk 10 uur").
    """

    ervoor: str
    klok: str = r"binnen|hoogstens|maximaal|meer\s+dan"
    zin: str = ""
    niet_in_zin: re.Pattern[str] | None = None
    niet_erna: re.Pattern[str] | None = None
    erna: Mapping[str, re.Pattern[str]] | None = None

    def about(self, zin: str, treffer: re.Match[str], eenheid: str) -> bool:
        """Return whether the sentence around a number is about the field."""
        kop = zin[max(0, treffer.start() - _TERUG) : treffer.start()]
        if not _directly(self.klok if eenheid == "uur" else self.ervoor).search(kop):
            return False
        hele = _sentence(zin, treffer.start(), treffer.end())
        erna = (self.erna or {}).get(eenheid)
        return (
            (not self.zin or re.search(self.zin, hele, re.IGNORECASE) is not None)
            and (self.niet_in_zin is None or self.niet_in_zin.search(hele) is None)
            and (self.niet_erna is None or self.niet_erna.match(zin, treffer.end()) is None)
            and (erna is None or erna.match(zin, treffer.end()) is not None)
        )


@cache
def _directly(woorden: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{woorden})(?:\s+(?:de|het|uiterlijk|hoogstens|maximaal))*\s*$", re.IGNORECASE)


_BINNEN: Final = _Veldzin(r"\b(?:binnen|uiterlijk|hoogstens|maximaal)", niet_in_zin=_LATER, niet_erna=_NA_IETS_ANDERS)
_GETELDE: Final = r"(?:keer|uren|uur|lesuren|klokuren|ziekmeldingen|meldingen)"
_ERBIJ: Final = r"(?:\s+(?:ziek\w*|te\s+laat|afwezig|absent|verzuim|gemist|ongeoorloofd\w*|of\s+(?:meer|vaker)))*"
#: Per veld hoe een zin erover gaat; een veld dat hier niet in staat, wordt niet vergeleken.
_VELDEN: Final[Mapping[str, _Veldzin]] = {
    "termijn": _BINNEN,
    "uiterste_termijn": _BINNEN,
    "uiterlijk": _BINNEN,
    "naar_mt_na": _Veldzin(r"\b(?:na|binnen)", niet_erna=_NA_IETS_ANDERS),
    "drempel": _Veldzin(
        r"\b(?:vanaf|bij|na|meer\s+dan)", klok=r"\bmeer\s+dan", niet_erna=_NA_IETS_ANDERS, erna={"keer": _GETELD}
    ),
    "drempel in dagen": _Veldzin(r"\b(?:vanaf|bij|meer\s+dan)", niet_erna=_NA_IETS_ANDERS),
    "periode": _Veldzin(rf"\b{_GETELDE}{_ERBIJ}\s+(?:binnen|in|per|over)(?:\s+(?:een\s+)?periode\s+van)?"),
    "elke": _Veldzin(r"\b(?:elke|iedere|om\s+de|eens\s+per|eens\s+in\s+de)"),
    "grens": _Veldzin(
        r"\b(?:tot|tot\s+en\s+met|boven|meer\s+dan|hoogstens|maximaal)",
        zin=r"\b(?:beslis\w*|besluit\w*|leerplicht\w*|toestemming|verle(?:en|nen|ent)\w*)",
        niet_erna=_NA_IETS_ANDERS,
    ),
    "meetperiode": _Veldzin(r"\b(?:over|per)", zin=r"\b(?:meten|meet|gemeten|gemiddeld\w*|percentage\w*|bereken\w*|berekend)\b"),
    "bewaartermijn": _Veldzin(
        r"(?<!\bvan)(?<!\bdan)\s|^",
        zin=r"\b(?:bewa(?:ar|ren|ard)\w*|verwijder\w*|vernietig\w*|gewist|wissen)",
        niet_erna=_LEEFTIJD,
    ),
    "streefwaarde": _Veldzin(
        r"\b(?:minstens|ten\s+minste|tenminste|minimaal|naar|hoogstens|maximaal|hooguit|langer\s+dan)", niet_in_zin=_VROEGER
    ),
}
_KLOK: Final = re.compile(
    r"\b(?P<uur>[01]?[0-9]|2[0-3])(?:\.(?P<minuut>[0-5][0-9])\s*uur|:(?P<ook>[0-5][0-9]))(?![0-9])", re.IGNORECASE
)
#: Wat er voor een tijdstip staat als het om dat veld gaat: melden is vóór een tijd, nabellen vanaf een tijd.
_VOOR_TIJD: Final = re.compile(r"\b(?:v[oó]{2}r|uiterlijk)(?:\s+om)?\s*$", re.IGNORECASE)
_VANAF_TIJD: Final = re.compile(r"\b(?:vanaf|v[oó]{2}r|uiterlijk)(?:\s+om)?\s*$", re.IGNORECASE)


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
    for sleutel, zin in blok.items():
        plek = (*pad, sleutel)
        if isinstance(zin, str) and " " in zin and plek not in velden and sleutel not in _ANDER_GEVAL:
            yield from _compare(zin, plek, velden)
            yield from _compare_clock(zin, plek, blok, pad)


def _quantities(blok: Mapping[str, Any], pad: Pad) -> Iterator[tuple[Pad, Hoeveelheid]]:
    """Yield the quantities of a block; for a step also the thresholds of its signals."""
    for sleutel, deel in blok.items():
        if sleutel == "streefwaarde":
            if isinstance(deel, int | float) and isinstance(blok.get("eenheid"), str) and blok["eenheid"] in EENHEDEN:
                yield (*pad, sleutel), Hoeveelheid(Fraction(str(deel)), blok["eenheid"])
        elif sleutel in _VELDEN and isinstance(deel, str):
            try:
                yield (*pad, sleutel), parse_hoeveelheid(deel)
            except QuantityError:
                continue
        elif sleutel == "bij" and isinstance(deel, list):
            for nummer, signaal in enumerate(deel):
                if isinstance(signaal, dict):
                    yield from _quantities(signaal, (*pad, sleutel, nummer))


def _compare(zin: str, tekst_pad: Pad, velden: Mapping[Pad, Hoeveelheid]) -> Iterator[Conflict]:
    """Yield the first number about a field that no field has; one for each kind of field."""
    gevonden = [(treffer, *_read(treffer)) for treffer in _IN_TEKST.finditer(zin)] if velden else []
    gemeld: set[tuple[str, str]] = set()
    for veld_pad, hoeveelheid in velden.items():
        soort = (str(veld_pad[-1]), hoeveelheid.eenheid)
        bekend = {ander.getal for ander in velden.values() if ander.eenheid == hoeveelheid.eenheid}
        veldzin = _VELDEN["drempel in dagen" if soort[0] == "drempel" and hoeveelheid.soort == "dagen" else soort[0]]
        zelfde = [
            (treffer, getal)
            for treffer, getal, eenheid in gevonden
            if eenheid == hoeveelheid.eenheid and veldzin.about(zin, treffer, eenheid)
        ]
        if zelfde and soort not in gemeld and not any(getal in bekend for _, getal in zelfde):
            gemeld.add(soort)
            yield Conflict(tekst_pad, zelfde[0][0].group(0), veld_pad, str(hoeveelheid))


def _sentence(tekst: str, begin: int, eind: int) -> str:
    """Return the sentence that stands around a place in the text, as far as `_ZIN` characters on either side."""
    van, tot = max(0, begin - _ZIN), min(len(tekst), eind + _ZIN)
    start = max((einde.end() for einde in _ZINSEINDE.finditer(tekst, van, begin)), default=van)
    slot = _ZINSEINDE.search(tekst, eind, tot)
    return tekst[start : slot.start() if slot else tot]


def _read(treffer: re.Match[str]) -> tuple[Fraction, str]:
    getal = treffer["getal"].lower()
    waarde = Fraction(_TELWOORDEN[getal]) if getal in _TELWOORDEN else Fraction(getal.replace(",", "."))
    return waarde, _EENHEDEN[treffer["eenheid"].lower()]


def _compare_clock(zin: str, tekst_pad: Pad, blok: Mapping[str, Any], pad: Pad) -> Iterator[Conflict]:
    """Yield the first time of day before which, or at calling from which, something happens, when that is not the `tijdstip`."""
    tijd = blok.get("tijdstip")
    if not isinstance(tijd, str):
        return
    aanloop = _VANAF_TIJD if pad and pad[-1] == "nabellen" else _VOOR_TIJD
    gevonden = [
        (treffer.group(0), f"{int(treffer['uur']):02d}:{treffer['minuut'] or treffer['ook']}")
        for treffer in _KLOK.finditer(zin)
        if aanloop.search(zin[max(0, treffer.start() - _TERUG) : treffer.start()])
    ]
    if gevonden and tijd not in {klok for _, klok in gevonden}:
        yield Conflict(tekst_pad, gevonden[0][0], (*pad, "tijdstip"), tijd)
