from __future__ import annotations

import hashlib
import os
import pickle
import socket
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from yaml.events import Event, ScalarEvent

from beleidscheck.errors import Fault, UnreadableFileError
from beleidscheck.source import Pad, Position, Source, bouw, dotted, ontleder, parse_dotted, parse_source, read_source
from beleidscheck.source.bestand import MAX_BYTES, VERBODEN_TEKEN
from beleidscheck.source.bouw import MAX_DIEPTE, MAX_KNOPEN, Ontleed, build
from beleidscheck.source.fouten import MAX_FOUTEN
from beleidscheck.source.ontleder import ONTLEDER, Ontleder, PythonOntleder
from beleidscheck.source.plaats import Regels
from beleidscheck.source.scalar import read_scalar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

BELEID = Path("beleid.yaml")
SRC = Path(bouw.__file__).parents[2]

#: Elke uitleg geldt voor beide ontleders; zonder libyaml is er maar één.
ONTLEDERS = [
    pytest.param(ONTLEDER, id="libyaml"),
    pytest.param(PythonOntleder, id="python"),
]
beide_ontleders = pytest.mark.parametrize("ontleder_klasse", ONTLEDERS)


def lees(tekst: str) -> dict[str, Any]:
    return parse_source(tekst.encode(), BELEID).data


def plaats_en_code(fouten: list[Fault]) -> list[str]:
    return [f"{fout.regel}:{fout.kolom} {fout.code}" for fout in fouten]


def voluit(fouten: list[Fault]) -> list[str]:
    return [f"{fout.regel}:{fout.kolom} {fout.code}: {fout.zin} {fout.remedie}" for fout in fouten]


def fouten_in(raw: bytes) -> list[Fault]:
    with pytest.raises(UnreadableFileError) as gevangen:
        parse_source(raw, BELEID)
    return list(gevangen.value.faults)


# --- Wat gewoon gelezen wordt ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tekst", "data"),
    [
        pytest.param("a: 1\nb: tekst\n", {"a": 1, "b": "tekst"}, id="sleutels met waarden"),
        pytest.param("---\na: 1\n", {"a": 1}, id="een streepregel vooraf"),
        pytest.param("a: 1\n...\n", {"a": 1}, id="een eindteken achteraf"),
        pytest.param("\ufeffa: 1\n", {"a": 1}, id="een BOM vooraf"),
        pytest.param("a: 1\r\nb:\r\n  - c\r\n", {"a": 1, "b": ["c"]}, id="regeleinden van Windows"),
        pytest.param("a: 1\rb: 2\r", {"a": 1, "b": 2}, id="regeleinden van een oude Mac"),
        pytest.param('{"a": [1, {"b": null}], "c": true}', {"a": [1, {"b": None}], "c": True}, id="JSON"),
        pytest.param(
            "a: {b: [x, y], c: }\n",
            {"a": {"b": ["x", "y"], "c": None}},
            id="stroomstijl, met een lege waarde achter een dubbele punt",
        ),
        pytest.param("visie:\nschool:\n  naam:\n", {"visie": None, "school": {"naam": None}}, id="half ingevuld"),
        pytest.param(
            "a: |\n  let op: **vet**\n  - en meer\n", {"a": "let op: **vet**\n- en meer\n"}, id="bloktekst mag alles bevatten"
        ),
        pytest.param("a: >-\n  een\n  twee\n", {"a": "een twee"}, id="gevouwen bloktekst"),
        pytest.param("a: dit loopt\n  door\n", {"a": "dit loopt door"}, id="tekst over twee regels"),
        pytest.param(
            "a: J&S-coach, R&D & meer, let op!\n", {"a": "J&S-coach, R&D & meer, let op!"}, id="tekens binnen een tekst"
        ),
        pytest.param('a: "*x &y !z {{ @ ` % #1: b"\n', {"a": "*x &y !z {{ @ ` % #1: b"}, id="alles mag tussen aanhalingstekens"),
        pytest.param("a: 'm''n'\n", {"a": "m'n"}, id="een apostrof tussen enkele aanhalingstekens"),
        pytest.param('a: "een\\ttab \\u00e9\\n"\n', {"a": "een\ttab é\n"}, id="escapes"),
        pytest.param(
            "a: groep 1 # commentaar\nb: c#1\n", {"a": "groep 1", "b": "c#1"}, id="commentaar, en een hekje midden in een woord"
        ),
        pytest.param('"1": a\n"true": b\n"<<": c\n', {"1": "a", "true": "b", "<<": "c"}, id="sleutels tussen aanhalingstekens"),
        pytest.param("08:30: a\nnee: b\n08: c\n", {"08:30": "a", "nee": "b", "08": "c"}, id="dubbelzinnige sleutels zijn tekst"),
        pytest.param(
            "url:\n  https://school.nl\nmail:\n  mailto:a@b.nl\n",
            {"url": "https://school.nl", "mail": "mailto:a@b.nl"},
            id="adressen op een eigen regel",
        ),
        pytest.param(
            "a: -vrij\nb:\n  -3\nc: x-y - z\n", {"a": "-vrij", "b": -3, "c": "x-y - z"}, id="streepjes die geen lijst beginnen"
        ),
        pytest.param("- a: 1\n".replace("- a", "b:\n- a"), {"b": [{"a": 1}]}, id="een lijst zonder inspringing"),
        pytest.param("a: één € 😀\n", {"a": "één € 😀"}, id="letters van overal"),
        pytest.param("# kop\n\na: 1 # x\n\n# staart\n", {"a": 1}, id="commentaar eromheen"),
        pytest.param("? a\n: 1\n", {"a": 1}, id="een uitgeschreven sleutel"),
    ],
)
def test_leest(tekst: str, data: dict[str, Any]) -> None:
    assert lees(tekst) == data


