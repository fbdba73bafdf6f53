"""De vrije tekst van een beleid, met voor elk stuk waar het staat."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.beleid.paden import boom, regionale_velden
from beleidscheck.proza.markdown import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beleidscheck.beleid.paden import Veld
    from beleidscheck.policy import Policy
    from beleidscheck.proza.markdown import Leestekst
    from beleidscheck.source import Pad

_TEKST: Final = frozenset({"proza", "tekst"})
#: Hier staan geen eigen zinnen van de school maar vaste namen, verwijzingen en woorden van een ander.
_GEEN_TAAL: Final = frozenset({"vervangt", "logo", "url", "adres", "email", "telefoon", "website", "norm", "brin"})


@dataclass(frozen=True)
class Stuk:
    """Eén vrije tekst; `proza` is een tekst van meer zinnen, met opmaak."""

    pad: Pad
    tekst: str
    proza: bool

    @cached_property
    def lees(self) -> Leestekst:
        """Return the text as a reader reads it."""
        return read_text(self.tekst)


def free_texts(policy: Policy) -> tuple[Stuk, ...]:
    """Return every free text of the policy, in the order of the file."""
    return tuple(_walk(policy.source.data, boom(), (), regionale_velden(policy.uitbreiding)))


def _walk(waarde: Any, veld: Veld, pad: Pad, regionaal: Veld | None) -> Iterator[Stuk]:  # noqa: ANN401 - elke YAML-waarde
    if isinstance(waarde, str):
        if veld.veldtype in _TEKST and not veld.vorm and pad[-1] not in _GEEN_TAAL:
            yield Stuk(pad, waarde, proza=veld.veldtype == "proza")
    elif isinstance(waarde, list):
        if veld.item is not None:
            for nummer, deel in enumerate(waarde):
                yield from _walk(deel, veld.item, (*pad, nummer), regionaal)
    elif isinstance(waarde, dict):
        for sleutel, deel in waarde.items():
            onder = regionaal if pad == () and sleutel == "regionaal" else veld.velden.get(sleutel) or veld.vrij
            if onder is not None:
                yield from _walk(deel, onder, (*pad, sleutel), regionaal)
