"""Terminal: een casus als tijdlijn in kolommen, leesbaar met en zonder kleur."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from beleidscheck.casus.dagwoorden import Schoolweken, date_words, day_words, short_day
from beleidscheck.casus.uitvoeren import Stand
from beleidscheck.document.casus_naast import beside, closing, names_of
from beleidscheck.document.casus_verhaal import Verteller, happenings, pupil_words
from beleidscheck.document.taal import capitalise, sentence
from beleidscheck.render.blad import Blad, Kleur

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from beleidscheck.casus.nagaan import Oordeel
    from beleidscheck.casus.uitvoeren import Uitkomst, Uitvoering
    from beleidscheck.document.casus_verhaal import Volgt

_STAND: Final = {
    Stand.NIET: ("✗ ", Kleur.ROOD),
    Stand.LATER: ("▼ ", Kleur.GEEL),
    Stand.ZELFDE: ("= ", Kleur.GEWOON),
    Stand.EERDER: ("▲ ", Kleur.GROEN),
}


def render_casus(uitkomsten: Sequence[Uitkomst], *, kleur: bool, breedte: int = 80) -> str:
    """Return the casussen as text of at most `breedte` columns."""
    blad = Blad(breedte, kleur=kleur)
    for uitkomst in uitkomsten:
        _casus(blad, uitkomst)
    return blad.text()


def render_verdicts(uitkomsten: Sequence[Uitkomst], oordelen: Sequence[Oordeel | None], *, kleur: bool, breedte: int = 80) -> str:
    """Return only whether each casus does what is expected, with the differences, and a count at the end."""
    blad = Blad(breedte, kleur=kleur)
    goed = fout = 0
    for uitkomst, oordeel in zip(uitkomsten, oordelen, strict=True):
        naam = f"{uitkomst.casus.naam}: {uitkomst.casus.inhoud.titel}"
        if oordeel is None or not oordeel.nagegaan:
            blad.line(naam, eerst="- ", kleur=Kleur.DOF)
            blad.line("Er is niets nagegaan: de casus zegt niet wat er onder deze ladder hoort te volgen.", in_=2)
            continue
        if oordeel.verschillen:
            fout += 1
            blad.line(naam, eerst="✗ ", kleur=Kleur.ROOD)
        else:
            goed += 1
            blad.line(naam, eerst="✓ ", kleur=Kleur.GROEN)
        for zin in (*oordeel.verschillen, *oordeel.overgeslagen):
            blad.line(zin, in_=4)
    rest = len(uitkomsten) - goed - fout
    blad.rule()
    delen = [f"{goed} zoals verwacht", f"{fout} anders dan verwacht", *([f"{rest} niet nagegaan"] if rest else [])]
    blad.line(f"{len(uitkomsten)} {'casus' if len(uitkomsten) == 1 else 'casussen'}: {', '.join(delen)}.", kleur=Kleur.VET)
    return blad.text()


def _casus(blad: Blad, uitkomst: Uitkomst) -> None:
    inhoud = uitkomst.casus.inhoud
    blad.skip()
    blad.rule()
    blad.line(inhoud.titel, kleur=Kleur.VET)
    blad.line(f"{pupil_words(uitkomst.casus)}. Schooljaar {inhoud.schooljaar}.")
    blad.rule()
    if inhoud.uitleg:
        blad.line(inhoud.uitleg)
    if inhoud.bron:
        blad.line(sentence(inhoud.bron), eerst="Bron: ", kleur=Kleur.DOF)
    _timeline(blad, uitkomst, uitkomst.eigen, met_gebeurtenissen=True)
    if uitkomst.ander is not None:
        _timeline(blad, uitkomst, uitkomst.ander, met_gebeurtenissen=False)
        _beside(blad, uitkomst)
    if slot := closing(uitkomst):
        blad.skip()
        blad.line(slot, kleur=Kleur.VET)


def _timeline(blad: Blad, uitkomst: Uitkomst, uitvoering: Uitvoering, *, met_gebeurtenissen: bool) -> None:
    partij = uitvoering.partij
    vertellen = Verteller(partij)
    blad.title("Wat er gebeurt en wat er dan volgt" if met_gebeurtenissen else "Wat er ernaast volgt")
    blad.line(f"{partij.naam} ({partij.ref})", eerst="Ladder: ")
    weken = Schoolweken(uitkomst.casus.kalender)
    rijen: list[tuple[date, int, str | Volgt]] = []
    if met_gebeurtenissen:
        rijen += [(dag, 0, zin) for dag, zin in happenings(uitkomst.casus)]
    rijen += [(volgt.dag, 1, volgt) for volgt in vertellen.follows(uitvoering.tijdlijn)]
    vorige: date | None = None
    for dag, _, wat in sorted(rijen, key=lambda rij: rij[:2]):
        if dag != vorige:
            blad.skip()
            blad.line(f"{capitalise(day_words(dag))}, schoolweek {weken.number(dag)}", kleur=Kleur.VET)
            vorige = dag
        if isinstance(wat, str):
            blad.line(capitalise(wat), eerst="○ ", in_=2)
        else:
            _step(blad, wat)
    blad.skip()
    if not uitvoering.tijdlijn.momenten:
        blad.line("Er volgt geen enkele stap.")
    for niet in uitvoering.tijdlijn.niet_geteld:
        blad.line(f"De stap «{vertellen.title(niet.stap)}» is niet geteld. {niet.reden}", eerst="Let op: ", kleur=Kleur.GEEL)
    for aanname in uitvoering.tijdlijn.aannamen:
        blad.line(aanname, eerst="Afspraak: ", kleur=Kleur.DOF)


def _step(blad: Blad, volgt: Volgt) -> None:
    herkomst = f" ({volgt.herkomst})" if volgt.herkomst else ""
    blad.line(f"{volgt.titel}{herkomst}", eerst="● ", in_=2, kleur=Kleur.BLAUW)
    if volgt.waardoor:
        blad.line(f"{capitalise(volgt.waardoor)}.", in_=4)
    for doet in volgt.doet:
        termijn = f", uiterlijk {short_day(doet.uiterlijk)}" if doet.uiterlijk else ""
        waar = f" [{doet.waar}]" if doet.waar else ""
        sanctie = "sanctie: " if doet.sanctie else ""
        blad.line(f"{sanctie}{doet.zin}{termijn}{waar}", eerst="- ", in_=4)


def _beside(blad: Blad, uitkomst: Uitkomst) -> None:
    assert uitkomst.ander is not None  # noqa: S101 - de aanroeper heeft gekeken
    eigen, ander = names_of(uitkomst)
    vertellen = Verteller(uitkomst.ander.partij)
    if uitkomst.vergelijking:
        blad.title("Naast elkaar")
    for regel in uitkomst.vergelijking:
        teken, kleur = _STAND[regel.stand]
        blad.line(f"{vertellen.title(regel.moment.stap)}, {date_words(regel.moment.dag)}", eerst=teken, kleur=kleur)
        dag, eigen_dag = regel.days
        blad.line(f"{capitalise(ander)}: {date_words(dag)}", in_=4)
        blad.line(f"{capitalise(eigen)}: {date_words(eigen_dag) if eigen_dag else 'niet'}", in_=4)
        blad.line(capitalise(beside(regel, vertellen)), in_=4)
