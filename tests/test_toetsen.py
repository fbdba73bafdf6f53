"""Elke soort toets: eerst wat niet mag vuren, dan elk gat met zijn hele zin en wat de school doet."""

from __future__ import annotations

import textwrap
from datetime import date
from typing import Any, get_args

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from beleidscheck.bevinding import Reden
from beleidscheck.toetsen import (
    SOORTEN,
    Alle,
    Als,
    EenVan,
    Gap,
    Leesvraag,
    Onderzoek,
    Toets,
    ToetsBasis,
    Uitkomst,
    all_fields,
    together,
)
from beleidscheck.toetsen.basis import enumerate_nl, show
from beleidscheck.toetsen.tekst import count_words, filler, is_written
from beleidscheck.toetsen.waarden import emptiness
from beleidscheck.trap.ladder import BLOK, Pad, build_ladder

PEILDATUM = date(2026, 10, 1)
LEZER: TypeAdapter[Any] = TypeAdapter(Toets)


def _lees(tekst: str) -> Any:  # noqa: ANN401 - YAML
    return yaml.safe_load(textwrap.dedent(tekst))


def _toets(tekst: str) -> ToetsBasis:
    toets = LEZER.validate_python(_lees(tekst))
    assert isinstance(toets, ToetsBasis)
    return toets


def _onderzoek(feiten: str = "{}", leeftijd: str = "") -> Onderzoek:
    gelezen = _lees(feiten) or {}
    return Onderzoek(
        feiten=gelezen,
        peildatum=PEILDATUM,
        ladder=build_ladder(gelezen.get(BLOK, {}), {}),
        leeftijd=leeftijd,
        noem=lambda woord: woord.replace("_", " "),
        titel=lambda _: "",
    )


def _run(toets: str, feiten: str = "{}", leeftijd: str = "") -> Uitkomst:
    return _toets(toets).run(_onderzoek(feiten, leeftijd))


def _zinnen(uitkomst: Uitkomst) -> list[str]:
    return [f"{gap.zin} | {gap.te_doen} | {gap.reden}" for gap in uitkomst.gaps]


def _houdt(uitkomst: Uitkomst) -> bool:
    return uitkomst.holds and not uitkomst.nvt and not uitkomst.vragen


# ---- De soorten zelf ---------------------------------------------------------------------------------------------


def test_elke_soort_zit_in_de_vereniging() -> None:
    assert get_args(get_args(Toets)[0]) == SOORTEN


@pytest.mark.parametrize("soort", SOORTEN, ids=lambda soort: soort.__name__)
def test_het_voorbeeld_in_de_beschrijving_laadt(soort: type[ToetsBasis]) -> None:
    _, _, blok = (soort.__doc__ or "").partition("```yaml")
    voorbeeld, hek, _ = blok.partition("```")
    assert hek
    (gelezen,) = _lees(voorbeeld)
    toets = LEZER.validate_python(gelezen)
    assert type(toets) is soort
    assert toets.fields()


@pytest.mark.parametrize("soort", SOORTEN, ids=lambda soort: soort.__name__)
def test_afwezigheid_is_altijd_een_gat(soort: type[ToetsBasis]) -> None:
    """A policy that says nothing meets no example: a gap, or the reason why it could not be tested."""
    _, _, blok = (soort.__doc__ or "").partition("```yaml")
    (gelezen,) = _lees(blok.partition("```")[0])
    uitkomst = LEZER.validate_python(gelezen).run(_onderzoek())
    assert not uitkomst.holds
    assert not uitkomst.vragen
    assert bool(uitkomst.gaps) is not bool(uitkomst.niet_getoetst)
    for gap in uitkomst.gaps:
        assert gap.reden is Reden.ONTBREEKT
        assert gap.zin.endswith(".")
        assert gap.te_doen.endswith(".")


@pytest.mark.parametrize(
    "toets",
    [
        pytest.param("{soort: bestaat_niet}", id="onbekende soort"),
        pytest.param("{veld: a, waarde: b}", id="zonder soort"),
        pytest.param("{soort: gelijk, veld: a, waarde: b, extra: c}", id="onbekend veld"),
        pytest.param("{soort: gelijk, veld: a}", id="zonder waarde"),
        pytest.param("{soort: gelijk, veld: a, waarde: [b]}", id="een lijst is geen waarde"),
        pytest.param("{soort: gevuld, velden: []}", id="geen velden"),
        pytest.param("{soort: gevuld, velden: a}", id="geen lijst"),
        pytest.param("{soort: keuze, veld: a, waarden: []}", id="geen keuze"),
        pytest.param("{soort: bevat, veld: a}", id="bevat zonder eis"),
        pytest.param("{soort: bevat, veld: a, minstens: 0}", id="minstens nul"),
        pytest.param("{soort: grens, veld: a}", id="grens zonder grens"),
        pytest.param("{soort: grens, veld: a, hoogstens: 4, minstens: 1}", id="twee grenzen"),
        pytest.param("{soort: grens, veld: a, hoogstens: vaak}", id="een grens die geen hoeveelheid is"),
        pytest.param('{soort: grens, veld: a, hoogstens: "4 keer\\n"}', id="een grens met een regeleinde"),
        pytest.param("{soort: een_item, veld: a, waar: {}}", id="een item zonder voorwaarde"),
        pytest.param("{soort: een_item, veld: a, waar: {b: {}}}", id="een lege voorwaarde"),
        pytest.param("{soort: een_item, veld: a, waar: {b: {gevuld: false}}}", id="een voorwaarde die niets vraagt"),
        pytest.param("{soort: een_item, veld: a, waar: {b: {gelijk: x, gevuld: true}}}", id="twee vormen in een voorwaarde"),
        pytest.param("{soort: dekt, veld: a, sleutel: b, waarden: []}", id="dekt zonder gevallen"),
        pytest.param("{soort: verwijst, veld: a, sleutel: b, naar: elders}", id="verwijst naar iets onbekends"),
        pytest.param("{soort: stap, signaal: []}", id="stap zonder signaal"),
        pytest.param("{soort: stap, signaal: [a], uiterlijk: 4}", id="drempel zonder eenheid"),
        pytest.param("{soort: stap, signaal: [a], uiterlijk: vaak}", id="drempel die geen hoeveelheid is"),
        pytest.param("{soort: stap, signaal: [a], uiterlijk: 4 keer, onder: 95 procent}", id="uiterlijk en onder"),
        pytest.param("{soort: stap, signaal: [a], binnen: 4 weken}", id="venster zonder drempel"),
        pytest.param("{soort: stap, signaal: [a], wie: [mentor]}", id="wie zonder actie"),
        pytest.param("{soort: stap, signaal: [a], termijn: 1 dag}", id="termijn zonder actie"),
        pytest.param("{soort: proza, velden: []}", id="proza zonder veld"),
        pytest.param("{soort: lezen, velden: [a]}", id="lezen zonder reden"),
        pytest.param("{soort: een_van, toetsen: [{soort: gevuld, velden: [a]}]}", id="één van één"),
        pytest.param(
            "{soort: als, als: {soort: proza, velden: [a]}, dan: [{soort: gevuld, velden: [b]}]}",
            id="een voorwaarde die alleen een lezer kan beoordelen",
        ),
        pytest.param("{soort: als, als: {soort: gelijk, veld: a, waarde: true}, dan: []}", id="als zonder dan"),
    ],
)
def test_een_toets_zonder_betekenis_laadt_niet(toets: str) -> None:
    with pytest.raises(ValidationError):
        LEZER.validate_python(_lees(toets))


