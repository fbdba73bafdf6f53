"""De trap nagerekend: welke normen over een drempel of termijn op elk verloop gehaald worden, en bij welke leerling het misgaat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beleidscheck.document.blokken import Alinea, Code, Kop, Lijst, Noot, Uitklap, p, t
from beleidscheck.document.rapport_bewijs import with_code
from beleidscheck.document.rapport_keuze import ladder_results, pupil_story, result_heading
from beleidscheck.document.rapport_woorden import number_of_norms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from beleidscheck.bevinding import Bevinding
    from beleidscheck.document.blokken import Blok
    from beleidscheck.report import Report

UITLEG = "Voor elke norm over een drempel of termijn is nagerekend of uw stappen ook bij elke denkbare leerling op tijd komen."


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


def pupil_note(bevindingen: Iterable[Bevinding]) -> tuple[Noot, ...]:
    """Return the pupil for whom the ladder is late, as a note; nothing without one."""
    verhaal = pupil_story(bevindingen)
    return (Noot("bewijs", "bij deze leerling gaat het mis", (Alinea(with_code(verhaal)),)),) if verhaal else ()
