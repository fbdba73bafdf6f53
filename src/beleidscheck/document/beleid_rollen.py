"""Elementen 8, 10 en 11: wie aanwezigheid stimuleert, hoe medewerkers worden toegerust, en hoe ouders en leerlingen meedoen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from beleidscheck.document.beleid_delen import (
    Feiten,
    bullets,
    definitions,
    listed,
    prose_of,
    table,
    with_heading,
    words_in,
    yes_no,
)
from beleidscheck.document.taal import capitalise, figure, times

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beleidscheck.document.blokken import Blok
    from beleidscheck.document.namen import Namen

_CONTACT: Final = {
    "direct": "Is een {leerling} afwezig, dan neemt de school meteen contact op.",
    "zelfde_dag": "Is een {leerling} afwezig, dan neemt de school dezelfde dag contact op.",
    "wekelijks": "Is een {leerling} afwezig, dan neemt de school binnen een week contact op.",
    "geen": "Er is geen vaste afspraak over contact bij afwezigheid.",
}


def stimulating_roles(feiten: Feiten, namen: Namen) -> Iterator[Blok]:
    """Yield who stimulates attendance and how (element 8)."""
    team = namen.the_roles(feiten.get("schoolaanwezigheidsteam", ()))
    yield from bullets(
        yes_no(
            feiten,
            "iedereen_draagt_bij",
            "Iedereen die op school werkt, draagt bij aan de aanwezigheid.",
            "Niet iedereen die op school werkt, heeft hierin een taak.",
        ),
        f"In het schoolaanwezigheidsteam zitten {team}." if team else "",
    )
    yield from definitions(
        ("Wat de school doet", listed(namen, feiten.get("maatregelen", ()), "maatregel")),
        ("Waar wij op bouwen", listed(namen, feiten.get("succesfactoren", ()), "succesfactor")),
    )


def equipment(feiten: Feiten, namen: Namen) -> Iterator[Blok]:
    """Yield hours, training and support for staff (element 10)."""
    uren = [
        (
            capitalise(namen.role(toedeling["rol"])) if "rol" in toedeling else "Niet toegewezen",
            f"{figure(toedeling['uren_per_jaar'])} uur" if "uren_per_jaar" in toedeling else "",
        )
        for toedeling in feiten.get("uren", ())
    ]
    yield from with_heading(
        3, "Tijd", table("Uren per schooljaar voor taken rond aanwezigheid", ("Wie", "Uren per schooljaar"), uren)
    )
    scholing = [
        (
            capitalise(namen.word(str(deel.get("onderwerp", "scholing")), "scholingsonderwerp")),
            capitalise(namen.groups(deel.get("doelgroep", ()))),
        )
        for deel in feiten.get("scholing", ())
    ]
    yield from with_heading(3, "Scholing", table("Scholing voor medewerkers", ("Onderwerp", "Voor wie"), scholing))
    yield from definitions(("Ondersteuning voor medewerkers", listed(namen, feiten.get("ondersteuning", ()), "ondersteuning")))


def involvement(feiten: Feiten, namen: Namen) -> Iterator[Blok]:
    """Yield how parents and pupils take part (element 11)."""
    gesprekken: Feiten = feiten.get("driehoeksgesprekken", {})
    aantal = f"{times(gesprekken['per_jaar'])} per schooljaar " if "per_jaar" in gesprekken else ""
    open_met = namen.word(str(gesprekken.get("openen_met", "")), "gespreksopening")
    samen = f"{namen.leerling}, ouders en school"
    met = namen.groups(feiten.get("evaluatie_aanpak_met", ()))
    yield from bullets(
        _CONTACT.get(str(feiten.get("contact_bij_afwezigheid", "")), "").format(leerling=namen.leerling),
        yes_no(
            feiten,
            "ouders_volgen_aanwezigheid",
            "Ouders kunnen de registratie van aanwezigheid zelf inzien.",
            "Ouders kunnen de registratie van aanwezigheid niet zelf inzien.",
        ),
        f"Wij voeren {aantal}een gesprek met {samen} samen." if gesprekken else "",
        f"Dat gesprek begint met {open_met}." if open_met else "",
        f"Wij evalueren onze aanpak met {met}." if met else "",
    )
    yield from definitions(("Contact voordat er iets misgaat", prose_of(feiten, "preventief_contact", onder=4)))
    inspraak: Feiten = feiten.get("medezeggenschap", {})
    raden = [(capitalise(namen.role(raad)), capitalise(words_in(namen, inspraak, raad, "inspraak"))) for raad in inspraak]
    yield from with_heading(
        3, "Meedenken en meebeslissen", table("Wat elke raad bij dit beleid doet", ("Raad", "Wat die doet"), raden)
    )
