"""Een maatwerk-kader: alle normen van een ander kader, aangescherpt en aangevuld. Versoepelen wordt geweigerd, met beide plaatsen.

Een norm die in het eigen bestand hetzelfde id heeft als in het basiskader, komt ervoor in de plaats; wat zij niet noemt, neemt zij
over. Zo hoeft wie alleen het niveau verzwaart, alleen `id` en `niveau` te schrijven.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from beleidscheck.bevinding import Grond, Niveau
from beleidscheck.errors import Fault
from beleidscheck.kader.aanscherping import weaker
from beleidscheck.source import dotted
from beleidscheck.toetsen.basis import enumerate_nl

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from beleidscheck.kader.model import Kader, Kaderbestand, Norm
    from beleidscheck.trap.ladder import Pad

_NIET_OVER: Final = frozenset({"voorbeelden", "komt_uit"})
_REMEDIE: Final = (
    "Een kader dat op een ander rust, mag alleen aanscherpen. Haal deze wijziging weg, of maak er een eigen kader van."
)
_ONBEKEND: Final = "Of dit strenger is, is niet te zeggen. Laat de toets van het basiskader staan en zet de uwe ernaast."
#: Op deze grond mag een eigen norm rusten als die van het basiskader die grond heeft.
_GROND: Final[Mapping[Grond, frozenset[Grond]]] = {
    Grond.WET: frozenset({Grond.WET}),
    Grond.AFSPRAAK: frozenset({Grond.AFSPRAAK}),
    **{grond: frozenset({grond, Grond.AFSPRAAK}) for grond in (Grond.WETSVOORSTEL, Grond.MODEL)},
    **{grond: frozenset({Grond.VELD, Grond.ADVIES, Grond.AFSPRAAK}) for grond in (Grond.VELD, Grond.ADVIES)},
}
_LICHT: Final = frozenset({"concept", "wetsvoorstel"})


def filled(data: Mapping[str, Any], basis: Kader) -> dict[str, Any]:
    """Return the content of a file with, in each norm of the base kader that it changes, what it does not say itself."""
    normen = data.get("normen")
    if not isinstance(normen, list):
        return dict(data)
    per_id = {norm.id: norm for norm in basis.normen}
    return {**data, "normen": [_filled(norm, per_id) for norm in normen]}


def _filled(eigen: Any, per_id: Mapping[str, Norm]) -> Any:  # noqa: ANN401 - elke YAML-waarde
    if not isinstance(eigen, dict) or not isinstance(eigen.get("id"), str) or eigen["id"] not in per_id:
        return eigen
    oud = per_id[eigen["id"]].model_dump(mode="json", exclude_unset=True)
    return {**{sleutel: waarde for sleutel, waarde in oud.items() if sleutel not in _NIET_OVER}, **eigen}


def merged(eigen: Kaderbestand, basis: Kader) -> Kaderbestand:
    """Return everything that holds: the norms of the base kader in its order, each with its own change, then the own norms."""
    oud = basis.bestand
    nieuw = {norm.id: norm for norm in reversed(eigen.normen)}
    overgenomen = tuple(nieuw.get(norm.id, norm) for norm in oud.normen)
    bekend = {norm.id for norm in oud.normen}
    tot = [datum for datum in (eigen.geldig_tot, oud.geldig_tot) if datum is not None]
    return eigen.model_copy(
        update={
            "normen": (*overgenomen, *(norm for norm in eigen.normen if norm.id not in bekend)),
            "bronnen": {**oud.bronnen, **eigen.bronnen},
            "woordenlijst": eigen.woordenlijst.model_copy(
                update={
                    naam: {**getattr(oud.woordenlijst, naam), **getattr(eigen.woordenlijst, naam)}
                    for naam in ("rollen", "plaatsen", "acties", "signalen", "woorden")
                }
            ),
            "velden": _fields(eigen.velden, oud.velden),
            "trappen": eigen.trappen or oud.trappen,
            "termen": (*oud.termen, *eigen.termen),
            "regio": eigen.regio or oud.regio,
            "sectoren": eigen.sectoren or oud.sectoren,
            "geldig_tot": min(tot, default=None),
            "in_werking_op": eigen.in_werking_op or oud.in_werking_op,
        }
    )


def _fields(eigen: Any, oud: Any) -> Any:  # noqa: ANN401 - JSON Schema
    """Return two pieces of JSON Schema together; what the base kader says about a field stands."""
    if not isinstance(eigen, dict) or not isinstance(oud, dict):
        return oud
    return {**eigen, **{sleutel: _fields(eigen[sleutel], deel) if sleutel in eigen else deel for sleutel, deel in oud.items()}}


# ---- Versoepelen wordt geweigerd -----------------------------------------------------------------------------------


def loosening(kader: Kader) -> Iterator[Fault]:
    """Yield everything that is softer than in the base kader, each with its place here and there."""
    if kader.basis is None:
        return
    yield from _head(kader, kader.basis)
    plekken = {norm.id: norm for norm in kader.basis.normen}
    for nummer, norm in enumerate(kader.eigen.normen):
        if norm.id in plekken:
            yield from _norm(kader, kader.basis, nummer, norm, plekken[norm.id])
    for i, deel in enumerate(kader.eigen.vervallen):
        for j, weg in enumerate(deel.normen):
            if weg in plekken:
                zin = f"De norm «{weg}» vervalt hier, maar staat in het basiskader ({there(kader.basis, plekken[weg], ())})."
                yield _fault(kader, ("vervallen", i, "normen", j), zin)


def _head(kader: Kader, basis: Kader) -> Iterator[Fault]:
    eigen, oud = kader.eigen, basis.bestand
    if oud.regio and eigen.regio and eigen.regio != oud.regio:
        yield _fault(
            kader,
            ("regio",),
            f"Dit kader is voor regio «{eigen.regio}», maar het basiskader voor «{oud.regio}» ({line_in(basis, ('regio',))}).",
        )
    if mist := [sector for sector in oud.sectoren if eigen.sectoren and sector not in eigen.sectoren]:
        zin = f"Het basiskader is ook voor {enumerate_nl(mist)} ({line_in(basis, ('sectoren',))}); hier {'ontbreekt die sector' if len(mist) == 1 else 'ontbreken die sectoren'}."
        yield _fault(kader, ("sectoren",), zin)
    if eigen.status in _LICHT and oud.status not in _LICHT:
        zin = f"Met de status «{eigen.status}» wegen uw normen lichter dan die van het basiskader, dat «{oud.status}» heet ({line_in(basis, ('status',))})."
        yield _fault(kader, ("status",), zin)
    if eigen.in_werking_op and oud.in_werking_op and eigen.in_werking_op > oud.in_werking_op:
        zin = f"De inwerkingtreding ({eigen.in_werking_op}) ligt hier later dan in het basiskader ({oud.in_werking_op}, {line_in(basis, ('in_werking_op',))})."
        yield _fault(kader, ("in_werking_op",), zin)
    yield from _added(kader, basis)


def _added(kader: Kader, basis: Kader) -> Iterator[Fault]:
    """Yield every source, word and field of the base kader that means something else here."""
    eigen, oud = kader.eigen, basis.bestand
    for naam, bron in eigen.bronnen.items():
        if naam in oud.bronnen and oud.bronnen[naam] != bron:
            zin = f"De bron «{naam}» bestaat al in het basiskader en heet daar anders ({line_in(basis, ('bronnen', naam))})."
            yield _fault(kader, ("bronnen", naam), zin, "Geef uw eigen bron een andere naam.")
    for lijst in ("rollen", "plaatsen", "acties", "signalen", "woorden"):
        bekend = getattr(oud.woordenlijst, lijst)
        for woord, info in getattr(eigen.woordenlijst, lijst).items():
            if woord in bekend and bekend[woord] != info:
                zin = f"Het woord «{woord}» bestaat al in het basiskader en betekent daar iets anders ({line_in(basis, ('woordenlijst', lijst, woord))})."
                yield _fault(kader, ("woordenlijst", lijst, woord), zin, "Laat het weg: het komt mee uit het basiskader.")
    for pad in _changed(eigen.velden, oud.velden, ("velden",)):
        zin = f"Het veld `{dotted(pad[1:])}` staat al in het basiskader en is daar anders beschreven ({basis.path.name})."
        yield _fault(kader, pad, zin, "Laat het weg: het komt mee uit het basiskader.")


def _changed(eigen: Any, oud: Any, pad: Pad) -> Iterator[Pad]:  # noqa: ANN401 - JSON Schema
    """Yield where the fields of a file say something else about what the base kader has."""
    if isinstance(eigen, dict) and isinstance(oud, dict):
        for sleutel in eigen:
            if sleutel in oud and sleutel not in {"title", "description"}:
                yield from _changed(eigen[sleutel], oud[sleutel], (*pad, sleutel))
    elif eigen != oud:
        yield pad


def _norm(kader: Kader, basis: Kader, nummer: int, eigen: Norm, oud: Norm) -> Iterator[Fault]:
    """Yield what is softer in one norm that stands in both."""
    pad: Pad = ("normen", nummer)

    def fault(onder: Pad, daar: Pad, zin: str, remedie: str = _REMEDIE) -> Fault:
        return _fault(kader, (*pad, *onder), f"Norm «{eigen.id}»: {zin} (basiskader: {there(basis, oud, daar)}).", remedie)

    niveaus = list(Niveau)
    if niveaus.index(eigen.niveau) > niveaus.index(oud.niveau):
        yield fault(("niveau",), ("niveau",), f"het niveau gaat van «{oud.niveau}» naar «{eigen.niveau}», en dat is lichter")
    if eigen.grond not in _GROND[oud.grond]:
        yield fault(
            ("grond",),
            ("grond",),
            f"de grond gaat van «{oud.grond}» naar «{eigen.grond}»; dat kan een norm niet worden door hem over te nemen",
        )
    weg = (
        [sector for sector in oud.geldt_voor.sectoren if sector not in eigen.geldt_voor.sectoren]
        if eigen.geldt_voor.sectoren
        else []
    )
    if weg or (eigen.geldt_voor.sectoren and not oud.geldt_voor.sectoren):
        yield fault(("geldt_voor",), ("geldt_voor",), f"de norm geldt niet meer voor {enumerate_nl(weg) or 'elke sector'}")
    if eigen.geldt_voor.leeftijd and eigen.geldt_voor.leeftijd != oud.geldt_voor.leeftijd:
        yield fault(("geldt_voor", "leeftijd"), ("geldt_voor",), "de norm geldt niet meer voor elke leeftijd")
    yield from (
        fault(("toetsen", *hier), ("toetsen", daar), zin, _ONBEKEND if onbekend else _REMEDIE)
        for hier, daar, zin, onbekend in weaker(eigen.toetsen, oud.toetsen)
    )
    if oud.niet_gecodeerd == "" and eigen.niet_gecodeerd:
        yield fault(("niet_gecodeerd",), ("toetsen", 0), "de norm heet hier niet te coderen, en dat was zij wel")
    yield from _reading(fault, eigen, oud)


def _reading(fault: Any, eigen: Norm, oud: Norm) -> Iterator[Fault]:  # noqa: ANN401 - de foutenmaker van hierboven
    """Yield what is softer in the reading of the sources: less asked under the strictest, more room under the widest."""
    streng, ruim = (eigen.lezing.strengste, eigen.lezing.ruimste) if eigen.lezing else ((), ())
    streng_oud, ruim_oud = (oud.lezing.strengste, oud.lezing.ruimste) if oud.lezing else ((), ())
    for hier, daar, zin, onbekend in weaker((*streng, *eigen.toetsen), streng_oud):
        del hier
        yield fault(
            ("lezing",), ("lezing", "strengste", daar), f"onder de strengste lezing {zin}", _ONBEKEND if onbekend else _REMEDIE
        )
    if ruim and not ruim_oud:
        yield fault(
            ("lezing", "ruimste"), ("lezing",), "er is een ruimere lezing bij gekomen, zodat een tekort een aandachtspunt wordt"
        )
    for hier, daar, zin, onbekend in weaker(ruim, ruim_oud) if ruim else ():
        del hier
        yield fault(
            ("lezing", "ruimste"),
            ("lezing", "ruimste", daar),
            f"onder de ruimste lezing {zin}",
            _ONBEKEND if onbekend else _REMEDIE,
        )


def _fault(kader: Kader, pad: Pad, zin: str, remedie: str = _REMEDIE) -> Fault:
    plek = kader.source.position(pad)
    return Fault("versoepeling", zin, remedie, regel=plek.regel, kolom=plek.kolom, pad=dotted(pad))


def there(basis: Kader, norm: Norm, pad: Pad) -> str:
    """Return where the base kader says it: the file that really has the norm, and the line."""
    bron = basis.origin(norm)
    nummer = next(i for i, een in enumerate(bron.eigen.normen) if een.id == norm.id)
    return line_in(bron, ("normen", nummer, *pad))


def line_in(kader: Kader, pad: Pad) -> str:
    """Return the file and the line of a part of a kader, in the kader of the chain that has it."""
    while kader.basis is not None and pad[0] not in kader.source.data:
        kader = kader.basis
    return f"{kader.path.name}:{kader.source.position(pad).regel}"
