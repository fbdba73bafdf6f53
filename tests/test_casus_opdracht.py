"""De opdracht `casus` van begin tot eind: wat een gebruiker ziet, wat er op schijf komt, en met welke exitcode."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from beleidscheck.data import casus_dir, schema_dir
from tests.hulp.opdracht import ENGELS, PROTOCOL, VOLLEDIG, draai

if TYPE_CHECKING:
    from pathlib import Path

FORMATEN = ("terminal", "json", "svg", "markdown", "html")
CASUS = """\
casus: 1
titel: Eigen casus
leerling:
  leeftijd: 14
schooljaar: 2026-2027
vakantieregio: noord
gebeurtenissen:
- wat: te_laat
  dagen: [2026-09-01, 2026-09-02, 2026-09-03]
"""


@pytest.fixture
def eigen(tmp_path: Path) -> Path:
    pad = tmp_path / "casussen" / "eigen.yaml"
    pad.parent.mkdir()
    pad.write_text(CASUS, encoding="utf-8")
    return pad


@pytest.mark.parametrize("argumenten", [(), ("--lijst",), ("zes-keer-te-laat", "--lijst")])
def test_the_shipped_casussen(argumenten: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    klaar = draai(capsys, "casus", *argumenten)
    assert klaar.code == 0
    assert klaar.fout == ""
    namen = [regel for regel in klaar.uit.splitlines()[2:] if not regel.startswith(" ")]
    assert namen == sorted(pad.stem for pad in casus_dir().glob("*.yaml"))
    assert max(map(len, klaar.uit.splitlines())) <= 80


@pytest.mark.parametrize("formaat", FORMATEN)
def test_every_format(formaat: str, capsys: pytest.CaptureFixture[str]) -> None:
    klaar = draai(capsys, "casus", "zes-keer-te-laat", "--beleid", VOLLEDIG, "--tegen", PROTOCOL, "--formaat", formaat)
    assert klaar.code == 0
    assert klaar.fout == ""
    begin = {
        "terminal": "──",
        "json": '{\n  "formaat": "beleidscheck-casus"',
        "svg": "<svg ",
        "markdown": "# Zes keer",
        "html": "<!doctype",
    }
    assert klaar.uit.startswith(begin[formaat])
    assert klaar.uit.endswith("\n")
    nog_eens = draai(capsys, "casus", "zes-keer-te-laat", "--beleid", VOLLEDIG, "--tegen", PROTOCOL, "--formaat", formaat)
    assert nog_eens.uit == klaar.uit


def test_without_a_policy_the_casus_says_which_ladder(capsys: pytest.CaptureFixture[str]) -> None:
    klaar = draai(capsys, "casus", "zes-keer-te-laat")
    assert f"({PROTOCOL})" in klaar.uit
    assert klaar.code == 0


def test_a_casus_without_a_ladder_asks_for_one(eigen: Path, capsys: pytest.CaptureFixture[str]) -> None:
    klaar = draai(capsys, "casus", eigen)
    assert (klaar.code, klaar.uit) == (2, "")
    assert klaar.fout == (
        "Fout: De casus «eigen» zegt niet onder welke ladder zij hoort. Noem een beleid of een kader:"
        " --beleid mijn-school.yaml of --beleid noord-kennemerland@2024-2025.\n"
    )
    assert draai(capsys, "casus", eigen, "--beleid", PROTOCOL).code == 0


@pytest.mark.parametrize(
    ("argumenten", "zin"),
    [
        (("zes-keer-telaat",), "Er is geen casus «zes-keer-telaat». Bedoelde u «zes-keer-te-laat»?"),
        (("weg.yaml", "--beleid", PROTOCOL), "weg.yaml:1:1: Dit bestand bestaat niet."),
        (("zes-keer-te-laat", "--beleid", "weg.yaml"), "weg.yaml:1:1: Dit bestand bestaat niet."),
        (
            ("zes-keer-te-laat", "--beleid", "noord-kennemerland@1"),
            "Van het kader «noord-kennemerland» is geen versie «1» bekend.",
        ),
        (("zes-keer-te-laat", "--tegen", "model16@2023"), "Het kader «model16@2023» heeft geen eigen ladder."),
        (("zes-keer-te-laat", "--formaat", "pdf"), "«pdf» kan niet bij --formaat."),
        (("zes-keer-te-laat", "--verwacht", "--formaat", "html"), "`--verwacht` kan met de formaten terminal en json."),
        (("zes-keer-te-laat", "drie-keer-te-laat", "--formaat", "svg"), "Er zijn 2 tekeningen. Noem een map met `--uit`"),
        (("zes-keer-te-laat", "--beleid"), "Achter --beleid ontbreekt BELEID."),
    ],
)
def test_wrong_use(argumenten: tuple[str, ...], zin: str, capsys: pytest.CaptureFixture[str]) -> None:
    klaar = draai(capsys, "casus", *argumenten)
    assert klaar.code == 2
    assert klaar.uit == ""
    assert zin in klaar.fout
    assert "Traceback" not in klaar.fout
    assert not ENGELS.search(re.sub(r"--\S+|[\w.@/-]+\.yaml|`[^`]*`", "", klaar.fout))


def test_a_bad_casus_is_said_with_its_place(eigen: Path, capsys: pytest.CaptureFixture[str]) -> None:
    eigen.write_text(CASUS.replace("2026-09-02", "2026-09-05"), encoding="utf-8")
    klaar = draai(capsys, "casus", eigen, "--beleid", PROTOCOL)
    assert klaar.code == 2
    assert klaar.fout == (
        f"Fout: {eigen}:9:23: Op zaterdag 5 september 2026 is er geen les. Kies een schooldag, bijvoorbeeld `2026-09-04`.\n"
    )


# ---- Verwacht ----------------------------------------------------------------------------------------------------------


def test_a_whole_folder_as_tests(capsys: pytest.CaptureFixture[str]) -> None:
    klaar = draai(capsys, "casus", casus_dir(), "--verwacht")
    assert klaar.code == 0
    assert klaar.uit.splitlines()[-1] == "35 casussen: 35 zoals verwacht, 0 anders dan verwacht."


def test_what_differs_makes_it_fail(eigen: Path, capsys: pytest.CaptureFixture[str]) -> None:
    eigen.write_text(
        CASUS + f"verwacht:\n  onder: {PROTOCOL}\n  stappen:\n  - op: 2026-09-02\n    stap: te-laat-3\n", encoding="utf-8"
    )
    klaar = draai(capsys, "casus", eigen.parent, "--verwacht")
    assert klaar.code == 1
    assert "Op woensdag 2 september 2026 hoort stap `te-laat-3` te volgen. Hij volgt op" in klaar.uit
    als_json = draai(capsys, "casus", eigen.parent, "--verwacht", "--formaat", "json")
    assert als_json.code == 1
    (casus,) = json.loads(als_json.uit)["casussen"]
    assert casus["verwacht"]["klopt"] is False


def test_nothing_checked_is_no_pass(eigen: Path, capsys: pytest.CaptureFixture[str]) -> None:
    klaar = draai(capsys, "casus", eigen, "--beleid", PROTOCOL, "--verwacht")
    assert klaar.code == 3
    assert klaar.uit.splitlines()[-1] == "1 casus: 0 zoals verwacht, 0 anders dan verwacht, 1 niet nagegaan."


# ---- Schrijven ---------------------------------------------------------------------------------------------------------


def test_pictures_in_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    uit = tmp_path / "beelden"
    klaar = draai(capsys, "casus", "zes-keer-te-laat", "schorsing", "--formaat", "svg", "--uit", uit)
    assert klaar.code == 0
    assert sorted(pad.name for pad in uit.iterdir()) == ["schorsing.svg", "zes-keer-te-laat.svg"]
    een = draai(capsys, "casus", "schorsing", "--formaat", "svg", "--uit", tmp_path / "een.svg")
    assert een.uit == f"Geschreven: {tmp_path / 'een.svg'}\n"
    assert (tmp_path / "een.svg").read_text(encoding="utf-8") == (uit / "schorsing.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("formaat", "uitgang"), [("terminal", ".txt"), ("json", ".json"), ("markdown", ".md"), ("html", ".html")]
)
def test_a_file_or_a_folder(formaat: str, uitgang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    op_scherm = draai(capsys, "casus", "schorsing", "--formaat", formaat).uit
    draai(capsys, "casus", "schorsing", "--formaat", formaat, "--uit", tmp_path)
    assert (tmp_path / f"schorsing{uitgang}").read_text(encoding="utf-8") == op_scherm


def test_the_input_is_never_overwritten(eigen: Path, capsys: pytest.CaptureFixture[str]) -> None:
    klaar = draai(capsys, "casus", eigen, "--beleid", PROTOCOL, "--uit", eigen)
    assert klaar.code == 2
    assert "is uw eigen invoer en zou worden overschreven" in klaar.fout
    assert eigen.read_text(encoding="utf-8") == CASUS


# ---- Schema ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("naam", ["casus", "casusuitkomst"])
def test_the_schemas_can_be_asked_for(naam: str, capsys: pytest.CaptureFixture[str]) -> None:
    klaar = draai(capsys, "schema", naam)
    assert klaar.code == 0
    assert klaar.uit == (schema_dir() / f"{naam}.schema.json").read_text(encoding="utf-8")
    Draft202012Validator.check_schema(json.loads(klaar.uit))
