"""Verzonnen beleidsbestanden voor metingen: alle sectoren, met de spreiding van gaten die 59 echte schoolteksten lieten zien.

`python bench/scholen.py MAP [AANTAL] [ZAAD]` schrijft ze; zelfde zaad, zelfde bytes. Hoe vaak een element er is, deels is of ontbreekt, volgt de
telling van de praktijk: elementen die scholen bijna nooit opschrijven, ontbreken hier ook meestal; een op de vijf scholen is juist bijna af.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import Any, Final

import yaml

from beleidscheck.beleid.elementen import ELEMENTEN
from beleidscheck.data import example_dir
from beleidscheck.source import read_source

#: Per element, van de 59: (aanwezig, deels); de rest zegt er niets over.
PRAKTIJK: Final = (
    (7, 10), (0, 3), (0, 6), (32, 4), (10, 8), (17, 2), (4, 10), (0, 0), (28, 28), (0, 1), (0, 35), (10, 37), (1, 5), (0, 0), (0, 4), (0, 0),
)  # fmt: skip
AF: Final = 0.2
SCHOLEN: Final = 59
BASIS: Final = {
    "polderlicht-college-vo.yaml": ("vo",),
    "duinroos-po.yaml": ("po", "sbo"),
    "het-ambacht-pro.yaml": ("pro",),
    "zuiderbaken-vso.yaml": ("vso",),
    "waterland-mbo.yaml": ("mbo",),
}
#: Regelingen voor te laat komen zoals scholen ze echt hebben.
TE_LAAT: Final = ((3, 6, 9, 12, 15), (4, 8, 12), (5, 10, 15), (3, 7, 10), (5, 15), (6, 9), (10, 11))
VARIANTEN: Final = 24
_DEELS: Final = 0.5


def _dump(waarde: Any) -> str:  # noqa: ANN401 - gewone YAML-waarden
    return yaml.dump(waarde, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=120)


def _thin(waarde: Any, dobbel: random.Random, diepte: int = 0) -> Any:  # noqa: ANN401 - idem
    """Return the value with half of its parts left out, as a school does that wrote the easy part."""
    if isinstance(waarde, dict):
        over = {
            sleutel: _thin(deel, dobbel, diepte + 1) for sleutel, deel in waarde.items() if diepte > 1 or dobbel.random() > _DEELS
        }
        return over or {sleutel: waarde[sleutel] for sleutel in list(waarde)[:1]}
    if isinstance(waarde, list) and diepte <= 2 and len(waarde) > 1:  # noqa: PLR2004 - een lijst van één blijft
        return [deel for deel in waarde if dobbel.random() > _DEELS / 2] or waarde[:1]
    return waarde


def _late(blok: dict[str, Any], dobbel: random.Random) -> dict[str, Any]:
    """Return the steps with another scheme for being late."""
    drempels = iter(dobbel.choice(TE_LAAT))
    trappen = []
    for trap in blok.get("trappen", []):
        stappen = []
        for stap in trap.get("stappen", []):
            bij = []
            for signaal in stap.get("bij", []):
                nieuw = signaal
                if signaal.get("signaal") == "te_laat" and (getal := next(drempels, None)):
                    nieuw = {**signaal, "drempel": f"{getal} keer"}
                bij.append(nieuw)
            stappen.append({**stap, **({"bij": bij} if bij else {})})
        trappen.append({**trap, **({"stappen": stappen} if stappen else {})})
    return {**blok, **({"trappen": trappen} if trappen else {})}


class Basis:
    """Eén voorbeeldschool als tekst per blok, met varianten waarin een deel ontbreekt."""

    def __init__(self, bestand: str, dobbel: random.Random) -> None:
        self.data = read_source(example_dir() / bestand).data
        self.sleutels = {element.sleutel for element in ELEMENTEN}
        self.rest = _dump(
            {sleutel: deel for sleutel, deel in self.data.items() if sleutel not in self.sleutels | {"school", "afwijkingen"}}
        )
        self.heel = {sleutel: _dump({sleutel: self.data[sleutel]}) for sleutel in self.sleutels if sleutel in self.data}
        self.deels = {
            sleutel: [_dump({sleutel: self._variant(sleutel, dobbel)}) for _ in range(VARIANTEN)] for sleutel in self.heel
        }

    def _variant(self, sleutel: str, dobbel: random.Random) -> Any:  # noqa: ANN401 - gewone YAML-waarden
        blok = self.data[sleutel]
        if sleutel == "stappen_bij_afwezigheid":
            return _late(blok, dobbel)
        return _thin(blok, dobbel)

    def policy(self, nummer: int, sector: str, dobbel: random.Random) -> str:
        """Return the text of one school."""
        school = {
            **self.data["school"],
            "naam": f"Voorbeeldschool {nummer:05d}",
            "sector": sector,
            "brin": f"9{nummer % 10}{chr(65 + nummer // 10 % 26)}{chr(65 + nummer // 260 % 26)}",
        }
        delen = [_dump({"school": school}), self.rest]
        bijna_af = dobbel.random() < AF
        for element, (aanwezig, deels) in zip(ELEMENTEN, PRAKTIJK, strict=True):
            if element.sleutel not in self.heel:
                continue
            worp = 0 if bijna_af and dobbel.random() > 0.05 else dobbel.randrange(SCHOLEN)  # noqa: PLR2004 - bijna af is niet af
            if (bijna_af and worp == 0) or worp < aanwezig:
                delen.append(self.heel[element.sleutel])
            elif worp < aanwezig + deels:
                delen.append(dobbel.choice(self.deels[element.sleutel]))
            elif dobbel.random() < 0.1:  # noqa: PLR2004 - een tiende belooft het
                delen.append(f"{element.sleutel}:\n  nog_in_te_vullen:\n    wie: directeur\n    wanneer: '2027-03-01'\n")
        return "".join(delen)


def make(map_: Path, aantal: int, zaad: int = 1) -> None:
    """Write `aantal` policies below `map_`, at most a thousand in a folder."""
    dobbel = random.Random(zaad)  # noqa: S311 - geen geheim
    bases = [(Basis(bestand, dobbel), sectoren) for bestand, sectoren in BASIS.items()]
    for nummer in range(aantal):
        basis, sectoren = bases[nummer % len(bases)]
        doel = map_ / f"{nummer // 1000:02d}" / f"school-{nummer:05d}.yaml"
        doel.parent.mkdir(parents=True, exist_ok=True)
        doel.write_text(basis.policy(nummer, dobbel.choice(sectoren), dobbel), encoding="utf-8")


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100, int(sys.argv[3]) if len(sys.argv) > 3 else 1)  # noqa: PLR2004 - argumenten
