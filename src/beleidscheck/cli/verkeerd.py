"""Wat er mis is met een opdrachtregel, in het Nederlands en met wat te doen; naar de soort van de fout, nooit naar zijn tekst."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from beleidscheck.cli.argumenten import read_arguments
from beleidscheck.cli.hulp import usage_line
from beleidscheck.cli.keuze import did_you_mean
from beleidscheck.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from beleidscheck.cli.argumenten import Argument


def check_command(groep: Any, argv: Sequence[str], pad: str = "beleidscheck") -> None:  # noqa: ANN401 - het type van typer is niet openbaar
    """Raise `UsageError` when the first word is no command, or the word after a group of commands is none of that group."""
    if not argv or argv[0].startswith("-"):
        return
    if argv[0] not in groep.commands:
        raise UsageError(
            f"De opdracht «{argv[0]}» bestaat niet.{did_you_mean(argv[0].lower(), groep.commands)}"
            f" Kies uit: {', '.join(groep.commands)}.\nMeer uitleg: {pad} --help"
        )
    if hasattr(groep.commands[argv[0]], "commands"):
        check_command(groep.commands[argv[0]], argv[1:], f"{pad} {argv[0]}")


def explain_wrong_use(groep: Any, argv: Sequence[str], fout: Any) -> str:  # noqa: ANN401 - idem
    """Return what is wrong with the command line, how the command is written, and where to read more."""
    opdracht, pad = groep, "beleidscheck"
    for woord in argv:
        if woord not in getattr(opdracht, "commands", {}):
            break
        opdracht, pad = opdracht.commands[woord], f"{pad} {woord}"
    zin = _sentence(fout, read_arguments(opdracht.callback), is_groep=hasattr(opdracht, "commands"))
    return f"{zin}\n{usage_line(opdracht, pad)}\nMeer uitleg: {pad} --help"


def _sentence(fout: Any, parameters: Sequence[Argument], *, is_groep: bool) -> str:  # noqa: ANN401 - idem
    naam = getattr(getattr(fout, "param", None), "name", None)
    optie = getattr(fout, "option_name", None)
    param = next((een for een in parameters if een.naam == naam or optie in een.opties), None)
    zin = "Deze opdracht is niet goed geschreven."
    match type(fout).__name__:
        case "NoSuchOption":
            namen = [woord for een in parameters for woord in een.opties]
            zin = f"De optie {optie} bestaat niet.{did_you_mean(str(optie), [*namen, '--help'])}"
        case "BadOptionUsage" if param and not param.waarde:
            zin = f"De optie {optie} staat op zichzelf; er hoort geen waarde achter."
        case "BadOptionUsage" if param:
            zin = f"Achter {optie} ontbreekt {param.waarde}. {param.uitleg}"
        case "MissingParameter" if param:
            zin = f"{param.shown} ontbreekt. {param.uitleg}"
        case "BadParameter" if param:
            zin = f"Dit kan niet bij {param.shown}. {param.uitleg}"
        case "UsageError":
            zin = "De opdracht ontbreekt." if is_groep else "Er staat een argument te veel."
    return zin
