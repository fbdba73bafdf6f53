"""Hoe de school aanwezigheid en afwezigheid registreert: uitgangspunten, categorieën, eigen codes en redenen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beleidscheck.document.beleid_delen import (
    Feiten,
    bullets,
    definitions,
    line_of,
    listed,
    prose_of,
    table,
    with_heading,
    words_in,
    yes_no,
)
from beleidscheck.document.taal import capitalise, continued

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beleidscheck.document.blokken import Blok
    from beleidscheck.document.namen import Namen


def registration(feiten: Feiten, namen: Namen) -> Iterator[Blok]:
    """Yield the registration model of the school."""
    basis = namen.word(str(feiten.get("basis", "")), "roosterbasis")
    vooraf = words_in(namen, feiten, "vooraf_verwerkt", "roosterbijstelling")
    bronnen = words_in(namen, feiten, "bronnen", "registratiebron")
    invoer, rapportage = (
        namen.word(str(feiten.get(sleutel, "")), "teleenheid") for sleutel in ("invoer_eenheid", "rapportage_eenheid")
    )
    yield from bullets(
        f"De school legt dit vast in {continued(str(feiten['lvs']))}." if "lvs" in feiten else "",
        yes_no(
            feiten,
            "alle_afwezigheid",
            "Alle afwezigheid wordt vastgelegd, ook als er een geldige reden is.",
            "Niet alle afwezigheid wordt vastgelegd.",
        ),
        yes_no(feiten, "aanwezigheid_actief", "Ook de aanwezigheid wordt vastgelegd.", "Alleen de afwezigheid wordt vastgelegd."),
        f"Uitgangspunt is: {basis}." if basis else "",
        yes_no(
            feiten,
            "honderd_procent_op_rooster",
            f"Een {namen.leerling} die het eigen rooster volgt, is 100 procent aanwezig.",
            f"Ook een {namen.leerling} die het eigen rooster volgt, kan minder dan 100 procent aanwezig zijn.",
        ),
        f"Vooraf in het rooster verwerkt, en dus geen afwezigheid: {vooraf}." if vooraf else "",
        yes_no(
            feiten,
            "aparte_categorie_maatwerk",
            "Maatwerk is in de registratie apart te zien.",
            "Maatwerk is in de registratie niet apart te zien.",
        ),
        f"De registratie berust op: {bronnen}." if bronnen else "",
        f"Afwezigheid wordt ingevoerd per {invoer}." if invoer else "",
        f"Rapportages zijn per {rapportage}." if rapportage else "",
        yes_no(feiten, "omrekening_door_systeem", "Het systeem rekent zelf om.", "Het systeem rekent niet zelf om."),
    )
    yield from definitions(
        ("Soorten afwezigheid die wij onderscheiden", listed(namen, feiten.get("typologieen", ()), "typologie")),
        ("Een fout herstellen", prose_of(feiten, "correctie", onder=4)),
    )
    yield from with_heading(3, "Categorieën", _categories(feiten, namen), "categorieen")
    yield from with_heading(3, "Onze eigen codes", _codes(feiten, namen), "codes")
    yield from with_heading(3, "Redenen", _reasons(feiten, namen), "redenen")
    yield from prose_of(feiten, "toelichting")


def _categories(feiten: Feiten, namen: Namen) -> Iterator[Blok]:
    rijen = [
        (
            _word(categorie, "code", "categorie", namen, "Categorie"),
            _word(categorie, "groep", "groep", namen),
            listed(namen, categorie.get("omvat", ()), "categoriedeel"),
        )
        for categorie in feiten.get("categorieen", ())
    ]
    yield from table("De categorieën waarin wij registreren", ("Categorie", "Telt als", "Hieronder valt"), rijen)


def _codes(feiten: Feiten, namen: Namen) -> Iterator[Blok]:
    codes = [
        (
            str(code.get("code", "Code")),
            line_of(code, "betekenis"),
            _word(code, "valt_onder", "categorie", namen),
            _word(code, "groep", "groep", namen),
        )
        for code in feiten.get("eigen_codes", ())
    ]
    yield from table("De codes in ons leerlingvolgsysteem", ("Code", "Betekenis", "Valt onder", "Telt als"), codes)
    redenen = [
        (
            _word(reden, "code", "reden", namen, "Reden"),
            _word(reden, "valt_onder", "categorie", namen),
            line_of(reden, "doel"),
            yes_no(reden, "alleen_eigen_gebruik", "Alleen binnen de school", "Ook buiten de school"),
        )
        for reden in feiten.get("eigen_redenen", ())
    ]
    yield from table("Redenen die wij voor onszelf bijhouden", ("Reden", "Valt onder", "Waarvoor", "Gebruik"), redenen)


def _reasons(feiten: Feiten, namen: Namen) -> Iterator[Blok]:
    rijen = [
        (
            _word(reden, "reden", "reden", namen, "Reden"),
            _word(reden, "categorie", "groep", namen),
            _word(reden, "msa", "monitorreden", namen),
        )
        for reden in feiten.get("redenen", ())
    ]
    yield from table("Welke reden als geoorloofd of ongeoorloofd telt", ("Reden", "Telt als", "In de regionale monitor"), rijen)


def _word(feiten: Feiten, sleutel: str, soort: str, namen: Namen, leeg: str = "") -> str:
    return capitalise(namen.word(str(feiten[sleutel]), soort)) if sleutel in feiten else leeg
