"""Zinnen over twee stappen, en over wat ontbreekt: (wat er is, wat de school kan doen)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from beleidscheck.trap.gebrek import Gebrek, Kwaal
from beleidscheck.trap.gebrekdelen import at, capital, deed, listing, name, short, step, the

if TYPE_CHECKING:
    from beleidscheck.trap.gebrekdelen import Noem, Zegger


def _dood(gebrek: Gebrek, noem: Noem) -> tuple[str, str]:
    deze, ander = step(gebrek.stap, gebrek.signaal, noem), step(gebrek.ander_stap, gebrek.ander_signaal, noem)
    zin = f"{capital(deze)} voegt niets toe: {ander} gaat nooit later af en doet dit allemaal al."
    return zin, "Haal deze stap weg, of geef haar een andere drempel of een eigen actie."


def _achteruit(gebrek: Gebrek, noem: Noem) -> tuple[str, str]:
    deze, ander = step(gebrek.stap, gebrek.signaal, noem), step(gebrek.ander_stap, gebrek.ander_signaal, noem)
    zin = f"{capital(deze)} staat na {ander}, maar is eerder bereikt."
    if gebrek.woorden:
        meer = int(gebrek.woorden[0])
        zin += f" In deze trap {'staat nog een stap' if meer == 1 else f'staan nog {meer} stappen'} niet op volgorde."
    if gebrek.stap is not None and "voeg_toe" in gebrek.stap.pad:
        return zin, "Zet bij deze stap met `na` achter welke stap zij hoort, of verander de drempel."
    return zin, "Zet de stappen op volgorde van licht naar zwaar, of verander de drempel."


def _tegenstrijdig(gebrek: Gebrek, noem: Noem) -> tuple[str, str]:
    deze, andere = gebrek.actie, gebrek.andere_actie
    if deze is None or andere is None:
        return "", ""
    waar = at(gebrek.signaal, noem)
    if gebrek.detail == "wie":
        zin = f"{capital(waar)} doet volgens de ene stap {the(andere.wie, noem)} {deed(deze, noem)}, en volgens de andere stap {the(deze.wie, noem)}."
        return zin, "Kies wie dit doet, of zet bij elke actie een `voorwaarde` die zegt wanneer."
    if gebrek.detail == "termijn":
        zin = f"{capital(waar)} is de termijn van {deed(deze, noem)} volgens de ene stap {andere.termijn}, volgens de andere stap {deze.termijn}."
        return zin, "Kies één termijn."
    zin = f"{capital(waar)} leggen twee stappen dezelfde sanctie op, maar niet even zwaar."
    return zin, "Kies één sanctie, of laat de stappen voor verschillende leerlingen gelden."


# ---- Wat ontbreekt ---------------------------------------------------------------------------------------------------


def _voor_niemand(gebrek: Gebrek, noem: Noem) -> tuple[str, str]:
    stap = capital(step(gebrek.stap, gebrek.stap.signalen[0] if gebrek.stap and gebrek.stap.signalen else None, noem))
    match gebrek.detail:
        case "leeftijd":
            van, tot = gebrek.woorden
            reden = f"niemand is {van} jaar of ouder en ook jonger dan {tot}"
        case "leerplicht en leeftijd":
            reden = "op die leeftijd is niemand leerplichtig of kwalificatieplichtig"
        case "volwassenen":
            reden = "uw school heeft geen leerlingen van 18 jaar of ouder"
        case "locatie" | "leerjaar" | "onderwijssoort":
            reden = f"{gebrek.detail} {listing(short(gebrek.woorden), 'of')} heeft uw school niet"
        case _:
            reden = f"de trap en de stap hebben bij `{gebrek.detail}` niets gemeen"
    return f"{stap} geldt voor niemand: {reden}.", "Verander `geldt_voor`, of haal de stap weg."


def _groep(gebrek: Gebrek, noem: Noem) -> tuple[str, str]:
    naam = name(gebrek.signaal, noem)
    if gebrek.detail == "leeftijd":
        voor = f"leerlingen van {gebrek.woorden[0]} tot {gebrek.woorden[1]} jaar"
    else:
        voor = f"{gebrek.detail} {listing(short(gebrek.woorden))}"
    zin = f"Voor {voor} is er geen stap bij «{naam}», voor andere leerlingen wel."
    return zin, "Laat een stap ook voor deze leerlingen gelden, of voeg er een voor hen toe."


def _geen_stap(gebrek: Gebrek, noem: Noem) -> tuple[str, str]:
    zin = f"U onderscheidt «{noem(gebrek.detail)}», maar bij geen enkele stap telt dat mee."
    return zin, "Voeg een stap toe die zegt wanneer de school hier iets aan doet."


def _geen_melding(gebrek: Gebrek, noem: Noem) -> tuple[str, str]:
    zin = f"Bij «{noem(gebrek.detail)}» staat een verplichte melding, maar geen enkele stap meldt iets."
    return zin, "Voeg aan de stap waar dat hoort een actie toe, zoals `duo_melden` of `inspectie_melden`."


def _niemand(gebrek: Gebrek, noem: Noem) -> tuple[str, str]:
    keer = "" if gebrek.woorden == ("1",) else f" ({gebrek.woorden[0]} keer)"
    zin = f"In uw stappen moet «{noem(gebrek.detail)}» iets doen{keer}, maar bij `rollen` staat niet wie dat bij u is."
    return zin, f"Vul bij `rollen` in wie `{gebrek.detail}` is, bijvoorbeeld een functie of team."


#: Per gebrek de titel en de zin.
ZINNEN: Final[dict[Kwaal, tuple[str, Zegger]]] = {
    Kwaal.VOOR_NIEMAND: ("Een stap voor niemand", _voor_niemand),
    Kwaal.DOOD: ("Een stap die niets toevoegt", _dood),
    Kwaal.ACHTERUIT: ("Stappen staan niet op volgorde", _achteruit),
    Kwaal.TEGENSTRIJDIG: ("Twee stappen spreken elkaar tegen", _tegenstrijdig),
    Kwaal.GEEN_STAP: ("Afwezigheid zonder stap", _geen_stap),
    Kwaal.GEEN_MELDING: ("Een verplichte melding zonder stap", _geen_melding),
    Kwaal.GROEP_ZONDER: ("Leerlingen voor wie een stap ontbreekt", _groep),
    Kwaal.NIEMAND: ("Een actie die niemand uitvoert", _niemand),
}
