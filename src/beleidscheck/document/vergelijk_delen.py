"""Bouwstenen voor documenten over twee kaders: wat een norm was en wordt, en de woorden voor wat er gebeurt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from beleidscheck import __version__
from beleidscheck.document.blokken import Alinea, Cel, Code, Groep, Kop, Lijst, Link, Noot, Tabel, p, t
from beleidscheck.document.rapport_bewijs import with_code
from beleidscheck.document.rapport_woorden import ground_phrase, list_words, number_of, number_of_norms, sentence, short_hash
from beleidscheck.document.uitleg_paden import Wijzer
from beleidscheck.document.uitleg_toets import Verteller
from beleidscheck.eisen import Richting
from beleidscheck.kader import combine
from beleidscheck.vergelijk.normen import Soort
from beleidscheck.vergelijk.verhaal import pupil_stories

if TYPE_CHECKING:
    from collections.abc import Iterable

    from beleidscheck.document.blokken import Blok, Regel
    from beleidscheck.kader import Kader, Norm
    from beleidscheck.vergelijk.model import Vergelijking
    from beleidscheck.vergelijk.normen import Normverschil

#: Per soort de kop boven de normen, en wat zij betekent.
KOPPEN: Final[dict[Soort, tuple[str, str]]] = {
    Soort.NIEUW: ("Nieuwe normen", "Deze normen stonden niet in het oude kader."),
    Soort.STRENGER: ("Strengere normen", "Wie aan de nieuwe norm voldoet, voldoet zeker ook aan de oude. Andersom niet."),
    Soort.ANDERS: (
        "Normen die anders worden",
        "De nieuwe norm vraagt iets anders, of een deel meer en een deel minder. Wie aan de oude voldoet, voldoet niet vanzelf.",
    ),
    Soort.SOEPELER: ("Soepelere normen", "Wie aan de oude norm voldoet, voldoet zeker ook aan de nieuwe."),
    Soort.VERVALLEN: ("Normen die vervallen", "Het nieuwe kader vraagt dit niet meer."),
    Soort.VERPLAATST: ("Normen die alleen verhuizen", "De norm vraagt hetzelfde en staat op een andere plek of heet anders."),
    Soort.TEKST: ("Normen met alleen een andere tekst", "De woorden of de uitleg zijn anders; de toets vraagt hetzelfde."),
    Soort.ZWIJGT: ("Waarover het nieuwe kader niets zegt", "Deze normen blijven zoals zij waren."),
    Soort.GELIJK: ("Normen die gelijk blijven", "Hieraan verandert niets."),
}
_WOORDEN: Final[dict[Soort, tuple[str, str]]] = {
    Soort.NIEUW: ("is nieuw", "zijn nieuw"),
    Soort.STRENGER: ("wordt strenger", "worden strenger"),
    Soort.ANDERS: ("wordt anders", "worden anders"),
    Soort.SOEPELER: ("wordt soepeler", "worden soepeler"),
    Soort.VERVALLEN: ("vervalt", "vervallen"),
    Soort.VERPLAATST: ("verhuist", "verhuizen"),
    Soort.TEKST: ("krijgt alleen een andere tekst", "krijgen alleen een andere tekst"),
    Soort.GELIJK: ("blijft gelijk", "blijven gelijk"),
}
_STATUS: Final = {
    "geldend": "geldt",
    "model": "model, nog geen wet",
    "concept": "concept",
    "wetsvoorstel": "wetsvoorstel, nog geen wet",
    "verlopen": "verlopen",
}
_WEEGT: Final = {Richting.STRENGER: "weegt zwaarder", Richting.SOEPELER: "weegt minder zwaar", Richting.ANDERS: "weegt anders"}


def kind_words(verschil: Normverschil) -> str:
    """Return what happens to a norm in a few words: "strenger, maar weegt minder zwaar"."""
    weegt = _WEEGT.get(verschil.weegt, "")
    if not weegt or verschil.soort in {Soort.NIEUW, Soort.VERVALLEN, Soort.ZWIJGT}:
        return str(verschil.soort)
    if verschil.soort.value == verschil.weegt.value:
        return f"{verschil.soort}: {weegt}" if only_weight(verschil) else f"{verschil.soort}, en {weegt}"
    return f"{verschil.soort}, {'en' if verschil.soort is Soort.ANDERS else 'maar'} {weegt}"


def only_weight(verschil: Normverschil) -> bool:
    """Return whether a norm asks the same and only weighs differently."""
    return all(deel.richting is Richting.GELIJK or deel.deel.value in {"niveau", "grond", "lezing"} for deel in verschil.onderdelen)


def counts_sentence(vergelijking: Vergelijking) -> str:
    """Return what happens to how many norms, in sentences that add up."""
    telling = vergelijking.telling
    nieuw = len(vergelijking.nieuw.normen)
    delen = [
        f"{telling[soort]} {_WOORDEN[soort][telling[soort] != 1]}"
        for soort in Soort
        if telling[soort] and soort not in {Soort.VERVALLEN, Soort.ZWIJGT}
    ]
    zinnen = [f"Het nieuwe kader heeft {number_of_norms(nieuw)}: {list_words(delen)}."]
    oud = len(vergelijking.oud.normen)
    if telling[Soort.VERVALLEN]:
        vervalt = telling[Soort.VERVALLEN]
        zinnen.append(f"Van de {number_of_norms(oud)} van het oude kader {'vervalt' if vervalt == 1 else 'vervallen'} er {vervalt}.")
    if telling[Soort.ZWIJGT]:
        zinnen.append(
            f"Over {telling[Soort.ZWIJGT]} van de {number_of_norms(oud)} van het oude kader zegt het nieuwe niets; die blijven."
        )
    return " ".join(zinnen)


def standing_notes(vergelijking: Vergelijking) -> tuple[Blok, ...]:
    """Return what a reader must know before anything else: a concept, the wrong way round, no versions of one kader."""
    noten: list[Blok] = []
    nieuw = vergelijking.nieuw.bestand
    if vergelijking.achteruit:
        noten.append(Noot("let_op", "van nieuw naar oud", (p("De eerste van de twee is de opvolger van de tweede. Draai ze om voor wat er nieuw is."),)))
    elif not vergelijking.verwant:
        zin = (
            "Dit zijn geen twee versies van hetzelfde kader. Alleen normen met dezelfde toetsen horen hier bij elkaar; of één beleid"
            " aan beide kan voldoen, zoekt "
        )
        noten.append(Noot("let_op", "twee verschillende kaders", (p(zin, Code("beleidscheck kader samen"), " uit."),)))
    if vergelijking.hooguit_aandachtspunt:
        wat = "concept" if nieuw.status == "concept" else "wetsvoorstel"
        zin = f"Het nieuwe kader is een {wat}. Niets ervan is al vastgesteld, en een punt weegt daarom hooguit als aandachtspunt."
        noten.append(Noot("let_op", f"nog een {wat}", tuple(map(p, filter(None, (zin, nieuw.opmerking))))))
    elif nieuw.opmerking:
        noten.append(Noot("info", "over het nieuwe kader", (p(nieuw.opmerking),)))
    if vergelijking.zwijgt:
        zin = (
            f"{kader_name(vergelijking.nieuw, vergelijking.kaders)} is geen volledige opvolger: het noemt op hoofdlijnen wat er verandert."
            f" Waarover het zwijgt, dat vervalt niet; daarvoor blijft {kader_name(vergelijking.oud, vergelijking.kaders)} gelden tot er een"
            " volledige opvolger is."
        )
        noten.append(Noot("info", "waarover het nieuwe kader zwijgt", (p(zin),)))
    return tuple(noten)


def own_summary(kader: Kader) -> tuple[Blok, ...]:
    """Return how the new kader itself sums up its changes."""
    regels = [
        f"{sentence(str(deel['soort'])).removesuffix('.')}: {deel['wat']}" if deel.get("soort") else str(deel["wat"])
        for deel in kader.bestand.wijzigingen
        if deel.get("wat")
    ]
    if not regels:
        return ()
    return (Kop(2, t("Hoe het nieuwe kader het zelf samenvat"), "samenvatting"), Lijst(tuple((p(regel),) for regel in regels)))


def kind_sentence(verschil: Normverschil) -> str:
    """Return what happens to a norm as a sentence."""
    zin = _ZINNEN.get(verschil.soort)
    return zin or f"Deze norm wordt {kind_words(verschil)}."


_ZINNEN: Final[dict[Soort, str]] = {
    Soort.NIEUW: "Deze norm is nieuw.",
    Soort.VERVALLEN: "Deze norm vervalt.",
    Soort.ZWIJGT: "Hierover zegt het nieuwe kader niets.",
    Soort.VERPLAATST: "Deze norm vraagt hetzelfde en staat op een andere plek.",
    Soort.TEKST: "Deze norm vraagt hetzelfde in andere woorden.",
    Soort.GELIJK: "Deze norm blijft gelijk.",
}


def change_blocks(vergelijking: Vergelijking, verschil: Normverschil, *, toets: bool = True) -> tuple[Blok, ...]:
    """Return what a norm was and becomes, and what that changes; with `toets` also what is tested."""
    nieuw = verschil.nieuw
    if nieuw is None or not verschil.oud:
        kader = vergelijking.nieuw if nieuw is not None else vergelijking.oud
        blokken: tuple[Blok, ...] = (Alinea(with_code(sentence(verschil.norm.zegt))), weight_line(kader, verschil.norm))
        return (*blokken, p(sentence(verschil.waarom))) if verschil.waarom else blokken
    was = tuple(blok for norm in verschil.oud for blok in _side(vergelijking.oud, norm, toets=toets))
    tabel = Tabel("", ("Eerst", "Nieuw"), ((Cel(was), Cel(_side(vergelijking.nieuw, nieuw, toets=toets))),))
    return (Groep((tabel,), soort="bewijs"), Lijst(tuple((p(zin),) for zin in changes(verschil))), *_stories(vergelijking, verschil))


def _stories(vergelijking: Vergelijking, verschil: Normverschil) -> tuple[Blok, ...]:
    """Return the pupils for whom an earlier or later step makes the difference."""
    onderzoek = Verteller(Wijzer(""), combine((vergelijking.nieuw, vergelijking.oud))).onderzoek
    eerder, later = pupil_stories(verschil, onderzoek)
    return tuple(
        Noot("voorbeeld", titel, (p(verhaal), Alinea(t(f"De norm is hier de {een} norm, en uw beleid doet precies wat de {ander} vraagt."), "klein")))
        for verhaal, titel, een, ander in (
            (eerder, "een leerling die nu eerder aandacht krijgt", "nieuwe", "oude"),
            (later, "een leerling die nu later aandacht krijgt", "oude", "nieuwe"),
        )
        if verhaal
    )


def changes(verschil: Normverschil) -> list[str]:
    """Return the sentences about what changes; where it stands only when nothing else does."""
    telt = [deel.zin for deel in verschil.onderdelen if deel.richting is not Richting.GELIJK]
    return telt or [deel.zin for deel in verschil.onderdelen]


def weight_line(kader: Kader, norm: Norm) -> Alinea:
    """Return how strongly the source says it, and where."""
    bron = kader.bestand.bronnen.get(norm.bron)
    plek = f"{bron.titel if bron else norm.bron}, {norm.plek}"
    return Alinea(t(f"{sentence(ground_phrase(norm.grond, norm.niveau))} {plek} (", Code(norm.id), ")"), "bron")


def _side(kader: Kader, norm: Norm, *, toets: bool) -> tuple[Blok, ...]:
    return (Alinea(with_code(sentence(norm.zegt))), *(demand_blocks(kader, norm) if toets else ()), weight_line(kader, norm))


def demand_blocks(kader: Kader, norm: Norm) -> tuple[Blok, ...]:
    """Return in ordinary words what the tests of a norm look at."""
    verteller = Verteller(Wijzer(""), kader.uitbreiding)
    return (Alinea(t("Getoetst wordt:"), "klein"), Lijst(tuple(without_links(verteller.one(toets)) for toets in norm.toetsen)))


def without_links(blokken: Iterable[Blok]) -> tuple[Blok, ...]:
    """Return blocks in which a link is only its words; this document stands on its own."""
    schoon: list[Blok] = []
    for blok in blokken:
        match blok:
            case Alinea():
                schoon.append(Alinea(_unlinked(blok.inhoud), blok.soort))
            case Lijst():
                schoon.append(Lijst(tuple(without_links(item) for item in blok.items), blok.genummerd))
            case _:
                schoon.append(blok)
    return tuple(schoon)


def _unlinked(regel: Regel) -> Regel:
    return tuple(inline for deel in regel for inline in (deel.inhoud if isinstance(deel, Link) else (deel,)))


def kader_name(kader: Kader, naast: Iterable[Kader] = ()) -> str:
    """Return the name of a kader, with what tells it from one beside it that has the same name."""
    zelfde = [een for een in naast if een.ref != kader.ref and een.bestand.naam == kader.bestand.naam]
    if not zelfde:
        return kader.bestand.naam
    versie = all(een.bestand.id == kader.bestand.id for een in zelfde)
    return f"{kader.bestand.naam} versie {kader.bestand.versie}" if versie else f"{kader.bestand.naam} ({kader.ref})"


def kader_words(kader: Kader, naast: Iterable[Kader] = ()) -> str:
    """Return a kader by its name, and its status where that is not simply that it applies; version and hash stand in the stamp."""
    status = _STATUS[kader.bestand.status]
    gezegd = kader.bestand.status == "geldend" or kader.bestand.status in kader.bestand.naam.casefold()
    naam = kader_name(kader, naast)
    return naam if gezegd else f"{naam} ({status})"


def stamp(*kaders: Kader, beleid: str = "", peildatum: str = "") -> str:
    """Return the line that ties a document to its files: kaders and policy with their hashes."""
    delen = (
        f"beleid {short_hash(beleid)}" if beleid else "",
        *(f"{kader.ref} {short_hash(kader.sha256)}" for kader in kaders),
        f"peildatum {peildatum}" if peildatum else "",
        f"beleidscheck {__version__}",
    )
    return " · ".join(deel for deel in delen if deel)


def number_of_schools(aantal: int) -> str:
    """Return "1 school" or "2 scholen"."""
    return number_of(aantal, "school", "scholen")
