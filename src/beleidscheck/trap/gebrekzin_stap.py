"""Zinnen over één stap of signaal dat niet klopt: (wat er is, wat de school kan doen)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from beleidscheck.trap.drempelzin import threshold
from beleidscheck.trap.gebrek import Gebrek, Kwaal
from beleidscheck.trap.gebrekdelen import also, at, capital, limit, listing, name, step

if TYPE_CHECKING:
    from beleidscheck.trap.gebrekdelen import Noem, Zegger


def _nooit(gebrek: Gebrek, noem: Noem) -> tuple[str, str]:
    signaal = gebrek.signaal
    if signaal is None:
        return (
            "Bij deze stap staat geen signaal, dus zij gaat nooit af.",
            "Zet bij `bij` wanneer deze stap begint, of haal de stap weg.",
        )
    if gebrek.detail.endswith("procent"):
        richting = "minder dan 0" if gebrek.detail == "0 procent" else "meer dan 100"
        zin = f"Niemand is {richting} procent aanwezig, dus {step(gebrek.stap, signaal, noem)} gaat nooit af."
        return zin, "Kies een percentage tussen 0 en 100."
    periode = str(signaal.periode)
    werkwoord = "past" if gebrek.detail.endswith(" keer") or gebrek.detail.startswith("1 ") else "passen"
    past = "de drempel is langer dan de periode" if gebrek.detail == periode else f"in {periode} {werkwoord} hooguit {gebrek.detail}"
    zin = f"{capital(step(gebrek.stap, signaal, noem))} gaat nooit af: {past}."
    return zin, "Verlaag de drempel of kies een langere periode."


def _altijd(gebrek: Gebrek, noem: Noem) -> tuple[str, str]:
    zin = f"Iedereen is hooguit 100 procent aanwezig, dus {step(gebrek.stap, gebrek.signaal, noem)} geldt voor elke leerling."
    return zin, "Kies een percentage tussen 0 en 100."


def _peil(gebrek: Gebrek, noem: Noem) -> tuple[str, str]:
    zin = f"{capital(step(gebrek.stap, gebrek.signaal, noem))} gaat af bij wie veel aanwezig is, niet bij wie veel mist."
    return zin, f"Zet bij dit signaal `vergelijking: onder` als u minder dan {limit(gebrek.signaal)} bedoelt."


def _eenheid(gebrek: Gebrek, noem: Noem) -> tuple[str, str]:
    naam, drempel = name(gebrek.signaal, noem), limit(gebrek.signaal)
    if gebrek.detail == "onder":
        zin = f"«{naam}» gaat af onder {drempel}, dus ook bij wie niets heeft gemist."
        return zin, "Zet hier vanaf hoeveel de stap begint; `onder` is alleen voor een percentage."
    wat = {
        "procent": ("in keren, uren of dagen", "Zet bij de drempel een aantal keren, uren of dagen."),
        "reeks": ("in dagen of weken achter elkaar", "Zet bij de drempel een aantal schooldagen of weken."),
        "keer": ("in keren", "Schrijf de drempel in keren, of gebruik het signaal `ziek_aaneengesloten` of `ziekte_uren`."),
        "peil": ("in procenten", "Schrijf bijvoorbeeld `drempel: 95 procent` met `vergelijking: onder`."),
    }
    hoe, doen = wat[gebrek.detail]
    return f"«{naam}» telt u {hoe}, maar de drempel is {threshold(gebrek.signaal) if gebrek.signaal else drempel}.", doen


def _geen_tijd(gebrek: Gebrek, noem: Noem) -> tuple[str, str]:
    periode = gebrek.signaal.periode if gebrek.signaal else None
    waarom = "daarin valt niets te tellen" if periode is not None and periode.getal == 0 else "dat is geen tijd in dagen of weken"
    zin = f"{capital(at(gebrek.signaal, noem))} is de periode {periode}; {waarom}."
    return zin, "Zet bij `periode` een aantal dagen, weken of maanden, bijvoorbeeld `12 schoolweken`."


def _niet_geregistreerd(gebrek: Gebrek, noem: Noem) -> tuple[str, str]:
    signaal, invoer = gebrek.signaal, f"per {noem(gebrek.detail)}"
    if signaal is not None and signaal.naam in {"te_laat", "uit_de_les_gestuurd"}:
        zin = f"De stap {at(signaal, noem)} telt minuten of uren, maar uw school registreert {invoer}."
        return zin, "Tel het aantal keren, of registreer per minuut."
    if gebrek.detail in {"dagdeel", "schooldag"}:
        zin = f"De stap {at(signaal, noem)} telt uren, maar uw school registreert {invoer}; uren zijn daaruit niet te tellen."
        return zin, "Registreer per lesuur of klokuur, of zet de drempel in dagdelen of dagen."
    zin = f"De stap {at(signaal, noem)} telt in een andere eenheid dan uw registratie ({invoer}), en hoe lang een lesuur duurt staat er niet."
    return zin, "Vul `school.lesuur_minuten` in, of zet bij `registratie` `omrekening_door_systeem: ja` als het systeem omrekent."


def _uur(gebrek: Gebrek, noem: Noem) -> tuple[str, str]:
    zin = f"{capital(at(gebrek.signaal, noem))} is niet te zien of een uur een lesuur of een klokuur is."
    return zin, "Schrijf `lesuren` of `klokuren`."


def _venster(gebrek: Gebrek, noem: Noem) -> tuple[str, str]:
    zin = (
        f"{capital(at(gebrek.signaal, noem))} staat niet of de periode elke dag meeschuift of een vast begin heeft.{also(gebrek)}"
    )
    return (
        zin,
        "Zet erbij `venster: vast` als de telling op een vaste dag opnieuw begint, of `venster: voortschrijdend` als u steeds terugkijkt.",
    )


def _telt_per(gebrek: Gebrek, noem: Noem) -> tuple[str, str]:
    signaal = gebrek.signaal
    eenheid = signaal.telt_per.eenheid if signaal is not None and signaal.telt_per is not None else ""
    periode = signaal.periode if signaal is not None else None
    elke = "elke" if eenheid in {"maand", "rapportperiode"} else "elk"
    zin = f"{capital(at(signaal, noem))} kijkt u {periode} terug, maar de trap begint {elke} {eenheid} opnieuw te tellen (`telt_per`)."
    return zin, "Haal `telt_per` of de `periode` weg, of maak ze gelijk."


def _welke_periode(gebrek: Gebrek, noem: Noem) -> tuple[str, str]:
    zin = f"«{name(gebrek.signaal, noem)}» telt u per periode, maar welke periode dat is, staat er niet."
    return zin, "Noem de periode, bijvoorbeeld `8 lesweken` of `1 rapportperiode`, of leg «periode» uit bij `begrippen.overig`."


def _zonder_periode(gebrek: Gebrek, noem: Noem) -> tuple[str, str]:
    naam = name(gebrek.signaal, noem)
    zin = f"«{naam}» telt u ({listing(gebrek.woorden)}), maar er staat niet over welke periode. Dan weet niemand wanneer de telling opnieuw begint."
    return zin, "Zet bij elk signaal een `periode`, of bij de trap `telt_per`, bijvoorbeeld `telt_per: schooljaar`."


def _oude_grens(gebrek: Gebrek, noem: Noem) -> tuple[str, str]:
    zin = (
        f"{capital(step(gebrek.stap, gebrek.signaal, noem))} meldt pas na 3 dagen. Dat is de grens uit de oude wet; "
        "nu is dat 16 uur in 4 opeenvolgende lesweken (Leerplichtwet 1969, artikel 21a)."
    )
    return zin, "Voeg een stap toe bij `ongeoorloofde_uren` vanaf 16 uur binnen 4 lesweken, met `duo_melden`."


def _leeg(gebrek: Gebrek, noem: Noem) -> tuple[str, str]:
    zin = f"{capital(step(gebrek.stap, gebrek.signaal, noem))} zegt niet wat de school dan doet."
    return zin, "Zet bij `acties` wie wat doet, of haal de stap weg."


def _geen_vorige(gebrek: Gebrek, noem: Noem) -> tuple[str, str]:
    zin = f"{capital(step(gebrek.stap, gebrek.signaal, noem))} neemt de vorige stap mee, maar er is geen eerdere stap met hetzelfde signaal."
    return zin, "Haal `inclusief_vorige` weg, of zet de stap achter de stap die u bedoelt."


def _dubbel_id(gebrek: Gebrek, noem: Noem) -> tuple[str, str]:
    del noem
    zin = f"Twee stappen heten «{gebrek.detail}», dus een verwijzing naar die naam is niet duidelijk."
    return zin, "Geef elke stap een eigen `id`."


#: Per gebrek de titel en de zin.
ZINNEN: Final[dict[Kwaal, tuple[str, Zegger]]] = {
    Kwaal.NOOIT: ("Een stap die nooit afgaat", _nooit),
    Kwaal.ALTIJD: ("Een stap die voor iedereen geldt", _altijd),
    Kwaal.PEIL_OMGEKEERD: ("Een percentage de verkeerde kant op", _peil),
    Kwaal.LEEG: ("Een stap zonder actie", _leeg),
    Kwaal.GEEN_VORIGE: ("Er is geen vorige stap", _geen_vorige),
    Kwaal.DUBBEL_ID: ("Twee stappen met dezelfde naam", _dubbel_id),
    Kwaal.ZONDER_PERIODE: ("Een telling zonder periode", _zonder_periode),
    Kwaal.VENSTER: ("Een periode zonder begin", _venster),
    Kwaal.TELT_PER: ("Een telling die te vroeg opnieuw begint", _telt_per),
    Kwaal.WELKE_PERIODE: ("Een periode die niemand kent", _welke_periode),
    Kwaal.GEEN_TIJD: ("Een periode die geen tijd is", _geen_tijd),
    Kwaal.EENHEID: ("Een drempel in de verkeerde eenheid", _eenheid),
    Kwaal.NIET_GEREGISTREERD: ("Een eenheid die u niet registreert", _niet_geregistreerd),
    Kwaal.UUR: ("Lesuur of klokuur?", _uur),
    Kwaal.OUDE_GRENS: ("Een grens uit de oude wet", _oude_grens),
}
