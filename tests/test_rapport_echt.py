"""Echte toetsen van echte bestanden in elk formaat: een volledig voorbeeld, een kaal eerste ontwerp en een half voorbeeld."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, get_args

import pytest
from jsonschema import Draft202012Validator

from beleidscheck.data import example_dir, schema_dir
from beleidscheck.document.blokken import Kop, Link
from beleidscheck.document.rapport import compose_report
from beleidscheck.document.rapport_oordeel import element_findings
from beleidscheck.document.rapport_woorden import Lezer
from beleidscheck.document.tekst import document_text
from beleidscheck.render.html import render_html
from beleidscheck.render.json_rapport import render_json
from beleidscheck.render.kolommen import width
from beleidscheck.render.markdown import render_markdown
from beleidscheck.render.terminal import render_terminal
from beleidscheck.report import Status, build_report
from tests.hulp.telling import expected_counts, read_counts
from tests.test_rapport_document import blocks

if TYPE_CHECKING:
    from beleidscheck.report import Report

LEZERS: tuple[Lezer, ...] = get_args(Lezer)
PEILDATUM = date(2026, 10, 1)
KAAL = """\
formaat: 1
kaders:
  - model16@2023
  - noord-kennemerland@2024-2025
beleid:
  titel: Verzuimprotocol
school:
  naam: De Eerste Versie
  sector: vo
  regio: noord-kennemerland
"""
HALF = """\
visie_en_doel:
  visie: nader in te vullen
monitoring_en_evaluatie:
  nog_in_te_vullen:
    wie: directeur
    wanneer: 2027-02-01
verantwoording:
  elders_geregeld:
    vindplaats: Jaarverslag, hoofdstuk 3
afwijkingen:
  - norm: model16.10
    reden: De scholing is uitgesteld.
    besloten_door: bevoegd_gezag
    tot: 2027-07-31
"""


@cache
def report(naam: str) -> Report:
    """Return the report on an example, or on one of the texts above."""
    if naam.endswith(".yaml"):
        return build_report(example_dir() / naam, bestand=naam, peildatum=PEILDATUM)
    with TemporaryDirectory() as map_:
        pad = Path(map_) / "beleid.yaml"
        pad.write_text({"kaal": KAAL, "half": KAAL + HALF}[naam], encoding="utf-8")
        return build_report(pad, bestand="beleid.yaml", peildatum=PEILDATUM)


NAMEN = ["kaal", "half", *sorted(pad.name for pad in example_dir().glob("*.yaml"))]


@pytest.mark.parametrize("naam", NAMEN)
def test_elk_bestand_is_te_lezen_en_getoetst(naam: str) -> None:
    gelezen = report(naam)
    assert gelezen.status in {Status.GEREED, Status.CONCEPT}, [fout.zin for fout in gelezen.fouten]
    uit_elementen = sorted((b.norm.kader, b.norm.id) for element in gelezen.elementen for b in element_findings(element))
    assert uit_elementen == sorted((b.norm.kader, b.norm.id) for b in gelezen.bevindingen)


@pytest.mark.parametrize("lezer", LEZERS)
@pytest.mark.parametrize("naam", NAMEN)
def test_telling_breedte_en_verwijzingen(naam: str, lezer: Lezer) -> None:
    gelezen = report(naam)
    assert gelezen.samenvatting is not None
    document = compose_report(gelezen, voor=lezer)
    terminal = render_terminal([gelezen], voor=lezer, kleur=False)
    uit = {"terminal": terminal, "markdown": render_markdown(document), "html": render_html(document)}
    for formaat, tekst in uit.items():
        assert read_counts(formaat, tekst) == expected_counts(gelezen.samenvatting), formaat
    assert max(width(regel) for regel in terminal.splitlines()) <= 80
    alle = list(blocks(document.blokken))
    ankers = [blok.anker for blok in alle if isinstance(blok, Kop) and blok.anker]
    urls = [deel.url for blok in alle for deel in getattr(blok, "inhoud", ()) if isinstance(deel, Link)]
    assert len(ankers) == len(set(ankers))
    assert {url[1:] for url in urls if url.startswith("#")} <= set(ankers)


@pytest.mark.parametrize("naam", NAMEN)
def test_json_past_in_het_schema(naam: str) -> None:
    schema = json.loads((schema_dir() / "rapport.schema.json").read_text(encoding="utf-8"))
    tekst = render_json([report(naam)], versie_tool="1.0.0")
    Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(json.loads(tekst))
    samen = report(naam).samenvatting
    assert samen is not None
    assert read_counts("json", tekst) == expected_counts(samen)


def test_een_eerste_ontwerp_zegt_wat_het_eerst_moet() -> None:
    gelezen = report("kaal")
    assert gelezen.status is Status.CONCEPT
    assert len(gelezen.eerst_dit) == 5
    tekst = render_markdown(compose_report(gelezen))
    for stap in gelezen.eerst_dit:
        assert stap.cluster.kop.norm.titel in tekst.replace("\\", "")


def test_elders_gepland_en_afgeweken_zijn_zichtbaar() -> None:
    tekst = render_terminal([report("half")], voor="schoolleider", kleur=False)
    assert "Elders geregeld: Jaarverslag, hoofdstuk 3." in tekst
    assert "Nog in te vullen door de directeur, vóór 1 februari 2027." in tekst
    assert "Besloten door bevoegd gezag; geldt tot en met 31 juli 2027." in " ".join(tekst.split())


def test_waarom_niet_getoetst_staat_er_een_keer() -> None:
    gelezen = report("eerste-versie-vo.yaml")
    zin = "De lengte van een lesuur is niet bekend: vul `school.lesuur_minuten` in."
    wanneer = [
        regel for regel in render_terminal([gelezen], voor="schoolleider", kleur=False, breedte=120).splitlines() if zin in regel
    ]
    assert wanneer == [f"  ∅ 1 norm: {zin}"]
    regels = render_markdown(compose_report(gelezen)).replace("\\", "").splitlines()
    plek = regels.index("## Niet getoetst, en waarom")
    assert regels[plek + 2 : plek + 6] == [zin, "", "**1 norm**", ""]


def test_wie_aan_zet_is_heet_zoals_de_school_die_noemt() -> None:
    gelezen = report("eerste-versie-vo.yaml")
    assert gelezen.policy is not None
    assert gelezen.policy.feiten["rollen"]["mt"] == "teamleider onderbouw of bovenbouw"
    for tekst in (
        render_terminal([gelezen], voor="schoolleider", kleur=False, breedte=200),
        document_text(compose_report(gelezen)),
        document_text(compose_report(gelezen, voor="mr")),
    ):
        assert "Aan zet: teamleider onderbouw of bovenbouw" in tekst
        assert "Aan zet: managementteam" not in tekst
        assert "Aan zet: docent" not in tekst
