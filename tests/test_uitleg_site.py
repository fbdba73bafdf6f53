"""De uitleg als site: elke norm, soort en elk element, veld en woord heeft een bladzijde, en geen bladzijde zegt iets anders dan de toets."""

from __future__ import annotations

import base64
import hashlib
import posixpath
import re
from collections import Counter
from html import unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleidscheck.beleid.elementen import ELEMENTEN
from beleidscheck.beleid.paden import boom
from beleidscheck.beleid.woorden import KEUZES as LIJSTEN
from beleidscheck.beleid.woorden import woorden_van
from beleidscheck.bevinding import Oordeel
from beleidscheck.controle import Voorbeeldenboek
from beleidscheck.document.tekst import block_lines, encodable
from beleidscheck.document.uitleg import Pagina, compose_pages, count_pages
from beleidscheck.document.uitleg_boek import make_book, parts
from beleidscheck.document.uitleg_paden import (
    BOVENAAN,
    WOORDLIJSTEN,
    Wijzer,
    block_page,
    element_page,
    field_page,
    kader_page,
    kind_page,
    norm_page,
    safe_name,
    word_page,
)
from beleidscheck.document.uitleg_soort import kind_name, type_words
from beleidscheck.document.uitleg_toets import Verteller
from beleidscheck.document.uitleg_velden import walk
from beleidscheck.document.uitleg_voorbeeld import kind_cases, norm_cases
from beleidscheck.kader import Kader, Norm, available, combine, load_kader, read_kader
from beleidscheck.render.site import render_site
from beleidscheck.source import write_yaml
from beleidscheck.toetsen import SOORTEN, StapToets, ToetsBasis, Voorwaarde, all_fields
from beleidscheck.toetsen.voorbeeld import read_example
from tests.hulp.opdracht import ENGELS, MODEL, PROTOCOL, draai
from tests.hulp.verwacht import assert_expected

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

KADERS: Final = tuple(load_kader(ref) for ref in available())
TIPS: Final = "knsa-tips@2024"
NORMEN: Final = [pytest.param(kader, norm, id=norm.id) for kader in KADERS for norm in kader.normen]
BOEKEN: Final = {kader.ref: Voorbeeldenboek(kader) for kader in KADERS}
STEMPEL: Final = "beleidscheck VERSIE"


