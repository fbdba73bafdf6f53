"""Check: van een beleid en kaders naar bevindingen en meldingen. Zuiver: geen klok, geen bestand, geen opmaak."""

from beleidscheck.check.meldingen import find_meldingen
from beleidscheck.check.normen import check, examine
from beleidscheck.check.tegenspraak import find_contradictions

__all__ = ["check", "examine", "find_contradictions", "find_meldingen"]
