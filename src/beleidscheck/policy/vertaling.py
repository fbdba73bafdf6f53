"""Van pydantic-fouten naar Nederlandse fouten met hun plaats: per `type` een zin, en een terugval voor de rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beleidscheck.policy.melding import fault_at
from beleidscheck.policy.zinnen import VERTALERS, Fout, field_at, other, wrong_key

if TYPE_CHECKING:
    from pydantic import ValidationError

    from beleidscheck.errors import Fault
    from beleidscheck.policy.kennis import Kennis
    from beleidscheck.source import Pad, Source


def translate(fout: ValidationError, source: Source, kennis: Kennis) -> list[Fault]:
    """Return every pydantic error as a Dutch fault with its place."""
    faults: list[Fault] = []
    for deel in fout.errors(include_url=False):
        soort, loc = deel["type"], deel["loc"]
        bij_sleutel = bool(loc) and loc[-1] == "[key]"
        pad = _path(loc, source.data, missing=soort in ("missing", "extra_forbidden"))
        zinnen = wrong_key if bij_sleutel else VERTALERS.get(soort, other)
        gevonden = Fout(pad, field_at(pad), deel["input"], deel.get("ctx", {}), kennis)
        faults.append(fault_at(source, pad, zinnen(gevonden), key=bij_sleutel or soort == "extra_forbidden"))
    return faults


def _path(loc: tuple[str | int, ...], data: object, *, missing: bool) -> Pad:
    """Return the path in the file: what pydantic adds (`[key]`, the long form of a role) is left out."""
    pad: list[str | int] = []
    for nummer, deel in enumerate(loc):
        if (isinstance(data, dict) and deel in data) or (isinstance(data, list) and isinstance(deel, int) and deel < len(data)):
            data = data[deel]
        elif not missing or nummer < len(loc) - 1:
            break
        pad.append(deel)
    return tuple(pad)
