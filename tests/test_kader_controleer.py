"""`kader controleer`: een kader van een ander krijgt elke fout met plaats en remedie, en nooit een vals alarm."""

from __future__ import annotations

import json
import re
import time
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beleidscheck.beleid.fragment import is_safe
from beleidscheck.beleid.schema import fragment_faults
from beleidscheck.controle import Voorbeeldenboek, control_kader, examples
from beleidscheck.controle.voorbeelden import GOED
from beleidscheck.data import kader_dir
from beleidscheck.kader import available, load_kader, read_kader
from beleidscheck.kader.botsing import MAX_BOTSINGEN, conflicts, impossible
from beleidscheck.kader.haalbaar import consistent
from beleidscheck.kader.model import Norm
from beleidscheck.toetsen import Bevat, Gelijk, Grens, Keuze
from tests.hulp.kaderbank import HERSTEL_VISIE, controle, fouten, kader, norm, regel_met, schrijf
from tests.hulp.opdracht import EERSTE_VERSIE, draai

if TYPE_CHECKING:
    from pathlib import Path

STAP = "stappen_bij_afwezigheid"


# ---- Wat meegeleverd is --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ref", [ref for ref in available() if ref != "noord-kennemerland@2024-2025"])
def test_elk_meegeleverd_kader_is_goed_en_elk_voorbeeld_komt_uit(ref: str) -> None:
    uitkomst = control_kader(kader_dir() / f"{ref}.yaml")
    assert uitkomst.fouten == ()
    # of de school een bestaande sector heeft, kan geen beleid fout doen: een andere sector leest het programma niet eens
    zonder = [deel.fault.zin for deel in uitkomst.waarschuwingen]
    assert zonder == (["Norm «model16.u.onderwijstypen» heeft geen voorbeeld dat niet voldoet."] if ref == "model16@2023" else [])
    assert uitkomst.gedraaid == uitkomst.geslaagd >= 2 * uitkomst.normen - (ref == "model16@2023")


@pytest.mark.traag
def test_het_protocol_is_goed_en_elk_voorbeeld_komt_uit() -> None:
    uitkomst = control_kader(kader_dir() / "noord-kennemerland@2024-2025.yaml")
    assert (uitkomst.fouten, uitkomst.waarschuwingen) == ((), ())
    assert uitkomst.gedraaid == uitkomst.geslaagd > 4 * uitkomst.normen


def test_elke_norm_heeft_voorbeelden_en_wat_alleen_voor_sommigen_geldt_ook_een_nvt() -> None:
    for ref in available():
        kader_ = load_kader(ref)
        boek = Voorbeeldenboek(kader_)
        for norm_ in kader_.normen:
            soorten = {geval.verwacht for geval in boek.examples(norm_)}
            assert "voldoet" in soorten
            assert ("nvt" in soorten) == bool(kader_.bestand.regio or norm_.geldt_voor.sectoren) or "als" in {
                toets.soort for toets in norm_.toetsen
            }, norm_.id


def test_geen_enkel_meegeleverd_kader_botst_ook_niet_met_een_ander() -> None:
    normen = [norm_ for ref in available() for norm_ in load_kader(ref).normen]
    uitkomst = conflicts(normen)
    assert uitkomst.paren == ()
    assert uitkomst.volledig
    assert [zin for norm_ in normen for zin in impossible(norm_)] == []


def test_voorbeelden_voor_de_documentatie() -> None:
    kader_ = load_kader("model16@2023")
    norm_ = next(norm_ for norm_ in kader_.normen if norm_.id == "model16.1.doelen")
    gevallen = examples(kader_, norm_)
    assert gevallen[0].verwacht == "voldoet"
    assert gevallen[0].yaml == norm_.herstel.snippet
    assert [geval.verwacht for geval in gevallen[1:]] == ["voldoet_niet"] * (len(gevallen) - 1)
    assert all(geval.zin.endswith(".") for geval in gevallen)
    boek = Voorbeeldenboek(kader_)
    for geval in gevallen:
        uitslag = boek.run(norm_, geval)
        assert uitslag.bevinding is not None
        assert uitslag.bevinding.oordeel in GOED[geval.verwacht]


def test_een_toets_leest_de_voorbeelden_niet(monkeypatch: pytest.MonkeyPatch) -> None:
    """The built twin of a kader has no examples in it, so that a check gets no slower."""
    for ref in available():
        gebouwd = json.loads((kader_dir() / "gebouwd" / f"{ref}.json").read_text(encoding="utf-8"))
        assert all("voorbeelden" not in norm_ for norm_ in gebouwd["inhoud"]["normen"])
    monkeypatch.setattr("beleidscheck.kader.read_source", lambda pad: pytest.fail(f"leest {pad}"))
    load_kader.__globals__["_shipped"].cache_clear()
    assert load_kader("knsa-tips@2024").normen


# ---- Eén fout tegelijk ---------------------------------------------------------------------------------------------


def test_een_goed_kader_heeft_geen_fouten_en_geen_waarschuwingen(tmp_path: Path) -> None:
    uitkomst = controle(tmp_path, kader())
    assert (uitkomst.fouten, uitkomst.waarschuwingen) == ((), ())
    assert (uitkomst.normen, uitkomst.gedraaid, uitkomst.geslaagd) == (1, 2, 2)


