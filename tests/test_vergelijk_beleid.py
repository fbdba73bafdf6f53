"""Twee versies van een beleid naast elkaar: wat verandert, in welke richting, voor welke leerling, en wat de normen zeggen."""

from __future__ import annotations

import json
import re
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beleidscheck.data import example_dir
from beleidscheck.document.vergelijk_beleid import compose_policy_comparison
from beleidscheck.document.vergelijk_beleid_woorden import Verwoorder, excerpts
from beleidscheck.render import DOCUMENTFORMATEN
from beleidscheck.source import parse_source, read_source
from beleidscheck.vergelijk.beleid import compare_policies, read_beside, shared_kaders
from beleidscheck.vergelijk.beleid_feiten import differences
from beleidscheck.vergelijk.beleid_model import Aard
from beleidscheck.vergelijk.beleid_richting import same_words, smaller
from tests.hulp.opdracht import DAG, EERSTE_VERSIE, ENGELS, KORT, VOLLEDIG, draai, draai_los
from tests.hulp.verwacht import assert_expected, zonder_hash

if TYPE_CHECKING:
    from beleidscheck.vergelijk.beleid_model import Beleidsvergelijking, Rij

PEILDATUM = date(2026, 10, 1)
#: De wijzigingen van het uitgeschreven voorbeeld: van elke soort ten minste één.
WIJZIGINGEN = (
    ("drempel: 4 keer\n              periode: 12 schoolweken", "drempel: 6 keer\n              periode: 12 schoolweken"),
    ("              drempel: 7 schooldagen", "              drempel: 5 schooldagen"),
    ("bewaartermijn: 5 jaar", "bewaartermijn: 10 jaar"),
    ('versie: "1.0"', 'versie: "1.1"'),
    ("uiterste_termijn: 2 dagen", "uiterste_termijn: 3 dagen"),
    ("    - lescontrole\n    - nabellen\n  invoer", "    - lescontrole\n  invoer"),
    ("besluittermijn: 5 schooldagen", "besluittermijn: 3 schooldagen"),
    ("taak: weekanalyse", "taak: maandanalyse"),
    ("We leggen niet meer vast dan nodig en", "we leggen niet meer vast dan nodig, en"),
)


def gewijzigd(*wijzigingen: tuple[str, str], begin: Path = VOLLEDIG) -> str:
    tekst = begin.read_text(encoding="utf-8")
    for oud, nieuw in wijzigingen:
        assert oud in tekst, oud
        tekst = tekst.replace(oud, nieuw, 1)
    return tekst


def naast(oud: Path, nieuw: Path) -> Beleidsvergelijking:
    kaders, onbekend = shared_kaders([read_source(pad) for pad in (oud, nieuw)])
    een, ander = (read_beside(pad, bestand=pad.name, peildatum=PEILDATUM, kaders=kaders) for pad in (oud, nieuw))
    return compare_policies(een, ander, kaders, onbekend)


def van_tekst(map_: Path, oud: str, nieuw: str) -> Beleidsvergelijking:
    for naam, tekst in (("oud.yaml", oud), ("nieuw.yaml", nieuw)):
        (map_ / naam).write_text(tekst, encoding="utf-8")
    return naast(map_ / "oud.yaml", map_ / "nieuw.yaml")


def aarden(vergelijking: Beleidsvergelijking) -> list[str]:
    return [str(rij.aard) for rij in vergelijking.rijen]


def kort(rij: Rij) -> str:
    return f"{rij.aard} {'.'.join(str(getattr(deel, 'waarde', deel)) for deel in rij.waar)}"


# ---- Wat geen verandering is ---------------------------------------------------------------------------------------

STAPPEN = """
stappen_bij_afwezigheid:
  trappen:
    - trap: te_laat
      stappen:
        - id: te_laat-1
          bij:
            - signaal: te_laat
              drempel: 3 keer
          acties:
            - wie: mentor
              actie: contact
              met: [leerling, ouder]
        - id: te_laat-2
          bij:
            - signaal: te_laat
              drempel: 6 keer
          acties:
            - wie: mt
              actie: verzuimgesprek
              termijn: 5 schooldagen
"""
BASIS = """
formaat: 1
kaders: [model16@2023]
beleid:
  titel: Aanwezigheidsbeleid De Vuurtoren
school:
  naam: De Vuurtoren
  sector: vo
  regio: anders
  lesuur_minuten: 50
"""


