"""De opdrachten van beleidscheck; zware onderdelen worden pas geladen door de opdracht die ze nodig heeft."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Annotated, Final

import typer

from beleidscheck import __version__
from beleidscheck.cli.app_audit import audit
from beleidscheck.cli.app_kader import app_kader
from beleidscheck.cli.app_mr import oplegger, vergelijk
from beleidscheck.cli.app_proza import proza
from beleidscheck.cli.app_swv import app_swv
from beleidscheck.cli.hulp import DutchCommand, DutchGroup
from beleidscheck.cli.keuze import (
    AGENDAFORMAAT,
    BESTANDSFORMATEN,
    CASUSFORMATEN,
    DOCUMENTEN,
    DOCUMENTFORMATEN,
    DREMPELS,
    FORMATEN,
    LEZERS,
    SCHEMAS,
    choose,
    read_day,
    read_entries,
    wants_colour,
)
from beleidscheck.errors import UsageError

#: De peildatum van de voorbeelden: zij zijn geschreven voor schooljaar 2026-2027 en blijven daarmee waar.
DEMO_PEILDATUM: Final = date(2026, 10, 1)

app = typer.Typer(cls=DutchGroup, rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
app.add_typer(app_kader, name="kader")
app.add_typer(app_swv, name="swv")


def _version(gevraagd: bool) -> None:
    if gevraagd:
        sys.stdout.write(f"beleidscheck {__version__}\n")
        raise typer.Exit


@app.callback()
def main(
    versie: Annotated[
        bool, typer.Option("--version", "--versie", help="Toon de versie.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Toets het aanwezigheidsbeleid van een school aan kaders, en maak er een document van.

    Beginnen? Bekijk de voorbeelden, kopieer er een en toets het:

    $ beleidscheck demo --uit voorbeeld

    $ beleidscheck toets mijn-school.yaml

    De uitkomst is een exitcode: 0 in orde, 1 bevindingen, 2 verkeerd gebruik of een onleesbaar bestand, 3 niets getoetst.
    """
    del versie


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


@app.command(cls=DutchCommand)
def toets(  # noqa: PLR0913 - elke optie van de opdracht is een argument
    pad: Annotated[list[Path], typer.Argument(metavar="PAD", help="Een beleidsbestand, of een map met beleidsbestanden.")],
    kader: Annotated[
        list[str] | None,
        typer.Option(
            "--kader",
            metavar="KADER@VERSIE",
            help="Toets aan dit kader in plaats van aan die in het beleid; mag vaker. Een eigen kader is een pad naar een YAML-bestand.",
        ),
    ] = None,
    peildatum: Peildatum = None,
    formaat: Annotated[
        str, typer.Option("--formaat", metavar="|".join((*FORMATEN, *BESTANDSFORMATEN)), help="Hoe het rapport eruitziet.")
    ] = "terminal",
    uit: Annotated[
        Path | None,
        typer.Option("--uit", metavar="PAD", help="Schrijf naar dit bestand, of naar deze map als er meer rapporten zijn."),
    ] = None,
    drempel: Annotated[
        str, typer.Option("--drempel", metavar="|".join(DREMPELS), help="Vanaf welk gewicht de exitcode 1 is.")
    ] = "tekort",
    inwerkingtreding: Annotated[
        list[str] | None,
        typer.Option(
            "--inwerkingtreding",
            metavar="KADER@VERSIE=JJJJ-MM-DD",
            help="Reken alsof het wetsvoorstel van dit kader op deze dag in werking treedt; mag vaker. Zonder dag weegt het hooguit als aandachtspunt.",
        ),
    ] = None,
    voor: Annotated[
        str,
        typer.Option(
            "--voor",
            metavar="|".join(LEZERS),
            help="Voor wie het rapport is: volgorde, lengte en woorden verschillen, het oordeel niet.",
        ),
    ] = "schoolleider",
    zonder_afwijkingen: Annotated[
        bool, typer.Option("--zonder-afwijkingen", help="Tel vastgelegde afwijkingen niet mee, zoals een auditor doet.")
    ] = False,
    kleur: Annotated[
        bool | None, typer.Option("--kleur/--geen-kleur", help="Kleur in de terminal; zonder deze optie alleen op een scherm.")
    ] = None,
    sjablonen: Sjablonen = None,
    sjabloon: Wordsjabloon = None,
) -> int:
    """Toets beleid aan zijn kaders en toon wat er nog moet gebeuren.

    $ beleidscheck toets mijn-school.yaml

    $ beleidscheck toets scholen/ --formaat html --uit rapporten/

    $ beleidscheck toets mijn-school.yaml --kader model16@2023 --voor mr
    """
    gekozen = (choose(formaat, (*FORMATEN, *BESTANDSFORMATEN), "--formaat"), choose(drempel, DREMPELS, "--drempel"), choose(voor, LEZERS, "--voor"))
    dag, ingesteld = read_day(peildatum), read_entries(inwerkingtreding or ())
    from beleidscheck.cli.toetsen import Opdracht, run_check  # noqa: PLC0415 - zwaar

    return run_check(
        Opdracht(
            tuple(pad),
            tuple(kader or ()),
            dag,
            *gekozen,
            uit=uit,
            zonder_afwijkingen=zonder_afwijkingen,
            kleur=wants_colour(kleur, op_scherm=uit is None),
            sjablonen=sjablonen,
            sjabloon=sjabloon,
            inwerkingtreding=ingesteld,
        )
    )


