"""De bijlage "Wat gebeurt er als …" in het beleidsdocument: alleen wat bij de school past, onder haar ladder, zonder jaartal."""

from __future__ import annotations

import re
from typing import Any

import pytest

from beleidscheck.beleid.woorden import LEEG
from beleidscheck.document.beleid_casus import examples
from beleidscheck.document.blokken import Alinea, Tabel
from beleidscheck.document.namen import Namen
from beleidscheck.document.tekst import block_lines, line_text
from beleidscheck.kader import load_kader

PROTOCOL = "noord-kennemerland@2024-2025"
SCHOOL: dict[str, Any] = {"naam": "Het Eiland College", "sector": "vo", "lesuur_minuten": 50}
BRIEF = {"wie": "mentor", "actie": "brief", "met": ["ouder"]}
GESPREK = {"wie": "mentor", "actie": "gesprek", "met": ["leerling"], "termijn": "5 schooldagen"}


def rows(
    stappen: dict[str, Any],
    trappen: Any = (),  # noqa: ANN401 - gewone waarden
    ankers: dict[str, str] | None = None,
    **anders: Any,  # noqa: ANN401 - gewone waarden
) -> list[tuple[str, list[str]]]:
    """Elke rij: wat er gebeurt (met wanneer), en elke stap als regel."""
    feiten = {"school": {**SCHOOL, **anders.pop("school", {})}, "stappen_bij_afwezigheid": stappen, **anders}
    uitbreiding = load_kader(PROTOCOL).uitbreiding if trappen else LEEG
    namen = Namen(feiten.get("rollen", {}), uitbreiding, feiten["school"]["sector"])
    blokken = list(examples(feiten, {PROTOCOL: trappen}, namen, ankers or {}))
    tabellen = [blok for blok in blokken if isinstance(blok, Tabel)]
    return [
        (" | ".join(block_lines(rij[0].blokken)), [line_text(b.inhoud) for b in rij[1].blokken if isinstance(b, Alinea)])
        for tabel in tabellen
        for rij in tabel.rijen
    ]


def ladder(*stappen: dict[str, Any]) -> dict[str, Any]:
    return {"trappen": [{"trap": "t", "stappen": list(stappen)}]}


def step(signaal: str, drempel: str = "", *acties: dict[str, Any], **erbij: Any) -> dict[str, Any]:  # noqa: ANN401 - gewone waarden
    return {"bij": [{"signaal": signaal, **({"drempel": drempel} if drempel else {})}], "acties": list(acties), **erbij}


@pytest.mark.parametrize(
    "stappen",
    [
        pytest.param({}, id="geen ladder"),
        pytest.param(ladder(step("uit_de_les_gestuurd", "3 keer", BRIEF)), id="een signaal waar geen casus over gaat"),
        pytest.param(ladder(step("te_laat", "40 keer", BRIEF)), id="een drempel die geen casus haalt"),
        pytest.param(
            ladder(step("te_laat", "3 keer", BRIEF, geldt_voor={"leeftijd": {"tot": 12}})), id="alleen voor jonge leerlingen"
        ),
    ],
)
def test_nothing_fits(stappen: dict[str, Any]) -> None:
    assert rows(stappen) == []


def test_each_step_once_in_the_order_of_the_ladder() -> None:
    stappen = ladder(
        step("luxe_verzuim", "", {"wie": "mt", "actie": "lpa_melden", "met": ["leerplichtambtenaar"]}),
        step("te_laat", "5 keer", BRIEF, GESPREK),
        step(
            "te_laat",
            "10 keer",
            {"wie": "mt", "actie": "sanctie", "sanctie": {"soort": "nablijven", "lesuren": 2}},
            inclusief_vorige=True,
        ),
    )
    assert rows(stappen) == [
        (
            "Een dag eerder op vakantie | Schoolweek 8, vrijdag",
            ["Schoolweek 8, vrijdag. Managementteam: rechtstreeks melden bij leerplicht."],
        ),
        (
            "Zes keer te laat | Schoolweek 2 tot en met 7",
            ["Schoolweek 6, donderdag. Mentor: brief (ouders), gesprek (leerling, uiterlijk schoolweek 7, donderdag)."],
        ),
        (
            "Twaalf keer te laat | Schoolweek 2 tot en met 13",
            [("Schoolweek 11, donderdag. En alles van de stap ervoor. Sanctie: managementteam: nablijven, 2 lesuren.")],
        ),
    ]


