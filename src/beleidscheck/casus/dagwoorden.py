"""Een dag zoals een lezer hem zegt: met zijn naam, kort, of als dag in een schoolweek."""

from __future__ import annotations

from bisect import bisect_right
from datetime import timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date

    from beleidscheck.trap.kalender import Kalender

_MAANDEN: Final = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_KORT: Final = {3: "mrt"}
DAGNAMEN: Final = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


def day_words(dag: date) -> str:
    """Return a day as a reader says it: "maandag 7 september 2026"."""
    return f"{DAGNAMEN[dag.weekday()]} {dag.day} {_MAANDEN[dag.month - 1]} {dag.year}"


def date_words(dag: date) -> str:
    """Return a date without the day of the week: "7 september 2026"."""
    return f"{dag.day} {_MAANDEN[dag.month - 1]} {dag.year}"


def short_day(dag: date) -> str:
    """Return a day for a narrow column: "ma 7 sep"."""
    return f"{DAGNAMEN[dag.weekday()][:2]} {dag.day} {_KORT.get(dag.month, _MAANDEN[dag.month - 1][:3])}"


class Schoolweken:
    """De weken met les van een schooljaar, geteld vanaf de eerste; zo is een dag te noemen zonder jaartal."""

    def __init__(self, kalender: Kalender) -> None:
        self._maandagen = sorted({_monday(dag) for dag in kalender.school_days})

    def number(self, dag: date) -> int:
        """Return in which school week a day lies; a day in a vacation belongs to the week before it."""
        return bisect_right(self._maandagen, _monday(dag))

    def words(self, dag: date) -> str:
        """Return a day without its year: "schoolweek 3, maandag"."""
        return f"schoolweek {self.number(dag)}, {DAGNAMEN[dag.weekday()]}"


def _monday(dag: date) -> date:
    return dag - timedelta(days=dag.weekday())
