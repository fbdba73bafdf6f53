"""Maakt de twee lettertypen opnieuw die wij zelf afleiden; de andere in site_templates/typst/lettertypen zijn ongewijzigd.

    python bench/lettertypen.py NotoEmoji[wght].ttf

`NotoEmoji-Regular.ttf` is het variabele Noto Emoji, vastgezet op gewone dikte. `Vakje.ttf` heeft een leeg vakje voor elk
teken dat in geen van de andere lettertypen staat; zo blijft ook dat teken in de tekst van een PDF bewaard. Nodig: fonttools.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from fontTools.varLib import instancer

MAP = Path(__file__).resolve().parents[1] / "site_templates" / "typst" / "lettertypen"
#: Zonder de helften van een tekenpaar: die zijn geen tekens.
TEKENS = {*range(0x20, 0xD800), *range(0xE000, 0x110000)}
BREED = 600


def make_emoji(variabel: Path, doel: Path) -> None:
    """Write Noto Emoji at its regular weight."""
    lettertype = TTFont(variabel, recalcTimestamp=False)
    instancer.instantiateVariableFont(lettertype, {"wght": 400}).save(doel)


def make_box(anderen: list[Path], doel: Path) -> None:
    """Write a font with an empty box for every character that none of `anderen` has."""
    bekend: set[int] = set()
    for familie in {pad.stem.partition("-")[0] for pad in anderen}:  # ook schuin moet het teken er zijn
        bekend |= set.intersection(*(set(TTFont(pad).getBestCmap()) for pad in anderen if pad.stem.partition("-")[0] == familie))
    pen = TTGlyphPen(None)
    for links, onder, rechts, boven, buiten in ((60, -120, 540, 780, True), (110, -70, 490, 730, False)):
        hoeken = [(links, onder), (links, boven), (rechts, boven), (rechts, onder)]
        begin, *verder = hoeken if buiten else reversed(hoeken)
        pen.moveTo(begin)
        for hoek in verder:
            pen.lineTo(hoek)
        pen.closePath()
    vakje = pen.glyph()
    bouw = FontBuilder(1000, isTTF=True)
    bouw.setupGlyphOrder([".notdef", "vakje"])
    bouw.setupCharacterMap({})
    tabel = CmapSubtable.newSubtable(13)  # veel tekens, één teken: enkele honderden bytes
    tabel.platformID, tabel.platEncID, tabel.language, tabel.format, tabel.reserved, tabel.length, tabel.nGroups = (
        3,
        10,
        0,
        13,
        0,
        0,
        0,
    )
    tabel.cmap = dict.fromkeys(sorted(TEKENS - bekend), "vakje")
    bouw.font["cmap"].tables = [tabel]
    bouw.setupGlyf({".notdef": vakje, "vakje": vakje})
    bouw.setupHorizontalMetrics({".notdef": (BREED, 60), "vakje": (BREED, 60)})
    bouw.setupHorizontalHeader(ascent=900, descent=-200)
    bouw.setupNameTable(
        {
            "familyName": "Vakje",
            "styleName": "Regular",
            "uniqueFontIdentifier": "Vakje 1",
            "fullName": "Vakje",
            "psName": "Vakje",
            "version": "Version 1.000",
        }
    )
    bouw.setupOS2(sTypoAscender=900, sTypoDescender=-200, usWinAscent=900, usWinDescent=200)
    bouw.setupPost()
    bouw.font["head"].created = bouw.font["head"].modified = 0
    bouw.font.recalcTimestamp = False
    bouw.save(doel)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        make_emoji(Path(sys.argv[1]), MAP / "NotoEmoji-Regular.ttf")
    make_box(sorted(pad for pad in MAP.glob("*.ttf") if pad.name != "Vakje.ttf"), MAP / "Vakje.ttf")
