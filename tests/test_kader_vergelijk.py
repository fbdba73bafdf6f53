"""Twee kaders naast elkaar: welke normen bij elkaar horen, wat er met elk gebeurt, en hoe het eruitziet."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from beleidscheck.document.vergelijking import compose_comparison
from beleidscheck.eisen import Richting
from beleidscheck.errors import InvalidKaderError
from beleidscheck.kader import available, load_kader, read_kader
from beleidscheck.render import DOCUMENTFORMATEN
from beleidscheck.render.kolommen import width
from beleidscheck.render.terminal_document import render_document_terminal
from beleidscheck.vergelijk.model import compare_kaders
from beleidscheck.vergelijk.normen import Deel, Soort
from tests.hulp.opdracht import ANSI, draai
from tests.hulp.verwacht import assert_expected, zonder_hash

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from beleidscheck.kader import Kader
    from beleidscheck.vergelijk.model import Vergelijking
    from beleidscheck.vergelijk.normen import Normverschil

OUD, CONCEPT = "noord-kennemerland@2024-2025", "noord-kennemerland@2025-2026-concept"


def norm(id_: str, toetsen: str, **rest: Any) -> dict[str, Any]:  # noqa: ANN401 - velden van een kader
    """Return a norm of a small made-up kader."""
    return {
        "id": id_, "titel": id_, "zegt": "De school regelt dit.", "niveau": "verplicht", "grond": "afspraak", "bron": "b", "plek": "1", "element": 1,
        "cluster": id_.replace(".", "-"), "aan_zet": "mt", "toetsen": yaml.safe_load(toetsen), "uitleg": "Omdat.", "vraag": "Klopt het?",
        "herstel": {"voorbeeld": "Wij regelen dit."}, **rest,
    }  # fmt: skip


GEVULD = "[{soort: gevuld, velden: [visie_en_doel.visie]}]"
MEER = "[{soort: gevuld, velden: [visie_en_doel.visie, communicatie.beleid]}]"


@pytest.fixture
def maak(tmp_path: Path) -> Callable[..., Kader]:
    """Return a function that writes a small kader and reads it as that of somebody else."""

    def _maak(versie: str, normen: list[dict[str, Any]], **rest: Any) -> Kader:  # noqa: ANN401 - velden van een kader
        inhoud = {
            "kader": 1, "id": "proef", "versie": versie, "naam": f"Proef {versie}", "status": "geldend", "geldig_van": "2024-08-01", "toelichting": "t",
            "bronnen": {"b": {"titel": "Bron", "uitgever": "u", "datum": "2024"}}, "normen": normen, **rest,
        }  # fmt: skip
        pad = tmp_path / f"proef@{versie}.yaml"
        pad.write_text(yaml.safe_dump(inhoud, allow_unicode=True, sort_keys=False), encoding="utf-8")
        return read_kader(pad)

    return _maak


def per_norm(vergelijking: Vergelijking) -> dict[str, Normverschil]:
    return {verschil.norm.id: verschil for verschil in vergelijking.normen}


@pytest.mark.parametrize(
    ("oud", "nieuw", "soort"),
    [
        pytest.param({}, {}, Soort.GELIJK, id="niets verandert"),
        pytest.param({}, {"plek": "2"}, Soort.VERPLAATST, id="andere plek in de bron"),
        pytest.param({}, {"element": 2}, Soort.VERPLAATST, id="ander element"),
        pytest.param({}, {"uitleg": "Daarom."}, Soort.TEKST, id="alleen de uitleg"),
        pytest.param({}, {"zegt": "De school legt dit vast."}, Soort.TEKST, id="alleen de woorden"),
        pytest.param({}, {"toetsen": yaml.safe_load(MEER)}, Soort.STRENGER, id="meer gevraagd"),
        pytest.param({"toetsen": yaml.safe_load(MEER)}, {}, Soort.SOEPELER, id="minder gevraagd"),
        pytest.param({}, {"niveau": "verwacht"}, Soort.SOEPELER, id="verplicht wordt verwacht"),
        pytest.param({"niveau": "aanbevolen"}, {}, Soort.STRENGER, id="aanbevolen wordt verplicht"),
        pytest.param({}, {"grond": "advies"}, Soort.SOEPELER, id="een afspraak wordt advies"),
        pytest.param({}, {"geldt_voor": {"sectoren": ["vo"]}}, Soort.SOEPELER, id="voor minder scholen"),
        pytest.param({"geldt_voor": {"leeftijd": "onder_18"}}, {}, Soort.STRENGER, id="voor alle leeftijden"),
        pytest.param({"geldt_voor": {"sectoren": ["vo"]}}, {"geldt_voor": {"sectoren": ["po"]}}, Soort.ANDERS, id="voor andere scholen"),
        pytest.param({}, {"toetsen": yaml.safe_load(MEER), "geldt_voor": {"sectoren": ["vo"]}}, Soort.ANDERS, id="meer gevraagd, van minder scholen"),
        pytest.param({}, {"toetsen": yaml.safe_load(MEER), "niveau": "aanbevolen"}, Soort.STRENGER, id="meer gevraagd, lichter gewogen"),
    ],
)
def test_wat_er_met_een_norm_gebeurt(oud: dict[str, Any], nieuw: dict[str, Any], soort: Soort, maak: Callable[..., Kader]) -> None:
    een = maak("1", [norm("p.a", GEVULD) | oud])
    ander = maak("2", [norm("p.a", GEVULD) | nieuw], opvolger_van="proef@1")
    (verschil,) = compare_kaders(een, ander).normen
    assert verschil.soort is soort
    (terug,) = compare_kaders(ander, een).normen
    assert terug.soort is {Soort.STRENGER: Soort.SOEPELER, Soort.SOEPELER: Soort.STRENGER}.get(soort, soort)


def test_waar_een_lezer_oordeelt_is_andere_tekst_niet_alleen_tekst(maak: Callable[..., Kader]) -> None:
    lezen = "[{soort: proza, velden: [visie_en_doel.visie]}]"
    een, ander = maak("1", [norm("p.a", lezen)]), maak("2", [norm("p.a", lezen, zegt="De visie gaat over iets anders.")])
    (verschil,) = compare_kaders(een, ander).normen
    assert verschil.soort is Soort.ANDERS
    assert [deel.deel for deel in verschil.onderdelen] == [Deel.LEZER]


def test_paren(maak: Callable[..., Kader]) -> None:
    """By id, by reference, by the tail of the id, and last by the same tests; the rest is new or gone."""
    bevat = "[{soort: bevat, veld: registratie.bronnen, minstens: 2}]"
    lvs = "[{soort: gevuld, velden: [registratie.lvs]}]"
    een = maak("1", [norm("o.zelf", GEVULD), norm("o.oud", MEER), norm("o.staart", GEVULD), norm("o.toets", bevat), norm("o.weg", lvs)])
    ander = maak(
        "2",
        [norm("o.zelf", GEVULD), norm("n.nieuw", MEER, komt_uit=["o.oud"]), norm("n.staart", GEVULD), norm("n.anders", bevat), norm("n.extra", MEER)],
        opvolger_van="proef@1",
    )
    gevonden = per_norm(compare_kaders(een, ander))
    assert {id_: ([norm.id for norm in v.oud], v.waarom) for id_, v in gevonden.items() if v.nieuw and v.oud} == {
        "o.zelf": (["o.zelf"], "zelfde id"),
        "n.nieuw": (["o.oud"], "verwijzing in het kader"),
        "n.staart": (["o.staart"], "zelfde id na de eerste punt"),
        "n.anders": (["o.toets"], "dezelfde toetsen"),
    }
    assert (gevonden["n.extra"].soort, gevonden["o.weg"].soort) == (Soort.NIEUW, Soort.VERVALLEN)


def test_het_verhaal_van_een_leerling(maak: Callable[..., Kader]) -> None:
    stap = "[{soort: stap, signaal: [ziekmeldingen], uiterlijk: 5 keer, binnen: 10 schoolweken, actie: [verzuimgesprek]}]"
    een = maak("1", [norm("p.a", stap)])
    ander = maak("2", [norm("p.a", stap.replace("5 keer", "4 keer").replace("10 school", "12 school"))], opvolger_van="proef@1")
    document = compose_comparison(compare_kaders(een, ander))
    tekst = " ".join(render_document_terminal(document, kleur=False).split())
    assert "een leerling die nu eerder aandacht krijgt Een leerling meldt zich ziek in week" in tekst
    assert "bij de 4e ziekmelding binnen 12 schoolweken. Uw beleid wacht tot de 5e ziekmelding binnen 10 schoolweken" in tekst
    terug = " ".join(render_document_terminal(compose_comparison(compare_kaders(ander, een)), kleur=False).split())
    assert "een leerling die nu later aandacht krijgt" in terug


def test_een_zelfde_staart_in_een_ander_kader_is_toeval() -> None:
    vergelijking = compare_kaders(load_kader("model16@2023"), load_kader("zuid-kennemerland-ijmond@2021"))
    assert {v.waarom for v in vergelijking.normen if v.oud and v.nieuw} <= {"dezelfde toetsen"}
    assert not vergelijking.verwant


def test_een_norm_wordt_er_twee_en_twee_worden_er_een(maak: Callable[..., Kader]) -> None:
    een = maak("1", [norm("o.a", GEVULD), norm("o.b", GEVULD), norm("o.c", MEER)])
    ander = maak("2", [norm("n.x", MEER, komt_uit=["o.a", "o.b"]), norm("n.y", GEVULD, komt_uit=["o.c"]), norm("n.z", MEER, komt_uit=["o.c"])], opvolger_van="proef@1")
    vergelijking = compare_kaders(een, ander)
    assert [(v.soort, [n.id for n in v.oud]) for v in vergelijking.normen] == [
        (Soort.STRENGER, ["o.a", "o.b"]),
        (Soort.SOEPELER, ["o.c"]),
        (Soort.VERPLAATST, ["o.c"]),
    ]


def test_vervallen_en_niet_genoemd(maak: Callable[..., Kader]) -> None:
    een = maak("1", [norm("o.a", GEVULD), norm("o.b", MEER)])
    vervallen = [{"normen": ["o.a"], "zegt": "Dit hoeft niet meer.", "bron": "b", "plek": "3"}]
    ander = maak("2", [norm("n.x", "[{soort: gevuld, velden: [registratie.lvs]}]")], opvolger_van="proef@1", niet_genoemd="blijft", vervallen=vervallen)
    gevonden = per_norm(compare_kaders(een, ander))
    assert gevonden["o.a"].soort is Soort.VERVALLEN
    assert gevonden["o.a"].waarom == "Dit hoeft niet meer. (Bron, 3)"
    assert gevonden["o.b"].soort is Soort.ZWIJGT
    volledig = maak("3", [norm("n.x", GEVULD)], opvolger_van="proef@1")
    assert per_norm(compare_kaders(een, volledig))["o.b"].soort is Soort.VERVALLEN


@pytest.mark.parametrize(
    ("rest", "zin", "pad"),
    [
        pytest.param({"normen": [norm("n.x", GEVULD, komt_uit=["o.b"])]}, "De norm «o.b» staat niet in de voorganger proef@1.", "normen[0].komt_uit[0]", id="norm die er niet was"),
        pytest.param({"opvolger_van": None}, "Dit kader verwijst naar zijn voorganger, maar zegt niet welk kader dat is.", "normen[0].komt_uit[0]", id="geen voorganger"),
        pytest.param({"opvolger_van": "proef@0"}, "De voorganger «proef@0» is niet te lezen, dus de verwijzingen naar zijn normen zijn niet na te gaan.", "opvolger_van", id="voorganger die er niet is"),
        pytest.param({"vervallen": [{"normen": ["o.a"], "zegt": "z", "bron": "b", "plek": "1"}]}, "De norm «o.a» vervalt hier, maar een andere norm komt ervoor in de plaats.", "vervallen[0].normen[0]", id="vervalt en wordt vervangen"),
        pytest.param({"vervallen": [{"normen": ["o.c"], "zegt": "z", "bron": "x", "plek": "1"}]}, "De bron «x» staat niet onder `bronnen`.", "vervallen[0].bron", id="onbekende bron"),
    ],
)
def test_keuring_van_verwijzingen(rest: dict[str, Any], zin: str, pad: str, maak: Callable[..., Kader]) -> None:
    maak("1", [norm("o.a", GEVULD), norm("o.c", MEER)])
    goed: dict[str, Any] = {"normen": [norm("n.x", GEVULD, komt_uit=["o.a"])], "opvolger_van": "proef@1"}
    normen = (goed | rest)["normen"]
    with pytest.raises(InvalidKaderError) as fout:
        maak("2", normen, **{k: v for k, v in (goed | rest).items() if k != "normen"})
    assert [(een.zin, een.pad) for een in fout.value.faults] == [(zin, pad)]
    assert fout.value.faults[0].regel > 1


def test_het_concept_laat_niets_vervallen_waarover_het_zwijgt() -> None:
    vergelijking = compare_kaders(load_kader(OUD), load_kader(CONCEPT))
    telling = {str(soort): aantal for soort, aantal in vergelijking.telling.items() if aantal}
    assert telling == {"nieuw": 23, "strenger": 3, "anders": 4, "niet genoemd": 199}
    assert sum(len({n.id for n in v.oud}) for v in vergelijking.of(Soort.ZWIJGT)) + 7 == len(vergelijking.oud.normen)
    gevonden = per_norm(vergelijking)
    vrijstelling = gevonden["nk2025.effect.vrijstellingen"]
    assert (vrijstelling.soort, vrijstelling.weegt) == (Soort.STRENGER, Richting.SOEPELER)
    assert [n.id for n in gevonden["nk2025.vervalt.typologieen"].oud] == ["nk2024.begrip.vijf-typologieen", "nk2024.msa.typologie"]


@pytest.mark.parametrize("ref", available())
def test_een_kader_is_gelijk_aan_zichzelf(ref: str) -> None:
    vergelijking = compare_kaders(load_kader(ref), load_kader(ref))
    assert {v.soort for v in vergelijking.normen} == {Soort.GELIJK}
    assert vergelijking.kop == ()


def test_buiten_de_normen(maak: Callable[..., Kader]) -> None:
    trap = {"trap": "ziekte", "stappen": [{"id": "z1", "bij": [{"signaal": "ziekmeldingen", "drempel": "5 keer"}], "acties": [{"actie": "gesprek", "wie": "mentor"}]}]}
    eerder = json.loads(json.dumps(trap).replace("5 keer", "4 keer"))
    veld = {"type": "object", "properties": {"kring": {"type": "string", "title": "De kring"}}}
    een = maak("1", [norm("p.a", GEVULD)], trappen=[trap], woordenlijst={"rollen": {"coach": {"label": "coach"}, "oud": {"label": "oude rol"}}}, termen=[{"oud": "x", "nieuw": "y", "bron": "b"}])
    ander = maak("2", [norm("p.a", GEVULD)], trappen=[eerder], velden=veld, regio="noord-kennemerland", woordenlijst={"rollen": {"coach": {"label": "begeleider"}}}, termen=[{"oud": "x", "nieuw": "z", "bron": "b"}])
    assert [(k.waar, k.wat, str(k.soort), k.zin) for k in compare_kaders(een, ander).kop] == [
        ("kop", "naam", "anders", "De naam is «Proef 2»; eerst «Proef 1»."),
        ("kop", "regio", "anders", "De regio is «noord-kennemerland»; eerst «geen»."),
        ("woordenlijst.rollen", "oud", "vervallen", "Het woord «oude rol»: vervalt."),
        ("woordenlijst.rollen", "coach", "anders", "Het woord «begeleider» verandert bij label."),
        ("velden", "regionaal.kring", "nieuw", "Het veld «De kring» (`regionaal.kring`) komt erbij."),
        ("trappen", "z1", "strenger", "De stap «z1»: gaat af bij «ziekmeldingen» vanaf 4 keer in plaats van bij «ziekmeldingen» vanaf 5 keer."),
        ("termen", "x", "anders", "In plaats van «x» komt «z»; eerst «y»."),
    ]


# ---- Hoe het eruitziet -------------------------------------------------------------------------------------------


def test_document() -> None:
    document = compose_comparison(compare_kaders(load_kader(OUD), load_kader(CONCEPT)))
    assert_expected(zonder_hash(DOCUMENTFORMATEN["markdown"][1](document, None)), "kadervergelijking.md")
    tekst = render_document_terminal(document, kleur=False)
    assert_expected(zonder_hash(tekst), "kadervergelijking.txt")
    assert max(map(width, tekst.splitlines())) <= 80
    gekleurd = render_document_terminal(document, kleur=True)
    assert ANSI.sub("", gekleurd) == tekst
    assert max(map(width, render_document_terminal(document, kleur=False, breedte=40).splitlines())) <= 40


def test_opdracht(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    klaar = draai(capsys, "kader", "vergelijk", OUD, CONCEPT)
    assert (klaar.code, klaar.fout) == (0, "")
    assert klaar.uit == render_document_terminal(compose_comparison(compare_kaders(load_kader(OUD), load_kader(CONCEPT))), kleur=False)
    for formaat, naam in (("html", "uit.html"), ("json", "uit.json"), ("markdown", "uit.md")):
        klaar = draai(capsys, "kader", "vergelijk", OUD, CONCEPT, "--formaat", formaat, "--uit", tmp_path / naam)
        assert (klaar.code, klaar.uit, klaar.fout) == (0, f"Geschreven: {tmp_path / naam}\n", "")
    gelezen = json.loads((tmp_path / "uit.json").read_text(encoding="utf-8"))
    assert gelezen["telling"] == {"nieuw": 23, "strenger": 3, "anders": 4, "soepeler": 0, "vervallen": 0, "niet genoemd": 199, "verplaatst": 0, "alleen tekst": 0, "gelijk": 0}
    assert len(gelezen["normen"]) == sum(gelezen["telling"].values())


@pytest.mark.parametrize(
    ("argv", "melding"),
    [
        pytest.param([OUD, OUD], f"Fout: {OUD} en {OUD} zijn hetzelfde bestand. Noem twee verschillende kaders of versies.\n", id="hetzelfde kader"),
        pytest.param([OUD, "model16@2019"], "Fout: Van het kader «model16» is geen versie «2019» bekend. Wel bekend: model16@2023.\n", id="onbekende versie"),
        pytest.param([OUD, CONCEPT, "--voorstel", "x"], "Fout: Met `--voorstel` hoort ook een beleidsbestand of een map met beleidsbestanden.\n", id="voorstel zonder beleid"),
        pytest.param([OUD, "weg.yaml"], "Fout: weg.yaml:1:1: Dit bestand bestaat niet. Controleer de naam en de map.\n", id="bestand dat er niet is"),
    ],
)
def test_verkeerd_gebruik(argv: list[str], melding: str, capsys: pytest.CaptureFixture[str]) -> None:
    klaar = draai(capsys, "kader", "vergelijk", *argv)
    assert (klaar.code, klaar.uit, klaar.fout) == (2, "", melding)


def test_twee_versies_van_een_bestand_met_dezelfde_naam(maak: Callable[..., Kader], tmp_path: Path) -> None:
    """An edited draft has the name of the one before: what differs is seen all the same."""
    een = maak("1", [norm("p.a", GEVULD)])
    kopie = tmp_path / "kladversie.yaml"
    kopie.write_text(een.path.read_text(encoding="utf-8").replace("visie_en_doel.visie", "communicatie.beleid"), encoding="utf-8")
    (verschil,) = compare_kaders(een, read_kader(kopie)).normen
    assert verschil.soort is Soort.ANDERS
