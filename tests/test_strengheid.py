"""Gaat de school niet later af dan de norm? Drempels aan beide kanten, en alle trajecten op een korte horizon als orakel."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from functools import cache
from itertools import accumulate, product
from typing import TYPE_CHECKING, Final

import pytest

from beleidscheck.hoeveelheid import Hoeveelheid, LessonLengthError, parse_hoeveelheid
from beleidscheck.trap.ladder import Signaal
from beleidscheck.trap.strengheid import Eis, fires_in_time, is_this_rung, same_kind, window_is_long_enough

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

VENSTERS: Final = ("voortschrijdend", "vast")


def _signaal(tekst: str) -> Signaal:
    """Return a signal as spoken: "meer_dan 4 keer | 12 weken | vast"; no period and no kind may be left out."""
    drempel, *rest = (deel.strip() for deel in tekst.split("|"))
    vergelijking, _, hoeveelheid = drempel.partition(" ")
    if vergelijking not in {"meer_dan", "onder", "elke"}:
        vergelijking, hoeveelheid = "vanaf", drempel
    return Signaal(
        "proef",
        (),
        parse_hoeveelheid(hoeveelheid) if hoeveelheid else None,
        vergelijking,
        parse_hoeveelheid(rest[0]) if rest else None,
        rest[1] if len(rest) > 1 else "voortschrijdend",
    )


def _eis(uiterlijk: str = "", *, binnen: str = "", vanaf: str = "", onder: str = "", ook_meer_dan: bool = False) -> Eis:
    lees = [parse_hoeveelheid(tekst) if tekst else None for tekst in (uiterlijk, binnen, vanaf, onder)]
    return Eis(lees[0], lees[1], lees[2], lees[3], ook_meer_dan)


# ---- De drempel --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("school", "norm", "lesuur", "op_tijd"),
    [
        pytest.param("3 keer", "4 keer", None, True, id="3 bij 4"),
        pytest.param("4 keer", "4 keer", None, True, id="4 bij 4"),
        pytest.param("5 keer", "4 keer", None, False, id="5 bij 4"),
        pytest.param("meer_dan 3 keer", "4 keer", None, True, id="meer dan 3 is 4"),
        pytest.param("meer_dan 4 keer", "4 keer", None, False, id="meer dan 4 is 5"),
        pytest.param("elke 3 keer", "4 keer", None, True, id="elke 3"),
        pytest.param("elke 4 keer", "4 keer", None, True, id="elke 4"),
        pytest.param("elke 5 keer", "4 keer", None, False, id="elke 5"),
        pytest.param("onder 3 keer", "4 keer", None, False, id="onder is een peil, geen telling"),
        pytest.param("", "4 keer", None, False, id="geen drempel"),
        pytest.param("15,99 klokuren", "16 klokuren", None, True, id="net onder 16 uur"),
        pytest.param("16,01 klokuren", "16 klokuren", None, False, id="net boven 16 uur"),
        pytest.param("meer_dan 15 klokuren", "16 klokuren", None, True, id="meer dan 15 uur"),
        pytest.param("meer_dan 16 klokuren", "16 klokuren", None, False, id="meer dan 16 uur"),
        pytest.param("16 lesuren", "16 lesuren", None, True, id="lesuren zonder lengte"),
        pytest.param("16 lesuren", "16 klokuren", 60, True, id="lesuur van 60 minuten"),
        pytest.param("17 lesuren", "16 klokuren", 60, False, id="17 van 60 minuten"),
        pytest.param("19 lesuren", "16 klokuren", 50, True, id="19 van 50 minuten"),
        pytest.param("20 lesuren", "16 klokuren", 50, False, id="20 van 50 minuten"),
        pytest.param("21 lesuren", "16 klokuren", 45, True, id="21 van 45 minuten"),
        pytest.param("22 lesuren", "16 klokuren", 45, False, id="22 van 45 minuten"),
        pytest.param("16 klokuren", "16 lesuren", 50, False, id="klokuren bij een norm in lesuren"),
        pytest.param("13 klokuren", "16 lesuren", 50, True, id="13 klokuren is minder dan 16 lesuren van 50"),
        pytest.param("960 minuten", "16 klokuren", None, True, id="minuten"),
        pytest.param("7 schooldagen", "7 schooldagen", None, True, id="7e schooldag"),
        pytest.param("8 schooldagen", "7 schooldagen", None, False, id="8e schooldag"),
        pytest.param("9 dagen", "7 schooldagen", None, True, id="9 dagen: elke zevende schooldag ligt daarna"),
        pytest.param("10 dagen", "7 schooldagen", None, False, id="10 dagen kan na de 7e schooldag zijn"),
        pytest.param("20 schooldagen", "4 weken", None, True, id="20 schooldagen is 4 weken"),
        pytest.param("21 schooldagen", "4 weken", None, False, id="21 schooldagen"),
        pytest.param("1 schooldag", "1 dag", None, True, id="de eerste schooldag is de eerste dag"),
        pytest.param("2 schooldagen", "1 dag", None, False, id="de tweede schooldag niet"),
    ],
)
def test_de_drempel_aan_beide_kanten(school: str, norm: str, lesuur: int | None, *, op_tijd: bool) -> None:
    assert fires_in_time(_signaal(school), _eis(norm), lesuur) is op_tijd


def test_de_kantelpunten_van_een_lesuur_van_50_minuten() -> None:
    """16 klokuren zijn 19,2 lessen van 50 minuten: bij 19 is de school op tijd, bij 20 niet."""
    op_tijd = [aantal for aantal in range(1, 40) if fires_in_time(_signaal(f"{aantal} lesuren"), _eis("16 klokuren"), 50)]
    assert op_tijd == list(range(1, 20))


@pytest.mark.parametrize(
    ("school", "op_tijd"),
    [
        pytest.param("meer_dan 4 keer", True, id="precies meer dan 4"),
        pytest.param("meer_dan 5 keer", False, id="meer dan 5"),
        pytest.param("5 keer", False, id="vanaf 5 is niet meer dan 4 opgeschreven"),
    ],
)
def test_een_norm_die_meer_dan_goedvindt(school: str, *, op_tijd: bool) -> None:
    assert fires_in_time(_signaal(school), _eis("4 keer", ook_meer_dan=True), None) is op_tijd


@pytest.mark.parametrize(
    ("school", "op_tijd"),
    [
        pytest.param("onder 96 procent", True, id="eerder"),
        pytest.param("onder 95 procent", True, id="gelijk"),
        pytest.param("onder 94,99 procent", False, id="net later"),
        pytest.param("95 procent", False, id="vanaf 95 is de andere kant"),
        pytest.param("meer_dan 95 procent", False, id="meer dan 95 is de andere kant"),
        pytest.param("", False, id="geen drempel"),
    ],
)
def test_een_peil_telt_van_de_andere_kant(school: str, *, op_tijd: bool) -> None:
    assert fires_in_time(_signaal(school), _eis(onder="95 procent"), None) is op_tijd


def test_zonder_eis_is_elke_drempel_goed() -> None:
    assert fires_in_time(_signaal("99 keer"), _eis(), None)
    assert fires_in_time(_signaal(""), _eis(), None)


def test_een_lesuur_zonder_lengte_is_een_fout() -> None:
    with pytest.raises(LessonLengthError):
        fires_in_time(_signaal("16 lesuren"), _eis("16 klokuren"), None)
    with pytest.raises(LessonLengthError):
        is_this_rung(_signaal("16 lesuren"), _eis(vanaf="2 klokuren"), None)
    with pytest.raises(LessonLengthError):
        window_is_long_enough(_signaal("4 lesuren | 1 week"), _eis("16 klokuren", binnen="4 weken"), None)


@pytest.mark.parametrize(
    ("school", "vanaf", "lesuur", "is_het"),
    [
        pytest.param("9 keer", "10 keer", None, False, id="eronder"),
        pytest.param("10 keer", "10 keer", None, True, id="precies"),
        pytest.param("15 keer", "10 keer", None, True, id="erboven"),
        pytest.param("1 lesuur", "2 lesuren", None, False, id="eerste lesuur"),
        pytest.param("16 klokuren", "2 lesuren", 50, True, id="klokuren en lesuren"),
        pytest.param("", "10 keer", None, True, id="zonder drempel is het misschien deze trede"),
        pytest.param("9 keer", "", None, True, id="elke trede"),
    ],
)
def test_om_deze_trede_gaat_het(school: str, vanaf: str, lesuur: int | None, *, is_het: bool) -> None:
    assert is_this_rung(_signaal(school), _eis("15 keer", vanaf=vanaf), lesuur) is is_het


@pytest.mark.parametrize(
    ("school", "norm", "zelfde"),
    [
        pytest.param("4 keer", "4 keer", True, id="keer"),
        pytest.param("4 lesuren", "4 klokuren", True, id="uren"),
        pytest.param("4 dagen", "4 keer", False, id="dagen en keren"),
        pytest.param("4 lesuren", "4 dagen", False, id="uren en dagen"),
        pytest.param("", "4 keer", True, id="zonder drempel"),
        pytest.param("4 dagen", "", True, id="zonder eis"),
    ],
)
def test_te_meten_of_niet(school: str, norm: str, *, zelfde: bool) -> None:
    assert same_kind(_signaal(school), _eis(norm)) is zelfde


# ---- Het venster -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("school", "norm", "binnen", "genoeg"),
    [
        pytest.param("4 keer | 12 schoolweken", "4 keer", "12 schoolweken", True, id="even lang"),
        pytest.param("4 keer | 13 schoolweken", "4 keer", "12 schoolweken", True, id="langer"),
        pytest.param("4 keer | 1 schooljaar", "4 keer", "12 schoolweken", True, id="heel schooljaar, voortschrijdend"),
        pytest.param("4 keer | 11 schoolweken", "4 keer", "12 schoolweken", False, id="korter"),
        pytest.param("2 keer | 6 schoolweken", "4 keer", "12 schoolweken", True, id="half venster, halve drempel"),
        pytest.param("3 keer | 6 schoolweken", "4 keer", "12 schoolweken", False, id="half venster, drempel te hoog"),
        pytest.param("meer_dan 1 keer | 6 schoolweken", "4 keer", "12 schoolweken", True, id="meer dan 1 is 2"),
        pytest.param("meer_dan 2 keer | 6 schoolweken", "4 keer", "12 schoolweken", False, id="meer dan 2 is 3"),
        pytest.param("2 keer | 5 schoolweken", "4 keer", "12 schoolweken", True, id="drie vensters, ceil(4/3) is 2"),
        pytest.param("2 keer | 3 schoolweken", "4 keer", "12 schoolweken", False, id="vier vensters, ceil(4/4) is 1"),
        pytest.param("1 keer | 1 week", "4 keer", "12 schoolweken", True, id="de eerste keer heeft geen venster nodig"),
        pytest.param("1 keer", "4 keer", "12 schoolweken", True, id="de eerste keer zonder venster"),
        pytest.param("2 keer", "4 keer", "12 schoolweken", False, id="geen venster genoemd"),
        pytest.param("4 keer | 12 schoolweken | vast", "4 keer", "12 schoolweken", False, id="vaste blokken knippen"),
        pytest.param("2 keer | 12 schoolweken | vast", "4 keer", "12 schoolweken", True, id="vaste blokken, halve drempel"),
        pytest.param("3 keer | 24 schoolweken | vast", "4 keer", "12 schoolweken", False, id="ook een groot blok knipt"),
        pytest.param("4 keer | 0 dagen", "4 keer", "12 schoolweken", False, id="venster van nul"),
        pytest.param("4 keer | 4 keer", "4 keer", "12 schoolweken", False, id="een periode in keren is geen periode"),
        pytest.param("16 klokuren | 4 weken", "16 klokuren", "4 weken", True, id="uren: even lang"),
        pytest.param("16 klokuren | 20 schooldagen", "16 klokuren", "4 weken", True, id="20 schooldagen is 4 weken"),
        pytest.param("16 klokuren | 19 schooldagen", "16 klokuren", "4 weken", False, id="19 schooldagen is korter"),
        pytest.param("8 klokuren | 2 weken", "16 klokuren", "4 weken", True, id="uren: half venster, halve drempel"),
        pytest.param("8,5 klokuren | 2 weken", "16 klokuren", "4 weken", False, id="uren worden niet naar boven afgerond"),
        pytest.param("meer_dan 8 klokuren | 2 weken", "16 klokuren", "4 weken", False, id="meer dan 8 is net te laat"),
        pytest.param("meer_dan 7,99 klokuren | 2 weken", "16 klokuren", "4 weken", True, id="meer dan 7,99"),
        pytest.param("1 klokuur", "16 klokuren", "4 weken", True, id="het eerste uur, zonder venster"),
        pytest.param("1 klokuur | 1 dag", "16 klokuren", "4 weken", False, id="een uur per dag mist een les per dag"),
        pytest.param("99 keer", "4 keer", "", True, id="een norm zonder venster"),
        pytest.param("", "4 keer", "12 schoolweken", True, id="geen drempel: dat zegt een andere regel"),
    ],
)
def test_het_venster(school: str, norm: str, binnen: str, *, genoeg: bool) -> None:
    assert window_is_long_enough(_signaal(school), _eis(norm, binnen=binnen), None) is genoeg


@pytest.mark.parametrize(
    ("binnen", "genoeg"),
    [
        pytest.param("1 schooljaar", True, id="een norm per schooljaar"),
        pytest.param("4 weken", True, id="4 weken past in de zomervakantie"),
        pytest.param("6 weken", True, id="6 weken ook"),
        pytest.param("7 weken", False, id="7 weken raakt twee schooljaren"),
        pytest.param("12 weken", False, id="12 weken"),
        pytest.param("4 lesweken", False, id="4 lesweken slaan de vakantie over"),
        pytest.param("12 schoolweken", False, id="12 schoolweken ook"),
    ],
)
def test_tellen_per_schooljaar(binnen: str, *, genoeg: bool) -> None:
    """Fixed school years only cut windows that have lessons of two of them."""
    signaal = _signaal("4 keer | 1 schooljaar | vast")
    assert window_is_long_enough(signaal, _eis("4 keer", binnen=binnen), None) is genoeg


@pytest.mark.parametrize(
    ("school", "genoeg"),
    [
        pytest.param("onder 95 procent | 12 schoolweken", True, id="zelfde meetperiode"),
        pytest.param("onder 95 procent | 24 schoolweken", False, id="een langere meetperiode strijkt glad"),
        pytest.param("onder 95 procent | 4 schoolweken", False, id="een kortere meetperiode is iets anders"),
        pytest.param("onder 95 procent", False, id="geen meetperiode"),
    ],
)
def test_een_peil_vraagt_dezelfde_meetperiode(school: str, *, genoeg: bool) -> None:
    assert window_is_long_enough(_signaal(school), _eis(onder="95 procent", binnen="12 schoolweken"), None) is genoeg


# ---- Alle trajecten ----------------------------------------------------------------------------------------------


@cache
def _worst(horizon: int, per_dag: int) -> dict[tuple[int, int, str, int], int]:
    """Return how much the school has counted at least, at its highest, on the day that the norm first fires.

    Keys are (window of the norm, threshold of the norm, kind of window of the school, its length in days); the minimum is
    taken over every trajectory of `horizon` days with 0 up to `per_dag` units a day, and over every phase of fixed blocks.
    """
    dagen, lengtes = range(horizon), range(1, horizon + 1)
    laagst: dict[tuple[int, int, str, int], int] = {}
    for traject in product(range(per_dag + 1), repeat=horizon):
        som = (0, *accumulate(traject))
        schuivend = {w: list(accumulate((som[d + 1] - som[max(0, d + 1 - w)] for d in dagen), max)) for w in lengtes}
        geteld = [("voortschrijdend", w, schuivend[w]) for w in lengtes] + [("vast", w, _blocks(som, w)) for w in lengtes]
        for w_p in lengtes:
            vorige = 0
            for d, stand in enumerate(schuivend[w_p]):
                for h_p in range(vorige + 1, stand + 1):
                    for venster, w_s, gezien in geteld:
                        sleutel = (w_p, h_p, venster, w_s)
                        laagst[sleutel] = min(laagst.get(sleutel, stand), gezien[d])
                vorige = max(vorige, stand)
    return laagst


def _blocks(som: Sequence[int], w: int) -> list[int]:
    """Return the highest count in a block of `w` days so far, day by day, for the worst of all phases."""
    per_fase = [
        list(accumulate((som[d + 1] - som[max(0, d - (d - fase) % w)] for d in range(len(som) - 1)), max)) for fase in range(w)
    ]
    return [min(stand) for stand in zip(*per_fase, strict=True)]


def _oracle(horizon: int, per_dag: int, eenheid: str, per_eenheid: int = 1, hoogste: int = 99) -> Counter[str]:
    """Compare the rule with every trajectory; `per_eenheid` small steps make one unit, `hoogste` is the highest norm.

    "veilig": both say on time. "streng": the rule says no where no trajectory is later. "onveilig" may never happen: the
    rule says yes and some trajectory is later.
    """
    telling: Counter[str] = Counter()
    for (w_p, h_p, venster, w_s), gezien in _worst(horizon, per_dag).items():
        if h_p > hoogste:
            continue
        eis = Eis(_quantity(Fraction(h_p, per_eenheid), eenheid), _quantity(Fraction(w_p), "dag"))
        for vergelijking, h_s in product(("vanaf", "meer_dan", "elke"), range(1, h_p + 2)):
            signaal = Signaal(
                "proef",
                (),
                _quantity(Fraction(h_s, per_eenheid), eenheid),
                vergelijking,
                _quantity(Fraction(w_s), "dag"),
                venster,
            )
            regel = fires_in_time(signaal, eis, None) and window_is_long_enough(signaal, eis, None)
            echt = gezien > h_s if vergelijking == "meer_dan" else gezien >= h_s
            telling[
                {(True, True): "veilig", (False, False): "te laat", (False, True): "streng", (True, False): "onveilig"}[
                    regel, echt
                ]
            ] += 1
            telling[f"{venster}: streng"] += echt and not regel
    return telling


def _quantity(getal: Fraction, eenheid: str) -> Hoeveelheid:
    return Hoeveelheid(getal, eenheid)


def test_orakel_keren() -> None:
    """7 dagen, 0 tot 2 keer per dag: 15 288 combinaties op 2187 trajecten, vaste blokken met elke fase. Nooit onveilig.

    Waar de regel strenger is dan nodig, komt dat doordat er hooguit twee keer per dag iets kan gebeuren, of door blokken die
    de norm niet overal kunnen knippen.
    """
    telling = _oracle(7, 2, "keer")
    assert telling["onveilig"] == 0
    assert telling == {"veilig": 5984, "te laat": 8680, "streng": 624, "voortschrijdend: streng": 231, "vast: streng": 393}


def test_orakel_uren() -> None:
    """Dezelfde trajecten als halve klokuren, de drempels ook: 15 288 combinaties, nooit onveilig."""
    telling = _oracle(7, 2, "klokuur", 2)
    assert telling["onveilig"] == 0
    assert telling == {"veilig": 5196, "te laat": 8680, "streng": 1412, "voortschrijdend: streng": 507, "vast: streng": 905}


def test_orakel_zonder_grens_per_dag_is_de_regel_precies() -> None:
    """5 dagen, 0 tot 5 keer per dag, normen tot 5 keer: 3000 combinaties op 7776 trajecten.

    Voor voortschrijdende vensters zegt de regel ja precies waar geen traject later is; bij vaste blokken is hij voorzichtig.
    """
    telling = _oracle(5, 5, "keer", hoogste=5)
    assert telling["onveilig"] == 0
    assert telling == {"veilig": 1259, "te laat": 1618, "streng": 123, "voortschrijdend: streng": 0, "vast: streng": 123}


@pytest.mark.traag
@pytest.mark.parametrize(
    ("horizon", "per_dag", "eenheid", "per_eenheid"),
    [
        pytest.param(9, 2, "keer", 1, id="9 dagen, 2 keer per dag"),
        pytest.param(9, 2, "klokuur", 2, id="9 dagen, 2 halve uren per dag"),
        pytest.param(14, 1, "keer", 1, id="14 dagen, 1 keer per dag"),
        pytest.param(6, 4, "keer", 1, id="6 dagen, 4 keer per dag"),
    ],
)
def test_orakel_groter(horizon: int, per_dag: int, eenheid: str, per_eenheid: int) -> None:
    telling = _oracle(horizon, per_dag, eenheid, per_eenheid)
    assert telling["veilig"] > 1000
    assert telling["onveilig"] == 0


def _first(traject: Sequence[int], drempel: int, venster: int, fase: int | None = None) -> int | None:
    """Return the day on which the threshold is first met, counted the slow way; `fase` makes it fixed blocks."""
    for dag in range(len(traject)):
        begin = dag - venster + 1 if fase is None else dag - (dag - fase) % venster
        if sum(traject[max(0, begin) : dag + 1]) >= drempel:
            return dag
    return None


def _small() -> Iterator[tuple[int, int, int, int]]:
    return product(range(1, 5), range(1, 6), range(1, 5), range(1, 6))


def test_het_orakel_zelf_telt_goed() -> None:
    """The fast table says the same as counting every trajectory of 5 days day by day: 400 combinations, 243 trajectories."""
    laagst = _worst(5, 2)
    trajecten = list(product(range(3), repeat=5))
    for h_p, w_p, h_s, w_s in _small():
        norm = {traject: _first(traject, h_p, w_p) for traject in trajecten}
        for venster, fasen in (("voortschrijdend", [None]), ("vast", list(range(w_s)))):
            later = any(
                dag is not None and ((school := _first(traject, h_s, w_s, fase)) is None or school > dag)
                for traject, dag in norm.items()
                for fase in fasen
            )
            assert later is (laagst[w_p, h_p, venster, w_s] < h_s if (w_p, h_p, venster, w_s) in laagst else False)


def test_de_valkuil_van_vaste_blokken() -> None:
    """1, 1 en 2 uren op dag 3, 5 en 6: voortschrijdend 4 in 4 dagen, in vaste blokken van 4 dagen nooit."""
    traject = (0, 0, 1, 0, 1, 2, 0, 0)
    assert _first(traject, 4, 4) == 5
    assert _first(traject, 4, 4, fase=0) is None
    assert not window_is_long_enough(_signaal("4 keer | 4 dagen | vast"), _eis("4 keer", binnen="4 dagen"), None)


def test_de_valkuil_van_de_teleenheid() -> None:
    """«2 uur in 1 dag» vangt «3 uur in 2 dagen» in hele uren, maar niet met 1,5 uur op beide dagen."""
    assert window_is_long_enough(_signaal("2 keer | 1 dag"), _eis("3 keer", binnen="2 dagen"), None)
    assert not window_is_long_enough(_signaal("2 klokuren | 1 dag"), _eis("3 klokuren", binnen="2 dagen"), None)
