"""De lijsten van een toetsrapport: te beoordelen, fouten in het beleid, afwijkingen, niet van toepassing, niet getoetst."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from beleidscheck.bevinding import Gewicht, Oordeel
from beleidscheck.document.blokken import Alinea, Code, Groep, Kop, Lijst, Nadruk, Noot, Tabel, Uitklap, cel, p, t
from beleidscheck.document.rapport_bewijs import policy_side, quote, with_code
from beleidscheck.document.rapport_elementen import question_anchor
from beleidscheck.document.rapport_keuze import (
    element_title,
    question_of,
    reading_hint,
    reasons,
    same_question,
    same_text,
    what_to_do,
)
from beleidscheck.document.rapport_oordeel import findings
from beleidscheck.document.rapport_woorden import (
    date_words,
    ground_words,
    number_of_norms,
    place_words,
    role_words,
    sentence,
    source_words,
)

if TYPE_CHECKING:

    from beleidscheck.bevinding import Bevinding, Melding
    from beleidscheck.document.blokken import Blok
    from beleidscheck.document.rapport_woorden import Stem
    from beleidscheck.report import Report

__all__ = ["deviations", "not_applicable", "not_tested", "policy_faults", "question_of", "same_question", "to_judge"]


def to_judge(report: Report, stem: Stem) -> tuple[Blok, ...]:
    """Return every question that only a reader can answer, per element, with the passage and its place."""
    blokken: list[Blok] = []
    for element in report.elementen:
        if teksten := same_text(findings(element, Oordeel.TE_BEOORDELEN)):
            blokken.append(Kop(3, t(element_title(element)), question_anchor(element)))
            blokken += (_questions(groep, report.bestand) for groep in teksten)
    if not blokken:
        return ()
    uitleg = "Een toets kan hier geen oordeel over geven. Lees de passage en beantwoord de vraag; het antwoord legt u zelf vast."
    return (Kop(2, t(stem.vragen), "beoordelen"), p(uitleg), *blokken)


def policy_faults(report: Report) -> tuple[Blok, ...]:
    """Return what is wrong in the policy itself, apart from any norm, with all places concerned."""
    if not report.meldingen:
        return ()
    return (
        Kop(2, t("Wat in het beleid zelf niet klopt"), "meldingen"),
        p("Deze punten staan los van een norm: het beleid spreekt zichzelf tegen of is op deze plaats niet af."),
        *(_melding(melding, report.bestand) for melding in report.meldingen),
    )


def deviations(report: Report) -> tuple[Blok, ...]:
    """Return the recorded deviations, with reason, decision and end date."""
    gedekt = [b for b in report.bevindingen if b.oordeel is Oordeel.AFWIJKING]
    if not gedekt:
        return ()
    return (
        Kop(2, t("Afwijkingen"), "afwijkingen"),
        p("Op deze punten wijkt het beleid af van een norm en heeft de school dat vastgelegd. Daarmee is het punt niet in orde."),
        *(_deviation(bevinding, report) for bevinding in gedekt),
    )


def not_applicable(report: Report) -> tuple[Blok, ...]:
    """Return what does not apply, grouped by reason."""
    return _by_reason(report, Oordeel.NIET_VAN_TOEPASSING, "Niet van toepassing, en waarom", "niet-van-toepassing")


def not_tested(report: Report) -> tuple[Blok, ...]:
    """Return what could not be tested, grouped by reason, with the place that stands in the way."""
    return _by_reason(report, Oordeel.NIET_GETOETST, "Niet getoetst, en waarom", "niet-getoetst")


def _by_reason(report: Report, oordeel: Oordeel, titel: str, anker: str) -> tuple[Blok, ...]:
    groepen = reasons(report, oordeel)
    if not groepen:
        return ()
    return (Kop(2, t(titel), anker), *(_reason(zin, groep) for zin, groep in groepen.items()))


def _reason(zin: str, groep: list[Bevinding]) -> Groep:
    normen = Lijst(tuple((p(f"{b.norm.titel} (", Code(b.norm.id), f", {b.norm.kader})"),) for b in groep))
    blokken: list[Blok] = [Alinea(with_code(zin))]
    if te_doen := what_to_do(zin, groep):
        blokken.append(Alinea(t("Wat u doet: ", *with_code(te_doen))))
    blokken.append(Uitklap(t(number_of_norms(len(groep))), (normen,)))
    return Groep(tuple(blokken), soort="reden")


def _questions(groep: tuple[Bevinding, ...], bestand: str) -> Noot:
    """Return one text to read with every question about it."""
    eerste, vragen = groep[0], same_question(groep)
    blokken: list[Blok] = [Alinea(with_code(sentence(eerste.zin)), "klein")] if eerste.zin else []
    if eerste.passage:
        blokken.append(quote(eerste.passage))
    plekken = dict.fromkeys(place_words(bestand, feit.plaats) for bevinding in groep for feit in bevinding.feiten)
    if plekken:
        blokken.append(Alinea(t(f"{reading_hint(eerste)} {', '.join(plekken)}"), "bron"))
    for zelfde in vragen:
        blokken.append(Alinea(t(Nadruk(with_code(sentence(question_of(zelfde[0])))))))
        blokken += (_source(bevinding) for bevinding in zelfde)
    titel = eerste.norm.titel if len(vragen) == 1 else f"{len(vragen)} vragen bij deze tekst"
    return Noot("te_beoordelen", titel, tuple(blokken))


def _source(bevinding: Bevinding) -> Alinea:
    norm = bevinding.norm
    return Alinea(t(f"{sentence(ground_words(norm))} {source_words(norm)} (", Code(norm.id), ")"), "bron")


def _melding(melding: Melding, bestand: str) -> Noot:
    blokken: list[Blok] = [Alinea(with_code(sentence(melding.zin)))]
    if melding.feiten:
        plekken = (p(f"Het gaat om {len(melding.feiten)} plaatsen:"),) if len(melding.feiten) > 1 else ()
        blokken += (*plekken, *policy_side(melding.feiten, bestand))
    if melding.te_doen:
        blokken.append(Alinea(t("Wat u doet: ", *with_code(sentence(melding.te_doen)))))
    return Noot(_noot_soort(melding.gewicht), melding.titel, tuple(blokken))


def _deviation(bevinding: Bevinding, report: Report) -> Noot:
    norm, info = bevinding.norm, bevinding.afwijking
    blokken: list[Blok] = [
        Alinea(with_code(sentence(bevinding.zin))),
        Alinea(with_code(f"De norm: {sentence(norm.zegt)}")),
    ]
    if info is not None:
        door = role_words(info.besloten_door, report)
        besluit = f"{door}, {date_words(info.besloten_op)}" if info.besloten_op else door
        rijen = [("Reden", info.reden), ("Besloten door", besluit), ("Geldt tot en met", date_words(info.tot))]
        rijen += [("Maatregel intussen", info.maatregel)] if info.maatregel else []
        blokken.append(Tabel("", ("Wat", "Vastgelegd"), tuple((cel(naam, kop=True), cel(waarde)) for naam, waarde in rijen)))
        blokken.append(Alinea(t(f"Vastgelegd bij {place_words(report.bestand, info.plaats)}"), "bron"))
    blokken.append(_source(bevinding))
    return Noot("let_op", f"vastgelegde afwijking: {norm.titel}", tuple(blokken))


def _noot_soort(gewicht: Gewicht) -> Literal["info", "tekort", "aandachtspunt", "tip"]:
    match gewicht:
        case Gewicht.TEKORT:
            return "tekort"
        case Gewicht.AANDACHTSPUNT:
            return "aandachtspunt"
        case Gewicht.TIP:
            return "tip"
        case Gewicht.GEEN:
            return "info"
