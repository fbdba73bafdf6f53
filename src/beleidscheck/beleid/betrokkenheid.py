"""Element 11: hoe ouders en leerlingen betrokken zijn."""

from __future__ import annotations

from beleidscheck.beleid.basis import Aantal, JaNee, Model, Proza, Rol, veld
from beleidscheck.beleid.element import Element
from beleidscheck.beleid.keuzes import Contactmoment, Gespreksopening, Inspraak


class Inspraakrollen(Model):
    """Wat elke raad bij het beleid doet."""

    mr: list[Inspraak] | None = veld("Medezeggenschapsraad", "Wat de medezeggenschapsraad doet.")
    ouderraad: list[Inspraak] | None = veld("Ouderraad", "Wat de ouderraad doet.")
    leerlingenraad: list[Inspraak] | None = veld("Leerlingenraad", "Wat de leerlingen- of studentenraad doet.")


class Driehoeksgesprekken(Model):
    """Gesprekken tussen leerling, ouder en school."""

    openen_met: Gespreksopening | None = veld("Openen met", "Waar het gesprek mee begint.")
    per_jaar: Aantal | None = veld("Per jaar", "Hoe vaak per schooljaar.", 3)


class Betrokkenheid(Element):
    """Element 11: ouders en leerlingen als gesprekspartner."""

    medezeggenschap: Inspraakrollen | None = veld("Medezeggenschap", "Wat elke raad bij het beleid doet.")
    contact_bij_afwezigheid: Contactmoment | None = veld("Contact bij afwezigheid", "Hoe snel de school contact opneemt.")
    ouders_volgen_aanwezigheid: JaNee | None = veld("Ouders zien de aanwezigheid", "Of ouders de registratie zelf kunnen inzien.")
    preventief_contact: Proza | None = veld("Preventief contact", "Hoe de school ook contact heeft als er niets misgaat.")
    driehoeksgesprekken: Driehoeksgesprekken | None = veld("Driehoeksgesprekken", "Gesprekken tussen leerling, ouder en school.")
    evaluatie_aanpak_met: list[Rol] | None = veld("Aanpak evalueren met", "Met wie de school de aanpak evalueert.", ["ouder"])
