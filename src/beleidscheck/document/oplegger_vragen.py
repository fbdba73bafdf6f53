"""De vragen die de medezeggenschapsraad zelf beantwoordt: uit soepeler onderdelen, afwijkingen, privacy en normen die een lezer vragen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.bevinding import Oordeel
from beleidscheck.document.rapport_keuze import element_title
from beleidscheck.document.rapport_lijsten import question_of, same_question
from beleidscheck.document.rapport_oordeel import findings
from beleidscheck.document.rapport_woorden import clip, date_words, place_words, role_words, sentence
from beleidscheck.document.vergelijk_beleid_woorden import Verwoorder
from beleidscheck.vergelijk.beleid_model import Aard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beleidscheck.bevinding import Bevinding
    from beleidscheck.report import Report
    from beleidscheck.vergelijk.beleid_model import Beleidsvergelijking

#: Zoveel van een tekst van de school staat bij een vraag; het beleid zelf ligt ernaast.
_MAX_TEKST: Final = 280
BRON_PRIVACY: Final = "Onderzoek naar elementen van verzuimbeleid (KBA Nijmegen, Oberon en Kohnstamm Instituut, 2023), paragraaf 4.3"


@dataclass(frozen=True, slots=True)
class Vraag:
    """Eén vraag: waar zij over gaat, de vraag zelf, wat het beleid erover zegt (leeg: niets), en waar zij vandaan komt."""

    over: str
    vraag: str
    zegt: str
    bron: str


#: De zorgen van ouders en scholen over privacy, elk als vraag, met de velden waar het antwoord kan staan.
_PRIVACY: Final[tuple[tuple[str, str, tuple[str, ...]], ...]] = (
    (
        "Grondslag",
        "Op welke wettelijke grond legt de school aan- en afwezigheid vast, en is alles wat zij vastlegt daarvoor nodig?",
        ("samenwerking.gegevensdeling.grondslag",),
    ),
    (
        "Nut",
        "Wat doet de school met de gegevens, en hoe laat zij zien dat leerlingen daardoor vaker op school zijn?",
        ("monitoring_en_evaluatie.effectiviteit", "periodieke_analyse.beleid"),
    ),
    (
        "Toezicht",
        "Wie ziet toe op de privacy, en heeft die daar genoeg tijd en kennis voor?",
        ("gegevensbescherming.naleving_avg",),
    ),
    (
        "Beveiliging",
        "Hoe gaat de school na of de gegevens veilig zijn, en past zij het beleid aan als dat niet zo is?",
        ("gegevensbescherming.beveiliging",),
    ),
    (
        "Klachten",
        "Waar gaan ouders heen als zij denken dat de school iets vastlegt of deelt zonder grond, en wat gebeurt er dan?",
        ("gegevensbescherming.klachtroute",),
    ),
    (
        "Delen met anderen",
        "Welke gegevens gaan naar wie buiten de school, en in welke vorm?",
        ("samenwerking.gegevensdeling.afspraken", "samenwerking.gegevensdeling.naar_swv", "samenwerking.gegevensdeling.naar_gemeente"),
    ),
    (
        "Gesprekken",
        "Welke regels gelden als de school met anderen over een leerling praat, en hoe weten ouders wat er is besproken?",
        ("gegevensbescherming.overdracht",),
    ),
    (
        "Wat meegaat met een melding",
        "Gaat bij een melding van ongeoorloofde afwezigheid ook de geoorloofde afwezigheid mee, zoals ziekte? Al bij een paar uur, en hoeveel?",
        ("stappen_bij_afwezigheid.signaal_zorgelijk_verzuim.toelichting",),
    ),
    (
        "Hoe ver terug",
        "Over welke jaren deelt de school gegevens: ook over een vorige school?",
        ("gegevensbescherming.overdracht",),
    ),
    ("Bewaren", "Hoe lang bewaart de school de gegevens, en waarom zo lang?", ("gegevensbescherming.bewaartermijn",)),
)


def looser_questions(vergelijking: Beleidsvergelijking | None) -> Iterator[Vraag]:
    """Yield a question for every part that becomes looser."""
    if vergelijking is None:
        return
    woorden = Verwoorder(vergelijking.nieuw)
    for rij in vergelijking.of(Aard.SOEPELER):
        bron = next((leerling.verhaal for leerling in rij.leerlingen if not leerling.eerder), "")
        yield Vraag(
            woorden.full_subject(rij),
            "Dit wordt soepeler. Is de reden daarvoor genoemd, en vindt de MR die goed?",
            woorden.was_and_is(rij, 2 * _MAX_TEKST),
            bron or "Zie bijlage D.",
        )


def deviation_questions(report: Report) -> Iterator[Vraag]:
    """Yield a question for every recorded deviation."""
    for bevinding in report.bevindingen:
        if bevinding.oordeel is Oordeel.AFWIJKING and (info := bevinding.afwijking) is not None:
            wie = role_words(info.besloten_door, report)
            maatregel = f" Intussen: {sentence(clip(info.maatregel, _MAX_TEKST))}" if info.maatregel else ""
            yield Vraag(
                bevinding.norm.titel,
                f"De school wijkt af van deze norm tot en met {date_words(info.tot)}. Is de reden goed genoeg, en de datum ook?",
                f"{sentence(clip(info.reden, _MAX_TEKST))} Besloten door: {wie}.{maatregel}",
                f"{bevinding.norm.document}, {bevinding.norm.plek} ({bevinding.norm.id})",
            )


def privacy_questions(report: Report) -> Iterator[Vraag]:
    """Yield the questions that parents raise about privacy, each with what the policy says about it."""
    woorden = Verwoorder(report)
    for over, vraag, velden in _PRIVACY:
        gezegd = [tekst for veld in velden if (tekst := _said(report, woorden, veld))]
        yield Vraag(over, vraag, clip(" ".join(gezegd), _MAX_TEKST), "")


def _said(report: Report, woorden: Verwoorder, veld: str) -> str:
    assert report.policy is not None  # noqa: S101 - de aanroeper heeft gekeken
    waarde: Any = report.policy.feiten
    for deel in veld.split("."):
        waarde = waarde.get(deel) if isinstance(waarde, dict) else None
    if waarde is None:
        return ""
    plek = woorden.field(tuple(veld.split(".")))
    tekst = woorden.value(plek, waarde)
    lopend = plek is not None and plek.veldtype in {"proza", "tekst"}
    return sentence(tekst if plek is None or lopend else f"{plek.titel}: {tekst}")


def reader_questions(report: Report) -> Iterator[tuple[str, tuple[Vraag, ...]]]:
    """Yield per chapter the questions of norms that only a reader can judge, each question once."""
    for element in report.elementen:
        groepen = same_question(findings(element, Oordeel.TE_BEOORDELEN))
        if groepen:
            yield element_title(element), tuple(_question(groep, report) for groep in groepen)


def _question(groep: tuple[Bevinding, ...], report: Report) -> Vraag:
    eerste = groep[0]
    bronnen = dict.fromkeys(f"{b.norm.document}, {b.norm.plek} ({b.norm.id})" for b in groep)
    waar = next((place_words(report.bestand, feit.plaats) for b in groep for feit in b.feiten if feit.waarde is not None), "")
    gezegd = clip(eerste.passage, _MAX_TEKST)
    plek = f" [{waar}]" if waar and gezegd else ""
    return Vraag(eerste.norm.titel, sentence(question_of(eerste)), f"{gezegd}{plek}" if gezegd else "", "; ".join(bronnen))
