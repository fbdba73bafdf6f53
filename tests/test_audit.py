"""De audit: vaste volgorde en bytes hoeveel processen er ook zijn, en één kapot bestand verbergt de andere niet."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import pytest

from beleidscheck.auditing import draai as draaiwerk
from beleidscheck.auditing import run_audit
from beleidscheck.auditing.bestand import audit_json, read_audit
from beleidscheck.auditing.bestanden import find_files
from beleidscheck.auditing.verslag import Verslag
from beleidscheck.data import example_dir
from beleidscheck.errors import EmptyRunError, UsageError
from beleidscheck.report import Status

if TYPE_CHECKING:
    from pathlib import Path

    from beleidscheck.auditing import Audit
    from beleidscheck.auditing.model import Opgave, Schooluitslag

DAG: Final = date(2026, 10, 1)
KORT: Final = "korte-vorm-vo.yaml"


def _text(audit: Audit) -> str:
    return "".join(audit_json(audit, versie_tool="0"))


def _copy(map_: Path, aantal: int, bron: str = KORT) -> None:
    tekst = (example_dir() / bron).read_text(encoding="utf-8")
    for nummer in range(aantal):
        (map_ / f"school-{nummer:03d}.yaml").write_text(f"{tekst}\n# {nummer}\n", encoding="utf-8")


def test_de_volgorde_en_bytes_hangen_niet_af_van_processen_of_voorraad(tmp_path: Path) -> None:
    scholen = tmp_path / "scholen"
    scholen.mkdir()
    _copy(scholen, 45)
    (scholen / "school-020.yaml").write_text("beleid: [", encoding="utf-8")
    teksten = set()
    for werkers, voorraad in ((1, None), (2, None), (3, tmp_path / "v"), (1, tmp_path / "v")):
        with run_audit([scholen], peildatum=DAG, werkers=werkers, voorraad=voorraad) as audit:
            teksten.add(_text(audit))
    assert len(teksten) == 1
    inhoud = json.loads(teksten.pop())
    assert [school["bestand"] for school in inhoud["scholen"]] == [f"{scholen}/school-{nummer:03d}.yaml" for nummer in range(45)]
    assert inhoud["per_status"] == {"gereed": 44, "CONCEPT": 0, "onleesbaar": 1, "niets getoetst": 0}


def test_een_kapot_bestand_verbergt_de_andere_niet(tmp_path: Path) -> None:
    _copy(tmp_path, 3)
    (tmp_path / "school-001.yaml").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "leeg.yaml").write_text("", encoding="utf-8")
    with run_audit([tmp_path], peildatum=DAG) as audit:
        statussen = {kop.bestand.rpartition("/")[2]: kop.status for kop in audit.scholen}
        assert Verslag(audit).exit_code() == 2
        assert audit.outcome(1).fouten == ()
        assert audit.outcome(2).fouten[0].zin
    assert statussen == {
        "leeg.yaml": Status.ONLEESBAAR,
        "school-000.yaml": Status.GEREED,
        "school-001.yaml": Status.ONLEESBAAR,
        "school-002.yaml": Status.GEREED,
    }


def test_de_sommen_kloppen_met_de_uitslagen() -> None:
    with run_audit([example_dir()], peildatum=DAG) as audit:
        assert len(audit.scholen) == 8
        scholen = list(audit.outcomes())
        assert sum(audit.sums().values()) == sum(len(kader.normen) for school in scholen for kader in school.kaders)
        for kop, school in zip(audit.scholen, scholen, strict=True):
            assert sum(aantal for _, aantal in kop.oordelen) == sum(1 for _ in school.outcomes())
            assert len(kop.elementen) == 17
        verslag = Verslag(audit)
        for stand, school in zip(verslag.standen, scholen, strict=True):
            assert stand.te_beoordelen == sum(norm.oordeel == "te beoordelen" for _, norm in school.outcomes())
            assert stand.telt == sum(punt.counts(verslag.drempel) for punt in verslag.points(school))


def test_dezelfde_brin_in_twee_bestanden_valt_op(tmp_path: Path) -> None:
    _copy(tmp_path, 2, "polderlicht-college-vo.yaml")
    with run_audit([tmp_path], peildatum=DAG) as audit:
        assert [[kop.nummer for kop in koppen] for koppen in audit.double_brins().values()] == [[0, 1]]


def test_niets_te_toetsen_is_geen_geslaagde_audit(tmp_path: Path) -> None:
    with pytest.raises(EmptyRunError):
        run_audit([tmp_path], peildatum=DAG)
    _copy(tmp_path, 1)
    with pytest.raises(EmptyRunError):
        run_audit([tmp_path], peildatum=DAG, keuze=lambda school: school.sector == "mbo")


def test_een_onbekend_kader_is_een_fout_van_de_gebruiker(tmp_path: Path) -> None:
    _copy(tmp_path, 1)
    with pytest.raises(UsageError):
        run_audit([tmp_path], peildatum=DAG, kaders=["bestaat-niet@1"])


# ---- Bestanden ---------------------------------------------------------------------------------------------------


def test_een_lus_van_links_en_een_dubbele_naam(tmp_path: Path) -> None:
    diep = tmp_path / "a" / "b"
    diep.mkdir(parents=True)
    (diep / "terug").symlink_to(tmp_path)
    (diep / "x.yaml").write_text("a: 1", encoding="utf-8")
    (tmp_path / "link.yaml").symlink_to(diep / "x.yaml")
    gevonden = find_files([tmp_path, diep, diep / "x.yaml"])
    assert len(gevonden.bestanden) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="de beheerder mag elke map openen")
def test_een_map_die_niet_te_openen_is_wordt_gemeld(tmp_path: Path) -> None:
    dicht = tmp_path / "dicht"
    dicht.mkdir()
    dicht.chmod(0)
    try:
        assert [pad for pad, _ in find_files([tmp_path]).onleesbaar] == [dicht]
    finally:
        dicht.chmod(0o755)


def test_een_onleesbare_map_staat_in_de_audit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    echt = os.walk
    _copy(tmp_path, 1)

    def walk(top: Path, onerror: Any = None) -> object:  # noqa: ANN401 - zoals os.walk
        onerror(PermissionError(13, "dicht", str(tmp_path / "dicht")))
        return echt(top, onerror=onerror)

    monkeypatch.setattr(os, "walk", walk)
    with run_audit([tmp_path], peildatum=DAG) as audit:
        assert [(kop.bestand, kop.status) for kop in audit.scholen][1] == (f"{tmp_path}/dicht/", Status.ONLEESBAAR)
        assert Verslag(audit).exit_code() == 2


@pytest.mark.parametrize(
    ("patroon", "over"),
    [
        pytest.param("oud", ["nieuw/b.yaml", "z.yaml"], id="een map"),
        pytest.param("oud/*", ["nieuw/b.yaml", "z.yaml"], id="wat in een map staat"),
        pytest.param("**/a.yaml", ["nieuw/b.yaml", "z.yaml"], id="een naam, waar dan ook"),
        pytest.param("*.yaml", [], id="alles"),
        pytest.param("niets", ["nieuw/b.yaml", "oud/a.yaml", "z.yaml"], id="niets"),
    ],
)
def test_uitsluiten(tmp_path: Path, patroon: str, over: list[str]) -> None:
    for naam in ("oud/a.yaml", "nieuw/b.yaml", "z.yaml"):
        (tmp_path / naam).parent.mkdir(exist_ok=True)
        (tmp_path / naam).write_text("a: 1", encoding="utf-8")
    if not over:
        with pytest.raises(EmptyRunError):
            find_files([tmp_path], [patroon])
        return
    assert [pad.relative_to(tmp_path).as_posix() for pad in find_files([tmp_path], [patroon]).bestanden] == over


# ---- Processen ---------------------------------------------------------------------------------------------------


def test_een_gedood_proces_bederft_alleen_zijn_bestand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The process that checks one file is killed from outside, each time again: the audit names that file and goes on."""
    _copy(tmp_path, 60)
    echt = draaiwerk.check_file
    moeder = os.getpid()

    def check_file(path: Path, opgave: Opgave) -> Schooluitslag:
        if path.name == "school-017.yaml" and os.getpid() != moeder:
            os.kill(os.getpid(), signal.SIGKILL)
        return echt(path, opgave)

    monkeypatch.setattr(draaiwerk, "check_file", check_file)
    with run_audit([tmp_path], peildatum=DAG, werkers=2) as audit:
        stuk = [kop.bestand.rpartition("/")[2] for kop in audit.scholen if kop.status is Status.ONLEESBAAR]
        assert len(audit.scholen) == 60
        assert stuk == ["school-017.yaml"]
        assert audit.outcome(17).fouten[0].code == "proces-gestopt"


