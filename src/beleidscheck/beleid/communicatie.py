"""Element 3: hoe de school het beleid bekendmaakt."""

from __future__ import annotations

from beleidscheck.beleid.basis import Herhaling, Model, Rol, Zin, veld
from beleidscheck.beleid.element import Element
from beleidscheck.beleid.keuzes import Inhoud, Middel, Vorm


class Communicatiemoment(Model):
    """Een moment waarop de school over het beleid vertelt."""

    wanneer: Zin | None = veld("Wanneer", "Het moment in het jaar.", "eerste schoolweek")
    herhaling: Herhaling | None = veld("Herhaling", "Hoe vaak: een ritme, `bij_start` of `eenmalig`.", "jaarlijks")
    doelgroep: list[Rol] | None = veld("Doelgroep", "Voor wie.", ["ouder", "leerling"])
    vorm: Vorm | None = veld("Vorm", "Actief is een gesprek of bijeenkomst; passief is iets om te lezen.")
    middel: Middel | None = veld("Middel", "Waarmee.", "informatiekaart")
    inhoud: list[Inhoud] | None = veld("Inhoud", "Waarover.")


class Communicatie(Element):
    """Element 3: communicatie over het beleid, binnen en buiten de school."""

    momenten: list[Communicatiemoment] | None = veld("Momenten", "Wanneer, aan wie en hoe de school over het beleid vertelt.")
