"""De opdracht `casus`: casussen zoeken, uitvoeren onder een of twee ladders, tonen, schrijven en nagaan."""

from __future__ import annotations

import shutil
import sys
import textwrap
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from beleidscheck import __version__
from beleidscheck.casus.lezen import read_casus
from beleidscheck.casus.nagaan import check_expectations
from beleidscheck.casus.partij import load_party
from beleidscheck.casus.uitvoeren import run_casus
from beleidscheck.cli.bestanden import find_policies, output_names, shown_path
from beleidscheck.cli.keuze import did_you_mean
from beleidscheck.cli.schrijf import keep_input, write_text
from beleidscheck.cli.start import BEVINDINGEN, GOED, NIETS
from beleidscheck.data import casus_dir
from beleidscheck.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from beleidscheck.casus.lezen import Casus
    from beleidscheck.casus.nagaan import Oordeel
    from beleidscheck.casus.partij import Partij
    from beleidscheck.casus.uitvoeren import Uitkomst

_BREEDTE, _BREEDST = 80, 100
#: Op een beleid heeft de peildatum hier geen invloed: een casus heeft haar eigen dagen.
_GEEN_PEILDATUM: Final = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Casusopdracht:
    """Alles wat de gebruiker over casussen heeft gezegd."""

    casussen: tuple[str, ...]
    beleid: str | None
    tegen: str | None
    formaat: str
    uit: Path | None
    verwacht: bool
    kleur: bool
    sjablonen: Path | None


def list_casussen() -> str:
    """Return the shipped casussen with their titles."""
    regels = ["Casussen die zijn meegeleverd. Bekijk er een met: beleidscheck casus NAAM\n"]
    for pad in _shipped().values():
        titel = textwrap.fill(read_casus(pad).inhoud.titel, _BREEDTE - 4)
        regels.append(f"{pad.stem}\n{textwrap.indent(titel, '    ')}")
    return "\n".join(regels) + "\n"


def run_casussen(opdracht: Casusopdracht) -> int:
    """Run the casussen, show or write what follows, and return the exit code."""
    if opdracht.verwacht and opdracht.formaat not in {"terminal", "json"}:
        raise UsageError("`--verwacht` kan met de formaten terminal en json.")
    paden = _find(opdracht.casussen)
    casussen = [read_casus(pad) for pad in paden]
    eigen, ander = _parties(opdracht, casussen)
    uitkomsten = [run_casus(casus, _own(eigen, casus), ander) for casus in casussen]
    oordelen = [_judge(uitkomst) for uitkomst in uitkomsten] if opdracht.verwacht else []
    gelezen = [*paden, *(Path(ref) for ref in (opdracht.beleid, opdracht.tegen) if ref)]
    if opdracht.formaat == "svg":
        _pictures(opdracht, uitkomsten, gelezen)
    else:
        _text(opdracht, uitkomsten, oordelen, gelezen)
    return _exit_code(oordelen) if opdracht.verwacht else GOED


def _exit_code(oordelen: Sequence[Oordeel | None]) -> int:
    if any(oordeel and oordeel.verschillen for oordeel in oordelen):
        return BEVINDINGEN
    return GOED if any(oordeel and oordeel.nagegaan for oordeel in oordelen) else NIETS


def _judge(uitkomst: Uitkomst) -> Oordeel | None:
    verwacht = uitkomst.casus.inhoud.verwacht
    return check_expectations(verwacht, uitkomst.eigen) if verwacht is not None else None


# ---- Wat de gebruiker bedoelt ----------------------------------------------------------------------------------------


def _shipped() -> dict[str, Path]:
    return {pad.stem: pad for pad in sorted(casus_dir().glob("*.yaml"), key=lambda pad: pad.stem)}


def _find(namen: Sequence[str]) -> tuple[Path, ...]:
    """Return the files of the casussen: a path, a folder, or the name of a shipped one. Raises `UsageError`."""
    meegeleverd = _shipped()
    paden: list[Path] = []
    for naam in namen:
        pad = Path(naam)
        if naam in meegeleverd and not pad.is_file():
            paden.append(meegeleverd[naam])
        elif pad.suffix in {".yaml", ".yml"} or pad.exists():
            paden.append(pad)
        else:
            raise UsageError(
                f"Er is geen casus «{naam}».{did_you_mean(naam, meegeleverd)} Noem een bestand, een map of een meegeleverde casus;"
                " `beleidscheck casus --lijst` toont ze."
            )
    return find_policies(paden)