@pytest.mark.parametrize(
    ("oud", "nieuw"),
    [
        pytest.param("registratie:\n  bronnen: [melding, nabellen]\n", "registratie:\n  bronnen: [nabellen, melding]\n", id="volgorde van woorden"),
        pytest.param("registratie:\n  bronnen: [melding, nabellen]\n", "# uitleg\nregistratie:\n  bronnen:\n    - melding\n    - nabellen\n", id="opmaak"),
        pytest.param(
            "communicatie:\n  beleid: Iedereen kent de afspraken.\n  regie: mt\n",
            "communicatie:\n  regie: mt\n  beleid: >-\n    Iedereen kent\n    de afspraken.\n",
            id="volgorde van sleutels en een gevouwen tekst",
        ),
        pytest.param(
            "communicatie:\n  taken:\n    - {rol: mt, taak: stelt vast}\n    - {rol: mentor, taak: bespreekt}\n",
            "communicatie:\n  taken:\n    - {rol: mentor, taak: bespreekt}\n    - {rol: mt, taak: stelt vast}\n",
            id="volgorde van blokken",
        ),
        pytest.param(
            "communicatie:\n  taken:\n    - {rol: mt, taak: een}\n    - {rol: mt, taak: twee}\n",
            "communicatie:\n  taken:\n    - {rol: mt, taak: twee}\n    - {rol: mt, taak: een}\n",
            id="volgorde van blokken met dezelfde rol",
        ),
        pytest.param("rollen:\n  mentor: coach\n", "rollen:\n  mentor:\n    wie: coach\n", id="korte en lange vorm"),
        pytest.param("controle_in_de_les:\n  wie: docent\n", "controle_in_de_les:\n  wie: leraar\n", id="synoniem"),
        pytest.param(STAPPEN, STAPPEN.replace("[leerling, ouder]", "[ouder, leerling]"), id="volgorde bij een actie"),
    ],
)
def test_geen_verandering(tmp_path: Path, oud: str, nieuw: str) -> None:
    vergelijking = van_tekst(tmp_path, BASIS + oud, BASIS + nieuw)
    assert [kort(rij) for rij in vergelijking.rijen] == []
    assert vergelijking.normen == ()


def test_verplaatste_stappen_zijn_geen_verandering(tmp_path: Path) -> None:
    begin, een, twee = STAPPEN.partition("        - id: te_laat-1")[0], *re.split(r"(?=        - id: te_laat-2)", "        - id" + STAPPEN.partition("        - id")[2])
    assert aarden(van_tekst(tmp_path, BASIS + STAPPEN, BASIS + begin + twee + een)) == []


# ---- Wat wel verandert ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("oud", "nieuw", "rijen"),
    [
        pytest.param("", "registratie:\n  lvs: Magister\n", ["anders registratie.lvs"], id="een los feit erbij zonder norm"),
        pytest.param(
            "registratie:\n  bronnen: [melding, nabellen]\n", "registratie:\n  bronnen: [melding]\n", ["soepeler registratie.bronnen"], id="gevraagd woord weg"
        ),
        pytest.param(
            "registratie:\n  bronnen: [melding]\n", "registratie:\n  bronnen: [melding, nabellen]\n", ["strenger registratie.bronnen"], id="gevraagd woord erbij"
        ),
        pytest.param(
            "controle_in_de_les:\n  moment: elke_les\n", "controle_in_de_les:\n  moment: elk_dagdeel\n", ["soepeler controle_in_de_les.moment"], id="waarde"
        ),
        pytest.param(
            "monitoring_en_evaluatie:\n  naleving:\n    elke: maand\n",
            "monitoring_en_evaluatie:\n  naleving:\n    elke: kwartaal\n",
            ["soepeler monitoring_en_evaluatie.naleving.elke"],
            id="minder vaak",
        ),
        pytest.param(
            "communicatie:\n  procedure: [Wij bellen eerst., Daarna mailen wij.]\n",
            "communicatie:\n  procedure: [Daarna mailen wij., Wij bellen eerst.]\n",
            ["anders communicatie.procedure"],
            id="volgorde van een procedure",
        ),
        pytest.param(
            "communicatie:\n  beleid: Wij bellen de ouders altijd.\n",
            "communicatie:\n  beleid: wij bellen  de ouders, altijd\n",
            ["redactioneel communicatie.beleid"],
            id="hoofdletter en leesteken",
        ),
        pytest.param(
            "communicatie:\n  beleid: Wij bellen de ouders na 15 minuten.\n",
            "communicatie:\n  beleid: Wij bellen de ouders na 1,5 minuten.\n",
            ["anders communicatie.beleid"],
            id="een komma in een getal is geen leesteken",
        ),
        pytest.param(
            "communicatie:\n  beleid: Wij bellen de ouders altijd.\n",
            "communicatie:\n  beleid: Wij bellen de ouders niet altijd.\n",
            ["anders communicatie.beleid"],
            id="één woord",
        ),
        pytest.param(
            "communicatie:\n  taken:\n    - {rol: mt, taak: stelt vast}\n",
            "communicatie:\n  taken:\n    - {rol: mt, taak: stelt vast}\n    - {rol: mentor, taak: bespreekt}\n",
            ["strenger communicatie.taken.mentor"],
            id="een taak erbij",
        ),
        pytest.param("huisstijl:\n  hoofdkleur: '#1b4f72'\n", "huisstijl:\n  hoofdkleur: '#004000'\n", ["redactioneel huisstijl.hoofdkleur"], id="kleur"),
    ],
)
def test_feiten(tmp_path: Path, oud: str, nieuw: str, rijen: list[str]) -> None:
    assert [kort(rij) for rij in van_tekst(tmp_path, BASIS + oud, BASIS + nieuw).rijen] == rijen


