"""Afwezigheid melden en verlof aanvragen, op een kaart: wie, bij wie, hoe en wanneer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from beleidscheck.document.beleid_delen import is_yes, yes_no
from beleidscheck.document.beleid_melden import decides, report_moment, request
from beleidscheck.document.blokken import Alinea, Nadruk, t
from beleidscheck.document.kaart_delen import bulleted, elsewhere, lead, own_line
from beleidscheck.document.taal import capitalise, continued, enumerate_nl, sentence, time_nl

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beleidscheck.document.beleid_delen import Feiten
    from beleidscheck.document.blokken import Blok
    from beleidscheck.document.kaart_delen import Lezer, Stof

#: Wat er bij terugkomst moet, tegen een ouder en tegen een leerling.
_BETER: Final = {
    "niet_nodig": ("Beter melden is niet nodig.", "Beter melden is niet nodig."),
    "melden": ("Meld het ook als {kind} weer beter is.", "Meld het ook als je weer beter bent."),
    "bij_terugkomst": ("Bij terugkomst meldt {kind} zich weer aanwezig.", "Meld je als je terug bent."),
    "formulier": ("Bij terugkomst levert {kind} een formulier in.", "Lever een formulier in als je terug bent."),
    "ondertekend_formulier": (
        "Bij terugkomst levert {kind} een ondertekend formulier in.",
        "Lever een ondertekend formulier in als je terug bent.",
    ),
}


def report_absence(stof: Stof, lezer: Lezer) -> Iterator[Blok]:
    """Yield how absence is reported: who, to whom, how, when."""
    melden = stof.part("melden_en_verlof", "melden")
    yield from elsewhere(stof.block("melden_en_verlof"))
    yield from bulleted(_report(melden, lezer))


def _report(melden: Feiten, lezer: Lezer) -> Iterator[Alinea]:
    yield from lead("Wie meldt", *_who(melden, lezer))
    if "bij" in melden:
        yield from lead("Bij wie", capitalise(f"{lezer.the_role(str(melden['bij']))}."))
    yield from own_line("Hoe", melden, "hoe")
    for kanaal in melden.get("kanalen", ()):
        yield from lead(capitalise(lezer.word(str(kanaal.get("kanaal", "anders")), "kanaal")), *_channel(kanaal))
    yield from lead("Wanneer", *report_moment(melden))
    yield from lead(
        "Elke dag opnieuw",
        yes_no(
            melden,
            "dagelijks_herhalen",
            "Ja, meld elke dag dat de afwezigheid duurt.",
            "Nee, één melding is genoeg zolang de afwezigheid duurt.",
        ),
        yes_no(
            melden,
            "opnieuw_na_weekend",
            "Duurt het na een weekend nog voort, meld het dan opnieuw.",
            "Na een weekend hoeft het niet opnieuw.",
        ),
    )
    beter = _BETER.get(str(melden.get("betermelden", "")), ("", ""))[lezer.vorm == "je"]
    yield from lead("Weer beter", beter.format(kind=lezer.kind))
    yield from lead(
        "Over de ziekte",
        yes_no(
            melden,
            "aard_ziekte_gevraagd",
            f"De school vraagt naar de ziekte; {'u hoeft' if lezer.vorm == 'u' else 'je hoeft'} daar geen antwoord op te geven.",
            f"De school vraagt niet welke ziekte {f'{lezer.kind} heeft' if lezer.vorm == 'u' else 'je hebt'}.",
        ),
    )
    if melden.get("ook_melden_bij"):
        yield from lead("Laat het ook weten aan", f"{lezer.the_roles(melden['ook_melden_bij'])}.")


def _who(melden: Feiten, lezer: Lezer) -> Iterator[str]:
    """Yield who reports, as the reader hears it."""
    door = [str(rol) for rol in melden.get("door", ())]
    vanaf_18 = "van 18 jaar of ouder"
    if lezer.vorm == "u":
        wie = [lezer.the_role(rol) for rol in door if rol != "leerling_18plus"]
        if wie:
            yield sentence(f"{enumerate_nl(wie, 'of')} meldt de afwezigheid")
        if "leerling_18plus" in door:
            yield f"Een {lezer.leerling} {vanaf_18} meldt het zelf."
        return
    if "leerling" in door:
        yield "Je meldt zelf dat je er niet bent."
    if "ouder" in door:
        yield f"Je ouders {'kunnen dat ook doen' if 'leerling' in door else 'melden dat je er niet bent'}."
    if "leerling_18plus" in door:
        yield "Ben je 18 jaar of ouder? Dan meld je het zelf."
    if anderen := [lezer.the_role(rol) for rol in door if rol not in {"leerling", "ouder", "leerling_18plus"}]:
        yield sentence(f"ook {enumerate_nl(anderen, 'of')} kan het melden")


def _channel(kanaal: Feiten) -> Iterator[str]:
    van, tot = (time_nl(str(kanaal[sleutel])) if sleutel in kanaal else "" for sleutel in ("van", "tot"))
    tijden = " ".join(deel for deel in (f"vanaf {van}" if van else "", f"tot {tot}" if tot else "") if deel)
    adres = continued(str(kanaal.get("adres", "")))
    yield sentence(", ".join(deel for deel in (adres, tijden) if deel))
    if is_yes(kanaal.get("voorkeur")):
        yield "Dit heeft onze voorkeur."
    yield sentence(str(kanaal.get("toelichting", "")))


def leave(stof: Stof, lezer: Lezer) -> Iterator[Blok]:
    """Yield per kind of leave how to ask for it and who decides."""
    if not stof.part("melden_en_verlof", "melden"):  # anders staat de verwijzing al bij het melden
        yield from elsewhere(stof.block("melden_en_verlof"))
    yield from bulleted(_leave(soort, lezer) for soort in stof.block("melden_en_verlof").get("verlof", ()))


def _leave(verlof: Feiten, lezer: Lezer) -> Alinea:
    soort = lezer.word(str(verlof.get("soort", "verlof")), "verlofsoort")
    titel = continued(str(verlof.get("omschrijving", ""))) or soort
    redenen = enumerate_nl(lezer.word(str(reden), "verlofreden") for reden in verlof.get("redenen", ()))
    aanvraag = [deel for blok in request(verlof, lezer) if isinstance(blok, Alinea) for deel in (*t(" "), *blok.inhoud)]
    besluit = " ".join(decides(verlof, lezer))
    bewijs = f"Nodig: {continued(str(verlof['bewijs']))}." if "bewijs" in verlof else ""
    return Alinea(
        (
            Nadruk(t(capitalise(titel))),
            *t(f" ({redenen})." if redenen else "."),
            *aanvraag,
            *t("".join(f" {deel}" for deel in (bewijs, f"Wie beslist? {besluit}" if besluit else "") if deel)),
        )
    )
