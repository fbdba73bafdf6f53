"""De JSON Schema en pydantic oordelen gelijk, en het bestand in `schema/` is vers."""

from __future__ import annotations

import copy
import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from beleidscheck.beleid import paden
from beleidscheck.beleid.model import Beleid
from beleidscheck.beleid.schema import beleid_schema, regional_schema, schema_tekst
from beleidscheck.beleid.woorden import Uitbreiding, woorden_van
from beleidscheck.data import example_dir, schema_dir
from beleidscheck.source import read_source
from tests.hulp.regio import noord_kennemerland

if TYPE_CHECKING:
    from collections.abc import Iterator

VOORBEELD = example_dir() / "polderlicht-college-vo.yaml"
SCHEMA = beleid_schema()
KEURDER = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
Pad = tuple[str | int, ...]
Waarde = Any  # elke YAML-waarde


def voorbeeld() -> dict[str, Any]:
    data: dict[str, Any] = copy.deepcopy(read_source(VOORBEELD).data)
    return data


def volgens_pydantic(data: object) -> bool:
    try:
        Beleid.model_validate(data)
    except ValidationError:
        return False
    return True


def volgens_schema(data: object) -> bool:
    return KEURDER.is_valid(data)


def bladen(waarde: object, pad: Pad = ()) -> Iterator[Pad]:
    """Yield the path of everything in the example, nested values included; regional fields are free here."""
    if pad:
        yield pad
    if pad[:1] == ("regionaal",):
        return
    if isinstance(waarde, dict):
        for sleutel, deel in waarde.items():
            yield from bladen(deel, (*pad, sleutel))
    elif isinstance(waarde, list):
        for nummer, deel in enumerate(waarde):
            yield from bladen(deel, (*pad, nummer))


def ouder(data: Waarde, pad: Pad) -> Waarde:
    for deel in pad[:-1]:
        data = data[deel]
    return data


VERVANGERS: list[Any] = [
    None, True, False, 0, 1, -1, 16.0, 0.5, 1_000_000, "", " ", "\n", "ja", "nee", "yes", "vanaf", "mentor", "spijbellen", "onzin woord",
    "2026-09-15", "2026-02-30", "2026-09-15\n", "15-09-2026", "08:30", "8.30", "4 keer", "4 keer\n", "vier keer", "week", "jaarlijks", "#1b4f72",
    "https://school.example", "javascript:alert(1)", "model16@2023", "07-01", "02-30", "2026-2027", "99ZZ", "x" * 41, "x" * 1001, [], [None],
    ["mentor"], [1], ["a", "b"], {}, {"wie": "mentor"}, {"titel": "x"}, {"onzin": 1}, [{}], [{"onzin": 1}], [[]],
]  # fmt: skip


def test_bestand_is_vers() -> None:
    assert (schema_dir() / "beleid.schema.json").read_text(encoding="utf-8") == schema_tekst()


def test_schema_is_een_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_voorbeeld_past_in_beide() -> None:
    data = voorbeeld()
    assert [fout.message for fout in KEURDER.iter_errors(data)] == []
    assert volgens_pydantic(data)


def vormen(waarde: object, pad: str = "") -> set[str]:
    if isinstance(waarde, dict):
        return {pad}.union(*(vormen(deel, f"{pad}.{sleutel}") for sleutel, deel in waarde.items()))
    return {pad}.union(*(vormen(deel, f"{pad}[]") for deel in waarde)) if isinstance(waarde, list) else {pad}


def ingekort(waarde: Waarde) -> Waarde:
    """Return the same value with only those items of each list that show a new kind of place."""
    if isinstance(waarde, dict):
        return {sleutel: ingekort(deel) for sleutel, deel in waarde.items()}
    if not isinstance(waarde, list):
        return waarde
    over: list[Any] = []
    gezien: set[str] = set()
    for deel in map(ingekort, waarde):
        if nieuw := vormen(deel) - gezien:
            gezien |= nieuw
            over.append(deel)
    return over


def veranderingen(data: dict[str, Any], deel: int) -> Iterator[tuple[Pad, Any]]:
    """Yield the path and the new value while `data` holds that one change; at each place one in `deel` of the replacements."""
    gezien: set[Pad] = set()
    for pad in list(bladen(data)):
        soort = tuple(0 if isinstance(deel, int) else deel for deel in pad)
        if soort in gezien:
            continue
        gezien.add(soort)
        plek, sleutel = ouder(data, pad), pad[-1]
        bewaard = plek[sleutel]
        for nieuw in VERVANGERS[len(gezien) % deel :: deel]:
            plek[sleutel] = nieuw
            yield pad, nieuw
        plek[sleutel] = bewaard
        if isinstance(plek, dict):
            del plek[sleutel]
            yield pad, "weggehaald"
            plek[sleutel] = bewaard
            plek["sleutel_die_niet_bestaat"] = 1
            yield pad, "sleutel erbij"
            del plek["sleutel_die_niet_bestaat"]


