"""De jaarkalender als agendabestand volgens RFC 5545: vaste UID's, geen klok, en elke tekst onschadelijk gemaakt."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from beleidscheck.document.kaart_kalender import Afspraak

#: Een regel is hooguit zo veel bytes, zonder het regeleinde.
_REGEL: Final = 75
_NIET_AFGEDRUKT: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]|[\ud800-\udfff]")
#: De dag van de stempel als het beleid er zelf geen noemt.
_EERSTE_DAG: Final = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Agenda:
    """Wat boven de afspraken staat: de naam, de school (voor de UID's), de dag van het beleid en de regel met versies."""

    naam: str
    school: str
    dag: date | None
    stempel: str
    concept: bool


def render_ics(agenda: Agenda, afspraken: Sequence[Afspraak]) -> bytes:
    """Return the appointments as a calendar file."""
    regels = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//beleidscheck//jaarkalender//NL",
        "CALSCALE:GREGORIAN",
        f"NAME:{_text(agenda.naam)}",
        f"X-WR-CALNAME:{_text(agenda.naam)}",
    ]
    keer: Counter[str] = Counter()
    for afspraak in afspraken:
        keer[afspraak.wat] += 1
        regels += _event(agenda, afspraak, keer[afspraak.wat])
    return "".join(f"{deel}\r\n" for regel in (*regels, "END:VCALENDAR") for deel in _folded(regel)).encode()


def _event(agenda: Agenda, afspraak: Afspraak, nummer: int) -> Iterator[str]:
    sleutel = "\n".join((agenda.school, afspraak.wat, str(nummer)))
    yield "BEGIN:VEVENT"
    yield f"UID:{hashlib.sha256(sleutel.encode(errors='replace')).hexdigest()[:32]}@beleidscheck"
    yield f"DTSTAMP:{agenda.dag or _EERSTE_DAG:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{afspraak.dag:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{afspraak.dag + timedelta(days=1):%Y%m%d}"
    if afspraak.jaarlijks:
        yield "RRULE:FREQ=YEARLY"
    yield f"SUMMARY:{_text(('CONCEPT: ' if agenda.concept else '') + afspraak.wat)}"
    yield f"DESCRIPTION:{_text(agenda.stempel)}"
    yield f"STATUS:{'TENTATIVE' if agenda.concept else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(tekst: str) -> str:
    """Return a text in which no sign means anything any more."""
    schoon = _NIET_AFGEDRUKT.sub(" ", tekst.replace("\r\n", "\n").replace("\r", "\n"))
    return schoon.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(regel: str) -> Iterator[str]:
    """Yield a line in pieces of at most 75 bytes; every next piece begins with a space, and no letter is cut in two."""
    stuk, maat = "", 0
    for teken in regel:
        breed = len(teken.encode())
        if maat + breed > _REGEL:
            yield stuk
            stuk, maat = " ", 1
        stuk, maat = stuk + teken, maat + breed
    yield stuk