def test_two_signals_for_one_step_are_two_examples() -> None:
    stap = step("ziekmeldingen", "4 keer", GESPREK)
    stap["bij"].append({"signaal": "ziek_aaneengesloten", "drempel": "7 schooldagen"})
    assert [rij[0] for rij in rows(ladder(stap))] == [
        "Zevende schooldag ziek | Schoolweek 4, maandag tot en met schoolweek 5, woensdag",
        "Vierde ziekmelding binnen twaalf schoolweken | Schoolweek 2, 5, 8 en 11",
    ]


ZESTIEN = step("ongeoorloofde_uren", "16 lesuren", {"wie": "mt", "actie": "duo_melden"})


@pytest.mark.parametrize(
    ("sector", "erbij", "titels"),
    [
        ("vo", {}, ["Zestien uur in vier weken"]),
        (
            "vo",
            {"doelgroep_18plus": {"aanspreekpunt": "mentor"}},
            ["Zestien uur in vier weken", "Zestien uur, leerling van 18 jaar"],
        ),
        ("mbo", {"doelgroep_18plus": {"x": 1}}, ["Zestien uur in vier weken", "Zestien uur, student van 18 jaar"]),
        ("po", {"doelgroep_18plus": {"x": 1}}, ["Zestien uur in vier weken"]),
        ("vso", {}, ["Zestien uur op het vso, stage telt mee"]),
    ],
)
def test_what_fits_the_sector(sector: str, erbij: dict[str, Any], titels: list[str]) -> None:
    gevonden = [rij[0].split(" | ")[0] for rij in rows(ladder(ZESTIEN), school={"sector": sector}, **erbij)]
    assert gevonden == titels


@pytest.mark.parametrize(
    ("school", "geldt_voor", "telt"),
    [
        ({"onderwijssoorten": ["vmbo-t"]}, {"onderwijssoorten": ["vmbo-t"]}, True),
        ({"onderwijssoorten": ["vmbo-t"]}, {"onderwijssoorten": ["havo"]}, False),
        ({"locaties": ["Noord", "Zuid"]}, {"locaties": ["Noord"]}, True),
        ({"sector": "po"}, {"leeftijd": {"tot": 12}}, True),
        ({"sector": "mbo"}, {"leerplicht": ["kwalificatieplichtig"]}, True),
    ],
)
def test_the_pupil_could_be_at_this_school(school: dict[str, Any], geldt_voor: dict[str, Any], telt: bool) -> None:
    assert bool(rows(ladder({**ZESTIEN, "geldt_voor": geldt_voor}), school=school)) is telt


def test_under_the_whole_protocol_without_a_year() -> None:
    trappen = load_kader(PROTOCOL).bestand.trappen
    alles = rows({"volgt": PROTOCOL}, trappen, {"te_laat": "stappen-te-laat"}, doelgroep_18plus={"x": 1})
    assert 18 <= len(alles) <= 24
    tekst = "\n".join(f"{als}: {' '.join(dan)}" for als, dan in alles)
    assert not re.search(r"20[0-9]{2}|januari|september|november", tekst)
    assert (
        "Na het weekend nog ziek | Schoolweek 4, donderdag tot en met schoolweek 5, maandag: Schoolweek 4, donderdag. Ouder:"
        in tekst
    )
    # ziekte gaat nooit zomaar naar leerplicht: de voorwaarde staat er altijd bij
    assert "betrekken (leerplichtambtenaar en consulent passend onderwijs, als de afwezigheid ongeoorloofd is)" in tekst
    assert len(tekst) < 8000  # een paar bladzijden, niet meer
