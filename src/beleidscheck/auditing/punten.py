"""Wat een school moet weten: elk punt één keer gemaakt, zodat elk formaat van een audit hetzelfde zegt en telt."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from beleidscheck.auditing.basislijn import Basisregel, key_of
from beleidscheck.bevinding import Gewicht, Oordeel
from beleidscheck.report import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from beleidscheck.auditing.basislijn import Basislijn
    from beleidscheck.auditing.model import Normuitslag, Schooluitslag, Vindplaats
    from beleidscheck.auditing.normkop import Normkop
    from beleidscheck.auditing.uitkomst import Normsleutel

MELDING = "melding"


@dataclass(frozen=True, slots=True)
class Punt:
    """Iets wat een school moet weten, op een plaats (regel en kolom vanaf 1) in haar bestand.

    `code` is het id van de norm, de code van de melding of die van de fout; `kader` is leeg als het niet om een norm gaat. `gedekt` is de
    vastgelegde afwijking in woorden; `bekend` zegt dat het punt in de basislijn staat. `vingerafdruk` verandert niet als regels schuiven.
    """

    bestand: str
    school: str
    kader: str
    code: str
    titel: str
    oordeel: str
    gewicht: Gewicht
    zin: str
    te_doen: str
    regel: int
    kolom: int
    vingerafdruk: str
    gedekt: str = ""
    bekend: bool = False

    @property
    def rule(self) -> str:
        """Return the id of the rule: the kader and the norm, or the code of a melding."""
        return f"{self.kader}/{self.code}" if self.kader else self.code

    @property
    def message(self) -> str:
        """Return the whole message: which school, why, and what to do."""
        return " ".join(filter(None, (f"{self.school}:", self.zin, self.te_doen)))

    def counts(self, drempel: Gewicht) -> bool:
        """Return whether this makes the audit fail: of the threshold's weight or heavier, not covered and not already known."""
        return not self.gedekt and not self.bekend and self.gewicht.rang <= drempel.rang and self.oordeel != Oordeel.TE_BEOORDELEN


def points(school: Schooluitslag, koppen: Mapping[Normsleutel, Normkop], basislijn: Basislijn) -> Iterator[Punt]:
    """Yield what one school must know: faults in the file, then norms in the order of the kaders, then meldingen."""
    for fout in school.fouten:
        yield _loose(school, fout.code, "Het bestand is niet te lezen", fout.zin, fout.remedie, (fout.regel, fout.kolom))
    if school.status is Status.NIETS_GETOETST:
        doen = "Zet bij `kaders` waaraan getoetst moet worden."
        yield _loose(school, "niets-getoetst", "Er is niets getoetst", school.waarom_niets, doen, (1, 1))
    for ref, norm in school.outcomes():
        if norm.oordeel not in {Oordeel.VOLDOET, Oordeel.NIET_VAN_TOEPASSING}:
            kop = koppen.get((ref, norm.norm))
            bekend = basislijn.covers(Basisregel(key_of(school), ref, norm.norm, norm.waarde_hash))
            yield _of_norm(
                school, ref, norm, kop.titel if kop else norm.norm, bekend=bekend and norm.oordeel is Oordeel.VOLDOET_NIET
            )
    for melding in school.meldingen:
        regel, kolom = _first(melding.feiten)
        yield Punt(
            bestand=school.bestand,
            school=school.toonnaam,
            kader="",
            code=melding.code,
            titel=melding.titel,
            oordeel=MELDING,
            gewicht=melding.gewicht,
            zin=melding.zin,
            te_doen=melding.te_doen,
            regel=regel,
            kolom=kolom,
            vingerafdruk=_print(school, melding.code, "\0".join(f"{feit.veld} {feit.waarde}" for feit in melding.feiten)),
        )


def _loose(  # noqa: PLR0913 - de velden van een punt
    school: Schooluitslag, code: str, titel: str, zin: str, te_doen: str, plek: tuple[int, int]
) -> Punt:
    return Punt(
        bestand=school.bestand,
        school=school.toonnaam,
        kader="",
        code=code,
        titel=titel,
        oordeel=str(Oordeel.NIET_GETOETST),
        gewicht=Gewicht.TEKORT,
        zin=zin,
        te_doen=te_doen,
        regel=plek[0],
        kolom=plek[1],
        vingerafdruk=_print(school, code, zin),
    )


def _of_norm(school: Schooluitslag, ref: str, norm: Normuitslag, titel: str, *, bekend: bool) -> Punt:
    regel, kolom = _first(norm.feiten)
    gedekt = ""
    if norm.afwijking is not None:
        wie = f", besloten door {norm.afwijking.besloten_door}" if norm.afwijking.besloten_door else ""
        gedekt = f"Afwijking tot en met {norm.afwijking.tot.isoformat()}{wie}: {norm.afwijking.reden}"
        regel, kolom = norm.afwijking.regel, norm.afwijking.kolom
    return Punt(
        bestand=school.bestand,
        school=school.toonnaam,
        kader=ref,
        code=norm.norm,
        titel=titel,
        oordeel=str(norm.oordeel),
        gewicht=Gewicht.TEKORT if norm.oordeel is Oordeel.NIET_GETOETST else norm.gewicht,
        zin=f"{norm.zin} {norm.vraag}".strip() if norm.oordeel is Oordeel.TE_BEOORDELEN else norm.zin,
        te_doen=norm.te_doen,
        regel=regel,
        kolom=kolom,
        vingerafdruk=_print(school, f"{ref} {norm.norm}", norm.waarde_hash),
        gedekt=gedekt,
        bekend=bekend,
    )


def _first(feiten: tuple[Vindplaats, ...]) -> tuple[int, int]:
    return (feiten[0].regel, feiten[0].kolom) if feiten else (1, 1)


def _print(school: Schooluitslag, code: str, waarde: str) -> str:
    return hashlib.sha256(f"{school.bestand}\0{code}\0{waarde}".encode("utf-8", "replace")).hexdigest()[:32]
