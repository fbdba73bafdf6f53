"""Elementen 5 tot en met 7: controle in de les, de dagelijkse check met nabellen, en de periodieke analyse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from beleidscheck.document.beleid_delen import (
    Feiten,
    bullets,
    definitions,
    lines,
    prose_of,
    said,
    table,
    with_heading,
    words_in,
    yes_no,
)
from beleidscheck.document.taal import capitalise, continued, enumerate_nl, quantity_nl, rhythm_nl, sentence, time_nl, times

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beleidscheck.document.blokken import Blok
    from beleidscheck.document.namen import Namen

_MOMENT: Final = {
    "elke_les": "elke les",
    "elk_dagdeel": "elk dagdeel",
    "begin_van_de_dag": "aan het begin van de dag",
    "steekproef": "steekproefsgewijs",
}
#: Wat de school meet, waar het woord uit de lijst niet in de zin past.
_MATEN: Final = {"percentage": "welk percentage"}


# ---- Element 5 ------------------------------------------------------------------------------------------------------


def lesson_check(feiten: Feiten, namen: Namen) -> Iterator[Blok]:
    """Yield how attendance is checked in the lesson (element 5)."""
    wie = namen.the_role(feiten["wie"]) if "wie" in feiten else "de school"
    te_laat: Feiten = feiten.get("te_laat", {})
    vast = words_in(namen, feiten, "legt_vast", "legt_vast")
    yield from bullets(
        sentence(f"{wie} controleert {_MOMENT.get(str(feiten['moment']), '')} wie er is")
        if "moment" in feiten
        else (sentence(f"{wie} controleert wie er is") if "wie" in feiten else ""),
        f"Binnen {quantity_nl(feiten['uiterlijk'])} na het begin is dat vastgelegd." if "uiterlijk" in feiten else "",
        f"Vastgelegd wordt of de {namen.leerling} {' of '.join(vast.rsplit(' en ', 1))} is." if vast else "",
        f"Vanaf {quantity_nl(te_laat['vanaf'])} na het begin is een {namen.leerling} te laat." if "vanaf" in te_laat else "",
        f"Vanaf {quantity_nl(te_laat['afwezig_vanaf'])} na het begin telt het hele lesuur als afwezig."
        if "afwezig_vanaf" in te_laat
        else "",
        sentence(str(te_laat.get("toelichting", ""))),
    )
    yield from definitions(("Uit de les gestuurd", prose_of(feiten, "uit_de_les_gestuurd", onder=4)))


# ---- Element 6 ------------------------------------------------------------------------------------------------------


def daily_check(feiten: Feiten, namen: Namen) -> Iterator[Blok]:
    """Yield the daily check and the phone calls (element 6)."""
    koppelt = words_in(namen, feiten, "koppelt", "koppeling")
    frequentie = rhythm_nl(str(feiten["frequentie"])) if "frequentie" in feiten else ""
    if frequentie or koppelt:
        yield from bullets(
            sentence(
                f"{frequentie} legt de school {koppelt or 'haar gegevens'} naast elkaar".strip()
                if frequentie
                else f"de school legt {koppelt} naast elkaar"
            )
        )
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
        sentence(f"{wie} belt{tijd} naar huis als een {namen.leerling} zonder bericht afwezig is")
        if "wie" in feiten or tijd
        else "",
        f"De school probeert het {times(feiten['pogingen'])}." if "pogingen" in feiten else "",
        yes_no(
            feiten,
            "tweede_nummer",
            "Neemt niemand op, dan belt de school ook het tweede nummer.",
            "De school belt alleen het eerste nummer.",
        ),
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
    maten = enumerate_nl(_MATEN.get(maat, namen.word(maat, "maat")) for maat in feiten.get("maten", ()))
    patronen = words_in(namen, feiten, "patronen", "patroon")
    yield from bullets(
        f"Wij bekijken {soorten} afwezigheid samen." if soorten else "",
        f"Wij meten: {maten}." if maten else "",
        f"Wij kijken wat opvalt: {patronen}." if patronen else "",
        yes_no(
            feiten,
            "systeemsignalen",
            "Het leerlingvolgsysteem waarschuwt zelf als een grens is bereikt.",
            "Het leerlingvolgsysteem waarschuwt niet zelf; wij kijken het na.",
        ),
    )
    yield from definitions(("Zorgelijke afwezigheid", prose_of(feiten, "zorgelijk", onder=4)))
    yield from with_heading(3, "De vragen die wij bij de cijfers stellen", lines(feiten.get("vragen", ())))
