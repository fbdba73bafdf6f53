"""Wat er over een vast woord te zeggen is: de leesbare naam, de uitleg en de synoniemen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

Drempelsoort: TypeAlias = Literal["keer", "uren", "dagen", "procent", "geen"]
Aardwoord: TypeAlias = Literal["melden", "registreren", "contact", "ondersteuning", "sanctie"]


@dataclass(frozen=True, slots=True)
class Woordinfo:
    """Een vast woord: `label` staat in gepubliceerde documenten, `uitleg` in de editor en in de begrippenlijst.

    `lidwoord` is "de", "het" of leeg (bij een woord zonder lidwoord). Synoniemen zijn wat iemand anders zou schrijven.
    """

    label: str
    uitleg: str = ""
    lidwoord: str = ""
    meervoud: str = ""
    synoniemen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signaalinfo(Woordinfo):
    """Een signaal: wat er geteld wordt en of er een telperiode bij hoort.

    `drempelsoort` is de soort eenheid van de drempel (`geen` voor een signaal zonder getal).
    """

    drempelsoort: Drempelsoort = "geen"
    periode: bool = False


@dataclass(frozen=True, slots=True)
class Actieinfo(Woordinfo):
    """Een actie: `zin` is het zinsdeel na de handelende rol, `zin_met` hetzelfde met `{met}` voor de anderen.

    Voorbeeld: "de mentor" + "belt of mailt {met}". `aard` scheidt ondersteuning van sanctie.
    """

    aard: Aardwoord = "ondersteuning"
    zin: str = ""
    zin_met: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Uitbreiding:
    """Wat een of meer kaders aan het formaat toevoegen: eigen woorden en de regionale velden.

    `velden` is een JSON Schema-fragment voor de sleutel `regionaal` (leeg: er zijn geen regionale velden).
    Een uitbreiding is alleen aan zichzelf gelijk; zo is te onthouden wat erbij hoort.
    """

    rollen: Mapping[str, Woordinfo] = field(default_factory=dict)
    plaatsen: Mapping[str, Woordinfo] = field(default_factory=dict)
    acties: Mapping[str, Actieinfo] = field(default_factory=dict)
    signalen: Mapping[str, Signaalinfo] = field(default_factory=dict)
    woorden: Mapping[str, Woordinfo] = field(default_factory=dict)
    velden: Mapping[str, Any] = field(default_factory=dict)
