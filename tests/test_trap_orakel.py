"""De regels van het bewijs tegen brute kracht: alle verlopen op alle kleine kalenders, met een eigen, domme telling.

Twee dingen: een bewering «bewezen» wordt door geen enkel verloop weersproken, en elk tegenvoorbeeld scheidt norm en school.
"""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from itertools import combinations, combinations_with_replacement, product
from typing import TYPE_CHECKING, Final

import pytest

from beleidscheck.hoeveelheid import Hoeveelheid, parse_hoeveelheid
from beleidscheck.trap.bewijs import Kandidaat, Uitslag
from beleidscheck.trap.kalender import Kalender, Tijdvak
from beleidscheck.trap.ladder import Signaal
from beleidscheck.trap.reeks import length
from beleidscheck.trap.strengheid import Eis, prove, separates
from beleidscheck.trap.tellen import fires
from beleidscheck.trap.termijnen import never_later
from beleidscheck.trap.verloop import Gebeurtenis, Verloop

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

EEN: Final = timedelta(days=1)
BEGIN: Final = date(2026, 8, 31)  # een maandag
WAT: Final = "te_laat"


def _h(tekst: str) -> Hoeveelheid:
    return parse_hoeveelheid(tekst)


def _signaal(
    drempel: str, periode: str = "", vergelijking: str = "vanaf", venster: str = "voortschrijdend", naam: str = WAT
) -> Signaal:
    return Signaal(naam, (), _h(drempel), vergelijking, _h(periode) if periode else None, venster)


# ---- Kleine kalenders ----------------------------------------------------------------------------------------------


def _calendars(dagen: int, vrij: Iterable[tuple[tuple[int, int], ...]], los: Iterable[tuple[int, ...]]) -> Iterator[Kalender]:
    """Yield every calendar of so many days: on each weekday to begin, with each set of vacations and of public holidays."""
    for weekdag, vakanties, feestdagen in product(range(7), vrij, los):
        begin = BEGIN + weekdag * EEN
        vakken = tuple(Tijdvak(begin + van * EEN, begin + tot * EEN, "vakantie") for van, tot in vakanties)
        yield Kalender(begin, begin + (dagen - 1) * EEN, vakken, feestdagen=frozenset(begin + d * EEN for d in feestdagen))


@cache
def _many_calendars() -> tuple[Kalender, ...]:
    """210 kalenders van 12 dagen: zonder vakantie, met een vakantie of twee van allerlei lengte, met en zonder feestdagen."""
    vrij = ((), ((3, 5),), ((2, 8),), ((1, 1), (4, 6)), ((5, 9),), ((2, 3), (7, 9)))
    los = ((), (4,), (3, 6), (2, 3, 4), (1, 9))
    return tuple(_calendars(12, vrij, los))


def _is_lesson(kalender: Kalender, dag: date) -> bool:
    return dag.weekday() < 5 and dag not in kalender.feestdagen and not any(v.van <= dag <= v.tot for v in kalender.vakanties)


def _is_vacation_week(kalender: Kalender, dag: date) -> bool:
    """Return whether the day does not count in school weeks: a weekend goes with the week before it, if all of that is vacation."""
    if dag.weekday() < 5:
        return any(v.van <= dag <= v.tot for v in kalender.vakanties)
    week = [dag - (dag.weekday() - n) * EEN for n in range(5)]
    return all(any(v.van <= d <= v.tot for v in kalender.vakanties) for d in week)


def _counts(kalender: Kalender, eenheid: str, dag: date) -> bool:
    match eenheid:
        case "schooldag":
            return _is_lesson(kalender, dag)
        case "werkdag":
            return dag.weekday() < 5 and dag not in kalender.feestdagen
        case "schoolweek":
            return not _is_vacation_week(kalender, dag)
        case _:
            return True


def _days(kalender: Kalender) -> list[date]:
    return [kalender.begin + n * EEN for n in range((kalender.eind - kalender.begin).days + 1)]


def _window(kalender: Kalender, venster: tuple[int, str], dag: date) -> date:
    """Return the first day of the sliding window that ends on `dag`: count back day by day."""
    aantal, eenheid = venster
    over = aantal * (7 if eenheid in {"week", "schoolweek"} else 1)
    while True:
        over -= _counts(kalender, eenheid, dag)
        if over <= 0 or dag == kalender.begin:
            return dag
        dag -= EEN


