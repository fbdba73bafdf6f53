"""Elementen 6 en 7: de dagelijkse check met nabellen, en de periodieke analyse."""

from __future__ import annotations

from beleidscheck.beleid.basis import Aantal, HoeveelheidTekst, JaNee, Model, Proza, Ritme, Rol, Tijdstip, Zin, veld
from beleidscheck.beleid.element import Element
from beleidscheck.beleid.keuzes import Afwezigheidsgroep, Categorie, Koppeling, Maat, Niveau, Patroon


class GeenControle(Model):
    """Wat er gebeurt als een docent niets heeft geregistreerd."""

    wie: Rol | None = veld("Wie", "Wie dit opmerkt.", "meldpunt")
    actie: Zin | None = veld("Wat", "Wat die persoon doet.", "vraagt de docent alsnog te registreren")
    termijn: HoeveelheidTekst | None = veld("Termijn", "Binnen welke termijn.", "1 schooldag")


class AfwezigZonderReden(Model):
    """Wat er gebeurt als een leerling er niet is en niemand weet waarom."""

    wie: Rol | None = veld("Wie", "Wie contact opneemt.", "meldpunt")
    contact_met: list[Rol] | None = veld("Contact met", "Met wie.", ["ouder"])
    termijn: HoeveelheidTekst | None = veld("Termijn", "Hoe snel.", "1 uur")
    voorlopige_categorie: Categorie | None = veld("Voorlopige categorie", "Hoe de afwezigheid tot die tijd geregistreerd staat.")


class RegistratieNietOpOrde(Model):
    """Wat er gebeurt als de reden van afwezigheid onbekend blijft."""

    wie: Rol | None = veld("Wie", "Wie dit oppakt.", "meldpunt")
    voorlopige_categorie: Categorie | None = veld("Voorlopige categorie", "Hoe de afwezigheid geregistreerd staat.")
    spreekt: list[Rol] | None = veld("Spreekt", "Wie wordt aangesproken.", ["leerling"])
    naar_mt_na: HoeveelheidTekst | None = veld(
        "Naar de leidinggevende na", "Na hoeveel tijd de leidinggevende het overneemt.", "5 dagen"
    )
    mt_benadert: list[Rol] | None = veld("Leidinggevende benadert", "Wie de leidinggevende benadert.", ["ouder"])


class Nabellen(Model):
    """Hoe de school nabelt."""

    wie: Rol | None = veld("Wie", "Wie belt.", "meldpunt")
    tijdstip: Tijdstip | None = veld("Tijdstip", "Vanaf hoe laat, tussen aanhalingstekens.", "09:30")
    pogingen: Aantal | None = veld("Pogingen", "Hoe vaak de school het probeert.", 2)
    tweede_nummer: JaNee | None = veld("Tweede nummer", "Of de school ook het tweede nummer belt.")
    als_niemand_bereikt: Proza | None = veld("Als niemand wordt bereikt", "Wat er dan gebeurt.")


class CheckEnNabellen(Element):
    """Element 6: meldingen en lescontrole elke dag naast elkaar leggen en nabellen."""

    frequentie: Ritme | None = veld("Hoe vaak", "Hoe vaak er wordt gecontroleerd.", "dagelijks")
    koppelt: list[Koppeling] | None = veld("Koppelt", "Welke gegevens naast elkaar worden gelegd.")
    geen_controle_door_docent: GeenControle | None = veld(
        "Geen controle door de docent", "Wat er gebeurt als een docent niets registreerde."
    )
    afwezig_zonder_reden: AfwezigZonderReden | None = veld(
        "Afwezig zonder reden", "Wat er gebeurt als niemand weet waarom de leerling er niet is."
    )
    registratie_niet_op_orde: RegistratieNietOpOrde | None = veld(
        "Reden blijft onbekend", "Wat er gebeurt als de reden onbekend blijft."
    )
    nabellen: Nabellen | None = veld("Nabellen", "Hoe de school nabelt.")


class Analyseritme(Model):
    """Hoe vaak, op welk niveau en door wie er wordt geanalyseerd."""

    niveau: Niveau | None = veld("Niveau", "Waarover de analyse gaat.")
    elke: Ritme | None = veld("Elke", "Hoe vaak.", "week")
    wie: Rol | None = veld("Wie", "Wie de analyse maakt.", "mentor")


class PeriodiekeAnalyse(Element):
    """Element 7: op gezette tijden kijken naar patronen in de afwezigheid."""

    ritme: list[Analyseritme] | None = veld("Ritme", "Hoe vaak, op welk niveau en door wie.")
    soorten_samen: list[Afwezigheidsgroep] | None = veld("Soorten samen", "Welke soorten afwezigheid samen worden bekeken.")
    maten: list[Maat] | None = veld("Maten", "Wat er gemeten wordt.")
    patronen: list[Patroon] | None = veld("Patronen", "Waar de school naar kijkt.")
    zorgelijk: Proza | None = veld("Zorgelijke afwezigheid", "Hoe de school zorgelijke patronen vroeg opmerkt.")
    systeemsignalen: JaNee | None = veld("Signalen uit het systeem", "Of het leerlingvolgsysteem zelf waarschuwt.")
    vragen: list[Zin] | None = veld("Vragen", "De vragen die de school bij de cijfers stelt.")
