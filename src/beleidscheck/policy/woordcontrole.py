"""De gang langs alle waarden: onbekende woorden, synoniemen, bijna-treffers en persoonsgegevens."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from beleidscheck.beleid.paden import boom
from beleidscheck.beleid.woorden import woorden_van
from beleidscheck.policy.kennis import GEKEURD
from beleidscheck.policy.melding import enumerate_or, fault_at, nearest
from beleidscheck.policy.privacy import personal_data
from beleidscheck.source import dotted
from beleidscheck.source.fouten import MAX_FOUTEN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from beleidscheck.beleid.paden import Veld
    from beleidscheck.errors import Fault
    from beleidscheck.policy.kennis import Kennis
    from beleidscheck.source import Pad, Source

_BIJNA: Final = 0.85
_BIJNA_ROL: Final = 0.8
_KORTSTE_GEGEVEN: Final = 9
#: Zoveel eigen woorden vergelijken wij met de bekende; een echt beleid heeft er een paar honderd.
_VERGELIJKINGEN: Final = 2000
#: Langer dan dit is een zin, geen woord met een tikfout.
_WOORDLENGTE: Final = 60
_PRIVACY: Final = {
    "bsn": (
        "een getal dat een burgerservicenummer kan zijn",
        "Haal het weg; in een beleid horen geen nummers van leerlingen of ouders.",
    ),
    "geboortedatum": ("een geboortedatum", "Haal de geboortedatum weg; een beleid gaat nooit over één leerling."),
}


class Synoniem(NamedTuple):
    """Een woord dat wij herkenden en omzetten: waar het staat, wat er stond en wat het geworden is."""

    pad: Pad
    gevonden: str
    canoniek: str


class Woordgang:
    """Eén gang langs de waarden van een beleid; de uitkomsten staan in de vier lijsten."""

    def __init__(self, source: Source, kennis: Kennis) -> None:
        self.persoonlijk: list[Fault] = []
        self.fouten: list[Fault] = []
        self.synoniemen: list[Synoniem] = []
        self.waarschuwingen: list[Fault] = []
        self._vergelijkingen = _VERGELIJKINGEN
        self._source = source
        self._kennis = kennis
        rollen = source.data.get("rollen")
        self._eigen_rollen = frozenset(rollen) if isinstance(rollen, dict) else frozenset[str]()

    def run(self) -> None:
        """Walk through the whole file; keys and values that do not fit the format are left to pydantic."""
        for sleutel, waarde in self._source.data.items():
            veld = self._kennis.regionaal if sleutel == "regionaal" else boom().velden.get(sleutel)
            if veld is not None:
                self._loop(veld, waarde, (sleutel,))

    def _loop(self, veld: Veld, waarde: object, pad: Pad) -> None:
        if isinstance(waarde, str):
            self._blad(veld, waarde, pad)
        elif isinstance(waarde, int):
            self._persoonlijk(str(waarde), pad)
        elif isinstance(waarde, dict):
            if veld.sleutels == "rol":
                self._rolsleutels(waarde, pad)
            for sleutel, deel in waarde.items():
                eronder = veld.vrij or veld.velden.get(sleutel)
                if eronder is not None:
                    self._loop(eronder, deel, (*pad, sleutel))
        elif isinstance(waarde, list) and veld.item is not None:
            for nummer, deel in enumerate(waarde):
                self._loop(veld.item, deel, (*pad, nummer))

    def _blad(self, veld: Veld, tekst: str, pad: Pad) -> None:
        if self._persoonlijk(tekst, pad):
            return
        if veld.woorden in GEKEURD:
            self._gekeurd(veld.woorden, tekst, pad)
        elif veld.woorden and not veld.gesloten and self._vergelijkingen and tekst not in self._kennis.uitbreiding.woorden:
            self._vergelijkingen -= 1
            self._vrij_woord(veld.woorden, tekst, pad)

    def _persoonlijk(self, tekst: str, pad: Pad) -> bool:
        soort = personal_data(tekst) if len(tekst) >= _KORTSTE_GEGEVEN else ""
        if soort:
            wat, remedie = _PRIVACY[soort]
            self.persoonlijk.append(
                fault_at(self._source, pad, ("persoonsgegeven", f"Bij `{dotted(pad)}` staat {wat}.", remedie))
            )
        return bool(soort)

    def _vrij_woord(self, soort: str, tekst: str, pad: Pad) -> None:
        if bedoeld := _almost(soort, tekst):
            zin = f"Bij `{dotted(pad)}` staat «{tekst}»; dat lijkt op het bekende woord `{bedoeld}`."
            remedie = f"Bedoelde u `{bedoeld}`? Zo niet, dan blijft uw eigen woord staan."
            self.waarschuwingen.append(fault_at(self._source, pad, ("bijna-bekend-woord", zin, remedie)))

    def _gekeurd(self, soort: str, woord: str, pad: Pad) -> None:
        bekend = self._kennis.bekend[soort]
        if woord in bekend:
            return
        if canoniek := self._kennis.synoniemen[soort].get(woord):
            self.synoniemen.append(Synoniem(pad, woord, canoniek))
        elif soort != "rol" or woord not in self._eigen_rollen:
            self._onbekend(soort, woord, pad)

    def _onbekend(self, soort: str, woord: str, pad: Pad) -> None:
        zin = f"Bij `{dotted(pad)}` staat «{woord}»; die {GEKEURD[soort]} kennen wij niet."
        erbij = self._eigen_rollen if soort == "rol" else ()
        if len(self.fouten) < MAX_FOUTEN and (bedoeld := self._kennis.nearest(soort, woord, erbij)):
            remedie = f"Bedoelde u `{bedoeld}`?"
        elif soort == "rol":
            remedie = f"Zet een eigen rol eerst onder `rollen:`, bijvoorbeeld `{woord}: wie dit bij u doet`, of zet het kader van uw regio bij `kaders`."
        else:
            bekend = enumerate_or(list(woorden_van(soort, self._kennis.uitbreiding))[:6])
            remedie = f"Kies een bekend woord, bijvoorbeeld {bekend}, of zet het kader van uw regio bij `kaders`."
        self.fouten.append(fault_at(self._source, pad, ("onbekend-woord", zin, remedie)))

    def _rolsleutels(self, rollen: Iterable[str], pad: Pad) -> None:
        """Check the keys under `rollen`: synonyms become the fixed word, and two keys may not mean the same role."""
        gezien: dict[str, str] = {}
        for sleutel in rollen:
            canoniek = self._kennis.synoniemen["rol"].get(sleutel, sleutel)
            hier = (*pad, sleutel)
            if canoniek in gezien:
                zin = f"`{gezien[canoniek]}` en `{sleutel}` zijn namen voor dezelfde rol (`{canoniek}`)."
                zinnen = ("dubbele-rol", zin, "Voeg ze samen; zet de tweede naam bij `ook_genoemd`.")
                self.fouten.append(fault_at(self._source, hier, zinnen, key=True))
            elif canoniek != sleutel:
                self.synoniemen.append(Synoniem(hier, sleutel, canoniek))
            elif bedoeld := self._almost_role(sleutel):
                zin = f"De eigen rol `{sleutel}` lijkt op de bekende rol `{bedoeld}`."
                remedie = f"Bedoelde u `{bedoeld}`? Zo niet, dan blijft uw eigen rol staan."
                self.waarschuwingen.append(fault_at(self._source, hier, ("bijna-bekend-woord", zin, remedie), key=True))
            gezien.setdefault(canoniek, sleutel)

    def _almost_role(self, rol: str) -> str | None:
        bekend = self._kennis.bekend["rol"]
        if rol in bekend or not self._vergelijkingen:
            return None
        self._vergelijkingen -= 1
        return nearest(rol, sorted(bekend), _BIJNA_ROL)


@lru_cache(maxsize=4096)
def _almost(soort: str, tekst: str) -> str | None:
    """Return the known word that a word of the school's own nearly is; a known word or a sentence is never nearly one."""
    bekend = woorden_van(soort)
    if tekst in bekend or len(tekst) > _WOORDLENGTE:
        return None
    return nearest(tekst, bekend, _BIJNA)
