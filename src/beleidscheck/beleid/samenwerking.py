"""Elementen 12 en 13: samenwerken met partners, en beleid voor langdurig afwezige leerlingen."""

from __future__ import annotations

from beleidscheck.beleid.basis import JaNee, MaandDag, Model, Proza, Ritme, Rol, Url, Zin, veld
from beleidscheck.beleid.element import Element
from beleidscheck.beleid.keuzes import (
    Aanleiding,
    Casusafspraak,
    Gegevensvorm,
    Na18,
    NaAfwijzing,
    NaToekenning,
    Schoolinbreng,
    Toestemming,
    Voorziening,
)


class Partner(Model):
    """Een partner buiten de school: wat die doet en wanneer de school hem betrekt."""

    rol: Rol | None = veld("Partner", "Welke partner.", "jeugdarts")
    taak: Zin | None = veld("Taak", "Wat de partner doet.", "consult en advies")
    contact: Zin | None = veld(
        "Contact", "Hoe de school de partner bereikt; een functie of team, geen persoon.", "JGZ-team van de GGD"
    )
    url: Url | None = veld("Link", "Het internetadres van de partner.")
    betrekken_als: list[Aanleiding] | None = veld("Betrekken als", "Bij welke signalen of aanleidingen.")
    niet_als: Aanleiding | None = veld("Niet als", "Wanneer juist niet.")


class GeneriekeAfspraken(Model):
    """Afspraken die altijd gelden, los van één leerling."""

    periodiek_overleg: Ritme | None = veld("Overleg", "Hoe vaak er overleg is.", "4 keer per jaar")
    terugkoppeling: Zin | None = veld(
        "Terugkoppeling", "Hoe en hoe snel partijen elkaar terugkoppelen.", "binnen vijf schooldagen"
    )
    kennismaking: Zin | None = veld("Kennismaking", "Wanneer partijen kennismaken.", "bij elk nieuw gezicht")
    contactgegevens: Zin | None = veld("Contactgegevens", "Waar de contactgegevens staan.")
    evaluatie: Ritme | None = veld("Evaluatie", "Hoe vaak de samenwerking wordt geëvalueerd.", "2 jaar")


class Gegevensdeling(Model):
    """Afspraken over het delen van gegevens."""

    afspraken: Zin | None = veld("Afspraken", "Hoe de afspraken zijn vastgelegd.", "schriftelijk met elke partner")
    grondslag: Zin | None = veld("Grondslag", "Op welke grond gegevens worden gedeeld.", "benoemd per partner")
    toestemming_nodig_voor: list[Toestemming] | None = veld(
        "Toestemming nodig voor", "Waarvoor toestemming van ouder of leerling nodig is."
    )
    naar_swv: Gegevensvorm | None = veld(
        "Naar het samenwerkingsverband", "In welke vorm gegevens naar het samenwerkingsverband gaan."
    )
    naar_gemeente: Gegevensvorm | None = veld("Naar de gemeente", "In welke vorm gegevens naar de gemeente gaan.")


class Samenwerking(Element):
    """Element 12: samenwerken met partners buiten de school."""

    partners: list[Partner] | None = veld("Partners", "De partners buiten de school.")
    generieke_afspraken: GeneriekeAfspraken | None = veld("Algemene afspraken", "Afspraken die altijd gelden.")
    casusafspraken: list[Casusafspraak] | None = veld("Afspraken per leerling", "Wat bij één leerling wordt afgesproken.")
    gegevensdeling: Gegevensdeling | None = veld("Gegevens delen", "Afspraken over het delen van gegevens.")


class ContactThuiszitter(Model):
    """Het contact met een leerling die thuiszit."""

    wie: Rol | None = veld("Wie", "Wie contact houdt.", "mentor")
    elke: Ritme | None = veld("Elke", "Hoe vaak.", "1 week")


class Vrijstelling(Model):
    """Hoe de school handelt bij een vrijstelling van de leerplicht om lichamelijke of psychische redenen."""

    aanvraag_door: Rol | None = veld("Aanvraag door", "Wie de vrijstelling aanvraagt.", "ouder")
    via: Rol | None = veld("Via", "Bij wie de aanvraag loopt.", "leerplichtambtenaar")
    uiterlijk: MaandDag | None = veld("Uiterlijk", "Vóór welke dag, als maand en dag.", "07-01")
    elk_schooljaar_opnieuw: JaNee | None = veld("Elk schooljaar opnieuw", "Of de aanvraag elk jaar opnieuw moet.")
    oordeel_door: Rol | None = veld(
        "Oordeel door", "Welke arts oordeelt; nooit de jeugdarts van de school.", "onafhankelijke_ggd_arts"
    )
    opp_verplicht: JaNee | None = veld("Ontwikkelingsperspectief verplicht", "Of er een ontwikkelingsperspectief moet zijn.")
    school_levert: list[Schoolinbreng] | None = veld("De school levert", "Wat de school aanlevert.")
    zo_kort_mogelijk: JaNee | None = veld("Zo kort mogelijk", "Of de vrijstelling zo kort mogelijk duurt.")
    na_toekenning: list[NaToekenning] | None = veld("Na toekenning", "Wat de school daarna doet.")
    na_afwijzing: list[NaAfwijzing] | None = veld("Na afwijzing", "Wat de school daarna doet.")
    terugkeer: Proza | None = veld("Terugkeer", "Hoe de terugkeer wordt besproken.")
    niet_bij_wachtlijst: JaNee | None = veld("Niet bij een wachtlijst", "Of een wachtlijst geen reden is voor een vrijstelling.")
    na_18: Na18 | None = veld("Na 18 jaar", "Wat er gebeurt als de leerling 18 wordt.")


class LangdurigAfwezig(Element):
    """Element 13: beleid voor leerlingen die langdurig of deels afwezig zijn."""

    voorzieningen: list[Voorziening] | None = veld("Voorzieningen", "Wat de school kan bieden.")
    afspraken_extern: Proza | None = veld("Afspraken met partners", "Welke afspraken er met partners zijn.")
    aangepast_aanbod: Proza | None = veld("Aangepast aanbod", "Hoe een aangepast aanbod tot stand komt.")
    contact_met_thuiszitter: ContactThuiszitter | None = veld("Contact met de leerling thuis", "Wie contact houdt en hoe vaak.")
    regie_tot_uitschrijving: JaNee | None = veld(
        "Regie tot uitschrijving", "Of de school de regie houdt zolang de leerling is ingeschreven."
    )
    perspectief_in_overleg_met: list[Rol] | None = veld(
        "Perspectief in overleg met", "Met wie het perspectief wordt besproken.", ["leerling"]
    )
    vrijstelling: Vrijstelling | None = veld("Vrijstelling", "Hoe de school handelt bij een vrijstelling.")
    verwijdering: Proza | None = veld("Verwijdering", "Wat de school doet bij verwijdering.")
