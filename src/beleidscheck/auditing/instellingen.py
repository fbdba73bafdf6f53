"""De instellingen van een regio, in `beleidscheck.toml`: wat er getoetst wordt, waaraan, en welke uitvoer er komt.

Paden zijn ten opzichte van de map van het bestand. Wat op de opdrachtregel staat, wint.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.bevinding import Gewicht
from beleidscheck.errors import Fault, UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

BESTAND: Final = "beleidscheck.toml"
UITVOER: Final = ("json", "jsonl", "csv", "xlsx", "sarif", "junit", "github", "gitlab", "markdown")
SELECTIE: Final = ("sector", "regio", "status")
_GROOTSTE: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Instellingen:
    """Alles wat een regio over haar audit kan vastleggen; leeg of `None` is: niet gezegd."""

    bestand: Path | None = None
    mappen: tuple[Path, ...] = ()
    kaders: tuple[str, ...] = ()
    inwerkingtreding: Mapping[str, date] = field(default_factory=dict)
    uitsluiten: tuple[str, ...] = ()
    selectie: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    drempel: Gewicht | None = None
    peildatum: date | None = None
    zonder_afwijkingen: bool = False
    werkers: int = 0
    voorraad: Path | None = None
    basislijn: Path | None = None
    historie: Path | None = None
    uitvoer: Mapping[str, Path] = field(default_factory=dict)
    site: Path | None = None
    openbaar: bool = False
    minimum: int = 5


def find_settings(waar: Path) -> Path | None:
    """Return the settings file in this folder, or `None`."""
    path = waar / BESTAND
    return path if path.is_file() else None


def read_settings(path: Path) -> Instellingen:
    """Return the settings in a file. Raises `UnreadableFileError` with every fault and its line."""
    tekst = _text(path)
    try:
        inhoud = tomllib.loads(tekst)
    except tomllib.TOMLDecodeError as fout:
        regel, kolom = _where(str(fout), tekst)
        zin = "Dit is geen TOML: op deze plaats klopt de schrijfwijze niet."
        remedie = 'Schrijf bijvoorbeeld `mappen = ["scholen"]`, met aanhalingstekens om tekst en vierkante haken om een lijst.'
        raise UnreadableFileError(path, [Fault("geen-toml", zin, remedie, regel=regel, kolom=kolom)]) from None
    except RecursionError:
        raise UnreadableFileError(path, [Fault("te-diep", "Dit bestand is te diep genest.", "Maak het eenvoudiger.")]) from None
    lezer = _Lezer(path, tekst)
    instellingen = lezer.settings(inhoud)
    if lezer.fouten:
        raise UnreadableFileError(path, lezer.fouten)
    return instellingen


def _text(path: Path) -> str:
    try:
        raw = path.read_bytes()
        if len(raw) > _GROOTSTE:
            raise UnreadableFileError(path, [Fault("te-groot", "Dit bestand is te groot.", "Een instellingenbestand is klein.")])
        return raw.decode("utf-8-sig")
    except OSError:
        raise UnreadableFileError(
            path, [Fault("niet-te-openen", "Dit bestand is niet te openen.", "Controleer de naam.")]
        ) from None
    except UnicodeDecodeError:
        raise UnreadableFileError(path, [Fault("geen-utf8", "Dit bestand is geen UTF-8.", "Bewaar het als UTF-8.")]) from None


def _where(boodschap: str, tekst: str) -> tuple[int, int]:
    """Return the place that the message of the TOML reader names; without one that is the end of the file."""
    gevonden = re.search(r"at line (\d+), column (\d+)", boodschap)
    return (int(gevonden[1]), int(gevonden[2])) if gevonden else (max(1, len(tekst.splitlines())), 1)


class _Lezer:
    """Leest de tabellen en onthoudt elke fout met de regel van de sleutel."""

    def __init__(self, path: Path, tekst: str) -> None:
        self.path, self.map = path, path.parent
        self.regels = tekst.splitlines()
        self.fouten: list[Fault] = []

    def settings(self, inhoud: dict[str, Any]) -> Instellingen:
        """Return the settings; what is wrong is in `fouten`."""
        self._known(inhoud, ("audit",), "")
        audit = self._table(inhoud, "audit")
        self._known(audit, (*_SLEUTELS, "selectie", "uitvoer", "site", "inwerkingtreding"), "audit.")
        velden = {sleutel: lees(self, sleutel, audit[sleutel]) for sleutel, lees in _SLEUTELS.items() if sleutel in audit}
        selectie = self._table(audit, "selectie")
        self._known(selectie, SELECTIE, "audit.selectie.")
        uitvoer = self._table(audit, "uitvoer")
        self._known(uitvoer, UITVOER, "audit.uitvoer.")
        inwerking = {ref: self.day(ref, dag) for ref, dag in self._table(audit, "inwerkingtreding").items()}
        site = self._table(audit, "site")
        self._known(site, ("map", "openbaar", "minimum"), "audit.site.")
        return Instellingen(
            bestand=self.path,
            selectie={naam: self.texts(naam, waarde) for naam, waarde in selectie.items() if naam in SELECTIE},
            uitvoer={naam: self.file(naam, waarde) for naam, waarde in uitvoer.items() if naam in UITVOER},
            inwerkingtreding={ref: dag for ref, dag in inwerking.items() if dag is not None},
            site=self.file("map", site["map"]) if "map" in site else None,
            openbaar=self.yes("openbaar", site.get("openbaar", False)),
            minimum=self.number("minimum", site.get("minimum", 5)),
            **velden,
        )

    def fault(self, sleutel: str, zin: str, remedie: str) -> None:
        """Remember a fault at the line where the key stands."""
        patroon = re.compile(rf"^\s*\[?\[?(?:[\w.\"-]+\.)?\"?{re.escape(sleutel)}\"?\s*(?:=|\])")
        regel = next((nummer for nummer, tekst in enumerate(self.regels, start=1) if patroon.match(tekst)), 1)
        self.fouten.append(Fault("instelling", zin, remedie, regel=regel, pad=sleutel))

    def _known(self, tabel: dict[str, Any], mogelijk: tuple[str, ...], waar: str) -> None:
        for sleutel in tabel:
            if sleutel not in mogelijk:
                beste = difflib.get_close_matches(sleutel, mogelijk, n=1, cutoff=0.6)
                remedie = f"Bedoelde u `{beste[0]}`?" if beste else f"Kies uit: {', '.join(mogelijk)}."
                self.fault(sleutel, f"De instelling `{waar}{sleutel}` bestaat niet.", remedie)

    def _table(self, tabel: dict[str, Any], sleutel: str) -> dict[str, Any]:
        waarde = tabel.get(sleutel, {})
        if isinstance(waarde, dict):
            return waarde
        self.fault(sleutel, f"`{sleutel}` is geen tabel.", f"Schrijf een kopje, bijvoorbeeld `[audit.{sleutel}]`.")
        return {}

    def text(self, sleutel: str, waarde: object) -> str:
        """Return a text."""
        if isinstance(waarde, str) and waarde.strip() and "\0" not in waarde:
            return waarde
        self.fault(sleutel, f"Bij `{sleutel}` hoort een tekst.", f'Schrijf bijvoorbeeld `{sleutel} = "naam"`.')
        return ""

    def texts(self, sleutel: str, waarde: object) -> tuple[str, ...]:
        """Return a list of texts."""
        if isinstance(waarde, list):
            return tuple(self.text(sleutel, deel) for deel in waarde)
        self.fault(sleutel, f"Bij `{sleutel}` hoort een lijst.", f'Schrijf bijvoorbeeld `{sleutel} = ["naam"]`.')
        return ()

    def kaders(self, sleutel: str, waarde: object) -> tuple[str, ...]:
        """Return refs of kaders; a file of one's own is looked for from the folder of the settings."""
        return tuple(str(self.map / ref) if ref.endswith((".yaml", ".yml")) else ref for ref in self.texts(sleutel, waarde))

    def file(self, sleutel: str, waarde: object) -> Path:
        """Return a path, from the folder of the settings."""
        return self.map / self.text(sleutel, waarde)

    def files(self, sleutel: str, waarde: object) -> tuple[Path, ...]:
        """Return paths, from the folder of the settings."""
        return tuple(self.map / deel for deel in self.texts(sleutel, waarde))

    def yes(self, sleutel: str, waarde: object) -> bool:
        """Return a yes or no."""
        if isinstance(waarde, bool):
            return waarde
        self.fault(sleutel, f"Bij `{sleutel}` hoort `true` (ja) of `false` (nee).", f"Schrijf `{sleutel} = true`.")
        return False

    def number(self, sleutel: str, waarde: object) -> int:
        """Return a whole number from 0 to 1000."""
        if isinstance(waarde, int) and not isinstance(waarde, bool) and 0 <= waarde <= 1000:  # noqa: PLR2004 - ruim genoeg
            return waarde
        self.fault(sleutel, f"Bij `{sleutel}` hoort een geheel getal van 0 tot en met 1000.", f"Schrijf `{sleutel} = 5`.")
        return 0

    def day(self, sleutel: str, waarde: object) -> date | None:
        """Return a date, written as a date or as a text."""
        try:
            return waarde if type(waarde) is date else date.fromisoformat(self.text(sleutel, waarde))
        except ValueError:
            self.fault(sleutel, f"Bij `{sleutel}` hoort een datum.", f'Schrijf `{sleutel} = "2026-10-01"`.')
            return None

    def weight(self, sleutel: str, waarde: object) -> Gewicht | None:
        """Return a weight that can be a threshold."""
        tekst = self.text(sleutel, waarde)
        if tekst in {"tekort", "aandachtspunt", "tip"}:
            return Gewicht(tekst)
        self.fault(sleutel, f"«{tekst}» is geen drempel.", "Kies uit: tekort, aandachtspunt, tip.")
        return None


_SLEUTELS: Final[Mapping[str, Callable[[_Lezer, str, object], Any]]] = {
    "mappen": _Lezer.files,
    "kaders": _Lezer.kaders,
    "uitsluiten": _Lezer.texts,
    "drempel": _Lezer.weight,
    "peildatum": _Lezer.day,
    "zonder_afwijkingen": _Lezer.yes,
    "werkers": _Lezer.number,
    "voorraad": _Lezer.file,
    "basislijn": _Lezer.file,
    "historie": _Lezer.file,
}