# ---- Tekst -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "tekst",
    [
        "De mentor belt de ouder.",
        "Daarna volgt nog een gesprek met de ouders.",
        "De leerling volgt later een inhaalprogramma.",
        "Vul in het leerlingvolgsysteem de reden in.",
        "Ouders vullen dit formulier in; vul dit formulier volledig in.",
        "Zie de [schoolgids](https://www.polderlicht.example/gids).",
        "Kijk bij [school](https://www.polderlicht.example).",
        "De voorbeeldtekst van de brief staat in de bijlage.",
        "De todo-lijst staat op het bord.",
        "Wie hier komt, is welkom.",
        "Hier komen leerlingen tot bloei; hier komt nog bij dat iedereen elkaar kent.",
        "N.B. de mentor belt zelf.",
        "Wij letten op de tekst van de brief.",
        "Dit is niet nader bepaald door de wet.",
        "x keer te laat",
    ],
)
def test_echte_tekst_is_geen_opvultekst(tekst: str) -> None:
    assert filler(tekst) is None
    assert is_written(tekst)


@pytest.mark.parametrize(
    ("tekst", "opvul"),
    [
        pytest.param("n.t.b.", "n.t.b.", id="n.t.b."),
        pytest.param("Procedure: NTB", "NTB", id="NTB"),
        pytest.param("nnb", "nnb", id="nnb"),
        pytest.param("De regie is nader te bepalen.", "nader te bepalen", id="nader te bepalen"),
        pytest.param("Nog in te vullen door het MT", "Nog in te vullen", id="nog in te vullen"),
        pytest.param("Een nog vast te stellen datum", "nog vast te stellen", id="nog vast te stellen"),
        pytest.param("Volgt nog", "Volgt nog", id="volgt nog"),
        pytest.param("Tekst volgt later.", "Tekst volgt later.", id="tekst volgt later"),
        pytest.param("Hier komt nog de tekst over verlof", "Hier komt nog de tekst", id="hier komt de tekst"),
        pytest.param("hier invullen", "hier invullen", id="hier invullen"),
        pytest.param("Vul hier uw tekst in", "Vul hier uw tekst in", id="vul hier in"),
        pytest.param("Vul zelf aan", "Vul zelf aan", id="vul zelf aan"),
        pytest.param("TODO: uitwerken", "TODO", id="todo"),
        pytest.param("De mentor xxx de ouder", "xxx", id="xxx"),
        pytest.param("[naam school] vindt", "[naam school]", id="vierkante haken"),
        pytest.param("<datum> is de dag", "<datum>", id="punthaken"),
        pytest.param("[...]", "[...]", id="puntjes in haken"),
        pytest.param("Lorem ipsum dolor", "Lorem ipsum", id="lorem ipsum"),
        pytest.param("voorbeeldtekst", "voorbeeldtekst", id="voorbeeldtekst"),
        pytest.param("...", "...", id="puntjes"),
        pytest.param("?", "?", id="vraagteken"),
        pytest.param(" - ", "-", id="streepje"),
        pytest.param("—", "—", id="lange streep"),
        pytest.param("n.v.t.", "n.v.t.", id="n.v.t."),
        pytest.param("x", "x", id="x"),
        pytest.param("Later.", "Later.", id="later"),
    ],
)
def test_opvultekst(tekst: str, opvul: str) -> None:
    assert filler(tekst) == opvul
    assert not is_written(tekst)


@pytest.mark.parametrize(
    ("tekst", "aantal"),
    [
        pytest.param("", 0, id="niets"),
        pytest.param("Wij zijn er", 3, id="drie"),
        pytest.param("a b c 1 22 -", 0, id="losse tekens en cijfers"),
        pytest.param("één coördinator/mentor", 3, id="accenten en schuine streep"),
        pytest.param("J&S-coach", 1, id="afkorting"),
    ],
)
def test_woorden_tellen(tekst: str, aantal: int) -> None:
    assert count_words(tekst) == aantal


# ---- Gevuld ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "waarde",
    [
        pytest.param("{regie: mt}", id="woord"),
        pytest.param("{regie: false}", id="nee is een antwoord"),
        pytest.param("{regie: 0}", id="nul is een antwoord"),
        pytest.param("{regie: [mt]}", id="lijst"),
        pytest.param("{regie: {wie: mt}}", id="blok"),
        pytest.param("{regie: [n.t.b., mt]}", id="een lijst waarin iets staat"),
        pytest.param("{regie: {elders_geregeld: {vindplaats: gids}, wie: mt}}", id="elders geregeld en ook hier"),
        pytest.param("{regie: 2026-10-01}", id="datum"),
    ],
)
def test_gevuld_houdt(waarde: str) -> None:
    uitkomst = _run("{soort: gevuld, velden: [communicatie.regie]}", f"communicatie: {waarde}")
    assert uitkomst == Uitkomst(gelezen=(("communicatie", "regie"),))


@pytest.mark.parametrize(
    ("feiten", "zin"),
    [
        pytest.param(
            "{}", "`communicatie.regie` is niet ingevuld. | Vul `communicatie.regie` in. | ontbreekt", id="het blok ontbreekt"
        ),
        pytest.param(
            "communicatie: {beleid: tekst}",
            "`communicatie.regie` is niet ingevuld. | Vul `communicatie.regie` in. | ontbreekt",
            id="het veld ontbreekt",
        ),
        pytest.param(
            "communicatie: los",
            "`communicatie.regie` is niet ingevuld. | Vul `communicatie.regie` in. | ontbreekt",
            id="geen blok",
        ),
        pytest.param(
            "communicatie: {regie: []}",
            "`communicatie.regie` is niet ingevuld. | Vul `communicatie.regie` in. | ontbreekt",
            id="lege lijst",
        ),
        pytest.param(
            "communicatie: {regie: {}}",
            "`communicatie.regie` is niet ingevuld. | Vul `communicatie.regie` in. | ontbreekt",
            id="leeg blok",
        ),
        pytest.param(
            "communicatie: {regie: '  '}",
            "`communicatie.regie` is niet ingevuld. | Vul `communicatie.regie` in. | ontbreekt",
            id="alleen wit",
        ),
        pytest.param(
            "communicatie: {regie: {procedure: []}}",
            "`communicatie.regie` is niet ingevuld. | Vul `communicatie.regie` in. | ontbreekt",
            id="een blok met een lege lijst",
        ),
        pytest.param(
            "communicatie: {regie: {elders_geregeld: {vindplaats: gids}}}",
            "`communicatie.regie` is niet ingevuld. | Vul `communicatie.regie` in. | ontbreekt",
            id="alleen elders geregeld",
        ),
        pytest.param(
            "communicatie: {regie: n.t.b.}",
            "Bij `communicatie.regie` staat nog opvultekst («n.t.b.»). | Vervang de opvultekst bij `communicatie.regie` door uw eigen tekst. | ontbreekt",
            id="opvultekst",
        ),
        pytest.param(
            "communicatie: {regie: [n.t.b., '...']}",
            "Bij `communicatie.regie` staat nog opvultekst («n.t.b.»). | Vervang de opvultekst bij `communicatie.regie` door uw eigen tekst. | ontbreekt",
            id="een lijst vol opvultekst",
        ),
        pytest.param(
            "communicatie: {regie: {beleid: nog te bepalen}}",
            "Bij `communicatie.regie` staat nog opvultekst («nog te bepalen»). | Vervang de opvultekst bij `communicatie.regie` door uw eigen tekst. | ontbreekt",
            id="een blok vol opvultekst",
        ),
    ],
)
def test_gevuld_vuurt(feiten: str, zin: str) -> None:
    assert _zinnen(_run("{soort: gevuld, velden: [communicatie.regie]}", feiten)) == [zin]


