"""Vijandige en verkeerde invoer: een Nederlandse fout met plaats en remedie, de rest gaat door, en nooit een traceback."""

from __future__ import annotations

import copy
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from beleidscheck.cli.start import run
from tests.hulp.opdracht import DAG, ENGELS, KORT, MODEL, PO, PROTOCOL, VOLLEDIG, draai, own_environment
from tests.hulp.toetsbank import WEG, paden, voorbeeld, wijzig

FORMATEN: Final = ("terminal", "json", "markdown", "html")
KOP: Final = f"formaat: 1\nkaders:\n  - {MODEL}\nbeleid:\n  titel: Beleid\nschool:\n  naam: De Proef\n  sector: vo\n  regio: elders\n"


def _nested(diepte: int) -> bytes:
    return b"a: " + b"[" * diepte + b"]" * diepte


def _aliases() -> bytes:
    eerste = b'a: &a ["x","x","x","x","x","x","x","x","x"]\n'
    return eerste + b"".join(f"{b}: &{b} [{','.join([f'*{a}'] * 9)}]\n".encode() for a, b in zip("abcdefgh", "bcdefghi", strict=True))


#: Wat er in het bestand staat, waar de fout valt, en het begin van de zin.
ONLEESBAAR: Final[dict[str, tuple[bytes | None, str, str]]] = {
    "ontbreekt": (None, "1:1", "Dit bestand bestaat niet. Controleer de naam en de map."),
    "leeg": (b"", "1:1", "Dit bestand is leeg."),
    "alleen wit": (b" \n\n", "1:1", "Dit bestand is leeg."),
    "alleen commentaar": (b"# komt nog\n", "1:1", "In dit bestand staat alleen commentaar"),
    "binair": (bytes(range(256)) * 40, "3:115", "Dit is geen tekstbestand"),
    "word": (b"PK\x03\x04" + b"\x00" * 200, "1:1", "Dit is een Word-, Excel- of zipbestand, geen tekstbestand."),
    "geen utf-8": ("formaat: 1\nbeleid: één\n".encode("latin-1"), "2:9", "Hier staat een teken dat geen UTF-8 is (byte E9)"),
    "utf-16": ("formaat: 1\n".encode("utf-16"), "1:1", "Dit bestand is bewaard als UTF-16 of UTF-32."),
    "geen yaml": (b"beleid:\n  titel: [een\nschool:\n", "2:10", "De haak `[` wordt niet gesloten. Zet `]` achter de laatste waarde"),
    "losse tekst": (b"Beste ouders, dit is ons beleid.\n", "1:1", "Dit bestand bestaat uit losse tekst"),
    "lijst": (b"- een\n- twee\n", "1:1", "Dit bestand bestaat uit een lijst"),
    "50 MB": (b"# beleid\n" * (50 * 1024 * 1024 // 9), "1:1", "Dit bestand is groter dan 1 MB."),
    "aliasbom": (_aliases(), "1:4", "Hier staat het anker `&a`, en ankers zijn niet toegestaan."),
    "diepte 10 000": (_nested(10_000), "1:67", "Hier staan meer dan 64 niveaus in elkaar."),
    "python-object": (
        b'beleid: !!python/object/apply:os.system ["touch gehackt"]\n',
        "1:9",
        "Hier staat de tag `!!python/object/apply:os.system`",
    ),
}
EEN_FOUT: Final = set(ONLEESBAAR) - {"aliasbom"}


def _write(map_: Path, soort: str) -> Path:
    beleid = map_ / "b.yaml"
    inhoud = ONLEESBAAR[soort][0]
    if inhoud is not None:
        beleid.write_bytes(inhoud)
    return beleid


def _faults(uit: str) -> list[str]:
    """Return each fault of an unreadable report on one line: `bestand:regel:kolom zin remedie`."""
    blokken = re.split(r"^✗ (?=.*:\d+:\d+$)", uit, flags=re.MULTILINE)[1:]
    return [" ".join(re.split(r"\n(?:─|✗|\n)", blok)[0].split()) for blok in blokken]


@pytest.mark.parametrize("soort", ONLEESBAAR)
def test_onleesbaar_bestand(soort: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_bytes(KORT.read_bytes())
    (tmp_path / "c.yaml").write_bytes(PO.read_bytes())
    _write(tmp_path, soort)
    klaar = draai(capsys, "toets", "a.yaml", "b.yaml", "c.yaml", *DAG, "--formaat", "json")
    assert (klaar.code, klaar.fout) == (2, "")
    goed, fout, ook_goed = json.loads(klaar.uit)["rapporten"]
    assert (goed["status"], fout["status"], ook_goed["status"]) == ("gereed", "onleesbaar", "gereed")

    tekst = draai(capsys, "toets", "b.yaml", *DAG).uit
    (eerste, *meer) = _faults(tekst)
    _, plaats, zin = ONLEESBAAR[soort]
    assert eerste.startswith(f"b.yaml:{plaats} {zin}")
    assert (not meer) is (soort in EEN_FOUT)
    assert all(een["remedie"] for een in fout["fouten"])
    assert not ENGELS.findall(" ".join(_faults(tekst)))
    assert not (tmp_path / "gehackt").exists()


@pytest.mark.parametrize("opdracht", ["publiceer", "toets --kader"])
@pytest.mark.parametrize("soort", ONLEESBAAR)
def test_onleesbaar_bestand_elders(
    soort: str, opdracht: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    _write(tmp_path, soort)
    klaar = draai(capsys, "publiceer", "b.yaml") if opdracht == "publiceer" else draai(capsys, "toets", KORT, *DAG, "--kader", "b.yaml")
    assert (klaar.code, klaar.uit) == (2, "")
    _, plaats, zin = ONLEESBAAR[soort]
    assert f"b.yaml:{plaats}" in klaar.fout
    assert zin in " ".join(klaar.fout.split())


@pytest.mark.traag
@pytest.mark.parametrize("soort", ONLEESBAAR)
def test_onleesbaar_bestand_kost_weinig(soort: str, tmp_path: Path) -> None:
    seconden, megabytes = _cost(["toets", str(_write(tmp_path, soort)), *DAG], code=2)
    assert seconden < 5, "in rust is dit een derde seconde; een volle machine krijgt de ruimte"
    assert megabytes < 200


AANVALLEN: Final = {
    "streepjes": "- " * 9_900 + "a",
    "haken": "[" * 19_900,
    "citaten": "> " * 9_900 + "a",
    "sterren": "*_" * 9_900 + "a",
    "afbeeldingen": "![a](" * 3_900,
    "opvultekst": "[naam " * 3_300,
    "wit": "nog" + " " * 19_000 + "in te vullen dan",
    "getallen": "4 keer in 12 schoolweken " * 790,
    "cijfers": "1" * 19_900,
    "adressen": "http://" * 2_800,
    "tabel": "a | b\n---|---\n" + "x | y\n" * 3_000,
}


@pytest.mark.traag
@pytest.mark.parametrize("opdracht", ["terminal", "html", "publiceer"])
@pytest.mark.parametrize("aanval", AANVALLEN)
def test_lang_proza_kost_weinig(aanval: str, opdracht: str, tmp_path: Path) -> None:
    beleid = tmp_path / "a.yaml"
    beleid.write_text(_with_prose(AANVALLEN[aanval]), encoding="utf-8")
    uit = ["--uit", str(tmp_path / "uit.html")]
    argv = ["publiceer", str(beleid), *DAG, *uit] if opdracht == "publiceer" else ["toets", str(beleid), *DAG, "--formaat", opdracht, *uit]
    seconden, megabytes = _cost(argv, code=0 if opdracht == "publiceer" else None)
    assert seconden < 5
    assert megabytes < 200


@pytest.mark.traag
@pytest.mark.parametrize(
    "regels",
    [
        pytest.param("".join(f"onbekend{n}: 1\n" for n in range(20_000)), id="onbekende sleutels"),
        pytest.param("rollen:\n" + "".join(f"  mentorr{n}: x\n" for n in range(20_000)), id="onbekende rollen"),
        pytest.param("kaders:\n" + "".join(f"  - kader{n}@1\n" for n in range(20_000)), id="onbekende kaders"),
        pytest.param("school: 1\n" * 20_000, id="dubbele sleutels"),
        pytest.param("".join(f"a{n}: !tag x\n" for n in range(20_000)), id="tags"),
    ],
)
def test_duizenden_fouten_kosten_weinig(regels: str, tmp_path: Path) -> None:
    beleid = tmp_path / "a.yaml"
    beleid.write_text(regels, encoding="utf-8")
    seconden, megabytes = _cost(["toets", str(beleid), *DAG], code=2)
    assert seconden < 5
    assert megabytes < 200


def _cost(argv: list[str], *, code: int | None) -> tuple[float, float]:
    """Return the seconds and the MB of memory that a command takes in a process of its own."""
    begin = time.monotonic()
    proces = subprocess.Popen(
        [sys.executable, "-m", "beleidscheck", *argv], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=own_environment()
    )
    _, status, verbruik = os.wait4(proces.pid, 0)
    proces.returncode = os.waitstatus_to_exitcode(status)
    assert proces.returncode == code if code is not None else proces.returncode in {0, 1}
    return time.monotonic() - begin, verbruik.ru_maxrss / 1024


def _with_prose(tekst: str) -> str:
    """Return the complete example with this text as its vision."""
    blok = "  visie: |\n" + "".join(f"    {regel}\n" for regel in tekst.split("\n"))
    nieuw, aantal = re.subn(r"  visie: >-\n(?:    .*\n)+", lambda _: blok, VOLLEDIG.read_text(encoding="utf-8"), count=1)
    assert aantal == 1
    return nieuw


# ---- Fouten van wie schrijft: alle tegelijk ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tekst", "fouten"),
    [
        pytest.param(
            KOP + "school:\n  naam: Nog een\nvisie_en_doel:\n  visie: a\n  visie: b\n",
            [
                "10:1 De sleutel `school` staat hier dubbel; hij staat al op regel 6, kolom 1.",
                "14:3 De sleutel `visie` staat hier dubbel; hij staat al op regel 13, kolom 3.",
            ],
            id="dubbele sleutels",
        ),
        pytest.param(
            KOP + "communicatie:\n\tbeleid: Wij vertellen het.\n",
            ["11:1 Deze regel springt in met een tab; YAML kent daarvoor alleen spaties."],
            id="tab",
        ),
        pytest.param(
            KOP + "visie_en_doell:\n  visie: a\ncommunicatie:\n  belied: b\n",
            [
                "10:1 De sleutel `visie_en_doell` bestaat niet op het hoogste niveau. Bedoelde u `visie_en_doel`?",
                "13:3 De sleutel `belied` bestaat niet onder `communicatie`. Bedoelde u `beleid`?",
            ],
            id="onbekende sleutels",
        ),
        pytest.param(
            KOP + "communicatie: ja\nvisie_en_doel:\n  visie: [a]\n  doelen: geen\n",
            ["10:15 ", "12:10 ", "13:11 "],
            id="verkeerde soort",
        ),
        pytest.param(
            KOP.replace("  titel: Beleid\n", "  titel: Beleid\n  vastgesteld_op: 2026-02-30\n  ingangsdatum: 1-8-2026\n"),
            ["6:19 ", "7:17 "],
            id="onmogelijke datums",
        ),
        pytest.param(
            KOP.replace(f"  - {MODEL}\n", "  - model17@2023\n  - model16@2019\n  - noord-kennemerland\n"),
            [
                "3:5 Het kader «model17@2023» is niet bekend.",
                "4:5 Van het kader «model16» is geen versie «2019» bekend.",
                "5:5 Schrijf bij het kader «noord-kennemerland» ook de versie",
            ],
            id="onbekende kaders",
        ),
        pytest.param(
            "formaat: 1\nformaat: 1\nkaders: &k [a]\nbeleid: !t x\nschool:\n  sector: *k\n",
            ["2:1 De sleutel `formaat`", "3:9 Hier staat het anker `&k`", "4:9 Hier staat de tag `!t`", "6:11 Hier staat een sterretje met een woord eraan vast"],
            id="alles wat een lezer weigert",
        ),
        pytest.param(
            "formaat: 2\nkaders: [model16@2023]\nbeleid: {titel: ''}\nschool: {naam: X, sector: havo, regio: elders}\n"
            "rollen: {mentor: 3}\nvisie_en_doel: {visie: ja, doel: x}\n",
            [
                "1:10 Bij `formaat` staat het getal 2; dit gereedschap leest formaat 1.",
                "3:17 ",
                "4:27 Bij `school.sector` staat «havo»; dat is hier geen bekend woord. Bedoelde u `vo`?",
                "5:18 ",
                "6:28 De sleutel `doel` bestaat niet onder `visie_en_doel`. Bedoelde u `doelen`?",
            ],
            id="alles wat het formaat weigert",
        ),
    ],
)
def test_alle_fouten_tegelijk(
    tekst: str, fouten: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").write_text(tekst, encoding="utf-8")
    klaar = draai(capsys, "toets", "a.yaml", *DAG)
    assert (klaar.code, klaar.fout) == (2, "")
    gezegd = _faults(klaar.uit)
    assert len(gezegd) == len(fouten), gezegd
    for zegt, fout in zip(gezegd, fouten, strict=True):
        assert zegt.startswith(f"a.yaml:{fout}"), gezegd
    assert not ENGELS.findall(" ".join(gezegd))


# ---- Niets te toetsen ----------------------------------------------------------------------------------------------


def test_lege_map(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "leesmij.txt").write_text("x", encoding="utf-8")
    klaar = draai(capsys, "toets", tmp_path)
    assert (klaar.code, klaar.uit) == (3, "")
    assert klaar.fout == (
        f"Niets getoetst: in {tmp_path} staat geen YAML-bestand."
        " Noem een beleidsbestand, of een map waarin er een staat dat op .yaml eindigt.\n"
    )


@pytest.mark.parametrize(
    ("tekst", "waarom"),
    [
        pytest.param(KOP.replace(f"kaders:\n  - {MODEL}\n", ""), "Het beleid noemt geen kader.", id="geen sleutel"),
        pytest.param(KOP.replace(f"  - {MODEL}\n", ""), "Het beleid noemt geen kader.", id="lege sleutel"),
        pytest.param(KOP.replace(f"kaders:\n  - {MODEL}\n", "kaders: []\n"), "Het beleid noemt geen kader.", id="lege lijst"),
        pytest.param(
            KOP.replace(MODEL, PROTOCOL).replace("sector: vo", "sector: po"),
            f"Geen enkele norm van {PROTOCOL} geldt voor deze school.",
            id="protocol op een basisschool",
        ),
    ],
)
def test_niets_getoetst(tekst: str, waarom: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    beleid = tmp_path / "a.yaml"
    beleid.write_text(tekst, encoding="utf-8")
    for formaat in FORMATEN:
        klaar = draai(capsys, "toets", beleid, *DAG, "--formaat", formaat)
        assert klaar.code == 3
        zonder_opmaak = " ".join(re.sub(r"<[^>]+>|[\\`]", "", klaar.uit).split())
        assert waarom.replace("`", "") in zonder_opmaak
        assert not re.search(r"\bgereed\b", klaar.uit.replace('"gereed": 0', ""))


def test_gevraagd_kader_zonder_norm_voor_deze_school(capsys: pytest.CaptureFixture[str]) -> None:
    klaar = draai(capsys, "toets", PO, *DAG, "--kader", PROTOCOL)
    assert klaar.code == 3
    assert f"Geen enkele norm van {PROTOCOL} geldt voor deze school." in " ".join(klaar.uit.split())


# ---- Onveilig proza ------------------------------------------------------------------------------------------------

ONVEILIG: Final = (
    '<script>alert("x")</script> <img src=x onerror=alert(1)> <iframe src="https://kwaad.example"></iframe> <svg onload=alert(1)>\n'
    "[klik](javascript:alert(1)) [data](data:text/html,<script>alert(1)</script>) [vb](vbscript:x) <javascript:alert(1)>\n\n"
    "![reus](https://kwaad.example/reus-100000x100000.png) ![ingesloten](data:image/png;base64,AAAA)\n\n"
    '"><script>alert(2)</script> {{ 7331 * 7331 }} {% include "x" %} &lt;script&gt; </style><script>alert(3)</script> --> ]]>\n\n'
    "[ref]: javascript:alert(4)\n\n[ref] <a href='javascript:alert(5)' style='background:url(https://kwaad.example)'>x</a>\n"
)


class _Lezer(HTMLParser):
    """Ziet elk element en elk adres op een pagina zoals een browser ze ziet."""

    ADRES: Final = {"href", "src", "srcset", "action", "formaction", "data", "poster", "background", "xlink:href"}

    def __init__(self) -> None:
        super().__init__()
        self.elementen: set[str] = set()
        self.adressen: set[str] = set()
        self.handelaars: set[str] = set()
        self.stijl = ""
        self._in_stijl = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elementen.add(tag)
        self.adressen |= {waarde or "" for naam, waarde in attrs if naam in self.ADRES}
        self.handelaars |= {naam for naam, _ in attrs if naam.startswith("on")}
        self.stijl += "".join(waarde or "" for naam, waarde in attrs if naam == "style")
        self._in_stijl = tag == "style"

    def handle_endtag(self, tag: str) -> None:
        self._in_stijl = self._in_stijl and tag != "style"

    def handle_data(self, data: str) -> None:
        self.stijl += data if self._in_stijl else ""


@pytest.mark.parametrize("opdracht", ["publiceer", "toets"])
def test_onveilig_proza_in_html(opdracht: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    beleid, pagina = tmp_path / "a.yaml", tmp_path / "uit.html"
    beleid.write_text(_everywhere(ONVEILIG), encoding="utf-8")
    formaat = [] if opdracht == "publiceer" else ["--formaat", "html"]
    assert draai(capsys, opdracht, beleid, *DAG, "--uit", pagina, *formaat).code in {0, 1}
    tekst = pagina.read_text(encoding="utf-8")
    assert "kwaad.example" in tekst, "woorden van de school gaan niet verloren"
    lezer = _Lezer()
    lezer.feed(tekst)
    assert not lezer.elementen & {"script", "iframe", "object", "embed", "form", "input", "base", "img", "video", "audio"}
    assert not lezer.handelaars
    assert all(re.match(r"#|https?://|mailto:|tel:", adres) for adres in lezer.adressen), lezer.adressen
    assert lezer.stijl
    assert not re.search(r"url\(|@import|expression|kwaad", lezer.stijl)
    assert str(7331 * 7331) not in tekst, "een sjabloon in proza wordt niet uitgevoerd"


@pytest.mark.parametrize("opdracht", ["publiceer", "toets"])
def test_onveilig_proza_in_markdown(opdracht: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - een ruime lezer, zoals die van een ander

    beleid, pagina = tmp_path / "a.yaml", tmp_path / "uit.md"
    beleid.write_text(_everywhere(ONVEILIG), encoding="utf-8")
    assert draai(capsys, opdracht, beleid, *DAG, "--uit", pagina, "--formaat", "markdown").code in {0, 1}
    ruim = MarkdownIt("commonmark", {"html": True}).enable("table")
    ruim.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005 - de naam ligt vast
    lezer = _Lezer()
    lezer.feed(ruim.render(pagina.read_text(encoding="utf-8")))
    assert not lezer.elementen & {"script", "iframe", "img", "svg", "form", "object", "style"}
    assert not lezer.handelaars
    assert all(re.match(r"#|https?://|mailto:|tel:", adres) for adres in lezer.adressen), lezer.adressen


@pytest.mark.parametrize("formaat", ["terminal", "json"])
def test_onveilig_proza_in_tekst(formaat: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    beleid = tmp_path / "a\x1b[31m\u202e.yaml"
    beleid.write_text(_everywhere(ONVEILIG), encoding="utf-8")
    uit = draai(capsys, "toets", beleid, *DAG, "--formaat", formaat).uit
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", uit)


def _everywhere(tekst: str) -> str:
    """Return the complete example with this text in every field of prose and every name that a school may write."""
    data = _voorbeeld()
    for pad in ("visie_en_doel.visie", "communicatie.beleid", "betrokkenheid.beleid", "langdurig_afwezig.beleid"):
        data = wijzig(data, pad, tekst) if pad in paden(data) else data
    een_regel = " ".join(tekst.split())
    for pad in ("beleid.titel", "school.naam", "school.gemeente", "rollen.mentor"):
        data = wijzig(data, pad, een_regel[:200])
    return json.dumps(data, ensure_ascii=False)


# ---- Willekeurige fouten -------------------------------------------------------------------------------------------


def _voorbeeld() -> dict[str, Any]:
    """Return the values of the complete example."""
    return voorbeeld().data


@cache
def _alle_paden() -> list[str]:
    return paden(_voorbeeld())


WOORDEN: Final = [
    *("", "x", "ja", "nee", "mentor", "direct", "elke", "per_les", "6 weken", "5000 keer", "meer dan 3 lesuren", "0 dagen", "100%", "1,5 uur"),
    *("2026-10-01", "0001-01-01", "9999-12-31", "1900-02-28", "2199-12-31", "29-02", "02-29", "24:00", "00:00", "-1", "1e400", "nan"),
    *("Nader in te vullen.", "[naam school]", "<b>vet</b>", "[a](javascript:x)", "é\u0301", "👩\u200d🏫", "a" * 300, "| a | b |", "- \n- ", "`", "\\"),
    *("model16@2023", "noord-kennemerland@2024-2025", "nk2024.school.mdo-6-weken", "https://x.example", "../../etc", "#fff", "geen"),
]
WAARDEN: Final = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**6), 10**6)
    | st.floats(-1e6, 1e6, allow_nan=False)
    | st.sampled_from(WOORDEN)
    | st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=30),
    lambda deel: st.lists(deel, max_size=3) | st.dictionaries(st.sampled_from([*WOORDEN[:8], "beleid", "wie", "stappen", "id"]), deel, max_size=3),
    max_leaves=6,
)


@cache
def _paden_per_sleutel() -> dict[str, list[str]]:
    per_sleutel: dict[str, list[str]] = {}
    for pad in _alle_paden():
        per_sleutel.setdefault(_sleutel(pad), []).append(pad)
    return per_sleutel


def _sleutel(pad: str) -> str:
    return re.sub(r"\[\d+\]", "[]", pad).rpartition(".")[2]


@st.composite
def _mutaties(draw: st.DrawFn) -> dict[str, Any]:
    """Return the complete example with one to six changes.

    Most are mild, so that the policy still loads and the rest of the chain meets it: a value taken away or emptied, a list
    turned round, doubled or cut, a value from another place with the same key, another text. The others are any value at all.
    """
    data = _voorbeeld()
    wild = draw(st.integers(0, 9)) == 0
    for _ in range(draw(st.integers(1, 6))):
        pad = draw(st.sampled_from(_alle_paden()))
        try:
            oud = _at(data, pad)
            data = wijzig(data, pad, draw(WAARDEN) if wild else draw(_mild(pad, oud)))
        except (KeyError, IndexError, TypeError, AttributeError, ValueError):
            continue  # een eerdere wijziging heeft dit pad al weggehaald
    return data


def _mild(pad: str, oud: Any) -> st.SearchStrategy[object]:  # noqa: ANN401 - elke waarde
    elders = st.sampled_from(_paden_per_sleutel()[_sleutel(pad)]).map(lambda ander: copy.deepcopy(_at(_voorbeeld(), ander)))
    keuzes: list[st.SearchStrategy[object]] = [st.just(WEG), elders, elders]
    if isinstance(oud, list):
        keuzes += [st.sampled_from([oud[::-1], oud * 2, oud[:1], oud[1:] or oud])]
    elif isinstance(oud, dict):
        keuzes += [st.sampled_from([dict(reversed(oud.items())), {sleutel: oud[sleutel] for sleutel in list(oud)[:1]}])]
    elif isinstance(oud, str) and " " in oud:
        keuzes += [st.sampled_from([*WOORDEN, ONVEILIG]), st.text(max_size=40)]
    elif isinstance(oud, int):
        keuzes += [st.integers(0, 60)]
    return st.one_of(keuzes)


def _at(data: Any, pad: str) -> Any:  # noqa: ANN401 - elke waarde
    for deel in re.findall(r"[^.\[\]]+", pad):
        data = data[int(deel)] if isinstance(data, list) else data[deel]
    return data


def _keten(data: dict[str, Any]) -> None:
    """Run the whole chain on a policy; every exit code is one of ours, and errors come without traceback."""
    with tempfile.TemporaryDirectory() as map_:
        beleid, uit = Path(map_, "a.yaml"), Path(map_, "uit")
        beleid.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        codes = {run(["toets", str(beleid), *DAG, "--formaat", formaat, "--uit", str(uit / f"r.{formaat}")]) for formaat in FORMATEN}
        (code,) = codes
        assert code in {0, 1, 2, 3}
        gepubliceerd = run(["publiceer", str(beleid), *DAG, "--uit", str(uit / "b.html")])
        assert gepubliceerd == (code if code in {2, 3} and not (uit / "b.html").exists() else 0)
        assert (uit / "r.html").read_text(encoding="utf-8").endswith("</html>\n")


_INSTELLING: Final = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large]}


@settings(max_examples=25, **_INSTELLING)  # type: ignore[arg-type]
@given(_mutaties())
def test_willekeurige_wijzigingen(data: dict[str, Any]) -> None:
    _keten(data)


@pytest.mark.traag
@settings(max_examples=300, **_INSTELLING)  # type: ignore[arg-type]
@given(_mutaties())
def test_heel_veel_willekeurige_wijzigingen(data: dict[str, Any]) -> None:
    _keten(data)


@pytest.mark.traag
@settings(max_examples=300, **_INSTELLING)  # type: ignore[arg-type]
@given(st.binary(max_size=400) | st.text(max_size=300).map(str.encode) | st.sampled_from([KOP.encode()]).flatmap(lambda kop: st.binary(max_size=60).map(lambda staart: kop + staart)))
def test_willekeurige_bytes(inhoud: bytes) -> None:
    with tempfile.TemporaryDirectory() as map_:
        beleid = Path(map_, "a.yaml")
        beleid.write_bytes(inhoud)
        assert run(["toets", str(beleid), *DAG, "--uit", f"{map_}/r.txt"]) in {0, 1, 2, 3}


@pytest.mark.parametrize("dag", ["2000-01-01", "2099-12-31"])
@pytest.mark.parametrize("datum", ["1900-01-01", "2199-12-31", "0001-01-01", "9999-12-31"])
def test_verre_datums_rekenen_gewoon(datum: str, dag: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = _voorbeeld()
    for pad in _alle_paden():
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", str(_at(data, pad))):
            data = wijzig(data, pad, datum)
    beleid = tmp_path / "a.yaml"
    beleid.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    for formaat in FORMATEN:
        assert draai(capsys, "toets", beleid, "--peildatum", dag, "--formaat", formaat).code in {0, 1, 2}
    assert draai(capsys, "publiceer", beleid, "--peildatum", dag, "--uit", tmp_path / "b.html").code in {0, 2}
