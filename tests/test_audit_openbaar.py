"""De openbare site: geen naam, geen pad, en geen klein aantal, ook niet voor wie rekent."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleidscheck.auditing import run_audit
from beleidscheck.auditing.historie import measure
from beleidscheck.auditing.onderdrukking import suppress
from beleidscheck.auditing.verslag import Verslag
from beleidscheck.cli.audit_site import write_site
from beleidscheck.data import example_dir
from beleidscheck.document.audit_boek import make_audit_book
from beleidscheck.document.uitleg_paden import norm_page
from beleidscheck.source import read_source, write_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DAG: Final = date(2026, 10, 1)
MINIMUM: Final = 3
NAMEN: Final = tuple(f"Zilvermeeuw {woord} {nummer}" for nummer, woord in enumerate(("Oost", "West", "Noord", "Zuid") * 4))


def _rows(totaal: int, vakken: int) -> Iterator[tuple[int, ...]]:
    if vakken == 1:
        yield (totaal,)
        return
    for eerste in range(totaal + 1):
        yield from ((eerste, *rest) for rest in _rows(totaal - eerste, vakken - 1))


@pytest.mark.parametrize(("minimum", "vakken", "grootste"), [(2, 3, 24), (3, 3, 24), (3, 4, 18), (5, 2, 24), (5, 3, 26), (5, 4, 21)])
def test_wie_de_regel_kent_rekent_het_niet_terug(minimum: int, vakken: int, grootste: int) -> None:
    """The attacker knows the total, the rule and all that is shown, and tries every row that would look the same."""
    for totaal in range(2 * minimum, grootste + 1):
        gelijk: dict[tuple[int | None, ...], list[tuple[int, ...]]] = defaultdict(list)
        for rij in _rows(totaal, vakken):
            gelijk[suppress(rij, minimum)].append(rij)
        for getoond, rijen in gelijk.items():
            for vak, aantal in enumerate(getoond):
                if aantal is None:
                    assert len({rij[vak] for rij in rijen}) >= minimum, (totaal, getoond, rijen[:3])
                else:
                    assert minimum <= aantal <= totaal - minimum


@pytest.mark.parametrize("minimum", [0, 1])
def test_zonder_minimum_is_niets_klein(minimum: int) -> None:
    assert suppress((0, 1, 40), minimum) == (0, 1, 40)


def test_een_hele_kleine_regio_toont_niets() -> None:
    assert suppress((2, 1, 0), 5) == (None, None, None)
    assert suppress((), 5) == ()


def test_iedereen_hetzelfde_is_ook_een_klein_aantal() -> None:
    assert suppress((40, 0, 0), 5) == (None, None, None)


@given(st.lists(st.integers(0, 200), min_size=1, max_size=7), st.integers(2, 12))
def test_wat_er_staat_is_waar_en_nooit_klein(rij: list[int], minimum: int) -> None:
    getoond = suppress(rij, minimum)
    assert all(aantal in {None, echt} for aantal, echt in zip(getoond, rij, strict=True))
    assert all(aantal is None or aantal >= minimum for aantal in getoond)
    verborgen = [echt for aantal, echt in zip(getoond, rij, strict=True) if aantal is None]
    assert not verborgen or len(verborgen) > 1 or len(rij) == 1
    assert not verborgen or sum(verborgen) >= 2 * minimum or len(verborgen) == len(rij)


@pytest.fixture(scope="module")
def regio(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixteen schools with names and numbers that occur nowhere else, in a folder with a name of its own."""
    map_ = tmp_path_factory.mktemp("regio") / "Geheime Duinstreek"
    bronnen = sorted(example_dir().glob("*.yaml"))
    for nummer, naam in enumerate(NAMEN):
        data = read_source(bronnen[nummer % len(bronnen)]).data
        data["school"] |= {"naam": naam, "brin": f"7{nummer % 10}Q{chr(65 + nummer)}"}
        doel = map_ / f"map-{nummer % 3}" / f"kluis-{nummer:02d}.yaml"
        doel.parent.mkdir(parents=True, exist_ok=True)
        doel.write_text(write_yaml(data), encoding="utf-8")
    (map_ / "stuk-bestand.yaml").write_text("beleid: [", encoding="utf-8")
    return map_


