"""Het bewijs in de toets en in de bevinding: wat het beter maakt, wat het een aandachtspunt maakt, en wat het laat zoals het was."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from pydantic import TypeAdapter

from beleidscheck.beleid.woorden import label
from beleidscheck.bevinding import Trapbewijs
from beleidscheck.hoeveelheid import parse_hoeveelheid
from beleidscheck.toetsen import Onderzoek, StapToets, Toets, Uitkomst
from beleidscheck.toetsen.basis import least_sure
from beleidscheck.trap.bewijs import Kandidaat
from beleidscheck.trap.ladder import BLOK, Signaal, build_ladder
from beleidscheck.trap.strengheid import Eis, UnitError, Vergeleken, compare_demands, prove
from tests.test_trap_verhaal import LANG, UREN, ZIEK, run

if TYPE_CHECKING:
    from collections.abc import Sequence

LEZER: TypeAdapter[Any] = TypeAdapter(Toets)


def _uitkomst(uitkomst: Uitkomst) -> tuple[str, str]:
    """Return what a reader sees: gap, aandachtspunt or goed, and the outcome of the proof."""
    soort = "gat" if uitkomst.gaps else "tussen" if uitkomst.tussen else (uitkomst.niet_getoetst and "niet getoetst") or "goed"
    return soort, uitkomst.trapbewijs.uitkomst if uitkomst.trapbewijs else ""


@pytest.mark.parametrize(
    ("norm", "signalen", "termijn", "verwacht"),
    [
        pytest.param(ZIEK, ["4 keer | 12 schoolweken"], "", ("goed", "bewezen"), id="precies"),
        pytest.param(ZIEK, ["4 keer | 1 schooljaar"], "", ("goed", "bewezen"), id="heel het schooljaar"),
        pytest.param(ZIEK, ["2 keer | 6 schoolweken"], "", ("goed", "bewezen"), id="dekkend venster"),
        pytest.param(
            ZIEK, ["4 keer | 60 schooldagen"], "", ("goed", "bewezen"), id="60 schooldagen zijn minstens 12 schoolweken"
        ),
        pytest.param(ZIEK, ["3 keer | 10 schoolweken", "2 keer | 2 schoolweken"], "", ("goed", "bewezen"), id="samen wel"),
        pytest.param(ZIEK, ["3 keer | 10 schoolweken"], "", ("gat", "tegenvoorbeeld"), id="alleen niet"),
        pytest.param(ZIEK, ["2 keer | 2 schoolweken"], "", ("gat", "tegenvoorbeeld"), id="de ander alleen ook niet"),
        pytest.param(ZIEK, ["4 keer"], "", ("gat", ""), id="geen periode: een gat, en niets te bewijzen"),
        pytest.param(ZIEK, ["1 keer"], "", ("goed", "bewezen"), id="de eerste keer"),
        pytest.param(ZIEK, ["4 keer | 12 weken"], "", ("tussen", "tegenvoorbeeld"), id="weken en schoolweken"),
        pytest.param(
            ZIEK.replace(", binnen: 12 schoolweken", ""),
            ["4 keer | 2 weken"],
            "",
            ("goed", "niet bewezen"),
            id="de norm noemt geen periode",
        ),
        pytest.param(UREN, ["16 klokuren | 4 schoolweken"], "", ("goed", "bewezen"), id="schoolweken zien meer dan weken"),
        pytest.param(UREN, ["16 klokuren | 20 schooldagen"], "", ("goed", "bewezen"), id="20 schooldagen zien 4 weken"),
        pytest.param(
            UREN, ["15 klokuren | 2 weken", "8 klokuren | 2 weken"], "", ("goed", "bewezen"), id="een van beide is genoeg"
        ),
        pytest.param(
            UREN + ", herhaling: true", ["16 klokuren | 4 weken | nietopnieuw"], "", ("tussen", "tegenvoorbeeld"), id="herhaling"
        ),
        pytest.param(LANG, ["20 schooldagen"], "", ("tussen", "tegenvoorbeeld"), id="20 schooldagen en 4 weken als duur"),
        pytest.param(LANG, ["4 weken"], "", ("goed", "bewezen"), id="vier weken"),
        pytest.param(
            "signaal: [ziek_aaneengesloten], uiterlijk: 7 schooldagen, actie: [gesprek], termijn: 2 schooldagen",
            ["3 schooldagen"],
            "6 schooldagen",
            ("goed", "bewezen"),
            id="eerder beginnen geeft ruimte in de termijn",
        ),
        pytest.param(
            "signaal: [ziek_aaneengesloten], uiterlijk: 7 schooldagen, actie: [gesprek], termijn: 2 schooldagen",
            ["3 schooldagen"],
            "7 schooldagen",
            ("gat", "tegenvoorbeeld"),
            id="een dag te veel ruimte",
        ),
    ],
)
def test_oordeel_en_bewijs(norm: str, signalen: list[str], termijn: str, verwacht: tuple[str, str]) -> None:
    assert _uitkomst(run(norm, signalen, termijn)) == verwacht


def test_een_lesuur_van_onbekende_lengte_blijft_niet_getoetst() -> None:
    uitkomst = run(UREN, ["16 lesuren | 4 weken"], lesuur_minuten=None)
    assert _uitkomst(uitkomst) == ("niet getoetst", "")


def test_een_drempel_boven_de_norm_voldoet_niet_door_de_teleenheid() -> None:
    """20 lesuren van 50 minuten vallen op dezelfde les als 16 klokuren; de toetswaarde is toch 16 klokuren."""
    assert _uitkomst(run(UREN, ["20 lesuren | 4 weken"]))[0] == "gat"
    feiten = {"registratie": {"invoer_eenheid": "lesuur"}}
    assert _run_groups(UREN, [("20 lesuren | 4 weken", {})], feiten)[0] == "gat"


def _run_groups(
    norm: str, stappen: Sequence[tuple[str, dict[str, Any]]], feiten: dict[str, Any] | None = None
) -> tuple[str, str, str]:
    toets = LEZER.validate_python(yaml.safe_load(f"{{soort: stap, {norm}}}"))
    assert isinstance(toets, StapToets)
    blok = {
        "trappen": [
            {
                "trap": "proef",
                "stappen": [
                    {
                        "bij": [
                            {"signaal": toets.signaal[0], "drempel": tekst.split(" | ")[0], "periode": tekst.split(" | ")[1]}
                        ],
                        "acties": [{"actie": toets.actie[0]}],
                        **voor,
                    }
                    for tekst, voor in stappen
                ],
            }
        ]
    }
    alles = {BLOK: blok, "school": {"lesuur_minuten": 50}, **(feiten or {})}
    uitkomst = toets.run(Onderzoek(alles, date(2026, 10, 1), build_ladder(blok, {}), noem=label))
    return (*_uitkomst(uitkomst), next((gap.scope for gap in (*uitkomst.gaps, *uitkomst.tussen)), ""))


def test_elke_groep_heeft_haar_eigen_bewijs() -> None:
    jong, oud = {"geldt_voor": {"leeftijd": {"tot": 16}}}, {"geldt_voor": {"leeftijd": {"van": 16}}}
    goed, weken, laat = "4 keer | 12 schoolweken", "4 keer | 12 weken", "5 keer | 12 schoolweken"
    assert _run_groups(ZIEK, [(goed, jong), (goed, oud)]) == ("goed", "bewezen", "")
    assert _run_groups(ZIEK, [(goed, jong), (weken, oud)]) == ("tussen", "tegenvoorbeeld", "vanaf 16 jaar")
    assert _run_groups(ZIEK, [(laat, jong), (weken, oud)]) == ("gat", "tegenvoorbeeld", "jonger dan 16 jaar")
    assert _run_groups(ZIEK, [("3 keer | 10 schoolweken", {}), ("2 keer | 2 schoolweken", oud)]) == (
        "gat",
        "tegenvoorbeeld",
        "jonger dan 16 jaar",
    )


def test_de_minst_zekere_uitkomst_telt() -> None:
    bewezen, niet, voorbeeld = (
        Trapbewijs("bewezen"),
        Trapbewijs("niet bewezen"),
        Trapbewijs("tegenvoorbeeld", verhaal="Een leerling."),
    )
    assert least_sure([bewezen, None, niet]) is niet
    assert least_sure([voorbeeld, niet, bewezen]) is voorbeeld
    assert least_sure([None, None]) is None


# ---- Twee eisen ------------------------------------------------------------------------------------------------------


def _eis(tekst: str, *, ook_meer_dan: bool = False) -> Eis:
    """Return a demand as spoken: "4 keer | 12 weken"; "onder 95 procent"; "15 keer vanaf 10 keer"."""
    kop, _, binnen = (deel.strip() for deel in tekst.partition("|"))
    maat, _, vanaf = kop.partition(" vanaf ")
    lees = [parse_hoeveelheid(deel) if deel else None for deel in (maat.removeprefix("onder "), binnen, vanaf)]
    if maat.startswith("onder "):
        return Eis(None, lees[1], lees[2], lees[0])
    return Eis(lees[0], lees[1], lees[2], None, ook_meer_dan)


@pytest.mark.parametrize(
    ("naam", "oud", "nieuw", "uitkomst"),
    [
        pytest.param("ziekmeldingen", "4 keer | 12 weken", "4 keer | 12 weken", "gelijk", id="hetzelfde"),
        pytest.param("ziekmeldingen", "4 keer | 12 weken", "3 keer | 12 weken", "strenger", id="lagere drempel"),
        pytest.param("ziekmeldingen", "3 keer | 12 weken", "4 keer | 12 weken", "soepeler", id="hogere drempel"),
        pytest.param("ziekmeldingen", "4 keer | 12 weken", "4 keer | 12 schoolweken", "strenger", id="schoolweken"),
        pytest.param("ziekmeldingen", "4 keer | 12 weken", "4 keer", "soepeler", id="geen periode meer: elke periode is goed"),
        pytest.param("ziekmeldingen", "4 keer", "4 keer | 12 weken", "strenger", id="een periode erbij"),
        pytest.param("ziekmeldingen", "4 keer | 12 weken", "3 keer | 4 weken", "onvergelijkbaar", id="lager en korter"),
        pytest.param("ziekmeldingen", "4 keer | 12 weken", "2 keer | 6 weken", "strenger", id="lager en half zo lang"),
        pytest.param("ziek_aaneengesloten", "10 schooldagen", "7 schooldagen", "strenger", id="reeks"),
        pytest.param("ziek_aaneengesloten", "7 schooldagen", "9 dagen", "strenger", id="9 dagen is eerder dan 7 schooldagen"),
        pytest.param("ongeoorloofd_aaneengesloten", "4 weken", "20 schooldagen", "onvergelijkbaar", id="weken en schooldagen"),
        pytest.param("aanwezigheid", "onder 95 procent", "onder 90 procent", "soepeler", id="peil"),
        pytest.param("te_laat", "15 keer vanaf 10 keer", "15 keer", "soepeler", id="een lagere trede mag nu ook"),
        pytest.param("te_laat", "4 keer", "4 lesuren", "onvergelijkbaar", id="keer en uren"),
    ],
)
def test_twee_eisen(naam: str, oud: str, nieuw: str, uitkomst: str) -> None:
    omgekeerd = {"strenger": "soepeler", "soepeler": "strenger"}
    assert str(compare_demands(naam, _eis(oud), _eis(nieuw)).uitkomst) == uitkomst
    assert str(compare_demands(naam, _eis(nieuw), _eis(oud)).uitkomst) == omgekeerd.get(uitkomst, uitkomst)


def test_meer_dan_mag_ook_is_soepeler() -> None:
    oud, nieuw = _eis("4 keer | 12 weken"), _eis("4 keer | 12 weken", ook_meer_dan=True)
    assert compare_demands("te_laat", oud, nieuw).uitkomst is Vergeleken.SOEPELER
    assert compare_demands("te_laat", nieuw, oud).uitkomst is Vergeleken.STRENGER


def test_het_verschil_heeft_een_leerling() -> None:
    vergeleken = compare_demands("ziekmeldingen", _eis("4 keer | 12 weken"), _eis("3 keer | 12 weken"))
    assert vergeleken.oud_eerder is None
    assert vergeleken.nieuw_eerder is not None
    assert len(vergeleken.nieuw_eerder.verloop.gebeurtenissen) == 3


def test_een_lesuur_van_onbekende_lengte_is_een_fout() -> None:
    with pytest.raises(UnitError):
        compare_demands("ongeoorloofde_uren", _eis("16 klokuren | 4 weken"), _eis("16 lesuren | 4 weken"))


def test_zonder_kandidaten_is_er_niets_bewezen() -> None:
    bewijs = prove("te_laat", _eis("4 keer | 4 weken"), [])
    assert (str(bewijs.uitslag), bewijs.tegenvoorbeeld) == ("niet bewezen", None)


# ---- Rare getallen ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("naam", "drempel", "periode", "norm", "binnen"),
    [
        ("ziekmeldingen", "4 keer", "99999 weken", "4 keer", "12 schoolweken"),
        ("ziekmeldingen", "5 keer", "99999 maanden", "4 keer", "99999 jaar"),
        ("ziekmeldingen", "99999 keer", "99999 weken", "99998 keer", "99998 weken"),
        ("ziekmeldingen", "0 keer", "4 weken", "4 keer", "4 weken"),
        ("ziekmeldingen", "4 keer", "0 weken", "0 keer", "0,01 weken"),
        ("ziekmeldingen", "2,5 keer", "1,5 maanden", "2,5 keer", "1,5 jaar"),
        ("ziekmeldingen", "4 keer", "4 keer", "4 keer", "4 weken"),
        ("ongeoorloofde_uren", "99999 klokuren", "1 jaar", "99998 klokuren", "1 jaar"),
        ("ongeoorloofde_uren", "0,01 minuten", "1 dag", "99999 klokuren", "4 weken"),
        ("ziek_aaneengesloten", "99999 dagen", "", "99998 schooldagen", ""),
        ("ziek_aaneengesloten", "4 klokuren", "", "5 klokuren", ""),
        ("ziek_aaneengesloten", "4 klokuren", "", "7 schooldagen", ""),
        ("te_laat", "4 keer", "1 rapportperiode", "4 keer", "2 trimesters"),
        ("aanwezigheid", "95 keer", "1 week", "95 keer", "1 week"),
    ],
)
@pytest.mark.parametrize("extra", ["", "herhaling", "termijn"])
def test_rare_getallen_geven_een_gewoon_antwoord(  # noqa: PLR0913 - een rij van de tabel
    naam: str, drempel: str, periode: str, norm: str, binnen: str, extra: str
) -> None:
    signaal = Signaal(naam, (), parse_hoeveelheid(drempel), "vanaf", parse_hoeveelheid(periode) if periode else None)
    eis = Eis(parse_hoeveelheid(norm), parse_hoeveelheid(binnen) if binnen else None)
    termijn = parse_hoeveelheid("99999 jaar") if extra == "termijn" else None
    bewijs = prove(naam, eis, [Kandidaat(signaal, termijn)], herhaling=extra == "herhaling", termijn=termijn)
    assert bewijs.reden or bewijs.tegenvoorbeeld
