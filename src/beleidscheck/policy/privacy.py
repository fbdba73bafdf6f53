"""Persoonsgegevens die nooit in een beleid horen: een burgerservicenummer of een geboortedatum."""

from __future__ import annotations

import re
from typing import Final

_BSN: Final = re.compile(r"(?<![0-9+])(?:[0-9]{9}|[0-9]{4}\.[0-9]{2}\.[0-9]{3}|[0-9]{3}([ .])[0-9]{3}\1[0-9]{3})(?![0-9])")
_CIJFER: Final = re.compile(r"[0-9]")
_LANDNUMMER: Final = re.compile(r"(?:\+|00)[0-9]{2}[ -]?(?:\(0\) ?)?$")
_GEWICHTEN: Final = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_MAANDEN: Final = r"jan|feb|m(?:aa)?rt|apr|mei|jun|jul|aug|sep|okt|nov|dec"
_GEBOREN: Final = re.compile(
    r"\bgeb(?:\.|oren|oortedatum)?(?: te \w+)?:? (?:op |is )?(?:\w+dag )?"
    rf"(?:[0-9]{{1,2}}[-/. ](?:[0-9]{{1,2}}|(?:{_MAANDEN})[a-z]*)[-/. ](?:[0-9]{{4}}|[0-9]{{2}})|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})\b",
    re.IGNORECASE,
)


def personal_data(tekst: str) -> str:
    """Return what kind of personal data stands in a text ("bsn", "geboortedatum"), or an empty text."""
    if not _CIJFER.search(tekst):  # verreweg de meeste teksten
        return ""
    if any(_is_bsn(gevonden, tekst) for gevonden in _BSN.finditer(tekst)):
        return "bsn"
    return "geboortedatum" if _GEBOREN.search(tekst) else ""


def _is_bsn(gevonden: re.Match[str], tekst: str) -> bool:
    """Return whether nine digits pass the check of a burgerservicenummer, and are not the tail of a telephone number."""
    cijfers = [int(teken) for teken in gevonden[0] if teken.isdigit()]
    som = sum(cijfer * gewicht for cijfer, gewicht in zip(cijfers, _GEWICHTEN, strict=True))
    return any(cijfers) and som % 11 == 0 and not _LANDNUMMER.search(tekst[: gevonden.start()])
