"""Aantekeningen voor GitHub en het codekwaliteitsrapport van GitLab."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Final

from beleidscheck.bevinding import Gewicht, Oordeel
from beleidscheck.render.audit_tekst import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beleidscheck.auditing.punten import Punt
    from beleidscheck.auditing.verslag import Verslag

_OPDRACHT: Final = {Gewicht.TEKORT: "error", Gewicht.AANDACHTSPUNT: "warning", Gewicht.TIP: "notice", Gewicht.GEEN: "notice"}
_ERNST: Final = {Gewicht.TEKORT: "major", Gewicht.AANDACHTSPUNT: "minor", Gewicht.TIP: "info", Gewicht.GEEN: "info"}


def _open_points(verslag: Verslag) -> Iterator[Punt]:
    for school in verslag.audit.outcomes():
        for punt in verslag.points(school):
            if not punt.gedekt and not punt.bekend and punt.oordeel != Oordeel.TE_BEOORDELEN:
                yield punt


def render_github(verslag: Verslag) -> Iterator[str]:
    """Yield one workflow command per point that counts, the heaviest first: GitHub shows only ten of a kind."""
    for gewicht in Gewicht:
        if gewicht.rang > verslag.drempel.rang:
            break
        for punt in _open_points(verslag):
            if punt.gewicht is gewicht:
                plek = f"file={_property(punt.bestand)},line={punt.regel},col={punt.kolom}"
                titel = _property(f"{punt.titel} ({punt.code})")
                yield f"::{_OPDRACHT[gewicht]} {plek},title={titel}::{_message(punt.message)}\n"


def _message(tekst: str) -> str:
    return clean(tekst).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(tekst: str) -> str:
    return _message(tekst).replace(":", "%3A").replace(",", "%2C")


def render_gitlab(verslag: Verslag) -> Iterator[str]:
    """Yield a code quality report: one entry per finding, with a fingerprint that does not shift with the lines."""
    gezien: Counter[str] = Counter()
    yield "["
    for punt in _open_points(verslag):
        gezien[punt.vingerafdruk] += 1
        nummer = gezien[punt.vingerafdruk]
        regel = {
            "description": clean(punt.message),
            "check_name": punt.rule,
            "fingerprint": punt.vingerafdruk if nummer == 1 else f"{punt.vingerafdruk}-{nummer}",
            "severity": _ERNST[punt.gewicht],
            "location": {"path": punt.bestand, "lines": {"begin": punt.regel}},
        }
        yield ("\n" if gezien.total() == 1 else ",\n") + json.dumps(regel)
    yield "\n]\n"
