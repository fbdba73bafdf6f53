"""Voor welke groepen leerlingen een ladder verschilt, en welke stap voor welke groep geldt."""

from __future__ import annotations

from typing import Any

import pytest

from beleidscheck.trap.bereik import MAX_GROEPEN, Groep, TooManyGroupsError, groups
from beleidscheck.trap.ladder import BLOK, Bereik, Ladder, Stap


def _ladder(*bereiken: Bereik | tuple[Bereik, ...]) -> Ladder:
    """Return a ladder with a step per reach; a tuple is the reach of the trap with that of the step."""
    stappen = [
        Stap(
            "proef",
            (BLOK, "trappen", 0, "stappen", nummer),
            (),
            (),
            str(nummer),
            bereik=deel if isinstance(deel, tuple) else (deel,),
        )
        for nummer, deel in enumerate(bereiken)
    ]
    return Ladder(tuple(stappen))


def _names(ladder: Ladder, **school: Any) -> list[str]:  # noqa: ANN401 - elke YAML-waarde
    return [groep.describe() for groep in groups(ladder, school)]


# ---- Welke groepen -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "ladder",
    [
        pytest.param(Ladder(), id="geen stappen"),
        pytest.param(_ladder(()), id="geen geldt_voor"),
        pytest.param(_ladder(Bereik()), id="een leeg geldt_voor"),
    ],
)
def test_zonder_beperking_is_er_een_groep(ladder: Ladder) -> None:
    assert groups(ladder, {"locaties": ["Noord", "Zuid"], "sector": "vo"}) == (Groep(),)
    assert Groep().describe() == ""


@pytest.mark.parametrize(
    ("bereiken", "school", "namen"),
    [
        pytest.param([Bereik(locaties=("Noord",))], {}, ["locatie Noord", "een andere locatie"], id="onbekende locaties"),
        pytest.param(
            [Bereik(locaties=("Noord",))],
            {"locaties": ["Noord", "Zuid"]},
            ["locatie Noord", "locatie Zuid"],
            id="bekende locaties",
        ),
        pytest.param(
            [Bereik(locaties=("Oost",))],
            {"locaties": ["Noord"]},
            ["locatie Noord", "locatie Oost"],
            id="een locatie die de school niet noemt",
        ),
        pytest.param(
            [Bereik(locaties=("Noord",))],
            {"locaties": []},
            ["locatie Noord", "een andere locatie"],
            id="een lege lijst zegt niets",
        ),
        pytest.param(
            [Bereik(locaties=("Noord",))], {"locaties": "Noord"}, ["locatie Noord", "een andere locatie"], id="geen lijst"
        ),
        pytest.param(
            [Bereik(onderwijssoorten=("havo",))],
            {},
            ["onderwijssoort havo", "een andere onderwijssoort"],
            id="onbekende onderwijssoorten",
        ),
        pytest.param(
            [Bereik(onderwijssoorten=("havo",))],
            {"onderwijssoorten": ["havo", "vwo"]},
            ["onderwijssoort havo", "onderwijssoort vwo"],
            id="bekende onderwijssoorten",
        ),
        pytest.param([Bereik(leerjaren=("1",))], {}, ["leerjaar 1", "een ander leerjaar"], id="een ander leerjaar"),
        pytest.param(
            [Bereik(leerjaren=("1",))],
            {"sector": "pro"},
            ["leerjaar 1", "een ander leerjaar"],
            id="pro: het aantal leerjaren verschilt",
        ),
        pytest.param(
            [Bereik(leerjaren=("1", "2")), Bereik(leerjaren=("3", "4"))],
            {"sector": "vo", "onderwijssoorten": ["vmbo-tl", "vmbo-kader"]},
            ["leerjaar 1", "leerjaar 2", "leerjaar 3", "leerjaar 4"],
            id="een vmbo heeft vier leerjaren",
        ),
        pytest.param(
            [Bereik(leerjaren=("1",))],
            {"sector": "vo", "onderwijssoorten": ["havo"]},
            [f"leerjaar {n}" for n in range(1, 6)],
            id="havo: vijf",
        ),
        pytest.param([Bereik(leerjaren=("1",))], {"sector": "vo"}, [f"leerjaar {n}" for n in range(1, 7)], id="vo: zes"),
        pytest.param([Bereik(leerjaren=("1",))], {"sector": "po"}, [f"leerjaar {n}" for n in range(1, 9)], id="po: acht"),
        pytest.param([Bereik(leerjaren=("1",))], {"sector": "mbo"}, [f"leerjaar {n}" for n in range(1, 5)], id="mbo: vier"),
        pytest.param(
            [Bereik(leerplicht=("niet_leerplichtig",))],
            {},
            ["leerplichtig", "kwalificatieplichtig", "niet leerplichtig"],
            id="leerplicht kent drie waarden",
        ),
        pytest.param([Bereik(leeftijd_van=18)], {}, ["jonger dan 18 jaar", "vanaf 18 jaar"], id="vanaf 18"),
        pytest.param([Bereik(leeftijd_tot=18)], {}, ["jonger dan 18 jaar", "vanaf 18 jaar"], id="tot 18"),
        pytest.param(
            [Bereik(leeftijd_van=12, leeftijd_tot=16), Bereik(leeftijd_van=18)],
            {},
            ["jonger dan 12 jaar", "van 12 tot 16 jaar", "van 16 tot 18 jaar", "vanaf 18 jaar"],
            id="leeftijden",
        ),
        pytest.param(
            [Bereik(leeftijd_van=18), Bereik(leeftijd_tot=18)],
            {},
            ["jonger dan 18 jaar", "vanaf 18 jaar"],
            id="dezelfde grens twee keer",
        ),
        pytest.param(
            [Bereik(locaties=("Noord",), leeftijd_van=18)],
            {"locaties": ["Noord", "Zuid"]},
            [
                "locatie Noord, jonger dan 18 jaar",
                "locatie Noord, vanaf 18 jaar",
                "locatie Zuid, jonger dan 18 jaar",
                "locatie Zuid, vanaf 18 jaar",
            ],
            id="locatie en leeftijd",
        ),
    ],
)
def test_de_groepen(bereiken: list[Bereik], school: dict[str, Any], namen: list[str]) -> None:
    assert _names(_ladder(*bereiken), **school) == namen


