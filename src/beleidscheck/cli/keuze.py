"""Wat een gebruiker bij een optie mag schrijven; iets anders is een Nederlandse fout met wat wel kan."""

from __future__ import annotations

import difflib
import os
import re
import sys
from datetime import date
from typing import TYPE_CHECKING, Final

from beleidscheck.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FORMATEN: Final = ("terminal", "json", "markdown", "html")
PROZAFORMATEN: Final = ("terminal", "json", "regels")
DOCUMENTFORMATEN: Final = ("html", "markdown")
#: Formaten die een bestand geven en geen tekst: PDF en Word.
BESTANDSFORMATEN: Final = ("pdf", "docx")
#: Wat `publiceer` kan maken: het beleidsdocument, een kaart voor één lezer, of alles.
DOCUMENTEN: Final = ("beleid", "informatiekaart", "leerlingkaart", "stappenkaart", "schoolgidsparagraaf", "jaarkalender", "alles")
AGENDAFORMAAT: Final = "ics"
DREMPELS: Final = ("tekort", "aandachtspunt", "tip")
CONTROLEFORMATEN: Final = ("terminal", "json")
CASUSFORMATEN: Final = ("terminal", "json", "svg", "markdown", "html")
LEZERS: Final = ("schoolleider", "mr", "swv")
SCHEMAS: Final = ("beleid", "kader", "rapport", "casus", "casusuitkomst")

_DATUM: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
#: Verder weg is een tikfout; en rekenen met een termijn van jaren blijft zo binnen de kalender.
_JAREN: Final = range(2000, 2100)


def choose(gegeven: str, mogelijk: Sequence[str], waar: str) -> str:
    """Return the choice. Raises `UsageError` with what is possible at `waar`."""
    if gegeven in mogelijk:
        return gegeven
    raise UsageError(
        f"«{gegeven}» kan niet bij {waar}.{did_you_mean(gegeven.lower(), mogelijk)} Kies uit: {', '.join(mogelijk)}."
    )


def read_date(gegeven: str) -> date:
    """Return the date that stands at `--peildatum`. Raises `UsageError` for what is no date."""
    try:
        datum = date.fromisoformat(gegeven) if _DATUM.fullmatch(gegeven) else None
    except ValueError:
        datum = None
    if datum is None:
        raise UsageError(f"«{gegeven}» is geen datum. Schrijf jaar-maand-dag, bijvoorbeeld --peildatum 2026-10-01.")
    if datum.year not in _JAREN:
        raise UsageError(f"De peildatum {gegeven} ligt te ver weg. Kies een jaar van {_JAREN[0]} tot en met {_JAREN[-1]}.")
    return datum


def read_entries(gegeven: Sequence[str]) -> dict[str, date]:
    """Return per kader the day that stands at `--inwerkingtreding`. Raises `UsageError` for what is no kader with a day."""
    dagen: dict[str, date] = {}
    for tekst in gegeven:
        ref, is_, dag = tekst.partition("=")
        if not is_ or "@" not in ref:
            raise UsageError(
                f"«{tekst}» kan niet bij --inwerkingtreding. Schrijf het kader met zijn versie, een = en een dag,"
                " bijvoorbeeld --inwerkingtreding wet-terugdringen-schoolverzuim@2024-wetsvoorstel=2027-08-01."
            )
        try:
            datum = date.fromisoformat(dag) if _DATUM.fullmatch(dag) else None
        except ValueError:
            datum = None
        if datum is None or datum.year not in _JAREN:
            raise UsageError(f"«{dag}» is geen dag waarop een wet in werking kan treden. Schrijf jaar-maand-dag, bijvoorbeeld {ref}=2027-08-01.")
        if dagen.get(ref, datum) != datum:
            raise UsageError(f"Bij --inwerkingtreding staan twee verschillende dagen voor «{ref}». Kies er één.")
        dagen[ref] = datum
    return dagen


def read_day(gegeven: str | None) -> date:
    """Return the peildatum that was given, or today. Only here is today known."""
    return date.today() if gegeven is None else read_date(gegeven)  # noqa: DTZ011 - de kalenderdag van de gebruiker is bedoeld


def wants_colour(gevraagd: bool | None, *, op_scherm: bool) -> bool:
    """Return whether the terminal gets colour: as asked, otherwise only on a screen that can show it."""
    if gevraagd is not None:
        return gevraagd
    return op_scherm and sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def did_you_mean(gegeven: str, mogelijk: Iterable[str]) -> str:
    """Return « Bedoelde u ...?» with a space in front, or nothing when nothing looks like it."""
    beste = difflib.get_close_matches(gegeven, list(mogelijk), n=1, cutoff=0.6)
    return f" Bedoelde u «{beste[0]}»?" if beste else ""
