"""Terminal: een document in regels van vaste breedte. Kleur komt erbij; een woord zegt altijd al wat de kleur zegt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, assert_never

from beleidscheck.document.blokken import (
    WOORD_BIJ_NOOT,
    Alinea,
    Beeld,
    Citaat,
    Codeblok,
    Definities,
    Groep,
    Kop,
    Lijst,
    Logo,
    Noot,
    Tabel,
    Uitklap,
)
from beleidscheck.document.tekst import block_lines, line_text
from beleidscheck.render.blad import Blad, Kleur
from beleidscheck.render.kolommen import clean, pad, width, wrap
from beleidscheck.render.markdown import clean_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from beleidscheck.document.blokken import Blok, Document, Nootsoort

#: Smaller dan dit past er geen tabel.
MIN_BREEDTE: Final = 40
_KLEUR: Final[dict[Nootsoort, Kleur]] = {
    "let_op": Kleur.GEEL,
    "tekort": Kleur.ROOD,
    "aandachtspunt": Kleur.GEEL,
    "goed": Kleur.GROEN,
    "te_beoordelen": Kleur.BLAUW,
}
_TUSSEN: Final = 2
_SMALSTE_KOLOM: Final = 16
_SUBKOP: Final = 3
#: Meer regels achter een uitklap staan op een scherm alleen maar in de weg.
_MEESTE_REGELS: Final = 60


def render_document_terminal(document: Document, *, kleur: bool, breedte: int = 80) -> str:
    """Return the document as text of at most `breedte` columns (at least 40)."""
    blad = Blad(max(breedte, MIN_BREEDTE), kleur=kleur)
    blad.rule()
    blad.line(document.titel, kleur=Kleur.VET)
    if document.ondertitel:
        blad.line(document.ondertitel)
    blad.rule()
    breed = max((width(naam) for naam, _ in document.kenmerken), default=0) + _TUSSEN
    for naam, waarde in document.kenmerken:
        blad.line(waarde, eerst=pad(naam, breed))
    blad.skip()
    _Schrijver(blad).blocks(document.blokken)
    if document.stempel:
        blad.rule()
        blad.line(document.stempel, kleur=Kleur.DOF)
    return blad.text()


class _Schrijver:
    """Schrijft blokken onder elkaar op een blad."""

    def __init__(self, blad: Blad) -> None:
        self.blad = blad

    def blocks(self, blokken: Iterable[Blok], in_: int = 0) -> None:
        """Write blocks, each after an empty line unless it is short and follows another line of one item."""
        for blok in blokken:
            self._block(blok, in_)

    def _block(self, blok: Blok, in_: int) -> None:  # noqa: C901, PLR0912 - één tak per soort blok
        blad = self.blad
        match blok:
            case Kop():
                if blok.niveau < _SUBKOP:
                    blad.title(line_text(blok.inhoud))
                else:
                    blad.skip()
                    blad.line(line_text(blok.inhoud), in_=in_, kleur=Kleur.VET)
            case Alinea():
                kleur = Kleur.DOF if blok.soort in {"klein", "bron"} else Kleur.GEWOON
                blad.line(line_text(blok.inhoud), in_=in_, kleur=kleur)
            case Lijst():
                self._list(blok, in_)
            case Tabel():
                self._table(blok, in_)
            case Definities():
                for term, betekenis in blok.paren:
                    blad.line(" ".join(block_lines(betekenis)), eerst=f"{line_text(term)}: ", in_=in_)
            case Beeld():
                blad.line(blok.alt, in_=in_)
            case Logo():
                blad.line(blok.alt, in_=in_)
            case Noot():
                blad.skip()
                kop = f"{WOORD_BIJ_NOOT[blok.soort]}: {blok.titel}" if blok.titel else WOORD_BIJ_NOOT[blok.soort]
                blad.line(kop, in_=in_, kleur=_KLEUR.get(blok.soort, Kleur.VET))
                self.blocks(blok.blokken, in_ + _TUSSEN)
                blad.skip()
            case Codeblok():
                self._code(blok, in_)
            case Citaat():
                self.blocks(blok.blokken, in_ + _TUSSEN)
            case Uitklap():
                blad.skip()
                regels = sum(1 for _ in block_lines(blok.blokken))
                if regels > _MEESTE_REGELS and not any(isinstance(deel, Codeblok) for deel in blok.blokken):
                    blad.line(f"{line_text(blok.titel)} met `--formaat html` of `--formaat markdown`.", in_=in_, kleur=Kleur.DOF)
                else:
                    self.blocks(blok.blokken, in_)
            case Groep():
                self.blocks(blok.blokken, in_)
            case _:
                assert_never(blok)

    def _list(self, lijst: Lijst, in_: int) -> None:
        for nummer, item in enumerate(lijst.items, start=1):
            merk = f"{nummer}. " if lijst.genummerd else "- "
            eerste, rest = (item[0], item[1:]) if item else (None, ())
            if isinstance(eerste, Alinea):
                self.blad.line(line_text(eerste.inhoud), eerst=merk, in_=in_)
            elif eerste is not None:
                self.blocks((eerste,), in_ + len(merk))
            self.blocks(rest, in_ + len(merk))

    def _code(self, blok: Codeblok, in_: int) -> None:
        """Write code as it stands; a line that is too long goes on below, further in."""
        self.blad.skip()
        ruimte = self.blad.breedte - in_
        for regel in re.split(r"\r\n|\r|\n", blok.tekst):
            schoon = clean_code(regel)
            while width(schoon) > ruimte:
                deel = schoon[:ruimte]
                while width(deel) > ruimte:
                    deel = deel[:-1]
                self.blad.raw(" " * in_ + deel, eerst=0, kleur=Kleur.GEWOON)
                schoon = schoon[len(deel) :]
            self.blad.raw(" " * in_ + schoon, eerst=0, kleur=Kleur.GEWOON)
        self.blad.skip()

    def _table(self, tabel: Tabel, in_: int) -> None:
        blad = self.blad
        blad.skip()
        cellen = [[" ".join(block_lines(cel.blokken)) for cel in rij] for rij in tabel.rijen]
        breedtes = _widths(tabel.koppen, cellen, blad.breedte - in_)
        if breedtes is None:
            self._as_lists(tabel, in_)
            return
        self._row(tabel.koppen, breedtes, in_, Kleur.VET)
        for rij in cellen:
            self._row(rij, breedtes, in_, Kleur.GEWOON)
        blad.skip()

    def _row(self, rij: Sequence[str], breedtes: Sequence[int], in_: int, kleur: Kleur) -> None:
        """Write one row: the first column may take several lines, the others are short."""
        kolommen = [wrap(tekst, breed) or [""] for tekst, breed in zip(rij, breedtes, strict=True)]
        for nummer in range(max(map(len, kolommen))):
            delen = [pad(kolom[nummer] if nummer < len(kolom) else "", breed) for kolom, breed in zip(kolommen, breedtes, strict=True)]
            regel = " " * in_ + (" " * _TUSSEN).join(delen)
            self.blad.raw(regel.rstrip(), eerst=len(regel.rstrip()), kleur=kleur)

    def _as_lists(self, tabel: Tabel, in_: int) -> None:
        """Write each cell below the name of its column, for a table that is too wide."""
        for rij in tabel.rijen:
            for kop, cel in zip(tabel.koppen, rij, strict=True):
                self.blad.line(kop, in_=in_, kleur=Kleur.VET)
                self.blocks(cel.blokken, in_ + _TUSSEN)
            self.blad.skip()


def _widths(koppen: Sequence[str], cellen: Sequence[Sequence[str]], ruimte: int) -> list[int] | None:
    """Return the widths of the columns: short ones as they are, the long ones share what is left; `None` when that is too little."""
    nodig = [max([width(clean(kop)), *(width(clean(rij[nummer])) for rij in cellen)]) for nummer, kop in enumerate(koppen)]
    ruimte -= _TUSSEN * (len(koppen) - 1)
    if sum(nodig) <= ruimte:
        return nodig
    lang = [nummer for nummer, breed in enumerate(nodig) if breed > _SMALSTE_KOLOM]
    over = ruimte - sum(breed for nummer, breed in enumerate(nodig) if nummer not in lang)
    if not lang or over // len(lang) < _SMALSTE_KOLOM or max(nodig) > 4 * ruimte:
        return None
    for nummer in lang:
        nodig[nummer] = over // len(lang)
    return nodig
