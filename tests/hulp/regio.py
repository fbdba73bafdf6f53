"""De uitbreiding van Noord-Kennemerland, gelezen uit het kaderbestand zelf en niet via `kader`."""

from __future__ import annotations

from functools import cache
from typing import Any

from beleidscheck.beleid.woorden import Actieinfo, Uitbreiding, Woordinfo
from beleidscheck.data import kader_dir
from beleidscheck.source import read_source


def _info(deel: dict[str, Any]) -> dict[str, Any]:
    return {sleutel: tuple(waarde) if isinstance(waarde, list) else waarde for sleutel, waarde in deel.items()}


@cache
def noord_kennemerland() -> Uitbreiding:
    data = read_source(kader_dir() / "noord-kennemerland@2024-2025.yaml").data
    lijst = data["woordenlijst"]

    def gewoon(soort: str) -> dict[str, Woordinfo]:
        return {woord: Woordinfo(**_info(deel)) for woord, deel in lijst.get(soort, {}).items()}

    acties = {woord: Actieinfo(**_info(deel)) for woord, deel in lijst["acties"].items()}
    return Uitbreiding(gewoon("rollen"), gewoon("plaatsen"), acties, woorden=gewoon("woorden"), velden=data["velden"])
