"""Wat om de zestien elementen heen staat: over dit document, medezeggenschap, afwijkingen, contacten en verklaringen."""

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
    yes_no,
)
from beleidscheck.document.blokken import Alinea, Link, Noot, p, t
from beleidscheck.document.taal import capitalise, continued, date_nl, enumerate_nl, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from beleidscheck.document.blokken import Blok, Regel
    from beleidscheck.document.namen import Namen


def about_document(feiten: Feiten, namen: Namen, kadernamen: Mapping[str, str]) -> Iterator[Blok]:
    """Yield what this document is, what it follows and who keeps it up to date."""
    beleid: Feiten = feiten.get("beleid", {})
    hoofdterm = namen.word(str(feiten.get("begrippen", {}).get("hoofdterm", "")), "hoofdterm")
    yield from bullets(
        "Dit is ook het verzuimbeleid van de school.",
        f"In dit document spreken wij van {hoofdterm}." if hoofdterm else "",
        f"Dit beleid volgt: {enumerate_nl(f'{kadernamen[ref]} ({ref})' if ref in kadernamen else ref for ref in feiten.get('kaders', ()))}.",
        f"Het vervangt: {sentence(str(beleid['vervangt']))[:1].lower()}{sentence(str(beleid['vervangt']))[1:]}"
        if "vervangt" in beleid
        else "",
    )
    yield from definitions(
        ("Hangt samen met", listed(namen, beleid.get("samenhang", ()), "samenhang")),
        ("Onderhoud", prose_of(beleid, "onderhoud", onder=4)),
    )


def about_school(school: Feiten, namen: Namen) -> Iterator[Blok]:
    """Yield the facts about the school."""
    url = school.get("website")
    yield from definitions(
        said("Soort onderwijs", capitalise(f"{namen.word(str(school['sector']), 'sector')}.") if "sector" in school else ""),
        said("Onderwijssoorten", sentence(enumerate_nl(str(soort) for soort in school.get("onderwijssoorten", ())))),
        said("Locaties", sentence(enumerate_nl(continued(str(plek)) for plek in school.get("locaties", ())))),
        said("Gemeente", sentence(str(school.get("gemeente", "")))),
        said("Regio", capitalise(f"{namen.word(str(school['regio']), 'regio')}.") if "regio" in school else ""),
        said("BRIN-nummer", str(school.get("brin", ""))),
        said(f"Aantal {namen.leerlingen}", f"Ongeveer {school['aantal_leerlingen']}." if "aantal_leerlingen" in school else ""),
        said(
            "Meerderjarig",
            yes_no(
                school,
                "leerlingen_18plus",
                f"Op school zijn ook {namen.leerlingen} van 18 jaar of ouder.",
                f"Op school zijn geen {namen.leerlingen} van 18 jaar of ouder.",
            ),
        ),
        said("Een lesuur duurt", f"{school['lesuur_minuten']} minuten." if "lesuur_minuten" in school else ""),
        ("Website", (Alinea(url_line(str(url))),) if url else ()),
    )


def adults(feiten: Feiten, namen: Namen) -> Iterator[Blok]:
    """Yield what differs for pupils of 18 and older."""
    ouders = continued(str(feiten.get("ouders_betrokken", "")))
    yield from bullets(
        sentence(f"{namen.the_role(feiten['melder'])} meldt de afwezigheid") if "melder" in feiten else "",
        f"Ouders worden betrokken: {ouders}." if ouders else "",
        f"De school meldt bij {namen.the_role(feiten['ketenpartner'])}." if "ketenpartner" in feiten else "",
        f"Voor hulp geldt: {continued(str(feiten['zorgkader']))}." if "zorgkader" in feiten else "",
    )
    yield from prose_of(feiten, "toelichting")


