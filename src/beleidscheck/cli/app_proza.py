"""De opdracht `proza`: advies over de tekst van een beleid; het werk staat in `cli/proza.py`."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer leest het type
from typing import Annotated

import typer

from beleidscheck.cli.keuze import PROZAFORMATEN, choose, read_day, wants_colour


def proza(  # noqa: PLR0913 - elke optie van de opdracht is een argument
    beleid: Annotated[list[Path], typer.Argument(metavar="BELEID", help="Een beleidsbestand, of een map met beleidsbestanden.")],
    kader: Annotated[
        list[str] | None,
        typer.Option("--kader", metavar="KADER@VERSIE", help="Neem de oudere woorden uit dit kader; mag vaker."),
    ] = None,
    peildatum: Annotated[
        str | None,
        typer.Option("--peildatum", metavar="JJJJ-MM-DD", help="Doe alsof het deze dag is; zonder deze optie vandaag."),
    ] = None,
    formaat: Annotated[
        str,
        typer.Option(
            "--formaat",
            metavar="|".join(PROZAFORMATEN),
            help="Hoe het advies eruitziet; regels is één regel per plaats, voor een tekstverwerker.",
        ),
    ] = "terminal",
    uit: Annotated[Path | None, typer.Option("--uit", metavar="BESTAND", help="Schrijf naar dit bestand.")] = None,
    streng: Annotated[bool, typer.Option("--streng", help="Geef exitcode 1 als er een advies is.")] = False,
    kleur: Annotated[
        bool | None, typer.Option("--kleur/--geen-kleur", help="Kleur in de terminal; zonder deze optie alleen op een scherm.")
    ] = None,
) -> int:
    """Geef advies over de tekst: oudere woorden, getallen, afkortingen, verwijzingen en leesbaarheid.

    $ beleidscheck proza mijn-school.yaml

    $ beleidscheck proza mijn-school.yaml --formaat regels

    Het blijft advies: geen oordeel verandert ervan.
    """
    vorm = choose(formaat, PROZAFORMATEN, "--formaat")
    dag = read_day(peildatum)
    from beleidscheck.cli.proza import run_prose  # noqa: PLC0415 - zwaar

    return run_prose(
        tuple(beleid),
        tuple(kader or ()),
        dag,
        vorm,
        uit=uit,
        streng=streng,
        kleur=wants_colour(kleur, op_scherm=uit is None),
    )
