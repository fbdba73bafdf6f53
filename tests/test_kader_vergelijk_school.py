"""Wat een nieuw kader voor scholen betekent: gevolgen, wijzigingsblad, voorstel en het overzicht van een samenwerkingsverband."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from datetime import date
from typing import TYPE_CHECKING

import pytest
import yaml

from beleidscheck.bevinding import Gewicht, Oordeel
from beleidscheck.data import example_dir
from beleidscheck.document.wijzigingsblad import compose_change_sheet
from beleidscheck.document.wijzigingsoverzicht import compose_overview
from beleidscheck.kader import load_kader
from beleidscheck.render import DOCUMENTFORMATEN
from beleidscheck.render.kolommen import width
from beleidscheck.render.terminal_document import render_document_terminal
from beleidscheck.report import Status, build_report
from beleidscheck.vergelijk.model import compare_kaders
from beleidscheck.vergelijk.proef import GEHAALD
from beleidscheck.vergelijk.school import TE_DOEN, Gevolg, Schoolgevolg, compare_school
from beleidscheck.vergelijk.voorstel import propose, unified
from tests.hulp.opdracht import DAG, EERSTE_VERSIE, KORT, PO, VOLLEDIG, draai
from tests.hulp.verwacht import assert_expected, zonder_hash

if TYPE_CHECKING:
    from pathlib import Path

    from beleidscheck.vergelijk.model import Vergelijking

OUD, CONCEPT = "noord-kennemerland@2024-2025", "noord-kennemerland@2025-2026-concept"
PEILDATUM = date(2026, 10, 1)
PAREN = [(OUD, CONCEPT), ("model16@2023", OUD), ("model16@2023", "wet-terugdringen-schoolverzuim@2024-wetsvoorstel"), (OUD, "knsa-tips@2024")]


def vergelijk(oud: str = OUD, nieuw: str = CONCEPT) -> Vergelijking:
    return compare_kaders(load_kader(oud), load_kader(nieuw))


def gevolg_voor(pad: Path, vergelijking: Vergelijking | None = None) -> Schoolgevolg:
    return compare_school(vergelijking or vergelijk(), pad, bestand=pad.name, peildatum=PEILDATUM)


def tellingen(gevolg: Schoolgevolg) -> dict[str, int]:
    return {str(soort): aantal for soort, aantal in gevolg.telling.items() if aantal}


@pytest.mark.parametrize(
    ("pad", "telling"),
    [
        pytest.param(VOLLEDIG, {"zelf beoordelen": 9, "in orde": 21, "blijft zoals het was": 199}, id="een school die alles al heeft"),
        pytest.param(PO, {"blijft zoals het was": 199, "niet van toepassing": 30}, id="een school waarvoor het kader niet geldt"),
        pytest.param(
            KORT,
            {"wordt onvoldoende": 14, "weegt anders": 2, "blijft onvoldoende": 2, "zelf beoordelen": 6, "in orde": 6, "blijft zoals het was": 199},
            id="een school met een kort beleid",
        ),
    ],
)
def test_gevolgen(pad: Path, telling: dict[str, int]) -> None:
    gevolg = gevolg_voor(pad)
    assert tellingen(gevolg) == telling
    assert sum(telling.values()) == len(gevolg.gevolgen) == 229


@pytest.mark.parametrize("pad", sorted(example_dir().glob("*.yaml")), ids=lambda pad: pad.stem)
def test_een_concept_weegt_hooguit_aandachtspunt(pad: Path) -> None:
    assert all(een.gewicht is not Gewicht.TEKORT for een in gevolg_voor(pad).gevolgen)


@pytest.mark.parametrize("pad", sorted(example_dir().glob("*.yaml")), ids=lambda pad: pad.stem)
def test_de_gevolgen_zijn_de_oordelen_van_de_toets(pad: Path) -> None:
    """The outcome of every norm is what `toets` says about the same file."""
    gevolg = gevolg_voor(pad)
    los = {b.norm.id: b.oordeel for b in build_report(pad, bestand="x", peildatum=PEILDATUM, kader_refs=[OUD, CONCEPT]).bevindingen}
    assert los == {b.norm.id: b.oordeel for een in gevolg.gevolgen for b in (*een.oud, *((een.nieuw,) if een.nieuw else ()))}


def test_terug_naar_het_oude_kader_draait_de_gevolgen_om() -> None:
    heen, terug = gevolg_voor(KORT), gevolg_voor(KORT, vergelijk(CONCEPT, OUD))
    anders = {een.verschil.oud[0].id for een in terug.gevolgen if een.gevolg is Gevolg.VERVALT and een.was is not Gewicht.GEEN}
    nieuw = {een.verschil.norm.id for een in heen.of(Gevolg.ONVOLDOENDE) if not een.verschil.oud}
    assert nieuw <= anders


# ---- Het voorstel ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("oud", "nieuw"), PAREN)
@pytest.mark.parametrize("pad", [EERSTE_VERSIE, KORT, example_dir() / "het-ambacht-pro.yaml"], ids=lambda pad: pad.stem)
def test_het_voorstel_lost_de_norm_echt_op(pad: Path, oud: str, nieuw: str, tmp_path: Path) -> None:
    """Apply the proposal, check again: every norm in it is met, and no norm of any kader of the school got worse."""
    vergelijking = vergelijk(oud, nieuw)
    gevolg = gevolg_voor(pad, vergelijking)
    voorstel = propose(vergelijking, gevolg, peildatum=PEILDATUM)
    open_ = {een.verschil.norm.id for een in gevolg.of(*TE_DOEN) if een.gewicht in {Gewicht.TEKORT, Gewicht.AANDACHTSPUNT}}
    beloofd = [norm.id for stuk in voorstel.stukken for norm in (stuk.norm, *stuk.ook)]
    assert sorted([*beloofd, *(niet.norm.id for niet in voorstel.niet)]) == sorted(open_)
    if not voorstel.stukken:
        assert (voorstel.tekst, voorstel.patch) == ("", "")
        return
    (tmp_path / pad.name).write_text(voorstel.tekst, encoding="utf-8")
    na = gevolg_voor(tmp_path / pad.name, vergelijking)
    oordeel = {een.verschil.norm.id: een.nieuw.oordeel for een in na.gevolgen if een.nieuw}
    assert {norm: oordeel[norm] for norm in beloofd if oordeel[norm] not in GEHAALD} == {}
    eerst = build_report(pad, bestand="x", peildatum=PEILDATUM)
    straks = build_report(tmp_path / pad.name, bestand="x", peildatum=PEILDATUM)
    assert straks.fouten == ()
    goed = {b.norm.id for b in eerst.bevindingen if b.oordeel in GEHAALD}
    assert {b.norm.id: b.zin for b in straks.bevindingen if b.norm.id in goed and b.oordeel is Oordeel.VOLDOET_NIET} == {}


def test_wie_woorden_van_het_nieuwe_kader_gebruikt_noemt_het_ook(tmp_path: Path) -> None:
    """A proposal with fields of a region names the kader of that region, or the policy would no longer be read."""
    pad = tmp_path / "school.yaml"
    tekst = EERSTE_VERSIE.read_text(encoding="utf-8")
    kaders = re.search(r"^kaders:\n(?:  - .*\n)+", tekst, re.MULTILINE)
    assert kaders
    regionaal = re.compile(r"^regionaal:\n(?:[ #].*\n|\n)*", re.MULTILINE)
    pad.write_text(regionaal.sub("", tekst.replace(kaders[0], "kaders:\n  - model16@2023\n")), encoding="utf-8")
    vergelijking = vergelijk("model16@2023", OUD)
    gevolg = gevolg_voor(pad, vergelijking)
    assert gevolg.fouten == ()
    voorstel = propose(vergelijking, gevolg, peildatum=PEILDATUM)
    assert [wijziging.waarde for wijziging in voorstel.kaders] == [OUD]
    (tmp_path / "na.yaml").write_text(voorstel.tekst, encoding="utf-8")
    na = build_report(tmp_path / "na.yaml", bestand="x", peildatum=PEILDATUM)
    assert na.fouten == ()
    assert [kader.ref for kader in na.kaders] == ["model16@2023", OUD]


@pytest.mark.parametrize("pad", [EERSTE_VERSIE, KORT], ids=lambda pad: pad.stem)
def test_de_patch_past_en_laat_de_rest_staan(pad: Path, tmp_path: Path) -> None:
    vergelijking = vergelijk()
    voorstel = propose(vergelijking, gevolg_voor(pad, vergelijking), peildatum=PEILDATUM)
    eerst = pad.read_text(encoding="utf-8")
    commentaar = re.findall(r"^.*#.*$", eerst, re.MULTILINE)
    assert commentaar
    assert [regel for regel in commentaar if regel not in voorstel.tekst.split("\n")] == []
    weg = [regel for regel in voorstel.patch.split("\n") if regel.startswith("-") and not regel.startswith("---")]
    assert len(weg) <= 3, "een aanvulling vervangt hooguit een enkele waarde"
    (tmp_path / pad.name).write_text(eerst, encoding="utf-8")
    (tmp_path / "v.patch").write_text(voorstel.patch, encoding="utf-8")
    subprocess.run(["git", "apply", "-p1", "v.patch"], cwd=tmp_path, check=True, capture_output=True)
    assert (tmp_path / pad.name).read_text(encoding="utf-8") == voorstel.tekst


def test_een_nieuwe_drempel_komt_op_de_juiste_plek(tmp_path: Path) -> None:
    """A step that comes too late gets another threshold, not a second step beside it."""
    pad = tmp_path / "school.yaml"
    tekst = VOLLEDIG.read_text(encoding="utf-8")
    assert tekst.count("drempel: 4 keer") == 1
    pad.write_text(tekst.replace("drempel: 4 keer", "drempel: 6 keer  # dat vinden wij vroeg genoeg"), encoding="utf-8")
    vergelijking = vergelijk("model16@2023", OUD)
    voorstel = propose(vergelijking, gevolg_voor(pad, vergelijking), peildatum=PEILDATUM)
    regels = [regel for regel in voorstel.patch.split("\n") if regel[:1] in {"+", "-"} and regel[:3] not in {"+++", "---"}]
    assert [regel.strip("+- ") for regel in regels] == ["drempel: 6 keer  # dat vinden wij vroeg genoeg", "drempel: 4 keer  # dat vinden wij vroeg genoeg"]
    assert len(voorstel.stukken[0].ook) >= 5


def test_wat_alleen_de_school_kan_zeggen_staat_niet_in_het_voorstel() -> None:
    vergelijking = vergelijk()
    voorstel = propose(vergelijking, gevolg_voor(EERSTE_VERSIE, vergelijking), peildatum=PEILDATUM)
    redenen = {niet.norm.id: niet.reden for niet in voorstel.niet}
    assert redenen["nk2025.school.eigen-beleid"] == "Dit kan alleen de school zelf vaststellen."
    assert redenen["nk2025.effect.registratieplicht"] == "Dit kan alleen de school zelf vaststellen."
    assert "vastgesteld_op" not in voorstel.patch


@pytest.mark.parametrize(
    ("oud", "nieuw", "verwacht"),
    [
        pytest.param("a\n", "a\n", "", id="niets"),
        pytest.param("a", "a\nb\n", "--- a/x\n+++ b/x\n@@ -1 +1,2 @@\n-a\n\\ No newline at end of file\n+a\n+b\n", id="geen regeleinde"),
        pytest.param("a\u2028b\n", "a\u2028c\n", "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\u2028b\n+a\u2028c\n", id="een teken dat geen regel eindigt"),
    ],
)
def test_patch(oud: str, nieuw: str, verwacht: str) -> None:
    assert unified(oud, nieuw, "x") == verwacht


# ---- Hoe het eruitziet -------------------------------------------------------------------------------------------


def met_voorstel(pad: Path, vergelijking: Vergelijking) -> Schoolgevolg:
    from dataclasses import replace  # noqa: PLC0415

    gevolg = gevolg_voor(pad, vergelijking)
    if gevolg.status in {Status.ONLEESBAAR, Status.NIETS_GETOETST}:
        return gevolg
    return replace(gevolg, voorstel=propose(vergelijking, gevolg, peildatum=PEILDATUM))


@pytest.mark.parametrize("pad", [KORT, PO], ids=lambda pad: pad.stem)
def test_wijzigingsblad(pad: Path) -> None:
    vergelijking = vergelijk()
    document = compose_change_sheet(vergelijking, met_voorstel(pad, vergelijking))
    assert_expected(zonder_hash(DOCUMENTFORMATEN["markdown"][1](document, None)), f"wijzigingsblad_{pad.stem}.md")
    tekst = render_document_terminal(document, kleur=False)
    assert_expected(zonder_hash(tekst), f"wijzigingsblad_{pad.stem}.txt")
    assert max(map(width, tekst.splitlines())) <= 80
    html = DOCUMENTFORMATEN["html"][1](document, None)
    assert html.count("<h1") == 1


def test_vijandige_invoer_blijft_tekst(tmp_path: Path) -> None:
    pad = tmp_path / "x.yaml"
    tekst = KORT.read_text(encoding="utf-8").replace("naam: Mavo Kortewater", 'naam: "<script>alert(1)</script> | *x* `y`"')
    pad.write_text(tekst, encoding="utf-8")
    vergelijking = vergelijk()
    gevolg = met_voorstel(pad, vergelijking)
    for document in (compose_change_sheet(vergelijking, gevolg), compose_overview(vergelijking, [gevolg], peildatum=PEILDATUM)):
        assert "<script>alert" not in DOCUMENTFORMATEN["html"][1](document, None)
        assert "<script>alert" not in DOCUMENTFORMATEN["markdown"][1](document, None).replace("\\<script>", "")


@pytest.fixture
def scholen(tmp_path: Path) -> Path:
    """Return a folder with the example schools and a broken file."""
    map_ = tmp_path / "scholen"
    shutil.copytree(example_dir(), map_)
    (map_ / "kapot.yaml").write_text("kapot: [\n", encoding="utf-8")
    return map_


def test_samenwerkingsverband(scholen: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(scholen.parent)
    klaar = draai(capsys, "kader", "vergelijk", OUD, CONCEPT, "scholen", *DAG)
    assert klaar.code == 2
    assert_expected(zonder_hash(klaar.uit), "wijzigingsoverzicht.txt")
    assert max(map(width, klaar.uit.splitlines())) <= 80
    assert "Fout: scholen/kapot.yaml:2:1: " in klaar.fout
    namen = re.findall(r"^(.+)\nscholen/", klaar.uit.partition("PER SCHOOL")[2], re.MULTILINE)
    assert namen == sorted(namen, key=str.casefold)
    assert len(namen) == 9


def test_per_norm_telt_elke_school(scholen: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gelezen = json.loads(draai(capsys, "kader", "vergelijk", OUD, CONCEPT, scholen, "--formaat", "json", *DAG).uit)
    for verschil in gelezen["normen"]:
        if verschil["nieuw"]:
            assert sum(verschil["scholen"].values()) == 5, verschil["nieuw"]["id"]
    assert [school["status"] for school in gelezen["scholen"]].count("onleesbaar") == 1
    assert all(sum(school["telling"].values()) == 229 for school in gelezen["scholen"] if school["status"] != "onleesbaar")


def test_alles_in_een_map(scholen: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    klaar = draai(capsys, "kader", "vergelijk", OUD, CONCEPT, scholen, "--formaat", "html", "--uit", tmp_path / "uit", "--voorstel", tmp_path / "v", *DAG)
    assert klaar.code == 2
    namen = sorted(pad.name for pad in (tmp_path / "uit").iterdir())
    assert namen == sorted(["overzicht.html", *(f"{pad.stem}.wijzigingsblad.html" for pad in scholen.glob("*.yaml"))])
    for patch in (tmp_path / "v").glob("*.patch"):
        subprocess.run(["git", "apply", "--check", "-p1", patch], cwd=scholen, check=True, capture_output=True)
        yaml.safe_load((tmp_path / "v" / f"{patch.stem}.yaml").read_text(encoding="utf-8"))
    assert len(list((tmp_path / "v").glob("*.patch"))) == 4


@pytest.mark.parametrize(
    ("pad", "drempel", "code"),
    [
        pytest.param(VOLLEDIG, "tip", 0, id="niets te doen"),
        pytest.param(KORT, "tekort", 0, id="een concept geeft geen tekort"),
        pytest.param(KORT, "aandachtspunt", 1, id="aandachtspunten"),
        pytest.param(PO, "aandachtspunt", 3, id="het kader geldt niet"),
    ],
)
def test_exitcode(pad: Path, drempel: str, code: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert draai(capsys, "kader", "vergelijk", OUD, CONCEPT, pad, "--drempel", drempel, *DAG).code == code


def test_invoer_wordt_nooit_overschreven(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pad = tmp_path / "school.yaml"
    shutil.copy(KORT, pad)
    klaar = draai(capsys, "kader", "vergelijk", OUD, CONCEPT, pad, "--voorstel", tmp_path, *DAG)
    assert klaar.code == 2
    assert klaar.fout == f"Fout: {pad} is uw eigen invoer en zou worden overschreven. Kies een andere naam bij `--uit`.\n"
    assert pad.read_bytes() == KORT.read_bytes()
