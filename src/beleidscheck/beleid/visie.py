"""Elementen 1 en 2: de visie en doelen, en hoe de school aanwezigheid stimuleert."""

from __future__ import annotations

from beleidscheck.beleid.basis import Datum, Getal, HoeveelheidTekst, Model, Niveaunummer, Procent, Proza, Rol, Zin, veld
from beleidscheck.beleid.element import Element
from beleidscheck.beleid.keuzes import Aanpak, Benadering, Doeleenheid, Gespreksopening, Indicator, Risicofactor


class Doel(Model):
    """Een doel waaraan de school kan zien of het lukt."""

    doel: Zin | None = veld("Doel", "Het doel in één zin.", "De gemiddelde aanwezigheid is minstens 95 procent")
    indicator: Indicator | None = veld("Indicator", "Wat er gemeten wordt.")
    streefwaarde: Getal | None = veld("Streefwaarde", "Het getal dat de school wil halen.", 95)
    eenheid: Doeleenheid | None = veld("Eenheid", "De eenheid van de streefwaarde.")
    peildatum: Datum | None = veld("Peildatum", "Wanneer de school kijkt of het doel is gehaald.", "2027-07-01")


class VisieEnDoel(Element):
    """Element 1: de visie op aanwezigheid en de doelen."""

    visie: Proza | None = veld("Visie", "Hoe de school naar aanwezigheid kijkt. Markdown mag.")
    integrale_benadering: list[Benadering] | None = veld("Integrale benadering", "Welke soorten afwezigheid de aanpak omvat.")
    doelen: list[Doel] | None = veld("Doelen", "De doelen van het beleid.")


class Voorwaarden(Model):
    """Wat de school doet om graag naar school te kunnen gaan."""

    goed_onderwijs: Proza | None = veld("Goed onderwijs", "Hoe de school voor goed onderwijs zorgt.")
    schoolklimaat: Proza | None = veld("Schoolklimaat", "Hoe de school voor een goed klimaat zorgt.")
    veiligheid: Proza | None = veld("Veiligheid", "Hoe de school voor veiligheid zorgt.")
    gezondheid: Proza | None = veld("Gezondheid", "Hoe de school op gezondheid let.")


class KennismakingOuders(Model):
    """De kennismaking met ouders van nieuwe leerlingen."""

    uiterlijk: HoeveelheidTekst | None = veld("Uiterlijk", "Binnen hoeveel tijd na de start.", "6 schoolweken")
    nadruk: Gespreksopening | None = veld("Nadruk", "Waar het gesprek over gaat.")


class Aanwezigheidsniveau(Model):
    """Een niveau in de aanpak, ingedeeld op het aanwezigheidspercentage."""

    tier: Niveaunummer | None = veld("Niveau", "Het nummer van het niveau; 1 is voor iedereen.", 1)
    aanwezigheid_van: Procent | None = veld("Aanwezigheid van", "De ondergrens in procenten.", 95)
    aanwezigheid_tot: Procent | None = veld("Aanwezigheid tot", "De bovengrens in procenten.", 100)
    aanpak: list[Aanpak] | None = veld("Aanpak", "Wat de school op dit niveau doet.")
    betrokken: list[Rol] | None = veld("Betrokken", "Wie erbij betrokken zijn.")


class StimulerenAanwezigheid(Element):
    """Element 2: hoe de school aanwezigheid stimuleert."""

    voorwaarden: Voorwaarden | None = veld("Voorwaarden", "Wat de school doet aan onderwijs, klimaat, veiligheid en gezondheid.")
    cultuuromslag: Proza | None = veld("Cultuuromslag", "Hoe het team werkt aan taal, houding en eigen handelen.")
    actief_gedrag: list[Zin] | None = veld("Actief gedrag", "Wat medewerkers doen zodat een leerling wordt gezien en gemist.")
    deeltijd_aanwezig: Proza | None = veld(
        "Deeltijd aanwezig", "Wat de school doet voor leerlingen die volgens afspraak deels aanwezig zijn."
    )
    risicofactoren: list[Risicofactor] | None = veld("Risicofactoren", "Waar de school extra op let.")
    kennismaking_ouders: KennismakingOuders | None = veld(
        "Kennismaking met ouders", "De kennismaking met ouders van nieuwe leerlingen."
    )
    niveaus: list[Aanwezigheidsniveau] | None = veld("Niveaus", "De aanpak per niveau van aanwezigheid.")
    meetperiode: HoeveelheidTekst | None = veld(
        "Meetperiode", "Over welke periode de aanwezigheid wordt gemeten.", "12 schoolweken"
    )
