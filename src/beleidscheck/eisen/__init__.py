"""Eisen naast elkaar: vraagt de ene toets minstens zoveel als de andere? Zie dekking.py voor de regel per soort."""

from beleidscheck.eisen.dekking import Richting, compare_demands, covers, needs_reader, stands_among

__all__ = ["Richting", "compare_demands", "covers", "needs_reader", "stands_among"]
