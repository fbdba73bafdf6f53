"""Een traag en dom orakel voor het tellen: elke dag opnieuw alle dagen af, zonder iets van de motor te gebruiken dan zijn waarden.

Het kent geen lopende sommen en slaat geen dagen over; zo kan een fout in de snelle motor hier niet ook zitten.
"""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from beleidscheck.hoeveelheid import Hoeveelheid
    from beleidscheck.trap.kalender import Kalender
    from beleidscheck.trap.ladder import Signaal

EEN = timedelta(days=1)


def all_days(kalender: Kalender) -> list[date]:
    dagen = [kalender.begin]
    while dagen[-1] < kalender.eind:
        dagen.append(dagen[-1] + EEN)
    return dagen


def vacation(kalender: Kalender, dag: date) -> bool:
    return any(vak.van <= dag <= vak.tot for vak in kalender.vakanties)


def lesson_day(kalender: Kalender, dag: date) -> bool:
    vrij = dag in kalender.vrije_dagen or dag in kalender.feestdagen or vacation(kalender, dag)
    return dag.weekday() not in {5, 6} and not vrij


def work_day(kalender: Kalender, dag: date) -> bool:
    return dag.weekday() not in {5, 6} and dag not in kalender.feestdagen


def counts(kalender: Kalender, eenheid: str, dag: date) -> bool:
    """Of deze dag meetelt in een venster van deze eenheid."""
    if eenheid == "schooldag":
        return lesson_day(kalender, dag)
    if eenheid == "werkdag":
        return work_day(kalender, dag)
    if eenheid in {"schoolweek", "lesweek"}:
        week = [dag + EEN * (n - dag.weekday()) for n in range(7)]  # maandag t/m zondag; een weekeinde hoort bij zijn week
        return not vacation(kalender, dag) if dag in week[:5] else not all(vacation(kalender, d) for d in week[:5])
    return True


def size(periode: Hoeveelheid) -> int:
    keer = {"week": 7, "schoolweek": 7, "lesweek": 7}.get(periode.eenheid, 1)
    return int(periode.getal * keer)


def school_year(dag: date) -> int:
    return dag.year if dag.month >= 8 else dag.year - 1


def sliding_days(kalender: Kalender, periode: Hoeveelheid, dag: date) -> set[date]:
    """De dagen van het venster dat op `dag` eindigt, één voor één terug."""
    gevonden: set[date] = set()
    if periode.eenheid in {"maand", "schooljaar"}:
        maanden = int(periode.getal) * {"maand": 1, "schooljaar": 12}[periode.eenheid]
        jaar, maand = dag.year, dag.month
        for _ in range(maanden):
            jaar, maand = (jaar - 1, 12) if maand == 1 else (jaar, maand - 1)
        zelfde = dag.day
        while True:
            try:
                grens = date(jaar, maand, zelfde)
                break
            except ValueError:
                zelfde -= 1
        return {d for d in all_days(kalender) if grens < d <= dag}
    over = size(periode)
    terug = dag
    while over > 0 and terug >= kalender.begin:
        gevonden.add(terug)
        over -= counts(kalender, periode.eenheid, terug)
        terug -= EEN
    return gevonden


def block_number(kalender: Kalender, periode: Hoeveelheid, dag: date) -> object:
    if periode.eenheid == "maand":
        return (dag.year * 12 + dag.month - 1) // int(periode.getal)
    if periode.eenheid == "schooljaar":
        return school_year(dag)
    nummer, teller = 0, 0
    for d in all_days(kalender):
        if school_year(d) != school_year(dag):
            continue  # blokken beginnen elk schooljaar opnieuw
        if counts(kalender, periode.eenheid, d):
            if teller == size(periode):
                nummer, teller = nummer + 1, 0
            teller += 1
        if d == dag:
            return school_year(d), nummer
    raise AssertionError(dag)


def fixed_days(kalender: Kalender, periode: Hoeveelheid, dag: date) -> set[date]:
    nummer = block_number(kalender, periode, dag)
    return {d for d in all_days(kalender) if d <= dag and block_number(kalender, periode, d) == nummer}


