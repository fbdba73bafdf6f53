"""Uitvoer schrijven zonder iets te verliezen: eerst naar een tijdelijk bestand, dan in één keer op zijn plaats."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from beleidscheck.errors import OutputError


def write_text(path: Path, tekst: str) -> None:
    """Write `tekst` to `path`, making its folder; on failure what stood there stays.

    Raises `OutputError` when the folder or file cannot be written.
    """
    tijdelijk: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        greep, naam = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".deel", dir=path.parent)
        tijdelijk = Path(naam)
        with os.fdopen(greep, "w", encoding="utf-8", newline="\n") as bestand:
            bestand.write(tekst)
            bestand.flush()
            os.fsync(bestand.fileno())
        tijdelijk.chmod(0o666 & ~_umask())
        tijdelijk.replace(path)
    except OSError as fout:
        raise OutputError(f"{path}: {_why(fout)} Wat er al stond, is niet veranderd.") from None
    finally:
        if tijdelijk is not None:
            with suppress(OSError):
                tijdelijk.unlink(missing_ok=True)


def _umask() -> int:
    masker = os.umask(0)
    os.umask(masker)
    return masker


def _why(fout: OSError) -> str:
    match fout:
        case PermissionError():
            return "schrijven is niet toegestaan. Kies een andere map met `--uit`, of vraag schrijfrecht."
        case NotADirectoryError() | FileExistsError():
            return "de map kan niet worden gemaakt, want er staat al een bestand met die naam. Kies een andere map met `--uit`."
        case IsADirectoryError():
            return "dit is een map, geen bestand. Geef een bestandsnaam op met `--uit`."
        case OSError(errno=28):
            return "de schijf is vol. Maak ruimte en probeer het opnieuw."
        case _:
            return "schrijven is niet gelukt. Controleer of de map bestaat en de naam geldig is."
