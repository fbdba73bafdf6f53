"""De kernwoorden voor wie iets doet (rollen) en waar het wordt vastgelegd (plaatsen)."""

from __future__ import annotations

from typing import Final, TypeAlias

from beleidscheck.beleid.woordinfo import Woordinfo

W: TypeAlias = Woordinfo

ROLLEN: Final[dict[str, W]] = {
    # binnen de school
    "bevoegd_gezag": W(
        "bevoegd gezag",
        "het bestuur dat formeel verantwoordelijk is voor de school",
        "het",
        "bevoegde gezagen",
        ("schoolbestuur", "bestuur", "college_van_bestuur", "cvb"),
    ),
    "directeur": W(
        "directeur",
        "de schoolleider",
        "de",
        "directeuren",
        ("rector", "schoolhoofd", "directie", "schoolleiding", "schoolleider", "locatiedirecteur"),
    ),
    "mt": W(
        "managementteam",
        "de leidinggevende die verantwoordelijk is voor registratie en opvolging",
        "het",
        "managementteams",
        ("teamleider", "afdelingsleider", "leidinggevende", "managementteam", "bouwcoordinator", "conrector"),
    ),
    "meldpunt": W(
        "meldpunt",
        "de plek waar afwezigheid binnenkomt en wordt geregistreerd",
        "het",
        "meldpunten",
        (
            "receptie",
            "conciërge",
            "verzuimadministratie",
            "absentie",
            "administratie",
            "verzuimmedewerker",
            "meldkamer",
            "leerlingenloket",
            "servicepunt",
            "balie",
        ),
    ),
    "docent": W("docent", "wie de les geeft", "de", "docenten", ("leerkracht", "leraar", "vakdocent", "vakleerkracht")),
    "mentor": W(
        "mentor",
        "de vaste begeleider van de leerling",
        "de",
        "mentoren",
        (
            "groepsleerkracht",
            "slb",
            "slber",
            "slb'er",
            "coach",
            "studiecoach",
            "studieloopbaanbegeleider",
            "learning_coach",
            "tutor",
        ),
    ),
    "leerjaarcoordinator": W(
        "leerjaarcoördinator",
        "coördineert een leerjaar",
        "de",
        "leerjaarcoördinatoren",
        ("jaarlaagcoördinator", "jaarcoördinator"),
    ),
    "verzuimcoordinator": W(
        "aanwezigheidscoördinator",
        "coördineert de opvolging van afwezigheid",
        "de",
        "aanwezigheidscoördinatoren",
        ("aanwezigheidscoördinator",),
    ),
    "oco": W(
        "ondersteuningscoördinator",
        "coördineert de ondersteuning van leerlingen",
        "de",
        "ondersteuningscoördinatoren",
        (
            "ondersteuningscoördinator",
            "ondersteuningcoördinator",
            "zorgcoördinator",
            "intern_begeleider",
            "ib",
            "ib'er",
            "iber",
            "kwaliteitscoördinator",
        ),
    ),
    "ondersteuningsteam": W(
        "ondersteuningsteam",
        "het team in de school dat meedenkt als een leerling hulp nodig heeft",
        "het",
        "ondersteuningsteams",
        ("ot", "zorgteam", "zat"),
    ),
    "schoolaanwezigheidsteam": W(
        "schoolaanwezigheidsteam",
        "het team dat in de school de aanpak van aanwezigheid trekt",
        "het",
        "schoolaanwezigheidsteams",
        ("sat", "school_aanwezigheid_team"),
    ),
    "functionaris_gegevensbescherming": W(
        "functionaris gegevensbescherming",
        "de onafhankelijke toezichthouder op privacy",
        "de",
        "functionarissen gegevensbescherming",
        ("fg",),
    ),
    "mr": W(
        "medezeggenschapsraad",
        "ouders, personeel en in het vo leerlingen die meebeslissen",
        "de",
        "medezeggenschapsraden",
        ("medezeggenschapsraad",),
    ),
    "ouderraad": W("ouderraad", "vertegenwoordigt de ouders", "de", "ouderraden", ("oudergeleding",)),
    "leerlingenraad": W(
        "leerlingenraad", "vertegenwoordigt de leerlingen of studenten", "de", "leerlingenraden", ("studentenraad",)
    ),
    "decaan": W("decaan", "begeleidt bij studie- en beroepskeuze", "de", "decanen"),
    "stagebegeleider": W(
        "stagebegeleider",
        "begeleidt de leerling op stage of bij de bpv",
        "de",
        "stagebegeleiders",
        ("bpv-begeleider", "stagedocent"),
    ),
    "vertrouwenspersoon": W(
        "vertrouwenspersoon", "bij wie een leerling of ouder vertrouwelijk terechtkan", "de", "vertrouwenspersonen"
    ),
    "schoolmaatschappelijk_werk": W(
        "schoolmaatschappelijk werk",
        "maatschappelijk werk dat in de school werkt",
        "het",
        "",
        ("schoolmaatschappelijk_werker", "smw"),
    ),
    "professional": W("medewerker", "iedereen die in de school werkt", "de", "medewerkers", ("team", "personeel", "medewerker")),
    "nieuwe_medewerker": W("nieuwe medewerker", "wie net in de school is komen werken", "de", "nieuwe medewerkers"),
    "leerling": W("leerling", "de leerling of student", "de", "leerlingen", ("jongere", "student", "kind", "lln")),
    "leerling_18plus": W(
        "leerling van 18 jaar of ouder",
        "de meerderjarige leerling of student",
        "de",
        "leerlingen van 18 jaar of ouder",
        ("18plus", "meerderjarige_leerling"),
    ),
    "ouder": W("ouder", "de ouder of verzorger", "de", "ouders", ("ouders", "verzorger", "verzorgers", "ouder/verzorger")),
    "klas": W("klas", "de klasgenoten", "de", "klassen", ("klasgenoten", "groep")),
    # buiten de school
    "leerplichtambtenaar": W(
        "leerplichtambtenaar",
        "ziet namens de gemeente toe op de Leerplichtwet, tot 18 jaar",
        "de",
        "leerplichtambtenaren",
        ("lpa", "leerplicht", "consulent_leerplicht", "consulent_leerrecht", "leerrecht"),
    ),
    "doorstroompunt": W(
        "Doorstroompunt",
        "begeleidt jongeren van 18 tot 23 jaar zonder startkwalificatie",
        "het",
        "Doorstroompunten",
        ("rmc", "rmc-administratie"),
    ),
    "jeugdarts": W(
        "jeugdarts",
        "de arts van de jeugdgezondheidszorg die aan de school verbonden is",
        "de",
        "jeugdartsen",
        ("schoolarts", "ggd-arts"),
    ),
    "onafhankelijke_ggd_arts": W(
        "onafhankelijke GGD-arts",
        "de arts die de gemeente aanwijst bij een vrijstelling; nooit de jeugdarts van de school",
        "de",
        "onafhankelijke GGD-artsen",
        ("onafhankelijke_arts",),
    ),
    "jeugdverpleegkundige": W(
        "jeugdverpleegkundige",
        "het vaste aanspreekpunt van de jeugdgezondheidszorg",
        "de",
        "jeugdverpleegkundigen",
        ("schoolverpleegkundige",),
    ),
    "jeugdhulp": W("jeugdhulp", "vrijwillige hulp voor jeugdigen en ouders", "de", "", ("jeugdzorg", "hulpverlening")),
    "inspectie": W(
        "Inspectie van het Onderwijs", "ziet toe op scholen; schorsingen worden hier gemeld", "de", "", ("onderwijsinspectie",)
    ),
    "gemeente": W("gemeente", "de gemeente waar de leerling woont of de school staat", "de", "gemeenten"),
    "wijkteam": W("wijkteam", "het sociale team van de gemeente", "het", "wijkteams", ("sociaal_wijkteam", "sociaal_team")),
    "huisarts": W("huisarts", "de huisarts van de leerling", "de", "huisartsen"),
    "vervoerder": W("vervoerder", "verzorgt het leerlingenvervoer", "de", "vervoerders", ("leerlingenvervoer", "taxi")),
    "stagebedrijf": W(
        "stagebedrijf", "waar de leerling stage of bpv loopt", "het", "stagebedrijven", ("leerbedrijf", "bpv-bedrijf", "stage")
    ),
    "tweede_school": W("tweede school", "de andere school waar de leerling ook les heeft", "de", "andere scholen"),
    "zorginstelling": W("zorginstelling", "de instelling waar de leerling behandeling of zorg krijgt", "de", "zorginstellingen"),
    "ketenpartner": W(
        "ketenpartner",
        "een partner buiten de school, niet nader genoemd",
        "de",
        "ketenpartners",
        ("netwerkpartner", "kernpartner", "partner"),
    ),
}