@pytest.mark.parametrize(
    ("tekst", "waarde"),
    [
        *(
            pytest.param(tekst, tekst, id=f"tekst: {tekst}")
            for tekst in (
                "2024-08-01",
                "08:30",
                "12:30",
                "9:00",
                "1:30:00",
                "on",
                "off",
                "yes",
                "no",
                "ja",
                "nee",
                "y",
                "n",
                "Ja",
                "NEE",
                "08",
                "007",
                "010",
                "1E2",
                "1e2",
                "0x10",
                "0o17",
                "0b1",
                "1_000",
                "1.000,50",
                "1,5",
                "+3",
                "-0",
                "1.",
                ".5",
                "1.10",
                "2.50",
                ".inf",
                "-.inf",
                ".nan",
                ".NaN",
                "1234567890123456",
                "12345678.12345678",
                "-1234567890123456",
                "16 lesuren",
                "--",
                "-",
                "nul",
                "trUe",
                "nULL",
                "None",
                "١٢",
                "1\u0661",
                "06-12345678",
                "1.2.3",
            )
        ),
        pytest.param("0", 0, id="nul"),
        pytest.param("16", 16, id="een heel getal"),
        pytest.param("-3", -3, id="een negatief getal"),
        pytest.param("1.5", 1.5, id="een breuk"),
        pytest.param("-0.25", -0.25, id="een negatieve breuk"),
        pytest.param("1.0", 1.0, id="een breuk die uitkomt"),
        pytest.param("123456789012345", 123456789012345, id="vijftien cijfers"),
        pytest.param("-123456789012345", -123456789012345, id="vijftien cijfers met een min"),
        pytest.param("1234567.89012345", 1234567.89012345, id="vijftien cijfers met een punt"),
        *(pytest.param(tekst, True, id=f"ja: {tekst}") for tekst in ("true", "True", "TRUE")),
        *(pytest.param(tekst, False, id=f"nee: {tekst}") for tekst in ("false", "False", "FALSE")),
        *(pytest.param(tekst, None, id=f"niets: {tekst or 'leeg'}") for tekst in ("", "~", "null", "Null", "NULL")),
    ],
)
def test_losse_waarde(tekst: str, waarde: object) -> None:
    gelezen = read_scalar(tekst)
    assert (gelezen, type(gelezen)) == (waarde, type(waarde))


def test_sha256_gaat_over_de_ruwe_bytes() -> None:
    raw = b"\xef\xbb\xbfa: 1\r\n"
    assert parse_source(raw, BELEID).sha256 == hashlib.sha256(raw).hexdigest()


def test_source_kent_zijn_pad_en_overleeft_een_ander_proces() -> None:
    bron = parse_source(b"a: {b: [1, 2]}\n", BELEID)
    kopie = pickle.loads(pickle.dumps(bron))  # noqa: S301 - eigen gegevens
    assert (bron.path, repr(bron), kopie.data, kopie.position(("a", "b", 1))) == (
        BELEID,
        "Source('beleid.yaml')",
        bron.data,
        Position(1, 12),
    )


# --- Plaatsen -------------------------------------------------------------------------------------------------------------

GEPLAATST = """\
# commentaar
school:
  naam: 'De Boom'
  "é😀": 5
rollen:
  - naam: a
    taken: [x, {y: z}]
  -
  - |
    blok
leeg:
"""


@pytest.mark.parametrize("begin", [pytest.param("", id="zonder BOM"), pytest.param("\ufeff", id="met BOM")])
@pytest.mark.parametrize("regeleinde", ["\n", "\r\n", "\r"], ids=["unix", "windows", "mac"])
@pytest.mark.parametrize(
    ("pad", "waarde", "sleutel"),
    [
        pytest.param((), (2, 1), (2, 1), id="de wortel"),
        pytest.param(("school",), (3, 3), (2, 1), id="een mapping"),
        pytest.param(("school", "naam"), (3, 9), (3, 3), id="een tekst"),
        pytest.param(("school", "é😀"), (4, 9), (4, 3), id="een sleutel met bijzondere letters"),
        pytest.param(("rollen",), (6, 3), (5, 1), id="een lijst"),
        pytest.param(("rollen", 0), (6, 5), (6, 5), id="een deel van een lijst"),
        pytest.param(("rollen", 0, "taken"), (7, 12), (7, 5), id="een lijst tussen haken"),
        pytest.param(("rollen", 0, "taken", 1, "y"), (7, 20), (7, 17), id="diep tussen haken"),
        pytest.param(("rollen", 1), (8, 4), (8, 4), id="een leeg deel van een lijst"),
        pytest.param(("rollen", 2), (9, 5), (9, 5), id="bloktekst"),
        pytest.param(("leeg",), (11, 6), (11, 1), id="een lege waarde"),
        pytest.param(("weg",), (2, 1), (2, 1), id="ontbreekt in de wortel"),
        pytest.param(("school", "weg", "dieper"), (2, 1), (2, 1), id="ontbreekt in een mapping"),
        pytest.param(("school", "naam", "dieper"), (3, 3), (3, 3), id="dieper dan een tekst"),
        pytest.param(("rollen", 0, "weg"), (6, 5), (6, 5), id="ontbreekt in een deel van een lijst"),
        pytest.param(("rollen", 9), (5, 1), (5, 1), id="voorbij een lijst"),
        pytest.param(("rollen", -1), (5, 1), (5, 1), id="voor een lijst"),
        pytest.param(("rollen", "naam"), (5, 1), (5, 1), id="een sleutel in een lijst"),
        pytest.param(("school", 0), (2, 1), (2, 1), id="een nummer in een mapping"),
    ],
)
def test_plaats(pad: Pad, waarde: tuple[int, int], sleutel: tuple[int, int], regeleinde: str, begin: str) -> None:
    bron = parse_source((begin + GEPLAATST.replace("\n", regeleinde)).encode(), BELEID)
    assert (bron.position(pad), bron.position(pad, key=True)) == (Position(*waarde), Position(*sleutel))


@pytest.mark.parametrize(
    ("pad", "tekst"),
    [
        pytest.param((), "", id="de wortel"),
        pytest.param(("a",), "a", id="een sleutel"),
        pytest.param(("a", "b", 0, "c"), "a.b[0].c", id="sleutels en een plaats in een lijst"),
        pytest.param((3, "a"), "[3].a", id="begint met een plaats"),
        pytest.param(("0", "op-maat", "model16@2023", "é"), "0.op-maat.model16@2023.é", id="gewone sleutels"),
        pytest.param(("a b", "c.d", "e[0]", ""), '["a b"]["c.d"]["e[0]"][""]', id="bijzondere sleutels"),
        pytest.param(("a", 'x"y\\z\n\t'), 'a["x\\"y\\\\z\\n\\t"]', id="aanhalingsteken, streep en regeleinde"),
    ],
)
def test_pad(pad: Pad, tekst: str) -> None:
    assert (dotted(pad), parse_dotted(tekst)) == (tekst, pad)


@pytest.mark.parametrize("tekst", ["a..b", ".a", "a.", "a[b]", "a[-1]", "a[01]", "a[1", 'a["b]', "a b", "[0]a", 'a."b"', "a\\b"])
def test_geen_pad(tekst: str) -> None:
    with pytest.raises(ValueError, match="is geen pad") as gevangen:
        parse_dotted(tekst)
    assert str(gevangen.value) == f"«{tekst}» is geen pad. Schrijf bijvoorbeeld `rollen[0].naam`."