@pytest.mark.parametrize(
    ("van", "naar", "rijen", "leerlingen"),
    [
        pytest.param("drempel: 3 keer", "drempel: 2 keer", ["strenger te_laat-1"], ["eerder"], id="eerder"),
        pytest.param("drempel: 3 keer", "drempel: 4 keer", ["soepeler te_laat-1"], ["later"], id="later"),
        pytest.param("drempel: 3 keer", "drempel: 3 keer\n              vergelijking: meer_dan", ["soepeler te_laat-1"], ["later"], id="meer dan"),
        pytest.param("drempel: 3 keer", "drempel: 3 keer\n              periode: 4 weken", ["anders te_laat-1"], ["later"], id="alleen binnen een periode: niet te bewijzen"),
        pytest.param("actie: contact", "actie: brief", ["anders te_laat-1"], ["eerder", "later"], id="andere actie"),
        pytest.param("wie: mentor", "wie: meldpunt", ["anders te_laat-1"], [], id="andere rol"),
        pytest.param("[leerling, ouder]", "[leerling]", ["soepeler te_laat-1"], [], id="zonder ouder"),
        pytest.param("termijn: 5 schooldagen", "termijn: 3 schooldagen", ["strenger te_laat-2"], [], id="kortere termijn"),
        pytest.param("              termijn: 5 schooldagen\n", "", ["soepeler te_laat-2"], [], id="zonder termijn"),
        pytest.param("id: te_laat-1", "id: eerste", ["redactioneel eerste"], [], id="andere naam"),
        pytest.param("        - id: te_laat-1", "        - id: te_laat-1\n          titel: Contact", ["redactioneel Contact"], [], id="titel"),
        pytest.param("signaal: te_laat", "signaal: uit_de_les_gestuurd", ["anders te_laat-1"], ["eerder", "later"], id="ander signaal"),
    ],
)
def test_stappen(tmp_path: Path, van: str, naar: str, rijen: list[str], leerlingen: list[str]) -> None:
    assert van in STAPPEN
    vergelijking = van_tekst(tmp_path, BASIS + STAPPEN, BASIS + STAPPEN.replace(van, naar, 1))
    assert [f"{rij.aard} {(rij.stap_wordt or rij.stap_was).naam}" for rij in vergelijking.rijen if rij.stap_wordt or rij.stap_was] == rijen  # type: ignore[union-attr]
    assert len(vergelijking.rijen) == len(rijen)
    assert ["eerder" if een.eerder else "later" for rij in vergelijking.rijen for een in rij.leerlingen] == leerlingen


def test_het_verhaal_van_een_leerling(tmp_path: Path) -> None:
    (rij,) = van_tekst(tmp_path, BASIS + STAPPEN, BASIS + STAPPEN.replace("3 keer", "5 keer")).rijen
    assert [een.verhaal for een in rij.leerlingen] == [
        "Een leerling komt te laat in week 1 op maandag, dinsdag en woensdag. Volgens het oude beleid (vanaf de 3e keer) volgt dan «contact opnemen». Het nieuwe beleid doet dat daar nog niet: dat begint vanaf de 5e keer."
    ]


