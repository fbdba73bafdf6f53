"""Bouwstenen van het beleidsdocument: feiten van de school worden zinnen, lijsten, tabellen en kopjes.

Alles leest uit gewone waarden (`Policy.feiten`); wat er niet staat, verschijnt niet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from beleidscheck.beleid.elementen import ELEMENTEN
from beleidscheck.document.blokken import Alinea, Cel, Definities, Kop, Lijst, Link, Noot, Tabel, Tekst, cel, p, t
from beleidscheck.document.proza import parse_line, parse_prose, safe_url
from beleidscheck.document.taal import capitalise, date_nl, enumerate_nl, sentence

if TYPE_CHECKING:
    from beleidscheck.beleid.elementen import Elementinfo
    from beleidscheck.document.blokken import Blok, Regel
    from beleidscheck.document.namen import Namen

Feiten: TypeAlias = Mapping[str, Any]
#: Wat een tabelcel krijgt: gewone tekst, of blokken; leeg is een lege cel.
Celinhoud: TypeAlias = "str | tuple[Blok, ...]"
LEEG: Final = "\N{EN DASH}"


@dataclass(frozen=True, slots=True)
class Kadergegevens:
    """Wat het document van een kader nodig heeft: `id@versie`, de naam en de eigen ladder."""

    ref: str
    naam: str
    trappen: tuple[Feiten, ...] = ()


def is_yes(waarde: object) -> bool:
    """Return whether a fact says yes."""
    return waarde is True or waarde == "ja"


def yes_no(feiten: Feiten, sleutel: str, ja: str, nee: str) -> str:
    """Return the sentence for yes or for no; nothing when the school says neither."""
    if sleutel not in feiten:
        return ""
    return ja if is_yes(feiten[sleutel]) else nee


def paragraph(*zinnen: str) -> Iterator[Blok]:
    """Yield one paragraph of the sentences that say something."""
    if gevuld := [zin for zin in zinnen if zin]:
        yield p(" ".join(gevuld))


def bullets(*zinnen: str) -> Iterator[Blok]:
    """Yield the sentences that say something: one as a paragraph, more as a list."""
    gevuld = [zin for zin in zinnen if zin]
    if len(gevuld) > 1:
        yield Lijst(tuple((p(zin),) for zin in gevuld))
    else:
        yield from paragraph(*gevuld)


def lines(zinnen: Iterable[str], *, genummerd: bool = False) -> Iterator[Blok]:
    """Yield sentences of the school as a list."""
    if items := tuple((Alinea(parse_line(sentence(zin))),) for zin in zinnen):
        yield Lijst(items, genummerd=genummerd)


def text_line(tekst: str) -> tuple[Blok, ...]:
    """Return a short text of the school as a sentence."""
    return (Alinea(parse_line(sentence(tekst))),)


def definitions(*paren: tuple[str, tuple[Blok, ...]]) -> Iterator[Blok]:
    """Yield terms with their content; a term without content is left out."""
    if gevuld := tuple((t(term), blokken) for term, blokken in paren if blokken):
        yield Definities(gevuld)


def prose_of(feiten: Feiten, sleutel: str, *, onder: int = 3) -> tuple[Blok, ...]:
    """Return the blocks of a Markdown field, or nothing; a loose phrase becomes a sentence."""
    tekst = str(feiten.get(sleutel, "")).strip()
    if tekst[:1].isalnum():
        tekst = capitalise(tekst) if "\n" in tekst else sentence(tekst)
    return parse_prose(tekst, onder=onder) if tekst else ()


def line_of(feiten: Feiten, sleutel: str) -> tuple[Blok, ...]:
    """Return a one-line field as a sentence, or nothing."""
    return text_line(str(feiten[sleutel])) if feiten.get(sleutel) else ()


def heading(niveau: int, titel: str, anker: str = "") -> Kop:
    """Return a heading of plain text."""
    return Kop(niveau, t(titel), anker)


def with_heading(niveau: int, titel: str, blokken: Iterable[Blok], anker: str = "") -> Iterator[Blok]:
    """Yield blocks under a heading, or nothing at all when there are none."""
    if inhoud := tuple(blokken):
        yield heading(niveau, titel, anker)
        yield from inhoud


def table(bijschrift: str, koppen: Sequence[str], rijen: Iterable[Sequence[Celinhoud]]) -> Iterator[Blok]:
    """Yield a table whose first column heads each row; columns that are empty in every row are left out."""
    cellen = [[_cell(inhoud) for inhoud in rij] for rij in rijen]
    if not cellen:
        return
    gevuld = [plek for plek in range(len(koppen)) if plek == 0 or any(rij[plek].blokken for rij in cellen)]
    yield Tabel(
        bijschrift,
        tuple(koppen[plek] for plek in gevuld),
        tuple(tuple(Cel(rij[plek].blokken or (p(LEEG),), kop=plek == 0) for plek in gevuld) for rij in cellen),
    )


def _cell(inhoud: Celinhoud) -> Cel:
    if isinstance(inhoud, str):
        return cel(inhoud) if inhoud else Cel(())
    return Cel(inhoud)


def link(tekst: str, url: str) -> Regel:
    """Return a link when the address is one to click, else the words with the address behind them."""
    veilig = safe_url(url)
    if veilig is None:
        return t(f"{tekst} ({url})" if tekst != url else url)
    return (Link(t(tekst), veilig),)


def url_line(url: str) -> Regel:
    """Return an address as a link to itself, without `https://` and the like in its words."""
    kort = url.removeprefix("https://").removeprefix("http://").removeprefix("mailto:").removeprefix("tel:")
    return link(kort.rstrip("/") or url, url)


# ---- Wat elk element gemeen heeft -----------------------------------------------------------------------------------


def elements_of(namen: Namen) -> tuple[Elementinfo, ...]:
    """Return the sixteen elements with the titles that fit the sector: an mbo has studenten."""
    return tuple(replace(info, titel=namen.spoken(info.titel), hoofdthema=namen.spoken(info.hoofdthema)) for info in ELEMENTEN)


def element_blocks(info: Elementinfo, feiten: Feiten, namen: Namen, inhoud: Iterable[Blok]) -> Iterator[Blok]:
    """Yield one element of the model: heading, policy, facts, who does what, procedure and remarks."""
    yield Alinea(t(info.hoofdthema), "klein")
    yield heading(2, f"{info.nummer}. {info.titel}", info.sleutel)
    if not feiten:
        yield p("Over dit onderdeel staat in dit beleid nog niets.")
        return
    yield from _elsewhere(feiten)
    yield from _to_do(feiten, namen)
    yield from prose_of(feiten, "beleid", onder=2)
    yield from inhoud
    yield from _who_does_what(info, feiten, namen)
    yield from with_heading(3, "Werkwijze", lines(feiten.get("procedure", ()), genummerd=True))
    yield from with_heading(3, "Toelichting", prose_of(feiten, "toelichting"))


def _elsewhere(feiten: Feiten) -> Iterator[Blok]:
    elders = feiten.get("elders_geregeld")
    if not elders:
        return
    plaats, url = str(elders.get("vindplaats", "")), str(elders.get("url", ""))
    regel: Regel = t("De school heeft dit onderdeel in een ander document geregeld.")
    if plaats:
        regel = (*t("De school heeft dit onderdeel geregeld in: "), *parse_line(sentence(plaats)))
    if url:
        regel = (*regel, *t(" "), *link("Naar dat document", url), *t("."))
    yield Noot("info", "elders geregeld", (Alinea(regel),))


def _to_do(feiten: Feiten, namen: Namen) -> Iterator[Blok]:
    plan = feiten.get("nog_in_te_vullen")
    if not plan:
        return
    wie = capitalise(namen.the_role(str(plan["wie"]))) if plan.get("wie") else "De school"
    wanneer = f" uiterlijk op {date_nl(plan['wanneer'])}" if plan.get("wanneer") else ""
    yield Noot("let_op", "nog in te vullen", (p(f"{wie} werkt dit onderdeel{wanneer} uit."),))


def _who_does_what(info: Elementinfo, feiten: Feiten, namen: Namen) -> Iterator[Blok]:
    inhoud: list[Blok] = []
    if regie := feiten.get("regie"):
        inhoud += paragraph(f"{capitalise(namen.the_role(str(regie)))} heeft de regie.")
    taken = [(_task_role(taak, namen), line_of(taak, "taak")) for taak in feiten.get("taken", ())]
    inhoud += table(f"Taken bij: {info.titel.lower()}", ("Wie", "Taak"), taken)
    yield from with_heading(3, "Wie doet wat", inhoud)


def _task_role(taak: Feiten, namen: Namen) -> str:
    return capitalise(namen.role(str(taak["rol"]))) if taak.get("rol") else "Niet toegewezen"


def said(term: str, *delen: str) -> tuple[str, tuple[Blok, ...]]:
    """Return a term with the sentences that say something, for `definitions`."""
    gevuld = [deel for deel in delen if deel]
    return term, ((Alinea((Tekst(" ".join(gevuld)),)),) if gevuld else ())


def listed(namen: Namen, rij: Iterable[str], soort: str = "") -> tuple[Blok, ...]:
    """Return fixed words or words of the school: one as it is, more as a list."""
    items = [capitalise(namen.word(woord, soort)) for woord in rij]
    if len(items) <= 1:
        return tuple(p(item) for item in items)
    return (Lijst(tuple((p(item),) for item in items)),)


def words_in(namen: Namen, feiten: Feiten, sleutel: str, soort: str = "") -> str:
    """Return a list of fixed words as an enumeration, or an empty text."""
    return enumerate_nl(namen.word(str(woord), soort) for woord in feiten.get(sleutel, ()))