# --- Wat wij niet aannemen ------------------------------------------------------------------------------------------------


@beide_ontleders
@pytest.mark.parametrize(
    ("tekst", "fouten"),
    [
        pytest.param(
            "a: 1\nb:\n  c: 1\n  'c': 2\na: 3\n",
            [
                "4:3 dubbele-sleutel: De sleutel `c` staat hier dubbel; hij staat al op regel 3, kolom 3. Voeg de twee samen, of haal er een weg.",
                "5:1 dubbele-sleutel: De sleutel `a` staat hier dubbel; hij staat al op regel 1, kolom 1. Voeg de twee samen, of haal er een weg.",
            ],
            id="dubbele sleutels, met de plaats van de eerste",
        ),
        pytest.param(
            "a: &x 1\nb: *x\n",
            [
                "1:4 anker: Hier staat het anker `&x`, en ankers zijn niet toegestaan. Haal het anker weg, of zet aanhalingstekens om de tekst als het teken `&` erbij hoort.",
                "2:4 alias: Hier staat een sterretje met een woord eraan vast; dat leest YAML als een verwijzing (alias), en die zijn niet toegestaan. Schrijf hier uit waar u naar verwijst, of zet aanhalingstekens om de tekst als het sterretje erbij hoort.",
            ],
            id="anker en alias",
        ),
        pytest.param(
            "a: !!python/object:os.system x\nb: !let op\n",
            [
                "1:4 tag: Hier staat de tag `!!python/object:os.system` (een woord na een uitroepteken), en tags zijn niet toegestaan. Haal de tag weg, of zet aanhalingstekens om de tekst als het uitroepteken erbij hoort.",
                "2:4 tag: Hier staat de tag `!let` (een woord na een uitroepteken), en tags zijn niet toegestaan. Haal de tag weg, of zet aanhalingstekens om de tekst als het uitroepteken erbij hoort.",
            ],
            id="tags",
        ),
        pytest.param(
            "a:\n  <<: {b: 1}\n",
            [
                "2:3 merge: De samenvoegsleutel `<<` is niet toegestaan. Schrijf de sleutels en waarden die u wilt overnemen hier uit."
            ],
            id="samenvoegsleutel",
        ),
        pytest.param(
            "1: a\ntrue: b\n~: c\n1.5: d\n",
            [
                '1:1 sleutel: De sleutel `1` is een getal; een sleutel moet tekst zijn. Zet er aanhalingstekens om: `"1":`.',
                '2:1 sleutel: De sleutel `true` leest YAML als ja of nee; een sleutel moet tekst zijn. Zet er aanhalingstekens om: `"true":`.',
                '3:1 sleutel: De sleutel `~` leest YAML als «geen waarde»; een sleutel moet tekst zijn. Zet er aanhalingstekens om: `"~":`.',
                '4:1 sleutel: De sleutel `1.5` is een getal; een sleutel moet tekst zijn. Zet er aanhalingstekens om: `"1.5":`.',
            ],
            id="sleutels die geen tekst zijn",
        ),
        pytest.param(
            "[a]: 1\n{b: 1}: 2\n",
            [
                "1:1 sleutel: Hier is de sleutel zelf een lijst of een mapping. Gebruik een woord als sleutel; begint een tekst met een haak, zet er dan aanhalingstekens om.",
                "2:1 sleutel: Hier is de sleutel zelf een lijst of een mapping. Gebruik een woord als sleutel; begint een tekst met een haak, zet er dan aanhalingstekens om.",
            ],
            id="samengestelde sleutels",
        ),
        pytest.param(
            "{: 1}",
            [
                "1:2 sleutel: Voor de dubbele punt staat geen sleutel. Schrijf een woord voor de dubbele punt, of zet aanhalingstekens om de hele waarde."
            ],
            id="lege sleutel",
        ),
        pytest.param(
            "a: {{ naam }}\n",
            [
                "1:5 sjabloon: Hier staan dubbele accolades `{{`; dat leest YAML niet als tekst. Vul de waarde in, of zet aanhalingstekens om de hele waarde."
            ],
            id="een niet ingevuld sjabloon",
        ),
        pytest.param(
            "a: {taak: toezicht, preventief spreekuur, en meer, wie: lpa}\n",
            [
                '1:21 komma: Tussen accolades staat «preventief spreekuur» zonder dubbele punt en waarde; een komma begint daar een nieuwe sleutel. Hoort de komma bij de zin, zet dan aanhalingstekens om de hele zin: `taak: "toezicht, preventief spreekuur"`.',
                '1:43 komma: Tussen accolades staat «en meer» zonder dubbele punt en waarde; een komma begint daar een nieuwe sleutel. Hoort de komma bij de zin, zet dan aanhalingstekens om de hele zin: `taak: "toezicht, preventief spreekuur, en meer"`.',
            ],
            id="een komma in een zin tussen accolades",
        ),
        pytest.param(
            "a: {vet}\nb: {x: [], vet}\n",
            [
                "1:5 komma: Tussen accolades staat «vet» zonder dubbele punt en waarde; een komma begint daar een nieuwe sleutel. Schrijf `vet: waarde`, of zet aanhalingstekens om de tekst.",
                "2:12 komma: Tussen accolades staat «vet» zonder dubbele punt en waarde; een komma begint daar een nieuwe sleutel. Schrijf `vet: waarde`, of zet aanhalingstekens om de tekst.",
            ],
            id="een sleutel zonder waarde die geen tweede helft van een zin is",
        ),
        pytest.param(
            "a:\n  -b\n  -c\n",
            ["2:3 streepje: Achter het streepje ontbreekt een spatie. Schrijf `- b`, of zet aanhalingstekens om de tekst."],
            id="streepjes zonder spatie worden geen lijst",
        ),
        pytest.param(
            "a:\n  - b\n    - c\n",
            [
                "3:5 streepje: Deze regel begint met een streepje, maar hoort door de inspringing bij de tekst erboven. Zet het streepje recht onder de andere streepjes, of zet aanhalingstekens om de hele tekst."
            ],
            id="een te ver ingesprongen streepje wordt geen deel van de lijst",
        ),
        pytest.param(
            "a:\n  b:2\n",
            ["2:3 spatie: Achter de dubbele punt ontbreekt een spatie. Schrijf `b: 2`, of zet aanhalingstekens om de tekst."],
            id="een sleutel zonder spatie wordt geen mapping",
        ),
        pytest.param(
            "a: Groep #1 van 8\n",
            [
                "1:10 commentaar: Achter een spatie begint `#` commentaar: «#1 van 8» telt niet mee. Zet aanhalingstekens om de hele waarde, of een spatie achter `#` als het commentaar is."
            ],
            id="een hekje snijdt de waarde af",
        ),
        pytest.param(
            "a:\n\u00a0 b: 1\n",
            [
                "2:1 vreemde-spatie: Bij de sleutel «b» staat een harde of onzichtbare spatie. Vervang die door een gewone spatie; zij komt mee bij het plakken uit een ander programma."
            ],
            id="een harde spatie als inspringing",
        ),
        pytest.param(
            'a: "piep\\x07"\n"b\\r": 1\n',
            [
                "1:4 teken: Hier staat het onzichtbare teken U+0007. Haal het weg; het komt vaak mee bij het plakken uit een ander programma.",
                "2:1 teken: Hier staat het onzichtbare teken U+000D. Haal het weg; het komt vaak mee bij het plakken uit een ander programma.",
            ],
            id="een besturingsteken als escape",
        ),
    ],
)
def test_geldige_yaml_die_wij_weigeren(tekst: str, fouten: list[str], ontleder_klasse: Callable[[str], Ontleder]) -> None:
    assert voluit(build(tekst, ontleder_klasse).fouten) == fouten


