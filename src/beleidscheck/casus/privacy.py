"""Wat in een casus niet mag staan: iets waaraan een echte leerling te herkennen is. Ook in vrije tekst en in een opmerking."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from beleidscheck.casus.datumwoorden import dates_in_words
from beleidscheck.policy.privacy import personal_data

#: Een sleutel waar een gegeven van één mens achter hoort.
VERBODEN_SLEUTELS: Final = {
    "naam": "een naam",
    "voornaam": "een naam",
    "achternaam": "een naam",
    "roepnaam": "een naam",
    "initialen": "initialen",
    "leerlingnaam": "een naam",
    "geboren": "een geboortedatum",
    "geboortedatum": "een geboortedatum",
    "leerlingnummer": "een leerlingnummer",
    "leerling_nummer": "een leerlingnummer",
    "leerlingnr": "een leerlingnummer",
    "stamnummer": "een leerlingnummer",
    "studentnummer": "een leerlingnummer",
    "bsn": "een burgerservicenummer",
    "burgerservicenummer": "een burgerservicenummer",
    "onderwijsnummer": "een onderwijsnummer",
    "pgn": "een persoonsgebonden nummer",
    "adres": "een adres",
    "postcode": "een adres",
    "telefoon": "een telefoonnummer",
    "email": "een e-mailadres",
    "ouders": "gegevens van ouders",
    "klas": "een klas",
}
_NEGEN: Final = re.compile(r"(?<![0-9+])[0-9](?:[ .\-/_]?[0-9]){8}(?![0-9])")
_GEWICHTEN: Final = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_MAANDEN: Final = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_DATUM: Final = re.compile(
    r"(?<![0-9])(?:(?P<jaar>[12][0-9]{3})[-/.](?P<maand>[0-9]{1,2})[-/.](?P<dag>[0-9]{1,2})"
    r"|(?P<dag2>[0-9]{1,2})(?:[-/. ](?P<maand2>[0-9]{1,2})[-/. ]| (?P<naam>jan|feb|m(?:aa)?rt|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.? )"
    r"(?P<jaar2>[12][0-9]{3}))(?![0-9])",
    re.IGNORECASE,
)
#: Een datum die zoveel jaar voor het schooljaar ligt, is van een leerling een geboortedatum.
_JAREN: Final = range(3, 30)


def identifying(tekst: str, schooljaar: int | None) -> tuple[str, int] | None:
    """Return what could identify a pupil in this text ("bsn", "geboortedatum") and where it starts, or `None`.

    Nine digits count also with spaces, dots or dashes between them; a date counts when a pupil of this school year may be born on it.
    """
    zonder_data = _DATUM.sub(lambda gevonden: "x" * len(gevonden[0]), tekst)
    for gevonden in _NEGEN.finditer(zonder_data):
        cijfers = [int(teken) for teken in gevonden[0] if teken.isdigit()]
        if any(cijfers) and sum(c * g for c, g in zip(cijfers, _GEWICHTEN, strict=True)) % 11 == 0:
            return "bsn", gevonden.start()
    for gevonden in _DATUM.finditer(tekst):
        dag = _date(gevonden)
        if dag is not None and schooljaar is not None and schooljaar - dag.year in _JAREN:
            return "geboortedatum", gevonden.start()
    for geboren, plek in dates_in_words(tekst):
        if schooljaar is not None and schooljaar - geboren.year in _JAREN:
            return "geboortedatum", plek
    soort = personal_data(tekst)
    return (soort, 0) if soort else None


def _date(gevonden: re.Match[str]) -> date | None:
    jaar = int(gevonden["jaar"] or gevonden["jaar2"])
    dag = int(gevonden["dag"] or gevonden["dag2"])
    naam = (gevonden["naam"] or "").casefold().replace("maart", "mrt")
    maand = _MAANDEN.index(naam[:3]) + 1 if naam else int(gevonden["maand"] or gevonden["maand2"])
    try:
        return date(jaar, maand, dag)
    except ValueError:
        return None
