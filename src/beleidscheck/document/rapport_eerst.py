"""Eerst dit: de vijf dingen die het meest opleveren, bij degene die ze moet doen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beleidscheck.document.blokken import Alinea, Codeblok, Groep, Kop, Lijst, Link, Noot, Uitklap, p, t
from beleidscheck.document.rapport_bewijs import with_code
from beleidscheck.document.rapport_keuze import per_role, settles, weight_and_gain
from beleidscheck.document.rapport_punt import anchor_of
from beleidscheck.document.rapport_woorden import role_words, sentence, source_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from beleidscheck.document.blokken import Blok
    from beleidscheck.report import EersteStap, Report

__all__ = ["first_steps", "first_steps_short", "settles"]


def first_steps(report: Report, ankers: Mapping[tuple[str, str], str]) -> tuple[Blok, ...]:
    """Return the top five with why, who, an example sentence and the YAML to copy; nothing when there is nothing to do."""
    if not report.eerst_dit:
        return ()
    aantal = len(report.eerst_dit)
    wat = "Dit punt levert" if aantal == 1 else f"Deze {aantal} punten leveren"
    blokken: list[Blok] = [
        Kop(2, t("Eerst dit"), "eerst-dit"),
        p(f"{wat} het meest op. Wat de wet vraagt gaat voor, dan de afspraken in de regio, dan het model."),
    ]
    for rol, stappen in per_role(report).items():
        blokken.append(Kop(3, t(f"Aan zet: {rol}")))
        blokken += (_step(nummer, stap, anchor_of(stap.cluster, ankers)) for nummer, stap in stappen)
    return tuple(blokken)


def first_steps_short(report: Report) -> tuple[Blok, ...]:
    """Return the top five as a list without examples, for a reader who does not act on it."""
    if not report.eerst_dit:
        return ()
    items = tuple(
        (p(f"{stap.cluster.kop.norm.titel}. Aan zet: {role_words(stap.aan_zet, report)}. {settles(stap)}"),)
        for stap in report.eerst_dit
    )
    return (Kop(2, t("Waar de school mee begint"), "eerst-dit"), Lijst(items, genummerd=True))


def _step(nummer: int, stap: EersteStap, anker: str) -> Groep:
    kop = stap.cluster.kop
    norm = kop.norm
    blokken: list[Blok] = [
        Kop(4, t(f"{nummer}. {norm.titel}")),
        Alinea(with_code(sentence(kop.zin))),
    ]
    if norm.uitleg:
        blokken.append(Alinea(with_code(sentence(norm.uitleg))))
    if kop.te_doen:
        blokken.append(Alinea(t("Wat u doet: ", *with_code(sentence(kop.te_doen)))))
    regelt = f"{weight_and_gain(stap)} {source_words(norm)}."
    verwijzing = (" ", Link(t("Naar het bewijs"), f"#{anker}")) if anker else ()
    blokken.append(Alinea(t(regelt, *verwijzing), "bron"))
    if norm.voorbeeld:
        blokken.append(Noot("voorbeeld", "zo kunt u het opschrijven", (Alinea(with_code(sentence(norm.voorbeeld))),)))
    if norm.snippet:
        blokken.append(Uitklap(t("Zo staat het in beleid.yaml"), (Codeblok(norm.snippet.rstrip("\n")),)))
    return Groep(tuple(blokken), soort="eerst-dit")
