"""De delen van het rapport in de terminal: elk schrijft zijn eigen stuk op het blad, of niets als er niets te zeggen is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from beleidscheck.bevinding import Gewicht, Oordeel
from beleidscheck.document.rapport_keuze import (
    MAX_PASSAGE,
    element_title,
    ladder_results,
    per_role,
    pupil_story,
    question_of,
    reading_hint,
    reasons,
    result_heading,
    same_question,
    same_text,
    weight_and_gain,
    what_to_do,
)
from beleidscheck.document.rapport_oordeel import element_counts, element_findings, findings, gaps, main_facts, missing_together
from beleidscheck.document.rapport_woorden import (
    clip,
    closed,
    date_words,
    ground_words,
    number_of,
    number_of_norms,
    place_words,
    plan_words,
    role_words,
    sentence,
    source_words,
)
from beleidscheck.render.blad import Kleur
from beleidscheck.render.tekens import ELEMENT_TEKEN, GEWICHT_TEKEN, OORDEEL_TEKEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from beleidscheck.bevinding import Bevinding, Feit, Melding
    from beleidscheck.render.blad import Blad
    from beleidscheck.report import Cluster, ElementRapport, Report

#: Zo veel fouten van één bestand staan er; wie ze herstelt, ziet daarna de rest.
MAX_FOUTEN: Final = 25
#: Zo veel punten van één element staan er met het hele bewijs; de lichtere daarna korter, want een terminal is geen boek.
MAX_VOLUIT: Final = 6
#: Zo veel van een waarde staat er; de plaats wijst naar de rest.
MAX_WAARDE: Final = 120
#: Bij deze oordelen zegt de lijst van alle normen niet waarom: er is niets te doen, of de vraag staat in het rapport voor de MR.
_ZONDER_REDEN: Final = (Oordeel.VOLDOET, Oordeel.TE_BEOORDELEN)
_BELEID: Final = "beleid  "
_NORM: Final = "norm    "
_DOE: Final = "doe     "
_GEVAL: Final = "geval   "
_LEEG: Final = "        "


def first_steps(blad: Blad, report: Report) -> None:
    """Write the top five, per role that must act."""
    if not report.eerst_dit:
        return
    blad.title("Eerst dit")
    for rol, stappen in per_role(report).items():
        blad.line(f"Aan zet: {rol}", in_=2, kleur=Kleur.VET)
        for nummer, stap in stappen:
            kop = stap.cluster.kop
            blad.line(kop.norm.titel, eerst=f"{nummer}. ", in_=4, kleur=Kleur.VET)
            blad.line(sentence(kop.zin), in_=7)
            blad.line(weight_and_gain(stap), in_=7)


def gaps_per_element(blad: Blad, report: Report) -> None:
    """Write per element its state and every shortcoming: the heaviest in full, the others with both places; the rest is counted."""
    blad.title("Element voor element")
    for element in report.elementen:
        _element_line(blad, element)
        _elsewhere(blad, element, report)
        punten = _heavy(element)
        for cluster in punten[:MAX_VOLUIT]:
            _point(blad, cluster, report)
        for cluster in punten[MAX_VOLUIT:]:
            _short_point(blad, cluster, report.bestand)
        if punten:
            blad.skip()


def gaps_short(blad: Blad, report: Report) -> None:
    """Write what lacks or deviates with its reason, without the evidence."""
    punten = [cluster for element in report.elementen for cluster in _heavy(element)]
    if not punten:
        return
    blad.title("Wat ontbreekt of afwijkt")
    for cluster in punten:
        teken, kleur = GEWICHT_TEKEN[cluster.kop.gewicht]
        norm = cluster.kop.norm
        blad.line(
            f"{norm.titel} (element {norm.element})" if norm.element else norm.titel,
            eerst=f"{teken} {cluster.kop.gewicht}: ",
            in_=2,
            kleur=kleur,
        )
        blad.line(sentence(cluster.kop.zin), in_=4)


def element_lines(blad: Blad, report: Report) -> None:
    """Write one line per element."""
    blad.title("De elementen")
    for element in report.elementen:
        _element_line(blad, element)
        _elsewhere(blad, element, report)


def questions(blad: Blad, report: Report) -> None:
    """Write every question that only a reader can answer, with the passage and its place."""
    if not any(findings(element, Oordeel.TE_BEOORDELEN) for element in report.elementen):
        return
    blad.title("Dit beoordeelt u zelf")
    for element in report.elementen:
        groepen = same_text(findings(element, Oordeel.TE_BEOORDELEN))
        if groepen:
            blad.line(element_title(element), in_=2, kleur=Kleur.VET)
        for groep in groepen:
            _questions(blad, groep, report.bestand)


def norm_lines(blad: Blad, report: Report) -> None:
    """Write every norm with its id, oordeel, source and place."""
    blad.title("Elke norm")
    for element in report.elementen:
        uitkomsten = tuple(element_findings(element))
        if uitkomsten:
            blad.line(element_title(element), in_=2, kleur=Kleur.VET)
        for bevinding in uitkomsten:
            _norm_line(blad, bevinding, report.bestand)


def policy_faults(blad: Blad, report: Report) -> None:
    """Write what is wrong in the policy itself, with all places."""
    if report.meldingen:
        blad.title("Wat in het beleid zelf niet klopt")
    for melding in report.meldingen:
        _melding(blad, melding, report.bestand)


def ladder_proofs(blad: Blad, report: Report) -> None:
    """Write what was proven about the ladder for the norms that are met, with the reasons."""
    uitkomsten = ladder_results(report)
    if uitkomsten:
        blad.title("De trap nagerekend")
    for uitkomst, groepen in uitkomsten.items():
        blad.line(result_heading(uitkomst, groepen), in_=2, kleur=Kleur.VET)
        for reden, groep in groepen:
            blad.line(f"{reden} ({number_of_norms(len(groep))})", in_=4)


def deviations(blad: Blad, report: Report) -> None:
    """Write the recorded deviations; they are never called in order."""
    gedekt = [b for b in report.bevindingen if b.oordeel is Oordeel.AFWIJKING]
    if gedekt:
        blad.title("Vastgelegde afwijkingen")
    for bevinding in gedekt:
        teken, kleur = OORDEEL_TEKEN[Oordeel.AFWIJKING]
        blad.line(bevinding.norm.titel, eerst=f"{teken} ", in_=2, kleur=kleur)
        blad.line(sentence(bevinding.zin), in_=4)
        if info := bevinding.afwijking:
            wanneer = f", {date_words(info.besloten_op)}" if info.besloten_op else ""
            blad.line(f"Reden: {sentence(info.reden)}", in_=4)
            blad.line(
                f"Besloten door {role_words(info.besloten_door, report)}{wanneer}; geldt tot en met {date_words(info.tot)}.",
                in_=4,
            )
            blad.line(place_words(report.bestand, info.plaats), in_=4)


def untested(blad: Blad, report: Report) -> None:
    """Write why something could not be tested."""
    groepen = reasons(report, Oordeel.NIET_GETOETST)
    if groepen:
        blad.title("Niet getoetst, en waarom")
    teken, kleur = OORDEEL_TEKEN[Oordeel.NIET_GETOETST]
    for zin, groep in groepen.items():
        blad.line(f"{zin} {what_to_do(zin, groep)}", eerst=f"{teken} {number_of_norms(len(groep))}: ", in_=2, kleur=kleur)


def faults(blad: Blad, report: Report) -> None:
    """Write why the file could not be read, place by place."""
    for fout in report.fouten[:MAX_FOUTEN]:
        blad.line(f"{report.bestand}:{fout.regel}:{fout.kolom}", eerst="✗ ", kleur=Kleur.ROOD)
        blad.line(f"{sentence(fout.zin)} {sentence(fout.remedie)}", in_=2)
    if (rest := len(report.fouten) - MAX_FOUTEN) > 0:
        blad.line(f"En nog {number_of(rest, 'fout', 'fouten')}. Herstel eerst deze en toets dan opnieuw.")


def _questions(blad: Blad, groep: Sequence[Bevinding], bestand: str) -> None:
    teken, kleur = OORDEEL_TEKEN[Oordeel.TE_BEOORDELEN]
    if groep[0].passage:
        blad.line(f"«{clip(groep[0].passage, MAX_PASSAGE)}»", in_=4)
    plekken = dict.fromkeys(place_words(bestand, feit.plaats) for bevinding in groep for feit in bevinding.feiten)
    if plekken:
        blad.line(f"{reading_hint(groep[0])} {', '.join(plekken)}", in_=4)
    for zelfde in same_question(groep):
        blad.line(sentence(question_of(zelfde[0])), eerst=f"{teken} ", in_=4, kleur=kleur)
        for bevinding in zelfde:
            blad.line(f"{source_words(bevinding.norm)} ({bevinding.norm.id})", in_=6)


def _heavy(element: ElementRapport) -> list[Cluster]:
    return [cluster for cluster in gaps(element) if cluster.kop.gewicht is not Gewicht.TIP]


def _element_line(blad: Blad, element: ElementRapport) -> None:
    teken, kleur = ELEMENT_TEKEN[element.status]
    blad.line(f"{element_title(element)}: {element.status} ({element_counts(element)})", eerst=f"{teken} ", in_=2, kleur=kleur)


def _elsewhere(blad: Blad, element: ElementRapport, report: Report) -> None:
    if element.elders:
        blad.line(f"Elders geregeld: {closed(element.elders)}", in_=4)
    if element.plan is not None:
        blad.line(plan_words(element.plan, report), in_=4)


def _point(blad: Blad, cluster: Cluster, report: Report) -> None:
    kop, norm = cluster.kop, cluster.kop.norm
    teken, kleur = GEWICHT_TEKEN[kop.gewicht]
    blad.line(norm.titel, eerst=f"{teken} {kop.gewicht}: ", in_=4, kleur=kleur)
    blad.line(sentence(kop.zin), in_=6)
    if kop.scope:
        blad.line(f"Dit gaat over: {closed(kop.scope)}", in_=6)
    if verhaal := pupil_story(cluster.bevindingen):
        blad.line(verhaal, eerst=_GEVAL, in_=6)
    _facts(blad, main_facts(kop), report.bestand, 6)
    blad.line(sentence(norm.zegt), eerst=_NORM, in_=6)
    blad.line(f"{source_words(norm)} ({ground_words(norm)})", eerst=_LEEG, in_=6)
    overig = len(cluster.bevindingen) - 1
    blad.line(f"{norm.id}{f', en nog {number_of_norms(overig)}' if overig else ''}", eerst=_LEEG, in_=6)
    if kop.te_doen:
        blad.line(f"{sentence(kop.te_doen)} Aan zet: {role_words(norm.aan_zet, report)}.", eerst=_DOE, in_=6)


def _short_point(blad: Blad, cluster: Cluster, bestand: str) -> None:
    kop = cluster.kop
    teken, kleur = GEWICHT_TEKEN[kop.gewicht]
    plek = next((f"{place_words(bestand, feit.plaats)}, " for feit in main_facts(kop)), "")
    blad.line(kop.norm.titel, eerst=f"{teken} {kop.gewicht}: ", in_=4, kleur=kleur)
    blad.line(f"{plek}{kop.norm.kader} {kop.norm.id} ({ground_words(kop.norm)})", in_=6)


def _facts(blad: Blad, feiten: Iterable[Feit], bestand: str, in_: int) -> None:
    kop = _BELEID
    for groep in missing_together(feiten):
        feit, *meer = groep
        blad.line(place_words(bestand, feit.plaats), eerst=kop, in_=in_)
        if feit.waarde is None:
            namen = ", ".join(ander.veld for ander in groep)
            blad.line(f"{namen} {'staan' if meer else 'staat'} er niet", eerst=_LEEG, in_=in_)
        else:
            blad.line(f"{feit.veld}: {clip(feit.waarde, MAX_WAARDE)}", eerst=_LEEG, in_=in_)
        kop = _LEEG
    if kop == _BELEID:
        blad.line("hierover staat niets in het beleid", eerst=kop, in_=in_)


def _melding(blad: Blad, melding: Melding, bestand: str) -> None:
    teken, kleur = GEWICHT_TEKEN[melding.gewicht]
    woord = f" {melding.gewicht}" if melding.gewicht is not Gewicht.GEEN else ""
    blad.line(melding.titel, eerst=f"{teken}{woord}: ", in_=2, kleur=kleur)
    blad.line(sentence(melding.zin), in_=4)
    _facts(blad, melding.feiten, bestand, 4)
    if melding.te_doen:
        blad.line(sentence(melding.te_doen), eerst=_DOE, in_=4)


def _norm_line(blad: Blad, bevinding: Bevinding, bestand: str) -> None:
    norm = bevinding.norm
    teken, kleur = OORDEEL_TEKEN[bevinding.oordeel]
    weegt = f", {bevinding.gewicht}" if bevinding.gewicht is not Gewicht.GEEN else ""
    blad.line(f"{norm.id}: {bevinding.oordeel}{weegt}", eerst=f"{teken} ", in_=4, kleur=kleur)
    plaats = f"; {place_words(bestand, bevinding.feiten[0].plaats)}" if bevinding.feiten else ""
    blad.line(f"{source_words(norm)}{plaats}", in_=6)
    if bevinding.oordeel not in _ZONDER_REDEN:
        blad.line(sentence(bevinding.zin), in_=6)
    if bewijs := bevinding.trapbewijs:
        blad.line(f"Trap: {bewijs.verhaal or f'{bewijs.uitkomst}. {bewijs.toelichting}'}", in_=6)
