"""De begrippenlijst: de begrippen van de school, de woorden uit het document die uitleg vragen, en afkortingen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from beleidscheck.beleid import woorden
from beleidscheck.beleid.afkortingen import AFKORTINGEN
from beleidscheck.document.beleid_delen import Feiten, paragraph, prose_of, words_in
from beleidscheck.document.blokken import Definities, p, t
from beleidscheck.document.proza import parse_line, parse_prose
from beleidscheck.document.taal import capitalise, enumerate_nl, figure, quantity_nl, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from beleidscheck.beleid.woordinfo import Woordinfo
    from beleidscheck.document.blokken import Blok, Regel
    from beleidscheck.document.namen import Namen

#: Waar de uitleg in de woordenlijst alleen de naam herhaalt.
_BETER: Final = {
    "leerlingvolgsysteem": "het systeem waarin de school gegevens over leerlingen vastlegt, ook de aanwezigheid",
    "ontwikkelingsperspectief": "het plan met doelen en begeleiding voor een leerling die extra ondersteuning krijgt",
    "plan van aanpak": "afspraken op papier: wat er verandert, wie wat doet en wanneer",
}
_GEWOON: Final = frozenset(
    {
        "leerling",
        "ouder",
        "klas",
        "docent",
        "professional",
        "nieuwe_medewerker",
        "gemeente",
        "huisarts",
        "stagebedrijf",
        "leerling_18plus",
        "handmatig",
        "dossier",
        "ouderraad",
        "leerlingenraad",
    }
)
Begrip = tuple[str, "tuple[Blok, ...]"]


def own_terms(feiten: Feiten, namen: Namen) -> Iterator[Begrip]:
    """Yield the terms that the school defines, each with its meaning as blocks."""
    for sleutel, naam in (("aanwezigheid", "Aanwezigheid"), ("afwezigheid", "Afwezigheid")):
        begrip: Feiten = feiten.get(sleutel, {})
        omvat = words_in(namen, begrip, "omvat", f"omvat_{sleutel}")
        if begrip:
            yield naam, (*prose_of(begrip, "definitie", onder=4), *paragraph(f"Hieronder valt: {omvat}." if omvat else ""))
    if thuiszitter := feiten.get("thuiszitter"):
        yield "Thuiszitter", (*prose_of(thuiszitter, "definitie", onder=4), *paragraph(_at_home(thuiszitter, namen)))
    if dreigend := feiten.get("dreigend_thuiszitter"):
        yield "Dreigend thuiszitter", (*prose_of(dreigend, "definitie", onder=4), *paragraph(_almost(dreigend, namen)))
    for eigen in feiten.get("overig", ()):
        if "begrip" in eigen or "betekenis" in eigen:
            yield capitalise(str(eigen.get("begrip", "Begrip"))), parse_prose(str(eigen.get("betekenis", "")), onder=4)


def _at_home(feiten: Feiten, namen: Namen) -> str:
    uren = f"{figure(feiten['uren'])} uur of meer mist" if "uren" in feiten else ""
    periode = f" in {quantity_nl(feiten['uren_periode'])}" if "uren_periode" in feiten else ""
    lang = f"{quantity_nl(feiten['aaneengesloten'])} of langer aaneengesloten afwezig is" if "aaneengesloten" in feiten else ""
    delen = (f"{uren}{periode}" if uren else f"{periode.strip()} afwezig is" if periode else "", lang)
    wanneer = ", of ".join(deel for deel in delen if deel)
    return f"Een {namen.leerling} die {wanneer}." if wanneer else ""


def _almost(feiten: Feiten, namen: Namen) -> str:
    van, tot = feiten.get("aanwezigheid_van"), feiten.get("aanwezigheid_tot")
    telt = enumerate_nl(f"{soort}e" for soort in feiten.get("telt_mee", ()))
    grens = " en ".join(
        deel
        for deel in (
            f"minstens {figure(van)} procent" if van is not None else "",
            f"minder dan {figure(tot)} procent" if tot is not None else "",
        )
        if deel
    )
    delen = (
        f"Een {namen.leerling} met een aanwezigheid van {grens}." if grens else "",
        f"Daarbij telt de {telt} afwezigheid mee." if telt else "",
    )
    return " ".join(deel for deel in delen if deel)


def glossary(eigen: list[Begrip], tekst: str, namen: Namen) -> Iterator[Blok]:
    """Yield the list of terms: the school's own, and the known words and abbreviations that stand in `tekst`."""
    paren: dict[str, tuple[Regel, tuple[Blok, ...]]] = {}
    for naam, betekenis in eigen:
        paren.setdefault(naam.casefold(), (parse_line(naam), betekenis))
    for info in _known(tekst, namen):
        uitleg = _BETER.get(info.label, info.uitleg)
        paren.setdefault(info.label.casefold(), (t(capitalise(info.label)), (p(sentence(namen.spoken(uitleg))),)))
    for kort, lang in AFKORTINGEN.items():
        if kort in tekst and re.search(rf"(?<!\w){re.escape(kort)}(?!\w)", tekst):
            paren.setdefault(kort.casefold(), (t(kort), (p(sentence(lang)),)))
    if paren:
        yield Definities(tuple(paren[sleutel] for sleutel in sorted(paren)))


def _known(tekst: str, namen: Namen) -> Iterator[Woordinfo]:
    """Yield the roles, places and regional words with an explanation whose names stand in the text; a word without article is no term."""
    klein = tekst.casefold()
    uitbreiding = namen.uitbreiding
    lijsten: tuple[Mapping[str, Woordinfo], ...] = (
        woorden.woorden_van("rol", uitbreiding),
        woorden.woorden_van("plaats", uitbreiding),
        uitbreiding.woorden,
    )
    for lijst in lijsten:
        for woord, info in lijst.items():
            if woord in _GEWOON or woord in namen.rollen or not info.uitleg or not info.lidwoord:
                continue
            vormen = (vorm.casefold() for vorm in (info.label, info.meervoud) if vorm)
            if any(vorm in klein and re.search(rf"(?<!\w){re.escape(vorm)}(?!\w)", klein) for vorm in vormen):
                yield info
