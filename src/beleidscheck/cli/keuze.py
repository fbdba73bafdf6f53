"""Wat een gebruiker bij een optie mag schrijven; iets anders is een Nederlandse fout met wat wel kan."""

from __future__ import annotations

import difflib
import re
from datetime import date
from typing import TYPE_CHECKING, Final

from beleidscheck.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FORMATEN: Final = ("terminal", "json", "markdown", "html")
DOCUMENTFORMATEN: Final = ("html", "markdown")
DREMPELS: Final = ("tekort", "aandachtspunt", "tip")
LEZERS: Final = ("schoolleider", "mr", "swv")
SCHEMAS: Final = ("beleid", "kader", "rapport")

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


def did_you_mean(gegeven: str, mogelijk: Iterable[str]) -> str:
    """Return « Bedoelde u ...?» with a space in front, or nothing when nothing looks like it."""
    beste = difflib.get_close_matches(gegeven, list(mogelijk), n=1, cutoff=0.6)
    return f" Bedoelde u «{beste[0]}»?" if beste else ""
