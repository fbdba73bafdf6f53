"""Het logo van de school als data-URI: png en jpeg op hun eerste bytes herkend, svg alleen als er niets in leeft.

Een logo dat ontbreekt of niet deugt is een melding en geen fout: het document verschijnt dan zonder logo.
"""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from beleidscheck.document.blokken import Logo

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES: Final = 200_000
_MAX_PAD: Final = 300
_EERSTE_BYTES: Final = ((b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"))
#: Tekenen mag, al het andere niet: geen script, geen stijlblad, geen ingevoegde pagina of afbeelding, geen animatie.
_SVG_ELEMENTEN: Final = frozenset(
    {
        *("svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "title", "desc"),
        *("defs", "use", "symbol", "linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern", "metadata"),
    }
)
_ONVEILIGE_WAARDE: Final = re.compile(r"url\((?!\s*['\"]?#)|@import|expression\(|javascript:|data:|\\", re.IGNORECASE)
_SVG: Final = "{http://www.w3.org/2000/svg}"
#: Aantekeningen van een tekenprogramma, in een eigen naamruimte: die tekent een browser niet.
_VREEMD: Final = re.compile(r"\{(?!http://www\.w3\.org/1999/xhtml\})[^}]+\}")


class _AfgekeurdError(Exception):
    """Waarom een logo niet meegaat, als Nederlandse zin."""


def read_logo(pad: str, bij: Path, alt: str) -> tuple[Logo | None, tuple[str, ...]]:
    """Return the logo at `pad` beside the policy file `bij`, or None with a Dutch sentence that says why not."""
    try:
        inhoud = _bytes(pad, bij)
        soort = _media_type(inhoud)
    except _AfgekeurdError as reden:
        return None, (f"Het logo `{pad[:_MAX_PAD]}` staat niet in het document: {reden}",)
    return Logo(f"data:{soort};base64,{base64.b64encode(inhoud).decode('ascii')}", alt), ()


def _bytes(pad: str, bij: Path) -> bytes:
    try:
        map_van_beleid = bij.resolve().parent
        bestand = (map_van_beleid / pad).resolve()
        if not bestand.is_relative_to(map_van_beleid):
            raise _AfgekeurdError("het ligt buiten de map van het beleid. Zet het bestand naast het beleid.")
        if not bestand.is_file():
            raise _AfgekeurdError("er is geen bestand met die naam. Zet het naast het beleid, of haal de regel weg.")
        with bestand.open("rb") as bron:
            inhoud = bron.read(MAX_BYTES + 1)
    except (OSError, ValueError, RuntimeError) as fout:
        raise _AfgekeurdError("het bestand is niet te lezen. Controleer de naam en de rechten.") from fout
    if len(inhoud) > MAX_BYTES:
        raise _AfgekeurdError("het is groter dan 200 kB. Verklein het.")
    return inhoud


def _media_type(inhoud: bytes) -> str:
    for begin, soort in _EERSTE_BYTES:
        if inhoud.startswith(begin):
            return soort
    if b"<svg" in inhoud[:2000]:
        _check_svg(inhoud)
        return "image/svg+xml"
    raise _AfgekeurdError("het is geen png, jpeg of svg. Sla het op in een van die vormen.")


def _check_svg(inhoud: bytes) -> None:
    """Raise unless the drawing only draws."""
    try:
        tekst = inhoud.decode("utf-8")
    except UnicodeDecodeError as fout:
        raise _AfgekeurdError("de svg is geen UTF-8. Bewaar de tekening opnieuw als gewone svg.") from fout
    if re.search(r"<!DOCTYPE|<!ENTITY|<\?(?!xml[ \t\r\n])", tekst, re.IGNORECASE):
        raise _AfgekeurdError("de svg bevat een doctype, entiteit of verwerkingsopdracht. Bewaar de tekening als gewone svg.")
    try:
        wortel = ET.fromstring(tekst.removeprefix("\ufeff").encode("utf-8"))  # noqa: S314 - een doctype of entiteit is hierboven al geweigerd
    except (ET.ParseError, RecursionError, ValueError) as fout:
        raise _AfgekeurdError("de svg is geen geldige tekening. Bewaar haar opnieuw.") from fout
    for element in wortel.iter():
        _check_element(element)


def _check_element(element: ET.Element) -> None:
    naam = str(element.tag).removeprefix(_SVG)
    if naam not in _SVG_ELEMENTEN and not _VREEMD.match(naam):
        raise _AfgekeurdError(f"de svg bevat `<{naam[:40]}>`. Een logo mag alleen uit vlakken, lijnen en tekst bestaan.")
    for sleutel, waarde in element.attrib.items():
        kort = sleutel.rpartition("}")[2].lower()
        if kort.startswith("on"):
            raise _AfgekeurdError(f"de svg bevat een opdracht (`{kort[:40]}`). Haal die eruit.")
        if (kort == "href" and not waarde.startswith("#")) or _ONVEILIGE_WAARDE.search(waarde):
            raise _AfgekeurdError("de svg verwijst naar iets buiten zichzelf. Neem alles in de tekening zelf op.")