# ---- Tellen in een venster: elke kalender, elk verloop ---------------------------------------------------------------

VENSTERS: Final = (
    (1, "dag"),
    (3, "dag"),
    (5, "dag"),
    (1, "week"),
    (1, "schooldag"),
    (2, "schooldag"),
    (4, "schooldag"),
    (5, "schooldag"),
    (2, "werkdag"),
    (5, "werkdag"),
    (1, "schoolweek"),
)


@cache
def _lowest(*, traag: bool = False) -> tuple[dict[tuple[tuple[int, str], int, tuple[int, str]], int], int]:
    """Return the least that the school has counted at its highest when the norm fires, over every course on every calendar.

    Keys: window of the norm, its threshold, window of the school. With it: how many courses there were.
    """
    laagst: dict[tuple[tuple[int, str], int, tuple[int, str]], int] = {}
    aantal = 0
    for kalender in _many_calendars()[:: 1 if traag else 4]:
        dagen = _days(kalender)
        begin = {w: [(_window(kalender, w, dag) - kalender.begin).days for dag in dagen] for w in VENSTERS}
        lessen = [n for n, dag in enumerate(dagen) if _is_lesson(kalender, dag)]
        for gekozen in product((0, 1, 2) if traag and len(lessen) < 7 else (0, 1), repeat=len(lessen)):
            aantal += 1
            som = [0]
            per_dag = dict(zip(lessen, gekozen, strict=True))
            for n in range(len(dagen)):
                som.append(som[-1] + per_dag.get(n, 0))
            hoogste = {w: _running_max(som, begin[w]) for w in VENSTERS}
            for w_p in VENSTERS:
                vorige = 0
                for n, stand in enumerate(hoogste[w_p]):
                    for h_p in range(vorige + 1, stand + 1):
                        for w_s in VENSTERS:
                            sleutel = (w_p, h_p, w_s)
                            laagst[sleutel] = min(laagst.get(sleutel, 99), hoogste[w_s][n])
                    vorige = stand
    return laagst, aantal


def _running_max(som: Sequence[int], begin: Sequence[int]) -> list[int]:
    meest, rij = 0, []
    for n, eerste in enumerate(begin):
        meest = max(meest, som[n + 1] - som[eerste])
        rij.append(meest)
    return rij


def _tekst(venster: tuple[int, str]) -> str:
    return f"{venster[0]} {venster[1]}"


def _check_windows(laagst: dict[tuple[tuple[int, str], int, tuple[int, str]], int]) -> dict[str, int]:
    telling = {"bewezen": 0, "tegenvoorbeeld": 0, "niet bewezen": 0}
    for w_p, w_s, h_p, h_s, vergelijking in product(VENSTERS, VENSTERS, range(1, 6), range(1, 7), ("vanaf", "meer_dan")):
        signaal = _signaal(f"{h_s} keer", _periode(w_s), vergelijking)
        eis = Eis(_h(f"{h_p} keer"), _h(_periode(w_p)))
        bewijs = prove(WAT, eis, [Kandidaat(signaal)])
        telling[str(bewijs.uitslag)] += 1
        gezien = laagst.get((w_p, h_p, w_s))
        if bewijs.uitslag is Uitslag.BEWEZEN and gezien is not None:
            assert gezien >= h_s + (vergelijking == "meer_dan"), (eis, signaal)
        if bewijs.tegenvoorbeeld is not None:
            assert separates(bewijs.tegenvoorbeeld, eis, [signaal], None), (eis, signaal)
    return telling


def _periode(venster: tuple[int, str]) -> str:
    meervoud = {"dag": "dagen", "schooldag": "schooldagen", "werkdag": "werkdagen"}
    return _tekst(venster) if venster[0] == 1 else f"{venster[0]} {meervoud[venster[1]]}"


def test_elk_venster_tegen_elk_venster() -> None:
    """7260 combinaties van norm en school in zes eenheden, tegen alle 4784 verlopen van 12 dagen op 53 kalenders."""
    laagst, verlopen = _lowest()
    telling = _check_windows(laagst)
    assert (sum(telling.values()), verlopen) == (7260, 4784)
    assert telling["bewezen"] > 1000
    assert telling["tegenvoorbeeld"] > 4000


