"""Het advies van de prozalint: in kolommen voor een lezer, als JSON, of als één regel per plaats voor een tekstverwerker."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.document.rapport_woorden import number_of
from beleidscheck.proza.advies import SOORTEN
from beleidscheck.render.blad import Blad, Kleur
from beleidscheck.render.kolommen import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from beleidscheck.errors import Fault
    from beleidscheck.proza import Advies, Vindplaats

FORMAAT: Final = 1
_MIN_BREEDTE: Final = 40
_PLEK: Final = 9


@dataclass(frozen=True, slots=True)
class Gelezen:
    """Eén beleidsbestand met het advies over zijn tekst, of met de reden waarom er geen advies is."""

    bestand: str
    sha256: str
    adviezen: tuple[Advies, ...] = ()
    fouten: tuple[Fault, ...] = ()
    waarom_niet: str = ""


def render_terminal(gelezen: Sequence[Gelezen], *, kleur: bool, breedte: int) -> str:
    """Return the advice in columns, kind by kind, with the sentence around each word."""
    blad = Blad(max(breedte, _MIN_BREEDTE), kleur=kleur)
    for een in gelezen:
        blad.skip()
        blad.line(_heading(een), kleur=Kleur.VET)
        for fout in een.fouten:
            blad.line(f"{fout.zin} {fout.remedie}", eerst=f"  {fout.regel}:{fout.kolom}  ", kleur=Kleur.ROOD)
        for code, groep in groupby(een.adviezen, key=lambda advies: advies.code):
            blad.skip()
            blad.line(SOORTEN[code], kleur=Kleur.VET)
            for advies in groep:
                _advice(blad, advies)
    blad.skip()
    if any(een.adviezen for een in gelezen):
        blad.line("Dit is advies over de tekst. Geen oordeel verandert ervan.")
    return blad.text()


def _heading(een: Gelezen) -> str:
    if een.fouten:
        return f"{een.bestand}: niet te lezen"
    if een.waarom_niet:
        return f"{een.bestand}: niet bekeken. {een.waarom_niet}"
    if not een.adviezen:
        return f"{een.bestand}: geen advies over de tekst"
    return f"{een.bestand}: {number_of(len(een.adviezen), 'advies', 'adviezen')} over de tekst"


def _advice(blad: Blad, advies: Advies) -> None:
    blad.line(advies.zin, eerst="+ ", in_=2, kleur=Kleur.BLAUW)
    for plek in advies.vindplaatsen:
        waar = f"{plek.plaats.regel}:{plek.plaats.kolom}"
        blad.line(_in_sentence(plek), eerst=f"{waar:<{_PLEK}} ", in_=4, kleur=Kleur.DOF)
    blad.line(advies.te_doen, eerst="Doe: ", in_=4)


def _in_sentence(plek: Vindplaats) -> str:
    """Return the sentence around a place with the word marked, or the field with its value when there is no sentence."""
    if not plek.in_zin:
        return f"{plek.veld}: {plek.woord}"
    return f"{plek.voor}«{plek.woord}»{plek.na}" if plek.voor or plek.na else plek.woord


def render_lines(gelezen: Iterable[Gelezen]) -> str:
    """Return one line for each place: `file:line:column: code: sentence`, as text editors read it."""
    regels = []
    for een in gelezen:
        regels += [f"{een.bestand}:{fout.regel}:{fout.kolom}: fout: {fout.zin} {fout.remedie}" for fout in een.fouten]
        if een.waarom_niet:
            regels.append(f"{een.bestand}:1:1: niets-getoetst: {een.waarom_niet}")
        regels += [
            f"{een.bestand}:{plek.plaats.regel}:{plek.plaats.kolom}: {advies.code}: {advies.zin} {advies.te_doen}"
            for advies in een.adviezen
            for plek in advies.vindplaatsen
        ]
    return "".join(f"{clean(' '.join(regel.split()))}\n" for regel in regels)


def render_json(gelezen: Iterable[Gelezen], *, versie_tool: str) -> str:
    """Return the advice as JSON, with the same sentences and places."""
    inhoud = {
        "formaat": FORMAAT,
        "soort": "proza",
        "beleidscheck": versie_tool,
        "bestanden": [_file(een) for een in gelezen],
    }
    return json.dumps(inhoud, ensure_ascii=False, indent=2).encode("utf-8", "replace").decode() + "\n"


def _file(een: Gelezen) -> dict[str, Any]:
    return {
        "bestand": een.bestand,
        "sha256": een.sha256 or None,
        "waarom_niet": een.waarom_niet or None,
        "fouten": [
            {
                "code": fout.code,
                "zin": fout.zin,
                "te_doen": fout.remedie,
                "veld": fout.pad,
                "regel": fout.regel,
                "kolom": fout.kolom,
            }
            for fout in een.fouten
        ],
        "telling": {code: sum(advies.code == code for advies in een.adviezen) for code in SOORTEN},
        "adviezen": [
            {
                "code": advies.code,
                "titel": advies.titel,
                "zin": advies.zin,
                "te_doen": advies.te_doen,
                "over": advies.over,
                "vervanging": advies.vervanging or None,
                "plaatsen": [
                    {
                        "veld": plek.veld,
                        "woord": plek.woord,
                        "voor": plek.voor,
                        "na": plek.na,
                        "regel": plek.plaats.regel,
                        "kolom": plek.plaats.kolom,
                    }
                    for plek in advies.vindplaatsen
                ],
            }
            for advies in een.adviezen
        ],
    }
