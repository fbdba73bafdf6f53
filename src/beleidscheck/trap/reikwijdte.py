"""Voor wie een stap geldt als één geheel: het bereik van de trap en dat van de stap samengenomen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from beleidscheck.trap.ladder import Bereik, Stap

_JONGST: Final = 0
_OUDST: Final = 1000
#: Leerplicht begint bij 5 jaar; leerplicht en kwalificatieplicht houden op bij 18.
_BEGIN_LEERPLICHT: Final = 5
_VOLWASSEN: Final = 18
_PLICHTIG: Final = frozenset({"leerplichtig", "kwalificatieplichtig"})


@dataclass(frozen=True, slots=True)
class Reikwijdte:
    """Welke waarden elke dimensie toelaat (`None` is: alle), en de leeftijden van `van` tot `tot`."""

    locaties: frozenset[str] | None = None
    leerjaren: frozenset[str] | None = None
    onderwijssoorten: frozenset[str] | None = None
    leerplicht: frozenset[str] | None = None
    van: int = _JONGST
    tot: int = _OUDST

    def allowed(self) -> tuple[frozenset[str] | None, ...]:
        """Return what each dimension but the age allows."""
        return (self.locaties, self.leerjaren, self.onderwijssoorten, self.leerplicht)

    def within(self, ander: Reikwijdte) -> bool:
        """Return whether everyone here is there too."""
        if ander is self or ander == _IEDEREEN:
            return True
        past = all(
            daar is None or (hier is not None and hier <= daar)
            for hier, daar in zip(self.allowed(), ander.allowed(), strict=True)
        )
        return past and ander.van <= self.van and self.tot <= ander.tot

    def overlaps(self, ander: Reikwijdte) -> bool:
        """Return whether there can be a pupil for whom both hold."""
        samen = self.meet(ander)
        return samen.for_nobody() == ""

    def meet(self, ander: Reikwijdte) -> Reikwijdte:
        """Return who is in both."""
        if ander is _IEDEREEN or self is _IEDEREEN:
            return self if ander is _IEDEREEN else ander
        return Reikwijdte(
            _both(self.locaties, ander.locaties),
            _both(self.leerjaren, ander.leerjaren),
            _both(self.onderwijssoorten, ander.onderwijssoorten),
            _both(self.leerplicht, ander.leerplicht),
            max(self.van, ander.van),
            min(self.tot, ander.tot),
        )

    def for_nobody(self) -> str:
        """Return the dimension in which nobody is left; empty when there can be pupils."""
        namen = ("locaties", "leerjaren", "onderwijssoorten", "leerplicht")
        leeg = next(
            (naam for naam, waarden in zip(namen, self.allowed(), strict=True) if waarden is not None and not waarden), ""
        )
        if leeg or self.van >= self.tot:
            return leeg or "leeftijd"
        if (
            self.leerplicht is not None
            and self.leerplicht <= _PLICHTIG
            and (self.van >= _VOLWASSEN or self.tot <= _BEGIN_LEERPLICHT)
        ):
            return "leerplicht en leeftijd"
        return ""


_IEDEREEN: Final = Reikwijdte()


def _both(een: frozenset[str] | None, ander: frozenset[str] | None) -> frozenset[str] | None:
    if een is None or ander is None:
        return ander if een is None else een
    return een & ander


def reach(stap: Stap) -> Reikwijdte:
    """Return who a step is for: those of its ladder and of the step itself."""
    return reduce(Reikwijdte.meet, map(_one, stap.bereik), _IEDEREEN)


def _one(bereik: Bereik) -> Reikwijdte:
    return Reikwijdte(
        frozenset(bereik.locaties) or None,
        frozenset(bereik.leerjaren) or None,
        frozenset(bereik.onderwijssoorten) or None,
        frozenset(bereik.leerplicht) or None,
        _JONGST if bereik.leeftijd_van is None else bereik.leeftijd_van,
        _OUDST if bereik.leeftijd_tot is None else bereik.leeftijd_tot,
    )
