"""Uitvoer schrijven zonder iets te verliezen: eerst naar een tijdelijk bestand, dan in één keer op zijn plaats."""

from __future__ import annotations

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from beleidscheck.errors import OutputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_ANDERS: Final = "Kies een andere map met `--uit`."
_GEEN_RECHT: Final = f"schrijven is niet toegestaan. {_ANDERS}"
_GEEN_MAP: Final = f"de map kan niet worden gemaakt, want er staat al een bestand met die naam. {_ANDERS}"
_VOL: Final = "de schijf is vol. Maak ruimte en probeer het opnieuw."
_WAAROM: Final[Mapping[int, str]] = {
    errno.EACCES: _GEEN_RECHT,
    errno.EPERM: _GEEN_RECHT,
    errno.ENOTDIR: _GEEN_MAP,
    errno.EEXIST: _GEEN_MAP,
    errno.EISDIR: "dit is een map, geen bestand. Geef een bestandsnaam op met `--uit`.",
    errno.ENOSPC: _VOL,
    errno.EDQUOT: _VOL,
    errno.EFBIG: f"het bestand wordt groter dan hier mag. {_ANDERS}",
    errno.EROFS: f"deze schijf is alleen te lezen. {_ANDERS}",
    errno.ENAMETOOLONG: "de naam is te lang. Kies een kortere met `--uit`.",
}


def write_text(path: Path, tekst: str) -> None:
    """Write `tekst` to `path`, making its folder; on failure what stood there stays.

    Raises `OutputError` when the folder or file cannot be written.
    """
    write_bytes(path, tekst.encode("utf-8", errors="replace"))


def write_bytes(path: Path, raw: bytes) -> None:
    """Write `raw` to `path` as `write_text` does. Raises `OutputError`."""
    _write(path, lambda doel: doel.write_bytes(raw))


def write_pieces(path: Path, stukken: Iterable[str]) -> None:
    """Write the pieces to `path` one after another, so that they are never in memory together. Raises `OutputError`."""

    def fill(doel: Path) -> None:
        with doel.open("wb") as bestand:
            for stuk in stukken:
                bestand.write(stuk.encode("utf-8", errors="replace"))

    _write(path, fill)


def write_with(path: Path, fill: Callable[[Path], object]) -> None:
    """Let `fill` write a file of its own, which then takes the place of `path`. Raises `OutputError`."""
    _write(path, fill)


def _write(path: Path, fill: Callable[[Path], object]) -> None:
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            fill(path)  # een apparaat of pijp: daar is niets te bewaren, en iets te vernielen
        else:
            _replace(Path(os.path.realpath(path)), fill)
    except OSError as fout:
        raise OutputError(f"{path}: {why(fout)} Wat er al stond, is niet veranderd.") from None


def _replace(path: Path, fill: Callable[[Path], object]) -> None:
    tijdelijk: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        greep, naam = tempfile.mkstemp(prefix=".beleidscheck-", suffix=".deel", dir=path.parent)
        os.close(greep)
        tijdelijk = Path(naam)
        fill(tijdelijk)
        with tijdelijk.open("rb+") as bestand:
            os.fsync(bestand.fileno())
        tijdelijk.chmod(0o666 & ~_umask())
        tijdelijk.replace(path)
    finally:
        if tijdelijk is not None:
            with suppress(OSError):
                tijdelijk.unlink(missing_ok=True)


def keep_input(doelen: Iterable[Path], bronnen: Iterable[Path]) -> None:
    """Raise `UsageError` when one of the files to write is one of the files that are read."""
    gelezen = {os.path.realpath(bron): bron for bron in bronnen}
    for doel in doelen:
        if bron := gelezen.get(os.path.realpath(doel)):
            raise UsageError(f"{bron} is uw eigen invoer en zou worden overschreven. Kies een andere naam bij `--uit`.")


def _umask() -> int:
    masker = os.umask(0)
    os.umask(masker)
    return masker


def why(fout: OSError) -> str:
    """Return why writing did not work, and what to do about it."""
    return _WAAROM.get(fout.errno or 0, "schrijven is niet gelukt. Controleer of de map bestaat en de naam geldig is.")
