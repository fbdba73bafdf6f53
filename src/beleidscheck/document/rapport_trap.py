"""De trap nagerekend: welke normen over een drempel of termijn op elk verloop gehaald worden, en bij welke leerling het misgaat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beleidscheck.bevinding import Oordeel
from beleidscheck.document.blokken import Alinea, Code, Kop, Lijst, Noot, Uitklap, p, t
from beleidscheck.document.rapport_bewijs import with_code
from beleidscheck.document.rapport_woorden import number_of_norms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from beleidscheck.bevinding import Bevinding
    from beleidscheck.document.blokken import Blok
    from beleidscheck.report import Report

#: Wat er bij een uitkomst in de kop van de groep staat; wie niet voldoet, staat met de leerling bij zijn eigen punt.
_KOPPEN = {
    "bewezen": "Bewezen op tijd, op elk verloop: {aantal}",
    "niet bewezen": "Op tijd volgens de norm, maar niet voor elk verloop bewezen: {aantal}",
}
UITLEG = "Voor elke norm over een drempel of termijn is nagerekend of uw stappen ook bij elke denkbare leerling op tijd komen."


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


def ladder_section(report: Report) -> tuple[Blok, ...]:
    """Return what was proven about the ladder, per reason, with the norms folded away; nothing without a norm about a threshold."""
    uitkomsten = ladder_results(report)
    if not uitkomsten:
        return ()
    blokken: list[Blok] = [Kop(2, t("De trap nagerekend"), "trap"), p(UITLEG)]
    for uitkomst, groepen in uitkomsten.items():
        blokken.append(p(f"{result_heading(uitkomst, groepen)}."))
        for reden, groep in groepen:
            normen = Lijst(tuple((p(f"{b.norm.titel} (", Code(b.norm.id), f", {b.norm.kader})"),) for b in groep))
            blokken += (Uitklap(t(f"{reden} ({number_of_norms(len(groep))})"), (normen,)),)
    return tuple(blokken)


def pupil_story(bevindingen: Iterable[Bevinding]) -> str:
    """Return the first pupil for whom the ladder is late, or nothing without one."""
    return next((b.trapbewijs.verhaal for b in bevindingen if b.trapbewijs is not None and b.trapbewijs.verhaal), "")


def pupil_note(bevindingen: Iterable[Bevinding]) -> tuple[Noot, ...]:
    """Return the pupil for whom the ladder is late, as a note; nothing without one."""
    verhaal = pupil_story(bevindingen)
    return (Noot("bewijs", "bij deze leerling gaat het mis", (Alinea(with_code(verhaal)),)),) if verhaal else ()
