"""Normen van twee kaders naast elkaar: welke horen bij elkaar, en wat verandert er aan elk paar.

Gepaard wordt op hetzelfde id, op een uitdrukkelijke verwijzing (`komt_uit`, `vervallen`), op hetzelfde id na de eerste punt, en
als laatste op dezelfde toetsen. Elke norm van beide kaders komt in precies één verschil terecht, behalve dat een oude norm door
meer nieuwe vervangen kan worden.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from beleidscheck.bevinding import Gewicht, Grond, Niveau
from beleidscheck.eisen import Richting, compare_demands, covers, needs_reader, stands_among
from beleidscheck.vergelijk.paren import find_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from beleidscheck.kader import Kader, Norm
    from beleidscheck.toetsen import Toets


class Soort(StrEnum):
    """Wat er met een norm gebeurt."""

    NIEUW = "nieuw"
    STRENGER = "strenger"
    ANDERS = "anders"
    SOEPELER = "soepeler"
    VERVALLEN = "vervallen"
    ZWIJGT = "niet genoemd"
    VERPLAATST = "verplaatst"
    TEKST = "alleen tekst"
    GELIJK = "gelijk"


class Deel(StrEnum):
    """Wat er aan een norm kan veranderen."""

    EIS = "eis"
    LEZER = "wat een lezer beoordeelt"
    NIVEAU = "niveau"
    GROND = "grond"
    VOOR_WIE = "voor wie"
    LEZING = "lezing"
    ELEMENT = "element"
    PLEK = "plek in de bron"
    ID = "id"
    TEKST = "tekst"


_INHOUD: Final = frozenset({Deel.EIS, Deel.LEZER, Deel.VOOR_WIE})
#: De delen die alleen zeggen waar iets staat.
_PLEKKEN: Final = frozenset({Deel.ELEMENT, Deel.PLEK, Deel.ID})
_PER_NIVEAU: Final = {Niveau.VERPLICHT: Gewicht.TEKORT, Niveau.VERWACHT: Gewicht.AANDACHTSPUNT, Niveau.AANBEVOLEN: Gewicht.TIP}
#: Zo zwaar weegt een gat hooguit, per rang van de grond.
_HOOGSTENS: Final = (Gewicht.TEKORT, Gewicht.TEKORT, Gewicht.AANDACHTSPUNT, Gewicht.TIP)
_GROND_RANG: Final = {Grond.WET: 0, Grond.AFSPRAAK: 1, Grond.MODEL: 1, Grond.WETSVOORSTEL: 2, Grond.VELD: 3, Grond.ADVIES: 3}


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """Eén ding dat aan een norm verandert, met zijn richting en een zin."""

    deel: Deel
    richting: Richting
    zin: str


@dataclass(frozen=True, slots=True)
class Normverschil:
    """Wat er met een norm gebeurt: `oud` is leeg bij een nieuwe, `nieuw` is `None` bij een norm die vervalt of niet genoemd is.

    `waarom` is de reden van de paring of van het vervallen; `onderdelen` staan van zwaar naar licht.
    """

    soort: Soort
    oud: tuple[Norm, ...]
    nieuw: Norm | None
    onderdelen: tuple[Onderdeel, ...] = ()
    waarom: str = ""

    @property
    def norm(self) -> Norm:
        """Return the norm that says it now: the new one, or else the old one."""
        return self.nieuw if self.nieuw is not None else self.oud[0]

    @property
    def weegt(self) -> Richting:
        """Return whether a shortcoming comes to weigh more or less: by niveau and grond together, or else by how it is read."""
        if self.nieuw is None or not self.oud:
            return Richting.GELIJK
        was, wordt = min(map(_heaviness, self.oud)), _heaviness(self.nieuw)
        if was != wordt:
            return Richting.STRENGER if wordt < was else Richting.SOEPELER
        return next((deel.richting for deel in self.onderdelen if deel.deel is Deel.LEZING), Richting.GELIJK)


def compare_norms(oud: Kader, nieuw: Kader) -> tuple[Normverschil, ...]:
    """Return what happens to every norm: the new kader in its own order, then what it does not have."""
    paren = find_pairs(oud, nieuw)
    per_id = {norm.id: norm for norm in oud.normen}
    gebruikt = {id_ for ids, _ in paren.values() for id_ in ids}
    verschillen = []
    for norm in nieuw.normen:
        ids, waarom = paren.get(norm.id, ((), ""))
        voorgangers = tuple(per_id[id_] for id_ in ids)
        verschillen.append(_difference(oud, nieuw, voorgangers, norm, waarom))
    return (*verschillen, *_without_successor(oud, nieuw, gebruikt))


def _without_successor(oud: Kader, nieuw: Kader, gebruikt: set[str]) -> Iterator[Normverschil]:
    gezegd = {id_: deel for deel in nieuw.bestand.vervallen for id_ in deel.normen} if nieuw.bestand.opvolger_van == oud.ref else {}
    blijft = stays_silent(oud, nieuw)
    for norm in oud.normen:
        if norm.id in gebruikt:
            continue
        if norm.id in gezegd:
            deel = gezegd[norm.id]
            bron = nieuw.bestand.bronnen[deel.bron].titel if deel.bron in nieuw.bestand.bronnen else deel.bron
            yield Normverschil(Soort.VERVALLEN, (norm,), None, waarom=f"{deel.zegt} ({bron}, {deel.plek})")
        elif blijft:
            yield Normverschil(Soort.ZWIJGT, (norm,), None, waarom=f"{nieuw.ref} zegt hier niets over; de norm van {oud.ref} blijft.")
        else:
            yield Normverschil(Soort.VERVALLEN, (norm,), None, waarom=f"{nieuw.ref} heeft deze norm niet.")


def stays_silent(oud: Kader, nieuw: Kader) -> bool:
    """Return whether what the new kader does not mention stays as it was, because it is no complete successor."""
    return nieuw.bestand.opvolger_van == oud.ref and nieuw.bestand.niet_genoemd == "blijft"


# ---- Wat er verandert ---------------------------------------------------------------------------------------------


def _difference(oud: Kader, nieuw: Kader, voorgangers: tuple[Norm, ...], norm: Norm, waarom: str) -> Normverschil:
    if not voorgangers:
        return Normverschil(Soort.NIEUW, (), norm)
    onderdelen = tuple(_parts(oud, nieuw, voorgangers, norm))
    los = Normverschil(Soort.GELIJK, voorgangers, norm, onderdelen, waarom)
    return replace(los, soort=_kind(onderdelen, los.weegt))


def _heaviness(norm: Norm) -> tuple[int, int, int]:
    """Return how heavily a shortcoming on a norm counts, lower is heavier: its weight, and within that its niveau and grond."""
    gewicht = max(_PER_NIVEAU[norm.niveau], _HOOGSTENS[_GROND_RANG[norm.grond]], key=lambda deel: deel.rang)
    return (gewicht.rang, list(Niveau).index(norm.niveau), _GROND_RANG[norm.grond])


def _kind(onderdelen: Sequence[Onderdeel], weegt: Richting) -> Soort:
    """Return what happens to the norm: what it asks comes first, then how much it weighs, then where it stands."""
    richtingen = {deel.richting for deel in onderdelen if deel.deel in _INHOUD}
    if len(richtingen) > 1 or Richting.ANDERS in richtingen:
        return Soort.ANDERS
    if richtingen:
        return Soort(richtingen.pop().value)
    if weegt is not Richting.GELIJK:
        return Soort(weegt.value)
    veranderd = {deel.deel for deel in onderdelen}
    return Soort.VERPLAATST if veranderd & _PLEKKEN else Soort.TEKST if veranderd else Soort.GELIJK


def _parts(oud: Kader, nieuw: Kader, voorgangers: tuple[Norm, ...], norm: Norm) -> Iterator[Onderdeel]:
    """Yield everything that changes, heaviest first."""
    oude_toetsen = [toets for ander in voorgangers for toets in ander.toetsen]
    richting = compare_demands(oude_toetsen, norm.toetsen)
    if richting is not Richting.GELIJK:
        yield Onderdeel(Deel.EIS, richting, _DEMAND[richting])
    elif not _as_written(oude_toetsen, norm):
        yield Onderdeel(Deel.TEKST, Richting.GELIJK, "De toets is anders opgeschreven en vraagt hetzelfde.")
    zegt = {" ".join(ander.zegt.split()) for ander in voorgangers}
    anders_gezegd = zegt != {" ".join(norm.zegt.split())}
    if anders_gezegd and (needs_reader(oude_toetsen) or needs_reader(norm.toetsen)):
        yield Onderdeel(
            Deel.LEZER, Richting.ANDERS, "Een deel beoordeelt een lezer, en de woorden veranderen: of dat meer of minder vraagt, ziet alleen een lezer."
        )
    yield from _weight(voorgangers, norm)
    yield from _for_whom(oud, nieuw, voorgangers, norm)
    yield from _reading(voorgangers, norm)
    yield from _place(oud, nieuw, voorgangers, norm)
    if anders_gezegd and not needs_reader(oude_toetsen) and not needs_reader(norm.toetsen):
        yield Onderdeel(Deel.TEKST, Richting.GELIJK, "De norm is anders verwoord.")
    elif any(_texts(ander) != _texts(norm) for ander in voorgangers):
        yield Onderdeel(Deel.TEKST, Richting.GELIJK, "De titel, de uitleg of het voorbeeld is anders.")


def _as_written(oud: Sequence[Toets], norm: Norm) -> bool:
    """Return whether the same tests stand there, perhaps in another order."""
    return len(oud) == len(norm.toetsen) and all(stands_among(toets, norm.toetsen) for toets in oud)


_DEMAND: Final = {
    Richting.STRENGER: "De eis wordt strenger: wie aan de nieuwe voldoet, voldoet ook aan de oude, maar niet andersom.",
    Richting.SOEPELER: "De eis wordt soepeler: wie aan de oude voldoet, voldoet ook aan de nieuwe.",
    Richting.ANDERS: "De eis wordt een andere: wie aan de ene voldoet, voldoet niet vanzelf aan de andere.",
}


def _weight(voorgangers: tuple[Norm, ...], norm: Norm) -> Iterator[Onderdeel]:
    niveaus = list(Niveau)
    oud = min((ander.niveau for ander in voorgangers), key=niveaus.index)
    if oud != norm.niveau:
        zwaarder = niveaus.index(norm.niveau) < niveaus.index(oud)
        yield Onderdeel(Deel.NIVEAU, Richting.STRENGER if zwaarder else Richting.SOEPELER, f"Het niveau gaat van {oud} naar {norm.niveau}.")
    grond = min((ander.grond for ander in voorgangers), key=_GROND_RANG.__getitem__)
    if grond != norm.grond:
        verschil = _GROND_RANG[norm.grond] - _GROND_RANG[grond]
        richting = Richting.STRENGER if verschil < 0 else Richting.SOEPELER if verschil > 0 else Richting.ANDERS
        yield Onderdeel(Deel.GROND, richting, f"De grond gaat van {grond} naar {norm.grond}.")


def _for_whom(oud: Kader, nieuw: Kader, voorgangers: tuple[Norm, ...], norm: Norm) -> Iterator[Onderdeel]:
    van = {sector for ander in voorgangers for sector in ander.geldt_voor.sectoren}
    van = set() if any(not ander.geldt_voor.sectoren for ander in voorgangers) else van
    naar = set(norm.geldt_voor.sectoren)
    if van != naar:
        yield Onderdeel(Deel.VOOR_WIE, _scope(van, naar), f"De norm geldt voor {_sectors(naar)}; eerst voor {_sectors(van)}.")
    leeftijden = {ander.geldt_voor.leeftijd for ander in voorgangers}
    was = leeftijden.pop() if len(leeftijden) == 1 else ""
    if was != norm.geldt_voor.leeftijd:
        richting = Richting.STRENGER if not norm.geldt_voor.leeftijd else Richting.SOEPELER if not was else Richting.ANDERS
        yield Onderdeel(Deel.VOOR_WIE, richting, f"De norm gaat over {_AGES[norm.geldt_voor.leeftijd]}; eerst over {_AGES[was]}.")
    if oud.bestand.regio != nieuw.bestand.regio and oud.bestand.id == nieuw.bestand.id:
        richting = Richting.STRENGER if nieuw.bestand.regio is None else Richting.SOEPELER if oud.bestand.regio is None else Richting.ANDERS
        yield Onderdeel(Deel.VOOR_WIE, richting, f"Het kader geldt voor {_region(nieuw)}; eerst voor {_region(oud)}.")


def _scope(van: set[str], naar: set[str]) -> Richting:
    """Return the direction of another set of sectors; an empty set is every school."""
    if not naar or (van and van < naar):
        return Richting.STRENGER
    return Richting.SOEPELER if not van or naar < van else Richting.ANDERS


_AGES: Final = {"": "leerlingen van alle leeftijden", "onder_18": "leerlingen tot 18 jaar", "vanaf_18": "leerlingen vanaf 18 jaar"}


def _sectors(sectoren: set[str]) -> str:
    return ", ".join(sorted(sectoren)) if sectoren else "alle sectoren"


def _region(kader: Kader) -> str:
    return f"de regio {kader.bestand.regio}" if kader.bestand.regio else "het hele land"


def _reading(voorgangers: tuple[Norm, ...], norm: Norm) -> Iterator[Onderdeel]:
    """Yield what changes where the sources contradict each other: within what a point weighs less."""
    if len(voorgangers) != 1 or voorgangers[0].lezing == norm.lezing:
        return
    was, wordt = voorgangers[0].lezing, norm.lezing
    ruim_was, ruim_wordt = (lezing.ruimste if lezing else () for lezing in (was, wordt))
    streng_was, streng_wordt = (lezing.strengste if lezing else () for lezing in (was, wordt))
    if ruim_was == ruim_wordt and streng_was == streng_wordt:
        yield Onderdeel(Deel.TEKST, Richting.GELIJK, "De notitie over wat de bronnen zeggen is anders.")
        return
    strenger = covers(streng_wordt, streng_was) and (not ruim_wordt or (bool(ruim_was) and covers(ruim_wordt, ruim_was)))
    soepeler = covers(streng_was, streng_wordt) and (not ruim_was or (bool(ruim_wordt) and covers(ruim_was, ruim_wordt)))
    richting = Richting.ANDERS if strenger == soepeler else Richting.STRENGER if strenger else Richting.SOEPELER
    yield Onderdeel(Deel.LEZING, richting, "De ruimte tussen de lezingen van de bron wordt anders.")


def _place(oud: Kader, nieuw: Kader, voorgangers: tuple[Norm, ...], norm: Norm) -> Iterator[Onderdeel]:
    elementen = sorted({ander.element for ander in voorgangers})
    if elementen != [norm.element]:
        yield Onderdeel(Deel.ELEMENT, Richting.GELIJK, f"De norm hoort nu bij {_element(norm.element)}; eerst bij {' en '.join(map(_element, elementen))}.")
    plekken = list(dict.fromkeys(_spot(oud, ander) for ander in voorgangers))
    if plekken != [_spot(nieuw, norm)]:
        yield Onderdeel(Deel.PLEK, Richting.GELIJK, f"De norm staat nu in {_spot(nieuw, norm)}; eerst in {' en '.join(plekken)}.")
    namen = [ander.id for ander in voorgangers]
    if namen != [norm.id]:
        yield Onderdeel(Deel.ID, Richting.GELIJK, f"De norm heet nu {norm.id}; eerst {' en '.join(namen)}.")


def _element(nummer: int) -> str:
    return f"element {nummer}" if nummer else "de kop, de begrippen en de registratie"


def _spot(kader: Kader, norm: Norm) -> str:
    bron = kader.bestand.bronnen.get(norm.bron)
    return f"«{bron.titel if bron else norm.bron}», {norm.plek}"


def _texts(norm: Norm) -> tuple[object, ...]:
    return (norm.titel, norm.uitleg, norm.vraag, norm.herstel, norm.cluster, norm.aan_zet, norm.niet_gecodeerd)
