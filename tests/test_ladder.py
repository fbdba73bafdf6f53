"""De ladder van een beleid: eigen trappen, overnemen van een kader met afwijkingen, de keten van acties, en elk pad."""

from __future__ import annotations

import textwrap
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from beleidscheck.data import example_dir
from beleidscheck.hoeveelheid import Hoeveelheid, parse_hoeveelheid
from beleidscheck.kader import available, combine, load_kader
from beleidscheck.policy import parse_policy
from beleidscheck.source import read_source
from beleidscheck.trap.ladder import BLOK, Actie, Bereik, Ladder, Pad, Signaal, Stap, build_ladder

if TYPE_CHECKING:
    from pathlib import Path

KADER = "proef@1"
TRAPPEN: list[dict[str, Any]] = yaml.safe_load("""
- trap: ziekte
  stappen:
    - id: ziek-1
      bij: [{signaal: ziekmeldingen, drempel: 3 keer, periode: 12 schoolweken}]
      acties: [{wie: mentor, actie: contact, met: [ouder]}]
    - id: ziek-2
      inclusief_vorige: ja
      bij: [{signaal: ziekmeldingen, drempel: 6 keer, periode: 12 schoolweken}]
      acties: [{wie: oco, actie: verwijzen, met: [jeugdarts]}]
- trap: te_laat
  geldt_voor: {leerjaren: [1, 2]}
  stappen:
    - id: laat-1
      bij: [{signaal: te_laat, drempel: 3 keer}]
      acties: [{wie: mentor, actie: gesprek}]
""")


def _blok(tekst: str) -> dict[str, Any]:
    """Return a block as a school would write it; dates and yes/no already read, as in `Policy.feiten`."""
    gelezen = yaml.safe_load(textwrap.dedent(tekst))
    assert isinstance(gelezen, dict)
    return gelezen


def _ladder(tekst: str) -> Ladder:
    return build_ladder(_blok(tekst), {KADER: TRAPPEN})


def _ids(ladder: Ladder) -> list[str]:
    return [stap.id for stap in ladder.stappen]


def _acties(ladder: Ladder, stap_id: str) -> list[str]:
    stap = next(stap for stap in ladder.stappen if stap.id == stap_id)
    return [actie.actie for actie in ladder.actions(stap)]


# ---- Eigen trappen -----------------------------------------------------------------------------------------------


def test_zonder_stappen_is_de_ladder_leeg() -> None:
    assert build_ladder({}, {}) == Ladder()
    assert build_ladder({"trappen": [{"trap": "leeg"}, {"trap": "ook leeg", "stappen": []}]}, {}) == Ladder()


def test_een_stap_met_alles_erop() -> None:
    ladder = _ladder("""
        trappen:
          - trap: te_laat
            stappen:
              - bij: []
              - id: te_laat-2
                inclusief_vorige: true
                geldt_voor: {locaties: [Noord], leerjaren: [1, 2], onderwijssoorten: [havo], leeftijd: {van: 12, tot: 18}, leerplicht: [leerplichtig]}
                bij:
                  - {signaal: schorsing}
                  - {signaal: te_laat, drempel: 6 keer, vergelijking: meer_dan, periode: 1 schooljaar, venster: vast, herhaling: true, opnieuw_tellen_na_melding: true}
                acties:
                  - {wie: mt, actie: duo_melden, met: [leerplichtambtenaar], termijn: 1 schooldag, vastlegging: [DUO], voorwaarde: na overleg, telt: [les], aard: melden}
    """)
    pad: Pad = (BLOK, "trappen", 0, "stappen", 1)
    assert ladder.stappen[1] == Stap(
        trap="te_laat",
        pad=pad,
        signalen=(
            Signaal("schorsing", (*pad, "bij", 0)),
            Signaal(
                "te_laat",
                (*pad, "bij", 1),
                drempel=parse_hoeveelheid("6 keer"),
                vergelijking="meer_dan",
                periode=parse_hoeveelheid("1 schooljaar"),
                venster="vast",
                herhaling=True,
                opnieuw_tellen=True,
            ),
        ),
        acties=(
            Actie(
                "duo_melden",
                (*pad, "acties", 0),
                wie="mt",
                met=("leerplichtambtenaar",),
                termijn=parse_hoeveelheid("1 schooldag"),
                vastlegging=("DUO",),
                voorwaarde="na overleg",
                telt=("les",),
                aard="melden",
            ),
        ),
        id="te_laat-2",
        inclusief_vorige=True,
        bereik=(Bereik(("Noord",), ("1", "2"), ("havo",), 12, 18, ("leerplichtig",)),),
    )


