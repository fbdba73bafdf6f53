"""De bladzijde van één school: haar stand, wat eerst, elk punt met bewijs, wat een lezer moet beoordelen, en de regio ernaast.

Er is geen rang: een school ziet per element hoeveel scholen welke stand hebben, en welke zij zelf heeft.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from beleidscheck.auditing.delta import Schoolverandering, Verandering
from beleidscheck.bevinding import Gewicht, Oordeel
from beleidscheck.document.audit_beeld import distribution_picture
from beleidscheck.document.audit_boek import Schoolblad, Telrij, element_titles
from beleidscheck.document.audit_start import TITEL
from beleidscheck.document.blokken import Alinea, Cel, Groep, Kop, Lijst, Noot, Tabel, Uitklap, cel, p, t
from beleidscheck.document.rapport import compose_report
from beleidscheck.document.rapport_bewijs import both_sides, with_code
from beleidscheck.document.rapport_eerst import settles
from beleidscheck.document.rapport_kop import count_tables
from beleidscheck.document.rapport_lijsten import deviations, not_tested, policy_faults, question_of, same_question
from beleidscheck.document.rapport_oordeel import element_counts, findings, gaps, verdict
from beleidscheck.document.rapport_trap import pupil_note
from beleidscheck.document.rapport_woorden import (
    STATUS_WOORDEN,
    STEMMEN,
    date_words,
    number_of,
    number_of_norms,
    place_words,
    role_words,
    sentence,
)
from beleidscheck.document.taal import date_nl
from beleidscheck.document.uitleg_boek import Pagina
from beleidscheck.document.uitleg_norm import element_name
from beleidscheck.document.uitleg_paden import START, Wijzer, element_page
from beleidscheck.report import ElementStatus, Status
from beleidscheck.source import parse_dotted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from beleidscheck.auditing.uitkomst import Normsleutel
    from beleidscheck.bevinding import Bevinding
    from beleidscheck.document.blokken import Blok, Inline
    from beleidscheck.report import Cluster, ElementRapport, Report

_STEM: Final = STEMMEN["swv"]
#: Korter is het een woord of een getal, geen eigen formulering.
_MINSTE_WOORDEN: Final = 6


@dataclass(frozen=True, slots=True)
class Omgeving:
    """Wat een school van buiten haar eigen beleid weet: de rijen van alle scholen per element, en vanwaar er vergeleken is."""

    rijen: tuple[Telrij, ...]
    totaal: int
    vanaf: str = ""


@dataclass(frozen=True, slots=True)
class Schoolwerk:
    """Eén school om bladzijden van te maken: wat er veranderde, welke punten al bekend waren, en waarom er geen inhoud is (`let_op`)."""

    blad: Schoolblad
    verandering: Schoolverandering | None = None
    bekend: frozenset[Normsleutel] = frozenset()
    let_op: str = ""

    @property
    def has_documents(self) -> bool:
        """Return whether this school has a report and a policy document in the site."""
        return not self.let_op and self.blad.kop.status in {Status.GEREED, Status.CONCEPT}


def school_page(werk: Schoolwerk, report: Report, omgeving: Omgeving) -> Pagina:
    """Return the page of one school; what could not be read has a page with its faults."""
    wijzer = Wijzer(werk.blad.pad)
    if werk.has_documents:
        blokken = tuple(_blocks(werk, report, omgeving, wijzer))
    elif werk.let_op:
        blokken = (Noot("let_op", "van deze school is nu niets te tonen", (p(f"{sentence(werk.let_op)} Draai de audit opnieuw; dan staat hier alles."),)),)
    else:
        blokken = tuple(_unchecked(report))
    return Pagina(
        werk.blad.pad,
        werk.blad.titel,
        blokken,
        ondertitel=report.beleid_titel,
        kenmerken=tuple(_facts(werk.blad, report)),
        kruimels=((TITEL, START), ("Scholen", f"{START}#scholen")),
    )


def report_page(werk: Schoolwerk, report: Report) -> Pagina:
    """Return the whole report on one school, as a page of the site."""
    document = compose_report(report)
    return Pagina(
        werk.blad.rapport,
        f"{document.titel}: {werk.blad.titel}",
        document.blokken,
        ondertitel=document.ondertitel,
        kenmerken=tuple((naam, t(waarde)) for naam, waarde in document.kenmerken),
        kruimels=((TITEL, START), (werk.blad.titel, werk.blad.pad)),
    )


def own_words(report: Report) -> Iterator[tuple[Normsleutel, str, str]]:
    """Yield the norms that a school meets with the field and the sentence in which it says so, as the school wrote it."""
    if report.policy is None:
        return
    for bevinding in report.bevindingen:
        if bevinding.oordeel is not Oordeel.VOLDOET:
            continue
        for feit in bevinding.feiten:
            tekst = _value(report.policy.feiten, feit.veld)
            if len(tekst.split()) >= _MINSTE_WOORDEN:
                yield (bevinding.norm.kader, bevinding.norm.id), feit.veld, " ".join(tekst.split())
                break


def _value(feiten: Mapping[str, object], veld: str) -> str:
    waarde: object = feiten
    for deel in parse_dotted(veld):
        if isinstance(waarde, dict):
            waarde = waarde.get(deel)
        elif isinstance(waarde, list) and isinstance(deel, int) and deel < len(waarde):
            waarde = waarde[deel]
        else:
            return ""
    return waarde if isinstance(waarde, str) else ""


def _facts(blad: Schoolblad, report: Report) -> Iterator[tuple[str, tuple[Inline, ...]]]:
    kop = blad.kop
    versie = f"versie {report.beleid_versie}" if report.beleid_versie else ""
    paren = (
        ("Stand", STATUS_WOORDEN[kop.status]),
        ("Sector", kop.sector),
        ("Regio", kop.regio),
        ("BRIN-nummer", kop.brin),
        ("Beleid", versie),
        ("Bestand", blad.bestand),
        ("Peildatum", date_words(report.peildatum)),
    )
    yield from ((naam, t(waarde)) for naam, waarde in paren if waarde)


def _unchecked(report: Report) -> Iterator[Blok]:
    yield Alinea(t(verdict(report, "swv")), "inleiding")
    for fout in report.fouten:
        plek = f"Regel {fout.regel}, kolom {fout.kolom}. "
        yield Noot("let_op", "dit is niet te lezen", (Alinea(with_code(f"{plek}{sentence(fout.zin)} {sentence(fout.remedie)}")),))


def _blocks(werk: Schoolwerk, report: Report, omgeving: Omgeving, wijzer: Wijzer) -> Iterator[Blok]:
    assert report.samenvatting is not None  # noqa: S101 - de aanroeper heeft gekeken
    yield Kop(2, t("De stand"), "stand")
    yield Alinea(t(verdict(report, "swv")), "inleiding")
    yield Lijst(
        (
            (p(wijzer.link(werk.blad.rapport, "Het hele toetsrapport"), ", met voorbeeldteksten en alles wat al goed staat."),),
            (p(wijzer.link(werk.blad.beleid, "Het beleidsdocument"), " van deze school."),),
        )
    )
    yield from count_tables(report.samenvatting)
    yield from _first(report, wijzer)
    yield from _changes(werk, omgeving, report, wijzer)
    yield from _region(report, omgeving, wijzer)
    yield from _points(werk, report, wijzer)
    yield from policy_faults(report)
    yield from _questions(report, wijzer)
    yield from deviations(report)
    yield from not_tested(report)


def _first(report: Report, wijzer: Wijzer) -> Iterator[Blok]:
    yield Kop(2, t("Eerst dit"), "eerst-dit")
    if not report.eerst_dit:
        yield p("Er is geen tekort of aandachtspunt bij een norm.")
        return
    items = []
    for stap in report.eerst_dit:
        norm = stap.cluster.kop.norm
        wie = f". Aan zet: {role_words(stap.aan_zet, report)}. {settles(stap)}"
        items.append((p(wijzer.norm(norm.kader, norm.id, norm.titel), wie), Alinea(with_code(sentence(stap.cluster.kop.te_doen)), "klein")))
    yield Lijst(tuple(items), genummerd=True)


# ---- Wat er veranderde, en de regio ----------------------------------------------------------------------------------


def _changes(werk: Schoolwerk, omgeving: Omgeving, report: Report, wijzer: Wijzer) -> Iterator[Blok]:
    if not omgeving.vanaf:
        return
    yield Kop(2, t(f"Veranderd sinds {date_nl(omgeving.vanaf)}"), "veranderd")
    if werk.verandering is None:
        yield p("Deze school stond nog niet in de vorige audit.")
        return
    gelijk = werk.verandering.telling.get(Verandering.GELIJK, 0)
    yield p(f"{number_of(gelijk, 'punt bleef', 'punten bleven')} zoals het was." if gelijk == 1 else f"{gelijk} punten bleven zoals zij waren.")
    if not werk.verandering.normen:
        return
    titels = {(b.norm.kader, b.norm.id): b.norm.titel for b in report.bevindingen}
    rijen = []
    for norm in werk.verandering.normen:
        titel = titels.get((norm.kader, norm.norm))
        naam = cel(wijzer.norm(norm.kader, norm.norm, titel), kop=True) if titel else cel(f"{norm.norm} ({norm.kader})", kop=True)
        rijen.append((naam, cel(str(norm.soort)), cel(norm.voor or "–"), cel(norm.na or "–")))  # noqa: RUF001 - een liggend streepje
    yield Tabel("Normen waarvan het oordeel veranderde", ("Norm", "Wat er gebeurde", "Toen", "Nu"), tuple(rijen))


def _region(report: Report, omgeving: Omgeving, wijzer: Wijzer) -> Iterator[Blok]:
    titels = element_titles()
    standen = {element.nummer: str(element.status) for element in report.elementen}
    yield Kop(2, t("Naast de andere scholen"), "regio")
    yield p(
        f"Per element: hoeveel van de {number_of(omgeving.totaal, 'school', 'scholen')} in deze audit welke stand hebben."
        " Het dik omlijnde vlak is de stand van deze school. Het is geen rangorde."
    )
    rijen = [(titel, omgeving.rijen[nummer]) for nummer, titel in titels.items()]
    yield distribution_picture(
        "regio", "Deze school naast alle scholen van de audit", rijen, totaal=omgeving.totaal, eigen=[standen[nummer] for nummer in titels]
    )
    vakken = list(omgeving.rijen[0])
    cellen = tuple(
        (
            Cel((p(wijzer.link(element_page(nummer), titel)),), kop=True),
            cel(standen[nummer]),
            *(cel(str(omgeving.rijen[nummer][vak])) for vak in vakken),
        )
        for nummer, titel in titels.items()
    )
    yield Tabel("Dezelfde verdeling als tabel, in scholen", ("Element", "Deze school", *vakken), cellen)


# ---- Punten en vragen ------------------------------------------------------------------------------------------------


def _points(werk: Schoolwerk, report: Report, wijzer: Wijzer) -> Iterator[Blok]:
    yield Kop(2, t("Alle punten per element"), "punten")
    for element in report.elementen:
        yield Kop(3, t(wijzer.link(element_page(element.nummer), element_name(element.nummer))), f"element-{element.nummer}")
        yield p(f"Stand: {element.status} ({element_counts(element)}).")
        if element.elders:
            yield Noot("info", "elders geregeld", (p(sentence(element.elders)),))
        punten = gaps(element)
        zwaar = [cluster for cluster in punten if cluster.kop.gewicht is not Gewicht.TIP]
        yield from (_point(cluster, werk, report, wijzer) for cluster in zwaar)
        if tips := [cluster for cluster in punten if cluster.kop.gewicht is Gewicht.TIP]:
            yield Uitklap(t(number_of(len(tips), "tip", "tips")), (Lijst(tuple(_tip(cluster, wijzer) for cluster in tips)),))
        elif not zwaar and element.status is ElementStatus.VOLLEDIG:
            yield p("Hier is niets te doen.")


def _point(cluster: Cluster, werk: Schoolwerk, report: Report, wijzer: Wijzer) -> Groep:
    kop, norm = cluster.kop, cluster.kop.norm
    blokken: list[Blok] = [
        Kop(4, t(f"{str(kop.gewicht).capitalize()}: ", wijzer.norm(norm.kader, norm.id, norm.titel))),
        Alinea(with_code(sentence(kop.zin))),
        *pupil_note(cluster.bevindingen),
        both_sides(kop, report.bestand, _STEM),
    ]
    if kop.te_doen:
        blokken.append(Alinea(t("Wat de school doet: ", *with_code(sentence(kop.te_doen)), f" Aan zet: {role_words(norm.aan_zet, report)}.")))
    if (norm.kader, norm.id) in werk.bekend:
        blokken.append(Alinea(t("Dit punt staat in de basislijn: bekend, en niet meegeteld voor de drempel."), "klein"))
    if overig := cluster.bevindingen[1:]:
        items = tuple((p(wijzer.norm(b.norm.kader, b.norm.id, b.norm.titel), f": {b.oordeel} ({b.norm.kader})"),) for b in overig)
        wat = f"Hierover {'gaat' if len(overig) == 1 else 'gaan'} ook nog {number_of_norms(len(overig))}"
        blokken.append(Uitklap(t(wat), (Lijst(items),)))
    return Groep(tuple(blokken), soort=f"punt-{kop.gewicht}")


def _tip(cluster: Cluster, wijzer: Wijzer) -> tuple[Blok, ...]:
    kop = cluster.kop
    return (p(wijzer.norm(kop.norm.kader, kop.norm.id, kop.norm.titel)), Alinea(with_code(sentence(kop.zin)), "klein"))


def _questions(report: Report, wijzer: Wijzer) -> Iterator[Blok]:
    yield Kop(2, t("Wat de school en haar MR zelf beoordelen"), "beoordelen")
    per_element = [(element, findings(element, Oordeel.TE_BEOORDELEN)) for element in report.elementen]
    if not any(vragen for _, vragen in per_element):
        yield p("Geen enkele norm wacht op het oordeel van een lezer.")
        return
    yield p("Op deze vragen kan een machine geen antwoord geven.")
    for element, vragen in per_element:
        if vragen:
            yield _question_list(element, same_question(vragen), report.bestand, wijzer)


def _question_list(element: ElementRapport, groepen: Sequence[Sequence[Bevinding]], bestand: str, wijzer: Wijzer) -> Uitklap:
    items = []
    for groep in groepen:
        plekken = ", ".join(dict.fromkeys(place_words(bestand, feit.plaats) for b in groep for feit in b.feiten))
        normen = [deel for b in groep for deel in ("; ", wijzer.norm(b.norm.kader, b.norm.id, b.norm.titel))][1:]
        items.append((Alinea(with_code(sentence(question_of(groep[0])))), Alinea(t(*normen, f". {plekken}" if plekken else ""), "bron")))
    titel = f"{element_name(element.nummer)}: {number_of(len(items), 'vraag', 'vragen')}"
    return Uitklap(t(titel), (Lijst(tuple(items)),))
