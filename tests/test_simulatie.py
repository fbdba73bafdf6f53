"""De ladder uitgevoerd: welke stap wanneer, met welke acties en termijnen, en voor wie."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from beleidscheck.casus.schooljaar import school_year, vacations
from beleidscheck.hoeveelheid import parse_hoeveelheid
from beleidscheck.trap.ladder import build_ladder
from beleidscheck.trap.simulatie import pupil, simulate
from beleidscheck.trap.verloop import Gebeurtenis, Verloop, sick

if TYPE_CHECKING:
    from beleidscheck.trap.bereik import Groep
    from beleidscheck.trap.simulatie import Tijdlijn

KALENDER = school_year("2026-2027", vacations("noord"))
KADER = "regio@2024"
JONG = pupil(14, leerjaar="2", onderwijssoort="havo", leerplicht="leerplichtig")


def late(aantal: int) -> Verloop:
    """Zoveel keer te laat, elke schooldag één keer."""
    return Verloop(tuple(Gebeurtenis(dag, "te_laat") for dag in KALENDER.school_days[:aantal]))


def run(
    blok: dict[str, Any],
    verloop: Verloop,
    groep: Groep = JONG,
    trappen: list[dict[str, Any]] | None = None,
    lesuur: int | None = None,
) -> Tijdlijn:
    return simulate(build_ladder(blok, {KADER: trappen or []}), groep, verloop, KALENDER, lesuur)


def ladder(*stappen: dict[str, Any], **erbij: Any) -> dict[str, Any]:  # noqa: ANN401 - gewone waarden
    return {"trappen": [{"trap": "t", "stappen": list(stappen), **erbij}]}


def step(naam: str, drempel: str, *acties: dict[str, Any], **erbij: Any) -> dict[str, Any]:  # noqa: ANN401 - idem
    return {"id": naam, "bij": [{"signaal": "te_laat", "drempel": drempel}], "acties": list(acties), **erbij}


def told(tijdlijn: Tijdlijn) -> list[tuple[str, str, list[str]]]:
    """Dag, stap, en elke actie met haar uiterste dag."""
    return [
        (
            moment.dag.isoformat(),
            moment.stap.id,
            [f"{taak.actie.wie} {taak.actie.actie}{f' {taak.uiterlijk}' if taak.uiterlijk else ''}" for taak in moment.taken],
        )
        for moment in tijdlijn.momenten
    ]


BRIEF = {"wie": "mentor", "actie": "brief"}
GESPREK = {"wie": "mentor", "actie": "gesprek", "termijn": "5 schooldagen"}


def test_nothing_happens() -> None:
    assert run(ladder(step("drie", "3 keer", BRIEF)), Verloop()).momenten == ()
    assert run({}, late(20)).momenten == ()
    assert run(ladder(step("drie", "3 keer", BRIEF)), late(2)).momenten == ()


def test_a_step_with_its_actions_and_terms() -> None:
    assert told(run(ladder(step("drie", "3 keer", BRIEF, GESPREK)), late(5))) == [
        ("2026-08-19", "drie", ["mentor brief", "mentor gesprek 2026-08-26"])
    ]


def test_one_signal_is_enough_and_two_on_one_day_are_one_moment() -> None:
    stap = step("x", "2 keer", BRIEF)
    stap["bij"].append({"signaal": "luxe_verzuim"})
    dag = KALENDER.school_days[1]
    verloop = Verloop((*late(2).gebeurtenissen, Gebeurtenis(dag, "luxe_verzuim"), Gebeurtenis(date(2026, 9, 30), "luxe_verzuim")))
    tijdlijn = run(ladder(stap), verloop)
    assert told(tijdlijn) == [("2026-08-18", "x", ["mentor brief"]), ("2026-09-30", "x", ["mentor brief"])]
    assert [signaal.naam for signaal, _ in tijdlijn.momenten[0].signalen] == ["te_laat", "luxe_verzuim"]


def test_the_actions_of_the_steps_before_come_along_when_they_are_for_these_pupils() -> None:
    blok = ladder(
        step("een", "1 keer", {"wie": "mentor", "actie": "contact"}, geldt_voor={"leeftijd": {"van": 18}}),
        step("drie", "3 keer", BRIEF),
        step("zes", "6 keer", {"wie": "mt", "actie": "duo_melden"}, inclusief_vorige=True),
    )
    assert told(run(blok, late(6))) == [
        ("2026-08-19", "drie", ["mentor brief"]),
        ("2026-08-24", "zes", ["mt duo_melden", "mentor brief"]),
    ]


@pytest.mark.parametrize(
    ("geldt_voor", "volgt"),
    [
        ({}, True),
        ({"leerjaren": [2]}, True),
        ({"leerjaren": [3]}, False),
        ({"onderwijssoorten": ["havo", "vwo"]}, True),
        ({"onderwijssoorten": ["vwo"]}, False),
        ({"leeftijd": {"van": 12, "tot": 14}}, False),
        ({"leeftijd": {"van": 14, "tot": 15}}, True),
        ({"leeftijd": {"van": 15}}, False),
        ({"leerplicht": ["leerplichtig"]}, True),
        ({"leerplicht": ["kwalificatieplichtig"]}, False),
        ({"locaties": ["Zuid"]}, False),
    ],
)
def test_only_for_whom_the_step_is(geldt_voor: dict[str, Any], volgt: bool) -> None:
    assert bool(run(ladder(step("een", "1 keer", BRIEF, geldt_voor=geldt_voor)), late(1)).momenten) is volgt
    assert bool(run(ladder(step("een", "1 keer", BRIEF), geldt_voor=geldt_voor), late(1)).momenten) is volgt


def test_where_a_step_comes_from() -> None:
    gevolgd = [{"trap": "t", "stappen": [step("a", "1 keer", BRIEF), step("b", "2 keer", BRIEF), step("c", "3 keer", BRIEF)]}]
    blok = {
        "volgt": KADER,
        "vervalt": ["c"],
        "vervang": [{"id": "b", "bij": [{"signaal": "te_laat", "drempel": "4 keer"}]}],
        "voeg_toe": [{"na": "a", **step("eigen", "5 keer", BRIEF)}],
    }
    tijdlijn = run(blok, late(6), trappen=gevolgd)
    assert [(moment.stap.id, moment.stap.uit_kader, str(moment.dag)) for moment in tijdlijn.momenten] == [
        ("a", KADER, "2026-08-17"),
        ("b", "", "2026-08-20"),
        ("eigen", "", "2026-08-21"),
    ]


def test_on_one_day_the_order_is_that_of_the_ladder() -> None:
    tijdlijn = run(ladder(step("zwaar", "2 keer", BRIEF), step("licht", "1 keer", BRIEF), step("ook", "2 keer", BRIEF)), late(2))
    assert [(str(m.dag), m.stap.id) for m in tijdlijn.momenten] == [
        ("2026-08-17", "licht"),
        ("2026-08-18", "zwaar"),
        ("2026-08-18", "ook"),
    ]


def test_what_cannot_be_counted_never_stops_the_rest() -> None:
    stap = {"id": "uur", "bij": [{"signaal": "ongeoorloofde_uren", "drempel": "1 klokuur"}], "acties": [BRIEF]}
    uur = Gebeurtenis(date(2026, 9, 1), "ongeoorloofd", parse_hoeveelheid("2 lesuren"))
    tijdlijn = run(ladder(stap, step("een", "1 keer", BRIEF)), Verloop((*late(1).gebeurtenissen, uur)))
    assert [moment.stap.id for moment in tijdlijn.momenten] == ["een"]
    (niet,) = tijdlijn.niet_geteld
    assert (niet.stap.id, niet.reden) == ("uur", "De lengte van een lesuur is niet bekend: vul `school.lesuur_minuten` in.")
    assert [m.stap.id for m in run(ladder(stap), Verloop((uur,)), lesuur=50).momenten] == ["uur"]


def test_about_what_does_not_happen_nothing_is_said() -> None:
    """Een signaal dat niet te tellen is, doet er niet toe als er niets over gebeurt."""
    peil = {"id": "p", "bij": [{"signaal": "aanwezigheid", "drempel": "95 procent", "vergelijking": "onder"}], "acties": []}
    per_periode = step("r", "3 keer", BRIEF)
    per_periode["bij"][0].update(periode="1 rapportperiode", venster="vast")
    stil = run(ladder(peil, per_periode), Verloop((Gebeurtenis(date(2026, 9, 1), "luxe_verzuim"),)))
    assert (stil.niet_geteld, stil.aannamen) == ((), ())
    assert run(ladder(per_periode), late(1)).aannamen == (
        "Hoe lang een rapportperiode bij deze school duurt, is niet bekend; 1 rapportperiode is hier gerekend als 70 dagen.",
    )
    assert (
        run(ladder(peil), Verloop(sick([KALENDER.school_days[0]]))).niet_geteld[0].reden.startswith("Een peil zonder meetperiode")
    )
