"""Verwijzingen: ankers, elementen, bijlagen, stappen, trappen en bestanden."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from beleidscheck.check import examine
from beleidscheck.document.beleid import compose_policy
from beleidscheck.document.beleid_delen import Kadergegevens
from beleidscheck.document.blokken import Alinea, Groep, Kop, Link
from beleidscheck.document.proza import parse_prose
from beleidscheck.proza import lint_prose
from beleidscheck.proza.verwijzingen import anchors
from beleidscheck.source import read_source
from tests.hulp.prozabank import beleid, over
from tests.hulp.toetsbank import kaders, lees, voorbeeld

if TYPE_CHECKING:
    from pathlib import Path

    from beleidscheck.document.blokken import Blok

CODE = "dode-verwijzing"


@pytest.mark.parametrize(
    "tekst",
    [
        "Zie element 4 en hoofdstuk 9, en onderdeel 5.",
        "Zie hoofdstuk 30 van de schoolgids.",
        "Zie de schoolgids, hoofdstuk 30.",
        "Zie bijlage 3 bij het protocol.",
        "Het regionale protocol (bijlage 3) zegt meer.",
        "Artikel 21 van de Leerplichtwet.",
        "Zie paragraaf 3.2 van het rapport.",
        "Zie stap ziekte-1 en stap `te_laat-2`.",
        "De trap `te_laat` en de trap ziekte.",
        "De trap op en de ladder af.",
        "Stap 3 is bellen; stap voor stap.",
        "Zie [melden](#melden_en_verlof), [contact](#begrippen) en [de stappen](#stappen-te-laat).",
        "Zie [de site](https://x.example/a#b), [mail](mailto:a@b.example) en [bel](tel:0612345678).",
        "Er stond \u201czie bijlage 3\u201d in.",
        "`zie bijlage 3` en [bijlage 3](https://x.example).",
        "> zie hoofdstuk 99",
        "In element 9 van het model.",
        "De bijlage volgt.",
        "De bijlagen en een bijlage u weet wel.",
        "Zie bijlage 3.\n\n# Bijlage 3\n\nDe lijst.",
        "Zie bijlage A.\n\nBijlage A: de lijst.",
    ],
)
def test_geen_vals_alarm(tekst: str) -> None:
    assert over(tekst, CODE) == []


@pytest.mark.parametrize(
    ("tekst", "verwijzing"),
    [
        ("Zie element 17.", "element 17"),
        ("Zie hoofdstuk 12.", "hoofdstuk 12"),
        ("Zie hoofdstuk 12 van dit beleid.", "hoofdstuk 12"),
        ("Zie bijlage 3.", "bijlage 3"),
        ("Zie paragraaf 3.2.", "paragraaf 3.2"),
        ("Zie § 4.", "§ 4"),
        ("Zie stap ziekte-7.", "stap ziekte-7"),
        ("Zie stap `te_laat-9`.", "stap `te_laat-9`"),
        ("De trap `verlof`.", "trap `verlof`"),
        ("Zie [melden](#meldenenverlof).", "[melden](#meldenenverlof)"),
        ("Zie [x](#).", "[x](#)"),
        ("Zie [x]().", "[x]()"),
        ("Zie [het plan](bestaat-niet.pdf).", "[het plan](bestaat-niet.pdf)"),
        ("Zie [het plan](../../../etc/passwd).", "[het plan](../../../etc/passwd)"),
        ("Zie ![plaat](plaat.png).", "![plaat](plaat.png)"),
        ("Zie [x][1].\n\n[1]: #nergens", "[x][1]"),
    ],
)
def test_wordt_gezien(tekst: str, verwijzing: str) -> None:
    assert over(tekst, CODE) == [verwijzing]


@pytest.mark.parametrize(
    ("adres", "link"), [("#melden_en_verlof", True), ("#", False), ("#A b", False), ("#x'onclick=y", False), ("plan.pdf", False)]
)
def test_een_anker_is_in_het_document_een_link(adres: str, link: bool) -> None:
    (alinea,) = parse_prose(f"Zie [hier](<{adres}>).", onder=2)
    assert isinstance(alinea, Alinea)
    assert [deel.url for deel in alinea.inhoud if isinstance(deel, Link)] == ([adres] if link else [])


def test_een_bestand_naast_het_beleid(tmp_path: Path) -> None:
    (tmp_path / "beleid.yaml").write_text(beleid("Zie [plan](bijlagen/plan%20a.pdf) en [weg](weg.pdf)."), encoding="utf-8")
    (tmp_path / "bijlagen").mkdir()
    (tmp_path / "bijlagen" / "plan a.pdf").touch()
    source = read_source(tmp_path / "beleid.yaml")
    policy = lees(source.data, bron=source)
    adviezen = lint_prose(policy, kaders(), examine(policy, kaders()).ladder)
    assert [advies.over for advies in adviezen if advies.code == CODE] == ["[weg](weg.pdf)"]


def _headings(blokken: tuple[Blok, ...]) -> set[str]:
    gevonden: set[str] = set()
    for blok in blokken:
        if isinstance(blok, Kop) and blok.anker:
            gevonden.add(blok.anker)
        if isinstance(blok, Groep):
            gevonden |= _headings(blok.blokken)
    return gevonden


@pytest.mark.parametrize("naam", sorted(pad.name for pad in voorbeeld().path.parent.glob("*.yaml")))
def test_de_bekende_ankers_zijn_die_van_het_document(naam: str) -> None:
    source = voorbeeld(naam)
    policy = lees(source.data, bron=source)
    gekozen = kaders(*policy.beleid.kaders)
    gegevens = [Kadergegevens(kader.ref, kader.bestand.naam, kader.trappen) for kader in gekozen]
    document = compose_policy(policy, gegevens, stempel="", gereed=True)
    bekend = anchors(policy, examine(policy, gekozen).ladder)
    assert _headings(document.blokken) == bekend
