"""Een statische site: elke bladzijde een bestand, met één gedeeld stijlblad en geen verzoek naar buiten.

Zoeken gebeurt met een klein script in de bladzijde zelf; een bladzijde laat alleen dat ene script toe, aan zijn hash herkend. Wat een site
van een andere onderscheidt (merk, menubalk, sjabloon) staat in een `Siteopmaak`: die van de uitleg hier, die van een audit in audit_site.py.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup

from beleidscheck.document.blokken import Stijl
from beleidscheck.document.kleur import lighten
from beleidscheck.document.uitleg_paden import START, STIJLBLAD, VELDEN, WOORDEN, Wijzer
from beleidscheck.render.html import Sjablonen, contents
from beleidscheck.render.html_blokken import blocks_html, clean, line_html
from beleidscheck.render.matrix import matrix_html

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from beleidscheck.document.uitleg import Pagina

#: Zo ver vooraan staat het merk.
MERK_BINNEN: Final = 400


@dataclass(frozen=True, slots=True)
class Siteopmaak:
    """Wat een site eigen is: waaraan haar bestanden te herkennen zijn (`merk`), hoe zij heet, haar menubalk en haar sjablonen."""

    merk: str
    naam: str
    balknaam: str
    balk: tuple[tuple[str, str], ...]
    voet: str
    sjabloon: str
    stijlbladen: tuple[str, ...]
    script: str


UITLEG: Final = Siteopmaak(
    merk="beleidscheck uitleg",
    naam="Uitleg bij beleidscheck",
    balknaam="Uitleg",
    balk=(
        ("Uitleg", START),
        ("Kaders", f"{START}#kaders"),
        ("Elementen", f"{START}#elementen"),
        ("Soorten toetsen", f"{START}#soorten"),
        ("Velden", VELDEN),
        ("Woordenlijst", WOORDEN),
    ),
    voet="Deze uitleg is gemaakt uit de kaders zelf. Wat onder een voorbeeld staat, is wat beleidscheck er bij het maken van deze bladzijde van zei.",
    sjabloon="uitleg.html",
    stijlbladen=("stijl.css", "uitleg.css"),
    script="uitleg.js",
)


class Site:
    """Een site, klaargezet om bladzijden van te maken. Een fout in een sjabloon is een `TemplateError`."""

    def __init__(self, opmaak: Siteopmaak, *, stempel: str, sjablonen: Path | None = None) -> None:
        self.opmaak = opmaak
        self.sjablonen = Sjablonen(sjablonen)
        # een sluittag in het script zou de bladzijde openbreken; in een eigen sjabloon kan die staan
        script = self.sjablonen.text(opmaak.script).replace("</", r"<\/")
        self._hash = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        self._vast = {
            "merk": opmaak.merk,
            "sitenaam": opmaak.naam,
            "balknaam": opmaak.balknaam,
            "voettekst": opmaak.voet,
            "script": Markup(script),  # noqa: S704 - zie hierboven
            "stempel": clean(stempel),
        }

    def style(self) -> str:
        """Return the shared style sheet: that of every document, what the site adds, our colours, and the user's own last."""
        dag = Stijl()
        kleuren = (
            f":root {{ --hoofd: {dag.hoofdkleur}; --accent: {dag.accentkleur}; --op-hoofd: {dag.op_hoofdkleur}; --band: {dag.hoofdkleur}; }}\n"
            f"@media screen and (prefers-color-scheme: dark) {{ :root {{ --hoofd: {lighten(dag.hoofdkleur)}; --accent: {lighten(dag.accentkleur)}; }} }}"
        )
        eigen = self.sjablonen.css(("eigen.css",))
        delen = (f"/* Gemaakt door {self.opmaak.merk}. */", self.sjablonen.css(self.opmaak.stijlbladen), kleuren, eigen)
        return "\n".join(str(deel).strip("\n") for deel in delen if deel) + "\n"

    def page(self, pagina: Pagina) -> str:
        """Return one page as HTML."""
        csp = f"'sha256-{self._hash}'" if pagina.zoekt else "'none'"
        return self.sjablonen.fill(self.opmaak.sjabloon, {**self._vast, "script_hash": csp, **_values(pagina, self.opmaak)})


def render_site(
    paginas: Iterable[Pagina], *, stempel: str, sjablonen: Path | None = None, opmaak: Siteopmaak = UITLEG
) -> Iterator[tuple[str, str]]:
    """Yield every file of the site with its path: first the style sheet, then the pages in the order in which they come.

    Raises `TemplateError` when a template is missing, broken or asks for something that does not exist.
    """
    site = Site(opmaak, stempel=stempel, sjablonen=sjablonen)
    yield STIJLBLAD, site.style()
    for pagina in paginas:
        yield pagina.pad, site.page(pagina)


def _values(pagina: Pagina, opmaak: Siteopmaak) -> dict[str, Any]:
    """Return what the template can use of one page; see site_templates/LEESMIJ.md."""
    wijzer = Wijzer(pagina.pad)
    return {
        "titel": clean(pagina.titel),
        "ondertitel": clean(pagina.ondertitel),
        "kenmerken": [(clean(naam), line_html(waarde)) for naam, waarde in pagina.kenmerken],
        "kruimels": [{"titel": clean(titel), "adres": wijzer.address(pad)} for titel, pad in pagina.kruimels],
        "balk": [{"titel": titel, "adres": wijzer.address(pad), "hier": pad == pagina.pad} for titel, pad in opmaak.balk],
        "stijlblad": wijzer.address(STIJLBLAD),
        "inhoud": Markup("\n").join(_content(pagina)),
        "inhoudsopgave": list(contents((*pagina.blokken, *pagina.rest))),
        "keuzes": [(clean(naam), [clean(str(waarde)) for waarde in waarden]) for naam, waarden in pagina.keuzes],
        "zoekt": pagina.zoekt,
    }


def _content(pagina: Pagina) -> Iterator[Markup]:
    yield blocks_html(pagina.blokken)
    if pagina.matrix is not None:
        yield matrix_html(pagina.matrix)
    if pagina.rest:
        yield blocks_html(pagina.rest)
