"""Het begin van een toetsrapport: oordeel in woorden, tellingen, kaders op hun versie, peildatum en hashes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from beleidscheck import __version__
from beleidscheck.bevinding import Oordeel
from beleidscheck.document.blokken import Alinea, Code, Definities, Kop, Tabel, cel, p, t
from beleidscheck.document.rapport_oordeel import BEPERKING, per_kader, verdict, weights
from beleidscheck.document.rapport_woorden import (
    ELEMENT_UITLEG,
    GEWICHT_UITLEG,
    OORDEEL_UITLEG,
    STATUS_WOORDEN,
    date_words,
    plural_of,
    short_hash,
)

if TYPE_CHECKING:
    from beleidscheck.bevinding import Samenvatting
    from beleidscheck.document.blokken import Blok
    from beleidscheck.document.rapport_woorden import Lezer
    from beleidscheck.report import KaderInfo, Report

_KADERSTATUS: Final = {
    "geldend": "geldt nu",
    "model": "model, nog geen wet",
    "concept": "concept: weegt hooguit als aandachtspunt",
    "wetsvoorstel": "wetsvoorstel: weegt hooguit als aandachtspunt",
    "verlopen": "verlopen",
}


def verdict_blocks(report: Report, lezer: Lezer) -> tuple[Blok, ...]:
    """Return the verdict in words, and what this check cannot see."""
    blokken: tuple[Blok, ...] = (Alinea(t(verdict(report, lezer)), "inleiding"), p(BEPERKING))
    if lezer == "mr":
        return (*blokken, p("De zinnen hieronder spreken de school aan: met u is daar de school bedoeld."))
    return blokken


def count_tables(telling: Samenvatting) -> tuple[Blok, ...]:
    """Return how many norms got each oordeel and how heavy the points are; both tables state their sum."""
    oordelen = tuple((cel(str(oordeel), kop=True), cel(str(telling.aantal(oordeel)))) for oordeel in Oordeel)
    som = (cel("normen samen", kop=True), cel(str(telling.normen)))
    gewichten = tuple(
        (cel(plural_of(rij.gewicht), kop=True), cel(str(rij.normen)), cel(str(rij.meldingen)), cel(str(rij.samen)))
        for rij in weights(telling)
    )
    return (
        Tabel("Oordeel per norm: elke norm telt één keer", ("Oordeel", "Normen"), (*oordelen, som)),
        Tabel(
            "Gewicht van wat er te doen is: bij normen, en bij wat in het beleid zelf niet klopt",
            ("Gewicht", "Normen", "In het beleid zelf", "Samen"),
            gewichten,
        ),
    )


def kader_table(report: Report) -> Tabel:
    """Return which kaders were used, at which version, with their status."""
    rijen = tuple(
        (
            cel(kader.naam, kop=True),
            cel(Code(kader.ref)),
            cel(_status(kader)),
            cel(Code(short_hash(kader.sha256))),
        )
        for kader in report.kaders
    )
    return Tabel("Getoetst aan deze kaders", ("Kader", "Versie", "Status", "Hash"), rijen)


def kader_counts(report: Report) -> Tabel:
    """Return the six oordelen per kader, so that a region sees where a school stands in each."""
    rijen = tuple(
        (cel(Code(ref), kop=True), *(cel(str(telling.aantal(oordeel))) for oordeel in Oordeel), cel(str(telling.normen)))
        for ref, telling in per_kader(report)
    )
    return Tabel("Oordeel per kader", ("Kader", *(str(oordeel) for oordeel in Oordeel), "normen"), rijen)


def title_pairs(report: Report) -> tuple[tuple[str, str], ...]:
    """Return what stands on the title block: school, policy, file, peildatum, verdict and hash."""
    school = f"{report.school} ({report.sector})" if report.sector else report.school
    versie = f", versie {report.beleid_versie}" if report.beleid_versie else ""
    paren = (
        ("School", school),
        ("Beleid", f"{report.beleid_titel}{versie}" if report.beleid_titel else ""),
        ("Bestand", report.bestand),
        ("Oordeel", STATUS_WOORDEN[report.status]),
        ("Peildatum", date_words(report.peildatum)),
        ("Hash van het beleid", short_hash(report.sha256) if report.sha256 else ""),
    )
    return tuple((naam, waarde) for naam, waarde in paren if waarde)


def stamp(report: Report) -> str:
    """Return the line that ties this report to one file, one set of kaders and one date."""
    kaders = (f"{kader.ref} {short_hash(kader.sha256)}" for kader in report.kaders)
    onder = (f"{ref} {short_hash(sha256)}" for kader in report.kaders for ref, sha256 in kader.gebaseerd_op)
    ingesteld = (f"{kader.ref} van kracht op {kader.in_werking_op}" for kader in report.kaders if kader.in_werking_op)
    delen = (
        f"beleid {short_hash(report.sha256)}" if report.sha256 else "",
        *kaders,
        *dict.fromkeys(onder),
        *ingesteld,
        f"peildatum {report.peildatum.isoformat()}",
        f"beleidscheck {__version__}",
    )
    return " · ".join(deel for deel in delen if deel)


def explanation(anker: str) -> tuple[Blok, ...]:
    """Return what every word of the report means."""
    oordelen = tuple((t(str(oordeel)), (p(uitleg),)) for oordeel, uitleg in OORDEEL_UITLEG.items())
    gewichten = tuple((t(str(gewicht)), (p(uitleg),)) for gewicht, uitleg in GEWICHT_UITLEG.items())
    elementen = tuple((t(str(status)), (p(uitleg),)) for status, uitleg in ELEMENT_UITLEG.items())
    return (
        Kop(2, t("Wat de woorden betekenen"), anker),
        Kop(3, t("De zes oordelen over een norm"), f"{anker}-oordelen"),
        Definities(oordelen),
        Kop(3, t("Hoe zwaar een bevinding weegt"), f"{anker}-gewichten"),
        Definities(gewichten),
        Kop(3, t("Hoe ver een element is"), f"{anker}-elementen"),
        Definities(elementen),
        p(
            "Gereed wil zeggen: er zijn geen tekorten en elke toets kon worden uitgevoerd. "
            "Veel normen gaan soms over hetzelfde feit; het rapport noemt dat feit dan één keer en telt elke norm."
        ),
    )


def _status(kader: KaderInfo) -> str:
    woorden = _KADERSTATUS.get(kader.status, kader.status)
    if kader.status == "wetsvoorstel" and kader.in_werking_op:
        woorden = "wetsvoorstel"
    elif kader.status == "geldend" and kader.begint_nog:
        woorden = "vastgesteld, maar nog niet begonnen"
    zinnen = [zin for zin in (kader.opmerking, *kader.mededelingen) if zin]
    return f"{woorden}. {' '.join(zinnen)}" if zinnen else woorden
