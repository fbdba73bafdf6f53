"""Het tellen van de trap: eerst wat niet afgaat, dan de grenzen, dan alle verlopen van een korte periode tegen een dom orakel."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beleidscheck.hoeveelheid import LessonLengthError, UnitError, parse_hoeveelheid
from beleidscheck.trap.kalender import Kalender, Tijdvak
from beleidscheck.trap.ladder import Signaal
from beleidscheck.trap.tellen import fires
from beleidscheck.trap.verloop import Gebeurtenis, Verloop, sick
from tests.hulp.orakel import Windows, counts, lesson_day, oracle_count, oracle_run

MAANDAG = date(2026, 9, 7)
LEEG = Kalender(MAANDAG, MAANDAG + timedelta(days=69))
#: Drie weken met een vakantie van een week, een studiedag en een feestdag.
KORT = Kalender(
    date(2026, 10, 5),
    date(2026, 11, 1),
    (Tijdvak(date(2026, 10, 10), date(2026, 10, 18)),),
    frozenset({date(2026, 10, 21)}),
    frozenset({date(2026, 10, 23)}),
)
#: Over de grens van twee schooljaren, zonder vakantie ertussen.
GRENS = Kalender(date(2026, 7, 27), date(2026, 8, 9))


def signal(  # noqa: PLR0913 - een signaal heeft zoveel kanten
    naam: str,
    drempel: str = "",
    periode: str = "",
    *,
    vergelijking: str = "vanaf",
    venster: str = "voortschrijdend",
    herhaling: bool = False,
    opnieuw: bool | None = None,
) -> Signaal:
    return Signaal(
        naam,
        (),
        parse_hoeveelheid(drempel) if drempel else None,
        vergelijking,
        parse_hoeveelheid(periode) if periode else None,
        venster,
        herhaling,
        opnieuw,
    )


def day(nummer: int, begin: date = MAANDAG) -> date:
    """De dag zoveel dagen na de eerste maandag."""
    return begin + timedelta(days=nummer)


def late(*nummers: int) -> Verloop:
    return Verloop(tuple(Gebeurtenis(day(nummer), "te_laat") for nummer in nummers))


def hours(*uren: tuple[int, str]) -> Verloop:
    return Verloop(tuple(Gebeurtenis(day(nummer), "ongeoorloofd", parse_hoeveelheid(tijd)) for nummer, tijd in uren))


def absent(categorie: str, *nummers: int) -> Verloop:
    return Verloop(tuple(Gebeurtenis(day(nummer), categorie) for nummer in nummers))


def numbers(signaal: Signaal, verloop: Verloop, kalender: Kalender = LEEG, lesuur: int | None = None) -> list[int]:
    """Op welke dagen na de eerste maandag het signaal afgaat."""
    return [(keer.dag - MAANDAG).days for keer in fires(signaal, verloop, kalender, lesuur)]


WEEK = tuple(week * 7 + dag for week in range(10) for dag in range(5))


@pytest.mark.parametrize(
    ("signaal", "verloop"),
    [
        pytest.param(signal("te_laat", "3 keer"), late(), id="niets gebeurd"),
        pytest.param(signal("te_laat", "3 keer"), late(0, 1), id="één te weinig"),
        pytest.param(signal("te_laat", "3 keer", vergelijking="meer_dan"), late(0, 1, 2), id="meer dan 3 is vier"),
        pytest.param(signal("te_laat", "3 keer", "1 week"), late(0, 1, 7), id="de eerste is net uit het venster"),
        pytest.param(signal("te_laat", "3 keer", "2 weken", venster="vast"), late(10, 11, 14), id="een blokgrens ertussen"),
        pytest.param(signal("ziekmeldingen", "1 keer"), absent("ziek", 0, 1, 2), id="afwezig zonder melding is geen ziekmelding"),
        pytest.param(
            signal("ongeoorloofde_uren", "16 lesuren", vergelijking="meer_dan"), hours((0, "16 lesuren")), id="meer dan 16"
        ),
        pytest.param(signal("ongeoorloofde_uren", "1 lesuur"), absent("ziek", 0), id="ziek is niet ongeoorloofd"),
        pytest.param(signal("ziek_aaneengesloten", "7 schooldagen"), absent("ziek", *WEEK[:6]), id="zes schooldagen ziek"),
        pytest.param(
            signal("ziek_aaneengesloten", "7 schooldagen"),
            absent("ziek", *WEEK[:4], *WEEK[5:8]),
            id="één dag op school breekt de reeks",
        ),
        pytest.param(signal("ziek_aaneengesloten", "1 week"), absent("ziek", *WEEK[:5]), id="maandag t/m vrijdag is geen week"),
        pytest.param(
            signal("ongeoorloofd_aaneengesloten", "1 dag"), hours((0, "3 lesuren")), id="een deel van de dag is geen dag"
        ),
        pytest.param(signal("luxe_verzuim"), late(0), id="een ander signaal"),
        pytest.param(
            signal("aanwezigheid", "95 procent", "10 weken", vergelijking="onder"),
            absent("ziek", *WEEK[:5]),
            id="peil: het venster is nooit vol",
        ),
        pytest.param(
            signal("aanwezigheid", "90 procent", "2 weken", vergelijking="onder"),
            absent("ziek", 0),
            id="peil: precies 90 procent",
        ),
    ],
)
def test_does_not_fire(signaal: Signaal, verloop: Verloop) -> None:
    assert numbers(signaal, verloop) == []


@pytest.mark.parametrize(
    ("signaal", "verloop", "dagen"),
    [
        pytest.param(signal("te_laat", "3 keer"), late(0, 1, 2), [2], id="de derde keer"),
        pytest.param(signal("te_laat", "3 keer"), late(0, 1, 2, 3, 4, 7), [2], id="daarna niet nog eens in dit schooljaar"),
        pytest.param(signal("te_laat", "3 keer", "1 week"), late(0, 1, 4), [4], id="binnen zeven dagen"),
        pytest.param(signal("te_laat", "3 keer", "8 dagen"), late(0, 1, 7), [7], id="de achtste dag telt mee"),
        pytest.param(signal("te_laat", "3 keer", vergelijking="meer_dan"), late(0, 1, 2, 3), [3], id="meer dan 3"),
        pytest.param(signal("te_laat", "2 keer", vergelijking="elke"), late(0, 1, 2, 3, 4), [1, 3], id="elke tweede keer"),
        pytest.param(
            signal("te_laat", "2 keer", "1 week", vergelijking="elke"),
            late(0, 1, 8, 9),
            [1, 9],
            id="elke: wat daalt, telt opnieuw",
        ),
        pytest.param(signal("te_laat", "2 keer", herhaling=True), late(0, 1, 2, 3, 4), [1, 3], id="herhaling telt opnieuw"),
        pytest.param(signal("te_laat", "2 keer", opnieuw=True), late(0, 1, 2, 3, 4), [1, 3], id="opnieuw tellen na een melding"),
        pytest.param(
            signal("te_laat", "2 keer", "3 dagen", herhaling=True, opnieuw=False),
            late(0, 1, 2, 7, 8),
            [1, 8],
            id="herhaling zonder opnieuw tellen: eerst onder de drempel",
        ),
        pytest.param(signal("te_laat", "2 keer", "1 week", venster="vast"), late(4, 7, 8), [8], id="vaste weken"),
        pytest.param(
            signal("te_laat", "2 keer", "1 maand", venster="vast"), late(22, 23, 24, 25), [23], id="vaste kalendermaanden"
        ),
        pytest.param(
            signal("ziekmeldingen", "2 keer"), Verloop(sick([day(0)]) + sick([day(2), day(3)])), [2], id="elke melding één keer"
        ),
        pytest.param(
            signal("ongeoorloofde_uren", "16 lesuren", "4 weken"),
            hours((0, "8 lesuren"), (27, "8 lesuren")),
            [27],
            id="16 in 28 dagen",
        ),
        pytest.param(
            signal("ongeoorloofde_uren", "16 lesuren", "4 lesweken", herhaling=True),
            hours((0, "16 lesuren"), (1, "8 lesuren"), (2, "8 lesuren")),
            [0, 2],
            id="opnieuw 16 na de melding",
        ),
        pytest.param(
            signal("ongeoorloofde_uren", "1 dag"),
            Verloop(hours((0, "4 lesuren"), (1, "4 lesuren")).gebeurtenissen, (parse_hoeveelheid("8 lesuren"),) * 5),
            [1],
            id="twee halve dagen zijn een dag",
        ),
        pytest.param(signal("ziek_aaneengesloten", "7 schooldagen"), absent("ziek", *WEEK[:7]), [8], id="zeven schooldagen"),
        pytest.param(signal("ziek_aaneengesloten", "1 week"), absent("ziek", *WEEK[:6]), [7], id="een week, gezien op maandag"),
        pytest.param(
            signal("ziek_aaneengesloten", "1 dag"),
            absent("ziek", 0, 1, 7),
            [0],
            id="de eerste ziektedag, één keer per schooljaar",
        ),
        pytest.param(
            signal("ziek_aaneengesloten", "1 dag", herhaling=True, opnieuw=False),
            absent("ziek", 0, 1, 7),
            [0, 7],
            id="elke reeks opnieuw",
        ),
        pytest.param(
            signal("ziek_aaneengesloten", "2 schooldagen", herhaling=True),
            absent("ziek", *WEEK[:5]),
            [1, 3],
            id="in één reeks opnieuw geteld",
        ),
        pytest.param(
            signal("geoorloofd_aaneengesloten", "3 schooldagen"),
            Verloop(absent("ziek", 0, 1).gebeurtenissen + absent("geoorloofd", 2).gebeurtenissen),
            [2],
            id="ziek is geoorloofd",
        ),
        pytest.param(signal("ziek_aaneengesloten"), absent("ziek", 0, 1, 7), [0, 7], id="reeks zonder getal: haar eerste dag"),
        pytest.param(
            signal("ongeoorloofd_aaneengesloten", "1 dag"),
            Verloop(hours((0, "3 lesuren"), (1, "8 lesuren")).gebeurtenissen, (parse_hoeveelheid("8 lesuren"),) * 5),
            [1],
            id="alle lessen gemist is een hele dag",
        ),
        pytest.param(
            signal("luxe_verzuim"),
            Verloop((Gebeurtenis(day(1), "luxe_verzuim"), Gebeurtenis(day(9), "luxe_verzuim"))),
            [1, 9],
            id="een benoemd signaal gaat elke keer af",
        ),
        pytest.param(
            signal("aanwezigheid", "90 procent", "2 weken", vergelijking="onder"),
            absent("ziek", 1, 2),
            [14],
            id="peil: 80 procent zodra twee weken vol zijn",
        ),
        pytest.param(
            signal("aanwezigheid", "90 procent", "2 weken", vergelijking="onder", venster="vast"),
            absent("ziek", 14, 15),
            [25],
            id="peil: vast, aan het eind van het blok",
        ),
        pytest.param(
            signal("aanwezigheid", "90 procent", vergelijking="onder"),
            Verloop(
                (
                    Gebeurtenis(day(3), "aanwezigheid", procent=Fraction(90)),
                    Gebeurtenis(day(4), "aanwezigheid", procent=Fraction("89.9")),
                )
            ),
            [4],
            id="peil: gemeten",
        ),
    ],
)
def test_fires(signaal: Signaal, verloop: Verloop, dagen: list[int]) -> None:
    assert numbers(signaal, verloop) == dagen


def test_lesson_and_clock_hours() -> None:
    zestien = signal("ongeoorloofde_uren", "16 uur", "4 weken")
    verloop = hours(*((nummer, "4 lesuren") for nummer in range(5)))
    assert numbers(zestien, verloop, lesuur=50) == [4]
    assert numbers(zestien, verloop, lesuur=45) == []
    with pytest.raises(LessonLengthError):
        fires(zestien, verloop, LEEG)


def test_the_standing_is_exact() -> None:
    verloop = hours(*((nummer, "0,1 uur") for nummer in range(5)), *((nummer, "0,1 uur") for nummer in range(7, 12)))
    assert [keer.stand for keer in fires(signal("ongeoorloofde_uren", "1 uur"), verloop, LEEG)] == [Fraction(1)]


@pytest.mark.parametrize(
    "signaal",
    [
        pytest.param(signal("te_laat", "3 keer", vergelijking="onder"), id="onder bij een telling"),
        pytest.param(signal("te_laat", "3 procent"), id="een percentage van te laat komen"),
        pytest.param(signal("te_laat", "60 minuten"), id="minuten te laat zijn niet bekend"),
        pytest.param(signal("te_laat", "3 keer", "16 uur"), id="een periode in uren"),
        pytest.param(signal("ziek_aaneengesloten", "3 keer"), id="een reeks in keren"),
        pytest.param(signal("aanwezigheid", "95 procent", vergelijking="onder"), id="een peil zonder periode"),
        pytest.param(signal("aanwezigheid", "3 keer", "4 weken", vergelijking="onder"), id="een peil in keren"),
        pytest.param(signal("aanwezigheid", vergelijking="onder"), id="een peil zonder drempel"),
        pytest.param(signal("ongeoorloofde_uren", "2 lesuren"), id="een hele dag zonder lestijd"),
    ],
)
def test_what_cannot_be_counted_is_said(signaal: Signaal) -> None:
    verloop = Verloop(late(0).gebeurtenissen + absent("ongeoorloofd", 1).gebeurtenissen)
    with pytest.raises(UnitError):
        fires(signaal, verloop, LEEG)


def test_a_new_school_year_counts_anew() -> None:
    verloop = Verloop(
        tuple(Gebeurtenis(GRENS.begin + timedelta(days=n), "te_laat") for n in range(5))
        + tuple(Gebeurtenis(GRENS.begin + timedelta(days=n), "te_laat") for n in range(7, 12))
    )
    assert [str(k.dag) for k in fires(signal("te_laat", "3 keer"), verloop, GRENS)] == ["2026-07-29", "2026-08-05"]
    assert [str(k.dag) for k in fires(signal("te_laat", "3 keer", "4 weken"), verloop, GRENS)] == ["2026-07-29", "2026-08-03"]


# ---- Alle verlopen van een korte periode ---------------------------------------------------------------------------

_HERHALEN = [(False, None), (True, None), (False, True), (True, False)]
_GETELD = [
    signal("te_laat", drempel, periode, vergelijking=vergelijking, venster=venster, herhaling=herhaling, opnieuw=opnieuw)
    for (drempel, periode, venster), vergelijking, (herhaling, opnieuw) in product(
        [
            ("2 keer", "", "voortschrijdend"),
            ("2 keer", "3 dagen", "voortschrijdend"),
            ("2 keer", "2 schooldagen", "voortschrijdend"),
            ("3 keer", "1 week", "voortschrijdend"),
            ("3 keer", "1 schoolweek", "voortschrijdend"),
            ("2 keer", "2 werkdagen", "voortschrijdend"),
            ("2 keer", "1 maand", "voortschrijdend"),
            ("2 keer", "3 dagen", "vast"),
            ("2 keer", "2 schooldagen", "vast"),
            ("2 keer", "1 week", "vast"),
            ("2 keer", "1 schoolweek", "vast"),
            ("2 keer", "1 maand", "vast"),
            ("2 keer", "1 schooljaar", "vast"),
        ],
        ["vanaf", "meer_dan", "elke"],
        _HERHALEN,
    )
]
_KALENDERS = {"vakantie": KORT, "grens van het schooljaar": GRENS}
#: Zes schooldagen om de vakantie, de studiedag en de feestdag heen, met 0, 1 of 2 keer op een dag.
_DAGEN_TELLEN = 6


@pytest.mark.parametrize("naam", _KALENDERS)
@pytest.mark.parametrize("lengte", [4, pytest.param(_DAGEN_TELLEN, marks=pytest.mark.traag)])
def test_every_course_of_counted_events(naam: str, lengte: int) -> None:
    kalender = _KALENDERS[naam]
    dagen = [d for d in kalender.days() if lesson_day(kalender, d)][2 : 2 + lengte]
    verlopen = [
        (
            Verloop(tuple(Gebeurtenis(d, "te_laat") for d, n in zip(dagen, keren, strict=True) for _ in range(n))),
            dict(zip(dagen, map(Fraction, keren), strict=True)),
        )
        for keren in product(range(3), repeat=lengte)
    ]
    gezien = 0
    for signaal in _GETELD:
        vensters = Windows(kalender, signaal)
        for verloop, per_dag in verlopen:
            gezien += 1
            verwacht = oracle_count(signaal, vensters, per_dag)
            assert [keer.dag for keer in fires(signaal, verloop, kalender)] == verwacht, (signaal, per_dag)
    assert gezien == {4: 12_636, 6: 113_724}[lengte]


_REEKSEN = [
    signal("ziek_aaneengesloten", drempel, vergelijking=vergelijking, herhaling=herhaling, opnieuw=opnieuw)
    for drempel, vergelijking, (herhaling, opnieuw) in product(
        ["1 dag", "2 schooldagen", "3 schooldagen", "4 dagen", "1 week", "1 schoolweek", "12 dagen", "3 werkdagen"],
        ["vanaf", "meer_dan", "elke"],
        _HERHALEN,
    )
]


@pytest.mark.parametrize("deel", [31, pytest.param(5, marks=pytest.mark.traag)])
def test_every_course_of_a_run(deel: int) -> None:
    lessen = [d for d in KORT.days() if lesson_day(KORT, d)]
    gezien = 0
    for patroon in product((False, True), repeat=len(lessen)):
        afwezig = {d for d, ziek in zip(lessen, patroon, strict=True) if ziek}
        verloop = Verloop(tuple(Gebeurtenis(d, "ziek") for d in sorted(afwezig)))
        # elk verloop met een deel van de 96 signalen; 5 en 31 delen niets met 2, dus elk signaal ziet elk begin en elk eind
        for signaal in _REEKSEN[gezien % deel :: deel]:
            assert [keer.dag for keer in fires(signaal, verloop, KORT)] == oracle_run(signaal, KORT, afwezig), (signaal, afwezig)
        gezien += 1
    assert gezien == 2 ** len(lessen)


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_a_level_is_the_share_of_lessons_followed(data: st.DataObject) -> None:
    lessen = [d for d in KORT.days() if lesson_day(KORT, d)]
    gemist = {d: data.draw(st.integers(0, 8)) for d in lessen}
    periode = data.draw(st.sampled_from(["1 week", "1 schoolweek", "3 schooldagen", "5 schooldagen"]))
    grens = data.draw(st.integers(1, 100))
    signaal = signal("aanwezigheid", f"{grens} procent", periode, vergelijking="onder")
    verloop = Verloop(
        tuple(Gebeurtenis(d, "ziek", parse_hoeveelheid(f"{n} lesuren")) for d, n in gemist.items() if n),
        (parse_hoeveelheid("8 lesuren"),) * 5,
    )
    vensters = Windows(KORT, signaal).per_dag
    vol = {"1 week": 7, "1 schoolweek": 7, "3 schooldagen": 3, "5 schooldagen": 5}[periode]
    peilen = {}
    for dag in lessen:
        telt = [d for d in lessen if d in vensters[dag]]
        lang = (
            len(telt)
            if "schooldagen" in periode
            else len([d for d in vensters[dag] if counts(KORT, "week" if periode == "1 week" else "schoolweek", d)])
        )
        if lang >= vol and telt:
            peilen[dag] = 100 - Fraction(100 * sum(gemist[d] for d in telt), 8 * len(telt))
    onder = [dag for dag, peil in peilen.items() if peil < grens]
    assert [(k.dag, k.stand) for k in fires(signaal, verloop, KORT)] == [(d, peilen[d]) for d in onder[:1]]


@given(
    st.lists(st.tuples(st.integers(0, 69), st.integers(1, 4)), max_size=25),
    st.integers(1, 12),
    st.sampled_from(["", "1 week", "4 weken", "2 lesweken", "10 schooldagen", "1 maand", "30 dagen", "8 werkdagen"]),
    st.sampled_from(["vanaf", "meer_dan", "elke"]),
    st.sampled_from(["voortschrijdend", "vast"]),
    st.sampled_from(_HERHALEN),
)
@settings(max_examples=50, deadline=None)
def test_hours_over_ten_weeks(  # noqa: PLR0913 - elk gegeven van het signaal varieert
    gemist: list[tuple[int, int]], uren: int, periode: str, vergelijking: str, venster: str, herhalen: tuple[bool, bool | None]
) -> None:
    herhaling, opnieuw = herhalen
    signaal = signal(
        "ongeoorloofde_uren",
        f"{uren} uur",
        periode,
        vergelijking=vergelijking,
        venster=venster,
        herhaling=herhaling,
        opnieuw=opnieuw,
    )
    per_dag: dict[date, Fraction] = {}
    for nummer, aantal in gemist:
        per_dag[day(nummer)] = per_dag.get(day(nummer), Fraction(0)) + aantal
    verloop = Verloop(
        tuple(Gebeurtenis(day(nummer), "ongeoorloofd", parse_hoeveelheid(f"{2 * aantal} halfuren")) for nummer, aantal in gemist)
    )
    assert [k.dag for k in fires(signaal, verloop, LEEG)] == oracle_count(signaal, Windows(LEEG, signaal), per_dag)


@given(st.lists(st.integers(0, 69), max_size=20), st.integers(0, 69), st.sampled_from(_GETELD))
@settings(max_examples=150, deadline=None)
def test_what_happens_later_never_changes_what_fired(nummers: list[int], tot: int, signaal: Signaal) -> None:
    heel = [k.dag for k in fires(signaal, late(*nummers), LEEG)]
    begin = [k.dag for k in fires(signaal, late(*(n for n in nummers if n <= tot)), LEEG)]
    assert [d for d in heel if d <= day(tot)] == begin
