"""De jaarkalender: wat op een vaste dag valt en wat terugkeert, als blad en als agenda."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from beleidscheck.document.beleid_delen import table
from beleidscheck.document.beleid_kalender import days, how_often, rhythms
from beleidscheck.document.kaart_delen import Vak
from beleidscheck.document.kaart_hulp import source_line
from beleidscheck.document.taal import capitalise, date_nl, month_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beleidscheck.document.beleid_delen import Feiten
    from beleidscheck.document.kaart_delen import Stof

_SCHOOLJAAR: Final = re.compile(r"(20[0-9]{2})-20[0-9]{2}")
_LENGTE_DATUM: Final = len("2026-09-01")
_AUGUSTUS: Final = 8


@dataclass(frozen=True, slots=True)
class Afspraak:
    """Iets op een dag in de agenda; `jaarlijks` keert elk jaar terug."""

    dag: date
    wat: str
    jaarlijks: bool


def year_calendar(stof: Stof) -> Iterator[Vak]:
    """Yield the calendar of the school year: fixed days in order, and what returns."""
    velden = stof.namen.uitbreiding.velden
    vast = days(stof.feiten, velden)
    rijen = [(_shown(dag.dag, stof.feiten), dag.wat) for dag in vast]
    yield Vak(
        "vaste-dagen",
        "Vaste dagen",
        tuple(table("Alles met een vaste dag", ("Wanneer", "Wat"), rijen)),
        "een afspraak met een vaste dag",
    )
    ritmes = [(regel.wat, capitalise(how_often(regel)), regel.wie) for regel in rhythms(stof.feiten, velden, stof.namen)]
    yield Vak(
        "wat-terugkeert",
        "Wat terugkeert",
        tuple(table("Alles met een vast ritme, van vaak naar zelden", ("Wat", "Hoe vaak", "Wie"), ritmes)),
        "een afspraak met een vast ritme",
    )
    yield Vak("meer-weten", "Meer weten?", tuple(source_line(stof)))


def _shown(dag: str, feiten: Feiten) -> str:
    if len(dag) == _LENGTE_DATUM:
        return date_nl(dag)
    dit_jaar = _this_year(dag, feiten)
    return f"{date_nl(dit_jaar)} (elk jaar)" if dit_jaar else capitalise(f"{month_day(dag)}, elk jaar")


def _this_year(dag: str, feiten: Feiten) -> date | None:
    """Return a day of every year within the school year of the policy; None when it says no year, or the day is not in it."""
    gevonden = _SCHOOLJAAR.fullmatch(str(feiten.get("beleid", {}).get("schooljaar", "")))
    if gevonden is None:
        return None
    maand, nummer = int(dag[:2]), int(dag[3:])
    try:
        return date(int(gevonden[1]) + (maand < _AUGUSTUS), maand, nummer)
    except ValueError:  # 29 februari in een gewoon jaar
        return None


def appointments(stof: Stof) -> tuple[tuple[Afspraak, ...], tuple[str, ...]]:
    """Return what has a day, for a calendar file, and what has none and so cannot be in it."""
    velden = stof.namen.uitbreiding.velden
    afspraken, zonder = [], []
    for dag in days(stof.feiten, velden):
        eenmalig = len(dag.dag) == _LENGTE_DATUM
        wanneer = date.fromisoformat(dag.dag) if eenmalig else _this_year(dag.dag, stof.feiten)
        if wanneer is None:
            zonder.append(dag.wat)
        else:
            afspraken.append(Afspraak(wanneer, dag.wat, not eenmalig))
    zonder += [regel.wat for regel in rhythms(stof.feiten, velden, stof.namen)]
    return tuple(sorted(afspraken, key=lambda afspraak: (afspraak.dag, afspraak.wat))), tuple(zonder)
