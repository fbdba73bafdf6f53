"""Van een document naar gewone gegevens voor Typst: lijsten, woorden en getallen, en nergens opmaaktaal.

De sjablonen in `site_templates/typst/` lezen deze gegevens als JSON. Wat een school typte, komt in Typst dus aan als een
tekst-waarde en wordt nooit als opmaaktaal gelezen; er valt niets te ontsnappen.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any, Final, assert_never

from beleidscheck.document.blokken import (
    WOORD_BIJ_NOOT,
    Alinea,
    Beeld,
    Citaat,
    Code,
    Codeblok,
    Definities,
    Groep,
    Kop,
    Lijst,
    Link,
    Logo,
    Nadruk,
    Noot,
    Regeleinde,
    Tabel,
    Tekst,
    Uitklap,
)
from beleidscheck.document.tekst import block_lines, line_text
from beleidscheck.render.beeldmaat import on_paper
from beleidscheck.render.html_blokken import clean
from beleidscheck.render.kolombreedte import column_weights, split_columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from beleidscheck.document.blokken import Blok, Cel, Document, Inline, Regel, Stijl

    Waarde = dict[str, Any]

_WIT: Final = re.compile(r"[ \t\r\n\f\v\x85\u2028\u2029]+")
_LANG_WOORD: Final = re.compile(r"\S{15,}")
_SCHEMA: Final = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_VANZELF: Final = 29
#: In een lang woord zonder leesteken mag de regel om de zoveel tekens breken.
_STUK: Final = 6
_LEESTEKENS: Final = frozenset("@._/=&?#:;,+~-")
_HELE_RIJ: Final = 900
#: Een tabel met zo weinig rijen en tekst staat in haar geheel op één bladzijde.
_HELE_TABEL: Final = 8
_HEEL_BLOK, _PER_BLOK, _PER_REGEL = 1500, 30, 70
_MEESTE_KOLOMMEN: Final = 10
_NAUW, _FIJN = 6, 8
_BREED_BEGRIP, _SMAL_BEGRIP, _MM_PER_TEKEN = 64, 32, 1.95
_LAAGSTE_KOP: Final = 5


def document_data(document: Document, logobestand: str = "") -> Waarde:
    """Return what a Typst template can use beside the blocks; see site_templates/LEESMIJ.md."""
    kenmerken = dict(document.kenmerken)
    stand = [kenmerken[naam] for naam in ("Status", "Oordeel") if naam in kenmerken]
    versie = [f"versie {kenmerken['Versie']}"] if "Versie" in kenmerken else []
    titel = _flat(document.titel) or "Zonder titel"
    return {
        "titelbalk": titel + (" (CONCEPT)" if document.concept else ""),
        "titel": _text(titel),
        "ondertitel": _text(document.ondertitel),
        "taal": document.taal,
        "kopregel": {
            "links": _text(_shortened(document.titel)),
            "rechts": _text(
                " · ".join(_shortened(deel) for deel in (*versie, *(woord.lower() for woord in stand if not document.concept)))
            ),
        },
        "kenmerken": [{"naam": _text(naam), "waarde": _text(waarde)} for naam, waarde in document.kenmerken],
        "stempel": _text(document.stempel),
        "concept": document.concept,
        "logo": {"bestand": logobestand, "alt": _flat(document.logo.alt)} if document.logo is not None and logobestand else None,
        "stijl": {
            "hoofdkleur": document.stijl.hoofdkleur,
            "accentkleur": document.stijl.accentkleur,
            "op_hoofdkleur": document.stijl.op_hoofdkleur,
        },
        "inhoudsopgave": _chapters(document.blokken) if document.inhoudsopgave else 0,
    }


def block_data(document: Document) -> list[Waarde]:
    """Return the blocks of the document as values."""
    return _Schrijver(document).blocks(document.blokken, top=True)


def _chapters(blokken: Iterable[Blok]) -> int:
    return sum(isinstance(blok, Kop) and blok.niveau <= 2 for blok in blokken)  # noqa: PLR2004 - de hoofdstukken


class _Schrijver:
    """Zet blokken om; onthoudt de ankers die er zijn en het niveau van de laatste kop, want PDF/UA slaat geen niveau over."""

    def __init__(self, document: Document) -> None:
        self.stijl: Stijl = document.stijl
        self.ankers = {clean(kop.anker) for kop in headings(document.blokken) if kop.anker and _has_words(kop)}
        self.gezien: set[str] = set()
        self.niveau = 1

    def blocks(self, blokken: Sequence[Blok], *, top: bool = False) -> list[Waarde]:
        """Return the values of blocks; a paragraph stays with the list, table or picture it announces."""
        waarden: list[Waarde] = []
        opschrift: Regel = ()
        for blok, na in zip(blokken, (*blokken[1:], None), strict=False):
            if top and isinstance(blok, Alinea) and blok.soort == "klein" and isinstance(na, Kop) and na.niveau <= 2:  # noqa: PLR2004 - een hoofdstuk
                opschrift = blok.inhoud
            elif isinstance(blok, Kop):
                waarden += self._heading(blok, opschrift)
                opschrift = ()
            else:
                waarden += self._block(blok, na)
        return waarden

    def _block(self, blok: Blok, na: Blok | None) -> Iterator[Waarde]:  # noqa: C901, PLR0912 - één tak per soort blok
        match blok:
            case Kop():
                yield from self._heading(blok, ())
            case Alinea():
                plakt = isinstance(na, Lijst | Tabel | Definities | Beeld | Codeblok | Citaat) or (
                    blok.soort == "klein" and isinstance(na, Alinea)
                )
                yield {"soort": "alinea", "toon": blok.soort, "plakt": plakt, "inhoud": self.line(blok.inhoud)}
            case Lijst():
                if blok.items:
                    items = [self.blocks(item) or [_EMPTY] for item in blok.items]
                    yield {"soort": "lijst", "genummerd": blok.genummerd, "items": items}
            case Tabel():
                yield from (self._table(deel) for deel in split_columns(blok, _MEESTE_KOLOMMEN) if deel.koppen)
            case Definities():
                if blok.paren:
                    yield self._definitions(blok)
            case Beeld():
                papier = on_paper(blok.svg, self.stijl)
                yield {
                    "soort": "beeld",
                    "svg": papier.svg,
                    "alt": _flat(blok.alt) or _flat(blok.bijschrift) or "Tekening",
                    "bijschrift": _text(blok.bijschrift),
                    "breed": papier.breed,
                    "hoog": papier.hoog,
                }
            case Logo():
                yield {"soort": "alinea", "toon": "gewoon", "plakt": False, "inhoud": _text(blok.alt)}
            case Noot():
                yield {
                    "soort": "noot",
                    "toon": blok.soort,
                    "woord": WOORD_BIJ_NOOT[blok.soort],
                    "titel": _text(blok.titel),
                    "heel": _short(blok.blokken, _HEEL_BLOK),
                    "blokken": self.blocks(blok.blokken),
                }
            case Codeblok():
                yield {"soort": "codeblok", "tekst": _code(blok.tekst), "heel": _short((blok,), _HEEL_BLOK)}
            case Citaat():
                yield {"soort": "citaat", "blokken": self.blocks(blok.blokken)}
            case Uitklap():
                yield {"soort": "uitklap", "titel": self.line(blok.titel), "blokken": self.blocks(blok.blokken)}
            case Groep():
                yield {
                    "soort": "groep",
                    "vorm": blok.soort,
                    "heel": _short(blok.blokken, _HEEL_BLOK),
                    "blokken": self.blocks(blok.blokken),
                }
            case _:
                assert_never(blok)

    def _heading(self, kop: Kop, opschrift: Regel) -> Iterator[Waarde]:
        """Yield the heading; one without words is no heading."""
        if not _has_words(kop):
            return
        self.niveau = max(2, min(kop.niveau, self.niveau + 1, _LAAGSTE_KOP))
        anker = clean(kop.anker)
        nieuw = anker if anker not in self.gezien else ""
        self.gezien.add(anker)
        yield {
            "soort": "kop",
            "niveau": self.niveau,
            "anker": nieuw,
            "opschrift": self.line(opschrift),
            "inhoud": self.line(kop.inhoud),
        }

    def _definitions(self, definities: Definities) -> Waarde:
        langste = max(len(line_text(term)) for term, _ in definities.paren)
        return {
            "soort": "definities",
            "breed": min(max(_SMAL_BEGRIP, _MM_PER_TEKEN * langste + 4), _BREED_BEGRIP),
            "paren": [
                {"term": self.line(term), "betekenis": self.blocks(betekenis) or [_EMPTY]} for term, betekenis in definities.paren
            ],
        }

    def _table(self, tabel: Tabel) -> Waarde:
        kolommen = len(tabel.koppen)
        lengten = [sum(_length(cel.blokken) for cel in rij) for rij in tabel.rijen]
        return {
            "soort": "tabel",
            "heel": len(lengten) <= _HELE_TABEL and sum(lengten) <= _HELE_RIJ,
            "bijschrift": _text(tabel.bijschrift),
            "koppen": [_text(kop) for kop in tabel.koppen],
            "kolommen": column_weights(tabel),
            "maat": "gewoon" if kolommen < _NAUW else "klein" if kolommen <= _FIJN else "fijn",
            "rijen": [
                {"heel": lengte <= _HELE_RIJ, "cellen": [self._cell(cel) for cel in rij]}
                for rij, lengte in zip(tabel.rijen, lengten, strict=True)
            ],
        }

    def _cell(self, cel: Cel) -> Waarde:
        return {"kop": cel.kop, "blokken": self.blocks(cel.blokken) or [_EMPTY]}

    def line(self, regel: Regel) -> list[Waarde]:
        """Return the values of a line."""
        return [waarde for deel in regel for waarde in self._inline(deel)]

    def _inline(self, deel: Inline) -> Iterator[Waarde]:
        match deel:
            case Tekst(tekst):
                yield from _text(tekst)
            case Code(tekst):
                yield from ({**stuk, "soort": "code"} if stuk["soort"] == "tekst" else stuk for stuk in _text(tekst))
            case Nadruk():
                yield {"soort": "vet" if deel.sterk else "schuin", "inhoud": self.line(deel.inhoud)}
            case Link():
                yield from self._link(deel)
            case Regeleinde():
                yield {"soort": "regeleinde"}
            case _:
                assert_never(deel)

    def _link(self, link: Link) -> Iterator[Waarde]:
        """Yield a link; one that leads nowhere stays as its words."""
        inhoud, doel = self.line(link.inhoud), clean(link.url)
        if not line_text(link.inhoud).strip():
            yield from inhoud
        elif doel.startswith("#") and doel[1:] in self.ankers:
            yield {"soort": "anker", "doel": doel[1:], "inhoud": inhoud}
        elif is_external(doel):
            yield {"soort": "link", "url": doel, "inhoud": inhoud}
        else:
            yield from inhoud


#: Een lege cel of een leeg lijstpunt.
_EMPTY: Final[dict[str, Any]] = {"soort": "alinea", "toon": "gewoon", "plakt": False, "inhoud": []}


def headings(blokken: Iterable[Blok]) -> Iterator[Kop]:  # noqa: C901 - één tak per soort blok
    """Yield every heading in reading order, also those in a list, a cell or a frame."""
    for blok in blokken:
        match blok:
            case Kop():
                yield blok
            case Lijst():
                for item in blok.items:
                    yield from headings(item)
            case Tabel():
                for rij in blok.rijen:
                    for cel in rij:
                        yield from headings(cel.blokken)
            case Definities():
                for _, betekenis in blok.paren:
                    yield from headings(betekenis)
            case Noot() | Citaat() | Uitklap() | Groep():
                yield from headings(blok.blokken)
            case _:
                continue


def is_external(url: str) -> bool:
    """Return whether an address leads outside the document; a path within a site leads nowhere from a loose file."""
    return _SCHEMA.match(url) is not None


def _has_words(kop: Kop) -> bool:
    return bool(_flat(line_text(kop.inhoud)))


def _flat(tekst: str) -> str:
    return _WIT.sub(" ", clean(tekst)).strip()


def _code(tekst: str) -> str:
    regels = re.split(r"\r\n|[\r\n\x85\u2028\u2029]", tekst)
    return "\n".join(clean(regel).expandtabs(4) for regel in regels)


def _text(tekst: str) -> list[Waarde]:
    """Return text as values, with a place to break in every word that is too long for a line."""
    schoon = _WIT.sub(" ", clean(tekst))
    stukken: list[Waarde] = []
    begin = 0
    for woord in _LANG_WOORD.finditer(schoon):
        for plek in _breaks(woord[0]):
            stukken += [{"soort": "tekst", "tekst": schoon[begin : woord.start() + plek]}, {"soort": "breek"}]
            begin = woord.start() + plek
    return [*stukken, {"soort": "tekst", "tekst": schoon[begin:]}] if schoon[begin:] else stukken


def _breaks(woord: str) -> Iterator[int]:
    """Yield where a long word may break: after a sign inside it, or every few characters when there is none nearby."""
    vorige = 0
    for plek in range(1, len(woord)):
        na_teken = woord[plek - 1] in _LEESTEKENS and woord[plek].isalnum()
        te_lang = len(woord) >= _VANZELF and plek - vorige >= _STUK and _breakable(woord[plek - 1]) and _breakable(woord[plek])
        if na_teken or te_lang:
            yield plek
            vorige = plek


def _breakable(teken: str) -> bool:
    """Return whether the line may break beside this character; not in signs that are made of several characters."""
    return unicodedata.category(teken)[0] in "LNP" and unicodedata.bidirectional(teken) not in {"AL", "R"}


def _length(blokken: Iterable[Blok]) -> int:
    return sum(map(len, block_lines(blokken)))


def _size(blokken: Iterable[Blok]) -> int:
    """Return about how many characters of running text take as much room; every line and every block counts."""
    return sum(_PER_BLOK + max(len(regel), _PER_REGEL * (1 + regel.count("\n"))) for regel in block_lines(blokken))


def _short(blokken: Sequence[Blok], meest: int) -> bool:
    """Return whether blocks are short enough to stay on one page together."""
    return len(blokken) <= 12 and _size(blokken) <= meest and not any(isinstance(blok, Beeld | Tabel) for blok in blokken)  # noqa: PLR2004 - ruim een halve bladzijde


def _shortened(tekst: str, meest: int = 70) -> str:
    kort = _flat(tekst)
    return kort if len(kort) <= meest else kort[: meest - 1].rstrip() + "…"
