"""Feiten en passages in gewone woorden: vaste woorden krijgen hun naam, en een stap, actie of signaal past op één regel."""

from __future__ import annotations

from typing import Any

import pytest

from beleidscheck.beleid.woorden import label
from beleidscheck.bevinding import Oordeel
from beleidscheck.check.normen import Feitboek
from beleidscheck.toetsen import Onderzoek
from beleidscheck.toetsen.leesbaar import MAX_FEIT, in_one_line, plain
from beleidscheck.toetsen.lezen import Proza, prose
from tests.hulp.toetsbank import PEILDATUM, lees, oordelen, voorbeeld

BRIEF: dict[str, Any] = {"wie": "mentor", "actie": "brief", "met": ["ouder"], "termijn": "5 schooldagen", "vastlegging": ["LVS"]}
ZES_KEER: dict[str, Any] = {"signaal": "te_laat", "drempel": "6 keer", "periode": "1 schooljaar"}


@pytest.mark.parametrize(
    ("waarde", "regel"),
    [
        pytest.param(
            {"bij": [ZES_KEER], "acties": [BRIEF, {"wie": "oco", "actie": "verzuimgesprek"}]},
            "bij te laat vanaf 6 keer binnen 1 schooljaar: mentor — brief met ouder; ondersteuningscoördinator — aanwezigheidsgesprek",
            id="stap",
        ),
        pytest.param(
            {"bij": [ZES_KEER, {"signaal": "schorsing"}], "inclusief_vorige": True, "acties": [BRIEF]},
            "bij te laat vanaf 6 keer binnen 1 schooljaar of schorsing: alles van de vorige stap; mentor — brief met ouder",
            id="stap met twee signalen",
        ),
        pytest.param({"bij": [ZES_KEER]}, "bij te laat vanaf 6 keer binnen 1 schooljaar: geen acties", id="stap zonder acties"),
        pytest.param({"titel": "Brief", "acties": [BRIEF]}, "Brief: mentor — brief met ouder", id="stap zonder signaal"),
        pytest.param({"acties": [{"actie": "brief"}]}, "zonder signaal: brief", id="stap zonder signaal en titel"),
        pytest.param(
            {**BRIEF, "met": ["ouder", "leerling"], "voorwaarde": "als de twijfel blijft."},
            "mentor — brief met ouder en leerling, binnen 5 schooldagen, vastgelegd in LVS (voorwaarde: als de twijfel blijft)",
            id="actie",
        ),
        pytest.param({"actie": "spreekt de docent aan"}, "spreekt de docent aan", id="eigen actie zonder rol"),
        pytest.param([BRIEF, {"actie": "sanctie"}], None, id="lijst van acties"),
        pytest.param(ZES_KEER, "te laat vanaf 6 keer binnen 1 schooljaar", id="signaal"),
        pytest.param(
            {
                **ZES_KEER,
                "vergelijking": "meer_dan",
                "venster": "vast",
                "herhaling": True,
                "opnieuw_tellen_na_melding": False,
                "categorie": "ongeoorloofd_te_laat",
            },
            "te laat meer dan 6 keer binnen 1 schooljaar, in vaste blokken, opnieuw bij herhaling, na een melding doorgeteld, "
            "geregistreerd als ongeoorloofd te laat",
            id="signaal met alles",
        ),
        pytest.param({"signaal": "anders", "toelichting": "Het busje is te laat."}, "Het busje is te laat", id="eigen signaal"),
        pytest.param({"signaal": "te_laat", "drempel": "vaak"}, "te laat vanaf vaak", id="geen hoeveelheid"),
        pytest.param(
            [{"trap": "te_laat", "stappen": [{}]}, {"titel": "Ziekte", "stappen": [{}, {}]}],
            "te laat (1 stap); Ziekte (2 stappen)",
            id="trappen",
        ),
    ],
)
def test_op_een_regel(waarde: object, regel: str | None) -> None:
    verwacht = regel or "mentor — brief met ouder, binnen 5 schooldagen, vastgelegd in LVS; sanctie"
    assert in_one_line(waarde, label) == verwacht


@pytest.mark.parametrize(
    "waarde", [None, True, 3, "te_laat", [], ["te_laat"], {}, {"rol": "mentor", "taak": "belt"}, [{"doel": "x"}]]
)
def test_al_het_andere_is_geen_stap(waarde: object) -> None:
    assert in_one_line(waarde, label) == ""


