"""Een beleid waarin elk veld van het formaat is ingevuld, elk tekstveld met een eigen merkwoord; gemaakt uit het formaat zelf."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.beleid.paden import boom
from beleidscheck.beleid.woorden import woorden_van
from beleidscheck.beleid.woordinfo import Uitbreiding, Woordinfo
from beleidscheck.document.beleid import Kadergegevens, compose_policy
from beleidscheck.policy import parse_policy
from beleidscheck.source import parse_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from beleidscheck.beleid.paden import Veld
    from beleidscheck.document.blokken import Document

Pad = tuple[str | int, ...]
KADER: Final = "proefkader@1"
#: Een kader van een verzonnen regio: eigen woorden, eigen velden, een eigen ladder.
VELDEN: Final[dict[str, Any]] = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "losse_zin": {"type": "string", "title": "Een losse regionale zin"},
        "kring": {
            "type": "object",
            "title": "De kring",
            "description": "Het overleg van deze regio.",
            "properties": {
                "elke": {"type": "string", "title": "Hoe vaak de kring bijeenkomt", "x-soort": "ritme"},
                "wie": {"type": "string", "title": "Wie de kring leidt", "x-soort": "rol"},
                "keer_per_jaar": {"type": "integer", "title": "Keren per jaar"},
                "peildata": {"type": "array", "title": "Peildagen", "items": {"type": "string"}},
                "verslag": {"enum": ["ja", "nee", True, False], "title": "Komt er een verslag"},
                "gasten": {
                    "type": "array",
                    "title": "Gasten",
                    "items": {
                        "type": "object",
                        "properties": {
                            "wie": {"type": "string", "title": "Wie", "x-soort": "rol"},
                            "als": {"type": "string", "title": "Wanneer"},
                        },
                    },
                },
            },
        },
    },
}
UITBREIDING: Final = Uitbreiding(
    rollen={"kringleider": Woordinfo("leider van de kring", "leidt het overleg in de regio", "de")}, velden=VELDEN
)
TRAPPEN: Final[tuple[dict[str, Any], ...]] = (
    {
        "trap": "ziekte",
        "stappen": [
            {
                "id": "k1",
                "bij": [{"signaal": "ziekmeldingen", "drempel": "31 keer", "periode": "32 schoolweken"}],
                "acties": [{"wie": "mentor", "actie": "contact", "met": ["ouder"]}],
            },
            {
                "id": "k2",
                "titel": "De vervangen stap",
                "bij": [{"signaal": "schorsing"}],
                "acties": [{"wie": "oco", "actie": "huisbezoek"}],
            },
            {
                "id": "k3",
                "titel": "De vervallen stap",
                "bij": [{"signaal": "luxe_verzuim"}],
                "acties": [{"wie": "oco", "actie": "brief"}],
            },
        ],
    },
)
KADERS: Final = (Kadergegevens(KADER, "Proefkader van de regio", TRAPPEN),)
#: Velden met een waarde die moet kloppen met iets anders in het beleid.
VAST: Final[dict[str, Any]] = {
    "formaat": 1,
    "kaders": [KADER],
    "school.sector": "vo",
    "school.regio": "anders",
    "beleid.status": "vastgesteld",
    "stappen_bij_afwezigheid.volgt": KADER,
    "stappen_bij_afwezigheid.vervang[].id": "k2",
    "stappen_bij_afwezigheid.vervalt": ["k3"],
    "stappen_bij_afwezigheid.trappen[].trap": "te_laat",
    "stappen_bij_afwezigheid.voeg_toe[].trap": "te_laat",
    "stappen_bij_afwezigheid.voeg_toe[].na": "k1",
    "stappen_bij_afwezigheid.typen[].trap": "te_laat",
    "huisstijl.logo": "logo.svg",
    "regionaal": {
        "losse_zin": "Merkregioeen staat los.",
        "kring": {
            "elke": "9 weken",
            "wie": "kringleider",
            "keer_per_jaar": 27,
            "peildata": ["03-29", "05-30"],
            "verslag": "ja",
            "gasten": [{"wie": "inspectie", "als": "Merkregiotwee"}],
        },
    },
}
_SIGNAAL: Final = {
    "signaal": "te_laat",
    "drempel": "4 keer",
    "periode": "12 schoolweken",
    "vergelijking": "vanaf",
    "venster": "vast",
}


@dataclass
class Volbeleid:
    """De waarden, met per blad zijn pad en zijn veld; `merken` zijn de bladen met een eigen merkwoord."""

    waarden: dict[str, Any] = field(default_factory=dict)
    bladen: dict[Pad, Veld] = field(default_factory=dict)
    merken: dict[Pad, str] = field(default_factory=dict)
    _teller: int = 0

    def merk(self, pad: Pad, vorm: str = "") -> str:
        """Return a word that stands nowhere else, and remember it."""
        self._teller += 1
        letters = "".join(chr(ord("a") + int(cijfer)) for cijfer in f"{self._teller:03}")
        self.merken[pad] = woord = f"merk{letters}x" if vorm else f"Merk{letters}x"
        return woord


def bouw() -> Volbeleid:
    """Return the fullest policy that the format allows: every key once, every list with one item."""
    vol = Volbeleid()
    vol.waarden = _waarde(vol, boom(), (), "")
    return vol


def _waarde(vol: Volbeleid, veld: Veld, pad: Pad, naam: str) -> Any:  # noqa: ANN401 - elke YAML-waarde
    if naam in VAST:
        vol.bladen.update({(*pad, *onder): veld for onder in _bladen(VAST[naam])})
        return VAST[naam]
    if veld.vrij is not None:
        return {"mentor": _waarde(vol, veld.vrij, (*pad, "mentor"), f"{naam}.mentor")}
    if veld.velden:
        return {
            sleutel: _waarde(vol, deel, (*pad, sleutel), f"{naam}.{sleutel}".lstrip(".")) for sleutel, deel in veld.velden.items()
        }
    if veld.item is not None:
        return [_waarde(vol, veld.item, (*pad, 0), f"{naam}[]")]
    vol.bladen[pad] = veld
    return _blad(vol, veld, pad)


def _bladen(waarde: object) -> Iterator[Pad]:
    match waarde:
        case dict():
            yield from ((sleutel, *onder) for sleutel, deel in waarde.items() for onder in _bladen(deel))
        case list():
            yield from ((nummer, *onder) for nummer, deel in enumerate(waarde) for onder in _bladen(deel))
        case _:
            yield ()


def _blad(vol: Volbeleid, veld: Veld, pad: Pad) -> Any:  # noqa: ANN401, PLR0911 - idem; één regel per soort
    sleutel = next(deel for deel in reversed(pad) if isinstance(deel, str))
    if sleutel in _SIGNAAL and len(pad) > 2 and ("bij" in pad or "criteria" in pad):
        return _SIGNAAL[sleutel]
    match veld.veldtype, veld.vorm:
        case "ja_nee", _:
            return "ja"
        case "getal", _:
            return _GETALLEN.get(sleutel, 23)
        case "datum", _:
            return "2026-09-21"
        case "hoeveelheid", _:
            return "7 schooldagen"
        case "ritme", _:
            return "8 weken"
        case _, vorm if vorm in _VORMEN:
            return _VORMEN[vorm]
        case "woord", _ if veld.woorden in {"rol", "actie", "plaats", "signaal"} or veld.gesloten:
            return _KEUS.get(veld.woorden, next(iter(woorden_van(veld.woorden))))
        case _:
            return vol.merk(pad, veld.vorm)


_GETALLEN: Final = {
    "tier": 3,
    "leerjaren": 4,
    "lesuur_minuten": 55,
    "van": 13,
    "tot": 17,
    "factor": 5,
    "aanwezigheid_van": 61,
    "aanwezigheid_tot": 67,
    "aantal_leerlingen": 913,
}
_VORMEN: Final = {
    "maanddag": "07-19",
    "tijdstip": "10:43",
    "schooljaar": "2026-2027",
    "kleur": "#1b4f72",
    "url": "https://voorbeeld.example/pagina",
    "kader": KADER,
    "regio": "anders",
    "brin": "99ZZ",
    "telefoon": "072 555 01 02",
    "mailadres": "absent@voorbeeld.example",
}
_KEUS: Final = {"rol": "mentor", "actie": "contact", "plaats": "OPP", "groep": "geoorloofd"}
#: Een andere geldige waarde per vorm of soort, om te zien of het document meeverandert.
ANDERS: Final[dict[str, Any]] = {
    "maanddag": "08-20",
    "tijdstip": "11:51",
    "schooljaar": "2027-2028",
    "url": "https://anders.example/blad",
    "brin": "88YY",
    "telefoon": "072 555 09 08",
    "mailadres": "anders@voorbeeld.example",
    "datum": "2027-02-13",
    "hoeveelheid": "9 schooldagen",
    "ritme": "5 weken",
    "regio": "noord-kennemerland",
}


def andere_waarde(veld: Veld, oud: Any) -> Any:  # noqa: ANN401, PLR0911 - idem
    """Return another valid value for a leaf without a marker of its own."""
    if veld.veldtype == "ja_nee" or oud == "ja":
        return "nee"
    if isinstance(oud, int):
        return oud - 2 if oud > 2 else 1
    if veld.vorm in ANDERS:
        return ANDERS[veld.vorm]
    if veld.veldtype in ANDERS:
        return (
            oud.replace("4 keer", "6 keer").replace("12 schoolweken", "14 schoolweken")
            if oud in {"4 keer", "12 schoolweken"}
            else ANDERS[veld.veldtype]
        )
    if veld.woorden == "groep":
        return "ongeoorloofd"
    if veld.woorden == "rol":
        return "oco"
    woorden = [woord for woord in woorden_van(veld.woorden) if woord != oud]
    return woorden[0]


def vervang(waarden: Any, pad: Pad, nieuw: Any) -> Any:  # noqa: ANN401 - idem
    """Return the values with one leaf replaced."""
    if not pad:
        return nieuw
    kopie: Any = waarden.copy()
    kopie[pad[0]] = vervang(waarden[pad[0]], pad[1:], nieuw)
    return kopie


def document_van(
    waarden: Mapping[str, Any],
    *,
    gereed: bool = True,
    kaders: tuple[Kadergegevens, ...] = KADERS,
    uitbreiding: Uitbreiding = UITBREIDING,
) -> Document:
    """Return the document of a policy given as plain values; it goes through YAML and the whole format first."""
    raw = json.dumps(dict(waarden), ensure_ascii=False).encode()  # elke JSON is ook YAML, en veel sneller geschreven
    return document_uit(raw, gereed=gereed, kaders=kaders, uitbreiding=uitbreiding)


def document_uit(
    raw: bytes, *, gereed: bool = True, kaders: tuple[Kadergegevens, ...] = KADERS, uitbreiding: Uitbreiding = UITBREIDING
) -> Document:
    """Return the document of a policy given as YAML."""
    policy = parse_policy(parse_source(raw, Path("beleid.yaml")), date(2026, 11, 1), uitbreiding)
    return compose_policy(policy, kaders, stempel="stempel van de proef", gereed=gereed)
