"""Een tegenvoorbeeld als verhaal in gewoon Nederlands: wat er met de leerling gebeurt, wat de norm vraagt, en wat de school doet."""

from __future__ import annotations

from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING, Final

from beleidscheck.bevinding import Voorval
from beleidscheck.hoeveelheid import Hoeveelheid, UnitError, getal_tekst
from beleidscheck.toetsen.basis import enumerate_nl
from beleidscheck.trap.jaren import FEESTDAGEN
from beleidscheck.trap.tellen import REEKSEN
from beleidscheck.trap.verloop import PEIL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from beleidscheck.trap.bewijs import Tegenvoorbeeld
    from beleidscheck.trap.eis import Eis
    from beleidscheck.trap.kalender import Kalender, Tijdvak
    from beleidscheck.trap.ladder import Signaal
    from beleidscheck.trap.verloop import Gebeurtenis

_DAGEN: Final = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
#: Wat een leerling doet of overkomt, per keer.
_DOET: Final = {
    "ziekmeldingen": "meldt zich ziek",
    "te_laat": "komt te laat",
    "uit_de_les_gestuurd": "wordt uit de les gestuurd",
}
#: Hoe één keer heet, met het rangtelwoord ervoor.
_KEER: Final = {"ziekmeldingen": "ziekmelding"}
_TOESTAND: Final = {"ziek": "ziek", "geoorloofd": "geoorloofd afwezig", "ongeoorloofd": "ongeoorloofd afwezig"}
_MAX_DAGEN_GENOEMD: Final = 12
#: Hoe het volgende vaste blok heet, als het blok één zo'n tijdvak is.
_NIEUW: Final = {
    "week": "een nieuwe week",
    "maand": "een nieuwe maand",
    "kwartaal": "een nieuw kwartaal",
    "halfjaar": "een nieuw halfjaar",
    "jaar": "een nieuw kalenderjaar",
    "rapportperiode": "een nieuwe rapportperiode",
    "trimester": "een nieuw trimester",
    "periode": "een nieuwe periode",
}
#: Eenheden waarin een vakantie niet meetelt.
_ZONDER_VAKANTIE: Final = frozenset({"schoolweek", "lesweek", "schooldag", "lesdag"})
#: Bij een drempel in deze eenheid leest een lezer tijden in deze eenheden zonder om te rekenen.
_ZELFDE: Final = {
    "klokuur": ("klokuur", "uur", "halfuur"),
    "uur": ("klokuur", "uur", "halfuur"),
    "lesuur": ("lesuur",),
    "minuut": ("minuut",),
}


def tell(  # noqa: PLR0913 - alles waaruit een verhaal bestaat
    voorbeeld: Tegenvoorbeeld,
    eis: Eis,
    signalen: Sequence[Signaal],
    noem: Callable[[str], str],
    *,
    actie: str = "",
    lesuur: int | None = None,
) -> str:
    """Return the story: the pupil, the vacation that makes the difference, what the norm asks, and what the school does then.

    `noem` gives the Dutch name of a signal; `actie` is what the norm asks the school to do, in words, or empty; `lesuur` is
    the length of a lesson in minutes.
    """
    weken = _Weken(voorbeeld)
    zinnen = [
        _pupil(voorbeeld, weken, noem),
        *_free_days(voorbeeld, weken),
        *_new_blocks(voorbeeld, signalen, weken),
        _norm(voorbeeld, eis, actie, weken),
        _school(voorbeeld, signalen, weken, lesuur),
        *_lesson_length(voorbeeld, eis, signalen, lesuur),
        *_assumptions(voorbeeld, signalen),
    ]
    return " ".join(zinnen)


def _lesson_length(
    voorbeeld: Tegenvoorbeeld, eis: Eis, signalen: Sequence[Signaal], lesuur: int | None
) -> tuple[str, ...]:
    """Return how long a lesson takes, where a reader has to convert lessons to hours to follow the story."""
    maten = [eis.uiterlijk, *(signaal.drempel for signaal in signalen), *(e.tijd for e in voorbeeld.verloop.gebeurtenissen)]
    eenheden = {maat.eenheid for maat in maten if maat is not None}
    if lesuur is None or voorbeeld.keer > 1 or voorbeeld.om_de_termijn or "lesuur" not in eenheden or len(eenheden) == 1:
        return ()
    return (f"Een lesuur duurt bij u {lesuur} minuten.",)


