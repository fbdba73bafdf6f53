"""Kaders: wat meegeleverd is klopt van voor tot achter, en een kader van een ander krijgt elke fout met zijn plaats."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import jsonschema
import pytest

from beleidscheck.beleid.woorden import ROLLEN
from beleidscheck.cli.schemas import schema_for, stale
from beleidscheck.data import example_dir, kader_dir, schema_dir
from beleidscheck.errors import InvalidKaderError, UsageError
from beleidscheck.kader import available, load_kader, read_kader, twin, twin_text
from beleidscheck.source import read_source
from beleidscheck.toetsen.tekst import count_words, filler
from tests.hulp.opdracht import draai
from tests.hulp.toetsbank import kaders

if TYPE_CHECKING:
    from pathlib import Path

NORMEN = [(kader, norm) for kader in kaders(*available()) for norm in kader.normen]
KADER = """\
kader: 1
id: proef
versie: '1'
naam: Proef
status: concept
geldig_van: '2026-08-01'
toelichting: Een kader om mee te proberen.
bronnen: {{nota: {{titel: Nota, uitgever: School, datum: '2026'}}}}
normen:
  - id: proef.een
    titel: Visie
    zegt: De school heeft een visie.
    niveau: verwacht
    grond: afspraak
    bron: nota
    plek: § 1
    element: 1
    cluster: visie
    aan_zet: directeur
    toetsen:
      - {toets}
    uitleg: Zonder visie is er geen richting.
    vraag: Is er een visie?
    herstel: {{voorbeeld: Wij zien elke leerling.}}
