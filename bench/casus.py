"""Hoe snel is één casus over een schooljaar? In het proces, na de start, en het hele proces erbij.

`python bench/casus.py` meet en drukt de mediaan af; de grens voor één casus in het proces is 20 milliseconden.
"""

from __future__ import annotations

import subprocess
import sys
import time
from datetime import date
from statistics import median
from typing import TYPE_CHECKING, Final

from beleidscheck.casus.lezen import read_casus
from beleidscheck.casus.partij import load_party
from beleidscheck.casus.schooljaar import _calendar
from beleidscheck.casus.uitvoeren import run_casus
from beleidscheck.data import casus_dir, example_dir

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from beleidscheck.casus.partij import Partij

GRENS_MS: Final = 20
_KEREN: Final = 15


def measure(doe: Callable[[], object], keren: int = _KEREN) -> float:
    """Return the median time in milliseconds."""
    tijden = []
    for _ in range(keren):
        begin = time.perf_counter()
        doe()
        tijden.append(1000 * (time.perf_counter() - begin))
    return median(tijden)


def main() -> int:
    """Measure every shipped casus under the ladder of a school and of a kader, each time with a fresh calendar."""
    partijen = [
        load_party("noord-kennemerland@2024-2025", date(2026, 10, 1)),
        load_party(str(example_dir() / "polderlicht-college-vo.yaml"), date(2026, 10, 1)),
    ]
    traagst = (0.0, "")
    for pad in sorted(casus_dir().glob("*.yaml")):
        for partij in partijen:

            def one(pad: Path = pad, partij: Partij = partij) -> None:
                _calendar.cache_clear()
                run_casus(read_casus(pad), partij)

            traagst = max(traagst, (measure(one), f"{pad.stem} onder {partij.ref.rpartition('/')[2]}"))
    print(f"traagste casus, lezen en uitvoeren, mediaan van {_KEREN}: {traagst[0]:.1f} ms ({traagst[1]})")
    heel = [sys.executable, "-m", "beleidscheck", "casus", "vijftien-keer-te-laat"]
    leeg = [sys.executable, "-m", "beleidscheck", "--version"]
    print(f"het hele proces: {measure(lambda: subprocess.run(heel, check=True, capture_output=True), 5):.0f} ms", end="")
    print(f", waarvan starten: {measure(lambda: subprocess.run(leeg, check=True, capture_output=True), 5):.0f} ms")
    return int(traagst[0] > GRENS_MS)


if __name__ == "__main__":
    sys.exit(main())
