"""De vlotte keuring zegt alleen «goed» waar `jsonschema` dat ook zegt, en zegt het ook echt bij een goed beleid."""

from __future__ import annotations

import copy
import subprocess
import sys
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from beleidscheck.data import example_dir
from beleidscheck.kader import available, combine, load_kader
from beleidscheck.policy.kennis import Kennis, kennis_van
from beleidscheck.policy.regionaal import without_empty
from beleidscheck.policy.vlotte_keuring import surely_valid
from beleidscheck.source import read_source
from tests.hulp.opdracht import DAG, VOLLEDIG, own_environment
from tests.hulp.toetsbank import paden, wijzig

if TYPE_CHECKING:
    from beleidscheck.beleid.woordinfo import Uitbreiding

WAARDEN = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 200_000),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.sampled_from(["", "ja", "nee", "6 weken", "6 weken\n", "wekelijks", "2027-02-30", "2027-02-28", "02-29", "24:00", "mentor", "é", " "]),
    st.text(max_size=12),
    st.lists(st.sampled_from(["mentor", "oco", 3]), max_size=3),
    st.dictionaries(st.sampled_from(["trekker", "elke", "x"]), st.sampled_from(["mentor", "6 weken", 1]), max_size=3),
)


@cache
def _uitbreiding() -> Uitbreiding:
    return combine([load_kader(ref) for ref in available()])


@cache
def _blok() -> dict[str, Any]:
    blok = without_empty(read_source(VOLLEDIG).data["regionaal"])
    assert isinstance(blok, dict)
    return blok


def _kennis() -> Kennis:
    return kennis_van(_uitbreiding())


@settings(max_examples=400, deadline=None)
@given(keuze=st.data(), waarde=WAARDEN)
def test_goed_is_ook_goed_voor_jsonschema(keuze: st.DataObject, waarde: object) -> None:
    pad = keuze.draw(st.sampled_from(paden(_blok())))
    blok = wijzig(_blok(), pad, waarde)
    goed = _kennis().keurder.is_valid(blok)
    if isinstance(waarde, float):  # 6.0 is voor JSON Schema een heel getal; dat laat de vlotte keuring aan `jsonschema`
        assert goed or not surely_valid(_kennis().schema, blok)
    else:
        assert surely_valid(_kennis().schema, blok) is goed


@pytest.mark.parametrize("beleid", sorted(example_dir().glob("*.yaml")), ids=lambda pad: pad.stem)
def test_een_goed_voorbeeld_gaat_vlot(beleid: Any) -> None:  # noqa: ANN401 - een pad
    blok = without_empty(read_source(beleid).data.get("regionaal"))
    if blok:
        assert surely_valid(_kennis().schema, blok)


SCHEMAS: list[dict[str, Any]] = [
    {"type": "string", "minLength": 2, "maxLength": 3},
    {"type": "integer", "minimum": 0, "maximum": 9},
    {"type": "number", "minimum": -1},
    {"enum": ["ja", "nee", True, False, 1, None]},
    {"type": "array", "items": {"type": "string"}, "minItems": 1, "maxItems": 2},
    {"type": "object", "properties": {"x": {"type": "integer"}}, "required": ["x"], "additionalProperties": False},
    {"type": "object", "properties": {"trekker": {"$ref": "#/$defs/rol"}}, "$defs": {"rol": {"enum": ["mentor"]}}},
    {"type": "string", "format": "date"},
    {"type": "string", "pattern": "^[a-z]+$"},
    {"type": ["string", "null"]},
    {"anyOf": [{"type": "string"}, {"type": "integer"}]},
    {"not": {"type": "string"}},
    {"const": 3},
    {"uniqueItems": True},
    {"type": "object", "additionalProperties": {"type": "integer"}},
    {"type": "object", "minProperties": 1},
    {"multipleOf": 2},
    {"title": "Alleen uitleg", "description": "x", "examples": [1]},
]


@settings(max_examples=400, deadline=None)
@given(schema=st.sampled_from(SCHEMAS), waarde=WAARDEN)
def test_elke_regel_keurt_hooguit_strenger(schema: dict[str, Any], waarde: object) -> None:
    keurder = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert keurder.is_valid(waarde) or not surely_valid(schema, waarde)


@pytest.mark.parametrize(
    "schema",
    [
        pytest.param({"$ref": "#/$defs/a", "$defs": {"a": {"$ref": "#/$defs/a"}}}, id="kring"),
        pytest.param({"$ref": "#/$defs/weg"}, id="verwijzing die er niet is"),
        pytest.param({"$ref": "https://elders.example/schema"}, id="verwijzing naar buiten"),
        pytest.param({"onbekende-regel": 1}, id="onbekende regel"),
        pytest.param({"type": "string", "format": "e-mail"}, id="onbekend format"),
        pytest.param({"properties": {"x": True}}, id="schema dat geen blok is"),
    ],
)
def test_wat_zij_niet_kent_is_nooit_zeker_goed(schema: dict[str, Any]) -> None:
    assert not surely_valid(schema, {"x": "y"})
    assert not surely_valid(schema, "y")


def test_de_waarde_blijft_zoals_zij_was() -> None:
    voor = copy.deepcopy(_blok())
    surely_valid(_kennis().schema, _blok())
    assert _blok() == voor


LICHT = """
import sys
from beleidscheck.cli.start import run
code = run(sys.argv[1:])
print(code, *sorted({naam.partition(".")[0] for naam in sys.modules} & {"jsonschema", "jinja2", "markdown_it", "pydantic", "yaml", "typer"}))
"""


@pytest.mark.parametrize(
    ("argv", "geladen"),
    [
        pytest.param(["toets", str(VOLLEDIG), *DAG, "--uit", "{uit}"], "0 pydantic typer yaml", id="toets"),
        pytest.param(["toets", str(VOLLEDIG), *DAG, "--formaat", "json", "--uit", "{uit}"], "0 pydantic typer yaml", id="json"),
    ],
)
def test_een_goede_school_laadt_niets_zwaars(argv: list[str], geladen: str, tmp_path: Any) -> None:  # noqa: ANN401 - een pad
    opdracht = [woord.format(uit=tmp_path / "uit") for woord in argv]
    klaar = subprocess.run(
        [sys.executable, "-c", LICHT, *opdracht], capture_output=True, text=True, check=True, env=own_environment()
    )
    assert klaar.stdout.splitlines()[-1] == geladen
