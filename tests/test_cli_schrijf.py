"""Schrijven dat misgaat: een duidelijke fout, wat er stond blijft heel, en er blijft niets achter."""

from __future__ import annotations

import errno
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from beleidscheck.api import toets
from beleidscheck.cli import toetsen
from beleidscheck.cli.bestanden import output_names
from beleidscheck.cli.schrijf import write_text
from beleidscheck.errors import OutputError
from tests.hulp.opdracht import DAG, EERSTE_VERSIE, KORT, PO, Gedraaid, draai, own_environment

if TYPE_CHECKING:
    from collections.abc import Callable

#: Elke opdracht die schrijft, naar het pad dat erachter komt.
SCHRIJVERS = [
    pytest.param(["toets", str(KORT), *DAG], id="terminal"),
    pytest.param(["toets", str(KORT), *DAG, "--formaat", "json"], id="json"),
    pytest.param(["toets", str(KORT), *DAG, "--formaat", "html"], id="html"),
    pytest.param(["publiceer", str(KORT), *DAG], id="publiceer"),
    pytest.param(["schema"], id="schema"),
]
OUD = "vorige uitvoer\n"
ONVERANDERD = "Wat er al stond, is niet veranderd."


@pytest.fixture
def doel(tmp_path: Path) -> Path:
    pad = tmp_path / "rapport.html"
    pad.write_text(OUD, encoding="utf-8")
    return pad


def _fails(monkeypatch: pytest.MonkeyPatch, wat: str, fout: BaseException) -> None:
    def mislukt(*_: object, **__: object) -> NoReturn:
        raise fout

    monkeypatch.setattr(wat, mislukt)


