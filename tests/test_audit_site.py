"""De site van een audit: alles heeft een bladzijde, elke verwijzing bestaat, en de bytes hangen niet af van het aantal processen."""

from __future__ import annotations

import base64
import hashlib
import os
import posixpath
import re
import signal
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

import pytest

from beleidscheck.auditing import run_audit
from beleidscheck.auditing.basislijn import Basislijn, lines_of
from beleidscheck.auditing.delta import compare_audits, standings
from beleidscheck.auditing.historie import Meting, measure
from beleidscheck.auditing.verslag import Verslag
from beleidscheck.bevinding import Gewicht, Oordeel
from beleidscheck.cli import audit_site as werk
from beleidscheck.cli.audit_site import write_site
from beleidscheck.cli.publiceren import policy_document
from beleidscheck.data import example_dir
from beleidscheck.document.audit_beeld import distribution_picture, heat_picture, trend_picture
from beleidscheck.document.audit_boek import count_words, make_audit_book
from beleidscheck.document.audit_site import page_paths
from beleidscheck.errors import UsageError
from beleidscheck.kader import load_kader
from beleidscheck.report import ElementStatus
from beleidscheck.source import read_source, write_yaml
from tests.hulp.opdracht import ENGELS, KORT, MODEL, draai
from tests.hulp.verwacht import assert_expected
from tests.test_uitleg_site import Bladzijde

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from beleidscheck.auditing import Audit
    from beleidscheck.report import Report

DAG: Final = date(2026, 10, 1)
KWAAD: Final = '<script>alert("x")</script> =cmd|/../%00\u202e*_`'


def _school(map_: Path, naam: str, bestand: str, bron: str = "korte-vorm-vo.yaml", **blokken: object) -> None:
    data = read_source(example_dir() / bron).data
    data["school"] = {**data["school"], "naam": naam}
    data["school"].pop("brin", None)
    (map_ / bestand).parent.mkdir(parents=True, exist_ok=True)
    (map_ / bestand).write_text(write_yaml({**data, **blokken}), encoding="utf-8")


def _small(map_: Path, naam: str, bestand: str, kaders: list[str]) -> None:
    """Write a policy that says next to nothing, for pages that can be read as a whole."""
    bron = read_source(KORT).data
    data = {"formaat": bron["formaat"], "school": {**bron["school"], "naam": naam}, "beleid": bron["beleid"], "kaders": kaders}
    data["school"].pop("brin", None)
    (map_ / bestand).write_text(write_yaml({**data, "visie_en_doel": {"visie": "Wij zien elke leerling elke dag."}}), encoding="utf-8")