def _parties(opdracht: Casusopdracht, casussen: Sequence[Casus]) -> tuple[dict[str, Partij], Partij | None]:
    """Return the ladder for each casus by its reference (empty is the one asked for), and the one beside it."""
    ander = load_party(opdracht.tegen, _GEEN_PEILDATUM) if opdracht.tegen else None
    if opdracht.beleid:
        return {"": load_party(opdracht.beleid, _GEEN_PEILDATUM)}, ander
    refs = {casus.inhoud.verwacht.onder if casus.inhoud.verwacht else None for casus in casussen}
    if None in refs:
        zonder = next(casus.naam for casus in casussen if not (casus.inhoud.verwacht and casus.inhoud.verwacht.onder))
        raise UsageError(
            f"De casus «{zonder}» zegt niet onder welke ladder zij hoort. Noem een beleid of een kader:"
            " --beleid mijn-school.yaml of --beleid noord-kennemerland@2024-2025."
        )
    return {ref: load_party(ref, _GEEN_PEILDATUM) for ref in sorted(ref for ref in refs if ref)}, ander


def _own(eigen: dict[str, Partij], casus: Casus) -> Partij:
    verwacht = casus.inhoud.verwacht
    return eigen.get("") or eigen[str(verwacht.onder if verwacht else "")]


# ---- Tonen en schrijven ----------------------------------------------------------------------------------------------


def _text(
    opdracht: Casusopdracht, uitkomsten: Sequence[Uitkomst], oordelen: Sequence[Oordeel | None], gelezen: Sequence[Path]
) -> None:
    tekst = _render(opdracht, uitkomsten, oordelen)
    if opdracht.uit is None:
        sys.stdout.write(tekst)
        return
    doel = opdracht.uit
    if doel.is_dir():
        uitgang = {"terminal": ".txt", "json": ".json", "markdown": ".md", "html": ".html"}[opdracht.formaat]
        doel /= (uitkomsten[0].casus.naam if len(uitkomsten) == 1 else "casussen") + uitgang
    keep_input([doel], gelezen)
    write_text(doel, tekst)
    sys.stdout.write(f"Geschreven: {shown_path(doel)}\n")


def _render(opdracht: Casusopdracht, uitkomsten: Sequence[Uitkomst], oordelen: Sequence[Oordeel | None]) -> str:
    if opdracht.formaat == "json":
        from beleidscheck.render.casus_json import render_casus_json  # noqa: PLC0415 - alleen wie het vraagt

        return render_casus_json(uitkomsten, oordelen, versie_tool=__version__)
    if opdracht.formaat == "terminal":
        from beleidscheck.render.casus_terminal import render_casus, render_verdicts  # noqa: PLC0415 - idem

        op_scherm = opdracht.uit is None and sys.stdout.isatty()
        breedte = min(shutil.get_terminal_size((_BREEDTE, 24)).columns, _BREEDST) if op_scherm else _BREEDTE
        if opdracht.verwacht:
            return render_verdicts(uitkomsten, oordelen, kleur=opdracht.kleur, breedte=max(breedte, 40))
        return render_casus(uitkomsten, kleur=opdracht.kleur, breedte=max(breedte, 40))
    from beleidscheck.document.casus import compose_casus  # noqa: PLC0415 - idem
    from beleidscheck.render import DOCUMENTFORMATEN  # noqa: PLC0415 - idem

    _, render = DOCUMENTFORMATEN[opdracht.formaat]
    return render(compose_casus(uitkomsten, stempel=_stamp(uitkomsten)), opdracht.sjablonen)


def _stamp(uitkomsten: Sequence[Uitkomst]) -> str:
    hashes = ", ".join(f"{uitkomst.casus.naam} ({uitkomst.casus.sha256[:12]})" for uitkomst in uitkomsten[:3])
    meer = f" en nog {len(uitkomsten) - 3}" if len(uitkomsten) > 3 else ""  # noqa: PLR2004 - zoveel passen er op een regel
    return f"beleidscheck {__version__} · casus {hashes}{meer}"


def _pictures(opdracht: Casusopdracht, uitkomsten: Sequence[Uitkomst], gelezen: Sequence[Path]) -> None:
    """Write one picture per casus; more than one needs a folder."""
    from beleidscheck.document.casus_beeld import casus_beeld, standalone_svg  # noqa: PLC0415 - alleen wie het vraagt

    beelden = [standalone_svg(casus_beeld("casus", uitkomst)) for uitkomst in uitkomsten]
    if opdracht.uit is None:
        if len(beelden) > 1:
            raise UsageError(f"Er zijn {len(beelden)} tekeningen. Noem een map met `--uit`, bijvoorbeeld --uit tekeningen.")
        sys.stdout.write(beelden[0])
        return
    if len(beelden) == 1 and opdracht.uit.suffix and not opdracht.uit.is_dir():
        doelen = [opdracht.uit]
    else:
        doelen = [opdracht.uit / naam for naam in output_names([uitkomst.casus.naam for uitkomst in uitkomsten], ".svg")]
    keep_input(doelen, gelezen)
    for doel, beeld in zip(doelen, beelden, strict=True):
        write_text(doel, beeld)
        sys.stdout.write(f"Geschreven: {shown_path(doel)}\n")
