"""De modellen, de woorden en de veldpaden: zij horen bij elkaar en zijn volledig."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import pytest
from pydantic import BaseModel

from beleidscheck.beleid import keuzes
from beleidscheck.beleid.elementen import ELEMENTEN, PER_SLEUTEL
from beleidscheck.beleid.keuzes import Signaalwoord
from beleidscheck.beleid.model import Beleid
from beleidscheck.beleid.paden import boom, veld_bestaat, veld_titel, veld_type, zoek_veld
from beleidscheck.beleid.schema import fragment_faults
from beleidscheck.beleid.woorden import (
    ACTIES,
    KERN_SYNONIEMEN,
    KEUZES,
    PLAATSEN,
    ROLLEN,
    SIGNALEN,
    Actieinfo,
    Uitbreiding,
    actie_zin,
    canoniek_rol,
    label,
    uitleg,
    woorden_van,
)
from beleidscheck.beleid.woordenlijst_keuzes import GESLOTEN
from tests.hulp.regio import noord_kennemerland

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beleidscheck.beleid.elementen import Elementinfo
    from beleidscheck.beleid.paden import Veld

VELDPADEN = (Path(__file__).parent / "voorbeelden" / "veldpaden.txt").read_text(encoding="utf-8").split("\n")[:-1]
KENNEMERLAND_ZUID = Uitbreiding(
    velden={
        "type": "object",
        "properties": {
            "overleg_naar_leeftijd": {
                "type": "object",
                "properties": {naam: {"type": "string"} for naam in ("tot_12", "van_12_tot_16", "van_16_tot_18")},
            }
        },
    }
)


# ---- Elementen en veldpaden --------------------------------------------------------------------------------------


def test_zestien_elementen_in_de_volgorde_van_het_model() -> None:
    assert [element.nummer for element in ELEMENTEN] == list(range(1, 17))
    assert [naam for naam in Beleid.model_fields if naam in PER_SLEUTEL] == [element.sleutel for element in ELEMENTEN]


@pytest.mark.parametrize("element", ELEMENTEN, ids=lambda element: element.sleutel)
def test_titel_van_een_element_is_die_van_het_veld(element: Elementinfo) -> None:
    assert veld_titel(element.sleutel) == f"{element.nummer}. {element.titel}"


@pytest.mark.parametrize("element", ELEMENTEN, ids=lambda element: element.sleutel)
@pytest.mark.parametrize(
    "sleutel", ["beleid", "regie", "taken[].rol", "procedure", "elders_geregeld.url", "nog_in_te_vullen.wanneer"]
)
def test_elk_element_heeft_de_gedeelde_velden(element: Elementinfo, sleutel: str) -> None:
    assert veld_bestaat(f"{element.sleutel}.{sleutel}")


def test_alle_326_veldpaden_bestaan_met_het_goede_type() -> None:
    assert len(VELDPADEN) == 326
    verkeerd = []
    for regel in VELDPADEN:
        pad, veldtype = regel.split(" ")
        uitbreiding = KENNEMERLAND_ZUID if "overleg_naar_leeftijd" in pad else noord_kennemerland()
        if not veld_bestaat(pad, uitbreiding) or veld_type(pad, uitbreiding) != veldtype:
            verkeerd.append(pad)
    assert verkeerd == []


@pytest.mark.parametrize(
    "pad",
    [
        pytest.param("", id="leeg"),
        pytest.param("visie", id="bestaat niet"),
        pytest.param("visie_en_doel.visie.x", id="onder een tekst"),
        pytest.param("visie_en_doel.doelen.doel", id="lijst zonder haken"),
        pytest.param("visie_en_doel.visie[]", id="haken zonder lijst"),
        pytest.param("visie_en_doel.doelen[][].doel", id="te veel haken"),
        pytest.param("visie_en_doel..visie", id="lege stap"),
        pytest.param("visie_en_doel.visie.", id="punt aan het eind"),
        pytest.param("rollen.jongerenwerker", id="rol die niet in een woordenlijst staat"),
        pytest.param("rollen.mt.wie", id="de lange vorm van een rol is geen feit"),
        pytest.param("regionaal.msa.trekker", id="regionaal zonder kader"),
    ],
)
def test_onbekend_veldpad(pad: str) -> None:
    assert not veld_bestaat(pad)
    with pytest.raises(KeyError):
        veld_type(pad)


@pytest.mark.parametrize(
    ("pad", "veldtype", "titel"),
    [
        pytest.param("rollen.oco", "tekst", "ondersteuningscoördinator", id="rol"),
        pytest.param("rollen.js_coach", "tekst", "Jeugd & Schoolcoach", id="rol van de regio"),
        pytest.param("visie_en_doel.visie", "proza", "Visie", id="lopende tekst"),
        pytest.param("melden_en_verlof.melden.door", "lijst", "Wie meldt", id="lijst"),
        pytest.param("melden_en_verlof.melden.door[]", "woord", "Wie meldt", id="onderdeel van een lijst"),
        pytest.param("periodieke_analyse.ritme[].elke", "ritme", "Elke", id="ritme"),
        pytest.param("visie_en_doel.doelen[].streefwaarde", "getal", "Streefwaarde", id="getal"),
        pytest.param("beleid.vastgesteld_op", "datum", "Vastgesteld op", id="datum"),
        pytest.param("formaat", "getal", "Formaat", id="formaat"),
        pytest.param("regionaal.mdo", "object", "Multidisciplinair overleg", id="regionaal blok"),
        pytest.param("regionaal.mdo.elke", "ritme", "Hoe vaak", id="regionaal met x-soort"),
        pytest.param("regionaal.msa.deelnemers[]", "woord", "Wie meebespreekt", id="regionale lijst met x-soort"),
        pytest.param("regionaal.msa.typologie", "ja_nee", "Typologie gebruiken", id="regionaal ja of nee"),
    ],
)
def test_veldtype_en_titel(pad: str, veldtype: str, titel: str) -> None:
    assert (veld_type(pad, noord_kennemerland()), veld_titel(pad, noord_kennemerland())) == (veldtype, titel)


def test_regionale_rollen_worden_herkend() -> None:
    gevonden = zoek_veld("regionaal.msa.deelnemers[]", noord_kennemerland())
    assert gevonden is not None
    assert gevonden.woorden == "rol"


@pytest.mark.parametrize(
    ("velden", "zinnen"),
    [
        pytest.param({}, [], id="geen velden"),
        pytest.param({"type": "object", "properties": {"a": {"$ref": "#/$defs/JaNee"}}}, [], id="goed"),
        pytest.param({"type": "objct"}, ["`velden` is geen geldige JSON Schema; kijk bij `type`."], id="onbekend type"),
        pytest.param({"type": "array"}, ["`velden` moet `type: object` en `properties` hebben."], id="geen object"),
        pytest.param(
            {"type": "object", "properties": {"a": {"items": {"$ref": "#/$defs/Nee"}}}},
            ["`velden` verwijst naar `#/$defs/Nee`, en dat bestaat niet."],
            id="verwijzing naar niets",
        ),
    ],
)
def test_fragment_van_een_kader(velden: dict[str, Any], zinnen: list[str]) -> None:
    assert fragment_faults(velden) == zinnen


# ---- Woorden -----------------------------------------------------------------------------------------------------


def velden(veld: Veld) -> Iterator[Veld]:
    yield veld
    for onder in (*veld.velden.values(), *(deel for deel in (veld.item, veld.vrij) if deel)):
        yield from velden(onder)


def test_elke_woordenlijst_bij_een_veld_bestaat_en_wordt_gebruikt() -> None:
    gebruikt = {veld.woorden for veld in velden(boom()) if veld.woorden}
    assert gebruikt == {"rol", "actie", "plaats", "signaal", *KEUZES}


def gesloten_keuzes() -> Iterator[tuple[str, tuple[str, ...]]]:
    for naam in vars(keuzes).values():
        for merk in getattr(naam, "__metadata__", ()):
            if getattr(merk, "gesloten", False):
                yield merk.woorden, get_args(get_args(naam)[0])


def test_gesloten_keuzes_hebben_allemaal_een_naam_en_andersom() -> None:
    per_lijst: dict[str, set[str]] = {}
    for lijst, woorden in gesloten_keuzes():
        per_lijst.setdefault(lijst, set()).update(woorden)
    assert per_lijst == {"signaal": set(SIGNALEN), **{lijst: set(woorden) for lijst, woorden in GESLOTEN.items()}}


def test_signalen_in_dezelfde_volgorde() -> None:
    assert get_args(get_args(Signaalwoord)[0]) == tuple(SIGNALEN)


LIJSTEN = ("rol", "actie", "plaats", "signaal", *KEUZES)


@pytest.mark.parametrize("soort", LIJSTEN)
def test_woorden_zijn_leesbaar(soort: str) -> None:
    for woord, info in woorden_van(soort).items():
        assert info.label, woord
        assert info.label == info.label.strip(), woord
        assert "_" not in info.label, woord
        assert not info.uitleg.endswith("."), woord
        assert info.lidwoord in ("", "de", "het"), woord
        assert soort != "rol" or (info.lidwoord and info.uitleg), woord


@pytest.mark.parametrize("info", ACTIES.values(), ids=ACTIES)
def test_elke_actie_heeft_zinnen(info: Actieinfo) -> None:
    assert info.zin
    assert info.zin_met.count("{met}") == 1
    assert not info.zin.endswith(".")


def test_een_synoniem_staat_voor_een_woord_en_is_er_zelf_geen() -> None:
    for soort, lijst in (("rol", ROLLEN), ("actie", ACTIES), ("plaats", PLAATSEN)):
        genoemd = [synoniem.casefold() for info in lijst.values() for synoniem in info.synoniemen]
        assert len(genoemd) == len(set(genoemd))
        assert not set(KERN_SYNONIEMEN[soort]) & set(lijst)
        assert set(KERN_SYNONIEMEN[soort].values()) <= set(lijst)


@pytest.mark.parametrize(
    ("geschreven", "rol"),
    [
        ("mentor", "mentor"),
        ("coach", "mentor"),
        ("slb'er", "mentor"),
        ("slber", "mentor"),
        ("studiecoach", "mentor"),
        ("Groepsleerkracht", "mentor"),
        ("verzuimmedewerker", "meldpunt"),
        ("meldkamer", "meldpunt"),
        ("conciërge", "meldpunt"),
        ("concierge", "meldpunt"),
        ("Servicepunt", "meldpunt"),
        ("zorgcoordinator", "oco"),
        ("ondersteuningscoördinator", "oco"),
        ("IB'er", "oco"),
        ("intern begeleider", "oco"),
        ("consulent leerrecht", "leerplichtambtenaar"),
        ("LPA", "leerplichtambtenaar"),
        ("RMC", "doorstroompunt"),
        ("Doorstroompunt", "doorstroompunt"),
        ("rector", "directeur"),
        ("student", "leerling"),
        ("MENTOR", "mentor"),
        ("jongerenwerker", None),
        ("js_coach", None),
        ("", None),
    ],
)
def test_canonieke_rol(geschreven: str, rol: str | None) -> None:
    assert canoniek_rol(geschreven) == rol


def test_canonieke_rol_van_de_regio() -> None:
    assert canoniek_rol("Jeugd- en schoolcoach", noord_kennemerland()) == "js_coach"
    assert canoniek_rol("coach", noord_kennemerland()) == "mentor"


def test_labels() -> None:
    assert label("oco") == "ondersteuningscoördinator"
    assert label("js_coach") == "js coach"
    assert label("js_coach", uitbreiding=noord_kennemerland()) == "Jeugd & Schoolcoach"
    assert label("tier_2", uitbreiding=noord_kennemerland()) == "niveau 2"
    assert label("leerling", "niveau") == "leerling"
    assert label("plan_van_aanpak", "actie") == "plan van aanpak"
    assert label("anders", "benadering") == "andere afwezigheid"
    assert label("eigen_woord") == "eigen woord"
    assert uitleg("contact", "actie") == "bellen of mailen"
    assert uitleg("eigen_woord") == ""


def test_zin_bij_een_actie() -> None:
    assert actie_zin("contact") == "neemt contact op"
    assert actie_zin("contact", "de ouders") == "neemt contact op met de ouders"
    assert actie_zin("mdo_organiseren", "het samenwerkingsverband", noord_kennemerland()).endswith("met het samenwerkingsverband")
    assert actie_zin("eigen_actie", "de ouders") == "eigen actie: de ouders"
    assert actie_zin("eigen_actie") == "eigen actie"


def test_drempelsoorten_van_signalen() -> None:
    assert {naam: info.drempelsoort for naam, info in SIGNALEN.items() if info.periode} == {
        "ziekmeldingen": "keer",
        "ziekte_uren": "uren",
        "geoorloofde_uren": "uren",
        "ongeoorloofde_uren": "uren",
        "te_laat": "keer",
        "uit_de_les_gestuurd": "keer",
        "aanwezigheid": "procent",
    }


def test_aard_scheidt_ondersteuning_van_sanctie() -> None:
    assert {woord for woord, info in ACTIES.items() if info.aard == "sanctie"} == {
        "waarschuwen",
        "tijd_inhalen",
        "sanctie",
        "schorsen",
    }


# ---- Modellen ----------------------------------------------------------------------------------------------------


def modellen(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield model
    for onder in model.__subclasses__():
        yield from modellen(onder)


def test_elk_model_weigert_onbekende_sleutels_en_is_bevroren() -> None:
    alle = list(modellen(Beleid.__mro__[1]))
    assert len(alle) > 50
    for model in alle:
        assert model.model_config["extra"] == "forbid"
        assert model.model_config["frozen"]
        assert model.__doc__


def test_alleen_de_identiteit_is_verplicht() -> None:
    verplicht = [
        f"{naam}.{veld}"
        for naam in ("beleid", "school")
        for veld, info in _model(naam).model_fields.items()
        if info.is_required()
    ]
    assert [naam for naam, info in Beleid.model_fields.items() if info.is_required()] == ["formaat", "kaders", "beleid", "school"]
    assert verplicht == ["beleid.titel", "school.naam", "school.sector", "school.regio"]


def _model(naam: str) -> type[BaseModel]:
    soort = Beleid.model_fields[naam].annotation
    assert isinstance(soort, type)
    assert issubclass(soort, BaseModel)
    return soort


def test_woorden_en_elementen_laden_geen_pydantic() -> None:
    code = "import json, sys; import beleidscheck.beleid.woorden, beleidscheck.beleid.elementen; print(json.dumps([naam for naam in sys.modules if 'pydantic' in naam or 'jsonschema' in naam]))"
    assert json.loads(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout) == []


def test_parsen_laadt_jsonschema_alleen_voor_regionale_velden() -> None:
    code = "import json, sys; import beleidscheck.policy; print(json.dumps([naam for naam in sys.modules if naam.startswith('jsonschema')]))"
    assert json.loads(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout) == []
