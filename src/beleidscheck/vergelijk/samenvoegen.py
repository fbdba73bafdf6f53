"""Wat er in een beleid moet veranderen om een norm te halen: zo weinig mogelijk, en op de plek waar het hoort.

Hier worden alleen mogelijkheden bedacht; of een ervan de norm echt haalt, zegt de toets zelf (vergelijk/voorstel.py).
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.eisen.voorwaarden import allowed, among
from beleidscheck.errors import UnreadableFileError
from beleidscheck.kader.botsing import inner
from beleidscheck.source import parse_dotted, parse_source
from beleidscheck.source.wijzig import Wijziging
from beleidscheck.toetsen import ElkItem, StapToets
from beleidscheck.toetsen.waarden import same
from beleidscheck.trap.ladder import BLOK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from beleidscheck.kader import Norm
    from beleidscheck.source import Pad

_SNIPPET: Final = Path("herstel.yaml")
#: Zoveel invullingen van een ontbrekende sleutel worden geprobeerd.
_MAX_KEUZES: Final = 3


def candidates(
    norm: Norm, gaten: Sequence[str], data: Mapping[str, Any], voorbeelden: Sequence[Norm] = ()
) -> Iterator[tuple[Wijziging, ...]]:
    """Yield sets of changes that may settle the norm, the smallest first.

    `voorbeelden` are norms whose pieces of policy may show what belongs in an agreement that lacks something.
    """
    paden = [parse_dotted(gat) for gat in gaten]
    yield from _on_the_ladder(norm, paden, data)
    yield from _items_completed(norm, voorbeelden, data)
    snippet = read_snippet(norm)
    if not snippet:
        return
    gezien: list[tuple[Wijziging, ...]] = []
    for mag in (_never, _at(paden), _always):
        wijzigingen = tuple(merge(data, snippet, mag))
        if wijzigingen and wijzigingen not in gezien:
            gezien.append(wijzigingen)
            yield wijzigingen
    if BLOK in snippet and isinstance(data.get(BLOK), dict) and "volgt" in data[BLOK]:
        yield tuple(merge(data, {**snippet, BLOK: _as_additions(snippet[BLOK])}, _never))
    yield from _own_step(norm, snippet, data)


def _own_step(norm: Norm, snippet: Mapping[str, Any], data: Mapping[str, Any]) -> Iterator[tuple[Wijziging, ...]]:
    """Yield the piece of policy with the step in the words of the norm itself, for where its example counts in another unit."""
    toetsen = [deel for toets in norm.toetsen for deel in inner(toets) if isinstance(deel, StapToets)]
    blok = snippet.get(BLOK)
    trappen = blok.get("trappen") if isinstance(blok, dict) else None
    if not toetsen or not isinstance(blok, dict) or not trappen:
        return
    trap = {"trap": trappen[0].get("trap"), "stappen": [step_for(norm, toets) for toets in toetsen]}
    yield tuple(merge(data, {**snippet, BLOK: {**blok, "trappen": [trap]}}, _never))


def read_snippet(norm: Norm) -> dict[str, Any]:
    """Return the piece of policy that settles the norm as plain values; empty when there is none. Not to be changed."""
    return _read(norm.herstel.snippet)


@lru_cache(maxsize=2048)
def _read(snippet: str) -> dict[str, Any]:
    try:
        return parse_source(snippet.encode(), _SNIPPET).data if snippet else {}
    except UnreadableFileError:
        return {}


def _never(_: Pad) -> bool:
    return False


def _always(_: Pad) -> bool:
    return True


def _at(paden: Sequence[Pad]) -> Callable[[Pad], bool]:
    return lambda pad: any(pad[: len(gat)] == gat or gat[: len(pad)] == pad for gat in paden)


# ---- Een stukje beleid invoegen -----------------------------------------------------------------------------------


def merge(data: Any, deel: Any, mag: Callable[[Pad], bool], pad: Pad = ()) -> Iterator[Wijziging]:  # noqa: ANN401 - elke YAML-waarde
    """Yield what must change for the data to hold the part too; a value that stands there is replaced only where `mag` says so."""
    if isinstance(data, dict) and isinstance(deel, dict):
        for sleutel, waarde in deel.items():
            if data.get(sleutel) is None:
                yield Wijziging((*pad, sleutel), waarde)
            else:
                yield from merge(data[sleutel], waarde, mag, (*pad, sleutel))
    elif isinstance(data, list) and isinstance(deel, list):
        for item in deel:
            yield from _merge_item(data, item, mag, pad)
    elif not _equal(data, deel) and mag(pad):
        yield Wijziging(pad, deel)


def _merge_item(lijst: list[Any], item: Any, mag: Callable[[Pad], bool], pad: Pad) -> Iterator[Wijziging]:  # noqa: ANN401 - idem
    if any(_equal(ander, item) for ander in lijst):
        return
    plaats = next((nummer for nummer, ander in enumerate(lijst) if _same_subject(ander, item)), None)
    if plaats is None:
        yield Wijziging(pad, item, toevoegen=True)
    else:
        yield from merge(lijst[plaats], item, mag, (*pad, plaats))


def _same_subject(een: object, ander: object) -> bool:
    """Return whether two agreements are about the same: their first key has the same plain value."""
    if not isinstance(een, dict) or not isinstance(ander, dict) or not ander:
        return False
    sleutel = next(iter(ander))
    return isinstance(ander[sleutel], str | int) and same(een.get(sleutel), ander[sleutel])


def _equal(een: object, ander: object) -> bool:
    return _yes_no(een) == _yes_no(ander)


def _yes_no(waarde: object) -> object:
    return {True: "ja", False: "nee"}[waarde] if isinstance(waarde, bool) else waarde


def _as_additions(blok: Any) -> dict[str, Any]:  # noqa: ANN401 - idem
    """Return the steps of a piece of ladder as steps added to a ladder that is followed."""
    trappen = blok.get("trappen", []) if isinstance(blok, dict) else []
    return {
        "voeg_toe": [
            {"trap": trap.get("trap"), **stap}
            for trap in trappen
            if isinstance(trap, dict)
            for stap in trap.get("stappen", ())
            if isinstance(stap, dict)
        ]
    }


# ---- Een afspraak aanvullen ---------------------------------------------------------------------------------------


def _items_completed(norm: Norm, voorbeelden: Sequence[Norm], data: Mapping[str, Any]) -> Iterator[tuple[Wijziging, ...]]:
    """Yield what every agreement in a list lacks, as another norm or another agreement of the school has it."""
    for toets in norm.toetsen:
        for deel in inner(toets):
            if not isinstance(deel, ElkItem):
                continue
            pad: Pad = tuple(deel.veld.split("."))
            lijst = value_at(data, pad)
            items = lijst if isinstance(lijst, list) else []
            bekend = [item for ander in (norm, *voorbeelden) for item in value_at(read_snippet(ander), pad) or ()]
            for keuze in range(_MAX_KEUZES):
                wijzigingen = tuple(_completed(deel, pad, items, [*bekend, *items], keuze))
                if wijzigingen:
                    yield wijzigingen


def _completed(toets: ElkItem, pad: Pad, items: Sequence[Any], bekend: Sequence[Any], keuze: int) -> Iterator[Wijziging]:
    for nummer, item in enumerate(items):
        if not isinstance(item, dict):
            continue
        for sleutel, eis in toets.waar.items():
            mag = allowed(eis)
            if item.get(sleutel) is not None and (not mag or among(item[sleutel], mag)):
                continue
            if waarden := mag or _known(sleutel, item, bekend):
                yield Wijziging((*pad, nummer, sleutel), waarden[min(keuze, len(waarden) - 1)])


def _known(sleutel: str, item: Mapping[str, Any], items: Sequence[Any]) -> list[Any]:
    """Return what may belong at a key: what other agreements say there, one about the same subject first, and a name for this one."""
    met = [ander for ander in items if isinstance(ander, dict) and ander.get(sleutel) is not None]
    zelfde = [ander[sleutel] for ander in met if _same_subject(ander, item)]
    waarden = [*zelfde, *(ander[sleutel] for ander in met)][: _MAX_KEUZES - 1]
    onderwerp = next((waarde for waarde in item.values() if isinstance(waarde, str)), "")
    if onderwerp and any(isinstance(waarde, str) and " " in waarde for waarde in waarden):
        waarden.append(onderwerp.replace("_", " ").capitalize())
    return waarden


# ---- Een stap van de ladder bijstellen ----------------------------------------------------------------------------


def _on_the_ladder(norm: Norm, paden: Sequence[Pad], data: Mapping[str, Any]) -> Iterator[tuple[Wijziging, ...]]:
    """Yield a new threshold, period or company on the step that comes nearest."""
    toetsen = [deel for toets in norm.toetsen for deel in inner(toets) if isinstance(deel, StapToets)]
    for pad in paden:
        if pad[:1] != (BLOK,):
            continue
        for toets in toetsen:
            yield from _signal_changes(toets, pad, data)
            yield from _action_changes(norm, toets, pad, data)


def _signal_changes(toets: StapToets, pad: Pad, data: Mapping[str, Any]) -> Iterator[tuple[Wijziging, ...]]:
    plek = pad[:-1] if pad[-1] in {"drempel", "periode"} else pad
    if len(plek) < 2 or plek[-2] not in {"bij", "criteria"}:  # noqa: PLR2004 - de naam van de lijst en de plaats erin
        return
    signaal = value_at(data, plek)
    if not isinstance(signaal, dict):
        return
    drempel: list[Wijziging] = []
    if grens := toets.uiterlijk or toets.onder:
        drempel.append(Wijziging((*plek, "drempel"), grens))
        if signaal.get("vergelijking", "vanaf") not in ({"onder"} if toets.onder else {"vanaf", "elke"}):
            drempel.append(Wijziging((*plek, "vergelijking"), "onder" if toets.onder else "vanaf"))
    periode: list[Wijziging] = []
    if toets.binnen:
        periode.append(Wijziging((*plek, "periode"), toets.binnen))
        if signaal.get("venster") == "vast":
            periode.append(Wijziging((*plek, "venster"), "voortschrijdend"))
    opnieuw = [Wijziging((*plek, "herhaling"), waarde=True)] if toets.herhaling else []
    for keuze in (drempel, periode, opnieuw, [*drempel, *periode], [*drempel, *periode, *opnieuw]):
        if keuze:
            yield tuple(keuze)


def _action_changes(norm: Norm, toets: StapToets, pad: Pad, data: Mapping[str, Any]) -> Iterator[tuple[Wijziging, ...]]:
    if not toets.actie or len(pad) < 2:  # noqa: PLR2004 - idem
        return
    waarde = value_at(data, pad)
    if not isinstance(waarde, dict):
        return
    if pad[-2] in {"stappen", "vervang", "voeg_toe"}:
        yield (Wijziging((*pad, "acties"), action_for(norm, toets), toevoegen=True),)
    elif pad[-2] == "acties" and toets.wie and waarde.get("wie") not in {None, *toets.wie}:
        yield (Wijziging(pad[:-1], action_for(norm, toets), toevoegen=True),)  # wat een ander al doet, blijft
    elif pad[-2] == "acties":
        wijzigingen = [
            Wijziging((*pad, sleutel), woord, toevoegen=True)
            for sleutel, alle, een in (
                ("met", toets.met, toets.met_een_van),
                ("vastlegging", toets.vastlegging, toets.vastlegging_een_van),
                ("telt", toets.telt, []),
            )
            for woord in _missing(waarde.get(sleutel), alle, een)
        ]
        if toets.wie and "wie" not in waarde:
            wijzigingen.append(Wijziging((*pad, "wie"), toets.wie[0]))
        if toets.termijn and waarde.get("termijn") != toets.termijn:
            wijzigingen.append(Wijziging((*pad, "termijn"), toets.termijn))
        if toets.voorwaarde and toets.voorwaarde.lower() not in str(waarde.get("voorwaarde", "")).lower():
            wijzigingen.append(Wijziging((*pad, "voorwaarde"), toets.voorwaarde))
        if wijzigingen:
            yield tuple(wijzigingen)


def _missing(staat: object, alle: Sequence[str], een: Sequence[str]) -> list[str]:
    er = staat if isinstance(staat, list) else []
    mist = [woord for woord in alle if woord not in er]
    return mist if not een or set(een) & {*er, *alle} else [*mist, een[0]]


def action_for(norm: Norm, toets: StapToets) -> dict[str, Any]:
    """Return the action that a norm asks for, as a school writes it; who does it is as in its example where the norm leaves that open."""
    actie: dict[str, Any] = {"wie": toets.wie[0]} if toets.wie else _actor(norm, toets)
    actie["actie"] = toets.actie[0]
    for sleutel, woorden in (
        ("met", _missing([], toets.met, toets.met_een_van)),
        ("vastlegging", _missing([], toets.vastlegging, toets.vastlegging_een_van)),
        ("telt", toets.telt),
    ):
        if woorden:
            actie[sleutel] = list(woorden)
    if toets.termijn:
        actie["termijn"] = toets.termijn
    if toets.voorwaarde:
        actie["voorwaarde"] = toets.voorwaarde
    return actie


def _actor(norm: Norm, toets: StapToets) -> dict[str, Any]:
    voorbeeld = read_snippet(norm).get(BLOK)
    trappen = voorbeeld.get("trappen", ()) if isinstance(voorbeeld, dict) else ()
    acties = [een for trap in trappen for stap in trap.get("stappen", ()) for een in stap.get("acties", ())]
    return next(({"wie": een["wie"]} for een in acties if een.get("actie") == toets.actie[0] and een.get("wie")), {})


def step_for(norm: Norm, toets: StapToets) -> dict[str, Any]:
    """Return the least step that meets a demand on the ladder."""
    signaal: dict[str, Any] = {"signaal": toets.signaal[0]}
    if grens := toets.uiterlijk or toets.onder or toets.vanaf:
        signaal["drempel"] = grens
    if toets.onder:
        signaal["vergelijking"] = "onder"
    if toets.binnen:
        signaal["periode"] = toets.binnen
    elif toets.periode_genoemd:
        signaal["periode"] = "1 schooljaar"
    if toets.herhaling:
        signaal["herhaling"] = True
    vorige = {"inclusief_vorige": True} if toets.inclusief_vorige else {}
    return {"bij": [signaal], **vorige, "acties": [action_for(norm, toets)] if toets.actie else []}


def value_at(data: Any, pad: Pad) -> Any:  # noqa: ANN401 - idem
    """Return the plain value at a path, or `None` when it is not there."""
    for deel in pad:
        if isinstance(data, dict) and isinstance(deel, str):
            data = data.get(deel)
        elif isinstance(data, list) and isinstance(deel, int) and 0 <= deel < len(data):
            data = data[deel]
        else:
            return None
    return data
