"""Een tekening op papier: hoe groot zij wordt, in welke kleur en letter, en in twee kolommen als zij te hoog is."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from beleidscheck.document.blokken import Stijl

#: De tekst op een A4 is 170 mm breed; een tekening met bijschrift blijft op één bladzijde.
PAPIERBREED, _PAPIERHOOG = 170.0, 215.0
_SMAL_MM: Final = 104.0
_SMALLE_TEKENING: Final = 400
_TUSSEN: Final = 24
_DOOS: Final = re.compile(r'viewBox="0 0 ([0-9.]+) ([0-9.]+)"')
_WORTEL: Final = re.compile(r"<svg[^>]*>(?P<uitleg><title.*?</desc>)?(?P<inhoud>.*)</svg>", re.DOTALL)
_VORM: Final = re.compile(r"<text\b[^>]*>[^<]*</text>|<(?:rect|circle|path)\b[^>]*/>")
_GETAL: Final = r"(-?[0-9.]+)"
_EUROPEES: Final = 0x180
_VAKJE: Final = "□"
#: De letters waarvan er twee samen een vlag zijn.
_VLAG_A, _VLAG_Z = "\U0001f1e6", "\U0001f1ff"
_LEGE_LETTERS: Final = frozenset("\u115f\u1160\u3164")
_LOSSE_TEKENS: Final = frozenset({"Cf", "Mn", "Mc", "Me", "Cn"})
INKT: Final = "#1c2126"


@dataclass(frozen=True, slots=True)
class Papierbeeld:
    """Een tekening zoals zij op papier komt, met haar maten in millimeters."""

    svg: str
    breed: float
    hoog: float


def on_paper(svg: str, stijl: Stijl) -> Papierbeeld:
    """Return a drawing of our own for paper: in the school's colour, with letters that travel along, not too high."""
    gevonden = _DOOS.search(svg)
    breed, hoog = (max(float(getal), 1.0) for getal in gevonden.groups()) if gevonden else (PAPIERBREED, _PAPIERHOOG)
    wortel = _WORTEL.search(svg)
    inhoud = wortel["inhoud"] if wortel else svg
    if breed <= _SMALLE_TEKENING and hoog * _SMAL_MM / breed > _PAPIERHOOG:
        inhoud, breed, hoog = _two_columns(inhoud, breed, hoog)
    schaal = min((_SMAL_MM if breed <= _SMALLE_TEKENING else PAPIERBREED) / breed, _PAPIERHOOG / hoog)
    # een variabel lettertype begint dun: Typst geeft een tekening alleen de dikte die er met zoveel woorden staat
    stijlblad = (
        f"rect{{fill:{stijl.hoofdkleur};stroke:{stijl.hoofdkleur}}}"
        "text{font-variation-settings:'wght' 400}text[font-weight]{font-variation-settings:'wght' 700}"
    )
    heel = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {breed:g} {hoog:g}" width="{breed:g}" height="{hoog:g}"'
        f""" font-family="'Source Sans 3'" fill="{INKT}" color="{INKT}"><style>{stijlblad}</style>{inhoud}</svg>"""
    )
    return Papierbeeld(_drawable(heel), round(breed * schaal, 2), round(hoog * schaal, 2))


def _drawable(svg: str) -> str:
    """Return a drawing without signs that Typst cannot trace back to text: loose accents, and rare letters made of parts.

    The text alternative of the drawing and the table beside it keep them.
    """
    tekens = (teken for teken in unicodedata.normalize("NFC", svg) if unicodedata.category(teken) not in _LOSSE_TEKENS)
    return "".join(map(_base, tekens))


def _base(teken: str) -> str:
    """Return a letter as fonts have it: European ones with their accent, rarer ones without, a box where that cannot be."""
    if ord(teken) < _EUROPEES:
        return teken
    if _VLAG_A <= teken <= _VLAG_Z:
        return chr(ord("A") + ord(teken) - ord(_VLAG_A))
    basis = unicodedata.normalize("NFD", teken)[0]
    if teken in _LEGE_LETTERS or unicodedata.bidirectional(basis) == "AL":
        return _VAKJE
    if basis != teken:
        return basis if basis.isalpha() else _VAKJE
    if unicodedata.category(teken) == "Sk":
        return ""
    return _VAKJE if teken.isalpha() and unicodedata.normalize("NFKD", teken) != teken else teken


def _two_columns(inhoud: str, breed: float, hoog: float) -> tuple[str, float, float]:
    """Return a high drawing as two columns, cut where nothing is drawn; as it was when there is no such place."""
    vormen = [(vorm[0], *_span(vorm[0])) for vorm in _VORM.finditer(inhoud)]
    snede = _cut([(boven, onder) for _, boven, onder in vormen], hoog)
    if snede is None:
        return inhoud, breed, hoog
    links = "".join(vorm for vorm, boven, _ in vormen if boven < snede)
    rechts = "".join(vorm for vorm, boven, _ in vormen if boven >= snede)
    verschoven = f'{links}<g transform="translate({breed + _TUSSEN:g} {-snede:g})">{rechts}</g>'
    return verschoven, 2 * breed + _TUSSEN, max(snede, hoog - snede)


def _cut(stukken: Sequence[tuple[float, float]], hoog: float) -> float | None:
    """Return the place nearest to the middle that no shape crosses, within the middle half of the drawing."""
    onderkanten = {onder for _, onder in stukken if hoog / 4 <= onder <= hoog * 3 / 4}
    vrij = [plek for plek in onderkanten if not any(boven < plek < onder for boven, onder in stukken)]
    return min(vrij, key=lambda plek: (abs(plek - hoog / 2), plek), default=None)


def _span(vorm: str) -> tuple[float, float]:
    """Return where a shape of our own begins and ends, from the top."""
    if vorm.startswith("<text"):
        voet, grootte = _number(vorm, "y"), _number(vorm, "font-size")
        return voet - grootte, voet + grootte / 3
    if vorm.startswith("<rect"):
        boven = _number(vorm, "y")
        return boven, boven + _number(vorm, "height")
    if vorm.startswith("<circle"):
        midden, straal = _number(vorm, "cy"), _number(vorm, "r")
        return midden - straal, midden + straal
    begin = re.search(rf'd="M{_GETAL} {_GETAL}', vorm)
    hoogte = float(begin[2]) if begin else 0.0
    return hoogte - 2, hoogte + 10


def _number(vorm: str, naam: str) -> float:
    gevonden = re.search(rf'\s{naam}="{_GETAL}"', vorm)
    return float(gevonden[1]) if gevonden else 0.0
