"""De stappenkaart: voor mentoren en verzuimadministratie wie wat vandaag, deze week en deze maand doet.

Elke actie van de ladder staat er precies één keer, in het vak van haar termijn; wat geen termijn heeft, staat achteraan.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from beleidscheck.document.beleid_acties import action_row
from beleidscheck.document.beleid_delen import is_yes, prose_of, table
from beleidscheck.document.beleid_kalender import days_between, how_often, rhythms
from beleidscheck.document.beleid_ladder import when_and_for_whom
from beleidscheck.document.blokken import Kop, p, t
from beleidscheck.document.kaart_delen import Vak
from beleidscheck.document.kaart_hulp import contacts, source_line
from beleidscheck.document.taal import capitalise, continued, quantity_nl, sentence, time_nl
from beleidscheck.hoeveelheid import QuantityError, parse_hoeveelheid

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beleidscheck.document.beleid_delen import Feiten
    from beleidscheck.document.blokken import Blok
    from beleidscheck.document.kaart_delen import Stof

#: De vakken, met de langste termijn die erin past, in kalenderdagen; een termijn in uren is altijd vandaag.
_VANDAAG, _WEEK, _MAAND, _LATER, _GEEN = "vandaag", "deze-week", "deze-maand", "later", "zonder-termijn"
_GRENZEN: Final = ((1, _VANDAAG), (7, _WEEK), (31, _MAAND))
_TITELS: Final = {
    _VANDAAG: "Vandaag",
    _WEEK: "Deze week",
    _MAAND: "Deze maand",
    _LATER: "Dit schooljaar",
    _GEEN: "Zonder vaste termijn",
}
_BIJSCHRIFTEN: Final = {
    _VANDAAG: "Stappen die dezelfde dag of de dag erna klaar zijn",
    _WEEK: "Stappen die binnen een week klaar zijn",
    _MAAND: "Stappen die binnen een maand klaar zijn",
    _LATER: "Stappen met een langere termijn",
    _GEEN: "Stappen zonder vaste termijn",
}
#: Voor wie de kaart is: hun werk staat bovenaan.
_EERST: Final = ("meldpunt", "mentor", "docent")
_MOMENT: Final = {
    "elke_les": "elke les",
    "elk_dagdeel": "elk dagdeel",
    "begin_van_de_dag": "aan het begin van de dag",
    "steekproef": "steekproefsgewijs",
}


@dataclass(frozen=True, slots=True)
class Werk:
    """Eén taak op de kaart: wie, wat, wanneer en binnen welke tijd; `vak` zegt waar zij staat."""

    vak: str
    wie: str
    wat: tuple[Blok, ...]
    wanneer: str
    binnen: str
    waar: str = ""


def step_card(stof: Stof) -> Iterator[Vak]:
    """Yield the card for mentors and the absence desk: who does what today, this week, this month, with deadlines."""
    vast, acties = [*_daily(stof), *_rhythms(stof)], [*_actions(stof)]
    for vak, titel in _TITELS.items():
        blokken: list[Blok] = []
        if taken := [werk for werk in vast if werk.vak == vak]:
            blokken += _table(f"Vaste taken: {titel.lower()}", taken, stof)
        if taken := [werk for werk in acties if werk.vak == vak]:
            if blokken:
                blokken.append(Kop(3, t("Bij een signaal")))
            blokken += _table(_BIJSCHRIFTEN[vak], taken, stof)
        if blokken:
            yield Vak(vak, titel, tuple(blokken))
    if not acties:
        yield Vak("stappen", "Bij een signaal", (), "de stappen met wie wat doet (`stappen_bij_afwezigheid`)")
    if not vast:
        yield Vak("vast", "Vaste taken", (), "de vaste taken (`controle_in_de_les`, `check_en_nabellen`, `periodieke_analyse`)")
    if niemand := _nobody_reached(stof):
        yield Vak("niemand-bereikt", "Niemand bereikt?", niemand)
    yield Vak("contact", "Contact", tuple(contacts(stof, stof.namen)), "bij wie iemand terechtkan (`contacten`)")
    yield Vak("meer-weten", "Meer weten?", tuple(source_line(stof)))


def _table(bijschrift: str, taken: list[Werk], stof: Stof) -> Iterator[Blok]:
    """Yield the work as a table per role, those for whom the card is first."""
    eerst = [capitalise(stof.namen.role(rol)) for rol in _EERST]
    namen = sorted(dict.fromkeys(werk.wie for werk in taken), key=lambda wie: eerst.index(wie) if wie in eerst else len(eerst))
    rijen = [(werk.wie, werk.wat, werk.wanneer, werk.binnen, werk.waar) for wie in namen for werk in taken if werk.wie == wie]
    yield from table(bijschrift, ("Wie", "Wat", "Wanneer", "Binnen", "Waar vastgelegd"), rijen)


def _within_box(termijn: str) -> str:
    """Return in which box a term belongs."""
    try:
        tijd = parse_hoeveelheid(termijn)
    except QuantityError:
        return _GEEN
    if tijd.soort == "duur":
        return _VANDAAG
    if tijd.soort != "dagen":
        return _GEEN
    duur = tijd.getal if tijd.is_one_day else tijd.basis()
    return next((vak for grens, vak in _GRENZEN if duur <= grens), _LATER)


def _work(stof: Stof, rol: str, wat: str, wanneer: str, binnen: str = "", vak: str = _VANDAAG) -> Werk:  # noqa: PLR0913 - een rij
    wie = capitalise(stof.namen.role(rol)) if rol else "School"
    return Werk(vak, wie, (p(sentence(wat)),), capitalise(wanneer), capitalise(binnen))


def _daily(stof: Stof) -> Iterator[Werk]:
    """Yield what happens every day at the check in the lesson and the calls."""
    les, check = stof.block("controle_in_de_les"), stof.block("check_en_nabellen")
    if "wie" in les:
        binnen = quantity_nl(str(les["uiterlijk"])) if "uiterlijk" in les else ""
        yield _work(
            stof, str(les["wie"]), "controleert wie er is en legt dat vast", _MOMENT.get(str(les.get("moment", "")), ""), binnen
        )
    geen, zonder, bellen, onbekend = (
        check.get(naam, {})
        for naam in ("geen_controle_door_docent", "afwezig_zonder_reden", "nabellen", "registratie_niet_op_orde")
    )
    if geen:
        wat = continued(str(geen.get("actie", "komt in actie")))
        yield _by(stof, geen, wat, "als in de les niets is vastgelegd")
    if zonder:
        met = f" met {stof.namen.the_roles(zonder['contact_met'])}" if zonder.get("contact_met") else ""
        yield _by(stof, zonder, f"neemt contact op{met}", f"als een {stof.namen.leerling} afwezig is zonder bericht")
    if bellen:
        yield _work(
            stof,
            str(bellen.get("wie", "")),
            _call(bellen),
            f"vanaf {time_nl(str(bellen['tijdstip']))}" if "tijdstip" in bellen else "",
        )
    yield from _unknown(onbekend, stof)


def _by(stof: Stof, deel: Feiten, wat: str, wanneer: str) -> Werk:
    """Return work with its own term; without a term it still belongs to today, for it is part of the daily check."""
    termijn = str(deel.get("termijn", ""))
    return _work(
        stof, str(deel.get("wie", "")), wat, wanneer, quantity_nl(termijn), _within_box(termijn) if termijn else _VANDAAG
    )


def _call(bellen: Feiten) -> str:
    pogingen = f"; {bellen['pogingen']} {'poging' if bellen['pogingen'] == 1 else 'pogingen'}" if "pogingen" in bellen else ""
    tweede = "; ook het tweede nummer" if is_yes(bellen.get("tweede_nummer")) else ""
    return f"belt na{pogingen}{tweede}"


def _unknown(onbekend: Feiten, stof: Stof) -> Iterator[Werk]:
    namen = stof.namen
    als = "als de reden onbekend blijft"
    if onbekend.get("wie"):
        wat = f"spreekt {namen.the_roles(onbekend['spreekt'])} aan" if onbekend.get("spreekt") else "pakt dit op"
        yield _work(stof, str(onbekend["wie"]), wat, als)
    if "naar_mt_na" in onbekend:
        na = str(onbekend["naar_mt_na"])
        met = f" en benadert {namen.the_roles(onbekend['mt_benadert'])}" if onbekend.get("mt_benadert") else ""
        yield _work(stof, "mt", f"neemt het over{met}", f"{als}, na {quantity_nl(na)}", vak=_within_box(na))


def _rhythms(stof: Stof) -> Iterator[Werk]:
    """Yield what returns with a fixed rhythm, in the box of that rhythm."""
    for regel in rhythms(stof.feiten, stof.namen.uitbreiding.velden, stof.namen):
        dagen = days_between(regel)
        vak = next((vak for grens, vak in _GRENZEN if 0 < dagen <= grens), _LATER)
        yield Werk(vak, regel.wie or "School", (p(sentence(regel.wat)),), capitalise(how_often(regel)), "")


def _actions(stof: Stof) -> Iterator[Werk]:
    """Yield every action of the ladder once."""
    for deel in stof.delen:
        for trede in deel.treden:
            wanneer = when_and_for_whom(trede.feiten.get("bij", []), stof.namen, deel.feiten, trede.feiten)
            for actie in trede.feiten.get("acties", ()):
                termijn = str(actie.get("termijn", ""))
                wie, wat, binnen, waar = action_row(actie, stof.namen)
                yield Werk(_within_box(termijn) if termijn else _GEEN, wie, wat, wanneer, binnen, waar)


def _nobody_reached(stof: Stof) -> tuple[Blok, ...]:
    return prose_of(stof.part("check_en_nabellen", "nabellen"), "als_niemand_bereikt", onder=2)
