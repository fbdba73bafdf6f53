"""De oplegger voor de medezeggenschapsraad: één bladzijde, een bijlage met vragen, rechten en wijzigingen, en nooit te veel gezegd."""

from __future__ import annotations

import io
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pdfplumber
import pytest

from beleidscheck.bevinding import Oordeel
from beleidscheck.data import example_dir
from beleidscheck.document.oplegger import compose_cover_sheet
from beleidscheck.document.oplegger_rechten import rights
from beleidscheck.document.oplegger_vragen import deviation_questions, looser_questions, privacy_questions, reader_questions
from beleidscheck.document.tekst import block_lines
from beleidscheck.render import BESTANDSFORMATEN, DOCUMENTFORMATEN
from beleidscheck.report import build_report
from beleidscheck.vergelijk.beleid_model import Aard
from tests.hulp.opdracht import DAG, ENGELS, KORT, VOLLEDIG, draai
from tests.hulp.verwacht import assert_expected, zonder_hash
from tests.test_vergelijk_beleid import WIJZIGINGEN, gewijzigd, naast

if TYPE_CHECKING:
    from beleidscheck.document.blokken import Document
    from beleidscheck.report import Report

PEILDATUM = date(2026, 10, 1)
SCHOLEN = sorted(example_dir().glob("*.yaml"))
AFWIJKING = """
afwijkingen:
  - norm: nk2024.school.mdo-6-weken
    reden: {reden}
    besloten_door: directeur
    besloten_op: 2026-09-15
    tot: 2027-07-31
    maatregel: De mentor belt elke week.
"""


def rapport(pad: Path) -> Report:
    return build_report(pad, bestand=pad.name, peildatum=PEILDATUM)


def tekst(document: Document) -> str:
    return "\n".join(block_lines(document.blokken))


def bladzijden(document: Document) -> list[str]:
    """Return the text of every page of the PDF."""
    with pdfplumber.open(io.BytesIO(BESTANDSFORMATEN["pdf"][1](document, None, None))) as pdf:
        return [blad.extract_text() for blad in pdf.pages]


@pytest.fixture(name="paar")
def _paar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    monkeypatch.chdir(tmp_path)
    oud, nieuw = Path("oud.yaml"), Path("nieuw.yaml")
    oud.write_text(gewijzigd(), encoding="utf-8")
    anders = gewijzigd(*WIJZIGINGEN, ("    elke: 6 weken\n    trekker: oco", "    elke: 8 weken\n    trekker: oco"))
    nieuw.write_text(anders + AFWIJKING.format(reden="De ondersteuningscoördinator werkt dit jaar twee dagen."), encoding="utf-8")
    return oud, nieuw


# ---- Eén bladzijde -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("school", SCHOLEN, ids=lambda pad: pad.stem)
def test_het_eerste_blad_is_een_bladzijde(school: Path) -> None:
    document = compose_cover_sheet(rapport(school), naast(VOLLEDIG if school != VOLLEDIG else KORT, school))
    eerste, tweede, *_ = bladzijden(document)
    assert "Datum, en namens wie" in eerste
    assert "Bijlage A" in tweede
    assert "Bijlage A" not in eerste.replace("bijlage A", "")


def test_ook_met_heel_lange_teksten_een_bladzijde(paar: tuple[Path, Path]) -> None:
    oud, nieuw = paar
    lang = "Een reden die maar niet ophoudt " * 60
    inhoud = nieuw.read_text(encoding="utf-8").replace("De ondersteuningscoördinator werkt dit jaar twee dagen.", lang + "W" * 280)
    inhoud = inhoud.replace("titel: Aanwezigheidsbeleid Polderlicht College", f"titel: {'Heel lang ' * 50}").replace("naam: Polderlicht College", f"naam: {'School' * 60}")
    nieuw.write_text(inhoud, encoding="utf-8")
    eerste, tweede, *_ = bladzijden(compose_cover_sheet(rapport(nieuw), naast(oud, nieuw)))
    assert "Datum, en namens wie" in eerste
    assert "Bijlage A" in tweede


