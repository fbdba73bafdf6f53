"""Wat een vergelijking van drempels oplevert: bewezen, een tegenvoorbeeld, of niet bewezen met de reden. Zie docs/trap.md."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from beleidscheck.hoeveelheid import Hoeveelheid
    from beleidscheck.trap.kalender import Kalender
    from beleidscheck.trap.ladder import Signaal
    from beleidscheck.trap.verloop import Verloop


class Uitslag(StrEnum):
    """De drie antwoorden op de vraag of de school nooit later is dan de norm."""

    BEWEZEN = "bewezen"
    TEGENVOORBEELD = "tegenvoorbeeld"
    NIET_BEWEZEN = "niet bewezen"


class Vergeleken(StrEnum):
    """Hoe een nieuwe eis zich verhoudt tot een oude."""

    STRENGER = "strenger"
    SOEPELER = "soepeler"
    GELIJK = "gelijk"
    ONVERGELIJKBAAR = "onvergelijkbaar"


@dataclass(frozen=True, slots=True)
class Kandidaat:
    """Een signaal van de school dat meetelt, met de termijn waarbinnen de gevraagde actie dan gebeurt."""

    signaal: Signaal
    termijn: Hoeveelheid | None = None


@dataclass(frozen=True, slots=True)
class Tegenvoorbeeld:
    """Een leerling bij wie de norm al iets vraagt en de school nog niets doet.

    `norm_dag` is de dag waarop de norm afgaat, of bij een termijn de uiterste dag van de norm. `keer` is de hoeveelste keer
    dat de norm afgaat. `school_dag` is wanneer de school op ditzelfde verloop wel iets doet (`None`: niets).
    """

    verloop: Verloop
    kalender: Kalender
    signaal: str
    norm_dag: date
    keer: int = 1
    school_dag: date | None = None
    om_de_termijn: bool = False


@dataclass(frozen=True, slots=True)
class Bewijs:
    """De uitkomst voor één norm en een groep signalen; `reden` is een hele zin, leeg bij een tegenvoorbeeld."""

    uitslag: Uitslag
    reden: str = ""
    tegenvoorbeeld: Tegenvoorbeeld | None = None


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """Hoe een nieuwe eis zich verhoudt tot een oude, met per kant het tegenvoorbeeld dat het verschil laat zien.

    `nieuw_eerder` is een leerling bij wie de nieuwe eis al geldt en de oude nog niet; `oud_eerder` andersom.
    """

    uitkomst: Vergeleken
    nieuw_eerder: Tegenvoorbeeld | None = None
    oud_eerder: Tegenvoorbeeld | None = None
