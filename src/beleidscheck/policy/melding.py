"""De taal van foutmeldingen: wat er staat, hoe een waarde geschreven hoort te worden, en wat iemand bedoeld kan hebben."""

from __future__ import annotations

import re
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias

from beleidscheck.beleid.woorden import vorm
from beleidscheck.errors import Fault
from beleidscheck.hoeveelheid import kort
from beleidscheck.policy.privacy import personal_data
from beleidscheck.source import dotted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from beleidscheck.source import Pad, Source

#: Wat er over een fout te zeggen is: een vast woord (code), een zin en een remedie.
Zinnen: TypeAlias = tuple[str, str, str]

#: Per schrijfwijze: wat er hoort te staan, en hoe dat eruitziet.
VORMEN: Final[dict[str, tuple[str, str]]] = {
    "": ("een tekst", "Schrijf hier een korte tekst."),
    "woord": ("een vast woord", "Gebruik letters, cijfers, `_` en `-`, zonder spaties, bijvoorbeeld `meldpunt`."),
    "sleutel": ("een sleutel", "Gebruik kleine letters, cijfers en `_`, zonder spaties."),
    "hoeveelheid": (
        "een hoeveelheid",
        "Schrijf een getal met een eenheid, bijvoorbeeld `4 keer`, `12 schoolweken` of `7 schooldagen`.",
    ),
    "ritme": ("een ritme", "Schrijf bijvoorbeeld `week`, `6 weken`, `kwartaal`, `jaarlijks` of `4 keer per jaar`."),
    "herhaling": ("een ritme", "Schrijf bijvoorbeeld `jaarlijks`, `kwartaal`, `bij_start` of `eenmalig`."),
    "datum": ("een datum", "Schrijf jaar, maand en dag, bijvoorbeeld `2026-09-15`."),
    "maanddag": ("een dag in het jaar", "Schrijf maand en dag, bijvoorbeeld `07-01` voor 1 juli."),
    "tijdstip": ("een tijdstip", 'Schrijf uren en minuten tussen aanhalingstekens, bijvoorbeeld `"08:30"`.'),
    "schooljaar": ("een schooljaar", "Schrijf beide jaren, bijvoorbeeld `2026-2027`."),
    "ja_nee": ("`ja` of `nee`", "Schrijf `ja` of `nee`."),
    "kleur": ("een kleur", 'Schrijf een hekje en zes tekens tussen aanhalingstekens, bijvoorbeeld `"#1b4f72"`.'),
    "url": ("een link", "Schrijf het hele adres, beginnend met `https://`, `http://`, `mailto:` of `tel:`."),
    "kader": ("een kader met versie", "Schrijf `naam@versie`, bijvoorbeeld `model16@2023`."),
    "norm": ("het id van een norm", "Neem het id over uit het rapport, bijvoorbeeld `nk2024.luxe.lpa`."),
    "regio": ("een regio", "Gebruik kleine letters en `-`, bijvoorbeeld `noord-kennemerland`, of schrijf `anders`."),
    "brin": (
        "een BRIN-nummer",
        "Schrijf twee cijfers en twee hoofdletters, zo nodig met vestigingsnummer, bijvoorbeeld `99ZZ` of `99ZZ01`.",
    ),
    "telefoon": (
        "een telefoonnummer",
        'Schrijf alleen cijfers, spaties en streepjes tussen aanhalingstekens, bijvoorbeeld `"072 555 00 00"`.',
    ),
    "mailadres": ("een e-mailadres", "Schrijf een adres zoals `absent@school.example`."),
}
_NAMEN: Final = {True: "`true`", False: "`false`", None: "niets"}
_TIJD: Final = re.compile(r"([01]?[0-9]|2[0-3])[.:u]([0-5][0-9])(?: ?uur)?")
_DAG_EERST: Final = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})")
_MET_MAAND: Final = re.compile(r"([0-9]{1,2}) (jan|feb|m(?:aa)?rt|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.?(?: ([0-9]{4}))?")
_MAANDEN: Final = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_JAREN: Final = re.compile(r"(?:20)?([0-9]{2}) ?[-/\u2013] ?(?:20)?([0-9]{2})")
_BRIN: Final = re.compile(r"[0-9]{2}[A-Za-z]{2}(?:[0-9]{2})?")
_JA: Final = frozenset({"yes", "y", "on", "true", "waar", "ja", "j", "1"})
_NEE: Final = frozenset({"no", "n", "off", "false", "onwaar", "nee", "nee.", "0"})


