"""De kaarten voor lezers: de informatiekaart voor ouders, de leerlingkaart en de paragraaf voor de schoolgids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beleidscheck.document.beleid_delen import definitions, paragraph, prose_of, said
from beleidscheck.document.kaart_delen import Vak
from beleidscheck.document.kaart_hulp import contacts, from_eighteen, help_offered, seen_by, source_line
from beleidscheck.document.kaart_melden import leave, report_absence
from beleidscheck.document.kaart_trap import not_reported, what_happens
from beleidscheck.document.taal import quantity_nl

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beleidscheck.document.kaart_delen import Stof

_MELDEN = "hoe afwezigheid wordt gemeld (`melden_en_verlof.melden`)"
_STAPPEN = "wat er gebeurt bij te laat komen, ziekte of afwezigheid zonder geldige reden (`stappen_bij_afwezigheid`)"
_CONTACT = "bij wie iemand terechtkan (`contacten`)"
_HULP = "welke hulp er is (`samenwerking.partners`, `rollen_stimuleren.maatregelen` of `langdurig_afwezig.voorzieningen`)"
_ACHTTIEN = "wat anders is vanaf 18 jaar (`doelgroep_18plus`)"


def information_card(stof: Stof) -> Iterator[Vak]:
    """Yield the card for parents: how to report, what happens when, who to ask, what help there is."""
    u = stof.reader("u")
    yield Vak("melden", "Zo meldt u afwezigheid", tuple(report_absence(stof, u)), _MELDEN)
    niets = (*paragraph(not_reported(stof, u)), *paragraph(seen_by(stof, u)))
    yield Vak("niet-gemeld", "Niets gehoord?", niets, "wat de school doet als niemand heeft gemeld (`check_en_nabellen`)")
    yield Vak("verlof", "Zo vraagt u vrij", tuple(leave(stof, u)), "hoe verlof wordt aangevraagd (`melden_en_verlof.verlof`)")
    yield Vak("wat-gebeurt-er", "Wat gebeurt er wanneer?", tuple(what_happens(stof, u)), _STAPPEN)
    if stof.adults:
        yield Vak("achttien-plus", "Vanaf 18 jaar", tuple(from_eighteen(stof, u)), _ACHTTIEN)
    yield Vak("vragen", "Bij wie kunt u terecht?", tuple(contacts(stof, u)), _CONTACT)
    yield Vak("hulp", "Welke hulp is er?", tuple(help_offered(stof, u)), _HULP)
    yield Vak("meer-weten", "Meer weten?", tuple(source_line(stof)))


def pupil_card(stof: Stof) -> Iterator[Vak]:
    """Yield the card for pupils, in plain words and addressed to the pupil."""
    je = stof.reader("je")
    melden = (*report_absence(stof, je), *paragraph(not_reported(stof, je)))
    yield Vak("melden", "Kun je niet komen?", melden, _MELDEN)
    ziek = prose_of(stof.part("melden_en_verlof", "melden"), "ziek_tijdens_de_dag", onder=3)
    yield Vak(
        "ziek-op-school",
        "Word je ziek op school?",
        ziek,
        "wat er gebeurt als een leerling op school ziek wordt (`melden.ziek_tijdens_de_dag`)",
    )
    yield Vak("wat-gebeurt-er", "Wat gebeurt er als je er niet bent?", tuple(what_happens(stof, je)), _STAPPEN)
    if stof.adults:
        yield Vak("achttien-plus", "Ben je 18 jaar of ouder?", tuple(from_eighteen(stof, je)), _ACHTTIEN)
    yield Vak("vragen", "Bij wie kun je terecht?", tuple(contacts(stof, je)), _CONTACT)
    yield Vak("hulp", "Wie kan je helpen?", tuple(help_offered(stof, je)), _HULP)
    yield Vak("meer-weten", "Meer weten?", (*paragraph(seen_by(stof, je)), *source_line(stof)))


def guide_section(stof: Stof) -> Iterator[Vak]:
    """Yield the section on absence for the school guide."""
    u = stof.reader("u")
    yield Vak(
        "visie",
        "Waarom wij op aanwezigheid letten",
        prose_of(stof.block("visie_en_doel"), "visie", onder=2),
        "de visie van de school (`visie_en_doel.visie`)",
    )
    yield Vak("melden", "Afwezigheid melden", tuple(report_absence(stof, u)), _MELDEN)
    anders = tuple(
        definitions(
            ("Ziek tijdens de schooldag", prose_of(stof.part("melden_en_verlof", "melden"), "ziek_tijdens_de_dag", onder=3)),
            ("In toetsweken", prose_of(stof.part("melden_en_verlof", "melden"), "toetsweken", onder=3)),
            said("Niet gemeld", not_reported(stof, u)),
        )
    )
    yield Vak(
        "bijzonder",
        "Als het anders loopt",
        anders,
        "wat er gebeurt bij ziekte op school en zonder melding (`melden_en_verlof`, `check_en_nabellen`)",
    )
    yield Vak("verlof", "Verlof aanvragen", tuple(leave(stof, u)), "hoe verlof wordt aangevraagd (`melden_en_verlof.verlof`)")
    yield Vak("wat-gebeurt-er", "Wat er gebeurt bij afwezigheid", tuple(what_happens(stof, u)), _STAPPEN)
    if stof.adults:
        yield Vak(
            "achttien-plus",
            f"{stof.namen.leerlingen.capitalize()} van 18 jaar en ouder",
            tuple(from_eighteen(stof, u)),
            _ACHTTIEN,
        )
    yield Vak("hulp", "Hulp", tuple(help_offered(stof, u)), _HULP)
    gegevens = stof.block("gegevensbescherming")
    bewaard = (
        f"De school bewaart gegevens over afwezigheid {quantity_nl(str(gegevens['bewaartermijn']))}."
        if "bewaartermijn" in gegevens
        else ""
    )
    privacy = (*paragraph(bewaard, seen_by(stof, u)), *prose_of(gegevens, "klachtroute", onder=2))
    yield Vak(
        "gegevens",
        "Gegevens",
        privacy,
        "hoe lang gegevens worden bewaard en waar een klacht over privacy heen kan (`gegevensbescherming`)",
    )
    yield Vak("contact", "Contact", tuple(contacts(stof, u)), _CONTACT)
    yield Vak("meer-weten", "Het hele beleid", tuple(source_line(stof)))
