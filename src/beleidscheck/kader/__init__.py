"""Parse: van een YAML-bestand naar een kader op een versie. Een kader heet altijd `id@versie` en wordt nooit stil vervangen."""

from __future__ import annotations

import hashlib
import json
import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pydantic import ValidationError

from beleidscheck.beleid.woordinfo import Uitbreiding
from beleidscheck.data import kader_dir
from beleidscheck.errors import Fault, InvalidKaderError, UsageError
from beleidscheck.kader.model import Kader, Kaderbestand, Lezing, Norm
from beleidscheck.source import read_source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from beleidscheck.source import Source

__all__ = ["Kader", "Kaderbestand", "Lezing", "Norm", "available", "combine", "load_kader", "read_kader", "twin", "twin_text", "unknown_kader"]

REF: Final = re.compile(r"[a-z0-9][a-z0-9-]*@[a-z0-9][a-z0-9.-]*")


def combine(kaders: Sequence[Kader]) -> Uitbreiding:
    """Return what these kaders together add to the policy format; of two equal words that of the first kader stands."""
    return _combined(tuple(kaders))


@lru_cache(maxsize=16)
def _combined(kaders: tuple[Kader, ...]) -> Uitbreiding:
    if len(delen := [kader.uitbreiding for kader in kaders]) == 1:
        return delen[0]

    def samen(naam: str) -> dict[str, Any]:
        return {woord: info for deel in reversed(delen) for woord, info in getattr(deel, naam).items()}

    eigen: dict[str, Any] = {}
    for deel in delen:
        for veld, schema in deel.velden.get("properties", {}).items():
            eigen[veld] = _merged(schema, eigen[veld]) if veld in eigen else schema
    velden = {"type": "object", "properties": eigen, "additionalProperties": False} if eigen else {}
    return Uitbreiding(samen("rollen"), samen("plaatsen"), samen("acties"), samen("signalen"), samen("woorden"), velden)


def _merged(schema: dict[str, Any], eerst: dict[str, Any]) -> dict[str, Any]:
    """Return a block that two kaders both declare, with the fields of both; of two equal fields the first stands."""
    if "properties" not in schema or "properties" not in eerst:
        return eerst
    return {**schema, **eerst, "properties": {**schema["properties"], **eerst["properties"]}}


def available() -> tuple[str, ...]:
    """Return the refs of the shipped kaders, sorted."""
    return tuple(sorted(path.stem for path in kader_dir().glob("*@*.yaml")))


def load_kader(ref: str) -> Kader:
    """Return the kader with this `id@versie`, or in the file with this path.

    Raises `UsageError` for an unknown kader or version, `InvalidKaderError` or `UnreadableFileError` for a bad file.
    """
    if ref.endswith((".yaml", ".yml")):
        return _own_file(Path(ref))
    if not REF.fullmatch(ref) or not (pad := kader_dir() / f"{ref}.yaml").is_file():
        raise UsageError(unknown_kader(ref))
    return _shipped(pad)


def _own_file(pad: Path) -> Kader:
    """Return the kader of somebody else; read once for any number of policies, as long as the file stays the same."""
    try:
        stand = pad.stat()
    except (OSError, ValueError):
        return read_kader(pad)  # die zegt wat er mis is
    return _read_once(pad, stand.st_mtime_ns, stand.st_size)


@lru_cache(maxsize=32)
def _read_once(pad: Path, _gewijzigd: int, _grootte: int) -> Kader:
    return read_kader(pad)


@lru_cache(maxsize=32)
def _shipped(pad: Path) -> Kader:
    """Return a kader of our own: from its built twin when that belongs to exactly these bytes, otherwise from the YAML."""
    rauw = pad.read_bytes()
    sha256 = hashlib.sha256(rauw).hexdigest()
    tweeling = twin(pad)
    try:
        gebouwd = json.loads(tweeling.read_bytes())
    except (OSError, ValueError):
        gebouwd = {}
    if gebouwd.get("sha256") == sha256:
        return Kader(Kaderbestand.model_validate(gebouwd["inhoud"]), pad, sha256)
    return read_kader(pad, grondig=False)  # de meegeleverde kaders keurt de testreeks


def twin(pad: Path) -> Path:
    """Return where the built twin of a shipped kader stands: the same content, faster to read than YAML."""
    return pad.parent / "gebouwd" / f"{pad.stem}.json"


