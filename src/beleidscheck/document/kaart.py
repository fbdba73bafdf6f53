"""De familie van documenten: van één beleid een kaart voor elke lezer, als blokken zonder opmaak.

Alle kaarten lezen dezelfde feiten (`Stof`); geen ervan heeft eigen getallen. Zie kaart_delen.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from beleidscheck.document.beleid_ladder import collect
from beleidscheck.document.blokken import Document, Groep, Kop, t
from beleidscheck.document.kaart_delen import Stof
from beleidscheck.document.kaart_eigen import add_own
from beleidscheck.document.kaart_kalender import appointments, year_calendar
from beleidscheck.document.kaart_lezers import guide_section, information_card, pupil_card
from beleidscheck.document.kaart_stappen import step_card
from beleidscheck.document.kleur import approve_style
from beleidscheck.document.namen import Namen
from beleidscheck.document.taal import capitalise, date_nl
from beleidscheck.trap.ladder import build_ladder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from beleidscheck.document.beleid_delen import Feiten, Kadergegevens
    from beleidscheck.document.blokken import Blok, Logo
    from beleidscheck.document.kaart_delen import Vak
    from beleidscheck.document.kaart_eigen import Eigen
    from beleidscheck.policy import Policy

__all__ = ["KAARTEN", "Kaart", "appointments", "compose_card", "material"]


@dataclass(frozen=True, slots=True)
class Kaart:
    """Een soort kaart: de titel (met `{leerling}`), de vakken, en het sjabloon van haar bladspiegel."""

    titel: str
    vakken: Callable[[Stof], Iterator[Vak]]
    sjabloon: str = "beleid"


KAARTEN: Final[dict[str, Kaart]] = {
    "informatiekaart": Kaart("Informatiekaart voor ouders: aanwezig op school", information_card, "kaart"),
    "leerlingkaart": Kaart("{Leerling}kaart: als je er niet bent", pupil_card, "kaart"),
    "stappenkaart": Kaart("Stappenkaart: wie doet wat bij afwezigheid", step_card),
    "schoolgidsparagraaf": Kaart("Aanwezigheid en afwezigheid", guide_section),
    "jaarkalender": Kaart("Jaarkalender aanwezigheid", year_calendar),
}


def material(policy: Policy, kaders: Sequence[Kadergegevens]) -> Stof:
    """Return what every card is made of: the facts of the policy and its resolved ladder."""
    feiten = policy.feiten
    namen = Namen(feiten.get("rollen", {}), policy.uitbreiding, str(feiten.get("school", {}).get("sector", "")))
    trappen = {kader.ref: kader.trappen for kader in kaders}
    ladder = build_ladder(feiten.get("stappen_bij_afwezigheid", {}), trappen)
    return Stof(feiten, namen, collect(feiten, ladder, trappen, namen))


def compose_card(  # noqa: PLR0913 - zoals compose_policy: de opdrachtregel weet dit alles
    stof: Stof, soort: str, *, stempel: str, gereed: bool, logo: Logo | None = None, eigen: Eigen | None = None
) -> tuple[Document, tuple[str, ...]]:
    """Return one card of the policy, and what the author should know: which part stays empty, and why.

    It is a CONCEPT unless the policy is both `gereed` and adopted. `eigen` holds the school's own words for this card.
    """
    kaart = KAARTEN[soort]
    feiten, school = stof.feiten, stof.block("school")
    vakken = tuple(kaart.vakken(stof))
    leeg = tuple(f"op de {soort} ontbreekt {vak.ontbreekt}." for vak in vakken if not vak.blokken and vak.ontbreekt)
    gevuld, over_eigen = add_own(soort, [vak for vak in vakken if vak.blokken], eigen)
    huisstijl = stof.block("huisstijl")
    stijl, _ = approve_style(huisstijl.get("hoofdkleur"), huisstijl.get("accentkleur"))
    titel = kaart.titel.format(Leerling="Studenten" if stof.namen.leerling == "student" else "Leerling")
    naam, plaats = str(school.get("naam", "")), str(school.get("gemeente", ""))
    document = Document(
        titel=eigen.titel if eigen is not None and eigen.titel else titel,
        ondertitel=f"{naam}, {plaats}" if plaats and plaats.casefold() not in naam.casefold() else naam,
        blokken=(
            *(eigen.inleiding if eigen is not None else ()),
            *(blok for vak in gevuld for blok in _boxed(vak, kaart.sjabloon)),
        ),
        kenmerken=tuple(_marks(feiten["beleid"], stof.namen)),
        stempel=stempel,
        concept=not (gereed and feiten["beleid"].get("status") == "vastgesteld"),
        logo=logo,
        stijl=stijl,
        sjabloon=kaart.sjabloon,
        inhoudsopgave=False,
    )
    return document, (*leeg, *over_eigen)


def _boxed(vak: Vak, sjabloon: str) -> Iterator[Blok]:
    """Yield a part under its heading; on a card of one sheet as one group, which stays together."""
    blokken = (Kop(2, t(vak.titel), vak.anker), *vak.blokken)
    yield from (Groep(blokken, "vak"),) if sjabloon == "kaart" else blokken


def _marks(beleid: Feiten, namen: Namen) -> Iterator[tuple[str, str]]:
    """Yield what stands below the title."""
    if "schooljaar" in beleid:
        yield "Schooljaar", str(beleid["schooljaar"])
    if "versie" in beleid:
        yield "Versie", str(beleid["versie"])
    if "status" in beleid:
        yield "Status", capitalise(namen.word(str(beleid["status"]), "status"))
    if "ingangsdatum" in beleid:
        yield "Geldt vanaf", date_nl(beleid["ingangsdatum"])