@pytest.mark.parametrize(
    ("inhoud", "zinnen"),
    [
        pytest.param({"id": "Mijn Regio"}, ["Het id «Mijn Regio» kan niet."], id="id"),
        pytest.param({"versie": "2026/2027"}, ["De versie «2026/2027» kan niet."], id="versie"),
        pytest.param({"regio": "Mijn Regio"}, ["De regio «Mijn Regio» kan niet."], id="regio"),
        pytest.param({"sectoren": ["vo", "havo"]}, ["De sector «havo» bestaat niet."], id="sector"),
        pytest.param(
            {"geldig_van": "2026-02-30"}, ["«2026-02-30» bij `geldig_van` is geen datum die bestaat."], id="dag bestaat niet"
        ),
        pytest.param(
            {"geldig_van": "1 augustus 2026"},
            ["«1 augustus 2026» bij `geldig_van` is geen datum die bestaat."],
            id="andere schrijfwijze",
        ),
        pytest.param(
            {"geldig_tot": "2026-07-31"},
            ["Het kader geldt tot en met 2026-07-31, maar begint pas op 2026-08-01."],
            id="tot voor van",
        ),
        pytest.param({"geldig_tot": "2026-08-01"}, [], id="één dag geldig"),
        pytest.param(
            {"status": "verlopen"},
            ["De status is «verlopen», maar er staat niet tot wanneer het kader gold."],
            id="verlopen zonder datum",
        ),
        pytest.param(
            {"in_werking_op": "2027-08-01"},
            ["Er staat een dag van inwerkingtreding, maar geen norm rust op een wetsvoorstel."],
            id="geen wetsvoorstel",
        ),
        pytest.param({"opvolger_van": "proef@1"}, ["Dit kader heet de opvolger van zichzelf."], id="eigen opvolger"),
        pytest.param({"opvolger_van": "proef"}, ["«proef» is geen kader met een versie."], id="opvolger zonder versie"),
        pytest.param({"normen": []}, ["Dit kader heeft geen enkele norm."], id="geen normen"),
        pytest.param({"naam": "  "}, ["Bij `naam` staat niets."], id="geen naam"),
        pytest.param(
            {"termen": [{"oud": "spijbelen", "nieuw": "Spijbelen", "bron": "x"}]},
            ["De term «spijbelen» wordt door zichzelf vervangen."],
            id="term zelf",
        ),
        pytest.param(
            {"termen": [{"oud": "zat", "nieuw": "team", "bron": "x"}, {"oud": "ZAT", "nieuw": "team", "bron": "x"}]},
            ["De term «ZAT» staat er twee keer; de eerste op regel 14."],
            id="term dubbel",
        ),
        pytest.param(
            {"termen": [{"oud": "zat", "nieuw": "team", "bron": "x", "niet_in": ["Verzuimloket"]}]},
            ["In de vaste naam «Verzuimloket» komt «zat» niet voor."],
            id="vaste naam",
        ),
        pytest.param(
            {"woordenlijst": {"rollen": {"het team": {"label": "team"}}}},
            ["«het team» kan geen vast woord zijn."],
            id="woord met spatie",
        ),
        pytest.param({"extra": 1}, ["Bij `extra`: Dit veld bestaat niet."], id="onbekende sleutel"),
    ],
)
def test_de_kop(tmp_path: Path, inhoud: dict[str, Any], zinnen: list[str]) -> None:
    volgorde = {
        "kader": 1,
        **{sleutel: waarde for sleutel, waarde in kader().items() if sleutel not in {"kader", "normen"}},
        **inhoud,
    }
    gevonden = control_kader(schrijf(tmp_path, {**volgorde, "normen": inhoud.get("normen", [norm()])}, "x.yaml"))
    assert [deel.fault.zin for deel in gevonden.fouten] == zinnen
    assert all(deel.fault.remedie.endswith((".", "?")) for deel in gevonden.fouten)


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        pytest.param({"id": "proef een"}, "dit id kan niet.", id="id"),
        pytest.param({"cluster": "Een Cluster"}, "de naam van het cluster «Een Cluster» kan niet.", id="cluster"),
        pytest.param({"aan_zet": "conrector"}, "de rol «conrector» bij `aan_zet` is niet bekend.", id="rol"),
        pytest.param({"uitleg": " "}, "bij `uitleg` staat niets.", id="lege uitleg"),
        pytest.param({"geldt_voor": {"sectoren": ["mavo"]}}, "De sector «mavo» bestaat niet.", id="sector"),
        pytest.param(
            {"geldt_voor": {"sectoren": ["po"], "leeftijd": "vanaf_18"}},
            "in deze sectoren zijn geen leerlingen van 18 jaar of ouder.",
            id="18 in po",
        ),
        pytest.param({"bron": "brief"}, "De bron «brief» van norm «proef.een» staat niet onder `bronnen`.", id="bron"),
        pytest.param(
            {"toetsen": [{"soort": "gelijk", "veld": "school.sector", "waarde": "havo"}]},
            "het woord «havo» is bij `school.sector` niet bekend.",
            id="woord",
        ),
        pytest.param(
            {"toetsen": [{"soort": "gelijk", "veld": "registratie.alle_afwezigheid", "waarde": "altijd"}]},
            "bij `registratie.alle_afwezigheid` staat ja of nee, nooit «altijd».",
            id="ja of nee",
        ),
        pytest.param(
            {"toetsen": [{"soort": "gelijk", "veld": "school.aantal_leerlingen", "waarde": "veel"}]},
            "bij `school.aantal_leerlingen` staat een getal, nooit «veel».",
            id="getal",
        ),
        pytest.param(
            {"toetsen": [{"soort": "gelijk", "veld": "registratie.bronnen", "waarde": "melding"}]},
            "bij `registratie.bronnen` staat een lijst, en die is nooit gelijk aan één waarde.",
            id="lijst",
        ),
        pytest.param(
            {"toetsen": [{"soort": "gelijk", "veld": "registratie", "waarde": "x"}]},
            "bij `registratie` staat een blok, geen enkele waarde.",
            id="blok",
        ),
        pytest.param(
            {"toetsen": [{"soort": "grens", "veld": "school.aantal_leerlingen", "hoogstens": "4 weken"}]},
            "bij `school.aantal_leerlingen` staat een getal, maar de grens is «4 weken».",
            id="eenheid",
        ),
        pytest.param(
            {"toetsen": [{"soort": "grens", "veld": "check_en_nabellen.frequentie", "hoogstens": 4}]},
            "bij `check_en_nabellen.frequentie` staat een hoeveelheid met een eenheid, maar de grens is het getal 4.",
            id="geen eenheid",
        ),
        pytest.param(
            {"toetsen": [{"soort": "stap", "signaal": ["te_laat"], "uiterlijk": "16 klokuren"}]},
            "«16 klokuren» past niet bij het signaal «te_laat»; dat wordt anders geteld.",
            id="andere telling",
        ),
        pytest.param(
            {"toetsen": [{"soort": "stap", "signaal": ["schorsing"], "uiterlijk": "3 keer"}]},
            "het signaal «schorsing» wordt niet geteld, dus «3 keer» kan er niet bij.",
            id="telt niet",
        ),
        pytest.param(
            {"toetsen": [{"soort": "stap", "signaal": ["te_laat"], "uiterlijk": "3 keer", "binnen": "4 keer"}]},
            "«4 keer» bij `binnen` is geen periode.",
            id="geen periode",
        ),
        pytest.param(
            {"toetsen": [{"soort": "stap", "signaal": ["te_laat"], "actie": ["gesprek"], "wie": ["conrector"]}]},
            "het woord «conrector» (rol) is niet bekend.",
            id="rol in een stap",
        ),
        pytest.param(
            {"toetsen": [{"soort": "stap", "signaal": ["te_laat"], "uiterlijk": "3 keer", "vanaf": "6 keer"}]},
            "`uiterlijk: 3 keer` ligt onder `vanaf: 6 keer`; geen enkele stap valt daartussen.",
            id="uiterlijk onder vanaf",
        ),
        pytest.param(
            {"toetsen": [{"soort": "bevat", "veld": "registratie.bronnen", "minstens": 4, "hoogstens": 2}]},
            "geen enkel beleid kan voldoen aan wat deze toets bij `registratie.bronnen` vraagt (minstens 4 onderdelen en hoogstens 2 onderdelen).",
            id="minstens boven hoogstens",
        ),
        pytest.param(
            {"toetsen": [{"soort": "bevat", "veld": "registratie.bronnen", "alle": ["melding", "lescontrole"], "hoogstens": 1}]},
            "geen enkel beleid kan voldoen aan wat deze toets bij `registratie.bronnen` vraagt («melding» en «lescontrole» en hoogstens 1 onderdeel).",
            id="meer woorden dan er mogen staan",
        ),
        pytest.param(
            {
                "toetsen": [
                    {"soort": "gelijk", "veld": "controle_in_de_les.moment", "waarde": "elke_les"},
                    {"soort": "gelijk", "veld": "controle_in_de_les.moment", "waarde": "elk_dagdeel"},
                ]
            },
            "twee toetsen spreken elkaar tegen: bij `controle_in_de_les.moment` vraagt de ene «elke_les» en de andere «elk_dagdeel».",
            id="tegenspraak binnen de norm",
        ),
        pytest.param(
            {
                "geldt_voor": {"sectoren": ["po"]},
                "toetsen": [
                    {
                        "soort": "als",
                        "als": {"soort": "gelijk", "veld": "school.sector", "waarde": "vo"},
                        "dan": [{"soort": "gevuld", "velden": ["visie_en_doel.visie"]}],
                    }
                ],
            },
            "deze toets geldt voor geen enkele school: de voorwaarden sluiten elkaar uit.",
            id="nooit van toepassing",
        ),
    ],
)
def test_een_norm(tmp_path: Path, anders: dict[str, Any], zin: str) -> None:
    pad = schrijf(tmp_path, kader(norm(**anders)))
    gevonden = control_kader(pad)
    assert [deel for deel in gevonden.fouten if zin in deel.fault.zin], [deel.fault.zin for deel in gevonden.fouten]
    assert all(deel.fault.regel >= regel_met(pad, "normen:") for deel in gevonden.fouten)


