"""Fabriekjes voor `Report`-waarden: echte zinnen over een verzonnen school, zonder dat er een bestand gelezen wordt."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.bevinding import (
    AfwijkingInfo,
    Bevinding,
    Feit,
    Gewicht,
    Grond,
    Melding,
    Niveau,
    NormInfo,
    Oordeel,
    Plaats,
    Plan,
    Reden,
    Trapbewijs,
    Voorval,
    summarise,
)
from beleidscheck.errors import Fault
from beleidscheck.report import Cluster, EersteStap, ElementRapport, ElementStatus, KaderInfo, Report, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MODEL: Final = "model16@2023"
REGIO: Final = "noord-kennemerland@2024-2025"
PEILDATUM: Final = date(2026, 9, 1)

ELEMENTEN: Final[tuple[tuple[int, str, str, str], ...]] = (
    (0, "Begrippen, kop en registratie", "", "begrippen"),
    (1, "Visie en doel", "Visie op aanwezigheid", "visie_en_doel"),
    (2, "Stimuleren van aanwezigheid", "Visie op aanwezigheid", "stimuleren_aanwezigheid"),
    (3, "Communicatie en bekendmaking", "Communicatie", "communicatie"),
    (4, "Melden van afwezigheid en aanvragen van verlof", "Melding en signalering", "melden_en_verlof"),
    (5, "Controle van aanwezigheid in de les", "Melding en signalering", "controle_in_de_les"),
    (6, "Checken en nabellen", "Check en analyse", "check_en_nabellen"),
    (7, "Periodieke analyse van afwezigheid", "Check en analyse", "periodieke_analyse"),
    (8, "Rollen gericht op het stimuleren van aanwezigheid", "Rollen", "rollen_stimuleren"),
    (9, "Rollen en stappen bij afwezigheid", "Rollen", "stappen_bij_afwezigheid"),
    (10, "Toerusting en ondersteuning van professionals", "Rollen", "toerusting"),
    (11, "Betrokkenheid van ouders en leerlingen", "Ouders en leerlingen", "betrokkenheid"),
    (12, "Samenwerking met externe partners", "Externe partners", "samenwerking"),
    (13, "Beleid voor langdurig afwezige leerlingen", "Externe partners", "langdurig_afwezig"),
    (14, "Monitoring en evaluatie van de naleving", "Monitoring en evaluatie", "monitoring_en_evaluatie"),
    (15, "Monitoring en evaluatie van gegevensbescherming", "Privacy", "gegevensbescherming"),
    (16, "Verantwoording en reflectie", "Verantwoording en reflectie", "verantwoording"),
)

KADERS: Final = (
    KaderInfo(
        MODEL,
        "Model schoolbeleid aanwezigheid en afwezigheid",
        "model",
        "ab12cd34ef56" * 5 + "ab12",
        "Het model is nog geen wet.",
    ),
    KaderInfo(REGIO, "Protocol schoolaanwezigheid Noord-Kennemerland", "geldend", "0f1e2d3c4b5a" * 5 + "0f1e"),
)


def make_norm(id_: str, element: int, titel: str, **anders: Any) -> NormInfo:  # noqa: ANN401 - elk veld mag
    """Return a norm with sensible defaults; `anders` overrides any field."""
    regio = id_.startswith("nk2024")
    velden: dict[str, Any] = {
        "kader": REGIO if regio else MODEL,
        "zegt": f"Het beleid bevat: {titel.lower()}.",
        "niveau": Niveau.VERPLICHT,
        "grond": Grond.AFSPRAAK if regio else Grond.MODEL,
        "document": "Protocol schoolaanwezigheid" if regio else "Onderzoeksrapport schoolbeleid",
        "plek": "Bijlage 3" if regio else f"§ 3.2, element {element}",
        "cluster": id_,
        "uitleg": "",
        "vraag": "",
        "voorbeeld": "",
        "snippet": "",
        "aan_zet": "schoolleider",
    }
    return NormInfo(id=id_, titel=titel, element=element, **{**velden, **anders})


def make_finding(
    norm: NormInfo,
    oordeel: Oordeel = Oordeel.VOLDOET,
    zin: str = "Dit staat in het beleid.",
    **anders: Any,  # noqa: ANN401 - elk veld mag
) -> Bevinding:
    """Return a bevinding whose weight follows from the oordeel and the niveau, unless said otherwise."""
    zwaar = {Niveau.VERPLICHT: Gewicht.TEKORT, Niveau.VERWACHT: Gewicht.AANDACHTSPUNT, Niveau.AANBEVOLEN: Gewicht.TIP}
    gewicht = zwaar[norm.niveau] if oordeel is Oordeel.VOLDOET_NIET else Gewicht.GEEN
    reden = Reden.ONTBREEKT if oordeel is Oordeel.VOLDOET_NIET else None
    return Bevinding(norm, oordeel, **{"gewicht": gewicht, "zin": zin, "reden": reden, **anders})


def make_fact(veld: str, waarde: str | None, regel: int = 1, kolom: int = 1) -> Feit:
    """Return one side of the evidence."""
    return Feit(veld, waarde, Plaats(regel, kolom))


def make_report(
    bevindingen: Sequence[Bevinding],
    meldingen: Sequence[Melding] = (),
    *,
    elders: dict[int, str] | None = None,
    plannen: dict[int, Plan] | None = None,
    **anders: Any,  # noqa: ANN401 - elk veld mag
) -> Report:
    """Return a report in which every sum and every element follows from the bevindingen."""
    telling = summarise(bevindingen, meldingen)
    elementen = tuple(_element(*rij, bevindingen, elders or {}, plannen or {}) for rij in ELEMENTEN)
    gereed = not telling.weegt(Gewicht.TEKORT) and not telling.aantal(Oordeel.NIET_GETOETST)
    velden: dict[str, Any] = {
        "bestand": "policies/de-zandloper.yaml",
        "status": Status.GEREED if gereed else Status.CONCEPT,
        "peildatum": PEILDATUM,
        "kaders": KADERS,
        "school": "De Zandloper",
        "sector": "vo",
        "beleid_titel": "Aanwezigheidsbeleid 2026-2027",
        "beleid_versie": "1.2",
        "sha256": "5d41402abc4b" * 5 + "5d41",
        "bevindingen": tuple(bevindingen),
        "meldingen": tuple(meldingen),
        "samenvatting": telling,
        "elementen": elementen,
        "eerst_dit": _first(elementen),
    }
    return Report(**{**velden, **anders})


def _element(  # noqa: PLR0913
    nummer: int, titel: str, thema: str, sleutel: str, alle: Iterable[Bevinding], elders: dict[int, str], plannen: dict[int, Plan]
) -> ElementRapport:
    per_feit: dict[str, list[Bevinding]] = {}
    for b in alle:
        if b.norm.element == nummer:
            per_feit.setdefault(b.norm.cluster, []).append(b)
    clusters = [Cluster(naam, tuple(sorted(groep, key=lambda b: b.gewicht.rang))) for naam, groep in per_feit.items()]
    clusters.sort(key=lambda c: c.kop.gewicht.rang)
    status = _status([b for groep in per_feit.values() for b in groep])
    return ElementRapport(nummer, titel, thema, sleutel, status, tuple(clusters), elders.get(nummer, ""), plannen.get(nummer))


def _status(groep: list[Bevinding]) -> ElementStatus:
    oordelen = {b.oordeel for b in groep}
    if not oordelen - {Oordeel.NIET_VAN_TOEPASSING}:
        return ElementStatus.NIET_VAN_TOEPASSING
    if not oordelen & {Oordeel.VOLDOET_NIET, Oordeel.AFWIJKING, Oordeel.NIET_GETOETST}:
        return ElementStatus.TE_BEOORDELEN if Oordeel.TE_BEOORDELEN in oordelen else ElementStatus.VOLLEDIG
    return ElementStatus.DEELS if Oordeel.VOLDOET in oordelen else ElementStatus.ONTBREEKT


def _first(elementen: Iterable[ElementRapport]) -> tuple[EersteStap, ...]:
    zwaarst = [Gewicht.TEKORT, Gewicht.AANDACHTSPUNT]
    clusters = [c for element in elementen for c in element.clusters if c.kop.gewicht in zwaarst]
    clusters.sort(key=lambda c: (c.kop.gewicht.rang, list(Grond).index(c.kop.norm.grond), -len(c.bevindingen)))
    return tuple(
        EersteStap(c, c.kop.norm.aan_zet, sum(b.gewicht is not Gewicht.GEEN for b in c.bevindingen)) for c in clusters[:5]
    )


def concept() -> Report:
    """Return a first draft: all six oordelen, all weights, meldingen with two places, a plan and a place elsewhere."""
    return make_report(
        (*_registration(), *_vision(), *_reporting(), *_steps(), *_partners(), *_year()),
        _meldingen(),
        elders={15: "Privacyreglement van het bestuur, hoofdstuk 4 (https://www.zandloper.example/privacy)"},
        plannen={14: Plan("directeur", "uiterlijk 1 februari 2027")},
    )


def ready() -> Report:
    """Return a policy that is gereed, with one tip left."""
    goed = tuple(
        make_finding(make_norm(f"model16.{nummer}", nummer, f"Het beleid bevat: {titel.lower()}"))
        for nummer, titel, _, _ in ELEMENTEN[1:]
    )
    tip = make_finding(
        make_norm("nk2024.ouders.tip-3", 11, "Ouders krijgen een handreiking", niveau=Niveau.AANBEVOLEN),
        Oordeel.VOLDOET_NIET,
        "Het beleid noemt geen handreiking voor ouders.",
        te_doen="Voeg de handreiking toe bij `betrokkenheid.handreiking`.",
    )
    return make_report(
        (*goed, tip), bestand="policies/de-brug.yaml", school="De Brug", sector="po", sha256="9e107d9d372b" * 5 + "9e10"
    )


def unreadable() -> Report:
    """Return a file with three faults."""
    return Report(
        bestand="policies/kapot.yaml",
        status=Status.ONLEESBAAR,
        peildatum=PEILDATUM,
        fouten=(
            Fault("tab", "Deze regel springt in met een tab.", "Gebruik spaties.", regel=12, kolom=1, pad="school"),
            Fault(
                "dubbele-sleutel",
                "De sleutel `rollen` staat er twee keer (eerst op regel 20).",
                "Houd er één over.",
                regel=48,
                kolom=3,
                pad="rollen",
            ),
            Fault(
                "onbekende-sleutel", "De sleutel `scholl` bestaat niet.", "Bedoelde u `school`?", regel=60, kolom=1, pad="scholl"
            ),
        ),
    )


def nothing() -> Report:
    """Return a policy to which no kader applies."""
    return Report(
        bestand="policies/ver-weg.yaml",
        status=Status.NIETS_GETOETST,
        peildatum=PEILDATUM,
        school="De Horizon",
        sector="po",
        beleid_titel="Aanwezigheidsbeleid",
        sha256="e4d909c290d0" * 5 + "e4d9",
        waarom_niets="het beleid noemt geen kader bij `kaders`",
    )


def renamed(report: Report, naam: str) -> Report:
    """Return the report with `naam` in every place where a school can type or name something."""

    def feit(oud: Feit) -> Feit:
        return replace(oud, waarde=None if oud.waarde is None else naam)

    def bevinding(oud: Bevinding) -> Bevinding:
        feiten = tuple(map(feit, oud.feiten))
        return replace(oud, feiten=feiten, zin=f"{oud.zin} «{naam}»", passage=oud.passage and naam, scope=oud.scope and naam)

    bevindingen = [bevinding(b) for b in report.bevindingen]
    meldingen = [replace(m, feiten=tuple(map(feit, m.feiten)), zin=f"{m.zin} «{naam}»") for m in report.meldingen]
    return make_report(
        bevindingen,
        meldingen,
        elders={15: naam},
        plannen={14: Plan(naam, naam)},
        bestand=naam,
        school=naam,
        beleid_titel=naam,
        beleid_versie=naam,
    )


def _registration() -> tuple[Bevinding, ...]:
    categorieen = make_norm(
        "model16.r.categorieen",
        0,
        "Zeven categorieën van afwezigheid",
        niveau=Niveau.VERWACHT,
        plek="§ 3.3",
        cluster="registratie.categorieen",
    )
    eenheid = make_norm("model16.r.eenheid", 0, "Rapportage in klokuren", plek="§ 3.3", cluster="registratie.eenheid")
    return (
        make_finding(
            categorieen,
            zin="De school registreert in zeven categorieën.",
            feiten=(make_fact("registratie.categorieen", "7 categorieën", 210, 5),),
        ),
        make_finding(
            eenheid,
            Oordeel.NIET_GETOETST,
            "De lengte van een lesuur is niet bekend, dus lesuren zijn niet om te rekenen naar klokuren.",
            te_doen="Vul `school.lesuur_minuten` in.",
            feiten=(make_fact("school.lesuur_minuten", None, 12, 3),),
        ),
    )


def _vision() -> tuple[Bevinding, ...]:
    visie = make_norm("model16.1", 1, "Visie en doel")
    integraal = make_norm(
        "model16.1.integraal",
        1,
        "Een integrale benadering van afwezigheid",
        niveau=Niveau.VERWACHT,
        zegt="De visie gaat over ongeoorloofde afwezigheid, ziekte en andere afwezigheid samen.",
    )
    cultuur = make_norm("model16.2.cultuur", 2, "Aandacht voor de cultuur van de school", niveau=Niveau.VERWACHT)
    deeltijd = make_norm("model16.2.deeltijd", 2, "Leerlingen met een opbouwrooster", niveau=Niveau.VERWACHT)
    return (
        make_finding(visie, feiten=(make_fact("visie_en_doel.visie", "Elke leerling telt en wordt gezien.", 24, 11),)),
        make_finding(
            integraal,
            Oordeel.TE_BEOORDELEN,
            "Dit is alleen te lezen, niet te tellen.",
            vraag="Gaat de visie over alle soorten afwezigheid samen, dus ook over ziekte?",
            passage=(
                "Elke leerling telt en wordt gezien. Wie er niet is, wordt **gemist**.\n\n"
                "Daarom bellen wij dezelfde ochtend, ook bij een ziekmelding."
            ),
            feiten=(make_fact("visie_en_doel.visie", "Elke leerling telt en wordt gezien.", 24, 11),),
        ),
        make_finding(
            cultuur,
            Oordeel.TE_BEOORDELEN,
            "Bij `stimuleren_aanwezigheid.beleid` staat geen tekst.",
            vraag="Staat in het beleid wat de school doet aan een cultuur waarin elke leerling wordt gemist?",
            feiten=(make_fact("stimuleren_aanwezigheid.beleid", None, 30, 1),),
        ),
        make_finding(
            deeltijd,
            Oordeel.VOLDOET_NIET,
            "Het beleid zegt niets over leerlingen die volgens afspraak een deel van de week komen.",
            te_doen="Beschrijf hoe u leerlingen met een opbouwrooster volgt.",
            feiten=(make_fact("stimuleren_aanwezigheid.deeltijd", None, 30, 1),),
        ),
    )


def _reporting() -> tuple[Bevinding, ...]:
    verlof = make_norm(
        "nk2024.verlof.boven-10-dagen",
        4,
        "Verlof van meer dan 10 schooldagen",
        grond=Grond.WET,
        zegt="Verlof wegens bijzondere omstandigheden van meer dan 10 schooldagen gaat naar de leerplichtambtenaar.",
        uitleg="De directeur mag hierover niet zelf beslissen. Doet de school dat toch, dan geldt het verlof niet.",
        voorbeeld="Duurt het verlof langer dan 10 schooldagen, dan beslist de leerplichtambtenaar van de woongemeente.",
        snippet="melden_en_verlof:\n  verlof:\n    - soort: bijzondere_omstandigheden\n      boven_10_dagen: leerplichtambtenaar\n",
        aan_zet="directeur",
        plek="Bijlage 2, verlof",
    )
    controle = make_norm("model16.5", 5, "Controle van aanwezigheid in de les")
    nabellen = make_norm("model16.6.dagelijks", 6, "Elke dag checken en nabellen", niveau=Niveau.VERWACHT, cluster="check.ritme")
    snel = make_norm("nk2024.check.eerste-lesuur", 6, "Nabellen in het eerste lesuur", cluster="check.ritme")
    analyse = make_norm("model16.7.ritme", 7, "Analyse elke week of maand", niveau=Niveau.VERWACHT)
    return (
        make_finding(
            verlof,
            Oordeel.VOLDOET_NIET,
            "In uw beleid beslist de directeur; boven 10 schooldagen beslist de leerplichtambtenaar.",
            reden=Reden.WIJKT_AF,
            te_doen="Zet bij `boven_10_dagen` de leerplichtambtenaar.",
            feiten=(make_fact("melden_en_verlof.verlof[1].boven_10_dagen", "directeur", 66, 25),),
        ),
        make_finding(controle, feiten=(make_fact("controle_in_de_les.beleid", "De docent controleert elke les.", 80, 11),)),
        make_finding(nabellen, feiten=(make_fact("check_en_nabellen.ritme", "elke dag", 92, 10),)),
        make_finding(snel, zin="De school belt voor 09:30 uur.", feiten=(make_fact("check_en_nabellen.voor", "09:30", 93, 9),)),
        make_finding(
            analyse,
            Oordeel.AFWIJKING,
            "Uw school analyseert per rapportperiode; het model verwacht dat elke week of maand. Dat is vastgelegd als afwijking.",
            feiten=(make_fact("periodieke_analyse.ritme", "per rapportperiode", 101, 10),),
            afwijking=AfwijkingInfo(
                "De school is klein: het team bespreekt elke leerling al wekelijks.",
                "bevoegd gezag",
                date(2026, 6, 12),
                date(2027, 7, 31),
                "Elke maandag staat afwezigheid op de agenda van het team.",
                Plaats(290, 5),
            ),
        ),
    )


_VERHAAL: Final = (
    "Een leerling meldt zich ziek in week 1, 2, 3 en 4. De norm vraagt een gesprek bij de 4e ziekmelding binnen 12 schoolweken. "
    "Uw beleid wacht tot de 5e ziekmelding binnen 12 schoolweken, en doet dan nog niets."
)
_VERLOOP: Final = (
    *(Voorval(week, "maandag", "ziekmeldingen") for week in range(1, 4)),
    Voorval(4, "maandag", "ziek", "de hele dag"),
)
_ZIEK_ZIN: Final = "U start het gesprek bij de 5e ziekmelding; het protocol vraagt dit uiterlijk bij de 4e."


def _steps() -> tuple[Bevinding, ...]:
    ziek = {"cluster": "trap.ziekmeldingen", "aan_zet": "verzuimcoordinator"}
    gesprek = make_norm(
        "nk2024.b3.ziek.gesprek",
        9,
        "Gesprek bij de 4e ziekmelding",
        zegt="Uiterlijk bij de 4e ziekmelding in 12 schoolweken voert de mentor een gesprek met leerling en ouders.",
        uitleg="Vaak kort ziek zijn is een vroeg signaal. Een gesprek op tijd voorkomt dat een leerling thuis komt te zitten.",
        voorbeeld="Bij de 4e ziekmelding in 12 schoolweken nodigt de mentor de leerling en de ouders uit voor een gesprek.",
        snippet="stappen_bij_afwezigheid:\n  trappen:\n    - id: ziek\n      stappen:\n        - bij: 4 keer\n",
        notitie="Het protocol noemt twee lezingen: vanaf de 4e melding of pas na meer dan 4. Getoetst is de strengste.",
        **ziek,
    )
    mazl = make_norm("nk2024.mazl.4e-melding", 9, "Ziekmeldingen volgens MAZL", plek="MAZL, criteria", **ziek)
    model = make_norm("model16.9.ziekte", 9, "Een stap bij ziekte", niveau=Niveau.VERWACHT, **ziek)
    laat = make_norm("nk2024.b3.te-laat", 9, "Te laat komen", plek="Bijlage 3, te laat")
    vso = make_norm("nk2024.vso.stappen", 9, "Stappen in het vso")
    feit = (make_fact("stappen_bij_afwezigheid.trappen[0].stappen[0].bij", "5 keer in 12 schoolweken", 131, 15),)
    return (
        make_finding(
            gesprek,
            Oordeel.VOLDOET_NIET,
            _ZIEK_ZIN,
            reden=Reden.WIJKT_AF,
            te_doen="Zet de stap op `4 keer`.",
            trapbewijs=Trapbewijs("tegenvoorbeeld", verhaal=_VERHAAL, verloop=_VERLOOP),
            feiten=feit,
            scope="de locatie Haven, leerjaar 1 en 2",
        ),
        make_finding(mazl, Oordeel.VOLDOET_NIET, _ZIEK_ZIN, reden=Reden.WIJKT_AF, feiten=feit),
        make_finding(
            model, feiten=feit, zin="Er is een stap bij ziekte.", trapbewijs=Trapbewijs("bewezen", "Uw drempel is niet hoger.")
        ),
        make_finding(
            laat,
            Oordeel.VOLDOET_NIET,
            "Bij `registratie.te_laat_telt` staat ‘vanaf 5 minuten’; de trap rekent vanaf de eerste minuut.",
            reden=Reden.TEGENSTRIJDIG,
            te_doen="Kies één grens en schrijf die op beide plaatsen.",
            feiten=(
                make_fact("registratie.te_laat_telt", "vanaf 5 minuten", 214, 17),
                make_fact("stappen_bij_afwezigheid.trappen[1].stappen[0].bij", "3 keer, vanaf de eerste minuut", 150, 15),
            ),
        ),
        make_finding(vso, Oordeel.NIET_VAN_TOEPASSING, "Deze norm geldt voor vso; uw school is vo."),
    )


def _partners() -> tuple[Bevinding, ...]:
    toerusting = make_norm("model16.10", 10, "Toerusting en ondersteuning van professionals", aan_zet="directeur")
    ouders = make_norm("nk2024.ouders.tip-3", 11, "Ouders krijgen een handreiking", niveau=Niveau.AANBEVOLEN)
    msa = make_norm(
        "nk2024.msa.overleg", 12, "Overleg met de Monitor Schoolaanwezigheid", document="Memo schoolaanwezigheid", plek="§ 2"
    )
    mazl = make_norm("nk2024.mazl.vso", 13, "Afspraken met de jeugdarts in het vso")
    langdurig = make_norm(
        "model16.13",
        13,
        "Beleid voor langdurig afwezige leerlingen",
        zegt="Het beleid bevat het onderdeel specifiek beleid voor langdurig afwezige leerlingen.",
        uitleg="Zonder afspraken weet niemand wie contact houdt met een leerling die weken thuis zit.",
        voorbeeld="Voor een leerling die langer dan vier weken afwezig is, maakt de mentor met leerling en ouders een plan.",
        snippet="langdurig_afwezig:\n  beleid: >-\n    Na vier weken maakt de mentor met leerling en ouders een plan.\n",
        aan_zet="oco",
    )
    return (
        make_finding(
            toerusting,
            Oordeel.VOLDOET_NIET,
            "Het beleid zegt niets over tijd en scholing voor wie met afwezigheid werkt.",
            te_doen="Beschrijf welke tijd en scholing er zijn.",
            feiten=(make_fact("toerusting", None, 1, 1),),
        ),
        make_finding(
            ouders,
            Oordeel.VOLDOET_NIET,
            "Het beleid noemt geen handreiking voor ouders.",
            te_doen="Voeg de handreiking toe bij `betrokkenheid.handreiking`.",
        ),
        make_finding(msa, feiten=(make_fact("regionaal.msa.ritme", "elke 6 weken", 240, 12),)),
        make_finding(mazl, Oordeel.NIET_VAN_TOEPASSING, "Deze norm geldt voor vso; uw school is vo."),
        make_finding(
            langdurig, Oordeel.VOLDOET_NIET, "Het onderdeel staat niet in het beleid.", te_doen="Schrijf dit onderdeel."
        ),
    )


def _year() -> tuple[Bevinding, ...]:
    evaluatie = make_norm("model16.14", 14, "Monitoring en evaluatie van de naleving", aan_zet="directeur")
    avg = make_norm("model16.15", 15, "Monitoring en evaluatie van gegevensbescherming")
    verslag = make_norm("model16.16", 16, "Verantwoording en reflectie")
    achttien = make_norm("model16.u.18plus", 3, "Leerlingen van 18 jaar en ouder", niveau=Niveau.VERWACHT)
    rollen = make_norm("model16.8", 8, "Rollen gericht op het stimuleren van aanwezigheid")
    return (
        make_finding(achttien, Oordeel.NIET_VAN_TOEPASSING, "Uw school heeft geen leerlingen van 18 jaar of ouder."),
        make_finding(rollen, feiten=(make_fact("rollen_stimuleren.beleid", "Iedere medewerker groet bij de deur.", 112, 11),)),
        make_finding(
            evaluatie,
            Oordeel.VOLDOET_NIET,
            "Dit onderdeel moet nog worden ingevuld.",
            te_doen="Vul het onderdeel in.",
            plan=Plan("directeur", "uiterlijk 1 februari 2027"),
            feiten=(make_fact("monitoring_en_evaluatie.nog_in_te_vullen.wanneer", "uiterlijk 1 februari 2027", 260, 14),),
        ),
        make_finding(
            avg,
            Oordeel.TE_BEOORDELEN,
            "De school zegt dat dit elders is geregeld.",
            vraag="Staat in het privacyreglement wie elk jaar nagaat of het beleid klopt met de AVG?",
            feiten=(
                make_fact(
                    "gegevensbescherming.elders_geregeld.vindplaats", "Privacyreglement van het bestuur, hoofdstuk 4", 266, 17
                ),
            ),
        ),
        make_finding(
            verslag, feiten=(make_fact("verantwoording.beleid", "Elk najaar bespreekt de school de cijfers.", 275, 11),)
        ),
    )


def _meldingen() -> tuple[Melding, ...]:
    return (
        Melding(
            "tegenspraak",
            "Twee grenzen voor een thuiszitter",
            "Bij de begrippen is een leerling na 3 weken thuiszitter, in de trap pas na 4 weken.",
            "Kies één grens en schrijf die op beide plaatsen.",
            Gewicht.TEKORT,
            (
                make_fact("begrippen.thuiszitter.na", "3 weken", 45, 9),
                make_fact("stappen_bij_afwezigheid.trappen[2].stappen[3].bij", "4 weken", 172, 15),
            ),
        ),
        Melding(
            "opvultekst",
            "Een tekst die nog moet worden geschreven",
            "Bij `communicatie.beleid` staat ‘nader in te vullen’.",
            "Schrijf de tekst, of zet er `nog_in_te_vullen` met wie en wanneer.",
            Gewicht.AANDACHTSPUNT,
            (make_fact("communicatie.beleid", "nader in te vullen", 55, 11),),
        ),
    )
