"""De opdracht `publiceer --document`: een kaart uit het beleid voor één soort lezer, of alle documenten tegelijk."""

from __future__ import annotations

import re
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from beleidscheck.api import toets
from beleidscheck.cli.bestanden import output_names, shown_path
from beleidscheck.cli.keuze import AGENDAFORMAAT
from beleidscheck.cli.publiceren import Vorm, house_style, kader_facts, policy_document, report_unreadable, stamp, why_concept
from beleidscheck.cli.schrijf import keep_input, write_bytes
from beleidscheck.cli.start import GOED
from beleidscheck.document.kaart import KAARTEN, appointments, compose_card, material
from beleidscheck.document.kaart_eigen import parse_own
from beleidscheck.document.taal import number_word
from beleidscheck.errors import UsageError
from beleidscheck.report import Report, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beleidscheck.document.kaart_delen import Stof
    from beleidscheck.document.kaart_eigen import Eigen

_ALLES, _KALENDER = "alles", "jaarkalender"
_BLADZIJDE: Final = re.compile(rb"/Type\s*/Page\b")
#: Een bestand met eigen woorden is een bladzijde, geen boek.
_GROOTST: Final = 200_000

#: Wat er geschreven wordt: het doel, de inhoud, en wat de school daarbij moet weten.
Stuk = tuple[Path, bytes, tuple[str, ...]]


def run_family(  # noqa: PLR0913 - elke optie van de opdracht
    beleid: Path, uit: Path | None, welk: str, formaat: str, sjablonen: Path | None, sjabloon: Path | None, peildatum: date
) -> int:
    """Write one card of a policy, or every document of it, and return the exit code."""
    vorm = Vorm(formaat, sjablonen, sjabloon)
    vorm.check()
    if welk == _ALLES and uit is not None and uit.suffix and not uit.is_dir():
        raise UsageError(
            f"Bij `--document alles` komen er meer bestanden. Noem bij `--uit` een map, en geen bestand zoals {shown_path(uit)}."
        )
    report = toets(beleid, bestand=shown_path(beleid), peildatum=peildatum)
    if report.policy is None:
        return report_unreadable(report)
    stukken = [*_pieces(report, beleid, uit, welk, vorm)]
    eigen = [sjablonen / f"{soort}.md" for soort in KAARTEN] if sjablonen is not None else []
    keep_input([doel for doel, _, _ in stukken], [beleid, *([sjabloon] if sjabloon is not None else []), *eigen])
    for melding in dict.fromkeys(melding for _, _, meldingen in stukken for melding in meldingen):
        sys.stderr.write(f"Let op: {melding}\n")
    for doel, inhoud, _ in stukken:
        write_bytes(doel, inhoud)
        sys.stdout.write(f"Geschreven: {shown_path(doel)}\n")
    if not (report.status is Status.GEREED and report.policy.feiten["beleid"].get("status") == "vastgesteld"):
        sys.stdout.write(f"Op {'elk' if len(stukken) > 1 else 'het'} document staat CONCEPT. {why_concept(report)}\n")
    return GOED


def _pieces(report: Report, beleid: Path, uit: Path | None, welk: str, vorm: Vorm) -> Iterator[Stuk]:
    """Yield every file that has to be written; nothing is written yet, so that an error leaves no half family behind."""
    assert report.policy is not None  # noqa: S101 - de aanroeper heeft gekeken
    stof = material(report.policy, kader_facts(report))
    if welk == _ALLES:
        document, meldingen = policy_document(report)
        yield _target(beleid, uit, "", vorm.uitgang), vorm.render(document), meldingen
    for soort in KAARTEN if welk == _ALLES else (welk,):
        if vorm.formaat != AGENDAFORMAAT:
            yield _card(report, stof, soort, vorm, _target(beleid, uit, soort, vorm.uitgang))
        if soort == _KALENDER and (welk == _ALLES or vorm.formaat == AGENDAFORMAAT):
            yield from _agenda(report, stof, _target(beleid, uit, soort, f".{AGENDAFORMAAT}"), los=welk != _ALLES)


def _target(beleid: Path, uit: Path | None, soort: str, uitgang: str) -> Path:
    eigen_naam = output_names([str(beleid)], f"-{soort}{uitgang}" if soort else uitgang)[0]
    if uit is None:
        return Path(eigen_naam)
    return uit / eigen_naam if uit.is_dir() or not uit.suffix else uit


def _card(report: Report, stof: Stof, soort: str, vorm: Vorm, doel: Path) -> Stuk:
    logo, over_uiterlijk = house_style(report)
    document, meldingen = compose_card(
        stof, soort, stempel=stamp(report), gereed=report.status is Status.GEREED, logo=logo, eigen=_own(vorm.sjablonen, soort)
    )
    inhoud = vorm.render(document)
    if vorm.formaat == "pdf" and KAARTEN[soort].sjabloon == "kaart" and len(_BLADZIJDE.findall(inhoud)) > 1:
        meldingen = (*meldingen, f"de {soort} past niet op één A4. Maak de teksten in het beleid korter.")
    return doel, inhoud, (*over_uiterlijk, *meldingen)


def _own(sjablonen: Path | None, soort: str) -> Eigen | None:
    """Return the own words of the school for one card, when its folder of templates has them."""
    pad = sjablonen / f"{soort}.md" if sjablonen is not None else None
    if pad is None or not pad.is_file():
        return None
    try:
        if pad.stat().st_size > _GROOTST:
            raise UsageError(
                f"{shown_path(pad)}: dit bestand is te groot voor de eigen woorden van een kaart. Maak het kleiner dan 200 kB."
            )
        return parse_own(pad.read_text(encoding="utf-8"))
    except UnicodeDecodeError as fout:
        raise UsageError(f"{shown_path(pad)}: dit bestand is geen UTF-8. Bewaar het bestand als UTF-8.") from fout
    except OSError as fout:
        raise UsageError(f"{shown_path(pad)}: dit bestand is niet te lezen. Controleer of u het mag openen.") from fout


def _agenda(report: Report, stof: Stof, doel: Path, *, los: bool) -> Iterator[Stuk]:
    """Yield the calendar file; a calendar without appointments does not exist, and when asked for alone that is an error."""
    from beleidscheck.render.ics import Agenda, render_ics  # noqa: PLC0415 - alleen voor een agendabestand

    beleid, school = stof.block("beleid"), stof.block("school")
    afspraken, zonder = appointments(stof)
    if not afspraken:
        if los:
            raise UsageError(
                f"{report.bestand}: dit beleid noemt geen vaste dag, dus er is geen agendabestand te maken. Vul bijvoorbeeld `beleid.volgende_herziening` in."
            )
        return
    concept = not (report.status is Status.GEREED and beleid.get("status") == "vastgesteld")
    jaar = f" {beleid['schooljaar']}" if "schooljaar" in beleid else ""
    dag = str(beleid.get("vastgesteld_op") or beleid.get("ingangsdatum") or "")
    agenda = Agenda(
        f"Jaarkalender aanwezigheid{jaar}, {school['naam']}{' (CONCEPT)' if concept else ''}",
        str(school.get("brin") or school["naam"]),
        date.fromisoformat(dag) if dag else None,
        stamp(report),
        concept,
    )
    meldingen = []
    if zonder:
        hebben, staan = ("afspraak heeft", "staat") if len(zonder) == 1 else ("afspraken hebben", "staan")
        meldingen.append(
            f"{number_word(len(zonder))} terugkerende {hebben} geen vaste dag en {staan} niet in het agendabestand, wel op de jaarkalender."
        )
    yield doel, render_ics(agenda, afspraken), tuple(meldingen)