def test_alle_fouten_tegelijk(tmp_path: Path) -> None:
    inhoud = kader(
        norm("proef.een", aan_zet="conrector"),
        norm("proef.twee", [{"soort": "gevuld", "velden": ["visie_en_doel.bestaat_niet"]}]),
        norm("proef.twee"),
        geldig_van="2026-13-01",
    )
    zinnen = fouten(tmp_path, inhoud)
    assert [zin for zin in zinnen if "bestaat_niet" in zin]
    assert [zin for zin in zinnen if "conrector" in zin]
    assert [zin for zin in zinnen if "twee keer" in zin]
    assert [zin for zin in zinnen if "2026-13-01" in zin]


# ---- Voorbeelden ---------------------------------------------------------------------------------------------------


def test_een_voorbeeld_dat_anders_uitkomt_is_een_fout_met_zijn_plaats(tmp_path: Path) -> None:
    pad = schrijf(
        tmp_path,
        kader(
            norm(
                voorbeelden={
                    "voldoet": [{"wat": "Leeg", "beleid": {"visie_en_doel": {"beleid": "Wij hebben een visie."}}}],
                    "voldoet_niet": [{}],
                }
            )
        ),
    )
    gevonden = control_kader(pad)
    assert [deel.fault.zin for deel in gevonden.fouten] == [
        "Norm «proef.een»: dit voorbeeld hoort «voldoet» te zijn, maar het oordeel is «voldoet niet». «Visie» (`visie_en_doel.visie`) is niet ingevuld."
    ]
    assert gevonden.fouten[0].fault.regel == regel_met(pad, "wat: Leeg")
    assert (gevonden.gedraaid, gevonden.geslaagd) == (3, 2)


def test_een_voorbeeld_dat_geen_beleid_is_wijst_naar_de_plek_in_het_voorbeeld(tmp_path: Path) -> None:
    pad = schrijf(
        tmp_path, kader(norm(voorbeelden={"voldoet_niet": [{"beleid": {"visie_en_doel": {"visei": "Fout gespeld."}}}]}))
    )
    gevonden = control_kader(pad)
    assert [deel.fault.zin for deel in gevonden.fouten] == [
        "Norm «proef.een»: dit voorbeeld is geen beleid dat te lezen is. De sleutel `visei` bestaat niet onder `visie_en_doel`."
    ]
    assert gevonden.fouten[0].fault.regel == regel_met(pad, "visei:")


@pytest.mark.parametrize(
    ("herstel", "zin"),
    [
        pytest.param(
            "visie_en_doel:\n  beleid: Wij hebben een visie op aanwezigheid.\n",
            "lost de norm niet op; het oordeel is «voldoet niet».",
            id="lost niet op",
        ),
        pytest.param("visie_en_doel: [\n", "is geen beleid dat te lezen is.", id="geen YAML"),
        pytest.param("visie_en_doel:\n  vizie: x\n", "is geen beleid dat te lezen is.", id="onbekend veld"),
        pytest.param("- een\n- lijst\n", "is geen beleid dat te lezen is.", id="geen blok"),
    ],
)
def test_een_herstel_dat_de_norm_niet_oplost(tmp_path: Path, herstel: str, zin: str) -> None:
    pad = schrijf(tmp_path, kader(norm(herstel={"voorbeeld": "Wij zien elke leerling.", "snippet": herstel})))
    gevonden = control_kader(pad)
    assert len(gevonden.fouten) == 1
    assert f"Norm «proef.een»: het stukje YAML bij `herstel` {zin}" in gevonden.fouten[0].fault.zin
    assert gevonden.fouten[0].fault.regel == regel_met(pad, "snippet:")


def test_een_norm_zonder_voorbeelden_is_een_waarschuwing(tmp_path: Path) -> None:
    gevonden = controle(tmp_path, kader(norm(voorbeelden={})))
    assert gevonden.fouten == ()
    assert [deel.fault.zin for deel in gevonden.waarschuwingen] == ["Norm «proef.een» heeft geen voorbeelden."]


