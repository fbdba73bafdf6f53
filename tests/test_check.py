"""Van uitkomst naar bevinding: oordeel, gewicht, lezing, elders, plan, afwijking, groep en tegenspraak."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from beleidscheck.bevinding import Gewicht, Oordeel, Reden, summarise
from tests.hulp.toetsbank import WEG, lees, meldingen, oordelen, voorbeeld, wijzig

STAPPEN = "stappen_bij_afwezigheid.trappen"
ZIEK_4E = f"{STAPPEN}[0].stappen[1].bij[0]"
UUR_16 = f"{STAPPEN}[1].stappen[1].bij[0]"


def _na(*wijzigingen: tuple[str, object]) -> dict[str, Any]:
    data = voorbeeld().data
    for pad, waarde in wijzigingen:
        data = wijzig(data, pad, waarde)
    return oordelen(lees(data))


@pytest.mark.parametrize(
    ("drempel", "vergelijking", "oordeel"),
    [
        pytest.param("3 keer", "vanaf", Oordeel.VOLDOET, id="eerder mag"),
        pytest.param("4 keer", "vanaf", Oordeel.VOLDOET, id="precies op tijd"),
        pytest.param("3 keer", "meer_dan", Oordeel.VOLDOET, id="meer dan 3 is vanaf 4"),
        pytest.param("4 keer", "meer_dan", Oordeel.VOLDOET_NIET, id="meer dan 4 is vijf"),
        pytest.param("5 keer", "vanaf", Oordeel.VOLDOET_NIET, id="vijf is te laat"),
    ],
)
def test_vierde_ziekmelding(drempel: str, vergelijking: str, oordeel: Oordeel) -> None:
    na = _na((f"{ZIEK_4E}.drempel", drempel), (f"{ZIEK_4E}.vergelijking", vergelijking))
    assert na["nk2024.mazl.4e-keer"].oordeel is oordeel


@pytest.mark.parametrize(
    ("drempel", "vergelijking", "gewicht", "reden"),
    [
        pytest.param("16 lesuren", "vanaf", Gewicht.GEEN, None, id="beide lezingen"),
        pytest.param("15 lesuren", "meer_dan", Gewicht.GEEN, None, id="meer dan 15"),
        pytest.param("17 lesuren", "vanaf", Gewicht.AANDACHTSPUNT, Reden.WIJKT_AF, id="tussen 16 lesuren en 16 klokuren"),
        pytest.param("16 klokuren", "vanaf", Gewicht.AANDACHTSPUNT, Reden.WIJKT_AF, id="16 klokuren"),
        pytest.param("16 klokuren", "meer_dan", Gewicht.TEKORT, Reden.WIJKT_AF, id="meer dan 16 klokuren"),
        pytest.param("20 lesuren", "vanaf", Gewicht.TEKORT, Reden.WIJKT_AF, id="20 lesuren van 50 minuten"),
    ],
)
def test_zestien_uur_in_twee_lezingen(drempel: str, vergelijking: str, gewicht: Gewicht, reden: Reden | None) -> None:
    bevinding = _na((f"{UUR_16}.drempel", drempel), (f"{UUR_16}.vergelijking", vergelijking))["nk2024.b2.relatief"]
    assert (bevinding.gewicht, bevinding.reden) == (gewicht, reden)


def test_zonder_lengte_van_een_lesuur_niet_getoetst() -> None:
    bevinding = _na(("school.lesuur_minuten", WEG))["nk2024.b2.relatief"]
    assert bevinding.oordeel is Oordeel.NIET_GETOETST
    assert bevinding.zin == "De lengte van een lesuur is niet bekend: vul `school.lesuur_minuten` in."
    assert bevinding.te_doen == "Vul `school.lesuur_minuten` in."


def test_meer_dan_zeven_schooldagen_is_een_lezing() -> None:
    zeven = f"{STAPPEN}[0].stappen[1].bij[1]"
    milder = _na((f"{zeven}.vergelijking", "meer_dan"))["nk2024.mazl.7e-schooldag"]
    assert (milder.oordeel, milder.gewicht) == (Oordeel.VOLDOET_NIET, Gewicht.AANDACHTSPUNT)
    assert _na((f"{zeven}.drempel", "8 schooldagen"))["nk2024.mazl.7e-schooldag"].gewicht is Gewicht.TEKORT


def test_de_zin_noemt_beide_waarden() -> None:
    bevinding = _na((f"{ZIEK_4E}.drempel", "5 keer"))["nk2024.mazl.4e-keer"]
    assert bevinding.zin == "Bij «ziekmeldingen» komt uw stap pas vanaf de 5e keer binnen 12 schoolweken; gevraagd is uiterlijk bij 4 keer."
    assert bevinding.te_doen == "Zet de drempel van deze stap op 4 keer."
    assert bevinding.feiten[0].veld == f"{ZIEK_4E}.drempel"
    assert bevinding.feiten[0].waarde == "5 keer"
    assert bevinding.feiten[0].plaats.regel > 1


@pytest.mark.parametrize(
    ("norm", "gewicht"),
    [
        pytest.param("model16.1", Gewicht.TEKORT, id="verplicht"),
        pytest.param("model16.1.integraal", Gewicht.AANDACHTSPUNT, id="verwacht"),
        pytest.param("nk2024.lpa.licht-waar-kan", Gewicht.GEEN, id="niet geraakt"),
    ],
)
def test_gewicht_volgt_het_niveau(norm: str, gewicht: Gewicht) -> None:
    assert _na(("visie_en_doel", WEG))[norm].gewicht is gewicht


def test_veld_en_advies_zijn_tips() -> None:
    na = _na(("gegevensbescherming.klachtroute", WEG), ("betrokkenheid.driehoeksgesprekken", WEG))
    assert na["model16.veld.klachtroute"].gewicht is Gewicht.TIP
    assert na["nk2024.tip.8-driehoekgesprek"].gewicht is Gewicht.TIP


def test_elders_geregeld_is_een_vraag_en_geen_vrijbrief() -> None:
    elders = {"elders_geregeld": {"vindplaats": "Schoolgids 2026, paragraaf 4"}}
    met = _na(("langdurig_afwezig", elders))["model16.13.afspraken"]
    assert met.oordeel is Oordeel.TE_BEOORDELEN
    assert met.passage == "Schoolgids 2026, paragraaf 4"
    assert met.vraag
    zonder = _na(("langdurig_afwezig", {"elders_geregeld": {}}))["model16.13.afspraken"]
    assert zonder.oordeel is Oordeel.VOLDOET_NIET
    opvul = _na(("langdurig_afwezig", {"elders_geregeld": {"vindplaats": "nader in te vullen"}}))["model16.13.afspraken"]
    assert opvul.oordeel is Oordeel.VOLDOET_NIET


def test_elders_dekt_geen_fout_feit() -> None:
    blok = {**voorbeeld().data["controle_in_de_les"], "moment": "begin_van_de_dag", "elders_geregeld": {"vindplaats": "Schoolgids"}}
    bevinding = _na(("controle_in_de_les", blok))["model16.5.docent"]
    assert (bevinding.oordeel, bevinding.reden) == (Oordeel.VOLDOET_NIET, Reden.WIJKT_AF)


def test_nog_in_te_vullen_blijft_een_gat_met_een_plan() -> None:
    bevinding = _na(("toerusting", {"nog_in_te_vullen": {"wie": "directeur", "wanneer": "2026-12-01"}}))["model16.10"]
    assert bevinding.oordeel is Oordeel.VOLDOET_NIET
    assert bevinding.plan is not None
    assert (bevinding.plan.wie, bevinding.plan.wanneer) == ("directeur", "2026-12-01")


@pytest.mark.parametrize("opvul", ["Nader in te vullen.", "n.t.b.", "Lorem ipsum dolor sit amet", "volgt nog", "...", "[naam school] zorgt hiervoor"])
def test_opvultekst_telt_niet(opvul: str) -> None:
    data = wijzig(voorbeeld().data, "communicatie.beleid", opvul)
    assert oordelen(lees(data))["model16.3.regie"].oordeel is Oordeel.VOLDOET_NIET
    assert [m.code for m in meldingen(lees(data))] == ["opvultekst"]


def test_te_korte_tekst_telt_niet() -> None:
    bevinding = _na(("communicatie.beleid", "Ja hoor"))["model16.3.regie"]
    assert bevinding.zin == "De tekst bij «Beleid» (`communicatie.beleid`) is te kort om iets te zeggen («Ja hoor»)."


def _afwijking(norm: str, **velden: object) -> dict[str, Any]:
    return {"norm": norm, "reden": "De ouderraad wil dit zo.", "besloten_door": "directeur", "besloten_op": "2026-09-15", **velden}


def test_afwijking_dekt_een_afspraak() -> None:
    data = wijzig(wijzig(voorbeeld().data, "regionaal.mdo.elke", "8 weken"), "afwijkingen", [_afwijking("nk2024.school.mdo-6-weken")])
    bevinding = oordelen(lees(data))["nk2024.school.mdo-6-weken"]
    assert (bevinding.oordeel, bevinding.gewicht) == (Oordeel.AFWIJKING, Gewicht.GEEN)
    assert bevinding.afwijking is not None
    assert bevinding.afwijking.tot == date(2027, 7, 31)
    assert meldingen(lees(data)) == ()


@pytest.mark.parametrize(
    ("afwijking", "code"),
    [
        pytest.param(_afwijking("nk2024.school.mdo-6-weken", tot="2026-09-30"), "afwijking-verlopen", id="verlopen"),
        pytest.param(_afwijking("nk2024.school.mdo-6-weken", tot="2026-10-20"), "afwijking-loopt-af", id="loopt af"),
        pytest.param(_afwijking("nk2024.bestaat.niet"), "afwijking-onbekend", id="onbekend"),
        pytest.param(_afwijking("model16.1"), "afwijking-ongebruikt", id="niet nodig"),
        pytest.param(_afwijking("nk2024.b2.relatief"), "afwijking-van-wet", id="wet"),
        pytest.param({"norm": "nk2024.school.mdo-6-weken"}, "afwijking-onvolledig", id="onvolledig"),
    ],
)
def test_afwijking_die_niet_klopt(afwijking: dict[str, Any], code: str) -> None:
    data = wijzig(wijzig(voorbeeld().data, "regionaal.mdo.elke", "8 weken"), "afwijkingen", [afwijking])
    assert [m.code for m in meldingen(lees(data))] == [code]


def test_van_de_wet_wijkt_niemand_af() -> None:
    data = wijzig(wijzig(voorbeeld().data, f"{UUR_16}.drempel", "25 lesuren"), "afwijkingen", [_afwijking("nk2024.b2.relatief")])
    assert oordelen(lees(data))["nk2024.b2.relatief"].oordeel is Oordeel.VOLDOET_NIET


def test_een_norm_geldt_in_elke_groep() -> None:
    stap = voorbeeld().data["stappen_bij_afwezigheid"]["trappen"][1]["stappen"][1]
    trap = f"{STAPPEN}[1].stappen"
    alleen_onder = {**stap, "geldt_voor": {"leeftijd": {"tot": 18}}}
    data = wijzig(voorbeeld().data, f"{trap}[1]", alleen_onder)
    na = oordelen(lees(data))
    assert na["nk2024.b2.relatief"].oordeel is Oordeel.VOLDOET
    assert na["nk2024.b2.18plus"].oordeel is Oordeel.VOLDOET_NIET
    assert na["nk2024.b2.18plus"].scope == "vanaf 18 jaar"
    assert na["nk2024.b3.16uur.brief"].zin.endswith("Dit geldt voor: vanaf 18 jaar.")


def test_vanaf_18_mag_het_doorstroompunt_in_plaats_van_leerplicht() -> None:
    stap = voorbeeld().data["stappen_bij_afwezigheid"]["trappen"][1]["stappen"][1]
    trap = f"{STAPPEN}[1].stappen"

    def met(groep: dict[str, Any], wie: str) -> dict[str, Any]:
        acties = [{**actie, "met": [wie]} if actie["actie"] == "duo_melden" else actie for actie in stap["acties"]]
        return {**stap, "acties": acties, "geldt_voor": {"leeftijd": groep}}

    stappen = voorbeeld().data["stappen_bij_afwezigheid"]["trappen"][1]["stappen"]
    gesplitst = [stappen[0], met({"tot": 18}, "leerplichtambtenaar"), {**met({"van": 18}, "doorstroompunt"), "id": "vanaf-18"}, *stappen[2:]]
    na = oordelen(lees(wijzig(voorbeeld().data, trap, gesplitst)))
    assert {na[norm].oordeel for norm in ("nk2024.b2.relatief", "nk2024.b2.18plus", "nk2024.b3.16uur.duo")} == {Oordeel.VOLDOET}
    verkeerd = [stappen[0], met({"tot": 18}, "doorstroompunt"), {**met({"van": 18}, "doorstroompunt"), "id": "vanaf-18"}, *stappen[2:]]
    assert oordelen(lees(wijzig(voorbeeld().data, trap, verkeerd)))["nk2024.b3.16uur.duo"].oordeel is Oordeel.VOLDOET_NIET


def test_twee_halve_vastleggingen_zijn_geen_hele() -> None:
    pad = f"{STAPPEN}[2].stappen[3].acties[0].vastlegging"
    bevinding = _na((pad, ["MSA", "LVS"]))["nk2024.b3.telaat-12.duo"]
    assert (bevinding.oordeel, bevinding.reden) == (Oordeel.VOLDOET_NIET, Reden.WIJKT_AF)


def test_de_vastgelegde_actie_is_ook_die_met_leerplicht() -> None:
    """The report that is recorded and the one that goes to leerplicht are one and the same."""
    bevinding = _na((f"{STAPPEN}[2].stappen[3].acties[0].met", ["mentor"]))["nk2024.b3.telaat-12.duo"]
    assert (bevinding.oordeel, bevinding.reden) == (Oordeel.VOLDOET_NIET, Reden.WIJKT_AF)


def test_volgt_neemt_de_hele_ladder_over() -> None:
    blok = {**voorbeeld().data["stappen_bij_afwezigheid"], "volgt": "noord-kennemerland@2024-2025"}
    del blok["trappen"]
    voor = {norm: b.oordeel for norm, b in oordelen(lees(voorbeeld().data)).items()}
    assert {norm: b.oordeel for norm, b in _na(("stappen_bij_afwezigheid", blok)).items()} == voor


def test_volgt_met_een_afwijking_op_stap() -> None:
    blok = {**voorbeeld().data["stappen_bij_afwezigheid"], "volgt": "noord-kennemerland@2024-2025", "vervalt": ["te-laat-9"]}
    del blok["trappen"]
    na = _na(("stappen_bij_afwezigheid", blok))
    assert na["nk2024.b3.telaat-9.msa"].oordeel is Oordeel.VOLDOET_NIET
    assert na["nk2024.b3.telaat-3.ouder"].oordeel is Oordeel.VOLDOET
    onbekend = {**blok, "vervalt": ["te-laat-99"]}
    assert [m.code for m in meldingen(lees(wijzig(voorbeeld().data, "stappen_bij_afwezigheid", onbekend)))] == ["onbekende-stap"]


@pytest.mark.parametrize(
    ("na", "zinnen"),
    [
        pytest.param("te-laat-6", [], id="een stap van het kader"),
        pytest.param("te-laat-7", ["De stap «te-laat-7» staat niet in uw trappen; uw stap komt daarom achteraan."], id="onbekend"),
    ],
)
def test_voeg_toe_na_een_stap(na: str, zinnen: list[str]) -> None:
    nieuw = {"id": "joker", "trap": "te_laat", "na": na, "bij": [{"signaal": "te_laat", "drempel": "7 keer", "periode": "1 schooljaar"}]}
    nieuw["acties"] = [{"wie": "mentor", "actie": "gesprek", "met": ["leerling"]}]
    blok = {**voorbeeld().data["stappen_bij_afwezigheid"], "volgt": "noord-kennemerland@2024-2025", "voeg_toe": [nieuw]}
    del blok["trappen"]
    assert [m.zin for m in meldingen(lees(wijzig(voorbeeld().data, "stappen_bij_afwezigheid", blok)))] == zinnen


@pytest.mark.parametrize(
    ("pad", "wordt", "code"),
    [
        pytest.param("begrippen.thuiszitter.uren", 12, "thuiszitter-uren", id="thuiszitter: uren"),
        pytest.param("begrippen.thuiszitter.uren_periode", "6 weken", "thuiszitter-periode", id="thuiszitter: periode"),
        pytest.param("begrippen.thuiszitter.aaneengesloten", "3 weken", "thuiszitter-duur", id="thuiszitter: duur"),
        pytest.param("begrippen.dreigend_thuiszitter.aanwezigheid_van", 85, "dreigend-en-niveau", id="dreigend en niveau 2"),
        pytest.param("stimuleren_aanwezigheid.niveaus[0].aanwezigheid_van", 96, "niveaus-sluiten-niet-aan", id="gat tussen niveaus"),
        pytest.param("regionaal.verzuimspreekuur.te_laat_van", 7, "spreekuur-en-stap", id="spreekuur en stap"),
        pytest.param("stappen_bij_afwezigheid.typen[0].melding", "verplicht", "ziekte-gemeld", id="ziekte melden"),
        pytest.param("stappen_bij_afwezigheid.typen[5].melding", "geen", "melding-en-stap", id="ongeoorloofd niet melden"),
        pytest.param("school.leerlingen_18plus", "nee", "18plus", id="geen 18-plussers"),
        pytest.param("visie_en_doel.doelen[0].doel", "Gemiddelde aanwezigheid is minstens 90 procent", "getal-in-tekst", id="doel en streefwaarde"),
        pytest.param("melden_en_verlof.melden.hoe", "bel vóór 8.15 uur", "getal-in-tekst", id="tijd in tekst"),
        pytest.param(f"{ZIEK_4E}.drempel", "0 keer", "drempel-nul", id="drempel nul"),
    ],
)
def test_tegenspraak_met_beide_plaatsen(pad: str, wordt: object, code: str) -> None:
    gevonden = [m for m in meldingen(lees(wijzig(voorbeeld().data, pad, wordt))) if m.code == code]
    assert len(gevonden) == 1
    assert len(gevonden[0].feiten) == 2
    assert gevonden[0].zin.endswith(".")
    assert gevonden[0].te_doen.endswith(".")


def test_een_norm_op_een_tegengesproken_feit_is_tegenstrijdig() -> None:
    bevinding = _na(("begrippen.thuiszitter.uren", 12))["nk2024.begrip.thuiszitter"]
    assert (bevinding.oordeel, bevinding.reden) == (Oordeel.VOLDOET_NIET, Reden.TEGENSTRIJDIG)


@pytest.mark.parametrize(
    ("pad", "wordt", "codes"),
    [
        pytest.param("beleid.volgende_herziening", "2026-09-30", ["herziening-voorbij"], id="herziening voorbij"),
        pytest.param("beleid.volgende_herziening", "2026-10-01", [], id="herziening vandaag"),
        pytest.param("beleid.vastgesteld_op", "2020-09-15", ["vaststelling-oud"], id="lang geleden"),
        pytest.param("beleid.vastgesteld_op", "2026-10-02", ["vaststelling-later"], id="in de toekomst"),
        pytest.param("beleid.vastgesteld_op", WEG, ["vaststelling-zonder-datum"], id="zonder datum"),
        pytest.param("beleid.schooljaar", "2025-2026", ["schooljaar-voorbij"], id="vorig schooljaar"),
        pytest.param("visie_en_doel.doelen[0].peildatum", "2026-07-01", ["doel-voorbij"], id="doel voorbij"),
        pytest.param("verklaringen[0].op", "2024-09-15", ["verklaring-oud"], id="oude verklaring"),
        pytest.param("rollen.mentor", WEG, ["rol-zonder-invulling"], id="niemand is mentor"),
        pytest.param("communicatie.taken[0].rol", WEG, ["onvolledig"], id="taak zonder rol"),
    ],
)
def test_meldingen_over_het_beleid_zelf(pad: str, wordt: object, codes: list[str]) -> None:
    assert [m.code for m in meldingen(lees(wijzig(voorbeeld().data, pad, wordt)))] == codes


def test_onbekende_trap() -> None:
    bevinding = _na(("stappen_bij_afwezigheid.typen[0].trap", "bestaat_niet"))["model16.9.regie"]
    assert (bevinding.oordeel, bevinding.reden) == (Oordeel.VOLDOET_NIET, Reden.TEGENSTRIJDIG)


def test_de_som_klopt() -> None:
    bevindingen = oordelen(lees(wijzig(voorbeeld().data, "samenwerking", WEG))).values()
    telling = summarise(bevindingen)
    assert telling.normen == sum(telling.per_oordeel.values()) == sum(telling.per_gewicht.values()) == 330


@pytest.mark.parametrize(
    ("pad", "tekst", "gevonden"),
    [
        pytest.param("beleid.onderhoud", "De teamleider werkt dit op zaterdag bij en deelt het met het team.", [], id="een woord waar het in zit"),
        pytest.param("beleid.vervangt", "Verzuimprotocol 2021", [], id="de naam van een ander document"),
        pytest.param("registratie.correctie", "De code RMC blijft in het systeem staan.", [], id="in de registratie"),
        pytest.param("beleid.onderhoud", "Zie `RMC` en https://www.example.nl/RMC voor het wijzigen van dit beleid.", [], id="in code of een link"),
        pytest.param("beleid.onderhoud", "Het Doorstroompunt krijgt wijzigingen van dit beleid gemeld.", [], id="het nieuwe woord"),
        pytest.param("beleid.onderhoud", "De RMC krijgt wijzigingen van dit beleid gemeld.", ["RMC"], id="een afkorting"),
        pytest.param("beleid.onderhoud", "De Zorgcoördinatoren melden wijzigingen van dit beleid.", ["Zorgcoördinatoren"], id="meervoud en hoofdletter"),
    ],
)
def test_oudere_woorden(pad: str, tekst: str, gevonden: list[str]) -> None:
    meldingen_ = meldingen(lees(wijzig(voorbeeld().data, pad, tekst)))
    assert [m.code for m in meldingen_] == ["verouderd-woord"] * len(gevonden)
    assert [m.zin.split("»")[0].removeprefix("«") for m in meldingen_] == gevonden
    assert {m.gewicht for m in meldingen_} <= {Gewicht.TIP}
