"""De hele machine: willekeurige ladders, groepen, kalenders en leerlingen tegen het bewijs.

Een bewering «bewezen» wordt nooit weersproken door een gesimuleerde leerling, en elk tegenvoorbeeld scheidt de ladder van de norm.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from beleidscheck.hoeveelheid import Hoeveelheid, UnitError, parse_hoeveelheid
from beleidscheck.trap.bereik import groups
from beleidscheck.trap.bewijs import Bewijs, Kandidaat, Uitslag
from beleidscheck.trap.kalender import Kalender, Tijdvak
from beleidscheck.trap.ladder import Signaal, build_ladder
from beleidscheck.trap.simulatie import simulate
from beleidscheck.trap.strengheid import Eis, prove, separates
from beleidscheck.trap.tellen import fires
from beleidscheck.trap.verloop import Gebeurtenis, Verloop

if TYPE_CHECKING:
    from beleidscheck.trap.bereik import Groep
    from beleidscheck.trap.ladder import Ladder

BEGIN: Final = date(2026, 8, 31)
DAGEN: Final = 70
LESUUR: Final = 50
ACTIE: Final = "verzuimgesprek"

KEER: Final = st.integers(1, 5).map(lambda n: f"{n} keer")
UREN: Final = st.sampled_from(
    ["1 klokuur", "2 klokuren", "3 klokuren", "4,5 klokuren", "6 klokuren", "2 lesuren", "5 lesuren", "90 minuten"]
)
LENGTE: Final = st.sampled_from(
    [
        "1 dag",
        "2 dagen",
        "5 dagen",
        "9 dagen",
        "3 schooldagen",
        "5 schooldagen",
        "7 schooldagen",
        "6 werkdagen",
        "1 week",
        "2 weken",
        "1 schoolweek",
        "2 schoolweken",
    ]
)
PERIODE: Final = st.sampled_from(
    [
        "1 dag",
        "4 dagen",
        "10 dagen",
        "1 week",
        "2 weken",
        "4 weken",
        "1 schoolweek",
        "2 schoolweken",
        "4 lesweken",
        "3 schooldagen",
        "10 schooldagen",
        "20 schooldagen",
        "5 werkdagen",
        "1 maand",
        "1 schooljaar",
    ]
)
SOORTEN: Final = {"te_laat": KEER, "ongeoorloofde_uren": UREN, "ongeoorloofd_aaneengesloten": LENGTE}
TERMIJN: Final = st.sampled_from(
    ["1 dag", "3 schooldagen", "5 schooldagen", "1 week", "5 werkdagen", "7 werkdagen", "2 weken", "48 uur"]
)


@st.composite
def signals(draw: st.DrawFn, naam: str) -> dict[str, Any]:
    signaal: dict[str, Any] = {"signaal": naam, "drempel": draw(SOORTEN[naam])}
    if naam != "ongeoorloofd_aaneengesloten" and draw(st.booleans() | st.just(value=True)):
        signaal["periode"] = draw(PERIODE)
        signaal["venster"] = draw(st.sampled_from(["voortschrijdend", "voortschrijdend", "vast"]))
    signaal["vergelijking"] = draw(st.sampled_from(["vanaf", "vanaf", "meer_dan", "elke"]))
    signaal["herhaling"] = draw(st.booleans())
    if draw(st.booleans()):
        signaal["opnieuw_tellen_na_melding"] = draw(st.booleans())
    return signaal


@st.composite
def steps(draw: st.DrawFn, naam: str, id_: str = "") -> dict[str, Any]:
    stap: dict[str, Any] = {
        "bij": draw(st.lists(signals(naam), min_size=1, max_size=2)),
        "acties": [{"wie": "mentor", "actie": ACTIE, "termijn": draw(TERMIJN)}],
    }
    if id_:
        stap["id"] = id_
    if draw(st.booleans()):
        stap["geldt_voor"] = {"leeftijd": draw(st.sampled_from([{"tot": 16}, {"van": 16}, {"van": 12, "tot": 18}]))}
    return stap


@st.composite
def ladders(draw: st.DrawFn, naam: str) -> Ladder:
    """A ladder of its own, or one that follows a kader with deviations."""
    eigen = {"trap": "eigen", "stappen": draw(st.lists(steps(naam), min_size=1, max_size=2))}
    if draw(st.booleans()):
        return build_ladder({"trappen": [eigen]}, {})
    kader = [{"trap": "t", "stappen": [draw(steps(naam, "t-1")), draw(steps(naam, "t-2"))]}]
    blok: dict[str, Any] = {"volgt": "kader@1"}
    if draw(st.booleans()):
        blok["vervalt"] = ["t-1"]
    if draw(st.booleans()):
        blok["vervang"] = [draw(steps(naam, "t-2"))]
    if draw(st.booleans()):
        blok["voeg_toe"] = [draw(steps(naam)) | {"trap": "t", "na": "t-2"}]
    return build_ladder(blok, {"kader@1": kader})


@st.composite
def calendars(draw: st.DrawFn) -> Kalender:
    begin = BEGIN + timedelta(days=draw(st.integers(0, 6)))
    vakanties = []
    for van in draw(st.lists(st.integers(2, DAGEN - 20), max_size=2, unique=True)):
        dagen = draw(st.integers(0, 16))
        vakanties.append(Tijdvak(begin + timedelta(days=van), begin + timedelta(days=van + dagen), "vakantie"))
    feestdagen = draw(st.frozensets(st.integers(0, DAGEN - 1), max_size=4))
    return Kalender(
        begin,
        begin + timedelta(days=DAGEN - 1),
        tuple(vakanties),
        feestdagen=frozenset(begin + timedelta(days=n) for n in feestdagen),
    )


@st.composite
def courses(draw: st.DrawFn, naam: str, kalender: Kalender) -> Verloop:
    dagen = kalender.school_days
    if not dagen:
        return Verloop()
    if naam == "ongeoorloofd_aaneengesloten":
        van = draw(st.integers(0, len(dagen) - 1))
        lengte = draw(st.integers(1, 14))
        gat = draw(st.integers(0, 20))
        return Verloop(tuple(Gebeurtenis(dag, "ongeoorloofd") for n, dag in enumerate(dagen[van : van + lengte]) if n != gat))
    gekozen = sorted(draw(st.lists(st.integers(0, len(dagen) - 1), min_size=1, max_size=12)))
    if naam == "te_laat":
        return Verloop(tuple(Gebeurtenis(dagen[n], naam) for n in gekozen))
    tijd = st.sampled_from(["1 lesuur", "2 lesuren", "1 klokuur", "30 minuten", "45 minuten", "3 klokuren"]).map(
        parse_hoeveelheid
    )
    return Verloop(tuple(Gebeurtenis(dagen[n], "ongeoorloofd", draw(tijd)) for n in gekozen))


@st.composite
def demands(draw: st.DrawFn, naam: str) -> tuple[Eis, Hoeveelheid | None]:
    binnen = None if naam == "ongeoorloofd_aaneengesloten" or draw(st.integers(0, 9)) == 0 else parse_hoeveelheid(draw(PERIODE))
    termijn = parse_hoeveelheid(draw(TERMIJN)) if draw(st.booleans()) else None
    return Eis(parse_hoeveelheid(draw(SOORTEN[naam])), binnen, ook_meer_dan=draw(st.integers(0, 4)) == 0), termijn


def _candidates(ladder: Ladder, groep: Groep) -> list[Kandidaat]:
    return [
        Kandidaat(signaal, stap.acties[0].termijn) for stap in ladder.stappen if groep.holds(stap) for signaal in stap.signalen
    ]


def _proof(naam: str, eis: Eis, kandidaten: list[Kandidaat], termijn: Hoeveelheid | None, *, herhaling: bool) -> Bewijs:
    return prove(naam, eis, kandidaten, lesuur=LESUUR, herhaling=herhaling, termijn=termijn)


def _norm(naam: str, eis: Eis, kandidaten: list[Kandidaat], *, herhaling: bool) -> Signaal:
    meer_dan = eis.ook_meer_dan and any(k.signaal.vergelijking == "meer_dan" for k in kandidaten)
    return Signaal(naam, (), eis.uiterlijk, "meer_dan" if meer_dan else "vanaf", eis.binnen, herhaling=herhaling)


def _run_once(data: st.DataObject) -> Uitslag | None:
    naam = data.draw(st.sampled_from(sorted(SOORTEN)))
    ladder, (eis, termijn) = data.draw(ladders(naam)), data.draw(demands(naam))
    herhaling = data.draw(st.booleans()) and termijn is None
    groep = data.draw(st.sampled_from(groups(ladder, {})))
    kandidaten = _candidates(ladder, groep)
    bewijs = _proof(naam, eis, kandidaten, termijn, herhaling=herhaling)
    norm = _norm(naam, eis, kandidaten, herhaling=herhaling)
    if bewijs.uitslag is Uitslag.BEWEZEN:
        kalender = data.draw(calendars())
        verloop = data.draw(courses(naam, kalender))
        _never_contradicted(ladder, groep, norm, termijn, verloop, kalender)
    elif bewijs.tegenvoorbeeld is not None:
        voorbeeld = bewijs.tegenvoorbeeld
        momenten = simulate(ladder, groep, voorbeeld.verloop, voorbeeld.kalender, LESUUR).momenten
        if voorbeeld.om_de_termijn:
            klaar = [taak.uiterlijk for moment in momenten for taak in moment.taken if taak.uiterlijk is not None]
            assert not any(dag <= voorbeeld.norm_dag for dag in klaar)
        else:
            assert separates(voorbeeld, eis, [k.signaal for k in kandidaten], LESUUR)
            assert len({moment.dag for moment in momenten if moment.dag <= voorbeeld.norm_dag}) < voorbeeld.keer
    return bewijs.uitslag


def _never_contradicted(  # noqa: PLR0913 - alles waar het om gaat
    ladder: Ladder, groep: Groep, norm: Signaal, termijn: Hoeveelheid | None, verloop: Verloop, kalender: Kalender
) -> None:
    try:
        keren = fires(norm, verloop, kalender, LESUUR)
    except UnitError:
        return
    momenten = simulate(ladder, groep, verloop, kalender, LESUUR).momenten
    for keer in keren:
        eerder = [moment for moment in momenten if moment.dag <= keer.dag]
        # elke keer dat een signaal afgaat telt, ook als er twee op één dag afgaan
        assert sum(len(moment.signalen) for moment in eerder) >= keer.keer
        if termijn is not None:
            klaar = [taak.uiterlijk for moment in eerder for taak in moment.taken if taak.uiterlijk is not None]
            assert min(klaar) <= kalender.deadline(keer.dag, termijn)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data())
def test_het_bewijs_wordt_nooit_weersproken(data: st.DataObject) -> None:
    _run_once(data)


@pytest.mark.traag
@settings(max_examples=6000, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data())
def test_het_bewijs_wordt_nooit_weersproken_lang(data: st.DataObject) -> None:
    _run_once(data)