def test_een_tekstveld_vraagt_een_hele_zin() -> None:
    toets = "{soort: gevuld, velden: [communicatie.beleid]}"
    assert _zinnen(_run(toets, "communicatie: {beleid: Zie gids}")) == [
        "De tekst bij `communicatie.beleid` is te kort om iets te zeggen («Zie gids»). | Schrijf bij `communicatie.beleid` minstens één hele zin. | ontbreekt"
    ]
    assert _houdt(_run(toets, "communicatie: {beleid: Iedereen kent de afspraken.}"))


def test_elk_leeg_veld_is_een_eigen_gat() -> None:
    uitkomst = _run("{soort: gevuld, velden: [a.b, a.c, a.d]}", "a: {c: iets}")
    assert [gap.pad for gap in uitkomst.gaps] == [("a", "b"), ("a", "d")]


def test_een_veld_heet_met_zijn_titel() -> None:
    onderzoek = Onderzoek({}, PEILDATUM, titel={"a.b": "De naam"}.__getitem__)
    gat = emptiness(onderzoek, "a.b")
    assert gat == Gap(("a", "b"), "«De naam» (`a.b`) is niet ingevuld.", "Vul «De naam» (`a.b`) in.")


# ---- Gelijk en keuze ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("toets", "waarde"),
    [
        pytest.param("{soort: gelijk, veld: a.b, waarde: elke_les}", "elke_les", id="woord"),
        pytest.param("{soort: gelijk, veld: a.b, waarde: true}", "true", id="ja"),
        pytest.param("{soort: gelijk, veld: a.b, waarde: false}", "false", id="nee"),
        pytest.param("{soort: gelijk, veld: a.b, waarde: 0}", "0", id="nul"),
        pytest.param("{soort: keuze, veld: a.b, waarden: [vo, pro]}", "pro", id="één van twee"),
    ],
)
def test_gelijk_en_keuze_houden(toets: str, waarde: str) -> None:
    assert _run(toets, f"a: {{b: {waarde}}}") == Uitkomst(gelezen=(("a", "b"),))


@pytest.mark.parametrize(
    ("toets", "feiten", "zin"),
    [
        pytest.param(
            "{soort: gelijk, veld: a.b, waarde: elke_les}",
            "{}",
            "`a.b` is niet ingevuld; gevraagd is «elke les». | Vul bij `a.b` «elke les» in. | ontbreekt",
            id="ontbreekt",
        ),
        pytest.param(
            "{soort: gelijk, veld: a.b, waarde: elke_les}",
            "a: {b: dagelijks}",
            "Bij `a.b` staat «dagelijks»; gevraagd is «elke les». | Wijzig `a.b` in «elke les». | wijkt af",
            id="iets anders",
        ),
        pytest.param(
            "{soort: gelijk, veld: a.b, waarde: true}",
            "a: {b: false}",
            "Bij `a.b` staat «nee»; gevraagd is «ja». | Wijzig `a.b` in «ja». | wijkt af",
            id="nee is geen ja",
        ),
        pytest.param(
            "{soort: gelijk, veld: a.b, waarde: true}",
            "a: {b: 1}",
            "Bij `a.b` staat «1»; gevraagd is «ja». | Wijzig `a.b` in «ja». | wijkt af",
            id="één is geen ja",
        ),
        pytest.param(
            "{soort: gelijk, veld: a.b, waarde: 1}",
            "a: {b: true}",
            "Bij `a.b` staat «ja»; gevraagd is «1». | Wijzig `a.b` in «1». | wijkt af",
            id="ja is geen één",
        ),
        pytest.param(
            "{soort: keuze, veld: a.b, waarden: [vo, pro, vso]}",
            "a: {b: po}",
            "Bij `a.b` staat «po»; gevraagd is «vo», «pro» of «vso». | Wijzig `a.b` in «vo», «pro» of «vso». | wijkt af",
            id="geen van drie",
        ),
        pytest.param(
            "{soort: keuze, veld: a.b, waarden: [vo, pro]}",
            "{}",
            "`a.b` is niet ingevuld; gevraagd is «vo» of «pro». | Vul bij `a.b` «vo» of «pro» in. | ontbreekt",
            id="keuze ontbreekt",
        ),
        pytest.param(
            "{soort: keuze, veld: a.b, waarden: [vo]}",
            "a: {b: [vo, pro]}",
            "Bij `a.b` staat «vo en pro»; gevraagd is «vo». | Wijzig `a.b` in «vo». | wijkt af",
            id="een lijst",
        ),
    ],
)
def test_gelijk_en_keuze_vuren(toets: str, feiten: str, zin: str) -> None:
    assert _zinnen(_run(toets, feiten)) == [zin]


# ---- Bevat -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("eis", "waarde"),
    [
        pytest.param("alle: [p, q]", "[q, p, r]", id="alle, in een andere volgorde"),
        pytest.param("een_van: [p, q]", "[r, q]", id="één van"),
        pytest.param("alle: [p]", "p", id="een enkele waarde telt als lijst"),
        pytest.param("minstens: 2", "[p, q]", id="precies genoeg"),
        pytest.param("hoogstens: 2", "[p, q]", id="precies niet te veel"),
        pytest.param("minstens: 1", "[{doel: p}]", id="een afspraak"),
        pytest.param("alle: [1, 2]", "[1, 2, 3]", id="getallen"),
    ],
)
def test_bevat_houdt(eis: str, waarde: str) -> None:
    assert _run(f"{{soort: bevat, veld: a.b, {eis}}}", f"a: {{b: {waarde}}}") == Uitkomst(gelezen=(("a", "b"),))


