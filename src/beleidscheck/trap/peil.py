"""Het bewijs voor een peil: het aandeel aanwezigheid in een meetperiode komt onder een percentage."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING

from beleidscheck.hoeveelheid import UnitError
from beleidscheck.trap.bewijs import Bewijs, Tegenvoorbeeld, Uitslag
from beleidscheck.trap.jaren import school_years
from beleidscheck.trap.ladder import Signaal
from beleidscheck.trap.tellen import fires
from beleidscheck.trap.vensters import window
from beleidscheck.trap.verloop import PEIL, Gebeurtenis, Verloop

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from beleidscheck.hoeveelheid import Hoeveelheid
    from beleidscheck.trap.eis import Eis
    from beleidscheck.trap.kalender import Kalender


def prove_level(eis: Eis, signalen: Sequence[Signaal], lesuur: int | None) -> Bewijs:
    """Return the proof for a demand on a level."""
    onder = eis.onder
    assert onder is not None  # noqa: S101 - een peil heeft een percentage
    peilen = [signaal for signaal in signalen if signaal.vergelijking == "onder" and signaal.drempel is not None]
    if eis.binnen is not None and any(_fires_with(signaal, onder, eis.binnen) for signaal in peilen):
        return Bewijs(Uitslag.BEWEZEN, "Uw grens is niet lager, en u meet over dezelfde periode.")
    if gevonden := _measured(onder, peilen) or _over_another_period(eis, onder, peilen, lesuur):
        return Bewijs(Uitslag.TEGENVOORBEELD, tegenvoorbeeld=gevonden)
    if eis.binnen is None:
        return Bewijs(Uitslag.NIET_BEWEZEN, "De bron noemt geen meetperiode; alleen de grens is vergeleken.")
    return Bewijs(
        Uitslag.NIET_BEWEZEN,
        "Een andere meetperiode geeft een ander percentage; geen regel bewijst welke eerder onder de grens komt.",
    )


def _fires_with(signaal: Signaal, onder: Hoeveelheid, binnen: Hoeveelheid) -> bool:
    """Return whether the signal measures the same over the same period, and fires at no lower level."""
    if signaal.drempel is None or signaal.periode is None or signaal.venster == "vast":
        return False
    return signaal.drempel.getal >= onder.getal and window(signaal.periode) == window(binnen)


def _measured(onder: Hoeveelheid, peilen: Sequence[Signaal]) -> Tegenvoorbeeld | None:
    """Return a pupil whose measured level lies below the norm and not below any of the school; a whole percentage where possible."""
    hoogste = max((s.drempel.getal for s in peilen if s.drempel is not None), default=Fraction(0))
    if hoogste >= onder.getal:
        return None
    heel = Fraction(ceil(onder.getal) - 1)
    procent = heel if heel >= hoogste else (hoogste + onder.getal) / 2
    baan = school_years()[0]
    dag = baan.day(baan.lesdagen[-1])
    return Tegenvoorbeeld(Verloop((Gebeurtenis(dag, PEIL, procent=procent),)), baan.kalender, PEIL, dag)


def _over_another_period(eis: Eis, onder: Hoeveelheid, peilen: Sequence[Signaal], lesuur: int | None) -> Tegenvoorbeeld | None:
    """Return a pupil who is absent for some whole days on end, whose level the norm sees and the school does not."""
    if eis.binnen is None or any(signaal.periode is None for signaal in peilen):
        return None
    if any(
        s.periode is not None and s.venster != "vast" and window(s.periode).hoogstens < window(eis.binnen).minstens
        for s in peilen
    ):
        return None  # afwezigheid in één stuk ziet wie over een kortere periode meet altijd eerder
    norm = Signaal(PEIL, (), onder, "onder", eis.binnen)
    kalender = school_years()[0].kalender
    for dagen in _absences(norm, kalender):
        verloop = Verloop(tuple(Gebeurtenis(dag, "geoorloofd") for dag in dagen))
        try:
            eerst = next((keer.dag for keer in fires(norm, verloop, kalender, lesuur)), None)
            if eerst is None:
                continue
            school = [keer.dag for signaal in peilen for keer in fires(signaal, verloop, kalender, lesuur)]
        except UnitError:
            return None
        if not any(dag <= eerst for dag in school):
            return Tegenvoorbeeld(verloop, kalender, PEIL, eerst, school_dag=min(school, default=None))
    return None


def _absences(norm: Signaal, kalender: Kalender) -> Iterator[tuple[date, ...]]:
    """Yield the shortest stretches of absence that bring the level under the norm: ending on its first measurement, later, and last."""
    dagen = kalender.school_days
    if norm.periode is None or norm.drempel is None:
        return
    eerste = next((plek for plek, dag in enumerate(dagen) if kalender.window_is_full(norm.periode, dag)), None)
    if eerste is None:
        return
    for eind in (eerste, 2 * eerste, len(dagen) - 1):
        if eind >= len(dagen):
            continue
        gemeten = kalender.school_days_between(kalender.window_start(norm.periode, dagen[eind]), dagen[eind])
        lengte = floor(gemeten * (100 - norm.drempel.getal) / 100) + 1
        if lengte <= min(eind + 1, gemeten):
            yield dagen[eind - lengte + 1 : eind + 1]