class Bladzijde(HTMLParser):
    """Wat er op een bladzijde staat: ankers, verwijzingen, wat de browser zou ophalen, koppen en de tekst."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ankers: list[str] = []
        self.verwijzingen: list[str] = []
        self.opgehaald: list[str] = []
        self.koppen: list[int] = []
        self.stijl: list[str] = []
        self.script = self._tekst = ""
        self._in = ""
        self.feed(html)
        self.tekst = " ".join(self._tekst.split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        waarden = {naam: waarde or "" for naam, waarde in attrs}
        if "id" in waarden:
            self.ankers.append(waarden["id"])
        if tag == "a":
            self.verwijzingen.append(waarden["href"])
        self.opgehaald += [waarden[naam] for naam in ("src", "srcset", "data", "poster") if naam in waarden]
        if tag == "link":
            self.opgehaald.append(waarden["href"])
        if "style" in waarden:
            self.stijl.append(waarden["style"])
        if re.fullmatch("h[1-6]", tag):
            self.koppen.append(int(tag[1]))
        self._in = tag

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - zo roept de ontleder haar aan
        self._in = ""

    def handle_data(self, data: str) -> None:
        if self._in == "script":
            self.script += data
        else:
            self._tekst += f" {data}"


@pytest.fixture(scope="module")
def paginas() -> Mapping[str, Pagina]:
    return {pagina.pad: pagina for pagina in compose_pages(KADERS)}


@pytest.fixture(scope="module")
def site(paginas: Mapping[str, Pagina]) -> Mapping[str, str]:
    return dict(render_site(paginas.values(), stempel=STEMPEL))


@pytest.fixture(scope="module")
def gelezen(site: Mapping[str, str]) -> Mapping[str, Bladzijde]:
    return {pad: Bladzijde(html) for pad, html in site.items() if pad.endswith(".html")}


# ---- Alles heeft een bladzijde ---------------------------------------------------------------------------------------


def test_alles_heeft_een_bladzijde(paginas: Mapping[str, Pagina]) -> None:
    verwacht = [norm_page(kader.ref, norm.id) for kader in KADERS for norm in kader.normen]
    verwacht += [kader_page(kader.ref) for kader in KADERS]
    verwacht += [kind_page(kind_name(soort)) for soort in SOORTEN]
    verwacht += [element_page(nummer) for nummer in range(len(ELEMENTEN) + 1)]
    verwacht += [block_page(sleutel) for sleutel in boom().velden if sleutel not in BOVENAAN]
    verwacht += [f"woord/{lijst}.html" for lijst in WOORDLIJSTEN]
    verwacht += ["index.html", "velden.html", "woorden.html", "woord/keuzes.html"]
    assert sorted(verwacht) == sorted(paginas)
    assert len(paginas) == count_pages(KADERS) == 493


def test_elk_veld_en_elk_woord_heeft_een_plek(gelezen: Mapping[str, Bladzijde]) -> None:
    plekken = [field_page(pad) for sleutel, veld in boom().velden.items() for pad in (sleutel, *(naam for naam, _ in walk(sleutel, veld)))]
    boek = make_book(KADERS)
    plekken += [field_page(veld) for veld in boek.per_veld]
    plekken += [word_page(lijst, woord) for lijst in WOORDLIJSTEN for woord in woorden_van(lijst, boek.uitbreiding)]
    for plek in plekken:
        pad, _, anker = plek.partition("#")
        assert anker in gelezen[pad].ankers, plek
    korte = gelezen["woord/keuzes.html"].tekst
    assert [woord for woorden in LIJSTEN.values() for woord in woorden if woord not in korte] == []


def test_elke_verwijzing_bestaat(gelezen: Mapping[str, Bladzijde]) -> None:
    """Every internal link on every page leads to a page that is there, and every anchor to a place on it."""
    dood = []
    for pad, bladzijde in gelezen.items():
        for adres in bladzijde.verwijzingen:
            if re.match(r"[a-z]+:", adres):
                continue
            naar, _, anker = adres.partition("#")
            doel = posixpath.normpath(posixpath.join(posixpath.dirname(pad), unquote(naar))) if naar else pad
            if doel not in gelezen or (anker and unquote(anker) not in gelezen[doel].ankers):
                dood.append(f"{pad}: {adres}")
    assert dood == []


def test_elke_bladzijde_staat_op_zichzelf(gelezen: Mapping[str, Bladzijde], site: Mapping[str, str]) -> None:
    for pad, bladzijde in gelezen.items():
        assert len(bladzijde.ankers) == len(set(bladzijde.ankers)), pad
        (stijlblad,) = bladzijde.opgehaald
        assert posixpath.normpath(posixpath.join(posixpath.dirname(pad), stijlblad)) == "stijl.css"
        assert bladzijde.stijl == [], pad
        assert bladzijde.koppen.count(1) == 1
        assert all(volgende - vorige <= 1 for vorige, volgende in zip(bladzijde.koppen, bladzijde.koppen[1:], strict=False)), pad
    assert not re.search(r"@import|url\((?!\s*[\"']?data:)|https?:", site["stijl.css"])


def test_het_script_is_het_enige_dat_mag(gelezen: Mapping[str, Bladzijde], site: Mapping[str, str]) -> None:
    for pad, bladzijde in gelezen.items():
        mag = re.search(r"script-src ('[^']+')", unescape(site[pad]))
        assert mag is not None
        hash_ = base64.b64encode(hashlib.sha256(bladzijde.script.encode()).digest()).decode()
        assert mag[1] == (f"'sha256-{hash_}'" if bladzijde.script else "'none'"), pad
        assert ('id="zoeken" role="search" hidden' in site[pad]) is bool(bladzijde.script)


def test_geen_bladzijde_noemt_een_machine_of_een_tijd(site: Mapping[str, str]) -> None:
    for pad, html in site.items():
        assert not re.search(r"/(?:work|tmp|home|root)/", html), pad


def test_dezelfde_bytes() -> None:
    kaders = [load_kader(TIPS)]
    een = dict(render_site(compose_pages(kaders), stempel=STEMPEL))
    assert een == dict(render_site(compose_pages([load_kader(TIPS)]), stempel=STEMPEL))


@pytest.mark.parametrize(
    ("pad", "naam"),
    [
        pytest.param(norm_page(MODEL, "model16.u.18plus"), "uitleg_norm.html", id="norm"),
        pytest.param(kind_page("als"), "uitleg_soort.html", id="soort"),
        pytest.param(element_page(5), "uitleg_element.html", id="element"),
        pytest.param(kader_page(TIPS), "uitleg_kader.html", id="kader"),
    ],
)
def test_hele_bladzijde(pad: str, naam: str, site: Mapping[str, str]) -> None:
    assert_expected(site[pad], naam)


# ---- De voorbeelden zijn de tests ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("kader", "norm"), NORMEN)
def test_een_norm_zegt_wat_de_machine_zegt(kader: Kader, norm: Norm, gelezen: Mapping[str, Bladzijde]) -> None:
    """Each example on the page of a norm is run again: verdict, sentence and what to do stand there as the machine gives them."""
    tekst = gelezen[norm_page(kader.ref, norm.id)].tekst
    boek = BOEKEN[kader.ref]
    aantal = 0
    for geval in boek.examples(norm):
        uitslag = boek.run(norm, geval)
        assert uitslag.meets(geval.verwacht), (geval, uitslag)
        assert uitslag.bevinding is not None
        aantal += 1
        for zin in (str(uitslag.bevinding.oordeel), uitslag.bevinding.zin, uitslag.bevinding.te_doen):
            assert _plain(zin) in _plain(tekst)
    assert aantal
    for deel in (norm.titel, norm.zegt, norm.uitleg, norm.vraag, norm.plek, norm.herstel.voorbeeld):
        assert _plain(deel).rstrip(".") in _plain(tekst)
    gevallen = norm_cases(boek, norm)
    oordelen = Counter(geval.bevinding.oordeel for geval in gevallen)
    assert oordelen[Oordeel.VOLDOET] + oordelen[Oordeel.TE_BEOORDELEN]
    assert oordelen[Oordeel.VOLDOET_NIET] or norm.id == "model16.u.onderwijstypen"
    assert len(gevallen) >= aantal


def _plain(tekst: str) -> str:
    return re.sub(r"\s+", "", tekst.replace("`", ""))


@pytest.mark.parametrize("soort", SOORTEN, ids=kind_name)
def test_een_soort_zegt_wat_de_machine_zegt(soort: type[ToetsBasis], gelezen: Mapping[str, Bladzijde]) -> None:
    gevallen = kind_cases(soort)
    assert [oordeel for oordeel, _ in gevallen] == [str(geval.bevinding.oordeel) for _, geval in gevallen]
    assert "voldoet niet" in [oordeel for oordeel, _ in gevallen]
    assert {"voldoet", "te beoordelen"} & {oordeel for oordeel, _ in gevallen}
    bladzijde = gelezen[kind_page(kind_name(soort))]
    for _, geval in gevallen:
        assert _plain(geval.bevinding.zin) in _plain(bladzijde.tekst)
        assert _plain(geval.yaml) in _plain(bladzijde.tekst)
    for naam, info in soort.model_fields.items():
        if naam != "soort":
            assert info.description, f"{naam} heeft geen uitleg"
            assert info.description in bladzijde.tekst
            assert type_words(info.annotation)[:8] in bladzijde.tekst


def test_elke_voorwaarde_heeft_uitleg() -> None:
    assert [naam for naam, info in Voorwaarde.model_fields.items() if not info.description] == []


# ---- Een toets in gewone woorden -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("kader", "norm"), NORMEN)
def test_de_toets_in_woorden_noemt_alles(kader: Kader, norm: Norm) -> None:
    verteller = Verteller(Wijzer(norm_page(kader.ref, norm.id)), combine(KADERS))
    tekst = _plain("\n".join(block_lines(verteller.tell(norm.toetsen))))
    for veld in all_fields(norm.toetsen):
        if "[]" not in veld:
            assert veld in tekst
    for toets in parts(norm.toetsen):
        for waarde in _mentioned(toets):
            assert _plain(verteller.word(waarde)) in tekst or _plain(waarde) in tekst, (waarde, tekst)


def _mentioned(toets: ToetsBasis) -> list[str]:
    """Return every word and quantity that a test asks for, so that none of them goes unsaid."""
    waarden: list[str] = []
    for naam in type(toets).model_fields:
        waarde = getattr(toets, naam)
        if naam in {"soort", "veld", "velden", "sleutel", "naar", "als", "dan", "toetsen", "reden"} or not waarde:
            continue
        if isinstance(waarde, str):
            waarden.append(waarde)
        elif isinstance(waarde, list):
            waarden += [deel for deel in waarde if isinstance(deel, str)]
    return waarden


@pytest.mark.parametrize(
    ("toets", "regels"),
    [
        pytest.param({"soort": "gevuld", "velden": ["a"]}, ["a is ingevuld."], id="één veld"),
        pytest.param({"soort": "gevuld", "velden": ["a", "b", "c"]}, ["a, b en c zijn allemaal ingevuld."], id="drie velden"),
        pytest.param({"soort": "gelijk", "veld": "a", "waarde": True}, ["Bij a staat «ja»."], id="ja"),
        pytest.param({"soort": "keuze", "veld": "a", "waarden": ["x", "y"]}, ["Bij a staat «x» of «y»."], id="keuze"),
        pytest.param(
            {"soort": "bevat", "veld": "a", "alle": ["x"], "een_van": ["y", "z"], "minstens": 1, "hoogstens": 3},
            ["Bij a staat «x».", "Bij a staat minstens één van «y» en «z».", "Bij a staat minstens 1 onderdeel.", "Bij a staan hoogstens 3 onderdelen."],
            id="bevat",
        ),
        pytest.param({"soort": "grens", "veld": "a", "minstens": 3}, ["a is minstens 3."], id="grens"),
        pytest.param(
            {"soort": "een_item", "veld": "a", "waar": {"b": {"gelijk": "x"}, "c": {"hoogstens": "1 jaar"}}},
            ["Bij a staat minstens één regel met «x» bij «b» en hoogstens 1 jaar bij «c»."],
            id="een item",
        ),
        pytest.param(
            {"soort": "stap", "signaal": ["te_laat"], "vanaf": "9 keer", "uiterlijk": "15 keer", "binnen": "1 schooljaar", "ook_meer_dan": True, "herhaling": True},
            [
                "In stap staat een stap bij «te laat», die niet eerder begint dan bij 9 keer en die uiterlijk begint bij 15 keer binnen 1 schooljaar («meer dan 15 keer» mag ook).",
                "Bij herhaling geldt de stap opnieuw.",
            ],
            id="een stap",
        ),
        pytest.param(
            {"soort": "stap", "signaal": ["aanwezigheid"], "onder": "90 procent"},
            ["In stap staat een stap bij «aanwezigheidspercentage», die begint zodra het onder 90 procent komt."],
            id="een peil",
        ),
        pytest.param(
            {"soort": "een_van", "toetsen": [{"soort": "gevuld", "velden": ["a"]}, {"soort": "gevuld", "velden": ["b"]}]},
            ["Eén hiervan is genoeg:", "a is ingevuld.", "b is ingevuld."],
            id="één van",
        ),
    ],
)
def test_de_woorden_van_een_toets(toets: dict[str, object], regels: list[str]) -> None:
    (gelezen,) = _toetsen([toets])
    verteld = [re.sub(r"«[^«»]*» \(stappen_bij_afwezigheid\)", "stap", regel) for regel in block_lines(Verteller(Wijzer("index.html")).one(gelezen))]
    assert [regel for regel in verteld if ".html" not in regel] == regels


def _toetsen(ruw: list[dict[str, object]]) -> tuple[ToetsBasis, ...]:
    norm = {**KADERS[0].normen[0].model_dump(mode="json"), "toetsen": ruw}
    return Norm.model_validate(norm).toetsen


def test_elke_stap_zegt_elk_veld() -> None:
    """Whatever a stap asks, the explanation says: no field of the soort leaves it as it was."""
    kaal: dict[str, object] = {"soort": "stap", "signaal": ["te_laat"], "uiterlijk": "6 keer", "actie": ["brief"]}
    erbij: dict[str, object] = {
        "binnen": "1 maand", "vanaf": "3 keer", "ook_meer_dan": True, "herhaling": True, "periode_genoemd": True, "inclusief_vorige": True,
        "wie": ["mentor"], "met": ["ouder"], "met_een_van": ["ouder", "leerling"], "vastlegging": ["LVS"], "vastlegging_een_van": ["LVS", "DUO"],
        "termijn": "5 schooldagen", "voorwaarde": "akkoord", "telt": ["ziek"],
    }  # fmt: skip
    assert {*kaal, *erbij, "onder"} == set(StapToets.model_fields)
    verteller = Verteller(Wijzer("index.html"))
    (gewoon,) = _toetsen([kaal])
    for naam, waarde in erbij.items():
        (meer,) = _toetsen([{**kaal, naam: waarde}])
        assert verteller.one(meer) != verteller.one(gewoon), naam


# ---- Namen en adressen -----------------------------------------------------------------------------------------------

RAAR: Final = ("a+b", "A", "a", "con", "con.x", "nul", "lpt1.txt", "a.", "..", ".", "", "a/b", "a\\b", "é", "a b", "x" * 300, "\ud800", "a:b", "a?b", "-a", "aux-1")


@pytest.mark.parametrize("naam", [norm.id for kader in KADERS for norm in kader.normen][::40] + list(available()))
def test_een_gewone_naam_blijft(naam: str) -> None:
    assert safe_name(naam) == naam


def test_rare_namen_zijn_veilig_en_verschillend() -> None:
    namen = [safe_name(naam) for naam in RAAR]
    assert len({naam.casefold() for naam in namen}) == len(RAAR)
    for naam in namen:
        _assert_safe(naam)


@given(st.text(max_size=40), st.text(max_size=40))
def test_elke_naam_is_veilig(een: str, ander: str) -> None:
    _assert_safe(safe_name(een))
    assert (safe_name(een) == safe_name(ander)) is (een == ander)


def _assert_safe(naam: str) -> None:
    """On every operating system: no sign with a meaning, no device, no dot at the end, and not too long."""
    assert re.fullmatch(r"[a-z0-9][a-z0-9.@_-]{0,99}", naam), naam
    assert not naam.endswith(".")
    assert naam.partition(".")[0] not in {"con", "prn", "aux", "nul", *(f"{a}{n}" for a in ("com", "lpt") for n in range(10))}


@pytest.mark.parametrize(
    ("van", "naar", "adres"),
    [
        pytest.param("index.html", "velden.html", "velden.html", id="naast elkaar"),
        pytest.param("index.html", "norm/k@1/n.html", "norm/k@1/n.html", id="dieper"),
        pytest.param("norm/k@1/n.html", "index.html", "../../index.html", id="terug"),
        pytest.param("norm/k@1/n.html", "norm/k@2/m.html#toets", "../k@2/m.html#toets", id="opzij met anker"),
        pytest.param("norm/k@1/n.html", "norm/k@1/n.html#toets", "#toets", id="dezelfde bladzijde"),
    ],
)
def test_een_adres_is_betrekkelijk(van: str, naar: str, adres: str) -> None:
    assert Wijzer(van).address(naar) == adres


# ---- Vijandige kaders ------------------------------------------------------------------------------------------------

KWAAD: Final = "</code><script>alert(1)</script>\u202e & `x` [x](javascript:alert(1))"


def test_wat_een_kader_zegt_is_nooit_opmaak(tmp_path: Path) -> None:
    bestand = tmp_path / "kwaad@1.yaml"
    kader = {
        "kader": 1, "id": "kwaad", "versie": "1", "naam": KWAAD, "status": "geldend", "geldig_van": "2026-01-01", "toelichting": KWAAD, "opmerking": KWAAD,
        "bronnen": {"b": {"titel": KWAAD, "uitgever": KWAAD, "datum": "2026-01-01", "url": "javascript:alert(1)", "toelichting": KWAAD}},
        "woordenlijst": {"rollen": {"boze_rol": {"label": KWAAD, "uitleg": KWAAD, "synoniemen": [KWAAD]}}},
        "termen": [{"oud": KWAAD, "nieuw": KWAAD, "bron": KWAAD}],
        "normen": [
            {
                "id": "Kwaad+1/../x", "titel": KWAAD, "zegt": KWAAD, "niveau": "verplicht", "grond": "wet", "bron": "b", "plek": KWAAD, "element": 1,
                "cluster": KWAAD, "aan_zet": "boze_rol", "toetsen": [{"soort": "gevuld", "velden": ["visie_en_doel.visie"]}],
                "uitleg": KWAAD, "vraag": KWAAD, "herstel": {"voorbeeld": KWAAD, "snippet": "visie_en_doel:\n  visie: Wij zien elke leerling elke dag.\n"},
                "lezing": {"nummer": "1", "waarde": KWAAD, "strengste_lezing": KWAAD, "notitie": KWAAD, "alternatieven": [{"zegt": KWAAD, "plek": KWAAD}]},
            }
        ],
    }  # fmt: skip
    bestand.write_text(write_yaml(kader), encoding="utf-8")
    bladen = dict(render_site(compose_pages([read_kader(bestand, grondig=False)]), stempel=KWAAD))
    assert all(re.fullmatch(r"[a-z0-9@._/-]+", pad) and ".." not in pad for pad in bladen)
    for pad, html in bladen.items():
        zonder_script = re.sub(r"<script>/\* Zoeken.*?</script>", "", html, flags=re.DOTALL)
        assert "<script" not in zonder_script, pad
        assert not re.search(r'href="\s*javascript', html), pad
    (norm,) = [html for pad, html in bladen.items() if pad.startswith("norm/")]
    assert "alert(1)" in norm


# ---- De opdracht -----------------------------------------------------------------------------------------------------


def _draai(capsys: pytest.CaptureFixture[str], map_: Path, *argv: object) -> tuple[int, str, str]:
    klaar = draai(capsys, "uitleg", "--html", map_, "--kader", TIPS, *argv)
    return klaar.code, klaar.uit, klaar.fout


def test_de_opdracht_schrijft_de_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    map_ = tmp_path / "x" / "uitleg"
    aantal = count_pages([load_kader(TIPS)])
    assert _draai(capsys, map_) == (0, f"{aantal} bladzijden geschreven in {map_}.\nOpen {map_ / 'index.html'} in uw browser.\n", "")
    geschreven = {pad.relative_to(map_).as_posix(): pad.read_text(encoding="utf-8") for pad in map_.rglob("*") if pad.is_file()}
    assert len(geschreven) == aantal + 1
    assert "knsa-tips@2024 " in geschreven["index.html"]
    assert all("beleidscheck uitleg" in tekst[:400] for tekst in geschreven.values())


def test_een_tweede_keer_raakt_niets_anders_aan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mijn.html").write_text("van mij", encoding="utf-8")
    (tmp_path / "norm").mkdir()
    (tmp_path / "norm" / "ook.txt").write_text("ook van mij", encoding="utf-8")
    assert _draai(capsys, tmp_path)[0] == 0
    voor = {pad: (pad.read_bytes(), pad.stat().st_mtime_ns) for pad in tmp_path.rglob("*") if pad.is_file()}
    (tmp_path / "velden.html").write_text((tmp_path / "velden.html").read_text(encoding="utf-8") + "oud", encoding="utf-8")
    assert _draai(capsys, tmp_path)[0] == 0
    na = {pad: (pad.read_bytes(), pad.stat().st_mtime_ns) for pad in tmp_path.rglob("*") if pad.is_file()}
    assert {pad: inhoud for pad, (inhoud, _) in na.items()} == {pad: inhoud for pad, (inhoud, _) in voor.items()}
    assert [pad.name for pad in na if na[pad] != voor[pad]] == ["velden.html"]


@pytest.mark.parametrize("naam", ["index.html", "stijl.css", "soort/stap.html"])
def test_andermans_bestand_blijft_staan(naam: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / naam).parent.mkdir(exist_ok=True)
    (tmp_path / naam).write_text("<h1>Onze school</h1>", encoding="utf-8")
    code, uit, fout = _draai(capsys, tmp_path)
    assert (code, uit) == (2, "")
    assert fout == (
        f"Fout: In {tmp_path} staat al `{naam}`, en dat is niet met `uitleg --html` gemaakt. Er is niets geschreven."
        " Kies bij `--html` een andere of een lege map.\n"
    )
    assert [pad.relative_to(tmp_path).as_posix() for pad in tmp_path.rglob("*") if pad.is_file()] == [naam]


def test_een_snelkoppeling_wordt_niet_gevolgd(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    elders = tmp_path / "elders.html"
    elders.write_text("<!-- beleidscheck uitleg -->", encoding="utf-8")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").symlink_to(elders)
    assert _draai(capsys, tmp_path / "site")[0] == 2
    assert elders.read_text(encoding="utf-8") == "<!-- beleidscheck uitleg -->"


def test_wat_van_een_eerdere_keer_overblijft_wordt_gezegd(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    oud = tmp_path / "norm" / "oud@1" / "n.html"
    oud.parent.mkdir(parents=True)
    oud.write_text('<meta name="generator" content="beleidscheck uitleg">', encoding="utf-8")
    _, uit, _ = _draai(capsys, tmp_path)
    assert "staat er nog 1 bladzijde in deze map; niets verwijst er nog naar" in uit
    assert oud.is_file()


@pytest.mark.parametrize(
    ("argv", "fout"),
    [
        pytest.param(["uitleg"], "Fout: Noem wat u uitgelegd wilt hebben, of geef een map voor alles: `beleidscheck uitleg --html MAP`.\n", id="niets"),
        pytest.param(
            ["uitleg", "9", "--html", "x"],
            "Fout: Bij `--html` komt de hele uitleg in de map. Laat «9» weg, of laat `--html` weg.\n",
            id="allebei",
        ),
        pytest.param(
            ["uitleg", "9", "--sjablonen", "x"],
            "Fout: De optie `--sjablonen` hoort bij `--html`: in de terminal zijn er geen sjablonen.\n",
            id="sjablonen in de terminal",
        ),
    ],
)
def test_verkeerd_gebruik(argv: list[str], fout: str, capsys: pytest.CaptureFixture[str]) -> None:
    klaar = draai(capsys, *argv)
    assert (klaar.code, klaar.uit, klaar.fout) == (2, "", fout)


def test_een_bestand_waar_de_map_hoort(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x").write_text("", encoding="utf-8")
    code, uit, fout = _draai(capsys, tmp_path / "x")
    assert (code, uit) == (2, "")
    assert fout.startswith("Fout: ")
    assert "er staat al een bestand met die naam" in fout


def test_een_eigen_stijlblad_en_een_stuk_sjabloon(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sjablonen = tmp_path / "sjablonen"
    sjablonen.mkdir()
    (sjablonen / "eigen.css").write_text("h1 { color: teal; }", encoding="utf-8")
    assert _draai(capsys, tmp_path / "een", "--sjablonen", sjablonen)[0] == 0
    assert (tmp_path / "een" / "stijl.css").read_text(encoding="utf-8").endswith("h1 { color: teal; }\n")
    (sjablonen / "uitleg.html").write_text("{% if", encoding="utf-8")
    code, _, fout = _draai(capsys, tmp_path / "twee", "--sjablonen", sjablonen)
    assert code == 2
    assert "uitleg.html:1: Hier klopt de schrijfwijze van het sjabloon niet." in fout
    assert not (tmp_path / "twee").exists()


def test_twee_kaders_met_dezelfde_naam(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tekst = load_kader(TIPS).path.read_text(encoding="utf-8")
    (tmp_path / "a.yaml").write_text(tekst + "# anders\n", encoding="utf-8")
    code, _, fout = _draai(capsys, tmp_path / "site", "--kader", tmp_path / "a.yaml")
    assert code == 2
    assert f"heten allebei {TIPS}" in fout


# ---- De terminal -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("soort", SOORTEN, ids=kind_name)
def test_uitleg_van_een_soort(soort: type[ToetsBasis], capsys: pytest.CaptureFixture[str]) -> None:
    naam = kind_name(soort)
    klaar = draai(capsys, "uitleg", f"soort:{naam}")
    assert (klaar.code, klaar.fout) == (0, "")
    assert klaar.uit.startswith(f"Soort toets: {naam}\n===")
    assert read_example(soort).uitleg[0].split()[0] in klaar.uit
    for _, geval in kind_cases(soort):
        assert _plain(geval.bevinding.zin) in _plain(klaar.uit)
    assert all(len(regel) <= 80 for regel in klaar.uit.splitlines() if not regel.startswith("  "))


@pytest.mark.parametrize(
    ("vraag", "deel"),
    [
        pytest.param("stap", "Soort toets: stap", id="soort zonder voorvoegsel"),
        pytest.param("element:9", "Element 9: Rollen en stappen bij afwezigheid", id="element"),
        pytest.param("norm:model16.1.visie", "norm      model16.1.visie", id="norm"),
        pytest.param("communicatie.momenten[].vorm", "veld      communicatie.momenten[].vorm", id="veld"),
        pytest.param("communicatie.momenten.vorm", "veld      communicatie.momenten[].vorm", id="veld zonder haken"),
        pytest.param("veld:visie_en_doel", "veld      visie_en_doel", id="veld dat ook een element is"),
        pytest.param("regionaal.mdo.elke", "veld      regionaal.mdo.elke", id="regionaal veld"),
        pytest.param("duo_melden", "lijst     actie", id="actie"),
        pytest.param("woord:mentor", "lijst     rol", id="rol"),
        pytest.param("ziekmeldingen", "drempel   keer", id="signaal"),
    ],
)
def test_uitleg_van_meer(vraag: str, deel: str, capsys: pytest.CaptureFixture[str]) -> None:
    klaar = draai(capsys, "uitleg", vraag)
    assert (klaar.code, klaar.fout) == (0, "")
    assert deel in klaar.uit


@pytest.mark.parametrize(
    ("vraag", "fout"),
    [
        pytest.param("soort:stp", "Fout: Er is geen soort «stp». Bedoelde u stap?\n", id="soort"),
        pytest.param("veld:communicatie.moment", "Fout: Er is geen veld «communicatie.moment». Bedoelde u communicatie.momenten", id="veld"),
        pytest.param("woord:mentr", "Fout: Er is geen woord «mentr». Bedoelde u mentor", id="woord"),
        pytest.param("soort:", "Fout: Er is geen soort «».", id="niets"),
        pytest.param("a:b", "Fout: Er is geen norm, element, soort, veld of woord «a:b».", id="onbekend voorvoegsel"),
    ],
)
def test_uitleg_met_een_tikfout(vraag: str, fout: str, capsys: pytest.CaptureFixture[str]) -> None:
    klaar = draai(capsys, "uitleg", vraag)
    assert (klaar.code, klaar.uit) == (2, "")
    assert klaar.fout.startswith(fout)


def test_een_norm_toont_zijn_voorbeelden(capsys: pytest.CaptureFixture[str]) -> None:
    uit = draai(capsys, "uitleg", "nk2024.school.mdo-6-weken", "--kader", PROTOCOL).uit
    voor, _, na = uit.partition("Wat beleidscheck zegt\n")
    assert voor
    assert na.startswith("  - Voldoet. Met het fragment hieronder. Uw beleid regelt dit.\n")
    assert "  - Niet van toepassing" in na


def test_de_vaste_woorden_zijn_nederlands(site: Mapping[str, str]) -> None:
    """The words of the shell itself, without what kaders say and without YAML."""
    for pad in ("velden.html", "woorden.html", "woord/keuzes.html"):
        zonder = re.sub(r"<(script|pre|code|style|head)\b.*?</\1>", "", site[pad], flags=re.DOTALL)
        tekst = re.sub(r"<[^>]+>", " ", zonder)
        assert not set(ENGELS.findall(encodable(tekst))) - {"path", "text", "from", "file"}, pad