@pytest.mark.parametrize(
    ("eis", "waarde", "zinnen"),
    [
        pytest.param(
            "alle: [p]",
            "",
            ["`a.b` is niet ingevuld; gevraagd is «p». | Vul bij `a.b` «p» in. | ontbreekt"],
            id="leeg: één woord",
        ),
        pytest.param(
            "alle: [p, q]",
            "[]",
            ["`a.b` is niet ingevuld; gevraagd zijn «p» en «q». | Vul bij `a.b` «p» en «q» in. | ontbreekt"],
            id="leeg: twee woorden",
        ),
        pytest.param(
            "een_van: [p]",
            "",
            ["`a.b` is niet ingevuld; gevraagd is «p». | Vul bij `a.b` «p» in. | ontbreekt"],
            id="leeg: één van één",
        ),
        pytest.param(
            "een_van: [p, q]",
            "",
            [
                "`a.b` is niet ingevuld; gevraagd is minstens één van «p» en «q». | Vul bij `a.b` minstens één van «p» en «q» in. | ontbreekt"
            ],
            id="leeg: één van twee",
        ),
        pytest.param(
            "minstens: 1",
            "",
            ["`a.b` is niet ingevuld; gevraagd is minstens 1 onderdeel. | Vul bij `a.b` minstens 1 onderdeel in. | ontbreekt"],
            id="leeg: minstens één",
        ),
        pytest.param(
            "minstens: 2",
            "",
            [
                "`a.b` is niet ingevuld; gevraagd zijn minstens 2 onderdelen. | Vul bij `a.b` minstens 2 onderdelen in. | ontbreekt"
            ],
            id="leeg: minstens twee",
        ),
        pytest.param(
            "minstens: 1, hoogstens: 3",
            "",
            [
                "`a.b` is niet ingevuld; gevraagd zijn minstens 1 en hoogstens 3 onderdelen. | Vul bij `a.b` minstens 1 en hoogstens 3 onderdelen in. | ontbreekt"
            ],
            id="leeg: van en tot",
        ),
        pytest.param(
            "minstens: 1",
            "['n.t.b.']",
            ["Bij `a.b` staat nog opvultekst («n.t.b.»). | Vervang de opvultekst bij `a.b` door uw eigen tekst. | ontbreekt"],
            id="opvultekst telt niet",
        ),
        pytest.param(
            "minstens: 1",
            "[{}]",
            ["`a.b` is niet ingevuld; gevraagd is minstens 1 onderdeel. | Vul bij `a.b` minstens 1 onderdeel in. | ontbreekt"],
            id="een lege afspraak telt niet",
        ),
        pytest.param("alle: [p, q]", "[p]", ["Bij `a.b` ontbreekt «q». | Voeg bij `a.b` «q» toe. | wijkt af"], id="één mist"),
        pytest.param(
            "alle: [p, q]",
            "[r]",
            ["Bij `a.b` ontbreken «p» en «q». | Voeg bij `a.b` «p» en «q» toe. | wijkt af"],
            id="twee missen",
        ),
        pytest.param(
            "een_van: [p, q]",
            "[r]",
            ["Bij `a.b` ontbreekt «p» of «q». | Voeg bij `a.b` minstens één van «p» en «q» toe. | wijkt af"],
            id="geen van",
        ),
        pytest.param(
            "minstens: 2",
            "[p]",
            ["Bij `a.b` staat 1 onderdeel; gevraagd zijn er minstens 2. | Vul `a.b` aan tot minstens 2 onderdelen. | wijkt af"],
            id="te weinig",
        ),
        pytest.param(
            "hoogstens: 1",
            "[p, q]",
            ["Bij `a.b` staan 2 onderdelen; bedoeld is er hoogstens 1. | Beperk `a.b` tot hoogstens 1 onderdeel. | wijkt af"],
            id="te veel",
        ),
        pytest.param(
            "alle: [p], minstens: 3",
            "[q, r]",
            [
                "Bij `a.b` ontbreekt «p». | Voeg bij `a.b` «p» toe. | wijkt af",
                "Bij `a.b` staan 2 onderdelen; gevraagd zijn er minstens 3. | Vul `a.b` aan tot minstens 3 onderdelen. | wijkt af",
            ],
            id="twee dingen mis",
        ),
    ],
)
def test_bevat_vuurt(eis: str, waarde: str, zinnen: list[str]) -> None:
    assert _zinnen(_run(f"{{soort: bevat, veld: a.b, {eis}}}", f"a: {{b: {waarde}}}" if waarde else "{}")) == zinnen


# ---- Grens -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("grens", "waarde"),
    [
        pytest.param("hoogstens: 1 jaar", "1 jaar", id="precies"),
        pytest.param("hoogstens: 1 jaar", "kwartaal", id="een ritme in een woord"),
        pytest.param("hoogstens: 1 jaar", "4 keer per jaar", id="een aantal keer per jaar"),
        pytest.param("hoogstens: 1 dag", "dagelijks", id="dagelijks"),
        pytest.param("hoogstens: 1 dag", "1 schooldag", id="elke schooldag is dagelijks"),
        pytest.param("hoogstens: 1 dag", "2 uur", id="uren zijn korter dan een dag"),
        pytest.param("hoogstens: 1 dag", "24 klokuren", id="24 uur is een dag"),
        pytest.param("hoogstens: 5 schooldagen", "5 dagen", id="dagen zijn korter dan schooldagen"),
        pytest.param("hoogstens: 3", "3", id="getal"),
        pytest.param("minstens: 4", "4.5", id="getal met komma"),
        pytest.param("minstens: 1 week", "8 dagen", id="minstens"),
        pytest.param("hoogstens: 16 lesuren", "16 lesuren", id="lesuren zonder lengte"),
    ],
)
def test_grens_houdt(grens: str, waarde: str) -> None:
    assert _run(f"{{soort: grens, veld: a.b, {grens}}}", f"a: {{b: {waarde}}}") == Uitkomst(gelezen=(("a", "b"),))


@pytest.mark.parametrize(
    ("grens", "waarde", "zin"),
    [
        pytest.param(
            "hoogstens: 1 jaar",
            "",
            "`a.b` is niet ingevuld; gevraagd is hoogstens 1 jaar. | Vul bij `a.b` hoogstens 1 jaar in. | ontbreekt",
            id="ontbreekt",
        ),
        pytest.param(
            "hoogstens: 1 jaar",
            "tweejaarlijks",
            "Bij `a.b` staat «tweejaarlijks»; gevraagd is hoogstens 1 jaar. | Wijzig `a.b` in hoogstens 1 jaar. | wijkt af",
            id="te zelden",
        ),
        pytest.param(
            "hoogstens: 1 dag",
            "2 dagen",
            "Bij `a.b` staat «2 dagen»; gevraagd is hoogstens 1 dag. | Wijzig `a.b` in hoogstens 1 dag. | wijkt af",
            id="te lang",
        ),
        pytest.param(
            "hoogstens: 1 dag",
            "25 uur",
            "Bij `a.b` staat «25 uur»; gevraagd is hoogstens 1 dag. | Wijzig `a.b` in hoogstens 1 dag. | wijkt af",
            id="25 uur is te lang",
        ),
        pytest.param(
            "hoogstens: 3",
            "4",
            "Bij `a.b` staat «4»; gevraagd is hoogstens 3. | Wijzig `a.b` in hoogstens 3. | wijkt af",
            id="te veel",
        ),
        pytest.param(
            "minstens: 4",
            "3",
            "Bij `a.b` staat «3»; gevraagd is minstens 4. | Wijzig `a.b` in minstens 4. | wijkt af",
            id="te weinig",
        ),
        pytest.param(
            "minstens: 1",
            "true",
            "Bij `a.b` staat «ja»; gevraagd is minstens 1. | Wijzig `a.b` in minstens 1. | wijkt af",
            id="ja is geen getal",
        ),
        pytest.param(
            "hoogstens: 1 jaar",
            "regelmatig",
            "Bij `a.b` staat «regelmatig»; gevraagd is hoogstens 1 jaar. | Wijzig `a.b` in hoogstens 1 jaar. | wijkt af",
            id="geen ritme",
        ),
        pytest.param(
            "hoogstens: 1 jaar",
            "4 keer",
            "Bij `a.b` staat «4 keer»; gevraagd is hoogstens 1 jaar. | Wijzig `a.b` in hoogstens 1 jaar. | wijkt af",
            id="keren zijn geen tijd",
        ),
        pytest.param(
            "hoogstens: 1 jaar",
            "5",
            "Bij `a.b` staat «5»; gevraagd is hoogstens 1 jaar. | Wijzig `a.b` in hoogstens 1 jaar. | wijkt af",
            id="zonder eenheid",
        ),
        pytest.param(
            "hoogstens: 3",
            "drie",
            "Bij `a.b` staat «drie»; gevraagd is hoogstens 3. | Wijzig `a.b` in hoogstens 3. | wijkt af",
            id="geen cijfer",
        ),
    ],
)
def test_grens_vuurt(grens: str, waarde: str, zin: str) -> None:
    assert _zinnen(_run(f"{{soort: grens, veld: a.b, {grens}}}", f"a: {{b: {waarde}}}" if waarde else "{}")) == [zin]


def test_een_grens_in_lesuren_zonder_lengte_is_niet_getoetst() -> None:
    toets = "{soort: grens, veld: a.b, hoogstens: 16 klokuren}"
    reden = "De lengte van een lesuur is niet bekend: vul `school.lesuur_minuten` in."
    assert _run(toets, "a: {b: 16 lesuren}") == Uitkomst(gelezen=(("a", "b"),), niet_getoetst=reden)
    assert _houdt(_run(toets, "{a: {b: 16 lesuren}, school: {lesuur_minuten: 50}}"))
    assert not _houdt(_run(toets, "{a: {b: 20 lesuren}, school: {lesuur_minuten: 50}}"))


