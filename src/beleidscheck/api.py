"""Wat een programma van beleidscheck mag gebruiken: toetsen, een audit, en een kader laden. De opdrachtregel gebruikt dit ook.

```python
from datetime import date
from pathlib import Path
from beleidscheck import audit, laad_kader, toets

rapport = toets(Path("scholen/polderlicht.yaml"), peildatum=date(2026, 10, 1))
print(rapport.status, [b.norm.id for b in rapport.bevindingen if b.gewicht == "tekort"])

with audit([Path("scholen")], peildatum=date(2026, 10, 1)) as uitkomst:
    for school in uitkomst.outcomes():
        print(school.naam, school.status)

kader = laad_kader("model16@2023")
print(len(kader.normen))
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from beleidscheck.kader import Kader, load_kader
from beleidscheck.report import Report, build_report

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from beleidscheck.auditing import Audit, Schooluitslag

__all__ = ["Kader", "Report", "audit", "laad_kader", "toets"]


def toets(  # noqa: PLR0913 - elke keuze van de gebruiker is een argument
    pad: Path,
    *,
    peildatum: date,
    kaders: Sequence[str] = (),
    zonder_afwijkingen: bool = False,
    inwerkingtreding: Mapping[str, date] | None = None,
    bestand: str | None = None,
) -> Report:
    """Return the report on the policy in one file; a file that cannot be read is a report too, with its faults.

    `kaders` (each `id@versie`, or a path to a YAML file) replaces those that the policy names. `zonder_afwijkingen` leaves recorded
    deviations out, as an auditor does. `inwerkingtreding` is per kader the day on which its bill enters into force. `bestand` is how the file is called in the report; without it the path as given. Nothing is read
    but the policy and the kaders, and nothing is written. Raises `UsageError` for a kader of the caller that is unknown or has expired.
    """
    return build_report(
        pad,
        bestand=str(pad) if bestand is None else bestand,
        peildatum=peildatum,
        kader_refs=kaders,
        zonder_afwijkingen=zonder_afwijkingen,
        inwerkingtreding=inwerkingtreding,
    )


def audit(  # noqa: PLR0913 - elke keuze van de gebruiker is een argument
    paden: Sequence[Path],
    *,
    peildatum: date,
    kaders: Sequence[str] = (),
    uitsluiten: Sequence[str] = (),
    zonder_afwijkingen: bool = False,
    inwerkingtreding: Mapping[str, date] | None = None,
    werkers: int = 0,
    voorraad: Path | None = None,
    keuze: Callable[[Schooluitslag], bool] | None = None,
    voortgang: Callable[[int, int], None] | None = None,
) -> Audit:
    """Return the audit of every policy at or below `paden`; use it in a `with`, or close it when done.

    The order is that of the paths, and nothing in the outcome depends on `werkers` (processes; 0 is one for each core) or on `voorraad`
    (a file in which outcomes are kept for a next time). `keuze` says which schools stay, `voortgang` hears how many of how many are done.
    A file or folder that cannot be read is in the audit as such. Raises `EmptyRunError` when there is nothing to check, `UsageError` for a
    kader of the caller that is unknown or has expired, `OSError` when there is no room for temporary files.
    """
    from beleidscheck.auditing import run_audit  # noqa: PLC0415 - wie één bestand toetst, heeft dit niet nodig

    return run_audit(
        paden,
        peildatum=peildatum,
        kaders=kaders,
        uitsluiten=uitsluiten,
        zonder_afwijkingen=zonder_afwijkingen,
        inwerkingtreding=inwerkingtreding,
        werkers=werkers,
        voorraad=voorraad,
        keuze=keuze,
        voortgang=voortgang,
    )


def laad_kader(ref: str) -> Kader:
    """Return the kader with this `id@versie`, or in the YAML file with this path.

    Raises `UsageError` for an unknown kader or version, `InvalidKaderError` or `UnreadableFileError` (with every fault and its place) for
    a file that is no good kader.
    """
    return load_kader(ref)
