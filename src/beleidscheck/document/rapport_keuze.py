"""Wat er in een rapport bij elkaar staat en hoe het heet, nog zonder opmaak: voor de terminal en voor elk document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from beleidscheck.bevinding import Oordeel
from beleidscheck.document.rapport_woorden import ground_words, number_of_norms, role_words, sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from beleidscheck.bevinding import Bevinding
    from beleidscheck.report import EersteStap, ElementRapport, Report

#: Zo veel van een passage staat aangehaald; een lezer die meer wil, volgt de vindplaats.
MAX_PASSAGE: Final = 900
#: Wat er bij een uitkomst in de kop van de groep staat; wie niet voldoet, staat met de leerling bij zijn eigen punt.
_KOPPEN = {
    "bewezen": "Bewezen op tijd, op elk verloop: {aantal}",
    "niet bewezen": "Op tijd volgens de norm, maar niet voor elk verloop bewezen: {aantal}",
}


def element_title(element: ElementRapport) -> str:
    """Return the number and title of an element; what stands outside the model has no number."""
    return f"{element.nummer}. {element.titel}" if element.nummer else element.titel


def per_role(report: Report) -> dict[str, list[tuple[int, EersteStap]]]:
    """Return the numbered steps per role that must act; the role with the first step comes first."""
    rollen: dict[str, list[tuple[int, EersteStap]]] = {}
    for nummer, stap in enumerate(report.eerst_dit, start=1):
        rollen.setdefault(role_words(stap.aan_zet, report), []).append((nummer, stap))
    return rollen


def weight_and_gain(stap: EersteStap) -> str:
    """Return how heavy a first step is and what it brings: "Dit is een tekort (…). Wie dit oplost, voldoet aan 16 normen."."""
    return f"Dit is een {stap.cluster.kop.gewicht} ({ground_words(stap.cluster.kop.norm)}). {settles(stap)}"


def settles(stap: EersteStap) -> str:
    """Return how many norms a first step settles, as a sentence."""
    return f"Wie dit oplost, voldoet aan {number_of_norms(stap.regelt)}."


def same_text(bevindingen: Iterable[Bevinding]) -> tuple[tuple[Bevinding, ...], ...]:
    """Return the bevindingen grouped by the text to read, so that no reader reads one passage twice."""
    return _grouped(bevindingen, lambda bevinding: (bevinding.zin, bevinding.passage))


def same_question(bevindingen: Iterable[Bevinding]) -> tuple[tuple[Bevinding, ...], ...]:
    """Return the bevindingen grouped by question, so that no reader answers one question twice."""
    return _grouped(bevindingen, question_of)


def _grouped(bevindingen: Iterable[Bevinding], sleutel: Callable[[Bevinding], Hashable]) -> tuple[tuple[Bevinding, ...], ...]:
    groepen: dict[Hashable, list[Bevinding]] = {}
    for bevinding in bevindingen:
        groepen.setdefault(sleutel(bevinding), []).append(bevinding)
    return tuple(tuple(groep) for groep in groepen.values())


def question_of(bevinding: Bevinding) -> str:
    """Return the question to ask; without one, the statement of the norm as a question."""
    return bevinding.vraag or bevinding.norm.vraag or f"Past het beleid bij deze norm? {sentence(bevinding.norm.zegt)}"


def reading_hint(bevinding: Bevinding) -> str:
    """Return how to point at the places: something stands there, or it should."""
    return "Te lezen bij" if any(feit.waarde is not None for feit in bevinding.feiten) else "Hoort te staan bij"


def reasons(report: Report, oordeel: Oordeel) -> dict[str, list[Bevinding]]:
    """Return the bevindingen with this oordeel per reason, the reason that covers most norms first."""
    groepen: dict[str, list[Bevinding]] = {}
    for bevinding in report.bevindingen:
        if bevinding.oordeel is oordeel:
            groepen.setdefault(sentence(bevinding.zin) or "Zonder reden.", []).append(bevinding)
    return dict(sorted(groepen.items(), key=lambda paar: -len(paar[1])))


def what_to_do(zin: str, groep: Iterable[Bevinding]) -> str:
    """Return what to do about a reason, as a sentence; nothing when the reason says it already."""
    te_doen = next((sentence(b.te_doen) for b in groep if b.te_doen), "")
    return "" if te_doen.casefold() in zin.casefold() else te_doen


def ladder_results(report: Report) -> dict[str, list[tuple[str, list[Bevinding]]]]:
    """Return per outcome, for the norms that are met, the reason with its norms, most norms first."""
    per_uitkomst: dict[str, dict[str, list[Bevinding]]] = {uitkomst: {} for uitkomst in _KOPPEN}
    for bevinding in report.bevindingen:
        bewijs = bevinding.trapbewijs
        if bewijs is not None and bevinding.oordeel is Oordeel.VOLDOET and bewijs.uitkomst in per_uitkomst:
            per_uitkomst[bewijs.uitkomst].setdefault(bewijs.toelichting, []).append(bevinding)
    return {
        uitkomst: sorted(groepen.items(), key=lambda paar: -len(paar[1])) for uitkomst, groepen in per_uitkomst.items() if groepen
    }


def result_heading(uitkomst: str, groepen: list[tuple[str, list[Bevinding]]]) -> str:
    """Return the heading of an outcome, with how many norms it has."""
    return _KOPPEN[uitkomst].format(aantal=number_of_norms(sum(len(groep) for _, groep in groepen)))


def pupil_story(bevindingen: Iterable[Bevinding]) -> str:
    """Return the first pupil for whom the ladder is late, or nothing without one."""
    return next((b.trapbewijs.verhaal for b in bevindingen if b.trapbewijs is not None and b.trapbewijs.verhaal), "")
