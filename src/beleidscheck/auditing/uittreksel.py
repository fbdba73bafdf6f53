"""Van rapport naar `Schooluitslag`: wat een audit bewaart, en de hash van de getoetste waarde."""

from __future__ import annotations

import hashlib
import json
from itertools import groupby
from typing import TYPE_CHECKING, Any

from beleidscheck.auditing.model import Dekking, Foutregel, Kaderuitslag, Meldingregel, Normuitslag, Schooluitslag, Vindplaats
from beleidscheck.bevinding import Oordeel
from beleidscheck.source import parse_dotted

if TYPE_CHECKING:
    from beleidscheck.bevinding import AfwijkingInfo, Bevinding, Feit
    from beleidscheck.report import Report

#: Bij deze oordelen zegt de audit niet meer dan het oordeel: wie meer wil weten, opent het rapport van de school.
_KORT = frozenset({Oordeel.VOLDOET})


def extract(report: Report) -> Schooluitslag:
    """Return what an audit keeps of a report."""
    kop = {"bestand": report.bestand.replace("\\", "/"), "status": report.status, "sha256": report.sha256}
    if report.policy is None:
        fouten = tuple(Foutregel(code=f.code, zin=f.zin, remedie=f.remedie, regel=f.regel, kolom=f.kolom) for f in report.fouten)
        return Schooluitslag(**kop, waarom_niets=report.waarom_niets, fouten=fouten)
    school, beleid = report.policy.beleid.school, report.policy.beleid.beleid
    hashes = {kader.ref: kader.sha256 for kader in report.kaders}
    return Schooluitslag(
        **kop,
        naam=report.school,
        brin=school.brin or "",
        sector=report.sector,
        regio=str(school.regio),
        titel=report.beleid_titel,
        versie=report.beleid_versie,
        schooljaar=beleid.schooljaar or "",
        waarom_niets=report.waarom_niets,
        kaders=tuple(
            Kaderuitslag(ref=ref, sha256=hashes[ref], normen=tuple(_outcome(b, report.policy.feiten) for b in groep))
            for ref, groep in groupby(report.bevindingen, key=lambda bevinding: bevinding.norm.kader)
        ),
        elementen=tuple(element.status for element in report.elementen),
        meldingen=tuple(
            Meldingregel(
                code=m.code, titel=m.titel, zin=m.zin, te_doen=m.te_doen, gewicht=m.gewicht, feiten=tuple(map(_place, m.feiten))
            )
            for m in report.meldingen
        ),
    )


def _outcome(bevinding: Bevinding, feiten: dict[str, Any]) -> Normuitslag:
    if bevinding.oordeel in _KORT:
        return Normuitslag(norm=bevinding.norm.id, oordeel=bevinding.oordeel)
    return Normuitslag(
        norm=bevinding.norm.id,
        oordeel=bevinding.oordeel,
        gewicht=bevinding.gewicht,
        reden=bevinding.reden,
        zin=bevinding.zin,
        te_doen=bevinding.te_doen,
        vraag=bevinding.vraag if bevinding.oordeel is Oordeel.TE_BEOORDELEN else "",
        scope=bevinding.scope,
        feiten=tuple(map(_place, bevinding.feiten)),
        afwijking=None if bevinding.afwijking is None else _cover(bevinding.afwijking),
        waarde_hash=_value_hash(bevinding, feiten),
    )


def _place(feit: Feit) -> Vindplaats:
    return Vindplaats(veld=feit.veld, waarde=feit.waarde, regel=feit.plaats.regel, kolom=feit.plaats.kolom)


def _cover(info: AfwijkingInfo) -> Dekking:
    return Dekking(
        reden=info.reden,
        besloten_door=info.besloten_door,
        besloten_op=info.besloten_op,
        tot=info.tot,
        maatregel=info.maatregel,
        regel=info.plaats.regel,
        kolom=info.plaats.kolom,
    )


def _value_hash(bevinding: Bevinding, feiten: dict[str, Any]) -> str:
    """Return a short hash of what was checked: fields without their number in a list, and their whole values."""
    velden = dict.fromkeys((*bevinding.gaten, *(feit.veld for feit in bevinding.feiten)))
    gelezen = []
    for veld in velden:
        pad = parse_dotted(veld)
        gelezen.append([".".join(deel for deel in pad if isinstance(deel, str)), _value(feiten, pad)])
    tekst = json.dumps(gelezen, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(tekst.encode("utf-8", "replace")).hexdigest()[:16]


def _value(feiten: dict[str, Any], pad: tuple[str | int, ...]) -> object:
    waarde: Any = feiten
    for deel in pad:
        if isinstance(waarde, dict):
            waarde = waarde.get(deel)
        elif isinstance(waarde, list) and isinstance(deel, int) and 0 <= deel < len(waarde):
            waarde = waarde[deel]
        else:
            return None
    return waarde