# ---- Lijsten van afspraken ---------------------------------------------------------------------------------------

MOMENT = "{soort: een_item, veld: a.momenten, waar: {doelgroep: {bevat: [ouder]}, vorm: {gelijk: actief}, herhaling: {hoogstens: 1 jaar}}}"
EIS = "«ouder» bij `doelgroep`, «actief» bij `vorm` en hoogstens 1 jaar bij `herhaling`"


@pytest.mark.parametrize(
    ("items", "gelezen"),
    [
        pytest.param("[{doelgroep: [ouder], vorm: actief, herhaling: jaarlijks}]", 0, id="precies"),
        pytest.param(
            "[{doelgroep: [leerling]}, {doelgroep: [leerling, ouder], vorm: actief, herhaling: kwartaal}]", 1, id="de tweede"
        ),
        pytest.param(
            "[los, {doelgroep: ouder, vorm: actief, herhaling: week}]", 1, id="een enkele waarde als lijst, na iets anders"
        ),
    ],
)
def test_een_item_houdt(items: str, gelezen: int) -> None:
    paden = tuple(("a", "momenten", gelezen, sleutel) for sleutel in ("doelgroep", "vorm", "herhaling"))
    assert _run(MOMENT, f"a: {{momenten: {items}}}") == Uitkomst(gelezen=paden)


@pytest.mark.parametrize(
    ("items", "pad", "zin"),
    [
        pytest.param(
            "[]",
            (),
            f"`a.momenten` is niet ingevuld; gevraagd is een regel met {EIS}. | Neem bij `a.momenten` een regel op met {EIS}. | ontbreekt",
            id="leeg",
        ),
        pytest.param(
            "[{doelgroep: [leerling], vorm: actief, herhaling: week}]",
            (),
            f"Bij `a.momenten` staat geen regel met {EIS}. | Neem bij `a.momenten` een regel op met {EIS}. | ontbreekt",
            id="waar het om gaat ontbreekt",
        ),
        pytest.param(
            "[{vorm: actief, herhaling: week}, {doelgroep: [ouder], herhaling: week}]",
            (1,),
            "Bij `a.momenten` moet de regel met «ouder» bij `doelgroep` en hoogstens 1 jaar bij `herhaling` ook «actief» bij `vorm` hebben. | "
            "Geef deze regel «actief» bij `vorm`. | ontbreekt",
            id="de regel over ouders is dichterbij dan een met meer goed",
        ),
        pytest.param(
            "[{doelgroep: [ouder], vorm: passief, herhaling: bij_start}]",
            (0, "vorm"),
            "Bij `a.momenten` moet de regel met «ouder» bij `doelgroep` ook «actief» bij `vorm` en hoogstens 1 jaar bij `herhaling` hebben; "
            "nu staat bij `vorm` «passief» en bij `herhaling` «bij start». | Geef deze regel «actief» bij `vorm` en hoogstens 1 jaar bij `herhaling`. | wijkt af",
            id="twee dingen wijken af",
        ),
    ],
)
def test_een_item_vuurt(items: str, pad: tuple[str | int, ...], zin: str) -> None:
    uitkomst = _run(MOMENT, f"a: {{momenten: {items}}}")
    assert _zinnen(uitkomst) == [zin]
    assert uitkomst.gaps[0].pad == ("a", "momenten", *pad)


@pytest.mark.parametrize(
    ("voorwaarde", "waarde", "goed"),
    [
        pytest.param("gelijk: true", "true", True, id="gelijk aan ja"),
        pytest.param("gelijk: true", "1", False, id="één is geen ja"),
        pytest.param("gelijk: false", "false", True, id="gelijk aan nee"),
        pytest.param("uit: [x, y]", "y", True, id="uit"),
        pytest.param("uit: [x, y]", "z", False, id="niet uit"),
        pytest.param("uit: [x, y]", "[x]", False, id="een lijst is niet uit"),
        pytest.param("bevat: [x, y]", "[y, x]", True, id="bevat"),
        pytest.param("bevat: [x, y]", "[x]", False, id="bevat niet alles"),
        pytest.param("een_van: [x, y]", "[z, y]", True, id="één van"),
        pytest.param("een_van: [x, y]", "[z]", False, id="geen van"),
        pytest.param("gevuld: true", "iets", True, id="gevuld"),
        pytest.param("gevuld: true", "0", True, id="nul is gevuld"),
        pytest.param("gevuld: true", "n.t.b.", False, id="opvultekst"),
        pytest.param("gevuld: true", "[]", False, id="lege lijst"),
        pytest.param("hoogstens: 3", "3", True, id="hoogstens"),
        pytest.param("hoogstens: 3", "4", False, id="meer"),
        pytest.param("minstens: 1 week", "1 week", True, id="minstens"),
        pytest.param("minstens: 1 week", "6 dagen", False, id="minder"),
        pytest.param("minstens: 1 week", "vaak", False, id="geen hoeveelheid"),
        pytest.param("hoogstens: 10 schooldagen", "10 keer", False, id="een andere soort"),
    ],
)
def test_een_voorwaarde(voorwaarde: str, waarde: str, *, goed: bool) -> None:
    assert _houdt(_run(f"{{soort: een_item, veld: a, waar: {{k: {{{voorwaarde}}}}}}}", f"a: [{{k: {waarde}}}]")) is goed
    assert not _houdt(_run(f"{{soort: een_item, veld: a, waar: {{k: {{{voorwaarde}}}}}}}", "a: [{anders: 1}]"))


LESUUR = "De lengte van een lesuur is niet bekend: vul `school.lesuur_minuten` in."
UREN = "waar: {soort: {gelijk: x}, uren: {hoogstens: 4 klokuren}}"


@pytest.mark.parametrize(
    ("items", "reden"),
    [
        pytest.param("[{soort: x, uren: 4 lesuren}]", LESUUR, id="de enige is niet te vergelijken"),
        pytest.param("[{soort: x, uren: 4 lesuren}, {soort: x, uren: 5 klokuren}]", LESUUR, id="een andere voldoet niet"),
        pytest.param("[{soort: x, uren: 4 lesuren}, {soort: x, uren: 3 klokuren}]", "", id="een andere voldoet"),
        pytest.param("[{soort: y, uren: 4 lesuren}]", "", id="daar gaat het niet om"),
    ],
)
def test_een_item_met_een_lesuur_zonder_lengte(items: str, reden: str) -> None:
    uitkomst = _run(f"{{soort: een_item, veld: a, {UREN}}}", f"a: {items}")
    assert uitkomst.niet_getoetst == reden
    assert bool(uitkomst.gaps) is (items == "[{soort: y, uren: 4 lesuren}]")


PARTNERS = "{soort: elk_item, veld: a.partners, waar: {taak: {gevuld: true}, melding: {uit: [geen, verplicht]}}}"


def test_elk_item_houdt() -> None:
    feiten = (
        "a: {partners: [{rol: jeugdarts, taak: consult, melding: geen}, {rol: leerplicht, taak: toezicht, melding: verplicht}]}"
    )
    assert _run(PARTNERS, feiten) == Uitkomst(gelezen=(("a", "partners"),))


