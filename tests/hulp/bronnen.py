"""Hulp bij de toetsen van de lezer: lezen uit een tekst, en fouten voluit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from beleidscheck.errors import Fault, UnreadableFileError
from beleidscheck.source import parse_source
from beleidscheck.source.ontleder import ONTLEDER, PythonOntleder

BELEID = Path("beleid.yaml")

#: Elke uitleg geldt voor beide ontleders; zonder libyaml is er maar één.
ONTLEDERS = [
    pytest.param(ONTLEDER, id="libyaml"),
    pytest.param(PythonOntleder, id="python"),
]
beide_ontleders = pytest.mark.parametrize("ontleder_klasse", ONTLEDERS)


def lees(tekst: str) -> dict[str, Any]:
    """Return the values in a text."""
    return parse_source(tekst.encode(), BELEID).data


def plaats_en_code(fouten: list[Fault]) -> list[str]:
    """Return each fault as `regel:kolom code`."""
    return [f"{fout.regel}:{fout.kolom} {fout.code}" for fout in fouten]


def voluit(fouten: list[Fault]) -> list[str]:
    """Return each fault as a user reads it."""
    return [f"{fout.regel}:{fout.kolom} {fout.code}: {fout.zin} {fout.remedie}" for fout in fouten]


def fouten_in(raw: bytes) -> list[Fault]:
    """Return the faults that reading these bytes raises."""
    with pytest.raises(UnreadableFileError) as gevangen:
        parse_source(raw, BELEID)
    return list(gevangen.value.faults)