# ---- Wat erin staat --------------------------------------------------------------------------------------------------


def test_elke_te_beoordelen_norm_elke_afwijking_en_elk_soepeler_onderdeel_is_een_vraag(paar: tuple[Path, Path]) -> None:
    oud, nieuw = paar
    report, vergelijking = rapport(nieuw), naast(oud, nieuw)
    bronnen = " ".join(vraag.bron for _, vragen in reader_questions(report) for vraag in vragen)
    gevraagd = [b.norm.id for b in report.bevindingen if b.oordeel is Oordeel.TE_BEOORDELEN]
    assert gevraagd
    assert [id_ for id_ in gevraagd if f"({id_})" not in bronnen] == []
    assert [vraag.over for vraag in deviation_questions(report)] == [b.norm.titel for b in report.bevindingen if b.oordeel is Oordeel.AFWIJKING]
    assert len(list(looser_questions(vergelijking))) == vergelijking.telling[Aard.SOEPELER] > 0
    alles = tekst(compose_cover_sheet(report, vergelijking))
    for vraag in (*deviation_questions(report), *privacy_questions(report), *looser_questions(vergelijking)):
        assert vraag.vraag in alles


def test_privacyvragen_hebben_hun_bron_en_wat_het_beleid_zegt() -> None:
    vragen = {vraag.over: vraag.zegt for vraag in privacy_questions(rapport(VOLLEDIG))}
    assert len(vragen) == 10
    assert vragen["Bewaren"] == "Bewaartermijn: 5 jaar."
    assert vragen["Klachten"].startswith("Ouders en leerlingen kunnen")
    alles = tekst(compose_cover_sheet(rapport(VOLLEDIG)))
    assert "KBA Nijmegen, Oberon en Kohnstamm Instituut, 2023), paragraaf 4.3" in alles
    assert {vraag.zegt for vraag in privacy_questions(rapport(KORT))} >= {""}, "wie niets zegt, krijgt geen verzonnen antwoord"


@pytest.mark.parametrize("school", SCHOLEN, ids=lambda pad: pad.stem)
def test_nooit_een_recht_over_het_hele_beleid(school: Path) -> None:
    alles = tekst(compose_cover_sheet(rapport(school)))
    assert not re.search(r"instem\w*[^.]{0,60}(?:het )?(?:hele )?aanwezigheidsbeleid", alles, re.IGNORECASE)
    if rapport(school).sector == "mbo":
        assert "Wij hebben dat niet in een bron nagegaan" in alles
        assert "artikel 1" not in alles
    else:
        assert "uit 2015; nummers kunnen intussen anders zijn" in alles
        assert "geeft de wet geen apart recht" in alles


@pytest.mark.parametrize(
    ("sector", "gids", "privacy"),
    [
        ("po", "artikel 13, lid 1, onder g", "artikel 13, lid 1, onder i en k"),
        ("so", "artikel 13, lid 1, onder g", "artikel 13, lid 1, onder i en k"),
        ("vo", "artikel 14, lid 1, onder a", "artikel 14, lid 2, onder f en g, en lid 3, onder d"),
        ("vso", "artikel 14, lid 1, onder a", "artikel 14, lid 2, onder f en g, en lid 3, onder d"),
    ],
)
def test_rechten_per_sector(sector: str, gids: str, privacy: str) -> None:
    per_sleutel = {recht.sleutel: recht for recht in rights(sector)}
    assert (per_sleutel["schoolgids"].artikel, per_sleutel["privacyregeling"].artikel) == (gids, privacy)
    assert per_sleutel["schoolreglement"].artikel == "artikel 10, onder c"
    assert per_sleutel["taakbelasting"].geleding == "het personeel in de MR"
    assert rights("mbo") == ()
    assert "aanwezigheidsbeleid" not in per_sleutel


