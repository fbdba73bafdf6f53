"""Elementen 12 en 13: samenwerking met partners, en leerlingen die langdurig afwezig zijn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beleidscheck.document.beleid_delen import (
    Feiten,
    bullets,
    definitions,
    line_of,
    listed,
    prose_of,
    said,
    table,
    url_line,
    with_heading,
    yes_no,
)
from beleidscheck.document.blokken import Alinea, p
from beleidscheck.document.proza import parse_line
from beleidscheck.document.taal import capitalise, month_day, rhythm_nl, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beleidscheck.document.blokken import Blok
    from beleidscheck.document.namen import Namen


def cooperation(feiten: Feiten, namen: Namen) -> Iterator[Blok]:
    """Yield the partners and the agreements with them (element 12)."""
    rijen = [
        (
            capitalise(namen.role(partner["rol"])) if "rol" in partner else "Partner",
            line_of(partner, "taak"),
            _when(partner, namen),
            _contact(partner),
        )
        for partner in feiten.get("partners", ())
    ]
    yield from with_heading(
        3,
        "Onze partners",
        table(
            "Partners buiten de school, wat zij doen en wanneer wij hen betrekken",
            ("Partner", "Wat de partner doet", "Wij betrekken deze partner bij", "Contact"),
            rijen,
        ),
        "partners",
    )
    afspraken: Feiten = feiten.get("generieke_afspraken", {})
    yield from with_heading(
        3,
        "Afspraken die altijd gelden",
        definitions(
            said("Overleg", sentence(rhythm_nl(str(afspraken.get("periodiek_overleg", ""))))),
            ("Terugkoppeling", line_of(afspraken, "terugkoppeling")),
            ("Kennismaking", line_of(afspraken, "kennismaking")),
            ("Contactgegevens", line_of(afspraken, "contactgegevens")),
            said("Evaluatie van de samenwerking", sentence(rhythm_nl(str(afspraken.get("evaluatie", ""))))),
            (f"Afspraken per {namen.leerling}", listed(namen, feiten.get("casusafspraken", ()), "casusafspraak")),
        ),
    )
    yield from with_heading(3, "Gegevens delen", _sharing(feiten.get("gegevensdeling", {}), namen))


def _when(partner: Feiten, namen: Namen) -> tuple[Blok, ...]:
    wel = listed(namen, partner.get("betrekken_als", ()), "aanleiding")
    if "niet_als" not in partner:
        return wel
    return (*wel, p(f"Niet als: {namen.word(partner['niet_als'], 'aanleiding')}."))


def _contact(partner: Feiten) -> tuple[Blok, ...]:
    contact = (Alinea(parse_line(capitalise(str(partner["contact"])))),) if "contact" in partner else ()
    url = (Alinea(url_line(partner["url"])),) if "url" in partner else ()
    return (*contact, *url)


def _sharing(feiten: Feiten, namen: Namen) -> Iterator[Blok]:
    yield from definitions(
        ("Afspraken", line_of(feiten, "afspraken")),
        ("Grondslag", line_of(feiten, "grondslag")),
        ("Toestemming nodig voor", listed(namen, feiten.get("toestemming_nodig_voor", ()), "toestemming")),
        said("Naar het samenwerkingsverband", sentence(namen.word(str(feiten.get("naar_swv", "")), "gegevensvorm"))),
        said("Naar de gemeente", sentence(namen.word(str(feiten.get("naar_gemeente", "")), "gegevensvorm"))),
    )


def long_absence(feiten: Feiten, namen: Namen) -> Iterator[Blok]:
    """Yield what the school does for pupils who are away for long (element 13)."""
    contact: Feiten = feiten.get("contact_met_thuiszitter", {})
    met = namen.the_roles(feiten.get("perspectief_in_overleg_met", ()))
    wie = namen.the_role(contact["wie"]) if "wie" in contact else "de school"
    yield from bullets(
        yes_no(
            feiten,
            "regie_tot_uitschrijving",
            f"Zolang de {namen.leerling} bij ons staat ingeschreven, houdt de school de regie.",
            f"De school houdt niet altijd de regie zolang de {namen.leerling} bij ons staat ingeschreven.",
        ),
        sentence(f"{wie} heeft {rhythm_nl(contact['elke'])} contact met een {namen.leerling} die thuiszit")
        if "elke" in contact
        else (sentence(f"{wie} houdt contact met een {namen.leerling} die thuiszit") if contact else ""),
        f"Over het perspectief overlegt de school met {met}." if met else "",
    )
    yield from definitions(
        ("Wat de school kan bieden", listed(namen, feiten.get("voorzieningen", ()), "voorziening")),
        ("Aangepast aanbod", prose_of(feiten, "aangepast_aanbod", onder=4)),
        ("Afspraken met partners", prose_of(feiten, "afspraken_extern", onder=4)),
        ("Verwijdering", prose_of(feiten, "verwijdering", onder=4)),
    )
    yield from with_heading(
        3, "Vrijstelling van de leerplicht", _exemption(feiten.get("vrijstelling", {}), namen), "vrijstelling"
    )


def _exemption(feiten: Feiten, namen: Namen) -> Iterator[Blok]:
    wie = namen.the_role(feiten["aanvraag_door"]) if "aanvraag_door" in feiten else ""
    via = f" via {namen.the_role(feiten['via'])}" if "via" in feiten else ""
    uiterlijk = f" vóór {month_day(feiten['uiterlijk'])}" if "uiterlijk" in feiten else ""
    aanvraag = (
        sentence(f"{wie} vraagt de vrijstelling{via} aan{uiterlijk}")
        if wie
        else (f"De aanvraag gaat{via}{uiterlijk}." if via or uiterlijk else "")
    )
    yield from bullets(
        aanvraag,
        yes_no(
            feiten,
            "elk_schooljaar_opnieuw",
            "De aanvraag moet elk schooljaar opnieuw.",
            "De aanvraag hoeft niet elk schooljaar opnieuw.",
        ),
        sentence(f"{namen.the_role(feiten['oordeel_door'])} oordeelt over de aanvraag") if "oordeel_door" in feiten else "",
        yes_no(
            feiten, "opp_verplicht", "Er moet een ontwikkelingsperspectief zijn.", "Een ontwikkelingsperspectief is niet nodig."
        ),
        yes_no(
            feiten,
            "zo_kort_mogelijk",
            "De vrijstelling duurt zo kort mogelijk.",
            "De vrijstelling hoeft niet zo kort mogelijk te duren.",
        ),
        yes_no(
            feiten,
            "niet_bij_wachtlijst",
            "Een wachtlijst is geen reden voor een vrijstelling.",
            "Ook bij een wachtlijst kan een vrijstelling worden gevraagd.",
        ),
    )
    yield from definitions(
        ("De school levert", listed(namen, feiten.get("school_levert", ()), "schoolinbreng")),
        ("Na toekenning", listed(namen, feiten.get("na_toekenning", ()), "na_toekenning")),
        ("Na afwijzing", listed(namen, feiten.get("na_afwijzing", ()), "na_afwijzing")),
        ("Terugkeer", prose_of(feiten, "terugkeer", onder=4)),
        said("Vanaf 18 jaar", sentence(namen.word(str(feiten.get("na_18", "")), "na_18"))),
    )