def test_bereik_van_de_trap_en_van_de_stap_gelden_samen() -> None:
    ladder = _ladder("""
        trappen:
          - trap: ziekte
            geldt_voor: {leerjaren: [1]}
            stappen:
              - {id: alleen-trap}
              - {id: ook-stap, geldt_voor: {leeftijd: {van: 18}}}
          - trap: te_laat
            stappen:
              - {id: iedereen}
              - {id: alleen-stap, geldt_voor: {locaties: [Noord]}}
              - {id: leeg, geldt_voor: {}}
    """)
    assert {stap.id: stap.bereik for stap in ladder.stappen} == {
        "alleen-trap": (Bereik(leerjaren=("1",)),),
        "ook-stap": (Bereik(leerjaren=("1",)), Bereik(leeftijd_van=18)),
        "iedereen": (),
        "alleen-stap": (Bereik(locaties=("Noord",)),),
        "leeg": (Bereik(),),
    }
    assert {stap.id: stap.for_everyone() for stap in ladder.stappen} == {
        "alleen-trap": False,
        "ook-stap": False,
        "iedereen": True,
        "alleen-stap": False,
        "leeg": True,
    }


def test_namen_van_trappen_elk_een_keer() -> None:
    ladder = _ladder("""
        trappen:
          - {trap: ziekte, stappen: [{id: a}]}
          - {trap: te_laat, stappen: [{id: b}]}
          - {trap: ziekte, stappen: [{id: c}]}
    """)
    assert ladder.trappen() == ("ziekte", "te_laat")


# ---- Tellen per ... ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("signaal", "periode", "venster"),
    [
        pytest.param("{signaal: te_laat, drempel: 3 keer}", Hoeveelheid(Fraction(1), "maand"), "vast", id="zonder eigen periode"),
        pytest.param(
            "{signaal: ongeoorloofde_uren, drempel: 4 lesuren}", Hoeveelheid(Fraction(1), "maand"), "vast", id="uren ook"
        ),
        pytest.param(
            "{signaal: te_laat, drempel: 3 keer, periode: 4 weken}",
            Hoeveelheid(Fraction(4), "week"),
            "voortschrijdend",
            id="eigen periode gaat voor",
        ),
        pytest.param(
            "{signaal: ziek_aaneengesloten, drempel: 7 schooldagen}",
            None,
            "voortschrijdend",
            id="aaneengesloten telt niet per maand",
        ),
        pytest.param("{signaal: schorsing}", None, "voortschrijdend", id="zonder drempel valt er niets te tellen"),
    ],
)
def test_telt_per_is_de_periode_van_wat_er_geteld_wordt(signaal: str, periode: Hoeveelheid | None, venster: str) -> None:
    (stap,) = _ladder(f"trappen: [{{trap: x, telt_per: maand, stappen: [{{bij: [{signaal}]}}]}}]").stappen
    assert (stap.signalen[0].periode, stap.signalen[0].venster) == (periode, venster)


def test_doorlopend_tellen_is_geen_periode() -> None:
    (stap,) = _ladder(
        "trappen: [{trap: x, telt_per: doorlopend, stappen: [{bij: [{signaal: te_laat, drempel: 3 keer}]}]}]"
    ).stappen
    assert stap.signalen[0].periode is None


# ---- Volgen ------------------------------------------------------------------------------------------------------


