"""CSV en XLSX van een audit: elke school, elke norm, met woorden en nooit alleen een kleur."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from beleidscheck.auditing.basislijn import Basisregel, key_of
from beleidscheck.beleid.elementen import ELEMENTEN
from beleidscheck.bevinding import Gewicht, Oordeel
from beleidscheck.document.rapport_woorden import STATUS_WOORDEN
from beleidscheck.render.audit_tekst import clean
from beleidscheck.report import ElementStatus, Status

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from beleidscheck.auditing.model import Normuitslag, Schooluitslag
    from beleidscheck.auditing.verslag import Verslag

_CSV_KOPPEN: Final = (
    "school", "brin", "sector", "regio", "bestand", "status", "kader", "norm", "titel", "element", "niveau", "grond",
    "oordeel", "gewicht", "reden", "toelichting", "te doen", "veld", "waarde", "regel", "kolom", "afwijking tot", "basislijn",
)  # fmt: skip
#: Zo begint een formule in een rekenblad.
_FORMULE: Final = ("=", "+", "-", "@", "\t", "\r")
#: Meer rijen gaan er niet op een blad van Excel.
_MEESTE_RIJEN: Final = 1_048_000
_LANGSTE_CEL: Final = 32_000


def safe_cell(tekst: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    schoon = clean(tekst)
    return f"'{schoon}" if schoon.lstrip().startswith(_FORMULE) else schoon


def render_csv(verslag: Verslag) -> Iterator[str]:
    """Yield CSV as a Dutch spreadsheet opens it: semicolons, UTF-8 with a mark; one row per school and norm."""
    yield "\ufeff" + _row(_CSV_KOPPEN)
    for school in verslag.audit.outcomes():
        kop = (school.toonnaam, school.brin, school.sector, school.regio, school.bestand, STATUS_WOORDEN[school.status])
        if not school.kaders:
            fout = school.fouten[0] if school.fouten else None
            zin, plek = (fout.zin, (str(fout.regel), str(fout.kolom))) if fout else (school.waarom_niets, ("", ""))
            yield _row((*kop, "", "", "", "", "", "", str(Oordeel.NIET_GETOETST), "", "", zin, "", "", "", *plek, "", ""))
        for ref, norm in school.outcomes():
            yield _row((*kop, *_norm_cells(verslag, school, ref, norm)))


def _norm_cells(verslag: Verslag, school: Schooluitslag, ref: str, norm: Normuitslag) -> tuple[str, ...]:
    info = verslag.koppen[ref, norm.norm]
    feit = norm.feiten[0] if norm.feiten else None
    regel = Basisregel(key_of(school), ref, norm.norm, norm.waarde_hash)
    bekend = norm.oordeel is Oordeel.VOLDOET_NIET and regel in verslag.basislijn.regels
    return (
        ref,
        norm.norm,
        info.titel,
        str(info.element),
        str(info.niveau),
        str(info.grond),
        str(norm.oordeel),
        str(norm.gewicht),
        str(norm.reden or ""),
        norm.zin,
        norm.te_doen,
        feit.veld if feit else "",
        (feit.waarde or "") if feit else "",
        str(feit.regel) if feit else "",
        str(feit.kolom) if feit else "",
        norm.afwijking.tot.isoformat() if norm.afwijking else "",
        "ja" if bekend else "nee",
    )


def _row(cellen: tuple[str, ...]) -> str:
    regel = io.StringIO()
    csv.writer(regel, delimiter=";", lineterminator="\r\n").writerow([safe_cell(cel) for cel in cellen])
    return regel.getvalue()


class _Boek:
    """Een werkboek met de opmaak die elk blad deelt."""

    def __init__(self, boek: Workbook) -> None:
        def stijl(**eigenschappen: object) -> Format:
            return boek.add_format({"valign": "top", "font_name": "Calibri", "font_size": 11, **eigenschappen})

        self.boek = boek
        self.kop = stijl(bold=True, bg_color="#1b4f72", font_color="#ffffff", text_wrap=True, border=1)
        self.titel = stijl(bold=True, font_size=16)
        self.gewoon, self.lang = stijl(), stijl(text_wrap=True)
        self.kleur = {
            "rood": stijl(bg_color="#fbe3e1", font_color="#7a1008", text_wrap=True),
            "geel": stijl(bg_color="#fdf2d0", font_color="#5c4300", text_wrap=True),
            "groen": stijl(bg_color="#e0f2e4", font_color="#0f4a1f", text_wrap=True),
            "blauw": stijl(bg_color="#e2edf8", font_color="#123f6b", text_wrap=True),
            "grijs": stijl(bg_color="#eeeeee", font_color="#444444", text_wrap=True),
        }

    def sheet(self, naam: str, koppen: tuple[tuple[str, int], ...], vast: int) -> Worksheet:
        """Return a new sheet with a frozen header, `vast` frozen columns and widths in characters."""
        blad = self.boek.add_worksheet(naam)
        for kolom, (tekst, breedte) in enumerate(koppen):
            blad.set_column(kolom, kolom, breedte)
            blad.write_string(0, kolom, tekst, self.kop)
        blad.freeze_panes(1, vast)
        blad.set_landscape()
        blad.set_paper(9)
        blad.fit_to_pages(1, 0)
        blad.repeat_rows(0)
        blad.set_footer("&L&F&R&P van &N")
        return blad


_ELEMENTKLEUR: Final = {
    ElementStatus.VOLLEDIG: "groen",
    ElementStatus.DEELS: "geel",
    ElementStatus.ONTBREEKT: "rood",
    ElementStatus.TE_BEOORDELEN: "blauw",
    ElementStatus.NIET_VAN_TOEPASSING: "grijs",
}
_OORDEELKLEUR: Final = {Gewicht.TEKORT: "rood", Gewicht.AANDACHTSPUNT: "geel", Gewicht.TIP: "blauw", Gewicht.GEEN: "grijs"}


def write_xlsx(verslag: Verslag, path: Path) -> None:
    """Write the workbook: an overview of the schools, the sixteen elements, every point, and the norms. Raises `OSError`."""
    from datetime import UTC, datetime  # noqa: PLC0415 - alleen hier

    from xlsxwriter import Workbook  # noqa: PLC0415 - alleen wie erom vraagt, laadt de bibliotheek

    opties = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "constant_memory": True}
    dag = verslag.audit.opgave.peildatum
    with Workbook(str(path), opties) as boek:
        boek.set_properties(
            {
                "title": "Audit aanwezigheidsbeleid",
                "author": "beleidscheck",
                "created": datetime(dag.year, dag.month, dag.day, tzinfo=UTC),
            }
        )
        stijl = _Boek(boek)
        _overview(stijl, verslag)
        _elements(stijl, verslag)
        _points(stijl, verslag)
        _norms(stijl, verslag)


def _text(blad: Worksheet, rij: int, kolom: int, tekst: str, stijl: Format) -> None:
    blad.write_string(rij, kolom, clean(tekst)[:_LANGSTE_CEL], stijl)


def _overview(boek: _Boek, verslag: Verslag) -> None:
    koppen = (
        ("School", 36), ("Sector", 9), ("Regio", 22), ("BRIN", 9), ("Stand", 26), ("Tekorten", 10), ("Aandachtspunten", 16), ("Tips", 8),
        ("Te beoordelen", 14), ("Niet getoetst", 13), ("Afwijkingen", 12), ("In basislijn", 12), ("Kaders", 44), ("Bestand", 44),
    )  # fmt: skip
    blad = boek.sheet("Overzicht", koppen, 1)
    rij = 0
    for rij, (kop, stand) in enumerate(zip(verslag.audit.scholen, verslag.standen, strict=True), start=1):
        for kolom, tekst in enumerate((kop.naam, kop.sector, kop.regio, kop.brin)):
            _text(blad, rij, kolom, tekst, boek.gewoon)
        goed = kop.status is Status.GEREED
        _text(
            blad,
            rij,
            4,
            STATUS_WOORDEN[kop.status],
            boek.kleur["groen" if goed else "rood" if kop.status is Status.ONLEESBAAR else "geel"],
        )
        getallen = (
            stand.tekorten, stand.aandachtspunten, stand.tips, stand.te_beoordelen, stand.niet_getoetst, stand.afwijkingen, stand.bekend,
        )  # fmt: skip
        for kolom, getal in enumerate(getallen, start=5):
            blad.write_number(rij, kolom, getal, boek.gewoon)
        _text(blad, rij, 12, ", ".join(kop.kaders), boek.gewoon)
        _text(blad, rij, 13, kop.bestand, boek.gewoon)
    blad.autofilter(0, 0, max(rij, 1), len(koppen) - 1)


def _elements(boek: _Boek, verslag: Verslag) -> None:
    koppen = (("School", 36), *((f"{element.nummer}. {element.titel}", 15) for element in ELEMENTEN))
    blad = boek.sheet("Elementen", koppen, 1)
    rij = 0
    for rij, kop in enumerate(verslag.audit.scholen, start=1):
        _text(blad, rij, 0, kop.naam, boek.gewoon)
        for kolom, stand in enumerate(kop.elementen[1:], start=1):
            _text(blad, rij, kolom, str(stand), boek.kleur[_ELEMENTKLEUR[stand]])
    blad.autofilter(0, 0, max(rij, 1), len(koppen) - 1)


def _points(boek: _Boek, verslag: Verslag) -> None:
    koppen = (
        ("School", 30), ("Gewicht", 14), ("Oordeel", 14), ("Punt", 34), ("Waarom", 60), ("Wat te doen", 60), ("Norm", 28), ("Kader", 30),
        ("Element", 9), ("Bijzonder", 30), ("Bestand", 36), ("Regel", 8),
    )  # fmt: skip
    nummer, rij = 1, 0
    blad = boek.sheet("Punten", koppen, 1)
    for school in verslag.audit.outcomes():
        for punt in verslag.points(school):
            if rij >= _MEESTE_RIJEN:
                blad.autofilter(0, 0, rij, len(koppen) - 1)
                nummer, rij = nummer + 1, 0
                blad = boek.sheet(f"Punten {nummer}", koppen, 1)
            rij += 1
            kop = verslag.koppen.get((punt.kader, punt.code))
            bijzonder = punt.gedekt or ("Staat in de basislijn." if punt.bekend else "")
            gewicht = "" if punt.gewicht is Gewicht.GEEN else str(punt.gewicht)
            _text(blad, rij, 0, punt.school, boek.gewoon)
            _text(blad, rij, 1, gewicht, boek.kleur[_OORDEELKLEUR[punt.gewicht]])
            for kolom, tekst in enumerate((punt.oordeel, punt.titel, punt.zin, punt.te_doen, punt.code, punt.kader), start=2):
                _text(blad, rij, kolom, tekst, boek.lang)
            if kop is not None:
                blad.write_number(rij, 8, kop.element, boek.gewoon)
            _text(blad, rij, 9, bijzonder, boek.lang)
            _text(blad, rij, 10, punt.bestand, boek.gewoon)
            blad.write_number(rij, 11, punt.regel, boek.gewoon)
    blad.autofilter(0, 0, max(rij, 1), len(koppen) - 1)


def _norms(boek: _Boek, verslag: Verslag) -> None:
    koppen = (
        ("Kader", 34), ("Norm", 30), ("Titel", 40), ("Niveau", 12), ("Bron", 50),
        *((str(oordeel).capitalize(), 14) for oordeel in Oordeel),
    )  # fmt: skip
    blad = boek.sheet("Normen", koppen, 3)
    rij = 0
    for rij, (sleutel, kop) in enumerate(verslag.koppen.items(), start=1):
        for kolom, tekst in enumerate((kop.kader, kop.id, kop.titel, str(kop.niveau), kop.source)):
            _text(blad, rij, kolom, tekst, boek.lang)
        for kolom, oordeel in enumerate(Oordeel, start=5):
            blad.write_number(rij, kolom, verslag.audit.per_norm[sleutel][oordeel], boek.gewoon)
    blad.autofilter(0, 0, max(rij, 1), len(koppen) - 1)
