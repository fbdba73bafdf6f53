"""Wat een toets van een veld vraagt, in woorden voor wie een kader schrijft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beleidscheck.toetsen import Bevat, Dekt, EenItem, ElkItem, Gelijk, Grens, Keuze, Proza
from beleidscheck.toetsen.basis import enumerate_nl, show

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from beleidscheck.toetsen import ToetsBasis, Voorwaarde


def demand(toets: ToetsBasis) -> str:  # noqa: PLR0911 - één tak per soort
    """Return in Dutch what one test asks."""
    match toets:
        case Gelijk():
            return _words([toets.waarde], "en")
        case Keuze():
            return _words(toets.waarden, "of")
        case Grens():
            return f"hoogstens {toets.hoogstens}" if toets.hoogstens is not None else f"minstens {toets.minstens}"
        case Bevat():
            return _content(toets)
        case ElkItem():
            return f"dat elke regel {_keys(toets.waar)} heeft"
        case EenItem():
            return f"een regel met {_keys(toets.waar)}"
        case Dekt():
            return f"regels voor {_words(toets.waarden, 'en')}"
        case Proza():
            return f"een tekst van minstens {toets.min_woorden} woorden"
    return "een invulling"


def _content(toets: Bevat) -> str:
    delen = []
    if toets.alle:
        delen.append(_words(toets.alle, "en"))
    if toets.een_van:
        delen.append(_words(toets.een_van, "of"))
    for woord, aantal in (("minstens", toets.minstens), ("hoogstens", toets.hoogstens)):
        if aantal:
            delen.append(f"{woord} {aantal} {'onderdeel' if aantal == 1 else 'onderdelen'}")
    return enumerate_nl(delen)


def _keys(waar: Mapping[str, Voorwaarde]) -> str:
    return enumerate_nl([f"{_condition(eis)} bij `{sleutel}`" for sleutel, eis in waar.items()])


def _condition(eis: Voorwaarde) -> str:
    if eis.gelijk is not None:
        return _words([eis.gelijk], "en")
    if eis.gevuld:
        return "een invulling"
    if eis.hoogstens is not None or eis.minstens is not None:
        return f"hoogstens {eis.hoogstens}" if eis.hoogstens is not None else f"minstens {eis.minstens}"
    return _words(eis.bevat, "en") if eis.bevat else _words([*eis.uit, *eis.een_van], "of")


def _words(waarden: Sequence[object], voegwoord: str) -> str:
    return enumerate_nl([f"«{show(waarde)}»" for waarde in waarden], voegwoord)
