"""SARIF 2.1.0, voor codescanners: regels met uitleg, plaatsen met regel en kolom, afwijkingen als onderdrukking."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from beleidscheck.bevinding import Gewicht, Oordeel
from beleidscheck.render.audit_tekst import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beleidscheck.auditing.normkop import Normkop
    from beleidscheck.auditing.punten import Punt
    from beleidscheck.auditing.verslag import Verslag

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_NIVEAU: Final = {Gewicht.TEKORT: "error", Gewicht.AANDACHTSPUNT: "warning", Gewicht.TIP: "note", Gewicht.GEEN: "none"}
_SOORT: Final = {str(Oordeel.TE_BEOORDELEN): "review", str(Oordeel.NIET_GETOETST): "open"}


def render_sarif(verslag: Verslag, *, versie_tool: str) -> Iterator[str]:
    """Yield the log in pieces, so that any number of schools fits in memory; results stand in the order of the files."""
    regels = {f"{kader}/{norm}": _rule(kop) for (kader, norm), kop in verslag.koppen.items()}
    los: dict[str, str] = {}
    for school in verslag.audit.outcomes():  # eerst: welke meldingen en fouten zijn er
        los |= {punt.rule: punt.titel for punt in verslag.points(school) if not punt.kader}
    regels |= {code: _loose_rule(code, titel) for code, titel in sorted(los.items())}
    nummers = {code: nummer for nummer, code in enumerate(regels)}
    bestuurder = {"name": "beleidscheck", "version": versie_tool, "language": "nl", "rules": list(regels.values())}
    kop = json.dumps({"$schema": SCHEMA, "version": "2.1.0"})[:-1]
    yield f'{kop}, "runs": [{{"tool": {_text({"driver": bestuurder})}, "columnKind": "unicodeCodePoints", "results": [\n'
    eerste = True
    for school in verslag.audit.outcomes():
        for punt in verslag.points(school):
            yield ("" if eerste else ",\n") + _text(_result(punt, nummers))
            eerste = False
    yield "\n]}]}\n"


def _text(waarde: object) -> str:
    return json.dumps(waarde, ensure_ascii=True)


def _rule(kop: Normkop) -> dict[str, Any]:
    tekst = f"{kop.zegt} Bron: {kop.source} ({kop.kader})."
    hulp = f"{kop.zegt}\n\nWaarom: {kop.uitleg}\n\nVoorbeeld: {kop.voorbeeld}\n\nBron: {kop.source} ({kop.kader})."
    return {
        "id": f"{kop.kader}/{kop.id}",
        "name": kop.titel,
        "shortDescription": {"text": clean(kop.titel)},
        "fullDescription": {"text": clean(tekst)},
        "help": {"text": clean(hulp)},
        "properties": {"niveau": str(kop.niveau), "grond": str(kop.grond), "element": kop.element},
    }


def _loose_rule(code: str, titel: str) -> dict[str, Any]:
    return {"id": code, "shortDescription": {"text": clean(titel)}, "help": {"text": clean(titel)}}


def _result(punt: Punt, nummers: dict[str, int]) -> dict[str, Any]:
    soort = _SOORT.get(punt.oordeel, "fail")
    uitkomst: dict[str, Any] = {
        "ruleId": punt.rule,
        "ruleIndex": nummers[punt.rule],
        "kind": soort,
        "level": "warning" if punt.gedekt else _NIVEAU[punt.gewicht] if soort == "fail" else "none",
        "message": {"text": clean(punt.message)},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": _uri(punt.bestand)},
                    "region": {"startLine": punt.regel, "startColumn": punt.kolom},
                }
            }
        ],
        "partialFingerprints": {"beleidscheck/v1": punt.vingerafdruk},
    }
    if punt.bekend:
        uitkomst["baselineState"] = "unchanged"
        uitkomst["suppressions"] = [
            {"kind": "external", "status": "accepted", "justification": "Dit punt staat in de basislijn."}
        ]
    if punt.gedekt:
        uitkomst["suppressions"] = [{"kind": "inSource", "status": "accepted", "justification": clean(punt.gedekt)}]
    return uitkomst


def _uri(bestand: str) -> str:
    """Return the file as a reference: relative where the user gave it so, otherwise with `file:` in front."""
    if bestand.startswith("/"):
        return "file://" + quote(bestand, safe="/")
    if len(bestand) > 1 and bestand[1] == ":":
        return "file:///" + quote(bestand, safe="/:")
    return "./" + quote(bestand, safe="/") if ":" in bestand.split("/", maxsplit=1)[0] else quote(bestand, safe="/")
