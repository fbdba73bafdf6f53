"""De tijdlijn van een casus als tekening: links de dag, rechts wat er gebeurt en welke stap dan volgt, onder één ladder of twee.

Zij is zo smal als een telefoon en schaalt mee; vorm en woorden zeggen wat een stip is, nooit alleen een kleur.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from beleidscheck.casus.dagwoorden import day_words, short_day
from beleidscheck.document.beeld import GEWOON, KOP, REGEL, SMAL, Tekening
from beleidscheck.document.blokken import Beeld
from beleidscheck.document.casus_naast import closing, names_of
from beleidscheck.document.casus_verhaal import Verteller, happenings
from beleidscheck.document.letters import wrap
from beleidscheck.document.taal import capitalise

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from beleidscheck.casus.uitvoeren import Uitkomst
    from beleidscheck.document.casus_verhaal import Doet, Volgt

_AS: Final = 94
_RECHTS: Final = _AS + 18
_BREED: Final = SMAL - _RECHTS - 4
_KLEIN: Final = 12
_MEESTE: Final = 4
#: Op het scherm volgt een los bestand het licht of donker van de lezer, en blijft het leesbaar groot.
_LOS: Final = (
    "<style>svg{color:#1b1b1b;background:#fff;max-width:44rem;height:auto}"
    "@media(prefers-color-scheme:dark){svg{color:#f2f2f2;background:#1a1a1a}}</style>"
)


@dataclass(frozen=True, slots=True)
class _Rij:
    """Eén ding op de tijdlijn; `soort` is "gebeurt", "eigen" of "ander"."""

    dag: date
    soort: str
    kop: str
    regels: tuple[str, ...] = ()


def casus_beeld(naam: str, uitkomst: Uitkomst) -> Beeld:
    """Return the timeline of a casus; what it says, its text alternative says too."""
    rijen = _rows(uitkomst)
    tekening = Tekening()
    eigen, ander = (capitalise(wie) for wie in names_of(uitkomst))
    y = _legend(tekening, eigen, ander)
    begin, vorige = y, None
    for rij in rijen:
        y = _row(tekening, rij, y, toon_dag=rij.dag != vorige)
        vorige = rij.dag
    if rijen:
        lijn = f'<path d="M{_AS:g} {begin:g}V{y - 8:g}" stroke="currentColor" stroke-opacity=".35" stroke-width="2" fill="none"/>'
        tekening.delen.insert(0, lijn)
    slot = closing(uitkomst) or ("" if uitkomst.eigen.tijdlijn.momenten else "Er volgt geen enkele stap.")
    if slot:
        y = tekening.text(2, y + 6, wrap(slot, SMAL - 4, GEWOON, vet=True, regels=10), GEWOON, vet=True) + 4
    titel = uitkomst.casus.inhoud.titel
    alt = " ".join([*(_alt(rij, eigen, ander) for rij in rijen), *([slot] if slot else [])]) or "Er gebeurt niets."
    return Beeld(tekening.svg(SMAL, y + 6, naam, titel, alt), alt, titel)


def standalone_svg(beeld: Beeld) -> str:
    """Return the picture as a file of its own, readable in light and in dark."""
    begin, rest = beeld.svg.split(">", 1)
    return f"{begin}>{_LOS}{rest}\n"


def _rows(uitkomst: Uitkomst) -> list[_Rij]:
    rijen = [_Rij(dag, "gebeurt", capitalise(zin)) for dag, zin in happenings(uitkomst.casus)]
    rijen += [_step(volgt, "eigen") for volgt in Verteller(uitkomst.eigen.partij).follows(uitkomst.eigen.tijdlijn)]
    if uitkomst.ander is not None:
        rijen += [_step(volgt, "ander") for volgt in Verteller(uitkomst.ander.partij).follows(uitkomst.ander.tijdlijn)]
    volgorde = ("gebeurt", "ander", "eigen")
    return sorted(rijen, key=lambda rij: (rij.dag, volgorde.index(rij.soort)))


def _step(volgt: Volgt, soort: str) -> _Rij:
    return _Rij(volgt.dag, soort, volgt.titel, tuple(_actions(volgt)))


def _actions(volgt: Volgt) -> Iterator[str]:
    """Yield the actions of a step that fit; those with a last day first, for they are promises."""
    op_volgorde = sorted(volgt.doet, key=lambda doet: doet.uiterlijk is None)
    yield from (_sentence(doet) for doet in op_volgorde[:_MEESTE])
    if (rest := len(op_volgorde) - _MEESTE) > 0:
        yield "en nog één actie" if rest == 1 else f"en nog {rest} acties"


def _sentence(doet: Doet) -> str:
    sanctie = "Sanctie: " if doet.sanctie else ""
    return sanctie + capitalise(doet.zin) + (f", uiterlijk {short_day(doet.uiterlijk)}" if doet.uiterlijk else "")


def _legend(tekening: Tekening, eigen: str, ander: str) -> float:
    y = 2.0
    for soort, woorden in (("gebeurt", "Wat er gebeurt"), ("eigen", eigen), ("ander", ander)):
        if woorden:
            _mark(tekening, 10, y + 9, soort)
            y = tekening.text(24, y, wrap(woorden, SMAL - 28, GEWOON, regels=3), GEWOON) + 2
    return y + 10


def _row(tekening: Tekening, rij: _Rij, y: float, *, toon_dag: bool) -> float:
    if toon_dag:
        tekening.text(2, y + 2, (short_day(rij.dag),), GEWOON, vet=True)
    _mark(tekening, _AS, y + 10, rij.soort)
    vet = rij.soort != "gebeurt"
    onder = tekening.text(
        _RECHTS, y, wrap(rij.kop, _BREED, KOP if vet else GEWOON, vet=vet, regels=4), KOP if vet else GEWOON, vet=vet
    )
    for regel in rij.regels:
        onder = tekening.text(_RECHTS, onder + 2, wrap(regel, _BREED, _KLEIN, regels=3), _KLEIN)
    return max(onder, y + GEWOON * REGEL) + 10


def _mark(tekening: Tekening, x: float, y: float, soort: str) -> None:
    """Draw what kind of row it is: an open ring happens, a full disc is the policy, a diamond is what lies beside it."""
    match soort:
        case "gebeurt":
            tekening.delen.append(f'<circle cx="{x:g}" cy="{y:g}" r="4" fill="none" stroke="currentColor" stroke-width="1.6"/>')
        case "eigen":
            tekening.delen.append(f'<circle cx="{x:g}" cy="{y:g}" r="6" fill="currentColor"/>')
        case _:
            tekening.delen.append(
                f'<path d="M{x:g} {y - 7:g}l7 7l-7 7l-7 -7z" fill="none" stroke="currentColor" stroke-width="1.8"/>'
            )


def _alt(rij: _Rij, eigen: str, ander: str) -> str:
    wie = {"gebeurt": "", "eigen": f"{eigen}: ", "ander": f"{ander}: "}[rij.soort]
    regels = f" {'; '.join(rij.regels)}." if rij.regels else ""
    return f"{capitalise(day_words(rij.dag))}. {wie}{rij.kop.rstrip('.')}.{regels}"
