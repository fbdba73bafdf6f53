from __future__ import annotations

import os
import socket
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from beleidscheck.errors import UnreadableFileError
from beleidscheck.source import bouw, parse_source, read_source
from beleidscheck.source.bestand import MAX_BYTES
from beleidscheck.source.bouw import MAX_DIEPTE, MAX_KNOPEN

if TYPE_CHECKING:
    from collections.abc import Iterator

from tests.hulp.bronnen import BELEID, fouten_in, lees, voluit

_VUL_IN = "Vul het in; een voorbeeldbeleid laat zien hoe het eruitziet."
_UTF8 = "Bewaar het bestand als UTF-8; in Kladblok kan dat met «Opslaan als» en de codering UTF-8."
_ZET_OVER = "Zet de inhoud over in een tekstbestand dat op `.yaml` eindigt en toets dat."
_SLEUTELS = "Begin elke regel op het hoogste niveau met een sleutel en een dubbele punt, bijvoorbeeld `formaat: 1`."
_HAAL_WEG = "Haal het weg; het komt vaak mee bij het plakken uit een ander programma."


@pytest.mark.parametrize(
    ("raw", "fout"),
    [
        pytest.param(b"", f"1:1 leeg: Dit bestand is leeg. {_VUL_IN}", id="leeg"),
        pytest.param(b"\xef\xbb\xbf \n\n", f"1:1 leeg: Dit bestand is leeg. {_VUL_IN}", id="alleen een BOM en wit"),
        pytest.param(b"---\n", f"2:1 leeg: Dit bestand is leeg. {_VUL_IN}", id="alleen een streepregel"),
        pytest.param(b"null", f"1:1 leeg: Dit bestand is leeg. {_VUL_IN}", id="alleen niets"),
        pytest.param(
            b"# a\n  # b\n",
            "1:1 alleen-commentaar: In dit bestand staat alleen commentaar: elke regel begint met `#`. Haal `#` weg voor de regels die moeten gelden.",
            id="alleen commentaar",
        ),
        pytest.param(
            b"a: 1\n---\nb: 2\n",
            "2:1 meer-documenten: Hier begint een tweede document; een bestand mag er maar één bevatten. Haal deze regel en wat eronder staat weg, of bewaar het in een eigen bestand.",
            id="twee documenten",
        ),
        pytest.param(
            b"---\na: 1\n---\n# Titel\n",
            "3:1 meer-documenten: Hier begint een tweede document; een bestand mag er maar één bevatten. Haal deze regel en wat eronder staat weg, of bewaar het in een eigen bestand.",
            id="kop van een Markdownbestand",
        ),
        pytest.param(
            b"a: 1\n...\nb: 2\n",
            "3:1 meer-documenten: Hier begint een tweede document; een bestand mag er maar één bevatten. Haal deze regel en wat eronder staat weg, of bewaar het in een eigen bestand.",
            id="tekst na het einde",
        ),
        pytest.param(
            b"a: 1\r...\r%TAG !a! x\r---\rb: 1\r",
            "3:1 meer-documenten: Hier begint een tweede document; een bestand mag er maar één bevatten. Haal deze regel en wat eronder staat weg, of bewaar het in een eigen bestand.",
            id="instructies na het einde",
        ),
        pytest.param(
            b"- a\n- b\n",
            f"1:1 geen-mapping: Dit bestand bestaat uit een lijst, niet uit sleutels met waarden. {_SLEUTELS}",
            id="een lijst",
        ),
        pytest.param(
            b"zomaar tekst\n",
            f"1:1 geen-mapping: Dit bestand bestaat uit losse tekst, niet uit sleutels met waarden. {_SLEUTELS}",
            id="losse tekst",
        ),
        pytest.param(
            "a: één\n".encode("utf-16"),
            f"1:1 codering: Dit bestand is bewaard als UTF-16 of UTF-32. {_UTF8}",
            id="UTF-16 met BOM",
        ),
        pytest.param(
            "a: een\n".encode("utf-16-le"),
            f"1:1 codering: Dit bestand is bewaard als UTF-16 of UTF-32. {_UTF8}",
            id="UTF-16 zonder BOM",
        ),
        pytest.param(
            "a: een\n".encode("utf-16-be"),
            f"1:1 codering: Dit bestand is bewaard als UTF-16 of UTF-32. {_UTF8}",
            id="UTF-16 andersom zonder BOM",
        ),
        pytest.param(
            "a: een\n".encode("utf-32"), f"1:1 codering: Dit bestand is bewaard als UTF-16 of UTF-32. {_UTF8}", id="UTF-32"
        ),
        pytest.param(
            "a: 1\nb: één\n".encode("cp1252"),
            f"2:4 codering: Hier staat een teken dat geen UTF-8 is (byte E9); het bestand lijkt bewaard als ANSI of Windows-1252. {_UTF8}",
            id="Windows-1252",
        ),
        pytest.param(
            "😀: é".encode() + b"\xff",
            f"1:5 codering: Hier staat een teken dat geen UTF-8 is (byte FF); het bestand lijkt bewaard als ANSI of Windows-1252. {_UTF8}",
            id="de kolom telt tekens, geen bytes",
        ),
        pytest.param(
            b"a: \xed\xa0\x80",
            f"1:4 codering: Hier staat een teken dat geen UTF-8 is (byte ED); het bestand lijkt bewaard als ANSI of Windows-1252. {_UTF8}",
            id="een los surrogaat",
        ),
        pytest.param(
            b"a: 1\n\x00\x00\xfe\x01",
            f"2:3 geen-tekst: Dit is geen tekstbestand: hier staat de byte FE. {_ZET_OVER}",
            id="binair",
        ),
        pytest.param(
            b"PK\x03\x04\x14\x00",
            f"1:1 geen-tekst: Dit is een Word-, Excel- of zipbestand, geen tekstbestand. {_ZET_OVER}",
            id="een Wordbestand",
        ),
        pytest.param(
            b"\xd0\xcf\x11\xe0\xa1",
            f"1:1 geen-tekst: Dit is een oud Word- of Excelbestand, geen tekstbestand. {_ZET_OVER}",
            id="een oud Wordbestand",
        ),
        pytest.param(b"%PDF-1.7\n%\xe2", f"1:1 geen-tekst: Dit is een pdf, geen tekstbestand. {_ZET_OVER}", id="een pdf"),
        pytest.param(
            b"{\\rtf1 tekst}",
            f"1:1 geen-tekst: Dit is een rtf-document uit een tekstverwerker, geen tekstbestand. {_ZET_OVER}",
            id="rtf",
        ),
        pytest.param(
            b"\x89PNG\r\n", f"1:1 geen-tekst: Dit is een afbeelding, geen tekstbestand. {_ZET_OVER}", id="een afbeelding"
        ),
        pytest.param(b"a: 1\nb: x\x00y", f"2:5 teken: Hier staat het onzichtbare teken U+0000. {_HAAL_WEG}", id="een NUL"),
        pytest.param(
            b"a: \x1b[31mrood",
            f"1:4 teken: Hier staat het onzichtbare teken U+001B. {_HAAL_WEG}",
            id="een escape voor het scherm",
        ),
        pytest.param(
            "a: x\u2028y".encode(),
            f"1:5 teken: Hier staat het verborgen regeleinde U+2028. {_HAAL_WEG}",
            id="een verborgen regeleinde",
        ),
        pytest.param(
            "a: x\u0085y".encode(),
            f"1:5 teken: Hier staat het verborgen regeleinde U+0085. {_HAAL_WEG}",
            id="nog een verborgen regeleinde",
        ),
        pytest.param(
            "a: \ufeffx".encode(), f"1:4 teken: Hier staat het onzichtbare teken U+FEFF. {_HAAL_WEG}", id="een BOM in de tekst"
        ),
        pytest.param(
            b"a: " + b"x" * MAX_BYTES,
            "1:1 te-groot: Dit bestand is groter dan 1 MB. Een beleid is hooguit enkele tientallen kB; controleer of dit het goede bestand is.",
            id="te groot",
        ),
        pytest.param(
            b"a: " + b"[" * 65,
            "1:67 te-diep: Hier staan meer dan 64 niveaus in elkaar. Controleer de inspringing en de haken; een beleid is hooguit zo'n tien niveaus diep.",
            id="te diep",
        ),
        pytest.param(
            b"a:\n" + b"- 1\n" * MAX_KNOPEN,
            "49999:3 te-veel: Dit bestand bevat meer dan 50 000 sleutels en waarden. Controleer of dit het goede bestand is; een beleid heeft er hooguit enkele duizenden.",
            id="te veel",
        ),
        pytest.param(
            "".join(f"k{nummer}: 1\n" for nummer in range(MAX_KNOPEN // 2)).encode(),
            "25000:1 te-veel: Dit bestand bevat meer dan 50 000 sleutels en waarden. Controleer of dit het goede bestand is; een beleid heeft er hooguit enkele duizenden.",
            id="te veel sleutels",
        ),
    ],
)
def test_bestand_dat_geen_beleid_kan_zijn(raw: bytes, fout: str) -> None:
    assert voluit(fouten_in(raw)) == [fout]


@pytest.mark.parametrize(
    "tekst",
    [
        pytest.param("a: " + "[" * (MAX_DIEPTE - 1) + "]" * (MAX_DIEPTE - 1), id="precies 64 niveaus"),
        pytest.param("a:\n" + "- 1\n" * (MAX_KNOPEN - 3), id="precies 50 000 knopen in een lijst"),
        pytest.param(
            "".join(f"k{nummer}: 1\n" for nummer in range(MAX_KNOPEN // 2 - 1)), id="bijna 50 000 knopen in een mapping"
        ),
        pytest.param("a: " + "x" * (MAX_BYTES - 3), id="precies 1 MB"),
    ],
)
def test_net_binnen_de_grens(tekst: str) -> None:
    assert len(lees(tekst)) >= 1


def test_de_boodschap_van_de_fout_noemt_pad_en_plaats() -> None:
    with pytest.raises(UnreadableFileError) as gevangen:
        parse_source(b"a: 1\na: 2\n1: b\n", BELEID)
    assert str(gevangen.value) == (
        "beleid.yaml:2:1: De sleutel `a` staat hier dubbel; hij staat al op regel 1, kolom 1. Voeg de twee samen, of haal er een weg.\n"
        'beleid.yaml:3:1: De sleutel `1` is een getal; een sleutel moet tekst zijn. Zet er aanhalingstekens om: `"1":`.'
    )


def lees_pad(path: Path) -> list[str]:
    with pytest.raises(UnreadableFileError) as gevangen:
        read_source(path)
    assert gevangen.value.path == path
    return voluit(list(gevangen.value.faults))


def test_leest_een_bestand_en_een_verwijzing_ernaar(tmp_path: Path) -> None:
    bestand, verwijzing = tmp_path / "b.yaml", tmp_path / "v.yaml"
    bestand.write_bytes(b"a: 1\n")
    verwijzing.symlink_to(bestand)
    assert (read_source(bestand).data, read_source(verwijzing).data, read_source(verwijzing).path) == (
        {"a": 1},
        {"a": 1},
        verwijzing,
    )


_ONTBREEKT = "1:1 bestand-ontbreekt: Dit bestand bestaat niet. Controleer de naam en de map."
_BIJZONDER = (
    "1:1 geen-bestand: Dit is geen gewoon bestand maar een apparaat, een pijp of een socket. Noem een gewoon tekstbestand."
)
_ONLEESBAAR = "1:1 niet-te-lezen: Het besturingssysteem kan dit bestand niet lezen. Controleer het pad en de schijf, of maak een kopie op een andere plek."


@pytest.fixture
def bijzonder(tmp_path: Path) -> Iterator[dict[str, Path]]:
    paden = {
        naam: tmp_path / naam
        for naam in ("weg", "map", "kapotte verwijzing", "rondlopende verwijzing", "pijp", "socket", "bestand")
    }
    paden["map"].mkdir()
    paden["kapotte verwijzing"].symlink_to(paden["weg"])
    paden["rondlopende verwijzing"].symlink_to(paden["rondlopende verwijzing"])
    os.mkfifo(paden["pijp"])
    paden["bestand"].write_bytes(b"a: 1\n")
    paden |= {
        "onder een bestand": paden["bestand"] / "x",
        "apparaat": Path("/dev/zero"),
        "NUL in het pad": Path("a\0b"),
        "lange naam": Path("x" * 5000),
    }
    with socket.socket(socket.AF_UNIX) as greep:
        greep.bind(str(paden["socket"]))
        yield paden


@pytest.mark.parametrize(
    ("naam", "fout"),
    [
        pytest.param("weg", _ONTBREEKT, id="ontbreekt"),
        pytest.param("kapotte verwijzing", _ONTBREEKT, id="verwijzing naar niets"),
        pytest.param("onder een bestand", _ONTBREEKT, id="een bestand als map"),
        pytest.param(
            "map", "1:1 map: Dit is een map, geen bestand. Noem het bestand in deze map dat u wilt toetsen.", id="een map"
        ),
        pytest.param("pijp", _BIJZONDER, id="een pijp, zonder te wachten"),
        pytest.param("socket", _BIJZONDER, id="een socket"),
        pytest.param("apparaat", _BIJZONDER, id="een apparaat zonder eind"),
        pytest.param("rondlopende verwijzing", _ONLEESBAAR, id="een verwijzing naar zichzelf"),
        pytest.param("NUL in het pad", _ONLEESBAAR, id="een NUL in het pad"),
        pytest.param("lange naam", _ONLEESBAAR, id="een te lange naam"),
    ],
)
def test_pad_zonder_leesbaar_bestand(naam: str, fout: str, bijzonder: dict[str, Path]) -> None:
    assert lees_pad(bijzonder[naam]) == [fout]


def test_geen_leesrecht(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bestand = tmp_path / "b.yaml"
    bestand.write_bytes(b"a: 1\n")
    bestand.chmod(0)
    if os.access(bestand, os.R_OK):  # de beheerder mag alles lezen; doe dan alsof

        def weiger(*_: object) -> int:
            raise PermissionError

        monkeypatch.setattr(os, "open", weiger)
    assert lees_pad(bestand) == [
        "1:1 geen-leesrecht: U mag dit bestand niet lezen. Vraag de eigenaar om leesrecht, of kies een ander bestand."
    ]


def test_een_bestand_dat_tussendoor_een_pijp_wordt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bestand, pijp = tmp_path / "b.yaml", tmp_path / "pijp"
    bestand.write_bytes(b"a: 1\n")
    os.mkfifo(pijp)
    echt = os.open
    monkeypatch.setattr(os, "open", lambda _, vlaggen: echt(pijp, vlaggen))
    assert lees_pad(bestand) == [_BIJZONDER]


SRC = Path(bouw.__file__).parents[2]


_BOM = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{nu}: &{nu} [{','.join(['*' + eerder] * 9)}]\n" for eerder, nu in zip("abcdefghi", "bcdefghij", strict=True)
)
_GEHEUGEN = 200 * 2**20
_MEET = """
    import resource, sys, time
    from pathlib import Path
    resource.setrlimit(resource.RLIMIT_DATA, (int(sys.argv[2]),) * 2)
    from beleidscheck.source import read_source
    from beleidscheck.errors import UnreadableFileError
    if sys.argv[3:]:
        from beleidscheck.source import bouw, ontleder
        bouw.build.__defaults__ = (ontleder.PythonOntleder,)
    begin = time.process_time()
    try:
        read_source(Path(sys.argv[1]))
    except UnreadableFileError as exc:
        print(exc.faults[0].code, round(time.process_time() - begin, 3))
"""


def meet(bestand: Path, *opties: str, geheugen: int = _GEHEUGEN) -> subprocess.CompletedProcess[str]:
    opdracht = [sys.executable, "-c", textwrap.dedent(_MEET), str(bestand), str(geheugen), *opties]
    return subprocess.run(
        opdracht, env={**os.environ, "PYTHONPATH": str(SRC)}, capture_output=True, text=True, timeout=60, check=False
    )


_ZWAAR = [
    pytest.param(_BOM, "anker", id="alias-bom"),
    pytest.param("a: " + "[" * 10_000 + "]" * 10_000, "te-diep", id="10 000 haken"),
    pytest.param("a: " + "{a: " * 10_000, "te-diep", id="10 000 accolades"),
    pytest.param("- " * 10_000 + "a", "te-diep", id="10 000 streepjes"),
    pytest.param("".join(" " * diep + "a:\n" for diep in range(1_000)), "te-diep", id="1000 niveaus inspringing"),
    pytest.param("? " * 10_000 + "a", "sleutel", id="10 000 sleutels in elkaar"),
    pytest.param("? " + "[" * 100_000, "sleutel", id="100 000 haken in een sleutel"),
    pytest.param("{" * 100_000, "sjabloon", id="100 000 accolades zonder sleutel"),
]
_ALLEEN_SNEL = [
    pytest.param("a: x\n" * 10_000_000, "te-groot", id="50 MB"),
    pytest.param("[1, " * 2_000 + "a: [" + "1," * 400_000, "te-diep", id="1 MB haken en getallen"),
    pytest.param("a: [" + "1," * 400_000, "te-veel", id="400 000 getallen"),
    pytest.param("a: 1\n" * 199_000, "dubbele-sleutel", id="200 000 dubbele sleutels"),
    pytest.param("a: {b: x" + ", y" * 300_000, "komma", id="300 000 komma's"),
    pytest.param(f'"{"k" * 500_000}": \n' + " a: 1\n" * 80_000, "yaml", id="een sleutel van 500 kB"),
    pytest.param(
        "".join(f"%TAG !t{nummer}! x\n" for nummer in range(60_000)) + "---\na: 1\n", "instructie", id="60 000 instructies"
    ),
    pytest.param(
        "a: 1\n...\n" + "".join(f"%TAG !t{nummer}! x\n" for nummer in range(60_000)) + "---\n",
        "meer-documenten",
        id="60 000 instructies achteraf",
    ),
    pytest.param("a:\n" + "\n" * 900_000 + "  b: 1\n c: 2: 3", "inspringing", id="900 000 lege regels"),
    pytest.param("a: " + "\x01" * 900_000, "teken", id="900 000 onzichtbare tekens"),
    pytest.param("a: x\n " + "- " * 400_000 + "b: c: d", "streepje", id="400 000 streepjes op een vervolgregel"),
]


@pytest.mark.parametrize(("tekst", "code"), [*_ZWAAR, *_ALLEEN_SNEL])
def test_zware_invoer_blijft_onder_een_seconde_en_200_mb(tekst: str, code: str, tmp_path: Path) -> None:
    bestand = tmp_path / "zwaar.yaml"
    bestand.write_text(tekst, encoding="utf-8")
    uitkomst = meet(bestand)
    assert (uitkomst.stderr, uitkomst.returncode) == ("", 0)
    gezien, seconden = uitkomst.stdout.split()
    assert gezien == code
    assert float(seconden) < 1


@pytest.mark.parametrize(("tekst", "code"), _ZWAAR)
def test_zware_invoer_ook_zonder_libyaml(tekst: str, code: str, tmp_path: Path) -> None:
    bestand = tmp_path / "zwaar.yaml"
    bestand.write_text(tekst[:20_000], encoding="utf-8")
    uitkomst = meet(bestand, "python")
    assert (uitkomst.stderr, uitkomst.returncode) == ("", 0)
    gezien, seconden = uitkomst.stdout.split()
    assert gezien == code
    assert float(seconden) < 1


def test_de_geheugenmeting_kan_falen(tmp_path: Path) -> None:
    bestand = tmp_path / "gewoon.yaml"
    bestand.write_bytes(b"a: [" + b"1," * 400_000)
    assert "MemoryError" in meet(bestand, geheugen=12 * 2**20).stderr


def test_importeren_laadt_geen_yaml() -> None:
    code = "import sys, beleidscheck.source; print(sorted({'yaml', 'hashlib', 'pydantic', 'json'} & set(sys.modules)))"
    uitkomst = subprocess.run(
        [sys.executable, "-S", "-c", code], env={"PYTHONPATH": str(SRC)}, capture_output=True, text=True, check=True
    )
    assert uitkomst.stdout == "[]\n"
