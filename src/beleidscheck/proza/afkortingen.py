"""Afkortingen in hoofdletters die het beleid nergens uitlegt.

Uitgelegd is een afkorting als zij ergens naast haar woorden staat («multidisciplinair overleg (MDO)», «MDO (multidisciplinair
overleg)», «MDO staat voor ...»), als de school haar bij haar begrippen zet, of als het gepubliceerde document haar zelf uitlegt
in zijn begrippenlijst.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from beleidscheck.beleid.afkortingen import AFKORTINGEN, ALGEMEEN_BEKEND, SCHOOLSOORTEN
from beleidscheck.proza.advies import Plek, Vondst

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from beleidscheck.beleid.woorden import Uitbreiding
    from beleidscheck.proza.velden import Stuk

_LETTER: Final = r"[^\W_]"
_AFKORTING: Final = re.compile(
    rf"(?<!{_LETTER})(?<!{_LETTER}[.&/-])(?P<kort>[A-Z](?:&?[A-Z]){{1,5}})(?=(?:['’]?(?:s|er|ers|en)\b)|-{_LETTER}|"
    rf"(?!{_LETTER}))(?![.&/][A-Z0-9]|-?[0-9])"
)
_TWEE_HOOFDLETTERS: Final = re.compile(r"[A-Z]&?[A-Z]")
_ROMEINS: Final = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
#: Iemand die schreeuwt, schrijft meer woorden in hoofdletters naast elkaar.
_SCHREEUW: Final = re.compile(r"(?<![^\W_])[A-Z]{2,}(?:\s+[A-Z]{2,})+(?![^\W_])")
_NADRUK: Final = frozenset({
    "AL", "ALLE", "ALLEEN", "ALS", "ALTIJD", "BIJ", "DAN", "DAT", "DE", "DIE", "DIRECT", "DOE", "DUS", "EEN", "EERST", "EN",
    "ER", "GEEN", "GOED", "HET", "IN", "IS", "JA", "LET", "MAAR", "MAG", "MET", "MOET", "NA", "NAAR", "NEE", "NIET", "NOG",
    "NOOIT", "NU", "OF", "OM", "OOK", "OP", "OVER", "SAMEN", "STOP", "TE", "TIP", "TOT", "UIT", "VAN", "VOOR", "WAT", "WEL",
    "WIE", "WIJ", "ZELF", "ZIE", "ZO", "ZONDER",
})  # fmt: skip
_OVERSLAAN: Final = frozenset({"registratie", "verklaringen"})
_NAAMVELDEN: Final = frozenset({"naam", "bevoegd_gezag", "gemeente", "lvs", "locatie", "locaties"})
#: Wie een afkorting zo vaak gebruikte zonder uitleg, legt haar daarna ook niet meer uit.
_MEESTE_KEREN: Final = 100
_KORT_ERVOOR: Final = 120
_LANG_ERNA: Final = 160
_VERKLAART: Final = re.compile(r"['’\"”»*_]*\s*(?:staat\s+voor|betekent|is\s+de\s+afkorting\s+van|=)\s", re.IGNORECASE)
_KORTWEG: Final = re.compile(r"(?:kortweg|afgekort(?:\s+(?:als|tot))?|ook\s+wel|hierna)\s*:?\s*['‘\"“«(*_]*$", re.IGNORECASE)


_SLOT: Final = r"(?:-[^\W_]+)?['’\"”»*_]*"
_TUSSEN_HAAKJES: Final = re.compile(rf"{_SLOT}\s*\(([^()\n]{{4,}})\)")
_BIJSTELLING: Final = re.compile(rf"{_SLOT},\s*(?:(?:de|het|een|ons|onze)\s+)?([^,.;()\n]{{4,}})")
_OPEN: Final = re.compile(r"([^().;:]{4,})\(\s*['‘\"“«*_]*(?:(?:het|de|afgekort|kortweg)\s+)?$")
_DICHT: Final = re.compile(rf"{_SLOT}\s*[),;]")
#: Wat een eigennaam is, heeft zijn uitleg voor zich staan: «het traject CLEO», «de app ABC of XYZ».
_NAAM_VAN: Final = re.compile(
    r"(?<![^\W_])(?:aanpak|app|apps|cursus|formulier|interventies?|methoden?|methodieken?|methodiek|module|pakket|"
    r"programma['’]?s?|project(?:en)?"
    r"|regeling|software|systeem|systemen|training(?:en)?|traject(?:en)?|vragenlijst|website)\s+(?:[A-Z][\w&]*(?:,|\s+en|"
    r"\s+of)\s+){0,3}['‘\"“«*_]*$"
)


def unexplained_abbreviations(
    stukken: Sequence[Stuk], uitbreiding: Uitbreiding, begrippen: Iterable[str], al_gemeld: Iterable[str] = ()
) -> Iterator[Vondst]:
    """Yield one advice for each abbreviation that nothing explains, with every place where it stands.

    `begrippen` are the terms that the school defines, `al_gemeld` the abbreviations that should not stand there at all.
    """
    plekken: dict[str, list[Plek]] = {}
    bekend = _known(stukken, uitbreiding, begrippen) | {*al_gemeld}
    uitgelegd: set[str] = set()
    gezien = Counter[str]()
    for stuk in stukken:
        if not _TWEE_HOOFDLETTERS.search(stuk.tekst):
            continue
        kaal = stuk.lees.kaal
        schreeuw = [treffer.span() for treffer in _SCHREEUW.finditer(kaal)]
        for treffer in _AFKORTING.finditer(kaal):
            kort = treffer["kort"]
            if kort in bekend or kort in uitgelegd or _is_no_abbreviation(kort):
                continue
            if any(van <= treffer.start() < tot for van, tot in schreeuw):
                continue
            gezien[kort] += 1
            if gezien[kort] <= _MEESTE_KEREN and _explained_here(kaal, kort, treffer.start("kort"), treffer.end("kort")):
                uitgelegd.add(kort)
            elif stuk.pad[0] not in _OVERSLAAN and stuk.lees.eigen[treffer.start()] == kaal[treffer.start()]:
                plek = Plek(stuk.pad, treffer.start("kort"), treffer.end("kort"), kort)
                plekken.setdefault(kort, []).append(plek)
    for kort, waar in plekken.items():
        if kort not in uitgelegd:
            keer = f" ({len(waar)} keer)" if len(waar) > 1 else ""
            zin = f"De afkorting «{kort}»{keer} wordt nergens in het beleid uitgelegd."
            doen = (
                f"Schrijf bij de eerste keer de woorden voluit met «({kort})» erachter, of zet de uitleg bij `begrippen.overig`."
            )
            yield Vondst("afkorting", zin, doen, tuple(waar), over=kort)


def _is_no_abbreviation(kort: str) -> bool:
    return kort in _NADRUK or kort.casefold() in SCHOOLSOORTEN or bool(_ROMEINS.fullmatch(kort))


def _known(stukken: Iterable[Stuk], uitbreiding: Uitbreiding, begrippen: Iterable[str]) -> frozenset[str]:
    """Return what needs no explanation: what everybody knows, what the document explains, and names of the school's own."""
    bekend = {*ALGEMEEN_BEKEND, *AFKORTINGEN}
    for lijst in (uitbreiding.rollen, uitbreiding.plaatsen, uitbreiding.woorden):
        bekend |= {info.label for info in lijst.values() if info.uitleg and info.lidwoord}
    for begrip in begrippen:
        bekend |= {treffer["kort"] for treffer in _AFKORTING.finditer(begrip)}
    for stuk in stukken:
        if stuk.pad[-1] in _NAAMVELDEN or (stuk.pad[0] == "registratie" and stuk.pad[-1] == "code"):
            bekend |= {treffer["kort"] for treffer in _AFKORTING.finditer(stuk.tekst)}
    return frozenset(bekend)


