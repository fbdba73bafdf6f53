"""De hygiëne van de ladder in een rapport: wanneer niets gezegd wordt, hoe zwaar het weegt en waar het staat."""

from __future__ import annotations

from typing import Any, Final

import pytest

from beleidscheck.bevinding import Gewicht, Melding, Oordeel, Reden
from beleidscheck.check import check, examine, find_contradictions, find_meldingen
from beleidscheck.data import example_dir
from beleidscheck.kader import available
from beleidscheck.trap.gebrek import Kwaal
from beleidscheck.trap.gebrekzin import ZINNEN
from tests.hulp.toetsbank import WEG, kaders, lees, lees_tekst, meldingen, oordelen, voorbeeld, wijzig

CODES: Final = frozenset(map(str, Kwaal))
STAPPEN: Final = "stappen_bij_afwezigheid.trappen"
TE_LAAT: Final = f"{STAPPEN}[2].stappen"
NK: Final = "noord-kennemerland@2024-2025"


def _van_de_ladder(gevonden: tuple[Melding, ...]) -> list[Melding]:
    return [melding for melding in gevonden if melding.code in CODES]


def _na(*wijzigingen: tuple[str, object]) -> list[Melding]:
    data = voorbeeld().data
    for pad, waarde in wijzigingen:
        data = wijzig(data, pad, waarde)
    return _van_de_ladder(meldingen(lees(data)))


@pytest.mark.parametrize("naam", sorted(pad.name for pad in example_dir().glob("*.yaml")))
def test_de_voorbeelden(naam: str) -> None:
    """Only the deliberately unfinished first version has something wrong with its ladder."""
    bron = voorbeeld(naam)
    policy, gekozen = lees(bron.data, bron=bron), kaders(*(ref for ref in bron.data["kaders"] if ref in available()))
    onderzoek = examine(policy, gekozen)
    tegen = find_contradictions(onderzoek)
    gevonden = find_meldingen(policy, gekozen, onderzoek.ladder, check(policy, gekozen, onderzoek, tegen), tegen)
    codes = [(str(m.gewicht), m.code) for m in _van_de_ladder(gevonden)]
    assert codes == (
        [
            ("tekort", "ziekte-gemeld"),
            ("aandachtspunt", "uur-onduidelijk"),
            ("aandachtspunt", "teller-zonder-periode"),
            ("aandachtspunt", "teller-zonder-periode"),
        ]
        if naam == "eerste-versie-vo.yaml"
        else []
    )


ZES_KEER_ZIEK: Final = {
    "bij": [{"signaal": "ziekmeldingen", "drempel": "6 keer", "periode": "26 weken"}],
    "acties": [{"wie": "mt", "actie": "lpa_melden", "met": ["leerplichtambtenaar"]}],
}


@pytest.mark.parametrize(
    ("pad", "wordt", "gewicht", "code", "velden"),
    [
        pytest.param(
            f"{STAPPEN}[0].stappen[2]",
            ZES_KEER_ZIEK,
            Gewicht.TEKORT,
            "ziekte-gemeld",
            [f"{STAPPEN}[0].stappen[2].acties[0]", f"{STAPPEN}[0].stappen[2].bij[0]"],
            id="ziekte naar leerplicht",
        ),
        pytest.param(
            "registratie.categorieen[1].groep",
            "ongeoorloofd",
            Gewicht.TEKORT,
            "ziekte-als-ongeoorloofd",
            ["registratie.categorieen[1].groep", "registratie.categorieen[1].code"],
            id="ziekte is ongeoorloofd",
        ),
        pytest.param(
            "stappen_bij_afwezigheid.typen[0].melding",
            "vrijwillig",
            Gewicht.AANDACHTSPUNT,
            "ziekte-naar-leerplicht",
            ["stappen_bij_afwezigheid.typen[0].melding", "stappen_bij_afwezigheid.typen[0].type"],
            id="ziekte vrijwillig melden",
        ),
        pytest.param(
            f"{TE_LAAT}[2].bij[0].drempel",
            "16 keer",
            Gewicht.AANDACHTSPUNT,
            "drempels-lopen-terug",
            [f"{TE_LAAT}[3].bij[0].drempel", f"{TE_LAAT}[2].bij[0].drempel"],
            id="9 wordt 16",
        ),
        pytest.param(
            f"{TE_LAAT}[0].inclusief_vorige",
            "ja",
            Gewicht.TIP,
            "geen-vorige-stap",
            [f"{TE_LAAT}[0].inclusief_vorige"],
            id="niets om mee te nemen",
        ),
        pytest.param(
            f"{STAPPEN}[3].stappen[0].bij[0].vergelijking",
            WEG,
            Gewicht.AANDACHTSPUNT,
            "peil-verkeerd-om",
            [f"{STAPPEN}[3].stappen[0].bij[0].drempel"],
            id="onder vergeten",
        ),
        pytest.param(
            f"{TE_LAAT}[4].geldt_voor",
            {"leeftijd": {"van": 18, "tot": 18}},
            Gewicht.AANDACHTSPUNT,
            "stap-voor-niemand",
            [f"{TE_LAAT}[4].geldt_voor"],
            id="voor niemand",
        ),
        pytest.param(
            "registratie.invoer_eenheid", "dagdeel", Gewicht.AANDACHTSPUNT, "eenheid-niet-geregistreerd", None, id="per dagdeel"
        ),
    ],
)
def test_een_gebrek_in_het_rapport(pad: str, wordt: object, gewicht: Gewicht, code: str, velden: list[str] | None) -> None:
    gevonden = _na((pad, wordt))
    assert {(melding.gewicht, melding.code) for melding in gevonden} == {(gewicht, code)}
    assert all(melding.zin.endswith(".") and melding.te_doen.endswith(".") for melding in gevonden)
    if velden is not None:
        assert [[feit.veld for feit in melding.feiten] for melding in gevonden] == [velden]