# ---- Voor wie geldt een stap -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bereik", "voor"),
    [
        pytest.param(Bereik(locaties=("Noord",)), ["locatie Noord"], id="locatie"),
        pytest.param(Bereik(locaties=("Noord", "Zuid")), ["locatie Noord", "locatie Zuid"], id="twee locaties"),
        pytest.param(
            (Bereik(locaties=("Noord",)), Bereik(locaties=("Noord", "Zuid"))), ["locatie Noord"], id="trap en stap samen"
        ),
        pytest.param((Bereik(locaties=("Noord",)), Bereik(locaties=("Zuid",))), [], id="trap en stap sluiten elkaar uit"),
        pytest.param((), ["locatie Noord", "locatie Zuid"], id="iedereen"),
    ],
)
def test_een_stap_geldt_voor(bereik: Bereik | tuple[Bereik, ...], voor: list[str]) -> None:
    ladder = _ladder(bereik, Bereik(locaties=("Noord", "Zuid")))
    gelden = [groep.describe() for groep in groups(ladder, {"locaties": ["Noord", "Zuid"]}) if groep.holds(ladder.stappen[0])]
    assert gelden == voor


@pytest.mark.parametrize(
    ("bereik", "voor"),
    [
        pytest.param(Bereik(leeftijd_van=12, leeftijd_tot=18), [(12, 16), (16, 18)], id="van en tot"),
        pytest.param(Bereik(leeftijd_van=16), [(16, 18), (18, None)], id="vanaf"),
        pytest.param(Bereik(leeftijd_tot=16), [(None, 12), (12, 16)], id="tot"),
        pytest.param(Bereik(leeftijd_van=18, leeftijd_tot=12), [], id="omgekeerd"),
        pytest.param(Bereik(leeftijd_van=16, leeftijd_tot=16), [], id="een leeg interval"),
        pytest.param(Bereik(), [(None, 12), (12, 16), (16, 18), (18, None)], id="alle leeftijden"),
    ],
)
def test_leeftijden(bereik: Bereik, voor: list[tuple[int | None, int | None]]) -> None:
    ladder = _ladder(bereik, Bereik(leeftijd_van=12, leeftijd_tot=16), Bereik(leeftijd_van=18))
    gelden = [(groep.leeftijd_van, groep.leeftijd_tot) for groep in groups(ladder, {}) if groep.holds(ladder.stappen[0])]
    assert gelden == voor