def test_voorbeelden_naast_het_kader(tmp_path: Path) -> None:
    schrijf(tmp_path, kader(norm(voorbeelden={})))
    naast = tmp_path / "voorbeelden" / "proef@1.yaml"
    naast.parent.mkdir()
    naast.write_text(
        "kader: proef@1\nnormen:\n  proef.een:\n    voldoet_niet:\n      - vanuit: compleet\n        zonder: [visie_en_doel.visie]\n",
        encoding="utf-8",
    )
    gevonden = control_kader(tmp_path / "proef@1.yaml")
    assert (gevonden.fouten, gevonden.waarschuwingen, gevonden.gedraaid) == ((), (), 2)
    naast.write_text("kader: proef@2\nnormen:\n  proef.twee: {}\n", encoding="utf-8")
    gevonden = control_kader(tmp_path / "proef@1.yaml")
    assert [(deel.bestand.name, deel.fault.regel, deel.fault.zin) for deel in gevonden.fouten] == [
        ("proef@1.yaml", 1, "Deze voorbeelden zijn van «proef@2», maar ernaast staat «proef@1»."),
        ("proef@1.yaml", 3, "De norm «proef.twee» staat niet in dit kader."),
    ]
    naast.write_text("kader: proef@1\nnormen: [\n", encoding="utf-8")
    assert next(deel.bestand for deel in control_kader(tmp_path / "proef@1.yaml").fouten) == naast


@pytest.mark.parametrize(
    ("voorbeeld", "zin"),
    [
        pytest.param(
            {"vanuit": "herstel", "zonder": ["visie_en_doel.bestaat_niet"]},
            "De plek «visie_en_doel.bestaat_niet» staat niet in het beleid",
            id="weg wat er niet is",
        ),
        pytest.param(
            {"vanuit": "herstel", "zet": {"visie_en_doel.visie.dieper": 1}},
            "De plek «visie_en_doel.visie.dieper» staat niet in het beleid",
            id="onder een tekst",
        ),
        pytest.param({"vanuit": "herstel", "zet": {"visie_en_doel[0": 1}}, "is geen beleid dat te lezen is", id="geen pad"),
    ],
)
def test_een_voorbeeld_met_een_plek_die_niet_bestaat(tmp_path: Path, voorbeeld: dict[str, Any], zin: str) -> None:
    zinnen = fouten(tmp_path, kader(norm(voorbeelden={"voldoet_niet": [voorbeeld]})))
    assert len(zinnen) == 1
    assert zin in zinnen[0]


# ---- Botsende normen -----------------------------------------------------------------------------------------------


def _toets(soort: str, veld: str, **rest: Any) -> dict[str, Any]:  # noqa: ANN401 - velden van een toets
    return {"soort": soort, "veld": veld, **rest}


MOMENT = "controle_in_de_les.moment"
BRONNEN = "registratie.bronnen"
AANTAL = "school.aantal_leerlingen"
RITME = "check_en_nabellen.frequentie"
PARTNERS = "samenwerking.partners"
ALS_VO = {"soort": "gelijk", "veld": "school.sector", "waarde": "vo"}
ALS_PO = {"soort": "gelijk", "veld": "school.sector", "waarde": "po"}


@pytest.mark.parametrize(
    ("een", "ander", "botst"),
    [
        pytest.param(
            _toets("gelijk", MOMENT, waarde="elke_les"), _toets("gelijk", MOMENT, waarde="elke_les"), False, id="zelfde waarde"
        ),
        pytest.param(
            _toets("gelijk", MOMENT, waarde="elke_les"),
            _toets("keuze", MOMENT, waarden=["elke_les", "elk_dagdeel"]),
            False,
            id="waarde in de keuze",
        ),
        pytest.param(
            _toets("bevat", BRONNEN, alle=["melding"]),
            _toets("bevat", BRONNEN, alle=["lescontrole"]),
            False,
            id="twee woorden in een lijst",
        ),
        pytest.param(
            _toets("bevat", BRONNEN, alle=["melding"]), _toets("bevat", BRONNEN, hoogstens=1), False, id="één woord past"
        ),
        pytest.param(
            _toets("bevat", BRONNEN, een_van=["melding", "lescontrole"]),
            _toets("bevat", BRONNEN, alle=["melding"], hoogstens=1),
            False,
            id="één van past",
        ),
        pytest.param(_toets("grens", AANTAL, hoogstens=5), _toets("grens", AANTAL, minstens=5), False, id="precies de grens"),
        pytest.param(
            _toets("grens", RITME, hoogstens="1 week"), _toets("grens", RITME, minstens="1 dag"), False, id="ritme ertussen"
        ),
        pytest.param(
            {"soort": "als", "als": ALS_VO, "dan": [_toets("gelijk", MOMENT, waarde="elke_les")]},
            {"soort": "als", "als": ALS_PO, "dan": [_toets("gelijk", MOMENT, waarde="elk_dagdeel")]},
            False,
            id="andere scholen",
        ),
        pytest.param(
            {
                "soort": "een_van",
                "toetsen": [_toets("gelijk", MOMENT, waarde="elke_les"), _toets("gelijk", MOMENT, waarde="elk_dagdeel")],
            },
            _toets("gelijk", MOMENT, waarde="elk_dagdeel"),
            False,
            id="de andere mogelijkheid",
        ),
        pytest.param(
            {"soort": "stap", "signaal": ["te_laat"], "uiterlijk": "3 keer", "actie": ["gesprek"]},
            {"soort": "stap", "signaal": ["te_laat"], "vanaf": "5 keer", "actie": ["gesprek"]},
            False,
            id="twee stappen",
        ),
        pytest.param(
            _toets("een_item", PARTNERS, waar={"rol": {"gelijk": "jeugdarts"}}),
            _toets("een_item", PARTNERS, waar={"rol": {"gelijk": "swv"}}),
            False,
            id="twee regels",
        ),
        pytest.param(
            _toets("elk_item", PARTNERS, waar={"taak": {"gevuld": True}}),
            _toets("dekt", PARTNERS, sleutel="rol", waarden=["jeugdarts"]),
            False,
            id="regels met een taak",
        ),
        pytest.param(
            _toets("gelijk", MOMENT, waarde="elke_les"), _toets("gelijk", MOMENT, waarde="elk_dagdeel"), True, id="gelijk A en B"
        ),
        pytest.param(
            _toets("keuze", MOMENT, waarden=["elke_les"]),
            _toets("keuze", MOMENT, waarden=["elk_dagdeel"]),
            True,
            id="geen doorsnede",
        ),
        pytest.param(
            _toets("gelijk", MOMENT, waarde="elke_les"),
            _toets("keuze", MOMENT, waarden=["elk_dagdeel", "begin_dag"]),
            True,
            id="buiten de keuze",
        ),
        pytest.param(_toets("bevat", BRONNEN, minstens=4), _toets("bevat", BRONNEN, hoogstens=3), True, id="aantal"),
        pytest.param(
            _toets("bevat", BRONNEN, alle=["melding", "lescontrole"]),
            _toets("bevat", BRONNEN, hoogstens=1),
            True,
            id="twee woorden in één plek",
        ),
        pytest.param(_toets("grens", AANTAL, hoogstens=3), _toets("grens", AANTAL, minstens=5), True, id="≤3 en ≥5"),
        pytest.param(_toets("grens", RITME, hoogstens="1 week"), _toets("grens", RITME, minstens="1 maand"), True, id="ritme"),
        pytest.param(_toets("grens", AANTAL, hoogstens=3), _toets("gelijk", AANTAL, waarde=4), True, id="grens en waarde"),
        pytest.param(
            _toets("gelijk", "registratie.alle_afwezigheid", waarde=True),
            _toets("gelijk", "registratie.alle_afwezigheid", waarde=False),
            True,
            id="ja en nee",
        ),
        pytest.param(
            {"soort": "als", "als": ALS_VO, "dan": [_toets("gelijk", MOMENT, waarde="elke_les")]},
            _toets("gelijk", MOMENT, waarde="elk_dagdeel"),
            True,
            id="voor een deel van de scholen",
        ),
        pytest.param(
            _toets("elk_item", PARTNERS, waar={"rol": {"uit": ["jeugdarts"]}}),
            _toets("dekt", PARTNERS, sleutel="rol", waarden=["jeugdarts", "swv"]),
            True,
            id="elk item en dekt",
        ),
        pytest.param(
            _toets("elk_item", PARTNERS, waar={"rol": {"gelijk": "jeugdarts"}}),
            _toets("een_item", PARTNERS, waar={"rol": {"gelijk": "swv"}}),
            True,
            id="elk item en een item",
        ),
        pytest.param(
            {
                "soort": "een_van",
                "toetsen": [_toets("gelijk", MOMENT, waarde="elke_les"), _toets("gelijk", MOMENT, waarde="begin_dag")],
            },
            _toets("gelijk", MOMENT, waarde="elk_dagdeel"),
            True,
            id="geen enkele mogelijkheid",
        ),
    ],
)
def test_twee_normen(een: dict[str, Any], ander: dict[str, Any], botst: bool) -> None:
    normen = [Norm.model_validate(norm("proef.een", [een])), Norm.model_validate(norm("proef.twee", [ander]))]
    assert [(b.een.id, b.ander.id) for b in conflicts(normen).paren] == ([("proef.een", "proef.twee")] if botst else [])
    assert [(b.een.id, b.ander.id) for b in conflicts(normen[::-1]).paren] == ([("proef.twee", "proef.een")] if botst else [])
    assert [zin for norm_ in normen for zin in impossible(norm_)] == []


