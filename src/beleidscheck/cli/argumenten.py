"""Wat een opdracht aanneemt, gelezen uit de functie zelf: de hulp en de foutmeldingen zeggen daardoor hetzelfde.

Er wordt niets gebruikt van hoe typer een opdracht van binnen voorstelt, want dat verschilt per versie.
"""

from __future__ import annotations

import inspect
import types
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Argument:
    """Eén argument of optie; `opties` is leeg bij een argument, `waarde` bij een optie zonder waarde."""

    naam: str
    opties: tuple[str, ...]
    waarde: str
    uitleg: str
    standaard: str
    verplicht: bool
    herhaalbaar: bool

    @property
    def shown(self) -> str:
        """Return how it is written on the command line: `--uit PAD`, `PAD...` or `[NAAM]`."""
        if self.opties:
            return " ".join((", ".join(self.opties), self.waarde)).rstrip()
        naam = f"{self.waarde}..." if self.herhaalbaar else self.waarde
        return naam if self.verplicht else f"[{naam}]"


def read_arguments(functie: Callable[..., Any]) -> tuple[Argument, ...]:
    """Return the arguments and options of the function behind a command, in the order of its signature."""
    functie = inspect.unwrap(functie)
    soorten = get_type_hints(functie, include_extras=True)
    return tuple(
        _argument(naam, soorten[naam], parameter.default) for naam, parameter in inspect.signature(functie).parameters.items()
    )


def _argument(naam: str, soort: Any, standaard: object) -> Argument:  # noqa: ANN401 - een type is hier een waarde
    """Return one argument; every parameter of a command is `Annotated` with what typer must know."""
    kaal, info = get_args(soort)[:2]
    basis = _base_types(kaal)
    # typer bewaart het eerste woord als standaardwaarde, want in zijn oude schrijfwijze stond daar die waarde
    gegeven = [deel for woord in (info.default, *(info.param_decls or ())) if isinstance(woord, str) for deel in woord.split("/")]
    vlag = bool in basis
    toon = standaard is not inspect.Parameter.empty and standaard is not None and not vlag
    return Argument(
        naam=naam,
        opties=tuple(woord for woord in gegeven if woord.startswith("-")),
        waarde="" if vlag else str(info.metavar),
        uitleg=str(info.help),
        standaard=str(standaard) if toon else "",
        verplicht=standaard is inspect.Parameter.empty,
        herhaalbaar=any(get_origin(deel) is list for deel in basis),
    )


def _base_types(soort: Any) -> tuple[Any, ...]:  # noqa: ANN401 - een type is hier een waarde
    return get_args(soort) if get_origin(soort) in {Union, types.UnionType} else (soort,)
