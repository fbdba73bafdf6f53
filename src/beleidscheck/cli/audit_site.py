"""De opdracht `audit --site MAP`: de site schrijven, de bladzijden van scholen verdeeld over de kernen.

Elk bestand komt in één keer op zijn plaats en de eerste bladzijde als laatste. Bladzijden van een vorige keer die er niet meer bij horen,
gaan weg: anders stond een school die openbaar niet genoemd mag worden, nog in een map van ons.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import sys
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from beleidscheck import __version__
from beleidscheck.api import toets
from beleidscheck.auditing.draai import shown
from beleidscheck.cli.publiceren import policy_document
from beleidscheck.cli.site_map import keep_others, left_over, write_page
from beleidscheck.document.audit_boek import Auditboek, Formulering, make_audit_book
from beleidscheck.document.audit_school import Omgeving, Schoolwerk, own_words, report_page, school_page
from beleidscheck.document.audit_site import compose_audit_pages, page_paths
from beleidscheck.document.rapport_woorden import number_of, short_hash
from beleidscheck.document.uitleg_paden import START, STIJLBLAD
from beleidscheck.errors import OutputError
from beleidscheck.render.audit_site import audit_look
from beleidscheck.render.html import Bladen
from beleidscheck.render.site import Site
from beleidscheck.report import Report, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from concurrent.futures import Future
    from pathlib import Path

    from beleidscheck.auditing import Schooluitslag
    from beleidscheck.auditing.delta import Schoolverandering
    from beleidscheck.auditing.model import Opgave
    from beleidscheck.auditing.uitkomst import Normsleutel
    from beleidscheck.auditing.verslag import Verslag
    from beleidscheck.document.audit_boek import Schoolblad

#: Mappen van de site; alleen hierin wordt naar bladzijden van een vorige keer gezocht.
_MAPPEN: Final = ("school", "rapport", "beleid", "scholen", "norm", "element", "kader", "vergelijking")
#: Zoveel scholen gaan samen naar een proces; onder zoveel blijft alles in dit proces.
_STUK: Final = 4
_PARALLEL_VANAF: Final = 8
#: Zoveel eigen formuleringen staan er hooguit bij een norm.
_MEESTE_EIGEN: Final = 3
_LANGSTE_EIGEN: Final = 700
_VEEL_TIJD: Final = 20
_GEVALLEN: Final = "het maken van deze bladzijde is van buitenaf gestopt, bijvoorbeeld omdat het geheugen op was"

#: Wat een school zelf schreef: norm, veld en tekst.
Eigen = tuple["Normsleutel", str, str]


@dataclass(frozen=True, slots=True)
class Werkplaats:
    """Wat elk proces moet weten om de bladzijden van een school te maken."""

    map_: Path
    opgave: Opgave
    omgeving: Omgeving
    stempel: str


class Schrijver:
    """Maakt en schrijft de bladzijden van scholen; de sjablonen staan één keer klaar."""

    def __init__(self, plaats: Werkplaats) -> None:
        self.plaats = plaats
        self.site = Site(audit_look(openbaar=False), stempel=plaats.stempel)
        self.bladen = Bladen()

    def write(self, path: Path, werk: Schoolwerk) -> list[Eigen]:
        """Write the pages of one school and return what she wrote herself where she meets a norm. Raises `OutputError`."""
        opgave = self.plaats.opgave
        report = toets(
            path,
            peildatum=opgave.peildatum,
            kaders=opgave.kaders,
            zonder_afwijkingen=opgave.zonder_afwijkingen,
            bestand=werk.blad.bestand,
        )
        if report.sha256 != werk.blad.kop.sha256 or report.status is not werk.blad.kop.status:
            werk = replace(werk, let_op="het beleid is gewijzigd of weggehaald terwijl deze site werd gemaakt")
        self._put(werk.blad.pad, self.site.page(school_page(werk, report, self.plaats.omgeving)))
        if not werk.has_documents:
            return []
        self._put(werk.blad.rapport, self.site.page(report_page(werk, report)))
        document, _ = policy_document(report)
        self._put(werk.blad.beleid, _marked(self.bladen.fill(document), self.site.opmaak.merk))
        return [(sleutel, veld, tekst[:_LANGSTE_EIGEN]) for sleutel, veld, tekst in own_words(report)]

    def write_fallen(self, werk: Schoolwerk) -> None:
        """Write the page of a school of which the process fell."""
        anders = replace(werk, let_op=_GEVALLEN)
        leeg = Report(werk.blad.bestand, werk.blad.kop.status, self.plaats.opgave.peildatum)
        self._put(werk.blad.pad, self.site.page(school_page(anders, leeg, self.plaats.omgeving)))

    def _put(self, pad: str, tekst: str) -> None:
        write_page(self.plaats.map_ / pad, tekst)


def _marked(html: str, merk: str) -> str:
    """Return a document with our mark at the beginning, so that a later run knows that it may take its place."""
    kop, teken, rest = html.partition(">")
    opening = kop.strip().casefold().startswith("<!doctype")
    return f"{kop}{teken}\n<!-- {merk} -->{rest}" if opening else f"<!-- {merk} -->\n{html}"


# ---- De site ---------------------------------------------------------------------------------------------------------


def write_site(verslag: Verslag, map_: Path, *, openbaar: bool, minimum: int, werkers: int) -> Iterator[Path]:
    """Write the site and yield where it begins. Raises `UsageError` when something else stands in its way, `OutputError` otherwise."""
    audit = verslag.audit
    bekend: dict[int, frozenset[Normsleutel]] = {}

    def note(blad: Schoolblad, school: Schooluitslag) -> None:
        if verslag.basislijn.regels:
            bekend[blad.kop.nummer] = frozenset((punt.kader, punt.code) for punt in verslag.points(school) if punt.bekend)

    boek = make_audit_book(verslag, openbaar=openbaar, minimum=minimum, per_school=None if openbaar else note)
    opmaak = audit_look(openbaar=openbaar)
    site = Site(opmaak, stempel=_stamp(boek))
    paden = {STIJLBLAD, *page_paths(boek)}
    scholen = {pad for blad in boek.scholen for pad in (blad.pad, blad.rapport, blad.beleid)}
    keep_others(map_, sorted(paden | scholen), merk=opmaak.merk, opdracht="audit --site", optie="--site")
    write_page(map_ / STIJLBLAD, site.style())
    if not openbaar:
        plaats = Werkplaats(map_, audit.opgave, _surroundings(boek), _stamp(boek))
        boek = replace(boek, formuleringen=_write_schools(_jobs(boek, bekend), plaats, werkers))
    eerste = ""
    voortgang = _Voortgang("bladzijden", len(paden) - 1)
    for pagina in compose_audit_pages(boek):
        tekst = site.page(pagina)
        voortgang.step()
        if pagina.pad == START:
            eerste = tekst
        else:
            write_page(map_ / pagina.pad, tekst)
    voortgang.clear()
    _tidy(map_, paden | _written(map_, boek), opmaak.merk)
    write_page(map_ / START, eerste)
    yield map_ / START


def _stamp(boek: Auditboek) -> str:
    kaders = (f"{kader.ref} {short_hash(kader.sha256)}" for kader in boek.kaders)
    return " · ".join((f"beleidscheck {__version__}", *kaders, f"peildatum {boek.verslag.audit.opgave.peildatum.isoformat()}"))


def _surroundings(boek: Auditboek) -> Omgeving:
    delta = boek.verslag.delta
    return Omgeving(tuple(boek.element_row(nummer) for nummer in range(17)), boek.aantal, delta.van if delta else "")


def _jobs(boek: Auditboek, bekend: Mapping[int, frozenset[Normsleutel]]) -> list[tuple[Path, Schoolwerk]]:
    """Return the schools by name, each with the file it comes from."""
    delta = boek.verslag.delta
    veranderd: dict[str, Schoolverandering] = {school.bestand: school for school in delta.scholen} if delta else {}
    paden = {shown(path): path for path in boek.verslag.audit.opgave.bestanden}
    return [
        (
            paden.get(blad.kop.bestand, boek.verslag.audit.opgave.bestanden[0].parent / blad.kop.bestand),
            Schoolwerk(blad, veranderd.get(blad.kop.bestand), bekend.get(blad.kop.nummer, frozenset())),
        )
        for blad in boek.scholen
    ]


def _written(map_: Path, boek: Auditboek) -> set[str]:
    """Return the files of schools that belong to this run."""
    gereed = {Status.GEREED, Status.CONCEPT}
    over = set()
    for blad in boek.scholen:
        over.add(blad.pad)
        if blad.kop.status in gereed:
            over |= {pad for pad in (blad.rapport, blad.beleid) if (map_ / pad).is_file()}
    return over


def _tidy(map_: Path, paden: set[str], merk: str) -> None:
    """Take away the pages of an earlier run. Raises `OutputError` when that does not work: a page could name a school that may not be named."""
    weg = 0
    for bestand in left_over(map_, _MAPPEN, paden, merk):
        try:
            bestand.unlink()
        except OSError:
            raise OutputError(f"{bestand} is van een vorige keer en kan niet weg. Haal het zelf weg, en draai de audit opnieuw.") from None
        weg += 1
        with contextlib.suppress(OSError):
            bestand.parent.rmdir()
    if weg:
        sys.stderr.write(f"{number_of(weg, 'bladzijde', 'bladzijden')} van een vorige keer weggehaald uit {map_}.\n")


# ---- Scholen, verdeeld over de kernen --------------------------------------------------------------------------------


def _write_schools(
    werk: Sequence[tuple[Path, Schoolwerk]], plaats: Werkplaats, werkers: int
) -> dict[Normsleutel, list[Formulering]]:
    """Write the pages of all schools and return per norm what the first few schools by name wrote themselves."""
    eigen = _Eigen()
    voortgang = _Voortgang("scholen", len(werk))
    for plek, teksten in _done(werk, plaats, werkers or os.cpu_count() or 1):
        eigen.add(plek, teksten)
        voortgang.step()
    voortgang.clear()
    return {
        sleutel: [Formulering(werk[plek][1].blad, veld, tekst) for plek, veld, tekst in rij] for sleutel, rij in eigen.per_norm.items()
    }


class _Eigen:
    """Per norm de eerste verschillende formuleringen, op naam van de school; de volgorde van binnenkomst doet er niet toe."""

    def __init__(self) -> None:
        self.per_norm: dict[Normsleutel, list[tuple[int, str, str]]] = {}

    def add(self, plek: int, teksten: Sequence[Eigen]) -> None:
        for sleutel, veld, tekst in teksten:
            rij = self.per_norm.setdefault(sleutel, [])
            zelfde = next((nummer for nummer, deel in enumerate(rij) if deel[2] == tekst), None)
            if zelfde is None:
                rij.append((plek, veld, tekst))
            elif plek < rij[zelfde][0]:
                rij[zelfde] = (plek, veld, tekst)
            rij.sort()
            del rij[_MEESTE_EIGEN:]


def _done(
    werk: Sequence[tuple[Path, Schoolwerk]], plaats: Werkplaats, werkers: int
) -> Iterator[tuple[int, list[Eigen]]]:
    """Yield the place of each school and what she wrote herself, as soon as her pages are there."""
    if werkers == 1 or len(werk) < _PARALLEL_VANAF:
        schrijver = Schrijver(plaats)
        for plek, (path, deel) in enumerate(werk):
            yield plek, schrijver.write(path, deel)
        return
    rest = list(enumerate(werk))
    gedaan: set[int] = set()
    try:
        for uitkomst in _in_pool(rest, plaats, werkers):
            gedaan.add(uitkomst[0])
            yield uitkomst
    except BrokenProcessPool:
        for stuk in ([deel] for deel in rest if deel[0] not in gedaan):
            try:
                yield from list(_in_pool(stuk, plaats, 1))
            except BrokenProcessPool:
                Schrijver(plaats).write_fallen(stuk[0][1][1])
                sys.stderr.write(f"Let op: {stuk[0][1][1].blad.bestand}: {_GEVALLEN}.\n")
                yield stuk[0][0], []


_Genummerd = tuple[int, tuple["Path", Schoolwerk]]


def _in_pool(werk: Sequence[_Genummerd], plaats: Werkplaats, werkers: int) -> Iterator[tuple[int, list[Eigen]]]:
    stukken = iter([werk[begin : begin + _STUK] for begin in range(0, len(werk), _STUK)])
    soort = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    with ProcessPoolExecutor(werkers, multiprocessing.get_context(soort), initializer=_prepare, initargs=(plaats,)) as pool:
        lopend: set[Future[list[tuple[int, list[Eigen]]]]] = set()
        try:
            while True:
                while len(lopend) < 2 * werkers and (stuk := next(stukken, None)) is not None:
                    lopend.add(pool.submit(_work, stuk))
                if not lopend:
                    return
                klaar, lopend = wait(lopend, return_when=FIRST_COMPLETED)
                for toekomst in klaar:
                    yield from toekomst.result()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


_schrijver: Schrijver | None = None


def _prepare(plaats: Werkplaats) -> None:
    global _schrijver  # noqa: PLW0603 - eenmaal per proces
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)
    _schrijver = Schrijver(plaats)


def _work(stuk: Sequence[_Genummerd]) -> list[tuple[int, list[Eigen]]]:
    assert _schrijver is not None  # noqa: S101 - _prepare draait in elk proces eerst
    return [(plek, _schrijver.write(path, werk)) for plek, (path, werk) in stuk]


class _Voortgang:
    """Hoe ver het schrijven is; in een bouwstraat of pijp zwijgt zij."""

    def __init__(self, wat: str, alle: int) -> None:
        self.wat, self.alle, self.klaar = wat, alle, 0
        self.aan = sys.stderr is not None and sys.stderr.isatty() and not os.environ.get("CI")

    def step(self) -> None:
        self.klaar += 1
        if self.aan and self.klaar % _VEEL_TIJD == 0:
            sys.stderr.write(f"\r{self.klaar} van {self.alle} {self.wat} ")
            sys.stderr.flush()

    def clear(self) -> None:
        if self.aan:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()
