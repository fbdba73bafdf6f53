"""De keuzevelden als types: gesloten keuzes (alleen deze woorden) en trefwoorden (bekende woorden of eigen tekst)."""

from __future__ import annotations

from typing import Annotated, Final, Literal, TypeAlias

from pydantic import StringConstraints

from beleidscheck.beleid.basis import NIET_LEEG, Soort

# ---- Gesloten keuzes ---------------------------------------------------------------------------------------------

Status: TypeAlias = Annotated[Literal["concept", "ter_instemming", "vastgesteld"], Soort("woord", "status", gesloten=True)]
Sector: TypeAlias = Annotated[Literal["po", "sbo", "so", "vo", "pro", "vso", "mbo"], Soort("woord", "sector", gesloten=True)]
Hoofdterm: TypeAlias = Annotated[Literal["afwezigheid", "verzuim"], Soort("woord", "hoofdterm", gesloten=True)]
Signaalwoord: TypeAlias = Annotated[
    Literal[
        "ziekmeldingen",
        "ziek_aaneengesloten",
        "ziekte_uren",
        "nog_ziek_na_weekend",
        "opvallende_afwezigheid",
        "zorgwekkend_ziekteverzuim",
        "geoorloofd_aaneengesloten",
        "geoorloofde_uren",
        "ongeoorloofde_uren",
        "ongeoorloofd_aaneengesloten",
        "te_laat",
        "uit_de_les_gestuurd",
        "luxe_verzuim",
        "ziek_en_ongeoorloofd",
        "geen_medewerking",
        "vermoeden_ongeoorloofd",
        "twijfel_geoorloofd",
        "afwezig_zonder_bericht",
        "aanwezigheid",
        "zorg_opgroeien",
        "medische_reden",
        "zorg_ontwikkeling",
        "schorsing",
        "in_of_uitschrijving",
        "anders",
    ],
    Soort("woord", "signaal", gesloten=True),
]
Vergelijking: TypeAlias = Annotated[Literal["vanaf", "meer_dan", "onder", "elke"], Soort("woord", "vergelijking", gesloten=True)]
Venster: TypeAlias = Annotated[Literal["voortschrijdend", "vast"], Soort("woord", "venster", gesloten=True)]
Aard: TypeAlias = Annotated[
    Literal["melden", "registreren", "contact", "ondersteuning", "sanctie"], Soort("woord", "aard", gesloten=True)
]
Telperiode: TypeAlias = Annotated[
    Literal["schooljaar", "halfjaar", "trimester", "kwartaal", "rapportperiode", "maand", "doorlopend"],
    Soort("woord", "telperiode", gesloten=True),
]
Leerplicht: TypeAlias = Annotated[
    Literal["leerplichtig", "kwalificatieplichtig", "niet_leerplichtig"], Soort("woord", "leerplicht", gesloten=True)
]
Categorie: TypeAlias = Annotated[
    Literal[
        "aanwezig",
        "ziek",
        "medisch_bezoek",
        "toegekend_verlof",
        "door_school_geinitieerd",
        "geoorloofd_te_laat",
        "ongeoorloofd",
        "ongeoorloofd_te_laat",
        "aangepast_rooster",
        "onbekend",
    ],
    Soort("woord", "categorie", gesloten=True),
]
Groep: TypeAlias = Annotated[
    Literal["aanwezig", "geoorloofd", "ongeoorloofd", "onbekend"], Soort("woord", "groep", gesloten=True)
]
Afwezigheidsgroep: TypeAlias = Annotated[Literal["geoorloofd", "ongeoorloofd"], Soort("woord", "groep", gesloten=True)]
Benadering: TypeAlias = Annotated[Literal["ongeoorloofd", "ziekte", "anders"], Soort("woord", "benadering", gesloten=True)]
Doeleenheid: TypeAlias = Annotated[
    Literal["procent", "keer", "dag", "schooldag", "week", "maand", "uur", "leerling"],
    Soort("woord", "doeleenheid", gesloten=True),
]
Vorm: TypeAlias = Annotated[Literal["actief", "passief"], Soort("woord", "vorm", gesloten=True)]
Verlofsoort: TypeAlias = Annotated[
    Literal[
        "regulier", "bijzonder", "vakantie", "religieuze_feestdag", "jonger_dan_zes", "topsport_en_talent", "stage_bpv", "overig"
    ],
    Soort("woord", "verlofsoort", gesloten=True),
]
Aanvraagmoment: TypeAlias = Annotated[
    Literal["vooraf", "zelfde_dag", "achteraf"], Soort("woord", "aanvraagmoment", gesloten=True)
]
Betermelden: TypeAlias = Annotated[
    Literal["niet_nodig", "melden", "bij_terugkomst", "formulier", "ondertekend_formulier"],
    Soort("woord", "betermelden", gesloten=True),
]
Controlemoment: TypeAlias = Annotated[
    Literal["elke_les", "elk_dagdeel", "begin_van_de_dag", "steekproef"], Soort("woord", "controlemoment", gesloten=True)
]
LegtVast: TypeAlias = Annotated[
    Literal["aanwezig", "afwezig", "te_laat", "eerder_weg", "uit_de_les_gestuurd"], Soort("woord", "legt_vast", gesloten=True)
]
Koppeling: TypeAlias = Annotated[
    Literal["afwezigheidsmelding", "lescontrole", "verlof", "rooster"], Soort("woord", "koppeling", gesloten=True)
]
Niveau: TypeAlias = Annotated[
    Literal["leerling", "groep", "leerjaar", "afdeling", "locatie", "school"], Soort("woord", "niveau", gesloten=True)
]
Maat: TypeAlias = Annotated[Literal["frequentie", "duur", "percentage"], Soort("woord", "maat", gesloten=True)]
Patroon: TypeAlias = Annotated[
    Literal["leerling", "groep", "docent_of_les", "dag_of_uur", "reden"], Soort("woord", "patroon", gesloten=True)
]
Meldplicht: TypeAlias = Annotated[Literal["geen", "verplicht", "vrijwillig"], Soort("woord", "melding", gesloten=True)]
Contactmoment: TypeAlias = Annotated[
    Literal["direct", "zelfde_dag", "wekelijks", "geen"], Soort("woord", "contactmoment", gesloten=True)
]
Inspraak: TypeAlias = Annotated[
    Literal["formuleren", "vaststellen", "evalueren", "adviseren", "instemmen"], Soort("woord", "inspraak", gesloten=True)
]
MrOnderdeel: TypeAlias = Annotated[
    Literal[
        "aanwezigheidsbeleid",
        "schoolreglement",
        "schoolgids",
        "schoolplan",
        "privacyregeling",
        "leerlingenstatuut",
        "taakbelasting",
        "veiligheidsbeleid",
        "overig",
    ],
    Soort("woord", "mr_onderdeel", gesloten=True),
]
MrRecht: TypeAlias = Annotated[
    Literal["instemming", "advies", "overleg", "informatie"], Soort("woord", "mr_recht", gesloten=True)
]
Geleding: TypeAlias = Annotated[
    Literal[
        "mr",
        "gmr",
        "oudergeleding",
        "leerlinggeleding",
        "ouder_en_leerlinggeleding",
        "personeelsgeleding",
        "studentenraad",
        "ondernemingsraad",
    ],
    Soort("woord", "geleding", gesloten=True),
]
Uitkomst: TypeAlias = Annotated[
    Literal["ingestemd", "niet_ingestemd", "positief_advies", "negatief_advies", "besproken", "in_behandeling"],
    Soort("woord", "uitkomst", gesloten=True),
]
Gegevensvorm: TypeAlias = Annotated[
    Literal["anoniem_geaggregeerd", "anoniem", "herleidbaar_met_toestemming", "niet"],
    Soort("woord", "gegevensvorm", gesloten=True),
]
Roosterbasis: TypeAlias = Annotated[
    Literal["individueel_rooster", "groepsrooster", "schooltijden"], Soort("woord", "roosterbasis", gesloten=True)
]
Registratiebron: TypeAlias = Annotated[
    Literal["melding", "lescontrole", "nabellen"], Soort("woord", "registratiebron", gesloten=True)
]
Teleenheid: TypeAlias = Annotated[
    Literal["lesuur", "klokuur", "halfuur", "minuut", "dagdeel", "schooldag"], Soort("woord", "teleenheid", gesloten=True)
]

