"""Elementen 1 tot en met 3: visie en doelen, aanwezigheid stimuleren, en communicatie over het beleid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beleidscheck.document.beeld import Niveauvlak, niveaus_beeld
from beleidscheck.document.beleid_delen import (
    Feiten,
    definitions,
    line_of,
    lines,
    listed,
    paragraph,
    prose_of,
    said,
    table,
    with_heading,
    words_in,
)
from beleidscheck.document.taal import capitalise, date_nl, figure, quantity_nl, rhythm_nl
from beleidscheck.hoeveelheid import EENHEDEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beleidscheck.document.blokken import Blok
    from beleidscheck.document.namen import Namen

HEEL = 100


def vision(feiten: Feiten, namen: Namen) -> Iterator[Blok]:
    """Yield the vision and the goals (element 1)."""
    yield from prose_of(feiten, "visie", onder=2)
    if soorten := words_in(namen, feiten, "integrale_benadering", "benadering"):
        yield from paragraph(f"Onze aanpak gaat over elke soort afwezigheid: {soorten}.")
    doelen = [
        (
            line_of(doel, "doel") or "Doel",
            capitalise(namen.word(str(doel.get("indicator", "")), "indicator")),
            _target(doel, namen),
            date_nl(doel["peildatum"]) if "peildatum" in doel else "",
        )
        for doel in feiten.get("doelen", ())
    ]
    yield from with_heading(
        3, "Onze doelen", table("De doelen van dit beleid", ("Doel", "Wat wij meten", "Streefwaarde", "Peildatum"), doelen)
    )


def _target(doel: Feiten, namen: Namen) -> str:
    if "streefwaarde" not in doel:
        return namen.word(str(doel.get("eenheid", "")), "doeleenheid")
    getal, eenheid = doel["streefwaarde"], str(doel.get("eenheid", ""))
    meervoud = EENHEDEN[eenheid][2] if eenheid in EENHEDEN else {"leerling": namen.leerlingen}.get(eenheid, eenheid)
    enkel = {"leerling": namen.leerling}.get(eenheid, eenheid)
    return f"{figure(getal)} {enkel if getal == 1 else meervoud}".strip()


def stimulating(feiten: Feiten, namen: Namen) -> Iterator[Blok]:
    """Yield how the school stimulates attendance (element 2)."""
    voorwaarden: Feiten = feiten.get("voorwaarden", {})
    yield from with_heading(
        3,
        "Wat de school daarvoor doet",
        definitions(
            ("Goed onderwijs", prose_of(voorwaarden, "goed_onderwijs", onder=4)),
            ("Schoolklimaat", prose_of(voorwaarden, "schoolklimaat", onder=4)),
            ("Veiligheid", prose_of(voorwaarden, "veiligheid", onder=4)),
            ("Gezondheid", prose_of(voorwaarden, "gezondheid", onder=4)),
            ("Samen leren in het team", prose_of(feiten, "cultuuromslag", onder=4)),
            (f"{capitalise(namen.leerlingen)} die deels aanwezig zijn", prose_of(feiten, "deeltijd_aanwezig", onder=4)),
            ("Waar wij extra op letten", listed(namen, feiten.get("risicofactoren", ()), "risicofactor")),
            said("Kennismaking met ouders", _meeting(feiten.get("kennismaking_ouders", {}), namen)),
        ),
    )
    yield from with_heading(3, "Zo laten wij merken dat iemand gezien en gemist wordt", lines(feiten.get("actief_gedrag", ())))
    yield from with_heading(3, "De aanpak per niveau", _levels(feiten, namen), "niveaus")


def _meeting(kennismaking: Feiten, namen: Namen) -> str:
    if not kennismaking:
        return ""
    wanneer = f" binnen {quantity_nl(kennismaking['uiterlijk'])} na de start" if "uiterlijk" in kennismaking else ""
    nadruk = (
        f" Het gesprek gaat vooral over {namen.word(kennismaking['nadruk'], 'gespreksopening')}."
        if "nadruk" in kennismaking
        else ""
    )
    return f"Wij maken{wanneer} kennis met de ouders van nieuwe {namen.leerlingen}.{nadruk}"


def _levels(feiten: Feiten, namen: Namen) -> Iterator[Blok]:
    niveaus = sorted(feiten.get("niveaus", ()), key=lambda niveau: niveau.get("tier", HEEL))
    if "meetperiode" in feiten:
        yield from paragraph(f"Wij meten de aanwezigheid over een periode van {quantity_nl(feiten['meetperiode'])}.")
    if not niveaus:
        return
    vlakken = [
        Niveauvlak(_level_name(niveau), _range(niveau), words_in(namen, niveau, "aanpak", "aanpak"))
        for niveau in reversed(niveaus)
    ]
    yield niveaus_beeld("niveaus-beeld", "Onze aanpak in niveaus: hoe minder aanwezig, hoe intensiever", vlakken)
    rijen = [
        (
            _level_name(niveau),
            capitalise(_range(niveau)),
            listed(namen, niveau.get("aanpak", ()), "aanpak"),
            capitalise(namen.list_roles(niveau.get("betrokken", ()))),
        )
        for niveau in niveaus
    ]
    yield from table(
        "De niveaus: hoeveel aanwezigheid, welke aanpak en wie erbij betrokken zijn",
        ("Niveau", "Aanwezigheid", "Aanpak", "Betrokken"),
        rijen,
    )


def _level_name(niveau: Feiten) -> str:
    return f"Niveau {niveau['tier']}" if "tier" in niveau else "Niveau"


def _range(niveau: Feiten) -> str:
    van, tot = niveau.get("aanwezigheid_van"), niveau.get("aanwezigheid_tot")
    if van is None and tot is None:
        return ""
    if van is None or (van == 0 and tot is not None):
        return f"minder dan {figure(tot or 0)} procent aanwezig"
    if tot is None:
        return f"vanaf {figure(van)} procent aanwezig"
    return f"{figure(van)} {'tot en met' if tot == HEEL else 'tot'} {figure(tot)} procent aanwezig"


def communication(feiten: Feiten, namen: Namen) -> Iterator[Blok]:
    """Yield when and how the school speaks about the policy (element 3)."""
    rijen = [
        (
            capitalise(str(moment.get("wanneer", "Moment"))),
            capitalise(rhythm_nl(str(moment["herhaling"]))) if "herhaling" in moment else "",
            capitalise(namen.groups(moment.get("doelgroep", ()))),
            _form(moment, namen),
            listed(namen, moment.get("inhoud", ()), "inhoud"),
        )
        for moment in feiten.get("momenten", ())
    ]
    yield from table(
        "Wanneer de school over dit beleid vertelt, aan wie en hoe", ("Wanneer", "Hoe vaak", "Voor wie", "Hoe", "Waarover"), rijen
    )


def _form(moment: Feiten, namen: Namen) -> str:
    middel = capitalise(namen.word(str(moment.get("middel", "")), "middel"))
    vorm = namen.word(str(moment.get("vorm", "")), "vorm")
    return f"{middel} ({vorm})" if middel and vorm else middel or capitalise(vorm)