@pytest.mark.parametrize(
    ("items", "paden", "zinnen"),
    [
        pytest.param("[]", [()], ["`a.partners` is niet ingevuld. | Vul `a.partners` in. | ontbreekt"], id="leeg"),
        pytest.param("[los]", [()], ["`a.partners` is niet ingevuld. | Vul `a.partners` in. | ontbreekt"], id="geen afspraken"),
        pytest.param(
            "[{rol: jeugdarts, melding: soms}, {}, {taak: n.t.b., melding: geen}]",
            [(0,), (0, "melding"), (1,), (1,), (2, "taak")],
            [
                "Bij `a.partners` hoort «jeugdarts» ook een invulling bij `taak` te hebben. | Geef «jeugdarts» een invulling bij `taak`. | ontbreekt",
                (
                    "Bij `a.partners` hoort «jeugdarts» ook «geen» of «verplicht» bij `melding` te hebben; nu staat bij `melding` «soms». | "
                    "Geef «jeugdarts» «geen» of «verplicht» bij `melding`. | wijkt af"
                ),
                "Bij `a.partners` hoort regel 2 ook een invulling bij `taak` te hebben. | Geef regel 2 een invulling bij `taak`. | ontbreekt",
                "Bij `a.partners` hoort regel 2 ook «geen» of «verplicht» bij `melding` te hebben. | Geef regel 2 «geen» of «verplicht» bij `melding`. | ontbreekt",
                "Bij `a.partners` hoort «geen» ook een invulling bij `taak` te hebben; nu staat bij `taak` «n.t.b.». | Geef «geen» een invulling bij `taak`. | wijkt af",
            ],
            id="elk gat apart",
        ),
    ],
)
def test_elk_item_vuurt(items: str, paden: list[tuple[str | int, ...]], zinnen: list[str]) -> None:
    uitkomst = _run(PARTNERS, f"a: {{partners: {items}}}")
    assert _zinnen(uitkomst) == zinnen
    assert [gap.pad for gap in uitkomst.gaps] == [("a", "partners", *pad) for pad in paden]


def test_elk_item_een_gat_gaat_voor_niet_getoetst() -> None:
    toets = "{soort: elk_item, veld: a, waar: {uren: {hoogstens: 4 klokuren}}}"
    assert _run(toets, "a: [{uren: 4 lesuren}]").niet_getoetst == LESUUR
    assert len(_run(toets, "a: [{uren: 4 lesuren}, {uren: 5 klokuren}]").gaps) == 1


TYPEN = "{soort: dekt, veld: a.typen, sleutel: type, waarden: [ziek, te_laat]}"


@pytest.mark.parametrize(
    ("items", "zinnen"),
    [
        pytest.param("[{type: te_laat}, {type: ziek}, {type: verlof}]", [], id="alles"),
        pytest.param(
            "[]",
            [
                "`a.typen` is niet ingevuld; gevraagd zijn «ziek» en «te laat». | Vul `a.typen` in, met «ziek» en «te laat». | ontbreekt"
            ],
            id="leeg",
        ),
        pytest.param(
            "[{type: ziek}]",
            ["Bij `a.typen` ontbreekt «te laat». | Voeg bij `a.typen` «te laat» toe. | ontbreekt"],
            id="één mist",
        ),
        pytest.param(
            "[{type: verlof}]",
            ["Bij `a.typen` ontbreken «ziek» en «te laat». | Voeg bij `a.typen` «ziek» en «te laat» toe. | ontbreekt"],
            id="twee missen",
        ),
    ],
)
def test_dekt(items: str, zinnen: list[str]) -> None:
    assert _zinnen(_run(TYPEN, f"a: {{typen: {items}}}")) == zinnen


def test_dekt_een_leeg_geval_in_enkelvoud() -> None:
    toets = "{soort: dekt, veld: a, sleutel: tier, waarden: [1]}"
    assert _zinnen(_run(toets)) == ["`a` is niet ingevuld; gevraagd is «1». | Vul `a` in, met «1». | ontbreekt"]
    assert _houdt(_run(toets, "a: [{tier: 1}]"))
    assert not _houdt(_run(toets, "a: [{tier: true}]"))


VERWIJST = "{soort: verwijst, veld: stappen_bij_afwezigheid.typen, sleutel: trap, naar: trappen}"
TYPE_VELD = "`stappen_bij_afwezigheid.typen`"


def _trappen(typen: str, trappen: str) -> str:
    return f"{{stappen_bij_afwezigheid: {{typen: {typen}, trappen: {trappen}}}, melden_en_verlof: {{verlof: [{{soort: regulier}}]}}}}"


ECHT = "stappen: [{bij: [{signaal: x}], acties: [{actie: y}]}]"


@pytest.mark.parametrize(
    ("feiten", "zinnen"),
    [
        pytest.param(_trappen("[{trap: ziekte}]", f"[{{trap: ziekte, {ECHT}}}]"), [], id="bestaat"),
        pytest.param(_trappen("[{trap: verlof}, {trap: regulier}]", "[]"), [], id="verlof heeft zijn eigen regels"),
        pytest.param(
            _trappen("[{type: ziek}]", f"[{{trap: ziekte, {ECHT}}}]"),
            [f"{TYPE_VELD} is niet ingevuld. | Vul {TYPE_VELD} in. | ontbreekt"],
            id="niemand verwijst",
        ),
        pytest.param(
            _trappen("[{trap: weg}]", f"[{{trap: ziekte, {ECHT}}}, {{trap: te_laat, {ECHT}}}]"),
            [
                f"{TYPE_VELD} verwijst naar de trap «weg», maar die staat niet in het beleid. | Verwijs naar «ziekte» of «te_laat», of schrijf de trap «weg». | tegenstrijdig"
            ],
            id="bestaat niet",
        ),
        pytest.param(
            _trappen("[{trap: leeg}]", "[{trap: leeg, stappen: [{}]}]"),
            [
                f"{TYPE_VELD} verwijst naar de trap «leeg», maar die staat niet in het beleid. | Schrijf de trap «leeg». | tegenstrijdig"
            ],
            id="een trap zonder echte stap",
        ),
    ],
)
def test_verwijst(feiten: str, zinnen: list[str]) -> None:
    assert _zinnen(_run(VERWIJST, feiten)) == zinnen


# ---- Lezen -------------------------------------------------------------------------------------------------------

PROZA = "{soort: proza, velden: [a.visie, a.tekst], min_woorden: 6, woorden: [[Preventief, voorkom], [ouder]]}"


@pytest.mark.parametrize(
    ("feiten", "vraag"),
    [
        pytest.param(
            "a: {visie: Wij werken preventief en samen met ouders aan aanwezigheid.}",
            Leesvraag(("a", "visie"), "Wij werken preventief en samen met ouders aan aanwezigheid."),
            id="alle woorden gevonden",
        ),
        pytest.param(
            "a: {tekst: Wij voorkomen dat leerlingen lang thuis zitten.}",
            Leesvraag(
                ("a", "tekst"),
                "Wij voorkomen dat leerlingen lang thuis zitten.",
                "Wij vonden in deze tekst geen woord als «ouder»; lees daarom extra goed.",
            ),
            id="het tweede veld, één groep niet gevonden",
        ),
        pytest.param(
            "a: {visie: Iedereen hoort erbij., tekst: [Wij zien elkaar., Wij missen elkaar.]}",
            Leesvraag(
                ("a", "visie"),
                "Iedereen hoort erbij. / Wij zien elkaar.; Wij missen elkaar.",
                "Wij vonden in deze tekst geen woord als «Preventief» of «voorkom» en geen woord als «ouder»; lees daarom extra goed.",
            ),
            id="twee velden, niets gevonden",
        ),
    ],
)
def test_proza_is_een_vraag_aan_de_lezer(feiten: str, vraag: Leesvraag) -> None:
    uitkomst = _run(PROZA, feiten)
    assert uitkomst == Uitkomst(gelezen=(("a", "visie"), ("a", "tekst")), vragen=(vraag,))
    assert uitkomst.holds


