"""De zestien elementen: in één oogopslag, en daarna één voor één met wat goed staat en wat er te doen is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beleidscheck.bevinding import Gewicht, Oordeel
from beleidscheck.document.beeld import elementen_beeld
from beleidscheck.document.blokken import Alinea, Kop, Lijst, Link, Noot, Tabel, Uitklap, cel, p, t
from beleidscheck.document.rapport_bewijs import with_code
from beleidscheck.document.rapport_keuze import element_title
from beleidscheck.document.rapport_oordeel import element_counts, element_findings, findings, gaps, is_gap
from beleidscheck.document.rapport_punt import anchor_of, plan_note, point, tip
from beleidscheck.document.rapport_woorden import closed, number_of, sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from beleidscheck.bevinding import Bevinding
    from beleidscheck.document.blokken import Blok
    from beleidscheck.document.rapport_woorden import Stem
    from beleidscheck.report import Cluster, ElementRapport, Report

_MAX_LOS = 4


def element_anchor(element: ElementRapport) -> str:
    """Return the anchor of the section about one element."""
    return f"element-{element.nummer}"


def overview(report: Report, *, links: bool) -> tuple[Blok, ...]:
    """Return the picture of the elements and the same data as a table; `links` makes each title jump to its section."""
    getekend = [(element.nummer, element.titel, str(element.status)) for element in report.elementen if element.nummer]
    rijen = tuple(
        (
            cel(Link(t(element_title(element)), f"#{element_anchor(element)}") if links else element_title(element), kop=True),
            cel(str(element.status)),
            cel(str(_weighing(element, Gewicht.TEKORT))),
            cel(str(_weighing(element, Gewicht.AANDACHTSPUNT))),
            cel(str(len(findings(element, Oordeel.TE_BEOORDELEN)))),
        )
        for element in report.elementen
    )
    return (
        Kop(2, t("De zestien elementen in één oogopslag"), "elementen"),
        *((elementen_beeld(getekend),) if getekend else ()),
        Tabel("Dezelfde stand als tabel, in normen", ("Element", "Stand", "Tekorten", "Aandachtspunten", "Te beoordelen"), rijen),
    )


def element_sections(report: Report, stem: Stem, ankers: Mapping[tuple[str, str], str]) -> tuple[Blok, ...]:
    """Return one section per element: its status, what holds, what lacks, with both sides of the evidence."""
    blokken: list[Blok] = [Kop(2, t("Element voor element"), "per-element")]
    for element in report.elementen:
        blokken += _section(element, report, stem, ankers)
    return tuple(blokken)


def _section(element: ElementRapport, report: Report, stem: Stem, ankers: Mapping[tuple[str, str], str]) -> tuple[Blok, ...]:
    punten = gaps(element)
    zwaar = [cluster for cluster in punten if cluster.kop.gewicht is not Gewicht.TIP]
    tips = [cluster for cluster in punten if cluster.kop.gewicht is Gewicht.TIP]
    return (
        Kop(3, t(element_title(element)), element_anchor(element)),
        Alinea(t(f"Stand: {element.status} ({element_counts(element)})."), "inleiding"),
        *_elsewhere(element, report),
        *_good(element, stem),
        *(point(cluster, report, stem, anchor_of(cluster, ankers)) for cluster in zwaar),
        *_untested(element),
        *_pointers(element),
        *_tips(tips, report.bestand),
    )


def _elsewhere(element: ElementRapport, report: Report) -> tuple[Blok, ...]:
    blokken: list[Blok] = []
    if element.elders:
        uitleg = "De school zegt dat dit elders is geregeld. Een lezer moet nagaan of het daar ook staat."
        blokken.append(Noot("info", "elders geregeld", (p(closed(element.elders)), p(uitleg))))
    if element.plan is not None:
        blokken.append(plan_note(element.plan, report))
    return tuple(blokken)


def _good(element: ElementRapport, stem: Stem) -> tuple[Blok, ...]:
    """Return what holds, in short: the title of every cluster in which nothing asks for a change."""
    goed = [
        (b.norm.titel, aantal)
        for cluster in element.clusters
        if not is_gap(cluster.kop)
        and (aantal := sum(b.oordeel is Oordeel.VOLDOET for b in cluster.bevindingen))
        and (b := next(b for b in cluster.bevindingen if b.oordeel is Oordeel.VOLDOET))
    ]
    if not goed:
        return ()
    lijst = p("; ".join(titel if aantal == 1 else f"{titel} ({aantal} normen)" for titel, aantal in goed), ".")
    if len(goed) <= _MAX_LOS:
        return (Noot("goed", stem.goed.lower(), (lijst,)),)
    return (Uitklap(t(f"{stem.goed}: {len(goed)} punten"), (lijst,)),)


def _untested(element: ElementRapport) -> tuple[Blok, ...]:
    blokken = [_note("niet getoetst", b) for b in findings(element, Oordeel.NIET_GETOETST)]
    blokken += [_note("vastgelegde afwijking", b) for b in findings(element, Oordeel.AFWIJKING)]
    return tuple(blokken)


def _note(woord: str, bevinding: Bevinding) -> Noot:
    return Noot("let_op", f"{woord}: {bevinding.norm.titel}", (Alinea(with_code(sentence(bevinding.zin))),))


def _pointers(element: ElementRapport) -> tuple[Blok, ...]:
    aantal = len(findings(element, Oordeel.TE_BEOORDELEN))
    if not aantal:
        return ()
    wat = number_of(aantal, "norm wacht", "normen wachten")
    return (
        p(f"{wat} op het oordeel van een lezer: ", Link(t("de vragen bij dit element"), f"#{question_anchor(element)}"), "."),
    )


def question_anchor(element: ElementRapport) -> str:
    """Return the anchor of the questions about one element."""
    return f"vragen-{element.nummer}"


def _tips(tips: list[Cluster], bestand: str) -> tuple[Blok, ...]:
    if not tips:
        return ()
    return (Uitklap(t(number_of(len(tips), "tip", "tips")), (Lijst(tuple(tip(cluster, bestand) for cluster in tips)),)),)


def _weighing(element: ElementRapport, gewicht: Gewicht) -> int:
    return sum(is_gap(b) and b.gewicht is gewicht for b in element_findings(element))