@pytest.fixture(scope="module")
def openbaar(regio: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    doel = tmp_path_factory.mktemp("openbaar")
    with run_audit([regio], peildatum=DAG, werkers=1) as audit:
        nu = measure(audit)
        vroeger = type(nu)("2025-10-01", nu.scholen, nu.statussen, nu.elementen, nu.kaders, nu.gewichten)
        list(write_site(Verslag(audit, historie=(vroeger,)), doel, openbaar=True, minimum=MINIMUM, werkers=1))
    return {pad.relative_to(doel).as_posix(): pad.read_bytes() for pad in doel.rglob("*") if pad.is_file()}


def test_geen_school_in_geen_enkele_byte(openbaar: dict[str, bytes]) -> None:
    geheim = [*NAMEN, "Zilvermeeuw", "zilvermeeuw", "Duinstreek", "kluis", "map-0", "stuk-bestand", ".yaml", "school/", "rapport/", "beleid/"]
    geheim += [f"7{nummer % 10}Q{chr(65 + nummer)}" for nummer in range(len(NAMEN))]
    for bron in example_dir().glob("*.yaml"):
        geheim.append(read_source(bron).data["school"]["naam"])
    for pad, inhoud in openbaar.items():
        tekst = inhoud.decode()
        for woord in geheim:
            assert woord not in tekst, (woord, pad)
            assert woord not in pad
    assert not [pad for pad in openbaar if pad.partition("/")[0] in {"school", "rapport", "beleid", "scholen"}]


def test_geen_klein_aantal_op_een_bladzijde_van_een_norm(regio: Path, openbaar: dict[str, bytes]) -> None:
    """Every count of schools on the page of a norm is either hidden or at least the minimum."""
    gezien = 0
    with run_audit([regio], peildatum=DAG, werkers=1) as audit:
        boek = make_audit_book(Verslag(audit), openbaar=True, minimum=MINIMUM)
        for kader, norm in boek.norms():
            tekst = openbaar[norm_page(kader.ref, norm.id)].decode()
            getallen = re.findall(r'<td role="cell" data-kop="Scholen">([^<]*)</td>', tekst)
            assert len(getallen) in {0, 3}
            assert all(getal == "niet getoond" or int(getal) >= MINIMUM for getal in getallen)
            gezien += sum(getal != "niet getoond" for getal in getallen)
    assert gezien > 50


def test_dezelfde_toets_voor_een_iets_andere_groep_staat_er_maar_een_keer(tmp_path: Path) -> None:
    """The difference between two almost equal groups would be about a few schools."""
    heel = read_source(example_dir() / "korte-vorm-vo.yaml").data
    basis = {sleutel: heel[sleutel] for sleutel in ("formaat", "school", "beleid", "kaders")}
    norm: dict[str, Any] = {
        "titel": "Visie", "zegt": "De school heeft een visie.", "niveau": "verwacht", "grond": "afspraak", "bron": "b", "plek": "§1", "element": 1,
        "cluster": "visie", "aan_zet": "directeur", "uitleg": "Een visie zegt waarom.", "vraag": "Is er een visie?",
        "herstel": {"voorbeeld": "Wij zien elke leerling.", "snippet": "visie_en_doel:\n  visie: Wij zien elke leerling.\n"},
        "toetsen": [{"soort": "gevuld", "velden": ["visie_en_doel.visie"]}],
    }  # fmt: skip
    ander = {**norm, "toetsen": [{"soort": "gevuld", "velden": ["visie_en_doel.doelen"]}]}
    ander["herstel"] = {"voorbeeld": "Wij willen elke leerling zien.", "snippet": "visie_en_doel:\n  doelen:\n    - Wij zien elke leerling.\n"}
    for naam in ("een", "twee"):
        kader: dict[str, Any] = {
            "kader": 1, "id": naam, "versie": "1", "naam": f"Kader {naam}", "status": "geldend", "geldig_van": "2026-01-01", "toelichting": "Toelichting.",
            "bronnen": {"b": {"titel": "Bron", "uitgever": "Regio", "datum": "2026-01-01", "toelichting": "Uitleg."}},
            "normen": [{**norm, "id": f"{naam}.visie"}, {**ander, "id": f"{naam}.doel"}],
        }  # fmt: skip
        if naam == "twee":
            kader["normen"] = [{**deel, "geldt_voor": {"sectoren": ["vo"]}} for deel in kader["normen"]]
        (tmp_path / f"{naam}.yaml").write_text(write_yaml(kader), encoding="utf-8")
    scholen = tmp_path / "scholen"
    scholen.mkdir()
    for nummer in range(30):
        basis["school"]["sector"] = "vo" if nummer < 29 else "vso"
        basis["visie_en_doel"] = {"visie": "Wij zien elke leerling elke dag."} if nummer % 2 else {}
        (scholen / f"{nummer}.yaml").write_text(write_yaml(basis), encoding="utf-8")
    refs = [str(tmp_path / "een.yaml"), str(tmp_path / "twee.yaml")]
    with run_audit([scholen], peildatum=DAG, kaders=refs, werkers=1) as audit:
        boek = make_audit_book(Verslag(audit), openbaar=True, minimum=5)
        assert boek.norm_row(("een@1", "een.visie")) == {"voldoet": 15, "voldoet niet": None, "anders": None}
        assert boek.norm_row(("twee@1", "twee.visie")) is None


def test_een_kader_van_een_enkele_school_heeft_geen_bladzijde(tmp_path: Path) -> None:
    bron = (example_dir() / "korte-vorm-vo.yaml").read_text(encoding="utf-8")
    for nummer in range(6):
        (tmp_path / f"{nummer}.yaml").write_text(bron, encoding="utf-8")
    extra = read_source(example_dir() / "korte-vorm-vo.yaml").data
    extra["kaders"] = [*extra["kaders"], "knsa-tips@2024"]
    (tmp_path / "9.yaml").write_text(write_yaml(extra), encoding="utf-8")
    with run_audit([tmp_path], peildatum=DAG, werkers=1) as audit:
        dicht = make_audit_book(Verslag(audit), openbaar=True, minimum=5)
        open_ = make_audit_book(Verslag(audit), openbaar=False, minimum=5)
    assert "knsa-tips@2024" in {kader.ref for kader in open_.kaders}
    assert "knsa-tips@2024" not in {kader.ref for kader in dicht.kaders}
