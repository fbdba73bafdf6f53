"""Compose: van twee kaders naar een document over wat er verandert, los van een school."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from beleidscheck.beleid.elementen import ELEMENTEN
from beleidscheck.document.blokken import Alinea, Code, Document, Groep, Kop, Lijst, Tabel, Uitklap, cel, p, t
from beleidscheck.document.rapport_bewijs import with_code
from beleidscheck.document.rapport_woorden import number_of_norms
from beleidscheck.document.vergelijk_delen import (
    KOPPEN,
    change_blocks,
    counts_sentence,
    kader_name,
    kader_words,
    kind_words,
    own_summary,
    stamp,
    standing_notes,
)
from beleidscheck.vergelijk.normen import Soort

if TYPE_CHECKING:
    from collections.abc import Iterable

    from beleidscheck.document.blokken import Blok
    from beleidscheck.kader import Norm
    from beleidscheck.vergelijk.kop import Kopverschil
    from beleidscheck.vergelijk.model import Vergelijking

#: De soorten die elk norm voor norm worden uitgeschreven, in leesvolgorde.
_UITGESCHREVEN: Final = (Soort.NIEUW, Soort.STRENGER, Soort.ANDERS, Soort.SOEPELER, Soort.VERVALLEN)
#: Van deze soorten is een lijst genoeg.
_OPGESOMD: Final = (Soort.VERPLAATST, Soort.TEKST, Soort.ZWIJGT, Soort.GELIJK)
_BUITEN: Final = {
    "kop": "Kop van het kader",
    "woordenlijst.rollen": "Rollen",
    "woordenlijst.plaatsen": "Plaatsen om vast te leggen",
    "woordenlijst.acties": "Acties",
    "woordenlijst.signalen": "Signalen",
    "woordenlijst.woorden": "Woorden",
    "velden": "Regionale velden",
    "trappen": "Eigen ladder",
    "termen": "Verouderde woorden",
}


def compose_comparison(vergelijking: Vergelijking) -> Document:
    """Return what differs between two kaders as a document."""
    blokken: list[Blok] = [
        Alinea(t(counts_sentence(vergelijking)), "inleiding"),
        *standing_notes(vergelijking),
        *own_summary(vergelijking.nieuw),
        *counts_table(vergelijking),
    ]
    for soort in _UITGESCHREVEN:
        blokken += _written_out(vergelijking, soort)
    for soort in _OPGESOMD:
        blokken += _listed(vergelijking, soort)
    blokken += outside_the_norms(vergelijking)
    return Document(
        titel="Wat verandert er?",
        ondertitel=f"Van {kader_name(vergelijking.oud, vergelijking.kaders)} naar {kader_name(vergelijking.nieuw, vergelijking.kaders)}",
        blokken=tuple(blokken),
        kenmerken=(("Eerst", kader_words(vergelijking.oud, vergelijking.kaders)), ("Nieuw", kader_words(vergelijking.nieuw, vergelijking.kaders))),
        stempel=stamp(vergelijking.oud, vergelijking.nieuw),
        sjabloon="rapport",
    )


def counts_table(vergelijking: Vergelijking) -> tuple[Blok, ...]:
    """Return how many norms there are of each kind."""
    rijen = tuple(
        (cel(KOPPEN[soort][0], kop=True), cel(str(aantal)))
        for soort, aantal in vergelijking.telling.items()
        if aantal or soort in _UITGESCHREVEN
    )
    return (Kop(2, t("Telling"), "telling"), Tabel("Wat er met de normen gebeurt", ("Wat", "Normen"), rijen))


def _written_out(vergelijking: Vergelijking, soort: Soort) -> list[Blok]:
    verschillen = vergelijking.of(soort)
    if not verschillen:
        return []
    titel, uitleg = KOPPEN[soort]
    blokken: list[Blok] = [Kop(2, t(titel), f"soort-{soort.name.lower()}"), p(uitleg)]
    for nummer, verschil in enumerate(verschillen, start=1):
        kop = verschil.norm.titel if soort in {Soort.NIEUW, Soort.VERVALLEN} else f"{verschil.norm.titel}: {kind_words(verschil)}"
        blokken.append(
            Groep((Kop(3, t(kop), f"{soort.name.lower()}-{nummer}"), *change_blocks(vergelijking, verschil)), soort="verschil")
        )
    return blokken


def _listed(vergelijking: Vergelijking, soort: Soort) -> list[Blok]:
    verschillen = vergelijking.of(soort)
    if not verschillen:
        return []
    titel, uitleg = KOPPEN[soort]
    per_element = norms_per_element([verschil.norm for verschil in verschillen])
    return [
        Kop(2, t(titel), f"soort-{soort.name.lower()}"),
        p(uitleg),
        Uitklap(t(f"Toon {'deze norm' if len(verschillen) == 1 else f'deze {number_of_norms(len(verschillen))}'}"), per_element),
    ]


def norms_per_element(normen: Iterable[Norm]) -> tuple[Blok, ...]:
    """Return norms by their titles, under the element of the model that they belong to."""
    titels = {0: "Kop, begrippen en registratie", **{element.nummer: f"{element.nummer}. {element.titel}" for element in ELEMENTEN}}
    per_element: dict[int, list[Norm]] = {}
    for norm in normen:
        per_element.setdefault(norm.element, []).append(norm)
    blokken: list[Blok] = []
    for nummer in sorted(per_element):
        blokken += [p(titels[nummer]), Lijst(tuple((p(f"{norm.titel} (", Code(norm.id), ")"),) for norm in per_element[nummer]))]
    return tuple(blokken)


def outside_the_norms(vergelijking: Vergelijking) -> tuple[Blok, ...]:
    """Return what differs in words, fields, ladder and outdated terms."""
    if not vergelijking.kop:
        return ()
    per_deel: dict[str, list[Kopverschil]] = {}
    for verschil in vergelijking.kop:
        per_deel.setdefault(verschil.waar, []).append(verschil)
    blokken: list[Blok] = [Kop(2, t("Wat er buiten de normen verandert"), "buiten")]
    for waar, verschillen in per_deel.items():
        regels = tuple((Alinea(with_code(verschil.zin)),) for verschil in verschillen)
        blokken += [Kop(3, t(_BUITEN[waar]), f"buiten-{waar.replace('.', '-')}"), Lijst(regels)]
    return tuple(blokken)
