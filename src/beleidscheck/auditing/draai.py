"""Veel bestanden toetsen: verdeeld over de kernen, in vaste volgorde; een bestand dat een proces laat vallen, bederft alleen zichzelf."""

from __future__ import annotations

import gc
import hashlib
import multiprocessing
import os
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import TYPE_CHECKING, Final

from beleidscheck.auditing.model import Foutregel, Opgave, Schooluitslag
from beleidscheck.auditing.uittreksel import extract
from beleidscheck.kader import available, load_kader
from beleidscheck.report import Status, build_report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from beleidscheck.auditing.voorraad import Voorraad

Werk = tuple[int, Path]
#: Zoveel bestanden gaan samen naar een proces: genoeg om het heen en weer te verdelen, weinig genoeg om de kernen bezig te houden.
_STUK: Final = 8
#: Onder dit aantal kost het starten van processen meer dan het oplevert.
_PARALLEL_VANAF: Final = 40


def shown(path: Path) -> str:
    """Return a path as text that can be written anywhere, with slashes on every system."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace").replace("\\", "/")


def check_file(path: Path, opgave: Opgave) -> Schooluitslag:
    """Return what an audit keeps of one file. Raises `UsageError` for a kader of the user that cannot be used."""
    return extract(
        build_report(
            path,
            bestand=shown(path),
            peildatum=opgave.peildatum,
            kader_refs=opgave.kaders,
            zonder_afwijkingen=opgave.zonder_afwijkingen,
            inwerkingtreding=dict(opgave.inwerkingtreding),
        )
    )


def run(
    opgave: Opgave, voorraad: Voorraad, *, werkers: int = 0, voortgang: Callable[[int, int], None] | None = None
) -> Iterator[tuple[int, Schooluitslag]]:
    """Yield the number and the outcome of each file as soon as it is known, in no particular order, each exactly once.

    `werkers` is the number of processes; 0 is one for each core. `voortgang` hears how many of how many are done.
    Raises `UsageError` for a kader of the user that cannot be used.
    """
    for ref in opgave.kaders:
        load_kader(ref)
    alle = len(opgave.bestanden)
    klaar, te_doen = 0, []
    for nummer, path in enumerate(opgave.bestanden):
        bekend = _known(path, voorraad)
        if bekend is None:
            te_doen.append((nummer, path))
            continue
        klaar += 1
        yield nummer, bekend
    if voortgang:
        voortgang(klaar, alle)
    for nummer, uitslag in _checked(te_doen, opgave, werkers or os.cpu_count() or 1):
        voorraad.put(uitslag)
        klaar += 1
        if voortgang:
            voortgang(klaar, alle)
        yield nummer, uitslag


def _known(path: Path, voorraad: Voorraad) -> Schooluitslag | None:
    try:
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    except (OSError, ValueError):
        return None  # de toets zelf zegt waarom het niet te lezen is
    bekend = voorraad.get(sha256)
    return None if bekend is None else bekend.model_copy(update={"bestand": shown(path)})


def _checked(te_doen: Sequence[Werk], opgave: Opgave, werkers: int) -> Iterator[tuple[int, Schooluitslag]]:
    if werkers == 1 or len(te_doen) < _PARALLEL_VANAF:
        for nummer, path in te_doen:
            yield nummer, check_file(path, opgave)
        return
    for ref in opgave.kaders or available():
        load_kader(ref)  # vóór het splitsen, zodat elk proces ze al heeft
    rest = list(te_doen)
    while rest:
        gedaan: set[int] = set()
        try:
            for nummer, uitslag in _in_pool(rest, opgave, werkers):
                gedaan.add(nummer)
                yield nummer, uitslag
        except BrokenProcessPool:
            rest = [werk for werk in rest if werk[0] not in gedaan]
            verdacht = rest[: 2 * werkers * _STUK]
            yield from _one_by_one(verdacht, opgave)
            rest = rest[len(verdacht) :]
        else:
            return


def _in_pool(te_doen: Sequence[Werk], opgave: Opgave, werkers: int) -> Iterator[tuple[int, Schooluitslag]]:
    """Yield the outcomes from a pool of processes; what waits to be sent stays small, whatever the number of files."""
    stukken = iter([te_doen[begin : begin + _STUK] for begin in range(0, len(te_doen), _STUK)])
    with _pool(werkers) as pool:
        try:
            lopend: set[Future[list[tuple[int, str]]]] = set()
            while True:
                while len(lopend) < 2 * werkers and (stuk := next(stukken, None)) is not None:
                    lopend.add(pool.submit(_work, stuk, opgave))
                if not lopend:
                    return
                klaar, lopend = wait(lopend, return_when=FIRST_COMPLETED)
                for toekomst in klaar:
                    for nummer, regel in toekomst.result():
                        yield nummer, Schooluitslag.model_validate_json(regel)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _one_by_one(te_doen: Sequence[Werk], opgave: Opgave) -> Iterator[tuple[int, Schooluitslag]]:
    """Yield the outcomes with one process at a time, so that it shows which file makes a process fall."""
    wachtend = list(te_doen)
    while wachtend:
        with _pool(1) as pool:
            while wachtend:
                nummer, path = wachtend.pop(0)
                try:
                    [(_, regel)] = pool.submit(_work, [(nummer, path)], opgave).result()
                except BrokenProcessPool:
                    yield nummer, _fallen(path)
                    break
                yield nummer, Schooluitslag.model_validate_json(regel)


def _fallen(path: Path) -> Schooluitslag:
    fout = Foutregel(
        code="proces-gestopt",
        zin="Het toetsen van dit bestand is van buitenaf gestopt, bijvoorbeeld omdat het geheugen op was.",
        remedie=f"Toets het los: beleidscheck toets {shown(path)}",
    )
    return Schooluitslag(bestand=shown(path), status=Status.ONLEESBAAR, fouten=(fout,))


def _pool(werkers: int) -> ProcessPoolExecutor:
    soort = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    return ProcessPoolExecutor(werkers, multiprocessing.get_context(soort), initializer=_prepare)


def _prepare() -> None:
    """Make a process ready: what is loaded stays, so the garbage collector need not look at it again and again."""
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)


def _work(stuk: Sequence[Werk], opgave: Opgave) -> list[tuple[int, str]]:
    return [(nummer, check_file(path, opgave).model_dump_json(exclude_defaults=True)) for nummer, path in stuk]
