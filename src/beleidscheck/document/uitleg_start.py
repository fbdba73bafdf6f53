"""De startbladzijde van de uitleg: kaders, elementen met hun normen, soorten, velden en woorden."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beleidscheck.bevinding import Niveau
from beleidscheck.document.blokken import Cel, Groep, Kop, Lijst, Tabel, Uitklap, cel, p, t
from beleidscheck.document.rapport_bewijs import with_code
from beleidscheck.document.rapport_woorden import number_of, number_of_norms
from beleidscheck.document.taal import date_nl
from beleidscheck.document.uitleg_boek import Pagina
from beleidscheck.document.uitleg_lijsten import TITELS
from beleidscheck.document.uitleg_norm import ELEMENT, element_name, norm_list
from beleidscheck.document.uitleg_paden import START, VELDEN, WOORDEN, Wijzer, element_page, kader_page, kind_page, words_page
from beleidscheck.document.uitleg_soort import kind_name
from beleidscheck.toetsen import SOORTEN
from beleidscheck.toetsen.voorbeeld import read_example

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beleidscheck.document.blokken import Blok
    from beleidscheck.document.uitleg_boek import Boek


def start_page(boek: Boek) -> Pagina:
    """Return the first page."""
    wijzer = Wijzer(START)
    return Pagina(
        START,
        "Uitleg bij beleidscheck",
        tuple(_blocks(boek, wijzer)),
        ondertitel="Wat elke norm vraagt, waarom, hoe u het regelt en hoe het wordt getoetst",
        kenmerken=(
            ("Kaders", t(str(len(boek.kaders)))),
            ("Normen", t(str(len(boek.regels)))),
            ("Soorten toetsen", t(str(len(SOORTEN)))),
        ),
        keuzes=(("Kader", tuple(kader.ref for kader in boek.kaders)), ("Hoe sterk", tuple(Niveau))),
        zoekt=True,
    )


def _blocks(boek: Boek, wijzer: Wijzer) -> Iterator[Blok]:
    yield Kop(2, t("De kaders"), "kaders")
    over_kaders = p("Een kader is een verzameling normen op een versie. Alleen wat in de wet staat, heet hier een wettelijke plicht.")
    rijen = tuple(
        (
            Cel((p(wijzer.link(kader_page(kader.ref), kader.bestand.naam)),), kop=True),
            cel(kader.ref),
            cel(kader.bestand.status),
            cel(date_nl(kader.bestand.geldig_van)),
            cel(str(len(kader.normen))),
        )
        for kader in boek.kaders
    )
    yield Groep((over_kaders, Tabel("De kaders", ("Kader", "Versie", "Status", "Geldig vanaf", "Normen"), rijen)), soort="zoek")
    yield Kop(2, t("De elementen en hun normen"), "elementen")
    over_elementen = p("Het model heeft zestien elementen. Open een element om zijn normen te zien.")
    yield Groep((over_elementen, *_elements(boek, wijzer)), soort="zoek")
    yield Kop(2, t("De soorten toetsen"), "soorten")
    over_soorten = p(f"Elke norm wordt getoetst met een of meer van deze {len(SOORTEN)} soorten. Wie een kader schrijft, kiest hieruit.")
    yield Groep((over_soorten, Tabel("De soorten toetsen", ("Soort", "Wat zij nagaat", "Normen"), tuple(_kinds(boek, wijzer)))), soort="zoek")
    yield Kop(2, t("Voor wie een beleid schrijft"), "schrijven")
    yield Lijst(
        (
            (p(wijzer.link(VELDEN, "De velden van een beleid"), ": wat er kan staan, met een voorbeeld, en welke normen het lezen."),),
            (p(wijzer.link(WOORDEN, "De woordenlijst"), ": elk vast woord met zijn betekenis."),),
            *((p(wijzer.link(words_page(lijst), titel), f": {wat[:1].lower()}{wat[1:]}"),) for lijst, (titel, wat) in TITELS.items()),
        )
    )


def _elements(boek: Boek, wijzer: Wijzer) -> Iterator[Blok]:
    for nummer in (*range(1, len(ELEMENT)), 0):
        regels = boek.per_element.get(nummer, ())
        kaders = number_of(len({regel.ref for regel in regels}), "kader", "kaders")
        lijst: tuple[Blok, ...] = (norm_list(regels, wijzer, zegt=True),) if regels else ()
        yield Uitklap(
            t(f"{element_name(nummer)} ({number_of_norms(len(regels))})"),
            (p(wijzer.link(element_page(nummer), "Over dit element"), f", in {kaders}." if regels else "."), *lijst),
        )


def _kinds(boek: Boek, wijzer: Wijzer) -> Iterator[tuple[Cel, ...]]:
    for soort in SOORTEN:
        naam = kind_name(soort)
        wat = with_code(read_example(soort).uitleg[0])
        yield (Cel((p(wijzer.code(kind_page(naam), naam)),), kop=True), Cel((p(*wat),)), cel(str(len(boek.per_soort.get(naam, ())))))
