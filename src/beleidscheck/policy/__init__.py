"""Parse: van een gelezen bestand naar een `Policy`, of alle fouten tegelijk in het Nederlands met regel en kolom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from beleidscheck.beleid.model import Beleid
from beleidscheck.beleid.paden import Veld
from beleidscheck.beleid.woorden import LEEG, Uitbreiding
from beleidscheck.errors import Fault, InvalidPolicyError
from beleidscheck.policy.kennis import Kennis, kennis_van
from beleidscheck.policy.regionaal import check_regional, normalised, without_empty
from beleidscheck.policy.vertaling import translate
from beleidscheck.policy.woordcontrole import Synoniem, Woordgang
from beleidscheck.source.fouten import Fouten

if TYPE_CHECKING:
    from datetime import date

    from beleidscheck.source import Source

__all__ = ["Policy", "Synoniem", "parse_policy"]


@dataclass(frozen=True, slots=True)
class Policy:
    """Een beleid dat in het formaat past.

    `feiten` zijn gewone waarden in de volgorde van het formaat, zonder lege sleutels: ja/nee als boolean, rollen in hun vaste
    woord, hoeveelheden en datums als tekst, en per rol onder `rollen` alleen de tekst wie haar vervult.
    `meldingen_synoniemen` zegt welke woorden zijn omgezet, `waarschuwingen` welke eigen woorden op een bekend woord lijken.
    """

    beleid: Beleid
    source: Source
    peildatum: date
    uitbreiding: Uitbreiding
    feiten: dict[str, Any]
    meldingen_synoniemen: tuple[Synoniem, ...] = ()
    waarschuwingen: tuple[Fault, ...] = ()


def parse_policy(source: Source, peildatum: date, uitbreiding: Uitbreiding = LEEG) -> Policy:
    """Return the policy in `source`. Raises `InvalidPolicyError` with every fault at once, in the order of the file."""
    kennis = kennis_van(uitbreiding)
    gang = Woordgang(source, kennis)
    gang.run()
    try:
        beleid, vormfouten = Beleid.model_validate(source.data, context=kennis.synoniemen), []
    except ValidationError as exc:
        beleid, vormfouten = None, translate(exc, source, kennis)
    fouten = [*gang.persoonlijk, *vormfouten, *check_regional(source, kennis), *gang.fouten]
    if beleid is None or fouten:
        raise InvalidPolicyError(source.path, _in_order(fouten))
    feiten = _facts(beleid, kennis)
    return Policy(beleid, source, peildatum, uitbreiding, feiten, tuple(gang.synoniemen), tuple(_in_order(gang.waarschuwingen)))


def _in_order(fouten: list[Fault]) -> list[Fault]:
    """Return the faults in the order of the file, one for each place (the first says most) and never more than one can read."""
    per_pad = {fout.pad: fout for fout in reversed(fouten)}
    bak = Fouten()
    for fout in sorted(per_pad.values(), key=lambda fout: (fout.regel, fout.kolom, fout.pad)):
        bak.add(fout)
    return bak.in_order()


def _facts(beleid: Beleid, kennis: Kennis) -> dict[str, Any]:
    feiten = beleid.model_dump(mode="json", exclude_none=True)
    if "rollen" in feiten:
        feiten["rollen"] = {
            rol: invulling["wie"] for rol, invulling in feiten["rollen"].items() if invulling and "wie" in invulling
        }
    if "regionaal" in feiten:
        feiten["regionaal"] = normalised(
            kennis.regionaal or Veld("object"), without_empty(feiten["regionaal"]), kennis.synoniemen
        )
    return feiten
