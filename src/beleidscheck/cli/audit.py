"""De opdracht `audit` uitvoeren: instellingen en opdrachtregel samen, toetsen met voortgang, en elke gevraagde uitvoer schrijven."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from beleidscheck import __version__
from beleidscheck.api import audit as run_audit
from beleidscheck.auditing.basislijn import Basislijn, baseline_text, lines_of, read_baseline
from beleidscheck.auditing.bestand import audit_json, audit_lines, read_audit
from beleidscheck.auditing.delta import compare_audits
from beleidscheck.auditing.historie import history_file, history_text, measure, read_history
from beleidscheck.auditing.instellingen import SELECTIE, UITVOER, Instellingen, find_settings, read_settings
from beleidscheck.auditing.verslag import Verslag
from beleidscheck.bevinding import Gewicht
from beleidscheck.cli.bestanden import shown_path
from beleidscheck.cli.keuze import did_you_mean, read_day
from beleidscheck.cli.schrijf import write_pieces, write_text, write_with
from beleidscheck.errors import EmptyRunError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from beleidscheck.auditing import Audit, Schooluitslag

#: Op de opdrachtregel mag ook `html`.
_FORMATEN: Final = (*UITVOER, "html")
_SCHERM: Final = Path("-")
_BREEDST: Final = 100


@dataclass(frozen=True, slots=True)
class Auditopdracht:
    """Wat er op de opdrachtregel stond; `None` of leeg is: niet gezegd."""

    paden: tuple[Path, ...]
    instellingen: Path | None
    kaders: tuple[str, ...]
    inwerkingtreding: Mapping[str, date]
    peildatum: date | None
    drempel: str | None
    alleen: tuple[str, ...]
    uitsluiten: tuple[str, ...]
    uitvoer: tuple[str, ...]
    vergelijk_met: Path | None
    historie: Path | None
    basislijn: Path | None
    basislijn_maken: Path | None
    basislijn_bijwerken: bool
    zonder_afwijkingen: bool
    werkers: int | None
    voorraad: Path | None
    kleur: bool
    site: Path | None = None
    openbaar: bool = False
    minimum: int | None = None


def run_command(opdracht: Auditopdracht) -> int:
    """Run the audit, write what was asked, show the overview, and return the exit code."""
    keuze = _settings(opdracht)
    if not keuze.mappen:
        raise EmptyRunError(
            "er is geen map genoemd. Schrijf bijvoorbeeld `beleidscheck audit scholen/`, of zet `mappen` in beleidscheck.toml."
        )
    if keuze.site is None and (opdracht.openbaar or opdracht.minimum is not None):
        raise UsageError("`--openbaar` en `--minimum` gaan over de site. Noem ook de map, met `--site MAP` of in beleidscheck.toml.")
    if opdracht.basislijn_bijwerken and keuze.basislijn is None:
        raise UsageError("Noem bij `--basislijn-bijwerken` ook de basislijn, met `--basislijn BESTAND` of in beleidscheck.toml.")
    if opdracht.basislijn_maken is not None and opdracht.basislijn_maken.exists():
        raise UsageError(
            f"{opdracht.basislijn_maken} bestaat al. Een basislijn wordt alleen kleiner: gebruik `--basislijn-bijwerken`."
        )
    basislijn = Basislijn() if keuze.basislijn is None else read_baseline(keuze.basislijn)
    vorige = None if opdracht.vergelijk_met is None else read_audit(opdracht.vergelijk_met)
    historie = () if keuze.historie is None else read_history(keuze.historie)
    voortgang = _Voortgang()
    with run_audit(
        keuze.mappen,
        peildatum=keuze.peildatum or read_day(None),
        kaders=keuze.kaders,
        uitsluiten=keuze.uitsluiten,
        zonder_afwijkingen=keuze.zonder_afwijkingen,
        inwerkingtreding=keuze.inwerkingtreding,
        werkers=keuze.werkers,
        voorraad=keuze.voorraad,
        keuze=_selection(keuze.selectie),
        voortgang=voortgang.show,
    ) as audit:
        voortgang.clear()
        verslag = Verslag(audit, keuze.drempel or Gewicht.TEKORT, basislijn, historie=historie)
        if vorige is not None:
            nu = audit.opgave.peildatum.isoformat()
            verslag = replace(verslag, delta=compare_audits(vorige.standen, audit.outcomes(), van=vorige.peildatum, tot=nu))
        code = verslag.exit_code()
        geschreven = [*_write_all(verslag, keuze.uitvoer), *_keep(opdracht, keuze, verslag), *_site(keuze, verslag)]
        _show(verslag, opdracht, geschreven, op_scherm=_SCHERM in keuze.uitvoer.values())
    return code


def _settings(opdracht: Auditopdracht) -> Instellingen:
    """Return the settings with what the command line says over them."""
    path = opdracht.instellingen or find_settings(Path())
    basis = Instellingen() if path is None else read_settings(path)
    return replace(
        basis,
        mappen=opdracht.paden or basis.mappen,
        kaders=opdracht.kaders or basis.kaders,
        inwerkingtreding={**basis.inwerkingtreding, **opdracht.inwerkingtreding},
        uitsluiten=(*basis.uitsluiten, *opdracht.uitsluiten),
        selectie={**basis.selectie, **_pairs(opdracht.alleen)},
        drempel=Gewicht(opdracht.drempel) if opdracht.drempel else basis.drempel,
        peildatum=opdracht.peildatum or basis.peildatum,
        zonder_afwijkingen=opdracht.zonder_afwijkingen or basis.zonder_afwijkingen,
        werkers=basis.werkers if opdracht.werkers is None else opdracht.werkers,
        voorraad=opdracht.voorraad or basis.voorraad,
        basislijn=opdracht.basislijn or basis.basislijn,
        historie=opdracht.historie or basis.historie,
        uitvoer={**basis.uitvoer, **_outputs(opdracht.uitvoer)},
        site=opdracht.site or basis.site,
        openbaar=opdracht.openbaar or basis.openbaar,
        minimum=basis.minimum if opdracht.minimum is None else opdracht.minimum,
    )


def _pairs(alleen: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    keuze: dict[str, tuple[str, ...]] = {}
    for gegeven in alleen:
        soort, is_, waarde = gegeven.partition("=")
        if soort not in SELECTIE or not is_ or not waarde:
            raise UsageError(
                f"«{gegeven}» kan niet bij --alleen. Schrijf bijvoorbeeld sector=vo; kies uit: {', '.join(SELECTIE)}."
            )
        keuze[soort] = (*keuze.get(soort, ()), waarde)
    return keuze


def _outputs(uitvoer: tuple[str, ...]) -> dict[str, Path]:
    gevraagd: dict[str, Path] = {}
    for gegeven in uitvoer:
        formaat, is_, pad = gegeven.partition("=")
        if formaat not in _FORMATEN:
            raise UsageError(
                f"«{formaat}» kan niet bij --uitvoer.{did_you_mean(formaat, _FORMATEN)} Kies uit: {', '.join(_FORMATEN)}."
            )
        if not is_ or not pad:
            raise UsageError(
                f"Bij --uitvoer {formaat} ontbreekt het pad. Schrijf bijvoorbeeld --uitvoer {formaat}=audit.{formaat}."
            )
        gevraagd[formaat] = Path(pad)
    if sum(pad == _SCHERM for pad in gevraagd.values()) > 1:
        raise UsageError("Er kan maar één formaat naar het scherm. Geef de andere een bestandsnaam.")
    if gevraagd.get("xlsx") == _SCHERM:
        raise UsageError("Een rekenblad kan niet naar het scherm. Schrijf bijvoorbeeld --uitvoer xlsx=audit.xlsx.")
    return gevraagd


class _Selectie:
    """Welke scholen in de audit blijven; wat niet te lezen is, blijft er altijd in."""

    def __init__(self, selectie: Mapping[str, tuple[str, ...]]) -> None:
        self.selectie = {soort: {waarde.casefold() for waarde in waarden} for soort, waarden in selectie.items()}

    def __call__(self, school: Schooluitslag) -> bool:
        if school.fouten:
            return True
        eigen = {"sector": school.sector, "regio": school.regio, "status": str(school.status)}
        return all(eigen[soort].casefold() in waarden for soort, waarden in self.selectie.items())


def _selection(selectie: Mapping[str, tuple[str, ...]]) -> _Selectie | None:
    return _Selectie(selectie) if selectie else None


class _Voortgang:
    """De voortgang op een scherm; in een bouwstraat of pijp zwijgt zij."""

    def __init__(self) -> None:
        self.aan = sys.stderr.isatty() and not os.environ.get("CI")
        self._laatste = -1

    def show(self, klaar: int, alle: int) -> None:
        """Show how far we are, at most a hundred times."""
        procent = 100 * klaar // alle if alle else 100
        if self.aan and procent != self._laatste:
            self._laatste = procent
            balk = "█" * (procent // 4)
            sys.stderr.write(f"\r{balk:<25} {klaar} van {alle}")
            sys.stderr.flush()

    def clear(self) -> None:
        """Take the bar away."""
        if self.aan:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()


def _pieces(formaat: str, verslag: Verslag) -> Iterator[str]:  # noqa: PLR0911 - één regel per formaat
    """Return the pieces of one text format."""
    match formaat:
        case "json":
            return audit_json(verslag.audit, versie_tool=__version__)
        case "jsonl":
            return audit_lines(verslag.audit)
        case "csv":
            from beleidscheck.render.tabellen import render_csv  # noqa: PLC0415 - alleen wie erom vraagt

            return render_csv(verslag)
        case "sarif":
            from beleidscheck.render.sarif import render_sarif  # noqa: PLC0415 - idem

            return render_sarif(verslag, versie_tool=__version__)
        case "junit":
            from beleidscheck.render.junit import render_junit  # noqa: PLC0415 - idem

            return render_junit(verslag)
        case "github" | "gitlab":
            from beleidscheck.render.ci import render_github, render_gitlab  # noqa: PLC0415 - idem

            return render_github(verslag) if formaat == "github" else render_gitlab(verslag)
        case _:
            from beleidscheck.document.audit_overzicht import compose_audit  # noqa: PLC0415 - idem
            from beleidscheck.render import DOCUMENTFORMATEN  # noqa: PLC0415 - idem

            _, render = DOCUMENTFORMATEN[formaat]
            return iter([render(compose_audit(verslag, stempel=_stamp(verslag.audit)), None)])


def _stamp(audit: Audit) -> str:
    kaders = ", ".join(f"{ref} ({sha256[:12]})" for ref, sha256 in audit.kaders.items())
    return " · ".join(filter(None, (f"beleidscheck {__version__}", kaders, f"peildatum {audit.opgave.peildatum.isoformat()}")))


def _write_all(verslag: Verslag, uitvoer: Mapping[str, Path]) -> Iterator[Path]:
    invoer = {os.path.realpath(pad) for pad in verslag.audit.opgave.bestanden}
    for pad in uitvoer.values():
        if pad != _SCHERM and os.path.realpath(pad) in invoer:
            raise UsageError(f"{pad} is uw eigen invoer en zou worden overschreven. Kies een andere naam.")
    for formaat, pad in uitvoer.items():
        if pad == _SCHERM:
            for stuk in _pieces(formaat, verslag):
                sys.stdout.write(stuk)
            continue
        if formaat == "xlsx":
            from beleidscheck.render.tabellen import write_xlsx  # noqa: PLC0415 - alleen wie erom vraagt

            write_with(pad, lambda doel: write_xlsx(verslag, doel))
        else:
            write_pieces(pad, _pieces(formaat, verslag))
        yield pad


def _keep(opdracht: Auditopdracht, keuze: Instellingen, verslag: Verslag) -> Iterator[Path]:
    """Write the history and the baseline; a baseline only shrinks."""
    if keuze.historie is not None:
        meting = measure(verslag.audit)
        doel = history_file(keuze.historie, meting)
        write_text(doel, history_text(meting))
        yield doel
    if opdracht.basislijn_maken is not None:
        regels = (regel for school in verslag.audit.outcomes() for regel, _ in lines_of(school))
        write_text(opdracht.basislijn_maken, baseline_text(regels))
        yield opdracht.basislijn_maken
    if opdracht.basislijn_bijwerken and keuze.basislijn is not None and verslag.basislijn.settled():
        write_text(keuze.basislijn, baseline_text(verslag.basislijn.remaining()))
        yield keuze.basislijn


def _site(keuze: Instellingen, verslag: Verslag) -> Iterator[Path]:
    if keuze.site is not None:
        from beleidscheck.cli.audit_site import write_site  # noqa: PLC0415 - alleen wie erom vraagt

        yield from write_site(verslag, keuze.site, openbaar=keuze.openbaar, minimum=keuze.minimum, werkers=keuze.werkers)


def _show(verslag: Verslag, opdracht: Auditopdracht, geschreven: list[Path], *, op_scherm: bool) -> None:
    """Show the overview on the screen, or on the error stream when a format took the screen."""
    from beleidscheck.render.audit_terminal import render_audit_terminal  # noqa: PLC0415 - als laatste nodig

    stroom = sys.stderr if op_scherm else sys.stdout
    breedte = min(shutil.get_terminal_size((80, 24)).columns, _BREEDST) if stroom.isatty() else 80
    stroom.write(render_audit_terminal(verslag, kleur=opdracht.kleur and not op_scherm, breedte=breedte))
    for pad in geschreven:
        stroom.write(f"Geschreven: {shown_path(pad)}\n")