def fault_at(source: Source, pad: Pad, zinnen: Zinnen, *, key: bool = False) -> Fault:
    """Return a fault with its place: at the value, or with `key` at its key."""
    code, zin, remedie = zinnen
    plek = source.position(pad, key=key)
    return Fault(code, zin, remedie, regel=plek.regel, kolom=plek.kolom, pad=dotted(pad))


def found(waarde: object) -> str:
    """Return what stands there, as the object of a Dutch sentence; personal data is not repeated."""
    if waarde is None or isinstance(waarde, bool):
        return _NAMEN[waarde]
    if isinstance(waarde, list):
        return "een lijst"
    if isinstance(waarde, dict):
        return "een blok met sleutels"
    if personal_data(str(waarde)):
        return "een persoonsgegeven"
    return f"het getal {waarde}" if isinstance(waarde, int | float) else f"«{kort(str(waarde))}»"


def nearest(woord: str, keuze: Iterable[str], grens: float = 0.65) -> str | None:
    """Return the word from `keuze` that somebody probably meant, or `None`."""
    return _nearest(woord, tuple(keuze), grens)


@lru_cache(maxsize=4096)
def _nearest(woord: str, keuze: tuple[str, ...], grens: float) -> str | None:
    per_vorm = {vorm(bekend): bekend for bekend in reversed(keuze)}
    treffers = get_close_matches(vorm(woord), per_vorm, n=1, cutoff=grens)
    return per_vorm[treffers[0]] if treffers else None


def rewritten(waarde: object, schrijfwijze: str) -> str | None:
    """Return the same value as it should be written, when that is plain from what stands there."""
    herschrijf = _HERSCHRIJVERS.get(schrijfwijze)
    return herschrijf(str(waarde).strip()) if herschrijf else None


def _time(tekst: str) -> str | None:
    gevonden = _TIJD.fullmatch(tekst)
    return f'"{int(gevonden[1]):02}:{gevonden[2]}"' if gevonden else None


def _date(tekst: str) -> str | None:
    if gevonden := _DAG_EERST.fullmatch(tekst):
        return _existing_date(int(gevonden[3]), int(gevonden[2]), int(gevonden[1]))
    gevonden = _MET_MAAND.fullmatch(tekst.casefold())
    return _existing_date(int(gevonden[3]), _month(gevonden[2]), int(gevonden[1])) if gevonden and gevonden[3] else None


def _day_of_year(tekst: str) -> str | None:
    gevonden = _MET_MAAND.fullmatch(tekst.casefold())
    heel = _existing_date(2000, _month(gevonden[2]), int(gevonden[1])) if gevonden else None
    return heel and heel[5:]


def _school_year(tekst: str) -> str | None:
    gevonden = _JAREN.fullmatch(tekst)
    return f"20{gevonden[1]}-20{gevonden[2]}" if gevonden and int(gevonden[2]) == int(gevonden[1]) + 1 else None


def _yes_or_no(tekst: str) -> str | None:
    laag = tekst.casefold()
    return "ja" if laag in _JA else "nee" if laag in _NEE else None


def _region(tekst: str) -> str | None:
    return vorm(tekst).replace("_", "-") or None


def _brin(tekst: str) -> str | None:
    return tekst.upper() if _BRIN.fullmatch(tekst) else None


_HERSCHRIJVERS: Final[dict[str, Callable[[str], str | None]]] = {
    "tijdstip": _time,
    "datum": _date,
    "maanddag": _day_of_year,
    "schooljaar": _school_year,
    "ja_nee": _yes_or_no,
    "regio": _region,
    "brin": _brin,
}


def _month(begin: str) -> int:
    return _MAANDEN.index(begin.replace("maart", "mrt")) + 1


def _existing_date(jaar: int, maand: int, dag: int) -> str | None:
    try:
        return date(jaar, maand, dag).isoformat()
    except ValueError:
        return None


def enumerate_or(woorden: Iterable[str], hooguit: int = 12) -> str:
    """Return words as a Dutch choice: "`a`, `b` of `c`"; a long list is cut short."""
    alle = [f"`{woord}`" for woord in woorden]
    if len(alle) > hooguit:
        return f"{', '.join(alle[:hooguit])} en nog {len(alle) - hooguit}"
    return " of ".join([", ".join(alle[:-1]), alle[-1]]) if len(alle) > 1 else "".join(alle)