@pytest.mark.parametrize(
    ("feiten", "pad", "zin"),
    [
        pytest.param("{}", ("a", "visie"), "`a.visie` is niet ingevuld. | Vul `a.visie` in. | ontbreekt", id="leeg"),
        pytest.param(
            "a: {visie: n.t.b.}",
            ("a", "visie"),
            "Bij `a.visie` staat nog opvultekst («n.t.b.»). | Vervang de opvultekst bij `a.visie` door uw eigen tekst. | ontbreekt",
            id="opvultekst",
        ),
        pytest.param(
            "a: {tekst: Wij doen ons best.}",
            ("a", "tekst"),
            "De tekst bij `a.tekst` telt 4 woorden; dat is te kort om dit te beschrijven (reken op minstens 6). | Werk de tekst bij `a.tekst` uit. | wijkt af",
            id="te kort",
        ),
        pytest.param(
            "a: {tekst: Aanwezig}",
            ("a", "tekst"),
            "De tekst bij `a.tekst` telt 1 woord; dat is te kort om dit te beschrijven (reken op minstens 6). | Werk de tekst bij `a.tekst` uit. | wijkt af",
            id="één woord",
        ),
    ],
)
def test_proza_vuurt(feiten: str, pad: tuple[str, ...], zin: str) -> None:
    uitkomst = _run(PROZA, feiten)
    assert _zinnen(uitkomst) == [zin]
    assert uitkomst.gaps[0].pad == pad


def test_een_sleutelwoord_maakt_nooit_iets_goed() -> None:
    assert not _houdt(_run(PROZA, "a: {visie: preventief ouder preventief ouder preventief ouder}"))


def test_lezen_geeft_de_reden_aan_de_lezer() -> None:
    toets = "{soort: lezen, velden: [a.b], reden: De norm gaat over houding.}"
    uitkomst = _run(toets, "a: {b: Wij zijn er voor elkaar.}")
    assert uitkomst.vragen == (Leesvraag(("a", "b"), "Wij zijn er voor elkaar.", "De norm gaat over houding."),)
    assert _zinnen(_run(toets)) == ["`a.b` is niet ingevuld. | Vul `a.b` in. | ontbreekt"]


VERKLARING = "{soort: verklaring, onderwerp: conform_wet}"


@pytest.mark.parametrize(
    ("verklaringen", "pad", "zin"),
    [
        pytest.param(
            "[]",
            (),
            "Er staat geen verklaring «conform wet» in het beleid. | Laat de schoolleiding dit verklaren: zet bij `verklaringen` een regel met "
            "`onderwerp: conform_wet`, `door` en `op`. | ontbreekt",
            id="geen",
        ),
        pytest.param(
            "[{onderwerp: cultuur, door: directeur, op: '2026-09-01'}]",
            (),
            "Er staat geen verklaring «conform wet» in het beleid. | Laat de schoolleiding dit verklaren: zet bij `verklaringen` een regel met "
            "`onderwerp: conform_wet`, `door` en `op`. | ontbreekt",
            id="over iets anders",
        ),
        pytest.param(
            "[{onderwerp: conform_wet, door: directeur}]",
            (0,),
            "Bij de verklaring «conform wet» ontbreekt `op`. | Vul in wie dit verklaart en op welke datum. | ontbreekt",
            id="zonder datum",
        ),
        pytest.param(
            "[{onderwerp: conform_wet}]",
            (0,),
            "Bij de verklaring «conform wet» ontbreken `door` en `op`. | Vul in wie dit verklaart en op welke datum. | ontbreekt",
            id="zonder naam en datum",
        ),
        pytest.param(
            "[{onderwerp: conform_wet, door: directeur, op: '2026-10-02'}]",
            (0, "op"),
            "De verklaring «conform wet» heeft een datum na de peildatum (2026-10-02). | Vul de datum in waarop dit is verklaard. | wijkt af",
            id="in de toekomst",
        ),
    ],
)
def test_verklaring_vuurt(verklaringen: str, pad: tuple[int | str, ...], zin: str) -> None:
    uitkomst = _run(VERKLARING, f"verklaringen: {verklaringen}")
    assert _zinnen(uitkomst) == [zin]
    assert uitkomst.gaps[0].pad == ("verklaringen", *pad)


@pytest.mark.parametrize(
    ("verklaringen", "nummer"),
    [
        pytest.param("[{onderwerp: conform_wet, door: het_bestuur, op: '2026-10-01'}]", 0, id="op de peildatum"),
        pytest.param(
            "[{onderwerp: conform_wet}, {onderwerp: conform_wet, door: het_bestuur, op: '2026-10-01'}]", 1, id="de tweede is af"
        ),
    ],
)
def test_een_verklaring_is_een_vraag_aan_de_lezer(verklaringen: str, nummer: int) -> None:
    pad = ("verklaringen", nummer)
    assert _run(VERKLARING, f"verklaringen: {verklaringen}") == Uitkomst(
        gelezen=(pad,), vragen=(Leesvraag(pad, "Verklaard door het bestuur op 2026-10-01: conform wet."),)
    )


# ---- Samengesteld ------------------------------------------------------------------------------------------------

ALS = "{soort: als, als: {soort: gelijk, veld: school.18plus, waarde: true}, dan: [{soort: gevuld, velden: [a.b]}]}"


def test_als_de_voorwaarde_opgaat_geldt_de_rest() -> None:
    assert _run(ALS, "{school: {18plus: true}, a: {b: iets}}") == Uitkomst(gelezen=(("school", "18plus"), ("a", "b")))
    assert _zinnen(_run(ALS, "school: {18plus: true}")) == ["`a.b` is niet ingevuld. | Vul `a.b` in. | ontbreekt"]


def test_als_de_voorwaarde_niet_is_ingevuld_is_er_niet_getoetst() -> None:
    reden = "Of dit voor uw school geldt, hangt af van `school.18plus`, en dat is niet ingevuld."
    assert _run(ALS, "a: {b: iets}") == Uitkomst(gelezen=(("school", "18plus"),), niet_getoetst=reden)


def test_als_de_voorwaarde_niet_opgaat_geldt_de_norm_niet() -> None:
    reden = "Dit geldt niet voor uw school: bij `school.18plus` staat «nee»."
    assert _run(ALS, "school: {18plus: false}") == Uitkomst(gelezen=(("school", "18plus"),), nvt=reden)


def test_een_regel_voor_wat_een_school_mag_weglaten() -> None:
    toets = "{soort: als, als: {soort: gevuld, velden: [a.verlof, a.grens]}, dan: [{soort: gevuld, velden: [a.beslist]}]}"
    reden = "Dit geldt alleen als het beleid iets zegt bij `a.verlof` en `a.grens`; dat doet het niet."
    gelezen = (("a", "verlof"), ("a", "grens"))
    assert _run(toets) == Uitkomst(gelezen=gelezen, nvt=reden)
    assert _run(toets, "a: {verlof: ja, grens: n.t.b.}") == Uitkomst(gelezen=gelezen, nvt=reden)
    assert _zinnen(_run(toets, "a: {verlof: ja, grens: 10}")) == [
        "`a.beslist` is niet ingevuld. | Vul `a.beslist` in. | ontbreekt"
    ]
    assert _houdt(_run(toets, "a: {verlof: ja, grens: 10, beslist: directeur}"))