def test_wie_onder_een_voorwaarde_nooit_aan_de_andere_norm_toekomt_botst_niet() -> None:
    sector = Norm.model_validate(
        norm(
            "proef.een",
            [
                {
                    "soort": "als",
                    "als": {"soort": "gelijk", "veld": MOMENT, "waarde": "elke_les"},
                    "dan": [_toets("gelijk", MOMENT, waarde="elke_les")],
                }
            ],
        )
    )
    ander = Norm.model_validate(norm("proef.twee", [_toets("gelijk", MOMENT, waarde="elk_dagdeel")]))
    assert conflicts([sector, ander]).paren == ()


def test_andere_sectoren_botsen_niet() -> None:
    een = Norm.model_validate(norm("proef.een", [_toets("gelijk", MOMENT, waarde="elke_les")], geldt_voor={"sectoren": ["vo"]}))
    ander = Norm.model_validate(
        norm("proef.twee", [_toets("gelijk", MOMENT, waarde="elk_dagdeel")], geldt_voor={"sectoren": ["po"]})
    )
    assert conflicts([een, ander]).paren == ()


def test_een_botsing_noemt_beide_plaatsen(tmp_path: Path) -> None:
    snippet = "controle_in_de_les:\n  moment: {}\n"
    pad = schrijf(
        tmp_path,
        kader(
            norm(
                "proef.een",
                [_toets("gelijk", MOMENT, waarde="elke_les")],
                herstel={"voorbeeld": "Elke les.", "snippet": snippet.format("elke_les")},
            ),
            norm(
                "proef.twee",
                [_toets("gelijk", MOMENT, waarde="elk_dagdeel")],
                herstel={"voorbeeld": "Elk dagdeel.", "snippet": snippet.format("elk_dagdeel")},
            ),
        ),
    )
    gevonden = control_kader(pad)
    eerste = next(i for i, regel in enumerate(pad.read_text().splitlines(), 1) if regel.strip() == "- soort: gelijk")
    assert [deel.fault.zin for deel in gevonden.fouten] == [
        (
            "Bij `controle_in_de_les.moment` vraagt norm «proef.een» «elke_les», en norm «proef.twee» «elk_dagdeel»; dat kan niet allebei."
            f" De andere staat in proef@1.yaml:{eerste}."
        )
    ]
    assert gevonden.fouten[0].fault.code == "botsing"
    assert gevonden.fouten[0].fault.regel > eerste


_GETAL = st.integers(0, 6)
_PLAINE = st.one_of(
    st.builds(lambda w: Gelijk(soort="gelijk", veld="v", waarde=w), _GETAL),
    st.builds(lambda w: Keuze(soort="keuze", veld="v", waarden=w), st.lists(_GETAL, min_size=1, max_size=3)),
    st.builds(lambda w: Grens(soort="grens", veld="v", hoogstens=w), _GETAL),
    st.builds(lambda w: Grens(soort="grens", veld="v", minstens=w), _GETAL),
)


def _number_meets(getal: int, eis: Gelijk | Keuze | Grens) -> bool:
    match eis:
        case Gelijk():
            return getal == eis.waarde
        case Keuze():
            return getal in eis.waarden
        case Grens(hoogstens=int(hoogste)):
            return getal <= hoogste
        case Grens(minstens=int(laagste)):
            return getal >= laagste
    return False


@given(st.lists(_PLAINE, min_size=1, max_size=4))
def test_haalbaar_is_precies_wat_een_getal_kan_halen(eisen: list[Gelijk | Keuze | Grens]) -> None:
    """Brute force: over whole numbers, `consistent` says yes exactly when some number meets all the tests."""

    def meets(getal: int) -> bool:
        return all(_number_meets(getal, eis) for eis in eisen)

    assert consistent(eisen) == any(meets(getal) for getal in range(-1, 8))


_WOORDEN = st.lists(st.sampled_from(["melding", "lescontrole", "toegang", "overig"]), max_size=3, unique=True)


@st.composite
def _bevat(trek: Any) -> Bevat:  # noqa: ANN401 - van hypothesis
    alle, een_van = trek(_WOORDEN), trek(_WOORDEN)
    minstens, hoogstens = trek(st.one_of(st.none(), st.integers(1, 5))), trek(st.one_of(st.none(), st.integers(1, 5)))
    if not (alle or een_van or minstens or hoogstens):
        alle = ["melding"]
    return Bevat(soort="bevat", veld="v", alle=alle, een_van=een_van, minstens=minstens, hoogstens=hoogstens)


