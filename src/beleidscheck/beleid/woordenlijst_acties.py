"""De kernwoorden voor wanneer (signalen) en wat (acties)."""

from __future__ import annotations

from typing import Final, TypeAlias

from beleidscheck.beleid.woordinfo import Actieinfo, Signaalinfo

A: TypeAlias = Actieinfo
S: TypeAlias = Signaalinfo

SIGNALEN: Final[dict[str, S]] = {
    "ziekmeldingen": S("ziekmeldingen", "het aantal keren dat de leerling is ziekgemeld", drempelsoort="keer", periode=True),
    "ziek_aaneengesloten": S("aaneengesloten ziek", "de leerling is zo lang achter elkaar ziek", drempelsoort="dagen"),
    "ziekte_uren": S("uren ziek", "het aantal uren dat de leerling ziek was", drempelsoort="uren", periode=True),
    "nog_ziek_na_weekend": S("na het weekend nog ziek", "de ziekte loopt door over het weekend"),
    "opvallende_afwezigheid": S("opvallend patroon in de afwezigheid", "bijvoorbeeld steeds dezelfde dag of dezelfde les"),
    "zorgwekkend_ziekteverzuim": S("zorgwekkend ziekteverzuim", "ziekteverzuim waar de school zich zorgen over maakt"),
    "geoorloofd_aaneengesloten": S(
        "aaneengesloten geoorloofd afwezig", "de leerling is zo lang achter elkaar met toestemming afwezig", drempelsoort="dagen"
    ),
    "geoorloofde_uren": S(
        "uren geoorloofd afwezig", "het aantal uren afwezig met een geldige reden", drempelsoort="uren", periode=True
    ),
    "ongeoorloofde_uren": S(
        "uren ongeoorloofd afwezig", "het aantal uren afwezig zonder geldige reden", drempelsoort="uren", periode=True
    ),
    "ongeoorloofd_aaneengesloten": S(
        "aaneengesloten ongeoorloofd afwezig",
        "de leerling is zo lang achter elkaar zonder geldige reden afwezig",
        drempelsoort="dagen",
    ),
    "te_laat": S("te laat", "het aantal keren dat de leerling te laat kwam", drempelsoort="keer", periode=True),
    "uit_de_les_gestuurd": S(
        "uit de les gestuurd", "het aantal keren dat de leerling uit de les is gestuurd", drempelsoort="keer", periode=True
    ),
    "luxe_verzuim": S("luxeverzuim", "vakantie of vrije dagen zonder toestemming"),
    "ziek_en_ongeoorloofd": S("ziek en ongeoorloofd afwezig door elkaar", "ziekteverzuim samen met ongeoorloofde afwezigheid"),
    "geen_medewerking": S("geen medewerking", "leerling of ouders werken niet mee aan gesprek of advies"),
    "vermoeden_ongeoorloofd": S("vermoeden van ongeoorloofde afwezigheid", "de school twijfelt of de gemelde reden klopt"),
    "twijfel_geoorloofd": S("twijfel of de afwezigheid geoorloofd is", "de school weet niet of de reden geldig is"),
    "afwezig_zonder_bericht": S("afwezig zonder bericht", "de leerling is er niet en niemand heeft zich gemeld"),
    "aanwezigheid": S(
        "aanwezigheidspercentage", "het deel van het rooster dat de leerling aanwezig was", drempelsoort="procent", periode=True
    ),
    "zorg_opgroeien": S("zorgen over het opgroeien", "zorgen over thuis, gezin of opgroeien"),
    "medische_reden": S("medische reden", "er speelt vermoedelijk iets medisch"),
    "zorg_ontwikkeling": S("zorgen over de ontwikkeling", "zorgen over lichamelijke of geestelijke ontwikkeling"),
    "schorsing": S("schorsing", "de leerling is geschorst"),
    "in_of_uitschrijving": S("in- of uitschrijving", "de leerling komt op school of gaat van school"),
    "anders": S("ander signaal", "een eigen signaal zonder getal; schrijf in `toelichting` wat u ziet"),
}

