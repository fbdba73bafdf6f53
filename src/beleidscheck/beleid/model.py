"""Het topmodel `Beleid`: één beleidsbestand van formaat 1."""

from __future__ import annotations

from typing import Annotated, Any, TypeAlias

from pydantic import Field, StringConstraints

from beleidscheck.beleid.afwezigheid import StappenBijAfwezigheid
from beleidscheck.beleid.basis import Datum, Formaat, KaderRef, Model, NormRef, Proza, Rol, Soort, Zin, veld
from beleidscheck.beleid.betrokkenheid import Betrokkenheid
from beleidscheck.beleid.check import CheckEnNabellen, PeriodiekeAnalyse
from beleidscheck.beleid.communicatie import Communicatie
from beleidscheck.beleid.evaluatie import Gegevensbescherming, MonitoringEnEvaluatie, Verantwoording
from beleidscheck.beleid.keuzes import Geleding, MrOnderdeel, MrRecht, Uitkomst, Verklaringonderwerp
from beleidscheck.beleid.kop import Begrippen, Contact, Documentgegevens, Doelgroep18plus, Huisstijl, Rolveld, School
from beleidscheck.beleid.melden import ControleInDeLes, MeldenEnVerlof
from beleidscheck.beleid.registratie import Registratie
from beleidscheck.beleid.rollen import RollenStimuleren, Toerusting
from beleidscheck.beleid.samenwerking import LangdurigAfwezig, Samenwerking
from beleidscheck.beleid.visie import StimulerenAanwezigheid, VisieEnDoel

Sleutel: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]+$", max_length=80), Soort("woord", vorm="sleutel")]


class Medezeggenschap(Model):
    """Eén onderdeel dat aan een raad of geleding is voorgelegd."""

    onderdeel: MrOnderdeel | None = veld("Onderdeel", "Wat er is voorgelegd.")
    recht: MrRecht | None = veld("Recht", "Welk recht de school daarbij toepast.")
    geleding: Geleding | None = veld("Geleding", "Aan wie het is voorgelegd.")
    datum: Datum | None = veld("Datum", "Wanneer het is behandeld.", "2026-09-08")
    uitkomst: Uitkomst | None = veld("Uitkomst", "Wat eruit kwam.")
    toelichting: Zin | None = veld("Toelichting", "Wat verder van belang is.")


class Afwijking(Model):
    """Een bewuste afwijking van een norm: waarom, wie besloot en tot wanneer."""

    norm: NormRef | None = veld("Norm", "Het id van de norm waarvan de school afwijkt.", "nk2024.mdo.elke-6-weken")
    reden: Proza | None = veld("Reden", "Waarom de school afwijkt.")
    besloten_door: Rol | None = veld("Besloten door", "Wie dat besloot.", "directeur")
    besloten_op: Datum | None = veld("Besloten op", "Wanneer dat is besloten.", "2026-09-15")
    tot: Datum | None = veld(
        "Tot", "Tot wanneer de afwijking geldt; zonder datum tot het einde van het schooljaar.", "2027-07-31"
    )
    maatregel: Proza | None = veld("Maatregel", "Wat de school in plaats daarvan doet.")


class Verklaring(Model):
    """Een verklaring van de schoolleider over wat niet uit tekst of cijfers blijkt."""

    onderwerp: Verklaringonderwerp | None = veld("Onderwerp", "Waarover de verklaring gaat.")
    door: Rol | None = veld("Door", "Wie het verklaart.", "directeur")
    op: Datum | None = veld("Op", "Wanneer.", "2026-09-15")
    toelichting: Zin | None = veld("Toelichting", "Wat verder van belang is.")


