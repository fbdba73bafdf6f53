"""De audit zelf: koppen en tellingen in het geheugen, de uitslagen op schijf, één voor één terug te lezen in vaste volgorde."""

from __future__ import annotations

import tempfile
import zlib
from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from beleidscheck.auditing.bestanden import find_files
from beleidscheck.auditing.draai import run, shown
from beleidscheck.auditing.model import Foutregel, Opgave, Schoolkop, Schooluitslag
from beleidscheck.auditing.voorraad import Voorraad, run_stamp
from beleidscheck.bevinding import Gewicht, Oordeel
from beleidscheck.errors import EmptyRunError
from beleidscheck.report import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path
    from types import TracebackType
    from typing import Self

#: Kader en norm; twee kaders mogen een id delen.
Normsleutel = tuple[str, str]


class Audit:
    """Alle uitslagen van één keer toetsen, op volgorde van bestand. Gebruik met `with`: zij staan zolang op schijf.

    `scholen` zijn de koppen; `per_norm` telt per norm hoe vaak elk oordeel en gewicht voorkomt; `dubbel` zijn BRIN-nummers die meer
    dan één bestand heeft, met de nummers van die bestanden.
    """

    def __init__(self, opgave: Opgave) -> None:
        self.opgave = opgave
        self.scholen: tuple[Schoolkop, ...] = ()
        self.per_norm: dict[Normsleutel, Counter[Oordeel]] = {}
        self.gewicht_per_norm: dict[Normsleutel, Counter[Gewicht]] = {}
        self.kaders: dict[str, str] = {}
        self._koppen: dict[int, Schoolkop] = {}
        self._plek: dict[int, tuple[int, int]] = {}
        self._bestand = tempfile.TemporaryFile(prefix="beleidscheck-")  # noqa: SIM115 - sluit met de audit

    def __enter__(self) -> Self:
        """Return the audit itself."""
        return self

    def __exit__(self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Throw away what is on disk; the heads and sums stay."""
        with suppress(OSError):
            self._bestand.close()

    def add(self, nummer: int, uitslag: Schooluitslag) -> None:
        """Take in the outcome of file `nummer`. Raises `OSError` when the disk is full."""
        raw = zlib.compress(uitslag.model_dump_json(exclude_defaults=True).encode(), 1)
        self._bestand.seek(0, 2)
        self._plek[nummer] = (self._bestand.tell(), len(raw))
        self._bestand.write(raw)
        self._koppen[nummer] = head(nummer, uitslag)
        for kader in uitslag.kaders:
            self.kaders[kader.ref] = kader.sha256
            for norm in kader.normen:
                sleutel = (kader.ref, norm.norm)
                self.per_norm.setdefault(sleutel, Counter())[norm.oordeel] += 1
                self.gewicht_per_norm.setdefault(sleutel, Counter())[norm.gewicht] += 1

    def seal(self) -> None:
        """Put the heads in order once every file is in."""
        self.scholen = tuple(self._koppen[nummer] for nummer in sorted(self._koppen))
        self.kaders = dict(sorted(self.kaders.items()))
        self.per_norm = dict(sorted(self.per_norm.items()))

    def outcome(self, nummer: int) -> Schooluitslag:
        """Return the whole outcome of one file."""
        begin, lengte = self._plek[nummer]
        self._bestand.seek(begin)
        return Schooluitslag.model_validate_json(zlib.decompress(self._bestand.read(lengte)))

    def outcomes(self) -> Iterator[Schooluitslag]:
        """Yield every outcome in order, one at a time."""
        for kop in self.scholen:
            yield self.outcome(kop.nummer)

    def per_status(self) -> dict[Status, int]:
        """Return how many files have each status; a status that nobody has counts zero."""
        telling = Counter(kop.status for kop in self.scholen)
        return {status: telling[status] for status in Status}

    def sums(self) -> dict[Oordeel, int]:
        """Return how often each oordeel was given, over all schools and norms."""
        totaal: Counter[Oordeel] = Counter()
        for telling in self.per_norm.values():
            totaal.update(telling)
        return {oordeel: totaal[oordeel] for oordeel in Oordeel}

    def weights(self) -> dict[Gewicht, int]:
        """Return how many norms and meldingen weigh what, over all schools."""
        totaal: Counter[Gewicht] = Counter()
        for kop in self.scholen:
            totaal.update(dict(kop.gewichten))
        return {gewicht: totaal[gewicht] for gewicht in Gewicht}

    def double_brins(self) -> dict[str, tuple[Schoolkop, ...]]:
        """Return the BRIN numbers that more than one file has, with those files."""
        per_brin: dict[str, list[Schoolkop]] = {}
        for kop in self.scholen:
            if kop.brin:
                per_brin.setdefault(kop.brin, []).append(kop)
        return {brin: tuple(koppen) for brin, koppen in sorted(per_brin.items()) if len(koppen) > 1}


def head(nummer: int, uitslag: Schooluitslag) -> Schoolkop:
    """Return what stays in memory of an outcome."""
    oordelen = Counter(norm.oordeel for _, norm in uitslag.outcomes())
    gewichten = Counter(norm.gewicht for _, norm in uitslag.outcomes())
    gewichten.update(melding.gewicht for melding in uitslag.meldingen)
    return Schoolkop(
        nummer=nummer,
        bestand=uitslag.bestand,
        naam=uitslag.toonnaam,
        brin=uitslag.brin,
        sector=uitslag.sector,
        regio=uitslag.regio,
        status=uitslag.status,
        sha256=uitslag.sha256,
        kaders=tuple(kader.ref for kader in uitslag.kaders),
        oordelen=_counted(oordelen, Oordeel),
        gewichten=_counted(gewichten, Gewicht),
        elementen=uitslag.elementen,
    )


def _counted(telling: Counter[Any], volgorde: Iterable[Any]) -> tuple[tuple[Any, int], ...]:
    return tuple((waarde, telling[waarde]) for waarde in volgorde if telling[waarde])


def run_audit(  # noqa: PLR0913 - elke keuze van de gebruiker is een argument
    paden: Sequence[Path],
    *,
    peildatum: date,
    kaders: Sequence[str] = (),
    uitsluiten: Sequence[str] = (),
    zonder_afwijkingen: bool = False,
    inwerkingtreding: Mapping[str, date] | None = None,
    werkers: int = 0,
    voorraad: Path | None = None,
    keuze: Callable[[Schooluitslag], bool] | None = None,
    voortgang: Callable[[int, int], None] | None = None,
) -> Audit:
    """Return the audit of every policy at or below `paden`, in the order of their paths; close it when done.

    `kaders` replaces the kaders that the policies name; `keuze` says which outcomes stay; `inwerkingtreding` is per kader the day
    on which its bill enters into force. `voorraad` is the file in which outcomes are kept for a next time, or `None`.
    A file that cannot be read, or a folder that cannot be opened, is in the audit as a file that cannot be read. The outcome does not
    depend on `werkers` or `voorraad`. Raises `EmptyRunError` when there is nothing to check and `UsageError` for a kader that is unknown
    or expired.
    """
    gevonden = find_files(paden, uitsluiten)
    opgave = Opgave(
        gevonden.bestanden,
        tuple(dict.fromkeys(kaders)),
        peildatum,
        zonder_afwijkingen,
        tuple(sorted((inwerkingtreding or {}).items())),
    )
    audit = Audit(opgave)
    try:
        with Voorraad(voorraad, run_stamp(opgave)) as bewaard:
            for nummer, uitslag in run(opgave, bewaard, werkers=werkers, voortgang=voortgang):
                if keuze is None or keuze(uitslag):
                    audit.add(nummer, uitslag)
        for nummer, (map_, zin) in enumerate(gevonden.onleesbaar, start=len(gevonden.bestanden)):
            fout = Foutregel(code="map-onleesbaar", zin=zin, remedie="Of laat de map weg met `uitsluiten`.")
            audit.add(nummer, Schooluitslag(bestand=f"{shown(map_)}/", status=Status.ONLEESBAAR, fouten=(fout,)))
        audit.seal()
    except BaseException:
        audit.close()
        raise
    if not audit.scholen:
        audit.close()
        raise EmptyRunError("geen enkele school past bij de selectie. Maak de selectie ruimer.")
    return audit
