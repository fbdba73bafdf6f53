"""Kan één beleid aan meer kaders voldoen: een beleid dat het doet, twee normen die botsen, of niet gevonden."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from beleidscheck.bevinding import Oordeel
from beleidscheck.document.gezamenlijk import compose_joint
from beleidscheck.kader import available, load_kader, read_kader
from beleidscheck.render import DOCUMENTFORMATEN
from beleidscheck.render.kolommen import width
from beleidscheck.render.terminal_document import render_document_terminal
from beleidscheck.report import build_report
from beleidscheck.trap.ladder import BLOK
from beleidscheck.vergelijk.gezamenlijk import joint_demands, strictest
from beleidscheck.vergelijk.samen import Antwoord, join_kaders
from tests.hulp.opdracht import DAG, draai
from tests.hulp.verwacht import assert_expected, zonder_hash
from tests.test_kader_vergelijk import norm

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from beleidscheck.kader import Kader

NK, ZKIJ = "noord-kennemerland@2024-2025", "zuid-kennemerland-ijmond@2021"
PEILDATUM = date(2026, 10, 1)


@pytest.fixture
def maak(tmp_path: Path) -> Callable[..., Kader]:
    """Return a function that writes a small kader and reads it."""

    def _maak(id_: str, normen: list[dict[str, Any]], **rest: Any) -> Kader:  # noqa: ANN401 - velden van een kader
        inhoud = {
            "kader": 1, "id": id_, "versie": "1", "naam": f"Kader {id_}", "status": "geldend", "geldig_van": "2024-08-01", "toelichting": "t",
            "bronnen": {"b": {"titel": "Bron", "uitgever": "u", "datum": "2024"}}, "normen": normen, **rest,
        }  # fmt: skip
        pad = tmp_path / f"{id_}@1.yaml"
        pad.write_text(yaml.safe_dump(inhoud, allow_unicode=True, sort_keys=False), encoding="utf-8")
        return read_kader(pad)

    return _maak


def los(id_: str, toetsen: str, snippet: str = "", **rest: Any) -> dict[str, Any]:  # noqa: ANN401 - velden van een kader
    return norm(id_, toetsen, **rest) | {"herstel": {"voorbeeld": "Wij regelen dit.", "snippet": snippet}}


def test_twee_regios() -> None:
    samen = join_kaders([load_kader(NK), load_kader(ZKIJ)], peildatum=PEILDATUM)
    assert samen.antwoord is Antwoord.JA
    assert samen.niet == ()
    assert samen.gehaald + samen.lezer + samen.nvt == sum(len(kader.normen) for kader in samen.kaders)
    assert samen.regios == ("noord-kennemerland", "zuid-kennemerland-ijmond")
    document = compose_joint(samen, peildatum=PEILDATUM)
    assert_expected(zonder_hash(DOCUMENTFORMATEN["markdown"][1](document, None)), "kaders_samen.md")
    tekst = render_document_terminal(document, kleur=False)
    assert_expected(zonder_hash(tekst), "kaders_samen.txt")
    assert max(map(width, tekst.splitlines())) <= 80


def test_het_bewijs_is_een_beleid_dat_voor_elk_kader_slaagt(tmp_path: Path) -> None:
    """Read the made policy as a user would: with the region of each kader, its norms are met."""
    samen = join_kaders([load_kader(NK), load_kader(ZKIJ)], peildatum=PEILDATUM)
    assert samen.beleid is not None
    for ref in (NK, ZKIJ):
        data = json.loads(json.dumps(samen.beleid))
        data["school"]["regio"] = load_kader(ref).bestand.regio
        pad = tmp_path / "samen.yaml"
        pad.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        report = build_report(pad, bestand="x", peildatum=PEILDATUM, kader_refs=[ref, *({NK, ZKIJ} - {ref})])
        assert report.fouten == ()
        slecht = {b.norm.id: b.zin for b in report.bevindingen if b.norm.kader == ref and b.oordeel in {Oordeel.VOLDOET_NIET, Oordeel.NIET_GETOETST}}
        assert slecht == {}


def test_de_ladder_is_zo_klein_als_het_kan(tmp_path: Path) -> None:
    """Every step is needed: without it some norm is no longer met, or its ladder would be empty."""
    kaders = [load_kader(NK), load_kader(ZKIJ)]
    samen = join_kaders(kaders, peildatum=PEILDATUM)
    assert samen.beleid is not None

    def gemist(data: dict[str, Any]) -> int:
        som = 0
        for kader in kaders:
            data["school"]["regio"] = kader.bestand.regio
            pad = tmp_path / "samen.yaml"
            pad.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
            bevindingen = build_report(pad, bestand="x", peildatum=PEILDATUM, kader_refs=[NK, ZKIJ]).bevindingen
            som += sum(b.oordeel is Oordeel.VOLDOET_NIET for b in bevindingen if b.norm.kader == kader.ref)
        return som

    assert gemist(json.loads(json.dumps(samen.beleid))) == 0
    for nummer, trap in enumerate(samen.ladder):
        for plaats in range(0, len(trap["stappen"]), 4):
            if len(trap["stappen"]) > 1:
                data = json.loads(json.dumps(samen.beleid))
                del data[BLOK]["trappen"][nummer]["stappen"][plaats]
                assert gemist(data) > 0, trap["stappen"][plaats]


def test_botsing(maak: Callable[..., Kader]) -> None:
    een = maak("een", [los("e.a", "[{soort: gelijk, veld: begrippen.hoofdterm, waarde: afwezigheid}]", "begrippen:\n  hoofdterm: afwezigheid\n")])
    ander = maak("ander", [los("a.b", "[{soort: keuze, veld: begrippen.hoofdterm, waarden: [verzuim]}]", "begrippen:\n  hoofdterm: verzuim\n")])
    samen = join_kaders([een, ander], peildatum=PEILDATUM)
    assert samen.antwoord is Antwoord.BOTST
    (botsing,) = samen.botsingen
    assert botsing.zin == "Bij `begrippen.hoofdterm` vraagt norm «e.a» «afwezigheid», en norm «a.b» «verzuim»; dat kan niet allebei."
    assert botsing.ander is not None
    for bron in (botsing.een, botsing.ander):
        regel = bron.kader.path.read_text(encoding="utf-8").splitlines()[bron.regel - 1]
        assert regel.strip().startswith("- soort:")
    assert [niet.norm.id for niet in samen.niet] in (["e.a"], ["a.b"])


def test_een_norm_die_niemand_haalt(maak: Callable[..., Kader]) -> None:
    toets = "[{soort: stap, signaal: [te_laat], uiterlijk: 3 keer, vanaf: 6 keer}]"
    een = maak_los(maak, "een", toets)
    samen = join_kaders([een, load_kader("model16@2023")], peildatum=PEILDATUM)
    assert samen.antwoord is Antwoord.BOTST
    assert [(b.een.norm.id, b.ander) for b in samen.botsingen] == [("e.a", None)]
    assert "ligt onder" in samen.botsingen[0].zin


def maak_los(maak: Callable[..., Kader], id_: str, toetsen: str) -> Kader:
    """Return a kader with one impossible norm, that the check of a kader would refuse."""
    from dataclasses import replace  # noqa: PLC0415

    goed = maak(id_, [los("e.a", "[{soort: stap, signaal: [te_laat], uiterlijk: 6 keer}]")])
    nieuw = type(goed.normen[0]).model_validate(goed.normen[0].model_dump() | {"toetsen": yaml.safe_load(toetsen)})
    return replace(goed, bestand=goed.bestand.model_copy(update={"normen": (nieuw,)}))


def test_niet_gevonden_is_geen_nee(maak: Callable[..., Kader]) -> None:
    """A norm without an example that nobody can fill in by itself: not found, and not said to be impossible."""
    een = maak("een", [los("e.a", "[{soort: bevat, veld: visie_en_doel.doelen, minstens: 40}]")])
    samen = join_kaders([een, load_kader("knsa-tips@2024")], peildatum=PEILDATUM)
    assert (samen.antwoord, samen.botsingen) == (Antwoord.NIET_GEVONDEN, ())
    assert [niet.norm.id for niet in samen.niet] == ["e.a"]
    assert "Dat is geen nee" in render_document_terminal(compose_joint(samen, peildatum=PEILDATUM), kleur=False).replace("\n", " ")


def test_geen_school_waar_beide_voor_gelden(maak: Callable[..., Kader]) -> None:
    een = maak("een", [los("e.a", "[{soort: gevuld, velden: [registratie.lvs]}]")], sectoren=["po"])
    samen = join_kaders([een, load_kader(NK)], peildatum=PEILDATUM)
    assert samen.antwoord is Antwoord.GEEN_SCHOOL
    assert samen.beleid is None


def test_woorden_die_iets_anders_betekenen(maak: Callable[..., Kader]) -> None:
    gevuld = "[{soort: gevuld, velden: [registratie.lvs]}]"
    rol = {"label": "kernteam", "uitleg": "denkt mee", "synoniemen": ["team"]}
    een = maak("een", [los("e.a", gevuld)], woordenlijst={"rollen": {"kernteam": rol, "zelfde": {"label": "zelfde"}}})
    ander = maak("ander", [los("a.b", gevuld)], woordenlijst={"rollen": {"kernteam": rol | {"uitleg": "beslist", "synoniemen": []}, "zelfde": {"label": "Zelfde"}, "wijkteam": {"label": "wijkteam", "synoniemen": ["Team"]}}})
    samen = join_kaders([een, ander], peildatum=PEILDATUM)
    assert [(w.woord, [b for _, b in w.betekenissen]) for w in samen.woorden] == [
        ("kernteam", ["kernteam: denkt mee", "kernteam: beslist"]),
        ("team", ["een andere schrijfwijze van «kernteam»", "een andere schrijfwijze van «wijkteam»"]),
    ]


def test_strengste_eis(maak: Callable[..., Kader]) -> None:
    een = maak("een", [los("e.a", "[{soort: grens, veld: monitoring_en_evaluatie.effectiviteit.elke, hoogstens: 1 jaar}]"), los("e.b", "[{soort: stap, signaal: [ziekmeldingen], uiterlijk: 5 keer, actie: [gesprek]}]")])
    ander = maak("ander", [los("a.a", "[{soort: grens, veld: monitoring_en_evaluatie.effectiviteit.elke, hoogstens: 2 jaar}]"), los("a.b", "[{soort: stap, signaal: [ziekmeldingen], uiterlijk: 4 keer, actie: [gesprek], met: [ouder]}]")])
    gevonden = {(eis.onderwerp, eis.actie): (eis.strengste, [toets.model_dump(exclude_defaults=True) for toets in eis.samen]) for eis in joint_demands([een, ander])}
    assert gevonden == {
        ("ziekmeldingen", "gesprek"): (1, [{"soort": "stap", "signaal": ["ziekmeldingen"], "uiterlijk": "4 keer", "actie": ["gesprek"], "met": ["ouder"]}]),
        ("monitoring_en_evaluatie.effectiviteit.elke", ""): (0, [{"soort": "grens", "veld": "monitoring_en_evaluatie.effectiviteit.elke", "hoogstens": "1 jaar"}]),
    }


def test_strengste_houdt_van_twee_gelijke_een() -> None:
    toetsen = [toets for een in load_kader(NK).normen for toets in een.toetsen]
    over = strictest([*toetsen, *toetsen])
    assert len(over) <= len(toetsen)
    assert strictest(over) == over


@pytest.mark.traag
@pytest.mark.parametrize("refs", [(een, ander) for i, een in enumerate(available()) for ander in available()[i + 1 :]], ids="+".join)
def test_elk_paar_meegeleverde_kaders(refs: tuple[str, str]) -> None:
    samen = join_kaders([load_kader(ref) for ref in refs], peildatum=PEILDATUM)
    assert samen.antwoord is Antwoord.JA, [(niet.norm.id, niet.bevinding.zin) for niet in samen.niet]


# ---- De opdracht -------------------------------------------------------------------------------------------------


def test_opdracht(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    wet = "wet-terugdringen-schoolverzuim@2024-wetsvoorstel"
    klaar = draai(capsys, "kader", "samen", "knsa-tips@2024", wet, "--formaat", "json", "--voorstel", tmp_path / "samen.yaml", *DAG)
    assert (klaar.code, klaar.fout) == (0, "")
    assert (tmp_path / "samen.yaml").read_text(encoding="utf-8").startswith("# Een gemaakt beleid van een verzonnen school")
    gelezen = json.loads(klaar.uit.rpartition("}\n")[0] + "}")
    assert gelezen["antwoord"] == "ja"
    assert gelezen["gemaakt_beleid"]["niet_gehaald"] == []
    toets = draai(capsys, "toets", tmp_path / "samen.yaml", "--drempel", "tekort", *DAG)
    assert toets.code == 0


@pytest.mark.parametrize(
    ("argv", "code", "melding"),
    [
        pytest.param([NK], 2, "Fout: Noem 2 tot 6 kaders, bijvoorbeeld: beleidscheck kader samen KADER-A KADER-B.\n", id="één kader"),
        pytest.param([NK, NK], 2, f"Fout: Het kader {NK} staat er twee keer. Noem verschillende kaders.\n", id="twee keer hetzelfde"),
        pytest.param([NK, "x.yaml"], 2, "Fout: x.yaml:1:1: Dit bestand bestaat niet. Controleer de naam en de map.\n", id="bestand dat er niet is"),
    ],
)
def test_verkeerd_gebruik(argv: list[str], code: int, melding: str, capsys: pytest.CaptureFixture[str]) -> None:
    klaar = draai(capsys, "kader", "samen", *argv, *DAG)
    assert (klaar.code, klaar.uit, klaar.fout) == (code, "", melding)
