"""De gesloten keuzes: per keuzelijst de woorden, hoe zij leesbaar heten en wat zij betekenen."""

from __future__ import annotations

from typing import Final, TypeAlias

from beleidscheck.beleid.woordinfo import Woordinfo

W: TypeAlias = Woordinfo

GESLOTEN: Final[dict[str, dict[str, W]]] = {
    "status": {
        "concept": W("concept", "er wordt nog aan gewerkt"),
        "ter_instemming": W("ter instemming", "het ligt bij de medezeggenschap"),
        "vastgesteld": W("vastgesteld", "het geldt"),
    },
    "sector": {
        "po": W("primair onderwijs", "basisonderwijs", "het"),
        "sbo": W("speciaal basisonderwijs", "basisonderwijs met meer ondersteuning", "het"),
        "so": W("speciaal onderwijs", "basisonderwijs voor leerlingen met een beperking of stoornis", "het"),
        "vo": W("voortgezet onderwijs", "vmbo, havo en vwo", "het"),
        "pro": W("praktijkonderwijs", "voortgezet onderwijs dat op werk voorbereidt", "het"),
        "vso": W("voortgezet speciaal onderwijs", "voortgezet onderwijs voor leerlingen met een beperking of stoornis", "het"),
        "mbo": W("middelbaar beroepsonderwijs", "beroepsonderwijs", "het"),
    },
    "hoofdterm": {
        "afwezigheid": W("afwezigheid", "de leerling doet niet mee aan het onderwijs", "de"),
        "verzuim": W("verzuim", "het oudere woord voor afwezigheid", "het"),
    },
    "vergelijking": {
        "vanaf": W("vanaf", "de drempel zelf telt mee: vanaf 4 keer is bij de vierde keer"),
        "meer_dan": W("meer dan", "pas boven de drempel: meer dan 4 keer is bij de vijfde keer"),
        "onder": W("onder", "onder de drempel; bij een percentage"),
        "elke": W("elke", "steeds opnieuw: elke 3 keer is bij de derde, zesde, negende keer"),
    },
    "venster": {
        "voortschrijdend": W("voortschrijdende periode", "de periode schuift elke dag mee"),
        "vast": W("vaste periode", "de periode heeft een vast begin en eind, zoals een rapportperiode"),
    },
    "aard": {
        "melden": W("melding", "iemand wordt volgens een regel ingelicht", "de", "meldingen"),
        "registreren": W("registratie", "iets wordt vastgelegd", "de", "registraties"),
        "contact": W("contact", "er is contact of een gesprek", "het", "contacten"),
        "ondersteuning": W("ondersteuning", "de leerling krijgt hulp", "de"),
        "sanctie": W("sanctie", "de leerling krijgt een straf of moet iets goedmaken", "de", "sancties"),
    },
    "telperiode": {
        "schooljaar": W("per schooljaar", "de telling begint op 1 augustus opnieuw"),
        "halfjaar": W("per halfjaar", "de telling begint elk halfjaar opnieuw"),
        "trimester": W("per trimester", "de telling begint elk trimester opnieuw"),
        "kwartaal": W("per kwartaal", "de telling begint elk kwartaal opnieuw"),
        "rapportperiode": W("per rapportperiode", "de telling begint elke rapportperiode opnieuw"),
        "maand": W("per maand", "de telling begint elke maand opnieuw"),
        "doorlopend": W("doorlopend", "de telling begint niet opnieuw"),
    },
    "leerplicht": {
        "leerplichtig": W("leerplichtig", "van 5 jaar tot het einde van het schooljaar waarin de leerling 16 wordt"),
        "kwalificatieplichtig": W("kwalificatieplichtig", "na de leerplicht tot 18 jaar, zonder startkwalificatie"),
        "niet_leerplichtig": W("niet leerplichtig", "jonger dan 5 jaar, 18 jaar of ouder, of met een startkwalificatie"),
    },
    "categorie": {
        "aanwezig": W("aanwezig", "de leerling doet mee volgens het eigen rooster"),
        "ziek": W("ziek", "de leerling is ziekgemeld"),
        "medisch_bezoek": W("medisch bezoek", "arts, tandarts, fysiotherapeut en dergelijke", "het"),
        "toegekend_verlof": W("toegekend verlof", "de school gaf toestemming", "het"),
        "door_school_geinitieerd": W("op initiatief van de school", "uit de les gestuurd, geschorst of verwijderd"),
        "geoorloofd_te_laat": W("geoorloofd te laat", "te laat met een geldige reden"),
        "ongeoorloofd": W("ongeoorloofd afwezig", "afwezig zonder geldige reden"),
        "ongeoorloofd_te_laat": W("ongeoorloofd te laat", "te laat zonder geldige reden"),
        "aangepast_rooster": W("aangepast rooster", "volgens afspraak deels aanwezig", "het"),
        "onbekend": W("nog onbekend", "afwezig, de reden wordt nog uitgezocht"),
    },
    "groep": {
        "aanwezig": W("aanwezig", "telt als aanwezig"),
        "geoorloofd": W("geoorloofd afwezig", "afwezig met een geldige reden"),
        "ongeoorloofd": W("ongeoorloofd afwezig", "afwezig zonder geldige reden"),
        "onbekend": W("nog onbekend", "de reden wordt nog uitgezocht"),
    },
    "benadering": {
        "ongeoorloofd": W("ongeoorloofde afwezigheid", "spijbelen, te laat en dergelijke", "de"),
        "ziekte": W("ziekte", "ziekmeldingen", "de"),
        "anders": W("andere afwezigheid", "verlof, schorsing, thuiszitten en dergelijke", "de"),
    },
    "doeleenheid": {
        "procent": W("procent", "van het totaal"),
        "keer": W("keer", "aantal keren"),
        "dag": W("dag", "kalenderdagen", "de", "dagen"),
        "schooldag": W("schooldag", "dagen waarop er school is", "de", "schooldagen"),
        "week": W("week", "weken", "de", "weken"),
        "maand": W("maand", "maanden", "de", "maanden"),
        "uur": W("uur", "klokuren", "het", "uur"),
        "leerling": W("leerling", "aantal leerlingen", "de", "leerlingen"),
    },
    "vorm": {
        "actief": W("actief", "in gesprek: een bijeenkomst, les, ouderavond of overleg"),
        "passief": W("om te lezen", "om te lezen: een brief, gids, kaart of website"),
    },
    "verlofsoort": {
        "regulier": W("kort verlof", "een afspraak bij een arts, tandarts of hulpverlener", "het"),
        "bijzonder": W("bijzonder verlof", "gewichtige omstandigheden, zoals een huwelijk of begrafenis", "het"),
        "vakantie": W("vakantieverlof", "vakantie buiten de schoolvakanties door het beroep van een ouder", "het"),
        "religieuze_feestdag": W(
            "verlof voor een religieuze feestdag", "een verplichting uit godsdienst of levensovertuiging", "het"
        ),
        "jonger_dan_zes": W("verlof voor jonge kinderen", "uren vrij voor een leerling jonger dan zes jaar", "het"),
        "topsport_en_talent": W("verlof voor topsport of talent", "wedstrijden, trainingen of optredens", "het"),
        "stage_bpv": W("verlof van stage of bpv", "verlof op een stagedag", "het"),
        "overig": W("ander verlof", "een ander soort verlof; zie de omschrijving", "het"),
    },
    "aanvraagmoment": {
        "vooraf": W("vooraf", "voordat het verlof begint"),
        "zelfde_dag": W("op de dag zelf", "op de dag van het verlof"),
        "achteraf": W("achteraf", "na het verlof"),
    },
    "betermelden": {
        "niet_nodig": W("betermelden is niet nodig", "de leerling komt gewoon weer"),
        "melden": W("de ouder of leerling meldt de leerling beter", "bellen, mailen of via de app"),
        "bij_terugkomst": W("de leerling meldt zich bij terugkomst", "de leerling meldt zich bij het meldpunt"),
        "formulier": W("met een formulier", "er is een betermeldformulier"),
        "ondertekend_formulier": W("met een ondertekend formulier", "een ouder ondertekent het formulier"),
    },
    "controlemoment": {
        "elke_les": W("elke les", "aan het begin van elke les"),
        "elk_dagdeel": W("elk dagdeel", "aan het begin van ochtend en middag"),
        "begin_van_de_dag": W("aan het begin van de dag", "één keer per dag"),
        "steekproef": W("met een steekproef", "niet elke keer"),
    },
    "legt_vast": {
        "aanwezig": W("aanwezig", "wie er is"),
        "afwezig": W("afwezig", "wie er niet is"),
        "te_laat": W("te laat", "wie later binnenkomt"),
        "eerder_weg": W("eerder weg", "wie eerder vertrekt"),
        "uit_de_les_gestuurd": W("uit de les gestuurd", "wie de les uit moest"),
    },
    "koppeling": {
        "afwezigheidsmelding": W("meldingen van afwezigheid", "wat ouders en leerlingen meldden"),
        "lescontrole": W("controle in de les", "wat docenten vastlegden", "de"),
        "verlof": W("toegekend verlof", "wat de school toestond", "het"),
        "rooster": W("rooster", "wat er gepland was", "het"),
    },
    "niveau": {
        "leerling": W("leerling", "per leerling", "de", "leerlingen"),
        "groep": W("groep", "per klas of groep", "de", "groepen"),
        "leerjaar": W("leerjaar", "per leerjaar", "het", "leerjaren"),
        "afdeling": W("afdeling", "per afdeling of team", "de", "afdelingen"),
        "locatie": W("locatie", "per locatie", "de", "locaties"),
        "school": W("school", "voor de hele school", "de", "scholen"),
    },
    "maat": {
        "frequentie": W("hoe vaak", "het aantal keren", "de"),
        "duur": W("hoe lang", "het aantal uren of dagen", "de"),
        "percentage": W("percentage", "het deel van het rooster", "het"),
    },
    "patroon": {
        "leerling": W("welke leerlingen", "om welke leerlingen het gaat"),
        "groep": W("welke groepen", "om welke klassen of groepen het gaat"),
        "docent_of_les": W("welke docenten of lessen", "bij welke docent of les"),
        "dag_of_uur": W("welke dagen of uren", "op welke dag of welk uur"),
        "reden": W("welke redenen", "om welke reden"),
    },
    "melding": {
        "geen": W("geen melding", "er wordt niet gemeld"),
        "verplicht": W("verplichte melding", "de wet of een afspraak vraagt een melding"),
        "vrijwillig": W("vrijwillige melding", "de school mag melden"),
    },
    "contactmoment": {
        "direct": W("meteen", "zodra de afwezigheid blijkt"),
        "zelfde_dag": W("dezelfde dag", "op de dag van de afwezigheid"),
        "wekelijks": W("binnen een week", "één keer per week"),
        "geen": W("geen vast contact", "er is geen afspraak over contact"),
    },
    "inspraak": {
        "formuleren": W("meedenken over het beleid", "denkt mee bij het schrijven"),
        "vaststellen": W("meebeslissen over het beleid", "is betrokken bij het vaststellen"),
        "evalueren": W("het beleid mee evalueren", "denkt mee bij de evaluatie"),
        "adviseren": W("adviseren", "geeft advies"),
        "instemmen": W("instemmen", "moet instemmen"),
    },
    "mr_onderdeel": {
        "aanwezigheidsbeleid": W("aanwezigheidsbeleid", "dit beleid", "het"),
        "schoolreglement": W("schoolreglement", "de regels van de school", "het"),
        "schoolgids": W("schoolgids", "de gids voor ouders en leerlingen", "de"),
        "schoolplan": W("schoolplan", "het plan voor vier jaar", "het"),
        "privacyregeling": W("privacyregeling", "de regeling over persoonsgegevens", "de"),
        "leerlingenstatuut": W("leerlingenstatuut", "rechten en plichten van leerlingen", "het"),
        "taakbelasting": W("taakbelasting", "de verdeling van taken over het personeel", "de"),
        "veiligheidsbeleid": W("veiligheidsbeleid", "regels over veiligheid, gezondheid en welzijn", "het"),
        "overig": W("ander onderdeel", "een ander onderdeel; zie de toelichting", "het"),
    },
    "mr_recht": {
        "instemming": W("instemming", "zonder instemming gaat het niet door", "de"),
        "advies": W("advies", "de raad adviseert", "het"),
        "overleg": W("overleg", "er is over gesproken", "het"),
        "informatie": W("informatie", "de raad is ingelicht", "de"),
    },
    "geleding": {
        "mr": W("medezeggenschapsraad", "de hele raad", "de"),
        "gmr": W("gemeenschappelijke medezeggenschapsraad", "de raad van alle scholen van het bestuur", "de"),
        "oudergeleding": W("oudergeleding", "de ouders in de raad", "de"),
        "leerlinggeleding": W("leerlinggeleding", "de leerlingen in de raad", "de"),
        "ouder_en_leerlinggeleding": W("ouder- en leerlinggeleding", "ouders en leerlingen in de raad", "de"),
        "personeelsgeleding": W("personeelsgeleding", "het personeel in de raad", "de"),
        "studentenraad": W("studentenraad", "de raad van studenten in het mbo", "de"),
        "ondernemingsraad": W("ondernemingsraad", "de raad van het personeel in het mbo", "de"),
    },
    "uitkomst": {
        "ingestemd": W("ingestemd", "de raad stemde in"),
        "niet_ingestemd": W("niet ingestemd", "de raad stemde niet in"),
        "positief_advies": W("positief advies", "de raad is voor"),
        "negatief_advies": W("negatief advies", "de raad is tegen"),
        "besproken": W("besproken", "er is over gesproken"),
        "in_behandeling": W("in behandeling", "er is nog geen uitkomst"),
    },
    "gegevensvorm": {
        "anoniem_geaggregeerd": W("anoniem en opgeteld", "alleen opgetelde cijfers zonder namen"),
        "anoniem": W("anoniem", "zonder namen"),
        "herleidbaar_met_toestemming": W("met naam, na toestemming", "alleen na toestemming van ouder of leerling"),
        "niet": W("niet", "er gaan geen gegevens heen"),
    },
    "roosterbasis": {
        "individueel_rooster": W("eigen rooster van de leerling", "het rooster van de leerling zelf", "het"),
        "groepsrooster": W("rooster van de groep", "het rooster van de klas of groep", "het"),
        "schooltijden": W("schooltijden", "de vaste schooltijden", "de"),
    },
    "registratiebron": {
        "melding": W("melding door ouder of leerling", "wat ouders en leerlingen melden", "de"),
        "lescontrole": W("controle in de les", "wat de docent vastlegt", "de"),
        "nabellen": W("nabellen", "wat blijkt uit nabellen", "het"),
    },
    "teleenheid": {
        "lesuur": W("lesuur", "een les volgens het rooster", "het", "lesuren"),
        "klokuur": W("klokuur", "60 minuten", "het", "klokuren"),
        "halfuur": W("half uur", "30 minuten", "het", "halve uren"),
        "minuut": W("minuut", "per minuut", "de", "minuten"),
        "dagdeel": W("dagdeel", "ochtend of middag", "het", "dagdelen"),
        "schooldag": W("schooldag", "een hele dag", "de", "schooldagen"),
    },
}
