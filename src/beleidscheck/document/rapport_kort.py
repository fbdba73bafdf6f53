"""De korte vormen voor wie niet zelf aan zet is: de punten in tabellen voor de MR, elke norm in tabellen voor de regio."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beleidscheck.bevinding import Gewicht, Oordeel
from beleidscheck.document.blokken import Alinea, Cel, Code, Kop, Lijst, Tabel, cel, p, t
from beleidscheck.document.rapport_bewijs import with_code
from beleidscheck.document.rapport_elementen import element_anchor
from beleidscheck.document.rapport_keuze import element_title, question_of, reasons
from beleidscheck.document.rapport_oordeel import element_counts, element_findings, gaps, main_facts
from beleidscheck.document.rapport_woorden import (
    closed,
    ground_words,
    list_words,
    number_of,
    number_of_norms,
    plan_words,
    sentence,
    source_words,
)

if TYPE_CHECKING:
    from beleidscheck.bevinding import Bevinding
    from beleidscheck.document.blokken import Blok
    from beleidscheck.report import Cluster, ElementRapport, Report


def points_in_short(report: Report) -> tuple[Blok, ...]:
    """Return what lacks or deviates as one short table per element; tips are only counted."""
    blokken: list[Blok] = []
    for element in report.elementen:
        punten = [cluster for cluster in gaps(element) if cluster.kop.gewicht is not Gewicht.TIP]
        if punten:
            blokken.append(Kop(3, t(element_title(element)), element_anchor(element)))
            rijen = tuple(_row(cluster) for cluster in punten)
            blokken.append(Tabel(f"Stand: {element.status}", ("Weegt als", "Punt", "Waarom", "Bron"), rijen))
    if not blokken:
        return ()
    tips = sum(cluster.kop.gewicht is Gewicht.TIP for element in report.elementen for cluster in gaps(element))
    slot = (p(f"Daarnaast {'is' if tips == 1 else 'zijn'} er {number_of(tips, 'tip', 'tips')} voor de school."),) if tips else ()
    return (Kop(2, t("Wat ontbreekt of afwijkt"), "punten"), *blokken, *slot)


def outside_in_short(report: Report) -> tuple[Blok, ...]:
    """Return in a few lines what does not apply and what could not be tested."""
    blokken: list[Blok] = []
    for oordeel, titel, anker in (
        (Oordeel.NIET_GETOETST, "Niet getoetst, en waarom", "niet-getoetst"),
        (Oordeel.NIET_VAN_TOEPASSING, "Niet van toepassing, en waarom", "niet-van-toepassing"),
    ):
        groepen = reasons(report, oordeel)
        if groepen:
            rijen = tuple((Cel((Alinea(with_code(zin)),)), cel(number_of_norms(len(groep)))) for zin, groep in groepen.items())
            blokken += (Kop(2, t(titel), anker), Tabel("", ("Reden", "Aantal"), rijen))
    return tuple(blokken)


def norm_tables(report: Report) -> tuple[Blok, ...]:
    """Return every norm with its id, source, oordeel and place, one table per element."""
    bronnen: dict[str, list[str]] = {}
    for bevinding in report.bevindingen:
        documenten = bronnen.setdefault(bevinding.norm.kader, [])
        if bevinding.norm.document not in documenten:
            documenten.append(bevinding.norm.document)
    blokken: list[Blok] = [
        Kop(2, t("Elke norm"), "normen"),
        p(f"Een plaats is regel:kolom in {report.bestand}. De bron noemt de plek in deze documenten:"),
        Lijst(tuple((p(Code(kader), f": {list_words(documenten)}."),) for kader, documenten in bronnen.items())),
    ]
    for element in report.elementen:
        blokken += _norm_table(element, report)
    return tuple(blokken)


def _norm_table(element: ElementRapport, report: Report) -> tuple[Blok, ...]:
    bevindingen = tuple(element_findings(element))
    tabel = Tabel("", ("Norm", "Oordeel", "Waarom en bron", "Plaats"), tuple(_norm_row(b) for b in bevindingen))
    extra: list[Blok] = []
    if element.elders:
        extra.append(p(f"Elders geregeld: {closed(element.elders)}"))
    if element.plan is not None:
        extra.append(p(plan_words(element.plan, report)))
    return (
        Kop(3, t(element_title(element)), element_anchor(element)),
        p(f"Stand: {element.status} ({element_counts(element)})."),
        *extra,
        *((tabel,) if bevindingen else ()),
    )


def _norm_row(bevinding: Bevinding) -> tuple[Cel, ...]:
    norm = bevinding.norm
    weegt = f", {bevinding.gewicht}" if bevinding.gewicht is not Gewicht.GEEN else ""
    waarom = question_of(bevinding) if bevinding.oordeel is Oordeel.TE_BEOORDELEN else bevinding.zin
    reden = () if bevinding.oordeel is Oordeel.VOLDOET else (Alinea(with_code(sentence(waarom))),)
    plaatsen = dict.fromkeys(f"{feit.plaats.regel}:{feit.plaats.kolom}" for feit in main_facts(bevinding))
    return (
        Cel((Alinea(t(norm.titel)), Alinea(t(Code(norm.id)))), kop=True),
        cel(f"{bevinding.oordeel}{weegt}"),
        Cel((*reden, Alinea(t(f"{norm.kader}, {norm.plek} ({ground_words(norm)})"), "bron"))),
        cel(", ".join(plaatsen) or "geen"),
    )


def _row(cluster: Cluster) -> tuple[Cel, ...]:
    kop = cluster.kop
    bron = f"{source_words(kop.norm)} ({ground_words(kop.norm)})"
    if len(cluster.bevindingen) > 1:
        bron += f", en nog {number_of_norms(len(cluster.bevindingen) - 1)}"
    waarom = Cel((Alinea(with_code(sentence(kop.zin))),))
    return (cel(str(kop.gewicht)), cel(kop.norm.titel, kop=True), waarom, cel(bron))
