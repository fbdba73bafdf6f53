from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from beleidscheck.source import ontleder
from beleidscheck.source.bouw import MAX_KNOPEN, build
from beleidscheck.source.fouten import MAX_FOUTEN
from beleidscheck.source.ontleder import ONTLEDER, Ontleder, PythonOntleder

if TYPE_CHECKING:
    from collections.abc import Callable

from tests.hulp.bronnen import beide_ontleders, fouten_in, plaats_en_code, voluit


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


def test_een_syntaxfout_na_vijftig_fouten_wordt_meegeteld() -> None:
    fouten = voluit(build("a: 1\n" * (MAX_FOUTEN + 11) + "b: [\nc: d\n").fouten)
    assert fouten[MAX_FOUTEN:] == [
        "52:1 meer-fouten: En nog 11 fouten in dit bestand. Herstel eerst de fouten hierboven en toets het bestand opnieuw."
    ]


def test_te_veel_en_te_diep_in_een_sleutel() -> None:
    te_veel, te_diep = build("? [" + "1, " * MAX_KNOPEN + "]\n"), build("? " + "[" * 64)
    assert (plaats_en_code(te_veel.fouten), plaats_en_code(te_diep.fouten)) == (
        ["1:3 sleutel", "1:3 te-veel"],
        ["1:3 sleutel", "1:3 te-diep"],
    )


def test_hooguit_vijftig_onzichtbare_tekens() -> None:
    fouten = fouten_in(b"a: " + b"\x01" * 1000)
    assert (len(fouten), voluit(fouten)[-1]) == (
        MAX_FOUTEN + 1,
        "1:54 meer-fouten: En nog 950 fouten in dit bestand. Herstel eerst de fouten hierboven en toets het bestand opnieuw.",
    )


def test_zonder_libyaml_leest_de_eigen_ontleder_van_pyyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "yaml._yaml", None)
    assert ontleder._fastest() is PythonOntleder


@pytest.mark.parametrize("escape", [r"\UFFFFFFFF", r"\U00110000"])
@beide_ontleders
def test_een_escape_voorbij_unicode(escape: str, ontleder_klasse: Callable[[str], Ontleder]) -> None:
    assert [fout.code for fout in build(f'a: "{escape}"\n', ontleder_klasse).fouten] == ["escape"]


def test_een_dubbele_punt_tegen_een_komma() -> None:
    """Alleen libyaml struikelt hierover; de eigen ontleder leest een lege waarde."""
    fout = "1:10 spatie: Tussen haken hoort een spatie achter een dubbele punt. Zet een spatie achter de dubbele punt, of aanhalingstekens om de tekst."
    assert voluit(build("a: {visie:, doel: x}\n").fouten) == ([fout] if ONTLEDER is not PythonOntleder else [])


@pytest.mark.parametrize(
    ("ontleder_klasse", "code"),
    [pytest.param(ONTLEDER, "escape", id="libyaml"), pytest.param(PythonOntleder, "teken", id="python")],
)
def test_een_los_surrogaat_als_escape(ontleder_klasse: Callable[[str], Ontleder], code: str) -> None:
    assert [fout.code for fout in build('a: "\\ud800"\n', ontleder_klasse).fouten] == [code]
