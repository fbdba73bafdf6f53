"""Welke kaders elkaar opvolgen, en wat een lezer daarover moet weten: afgeleid uit `opvolger_van`, nooit opgeschreven bij het oude kader.

Een rapport noemt alleen een opvolger die er op de peildatum al was (naar de jongste bron, of naar zijn eigen begin). Een oud
oordeel op een oude peildatum blijft daardoor byte voor byte gelijk als er later een nieuwe versie bij komt.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.data import kader_dir

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from beleidscheck.kader.model import Kader

_MAANDEN: Final = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_BESTAND: Final = "koppen.json"


@dataclass(frozen=True, slots=True)
class Kaderkop:
    """Wat van een kader te weten is zonder zijn normen; `bekend_vanaf` is de dag waarop het er op zijn vroegst kon zijn."""

    ref: str
    naam: str
    status: str
    geldig_van: str
    bekend_vanaf: str
    opvolger_van: str | None = None


def head_of(kader: Kader) -> Kaderkop:
    """Return the head of a kader."""
    bestand = kader.eigen
    jongste = max((bron.datum for bron in bestand.bronnen.values()), default=bestand.geldig_van)
    return Kaderkop(
        kader.ref, bestand.naam, bestand.status, bestand.geldig_van, min(jongste, bestand.geldig_van), bestand.opvolger_van
    )


def heads() -> tuple[Kaderkop, ...]:
    """Return the heads of the shipped kaders, sorted, from their built list where that belongs to exactly these files."""
    return _heads(kader_dir())


@lru_cache(maxsize=8)
def _heads(map_: Path) -> tuple[Kaderkop, ...]:
    from beleidscheck.kader import available, load_kader  # noqa: PLC0415 - alleen waar de lijst niet klopt

    try:
        gebouwd: dict[str, Any] = json.loads((map_ / "gebouwd" / _BESTAND).read_bytes())
    except (OSError, ValueError):
        gebouwd = {}
    koppen = []
    for ref in available():
        deel = gebouwd.get(ref, {})
        if deel.get("sha256") == hashlib.sha256((map_ / f"{ref}.yaml").read_bytes()).hexdigest():
            koppen.append(Kaderkop(**deel["kop"]))
        else:
            koppen.append(head_of(load_kader(ref)))
    return tuple(koppen)


def heads_text() -> str:
    """Return the built list of heads as the text of its file."""
    from beleidscheck.kader import available, load_kader  # noqa: PLC0415 - alleen wie de lijst bouwt

    kaders = [load_kader(ref) for ref in available()]
    inhoud = {kader.ref: {"sha256": kader.sha256, "kop": asdict(head_of(kader))} for kader in kaders}
    return json.dumps(inhoud, ensure_ascii=False, indent=1) + "\n"


def successors(ref: str, peildatum: date, ook: Iterable[Kader] = ()) -> tuple[Kaderkop, ...]:
    """Return the kaders that say they succeed this one and that were known on this date; `ook` are kaders in use besides our own."""
    bekend = {kop.ref: kop for kop in (*heads(), *map(head_of, ook))}
    dag = peildatum.isoformat()
    return tuple(kop for kop in bekend.values() if kop.opvolger_van == ref and kop.ref != ref and kop.bekend_vanaf <= dag)


def successor_sentence(kop: Kaderkop, peildatum: date) -> str:
    """Return in one sentence that there is a successor, and how far it is."""
    begin = date_words(kop.geldig_van)
    match kop.status:
        case "concept":
            return f"Er is een opvolger in concept, bedoeld vanaf {begin}: {kop.naam}, {kop.ref}."
        case "wetsvoorstel":
            return f"Er is een wetsvoorstel als opvolger: {kop.naam}, {kop.ref}."
        case _:
            geldt = "geldt" if kop.geldig_van <= peildatum.isoformat() else "gaat gelden"
            return f"Er is een opvolger, die {geldt} vanaf {begin}: {kop.naam}, {kop.ref}."


def notices(kader: Kader, peildatum: date, ook: Iterable[Kader] = ()) -> tuple[str, ...]:
    """Return what a reader of a report must know about the validity of a kader on this date."""
    zinnen = [successor_sentence(kop, peildatum) for kop in successors(kader.ref, peildatum, ook)]
    if kader.not_yet(peildatum):
        zinnen.append(
            f"Dit kader geldt pas vanaf {date_words(kader.bestand.geldig_van)}; tot dan weegt een gat hooguit als aandachtspunt."
        )
    if ingesteld := kader.bestand.in_werking_op:
        dag = date_words(ingesteld)
        if kader.in_force(peildatum):
            zinnen.append(f"Wat op het wetsvoorstel rust, is volgens de ingestelde datum van kracht sinds {dag}.")
        else:
            zinnen.append(
                f"Wat op het wetsvoorstel rust, is volgens de ingestelde datum van kracht vanaf {dag}; op de peildatum nog niet."
            )
    basis = kader.basis
    if basis is not None:
        zinnen.append(f"Dit kader rust op {basis.ref} en scherpt het aan.")
        zinnen += [f"Over dat basiskader: {zin[0].lower()}{zin[1:]}" for zin in notices(basis, peildatum, ook)]
    return tuple(zinnen)


def date_words(tekst: str) -> str:
    """Return a date as a reader writes it: "1 augustus 2025"; what is no date stays as it is."""
    try:
        dag = date.fromisoformat(tekst)
    except ValueError:
        return tekst
    return f"{dag.day} {_MAANDEN[dag.month - 1]} {dag.year}"
