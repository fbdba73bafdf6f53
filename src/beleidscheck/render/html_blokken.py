"""Blokken als HTML: één functie per soort blok, en alle tekst gaat door `clean` en wordt onschadelijk gemaakt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, assert_never

from markupsafe import Markup

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
#: Wat clean() of het ontsnappen zou veranderen; staat dit er niet in, dan is de tekst klaar.
_BIJZONDER: Final = re.compile(r"[&<>\"'\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_ONSCHADELIJK: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;"})
#: Een woord van zoveel tekens breekt een smalle kolom open.
_LANG: Final = 29
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
    return Markup(_blocks(blokken))  # noqa: S704 - elke tekst gaat hieronder door _safe


def line_html(regel: Regel) -> Markup:
    """Return a line of inline parts as HTML."""
    return Markup(_line(regel))  # noqa: S704 - idem


def _safe(tekst: str) -> str:
    """Return `tekst` cleaned and harmless, between tags and inside quotation marks.

    By hand and not with `markupsafe`, because a site of a thousand schools does this tens of millions of times.
    """
    if not _BIJZONDER.search(tekst):
        return tekst
    return clean(tekst).translate(_ONSCHADELIJK)


def _blocks(blokken: Iterable[Blok]) -> str:
    return "\n".join([_block(blok) for blok in blokken])


def _line(regel: Regel) -> str:
    return "".join([_inline(deel) for deel in regel])


def _inline(deel: Inline) -> str:
    match deel:
        case Tekst(tekst):
            return _safe(tekst)
        case Nadruk():
            naam = "strong" if deel.sterk else "em"
            return f"<{naam}>{_line(deel.inhoud)}</{naam}>"
        case Code(tekst):
            return f"<code>{_safe(tekst)}</code>"
        case Link():
            buiten = ' rel="noopener noreferrer"' if _NAAR_BUITEN.match(deel.url) else ""
            return f'<a href="{_safe(deel.url)}"{buiten}>{_line(deel.inhoud)}</a>'
        case Regeleinde():
            return "<br>"
        case _:
            assert_never(deel)


def _block(blok: Blok) -> str:  # noqa: C901, PLR0911, PLR0912 - één tak per soort blok
    match blok:
        case Kop():
            anker = f' id="{_safe(blok.anker)}"' if blok.anker else ""
            return f"<h{blok.niveau}{anker}>{_line(blok.inhoud)}</h{blok.niveau}>"
        case Alinea():
            soort = f' class="{blok.soort}"' if blok.soort != "gewoon" else ""
            return f"<p{soort}>{_line(blok.inhoud)}</p>"
        case Lijst():
            return _list(blok)
        case Tabel():
            return _table(blok)
        case Definities():
            paren = [f"<div><dt>{_line(term)}</dt><dd>{_blocks(betekenis)}</dd></div>" for term, betekenis in blok.paren]
            return f"<dl>{chr(10).join(paren)}</dl>"
        case Beeld():
            return _picture(blok)
        case Logo():
            return f'<img class="logo" src="{_safe(blok.data_uri)}" alt="{_safe(blok.alt)}">'
        case Noot():
            return (
                f'<div class="noot noot-{blok.soort.replace("_", "-")}" role="note"><p class="noot-titel">'
                f'<span class="noot-woord">{_safe(WOORD_BIJ_NOOT[blok.soort])}</span> {_safe(blok.titel)}</p>{_blocks(blok.blokken)}</div>'
            )
        case Codeblok():
            taal = f' class="{_safe(blok.taal)}"' if blok.taal else ""
            return f"<pre><code{taal}>{_safe(blok.tekst)}</code></pre>"
        case Citaat():
            return f"<blockquote>{_blocks(blok.blokken)}</blockquote>"
        case Uitklap():
            return f"<details{' open' if blok.open else ''}><summary>{_line(blok.titel)}</summary>{_blocks(blok.blokken)}</details>"
        case Groep():
            naam = f' role="group" aria-label="{_safe(blok.titel)}"' if blok.titel else ""
            soort = f" groep-{blok.soort.replace('_', '-')}" if blok.soort else ""
            return f'<div class="groep{_safe(soort)}"{naam}>{_blocks(blok.blokken)}</div>'
        case _:
            assert_never(blok)


def _list(lijst: Lijst) -> str:
    """Return a list; an item of one paragraph stands without a paragraph of its own."""
    naam = "ol" if lijst.genummerd else "ul"
    items = "\n".join([f"<li>{_content(item)}</li>" for item in lijst.items])
    return f"<{naam}>{items}</{naam}>"


def _content(blokken: tuple[Blok, ...]) -> str:
    match blokken:
        case (Alinea(soort="gewoon") as alinea,):
            return _line(alinea.inhoud)
        case _:
            return _blocks(blokken)


def _table(tabel: Tabel) -> str:
    """Return a table that stays a table for a screen reader when a narrow screen stacks its cells."""
    bijschrift = f"<caption>{_safe(tabel.bijschrift)}</caption>" if tabel.bijschrift else ""
    namen = [_safe(kop) for kop in tabel.koppen]
    koppen = "".join([f'<th scope="col" role="columnheader">{naam}</th>' for naam in namen])
    rijen = "\n".join(
        [
            f'<tr role="row">{"".join([_cell(cel, naam) for cel, naam in zip(rij, namen, strict=True)])}</tr>'
            for rij in tabel.rijen
        ]
    )
    binnen = (
        f'<table role="table" class="kolommen-{len(tabel.koppen)}">{bijschrift}<thead role="rowgroup"><tr role="row">{koppen}</tr></thead>'
        f'<tbody role="rowgroup">{rijen}</tbody></table>'
    )
    if len(tabel.koppen) <= _VEEL_KOLOMMEN:
        return binnen
    naam = _safe(tabel.bijschrift) or "Brede tabel"
    return f'<div class="schuif" role="region" tabindex="0" aria-label="{naam}">{binnen}</div>'


def _cell(cel: Cel, kop: str) -> str:
    """Return a cell; `kop` is harmless already."""
    inhoud = _content(cel.blokken)
    soort = ""
    lang = len(inhoud) >= _LANG and any(len(woord) >= _LANG for woord in inhoud.split())
    if lang or LEEG in inhoud:
        kaal = Markup(inhoud).striptags()  # noqa: S704 - alleen om te meten
        if lang and any(len(woord) >= _LANG for woord in kaal.split()):
            soort = ' class="lang-woord"'
        elif kaal == LEEG:
            soort = ' class="leeg"'
    if cel.anker:
        soort += f' id="{_safe(cel.anker)}"'
    if cel.kop:
        return f'<th scope="row" role="rowheader" data-kop="{kop}"{soort}>{inhoud}</th>'
    return f'<td role="cell" data-kop="{kop}"{soort}>{inhoud}</td>'


def _picture(beeld: Beeld) -> str:
    """Return a drawing of our own with its caption; a wide one scrolls in its own area on a narrow screen."""
    gevonden = re.search(r'viewBox="0 0 ([0-9.]+)', beeld.svg)
    bijschrift = _safe(beeld.bijschrift)
    if gevonden is not None and float(gevonden[1]) <= _SMALLE_TEKENING:
        return f'<figure class="beeld">{beeld.svg}<figcaption>{bijschrift}</figcaption></figure>'
    return (
        f'<figure class="beeld beeld-breed"><div class="schuif" role="region" tabindex="0" aria-label="{bijschrift}">{beeld.svg}</div>'
        f"<figcaption>{bijschrift}</figcaption></figure>"
    )
