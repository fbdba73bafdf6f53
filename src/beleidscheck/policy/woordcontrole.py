"""De gang langs alle waarden: onbekende woorden, synoniemen, bijna-treffers en persoonsgegevens."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from beleidscheck.beleid.paden import Veld, boom
from beleidscheck.beleid.woorden import woorden_van
from beleidscheck.errors import Fault
from beleidscheck.policy.kennis import GEKEURD
from beleidscheck.policy.melding import nearest
from beleidscheck.policy.privacy import personal_data
from beleidscheck.source import dotted

if TYPE_CHECKING:
    from beleidscheck.policy.kennis import Kennis
    from beleidscheck.source import Source

Pad: TypeAlias = tuple[str | int, ...]
_BIJNA: Final = 0.85
_BIJNA_ROL: Final = 0.8
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
    """Eén gang langs de waarden van een beleid; de uitkomsten staan in de drie lijsten."""

    def __init__(self, source: Source, kennis: Kennis) -> None:
        self.fouten: list[Fault] = []
        self.synoniemen: list[Synoniem] = []
        self.waarschuwingen: list[Fault] = []
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
        elif isinstance(waarde, dict):
            if veld.vrij is not None:
                self._sleutels(veld, waarde, pad)
            for sleutel, deel in waarde.items():
                eronder = veld.vrij or veld.velden.get(sleutel)
                if eronder is not None:
                    self._loop(eronder, deel, (*pad, sleutel))
        elif isinstance(waarde, list) and veld.item is not None:
            for nummer, deel in enumerate(waarde):
                self._loop(veld.item, deel, (*pad, nummer))

    def _blad(self, veld: Veld, tekst: str, pad: Pad) -> None:
        if veld.woorden in GEKEURD:
            self._gekeurd(veld.woorden, tekst, pad)
        elif veld.woorden and not veld.gesloten and (bedoeld := _almost(veld.woorden, tekst)):
            zin = f"Bij `{dotted(pad)}` staat «{tekst}»; dat lijkt op het bekende woord `{bedoeld}`."
            self._meld(
                self.waarschuwingen,
                "bijna-bekend-woord",
                zin,
                f"Bedoelde u `{bedoeld}`? Zo niet, dan blijft uw eigen woord staan.",
                pad,
            )
        if len(tekst) > len("geb 1-1-10") - 2 and (soort := personal_data(tekst)):
            wat, remedie = _PRIVACY[soort]
            self.fouten.append(fault_at(self._source, pad, ("persoonsgegeven", f"Bij `{dotted(pad)}` staat {wat}.", remedie)))

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
        if bedoeld := self._kennis.nearest(soort, woord, self._eigen_rollen if soort == "rol" else ()):
            remedie = f"Bedoelde u `{bedoeld}`?"
        elif soort == "rol":
            remedie = f"Zet een eigen rol eerst onder `rollen:`, bijvoorbeeld `{woord}: wie dit bij u doet`."
        else:
            remedie = (
                f"Kies een bekend woord, bijvoorbeeld `{'`, `'.join(list(woorden_van(soort, self._kennis.uitbreiding))[:6])}`."
            )
        self.fouten.append(fault_at(self._source, pad, ("onbekend-woord", zin, remedie)))

    def _sleutels(self, veld: Veld, waarde: dict[str, Any], pad: Pad) -> None:
        """Check the free keys under `rollen`: synonyms become the fixed word, and two keys may not mean the same role."""
        if veld.sleutels != "rol":
            return
        gezien: dict[str, str] = {}
        for sleutel in waarde:
            canoniek = self._kennis.synoniemen["rol"].get(sleutel, sleutel)
            hier = (*pad, sleutel)
            if canoniek in gezien:
                zin = f"`{gezien[canoniek]}` en `{sleutel}` zijn namen voor dezelfde rol (`{canoniek}`)."
                self._meld(
                    self.fouten, "dubbele-rol", zin, "Voeg ze samen; zet de tweede naam bij `ook_genoemd`.", hier, key=True
                )
            elif canoniek != sleutel:
                self.synoniemen.append(Synoniem(hier, sleutel, canoniek))
            elif canoniek not in self._kennis.bekend["rol"] and (
                bedoeld := nearest(sleutel, sorted(self._kennis.bekend["rol"]), _BIJNA_ROL)
            ):
                zin = f"De eigen rol `{sleutel}` lijkt op de bekende rol `{bedoeld}`."
                self._meld(
                    self.waarschuwingen,
                    "bijna-bekend-woord",
                    zin,
                    f"Bedoelde u `{bedoeld}`? Zo niet, dan blijft uw eigen rol staan.",
                    hier,
                    key=True,
                )
            gezien.setdefault(canoniek, sleutel)

 


@lru_cache(maxsize=4096)
def _almost(soort: str, tekst: str) -> str | None:
    """Return the known word that a word of the school's own nearly is; a known word or a sentence is never nearly one."""
    bekend = woorden_van(soort)
    if tekst in bekend or len(tekst) > _WOORDLENGTE:
        return None
    return nearest(tekst, bekend, _BIJNA)
