"""De bladzijde van één norm: wat hij zegt, waar dat staat, hoe hij getoetst wordt, en wat de machine bij voorbeelden zegt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from beleidscheck.beleid.elementen import ELEMENTEN
from beleidscheck.bevinding import Gewicht, Grond
from beleidscheck.check.normen import norm_info, weigh
from beleidscheck.controle.voorbeelden import COMPLEET, VOORBEELDDAG
from beleidscheck.document.blokken import Alinea, Code, Codeblok, Definities, Kop, Lijst, Link, Noot, Tekst, Uitklap, p, t
from beleidscheck.document.namen import Namen
from beleidscheck.document.proza import safe_url
from beleidscheck.document.rapport_bewijs import with_code
from beleidscheck.document.rapport_woorden import ground_words, number_of_norms, sentence
from beleidscheck.document.taal import date_nl, enumerate_nl
from beleidscheck.document.uitleg_boek import (
    BUITEN,
    DOOR_LEZER,
    DOOR_MACHINE,
    NIET_TE_CODEREN,
    SAMEN,
    Pagina,
    how_tested,
    kind_of,
    parts,
)
from beleidscheck.document.uitleg_paden import START, Wijzer, element_page, kader_page, kind_page, norm_page
from beleidscheck.document.uitleg_toets import Verteller
from beleidscheck.document.uitleg_voorbeeld import case_blocks, case_titles, norm_cases
from beleidscheck.source import write_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from beleidscheck.bevinding import NormInfo
    from beleidscheck.controle import Voorbeeldenboek
    from beleidscheck.document.blokken import Blok, Inline, Regel
    from beleidscheck.document.uitleg_boek import Boek, Regelnorm
    from beleidscheck.kader import Kader, Lezing, Norm

ELEMENT: Final = {0: BUITEN, **{element.nummer: element.titel for element in ELEMENTEN}}
_GEWICHT: Final = {
    Gewicht.TEKORT: "Voldoet een beleid niet, dan is dat een tekort.",
    Gewicht.AANDACHTSPUNT: "Voldoet een beleid niet, dan is dat een aandachtspunt en geen tekort.",
    Gewicht.TIP: "Doet een school dit niet, dan is dat hooguit een tip.",
}
_HOE: Final = {
    DOOR_MACHINE: "De machine gaat dit helemaal zelf na.",
    SAMEN: "De machine gaat een deel zelf na; over de rest oordeelt een lezer.",
    DOOR_LEZER: "De machine gaat na of er iets staat; of het klopt, oordeelt een lezer.",
    NIET_TE_CODEREN: "Dit kan alleen een lezer beoordelen.",
}
_GROND: Final = {
    Grond.WET: "Dit staat in de wet.",
    Grond.WETSVOORSTEL: "Dit staat in een wetsvoorstel; het is nog geen wet.",
    Grond.MODEL: "Dit komt uit een model. Het is geen wettelijke plicht.",
    Grond.AFSPRAAK: "Dit is een afspraak in de regio. Het is op zichzelf geen wettelijke plicht.",
    Grond.VELD: "Dit is wat scholen en partners goed gebruik vinden. Het is geen plicht.",
    Grond.ADVIES: "Dit is een advies. Het is geen plicht.",
}


_OVER_COMPLEET: Final = (
    p("«Het complete voorbeeld» is het beleid van een verzonnen school dat bij beleidscheck hoort (", Code(COMPLEET), ")."),
)


def element_name(nummer: int) -> str:
    """Return the name of an element with its number, or what stands outside the elements."""
    return f"Element {nummer}: {ELEMENT[nummer]}" if nummer else ELEMENT[0]


def norm_page_of(regel: Regelnorm, boek: Boek, voorbeelden: Voorbeeldenboek) -> Pagina:
    """Return the page of one norm; `voorbeelden` are those of its kader."""
    kader, norm = regel.kader, regel.norm
    pad = norm_page(kader.ref, norm.id)
    wijzer = Wijzer(pad)
    gevallen = norm_cases(voorbeelden, norm)
    info = norm_info(kader, norm, VOORBEELDDAG)
    blokken: list[Blok] = [
        Kop(2, t("Wat de norm vraagt"), "vraagt"),
        Alinea(with_code(sentence(norm.zegt)), "inleiding"),
        *_weight(info, norm, kader, wijzer, boek),
        Kop(2, t("Waarom dit ertoe doet"), "waarom"),
        Alinea(with_code(sentence(norm.uitleg))),
        Kop(2, t("Zo regelt u het"), "regelen"),
        *_remedy(norm, kader),
        Kop(2, t("Zo wordt het getoetst"), "toets"),
        *_test(norm, kader, wijzer),
        Kop(2, t("Voorbeelden"), "voorbeelden"),
        p("Dit zijn de tests van deze norm. Onder elk voorbeeld staat wat beleidscheck er zelf van zegt."),
        *(_OVER_COMPLEET if any(geval.compleet for geval in gevallen) else ()),
        *(case_blocks(geval, titel) for geval, titel in zip(gevallen, case_titles(gevallen), strict=True)),
        *(_reading(norm.lezing, Verteller(wijzer, kader.uitbreiding)) if norm.lezing else ()),
        *_related(regel, boek, wijzer),
    ]
    return Pagina(
        pad,
        norm.titel,
        tuple(blokken),
        kenmerken=tuple(_facts(regel, info, wijzer)),
        kruimels=(("Uitleg", START), (kader.bestand.naam, kader_page(kader.ref)), (element_name(norm.element), element_page(norm.element))),
    )


def _facts(regel: Regelnorm, info: NormInfo, wijzer: Wijzer) -> Iterator[tuple[str, Regel]]:
    kader, norm = regel.kader, regel.norm
    yield "Norm", (Code(norm.id),)
    yield "Kader", (wijzer.link(kader_page(kader.ref), kader.ref),)
    yield "Hoe sterk", t(ground_words(info))
    yield "Element", (wijzer.link(element_page(norm.element), element_name(norm.element)),)
    yield "Voor wie", t(for_whom(kader, norm))
    yield "Aan zet", t(Namen({}, kader.uitbreiding).role(norm.aan_zet))


def for_whom(kader: Kader, norm: Norm) -> str:
    """Return which schools and pupils a norm is about, in words."""
    scholen = f"scholen voor {enumerate_nl(norm.geldt_voor.sectoren)}" if norm.geldt_voor.sectoren else "alle scholen"
    namen = Namen({}, kader.uitbreiding)
    regio = f" in de regio {namen.word(kader.bestand.regio, 'regio')}" if kader.bestand.regio else ""
    leeftijd = {"onder_18": ", voor leerlingen jonger dan 18 jaar", "vanaf_18": ", voor leerlingen van 18 jaar of ouder"}
    return f"{scholen}{regio}{leeftijd.get(norm.geldt_voor.leeftijd, '')}"


def _weight(info: NormInfo, norm: Norm, kader: Kader, wijzer: Wijzer, boek: Boek) -> Iterator[Blok]:
    bron = kader.origin(norm).bestand.bronnen[norm.bron]
    adres = safe_url(bron.url)
    titel: Inline = Link((Tekst(bron.titel),), adres) if adres else Tekst(bron.titel)
    yield p("De bron is ", titel, f" ({bron.uitgever}, {date_nl(bron.datum)}), {info.plek}.")
    yield p(f"{_GROND[info.grond]} {_GEWICHT[weigh(info, kader, VOORBEELDDAG)]}")
    if info.overgenomen_uit:
        yield p("Dit kader neemt deze norm over uit ", Code(info.overgenomen_uit), ".")
    if norm.komt_uit:
        yield from _instead(norm, kader, wijzer, boek)


def _instead(norm: Norm, kader: Kader, wijzer: Wijzer, boek: Boek) -> Iterator[Blok]:
    """Yield which norms of the predecessor this one takes the place of."""
    ouder = kader.origin(norm).bestand.opvolger_van or ""
    bekend = {regel.norm.id: regel for regel in boek.regels if regel.ref == ouder}
    items = tuple(
        (p(wijzer.norm(ouder, oud, bekend[oud].norm.titel) if oud in bekend else Code(oud)),) for oud in norm.komt_uit
    )
    yield p("Komt in de plaats van ", *((Code(ouder), ", ") if ouder else ()), "de norm:" if len(items) == 1 else "de normen:")
    yield Lijst(items)


def _remedy(norm: Norm, kader: Kader) -> Iterator[Blok]:
    wie = Namen({}, kader.uitbreiding).the_role(norm.aan_zet)
    yield p(f"Aan zet is {wie}.")
    yield Noot("voorbeeld", "zo kunt u het opschrijven", (Alinea(with_code(sentence(norm.herstel.voorbeeld))),))
    if norm.herstel.snippet:
        yield p("In het beleidsbestand ziet dat er zo uit. Maak er de eigen woorden en afspraken van uw school van.")
        yield Codeblok(norm.herstel.snippet.rstrip("\n"))


def _test(norm: Norm, kader: Kader, wijzer: Wijzer) -> Iterator[Blok]:
    yield p(_HOE[how_tested(norm)])
    yield from Verteller(wijzer, kader.uitbreiding).tell(norm.toetsen)
    if norm.niet_gecodeerd:
        yield Noot("te_beoordelen", "waarom een machine dit niet kan", (Alinea(with_code(sentence(norm.niet_gecodeerd))),))
    yield Alinea(t("De vraag aan een lezer: ", *with_code(sentence(norm.vraag))))
    soorten = dict.fromkeys(kind_of(deel) for deel in parts(norm.toetsen))
    verwijzingen = [deel for soort in soorten for deel in (Tekst(", "), wijzer.code(kind_page(soort), soort))][1:]
    toetsen = [toets.model_dump(mode="json", exclude_unset=True) for toets in norm.toetsen]
    yield Uitklap(
        t("De toets zoals hij in het kader staat"),
        (
            p(f"Soort{'en' if len(soorten) > 1 else ''}: ", *verwijzingen, "."),
            Codeblok(write_yaml({"toetsen": toetsen}, ja_nee=False).rstrip("\n")),
        ),
    )


def _reading(lezing: Lezing, verteller: Verteller) -> Iterator[Blok]:
    yield Kop(2, t("De bronnen zeggen hier niet hetzelfde"), "lezing")
    yield Alinea(with_code(sentence(lezing.notitie)))
    paren: list[tuple[Regel, tuple[Blok, ...]]] = [
        (t("Wat getoetst wordt"), (Alinea(with_code(sentence(lezing.waarde))),)),
        (t("De strengste lezing"), (Alinea(with_code(sentence(lezing.strengste_lezing))),)),
    ]
    if lezing.alternatieven:
        andere = Lijst(tuple((Alinea(t(*with_code(f"{alt.zegt.rstrip('.')} ({alt.plek})"))),) for alt in lezing.alternatieven))
        paren.append((t("Andere lezingen"), (andere,)))
    yield Definities(tuple(paren))
    if lezing.strengste:
        yield p("Wie haalt wat getoetst wordt, maar niet de strengste lezing, krijgt een aandachtspunt met deze uitleg. De strengste lezing vraagt:")
        yield from verteller.tell(lezing.strengste)
    if lezing.ruimste:
        yield p("Wie minstens de ruimste lezing haalt, krijgt geen tekort maar een aandachtspunt met deze uitleg. De ruimste lezing vraagt:")
        yield from verteller.tell(lezing.ruimste)


def _related(regel: Regelnorm, boek: Boek, wijzer: Wijzer) -> Iterator[Blok]:
    andere = [ander for ander in boek.per_cluster[regel.norm.cluster] if ander != regel]
    yield Kop(2, t("Verwante normen"), "verwant")
    eigen = [ander for ander in andere if ander.ref == regel.ref]
    elders = [ander for ander in andere if ander.ref != regel.ref]
    if eigen:
        yield p("In dit kader gaan over hetzelfde feit:")
        yield norm_list(eigen, wijzer, eigen=regel.ref)
    if elders:
        yield p("In andere kaders gaan over hetzelfde feit:")
        yield norm_list(elders, wijzer)
    if not andere:
        yield p("Geen andere norm gaat over precies dit feit.")
    alle = len(boek.per_element[regel.norm.element])
    yield p(f"Bij dit onderdeel horen {number_of_norms(alle)}: " if alle > 1 else "Het onderdeel: ",
            wijzer.link(element_page(regel.norm.element), element_name(regel.norm.element)), ".")


def norm_list(regels: Iterable[Regelnorm], wijzer: Wijzer, *, eigen: str = "", zegt: bool = False) -> Lijst:
    """Return norms as a list of links with their strength; the kader is named where it is not `eigen`, `zegt` adds what each says."""
    return Lijst(tuple(_norm_item(regel, wijzer, eigen, zegt=zegt) for regel in regels))


def _norm_item(regel: Regelnorm, wijzer: Wijzer, eigen: str, *, zegt: bool) -> tuple[Blok, ...]:
    """Return a norm as an item of a list: its title as a link, its kader and its niveau, and what it says."""
    norm = regel.norm
    waar = "" if regel.ref == eigen else f" · {regel.ref}"
    kop = p(wijzer.norm(regel.ref, norm.id, norm.titel), f"{waar} · {norm.niveau}")
    return (kop, Alinea(t(*with_code(sentence(norm.zegt)), " ", Code(norm.id)), "klein")) if zegt else (kop,)
