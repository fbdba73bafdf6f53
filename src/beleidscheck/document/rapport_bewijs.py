"""Beide kanten van het bewijs naast elkaar: wat het beleid zegt en wat de norm zegt, elk met zijn vindplaats."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from beleidscheck.document.blokken import Alinea, Cel, Citaat, Code, Groep, Lijst, Link, Nadruk, Tabel, Tekst, p, t
from beleidscheck.document.proza import parse_line
from beleidscheck.document.rapport_keuze import MAX_PASSAGE
from beleidscheck.document.rapport_oordeel import main_facts, missing_together
from beleidscheck.document.rapport_woorden import clip, ground_words, place_words, sentence, source_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from beleidscheck.bevinding import Bevinding, Feit
    from beleidscheck.document.blokken import Blok, Inline, Regel
    from beleidscheck.document.rapport_woorden import Stem

#: Zo veel van een waarde past in een kolom; het hele beleid staat in het bestand.
MAX_WAARDE: Final = 240
_CODE: Final = re.compile(r"`([^`]+)`")
_WITREGEL: Final = re.compile(r"\n\s*\n")


def with_code(tekst: str) -> Regel:
    """Return a line in which `veld` between backticks is code; nothing else is read as markup."""
    delen = _CODE.split(" ".join(tekst.split()))
    regel = (Code(deel) if nummer % 2 else Tekst(deel) for nummer, deel in enumerate(delen))
    return tuple(deel for deel in regel if deel.tekst)


def both_sides(bevinding: Bevinding, bestand: str, stem: Stem) -> Groep:
    """Return what the policy says and what the norm says, side by side in a table of two columns."""
    kanten = (Cel(policy_side(main_facts(bevinding), bestand)), Cel(_norm_side(bevinding)))
    tabel = Tabel("", (stem.zegt, "Wat de norm zegt"), (kanten,))
    return Groep((tabel, *_also_read(bevinding)), soort="bewijs")


def policy_side(feiten: Iterable[Feit], bestand: str) -> tuple[Blok, ...]:
    """Return the facts with their value and place; a missing fact says that it is missing."""
    blokken = tuple(blok for groep in missing_together(feiten) for blok in _facts(groep, bestand))
    return blokken or (p("Hierover staat niets in het beleid."),)


def quote(passage: str) -> Citaat:
    """Return the school's own words as a quotation, without its links and cut when it is long."""
    stukken, ruimte = [], MAX_PASSAGE
    for stuk in _WITREGEL.split(passage.strip()):
        if ruimte <= 0:
            break
        stukken.append(clip(stuk, ruimte))
        ruimte -= len(stuk)
    return Citaat(tuple(Alinea(_without_links(parse_line(stuk))) for stuk in stukken if stuk))


def other_sources(bevindingen: Iterable[Bevinding], kop: Bevinding) -> Lijst:
    """Return the other norms about the same fact, each with its own oordeel and source."""
    return Lijst(tuple(_other(bevinding, kop) for bevinding in bevindingen))


def _facts(groep: tuple[Feit, ...], bestand: str) -> tuple[Blok, ...]:
    feit, *meer = groep
    plek = place_words(bestand, feit.plaats)
    if feit.waarde is None:
        namen = [deel for ander in groep for deel in (Tekst(", "), Code(ander.veld))][1:]
        staat = "staan er niet" if meer else "staat er niet"
        return (p(*namen, f" {staat}."), Alinea(t(f"Dichtstbijzijnde plek: {plek}"), "bron"))
    return (p(Code(feit.veld), f": {clip(feit.waarde, MAX_WAARDE)}"), Alinea(t(plek), "bron"))


def _also_read(bevinding: Bevinding) -> tuple[Blok, ...]:
    """Return which facts were read as well and are not the problem."""
    gezien = main_facts(bevinding)
    rest = [
        deel
        for feit in bevinding.feiten
        if feit not in gezien
        for deel in (", ", Code(feit.veld), f" (regel {feit.plaats.regel})")
    ]
    return (Alinea(t("Ook gelezen: ", *rest[1:], "."), "klein"),) if rest else ()


def _norm_side(bevinding: Bevinding) -> tuple[Blok, ...]:
    norm = bevinding.norm
    return (
        Alinea(with_code(sentence(norm.zegt))),
        p(sentence(ground_words(norm))),
        Alinea(t(f"{source_words(norm)} (", Code(norm.id), ")"), "bron"),
    )


def _other(bevinding: Bevinding, kop: Bevinding) -> tuple[Blok, ...]:
    norm = bevinding.norm
    regel = p(f"{norm.titel}: {bevinding.oordeel} ({ground_words(norm)}). {source_words(norm)} (", Code(norm.id), ")")
    if bevinding.zin == kop.zin or not bevinding.zin:
        return (regel,)
    return (regel, Alinea(with_code(sentence(bevinding.zin)), "klein"))


def _without_links(regel: Regel) -> Regel:
    return tuple(deel for inline in regel for deel in _flat(inline))


def _flat(deel: Inline) -> Regel:
    match deel:
        case Link(inhoud):
            return _without_links(inhoud)
        case Nadruk(inhoud, sterk):
            return (Nadruk(_without_links(inhoud), sterk),)
        case _:
            return (deel,)
