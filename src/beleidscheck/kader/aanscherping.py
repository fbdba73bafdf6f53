"""Vraagt een aangescherpte norm nog alles wat de oude vroeg? Zo niet: welke toets is weg, soepeler, of niet te vergelijken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from beleidscheck.eisen import covers
from beleidscheck.toetsen.basis import enumerate_nl, show

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from beleidscheck.toetsen import Toets
    from beleidscheck.trap.ladder import Pad


def weaker(nieuw: Sequence[Toets], oud: Sequence[Toets]) -> Iterator[tuple[Pad, int, str, bool]]:
    """Yield for every old test that the new ones do not surely keep: the place here, its number there, why, and whether that is unknown."""
    for nummer, toets in enumerate(oud):
        if covers(nieuw, [toets]):
            continue
        plek = _counterpart(nieuw, toets)
        if plek is None:
            yield (), nummer, f"{_name(toets)} is weggelaten", False
        elif covers([toets], [nieuw[plek]]):
            yield (plek,), nummer, f"{_name(toets)} vraagt nu minder: {_changes(nieuw[plek], toets)}", False
        else:
            yield (
                (plek,),
                nummer,
                f"{_name(toets)} is veranderd ({_changes(nieuw[plek], toets)}), en niet te zeggen is of dat strenger is",
                True,
            )


def _counterpart(nieuw: Sequence[Toets], oud: Toets) -> int | None:
    """Return which new test takes the place of an old one: of the same kind about the same, the one with most in common."""
    beste: tuple[int, int] | None = None
    for nummer, toets in enumerate(nieuw):
        if type(toets) is not type(oud) or not set(toets.fields()) & set(oud.fields()):
            continue
        gelijk = sum(waarde == getattr(oud, naam) for naam, waarde in _values(toets).items())
        if getattr(toets, "signaal", None) is not None and not set(toets.signaal) & set(oud.signaal):  # type: ignore[union-attr]
            continue
        if beste is None or gelijk > beste[0]:
            beste = (gelijk, nummer)
    return beste[1] if beste else None


def _values(toets: Toets) -> dict[str, Any]:
    return {naam: getattr(toets, naam) for naam in type(toets).model_fields}


def _name(toets: Toets) -> str:
    velden = [f"`{veld}`" for veld in toets.fields() if "[]" not in veld]
    signaal = getattr(toets, "signaal", None)
    waarover = f"signaal {enumerate_nl([f'«{naam}»' for naam in signaal], 'of')}" if signaal else enumerate_nl(velden[:3])
    return f"de toets «{_values(toets)['soort']}» op {waarover}" if waarover else f"de toets «{_values(toets)['soort']}»"


def _changes(nieuw: Toets, oud: Toets) -> str:
    anders = [naam for naam, waarde in _values(oud).items() if getattr(nieuw, naam) != waarde]
    return enumerate_nl(
        [f"`{naam}` is {_shown(getattr(nieuw, naam))} in plaats van {_shown(getattr(oud, naam))}" for naam in anders]
    )


def _shown(waarde: Any) -> str:  # noqa: ANN401 - elke waarde van een toets
    """Return a value of a test on one line; nested tests are not spelled out."""
    if waarde is None or waarde in ([], ""):
        return "niets"
    if isinstance(waarde, list | dict) and not all(isinstance(deel, str | int | float) for deel in waarde):
        return "iets anders"
    tekst = show(waarde if not isinstance(waarde, dict) else list(waarde))
    return f"«{tekst if len(tekst) <= 80 else tekst[:79] + '…'}»"  # noqa: PLR2004 - een regel