def test_wat_de_school_zelf_vastlegde_staat_erbij() -> None:
    alles = tekst(compose_cover_sheet(rapport(VOLLEDIG)))
    assert "8 september 2026" in alles
    assert "de uren voor mentoren en meldpunt" in alles


def test_zonder_vorige_versie_staat_dat_er() -> None:
    alles = tekst(compose_cover_sheet(rapport(KORT)))
    assert "Er is geen vorige versie naast gelegd." in alles
    assert "Bijlage E" not in alles


# ---- De hele uitvoer en de opdracht ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("formaat", "uitgang"), [("markdown", "md"), ("html", "html")])
def test_hele_uitvoer(paar: tuple[Path, Path], formaat: str, uitgang: str, capsys: pytest.CaptureFixture[str]) -> None:
    klaar = draai(capsys, "oplegger", paar[1], "--vorige", paar[0], "--formaat", formaat, *DAG)
    assert (klaar.code, klaar.uit, klaar.fout) == (0, f"Geschreven: nieuw.oplegger.{uitgang}\n", "")
    geschreven = Path(f"nieuw.oplegger.{uitgang}").read_text(encoding="utf-8")
    assert_expected(zonder_hash(geschreven), f"oplegger.{uitgang}")
    zichtbaar = re.sub(r"<style>.*?</style>|<[^>]+>", " ", geschreven, flags=re.DOTALL)
    assert not ENGELS.findall(zichtbaar)


@pytest.mark.parametrize("formaat", ["pdf", "docx"])
def test_zelfde_invoer_zelfde_bytes(paar: tuple[Path, Path], formaat: str, capsys: pytest.CaptureFixture[str]) -> None:
    bestanden = []
    for naam in ("een", "twee"):
        klaar = draai(capsys, "oplegger", paar[1], "--vorige", paar[0], "--formaat", formaat, "--uit", f"{naam}.{formaat}", *DAG)
        assert klaar.code == 0
        bestanden.append(Path(f"{naam}.{formaat}").read_bytes())
    assert bestanden[0] == bestanden[1]


@pytest.mark.parametrize(
    ("argv", "code", "zin"),
    [
        (("weg.yaml",), 2, "weg.yaml"),
        (("nieuw.yaml", "--vorige", "weg.yaml"), 2, "weg.yaml"),
        (("nieuw.yaml", "--vorige", "nieuw.yaml"), 2, "hetzelfde bestand"),
        (("nieuw.yaml", "--uit", "nieuw.yaml"), 2, "eigen invoer"),
        (("nieuw.yaml", "--vorige", "oud.yaml", "--uit", "oud.yaml"), 2, "eigen invoer"),
        (("nieuw.yaml", "--formaat", "xls"), 2, "«xls» kan niet bij --formaat"),
        (("nieuw.yaml", "--sjabloon", "x.docx"), 2, "`--formaat docx`"),
        (("zonder.yaml",), 3, "kader"),
    ],
)
def test_verkeerd_gebruik(paar: tuple[Path, Path], argv: tuple[str, ...], code: int, zin: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("zonder.yaml").write_text(re.sub(r"kaders:\n(?:  - .*\n)+", "", paar[0].read_text(encoding="utf-8")), encoding="utf-8")
    klaar = draai(capsys, "oplegger", *argv, *DAG)
    assert klaar.code == code
    assert zin in klaar.fout
    assert "Traceback" not in klaar.fout


def test_tekst_van_een_school_blijft_tekst(paar: tuple[Path, Path]) -> None:
    oud, nieuw = paar
    inhoud = nieuw.read_text(encoding="utf-8").replace("De ondersteuningscoördinator werkt dit jaar twee dagen.", "'</td><script>alert(1)</script> | **x** $y$ #z'")
    nieuw.write_text(inhoud, encoding="utf-8")
    document = compose_cover_sheet(rapport(nieuw), naast(oud, nieuw))
    assert "<script" not in DOCUMENTFORMATEN["html"][1](document, None)
    assert any("<script>alert(1)</script>" in blad.replace("\n", "") for blad in bladzijden(document))
