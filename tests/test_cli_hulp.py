"""De hulp en de foutmeldingen bij verkeerd gebruik: Nederlands, smal genoeg, met een voorbeeld en met wat te doen."""

from __future__ import annotations

import inspect
import re
from typing import Annotated

import pytest
import typer

from beleidscheck.cli.app import app
from beleidscheck.cli.argumenten import read_arguments
from tests.hulp.opdracht import ENGELS, KORT, draai, draai_los

OPDRACHTEN = ("toets", "proza", "publiceer", "vergelijk", "oplegger", "uitleg", "kaders", "audit", "schema", "casus", "demo")
#: Groepen met eigen opdrachten eronder.
GROEPEN = {"kader": ("vergelijk", "samen", "nieuw", "controleer"), "swv": ("nieuw",)}


def test_elke_opdracht_staat_in_de_tests() -> None:
    assert tuple(info.callback.__name__ for info in app.registered_commands if info.callback) == OPDRACHTEN


@pytest.mark.parametrize("opdracht", ["", *OPDRACHTEN])
@pytest.mark.parametrize("breedte", ["40", "80", "200"])
def test_hulp(opdracht: str, breedte: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", breedte)
    klaar = draai(capsys, *opdracht.split(), "--help")
    assert (klaar.code, klaar.fout) == (0, "")
    assert klaar.uit.startswith(f"Gebruik: beleidscheck {opdracht or 'OPDRACHT'} [OPTIES]")
    zonder_namen = re.sub(r"--[a-z-]+|yaml-language-server: \$schema", "", klaar.uit)
    assert not ENGELS.findall(zonder_namen)
    assert re.search(r"^  beleidscheck \S", klaar.uit, re.MULTILINE), "er hoort een voorbeeld bij"
    if breedte != "40":
        assert max(map(len, klaar.uit.splitlines())) <= 80


@pytest.mark.parametrize("opdracht", OPDRACHTEN)
def test_hulp_noemt_alles_wat_een_opdracht_aanneemt(opdracht: str, capsys: pytest.CaptureFixture[str]) -> None:
    (info,) = (info for info in app.registered_commands if info.callback and info.callback.__name__ == opdracht)
    assert info.callback is not None
    hulp = " ".join(draai(capsys, opdracht, "--help").uit.split())
    parameters = read_arguments(info.callback)
    assert [param.naam for param in parameters] == list(inspect.signature(info.callback).parameters)
    for param in parameters:
        assert param.shown in hulp
        assert param.uitleg in hulp
        assert param.uitleg.endswith(".")


def test_hulp_van_de_groep_noemt_elke_opdracht(capsys: pytest.CaptureFixture[str]) -> None:
    hulp = draai(capsys, "--help").uit
    assert re.findall(r"^  ([a-z]+)  ", hulp.partition("Opdrachten:")[2], re.MULTILINE) == [*OPDRACHTEN, *GROEPEN]


@pytest.mark.parametrize("opdracht", OPDRACHTEN)
def test_voorbeelden_in_de_hulp_kloppen(opdracht: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Return nothing; every example names only options that the command has."""
    hulp = draai(capsys, opdracht, "--help").uit
    gegeven = re.findall(r"^  beleidscheck (\S+)(.*)$", hulp, re.MULTILINE)
    assert gegeven
    for naam, rest in gegeven:
        assert naam == opdracht
        assert set(re.findall(r"--[a-z-]+", rest)) <= set(re.findall(r"^  (--[a-z-]+)", hulp, re.MULTILINE))


def test_zonder_argumenten_komt_de_hulp_maar_slaagt_er_niets(capsys: pytest.CaptureFixture[str]) -> None:
    zonder, met = draai(capsys), draai(capsys, "--help")
    assert (zonder.code, zonder.uit, zonder.fout) == (2, met.uit, "")


@pytest.mark.parametrize("vraag", ["--version", "--versie"])
def test_versie(vraag: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert draai(capsys, vraag).uit == draai_los(vraag).uit == "beleidscheck 0.1.0\n"


TOETS = "\nGebruik: beleidscheck toets [OPTIES] PAD...\nMeer uitleg: beleidscheck toets --help\n"


@pytest.mark.parametrize(
    ("argv", "melding"),
    [
        pytest.param(
            ["tots"],
            "De opdracht «tots» bestaat niet. Bedoelde u «toets»? Kies uit: toets, proza, publiceer, vergelijk, oplegger, uitleg, kaders, audit, schema, casus, demo, kader, swv.\n"
            "Meer uitleg: beleidscheck --help\n",
            id="onbekende opdracht",
        ),
        pytest.param(
            ["xyz"],
            "De opdracht «xyz» bestaat niet. Kies uit: toets, proza, publiceer, vergelijk, oplegger, uitleg, kaders, audit, schema, casus, demo, kader, swv.\n"
            "Meer uitleg: beleidscheck --help\n",
            id="opdracht die op niets lijkt",
        ),
        pytest.param(
            ["--"],
            "De opdracht ontbreekt.\nGebruik: beleidscheck OPDRACHT [OPTIES]\nMeer uitleg: beleidscheck --help\n",
            id="geen opdracht",
        ),
        pytest.param(
            ["--formaat", "html"],
            "De optie --formaat bestaat niet.\nGebruik: beleidscheck OPDRACHT [OPTIES]\nMeer uitleg: beleidscheck --help\n",
            id="optie voor de opdracht",
        ),
        pytest.param(
            ["toets"],
            f"PAD... ontbreekt. Een beleidsbestand, of een map met beleidsbestanden.{TOETS}",
            id="geen pad",
        ),
        pytest.param(["toets", "x", "--formaa", "html"], f"De optie --formaa bestaat niet. Bedoelde u «--formaat»?{TOETS}", id="optie"),
        pytest.param(["toets", "x", "-k"], f"De optie -k bestaat niet.{TOETS}", id="korte optie"),
        pytest.param(
            ["toets", "x", "--peildatum"],
            f"Achter --peildatum ontbreekt JJJJ-MM-DD. Doe alsof het deze dag is; zonder deze optie vandaag.{TOETS}",
            id="optie zonder waarde",
        ),
        pytest.param(
            ["toets", "x", "--kleur=rood"],
            f"De optie --kleur staat op zichzelf; er hoort geen waarde achter.{TOETS}",
            id="waarde bij ja of nee",
        ),
        pytest.param(
            ["toets", "x", "--formaat", "htm"],
            "«htm» kan niet bij --formaat. Bedoelde u «html»? Kies uit: terminal, json, markdown, html, pdf, docx.\n",
            id="formaat",
        ),
        pytest.param(
            ["toets", "x", "--drempel", "0"],
            "«0» kan niet bij --drempel. Kies uit: tekort, aandachtspunt, tip.\n",
            id="drempel",
        ),
        pytest.param(
            ["toets", "x", "--voor", "MR"],
            "«MR» kan niet bij --voor. Bedoelde u «mr»? Kies uit: schoolleider, mr, swv.\n",
            id="lezer",
        ),
        pytest.param(
            ["toets", "x", "--peildatum", "1-10-2026"],
            "«1-10-2026» is geen datum. Schrijf jaar-maand-dag, bijvoorbeeld --peildatum 2026-10-01.\n",
            id="datum in andere volgorde",
        ),
        pytest.param(
            ["toets", "x", "--peildatum", "2026-02-30"],
            "«2026-02-30» is geen datum. Schrijf jaar-maand-dag, bijvoorbeeld --peildatum 2026-10-01.\n",
            id="dag die niet bestaat",
        ),
        pytest.param(
            ["toets", "x", "--peildatum", "20261001"],
            "«20261001» is geen datum. Schrijf jaar-maand-dag, bijvoorbeeld --peildatum 2026-10-01.\n",
            id="datum zonder streepjes",
        ),
        pytest.param(
            ["toets", "x", "--peildatum", "9999-12-31"],
            "De peildatum 9999-12-31 ligt te ver weg. Kies een jaar van 2000 tot en met 2099.\n",
            id="jaar waarin niet te rekenen is",
        ),
        pytest.param(
            ["toets", str(KORT), "--kader", "model16"],
            "Schrijf bij het kader «model16» ook de versie: model16@2023.\n",
            id="kader zonder versie",
        ),
        pytest.param(
            ["toets", str(KORT), "--kader", "model16@2019"],
            "Van het kader «model16» is geen versie «2019» bekend. Wel bekend: model16@2023.\n",
            id="onbekende versie",
        ),
        pytest.param(
            ["toets", str(KORT), "--kader", "weg.yaml"],
            "weg.yaml:1:1: Dit bestand bestaat niet. Controleer de naam en de map.\n",
            id="eigen kader dat er niet is",
        ),
        pytest.param(
            ["publiceer"],
            "BELEID ontbreekt. Het beleidsbestand.\nGebruik: beleidscheck publiceer [OPTIES] BELEID\n"
            "Meer uitleg: beleidscheck publiceer --help\n",
            id="geen beleid",
        ),
        pytest.param(
            ["publiceer", "a", "b"],
            "Er staat een argument te veel.\nGebruik: beleidscheck publiceer [OPTIES] BELEID\n"
            "Meer uitleg: beleidscheck publiceer --help\n",
            id="twee beleidsbestanden",
        ),
        pytest.param(
            ["publiceer", "a", "--formaat", "json"],
            "«json» kan niet bij --formaat. Kies uit: html, markdown, pdf, docx.\n",
            id="document als json",
        ),
        pytest.param(
            ["uitleg"],
            "Noem wat u uitgelegd wilt hebben, of geef een map voor alles: `beleidscheck uitleg --html MAP`.\n",
            id="geen norm",
        ),
        pytest.param(
            ["schema", "beleit"],
            "«beleit» kan niet bij `beleidscheck schema`. Bedoelde u «beleid»? Kies uit: beleid, kader, rapport, casus, casusuitkomst.\n",
            id="schema",
        ),
        pytest.param(
            ["demo", "voorbeeld"],
            "Er staat een argument te veel.\nGebruik: beleidscheck demo [OPTIES]\nMeer uitleg: beleidscheck demo --help\n",
            id="demo met een los woord",
        ),
        pytest.param(
            ["kaders", "--telling=2"],
            "De optie --telling staat op zichzelf; er hoort geen waarde achter.\nGebruik: beleidscheck kaders [OPTIES]\n"
            "Meer uitleg: beleidscheck kaders --help\n",
            id="telling met een waarde",
        ),
    ],
)
def test_verkeerd_gebruik(argv: list[str], melding: str, capsys: pytest.CaptureFixture[str]) -> None:
    klaar = draai(capsys, *argv)
    assert (klaar.code, klaar.uit, klaar.fout) == (2, "", f"Fout: {melding}")
    assert not ENGELS.findall(re.sub(r"--\w+", "", klaar.fout))


def test_argumenten_van_een_functie() -> None:
    def proef(
        pad: Annotated[list[str], typer.Argument(metavar="PAD", help="Een pad.")],
        naam: Annotated[str, typer.Argument(metavar="NAAM", help="Een naam.")] = "x",
        hoe: Annotated[str | None, typer.Option("--hoe", "-h", metavar="WIJZE", help="Hoe.")] = None,
        aan: Annotated[bool, typer.Option("--aan/--uit", help="Aan of uit.")] = True,
    ) -> None:
        del pad, naam, hoe, aan

    gelezen = read_arguments(proef)
    assert [param.shown for param in gelezen] == ["PAD...", "[NAAM]", "--hoe, -h WIJZE", "--aan, --uit"]
    assert [param.standaard for param in gelezen] == ["", "x", "", ""]