@beide_ontleders
@pytest.mark.parametrize(
    ("tekst", "fout"),
    [
        pytest.param(
            "school:\n\tnaam: x\n",
            "2:1 tab: Deze regel springt in met een tab; YAML kent daarvoor alleen spaties. Vervang de tab door spaties, twee per niveau.",
            id="tab als inspringing",
        ),
        pytest.param(
            "a:\n  b: x\n\tc: y\n",
            "3:1 tab: Deze regel springt in met een tab; YAML kent daarvoor alleen spaties. Vervang de tab door spaties, twee per niveau.",
            id="tab na een tekst",
        ),
        pytest.param(
            "a: |\n\tx\n",
            "2:1 tab: Deze regel springt in met een tab; YAML kent daarvoor alleen spaties. Vervang de tab door spaties, twee per niveau.",
            id="tab in bloktekst",
        ),
        pytest.param(
            "a:\n  -\tb: c\n    d: e\n",
            "2:4 tab: Hier staat een tab waar YAML een spatie verwacht. Vervang de tab door een spatie.",
            id="tab achter een streepje",
        ),
        pytest.param(
            "actie: **vet**\n",
            '1:8 begin-teken: De waarde begint met «*», en dat teken heeft in YAML een bijzondere betekenis. Zet aanhalingstekens om de hele waarde: `"**vet**"`.',
            id="vet uit Markdown",
        ),
        pytest.param(
            "a: & meer\n",
            '1:4 begin-teken: De waarde begint met «&», en dat teken heeft in YAML een bijzondere betekenis. Zet aanhalingstekens om de hele waarde: `"& meer"`.',
            id="een en-teken",
        ),
        pytest.param(
            "a:\n  * punt\n",
            "2:3 begin-teken: Deze regel begint met een sterretje; een opsomming schrijft u in YAML met streepjes. Schrijf `- punt`, of zet aanhalingstekens om de tekst.",
            id="een opsomming uit Markdown",
        ),
        pytest.param(
            "a: @school\n",
            '1:4 begin-teken: De waarde begint met «@», en dat teken heeft in YAML een bijzondere betekenis. Zet aanhalingstekens om de hele waarde: `"@school"`.',
            id="een apenstaartje",
        ),
        pytest.param(
            "a: `code`\n",
            '1:4 begin-teken: De waarde begint met «`», en dat teken heeft in YAML een bijzondere betekenis. Zet aanhalingstekens om de hele waarde: `"`code`"`.',
            id="een accent grave",
        ),
        pytest.param(
            "a:\n  - %s\n",
            '2:5 begin-teken: De waarde begint met «%», en dat teken heeft in YAML een bijzondere betekenis. Zet aanhalingstekens om de hele waarde: `"%s"`.',
            id="een procentteken",
        ),
        pytest.param(
            "a: ? wat\n",
            '1:4 begin-teken: De waarde begint met «?», en dat teken heeft in YAML een bijzondere betekenis. Zet aanhalingstekens om de hele waarde: `"? wat"`.',
            id="een vraagteken",
        ),
        pytest.param(
            "a: , b\n",
            '1:4 begin-teken: De waarde begint met «,», en dat teken heeft in YAML een bijzondere betekenis. Zet aanhalingstekens om de hele waarde: `", b"`.',
            id="een komma vooraan",
        ),
        pytest.param(
            'a: ] "x"\n',
            "1:4 begin-teken: De waarde begint met «]», en dat teken heeft in YAML een bijzondere betekenis. Zet aanhalingstekens om de hele waarde: `'] \"x\"'`.",
            id="een losse sluithaak",
        ),
        pytest.param(
            "titel: let op: iets\n",
            '1:14 dubbele-punt: In de waarde van `titel` staat een dubbele punt; YAML leest dat als een nieuwe sleutel. Zet aanhalingstekens om de hele waarde: `titel: "let op: iets"`.',
            id="dubbele punt in een waarde",
        ),
        pytest.param(
            "a:\n  - b: c: d\n",
            '2:9 dubbele-punt: In de waarde van `b` staat een dubbele punt; YAML leest dat als een nieuwe sleutel. Zet aanhalingstekens om de hele waarde: `b: "c: d"`.',
            id="dubbele punt in een waarde in een lijst",
        ),
        pytest.param(
            "a: \u201clet op: x\u201d\n",
            '1:11 dubbele-punt: In de waarde van `a` staat een dubbele punt; YAML leest dat als een nieuwe sleutel. Zet aanhalingstekens om de hele waarde: `a: "\u201clet op: x\u201d"`. Gebruik rechte aanhalingstekens, geen gekrulde.',
            id="gekrulde aanhalingstekens",
        ),
        pytest.param(
            "a: dit is\n  let op: iets\n",
            "2:3 dubbele-punt: In een tekst die over meer regels loopt, staat een dubbele punt; YAML leest dat als een nieuwe sleutel. Zet aanhalingstekens om de hele tekst, of zet `>-` achter de sleutel en begin de tekst op de volgende regel.",
            id="dubbele punt op een vervolgregel",
        ),
        pytest.param(
            "a: {b: let op: x}\n",
            "1:14 dubbele-punt: Tussen deze haken staat een dubbele punt in een waarde; YAML leest dat als een nieuwe sleutel. Zet aanhalingstekens om de tekst waar de dubbele punt bij hoort.",
            id="dubbele punt tussen haken",
        ),
        pytest.param(
            'a: "open\nb: c\n',
            '1:4 aanhalingsteken: De tekst «"open» begint met een aanhalingsteken dat nergens wordt gesloten. Zet aan het eind van de tekst hetzelfde aanhalingsteken.',
            id="dubbel aanhalingsteken niet gesloten",
        ),
        pytest.param(
            'a: "open\n---\nb: c\n',
            '1:4 aanhalingsteken: De tekst «"open» begint met een aanhalingsteken dat nergens wordt gesloten. Zet aan het eind van de tekst hetzelfde aanhalingsteken.',
            id="niet gesloten voor een streepregel",
        ),
        pytest.param(
            "a: 's ochtends\nb: c\n",
            "1:4 aanhalingsteken: De tekst «'s ochtends» begint met een aanhalingsteken dat nergens wordt gesloten. Sluit het, of zet dubbele aanhalingstekens om de hele tekst: `\"'s ochtends\"`.",
            id="een apostrof vooraan",
        ),
        pytest.param(
            "a: 's ochtends en 's middags\n",
            "1:20 aanhalingsteken: Achter het sluitende aanhalingsteken staat nog tekst: «s middags». Zet aanhalingstekens om de hele waarde: `\"'s ochtends en 's middags\"`.",
            id="twee apostrofs",
        ),
        pytest.param(
            'a: "open" en verder\n',
            "1:11 aanhalingsteken: Achter het sluitende aanhalingsteken staat nog tekst: «en verder». Zet aanhalingstekens om de hele waarde: `'\"open\" en verder'`.",
            id="tekst na een aanhalingsteken",
        ),
        pytest.param(
            '"a" b: 1\n',
            "1:5 aanhalingsteken: Achter het sluitende aanhalingsteken staat nog tekst: «b: 1». Zet aanhalingstekens om de hele waarde.",
            id="tekst na een sleutel tussen aanhalingstekens",
        ),
        pytest.param('a: "C:\\qad"\n', None, id="onbekende escape"),
        pytest.param(
            "a: [1, 2\nb: 3\n",
            "1:4 haak: De haak `[` wordt niet gesloten. Zet `]` achter de laatste waarde, of aanhalingstekens om de tekst als de haak erbij hoort.",
            id="haak niet gesloten",
        ),
        pytest.param(
            "a: {b: 1\nc: 3\n",
            "1:4 haak: De haak `{` wordt niet gesloten. Zet `}` achter de laatste waarde, of aanhalingstekens om de tekst als de haak erbij hoort.",
            id="accolade niet gesloten",
        ),
        pytest.param(
            '{"a": [1',
            "1:7 haak: De haak `[` wordt niet gesloten. Zet `]` achter de laatste waarde, of aanhalingstekens om de tekst als de haak erbij hoort.",
            id="halve JSON",
        ),
        pytest.param(
            "a: [1}\n", "1:6 haak: De haak `[` van regel 1 wordt gesloten met `}`. Sluit hem met `]`.", id="verkeerde sluithaak"
        ),
        pytest.param(
            'a: ["x" "y"\n',
            '1:9 haak: Tussen haken ontbreekt een komma voor «"y"». Zet een komma tussen de waarden, of aanhalingstekens om de hele waarde.',
            id="komma vergeten",
        ),
        pytest.param(
            "a: [1,,2]\n",
            "1:7 haak: Tussen deze haken staat een komma zonder waarde ervoor. Haal de komma weg, of zet aanhalingstekens om de tekst waar zij bij hoort.",
            id="komma te veel",
        ),
        pytest.param(
            "a: [x](https://school.nl)\n",
            '1:7 haak: Achter de sluitende haak staat nog tekst: «(https://school.nl)». Zet aanhalingstekens om de hele waarde: `"[x](https://school.nl)"`.',
            id="een link uit Markdown",
        ),
        pytest.param(
            "a:\n  b: 1\n c: 2\n",
            "3:2 inspringing: Deze regel springt anders in dan de regels waar hij bij hoort. Zet regels van hetzelfde niveau recht onder elkaar, met twee spaties per niveau.",
            id="half teruggesprongen",
        ),
        pytest.param(
            "  a: 1\nb: 2\n",
            "2:1 inspringing: Deze regel springt anders in dan de regels waar hij bij hoort. Zet regels van hetzelfde niveau recht onder elkaar, met twee spaties per niveau.",
            id="eerste regel ingesprongen",
        ),
        pytest.param(
            "a:\n  b: 1\n   c: 2\n",
            "3:4 inspringing: Deze regel springt verder in dan regel 2, maar daar staat al een waarde. Zet `c` recht onder de sleutels waar hij bij hoort, of haal de waarde op regel 2 weg.",
            id="te ver ingesprongen",
        ),
        pytest.param(
            "a:\n  b: 1\n  - c\n",
            "3:3 inspringing: Hier staat een lijststreepje waar een sleutel hoort. Zet het streepje recht onder de andere streepjes van dezelfde lijst, of laat het inspringen onder zijn sleutel.",
            id="lijst naast sleutels",
        ),
        pytest.param(
            "a:\n  - c\n  b: 1\n",
            "3:3 inspringing: Hier staat een sleutel waar een lijststreepje hoort. Zet de sleutel recht onder de sleutels waar hij bij hoort, of begin de regel met een streepje en een spatie.",
            id="sleutel naast een lijst",
        ),
        pytest.param(
            "a: |\ntekst\nb: 1\n",
            "2:1 inspringing: Deze regel hoort bij de tekst die op regel 1 met `|` of `>` begint, maar springt niet in. Laat elke regel van die tekst inspringen, twee spaties verder dan de sleutel.",
            id="bloktekst springt niet in",
        ),
        pytest.param(
            "a: |tekst\n",
            "1:4 bloktekst: Achter `|` of `>` mag op dezelfde regel geen tekst staan. Begin de tekst op de volgende regel, twee spaties ingesprongen, of zet aanhalingstekens om de hele waarde.",
            id="tekst achter een blokteken",
        ),
        pytest.param(
            "a: 1\nb:2\nc: 3\n",
            "2:1 spatie: Achter de dubbele punt ontbreekt een spatie. Schrijf `b: 2`.",
            id="spatie na de dubbele punt vergeten",
        ),
        pytest.param(
            "a: 1\nc:\n  - d:2\n    e: 3\n",
            "3:5 spatie: Achter de dubbele punt ontbreekt een spatie. Schrijf `d: 2`.",
            id="spatie vergeten, pas op de volgende regel gemerkt",
        ),
        pytest.param(
            "a: 1\n%TAG !x\n",
            "2:1 instructie: Deze regel begint met `%`; dat leest YAML als een instructie, en instructies zijn niet toegestaan. Haal de regel weg, of zet `#` ervoor als het commentaar is.",
            id="halve instructie",
        ),
        pytest.param(
            "a:\n  - : b\n",
            "2:5 sleutel: Voor de dubbele punt staat geen sleutel. Schrijf een woord voor de dubbele punt, of zet aanhalingstekens om de hele waarde.",
            id="geen sleutel achter een streepje",
        ),
        pytest.param(
            "a:\n  - b\n  -c\n",
            "3:3 streepje: Achter het streepje ontbreekt een spatie. Schrijf `- c`.",
            id="spatie na het streepje vergeten",
        ),
        pytest.param(
            "a: - b\n",
            "1:4 streepje: Hier staat een lijststreepje achter een sleutel op dezelfde regel. Zet elk streepje op een eigen regel onder de sleutel, of zet aanhalingstekens om de hele waarde.",
            id="streepje achter een sleutel",
        ),
        pytest.param(
            "a: 1\nnog iets\nc: 3\n",
            "2:1 geen-dubbele-punt: Achter «nog iets» ontbreekt een dubbele punt met een waarde. Schrijf `nog iets: waarde`, of laat de regel inspringen als hij bij de tekst erboven hoort.",
            id="regel zonder dubbele punt",
        ),
        pytest.param(
            "Titel\nb: 1\n",
            "1:1 geen-dubbele-punt: Achter «Titel» ontbreekt een dubbele punt met een waarde. Schrijf `Titel: waarde`, of laat de regel inspringen als hij bij de tekst erboven hoort.",
            id="eerste regel zonder dubbele punt",
        ),
        pytest.param(
            "a: 1\n: 2\n",
            "2:1 sleutel: Voor de dubbele punt staat geen sleutel. Schrijf een woord voor de dubbele punt, of zet aanhalingstekens om de hele waarde.",
            id="geen sleutel",
        ),
        pytest.param(
            "a: !<x y>\n",
            "1:4 tag: Hier staat een uitroepteken; dat leest YAML als een tag, en tags zijn niet toegestaan. Haal de tag weg, of zet aanhalingstekens om de hele waarde als het uitroepteken erbij hoort.",
            id="halve tag",
        ),
        pytest.param(
            "a:\u00a0b\nc: 1\n",
            "1:1 vreemde-spatie: Op deze regel staat een harde of onzichtbare spatie waar YAML een gewone spatie verwacht. Vervang die door een gewone spatie; zij komt mee bij het plakken uit een ander programma.",
            id="harde spatie achter de dubbele punt",
        ),
        pytest.param(
            "%YAML 1.2\n---\na: 1\n",
            "1:1 instructie: Deze regel begint met `%`; dat leest YAML als een instructie, en instructies zijn niet toegestaan. Haal de regel weg, of zet `#` ervoor als het commentaar is.",
            id="instructie vooraf",
        ),
        pytest.param(
            "# x\n\n%TAG ! x\n---\na: 1\n",
            "3:1 instructie: Deze regel begint met `%`; dat leest YAML als een instructie, en instructies zijn niet toegestaan. Haal de regel weg, of zet `#` ervoor als het commentaar is.",
            id="instructie na commentaar",
        ),
        pytest.param(
            "a: 1\n%b: 2\n",
            "2:1 instructie: Deze regel begint met `%`; dat leest YAML als een instructie, en instructies zijn niet toegestaan. Haal de regel weg, of zet `#` ervoor als het commentaar is.",
            id="procentteken voor een sleutel",
        ),
        pytest.param(
            "--- a: 1\n",
            "1:6 yaml: Achter `---` staat een sleutel op dezelfde regel. Begin de sleutel op een nieuwe regel.",
            id="sleutel achter een streepregel",
        ),
        pytest.param(
            "...\n",
            "1:1 yaml: Hier staat iets dat niet als YAML te lezen is. Controleer op deze regel en de regel erboven de inspringing, de aanhalingstekens, de haken en de dubbele punten.",
            id="terugval",
        ),
    ],
)
def test_syntaxfout(tekst: str, fout: str | None, ontleder_klasse: Callable[[str], Ontleder]) -> None:
    if fout is None:  # de ontleders wijzen niet hetzelfde teken van de escape aan
        kolom = 7 if ontleder_klasse is not PythonOntleder else 8
        fout = f"1:{kolom} escape: Tussen dubbele aanhalingstekens begint een schuine streep (`\\`) een bijzonder teken, en dit teken bestaat niet. Zet enkele aanhalingstekens om de tekst, of schrijf de streep dubbel (`\\\\`)."
    assert voluit(build(tekst, ontleder_klasse).fouten) == [fout]


