"""Het bewijs voor wat geteld wordt: keren en uren in een venster, met één of meer signalen waarvan er één genoeg is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beleidscheck.trap.bewijs import Bewijs, Uitslag
from beleidscheck.trap.regels import proven
from beleidscheck.trap.vraag import Vraag
from beleidscheck.trap.zoektocht import search_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from beleidscheck.trap.eis import Eis
    from beleidscheck.trap.ladder import Signaal


def prove_count(  # noqa: PLR0913 - alles waar het antwoord van afhangt
    naam: str, eis: Eis, signalen: Sequence[Signaal], lesuur: int | None, teleenheid: str, *, meer_dan: bool = False
) -> Bewijs:
    """Return the proof for a demand on a count or an amount of time. `meer_dan`: the demand is met just above its number too."""
    vraag = Vraag(naam, eis, tuple(signalen), lesuur, teleenheid, meer_dan)
    fijnste, *grover = vraag.pieces()
    if reden := proven(*vraag.limits(fijnste)):
        return Bewijs(Uitslag.BEWEZEN, reden)
    for stuk in (*grover, fijnste):
        if stuk.naam and (gevonden := search_count(vraag, stuk)):
            return Bewijs(Uitslag.TEGENVOORBEELD, tegenvoorbeeld=gevonden)
    return Bewijs(Uitslag.NIET_BEWEZEN, _why_not(eis, signalen))


def _why_not(eis: Eis, signalen: Sequence[Signaal]) -> str:
    if eis.binnen is None:
        return "De bron noemt geen periode; alleen de drempel is vergeleken."
    if all(signaal.periode is None for signaal in signalen):
        return "Uw beleid noemt niet over welke periode u telt."
    return "Geen regel bewijst dit voor elk schooljaar, en in de schooljaren die zijn nagegaan is geen leerling gevonden bij wie het misgaat."
