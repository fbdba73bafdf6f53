"""De prozalint op een beleid van een halve megabyte: nooit kwadratische tijd, wat er ook in staat."""

from __future__ import annotations

import time

import pytest

from tests.hulp.prozabank import beleid, lint

_VULLING = [
    "RMC ", "Het RMC (a) en het zorgteam. ", "bij 6 keer te laat ", "Bij 6 keer te laat. ", "'a ", "( ", "zie bijlage 3 ", "A. ", "XY (",
    "meld ziek ", "[a](#b) ", "`", "*a_", "> ", "stap a-1 ", "trap a_b ", '"', "een lange zin zonder einde ", "meld\n", "aanwezigheid minstens ",
    "X" * 50 + " ", "verzuim ", "ab@", "www.", "a.b.", "  ",
]  # fmt: skip


def _policy(vulling: str, delen: int) -> str:
    tekst = "x" + vulling * (9_000 // len(vulling))
    rij = "".join(f"    - begrip: b{nummer}\n      betekenis: {_quoted(tekst)}\n" for nummer in range(delen))
    return beleid("Alles.").replace("begrippen:\n", f"begrippen:\n  overig:\n{rij}")


def _quoted(tekst: str) -> str:
    return '"' + tekst.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _cost(yaml: str) -> float:
    begin = time.process_time()
    lint(yaml)
    return time.process_time() - begin


@pytest.mark.traag
@pytest.mark.parametrize("vulling", _VULLING)
def test_negen_keer_zo_veel_tekst_kost_hooguit_dertig_keer_zo_veel(vulling: str) -> None:
    assert _cost(_policy(vulling, 45)) < 30 * _cost(_policy(vulling, 5)) + 0.5


def test_een_lange_zin_valt_niet_om() -> None:
    for vulling in _VULLING:
        assert lint(beleid(("y" + vulling * 4_000)[:3_990])) is not None
