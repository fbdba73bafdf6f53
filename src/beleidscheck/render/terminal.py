"""Terminal: het rapport in kolommen, leesbaar met en zonder kleur; een woord en een teken zeggen altijd wat de kleur zegt."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, assert_never

from beleidscheck.bevinding import Oordeel
from beleidscheck.document.rapport_oordeel import per_kader, verdict, weights
from beleidscheck.document.rapport_woorden import STATUS_WOORDEN, date_words, list_words, number_of, plural_of, short_hash
from beleidscheck.render.blad import Blad, Kleur
from beleidscheck.render.tekens import GEWICHT_TEKEN, OORDEEL_TEKEN, STATUS_TEKEN
from beleidscheck.render.terminal_delen import (
    deviations,
    element_lines,
    faults,
    first_steps,
    gaps_per_element,
    gaps_short,
    ladder_proofs,
    norm_lines,
    policy_faults,
    questions,
    untested,
)
from beleidscheck.report import Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from beleidscheck.bevinding import Samenvatting
    from beleidscheck.document.rapport_woorden import Lezer
    from beleidscheck.report import Report

#: Smaller dan dit past er geen bewijs naast zijn kopje.
MIN_BREEDTE = 40


def render_terminal(reports: Sequence[Report], *, voor: Lezer, kleur: bool, breedte: int = 80) -> str:
    """Return the reports as text of at most `breedte` columns (at least 40), by file name, with a sum when there are more."""
    blad = Blad(max(breedte, MIN_BREEDTE), kleur=kleur)
    op_naam = sorted(reports, key=lambda report: (report.bestand.casefold(), report.bestand))
    for report in op_naam:
        _report(blad, report, voor)
    if len(op_naam) > 1:
        _sum(blad, op_naam)
    _closing(blad, op_naam)
    return blad.text()


def _report(blad: Blad, report: Report, voor: Lezer) -> None:
    _head(blad, report, voor)
    if report.status is Status.ONLEESBAAR:
        faults(blad, report)
        return
    if report.status is Status.NIETS_GETOETST or report.samenvatting is None:
        blad.line(
            "Bekijk welke kaders er zijn met `beleidscheck kaders`, en controleer `kaders`, `school.sector` en `school.regio`."
        )
        return
    _counts(blad, report.samenvatting)
    match voor:
        case "schoolleider":
            delen = [first_steps, gaps_per_element, policy_faults, deviations, ladder_proofs, untested]
        case "mr":
            delen = [questions, deviations, policy_faults, gaps_short, untested, element_lines]
        case "swv":
            _per_kader(blad, report)
            delen = [element_lines, norm_lines, policy_faults, deviations]
        case _ as nooit:
            assert_never(nooit)
    for deel in delen:
        deel(blad, report)


def _head(blad: Blad, report: Report, voor: Lezer) -> None:
    teken, kleur = STATUS_TEKEN[report.status]
    blad.skip()
    blad.rule()
    blad.line(report.bestand, kleur=Kleur.VET)
    school = f"{report.school} ({report.sector})" if report.sector else report.school
    versie = f", versie {report.beleid_versie}" if report.beleid_versie else ""
    if school or report.beleid_titel:
        blad.line(": ".join(deel for deel in (school, f"{report.beleid_titel}{versie}" if report.beleid_titel else "") if deel))
    blad.rule()
    blad.line(f"{teken} {STATUS_WOORDEN[report.status]}", kleur=kleur)
    blad.line(verdict(report, voor), in_=2)
    blad.skip()
    for kader in report.kaders:
        blad.line(f"{kader.ref} ({kader.status}), hash {short_hash(kader.sha256)}", eerst="Kader      ")
        for zin in kader.mededelingen:
            blad.line(zin, in_=11)
    blad.line(date_words(report.peildatum), eerst="Peildatum  ")
    if report.sha256:
        blad.line(f"hash {short_hash(report.sha256)}", eerst="Beleid     ")
    blad.skip()


def _counts(blad: Blad, telling: Samenvatting) -> None:
    blad.title("Telling")
    for oordeel in Oordeel:
        teken, kleur = OORDEEL_TEKEN[oordeel]
        blad.count(teken, str(oordeel), telling.aantal(oordeel), kleur=kleur)
    blad.count(" ", "normen samen", telling.normen)
    blad.skip()
    for rij in weights(telling):
        teken, kleur = GEWICHT_TEKEN[rij.gewicht]
        waar = f"{rij.normen} bij normen, {rij.meldingen} in het beleid zelf"
        blad.count(teken, plural_of(rij.gewicht), rij.samen, waar, kleur=kleur)


def _per_kader(blad: Blad, report: Report) -> None:
    blad.title("Telling per kader")
    for ref, telling in per_kader(report):
        blad.line(list_words(f"{telling.aantal(oordeel)} {oordeel}" for oordeel in Oordeel), eerst=f"{ref}: ", in_=2)


def _sum(blad: Blad, reports: Sequence[Report]) -> None:
    aantallen = Counter(report.status for report in reports)
    blad.rule()
    per_status = ", ".join(f"{aantallen[status]} {STATUS_WOORDEN[status]}" for status in Status if aantallen[status])
    blad.line(f"{number_of(len(reports), 'bestand', 'bestanden')}: {per_status}.", kleur=Kleur.VET)


def _closing(blad: Blad, reports: Sequence[Report]) -> None:
    blad.rule()
    if any(report.bevindingen for report in reports):
        blad.line("`beleidscheck uitleg NORM` legt een norm uit, met een voorbeeld.")
        blad.line("`beleidscheck toets PAD --formaat html --uit MAP` maakt het hele rapport als pagina.")
    elif any(report.fouten for report in reports):
        blad.line("Herstel de fouten en toets dan opnieuw.")
    else:
        blad.line("`beleidscheck toets --help` laat zien hoe u toetst.")
