"""Renderers: een rapport of document in, tekst of een bestand uit; één kleine module per formaat, opgesomd in één dict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from beleidscheck.document.blokken import Document


def _html(document: Document, sjablonen: Path | None) -> str:
    from beleidscheck.render.html import render_html  # noqa: PLC0415 - alleen wie HTML maakt, betaalt ervoor

    return render_html(document, sjablonen=sjablonen)


def _markdown(document: Document, sjablonen: Path | None) -> str:
    from beleidscheck.render.markdown import render_markdown  # noqa: PLC0415 - idem

    del sjablonen
    return render_markdown(document)


def _pdf(document: Document, sjablonen: Path | None, sjabloon: Path | None) -> bytes:
    from beleidscheck.render.typst_pdf import render_pdf  # noqa: PLC0415 - een extra onderdeel, en zwaar

    del sjabloon
    return render_pdf(document, sjablonen=sjablonen)


def _docx(document: Document, sjablonen: Path | None, sjabloon: Path | None) -> bytes:
    from beleidscheck.render.docx_word import render_docx  # noqa: PLC0415 - idem

    del sjablonen
    return render_docx(document, sjabloon=sjabloon)


#: Achterkanten van het blokkenmodel: naam van het formaat → (uitgang, functie).
DOCUMENTFORMATEN: Final[dict[str, tuple[str, Callable[[Document, Path | None], str]]]] = {
    "html": (".html", _html),
    "markdown": (".md", _markdown),
}
#: Achterkanten die geen tekst maar een bestand geven: naam → (uitgang, functie van document, sjablonen en Word-sjabloon).
BESTANDSFORMATEN: Final[dict[str, tuple[str, Callable[[Document, Path | None, Path | None], bytes]]]] = {
    "pdf": (".pdf", _pdf),
    "docx": (".docx", _docx),
}