@pytest.mark.parametrize("leeftijd", range(3, 30))
def test_elke_leeftijd_zit_in_precies_een_groep(leeftijd: int) -> None:
    """What a step says about a pupil of one age is what it says about the group that the pupil is in."""
    bereiken = [
        Bereik(leeftijd_van=5),
        Bereik(leeftijd_tot=18),
        Bereik(leeftijd_van=12, leeftijd_tot=23),
        Bereik(leeftijd_van=16, leeftijd_tot=18),
    ]
    ladder = _ladder(*bereiken)
    (groep,) = (g for g in groups(ladder, {}) if (g.leeftijd_van or 0) <= leeftijd < (g.leeftijd_tot or 999))
    for stap, bereik in zip(ladder.stappen, bereiken, strict=True):
        echt = (bereik.leeftijd_van or 0) <= leeftijd < (bereik.leeftijd_tot or 999)
        assert groep.holds(stap) is echt


@pytest.mark.parametrize(
    ("van", "tot", "onder", "vanaf"),
    [
        pytest.param(None, None, True, True, id="alle leeftijden"),
        pytest.param(None, 18, True, False, id="tot 18"),
        pytest.param(18, None, False, True, id="vanaf 18"),
        pytest.param(12, 18, True, False, id="12 tot 18"),
        pytest.param(16, 19, True, True, id="over de grens heen"),
        pytest.param(18, 23, False, True, id="18 tot 23"),
    ],
)
def test_onder_en_vanaf_achttien(van: int | None, tot: int | None, *, onder: bool, vanaf: bool) -> None:
    groep = Groep(leeftijd_van=van, leeftijd_tot=tot)
    assert (groep.has_age("onder_18"), groep.has_age("vanaf_18"), groep.has_age("")) == (onder, vanaf, True)


# ---- Veel groepen ------------------------------------------------------------------------------------------------


def test_veel_groepen_worden_samengenomen_zonder_dat_er_een_stap_wegvalt() -> None:
    """600 named places and 6 years are 3600 groups; only two kinds of place and two kinds of year differ."""
    plaatsen = [f"L{nummer}" for nummer in range(600)]
    ladder = _ladder(Bereik(locaties=("L0", "L1")), Bereik(leerjaren=("6",)))
    gevonden = groups(ladder, {"locaties": plaatsen, "sector": "vo"})
    assert [(groep.locatie, groep.leerjaar) for groep in gevonden] == [("L0", "1"), ("L0", "6"), ("L2", "1"), ("L2", "6")]
    assert {tuple(groep.holds(stap) for stap in ladder.stappen) for groep in gevonden} == {
        (True, False),
        (True, True),
        (False, False),
        (False, True),
    }


def test_te_veel_groepen_is_een_fout_en_geen_stille_afkapping() -> None:
    bereiken = [Bereik(locaties=(f"L{n}",), onderwijssoorten=(f"S{n}",)) for n in range(17)]
    with pytest.raises(TooManyGroupsError) as fout:
        groups(_ladder(*bereiken), {})
    assert str(fout.value) == "De stappen gelden voor te veel verschillende groepen leerlingen om elke groep te toetsen."
    assert len(groups(_ladder(*bereiken[:15]), {})) == MAX_GROEPEN


def test_heel_veel_uitzonderingen_kosten_geen_geheugen() -> None:
    bereiken = [
        Bereik((f"L{n}",), (f"{n}",), (f"S{n}",), leeftijd_van=n, leeftijd_tot=n + 1) for n in range(300)
    ]  # meer dan 300 tot de vierde combinaties
    with pytest.raises(TooManyGroupsError):
        groups(_ladder(*bereiken), {})
