"""Elke norm: een beleid dat voldoet, een dat niet voldoet, een dat zwakker is, en waar dat bestaat een waarop hij niet geldt.

De gevallen zijn de voorbeelden bij de kaders (schema/kaders/voorbeelden): het complete voorbeeld met één wijziging.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from beleidscheck.bevinding import Gewicht, Oordeel, Reden
from beleidscheck.controle import Geval, Voorbeeldenboek
from beleidscheck.errors import InvalidPolicyError
from beleidscheck.kader import Norm, available
from tests.hulp.toetsbank import kaders, lees, lees_tekst, meldingen, oordelen, paden, voorbeeld, wijzig

#: Het oordeel over het complete voorbeeld, per norm.
GOED: dict[str, str] = yaml.safe_load(Path(__file__).with_name("normgevallen.yaml").read_text(encoding="utf-8"))
NORMEN = {norm.id: norm for kader in kaders() for norm in kader.normen}
#: Het minste beleid dat de school kent maar niets regelt: hierop moet elk herstel-fragment zijn norm oplossen.
LEEG = """
formaat: 1
kaders: [model16@2023, noord-kennemerland@2024-2025]
beleid: {titel: Beleid}
school: {naam: Proefschool, sector: vo, regio: noord-kennemerland, leerlingen_18plus: ja, lesuur_minuten: 50}
"""


def _gevallen() -> dict[str, list[Geval]]:
    """Return per norm the examples that change one thing in the complete example."""
    boeken = [Voorbeeldenboek(kader) for kader in kaders()]
    return {norm.id: [geval for geval in boek.written(norm) if geval.voorbeeld.vanuit == "compleet"] for boek in boeken for norm in boek.kader.normen}


GEVALLEN = _gevallen()
WEG = [(norm, pad) for norm, gevallen in GEVALLEN.items() for geval in gevallen if geval.verwacht == "voldoet_niet" for pad in geval.voorbeeld.zonder]
ZWAKKER = [
    (norm, pad, wordt) for norm, gevallen in GEVALLEN.items() for geval in gevallen if geval.verwacht == "voldoet_niet" for pad, wordt in geval.voorbeeld.zet.items()
]
NVT = [(norm, pad, wordt) for norm, gevallen in GEVALLEN.items() for geval in gevallen if geval.verwacht == "nvt" for pad, wordt in geval.voorbeeld.zet.items()]


def test_elke_norm_heeft_een_geval() -> None:
    assert list(GOED) == list(NORMEN) == list(GEVALLEN)
    assert len(WEG) >= 328
    assert {norm for norm, _ in WEG} | {"model16.u.onderwijstypen", "nk2024.lpa.licht-waar-kan"} == set(NORMEN)
    assert len(ZWAKKER) >= 190
    assert len(NVT) >= 210


def test_het_complete_voorbeeld() -> None:
    gevonden = {norm: str(bevinding.oordeel) for norm, bevinding in oordelen(lees(voorbeeld().data)).items()}
    assert gevonden == GOED
    assert meldingen(lees(voorbeeld().data)) == ()


@pytest.mark.parametrize(("norm", "pad"), WEG)
def test_een_feit_weg(norm: str, pad: str) -> None:
    bevinding = oordelen(lees(wijzig(voorbeeld().data, pad)))[norm]
    assert bevinding.oordeel is Oordeel.VOLDOET_NIET
    assert bevinding.reden is not None
    assert bevinding.zin
    assert bevinding.te_doen
    assert bevinding.gaten


@pytest.mark.parametrize(("norm", "pad", "wordt"), [pytest.param(norm, pad, wordt, id=f"{norm}: {pad}") for norm, pad, wordt in ZWAKKER])
def test_een_feit_zwakker(norm: str, pad: str, wordt: object) -> None:
    bevinding = oordelen(lees(wijzig(voorbeeld().data, pad, wordt)))[norm]
    assert bevinding.oordeel is Oordeel.VOLDOET_NIET
    assert bevinding.reden in {Reden.WIJKT_AF, Reden.TEGENSTRIJDIG}
    assert bevinding.gewicht is not Gewicht.GEEN


@pytest.mark.parametrize(("norm", "pad", "wordt"), NVT)
def test_niet_van_toepassing(norm: str, pad: str, wordt: object) -> None:
    bevinding = oordelen(lees(wijzig(voorbeeld().data, pad, wordt)))[norm]
    assert bevinding.oordeel is Oordeel.NIET_VAN_TOEPASSING
    assert bevinding.zin.endswith(".")


def test_niets_slaagt_door_afwezigheid() -> None:
    """A policy that says nothing meets nothing but the norm that asks which kind of school it is."""
    gevonden = oordelen(lees_tekst(LEEG))
    goed = {norm for norm, b in gevonden.items() if b.oordeel in {Oordeel.VOLDOET, Oordeel.TE_BEOORDELEN}}
    assert goed == {"model16.u.onderwijstypen"}


@pytest.mark.parametrize(("ref", "norm"), [pytest.param(kader.ref, norm, id=norm.id) for kader in kaders(*available()) for norm in kader.normen])
def test_het_herstel_lost_de_norm_op(ref: str, norm: Norm) -> None:
    data = _merge(yaml.safe_load(LEEG), _plain(yaml.load(norm.herstel.snippet, Loader=yaml.BaseLoader)))  # noqa: S506 - alles tekst
    data["school"]["regio"] = kaders(ref)[0].bestand.regio or data["school"]["regio"]
    bevinding = oordelen(lees(data), ref)[norm.id]
    assert bevinding.oordeel in {Oordeel.VOLDOET, Oordeel.TE_BEOORDELEN}, bevinding.zin
    if bevinding.oordeel is Oordeel.TE_BEOORDELEN:
        assert "geen woord als" not in bevinding.zin


@pytest.mark.parametrize("ref", ["noord-kennemerland@2025-2026-concept", "wet-terugdringen-schoolverzuim@2024-wetsvoorstel", "knsa-tips@2024"])
def test_het_complete_voorbeeld_haalt_ook_dit_kader(ref: str) -> None:
    gevonden = oordelen(lees(voorbeeld().data), ref)
    assert {norm: str(b.oordeel) for norm, b in gevonden.items() if b.oordeel not in {Oordeel.VOLDOET, Oordeel.TE_BEOORDELEN}} == {}
    leeg = oordelen(lees_tekst(LEEG), ref)
    assert {b.gewicht for b in leeg.values()} <= {Gewicht.AANDACHTSPUNT, Gewicht.TIP, Gewicht.GEEN}


def test_een_andere_regio_vraagt_alleen_gegevens() -> None:
    """The neighbouring covenant: other roles, other thresholds and its own field, without a line of code."""
    ref = "zuid-kennemerland-ijmond@2021"
    data = voorbeeld().data
    assert {b.oordeel for b in oordelen(lees(data), ref).values()} == {Oordeel.NIET_VAN_TOEPASSING}
    data = wijzig(wijzig(data, "school.regio", "zuid-kennemerland-ijmond"), "school.gemeente", "Haarlem")
    mist = {norm for norm, b in oordelen(lees(data), ref).items() if b.oordeel is Oordeel.VOLDOET_NIET}
    assert mist == {"zki2021.ziek.16-uur", "zki2021.kernteam.preventief", "zki2021.overleg-leeftijd", "zki2021.ambitie.10-procent", "zki2021.kernteam", "zki2021.cjg-coach"}
    data = wijzig(data, "regionaal.overleg_naar_leeftijd", {"tot_12": "ouders", "van_12_tot_16": "ouders en jongere", "van_16_tot_18": "jongere"})
    partners = data["samenwerking"]["partners"]
    nieuw = [{"rol": rol, "taak": "denkt mee", "contact": "via de school", "betrekken_als": ["zorg_opgroeien"]} for rol in ("kernteam", "cjg_coach")]
    data = wijzig(data, "samenwerking.partners", [*partners, *nieuw])
    doel = {"doel": "Tien procent minder afwezigheid", "indicator": "verzuimdaling", "streefwaarde": 10, "eenheid": "procent", "peildatum": "2027-07-31"}
    data = wijzig(data, "visie_en_doel.doelen", [*data["visie_en_doel"]["doelen"], doel])
    stap = {"bij": [{"signaal": "ziekte_uren", "drempel": "16 lesuren", "periode": "4 weken"}], "acties": [{"wie": "oco", "actie": "verwijzen", "met": ["jeugdarts"]}]}
    data["stappen_bij_afwezigheid"]["trappen"][0]["stappen"].append(stap)
    na = oordelen(lees(data), ref)
    assert {norm: str(b.oordeel) for norm, b in na.items() if b.oordeel not in {Oordeel.VOLDOET, Oordeel.TE_BEOORDELEN}} == {}


def _merge(een: Any, ander: Any) -> Any:  # noqa: ANN401 - elke YAML-waarde
    if isinstance(een, dict) and isinstance(ander, dict):
        return {**een, **{sleutel: _merge(een[sleutel], deel) if sleutel in een else deel for sleutel, deel in ander.items()}}
    return ander


def _plain(waarde: Any) -> Any:  # noqa: ANN401 - elke YAML-waarde
    """Return numbers as our loader reads them; all else stays text."""
    if isinstance(waarde, dict):
        return {sleutel: _plain(deel) for sleutel, deel in waarde.items()}
    if isinstance(waarde, list):
        return [_plain(deel) for deel in waarde]
    return int(waarde) if isinstance(waarde, str) and waarde.isdigit() and (waarde == "0" or waarde[0] != "0") else waarde


#: Sleutels waar geen norm en geen melding om vraagt, met de reden. Een sleutel die hier onder valt, mag ongemerkt weg.
ZONDER_NORM: dict[str, str] = yaml.safe_load(Path(__file__).with_name("zonder_norm.yaml").read_text(encoding="utf-8"))


def _pattern(pad: str) -> str:
    return "".join("[]" if deel.isdigit() else deel for deel in pad.replace("[", "\0").replace("]", "\0").split("\0"))


@pytest.mark.traag
def test_elke_sleutel_een_keer_weggelaten() -> None:
    """Each key of the complete example left out once: a norm changes, a melding appears, or it is on the list with a reason."""
    eigen = voorbeeld().data
    voor = {norm: (b.oordeel, b.gewicht, b.passage) for norm, b in oordelen(lees(eigen)).items()}
    stil: dict[str, list[str]] = {}
    for pad in paden(eigen):
        try:
            policy = lees(wijzig(eigen, pad))
        except InvalidPolicyError:
            continue
        na = {norm: (b.oordeel, b.gewicht, b.passage) for norm, b in oordelen(policy).items()}
        if na == voor and not meldingen(policy):
            stil.setdefault(_pattern(pad), []).append(pad)
    assert {patroon: stil[patroon] for patroon in stil if patroon not in ZONDER_NORM} == {}
    assert sorted(set(ZONDER_NORM) - set(stil)) == []
