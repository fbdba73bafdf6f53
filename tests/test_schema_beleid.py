"""De JSON Schema en pydantic oordelen gelijk, en het bestand in `schema/` is vers."""

from __future__ import annotations

import copy
import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from beleidscheck.beleid import paden
from beleidscheck.beleid.model import Beleid
from beleidscheck.beleid.schema import beleid_schema, regional_schema, schema_tekst
from beleidscheck.beleid.woorden import REGIONAAL_ROLLEN, Uitbreiding, woorden_van
from beleidscheck.data import example_dir, schema_dir
from beleidscheck.source import read_source

if TYPE_CHECKING:
    from collections.abc import Iterator

VOORBEELD = example_dir() / "polderlicht-college-vo.yaml"
SCHEMA = beleid_schema()
KEURDER = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
Pad = tuple[str | int, ...]


def voorbeeld() -> dict[str, Any]:
    data: dict[str, Any] = copy.deepcopy(read_source(VOORBEELD).data)
    return data


def volgens_pydantic(data: Any) -> bool:
    try:
        Beleid.model_validate(data)
    except ValidationError:
        return False
    return True


def volgens_schema(data: Any) -> bool:
    return KEURDER.is_valid(data)


def bladen(waarde: Any, pad: Pad = ()) -> Iterator[Pad]:
    """Yield the path of everything in the example, nested values included; regional fields are free here."""
    if pad:
        yield pad
    if pad[:1] == ("regionaal",):
        return
    if isinstance(waarde, dict):
        for sleutel, deel in waarde.items():
            yield from bladen(deel, (*pad, sleutel))
    elif isinstance(waarde, list):
        for nummer, deel in enumerate(waarde[:2]):
            yield from bladen(deel, (*pad, nummer))


def ouder(data: Any, pad: Pad) -> Any:
    for deel in pad[:-1]:
        data = data[deel]
    return data


VERVANGERS: list[Any] = [
    None, True, False, 0, 1, -1, 16.0, 0.5, 1_000_000, "", " ", "\n", "ja", "nee", "yes", "vanaf", "mentor", "spijbellen", "onzin woord",
    "2026-09-15", "2026-02-30", "2026-09-15\n", "15-09-2026", "08:30", "8.30", "4 keer", "4 keer\n", "vier keer", "week", "jaarlijks", "#1b4f72",
    "https://school.example", "javascript:alert(1)", "model16@2023", "07-01", "02-30", "2026-2027", "99ZZ", "x" * 41, "x" * 1001, [], [None],
    ["mentor"], [1], ["a", "b"], {}, {"wie": "mentor"}, {"titel": "x"}, {"onzin": 1}, [{}], [{"onzin": 1}], [[]],
]  # fmt: skip


def test_bestand_is_vers() -> None:
    assert (schema_dir() / "beleid.schema.json").read_text(encoding="utf-8") == schema_tekst()


def test_schema_is_een_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_voorbeeld_past_in_beide() -> None:
    data = voorbeeld()
    assert [fout.message for fout in KEURDER.iter_errors(data)] == []
    assert volgens_pydantic(data)


def test_elke_verandering_van_het_voorbeeld_krijgt_hetzelfde_oordeel() -> None:
    data = voorbeeld()
    gezien: set[tuple[str | int, ...]] = set()
    proeven = geweigerd = 0
    for pad in bladen(data):
        vorm = tuple(0 if isinstance(deel, int) else deel for deel in pad)
        if vorm in gezien:
            continue
        gezien.add(vorm)
        plek, sleutel = ouder(data, pad), pad[-1]
        bewaard = plek[sleutel]
        for nieuw in VERVANGERS:
            plek[sleutel] = nieuw
            oordeel = volgens_pydantic(data)
            top = {naam: data[naam] for naam in ("formaat", "kaders", "beleid", "school") if naam in data}
            klein = {**top, pad[0]: data[pad[0]]}
            assert volgens_schema(klein) == volgens_pydantic(klein) == oordeel, (pad, nieuw)
            proeven += 1
            geweigerd += not oordeel
        plek[sleutel] = bewaard
        if isinstance(plek, dict):
            del plek[sleutel]
            klein = {naam: data[naam] for naam in ("formaat", "kaders", "beleid", "school", pad[0]) if naam in data}
            assert volgens_schema(klein) == volgens_pydantic(klein), (pad, "weg")
            plek[sleutel] = bewaard
            plek["sleutel_die_niet_bestaat"] = 1
            klein = {naam: data[naam] for naam in ("formaat", "kaders", "beleid", "school", pad[0]) if naam in data}
            assert volgens_schema(klein) == volgens_pydantic(klein), (pad, "erbij")
            del plek["sleutel_die_niet_bestaat"]
    assert proeven > 5000
    assert 0.5 < geweigerd / proeven < 0.95  # anders toetst deze proef niets