PLAATSEN: Final[dict[str, W]] = {
    "LVS": W(
        "leerlingvolgsysteem",
        "het leerlingvolgsysteem of de leerlingadministratie",
        "het",
        "leerlingvolgsystemen",
        ("leerlingvolgsysteem", "leerlingadministratie", "Magister", "Somtoday", "ParnasSys", "ESIS", "Eduarte"),
    ),
    "OPP": W(
        "ontwikkelingsperspectief",
        "het ontwikkelingsperspectief van de leerling",
        "het",
        "ontwikkelingsperspectieven",
        ("handelingsplan", "ontwikkelingsperspectiefplan"),
    ),
    "PvA": W("plan van aanpak", "het plan van aanpak", "het", "plannen van aanpak", ("plan_van_aanpak", "pva")),
    "DUO": W(
        "verzuimloket van DUO",
        "het register waarin scholen afwezigheid melden",
        "het",
        "",
        ("verzuimloket", "verzuimregister", "register_onderwijsdeelnemers", "rod"),
    ),
    "dossier": W("leerlingdossier", "het dossier van de leerling op school", "het", "leerlingdossiers", ("leerlingdossier",)),
    "handmatig": W("handmatige melding", "een melding buiten het verzuimloket om", "de", "handmatige meldingen"),
    "LPA-registratie": W("registratie van leerplicht", "de eigen registratie van de gemeente, niet van de school", "de"),
}
