"""De kalender van de trap: schooldagen, vensters, blokken en termijnen; en de schooljaren die zijn meegeleverd."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from beleidscheck.casus.feestdagen import public_holidays
from beleidscheck.casus.schooljaar import known_years, school_year, vacations
from beleidscheck.hoeveelheid import UnitError, parse_hoeveelheid
from beleidscheck.trap.kalender import Kalender, Tijdvak
from tests.hulp.orakel import all_days, lesson_day, sliding_days

NOORD = school_year("2026-2027", vacations("noord"))
DAGEN = st.integers(0, 364).map(lambda n: date(2026, 8, 1) + timedelta(days=n))


@pytest.mark.parametrize(
    ("dag", "les"),
    [
        pytest.param("2026-08-14", False, id="zomervakantie van het jaar ervoor"),
        pytest.param("2026-08-17", True, id="eerste schooldag"),
        pytest.param("2026-09-12", False, id="zaterdag"),
        pytest.param("2026-10-12", False, id="herfstvakantie"),
        pytest.param("2026-12-25", False, id="kerst"),
        pytest.param("2027-04-27", False, id="Koningsdag"),
        pytest.param("2027-05-06", False, id="Hemelvaart"),
        pytest.param("2027-05-07", True, id="de vrijdag na Hemelvaart, als de school niets anders zegt"),
        pytest.param("2027-05-17", False, id="tweede pinksterdag"),
        pytest.param("2027-07-09", True, id="laatste schooldag"),
    ],
)
def test_school_day(dag: str, les: bool) -> None:
    assert NOORD.is_school_day(date.fromisoformat(dag)) is les


def test_free_days_and_lessons_on_a_holiday() -> None:
    eigen = school_year("2026-2027", vacations("noord"), vrije_dagen=[date(2026, 11, 5)], wel_les=[date(2027, 3, 26)])
    assert not eigen.is_school_day(date(2026, 11, 5))
    assert eigen.is_working_day(date(2026, 11, 5))
    assert eigen.is_school_day(date(2027, 3, 26))
    assert not NOORD.is_school_day(date(2027, 3, 26))


@pytest.mark.parametrize(
    ("periode", "dag", "begin"),
    [
        ("1 dag", "2026-09-16", "2026-09-16"),
        ("4 weken", "2026-09-28", "2026-09-01"),
        ("7 schooldagen", "2026-09-15", "2026-09-07"),
        ("5 schooldagen", "2026-10-20", "2026-10-07"),
        ("5 werkdagen", "2026-10-20", "2026-10-14"),
        ("4 lesweken", "2026-10-20", "2026-09-16"),
        ("12 schoolweken", "2026-11-13", "2026-08-01"),
        ("12 schoolweken", "2026-11-16", "2026-08-18"),
        ("1 maand", "2027-03-31", "2027-03-01"),
        ("1 schooljaar", "2027-03-01", "2026-08-01"),
        ("10 dagdelen", "2026-09-11", "2026-09-07"),
        ("2 weken", "2026-08-05", "2026-08-01"),
    ],
)
def test_sliding_window(periode: str, dag: str, begin: str) -> None:
    assert NOORD.window_start(parse_hoeveelheid(periode), date.fromisoformat(dag)).isoformat() == begin


@pytest.mark.parametrize(
    ("periode", "dag", "van", "tot"),
    [
        ("1 maand", "2026-09-16", "2026-09-01", "2026-09-30"),
        ("1 kwartaal", "2026-11-16", "2026-10-01", "2026-12-31"),
        ("1 kwartaal", "2026-08-16", "2026-08-01", "2026-09-30"),
        ("1 halfjaar", "2027-02-16", "2027-01-01", "2027-06-30"),
        ("1 jaar", "2027-02-16", "2027-01-01", "2027-07-31"),
        ("1 schooljaar", "2027-02-16", "2026-08-01", "2027-07-31"),
        ("2 weken", "2026-08-20", "2026-08-15", "2026-08-28"),
        ("1 rapportperiode", "2026-08-20", "2026-08-01", "2026-10-09"),
        ("10 schooldagen", "2026-08-31", "2026-08-31", "2026-09-13"),
        ("1 lesweek", "2026-10-20", "2026-10-19", "2026-10-25"),
    ],
)
def test_fixed_block(periode: str, dag: str, van: str, tot: str) -> None:
    blok = NOORD.block(parse_hoeveelheid(periode), date.fromisoformat(dag))
    assert (blok.van.isoformat(), blok.tot.isoformat()) == (van, tot)


def test_periods_of_the_school_are_the_blocks() -> None:
    eigen = school_year(
        "2026-2027",
        vacations("noord"),
        perioden={"trimester": (Tijdvak(date(2026, 8, 17), date(2026, 11, 13)), Tijdvak(date(2026, 11, 20), date(2027, 3, 12)))},
    )
    drie = parse_hoeveelheid("1 trimester")
    assert eigen.block(drie, date(2026, 9, 1)) == Tijdvak(date(2026, 8, 17), date(2026, 11, 13))
    assert eigen.block(drie, date(2026, 11, 16)) == Tijdvak(date(2026, 11, 14), date(2026, 11, 19))
    assert eigen.block(drie, date(2027, 6, 1)) == Tijdvak(date(2027, 3, 13), date(2027, 7, 31))
    assert eigen.assumption(drie, vast=True) == ""
    assert eigen.assumption(drie, vast=False).endswith("1 trimester is hier gerekend als 121 dagen.")
    assert NOORD.assumption(parse_hoeveelheid("4 weken"), vast=True) == ""


@pytest.mark.parametrize(
    ("termijn", "dag", "uiterlijk"),
    [
        ("0 dagen", "2026-09-15", "2026-09-15"),
        ("24 uur", "2026-09-15", "2026-09-16"),
        ("2 lesuren", "2026-09-15", "2026-09-15"),
        ("5 schooldagen", "2026-09-15", "2026-09-22"),
        ("3 schooldagen", "2026-10-08", "2026-10-20"),
        ("7 werkdagen", "2026-10-05", "2026-10-14"),
        ("1 werkdag", "2027-03-25", "2027-03-30"),
        ("2 weken", "2026-10-05", "2026-10-19"),
        ("3 schoolweken", "2026-10-05", "2026-10-26"),
        ("1 maand", "2027-01-31", "2027-02-28"),
        ("5 schooldagen", "2027-07-09", "2027-08-27"),
    ],
)
def test_deadline(termijn: str, dag: str, uiterlijk: str) -> None:
    assert NOORD.deadline(date.fromisoformat(dag), parse_hoeveelheid(termijn)).isoformat() == uiterlijk


@pytest.mark.parametrize("periode", ["16 uur", "3 keer", "95 procent"])
def test_a_period_that_is_no_time_is_refused(periode: str) -> None:
    with pytest.raises(UnitError):
        NOORD.window_start(parse_hoeveelheid(periode), date(2026, 9, 1))
    with pytest.raises(UnitError):
        NOORD.block(parse_hoeveelheid(periode), date(2026, 9, 1))


@example(date(2026, 10, 11), 8, "schoolweek")  # precies vanaf de eerste lesdag
@given(DAGEN, st.integers(1, 12), st.sampled_from(["dag", "week", "schooldag", "werkdag", "schoolweek", "lesweek", "maand"]))
@settings(max_examples=80, deadline=None)
def test_a_window_is_what_counting_back_gives(dag: date, aantal: int, eenheid: str) -> None:
    periode = parse_hoeveelheid(f"{aantal} {'maanden' if eenheid == 'maand' and aantal > 1 else eenheid}")
    begin, geteld = NOORD.window_start(periode, dag), min(sliding_days(NOORD, periode, dag))
    # een venster dat met de eerste lesdag begint, begint met het jaar: daartussen is er niets te tellen
    assert begin == geteld or (begin == NOORD.begin and not any(lesson_day(NOORD, d) for d in all_days(NOORD) if d < geteld))


@given(
    DAGEN,
    st.sampled_from(["1 week", "2 weken", "3 dagen", "5 schooldagen", "1 schoolweek", "1 maand", "1 kwartaal", "4 werkdagen"]),
)
@settings(max_examples=80, deadline=None)
def test_blocks_cover_every_day_once(dag: date, periode: str) -> None:
    gelezen = parse_hoeveelheid(periode)
    blok = NOORD.block(gelezen, dag)
    assert dag in blok
    assert {NOORD.block(gelezen, ander) for ander in (blok.van, blok.tot)} == {blok}


@given(DAGEN, st.integers(0, 20))
@settings(max_examples=60, deadline=None)
def test_a_term_in_school_days_counts_lessons(dag: date, aantal: int) -> None:
    uiterlijk = NOORD.deadline(dag, parse_hoeveelheid(f"{aantal} schooldagen"))
    geteld = [d for n in range(1, (uiterlijk - dag).days + 1) if lesson_day(NOORD, d := dag + timedelta(days=n))]
    assert len(geteld) == aantal


def test_counting_days() -> None:
    kort = Kalender(date(2026, 10, 5), date(2026, 11, 1), (Tijdvak(date(2026, 10, 10), date(2026, 10, 18)),))
    assert len(kort.school_days) == sum(lesson_day(kort, dag) for dag in all_days(kort)) == 15
    assert kort.term_days_between(date(2026, 10, 5), date(2026, 10, 25)) == 14
    assert kort.working_days_between(date(2026, 10, 5), date(2026, 10, 18)) == 10
    assert kort.school_days_between(date(2026, 10, 25), date(2026, 10, 5)) == 0
    assert (
        Kalender(date(2026, 7, 11), date(2026, 7, 20), (Tijdvak(date(2026, 7, 1), date(2026, 7, 31)),)).first_lesson(
            date(2026, 7, 12)
        )
        is None
    )


# ---- De meegeleverde schooljaren ------------------------------------------------------------------------------------


def test_known_years() -> None:
    assert known_years() == ("2024-2025", "2025-2026", "2026-2027")


@pytest.mark.parametrize("regio", ["noord", "midden", "zuid"])
@pytest.mark.parametrize("schooljaar", known_years())
def test_every_year_of_every_region_is_whole(schooljaar: str, regio: str) -> None:
    """Elke vakantie begint op zaterdag en eindigt op zondag; een schooljaar heeft rond de 190 schooldagen en zes weken zomer."""
    vakanties = vacations(regio)
    assert all(vak.van.isoweekday() == 6 and vak.tot.isoweekday() == 7 for vak in vakanties)
    assert all(eerste.tot < tweede.van for eerste, tweede in pairwise(vakanties))
    kalender = school_year(schooljaar, vakanties)
    assert 185 <= len(kalender.school_days) <= 211
    zomers = [vak for vak in vakanties if vak.naam == "Zomervakantie"]
    assert {(vak.tot - vak.van).days for vak in zomers} == {43}
    erin = [vak.naam for vak in vakanties if vak.van >= kalender.begin and vak.van <= kalender.eind]
    assert erin == ["Herfstvakantie", "Kerstvakantie", "Voorjaarsvakantie", "Meivakantie", "Zomervakantie"]


def test_the_summer_is_spread_over_the_regions() -> None:
    zomer = {regio: [vak.van for vak in vacations(regio) if vak.naam == "Zomervakantie"] for regio in ("noord", "midden", "zuid")}
    for drie in zip(*zomer.values(), strict=True):
        assert len(set(drie)) == 3


def test_public_holidays_are_those_of_the_library() -> None:
    """De bibliotheek `holidays` is alleen hier nodig: veertien megabyte voor elf dagen is te veel om mee te sturen."""
    import holidays  # noqa: PLC0415 - zwaar, en alleen hier

    jaren = range(2014, 2100)
    anders = holidays.country_holidays("NL", years=jaren, categories=("public", "optional"))
    bekend = {dag for jaar in jaren for dag in public_holidays(jaar)}
    # de bibliotheek telt Bevrijdingsdag in sommige jaren niet als vrije dag; een officiële feestdag is het elk jaar
    assert {dag for dag in bekend if (dag.month, dag.day) != (5, 5)} == {dag for dag in anders if (dag.month, dag.day) != (5, 5)}
    assert all(len(public_holidays(jaar)) in {10, 11} for jaar in jaren)
    assert date(2014, 4, 26) in public_holidays(2014)