def test_een_lange_stap_zegt_hoeveel_er_nog_volgt() -> None:
    stap = {"bij": [ZES_KEER], "acties": [BRIEF] * 20}
    assert in_one_line(stap, label) == (
        f"bij te laat vanaf 6 keer binnen 1 schooljaar: {'mentor — brief met ouder; ' * 6}en nog 14 acties"
    )
    eindeloos = {"signaal": "anders", "toelichting": "x" * 500}
    for waarde in (eindeloos, {"bij": [eindeloos], "acties": [BRIEF]}, {"bij": [eindeloos]}):
        assert len(in_one_line(waarde, label)) == MAX_FEIT
        assert in_one_line(waarde, label).endswith("…")


def test_het_bewijs_toont_een_stap_in_gewone_woorden() -> None:
    boek = Feitboek(lees(voorbeeld().data))
    trap = ("stappen_bij_afwezigheid", "trappen", 2)
    assert boek.fact((*trap, "stappen", 1, "bij", 0)).waarde == "te laat vanaf 6 keer binnen 1 schooljaar, in vaste blokken"
    assert boek.fact((*trap, "stappen", 1, "acties", 0)).waarde == "mentor — brief met ouder, vastgelegd in LVS"
    stap = boek.fact((*trap, "stappen", 3)).waarde
    assert stap == (
        "bij te laat vanaf 12 keer binnen 1 schooljaar: alles van de vorige stap; "
        "ondersteuningscoördinator — melding via het verzuimloket van DUO met leerplichtambtenaar"
    )
    assert boek.fact(("stappen_bij_afwezigheid", "trappen")).waarde == (
        "Ziekte (6 stappen); Ongeoorloofde afwezigheid (6 stappen); Te laat komen (5 stappen); Bijzondere situaties (4 stappen)"
    )
    assert boek.fact((*trap, "stappen", 1, "bij", 0, "drempel")).waarde == "6 keer"


# ---- Passages -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("woord", "gewoon"),
    [
        ("vermoeden_ongeoorloofd", "vermoeden van ongeoorloofde afwezigheid"),
        ("mt", "managementteam"),
        ("Iets anders_hier", "Iets anders_hier"),
        ("https://a_b.example", "https://a_b.example"),
        ("", ""),
    ],
)
def test_vast_woord(woord: str, gewoon: str) -> None:
    assert plain(woord, label) == gewoon


def test_passage_in_gewone_woorden() -> None:
    partners = [
        {"rol": "jeugdarts", "taak": "geeft advies", "betrekken_als": ["medische_reden", "zorg_ontwikkeling"], "kan": True}
    ]
    assert prose(partners, label) == "jeugdarts, geeft advies, medische reden; zorgen over de ontwikkeling, ja"
    assert prose(partners) == "jeugdarts, geeft advies, medische_reden; zorg_ontwikkeling, ja"


def test_een_lezer_leest_gewone_woorden_en_het_oordeel_verandert_niet() -> None:
    bevinding = oordelen(lees(voorbeeld().data))["nk2024.jgz.advies"]
    assert bevinding.oordeel is Oordeel.TE_BEOORDELEN
    assert "vermoeden van ongeoorloofde afwezigheid; twijfel of de afwezigheid geoorloofd is" in bevinding.passage
    assert "_" not in bevinding.passage


def test_een_vast_woord_telt_als_een_woord() -> None:
    """A word that is written out longer for the reader does not make a text long enough."""
    onderzoek = Onderzoek({"samenwerking": {"beleid": ["vermoeden_ongeoorloofd", "medische_reden"]}}, PEILDATUM, noem=label)
    genoeg, te_kort = (
        Proza(soort="proza", velden=["samenwerking.beleid"], min_woorden=aantal).run(onderzoek) for aantal in (4, 5)
    )
    assert [vraag.passage for vraag in genoeg.vragen] == ["vermoeden van ongeoorloofde afwezigheid; medische reden"]
    assert [gap.zin for gap in te_kort.gaps] == [
        "De tekst bij `samenwerking.beleid` telt 4 woorden; dat is te kort om dit te beschrijven (reken op minstens 5)."
    ]