def tell_course(voorbeeld: Tegenvoorbeeld, noem: Callable[[str], str]) -> str:
    """Return only what happens to the pupil, with the vacations in between; what follows, the caller says."""
    weken = _Weken(voorbeeld)
    return " ".join((_pupil(voorbeeld, weken, noem), *_free_days(voorbeeld, weken)))


def _assumptions(voorbeeld: Tegenvoorbeeld, signalen: Sequence[Signaal]) -> tuple[str, ...]:
    """Return what was assumed about a period of which nobody knows how long it is."""
    aannamen = (
        voorbeeld.kalender.assumption(signaal.periode, vast=signaal.venster == "vast")
        for signaal in signalen
        if signaal.periode is not None
    )
    return tuple(dict.fromkeys(filter(None, aannamen)))


def happenings(voorbeeld: Tegenvoorbeeld, noem: Callable[[str], str]) -> tuple[Voorval, ...]:
    """Return what happens to the pupil as values: week of the school year, day, what and how much."""
    weken = _Weken(voorbeeld)
    return tuple(
        Voorval(weken.number(e.dag), _DAGEN[e.dag.weekday()], _TOESTAND.get(e.wat) or noem(e.wat), _amount(e))
        for e in voorbeeld.verloop.gebeurtenissen
    )


def _amount(gebeurtenis: Gebeurtenis) -> str:
    if gebeurtenis.procent is not None:
        return f"{getal_tekst(gebeurtenis.procent)} procent"
    if gebeurtenis.whole_day:
        return "de hele dag"
    return str(gebeurtenis.tijd) if gebeurtenis.tijd else ""


class _Weken:
    """De weken van het schooljaar in een tegenvoorbeeld, geteld vanaf de eerste les; vakantieweken tellen mee."""

    def __init__(self, voorbeeld: Tegenvoorbeeld) -> None:
        self.kalender: Kalender = voorbeeld.kalender
        dagen = [e.dag for e in voorbeeld.verloop.gebeurtenissen]
        self.eerste, self.laatste = dagen[0], max(dagen[-1], voorbeeld.norm_dag, voorbeeld.school_dag or dagen[-1])
        self.over_de_zomer = self.kalender.year_start(self.eerste) != self.kalender.year_start(self.laatste)

    def vacations(self) -> tuple[Tijdvak, ...]:
        """Return the vacations between the first and the last day that matters."""
        return tuple(vak for vak in self.kalender.vakanties if self.eerste < vak.van and vak.tot < self.laatste)

    def number(self, dag: date) -> int:
        """Return the number of the week of the school year."""
        begin = self.kalender.first_lesson(dag) or dag
        return (dag - begin).days // 7 + 1

    def week(self, dag: date) -> str:
        """Return the week in words, with the school year where there are two."""
        jaar = ""
        if self.over_de_zomer:
            eerste_jaar = self.kalender.year_start(dag) == self.kalender.year_start(self.eerste)
            jaar = " van het ene schooljaar" if eerste_jaar else " van het volgende schooljaar"
        return f"week {self.number(dag)}{jaar}"

    def weeks(self, dagen: Iterable[date]) -> str:
        """Return the weeks of these days: "week 1, 5 en 9"; with two school years both are named."""
        delen = []
        for _, groep in groupby(dagen, key=self.kalender.year_start):
            rij = list(groep)
            nummers = enumerate_nl([str(n) for n in dict.fromkeys(self.number(dag) for dag in rij)])
            delen.append(f"week {nummers}{self.week(rij[0]).removeprefix(f'week {self.number(rij[0])}')}")
        return " en in ".join(delen)

    def span(self, van: date, tot: date) -> str:
        """Return a stretch of days in words: "van maandag tot en met vrijdag in week 1"."""
        eerste = _DAGEN[van.weekday()] if self.week(van) == self.week(tot) else self.day(van)
        return f"van {eerste} tot en met {self.day(tot)}"

    def day(self, dag: date) -> str:
        """Return a day in words: "maandag in week 3"."""
        return f"{_DAGEN[dag.weekday()]} in {self.week(dag)}"


