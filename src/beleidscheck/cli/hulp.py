"""Hulptekst en foutmeldingen van de opdrachtregel in het Nederlands."""

from __future__ import annotations

import shutil
import textwrap
from typing import TYPE_CHECKING, Any

from typer.core import TyperCommand, TyperGroup

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_INSPRING = 2


def _width() -> int:
    return max(40, min(shutil.get_terminal_size((80, 24)).columns, 100))


def _rows(rijen: Sequence[tuple[str, str]]) -> Iterable[str]:
    breedte = _width()
    links = min(max((len(kop) for kop, _ in rijen), default=0), 28)
    ruimte = breedte - links - 2 * _INSPRING
    for kop, tekst in rijen:
        delen = textwrap.wrap(tekst, ruimte, break_on_hyphens=False) or [""]
        if len(kop) > links:
            yield f"{'':{_INSPRING}}{kop}"
        else:
            yield f"{'':{_INSPRING}}{kop:<{links}}{'':{_INSPRING}}{delen.pop(0)}".rstrip()
        yield from (f"{'':{links + 2 * _INSPRING}}{deel}" for deel in delen)


def _option(param: Any) -> tuple[str, str]:  # noqa: ANN401 - het type van typer is niet openbaar
    namen = ", ".join([*param.opts, *param.secondary_opts])
    keuzes = getattr(param.type, "choices", None)
    waarde = "" if getattr(param, "is_flag", False) else f" {'|'.join(keuzes) if keuzes else (param.metavar or 'TEKST')}"
    standaard = param.default
    achter = (
        ""
        if standaard in (None, False, True, "", (), []) or callable(standaard)
        else f" [standaard: {getattr(standaard, 'value', standaard)}]"
    )
    return namen + waarde, (getattr(param, "help", None) or "") + achter


def help_text(command: Any, ctx: Any) -> str:  # noqa: ANN401 - de typen van typer zijn niet openbaar
    """Return the help of a command in Dutch: usage, explanation with an example, arguments, options, subcommands."""
    argumenten = [p for p in command.params if p.param_type_name == "argument"]
    opties = [p for p in command.params if p.param_type_name == "option" and not getattr(p, "hidden", False)]
    opdrachten = [(naam, sub.get_short_help_str(200)) for naam, sub in getattr(command, "commands", {}).items() if not sub.hidden]
    plek = " OPDRACHT [OPTIES]" if opdrachten else " [OPTIES]"
    namen = "".join(f" {_metavar(p)}" for p in argumenten)
    regels = [f"Gebruik: {ctx.command_path}{plek}{namen}", ""]
    regels += _paragraphs(command.help or "")
    if argumenten:
        regels += ["", "Argumenten:", *_rows([(_metavar(p), getattr(p, "help", None) or "") for p in argumenten])]
    rijen = [_option(p) for p in opties if p.name != "help"]
    rijen.append(("--help", "Toon deze uitleg."))
    regels += ["", "Opties:", *_rows(rijen)]
    if opdrachten:
        regels += ["", "Opdrachten:", *_rows(opdrachten)]
    return "\n".join(regels)


def _metavar(param: Any) -> str:  # noqa: ANN401 - het type van typer is niet openbaar
    naam = param.metavar or param.name.upper()
    naam = f"{naam}..." if param.nargs != 1 else naam
    return naam if param.required else f"[{naam}]"


def _paragraphs(tekst: str) -> list[str]:
    regels: list[str] = []
    for blok in textwrap.dedent(tekst).strip().split("\n\n"):
        if regels:
            regels.append("")
        if blok.startswith("$ "):
            regels.append(f"{'':{_INSPRING}}{blok.removeprefix('$ ')}")
        else:
            regels += textwrap.wrap(" ".join(blok.split()), _width(), break_on_hyphens=False)
    return regels


class DutchCommand(TyperCommand):
    """Een opdracht met Nederlandse hulp."""

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401 - het type van typer is niet openbaar
        """Return the help in Dutch."""
        return help_text(self, ctx)


class DutchGroup(TyperGroup):
    """De groep van opdrachten, met Nederlandse hulp."""

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401 - het type van typer is niet openbaar
        """Return the help in Dutch."""
        return help_text(self, ctx)


def explain_usage_error(fout: Any) -> str:  # noqa: ANN401 - de fouten van typer zijn niet openbaar
    """Return what is wrong with the command line, by the type of the error."""
    param = getattr(fout, "param", None)
    naam = (
        ", ".join(getattr(param, "opts", None) or [getattr(fout, "option_name", None) or ""])
        if param or getattr(fout, "option_name", None)
        else ""
    )
    if param is not None and param.param_type_name == "argument":
        naam = _metavar(param)
    match type(fout).__name__:
        case "NoSuchOption":
            bedoeld = f" Bedoelde u {', '.join(fout.possibilities)}?" if getattr(fout, "possibilities", None) else ""
            return f"De optie {fout.option_name} bestaat niet.{bedoeld}"
        case "NoSuchCommand":
            return f"De opdracht «{getattr(fout, 'command_name', '')}» bestaat niet."
        case "MissingParameter":
            return f"{naam or 'Een argument'} ontbreekt."
        case "BadOptionUsage":
            return f"Bij {naam} ontbreekt een waarde."
        case "BadParameter" | "BadArgumentUsage" | "FileError":
            keuzes = getattr(getattr(param, "type", None), "choices", None)
            mag = f" Kies uit: {', '.join(keuzes)}." if keuzes else ""
            return f"De waarde bij {naam or 'een argument'} klopt niet.{mag}"
        case _:
            return "Deze opdracht is niet goed geschreven."
