"""Wat er in een Markdown-tekst woorden van de schrijver zijn: code, links, adressen en citaten worden weggelakt.

Elke plek blijft op haar plek: de gelakte tekst is teken voor teken even lang als de tekst zelf. Tekst zonder opmaak gaat niet
langs markdown-it, want dat kost milliseconden en verandert niets.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

#: Het teken waarmee iets is weggelakt: geen letter, geen cijfer en geen wit.
LAK: Final = "\ufffc"
#: Groter of met meer haken dan dit maakt het document niet op; zie document/proza.py.
MAX_TEKENS: Final = 40_000
MAX_HAKEN: Final = 500

_OPMAAK: Final = re.compile(r"[\\`*_\[\]#|\t]|<[A-Za-z!/?]|^ {4}|^ *(?:[-+>]|[0-9]{1,9}[.)])(?=\s)|^ *[=-]+ *$", re.MULTILINE)
_ADRES: Final = re.compile(
    r"(?:https?://|www\.)\S+|[^\s@]{1,64}@[^\s@]{1,200}|(?<!\S)[^\s/]{1,100}\.(?:nl|com|eu|org|net|example|pdf|docx?|"
    r"xlsx?|pptx?|html?|ya?ml|md)\b(?:/\S*)?",
    re.IGNORECASE,
)
_AANGEHAALD: Final = re.compile(
    r"“[^”\n]{1,300}”|„[^”“\n]{1,300}[”“]|«[^»\n]{1,300}»|\"[^\"\n]{1,300}\"|‘[^’\n]{1,120}’(?!\w)"
    r"|(?<![^\W_])'(?!(?:s|t|n|k|m|r)\b)[^'\n]{1,120}'(?![^\W_])"
)
_AANHALING: Final = re.compile("[“„«\"‘']")
_WITREGEL: Final = re.compile(r"\n[ \t]*\n\s*")
_KORTE_CODE: Final = re.compile(r"(?<!`)(`{1,3})(?!`)[^`]{1,500}\1(?!`)")


@dataclass(frozen=True, slots=True)
class Blok:
    """Een stuk tekst dat bij elkaar hoort; `lopend` is een gewone alinea, geen opsomming, kop of tabel."""

    begin: int
    eind: int
    lopend: bool


@dataclass(frozen=True, slots=True)
class Koppeling:
    """Een link in de tekst: waarheen, en van waar tot waar hij staat."""

    naar: str
    begin: int
    eind: int


@dataclass(frozen=True, slots=True)
class Leestekst:
    """Een tekst zoals een lezer haar leest.

    `kaal` is zonder code, links en adressen; `eigen` ook zonder wat is aangehaald. Beide zijn even lang als `tekst`.
    """

    tekst: str
    kaal: str
    eigen: str
    blokken: tuple[Blok, ...]
    koppelingen: tuple[Koppeling, ...] = ()


def read_text(tekst: str) -> Leestekst:
    """Return what a reader reads of a Markdown text, every character in its place."""
    koppelingen: tuple[Koppeling, ...] = ()
    if not _OPMAAK.search(tekst) or len(tekst) > MAX_TEKENS or tekst.count("[") > MAX_HAKEN:
        kaal, blokken = _painted(tekst, _KORTE_CODE) if "`" in tekst else tekst, _paragraphs(tekst)
    else:
        kaal, blokken, koppelingen = _Lakker(tekst).read()
    kaal = _painted(kaal, _ADRES) if "." in kaal or "@" in kaal else kaal
    eigen = _painted(kaal, _AANGEHAALD) if _AANHALING.search(kaal) else kaal
    return Leestekst(tekst, kaal, eigen, blokken, koppelingen)


def _painted(tekst: str, patroon: re.Pattern[str]) -> str:
    return patroon.sub(lambda treffer: LAK * len(treffer[0]), tekst)


def _paragraphs(tekst: str) -> tuple[Blok, ...]:
    blokken, begin = [], 0
    for wit in (*_WITREGEL.finditer(tekst), None):
        eind = wit.start() if wit else len(tekst)
        if tekst[begin:eind].strip():
            blokken.append(Blok(begin, eind, lopend=True))
        begin = wit.end() if wit else eind
    return tuple(blokken)


class _Lakker:
    """Leest één tekst met opmaak en legt alles wat geen woord van de schrijver is onder de lak."""

    def __init__(self, tekst: str) -> None:
        self.tekst = tekst
        self.uit = [LAK if teken != "\n" else teken for teken in tekst]
        self.begin = [0, *(nummer + 1 for nummer, teken in enumerate(tekst) if teken == "\n")]
        self.gelezen = dict.fromkeys(range(len(self.begin)), 0)
        self.blokken: list[Blok] = []
        self.koppelingen: list[Koppeling] = []

    def read(self) -> tuple[str, tuple[Blok, ...], tuple[Koppeling, ...]]:
        """Return the painted text, its blocks and its links."""
        env: dict[str, Any] = {}
        citaat = lijst = 0
        vorige = ""
        for token in _markdown().parse(self.tekst, env):
            citaat += token.nesting * (token.type.startswith("blockquote_"))
            lijst += token.nesting * (token.type.startswith("list_item_"))
            if token.type == "inline" and not citaat:
                self._block(token, env, lopend=vorige == "paragraph_open" and not lijst)
            vorige = token.type
        return "".join(self.uit), tuple(self.blokken), tuple(self.koppelingen)

    def _block(self, token: Token, env: dict[str, Any], *, lopend: bool) -> None:
        weg: list[tuple[int, int, str | None]] = []
        _markdown().inline.parse(token.content, _markdown(), {**env, "weg": weg}, [])
        tekens = list(token.content)
        for van, tot, _ in weg:
            tekens[van:tot] = [LAK if teken != "\n" else teken for teken in tekens[van:tot]]
        plekken = self._places(token)
        for nummer, plek in enumerate(plekken):
            if plek is not None and tekens[nummer] != "\n":
                self.uit[plek] = tekens[nummer]
        bekend = [plek for plek in plekken if plek is not None]
        if bekend:
            self.blokken.append(Blok(bekend[0], bekend[-1] + 1, lopend))
        for van, tot, naar in weg:
            stuk = [plek for plek in plekken[van:tot] if plek is not None]
            if naar is not None and stuk:
                self.koppelingen.append(Koppeling(naar, stuk[0], stuk[-1] + 1))

    def _places(self, token: Token) -> list[int | None]:
        """Return where each character of a block stands in the text; a line that is not there word for word has no place."""
        plekken: list[int | None] = []
        eerste = token.map[0] if token.map else 0
        for nummer, regel in enumerate(token.content.split("\n"), start=eerste):
            kern = regel.strip()
            van = self.begin[min(nummer, len(self.begin) - 1)]
            tot = self.begin[nummer + 1] if nummer + 1 < len(self.begin) else len(self.tekst)
            plek = self.tekst.find(kern, van + self.gelezen.get(nummer, 0), tot) if kern else -1
            wit = len(regel) - len(regel.lstrip())
            if plek >= 0:
                self.gelezen[nummer] = plek + len(kern) - van
            plekken += [
                plek + teken - wit if plek >= 0 and wit <= teken < wit + len(kern) else None for teken in range(len(regel))
            ]
            plekken.append(None)
        return plekken[:-1]


@cache
def _markdown() -> MarkdownIt:
    """Return a reader of blocks whose rules for code and links note where those stand."""
    from markdown_it import MarkdownIt, rules_inline  # noqa: PLC0415 - lui: kost milliseconden en is vaak niet nodig

    lezer = MarkdownIt("commonmark", {"html": False, "maxNesting": 100}).enable("table")
    lezer.core.ruler.disable("inline")
    lezer.inline.ruler.disable("emphasis")  # nadruk blijft staan: de sterretjes zijn geen letters
    lezer.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005 - waarheen, is hier juist de vraag
    lezer.inline.ruler.at("link", _noted(rules_inline.link, "link_open", "href"))
    lezer.inline.ruler.at("image", _noted(rules_inline.image, "image", "src"))
    lezer.inline.ruler.at("autolink", _noted(rules_inline.autolink, "link_open", ""))
    lezer.inline.ruler.at("backticks", _noted(rules_inline.backtick, "code_inline", ""))
    return lezer


def _noted(regel: Callable[[StateInline, bool], bool], soort: str, attribuut: str) -> Callable[[StateInline, bool], bool]:
    """Return an inline rule that also notes from where to where it applied, and to which address."""

    def lees(state: StateInline, silent: bool) -> bool:
        begin, aantal = state.pos, len(state.tokens)
        if not regel(state, silent):
            return False
        if not silent and (gemaakt := _first(state.tokens[aantal:], soort)):
            state.env["weg"].append((begin, state.pos, str(gemaakt.attrs.get(attribuut, "")) if attribuut else None))
        return True

    return lees


def _first(tokens: Sequence[Token], soort: str) -> Token | None:
    return next((token for token in tokens if token.type == soort), None)
