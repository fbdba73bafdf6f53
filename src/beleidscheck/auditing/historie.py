"""De geschiedenis: per audit een klein bestand in de map van de regio, met tellingen per element, kader, sector en regio.

Elk bestand heet naar zijn peildatum, bevat geen namen van scholen en is op regels gezet, zodat twee takken samengaan zonder botsing.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.bevinding import Gewicht, Oordeel
from beleidscheck.errors import UsageError
from beleidscheck.report import ElementStatus, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from beleidscheck.auditing.model import Schoolkop
    from beleidscheck.auditing.uitkomst import Audit

FORMAAT: Final = "beleidscheck-historie"
VERSIE: Final = 1
_NAAM: Final = re.compile(r"\d{4}-\d{2}-\d{2}\.json")
_GROOTSTE: Final = 4_000_000


@dataclass(frozen=True, slots=True)
class Meting:
    """De tellingen van één audit. `elementen` zegt per groep en element hoeveel scholen welke stand hebben.

    Een groep is "alle", "sector <naam>" of "regio <naam>". `kaders` telt per kader de oordelen over alle scholen.
    """

    peildatum: str
    scholen: int
    statussen: Mapping[str, int]
    elementen: Mapping[str, Sequence[Mapping[str, int]]]
    kaders: Mapping[str, Mapping[str, int]]
    gewichten: Mapping[str, int]


def measure(audit: Audit) -> Meting:
    """Return the sums of an audit that a history keeps."""
    groepen: dict[str, list[Schoolkop]] = {"alle": list(audit.scholen)}
    for kop in audit.scholen:
        for soort, naam in (("sector", kop.sector), ("regio", kop.regio)):
            if naam:
                groepen.setdefault(f"{soort} {naam}", []).append(kop)
    per_kader: dict[str, Counter[Oordeel]] = {}
    for (ref, _), telling in audit.per_norm.items():
        per_kader.setdefault(ref, Counter()).update(telling)
    return Meting(
        audit.opgave.peildatum.isoformat(),
        len(audit.scholen),
        _named(audit.per_status(), Status),
        {groep: _elements(koppen) for groep, koppen in sorted(groepen.items())},
        {ref: _named(telling, Oordeel) for ref, telling in sorted(per_kader.items())},
        _named(audit.weights(), Gewicht),
    )


def _named(telling: Mapping[Any, int], volgorde: Iterable[Any]) -> dict[str, int]:
    return {str(waarde): telling.get(waarde, 0) for waarde in volgorde if telling.get(waarde, 0)}


def _elements(koppen: Sequence[Schoolkop]) -> list[dict[str, int]]:
    aantal = max((len(kop.elementen) for kop in koppen), default=0)
    return [
        _named(Counter(kop.elementen[nummer] for kop in koppen if nummer < len(kop.elementen)), ElementStatus)
        for nummer in range(aantal)
    ]


def history_text(meting: Meting) -> str:
    """Return a measurement as text, always in the same order."""
    inhoud = {
        "formaat": FORMAAT,
        "versie": VERSIE,
        "peildatum": meting.peildatum,
        "scholen": meting.scholen,
        "statussen": meting.statussen,
        "gewichten": meting.gewichten,
        "kaders": meting.kaders,
        "elementen": meting.elementen,
    }
    return json.dumps(inhoud, ensure_ascii=False, indent=1) + "\n"


def history_file(map_: Path, meting: Meting) -> Path:
    """Return where a measurement stands: a second audit on the same date takes the place of the first."""
    return map_ / f"{meting.peildatum}.json"


def read_history(map_: Path) -> tuple[Meting, ...]:
    """Return the measurements in a folder, oldest first. Raises `UsageError` for a file that is no measurement of ours."""
    if not map_.is_dir():
        return ()
    return tuple(_read(path) for path in sorted(map_.iterdir()) if _NAAM.fullmatch(path.name))


def _read(path: Path) -> Meting:
    try:
        meting = _parsed(json.loads(path.read_bytes())) if path.stat().st_size <= _GROOTSTE else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        meting = None
    if meting is None:
        raise UsageError(f"{path} is geen meting van beleidscheck. Haal het bestand uit de map met geschiedenis.")
    return meting


def _parsed(inhoud: Any) -> Meting | None:  # noqa: ANN401 - komt van schijf
    if inhoud["formaat"] != FORMAAT or inhoud["versie"] != VERSIE:
        return None
    return Meting(
        str(inhoud["peildatum"]),
        int(inhoud["scholen"]),
        _counts(inhoud["statussen"]),
        {str(groep): [_counts(stand) for stand in standen] for groep, standen in inhoud["elementen"].items()},
        {str(ref): _counts(telling) for ref, telling in inhoud["kaders"].items()},
        _counts(inhoud["gewichten"]),
    )


def _counts(telling: Any) -> dict[str, int]:  # noqa: ANN401 - komt van schijf
    return {str(naam): int(aantal) for naam, aantal in telling.items()}
