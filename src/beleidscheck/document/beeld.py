"""De tekeningen in het document: de niveaus, de ladder en de zestien elementen, als SVG van eigen hand.

Elke tekening is in één kleur leesbaar (de kleur van de tekst eromheen, met vlakken in lichtere tinten daarvan), in het
donker en op papier. Betekenis staat altijd in woorden; vorm en tint helpen alleen. Wat de tekening zegt, zegt haar
tekstalternatief ook, en het document toont dezelfde gegevens in een tabel.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, Final

from beleidscheck.document.blokken import Beeld
from beleidscheck.document.letters import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Zo smal dat de letters op een telefoon nog leesbaar zijn.
SMAL: Final = 360
BREED: Final = 640
KOP: Final = 15
GEWOON: Final = 13
REGEL: Final = 1.32
RAND: Final = 12
_ONTEKENBAAR: Final = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


@dataclass(frozen=True, slots=True)
class Niveauvlak:
    """Eén niveau in de piramide: naam, hoeveel aanwezigheid erbij hoort, en de aanpak in enkele woorden."""

    naam: str
    grens: str
    aanpak: str


@dataclass(frozen=True, slots=True)
class Trede:
    """Eén trede van de ladder: wanneer hij begint en wat er dan kort gebeurt; `sancties` staan apart van de steun."""

    wanneer: str
    acties: tuple[str, ...]
    sancties: tuple[str, ...] = ()


@dataclass(slots=True)
class _Tekening:
    """Verzamelt wat er getekend wordt; alle tekst gaat door `text` en is daar onschadelijk."""

    delen: list[str] = field(default_factory=list)

    def box(  # noqa: PLR0913 - een vak heeft vier maten en een gezicht
        self, x: float, y: float, breed: float, hoog: float, *, tint: float, stijl: str = ""
    ) -> None:
        """Draw a box filled with a tint of the text colour."""
        self.delen.append(
            f'<rect x="{x:g}" y="{y:g}" width="{breed:g}" height="{hoog:g}" rx="4" fill="currentColor" fill-opacity="{tint:g}"'
            f' stroke="currentColor" stroke-opacity=".55"{stijl}/>'
        )

    def text(  # noqa: PLR0913 - tekst heeft een plek, een grootte en een gezicht
        self, x: float, y: float, regels: Sequence[str], grootte: float, *, vet: bool = False, midden: bool = False
    ) -> float:
        """Write lines from the top `y` down and return where they end."""
        gewicht = ' font-weight="700"' if vet else ""
        anker = ' text-anchor="middle"' if midden else ""
        for nummer, regel in enumerate(regels):
            voet = y + grootte + nummer * grootte * REGEL
            self.delen.append(
                f'<text x="{x:g}" y="{voet:g}" font-size="{grootte:g}"{gewicht}{anker}>{escape(_clean(regel))}</text>'
            )
        return y + len(regels) * grootte * REGEL

    def shape(self, pad: str, *, vol: bool = False) -> None:
        """Draw a path, filled or as a line."""
        vulling = (
            'fill="currentColor"'
            if vol
            else 'fill="none" stroke-width="2.4" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round"'
        )
        self.delen.append(f'<path d="{pad}" {vulling}/>')

    def svg(self, breed: float, hoog: float, naam: str, titel: str, alt: str) -> str:
        """Return the whole drawing with its title and description."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {breed:g} {hoog:g}" width="100%" preserveAspectRatio="xMinYMin meet" role="img" aria-labelledby="{naam}-titel {naam}-uitleg"'
            f" font-family=\"system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif\" fill=\"currentColor\">"
            f'<title id="{naam}-titel">{escape(_clean(titel))}</title><desc id="{naam}-uitleg">{escape(_clean(alt))}</desc>{"".join(self.delen)}</svg>'
        )


#: Voor tekeningen in andere modules: dezelfde pen, dezelfde letters.
Tekening = _Tekening


def _clean(tekst: str) -> str:
    return _ONTEKENBAAR.sub("", tekst)


# ---- De niveaus ---------------------------------------------------------------------------------------------------


