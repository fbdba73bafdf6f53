"""Eisen aan een stap die geen enkele stap kan halen: een andere telling, een periode die er geen is, of niets tussen de grenzen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from beleidscheck.beleid.woorden import SIGNALEN
from beleidscheck.hoeveelheid import Hoeveelheid, QuantityError, UnitError, compare, parse_hoeveelheid
from beleidscheck.kader.haalbaar import LESUREN
from beleidscheck.toetsen.basis import enumerate_nl

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from beleidscheck.beleid.woordinfo import Signaalinfo
    from beleidscheck.toetsen import StapToets

_SOORT: Final = {"keer": {"keer"}, "uren": {"duur"}, "dagen": {"dagen"}, "procent": {"procent"}, "geen": set()}


def step_faults(toets: StapToets, signalen: Mapping[str, Signaalinfo] = SIGNALEN) -> Iterator[str]:
    """Yield why no step can be what the test asks for."""
    try:
        uiterlijk, vanaf, onder, binnen = (
            None if tekst is None else parse_hoeveelheid(tekst)
            for tekst in (toets.uiterlijk, toets.vanaf, toets.onder, toets.binnen)
        )
    except QuantityError:
        return  # dat meldt de keuring van de woorden al
    grens = uiterlijk or onder
    for maat in (grens, vanaf):
        soorten = {soort for naam in toets.signaal if naam in signalen for soort in _SOORT[signalen[naam].drempelsoort]}
        if maat is not None and soorten and maat.soort not in soorten:
            yield f"«{maat}» past niet bij het signaal {enumerate_nl([f'«{naam}»' for naam in toets.signaal], 'of')}; dat wordt anders geteld."
            return
        if maat is not None and not soorten and all(naam in signalen for naam in toets.signaal):
            yield f"het signaal {enumerate_nl([f'«{naam}»' for naam in toets.signaal], 'of')} wordt niet geteld, dus «{maat}» kan er niet bij."
            return
    if binnen is not None and binnen.soort != "dagen":
        yield f"«{binnen}» bij `binnen` is geen periode."
    if binnen is not None and binnen.soort == "dagen" and binnen.getal == 0:
        yield "een periode van nul dagen bij `binnen` haalt geen enkele stap."
    if uiterlijk is not None and vanaf is not None and _order(uiterlijk, vanaf) < 0:
        yield f"`uiterlijk: {uiterlijk}` ligt onder `vanaf: {vanaf}`; geen enkele stap valt daartussen."


def _order(links: Hoeveelheid, rechts: Hoeveelheid) -> int:
    """Return how two quantities compare; 0 when that depends on the length of a lesuur."""
    uitkomsten = set()
    for lesuur in LESUREN:
        try:
            uitkomsten.add(compare(links, rechts, lesuur))
        except UnitError:
            return 0
    return uitkomsten.pop() if len(uitkomsten) == 1 else 0
