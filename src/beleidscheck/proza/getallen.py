"""Getallen in de tekst die nergens in het beleid zo staan waar zij over gaan.

Voorzichtig met opzet. Een zin telt alleen als hij zonder omweg over een bekend feit gaat («bij 6 keer te laat», «voor 08.30 uur
ziek melden»), en alleen als geen enkel feit van die soort in het hele beleid dat getal heeft. Zinnen met een ontkenning, een
voorbeeld, een verwijzing naar een ander document of een blik terug blijven met rust. Wat al een tegenspraak is met het veld
ernaast, staat bij check/getallen.py en weegt zwaarder.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.proza.advies import Plek, Vondst
from beleidscheck.proza.getalfeiten import FEITEN, Feitje, count_thresholds, read_clock
from beleidscheck.proza.telwoorden import AANTAL, RANG, read_number
from beleidscheck.proza.zinnen import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from fractions import Fraction

    from beleidscheck.proza.velden import Stuk
    from beleidscheck.proza.zinnen import Zin
    from beleidscheck.source import Pad
    from beleidscheck.trap.ladder import Ladder

_OVERSLAAN: Final = frozenset({"afwijkingen", "verklaringen", "medezeggenschap", "begrippen"})
#: Zo'n zin gaat niet over wat de school nu doet.
_ANDERS: Final = re.compile(
    r"\b(?:niet|geen|nooit|nog|behalve|tenzij|bijvoorbeeld|bijv|stel|zoals|soms|ongeveer|circa|meestal|vaak|gemiddeld|hooguit"
    r"|vorige?|was|waren|werd|werden|lag|lagen|kwam\w*|had|hadden|eerder|vroeger|voorheen|daling|stijging"
    r"|wet|wettelijk\w*|leerplichtwet|protocol\w*|model|norm|regio|regionale|landelijk\w*|gemeente\w*|ministerie|"
    r"inspectie|onderzoek\w*)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Soort:
    """Hoe een zin over een feit gaat; het getal is de groep `getal` of `rang`. Patronen worden pas gemaakt als `woord` er staat.

    `in_zin` moet ook in de zin staan en `niet_in_zin` niet; `klok` is een tijd, `grens` een drempel, waar «meer dan» bij kan
    staan.
    """

    woord: str
    patroon: str
    in_zin: str = ""
    niet_in_zin: str = ""
    klok: bool = False
    grens: bool = False

    def found(self, tekst: str, zin: Zin, klein: str) -> Iterator[re.Match[str]]:
        """Yield where a sentence is about the fact; `klein` is the sentence in small letters."""
        if self.woord not in klein:
            return
        if self.in_zin and not _compiled(self.in_zin).search(tekst, zin.begin, zin.eind):
            return
        if self.niet_in_zin and _compiled(self.niet_in_zin).search(tekst, zin.begin, zin.eind):
            return
        yield from _compiled(self.patroon).finditer(tekst, zin.begin, zin.eind)


@cache
def _compiled(tekst: str) -> re.Pattern[str]:
    return re.compile(tekst.replace("AANTAL", AANTAL).replace("RANG", RANG), re.IGNORECASE)


_BIJ: Final = r"\b(?P<hoe>bij|vanaf|na|wie|meer\s+dan|vaker\s+dan)\s+(?:(?:de|het|een|elke|iedere)\s+)?"
_KLOK: Final = r"(?P<getal>(?:[01]?[0-9]|2[0-3])[.:][0-5][0-9])(?:\s*uur)?(?![0-9])"
_WEKEN: Final = r"\s+(?:binnen|in|per)\s+(?:een\s+periode\s+van\s+)?(?P<getal>AANTAL)\s+(?:school|les)?weken\b"
_MINSTENS: Final = (
    r"(?:minstens|minimaal|ten\s+minste|tenminste|onder(?:\s+de)?|lager\s+dan|minder\s+dan|boven(?:\s+de)?|hoger\s+dan)"
)
_UREN: Final = r"(?:les|klok)?(?:uur|uren)"
_MELDEN: Final = (
    r"\b(?:(?:af|ziek)(?:te)?meld\w*|meld\w*\s+(?:\S+\s+){0,8}(?:ziek|af|afwezig)\b|bel\w*\s+(?:\S+\s+){0,10}ziek\b|"
    r"ziek\s+(?:te\s+)?meld\w*"
    r"|afwezigheid\s+(?:\S+\s+){0,6}(?:ge)?meld\w*|meld\w*\s+(?:\S+\s+){0,4}afwezigheid)"
)
_ANDERE_MELDING: Final = r"\b(?:stage\w*|taxi\w*|vervoer\w*|toets\w*|examen\w*|beter\w*|verlof\w*|bezwaar)\b"
_NABELLEN: Final = (
    r"\b(?:nabellen|na\s+te\s+bellen|nagebeld|bel(?:t|len)\s+(?:\S+\s+){0,8}na(?=\s*(?:[.,;]|$|om\b|vanaf\b|uiterlijk\b|voor\b)))"
)
_SOORTEN: Final[Mapping[str, tuple[_Soort, ...]]] = {
    "te_laat": (
        _Soort("laat", _BIJ + r"(?:(?P<getal>AANTAL)|(?P<rang>RANG))\s+(?:keer|"
            r"maal)\s+(?:ongeoorloofd\s+)?te\s+laat", grens=True),
        _Soort("laat", _BIJ + r"(?P<getal>AANTAL)\s+te[\s-]laat[\s-]?(?:meldingen|komsten)\b", grens=True),
    ),
    "ziekmeldingen": (
        _Soort("ziek", _BIJ + r"(?:(?P<getal>AANTAL)\s+ziekmeldingen|(?P<rang>RANG)\s+ziekmelding)\b", grens=True),
        _Soort("ziek", _BIJ + r"(?:(?P<getal>AANTAL)|(?P<rang>RANG))\s+(?:keer|maal)\s+ziek(?:\s+gemeld)?\b", grens=True),
    ),
    "ongeoorloofde_uren": (
        _Soort("ongeoorloofd", _BIJ + rf"(?P<getal>AANTAL)\s+{_UREN}\s+(?:of\s+meer\s+)?ongeoorloofd", grens=True),
        _Soort("ongeoorloofd", _BIJ + rf"(?P<getal>AANTAL)\s+ongeoorloofde?(?:\s+gemiste)?\s+{_UREN}\b", grens=True),
    ),
    "ziekmeldingen periode": (
        _Soort("ziekmelding", r"\bziekmelding(?:en)?" + _WEKEN),
        _Soort("keer ziek", r"\bkeer\s+ziek(?:\s+gemeld)?" + _WEKEN),
    ),
    "te_laat periode": (_Soort("te laat", r"\bkeer\s+te\s+laat" + _WEKEN),),
    "ongeoorloofde_uren periode": (
        _Soort("ongeoorloofd", rf"\b{_UREN}\s+ongeoorloofd\w*(?:\s+(?:afwezig\w*|verzuim\w*))?" + _WEKEN),
    ),
    "meldtijd": (_Soort("el", rf"\b(?:v[oó]{{2}}r|uiterlijk(?:\s+om)?)\s+{_KLOK}", _MELDEN, _ANDERE_MELDING, klok=True),),
    "nabeltijd": (_Soort("bel", rf"\b(?:vanaf|om|v[oó]{{2}}r|uiterlijk(?:\s+om)?)\s+{_KLOK}", _NABELLEN, klok=True),),
    "les": (_Soort("minuten", r"\b(?:lesuur|lesuren|roosteruur|roosteruren|les|lessen)\s+(?:van|duurt|"
        r"duren)\s+(?P<getal>AANTAL)\s+minuten\b"),),
    "minuten_te_laat": (_Soort("minu", r"\b(?:vanaf|na|meer\s+dan|bij)\s+(?P<getal>AANTAL)\s+(?:minuut|minuten)\s+te\s+laat\b"),),
    "leerlingen": (
        _Soort(
            "en",
            r"\b(?:school|wij|we)\s+(?:telt|tellen|heeft|hebben)\s+(?P<getal>[0-9]{1,2}\.[0-9]{3}|"
            r"[0-9]{2,5})\s+(?:leerlingen|studenten)(?=\s*[.,;]|$)",
        ),
    ),
    "aanwezigheid": (
        _Soort("aanwezigheid", rf"\baanwezigheid(?:\s+\w+){{0,3}}\s+{_MINSTENS}\s+(?P<getal>AANTAL)\s*(?:procent|%)"),
        _Soort("aanwezig", rf"\b{_MINSTENS}\s+(?P<getal>AANTAL)\s*(?:procent|%)\s+aanwezig(?:heid)?\b"),
    ),
}  # fmt: skip


def odd_numbers(stukken: Iterable[Stuk], feiten: Mapping[str, Any], ladder: Ladder, al_gemeld: Iterable[Pad]) -> Iterator[Vondst]:
    """Yield an advice for each number in prose that the facts it is about do not have; both places are in it."""
    weg = set(al_gemeld)
    mogelijk = [
        stuk
        for stuk in stukken
        if stuk.pad[0] not in _OVERSLAAN
        and stuk.pad not in weg
        and _GAAT_OVER.search(stuk.tekst)
        and _HEEFT_GETAL.search(stuk.tekst)
    ]
    if mogelijk:
        tellingen = count_thresholds(feiten, ladder)
        bekend = {naam: rij for naam, zoek in FEITEN.items() if (rij := list(zoek(feiten, tellingen)))}
        for stuk in mogelijk:
            yield from _in_text(stuk, bekend)


#: Zonder zo'n woord gaat geen zin over een van de feiten.
_GAAT_OVER: Final = re.compile(r"te.laat|ziek|ongeoorloofd|meld|bel|les|rooster|leerlingen|studenten|aanwezig", re.IGNORECASE)
_HEEFT_GETAL: Final = re.compile(rf"(?<![^\W_])(?:{AANTAL}|{RANG})(?![^\W_])|[0-9]", re.IGNORECASE)


def _in_text(stuk: Stuk, bekend: Mapping[str, list[Feitje]]) -> Iterator[Vondst]:
    tekst = stuk.lees.eigen
    for blok in stuk.lees.blokken:
        for zin in sentences(tekst, blok.begin, blok.eind):
            if _HEEFT_GETAL.search(tekst, zin.begin, zin.eind) is None or _ANDERS.search(tekst, zin.begin, zin.eind):
                continue
            klein = " ".join(tekst[zin.begin : zin.eind].casefold().split())
            for naam, feiten in bekend.items():
                for soort in _SOORTEN[naam]:
                    gevonden = (_judge(stuk, treffer, soort, feiten) for treffer in soort.found(tekst, zin, klein))
                    yield from (vondst for vondst in gevonden if vondst is not None)


_MEESTE_FEITEN: Final = 6


def _judge(stuk: Stuk, treffer: re.Match[str], soort: _Soort, feiten: list[Feitje]) -> Vondst | None:
    groep = "getal" if treffer["getal"] else "rang"
    geschreven = treffer[groep]
    getal = read_clock(geschreven) if soort.klok else read_number(geschreven.replace(".", ""))
    if not soort.grens and getal in {feit.getal for feit in feiten}:
        return None
    if soort.grens and _same_threshold(treffer, getal, feiten):
        return None
    begin, eind = treffer.span(groep)
    dichtst = min(feiten, key=lambda feit: (abs(feit.getal - getal), str(feit.pad)))
    andere = list(dict.fromkeys(feit.tekst for feit in sorted(feiten, key=lambda feit: feit.getal)))
    if len(andere) > _MEESTE_FEITEN:
        andere = [*andere[: _MEESTE_FEITEN - 1], "nog andere getallen"]
    lijst = " en ".join((", ".join(andere[:-1]), andere[-1])) if len(andere) > 1 else andere[0]
    deel = stuk.tekst[treffer.start() : treffer.end()]
    zin = f"In de tekst staat «{' '.join(deel.split())}», maar in het beleid staat daarvoor {lijst}."
    plekken = (Plek(stuk.pad, begin, eind, geschreven), Plek(dichtst.pad, waarde=dichtst.tekst))
    return Vondst(
        "getal-in-proza",
        zin,
        "Maak de tekst en het veld gelijk, of zeg erbij waarom het hier anders is.",
        plekken,
        over=geschreven,
    )


def _same_threshold(treffer: re.Match[str], getal: Fraction, feiten: Iterable[Feitje]) -> bool:
    """Tell whether a threshold in words is one of the facts: «meer dan 3 keer» is «vanaf 4 keer»; of hours both may be meant."""
    vanaf = getal + 1 if _more_than(treffer) else getal
    return any(vanaf == feit.vanaf or (not feit.telbaar and getal == feit.getal) for feit in feiten)


def _more_than(treffer: re.Match[str]) -> bool:
    return treffer["hoe"].casefold().endswith("dan")