def test_een_als_in_een_als_slaagt_niet_door_afwezigheid() -> None:
    toets = f"{{soort: als, als: {{soort: gelijk, veld: school.sector, waarde: vo}}, dan: [{ALS}]}}"
    uitkomst = _run(toets, "school: {sector: vo, 18plus: false}")
    assert uitkomst.nvt == "Dit geldt niet voor uw school: bij `school.18plus` staat «nee»."
    assert not _houdt(uitkomst)


def _een_van(*toetsen: str) -> str:
    return f"{{soort: een_van, toetsen: [{', '.join(toetsen)}]}}"


GEVULD_A, GEVULD_B = "{soort: gevuld, velden: [a]}", "{soort: gevuld, velden: [b]}"
PROZA_C = "{soort: proza, velden: [c]}"


@pytest.mark.parametrize(
    ("toets", "feiten", "uitkomst"),
    [
        pytest.param(_een_van(GEVULD_A, GEVULD_B), "{a: iets, b: meer}", Uitkomst(gelezen=(("a",),)), id="de eerste die slaagt"),
        pytest.param(_een_van(GEVULD_A, GEVULD_B), "{b: meer}", Uitkomst(gelezen=(("b",),)), id="de tweede slaagt"),
        pytest.param(
            _een_van(PROZA_C, GEVULD_B), "{c: Dit is een zin., b: meer}", Uitkomst(gelezen=(("b",),)), id="liever zonder vraag"
        ),
        pytest.param(
            _een_van(GEVULD_A, PROZA_C),
            "{c: Dit is een zin.}",
            Uitkomst(gelezen=(("c",),), vragen=(Leesvraag(("c",), "Dit is een zin."),)),
            id="een vraag is beter dan een gat",
        ),
        pytest.param(
            _een_van("{soort: gevuld, velden: [a, b]}", "{soort: gevuld, velden: [c]}"),
            "{}",
            Uitkomst((Gap(("c",), "`c` is niet ingevuld.", "Vul `c` in."),), (("c",),)),
            id="anders de dichtstbijzijnde",
        ),
        pytest.param(
            _een_van(GEVULD_A, "{soort: grens, veld: b, hoogstens: 4 klokuren}"),
            "{b: 4 lesuren}",
            Uitkomst(gelezen=(("b",),), niet_getoetst=LESUUR),
            id="onbekend is geen nee",
        ),
        pytest.param(
            _een_van(ALS, GEVULD_B),
            "school: {18plus: false}",
            Uitkomst((Gap(("b",), "`b` is niet ingevuld.", "Vul `b` in."),), (("b",),)),
            id="niet van toepassing slaagt niet",
        ),
        pytest.param(
            _een_van(ALS, ALS),
            "school: {18plus: false}",
            Uitkomst(gelezen=(("school", "18plus"),), nvt="Dit geldt niet voor uw school: bij `school.18plus` staat «nee»."),
            id="geen enkele is van toepassing",
        ),
    ],
)
def test_een_van_kiest(toets: str, feiten: str, uitkomst: Uitkomst) -> None:
    assert _run(toets, feiten) == uitkomst


def test_alle_neemt_elk_gat_mee() -> None:
    toets = f"{{soort: alle, toetsen: [{GEVULD_A}, {GEVULD_B}]}}"
    assert _houdt(_run(toets, "{a: iets, b: meer}"))
    assert [gap.pad for gap in _run(toets).gaps] == [("a",), ("b",)]


def test_samen() -> None:
    gat, goed = Uitkomst((Gap(("a",), "Mis.", "Doe."),), (("a",),)), Uitkomst(gelezen=(("b",),))
    onbekend, nvt = Uitkomst(niet_getoetst="Onbekend."), Uitkomst(gelezen=(("c",),), nvt="Geldt niet.")
    assert together([goed, goed]) == goed
    assert together([gat, goed]) == Uitkomst(gat.gaps, (("a",), ("b",)))
    assert together([nvt, goed]) == Uitkomst(gelezen=(("c",), ("b",)))
    assert together([nvt, nvt]) == nvt
    assert together([nvt, gat]).gaps == gat.gaps
    assert together([goed, onbekend]).niet_getoetst == "Onbekend."
    assert not together([goed, onbekend]).holds


_GATEN = st.builds(Gap, st.sampled_from([("a",), ("b", "c")]), st.sampled_from(["X is er niet.", "X is er niet; gevraagd is Y."]), st.just("Doe dit."))
_PADEN = st.lists(st.sampled_from([("a",), ("b",), ("b", "c")]), max_size=4).map(tuple)


@given(
    st.lists(_GATEN, max_size=4).map(tuple), _PADEN, st.lists(st.builds(Leesvraag, st.just(("a",)), st.sampled_from("pq")), max_size=3).map(tuple),
    st.sampled_from(["", "Onbekend."]), st.lists(_GATEN, max_size=3).map(tuple),
)  # fmt: skip
def test_een_uitkomst_alleen_is_zoals_met_een_die_niets_zegt(
    gaps: tuple[Gap, ...], gelezen: tuple[Pad, ...], vragen: tuple[Leesvraag, ...], niet_getoetst: str, tussen: tuple[Gap, ...]
) -> None:
    uitkomst = Uitkomst(gaps, gelezen, vragen, niet_getoetst, tussen=tussen)
    assert together([uitkomst]) == together([uitkomst, Uitkomst()])


def test_samen_zegt_niets_dubbel() -> None:
    bevat, elk = "{soort: bevat, veld: a, minstens: 2}", "{soort: elk_item, veld: a, waar: {b: {gevuld: true}}}"
    meer = ["`a` is niet ingevuld; gevraagd zijn minstens 2 onderdelen. | Vul bij `a` minstens 2 onderdelen in. | ontbreekt"]
    for toetsen in (f"{bevat}, {elk}", f"{elk}, {bevat}", f"{elk}, {bevat}, {elk}"):
        assert _zinnen(_run(f"{{soort: alle, toetsen: [{toetsen}]}}")) == meer
    assert len(_run(f"{{soort: alle, toetsen: [{elk}, {elk}]}}").gaps) == 1
    assert len(_run(f"{{soort: alle, toetsen: [{elk}, {elk.replace('veld: a', 'veld: aa')}]}}").gaps) == 2


def test_velden_van_een_samengestelde_toets() -> None:
    toets = _toets(_een_van(ALS, GEVULD_A, GEVULD_A))
    assert toets.fields() == ("school.18plus", "a.b", "a")
    assert all_fields([toets, _toets(MOMENT)])[-4:] == (
        "a.momenten",
        "a.momenten[].doelgroep",
        "a.momenten[].vorm",
        "a.momenten[].herhaling",
    )
    assert {type(_toets(t)) for t in (ALS, _een_van(GEVULD_A, GEVULD_B))} == {Als, EenVan}
    assert Alle in SOORTEN


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [
        pytest.param(None, "", id="niets"),
        pytest.param(True, "ja", id="ja"),
        pytest.param(["x", False, 3], "x, nee, 3", id="lijst"),
        pytest.param({"wie": "mt", "op": [1, 2]}, "wie: mt; op: 1, 2", id="blok"),
        pytest.param(1.5, "1.5", id="zoals het er staat"),
    ],
)
def test_waarden_tonen(waarde: object, tekst: str) -> None:
    assert show(waarde) == tekst


@pytest.mark.parametrize(
    ("delen", "zin"),
    [
        pytest.param([], "", id="niets"),
        pytest.param(["a"], "a", id="één"),
        pytest.param(["a", "b"], "a en b", id="twee"),
        pytest.param(["a", "b", "c"], "a, b en c", id="drie"),
    ],
)
def test_opsommen(delen: list[str], zin: str) -> None:
    assert enumerate_nl(delen) == zin