@pytest.mark.traag
def test_elk_venster_tegen_elk_venster_op_alle_kalenders() -> None:
    """Dezelfde 7260 combinaties op 210 kalenders, waar het er weinig zijn ook met twee keer op een dag."""
    laagst, verlopen = _lowest(traag=True)
    _check_windows(laagst)
    assert verlopen > 40_000


# ---- Precies: elk schema op een lijn van schooldagen -----------------------------------------------------------------


def _escapes(h_p: int, w_p: int, signalen: Sequence[tuple[int, int]]) -> bool:
    """Return whether some course of `h_p` times within `w_p` school days keeps every (threshold, window) silent."""
    for dagen in combinations_with_replacement(range(w_p), h_p):
        if all(dagen[i] - dagen[i - h + 1] >= w for h, w in signalen for i in range(h - 1, h_p)):
            return True
    return False


def test_bewezen_precies_waar_geen_verloop_ontsnapt() -> None:
    """Schooldagen: 16 normen tegen 20 signalen en 190 paren van signalen; 3360 combinaties, zonder grens per dag, nooit anders."""
    signalen = list(product(range(1, 5), range(1, 6)))
    gezien = 0
    for h_p, w_p in product(range(1, 5), (1, 3, 5, 6)):
        eis = Eis(_h(f"{h_p} keer"), _h(f"{w_p} {'schooldag' if w_p == 1 else 'schooldagen'}"))
        for stel in (*((s,) for s in signalen), *combinations(signalen, 2)):
            kandidaten = [Kandidaat(_signaal(f"{h} keer", f"{w} schooldagen" if w > 1 else "1 schooldag")) for h, w in stel]
            bewijs = prove(WAT, eis, kandidaten)
            ontsnapt = _escapes(h_p, w_p, stel)
            verwacht = Uitslag.TEGENVOORBEELD if ontsnapt else Uitslag.BEWEZEN
            assert bewijs.uitslag is verwacht, (eis, stel)
            gezien += 1
    assert gezien == 3360


def test_kalenderdagen_met_weekeinden_ook_precies() -> None:
    """Kalenderdagen: alle verlopen vanaf elke weekdag, met schooldagen en dagen door elkaar; 384 combinaties."""
    vensters = [(n, eenheid) for n in (1, 2, 4) for eenheid in ("dag", "schooldag")]
    gezien = 0
    for h_p, w_p, h_s, venster in product(range(1, 5), (2, 5, 8, 9), range(1, 5), vensters):
        eis = Eis(_h(f"{h_p} keer"), _h(f"{w_p} dagen"))
        bewijs = prove(WAT, eis, [Kandidaat(_signaal(f"{h_s} keer", _periode(venster)))])
        verwacht = Uitslag.TEGENVOORBEELD if _escapes_with_weekends(h_p, w_p, h_s, venster) else Uitslag.BEWEZEN
        assert bewijs.uitslag is verwacht, (eis, h_s, venster)
        gezien += 1
    assert gezien == 384


def _escapes_with_weekends(h_p: int, w_p: int, h_s: int, venster: tuple[int, str]) -> bool:
    aantal, eenheid = venster
    for weekdag in range(5):
        lessen = [dag for dag in range(w_p) if (weekdag + dag) % 7 < 5]
        plaats = {dag: lessen.index(dag) if eenheid == "schooldag" else dag for dag in lessen}
        for dagen in combinations_with_replacement(lessen, h_p):
            if all(plaats[dagen[i]] - plaats[dagen[i - h_s + 1]] >= aantal for i in range(h_s - 1, h_p)):
                return True
    return False


