"""De keuring van een kader: klopt elk veld, elke toets, elke verwijzing en de eigen ladder. Alle fouten tegelijk, met plaats."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final

from pydantic import TypeAdapter, ValidationError

from beleidscheck.beleid.ladder import Trap
from beleidscheck.beleid.paden import veld_bestaat
from beleidscheck.beleid.schema import fragment_faults
from beleidscheck.beleid.woorden import woorden_van
from beleidscheck.errors import Fault, UnreadableFileError
from beleidscheck.hoeveelheid import QuantityError, parse_hoeveelheid, parse_ritme
from beleidscheck.kader.maatwerk import loosening
from beleidscheck.kader.nauwkeurig import precise_faults
from beleidscheck.kader.remedie import remedy
from beleidscheck.source import dotted, read_source
from beleidscheck.toetsen import Alle, Als, EenVan, Grens, StapToets

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from beleidscheck.kader.model import Kader
    from beleidscheck.source import Source
    from beleidscheck.toetsen import ToetsBasis
    from beleidscheck.trap.ladder import Pad

_ZINNEN: Final[Mapping[str, str]] = {
    "missing": "Het veld ontbreekt.",
    "extra_forbidden": "Dit veld bestaat niet.",
    "literal_error": "Deze waarde is hier niet toegestaan.",
    "enum": "Deze waarde is hier niet toegestaan.",
    "union_tag_invalid": "Deze soort toets bestaat niet.",
    "union_tag_not_found": "Bij deze toets staat geen `soort`.",
    "too_short": "Hier staat te weinig.",
    "string_type": "Hier hoort tekst te staan; zet er aanhalingstekens om.",
    "int_type": "Hier hoort een geheel getal te staan.",
    "bool_type": "Hier hoort `true` of `false` te staan.",
    "list_type": "Hier hoort een lijst te staan.",
    "tuple_type": "Hier hoort een lijst te staan.",
    "dict_type": "Hier hoort een blok met sleutels te staan.",
}


_PAST_NIET: Final = "Deze waarde past hier niet."


def translate(source: Source, fout: ValidationError, voor: Pad = ()) -> list[Fault]:
    """Return the pydantic errors about a kader as faults, one per place; `voor` is the path of the part that was validated."""
    per_pad: dict[Pad, str] = {}
    context: dict[Pad, Mapping[str, Any]] = {}
    for deel in fout.errors(include_url=False, include_input=False):
        pad = _path(source, (*voor, *deel["loc"]), deel["type"])
        if pad not in per_pad:
            per_pad[pad], context[pad] = deel["type"], deel.get("ctx", {})
    inhoud = {
        pad: soort for pad, soort in per_pad.items() if soort != "too_short" or not any(_inside(ander, pad) for ander in per_pad)
    }
    return [
        _fault(
            source,
            pad,
            f"Bij `{dotted(pad)}`: {_ZINNEN.get(soort, _PAST_NIET)}",
            remedy(pad, soort, context[pad]),
            key=soort == "extra_forbidden",
        )
        for pad, soort in inhoud.items()
    ]


def _inside(pad: Pad, ander: Pad) -> bool:
    return len(pad) > len(ander) and pad[: len(ander)] == ander


def _path(source: Source, loc: Pad, soort: str) -> Pad:
    """Return the path in the file: what pydantic adds for a branch of a union is not there."""
    waarde: Any = source.data
    pad: list[str | int] = []
    for nummer, deel in enumerate(loc):
        if isinstance(waarde, dict) and (deel in waarde or (soort == "missing" and nummer == len(loc) - 1)):
            pad.append(deel)
            waarde = waarde.get(deel)
        elif isinstance(waarde, list) and isinstance(deel, int):
            pad.append(deel)
            waarde = waarde[deel]
    return tuple(pad)


def _fault(source: Source, pad: Pad, zin: str, remedie: str, *, key: bool = False) -> Fault:
    plek = source.position(pad, key=key)
    return Fault("kader", zin, remedie, regel=plek.regel, kolom=plek.kolom, pad=dotted(pad))


def quick_faults(kader: Kader) -> list[Fault]:
    """Return what makes a kader unusable at once: a norm that stands there twice, a source that is not named."""
    faults = []
    gezien: dict[str, int] = {}
    for nummer, norm in enumerate(kader.eigen.normen):
        if norm.id in gezien:
            eerste = kader.source.position(("normen", gezien[norm.id])).regel
            zin = f"De norm «{norm.id}» staat er twee keer; de eerste op regel {eerste}."
            faults.append(_fault(kader.source, ("normen", nummer, "id"), zin, "Geef elke norm een eigen id."))
        gezien.setdefault(norm.id, nummer)
        if norm.bron not in kader.bestand.bronnen:
            zin = f"De bron «{norm.bron}» van norm «{norm.id}» staat niet onder `bronnen`."
            faults.append(_fault(kader.source, ("normen", nummer, "bron"), zin, "Voeg de bron toe of kies een bestaande."))
    return faults


def all_faults(kader: Kader) -> list[Fault]:
    """Return everything that is wrong with a kader, in the order of the file: also a field that no policy can have."""
    faults = [
        *quick_faults(kader),
        *_ladder_faults(kader),
        *_predecessor_faults(kader),
        *_field_faults(kader),
        *precise_faults(kader),
        *loosening(kader),
    ]
    for nummer, norm in enumerate(kader.eigen.normen):
        delen: list[tuple[Pad, ToetsBasis]] = [(("normen", nummer, "toetsen", i), toets) for i, toets in enumerate(norm.toetsen)]
        if norm.lezing:
            delen += [(("normen", nummer, "lezing", "strengste", i), toets) for i, toets in enumerate(norm.lezing.strengste)]
            delen += [(("normen", nummer, "lezing", "ruimste", i), toets) for i, toets in enumerate(norm.lezing.ruimste)]
        for pad, toets in delen:
            faults += [
                _fault(kader.source, pad, f"Norm «{norm.id}»: {zin}", remedie) for zin, remedie in _test_faults(kader, toets)
            ]
    return sorted(faults, key=lambda fout: (fout.regel, fout.kolom))


def _ladder_faults(kader: Kader) -> Iterator[Fault]:
    keurder = TypeAdapter(Trap)
    ids: set[str] = set()
    for nummer, trap in enumerate(kader.eigen.trappen):
        try:
            gelezen = keurder.validate_python(trap)
        except ValidationError as fout:
            yield from translate(kader.source, fout, ("trappen", nummer))
            continue
        for plaats, stap in enumerate(gelezen.stappen or ()):
            pad: Pad = ("trappen", nummer, "stappen", plaats)
            if stap.id is None or stap.id in ids:
                yield _fault(
                    kader.source, pad, "Deze stap heeft geen eigen `id`.", "Geef elke stap een id dat nergens anders voorkomt."
                )
            ids.add(stap.id or "")


def _field_faults(kader: Kader) -> Iterator[Fault]:
    for zin in fragment_faults(kader.eigen.velden):
        yield _fault(kader.source, ("velden",), zin, "Kijk in docs/kader.md wat er onder `velden` mag staan.", key=True)


def _predecessor_faults(kader: Kader) -> Iterator[Fault]:
    """Yield what is wrong with the references to norms of the predecessor."""
    verwijzingen: list[tuple[Pad, str]] = [
        *((("normen", i, "komt_uit", j), oud) for i, norm in enumerate(kader.eigen.normen) for j, oud in enumerate(norm.komt_uit)),
        *((("vervallen", i, "normen", j), oud) for i, deel in enumerate(kader.bestand.vervallen) for j, oud in enumerate(deel.normen)),
    ]
    for nummer, deel in enumerate(kader.bestand.vervallen):
        if deel.bron not in kader.bestand.bronnen:
            zin = f"De bron «{deel.bron}» staat niet onder `bronnen`."
            yield _fault(kader.source, ("vervallen", nummer, "bron"), zin, "Voeg de bron toe of kies een bestaande.")
    voorganger = kader.bestand.opvolger_van
    if not verwijzingen and kader.bestand.niet_genoemd == "vervalt":
        return
    if voorganger is None:
        pad = verwijzingen[0][0] if verwijzingen else ("niet_genoemd",)
        zin = "Dit kader verwijst naar zijn voorganger, maar zegt niet welk kader dat is."
        yield _fault(kader.source, pad, zin, "Zet boven in het kader `opvolger_van: naam@versie`.")
        return
    if not verwijzingen:
        return
    ids = _norm_ids(kader, voorganger)
    if ids is None:
        zin = f"De voorganger «{voorganger}» is niet te lezen, dus de verwijzingen naar zijn normen zijn niet na te gaan."
        yield _fault(kader.source, ("opvolger_van",), zin, f"Zet {voorganger}.yaml in dezelfde map als dit kader.")
        return
    for pad, oud in verwijzingen:
        if oud not in ids:
            beste = get_close_matches(oud, ids, n=1, cutoff=0.6)
            doen = f"Bedoelde u «{beste[0]}»?" if beste else "Kies een norm van de voorganger, of haal de verwijzing weg."
            yield _fault(kader.source, pad, f"De norm «{oud}» staat niet in de voorganger {voorganger}.", doen)
    for oud in sorted({oud for pad, oud in verwijzingen if pad[0] == "vervallen"} & {oud for pad, oud in verwijzingen if pad[0] == "normen"}):
        pad = next(pad for pad, ander in verwijzingen if pad[0] == "vervallen" and ander == oud)
        yield _fault(kader.source, pad, f"De norm «{oud}» vervalt hier, maar een andere norm komt ervoor in de plaats.", "Kies één van de twee.")


def _norm_ids(kader: Kader, voorganger: str) -> list[str] | None:
    """Return the norms of the predecessor, a file next to this kader or one of our own; `None` when there is none to read."""
    from beleidscheck.kader import available, load_kader  # noqa: PLC0415 - alleen voor een kader met verwijzingen

    naast = kader.path.with_name(f"{voorganger}.yaml")
    try:
        if naast.is_file():
            return [str(norm.get("id")) for norm in read_source(naast).data.get("normen", ()) if isinstance(norm, dict)]
    except (OSError, UnreadableFileError):
        return None
    return [norm.id for norm in load_kader(voorganger).normen] if voorganger in available() else None


def _test_faults(kader: Kader, toets: ToetsBasis) -> Iterator[tuple[str, str]]:
    for veld in toets.fields():
        if not veld_bestaat(veld, kader.uitbreiding):
            yield f"het veld `{veld}` bestaat niet in een beleid.", "Kijk in schema/beleid.schema.json welke velden er zijn."
    for deel in _parts(toets):
        if isinstance(deel, StapToets):
            yield from _step_faults(kader, deel)
        if isinstance(deel, Grens):
            yield from (
                (f"«{grens}» is geen hoeveelheid of ritme.", "Schrijf bijvoorbeeld `1 jaar` of `6 weken`.")
                for grens in (deel.hoogstens, deel.minstens)
                if isinstance(grens, str) and not _is_quantity(grens)
            )


def _parts(toets: ToetsBasis) -> Iterator[ToetsBasis]:
    yield toets
    binnen: Iterable[ToetsBasis] = (
        toets.dan if isinstance(toets, Als) else toets.toetsen if isinstance(toets, EenVan | Alle) else ()
    )
    for deel in binnen:
        yield from _parts(deel)


def _is_quantity(tekst: str) -> bool:
    for lees in (parse_hoeveelheid, parse_ritme):
        try:
            lees(tekst)
        except QuantityError:
            continue
        return True
    return False


def _step_faults(kader: Kader, toets: StapToets) -> Iterator[tuple[str, str]]:
    for soort, woorden in (
        ("signaal", toets.signaal),
        ("actie", toets.actie),
        ("rol", [*toets.wie, *toets.met, *toets.met_een_van]),
        ("plaats", [*toets.vastlegging, *toets.vastlegging_een_van]),
    ):
        bekend = woorden_van(soort, kader.uitbreiding)
        for woord in woorden:
            if woord not in bekend:
                yield (
                    f"het woord «{woord}» ({soort}) is niet bekend.",
                    "Zet het in de woordenlijst van het kader, of kies een bekend woord.",
                )
    for grens in (toets.uiterlijk, toets.binnen, toets.vanaf, toets.onder, toets.termijn):
        if grens is not None and not _is_quantity(grens):
            yield f"«{grens}» is geen hoeveelheid.", "Schrijf een getal met een eenheid, bijvoorbeeld `4 keer`."
