"""Elementen 14 tot en met 16: monitoring en evaluatie, bescherming van gegevens, verantwoording en reflectie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beleidscheck.document.beleid_delen import Feiten, bullets, definitions, listed, prose_of, said, yes_no
from beleidscheck.document.blokken import Alinea
from beleidscheck.document.proza import parse_line
from beleidscheck.document.taal import quantity_nl, rhythm_nl, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beleidscheck.document.blokken import Blok
    from beleidscheck.document.namen import Namen


def monitoring(feiten: Feiten, namen: Namen) -> Iterator[Blok]:
    """Yield how the school sees whether the policy is carried out and works (element 14)."""
    naleving: Feiten = feiten.get("naleving", {})
    plannen: Feiten = feiten.get("plannen_van_aanpak", {})
    hoe = (Alinea(parse_line(sentence(str(naleving["hoe"])))),) if "hoe" in naleving else ()
    yield from definitions(
        ("Doen wij wat wij opschrijven?", (*said("", _turn(naleving, "gaat na of het beleid wordt nageleefd", namen))[1], *hoe)),
        said("Werkt het?", *_adjust(feiten.get("effectiviteit", {}), "bekijkt of het beleid werkt", "het beleid", namen)),
        (
            "Helpen de plannen van aanpak?",
            (
                *said("", _turn(plannen, "evalueert de plannen van aanpak", namen))[1],
                *listed(namen, plannen.get("vragen", ()), "evaluatievraag"),
            ),
        ),
    )


def protection(feiten: Feiten, namen: Namen) -> Iterator[Blok]:
    """Yield how personal data are protected (element 15)."""
    yield from definitions(
        said(
            "Naleving van de privacywet (AVG)",
            _turn(feiten.get("naleving_avg", {}), "toetst of de school zich aan de AVG houdt", namen),
        ),
        said(
            "Beveiliging",
            *_adjust(feiten.get("beveiliging", {}), "evalueert de beveiliging van gegevens", "de beveiliging", namen),
        ),
        said(
            "Bewaartermijn",
            f"De school bewaart deze gegevens {quantity_nl(feiten['bewaartermijn'])}." if "bewaartermijn" in feiten else "",
        ),
        ("Een klacht of vraag over privacy", prose_of(feiten, "klachtroute", onder=4)),
        ("Overdracht van gegevens", prose_of(feiten, "overdracht", onder=4)),
    )


def accountability(feiten: Feiten, namen: Namen) -> Iterator[Blok]:
    """Yield to whom the school accounts and what it learns (element 16)."""
    verantwoording: Feiten = feiten.get("verantwoording", {})
    reflectie: Feiten = feiten.get("reflectie", {})
    levering: Feiten = feiten.get("levering_duo", {})
    aan = f" aan {namen.the_roles(verantwoording['aan'])}" if verantwoording.get("aan") else ""
    elke = f" {rhythm_nl(verantwoording['elke'])}" if "elke" in verantwoording else ""
    niveau = f" op het niveau van de {namen.word(levering['niveau'], 'niveau')}" if "niveau" in levering else ""
    yield from definitions(
        (
            "Verantwoording",
            (
                *said("", f"De school legt{elke} verantwoording af{aan}." if aan or elke else "")[1],
                *listed(namen, verantwoording.get("over", ()), "verantwoordingsonderwerp"),
            ),
        ),
        (
            "Reflectie",
            (
                *said("", f"De school kijkt {rhythm_nl(reflectie['elke'])} terug." if "elke" in reflectie else "")[1],
                *listed(namen, reflectie.get("over", ()), "reflectieonderwerp"),
            ),
        ),
    )
    yield from bullets(
        yes_no(
            levering,
            "geaggregeerd",
            f"Aan DUO levert de school alleen opgetelde gegevens{niveau}.",
            f"Aan DUO levert de school gegevens per {namen.leerling}{niveau}.",
        )
        or (f"Aan DUO levert de school gegevens{niveau}." if niveau else "")
    )


def _turn(feiten: Feiten, doet: str, namen: Namen) -> str:
    """Return who does something how often, as a sentence."""
    if not feiten:
        return ""
    wie = namen.the_role(feiten["wie"]) if "wie" in feiten else "de school"
    woord, _, rest = doet.partition(" ")
    elke = f" {rhythm_nl(feiten['elke'])}" if "elke" in feiten else ""
    return sentence(f"{wie} {woord}{elke} {rest}") if "wie" in feiten or elke else ""


def _adjust(feiten: Feiten, doet: str, wat: str, namen: Namen) -> Iterator[str]:
    yield _turn(feiten, doet, namen)
    yield yes_no(feiten, "bijstellen", f"Als het nodig is, stelt de school {wat} bij.", f"De school stelt {wat} daarna niet bij.")