def niveaus_beeld(naam: str, titel: str, vlakken: Sequence[Niveauvlak]) -> Beeld:
    """Return the levels as a stepped pyramid, the most intensive on top; `vlakken` go from top to bottom."""
    tekening = _Tekening()
    y = 1.0
    for nummer, vlak in enumerate(vlakken):
        aandeel = (nummer + 1) / max(len(vlakken), 1)
        breed = (SMAL - 2) * (0.55 + 0.45 * aandeel)
        binnen = breed - 2 * RAND
        kop = wrap(vlak.naam, binnen, KOP, vet=True, regels=2)
        grens = wrap(vlak.grens, binnen, GEWOON, vet=True, regels=2)
        aanpak = wrap(vlak.aanpak, binnen, GEWOON, regels=6) if vlak.aanpak else ()
        hoog = 2 * RAND + (len(kop) * KOP + (len(grens) + len(aanpak)) * GEWOON) * REGEL
        tekening.box(SMAL / 2 - breed / 2, y, breed, hoog, tint=0.24 - 0.18 * aandeel)
        onder = tekening.text(SMAL / 2, y + RAND, kop, KOP, vet=True, midden=True)
        onder = tekening.text(SMAL / 2, onder, grens, GEWOON, vet=True, midden=True)
        tekening.text(SMAL / 2, onder, aanpak, GEWOON, midden=True)
        y += hoog + 6
    alt = " ".join(f"{vlak.naam}: {vlak.grens}. {_sentence(vlak.aanpak)}".strip() for vlak in vlakken)
    return Beeld(tekening.svg(SMAL, y - 5, naam, titel, alt), alt, titel)


# ---- De ladder ----------------------------------------------------------------------------------------------------

_AS: Final = 148
_ACTIES: Final = 174
_LINKS: Final = 12
_STRAAL: Final = 12
_MEESTE_REGELS: Final = 11


def ladder_beeld(naam: str, titel: str, treden: Sequence[Trede]) -> Beeld:
    """Return a ladder as a line that gets heavier with each step: when on the left, what the school does on the right."""
    tekening = _Tekening()
    y = 4.0
    for nummer, trede in enumerate(treden, 1):
        onder = _step(tekening, nummer, trede, y)
        dikte = min(nummer, 6)
        tekening.delen.append(
            f'<rect x="{_AS - dikte:g}" y="{y + 2 * _STRAAL + 3:g}" width="{2 * dikte:g}" height="{max(onder - y - 2 * _STRAAL - 4, 4):g}" fill="currentColor" fill-opacity=".4"/>'
        )
        y = onder
    alt = " ".join(f"Stap {nummer}. {trede.wanneer}: {_step_text(trede)}" for nummer, trede in enumerate(treden, 1))
    return Beeld(tekening.svg(SMAL, y + 4, naam, titel, alt), alt, titel)


def _step(tekening: _Tekening, nummer: int, trede: Trede, y: float) -> float:
    """Draw one step from `y` down and return where it ends."""
    wanneer = wrap(trede.wanneer, _AS - _STRAAL - 10, _LINKS, vet=True, regels=8)
    links = tekening.text(2, y + 5, wanneer, _LINKS, vet=True)
    tekening.delen.append(
        f'<circle cx="{_AS:g}" cy="{y + _STRAAL + 1:g}" r="{_STRAAL:g}" fill="none" stroke="currentColor" stroke-width="2"/>'
    )
    tekening.text(_AS, y + 4.5, (str(nummer),), GEWOON, vet=True, midden=True)
    rechts, ruimte = y + 4, _MEESTE_REGELS
    soorten = [(actie[:1].upper() + actie[1:], False) for actie in trede.acties] + [
        (f"Sanctie: {sanctie}", True) for sanctie in trede.sancties
    ]
    for plek, (actie, sanctie) in enumerate(soorten):
        regels = wrap(actie, SMAL - _ACTIES - 12, GEWOON, regels=4)
        if ruimte - len(regels) < (1 if plek < len(soorten) - 1 else 0):
            rechts = tekening.text(_ACTIES + 12, rechts, (f"en nog {len(soorten) - plek}: zie de tabel",), GEWOON)
            break
        _bullet(tekening, _ACTIES + 3, rechts + GEWOON * 0.66, open_=sanctie)
        rechts = tekening.text(_ACTIES + 12, rechts, regels, GEWOON) + 3
        ruimte -= len(regels)
    return max(links, rechts, y + 2 * _STRAAL + 6) + 14


