"""Is er een waarde van een veld die al deze toetsen haalt? De toetsen zelf beslissen; hier worden alleen waarden bedacht.

Wat niet zeker is (te veel mogelijkheden, een lesuur van onbekende lengte), heet haalbaar.
"""

from __future__ import annotations

from datetime import date
from itertools import islice, product
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.toetsen import (
    Bevat,
    Dekt,
    EenItem,
    ElkItem,
    Gelijk,
    Gevuld,
    Grens,
    Keuze,
    Lezen,
    Onderzoek,
    Proza,
    ToetsBasis,
    Voorwaarde,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

#: Meer mogelijkheden binnen één `een_van` wordt niet uitgezocht.
MAX_TAKKEN: Final = 64
#: Lengtes van een lesuur; een eis die bij één ervan te halen is, heet haalbaar.
LESUREN: Final = (50, 45, 60)
#: Meer waarden of woorden bij één veld wordt niet uitgezocht.
_MAX_WAARDEN: Final = 200
#: Meer onderdelen dan een bestand kan hebben.
_MEER_DAN_EEN_BESTAND: Final = 50_000
_DAG: Final = date(2026, 10, 1)  # de uitkomst hangt er niet van af: geen van deze toetsen rekent met de peildatum
_INVULLING: Final = "Elke mentor bespreekt dit ieder jaar met de leerlingen en hun ouders"
#: De soorten die een veld beperken; zonder zo een is alles samen te halen.
_BEPERKT: Final = (Gelijk, Keuze, Grens, ElkItem, Dekt)


def consistent(toetsen: Sequence[ToetsBasis]) -> bool:
    """Return whether some policy may meet all these plain tests; `False` only when that is certain."""
    per_veld: dict[str, list[ToetsBasis]] = {}
    for toets in toetsen:
        for veld in fields_of(toets):
            per_veld.setdefault(veld, []).append(toets)
    return all(_has_value(veld, eisen) for veld, eisen in per_veld.items())


def fields_of(toets: ToetsBasis) -> tuple[str, ...]:
    """Return the fields that a plain test says something about, as far as they can clash."""
    match toets:
        case Gelijk() | Keuze() | Bevat() | Grens() | EenItem() | ElkItem() | Dekt():
            return (toets.veld,)
        case Gevuld():
            return tuple(toets.velden)
        case Proza() | Lezen() if len(toets.velden) == 1:
            return tuple(toets.velden)
    return ()


def limits(toets: ToetsBasis) -> bool:
    """Return whether a test limits what may stand in its field."""
    return isinstance(toets, _BEPERKT) or (isinstance(toets, Bevat) and toets.hoogstens is not None)


def _has_value(veld: str, eisen: Sequence[ToetsBasis]) -> bool:
    """Return whether some value of the field meets all the tests on it."""
    if not any(limits(eis) or isinstance(eis, Bevat) for eis in eisen):
        return True
    waarden = _values(eisen)
    if waarden is None:
        return True
    return any(_meets(veld, waarde, eisen, lesuur) for waarde in waarden for lesuur in LESUREN)


def _meets(veld: str, waarde: object, eisen: Iterable[ToetsBasis], lesuur: int) -> bool:
    feiten: dict[str, Any] = {"school": {"lesuur_minuten": lesuur}}
    plek = feiten
    *ouders, laatste = veld.split(".")
    for deel in ouders:
        plek = plek.setdefault(deel, {})
        if not isinstance(plek, dict):
            return True
    plek[laatste] = waarde
    onderzoek = Onderzoek(feiten, _DAG)
    return all(_on_field(eis, veld).run(onderzoek).gaps == () for eis in eisen)


def _on_field(eis: ToetsBasis, veld: str) -> ToetsBasis:
    """Return what a test asks of this one field."""
    return eis.model_copy(update={"velden": [veld]}) if isinstance(eis, Gevuld) else eis


def _values(eisen: Sequence[ToetsBasis]) -> list[Any] | None:
    """Return the values that may meet the tests, such that one of them does when any value does; `None` when unknown."""
    keuzes = [eis.waarden if isinstance(eis, Keuze) else [eis.waarde] for eis in eisen if isinstance(eis, Keuze | Gelijk)]
    if keuzes:
        return [*min(keuzes, key=len)] if max(map(len, keuzes)) <= _MAX_WAARDEN else None
    grenzen = [eis for eis in eisen if isinstance(eis, Grens)]
    if grenzen:
        return [eis.hoogstens if eis.hoogstens is not None else eis.minstens for eis in grenzen]
    return _lists(eisen)


def _lists(eisen: Sequence[ToetsBasis]) -> list[Any] | None:
    """Return the lists that may meet the tests."""
    bevat = [eis for eis in eisen if isinstance(eis, Bevat)]
    hoogstens = min((eis.hoogstens for eis in bevat if eis.hoogstens), default=None)
    minstens = max((eis.minstens or 1 for eis in bevat), default=0)  # een lege lijst haalt geen enkele toets
    if minstens > _MEER_DAN_EEN_BESTAND:
        return []
    if minstens > _MAX_WAARDEN or sum(len(eis.alle) + len(eis.een_van) for eis in bevat) > _MAX_WAARDEN:
        return None
    items = _items(eisen)
    if items is None:
        return []
    dekt = [eis for eis in eisen if isinstance(eis, Dekt)]
    if hoogstens is not None and items and len(items) > hoogstens:  # sommige items zouden samen kunnen vallen
        return [] if any(len(_each(eis.waarden)) > hoogstens for eis in dekt) else None
    vast = [waarde for eis in bevat for waarde in eis.alle]
    keuzes = [eis.een_van for eis in bevat if eis.een_van]
    if keuzes and _size(keuzes) > MAX_TAKKEN:
        return None
    lijsten = []
    for keuze in product(*keuzes):
        woorden = _each([*vast, *keuze])
        vulling = [f"{_INVULLING} {nummer}" for nummer in range(minstens - len(items) - len(woorden))]
        lijsten.append([*items, *woorden, *vulling])
    return lijsten


def _size(keuzes: Sequence[Sequence[object]]) -> int:
    aantal = 1
    for keuze in keuzes:
        aantal *= len(keuze)
    return aantal


def _each(waarden: Iterable[Any]) -> list[Any]:
    """Return the values once each; `true` and 1 are two values."""
    return list({(type(waarde) is bool, waarde): waarde for waarde in waarden}.values())


def _items(eisen: Sequence[ToetsBasis]) -> list[dict[str, Any]] | None:
    """Return items that together meet what is asked of the items of a list; `None` when that cannot be."""
    elk = [eis.waar for eis in eisen if isinstance(eis, ElkItem)]
    gevraagd: list[dict[str, list[Voorwaarde]]] = [
        {sleutel: [eis] for sleutel, eis in een.waar.items()} for een in eisen if isinstance(een, EenItem)
    ]
    for dekt in (eis for eis in eisen if isinstance(eis, Dekt)):
        gevraagd += [{dekt.sleutel: [Voorwaarde(gelijk=waarde)]} for waarde in dekt.waarden]
    if not gevraagd and elk:
        gevraagd = [{}]
    items = []
    for item in gevraagd:
        for waar in elk:
            for sleutel, eis in waar.items():
                item.setdefault(sleutel, []).append(eis)
        gemaakt = {sleutel: _key_value(eisen_) for sleutel, eisen_ in item.items()}
        if any(waarde is None for waarde in gemaakt.values()):
            return None
        items.append(gemaakt)
    return items


def _key_value(eisen: Sequence[Voorwaarde]) -> Any:  # noqa: ANN401 - elke YAML-waarde
    """Return a value for one key of an item that meets all demands, or `None` when there is none."""
    return next((waarde for waarde in _key_values(eisen) if _meets_all(eisen, waarde)), None)


def _key_values(eisen: Sequence[Voorwaarde]) -> Iterator[Any]:
    yield from (eis.gelijk for eis in eisen if eis.gelijk is not None)
    yield from (waarde for eis in eisen for waarde in eis.uit)
    yield from (grens for eis in eisen for grens in (eis.hoogstens, eis.minstens) if grens is not None)
    lijst = [waarde for eis in eisen for waarde in eis.bevat]
    keuzes = [eis.een_van for eis in eisen if eis.een_van]
    yield from (_each([*lijst, *keuze]) for keuze in islice(product(*keuzes), MAX_TAKKEN))
    yield _INVULLING


def _meets_all(eisen: Sequence[Voorwaarde], waarde: object) -> bool:
    return any(all(eis.met(waarde, lesuur) for eis in eisen) for lesuur in LESUREN)
