"""Van pydantic-fouten naar Nederlandse fouten met hun plaats: per `type` een zin, en een terugval voor de rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beleidscheck.policy.melding import fault_at
from beleidscheck.policy.zinnen import VERTALERS, Fout, field_at, other, wrong_key
from beleidscheck.source.fouten import MAX_FOUTEN

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from beleidscheck.errors import Fault
    from beleidscheck.policy.kennis import Kennis
    from beleidscheck.source import Pad, Source


def translate(fout: ValidationError, source: Source, kennis: Kennis) -> list[Fault]:
    """Return every pydantic error as a Dutch fault with its place, in the order of the file.

    Only the first ones are looked at closely: nobody reads more, and a file can hold tens of thousands.
    """
    delen = sorted((_Plek(deel, source) for deel in fout.errors(include_url=False)), key=lambda plek: plek.volgorde)
    return [plek.fault(source, kennis, closely=nummer < MAX_FOUTEN) for nummer, plek in enumerate(delen)]


class _Plek:
    """Eén pydantic-fout en waar zij in het bestand staat."""

    __slots__ = ("_deel", "_key", "_pad", "volgorde")

    def __init__(self, deel: ErrorDetails, source: Source) -> None:
        self._deel = deel
        self._key = deel["loc"][-1:] == ("[key]",) or deel["type"] == "extra_forbidden"
        self._pad = _path(deel["loc"], source.data, missing=deel["type"] in ("missing", "extra_forbidden"))
        self.volgorde = source.position(self._pad, key=self._key)

    def fault(self, source: Source, kennis: Kennis, *, closely: bool) -> Fault:
        """Return the fault; not `closely` means without looking for what was meant."""
        bij_sleutel = self._deel["loc"][-1:] == ("[key]",)
        zinnen = wrong_key if bij_sleutel else VERTALERS.get(self._deel["type"], other)
        gevonden = Fout(self._pad, field_at(self._pad), self._deel["input"], self._deel.get("ctx", {}), kennis)
        return fault_at(source, self._pad, (zinnen if closely else other)(gevonden), key=self._key)


def _path(loc: tuple[str | int, ...], data: object, *, missing: bool) -> Pad:
    """Return the path in the file: what pydantic adds (`[key]`, the long form of a role) is left out."""
    pad: list[str | int] = []
    for nummer, deel in enumerate(loc):
        erin, data = _inside(data, deel)
        if not erin and not (missing and nummer == len(loc) - 1):
            break
        pad.append(deel)
    return tuple(pad)


def _inside(data: object, deel: str | int) -> tuple[bool, object]:
    """Return whether there is something at this key or place, and what."""
    if isinstance(data, dict):
        return deel in data, data.get(deel)
    if isinstance(data, list) and isinstance(deel, int):
        return deel < len(data), data[deel] if deel < len(data) else None
    return False, None
