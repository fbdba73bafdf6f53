"""Elementen 8 en 10: wie aanwezigheid stimuleert, en hoe medewerkers daarvoor worden toegerust."""

from __future__ import annotations

from beleidscheck.beleid.basis import Getal, JaNee, Model, Rol, veld
from beleidscheck.beleid.element import Element
from beleidscheck.beleid.keuzes import Maatregel, Ondersteuning, Scholingsonderwerp, Succesfactor


class RollenStimuleren(Element):
    """Element 8: wie wat doet om aanwezigheid te stimuleren."""

    iedereen_draagt_bij: JaNee | None = veld("Iedereen draagt bij", "Of elke medewerker een bijdrage levert.")
    maatregelen: list[Maatregel] | None = veld("Maatregelen", "Wat de school doet om aanwezigheid te stimuleren.")
    schoolaanwezigheidsteam: list[Rol] | None = veld("Schoolaanwezigheidsteam", "Wie in het team zitten dat de aanpak trekt.")
    succesfactoren: list[Succesfactor] | None = veld("Succesfactoren", "Waar de school op bouwt.")


class Urentoedeling(Model):
    """Hoeveel uren een rol per jaar krijgt."""

    rol: Rol | None = veld("Rol", "Wie de uren krijgt.", "mentor")
    uren_per_jaar: Getal | None = veld("Uren per jaar", "Hoeveel uren per schooljaar.", 40)


class Scholing(Model):
    """Een scholing en voor wie."""

    onderwerp: Scholingsonderwerp | None = veld("Onderwerp", "Waarover de scholing gaat.")
    doelgroep: list[Rol] | None = veld("Doelgroep", "Voor wie.", ["mentor"])


class Toerusting(Element):
    """Element 10: uren, scholing en ondersteuning voor wie een taak heeft."""

    uren: list[Urentoedeling] | None = veld("Uren", "Hoeveel uren elke rol krijgt.")
    scholing: list[Scholing] | None = veld("Scholing", "Welke scholing er is, en voor wie.")
    ondersteuning: list[Ondersteuning] | None = veld("Ondersteuning", "Waarbij medewerkers hulp krijgen.")
