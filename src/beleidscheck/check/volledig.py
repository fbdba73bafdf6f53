"""Regels die half zijn opgeschreven: een taak zonder rol, een actie zonder wie, een drempel zonder periode.

Geen norm vraagt erom, maar een lezer kan er niets mee. Wat hier staat, hoort bij elkaar; al het andere mag weg.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from beleidscheck.beleid.woorden import SIGNALEN
from beleidscheck.toetsen.basis import enumerate_nl

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from beleidscheck.trap.ladder import Pad

#: De laatste sleutel van een lijst → wat elke regel daarin minstens zegt.
REGELS: Final[Mapping[str, tuple[str, ...]]] = {
    "taken": ("rol", "taak"),
    "momenten": ("wanneer", "herhaling", "doelgroep", "vorm"),
    "doelen": ("doel", "indicator", "streefwaarde", "eenheid", "peildatum"),
    "niveaus": ("tier", "aanwezigheid_van", "aanwezigheid_tot", "aanpak"),
    "ritme": ("niveau", "elke", "wie"),
    "typen": ("type", "contact", "melding", "trap"),
    "trappen": ("trap", "stappen"),
    "stappen": ("bij", "acties"),
    "acties": ("wie", "actie"),
    "criteria": ("signaal", "categorie"),
    "uren": ("rol", "uren_per_jaar"),
    "scholing": ("onderwerp", "doelgroep"),
    "partners": ("rol", "taak"),
    "verlof": ("soort", "aanvragen", "beslist"),
    "kanalen": ("kanaal",),
    "categorieen": ("code", "groep"),
    "eigen_codes": ("code", "betekenis", "valt_onder"),
    "eigen_redenen": ("code", "valt_onder"),
    "redenen": ("reden", "categorie"),
    "overig": ("begrip", "betekenis"),
    "contacten": ("functie",),
    "medezeggenschap": ("onderdeel", "recht", "geleding"),
    "verklaringen": ("onderwerp", "door", "op"),
    "uitnodigen": ("wie", "als"),
}
#: De laatste sleutel van een blok → wat het minstens zegt.
BLOKKEN: Final[Mapping[str, tuple[str, ...]]] = {
    "naleving": ("elke", "wie"),
    "effectiviteit": ("elke", "wie"),
    "plannen_van_aanpak": ("elke", "wie"),
    "naleving_avg": ("elke", "wie"),
    "beveiliging": ("elke", "wie"),
    "contact_met_thuiszitter": ("elke", "wie"),
    "levering_duo": ("geaggregeerd", "niveau"),
    "afwezig_zonder_reden": ("wie", "contact_met", "termijn"),
    "nabellen": ("wie",),
    "signaal_zorgelijk_verzuim": ("criteria", "afweging_door"),
    "mdo": ("elke", "trekker"),
}
#: In welk blok of welke lijst de ene sleutel de andere nodig heeft.
PAREN: Final = (("kanalen", "van", "tot"), ("thuiszitter", "uren", "uren_periode"))


def incomplete(waarde: Any, pad: Pad = ()) -> Iterator[tuple[Pad, str]]:  # noqa: ANN401 - elke YAML-waarde
    """Yield every half-written line: its path and what it lacks, in words."""
    if isinstance(waarde, list):
        for nummer, deel in enumerate(waarde):
            yield from incomplete(deel, (*pad, nummer))
    elif isinstance(waarde, dict):
        mist = _missing(waarde, pad)
        if mist:
            yield pad, enumerate_nl([f"`{sleutel}`" for sleutel in mist])
        for sleutel, deel in waarde.items():
            yield from incomplete(deel, (*pad, sleutel))


def _missing(blok: Mapping[str, Any], pad: Pad) -> list[str]:
    in_lijst = len(pad) > 1 and isinstance(pad[-1], int)
    naam = str(pad[-2] if in_lijst else pad[-1]) if pad else ""
    nodig = list((REGELS if in_lijst else BLOKKEN).get(naam, ()))
    if naam == "overig" and pad[0] != "begrippen":
        nodig = []
    if in_lijst and naam in {"bij", "criteria"}:
        nodig += _counted(blok, periode=naam == "criteria")
    nodig += [ander for waar, een, ander in PAREN if waar == naam and een in blok]
    return [sleutel for sleutel in dict.fromkeys(nodig) if sleutel not in blok]


def _counted(signaal: Mapping[str, Any], *, periode: bool) -> list[str]:
    """Return what a countable signal needs: a threshold, and a period when it counts more than one.

    In a step the ladder knows better whether a period is missing: it may stand with the trap.
    """
    naam = str(signaal.get("signaal", ""))
    if not naam:
        return ["signaal"]
    info = SIGNALEN.get(naam)
    if info is None or info.drempelsoort == "geen":
        return []
    eerste = str(signaal.get("drempel", "")).split(" ")[0] in {"", "1"}
    return ["drempel", *(["periode"] if periode and info.periode and not eerste else [])]