def _bullet(tekening: _Tekening, x: float, y: float, *, open_: bool) -> None:
    if open_:
        tekening.delen.append(
            f'<path d="M{x:g} {y - 4:g}l4 4l-4 4l-4 -4z" fill="none" stroke="currentColor" stroke-width="1.6"/>'
        )
    else:
        tekening.delen.append(f'<circle cx="{x:g}" cy="{y:g}" r="2.6" fill="currentColor"/>')


def _step_text(trede: Trede) -> str:
    delen = [*trede.acties, *(f"sanctie: {sanctie}" for sanctie in trede.sancties)]
    return _sentence("; ".join(delen) or "geen vaste actie")


# ---- De zestien elementen -----------------------------------------------------------------------------------------

_TEGELS_PER_RIJ: Final = 4
_TEGEL: Final = 151
_TUSSEN: Final = 10


def elementen_beeld(elementen: Sequence[tuple[int, str, str]]) -> Beeld:
    """Return the elements at a glance as tiles of four in a row: number, title, status word and a sign."""
    tekening = _Tekening()
    titels = [wrap(titel, _TEGEL - 2 * RAND, GEWOON, regels=4) for _, titel, _ in elementen]
    standen = [wrap(status, _TEGEL - 2 * RAND, GEWOON, vet=True, regels=2) for _, _, status in elementen]
    hoog = 52 + (max(map(len, titels), default=1) + max(map(len, standen), default=1)) * GEWOON * REGEL
    for plek, ((nummer, _, status), regels, stand) in enumerate(zip(elementen, titels, standen, strict=True)):
        x = 3 + plek % _TEGELS_PER_RIJ * (_TEGEL + _TUSSEN)
        y = 3 + plek // _TEGELS_PER_RIJ * (hoog + _TUSSEN)
        _tile(tekening, (x, y, hoog), nummer, regels, status)
        tekening.text(x + RAND, y + hoog - 8 - len(stand) * GEWOON * REGEL, stand, GEWOON, vet=True)
    rijen = -(-len(elementen) // _TEGELS_PER_RIJ)
    titel = "De zestien elementen in één oogopslag"
    alt = " ".join(f"{nummer}. {naam}: {status}." for nummer, naam, status in elementen)
    return Beeld(tekening.svg(BREED, 6 + rijen * (hoog + _TUSSEN) - _TUSSEN, "elementen", titel, alt), alt, titel)


def _tile(tekening: _Tekening, plek: tuple[float, float, float], nummer: int, titel: Sequence[str], status: str) -> None:
    x, y, hoog = plek
    tint, lijn = _TINTEN.get(status, (0.04, ""))
    tekening.box(x, y, _TEGEL, hoog, tint=tint, stijl=lijn)
    tekening.text(x + RAND, y + 8, (str(nummer),), 18, vet=True)
    tekening.text(x + RAND, y + 33, titel, GEWOON)
    _sign(tekening, x + _TEGEL - 22, y + 18, status)


_TINTEN: Final = {
    "volledig": (0.16, ' stroke-width="2"'),
    "deels": (0.09, ""),
    "ontbreekt": (0, ' stroke-width="2" stroke-dasharray="6 4"'),
    "te beoordelen": (0.04, ' stroke-dasharray="2 3"'),
    "niet van toepassing": (0, ' stroke-dasharray="2 6"'),
}


def _sign(tekening: _Tekening, x: float, y: float, status: str) -> None:
    """Draw the sign of a status: tick, half disc, cross, question mark or dash."""
    match status:
        case "volledig":
            tekening.shape(f"M{x - 7:g} {y:g}l5 6l9 -11")
        case "deels":
            tekening.shape(f"M{x - 7:g} {y:g}a7 7 0 0 0 14 0z", vol=True)
            tekening.shape(f"M{x - 7:g} {y:g}a7 7 0 1 1 14 0a7 7 0 1 1 -14 0z")
        case "ontbreekt":
            tekening.shape(f"M{x - 6:g} {y - 6:g}l12 12m0 -12l-12 12")
        case "te beoordelen":
            tekening.text(x, y - 11, ("?",), 20, vet=True, midden=True)
        case _:
            tekening.shape(f"M{x - 6:g} {y:g}h12")


def _sentence(tekst: str) -> str:
    """Return `tekst` with a capital and a full stop, or nothing."""
    return tekst[:1].upper() + tekst[1:].rstrip(".") + "." if tekst else ""
