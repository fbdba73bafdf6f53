"""Elementen 14, 15 en 16: monitoring, gegevensbescherming en verantwoording."""

from __future__ import annotations

from beleidscheck.beleid.basis import HoeveelheidTekst, JaNee, Model, Proza, Ritme, Rol, Zin, veld
from beleidscheck.beleid.element import Element
from beleidscheck.beleid.keuzes import Evaluatievraag, Niveau, Reflectieonderwerp, Verantwoordingsonderwerp


class Naleving(Model):
    """Hoe de school nagaat of het beleid wordt nageleefd."""

    elke: Ritme | None = veld("Elke", "Hoe vaak.", "kwartaal")
    wie: Rol | None = veld("Wie", "Wie dat doet.", "mt")
    hoe: Zin | None = veld("Hoe", "Op welke manier.", "steekproef van tien dossiers")


class Bijstelling(Model):
    """Een terugkerende evaluatie die tot bijstellen leidt."""

    elke: Ritme | None = veld("Elke", "Hoe vaak.", "jaar")
    wie: Rol | None = veld("Wie", "Wie dat doet.", "directeur")
    bijstellen: JaNee | None = veld("Bijstellen", "Of het beleid zo nodig wordt bijgesteld.")


class EvaluatiePlannen(Model):
    """De evaluatie van de plannen van aanpak."""

    elke: Ritme | None = veld("Elke", "Hoe vaak.", "jaar")
    wie: Rol | None = veld("Wie", "Wie dat doet.", "oco")
    vragen: list[Evaluatievraag] | None = veld("Vragen", "Welke vragen de evaluatie beantwoordt.")


class MonitoringEnEvaluatie(Element):
    """Element 14: nagaan of het beleid wordt uitgevoerd en of het werkt."""

    naleving: Naleving | None = veld("Naleving", "Hoe de school nagaat of het beleid wordt nageleefd.")
    effectiviteit: Bijstelling | None = veld("Effectiviteit", "Hoe de school nagaat of het beleid werkt.")
    plannen_van_aanpak: EvaluatiePlannen | None = veld("Plannen van aanpak", "Hoe de plannen van aanpak worden geëvalueerd.")


class ToetsAvg(Model):
    """De terugkerende toets op de privacywet."""

    elke: Ritme | None = veld("Elke", "Hoe vaak.", "jaar")
    wie: Rol | None = veld("Wie", "Wie toetst.", "functionaris_gegevensbescherming")


class Gegevensbescherming(Element):
    """Element 15: zorgvuldig omgaan met gegevens van leerlingen."""

    naleving_avg: ToetsAvg | None = veld("Naleving van de AVG", "Hoe vaak en door wie de naleving wordt getoetst.")
    beveiliging: Bijstelling | None = veld("Beveiliging", "Hoe de beveiliging van gegevens wordt geëvalueerd.")
    bewaartermijn: HoeveelheidTekst | None = veld("Bewaartermijn", "Hoe lang gegevens worden bewaard.", "5 jaar")
    klachtroute: Proza | None = veld("Klachtroute", "Waar ouders en leerlingen met een klacht over privacy terechtkunnen.")
    overdracht: Proza | None = veld("Overdracht", "Hoe gegevens worden overgedragen, ook mondeling.")


class Verantwoordingsmoment(Model):
    """Aan wie de school verantwoording aflegt, hoe vaak en waarover."""

    elke: Ritme | None = veld("Elke", "Hoe vaak.", "jaar")
    aan: list[Rol] | None = veld("Aan", "Aan wie.", ["mr", "bevoegd_gezag"])
    over: list[Verantwoordingsonderwerp] | None = veld("Over", "Waarover.")


class Reflectie(Model):
    """Wat de school leert van cijfers en aanpak."""

    elke: Ritme | None = veld("Elke", "Hoe vaak.", "jaar")
    over: list[Reflectieonderwerp] | None = veld("Over", "Waarover.")


class LeveringDuo(Model):
    """De levering van gegevens aan DUO."""

    geaggregeerd: JaNee | None = veld("Opgeteld", "Of alleen opgetelde gegevens worden geleverd.")
    niveau: Niveau | None = veld("Niveau", "Op welk niveau.")


class Verantwoording(Element):
    """Element 16: verantwoording over en reflectie op het beleid."""

    verantwoording: Verantwoordingsmoment | None = veld("Verantwoording", "Aan wie, hoe vaak en waarover.")
    reflectie: Reflectie | None = veld("Reflectie", "Hoe vaak en waarover de school reflecteert.")
    levering_duo: LeveringDuo | None = veld("Levering aan DUO", "Hoe gegevens aan DUO worden geleverd.")
