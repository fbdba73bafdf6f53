"""Opsommingen in Word: de nummering van de stijl van de school als die er is, anders de onze; elke genummerde lijst begint bij 1."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.parts.numbering import NumberingPart

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from docx.document import Document as WordDocument

_TEKENS: Final = ("•", "\N{EN DASH}", "▪")
_VORMEN: Final = ("decimal", "lowerLetter", "lowerRoman")
_PUNT, _GETAL = "bullet", "number"


class Lijsten:
    """Geeft elke lijst haar nummering; wat niet gebruikt wordt, komt niet in het document."""

    def __init__(self, word: WordDocument, ids: Mapping[str, str]) -> None:
        self.word = word
        self.ids = ids
        self.wortel: Any = _numbering(word)
        self.van_ons: dict[str, int] = {}
        self.punten: int | None = None

    def bullet(self, stijl: str, niveau: int) -> Callable[[], list[Any]]:
        """Return what makes the numbering properties of a bullet at this level; nothing when the style has bullets itself."""
        if self._of_style(stijl) is not None:
            return list
        if self.punten is None:
            self.punten = self._add_num(self._ours(_PUNT))
        nummer = self.punten
        return lambda: [_properties(nummer, niveau - 1)]

    def number(self, stijl: str, niveau: int) -> Callable[[], list[Any]]:
        """Return what makes the numbering properties of one new numbered list, which starts at 1."""
        eigen = self._of_style(stijl)
        abstract, diepte = eigen if eigen is not None else (self._ours(_GETAL), niveau - 1)
        nummer = self._add_num(abstract, begin=diepte)
        return lambda: [_properties(nummer, diepte)]

    def _of_style(self, stijl: str) -> tuple[int, int] | None:
        """Return the abstract numbering and level that a style of the school has itself."""
        gevonden: Any = next(
            (deel for deel in self.word.styles.element.findall(qn("w:style")) if deel.get(qn("w:styleId")) == self.ids[stijl]),
            None,
        )
        if gevonden is None or (nummer := gevonden.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")) is None:
            return None
        niveau = gevonden.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:ilvl')}")
        for num in self.wortel.findall(qn("w:num")):
            if num.get(qn("w:numId")) == nummer.get(qn("w:val")) and (abstract := num.find(qn("w:abstractNumId"))) is not None:
                return _number(abstract.get(qn("w:val"))), _number(niveau.get(qn("w:val"))) if niveau is not None else 0
        return None

    def _ours(self, soort: str) -> int:
        """Return our own abstract numbering, made when it is first asked for."""
        if soort not in self.van_ons:
            nummer = 1 + max(
                (_number(deel.get(qn("w:abstractNumId"))) for deel in self.wortel.findall(qn("w:abstractNum"))), default=-1
            )
            eerste_num = self.wortel.find(qn("w:num"))
            nieuw = parse_xml(_abstract_xml(nummer, soort))
            if eerste_num is None:
                self.wortel.append(nieuw)
            else:
                eerste_num.addprevious(nieuw)
            self.van_ons[soort] = nummer
        return self.van_ons[soort]

    def _add_num(self, abstract: int, begin: int | None = None) -> int:
        nummer = 1 + max((_number(deel.get(qn("w:numId"))) for deel in self.wortel.findall(qn("w:num"))), default=0)
        opnieuw = "" if begin is None else f'<w:lvlOverride w:ilvl="{begin}"><w:startOverride w:val="1"/></w:lvlOverride>'
        laatste = self.wortel.findall(qn("w:num"))
        nieuw = parse_xml(f'<w:num {nsdecls("w")} w:numId="{nummer}"><w:abstractNumId w:val="{abstract}"/>{opnieuw}</w:num>')
        if laatste:
            laatste[-1].addnext(nieuw)
        else:
            self.wortel.append(nieuw)
        return nummer


def _number(tekst: str | None) -> int:
    try:
        return int(tekst or 0)
    except ValueError:
        return 0


def _properties(nummer: int, niveau: int) -> Any:  # noqa: ANN401 - lxml kent geen typen
    return parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{niveau}"/><w:numId w:val="{nummer}"/></w:numPr>')


def _abstract_xml(nummer: int, soort: str) -> str:
    niveaus = "".join(
        f'<w:lvl w:ilvl="{plek}"><w:start w:val="1"/><w:numFmt w:val="{"bullet" if soort == _PUNT else _VORMEN[plek]}"/>'
        f'<w:lvlText w:val="{_TEKENS[plek] if soort == _PUNT else f"%{plek + 1}."}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{340 * (plek + 1) + 60}" w:hanging="340"/></w:pPr></w:lvl>'
        for plek in range(len(_TEKENS))
    )
    return f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{nummer}"><w:multiLevelType w:val="hybridMultilevel"/>{niveaus}</w:abstractNum>'


def _numbering(word: WordDocument) -> Any:  # noqa: ANN401 - lxml kent geen typen
    """Return the numbering of the document; a template without lists has none yet."""
    try:
        return word.part.part_related_by(RT.NUMBERING).element  # type: ignore[attr-defined]
    except KeyError:
        leeg = parse_xml(f"<w:numbering {nsdecls('w')}/>")
        deel = NumberingPart(PackURI("/word/numbering.xml"), CT.WML_NUMBERING, leeg, word.part.package)
        word.part.relate_to(deel, RT.NUMBERING)
        return leeg