@settings(max_examples=60)
@given(st.lists(_bevat(), min_size=1, max_size=3))
def test_haalbaar_is_precies_wat_een_lijst_kan_halen(eisen: list[Bevat]) -> None:
    """Brute force over every list of the four words, filled up with other words to six."""
    woorden = ["melding", "lescontrole", "toegang", "overig"]

    def meets(lijst: list[str]) -> bool:
        return all(
            set(eis.alle) <= set(lijst)
            and (not eis.een_van or bool(set(eis.een_van) & set(lijst)))
            and len(lijst) >= (eis.minstens or 0)
            and len(lijst) <= (eis.hoogstens or 99)
            for eis in eisen
        )

    mogelijk = any(
        meets([*(woord for i, woord in enumerate(woorden) if masker >> i & 1), *(f"vulling {n}" for n in range(extra))])
        for masker in range(16)
        for extra in range(6)
        if masker or extra
    )
    assert consistent(eisen) == mogelijk


# ---- De eigen ladder -----------------------------------------------------------------------------------------------


def _trap(*drempels: str, met: tuple[str, ...] = ("leerling", "ouder")) -> list[dict[str, Any]]:
    stappen = [
        {
            "id": f"stap-{nummer}",
            "bij": [{"signaal": "te_laat", "drempel": drempel, "periode": "1 schooljaar"}],
            "acties": [{"wie": "mentor", "actie": "gesprek", "met": list(met)}],
        }
        for nummer, drempel in enumerate(drempels)
    ]
    return [{"trap": "te_laat", "stappen": stappen}]


OUDERS = {"soort": "stap", "signaal": ["te_laat"], "uiterlijk": "6 keer", "actie": ["gesprek"], "met": ["ouder"]}
HERSTEL_OUDERS = (
    "stappen_bij_afwezigheid:\n  trappen:\n    - trap: te_laat\n      stappen:\n        - bij: [{signaal: te_laat, drempel: 6 keer, periode: 1 schooljaar}]\n"
    "          acties: [{wie: mentor, actie: gesprek, met: [ouder]}]\n"
)


def test_een_eigen_trap_die_de_eigen_norm_haalt(tmp_path: Path) -> None:
    norm_ = norm(toetsen=[OUDERS], herstel={"voorbeeld": "Bij zes keer praten wij.", "snippet": HERSTEL_OUDERS})
    uitkomst = controle(tmp_path, kader(norm_, trappen=_trap("3 keer", "6 keer")))
    assert (uitkomst.fouten, uitkomst.waarschuwingen) == ((), ())


def test_een_eigen_trap_die_de_eigen_norm_niet_haalt(tmp_path: Path) -> None:
    norm_ = norm(toetsen=[OUDERS], herstel={"voorbeeld": "Bij zes keer praten wij.", "snippet": HERSTEL_OUDERS})
    uitkomst = controle(tmp_path, kader(norm_, trappen=_trap("9 keer")))
    assert uitkomst.fouten == ()
    assert [deel.fault.code for deel in uitkomst.waarschuwingen] == ["eigen-trap"]
    assert "een school die de trap van dit kader overneemt, haalt deze norm niet" in uitkomst.waarschuwingen[0].fault.zin


def test_de_trap_van_een_maatwerk_kader_mag_niet_soepeler(tmp_path: Path) -> None:
    """Wat een school met de trap van het basiskader haalt, haalt zij ook met die van het maatwerk; anders met beide plaatsen geweigerd."""
    norm_ = norm(toetsen=[OUDERS], herstel={"voorbeeld": "Bij zes keer praten wij.", "snippet": HERSTEL_OUDERS})
    basis = schrijf(tmp_path, kader(norm_, id="basis", trappen=_trap("3 keer", "6 keer")))
    eigen = {**kader(norm("eigen.een"), id="eigen"), "gebaseerd_op": "basis@1"}
    assert [deel.fault.code for deel in controle(tmp_path, {**eigen, "trappen": _trap("3 keer", "4 keer")}).fouten] == []
    assert controle(tmp_path, eigen).fouten == ()
    (fout,) = controle(tmp_path, {**eigen, "trappen": _trap("9 keer")}).fouten
    trap = 1 + next(
        n for n, regel in enumerate(basis.read_text(encoding="utf-8").splitlines(), 1) if regel.startswith("trappen:")
    )
    assert fout.fault.zin == (
        f"De trap van dit kader is soepeler dan die van het basiskader (basis@1.yaml:{trap})."
        f" Een school die hem overneemt, haalt daarmee «proef.een» (basis@1.yaml:{regel_met(basis, 'id: proef.een')}) uit het basiskader niet."
    )
    assert fout.fault.regel == regel_met(tmp_path / "eigen@1.yaml", "- trap:")


def test_hygiene_van_de_eigen_trap(tmp_path: Path) -> None:
    trappen = _trap("9 keer", "3 keer")
    pad = schrijf(tmp_path, kader(trappen=trappen))
    uitkomst = control_kader(pad)
    assert [deel.fault.code for deel in uitkomst.waarschuwingen] == ["drempels-lopen-terug"]
    assert all(deel.fault.regel > regel_met(pad, "trappen:") for deel in uitkomst.waarschuwingen)
    ziek = [
        {
            "trap": "ziek",
            "stappen": [
                {
                    "id": "ziek",
                    "bij": [{"signaal": "ziekmeldingen", "drempel": "4 keer", "periode": "12 weken"}],
                    "acties": [{"wie": "mt", "actie": "lpa_melden", "met": ["leerplichtambtenaar"]}],
                }
            ],
        }
    ]
    assert [deel.fault.zin for deel in controle(tmp_path, kader(trappen=ziek)).fouten if "iekte" in deel.fault.zin]


# ---- Een kader dat de machine wil laten hangen -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "patroon",
    ["^(a+)+$", "^(a|aa)*$", "a*b", "^a*b*$", "^(?=a)$", r"^(a)\1$", "^a{0,90}a{0,90}$", "^(a|b)" * 12 + "$", "^" + "a?" * 30 + "$", "^.*$", "^[[a]$", "^(((a)))$", "^a{9999}$", "^" + "a" * 300 + "$"],
)  # fmt: skip
def test_een_gevaarlijk_patroon_wordt_geweigerd(patroon: str) -> None:
    velden = {"type": "object", "properties": {"a": {"type": "string", "pattern": patroon}}}
    assert not is_safe(patroon)
    assert fragment_faults(velden)


@pytest.mark.parametrize("patroon", ["^[a-z]+$", "^[0-9]{4} ?[A-Z]{2}$", "^(?:ja|nee)$", r"^\d{2}-\d{2}$", "^[^@]+@x$", "^$"])
def test_een_gewoon_patroon_mag(patroon: str) -> None:
    assert is_safe(patroon)
    assert fragment_faults({"type": "object", "properties": {"a": {"type": "string", "pattern": patroon}}}) == []


