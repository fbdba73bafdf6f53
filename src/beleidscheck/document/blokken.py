"""Het blokkenmodel: waaruit elk document bestaat, in welk formaat het ook verschijnt.

Een document wordt één keer opgebouwd. Kleine achterkanten maken er HTML, Markdown, en later Typst en DOCX van; zo kan
geen feit tussen twee formaten verschillen. Niets hierin is opmaaktaal: alle tekst is gewone tekst en wordt door de
achterkant onschadelijk gemaakt. Alleen `Beeld.svg` is opmaak, en die maken wij zelf (document/beeld.py).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias


@dataclass(frozen=True, slots=True)
class Tekst:
    """Gewone tekst."""

    tekst: str


@dataclass(frozen=True, slots=True)
class Nadruk:
    """Nadruk; `sterk` is vet."""

    inhoud: Regel
    sterk: bool = True


@dataclass(frozen=True, slots=True)
class Code:
    """Een veldnaam of een stukje YAML binnen een zin."""

    tekst: str


@dataclass(frozen=True, slots=True)
class Link:
    """Een verwijzing; `url` is al goedgekeurd (http, https, mailto, tel, #anker of een pad binnen dezelfde site)."""

    inhoud: Regel
    url: str


@dataclass(frozen=True, slots=True)
class Regeleinde:
    """Een harde regelovergang."""


Inline: TypeAlias = Tekst | Nadruk | Code | Link | Regeleinde
Regel: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Kop:
    """Een kop, niveau 1 t/m 5 (in het document zelf; het titelblad is niveau 1). `anker` is uniek in het document."""

    niveau: int
    inhoud: Regel
    anker: str = ""


@dataclass(frozen=True, slots=True)
class Alinea:
    """Een alinea; `soort` geeft de toon, niet de opmaak."""

    inhoud: Regel
    soort: Literal["gewoon", "inleiding", "klein", "bron"] = "gewoon"


@dataclass(frozen=True, slots=True)
class Lijst:
    """Een opsomming; elk item is een rij blokken."""

    items: tuple[tuple[Blok, ...], ...]
    genummerd: bool = False


@dataclass(frozen=True, slots=True)
class Cel:
    """Een tabelcel; `kop` maakt er een rij- of kolomkop van. Een `anker` is uniek in het document."""

    blokken: tuple[Blok, ...]
    kop: bool = False
    anker: str = ""


@dataclass(frozen=True, slots=True)
class Tabel:
    """Een tabel met bijschrift, kolomkoppen en rijen van gelijke lengte."""

    bijschrift: str
    koppen: tuple[str, ...]
    rijen: tuple[tuple[Cel, ...], ...]


@dataclass(frozen=True, slots=True)
class Definities:
    """Term en betekenis, om en om."""

    paren: tuple[tuple[Regel, tuple[Blok, ...]], ...]


@dataclass(frozen=True, slots=True)
class Beeld:
    """Een zelfgemaakte tekening met tekstalternatief; `alt` zegt alles wat de tekening zegt."""

    svg: str
    alt: str
    bijschrift: str


@dataclass(frozen=True, slots=True)
class Logo:
    """Een logo als data-URI (png, jpeg of opgeschoonde svg) met tekstalternatief."""

    data_uri: str
    alt: str


Nootsoort: TypeAlias = Literal["info", "let_op", "tekort", "aandachtspunt", "tip", "goed", "te_beoordelen", "voorbeeld", "bewijs"]
#: Het woord dat zegt wat een noot is; elk formaat zet het ervoor.
WOORD_BIJ_NOOT: Final[dict[Nootsoort, str]] = {
    "info": "Ter informatie",
    "let_op": "Let op",
    "tekort": "Tekort",
    "aandachtspunt": "Aandachtspunt",
    "tip": "Tip",
    "goed": "In orde",
    "te_beoordelen": "Te beoordelen",
    "voorbeeld": "Voorbeeld",
    "bewijs": "Bewijs",
}


@dataclass(frozen=True, slots=True)
class Noot:
    """Een kader in de tekst, met een woord dat zegt wat het is (nooit alleen een kleur)."""

    soort: Nootsoort
    titel: str
    blokken: tuple[Blok, ...]


@dataclass(frozen=True, slots=True)
class Codeblok:
    """Een stuk YAML om over te nemen."""

    tekst: str
    taal: str = "yaml"


@dataclass(frozen=True, slots=True)
class Citaat:
    """Woorden van de school zelf, aangehaald."""

    blokken: tuple[Blok, ...]


@dataclass(frozen=True, slots=True)
class Uitklap:
    """Iets wat de lezer kan openklappen; op papier staat het open."""

    titel: Regel
    blokken: tuple[Blok, ...]
    open: bool = False


@dataclass(frozen=True, slots=True)
class Groep:
    """Blokken die bij elkaar horen en op papier bij elkaar blijven; `soort` geeft de achterkant houvast voor de opmaak."""

    blokken: tuple[Blok, ...]
    soort: str = ""
    titel: str = ""


Blok: TypeAlias = Kop | Alinea | Lijst | Tabel | Definities | Beeld | Logo | Noot | Codeblok | Citaat | Uitklap | Groep


@dataclass(frozen=True, slots=True)
class Stijl:
    """De huisstijl van de school: kleuren als `#rrggbb`, al op contrast gekeurd."""

    hoofdkleur: str = "#1b4f72"
    accentkleur: str = "#8a4b08"
    op_hoofdkleur: str = "#ffffff"


@dataclass(frozen=True, slots=True)
class Document:
    """Een heel document: titelblad, blokken en wat onder aan elke bladzijde staat.

    `concept` zet het merkteken CONCEPT; `kenmerken` zijn paren voor het titelblad (versie, status, verantwoordelijke);
    `stempel` is de regel met hashes en versies in de voet; `sjabloon` is de naam van het sjabloon in `site_templates/`.
    """

    titel: str
    ondertitel: str
    blokken: tuple[Blok, ...]
    kenmerken: tuple[tuple[str, str], ...] = ()
    stempel: str = ""
    concept: bool = False
    logo: Logo | None = None
    stijl: Stijl = field(default_factory=Stijl)
    taal: str = "nl"
    sjabloon: str = "beleid"
    inhoudsopgave: bool = True


def t(*delen: str | Inline) -> Regel:
    """Return a line of inline parts; a plain string becomes text."""
    return tuple(Tekst(deel) if isinstance(deel, str) else deel for deel in delen)


def p(*delen: str | Inline) -> Alinea:
    """Return a plain paragraph."""
    return Alinea(t(*delen))


def cel(*delen: str | Inline, kop: bool = False) -> Cel:
    """Return a table cell with one line."""
    return Cel((Alinea(t(*delen)),), kop)
