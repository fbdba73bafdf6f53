"""De hygiëne van een ladder: gaten, dode stappen, drempels die teruglopen, tegenstrijdige stappen en de privacyregel.

Zuiver: van een ladder, en wat het beleid ernaast zegt, naar gebreken met paden. Zonder `gegevens` gaat het alleen over de ladder zelf,
zoals bij de ladder van een kader. Voorzichtig met opzet: liever een gemist gebrek dan een vals alarm. Uitleg in docs/hygiene.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from beleidscheck.trap.gebrek import ONBEKEND, Gebrek, Gegevens, Kwaal
from beleidscheck.trap.hygiene_bereik import (
    absences_without_step,
    broken_steps,
    groups_without_step,
    reports_without_step,
    steps_for_nobody,
    unfilled_actors,
)
from beleidscheck.trap.hygiene_paar import backward_steps, contradicting_steps, dead_steps
from beleidscheck.trap.hygiene_stap import signal_faults, unbounded_counts
from beleidscheck.trap.hygiene_ziek import adults_without_consent, sickness_faults

if TYPE_CHECKING:
    from beleidscheck.trap.ladder import Ladder

__all__ = ["ONBEKEND", "Gebrek", "Gegevens", "Kwaal", "find_gebreken"]


def find_gebreken(ladder: Ladder, gegevens: Gegevens = ONBEKEND) -> tuple[Gebrek, ...]:
    """Return everything that is wrong with the ladder itself, in a fixed order: by kind, then in the order of the ladder."""
    return (
        *broken_steps(ladder),
        *signal_faults(ladder, gegevens),
        *unbounded_counts(ladder, gegevens),
        *steps_for_nobody(ladder, gegevens),
        *groups_without_step(ladder, gegevens),
        *absences_without_step(ladder, gegevens),
        *reports_without_step(ladder, gegevens),
        *unfilled_actors(ladder, gegevens),
        *dead_steps(ladder),
        *backward_steps(ladder, gegevens),
        *contradicting_steps(ladder),
        *sickness_faults(ladder, gegevens),
        *adults_without_consent(ladder, gegevens),
    )
