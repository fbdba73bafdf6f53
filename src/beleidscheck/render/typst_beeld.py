"""Een tekening of logo als PNG, voor formaten die geen SVG aankunnen; met dezelfde lettertypen als de PDF."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from beleidscheck.errors import LogoError
from beleidscheck.render.typst_pdf import font_set, load_typst

if TYPE_CHECKING:
    from beleidscheck.render.beeldmaat import Papierbeeld

_PPI: Final = 200
_BRON: Final = b"""#set page(width: auto, height: auto, margin: 0pt, fill: white)
#let breed = float(sys.inputs.breed) * 1mm
#let hoog = if sys.inputs.hoog == "" { auto } else { float(sys.inputs.hoog) * 1mm }
#image(bytes(json(bytes(sys.inputs.svg))), format: "svg", width: breed, height: hoog)
"""
_LOGO_BREED: Final = 70


def drawing_png(beeld: Papierbeeld) -> bytes:
    """Return a drawing for paper as PNG."""
    return _png(beeld.svg, str(beeld.breed), str(beeld.hoog))


def logo_png(svg: bytes) -> bytes:
    """Return an SVG logo as PNG. Raises `LogoError` when it cannot be drawn."""
    try:
        return _png(svg.decode("utf-8"), str(_LOGO_BREED), "")
    except load_typst().TypstError:
        raise LogoError from None


def _png(svg: str, breed: str, hoog: str) -> bytes:
    invoer = {"svg": json.dumps(svg), "breed": breed, "hoog": hoog}
    gemaakt: bytes = load_typst().compile(
        _BRON, font_paths=font_set(), ignore_system_fonts=True, format="png", ppi=_PPI, sys_inputs=invoer
    )
    return gemaakt