@pytest.fixture(scope="module")
def scholen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Nine schools: ours, two with one name, a hostile one, one that cannot be read and one without a kader."""
    map_ = tmp_path_factory.mktemp("regio")
    for bron in ("polderlicht-college-vo.yaml", "eerste-versie-vo.yaml", "duinroos-po.yaml"):
        (map_ / bron).write_bytes((example_dir() / bron).read_bytes())
    _school(map_, "De Dubbele", "een/zelfde.yaml")
    _school(map_, "De Dubbele", "twee/zelfde.yaml", bron="eerste-versie-vo.yaml")
    _school(map_, KWAAD, "kwaad.yaml", bron="eerste-versie-vo.yaml")
    _school(map_, "con", "apparaat.yaml")
    _small(map_, "Zonder Kader", "zonder.yaml", [])
    (map_ / "stuk.yaml").write_text("beleid: [", encoding="utf-8")
    return map_


@pytest.fixture(scope="module")
def audit(scholen: Path) -> Iterator[Audit]:
    with run_audit([scholen], peildatum=DAG, werkers=1) as uitkomst:
        yield uitkomst


@pytest.fixture(scope="module")
def verslag(audit: Audit) -> Verslag:
    """An audit with everything around it: an earlier one, a history, and a baseline with one point of one school."""
    nu = measure(audit)
    oud = Meting("2025-10-01", nu.scholen - 1, nu.statussen, nu.elementen, nu.kaders, {"tekort": 99})
    vorige = standings(school for school in audit.outcomes() if "twee" not in school.bestand)
    sleutel = next(sleutel for sleutel, (naam, _) in vorige.items() if naam == "De Dubbele")
    norm = next(norm for norm, (oordeel, _) in vorige[sleutel][1].items() if oordeel is Oordeel.VOLDOET)
    vorige[sleutel][1][norm] = (Oordeel.VOLDOET_NIET, Gewicht.TEKORT)
    delta = compare_audits(vorige, audit.outcomes(), van="2025-10-01", tot=DAG.isoformat())
    regels = [regel for school in audit.outcomes() if "twee" in school.bestand for regel, _ in lines_of(school)]
    return Verslag(audit, basislijn=Basislijn(regels[:40]), delta=delta, historie=(oud,))


def _files(map_: Path) -> dict[str, str]:
    return {pad.relative_to(map_).as_posix(): pad.read_text(encoding="utf-8") for pad in map_.rglob("*") if pad.is_file()}


@pytest.fixture(scope="module")
def map_(verslag: Verslag, tmp_path_factory: pytest.TempPathFactory) -> Path:
    doel = tmp_path_factory.mktemp("site")
    assert list(write_site(verslag, doel, openbaar=False, minimum=5, werkers=1)) == [doel / "index.html"]
    return doel


@pytest.fixture(scope="module")
def site(map_: Path) -> Mapping[str, str]:
    return _files(map_)


@pytest.fixture(scope="module")
def gelezen(site: Mapping[str, str]) -> Mapping[str, Bladzijde]:
    return {pad: Bladzijde(html) for pad, html in site.items() if pad.endswith(".html")}


def _page_of(site: Mapping[str, str], deel: str) -> str:
    (pad,) = [pad for pad in site if pad.startswith("school/") and deel in pad]
    return pad


# ---- Alles heeft een bladzijde, en elke verwijzing bestaat -----------------------------------------------------------


def test_wat_er_staat(site: Mapping[str, str], verslag: Verslag) -> None:
    boek = make_audit_book(verslag, openbaar=False, minimum=5)
    documenten = {pad for blad in boek.scholen if blad.kop.status in {"gereed", "CONCEPT"} for pad in (blad.rapport, blad.beleid)}
    assert set(site) == {"stijl.css", *page_paths(boek), *(blad.pad for blad in boek.scholen), *documenten}
    assert len(boek.scholen) == 9
    assert len(documenten) == 14


@pytest.mark.parametrize("openbaar", [False, True], ids=["met namen", "openbaar"])
def test_elke_verwijzing_bestaat(openbaar: bool, verslag: Verslag, gelezen: Mapping[str, Bladzijde], tmp_path: Path) -> None:
    bladen = gelezen
    if openbaar:
        list(write_site(verslag, tmp_path, openbaar=True, minimum=2, werkers=1))
        bladen = {pad: Bladzijde(html) for pad, html in _files(tmp_path).items() if pad.endswith(".html")}
    dood = []
    for pad, blad in bladen.items():
        for adres in blad.verwijzingen:
            if re.match(r"[a-z]+:", adres):
                continue
            naar, _, anker = adres.partition("#")
            doel = posixpath.normpath(posixpath.join(posixpath.dirname(pad), unquote(naar))) if naar else pad
            if doel not in bladen or (anker and unquote(anker) not in bladen[doel].ankers):
                dood.append(f"{pad}: {adres}")
    assert dood == []


def test_elke_bladzijde_is_te_vinden(gelezen: Mapping[str, Bladzijde]) -> None:
    """Following links from the first page leads to every page."""
    gezien, te_doen = {"index.html"}, ["index.html"]
    while te_doen:
        pad = te_doen.pop()
        for adres in gelezen[pad].verwijzingen:
            naar = adres.partition("#")[0]
            doel = posixpath.normpath(posixpath.join(posixpath.dirname(pad), unquote(naar)))
            if naar and doel in gelezen and doel not in gezien:
                gezien.add(doel)
                te_doen.append(doel)
    assert gezien == set(gelezen)


def test_elke_bladzijde_staat_op_zichzelf(gelezen: Mapping[str, Bladzijde], site: Mapping[str, str]) -> None:
    for pad, blad in gelezen.items():
        assert len(blad.ankers) == len(set(blad.ankers)), pad
        assert blad.koppen.count(1) == 1, pad
        assert all(volgende - vorige <= 1 for vorige, volgende in zip(blad.koppen, blad.koppen[1:], strict=False)), pad
        assert not re.search(r"<[^>]*\son[a-z]+\s*=", site[pad]), pad
        if pad.startswith("beleid/"):
            assert blad.opgehaald == []
            continue
        (stijlblad,) = blad.opgehaald
        assert posixpath.normpath(posixpath.join(posixpath.dirname(pad), stijlblad)) == "stijl.css"
        assert blad.stijl == []
        hash_ = base64.b64encode(hashlib.sha256(blad.script.encode()).digest()).decode()
        assert (f"script-src &#39;sha256-{hash_}&#39;" in site[pad]) or not blad.script
    assert not re.search(r"@import|url\((?!\s*[\"']?data:)|https?:", site["stijl.css"])


def test_alles_is_aan_ons_merk_te_herkennen(site: Mapping[str, str]) -> None:
    assert [pad for pad, tekst in site.items() if "beleidscheck audit" not in tekst[:400]] == []
    assert all(tekst.lstrip().lower().startswith("<!doctype html>") for pad, tekst in site.items() if pad.endswith(".html"))


def test_elke_tekening_heeft_woorden(site: Mapping[str, str]) -> None:
    aantal = 0
    for pad, html in site.items():
        for svg in re.findall(r"<svg.*?</svg>", html, flags=re.DOTALL):
            aantal += 1
            assert re.search(r"<title[^>]*>[^<]+</title><desc[^>]*>[^<]+</desc>", svg), pad
            assert "href" not in svg
    assert aantal > 25


# ---- Namen -----------------------------------------------------------------------------------------------------------


def test_twee_scholen_met_een_naam_hebben_elk_hun_bladzijde(site: Mapping[str, str]) -> None:
    dubbel = [pad for pad in site if pad.startswith("school/de-dubbele")]
    assert len(dubbel) == 2
    assert {re.search(r"(een|twee)/zelfde.yaml", site[pad])[1] for pad in dubbel} == {"een", "twee"}  # type: ignore[index]


def test_een_vijandige_naam_doet_nergens_iets(site: Mapping[str, str]) -> None:
    assert all(re.fullmatch(r"[a-z0-9@._/-]+", pad) and ".." not in pad for pad in site)
    assert "school/con.html" not in site
    for pad, html in site.items():
        zonder = re.sub(r"<script>/\* Zoeken.*?</script>", "", html, flags=re.DOTALL)
        assert "<script" not in zonder, pad
        assert "\u202e" not in html
    assert "alert(&#34;x&#34;)" in site["index.html"]


def test_een_nieuwe_school_verandert_de_namen_van_andere_niet(scholen: Path, site: Mapping[str, str]) -> None:
    with run_audit([scholen / "een", scholen / "duinroos-po.yaml"], peildatum=DAG, werkers=1) as audit:
        namen = {blad.pad for blad in make_audit_book(Verslag(audit), openbaar=False, minimum=5).scholen}
    assert "school/de-dubbele.html" in namen
    assert next(naam for naam in namen if "duinroos" in naam) in site


def test_het_pad_van_de_machine_staat_er_niet_in(site: Mapping[str, str], scholen: Path) -> None:
    for pad, html in site.items():
        assert str(scholen) not in html, pad
        assert not re.search(r"/(?:work|tmp|home|root)/", html), pad


# ---- Wat er staat ----------------------------------------------------------------------------------------------------


def test_scholen_staan_op_naam_en_zonder_rang(gelezen: Mapping[str, Bladzijde], site: Mapping[str, str]) -> None:
    matrix = site["index.html"].partition('class="matrix"')[2].partition("</table>")[0]
    namen = re.findall(r'<th scope="row" role="rowheader"><a href="school/[^"]+">([^<]+)</a>', matrix)
    assert [naam for naam in namen if "script" not in naam] == [
        "Basisschool Duinroos Zandermeer", "con", "De Dubbele (een/zelfde.yaml)", "De Dubbele (twee/zelfde.yaml)", "Polderlicht College", "Scholengemeenschap Vlietoever", "stuk.yaml", "zonder.yaml",
    ]  # fmt: skip
    for pad, blad in gelezen.items():
        if not pad.startswith(("beleid/", "rapport/", "norm/", "vergelijking/")):
            assert not re.search(r"\d\s*%", blad.tekst), pad
            assert not re.search(r"ranglijst(?!\.|:)|beste school|slechtste", blad.tekst), pad


def test_de_matrix_zegt_elke_stand_in_woorden(site: Mapping[str, str], audit: Audit) -> None:
    standen = re.findall(r'data-nr="(\d+)"><span aria-hidden="true">.*?</span><span class="verborgen">([^<]+)</span>', site["index.html"])
    assert len(standen) == 16 * len(audit.scholen)
    for nummer in range(1, 17):
        eigen = [woord for cijfer, woord in standen if int(cijfer) == nummer]
        for stand in ElementStatus:
            assert eigen.count(str(stand)) == sum(bool(kop.elementen) and kop.elementen[nummer] is stand for kop in audit.scholen)


def test_een_rij_telt_altijd_op_tot_alle_scholen(verslag: Verslag) -> None:
    boek = make_audit_book(verslag, openbaar=False, minimum=5)
    rijen = [boek.element_row(nummer) for nummer in range(17)] + [boek.norm_row((kader.ref, norm.id)) for kader, norm in boek.norms()]
    rijen += [rij for nummer in range(17) for datum, rij in boek.trend(nummer) if datum == DAG.isoformat()]
    assert len(rijen) > 300
    for rij in rijen:
        assert rij is not None
        assert sum(aantal or 0 for aantal in rij.values()) == len(verslag.audit.scholen)


def test_een_norm_noemt_precies_de_scholen_met_dat_oordeel(verslag: Verslag, gelezen: Mapping[str, Bladzijde]) -> None:
    boek = make_audit_book(verslag, openbaar=False, minimum=5)
    per_pad = {blad.pad: blad for blad in boek.scholen}
    for kader, norm in list(boek.norms())[::17]:
        blad = gelezen[f"norm/{kader.ref}/{norm.id}.html"]
        genoemd = {posixpath.normpath(posixpath.join("norm/x", adres)) for adres in blad.verwijzingen} & set(per_pad)
        verwacht = {
            school.pad
            for oordeel, deel in boek.schools_by((kader.ref, norm.id)).items()
            for school in deel
            if oordeel is not Oordeel.NIET_VAN_TOEPASSING
        }
        assert {blad.pad for blad in map(per_pad.__getitem__, genoemd)} == verwacht


def test_een_school_ziet_beide_kanten_van_het_bewijs(site: Mapping[str, str], gelezen: Mapping[str, Bladzijde]) -> None:
    pad = _page_of(site, "script")
    tekst = gelezen[pad].tekst
    assert re.search(r"kwaad\.yaml:\d+:\d+", tekst)
    for woord in ("Wat het beleid zegt", "Wat de norm zegt", "Eerst dit", "Naast de andere scholen", "zelf beoordelen", "Veranderd sinds 1 oktober 2025"):
        assert woord in tekst
    assert MODEL in tekst


def test_wat_veranderde_en_wat_al_bekend_was(site: Mapping[str, str], gelezen: Mapping[str, Bladzijde]) -> None:
    een, twee = (next(pad for pad in site if pad.startswith("school/de-dubbele") and f"{map_}/zelfde" in site[pad]) for map_ in ("een", "twee"))
    assert "opgelost voldoet niet (tekort)" in gelezen[een].tekst
    assert "Deze school stond nog niet in de vorige audit." in gelezen[twee].tekst
    assert "Dit punt staat in de basislijn" in gelezen[twee].tekst
    assert "Dit punt staat in de basislijn" not in gelezen[een].tekst
    assert "Nieuw in deze audit: 1 school" in gelezen["index.html"].tekst


def test_wat_niet_te_lezen_is_heeft_een_bladzijde_met_de_plaats(site: Mapping[str, str], gelezen: Mapping[str, Bladzijde]) -> None:
    tekst = gelezen[_page_of(site, "stuk")].tekst
    assert re.search(r"Regel \d+, kolom \d+\.", tekst)
    assert "Het beleid is niet getoetst. Het beleid noemt geen kader." in gelezen[_page_of(site, "zonder")].tekst


def test_eigen_formuleringen_staan_bij_de_norm(site: Mapping[str, str]) -> None:
    met = [pad for pad, html in site.items() if pad.startswith("norm/") and "Zo schreven scholen die voldoen het zelf op" in html]
    assert len(met) > 10
    assert all(html.count("<blockquote>") <= 3 for pad, html in site.items() if pad in met)


def test_de_kaders_worden_met_hun_opvolger_vergeleken(site: Mapping[str, str]) -> None:
    assert [pad for pad in site if pad.startswith("vergelijking/")] == [
        "vergelijking/noord-kennemerland@2024-2025--noord-kennemerland@2025-2026-concept.html"
    ]


@pytest.mark.parametrize(
    ("pad", "naam"),
    [
        pytest.param("norm/model16@2023/model16.1.doelen.html", "audit_site_norm.html", id="norm"),
        pytest.param("school/zonder-yaml.html", "audit_site_zonder.html", id="school zonder kader"),
        pytest.param("element/8.html", "audit_site_element.html", id="element"),
    ],
)
def test_hele_bladzijde(pad: str, naam: str, site: Mapping[str, str]) -> None:
    assert_expected(site[pad], naam)


def test_hele_bladzijde_van_een_school(tmp_path: Path) -> None:
    _small(tmp_path, "De Kleine", "klein.yaml", ["knsa-tips@2024"])
    with run_audit([tmp_path], peildatum=DAG, werkers=1) as audit:
        list(write_site(Verslag(audit), tmp_path / "uit", openbaar=False, minimum=5, werkers=1))
    assert_expected((tmp_path / "uit" / "school" / "de-kleine.html").read_text(encoding="utf-8"), "audit_site_school.html")


# ---- Dezelfde bytes, en wat er misgaat -------------------------------------------------------------------------------


def test_dezelfde_bytes_met_twee_processen(scholen: Path, verslag: Verslag, site: Mapping[str, str], tmp_path: Path) -> None:
    with run_audit([scholen], peildatum=DAG, werkers=2) as audit:
        list(write_site(replace(verslag, audit=audit), tmp_path, openbaar=False, minimum=5, werkers=2))
    assert _files(tmp_path) == dict(site)


def test_een_proces_dat_valt_bederft_alleen_zijn_school(
    verslag: Verslag, site: Mapping[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gewoon = policy_document
    hier = os.getpid()

    def valt(report: Report) -> object:
        if os.getpid() != hier and report.bestand == "duinroos-po.yaml":
            os.kill(os.getpid(), signal.SIGKILL)
        return gewoon(report)

    monkeypatch.setattr(werk, "policy_document", valt)
    list(write_site(verslag, tmp_path, openbaar=False, minimum=5, werkers=2))
    geschreven = _files(tmp_path)
    mag_anders = {pad for pad in site if "duinroos" in pad} | {pad for pad in site if pad.startswith("norm/")}
    assert {pad for pad in site if geschreven.get(pad) != site[pad]} <= mag_anders
    (pad,) = [pad for pad in geschreven if pad.startswith("school/") and "duinroos" in pad]
    assert "van buitenaf gestopt" in geschreven[pad]
    assert "duinroos-po.yaml: het maken van deze bladzijde is van buitenaf gestopt" in capsys.readouterr().err
    assert not list(tmp_path.rglob(".beleidscheck-*"))


def test_een_bestand_dat_intussen_verandert(tmp_path: Path) -> None:
    _school(tmp_path, "De Snelle", "snel.yaml")
    with run_audit([tmp_path], peildatum=DAG, werkers=1) as audit:
        (tmp_path / "snel.yaml").write_text("weg", encoding="utf-8")
        list(write_site(Verslag(audit), tmp_path / "uit", openbaar=False, minimum=5, werkers=1))
    geschreven = _files(tmp_path / "uit")
    assert "Het beleid is gewijzigd of weggehaald terwijl deze site werd gemaakt." in geschreven["school/de-snelle.html"]
    assert not [pad for pad in geschreven if pad.startswith(("rapport/", "beleid/"))]


# ---- De opdracht -----------------------------------------------------------------------------------------------------


def _draai(capsys: pytest.CaptureFixture[str], *argv: object) -> tuple[int, str, str]:
    klaar = draai(capsys, "audit", KORT, "--peildatum", "2026-10-01", *argv)
    return klaar.code, klaar.uit, klaar.fout


def test_de_opdracht_schrijft_de_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, uit, fout = _draai(capsys, "--site", tmp_path / "site")
    assert (code, fout) == (0, "")
    assert uit.endswith(f"Geschreven: {tmp_path / 'site' / 'index.html'}\n")
    assert not ENGELS.search(Bladzijde((tmp_path / "site" / "index.html").read_text(encoding="utf-8")).tekst)


def test_een_tweede_keer_schrijft_alleen_wat_anders_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _draai(capsys, "--site", tmp_path)[0] == 0
    voor = {pad: pad.stat().st_mtime_ns for pad in tmp_path.rglob("*.html")}
    (tmp_path / "norm" / "van-mij.txt").write_text("van mij", encoding="utf-8")
    (tmp_path / "element" / "3.html").write_text("<!doctype html><!-- beleidscheck audit -->oud", encoding="utf-8")
    assert _draai(capsys, "--site", tmp_path)[0] == 0
    assert {pad.name for pad in voor if pad.stat().st_mtime_ns != voor[pad]} == {"3.html"}
    assert (tmp_path / "norm" / "van-mij.txt").is_file()


def test_openbaar_over_een_site_met_namen_laat_geen_naam_achter(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _draai(capsys, "--site", tmp_path)[0] == 0
    vreemd = tmp_path / "school" / "eigen.html"
    vreemd.write_text("van een ander", encoding="utf-8")
    code, _, fout = _draai(capsys, "--site", tmp_path, "--openbaar")
    assert code == 0
    assert re.search(r"^\d+ bladzijden van een vorige keer weggehaald", fout)
    assert vreemd.is_file()
    naam = read_source(KORT).data["school"]["naam"]
    assert not [pad for pad in tmp_path.rglob("*.html") if naam in pad.read_text(encoding="utf-8")]


@pytest.mark.parametrize("naam", ["index.html", "stijl.css", "element/4.html"])
def test_andermans_bestand_blijft_staan(naam: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / naam).parent.mkdir(exist_ok=True)
    (tmp_path / naam).write_text("<h1>Onze school</h1>", encoding="utf-8")
    code, _, fout = _draai(capsys, "--site", tmp_path)
    assert code == 2
    assert fout.startswith(f"Fout: In {tmp_path} staat al `{naam}`, en dat is niet met `audit --site` gemaakt. Er is niets geschreven.")
    assert [pad.relative_to(tmp_path).as_posix() for pad in tmp_path.rglob("*") if pad.is_file()] == [naam]


@pytest.mark.parametrize("optie", [["--openbaar"], ["--minimum", "3"]], ids=["openbaar", "minimum"])
def test_opties_van_de_site_zonder_site(optie: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    code, uit, fout = _draai(capsys, *optie)
    assert (code, uit) == (2, "")
    assert fout.startswith("Fout: `--openbaar` en `--minimum` gaan over de site.")


def test_de_site_uit_de_instellingen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    instellingen = tmp_path / "beleidscheck.toml"
    instellingen.write_text('[audit.site]\nmap = "uit"\nopenbaar = true\nminimum = 2\n', encoding="utf-8")
    assert _draai(capsys, "--instellingen", instellingen)[0] == 0
    assert "Aantallen onder de 2 staan hier niet" in (tmp_path / "uit" / "index.html").read_text(encoding="utf-8")


def test_een_lange_matrix_wordt_verdeeld(verslag: Verslag, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("beleidscheck.document.audit_start.PER_BLADZIJDE", 4)
    list(write_site(verslag, tmp_path, openbaar=False, minimum=5, werkers=1))
    delen = [(tmp_path / "scholen" / f"{nummer}.html").read_text(encoding="utf-8") for nummer in (1, 2, 3)]
    assert [deel.count('<th scope="row"') for deel in delen] == [4, 4, 1]
    assert 'class="matrix"' not in (tmp_path / "index.html").read_text(encoding="utf-8")


# ---- Tekeningen ------------------------------------------------------------------------------------------------------


def test_een_verborgen_aantal_staat_niet_in_de_tekening() -> None:
    rij: dict[str, int | None] = {"volledig": 12, "deels": None, "ontbreekt": None}
    beeld = distribution_picture("x", "Titel", [("Element", rij)], totaal=20)
    assert "deels niet getoond" in beeld.alt
    assert re.findall(r">([^<>]*\d[^<>]*)</text>", beeld.svg) == ["✓ 12"]
    assert "<text" in heat_picture("y", "Titel", ("a",), [("Element", [(None, 20)])]).svg
    trend = trend_picture("z", "Titel", ["toen", "nu", "straks"], [("volledig", [3, None, 4])])
    assert "nu niet getoond" in trend.alt
    assert trend.svg.count("<circle") == 2
    assert "L" not in re.findall(r'd="(M[^"]*)" fill="none" stroke="currentColor" stroke-width="2.2"', trend.svg)[0]


def test_een_lege_tekening_is_geen_fout() -> None:
    assert distribution_picture("x", "Titel", [], totaal=0).svg
    assert heat_picture("x", "Titel", (), []).svg
    assert trend_picture("x", "Titel", [], []).svg


def test_woorden_van_een_aantal() -> None:
    assert [count_words(aantal) for aantal in (0, 7, None)] == ["0", "7", "niet getoond"]


def test_een_kader_van_een_gebruiker_heeft_ook_een_bladzijde(tmp_path: Path) -> None:
    eigen = tmp_path / "eigen.yaml"
    eigen.write_bytes(load_kader("knsa-tips@2024").path.read_bytes().replace(b"id: knsa-tips", b"id: van-ons", 1))
    _small(tmp_path, "De Kleine", "klein.yaml", ["knsa-tips@2024"])
    with run_audit([tmp_path / "klein.yaml"], peildatum=DAG, kaders=[str(eigen)], werkers=1) as audit:
        assert audit.scholen[0].kaders == ("van-ons@2024",)
        list(write_site(Verslag(audit), tmp_path / "uit", openbaar=False, minimum=5, werkers=1))
    assert (tmp_path / "uit" / "kader" / "van-ons@2024.html").is_file()


def test_een_map_die_niet_kan(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("", encoding="utf-8")
    with run_audit([KORT], peildatum=DAG, werkers=1) as audit, pytest.raises((UsageError, OSError, Exception), match="map"):
        list(write_site(Verslag(audit), tmp_path / "x", openbaar=False, minimum=5, werkers=1))
