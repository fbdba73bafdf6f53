"""De opdracht `audit`: alle scholen van een regio in één keer; het zware werk staat in `cli/audit.py`."""

from __future__ import annotations

import sys
from pathlib import Path  # noqa: TC003 - typer leest de aanduidingen bij het draaien
from typing import Annotated

import typer

from beleidscheck.cli.keuze import DREMPELS, choose, read_date, read_entries, wants_colour


def audit(  # noqa: PLR0913 - elke optie van de opdracht is een argument
    pad: Annotated[
        list[Path] | None,
        typer.Argument(metavar="MAP", help="Mappen of bestanden; zonder argument die uit beleidscheck.toml."),
    ] = None,
    instellingen: Annotated[
        Path | None,
        typer.Option(
            "--instellingen",
            metavar="BESTAND",
            help="De instellingen; zonder deze optie beleidscheck.toml in de map waar u bent.",
        ),
    ] = None,
    kader: Annotated[
        list[str] | None,
        typer.Option(
            "--kader",
            metavar="KADER@VERSIE",
            help="Toets alle scholen aan dit kader in plaats van aan dat in hun beleid; mag vaker.",
        ),
    ] = None,
    peildatum: Annotated[
        str | None,
        typer.Option("--peildatum", metavar="JJJJ-MM-DD", help="Doe alsof het deze dag is; zonder deze optie vandaag."),
    ] = None,
    inwerkingtreding: Annotated[
        list[str] | None,
        typer.Option(
            "--inwerkingtreding",
            metavar="KADER@VERSIE=JJJJ-MM-DD",
            help="De dag waarop het wetsvoorstel achter dit kader in werking treedt; vanaf dan weegt het als wet. Mag vaker.",
        ),
    ] = None,
    drempel: Annotated[
        str | None,
        typer.Option(
            "--drempel", metavar="|".join(DREMPELS), help="Vanaf welk gewicht de exitcode 1 is; zonder deze optie tekort."
        ),
    ] = None,
    alleen: Annotated[
        list[str] | None,
        typer.Option(
            "--alleen",
            metavar="SOORT=WAARDE",
            help="Alleen scholen met deze sector, regio of status, bijvoorbeeld sector=vo; mag vaker.",
        ),
    ] = None,
    uitsluiten: Annotated[
        list[str] | None,
        typer.Option(
            "--uitsluiten", metavar="PATROON", help="Sla bestanden over die hierop lijken, bijvoorbeeld oud/*; mag vaker."
        ),
    ] = None,
    uitvoer: Annotated[
        list[str] | None,
        typer.Option(
            "--uitvoer",
            metavar="FORMAAT=PAD",
            help="Schrijf ook dit formaat: json, jsonl, csv, xlsx, sarif, junit, github, gitlab, markdown of html; `-` als pad is het scherm. Mag vaker.",
        ),
    ] = None,
    vergelijk_met: Annotated[
        Path | None, typer.Option("--vergelijk-met", metavar="AUDIT.json", help="Zeg wat er veranderde sinds deze eerdere audit.")
    ] = None,
    historie: Annotated[
        Path | None,
        typer.Option("--historie", metavar="MAP", help="Bewaar in deze map een klein bestand met de tellingen van deze audit."),
    ] = None,
    basislijn: Annotated[
        Path | None,
        typer.Option("--basislijn", metavar="BESTAND", help="Punten die hierin staan, tellen niet mee; zij blijven zichtbaar."),
    ] = None,
    basislijn_maken: Annotated[
        Path | None,
        typer.Option(
            "--basislijn-maken", metavar="BESTAND", help="Leg vast wat er nu mis is, als begin. Nooit over een bestaande heen."
        ),
    ] = None,
    basislijn_bijwerken: Annotated[
        bool, typer.Option("--basislijn-bijwerken", help="Haal uit de basislijn wat niet meer nodig is; erbij komt er nooit een.")
    ] = False,
    zonder_afwijkingen: Annotated[
        bool, typer.Option("--zonder-afwijkingen", help="Tel vastgelegde afwijkingen niet mee, zoals een auditor doet.")
    ] = False,
    werkers: Annotated[
        int | None,
        typer.Option("--werkers", metavar="AANTAL", min=0, max=1000, help="Hoeveel processen; 0 of niets is één per kern."),
    ] = None,
    voorraad: Annotated[
        Path | None,
        typer.Option(
            "--voorraad", metavar="BESTAND", help="Bewaar uitslagen in dit bestand: een volgende keer gaat dan veel sneller."
        ),
    ] = None,
    site: Annotated[
        Path | None,
        typer.Option("--site", metavar="MAP", help="Maak in deze map een site van de audit, met een bladzijde voor elke school."),
    ] = None,
    openbaar: Annotated[
        bool, typer.Option("--openbaar", help="Maak de site zonder namen: alleen aantallen, en geen kleine.")
    ] = False,
    minimum: Annotated[
        int | None,
        typer.Option("--minimum", metavar="AANTAL", min=0, max=1000, help="Toon met --openbaar geen aantal onder dit; zonder deze optie 5."),
    ] = None,
    kleur: Annotated[
        bool | None, typer.Option("--kleur/--geen-kleur", help="Kleur in de terminal; zonder deze optie alleen op een scherm.")
    ] = None,
) -> int:
    """Toets alle scholen onder een map, en maak er overzichten van.

    $ beleidscheck audit scholen/

    $ beleidscheck audit scholen/ --uitvoer xlsx=a.xlsx --uitvoer sarif=a.sarif

    $ beleidscheck audit --vergelijk-met audit-2025.json

    $ beleidscheck audit scholen/ --site site/

    Wat voor elke keer geldt, schrijft u in beleidscheck.toml; de opdrachtregel wint. Scholen staan op naam, er is geen ranglijst.
    """
    from beleidscheck.cli.audit import Auditopdracht, run_command  # noqa: PLC0415 - zwaar

    return run_command(
        Auditopdracht(
            paden=tuple(pad or ()),
            instellingen=instellingen,
            kaders=tuple(kader or ()),
            inwerkingtreding=read_entries(inwerkingtreding or ()),
            peildatum=None if peildatum is None else read_date(peildatum),
            drempel=None if drempel is None else choose(drempel, DREMPELS, "--drempel"),
            alleen=tuple(alleen or ()),
            uitsluiten=tuple(uitsluiten or ()),
            uitvoer=tuple(uitvoer or ()),
            vergelijk_met=vergelijk_met,
            historie=historie,
            basislijn=basislijn,
            basislijn_maken=basislijn_maken,
            basislijn_bijwerken=basislijn_bijwerken,
            zonder_afwijkingen=zonder_afwijkingen,
            werkers=werkers,
            voorraad=voorraad,
            site=site,
            openbaar=openbaar,
            minimum=minimum,
            kleur=wants_colour(kleur, op_scherm=sys.stdout.isatty()),
        )
    )