ACTIES: Final[dict[str, A]] = {
    "melden": A(
        "afwezigheid melden",
        "laten weten dat de leerling er niet is",
        aard="melden",
        zin="meldt de afwezigheid",
        zin_met="meldt de afwezigheid bij {met}",
        synoniemen=("ziekmelden", "afmelden"),
    ),
    "registreren": A(
        "registreren",
        "vastleggen in het leerlingvolgsysteem",
        aard="registreren",
        zin="registreert de afwezigheid",
        zin_met="registreert de afwezigheid samen met {met}",
        synoniemen=("vastleggen", "noteren"),
    ),
    "registreren_ongeoorloofd": A(
        "registreren als ongeoorloofd",
        "vastleggen dat de afwezigheid als ongeoorloofd telt",
        aard="registreren",
        zin="registreert de afwezigheid als ongeoorloofd",
        zin_met="registreert de afwezigheid als ongeoorloofd samen met {met}",
    ),
    "doorgeven": A(
        "doorgeven",
        "een collega of partner inlichten",
        aard="contact",
        zin="geeft het signaal door",
        zin_met="geeft het signaal door aan {met}",
        synoniemen=("informeren", "signaleren"),
    ),
    "contact": A(
        "contact opnemen",
        "bellen of mailen",
        aard="contact",
        zin="neemt contact op",
        zin_met="neemt contact op met {met}",
        synoniemen=("bellen", "mailen", "nabellen", "appen"),
    ),
    "gesprek": A(
        "gesprek", "een gesprek zonder vaste vorm", aard="contact", zin="voert een gesprek", zin_met="voert een gesprek met {met}"
    ),
    "verzuimgesprek": A(
        "aanwezigheidsgesprek",
        "een gesprek over de afwezigheid en wat de leerling nodig heeft",
        aard="contact",
        zin="voert een aanwezigheidsgesprek",
        zin_met="voert een aanwezigheidsgesprek met {met}",
        synoniemen=("aanwezigheidsgesprek", "mazl_gesprek"),
    ),
    "huisbezoek": A(
        "huisbezoek",
        "de leerling thuis opzoeken",
        aard="contact",
        zin="gaat op huisbezoek",
        zin_met="gaat op huisbezoek bij {met}",
    ),
    "brief": A(
        "brief",
        "schriftelijk contact",
        aard="contact",
        zin="stuurt een brief",
        zin_met="stuurt een brief aan {met}",
        synoniemen=("brief_sturen",),
    ),
    "informeren_ongeoorloofd": A(
        "laten weten dat de afwezigheid ongeoorloofd is",
        "de ouder laten weten dat de afwezigheid vanaf nu als ongeoorloofd telt",
        aard="contact",
        zin="laat weten dat de afwezigheid als ongeoorloofd telt",
        zin_met="laat {met} weten dat de afwezigheid als ongeoorloofd telt",
    ),
    "oorzaak_onderzoeken": A(
        "oorzaak onderzoeken",
        "uitzoeken wat er achter de afwezigheid zit",
        zin="onderzoekt de oorzaak",
        zin_met="onderzoekt de oorzaak samen met {met}",
    ),
    "interventie": A(
        "interventie",
        "een passende interventie kiezen",
        zin="kiest een passende interventie",
        zin_met="kiest een passende interventie voor {met}",
    ),
    "werk_inhalen": A(
        "werk laten inhalen",
        "de leerling haalt gemist werk in",
        zin="laat het gemiste werk inhalen",
        zin_met="laat {met} het gemiste werk inhalen",
    ),
    "betrekken": A(
        "betrekken",
        "een partner inschakelen of raadplegen",
        zin="betrekt een partner",
        zin_met="betrekt {met}",
        synoniemen=("inschakelen", "raadplegen"),
    ),
    "verwijzen": A(
        "verwijzen",
        "doorverwijzen voor een consult",
        zin="verwijst de leerling door",
        zin_met="verwijst de leerling door naar {met}",
        synoniemen=("doorverwijzen", "aanmelden"),
    ),
    "begeleiden": A("begeleiden", "de leerling een tijd begeleiden", zin="begeleidt de leerling", zin_met="begeleidt {met}"),
    "inzetten_ondersteuning": A(
        "ondersteuning inzetten",
        "extra ondersteuning in de school inzetten",
        zin="zet extra ondersteuning in",
        zin_met="zet extra ondersteuning in met {met}",
    ),
    "inzetten_ondersteuningsteam": A(
        "ondersteuningsteam inzetten",
        "de leerling bespreken in het ondersteuningsteam",
        zin="zet het ondersteuningsteam in",
        zin_met="zet het ondersteuningsteam in met {met}",
    ),
    "opschalen": A("opschalen", "zwaardere hulp inzetten", zin="schaalt op naar zwaardere hulp", zin_met="schaalt op naar {met}"),
    "plan_van_aanpak": A(
        "plan van aanpak",
        "een plan van aanpak maken of bijwerken",
        zin="maakt een plan van aanpak of werkt het bij",
        zin_met="maakt een plan van aanpak of werkt het bij, samen met {met}",
        synoniemen=("pva",),
    ),
    "categorie_bepalen": A(
        "bepalen of de afwezigheid geoorloofd is",
        "besluiten of de afwezigheid geoorloofd of ongeoorloofd is",
        aard="registreren",
        zin="bepaalt of de afwezigheid geoorloofd is",
        zin_met="bepaalt samen met {met} of de afwezigheid geoorloofd is",
    ),
    "duo_melden": A(
        "melding via het verzuimloket van DUO",
        "een melding doen via het verzuimloket van DUO",
        aard="melden",
        zin="meldt de afwezigheid via het verzuimloket van DUO",
        zin_met="meldt de afwezigheid via het verzuimloket van DUO aan {met}",
        synoniemen=("duo_melding", "verzuimloket"),
    ),
    "duo_registreren": A(
        "in- of uitschrijving doorgeven aan DUO",
        "de in- of uitschrijving doorgeven aan DUO",
        aard="registreren",
        zin="geeft de in- of uitschrijving door aan DUO",
        zin_met="geeft de in- of uitschrijving door aan DUO en aan {met}",
    ),
    "lpa_melden": A(
        "rechtstreeks melden bij leerplicht",
        "telefonisch of per mail melden bij de leerplichtambtenaar",
        aard="melden",
        zin="meldt rechtstreeks bij leerplicht",
        zin_met="meldt rechtstreeks bij {met}",
    ),
    "inspectie_melden": A(
        "schorsing melden bij de inspectie",
        "een schorsing melden bij de Inspectie van het Onderwijs",
        aard="melden",
        zin="meldt de schorsing bij de inspectie",
        zin_met="meldt de schorsing bij {met}",
    ),
    "waarschuwen": A(
        "waarschuwing",
        "aankondigen wat er bij herhaling volgt",
        aard="sanctie",
        zin="geeft een waarschuwing",
        zin_met="geeft {met} een waarschuwing",
        synoniemen=("waarschuwing",),
    ),
    "tijd_inhalen": A(
        "gemiste tijd laten inhalen",
        "de leerling haalt gemiste tijd in",
        aard="sanctie",
        zin="laat de gemiste tijd inhalen",
        zin_met="laat {met} de gemiste tijd inhalen",
        synoniemen=("inhalen", "nablijven"),
    ),
    "sanctie": A(
        "sanctie",
        "een sanctie opleggen; welke staat bij `sanctie`",
        aard="sanctie",
        zin="legt een sanctie op",
        zin_met="legt {met} een sanctie op",
        synoniemen=("straf", "maatregel"),
    ),
    "schorsen": A("schorsing", "de leerling schorsen", aard="sanctie", zin="schorst de leerling", zin_met="schorst {met}"),
}
