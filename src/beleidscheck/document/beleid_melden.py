"""Elementen 4 tot en met 7: melden en verlof, controle in de les, nabellen, en de periodieke analyse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from beleidscheck.document.beleid_delen import (
    Feiten,
    bullets,
    definitions,
    heading,
    line_of,
    lines,
    link,
    listed,
    prose_of,
    said,
    table,
    with_heading,
    words_in,
    yes_no,
)
from beleidscheck.document.blokken import Alinea, t
from beleidscheck.document.taal import capitalise, continued, enumerate_nl, quantity_nl, rhythm_nl, sentence, time_nl, times

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
_MOMENT: Final = {
    "elke_les": "elke les",
    "elk_dagdeel": "elk dagdeel",
    "begin_van_de_dag": "aan het begin van de dag",
    "steekproef": "steekproefsgewijs",
}


# ---- Element 4 ------------------------------------------------------------------------------------------------------


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
            yes_no(melden, "dagelijks_herhalen", "Ja, meld elke dag dat de afwezigheid duurt.", "Nee, één melding is genoeg zolang de afwezigheid duurt."),
            yes_no(melden, "opnieuw_na_weekend", "Duurt het na een weekend nog voort, meld het dan opnieuw.", "Na een weekend hoeft het niet opnieuw."),
        ),
        said("Weer beter", _BETER.get(str(melden.get("betermelden", "")), "").format(leerling=namen.leerling)),
        said(
            "Wat de school vraagt",
            yes_no(melden, "aard_ziekte_gevraagd", "De school vraagt naar de aard van de ziekte; antwoorden is niet verplicht.", "De school vraagt niet naar de aard van de ziekte."),
        ),
        said("Licht zelf ook in", capitalise(f"{namen.the_roles(melden['ook_melden_bij'])}.") if melden.get("ook_melden_bij") else ""),
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
    return naam, str(kanaal.get("adres", "")), capitalise(tijden), " ".join(deel for deel in (voorkeur, sentence(str(kanaal.get("toelichting", "")))) if deel)


def _leave(verlof: Feiten, namen: Namen) -> Iterator[Blok]:
    soort = namen.word(str(verlof.get("soort", "verlof")), "verlofsoort")
    titel = str(verlof.get("omschrijving", "")) or soort
    yield heading(4, capitalise(titel if "verlof" in titel.lower() else f"verlof: {titel}"))
    yield from definitions(
        said("Soort verlof", capitalise(f"{soort}.") if "omschrijving" in verlof and "soort" in verlof else ""),
        ("Waarvoor", listed(namen, verlof.get("redenen", ()), "verlofreden")),
        ("Aanvragen", _request(verlof, namen)),
        ("Bewijs", line_of(verlof, "bewijs")),
        said("Wie beslist", *_decides(verlof, namen)),
        ("Voorwaarden", listed(namen, verlof.get("voorwaarden", ()), "verlofvoorwaarde")),
        ("Niet eens met het besluit", prose_of(verlof, "bezwaar", onder=4)),
        ("Toelichting", prose_of(verlof, "toelichting", onder=4)),
    )


def _request(verlof: Feiten, namen: Namen) -> tuple[Blok, ...]:
    delen = [_AANVRAGEN.get(str(verlof.get("aanvragen", "")), "")]
    if "aanvraagtermijn" in verlof:
        delen.append(f"minstens {quantity_nl(verlof['aanvraagtermijn'])} van tevoren")
    if "via" in verlof:
        delen.append(f"bij {namen.the_role(verlof['via'])}")
    zin = sentence(" ".join(deel for deel in delen if deel))
    formulier = f"Gebruik het formulier “{continued(str(verlof['formulier']))}”." if "formulier" in verlof else ""
    regel = t(" ".join(deel for deel in (zin, formulier) if deel))
    if "formulier_url" in verlof:
        regel = (*regel, *t(" "), *link("Naar het formulier", verlof["formulier_url"]), *t("."))
    return (Alinea(regel),) if zin or formulier or "formulier_url" in verlof else ()


def _decides(verlof: Feiten, namen: Namen) -> Iterator[str]:
    grens = quantity_nl(verlof["grens"]) if "grens" in verlof else ""
    if "beslist" in verlof:
        yield capitalise(f"{namen.the_role(verlof['beslist'])}{f', tot en met {grens}' if grens else ''}.")
    elif grens:
        yield f"Er geldt een grens van {grens}."
    if "boven_grens" in verlof:
        yield f"{'Duurt het langer' if grens else 'Bij langer verlof'}, dan beslist {namen.the_role(verlof['boven_grens'])}."
    if "besluittermijn" in verlof:
        yield f"U hoort het besluit binnen {quantity_nl(verlof['besluittermijn'])}."


# ---- Element 5 ------------------------------------------------------------------------------------------------------


def lesson_check(feiten: Feiten, namen: Namen) -> Iterator[Blok]:
    """Yield how attendance is checked in the lesson (element 5)."""
    wie = namen.the_role(feiten["wie"]) if "wie" in feiten else "de school"
    te_laat: Feiten = feiten.get("te_laat", {})
    vast = words_in(namen, feiten, "legt_vast", "legt_vast")
    yield from bullets(
        sentence(f"{wie} controleert {_MOMENT.get(str(feiten['moment']), '')} wie er is") if "moment" in feiten else (sentence(f"{wie} controleert wie er is") if "wie" in feiten else ""),
        f"Binnen {quantity_nl(feiten['uiterlijk'])} na het begin is dat vastgelegd." if "uiterlijk" in feiten else "",
        f"Vastgelegd wordt of de {namen.leerling} {' of '.join(vast.rsplit(' en ', 1))} is." if vast else "",
        f"Vanaf {quantity_nl(te_laat['vanaf'])} na het begin is een {namen.leerling} te laat." if "vanaf" in te_laat else "",
        f"Vanaf {quantity_nl(te_laat['afwezig_vanaf'])} na het begin telt het hele lesuur als afwezig." if "afwezig_vanaf" in te_laat else "",
        sentence(str(te_laat.get("toelichting", ""))),
    )
    yield from definitions(("Uit de les gestuurd", prose_of(feiten, "uit_de_les_gestuurd", onder=4)))


# ---- Element 6 ------------------------------------------------------------------------------------------------------


def daily_check(feiten: Feiten, namen: Namen) -> Iterator[Blok]:
    """Yield the daily check and the phone calls (element 6)."""
    koppelt = words_in(namen, feiten, "koppelt", "koppeling")
    frequentie = rhythm_nl(str(feiten["frequentie"])) if "frequentie" in feiten else ""
    if frequentie or koppelt:
        yield from bullets(sentence(f"{frequentie} legt de school {koppelt or 'haar gegevens'} naast elkaar".strip() if frequentie else f"de school legt {koppelt} naast elkaar"))
    yield from definitions(
        said("Niets vastgelegd in de les", _missing_check(feiten.get("geen_controle_door_docent", {}), namen)),
        said("Afwezig zonder bericht", *_no_reason(feiten.get("afwezig_zonder_reden", {}), namen)),
        said("De reden blijft onbekend", *_unknown(feiten.get("registratie_niet_op_orde", {}), namen)),
    )
    nabellen: Feiten = feiten.get("nabellen", {})
    yield from with_heading(3, "Nabellen", _calls(nabellen, namen), "nabellen")


def _missing_check(feiten: Feiten, namen: Namen) -> str:
    if not feiten:
        return ""
    wie = namen.the_role(feiten["wie"]) if "wie" in feiten else "de school"
    wat = continued(str(feiten.get("actie", "komt in actie")))
    binnen = f", binnen {quantity_nl(feiten['termijn'])}" if "termijn" in feiten else ""
    return sentence(f"{wie} {wat}{binnen}")


def _no_reason(feiten: Feiten, namen: Namen) -> Iterator[str]:
    if not feiten:
        return
    wie = namen.the_role(feiten["wie"]) if "wie" in feiten else "de school"
    binnen = f" binnen {quantity_nl(feiten['termijn'])}" if "termijn" in feiten else ""
    met = f" met {namen.the_roles(feiten['contact_met'])}" if feiten.get("contact_met") else ""
    yield sentence(f"{wie} neemt{binnen} contact op{met}")
    if "voorlopige_categorie" in feiten:
        yield f"Tot die tijd staat de afwezigheid geregistreerd als: {namen.word(feiten['voorlopige_categorie'], 'categorie')}."


def _unknown(feiten: Feiten, namen: Namen) -> Iterator[str]:
    wie = namen.the_role(feiten["wie"]) if "wie" in feiten else "de school"
    if feiten.get("spreekt"):
        yield sentence(f"{wie} spreekt {namen.the_roles(feiten['spreekt'])} aan")
    elif "wie" in feiten:
        yield sentence(f"{wie} pakt dit op")
    if "voorlopige_categorie" in feiten:
        yield f"De afwezigheid blijft geregistreerd als: {namen.word(feiten['voorlopige_categorie'], 'categorie')}."
    mt = namen.the_role("mt")
    benadert = f" en benadert {namen.the_roles(feiten['mt_benadert'])}" if feiten.get("mt_benadert") else ""
    if "naar_mt_na" in feiten:
        yield f"Na {quantity_nl(feiten['naar_mt_na'])} neemt {mt} het over{benadert}."
    elif benadert:
        yield sentence(f"{mt}{benadert.removeprefix(' en')}")


def _calls(feiten: Feiten, namen: Namen) -> Iterator[Blok]:
    wie = namen.the_role(feiten["wie"]) if "wie" in feiten else "de school"
    tijd = f" vanaf {time_nl(feiten['tijdstip'])}" if "tijdstip" in feiten else ""
    yield from bullets(
        sentence(f"{wie} belt{tijd} naar huis als een {namen.leerling} zonder bericht afwezig is") if "wie" in feiten or tijd else "",
        f"De school probeert het {times(feiten['pogingen'])}." if "pogingen" in feiten else "",
        yes_no(feiten, "tweede_nummer", "Neemt niemand op, dan belt de school ook het tweede nummer.", "De school belt alleen het eerste nummer."),
    )
    yield from definitions(("Als niemand wordt bereikt", prose_of(feiten, "als_niemand_bereikt", onder=4)))


# ---- Element 7 ------------------------------------------------------------------------------------------------------


def analysis(feiten: Feiten, namen: Namen) -> Iterator[Blok]:
    """Yield how the school looks for patterns (element 7)."""
    rijen = [
        (
            capitalise(f"per {namen.word(ritme['niveau'], 'niveau')}") if "niveau" in ritme else "Analyse",
            capitalise(rhythm_nl(str(ritme["elke"]))) if "elke" in ritme else "",
            capitalise(namen.role(ritme["wie"])) if "wie" in ritme else "",
        )
        for ritme in feiten.get("ritme", ())
    ]
    yield from table("Wie de afwezigheid bekijkt, en hoe vaak", ("Analyse", "Hoe vaak", "Wie"), rijen)
    soorten = enumerate_nl(f"{soort}e" for soort in feiten.get("soorten_samen", ()))
    maten, patronen = words_in(namen, feiten, "maten", "maat"), words_in(namen, feiten, "patronen", "patroon")
    yield from bullets(
        f"Wij bekijken {soorten} afwezigheid samen." if soorten else "",
        f"Wij meten: {maten}." if maten else "",
        f"Wij kijken wat opvalt: {patronen}." if patronen else "",
        yes_no(feiten, "systeemsignalen", "Het leerlingvolgsysteem waarschuwt zelf als een grens is bereikt.", "Het leerlingvolgsysteem waarschuwt niet zelf; wij kijken het na."),
    )
    yield from definitions(("Zorgelijke afwezigheid", prose_of(feiten, "zorgelijk", onder=4)))
    yield from with_heading(3, "De vragen die wij bij de cijfers stellen", lines(feiten.get("vragen", ())))