def test_vaste_blokken_in_elke_fase() -> None:
    """Blokken van 1 tot 6 dagen in elke fase: 480 combinaties; wat bewezen is, ontsnapt in geen fase en op geen weekdag."""
    telling = dict.fromkeys(Uitslag, 0)
    for h_p, w_p, h_s, lengte in product(range(1, 5), (1, 3, 5, 8), range(1, 6), range(1, 7)):
        eis = Eis(_h(f"{h_p} keer"), _h(f"{w_p} dagen"))
        signaal = _signaal(f"{h_s} keer", f"{lengte} dagen", venster="vast")
        bewijs = prove(WAT, eis, [Kandidaat(signaal)])
        telling[bewijs.uitslag] += 1
        ontsnapt = any(
            all((dagen[i] - fase) // lengte != (dagen[i - h_s + 1] - fase) // lengte for i in range(h_s - 1, h_p))
            for fase in range(lengte)
            for weekdag in range(5)
            for dagen in combinations_with_replacement([d for d in range(w_p) if (weekdag + d) % 7 < 5], h_p)
        )
        if bewijs.uitslag is Uitslag.BEWEZEN:
            assert not ontsnapt, (eis, signaal)
        if bewijs.uitslag is Uitslag.TEGENVOORBEELD:
            assert ontsnapt, (eis, signaal)
    assert telling[Uitslag.BEWEZEN] > 100
    assert telling[Uitslag.TEGENVOORBEELD] > 100


# ---- Uren en de teleenheid -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("teleenheid", "per_uur"), [("klokuur", 1), ("halfuur", 2)])
def test_uren_in_hele_stukken(teleenheid: str, per_uur: int) -> None:
    """Uren in de kleinste eenheid die de school vastlegt: 400 combinaties, alle verdelingen over schooldagen."""
    for h_p, w_p, h_s, w_s in product(range(1, 5), range(1, 6), range(1, 5), range(1, 6)):
        eis = Eis(Hoeveelheid(Fraction(h_p), "klokuur"), Hoeveelheid(Fraction(w_p), "schooldag"))
        signaal = Signaal(
            "ongeoorloofde_uren", (), Hoeveelheid(Fraction(h_s), "klokuur"), "vanaf", Hoeveelheid(Fraction(w_s), "schooldag")
        )
        bewijs = prove("ongeoorloofde_uren", eis, [Kandidaat(signaal)], teleenheid=teleenheid)
        ontsnapt = _escapes(h_p * per_uur, w_p, [(h_s * per_uur, w_s)])
        assert bewijs.uitslag is (Uitslag.TEGENVOORBEELD if ontsnapt else Uitslag.BEWEZEN), (eis, signaal)


def test_een_onbekende_teleenheid_is_zo_klein_als_nodig() -> None:
    """400 combinaties: wat met een onbekende eenheid bewezen is, is het ook in kwartieren, tientallen minuten en minuten."""
    for h_p, w_p, h_s, w_s in product(range(1, 5), range(1, 6), range(1, 5), range(1, 6)):
        eis = Eis(Hoeveelheid(Fraction(h_p), "klokuur"), Hoeveelheid(Fraction(w_p), "schooldag"))
        signaal = Signaal(
            "ongeoorloofde_uren", (), Hoeveelheid(Fraction(h_s), "klokuur"), "vanaf", Hoeveelheid(Fraction(w_s), "schooldag")
        )
        bewijs = prove("ongeoorloofde_uren", eis, [Kandidaat(signaal)])
        # in de limiet: elk venster bevat net minder dan h_s, en er passen ceil(w_p / w_s) vensters in
        ontsnapt = h_s > 0 and h_p < h_s * -(-w_p // w_s)
        assert (bewijs.uitslag is not Uitslag.BEWEZEN) is ontsnapt, (eis, signaal)


# ---- Reeksen ---------------------------------------------------------------------------------------------------------

LENGTES: Final = (
    *((n, "dag") for n in (1, 2, 3, 5, 8)),
    *((n, "schooldag") for n in (1, 2, 3, 4, 5, 6)),
    *((n, "werkdag") for n in (1, 2, 4, 6)),
    (1, "week"),
    (1, "schoolweek"),
)


@cache
def _run_lengths() -> frozenset[tuple[int, ...]]:
    """Return for every run on every calendar its length in days, school days, working days and days outside vacations, day by day."""
    gezien: set[tuple[int, ...]] = set()
    for kalender in _many_calendars():
        lessen = [dag for dag in _days(kalender) if _is_lesson(kalender, dag)]
        for plek, van in enumerate(lessen):
            for tot in lessen[plek:]:
                rij = [van + n * EEN for n in range((tot - van).days + 1)]
                gezien.add(
                    (
                        len(rij),
                        *(
                            sum(_counts(kalender, eenheid, dag) for dag in rij)
                            for eenheid in ("schooldag", "werkdag", "schoolweek")
                        ),
                    )
                )
    return frozenset(gezien)


_PLEK: Final = {"dag": 0, "week": 0, "schooldag": 1, "werkdag": 2, "schoolweek": 3}


def _long_enough(lengte: tuple[int, str], vergelijking: str, reeks: tuple[int, ...]) -> bool:
    aantal, eenheid = lengte
    nodig = aantal * (7 if eenheid.endswith("week") else 1)
    return reeks[_PLEK[eenheid]] > nodig if vergelijking == "meer_dan" else reeks[_PLEK[eenheid]] >= nodig


def test_elke_reeks_op_elke_kalender() -> None:
    """578 combinaties in vijf eenheden, tegen elke reeks op 210 kalenders van 12 dagen."""
    telling = dict.fromkeys(Uitslag, 0)
    naam = "ziek_aaneengesloten"
    for norm, school, vergelijking in product(LENGTES, LENGTES, ("vanaf", "meer_dan")):
        eis = Eis(_h(_periode_of(norm)))
        signaal = _signaal(_periode_of(school), vergelijking=vergelijking, naam=naam)
        bewijs = prove(naam, eis, [Kandidaat(signaal)])
        telling[bewijs.uitslag] += 1
        te_laat = [
            reeks
            for reeks in _run_lengths()
            if _long_enough(norm, "vanaf", reeks) and not _long_enough(school, vergelijking, reeks)
        ]
        if bewijs.uitslag is Uitslag.BEWEZEN:
            assert not te_laat, (norm, school, vergelijking)
        if bewijs.tegenvoorbeeld is not None:
            assert separates(bewijs.tegenvoorbeeld, eis, [signaal], None), (norm, school, vergelijking)
    assert sum(telling.values()) == 2 * len(LENGTES) ** 2
    assert telling[Uitslag.BEWEZEN] > 100


def _periode_of(lengte: tuple[int, str]) -> str:
    meervoud = {"dag": "dagen", "schooldag": "schooldagen", "werkdag": "werkdagen"}
    return f"{lengte[0]} {lengte[1] if lengte[0] == 1 else meervoud[lengte[1]]}"


# ---- Termijnen -------------------------------------------------------------------------------------------------------


def _ends(kalender: Kalender, dag: date, termijn: tuple[int, str]) -> date:
    """Return the last day of a term: step day by day."""
    aantal, eenheid = termijn
    over = aantal * (7 if eenheid == "week" else 1)
    while over:
        dag += EEN
        over -= _counts(kalender, eenheid, dag)
    return dag


def test_elke_termijn_op_elke_kalender() -> None:
    """2304 combinaties: paren van termijnen met drie voorsprongen van een reeks en zonder, vanaf elke schooldag op 70 kalenders."""
    termijnen = [(n, eenheid) for n in (0, 1, 2, 3, 4, 5, 6, 7) for eenheid in ("dag", "schooldag", "werkdag")]
    bewezen = 0
    for school, norm, voorsprong in product(termijnen, termijnen, (0, 1, 3, 5)):
        reeksen = (
            (length(_h("2 schooldagen")), length(Hoeveelheid(Fraction(2 + voorsprong), "schooldag"))) if voorsprong else None
        )
        if not never_later(Hoeveelheid(Fraction(school[0]), school[1]), Hoeveelheid(Fraction(norm[0]), norm[1]), reeksen):
            continue
        bewezen += 1
        for kalender in _many_calendars()[::3]:
            lessen = [dag for dag in _days(kalender) if _is_lesson(kalender, dag)]
            for eerst, dan in zip(lessen, lessen[voorsprong:], strict=False):
                assert _ends(kalender, eerst, school) <= _ends(kalender, dan, norm), (school, norm, voorsprong)
    assert bewezen > 500


# ---- Peilen ----------------------------------------------------------------------------------------------------------


def test_elk_peil_op_elk_verloop() -> None:
    """4 meetperioden en 4 grenzen aan beide kanten: 256 combinaties, alle 256 verlopen van 8 schooldagen."""
    kalender = Kalender(BEGIN, BEGIN + 9 * EEN)
    lessen = [dag for dag in _days(kalender) if _is_lesson(kalender, dag)]
    verlopen = list(product((0, 1), repeat=len(lessen)))
    grenzen = (50, 60, 75, 100)
    eerste = {
        (n, grens, verloop): next(
            (dag for dag in range(n - 1, len(lessen)) if 100 * (n - sum(verloop[dag - n + 1 : dag + 1])) < grens * n), None
        )
        for n in range(1, 5)
        for grens in grenzen
        for verloop in verlopen
    }
    telling = dict.fromkeys(Uitslag, 0)
    for n_p, n_s, g_p, g_s in product(range(1, 5), range(1, 5), grenzen, grenzen):
        eis = Eis(onder=_h(f"{g_p} procent"), binnen=Hoeveelheid(Fraction(n_p), "schooldag"))
        signaal = Signaal("aanwezigheid", (), _h(f"{g_s} procent"), "onder", Hoeveelheid(Fraction(n_s), "schooldag"))
        bewijs = prove("aanwezigheid", eis, [Kandidaat(signaal)])
        telling[bewijs.uitslag] += 1
        if bewijs.uitslag is Uitslag.BEWEZEN:
            for verloop in verlopen:
                norm, school = eerste[n_p, g_p, verloop], eerste[n_s, g_s, verloop]
                assert norm is None or (school is not None and school <= norm), (eis, signaal)
        if bewijs.tegenvoorbeeld is not None:
            assert separates(bewijs.tegenvoorbeeld, eis, [signaal], None), (eis, signaal)
    assert len(verlopen) == 256
    assert sum(telling.values()) == 256
    assert telling[Uitslag.BEWEZEN] >= 40


# ---- Herhaling -------------------------------------------------------------------------------------------------------


def _fire_days(verloop: Sequence[int], drempel: int, venster: int) -> list[int]:
    """Return the days on which a count with restart fires, counted the slow way."""
    gevuurd: list[int] = []
    for dag in range(len(verloop)):
        begin = max(dag - venster + 1, gevuurd[-1] + 1 if gevuurd else 0)
        if verloop[dag] and sum(verloop[begin : dag + 1]) >= drempel:
            gevuurd.append(dag)
    return gevuurd


def test_opnieuw_tellen_elke_keer() -> None:
    """Norm en school tellen opnieuw: 144 combinaties, 1313 verlopen van 8 schooldagen met 0 tot 2 per dag, elke k-de keer."""
    verlopen = list(product(range(3), repeat=8))
    bewezen = 0
    for h_p, w_p, h_s, w_s in product(range(1, 4), range(1, 5), range(1, 4), range(1, 5)):
        eis = Eis(_h(f"{h_p} keer"), Hoeveelheid(Fraction(w_p), "schooldag"))
        signaal = Signaal(WAT, (), _h(f"{h_s} keer"), "vanaf", Hoeveelheid(Fraction(w_s), "schooldag"), herhaling=True)
        bewijs = prove(WAT, eis, [Kandidaat(signaal)], herhaling=True)
        if bewijs.tegenvoorbeeld is not None:
            assert separates(bewijs.tegenvoorbeeld, eis, [signaal], None)
        if bewijs.uitslag is not Uitslag.BEWEZEN:
            continue
        bewezen += 1
        for verloop in verlopen[::5]:
            school = _fire_days(verloop, h_s, w_s)
            for keer, dag in enumerate(_fire_days(verloop, h_p, w_p), 1):
                assert sum(eerder <= dag for eerder in school) >= keer, (eis, signaal, verloop)
    assert bewezen > 50


@pytest.mark.parametrize(
    ("signaal", "laat"),
    [
        pytest.param(Signaal(WAT, (), _h("4 keer"), "vanaf", _h("4 weken")), True, id="één keer per schooljaar"),
        pytest.param(Signaal(WAT, (), _h("4 keer"), "vanaf", _h("4 weken"), herhaling=True), False, id="herhaling telt opnieuw"),
        pytest.param(Signaal(WAT, (), _h("4 keer"), "vanaf", _h("4 weken"), opnieuw_tellen=True), False, id="opnieuw tellen"),
        pytest.param(
            Signaal(WAT, (), _h("4 keer"), "vanaf", _h("4 weken"), herhaling=True, opnieuw_tellen=False), True, id="eerst eronder"
        ),
        pytest.param(Signaal(WAT, (), _h("4 keer"), "elke", _h("4 weken")), True, id="elke in een venster"),
    ],
)
def test_herhaling_zonder_opnieuw_tellen(signaal: Signaal, *, laat: bool) -> None:
    eis = Eis(_h("4 keer"), _h("4 weken"))
    bewijs = prove(WAT, eis, [Kandidaat(signaal)], herhaling=True)
    assert bewijs.uitslag is (Uitslag.TEGENVOORBEELD if laat else Uitslag.BEWEZEN)
    if bewijs.tegenvoorbeeld is not None:
        assert bewijs.tegenvoorbeeld.keer > 1
        keren = fires(signaal, bewijs.tegenvoorbeeld.verloop, bewijs.tegenvoorbeeld.kalender)
        assert len([keer for keer in keren if keer.dag <= bewijs.tegenvoorbeeld.norm_dag]) < bewijs.tegenvoorbeeld.keer


# ---- De kortste ------------------------------------------------------------------------------------------------------


def test_geen_tegenvoorbeeld_met_minder_gebeurtenissen() -> None:
    """Elk tegenvoorbeeld heeft precies zoveel keren als de norm vraagt, en zonder de laatste gaat de norm niet af."""
    for h_p, w_p, h_s, w_s in product(range(1, 5), (5, 10), range(1, 6), (2, 5, 10)):
        eis = Eis(_h(f"{h_p} keer"), Hoeveelheid(Fraction(w_p), "schooldag"))
        bewijs = prove(
            WAT, eis, [Kandidaat(Signaal(WAT, (), _h(f"{h_s} keer"), "vanaf", Hoeveelheid(Fraction(w_s), "schooldag")))]
        )
        if bewijs.tegenvoorbeeld is None:
            continue
        verloop = bewijs.tegenvoorbeeld.verloop.gebeurtenissen
        assert len(verloop) == h_p
        zonder = Verloop(verloop[:-1])
        norm = Signaal(WAT, (), eis.uiterlijk, "vanaf", eis.binnen)
        assert fires(norm, zonder, bewijs.tegenvoorbeeld.kalender) == ()


def test_het_vroegste_tegenvoorbeeld() -> None:
    """Eén keer per dag: onder alle verlopen in de eerste tien schooldagen is het gevonden verloop het vroegste; 90 combinaties."""
    for h_p, w_p, h_s, w_s in product(range(1, 4), (4, 6), range(1, 4), range(1, 6)):
        eis = Eis(_h(f"{h_p} keer"), Hoeveelheid(Fraction(w_p), "schooldag"))
        signaal = Signaal(WAT, (), _h(f"{h_s} keer"), "vanaf", Hoeveelheid(Fraction(w_s), "schooldag"))
        voorbeeld = prove(WAT, eis, [Kandidaat(signaal)]).tegenvoorbeeld
        goed = [
            dagen
            for dagen in combinations(range(10), h_p)
            if dagen[-1] - dagen[0] < w_p and all(dagen[i] - dagen[i - h_s + 1] >= w_s for i in range(h_s - 1, h_p))
        ]
        if not goed:
            continue
        assert voorbeeld is not None
        lessen = voorbeeld.kalender.school_days
        gevonden = tuple(lessen.index(e.dag) for e in voorbeeld.verloop.gebeurtenissen)
        assert gevonden == min(goed), (eis, signaal)


def test_een_gebeurtenis_is_wat_de_simulatie_telt() -> None:
    """Het verloop van een tegenvoorbeeld bestaat uit gewone waarden die ook een casus kan hebben."""
    eis = Eis(_h("16 klokuren"), _h("4 weken"))
    bewijs = prove("ongeoorloofde_uren", eis, [Kandidaat(_signaal("17 klokuren", "4 weken", naam="ongeoorloofde_uren"))])
    assert bewijs.tegenvoorbeeld is not None
    assert bewijs.tegenvoorbeeld.verloop.gebeurtenissen == (
        Gebeurtenis(BEGIN, "ongeoorloofd", _h("6 klokuren")),
        Gebeurtenis(BEGIN + EEN, "ongeoorloofd", _h("6 klokuren")),
        Gebeurtenis(BEGIN + 2 * EEN, "ongeoorloofd", _h("4 klokuren")),
    )
