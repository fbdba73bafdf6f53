"""Proza van de school wordt blokken: Markdown via de tokens van markdown-it-py, met een witte lijst.

Alleen wat hieronder een tak heeft, komt in het document. Rauwe HTML is gewone tekst, een afbeelding wordt haar
alt-tekst, en een link blijft alleen een link als hij naar http, https, mailto, tel of een #anker in het document wijst.
Woorden van de school gaan nooit verloren: wat te diep of te groot is om op te maken, verschijnt als gewone alinea's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Final

from beleidscheck.document.blokken import Alinea, Cel, Citaat, Code, Codeblok, Kop, Lijst, Link, Nadruk, Regeleinde, Tabel, Tekst
from beleidscheck.document.tekst import line_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from beleidscheck.document.blokken import Blok, Inline, Regel

#: Langer dan dit wordt niet meer opgemaakt: een heel hoofdstuk past ruim, een aanval niet.
MAX_TEKENS: Final = 40_000
#: Meer haken dan dit zijn geen links meer, en het zoeken naar hun einde kost de lezer van Markdown kwadratisch veel tijd.
MAX_HAKEN: Final = 500
#: Dieper dan dit (lijst in citaat in lijst ...) leest niemand meer.
MAX_DIEPTE: Final = 12
MAX_KOLOMMEN: Final = 12
MAX_RIJEN: Final = 200
LAAGSTE_KOP: Final = 5
LANGSTE_ADRES: Final = 200

_WITREGEL: Final = re.compile(r"\n *\n\s*")
#: Tekens en regelbeginnen waarmee Markdown iets doet; ontbreken ze, dan is de tekst al wat zij lijkt.
_OPMAAK: Final = re.compile(r"[\\`*_\[\]<>&|~#=\x00]|[^\S \n]|  $|  \n|^ {4}|^ *(?:[-+]|[0-9]{1,9}[.)])", re.MULTILINE)
_SCHEMA: Final = re.compile(r"https?://[^\s/?#]+[^\s]*|mailto:[^\s@]+@[^\s@]+|tel:\+?[0-9().-]+", re.IGNORECASE)
_ONZICHTBAAR: Final = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff<>\"\\^`{|}]")
_MAX_URL: Final = 2_000
#: Een plek in het document zelf; of zij bestaat, zegt de prozalint.
_ANKER: Final = re.compile(r"#[a-z0-9][a-z0-9_-]{0,80}")


def safe_url(url: str) -> str | None:
    """Return `url` when a reader may click it (http, https, mailto or tel), else None."""
    if len(url) > _MAX_URL or _ONZICHTBAAR.search(url) or not _SCHEMA.fullmatch(url):
        return None
    return url


def parse_prose(tekst: str, *, onder: int) -> tuple[Blok, ...]:
    """Return the blocks of a Markdown text that stands under a heading of level `onder`."""
    if not _OPMAAK.search(tekst):
        return _plain(tekst)
    if _too_much(tekst):
        return _plain(tekst)
    tokens = _markdown().parse(tekst)
    if _too_deep(tokens):
        return _plain(tekst)
    return tuple(_Lezer(onder).blocks(tokens))


def parse_line(tekst: str) -> Regel:
    """Return one line with inline Markdown only: emphasis, code and links; everything else is plain text."""
    regel = " ".join(tekst.split())
    if _too_much(regel) or not re.search(r"[\\`*_\[\]<>&]", regel):
        return (Tekst(regel),)
    (token,) = _markdown().parseInline(regel)
    return _inline(token.children or ())


def _too_much(tekst: str) -> bool:
    return len(tekst) > MAX_TEKENS or tekst.count("[") > MAX_HAKEN


@cache
def _markdown() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - lui: kost milliseconden en is vaak niet nodig

    lezer = MarkdownIt("commonmark", {"html": False, "maxNesting": 100}).enable("table")
    lezer.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005 - `_inline` beslist, strenger
    return lezer


def _plain(tekst: str) -> tuple[Blok, ...]:
    """Return the paragraphs of a text as they stand, without any markup."""
    stukken = (" ".join(regel.strip(" ") for regel in stuk.strip().split("\n")) for stuk in _WITREGEL.split(tekst))
    return tuple(Alinea((Tekst(stuk),)) for stuk in stukken if stuk)


def _too_deep(tokens: Iterable[Token]) -> bool:
    return any(token.level > MAX_DIEPTE or any(kind.level > MAX_DIEPTE for kind in token.children or ()) for token in tokens)


@dataclass(slots=True)
class _Lezer:
    """Leest een rij tokens; `stapel` houdt bij onder welke koppen van de school wij staan."""

    onder: int
    stapel: list[int] = field(default_factory=list)

    def blocks(self, tokens: Sequence[Token], *, genest: bool = False) -> Iterator[Blok]:
        """Yield the blocks of a balanced run of tokens; inside a list or quote a heading is a strong line."""
        plek = 0
        while plek < len(tokens):
            token = tokens[plek]
            einde = _closing(tokens, plek)
            binnen = tokens[plek + 1 : einde]
            match token.type:
                case "paragraph_open":
                    yield from _paragraph(_inline(binnen[0].children or ()))
                case "heading_open":
                    yield from self.heading(token, _inline(binnen[0].children or ()), genest=genest)
                case "bullet_list_open" | "ordered_list_open":
                    yield Lijst(tuple(self.items(binnen)), genummerd=token.type == "ordered_list_open")
                case "blockquote_open":
                    yield Citaat(tuple(self.blocks(binnen, genest=True)))
                case "table_open":
                    yield from _table(binnen)
                case "fence" | "code_block":
                    yield from _code(token)
            plek = einde + 1

    def heading(self, token: Token, inhoud: Regel, *, genest: bool) -> Iterator[Blok]:
        """Yield a heading one level below the one it stands under; levels are never skipped."""
        if not inhoud:
            return
        if genest:
            yield Alinea((Nadruk(inhoud),))
            return
        diepte = int(token.tag[1])
        while self.stapel and self.stapel[-1] >= diepte:
            self.stapel.pop()
        self.stapel.append(diepte)
        yield Kop(min(self.onder + len(self.stapel), LAAGSTE_KOP), inhoud)

    def items(self, tokens: Sequence[Token]) -> Iterator[tuple[Blok, ...]]:
        """Yield the blocks of each item of a list."""
        plek = 0
        while plek < len(tokens):
            einde = _closing(tokens, plek)
            yield tuple(self.blocks(tokens[plek + 1 : einde], genest=True))
            plek = einde + 1


def _closing(tokens: Sequence[Token], plek: int) -> int:
    """Return the index of the token that closes the one at `plek`, or `plek` itself when it stands alone."""
    diepte = 0
    for einde in range(plek, len(tokens)):
        diepte += tokens[einde].nesting
        if diepte <= 0:
            return einde
    return len(tokens) - 1


def _paragraph(inhoud: Regel) -> Iterator[Blok]:
    if inhoud:
        yield Alinea(inhoud)


def _code(token: Token) -> Iterator[Blok]:
    """Yield a block of code; words behind the opening fence that name no language are text that counts."""
    opschrift = token.info.strip()
    if opschrift and (not token.content or " " in opschrift):
        yield Alinea((Tekst(opschrift),))
    if token.content:
        yield Codeblok(token.content.rstrip("\n"), taal="")


def _table(tokens: Sequence[Token]) -> Iterator[Blok]:
    """Yield a table, or plain paragraphs when it is too wide or too long to read."""
    rijen: list[list[Regel]] = []
    for token in tokens:
        if token.type == "tr_open":
            rijen.append([])
        elif token.type == "inline":
            rijen[-1].append(_inline(token.children or ()))
    breedte = max(len(rij) for rij in rijen)
    if breedte > MAX_KOLOMMEN or len(rijen) > MAX_RIJEN:
        for rij in rijen:
            yield Alinea(_merged(_joined(rij)))
        return
    koppen = tuple(line_text(kop) for kop in rijen[0])
    yield Tabel("", koppen, tuple(tuple(Cel((Alinea(cel),)) for cel in rij) for rij in rijen[1:]))


def _joined(rij: Iterable[Regel]) -> Iterator[Inline]:
    for nummer, cel in enumerate(rij):
        if nummer:
            yield Tekst(" | ")
        yield from cel


def _inline(tokens: Sequence[Token]) -> Regel:
    """Return inline tokens as inline parts."""
    return _merged(_inline_parts(tokens))


def _merged(delen: Iterable[Inline]) -> Regel:
    """Return a line in which neighbouring texts are one."""
    regel: list[Inline] = []
    for deel in delen:
        if isinstance(deel, Tekst) and regel and isinstance(regel[-1], Tekst):
            regel[-1] = Tekst(regel[-1].tekst + deel.tekst)
        else:
            regel.append(deel)
    return tuple(regel)


def _inline_parts(tokens: Sequence[Token]) -> Iterator[Inline]:
    plek = 0
    while plek < len(tokens):
        einde = _closing(tokens, plek)
        yield from _inline_part(tokens[plek], tokens[plek + 1 : einde])
        plek = einde + 1


def _inline_part(token: Token, binnen: Sequence[Token]) -> Iterator[Inline]:
    match token.type:
        case "softbreak":
            yield Tekst(" ")
        case "hardbreak":
            yield Regeleinde()
        case "code_inline":
            yield Code(token.content)
        case "strong_open" | "em_open":
            yield Nadruk(_inline(binnen), sterk=token.type == "strong_open")
        case "link_open":
            yield from _link(str(token.attrs.get("href", "")), _inline(binnen))
        case "image":
            if alt := line_text(_inline(token.children or ())):
                yield Tekst(alt)
        case _ if token.content:
            yield Tekst(token.content)


def _link(url: str, inhoud: Regel) -> Iterator[Inline]:
    """Yield a link, or its words with the address behind them when the address is not one to click."""
    veilig = url if _ANKER.fullmatch(url) else safe_url(url)
    if veilig is None:
        yield from inhoud
        adres = url if len(url) <= LANGSTE_ADRES else url[: LANGSTE_ADRES - 1] + "…"
        if adres and adres != line_text(inhoud):
            yield Tekst(f" ({adres})")
        return
    yield Link(inhoud or (Tekst(veilig),), veilig)
