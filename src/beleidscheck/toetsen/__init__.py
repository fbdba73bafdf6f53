"""De soorten: één kleine klasse per soort toets, en hun uitdrukkelijke vereniging `Toets`."""

from beleidscheck.toetsen.basis import Gap, Leesvraag, Onderzoek, ToetsBasis, Uitkomst, together
from beleidscheck.toetsen.lezen import Lezen, Proza, Verklaring
from beleidscheck.toetsen.lijsten import Dekt, EenItem, ElkItem, Verwijst, Voorwaarde
from beleidscheck.toetsen.samengesteld import Alle, Als, EenVan, Toets, all_fields
from beleidscheck.toetsen.stap import StapToets
from beleidscheck.toetsen.velden import Bevat, Gelijk, Gevuld, Grens, Keuze

#: Elke soort, in de volgorde van de documentatie.
SOORTEN: tuple[type[ToetsBasis], ...] = (
    Gevuld, Gelijk, Keuze, Bevat, Grens, EenItem, ElkItem, Dekt, Verwijst, StapToets, Proza, Verklaring, Lezen, Als, EenVan, Alle,
)  # fmt: skip

__all__ = [
    "SOORTEN", "Alle", "Als", "Bevat", "Dekt", "EenItem", "EenVan", "ElkItem", "Gap", "Gelijk", "Gevuld", "Grens", "Keuze", "Leesvraag", "Lezen",
    "Onderzoek", "Proza", "StapToets", "Toets", "ToetsBasis", "Uitkomst", "Verklaring", "Verwijst", "Voorwaarde", "all_fields", "together",
]  # fmt: skip
