"""De opdrachten over kaders zelf, onder `beleidscheck kader`; zware onderdelen laadt de opdracht die ze nodig heeft."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from beleidscheck.cli.hulp import DutchCommand, DutchGroup
from beleidscheck.cli.keuze import CONTROLEFORMATEN, DREMPELS, FORMATEN, choose, read_day, wants_colour

app_kader = typer.Typer(cls=DutchGroup, rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)


@app_kader.callback()
def kader() -> None:
    """Maak en controleer een eigen kader, vergelijk kaders, en kijk of één beleid aan meer kaders kan voldoen.

    Wat verandert er met een nieuw protocol, en wat betekent dat voor uw school?

    $ beleidscheck kader vergelijk OUD NIEUW mijn-school.yaml

    Een kader is `naam@versie`, of een pad naar een YAML-bestand.
    """


Peildatum = Annotated[
    str | None, typer.Option("--peildatum", metavar="JJJJ-MM-DD", help="Doe alsof het deze dag is; zonder deze optie vandaag.")
]
Formaat = Annotated[str, typer.Option("--formaat", metavar="|".join(FORMATEN), help="Hoe de uitkomst eruitziet.")]
Kleur = Annotated[
    bool | None, typer.Option("--kleur/--geen-kleur", help="Kleur in de terminal; zonder deze optie alleen op een scherm.")
]
Sjablonen = Annotated[
    Path | None, typer.Option("--sjablonen", metavar="MAP", help="Een map met eigen sjablonen of een eigen stijlblad.")
]


@app_kader.command(cls=DutchCommand)
def vergelijk(  # noqa: PLR0913 - elke optie van de opdracht is een argument
    oud: Annotated[str, typer.Argument(metavar="OUD", help="Het kader dat nu geldt, als naam@versie of als bestand.")],
    nieuw: Annotated[str, typer.Argument(metavar="NIEUW", help="Het kader dat ervoor in de plaats komt.")],
    beleid: Annotated[
        list[Path] | None,
        typer.Argument(metavar="BELEID", help="Beleidsbestanden of mappen: wat verandert er voor deze scholen?"),
    ] = None,
    peildatum: Peildatum = None,
    formaat: Formaat = "terminal",
    uit: Annotated[
        Path | None,
        typer.Option("--uit", metavar="PAD", help="Schrijf naar dit bestand, of naar deze map als er meer scholen zijn."),
    ] = None,
    voorstel: Annotated[
        Path | None,
        typer.Option(
            "--voorstel",
            metavar="MAP",
            help="Schrijf in deze map per school het aangevulde beleid en het verschil met het oude (patch).",
        ),
    ] = None,
    drempel: Annotated[
        str,
        typer.Option(
            "--drempel",
            metavar="|".join(DREMPELS),
            help="Vanaf welk gewicht de exitcode 1 is als een school aan een norm niet meer voldoet.",
        ),
    ] = "aandachtspunt",
    kleur: Kleur = None,
    sjablonen: Sjablonen = None,
) -> int:
    """Vergelijk twee kaders of versies, en zie wat dat voor scholen betekent.

    $ beleidscheck kader vergelijk OUD NIEUW

    $ beleidscheck kader vergelijk OUD NIEUW mijn-school.yaml

    $ beleidscheck kader vergelijk OUD NIEUW scholen/ --formaat html --uit blad/

    Met één school maakt `--formaat html` het wijzigingsblad voor de medezeggenschapsraad; met meer scholen een overzicht
    en een wijzigingsblad per school.
    """
    gekozen = (choose(formaat, FORMATEN, "--formaat"), choose(drempel, DREMPELS, "--drempel"))
    dag = read_day(peildatum)
    from beleidscheck.cli.vergelijken import Opdracht, run_compare  # noqa: PLC0415 - zwaar

    return run_compare(
        Opdracht(
            oud,
            nieuw,
            tuple(beleid or ()),
            dag,
            *gekozen,
            uit=uit,
            voorstel=voorstel,
            kleur=wants_colour(kleur, op_scherm=uit is None),
            sjablonen=sjablonen,
        )
    )


@app_kader.command(cls=DutchCommand)
def samen(  # noqa: PLR0913 - idem
    kader: Annotated[list[str], typer.Argument(metavar="KADER", help="Twee of meer kaders, als naam@versie of als bestand.")],
    peildatum: Peildatum = None,
    formaat: Formaat = "terminal",
    uit: Annotated[Path | None, typer.Option("--uit", metavar="PAD", help="Schrijf naar dit bestand.")] = None,
    voorstel: Annotated[
        Path | None,
        typer.Option("--voorstel", metavar="BESTAND", help="Schrijf het gezamenlijke beleid en de gezamenlijke ladder naar dit bestand."),
    ] = None,
    kleur: Kleur = None,
    sjablonen: Sjablonen = None,
) -> int:
    """Zoek uit of één beleid aan al deze kaders kan voldoen, en toon dat beleid of wat botst.

    $ beleidscheck kader samen model16@2023 zuid-kennemerland-ijmond@2021

    De exitcode is 0 als er zo'n beleid is, en 1 als er normen botsen of als het niet gevonden is.
    """
    gekozen = choose(formaat, FORMATEN, "--formaat")
    dag = read_day(peildatum)
    from beleidscheck.cli.samenvoegen import Opdracht, run_join  # noqa: PLC0415 - zwaar

    return run_join(
        Opdracht(
            tuple(kader),
            dag,
            gekozen,
            uit=uit,
            voorstel=voorstel,
            kleur=wants_colour(kleur, op_scherm=uit is None),
            sjablonen=sjablonen,
        )
    )


@app_kader.command(cls=DutchCommand)
def nieuw(  # noqa: PLR0913 - elke optie van de opdracht is een argument
    doel: Annotated[Path, typer.Argument(metavar="MAP|BESTAND", help="De map of het bestand (.yaml) waar het kader komt.")],
    id_: Annotated[str, typer.Option("--id", metavar="NAAM", help="Hoe het kader heet: kleine letters, cijfers en streepjes.")] = "",
    versie: Annotated[str, typer.Option("--versie", metavar="VERSIE", help="De versie; zonder deze optie het jaar.")] = "",
    regio: Annotated[str, typer.Option("--regio", metavar="REGIO", help="Alleen voor scholen in deze regio.")] = "",
    gebaseerd_op: Annotated[
        str,
        typer.Option("--gebaseerd-op", metavar="KADER@VERSIE", help="Neem de normen van dit kader over, en scherp ze aan."),
    ] = "",
    titel: Annotated[str, typer.Option("--titel", metavar="TEKST", help="De naam zoals een lezer hem ziet.")] = "",
    peildatum: Peildatum = None,
) -> int:
    """Begin een eigen kader: een bestand met uitleg en werkende voorbeelden, om aan te passen.

    $ beleidscheck kader nieuw kaders/ --id mijn-regio --versie 2026

    $ beleidscheck kader nieuw kaders/ --id mijn-regio --gebaseerd-op model16@2023

    Er wordt nooit iets overschreven. Naast het kader komt het schema waarmee een editor aanvult en uitlegt.
    """
    dag = read_day(peildatum)
    from beleidscheck.cli.kadernieuw import Opdracht, run_new  # noqa: PLC0415 - zwaar

    return run_new(Opdracht(doel, id_, versie, regio, titel, gebaseerd_op, dag))


@app_kader.command(cls=DutchCommand)
def controleer(
    kaders: Annotated[
        list[str], typer.Argument(metavar="KADER", help="Een kaderbestand, een map met kaders, of een meegeleverd kader als naam@versie.")
    ],
    formaat: Annotated[
        str, typer.Option("--formaat", metavar="|".join(CONTROLEFORMATEN), help="Hoe de uitkomst eruitziet.")
    ] = "terminal",
    uit: Annotated[Path | None, typer.Option("--uit", metavar="BESTAND", help="Schrijf naar dit bestand.")] = None,
) -> int:
    """Controleer een kader: klopt het, is elke norm te halen, en komen zijn voorbeelden uit?

    $ beleidscheck kader controleer mijn-regio@2026.yaml

    $ beleidscheck kader controleer model16@2023 --formaat json

    De exitcode is 0 zonder fouten, 1 met fouten, 2 als een bestand niet te lezen is, 3 als er geen kader is. Een waarschuwing
    verandert de exitcode niet.
    """
    vorm = choose(formaat, CONTROLEFORMATEN, "--formaat")
    from beleidscheck.cli.kadercontroleren import run_control  # noqa: PLC0415 - zwaar

    return run_control(tuple(kaders), vorm, uit)