def _explained_here(tekst: str, kort: str, begin: int, eind: int) -> bool:
    """Tell whether the words of an abbreviation stand next to it here."""
    erna, ervoor = tekst[eind : eind + _LANG_ERNA], tekst[max(0, begin - _KORT_ERVOOR) : begin]
    haakje = _TUSSEN_HAAKJES.match(erna) or _BIJSTELLING.match(erna)
    if haakje and _stands_for(kort, haakje[1]):
        return True
    if _VERKLAART.match(erna) or _KORTWEG.search(ervoor) or _NAAM_VAN.search(ervoor):
        return True
    open_ = _OPEN.search(ervoor)
    if open_ and _DICHT.match(erna):
        woorden = open_[1].split()
        return any(
            _stands_for(kort, " ".join(woorden[-aantal:])) for aantal in range(1, min(len(woorden), 2 * len(kort) + 2) + 1)
        )
    return False


def _stands_for(kort: str, lang: str) -> bool:
    """Tell whether the letters of an abbreviation stand in these words in order, the first at the beginning of a word."""
    letters = [letter for letter in kort.casefold() if letter.isalpha()]
    klein = lang.casefold()
    kleine = sum(teken.islower() for teken in lang)
    if kleine < 2 * len(letters):
        return False
    for begin in re.finditer(rf"(?<!{_LETTER}){re.escape(letters[0])}", klein):
        plek = begin.end()
        for letter in letters[1:]:
            plek = klein.find(letter, plek) + 1
            if not plek:
                break
        else:
            return True
    return False
