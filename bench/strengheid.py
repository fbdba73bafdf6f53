"""Wat kost het bewijs? Een heel beleid tegen alle kaders getoetst, met en zonder bewijs, om en om gemeten in hetzelfde proces.

    python bench/strengheid.py [RONDEN]

Elke ronde begint met lege geheugens: geen bewezen eis en geen schooljaar van een vorige ronde telt mee. Gemeten is rekentijd, want
de klok drijft als er meer draait. Drie beleidsteksten: een van 20 kB die alles haalt, een eerste versie met veel te late stappen,
en een die met opzet overal een andere periode of eenheid heeft, zodat er zoveel mogelijk te zoeken valt.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

WORTEL = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(WORTEL / "src"))
sys.path.insert(0, str(WORTEL / "bench"))

from snelheid import make_policy  # noqa: E402 - bench is geen pakket

from beleidscheck.check import check, examine  # noqa: E402
from beleidscheck.kader import available, combine, load_kader  # noqa: E402
from beleidscheck.policy import parse_policy  # noqa: E402
from beleidscheck.source import read_source  # noqa: E402
from beleidscheck.toetsen import stap  # noqa: E402
from beleidscheck.trap import jaren, strengheid  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Sequence

    from beleidscheck.kader import Kader
    from beleidscheck.policy import Policy

PEILDATUM = date(2026, 10, 1)
DOEL = 30.0
RONDEN = 15
#: Zo staat het in het voorbeeld, en zo dat het bijna goed is maar nergens hetzelfde.
ANDERS = (
    ("12 schoolweken", "11 schoolweken"),
    ("4 lesweken", "27 dagen"),
    ("4 schoolweken", "19 schooldagen"),
    ("4 weken", "20 schooldagen"),
)


def read_policy(tekst: str, kaders: Sequence[Kader]) -> Policy:
    """Return the policy in a text."""
    with tempfile.TemporaryDirectory() as map_:
        pad = Path(map_, "beleid.yaml")
        pad.write_text(tekst, encoding="utf-8")
        return parse_policy(read_source(pad), PEILDATUM, combine(list(kaders)))


def _without_proof(_toets: object, _onderzoek: object, _groep: object, gevonden: object) -> object:
    return gevonden


def measure(policy: Policy, kaders: Sequence[Kader], *, met_bewijs: bool) -> float:
    """Return the processor time of checking every norm once, in milliseconds, with empty memories."""
    strengheid._prove.cache_clear()  # noqa: SLF001 - een meting begint koud
    jaren.school_years.cache_clear()
    jaren.two_years.cache_clear()
    with nullcontext() if met_bewijs else patch.object(stap, "with_proof", _without_proof):
        begin = time.process_time()
        check(policy, kaders, examine(policy, kaders), ())
        return 1000 * (time.process_time() - begin)


def main(argv: Sequence[str]) -> int:
    """Measure, print, and return 0: what it took is for a reader to judge."""
    ronden = int(argv[0]) if argv else RONDEN
    kaders = [load_kader(ref) for ref in available()]
    anders = (WORTEL / "policies" / "polderlicht-college-vo.yaml").read_text(encoding="utf-8")
    for oud, nieuw in ANDERS:
        anders = anders.replace(oud, nieuw)
    teksten = {
        "20 kB, alles gehaald": make_policy(),
        "eerste versie": (WORTEL / "policies" / "eerste-versie-vo.yaml").read_text(encoding="utf-8"),
        "overal anders": anders,
    }
    print(
        f"{len(kaders)} kaders, {sum(len(kader.normen) for kader in kaders)} normen; {ronden} ronden, Python {sys.version.split()[0]}.\n"
    )
    print(f"{'milliseconden rekentijd':<26}{'zonder':>11}{'met':>11}{'erbij':>11}{'max erbij':>11}")
    for naam, tekst in teksten.items():
        policy = read_policy(tekst, kaders)
        paren = []
        for ronde in range(ronden + 1):
            zonder, met = measure(policy, kaders, met_bewijs=False), measure(policy, kaders, met_bewijs=True)
            if ronde:
                paren.append((zonder, met))
        zonder, met, erbij = (
            statistics.median(rij) for rij in ([a for a, _ in paren], [b for _, b in paren], [b - a for a, b in paren])
        )
        hoogste = max(b - a for a, b in paren)
        print(f"{naam:<26}{zonder:>11.1f}{met:>11.1f}{erbij:>11.1f}{hoogste:>11.1f}")
        print(f"{'gehaald' if erbij <= DOEL else 'NIET GEHAALD':<13} {naam}: {erbij:.1f} ms erbij (doel: hoogstens {DOEL:g} ms)")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
