"""Elementen 4 en 5: afwezigheid melden, verlof aanvragen, en de controle in de les."""

from __future__ import annotations

from beleidscheck.beleid.basis import Aantal, HoeveelheidTekst, JaNee, Model, Proza, Rol, Tijdstip, Url, Zin, veld
from beleidscheck.beleid.element import Element
from beleidscheck.beleid.keuzes import (
    Aanvraagmoment,
    Betermelden,
    Controlemoment,
    Kanaalwoord,
    LegtVast,
    Verlofreden,
    Verlofsoort,
    Verlofvoorwaarde,
    ZiekConform,
)


class Kanaal(Model):
    """Een manier om afwezigheid te melden."""

    kanaal: Kanaalwoord | None = veld("Kanaal", "Waarmee.", "ouderapp")
    adres: Zin | None = veld(
        "Adres of nummer", "Het telefoonnummer, e-mailadres of de naam van de app.", "072 555 00 00, keuze 1"
    )
    van: Tijdstip | None = veld("Van", "Vanaf welk tijdstip bereikbaar.", "07:45")
    tot: Tijdstip | None = veld("Tot", "Tot welk tijdstip bereikbaar.", "08:30")
    voorkeur: JaNee | None = veld("Voorkeur", "Of de school dit kanaal het liefst heeft.")
    toelichting: Zin | None = veld("Toelichting", "Wat verder van belang is.")


class Melden(Model):
    """Hoe een leerling of ouder afwezigheid meldt."""

    door: list[Rol] | None = veld("Wie meldt", "Wie afwezigheid mag melden.", ["ouder", "leerling_18plus"])
    bij: Rol | None = veld("Waar", "Bij wie de melding binnenkomt.", "meldpunt")
    hoe: Zin | None = veld("Hoe", "In één zin: hoe iemand meldt.", "telefonisch of via de ouderapp")
    kanalen: list[Kanaal] | None = veld("Kanalen", "De manieren om te melden, met tijden.")
    tijdstip: Tijdstip | None = veld("Uiterlijk om", "Vóór welk tijdstip, tussen aanhalingstekens.", "08:30")
    minuten_voor_les: Aantal | None = veld(
        "Minuten voor de eerste les", "Hoeveel minuten voor de eerste les, in plaats van een vast tijdstip.", 30
    )
    uiterste_termijn: HoeveelheidTekst | None = veld("Uiterste termijn", "Binnen welke termijn een melding nog telt.", "2 dagen")
    eerste_dag: JaNee | None = veld("Op de eerste dag", "Of op de eerste dag van afwezigheid gemeld moet worden.")
    dagelijks_herhalen: JaNee | None = veld("Dagelijks herhalen", "Of de melding elke dag opnieuw moet.")
    opnieuw_na_weekend: JaNee | None = veld("Opnieuw na het weekend", "Of na het weekend opnieuw gemeld moet worden.")
    betermelden: Betermelden | None = veld("Betermelden", "Wat nodig is als de leerling weer komt.")
    aard_ziekte_gevraagd: JaNee | None = veld("Aard van de ziekte gevraagd", "Of de school naar de aard van de ziekte vraagt.")
    ook_melden_bij: list[Rol] | None = veld(
        "Ook melden bij", "Wie de ouder of leerling zelf ook inlicht.", ["vervoerder", "stagebedrijf"]
    )
    ziek_tijdens_de_dag: Proza | None = veld("Ziek tijdens de schooldag", "Wat er gebeurt als een leerling op school ziek wordt.")
    toetsweken: Proza | None = veld("Toetsweken", "Wat anders is in toets- en examenweken.")
    toelichting: Proza | None = veld("Toelichting", "Wat verder van belang is.")


