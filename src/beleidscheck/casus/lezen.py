"""Parse: van een casusbestand naar een `Casus` die uit te voeren is, of alle fouten tegelijk met plaats en remedie."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import ValidationError

from beleidscheck.casus.fouten import shape_faults
from beleidscheck.casus.keuring import Keuring
from beleidscheck.casus.model import Casusbestand
from beleidscheck.casus.persoonlijk import personal_faults
from beleidscheck.casus.verhaal import course_of
from beleidscheck.errors import UnreadableFileError
from beleidscheck.source import parse_source
from beleidscheck.source.bestand import read_bytes
from beleidscheck.source.fouten import Fouten
from beleidscheck.trap.simulatie import pupil

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from beleidscheck.errors import Fault
    from beleidscheck.trap.bereik import Groep
    from beleidscheck.trap.kalender import Kalender
    from beleidscheck.trap.verloop import Verloop

__all__ = ["Casus", "InvalidCasusError", "parse_casus", "read_casus"]


class InvalidCasusError(UnreadableFileError):
    """Een casus is leesbare YAML, maar deugt niet; draagt alle fouten tegelijk."""


@dataclass(frozen=True)
class Casus:
    """Een casus die uit te voeren is: wat er staat, met de kalender, het verloop en de leerling die eruit volgen.

    `naam` is de naam van het bestand zonder uitgang.
    """

    naam: str
    inhoud: Casusbestand
    kalender: Kalender
    verloop: Verloop
    groep: Groep
    sha256: str


def read_casus(path: Path) -> Casus:
    """Return the casus in this file. Raises `UnreadableFileError` or `InvalidCasusError` with every fault and its place."""
    return parse_casus(read_bytes(path), path)


def parse_casus(raw: bytes, path: Path) -> Casus:
    """Return the casus in `raw`, as if it stood at `path`. Raises as `read_casus`."""
    source = parse_source(raw, path)
    persoonlijk = personal_faults(source, raw.decode("utf-8-sig"))
    try:
        inhoud = Casusbestand.model_validate(source.data)
    except ValidationError as fout:
        raise InvalidCasusError(path, _in_order([*persoonlijk, *shape_faults(fout, source)])) from None
    keuring = Keuring(inhoud, source)
    kalender = keuring.calendar()
    if kalender is not None:
        keuring.events(kalender)
        keuring.expectations(kalender)
    fouten = [*persoonlijk, *keuring.fouten]
    if fouten or kalender is None:
        raise InvalidCasusError(path, _in_order(fouten))
    leerling = inhoud.leerling
    groep = pupil(
        leerling.leeftijd,
        locatie=leerling.locatie or "",
        leerjaar=str(leerling.leerjaar or ""),
        onderwijssoort=leerling.onderwijssoort or "",
        leerplicht=leerling.leerplicht or "",
    )
    return Casus(path.stem, inhoud, kalender, course_of(inhoud, kalender), groep, source.sha256)


def _in_order(fouten: Iterable[Fault]) -> list[Fault]:
    """Return the faults in the order of the file, each once, never more than one can read."""
    per_plek = {(fout.regel, fout.kolom, fout.zin): fout for fout in fouten}
    bak = Fouten()
    for plek in sorted(per_plek):
        bak.add(per_plek[plek])
    return bak.in_order()
