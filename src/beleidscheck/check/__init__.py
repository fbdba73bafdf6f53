"""Check: van een beleid en kaders naar bevindingen en meldingen. Zuiver: geen klok, geen bestand, geen opmaak."""

from beleidscheck.check.meldingen import find_meldingen
from beleidscheck.check.normen import check, examine

__all__ = ["check", "examine", "find_meldingen"]
