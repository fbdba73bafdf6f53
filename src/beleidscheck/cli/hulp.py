"""De hulptekst van de opdrachtregel: Nederlands, hooguit tachtig kolommen breed, met een voorbeeld."""

from __future__ import annotations

import inspect
import shutil
import textwrap
from typing import TYPE_CHECKING, Any, Final

from typer.core import TyperCommand, TyperGroup

from beleidscheck.cli.argumenten import read_arguments

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_INSPRING: Final = "  "
_SMALST, _BREEDST = 40, 80
_KOLOM: Final = 26


class DutchCommand(TyperCommand):
    """Een opdracht met Nederlandse hulp."""

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401 - het type van typer is niet openbaar
        """Return the help in Dutch."""
        return help_text(self, ctx.command_path)


class DutchGroup(TyperGroup):
    """De groep van opdrachten, met Nederlandse hulp."""

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401 - het type van typer is niet openbaar
        """Return the help in Dutch."""
        return help_text(self, ctx.command_path)


def help_text(command: Any, pad: str) -> str:  # noqa: ANN401 - de typen van typer zijn niet openbaar
    """Return the help of a command: usage, explanation with an example, arguments, options, subcommands.

    `pad` is how the user calls the command, such as `beleidscheck toets`.
    """
    parameters = read_arguments(command.callback)
    argumenten = [(param.shown, param.uitleg) for param in parameters if not param.opties]
    opties = [
        (param.shown, f"{param.uitleg} [standaard: {param.standaard}]" if param.standaard else param.uitleg)
        for param in parameters
        if param.opties
    ]
    opdrachten = [(naam, _explanation(sub)[0]) for naam, sub in getattr(command, "commands", {}).items()]
    delen = [
        usage_line(command, pad),
        *map(_paragraph, _explanation(command)),
        *_table("Argumenten", argumenten),
        *_table("Opties", [*opties, ("--help", "Toon deze uitleg.")]),
        *_table("Opdrachten", opdrachten),
    ]
    return "\n\n".join(delen)


def usage_line(command: Any, pad: str) -> str:  # noqa: ANN401 - de typen van typer zijn niet openbaar
    """Return how to write the command, on one line."""
    namen = [param.shown for param in read_arguments(command.callback) if not param.opties]
    return " ".join(("Gebruik:", pad, *(["OPDRACHT"] if hasattr(command, "commands") else []), "[OPTIES]", *namen))


def _explanation(command: Any) -> list[str]:  # noqa: ANN401 - de typen van typer zijn niet openbaar
    """Return the paragraphs that stand with the function behind the command."""
    return (inspect.getdoc(inspect.unwrap(command.callback)) or "").split("\n\n")


def _paragraph(tekst: str) -> str:
    """Return a paragraph as lines that fit; a line to type stays whole."""
    if tekst.startswith("$ "):
        return _INSPRING + tekst.removeprefix("$ ")
    return "\n".join(textwrap.wrap(" ".join(tekst.split()), _width(), break_on_hyphens=False))


def _table(titel: str, rijen: Sequence[tuple[str, str]]) -> Iterator[str]:
    if rijen:
        yield "\n".join((f"{titel}:", *_rows(rijen)))


def _rows(rijen: Sequence[tuple[str, str]]) -> Iterable[str]:
    """Yield two columns; a name that is too long for the first has a line of its own."""
    links = min(max(len(naam) for naam, _ in rijen), _KOLOM)
    leeg = " " * (links + 2 * len(_INSPRING))
    for naam, tekst in rijen:
        regels = textwrap.wrap(tekst, _width() - len(leeg), break_on_hyphens=False)
        eerste = regels.pop(0) if len(naam) <= links and regels else ""
        yield f"{_INSPRING}{naam:<{links}}{_INSPRING}{eerste}".rstrip()
        yield from (leeg + regel for regel in regels)


def _width() -> int:
    return max(_SMALST, min(shutil.get_terminal_size((_BREEDST, 24)).columns, _BREEDST))