@beide_ontleders
@pytest.mark.parametrize(
    ("tekst", "fouten"),
    [
        pytest.param(
            "a: *b tekst*\nc: {d, e: f: g}\n",
            ["1:4 alias"],
            id="na een syntaxfout op dezelfde regel blijft de eerste uitleg staan",
        ),
        pytest.param(
            "a: &x 1\n1: b\nc: [\nd: e\n", ["1:4 anker", "2:1 sleutel", "3:4 haak"], id="een syntaxfout komt bij wat al gezien is"
        ),
        pytest.param(
            "c: {d, x: 1}\na: 1\na: 2\n---\nb: 1\n",
            ["1:5 komma", "3:1 dubbele-sleutel", "4:1 meer-documenten"],
            id="ook het tweede document komt erbij",
        ),
        pytest.param("[&a b, *a]\n", ["1:2 anker", "1:8 alias"], id="een wortel die geen mapping is, telt pas als de rest klopt"),
        pytest.param(
            "? {a: &x 1, b: [2]}\n: 1\n? c\n", ["1:3 sleutel"], id="in een samengestelde sleutel wordt niet verder gezocht"
        ),
        pytest.param("*a : 1\nb: *c\n", ["1:1 alias", "2:4 alias"], id="een alias als sleutel en als waarde"),
        pytest.param(
            "&a !b c: !d &e f\n", ["1:1 anker", "1:1 tag", "1:10 anker", "1:10 tag"], id="ankers en tags op dezelfde plek"
        ),
        pytest.param("a: !!map {b: 1}\nc: &x [1]\n", ["1:4 tag", "2:4 anker"], id="ankers en tags bij mappings en lijsten"),
    ],
)
def test_alle_fouten_tegelijk(tekst: str, fouten: list[str], ontleder_klasse: Callable[[str], Ontleder]) -> None:
    assert plaats_en_code(build(tekst, ontleder_klasse).fouten) == fouten


