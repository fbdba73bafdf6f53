"""Wat er buiten de normen verandert: status en geldigheid, woorden, verouderde termen, regionale velden en de eigen ladder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.eisen import Richting
from beleidscheck.trap.ladder import build_ladder
from beleidscheck.vergelijk.normen import Soort, stays_silent
from beleidscheck.vergelijk.treden import compare_steps

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from beleidscheck.kader import Kader

_SOORTEN: Final = ("rollen", "plaatsen", "acties", "signalen", "woorden")


@dataclass(frozen=True, slots=True)
class Kopverschil:
    """Eén ding dat buiten de normen verandert: waar het staat, wat ermee gebeurt, en een zin."""

    waar: str
    wat: str
    soort: Soort
    zin: str
    richting: Richting = Richting.GELIJK


def compare_heads(oud: Kader, nieuw: Kader) -> tuple[Kopverschil, ...]:
    """Return what changes outside the norms, in the order of a kader file."""
    return (*_head(oud, nieuw), *_words(oud, nieuw), *_fields(oud, nieuw), *_ladders(oud, nieuw), *_terms(oud, nieuw))


def _head(oud: Kader, nieuw: Kader) -> Iterator[Kopverschil]:
    for sleutel, naam in (
        ("naam", "De naam"),
        ("status", "De status"),
        ("geldig_van", "De begindatum"),
        ("geldig_tot", "De einddatum"),
        ("regio", "De regio"),
    ):
        was, wordt = getattr(oud.bestand, sleutel), getattr(nieuw.bestand, sleutel)
        if was != wordt:
            yield Kopverschil("kop", sleutel, Soort.ANDERS, f"{naam} is «{_or_none(wordt)}»; eerst «{_or_none(was)}».")
    sectoren = [", ".join(kader.bestand.sectoren) or "alle" for kader in (oud, nieuw)]
    if set(oud.bestand.sectoren) != set(nieuw.bestand.sectoren):
        yield Kopverschil("kop", "sectoren", Soort.ANDERS, f"Het kader is voor: {sectoren[1]}; eerst voor: {sectoren[0]}.")


def _or_none(waarde: object) -> str:
    return "geen" if waarde is None else str(waarde)


def _gone(oud: Kader, nieuw: Kader) -> tuple[Soort, str]:
    """Return what it means that something of the old kader is not in the new one."""
    if stays_silent(oud, nieuw):
        return Soort.ZWIJGT, "niet genoemd; wat er was, blijft"
    return Soort.VERVALLEN, "vervalt"


def _words(oud: Kader, nieuw: Kader) -> Iterator[Kopverschil]:
    weg, zin = _gone(oud, nieuw)
    for soort in _SOORTEN:
        was, wordt = getattr(oud.bestand.woordenlijst, soort), getattr(nieuw.bestand.woordenlijst, soort)
        for woord in was:
            if woord not in wordt:
                yield Kopverschil(f"woordenlijst.{soort}", woord, weg, f"Het woord «{was[woord].label}»: {zin}.")
        for woord, info in wordt.items():
            if woord not in was:
                yield Kopverschil(f"woordenlijst.{soort}", woord, Soort.NIEUW, f"Het woord «{info.label}» komt erbij.")
            elif info != was[woord]:
                anders = [naam for naam in type(info).model_fields if getattr(info, naam) != getattr(was[woord], naam)]
                betekenis = {"label", "uitleg", "aard", "drempelsoort", "periode"} & set(anders)
                soort_ = Soort.ANDERS if betekenis else Soort.TEKST
                yield Kopverschil(
                    f"woordenlijst.{soort}", woord, soort_, f"Het woord «{info.label}» verandert bij {', '.join(anders)}."
                )


def _fields(oud: Kader, nieuw: Kader) -> Iterator[Kopverschil]:
    was, wordt = dict(_leaves(oud.bestand.velden)), dict(_leaves(nieuw.bestand.velden))
    weg, zin = _gone(oud, nieuw)
    for pad, veld in was.items():
        if pad not in wordt:
            yield Kopverschil("velden", pad, weg, f"Het veld {_title(veld, pad)}: {zin}.")
    for pad, veld in wordt.items():
        if pad not in was:
            yield Kopverschil("velden", pad, Soort.NIEUW, f"Het veld {_title(veld, pad)} komt erbij.")
        elif veld != was[pad]:
            tekst = {k: v for k, v in veld.items() if k not in _TEKST} == {k: v for k, v in was[pad].items() if k not in _TEKST}
            soort = Soort.TEKST if tekst else Soort.ANDERS
            yield Kopverschil("velden", pad, soort, f"Het veld {_title(veld, pad)} {'heet of luidt' if tekst else 'wordt'} anders.")


_TEKST: Final = frozenset({"title", "description", "examples"})


def _title(veld: Mapping[str, Any], pad: str) -> str:
    titel = veld.get("title")
    return f"«{titel}» (`{pad}`)" if isinstance(titel, str) else f"`{pad}`"


def _leaves(schema: Mapping[str, Any], pad: str = "regionaal") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every field of a schema without its parts, by its path in a policy."""
    for naam, veld in schema.get("properties", {}).items():
        if isinstance(veld, dict):
            yield f"{pad}.{naam}", {sleutel: deel for sleutel, deel in veld.items() if sleutel != "properties"}
            yield from _leaves(veld, f"{pad}.{naam}")


def _ladders(oud: Kader, nieuw: Kader) -> Iterator[Kopverschil]:
    """Yield what changes in the kader's own ladder, step by step."""
    if oud.bestand.trappen and not nieuw.bestand.trappen:
        weg, zin = _gone(oud, nieuw)
        yield Kopverschil("trappen", "eigen ladder", weg, f"De eigen ladder van {oud.ref}: {zin}.")
        return
    if nieuw.bestand.trappen and not oud.bestand.trappen:
        yield Kopverschil("trappen", "eigen ladder", Soort.NIEUW, f"{nieuw.ref} heeft een eigen ladder.")
        return
    ladders = [build_ladder({"volgt": kader.ref}, {kader.ref: kader.trappen}) for kader in (oud, nieuw)]
    for stap, soort, zin in compare_steps(ladders[0], ladders[1]):
        yield Kopverschil("trappen", stap, soort, zin, Richting(soort.value) if soort.value in set(Richting) else Richting.GELIJK)


def _terms(oud: Kader, nieuw: Kader) -> Iterator[Kopverschil]:
    was, wordt = ({term.oud: term for term in kader.bestand.termen} for kader in (oud, nieuw))
    weg, zin = _gone(oud, nieuw)
    for woord in was:
        if woord not in wordt:
            yield Kopverschil("termen", woord, weg, f"Het advies over het woord «{woord}»: {zin}.")
    for woord, term in wordt.items():
        if woord not in was:
            yield Kopverschil("termen", woord, Soort.NIEUW, f"«{woord}» is verouderd; gebruik «{term.nieuw}» ({term.bron}).")
        elif term != was[woord]:
            yield Kopverschil("termen", woord, Soort.ANDERS, f"In plaats van «{woord}» komt «{term.nieuw}»; eerst «{was[woord].nieuw}».")


