"""Compose: de uitleg bij kaders als bladzijden; elke norm, soort, elk element, kader, veld en woord heeft een plek.

`norm_page` geeft het pad van de bladzijde van een norm, ook aan wie de site niet maakt maar ernaar wil verwijzen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from beleidscheck.beleid.paden import boom
from beleidscheck.controle import Voorbeeldenboek
from beleidscheck.document.uitleg_boek import Pagina, make_book
from beleidscheck.document.uitleg_element import element_page_of
from beleidscheck.document.uitleg_kader import kader_page_of
from beleidscheck.document.uitleg_lijsten import choices_page, words_overview, words_page_of
from beleidscheck.document.uitleg_norm import ELEMENT, norm_page_of
from beleidscheck.document.uitleg_paden import BOVENAAN, WOORDLIJSTEN, norm_page
from beleidscheck.document.uitleg_soort import kind_page_of
from beleidscheck.document.uitleg_start import start_page
from beleidscheck.document.uitleg_velden import block_page_of, fields_page
from beleidscheck.toetsen import SOORTEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from beleidscheck.kader import Kader

__all__ = ["Pagina", "compose_pages", "count_pages", "norm_page"]


def compose_pages(kaders: Sequence[Kader]) -> Iterator[Pagina]:
    """Yield every page of the explanation of these kaders, one by one, so that whoever writes them can show how far it is."""
    boek = make_book(kaders)
    yield start_page(boek)
    yield fields_page(boek)
    yield words_overview(boek)
    yield choices_page()
    yield from (words_page_of(lijst, boek) for lijst in WOORDLIJSTEN)
    yield from (block_page_of(sleutel, boek) for sleutel in boom().velden if sleutel not in BOVENAAN)
    yield from (kind_page_of(soort, boek) for soort in SOORTEN)
    yield from (element_page_of(nummer, boek) for nummer in ELEMENT)
    yield from (kader_page_of(kader, boek) for kader in kaders)
    for kader in kaders:
        voorbeelden = Voorbeeldenboek(kader)
        yield from (norm_page_of(regel, boek, voorbeelden) for regel in boek.regels if regel.ref == kader.ref)


def count_pages(kaders: Sequence[Kader]) -> int:
    """Return how many pages there will be."""
    vast = 4 + len(WOORDLIJSTEN) + len(boom().velden) - len(BOVENAAN) + len(SOORTEN) + len(ELEMENT)
    return vast + len(kaders) + sum(len(kader.normen) for kader in kaders)