def participation(rij: list[Feiten], namen: Namen) -> Iterator[Blok]:
    """Yield what was put to the councils and what came of it."""
    rijen = [
        (
            capitalise(namen.word(str(deel.get("onderdeel", "onderdeel")), "mr_onderdeel")),
            capitalise(namen.word(str(deel["geleding"]), "geleding")) if "geleding" in deel else "",
            capitalise(namen.word(str(deel["recht"]), "mr_recht")) if "recht" in deel else "",
            date_nl(deel["datum"]) if "datum" in deel else "",
            capitalise(namen.word(str(deel["uitkomst"]), "uitkomst")) if "uitkomst" in deel else "",
            line_of(deel, "toelichting"),
        )
        for deel in rij
    ]
    yield from table(
        "Wat aan de medezeggenschap is voorgelegd", ("Onderdeel", "Aan wie", "Recht", "Datum", "Uitkomst", "Toelichting"), rijen
    )


def deviations(rij: list[Feiten], namen: Namen, titels: Mapping[str, str]) -> Iterator[Blok]:
    """Yield the norms from which the school deviates on purpose: why, who decided, until when, and what it does instead."""
    for deel in rij:
        norm = str(deel.get("norm", ""))
        titel = f"{titels[norm]} ({norm})" if norm in titels else norm
        besluit = " ".join(
            stuk
            for stuk in (
                f"Besloten door {namen.the_role(deel['besloten_door'])}" if "besloten_door" in deel else "",
                f"{'op' if 'besloten_door' in deel else 'Besloten op'} {date_nl(deel['besloten_op'])}"
                if "besloten_op" in deel
                else "",
            )
            if stuk
        )
        tot = (
            f"De afwijking geldt tot en met {date_nl(deel['tot'])}."
            if "tot" in deel
            else "De afwijking geldt tot het einde van het schooljaar."
        )
        blokken = tuple(
            definitions(
                ("Waarom", prose_of(deel, "reden", onder=4)),
                ("Wat de school in plaats daarvan doet", prose_of(deel, "maatregel", onder=4)),
                said("Besluit", sentence(besluit), tot),
            )
        )
        yield Noot("let_op", f"afwijking van {titel}" if titel else "afwijking", blokken)


def contacts(rij: list[Feiten], namen: Namen) -> Iterator[Blok]:
    """Yield where parents and pupils can turn to."""
    rijen = [(_contact_name(deel, namen), tuple(_ways(deel)), line_of(deel, "bereikbaar")) for deel in rij]
    yield from table("Waar u terechtkunt met vragen", ("Wie", "Contact", "Bereikbaar"), rijen)


def _contact_name(deel: Feiten, namen: Namen) -> tuple[Blok, ...] | str:
    functie = capitalise(continued(str(deel.get("functie", ""))))
    rol = capitalise(namen.role(str(deel["rol"]))) if "rol" in deel else ""
    if functie and rol and functie.casefold() != rol.casefold():
        return (p(functie), Alinea(t(rol), "klein"))
    return functie or rol or "Contact"


def _ways(deel: Feiten) -> Iterator[Blok]:
    if "telefoon" in deel:
        nummer = str(deel["telefoon"])
        yield Alinea((Link(t(nummer), "tel:" + "".join(teken for teken in nummer if teken in "+0123456789")),))
    if "email" in deel:
        yield Alinea((Link(t(str(deel["email"])), f"mailto:{deel['email']}"),))
    if "url" in deel:
        regel: Regel = url_line(str(deel["url"]))
        yield Alinea(regel)


def statements(rij: list[Feiten], namen: Namen) -> Iterator[Blok]:
    """Yield what the school declares."""
    rijen = [
        (
            sentence(namen.word(str(deel.get("onderwerp", "verklaring")), "verklaring")),
            capitalise(namen.role(str(deel["door"]))) if "door" in deel else "",
            date_nl(deel["op"]) if "op" in deel else "",
            line_of(deel, "toelichting"),
        )
        for deel in rij
    ]
    yield from table("Wat de school verklaart", ("Verklaring", "Door", "Datum", "Toelichting"), rijen)
