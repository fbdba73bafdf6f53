"""Het kader waar een maatwerk-kader op rust: opgezocht, gelezen, en nooit in een kring."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.errors import Fault, InvalidKaderError, UnreadableFileError
from beleidscheck.kader import REF, available, load_kader, read_kader

if TYPE_CHECKING:
    from pathlib import Path

    from beleidscheck.kader.model import Kader
    from beleidscheck.source import Source

#: Zoveel kaders mogen op elkaar rusten; meer is een vergissing.
MAX_KETEN: Final = 8


def read_base(source: Source, keten: tuple[str, ...]) -> Kader:
    """Return the kader that `gebaseerd_op` names: one of our own, else the file `naam@versie.yaml` in the same folder.

    Raises `InvalidKaderError` at the place of `gebaseerd_op` when it cannot be read, or rests on itself.
    """
    ref = source.data["gebaseerd_op"]
    eigen = f"{source.data.get('id')}@{source.data.get('versie')}"
    gezien = (*keten, eigen)
    if not isinstance(ref, str) or not REF.fullmatch(ref):
        raise _refused(
            source, "Bij `gebaseerd_op` hoort een kader met zijn versie.", "Schrijf bijvoorbeeld `gebaseerd_op: model16@2023`."
        )
    if ref in gezien:
        kring = " → ".join((*gezien[gezien.index(ref) :], ref))
        raise _refused(
            source,
            f"Dit kader rust op zichzelf: {kring}.",
            "Laat `gebaseerd_op` naar een kader wijzen dat niet op dit kader rust.",
        )
    if len(gezien) > MAX_KETEN:
        raise _refused(
            source,
            f"Er rusten meer dan {MAX_KETEN} kaders op elkaar.",
            "Baseer dit kader op een kader dat dichter bij het begin ligt.",
        )
    if ref in available():
        return load_kader(ref)
    naast = source.path.with_name(f"{ref}.yaml")
    if not naast.is_file():
        raise _refused(source, f"Het basiskader «{ref}» bestaat niet.", _where(ref, naast))
    try:
        basis = read_kader(naast, keten=gezien)
    except UnreadableFileError as fout:
        eerste = fout.faults[0]
        if _is_chain(eerste):
            raise _refused(source, eerste.zin, eerste.remedie) from None
        zin = f"Het basiskader «{ref}» deugt niet: {naast.name}:{eerste.regel}:{eerste.kolom}: {eerste.zin}"
        raise _refused(source, zin, f"Controleer eerst dat kader: beleidscheck kader controleer {naast.name}") from None
    if basis.ref != ref:
        raise _refused(
            source,
            f"In {naast.name} staat een ander kader: «{basis.ref}».",
            "Geef het bestand de naam van het kader dat erin staat.",
        )
    return basis


def _where(ref: str, naast: Path) -> str:
    beste = difflib.get_close_matches(ref, available(), n=1, cutoff=0.6)
    bedoeld = f"Bedoelde u `{beste[0]}`? " if beste else ""
    return f"{bedoeld}Kies een bekend kader (`beleidscheck kaders` toont ze), of zet {naast.name} in dezelfde map."


def _refused(source: Source, zin: str, remedie: str) -> InvalidKaderError:
    plek = source.position(("gebaseerd_op",))
    return InvalidKaderError(
        source.path, [Fault("gebaseerd-op", zin, remedie, regel=plek.regel, kolom=plek.kolom, pad="gebaseerd_op")]
    )


def _is_chain(fout: Fault) -> bool:
    """Return whether the fault is about the chain itself, so that it need not be wrapped at every kader in it."""
    return fout.code == "gebaseerd-op" and ("rust op zichzelf" in fout.zin or "op elkaar" in fout.zin)


__all__: list[Any] = ["MAX_KETEN", "read_base"]