KOP = ("formaat", "kaders", "beleid", "school")
BLOKKEN = sorted(set(voorbeeld()) - set(KOP))


@pytest.mark.parametrize("deel", [pytest.param(1, marks=pytest.mark.traag, id="alles"), pytest.param(7, id="een zevende")])
@pytest.mark.parametrize("blok", ["formaat", *BLOKKEN])
def test_elke_verandering_krijgt_hetzelfde_oordeel(blok: str, deel: int) -> None:
    alles = ingekort(voorbeeld())
    data = {naam: alles[naam] for naam in (KOP if blok == "formaat" else (*KOP, blok))}
    kop = tuple(KOP) if blok == "formaat" else (blok,)
    geweigerd = aangenomen = 0
    for pad, nieuw in veranderingen(data, deel):
        if pad[0] in kop:
            oordeel = volgens_pydantic(data)
            assert volgens_schema(data) == oordeel, (pad, nieuw)
            geweigerd, aangenomen = geweigerd + (not oordeel), aangenomen + oordeel
    assert geweigerd > 5
    assert aangenomen > 0


# ---- Verzonnen beleiden ------------------------------------------------------------------------------------------

TEKSTEN = st.one_of(
    st.text(max_size=12),
    st.sampled_from([waarde for waarde in VERVANGERS if isinstance(waarde, str)]),
    st.from_regex(r"\A[0-9]{1,3} ?(keer|dagen|schoolweken|procent|lesuren|x|%)\Z"),
    st.dates(min_value=date(1890, 1, 1), max_value=date(2210, 1, 1)).map(str),
)
RUIS = st.one_of(TEKSTEN, st.integers(-5, 300), st.floats(-5, 300), st.booleans(), st.none(), st.just([]), st.just({}))


def waarden(veld: paden.Veld) -> st.SearchStrategy[Any]:
    """Return values that often fit a field, and sometimes do not."""
    passend: st.SearchStrategy[Any]
    if veld.vrij is not None:
        passend = st.dictionaries(TEKSTEN, waarden(veld.vrij), max_size=2)
    elif veld.item is not None:
        passend = st.lists(waarden(veld.item), max_size=2)
    elif veld.velden:
        passend = st.dictionaries(st.sampled_from(sorted(veld.velden)), st.none(), max_size=3).flatmap(
            lambda keuze: st.fixed_dictionaries({naam: waarden(veld.velden[naam]) for naam in keuze})
        )
    elif veld.veldtype == "getal":
        passend = st.one_of(st.integers(-1, 300), st.floats(-1, 300), st.integers(0, 100).map(float))
    elif veld.veldtype == "ja_nee":
        passend = st.one_of(st.booleans(), st.sampled_from(["ja", "nee", "Ja", "yes"]))
    elif veld.woorden:
        passend = st.one_of(st.sampled_from(sorted(woorden_van(veld.woorden))), TEKSTEN)
    else:
        passend = TEKSTEN
    return st.one_of(passend, passend, passend, RUIS)


TOP = {naam: veld for naam, veld in paden.boom().velden.items() if naam not in KOP}
BELEIDEN = st.tuples(
    st.dictionaries(st.sampled_from(sorted(TOP)), st.none(), max_size=3).flatmap(
        lambda keuze: st.fixed_dictionaries({naam: waarden(TOP[naam]) for naam in keuze})
    ),
    waarden(paden.boom().velden["school"]),
    waarden(paden.boom().velden["beleid"]),
)