def test_een_stap_die_verdwijnt_heeft_ook_een_leerling(tmp_path: Path) -> None:
    zonder = STAPPEN.partition("        - id: te_laat-2")[0]
    (rij,) = van_tekst(tmp_path, BASIS + STAPPEN, BASIS + zonder).rijen
    assert (rij.aard, rij.stap_wordt, len(rij.leerlingen)) == (Aard.SOEPELER, None, 1)
    assert rij.leerlingen[0].verhaal.endswith("Het nieuwe beleid doet dat bij «te laat» niet.")


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 12), st.integers(1, 12))
def test_de_richting_van_een_drempel(tmp_path_factory: pytest.TempPathFactory, was: int, wordt: int) -> None:
    map_ = tmp_path_factory.mktemp("drempel")
    oud, nieuw = (BASIS + STAPPEN.replace("drempel: 3 keer", f"drempel: {aantal} keer") for aantal in (was, wordt))
    verwacht = [] if was == wordt else ["strenger" if wordt < was else "soepeler"]
    assert aarden(van_tekst(map_, oud, nieuw)) == verwacht


def test_overgenomen_ladder_en_eigen_afwijking(tmp_path: Path) -> None:
    kop = BASIS.replace("[model16@2023]", "[model16@2023, noord-kennemerland@2024-2025]").replace("regio: anders", "regio: noord-kennemerland")
    volgt = "stappen_bij_afwezigheid:\n  volgt: noord-kennemerland@2024-2025\n"
    assert aarden(van_tekst(tmp_path, kop + volgt, kop + volgt)) == []
    vergelijking = van_tekst(tmp_path, kop + volgt, kop + volgt + "  vervalt: [ziek-4e-melding-of-7e-dag]\n")
    assert [(rij.aard, rij.stap_was.uit_kader) for rij in vergelijking.rijen if rij.stap_was] == [(Aard.SOEPELER, True)]
    assert any(een.was == "voldoet" and een.wordt == "voldoet niet" for een in vergelijking.rijen[0].normen)


# ---- Eigenschappen van elke vergelijking -----------------------------------------------------------------------------

SCHOLEN = sorted(example_dir().glob("*.yaml"))
SPIEGEL = {"strenger": "soepeler", "soepeler": "strenger"}


@pytest.mark.parametrize(("oud", "nieuw"), list(permutations([VOLLEDIG, KORT, EERSTE_VERSIE], 2)), ids=lambda pad: pad.stem)
def test_elk_verschil_staat_in_precies_een_rij_en_elke_norm_telt(oud: Path, nieuw: Path) -> None:
    vergelijking, terug = naast(oud, nieuw), naast(nieuw, oud)
    assert sorted(aarden(vergelijking)) == sorted(SPIEGEL.get(aard, aard) for aard in aarden(terug))
    plekken = [(rij.waar, rij.stap_was is None, rij.stap_wordt is None) for rij in vergelijking.rijen]
    assert len(plekken) == len(vergelijking.rijen)
    was = {(b.norm.kader, b.norm.id): b.oordeel for b in vergelijking.oud.bevindingen}
    anders = {(b.norm.kader, b.norm.id) for b in vergelijking.nieuw.bevindingen if was[b.norm.kader, b.norm.id] is not b.oordeel}
    assert {(een.norm.kader, een.norm.id) for een in vergelijking.normen} == anders
    assert anders, "twee heel verschillende scholen verschillen voor ten minste één norm"


@pytest.mark.parametrize("school", SCHOLEN, ids=lambda pad: pad.stem)
def test_een_school_naast_zichzelf_verandert_niet(school: Path, tmp_path: Path) -> None:
    zonder_commentaar = "\n".join(regel for regel in school.read_text(encoding="utf-8").splitlines() if not regel.lstrip().startswith("#"))
    vergelijking = van_tekst(tmp_path, school.read_text(encoding="utf-8"), zonder_commentaar + "\n")
    assert (vergelijking.rijen, vergelijking.overig) == ((), ())


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 3) | st.text("ab ", max_size=3),
    lambda kind: st.lists(kind, max_size=4) | st.dictionaries(st.sampled_from(["id", "rol", "taak", "x"]), kind, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(["a", "procedure", "taken"]), JSON), st.dictionaries(st.sampled_from(["a", "procedure", "taken"]), JSON))