def test_een_bestand_dat_onder_het_lezen_verandert_wordt_niet_onder_de_oude_inhoud_bewaard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scholen = tmp_path / "s"
    scholen.mkdir()
    _copy(scholen, 1)
    bestand = scholen / "school-000.yaml"
    oud = bestand.read_text(encoding="utf-8")
    echt = draaiwerk.check_file

    def check_file(path: Path, opgave: Opgave) -> Schooluitslag:
        path.write_text(oud.replace("Mavo Kortewater", "Mavo Anders"), encoding="utf-8")
        return echt(path, opgave)

    monkeypatch.setattr(draaiwerk, "check_file", check_file)
    with run_audit([scholen], peildatum=DAG, voorraad=tmp_path / "v") as audit:
        assert audit.scholen[0].naam == "Mavo Anders"
    monkeypatch.setattr(draaiwerk, "check_file", echt)
    bestand.write_text(oud, encoding="utf-8")
    with run_audit([scholen], peildatum=DAG, voorraad=tmp_path / "v") as audit:
        assert audit.scholen[0].naam == "Mavo Kortewater"


# ---- Voorraad ----------------------------------------------------------------------------------------------------


def _count(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    getoetst: list[str] = []
    echt = draaiwerk.check_file

    def check_file(path: Path, opgave: Opgave) -> Schooluitslag:
        getoetst.append(path.name)
        return echt(path, opgave)

    monkeypatch.setattr(draaiwerk, "check_file", check_file)
    return getoetst


def test_de_voorraad_spaart_werk_en_alleen_bij_gelijke_inhoud(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scholen, voorraad = tmp_path / "s", tmp_path / "v"
    scholen.mkdir()
    _copy(scholen, 3)
    getoetst = _count(monkeypatch)

    def again(**anders: Any) -> list[str]:  # noqa: ANN401 - argumenten van run_audit
        getoetst.clear()
        with run_audit([scholen], **{"peildatum": DAG, "voorraad": voorraad, **anders}) as audit:
            assert len(audit.scholen) == 3
        return list(getoetst)

    assert len(again()) == 3
    assert again() == []
    assert len(again(peildatum=date(2026, 10, 2))) == 3
    assert len(again(kaders=["model16@2023"])) == 3
    assert len(again(zonder_afwijkingen=True)) == 3
    (scholen / "school-001.yaml").write_text((scholen / "school-001.yaml").read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert again() == ["school-001.yaml"]
    (scholen / "school-002.yaml").rename(scholen / "anders.yaml")
    assert again() == []


@pytest.mark.parametrize("schade", ["inhoud", "som", "afgekapt", "geen tabel"])
def test_een_beschadigde_voorraad_wordt_niet_geloofd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, schade: str) -> None:
    scholen, voorraad = tmp_path / "s", tmp_path / "v"
    scholen.mkdir()
    _copy(scholen, 2)
    with run_audit([scholen], peildatum=DAG, voorraad=voorraad) as audit:
        goed = _text(audit)
    if schade == "afgekapt":
        voorraad.write_bytes(voorraad.read_bytes()[:3000])
    else:
        with sqlite3.connect(voorraad) as verbinding:
            verbinding.execute(
                {
                    "inhoud": "UPDATE uitslag SET inhoud = randomblob(100)",
                    "som": "UPDATE uitslag SET som = randomblob(16)",
                    "geen tabel": "DROP TABLE uitslag",
                }[schade]
            )
        verbinding.close()
    getoetst = _count(monkeypatch)
    with run_audit([scholen], peildatum=DAG, voorraad=voorraad) as audit:
        assert _text(audit) == goed
    assert len(getoetst) == 2


def test_een_vreemd_bestand_als_voorraad_blijft_ongemoeid(tmp_path: Path) -> None:
    scholen, vreemd = tmp_path / "s", tmp_path / "belangrijk.db"
    scholen.mkdir()
    _copy(scholen, 1)
    with sqlite3.connect(vreemd) as verbinding:
        verbinding.execute("CREATE TABLE van_mij (a)")
    verbinding.close()
    voor = vreemd.read_bytes()
    with run_audit([scholen], peildatum=DAG, voorraad=vreemd) as audit:
        assert len(audit.scholen) == 1
    assert vreemd.read_bytes() == voor


# ---- Op schijf ---------------------------------------------------------------------------------------------------


def test_een_audit_is_terug_te_lezen_en_niets_anders(tmp_path: Path) -> None:
    with run_audit([example_dir()], peildatum=DAG) as audit:
        tekst = _text(audit)
        aantal = len(audit.scholen)
    bestand = tmp_path / "audit.json"
    bestand.write_text(tekst, encoding="utf-8")
    vorige = read_audit(bestand)
    assert vorige.peildatum == "2026-10-01"
    assert len(vorige.standen) == aantal
    for kapot in ("", "{}", "[]", "null", tekst[: len(tekst) // 2], tekst.replace('"versie": 1,', '"versie": 99,', 1), "\0" * 50):
        bestand.write_text(kapot, encoding="utf-8")
        with pytest.raises(UsageError):
            read_audit(bestand)
    with pytest.raises(UsageError):
        read_audit(tmp_path / "bestaat-niet.json")
