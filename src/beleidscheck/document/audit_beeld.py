"""De tekeningen van de auditsite: verdeling per element, hittekaart en trendlijnen, in de pen van document/beeld.py.

Elke tekening is zonder kleur te lezen: een teken, een getal en een woord zeggen wat een vlak of lijn is. De bladzijde toont dezelfde
getallen in een tabel.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from beleidscheck.document.audit_boek import ANDERS, NIET_AAN_GETOETST, NIET_GETOOND, NIET_TE_TOETSEN, count_words
from beleidscheck.document.beeld import BREED, GEWOON, Tekening
from beleidscheck.document.blokken import Beeld
from beleidscheck.document.letters import text_width, wrap
from beleidscheck.report import ElementStatus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from beleidscheck.document.audit_boek import Telrij

#: Het teken bij elke stand; het woord staat er altijd bij of boven.
TEKEN: Final = {
    str(ElementStatus.VOLLEDIG): "✓",
    str(ElementStatus.DEELS): "◐",
    str(ElementStatus.ONTBREEKT): "✗",
    str(ElementStatus.TE_BEOORDELEN): "?",
    str(ElementStatus.NIET_VAN_TOEPASSING): "–",  # noqa: RUF001 - een liggend streepje
    NIET_TE_TOETSEN: "!",
    NIET_AAN_GETOETST: "–",  # noqa: RUF001 - idem
    ANDERS: "·",
    NIET_GETOOND: "…",
}
_TINT: Final = {
    str(ElementStatus.VOLLEDIG): (0.34, ""),
    str(ElementStatus.DEELS): (0.18, ""),
    str(ElementStatus.ONTBREEKT): (0.02, ' stroke-dasharray="6 4"'),
    str(ElementStatus.TE_BEOORDELEN): (0.08, ' stroke-dasharray="2 3"'),
}
_ANDER_VLAK: Final = (0.0, ' stroke-dasharray="1 5"')
_BALK: Final = 20
_KLEIN: Final = 12
_RIJ: Final = 48
_DIK: Final = ' stroke-width="3.5"'


def distribution_picture(
    naam: str, titel: str, rijen: Sequence[tuple[str, Telrij]], *, totaal: int, eigen: Sequence[str] = ()
) -> Beeld:
    """Return one bar per row, divided as the counts are; `eigen` names per row the part that gets a thick line around it."""
    tekening = Tekening()
    y = _legend(tekening, _parts_of(rijen)) + 8
    for nummer, (naam_rij, rij) in enumerate(rijen):
        mijn = eigen[nummer] if nummer < len(eigen) else ""
        kop = f"{naam_rij}: {mijn}" if mijn else naam_rij
        tekening.text(0, y, wrap(kop, BREED, GEWOON, vet=True, regels=1), GEWOON, vet=True)
        _bar(tekening, y + 19, rij, totaal, mijn)
        y += _RIJ
    alt = " ".join(f"{naam_rij}: {_said(rij)}." for naam_rij, rij in rijen)
    if eigen:
        alt += " Deze school: " + "; ".join(f"{rij[0]}: {stand}" for rij, stand in zip(rijen, eigen, strict=False)) + "."
    return Beeld(tekening.svg(BREED, y, naam, titel, alt), alt, titel)


def _parts_of(rijen: Sequence[tuple[str, Telrij]]) -> list[str]:
    """Return the parts that occur, in the order of the bars."""
    alle = dict.fromkeys(vak for _, rij in rijen for vak in rij)
    vakken = [vak for vak in alle if any(rij.get(vak) for _, rij in rijen)]
    verborgen = any(aantal is None for _, rij in rijen for aantal in rij.values())
    return [*vakken, NIET_GETOOND] if verborgen else vakken


def _legend(tekening: Tekening, vakken: Sequence[str]) -> float:
    """Draw what each sign means, over as many lines as it takes, and return where that ends."""
    x, y = 0.0, 0.0
    for vak in vakken:
        tekst = f"{TEKEN.get(vak, '')} {vak}"
        breed = text_width(tekst, GEWOON) + 34
        if x and x + breed > BREED:
            x, y = 0.0, y + 22
        tint, lijn = _TINT.get(vak, _ANDER_VLAK)
        tekening.box(x + 1, y + 2, 15, 14, tint=tint, stijl=lijn)
        tekening.text(x + 21, y + 1, (tekst,), GEWOON)
        x += breed
    return y + 22


def _bar(tekening: Tekening, y: float, rij: Telrij, totaal: int, eigen: str) -> None:
    delen = [(vak, aantal) for vak, aantal in rij.items() if aantal]
    verborgen = totaal - sum(aantal for _, aantal in delen)
    if verborgen > 0 and any(aantal is None for aantal in rij.values()):
        delen.append((NIET_GETOOND, verborgen))
    x = 2.0
    omlijnd = None
    for vak, aantal in delen:
        breed = (BREED - 4) * aantal / max(totaal, 1)
        tint, lijn = _TINT.get(vak, _ANDER_VLAK)
        tekening.box(x, y, breed, _BALK, tint=tint, stijl=lijn)
        if vak == eigen:
            omlijnd = (x, breed)
        tekst = TEKEN.get(vak, "") if vak == NIET_GETOOND else f"{TEKEN.get(vak, '')} {aantal}"
        if text_width(tekst, GEWOON) + 6 <= breed:
            tekening.text(x + breed / 2, y + 2.5, (tekst,), GEWOON, midden=True)
        x += breed
    if omlijnd is not None:
        tekening.box(omlijnd[0], y - 1.5, omlijnd[1], _BALK + 3, tint=0, stijl=_DIK)


def _said(rij: Telrij) -> str:
    return ", ".join(f"{vak} {count_words(aantal)}" for vak, aantal in rij.items() if aantal != 0)


# ---- Hittekaart ------------------------------------------------------------------------------------------------------

_NAMEN: Final = 190
_CEL: Final = 34
_RUIM: Final = 76


def heat_picture(
    naam: str, titel: str, kolommen: Sequence[str], rijen: Sequence[tuple[str, Sequence[tuple[int | None, int]]]]
) -> Beeld:
    """Return a grid in which a cell is darker as more of its schools are counted: (count, of how many) per cell, or no count."""
    tekening = Tekening()
    breed = (BREED - _NAMEN) / max(len(kolommen), 1)
    koppen = [wrap(kolom, breed - 4, GEWOON, vet=True, regels=3) for kolom in kolommen]
    hoog = max(map(len, koppen), default=1) * GEWOON * 1.32 + 6
    for nummer, kop in enumerate(koppen):
        tekening.text(_NAMEN + (nummer + 0.5) * breed, 0, kop, GEWOON, vet=True, midden=True)
    for plek, (rij, cellen) in enumerate(rijen):
        y = hoog + plek * _CEL
        regels = wrap(rij, _NAMEN - 8, _KLEIN, regels=2)
        tekening.text(0, y + (_CEL - len(regels) * _KLEIN * 1.32) / 2, regels, _KLEIN)
        for nummer, (aantal, van) in enumerate(cellen):
            x = _NAMEN + nummer * breed
            deel = (aantal or 0) / van if van else 0
            tekening.box(x + 1, y + 1, breed - 2, _CEL - 2, tint=round(0.02 + 0.4 * deel, 2), stijl="" if aantal is not None else _ANDER_VLAK[1])
            tekst = _share(aantal, van)
            tekening.text(x + breed / 2, y + 8, (tekst if breed > _RUIM else tekst.replace(" van ", "/"),), GEWOON, midden=True)
    alt = " ".join(
        f"{rij}: " + ", ".join(f"{kolom} {_share(*cel)}" for kolom, cel in zip(kolommen, cellen, strict=True)) + "."
        for rij, cellen in rijen
    )
    return Beeld(tekening.svg(BREED, hoog + len(rijen) * _CEL + 2, naam, titel, alt), alt, titel)


def _share(aantal: int | None, van: int) -> str:
    return TEKEN[NIET_GETOOND] if aantal is None else f"{aantal} van {van}" if van else "geen"


# ---- Trend -----------------------------------------------------------------------------------------------------------

_HOOG: Final = 190
_LINKS: Final = 48
_RECHTS: Final = 170
_REGEL: Final = 18
_STREPEN: Final = ("", ' stroke-dasharray="8 5"', ' stroke-dasharray="2 5"', ' stroke-dasharray="10 4 2 4"', ' stroke-dasharray="4 3"')


def trend_picture(naam: str, titel: str, datums: Sequence[str], lijnen: Sequence[tuple[str, Sequence[int | None]]]) -> Beeld:
    """Return lines over the dates, each with its own dashes and its name at the end; a count that is not shown is a gap in the line."""
    tekening = Tekening()
    meest = max((waarde for _, waarden in lijnen for waarde in waarden if waarde is not None), default=0) or 1
    stap = (BREED - _LINKS - _RECHTS) / max(len(datums) - 1, 1)

    def place(nummer: int, waarde: int) -> tuple[float, float]:
        return round(_LINKS + nummer * stap, 1), round(8 + _HOOG * (1 - waarde / meest), 1)

    tekening.delen.append(
        f'<path d="M{_LINKS} 8V{8 + _HOOG}H{BREED - _RECHTS}" fill="none" stroke="currentColor" stroke-opacity=".55"/>'
    )
    for waarde in sorted({0, meest}):
        tekening.text(0, place(0, waarde)[1] - 8, (str(waarde),), GEWOON)
    tekening.text(_LINKS, 8 + _HOOG + 5, datums[:1], GEWOON)
    tekening.text(BREED - _RECHTS - 55, 8 + _HOOG + 5, datums[1:][-1:], GEWOON, midden=True)
    einden = []
    for streep, (woord, waarden) in zip(_STREPEN * 3, lijnen, strict=False):
        punten = [(nummer, waarde) for nummer, waarde in enumerate(waarden) if waarde is not None]
        _line(tekening, [place(*punt) for punt in punten], [nummer for nummer, _ in punten], streep)
        if punten:
            einden.append((place(*punten[-1])[1], f"{TEKEN.get(woord, '')} {woord}: {punten[-1][1]}".strip()))
    onder = 8.0 + _HOOG + _REGEL
    for hoogte, tekst in sorted(einden, reverse=True):
        onder = min(hoogte + 9, onder) - _REGEL
        tekening.text(BREED - _RECHTS + 8, max(onder, 0), wrap(tekst, _RECHTS - 8, GEWOON, regels=1), GEWOON)
    alt = " ".join(
        f"{woord}: " + ", ".join(f"{datum} {count_words(waarde)}" for datum, waarde in zip(datums, waarden, strict=True)) + "."
        for woord, waarden in lijnen
    )
    return Beeld(tekening.svg(BREED, _HOOG + 36, naam, titel, alt), alt, titel)


def _line(tekening: Tekening, punten: Sequence[tuple[float, float]], nummers: Sequence[int], streep: str) -> None:
    pad = ""
    for plek, (x, y) in enumerate(punten):
        aansluitend = plek > 0 and nummers[plek] == nummers[plek - 1] + 1
        pad += f"{'L' if aansluitend else 'M'}{x:g} {y:g}"
        tekening.delen.append(f'<circle cx="{x:g}" cy="{y:g}" r="3.4" fill="currentColor"/>')
    if pad:
        tekening.delen.append(f'<path d="{pad}" fill="none" stroke="currentColor" stroke-width="2.2"{streep}/>')
