"""Een matrix als HTML: een echte tabel, die ook op een smal scherm een tabel blijft voor wie haar laat voorlezen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from beleidscheck.render.html_blokken import clean

if TYPE_CHECKING:
    from beleidscheck.document.matrix import Matrix, Matrixrij, Stand


def matrix_html(matrix: Matrix) -> Markup:
    """Return the table as HTML, in an area that scrolls by itself when it is too wide."""
    naam = escape(clean(matrix.bijschrift))
    koppen = "".join(f'<th scope="col" role="columnheader">{escape(clean(veld))}</th>' for veld in ("School", *matrix.velden))
    koppen += "".join(
        f'<th scope="col" role="columnheader" class="smal"><a href="{escape(clean(kolom.adres))}">{escape(kolom.cijfer)}'
        f'<span class="verborgen">. {escape(clean(kolom.titel))}</span></a></th>'
        for kolom in matrix.kolommen
    )
    cellen = {
        (kolom.cijfer, stand): _cell(kolom.cijfer, stand)
        for rij in matrix.rijen
        for kolom, stand in zip(matrix.kolommen, rij.standen, strict=True)
    }
    cijfers = [kolom.cijfer for kolom in matrix.kolommen]
    rijen = "\n".join(
        f'<tr role="row">{_head(rij, matrix.velden)}{"".join(cellen[paar] for paar in zip(cijfers, rij.standen, strict=True))}</tr>'
        for rij in matrix.rijen
    )
    return Markup(  # noqa: S704 - elke tekst is hierboven door escape gegaan
        f'<div class="groep groep-zoek"><div class="schuif" role="region" tabindex="0" aria-label="{naam}">'
        f'<table role="table" class="matrix"><caption>{naam}</caption><thead role="rowgroup"><tr role="row">{koppen}</tr></thead>'
        f'<tbody role="rowgroup">{rijen}</tbody></table></div></div>'
    )


def _head(rij: Matrixrij, velden: tuple[str, ...]) -> str:
    naam = escape(clean(rij.naam))
    kop = f'<th scope="row" role="rowheader"><a href="{escape(clean(rij.adres))}">{naam}</a></th>'
    return kop + "".join(
        f'<td role="cell" data-kop="{escape(clean(veld))}">{escape(clean(waarde))}</td>'
        for veld, waarde in zip(velden, rij.velden, strict=True)
    )


def _cell(cijfer: str, stand: Stand) -> str:
    return (
        f'<td role="cell" class="stand {escape(stand.soort)}" data-nr="{escape(cijfer)}"><span aria-hidden="true"><b>{escape(stand.teken)}</b>'
        f'{escape(stand.kort)}</span><span class="verborgen">{escape(stand.woord)}</span></td>'
    )
