"""Compose: van één `Report` naar een document dat een schoolleider, een MR of een samenwerkingsverband kan lezen.

Volgorde, lengte en woorden verschillen per lezer; oordeel en tellingen komen voor iedereen uit dezelfde functies.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from beleidscheck.document.blokken import Document, Kop, t
from beleidscheck.document.rapport_eerst import first_steps, first_steps_short
from beleidscheck.document.rapport_elementen import element_sections, overview
from beleidscheck.document.rapport_kop import (
    count_tables,
    explanation,
    kader_counts,
    kader_table,
    stamp,
    title_pairs,
    verdict_blocks,
)
from beleidscheck.document.rapport_kort import norm_tables, outside_in_short, points_in_short
from beleidscheck.document.rapport_leeg import nothing_checked, unreadable
from beleidscheck.document.rapport_lijsten import deviations, not_applicable, not_tested, policy_faults, to_judge
from beleidscheck.document.rapport_punt import anchors
from beleidscheck.document.rapport_trap import ladder_section
from beleidscheck.document.rapport_woorden import STEMMEN
from beleidscheck.document.tekst import encodable
from beleidscheck.report import Status

if TYPE_CHECKING:
    from beleidscheck.bevinding import Samenvatting
    from beleidscheck.document.blokken import Blok
    from beleidscheck.document.rapport_woorden import Lezer
    from beleidscheck.report import Report

_TITELS = {
    "schoolleider": "Toetsrapport",
    "mr": "Toetsrapport voor de medezeggenschapsraad",
    "swv": "Toetsrapport voor het samenwerkingsverband",
}


def compose_report(report: Report, *, voor: Lezer = "schoolleider") -> Document:
    """Return the gap report on one policy as a document for this reader."""
    report = replace(report, bestand=encodable(report.bestand))
    return Document(
        titel=_TITELS[voor],
        ondertitel=report.beleid_titel or report.school or report.bestand,
        blokken=_blocks(report, voor),
        kenmerken=title_pairs(report),
        stempel=stamp(report),
        sjabloon="rapport",
    )


def _blocks(report: Report, voor: Lezer) -> tuple[Blok, ...]:
    if report.status is Status.ONLEESBAAR:
        return unreadable(report, voor)
    if report.status is Status.NIETS_GETOETST or report.samenvatting is None:
        return nothing_checked(report, voor)
    match voor:
        case "schoolleider":
            return _for_head(report, report.samenvatting)
        case "mr":
            return _for_council(report, report.samenvatting)
        case "swv":
            return _for_region(report, report.samenvatting)
        case _ as nooit:
            assert_never(nooit)


def _for_head(report: Report, telling: Samenvatting) -> tuple[Blok, ...]:
    """What to do first, then everything per element, then the lists."""
    stem = STEMMEN["schoolleider"]
    ankers = anchors(report)
    return (
        Kop(2, t("Het oordeel"), "oordeel"),
        *verdict_blocks(report, "schoolleider"),
        *count_tables(telling),
        kader_table(report),
        *first_steps(report, ankers),
        *overview(report, links=True),
        *element_sections(report, stem, ankers),
        *to_judge(report, stem),
        *policy_faults(report),
        *deviations(report),
        *ladder_section(report),
        *not_tested(report),
        *not_applicable(report),
        *explanation("woorden"),
    )


def _for_council(report: Report, telling: Samenvatting) -> tuple[Blok, ...]:
    """What the MR must judge and what deviates come first; the rest is short and without YAML."""
    stem = STEMMEN["mr"]
    return (
        Kop(2, t("Het oordeel"), "oordeel"),
        *verdict_blocks(report, "mr"),
        *to_judge(report, stem),
        *deviations(report),
        *policy_faults(report),
        *points_in_short(report),
        *first_steps_short(report),
        *overview(report, links=False),
        Kop(2, t("De telling"), "telling"),
        *count_tables(telling),
        kader_table(report),
        *outside_in_short(report),
        *explanation("woorden"),
    )


def _for_region(report: Report, telling: Samenvatting) -> tuple[Blok, ...]:
    """Counts and every norm with its source and id; no example texts."""
    return (
        Kop(2, t("Het oordeel"), "oordeel"),
        *verdict_blocks(report, "swv"),
        *count_tables(telling),
        kader_counts(report),
        kader_table(report),
        *overview(report, links=True),
        *norm_tables(report),
        *policy_faults(report),
        *deviations(report),
        *first_steps_short(report),
        *outside_in_short(report),
        *explanation("woorden"),
    )
