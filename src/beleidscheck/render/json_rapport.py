"""JSON: het rapport voor machines, veld voor veld uitgeschreven; `schema/rapport.schema.json` beschrijft elk veld.

Elke norm staat er afzonderlijk in, ook als het rapport voor mensen er een cluster van maakt. `versie` gaat omhoog als een
veld verdwijnt of iets anders gaat betekenen. Wat er niet is, is `null`; een lege tekst komt niet voor.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.document.tekst import encodable
from beleidscheck.report import Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from beleidscheck.bevinding import AfwijkingInfo, Bevinding, Feit, Melding, NormInfo, Plaats, Plan, Samenvatting, Trapbewijs
    from beleidscheck.errors import Fault
    from beleidscheck.report import EersteStap, ElementRapport, KaderInfo, Report

VERSIE: Final = 1
#: Wat `json.dumps` laat staan en een terminal of lezer toch stuurt: C1, regelscheiders en leesrichting.
_STUURTEKEN: Final = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def render_json(reports: Sequence[Report], *, versie_tool: str) -> str:
    """Return the reports as one JSON text, by file name; the same reports give the same bytes."""
    op_naam = sorted(reports, key=lambda report: (report.bestand.casefold(), report.bestand))
    aantallen = Counter(report.status for report in op_naam)
    document = {
        "formaat": "beleidscheck-rapport",
        "versie": VERSIE,
        "gereedschap": {"naam": "beleidscheck", "versie": versie_tool},
        "bestanden": len(op_naam),
        "per_status": {str(status): aantallen[status] for status in Status},
        "rapporten": [_report(report) for report in op_naam],
    }
    return harmless(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _report(report: Report) -> dict[str, Any]:
    return {
        "bestand": report.bestand,
        "status": str(report.status),
        "peildatum": report.peildatum.isoformat(),
        "sha256": _or_null(report.sha256),
        "school": {"naam": _or_null(report.school), "sector": _or_null(report.sector)},
        "beleid": {"titel": _or_null(report.beleid_titel), "versie": _or_null(report.beleid_versie)},
        "kaders": [_kader(kader) for kader in report.kaders],
        "waarom_niets": _or_null(report.waarom_niets),
        "fouten": [_fault(fout) for fout in report.fouten],
        "samenvatting": None if report.samenvatting is None else _sums(report.samenvatting),
        "eerst_dit": [_first(stap) for stap in report.eerst_dit],
        "elementen": [_element(element) for element in report.elementen],
        "bevindingen": [_finding(bevinding) for bevinding in report.bevindingen],
        "meldingen": [_melding(melding) for melding in report.meldingen],
    }


def _kader(kader: KaderInfo) -> dict[str, Any]:
    return {
        "ref": kader.ref,
        "naam": kader.naam,
        "status": kader.status,
        "sha256": kader.sha256,
        "opmerking": _or_null(kader.opmerking),
        **_validity(kader),
    }


def _validity(kader: KaderInfo) -> dict[str, Any]:
    """Return what there is to say about the validity of a kader; a key only stands there when it says something."""
    opvolgers = [{"ref": kop.ref, "naam": kop.naam, "status": kop.status, "geldig_van": kop.geldig_van} for kop in kader.opvolgers]
    delen = {
        "mededelingen": list(kader.mededelingen),
        "opvolgers": opvolgers,
        "gebaseerd_op": [{"ref": ref, "sha256": sha256} for ref, sha256 in kader.gebaseerd_op],
        "in_werking_op": kader.in_werking_op,
    }
    return {sleutel: waarde for sleutel, waarde in delen.items() if waarde}


def _fault(fout: Fault) -> dict[str, Any]:
    return {
        "code": fout.code,
        "zin": fout.zin,
        "remedie": _or_null(fout.remedie),
        "pad": _or_null(fout.pad),
        "regel": fout.regel,
        "kolom": fout.kolom,
    }


def _sums(telling: Samenvatting) -> dict[str, Any]:
    return {
        "normen": telling.normen,
        "oordelen": {str(oordeel): aantal for oordeel, aantal in telling.per_oordeel.items()},
        "gewichten": {str(gewicht): aantal for gewicht, aantal in telling.per_gewicht.items()},
        "meldingen": {str(gewicht): aantal for gewicht, aantal in telling.meldingen.items()},
        "redenen": {str(reden): aantal for reden, aantal in telling.per_reden.items()},
    }


def _first(stap: EersteStap) -> dict[str, Any]:
    return {
        "cluster": stap.cluster.naam,
        "norm": stap.cluster.kop.norm.id,
        "aan_zet": _or_null(stap.aan_zet),
        "regelt": stap.regelt,
        "normen": [bevinding.norm.id for bevinding in stap.cluster.bevindingen],
    }


def _element(element: ElementRapport) -> dict[str, Any]:
    return {
        "nummer": element.nummer,
        "titel": element.titel,
        "hoofdthema": _or_null(element.hoofdthema),
        "sleutel": _or_null(element.sleutel),
        "status": str(element.status),
        "elders": _or_null(element.elders),
        "plan": _plan(element.plan),
        "normen": [bevinding.norm.id for cluster in element.clusters for bevinding in cluster.bevindingen],
    }


def _finding(bevinding: Bevinding) -> dict[str, Any]:
    return {
        "norm": _norm(bevinding.norm),
        "oordeel": str(bevinding.oordeel),
        "gewicht": str(bevinding.gewicht),
        "reden": None if bevinding.reden is None else str(bevinding.reden),
        "zin": _or_null(bevinding.zin),
        "te_doen": _or_null(bevinding.te_doen),
        "vraag": _or_null(bevinding.vraag),
        "passage": _or_null(bevinding.passage),
        "scope": _or_null(bevinding.scope),
        "feiten": [_fact(feit) for feit in bevinding.feiten],
        "gaten": list(bevinding.gaten),
        "afwijking": _deviation(bevinding.afwijking),
        "plan": _plan(bevinding.plan),
        "trapbewijs": _ladder_proof(bevinding.trapbewijs),
    }


def _norm(norm: NormInfo) -> dict[str, Any]:
    return {
        "id": norm.id,
        "kader": norm.kader,
        "titel": norm.titel,
        "zegt": norm.zegt,
        "niveau": str(norm.niveau),
        "grond": str(norm.grond),
        "bron": {"document": _or_null(norm.document), "plek": _or_null(norm.plek)},
        "element": norm.element,
        "cluster": norm.cluster,
        "aan_zet": _or_null(norm.aan_zet),
        "uitleg": _or_null(norm.uitleg),
        "vraag": _or_null(norm.vraag),
        "notitie": _or_null(norm.notitie),
        "herstel": {"voorbeeld": _or_null(norm.voorbeeld), "snippet": _or_null(norm.snippet)},
        **({"overgenomen_uit": norm.overgenomen_uit} if norm.overgenomen_uit else {}),
        **({"van_kracht_op": norm.van_kracht_op.isoformat()} if norm.van_kracht_op else {}),
    }


def _fact(feit: Feit) -> dict[str, Any]:
    return {"veld": feit.veld, "waarde": feit.waarde, **_place(feit.plaats)}


def _deviation(afwijking: AfwijkingInfo | None) -> dict[str, Any] | None:
    if afwijking is None:
        return None
    return {
        "reden": _or_null(afwijking.reden),
        "besloten_door": _or_null(afwijking.besloten_door),
        "besloten_op": afwijking.besloten_op.isoformat() if afwijking.besloten_op else None,
        "tot": afwijking.tot.isoformat(),
        "maatregel": _or_null(afwijking.maatregel),
        **_place(afwijking.plaats),
    }


def _plan(plan: Plan | None) -> dict[str, Any] | None:
    return None if plan is None else {"wie": _or_null(plan.wie), "wanneer": _or_null(plan.wanneer)}


def _ladder_proof(bewijs: Trapbewijs | None) -> dict[str, Any] | None:
    if bewijs is None:
        return None
    return {
        "uitkomst": bewijs.uitkomst,
        "toelichting": _or_null(bewijs.toelichting),
        "verhaal": _or_null(bewijs.verhaal),
        "verloop": [
            {"week": een.week, "dag": een.dag, "wat": een.wat, "hoeveel": _or_null(een.hoeveel)} for een in bewijs.verloop
        ],
    }


def _melding(melding: Melding) -> dict[str, Any]:
    return {
        "code": melding.code,
        "titel": melding.titel,
        "zin": _or_null(melding.zin),
        "te_doen": _or_null(melding.te_doen),
        "gewicht": str(melding.gewicht),
        "feiten": [_fact(feit) for feit in melding.feiten],
    }


def _place(plaats: Plaats) -> dict[str, int]:
    return {"regel": plaats.regel, "kolom": plaats.kolom}


def _or_null(tekst: str) -> str | None:
    return tekst or None


def harmless(tekst: str) -> str:
    """Return the JSON with every character that steers a terminal written as an escape; the values stay the same.

    Half a character pair, as a strange file name can carry, is no text in any encoding and becomes a replacement sign.
    """
    return _STUURTEKEN.sub(lambda teken: f"\\u{ord(teken[0]):04x}", encodable(tekst))
