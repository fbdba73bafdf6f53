"""Een opdracht draaien zoals een gebruiker, in dit proces of in een eigen, en alles teruggeven wat hij ziet."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from beleidscheck.cli.start import run
from beleidscheck.data import example_dir

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pytest

DAG: Final = ("--peildatum", "2026-10-01")
VOLLEDIG: Final = example_dir() / "polderlicht-college-vo.yaml"
EERSTE_VERSIE: Final = example_dir() / "eerste-versie-vo.yaml"
KORT: Final = example_dir() / "korte-vorm-vo.yaml"
PO: Final = example_dir() / "duinroos-po.yaml"
MODEL: Final = "model16@2023"
PROTOCOL: Final = "noord-kennemerland@2024-2025"
#: Wat een Engelse bibliotheek zou zeggen; geen van deze woorden bestaat in het Nederlands van de opdrachtregel.
ENGELS: Final = re.compile(
    r"\b(?:usage|options?|arguments|commands?|show|this|message|exit|error|invalid|missing|required|default|text|path|file"
    r"|directory|integer|boolean|true|false|choose|from|such|unexpected|extra|requires|does|not|take|value|try|aborted|the"
    r"|traceback|exception|warning|none|null|unknown)\b",
    re.IGNORECASE,
)
ANSI: Final = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True, slots=True)
class Gedraaid:
    """Wat een opdracht deed: exitcode, uitvoer en foutuitvoer."""

    code: int
    uit: str
    fout: str


def draai(capsys: pytest.CaptureFixture[str], *argv: object) -> Gedraaid:
    """Run a command in this process."""
    capsys.readouterr()
    code = run([str(woord) for woord in argv])
    uit, fout = capsys.readouterr()
    return Gedraaid(code, uit, fout)


def draai_los(*argv: object, map_: Path | None = None, omgeving: Mapping[str, str] | None = None) -> Gedraaid:
    """Run a command in a process of its own, in another folder when asked."""
    klaar = subprocess.run(
        [sys.executable, "-m", "beleidscheck", *map(str, argv)],
        capture_output=True,
        check=False,
        cwd=map_,
        env={**own_environment(), **(omgeving or {})},
    )
    return Gedraaid(klaar.returncode, klaar.stdout.decode(), klaar.stderr.decode())


def own_environment() -> dict[str, str]:
    """Return the environment for a process of its own: it finds this code, and nothing decides about colour or width."""
    weg = {"COLUMNS", "FORCE_COLOR", "NO_COLOR", "PYTHONIOENCODING", "TERM"}
    bron = str(Path(__file__).parents[2] / "src")
    return {**{naam: waarde for naam, waarde in os.environ.items() if naam not in weg}, "PYTHONPATH": bron}
