"""Element 4: afwezigheid melden en verlof aanvragen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from beleidscheck.document.beleid_delen import (
    Feiten,
    definitions,
    heading,
    line_of,
    link,
    listed,
    prose_of,
    said,
    table,
    with_heading,
    yes_no,
)
from beleidscheck.document.blokken import Alinea, t
from beleidscheck.document.taal import capitalise, continued, quantity_nl, sentence, time_nl

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beleidscheck.document.blokken import Blok
    from beleidscheck.document.namen import Namen

_BETER: Final = {
    "niet_nodig": "Beter melden is niet nodig.",
    "melden": "Meld ook wanneer de {leerling} weer beter is.",
    "bij_terugkomst": "Bij terugkomst meldt de {leerling} zich weer aanwezig.",
    "formulier": "Bij terugkomst levert de {leerling} een formulier in.",
    "ondertekend_formulier": "Bij terugkomst levert de {leerling} een ondertekend formulier in.",
}
_AANVRAGEN: Final = {"vooraf": "Vooraf aanvragen", "zelfde_dag": "Op de dag zelf aanvragen", "achteraf": "Achteraf aanvragen mag"}


def reporting(feiten: Feiten, namen: Namen) -> Iterator[Blok]:
    """Yield how to report absence and ask for leave (element 4)."""
    melden: Feiten = feiten.get("melden", {})
    yield from with_heading(3, "Afwezigheid melden", _report(melden, feiten, namen), "melden")
    verlof = [blok for soort in feiten.get("verlof", ()) for blok in _leave(soort, namen)]
    yield from with_heading(3, "Verlof aanvragen", verlof, "verlof")


def _report(melden: Feiten, feiten: Feiten, namen: Namen) -> Iterator[Blok]:
    yield from definitions(
        said("Wie meldt", capitalise(f"{namen.the_roles(melden['door'], 'of')}.") if melden.get("door") else ""),
        said("Bij wie", capitalise(f"{namen.the_role(melden['bij'])}.") if "bij" in melden else ""),
        ("Hoe", line_of(melden, "hoe")),
        said("Wanneer", *report_moment(melden)),
        said(
            "Elke dag opnieuw?",
            yes_no(
                melden,
                "dagelijks_herhalen",
                "Ja, meld elke dag dat de afwezigheid duurt.",
                "Nee, één melding is genoeg zolang de afwezigheid duurt.",
            ),
            yes_no(
                melden,
                "opnieuw_na_weekend",
                "Duurt het na een weekend nog voort, meld het dan opnieuw.",
                "Na een weekend hoeft het niet opnieuw.",
            ),
        ),
        said("Weer beter", _BETER.get(str(melden.get("betermelden", "")), "").format(leerling=namen.leerling)),
        said(
            "Wat de school vraagt",
            yes_no(
                melden,
                "aard_ziekte_gevraagd",
                "De school vraagt naar de aard van de ziekte; antwoorden is niet verplicht.",
                "De school vraagt niet naar de aard van de ziekte.",
            ),
        ),
        said(
            "Licht zelf ook in",
            capitalise(f"{namen.the_roles(melden['ook_melden_bij'])}.") if melden.get("ook_melden_bij") else "",
        ),
        ("Ziek tijdens de schooldag", prose_of(melden, "ziek_tijdens_de_dag", onder=4)),
        ("In toetsweken", prose_of(melden, "toetsweken", onder=4)),
        ("Geldige ziekmelding", listed(namen, feiten.get("ziek_conform_gemeld", ()), "ziek_conform")),
    )
    kanalen = [_channel(kanaal, namen) for kanaal in melden.get("kanalen", ())]
    yield from table("Zo kunt u melden", ("Manier", "Adres of nummer", "Bereikbaar", "Toelichting"), kanalen)
    yield from prose_of(melden, "toelichting")


def report_moment(melden: Feiten) -> Iterator[str]:
    """Yield the sentences that say when absence must be reported."""
    if "tijdstip" in melden:
        yield f"Vóór {time_nl(melden['tijdstip'])}."
    if "minuten_voor_les" in melden:
        yield f"Uiterlijk {quantity_nl(str(melden['minuten_voor_les']) + ' minuten')} voor de eerste les."
    yield yes_no(melden, "eerste_dag", "Meld op de eerste dag van de afwezigheid.", "Melden hoeft niet al op de eerste dag.")
    if "uiterste_termijn" in melden:
        yield f"Een melding telt nog als zij binnen {quantity_nl(melden['uiterste_termijn'])} is gedaan."


def _channel(kanaal: Feiten, namen: Namen) -> tuple[str, str, str, str]:
    naam = capitalise(namen.word(str(kanaal.get("kanaal", "Anders")), "kanaal"))
    voorkeur = yes_no(kanaal, "voorkeur", "Dit heeft onze voorkeur.", "Liever niet als het anders kan.")
    van, tot = (time_nl(kanaal[sleutel]) if sleutel in kanaal else "" for sleutel in ("van", "tot"))
    tijden = " ".join(deel for deel in (f"vanaf {van}" if van else "", f"tot {tot}" if tot else "") if deel)
    return (
        naam,
        capitalise(str(kanaal.get("adres", ""))),
        capitalise(tijden),
        " ".join(deel for deel in (voorkeur, sentence(str(kanaal.get("toelichting", "")))) if deel),
    )


def _leave(verlof: Feiten, namen: Namen) -> Iterator[Blok]:
    soort = namen.word(str(verlof.get("soort", "verlof")), "verlofsoort")
    titel = str(verlof.get("omschrijving", "")) or soort
    yield heading(4, capitalise(titel))
    yield from definitions(
        said("Soort verlof", capitalise(f"{soort}.") if "omschrijving" in verlof and "soort" in verlof else ""),
        ("Waarvoor", listed(namen, verlof.get("redenen", ()), "verlofreden")),
        ("Aanvragen", request(verlof, namen)),
        ("Bewijs", line_of(verlof, "bewijs")),
        said("Wie beslist", *decides(verlof, namen)),
        ("Voorwaarden", listed(namen, verlof.get("voorwaarden", ()), "verlofvoorwaarde")),
        ("Niet eens met het besluit", prose_of(verlof, "bezwaar", onder=4)),
        ("Toelichting", prose_of(verlof, "toelichting", onder=4)),
    )


def request(verlof: Feiten, namen: Namen) -> tuple[Blok, ...]:
    """Return how to ask for leave: when, how long before, with whom and with which form; nothing when the school says none of it."""
    begin = _AANVRAGEN.get(str(verlof.get("aanvragen", "")), "Aanvragen")
    termijn = f", minstens {quantity_nl(verlof['aanvraagtermijn'])} van tevoren" if "aanvraagtermijn" in verlof else ""
    via = f"{',' if termijn else ''} bij {namen.the_role(verlof['via'])}" if "via" in verlof else ""
    zin = f"{begin}{termijn}{via}." if termijn or via or "aanvragen" in verlof else ""
    formulier = f"Gebruik het formulier “{continued(str(verlof['formulier']))}”." if "formulier" in verlof else ""
    regel = t(" ".join(deel for deel in (zin, formulier) if deel))
    if "formulier_url" in verlof:
        regel = (*regel, *t(" "), *link("Naar het formulier", verlof["formulier_url"]), *t("."))
    return (Alinea(regel),) if zin or formulier or "formulier_url" in verlof else ()


def decides(verlof: Feiten, namen: Namen) -> Iterator[str]:
    """Yield who decides on leave, up to where, and when the answer comes."""
    grens = quantity_nl(verlof["grens"]) if "grens" in verlof else ""
    if "beslist" in verlof:
        yield capitalise(f"{namen.the_role(verlof['beslist'])}{f', tot en met {grens}' if grens else ''}.")
    elif grens:
        yield f"Er geldt een grens van {grens}."
    if "boven_grens" in verlof:
        yield f"{'Duurt het langer' if grens else 'Bij langer verlof'}, dan beslist {namen.the_role(verlof['boven_grens'])}."
    if "besluittermijn" in verlof:
        yield f"U hoort het besluit binnen {quantity_nl(verlof['besluittermijn'])}."