@pytest.mark.parametrize("argv", SCHRIJVERS)
@pytest.mark.parametrize(
    ("stap", "nummer", "waarom"),
    [
        pytest.param("os.fsync", errno.ENOSPC, "de schijf is vol. Maak ruimte en probeer het opnieuw.", id="schijf vol"),
        pytest.param("os.replace", errno.ENOSPC, "de schijf is vol. Maak ruimte en probeer het opnieuw.", id="vol bij verplaatsen"),
        pytest.param("tempfile.mkstemp", errno.EACCES, "schrijven is niet toegestaan. Kies een andere map met `--uit`.", id="geen recht"),
        pytest.param("tempfile.mkstemp", errno.EROFS, "deze schijf is alleen te lezen. Kies een andere map met `--uit`.", id="alleen lezen"),
        pytest.param(
            "os.fsync", errno.EIO, "schrijven is niet gelukt. Controleer of de map bestaat en de naam geldig is.", id="iets anders"
        ),
    ],
)
def test_schrijven_mislukt(  # noqa: PLR0913 - de tabel
    argv: list[str],
    stap: str,
    nummer: int,
    waarom: str,
    doel: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _fails(monkeypatch, stap, OSError(nummer, "english words"))
    klaar = draai(capsys, *argv, "--uit", doel)
    assert klaar == Gedraaid(2, "", f"Fout: {doel}: {waarom} {ONVERANDERD}\n")
    assert doel.read_text(encoding="utf-8") == OUD
    assert list(doel.parent.iterdir()) == [doel]


@pytest.mark.parametrize("argv", SCHRIJVERS)
@pytest.mark.parametrize("stap", ["os.fsync", "os.replace"])
def test_onderbroken_tijdens_schrijven(
    argv: list[str], stap: str, doel: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _fails(monkeypatch, stap, KeyboardInterrupt())
    assert draai(capsys, *argv, "--uit", doel) == Gedraaid(130, "", "Afgebroken; wat al geschreven was, is heel.\n")
    assert doel.read_text(encoding="utf-8") == OUD
    assert list(doel.parent.iterdir()) == [doel]


def test_onderbroken_bij_het_tweede_rapport(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    aantal = 0

    def tot_een(*args: object, **velden: object) -> object:
        nonlocal aantal
        aantal += 1
        if aantal > 1:
            raise KeyboardInterrupt
        return toets(*args, **velden)  # type: ignore[arg-type]

    monkeypatch.setattr(toetsen, "toets", tot_een)
    klaar = draai(capsys, "toets", KORT, PO, *DAG, "--formaat", "html", "--uit", tmp_path / "uit")
    assert klaar.code == 130
    assert [pad.name for pad in (tmp_path / "uit").iterdir()] == ["korte-vorm-vo.rapport.html"]
    assert (tmp_path / "uit" / "korte-vorm-vo.rapport.html").read_text(encoding="utf-8").endswith("</html>\n")


@pytest.mark.parametrize("argv", SCHRIJVERS)
def test_bestand_waar_een_map_moet(argv: list[str], doel: Path, capsys: pytest.CaptureFixture[str]) -> None:
    klaar = draai(capsys, *argv, "--uit", doel / "diep" / "x.html")
    assert (klaar.code, klaar.uit) == (2, "")
    waarom = "de map kan niet worden gemaakt, want er staat al een bestand met die naam. Kies een andere map met `--uit`."
    assert klaar.fout == f"Fout: {doel / 'diep' / 'x.html'}: {waarom} {ONVERANDERD}\n"
    assert doel.read_text(encoding="utf-8") == OUD


@pytest.mark.parametrize("argv", [SCHRIJVERS[0], SCHRIJVERS[1], SCHRIJVERS[4]])
def test_map_waar_een_bestand_moet(argv: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    klaar = draai(capsys, *argv, "--uit", tmp_path)
    assert klaar.fout == f"Fout: {tmp_path}: dit is een map, geen bestand. Geef een bestandsnaam op met `--uit`. {ONVERANDERD}\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("argv", SCHRIJVERS)
def test_te_lange_naam(argv: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    klaar = draai(capsys, *argv, "--uit", tmp_path / ("n" * 300 + ".html"))
    assert klaar.code == 2
    assert "de naam is te lang. Kies een kortere met `--uit`." in klaar.fout
    assert list(tmp_path.iterdir()) == []


def test_lange_naam_die_nog_mag(tmp_path: Path) -> None:
    doel = tmp_path / ("n" * 250 + ".txt")
    write_text(doel, "x")
    assert doel.read_text(encoding="utf-8") == "x"


@pytest.mark.parametrize(
    "argv",
    [
        pytest.param(["toets", "{in}", *DAG, "--uit", "{in}"], id="terminal"),
        pytest.param(["toets", "{in}", *DAG, "--formaat", "html", "--uit", "{in}"], id="html"),
        pytest.param(["toets", "{map}", *DAG, "--formaat", "json", "--uit", "{map}/../map/school.yaml"], id="langs een omweg"),
        pytest.param(["publiceer", "{in}", *DAG, "--uit", "{in}"], id="publiceer"),
        pytest.param(["toets", "{map}/lus.yaml", *DAG, "--uit", "{in}"], id="langs een koppeling"),
    ],
)
def test_eigen_invoer_wordt_nooit_overschreven(argv: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    map_ = tmp_path / "map"
    map_.mkdir()
    beleid = map_ / "school.yaml"
    beleid.write_bytes(KORT.read_bytes())
    (map_ / "lus.yaml").symlink_to("school.yaml")
    klaar = draai(capsys, *(woord.replace("{in}", str(beleid)).replace("{map}", str(map_)) for woord in argv))
    assert (klaar.code, klaar.uit) == (2, "")
    assert "is uw eigen invoer en zou worden overschreven. Kies een andere naam bij `--uit`." in klaar.fout
    assert beleid.read_bytes() == KORT.read_bytes()


def test_demo_overschrijft_de_voorbeelden_niet(capsys: pytest.CaptureFixture[str]) -> None:
    voor = {pad.name: pad.read_bytes() for pad in KORT.parent.iterdir()}
    assert draai(capsys, "demo", "--uit", KORT.parent).code == 2
    assert {pad.name: pad.read_bytes() for pad in KORT.parent.iterdir()} == voor


def test_koppeling_blijft_een_koppeling(tmp_path: Path) -> None:
    echt = tmp_path / "echt" / "rapport.txt"
    echt.parent.mkdir()
    koppeling = tmp_path / "rapport.txt"
    koppeling.symlink_to(echt)
    write_text(koppeling, "nieuw")
    assert koppeling.is_symlink()
    assert echt.read_text(encoding="utf-8") == "nieuw"


def test_nieuw_bestand_heeft_de_gewone_rechten(tmp_path: Path) -> None:
    masker = os.umask(0o027)
    try:
        write_text(tmp_path / "rapport.txt", "x")
    finally:
        os.umask(masker)
    assert (tmp_path / "rapport.txt").stat().st_mode & 0o777 == 0o640


def test_apparaat_wordt_niet_vervangen(capsys: pytest.CaptureFixture[str]) -> None:
    assert draai(capsys, "toets", KORT, *DAG, "--uit", os.devnull).code == 0
    assert not Path(os.devnull).is_file()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="dit systeem heeft geen altijd volle schijf")
def test_volle_schijf_achter_een_apparaat() -> None:
    with pytest.raises(OutputError, match="de schijf is vol"):
        write_text(Path("/dev/full"), "x")


def test_losse_surrogaat_in_een_naam(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    beleid = tmp_path / os.fsdecode(b"school\xff.yaml")
    try:
        beleid.write_bytes(KORT.read_bytes())
    except OSError:
        pytest.skip("deze schijf neemt alleen namen in UTF-8")
    for formaat in ("terminal", "json", "markdown", "html"):
        klaar = draai(capsys, "toets", beleid, *DAG, "--formaat", formaat, "--uit", tmp_path / f"uit.{formaat}")
        assert (klaar.code, klaar.fout) == (0, "")
        assert "school\N{REPLACEMENT CHARACTER}" in (tmp_path / f"uit.{formaat}").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("bestanden", "namen"),
    [
        pytest.param(["a.yaml", "map/a.yml", "b"], ["a.html", "a-2.html", "b.html"], id="twee gelijk"),
        pytest.param(["a.yaml", "x/a.yaml", "a-2.yaml"], ["a.html", "a-2.html", "a-2-2.html"], id="nummer is al bezet"),
        pytest.param(["a-2.yaml", "a.yaml", "x/a.yaml"], ["a-2.html", "a.html", "a-3.html"], id="nummer was al bezet"),
        pytest.param(["A.yaml", "a.yaml"], ["A.html", "a-2.html"], id="hoofdletters"),
        pytest.param([".yaml", "map\\c.yaml"], ["beleid.html", "c.html"], id="zonder naam, en met Windows-streep"),
    ],
)
def test_namen_van_rapporten(bestanden: list[str], namen: list[str]) -> None:
    assert output_names(bestanden, ".html") == namen


# ---- Uitvoer naar een pijp of scherm -------------------------------------------------------------------------------


def _start(*argv: object, naar: int, voor: Callable[[], None] | None = None) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "beleidscheck", *map(str, argv)],
        stdout=naar,
        stderr=subprocess.PIPE,
        env=own_environment(),
        preexec_fn=voor,  # noqa: PLW1509 - alleen een grens zetten
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="dit systeem heeft geen altijd volle schijf")
@pytest.mark.parametrize("argv", [["toets", KORT, *DAG], ["schema"], ["kaders"], ["uitleg", "9"], ["--help"]], ids=lambda argv: argv[0])
def test_uitvoer_naar_een_volle_schijf(argv: list[object]) -> None:
    with Path("/dev/full").open("wb") as vol, _start(*argv, naar=vol.fileno()) as proces:
        _, fout = proces.communicate()
    assert (proces.returncode, fout.decode()) == (2, "Fout: de schijf is vol. Maak ruimte en probeer het opnieuw.\n")


def test_bestand_dat_niet_groter_mag(tmp_path: Path) -> None:
    doel = tmp_path / "rapport.html"
    doel.write_text(OUD, encoding="utf-8")

    def grens() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    argv = ("toets", EERSTE_VERSIE, *DAG, "--formaat", "html", "--uit", doel)
    with _start(*argv, naar=subprocess.DEVNULL, voor=grens) as proces:
        _, fout = proces.communicate()
    waarom = "het bestand wordt groter dan hier mag. Kies een andere map met `--uit`."
    assert (proces.returncode, fout.decode()) == (2, f"Fout: {doel}: {waarom} {ONVERANDERD}\n")
    assert doel.read_text(encoding="utf-8") == OUD
    assert list(tmp_path.iterdir()) == [doel]


def test_lezer_van_de_pijp_stopt() -> None:
    lezen, schrijven = os.pipe()
    os.close(lezen)
    try:
        with _start("toets", EERSTE_VERSIE, *DAG, "--formaat", "json", naar=schrijven) as proces:
            _, fout = proces.communicate()
    finally:
        os.close(schrijven)
    assert (proces.returncode, fout) == (141, b"")


@pytest.mark.parametrize("dicht", [0, 1, 2])
def test_gesloten_uitvoer(dicht: int) -> None:
    """Return nothing; a service manager may start a program without any of the standard streams."""
    with _start("toets", KORT, *DAG, naar=subprocess.DEVNULL, voor=lambda: os.close(dicht)) as proces:
        _, fout = proces.communicate()
    assert (proces.returncode, fout) == (0, b"")


def test_echt_onderbroken(tmp_path: Path) -> None:
    for nummer in range(40):
        (tmp_path / f"s{nummer}.yaml").write_bytes(EERSTE_VERSIE.read_bytes())
    uit = tmp_path / "uit"
    with _start("toets", tmp_path, *DAG, "--formaat", "html", "--uit", uit, naar=subprocess.DEVNULL) as proces:
        grens = time.monotonic() + 60
        while not (uit.is_dir() and any(uit.glob("*.html"))) and time.monotonic() < grens:
            time.sleep(0.01)
        proces.send_signal(signal.SIGINT)
        _, fout = proces.communicate()
    assert (proces.returncode, fout.decode()) == (130, "Afgebroken; wat al geschreven was, is heel.\n")
    geschreven = list(uit.iterdir())
    assert geschreven
    assert {pad.suffix for pad in geschreven} == {".html"}
    assert all(pad.read_text(encoding="utf-8").endswith("</html>\n") for pad in geschreven)