app.command(cls=DutchCommand)(proza)


@app.command(cls=DutchCommand)
def publiceer(  # noqa: PLR0913 - elke optie van de opdracht is een argument
    beleid: Annotated[Path, typer.Argument(metavar="BELEID", help="Het beleidsbestand.")],
    uit: Annotated[
        Path | None,
        typer.Option(
            "--uit",
            metavar="PAD",
            help="Het bestand of de map waar het document komt; zonder deze optie in de map waar u bent, met de naam van het beleid.",
        ),
    ] = None,
    document: Annotated[
        str,
        typer.Option("--document", metavar="DOCUMENT", help=f"Welk document: {', '.join(DOCUMENTEN[:-1])} of {DOCUMENTEN[-1]}."),
    ] = "beleid",
    formaat: Annotated[
        str,
        typer.Option(
            "--formaat",
            metavar="|".join((*DOCUMENTFORMATEN, *BESTANDSFORMATEN, AGENDAFORMAAT)),
            help="Hoe het document eruitziet; ics is een agendabestand en alleen voor de jaarkalender.",
        ),
    ] = "html",
    peildatum: Peildatum = None,
    sjablonen: Sjablonen = None,
    sjabloon: Wordsjabloon = None,
) -> int:
    """Maak het beleidsdocument voor uw website, of een kaart voor ouders, leerlingen of medewerkers.

    $ beleidscheck publiceer mijn-school.yaml --uit beleid.html

    $ beleidscheck publiceer mijn-school.yaml --formaat pdf

    $ beleidscheck publiceer mijn-school.yaml --formaat docx --sjabloon school.docx

    $ beleidscheck publiceer mijn-school.yaml --document informatiekaart

    $ beleidscheck publiceer mijn-school.yaml --document alles --uit documenten/

    Zolang het beleid niet gereed en vastgesteld is, staat er CONCEPT op.
    """
    welk, dag = choose(document, DOCUMENTEN, "--document"), read_day(peildatum)
    agenda = (AGENDAFORMAAT,) if welk == "jaarkalender" else ()
    vorm = choose(formaat, (*DOCUMENTFORMATEN, *BESTANDSFORMATEN, *agenda), "--formaat")
    if welk != "beleid":
        from beleidscheck.cli.familie import run_family  # noqa: PLC0415 - zwaar

        return run_family(beleid, uit, welk, vorm, sjablonen, sjabloon, dag)
    from beleidscheck.cli.publiceren import Vorm, run_publish  # noqa: PLC0415 - zwaar

    return run_publish(beleid, uit, Vorm(vorm, sjablonen, sjabloon), dag)


app.command(cls=DutchCommand)(vergelijk)
app.command(cls=DutchCommand)(oplegger)


@app.command(cls=DutchCommand)
def uitleg(
    wat: Annotated[
        str | None,
        typer.Argument(
            metavar="NORM|ELEMENT|SOORT",
            help="Het id van een norm, het nummer of de naam van een element, een soort toets, een veld van het beleid of een vast woord.",
        ),
    ] = None,
    kader: Annotated[
        list[str] | None, typer.Option("--kader", metavar="KADER@VERSIE", help="Alleen dit kader; mag vaker. Een eigen kader is een pad naar een YAML-bestand.")
    ] = None,
    html: Annotated[
        Path | None,
        typer.Option("--html", metavar="MAP", help="Maak in deze map een site met de uitleg van alle normen, soorten, velden en woorden."),
    ] = None,
    sjablonen: Sjablonen = None,
) -> int:
    """Leg uit wat een norm of element vraagt, waarom, en hoe u het regelt.

    $ beleidscheck uitleg model16.1.visie

    $ beleidscheck uitleg 9

    $ beleidscheck uitleg soort:stap

    $ beleidscheck uitleg --html uitleg/
    """
    if html is not None:
        if wat is not None:
            raise UsageError(f"Bij `--html` komt de hele uitleg in de map. Laat «{wat}» weg, of laat `--html` weg.")
        from beleidscheck.cli.uitleg_site import run_site  # noqa: PLC0415 - zwaar

        return run_site(html, tuple(kader or ()), sjablonen)
    if sjablonen is not None:
        raise UsageError("De optie `--sjablonen` hoort bij `--html`: in de terminal zijn er geen sjablonen.")
    if wat is None:
        raise UsageError("Noem wat u uitgelegd wilt hebben, of geef een map voor alles: `beleidscheck uitleg --html MAP`.")
    from beleidscheck.cli.uitleggen import explain  # noqa: PLC0415 - zwaar

    sys.stdout.write(explain(wat, tuple(kader or ())) + "\n")
    return 0