# ---- De leerling ---------------------------------------------------------------------------------------------------


def _pupil(voorbeeld: Tegenvoorbeeld, weken: _Weken, noem: Callable[[str], str]) -> str:
    gebeurtenissen = voorbeeld.verloop.gebeurtenissen
    eerste = gebeurtenissen[0]
    if eerste.procent is not None:
        return f"De aanwezigheid van een leerling komt uit op {getal_tekst(eerste.procent)} procent."
    if eerste.whole_day:
        return _run(gebeurtenissen, weken)
    if eerste.tijd is not None:
        return f"Een leerling is {_TOESTAND.get(eerste.wat, 'afwezig')}: {_hours(gebeurtenissen, weken)}."
    doet = _DOET.get(voorbeeld.signaal)
    waar = _where(gebeurtenissen, weken)
    if doet is None:
        wat = f"«{noem(voorbeeld.signaal)}»"
        return (
            f"Bij een leerling telt de school {wat} {waar}."
            if len(gebeurtenissen) > 1
            else f"Bij een leerling is er {wat}: {waar}."
        )
    return f"Een leerling {doet} {waar}."


def _where(gebeurtenissen: Sequence[Gebeurtenis], weken: _Weken) -> str:
    """Return when something happened: the weeks, and the days where a week has more than one."""
    dagen = [e.dag for e in gebeurtenissen]
    per_week = [list(groep) for _, groep in groupby(dagen, key=weken.week)]
    if len(dagen) == 1:
        return f"op {weken.day(dagen[0])}"
    if all(len(week) == 1 for week in per_week):
        return f"in {weken.weeks(dagen)}"
    if len(dagen) > _MAX_DAGEN_GENOEMD:
        return f"{len(dagen)} keer, {weken.span(dagen[0], dagen[-1])}"
    return enumerate_nl([f"in {weken.week(week[0])} op {_days_of(week)}" for week in per_week])


def _days_of(dagen: Sequence[date]) -> str:
    """Return days of one week; a day on which it happens more than once says how often."""
    delen = []
    for dag, groep in groupby(dagen):
        aantal = len(list(groep))
        delen.append(f"{_DAGEN[dag.weekday()]}{f' ({aantal} keer)' if aantal > 1 else ''}")
    return enumerate_nl(delen)


def _hours(gebeurtenissen: Sequence[Gebeurtenis], weken: _Weken) -> str:
    weekdelen = []
    for week, groep in groupby(gebeurtenissen, key=lambda e: weken.week(e.dag)):
        delen = [f"op {_DAGEN[e.dag.weekday()]} {_time(e.tijd)}" for e in groep if e.tijd is not None]
        weekdelen.append(f"in {week} {enumerate_nl(delen)}")
    return enumerate_nl(weekdelen)


def _time(tijd: Hoeveelheid) -> str:
    """Return an amount of lesson time; half hours and minutes that make whole or half hours as hours."""
    if tijd.eenheid in {"minuut", "halfuur"} and (uren := tijd.basis() / 60).denominator <= 2:  # noqa: PLR2004 - halve uren
        return str(Hoeveelheid(uren, "klokuur")) if uren >= 1 else "een half klokuur"
    return str(tijd)


def _run(gebeurtenissen: Sequence[Gebeurtenis], weken: _Weken) -> str:
    toestand = _TOESTAND[gebeurtenissen[0].wat]
    dagen = [e.dag for e in gebeurtenissen]
    aantal = "1 schooldag" if len(dagen) == 1 else f"{len(dagen)} schooldagen"
    if len(dagen) == 1:
        return f"Een leerling is op {weken.day(dagen[0])} de hele dag {toestand}."
    return f"Een leerling is {aantal} achter elkaar {toestand}, {weken.span(dagen[0], dagen[-1])}."


