"""De kop van het beleidsbestand: over het document, de school, wie welke rol heeft, en wat woorden betekenen."""

from __future__ import annotations

from typing import Annotated, Any, TypeAlias

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import core_schema

from beleidscheck.beleid.basis import (
    NIET_LEEG,
    Aantal,
    Brin,
    Datum,
    Getal,
    HoeveelheidTekst,
    JaNee,
    Kleur,
    Kort,
    Lesminuten,
    Mailadres,
    Model,
    Procent,
    Proza,
    Regio,
    Rol,
    Schooljaar,
    Soort,
    Telefoon,
    Url,
    Woord,
    Zin,
    veld,
)
from beleidscheck.beleid.keuzes import (
    Afwezigheidsgroep,
    Hoofdterm,
    OmvatAanwezigheid,
    OmvatAfwezigheid,
    Samenhang,
    Sector,
    Status,
)


class Documentgegevens(Model):
    """Over dit document: titel, versie en status."""

    titel: Zin = Field(
        title="Titel", description="De titel op het titelblad.", examples=["Aanwezigheidsbeleid Polderlicht College"]
    )
    schooljaar: Schooljaar | None = veld("Schooljaar", "Het schooljaar waarvoor dit beleid geldt.", "2026-2027")
    versie: Kort | None = veld("Versie", "Het versienummer, tussen aanhalingstekens.", "1.0")
    status: Status | None = veld("Status", "Hoe ver het document is.")
    formeel_verantwoordelijk: Rol | None = veld("Formeel verantwoordelijk", "Wie formeel verantwoordelijk is.", "bevoegd_gezag")
    vastgesteld_op: Datum | None = veld("Vastgesteld op", "De dag waarop het beleid is vastgesteld.", "2026-09-15")
    ingangsdatum: Datum | None = veld("Geldt vanaf", "De dag waarop het beleid ingaat.", "2026-10-01")
    volgende_herziening: Datum | None = veld("Volgende herziening", "Wanneer het beleid opnieuw wordt bekeken.", "2027-07-01")
    samenhang: list[Samenhang] | None = veld("Samenhang", "Met welk ander beleid dit samenhangt.")
    onderhoud: Proza | None = veld("Onderhoud", "Wie het document bijhoudt en hoe wijzigingen bekend worden.")
    vervangt: Zin | None = veld("Vervangt", "Welke eerdere versie hiermee vervalt.", "Verzuimprotocol 2021")


class School(Model):
    """Over de school."""

    naam: Zin = Field(title="Naam", description="De naam van de school.", examples=["Polderlicht College"])
    brin: Brin | None = veld("BRIN-nummer", "Het nummer van de instelling, zo nodig met vestiging.", "99ZZ")
    bevoegd_gezag: Zin | None = veld("Bevoegd gezag", "De naam van het schoolbestuur.", "Stichting Polderlicht")
    sector: Sector = Field(title="Sector", description="Het soort onderwijs. Een norm geldt soms maar voor één sector.")
    onderwijssoorten: list[Woord] | None = veld(
        "Onderwijssoorten", "De onderwijssoorten of niveaus van de school.", ["vmbo-tl", "havo"]
    )
    regio: Regio = Field(
        title="Regio",
        description="De regio van het samenwerkingsverband, of `anders`.",
        examples=["noord-kennemerland", "zuid-kennemerland-ijmond", "anders"],
    )
    gemeente: Zin | None = veld("Gemeente", "De gemeente waar de school staat.", "Alkmaar")
    locaties: list[Zin] | None = veld("Locaties", "De namen van de locaties, als er meer zijn.")
    aantal_leerlingen: Aantal | None = veld("Aantal leerlingen", "Hoeveel leerlingen de school ongeveer heeft.", 900)
    leerlingen_18plus: JaNee | None = veld(
        "Leerlingen van 18 jaar of ouder", "Of de school leerlingen van 18 jaar of ouder heeft."
    )
    lesuur_minuten: Lesminuten | None = veld(
        "Minuten per lesuur", "Hoe lang een lesuur duurt; nodig om lesuren met klokuren te vergelijken.", 50
    )
    website: Url | None = veld("Website", "Het adres van de website.", "https://www.polderlicht.example")


class Rolinvulling(Model):
    """Wie bij deze school een rol vervult; namen van functies, nooit van personen."""

    wie: Zin | None = veld("Wie", "Hoe deze rol bij u heet of wie haar vervult.", "teamleider van de afdeling")
    ook_genoemd: list[Zin] | None = veld("Ook genoemd", "Andere namen voor dezelfde rol op uw school.", ["slb'er"])
    vervanger: Zin | None = veld("Vervanger", "Wie waarneemt bij afwezigheid.", "de andere teamleider")


