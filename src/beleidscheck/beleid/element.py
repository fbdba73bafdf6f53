"""Wat elk van de zestien elementen gemeen heeft: beleid, regie, taken, procedure en de twee eerlijke uitwegen."""

from __future__ import annotations

from beleidscheck.beleid.basis import Datum, Model, Proza, Rol, Url, Zin, veld


class Taak(Model):
    """Een taak met de rol die haar uitvoert."""

    rol: Rol | None = veld("Rol", "Wie de taak heeft: een rol uit de woordenlijst of uit uw eigen `rollen`.", "mentor")
    taak: Zin | None = veld("Taak", "Wat deze rol doet, in een paar woorden.", "voert het gesprek bij terugkomst")


class EldersGeregeld(Model):
    """Dit onderdeel staat in een ander document."""

    vindplaats: Zin | None = veld(
        "Vindplaats", "Waar het staat: document en hoofdstuk of bladzijde.", "Schoolgids 2026-2027, paragraaf 9.2"
    )
    url: Url | None = veld("Link", "Het internetadres van dat document.", "https://www.polderlicht.example/schoolgids")


class NogInTeVullen(Model):
    """Dit onderdeel moet nog worden geschreven; zo staat vast wie dat doet en wanneer."""

    wie: Rol | None = veld("Wie", "De rol die dit onderdeel schrijft.", "oco")
    wanneer: Datum | None = veld("Wanneer", "Wanneer het klaar is.", "2026-12-01")


class Element(Model):
    """De basis van elk van de zestien elementen van het model."""

    beleid: Proza | None = veld("Beleid", "Wat de school op dit onderdeel wil en doet, in gewone taal. Markdown mag.")
    regie: Rol | None = veld("Regie", "De rol die op dit onderdeel de regie heeft.", "mt")
    taken: list[Taak] | None = veld("Taken", "Wie wat doet.")
    procedure: list[Zin] | None = veld("Procedure", "De stappen, in volgorde; één zin per stap.")
    toelichting: Proza | None = veld("Toelichting", "Wat een lezer verder moet weten. Markdown mag.")
    elders_geregeld: EldersGeregeld | None = veld("Elders geregeld", "Vul dit in als dit onderdeel in een ander document staat.")
    nog_in_te_vullen: NogInTeVullen | None = veld("Nog in te vullen", "Vul dit in als dit onderdeel nog geschreven wordt.")
