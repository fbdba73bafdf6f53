"""Compose: de oplegger voor de medezeggenschapsraad: één bladzijde, en een bijlage met alle vragen, rechten en wijzigingen."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from beleidscheck.bevinding import Gewicht, Oordeel
from beleidscheck.document.blokken import Alinea, Cel, Document, Kop, Lijst, Nadruk, Tabel, cel, p, t
from beleidscheck.document.oplegger_rechten import rights_in_full, rights_in_short, room
from beleidscheck.document.oplegger_vragen import (
    BRON_PRIVACY,
    deviation_questions,
    looser_questions,
    privacy_questions,
    reader_questions,
)
from beleidscheck.document.rapport_kop import stamp as report_stamp
from beleidscheck.document.rapport_lijsten import deviations
from beleidscheck.document.rapport_woorden import clip, date_words, list_words, number_of, number_of_weight, sentence
from beleidscheck.document.tekst import encodable
from beleidscheck.document.vergelijk_beleid import change_tables, kind_table, norm_table, stamp, summary, version_words
from beleidscheck.document.vergelijk_beleid_woorden import Verwoorder
from beleidscheck.report import Status
from beleidscheck.vergelijk.beleid_model import Aard

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from beleidscheck.document.blokken import Blok
    from beleidscheck.document.oplegger_vragen import Vraag
    from beleidscheck.report import Report
    from beleidscheck.vergelijk.beleid_model import Beleidsvergelijking, Rij

#: Zoveel past er op de eerste bladzijde; de rest staat in de bijlage.
_MAX_WIJZIGINGEN: Final = 4
_MAX_AFWIJKINGEN: Final = 2
_MAX_TEKST: Final = 170
_VOLGORDE: Final = (Aard.SOEPELER, Aard.ANDERS, Aard.STRENGER, Aard.REDACTIONEEL)
_UITLEG_PRIVACY: Final = (
    "Ouders en scholen stellen deze vragen. Staat er een antwoord in het beleid, dan staat het erbij; of het goed genoeg is, beoordeelt"
    f" de MR. Bron: {BRON_PRIVACY}; de vragen staan hier in onze woorden."
)


def compose_cover_sheet(report: Report, vergelijking: Beleidsvergelijking | None = None) -> Document:
    """Return the cover sheet for the council about one readable policy, beside its former version where there is one."""
    report = replace(report, bestand=encodable(report.bestand))
    stempel = report_stamp(report) if vergelijking is None else stamp(vergelijking)
    return Document(
        titel="Oplegger voor de medezeggenschapsraad",
        ondertitel=clip(report.beleid_titel, 110),
        blokken=(*_front(report, vergelijking), *_annex(report, vergelijking)),
        kenmerken=(("School", clip(f"{report.school} ({report.sector})", 110)), ("Peildatum", date_words(report.peildatum))),
        stempel=stempel,
        sjabloon="oplegger",
        inhoudsopgave=False,
        concept=False,
    )


# ---- De eerste bladzijde -------------------------------------------------------------------------------------------


def _front(report: Report, vergelijking: Beleidsvergelijking | None) -> Iterator[Blok]:
    yield Kop(2, t("Wat verandert er?"), "wijzigingen")
    yield from _changes_in_short(vergelijking)
    yield Kop(2, t("Wat wijkt af, en waarom?"), "afwijkingen-kort")
    yield from _deviations_in_short(report)
    yield Kop(2, t("Wat beoordeelt de MR zelf?"), "vragen-kort")
    yield from _questions_in_short(report, vergelijking)
    yield Kop(2, t("Welke rechten gelden?"), "rechten-kort")
    yield from rights_in_short(report)
    yield Kop(2, t("Het antwoord van de MR"), "antwoord")
    yield Tabel(
        "",
        ("Wat", "Antwoord"),
        tuple((cel(wat, kop=True), room(regels)) for wat, regels in (("Besluit of advies", 1), ("Toelichting en vragen", 4), ("Datum, en namens wie", 1))),
    )


def _changes_in_short(vergelijking: Beleidsvergelijking | None) -> Iterator[Blok]:
    if vergelijking is None:
        yield p("Er is geen vorige versie naast gelegd. De MR kan de school vragen wat er is veranderd.")
        return
    yield p(summary(vergelijking))
    woorden = Verwoorder(vergelijking.nieuw)
    rijen = sorted((rij for rij in vergelijking.rijen if rij.aard is not Aard.REDACTIONEEL), key=_weight)
    if rijen:
        items = [(p(Nadruk(t(f"{str(rij.aard).capitalize()}: ")), woorden.in_short(rij, _MAX_TEKST)),) for rij in rijen[:_MAX_WIJZIGINGEN]]
        yield Lijst(tuple(items))
    if (rest := len(rijen) - _MAX_WIJZIGINGEN) > 0:
        yield p(f"Nog {number_of(rest, 'wijziging staat', 'wijzigingen staan')} in bijlage D.")


def _weight(rij: Rij) -> tuple[int, bool, int]:
    """Return how early a row comes on the first page: looser first, then what a pupil notices, then what norms say about it."""
    return _VOLGORDE.index(rij.aard), not rij.leerlingen, -sum(een.changed for een in rij.normen)


def _deviations_in_short(report: Report) -> Iterator[Blok]:
    gedekt = [b for b in report.bevindingen if b.oordeel is Oordeel.AFWIJKING and b.afwijking is not None]
    items = [
        (p(f"{clip(b.norm.titel, 80)}: {sentence(clip(b.afwijking.reden, _MAX_TEKST))} Tot en met {date_words(b.afwijking.tot)}."),)
        for b in gedekt[:_MAX_AFWIJKINGEN]
        if b.afwijking is not None
    ]
    if items:
        yield Lijst(tuple(items))
    vastgelegd = len(report.policy.feiten.get("afwijkingen", ())) if report.policy is not None else 0
    zinnen = [] if vastgelegd else ["De school heeft geen afwijkingen vastgelegd."]
    if zonder := vastgelegd - len({b.afwijking.plaats for b in gedekt if b.afwijking is not None}):
        wat = number_of(zonder, "vastgelegde afwijking dekt", "vastgelegde afwijkingen dekken")
        zinnen.append(f"{wat} geen norm: niet volledig, verlopen, of niet nodig.")
    if len(gedekt) > _MAX_AFWIJKINGEN:
        rest = len(gedekt) - _MAX_AFWIJKINGEN
        zinnen.append(f"Nog {number_of(rest, 'afwijking staat', 'afwijkingen staan')} in bijlage B.")
    zwaar = [
        number_of_weight(aantal, gewicht)
        for gewicht in (Gewicht.TEKORT, Gewicht.AANDACHTSPUNT)
        if report.samenvatting is not None and (aantal := report.samenvatting.weegt(gewicht))
    ]
    if report.status is Status.NIETS_GETOETST:
        zinnen.append(f"Dit beleid is niet getoetst. {clip(report.waarom_niets, _MAX_TEKST)}")
    elif zwaar:
        zinnen.append(f"De toets vindt {'daarnaast ' if gedekt else ''}{list_words(zwaar)} zonder vastgelegde reden; zie het toetsrapport.")
    else:
        zinnen.append("De toets vindt geen tekorten of aandachtspunten.")
    yield p(" ".join(zinnen))


def _questions_in_short(report: Report, vergelijking: Beleidsvergelijking | None) -> Iterator[Blok]:
    aantallen = (
        (sum(1 for _ in looser_questions(vergelijking)), "over wat soepeler wordt", "over wat soepeler wordt"),
        (sum(1 for _ in deviation_questions(report)), "over een afwijking", "over afwijkingen"),
        (sum(1 for _ in privacy_questions(report)), "over privacy (zoals ouders die stellen)", "over privacy (zoals ouders die stellen)"),
        (
            sum(len(vragen) for _, vragen in reader_questions(report)),
            "bij een norm waarover alleen een lezer kan oordelen",
            "bij normen waarover alleen een lezer kan oordelen",
        ),
    )
    delen = [f"{aantal} {enkel if aantal == 1 else meer}" for aantal, enkel, meer in aantallen if aantal]
    som = sum(aantal for aantal, _, _ in aantallen)
    yield p(f"In bijlage A en B staan {number_of(som, 'vraag', 'vragen')}, met ruimte voor het antwoord: {list_words(delen)}. Begin hier:")
    eerst = [*islice(looser_questions(vergelijking), 2), *islice(deviation_questions(report), 1)]
    onbeantwoord = [vraag for vraag in privacy_questions(report) if not vraag.zegt]
    eerst += (onbeantwoord or [*privacy_questions(report)])[: max(1, 3 - len(eerst))]
    yield Lijst(tuple((p(Nadruk(t(f"{clip(vraag.over, 70)}: ")), clip(vraag.vraag, 150)),) for vraag in eerst[:3]))


# ---- De bijlage ----------------------------------------------------------------------------------------------------


def _annex(report: Report, vergelijking: Beleidsvergelijking | None) -> Iterator[Blok]:
    yield Kop(2, t("Bijlage A. Vragen over privacy"), "bijlage")
    yield p(_UITLEG_PRIVACY)
    yield question_table("Privacy: vraag, wat het beleid zegt, en het antwoord van de MR", tuple(privacy_questions(report)))
    yield Kop(2, t("Bijlage B. Vragen over het beleid"), "bijlage-vragen")
    soepeler, afwijkingen = tuple(looser_questions(vergelijking)), tuple(deviation_questions(report))
    if soepeler:
        yield question_table("Wat soepeler wordt", soepeler)
    if afwijkingen:
        yield question_table("Waar de school van een norm afwijkt", afwijkingen)
    lezers = tuple(reader_questions(report))
    if lezers:
        yield p("Over deze punten kan een toets niet oordelen. Lees het stuk tekst in het beleid en beantwoord de vraag.")
    for titel, vragen in lezers:
        yield question_table(titel, vragen)
    if not (soepeler or afwijkingen or lezers):
        yield p("Er zijn geen andere vragen.")
    yield from rights_in_full(report, "Bijlage C. Welke rechten gelden")
    if vergelijking is not None:
        yield Kop(2, t("Bijlage D. Wat er verandert"), "bijlage-wijzigingen")
        yield p(f"Oud: {version_words(vergelijking.oud)}. Nieuw: {version_words(vergelijking.nieuw)}. {summary(vergelijking)}")
        if vergelijking.rijen:
            yield kind_table(vergelijking)
            yield from change_tables(vergelijking, niveau=3)
        if vergelijking.normen:
            yield Kop(3, t("Normen met een ander oordeel"), "normen")
            yield norm_table(vergelijking.normen)
    yield from _with_heading(deviations(report), "E" if vergelijking is not None else "D")


def _with_heading(blokken: Sequence[Blok], letter: str) -> Iterator[Blok]:
    for blok in blokken:
        yield Kop(2, t(f"Bijlage {letter}. Afwijkingen van een norm"), blok.anker) if isinstance(blok, Kop) and blok.niveau == 2 else blok  # noqa: PLR2004


def question_table(titel: str, vragen: Iterable[Vraag]) -> Tabel:
    """Return questions with what the policy says about them, and room for the answer."""
    return Tabel(titel, ("Waarover", "Vraag", "Wat het beleid zegt", "Antwoord van de MR"), tuple(_question_row(vraag) for vraag in vragen))


def _question_row(vraag: Vraag) -> tuple[Cel, ...]:
    bron = (Alinea(t(vraag.bron), "bron"),) if vraag.bron else ()
    zegt = vraag.zegt or "Hierover staat niets in het beleid, of niet op een plek die een programma kent."
    return (cel(vraag.over, kop=True), Cel((p(vraag.vraag), *bron)), cel(zegt), room(1))


__all__ = ["compose_cover_sheet", "question_table"]
