"""JSON van een vergelijking van twee versies van een beleid, veld voor veld uitgeschreven.

`versie` gaat omhoog als een veld verdwijnt of iets anders gaat betekenen. Wat er niet is, is `null`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from beleidscheck import __version__
from beleidscheck.document.tekst import encodable
from beleidscheck.document.vergelijk_beleid_woorden import Verwoorder
from beleidscheck.render.json_rapport import harmless
from beleidscheck.vergelijk.beleid_model import Plek

if TYPE_CHECKING:
    from beleidscheck.report import Report
    from beleidscheck.vergelijk.beleid_model import Beleidsvergelijking, Normuitkomst, Rij, Trapstap, Waar

VERSIE: Final = 1


def render_policy_comparison_json(vergelijking: Beleidsvergelijking) -> str:
    """Return the comparison as one JSON text; the same input gives the same bytes."""
    woorden = Verwoorder(vergelijking.nieuw)
    waarde = {
        "soort": "beleidscheck-beleidsvergelijking",
        "versie": VERSIE,
        "beleidscheck": __version__,
        "peildatum": vergelijking.nieuw.peildatum.isoformat(),
        "oud": _policy(vergelijking.oud),
        "nieuw": _policy(vergelijking.nieuw),
        "kaders": [{"ref": kader.ref, "sha256": kader.sha256} for kader in vergelijking.nieuw.kaders],
        "onbekende_kaders": list(vergelijking.onbekende_kaders),
        "telling": {str(aard): aantal for aard, aantal in vergelijking.telling.items()},
        "rijen": [_row(rij, woorden) for rij in vergelijking.rijen],
        "normen_buiten_de_rijen": [_norm(een) for een in vergelijking.overig],
    }
    return harmless(json.dumps(waarde, ensure_ascii=False, indent=2)) + "\n"


def _policy(report: Report) -> dict[str, Any]:
    return {
        "bestand": encodable(report.bestand),
        "sha256": report.sha256,
        "school": report.school,
        "titel": report.beleid_titel,
        "versie": report.beleid_versie or None,
    }


def _row(rij: Rij, woorden: Verwoorder) -> dict[str, Any]:
    return {
        "hoofdstuk": rij.onderwerp,
        "onderdeel": woorden.subject(rij),
        "waar": _place(rij.waar),
        "soort": str(rij.aard),
        "waarom": rij.waarom or None,
        "verschillen": [{"waar": _place(een.waar), "was": een.was, "wordt": een.wordt} for een in rij.verschillen],
        "stap": {"was": _step(rij.stap_was), "wordt": _step(rij.stap_wordt)} if rij.stap_was or rij.stap_wordt else None,
        "leerlingen": [{"school_doet_nu": "eerder" if een.eerder else "later", "verhaal": een.verhaal} for een in rij.leerlingen],
        "normen": [_norm(een) for een in rij.normen],
    }


def _place(waar: Waar) -> list[Any]:
    return [{deel.sleutel or "nummer": deel.waarde} if isinstance(deel, Plek) else deel for deel in waar]


def _step(stap: Trapstap | None) -> dict[str, Any] | None:
    return None if stap is None else {"trap": stap.trap, "naam": stap.naam, "uit_kader": stap.uit_kader, "feiten": stap.feiten}


def _norm(een: Normuitkomst) -> dict[str, Any]:
    return {"norm": een.norm.id, "kader": een.norm.kader, "titel": een.norm.titel, "was": str(een.was), "wordt": str(een.wordt)}
