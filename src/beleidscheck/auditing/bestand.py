"""Een audit op schijf: JSON met één school per regel, zodat ook tienduizend scholen regel voor regel te lezen zijn."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from pydantic import ValidationError

from beleidscheck.auditing.delta import standings
from beleidscheck.auditing.model import VERSIE, Schooluitslag
from beleidscheck.auditing.normkop import norm_heads
from beleidscheck.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from beleidscheck.auditing.uitkomst import Audit
    from beleidscheck.bevinding import Gewicht, Oordeel

FORMAAT: Final = "beleidscheck-audit"


def audit_json(audit: Audit, *, versie_tool: str) -> Iterator[str]:
    """Yield an audit as JSON: what was checked, the sums, every norm once, and every school on a line of its own."""
    kop = _head(audit, versie_tool)
    yield json.dumps(kop, ensure_ascii=False)[:-1] + ', "scholen": [\n'
    laatste = len(audit.scholen) - 1
    for nummer, school in enumerate(audit.outcomes()):
        yield _line(school) + (",\n" if nummer < laatste else "\n")
    yield "]}\n"


def audit_lines(audit: Audit) -> Iterator[str]:
    """Yield JSON lines: every school on a line, without anything around it."""
    for school in audit.outcomes():
        yield _line(school) + "\n"


def _line(school: Schooluitslag) -> str:
    return json.dumps(json.loads(school.model_dump_json(exclude_defaults=True)), ensure_ascii=True)


def _head(audit: Audit, versie_tool: str) -> dict[str, Any]:
    return {
        "formaat": FORMAAT,
        "versie": VERSIE,
        "gereedschap": {"naam": "beleidscheck", "versie": versie_tool},
        "peildatum": audit.opgave.peildatum.isoformat(),
        "bestanden": len(audit.scholen),
        "per_status": {str(status): aantal for status, aantal in audit.per_status().items()},
        "oordelen": {str(oordeel): aantal for oordeel, aantal in audit.sums().items()},
        "gewichten": {str(gewicht): aantal for gewicht, aantal in audit.weights().items()},
        "kaders": [{"ref": ref, "sha256": sha256} for ref, sha256 in audit.kaders.items()],
        "normen": [
            {
                "kader": kop.kader,
                "id": kop.id,
                "titel": kop.titel,
                "niveau": str(kop.niveau),
                "grond": str(kop.grond),
                "bron": kop.source,
                "element": kop.element,
            }
            for kop in norm_heads(audit).values()
        ],
    }


@dataclass(frozen=True, slots=True)
class VorigeAudit:
    """Wat een vergelijking van een eerdere audit nodig heeft: haar peildatum, en per school de stand van elke norm."""

    peildatum: str
    standen: Mapping[str, tuple[str, dict[tuple[str, str], tuple[Oordeel, Gewicht]]]]


def read_audit(path: Path) -> VorigeAudit:
    """Return an earlier audit, read line by line. Raises `UsageError` when the file is no audit of ours."""
    try:
        with path.open(encoding="utf-8") as regels:
            kop = json.loads(next(regels, "").rstrip().removesuffix('"scholen": [').rstrip(", ") + "}")
            if kop.get("formaat") != FORMAAT or kop.get("versie") != VERSIE:
                raise _not_ours(path)
            return VorigeAudit(str(kop["peildatum"]), standings(_schools(regels)))
    except OSError:
        raise UsageError(f"De vorige audit {path} is niet te openen.") from None
    except (ValueError, KeyError, AttributeError, RecursionError, ValidationError):
        raise _not_ours(path) from None


def _schools(regels: Iterator[str]) -> Iterator[Schooluitslag]:
    for regel in regels:
        tekst = regel.strip()
        if tekst == "]}":
            return
        yield Schooluitslag.model_validate_json(tekst.removesuffix(","))
    raise ValueError  # het slot ontbreekt: het bestand is afgebroken


def _not_ours(path: Path) -> UsageError:
    return UsageError(
        f"{path} is geen audit van beleidscheck, of van een andere versie. Maak er een met `--uitvoer json={path}`."
    )
