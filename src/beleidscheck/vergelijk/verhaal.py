"""De leerling bij wie het verschil tussen twee eisen aan de ladder uitmaakt, als verhaal; waar dat er is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beleidscheck.hoeveelheid import UnitError
from beleidscheck.toetsen.taak import named
from beleidscheck.toetsen.verhaal import tell
from beleidscheck.trap.ladder import Signaal
from beleidscheck.trap.strengheid import compare_demands
from beleidscheck.vergelijk.gezamenlijk import step_tests

if TYPE_CHECKING:
    from beleidscheck.toetsen import Onderzoek, StapToets
    from beleidscheck.trap.bewijs import Tegenvoorbeeld
    from beleidscheck.trap.eis import Eis
    from beleidscheck.vergelijk.normen import Normverschil

#: Zo lang duurt een lesuur in het verhaal als de ene eis in lesuren telt en de andere in klokuren.
_LESUUR = 50


def pupil_stories(verschil: Normverschil, onderzoek: Onderzoek) -> tuple[str, str]:
    """Return the pupil for whom the new norm already asks something and the old did not yet, and the other way round; empty where none."""
    if verschil.nieuw is None:
        return "", ""
    eerder = later = ""
    for wordt in step_tests(verschil.nieuw):
        for was in (toets for norm in verschil.oud for toets in step_tests(norm)):
            for naam in wordt.signaal:
                if naam not in was.signaal or (eerder and later):
                    continue
                try:
                    uitkomst = compare_demands(naam, was.eis, wordt.eis, lesuur=_LESUUR)
                except UnitError:
                    continue
                eerder = eerder or _story(uitkomst.nieuw_eerder, wordt, was.eis, onderzoek)
                later = later or _story(uitkomst.oud_eerder, was, wordt.eis, onderzoek)
    return eerder, later


def _story(voorbeeld: Tegenvoorbeeld | None, norm: StapToets, ander: Eis, onderzoek: Onderzoek) -> str:
    if voorbeeld is None:
        return ""
    volgt = Signaal(voorbeeld.signaal, (), ander.onder or ander.uiterlijk, "onder" if ander.onder else "vanaf", ander.binnen)
    return tell(voorbeeld, norm.eis, [volgt], onderzoek.noem, actie=named(onderzoek, norm.actie, "of"), lesuur=_LESUUR)
