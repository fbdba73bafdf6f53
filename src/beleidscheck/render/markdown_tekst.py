"""Gewone tekst als Markdown: zo ontsnapt dat er precies staat wat er stond, zonder opmaak, HTML of link erbij.

Bij twijfel valt opmaak van onszelf weg (een vet woord wordt gewoon) en nooit de tekst.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final, assert_never

from beleidscheck.document.blokken import Code, Link, Nadruk, Regeleinde, Tekst
from beleidscheck.document.tekst import line_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from beleidscheck.document.blokken import Inline, Regel

_WIT: Final = re.compile(r"[\s\x1c-\x1f\x85\u2028\u2029]+")
_STUURTEKEN: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
#: Overal: tekens die opmaak, HTML, een entiteit, een tabel, wiskunde of doorhalen beginnen; `!` als er een link kan volgen.
_OVERAL: Final = re.compile(r"[\\`*_\[\]<>&|~$#]|!$")
#: Kale webadressen worden bij GitHub vanzelf een link; met een streep erin niet, en de lezer ziet hetzelfde.
_ADRES: Final = re.compile(r"(?<=[A-Za-z])://|(?<=www)\.|@(?=[\w-]+\.\w)", re.IGNORECASE)
_REGELBEGIN: Final = re.compile(r"([-+=:])|([0-9]{1,9})([.)])")
_URL: Final = re.compile(r"(?:https?://|mailto:|tel:)[^\s<>\\]+", re.IGNORECASE)


def clean(tekst: str) -> str:
    """Return `tekst` on one line without characters that steer a screen or turn the reading direction."""
    return _STUURTEKEN.sub("\N{REPLACEMENT CHARACTER}", _WIT.sub(" ", tekst))


def escape(tekst: str) -> str:
    """Return `tekst` as Markdown that reads as `tekst`, anywhere but at the start of a line."""
    return _ADRES.sub(lambda m: f"\\{m[0]}", _OVERAL.sub(lambda m: f"\\{m[0]}", clean(tekst)))


def start_of_line(markdown: str) -> str:
    """Return a line that does not begin a list or a heading by accident."""
    regel = markdown.strip(" ")
    gevonden = _REGELBEGIN.match(regel)
    if gevonden is None:
        return regel
    if gevonden[1]:
        return f"\\{regel}"
    return f"{gevonden[2]}\\{regel[gevonden.end(2) :]}"


def line(regel: Regel, ankers: Mapping[str, str], *, los: bool = True) -> str:
    """Return inline parts as Markdown; `ankers` names the internal links here, `los` says that it has lines of its own.

    Without `los` it stays on one line, and the caller takes care of what it stands behind.
    """
    uit = _Lijn(ankers, los=los).write(regel).strip(" \n")
    if not los:
        return uit
    return "\\\n".join(start_of_line(stuk) for stuk in uit.split("\n"))


class _Lijn:
    """Schrijft één regel; of nadruk kan, hangt af van het teken ervoor en erna."""

    def __init__(self, ankers: Mapping[str, str], *, los: bool) -> None:
        self.ankers = ankers
        self.los = los
        self.in_link = False

    def write(self, regel: Regel, ervoor: str = " ", erna: str = " ") -> str:
        uit = ""
        for nummer, deel in enumerate(regel):
            volgende = line_text(regel[nummer + 1 :])[:1] or erna
            uit += self._part(deel, uit[-1:] or ervoor, volgende)
        return uit

    def _part(self, deel: Inline, ervoor: str, erna: str) -> str:
        match deel:
            case Tekst(tekst):
                return escape(tekst)
            case Code(tekst):
                return self._code(clean(tekst), ervoor)
            case Nadruk(inhoud, sterk):
                return self._emphasis(inhoud, "**" if sterk else "*", ervoor, erna)
            case Link(inhoud, url):
                return self._link(inhoud, url, ervoor, erna)
            case Regeleinde():
                return "\n" if self.los else " · "
            case _:
                assert_never(deel)

    def _code(self, tekst: str, ervoor: str) -> str:
        """Return a code span, or plain text where a span cannot be: empty, right after another, or with a pipe in a table."""
        if not tekst.strip() or ervoor == "`" or (not self.los and "|" in tekst):
            return escape(tekst)
        langste = max((len(reeks) for reeks in re.findall(r"`+", tekst)), default=0)
        hek = "`" * (langste + 1)
        ruimte = " " if tekst[0] in "` " or tekst[-1] in "` " else ""
        return f"{hek}{ruimte}{tekst}{ruimte}{hek}"

    def _emphasis(self, inhoud: Regel, merk: str, ervoor: str, erna: str) -> str:
        """Return the words between marks, or without them when a mark could be read otherwise."""
        binnen = self.write(inhoud)
        if _single(inhoud) and _flanks(binnen[:1], ervoor) and _flanks(binnen[-1:], erna):
            return f"{merk}{binnen}{merk}"
        return self.write(inhoud, ervoor, erna)

    def _link(self, inhoud: Regel, url: str, ervoor: str, erna: str) -> str:
        """Return a link; inside another link, or to an address that is not ours to give, only its words."""
        doel = self._target(url)
        if self.in_link or not doel or not line_text(inhoud).strip():
            return self.write(inhoud, ervoor, erna)
        self.in_link = True
        tekst = self.write(inhoud).replace("\n", " ")
        self.in_link = False
        return f"[{tekst}](<{doel}>)"

    def _target(self, url: str) -> str:
        if url.startswith("#"):
            return f"#{self.ankers[url[1:]]}" if url[1:] in self.ankers else ""
        return url.replace("|", "%7C").replace("`", "%60").replace("&", "&amp;") if _URL.fullmatch(url) else ""


def _single(regel: Regel) -> bool:
    """Return whether a line has no emphasis or line break inside, also not inside a link."""
    return all(isinstance(deel, Tekst | Code) or (isinstance(deel, Link) and _single(deel.inhoud)) for deel in regel)


def _flanks(binnen: str, buiten: str) -> bool:
    """Return whether an emphasis mark between these two characters is one for sure, by the flanking rules of CommonMark."""
    if not binnen or binnen.isspace() or buiten == "*":
        return False
    return not _punctuation(binnen) or buiten.isspace()


def _punctuation(teken: str) -> bool:
    return unicodedata.category(teken)[0] in "PS"
