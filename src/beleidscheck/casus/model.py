"""Het casusbestand als model: wie de leerling is (nooit wie zij heet), welk schooljaar, wat er gebeurt en wat er dan hoort te volgen."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal, TypeAlias

from pydantic import Field
from pydantic_core import PydanticCustomError

from beleidscheck.beleid.basis import (
    Actiewoord,
    Datum,
    Getal,
    HoeveelheidTekst,
    JaNee,
    KaderRef,
    Leeftijdsgrens,
    Leerjaar,
    Lesminuten,
    Lezer,
    Model,
    Procent,
    Proza,
    Rol,
    Schooljaar,
    Soort,
    Woord,
    Zin,
    veld,
)
from beleidscheck.beleid.keuzes import Leerplicht, Sector

#: Meer dan dit gebeurt één leerling in een schooljaar niet.
MAX_GEBEURTENISSEN: Final = 400
WAT: Final = (
    "ziek",
    "geoorloofd",
    "ongeoorloofd",
    "ziekmelding",
    "te_laat",
    "uit_de_les_gestuurd",
    "afwezig_zonder_bericht",
    "luxe_verzuim",
    "opvallende_afwezigheid",
    "zorgwekkend_ziekteverzuim",
    "ziek_en_ongeoorloofd",
    "geen_medewerking",
    "vermoeden_ongeoorloofd",
    "twijfel_geoorloofd",
    "aanwezigheid",
    "zorg_opgroeien",
    "medische_reden",
    "zorg_ontwikkeling",
    "schorsing",
    "in_of_uitschrijving",
)


def _een(waarde: object) -> int:
    if isinstance(waarde, bool) or waarde != 1:
        raise PydanticCustomError("casus", "geen casus 1")
    return 1


Casusversie: TypeAlias = Annotated[int, Lezer(_een, {"const": 1}), Soort("getal")]
Wat: TypeAlias = Annotated[str, Field(json_schema_extra={"enum": list(WAT)}), Soort("woord", vorm="woord")]
Vakantieregio: TypeAlias = Literal["noord", "midden", "zuid"]


def _verplicht(titel: str, uitleg: str, *voorbeelden: object) -> Any:  # noqa: ANN401 - pydantic vult het type in
    return Field(title=titel, description=uitleg, examples=list(voorbeelden) or None)


class Leerling(Model):
    """De verzonnen leerling, in enkele kenmerken die voor de ladder tellen. Geen naam, geen geboortedatum, geen nummer."""

    leeftijd: Leeftijdsgrens = _verplicht("Leeftijd", "De leeftijd in hele jaren, als getal.", 14)
    leerjaar: Leerjaar | None = veld("Leerjaar", "In welk leerjaar of welke groep.", 2)
    onderwijssoort: Woord | None = veld("Onderwijssoort", "Welke onderwijssoort.", "havo")
    leerplicht: Leerplicht | None = veld("Leerplicht", "Welke plicht er geldt.")
    locatie: Zin | None = veld("Locatie", "Op welke locatie, zoals het beleid haar noemt.")


class Vakantie(Model):
    """Een eigen schoolvakantie, van de eerste tot en met de laatste vrije dag, met de weekeinden."""

    naam: Zin | None = veld("Naam", "Hoe de vakantie heet.", "Herfstvakantie")
    van: Datum = _verplicht("Van", "De eerste dag.", "2026-10-10")
    tot: Datum = _verplicht("Tot en met", "De laatste dag.", "2026-10-18")


class Periode(Model):
    """Een rapportperiode of trimester van deze school."""

    soort: Literal["rapportperiode", "trimester"] = _verplicht("Soort", "Wat voor periode.")
    van: Datum = _verplicht("Van", "De eerste dag.", "2026-08-17")
    tot: Datum = _verplicht("Tot en met", "De laatste dag.", "2026-11-13")


class Lessen(Model):
    """Hoeveel lesuren elke dag telt, als dat per dag verschilt."""

    maandag: Getal = _verplicht("Maandag", "Lesuren op maandag.", 7)
    dinsdag: Getal = _verplicht("Dinsdag", "Lesuren op dinsdag.", 7)
    woensdag: Getal = _verplicht("Woensdag", "Lesuren op woensdag.", 5)
    donderdag: Getal = _verplicht("Donderdag", "Lesuren op donderdag.", 7)
    vrijdag: Getal = _verplicht("Vrijdag", "Lesuren op vrijdag.", 6)


class Gebeurtenis(Model):
    """Wat er gebeurt: op één dag (`op`), op losse dagen (`dagen`), of een tijd lang (`van` en `tot`)."""

    wat: Wat = _verplicht("Wat", "Een afwezigheid, een melding, of een signaal.", "ziek")
    op: Datum | None = veld("Op", "De dag.", "2026-09-07")
    dagen: list[Datum] | None = veld("Dagen", "Losse dagen; op elk gebeurt hetzelfde.", ["2026-09-07", "2026-09-14"])
    van: Datum | None = veld("Van", "De eerste dag van een afwezigheid.", "2026-09-07")
    tot: Datum | None = veld("Tot en met", "De laatste dag van die afwezigheid.", "2026-09-11")
    tijd: HoeveelheidTekst | None = veld("Tijd", "Hoeveel lestijd is gemist; zonder dit veld de hele dag.", "3 lesuren")
    procent: Procent | None = veld("Procent", "Het gemeten aandeel aanwezigheid; alleen bij `aanwezigheid`.", 94)
    toelichting: Zin | None = veld("Toelichting", "Wat de lezer moet weten.")


class VerwachteStap(Model):
    """Een stap die op deze dag hoort te volgen."""

    op: Datum = _verplicht("Op", "De dag waarop de stap afgaat.", "2026-09-15")
    stap: Woord = _verplicht("Stap", "Het id van de stap.", "te-laat-6")


class VerwachteActie(Model):
    """Een actie die hoort te volgen: op een dag, of uiterlijk op een dag."""

    actie: Actiewoord = _verplicht("Actie", "Wat er gebeurt.", "verzuimgesprek")
    wie: Rol | None = veld("Wie", "Wie het doet.", "mentor")
    op: Datum | None = veld("Op", "De dag waarop de stap met deze actie afgaat.", "2026-09-15")
    uiterlijk: Datum | None = veld("Uiterlijk", "De laatste dag waarop dit gedaan kan zijn.", "2026-09-22")


class Verwacht(Model):
    """Wat er hoort te gebeuren. `stappen` is de hele lijst; `acties` mag een deel zijn."""

    onder: KaderRef | None = veld(
        "Onder", "Onder de ladder van welk kader `stappen` en `niets` gelden.", "noord-kennemerland@2024-2025"
    )
    niets: JaNee | None = veld("Niets", "Er volgt geen enkele stap.")
    stappen: list[VerwachteStap] | None = veld("Stappen", "Elke stap die volgt, en geen andere.")
    acties: list[VerwachteActie] | None = veld("Acties", "Acties die in elk geval volgen.")
    geen_acties: list[Actiewoord] | None = veld("Geen acties", "Acties die niet mogen volgen.", ["duo_melden"])


class Casusbestand(Model):
    """Een casus: een verzonnen leerling, een schooljaar, wat er gebeurt en wat er dan hoort te volgen."""

    casus: Casusversie = _verplicht("Casus", "De versie van dit formaat: 1.", 1)
    titel: Zin = _verplicht("Titel", "Waar de casus over gaat.", "Vierde ziekmelding in twaalf schoolweken")
    uitleg: Proza | None = veld("Uitleg", "Wat de lezer eraan kan zien.")
    bron: Zin | None = veld("Bron", "Uit welke regel van het protocol of de wet de casus komt.")
    sectoren: list[Sector] | None = veld("Sectoren", "Bij welke scholen de casus past; zonder dit veld bij alle.", ["vo"])
    bijlage: JaNee | None = veld("Bijlage", "Of de casus als voorbeeld in een beleidsdocument kan staan.")
    leerling: Leerling = _verplicht("Leerling", "De verzonnen leerling, zonder naam.")
    schooljaar: Schooljaar = _verplicht("Schooljaar", "Van 1 augustus tot en met 31 juli.", "2026-2027")
    vakantieregio: Vakantieregio | None = veld("Vakantieregio", "Noord, midden of zuid.", "noord")
    vakanties: list[Vakantie] | None = veld("Vakanties", "Eigen vakanties, in plaats van die van een regio.")
    vrije_dagen: list[Datum] | None = veld("Vrije dagen", "Losse dagen zonder les, zoals een studiedag.", ["2026-11-05"])
    wel_les: list[Datum] | None = veld("Wel les", "Feestdagen waarop deze school wel lesgeeft.", ["2027-03-26"])
    perioden: list[Periode] | None = veld("Perioden", "De rapportperiodes of trimesters van de school.")
    lessen_per_dag: Getal | None = veld("Lessen per dag", "Hoeveel lesuren een schooldag telt.", 7)
    lessen: Lessen | None = veld("Lessen", "Hoeveel lesuren elke dag telt, als dat verschilt.")
    lesuur_minuten: Lesminuten | None = veld("Lengte van een lesuur", "In minuten; het beleid gaat voor.", 50)
    gebeurtenissen: list[Gebeurtenis] = _verplicht("Gebeurtenissen", "Wat er gebeurt, in gewone volgorde.")
    verwacht: Verwacht | None = veld("Verwacht", "Wat er hoort te volgen; `--verwacht` gaat het na.")
