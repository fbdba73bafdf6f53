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
        pytest.param("a: {b: [x, y], c: }\n", {"a": {"b": ["x", "y"], "c": None}}, id="stroomstijl, met een lege waarde achter een dubbele punt"),
        pytest.param("visie:\nschool:\n  naam:\n", {"visie": None, "school": {"naam": None}}, id="half ingevuld"),
        pytest.param("a: |\n  let op: **vet**\n  - en meer\n", {"a": "let op: **vet**\n- en meer\n"}, id="bloktekst mag alles bevatten"),
        pytest.param("a: >-\n  een\n  twee\n", {"a": "een twee"}, id="gevouwen bloktekst"),
        pytest.param("a: dit loopt\n  door\n", {"a": "dit loopt door"}, id="tekst over twee regels"),
        pytest.param("a: J&S-coach, R&D & meer, let op!\n", {"a": "J&S-coach, R&D & meer, let op!"}, id="tekens binnen een tekst"),
        pytest.param('a: "*x &y !z {{ @ ` % #1: b"\n', {"a": "*x &y !z {{ @ ` % #1: b"}, id="alles mag tussen aanhalingstekens"),
        pytest.param("a: 'm''n'\n", {"a": "m'n"}, id="een apostrof tussen enkele aanhalingstekens"),
        pytest.param('a: "een\\ttab \\u00e9\\n"\n', {"a": "een\ttab é\n"}, id="escapes"),
        pytest.param("a: groep 1 # commentaar\nb: c#1\n", {"a": "groep 1", "b": "c#1"}, id="commentaar, en een hekje midden in een woord"),
        pytest.param('"1": a\n"true": b\n"<<": c\n', {"1": "a", "true": "b", "<<": "c"}, id="sleutels tussen aanhalingstekens"),
        pytest.param("08:30: a\nnee: b\n08: c\n", {"08:30": "a", "nee": "b", "08": "c"}, id="dubbelzinnige sleutels zijn tekst"),
        pytest.param("url:\n  https://school.nl\nmail:\n  mailto:a@b.nl\n", {"url": "https://school.nl", "mail": "mailto:a@b.nl"}, id="adressen op een eigen regel"),
        pytest.param("a: -vrij\nb:\n  -3\nc: x-y - z\n", {"a": "-vrij", "b": -3, "c": "x-y - z"}, id="streepjes die geen lijst beginnen"),
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
        *(pytest.param(tekst, tekst, id=f"tekst: {tekst}") for tekst in (
            "2024-08-01", "08:30", "12:30", "9:00", "1:30:00", "on", "off", "yes", "no", "ja", "nee", "y", "n", "Ja", "NEE",
            "08", "007", "010", "1E2", "1e2", "0x10", "0o17", "0b1", "1_000", "1.000,50", "1,5", "+3", "-0", "1.", ".5", "1.10", "2.50",
            ".inf", "-.inf", ".nan", ".NaN", "1234567890123456", "12345678.12345678", "-1234567890123456", "16 lesuren", "--", "-", "nul",
            "trUe", "nULL", "None", "١٢", "1\u0661", "06-12345678", "1.2.3",
        )),
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
    assert (bron.path, repr(bron), kopie.data, kopie.position(("a", "b", 1))) == (BELEID, "Source('beleid.yaml')", bron.data, Position(1, 12))


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
            ["2:3 merge: De samenvoegsleutel `<<` is niet toegestaan. Schrijf de sleutels en waarden die u wilt overnemen hier uit."],
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
            ["1:2 sleutel: Voor de dubbele punt staat geen sleutel. Schrijf een woord voor de dubbele punt, of zet aanhalingstekens om de hele waarde."],
            id="lege sleutel",
        ),
        pytest.param(
            "a: {{ naam }}\n",
            ["1:5 sjabloon: Hier staan dubbele accolades `{{`; dat leest YAML niet als tekst. Vul de waarde in, of zet aanhalingstekens om de hele waarde."],
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
            ["3:5 streepje: Deze regel begint met een streepje, maar hoort door de inspringing bij de tekst erboven. Zet het streepje recht onder de andere streepjes, of zet aanhalingstekens om de hele tekst."],
            id="een te ver ingesprongen streepje wordt geen deel van de lijst",
        ),
        pytest.param(
            "a:\n  b:2\n",
            ["2:3 spatie: Achter de dubbele punt ontbreekt een spatie. Schrijf `b: 2`, of zet aanhalingstekens om de tekst."],
            id="een sleutel zonder spatie wordt geen mapping",
        ),
        pytest.param(
            "a: Groep #1 van 8\n",
            ["1:10 commentaar: Achter een spatie begint `#` commentaar: «#1 van 8» telt niet mee. Zet aanhalingstekens om de hele waarde, of een spatie achter `#` als het commentaar is."],
            id="een hekje snijdt de waarde af",
        ),
        pytest.param(
            "a:\n\u00a0 b: 1\n",
            ["2:1 vreemde-spatie: Bij de sleutel «b» staat een harde of onzichtbare spatie. Vervang die door een gewone spatie; zij komt mee bij het plakken uit een ander programma."],
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
        pytest.param("school:\n\tnaam: x\n", "2:1 tab: Deze regel springt in met een tab; YAML kent daarvoor alleen spaties. Vervang de tab door spaties, twee per niveau.", id="tab als inspringing"),
        pytest.param("a:\n  b: x\n\tc: y\n", "3:1 tab: Deze regel springt in met een tab; YAML kent daarvoor alleen spaties. Vervang de tab door spaties, twee per niveau.", id="tab na een tekst"),
        pytest.param("a: |\n\tx\n", "2:1 tab: Deze regel springt in met een tab; YAML kent daarvoor alleen spaties. Vervang de tab door spaties, twee per niveau.", id="tab in bloktekst"),
        pytest.param("a:\n  -\tb: c\n    d: e\n", "2:4 tab: Hier staat een tab waar YAML een spatie verwacht. Vervang de tab door een spatie.", id="tab achter een streepje"),
        pytest.param("actie: **vet**\n", '1:8 begin-teken: De waarde begint met «*», en dat teken heeft in YAML een bijzondere betekenis. Zet aanhalingstekens om de hele waarde: `"**vet**"`.', id="vet uit Markdown"),
        pytest.param("a: & meer\n", '1:4 begin-teken: De waarde begint met «&», en dat teken heeft in YAML een bijzondere betekenis. Zet aanhalingstekens om de hele waarde: `"& meer"`.', id="een en-teken"),
        pytest.param("a:\n  * punt\n", "2:3 begin-teken: Deze regel begint met een sterretje; een opsomming schrijft u in YAML met streepjes. Schrijf `- punt`, of zet aanhalingstekens om de tekst.", id="een opsomming uit Markdown"),
        pytest.param("a: @school\n", '1:4 begin-teken: De waarde begint met «@», en dat teken heeft in YAML een bijzondere betekenis. Zet aanhalingstekens om de hele waarde: `"@school"`.', id="een apenstaartje"),
        pytest.param("a: `code`\n", '1:4 begin-teken: De waarde begint met «`», en dat teken heeft in YAML een bijzondere betekenis. Zet aanhalingstekens om de hele waarde: `"`code`"`.', id="een accent grave"),
        pytest.param("a:\n  - %s\n", '2:5 begin-teken: De waarde begint met «%», en dat teken heeft in YAML een bijzondere betekenis. Zet aanhalingstekens om de hele waarde: `"%s"`.', id="een procentteken"),
        pytest.param("a: ? wat\n", '1:4 begin-teken: De waarde begint met «?», en dat teken heeft in YAML een bijzondere betekenis. Zet aanhalingstekens om de hele waarde: `"? wat"`.', id="een vraagteken"),
        pytest.param("a: , b\n", '1:4 begin-teken: De waarde begint met «,», en dat teken heeft in YAML een bijzondere betekenis. Zet aanhalingstekens om de hele waarde: `", b"`.', id="een komma vooraan"),
        pytest.param("a: ] \"x\"\n", "1:4 begin-teken: De waarde begint met «]», en dat teken heeft in YAML een bijzondere betekenis. Zet aanhalingstekens om de hele waarde: `'] \"x\"'`.", id="een losse sluithaak"),
        pytest.param("titel: let op: iets\n", '1:14 dubbele-punt: In de waarde van `titel` staat een dubbele punt; YAML leest dat als een nieuwe sleutel. Zet aanhalingstekens om de hele waarde: `titel: "let op: iets"`.', id="dubbele punt in een waarde"),
        pytest.param("a:\n  - b: c: d\n", '2:9 dubbele-punt: In de waarde van `b` staat een dubbele punt; YAML leest dat als een nieuwe sleutel. Zet aanhalingstekens om de hele waarde: `b: "c: d"`.', id="dubbele punt in een waarde in een lijst"),
        pytest.param("a: \u201clet op: x\u201d\n", '1:11 dubbele-punt: In de waarde van `a` staat een dubbele punt; YAML leest dat als een nieuwe sleutel. Zet aanhalingstekens om de hele waarde: `a: "\u201clet op: x\u201d"`. Gebruik rechte aanhalingstekens, geen gekrulde.', id="gekrulde aanhalingstekens"),
        pytest.param("a: dit is\n  let op: iets\n", "2:3 dubbele-punt: In een tekst die over meer regels loopt, staat een dubbele punt; YAML leest dat als een nieuwe sleutel. Zet aanhalingstekens om de hele tekst, of zet `>-` achter de sleutel en begin de tekst op de volgende regel.", id="dubbele punt op een vervolgregel"),
        pytest.param("a: {b: let op: x}\n", "1:14 dubbele-punt: Tussen deze haken staat een dubbele punt in een waarde; YAML leest dat als een nieuwe sleutel. Zet aanhalingstekens om de tekst waar de dubbele punt bij hoort.", id="dubbele punt tussen haken"),
        pytest.param('a: "open\nb: c\n', '1:4 aanhalingsteken: De tekst «"open» begint met een aanhalingsteken dat nergens wordt gesloten. Zet aan het eind van de tekst hetzelfde aanhalingsteken.', id="dubbel aanhalingsteken niet gesloten"),
        pytest.param('a: "open\n---\nb: c\n', '1:4 aanhalingsteken: De tekst «"open» begint met een aanhalingsteken dat nergens wordt gesloten. Zet aan het eind van de tekst hetzelfde aanhalingsteken.', id="niet gesloten voor een streepregel"),
        pytest.param("a: 's ochtends\nb: c\n", "1:4 aanhalingsteken: De tekst «'s ochtends» begint met een aanhalingsteken dat nergens wordt gesloten. Sluit het, of zet dubbele aanhalingstekens om de hele tekst: `\"'s ochtends\"`.", id="een apostrof vooraan"),
        pytest.param("a: 's ochtends en 's middags\n", "1:20 aanhalingsteken: Achter het sluitende aanhalingsteken staat nog tekst: «s middags». Zet aanhalingstekens om de hele waarde: `\"'s ochtends en 's middags\"`.", id="twee apostrofs"),
        pytest.param('a: "open" en verder\n', "1:11 aanhalingsteken: Achter het sluitende aanhalingsteken staat nog tekst: «en verder». Zet aanhalingstekens om de hele waarde: `'\"open\" en verder'`.", id="tekst na een aanhalingsteken"),
        pytest.param('"a" b: 1\n', "1:5 aanhalingsteken: Achter het sluitende aanhalingsteken staat nog tekst: «b: 1». Zet aanhalingstekens om de hele waarde.", id="tekst na een sleutel tussen aanhalingstekens"),
        pytest.param('a: "C:\\qad"\n', None, id="onbekende escape"),
        pytest.param("a: [1, 2\nb: 3\n", "1:4 haak: De haak `[` wordt niet gesloten. Zet `]` achter de laatste waarde, of aanhalingstekens om de tekst als de haak erbij hoort.", id="haak niet gesloten"),
        pytest.param("a: {b: 1\nc: 3\n", "1:4 haak: De haak `{` wordt niet gesloten. Zet `}` achter de laatste waarde, of aanhalingstekens om de tekst als de haak erbij hoort.", id="accolade niet gesloten"),
        pytest.param('{"a": [1', "1:7 haak: De haak `[` wordt niet gesloten. Zet `]` achter de laatste waarde, of aanhalingstekens om de tekst als de haak erbij hoort.", id="halve JSON"),
        pytest.param("a: [1}\n", "1:6 haak: De haak `[` van regel 1 wordt gesloten met `}`. Sluit hem met `]`.", id="verkeerde sluithaak"),
        pytest.param('a: ["x" "y"\n', "1:9 haak: Tussen haken ontbreekt een komma voor «\"y\"». Zet een komma tussen de waarden, of aanhalingstekens om de hele waarde.", id="komma vergeten"),
        pytest.param("a: [1,,2]\n", "1:7 haak: Tussen deze haken staat een komma zonder waarde ervoor. Haal de komma weg, of zet aanhalingstekens om de tekst waar zij bij hoort.", id="komma te veel"),
        pytest.param("a: [x](https://school.nl)\n", '1:7 haak: Achter de sluitende haak staat nog tekst: «(https://school.nl)». Zet aanhalingstekens om de hele waarde: `"[x](https://school.nl)"`.', id="een link uit Markdown"),
        pytest.param("a:\n  b: 1\n c: 2\n", "3:2 inspringing: Deze regel springt anders in dan de regels waar hij bij hoort. Zet regels van hetzelfde niveau recht onder elkaar, met twee spaties per niveau.", id="half teruggesprongen"),
        pytest.param("  a: 1\nb: 2\n", "2:1 inspringing: Deze regel springt anders in dan de regels waar hij bij hoort. Zet regels van hetzelfde niveau recht onder elkaar, met twee spaties per niveau.", id="eerste regel ingesprongen"),
        pytest.param("a:\n  b: 1\n   c: 2\n", "3:4 inspringing: Deze regel springt verder in dan regel 2, maar daar staat al een waarde. Zet `c` recht onder de sleutels waar hij bij hoort, of haal de waarde op regel 2 weg.", id="te ver ingesprongen"),
        pytest.param("a:\n  b: 1\n  - c\n", "3:3 inspringing: Hier staat een lijststreepje waar een sleutel hoort. Zet het streepje recht onder de andere streepjes van dezelfde lijst, of laat het inspringen onder zijn sleutel.", id="lijst naast sleutels"),
        pytest.param("a:\n  - c\n  b: 1\n", "3:3 inspringing: Hier staat een sleutel waar een lijststreepje hoort. Zet de sleutel recht onder de sleutels waar hij bij hoort, of begin de regel met een streepje en een spatie.", id="sleutel naast een lijst"),
        pytest.param("a: |\ntekst\nb: 1\n", "2:1 inspringing: Deze regel hoort bij de tekst die op regel 1 met `|` of `>` begint, maar springt niet in. Laat elke regel van die tekst inspringen, twee spaties verder dan de sleutel.", id="bloktekst springt niet in"),
        pytest.param("a: |tekst\n", "1:4 bloktekst: Achter `|` of `>` mag op dezelfde regel geen tekst staan. Begin de tekst op de volgende regel, twee spaties ingesprongen, of zet aanhalingstekens om de hele waarde.", id="tekst achter een blokteken"),
        pytest.param("a: 1\nb:2\nc: 3\n", "2:1 spatie: Achter de dubbele punt ontbreekt een spatie. Schrijf `b: 2`.", id="spatie na de dubbele punt vergeten"),
        pytest.param("a: 1\nc:\n  d:2\n  e: 3\n", "3:3 spatie: Achter de dubbele punt ontbreekt een spatie. Schrijf `d: 2`.", id="spatie vergeten, pas op de volgende regel gemerkt"),
        pytest.param("a:\n  - b\n  -c\n", "3:3 streepje: Achter het streepje ontbreekt een spatie. Schrijf `- c`.", id="spatie na het streepje vergeten"),
        pytest.param("a: - b\n", "1:4 streepje: Hier staat een lijststreepje achter een sleutel op dezelfde regel. Zet elk streepje op een eigen regel onder de sleutel, of zet aanhalingstekens om de hele waarde.", id="streepje achter een sleutel"),
        pytest.param("a: 1\nnog iets\nc: 3\n", "2:1 geen-dubbele-punt: Achter «nog iets» ontbreekt een dubbele punt met een waarde. Schrijf `nog iets: waarde`, of laat de regel inspringen als hij bij de tekst erboven hoort.", id="regel zonder dubbele punt"),
        pytest.param("Titel\nb: 1\n", "1:1 geen-dubbele-punt: Achter «Titel» ontbreekt een dubbele punt met een waarde. Schrijf `Titel: waarde`, of laat de regel inspringen als hij bij de tekst erboven hoort.", id="eerste regel zonder dubbele punt"),
        pytest.param("a: 1\n: 2\n", "2:1 sleutel: Voor de dubbele punt staat geen sleutel. Schrijf een woord voor de dubbele punt, of zet aanhalingstekens om de hele waarde.", id="geen sleutel"),
        pytest.param("a: !<x y>\n", "1:4 tag: Hier staat een uitroepteken; dat leest YAML als een tag, en tags zijn niet toegestaan. Haal de tag weg, of zet aanhalingstekens om de hele waarde als het uitroepteken erbij hoort.", id="halve tag"),
        pytest.param("a:\u00a0b\nc: 1\n", "1:1 vreemde-spatie: Op deze regel staat een harde of onzichtbare spatie waar YAML een gewone spatie verwacht. Vervang die door een gewone spatie; zij komt mee bij het plakken uit een ander programma.", id="harde spatie achter de dubbele punt"),
        pytest.param("%YAML 1.2\n---\na: 1\n", "1:1 instructie: Deze regel begint met `%`; dat leest YAML als een instructie, en instructies zijn niet toegestaan. Haal de regel weg, of zet `#` ervoor als het commentaar is.", id="instructie vooraf"),
        pytest.param("# x\n\n%TAG ! x\n---\na: 1\n", "3:1 instructie: Deze regel begint met `%`; dat leest YAML als een instructie, en instructies zijn niet toegestaan. Haal de regel weg, of zet `#` ervoor als het commentaar is.", id="instructie na commentaar"),
        pytest.param("a: 1\n%b: 2\n", "2:1 instructie: Deze regel begint met `%`; dat leest YAML als een instructie, en instructies zijn niet toegestaan. Haal de regel weg, of zet `#` ervoor als het commentaar is.", id="procentteken voor een sleutel"),
        pytest.param("--- a: 1\n", "1:6 yaml: Achter `---` staat een sleutel op dezelfde regel. Begin de sleutel op een nieuwe regel.", id="sleutel achter een streepregel"),
        pytest.param("...\n", "1:1 yaml: Hier staat iets dat niet als YAML te lezen is. Controleer op deze regel en de regel erboven de inspringing, de aanhalingstekens, de haken en de dubbele punten.", id="terugval"),
    ],
)
def test_syntaxfout(tekst: str, fout: str | None, ontleder_klasse: Callable[[str], Ontleder]) -> None:
    if fout is None:  # de ontleders wijzen niet hetzelfde teken van de escape aan
        kolom = 7 if ontleder_klasse is not PythonOntleder else 8
        fout = f"1:{kolom} escape: Tussen dubbele aanhalingstekens begint een schuine streep (`\\`) een bijzonder teken, en dit teken bestaat niet. Zet enkele aanhalingstekens om de tekst, of schrijf de streep dubbel (`\\\\`)."
    assert voluit(build(tekst, ontleder_klasse).fouten) == [fout]
