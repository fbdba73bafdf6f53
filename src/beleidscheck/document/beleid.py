"""Compose: van een beleid naar het document dat een school publiceert, als blokken zonder opmaak.

Alles wat verschijnt, staat in het beleidsbestand, in een kader of in de vaste zinnen van deze modules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from beleidscheck.document import beleid_borging, beleid_controle, beleid_melden, beleid_rollen, beleid_samenwerking, beleid_visie
from beleidscheck.document.beleid_begrippen import glossary, own_terms
from beleidscheck.document.beleid_casus import examples
from beleidscheck.document.beleid_delen import Feiten, Kadergegevens, element_blocks, elements_of, with_heading
from beleidscheck.document.beleid_kalender import calendar
from beleidscheck.document.beleid_ladder import collect, steps
from beleidscheck.document.beleid_overzicht import in_short, who_does_what, who_is_who
from beleidscheck.document.beleid_regio import regional
from beleidscheck.document.beleid_registratie import registration
from beleidscheck.document.beleid_slot import (
    about_document,
    about_school,
    adults,
    contacts,
    deviations,
    participation,
    statements,
)
from beleidscheck.document.blokken import Document, Noot, p
from beleidscheck.document.kleur import approve_style
from beleidscheck.document.namen import Namen
from beleidscheck.document.taal import capitalise, date_nl
from beleidscheck.document.tekst import block_lines
from beleidscheck.trap.ladder import build_ladder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from beleidscheck.document.beleid_ladder import Trapdeel
    from beleidscheck.document.blokken import Blok, Logo
    from beleidscheck.policy import Policy

__all__ = ["Kadergegevens", "compose_policy"]

_ELEMENTEN: Final[Mapping[str, Callable[[Feiten, Namen], Iterator[Blok]]]] = {
    "visie_en_doel": beleid_visie.vision,
    "stimuleren_aanwezigheid": beleid_visie.stimulating,
    "communicatie": beleid_visie.communication,
    "melden_en_verlof": beleid_melden.reporting,
    "controle_in_de_les": beleid_controle.lesson_check,
    "check_en_nabellen": beleid_controle.daily_check,
    "periodieke_analyse": beleid_controle.analysis,
    "rollen_stimuleren": beleid_rollen.stimulating_roles,
    "toerusting": beleid_rollen.equipment,
    "betrokkenheid": beleid_rollen.involvement,
    "samenwerking": beleid_samenwerking.cooperation,
    "langdurig_afwezig": beleid_samenwerking.long_absence,
    "monitoring_en_evaluatie": beleid_borging.monitoring,
    "gegevensbescherming": beleid_borging.protection,
    "verantwoording": beleid_borging.accountability,
}


def compose_policy(  # noqa: PLR0913 - de opdrachtregel weet dit alles, en het document heeft het nodig
    policy: Policy,
    kaders: Sequence[Kadergegevens],
    *,
    stempel: str,
    gereed: bool,
    logo: Logo | None = None,
    normtitels: Mapping[str, str] | None = None,
) -> Document:
    """Return the policy as a document; it is a CONCEPT unless it is both `gereed` and adopted.

    `stempel` is the line with versions and hashes at the foot; `normtitels` gives the title of a norm by its id, for the
    deviations. Colours that are too light are darkened here; ask `approve_style` for the messages about that.
    """
    feiten = policy.feiten
    namen = Namen(feiten.get("rollen", {}), policy.uitbreiding, str(feiten.get("school", {}).get("sector", "")))
    ladder = build_ladder(feiten.get("stappen_bij_afwezigheid", {}), {kader.ref: kader.trappen for kader in kaders})
    huisstijl: Feiten = feiten.get("huisstijl", {})
    stijl, _ = approve_style(huisstijl.get("hoofdkleur"), huisstijl.get("accentkleur"))
    concept = not (gereed and feiten["beleid"].get("status") == "vastgesteld")
    delen = collect(feiten, ladder, {kader.ref: kader.trappen for kader in kaders}, namen)
    blokken: list[Blok] = [_why_concept(feiten, gereed=gereed)] if concept else []
    blokken += _front(feiten, kaders, delen, namen)
    blokken += _elements(feiten, kaders, delen, namen)
    blokken += _back(policy, delen, normtitels or {}, namen)
    blokken += _chapter("Wat gebeurt er als …", "wat-gebeurt-er-als", _examples(feiten, kaders, delen, namen))
    blokken += _chapter("Begrippen en afkortingen", "begrippen", _terms(feiten, blokken, namen))
    return Document(
        titel=feiten["beleid"]["titel"],
        ondertitel=_subtitle(feiten.get("school", {})),
        blokken=tuple(blokken),
        kenmerken=tuple(_marks(feiten, namen)),
        stempel=stempel,
        concept=concept,
        logo=logo,
        stijl=stijl,
    )


def _subtitle(school: Feiten) -> str:
    naam, plaats = str(school.get("naam", "")), str(school.get("gemeente", ""))
    return f"{naam}, {plaats}" if plaats and plaats.casefold() not in naam.casefold() else naam


def _marks(feiten: Feiten, namen: Namen) -> Iterator[tuple[str, str]]:
    """Yield what stands on the title page."""
    beleid: Feiten = feiten["beleid"]
    if "versie" in beleid:
        yield "Versie", str(beleid["versie"])
    if "schooljaar" in beleid:
        yield "Schooljaar", str(beleid["schooljaar"])
    if "status" in beleid:
        yield "Status", capitalise(namen.word(str(beleid["status"]), "status"))
    if "vastgesteld_op" in beleid:
        yield "Vastgesteld op", date_nl(beleid["vastgesteld_op"])
    if "ingangsdatum" in beleid:
        yield "Geldt vanaf", date_nl(beleid["ingangsdatum"])
    if "volgende_herziening" in beleid:
        yield "Volgende herziening", date_nl(beleid["volgende_herziening"])
    bestuur = str(feiten.get("school", {}).get("bevoegd_gezag", ""))
    if "formeel_verantwoordelijk" in beleid:
        rol = str(beleid["formeel_verantwoordelijk"])
        naam = capitalise(namen.role(rol))
        yield (
            "Formeel verantwoordelijk",
            f"{bestuur} ({namen.role(rol)})" if bestuur and rol == "bevoegd_gezag" and bestuur != naam else naam,
        )
    if bestuur and beleid.get("formeel_verantwoordelijk") != "bevoegd_gezag":
        yield "Bevoegd gezag", bestuur


def _front(feiten: Feiten, kaders: Sequence[Kadergegevens], delen: Sequence[Trapdeel], namen: Namen) -> Iterator[Blok]:
    """Yield what comes before the elements."""
    kadernamen = {kader.ref: kader.naam for kader in kaders}
    yield from _chapter("In het kort", "in-het-kort", in_short(feiten, delen, namen))
    yield from _chapter("Over dit document", "over-dit-document", about_document(feiten, namen, kadernamen))
    yield from _chapter("Over de school", "over-de-school", about_school(feiten.get("school", {}), namen))


def _elements(feiten: Feiten, kaders: Sequence[Kadergegevens], delen: Sequence[Trapdeel], namen: Namen) -> Iterator[Blok]:
    """Yield the sixteen elements in the order of the model."""
    for element in elements_of(namen):
        blok: Feiten = feiten.get(element.sleutel, {})
        if element.sleutel == "stappen_bij_afwezigheid":
            inhoud = steps(blok, namen, delen, {kader.ref: kader.naam for kader in kaders}, _dropped(blok, kaders))
        else:
            inhoud = _ELEMENTEN[element.sleutel](blok, namen)
        yield from element_blocks(element, blok, namen, inhoud)


def _back(policy: Policy, delen: Sequence[Trapdeel], normtitels: Mapping[str, str], namen: Namen) -> Iterator[Blok]:
    """Yield what comes after the elements."""
    feiten, velden = policy.feiten, namen.uitbreiding.velden
    rollen = (*who_is_who(_role_table(policy), namen), *who_does_what(feiten, delen, namen))
    yield from _chapter(
        "Registratie van aanwezigheid en afwezigheid", "registratie", registration(feiten.get("registratie", {}), namen)
    )
    yield from _chapter("Regionale afspraken", "regionaal", regional(feiten.get("regionaal", {}), velden, namen))
    yield from _chapter(
        f"{capitalise(namen.leerlingen)} van 18 jaar en ouder", "achttien-plus", adults(feiten.get("doelgroep_18plus", {}), namen)
    )
    yield from _chapter("Wie doet wat", "wie-doet-wat", rollen)
    yield from _chapter("Jaarkalender", "jaarkalender", calendar(feiten, velden, namen))
    yield from _chapter("Medezeggenschap", "medezeggenschap", participation(feiten.get("medezeggenschap", []), namen))
    yield from _chapter("Afwijkingen", "afwijkingen", deviations(feiten.get("afwijkingen", []), namen, normtitels))
    yield from _chapter("Contact", "contact", contacts(feiten.get("contacten", []), namen))
    yield from _chapter("Verklaringen", "verklaringen", statements(feiten.get("verklaringen", []), namen))


def _examples(feiten: Feiten, kaders: Sequence[Kadergegevens], delen: Sequence[Trapdeel], namen: Namen) -> Iterator[Blok]:
    """Yield the annex of examples; each step points to where the document tells all about its trap."""
    ankers = {deel.naam: f"stappen-{deel.anker}" for deel in reversed(delen)}
    return examples(feiten, {kader.ref: kader.trappen for kader in kaders}, namen, ankers)


def _terms(feiten: Feiten, blokken: Sequence[Blok], namen: Namen) -> Iterator[Blok]:
    return glossary([*own_terms(feiten.get("begrippen", {}), namen)], "\n".join(block_lines(blokken)), namen)


def _chapter(titel: str, anker: str, blokken: Iterable[Blok]) -> Iterator[Blok]:
    yield from with_heading(2, titel, blokken, anker)


def _why_concept(feiten: Feiten, *, gereed: bool) -> Noot:
    zinnen = []
    if feiten["beleid"].get("status") != "vastgesteld":
        zinnen.append("Dit beleid is nog niet vastgesteld.")
    if not gereed:
        zinnen.append("Het beleid voldoet nog niet aan alle kaders die het volgt.")
    return Noot("let_op", "dit is een concept", (p(" ".join(zinnen)),))


def _role_table(policy: Policy) -> dict[str, Mapping[str, object]]:
    """Return per role who fills it, other names and who stands in."""
    rollen = policy.beleid.rollen or {}
    return {rol: invulling.model_dump(exclude_none=True) for rol, invulling in rollen.items() if invulling is not None}


def _dropped(blok: Feiten, kaders: Sequence[Kadergegevens]) -> list[str]:
    """Return the titles of the steps of the kader that the school left out."""
    trappen = [trap for kader in kaders if kader.ref == blok.get("volgt") for trap in kader.trappen]
    titels = {str(stap.get("id", "")): str(stap.get("titel", "")) for trap in trappen for stap in trap.get("stappen", ())}
    return [titels.get(str(weg), "") or str(weg).replace("_", " ").replace("-", " ") for weg in blok.get("vervalt", ())]
