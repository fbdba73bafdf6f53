"""PDF: van een document een getagde PDF volgens PDF/UA-1, met Typst en de sjablonen in `site_templates/typst/`.

Typst wijst zelf af wat PDF/UA-1 schendt en een machine kan zien. Er is geen netwerk en geen lettertype van de machine
nodig: lettertypen reizen mee. Zelfde document, zelfde bytes: er staat geen tijdstip in.
"""

from __future__ import annotations

import base64
import json
import shutil
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.data import template_dir
from beleidscheck.errors import LogoError, MissingPartError
from beleidscheck.render.html import TemplateError
from beleidscheck.render.typst_fouten import check_templates, explained
from beleidscheck.render.typst_gegevens import block_data, document_data

if TYPE_CHECKING:
    from beleidscheck.document.blokken import Document, Logo

_MAP: Final = "typst"
_LETTERS: Final = "lettertypen"
_GEGEVENS, _BLOKKEN = "gegevens.json", "blokken.json"
_LOGO_UITGANG: Final = {"image/png": "png", "image/jpeg": "jpg", "image/svg+xml": "svg"}


def render_pdf(document: Document, *, sjablonen: Path | None = None) -> bytes:
    """Return the document as a tagged PDF; templates in the folder `typst` of `sjablonen` go before our own.

    Raises `MissingPartError` when typst is not installed, `TemplateError` when a template is missing, broken, or makes
    something that PDF/UA-1 does not allow.
    """
    if sjablonen is not None and not sjablonen.is_dir():
        raise TemplateError(str(sjablonen), 1, "Deze map met eigen sjablonen bestaat niet.", "Maak de map, of laat de optie weg.")
    eigen = sjablonen / _MAP if sjablonen is not None and (sjablonen / _MAP).is_dir() else None
    typst = load_typst()
    with tempfile.TemporaryDirectory(prefix="beleidscheck-") as naam:
        werkmap = Path(naam)
        _copy_templates(werkmap, eigen)
        logo = _write_logo(document.logo, werkmap)
        (werkmap / _GEGEVENS).write_text(json.dumps(document_data(document, logo)), encoding="ascii")
        (werkmap / _BLOKKEN).write_text(json.dumps(block_data(document)), encoding="ascii")
        try:
            klaar: bytes = typst.compile(
                werkmap / f"{document.sjabloon}.typ",
                root=werkmap,
                font_paths=_fonts(_font_dirs(eigen)),
                ignore_system_fonts=True,
                format="pdf",
                pdf_standards=["ua-1"],
                package_path=werkmap,
                package_cache_path=werkmap,
            )
        except typst.TypstError as fout:
            if logo and not _drawable(typst, werkmap, logo):
                raise LogoError from None
            raise explained(fout.message, fout.diagnostic, werkmap, eigen) from None
    return klaar


def load_typst() -> Any:  # noqa: ANN401 - typst is een extra onderdeel en hoeft er niet te zijn
    """Return the module typst. Raises `MissingPartError` when it is not installed."""
    try:
        import typst  # noqa: PLC0415 - een extra onderdeel, en zwaar
    except ImportError as fout:
        raise MissingPartError("Voor PDF en de tekeningen in Word", "typst") from fout
    return typst


def font_set() -> Any:  # noqa: ANN401 - zie load_typst
    """Return the fonts that travel along, and nothing of this machine."""
    return _fonts(_font_dirs(None))


def _font_dirs(eigen: Path | None) -> tuple[Path, ...]:
    mappen = (eigen / _LETTERS if eigen is not None else None, template_dir() / _MAP / _LETTERS)
    return tuple(map_ for map_ in mappen if map_ is not None and map_.is_dir())


@lru_cache(maxsize=2)
def _fonts(mappen: tuple[Path, ...]) -> Any:  # noqa: ANN401 - zie load_typst
    return load_typst().Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=list(mappen))


def _copy_templates(werkmap: Path, eigen: Path | None) -> None:
    """Put our templates together with the school's, so that what a school did not write is ours."""
    for bron in (template_dir() / _MAP, eigen):
        if bron is None:
            continue
        if bron is eigen:
            check_templates(bron)
        shutil.copytree(bron, werkmap, dirs_exist_ok=True, ignore=shutil.ignore_patterns(_LETTERS, _GEGEVENS, _BLOKKEN))


def _drawable(typst: Any, werkmap: Path, logo: str) -> bool:  # noqa: ANN401 - zie load_typst
    """Return whether the logo alone can be drawn: is it the logo that is broken, or a template?"""
    try:
        typst.compile(f"#image({json.dumps(logo)})".encode(), root=werkmap, ignore_system_fonts=True, format="svg")
    except typst.TypstError:
        return False
    return True


def _write_logo(logo: Logo | None, werkmap: Path) -> str:
    """Write the logo beside the templates and return its name."""
    if logo is None:
        return ""
    soort, _, inhoud = logo.data_uri.removeprefix("data:").partition(";base64,")
    naam = f"logo.{_LOGO_UITGANG[soort]}"
    (werkmap / naam).write_bytes(base64.b64decode(inhoud))
    return naam
