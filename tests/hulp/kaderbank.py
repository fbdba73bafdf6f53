"""Kleine kaders voor de tests: als YAML, zoals een samenwerkingsverband ze zou schrijven, met in elke norm alleen wat ertoe doet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from beleidscheck.controle import control_kader
from beleidscheck.source import write_yaml

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from beleidscheck.controle import Kadercontrole

VISIE = {"soort": "gevuld", "velden": ["visie_en_doel.visie"]}
HERSTEL_VISIE = "visie_en_doel:\n  visie: Wij zien en missen elke leerling, want wie erbij hoort leert beter.\n"


def norm(id_: str = "proef.een", toetsen: Sequence[dict[str, Any]] = (VISIE,), **anders: Any) -> dict[str, Any]:  # noqa: ANN401 - velden van een norm
    """Return a norm that is right in every other way."""
    return {
        "id": id_,
        "titel": "Visie",
        "zegt": "De school heeft een visie.",
        "niveau": "verwacht",
        "grond": "afspraak",
        "bron": "nota",
        "plek": "§ 1",
        "element": 1,
        "cluster": "visie",
        "aan_zet": "directeur",
        "toetsen": list(toetsen),
        "uitleg": "Zonder visie is er geen richting.",
        "vraag": "Is er een visie?",
        "herstel": {"voorbeeld": "Wij zien elke leerling.", "snippet": HERSTEL_VISIE},
        "voorbeelden": {"voldoet_niet": [{}]},
        **anders,
    }


def kader(*normen: dict[str, Any], **anders: Any) -> dict[str, Any]:  # noqa: ANN401 - velden van een kader
    """Return a kader with these norms."""
    return {
        "kader": 1,
        "id": "proef",
        "versie": "1",
        "naam": "Proefkader",
        "status": "geldend",
        "geldig_van": "2026-08-01",
        "toelichting": "Een kader om mee te proberen.",
        "bronnen": {"nota": {"titel": "Nota", "uitgever": "School", "datum": "2026"}},
        "normen": list(normen) or [norm()],
        **anders,
    }


def schrijf(map_: Path, inhoud: dict[str, Any], naam: str = "") -> Path:
    """Return the file that this kader was written to; by default it is called after the kader."""
    pad = map_ / (naam or f"{inhoud['id']}@{inhoud['versie']}.yaml")
    tekst = write_yaml(inhoud).replace(": ja\n", ": true\n").replace(": nee\n", ": false\n")
    pad.write_text(tekst, encoding="utf-8")
    return pad


def controle(map_: Path, inhoud: dict[str, Any]) -> Kadercontrole:
    """Return what `kader controleer` finds."""
    return control_kader(schrijf(map_, inhoud))


def fouten(map_: Path, inhoud: dict[str, Any]) -> list[str]:
    """Return the faults that `kader controleer` finds, as sentences."""
    return [deel.fault.zin for deel in controle(map_, inhoud).fouten]


def regel_met(pad: Path, tekst: str) -> int:
    """Return the line on which this text stands for the first time."""
    return next(nummer for nummer, regel in enumerate(pad.read_text(encoding="utf-8").splitlines(), start=1) if tekst in regel)