class Beleid(Model):
    """Het aanwezigheidsbeleid van één school."""

    formaat: Formaat = Field(title="Formaat", description="De versie van dit bestandsformaat: altijd 1.")
    kaders: list[KaderRef] = Field(
        title="Kaders",
        description="De kaders waaraan dit beleid wordt getoetst, als `naam@versie`.",
        examples=[["model16@2023", "noord-kennemerland@2024-2025"]],
        min_length=1,
        max_length=20,
    )
    beleid: Documentgegevens = Field(title="Over dit document", description="Titel, versie en status.")
    school: School = Field(title="Over de school", description="Naam, sector en regio van de school.")
    rollen: dict[Rol, Rolveld | None] | None = veld(
        "Rollen", "Wie bij u welke rol vervult: een rol uit de woordenlijst of een eigen rol."
    )
    begrippen: Begrippen | None = veld("Begrippen", "Wat woorden in dit beleid betekenen.")
    doelgroep_18plus: Doelgroep18plus | None = veld("Leerlingen van 18 jaar en ouder", "Wat voor hen anders is.")
    huisstijl: Huisstijl | None = veld("Huisstijl", "Kleuren en logo voor het gepubliceerde document.")
    contacten: list[Contact] | None = veld("Contacten", "Waar ouders en leerlingen terechtkunnen; functies, nooit personen.")
    visie_en_doel: VisieEnDoel | None = veld("1. Visie en doelen", "Element 1: de visie op aanwezigheid en de doelen.")
    stimuleren_aanwezigheid: StimulerenAanwezigheid | None = veld(
        "2. Aanwezigheid stimuleren", "Element 2: hoe de school aanwezigheid stimuleert."
    )
    communicatie: Communicatie | None = veld(
        "3. Communicatie over het beleid", "Element 3: hoe de school het beleid bekendmaakt."
    )
    melden_en_verlof: MeldenEnVerlof | None = veld("4. Afwezigheid melden en verlof aanvragen", "Element 4: melden en verlof.")
    controle_in_de_les: ControleInDeLes | None = veld("5. Controle in de les", "Element 5: de controle in de les.")
    check_en_nabellen: CheckEnNabellen | None = veld("6. Dagelijkse check en nabellen", "Element 6: de dagelijkse check.")
    periodieke_analyse: PeriodiekeAnalyse | None = veld("7. Periodieke analyse", "Element 7: kijken naar patronen.")
    rollen_stimuleren: RollenStimuleren | None = veld(
        "8. Rollen bij het stimuleren van aanwezigheid", "Element 8: wie wat doet om aanwezigheid te stimuleren."
    )
    stappen_bij_afwezigheid: StappenBijAfwezigheid | None = veld(
        "9. Rollen en stappen bij afwezigheid", "Element 9: wat de school doet bij afwezigheid."
    )
    toerusting: Toerusting | None = veld(
        "10. Toerusting en ondersteuning van professionals", "Element 10: uren, scholing en ondersteuning."
    )
    betrokkenheid: Betrokkenheid | None = veld(
        "11. Betrokkenheid van ouders en leerlingen", "Element 11: ouders en leerlingen als gesprekspartner."
    )
    samenwerking: Samenwerking | None = veld(
        "12. Samenwerking met partners buiten de school", "Element 12: samenwerken met partners."
    )
    langdurig_afwezig: LangdurigAfwezig | None = veld(
        "13. Langdurig afwezige leerlingen", "Element 13: wie langdurig of deels afwezig is."
    )
    monitoring_en_evaluatie: MonitoringEnEvaluatie | None = veld(
        "14. Monitoring en evaluatie van het beleid", "Element 14: nagaan of het beleid werkt."
    )
    gegevensbescherming: Gegevensbescherming | None = veld(
        "15. Bescherming van gegevens", "Element 15: zorgvuldig omgaan met gegevens."
    )
    verantwoording: Verantwoording | None = veld("16. Verantwoording en reflectie", "Element 16: verantwoording en reflectie.")
    registratie: Registratie | None = veld("Registratie", "Hoe de school aanwezigheid en afwezigheid vastlegt.")
    regionaal: dict[Sleutel, Any] | None = veld(
        "Regionaal", "Wat alleen uw regio vraagt; welke sleutels er mogen, staat in het kader van de regio."
    )
    medezeggenschap: list[Medezeggenschap] | None = veld("Medezeggenschap", "Per onderdeel: wie erover ging en wat eruit kwam.")
    afwijkingen: list[Afwijking] | None = veld("Afwijkingen", "Normen waarvan de school bewust afwijkt.")
    verklaringen: list[Verklaring] | None = veld("Verklaringen", "Wat de schoolleider verklaart.")
