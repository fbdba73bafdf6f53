"""Het registratiemodel: hoe de school aanwezigheid en afwezigheid vastlegt."""

from __future__ import annotations

from beleidscheck.beleid.basis import JaNee, Kort, Model, Proza, Woord, Zin, veld
from beleidscheck.beleid.keuzes import (
    Afwezigheidsgroep,
    Categorie,
    Categoriedeel,
    Groep,
    Reden,
    Registratiebron,
    Roosterbasis,
    Roosterbijstelling,
    Teleenheid,
    Typologie,
)


class Registratiecategorie(Model):
    """Een categorie van het registratiemodel en de groep waarin zij valt."""

    code: Categorie | None = veld("Categorie", "De categorie.")
    groep: Groep | None = veld("Groep", "Aanwezig, geoorloofd of ongeoorloofd afwezig.")
    omvat: list[Categoriedeel] | None = veld("Omvat", "Wat er bij u onder valt.")


class EigenCode(Model):
    """Een code uit uw eigen systeem en waar die bij hoort."""

    code: Kort | None = veld("Code", "De code zoals die in uw systeem staat, tussen aanhalingstekens.", "TO")
    betekenis: Zin | None = veld("Betekenis", "Wat de code betekent.", "te laat, ongeoorloofd")
    valt_onder: Categorie | None = veld("Valt onder", "Bij welke categorie de code hoort.")
    groep: Groep | None = veld("Groep", "Aanwezig, geoorloofd of ongeoorloofd afwezig.")


class EigenReden(Model):
    """Een fijnere reden die de school voor zichzelf bijhoudt."""

    code: Woord | None = veld("Reden", "De naam van de reden.", "stage_uitval")
    valt_onder: Categorie | None = veld("Valt onder", "Bij welke categorie de reden hoort.")
    alleen_eigen_gebruik: JaNee | None = veld("Alleen eigen gebruik", "Of de reden alleen binnen de school wordt gebruikt.")
    doel: Zin | None = veld("Doel", "Waarvoor de school dit bijhoudt.", "afspraken met het stagebedrijf")


class Redencategorie(Model):
    """Welke reden in welke groep valt."""

    reden: Reden | None = veld("Reden", "De reden van afwezigheid.")
    categorie: Afwezigheidsgroep | None = veld("Telt als", "Geoorloofd of ongeoorloofd.")
    msa: Woord | None = veld("In de regionale monitor", "Hoe de reden in de regionale monitor telt.")


class Registratie(Model):
    """Hoe de school aanwezigheid en afwezigheid vastlegt."""

    alle_afwezigheid: JaNee | None = veld("Alle afwezigheid", "Of alle afwezigheid wordt vastgelegd, ook de geoorloofde.")
    lvs: Zin | None = veld("Leerlingvolgsysteem", "De naam van het systeem.", "Magister")
    basis: Roosterbasis | None = veld("Basis", "Waarmee de aanwezigheid wordt vergeleken.")
    vooraf_verwerkt: list[Roosterbijstelling] | None = veld(
        "Vooraf verwerkt", "Wat vooraf in het rooster wordt verwerkt en dus niet als afwezigheid telt."
    )
    honderd_procent_op_rooster: JaNee | None = veld(
        "100 procent is het eigen rooster", "Of volledige aanwezigheid betekent: aanwezig op het eigen rooster."
    )
    aparte_categorie_maatwerk: JaNee | None = veld("Maatwerk apart zichtbaar", "Of maatwerk in de registratie apart te zien is.")
    bronnen: list[Registratiebron] | None = veld("Bronnen", "Waar de registratie op berust.")
    invoer_eenheid: Teleenheid | None = veld("Eenheid van invoer", "Per welke eenheid wordt ingevoerd.")
    rapportage_eenheid: Teleenheid | None = veld("Eenheid van rapportage", "In welke eenheid wordt gerapporteerd.")
    omrekening_door_systeem: JaNee | None = veld("Omrekening door het systeem", "Of het systeem zelf omrekent.")
    aanwezigheid_actief: JaNee | None = veld(
        "Aanwezigheid vastleggen", "Of ook aanwezigheid wordt vastgelegd, en niet alleen afwezigheid."
    )
    categorieen: list[Registratiecategorie] | None = veld("Categorieën", "De categorieën van de registratie.")
    eigen_codes: list[EigenCode] | None = veld("Eigen codes", "De codes uit uw eigen systeem.")
    eigen_redenen: list[EigenReden] | None = veld("Eigen redenen", "Fijnere redenen voor eigen gebruik.")
    redenen: list[Redencategorie] | None = veld("Redenen", "Welke reden geoorloofd of ongeoorloofd is.")
    typologieen: list[Typologie] | None = veld("Typologieën", "De soorten afwezigheid die de school onderscheidt.")
    correctie: Proza | None = veld("Correctie", "Wie de registratie corrigeert en tot wanneer.")
    toelichting: Proza | None = veld("Toelichting", "Wat verder van belang is.")