@pytest.mark.parametrize(
    ("tekst", "paden"),
    [
        pytest.param("a:\n  b:\n    - x: &y 1\n", ["a.b[0].x"], id="een waarde"),
        pytest.param("a: {b: {c: 1, c: 2}}\n", ["a.b.c"], id="een dubbele sleutel"),
        pytest.param('a: [{1: x}, *b, "\\0"]\n', ["a[0]", "a[1]", "a[2]"], id="een foute sleutel hoort bij zijn mapping"),
        pytest.param("&a b\n", [""], id="de wortel"),
    ],
)
def test_een_fout_kent_zijn_pad(tekst: str, paden: list[str]) -> None:
    assert [fout.pad for fout in build(tekst).fouten] == paden


@pytest.mark.parametrize(
    ("aantal", "slot"),
    [
        pytest.param(MAX_FOUTEN, [], id="precies vijftig"),
        pytest.param(
            MAX_FOUTEN + 1,
            ["52:1 meer-fouten: En nog 1 fout in dit bestand. Herstel eerst de fouten hierboven en toets het bestand opnieuw."],
            id="nog één",
        ),
        pytest.param(
            MAX_FOUTEN + 20,
            [
                "52:1 meer-fouten: En nog 20 fouten in dit bestand. Herstel eerst de fouten hierboven en toets het bestand opnieuw."
            ],
            id="nog veel meer",
        ),
    ],
)
def test_hooguit_vijftig_fouten(aantal: int, slot: list[str]) -> None:
    fouten = voluit(build("a: 1\n" * (aantal + 1)).fouten)
    assert (len(fouten), fouten[MAX_FOUTEN:]) == (MAX_FOUTEN + len(slot), slot)