def test_volgen_neemt_de_hele_ladder_over() -> None:
    ladder = _ladder("volgt: proef@1")
    assert _ids(ladder) == ["ziek-1", "ziek-2", "laat-1"]
    assert ladder.volgt == KADER
    assert ladder.onbekende_ids == ()
    for stap in ladder.stappen:
        assert stap.uit_kader == KADER
        assert {stap.pad, *(s.pad for s in stap.signalen), *(a.pad for a in stap.acties)} == {(BLOK, "volgt")}
    assert ladder.stappen[2].bereik == (Bereik(leerjaren=("1", "2")),)


def test_een_onbekend_kader_geeft_geen_stappen() -> None:
    assert _ladder("volgt: bestaat-niet@1") == Ladder(volgt="bestaat-niet@1")


def test_volgen_met_eigen_trappen_erbij() -> None:
    ladder = _ladder("""
        volgt: proef@1
        trappen:
          - {trap: eigen, stappen: [{id: mijn-1}]}
    """)
    assert _ids(ladder) == ["ziek-1", "ziek-2", "laat-1", "mijn-1"]
    assert [stap.uit_kader for stap in ladder.stappen] == [KADER, KADER, KADER, ""]


def test_ja_en_nee_in_een_kader_zijn_woorden() -> None:
    """A kader is read without a model: "nee" must not count as a filled and therefore true value."""
    trap = {
        "trap": "x",
        "stappen": [
            {
                "id": "ja",
                "inclusief_vorige": "ja",
                "bij": [{"signaal": "te_laat", "herhaling": "ja", "opnieuw_tellen_na_melding": "ja"}],
            },
            {
                "id": "nee",
                "inclusief_vorige": "nee",
                "bij": [{"signaal": "te_laat", "herhaling": "nee", "opnieuw_tellen_na_melding": "nee"}],
            },
        ],
    }
    ladder = build_ladder({"volgt": "k@1"}, {"k@1": [trap]})
    gelezen = {
        stap.id: (stap.inclusief_vorige, stap.signalen[0].herhaling, stap.signalen[0].opnieuw_tellen) for stap in ladder.stappen
    }
    assert gelezen == {"ja": (True, True, True), "nee": (False, False, False)}


# ---- Vervalt, vervang, voeg toe ----------------------------------------------------------------------------------


def test_een_vervallen_stap_is_weg() -> None:
    assert _ids(_ladder("{volgt: proef@1, vervalt: [ziek-1, laat-1]}")) == ["ziek-2"]


def test_onbekende_ids_worden_gemeld_met_hun_plaats() -> None:
    ladder = _ladder("""
        volgt: proef@1
        vervalt: [ziek-1, ziek-9, ziek-1]
        vervang:
          - {id: ziek-2, inclusief_vorige: false}
          - {id: laat-9}
          - {inclusief_vorige: true}
    """)
    assert _ids(ladder) == ["ziek-2", "laat-1"]
    assert ladder.onbekende_ids == (
        ("ziek-9", (BLOK, "vervalt", 1)),
        ("ziek-1", (BLOK, "vervalt", 2)),
        ("laat-9", (BLOK, "vervang", 1)),
        ("", (BLOK, "vervang", 2)),
    )


def test_vervallen_zonder_id_raakt_geen_stap_zonder_naam() -> None:
    trappen = {"k@1": [{"trap": "x", "stappen": [{"bij": [{"signaal": "schorsing"}]}]}]}
    ladder = build_ladder({"volgt": "k@1", "vervalt": ["weg"]}, trappen)
    assert len(ladder.stappen) == 1
    assert ladder.onbekende_ids == (("weg", (BLOK, "vervalt", 0)),)


def test_vervangen_houdt_wat_er_niet_staat() -> None:
    ladder = _ladder("""
        volgt: proef@1
        vervang:
          - id: ziek-2
            acties: [{wie: mt, actie: brief}]
    """)
    oud, nieuw = _ladder("volgt: proef@1").stappen[1], ladder.stappen[1]
    pad: Pad = (BLOK, "vervang", 0)
    assert nieuw == Stap(
        "ziekte", pad, oud.signalen, (Actie("brief", (*pad, "acties", 0), wie="mt"),), "ziek-2", inclusief_vorige=True
    )
    assert _ids(ladder) == ["ziek-1", "ziek-2", "laat-1"]


