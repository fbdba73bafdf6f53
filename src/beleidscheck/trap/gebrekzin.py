"""Een gebrek van een ladder in gewoon Nederlands: een titel, een zin uit de waarden, en wat de school kan doen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from beleidscheck.beleid.woorden import label
from beleidscheck.trap.gebrekzin_meer import ZINNEN as MEER
from beleidscheck.trap.gebrekzin_stap import ZINNEN as STAP
from beleidscheck.trap.gebrekzin_ziek import ZINNEN as ZIEK

if TYPE_CHECKING:
    from beleidscheck.trap.gebrek import Gebrek
    from beleidscheck.trap.gebrekdelen import Noem

ZINNEN: Final = {**STAP, **MEER, **ZIEK}


@dataclass(frozen=True, slots=True)
class Gebrekzin:
    """Wat een lezer over een gebrek leest."""

    titel: str
    zin: str
    te_doen: str


def describe(gebrek: Gebrek, noem: Noem = label) -> Gebrekzin:
    """Return the words for a fault; `noem` gives the readable name of a fixed word."""
    titel, zeg = ZINNEN[gebrek.kwaal]
    zin, te_doen = zeg(gebrek, noem)
    return Gebrekzin(titel, zin, te_doen)
