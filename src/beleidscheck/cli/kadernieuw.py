"""De opdracht `kader nieuw`: een kader dat meteen werkt, om in te vullen; er wordt nooit iets overschreven."""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from beleidscheck.api import laad_kader
from beleidscheck.bevinding import Niveau
from beleidscheck.cli.bestanden import shown_path
from beleidscheck.cli.schrijf import write_text
from beleidscheck.data import schema_dir, template_dir
from beleidscheck.errors import UsageError
from beleidscheck.kader import available, unknown_kader
from beleidscheck.source.bestand import VERBODEN_TEKEN

if TYPE_CHECKING:
    from datetime import date

    from beleidscheck.kader import Kader, Norm

_ID: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
_VERSIE: Final = re.compile(r"[a-z0-9][a-z0-9.-]{0,59}")
_SCHEMA: Final = "kader.schema.json"
_MAX_TITEL: Final = 200


@dataclass(frozen=True, slots=True)
class Opdracht:
    """Wat de gebruiker voor een nieuw kader heeft gezegd; leeg is: kies zelf iets."""

    doel: Path
    id: str
    versie: str
    regio: str
    titel: str
    basis: str
    dag: date


def run_new(opdracht: Opdracht) -> int:
    """Write a kader that works at once, with its schema beside it, and say what to do next."""
    _checked(opdracht)
    basis = _base(opdracht)
    doel = _target(opdracht)
    if doel.exists() or doel.is_symlink():
        raise UsageError(
            f"{shown_path(doel)} bestaat al en wordt niet overschreven. Kies een andere naam, of een ander `--id` of `--versie`."
        )
    tekst = _tailored(opdracht, basis, doel) if basis else _new(opdracht, doel)
    write_text(doel, tekst)
    sys.stdout.write(f"Geschreven: {shown_path(doel)}\n")
    schema = doel.with_name(_SCHEMA)
    if not schema.exists() and not schema.is_symlink():
        write_text(schema, (schema_dir() / _SCHEMA).read_text(encoding="utf-8"))
        sys.stdout.write(f"Geschreven: {shown_path(schema)} (daarmee vult uw editor aan)\n")
    sys.stdout.write(f"Pas het aan, en controleer het met: beleidscheck kader controleer {_quoted(doel)}\n")
    return 0


def _quoted(doel: Path) -> str:
    pad = shown_path(doel)
    return f'"{pad}"' if " " in pad else pad


def _checked(opdracht: Opdracht) -> None:
    for optie, waarde, patroon, voorbeeld in (
        ("--id", opdracht.id, _ID, "mijn-regio"),
        ("--versie", opdracht.versie, _VERSIE, "2026-2027"),
        ("--regio", opdracht.regio, _ID, "mijn-regio"),
    ):
        if waarde and not patroon.fullmatch(waarde):
            tekens = (
                "kleine letters, cijfers, punten en streepjes" if patroon is _VERSIE else "kleine letters, cijfers en streepjes"
            )
            raise UsageError(f"«{waarde}» kan niet bij {optie}. Gebruik {tekens}, bijvoorbeeld {optie} {voorbeeld}.")
    if VERBODEN_TEKEN.search(opdracht.titel) or len(opdracht.titel) > _MAX_TITEL:
        raise UsageError(f"Deze titel kan niet. Schrijf bij --titel gewone tekst van hooguit {_MAX_TITEL} tekens.")


def _base(opdracht: Opdracht) -> Kader | None:
    if not opdracht.basis:
        return None
    if opdracht.basis not in available():
        raise UsageError(unknown_kader(opdracht.basis))
    basis = laad_kader(opdracht.basis)
    if opdracht.regio and basis.bestand.regio and opdracht.regio != basis.bestand.regio:
        raise UsageError(
            f"Het kader «{basis.ref}» is voor de regio «{basis.bestand.regio}». Laat --regio weg, of kies een ander basiskader."
        )
    return basis


def _target(opdracht: Opdracht) -> Path:
    if opdracht.doel.suffix in {".yaml", ".yml"} and not opdracht.doel.is_dir():
        return opdracht.doel
    return opdracht.doel / f"{_own_id(opdracht)}@{_version(opdracht)}.yaml"


def _own_id(opdracht: Opdracht) -> str:
    return opdracht.id or (f"{opdracht.basis.partition('@')[0]}-maatwerk" if opdracht.basis else "mijn-regio")


def _version(opdracht: Opdracht) -> str:
    return opdracht.versie or str(opdracht.dag.year)


def _new(opdracht: Opdracht, doel: Path) -> str:
    regio = f"regio: {json.dumps(opdracht.regio)}" if opdracht.regio else f"# regio: {_own_id(opdracht)}"
    return _filled("nieuw-kader.yaml", opdracht, doel, regio=regio)


def _tailored(opdracht: Opdracht, basis: Kader, doel: Path) -> str:
    """Return a kader that rests on another: one of its norms made heavier, where there is one to make heavier, and a norm of its own."""
    bron = "besluit"
    while bron in basis.bestand.bronnen:
        bron += "-regio"
    regio = opdracht.regio or basis.bestand.regio or ""
    status = basis.bestand.status if basis.bestand.status in {"concept", "wetsvoorstel"} else "geldend"
    zwaarder = next((norm for norm in basis.normen if norm.niveau is not Niveau.VERPLICHT and not norm.lezing), None)
    return _filled(
        "nieuw-maatwerk.yaml",
        opdracht,
        doel,
        regio=f"regio: {json.dumps(regio)}" if regio else f"# regio: {_own_id(opdracht)}",
        basis=basis.ref,
        bron=bron,
        status=status,
        zwaarder=_heavier(zwaarder) if zwaarder else "",
    )


def _heavier(norm: Norm) -> str:
    niveau = "verplicht" if norm.niveau is Niveau.VERWACHT else "verwacht"
    return (
        "  # Een norm van het basiskader zwaarder maken: schrijf alleen het id en wat er verandert. De rest blijft zoals zij is.\n"
        f"  # Hier: «{norm.titel}», in het basiskader {norm.niveau}.\n"
        f"  - id: {norm.id}\n    niveau: {niveau}\n"
        "    voorbeelden:\n      voldoet_niet:\n        - wat: Een beleid dat hierover niets zegt\n"
    )


def _filled(sjabloon: str, opdracht: Opdracht, doel: Path, **delen: str) -> str:
    eigen = _own_id(opdracht)
    titel = " ".join(opdracht.titel.split()) or (
        "Aanscherping voor onze regio" if opdracht.basis else "Afspraken over schoolaanwezigheid in onze regio"
    )
    waarden = {
        "id": eigen,
        "versie": _version(opdracht),
        "titel": json.dumps(titel, ensure_ascii=False),
        "jaar": str(opdracht.dag.year),
        "volgend_jaar": str(opdracht.dag.year + 1),
        "bestand": shown_path(Path(doel.name)),
        **delen,
    }
    tekst = (template_dir() / sjabloon).read_text(encoding="utf-8")
    return re.sub(r"\{\{ ([a-z_]+) \}\}", lambda gevonden: waarden[gevonden[1]], tekst)
