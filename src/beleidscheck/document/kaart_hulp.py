"""Bij wie een ouder of leerling terechtkan, welke hulp er is, en wat anders is vanaf 18 jaar, op een kaart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beleidscheck.document.beleid_delen import link, url_line, yes_no
from beleidscheck.document.beleid_slot import adults
from beleidscheck.document.blokken import Alinea, Link, Nadruk, t
from beleidscheck.document.kaart_delen import bulleted, lead
from beleidscheck.document.proza import parse_line
from beleidscheck.document.taal import capitalise, continued, date_nl, rhythm_nl, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beleidscheck.document.beleid_delen import Feiten
    from beleidscheck.document.blokken import Blok, Inline, Regel
    from beleidscheck.document.kaart_delen import Lezer, Stof
    from beleidscheck.document.namen import Namen


def contacts(stof: Stof, namen: Namen) -> Iterator[Blok]:
    """Yield where someone can turn to, as a list."""
    yield from bulleted(_contact(deel, namen) for deel in stof.feiten.get("contacten", ()))


def _contact(deel: Feiten, namen: Namen) -> Alinea:
    functie = continued(str(deel.get("functie", ""))) or (namen.role(str(deel["rol"])) if "rol" in deel else "contact")
    wegen: list[Regel] = []
    if "telefoon" in deel:
        nummer = str(deel["telefoon"])
        wegen.append((Link(t(nummer), "tel:" + "".join(teken for teken in nummer if teken in "+0123456789")),))
    if "email" in deel:
        wegen.append((Link(t(str(deel["email"])), f"mailto:{deel['email']}"),))
    if "url" in deel:
        wegen.append(url_line(str(deel["url"])))
    if bereikbaar := continued(str(deel.get("bereikbaar", ""))):
        wegen.append(parse_line(bereikbaar))
    achter: list[Inline] = []
    for nummer_, weg in enumerate(wegen):
        achter += [*t("; " if nummer_ else " "), *weg]
    return Alinea((Nadruk(t(f"{capitalise(functie)}{':' if wegen else ''}")), *achter, *t(".")))


def help_offered(stof: Stof, lezer: Lezer) -> Iterator[Blok]:
    """Yield which help there is: in the school, at long absence, and from partners."""
    stimuleren, langdurig = stof.block("rollen_stimuleren"), stof.block("langdurig_afwezig")
    thuis = stof.part("langdurig_afwezig", "contact_met_thuiszitter")
    regels = [
        *lead("In de school", sentence(lezer.words(stimuleren.get("maatregelen", ()), "maatregel"))),
        *lead(
            "Bij langere afwezigheid",
            sentence(lezer.words(langdurig.get("voorzieningen", ()), "voorziening")),
            _at_home(thuis, lezer),
        ),
        *(_partner(partner, lezer) for partner in stof.block("samenwerking").get("partners", ()) if "rol" in partner),
    ]
    yield from bulleted(regels)


def _at_home(thuis: Feiten, lezer: Lezer) -> str:
    if "wie" not in thuis or "elke" not in thuis:
        return ""
    met = lezer.the_roles(["leerling"])
    return sentence(f"{lezer.the_role(str(thuis['wie']))} heeft {rhythm_nl(str(thuis['elke']))} contact met {met}")


def _partner(partner: Feiten, namen: Namen) -> Alinea:
    naam, taak = capitalise(namen.role(str(partner["rol"]))), continued(str(partner.get("taak", "")))
    regel: Regel = (Nadruk(t(f"{naam}{':' if taak else ''}")),)
    if taak:
        regel = (*regel, *t(" "), *parse_line(taak))
    if url := str(partner.get("url", "")):
        regel = (*regel, *t(". "), *link("Website", url))
    return Alinea((*regel, *t(".")))


def from_eighteen(stof: Stof, lezer: Lezer) -> Iterator[Blok]:
    """Yield what differs for pupils of 18 and older."""
    feiten = stof.block("doelgroep_18plus")
    if lezer.vorm == "u":
        yield from adults({naam: waarde for naam, waarde in feiten.items() if naam != "toelichting"}, stof.namen)
        return
    melder = str(feiten.get("melder", ""))
    ouders = continued(str(feiten.get("ouders_betrokken", "")))
    zelf = "Je meldt zelf dat je er niet bent."
    if melder not in {"leerling", "leerling_18plus"}:
        zelf = sentence(f"{lezer.the_role(melder)} meldt dat je er niet bent") if melder else ""
    yield from bulleted(
        Alinea(t(zin))
        for zin in (
            zelf,
            f"Je ouders worden betrokken: {ouders}." if ouders else "",
            f"De school meldt bij {lezer.the_role(str(feiten['ketenpartner']))}." if "ketenpartner" in feiten else "",
        )
        if zin
    )


def seen_by(stof: Stof, lezer: Lezer) -> str:
    """Return whether parents can see the attendance; empty when the policy does not say."""
    wie = "U kunt" if lezer.vorm == "u" else "Je ouders kunnen"
    bij = f"{lezer.kind} er was" if lezer.vorm == "u" else "je er was"
    return yes_no(
        stof.block("betrokkenheid"),
        "ouders_volgen_aanwezigheid",
        f"{wie} zien wanneer {bij}.",
        f"{wie} de registratie niet zelf inzien.",
    )


def source_line(stof: Stof) -> Iterator[Blok]:
    """Yield of which policy this is a summary, and where the school can be found."""
    beleid, school = stof.block("beleid"), stof.block("school")
    versie = f", versie {beleid['versie']}" if "versie" in beleid else ""
    vanaf = f", geldt vanaf {date_nl(beleid['ingangsdatum'])}" if "ingangsdatum" in beleid else ""
    regel: Regel = t(f"Dit is een samenvatting van: {beleid['titel']}{versie}{vanaf}.")
    if website := str(school.get("website", "")):
        regel = (*regel, *t(" Website van de school: "), *url_line(website), *t("."))
    yield Alinea(regel)
