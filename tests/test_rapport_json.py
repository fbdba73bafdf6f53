"""De JSON: elke uitvoer past in het schema, en wie een veld toevoegt, weglaat of hernoemt, merkt dat hier."""

from __future__ import annotations

import copy
import json
import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from beleidscheck.bevinding import Gewicht, Grond, Niveau, Oordeel, Reden
from beleidscheck.data import schema_dir
from beleidscheck.kader.opvolging import Kaderkop
from beleidscheck.render.json_rapport import VERSIE, render_json
from beleidscheck.report import ElementStatus, Status
from tests.hulp.rapporten import concept, nothing, ready, renamed, unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from beleidscheck.report import Report

SCHEMA: dict[str, Any] = json.loads((schema_dir() / "rapport.schema.json").read_text(encoding="utf-8"))
TOETS = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)


def vier() -> dict[str, Any]:
    """Return what the four example reports look like to a program."""
    gelezen: dict[str, Any] = json.loads(render_json([concept(), ready(), unreadable(), nothing()], versie_tool="1.0.0"))
    return gelezen


def tailored() -> Report:
    """Return a report on a kader that rests on another, has a successor, and rests on a bill that counts as in force."""
    klaar = ready()
    kop = Kaderkop("proef@2", "Proef 2", "concept", "2027-08-01", "2026", klaar.kaders[0].ref)
    kader = replace(
        klaar.kaders[0], mededelingen=("Er is een opvolger.",), opvolgers=(kop,), gebaseerd_op=(("basis@1", "0" * 64),), in_werking_op="2026-08-01"
    )
    norm = replace(klaar.bevindingen[0].norm, overgenomen_uit="basis@1", van_kracht_op=date(2026, 8, 1))
    bevindingen = (replace(klaar.bevindingen[0], norm=norm), *klaar.bevindingen[1:])
    return replace(klaar, kaders=(kader, *klaar.kaders[1:]), bevindingen=bevindingen)


def objects(waarde: object, pad: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield the path of every object in a JSON value."""
    if isinstance(waarde, dict):
        yield pad
        for sleutel, deel in waarde.items():
            yield from objects(deel, (*pad, sleutel))
    elif isinstance(waarde, list):
        for nummer, deel in enumerate(waarde):
            yield from objects(deel, (*pad, nummer))


def at(waarde: Any, pad: tuple[str | int, ...]) -> Any:  # noqa: ANN401 - JSON is van alles
    """Return the value at a path."""
    for stap in pad:
        waarde = waarde[stap]
    return waarde


def test_het_schema_is_zelf_geldig() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["properties"]["versie"]["const"] == VERSIE


@pytest.mark.parametrize("maak", [concept, ready, unreadable, nothing], ids=lambda maak: maak.__name__)
def test_elke_uitvoer_past_in_het_schema(maak: Callable[[], Report]) -> None:
    TOETS.validate(json.loads(render_json([maak()], versie_tool="1.0.0")))


def test_niets_om_te_tonen_past_ook() -> None:
    TOETS.validate(json.loads(render_json([], versie_tool="1.0.0")))


@settings(max_examples=40, deadline=None)
@given(naam=st.text(st.characters(), max_size=60))
def test_rare_namen_passen_en_blijven_gelijk(naam: str) -> None:
    gelezen = json.loads(render_json([renamed(concept(), naam)], versie_tool="1.0.0"))
    TOETS.validate(gelezen)
    heel = re.sub("[\ud800-\udfff]", "\N{REPLACEMENT CHARACTER}", naam)
    assert gelezen["rapporten"][0]["bestand"] == heel
    assert gelezen["rapporten"][0]["school"]["naam"] == (heel or None)


def test_een_veld_weglaten_of_toevoegen_valt_op() -> None:
    """Every object is closed and every field required: the code and the schema cannot drift apart unnoticed."""
    goed = vier()
    soorten = {tuple("*" if isinstance(stap, int) else stap for stap in pad): pad for pad in objects(goed)}
    assert len(soorten) >= 20
    for pad in soorten.values():
        fout = copy.deepcopy(goed)
        at(fout, pad)["onbekend"] = 1
        assert not TOETS.is_valid(fout), f"{pad}: er kan een veld bij"
        for sleutel in at(goed, pad):
            fout = copy.deepcopy(goed)
            del at(fout, pad)[sleutel]
            assert not TOETS.is_valid(fout), f"{pad}: {sleutel} kan weg"


def test_elk_veld_in_het_schema_wordt_ook_echt_geschreven() -> None:
    goed = [vier(), json.loads(render_json([tailored()], versie_tool="1.0.0"))]
    TOETS.validate(goed[1])
    gezien = {sleutel for pad in objects(goed) for sleutel in at(goed, pad)}
    for naam, deel in {"document": SCHEMA, **SCHEMA["$defs"]}.items():
        for sleutel, veld in deel.get("properties", {}).items():
            assert sleutel in gezien, f"{naam}.{sleutel}"
            assert "description" in veld or "$ref" in veld or "anyOf" in veld, f"{naam}.{sleutel} heeft geen uitleg"


@pytest.mark.parametrize(
    ("woorden", "plek"),
    [
        pytest.param(Oordeel, SCHEMA["$defs"]["oordeel"]["enum"], id="oordeel"),
        pytest.param(Gewicht, SCHEMA["$defs"]["gewicht"]["enum"], id="gewicht"),
        pytest.param(Status, SCHEMA["$defs"]["rapport"]["properties"]["status"]["enum"], id="status"),
        pytest.param(ElementStatus, SCHEMA["$defs"]["element"]["properties"]["status"]["enum"], id="stand"),
        pytest.param(Niveau, SCHEMA["$defs"]["norm"]["properties"]["niveau"]["enum"], id="niveau"),
        pytest.param(Grond, SCHEMA["$defs"]["norm"]["properties"]["grond"]["enum"], id="grond"),
        pytest.param([*Reden, None], SCHEMA["$defs"]["bevinding"]["properties"]["reden"]["enum"], id="reden"),
        pytest.param(Oordeel, SCHEMA["$defs"]["samenvatting"]["properties"]["oordelen"]["properties"], id="telling"),
    ],
)
def test_het_schema_kent_precies_onze_woorden(woorden: Iterable[object], plek: Iterable[object]) -> None:
    assert [None if woord is None else str(woord) for woord in woorden] == list(plek)


def test_elke_norm_staat_er_afzonderlijk_in() -> None:
    rapport = vier()["rapporten"][1]
    assert [b["norm"]["id"] for b in rapport["bevindingen"]] == [b.norm.id for b in concept().bevindingen]
    assert sorted(id_ for element in rapport["elementen"] for id_ in element["normen"]) == sorted(
        b.norm.id for b in concept().bevindingen
    )


def test_niet_van_toepassing_is_geen_nul_en_geen_voldoende() -> None:
    nvt = [b for b in vier()["rapporten"][1]["bevindingen"] if b["oordeel"] == "niet van toepassing"]
    assert len(nvt) == 3
    assert all(b["zin"] and b["gewicht"] == "geen" for b in nvt)


def test_bestanden_op_naam_en_per_status_geteld() -> None:
    uit = vier()
    assert [r["bestand"] for r in uit["rapporten"]] == sorted(r["bestand"] for r in uit["rapporten"])
    assert uit["per_status"] == {"gereed": 1, "CONCEPT": 1, "onleesbaar": 1, "niets getoetst": 1}
    assert sum(uit["per_status"].values()) == uit["bestanden"]
