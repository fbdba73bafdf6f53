"""Het document van een toetsrapport: oordeel, volgorde per lezer, en dat niets verdwijnt."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any, get_args

import pytest

from beleidscheck.bevinding import Gewicht, Grond, Niveau, Oordeel, Plan, Samenvatting
from beleidscheck.document.blokken import Citaat, Codeblok, Groep, Kop, Link, Noot, Tabel, Uitklap
from beleidscheck.document.rapport import compose_report
from beleidscheck.document.rapport_oordeel import verdict
from beleidscheck.document.rapport_woorden import (
    ELEMENT_UITLEG,
    GEWICHT_UITLEG,
    OORDEEL_UITLEG,
    STATUS_WOORDEN,
    Lezer,
    clip,
    ground_words,
    list_words,
    number_of_weight,
    sentence,
)
from beleidscheck.document.tekst import block_lines, document_text, line_text
from beleidscheck.render.terminal import render_terminal
from beleidscheck.report import ElementStatus, Status
from tests.hulp.rapporten import concept, make_finding, make_norm, make_report, nothing, ready, unreadable
from tests.hulp.toetsbank import lees, voorbeeld

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from beleidscheck.document.blokken import Blok, Document
    from beleidscheck.report import Report

LEZERS: tuple[Lezer, ...] = get_args(Lezer)


def blocks(blokken: Iterable[Blok]) -> Iterator[Blok]:
    """Yield every block, also those inside others."""
    for blok in blokken:
        yield blok
        match blok:
            case Noot() | Groep() | Uitklap() | Citaat():
                yield from blocks(blok.blokken)
            case Tabel():
                yield from (deel for rij in blok.rijen for cel in rij for deel in blocks(cel.blokken))


def headings(document: Document, niveau: int = 2) -> list[str]:
    """Return the headings of a level, in order."""
    return [line_text(blok.inhoud) for blok in blocks(document.blokken) if isinstance(blok, Kop) and blok.niveau == niveau]


@pytest.mark.parametrize("lezer", LEZERS)
def test_elke_kop_heeft_een_eigen_anker_en_elke_verwijzing_komt_aan(lezer: Lezer) -> None:
    alle = list(blocks(compose_report(concept(), voor=lezer).blokken))
    ankers = [blok.anker for blok in alle if isinstance(blok, Kop) and blok.anker]
    verwijzingen = [url for url in (w for blok in alle for w in _links(blok)) if url.startswith("#")]
    assert len(ankers) == len(set(ankers))
    assert {url[1:] for url in verwijzingen} <= set(ankers)
    assert bool(verwijzingen) == (lezer != "mr")


def _links(blok: Blok) -> Iterator[str]:
    inhoud = getattr(blok, "inhoud", ())
    yield from (deel.url for deel in inhoud if isinstance(deel, Link))


@pytest.mark.parametrize("lezer", LEZERS)
def test_koppen_slaan_geen_niveau_over(lezer: Lezer) -> None:
    niveaus = [1, *(blok.niveau for blok in blocks(compose_report(concept(), voor=lezer).blokken) if isinstance(blok, Kop))]
    assert all(na - voor <= 1 for voor, na in pairwise(niveaus))


@pytest.mark.parametrize("maak", [concept, ready, unreadable, nothing], ids=lambda maak: maak.__name__)
def test_het_oordeel_is_voor_elke_lezer_hetzelfde(maak: Callable[[], Report]) -> None:
    zinnen = {verdict(maak(), lezer).removeprefix("Uw beleid").removeprefix("Het beleid") for lezer in LEZERS}
    assert len(zinnen) == 1
    for lezer in LEZERS:
        assert verdict(maak(), lezer) in document_text(compose_report(maak(), voor=lezer)).replace("`", "") or maak is nothing


def test_volgorde_per_lezer() -> None:
    assert headings(compose_report(concept())) == [
        "Het oordeel",
        "Eerst dit",
        "De zestien elementen in één oogopslag",
        "Element voor element",
        "Dit moet u zelf (of de MR) beoordelen",
        "Wat in het beleid zelf niet klopt",
        "Afwijkingen",
        "De trap nagerekend",
        "Niet getoetst, en waarom",
        "Niet van toepassing, en waarom",
        "Wat de woorden betekenen",
    ]
    assert headings(compose_report(concept(), voor="mr"))[:5] == [
        "Het oordeel",
        "Dit beoordeelt u als MR zelf",
        "Afwijkingen",
        "Wat in het beleid zelf niet klopt",
        "Wat ontbreekt of afwijkt",
    ]
    assert headings(compose_report(concept(), voor="swv"))[:3] == [
        "Het oordeel",
        "De zestien elementen in één oogopslag",
        "Elke norm",
    ]


def test_alleen_de_schoolleider_krijgt_yaml_en_voorbeelden() -> None:
    for lezer in LEZERS:
        alle = list(blocks(compose_report(concept(), voor=lezer).blokken))
        assert any(isinstance(blok, Codeblok) for blok in alle) == (lezer == "schoolleider")
        assert any(isinstance(blok, Noot) and blok.soort == "voorbeeld" for blok in alle) == (lezer == "schoolleider")


def test_de_mr_leest_elke_vraag_met_passage_en_plaats() -> None:
    tekst = document_text(compose_report(concept(), voor="mr"))
    for bevinding in concept().bevindingen:
        if bevinding.oordeel is Oordeel.TE_BEOORDELEN:
            assert bevinding.vraag in tekst
            assert f"{concept().bestand}:{bevinding.feiten[0].plaats.regel}:" in tekst
    assert "Wie er niet is, wordt gemist." in tekst


@pytest.mark.parametrize("lezer", ["schoolleider", "swv"])
def test_elke_norm_die_iets_vraagt_staat_er_met_haar_id(lezer: Lezer) -> None:
    tekst = document_text(compose_report(concept(), voor=lezer))
    for bevinding in concept().bevindingen:
        if lezer == "swv" or bevinding.oordeel not in {Oordeel.VOLDOET, Oordeel.NIET_GETOETST}:
            assert bevinding.norm.id in tekst, bevinding.norm.id


def test_beide_kanten_van_het_bewijs_staan_naast_elkaar() -> None:
    bewijs = [blok for blok in blocks(compose_report(concept()).blokken) if isinstance(blok, Groep) and blok.soort == "bewijs"]
    zwaar = {Gewicht.TEKORT, Gewicht.AANDACHTSPUNT}
    assert len(bewijs) == sum(len([c for c in e.clusters if c.kop.gewicht in zwaar]) for e in concept().elementen)
    ziek = next(
        "\n".join(block_lines(groep.blokken))
        for groep in bewijs
        if "nk2024.b3.ziek.gesprek" in "".join(block_lines(groep.blokken))
    )
    assert ziek == (
        "\nWat uw beleid zegt\nWat de norm zegt\n"
        "stappen_bij_afwezigheid.trappen[0].stappen[0].bij: 5 keer in 12 schoolweken\n"
        "policies/de-zandloper.yaml:131:15\n"
        "Uiterlijk bij de 4e ziekmelding in 12 schoolweken voert de mentor een gesprek met leerling en ouders.\n"
        "Afspraak in de regio.\n"
        "noord-kennemerland@2024-2025, Protocol schoolaanwezigheid, Bijlage 3 (nk2024.b3.ziek.gesprek)"
    )


@pytest.mark.parametrize("grond", Grond)
@pytest.mark.parametrize("niveau", Niveau)
def test_alleen_een_wet_heet_een_wettelijke_plicht(grond: Grond, niveau: Niveau) -> None:
    woorden = ground_words(make_norm("x", 1, "X", grond=grond, niveau=niveau))
    assert ("wettelijke plicht" in woorden) == (grond is Grond.WET and niveau is Niveau.VERPLICHT)
    assert "wettelijk verplicht" not in woorden


def test_een_afwijking_is_nooit_groen() -> None:
    for lezer in LEZERS:
        alle = blocks(compose_report(concept(), voor=lezer).blokken)
        groen = [blok for blok in alle if isinstance(blok, Noot) and blok.soort == "goed"]
        assert all("Analyse elke week" not in "".join(block_lines((noot,))) for noot in groen)


def test_nergens_een_percentage() -> None:
    for lezer in LEZERS:
        assert "%" not in document_text(compose_report(concept(), voor=lezer))


def test_elk_woord_is_uitgelegd() -> None:
    assert set(OORDEEL_UITLEG) == set(Oordeel)
    assert set(GEWICHT_UITLEG) == set(Gewicht) - {Gewicht.GEEN}
    assert set(ELEMENT_UITLEG) == set(ElementStatus)
    assert set(STATUS_WOORDEN) == set(Status)


@pytest.mark.parametrize(
    ("tekorten", "aandacht", "tips", "ongetoetst", "zin"),
    [
        pytest.param(1, 0, 0, 0, "Uw beleid is nog niet gereed: 1 tekort.", id="één tekort"),
        pytest.param(2, 1, 0, 0, "Uw beleid is nog niet gereed: 2 tekorten. Daarnaast is er 1 aandachtspunt.", id="meervoud en enkelvoud"),
        pytest.param(0, 0, 0, 1, "Uw beleid is nog niet gereed: 1 norm niet getoetst.", id="alleen ongetoetst"),
        pytest.param(
            3, 1, 1, 2,
            "Uw beleid is nog niet gereed: 3 tekorten en 2 normen niet getoetst. Daarnaast zijn er 1 aandachtspunt en 1 tip.",
            id="alles",
        ),
        pytest.param(0, 0, 0, 0, "Uw beleid is gereed: er zijn geen tekorten.", id="gereed"),
        pytest.param(0, 0, 2, 0, "Uw beleid is gereed: er zijn geen tekorten. Er zijn nog 2 tips.", id="gereed met tips"),
    ],
)  # fmt: skip
def test_het_oordeel_in_woorden(tekorten: int, aandacht: int, tips: int, ongetoetst: int, zin: str) -> None:
    zwaar = ((tekorten, Niveau.VERPLICHT), (aandacht, Niveau.VERWACHT), (tips, Niveau.AANBEVOLEN))
    bevindingen = [
        make_finding(make_norm(f"{niveau}.{nummer}", 1, "X", niveau=niveau), Oordeel.VOLDOET_NIET, "Het ontbreekt.")
        for aantal, niveau in zwaar
        for nummer in range(aantal)
    ]
    bevindingen += [make_finding(make_norm(f"o.{n}", 1, "X"), Oordeel.NIET_GETOETST, "Het kon niet.") for n in range(ongetoetst)]
    assert verdict(make_report(bevindingen)) == zin


def test_onleesbaar_zegt_elke_fout_met_plaats_en_wat_te_doen() -> None:
    tekst = document_text(compose_report(unreadable()))
    for fout in unreadable().fouten:
        assert f"policies/kapot.yaml:{fout.regel}:{fout.kolom}" in tekst
        assert fout.zin.replace("`", "") in tekst
        assert fout.remedie.replace("`", "") in tekst


def test_heel_veel_fouten_worden_geteld_en_niet_verzwegen() -> None:
    fouten = unreadable().fouten * 50
    assert "En nog 50 fouten." in document_text(compose_report(replace(unreadable(), fouten=fouten)))


@pytest.mark.parametrize(
    ("aantal", "zin"),
    [
        pytest.param(1, "Dit is een tekort (afspraak in de regio). Wie dit oplost, voldoet aan 1 norm.", id="enkelvoud"),
        pytest.param(3, "Dit is een tekort (afspraak in de regio). Wie dit oplost, voldoet aan 3 normen.", id="meervoud"),
    ],
)
def test_een_eerste_stap_zegt_hoe_zwaar_zij_is_en_wat_zij_oplevert(aantal: int, zin: str) -> None:
    punten = [
        make_finding(make_norm(f"nk2024.x.{n}", 9, "X", cluster="x"), Oordeel.VOLDOET_NIET, "Het mist.") for n in range(aantal)
    ]
    report = make_report(punten)
    bron = "noord-kennemerland@2024-2025, Protocol schoolaanwezigheid, Bijlage 3."
    assert f"{zin} {bron} Naar het bewijs\n" in document_text(compose_report(report))
    assert f"X. Aan zet: schoolleider. {zin.partition('. ')[2]}\n" in document_text(compose_report(report, voor="mr"))
    assert zin in " ".join(render_terminal([report], voor="schoolleider", kleur=False).split())


@pytest.mark.parametrize(
    ("plan", "zin", "los"),
    [
        pytest.param(
            Plan("directeur", "2026-12-01"),
            "Nog in te vullen door de directeur, vóór 1 december 2026.",
            "De directeur vult dit in, vóór 1 december 2026.",
            id="datum",
        ),
        pytest.param(
            Plan("mt", "in het najaar."),
            "Nog in te vullen door het managementteam: in het najaar.",
            "Het managementteam vult dit in: in het najaar.",
            id="geen datum",
        ),
        pytest.param(Plan("", ""), "Nog in te vullen door de schoolleider.", "De schoolleider vult dit in.", id="niets ingevuld"),
    ],
)
def test_nog_in_te_vullen(plan: Plan, zin: str, los: str) -> None:
    punt = make_finding(make_norm("model16.14", 14, "Evaluatie"), Oordeel.VOLDOET_NIET, "Het mist.", plan=plan)
    report = make_report([punt], plannen={14: plan})
    assert zin in render_terminal([report], voor="schoolleider", kleur=False).replace("\n    ", " ")
    assert f"\n{zin}\n" in document_text(compose_report(report, voor="swv"))
    assert document_text(compose_report(report)).count(f"\nnog in te vullen\n{los}\n") == 2


def test_een_school_zonder_rolnaam_krijgt_het_woord_van_haar_sector() -> None:
    def aan_zet(sector: str, **anders: Any) -> str:  # noqa: ANN401 - elk veld van een rapport mag
        punt = make_finding(
            make_norm("model16.9", 9, "X", aan_zet="mentor"), Oordeel.VOLDOET_NIET, "Het mist.", te_doen="Doe het."
        )
        tekst = document_text(compose_report(make_report([punt], sector=sector, **anders)))
        return tekst.partition("Wat u doet: Doe het. ")[2].partition("\n")[0]

    assert aan_zet("vo") == "Aan zet: mentor."
    assert aan_zet("po") == "Aan zet: groepsleerkracht."
    policy = lees({**voorbeeld().data, "rollen": {"mentor": "coach van de klas"}})
    assert aan_zet("vo", policy=policy) == "Aan zet: coach van de klas."


def test_niets_getoetst_is_niet_goed_en_niet_fout() -> None:
    tekst = document_text(compose_report(nothing()))
    assert "het is niet goedgekeurd en niet afgekeurd" in tekst
    assert "Het beleid noemt geen kader bij kaders." in tekst


def test_een_vraag_staat_er_een_keer_met_al_haar_bronnen() -> None:
    twee = [
        make_finding(
            make_norm(id_, 3, "Bijeenkomsten"), Oordeel.TE_BEOORDELEN, "Lees zelf.", vraag="Wanneer praat de school met ouders?"
        )
        for id_ in ("model16.3.actief", "nk2024.ouders.avond")
    ]
    tekst = document_text(compose_report(make_report(twee)))
    assert tekst.count("Wanneer praat de school met ouders?") == 1
    assert "model16.3.actief" in tekst
    assert "nk2024.ouders.avond" in tekst


@pytest.mark.parametrize(
    ("delen", "zin"),
    [((), ""), (("a",), "a"), (("a", "b"), "a en b"), (("a", "", "b", "c"), "a, b en c")],
    ids=["geen", "één", "twee", "drie"],
)
def test_opsomming(delen: tuple[str, ...], zin: str) -> None:
    assert list_words(delen) == zin


def test_woorden() -> None:
    assert [number_of_weight(aantal, Gewicht.TIP) for aantal in (0, 1, 2)] == ["0 tips", "1 tip", "2 tips"]
    assert [sentence(tekst) for tekst in ("", "het kan", "Kan het?", " klaar. ")] == ["", "Het kan.", "Kan het?", "Klaar."]
    assert clip("een twee drie", 9) == "een twee…"
    assert clip("eenheelerglangwoord", 9) == "eenheele…"
    assert isinstance(ready().samenvatting, Samenvatting)
