"""Een signaal als zinsdeel dat een ouder begrijpt: "vanaf de 4e ziekmelding binnen 12 schoolweken"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from beleidscheck.document.beleid_delen import is_yes
from beleidscheck.document.taal import continued, enumerate_nl, mid_sentence, ordinal, quantity_nl
from beleidscheck.hoeveelheid import Hoeveelheid, QuantityError, getal_tekst, parse_hoeveelheid

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from beleidscheck.document.namen import Namen

#: Wat er per keer geteld wordt: (één keer, in het meervoud).
_PER_KEER: Final = {
    "ziekmeldingen": ("ziekmelding", "ziekmeldingen"),
    "te_laat": ("keer te laat", "keer te laat"),
    "uit_de_les_gestuurd": ("keer uit de les gestuurd", "keer uit de les gestuurd"),
}
#: Wat er achter een aantal uren of dagen staat.
_TOESTAND: Final = {
    "ziek_aaneengesloten": "aaneengesloten ziek",
    "ziekte_uren": "ziek",
    "geoorloofd_aaneengesloten": "aaneengesloten geoorloofd afwezig",
    "geoorloofde_uren": "geoorloofd afwezig",
    "ongeoorloofde_uren": "ongeoorloofd afwezig",
    "ongeoorloofd_aaneengesloten": "aaneengesloten ongeoorloofd afwezig",
}
_ZONDER_GETAL: Final = {
    "nog_ziek_na_weekend": "als de {leerling} na het weekend nog ziek is",
    "opvallende_afwezigheid": "bij een opvallend patroon in de afwezigheid",
    "zorgwekkend_ziekteverzuim": "bij zorgwekkend ziekteverzuim",
    "luxe_verzuim": "bij luxeverzuim",
    "ziek_en_ongeoorloofd": "als ziekte en ongeoorloofde afwezigheid samengaan",
    "geen_medewerking": "als {leerling} of ouders niet meewerken",
    "vermoeden_ongeoorloofd": "bij een vermoeden van ongeoorloofde afwezigheid",
    "twijfel_geoorloofd": "bij twijfel of de afwezigheid geoorloofd is",
    "afwezig_zonder_bericht": "bij afwezigheid zonder bericht",
    "zorg_opgroeien": "bij zorgen over het opgroeien",
    "medische_reden": "als er een medische reden speelt",
    "zorg_ontwikkeling": "bij zorgen over de ontwikkeling",
    "schorsing": "bij een schorsing",
    "in_of_uitschrijving": "bij een in- of uitschrijving",
}
_VASTE_TELLING: Final = frozenset({"schooljaar", "rapportperiode", "trimester", "kwartaal", "halfjaar", "maand", "jaar"})
_HET: Final = frozenset({"schooljaar", "trimester", "kwartaal", "halfjaar", "jaar"})


def signal_phrase(signaal: Mapping[str, Any], namen: Namen) -> str:
    """Return when a signal is there, without a capital and without a full stop; how it is counted, `counting` says."""
    zin = " ".join(deel for deel in (_threshold(signaal, namen), _window(signaal)) if deel)
    toelichting = continued(str(signaal.get("toelichting", "")))
    return f"{zin} ({toelichting})" if zin and toelichting else zin or mid_sentence(toelichting)


def counting(signaal: Mapping[str, Any]) -> Iterator[str]:
    """Yield the sentences about how a signal is counted: the kind of period, repetition, and what a report does to it."""
    periode = f"De periode van {quantity_nl(str(signaal['periode']))}" if "periode" in signaal else "De periode"
    match signaal.get("venster"):
        case "voortschrijdend":
            yield f"{periode} schuift elke dag mee."
        case "vast":
            yield f"{periode} heeft een vast begin en een vast einde."
    if "herhaling" in signaal:
        yield (
            "Wordt de grens later weer bereikt, dan volgt deze stap opnieuw."
            if is_yes(signaal["herhaling"])
            else "Deze stap volgt één keer, ook als de grens later weer wordt bereikt."
        )
    if "opnieuw_tellen_na_melding" in signaal:
        yield (
            "Na een melding begint de telling opnieuw."
            if is_yes(signaal["opnieuw_tellen_na_melding"])
            else "Na een melding loopt de telling door."
        )


def signals_phrase(signalen: Sequence[Mapping[str, Any]], namen: Namen) -> str:
    """Return several signals, of which one is enough, as one enumeration."""
    return enumerate_nl((signal_phrase(signaal, namen) for signaal in signalen), "of")


def _threshold(signaal: Mapping[str, Any], namen: Namen) -> str:
    naam = str(signaal.get("signaal", ""))
    vergelijking = str(signaal.get("vergelijking", "vanaf"))
    if "drempel" not in signaal:
        return _bare(naam, signaal, namen)
    try:
        drempel = parse_hoeveelheid(str(signaal["drempel"]))
    except QuantityError:
        return f"{namen.word(naam, 'signaal')}: {signaal['drempel']}"
    if drempel.soort == "procent":
        return f"{'aanwezigheid' if naam in {'aanwezigheid', ''} else namen.word(naam, 'signaal')} {_compared(vergelijking)} {drempel}"
    if drempel.soort == "keer":
        return _times(naam, drempel, vergelijking, namen)
    return _amount(naam, drempel, vergelijking, namen)


def _bare(naam: str, signaal: Mapping[str, Any], namen: Namen) -> str:
    """Return a signal without a number; an own signal is what its explanation says."""
    if naam == "anders" and "toelichting" in signaal:
        return ""
    return _ZONDER_GETAL[naam].format(leerling=namen.leerling) if naam in _ZONDER_GETAL else namen.word(naam, "signaal")


def _compared(vergelijking: str) -> str:
    return {"meer_dan": "boven", "onder": "onder", "elke": "telkens bij"}.get(vergelijking, "vanaf")


def _times(naam: str, drempel: Hoeveelheid, vergelijking: str, namen: Namen) -> str:
    enkel, meer = _PER_KEER.get(naam, (f"keer {namen.word(naam, 'signaal')}", f"keer {namen.word(naam, 'signaal')}"))
    getal = getal_tekst(drempel.getal)
    match vergelijking:
        case "meer_dan":
            return f"bij meer dan {getal} {meer}"
        case "onder":
            return f"bij minder dan {getal} {meer}"
        case "elke":
            return f"bij elke {ordinal(getal)} {enkel}"
        case _:
            return f"vanaf de {ordinal(getal)} {enkel}"


def _amount(naam: str, drempel: Hoeveelheid, vergelijking: str, namen: Namen) -> str:
    toestand = _TOESTAND.get(naam, namen.word(naam, "signaal"))
    match vergelijking:
        case "meer_dan":
            return f"bij meer dan {drempel} {toestand}"
        case "onder":
            return f"bij minder dan {drempel} {toestand}"
        case "elke":
            return f"telkens na {drempel} {toestand}"
    if drempel.getal == 1:
        kort = toestand.removeprefix("aaneengesloten ")
        lidwoord = "het" if drempel.eenheid in _HET | {"lesuur", "klokuur", "uur", "halfuur", "dagdeel"} else "de"
        return f"vanaf {lidwoord} 1e {drempel.eenheid} {kort}"
    return f"vanaf {drempel} {toestand}"


def _window(signaal: Mapping[str, Any]) -> str:
    """Return the period in which is counted: "binnen 12 schoolweken", "in één schooljaar"."""
    if "periode" not in signaal:
        return ""
    try:
        periode = parse_hoeveelheid(str(signaal["periode"]))
    except QuantityError:
        return f"binnen {signaal['periode']}"
    if periode.getal == 1 and periode.eenheid in _VASTE_TELLING:
        return f"in één {periode.eenheid}"
    if periode.getal == 1:
        return f"binnen één {periode.eenheid}"
    return f"{'over' if signaal.get('signaal') == 'aanwezigheid' else 'binnen'} {periode}"
