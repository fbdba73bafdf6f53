"""JSON: een uitgevoerde casus voor machines, veld voor veld; `schema/casusuitkomst.schema.json` beschrijft elk veld."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.casus.dagwoorden import Schoolweken
from beleidscheck.document.casus_naast import closing
from beleidscheck.document.casus_verhaal import Verteller, happenings
from beleidscheck.render.json_rapport import harmless

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from beleidscheck.casus.nagaan import Oordeel
    from beleidscheck.casus.uitvoeren import Uitkomst, Uitvoering
    from beleidscheck.trap.ladder import Signaal
    from beleidscheck.trap.simulatie import Moment, Taak
    from beleidscheck.trap.tellen import Afgegaan

VERSIE: Final = 1


def render_casus_json(uitkomsten: Sequence[Uitkomst], oordelen: Sequence[Oordeel | None] = (), *, versie_tool: str) -> str:
    """Return the casussen as one JSON text; the same casussen give the same bytes."""
    document = {
        "formaat": "beleidscheck-casus",
        "versie": VERSIE,
        "gereedschap": {"naam": "beleidscheck", "versie": versie_tool},
        "casussen": [_casus(uitkomst, oordelen[n] if n < len(oordelen) else None) for n, uitkomst in enumerate(uitkomsten)],
    }
    return harmless(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _casus(uitkomst: Uitkomst, oordeel: Oordeel | None) -> dict[str, Any]:
    inhoud, leerling = uitkomst.casus.inhoud, uitkomst.casus.inhoud.leerling
    weken = Schoolweken(uitkomst.casus.kalender)
    uitvoeringen = [uitkomst.eigen, *([uitkomst.ander] if uitkomst.ander else [])]
    return {
        "naam": uitkomst.casus.naam,
        "titel": inhoud.titel,
        "uitleg": inhoud.uitleg,
        "bron": inhoud.bron,
        "sha256": uitkomst.casus.sha256,
        "schooljaar": inhoud.schooljaar,
        "leerling": {
            "leeftijd": leerling.leeftijd,
            "leerjaar": leerling.leerjaar,
            "onderwijssoort": leerling.onderwijssoort,
            "leerplicht": leerling.leerplicht,
            "locatie": leerling.locatie,
        },
        "gebeurtenissen": [
            {"dag": dag.isoformat(), "schoolweek": weken.number(dag), "zin": zin} for dag, zin in happenings(uitkomst.casus)
        ],
        "ladders": [_ladder(uitvoering, weken) for uitvoering in uitvoeringen],
        "vergelijking": None if uitkomst.ander is None else _comparison(uitkomst, Verteller(uitkomst.ander.partij)),
        "verwacht": None if oordeel is None else _verdict(oordeel),
    }


def _ladder(uitvoering: Uitvoering, weken: Schoolweken) -> dict[str, Any]:
    partij, vertellen = uitvoering.partij, Verteller(uitvoering.partij)
    return {
        "soort": partij.soort,
        "naam": partij.naam,
        "ref": partij.ref,
        "stappen": [_step(moment, vertellen, weken) for moment in uitvoering.tijdlijn.momenten],
        "niet_geteld": [
            {"stap": niet.stap.id or None, "signaal": niet.signaal.naam, "reden": niet.reden}
            for niet in uitvoering.tijdlijn.niet_geteld
        ],
        "aannamen": list(uitvoering.tijdlijn.aannamen),
    }


def _step(moment: Moment, vertellen: Verteller, weken: Schoolweken) -> dict[str, Any]:
    volgt = vertellen.moment(moment)
    return {
        "dag": moment.dag.isoformat(),
        "schoolweek": weken.number(moment.dag),
        "stap": moment.stap.id or None,
        "trap": moment.stap.trap,
        "titel": volgt.titel,
        "waardoor": volgt.waardoor or None,
        "uit_kader": moment.stap.uit_kader or None,
        "signalen": [_signal(signaal, keer) for signaal, keer in moment.signalen],
        "acties": [_action(taak, zin.zin) for taak, zin in zip(moment.taken, volgt.doet, strict=True)],
    }


def _signal(signaal: Signaal, keer: Afgegaan) -> dict[str, Any]:
    return {
        "signaal": signaal.naam,
        "stand": _number(keer.stand),
        "eenheid": signaal.drempel.eenheid if signaal.drempel is not None else None,
        "keer": keer.keer,
    }


def _action(taak: Taak, zin: str) -> dict[str, Any]:
    return {
        "actie": taak.actie.actie,
        "wie": taak.actie.wie or None,
        "met": list(taak.actie.met),
        "zin": zin,
        "uiterlijk": taak.uiterlijk.isoformat() if taak.uiterlijk else None,
        "vastlegging": list(taak.actie.vastlegging),
        "voorwaarde": taak.actie.voorwaarde or None,
    }


def _comparison(uitkomst: Uitkomst, vertellen: Verteller) -> dict[str, Any]:
    return {
        "stand": str(uitkomst.stand) if uitkomst.stand else None,
        "zin": closing(uitkomst),
        "stappen": [
            {
                "stap": regel.moment.stap.id or None,
                "titel": vertellen.title(regel.moment.stap),
                "dag": regel.moment.dag.isoformat(),
                "stand": str(regel.stand),
                "acties": [
                    {
                        "actie": paar.taak.actie.actie,
                        "wie": paar.taak.actie.wie or None,
                        "dag": paar.dag.isoformat(),
                        "eigen_dag": paar.eigen_dag.isoformat() if paar.eigen_dag else None,
                        "stand": str(paar.stand),
                    }
                    for paar in regel.paren
                ],
            }
            for regel in uitkomst.vergelijking
        ],
    }


def _verdict(oordeel: Oordeel) -> dict[str, Any]:
    return {
        "klopt": not oordeel.verschillen if oordeel.nagegaan else None,
        "nagegaan": oordeel.nagegaan,
        "verschillen": list(oordeel.verschillen),
        "overgeslagen": list(oordeel.overgeslagen),
    }


def _number(stand: Fraction) -> int | float:
    return stand.numerator if stand.denominator == 1 else round(float(stand), 4)
