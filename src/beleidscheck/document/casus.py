"""Compose: van uitgevoerde casussen naar een document om te lezen: de tijdlijn, wie wat doet, en wie er eerder is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from beleidscheck.casus.dagwoorden import Schoolweken, date_words, day_words
from beleidscheck.document.beleid_delen import table
from beleidscheck.document.blokken import Alinea, Document, Kop, Lijst, Noot, p, t
from beleidscheck.document.casus_beeld import casus_beeld
from beleidscheck.document.casus_naast import beside, closing, names_of
from beleidscheck.document.casus_verhaal import Verteller, happenings, pupil_words
from beleidscheck.document.proza import parse_prose
from beleidscheck.document.taal import capitalise, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from beleidscheck.casus.lezen import Casus
    from beleidscheck.casus.uitvoeren import Uitkomst, Uitvoering
    from beleidscheck.document.blokken import Blok
    from beleidscheck.document.casus_verhaal import Doet

_VERZONNEN: Final = "De leerling is verzonnen. De dagen horen bij het schooljaar en de vakanties die bij de casus staan."


def compose_casus(uitkomsten: Sequence[Uitkomst], *, stempel: str) -> Document:
    """Return the casussen as one document; a single one has its own title, more have one chapter each."""
    eerste = uitkomsten[0]
    alleen = len(uitkomsten) == 1
    eigen, ander = eerste.eigen.partij, eerste.ander.partij if eerste.ander else None
    kenmerken = [("Ladder", f"{eigen.naam} ({eigen.ref})")]
    if ander is not None:
        kenmerken.append(("Naast", f"{ander.naam} ({ander.ref})"))
    if alleen:
        kenmerken += [("Leerling", pupil_words(eerste.casus)), ("Schooljaar", eerste.casus.inhoud.schooljaar)]
    return Document(
        titel=eerste.casus.inhoud.titel if alleen else "Wat gebeurt er als …",
        ondertitel="Casus" if alleen else f"{len(uitkomsten)} casussen",
        blokken=tuple(blok for nummer, uitkomst in enumerate(uitkomsten, 1) for blok in _one(uitkomst, nummer, alleen=alleen)),
        kenmerken=tuple(kenmerken),
        stempel=stempel,
        sjabloon="beleid",
        inhoudsopgave=not alleen,
    )


def _one(uitkomst: Uitkomst, nummer: int, *, alleen: bool) -> Iterator[Blok]:
    casus = uitkomst.casus
    niveau = 2 if alleen else 3
    if not alleen:
        yield Kop(2, t(casus.inhoud.titel), f"casus-{nummer}")
        yield p(f"{pupil_words(casus)}. Schooljaar {casus.inhoud.schooljaar}.")
    if casus.inhoud.uitleg:
        yield from parse_prose(casus.inhoud.uitleg, onder=niveau)
    if casus.inhoud.bron:
        yield Alinea(t(f"Bron: {sentence(casus.inhoud.bron)}"), "bron")
    if slot := closing(uitkomst):
        yield Noot("info", "wie is er eerder", (p(slot),))
    yield Kop(niveau, t("De tijdlijn"), f"tijdlijn-{nummer}")
    yield casus_beeld(f"casus-{nummer}-beeld", uitkomst)
    eigen, ander = names_of(uitkomst)
    yield Kop(niveau, t(f"Wat er gebeurt onder {eigen}"), f"eigen-{nummer}")
    yield from _timeline(casus, uitkomst.eigen)
    if uitkomst.ander is not None:
        yield Kop(niveau, t(f"Wat er gebeurt onder {ander}"), f"ander-{nummer}")
        yield from _timeline(casus, uitkomst.ander)
        yield from _beside(uitkomst, nummer, niveau)
    yield Alinea(t(_VERZONNEN), "klein")


def _timeline(casus: Casus, uitvoering: Uitvoering) -> Iterator[Blok]:
    """Yield one table of what happens and what follows, day by day."""
    weken = Schoolweken(casus.kalender)
    rijen: list[tuple[date, int, str, str | tuple[Blok, ...]]] = [(dag, 0, capitalise(zin), "") for dag, zin in happenings(casus)]
    for volgt in Verteller(uitvoering.partij).follows(uitvoering.tijdlijn):
        herkomst = f" ({volgt.herkomst})" if volgt.herkomst else ""
        rijen.append(
            (volgt.dag, 1, f"Stap: {volgt.titel}{herkomst}{f', {volgt.waardoor}' if volgt.waardoor else ''}", _list(volgt.doet))
        )
    rijen.sort(key=lambda rij: (rij[0], rij[1]))
    yield from table(
        "Wat er gebeurt en wat er dan volgt",
        ("Dag", "Schoolweek", "Wat", "Wie doet wat"),
        ((capitalise(day_words(dag)), str(weken.number(dag)), wat, doet) for dag, _, wat, doet in rijen),
    )
    if not uitvoering.tijdlijn.momenten:
        yield p("Er volgt geen enkele stap.")
    yield from limits(uitvoering)


def _list(doet: Sequence[Doet]) -> tuple[Blok, ...]:
    if not doet:
        return (p("Geen vaste actie."),)
    return (Lijst(tuple((p(action_sentence(een)),) for een in doet)),)


def action_sentence(doet: Doet) -> str:
    """Return an action as a whole sentence, with its last day and where it is recorded."""
    sanctie = "Sanctie: " if doet.sanctie else ""
    termijn = f", uiterlijk {day_words(doet.uiterlijk)}" if doet.uiterlijk else ""
    waar = f" (vastgelegd in: {doet.waar})" if doet.waar else ""
    return f"{sanctie}{capitalise(doet.zin)}{termijn}{waar}."


def limits(uitvoering: Uitvoering) -> Iterator[Blok]:
    """Yield what could not be counted and what was assumed."""
    vertellen = Verteller(uitvoering.partij)
    for niet in uitvoering.tijdlijn.niet_geteld:
        yield Noot("let_op", "niet geteld", (p(f"De stap «{vertellen.title(niet.stap)}» is niet geteld. {niet.reden}"),))
    for aanname in uitvoering.tijdlijn.aannamen:
        yield Noot("info", "een afspraak", (p(aanname),))


def _beside(uitkomst: Uitkomst, nummer: int, niveau: int) -> Iterator[Blok]:
    assert uitkomst.ander is not None  # noqa: S101 - de aanroeper heeft gekeken
    eigen, ander = names_of(uitkomst)
    vertellen = Verteller(uitkomst.ander.partij)
    yield Kop(niveau, t("Naast elkaar"), f"naast-{nummer}")
    rijen = []
    for regel in uitkomst.vergelijking:
        dag, eigen_dag = regel.days
        rijen.append(
            (
                f"{vertellen.title(regel.moment.stap)}, {date_words(regel.moment.dag)}",
                date_words(dag),
                date_words(eigen_dag) if eigen_dag else "",
                capitalise(beside(regel, vertellen)),
            )
        )
    yield from table(
        "Per stap: wanneer alles uiterlijk gedaan is",
        ("Stap", capitalise(ander), capitalise(eigen), "Verschil"),
        rijen,
    )
    if not rijen:
        yield p(f"{capitalise(ander)} vraagt in deze casus niets.")