@app.command(cls=DutchCommand)
def kaders(
    telling: Annotated[bool, typer.Option("--telling", help="Tel per kader hoe elke norm wordt getoetst.")] = False,
) -> int:
    """Toon de kaders waaraan getoetst kan worden.

    $ beleidscheck kaders --telling
    """
    from beleidscheck.cli.uitleggen import list_kaders  # noqa: PLC0415 - zwaar

    sys.stdout.write(list_kaders(telling=telling, dag=read_day(None)) + "\n")
    return 0


app.command(cls=DutchCommand)(audit)


@app.command(cls=DutchCommand)
def schema(
    welk: Annotated[
        str, typer.Argument(metavar="|".join(SCHEMAS), help="Welk schema; zonder dit argument dat van een beleid.")
    ] = "beleid",
    uit: Annotated[Path | None, typer.Option("--uit", metavar="BESTAND", help="Schrijf naar dit bestand.")] = None,
    kader: Annotated[
        list[str] | None,
        typer.Option(
            "--kader", metavar="KADER@VERSIE", help="Neem ook de woorden en de regionale velden van dit kader op; mag vaker."
        ),
    ] = None,
) -> int:
    """Toon het JSON-schema, voor uw tekstverwerker of voor andere programma's.

    $ beleidscheck schema beleid --uit beleid.schema.json

    $ beleidscheck schema --kader noord-kennemerland@2024-2025 --uit regio.json

    Zet boven in uw beleid:

    $ # yaml-language-server: $schema=beleid.schema.json
    """
    from beleidscheck.cli.schemas import schema_for  # noqa: PLC0415 - alleen hier nodig
    from beleidscheck.cli.schrijf import write_text  # noqa: PLC0415 - alleen hier nodig

    naam = choose(welk, SCHEMAS, "`beleidscheck schema`")
    tekst = schema_for(naam, tuple(kader or ()))
    if uit is None:
        sys.stdout.write(tekst)
    else:
        write_text(uit, tekst)
        sys.stdout.write(f"Geschreven: {uit}\n")
    return 0


@app.command(cls=DutchCommand)
def casus(  # noqa: PLR0913 - elke optie van de opdracht is een argument
    casus: Annotated[
        list[str] | None,
        typer.Argument(metavar="CASUS", help="Een casusbestand, een map ermee, of de naam van een meegeleverde casus."),
    ] = None,
    beleid: Annotated[
        str | None,
        typer.Option(
            "--beleid",
            metavar="BELEID",
            help="Onder welke ladder: een beleidsbestand, of een kader als naam@versie. Zonder deze optie de ladder die de casus noemt.",
        ),
    ] = None,
    tegen: Annotated[
        str | None, typer.Option("--tegen", metavar="BELEID", help="Leg dit beleid ernaast, of een kader als naam@versie, en zie wie eerder is.")
    ] = None,
    formaat: Annotated[
        str, typer.Option("--formaat", metavar="|".join(CASUSFORMATEN), help="Hoe de tijdlijn eruitziet.")
    ] = "terminal",
    uit: Annotated[
        Path | None, typer.Option("--uit", metavar="PAD", help="Schrijf naar dit bestand, of naar deze map.")
    ] = None,
    verwacht: Annotated[
        bool, typer.Option("--verwacht", help="Ga na of er volgt wat de casus verwacht; zo niet, dan is de exitcode 1.")
    ] = False,
    lijst: Annotated[bool, typer.Option("--lijst", help="Toon de meegeleverde casussen.")] = False,
    kleur: Annotated[
        bool | None, typer.Option("--kleur/--geen-kleur", help="Kleur in de terminal; zonder deze optie alleen op een scherm.")
    ] = None,
    sjablonen: Sjablonen = None,
) -> int:
    """Laat zien wat er gebeurt als: een verzonnen leerling, dag voor dag, onder uw ladder.

    $ beleidscheck casus zes-keer-te-laat --beleid mijn-school.yaml

    $ beleidscheck casus vierde-ziekmelding --beleid nieuw.yaml --tegen oud.yaml

    $ beleidscheck casus mijn-casussen/ --beleid mijn-school.yaml --verwacht

    Zonder argumenten ziet u de meegeleverde casussen.
    """
    vorm = choose(formaat, CASUSFORMATEN, "--formaat")
    from beleidscheck.cli.casussen import Casusopdracht, list_casussen, run_casussen  # noqa: PLC0415 - zwaar

    if lijst or not casus:
        sys.stdout.write(list_casussen())
        return 0
    kleuren = wants_colour(kleur, op_scherm=uit is None)
    return run_casussen(Casusopdracht(tuple(casus), beleid, tegen, vorm, uit, verwacht, kleuren, sjablonen))


@app.command(cls=DutchCommand)
def demo(
    uit: Annotated[Path, typer.Option("--uit", metavar="MAP", help="De map waarin alles komt.")] = Path("beleidscheck-demo"),
) -> int:
    """Toets de voorbeeldscholen en maak hun documenten en rapporten.

    $ beleidscheck demo --uit voorbeeld

    In de map komen per school het beleid, het document en het rapport. De scholen zijn verzonnen.
    """
    from beleidscheck.cli.voorbeelden import run_demo  # noqa: PLC0415 - zwaar

    return run_demo(uit, DEMO_PEILDATUM)
