"""Vensters in elke eenheid: wat `covers` belooft, klopt op elke dag van gewone, lege en rare schooljaren, ook met een schrikkeljaar."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from typing import Final

import pytest

from beleidscheck.hoeveelheid import parse_hoeveelheid
from beleidscheck.trap.jaren import Baan, school_years, two_years
from beleidscheck.trap.kalender import Kalender, Tijdvak
from beleidscheck.trap.vensters import JAAR_BEVAT, KORTSTE, LANGSTE, ZOMER, Dag, months, window

PERIODEN: Final = (
    "1 dag", "2 dagen", "27 dagen", "28 dagen", "30 dagen", "31 dagen", "59 dagen", "60 dagen", "62 dagen", "89 dagen", "92 dagen",
    "365 dagen", "366 dagen", "1 week", "4 weken", "8,5 weken", "12 weken", "1 schooldag", "5 schooldagen", "20 schooldagen", "59 schooldagen",
    "60 schooldagen", "3 dagdelen", "10 werkdagen", "20 werkdagen", "65 werkdagen", "1 schoolweek", "4 lesweken", "12 schoolweken", "1 maand",
    "1,5 maanden", "2 maanden", "3 maanden", "1 kwartaal", "6 maanden", "1 halfjaar", "1 jaar", "1 schooljaar", "2 jaar",
)  # fmt: skip


def _strange() -> Baan:
    """Return two school years with a leap day, half weeks of vacation, and holidays all over the place."""
    begin = date(2027, 8, 1)
    vakanties = tuple(Tijdvak(begin + timedelta(days=n), begin + timedelta(days=n + n % 11)) for n in range(40, 700, 45))
    feestdagen = frozenset(begin + timedelta(days=n) for n in range(3, 720, 17))
    return Baan("raar", Kalender(begin, date(2029, 7, 31), vakanties, feestdagen=feestdagen))


def _empty() -> Baan:
    return Baan("leeg", Kalender(date(2027, 8, 1), date(2029, 7, 31)))


def test_wat_een_venster_dekt_valt_er_op_elke_dag_in() -> None:
    """1521 paren van perioden op zes kalenders: elke lesdag in het venster van de norm ligt in dat van de school."""
    banen = (*school_years(), two_years(), _strange(), _empty())
    perioden = [parse_hoeveelheid(tekst) for tekst in PERIODEN]
    gedekt = 0
    for school, norm in product(perioden, perioden):
        if not window(school).covers(window(norm)):
            continue
        gedekt += 1
        for baan in banen:
            van_school, van_norm = baan.starts(school, vast=False), baan.starts(norm, vast=False)
            for dag in baan.lesdagen:
                eerste = next(les for les in range(van_norm[dag], dag + 1) if baan.lessen[les])
                assert van_school[dag] <= eerste, (school, norm, baan.naam, baan.day(dag))
    assert len(perioden) ** 2 == 1521
    assert gedekt > 500


def test_de_baan_telt_als_de_kalender() -> None:
    """39 perioden op zes kalenders, elke dag: het begin van elk venster en elk blok is dat van de kalender."""
    for baan, tekst in product((*school_years(), two_years(), _strange(), _empty()), PERIODEN):
        periode, kalender = parse_hoeveelheid(tekst), baan.kalender
        schuivend, vast = baan.starts(periode, vast=False), baan.starts(periode, vast=True)
        for nummer, dag in enumerate(kalender.days()):
            assert baan.day(schuivend[nummer]) == kalender.window_start(periode, dag), (baan.naam, tekst, dag)
            assert baan.day(vast[nummer]) == kalender.block(periode, dag).van, (baan.naam, tekst, dag)


def test_elke_periode_dekt_zichzelf() -> None:
    for tekst in (*PERIODEN, "1 rapportperiode", "2 trimesters"):
        assert window(parse_hoeveelheid(tekst)).covers(window(parse_hoeveelheid(tekst))), tekst


@pytest.mark.parametrize(
    ("school", "norm"),
    [
        ("30 dagen", "1 maand"),
        ("1 maand", "29 dagen"),
        ("4 weken", "1 schoolweek"),
        ("4 weken", "4 schoolweken"),
        ("59 schooldagen", "12 schoolweken"),
        ("12 weken", "5 schooldagen"),
        ("1 rapportperiode", "1 week"),
        ("1 jaar", "1 rapportperiode"),
        ("65 werkdagen", "60 schooldagen"),
    ],
)
def test_wat_niet_zeker_is_dekt_niet(school: str, norm: str) -> None:
    assert not window(parse_hoeveelheid(school)).covers(window(parse_hoeveelheid(norm)))


def test_de_maanden_van_vier_jaar() -> None:
    """De kortste en de langste rij van 1 tot 14 maanden, vanaf elke dag van vier jaar met een schrikkeljaar."""
    kalender = Kalender(date(2020, 1, 1), date(2028, 1, 1))
    for aantal in range(1, 15):
        lengtes = set()
        for nummer in range(4 * 366):
            dag = date(2023, 8, 1) + timedelta(days=nummer)
            lengtes.add(
                (dag - kalender.window_start(parse_hoeveelheid(f"{aantal} maanden" if aantal > 1 else "1 maand"), dag)).days + 1
            )
        assert months(aantal, KORTSTE) <= min(lengtes), aantal
        assert max(lengtes) <= months(aantal, LANGSTE), aantal
        if aantal <= 12:
            assert (min(lengtes), max(lengtes)) == (KORTSTE[aantal - 1], LANGSTE[aantal - 1])


def test_wat_van_een_schooljaar_wordt_aangenomen_klopt_ruim() -> None:
    """In de schooljaren waarin gezocht wordt zitten meer lesdagen en lesweken, en een langere zomer, dan de regels aannemen."""
    for baan in school_years():
        kalender = baan.kalender
        assert len(baan.lesdagen) > JAAR_BEVAT[Dag.SCHOOL]
        assert kalender.term_days_between(kalender.begin, kalender.eind) > JAAR_BEVAT[Dag.LESTIJD]
    zomer = max(school_years()[0].kalender.vakanties, key=lambda vak: (vak.tot - vak.van).days)
    assert (zomer.tot - zomer.van).days + 1 >= ZOMER
