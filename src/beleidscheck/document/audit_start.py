"""De eerste bladzijde van de auditsite: de matrix van scholen en elementen, en wat er over alle scholen samen te zeggen is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from beleidscheck.auditing.delta import Verandering
from beleidscheck.beleid.elementen import ELEMENTEN
from beleidscheck.bevinding import Gewicht, Oordeel
from beleidscheck.document.audit_beeld import distribution_picture, heat_picture, trend_picture
from beleidscheck.document.audit_boek import Telrij, count_words, element_titles
from beleidscheck.document.audit_delen import (
    ONGETOETST,
    STANDEN,
    comparison_page,
    counts_table,
    hidden_note,
    one_row,
)
from beleidscheck.document.blokken import Alinea, Cel, Groep, Kop, Lijst, Noot, Tabel, Uitklap, cel, p, t
from beleidscheck.document.matrix import Kolom, Matrix, Matrixrij
from beleidscheck.document.rapport_bewijs import with_code
from beleidscheck.document.rapport_woorden import STATUS_WOORDEN, date_words, list_words, number_of, plural_of, sentence
from beleidscheck.document.taal import date_nl
from beleidscheck.document.uitleg_boek import Pagina
from beleidscheck.document.uitleg_paden import START, Wijzer, element_page, kader_page
from beleidscheck.report import ElementStatus, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from beleidscheck.document.audit_boek import Auditboek, Schoolblad
    from beleidscheck.document.blokken import Blok
    from beleidscheck.kader import Kader

TITEL: Final = "Audit aanwezigheidsbeleid"
#: Meer scholen dan dit staan niet op één bladzijde.
PER_BLADZIJDE: Final = 500
_VAAKST: Final = 10
_ONGETOETST: Final = frozenset({Status.ONLEESBAAR, Status.NIETS_GETOETST})


def start_page(boek: Auditboek, paren: Sequence[tuple[Kader, Kader]]) -> Pagina:
    """Return the first page; `paren` are the kaders that are compared with their successor."""
    wijzer = Wijzer(START)
    audit = boek.verslag.audit
    voor: list[Blok] = [*_summary(boek), *_trouble(boek, wijzer)]
    past = not boek.openbaar and len(boek.scholen) <= PER_BLADZIJDE
    if not boek.openbaar:
        voor += [Kop(2, t("Scholen en elementen"), "scholen"), *matrix_words(boek, wijzer)]
        if not past:
            voor.append(Lijst(tuple((p(wijzer.link(pad, _range(deel))),) for pad, deel in matrix_parts(boek))))
    rest = (
        *_elements(boek, wijzer),
        *_heat(boek),
        *_frequent(boek, wijzer),
        *_changed(boek, wijzer),
        *_trend(boek),
        *_kaders(boek, wijzer, paren),
    )
    return Pagina(
        START,
        TITEL,
        tuple(voor),
        ondertitel="Wat er in het beleid van de scholen staat, en wat nog niet",
        kenmerken=(
            ("Beleidsbestanden", t(_few(boek))),
            ("Kaders", t(str(len(boek.kaders)))),
            ("Peildatum", t(date_words(audit.opgave.peildatum))),
        ),
        keuzes=_choices(boek) if past else (),
        zoekt=not boek.openbaar,
        matrix=matrix_of(boek, wijzer, boek.scholen) if past else None,
        rest=rest,
    )


def _few(boek: Auditboek) -> str:
    if boek.openbaar and boek.aantal < boek.minimum:
        return f"minder dan {boek.minimum}"
    return str(boek.aantal)


def _summary(boek: Auditboek) -> Iterator[Blok]:
    yield Kop(2, t("In het kort"), "kort")
    audit = boek.verslag.audit
    statussen = audit.per_status()
    ongetoetst = sum(statussen[status] for status in _ONGETOETST)
    rij = {
        STATUS_WOORDEN[Status.GEREED]: statussen[Status.GEREED],
        STATUS_WOORDEN[Status.CONCEPT]: statussen[Status.CONCEPT],
        "niet te toetsen": ongetoetst,
    }
    yield one_row("Stand van het beleid", "Stand", boek.status_row(rij))
    yield Alinea(
        t("Gereed wil zeggen: er zijn geen tekorten en elke toets kon worden uitgevoerd. Of een school ook zo werkt, ziet deze toets niet."),
        "klein",
    )
    if boek.openbaar:
        yield from hidden_note(boek)
        return
    gewichten = audit.weights()
    delen = [f"{gewichten[gewicht]} {plural_of(gewicht)}" for gewicht in Gewicht if gewicht is not Gewicht.GEEN]
    yield p(
        f"Over alle scholen samen: {list_words(delen)}, en {audit.sums()[Oordeel.TE_BEOORDELEN]} keer een vraag die alleen een lezer kan beantwoorden."
    )
    bekend = sum(stand.bekend for stand in boek.verslag.standen)
    if bekend:
        yield p(f"{number_of(bekend, 'punt staat', 'punten staan')} in de basislijn: bekend, zichtbaar, en niet meegeteld voor de drempel.")


def _trouble(boek: Auditboek, wijzer: Wijzer) -> Iterator[Blok]:
    if boek.openbaar:
        return
    stuk = [school for school in boek.scholen if school.kop.status in _ONGETOETST]
    if stuk:
        items = tuple((p(wijzer.link(school.pad, school.titel), f": {STATUS_WOORDEN[school.kop.status]} ({school.bestand})."),) for school in stuk)
        yield Noot("let_op", "niet alles kon worden getoetst", (Lijst(items),))
    for brin, koppen in boek.verslag.audit.double_brins().items():
        nummers = {kop.nummer for kop in koppen}
        bestanden = list_words(school.bestand for school in boek.scholen if school.kop.nummer in nummers)
        yield Noot("let_op", f"BRIN-nummer {brin} staat in meer bestanden", (p(f"{bestanden}. Haal weg wat niet meer geldt."),))


# ---- De matrix -------------------------------------------------------------------------------------------------------


def matrix_words(boek: Auditboek, wijzer: Wijzer) -> Iterator[Blok]:
    """Yield what the signs and numbers of the matrix mean."""
    yield p(f"{number_of(len(boek.scholen), 'school staat', 'scholen staan')} hier op naam. Dit is geen ranglijst: welke stand past, hangt af van de school.")
    tekens = ", ".join(f"{stand.teken} {stand.woord}" for stand in (*STANDEN.values(), ONGETOETST))
    yield Alinea(t(f"De tekens: {tekens}."), "klein")
    items = tuple((p(wijzer.link(element_page(element.nummer), element.titel)),) for element in ELEMENTEN)
    yield Groep((Lijst(items, genummerd=True),), soort="legenda", titel="De nummers boven de matrix")


def matrix_of(boek: Auditboek, wijzer: Wijzer, scholen: Sequence[Schoolblad]) -> Matrix:
    """Return these schools against the sixteen elements."""
    del boek
    kolommen = tuple(Kolom(str(element.nummer), element.titel, wijzer.address(element_page(element.nummer))) for element in ELEMENTEN)
    rijen = tuple(
        Matrixrij(
            school.titel,
            wijzer.address(school.pad),
            (school.kop.sector, _STAND[school.kop.status]),
            tuple(STANDEN[stand] for stand in school.kop.elementen[1:]) if school.kop.elementen else (ONGETOETST,) * len(ELEMENTEN),
        )
        for school in scholen
    )
    return Matrix("Stand van elke school op elk element", ("Sector", "Beleid"), kolommen, rijen)


_STAND: Final = {Status.GEREED: "gereed", Status.CONCEPT: "concept", Status.ONLEESBAAR: "niet te lezen", Status.NIETS_GETOETST: "niets getoetst"}


def matrix_parts(boek: Auditboek) -> list[tuple[str, Sequence[Schoolblad]]]:
    """Return the pages over which a long matrix is spread, with the schools on each."""
    delen = [boek.scholen[begin : begin + PER_BLADZIJDE] for begin in range(0, len(boek.scholen), PER_BLADZIJDE)]
    return [(f"scholen/{nummer}.html", deel) for nummer, deel in enumerate(delen, 1)] if len(delen) > 1 else []


def matrix_pages(boek: Auditboek) -> Iterator[Pagina]:
    """Yield the pages of a matrix that is too long for the first page."""
    delen = matrix_parts(boek)
    for pad, deel in delen:
        wijzer = Wijzer(pad)
        buren = Lijst(tuple((p(wijzer.link(ander, _range(scholen))),) for ander, scholen in delen if ander != pad))
        yield Pagina(
            pad,
            _range(deel),
            (Kop(2, t("Scholen en elementen"), "scholen"), *matrix_words(boek, wijzer)),
            kruimels=((TITEL, START), ("Scholen", f"{START}#scholen")),
            keuzes=_choices(boek),
            zoekt=True,
            matrix=matrix_of(boek, wijzer, deel),
            rest=(Kop(2, t("De andere scholen"), "andere"), buren),
        )


def _range(deel: Sequence[Schoolblad]) -> str:
    return f"Scholen van {deel[0].titel} tot en met {deel[-1].titel}"


def _choices(boek: Auditboek) -> tuple[tuple[str, tuple[str, ...]], ...]:
    sectoren = sorted({school.kop.sector for school in boek.scholen if school.kop.sector})
    standen = [woord for status, woord in _STAND.items() if any(school.kop.status is status for school in boek.scholen)]
    return (("Sector", tuple(sectoren)), ("Beleid", tuple(standen)))


# ---- Over alle scholen samen -----------------------------------------------------------------------------------------


def _elements(boek: Auditboek, wijzer: Wijzer) -> Iterator[Blok]:
    titels = element_titles()
    rijen = [(nummer, titel, boek.element_row(nummer)) for nummer, titel in titels.items()]
    yield Kop(2, t("Verdeling per element"), "verdeling")
    yield distribution_picture("verdeling", "Hoeveel scholen per element", [(titel, rij) for _, titel, rij in rijen], totaal=boek.aantal)
    yield counts_table(
        "Dezelfde verdeling als tabel, in scholen",
        "Element",
        [(Cel((p(wijzer.link(element_page(nummer), titel)),), kop=True), rij) for nummer, titel, rij in rijen],
    )
    yield from hidden_note(boek)


def _heat(boek: Auditboek) -> Iterator[Blok]:
    yield Kop(2, t("Waar nog iets te doen is"), "hittekaart")
    titels = element_titles()
    if boek.openbaar:
        standen = (str(ElementStatus.DEELS), str(ElementStatus.ONTBREEKT))
        cellen = [(titel, [(boek.element_row(nummer)[stand], boek.aantal) for stand in standen]) for nummer, titel in titels.items()]
        yield p("Hoe donkerder een vlak, hoe meer scholen het element deels of niet hebben. De getallen staan ook in de tabel hierboven.")
        yield heat_picture("hittekaart", "Scholen per element en stand", standen, cellen)
        return
    sectoren = sorted({kop.sector for kop in boek.verslag.audit.scholen if kop.elementen and kop.sector})
    if not sectoren:
        yield p("Er is geen school getoetst.")
        return
    per_sector = {sector: [kop for kop in boek.verslag.audit.scholen if kop.sector == sector and kop.elementen] for sector in sectoren}
    open_ = {ElementStatus.DEELS, ElementStatus.ONTBREEKT}
    tellingen = [
        (titel, [(sum(kop.elementen[nummer] in open_ for kop in per_sector[sector]), len(per_sector[sector])) for sector in sectoren])
        for nummer, titel in titels.items()
    ]
    yield p("Per element en sector: hoeveel scholen het deels of nog niet hebben. Hoe donkerder, hoe groter hun deel van de sector.")
    yield heat_picture("hittekaart", "Scholen die een element deels of niet hebben, per sector", sectoren, tellingen)
    rijen = tuple((cel(titel, kop=True), *(cel(f"{aantal} van {van}") for aantal, van in cellen)) for titel, cellen in tellingen)
    yield Tabel("Dezelfde getallen als tabel: scholen die het element deels of niet hebben", ("Element", *sectoren), rijen)


def _frequent(boek: Auditboek, wijzer: Wijzer) -> Iterator[Blok]:
    rijen = []
    for kader, norm in boek.norms():
        rij = boek.norm_row((kader.ref, norm.id))
        niet = rij and rij[str(Oordeel.VOLDOET_NIET)]
        zwaar = boek.verslag.audit.gewicht_per_norm[kader.ref, norm.id]
        if rij and niet and (zwaar[Gewicht.TEKORT] or zwaar[Gewicht.AANDACHTSPUNT]):
            rijen.append((niet, kader.ref, norm, rij))
    rijen.sort(key=lambda regel: (-regel[0], regel[1], regel[2].id))
    yield Kop(2, t("Wat het vaakst ontbreekt"), "vaakst")
    if not rijen:
        yield p("Er is geen norm waarvan te tonen is dat scholen er niet aan voldoen." if boek.openbaar else "Aan elke norm wordt voldaan.")
        return
    vaakst = rijen[:_VAAKST]
    yield Tabel(
        "Normen waaraan de meeste scholen nog niet voldoen",
        ("Norm", "Kader", "Voldoet niet", "Voldoet"),
        tuple(
            (Cel((p(wijzer.norm(ref, norm.id, norm.titel)),), kop=True), cel(ref), cel(str(niet)), cel(count_words(rij[str(Oordeel.VOLDOET)])))
            for niet, ref, norm, rij in vaakst
        ),
    )


def _changed(boek: Auditboek, wijzer: Wijzer) -> Iterator[Blok]:
    delta = boek.verslag.delta
    if boek.openbaar:
        return  # een verschil tussen twee keren gaat vaak over één school
    if delta is None:
        yield Kop(2, t("Wat er veranderde"), "veranderd")
        yield p("Deze audit is niet met een vorige vergeleken. Dat kan met ", *with_code("`--vergelijk-met`"), " en het JSON-bestand van die audit.")
        return
    yield Kop(2, t(f"Veranderd sinds {date_nl(delta.van)}"), "veranderd")
    yield Tabel(
        "Wat er veranderde, over alle scholen samen",
        ("Verandering", "Aantal"),
        tuple((cel(str(soort), kop=True), cel(str(delta.telling[soort]))) for soort in Verandering),
    )
    for woord, namen in (("Nieuw in deze audit", delta.nieuw), ("Niet meer in deze audit", delta.weg)):
        if namen:
            yield Uitklap(t(f"{woord}: {number_of(len(namen), 'school', 'scholen')}"), (Lijst(tuple((p(naam),) for naam in namen)),))
    soorten = [soort for soort in Verandering if soort is not Verandering.GELIJK]
    veranderd = {school.bestand: school.telling for school in delta.scholen if school.normen}
    rijen = tuple(
        (
            Cel((p(wijzer.link(school.pad, school.titel)),), kop=True),
            *(cel(str(veranderd[school.kop.bestand].get(soort, 0))) for soort in soorten),
        )
        for school in boek.scholen
        if school.kop.bestand in veranderd
    )
    if rijen:
        tabel = Tabel("Scholen waar iets veranderde", ("School", *(str(soort) for soort in soorten)), rijen)
        yield Uitklap(t(f"Per school: {number_of(len(rijen), 'school', 'scholen')} waar iets veranderde"), (Groep((tabel,), soort="zoek"),))


def _trend(boek: Auditboek) -> Iterator[Blok]:
    metingen = boek.metingen
    if boek.openbaar or len(metingen) < 2:  # noqa: PLR2004 - van één meting is geen lijn te trekken
        return
    gewichten = [gewicht for gewicht in Gewicht if gewicht is not Gewicht.GEEN]
    datums = [date_nl(meting.peildatum) for meting in metingen]
    lijnen = [(plural_of(gewicht), [meting.gewichten.get(str(gewicht), 0) for meting in metingen]) for gewicht in gewichten]
    yield Kop(2, t("Door de tijd"), "trend")
    yield trend_picture("trend", "Tekorten, aandachtspunten en tips van alle scholen samen", datums, lijnen)
    rijen: list[tuple[Cel, Telrij | None]] = []
    for meting, datum in zip(metingen, datums, strict=True):
        telling: Telrij = {"scholen": meting.scholen}
        telling.update({plural_of(gewicht): meting.gewichten.get(str(gewicht), 0) for gewicht in gewichten})
        rijen.append((cel(datum, kop=True), telling))
    yield counts_table("Dezelfde getallen als tabel", "Peildatum", rijen)
    yield p("Hoe elk element verliep, staat op de bladzijde van dat element.")


def _kaders(boek: Auditboek, wijzer: Wijzer, paren: Sequence[tuple[Kader, Kader]]) -> Iterator[Blok]:
    yield Kop(2, t("De kaders"), "kaders")
    audit = boek.verslag.audit
    if boek.openbaar:
        tabel = counts_table(
            "Aan welke kaders is getoetst, in scholen",
            "Kader",
            [(Cel((p(wijzer.link(kader_page(kader.ref), kader.bestand.naam)),), kop=True), boek.kader_row(kader.ref)) for kader in boek.kaders],
        )
        yield tabel
        yield from hidden_note(boek)
    else:
        rijen: list[tuple[Cel, ...]] = []
        for kader in boek.kaders:
            sommen = {oordeel: sum(telling[oordeel] for (ref, _), telling in audit.per_norm.items() if ref == kader.ref) for oordeel in Oordeel}
            scholen = boek.kader_row(kader.ref)["getoetst"]
            naam = Cel((p(wijzer.link(kader_page(kader.ref), kader.bestand.naam)), Alinea(t(kader.ref), "klein")), kop=True)
            rijen.append((naam, cel(count_words(scholen)), *(cel(str(aantal)) for aantal in sommen.values())))
        yield Tabel("Oordelen per kader, over alle normen en scholen samen", ("Kader", "Scholen", *(str(oordeel) for oordeel in Oordeel)), tuple(rijen))
    if paren:
        yield p("Wat een opvolger verandert:")
        yield Lijst(tuple((p(wijzer.link(comparison_page(oud.ref, nieuw.ref), f"van {oud.ref} naar {nieuw.ref}")),) for oud, nieuw in paren))
    for kader in boek.kaders:
        if kader.bestand.opmerking:
            yield Noot("info", kader.bestand.naam, (p(sentence(kader.bestand.opmerking)),))
