"""Compose: wat een nieuw kader betekent voor alle scholen van een samenwerkingsverband; op naam, geen ranglijst."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from beleidscheck.bevinding import Gewicht, Oordeel
from beleidscheck.document.blokken import Alinea, Code, Document, Groep, Kop, Lijst, Tabel, cel, p, t
from beleidscheck.document.rapport_woorden import date_words, number_of
from beleidscheck.document.tekst import encodable
from beleidscheck.document.vergelijk_delen import (
    counts_sentence,
    kader_name,
    kader_words,
    kind_words,
    number_of_schools,
    stamp,
    standing_notes,
)
from beleidscheck.document.wijzigingsblad import summary
from beleidscheck.report import Status
from beleidscheck.vergelijk.normen import Soort
from beleidscheck.vergelijk.school import Gevolg

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from beleidscheck.document.blokken import Blok
    from beleidscheck.vergelijk.model import Vergelijking
    from beleidscheck.vergelijk.normen import Normverschil
    from beleidscheck.vergelijk.school import Schoolgevolg

_ZWAAR: Final = (Gewicht.TEKORT, Gewicht.AANDACHTSPUNT)
_GETELD: Final = (Soort.NIEUW, Soort.STRENGER, Soort.ANDERS, Soort.SOEPELER)


def in_order(gevolgen: Sequence[Schoolgevolg]) -> list[Schoolgevolg]:
    """Return the schools by name, and by file where names are equal: never a ranking."""
    return sorted(gevolgen, key=lambda een: (een.naam.casefold(), een.naam, een.bestand))


def compose_overview(vergelijking: Vergelijking, gevolgen: Sequence[Schoolgevolg], *, peildatum: date) -> Document:
    """Return what the new kader means for all these schools."""
    scholen = in_order(gevolgen)
    gelezen = [een for een in scholen if een.status not in {Status.ONLEESBAAR, Status.NIETS_GETOETST}]
    blokken: list[Blok] = [
        Alinea(t(_first_sentence(scholen, gelezen)), "inleiding"),
        p(counts_sentence(vergelijking)),
        *standing_notes(vergelijking),
        *_per_norm(vergelijking, gelezen),
        Kop(2, t("Per school"), "scholen"),
        p("Op naam. De volgorde zegt niets over hoe goed een beleid is."),
        *(_school(vergelijking, een, nummer) for nummer, een in enumerate(scholen, start=1)),
    ]
    return Document(
        titel="Wat verandert er voor onze scholen?",
        ondertitel=f"Van {kader_name(vergelijking.oud, vergelijking.kaders)} naar {kader_name(vergelijking.nieuw, vergelijking.kaders)}",
        blokken=tuple(blokken),
        kenmerken=(
            ("Nu", kader_words(vergelijking.oud, vergelijking.kaders)),
            ("Straks", kader_words(vergelijking.nieuw, vergelijking.kaders)),
            ("Bestanden", str(len(scholen))),
            ("Peildatum", date_words(peildatum)),
        ),
        stempel=stamp(vergelijking.oud, vergelijking.nieuw, peildatum=peildatum.isoformat()),
        sjabloon="rapport",
    )


def _first_sentence(scholen: Sequence[Schoolgevolg], gelezen: Sequence[Schoolgevolg]) -> str:
    meer = sum(any(deel.gewicht in _ZWAAR for deel in een.of(Gevolg.ONVOLDOENDE)) for een in gelezen)
    zinnen = [f"Van {number_of_schools(len(gelezen))} {'heeft' if meer == 1 else 'hebben'} er {meer} met het nieuwe kader meer te regelen dan nu."]
    statussen = Counter(een.status for een in scholen)
    if aantal := statussen[Status.NIETS_GETOETST]:
        zinnen.append(f"Voor {number_of_schools(aantal)} {'geldt' if aantal == 1 else 'gelden'} deze kaders niet.")
    if aantal := statussen[Status.ONLEESBAAR]:
        zinnen.append(f"{number_of(aantal, 'bestand is', 'bestanden zijn')} niet te lezen en {'telt' if aantal == 1 else 'tellen'} niet mee.")
    return " ".join(zinnen)


def norm_counts(verschil: Normverschil, scholen: Sequence[Schoolgevolg]) -> Counter[Oordeel]:
    """Return how many schools get which oordeel on the new norm."""
    return Counter(
        een.nieuw.oordeel
        for school in scholen
        for een in school.gevolgen
        if een.nieuw is not None and een.verschil.nieuw is verschil.nieuw
    )


def _per_norm(vergelijking: Vergelijking, scholen: Sequence[Schoolgevolg]) -> tuple[Blok, ...]:
    verschillen = vergelijking.of(*_GETELD)
    if not verschillen or not scholen:
        return ()
    rijen = []
    for verschil in verschillen:
        telling = norm_counts(verschil, scholen)
        rest = telling[Oordeel.NIET_VAN_TOEPASSING] + telling[Oordeel.NIET_GETOETST] + telling[Oordeel.AFWIJKING]
        rijen.append(
            (
                cel(verschil.norm.titel, kop=True),
                cel(kind_words(verschil)),
                *(cel(str(telling[oordeel])) for oordeel in (Oordeel.VOLDOET, Oordeel.TE_BEOORDELEN, Oordeel.VOLDOET_NIET)),
                cel(str(rest)),
            )
        )
    return (
        Kop(2, t("Per norm"), "normen"),
        p("Hoeveel scholen de norm al halen, en bij hoeveel een lezer moet oordelen. Overig: geldt niet, is niet te toetsen, of is gedekt door een afwijking."),
        Tabel("Scholen per norm", ("Norm", "Wat er gebeurt", "Haalt", "Lezer", "Haalt niet", "Overig"), tuple(rijen)),
    )


def _school(vergelijking: Vergelijking, een: Schoolgevolg, nummer: int) -> Groep:
    blokken: list[Blok] = [Kop(3, t(encodable(een.naam)), f"school-{nummer}"), Alinea(t(Code(encodable(een.bestand))), "bron")]
    if een.status is Status.ONLEESBAAR:
        fout = een.fouten[0] if een.fouten else None
        blokken.append(p("Niet te lezen. " + (f"Regel {fout.regel}, kolom {fout.kolom}: {fout.zin} {fout.remedie}" if fout else "")))
        return Groep(tuple(blokken), soort="school")
    if een.status is Status.NIETS_GETOETST:
        return Groep((*blokken, p(f"Er verandert niets: geen van beide kaders geldt. {een.waarom_niets}")), soort="school")
    blokken.append(p(summary(vergelijking, een)))
    for gevolg in (Gevolg.ONVOLDOENDE, Gevolg.GEWICHT, Gevolg.NIET_GETOETST, Gevolg.VOLDOENDE, Gevolg.VERVALT):
        if normen := een.of(gevolg):
            regels = tuple((p(f"{deel.verschil.norm.titel}{_weight(deel.gewicht.value)} (", Code(deel.verschil.norm.id), ")"),) for deel in normen)
            blokken += [p(f"{str(gevolg).capitalize()}:"), Lijst(regels)]
    return Groep(tuple(blokken), soort="school")


def _weight(gewicht: str) -> str:
    return f", {gewicht}" if gewicht != "geen" else ""



