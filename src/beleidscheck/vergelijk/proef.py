"""Een gewijzigd beleid toetsen zonder het te bewaren: haalt het de norm, en wordt er nergens iets slechter van?"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.bevinding import Oordeel
from beleidscheck.check import check, examine, find_contradictions, find_meldingen
from beleidscheck.errors import InvalidPolicyError
from beleidscheck.kader import combine
from beleidscheck.policy import parse_policy
from beleidscheck.source.wijzig import apply_to_data

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from beleidscheck.bevinding import Bevinding, Melding
    from beleidscheck.check.tegenspraak import Tegenspraak
    from beleidscheck.kader import Kader, Norm
    from beleidscheck.policy import Policy
    from beleidscheck.source import Pad, Source
    from beleidscheck.source.wijzig import Wijziging
    from beleidscheck.toetsen import Onderzoek

GEHAALD: Final = frozenset({Oordeel.VOLDOET, Oordeel.TE_BEOORDELEN})
_SLECHT: Final = frozenset({Oordeel.VOLDOET_NIET, Oordeel.NIET_GETOETST})


@dataclass(frozen=True)
class Gelezen:
    """Een beleid dat in het formaat past, klaar om te toetsen."""

    policy: Policy
    onderzoek: Onderzoek
    tegenspraken: tuple[Tegenspraak, ...]


@dataclass(frozen=True)
class Proef:
    """Een beleid met wijzigingen, en de kaders waaraan het wordt getoetst.

    Met `eigen_regio` ligt de school bij elk kader in de regio van dat kader: zo is te zien of hetzelfde beleid in twee regio's
    voldoet, al staat er in een beleid maar één regio.
    """

    source: Source
    kaders: tuple[Kader, ...]
    peildatum: date
    eigen_regio: bool = False
    _per_regio: dict[str | None, Gelezen | None] = field(default_factory=dict, compare=False, repr=False)

    @property
    def policy(self) -> Policy | None:
        """Return the policy, or `None` when it does not fit the format."""
        gelezen = self._read(None)
        return gelezen.policy if gelezen else None

    def _read(self, regio: str | None) -> Gelezen | None:
        if regio not in self._per_regio:
            self._per_regio[regio] = self._parse(regio)
        return self._per_regio[regio]

    def _parse(self, regio: str | None) -> Gelezen | None:
        if regio is not None:
            gewoon = self._read(None)
            return gewoon and _examined(_moved(gewoon.policy, regio), self.kaders)
        try:
            policy = parse_policy(self.source, self.peildatum, combine(self.kaders))
        except InvalidPolicyError:
            return None
        return _examined(policy, self.kaders)

    def _region(self, kader: Kader) -> str | None:
        if not self.eigen_regio:
            return None
        return next((deel.bestand.regio for deel in kader.chain if deel.bestand.regio), None)

    def with_changes(self, wijzigingen: Sequence[Wijziging]) -> Proef:
        """Return the policy with these changes. Raises `EditError` for a place that cannot be there."""
        return self.with_values(apply_to_data(self.source.data, wijzigingen))

    def with_values(self, data: dict[str, Any]) -> Proef:
        """Return the same trial with other values."""
        return Proef(self.source.with_values(data), self.kaders, self.peildatum, self.eigen_regio)

    def tested_against(self, kaders: Sequence[Kader]) -> Proef:
        """Return the same policy, tested against other norms of the same kaders; what was read stays read."""
        return Proef(self.source, tuple(kaders), self.peildatum, self.eigen_regio, self._per_regio)

    def about(self, sleutels: set[str]) -> Proef:
        """Return the trial with only the norms that read something under these keys of the policy."""
        kaders = []
        for kader in self.kaders:
            normen = tuple(norm for norm in kader.normen if _reads(norm, sleutels))
            kaders.append(replace(kader, bestand=kader.bestand.model_copy(update={"normen": normen})))
        return self.tested_against(kaders)

    def finding(self, kader: Kader, norm: Norm) -> Bevinding | None:
        """Return the outcome of one norm; `None` for a policy that does not fit the format."""
        gelezen = self._read(self._region(kader))
        if gelezen is None:
            return None
        alleen = replace(kader, bestand=kader.bestand.model_copy(update={"normen": (norm,)}))
        return check(gelezen.policy, [alleen], gelezen.onderzoek, gelezen.tegenspraken)[0]

    @cached_property
    def findings(self) -> tuple[Bevinding, ...]:
        """Return the outcome of every norm; nothing for a policy that does not fit the format."""
        alle: list[Bevinding] = []
        for kader in self.kaders:
            gelezen = self._read(self._region(kader))
            if gelezen is None:
                return ()
            alle += check(gelezen.policy, [kader], gelezen.onderzoek, gelezen.tegenspraken)
        return tuple(alle)

    @property
    def complaints(self) -> tuple[Melding, ...]:
        """Return what is wrong with the policy itself, apart from any norm."""
        gelezen = self._read(None)
        if gelezen is None:
            return ()
        return tuple(find_meldingen(gelezen.policy, self.kaders, gelezen.onderzoek.ladder, self.findings, gelezen.tegenspraken))

    @property
    def norms(self) -> tuple[tuple[Kader, Norm], ...]:
        """Return every norm with its kader, in the order of the findings."""
        return tuple((kader, norm) for kader in self.kaders for norm in kader.normen)

    @property
    def contradictions(self) -> frozenset[tuple[Pad, Pad]]:
        """Return the places where the policy contradicts itself."""
        gelezen = self._read(None)
        return frozenset((t.een, t.ander) for t in gelezen.tegenspraken) if gelezen else frozenset()

    def meets(self, kader: Kader, norm: Norm) -> bool:
        """Return whether the norm is met, or only a reader can tell."""
        gevonden = self.finding(kader, norm)
        return gevonden is not None and gevonden.oordeel in GEHAALD

    def worse_than(self, eerder: Proef) -> tuple[int, ...]:
        """Return the places of the norms that were in order and no longer are; all of them for a policy that does not fit."""
        if self.policy is None:
            return tuple(range(len(eerder.findings)))
        paren = zip(eerder.findings, self.findings, strict=True)
        return tuple(
            nummer for nummer, (nu, straks) in enumerate(paren) if straks.oordeel in _SLECHT and nu.oordeel not in _SLECHT
        )

    def is_no_worse_than(self, eerder: Proef) -> bool:
        """Return whether every norm that was in order still is, and nothing new is contradicted."""
        return self.policy is not None and not self.worse_than(eerder) and self.contradictions <= eerder.contradictions


def _reads(norm: Norm, sleutels: set[str]) -> bool:
    lezing = (*norm.lezing.strengste, *norm.lezing.ruimste) if norm.lezing else ()
    return any(veld.partition(".")[0].partition("[")[0] in sleutels for toets in (*norm.toetsen, *lezing) for veld in toets.fields())


def _examined(policy: Policy, kaders: Sequence[Kader]) -> Gelezen:
    onderzoek = examine(policy, kaders)
    return Gelezen(policy, onderzoek, tuple(find_contradictions(onderzoek)))


def _moved(policy: Policy, regio: str) -> Policy:
    """Return the same policy of a school in this region."""
    return replace(policy, feiten={**policy.feiten, "school": {**policy.feiten.get("school", {}), "regio": regio}})
