"""Het overzicht van een audit als document: tellingen, scholen op naam, elementen, meest gemiste normen en wat er veranderde."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from beleidscheck.auditing.delta import Verandering
from beleidscheck.beleid.elementen import ELEMENTEN
from beleidscheck.bevinding import Gewicht, Oordeel
from beleidscheck.document.blokken import Alinea, Blok, Cel, Document, Kop, Lijst, Noot, Tabel, cel, p, t
from beleidscheck.document.rapport_woorden import STATUS_WOORDEN, date_words, list_words, number_of, plural_of
from beleidscheck.report import ElementStatus, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beleidscheck.auditing.delta import Delta
    from beleidscheck.auditing.verslag import Verslag

#: Meer scholen staan niet in een overzicht dat iemand leest; het rekenblad en de site hebben ze allemaal.
MEESTE_SCHOLEN: Final = 200
_GEEN: Final = "–"  # noqa: RUF001 - een liggend streepje, zoals in een Nederlandse tabel


def compose_audit(verslag: Verslag, *, stempel: str = "", titel: str = "Audit aanwezigheidsbeleid") -> Document:
    """Return the overview of an audit: schools by name and never in an order of merit."""
    audit = verslag.audit
    aantal = len(audit.scholen)
    return Document(
        titel=titel,
        ondertitel=f"{number_of(aantal, 'beleidsbestand', 'beleidsbestanden')}, peildatum {date_words(audit.opgave.peildatum)}",
        blokken=tuple(_blocks(verslag)),
        kenmerken=(("Kaders", ", ".join(audit.kaders) or "geen"), ("Drempel", str(verslag.drempel))),
        stempel=stempel,
        sjabloon="rapport",
        inhoudsopgave=False,
    )


def _blocks(verslag: Verslag) -> Iterator[Blok]:
    yield from _summary(verslag)
    yield from _trouble(verslag)
    if verslag.delta is not None:
        yield from delta_blocks(verslag.delta)
    yield from _schools(verslag)
    yield from _elements(verslag)
    yield from _frequent(verslag)
    yield from _baseline(verslag)


def _summary(verslag: Verslag) -> Iterator[Blok]:
    audit = verslag.audit
    statussen = audit.per_status()
    delen = [f"{statussen[status]} {STATUS_WOORDEN[status]}" for status in Status if statussen[status]]
    yield p(f"Van {number_of(len(audit.scholen), 'bestand', 'bestanden')}: {list_words(delen)}.")
    yield Tabel(
        "Oordelen over alle normen en scholen samen",
        ("Oordeel", "Aantal"),
        tuple((cel(str(oordeel), kop=True), cel(str(aantal))) for oordeel, aantal in audit.sums().items()),
    )
    gewichten = audit.weights()
    delen = [f"{gewichten[gewicht]} {plural_of(gewicht)}" for gewicht in Gewicht if gewicht is not Gewicht.GEEN]
    yield p(f"Dat zijn {list_words(delen)}, bij normen en in het beleid zelf. Wat in de basislijn staat, telt hier mee.")


def _trouble(verslag: Verslag) -> Iterator[Blok]:
    audit = verslag.audit
    stuk = [kop for kop in audit.scholen if kop.status in {Status.ONLEESBAAR, Status.NIETS_GETOETST}]
    if stuk:
        items = []
        for kop in stuk[:MEESTE_SCHOLEN]:
            school = audit.outcome(kop.nummer)
            zin = " ".join(f"{fout.zin} {fout.remedie} (regel {fout.regel})" for fout in school.fouten[:2]) or school.waarom_niets
            items.append((Alinea(t(f"{kop.bestand}: {zin}")),))
        rest = len(stuk) - MEESTE_SCHOLEN
        na = (p(f"En nog {number_of(rest, 'bestand', 'bestanden')}."),) if rest > 0 else ()
        yield Noot("let_op", "Niet alles kon worden getoetst", (Lijst(tuple(items)), *na))
    for brin, koppen in audit.double_brins().items():
        namen = list_words(kop.bestand for kop in koppen)
        yield Noot("let_op", f"BRIN-nummer {brin} staat in meer bestanden", (p(f"{namen}. Haal weg wat niet meer geldt."),))


def delta_blocks(delta: Delta) -> Iterator[Blok]:
    """Yield what changed since an earlier audit."""
    yield Kop(2, t(f"Veranderd sinds {delta.van}"), "veranderd")
    yield Tabel(
        "Wat er veranderde, over alle scholen samen",
        ("Verandering", "Aantal"),
        tuple((cel(str(soort), kop=True), cel(str(delta.telling[soort]))) for soort in Verandering),
    )
    for woord, namen in (("Nieuw in deze audit", delta.nieuw), ("Niet meer in deze audit", delta.weg)):
        if namen:
            yield p(f"{woord}: {list_words(namen[:MEESTE_SCHOLEN])}.")
    rijen = [school for school in delta.scholen if school.normen]
    if rijen:
        soorten = [soort for soort in Verandering if soort is not Verandering.GELIJK]
        yield Tabel(
            "Scholen waar iets veranderde",
            ("School", *(str(soort) for soort in soorten)),
            tuple(
                (cel(school.naam, kop=True), *(cel(str(school.telling.get(soort, 0) or _GEEN)) for soort in soorten))
                for school in rijen[:MEESTE_SCHOLEN]
            ),
        )


def _schools(verslag: Verslag) -> Iterator[Blok]:
    yield Kop(2, t("Scholen, op naam"), "scholen")
    paren = sorted(
        zip(verslag.audit.scholen, verslag.standen, strict=True), key=lambda paar: (paar[0].naam.casefold(), paar[0].bestand)
    )
    rijen: list[tuple[Cel, ...]] = []
    for kop, stand in paren[:MEESTE_SCHOLEN]:
        getallen = (stand.tekorten, stand.aandachtspunten, stand.te_beoordelen, stand.afwijkingen, stand.bekend)
        rijen.append(
            (cel(kop.naam, kop=True), cel(kop.sector or _GEEN), cel(STATUS_WOORDEN[kop.status]), *(cel(str(g)) for g in getallen))
        )
    koppen = ("School", "Sector", "Stand", "Tekorten", "Aandachtspunten", "Te beoordelen", "Afwijkingen", "In basislijn")
    yield Tabel("Stand per school", koppen, tuple(rijen))
    if len(paren) > MEESTE_SCHOLEN:
        yield p(f"Dit zijn de eerste {MEESTE_SCHOLEN} van {len(paren)} scholen; het rekenblad en de site hebben ze allemaal.")


def _elements(verslag: Verslag) -> Iterator[Blok]:
    yield Kop(2, t("De zestien elementen"), "elementen")
    koppen = [kop for kop in verslag.audit.scholen if kop.elementen]
    rijen = []
    for element in ELEMENTEN:
        telling = Counter(kop.elementen[element.nummer] for kop in koppen)
        rijen.append(
            (cel(f"{element.nummer}. {element.titel}", kop=True), *(cel(str(telling[stand])) for stand in ElementStatus))
        )
    yield Tabel("Hoeveel scholen per element", ("Element", *(str(stand) for stand in ElementStatus)), tuple(rijen))


def _frequent(verslag: Verslag) -> Iterator[Blok]:
    rijen = verslag.frequent()
    if not rijen:
        return
    yield Kop(2, t("Wat het vaakst ontbreekt"), "vaakst")
    yield Tabel(
        "Normen waaraan de meeste scholen nog niet voldoen",
        ("Norm", "Kader", "Scholen die niet voldoen", "Scholen waarvoor de norm geldt"),
        tuple(
            (cel(f"{kop.titel} ({kop.id})", kop=True), cel(kop.kader), cel(str(niet)), cel(str(van))) for kop, niet, van in rijen
        ),
    )


def _baseline(verslag: Verslag) -> Iterator[Blok]:
    if not verslag.basislijn.regels:
        return
    bekend = sum(stand.bekend for stand in verslag.standen)
    yield Kop(2, t("Basislijn"), "basislijn")
    yield p(
        f"{number_of(bekend, 'punt staat', 'punten staan')} nog in de basislijn. Die tellen niet mee voor de drempel, en blijven staan."
    )
    if weg := verslag.basislijn.settled():
        yield p(
            f"{number_of(len(weg), 'regel is', 'regels zijn')} niet meer nodig. Met `--basislijn-bijwerken` gaan zij eruit; erbij komt er nooit een."
        )


def counts_words(verslag: Verslag) -> str:
    """Return the outcome in one sentence, for the end of a run."""
    audit = verslag.audit
    punten = sum(stand.telt for stand in verslag.standen)
    niet = audit.sums()[Oordeel.NIET_GETOETST]
    zin = f"{number_of(len(audit.scholen), 'bestand', 'bestanden')} getoetst, {number_of(punten, 'punt', 'punten')} op of boven de drempel {verslag.drempel}"
    return f"{zin}; {number_of(niet, 'norm kon', 'normen konden')} niet worden getoetst." if niet else f"{zin}."
