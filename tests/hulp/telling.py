"""Leest de telling terug uit elk formaat, zoals een lezer of een ander programma dat zou doen."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from beleidscheck.bevinding import Gewicht, Oordeel
from beleidscheck.document.rapport_woorden import plural_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from beleidscheck.bevinding import Samenvatting

GEWICHTEN = (Gewicht.TEKORT, Gewicht.AANDACHTSPUNT, Gewicht.TIP)
_WOORDEN = [*(str(oordeel) for oordeel in Oordeel), "normen samen", *(plural_of(gewicht) for gewicht in GEWICHTEN)]


def expected_counts(telling: Samenvatting) -> dict[str, int]:
    """Return what every format must say."""
    return {
        **{str(oordeel): telling.aantal(oordeel) for oordeel in Oordeel},
        "normen samen": telling.normen,
        **{plural_of(gewicht): telling.weegt(gewicht) for gewicht in GEWICHTEN},
    }


def read_counts(formaat: str, tekst: str) -> dict[str, int]:
    """Return the count behind every word, as it stands in the text of this format; of the first report in it."""
    if formaat == "json":
        telling = json.loads(tekst)["rapporten"][0]["samenvatting"]
        gewichten = {plural_of(g): telling["gewichten"][g] + telling["meldingen"][g] for g in GEWICHTEN}
        return {**telling["oordelen"], "normen samen": telling["normen"], **gewichten}
    return {woord: _first(_PATRONEN[formaat](woord), tekst) for woord in _WOORDEN}


def _first(patroon: str, tekst: str) -> int:
    gevonden = re.search(patroon, tekst, re.MULTILINE)
    assert gevonden is not None, patroon
    return int(gevonden[1])


_PATRONEN: dict[str, Callable[[str], str]] = {
    "terminal": lambda woord: rf"^  \S? +{woord} +([0-9]+)(?:  .*)?$",
    "markdown": lambda woord: rf"^\| {woord} \|(?: [0-9]+ \|)*? ([0-9]+) \|$",
    "html": lambda woord: rf"<th scope=\"row\"[^>]*>{woord}</th>(?:<td[^>]*>[0-9]+</td>)*?<td[^>]*>([0-9]+)</td></tr>",
}
