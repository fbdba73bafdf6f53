"""Zinsdelen over stappen, signalen en acties, waaruit de zin over een gebrek is opgebouwd."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from beleidscheck.beleid.woorden import zoek
from beleidscheck.hoeveelheid import kort
from beleidscheck.trap.drempelzin import threshold

if TYPE_CHECKING:
    from collections.abc import Callable

    from beleidscheck.trap.gebrek import Gebrek
    from beleidscheck.trap.ladder import Actie, Signaal, Stap

    Noem = Callable[[str], str]
    Zegger = Callable[[Gebrek, Noem], tuple[str, str]]

_MEESTE: Final = 6


def at(signaal: Signaal | None, noem: Noem) -> str:
    """Return "bij «te laat» (vanaf de 3e keer binnen 1 schooljaar)", the way a reader finds the step."""
    if signaal is None:
        return "zonder signaal"
    grens = threshold(signaal)
    return f"bij «{noem(signaal.naam)}»" + (f" ({grens})" if grens else "")


def step(stap: Stap | None, signaal: Signaal | None, noem: Noem) -> str:
    """Return "de stap «te-laat-6» bij «te laat» (...)", or without a name when it has none."""
    naam = f"de stap «{stap.id}» " if stap is not None and stap.id else "de stap "
    return naam + at(signaal, noem)


def capital(tekst: str) -> str:
    """Return the text with a capital."""
    return tekst[:1].upper() + tekst[1:]


def listing(woorden: tuple[str, ...], voegwoord: str = "en") -> str:
    """Return a Dutch enumeration: "a, b en c"."""
    return woorden[0] if len(woorden) == 1 else f"{', '.join(woorden[:-1])} {voegwoord} {woorden[-1]}"


def short(woorden: tuple[str, ...]) -> tuple[str, ...]:
    """Return the first few words, each on one line; a name of the school's own between guillemets."""
    rest = len(woorden) - _MEESTE
    return tuple(woord if woord.isdigit() else f"«{kort(woord)}»" for woord in woorden[:_MEESTE]) + (
        (f"nog {rest}",) if rest > 0 else ()
    )


def limit(signaal: Signaal | None) -> str:
    """Return the number of the threshold with its unit."""
    return str(signaal.drempel) if signaal is not None and signaal.drempel is not None else ""


def name(signaal: Signaal | None, noem: Noem) -> str:
    """Return the readable name of the signal."""
    return noem(signaal.naam) if signaal is not None else ""


def the(rol: str, noem: Noem) -> str:
    """Return a role with its article: "de mentor"."""
    info = zoek(rol, "rol")
    return f"{info.lidwoord} {noem(rol)}" if info is not None and info.lidwoord else noem(rol)


def also(gebrek: Gebrek) -> str:
    """Return that more steps have the same fault, when they do."""
    if not gebrek.woorden:
        return ""
    meer = int(gebrek.woorden[0])
    return f" Dat geldt ook voor {'nog een stap' if meer == 1 else f'nog {meer} stappen'} in deze trap."


def deed(actie: Actie | None, noem: Noem) -> str:
    """Return "«contact opnemen» met de ouder", without who does it."""
    if actie is None:
        return ""
    return f"«{noem(actie.actie)}»" + (f" met {listing(tuple(the(rol, noem) for rol in actie.met))}" if actie.met else "")
