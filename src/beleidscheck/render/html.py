"""HTML: van een document één op zichzelf staande pagina, zonder script en zonder verzoek naar buiten.

De blokken worden hier HTML, met al wat iemand typte onschadelijk gemaakt; de bladspiegel en de opmaak staan in
`site_templates/` en een school mag er eigen sjablonen voor in de plaats zetten. Sjablonen draaien in een zandbak.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup

from beleidscheck.data import template_dir
from beleidscheck.document.blokken import Kop
from beleidscheck.document.kleur import lighten
from beleidscheck.document.tekst import line_text
from beleidscheck.errors import BeleidscheckError
from beleidscheck.render.html_blokken import blocks_html, clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path
    from types import TracebackType

    from jinja2 import Environment
    from jinja2.exceptions import TemplateError as JinjaError

    from beleidscheck.document.blokken import Blok, Document

STIJLBLADEN: Final = ("stijl.css", "eigen.css")


class TemplateError(BeleidscheckError):
    """Een sjabloon deugt niet: welk bestand, welke regel, wat eraan scheelt en wat te doen."""

    def __init__(self, bestand: str, regel: int, zin: str, remedie: str) -> None:
        self.bestand = bestand
        self.regel = regel
        self.zin = zin
        self.remedie = remedie
        super().__init__(f"{bestand}:{regel}: {zin} {remedie}")


class Sjablonen:
    """De sjablonen, met die van de gebruiker voor de onze; één keer klaargezet en daarna zo vaak ingevuld als nodig.

    Elke fout in een sjabloon is een `TemplateError`: het ontbreekt, is stuk, of vraagt om iets wat er niet is.
    """

    def __init__(self, eigen: Path | None = None) -> None:
        if eigen is not None and not eigen.is_dir():
            raise TemplateError(str(eigen), 1, "Deze map met eigen sjablonen bestaat niet.", "Maak de map, of laat de optie weg.")
        self._eigen = eigen
        self._omgeving = _environment(eigen)

    def css(self, namen: Sequence[str] = STIJLBLADEN) -> Markup:
        """Return the style sheets as they stand, one after the other."""
        return _css(self._omgeving, namen)

    def text(self, naam: str) -> str:
        """Return one file from the templates as it stands."""
        import jinja2  # noqa: PLC0415 - lui: alleen wie HTML maakt, betaalt ervoor

        assert self._omgeving.loader is not None  # noqa: S101 - zie _environment
        try:
            return self._omgeving.loader.get_source(self._omgeving, naam)[0]
        except jinja2.TemplateError as fout:
            raise _explained(fout, naam, self._eigen) from fout
        except UnicodeDecodeError as fout:
            raise TemplateError(naam, 1, "Dit bestand is geen UTF-8.", "Bewaar het bestand als UTF-8.") from fout

    def fill(self, naam: str, waarden: Mapping[str, Any]) -> str:
        """Return a template filled with these values."""
        import jinja2  # noqa: PLC0415 - lui: alleen wie HTML maakt, betaalt ervoor

        try:
            pagina = self._omgeving.get_template(naam).render(**waarden)
        except jinja2.TemplateError as fout:
            raise _explained(fout, naam, self._eigen) from fout
        except UnicodeDecodeError as fout:
            raise TemplateError(naam, 1, "Dit sjabloon is geen UTF-8.", "Bewaar het bestand als UTF-8.") from fout
        except (TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError, OverflowError) as fout:
            bestand, regel = _place(fout.__traceback__, naam, self._eigen)
            raise TemplateError(
                bestand, regel, "Dit sjabloon rekent met iets wat niet kan.", "Vergelijk de regel met het meegeleverde sjabloon."
            ) from fout
        return "\n".join(regel.rstrip() for regel in pagina.splitlines()) + "\n"


def render_html(document: Document, *, sjablonen: Path | None = None) -> str:
    """Return the document as one HTML page; templates in `sjablonen` go before our own.

    Raises `TemplateError` when a template is missing, broken or asks for something that does not exist.
    """
    return Bladen(sjablonen).fill(document)


class Bladen:
    """Documenten als op zichzelf staande bladzijden, met de sjablonen en stijlbladen één keer klaargezet."""

    def __init__(self, sjablonen: Path | None = None) -> None:
        self._map = Sjablonen(sjablonen)
        self._css = self._map.css()

    def fill(self, document: Document) -> str:
        """Return the document as one HTML page. Raises `TemplateError` as `render_html` does."""
        return self._map.fill(f"{document.sjabloon}.html", _values(document, self._css))


def _environment(sjablonen: Path | None) -> Environment:
    from jinja2 import FileSystemLoader, StrictUndefined  # noqa: PLC0415 - lui, zie render_html
    from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: PLC0415 - lui, zie render_html

    mappen = [str(map_) for map_ in (sjablonen, template_dir()) if map_ is not None]
    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(mappen), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def _values(document: Document, css: Markup) -> dict[str, Any]:
    """Return everything a template can use; see site_templates/LEESMIJ.md."""
    return {
        "titel": clean(document.titel),
        "ondertitel": clean(document.ondertitel),
        "taal": document.taal,
        "kenmerken": [(clean(naam), clean(waarde)) for naam, waarde in document.kenmerken],
        "stempel": clean(document.stempel),
        "stempel_css": Markup(_css_string(document.stempel)),  # noqa: S704 - elk teken is door _css_string ontdaan
        "concept": document.concept,
        "logo": None if document.logo is None else replace(document.logo, alt=clean(document.logo.alt)),
        "stijl": document.stijl,
        "nacht": {"hoofdkleur": lighten(document.stijl.hoofdkleur), "accentkleur": lighten(document.stijl.accentkleur)},
        "css": css,
        "inhoud": blocks_html(document.blokken),
        "inhoudsopgave": list(contents(document.blokken)) if document.inhoudsopgave else [],
    }


def _css(omgeving: Environment, namen: Sequence[str]) -> Markup:
    """Return the style sheets as they stand: ours, or the school's own, and its `eigen.css` after that when there is one."""
    assert omgeving.loader is not None  # noqa: S101 - zie _environment
    gevonden = []
    bekend = set(omgeving.list_templates())
    for naam in namen:
        if naam not in bekend:
            continue
        try:
            bron, _, _ = omgeving.loader.get_source(omgeving, naam)
        except UnicodeDecodeError as fout:
            raise TemplateError(naam, 1, "Dit stijlblad is geen UTF-8.", "Bewaar het bestand als UTF-8.") from fout
        if html := re.search(r"</|<!--", bron):
            raise TemplateError(
                naam, 1 + bron[: html.start()].count("\n"), "In een stijlblad kan geen HTML staan.", f"Haal `{html[0]}` weg."
            )
        gevonden.append(bron)
    return Markup("\n".join(gevonden))  # noqa: S704 - een sluittag is hierboven geweigerd


