"""De uitvoer van een audit: elk formaat teruggelezen door een lezer die niet van ons is, ook met een vijandige school."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import jsonschema
import pytest
from junitparser import Error, Failure, JUnitXml, Skipped
from openpyxl import load_workbook

from beleidscheck.auditing import run_audit
from beleidscheck.auditing.verslag import Verslag
from beleidscheck.bevinding import Gewicht, Oordeel
from beleidscheck.data import example_dir
from beleidscheck.document.audit_overzicht import compose_audit
from beleidscheck.render import DOCUMENTFORMATEN
from beleidscheck.render.audit_terminal import render_audit_terminal
from beleidscheck.render.ci import render_github, render_gitlab
from beleidscheck.render.junit import render_junit
from beleidscheck.render.sarif import render_sarif
from beleidscheck.render.tabellen import render_csv, write_xlsx
from tests.hulp.opdracht import draai

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DAG: Final = date(2026, 10, 1)
#: Een naam die in elk formaat iets zou willen doen.
VIJAND: Final = "=HYPERLINK('x')<script>alert(1)</script> %0A::error::x, \u202e]]> & \"q\" | `c`"


@pytest.fixture(scope="module")
def verslag() -> Iterator[Verslag]:
    with run_audit([example_dir()], peildatum=DAG, werkers=1) as audit:
        yield Verslag(audit)


@pytest.fixture
def vijandig(tmp_path: Path) -> Iterator[Verslag]:
    tekst = (example_dir() / "eerste-versie-vo.yaml").read_text(encoding="utf-8")
    naam = "Scholengemeenschap Vlietoever"
    assert naam in tekst
    bestand = tmp_path / "a,b:c%=x.yaml"
    bestand.write_text(tekst.replace(naam, json.dumps(VIJAND)), encoding="utf-8")
    with run_audit([tmp_path], peildatum=DAG, werkers=1) as audit:
        assert audit.scholen[0].naam
        yield Verslag(audit)


def _points(verslag: Verslag) -> list[Any]:
    return [punt for school in verslag.audit.outcomes() for punt in verslag.points(school)]


def test_sarif_heeft_elk_punt_met_plaats_en_regel(verslag: Verslag) -> None:
    log = json.loads("".join(render_sarif(verslag, versie_tool="0")))
    run = log["runs"][0]
    regels = [regel["id"] for regel in run["tool"]["driver"]["rules"]]
    assert len(set(regels)) == len(regels)
    assert len(run["results"]) == len(_points(verslag))
    for uitkomst, punt in zip(run["results"], _points(verslag), strict=True):
        assert regels[uitkomst["ruleIndex"]] == uitkomst["ruleId"] == punt.rule
        plek = uitkomst["locations"][0]["physicalLocation"]
        assert (plek["region"]["startLine"], plek["region"]["startColumn"]) == (punt.regel, punt.kolom)
        assert uitkomst["level"] == ("none" if uitkomst["kind"] != "fail" else uitkomst["level"])
    assert Counter(uitkomst["level"] for uitkomst in run["results"])["error"] == sum(
        punt.gewicht is Gewicht.TEKORT and punt.oordeel != Oordeel.NIET_GETOETST for punt in _points(verslag)
    )


def test_de_vingerafdruk_verschuift_niet_mee_met_de_regels(tmp_path: Path) -> None:
    tekst = (example_dir() / "eerste-versie-vo.yaml").read_text(encoding="utf-8")
    drukken = []
    for voor in ("", "# een regel erbij\n\n"):
        (tmp_path / "a.yaml").write_text(voor + tekst, encoding="utf-8")
        with run_audit([tmp_path], peildatum=DAG, werkers=1) as audit:
            drukken.append([(punt.rule, punt.vingerafdruk) for punt in _points(Verslag(audit))])
    assert drukken[0] == drukken[1]
    assert len(drukken[0]) > 100


@pytest.mark.traag
def test_sarif_volgens_de_keurder_van_microsoft(tmp_path: Path, vijandig: Verslag) -> None:
    """Run the validator of the makers of the format; it also holds the log against the official schema."""
    if not (npx := shutil.which("npx")):
        pytest.skip("npx is er niet")
    log = tmp_path / "uit.sarif"
    log.write_text("".join(render_sarif(vijandig, versie_tool="0")), encoding="utf-8")
    opdracht = [npx, "--yes", "@microsoft/sarif-multitool", "validate", str(log)]
    klaar = subprocess.run(opdracht, capture_output=True, text=True, check=False, timeout=300)
    if "Analysis completed" not in klaar.stdout:
        pytest.skip("de keurder is hier niet op te halen")
    assert not [regel for regel in klaar.stdout.splitlines() if ": error " in regel]


def test_junit_wordt_gelezen_door_een_ander(verslag: Verslag, tmp_path: Path) -> None:
    bestand = tmp_path / "j.xml"
    bestand.write_text("".join(render_junit(verslag)), encoding="utf-8")
    gelezen = JUnitXml.fromfile(str(bestand))
    gevallen = [geval for reeks in gelezen for geval in reeks]
    soorten = Counter(type(uitkomst) for geval in gevallen for uitkomst in geval.result)
    assert len(list(gelezen)) == 8
    assert soorten[Failure] == sum(
        punt.counts(Gewicht.TEKORT) and punt.oordeel != Oordeel.NIET_GETOETST for punt in _points(verslag)
    )
    assert soorten[Error] == sum(punt.oordeel == Oordeel.NIET_GETOETST for punt in _points(verslag))
    assert soorten[Skipped] == verslag.audit.sums()[Oordeel.NIET_VAN_TOEPASSING]
    assert sum(1 for geval in gevallen if geval.classname.endswith(("2023", "2025"))) == sum(verslag.audit.sums().values())


GITLAB: Final = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {"type": "object", "required": ["path", "lines"], "properties": {"lines": {"required": ["begin"]}}},
        },
    },
}


def test_gitlab_heeft_unieke_vingerafdrukken(verslag: Verslag) -> None:
    regels = json.loads("".join(render_gitlab(verslag)))
    jsonschema.validate(regels, GITLAB)
    assert len({regel["fingerprint"] for regel in regels}) == len(regels) > 100


def test_github_zwaarste_eerst_en_elk_punt_een_regel(verslag: Verslag) -> None:
    regels = "".join(render_github(Verslag(verslag.audit, Gewicht.TIP))).splitlines()
    soorten = [regel.split(" ")[0] for regel in regels]
    assert soorten == sorted(soorten, key=["::error", "::warning", "::notice"].index)
    telt = [punt for punt in _points(verslag) if punt.counts(Gewicht.TIP)]
    assert len(regels) == len(telt)


def test_een_vijandige_school_doet_in_geen_formaat_iets(vijandig: Verslag, tmp_path: Path) -> None:
    github = "".join(render_github(vijandig)).splitlines()
    assert all(
        regel.startswith("::error file=a%2Cb%3Ac%25=x.yaml,line=") or "/a%2Cb%3Ac%25=x.yaml,line=" in regel for regel in github
    )
    assert len(github) == sum(punt.counts(Gewicht.TEKORT) for punt in _points(vijandig))
    assert "%2C" in github[0]
    rijen = list(csv.reader(io.StringIO("".join(render_csv(vijandig)).removeprefix("\ufeff")), delimiter=";"))
    assert {len(rij) for rij in rijen} == {len(rijen[0])}
    assert all(not cel.startswith(("=", "+", "-", "@")) for rij in rijen for cel in rij)
    write_xlsx(vijandig, tmp_path / "v.xlsx")
    boek = load_workbook(tmp_path / "v.xlsx")
    assert {cel.data_type for blad in boek for rij in blad.iter_rows() for cel in rij} <= {"s", "n"}
    for formaat in ("html", "markdown"):
        tekst = DOCUMENTFORMATEN[formaat][1](compose_audit(vijandig), None)
        tekst = tekst if isinstance(tekst, str) else tekst.decode()
        assert "<script>alert" not in tekst
        assert "\u202e" not in tekst
    terminal = render_audit_terminal(vijandig, kleur=False)
    assert "\u202e" not in terminal
    assert "\x1b" not in terminal
    json.loads("".join(render_sarif(vijandig, versie_tool="0")))
    (tmp_path / "v.xml").write_text("".join(render_junit(vijandig)), encoding="utf-8")
    JUnitXml.fromfile(str(tmp_path / "v.xml"))


def test_het_rekenblad_zegt_wat_de_audit_zegt(verslag: Verslag, tmp_path: Path) -> None:
    write_xlsx(verslag, tmp_path / "een.xlsx")
    write_xlsx(verslag, tmp_path / "twee.xlsx")
    assert (tmp_path / "een.xlsx").read_bytes() == (tmp_path / "twee.xlsx").read_bytes()
    boek = load_workbook(tmp_path / "een.xlsx")
    assert boek.sheetnames == ["Overzicht", "Elementen", "Punten", "Normen"]
    rijen = list(boek["Overzicht"].iter_rows(min_row=2, values_only=True))
    assert [(rij[0], rij[5]) for rij in rijen] == [
        (kop.naam, stand.tekorten) for kop, stand in zip(verslag.audit.scholen, verslag.standen, strict=True)
    ]
    assert boek["Punten"].max_row - 1 == len(_points(verslag))
    assert sum(rij[5] for rij in boek["Normen"].iter_rows(min_row=2, values_only=True)) == verslag.audit.sums()[Oordeel.VOLDOET]
    for blad in boek:
        assert blad.freeze_panes
        assert blad.auto_filter.ref


@pytest.mark.traag
def test_libreoffice_opent_het_rekenblad(verslag: Verslag, tmp_path: Path) -> None:
    if not (soffice := shutil.which("soffice") or shutil.which("libreoffice")):
        pytest.skip("LibreOffice is er niet")
    write_xlsx(verslag, tmp_path / "a.xlsx")
    opdracht = [
        soffice,
        "--headless",
        f"-env:UserInstallation=file://{tmp_path}/lo",
        "--convert-to",
        "csv",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "a.xlsx"),
    ]
    subprocess.run(opdracht, check=True, capture_output=True, timeout=180)
    if not (tmp_path / "a.csv").is_file():
        pytest.skip("LibreOffice heeft hier geen rekenblad")
    regels = list(csv.reader((tmp_path / "a.csv").read_text(encoding="utf-8").splitlines()))
    assert [regel[0] for regel in regels[1:]] == [kop.naam for kop in verslag.audit.scholen]


# ---- De opdracht -------------------------------------------------------------------------------------------------


def test_van_niets_tot_een_audit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """An employee of a region follows the steps of the scaffold."""
    gemaakt = draai(capsys, "swv", "nieuw", tmp_path / "regio", "--naam", "SWV Noorderland")
    assert gemaakt.code == 0
    monkeypatch.chdir(tmp_path / "regio")
    assert "SWV Noorderland" in (tmp_path / "regio" / "README.md").read_text(encoding="utf-8")
    eerste = draai(capsys, "audit", "--peildatum", "2026-10-01")
    assert eerste.code == 1
    assert (tmp_path / "regio" / "uitvoer" / "audit.xlsx").is_file()
    assert (tmp_path / "regio" / "historie" / "2026-10-01.json").is_file()
    assert draai(capsys, "audit", "--peildatum", "2026-10-01", "--basislijn-maken", "basislijn.json").code == 1
    tweede = draai(capsys, "audit", "--peildatum", "2026-10-01", "--basislijn", "basislijn.json")
    assert tweede.code == 0, tweede.uit
    school = tmp_path / "regio" / "scholen" / "voorbeeldschool-vo.yaml"
    school.write_text("kapot: [", encoding="utf-8")
    derde = draai(capsys, "audit", "--peildatum", "2026-10-01", "--vergelijk-met", "uitvoer/audit.json")
    assert derde.code == 2
    opnieuw = draai(capsys, "swv", "nieuw", tmp_path / "regio")
    assert opnieuw.code == 0
    assert school.read_text(encoding="utf-8") == "kapot: ["


def test_de_basislijn_wordt_alleen_kleiner(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    school, lijn = tmp_path / "s.yaml", tmp_path / "b.json"
    tekst = (example_dir() / "kleine-school-po.yaml").read_text(encoding="utf-8")
    school.write_text(tekst, encoding="utf-8")
    dag = ("--peildatum", "2026-10-01")
    assert draai(capsys, "audit", school, *dag, "--basislijn-maken", lijn).code == 1
    vol = json.loads(lijn.read_text(encoding="utf-8"))["punten"]
    assert draai(capsys, "audit", school, *dag, "--basislijn-maken", lijn).code == 2
    beter = tekst.replace("nog_in_te_vullen:", "regie: directeur\n  nog_in_te_vullen:", 1)
    assert beter != tekst
    school.write_text(beter, encoding="utf-8")
    draai(capsys, "audit", school, *dag, "--basislijn", lijn, "--basislijn-bijwerken")
    over = json.loads(lijn.read_text(encoding="utf-8"))["punten"]
    assert len(over) < len(vol)
    assert all(punt in vol for punt in over)
    school.write_text(tekst, encoding="utf-8")
    assert draai(capsys, "audit", school, *dag, "--basislijn", lijn).code == 1


def test_het_verschil_met_een_vorige_audit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scholen, vorige = tmp_path / "s", tmp_path / "vorige.json"
    scholen.mkdir()
    tekst = (example_dir() / "polderlicht-college-vo.yaml").read_text(encoding="utf-8")
    (scholen / "a.yaml").write_text(tekst, encoding="utf-8")
    (scholen / "b.yaml").write_text((example_dir() / "duinroos-po.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    dag = ("--peildatum", "2026-10-01")
    assert draai(capsys, "audit", scholen, *dag, "--uitvoer", f"json={vorige}").code == 0
    (scholen / "b.yaml").unlink()
    (scholen / "c.yaml").write_text((example_dir() / "korte-vorm-vo.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    begin = tekst.index("\nverantwoording:")
    (scholen / "a.yaml").write_text(tekst[:begin] + "\n", encoding="utf-8")
    na = draai(capsys, "audit", scholen, *dag, "--vergelijk-met", vorige)
    regels = na.uit.splitlines()
    veranderd = regels.index("VERANDERD SINDS 2026-10-01")
    gevonden = {regel[:28].strip(): regel[28:].strip() for regel in regels[veranderd + 1 : veranderd + 4]}
    assert int(gevonden["nieuw punt"]) > 0
    assert gevonden["opgelost"] == "0"
    assert "Nieuw: Mavo Kortewater" in regels
    assert "Niet meer in de audit: Basisschool Duinroos Zandermeer" in regels


@pytest.mark.parametrize(
    ("argumenten", "zin"),
    [
        pytest.param(["--uitvoer", "excel=x"], "«excel» kan niet bij --uitvoer", id="onbekend formaat"),
        pytest.param(["--uitvoer", "json"], "ontbreekt het pad", id="geen pad"),
        pytest.param(["--uitvoer", "xlsx=-"], "niet naar het scherm", id="rekenblad naar het scherm"),
        pytest.param(
            ["--uitvoer", "json=-", "--uitvoer", "csv=-"], "maar één formaat naar het scherm", id="twee naar het scherm"
        ),
        pytest.param(["--alleen", "plaats=x"], "kan niet bij --alleen", id="onbekende selectie"),
        pytest.param(["--alleen", "sector=xx"], "geen enkele school past bij de selectie", id="lege selectie"),
        pytest.param(["--basislijn", "bestaat-niet.json"], "is niet te openen", id="geen basislijn"),
        pytest.param(["--basislijn-bijwerken"], "Noem bij `--basislijn-bijwerken` ook de basislijn", id="bijwerken zonder"),
        pytest.param(["--vergelijk-met", "bestaat-niet.json"], "is niet te openen", id="geen vorige"),
        pytest.param(["--instellingen", "bestaat-niet.toml"], "niet te openen", id="geen instellingen"),
        pytest.param(["--kader", "bestaat@niet"], "is niet bekend", id="geen kader"),
    ],
)
def test_verkeerd_gebruik(
    argumenten: list[str], zin: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    klaar = draai(capsys, "audit", example_dir() / "korte-vorm-vo.yaml", *argumenten)
    assert klaar.code in {2, 3}
    assert zin in " ".join(klaar.fout.split())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("toml", "regel", "zin"),
    [
        pytest.param("[audit]\nmapen = ['x']\n", 2, "Bedoelde u `mappen`?", id="tikfout"),
        pytest.param("[audit]\n\nmappen = 'x'\n", 3, "hoort een lijst", id="geen lijst"),
        pytest.param("[audit]\ndrempel = 'hoog'\n", 2, "geen drempel", id="drempel"),
        pytest.param("[audit]\npeildatum = 'gisteren'\n", 2, "hoort een datum", id="datum"),
        pytest.param("[audit]\nmappen = [\n", 2, "geen TOML", id="kapot"),
        pytest.param("[audit.uitvoer]\npdf = 'x'\n", 2, "bestaat niet", id="uitvoer"),
        pytest.param("[audit.site]\nminimum = -1\n", 2, "geheel getal", id="minimum"),
        pytest.param("audit = 3\n", 1, "geen tabel", id="geen tabel"),
    ],
)
def test_fouten_in_de_instellingen(  # noqa: PLR0913 - parameters en hulpstukken
    toml: str, regel: int, zin: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "beleidscheck.toml").write_text(toml, encoding="utf-8")
    klaar = draai(capsys, "audit", example_dir())
    assert klaar.code == 2
    assert f"beleidscheck.toml:{regel}:" in klaar.fout
    assert zin in klaar.fout


def test_de_instellingen_en_de_opdrachtregel(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "scholen" / "oud").mkdir(parents=True)
    for naam in ("scholen/a.yaml", "scholen/oud/b.yaml"):
        (tmp_path / naam).write_text((example_dir() / "korte-vorm-vo.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "beleidscheck.toml").write_text(
        "[audit]\nmappen = ['scholen']\nuitsluiten = ['oud']\npeildatum = 2026-10-01\ndrempel = 'tip'\n[audit.uitvoer]\nsarif = 'uit/a.sarif'\n",
        encoding="utf-8",
    )
    monkeypatch.chdir(tmp_path)
    assert draai(capsys, "audit").code == 1
    log = json.loads((tmp_path / "uit" / "a.sarif").read_text(encoding="utf-8"))
    assert {r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in log["runs"][0]["results"]} == {
        "scholen/a.yaml"
    }
    assert draai(capsys, "audit", "--drempel", "tekort").code == 0
