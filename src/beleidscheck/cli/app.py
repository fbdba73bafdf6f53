"""De opdrachten van beleidscheck; zware onderdelen worden pas geladen door de opdracht die ze nodig heeft."""

from __future__ import annotations

import os
import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer

from beleidscheck import __version__
from beleidscheck.cli.hulp import DutchCommand, DutchGroup
from beleidscheck.errors import UsageError

#: De peildatum van de voorbeelden: zij zijn geschreven voor schooljaar 2026-2027 en blijven daarmee waar.
DEMO_PEILDATUM: Final = date(2026, 10, 1)


class Formaat(StrEnum):
    """Hoe het rapport eruitziet."""

    TERMINAL = "terminal"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"


class Drempel(StrEnum):
    """Vanaf welk gewicht de exitcode 1 wordt."""

    TEKORT = "tekort"
    AANDACHTSPUNT = "aandachtspunt"
    TIP = "tip"


class Voor(StrEnum):
    """Voor wie het rapport is."""

    SCHOOLLEIDER = "schoolleider"
    MR = "mr"
    SWV = "swv"


class Documentformaat(StrEnum):
    """Hoe het beleidsdocument eruitziet."""

    HTML = "html"
    MARKDOWN = "markdown"


class Schema(StrEnum):
    """Welk schema."""

    BELEID = "beleid"
    KADER = "kader"
    RAPPORT = "rapport"


app = typer.Typer(
    cls=DutchGroup, rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False, no_args_is_help=True
)


def _version(gevraagd: bool) -> None:
    if gevraagd:
        typer.echo(f"beleidscheck {__version__}")
        raise typer.Exit


@app.callback()
def main(
    versie: Annotated[bool, typer.Option("--version", help="Toon de versie.", callback=_version, is_eager=True)] = False,
) -> None:
    """Toets het aanwezigheidsbeleid van een school aan kaders, en maak er een document van.

    Beginnen? Kopieer een voorbeeld en toets het:

    $ beleidscheck demo --uit voorbeeld

    $ beleidscheck toets mijn-school.yaml

    De uitkomst is een exitcode: 0 in orde, 1 bevindingen, 2 verkeerd gebruik of een onleesbaar bestand, 3 niets getoetst.
    """
    del versie


def _date(tekst: str | None) -> date:
    """Return the peildatum: today, or the date given. Only here is today known."""
    if tekst is None:
        return date.today()  # noqa: DTZ011 - de kalenderdag van de gebruiker is bedoeld
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        raise UsageError(f"«{tekst}» is geen datum. Schrijf jaar-maand-dag, bijvoorbeeld --peildatum 2026-10-01.") from None


Peildatum = Annotated[
    str | None, typer.Option("--peildatum", metavar="JJJJ-MM-DD", help="Toets alsof het deze dag is; zonder deze optie vandaag.")
]


@app.command(cls=DutchCommand)
def toets(  # noqa: PLR0913 - elke optie van de opdracht is een argument
    pad: Annotated[list[Path], typer.Argument(metavar="PAD", help="Een beleidsbestand, of een map met beleidsbestanden.")],
    kader: Annotated[
        list[str] | None,
        typer.Option("--kader", metavar="ID@VERSIE", help="Toets aan dit kader in plaats van die in het beleid; mag vaker."),
    ] = None,
    peildatum: Peildatum = None,
    formaat: Annotated[Formaat, typer.Option("--formaat", help="Het formaat van het rapport.")] = Formaat.TERMINAL,
    uit: Annotated[
        Path | None,
        typer.Option("--uit", metavar="PAD", help="Schrijf naar dit bestand, of naar deze map als er meer rapporten zijn."),
    ] = None,
    drempel: Annotated[Drempel, typer.Option("--drempel", help="Vanaf welk gewicht de exitcode 1 is.")] = Drempel.TEKORT,
    voor: Annotated[
        Voor, typer.Option("--voor", help="Voor wie het rapport is: volgorde, lengte en woorden verschillen, het oordeel niet.")
    ] = Voor.SCHOOLLEIDER,
    zonder_afwijkingen: Annotated[
        bool, typer.Option("--zonder-afwijkingen", help="Tel vastgelegde afwijkingen niet mee, zoals een auditor doet.")
    ] = False,
    kleur: Annotated[
        bool | None, typer.Option("--kleur/--geen-kleur", help="Kleur in de terminal; zonder deze optie alleen op een scherm.")
    ] = None,
    sjablonen: Annotated[Path | None, typer.Option("--sjablonen", metavar="MAP", help="Eigen sjablonen voor HTML.")] = None,
) -> int:
    """Toets beleid aan zijn kaders en toon wat er nog moet gebeuren.

    $ beleidscheck toets mijn-school.yaml

    $ beleidscheck toets scholen/ --formaat html --uit rapporten/

    $ beleidscheck toets mijn-school.yaml --kader model16@2023 --voor mr
    """
    from beleidscheck.cli.toetsen import Opdracht, run_check  # noqa: PLC0415 - zwaar

    return run_check(
        Opdracht(
            paden=tuple(pad),
            kaders=tuple(kader or ()),
            peildatum=_date(peildatum),
            formaat=str(formaat),
            uit=uit,
            drempel=str(drempel),
            voor=str(voor),
            zonder_afwijkingen=zonder_afwijkingen,
            kleur=_colour(kleur) if uit is None else bool(kleur),
            sjablonen=sjablonen,
        )
    )


