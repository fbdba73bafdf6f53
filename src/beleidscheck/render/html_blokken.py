"""Blokken als HTML: één functie per soort blok, en alle tekst gaat door `clean` en wordt onschadelijk gemaakt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, assert_never

from markupsafe import Markup, escape

from beleidscheck.document.blokken import (
    WOORD_BIJ_NOOT,
    Alinea,
    Beeld,
    Citaat,
    Code,
    Codeblok,
    Definities,
    Groep,
    Kop,
    Lijst,
    Link,
    Logo,
    Nadruk,
    Noot,
    Regeleinde,
    Tabel,
    Tekst,
    Uitklap,
)
from beleidscheck.document.tekst import encodable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from beleidscheck.document.blokken import Blok, Cel, Inline, Regel

#: Stuurtekens en tekens die de leesrichting omkeren: die veranderen hoe de rest van een zin eruitziet.
_STUURTEKENS: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
_LANG_WOORD: Final = re.compile(r"\S{29}")
_VEEL_KOLOMMEN: Final = 6
#: Een adres met een schema wijst buiten het document; een anker of een betrekkelijk pad niet.
_NAAR_BUITEN: Final = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
#: Wat een lege cel toont; zie document/beleid_delen.py.
LEEG: Final = "\N{EN DASH}"
_SMALLE_TEKENING: Final = 400


def clean(tekst: str) -> str:
    """Return `tekst` without control characters and marks that turn the reading direction, and with halves of a pair replaced."""
    return _STUURTEKENS.sub("", encodable(tekst))


def blocks_html(blokken: Iterable[Blok]) -> Markup:
    """Return blocks as HTML, one after the other."""
    return Markup("\n").join(_block(blok) for blok in blokken)


def line_html(regel: Regel) -> Markup:
    """Return a line of inline parts as HTML."""
    return Markup("").join(_inline(deel) for deel in regel)


def _inline(deel: Inline) -> Markup:
    match deel:
        case Tekst(tekst):
            return escape(clean(tekst))
        case Nadruk():
            naam = Markup("strong") if deel.sterk else Markup("em")
            return Markup("<{0}>{1}</{0}>").format(naam, line_html(deel.inhoud))
        case Code(tekst):
            return Markup("<code>{}</code>").format(clean(tekst))
        case Link():
            return Markup('<a href="{}"{}>{}</a>').format(
                clean(deel.url),
                Markup(' rel="noopener noreferrer"') if _NAAR_BUITEN.match(deel.url) else Markup(""),
                line_html(deel.inhoud),
            )
        case Regeleinde():
            return Markup("<br>")
        case _:
            assert_never(deel)


def _block(blok: Blok) -> Markup:  # noqa: C901, PLR0911, PLR0912 - één tak per soort blok
    match blok:
        case Kop():
            anker = Markup(' id="{}"').format(clean(blok.anker)) if blok.anker else Markup("")
            return Markup("<h{0}{1}>{2}</h{0}>").format(blok.niveau, anker, line_html(blok.inhoud))
        case Alinea():
            soort = Markup(' class="{}"').format(blok.soort) if blok.soort != "gewoon" else Markup("")
            return Markup("<p{}>{}</p>").format(soort, line_html(blok.inhoud))
        case Lijst():
            return _list(blok)
        case Tabel():
            return _table(blok)
        case Definities():
            paren = (
                Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(line_html(term), blocks_html(betekenis))
                for term, betekenis in blok.paren
            )
            return Markup("<dl>{}</dl>").format(Markup("\n").join(paren))
        case Beeld():
            return _picture(blok)
        case Logo():
            return Markup('<img class="logo" src="{}" alt="{}">').format(blok.data_uri, clean(blok.alt))
        case Noot():
            return Markup(
                '<div class="noot noot-{}" role="note"><p class="noot-titel"><span class="noot-woord">{}</span> {}</p>{}</div>'
            ).format(blok.soort.replace("_", "-"), WOORD_BIJ_NOOT[blok.soort], clean(blok.titel), blocks_html(blok.blokken))
        case Codeblok():
            return Markup("<pre><code{}>{}</code></pre>").format(
                Markup(' class="{}"').format(blok.taal) if blok.taal else Markup(""), clean(blok.tekst)
            )
        case Citaat():
            return Markup("<blockquote>{}</blockquote>").format(blocks_html(blok.blokken))
        case Uitklap():
            return Markup("<details{}><summary>{}</summary>{}</details>").format(
                Markup(" open") if blok.open else Markup(""), line_html(blok.titel), blocks_html(blok.blokken)
            )
        case Groep():
            naam = Markup(' role="group" aria-label="{}"').format(clean(blok.titel)) if blok.titel else Markup("")
            return Markup('<div class="groep{}"{}>{}</div>').format(
                f" groep-{blok.soort.replace('_', '-')}" if blok.soort else "", naam, blocks_html(blok.blokken)
            )
        case _:
            assert_never(blok)


def _list(lijst: Lijst) -> Markup:
    """Return a list; an item of one paragraph stands without a paragraph of its own."""
    items = (Markup("<li>{}</li>").format(_content(item)) for item in lijst.items)
    return Markup("<{0}>{1}</{0}>").format(Markup("ol") if lijst.genummerd else Markup("ul"), Markup("\n").join(items))


def _content(blokken: tuple[Blok, ...]) -> Markup:
    match blokken:
        case (Alinea(soort="gewoon") as alinea,):
            return line_html(alinea.inhoud)
        case _:
            return blocks_html(blokken)


def _table(tabel: Tabel) -> Markup:
    """Return a table that stays a table for a screen reader when a narrow screen stacks its cells."""
    bijschrift = Markup("<caption>{}</caption>").format(clean(tabel.bijschrift)) if tabel.bijschrift else Markup("")
    koppen = Markup("").join(Markup('<th scope="col" role="columnheader">{}</th>').format(clean(kop)) for kop in tabel.koppen)
    rijen = Markup("\n").join(
        Markup('<tr role="row">{}</tr>').format(
            Markup("").join(_cell(cel, kop) for cel, kop in zip(rij, tabel.koppen, strict=True))
        )
        for rij in tabel.rijen
    )
    binnen = Markup(
        '<table role="table" class="kolommen-{}">{}<thead role="rowgroup"><tr role="row">{}</tr></thead><tbody role="rowgroup">{}</tbody></table>'
    ).format(len(tabel.koppen), bijschrift, koppen, rijen)
    if len(tabel.koppen) <= _VEEL_KOLOMMEN:
        return binnen
    return Markup('<div class="schuif" role="region" tabindex="0" aria-label="{}">{}</div>').format(
        clean(tabel.bijschrift) or "Brede tabel", binnen
    )


def _cell(cel: Cel, kop: str) -> Markup:
    inhoud = _content(cel.blokken)
    kaal = inhoud.striptags()
    soort = Markup(' class="lang-woord"') if _LANG_WOORD.search(kaal) else Markup(' class="leeg"') if kaal == LEEG else Markup("")
    if cel.anker:
        soort += Markup(' id="{}"').format(clean(cel.anker))
    if cel.kop:
        return Markup('<th scope="row" role="rowheader" data-kop="{}"{}>{}</th>').format(clean(kop), soort, inhoud)
    return Markup('<td role="cell" data-kop="{}"{}>{}</td>').format(clean(kop), soort, inhoud)


def _picture(beeld: Beeld) -> Markup:
    """Return a drawing of our own with its caption; a wide one scrolls in its own area on a narrow screen."""
    svg = Markup(beeld.svg)  # noqa: S704 - de enige opmaak die een blok draagt; document/beeld.py maakt haar
    gevonden = re.search(r'viewBox="0 0 ([0-9.]+)', beeld.svg)
    bijschrift = Markup("<figcaption>{}</figcaption>").format(clean(beeld.bijschrift))
    if gevonden is not None and float(gevonden[1]) <= _SMALLE_TEKENING:
        return Markup('<figure class="beeld">{}{}</figure>').format(svg, bijschrift)
    return Markup(
        '<figure class="beeld beeld-breed"><div class="schuif" role="region" tabindex="0" aria-label="{}">{}</div>{}</figure>'
    ).format(clean(beeld.bijschrift), svg, bijschrift)
