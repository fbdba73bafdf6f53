"""Compose: de site van een audit als bladzijden; die van scholen één voor één, de andere uit het register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beleidscheck.beleid.elementen import ELEMENTEN
from beleidscheck.document.audit_delen import comparison_page
from beleidscheck.document.audit_norm import audit_comparison_page, audit_element_page, audit_kader_page, audit_norm_page
from beleidscheck.document.audit_start import matrix_pages, matrix_parts, start_page
from beleidscheck.document.uitleg_paden import START, element_page, kader_page, norm_page
from beleidscheck.kader import load_kader
from beleidscheck.kader.opvolging import heads

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from beleidscheck.document.audit_boek import Auditboek
    from beleidscheck.document.uitleg_boek import Pagina
    from beleidscheck.kader import Kader


def compose_audit_pages(boek: Auditboek) -> Iterator[Pagina]:
    """Yield every page but those of the schools."""
    paren = successions(boek.kaders)
    yield start_page(boek, paren)
    if not boek.openbaar:
        yield from matrix_pages(boek)
    yield from (audit_element_page(nummer, boek) for nummer in range(len(ELEMENTEN) + 1))
    yield from (audit_kader_page(kader, boek, paren) for kader in boek.kaders)
    yield from (audit_comparison_page(oud, nieuw) for oud, nieuw in paren)
    yield from (audit_norm_page(kader, norm, boek) for kader, norm in boek.norms())


def page_paths(boek: Auditboek) -> list[str]:
    """Return where every page of `compose_audit_pages` will stand."""
    paden = [START, *(element_page(nummer) for nummer in range(len(ELEMENTEN) + 1)), *(kader_page(kader.ref) for kader in boek.kaders)]
    paden += [comparison_page(oud.ref, nieuw.ref) for oud, nieuw in successions(boek.kaders)]
    paden += [norm_page(kader.ref, norm.id) for kader, norm in boek.norms()]
    return [*paden, *(pad for pad, _ in matrix_parts(boek))]


def successions(kaders: Sequence[Kader]) -> list[tuple[Kader, Kader]]:
    """Return every pair of a kader and its successor of which at least one is in the audit."""
    eigen = {kader.ref: kader for kader in kaders}
    paren = {(kader.bestand.opvolger_van, kader.ref) for kader in kaders if kader.bestand.opvolger_van}
    bekend = {kop.ref for kop in heads()}
    paren |= {(kop.opvolger_van, kop.ref) for kop in heads() if kop.opvolger_van in eigen}
    return [
        (eigen.get(oud) or load_kader(oud), eigen.get(nieuw) or load_kader(nieuw))
        for oud, nieuw in sorted(paren)
        if oud in eigen or oud in bekend
    ]