@given(st.text(alphabet="ab(|)+*?{}1,[]^$.\\", max_size=14), st.integers(1, 400))
@settings(max_examples=300, deadline=400)
def test_wat_veilig_heet_loopt_nergens_op_vast(patroon: str, lengte: int) -> None:
    if is_safe(f"^{patroon}$"):
        for tekst in ("a" * lengte, "ab" * lengte, "a" * lengte + "!"):
            re.search(f"^{patroon}$", tekst)


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        pytest.param(
            {"type": "object", "properties": {"a": {"$ref": "https://kwaad.example/x.json"}}},
            "`velden` verwijst naar `https://kwaad.example/x.json`",
            id="verwijzing naar buiten",
        ),
        pytest.param(
            {"type": "object", "properties": {"a": {"$ref": "#/properties/a"}}},
            "`velden` verwijst naar `#/properties/a`",
            id="kring",
        ),
        pytest.param(
            {"type": "object", "$defs": {"x": {"$ref": "#/$defs/x"}}, "properties": {"a": {"$ref": "#/$defs/x"}}},
            "gebruikt bovenaan `$defs`",
            id="eigen kring",
        ),
        pytest.param({"type": "object", "properties": {"a": {"anyOf": [{}, {}]}}}, "gebruikt bij `a` `anyOf`", id="anyOf"),
        pytest.param(
            {"type": "object", "properties": {}, "patternProperties": {"(a+)+": {}}},
            "gebruikt bovenaan `patternProperties`",
            id="patternProperties",
        ),
        pytest.param({"type": "object", "properties": {"a": {"enum": []}}}, "kiezen uit niets", id="lege keuze"),
        pytest.param(
            {"type": "object", "properties": {"a": {"type": "string", "minLength": 9, "maxLength": 3}}},
            "minstens 9 (`minLength`) en hooguit 3",
            id="lengte",
        ),
        pytest.param(
            {"type": "object", "properties": {"a": {"type": "integer", "minimum": 9, "maximum": 3}}},
            "minstens 9 (`minimum`) en hooguit 3",
            id="getal",
        ),
        pytest.param(
            {"type": "object", "properties": {"a": {"type": "object", "properties": {}, "required": ["b"]}}},
            "vraagt bij `a` om `b`",
            id="verplicht maar onbekend",
        ),
        pytest.param(
            {"type": "object", "properties": {"a": {"type": "string", "format": "regex"}}}, "het format `regex`", id="format"
        ),
        pytest.param(
            {"type": "object", "properties": {"a": {"type": "object", "additionalProperties": True}}},
            "laat bij `a` elke sleutel toe",
            id="alles mag",
        ),
        pytest.param(
            {"type": "object", "properties": {f"v{i}": {"type": "string"} for i in range(4000)}},
            "meer dan 3000 delen",
            id="enorm",
        ),
    ],
)
def test_velden_waar_een_beleid_op_kan_vastlopen(tmp_path: Path, velden: dict[str, Any], zin: str) -> None:
    zinnen = fouten(tmp_path, kader(velden=velden))
    assert [gevonden for gevonden in zinnen if zin in gevonden], zinnen


def _deep(diepte: int, blad: dict[str, Any]) -> dict[str, Any]:
    toets = blad
    for _ in range(diepte):
        toets = {"soort": "een_van", "toetsen": [toets, {"soort": "alle", "toetsen": [blad, blad]}]}
    return toets


@pytest.mark.parametrize(
    "inhoud",
    [
        pytest.param({**kader(), "normen": [{}] * 20_000}, id="20 000 lege normen"),
        pytest.param(
            kader(norm(toetsen=[_deep(12, {"soort": "gevuld", "velden": ["visie_en_doel.visie"]})])), id="diep samengesteld"
        ),
        pytest.param(kader(norm(toetsen=[_deep(60, {"soort": "gevuld", "velden": ["visie_en_doel.visie"]})])), id="te diep"),
        pytest.param(
            kader(norm(toetsen=[{"soort": "keuze", "veld": MOMENT, "waarden": [f"w{i}" for i in range(9000)]}] * 2)),
            id="enorme keuze",
        ),
        pytest.param(
            kader(norm(toetsen=[{"soort": "bevat", "veld": BRONNEN, "alle": [f"w{i}" for i in range(9000)], "minstens": 10**9}])),
            id="enorme lijst",
        ),
        pytest.param(
            kader(
                *(
                    norm(f"n.{i}", [{"soort": "bevat", "veld": BRONNEN, "alle": [f"w{i}"], "hoogstens": 900}], voorbeelden={})
                    for i in range(600)
                )
            ),
            id="600 normen over één veld",
        ),
        pytest.param(
            kader(*(norm(f"n.{i}", [{"soort": "gelijk", "veld": AANTAL, "waarde": i}], voorbeelden={}) for i in range(400))),
            id="400 normen die botsen",
        ),
        pytest.param(kader(termen=[{"oud": f"woord{i}", "nieuw": "x", "bron": "y"} for i in range(3000)]), id="3000 termen"),
        pytest.param(
            kader(
                trappen=[
                    {
                        "trap": "te_laat",
                        "stappen": [
                            {
                                "id": f"s{i}",
                                "bij": [{"signaal": "te_laat", "drempel": f"{i + 1} keer"}],
                                "acties": [{"wie": "mentor", "actie": "gesprek"}],
                            }
                            for i in range(900)
                        ],
                    }
                ]
            ),
            id="900 stappen",
        ),
    ],
)
def test_een_vijandig_kader_is_snel_klaar(tmp_path: Path, inhoud: dict[str, Any]) -> None:
    begin = time.process_time()
    uitkomst = controle(tmp_path, inhoud)
    assert time.process_time() - begin < 20
    assert uitkomst.normen in {0, len(inhoud["normen"])}


def test_botsingen_zijn_begrensd() -> None:
    normen = [Norm.model_validate(norm(f"n.{i}", [_toets("gelijk", AANTAL, waarde=i)])) for i in range(100)]
    uitkomst = conflicts(normen)
    assert not uitkomst.volledig
    assert len(uitkomst.paren) == MAX_BOTSINGEN


def test_dezelfde_eis_bij_veel_normen_kost_niets() -> None:
    normen = [Norm.model_validate(norm(f"n.{i}", [_toets("gelijk", AANTAL, waarde=3)])) for i in range(900)]
    assert conflicts(normen).volledig


# ---- De opdracht ---------------------------------------------------------------------------------------------------


