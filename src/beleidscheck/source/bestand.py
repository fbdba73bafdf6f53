"""Van een pad naar tekst: begrensd gelezen, alleen gewone bestanden, alleen UTF-8 zonder onzichtbare tekens."""

from __future__ import annotations

import codecs
import os
import re
import stat
from typing import TYPE_CHECKING, Final

from beleidscheck.errors import Fault, UnreadableFileError
from beleidscheck.source.fouten import Fouten
from beleidscheck.source.plaats import Regels

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from beleidscheck.source.fouten import Melding

#: Een beleid is hooguit enkele tientallen kB; meer dan dit wordt niet eens ingelezen.
MAX_BYTES: Final = 1_000_000

#: Tekens die in een tekst onzichtbaar zijn of er een regel in verbergen: alle besturingstekens behalve tab en regeleinde,
#: regeleinden die alleen YAML kent, een BOM binnen de tekst en losse surrogaten.
VERBODEN_TEKEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_REGELEINDEN: Final = frozenset("\x85\u2028\u2029")

_UTF8: Final = "Bewaar het bestand als UTF-8; in Kladblok kan dat met «Opslaan als» en de codering UTF-8."
_KOPIEER: Final = "Zet de inhoud over in een tekstbestand dat op `.yaml` eindigt en toets dat."
_MAGIE: Final = {
    b"PK\x03\x04": "Dit is een Word-, Excel- of zipbestand, geen tekstbestand.",
    b"\xd0\xcf\x11\xe0": "Dit is een oud Word- of Excelbestand, geen tekstbestand.",
    b"%PDF-": "Dit is een pdf, geen tekstbestand.",
    b"{\\rtf": "Dit is een rtf-document uit een tekstverwerker, geen tekstbestand.",
    b"\x89PNG": "Dit is een afbeelding, geen tekstbestand.",
    b"\xff\xd8\xff": "Dit is een afbeelding, geen tekstbestand.",
}
_BOMS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
_PROEF: Final = 400

_ONTBREEKT: Final = ("bestand-ontbreekt", "Dit bestand bestaat niet.", "Controleer de naam en de map.")
_GEEN_RECHT: Final = (
    "geen-leesrecht",
    "U mag dit bestand niet lezen.",
    "Vraag de eigenaar om leesrecht, of kies een ander bestand.",
)
_ONLEESBAAR: Final = (
    "niet-te-lezen",
    "Het besturingssysteem kan dit bestand niet lezen.",
    "Controleer het pad en de schijf, of maak een kopie op een andere plek.",
)
_MAP: Final = ("map", "Dit is een map, geen bestand.", "Noem het bestand in deze map dat u wilt toetsen.")
_BIJZONDER: Final = (
    "geen-bestand",
    "Dit is geen gewoon bestand maar een apparaat, een pijp of een socket.",
    "Noem een gewoon tekstbestand.",
)
_TE_GROOT: Final = (
    "te-groot",
    "Dit bestand is groter dan 1 MB.",
    "Een beleid is hooguit enkele tientallen kB; controleer of dit het goede bestand is.",
)


def read_bytes(path: Path) -> bytes:
    """Return the bytes of the regular file at `path`; never reads more than one byte past the limit, never waits for a pipe.

    Raises `UnreadableFileError` when there is no such file, it is no regular file, it may not be read or it is too large.
    """
    try:
        soort = path.stat().st_mode
        if stat.S_ISREG(soort):
            greep = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
            with open(greep, "rb", buffering=0) as bestand:  # noqa: PTH123 - een open greep, geen pad
                soort = os.fstat(greep).st_mode  # tussen stat en open kan het iets anders zijn geworden
                if stat.S_ISREG(soort):
                    return _read_bounded(bestand.read, path)
    except (FileNotFoundError, NotADirectoryError):
        raise UnreadableFileError(path, [Fault(*_ONTBREEKT)]) from None
    except PermissionError:
        raise UnreadableFileError(path, [Fault(*_GEEN_RECHT)]) from None
    except (OSError, ValueError):  # ValueError: een NUL in het pad
        raise UnreadableFileError(path, [Fault(*_ONLEESBAAR)]) from None
    raise UnreadableFileError(path, [Fault(*(_MAP if stat.S_ISDIR(soort) else _BIJZONDER))])