class Verlof(Model):
    """Een soort verlof: wie het aanvraagt, wie beslist en wat daarbij hoort."""

    soort: Verlofsoort | None = veld("Soort", "Het soort verlof.")
    omschrijving: Zin | None = veld("Omschrijving", "Hoe dit verlof bij u heet.")
    redenen: list[Verlofreden] | None = veld("Redenen", "Waarvoor dit verlof is.")
    aanvragen: Aanvraagmoment | None = veld(
        "Wanneer aanvragen", "Of het verlof vooraf, op de dag zelf of achteraf wordt gevraagd."
    )
    aanvraagtermijn: HoeveelheidTekst | None = veld("Aanvraagtermijn", "Hoe lang van tevoren.", "2 dagen")
    via: Rol | None = veld("Via", "Bij wie de aanvraag binnenkomt.", "mt")
    formulier: Zin | None = veld("Formulier", "De naam van het formulier.")
    formulier_url: Url | None = veld("Link naar het formulier", "Het internetadres van het formulier.")
    bewijs: Zin | None = veld("Bewijs", "Welk bewijsstuk nodig is.", "afspraakbevestiging")
    beslist: Rol | None = veld("Wie beslist", "Wie over de aanvraag beslist.", "directeur")
    besluittermijn: HoeveelheidTekst | None = veld(
        "Besluittermijn", "Binnen welke termijn de ouder antwoord krijgt.", "5 schooldagen"
    )
    grens: HoeveelheidTekst | None = veld("Grens", "Tot hoeveel dagen deze persoon beslist.", "10 schooldagen")
    boven_grens: Rol | None = veld("Boven de grens", "Wie beslist als het meer dagen zijn.", "leerplichtambtenaar")
    voorwaarden: list[Verlofvoorwaarde] | None = veld("Voorwaarden", "Waaraan de aanvraag moet voldoen.")
    bezwaar: Proza | None = veld("Bezwaar", "Hoe een ouder of leerling bezwaar maakt.")
    toelichting: Proza | None = veld("Toelichting", "Wat verder van belang is.")


class MeldenEnVerlof(Element):
    """Element 4: afwezigheid melden en verlof aanvragen."""

    melden: Melden | None = veld("Afwezigheid melden", "Hoe een leerling of ouder afwezigheid meldt.")
    ziek_conform_gemeld: list[ZiekConform] | None = veld("Ziek volgens de regels gemeld", "Wanneer een ziekmelding geldig is.")
    verlof: list[Verlof] | None = veld("Verlof", "Per soort verlof: aanvragen, beslissen en voorwaarden.")


class TeLaatInDeLes(Model):
    """Vanaf wanneer een leerling te laat is, en vanaf wanneer afwezig."""

    vanaf: HoeveelheidTekst | None = veld("Te laat vanaf", "Vanaf hoeveel tijd na aanvang de leerling te laat is.", "1 minuut")
    afwezig_vanaf: HoeveelheidTekst | None = veld(
        "Afwezig vanaf", "Vanaf hoeveel tijd na aanvang het hele lesuur als afwezig telt.", "20 minuten"
    )
    toelichting: Zin | None = veld("Toelichting", "Wat verder van belang is.")


class ControleInDeLes(Element):
    """Element 5: de controle van aanwezigheid in de les."""

    wie: Rol | None = veld("Wie", "Wie de aanwezigheid controleert.", "docent")
    moment: Controlemoment | None = veld("Moment", "Wanneer er gecontroleerd wordt.")
    uiterlijk: HoeveelheidTekst | None = veld("Uiterlijk", "Hoe snel na aanvang de controle is vastgelegd.", "15 minuten")
    legt_vast: list[LegtVast] | None = veld("Legt vast", "Wat er wordt vastgelegd.")
    te_laat: TeLaatInDeLes | None = veld("Te laat of afwezig", "Vanaf wanneer te laat, en vanaf wanneer afwezig.")
    uit_de_les_gestuurd: Proza | None = veld("Uit de les gestuurd", "Wat er gebeurt als een leerling de les uit moet.")
