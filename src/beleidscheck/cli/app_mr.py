"""De opdrachten voor de medezeggenschapsraad; zware onderdelen laadt de opdracht die ze nodig heeft."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from beleidscheck.cli.keuze import BESTANDSFORMATEN, DOCUMENTFORMATEN, FORMATEN, choose, read_day, wants_colour

Peildatum = Annotated[
    str | None, typer.Option("--peildatum", metavar="JJJJ-MM-DD", help="Doe alsof het deze dag is; zonder deze optie vandaag.")
]
Sjablonen = Annotated[
    Path | None, typer.Option("--sjablonen", metavar="MAP", help="Een map met eigen sjablonen of een eigen stijlblad.")
]
Wordsjabloon = Annotated[
    Path | None,
    typer.Option("--sjabloon", metavar="BESTAND", help="Een Word-bestand van uw school: het document krijgt zijn stijlen en bladspiegel."),
]


def vergelijk(  # noqa: PLR0913 - elke optie van de opdracht is een argument
    oud: Annotated[Path, typer.Argument(metavar="OUD", help="Het beleid zoals het was.")],
    nieuw: Annotated[Path, typer.Argument(metavar="NIEUW", help="Het beleid zoals het wordt.")],
    peildatum: Peildatum = None,
    formaat: Annotated[
        str, typer.Option("--formaat", metavar="|".join((*FORMATEN, *BESTANDSFORMATEN)), help="Hoe de vergelijking eruitziet.")
    ] = "terminal",
    uit: Annotated[Path | None, typer.Option("--uit", metavar="PAD", help="Schrijf naar dit bestand, of in deze map.")] = None,
    kleur: Annotated[
        bool | None, typer.Option("--kleur/--geen-kleur", help="Kleur in de terminal; zonder deze optie alleen op een scherm.")
    ] = None,
    sjablonen: Sjablonen = None,
    sjabloon: Wordsjabloon = None,
) -> int:
    """Vergelijk twee versies van een beleid: wat was het, wat wordt het, en voor welke leerling maakt dat uit?

    $ beleidscheck vergelijk oud.yaml nieuw.yaml

    $ beleidscheck vergelijk oud.yaml nieuw.yaml --formaat docx --uit was-wordt.docx

    Alleen opmaak, commentaar of een andere volgorde telt niet als verandering. De exitcode is 0, ook als er veel verandert.
    """
    vorm, dag = choose(formaat, (*FORMATEN, *BESTANDSFORMATEN), "--formaat"), read_day(peildatum)
    from beleidscheck.cli.mr import Vergelijkopdracht, run_policy_comparison  # noqa: PLC0415 - zwaar

    kleuren = wants_colour(kleur, op_scherm=uit is None)
    return run_policy_comparison(Vergelijkopdracht(oud, nieuw, dag, vorm, uit, kleuren, sjablonen, sjabloon))


def oplegger(  # noqa: PLR0913 - idem
    beleid: Annotated[Path, typer.Argument(metavar="BELEID", help="Het beleidsbestand dat de raad krijgt.")],
    vorige: Annotated[
        Path | None, typer.Option("--vorige", metavar="OUD", help="De vorige versie; dan staat er ook wat er verandert.")
    ] = None,
    uit: Annotated[
        Path | None,
        typer.Option("--uit", metavar="PAD", help="Het bestand of de map; zonder deze optie in de map waar u bent, met de naam van het beleid."),
    ] = None,
    formaat: Annotated[
        str, typer.Option("--formaat", metavar="|".join((*DOCUMENTFORMATEN, *BESTANDSFORMATEN)), help="Hoe de oplegger eruitziet.")
    ] = "html",
    peildatum: Peildatum = None,
    sjablonen: Sjablonen = None,
    sjabloon: Wordsjabloon = None,
) -> int:
    """Maak het blad voor de medezeggenschapsraad: wat verandert, wat afwijkt, wat zij beoordeelt en welke rechten gelden.

    $ beleidscheck oplegger mijn-school.yaml --formaat pdf

    $ beleidscheck oplegger nieuw.yaml --vorige oud.yaml --formaat docx

    Eén bladzijde met een bijlage, en ruimte voor het antwoord van de raad.
    """
    vorm, dag = choose(formaat, (*DOCUMENTFORMATEN, *BESTANDSFORMATEN), "--formaat"), read_day(peildatum)
    from beleidscheck.cli.mr import run_cover_sheet  # noqa: PLC0415 - zwaar
    from beleidscheck.cli.publiceren import Vorm  # noqa: PLC0415 - zwaar

    return run_cover_sheet(beleid, vorige, uit, Vorm(vorm, sjablonen, sjabloon), dag)
