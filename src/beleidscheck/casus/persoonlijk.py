"""De gang langs een casus op zoek naar gegevens van een echte leerling: in sleutels, in tekst en in opmerkingen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from beleidscheck.beleid.woorden import vorm
from beleidscheck.casus.privacy import VERBODEN_SLEUTELS, identifying
from beleidscheck.errors import Fault
from beleidscheck.policy.melding import fault_at
from beleidscheck.source.plaats import Regels

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beleidscheck.source import Pad, Source

_CODE: Final = "persoonsgegeven"
_VERZONNEN: Final = "Een casus gaat altijd over een verzonnen leerling."
_DATUMVELD: Final = re.compile(
    r"\s*(?:-\s+)?(?:(?:op|van|tot|uiterlijk|dagen|vrije_dagen|wel_les):\s*)?"
    r"\[?(?:[\s,\"']*[0-9]{4}-[0-9]{2}-[0-9]{2})+[\s,\"']*\]?\s*(?:#|$)"
)
_WAT: Final = {
    "bsn": ("een getal dat een burgerservicenummer kan zijn", "Haal het weg."),
    "geboortedatum": ("een datum die een geboortedatum kan zijn", "Haal haar weg en schrijf de leeftijd als getal."),
}


def personal_faults(source: Source, tekst: str) -> list[Fault]:
    """Return a fault for everything that could belong to a real pupil; what it says is never repeated."""
    jaar = _year(source.data.get("schooljaar"))
    fouten = [*_in_text(tekst, jaar), *_keys(source, source.data, ())]
    regels = {fout.regel for fout in fouten}
    return fouten + [fout for fout in _values(source, source.data, (), jaar) if fout.regel not in regels]


def _year(schooljaar: object) -> int | None:
    begin = str(schooljaar)[:4]
    return int(begin) if begin.isdecimal() else None


def _in_text(tekst: str, jaar: int | None) -> Iterator[Fault]:
    """Yield what stands in a line of the file, comments included."""
    regels = Regels(tekst)
    plek = 0
    for regel in tekst.splitlines(keepends=True):
        veld = _DATUMVELD.match(regel)  # een dag op de plek van een dag is een gebeurtenis, ook met een verkeerd jaartal
        begin = veld.end() if veld else 0
        if gevonden := identifying(regel[begin:], jaar):
            soort, kolom = gevonden[0], gevonden[1] + begin
            wat, remedie = _WAT[soort]
            waar = regels.position(plek + kolom)
            yield Fault(_CODE, f"Hier staat {wat}. {_VERZONNEN}", remedie, regel=waar.regel, kolom=waar.kolom)
        plek += len(regel)


def _keys(source: Source, waarde: object, pad: Pad) -> Iterator[Fault]:
    if isinstance(waarde, dict):
        for sleutel, deel in waarde.items():
            hier = (*pad, sleutel)
            wat = VERBODEN_SLEUTELS.get(vorm(str(sleutel)))
            if wat and not (pad[:1] == ("vakanties",) and sleutel == "naam"):
                zinnen = (_CODE, f"Bij `{sleutel}` hoort {wat}. {_VERZONNEN}", f"Haal `{sleutel}` weg.")
                yield fault_at(source, hier, zinnen, key=True)
            yield from _keys(source, deel, hier)
    elif isinstance(waarde, list):
        for nummer, deel in enumerate(waarde):
            yield from _keys(source, deel, (*pad, nummer))


def _values(source: Source, waarde: object, pad: Pad, jaar: int | None) -> Iterator[Fault]:
    """Yield what only shows when a value is read as a whole, such as digits on two lines."""
    if isinstance(waarde, dict):
        for sleutel, deel in waarde.items():
            yield from _values(source, deel, (*pad, sleutel), jaar)
    elif isinstance(waarde, list):
        for nummer, deel in enumerate(waarde):
            yield from _values(source, deel, (*pad, nummer), jaar)
    elif isinstance(waarde, str | int) and not _DATUMVELD.fullmatch(str(waarde)) and (gevonden := identifying(str(waarde), jaar)):
        wat, remedie = _WAT[gevonden[0]]
        yield fault_at(source, pad, (_CODE, f"Hier staat {wat}. {_VERZONNEN}", remedie))
