"""De trap: bij welk signaal doet wie wat, en voor welke leerlingen geldt dat. Kaders gebruiken hetzelfde formaat."""

from __future__ import annotations

from beleidscheck.beleid.basis import (
    Aantal,
    Actiewoord,
    Getal,
    HoeveelheidTekst,
    JaNee,
    Leeftijdsgrens,
    Leerjaar,
    Model,
    Plaatswoord,
    Proza,
    Rol,
    Tijdstip,
    Woord,
    Zin,
    veld,
)
from beleidscheck.beleid.keuzes import (
    Aard,
    Categorie,
    Kanaalwoord,
    Leerplicht,
    Sanctiesoort,
    Signaalwoord,
    Telling,
    Telperiode,
    Venster,
    Vergelijking,
)


class Leeftijd(Model):
    """Een leeftijdsgroep."""

    van: Leeftijdsgrens | None = veld("Van", "Vanaf deze leeftijd.", 12)
    tot: Leeftijdsgrens | None = veld("Tot", "Tot deze leeftijd; deze leeftijd telt zelf niet mee.", 18)


class GeldtVoor(Model):
    """Voor welke leerlingen dit geldt; wat u weglaat, geldt voor iedereen."""

    locaties: list[Zin] | None = veld("Locaties", "Op welke locaties.")
    leerjaren: list[Leerjaar] | None = veld("Leerjaren", "In welke leerjaren of groepen.", [1, 2])
    onderwijssoorten: list[Woord] | None = veld("Onderwijssoorten", "Bij welke onderwijssoorten.", ["havo"])
    leeftijd: Leeftijd | None = veld("Leeftijd", "Voor welke leeftijden.")
    leerplicht: list[Leerplicht] | None = veld("Leerplicht", "Voor leerlingen met welke plicht.")


class Signaal(Model):
    """Een signaal: wat er gezien of geteld wordt. De drempel telt als 'vanaf', tenzij `vergelijking` iets anders zegt."""

    signaal: Signaalwoord | None = veld("Signaal", "Wat er gezien of geteld wordt.")
    drempel: HoeveelheidTekst | None = veld("Drempel", "Het aantal met de eenheid.", "4 keer")
    vergelijking: Vergelijking | None = veld("Vergelijking", "Hoe de drempel telt; zonder dit veld: vanaf.")
    periode: HoeveelheidTekst | None = veld("Periode", "In welke periode er geteld wordt.", "12 schoolweken")
    venster: Venster | None = veld(
        "Soort periode", "Voortschrijdend: de periode schuift elke dag mee. Vast: er zijn blokken met een begin en een eind."
    )
    herhaling: JaNee | None = veld("Herhaling", "Of de stap opnieuw volgt als de drempel opnieuw wordt bereikt.")
    opnieuw_tellen_na_melding: JaNee | None = veld(
        "Opnieuw tellen na een melding", "Of de telling na een melding weer bij nul begint."
    )
    toelichting: Zin | None = veld("Toelichting", "Wat u precies ziet; nodig bij `anders`.")


class Sanctie(Model):
    """Welke sanctie, en hoeveel."""

    soort: Sanctiesoort | None = veld("Soort sanctie", "Welke sanctie.")
    lesuren: Getal | None = veld("Lesuren", "Hoeveel lesuren.", 2)
    factor: Getal | None = veld("Factor", "Hoe vaak de gemiste tijd wordt ingehaald: 1 is even lang, 2 is dubbel.", 2)
    dagen: Aantal | None = veld("Dagen", "Hoeveel schooldagen.", 1)
    tijdstip: Tijdstip | None = veld("Tijdstip", "Hoe laat de leerling zich meldt, tussen aanhalingstekens.", "08:00")
    toelichting: Zin | None = veld("Toelichting", "Wat verder van belang is.")


class Actie(Model):
    """Wie doet wat, met wie, wanneer, en waar wordt dat vastgelegd."""

    wie: Rol | None = veld("Wie", "De rol die dit doet.", "mentor")
    actie: Actiewoord | None = veld("Actie", "Wat die rol doet.", "contact")
    aard: Aard | None = veld(
        "Aard", "Het soort actie, als dat anders is dan gewoonlijk. Ondersteuning en sanctie zijn nooit hetzelfde."
    )
    met: list[Rol] | None = veld("Met wie", "Met of aan wie.", ["ouder"])
    kanaal: Kanaalwoord | None = veld("Hoe", "Bellen, mailen, een brief of een gesprek.", "telefoon")
    termijn: HoeveelheidTekst | None = veld("Termijn", "Binnen welke termijn.", "5 schooldagen")
    vastlegging: list[Plaatswoord] | None = veld("Vastlegging", "Waar het wordt vastgelegd.", ["LVS"])
    voorwaarde: Zin | None = veld("Voorwaarde", "Alleen als dit zo is.", "instemming van de ouder")
    telt: list[Telling] | None = veld("Telt", "Welke tijd meetelt.", ["les", "stage"])
    sanctie: Sanctie | None = veld("Sanctie", "Welke sanctie, als de actie een sanctie is.")
    bij_uitblijven: Zin | None = veld("Als het uitblijft", "Wat er gebeurt als de actie niets oplevert.")
    toelichting: Zin | None = veld("Toelichting", "Wat verder van belang is.")


class Stap(Model):
    """Een stap: bij één van deze signalen volgen al deze acties."""

    id: Woord | None = veld("Naam van de stap", "Een vaste naam, zodat anderen naar deze stap kunnen verwijzen.", "ziekte-1")
    titel: Zin | None = veld("Titel", "De stap in een paar woorden.", "Gesprek na vier ziekmeldingen")
    bij: list[Signaal] | None = veld("Bij", "De signalen; één ervan is genoeg.")
    acties: list[Actie] | None = veld("Acties", "Wat er dan gebeurt; alles wordt gedaan.")
    inclusief_vorige: JaNee | None = veld("Inclusief vorige stappen", "Of de acties van de vorige stap ook bij deze stap horen.")
    geldt_voor: GeldtVoor | None = veld("Geldt voor", "Voor welke leerlingen deze stap geldt.")
    toelichting: Proza | None = veld("Toelichting", "Wat verder van belang is.")


class ToegevoegdeStap(Stap):
    """Een eigen stap naast de trap die de school volgt."""

    trap: Woord | None = veld("Trap", "In welke trap de stap komt.", "te_laat")
    na: Woord | None = veld("Na", "Achter welke stap; zonder dit veld achteraan.", "te_laat-2")


class Trap(Model):
    """Een trap van stappen, van licht naar zwaar."""

    trap: Woord | None = veld("Naam van de trap", "Een vaste naam.", "ziekte")
    titel: Zin | None = veld("Titel", "De naam voor de lezer.", "Ziekte")
    telt_per: Telperiode | None = veld("Telt per", "Wanneer de telling opnieuw begint.")
    coulance: Zin | None = veld("Coulance", "Wanneer de school een keer niet meetelt.", "twee jokers per schooljaar")
    geldt_voor: GeldtVoor | None = veld("Geldt voor", "Voor welke leerlingen deze trap geldt.")
    stappen: list[Stap] | None = veld("Stappen", "De stappen, van licht naar zwaar.")
    toelichting: Proza | None = veld("Toelichting", "Wat verder van belang is.")


class Signaalcriterium(Signaal):
    """Een criterium voor een vrijwillige melding onder de wettelijke grens."""

    categorie: Categorie | None = veld("Categorie", "Om welke afwezigheid het gaat.")
