"""De bladzijden van de auditsite over één norm, één element en één kader: wat er gevraagd wordt, en hoe de scholen ervoor staan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from beleidscheck.beleid.elementen import ELEMENTEN
from beleidscheck.bevinding import Niveau, Oordeel
from beleidscheck.document.audit_beeld import distribution_picture
from beleidscheck.document.audit_boek import NIET_TE_TOETSEN, count_words
from beleidscheck.document.audit_delen import (
    VOLGORDE,
    comparison_page,
    counts_table,
    hidden_note,
    one_row,
    school_lists,
    trend_blocks,
)
from beleidscheck.document.audit_start import TITEL
from beleidscheck.document.blokken import Alinea, Cel, Citaat, Code, Groep, Kop, Lijst, Link, Noot, Tabel, Tekst, cel, p, t
from beleidscheck.document.proza import safe_url
from beleidscheck.document.rapport_bewijs import with_code
from beleidscheck.document.rapport_woorden import ELEMENT_UITLEG, clip, ground_phrase, number_of_norms, sentence
from beleidscheck.document.taal import capitalise, date_nl
from beleidscheck.document.uitleg_boek import Pagina
from beleidscheck.document.uitleg_element import status_words
from beleidscheck.document.uitleg_kader import period_words
from beleidscheck.document.uitleg_norm import element_name, for_whom
from beleidscheck.document.uitleg_paden import START, Wijzer, element_page, kader_page, norm_page
from beleidscheck.document.vergelijking import compose_comparison
from beleidscheck.report import ElementStatus
from beleidscheck.vergelijk.model import compare_kaders

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from beleidscheck.document.audit_boek import Auditboek
    from beleidscheck.document.blokken import Blok, Inline
    from beleidscheck.kader import Kader, Norm

_ELEMENTEN: Final = ((TITEL, START), ("Elementen", f"{START}#verdeling"))
_KADERS: Final = ((TITEL, START), ("Kaders", f"{START}#kaders"))
#: Langer haalt niemand het aan; het hele beleid staat bij de school.
_LANGSTE_CITAAT: Final = 600
_GEEN_AANTAL: Final = (
    "Bij deze norm staan geen aantallen. Naast andere aantallen zou te zien zijn hoe een kleine groep scholen ervoor staat."
)


def audit_norm_page(kader: Kader, norm: Norm, boek: Auditboek) -> Pagina:
    """Return the page of one norm."""
    pad = norm_page(kader.ref, norm.id)
    wijzer = Wijzer(pad)
    bron = kader.origin(norm).bestand.bronnen[norm.bron]
    adres = safe_url(bron.url)
    titel: Inline = Link((Tekst(bron.titel),), adres) if adres else Tekst(bron.titel)
    blokken: list[Blok] = [
        Kop(2, t("Wat de norm vraagt"), "vraagt"),
        Alinea(with_code(sentence(norm.zegt)), "inleiding"),
        p("De bron is ", titel, f" ({bron.uitgever}, {date_nl(bron.datum)}), {norm.plek}."),
        Alinea(with_code(sentence(norm.uitleg))),
        Alinea(t("De vraag aan een lezer: ", *with_code(sentence(norm.vraag)))),
        Kop(2, t("Hoe de scholen ervoor staan"), "stand"),
        *_standing(kader, norm, boek, wijzer),
        Kop(2, t("Goede voorbeelden"), "voorbeelden"),
        *_examples(kader, norm, boek, wijzer),
    ]
    return Pagina(
        pad,
        norm.titel,
        tuple(blokken),
        kenmerken=(
            ("Norm", (Code(norm.id),)),
            ("Kader", (wijzer.link(kader_page(kader.ref), kader.ref),)),
            ("Hoe sterk", t(ground_phrase(norm.grond, norm.niveau))),
            ("Element", (wijzer.link(element_page(norm.element), element_name(norm.element)),)),
            ("Voor wie", t(for_whom(kader, norm))),
        ),
        kruimels=((TITEL, START), (kader.bestand.naam, kader_page(kader.ref)), (element_name(norm.element), element_page(norm.element))),
        zoekt=not boek.openbaar,
    )


def _standing(kader: Kader, norm: Norm, boek: Auditboek, wijzer: Wijzer) -> Iterator[Blok]:
    rij = boek.norm_row((kader.ref, norm.id))
    if rij is None:
        yield p(_GEEN_AANTAL)
        return
    yield one_row("Hoeveel scholen welk oordeel kregen", "Oordeel", rij)
    yield from hidden_note(boek)
    if not boek.openbaar:
        per = boek.schools_by((kader.ref, norm.id))
        yield from school_lists([(str(oordeel), per.get(oordeel, ())) for oordeel in VOLGORDE], wijzer)


def _examples(kader: Kader, norm: Norm, boek: Auditboek, wijzer: Wijzer) -> Iterator[Blok]:
    yield Noot("voorbeeld", "zo kan een school het opschrijven", (Alinea(with_code(sentence(norm.herstel.voorbeeld))),))
    eigen = boek.formuleringen.get((kader.ref, norm.id), ())
    if eigen:
        yield p("Zo schreven scholen die voldoen het zelf op:")
    for formulering in eigen:
        yield Citaat((p(clip(formulering.tekst, _LANGSTE_CITAAT)),))
        yield Alinea(t(wijzer.link(formulering.school.pad, formulering.school.titel), ", bij ", Code(formulering.veld)), "bron")


# ---- Eén element -----------------------------------------------------------------------------------------------------


def audit_element_page(nummer: int, boek: Auditboek) -> Pagina:
    """Return the page of one element; 0 is what stands outside the elements."""
    pad = element_page(nummer)
    wijzer = Wijzer(pad)
    titel = element_name(nummer)
    rij = boek.element_row(nummer)
    blokken: list[Blok] = [
        Kop(2, t("Hoe de scholen ervoor staan"), "stand"),
        distribution_picture(f"verdeling-{nummer}", f"{titel}: hoeveel scholen", [(titel, rij)], totaal=boek.aantal),
        Tabel(
            "Dezelfde verdeling als tabel, met wat een stand betekent",
            ("Stand", "Scholen", "Wat het betekent"),
            tuple((cel(vak, kop=True), cel(count_words(aantal)), cel(_UITLEG.get(vak, ""))) for vak, aantal in rij.items()),
        ),
        *hidden_note(boek),
        *trend_blocks(boek, nummer, titel),
        *_schools(nummer, boek, wijzer),
        *_norms(nummer, boek, wijzer),
    ]
    element = next((element for element in ELEMENTEN if element.nummer == nummer), None)
    return Pagina(
        pad,
        titel,
        tuple(blokken),
        kenmerken=(("Hoofdthema", t(element.hoofdthema)),) if element else (),
        kruimels=_ELEMENTEN,
        keuzes=(("Niveau", tuple(Niveau)),),
        zoekt=True,
    )


_UITLEG: Final = {
    **{str(stand): uitleg for stand, uitleg in ELEMENT_UITLEG.items()},
    NIET_TE_TOETSEN: "Het beleid is niet te lezen, of er is geen kader om aan te toetsen.",
    "anders": "Te beoordelen door een lezer, niet van toepassing of niet te toetsen.",
}


def _schools(nummer: int, boek: Auditboek, wijzer: Wijzer) -> Iterator[Blok]:
    if boek.openbaar:
        return
    yield Kop(2, t("Scholen, op naam"), "scholen")
    per = [
        (str(stand), [school for school in boek.scholen if school.kop.elementen and school.kop.elementen[nummer] is stand])
        for stand in ElementStatus
    ]
    yield from school_lists(per, wijzer)


def _norms(nummer: int, boek: Auditboek, wijzer: Wijzer) -> Iterator[Blok]:
    yield Kop(2, t("De normen van dit onderdeel"), "normen")
    gevonden = False
    for kader in boek.kaders:
        normen = [norm for norm in kader.normen if norm.element == nummer and (kader.ref, norm.id) in boek.kolommen]
        if normen:
            gevonden = True
            yield _norm_table(kader, normen, boek, wijzer, kader.bestand.naam)
    if not gevonden:
        yield p("De kaders van deze audit vragen hier niets over.")


def _norm_table(kader: Kader, normen: Sequence[Norm], boek: Auditboek, wijzer: Wijzer, bijschrift: str) -> Groep:
    rijen: list[tuple[Cel, ...]] = []
    for norm in normen:
        rij = boek.norm_row((kader.ref, norm.id)) or {}
        getallen = (cel(count_words(rij.get(str(oordeel)))) for oordeel in (Oordeel.VOLDOET, Oordeel.VOLDOET_NIET))
        rijen.append((Cel((p(wijzer.norm(kader.ref, norm.id, norm.titel)),), kop=True), cel(norm.niveau), *getallen))
    return Groep((Tabel(bijschrift, ("Norm", "Niveau", "Voldoet", "Voldoet niet"), tuple(rijen)),), soort="zoek")


# ---- Eén kader -------------------------------------------------------------------------------------------------------


def audit_kader_page(kader: Kader, boek: Auditboek, paren: Sequence[tuple[Kader, Kader]]) -> Pagina:
    """Return the page of one kader; `paren` are the kaders that are compared."""
    pad = kader_page(kader.ref)
    wijzer = Wijzer(pad)
    normen = [norm for norm in kader.normen if (kader.ref, norm.id) in boek.kolommen]
    eigen = [(oud, nieuw) for oud, nieuw in paren if kader.ref in {oud.ref, nieuw.ref}]
    blokken: list[Blok] = [
        Kop(2, t("Wat dit kader is"), "wat"),
        Alinea(with_code(sentence(kader.bestand.toelichting)), "inleiding"),
        *((Alinea(with_code(sentence(kader.bestand.opmerking))),) if kader.bestand.opmerking else ()),
        p(f"{capitalise(status_words(kader))}. Het is geldig {period_words(kader)}."),
        *(p(wijzer.link(comparison_page(oud.ref, nieuw.ref), f"Wat er verandert van {oud.ref} naar {nieuw.ref}"), ".") for oud, nieuw in eigen),
        Kop(2, t("Welke scholen eraan getoetst zijn"), "scholen"),
        *_tested(kader, boek, wijzer),
        Kop(2, t("De normen"), "normen"),
    ]
    for nummer in range(len(ELEMENTEN) + 1):
        deel = [norm for norm in normen if norm.element == nummer]
        if deel:
            blokken += [Kop(3, t(wijzer.link(element_page(nummer), element_name(nummer))), f"element-{nummer}")]
            blokken.append(_norm_table(kader, deel, boek, wijzer, element_name(nummer)))
    blokken += [*hidden_note(boek), Kop(2, t("De bronnen"), "bronnen"), *_sources(kader)]
    return Pagina(
        pad,
        kader.bestand.naam,
        tuple(blokken),
        kenmerken=(("Kader", (Code(kader.ref),)), ("Status", t(kader.bestand.status)), ("Normen", t(number_of_norms(len(kader.normen))))),
        kruimels=_KADERS,
        keuzes=(("Niveau", tuple(Niveau)),),
        zoekt=True,
    )


def _tested(kader: Kader, boek: Auditboek, wijzer: Wijzer) -> Iterator[Blok]:
    yield counts_table("Scholen", "Kader", [(cel(kader.ref, kop=True), boek.kader_row(kader.ref))])
    yield from hidden_note(boek)
    if not boek.openbaar:
        yield from school_lists([("Getoetst", [school for school in boek.scholen if kader.ref in school.kop.kaders])], wijzer)


def _sources(kader: Kader) -> Iterator[Blok]:
    items = []
    for bron in kader.bestand.bronnen.values():
        adres = safe_url(bron.url)
        titel: Inline = Link((Tekst(bron.titel),), adres) if adres else Tekst(bron.titel)
        items.append((p(titel, f" ({bron.uitgever}, {date_nl(bron.datum)}). {sentence(bron.toelichting)}".rstrip()),))
    yield Lijst(tuple(items))


def audit_comparison_page(oud: Kader, nieuw: Kader) -> Pagina:
    """Return what differs between two kaders, as a page of the site."""
    document = compose_comparison(compare_kaders(oud, nieuw))
    return Pagina(
        comparison_page(oud.ref, nieuw.ref),
        document.titel,
        document.blokken,
        ondertitel=document.ondertitel,
        kenmerken=tuple((naam, t(waarde)) for naam, waarde in document.kenmerken),
        kruimels=_KADERS,
    )