# ---- Trefwoorden: een bekend woord, of wat de school zelf schrijft ------------------------------------------------

_TREFWOORD: Final = StringConstraints(pattern=NIET_LEEG, max_length=300)
Samenhang: TypeAlias = Annotated[str, _TREFWOORD, Soort("woord", "samenhang")]
OmvatAanwezigheid: TypeAlias = Annotated[str, _TREFWOORD, Soort("woord", "omvat_aanwezigheid")]
OmvatAfwezigheid: TypeAlias = Annotated[str, _TREFWOORD, Soort("woord", "omvat_afwezigheid")]
Indicator: TypeAlias = Annotated[str, _TREFWOORD, Soort("woord", "indicator")]
Risicofactor: TypeAlias = Annotated[str, _TREFWOORD, Soort("woord", "risicofactor")]
Gespreksopening: TypeAlias = Annotated[str, _TREFWOORD, Soort("woord", "gespreksopening")]
Aanpak: TypeAlias = Annotated[str, _TREFWOORD, Soort("woord", "aanpak")]
Inhoud: TypeAlias = Annotated[str, _TREFWOORD, Soort("woord", "inhoud")]
Middel: TypeAlias = Annotated[str, _TREFWOORD, Soort("tekst", "middel")]
Kanaalwoord: TypeAlias = Annotated[str, _TREFWOORD, Soort("woord", "kanaal")]
ZiekConform: TypeAlias = Annotated[str, _TREFWOORD, Soort("woord", "ziek_conform")]
Verlofreden: TypeAlias = Annotated[str, _TREFWOORD, Soort("woord", "verlofreden")]
Verlofvoorwaarde: TypeAlias = Annotated[str, _TREFWOORD, Soort("woord", "verlofvoorwaarde")]
Maatregel: TypeAlias = Annotated[str, _TREFWOORD, Soort("woord", "maatregel")]
Succesfactor: TypeAlias = Annotated[str, _TREFWOORD, Soort("woord", "succesfactor")]
Telling: TypeAlias = Annotated[str, _TREFWOORD, Soort("woord", "telling")]
Sanctiesoort: TypeAlias = Annotated[str, _TREFWOORD, Soort("woord", "sanctiesoort")]
Planonderdeel: TypeAlias = Annotated[str, _TREFWOORD, Soort("woord", "planonderdeel")]
Scholingsonderwerp: TypeAlias = Annotated[str, _TREFWOORD, Soort("woord", "scholingsonderwerp")]
Ondersteuning: TypeAlias = Annotated[str, _TREFWOORD, Soort("woord", "ondersteuning")]
Aanleiding: TypeAlias = Annotated[str, _TREFWOORD, Soort("woord", "aanleiding")]
Casusafspraak: TypeAlias = Annotated[str, _TREFWOORD, Soort("woord", "casusafspraak")]
Toestemming: TypeAlias = Annotated[str, _TREFWOORD, Soort("woord", "toestemming")]
Voorziening: TypeAlias = Annotated[str, _TREFWOORD, Soort("woord", "voorziening")]
Schoolinbreng: TypeAlias = Annotated[str, _TREFWOORD, Soort("woord", "schoolinbreng")]
NaToekenning: TypeAlias = Annotated[str, _TREFWOORD, Soort("woord", "na_toekenning")]
NaAfwijzing: TypeAlias = Annotated[str, _TREFWOORD, Soort("woord", "na_afwijzing")]
Na18: TypeAlias = Annotated[str, _TREFWOORD, Soort("woord", "na_18")]
Evaluatievraag: TypeAlias = Annotated[str, _TREFWOORD, Soort("woord", "evaluatievraag")]
Verantwoordingsonderwerp: TypeAlias = Annotated[str, _TREFWOORD, Soort("woord", "verantwoordingsonderwerp")]
Reflectieonderwerp: TypeAlias = Annotated[str, _TREFWOORD, Soort("woord", "reflectieonderwerp")]
Roosterbijstelling: TypeAlias = Annotated[str, _TREFWOORD, Soort("woord", "roosterbijstelling")]
Categoriedeel: TypeAlias = Annotated[str, _TREFWOORD, Soort("woord", "categoriedeel")]
Reden: TypeAlias = Annotated[str, _TREFWOORD, Soort("woord", "reden")]
Typologie: TypeAlias = Annotated[str, _TREFWOORD, Soort("woord", "typologie")]
Verklaringonderwerp: TypeAlias = Annotated[str, _TREFWOORD, Soort("woord", "verklaring")]