def test_verschillen_zijn_er_precies_als_er_verschil_is(was: dict[str, object], wordt: dict[str, object]) -> None:
    assert list(differences(was, was)) == []
    heen, terug = list(differences(was, wordt)), list(differences(wordt, was))
    assert bool(heen) == bool(terug)
    assert all(een.was != een.wordt or type(een.was) is not type(een.wordt) or een.lijst for een in heen)


@given(st.text(max_size=40))
def test_dezelfde_woorden(tekst: str) -> None:
    assert same_words(tekst, tekst)
    assert same_words(tekst, f"  {tekst} ")
    assert not same_words(tekst, f"{tekst} niet")


@pytest.mark.parametrize(
    ("was", "wordt", "kleiner"),
    [(5, 3, True), (3, 5, False), (3, 3, None), (True, 2, None), ("1 week", "7 dagen", None), ("1 week", "3 dagen", True), ("maand", "week", None), ("x", "y", None)],
)
def test_kleiner(was: object, wordt: object, kleiner: bool | None) -> None:
    assert smaller(was, wordt) is kleiner


def test_van_een_lange_tekst_staat_er_wat_verandert() -> None:
    lang = "Wij bellen elke ouder op de eerste dag. " * 30
    was, wordt = excerpts(lang + "Dat doet de mentor. " + lang, lang + "Dat doet niemand. " + lang)
    assert "de mentor" in was
    assert "niemand" in wordt
    assert was.startswith("… ")
    assert was.endswith(" …")
    assert max(len(was), len(wordt)) < 300


# ---- De hele uitvoer -------------------------------------------------------------------------------------------------


@pytest.fixture(name="paar")
def _paar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    monkeypatch.chdir(tmp_path)
    Path("oud.yaml").write_text(gewijzigd(), encoding="utf-8")
    Path("nieuw.yaml").write_text(gewijzigd(*WIJZIGINGEN), encoding="utf-8")
    return "oud.yaml", "nieuw.yaml"


@pytest.mark.parametrize(("formaat", "uitgang"), [("terminal", "txt"), ("markdown", "md"), ("html", "html"), ("json", "json")])
def test_hele_uitvoer(paar: tuple[str, str], formaat: str, uitgang: str, capsys: pytest.CaptureFixture[str]) -> None:
    klaar = draai(capsys, "vergelijk", *paar, "--formaat", formaat, *DAG)
    assert (klaar.code, klaar.fout) == (0, "")
    if formaat == "json":
        gelezen = json.loads(klaar.uit)
        assert sum(gelezen["telling"].values()) == len(gelezen["rijen"])
    tekst = re.sub(r'("sha256": )"[0-9a-f]{64}"', r'\1"HASH"', zonder_hash(klaar.uit))
    assert_expected(tekst, f"vergelijk_beleid.{uitgang}")


def test_niets_veranderd_staat_er_met_zoveel_woorden(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "kopie.yaml").write_bytes(b"# een ander begin\n" + VOLLEDIG.read_bytes())
    klaar = draai(capsys, "vergelijk", VOLLEDIG, tmp_path / "kopie.yaml", *DAG)
    assert klaar.code == 0
    assert "Er is niets veranderd: beide versies zeggen hetzelfde." in klaar.uit


@pytest.mark.parametrize("formaat", ["pdf", "docx"])
def test_bestand_zonder_uit_krijgt_een_naam(paar: tuple[str, str], formaat: str, capsys: pytest.CaptureFixture[str]) -> None:
    eerste = draai(capsys, "vergelijk", *paar, "--formaat", formaat, *DAG)
    assert (eerste.code, eerste.uit) == (0, f"Geschreven: nieuw.vergelijking.{formaat}\n")
    inhoud = Path(f"nieuw.vergelijking.{formaat}").read_bytes()
    draai(capsys, "vergelijk", *paar, "--formaat", formaat, *DAG)
    assert Path(f"nieuw.vergelijking.{formaat}").read_bytes() == inhoud


# ---- Verkeerd gebruik en vijandige invoer ------------------------------------------------------------------------------


def test_hetzelfde_bestand(capsys: pytest.CaptureFixture[str]) -> None:
    klaar = draai(capsys, "vergelijk", VOLLEDIG, VOLLEDIG)
    assert klaar.code == 2
    assert "zijn hetzelfde bestand" in klaar.fout