def test_vervangen_van_signalen_en_keten() -> None:
    ladder = _ladder("""
        volgt: proef@1
        vervang:
          - id: ziek-2
            inclusief_vorige: false
            bij: [{signaal: ziekmeldingen, drempel: 5 keer}]
    """)
    stap = ladder.stappen[1]
    assert stap.signalen == (Signaal("ziekmeldingen", (BLOK, "vervang", 0, "bij", 0), parse_hoeveelheid("5 keer")),)
    assert [actie.pad for actie in stap.acties] == [(BLOK, "volgt")]
    assert _acties(ladder, "ziek-2") == ["verwijzen"]


@pytest.mark.parametrize(
    ("nieuw", "bereik"),
    [
        pytest.param({}, (Bereik(leerjaren=("1", "2")), Bereik(leeftijd_van=16)), id="niets gezegd: alles blijft"),
        pytest.param(
            {"geldt_voor": {"leeftijd": {"van": 12}}},
            (Bereik(leerjaren=("1", "2")), Bereik(leeftijd_van=12)),
            id="dat van de trap blijft",
        ),
    ],
)
def test_vervangen_en_voor_wie_de_stap_geldt(nieuw: dict[str, Any], bereik: tuple[Bereik, ...]) -> None:
    trap = {**TRAPPEN[2 - 1], "stappen": [{"id": "laat-1", "geldt_voor": {"leeftijd": {"van": 16}}}]}
    ladder = build_ladder({"volgt": KADER, "vervang": [{"id": "laat-1", **nieuw}]}, {KADER: [trap]})
    assert ladder.stappen[0].bereik == bereik


@pytest.mark.parametrize(
    ("nieuw", "ids", "trap"),
    [
        pytest.param("{id: n, na: ziek-1}", ["ziek-1", "n", "ziek-2", "laat-1"], "ziekte", id="na een stap, in dezelfde trap"),
        pytest.param("{id: n, trap: ziekte}", ["ziek-1", "ziek-2", "n", "laat-1"], "ziekte", id="achteraan een trap"),
        pytest.param("{id: n, trap: ziekte, na: ziek-1}", ["ziek-1", "n", "ziek-2", "laat-1"], "ziekte", id="trap en plaats"),
        pytest.param("{id: n, trap: nieuw}", ["ziek-1", "ziek-2", "laat-1", "n"], "nieuw", id="een eigen trap"),
        pytest.param("{id: n}", ["ziek-1", "ziek-2", "laat-1", "n"], "eigen", id="zonder trap of plaats"),
        pytest.param("{id: n, na: bestaat-niet}", ["ziek-1", "ziek-2", "laat-1", "n"], "eigen", id="een onbekende plaats"),
    ],
)
def test_een_toegevoegde_stap(nieuw: str, ids: list[str], trap: str) -> None:
    ladder = _ladder(f"{{volgt: proef@1, voeg_toe: [{nieuw}]}}")
    assert _ids(ladder) == ids
    stap = next(stap for stap in ladder.stappen if stap.id == "n")
    assert (stap.trap, stap.pad, stap.uit_kader) == (trap, (BLOK, "voeg_toe", 0), "")


def test_een_toegevoegde_stap_geldt_voor_wie_de_trap_geldt() -> None:
    ladder = _ladder(
        "{volgt: proef@1, voeg_toe: [{id: n, na: laat-1}, {id: m, trap: te_laat, geldt_voor: {leeftijd: {van: 16}}}]}"
    )
    assert {stap.id: stap.bereik for stap in ladder.stappen if stap.id in "nm"} == {
        "n": (Bereik(leerjaren=("1", "2")),),
        "m": (Bereik(leerjaren=("1", "2")), Bereik(leeftijd_van=16)),
    }


def test_een_toegevoegde_stap_in_een_eigen_trap_en_op_een_lege_ladder() -> None:
    assert _ids(_ladder("{trappen: [{trap: x, stappen: [{id: a}, {id: b}]}], voeg_toe: [{id: n, na: a}]}")) == ["a", "n", "b"]
    assert _ids(_ladder("voeg_toe: [{id: n}, {id: m}]")) == ["n", "m"]