def _css_string(tekst: str) -> str:
    """Return `tekst` as the inside of a CSS string; every sign that could mean something is escaped."""
    return re.sub(r"[^A-Za-z0-9 .,:@()-]", lambda teken: f"\\{ord(teken[0]):06x}", clean(tekst))


def contents(blokken: tuple[Blok, ...]) -> Iterator[dict[str, str]]:
    """Yield the headings of level 2 that can be linked to."""
    for blok in blokken:
        if isinstance(blok, Kop) and blok.niveau == 2 and blok.anker:  # noqa: PLR2004 - de hoofdstukken
            yield {"anker": clean(blok.anker), "titel": clean(line_text(blok.inhoud))}


def _explained(fout: JinjaError, naam: str, sjablonen: Path | None) -> TemplateError:
    """Return what went wrong in a template as a Dutch error, by the type of the error."""
    import jinja2  # noqa: PLC0415 - lui, zie render_html

    match fout:
        case jinja2.TemplateSyntaxError():
            return TemplateError(
                _shown(fout.filename or fout.name or naam, sjablonen),
                fout.lineno,
                "Hier klopt de schrijfwijze van het sjabloon niet.",
                "Kijk of elke `{{` en `{%` is gesloten en elk blok een einde heeft.",
            )
        case jinja2.TemplateNotFound():
            return TemplateError(
                naam,
                1,
                f"Het sjabloon `{fout.name}` bestaat niet.",
                "Controleer de naam, of zet het bestand in de map met sjablonen.",
            )
    bestand, regel = _place(fout.__traceback__, naam, sjablonen)
    match fout:
        case jinja2.UndefinedError():
            return TemplateError(
                bestand,
                regel,
                "Dit sjabloon vraagt om een waarde die er niet is.",
                "Welke waarden er zijn, staat in site_templates/LEESMIJ.md.",
            )
        case jinja2.exceptions.SecurityError():
            return TemplateError(
                bestand,
                regel,
                "Dit sjabloon doet iets wat een sjabloon niet mag.",
                "Gebruik alleen de waarden uit site_templates/LEESMIJ.md.",
            )
    return TemplateError(bestand, regel, "Dit sjabloon is niet uit te voeren.", "Vergelijk het met het meegeleverde sjabloon.")


def _place(spoor: TracebackType | None, naam: str, sjablonen: Path | None) -> tuple[str, int]:
    """Return the last place in a template that a traceback names."""
    gevonden = (naam, 1)
    while spoor is not None:
        bestand = spoor.tb_frame.f_code.co_filename
        if bestand.endswith(".html"):
            gevonden = (_shown(bestand, sjablonen), spoor.tb_lineno)
        spoor = spoor.tb_next
    return gevonden


def _shown(bestand: str, sjablonen: Path | None) -> str:
    """Return the name of a template as the user knows it: inside the folder that was given, or just its name."""
    if sjablonen is not None and bestand.startswith(str(sjablonen)):
        return bestand
    return bestand.replace("\\", "/").rpartition("/")[2]
