"""De ladder van een beleid, opgelost: elke stap met zijn signalen, acties, bereik en herkomst.

Gebouwd uit gewone, al gekeurde waarden (`Policy.feiten`), zodat dit deel geen model, kader of bestand kent.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from beleidscheck.hoeveelheid import EENHEDEN, Hoeveelheid, parse_hoeveelheid

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

Pad = tuple[str | int, ...]
BLOK = "stappen_bij_afwezigheid"
_BIJZONDERHEDEN = ("kanaal", "sanctie", "bij_uitblijven", "toelichting")


@dataclass(frozen=True, slots=True)
class Signaal:
    """Een aanleiding: een naam, en bij een telbaar signaal een drempel met vergelijking, venster en herstart.

    `opnieuw_tellen` is `None` als het beleid er niets over zegt; bij `herhaling` begint de telling dan opnieuw.
    """

    naam: str
    pad: Pad
    drempel: Hoeveelheid | None = None
    vergelijking: str = "vanaf"
    periode: Hoeveelheid | None = None
    venster: str = "voortschrijdend"
    herhaling: bool = False
    opnieuw_tellen: bool | None = None
    #: Wat er verder bij staat, of het beleid zegt hoe er geteld wordt (`venster`, of `telt_per` bij de trap), en die `telt_per`.
    toelichting: str = field(default="", compare=False)
    telling_gezegd: bool = field(default=False, compare=False)
    telt_per: Hoeveelheid | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Actie:
    """Wat er gebeurt: wie doet wat, met wie, binnen welke termijn en waar het wordt vastgelegd."""

    actie: str
    pad: Pad
    wie: str = ""
    met: tuple[str, ...] = ()
    termijn: Hoeveelheid | None = None
    vastlegging: tuple[str, ...] = ()
    voorwaarde: str = ""
    telt: tuple[str, ...] = ()
    aard: str = ""
    #: De overige velden (`kanaal`, `sanctie`, `bij_uitblijven`, `toelichting`), zoals ze er staan.
    bijzonderheden: Mapping[str, Any] = field(default_factory=dict, compare=False, hash=False)


@dataclass(frozen=True, slots=True)
class Bereik:
    """Voor wie een stap geldt; een lege dimensie is iedereen. Leeftijd loopt van `leeftijd_van` tot (niet met) `leeftijd_tot`."""

    locaties: tuple[str, ...] = ()
    leerjaren: tuple[str, ...] = ()
    onderwijssoorten: tuple[str, ...] = ()
    leeftijd_van: int | None = None
    leeftijd_tot: int | None = None
    leerplicht: tuple[str, ...] = ()

    def is_everyone(self) -> bool:
        """Return whether no dimension is limited."""
        return self == Bereik()


@dataclass(frozen=True, slots=True)
class Stap:
    """Een trede: één signaal is genoeg, alle acties volgen. `uit_kader` is `id@versie` als de stap uit een kader komt."""

    trap: str
    pad: Pad
    signalen: tuple[Signaal, ...]
    acties: tuple[Actie, ...]
    id: str = ""
    inclusief_vorige: bool = False
    bereik: tuple[Bereik, ...] = ()
    uit_kader: str = ""

    def for_everyone(self) -> bool:
        """Return whether the step applies to all pupils."""
        return all(bereik.is_everyone() for bereik in self.bereik)


@dataclass(frozen=True, slots=True)
class Ladder:
    """Alle stappen in de volgorde van het beleid, met wat er bij `volgt` niet klopte."""

    stappen: tuple[Stap, ...] = ()
    volgt: str = ""
    onbekende_ids: tuple[tuple[str, Pad], ...] = ()

    def trappen(self) -> tuple[str, ...]:
        """Return the names of the ladders, in order, each once."""
        return tuple(dict.fromkeys(stap.trap for stap in self.stappen))

    def earlier(self, stap: Stap) -> Iterator[Stap]:
        """Yield the steps before `stap` on the same ladder, nearest first."""
        eerder = reversed(self.stappen[: self.stappen.index(stap)])
        yield from (ander for ander in eerder if ander.trap == stap.trap)

    def actions(self, stap: Stap, applies: Callable[[Stap], bool] = lambda _: True) -> tuple[Actie, ...]:
        """Return the actions of `stap`, with those of the steps before it where it says `inclusief_vorige`.

        A step before it for which `applies` is false is passed over: it is not for these pupils.
        """
        acties = stap.acties
        huidig = stap
        while huidig.inclusief_vorige:
            vorige = next((eerder for eerder in self._counting_the_same(huidig) if applies(eerder)), None)
            if vorige is None:
                break
            acties += vorige.acties
            huidig = vorige
        return acties

    def _counting_the_same(self, stap: Stap) -> Iterator[Stap]:
        namen = {signaal.naam for signaal in stap.signalen}
        return (ander for ander in self.earlier(stap) if namen & {signaal.naam for signaal in ander.signalen})


def build_ladder(stappen_blok: Mapping[str, Any], kader_trappen: Mapping[str, Sequence[Mapping[str, Any]]]) -> Ladder:
    """Return the ladder of a policy: its own steps, or those of the kader it follows with its deviations.

    `stappen_blok` is the value of `stappen_bij_afwezigheid`; `kader_trappen` gives the `trappen` of each kader by
    `id@versie`. A `volgt` that is not among them yields no steps: the caller reports it.
    """
    volgt = str(stappen_blok.get("volgt", ""))
    gevolgd, eigen = kader_trappen.get(volgt, ()), stappen_blok.get("trappen", ())
    per_trap = {_name(trap): _shared(trap) for trap in (*gevolgd, *eigen)}
    stappen = [stap for trap in gevolgd for stap in _steps(trap, (BLOK, "volgt"), uit_kader=volgt)]
    onbekend: list[tuple[str, Pad]] = []
    for nummer, weg in enumerate(stappen_blok.get("vervalt", ())):
        gebleven = [stap for stap in stappen if stap.id != weg]
        if len(gebleven) == len(stappen):
            onbekend.append((weg, (BLOK, "vervalt", nummer)))
        stappen = gebleven
    for nummer, nieuw in enumerate(stappen_blok.get("vervang", ())):
        pad: Pad = (BLOK, "vervang", nummer)
        plaats = next((i for i, stap in enumerate(stappen) if stap.id == nieuw.get("id")), None)
        if plaats is None:
            onbekend.append((str(nieuw.get("id", "")), pad))
        else:
            stappen[plaats] = _replace(stappen[plaats], nieuw, pad, per_trap)
    for nummer, trap in enumerate(eigen):
        stappen.extend(_steps(trap, (BLOK, "trappen", nummer)))
    for nummer, nieuw in enumerate(stappen_blok.get("voeg_toe", ())):
        if "na" in nieuw and all(stap.id != nieuw["na"] for stap in stappen):
            onbekend.append((str(nieuw["na"]), (BLOK, "voeg_toe", nummer, "na")))
        _insert(stappen, nieuw, (BLOK, "voeg_toe", nummer), per_trap)
    return Ladder(tuple(stappen), volgt, tuple(onbekend))


@dataclass(frozen=True, slots=True)
class _Gedeeld:
    """Wat een trap voor al haar stappen zegt: voor wie zij geldt, de periode waarna de telling opnieuw begint, en of zij daar iets over zegt."""

    bereik: tuple[Bereik, ...] = ()
    telt_per: Hoeveelheid | None = None
    zegt_telling: bool = False


def _name(trap: Mapping[str, Any]) -> str:
    return str(trap.get("trap", ""))


def _shared(trap: Mapping[str, Any]) -> _Gedeeld:
    telt_per = str(trap.get("telt_per", "doorlopend"))
    return _Gedeeld(
        (_reach(trap["geldt_voor"]),) if "geldt_voor" in trap else (),
        Hoeveelheid(Fraction(1), telt_per) if telt_per in EENHEDEN else None,
        "telt_per" in trap,
    )


def _replace(oud: Stap, nieuw: Mapping[str, Any], pad: Pad, per_trap: Mapping[str, _Gedeeld]) -> Stap:
    """Return the replacing step, with what the old one says where it says nothing."""
    gelezen = _step(nieuw, pad, oud.trap, per_trap.get(oud.trap, _Gedeeld()))
    return replace(
        gelezen,
        signalen=gelezen.signalen if "bij" in nieuw else oud.signalen,
        acties=gelezen.acties if "acties" in nieuw else oud.acties,
        inclusief_vorige=gelezen.inclusief_vorige if "inclusief_vorige" in nieuw else oud.inclusief_vorige,
        bereik=gelezen.bereik if "geldt_voor" in nieuw else oud.bereik,
    )


def _insert(stappen: list[Stap], nieuw: Mapping[str, Any], pad: Pad, per_trap: Mapping[str, _Gedeeld]) -> None:
    """Put an added step after the step it names, else at the end of its ladder, else at the very end."""
    na = next((i for i, stap in enumerate(stappen) if "na" in nieuw and stap.id == nieuw["na"]), None)
    trap = str(nieuw.get("trap", "eigen" if na is None else stappen[na].trap))
    laatste = max((i for i, stap in enumerate(stappen) if stap.trap == trap), default=len(stappen) - 1)
    stappen.insert((laatste if na is None else na) + 1, _step(nieuw, pad, trap, per_trap.get(trap, _Gedeeld())))


def _steps(trap: Mapping[str, Any], pad: Pad, uit_kader: str = "") -> Iterator[Stap]:
    gedeeld = _shared(trap)
    for nummer, stap in enumerate(trap.get("stappen", ())):
        plek = pad if uit_kader else (*pad, "stappen", nummer)
        yield replace(_step(stap, plek, _name(trap), gedeeld, uit_kader=bool(uit_kader)), uit_kader=uit_kader)


def _step(stap: Mapping[str, Any], pad: Pad, trap: str, gedeeld: _Gedeeld, *, uit_kader: bool = False) -> Stap:
    def onder(sleutel: str, nummer: int) -> Pad:
        return pad if uit_kader else (*pad, sleutel, nummer)

    return Stap(
        trap=trap,
        pad=pad,
        signalen=tuple(_signal(signaal, onder("bij", i), gedeeld) for i, signaal in enumerate(stap.get("bij", ()))),
        acties=tuple(_action(actie, onder("acties", i)) for i, actie in enumerate(stap.get("acties", ()))),
        id=str(stap.get("id", "")),
        inclusief_vorige=_is_yes(stap.get("inclusief_vorige")),
        bereik=(*gedeeld.bereik, _reach(stap["geldt_voor"])) if "geldt_voor" in stap else gedeeld.bereik,
    )


def _is_yes(waarde: object) -> bool:
    """Return whether a yes/no says yes; the ladder of a kader has the word, that of a policy the boolean."""
    return waarde is True or waarde == "ja"


def _signal(signaal: Mapping[str, Any], pad: Pad, gedeeld: _Gedeeld) -> Signaal:
    """Return the signal; one that is counted without a period of its own counts per `telt_per`, in fixed blocks."""
    drempel = parse_hoeveelheid(signaal["drempel"]) if "drempel" in signaal else None
    periode = parse_hoeveelheid(signaal["periode"]) if "periode" in signaal else None
    venster = str(signaal.get("venster", "voortschrijdend"))
    opnieuw = signaal.get("opnieuw_tellen_na_melding")
    if periode is None and gedeeld.telt_per is not None and drempel is not None and drempel.soort in {"keer", "duur"}:
        periode, venster = gedeeld.telt_per, "vast"
    return Signaal(
        naam=str(signaal.get("signaal", "")),
        pad=pad,
        drempel=drempel,
        vergelijking=str(signaal.get("vergelijking", "vanaf")),
        periode=periode,
        venster=venster,
        herhaling=_is_yes(signaal.get("herhaling")),
        opnieuw_tellen=_is_yes(opnieuw) if opnieuw is not None else None,
        toelichting=str(signaal.get("toelichting", "")),
        telling_gezegd="venster" in signaal or gedeeld.zegt_telling,
        telt_per=gedeeld.telt_per,
    )


def _action(actie: Mapping[str, Any], pad: Pad) -> Actie:
    return Actie(
        actie=str(actie.get("actie", "")),
        pad=pad,
        wie=str(actie.get("wie", "")),
        met=tuple(actie.get("met", ())),
        termijn=parse_hoeveelheid(actie["termijn"]) if "termijn" in actie else None,
        vastlegging=tuple(actie.get("vastlegging", ())),
        voorwaarde=str(actie.get("voorwaarde", "")),
        telt=tuple(actie.get("telt", ())),
        aard=str(actie.get("aard", "")),
        bijzonderheden={veld: actie[veld] for veld in _BIJZONDERHEDEN if veld in actie},
    )


def _reach(geldt_voor: Mapping[str, Any]) -> Bereik:
    leeftijd = geldt_voor.get("leeftijd", {})
    return Bereik(
        locaties=tuple(str(x) for x in geldt_voor.get("locaties", ())),
        leerjaren=tuple(str(x) for x in geldt_voor.get("leerjaren", ())),
        onderwijssoorten=tuple(str(x) for x in geldt_voor.get("onderwijssoorten", ())),
        leeftijd_van=leeftijd.get("van"),
        leeftijd_tot=leeftijd.get("tot"),
        leerplicht=tuple(str(x) for x in geldt_voor.get("leerplicht", ())),
    )
