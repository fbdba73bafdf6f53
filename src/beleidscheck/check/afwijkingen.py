"""Vastgelegde afwijkingen: een gat dat de school bewust laat, met reden, besluit en einddatum. Zichtbaar, nooit groen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from beleidscheck.bevinding import AfwijkingInfo, Bevinding, Gewicht, Grond, Oordeel, Plaats

if TYPE_CHECKING:
    from beleidscheck.beleid.model import Afwijking
    from beleidscheck.policy import Policy

#: De laatste dag van een schooljaar (VOCAB § 5: 1 augustus t/m 31 juli).
_EINDE_SCHOOLJAAR = (7, 31)


def ends_on(afwijking: Afwijking, policy: Policy) -> date:
    """Return the last day of a deviation: its own end date, otherwise the end of the school year in which it was decided."""
    if afwijking.tot is not None:
        return afwijking.tot
    vanaf = afwijking.besloten_op or policy.beleid.beleid.vastgesteld_op or policy.peildatum
    einde = date(vanaf.year, *_EINDE_SCHOOLJAAR)
    return einde if vanaf <= einde else date(vanaf.year + 1, *_EINDE_SCHOOLJAAR)


def is_complete(afwijking: Afwijking) -> bool:
    """Return whether a deviation has what it needs: a reason and who decided."""
    return bool(afwijking.norm and afwijking.reden and afwijking.besloten_door)


def cover(policy: Policy, bevinding: Bevinding) -> Bevinding:
    """Return the bevinding as `afwijking` when a valid deviation covers it; a legal duty never is, nor a bill that counts as one."""
    plicht = bevinding.norm.grond is Grond.WET or bevinding.norm.van_kracht_op is not None
    if bevinding.oordeel is not Oordeel.VOLDOET_NIET or plicht:
        return bevinding
    for nummer, afwijking in enumerate(policy.beleid.afwijkingen or ()):
        tot = ends_on(afwijking, policy)
        if afwijking.norm == bevinding.norm.id and is_complete(afwijking) and policy.peildatum <= tot:
            plek = policy.source.position(("afwijkingen", nummer))
            info = AfwijkingInfo(
                str(afwijking.reden),
                str(afwijking.besloten_door),
                afwijking.besloten_op,
                tot,
                afwijking.maatregel or "",
                Plaats(plek.regel, plek.kolom),
            )
            return replace(bevinding, oordeel=Oordeel.AFWIJKING, gewicht=Gewicht.GEEN, reden=None, afwijking=info)
    return bevinding
