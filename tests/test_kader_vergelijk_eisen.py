"""Wie aan de ene eis voldoet, voldoet zeker aan de andere: per soort de gevallen, en voor alles samen willekeurige feiten."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from beleidscheck.eisen import Richting, compare_demands, covers, needs_reader
from beleidscheck.eisen.maten import max_covers, min_covers
from beleidscheck.kader import available, load_kader
from beleidscheck.toetsen import SOORTEN, Onderzoek, Toets, together
from beleidscheck.toetsen.waarden import within
from beleidscheck.trap.ladder import BLOK, build_ladder

if TYPE_CHECKING:
    from collections.abc import Sequence

KEURDER: TypeAdapter[list[Toets]] = TypeAdapter(list[Toets])
DAG = date(2026, 10, 1)


def toetsen(tekst: str) -> list[Toets]:
    """Return the tests in a piece of YAML."""
    return KEURDER.validate_python(yaml.safe_load(tekst))


STAP = "{soort: stap, signaal: [ziekmeldingen], uiterlijk: 4 keer, binnen: 12 schoolweken, actie: [verzuimgesprek], met: [ouder]}"

#: oud, nieuw, richting; de gevallen die niets mogen beweren staan vooraan.
GEVALLEN = [
    pytest.param("{soort: gelijk, veld: a.b, waarde: x}", "{soort: gelijk, veld: a.c, waarde: x}", "anders", id="gelijk: ander veld"),
    pytest.param("{soort: gelijk, veld: a.b, waarde: true}", "{soort: gelijk, veld: a.b, waarde: 1}", "anders", id="ja is geen 1"),
    pytest.param("{soort: gevuld, velden: [a.visie]}", "{soort: keuze, veld: a.visie, waarden: [kort]}", "anders", id="één woord vult geen tekst"),
    pytest.param("{soort: gevuld, velden: [a.b]}", "{soort: gelijk, veld: a.b, waarde: nvt}", "anders", id="opvulling is niets"),
    pytest.param("{soort: grens, veld: a.b, hoogstens: 5 schooldagen}", "{soort: grens, veld: a.b, hoogstens: 1 week}", "anders", id="week tegen schooldagen"),
    pytest.param("{soort: grens, veld: a.b, hoogstens: 4 klokuren}", "{soort: grens, veld: a.b, hoogstens: 4 lesuren}", "anders", id="lesuur zonder lengte"),
    pytest.param("{soort: grens, veld: a.b, hoogstens: 4}", "{soort: grens, veld: a.b, hoogstens: 4 keer}", "anders", id="getal tegen hoeveelheid"),
    pytest.param("{soort: grens, veld: a.b, hoogstens: 4 keer}", "{soort: grens, veld: a.b, minstens: 4 keer}", "anders", id="hoogstens tegen minstens"),
    pytest.param("{soort: een_item, veld: a.l, waar: {x: {gelijk: 1}, y: {gelijk: 2}}}",
                 "{soort: een_item, veld: a.l, waar: {x: {gelijk: 1}}}\n- {soort: een_item, veld: a.l, waar: {y: {gelijk: 2}}}", "soepeler", id="twee regels zijn niet één regel"),
    pytest.param(STAP, STAP.replace("ziekmeldingen", "te_laat"), "anders", id="stap: ander signaal"),
    pytest.param(STAP, STAP.replace("12 schoolweken", "12 weken"), "anders", id="stap: andere weken"),
    pytest.param(STAP, STAP.replace("binnen: 12 schoolweken", "binnen: 1 schooljaar"), "anders", id="stap: schooljaar in blokken"),
    pytest.param(STAP, STAP.replace("met: [ouder]", "met: [leerling]"), "anders", id="stap: andere partner"),
    pytest.param(STAP, STAP.replace("4 keer", "3 keer").replace("12 schoolweken", "10 schoolweken"), "anders", id="stap: eerder maar korter"),
    pytest.param("{soort: proza, velden: [a.b]}", "{soort: gevuld, velden: [a.b]}", "soepeler", id="een tekst wordt een invulling"),
    pytest.param("{soort: verklaring, onderwerp: x}", "{soort: verklaring, onderwerp: y}", "anders", id="verklaring: ander onderwerp"),
    pytest.param("{soort: gelijk, veld: a.b, waarde: x}",
                 "{soort: als, als: {soort: gelijk, veld: school.sector, waarde: vo}, dan: [{soort: gelijk, veld: a.b, waarde: x}]}", "soepeler", id="als: geldt niet overal meer"),
    pytest.param("{soort: een_van, toetsen: [{soort: gevuld, velden: [a.b]}, {soort: gevuld, velden: [a.c]}]}",
                 "{soort: als, als: {soort: gelijk, veld: school.sector, waarde: vo}, dan: [{soort: gevuld, velden: [a.b]}]}", "anders", id="als maakt geen keuze goed"),
    pytest.param("{soort: gevuld, velden: [a.b]}", "{soort: gevuld, velden: [a.b, a.c]}", "strenger", id="gevuld: meer velden"),
    pytest.param("{soort: gevuld, velden: [a.b]}", "{soort: gelijk, veld: a.b, waarde: false}", "strenger", id="nee is ook een invulling"),
    pytest.param("{soort: keuze, veld: a.b, waarden: [x, y]}", "{soort: gelijk, veld: a.b, waarde: x}", "strenger", id="keuze: minder toegestaan"),
    pytest.param("{soort: keuze, veld: a.b, waarden: [x, y]}", "{soort: keuze, veld: a.b, waarden: [y, x]}", "gelijk", id="keuze: andere volgorde"),
    pytest.param("{soort: bevat, veld: a.l, alle: [x]}", "{soort: bevat, veld: a.l, alle: [x, y]}", "strenger", id="bevat: meer gevraagd"),
    pytest.param("{soort: bevat, veld: a.l, een_van: [x, y]}", "{soort: bevat, veld: a.l, alle: [x]}", "strenger", id="bevat: een van wordt alle"),
    pytest.param("{soort: bevat, veld: a.l, minstens: 2}", "{soort: bevat, veld: a.l, alle: [x, y]}", "strenger", id="bevat: twee woorden zijn er twee"),
    pytest.param("{soort: bevat, veld: a.l, hoogstens: 3}", "{soort: bevat, veld: a.l, hoogstens: 2}", "strenger", id="bevat: minder mag"),
    pytest.param("{soort: grens, veld: a.b, hoogstens: 1 jaar}", "{soort: grens, veld: a.b, hoogstens: 2 jaar}", "soepeler", id="grens: minder vaak"),
    pytest.param("{soort: grens, veld: a.b, hoogstens: 2 weken}", "{soort: grens, veld: a.b, hoogstens: 14 dagen}", "gelijk", id="grens: twee weken is veertien dagen"),
    pytest.param("{soort: grens, veld: a.b, minstens: 3}", "{soort: keuze, veld: a.b, waarden: [3, 4]}", "strenger", id="grens: waarden erbinnen"),
    pytest.param("{soort: een_item, veld: a.l, waar: {x: {gelijk: 1}}}", "{soort: dekt, veld: a.l, sleutel: x, waarden: [1, 2]}", "strenger", id="dekt geeft een regel"),
    pytest.param("{soort: een_item, veld: a.l, waar: {x: {gevuld: true}}}", "{soort: elk_item, veld: a.l, waar: {x: {minstens: 2}}}", "strenger", id="elke regel is ook één regel"),
    pytest.param("{soort: elk_item, veld: a.l, waar: {x: {gevuld: true}}}", "{soort: elk_item, veld: a.l, waar: {x: {uit: [p, q]}, y: {gevuld: true}}}", "strenger", id="elk: meer per regel"),
    pytest.param("{soort: dekt, veld: a.l, sleutel: x, waarden: [1]}", "{soort: dekt, veld: a.l, sleutel: x, waarden: [1, 2]}", "strenger", id="dekt: meer gevallen"),
    pytest.param("{soort: proza, velden: [a.b, a.c]}", "{soort: proza, velden: [a.b], min_woorden: 10}", "strenger", id="proza: langer en op één plek"),
    pytest.param("{soort: lezen, velden: [a.b], reden: r}", "{soort: proza, velden: [a.b]}", "gelijk", id="lezen en proza vragen dezelfde tekst"),
    pytest.param(STAP, STAP.replace("4 keer", "3 keer"), "strenger", id="stap: eerder"),
    pytest.param(STAP, STAP.replace("12 schoolweken", "16 schoolweken"), "strenger", id="stap: langer terugkijken"),
    pytest.param(STAP, STAP.replace("met: [ouder]", "met: [ouder, leerling], termijn: 3 dagen"), "strenger", id="stap: meer erbij"),
    pytest.param(STAP.replace("[ziekmeldingen]", "[ziekmeldingen, te_laat]"), STAP, "strenger", id="stap: minder signalen goed"),
    pytest.param(STAP.replace("4 keer", "4 keer, ook_meer_dan: true"), STAP, "strenger", id="stap: meer dan mag niet meer"),
    pytest.param("{soort: als, als: {soort: keuze, veld: school.sector, waarden: [vo]}, dan: [{soort: gevuld, velden: [a.b]}]}",
                 "{soort: als, als: {soort: keuze, veld: school.sector, waarden: [vo, pro]}, dan: [{soort: gevuld, velden: [a.b, a.c]}]}", "strenger", id="als: voor meer scholen"),
    pytest.param("{soort: een_van, toetsen: [{soort: gevuld, velden: [a.b]}, {soort: gevuld, velden: [a.c]}]}", "{soort: gevuld, velden: [a.c]}", "strenger", id="keuze vervalt"),
    pytest.param("{soort: alle, toetsen: [{soort: gevuld, velden: [a.b]}, {soort: gevuld, velden: [a.c]}]}", "{soort: gevuld, velden: [a.b, a.c]}", "gelijk", id="alle is een lijst"),
]


@pytest.mark.parametrize(("oud", "nieuw", "richting"), GEVALLEN)
def test_richting(oud: str, nieuw: str, richting: str) -> None:
    heen = compare_demands(toetsen(f"- {oud}"), toetsen(f"- {nieuw}"))
    terug = compare_demands(toetsen(f"- {nieuw}"), toetsen(f"- {oud}"))
    assert heen == richting
    assert terug == {"strenger": "soepeler", "soepeler": "strenger"}.get(richting, richting)


def test_elke_soort_heeft_een_regel() -> None:
    """Every soort is somewhere in the cases, and a test of it covers itself but not a test of another field."""
    genoemd = {soort.model_fields["soort"].annotation.__args__[0] for soort in SOORTEN}  # type: ignore[union-attr]
    tekst = " ".join(str(geval.values) for geval in GEVALLEN)
    assert {soort for soort in genoemd if f"soort: {soort}" not in tekst} == {"verwijst"}
    verwijst = toetsen("- {soort: verwijst, veld: a.l, sleutel: x, naar: trappen}")
    assert compare_demands(verwijst, verwijst) == "gelijk"
    assert compare_demands(verwijst, toetsen("- {soort: verwijst, veld: a.l, sleutel: y, naar: trappen}")) == "anders"


def test_elke_norm_is_gelijk_aan_zichzelf() -> None:
    for ref in available():
        for norm in load_kader(ref).normen:
            assert compare_demands(norm.toetsen, norm.toetsen) is Richting.GELIJK, norm.id


def test_een_toets_weg_is_nooit_strenger() -> None:
    """Of every norm with more tests: leaving one out is softer, or the same when the others say it too."""
    for ref in available():
        for norm in load_kader(ref).normen:
            for nummer in range(len(norm.toetsen) if len(norm.toetsen) > 1 else 0):
                minder = [*norm.toetsen[:nummer], *norm.toetsen[nummer + 1 :]]
                assert compare_demands(norm.toetsen, minder) in {Richting.SOEPELER, Richting.GELIJK}, norm.id


def test_veel_keuzes_zijn_snel_beantwoord() -> None:
    keuze = "{soort: een_van, toetsen: [{soort: gevuld, velden: [a.b]}, {soort: gevuld, velden: [a.c]}]}"
    rij = toetsen("\n".join(f"- {keuze.replace('a.c', f'a.c{nummer}')}" for nummer in range(40)))
    assert not covers(rij, toetsen("- {soort: gevuld, velden: [a.z]}"))


def test_wat_een_lezer_afmaakt() -> None:
    assert needs_reader(toetsen("- {soort: een_van, toetsen: [{soort: gevuld, velden: [a.b]}, {soort: proza, velden: [a.c]}]}"))
    assert not needs_reader(toetsen("- {soort: gevuld, velden: [a.b]}"))


# ---- Willekeurig: strenger betekent dat elk beleid dat nieuw haalt, oud ook haalt ----------------------------------

VELDEN = ("a.b", "a.c", "a.visie")
WOORDEN = st.sampled_from(["x", "y", "z", "nvt", True, False, 1, 2])
MATEN = st.sampled_from(["1 dag", "1 schooldag", "2 dagen", "1 week", "5 schooldagen", "8 dagen", "3 lesuren", "4 klokuren", "240 minuten", "1 maand", "1 jaar", "0 dagen"])
VELD = st.sampled_from(VELDEN)
LIJST = st.lists(WOORDEN, min_size=1, max_size=3)
VOORWAARDE = st.one_of(
    WOORDEN.map(lambda w: {"gelijk": w}),
    LIJST.map(lambda w: {"uit": w}),
    LIJST.map(lambda w: {"bevat": w}),
    LIJST.map(lambda w: {"een_van": w}),
    st.just({"gevuld": True}),
    st.integers(0, 3).map(lambda n: {"minstens": n}),
    MATEN.map(lambda m: {"hoogstens": m}),
)
WAAR = st.dictionaries(st.sampled_from(["p", "q"]), VOORWAARDE, min_size=1, max_size=2)
ENKEL = st.one_of(
    st.lists(VELD, min_size=1, max_size=2, unique=True).map(lambda v: {"soort": "gevuld", "velden": v}),
    st.builds(lambda v, w: {"soort": "gelijk", "veld": v, "waarde": w}, VELD, WOORDEN),
    st.builds(lambda v, w: {"soort": "keuze", "veld": v, "waarden": w}, VELD, LIJST),
    st.builds(lambda v, w: {"soort": "bevat", "veld": v, "alle": w}, VELD, LIJST),
    st.builds(lambda v, w: {"soort": "bevat", "veld": v, "een_van": w}, VELD, LIJST),
    st.builds(lambda v, n, k: {"soort": "bevat", "veld": v, k: n}, VELD, st.integers(1, 3), st.sampled_from(["minstens", "hoogstens"])),
    st.builds(lambda v, m, k: {"soort": "grens", "veld": v, k: m}, VELD, MATEN | st.integers(0, 3), st.sampled_from(["minstens", "hoogstens"])),
    st.builds(lambda v, w: {"soort": "een_item", "veld": v, "waar": w}, VELD, WAAR),
    st.builds(lambda v, w: {"soort": "elk_item", "veld": v, "waar": w}, VELD, WAAR),
    st.builds(lambda v, k, w: {"soort": "dekt", "veld": v, "sleutel": k, "waarden": w}, VELD, st.sampled_from(["p", "q"]), LIJST),
    st.builds(lambda v, n: {"soort": "proza", "velden": v, "min_woorden": n}, st.lists(VELD, min_size=1, max_size=2, unique=True), st.integers(1, 4)),
    VELD.map(lambda v: {"soort": "lezen", "velden": [v], "reden": "r"}),
)
VOORWAARDELIJK = st.builds(
    lambda v, w, dan: {"soort": "als", "als": {"soort": "keuze", "veld": v, "waarden": w}, "dan": dan},
    VELD, LIJST, st.lists(ENKEL, min_size=1, max_size=2),
)  # fmt: skip
TOETS = st.one_of(
    ENKEL,
    VOORWAARDELIJK,
    st.builds(lambda d: {"soort": "een_van", "toetsen": d}, st.lists(ENKEL | VOORWAARDELIJK, min_size=2, max_size=3)),
    st.builds(lambda d: {"soort": "alle", "toetsen": d}, st.lists(ENKEL, min_size=2, max_size=2)),
)
ITEM = st.dictionaries(st.sampled_from(["p", "q"]), WOORDEN | MATEN | st.lists(WOORDEN, max_size=2), max_size=2)
WAARDE = st.one_of(
    st.none(), WOORDEN, MATEN, st.lists(WOORDEN, max_size=3), st.lists(ITEM, max_size=3), st.sampled_from(["een hele zin van woorden", "kort maar krachtig"])
)
FEITEN = st.fixed_dictionaries({"b": WAARDE, "c": WAARDE, "visie": WAARDE})


def lees(ruw: Sequence[dict[str, Any]]) -> list[Toets] | None:
    try:
        return KEURDER.validate_python(list(ruw))
    except ValidationError:
        return None


def _misses(gevraagd: Sequence[Toets], onderzoek: Onderzoek) -> bool:
    return bool(together(toets.run(onderzoek) for toets in gevraagd).gaps)


def _meets(gevraagd: Sequence[Toets], onderzoek: Onderzoek) -> bool:
    return together(toets.run(onderzoek) for toets in gevraagd).holds


def onderzoek(feiten: dict[str, Any], lesuur: int | None = None) -> Onderzoek:
    school = {} if lesuur is None else {"lesuur_minuten": lesuur}
    return Onderzoek({"a": {k: v for k, v in feiten.items() if v is not None}, "school": school}, DAG)


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(st.data())
def test_wie_de_strengere_haalt_haalt_ook_de_andere(data: st.DataObject) -> None:
    oud = lees(data.draw(st.lists(TOETS, min_size=1, max_size=2)))
    erbij = lees(data.draw(st.lists(TOETS, max_size=1)))
    los = lees(data.draw(st.lists(TOETS, min_size=1, max_size=2)))
    if oud is None or erbij is None or los is None:
        return
    for nieuw in ([*oud, *erbij], los):
        if not covers(nieuw, oud):
            assert nieuw is los, "een eis erbij is nooit soepeler"
            continue
        for feiten in data.draw(st.lists(FEITEN, min_size=5, max_size=8)):
            for lesuur in (None, 50):
                bezien = onderzoek(feiten, lesuur)
                if _meets(nieuw, bezien):
                    assert not _misses(oud, bezien), (feiten, oud, nieuw)


@settings(max_examples=300, deadline=None)
@given(MATEN, MATEN, MATEN)
def test_grenzen(nieuw: str, oud: str, waarde: str) -> None:
    for lesuur in (None, 50, 60):
        for functie, welke in ((max_covers, "hoogstens"), (min_covers, "minstens")):
            if functie(nieuw, oud):
                een, ander = ({"hoogstens": None, "minstens": None} | {welke: grens} for grens in (nieuw, oud))
                try:
                    gehaald = within(waarde, **een, lesuur=lesuur)
                    ook = within(waarde, **ander, lesuur=lesuur)
                except ValueError:
                    continue
                assert ook or not gehaald, (welke, nieuw, oud, waarde, lesuur)


DREMPELS = {
    "ziekmeldingen": ["1 keer", "3 keer", "4 keer", "5 keer"],
    "ongeoorloofde_uren": ["1 lesuur", "10 lesuren", "16 lesuren", "12 klokuren", "16 klokuren"],
    "ziek_aaneengesloten": ["1 dag", "1 schooldag", "5 schooldagen", "7 schooldagen", "1 week", "9 dagen"],
}
PERIODEN = ["4 weken", "12 weken", "12 schoolweken", "16 schoolweken", "1 schooljaar", "4 lesweken"]
ROLLEN = st.lists(st.sampled_from(["ouder", "leerling", "jeugdarts"]), max_size=2, unique=True)


@st.composite
def stappen(draw: st.DrawFn) -> dict[str, Any]:
    naam = draw(st.sampled_from(sorted(DREMPELS)))
    stap: dict[str, Any] = {"soort": "stap", "signaal": [naam, *draw(st.sampled_from([[], ["te_laat"]]))]}
    if draw(st.booleans()):
        stap["uiterlijk"] = draw(st.sampled_from(DREMPELS[naam]))
        stap["ook_meer_dan"] = draw(st.booleans())
        if naam != "ziek_aaneengesloten" and draw(st.booleans()):
            stap["binnen"] = draw(st.sampled_from(PERIODEN))
    if draw(st.integers(0, 3)) == 0:
        stap["vanaf"] = draw(st.sampled_from(DREMPELS[naam]))
    stap["herhaling"] = draw(st.integers(0, 3)) == 0
    stap["actie"] = draw(st.lists(st.sampled_from(["gesprek", "brief"]), max_size=2, unique=True))
    if stap["actie"]:
        stap["met"] = draw(ROLLEN)
        stap["wie"] = draw(st.sampled_from([[], ["mentor"], ["mentor", "oco"]]))
        if draw(st.booleans()):
            stap["termijn"] = draw(st.sampled_from(["1 dag", "3 dagen", "1 week", "2 schooldagen"]))
    return stap


@st.composite
def ladders(draw: st.DrawFn) -> dict[str, Any]:
    rij = []
    for _ in range(draw(st.integers(1, 3))):
        naam = draw(st.sampled_from(sorted(DREMPELS)))
        signaal: dict[str, Any] = {"signaal": naam, "drempel": draw(st.sampled_from(DREMPELS[naam]))}
        signaal["vergelijking"] = draw(st.sampled_from(["vanaf", "vanaf", "meer_dan", "elke"]))
        if naam != "ziek_aaneengesloten" and draw(st.booleans()):
            signaal["periode"] = draw(st.sampled_from(PERIODEN))
            signaal["venster"] = draw(st.sampled_from(["voortschrijdend", "vast"]))
        if draw(st.booleans()):
            signaal["herhaling"] = True
        actie: dict[str, Any] = {"actie": draw(st.sampled_from(["gesprek", "brief"])), "met": draw(ROLLEN)}
        if draw(st.booleans()):
            actie["wie"] = draw(st.sampled_from(["mentor", "oco"]))
        if draw(st.booleans()):
            actie["termijn"] = draw(st.sampled_from(["1 dag", "3 dagen", "1 week", "2 schooldagen"]))
        rij.append({"bij": [signaal], "acties": [actie]})
    return {"trappen": [{"trap": "ziekte", "stappen": rij}]}


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_ook_op_de_ladder(data: st.DataObject) -> None:
    oud = lees([data.draw(stappen())])
    los = lees([data.draw(stappen())])
    if oud is None or los is None:
        return
    streng = [oud[0].model_copy(update={"signaal": oud[0].signaal[:1], "herhaling": True})]  # type: ignore[union-attr]
    assert covers(streng, oud)
    for nieuw in (streng, los):
        if not covers(nieuw, oud):
            continue
        for blok in data.draw(st.lists(ladders(), min_size=2, max_size=4)):
            for lesuur in (None, 50):
                school = {} if lesuur is None else {"lesuur_minuten": lesuur}
                bezien = Onderzoek({BLOK: blok, "school": school}, DAG, build_ladder(blok, {}))
                if _meets(nieuw, bezien):
                    assert not _misses(oud, bezien), (blok, oud, nieuw)