def test_hooguit_vijftig_onzichtbare_tekens() -> None:
    fouten = fouten_in(b"a: " + b"\x01" * 1000)
    assert (len(fouten), voluit(fouten)[-1]) == (
        MAX_FOUTEN + 1,
        "1:54 meer-fouten: En nog 950 fouten in dit bestand. Herstel eerst de fouten hierboven en toets het bestand opnieuw.",
    )


# --- Het bestand zelf -----------------------------------------------------------------------------------------------------

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


# --- Grenzen, gemeten in een eigen proces ---------------------------------------------------------------------------------

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
    code = "import sys, beleidscheck.source; print(sorted({'yaml', 'hashlib', 'pydantic', 'dataclasses', 'json'} & set(sys.modules)))"
    uitkomst = subprocess.run(
        [sys.executable, "-S", "-c", code], env={"PYTHONPATH": str(SRC)}, capture_output=True, text=True, check=True
    )
    assert uitkomst.stdout == "[]\n"


# --- Twee ontleders -------------------------------------------------------------------------------------------------------


def test_zonder_libyaml_leest_de_eigen_ontleder_van_pyyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "yaml._yaml", None)
    assert ontleder._fastest() is PythonOntleder


@pytest.mark.parametrize("escape", [r"\UFFFFFFFF", r"\U00110000"])
@beide_ontleders
def test_een_escape_voorbij_unicode(escape: str, ontleder_klasse: Callable[[str], Ontleder]) -> None:
    assert [fout.code for fout in build(f'a: "{escape}"\n', ontleder_klasse).fouten] == ["escape"]


def test_een_dubbele_punt_tegen_een_komma() -> None:
    """Alleen libyaml struikelt hierover; de eigen ontleder leest een lege waarde."""
    fout = "1:9 spatie: Tussen haken hoort een spatie achter een dubbele punt. Zet een spatie achter de dubbele punt, of aanhalingstekens om de tekst."
    assert voluit(build("a: {visie:, doel: x}\n").fouten) == ([fout] if ONTLEDER is not PythonOntleder else [])


@pytest.mark.parametrize(
    ("ontleder_klasse", "code"),
    [pytest.param(ONTLEDER, "escape", id="libyaml"), pytest.param(PythonOntleder, "teken", id="python")],
)
def test_een_los_surrogaat_als_escape(ontleder_klasse: Callable[[str], Ontleder], code: str) -> None:
    assert [fout.code for fout in build('a: "\\ud800"\n', ontleder_klasse).fouten] == [code]


# --- Eigenschappen --------------------------------------------------------------------------------------------------------

_VERBODEN = sorted({chr(teken) for teken in range(0x10000) if VERBODEN_TEKEN.match(chr(teken))} | {"\r"})
_TEKST = st.text(st.characters(codec="utf-8", exclude_characters=_VERBODEN), max_size=60)
_BLAD = st.none() | st.booleans() | st.integers(-(10**15) + 1, 10**15 - 1) | _TEKST
_WAARDE = st.recursive(_BLAD, lambda kind: st.lists(kind, max_size=4) | st.dictionaries(_TEKST, kind, max_size=4), max_leaves=20)
_WORTEL = st.dictionaries(_TEKST, _WAARDE, min_size=1, max_size=5)

#: Stukjes YAML die samen vaak bijna goed zijn: zo komt elke hoek van de lezer aan de beurt.
_STUKJES = st.sampled_from([
    "a", "b", "naam", "1", "1.5", "true", "~", "08:30", "é", "😀", ": ", ":", "- ", "-", "? ", "\n", "\n", "\n  ", "\n    ", "\r\n", "\r", " ", "  ",
    "\t", "{", "}", "[", "]", ", ", ",", '"', "'", "\\", "\\n", "\\0", "|", ">-", "#", " #", " # ", "&", "&x", "*", "*x", "!", "!x", "!!str ", "%", "%TAG ",
    "---", "...", "<<", "@", "`", "\u00a0", "lang " * 30, "x:y",
])  # fmt: skip
_BIJNA_YAML = st.lists(_STUKJES, max_size=30).map("".join)


class _MetAanhalingstekens(yaml.SafeDumper):
    """Schrijft elke tekst tussen dubbele aanhalingstekens, zodat geen tekst op een getal lijkt."""


_MetAanhalingstekens.add_representer(
    str, lambda dumper, tekst: dumper.represent_scalar("tag:yaml.org,2002:str", tekst, style='"')
)