def test_de_opdracht(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    goed = schrijf(tmp_path, kader())
    gedraaid = draai(capsys, "kader", "controleer", goed)
    assert (gedraaid.code, gedraaid.fout) == (0, "")
    assert gedraaid.uit == "proef@1: Proefkader\n  1 norm; voorbeelden: 2 gedraaid, 2 komen uit\n  Geen fouten.\n"
    fout = schrijf(tmp_path, kader(norm(aan_zet="conrector")), "fout.yaml")
    gedraaid = draai(capsys, "kader", "controleer", fout)
    assert gedraaid.code == 1
    regel = regel_met(fout, "conrector")
    assert f"fout.yaml:{regel}:14: fout\n    Norm «proef.een»: de rol «conrector» bij `aan_zet` is niet bekend.\n" in gedraaid.uit
    gedraaid = draai(capsys, "kader", "controleer", goed, fout, "--formaat", "json")
    assert gedraaid.code == 1
    document = json.loads(gedraaid.uit)
    assert [deel["bruikbaar"] for deel in document["kaders"]] == [True, False]
    assert document["kaders"][1]["fouten"][0] == {
        "code": "kader", "bestand": str(fout), "regel": regel, "kolom": 14, "pad": "normen[0].aan_zet",
        "zin": "Norm «proef.een»: de rol «conrector» bij `aan_zet` is niet bekend.", "remedie": "Kies een bekende rol, of zet haar in de woordenlijst van het kader.",
    }  # fmt: skip


def test_een_beleid_is_geen_kader(capsys: pytest.CaptureFixture[str]) -> None:
    gedraaid = draai(capsys, "kader", "controleer", EERSTE_VERSIE)
    assert gedraaid.code == 1
    assert "Dit is een beleid, geen kader." in gedraaid.uit


@pytest.mark.parametrize(
    ("anders", "remedie"),
    [
        pytest.param({"nivau": "verwacht"}, "Bedoelde u `niveau`?", id="verschreven"),
        pytest.param({"zzzz": 1}, "Haal deze sleutel weg, of controleer of zij onder het goede blok staat.", id="onbekend"),
        pytest.param({"niveau": "moet"}, "Kies uit `verplicht`, `verwacht` of `aanbevolen`.", id="keuze"),
        pytest.param({"element": "een"}, "Schrijf een heel getal zonder aanhalingstekens.", id="getal"),
        pytest.param({"plek": 3}, "Staat er een getal of ja/nee? Zet er dan aanhalingstekens om.", id="tekst"),
        pytest.param(
            {"geldt_voor": {"sectoren": "vo"}},
            "Zet elk onderdeel op een eigen regel met een streepje ervoor, of schrijf `[een, twee]`.",
            id="lijst",
        ),
        pytest.param(
            {"toetsen": [{"soort": "bevat", "veld": "registratie.bronnen"}]},
            "Deze toets vraagt niets: zet er `alle`, `een_van`, `minstens` of `hoogstens` bij.",
            id="vraagt niets",
        ),
        pytest.param(
            {"toetsen": [{"soort": "stap", "signaal": ["te_laat"], "uiterlijk": "vaak"}]},
            "Schrijf een getal met een eenheid, bijvoorbeeld `4 keer`, `12 schoolweken` of `1 jaar`.",
            id="hoeveelheid",
        ),
    ],
)
def test_elke_fout_in_de_vorm_zegt_wat_te_doen(tmp_path: Path, anders: dict[str, Any], remedie: str) -> None:
    assert [deel.fault.remedie for deel in controle(tmp_path, kader(norm(**anders))).fouten] == [remedie]


def test_exitcodes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    leeg = tmp_path / "leeg"
    leeg.mkdir()
    assert draai(capsys, "kader", "controleer", leeg).code == 3
    assert draai(capsys, "kader", "controleer", tmp_path / "bestaat-niet.yaml").code == 2
    kapot = tmp_path / "kapot.yaml"
    kapot.write_text("kader: [\n", encoding="utf-8")
    assert draai(capsys, "kader", "controleer", kapot).code == 2
    gedraaid = draai(capsys, "kader", "controleer", "nergens@1")
    assert gedraaid.code == 2
    assert gedraaid.fout.startswith("Fout: Het kader «nergens@1» is niet bekend.")
    assert draai(capsys, "kader", "controleer", "knsa-tips@2024").code == 0
    schrijf(tmp_path, kader(), "goed.yaml")
    uit = tmp_path / "uit" / "lijst.json"
    assert draai(capsys, "kader", "controleer", tmp_path / "goed.yaml", "--formaat", "json", "--uit", uit).code == 0
    assert json.loads(uit.read_text(encoding="utf-8"))["kaders"][0]["bruikbaar"] is True
    assert draai(capsys, "kader", "controleer", tmp_path / "goed.yaml", "--uit", tmp_path / "goed.yaml").code == 2


def test_een_kader_met_fouten_weigert_ook_de_toets(tmp_path: Path) -> None:
    pad = schrijf(tmp_path, kader(velden={"type": "object", "properties": {"a": {"type": "string", "pattern": "^(a+)+$"}}}))
    with pytest.raises(Exception, match="vastlopen"):
        read_kader(pad)
    assert HERSTEL_VISIE


def test_een_meegeleverd_kader_noemt_geen_pad_van_deze_machine(capsys: pytest.CaptureFixture[str]) -> None:
    gedraaid = draai(capsys, "kader", "controleer", "model16@2023", "--formaat", "json")
    document = json.loads(gedraaid.uit)
    assert document["kaders"][0]["bestand"] == "schema/kaders/model16@2023.yaml"
    assert str(kader_dir()) not in gedraaid.uit


def test_de_naam_van_een_meegeleverd_kader_met_een_andere_inhoud(tmp_path: Path) -> None:
    uitkomst = controle(tmp_path, kader(id="model16", versie="2023"))
    assert [deel.fault.zin for deel in uitkomst.waarschuwingen] == [
        "«model16@2023» is de naam van een meegeleverd kader (model16@2023.yaml), maar met een andere inhoud."
    ]


def test_een_overgenomen_norm_heeft_de_voorbeelden_van_haar_eigen_kader(tmp_path: Path) -> None:
    inhoud = {**kader(norm("swv.x"), id="swv"), "gebaseerd_op": "knsa-tips@2024"}
    maatwerk = read_kader(schrijf(tmp_path, inhoud))
    tips = load_kader("knsa-tips@2024")
    hier, daar = (
        [(geval.verwacht, geval.zin, geval.yaml) for geval in examples(van, tips.normen[0])] for van in (maatwerk, tips)
    )
    assert hier == daar
    boek = Voorbeeldenboek(maatwerk)
    assert all(boek.run(tips.normen[0], geval).meets(geval.verwacht) for geval in boek.examples(tips.normen[0]))
