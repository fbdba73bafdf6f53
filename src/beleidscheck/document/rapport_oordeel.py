"""Het oordeel over een heel beleid in één alinea, en de tellingen die eronder staan; elk formaat neemt ze hier."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from beleidscheck.bevinding import Gewicht, Grond, Oordeel, Reden, summarise
from beleidscheck.document.rapport_woorden import STEMMEN, list_words, number_of, number_of_norms, number_of_weight, sentence
from beleidscheck.report import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from beleidscheck.bevinding import Bevinding, Feit, Samenvatting
    from beleidscheck.document.rapport_woorden import Lezer
    from beleidscheck.report import Cluster, ElementRapport, Report

#: De gewichten die een lezer ziet; `geen` is geen bevinding.
GEWICHTEN: Final = (Gewicht.TEKORT, Gewicht.AANDACHTSPUNT, Gewicht.TIP)
BEPERKING: Final = "Deze toets leest wat er in het beleid staat. Of de school ook zo werkt, kan alleen een mens zien."


@dataclass(frozen=True, slots=True)
class Telling:
    """Eén regel van de telling van gewichten: normen, losse meldingen en hun som."""

    gewicht: Gewicht
    normen: int
    meldingen: int

    @property
    def samen(self) -> int:
        """Return normen plus meldingen."""
        return self.normen + self.meldingen


def verdict(report: Report, lezer: Lezer = "schoolleider") -> str:
    """Return the verdict on the whole policy in Dutch sentences; only the way of addressing differs per reader."""
    wie = STEMMEN[lezer].hoofdletter
    telling = report.samenvatting
    if report.status is Status.ONLEESBAAR:
        fouten = number_of(len(report.fouten), "fout", "fouten")
        return (
            f"{wie} kon niet worden gelezen: er {_is_of_zijn(len(report.fouten))} {fouten} in het bestand. Er is niets getoetst."
        )
    if report.status is Status.NIETS_GETOETST or telling is None:
        return f"{wie} is niet getoetst. {sentence(report.waarom_niets)}".strip()
    if report.status is Status.GEREED:
        return " ".join((f"{wie} is gereed: er zijn geen tekorten.", *_rest(telling, "Er {werkwoord} nog {wat}.")))
    return " ".join((f"{wie} is nog niet gereed: {_obstacles(telling)}.", *_rest(telling, "Daarnaast {werkwoord} er {wat}.")))


def weights(telling: Samenvatting) -> tuple[Telling, ...]:
    """Return the count per weight, heaviest first."""
    return tuple(Telling(gewicht, telling.per_gewicht[gewicht], telling.meldingen[gewicht]) for gewicht in GEWICHTEN)


def per_kader(report: Report) -> tuple[tuple[str, Samenvatting], ...]:
    """Return one sum per kader, in the order of the report."""
    return tuple((kader.ref, summarise(b for b in report.bevindingen if b.norm.kader == kader.ref)) for kader in report.kaders)


def is_gap(bevinding: Bevinding) -> bool:
    """Return whether the school has something to do here: it does not hold, or it weighs and no deviation covers it."""
    if bevinding.oordeel is Oordeel.AFWIJKING:
        return False
    return bevinding.oordeel is Oordeel.VOLDOET_NIET or bevinding.gewicht is not Gewicht.GEEN


def gaps(element: ElementRapport) -> tuple[Cluster, ...]:
    """Return the clusters of an element that ask for a change, heaviest first and a legal duty before the rest."""
    open_ = (cluster for cluster in element.clusters if is_gap(cluster.kop))
    return tuple(sorted(open_, key=lambda cluster: (cluster.kop.gewicht.rang, cluster.kop.norm.grond is not Grond.WET)))


def findings(element: ElementRapport, oordeel: Oordeel) -> tuple[Bevinding, ...]:
    """Return every bevinding of an element with this oordeel, also those inside a cluster."""
    return tuple(b for b in element_findings(element) if b.oordeel is oordeel)


def element_findings(element: ElementRapport) -> Iterator[Bevinding]:
    """Yield every bevinding of an element, in reading order."""
    for cluster in element.clusters:
        yield from cluster.bevindingen


def main_facts(bevinding: Bevinding) -> tuple[Feit, ...]:
    """Return the facts that the verdict rests on: the gaps, or everything when the policy contradicts itself or has no gap."""
    gaten = tuple(feit for feit in bevinding.feiten if feit.veld in bevinding.gaten)
    return bevinding.feiten if not gaten or bevinding.reden is Reden.TEGENSTRIJDIG else gaten


def missing_together(feiten: Iterable[Feit]) -> tuple[tuple[Feit, ...], ...]:
    """Return the facts one by one, with what is missing near the same place taken together."""
    groepen: list[tuple[Feit, ...]] = []
    for feit in feiten:
        vorige = groepen[-1][-1] if groepen else None
        if vorige and feit.waarde is None and vorige.waarde is None and feit.plaats == vorige.plaats:
            groepen[-1] = (*groepen[-1], feit)
        else:
            groepen.append((feit,))
    return tuple(groepen)


def element_counts(element: ElementRapport) -> str:
    """Return what stands in an element in counts of norms: "1 tekort, 2 aandachtspunten, 9 normen voldoen"."""
    uitkomsten = tuple(element_findings(element))
    delen = [
        number_of_weight(aantal, gewicht)
        for gewicht in GEWICHTEN
        if (aantal := sum(is_gap(b) and b.gewicht is gewicht for b in uitkomsten))
    ]
    for oordeel, enkel, meer in (
        (Oordeel.VOLDOET, "norm voldoet", "normen voldoen"),
        (Oordeel.TE_BEOORDELEN, "norm te beoordelen", "normen te beoordelen"),
        (Oordeel.AFWIJKING, "vastgelegde afwijking", "vastgelegde afwijkingen"),
        (Oordeel.NIET_GETOETST, "norm niet getoetst", "normen niet getoetst"),
        (Oordeel.NIET_VAN_TOEPASSING, "norm niet van toepassing", "normen niet van toepassing"),
    ):
        if aantal := sum(b.oordeel is oordeel for b in uitkomsten):
            delen.append(number_of(aantal, enkel, meer))
    return ", ".join(delen) or "geen normen in de gekozen kaders"


def _obstacles(telling: Samenvatting) -> str:
    tekorten, ongetoetst = telling.weegt(Gewicht.TEKORT), telling.aantal(Oordeel.NIET_GETOETST)
    return list_words((
        number_of_weight(tekorten, Gewicht.TEKORT) if tekorten else "",
        f"{number_of_norms(ongetoetst)} niet getoetst" if ongetoetst else "",
    )) or "er is nog niet alles getoetst"  # fmt: skip


def _rest(telling: Samenvatting, zin: str) -> Iterator[str]:
    licht = [(aantal, gewicht) for gewicht in (Gewicht.AANDACHTSPUNT, Gewicht.TIP) if (aantal := telling.weegt(gewicht))]
    if licht:
        wat = list_words(number_of_weight(aantal, gewicht) for aantal, gewicht in licht)
        yield zin.format(werkwoord=_is_of_zijn(sum(aantal for aantal, _ in licht)), wat=wat)
    if aantal := telling.aantal(Oordeel.TE_BEOORDELEN):
        yield f"Een lezer moet nog {number_of_norms(aantal)} beoordelen."
    if aantal := telling.aantal(Oordeel.AFWIJKING):
        yield f"{number_of(aantal, 'norm valt', 'normen vallen')} onder een vastgelegde afwijking."


def _is_of_zijn(aantal: int) -> str:
    return "is" if aantal == 1 else "zijn"
