"""Waarden van het beleid zoals een lezer ze leest: vaste woorden als gewone woorden, en een stap, actie of signaal in één regel."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.hoeveelheid import QuantityError, kort, parse_hoeveelheid
from beleidscheck.toetsen.basis import enumerate_nl

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Noem = Callable[[str], str]

#: Zo lang is een feit in het bewijs hooguit.
MAX_FEIT: Final = 240
_VAST_WOORD: Final = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_VERGELIJKING: Final = {"meer_dan": "meer dan", "onder": "onder", "elke": "telkens bij"}


def plain(woord: str, noem: Noem) -> str:
    """Return a fixed word as an ordinary word; a text of the school's own stays as it is."""
    return noem(woord) if _VAST_WOORD.fullmatch(woord) else woord


def in_one_line(waarde: Any, noem: Noem) -> str:  # noqa: ANN401 - elke YAML-waarde kan een feit zijn
    """Return a trap, step, action or signal (or a list of them) in one short line; empty for anything else."""
    match waarde:
        case [dict(), *_]:
            delen = [in_one_line(deel, noem) for deel in waarde]
            return _as_many_as_fit(delen, "; ", "onderdeel", "onderdelen") if all(delen) else ""
        case {"stappen": list(stappen)}:
            naam = str(waarde.get("titel") or plain(str(waarde.get("trap", "trap")), noem))
            return f"{naam} ({len(stappen)} {'stap' if len(stappen) == 1 else 'stappen'})"
        case {"signaal": str()}:
            return kort(_signal(waarde, noem) + _counting(waarde, noem), MAX_FEIT)
        case {"bij": list()} | {"acties": list()}:
            return _step(waarde, noem)
        case {"actie": str()}:
            return kort(_action(waarde, noem) + _how(waarde, noem), MAX_FEIT)
        case _:
            return ""


def _step(stap: Mapping[str, Any], noem: Noem) -> str:
    """Return when a step begins and what happens: "bij te laat vanaf 6 keer binnen 1 schooljaar: mentor — brief met ouder"."""
    bij = enumerate_nl([_signal(signaal, noem) for signaal in stap.get("bij", ())], "of")
    kop = f"bij {bij}" if bij else str(stap.get("titel", "")) or "zonder signaal"
    acties = [_action(actie, noem) for actie in stap.get("acties", ())]
    if stap.get("inclusief_vorige") is True:
        acties.insert(0, "alles van de vorige stap")
    if not acties:
        return kort(f"{kop}: geen acties", MAX_FEIT)
    return _as_many_as_fit(acties, "; ", "actie", "acties", f"{kop}: ")


def _as_many_as_fit(delen: Sequence[str], tussen: str, enkel: str, meer: str, kop: str = "") -> str:
    """Return as many parts as fit in one line, and how many are left."""
    lengten = list(accumulate(map(len, delen), initial=len(kop)))
    for aantal in range(len(delen), 0, -1):
        if lengten[aantal] > MAX_FEIT:
            continue
        rest = len(delen) - aantal
        slot = f"{tussen}en nog {rest} {enkel if rest == 1 else meer}" if rest else ""
        regel = f"{kop}{tussen.join(delen[:aantal])}{slot}"
        if len(regel) <= MAX_FEIT:
            return regel
    return kort(f"{kop}{tussen.join(delen)}", MAX_FEIT)


def _signal(signaal: Mapping[str, Any], noem: Noem) -> str:
    naam = str(signaal.get("signaal", ""))
    if naam == "anders" and signaal.get("toelichting"):
        return " ".join(str(signaal["toelichting"]).split()).rstrip(".")
    delen = [plain(naam, noem)]
    if "drempel" in signaal:
        delen.append(f"{_VERGELIJKING.get(str(signaal.get('vergelijking', '')), 'vanaf')} {_quantity(signaal['drempel'])}")
    if "periode" in signaal:
        delen.append(f"binnen {_quantity(signaal['periode'])}")
    return " ".join(deel for deel in delen if deel)


def _counting(signaal: Mapping[str, Any], noem: Noem) -> str:
    """Return how a signal is counted, after its threshold."""
    delen = []
    if "venster" in signaal:
        delen.append("in vaste blokken" if signaal["venster"] == "vast" else plain(str(signaal["venster"]), noem))
    if "herhaling" in signaal:
        delen.append("opnieuw bij herhaling" if signaal["herhaling"] is True else "één keer")
    if "opnieuw_tellen_na_melding" in signaal:
        delen.append(f"na een melding {'opnieuw geteld' if signaal['opnieuw_tellen_na_melding'] is True else 'doorgeteld'}")
    if "categorie" in signaal:
        delen.append(f"geregistreerd als {plain(str(signaal['categorie']), noem)}")
    return "".join(f", {deel}" for deel in delen)


def _action(actie: Mapping[str, Any], noem: Noem) -> str:
    """Return who does what with whom: "mentor — brief met ouder"."""
    wat = plain(str(actie.get("actie", "")), noem) or "geen actie genoemd"
    met = _words(actie.get("met", ()), noem)
    wie = plain(str(actie.get("wie", "")), noem)
    return (f"{wie} \N{EM DASH} " if wie else "") + (f"{wat} met {met}" if met else wat)


def _how(actie: Mapping[str, Any], noem: Noem) -> str:
    """Return within what time, where it is recorded and on which condition, after the action."""
    regel = f", binnen {_quantity(actie['termijn'])}" if "termijn" in actie else ""
    if plaatsen := _words(actie.get("vastlegging", ()), noem):
        regel += f", vastgelegd in {plaatsen}"
    voorwaarde = " ".join(str(actie.get("voorwaarde", "")).split()).rstrip(".")
    return f"{regel} (voorwaarde: {voorwaarde})" if voorwaarde else regel


def _words(woorden: object, noem: Noem) -> str:
    rij = woorden if isinstance(woorden, list | tuple) else (woorden,)
    return enumerate_nl([plain(str(woord), noem) for woord in rij])


def _quantity(waarde: object) -> str:
    try:
        return str(parse_hoeveelheid(str(waarde)))
    except QuantityError:
        return str(waarde)
