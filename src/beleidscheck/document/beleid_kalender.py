"""De jaarkalender: alles wat op een vaste dag of met een vast ritme gebeurt, uit het hele beleid bij elkaar."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.document.beleid_delen import Feiten, table, with_heading
from beleidscheck.document.beleid_regio import meaning, title_of
from beleidscheck.document.blokken import Link, p, t
from beleidscheck.document.taal import capitalise, date_nl, month_day, rhythm_nl, times
from beleidscheck.hoeveelheid import QuantityError, parse_ritme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beleidscheck.document.blokken import Blok
    from beleidscheck.document.namen import Namen

_MAANDDAG: Final = re.compile(r"(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])")
_ISO: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_AUGUSTUS: Final = 8


@dataclass(frozen=True, slots=True)
class Regelmaat:
    """Iets wat terugkeert: hoe vaak, wat, wie en in welk hoofdstuk het staat."""

    elke: str
    wat: str
    wie: str
    anker: str
    keer_per_jaar: float = 0


@dataclass(frozen=True, slots=True)
class Dag:
    """Iets op een dag: `dag` is MM-DD voor elk jaar of JJJJ-MM-DD voor één keer."""

    dag: str
    wat: str
    anker: str

    def order(self) -> tuple[int, str, str]:
        """Return the order in the school year, which begins in August."""
        return ((int(self.dag[-5:-3]) - _AUGUSTUS) % 12, self.dag[-2:], self.dag)


def calendar(feiten: Feiten, velden: Feiten, namen: Namen) -> Iterator[Blok]:
    """Yield the year calendar: what returns, from often to seldom, and what falls on a day."""
    rijen = [(_linked(regel.wat, regel.anker), capitalise(how_often(regel)), regel.wie) for regel in rhythms(feiten, velden, namen)]
    yield from with_heading(
        3, "Wat terugkeert", table("Alles met een vast ritme, van vaak naar zelden", ("Wat", "Hoe vaak", "Wie"), rijen)
    )
    data = [
        (
            capitalise(date_nl(dag.dag) if _ISO.fullmatch(dag.dag) else f"{month_day(dag.dag)}, elk jaar"),
            _linked(dag.wat, dag.anker),
        )
        for dag in days(feiten, velden)
    ]
    yield from with_heading(3, "Vaste dagen", table("Alles met een vaste dag", ("Wanneer", "Wat"), data))


def rhythms(feiten: Feiten, velden: Feiten, namen: Namen) -> list[Regelmaat]:
    """Return what returns, from often to seldom."""
    return sorted((*_rhythms(feiten, namen), *_regional_rhythms(feiten.get("regionaal", {}), velden, namen)), key=days_between)


def days(feiten: Feiten, velden: Feiten) -> list[Dag]:
    """Return what falls on a day, in the order of the school year."""
    return sorted((*_days(feiten), *_regional_days(feiten.get("regionaal", {}), velden)), key=Dag.order)


def how_often(regel: Regelmaat) -> str:
    """Return how often something returns: "elke week", "vier keer per schooljaar"."""
    return f"{times(regel.keer_per_jaar)} per schooljaar" if regel.keer_per_jaar else rhythm_nl(regel.elke)


def days_between(regel: Regelmaat) -> float:
    """Return the days between two turns; very many when that cannot be told."""
    if regel.keer_per_jaar:
        return 365 / regel.keer_per_jaar
    try:
        return float(parse_ritme(regel.elke).basis())
    except (QuantityError, ValueError):
        return 1000


def _linked(wat: str, anker: str) -> tuple[Blok, ...]:
    return (p(Link(t(wat), f"#{anker}")),)


def _rhythms(feiten: Feiten, namen: Namen) -> Iterator[Regelmaat]:
    def wie(blok: Feiten, anders: str = "") -> str:
        rol = str(blok.get("wie", "") or anders)
        return capitalise(namen.role(rol)) if rol else ""

    def regie(sleutel: str) -> str:
        return str(feiten.get(sleutel, {}).get("regie", ""))

    check: Feiten = feiten.get("check_en_nabellen", {})
    if "frequentie" in check:
        yield Regelmaat(
            check["frequentie"], "Meldingen en lescontrole vergelijken", wie({}, regie("check_en_nabellen")), "check_en_nabellen"
        )
    for ritme in feiten.get("periodieke_analyse", {}).get("ritme", ()):
        if "elke" in ritme:
            per = f" per {namen.word(ritme['niveau'], 'niveau')}" if "niveau" in ritme else ""
            yield Regelmaat(ritme["elke"], f"Analyse van de afwezigheid{per}", wie(ritme), "periodieke_analyse")
    for moment in feiten.get("communicatie", {}).get("momenten", ()):
        if moment.get("herhaling", "") not in {"", "bij_start", "eenmalig"}:
            wat = f"Communicatie: {namen.word(str(moment.get('middel', moment.get('wanneer', 'moment'))), 'middel')}"
            voor = f" voor {namen.groups(moment['doelgroep'])}" if moment.get("doelgroep") else ""
            yield Regelmaat(moment["herhaling"], wat + voor, wie({}, regie("communicatie")), "communicatie")
    yield from _fixed(feiten, wie)
    gesprekken = feiten.get("betrokkenheid", {}).get("driehoeksgesprekken", {})
    if gesprekken.get("per_jaar"):
        yield Regelmaat("", f"Gesprek van {namen.leerling}, ouders en school", "", "betrokkenheid", gesprekken["per_jaar"])


#: Blok, onderdeel, veld met het ritme, wat er gebeurt.
_VAST: Final = (
    ("samenwerking", "generieke_afspraken", "periodiek_overleg", "Overleg met partners"),
    ("samenwerking", "generieke_afspraken", "evaluatie", "Evaluatie van de samenwerking met partners"),
    ("langdurig_afwezig", "contact_met_thuiszitter", "elke", "Contact met wie thuiszit"),
    ("monitoring_en_evaluatie", "naleving", "elke", "Nagaan of het beleid wordt nageleefd"),
    ("monitoring_en_evaluatie", "effectiviteit", "elke", "Bekijken of het beleid werkt"),
    ("monitoring_en_evaluatie", "plannen_van_aanpak", "elke", "Evaluatie van de plannen van aanpak"),
    ("gegevensbescherming", "naleving_avg", "elke", "Toets op de privacywet (AVG)"),
    ("gegevensbescherming", "beveiliging", "elke", "Evaluatie van de beveiliging van gegevens"),
    ("verantwoording", "verantwoording", "elke", "Verantwoording over het beleid"),
    ("verantwoording", "reflectie", "elke", "Terugkijken op het beleid"),
)


def _fixed(feiten: Feiten, wie: Any) -> Iterator[Regelmaat]:  # noqa: ANN401 - een functie van hierboven
    for blok, onderdeel, veld, wat in _VAST:
        deel: Feiten = feiten.get(blok, {}).get(onderdeel, {})
        if veld in deel:
            yield Regelmaat(str(deel[veld]), wat, wie(deel, str(feiten[blok].get("regie", ""))), blok)


def _regional_rhythms(regionaal: Feiten, velden: Feiten, namen: Namen) -> Iterator[Regelmaat]:
    """Yield what a region does in a rhythm: a field that the kader calls a rhythm, or that ends in `per_jaar`."""
    soorten: Feiten = velden.get("properties", {})
    for sleutel, waarde in regionaal.items():
        if not isinstance(waarde, Mapping):
            continue
        binnen: Feiten = soorten.get(sleutel, {}).get("properties", {})
        rol = str(waarde.get("wie") or waarde.get("trekker") or "")
        wie = capitalise(namen.role(rol)) if rol else ""
        for naam, deel in waarde.items():
            if meaning(binnen.get(naam, {})) == "ritme":
                yield Regelmaat(str(deel), title_of(sleutel, soorten), wie, "regionaal")
            elif naam.endswith("per_jaar") and isinstance(deel, int) and deel:
                yield Regelmaat("", title_of(sleutel, soorten), wie, "regionaal", deel)


def _days(feiten: Feiten) -> Iterator[Dag]:
    beleid: Feiten = feiten.get("beleid", {})
    if "ingangsdatum" in beleid:
        yield Dag(beleid["ingangsdatum"], "Dit beleid gaat in", "over-dit-document")
    if "volgende_herziening" in beleid:
        yield Dag(beleid["volgende_herziening"], "Herziening van dit beleid", "over-dit-document")
    peildata = dict.fromkeys(
        doel["peildatum"] for doel in feiten.get("visie_en_doel", {}).get("doelen", ()) if "peildatum" in doel
    )
    for peildatum in peildata:
        yield Dag(peildatum, "Kijken of de doelen zijn gehaald", "visie_en_doel")
    uiterlijk = feiten.get("langdurig_afwezig", {}).get("vrijstelling", {}).get("uiterlijk")
    if uiterlijk:
        yield Dag(uiterlijk, "Uiterste dag voor de aanvraag van een vrijstelling", "langdurig_afwezig")
    for afwijking in feiten.get("afwijkingen", ()):
        if "tot" in afwijking:
            yield Dag(afwijking["tot"], "Een afwijking loopt af", "afwijkingen")
    for sleutel, blok in feiten.items():
        if isinstance(blok, Mapping) and "wanneer" in blok.get("nog_in_te_vullen", {}):
            yield Dag(blok["nog_in_te_vullen"]["wanneer"], "Een onderdeel van dit beleid is aangevuld", sleutel)


def _regional_days(regionaal: Feiten, velden: Feiten) -> Iterator[Dag]:
    soorten: Feiten = velden.get("properties", {})
    for sleutel, waarde in regionaal.items():
        if not isinstance(waarde, Mapping):
            continue
        binnen: Feiten = soorten.get(sleutel, {}).get("properties", {})
        for naam, deel in waarde.items():
            wat = f"{title_of(sleutel, soorten)}: {title_of(naam, binnen).lower()}"
            dagen = deel if isinstance(deel, list) else [deel]
            yield from (Dag(dag, wat, "regionaal") for dag in dagen if isinstance(dag, str) and _MAANDDAG.fullmatch(dag))