# ---- Vakanties -----------------------------------------------------------------------------------------------------


def _free_days(voorbeeld: Tegenvoorbeeld, weken: _Weken) -> Iterator[str]:
    """Yield the vacations and public holidays between the first and the last day, for without them it would go right."""
    for vakantie in weken.vacations():
        if vakantie.naam == "zomervakantie":
            yield "Daartussen ligt de zomervakantie."
            continue
        nummers = [weken.number(dag) for dag in vakantie.days() if dag.isoweekday() == 1]
        yield f"In week {enumerate_nl([str(n) for n in nummers])} is het {vakantie.naam}."
    for dag in sorted(voorbeeld.kalender.feestdagen):
        if weken.eerste < dag < weken.laatste and not voorbeeld.kalender.in_vacation(dag):
            yield f"Op {weken.day(dag)} is er geen les: dat is {FEESTDAGEN.get(dag, 'een vrije dag')}."


def _new_blocks(voorbeeld: Tegenvoorbeeld, signalen: Sequence[Signaal], weken: _Weken) -> tuple[str, ...]:
    """Return when a new fixed block begins between the first and the last day: that is where the school starts counting again."""
    if voorbeeld.keer > 1 or voorbeeld.om_de_termijn:
        return ()
    zinnen = []
    for signaal in signalen:
        if signaal.venster != "vast" or signaal.periode is None or signaal.periode.eenheid == "schooljaar":
            continue
        begin = voorbeeld.kalender.block(signaal.periode, voorbeeld.norm_dag).van
        if begin > weken.eerste:
            enkel = _NIEUW.get(signaal.periode.eenheid) if signaal.periode.getal == 1 else None
            zinnen.append(f"Op {weken.day(begin)} begint {enkel or f'een nieuw blok van {signaal.periode}'}.")
    return tuple(dict.fromkeys(zinnen))


# ---- De norm en de school ------------------------------------------------------------------------------------------


def _norm(voorbeeld: Tegenvoorbeeld, eis: Eis, actie: str, weken: _Weken) -> str:
    wat = actie or "een stap"
    if voorbeeld.om_de_termijn:
        return f"De norm vraagt {wat} uiterlijk op {weken.day(voorbeeld.norm_dag)}."
    if voorbeeld.keer > 1:
        return f"De norm vraagt dan voor de {voorbeeld.keer}e keer {wat}, want na elke melding begint de telling opnieuw."
    if eis.onder is not None:
        over = f" over {eis.binnen}" if eis.binnen else ""
        return f"De norm vraagt {wat} zodra de aanwezigheid{over} onder {eis.onder} komt."
    drempel, binnen = eis.uiterlijk, eis.binnen
    if drempel is None:
        return f"De norm vraagt dan {wat}."
    periode = f" binnen {binnen}" if binnen else ""
    zonder = _passes_over(weken, binnen or drempel, "De norm telt")
    if drempel.soort == "keer":
        return (
            f"De norm vraagt {wat} bij de {getal_tekst(drempel.getal)}e {_KEER.get(voorbeeld.signaal, 'keer')}{periode}.{zonder}"
        )
    return f"De norm vraagt {wat} bij {drempel}{periode}; dat is op {weken.day(voorbeeld.norm_dag)}.{zonder}"


def _passes_over(weken: _Weken, maat: Hoeveelheid, wie: str) -> str:
    """Return that a vacation does not count, where it makes the difference."""
    telt_niet = maat.eenheid in _ZONDER_VAKANTIE and any(weken.vacations())
    return f" {wie} de vakantie niet mee." if telt_niet else ""


