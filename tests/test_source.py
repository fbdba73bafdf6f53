from __future__ import annotations

import hashlib
import pickle
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from yaml.events import Event, ScalarEvent

from beleidscheck.errors import Fault, UnreadableFileError
from beleidscheck.source import Pad, Position, Source, bouw, dotted, parse_dotted, parse_source
from beleidscheck.source.bestand import VERBODEN_TEKEN
from beleidscheck.source.bouw import Ontleed, build
from beleidscheck.source.ontleder import Ontleder, PythonOntleder
from beleidscheck.source.plaats import Regels
from beleidscheck.source.scalar import read_scalar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

from tests.hulp.bronnen import BELEID, ONTLEDERS, lees


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


def bladeren(waarde: object, pad: Pad = ()) -> Iterator[tuple[Pad, object]]:
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


@settings(deadline=None, max_examples=100)
@given(
    data=st.dictionaries(_WOORD, _PLAT, min_size=1, max_size=5),
    stroomstijl=st.sampled_from([True, False, None]),
    inspringing=st.integers(2, 6),
)
def test_elke_plaats_wijst_naar_haar_waarde(data: dict[str, Any], stroomstijl: bool | None, inspringing: int) -> None:
    tekst = yaml.safe_dump(data, allow_unicode=True, default_flow_style=stroomstijl, sort_keys=False, indent=inspringing)
    bron = parse_source(tekst.encode(), BELEID)
    for pad, waarde in bladeren(data):
        if not isinstance(waarde, dict | list):
            geschreven = str(waarde).lower() if isinstance(waarde, bool) else str(waarde)
            assert vanaf(tekst, bron.position(pad)).lstrip("'\"").replace("\n", " ").startswith(geschreven.split(maxsplit=1)[0])
        if pad and isinstance(pad[-1], str):
            assert vanaf(tekst, bron.position(pad, key=True)).removeprefix("? ").lstrip("'\"").startswith(pad[-1])


def keur(fouten: Sequence[Fault], tekst: str) -> None:
    regels = tekst.count("\n") + tekst.count("\r") + 1
    for fout in fouten:
        assert 1 <= fout.regel <= regels
        assert 1 <= fout.kolom <= len(tekst) + 1
        assert fout.zin.endswith(".")
        assert fout.remedie.endswith(".")
        assert not {"found", "expected", "while", "mapping values"} & set(fout.zin.split())


def source_of_fouten(raw: bytes) -> Source | tuple[Fault, ...]:
    try:
        return parse_source(raw, BELEID)
    except UnreadableFileError as exc:
        return exc.faults


def keur_bytes(raw: bytes) -> None:
    uitkomst = source_of_fouten(raw)
    if not isinstance(uitkomst, Source):
        assert uitkomst
        keur(uitkomst, raw.decode("utf-8", "replace"))
        return
    for pad, waarde in bladeren(uitkomst.data):
        assert uitkomst.position(pad) >= (1, 1)
        assert parse_dotted(dotted(pad)) == pad
        assert not VERBODEN_TEKEN.search("".join(map(str, (*pad, waarde if isinstance(waarde, str) else ""))))


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
