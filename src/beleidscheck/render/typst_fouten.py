"""Wat er misging in een Typst-sjabloon, als Nederlandse fout met bestand, regel en wat te doen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from beleidscheck.render.html import TemplateError

if TYPE_CHECKING:
    from pathlib import Path

_PLAATS: Final = re.compile(r"┌─ (?P<bestand>[^\n]+?):(?P<regel>[0-9]+):[0-9]+")
_PAKKET: Final = re.compile(r"[\"']@[a-z]+/")
#: Een map met sjablonen is een paar bestanden; meer is een vergissing.
_MEESTE_BYTES: Final = 20_000_000
_VERGELIJK: Final = "Vergelijk de regel met het meegeleverde sjabloon."

#: Begin van wat Typst zegt → wat er aan de hand is en wat te doen. De rest krijgt een algemene zin.
_UITLEG: Final[tuple[tuple[str, str, str], ...]] = (
    (
        "unknown variable",
        "Dit sjabloon vraagt om een naam die er niet is",
        "Controleer de spelling, of importeer de naam boven in het bestand.",
    ),
    (
        "file not found",
        "Dit sjabloon vraagt om een bestand dat er niet is",
        "Zet het bestand in de map `typst` van uw sjablonen.",
    ),
    (
        "expected",
        "Hier klopt de schrijfwijze van het sjabloon niet",
        "Kijk of elk haakje is gesloten en er geen teken ontbreekt.",
    ),
    ("unclosed", "Hier wordt iets geopend en niet gesloten", "Sluit het haakje of het aanhalingsteken."),
    (
        "unexpected",
        "Hier klopt de schrijfwijze van het sjabloon niet",
        "Kijk of elk haakje is gesloten en er geen teken te veel staat.",
    ),
    (
        "dictionary does not contain",
        "Dit sjabloon vraagt om een waarde die er niet is",
        "Welke waarden er zijn, staat in site_templates/LEESMIJ.md.",
    ),
    ("unknown font family", "Dit lettertype is er niet", "Zet het lettertype in de map `typst/lettertypen` van uw sjablonen."),
    (
        "PDF/UA",
        "Wat dit sjabloon maakt, is niet voor iedereen te lezen",
        "Geef elk beeld een tekstalternatief en sla geen kopniveau over.",
    ),
)


def explained(melding: str, verslag: str, werkmap: Path, eigen: Path | None) -> TemplateError:
    """Return what Typst said as a Dutch error: the file and line that the user knows, and what to do."""
    gevonden = _PLAATS.search(verslag)
    bestand, regel = (gevonden["bestand"], int(gevonden["regel"])) if gevonden else ("basis.typ", 1)
    zin, remedie = next(
        ((zin, remedie) for begin, zin, remedie in _UITLEG if melding.startswith(begin)),
        ("Dit sjabloon is niet uit te voeren", _VERGELIJK),
    )
    eerste = " ".join(melding.replace(f"{werkmap}/", "").split())[:200]
    bestand = bestand.rpartition(f"{werkmap.name}/")[2]  # Typst noemt de plek van het kopietje
    return TemplateError(_shown(bestand, eigen), regel, f"{zin}. Typst meldt: «{eerste}».", remedie)


def check_templates(eigen: Path) -> None:
    """Raise `TemplateError` for templates that are too large, are not UTF-8, or would fetch something from the internet."""
    totaal = 0
    for bestand in sorted(eigen.rglob("*")):
        if not bestand.is_file():
            continue
        totaal += bestand.stat().st_size
        if totaal > _MEESTE_BYTES:
            raise TemplateError(
                str(eigen), 1, "Deze map is groter dan 20 MB.", "Zet hier alleen sjablonen en de beelden die zij gebruiken."
            )
        if bestand.suffix == ".typ":
            _check_template(bestand)


def _check_template(bestand: Path) -> None:
    try:
        bron = bestand.read_text(encoding="utf-8")
    except UnicodeDecodeError as fout:
        raise TemplateError(str(bestand), 1, "Dit sjabloon is geen UTF-8.", "Bewaar het bestand als UTF-8.") from fout
    if pakket := _PAKKET.search(bron):
        raise TemplateError(
            str(bestand),
            1 + bron[: pakket.start()].count("\n"),
            "Dit sjabloon haalt een pakket van internet, en dat doet beleidscheck nooit.",
            "Zet de code die u nodig hebt zelf in de map.",
        )


def _shown(bestand: str, eigen: Path | None) -> str:
    """Return the name of a template as the user knows it: inside the folder that was given, or just its name."""
    if eigen is not None and (eigen / bestand).is_file():
        return str(eigen / bestand)
    return bestand