def _school(voorbeeld: Tegenvoorbeeld, signalen: Sequence[Signaal], weken: _Weken, lesuur: int | None) -> str:
    if voorbeeld.om_de_termijn:
        if voorbeeld.school_dag is None:
            return "Uw beleid geeft geen uiterste dag."
        return f"Volgens uw beleid mag het nog tot en met {weken.day(voorbeeld.school_dag)}."
    if voorbeeld.keer > 1:
        return "Uw beleid doet dan niet opnieuw iets."
    wachten = dict.fromkeys(_waits(voorbeeld, signaal, lesuur) for signaal in signalen if signaal.drempel is not None)
    zin = f"Uw beleid wacht tot {' of tot '.join(wachten)}, en doet dan nog niets."
    if voorbeeld.signaal in REEKSEN:
        maten = [signaal.drempel for signaal in signalen if signaal.drempel is not None]
        return zin + next(filter(None, (_passes_over(weken, maat, "Uw beleid telt") for maat in maten)), "")
    return zin


def _waits(voorbeeld: Tegenvoorbeeld, signaal: Signaal, lesuur: int | None) -> str:
    """Return what the school waits for, and how far it has come on the day that the norm fires."""
    drempel, periode = signaal.drempel, signaal.periode
    assert drempel is not None  # noqa: S101 - de aanroeper vraagt dit alleen bij een drempel
    if voorbeeld.signaal == PEIL:
        over = f" over {periode}" if periode else ""
        return f"de aanwezigheid{over} onder {drempel} komt"
    meer = "meer dan " if signaal.vergelijking == "meer_dan" else ""
    if voorbeeld.signaal in REEKSEN:
        return f"{meer}{drempel}{_run_so_far(voorbeeld, drempel)}"
    rang = (
        f"de {getal_tekst(drempel.getal)}e {_KEER.get(voorbeeld.signaal, 'keer')}" if drempel.soort == "keer" and not meer else ""
    )
    soort = "een vast blok van " if signaal.venster == "vast" else ""
    binnen = f" binnen {soort}{periode}" if periode else ""
    return f"{rang or f'{meer}{drempel}'}{binnen}{_so_far(voorbeeld, signaal, lesuur)}"


def _so_far(voorbeeld: Tegenvoorbeeld, signaal: Signaal, lesuur: int | None) -> str:
    """Return how much the school has counted when the norm fires, where its period or its unit makes that another number."""
    drempel, periode, kalender, dag = signaal.drempel, signaal.periode, voorbeeld.kalender, voorbeeld.norm_dag
    gebeurtenissen = voorbeeld.verloop.gebeurtenissen
    if drempel is None:
        return ""
    van = gebeurtenissen[0].dag
    if periode is not None:
        van = kalender.block(periode, dag).van if signaal.venster == "vast" else kalender.window_start(periode, dag)
    binnen = [e for e in gebeurtenissen if van <= e.dag <= dag]
    waar = "in het nieuwe blok" if signaal.venster == "vast" else "dan"
    tijden = [e.tijd for e in binnen if e.tijd is not None]
    if len(binnen) == len(gebeurtenissen) and all(tijd.eenheid in _ZELFDE.get(drempel.eenheid, ()) for tijd in tijden):
        return ""
    if drempel.soort == "keer":
        return f" ({waar} pas de {len(binnen)}e)"
    try:
        maat = Hoeveelheid(Fraction(1), drempel.eenheid).basis(lesuur)
        stand = Hoeveelheid(sum((tijd.basis(lesuur) for tijd in tijden), Fraction(0)) / maat, drempel.eenheid)
    except UnitError:
        return ""
    return f" ({waar} pas {stand})"


def _run_so_far(voorbeeld: Tegenvoorbeeld, drempel: Hoeveelheid) -> str:
    """Return how long the run is for the school when the norm fires, in the unit of the school."""
    dagen = [e.dag for e in voorbeeld.verloop.gebeurtenissen]
    if drempel.eenheid in {"schooldag", "lesdag"}:
        aantal = voorbeeld.kalender.school_days_between(dagen[0], dagen[-1])
    elif drempel.eenheid in {"dag", "kalenderdag"}:
        aantal = (dagen[-1] - dagen[0]).days + 1
    else:
        return ""
    return f" (dan pas de {aantal}e)"
