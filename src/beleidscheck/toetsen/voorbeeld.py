"""Het voorbeeld in de beschrijving van een soort: een toets, en stukjes beleid met het oordeel dat erbij hoort."""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from beleidscheck.toetsen.basis import ToetsBasis

_BLOK: Final = re.compile(r"^```yaml(?: ([a-z ]+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Soortvoorbeeld:
    """Wat een soort van zichzelf laat zien.

    `uitleg` is de beschrijving in alinea's, `toets` de toets als YAML (een lijst met één toets), `gevallen` zijn paren van het
    oordeel en het stukje beleid waar dat over gaat.
    """

    uitleg: tuple[str, ...]
    toets: str
    gevallen: tuple[tuple[str, str], ...]


@cache
def read_example(soort: type[ToetsBasis]) -> Soortvoorbeeld:
    """Return the example in the description of a soort."""
    beschrijving = inspect.cleandoc(soort.__doc__ or "") + "\n"
    (_, toets), *gevallen = _BLOK.findall(beschrijving)
    alineas = (" ".join(alinea.split()) for alinea in _BLOK.sub("", beschrijving).split("\n\n"))
    return Soortvoorbeeld(tuple(filter(None, alineas)), toets, tuple(gevallen))
