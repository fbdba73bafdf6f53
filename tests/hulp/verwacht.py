"""Vergelijk uitvoer met een bewaard bestand; BELEIDSCHECK_BIJWERKEN=1 herschrijft dat bestand, zodat de diff te lezen is."""

from __future__ import annotations

import os
import re
from difflib import unified_diff
from itertools import islice
from pathlib import Path

from beleidscheck import __version__

VOORBEELDEN = Path(__file__).resolve().parent.parent / "voorbeelden"


def assert_expected(tekst: str, naam: str) -> None:
    """Assert that `tekst` is the whole of tests/voorbeelden/`naam`; the version of the tool is left out of it."""
    tekst = tekst.replace(f"beleidscheck {__version__}", "beleidscheck VERSIE")
    pad = VOORBEELDEN / naam
    if os.environ.get("BELEIDSCHECK_BIJWERKEN") == "1":
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_bytes(tekst.encode())
    assert pad.is_file(), f"{naam} bestaat nog niet; maak het met BELEIDSCHECK_BIJWERKEN=1 en lees het na"
    bewaard = pad.read_bytes().decode()
    verschil = (
        "" if tekst == bewaard else "\n".join(islice(unified_diff(bewaard.split("\n"), tekst.split("\n"), lineterm="", n=0), 12))
    )
    assert tekst == bewaard, f"{naam} wijkt af; klopt de nieuwe uitvoer, draai dan met BELEIDSCHECK_BIJWERKEN=1\n{verschil}"


def zonder_hash(tekst: str) -> str:
    """Return `tekst` without the hashes of policy and kaders in the stamp, which change with every letter of those files."""
    return re.sub(r"((?:beleid|@[\w.-]+)\s+)[0-9a-f]{12}\b", r"\1HASH", tekst)