class _OokTekst:
    """Maakt van een rol die als tekst is opgeschreven de lange vorm, in pydantic en in de JSON Schema."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Return the reader of the long form, with text read as `wie`."""
        return core_schema.no_info_before_validator_function(self._read, handler(source))

    def __get_pydantic_json_schema__(self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Return a choice: text or the long form."""
        tekst = {"type": "string", "pattern": NIET_LEEG, "maxLength": 1000, "x-soort": "tekst"}
        return {"anyOf": [tekst, handler(schema)]}

    @staticmethod
    def _read(waarde: object) -> object:
        return {"wie": waarde} if isinstance(waarde, str) else waarde


Rolveld: TypeAlias = Annotated[Rolinvulling, _OokTekst(), Soort("tekst")]


class Aanwezigheidsbegrip(Model):
    """Wat de school onder aanwezigheid verstaat."""

    definitie: Proza | None = veld("Definitie", "Wat de school onder aanwezigheid verstaat.")
    omvat: list[OmvatAanwezigheid] | None = veld("Omvat", "Wat eronder valt.")


class Afwezigheidsbegrip(Model):
    """Wat de school onder afwezigheid verstaat."""

    definitie: Proza | None = veld("Definitie", "Wat de school onder afwezigheid verstaat.")
    omvat: list[OmvatAfwezigheid] | None = veld("Omvat", "Wat eronder valt.")


class Thuiszitter(Model):
    """Wanneer een leerling thuiszitter heet."""

    uren: Getal | None = veld("Uren", "Vanaf hoeveel gemiste uren.", 16)
    uren_periode: HoeveelheidTekst | None = veld("Periode van de uren", "In welke periode die uren vallen.", "4 weken")
    aaneengesloten: HoeveelheidTekst | None = veld("Aaneengesloten", "Vanaf hoe lang achter elkaar afwezig.", "4 weken")
    definitie: Proza | None = veld("Definitie", "De definitie in woorden.")


class DreigendThuiszitter(Model):
    """Wanneer thuiszitten dreigt."""

    aanwezigheid_van: Procent | None = veld("Aanwezigheid van", "De ondergrens in procenten.", 90)
    aanwezigheid_tot: Procent | None = veld("Aanwezigheid tot", "De bovengrens in procenten.", 95)
    telt_mee: list[Afwezigheidsgroep] | None = veld("Telt mee", "Welke afwezigheid meetelt.")
    definitie: Proza | None = veld("Definitie", "De definitie in woorden.")


class Begrip(Model):
    """Een eigen begrip met zijn betekenis."""

    begrip: Zin | None = veld("Begrip", "Het woord.", "joker")
    betekenis: Proza | None = veld("Betekenis", "Wat het bij u betekent.")


class Begrippen(Model):
    """Wat woorden in dit beleid betekenen."""

    hoofdterm: Hoofdterm | None = veld("Hoofdterm", "Het woord dat het document gebruikt.")
    aanwezigheid: Aanwezigheidsbegrip | None = veld("Aanwezigheid", "Wat de school onder aanwezigheid verstaat.")
    afwezigheid: Afwezigheidsbegrip | None = veld("Afwezigheid", "Wat de school onder afwezigheid verstaat.")
    thuiszitter: Thuiszitter | None = veld("Thuiszitter", "Wanneer een leerling thuiszitter heet.")
    dreigend_thuiszitter: DreigendThuiszitter | None = veld("Dreigend thuiszitter", "Wanneer thuiszitten dreigt.")
    overig: list[Begrip] | None = veld("Overige begrippen", "Eigen woorden die uitleg vragen.")


class Doelgroep18plus(Model):
    """Wat anders is voor leerlingen van 18 jaar en ouder."""

    melder: Rol | None = veld("Wie meldt", "Wie afwezigheid meldt als de leerling 18 jaar of ouder is.", "leerling")
    ouders_betrokken: Zin | None = veld(
        "Ouders betrokken",
        "Wanneer ouders van een meerderjarige leerling worden betrokken.",
        "alleen met toestemming van de leerling",
    )
    ketenpartner: Rol | None = veld("Partner", "Bij welke partner de school meldt.", "doorstroompunt")
    zorgkader: Zin | None = veld("Zorgkader", "Onder welke wet hulp valt.", "Zorgverzekeringswet in plaats van Jeugdwet")
    toelichting: Proza | None = veld("Toelichting", "Wat verder anders is.")


class Huisstijl(Model):
    """Kleuren en logo voor het gepubliceerde document."""

    hoofdkleur: Kleur | None = veld(
        "Hoofdkleur", "De kleur van koppen en balken, als `#rrggbb` tussen aanhalingstekens.", "#1b4f72"
    )
    accentkleur: Kleur | None = veld("Accentkleur", "De kleur van accenten, als `#rrggbb` tussen aanhalingstekens.", "#8a4b08")
    logo: Zin | None = veld("Logo", "Het bestand met het logo, ten opzichte van dit beleidsbestand.", "logo.svg")


class Contact(Model):
    """Waar iemand terechtkan: een functie met telefoon, e-mail of link; nooit een persoonsnaam."""

    functie: Zin | None = veld("Functie", "De naam van de functie of het loket, niet van een persoon.", "verzuimadministratie")
    rol: Rol | None = veld("Rol", "De rol die hierbij hoort.", "meldpunt")
    telefoon: Telefoon | None = veld("Telefoon", "Het telefoonnummer, tussen aanhalingstekens.", "072 555 00 00")
    email: Mailadres | None = veld("E-mail", "Een functioneel e-mailadres.", "absent@polderlicht.example")
    url: Url | None = veld("Link", "Een internetadres.")
    bereikbaar: Zin | None = veld("Bereikbaar", "Wanneer dit contact bereikbaar is.", "op schooldagen van 07.45 tot 16.30 uur")
