"""Wat een lezer van een norm moet weten, één keer per audit en niet één keer per school."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from beleidscheck.bevinding import Grond, Niveau  # noqa: TC001 - velden van een waarde
from beleidscheck.kader import load_kader

if TYPE_CHECKING:
    from collections.abc import Mapping

    from beleidscheck.auditing.uitkomst import Audit, Normsleutel


@dataclass(frozen=True, slots=True)
class Normkop:
    """Eén norm van een kader (`id@versie`), met de plek in de bron en het element van het model (0: kop, begrippen, registratie)."""

    kader: str
    id: str
    titel: str
    zegt: str
    niveau: Niveau
    grond: Grond
    bron: str
    plek: str
    element: int
    uitleg: str
    vraag: str
    voorbeeld: str

    @property
    def source(self) -> str:
        """Return document and place, as a reader writes it."""
        return f"{self.bron}, {self.plek}" if self.plek else self.bron


def norm_heads(audit: Audit) -> Mapping[Normsleutel, Normkop]:
    """Return every norm that the audit has an outcome on, by kader in alphabetical order and then as the kader has them."""
    kaders = {kader.ref: kader for kader in map(load_kader, audit.opgave.kaders)}  # ook een kader dat met zijn pad is genoemd
    kaders |= {ref: load_kader(ref) for ref in audit.kaders if ref not in kaders}
    koppen: dict[Normsleutel, Normkop] = {}
    for kader in sorted(kaders.values(), key=lambda kader: kader.ref):
        for norm in kader.normen:
            if (kader.ref, norm.id) in audit.per_norm:
                koppen[kader.ref, norm.id] = Normkop(
                    kader.ref,
                    norm.id,
                    norm.titel,
                    norm.zegt,
                    norm.niveau,
                    norm.grond,
                    kader.bestand.bronnen[norm.bron].titel,
                    norm.plek,
                    norm.element,
                    norm.uitleg,
                    norm.vraag,
                    norm.herstel.voorbeeld,
                )
    return koppen
