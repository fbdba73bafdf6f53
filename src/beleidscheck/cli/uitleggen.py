"""De opdrachten `uitleg` en `kaders`: wat een norm vraagt, en welke kaders er zijn."""

from __future__ import annotations

import difflib
from collections import Counter
from typing import TYPE_CHECKING, Final

from beleidscheck.api import laad_kader
from beleidscheck.beleid.elementen import ELEMENTEN
from beleidscheck.beleid.paden import boom, regionale_boom, zoek_veld
from beleidscheck.beleid.woorden import KEUZES, woorden_van
from beleidscheck.cli.uitleg_tekst import element_text, field_text, kind_text, norm_text, word_text, wrap
from beleidscheck.document.uitleg_boek import Boek, how_tested, make_book
from beleidscheck.document.uitleg_paden import WOORDLIJSTEN
from beleidscheck.document.uitleg_soort import kind_name
from beleidscheck.document.uitleg_velden import walk
from beleidscheck.errors import UsageError
from beleidscheck.kader import available
from beleidscheck.kader.opvolging import date_words, notices
from beleidscheck.toetsen import SOORTEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from beleidscheck.beleid.woorden import Woordinfo
    from beleidscheck.kader import Kader

_MEESTE: Final = 3


def explain(wat: str, refs: Iterable[str]) -> str:
    """Return the explanation of a norm, element, soort, field or word; `soort:stap` says which of these is meant.

    Raises `UsageError` for what does not exist, with what was meant.
    """
    kaders = [laad_kader(ref) for ref in (tuple(refs) or available())]
    groep, dubbelepunt, naam = wat.partition(":")
    zoekers = {groep: _ZOEKERS[groep]} if dubbelepunt and groep in _ZOEKERS else _ZOEKERS
    gezocht = naam.strip() if zoekers is not _ZOEKERS else wat
    if "norm" in zoekers and (tekst := _find_norm(gezocht, kaders)):
        return tekst
    boek = make_book(kaders)
    for zoek in zoekers.values():
        if gevonden := zoek(gezocht, boek):
            return gevonden
    namen = [naam for groep in zoekers for naam in _names(groep, boek)]
    beste = difflib.get_close_matches(gezocht, namen, n=_MEESTE, cutoff=0.5)
    beste = beste or [naam for naam in namen if gezocht and gezocht in naam][:_MEESTE]
    bedoeld = (
        f" Bedoelde u {' of '.join(beste)}?"
        if beste
        else " Een element heeft nummer 1 tot en met 16; normen staan in het rapport."
    )
    wat_dan = f"geen {groep}" if zoekers is not _ZOEKERS else "geen norm, element, soort, veld of woord"
    raise UsageError(f"Er is {wat_dan} «{gezocht}».{bedoeld}")


def _find_norm(wat: str, kaders: Sequence[Kader]) -> str:
    """Return a norm by its id; of two kaders that have it, the last one named."""
    gevonden = [(kader, norm) for kader in kaders for norm in kader.normen if norm.id == wat]
    return norm_text(*gevonden[-1]) if gevonden else ""


def _find_element(wat: str, boek: Boek) -> str:
    for element in ELEMENTEN:
        if wat.casefold() in {str(element.nummer), element.sleutel, element.titel.casefold()}:
            eigen = [(regel.kader, regel.norm) for regel in boek.per_element.get(element.nummer, ())]
            return element_text(f"Element {element.nummer}: {element.titel}", element.sleutel, eigen)
    return ""


def _find_kind(wat: str, boek: Boek) -> str:
    return next((kind_text(soort, boek.per_soort.get(wat, ())) for soort in SOORTEN if kind_name(soort) == wat), "")


def _find_field(wat: str, boek: Boek) -> str:
    """Return a field by its path; the signs of a list may be left out."""
    pad = wat if zoek_veld(wat, boek.uitbreiding) else next((pad for pad in _fields(boek) if pad.replace("[]", "") == wat), "")
    veld = zoek_veld(pad, boek.uitbreiding)
    return field_text(pad, veld, boek.per_veld.get(pad, ())) if veld else ""


def _find_word(wat: str, boek: Boek) -> str:
    lijsten: dict[str, Woordinfo] = {}
    for lijst in (*WOORDLIJSTEN, *KEUZES):
        if info := woorden_van(lijst, boek.uitbreiding).get(wat):
            lijsten.setdefault(lijst, info)
    normen = dict.fromkeys(regel for lijst in lijsten for regel in boek.per_woord.get((lijst, wat), ()))
    return word_text(wat, lijsten, tuple(normen)) if lijsten else ""


_ZOEKERS: Final[dict[str, Callable[[str, Boek], str]]] = {
    "norm": lambda wat, boek: _find_norm(wat, boek.kaders),
    "element": _find_element,
    "soort": _find_kind,
    "veld": _find_field,
    "woord": _find_word,
}


def _names(groep: str, boek: Boek) -> Iterable[str]:
    """Return every name that can be explained in one group."""
    match groep:
        case "norm":
            return [regel.norm.id for regel in boek.regels]
        case "element":
            return [element.sleutel for element in ELEMENTEN]
        case "soort":
            return [kind_name(soort) for soort in SOORTEN]
        case "veld":
            return _fields(boek)
        case _:
            return dict.fromkeys(woord for lijst in (*WOORDLIJSTEN, *KEUZES) for woord in woorden_van(lijst, boek.uitbreiding))


def _fields(boek: Boek) -> list[str]:
    regionaal = regionale_boom(boek.uitbreiding.velden)
    paden = [pad for sleutel, veld in boom().velden.items() for pad in (sleutel, *(naam for naam, _ in walk(sleutel, veld)))]
    return [*paden, *(pad for pad, _ in walk("regionaal", regionaal))]


def list_kaders(*, telling: bool, dag: date) -> str:
    """Return the shipped kaders with their validity on this day; with `telling` how each of their norms is tested."""
    blokken, totaal = [], Counter[str]()
    for ref in available():
        kader = laad_kader(ref)
        kop = f"{ref}\n{wrap(kader.bestand.naam, '  ')}\n  status: {kader.bestand.status}, vanaf {kader.bestand.geldig_van}, {len(kader.normen)} normen"
        if kader.bestand.sectoren:
            kop += f", voor {', '.join(kader.bestand.sectoren)}"
        if telling:
            geteld = Counter(how_tested(norm) for norm in kader.normen)
            totaal.update(geteld)
            kop += "\n" + "\n".join(f"  {aantal:>5}  {hoe}" for hoe, aantal in sorted(geteld.items()))
        else:
            verlopen = f"Dit kader gold tot en met {date_words(kader.bestand.geldig_tot or '')}." if kader.expired(dag) else ""
            zinnen = " ".join(filter(None, (kader.bestand.opmerking, verlopen, *notices(kader, dag))))
            kop += f"\n{wrap(zinnen, '  ')}" if zinnen else ""
        blokken.append(kop)
    if telling:
        som = "\n".join(f"  {aantal:>5}  {hoe}" for hoe, aantal in sorted(totaal.items()))
        blokken.append(f"Samen {totaal.total()} normen\n{som}")
    return "\n\n".join(blokken)
