"""De hygiëne van de ladder als meldingen: elk gebrek met zijn plaatsen, een zin uit de waarden en wat de school kan doen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.bevinding import Gewicht, Melding
from beleidscheck.trap.bereik import years
from beleidscheck.trap.gebrek import Gebrek, Gegevens, Kwaal
from beleidscheck.trap.gebrekzin import describe
from beleidscheck.trap.hygiene import find_gebreken
from beleidscheck.trap.ladder import BLOK, Ladder, Pad

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from beleidscheck.check.normen import Feitboek
    from beleidscheck.policy import Policy

#: Deze sectoren hebben geen leerlingen van 18 jaar of ouder; de school hoeft dat niet zelf te zeggen.
ZONDER_VOLWASSENEN: Final = frozenset({"po", "sbo", "so"})
#: Twee feiten die niet samen waar kunnen zijn: zij gaan mee met de tegenspraak, zodat ook de norm erop rust het weet.
TEGENSPRAAK: Final = frozenset({Kwaal.ZIEKTE_GEMELD, Kwaal.ZIEKTE_ONGEOORLOOFD, Kwaal.TEGENSTRIJDIG})
#: Hier merkt geen leerling iets van; de tekst wordt er beter van.
_TIPS: Final = frozenset({Kwaal.DOOD, Kwaal.GEEN_VORIGE, Kwaal.VENSTER})
#: Deze gaan over wat de school zelf zegt, ook als de stap uit een kader komt.
_VAN_DE_SCHOOL: Final = frozenset({Kwaal.NIEMAND, Kwaal.NIET_GEREGISTREERD, Kwaal.ZIEKTE_GEMELD, Kwaal.ZIEKTE_ONGEOORLOOFD})
_VOLGT: Final[Pad] = (BLOK, "volgt")
_MAX_FEITEN: Final = 4
#: «1 periode» wordt gelezen als een rapportperiode; of dat bedoeld is, staat er niet.
_PERIODE: Final = re.compile(r"^[0-9,. ]+periodes?$")


def ladder_meldingen(boek: Feitboek, ladder: Ladder, al_gemeld: Container[str] = ()) -> Iterator[Melding]:
    """Yield what is wrong with the ladder of a policy; of the roles in `al_gemeld` another melding says that nobody fills them."""
    achteraan = {pad[:-1] for _, pad in ladder.onbekende_ids if pad[-1] == "na"}
    gegevens = read_gegevens(boek.policy.feiten)
    for gebrek in (*find_gebreken(ladder, gegevens), *_vague_periods(boek.policy, ladder)):
        if gebrek.kwaal is Kwaal.ACHTERUIT and gebrek.stap is not None and gebrek.stap.pad in achteraan:
            continue  # dat zij achteraan staat, zegt de melding over de onbekende stap al
        if (
            gebrek.kwaal in TEGENSPRAAK
            or _said_elsewhere(gebrek, boek.policy.feiten, al_gemeld)
            or _of_the_kader(gebrek, boek.policy.feiten)
        ):
            continue
        zin = describe(gebrek, boek.noem)
        gewicht = Gewicht.TIP if gebrek.kwaal in _TIPS else Gewicht.AANDACHTSPUNT
        feiten = tuple(boek.fact(pad) for pad in places(gebrek)[:_MAX_FEITEN])
        yield Melding(str(gebrek.kwaal), zin.titel, zin.zin, zin.te_doen, gewicht, feiten)


def _vague_periods(policy: Policy, ladder: Ladder) -> Iterator[Gebrek]:
    """Yield what is counted "per periode" without saying which, once for each ladder and signal; only the text of the school shows that."""
    begrippen = _block(policy.feiten, "begrippen").get("overig", ())
    if any("periode" in str(rij.get("begrip", "")).casefold() for rij in begrippen if isinstance(rij, dict)):
        return
    gezien: set[tuple[str, str]] = set()
    for stap in ladder.stappen:
        for signaal in stap.signalen:
            pad = (*signaal.pad, "periode")
            if (stap.trap, signaal.naam) not in gezien and _PERIODE.search(str(value_at(policy.source.data, pad))):
                gezien.add((stap.trap, signaal.naam))
                yield Gebrek(Kwaal.WELKE_PERIODE, (pad,), stap, signaal)


def places(gebrek: Gebrek) -> tuple[Pad, ...]:
    """Return the places of a fault in the policy, each once; a step of a kader stands where the policy adopts it."""
    return tuple(dict.fromkeys(_VOLGT if pad[:2] == _VOLGT else pad for pad in gebrek.paden))


def _of_the_kader(gebrek: Gebrek, feiten: Mapping[str, Any]) -> bool:
    """Return whether the fault is in the ladder of the kader only, and not there because the school left a step out."""
    laat_weg = bool(_block(feiten, BLOK).get("vervalt"))
    return places(gebrek) == (_VOLGT,) and gebrek.kwaal not in _VAN_DE_SCHOOL and not laat_weg


def _said_elsewhere(gebrek: Gebrek, feiten: Mapping[str, Any], al_gemeld: Container[str]) -> bool:
    """Return whether another melding says it: a line that is not finished, or a role that nobody fills."""
    if gebrek.kwaal is Kwaal.NIEMAND:
        return gebrek.detail in al_gemeld
    if gebrek.kwaal not in {Kwaal.LEEG, Kwaal.NOOIT} or gebrek.paden[0][-1] not in {"acties", "bij"}:
        return False
    return value_at(feiten, gebrek.paden[0]) is None


def value_at(waarde: Any, pad: Pad) -> Any:  # noqa: ANN401 - elke YAML-waarde
    """Return the value at a path, or `None` when there is none."""
    for deel in pad:
        if isinstance(waarde, dict):
            waarde = waarde.get(deel)
        elif isinstance(waarde, list) and isinstance(deel, int) and deel < len(waarde):
            waarde = waarde[deel]
        else:
            return None
    return waarde


# ---- Wat het beleid naast de ladder zegt --------------------------------------------------------------------------------


def read_gegevens(feiten: Mapping[str, Any]) -> Gegevens:
    """Return what the policy says besides its ladder, as far as the hygiene needs it."""
    school, registratie = _block(feiten, "school"), _block(feiten, "registratie")
    blok, samenwerking = _block(feiten, BLOK), _block(feiten, "samenwerking")
    sector = str(school.get("sector", ""))
    volwassenen = school.get("leerlingen_18plus", False if sector in ZONDER_VOLWASSENEN else None)
    signaal = _block(blok, "signaal_zorgelijk_verzuim")
    soorten = _texts(school.get("onderwijssoorten"))
    minuten = school.get("lesuur_minuten")
    return Gegevens(
        sector=sector,
        lesuur=minuten if isinstance(minuten, int) else None,
        leerjaren=tuple(years(school) or ()) if sector != "vo" or soorten else (),
        locaties=_texts(school.get("locaties")),
        onderwijssoorten=soorten,
        volwassenen=volwassenen if isinstance(volwassenen, bool) else None,
        ouders_volwassenen="ouders_betrokken" in _block(feiten, "doelgroep_18plus"),
        invoer_eenheid=str(registratie.get("invoer_eenheid", "")),
        rekent_om=registratie.get("omrekening_door_systeem") is True,
        meetperiode="meetperiode" in _block(feiten, "stimuleren_aanwezigheid"),
        uitvoerders=_actors(feiten, samenwerking),
        lijsten=(
            ("typen", (BLOK, "typen"), _rows(blok, "typen")),
            ("criteria", (BLOK, "signaal_zorgelijk_verzuim", "criteria"), _rows(signaal, "criteria")),
            *((naam, ("registratie", naam), _rows(registratie, naam)) for naam in ("categorieen", "eigen_codes", "redenen")),
            ("partners", ("samenwerking", "partners"), _rows(samenwerking, "partners")),
        ),
    )


def _block(feiten: Mapping[str, Any], sleutel: str) -> Mapping[str, Any]:
    blok = feiten.get(sleutel)
    return blok if isinstance(blok, dict) else {}


def _rows(blok: Mapping[str, Any], sleutel: str) -> list[Mapping[str, Any]]:
    rijen = blok.get(sleutel)
    return rijen if isinstance(rijen, list) else []


def _texts(waarde: object) -> tuple[str, ...]:
    return tuple(str(deel) for deel in waarde) if isinstance(waarde, list) else ()


def _actors(feiten: Mapping[str, Any], samenwerking: Mapping[str, Any]) -> frozenset[str]:
    """Return everyone of whom the policy says who that is: filled roles, partners and contacts."""
    rollen = _block(feiten, "rollen")
    anderen = (*_rows(samenwerking, "partners"), *_rows(feiten, "contacten"))
    return frozenset({*rollen, *(str(rij.get("rol", "")) for rij in anderen if isinstance(rij, dict))})