@pytest.mark.parametrize(
    "inhoud",
    [
        pytest.param(b"", id="leeg"),
        pytest.param(b"a: [", id="geen yaml"),
        pytest.param(b"\xff\xfe", id="geen utf-8"),
        pytest.param(b"formaat: 1\nkaders: [model16@2023]\n", id="zonder school"),
        pytest.param(b"formaat: 1\nkaders: 7\nbeleid: []\nschool: nee\n", id="verkeerde vormen"),
        pytest.param(b"- lijst\n", id="een lijst"),
    ],
)
@pytest.mark.parametrize("kant", ["oud", "nieuw"])
def test_een_slecht_bestand_is_een_fout_met_plaats(inhoud: bytes, kant: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    slecht = tmp_path / "slecht.yaml"
    slecht.write_bytes(inhoud)
    klaar = draai(capsys, "vergelijk", *((slecht, KORT) if kant == "oud" else (KORT, slecht)), *DAG)
    assert (klaar.code, klaar.uit) == (2, "")
    assert "slecht.yaml" in "".join(klaar.fout.split())
    assert "Traceback" not in klaar.fout


def test_een_bestand_dat_er_niet_is(capsys: pytest.CaptureFixture[str]) -> None:
    klaar = draai(capsys, "vergelijk", KORT, "weg.yaml", *DAG)
    assert klaar.code == 2
    assert "weg.yaml" in klaar.fout


def test_een_invoer_wordt_nooit_overschreven(paar: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    klaar = draai(capsys, "vergelijk", *paar, "--uit", "oud.yaml", *DAG)
    assert klaar.code == 2
    assert Path("oud.yaml").read_text(encoding="utf-8") == gewijzigd()


def test_een_onbekend_kader_staat_erbij(tmp_path: Path) -> None:
    oud = BASIS.replace("[model16@2023]", "[model16@2023, weg@1999]")
    vergelijking = van_tekst(tmp_path, oud, BASIS)
    assert vergelijking.onbekende_kaders == ("weg@1999",)
    tekst = DOCUMENTFORMATEN["markdown"][1](compose_policy_comparison(vergelijking), None)
    assert "Wij hebben «weg@1999» niet." in tekst


GEVAARLIJK = "</td><script>alert(1)</script> **vet** | $x$ #let [a](javascript:b) \U0001f600 \u202e"


def test_tekst_van_een_school_blijft_tekst(tmp_path: Path) -> None:
    schoon = GEVAARLIJK.replace("\u202e", "")
    oud = BASIS + f"communicatie:\n  beleid: {json.dumps('Wij bellen. ' + schoon, ensure_ascii=False)}\n"
    nieuw = BASIS + f"communicatie:\n  beleid: {json.dumps('Wij mailen. ' + schoon, ensure_ascii=False)}\n  taken:\n    - {{rol: mt, taak: {json.dumps(schoon, ensure_ascii=False)}}}\n"
    document = compose_policy_comparison(van_tekst(tmp_path, oud, nieuw))
    assert "<script" not in DOCUMENTFORMATEN["html"][1](document, None)
    assert "\\<script" in DOCUMENTFORMATEN["markdown"][1](document, None) or "&lt;script" in DOCUMENTFORMATEN["markdown"][1](document, None)


def test_een_heel_lange_lijst_blijft_snel(tmp_path: Path) -> None:
    taken = "".join(f"    - {{rol: mt, taak: taak nummer {nummer}}}\n" for nummer in range(3000))
    andere = "".join(f"    - {{rol: mentor, taak: werk nummer {nummer}}}\n" for nummer in range(3000))
    vergelijking = van_tekst(tmp_path, BASIS + "communicatie:\n  taken:\n" + taken, BASIS + "communicatie:\n  taken:\n" + andere)
    assert len(vergelijking.rijen) >= 3000


def test_geen_engels_in_de_uitvoer(paar: tuple[str, str]) -> None:
    klaar = draai_los("vergelijk", *paar, *DAG, map_=Path.cwd())
    assert (klaar.code, klaar.fout) == (0, "")
    assert not ENGELS.findall(klaar.uit)


def test_elke_rij_heeft_een_naam() -> None:
    vergelijking = naast(VOLLEDIG, KORT)
    woorden = Verwoorder(vergelijking.nieuw)
    namen = [woorden.subject(rij) for rij in vergelijking.rijen]
    assert all(namen)
    assert not [naam for naam in namen if "_" in naam or "None" in naam]
    assert len(set(namen)) > len(namen) // 2


def test_lezen_van_een_bron_zonder_kaders() -> None:
    assert shared_kaders([parse_source(b"kaders: model16\n", Path("x.yaml")), parse_source(b"a: 1\n", Path("y.yaml"))]) == ((), ())