# ---- Inclusief vorige --------------------------------------------------------------------------------------------

KETEN = """
    trappen:
      - trap: te_laat
        stappen:
          - {id: drie, bij: [{signaal: te_laat, drempel: 3 keer}], acties: [{actie: contact}]}
          - {id: spijbel, bij: [{signaal: ongeoorloofde_uren, drempel: 1 lesuur}], acties: [{actie: brief}]}
          - {id: zes, inclusief_vorige: true, bij: [{signaal: te_laat, drempel: 6 keer}], acties: [{actie: gesprek}]}
          - {id: negen, inclusief_vorige: true, bij: [{signaal: te_laat, drempel: 9 keer}], acties: [{actie: duo_melden}]}
          - {id: twaalf, bij: [{signaal: te_laat, drempel: 12 keer}], acties: [{actie: lpa_melden}]}
          - {id: vijftien, inclusief_vorige: true, bij: [{signaal: te_laat, drempel: 15 keer}], acties: [{actie: schorsen}]}
      - trap: andere
        stappen:
          - {id: los, inclusief_vorige: true, bij: [{signaal: te_laat, drempel: 20 keer}], acties: [{actie: sanctie}]}
"""


@pytest.mark.parametrize(
    ("stap", "acties"),
    [
        pytest.param("drie", ["contact"], id="de eerste"),
        pytest.param("zes", ["gesprek", "contact"], id="slaat een ander signaal over"),
        pytest.param("negen", ["duo_melden", "gesprek", "contact"], id="een keten van twee"),
        pytest.param("twaalf", ["lpa_melden"], id="zonder inclusief"),
        pytest.param("vijftien", ["schorsen", "lpa_melden"], id="de keten stopt waar inclusief ophoudt"),
        pytest.param("los", ["sanctie"], id="een andere trap doet niet mee"),
    ],
)
def test_inclusief_vorige(stap: str, acties: list[str]) -> None:
    assert _acties(_ladder(KETEN), stap) == acties


def test_inclusief_vorige_slaat_een_stap_voor_anderen_over() -> None:
    ladder = _ladder(KETEN)
    negen = next(stap for stap in ladder.stappen if stap.id == "negen")
    acties = ladder.actions(negen, lambda stap: stap.id != "zes")
    assert [actie.actie for actie in acties] == ["duo_melden", "contact"]


def test_eerder_is_dichtstbij_eerst() -> None:
    ladder = _ladder(KETEN)
    assert [stap.id for stap in ladder.earlier(ladder.stappen[3])] == ["zes", "spijbel", "drie"]
    assert list(ladder.earlier(ladder.stappen[-1])) == []


# ---- De meegeleverde voorbeelden ---------------------------------------------------------------------------------


def _at(feiten: Any, pad: Pad) -> Any:  # noqa: ANN401 - elke YAML-waarde
    for deel in pad:
        feiten = feiten[deel]
    return feiten


@pytest.mark.parametrize("voorbeeld", sorted(example_dir().glob("*.yaml")), ids=lambda pad: pad.stem)
def test_elk_pad_wijst_naar_wat_er_staat(voorbeeld: Path) -> None:
    """Every path of every step, signal and action leads to its own facts and to a place in the file."""
    kaders = [load_kader(ref) for ref in available()]
    policy = parse_policy(read_source(voorbeeld), date(2026, 10, 1), combine(kaders))
    ladder = build_ladder(policy.feiten[BLOK], {kader.ref: kader.trappen for kader in kaders})
    assert ladder.stappen
    assert ladder.onbekende_ids == ()
    for stap in ladder.stappen:
        if not stap.uit_kader:
            assert _at(policy.feiten, stap.pad).get("id", "") == stap.id
        for signaal in stap.signalen:
            if signaal.pad != (BLOK, "volgt"):
                assert _at(policy.feiten, signaal.pad).get("signaal", "") == signaal.naam
        for actie in stap.acties:
            if actie.pad != (BLOK, "volgt"):
                assert _at(policy.feiten, actie.pad).get("actie", "") == actie.actie
            assert policy.source.position(actie.pad).regel > 1
