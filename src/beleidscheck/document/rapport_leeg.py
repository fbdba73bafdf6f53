"""Het rapport als er niets te toetsen viel: een bestand dat niet te lezen is, of geen norm die voor deze school geldt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beleidscheck.document.blokken import Alinea, Cel, Code, Kop, Lijst, Tabel, cel, p, t
from beleidscheck.document.rapport_bewijs import with_code
from beleidscheck.document.rapport_kop import kader_table
from beleidscheck.document.rapport_oordeel import verdict
from beleidscheck.document.rapport_woorden import clip, number_of, sentence

if TYPE_CHECKING:
    from beleidscheck.document.blokken import Blok
    from beleidscheck.document.rapport_woorden import Lezer
    from beleidscheck.errors import Fault
    from beleidscheck.report import Report

#: Zo veel fouten staan er in de tabel; wie deze herstelt, ziet bij de volgende toets de rest.
MAX_FOUTEN = 100


def unreadable(report: Report, lezer: Lezer) -> tuple[Blok, ...]:
    """Return what stands in the way of reading the file, place by place, and what to do about it."""
    getoond = report.fouten[:MAX_FOUTEN]
    rest = len(report.fouten) - len(getoond)
    meer = (p(f"En nog {number_of(rest, 'fout', 'fouten')}. Herstel eerst deze en toets dan opnieuw."),) if rest else ()
    rijen = tuple(_fault_row(fout, report.bestand) for fout in getoond)
    return (
        Kop(2, t("Het oordeel"), "oordeel"),
        Alinea(t(verdict(report, lezer)), "inleiding"),
        Kop(2, t("Wat er in het bestand niet klopt"), "fouten"),
        Tabel("Elke fout met haar plaats: regel en kolom tellen vanaf 1", ("Plaats", "Wat er staat", "Wat u doet"), rijen),
        *meer,
        Kop(2, t("Hoe nu verder"), "verder"),
        Lijst(
            (
                (p("Open het bestand en ga naar de genoemde regel. Begin bovenaan: een fout veroorzaakt vaak de volgende."),),
                (p("Laat een editor meekijken die het schema kent; ", Code("beleidscheck schema"), " zegt waar het staat."),),
                (p("Toets daarna opnieuw. Andere bestanden zijn intussen gewoon getoetst."),),
            ),
            genummerd=True,
        ),
    )


def nothing_checked(report: Report, lezer: Lezer) -> tuple[Blok, ...]:
    """Return why nothing was checked; that is never good news and never bad news."""
    kaders = (kader_table(report),) if report.kaders else ()
    return (
        Kop(2, t("Het oordeel"), "oordeel"),
        Alinea(with_code(verdict(report, lezer)), "inleiding"),
        p("Over dit beleid is dus niets gezegd: het is niet goedgekeurd en niet afgekeurd."),
        *kaders,
        Kop(2, t("Hoe nu verder"), "verder"),
        Lijst(
            (
                (p("Bekijk welke kaders er zijn en voor welke scholen zij gelden: ", Code("beleidscheck kaders"), "."),),
                (p("Noem de kaders die u volgt in het beleid, bij ", Code("kaders"), "."),),
                (
                    p(
                        "Controleer of ",
                        Code("school.sector"),
                        " en ",
                        Code("school.regio"),
                        " kloppen: daar hangt van af welke normen gelden.",
                    ),
                ),
            )
        ),
    )


def _fault_row(fout: Fault, bestand: str) -> tuple[Cel, ...]:
    return (
        cel(f"{bestand}:{fout.regel}:{fout.kolom}", kop=True),
        Cel((Alinea(with_code(clip(sentence(fout.zin), 400))),)),
        Cel((Alinea(with_code(clip(sentence(fout.remedie), 400))),)),
    )