def test_de_zin_over_de_volgorde() -> None:
    (melding,) = _na((f"{TE_LAAT}[2].bij[0].drempel", "16 keer"))
    assert melding.titel == "Stappen staan niet op volgorde"
    assert melding.zin == (
        "De stap «te_laat-4» bij «te laat» (vanaf de 12e keer binnen 1 schooljaar) staat na de stap «te_laat-3» bij «te laat» "
        "(vanaf de 16e keer binnen 1 schooljaar), maar is eerder bereikt."
    )
    assert melding.te_doen == "Zet de stappen op volgorde van licht naar zwaar, of verander de drempel."


def test_stappen_die_elkaar_tegenspreken_zijn_tegenspraak() -> None:
    """Two steps at one signal: the norm that rests on the first of the two actions is no longer met."""
    stappen = voorbeeld().data["stappen_bij_afwezigheid"]["trappen"][2]["stappen"]
    dubbel = {
        **stappen[0],
        "id": "dubbel",
        "acties": [{"wie": "mt", "actie": "gesprek", "met": ["leerling"], "vastlegging": ["LVS"]}],
    }
    policy = lees(wijzig(voorbeeld().data, TE_LAAT, [dubbel, *stappen]))
    (melding,) = _van_de_ladder(meldingen(policy))
    assert (melding.gewicht, melding.code) == (Gewicht.AANDACHTSPUNT, "stappen-spreken-elkaar-tegen")
    assert "volgens de andere stap" in melding.zin
    tegenstrijdig = [
        norm for norm, b in oordelen(policy).items() if b.oordeel is Oordeel.VOLDOET_NIET and b.reden is Reden.TEGENSTRIJDIG
    ]
    assert tegenstrijdig == ["nk2024.b3.telaat-3.ouder", "nk2024.b3.telaat-3.leerling", "nk2024.b3.telaat-6.mentor"]


def _volgt(**afwijking: Any) -> list[Melding]:  # noqa: ANN401 - velden van het beleid
    blok = {**voorbeeld().data["stappen_bij_afwezigheid"], "volgt": NK, **afwijking}
    del blok["trappen"]
    return _na(("stappen_bij_afwezigheid", blok))


def test_wie_een_kader_volgt_krijgt_geen_meldingen_over_dat_kader() -> None:
    assert _volgt() == []
    assert _volgt(vervalt=["te-laat-9"]) == []


def test_wie_een_stap_laat_vervallen_hoort_wat_dat_doet() -> None:
    (melding,) = _volgt(vervalt=["te-laat-3"])
    assert (melding.gewicht, melding.code) == (Gewicht.TIP, "geen-vorige-stap")
    assert [feit.veld for feit in melding.feiten] == ["stappen_bij_afwezigheid.volgt"]


def test_een_gevolgd_kader_geeft_de_school_rollen_om_in_te_vullen() -> None:
    blok = {"volgt": NK, "beleid": "Wij volgen de afspraken van de regio."}
    gevonden = _na(("stappen_bij_afwezigheid", blok), ("rollen.oco", WEG), ("samenwerking", WEG))
    assert "actie-zonder-uitvoerder" not in {melding.code for melding in gevonden}  # de rol staat ook elders in het beleid
    kaal = lees_tekst(
        KLEIN.split("rollen:")[0].format().replace("[model16@2023]", f"[{NK}]") + f"stappen_bij_afwezigheid: {{volgt: {NK}}}\n"
    )
    zinnen = [melding.zin for melding in _van_de_ladder(meldingen(kaal, NK)) if melding.code == "actie-zonder-uitvoerder"]
    assert "In uw stappen moet «mentor» iets doen (9 keer), maar bij `rollen` staat niet wie dat bij u is." in zinnen


def test_elke_code_staat_uitgelegd() -> None:
    uitleg = (example_dir().parent / "docs" / "hygiene.md").read_text(encoding="utf-8")
    assert [code for code in sorted(CODES) if f"`{code}`" not in uitleg] == []
    assert set(ZINNEN) == set(Kwaal)


