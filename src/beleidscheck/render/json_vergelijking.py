"""JSON van een vergelijking van kaders, veld voor veld uitgeschreven; docs/vergelijken.md beschrijft elk veld.

`versie` gaat omhoog als een veld verdwijnt of iets anders gaat betekenen. Wat er niet is, is `null`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from beleidscheck import __version__
from beleidscheck.bevinding import Oordeel
from beleidscheck.document.tekst import encodable
from beleidscheck.document.wijzigingsoverzicht import in_order, norm_counts
from beleidscheck.render.json_rapport import harmless
from beleidscheck.report import Status

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from beleidscheck.bevinding import Bevinding
    from beleidscheck.errors import Fault
    from beleidscheck.kader import Kader, Norm
    from beleidscheck.vergelijk.gezamenlijk import Eis
    from beleidscheck.vergelijk.model import Vergelijking
    from beleidscheck.vergelijk.normen import Normverschil
    from beleidscheck.vergelijk.samen import Bron, Samen
    from beleidscheck.vergelijk.school import Normgevolg, Schoolgevolg
    from beleidscheck.vergelijk.voorstel import Voorstel

VERSIE: Final = 1


def render_comparison_json(vergelijking: Vergelijking, scholen: Sequence[Schoolgevolg], *, peildatum: date) -> str:
    """Return the comparison, and what it means for these schools, as one JSON text; the same input gives the same bytes."""
    op_naam = in_order(scholen)
    gelezen = [een for een in op_naam if een.status not in {Status.ONLEESBAAR, Status.NIETS_GETOETST}]
    return _text(
        {
            **_head("beleidscheck-kadervergelijking", peildatum),
            "oud": _kader(vergelijking.oud),
            "nieuw": _kader(vergelijking.nieuw),
            "hooguit_aandachtspunt": vergelijking.hooguit_aandachtspunt,
            "niet_genoemd_blijft": vergelijking.zwijgt,
            "telling": {str(soort): aantal for soort, aantal in vergelijking.telling.items()},
            "normen": [_difference(verschil, gelezen) for verschil in vergelijking.normen],
            "buiten_de_normen": [
                {"waar": een.waar, "wat": een.wat, "soort": str(een.soort), "zin": een.zin} for een in vergelijking.kop
            ],
            "scholen": [_school(een) for een in op_naam],
        }
    )


def _difference(verschil: Normverschil, scholen: Sequence[Schoolgevolg]) -> dict[str, Any]:
    telling = norm_counts(verschil, scholen)
    return {
        "soort": str(verschil.soort),
        "weegt": str(verschil.weegt),
        "oud": [_norm(norm) for norm in verschil.oud],
        "nieuw": None if verschil.nieuw is None else _norm(verschil.nieuw),
        "waarom": verschil.waarom or None,
        "onderdelen": [{"deel": str(een.deel), "richting": str(een.richting), "zin": een.zin} for een in verschil.onderdelen],
        "scholen": None if verschil.nieuw is None or not scholen else {str(oordeel): telling[oordeel] for oordeel in Oordeel},
    }


def _norm(norm: Norm) -> dict[str, Any]:
    return {
        "id": norm.id,
        "titel": norm.titel,
        "zegt": " ".join(norm.zegt.split()),
        "niveau": str(norm.niveau),
        "grond": str(norm.grond),
        "element": norm.element,
        "plek": norm.plek,
    }


def _school(een: Schoolgevolg) -> dict[str, Any]:
    return {
        "bestand": encodable(een.bestand),
        "school": een.school or None,
        "sector": een.sector or None,
        "status": str(een.status),
        "sha256": een.report.sha256 or None,
        "fouten": [_fault(fout) for fout in een.fouten],
        "waarom_niets": een.waarom_niets or None,
        "telling": {str(gevolg): aantal for gevolg, aantal in een.telling.items()},
        "gevolgen": [_consequence(gevolg) for gevolg in een.gevolgen],
        "voorstel": None if een.voorstel is None else _proposal(een.voorstel),
    }


def _consequence(gevolg: Normgevolg) -> dict[str, Any]:
    return {
        "norm": gevolg.verschil.norm.id,
        "oude_normen": [norm.id for norm in gevolg.verschil.oud],
        "gevolg": str(gevolg.gevolg),
        "gewicht_was": str(gevolg.was),
        "gewicht_wordt": str(gevolg.gewicht),
        "was": [_finding(bevinding) for bevinding in gevolg.oud],
        "wordt": None if gevolg.nieuw is None else _finding(gevolg.nieuw),
    }


def _finding(bevinding: Bevinding) -> dict[str, Any]:
    return {
        "norm": bevinding.norm.id,
        "oordeel": str(bevinding.oordeel),
        "zin": bevinding.zin,
        "te_doen": bevinding.te_doen or None,
        "vraag": bevinding.vraag or None,
        "velden": list(bevinding.gaten),
    }


def _proposal(voorstel: Voorstel) -> dict[str, Any]:
    return {
        "normen": [norm.id for stuk in voorstel.stukken for norm in (stuk.norm, *stuk.ook)],
        "zonder_voorstel": [{"norm": niet.norm.id, "reden": niet.reden} for niet in voorstel.niet],
        "daarna_nog": [{"code": een.code, "zin": een.zin, "veld": een.feiten[0].veld if een.feiten else None} for een in voorstel.daarna],
        "patch": voorstel.patch or None,
    }


def _fault(fout: Fault) -> dict[str, Any]:
    return {"zin": fout.zin, "remedie": fout.remedie or None, "regel": fout.regel, "kolom": fout.kolom}


def _kader(kader: Kader) -> dict[str, Any]:
    return {
        "ref": kader.ref,
        "naam": kader.bestand.naam,
        "status": kader.bestand.status,
        "sha256": kader.sha256,
        "normen": len(kader.normen),
        "regio": kader.bestand.regio,
    }


def _head(formaat: str, peildatum: date) -> dict[str, Any]:
    return {
        "formaat": formaat,
        "versie": VERSIE,
        "gereedschap": {"naam": "beleidscheck", "versie": __version__},
        "peildatum": peildatum.isoformat(),
    }


def _text(document: dict[str, Any]) -> str:
    return harmless(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def render_joint_json(samen: Samen, *, peildatum: date) -> str:
    """Return whether one policy can meet these kaders as one JSON text; the same input gives the same bytes."""
    return _text(
        {
            **_head("beleidscheck-kaders-samen", peildatum),
            "kaders": [_kader(kader) for kader in samen.kaders],
            "antwoord": str(samen.antwoord),
            "sectoren": list(samen.sectoren),
            "regios": list(samen.regios),
            "alle_botsingen_nagegaan": samen.volledig,
            "botsingen": [
                {"zin": een.zin, "een": _place(een.een), "ander": None if een.ander is None else _place(een.ander)}
                for een in samen.botsingen
            ],
            "woorden": [
                {"soort": een.soort, "woord": een.woord, "betekenissen": [{"kader": k, "betekenis": b} for k, b in een.betekenissen]}
                for een in samen.woorden
            ],
            "eisen": [_demand(eis) for eis in samen.eisen],
            "gemaakt_beleid": None if samen.beleid is None else _made(samen),
        }
    )


def _place(bron: Bron) -> dict[str, Any]:
    return {"kader": bron.kader.ref, "norm": bron.norm.id, "bestand": bron.kader.path.name, "regel": bron.regel}


def _demand(eis: Eis) -> dict[str, Any]:
    return {
        "onderwerp": eis.onderwerp,
        "actie": eis.actie or None,
        "soort": "signaal" if eis.is_signaal else "veld",
        "gelijk": eis.gelijk,
        "strengste": None if eis.strengste is None else eis.vragen[eis.strengste].kader.ref,
        "normen": [{"kader": vraag.kader.ref, "normen": [norm.id for norm in vraag.normen]} for vraag in eis.vragen],
        "samen": [toets.model_dump(mode="json", exclude_defaults=True) for toets in eis.samen],
    }


def _made(samen: Samen) -> dict[str, Any]:
    return {
        "sector": samen.sector,
        "voldoet": samen.gehaald,
        "te_beoordelen": samen.lezer,
        "niet_van_toepassing": samen.nvt,
        "ladder_bewezen": samen.bewezen,
        "ladder_niet_bewezen": samen.niet_bewezen,
        "niet_gehaald": [
            {"kader": een.kader.ref, "norm": een.norm.id, "oordeel": str(een.bevinding.oordeel), "zin": een.bevinding.zin}
            for een in samen.niet
        ],
        "trappen": list(samen.ladder),
    }
