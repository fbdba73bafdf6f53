"""Onder welke ladder een casus wordt uitgevoerd: die van een school of die van een kader."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from beleidscheck.beleid.woorden import LEEG, Uitbreiding
from beleidscheck.errors import Fault, InvalidPolicyError, UsageError
from beleidscheck.kader import REF, available, combine, load_kader, read_kader, unknown_kader
from beleidscheck.policy import parse_policy
from beleidscheck.source import read_source
from beleidscheck.trap.ladder import BLOK, Ladder, build_ladder

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from beleidscheck.kader import Kader
    from beleidscheck.source import Source


@dataclass(frozen=True, slots=True)
class Partij:
    """Een ladder met wat er nodig is om erover te praten.

    `naam` is de school of het kader, `ref` hoe de gebruiker ernaar verwees. `lesuur` is de lengte van een lesuur in minuten.
    `feiten` en `trappen` zijn de gewone waarden waar de ladder uit komt: het beleid, en per kader diens trappen.
    """

    soort: Literal["beleid", "kader"]
    naam: str
    ref: str
    ladder: Ladder
    lesuur: int | None = None
    sector: str = ""
    uitbreiding: Uitbreiding = LEEG
    feiten: Mapping[str, Any] = field(default_factory=dict)
    trappen: Mapping[str, Sequence[Mapping[str, Any]]] = field(default_factory=dict)


def load_party(verwijzing: str, peildatum: date) -> Partij:
    """Return the ladder that a user refers to: `id@versie`, or the path of a policy or of a kader of one's own.

    Raises `UsageError` for an unknown kader or one without a ladder, `UnreadableFileError` for a bad file.
    """
    if REF.fullmatch(verwijzing) and not Path(verwijzing).exists():
        return kader_party(load_kader(verwijzing))
    pad = Path(verwijzing)
    source = read_source(pad)
    if "kader" in source.data and "beleid" not in source.data:
        return kader_party(read_kader(pad), verwijzing)
    return _policy(source, verwijzing, peildatum)


def kader_party(kader: Kader, ref: str = "") -> Partij:
    """Return the ladder of a kader. Raises `UsageError` when it has none."""
    if not kader.trappen:
        met = [bekend for bekend in available() if load_kader(bekend).trappen]
        raise UsageError(f"Het kader «{kader.ref}» heeft geen eigen ladder. Kies er een die dat wel heeft: {', '.join(met)}.")
    trappen = {kader.ref: kader.bestand.trappen}
    ladder = build_ladder({"volgt": kader.ref}, trappen)
    return Partij("kader", kader.bestand.naam, ref or kader.ref, ladder, uitbreiding=kader.uitbreiding, trappen=trappen)


def _policy(source: Source, verwijzing: str, peildatum: date) -> Partij:
    kaders = _kaders(source)
    policy = parse_policy(source, peildatum, combine(kaders or [load_kader(ref) for ref in available()]))
    feiten = policy.feiten
    trappen = {kader.ref: kader.bestand.trappen for kader in kaders}
    blok = feiten.get(BLOK, {})
    if "volgt" in blok and not trappen.get(blok["volgt"]):
        plek = source.position((BLOK, "volgt"))
        zin = f"Bij `{BLOK}.volgt` staat «{blok['volgt']}», maar dat is geen kader met een eigen ladder uit `kaders`."
        fout = Fault("volgt-onbekend", zin, "Zet het kader ook bij `kaders`.", regel=plek.regel, kolom=plek.kolom)
        raise InvalidPolicyError(source.path, [fout])
    return party_of(feiten, trappen, policy.uitbreiding, verwijzing)


def party_of(
    feiten: Mapping[str, Any], trappen: Mapping[str, Sequence[Mapping[str, Any]]], uitbreiding: Uitbreiding, ref: str
) -> Partij:
    """Return the ladder of a policy that was read already."""
    school = feiten.get("school", {})
    return Partij(
        "beleid",
        str(school.get("naam", "")),
        ref,
        build_ladder(feiten.get(BLOK, {}), trappen),
        lesuur=school.get("lesuur_minuten"),
        sector=str(school.get("sector", "")),
        uitbreiding=uitbreiding,
        feiten=feiten,
        trappen=trappen,
    )


def _kaders(source: Source) -> list[Kader]:
    """Return the kaders that a policy names. Raises `InvalidPolicyError` for one that does not exist."""
    genoemd = source.data.get("kaders")
    bekend, kaders = set(available()), []
    for nummer, ref in enumerate(genoemd if isinstance(genoemd, list) else ()):
        if ref in bekend:
            kaders.append(load_kader(ref))
        elif isinstance(ref, str):
            plek = source.position(("kaders", nummer))
            fout = Fault("kader-onbekend", unknown_kader(ref), "Kies een bekend kader.", regel=plek.regel, kolom=plek.kolom)
            raise InvalidPolicyError(source.path, [fout])
    return kaders
