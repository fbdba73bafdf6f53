"""De opdrachten voor een samenwerkingsverband, onder `beleidscheck swv`."""

from __future__ import annotations

import sys
from pathlib import Path  # noqa: TC003 - typer leest de aanduidingen bij het draaien
from typing import Annotated

import typer

from beleidscheck.cli.hulp import DutchCommand, DutchGroup

app_swv = typer.Typer(cls=DutchGroup, rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)


@app_swv.callback()
def swv() -> None:
    """Begin een map voor het beleid van alle scholen van een samenwerkingsverband.

    $ beleidscheck swv nieuw aanwezigheidsbeleid
    """


@app_swv.command(cls=DutchCommand)
def nieuw(
    map_: Annotated[Path, typer.Argument(metavar="MAP", help="De map die gemaakt wordt; wat er al staat, blijft staan.")],
    naam: Annotated[
        str, typer.Option("--naam", metavar="NAAM", help="De naam van het samenwerkingsverband.")
    ] = "ons samenwerkingsverband",
) -> int:
    """Maak een map met instellingen, voorbeeldscholen, bouwstraat en uitleg.

    $ beleidscheck swv nieuw aanwezigheidsbeleid --naam "SWV Noorderland"

    Daarna toetst `beleidscheck audit` in die map alle scholen. Een bestand dat er al staat, wordt nooit overschreven.
    """
    from beleidscheck.cli.swv import scaffold  # noqa: PLC0415 - alleen hier nodig

    for regel in scaffold(map_, naam):
        sys.stdout.write(regel + "\n")
    return 0