@settings(max_examples=400, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
@given(BELEIDEN)
def test_verzonnen_beleiden_krijgen_hetzelfde_oordeel(delen: tuple[dict[str, Any], Any, Any]) -> None:
    blokken, school, beleid = delen
    identiteit = {"naam": "School", "sector": "vo", "regio": "anders"}
    data = {
        "formaat": 1,
        "kaders": ["model16@2023"],
        "beleid": {"titel": "Beleid", **beleid} if isinstance(beleid, dict) else beleid,
        "school": {**identiteit, **school} if isinstance(school, dict) else school,
        **blokken,
    }
    assert volgens_schema(data) == volgens_pydantic(data)


# ---- Wat de editor ziet ------------------------------------------------------------------------------------------


def plekken(schema: object, pad: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(schema, dict):
        yield pad, schema
        for sleutel, deel in schema.items():
            if sleutel not in ("examples", "enum", "enumDescriptions"):
                yield from plekken(deel, f"{pad}/{sleutel}")
    elif isinstance(schema, list):
        for nummer, deel in enumerate(schema):
            yield from plekken(deel, f"{pad}/{nummer}")


def test_elk_veld_heeft_een_titel_en_uitleg() -> None:
    velden = [
        (f"{pad}/{naam}", veld)
        for pad, deel in plekken(SCHEMA)
        for naam, veld in deel.get("properties", {}).items()
        if isinstance(veld, dict)
    ]
    assert len(velden) > 300
    assert [
        pad
        for pad, veld in velden
        if not veld.get("title") or (not veld.get("description", "").strip().endswith((".", ")")) and "rollen" not in pad)
    ] == []


def test_geen_sporen_van_pydantic() -> None:
    assert [pad for pad, deel in plekken(SCHEMA) for sleutel in deel if sleutel in ("default", "x-soort")] == []
    assert [naam for naam, deel in SCHEMA["$defs"].items() if "title" in deel] == []


def test_voorbeelden_bij_velden_passen_zelf() -> None:
    verkeerd = []
    for pad, deel in plekken(SCHEMA):
        if "examples" in deel:
            proef = {**{sleutel: waarde for sleutel, waarde in deel.items() if sleutel != "examples"}, "$defs": SCHEMA["$defs"]}
            verkeerd += [(pad, waarde) for waarde in deel["examples"] if not Draft202012Validator(proef).is_valid(waarde)]
    assert verkeerd == []


def test_patronen_lezen_in_elke_taal_hetzelfde() -> None:
    patronen = {deel["pattern"] for _, deel in plekken(SCHEMA) if isinstance(deel.get("pattern"), str)}
    assert len(patronen) > 15
    for patroon in patronen:
        # alleen escapes die ook in JavaScript met de u-vlag bestaan, en geen klassen die per taal verschillen (\\d, \\w, \\s)
        assert set(re.findall(r"\\(.)", patroon)) <= set("\\tnr."), patroon
        assert not patroon.endswith("$"), patroon


def test_elke_verwijzing_bestaat_en_elk_deel_wordt_gebruikt() -> None:
    verwijzingen = {deel["$ref"].removeprefix("#/$defs/") for _, deel in plekken(SCHEMA) if isinstance(deel.get("$ref"), str)}
    assert verwijzingen == set(SCHEMA["$defs"])


def test_vast_woord_in_de_editor_heeft_uitleg() -> None:
    bij_actie = SCHEMA["$defs"]["Actiewoord"]["anyOf"]
    assert bij_actie[0]["enumDescriptions"][bij_actie[0]["enum"].index("contact")] == "contact opnemen: bellen of mailen"
    assert bij_actie[1] == {"type": "string", "pattern": r"^[A-Za-z0-9][A-Za-z0-9_-]*$(?!\n)", "maxLength": 80}


VELDEN = {
    "type": "object",
    "properties": {
        "mdo": {
            "type": "object",
            "title": "Overleg",
            "properties": {"elke": {"$ref": "#/$defs/Ritme"}, "verslag": {"$ref": "#/$defs/JaNee"}},
        }
    },
}


def test_met_uitbreiding_kent_de_editor_de_regio() -> None:
    uitgebreid = beleid_schema(Uitbreiding(rollen=noord_kennemerland().rollen, velden=VELDEN))
    assert "js_coach" in uitgebreid["$defs"]["Rol"]["anyOf"][0]["enum"]
    keurder = Draft202012Validator(uitgebreid)
    data = voorbeeld()
    data["regionaal"] = {"mdo": {"elke": "6 weken", "verslag": "ja"}}
    assert keurder.is_valid(data)
    data["regionaal"] = {"mdo": {"elke": "soms", "verslag": "ja"}}
    assert not keurder.is_valid(data)


@pytest.mark.parametrize(
    ("blok", "past"),
    [
        pytest.param({"mdo": {"elke": "6 weken"}}, True, id="past"),
        pytest.param({"mdo": {"verslag": True}}, True, id="boolean"),
        pytest.param({"mdo": {"verslag": "yes"}}, False, id="yes"),
        pytest.param({"mdo": {"onbekend": 1}}, False, id="onbekende sleutel, ook zonder additionalProperties in het fragment"),
        pytest.param({"msa": {}}, False, id="onbekend blok"),
    ],
)
def test_regionaal_schema_is_streng(blok: dict[str, Any], past: bool) -> None:
    assert Draft202012Validator(regional_schema(VELDEN)).is_valid(blok) == past