def check_size(raw: bytes, path: Path) -> None:
    """Raise `UnreadableFileError` when there is more than a policy or kader can be."""
    if len(raw) > MAX_BYTES:
        raise UnreadableFileError(path, [Fault(*_TE_GROOT)])


def decode(raw: bytes, path: Path) -> str:
    """Return the text in `raw`, without its BOM.

    Raises `UnreadableFileError` for anything but UTF-8 text, and for characters that nobody can see.
    """
    if fout := _foreign_format(raw):
        raise UnreadableFileError(path, [fout])
    romp = raw.removeprefix(codecs.BOM_UTF8)
    try:
        tekst = romp.decode("utf-8")
    except UnicodeDecodeError as exc:
        raise UnreadableFileError(path, [_encoding_fault(romp, exc.start)]) from None
    if VERBODEN_TEKEN.search(tekst):
        raise UnreadableFileError(path, _character_faults(tekst))
    return tekst


def _read_bounded(read: Callable[[int], bytes | None], path: Path) -> bytes:
    delen: list[bytes] = []
    over = MAX_BYTES + 1
    while over and (deel := read(over)):
        delen.append(deel)
        over -= len(deel)
    raw = b"".join(delen)
    check_size(raw, path)
    return raw


def _foreign_format(raw: bytes) -> Fault | None:
    for begin, zin in _MAGIE.items():
        if raw.startswith(begin):
            return Fault("geen-tekst", zin, _KOPIEER)
    even, oneven = (raw[plek:_PROEF:2] for plek in (0, 1))
    # UTF-16 zonder BOM: bij westerse tekst is precies de ene helft van de bytes nul
    zonder_bom = (even.count(0), oneven.count(0)) in {(0, len(oneven)), (len(even), 0)} and len(raw) > 1
    if raw.startswith(_BOMS) or zonder_bom:
        return Fault("codering", "Dit bestand is bewaard als UTF-16 of UTF-32.", _UTF8)
    return None


def _encoding_fault(raw: bytes, plek: int) -> Fault:
    ervoor = raw[:plek].decode("utf-8")
    regel, kolom = Regels(ervoor).position(len(ervoor))
    if 0 in raw:
        return Fault(
            "geen-tekst", f"Dit is geen tekstbestand: hier staat de byte {raw[plek]:02X}.", _KOPIEER, regel=regel, kolom=kolom
        )
    zin = f"Hier staat een teken dat geen UTF-8 is (byte {raw[plek]:02X}); het bestand lijkt bewaard als ANSI of Windows-1252."
    return Fault("codering", zin, _UTF8, regel=regel, kolom=kolom)


def _character_faults(tekst: str) -> list[Fault]:
    fouten, regels = Fouten(), Regels(tekst)
    gevonden = VERBODEN_TEKEN.finditer(tekst)
    for teken in gevonden:
        regel, kolom = regels.position(teken.start())
        if fouten.full:
            fouten.count(regel, kolom, 1 + sum(1 for _ in gevonden))
            break
        fouten.add(Fault(*character_message(teken[0]), regel=regel, kolom=kolom))
    return fouten.in_order()


def character_message(teken: str) -> Melding:
    """Return what to say about a character that may not be in a text."""
    soort = "verborgen regeleinde" if teken in _REGELEINDEN else "onzichtbare teken"
    return (
        "teken",
        f"Hier staat het {soort} U+{ord(teken):04X}.",
        "Haal het weg; het komt vaak mee bij het plakken uit een ander programma.",
    )
