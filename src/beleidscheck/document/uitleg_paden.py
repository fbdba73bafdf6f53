"""Waar elke bladzijde van de uitleg staat: namen die op elk besturingssysteem kunnen, en verwijzingen van de ene naar de andere.

Een naam hangt alleen af van wat de bladzijde uitlegt, niet van welke bladzijden er verder zijn: een rapport kan er dus naar
verwijzen zonder de site te kennen.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from beleidscheck.document.blokken import Code, Link, Tekst

if TYPE_CHECKING:
    from beleidscheck.document.blokken import Inline

START: Final = "index.html"
VELDEN: Final = "velden.html"
WOORDEN: Final = "woorden.html"
KEUZES: Final = "woord/keuzes.html"
STIJLBLAD: Final = "stijl.css"
#: Sleutels die op zichzelf staan: zij worden boven aan het overzicht van de velden uitgelegd.
BOVENAAN: Final = ("formaat", "kaders")
#: De lange woordenlijsten, elk met een eigen bladzijde.
WOORDLIJSTEN: Final = ("rol", "signaal", "actie", "plaats")

#: Wat zo kan blijven: kleine letters, cijfers, en tekens die in een bestandsnaam en in een adres niets bijzonders doen.
_GEWOON: Final = re.compile(r"[a-z0-9][a-z0-9.@-]{0,99}")
#: Namen die Windows voor apparaten houdt, ook met iets achter een punt.
_APPARAAT: Final = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)")
_ANDERS: Final = re.compile(r"[^a-z0-9]+")
_LANGST: Final = 60


def safe_name(naam: str) -> str:
    """Return a file name without ending for any id; two different ids never share one.

    A plain id stays as it is. Any other gets its readable signs and a hash behind a `_`, which no plain id has.
    """
    if _GEWOON.fullmatch(naam) and not naam.endswith(".") and not _APPARAAT.match(naam):
        return naam
    leesbaar = _ANDERS.sub("-", naam.casefold()).strip("-")[:_LANGST].strip("-")
    return f"{leesbaar or 'x'}_{hashlib.sha256(naam.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


def norm_page(ref: str, norm: str) -> str:
    """Return where the page of a norm stands in the site, for a kader `id@versie`: `norm/model16@2023/model16.1.visie.html`."""
    return f"norm/{safe_name(ref)}/{safe_name(norm)}.html"


def kader_page(ref: str) -> str:
    """Return where the page of a kader stands."""
    return f"kader/{safe_name(ref)}.html"


def element_page(nummer: int) -> str:
    """Return where the page of an element stands; 0 is what the policy says outside the elements."""
    return f"element/{nummer}.html"


def kind_page(soort: str) -> str:
    """Return where the page of a soort toets stands."""
    return f"soort/{soort.replace('_', '-')}.html"


def block_page(sleutel: str) -> str:
    """Return where the fields under one key of the policy are explained."""
    return f"veld/{sleutel.replace('_', '-')}.html"


def field_page(veld: str) -> str:
    """Return where a field of the policy is explained, with its anchor: `veld/communicatie.html#veld-communicatie.momenten.vorm`."""
    anker = field_anchor(veld)
    sleutel = veld.replace("[]", "").partition(".")[0]
    return f"{VELDEN if sleutel in BOVENAAN else block_page(sleutel)}#{anker}"


def field_anchor(veld: str) -> str:
    """Return the anchor of a field on its page: its path, with the signs of a list left out."""
    return _anchor("veld", veld.replace("[]", ""))


def words_page(lijst: str) -> str:
    """Return where a list of words is explained: the long lists have a page, the others a chapter."""
    return f"woord/{lijst}.html" if lijst in WOORDLIJSTEN else f"{KEUZES}#{list_anchor(lijst)}"


def word_page(lijst: str, woord: str) -> str:
    """Return where one word of a long list is explained, with its anchor."""
    return f"{words_page(lijst)}#{word_anchor(woord)}"


def word_anchor(woord: str) -> str:
    """Return the anchor of a fixed word on its page."""
    return _anchor("woord", woord)


def list_anchor(lijst: str) -> str:
    """Return the anchor of a short list of words."""
    return _anchor("lijst", lijst)


def _anchor(soort: str, naam: str) -> str:
    """Return an anchor that no other kind of thing on a page has."""
    return f"{soort}-{naam if re.fullmatch(r'[A-Za-z0-9_.-]+', naam) else safe_name(naam)}"


@dataclass(frozen=True, slots=True)
class Wijzer:
    """Maakt verwijzingen vanaf één bladzijde; alles blijft betrekkelijk, zodat de site op elke plek werkt."""

    van: str

    def address(self, naar: str) -> str:
        """Return the relative address of a page of the site."""
        pad, hek, anker = naar.partition("#")
        if pad == self.van and hek:
            return f"#{anker}"
        return posixpath.relpath(pad, posixpath.dirname(self.van) or ".") + hek + anker

    def link(self, naar: str, tekst: str) -> Link:
        """Return a link with plain words."""
        return Link((Tekst(tekst),), self.address(naar))

    def code(self, naar: str, tekst: str) -> Link:
        """Return a link whose words are a field or a fixed word."""
        return Link((Code(tekst),), self.address(naar))

    def norm(self, ref: str, norm: str, tekst: str) -> Inline:
        """Return a link to the page of a norm."""
        return self.link(norm_page(ref, norm), tekst)
