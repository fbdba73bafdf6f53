"""De voorraad: uitslagen van een vorige keer, per inhoud van beleid, kaders en gereedschap. Nooit vertrouwd, alleen gebruikt als alles klopt.

Een SQLite-bestand met per sleutel een uitslag en een controlegetal. Is het bestand stuk, van een ander of vol, dan werkt de audit zonder:
de uitkomst is dezelfde, alleen langzamer.
"""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pydantic import ValidationError

from beleidscheck import __version__
from beleidscheck.auditing.model import VERSIE, Opgave, Schooluitslag
from beleidscheck.data import kader_dir
from beleidscheck.kader import load_kader

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

_TABEL: Final = (
    "CREATE TABLE IF NOT EXISTS uitslag (sleutel BLOB PRIMARY KEY, inhoud BLOB NOT NULL, som BLOB NOT NULL) WITHOUT ROWID"
)
#: Meer regels dan dit houdt een voorraad niet: dan begint zij opnieuw.
_MEESTE: Final = 200_000
#: Ons merk in de kop van het bestand ("blck").
_MERK: Final = 0x626C636B
_GROOTSTE: Final = 32_000_000


@cache
def tool_stamp() -> bytes:
    """Return a hash of everything of ours that decides an outcome: the code and the shipped kaders, byte for byte."""
    hasher = hashlib.sha256(f"{__version__} {VERSIE}".encode())
    pakket = Path(__file__).resolve().parent.parent
    for bestand in (*sorted(pakket.rglob("*.py")), *sorted(kader_dir().glob("*.yaml"))):
        raw = bestand.read_bytes()
        hasher.update(f"\0{bestand.name}\0{len(raw)}\0".encode())
        hasher.update(raw)
    return hasher.digest()


def run_stamp(opgave: Opgave) -> bytes:
    """Return a hash of everything but the policy itself that decides an outcome. Raises what `load_kader` raises."""
    delen = [f"{ref} {load_kader(ref).sha256}" for ref in opgave.kaders]
    delen += [opgave.peildatum.isoformat(), "zonder afwijkingen" if opgave.zonder_afwijkingen else ""]
    delen += [f"{ref} {dag.isoformat()}" for ref, dag in opgave.inwerkingtreding]
    return hashlib.sha256(tool_stamp() + "\0".join(delen).encode()).digest()


class Voorraad:
    """Een open voorraad voor één opgave; `None` als pad is een voorraad die nooit iets heeft."""

    def __init__(self, path: Path | None, stempel: bytes) -> None:
        self._stempel = stempel
        self._verbinding = None if path is None else _open(path)
        self._nieuw: list[tuple[bytes, bytes, bytes]] = []

    def __enter__(self) -> Self:
        """Return the store itself."""
        return self

    def __exit__(self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None) -> None:
        """Write what is new and close."""
        self.flush()
        if self._verbinding is not None:
            with suppress(sqlite3.Error):
                self._verbinding.close()

    def get(self, sha256: str) -> Schooluitslag | None:
        """Return what is known about a policy with this content, or `None`; anything that does not fit is as good as absent."""
        if self._verbinding is None:
            return None
        sleutel = self._key(sha256)
        try:
            rij = self._verbinding.execute("SELECT inhoud, som FROM uitslag WHERE sleutel = ?", (sleutel,)).fetchone()
        except sqlite3.Error:
            self._verbinding = None
            return None
        if rij is None or not isinstance(rij[0], bytes) or rij[1] != _sum(sleutel, rij[0]):
            return None
        try:
            uitpakker = zlib.decompressobj()
            raw = uitpakker.decompress(rij[0], _GROOTSTE)
            uitslag = Schooluitslag.model_validate_json(raw)
        except (zlib.error, ValidationError):
            return None
        return uitslag if uitslag.sha256 == sha256 else None

    def put(self, uitslag: Schooluitslag) -> None:
        """Keep an outcome; what could not be read has no content and is not kept."""
        if self._verbinding is None or not uitslag.sha256:
            return
        sleutel = self._key(uitslag.sha256)
        inhoud = zlib.compress(uitslag.model_dump_json(exclude_defaults=True).encode(), 3)
        self._nieuw.append((sleutel, inhoud, _sum(sleutel, inhoud)))
        if len(self._nieuw) >= 500:  # noqa: PLR2004 - een ronde schrijven
            self.flush()

    def flush(self) -> None:
        """Write what is new; a disk that is full or read-only only costs time the next run."""
        if self._verbinding is None or not self._nieuw:
            return
        with suppress(sqlite3.Error), self._verbinding:
            self._verbinding.executemany("INSERT OR REPLACE INTO uitslag VALUES (?, ?, ?)", self._nieuw)
        self._nieuw.clear()

    def _key(self, sha256: str) -> bytes:
        return hashlib.sha256(self._stempel + sha256.encode()).digest()


def _sum(sleutel: bytes, inhoud: bytes) -> bytes:
    return hashlib.sha256(sleutel + inhoud).digest()[:16]


def _open(path: Path) -> sqlite3.Connection | None:
    """Return the open store; one of ours that is damaged or full starts again, a file of somebody else is left alone."""
    if path.exists() and not _is_ours(path):
        return None
    for _ in range(2):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            verbinding = sqlite3.connect(path, timeout=1)
            verbinding.execute(f"PRAGMA application_id = {_MERK}")
            verbinding.execute(_TABEL)
            if verbinding.execute("SELECT count(*) FROM uitslag").fetchone()[0] <= _MEESTE:
                return verbinding
            verbinding.close()
        except sqlite3.OperationalError:
            return None  # bezet, alleen te lezen of vol: dan zonder
        except (sqlite3.DatabaseError, OSError):
            pass
        with suppress(OSError):
            path.unlink(missing_ok=True)
    return None


def _is_ours(path: Path) -> bool:
    """Return whether the file is a store that we made: SQLite writes our mark at a fixed place in the header."""
    try:
        with path.open("rb") as bestand:
            kop = bestand.read(72)
    except OSError:
        return False
    return not kop or (kop.startswith(b"SQLite format 3\0") and kop[68:72] == _MERK.to_bytes(4, "big"))
