"""Een datum met de dag of het jaar in woorden: "de derde maart tweeduizendtwaalf", "drie maart 2012", "3 maart tweeduizend twaalf"."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_EEN_TOT_NEGENTIEN: Final = (
    "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien", "veertien",
    "vijftien", "zestien", "zeventien", "achttien", "negentien",
)  # fmt: skip
_TIENTALLEN: Final = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
#: De rangtelwoorden die niet van hun telwoord komen.
_RANG: Final = {"een": "eerste", "drie": "derde", "acht": "achtste"}
_MAANDEN: Final = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def _under_hundred() -> dict[str, int]:
    woorden = {woord: getal for getal, woord in enumerate(_EEN_TOT_NEGENTIEN, 1)}
    for tiental, naam in enumerate(_TIENTALLEN, 2):
        woorden[naam] = 10 * tiental
        woorden |= {f"{woord}en{naam}": 10 * tiental + een for een, woord in enumerate(_EEN_TOT_NEGENTIEN[:9], 1)}
    return woorden


_TOT_HONDERD: Final = _under_hundred()
_DAGEN: Final = {woord: getal for woord, getal in _TOT_HONDERD.items() if getal <= 31} | {  # noqa: PLR2004 - dagen in een maand
    _RANG.get(woord, f"{woord}{'ste' if getal >= 20 else 'de'}"): getal  # noqa: PLR2004 - twintigste
    for woord, getal in _TOT_HONDERD.items()
    if getal <= 31  # noqa: PLR2004 - dagen in een maand
}
_DATUM: Final = re.compile(
    rf"(?<![a-z0-9])(?P<dag>[0-9]{{1,2}}(?:e|ste|de)?|{'|'.join(sorted(_DAGEN, key=len, reverse=True))})\s+(?:van\s+)?"
    rf"(?P<maand>{'|'.join(_MAANDEN)})\s+(?:(?:in|van)\s+(?:het\s+jaar\s+)?)?"
    rf"(?:(?P<jaar>[12][0-9]{{3}})|(?P<eeuw>tweeduizend|negentien\s?honderd)\s?(?:en\s?)?"
    rf"(?P<rest>{'|'.join(sorted(_TOT_HONDERD, key=len, reverse=True))})?)(?![a-z0-9])"
)


def dates_in_words(tekst: str) -> Iterator[tuple[date, int]]:
    """Yield every existing date of which the day or the year may be written as a word, and where it starts."""
    for gevonden in _DATUM.finditer(_plain(tekst)):
        dag = gevonden["dag"]
        eeuw = 2000 if (gevonden["eeuw"] or "").startswith("twee") else 1900
        jaar = int(gevonden["jaar"]) if gevonden["jaar"] else eeuw + _TOT_HONDERD.get(gevonden["rest"] or "", 0)
        getal = _DAGEN.get(dag) or int(re.sub("[a-z]", "", dag))
        try:
            yield date(jaar, _MAANDEN.index(gevonden["maand"]) + 1, getal), gevonden.start()
        except ValueError:
            continue


def _plain(tekst: str) -> str:
    """Return the text in small letters without accents, each letter in its own place."""
    return "".join(unicodedata.normalize("NFD", teken)[0].lower()[:1] or " " for teken in tekst)
