"""Getallen in lopende tekst tegenover het veld ernaast: eerst alles wat niet mag vuren."""

from __future__ import annotations

import time
from typing import Any

import pytest

from beleidscheck.check.getallen import Conflict, prose_conflicts

STAP = {"bij": [{"signaal": "ziekmeldingen", "drempel": "4 keer", "periode": "12 schoolweken"}]}
UREN = {"bij": [{"signaal": "ongeoorloofde_uren", "drempel": "16 klokuren", "periode": "4 weken"}]}
DAGEN = {"bij": [{"signaal": "ziek_aaneengesloten", "drempel": "7 dagen"}]}
MELDEN = {"melden": {"tijdstip": "08:30", "uiterste_termijn": "2 dagen"}}
DOEL = {"streefwaarde": 95, "eenheid": "procent"}


def _texts(blok: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Return where, what and against which value; the shape that the table compares whole."""
    return [(conflict.veld, conflict.in_tekst, conflict.waarde) for conflict in prose_conflicts({"blok": blok})]


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        # de tekst zegt hetzelfde
        pytest.param({"termijn": "5 schooldagen"}, "De mentor belt binnen 5 schooldagen.", id="zelfde getal"),
        pytest.param({"termijn": "5 schooldagen"}, "De mentor belt binnen vijf schooldagen.", id="zelfde getal als woord"),
        pytest.param({"termijn": "1 schooldag"}, "De mentor belt binnen één schooldag.", id="één met accenten"),
        pytest.param({"termijn": "1,5 uur"}, "Binnen 1,5 uur is er contact.", id="komma"),
        pytest.param(
            {"termijn": "5 schooldagen"},
            "Binnen 2 schooldagen bij zorg, en binnen 5 schooldagen bij de rest.",
            id="één van de twee klopt",
        ),
        pytest.param(STAP, "Bij de 4e keer binnen 12 schoolweken volgt een gesprek.", id="drempel en periode kloppen"),
        pytest.param(DOEL, "Gemiddelde aanwezigheid is minstens 95 procent", id="doel klopt"),
        pytest.param(DOEL, "De aanwezigheid gaat van 91 naar 95 procent.", id="van en naar"),
        # een andere eenheid, of geen eenheid
        pytest.param({"termijn": "5 schooldagen"}, "De mentor belt binnen een week.", id="andere eenheid"),
        pytest.param({"termijn": "5 schooldagen"}, "Binnen 3 dagen belt de mentor.", id="dagen zijn geen schooldagen"),
        pytest.param({"termijn": "5 schooldagen"}, "Zie paragraaf 3, leerjaar 2 en lokaal 12.", id="losse getallen"),
        pytest.param({"termijn": "2 weken"}, "De mentor belt binnen 2-3 weken.", id="een bereik"),
        pytest.param({"termijn": "2 weken"}, "De mentor belt binnen anderhalve week.", id="anderhalf"),
        # een ander geval in dezelfde tekst
        pytest.param(
            {"termijn": "1 schooldag"},
            "Reageert de ouder niet binnen 3 schooldagen, dan volgt een brief.",
            id="als het uitblijft",
        ),
        pytest.param({"termijn": "1 schooldag"}, "Binnen 3 schooldagen krijgt de ouder een verslag.", id="verslag achteraf"),
        pytest.param({"termijn": "1 schooldag"}, "Daarna belt de mentor nogmaals, uiterlijk binnen 4 schooldagen.", id="daarna"),
        pytest.param({"termijn": "1 week"}, "Binnen 2 weken na het gesprek kijkt de mentor hoe het gaat.", id="na het gesprek"),
        pytest.param({"termijn": "1 week"}, "De evaluatie is binnen 6 weken.", id="evaluatie"),
        pytest.param({"termijn": "1 week"}, "Is er binnen 2 weken geen contact, dan gaat de mentor langs.", id="geen contact"),
        pytest.param(
            {"termijn": "1 uur"}, "Uiterlijk 10 uur weet het meldpunt wie er is.", id="uiterlijk 10 uur is een tijdstip"
        ),
        pytest.param({"termijn": "1 uur"}, "Het meldpunt is tot 16 uur bereikbaar.", id="tot 16 uur is een tijdstip"),
        pytest.param({"uiterlijk": "15 minuten"}, "Wie na 20 minuten komt, telt als afwezig.", id="na 20 minuten afwezig"),
        pytest.param(
            {"uiterlijk": "15 minuten"}, "Wie binnen 10 minuten binnenkomt, is te laat.", id="te laat binnen 10 minuten"
        ),
        pytest.param({"uiterlijk": "6 schoolweken"}, "Na zes weken kent de mentor alle ouders.", id="na zes weken"),
        pytest.param({"naar_mt_na": "5 dagen"}, "De docent heeft 2 dagen om de les te controleren.", id="zonder na"),
        # rond een stap
        pytest.param(STAP, "Na 2 keer bellen zonder gehoor gaat de mentor op huisbezoek.", id="keren bellen"),
        pytest.param(STAP, "De mentor probeert het bij 3 keer geen gehoor via het tweede nummer.", id="keren geen gehoor"),
        pytest.param(STAP, "Het gesprek is binnen 2 schoolweken.", id="een termijn is geen periode"),
        pytest.param(UREN, "Bij 16 klokuren volgt binnen 2 weken een gesprek.", id="drempel met termijn"),
        pytest.param(UREN, "Over 2 weken is er een ouderavond.", id="over twee weken"),
        pytest.param(UREN, "De leerling haalt de tijd in 2 weken in.", id="inhalen"),
        pytest.param(UREN, "De leerling krijgt 3 klokuren hulp per week.", id="uren hulp"),
        pytest.param(DAGEN, "De mentor belt na 2 dagen hoe het gaat.", id="na twee dagen bellen"),
        pytest.param(
            {"bij": [{"drempel": "3 keer"}, {"drempel": "6 keer"}]}, "Bij 6 keer te laat praten wij.", id="een van de drempels"
        ),
        # verlof
        pytest.param({"grens": "10 schooldagen"}, "Aanvragen kan tot 5 schooldagen van tevoren.", id="van tevoren"),
        pytest.param({"grens": "10 schooldagen"}, "Bij meer dan 3 schooldagen hoort een bewijs.", id="bewijs vanaf drie dagen"),
        pytest.param(
            {"grens": "10 schooldagen"},
            "Tot 10 schooldagen beslist de directeur, daarboven de leerplichtambtenaar.",
            id="grens klopt",
        ),
        pytest.param(
            {"aanvraagtermijn": "8 weken"}, "Wie het niet eens is, maakt binnen zes weken bezwaar.", id="bezwaartermijn"
        ),
        # cijfers over vroeger en over anderen
        pytest.param(DOEL, "Vorig jaar was dat 93 procent.", id="vorig jaar"),
        pytest.param(DOEL, "Nu is minstens 91 procent aanwezig.", id="nu"),
        pytest.param(DOEL, "Leerlingen onder 90 procent bespreekt het team.", id="een andere grens"),
        pytest.param(DOEL, "Van de ouders komt 80 procent op de ouderavond.", id="iets anders in procenten"),
        # bewaren
        pytest.param({"bewaartermijn": "2 jaar"}, "Leerlingen van 18 jaar of ouder geven zelf toestemming.", id="leeftijd"),
        pytest.param(
            {"bewaartermijn": "2 jaar"},
            "Gegevens van wie jonger is dan 16 jaar bewaren wij extra zorgvuldig.",
            id="leeftijd in een zin over bewaren",
        ),
        pytest.param(
            {"bewaartermijn": "2 jaar"},
            "Wij bewaren gegevens van leerlingen van 18 jaar en ouder niet langer.",
            id="18 jaar en ouder",
        ),
        pytest.param({"bewaartermijn": "2 jaar"}, "De FG controleert elke 3 jaar.", id="een ander ritme"),
        pytest.param({"bewaartermijn": "5 jaar"}, "Na 5 jaar vernietigt de school het dossier.", id="bewaartermijn klopt"),
        # meten
        pytest.param({"meetperiode": "12 schoolweken"}, "Over 6 schoolweken is er een ouderavond.", id="over zes weken"),
        pytest.param({"meetperiode": "12 schoolweken"}, "In de eerste 6 schoolweken is er kennismaking.", id="eerste weken"),
        # velden zonder zin ernaast
        pytest.param({"termijn": "5 schooldagen"}, "", id="lege tekst"),
        pytest.param({"onbekend": "5 schooldagen"}, "Binnen 3 schooldagen.", id="een veld dat wij niet vergelijken"),
        pytest.param({"termijn": "zo snel mogelijk"}, "Binnen 3 schooldagen.", id="geen hoeveelheid"),
        pytest.param({"streefwaarde": 95, "eenheid": "leerlingen"}, "Minstens 90 procent.", id="een doel zonder bekende eenheid"),
    ],
)
def test_alledaagse_zin_vuurt_niet(velden: dict[str, Any], zin: str) -> None:
    assert _texts({**velden, "toelichting": zin}) == []


@pytest.mark.parametrize("sleutel", ["bij_uitblijven", "voorwaarde", "bezwaar", "als_niemand_bereikt", "coulance"])
def test_een_tekst_over_een_ander_geval_vuurt_niet(sleutel: str) -> None:
    assert _texts({"termijn": "1 schooldag", sleutel: "Binnen 3 schooldagen volgt een brief."}) == []


@pytest.mark.parametrize(
    ("velden", "zin", "veld", "in_tekst", "waarde"),
    [
        pytest.param(
            {"termijn": "5 schooldagen"},
            "De mentor belt binnen 3 schooldagen.",
            "termijn",
            "3 schooldagen",
            "5 schooldagen",
            id="termijn",
        ),
        pytest.param(
            {"termijn": "2 weken"},
            "Binnen één week is er een gesprek.",
            "termijn",
            "één week",
            "2 weken",
            id="termijn in woorden",
        ),
        pytest.param(
            {"termijn": "2 weken"}, "BINNEN DRIE WEKEN IS ER EEN GESPREK.", "termijn", "DRIE WEKEN", "2 weken", id="hoofdletters"
        ),
        pytest.param(
            {"termijn": "2 weken"},
            "Binnen 3 weken na de melding is er een gesprek.",
            "termijn",
            "3 weken",
            "2 weken",
            id="na de melding",
        ),
        pytest.param({"termijn": "1 uur"}, "Het meldpunt belt binnen 2 uur.", "termijn", "2 uur", "1 uur", id="binnen 2 uur"),
        pytest.param(
            {"uiterlijk": "15 minuten"},
            "De docent legt het binnen 10 minuten vast.",
            "uiterlijk",
            "10 minuten",
            "15 minuten",
            id="uiterlijk",
        ),
        pytest.param(
            {"naar_mt_na": "5 dagen"}, "Na 3 dagen neemt het MT het over.", "naar_mt_na", "3 dagen", "5 dagen", id="naar het MT"
        ),
        pytest.param(STAP, "Vanaf de 5e keer voert de mentor een gesprek.", "drempel", "5e keer", "4 keer", id="drempel"),
        pytest.param(
            STAP, "Bij vijf keer ziek voert de mentor een gesprek.", "drempel", "vijf keer", "4 keer", id="drempel in woorden"
        ),
        pytest.param(
            STAP, "Wij kijken naar 4 keer ziek in 10 schoolweken.", "periode", "10 schoolweken", "12 schoolweken", id="periode"
        ),
        pytest.param(UREN, "Bij 12 klokuren melden wij.", "drempel", "12 klokuren", "16 klokuren", id="uren"),
        pytest.param(DAGEN, "Vanaf de 10e dag belt de mentor.", "drempel", "10e dag", "7 dagen", id="dagen"),
        pytest.param({"elke": "6 weken"}, "Om de 8 weken is er overleg.", "elke", "8 weken", "6 weken", id="ritme"),
        pytest.param(
            {"grens": "10 schooldagen"},
            "Tot 5 schooldagen beslist de directeur.",
            "grens",
            "5 schooldagen",
            "10 schooldagen",
            id="grens",
        ),
        pytest.param(
            {"meetperiode": "12 schoolweken"},
            "Wij meten over 10 schoolweken.",
            "meetperiode",
            "10 schoolweken",
            "12 schoolweken",
            id="meten",
        ),
        pytest.param(
            {"bewaartermijn": "2 jaar"}, "Wij bewaren gegevens 5 jaar.", "bewaartermijn", "5 jaar", "2 jaar", id="bewaren"
        ),
        pytest.param(
            {"bewaartermijn": "2 jaar"},
            "Na 3 jaar vernietigen wij het dossier.",
            "bewaartermijn",
            "3 jaar",
            "2 jaar",
            id="vernietigen",
        ),
        pytest.param(DOEL, "Wij willen minstens 90 procent aanwezigheid.", "streefwaarde", "90 procent", "95 procent", id="doel"),
    ],
)
def test_echte_tegenspraak_vuurt(velden: dict[str, Any], zin: str, veld: str, in_tekst: str, waarde: str) -> None:
    assert _texts({**velden, "toelichting": zin}) == [(veld, in_tekst, waarde)]


@pytest.mark.parametrize(
    ("blok", "zin"),
    [
        pytest.param("melden", "bel vóór 8.30 uur", id="zelfde tijd, andere schrijfwijze"),
        pytest.param("melden", "bel voor 08:30", id="zelfde tijd"),
        pytest.param("melden", "Het meldpunt is bereikbaar van 07.45 tot 16.30 uur.", id="openingstijd"),
        pytest.param("melden", "De eerste les begint om 8.45 uur.", id="begin van de les"),
        pytest.param("melden", "Vanaf 7.30 uur neemt iemand op.", id="vanaf wanneer iemand opneemt"),
        pytest.param("melden", "Zie paragraaf 4.12 van de schoolgids.", id="paragraaf"),
        pytest.param("melden", "Voor 12.50 euro is er een pasje.", id="bedrag"),
        pytest.param("melden", "Dit geldt voor versie 2.10 van de app.", id="versie"),
        pytest.param("melden", "Het nummer is 072 555 00 00, keuze 1.", id="telefoonnummer"),
        pytest.param("melden", "vóór 25:10 kan niet", id="geen tijd"),
        pytest.param("nabellen", "De check is om 9.30 uur en om 13.00 uur.", id="check op twee tijden"),
    ],
)
def test_tijd_vuurt_niet(blok: str, zin: str) -> None:
    tijd = {"melden": "08:30", "nabellen": "09:30"}[blok]
    assert list(prose_conflicts({blok: {"tijdstip": tijd, "hoe": zin}})) == []


def test_andere_tijd_in_toetsweken_vuurt_niet() -> None:
    assert list(prose_conflicts({"melden": {"tijdstip": "08:30", "toetsweken": "Bel bij een toets vóór 8.00 uur."}})) == []


@pytest.mark.parametrize(
    ("blok", "zin", "in_tekst"),
    [
        pytest.param("melden", "bel vóór 8.15 uur", "8.15 uur", id="vóór"),
        pytest.param("melden", "meld het uiterlijk om 08:00", "08:00", id="uiterlijk om"),
        pytest.param("nabellen", "Vanaf 10.00 uur bellen wij.", "10.00 uur", id="nabellen vanaf"),
    ],
)
def test_andere_tijd_vuurt(blok: str, zin: str, in_tekst: str) -> None:
    tijd = {"melden": "08:30", "nabellen": "09:30"}[blok]
    assert list(prose_conflicts({blok: {"tijdstip": tijd, "hoe": zin}})) == [
        Conflict((blok, "hoe"), in_tekst, (blok, "tijdstip"), tijd)
    ]


def test_beide_paden_kloppen_in_een_diepe_lijst() -> None:
    stap = {
        "titel": "Gesprek bij 5 keer ziek",
        "bij": [{"drempel": "4 keer", "periode": "12 schoolweken"}],
        "acties": [{"termijn": "2 dagen", "toelichting": "Bel binnen 3 dagen."}],
    }
    feiten = {"stappen_bij_afwezigheid": {"trappen": [{"trap": "ziekte", "stappen": [stap]}]}}
    wortel = ("stappen_bij_afwezigheid", "trappen", 0, "stappen", 0)
    assert list(prose_conflicts(feiten)) == [
        Conflict((*wortel, "titel"), "5 keer", (*wortel, "bij", 0, "drempel"), "4 keer"),
        Conflict((*wortel, "acties", 0, "toelichting"), "3 dagen", (*wortel, "acties", 0, "termijn"), "2 dagen"),
    ]


def test_een_tekst_kent_alleen_velden_van_zijn_eigen_blok() -> None:
    feiten = {"check_en_nabellen": {"beleid": "Het meldpunt belt binnen 3 uur.", "afwezig_zonder_reden": {"termijn": "1 uur"}}}
    assert list(prose_conflicts(feiten)) == []


def test_twee_drempels_geven_samen_een_melding() -> None:
    blok = {"bij": [{"drempel": "3 keer"}, {"drempel": "6 keer"}], "toelichting": "Bij 5 keer te laat praten wij."}
    assert _texts(blok) == [("drempel", "5 keer", "3 keer")]


def test_cijfers_uit_een_ander_schrift_zijn_geen_getal() -> None:
    assert _texts({"termijn": "5 schooldagen", "toelichting": "Bel binnen ٣ schooldagen."}) == []


@pytest.mark.parametrize(
    "zin",
    [
        pytest.param("binnen 3 schooldagen " * 900, id="veel getallen"),
        pytest.param("binnen " * 3_000, id="veel aanloop"),
        pytest.param(" " * 20_000, id="wit"),
        pytest.param("vóór " * 4_000 + "8.15 uur", id="veel vóór"),
        pytest.param("1" * 20_000, id="één lang getal"),
    ],
)
def test_een_lange_tekst_kost_geen_tijd(zin: str) -> None:
    begin = time.perf_counter()
    list(
        prose_conflicts(
            {"blok": {"termijn": "5 schooldagen", "tijdstip": "08:30", "bewaartermijn": "2 jaar", **STAP, "toelichting": zin}}
        )
    )
    assert time.perf_counter() - begin < 2
