"""Element 9: rollen en stappen bij afwezigheid."""

from __future__ import annotations

from beleidscheck.beleid.basis import JaNee, KaderRef, Model, Proza, Rol, Woord, veld
from beleidscheck.beleid.element import Element
from beleidscheck.beleid.keuzes import Categorie, Meldplicht, Planonderdeel
from beleidscheck.beleid.ladder import Signaalcriterium, Stap, ToegevoegdeStap, Trap


class Afwezigheidstype(Model):
    """Per soort afwezigheid: contact, partner buiten de school, melding en trap."""

    type: Categorie | None = veld("Soort afwezigheid", "De categorie uit de registratie.")
    contact: list[Rol] | None = veld("Contact met", "Met wie de school contact heeft.", ["ouder"])
    extern: list[Rol] | None = veld("Externe partner", "Welke partner de school betrekt.", ["jeugdarts"])
    melding: Meldplicht | None = veld("Melding", "Of een melding verplicht is.")
    trap: Woord | None = veld("Trap", "Welke trap geldt.", "ziekte")


class SignaalZorgelijkVerzuim(Model):
    """Wanneer de school vrijwillig meldt, onder de wettelijke grens."""

    afweging_door: Rol | None = veld("Afweging door", "Wie beslist of de school meldt.", "directeur")
    criteria: list[Signaalcriterium] | None = veld("Criteria", "Bij welke signalen de school die afweging maakt.")
    toelichting: Proza | None = veld("Toelichting", "Wat verder van belang is.")


class PlanVanAanpak(Model):
    """Wanneer een plan van aanpak wordt gemaakt en wat erin staat."""

    wanneer: Proza | None = veld("Wanneer", "Wanneer de school een plan maakt.")
    smart: JaNee | None = veld("SMART", "Of de doelen specifiek, meetbaar en aan tijd gebonden zijn.")
    onderdelen: list[Planonderdeel] | None = veld("Onderdelen", "Wat er in het plan staat.")


class StappenBijAfwezigheid(Element):
    """Element 9: wat de school doet als een leerling afwezig is."""

    delegatie: Proza | None = veld("Delegatie", "Wat de regievoerder aan wie overlaat.")
    typen: list[Afwezigheidstype] | None = veld("Soorten afwezigheid", "Per soort: contact, partner, melding en trap.")
    volgt: KaderRef | None = veld("Volgt", "Het kader waarvan de school de trap overneemt.", "noord-kennemerland@2024-2025")
    vervang: list[Stap] | None = veld("Vervangen stappen", "Stappen van dat kader die de school anders doet, met hetzelfde `id`.")
    voeg_toe: list[ToegevoegdeStap] | None = veld("Toegevoegde stappen", "Eigen stappen naast die van het kader.")
    vervalt: list[Woord] | None = veld("Vervallen stappen", "De `id`'s van stappen die de school niet doet.")
    trappen: list[Trap] | None = veld("Trappen", "De eigen trappen van de school.")
    signaal_zorgelijk_verzuim: SignaalZorgelijkVerzuim | None = veld(
        "Signaal zorgelijke afwezigheid", "Wanneer de school vrijwillig meldt."
    )
    plan_van_aanpak: PlanVanAanpak | None = veld("Plan van aanpak", "Wanneer er een plan komt en wat erin staat.")