def bladeren(waarde: Any, pad: Pad = ()) -> Iterator[tuple[Pad, Any]]:  # noqa: ANN401 - elke waarde
    yield pad, waarde
    if isinstance(waarde, dict | list):
        delen = waarde.items() if isinstance(waarde, dict) else enumerate(waarde)
        for deel, kind in delen:
            yield from bladeren(kind, (*pad, deel))


def vanaf(tekst: str, plaats: Position) -> str:
    return "".join(tekst.splitlines(keepends=True)[plaats.regel - 1 :])[plaats.kolom - 1 :]


@settings(deadline=None, max_examples=200)
@given(data=_WORTEL, unicode=st.booleans(), stroomstijl=st.sampled_from([True, False, None]))
def test_wat_een_ander_schrijft_komt_er_gelijk_uit(*, data: dict[str, Any], unicode: bool, stroomstijl: bool | None) -> None:
    tekst = yaml.dump(data, Dumper=_MetAanhalingstekens, allow_unicode=unicode, default_flow_style=stroomstijl, sort_keys=False)
    assert lees(tekst) == data


_WOORD = st.from_regex(r"[a-zé]{1,8}( [a-z0-9]{1,5}){0,2}", fullmatch=True)
_PLAT = st.recursive(
    _WOORD | st.integers(-99, 99) | st.booleans(),
    lambda kind: st.lists(kind, min_size=1, max_size=4) | st.dictionaries(_WOORD, kind, min_size=1, max_size=4),
    max_leaves=20,
)


@settings(deadline=None, max_examples=200)
@given(
    data=st.dictionaries(_WOORD, _PLAT, min_size=1, max_size=5),
    stroomstijl=st.sampled_from([True, False, None]),
    inspringing=st.integers(2, 6),
)
def test_elke_plaats_wijst_naar_haar_waarde(data: dict[str, Any], stroomstijl: bool | None, inspringing: int) -> None:  # noqa: FBT001
    tekst = yaml.safe_dump(data, allow_unicode=True, default_flow_style=stroomstijl, sort_keys=False, indent=inspringing)
    bron = parse_source(tekst.encode(), BELEID)
    for pad, waarde in bladeren(data):
        if not isinstance(waarde, dict | list):
            geschreven = str(waarde).lower() if isinstance(waarde, bool) else str(waarde)
            assert vanaf(tekst, bron.position(pad)).lstrip("'\"").replace("\n", " ").startswith(geschreven.split(maxsplit=1)[0])
        if pad and isinstance(pad[-1], str):
            assert vanaf(tekst, bron.position(pad, key=True)).removeprefix("? ").lstrip("'\"").startswith(pad[-1])


def keur(fouten: list[Fault], tekst: str) -> None:
    regels = tekst.count("\n") + tekst.count("\r") + 1
    for fout in fouten:
        assert 1 <= fout.regel <= regels
        assert 1 <= fout.kolom <= len(tekst) + 1
        assert fout.zin.endswith(".")
        assert fout.remedie.endswith(".")
        assert not {"found", "expected", "while", "mapping values"} & set(fout.zin.split())


def keur_bytes(raw: bytes) -> None:
    try:
        bron = parse_source(raw, BELEID)
    except UnreadableFileError as exc:
        keur(list(exc.faults), raw.decode("utf-8", "replace"))
        assert exc.faults
    else:
        assert isinstance(bron, Source)
        for pad, _ in bladeren(bron.data):
            assert bron.position(pad) >= (1, 1)
            assert parse_dotted(dotted(pad)) == pad
        assert not VERBODEN_TEKEN.search(repr(list(bladeren(bron.data))))


@settings(deadline=None, max_examples=300)
@given(st.binary(max_size=200))
def test_willekeurige_bytes_geven_een_source_of_een_fout(raw: bytes) -> None:
    keur_bytes(raw)


@settings(deadline=None, max_examples=600)
@given(st.text(max_size=100) | _BIJNA_YAML)
def test_willekeurige_tekst_geeft_een_source_of_een_fout(tekst: str) -> None:
    keur_bytes(tekst.encode("utf-8", "surrogatepass"))


@settings(deadline=None, max_examples=300)
@given(_BIJNA_YAML)
def test_zonder_libyaml_ook(tekst: str) -> None:
    keur(build(tekst, PythonOntleder).fouten, tekst)


@settings(deadline=None, max_examples=400)
@given(_BIJNA_YAML.filter(lambda tekst: "\t" not in tekst))
def test_beide_ontleders_lezen_hetzelfde(tekst: str) -> None:
    snel, eigen = build(tekst), build(tekst, PythonOntleder)
    if not snel.fouten and not eigen.fouten:
        assert snel.data == eigen.data


@settings(deadline=None, max_examples=400)
@given(_BIJNA_YAML)
def test_wat_onverdacht_heet_is_dat_ook(tekst: str) -> None:
    def altijd_verdacht() -> Ontleed:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(bouw, "_VERDACHT", (Regexp(),))
            return build(tekst)

    snel, streng = build(tekst), altijd_verdacht()
    assert (snel.data, snel.fouten) == (streng.data, streng.fouten)


class Regexp:
    """Een patroon dat overal op past."""

    def search(self, tekst: str) -> str:
        return tekst or "leeg"


def gebeurtenissen(tekst: str, klasse: Callable[[str], Ontleder]) -> Iterator[Event]:
    lezer = klasse(tekst)
    try:
        while (event := lezer.get_event()) is not None:
            yield event
    except yaml.YAMLError:
        return


@settings(deadline=None, max_examples=300)
@given(tekst=_BIJNA_YAML)
@pytest.mark.parametrize("klasse", ONTLEDERS)
def test_regel_en_kolom_zijn_die_van_de_ontleder(tekst: str, klasse: Callable[[str], Ontleder]) -> None:
    regels = Regels(tekst)
    for event in gebeurtenissen(tekst, klasse):
        merk = event.start_mark
        # aan het eind telt libyaml een regel die er niet is
        if isinstance(event, ScalarEvent) and merk is not None and merk.index < len(tekst):
            assert regels.position(merk.index) == (merk.line + 1, merk.column + 1)


@settings(deadline=None, max_examples=200)
@given(st.lists(st.integers(0, 10**6) | st.text(st.characters(codec="utf-8"), max_size=8), max_size=6).map(tuple))
def test_een_geschreven_pad_leest_terug(pad: Pad) -> None:
    assert parse_dotted(dotted(pad)) == pad