def _colour(gevraagd: bool | None) -> bool:
    if gevraagd is not None:
        return gevraagd
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


@app.command(cls=DutchCommand)
def publiceer(
    beleid: Annotated[Path, typer.Argument(metavar="BELEID", help="Het beleidsbestand.")],
    uit: Annotated[
        Path | None,
        typer.Option(
            "--uit", metavar="BESTAND", help="Waar het document komt; zonder deze optie naast u, met de naam van het beleid."
        ),
    ] = None,
    formaat: Annotated[Documentformaat, typer.Option("--formaat", help="Het formaat van het document.")] = Documentformaat.HTML,
    peildatum: Peildatum = None,
    sjablonen: Annotated[Path | None, typer.Option("--sjablonen", metavar="MAP", help="Eigen sjablonen van de school.")] = None,
) -> int:
    """Maak het beleidsdocument dat u op uw website zet.

    $ beleidscheck publiceer mijn-school.yaml --uit beleid.html

    Zolang het beleid niet gereed en vastgesteld is, staat er CONCEPT op.
    """
    from beleidscheck.cli.publiceren import run_publish  # noqa: PLC0415 - zwaar

    return run_publish(beleid, uit, str(formaat), _date(peildatum), sjablonen)


@app.command(cls=DutchCommand)
def uitleg(
    wat: Annotated[
        str, typer.Argument(metavar="NORM|ELEMENT", help="Het id van een norm, of het nummer of de naam van een element.")
    ],
    kader: Annotated[
        list[str] | None, typer.Option("--kader", metavar="ID@VERSIE", help="Alleen in dit kader zoeken; mag vaker.")
    ] = None,
) -> int:
    """Leg uit wat een norm of element vraagt, waarom, en hoe u het regelt.

    $ beleidscheck uitleg model16.1.visie

    $ beleidscheck uitleg 9
    """
    from beleidscheck.cli.uitleggen import explain  # noqa: PLC0415 - zwaar

    typer.echo(explain(wat, tuple(kader or ())))
    return 0


@app.command(cls=DutchCommand)
def kaders(
    telling: Annotated[bool, typer.Option("--telling", help="Tel per kader hoe elke norm wordt getoetst.")] = False,
) -> int:
    """Toon de kaders waaraan getoetst kan worden.

    $ beleidscheck kaders --telling
    """
    from beleidscheck.cli.uitleggen import list_kaders  # noqa: PLC0415 - zwaar

    typer.echo(list_kaders(telling=telling))
    return 0


@app.command(cls=DutchCommand)
def schema(
    welk: Annotated[Schema, typer.Argument(metavar="beleid|kader|rapport", help="Welk schema.")] = Schema.BELEID,
    uit: Annotated[Path | None, typer.Option("--uit", metavar="BESTAND", help="Schrijf naar dit bestand.")] = None,
) -> int:
    """Toon het JSON Schema, voor uw tekstverwerker of voor andere programma's.

    $ beleidscheck schema beleid --uit beleid.schema.json

    Zet boven in uw beleid: # yaml-language-server: $schema=beleid.schema.json
    """
    from beleidscheck.cli.schrijf import write_text  # noqa: PLC0415 - alleen hier nodig
    from beleidscheck.data import schema_dir  # noqa: PLC0415 - alleen hier nodig

    tekst = (schema_dir() / f"{welk}.schema.json").read_text(encoding="utf-8")
    if uit is None:
        typer.echo(tekst, nl=False)
    else:
        write_text(uit, tekst)
        typer.echo(f"Geschreven: {uit}")
    return 0


@app.command(cls=DutchCommand)
def demo(
    uit: Annotated[Path, typer.Option("--uit", metavar="MAP", help="De map waarin alles komt.")] = Path("beleidscheck-demo"),
) -> int:
    """Toets de voorbeeldscholen en maak hun documenten en rapporten.

    $ beleidscheck demo --uit voorbeeld

    In de map komen per school het beleid, het document en het gap-rapport. De scholen zijn verzonnen.
    """
    from beleidscheck.cli.voorbeelden import run_demo  # noqa: PLC0415 - zwaar

    return run_demo(uit, DEMO_PEILDATUM)
