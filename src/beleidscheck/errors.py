"""Redenen waarom het gereedschap niet verder kan: één basis, enkele klassen die hun feiten dragen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class BeleidscheckError(Exception):
    """De basis van alles wat de opdrachtregel als één Nederlandse zin toont."""


class UsageError(BeleidscheckError):
    """De gebruiker vroeg iets dat niet kan: een onbekend kader, een onmogelijke datum, een lege map."""


class EmptyRunError(BeleidscheckError):
    """Er is niets getoetst: een lege map, geen kader, of een kader zonder toets voor deze school."""


class OutputError(BeleidscheckError):
    """De uitvoer kon niet worden geschreven; wat er al stond, is ongemoeid gebleven."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Eén fout in een bestand: een plaats (1-gebaseerd), een zin en wat eraan te doen is.

    `code` is een vast woord (bijvoorbeeld `dubbele-sleutel`), `pad` het pad in het document als dat bekend is.
    """

    code: str
    zin: str
    remedie: str
    regel: int = field(default=1, kw_only=True)
    kolom: int = field(default=1, kw_only=True)
    pad: str = field(default="", kw_only=True)


class UnreadableFileError(BeleidscheckError):
    """Een bestand ontbreekt, is te groot, is geen UTF-8 of is geen YAML dat wij aannemen; draagt alle fouten die gezien zijn."""

    def __init__(self, path: Path, faults: Sequence[Fault]) -> None:
        self.path = path
        self.faults = tuple(faults)
        super().__init__("\n".join(f"{path}:{fout.regel}:{fout.kolom}: {fout.zin} {fout.remedie}" for fout in self.faults))


class InvalidPolicyError(UnreadableFileError):
    """Een beleid is leesbare YAML, maar past niet in het formaat; draagt alle fouten tegelijk."""


class InvalidKaderError(UnreadableFileError):
    """Een kaderbestand deugt niet: een onbekend veld, een toets zonder betekenis, een dubbele norm."""


class MissingPartError(BeleidscheckError):
    """Er is een extra onderdeel nodig dat niet is geïnstalleerd; zegt wat te installeren, en wat er zonder wel kan."""

    def __init__(self, waarvoor: str, onderdeel: str) -> None:
        self.onderdeel = onderdeel
        super().__init__(
            f"{waarvoor} is het onderdeel `{onderdeel}` nodig, en dat is niet geïnstalleerd."
            " Installeer het met: pip install 'beleidscheck[documenten]'. HTML en Markdown werken ook zonder."
        )


class LogoError(BeleidscheckError):
    """Het logo van de school is geen beeld dat zich laat tekenen."""

    def __init__(self) -> None:
        super().__init__("Het logo bij `huisstijl.logo` is beschadigd. Bewaar het opnieuw als png, jpeg of svg, of haal de regel weg.")
