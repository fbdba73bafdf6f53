"""Eén punt van het rapport: een cluster als blok, met waarom, bewijs, wat te doen, voorbeeld en de overige bronnen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beleidscheck.document.blokken import Alinea, Code, Codeblok, Groep, Kop, Nadruk, Noot, Tekst, Uitklap, p, t
from beleidscheck.document.rapport_bewijs import both_sides, other_sources, with_code
from beleidscheck.document.rapport_oordeel import main_facts
from beleidscheck.document.rapport_trap import pupil_note
from beleidscheck.document.rapport_woorden import (
    closed,
    ground_words,
    number_of_norms,
    place_words,
    plan_sentence,
    role_words,
    sentence,
    source_words,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from beleidscheck.bevinding import Bevinding, Plan
    from beleidscheck.document.blokken import Blok
    from beleidscheck.document.rapport_woorden import Stem
    from beleidscheck.report import Cluster, Report


def anchors(report: Report) -> Mapping[tuple[str, str], str]:
    """Return for the head of every cluster, by kader and norm id, an anchor that is unique in the document."""
    return {
        (cluster.kop.norm.kader, cluster.kop.norm.id): f"punt-{element.nummer}-{nummer}"
        for element in report.elementen
        for nummer, cluster in enumerate(element.clusters, start=1)
    }


def anchor_of(cluster: Cluster, ankers: Mapping[tuple[str, str], str]) -> str:
    """Return the anchor of a cluster, or nothing when the report does not list it under an element."""
    return ankers.get((cluster.kop.norm.kader, cluster.kop.norm.id), "")


def point(cluster: Cluster, report: Report, stem: Stem, anker: str) -> Groep:
    """Return one cluster with everything a schoolleider needs to settle it."""
    kop = cluster.kop
    blokken: list[Blok] = [
        Kop(4, t(f"{str(kop.gewicht).capitalize()}: {kop.norm.titel}"), anker),
        Alinea(with_code(sentence(kop.zin))),
    ]
    if kop.scope:
        blokken.append(p(f"Dit gaat over: {closed(kop.scope)}"))
    blokken += pupil_note(cluster.bevindingen)
    blokken.append(both_sides(kop, report.bestand, stem))
    if kop.norm.uitleg:
        blokken.append(Alinea(t("Waarom dit ertoe doet: ", *with_code(sentence(kop.norm.uitleg)))))
    if kop.plan is not None:
        blokken.append(plan_note(kop.plan, report))
    blokken += remedy(kop, report)
    if kop.norm.notitie:
        blokken.append(Noot("info", "hoe deze norm is gelezen", (Alinea(with_code(sentence(kop.norm.notitie))),)))
    if overig := cluster.bevindingen[1:]:
        titel = f"Hierover {'gaat' if len(overig) == 1 else 'gaan'} ook nog {number_of_norms(len(overig))}"
        blokken.append(Uitklap(t(titel), (other_sources(overig, kop),)))
    return Groep(tuple(blokken), soort=f"punt-{kop.gewicht}")


def tip(cluster: Cluster, bestand: str) -> tuple[Blok, ...]:
    """Return a tip in short: what it is, why, an example sentence, and both places."""
    kop, norm = cluster.kop, cluster.kop.norm
    blokken: list[Blok] = [p(Nadruk(t(norm.titel))), Alinea(with_code(sentence(kop.zin)))]
    if norm.voorbeeld:
        blokken.append(Alinea(t("Bijvoorbeeld: ", *with_code(sentence(norm.voorbeeld)))))
    plekken = dict.fromkeys(place_words(bestand, feit.plaats) for feit in main_facts(kop))
    bronnen = [deel for b in cluster.bevindingen for deel in ("; ", f"{source_words(b.norm)} (", Code(b.norm.id), ")")][1:]
    blokken.append(
        Alinea(t(f"{sentence(ground_words(norm))} ", *bronnen, *(f". In het beleid: {plek}" for plek in plekken)), "bron")
    )
    return tuple(blokken)


def remedy(bevinding: Bevinding, report: Report) -> tuple[Blok, ...]:
    """Return what to do, who does it, an example sentence and the YAML that settles it."""
    norm = bevinding.norm
    blokken: list[Blok] = []
    if bevinding.te_doen:
        wie = f" Aan zet: {role_words(norm.aan_zet, report)}."
        blokken.append(Alinea(t("Wat u doet: ", *with_code(sentence(bevinding.te_doen)), Tekst(wie))))
    if norm.voorbeeld:
        blokken.append(Noot("voorbeeld", "zo kunt u het opschrijven", (Alinea(with_code(sentence(norm.voorbeeld))),)))
    if norm.snippet:
        blokken.append(Uitklap(t("Zo staat het in beleid.yaml"), (Codeblok(norm.snippet.rstrip("\n")),)))
    return tuple(blokken)


def plan_note(plan: Plan, report: Report) -> Noot:
    """Return who fills this in and when."""
    return Noot("let_op", "nog in te vullen", (p(plan_sentence(plan, report)),))
