"""Getallen in proza die nergens zo in het beleid staan: eerst alles wat niet mag afgaan."""

from __future__ import annotations

import pytest

from tests.hulp.prozabank import beleid, lint, over

CODE = "getal-in-proza"


@pytest.mark.parametrize(
    "tekst",
    [
        "Bij 5 keer te laat volgt een gesprek.",
        "Bij vijf keer te laat volgt een gesprek.",
        "Na de negende keer te laat melden wij.",
        "Bij de 9e keer te laat melden wij.",
        "Wie meer dan 4 keer te laat komt, krijgt een gesprek.",
        "Wie vaker dan acht keer te laat is, melden wij.",
        "Bij 2 keer te laat doen wij nog niets.",
        "Bij 3 keer te laat volgt geen gesprek.",
        "Vorig jaar was dat bij 3 keer te laat.",
        "Stel dat iemand bij 3 keer te laat een brief krijgt.",
        "Volgens het protocol kan dat bij 3 keer te laat.",
        "Wij kwamen 3 keer te laat achter deze zaak.",
        "De school telt 3 keer per jaar.",
        "Bij de vierde ziekmelding belt de mentor.",
        "Bij 4 ziekmeldingen in 12 schoolweken belt de mentor.",
        "Bij vier ziekmeldingen binnen twaalf weken belt de mentor.",
        "Bij 16 uur ongeoorloofd afwezig in 4 weken melden wij.",
        "Meld uw kind voor 8.15 uur ziek.",
        "Meld verlof voor 12.00 uur.",
        "Meld uw kind voor 7.30 uur ziek bij het stagebedrijf.",
        "Ouders bellen vóór 08:15 als hun kind ziek is.",
        "De receptie is open tot 16.30 uur voor ziekmeldingen.",
        "Om 9.30 uur begint het nabellen.",
        "Een lesuur van 50 minuten telt als een uur.",
        "Na 20 minuten te laat ben je afwezig.",
        "De school telt 940 leerlingen.",
        "De school heeft 30 leerlingen met een hulpvraag.",
        "De aanwezigheid is minstens 95 procent.",
        "Minstens 80 procent van de ouders is aanwezig op de ouderavond.",
        "Meer dan 3 procent te laat.",
        "Zie `bij 3 keer te laat` en [bij 3 keer te laat](x).",
        "> Bij 3 keer te laat volgt niets.",
        "Er staat \u201cbij 3 keer te laat volgt een gesprek\u201d in de oude gids.",
        "Bij een keer te laat praten wij.",
        "Binnen 4 weken is er een gesprek.",
    ],
)
def test_geen_vals_alarm(tekst: str) -> None:
    assert over(tekst, CODE) == []


@pytest.mark.parametrize(
    ("tekst", "geschreven", "veld"),
    [
        ("Bij 6 keer te laat volgt een gesprek.", "6", "trappen[0].stappen[0].bij[0]"),
        ("Bij zes keer te laat volgt een gesprek.", "zes", "trappen[0].stappen[0].bij[0]"),
        ("Na de derde keer te laat volgt een brief.", "derde", "trappen[0].stappen[0].bij[0]"),
        ("Wie meer dan 5 keer te laat komt, krijgt een brief.", "5", "trappen[0].stappen[0].bij[0]"),
        ("Bij 5 keer te laat in 8 weken volgt een gesprek.", "8", "trappen[0].stappen[0].bij[0]"),
        ("Bij de vijfde ziekmelding belt de mentor.", "vijfde", "trappen[1].stappen[0].bij[0]"),
        ("Vanaf 3 ziekmeldingen belt de mentor.", "3", "trappen[1].stappen[0].bij[0]"),
        ("Bij 4 ziekmeldingen in acht schoolweken belt de mentor.", "acht", "trappen[1].stappen[0].bij[0]"),
        ("Bij 20 lesuren ongeoorloofd afwezig melden wij.", "20", "trappen[1].stappen[1].bij[0]"),
        ("Meld uw kind voor 8.30 uur ziek.", "8.30", "melden_en_verlof.melden.tijdstip"),
        ("Ouders bellen uiterlijk om 08:00 uur als hun kind ziek is.", "08:00", "melden_en_verlof.melden.tijdstip"),
        ("Wij beginnen om 10.00 uur met nabellen.", "10.00", "check_en_nabellen.nabellen.tijdstip"),
        ("Een les van 45 minuten is kort.", "45", "school.lesuur_minuten"),
        ("Na 15 minuten te laat ben je afwezig.", "15", "controle_in_de_les.te_laat.afwezig_vanaf"),
        ("De school telt 1.040 leerlingen.", "1.040", "school.aantal_leerlingen"),
        ("Onze aanwezigheid is minstens 97 procent.", "97", "begrippen.dreigend_thuiszitter.aanwezigheid_tot"),
        ("Alles gaat goed. **Bij 6 keer**\nte laat volgt een gesprek.", None, None),
    ],
)
def test_alarm_met_beide_plaatsen(tekst: str, geschreven: str | None, veld: str | None) -> None:
    adviezen = [advies for advies in lint(beleid(tekst)) if advies.code == CODE]
    if geschreven is None or veld is None:
        assert adviezen == []  # opmaak midden in de woorden: dan zwijgt de lint
        return
    (advies,) = adviezen
    hier, daar = advies.vindplaatsen
    assert (hier.veld, hier.woord) == ("visie_en_doel.visie", geschreven)
    assert daar.veld.endswith(veld)
    assert daar.plaats.regel < hier.plaats.regel
    assert hier.plaats.kolom == len('  visie: "') + tekst.index(geschreven) + 1


def test_elk_veelvoud_is_goed_bij_elke_n() -> None:
    tekst = beleid("Bij 6 keer te laat volgt een gesprek.").replace(
        "drempel: 9 keer", "drempel: 3 keer\n              vergelijking: elke"
    )
    assert [advies for advies in lint(tekst) if advies.code == CODE] == []


def test_zonder_feit_geen_oordeel() -> None:
    kaal = "formaat: 1\nkaders: [noord-kennemerland@2024-2025]\nbeleid: {titel: T}\nschool: {naam: S, sector: vo, regio: noord-kennemerland}\n"
    assert lint(kaal + "visie_en_doel:\n  visie: Bij 6 keer te laat en voor 8.30 uur ziek melden.\n") == ()


def test_wat_al_tegenspraak_is_komt_niet_nog_eens() -> None:
    tekst = beleid("Alles.").replace(
        '    tijdstip: "08:15"\n', '    tijdstip: "08:15"\n    hoe: Bel voor 8.30 uur als uw kind ziek is.\n'
    )
    assert [advies.code for advies in lint(tekst)] == []


def test_een_drempel_buiten_de_stappen_telt_ook() -> None:
    tekst = beleid("Vanaf 6 ongeoorloofde lesuren kijken wij mee.").replace(
        "stappen_bij_afwezigheid:\n",
        "stappen_bij_afwezigheid:\n  signaal_zorgelijk_verzuim:\n    criteria:\n      - signaal: ongeoorloofde_uren\n        drempel: 6 lesuren\n",
    )
    assert [advies for advies in lint(tekst) if advies.code == CODE] == []
