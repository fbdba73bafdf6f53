"""Kleine aantallen weglaten uit wat openbaar wordt, zó dat zij ook niet uit de rest zijn uit te rekenen.

Een rij verdeelt een bekend totaal over vakken (zo veel scholen voldoen, zo veel niet, zo veel iets anders). Een aantal onder het minimum
wordt niet getoond, en nul is ook zo'n aantal: dan weet iedereen het van elke school. Een aantal dat op minder dan het minimum na het hele
totaal is, ook niet. Het laatste vak dat overblijft gaat dan mee weg, en zo nodig meer, tot er samen genoeg is weggelaten. Welk vak dat is,
hangt alleen af van de volgorde en niet van de getallen, en alle weggelaten vakken zien er hetzelfde uit: anders valt er toch te rekenen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def suppress(aantallen: Sequence[int], minimum: int) -> tuple[int | None, ...]:
    """Return a row of counts with `None` for what may not be shown; their sum is taken as known to everyone.

    With a `minimum` of 0 or 1 nothing is small. For every count that is not shown at least `minimum` values stay possible, also for who
    knows this rule and the rest of the row (tests/test_audit_openbaar.py tries them all).
    """
    if minimum <= 1:
        return tuple(aantallen)
    totaal = sum(aantallen)
    over = {vak: aantal for vak, aantal in enumerate(aantallen) if minimum <= aantal <= totaal - minimum}
    if len(over) < len(aantallen):
        over.pop(max(over, default=-1), None)
        while over and totaal - sum(over.values()) < 2 * minimum:
            over.pop(max(over))
    return tuple(over.get(vak) for vak in range(len(aantallen)))