def counted_days(kalender: Kalender, signaal: Signaal, dag: date) -> set[date]:
    if signaal.periode is None:
        return {d for d in all_days(kalender) if d <= dag and school_year(d) == school_year(dag)}
    kies = fixed_days if signaal.venster == "vast" else sliding_days
    return kies(kalender, signaal.periode, dag)


class Windows:
    """De vensters van een signaal, één keer uitgerekend voor alle verlopen."""

    def __init__(self, kalender: Kalender, signaal: Signaal) -> None:
        self.per_dag = {dag: frozenset(counted_days(kalender, signaal, dag)) for dag in all_days(kalender)}
        self.vers = signaal.periode is None or signaal.venster == "vast"


def oracle_count(signaal: Signaal, windows: Windows, per_dag: Mapping[date, Fraction]) -> list[date]:
    """Elke dag van het jaar: de stand aan het eind van de dag, en of het signaal dan afgaat."""
    assert signaal.drempel is not None
    n = signaal.drempel.getal
    vers_tellen = signaal.opnieuw_tellen is True or (signaal.herhaling and signaal.opnieuw_tellen is not False)
    gevuurd: list[date] = []
    geldt, scherp = 0, True
    vorig: frozenset[date] = frozenset()
    for dag, venster in windows.per_dag.items():
        telt = set(venster)
        if vers_tellen and gevuurd:
            telt = {d for d in telt if d > gevuurd[-1]}
        stand = sum((hoeveel for d, hoeveel in per_dag.items() if d in telt), Fraction(0))
        nieuw_blok = windows.vers and not (venster & vorig)
        vorig = venster
        gehaald = stand > n if signaal.vergelijking == "meer_dan" else stand >= n
        if signaal.vergelijking == "elke":
            if nieuw_blok or (vers_tellen and gevuurd and gevuurd[-1] == dag - EEN):
                geldt = 0
            veelvoud = stand // n
            if veelvoud > geldt:
                gevuurd.append(dag)
            geldt = veelvoud
            continue
        if nieuw_blok or not gehaald:
            scherp = True
        if not gehaald:
            continue
        if vers_tellen or (signaal.herhaling and scherp):
            gevuurd.append(dag)
        elif not signaal.herhaling and per_dag.get(dag) and all(school_year(d) != school_year(dag) for d in gevuurd):
            gevuurd.append(dag)  # een telling gaat alleen af als er iets bij komt, niet omdat het jaar omgaat
        scherp = False
    return gevuurd


def oracle_run(signaal: Signaal, kalender: Kalender, afwezig: set[date]) -> list[date]:
    """Per reeks: hoe lang zij op elke afwezige schooldag is, uitgeteld van de eerste dag af."""
    assert signaal.drempel is not None
    n = signaal.drempel.getal
    vers_tellen = signaal.opnieuw_tellen is True or (signaal.herhaling and signaal.opnieuw_tellen is not False)
    lessen = [d for d in all_days(kalender) if lesson_day(kalender, d)]
    gevuurd: list[date] = []
    for plek, dag in enumerate(lessen):
        if dag not in afwezig:
            continue
        eerste = plek
        while (
            eerste > 0 and lessen[eerste - 1] in afwezig and not (vers_tellen and gevuurd and lessen[eerste - 1] <= gevuurd[-1])
        ):
            eerste -= 1
        lengtes = [_length(kalender, signaal.drempel.eenheid, lessen[eerste], d) for d in lessen[eerste : plek + 1]]
        gehaald = [stand > n if signaal.vergelijking == "meer_dan" else stand >= n for stand in lengtes]
        if not gehaald[-1]:
            continue
        if signaal.vergelijking == "elke":
            if len(lengtes) == 1 or lengtes[-1] // n > lengtes[-2] // n:
                gevuurd.append(dag)
            continue
        eerste_dit_jaar = all(school_year(d) != school_year(dag) for d in gevuurd)
        if vers_tellen or (gehaald.count(True) == 1 if signaal.herhaling else eerste_dit_jaar):
            gevuurd.append(dag)
    return gevuurd


def _length(kalender: Kalender, eenheid: str, van: date, tot: date) -> Fraction:
    dagen = [d for d in all_days(kalender) if van <= d <= tot and counts(kalender, eenheid, d)]
    return Fraction(len(dagen), 7 if eenheid in {"week", "schoolweek", "lesweek"} else 1)
