"""Een voorbeeldwaarde bij een veld van het beleid: van het veld zelf, van een voorbeeldschool, of een gewone van zijn soort."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.beleid.woorden import KEUZES
from beleidscheck.data import example_dir
from beleidscheck.document.rapport_woorden import clip
from beleidscheck.source import read_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from beleidscheck.beleid.paden import Veld

#: Een voorbeeld bij een soort waarde, voor een veld dat er zelf geen geeft.
_GEWOON: Final[Mapping[str, object]] = {
    "hoeveelheid": "4 weken",
    "ritme": "jaarlijks",
    "herhaling": "jaarlijks",
    "datum": "2026-09-15",
    "ja_nee": "ja",
    "getal": 3,
    "tijdstip": "08:30",
    "maanddag": "07-01",
    "url": "https://www.voorbeeldschool.example",
}
#: Zoveel van een lijst of tekst past in een voorbeeld.
_ONDERDELEN: Final = 3
_LETTERS: Final = 110


def example_value(pad: str, veld: Veld) -> Any:  # noqa: ANN401 - elke YAML-waarde
    """Return a value that may stand in a field: its own example, what an example school says, or an ordinary one of its kind.

    Nothing for a block with keys of its own: those have their own examples.
    """
    if veld.voorbeelden:
        return veld.voorbeelden[0]
    if _is_block(veld):
        return None
    gevonden = next((waarde for data in _schools() for waarde in _found(data, pad.split("."))), None)
    return _usual(veld) if gevonden is None else _short(gevonden)


def _is_block(veld: Veld) -> bool:
    return bool(veld.velden) or (veld.item is not None and _is_block(veld.item))


@cache
def _schools() -> tuple[dict[str, Any], ...]:
    """Return what the example schools say, the one that says most first."""
    bestanden = sorted(example_dir().glob("*.yaml"), key=lambda bestand: (-bestand.stat().st_size, bestand.name))
    return tuple(read_source(bestand).data for bestand in bestanden)


def _found(waarde: Any, delen: Sequence[str]) -> Iterator[Any]:  # noqa: ANN401 - elke YAML-waarde
    """Yield what stands at a path; of a list what its items say, in turn."""
    if not delen:
        yield waarde
        return
    naam = delen[0].replace("[]", "")
    binnen = waarde.get(naam) if isinstance(waarde, dict) else None
    if binnen is None:
        return
    for deel in binnen if delen[0].endswith("[]") and isinstance(binnen, list) else [binnen]:
        yield from _found(deel, delen[1:])


def _short(waarde: Any) -> Any:  # noqa: ANN401 - elke YAML-waarde
    """Return a value that is short enough for a table: the first items of a list, the first words of a text."""
    if isinstance(waarde, list):
        return [_short(deel) for deel in waarde[:_ONDERDELEN]]
    return clip(waarde, _LETTERS) if isinstance(waarde, str) else waarde


def _usual(veld: Veld) -> Any:  # noqa: ANN401 - elke YAML-waarde
    """Return an ordinary value of the kind that belongs in a field."""
    if veld.veldtype == "lijst" and veld.item is not None:
        binnen = _usual(veld.item)
        return None if binnen is None else [binnen]
    if veld.woorden in KEUZES:
        return next(iter(KEUZES[veld.woorden]))
    if veld.woorden:
        return {"rol": "mentor", "signaal": "ziekmeldingen", "actie": "contact", "plaats": "LVS"}.get(veld.woorden)
    return _GEWOON.get(veld.vorm, _GEWOON.get(veld.veldtype))