def twin_text(pad: Path) -> str:
    """Return the built twin of the kader in this file: its content with the hash of the YAML it was made from."""
    source = read_source(pad)
    return json.dumps({"sha256": source.sha256, "inhoud": source.data}, ensure_ascii=False, indent=0) + "\n"


#: Meer fouten in één kader leest niemand.
_MAX_FOUTEN: Final = 100


#: Meer normen heeft geen enkel kader nodig; een langer bestand wordt niet eens nagekeken.
MAX_NORMEN: Final = 1000


def _refuse_at_once(source: Source) -> None:
    """Raise `InvalidKaderError` for a policy, and for more norms than a kader can have: then one fault says enough."""
    normen = source.data.get("normen")
    if "kader" not in source.data and "formaat" in source.data:
        zin, remedie, sleutel = "Dit is een beleid, geen kader.", "Toets een beleid met `beleidscheck toets`.", "formaat"
    elif isinstance(normen, list) and len(normen) > MAX_NORMEN:
        zin, sleutel = f"Dit kader heeft {len(normen)} normen; er passen er hooguit {MAX_NORMEN}.", "normen"
        remedie = "Verdeel het over meer kaders, of laat weg wat niemand toetst."
    else:
        return
    plek = source.position((sleutel,), key=True)
    raise InvalidKaderError(source.path, [Fault("kader", zin, remedie, regel=plek.regel, kolom=plek.kolom, pad=sleutel)])


def _readable(faults: Sequence[Fault]) -> list[Fault]:
    """Return no more faults than somebody can read, with how many there are besides."""
    if (rest := len(faults) - _MAX_FOUTEN) <= 0:
        return list(faults)
    laatste = faults[_MAX_FOUTEN - 1]
    meer = Fault("kader", f"Er zijn nog {rest} fouten.", "Los eerst de fouten hierboven op.", regel=laatste.regel, kolom=laatste.kolom)
    return [*faults[:_MAX_FOUTEN], meer]


def _made(source: Source, basis: Kader | None) -> Kader:
    if basis is None:
        return Kader(Kaderbestand.model_validate(source.data), source.path, source.sha256)
    from beleidscheck.kader.maatwerk import filled, merged  # noqa: PLC0415 - alleen voor een maatwerk-kader

    deel = Kaderbestand.model_validate(filled(source.data, basis))
    return Kader(merged(deel, basis), source.path, source.sha256, basis, deel)


def unknown_kader(ref: str) -> str:
    """Return what to say about a kader that does not exist."""
    naam, _, versie = ref.partition("@")
    versies = [bekend.partition("@")[2] for bekend in available() if bekend.partition("@")[0] == naam]
    if versies and versie:
        return (
            f"Van het kader «{naam}» is geen versie «{versie}» bekend. Wel bekend: {', '.join(f'{naam}@{v}' for v in versies)}."
        )
    if versies:
        return f"Schrijf bij het kader «{naam}» ook de versie: {', '.join(f'{naam}@{v}' for v in versies)}."
    return f"Het kader «{ref}» is niet bekend. Bekend zijn: {', '.join(available())}."


def read_kader(path: Path, *, grondig: bool = True, keten: tuple[str, ...] = ()) -> Kader:
    """Return the kader in this file; `grondig` also checks every field and word, as for a kader of somebody else.

    A kader that rests on another one comes with all that it takes over; `keten` are the kaders that rest on this one.
    Raises `UnreadableFileError` or `InvalidKaderError` with every fault and its place.
    """
    source = read_source(path)
    _refuse_at_once(source)
    basis = None
    if source.data.get("gebaseerd_op") is not None:
        from beleidscheck.kader.grondslag import read_base  # noqa: PLC0415 - alleen voor een maatwerk-kader

        basis = read_base(source, keten)
    try:
        kader = _made(source, basis)
    except ValidationError as fout:
        from beleidscheck.kader.keuring import translate  # noqa: PLC0415 - alleen bij een fout

        raise InvalidKaderError(path, _readable(translate(source, fout))) from None
    if grondig:
        from beleidscheck.kader.keuring import all_faults  # noqa: PLC0415 - alleen voor een kader van een ander

        if faults := all_faults(kader):
            raise InvalidKaderError(path, _readable(faults))
    return kader
