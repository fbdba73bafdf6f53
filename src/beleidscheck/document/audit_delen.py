"""Bouwstenen voor elke bladzijde van de auditsite: tabellen van aantallen, trends, en lijsten van scholen op naam."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from beleidscheck.bevinding import Oordeel
from beleidscheck.document.audit_beeld import TEKEN, trend_picture
from beleidscheck.document.audit_boek import Schoolblad, Telrij, count_words
from beleidscheck.document.blokken import Alinea, Blok, Cel, Groep, Kop, Lijst, Tabel, Uitklap, cel, p, t
from beleidscheck.document.matrix import Stand
from beleidscheck.document.rapport_woorden import number_of
from beleidscheck.document.taal import date_nl
from beleidscheck.document.uitleg_paden import safe_name
from beleidscheck.report import ElementStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from beleidscheck.document.audit_boek import Auditboek
    from beleidscheck.document.uitleg_paden import Wijzer

#: Meer scholen dan dit staan niet uitgeklapt onder elkaar.
_OPEN_TOT: Final = 30
_KORT: Final = {
    ElementStatus.VOLLEDIG: "vol",
    ElementStatus.DEELS: "deels",
    ElementStatus.ONTBREEKT: "mist",
    ElementStatus.TE_BEOORDELEN: "lezen",
    ElementStatus.NIET_VAN_TOEPASSING: "n.v.t.",
}
STANDEN: Final = {
    stand: Stand(TEKEN[str(stand)], kort, str(stand), f"stand-{stand.name.lower().replace('_', '-')}") for stand, kort in _KORT.items()
}
ONGETOETST: Final = Stand("!", "niet", "niet getoetst", "stand-niet")


def comparison_page(oud: str, nieuw: str) -> str:
    """Return where the comparison of two kaders stands."""
    return f"vergelijking/{safe_name(f'{oud}--{nieuw}')}.html"


def counts_table(bijschrift: str, kop: str, rijen: Sequence[tuple[Cel, Telrij | None]]) -> Tabel:
    """Return rows of counts under one set of columns; a row that may not be shown has no numbers."""
    vakken = next((list(rij) for _, rij in rijen if rij is not None), [])
    return Tabel(
        bijschrift,
        (kop, *vakken),
        tuple((naam, *(cel(count_words(None if rij is None else rij[vak])) for vak in vakken)) for naam, rij in rijen),
    )


def one_row(bijschrift: str, kop: str, rij: Telrij) -> Tabel:
    """Return one row of counts, each on a line of its own."""
    return Tabel(bijschrift, (kop, "Scholen"), tuple((cel(vak, kop=True), cel(count_words(aantal))) for vak, aantal in rij.items()))


def hidden_note(boek: Auditboek) -> tuple[Blok, ...]:
    """Return what «niet getoond» means; nothing where every count is shown."""
    if not boek.openbaar or boek.minimum <= 1:
        return ()
    return (
        Alinea(
            t(
                f"Aantallen onder de {boek.minimum} staan hier niet, ook nul niet. Soms is ook een groter aantal weggelaten,"
                " zodat een klein aantal niet uit te rekenen is."
            ),
            "klein",
        ),
    )


def school_lists(per: Sequence[tuple[str, Sequence[Schoolblad]]], wijzer: Wijzer) -> Iterator[Blok]:
    """Yield the schools per state, by name, each state with its number; a long list is closed."""
    for woord, scholen in per:
        if not scholen:
            continue
        titel = f"{woord.capitalize()}: {number_of(len(scholen), 'school', 'scholen')}"
        lijst = Lijst(tuple((p(wijzer.link(school.pad, school.titel)),) for school in scholen))
        yield Groep((Uitklap(t(titel), (lijst,), open=len(scholen) <= _OPEN_TOT),), soort="zoek")


#: De volgorde waarin een norm zijn scholen noemt; wie de norm niet aangaat, staat er niet.
VOLGORDE: Final = (Oordeel.VOLDOET, Oordeel.VOLDOET_NIET, Oordeel.TE_BEOORDELEN, Oordeel.AFWIJKING, Oordeel.NIET_GETOETST)


def trend_blocks(boek: Auditboek, nummer: int, titel: str) -> Iterator[Blok]:
    """Yield how an element went over the years, as lines and as a table, and then per sector and region."""
    rijen = boek.trend(nummer)
    yield Kop(2, t("Door de tijd"), "trend")
    if len(rijen) < 2:  # noqa: PLR2004 - van één meting is geen lijn te trekken
        yield p(
            "Er is nog geen eerdere meting. Met een map voor de geschiedenis bewaart elke audit haar tellingen,"
            " en staat hier voortaan hoe het verliep."
        )
        return
    datums = [date_nl(datum) for datum, _ in rijen]
    vakken = [vak for vak in rijen[0][1] if any(rij[vak] != 0 for _, rij in rijen)]
    yield trend_picture(f"trend-{nummer}", f"{titel}, door de tijd", datums, [(vak, [rij[vak] for _, rij in rijen]) for vak in vakken])
    yield counts_table("Dezelfde getallen als tabel, in scholen", "Peildatum", _dated(rijen))
    yield from hidden_note(boek)
    if boek.openbaar:
        return
    for groep in sorted({groep for meting in boek.metingen for groep in meting.elementen if groep != "alle"}):
        eigen = boek.trend(nummer, groep)
        soort, _, naam = groep.partition(" ")
        tabel = counts_table(f"Scholen in de {soort} {naam}", "Peildatum", _dated(eigen))
        yield Uitklap(t(f"{soort.capitalize()} {naam}"), (tabel,))


def _dated(rijen: Iterable[tuple[str, Telrij]]) -> list[tuple[Cel, Telrij | None]]:
    return [(cel(date_nl(datum), kop=True), rij) for datum, rij in rijen]