@pytest.mark.parametrize(
    ("na", "codes"),
    [
        pytest.param({"na": "te-laat-3"}, [], id="op zijn plek"),
        pytest.param({}, ["drempels-lopen-terug"], id="achteraan"),
        pytest.param({"na": "te-laat-99"}, [], id="achter een onbekende stap: dat zegt een andere melding"),
    ],
)
def test_een_toegevoegde_stap(na: dict[str, str], codes: list[str]) -> None:
    stap = {"trap": "te_laat", "bij": [{"signaal": "te_laat", "drempel": "4 keer", "periode": "1 schooljaar"}], **na}
    gevonden = _volgt(voeg_toe=[{**stap, "acties": [{"wie": "mentor", "actie": "gesprek", "met": ["leerling"]}]}])
    assert [melding.code for melding in gevonden] == codes
    for melding in gevonden:
        assert [feit.veld for feit in melding.feiten] == [
            "stappen_bij_afwezigheid.voeg_toe[0].bij[0].drempel",
            "stappen_bij_afwezigheid.volgt",
        ]
        assert melding.te_doen == "Zet bij deze stap met `na` achter welke stap zij hoort, of verander de drempel."


@pytest.mark.parametrize(
    ("stap", "codes"),
    [
        pytest.param({"bij": [{"signaal": "schorsing"}]}, ["onvolledig"], id="acties vergeten"),
        pytest.param({"bij": [{"signaal": "schorsing"}], "acties": []}, ["stap-zonder-actie"], id="geen enkele actie"),
        pytest.param({"acties": [{"wie": "mt", "actie": "brief", "met": ["ouder"]}]}, ["onvolledig"], id="signaal vergeten"),
        pytest.param({"bij": [], "acties": [{"wie": "mt", "actie": "brief"}]}, ["stap-gaat-nooit-af"], id="geen enkel signaal"),
        pytest.param(
            {"bij": [{"signaal": "uit_de_les_gestuurd", "drempel": "3 keer"}], "acties": [{"wie": "mt", "actie": "brief"}]},
            ["teller-zonder-periode"],
            id="een telling zonder periode",
        ),
    ],
)
def test_een_halve_stap_wordt_een_keer_gemeld(stap: dict[str, Any], codes: list[str]) -> None:
    trappen = [*voorbeeld().data["stappen_bij_afwezigheid"]["trappen"], {"trap": "extra", "stappen": [stap]}]
    gevonden = meldingen(lees(wijzig(voorbeeld().data, STAPPEN, trappen)))
    assert [melding.code for melding in gevonden] == codes


KLEIN: Final = """
formaat: 1
kaders: [model16@2023]
beleid: {{titel: Aanwezigheidsbeleid}}
school: {{naam: De Linde, sector: vo, regio: anders}}
rollen: {{mentor: de mentor}}
{rest}
stappen_bij_afwezigheid:
  trappen:
    - trap: te_laat
      stappen:
        - bij: [{{signaal: te_laat, drempel: 4 keer, periode: {periode}}}]
          acties: [{{wie: mentor, actie: gesprek, met: [leerling]}}]
"""


@pytest.mark.parametrize(
    ("periode", "rest", "codes"),
    [
        pytest.param("1 periode", "", ["welke-periode"], id="een periode"),
        pytest.param("1 rapportperiode", "", [], id="een rapportperiode"),
        pytest.param(
            "1 periode", "begrippen: {overig: [{begrip: Periode, betekenis: acht lesweken}]}", [], id="uitgelegd bij de begrippen"
        ),
        pytest.param("1 maand", "", ["periode-zonder-begin"], id="een maand"),
        pytest.param("8 lesweken", "", [], id="lesweken"),
        pytest.param("1 schooljaar", "", [], id="een schooljaar heeft een begin"),
    ],
)
def test_welke_periode(periode: str, rest: str, codes: list[str]) -> None:
    gevonden = _van_de_ladder(meldingen(lees_tekst(KLEIN.format(periode=periode, rest=rest)), "model16@2023"))
    assert [melding.code for melding in gevonden] == codes


@pytest.mark.parametrize(
    ("soort", "pad"),
    [
        pytest.param("ongeoorloofd", "stappen_bij_afwezigheid.typen[5].melding", id="ongeoorloofd"),
        pytest.param("ongeoorloofd te laat", "stappen_bij_afwezigheid.typen[6].melding", id="te laat"),
    ],
)
def test_geen_melding_terwijl_een_stap_meldt(soort: str, pad: str) -> None:
    gevonden = [
        melding for melding in meldingen(lees(wijzig(voorbeeld().data, pad, "geen"))) if melding.code == "melding-en-stap"
    ]
    assert len(gevonden) == 1
    assert soort in gevonden[0].zin
    assert len(gevonden[0].feiten) == 2