"""


@pytest.mark.parametrize("ref", available())
def test_elk_meegeleverd_kader_doorstaat_de_grondige_keuring(ref: str) -> None:
    assert read_kader(kader_dir() / f"{ref}.yaml").ref == ref


@pytest.mark.parametrize("ref", available())
def test_elk_meegeleverd_kader_past_in_het_schema(ref: str) -> None:
    schema = json.loads((schema_dir() / "kader.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(read_source(kader_dir() / f"{ref}.yaml").data, schema)


def test_de_schemas_zijn_vers() -> None:
    assert stale() == []


def test_aantallen() -> None:
    assert {kader.ref: len(kader.normen) for kader in kaders(*available())} == {
        "knsa-tips@2024": 16,
        "model16@2023": 124,
        "noord-kennemerland@2024-2025": 206,
        "noord-kennemerland@2025-2026-concept": 30,
        "wet-terugdringen-schoolverzuim@2024-wetsvoorstel": 19,
        "zuid-kennemerland-ijmond@2021": 23,
    }


def test_ids_zijn_uniek_over_alle_kaders() -> None:
    ids = [norm.id for _, norm in NORMEN]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(("kader", "norm"), [pytest.param(kader, norm, id=norm.id) for kader, norm in NORMEN])
def test_elke_norm_is_af(kader: object, norm: object) -> None:
    del kader
    assert norm.aan_zet in ROLLEN  # type: ignore[attr-defined]
    assert 15 <= count_words(norm.uitleg) <= 60  # type: ignore[attr-defined]
    assert norm.vraag.endswith("?")  # type: ignore[attr-defined]
    assert norm.zegt.endswith(".")  # type: ignore[attr-defined]
    assert not norm.titel.endswith(".")  # type: ignore[attr-defined]
    assert filler(norm.herstel.voorbeeld) is None  # type: ignore[attr-defined]
    assert norm.herstel.snippet  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("kader", "norm"), [pytest.param(kader, norm, id=norm.id) for kader, norm in NORMEN if norm.grond != "wet"]
)
def test_alleen_de_wet_heet_een_wettelijke_plicht(kader: object, norm: object) -> None:
    del kader
    tekst = f"{norm.uitleg} {norm.vraag} {norm.herstel.voorbeeld}".lower()  # type: ignore[attr-defined]
    assert not re.search(r"wettelijk verplicht|wettelijke plicht|de wet (eist|verplicht)", tekst)


def test_onbekend_kader_en_versie() -> None:
    with pytest.raises(UsageError, match=r"^Het kader «nergens@1» is niet bekend. Bekend zijn: knsa-tips@2024, model16@2023, "):
        load_kader("nergens@1")
    with pytest.raises(UsageError, match=r"^Van het kader «model16» is geen versie «2020» bekend. Wel bekend: model16@2023.$"):
        load_kader("model16@2020")
    with pytest.raises(UsageError, match=r"^Schrijf bij het kader «model16» ook de versie: model16@2023.$"):
        load_kader("model16")


def test_pad_buiten_de_map_is_geen_kader() -> None:
    with pytest.raises(UsageError):
        load_kader("../../etc@passwd")


@pytest.mark.parametrize(
    ("toets", "zin"),
    [
        pytest.param("{soort: gevuld, velden: [visie_en_doel.visie]}", None, id="goed"),
        pytest.param(
            "{soort: gevuld, velden: [visie_en_doel.bestaat_niet]}",
            "het veld `visie_en_doel.bestaat_niet` bestaat niet in een beleid.",
            id="onbekend veld",
        ),
        pytest.param("{soort: stap, signaal: [te_veel]}", "het woord «te_veel» (signaal) is niet bekend.", id="onbekend signaal"),
        pytest.param(
            "{soort: stap, signaal: [te_laat], actie: [toveren]}",
            "het woord «toveren» (actie) is niet bekend.",
            id="onbekende actie",
        ),
        pytest.param("{soort: stap, signaal: [te_laat], uiterlijk: veel}", "Deze waarde past hier niet.", id="geen hoeveelheid"),
        pytest.param(
            "{soort: grens, veld: check_en_nabellen.frequentie, hoogstens: soms}", "Deze waarde past hier niet.", id="geen grens"
        ),
        pytest.param("{soort: toverij}", "Deze soort toets bestaat niet.", id="onbekende soort"),
        pytest.param("{soort: gevuld, velden: []}", "Hier staat te weinig.", id="leeg"),
        pytest.param(
            "{soort: gevuld, velden: [visie_en_doel.visie], extra: 1}", "Dit veld bestaat niet.", id="onbekende sleutel"
        ),
    ],
)
def test_een_kader_van_een_ander(tmp_path: Path, toets: str, zin: str | None) -> None:
    bestand = tmp_path / "proef.yaml"
    bestand.write_text(KADER.format(toets=toets), encoding="utf-8")
    if zin is None:
        assert read_kader(bestand).ref == "proef@1"
        return
    with pytest.raises(InvalidKaderError) as fout:
        read_kader(bestand)
    assert [zin in fault.zin for fault in fout.value.faults] == [True]
    assert {fault.regel for fault in fout.value.faults} == {21}


def test_dubbele_norm_en_onbekende_bron(tmp_path: Path) -> None:
    bestand = tmp_path / "proef.yaml"
    tekst = KADER.format(toets="{soort: gevuld, velden: [visie_en_doel.visie]}")
    bestand.write_text(tekst + tekst[tekst.index("  - id:") :].replace("bron: nota", "bron: brief"), encoding="utf-8")
    with pytest.raises(InvalidKaderError) as fout:
        read_kader(bestand)
    assert [fault.zin for fault in fout.value.faults] == [
        "De norm «proef.een» staat er twee keer; de eerste op regel 10.",
        "De bron «brief» van norm «proef.een» staat niet onder `bronnen`.",
    ]


@pytest.mark.parametrize("ref", available())
def test_de_gebouwde_tweeling_is_het_kader_zelf(ref: str) -> None:
    pad = kader_dir() / f"{ref}.yaml"
    assert twin(pad).read_text(encoding="utf-8") == twin_text(pad)
    assert load_kader(ref).bestand == read_kader(pad).bestand
    assert load_kader(ref).sha256 == read_source(pad).sha256


def test_een_tweeling_van_een_andere_versie_telt_niet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pad = tmp_path / "proef@1.yaml"
    pad.write_text(KADER.format(toets="{soort: gevuld, velden: [visie_en_doel.visie]}"), encoding="utf-8")
    twin(pad).parent.mkdir()
    twin(pad).write_text('{"sha256": "0", "inhoud": {}}', encoding="utf-8")
    monkeypatch.setattr("beleidscheck.kader.kader_dir", lambda: tmp_path)
    assert load_kader("proef@1").normen[0].id == "proef.een"
    assert available() == ("proef@1",)


def test_het_schema_kent_ook_de_regio() -> None:
    schema = json.loads(schema_for("beleid", ("noord-kennemerland@2024-2025",)))
    jsonschema.validate(read_source(example_dir() / "polderlicht-college-vo.yaml").data, schema)
    met_fout = {**read_source(example_dir() / "polderlicht-college-vo.yaml").data, "regionaal": {"msa": {"bestaat_niet": 1}}}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(met_fout, schema)
    with pytest.raises(UsageError, match=r"^Alleen bij het schema van een beleid kan een kader worden opgenomen.$"):
        schema_for("rapport", ("model16@2023",))


@pytest.mark.parametrize(
    ("ref", "norm"),
    [
        ("wet-terugdringen-schoolverzuim@2024-wetsvoorstel", "wet.duo.16-uur"),
        ("zuid-kennemerland-ijmond@2021", "zki2021.duo.16-uur"),
    ],
)
def test_de_strengste_lezing_vraagt_iets_wat_de_school_kan_doen(
    ref: str, norm: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Zestien klokuren in plaats van lesuren: de zin gaat over de stap, niet over de sector van de school."""
    tekst = (
        (example_dir() / "polderlicht-college-vo.yaml")
        .read_text(encoding="utf-8")
        .replace("drempel: 16 lesuren", "drempel: 16 klokuren")
    )
    pad = tmp_path / "school.yaml"
    regio = "zuid-kennemerland-ijmond" if ref.startswith("zuid") else "noord-kennemerland"
    pad.write_text(tekst.replace("regio: noord-kennemerland", f"regio: {regio}"), encoding="utf-8")
    draaide = draai(
        capsys,
        "toets",
        pad,
        "--kader",
        "noord-kennemerland@2024-2025",
        "--kader",
        ref,
        "--formaat",
        "json",
        "--peildatum",
        "2026-10-01",
    )
    (bevinding,) = (b for b in json.loads(draaide.uit)["rapporten"][0]["bevindingen"] if b["norm"]["id"] == norm)
    assert bevinding["gewicht"] == "aandachtspunt"
    assert "gevraagd is uiterlijk bij 16 lesuren" in bevinding["zin"]
    assert bevinding["trapbewijs"]["verhaal"].endswith("Een lesuur duurt bij u 50 minuten.")
