"""De woorden van een toetsrapport: elk begrip één keer, zodat het in elk formaat hetzelfde heet.

Alleen een norm met grond `wet` heet een wettelijke plicht. Tellen gebeurt in gehele getallen, nooit in procenten.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from beleidscheck.beleid.woordinfo import Uitbreiding
from beleidscheck.bevinding import Gewicht, Grond, Niveau, Oordeel, Reden
from beleidscheck.document.namen import Namen
from beleidscheck.document.taal import MAANDEN, capitalise
from beleidscheck.report import ElementStatus, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from beleidscheck.bevinding import NormInfo, Plaats, Plan
    from beleidscheck.report import Report

Lezer: TypeAlias = Literal["schoolleider", "mr", "swv"]

_SCHOOLLEIDER: Final = "schoolleider"
OORDEEL_UITLEG: Final[dict[Oordeel, str]] = {
    Oordeel.VOLDOET: "In het beleid staat een feit dat past bij de norm. Of het in de school ook zo gaat, ziet deze toets niet.",
    Oordeel.VOLDOET_NIET: "Het gevraagde ontbreekt, wijkt af van de norm, of twee plaatsen in het beleid spreken elkaar tegen.",
    Oordeel.TE_BEOORDELEN: (
        "Alleen een lezer kan dit zeggen. De vraag staat erbij, en waar mogelijk de passage. Een trefwoord alleen telt nooit."
    ),
    Oordeel.NIET_VAN_TOEPASSING: "De norm geldt niet voor deze school; de reden staat erbij. Dat is niet goed en niet fout.",
    Oordeel.AFWIJKING: (
        "Het beleid wijkt af en de school heeft dat vastgelegd, met reden, besluit en einddatum. "
        "Dat blijft zichtbaar en heet nooit in orde."
    ),
    Oordeel.NIET_GETOETST: "De toets kon niet worden uitgevoerd; de reden staat erbij. Tot dan is het beleid niet gereed.",
}
GEWICHT_UITLEG: Final[dict[Gewicht, str]] = {
    Gewicht.TEKORT: (
        "Een verplichte norm waaraan het beleid niet voldoet. Alleen als de norm op een wet rust, is dat een wettelijke plicht."
    ),
    Gewicht.AANDACHTSPUNT: "Een verwachte norm waaraan het beleid niet voldoet, of een punt waarover de bronnen verschillen.",
    Gewicht.TIP: "Iets wat een bron aanbeveelt. Het niet doen is geen gebrek.",
}
STATUS_WOORDEN: Final[dict[Status, str]] = {
    Status.GEREED: "gereed",
    Status.CONCEPT: "CONCEPT: nog niet gereed",
    Status.ONLEESBAAR: "niet te lezen",
    Status.NIETS_GETOETST: "niets getoetst",
}
ELEMENT_UITLEG: Final[dict[ElementStatus, str]] = {
    ElementStatus.VOLLEDIG: "Alles wat te toetsen is, voldoet.",
    ElementStatus.DEELS: "Een deel voldoet, een deel nog niet.",
    ElementStatus.ONTBREEKT: "Het onderdeel staat niet in het beleid.",
    ElementStatus.TE_BEOORDELEN: "Niets is fout, maar een lezer moet er nog over oordelen.",
    ElementStatus.NIET_VAN_TOEPASSING: "Geen norm van dit onderdeel geldt voor deze school.",
}
REDEN_WOORDEN: Final[dict[Reden, str]] = {
    Reden.ONTBREEKT: "staat niet in het beleid",
    Reden.WIJKT_AF: "wijkt af van de norm",
    Reden.TEGENSTRIJDIG: "spreekt zichzelf tegen",
}
_GEWICHT_VORMEN: Final[dict[Gewicht, tuple[str, str]]] = {
    Gewicht.TEKORT: ("tekort", "tekorten"),
    Gewicht.AANDACHTSPUNT: ("aandachtspunt", "aandachtspunten"),
    Gewicht.TIP: ("tip", "tips"),
    Gewicht.GEEN: ("punt zonder gewicht", "punten zonder gewicht"),
}
_GROND_WOORDEN: Final[dict[Grond, dict[Niveau, str]]] = {
    Grond.WET: {
        Niveau.VERPLICHT: "wettelijke plicht",
        Niveau.VERWACHT: "volgt uit de wet, verwacht",
        Niveau.AANBEVOLEN: "past bij de wet, aanbevolen",
    },
    Grond.WETSVOORSTEL: {
        Niveau.VERPLICHT: "wetsvoorstel, nog geen plicht",
        Niveau.VERWACHT: "wetsvoorstel, verwacht",
        Niveau.AANBEVOLEN: "wetsvoorstel, aanbevolen",
    },
    Grond.MODEL: {
        Niveau.VERPLICHT: "verplicht onderdeel van het model",
        Niveau.VERWACHT: "verwachte inhoud van het model",
        Niveau.AANBEVOLEN: "aanbevolen in het model",
    },
    Grond.AFSPRAAK: {
        Niveau.VERPLICHT: "afspraak in de regio",
        Niveau.VERWACHT: "verwacht volgens de afspraken in de regio",
        Niveau.AANBEVOLEN: "aanbevolen in de afspraken van de regio",
    },
    Grond.VELD: {
        Niveau.VERPLICHT: "goed gebruik in het veld",
        Niveau.VERWACHT: "goed gebruik in het veld",
        Niveau.AANBEVOLEN: "goed gebruik in het veld",
    },
    Grond.ADVIES: {
        Niveau.VERPLICHT: "advies",
        Niveau.VERWACHT: "advies",
        Niveau.AANBEVOLEN: "advies",
    },
}


@dataclass(frozen=True, slots=True)
class Stem:
    """Hoe het rapport zijn lezer aanspreekt; alleen woorden, geen oordeel."""

    beleid: str
    hoofdletter: str
    zegt: str
    vragen: str
    goed: str


STEMMEN: Final[dict[Lezer, Stem]] = {
    "schoolleider": Stem(
        "uw beleid", "Uw beleid", "Wat uw beleid zegt", "Dit moet u zelf (of de MR) beoordelen", "Wat al goed staat"
    ),
    "mr": Stem("het beleid", "Het beleid", "Wat het beleid zegt", "Dit beoordeelt u als MR zelf", "Wat al goed staat"),
    "swv": Stem("het beleid", "Het beleid", "Wat het beleid zegt", "Wat een lezer moet beoordelen", "Wat voldoet"),
}


def number_of(aantal: int, enkelvoud: str, meervoud: str) -> str:
    """Return "1 tekort" or "2 tekorten"."""
    return f"{aantal} {enkelvoud if aantal == 1 else meervoud}"


def number_of_norms(aantal: int) -> str:
    """Return "1 norm" or "2 normen"."""
    return number_of(aantal, "norm", "normen")


def number_of_weight(aantal: int, gewicht: Gewicht) -> str:
    """Return "1 tip" or "3 aandachtspunten"."""
    return number_of(aantal, *_GEWICHT_VORMEN[gewicht])


def plural_of(gewicht: Gewicht) -> str:
    """Return "tekorten", "aandachtspunten" or "tips"."""
    return _GEWICHT_VORMEN[gewicht][1]


def list_words(delen: Iterable[str]) -> str:
    """Return "a", "a en b" or "a, b en c"."""
    rij = [deel for deel in delen if deel]
    return rij[0] if len(rij) == 1 else f"{', '.join(rij[:-1])} en {rij[-1]}" if rij else ""


def sentence(tekst: str) -> str:
    """Return `tekst` with a capital and a full stop."""
    schoon = tekst.strip()
    if not schoon:
        return ""
    begin = schoon[0].upper() + schoon[1:]
    return begin if begin[-1] in ".!?…:" or begin.endswith(('."', ".”", ".»")) else f"{begin}."


def uncapitalise(tekst: str) -> str:
    """Return `tekst` with a small first letter, for in the middle of a sentence."""
    return tekst[:1].lower() + tekst[1:]


def closed(tekst: str) -> str:
    """Return `tekst` with a full stop, as the end of a sentence that has already begun."""
    schoon = tekst.strip().rstrip(".")
    return f"{schoon}." if schoon else ""


def date_words(dag: date) -> str:
    """Return "1 september 2026"."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def short_hash(sha256: str) -> str:
    """Return the first twelve characters of a hash, or "onbekend" when there is none."""
    return sha256[:12] or "onbekend"


def place_words(bestand: str, plaats: Plaats) -> str:
    """Return `bestand:regel:kolom`, as editors understand it."""
    return f"{bestand}:{plaats.regel}:{plaats.kolom}"


def ground_words(norm: NormInfo) -> str:
    """Return how strongly the source says it, in words that promise no more than the source does."""
    if norm.van_kracht_op:
        rest = {Niveau.VERPLICHT: "", Niveau.VERWACHT: ", verwacht", Niveau.AANBEVOLEN: ", aanbevolen"}[norm.niveau]
        return f"wetsvoorstel, volgens de ingestelde datum van kracht{rest}"
    return ground_phrase(norm.grond, norm.niveau)


def ground_phrase(grond: Grond, niveau: Niveau) -> str:
    """Return the same for a grond and a niveau on their own."""
    return _GROND_WOORDEN[grond][niveau]


def source_words(norm: NormInfo) -> str:
    """Return kader, document and place of a norm on one line."""
    kader = f"{norm.kader} (overgenomen uit {norm.overgenomen_uit})" if norm.overgenomen_uit else norm.kader
    return ", ".join(deel for deel in (kader, norm.document, norm.plek) if deel)


def role_words(rol: str, report: Report) -> str:
    """Return who must act, as this school calls that role; a norm without anyone falls to the schoolleider."""
    return _names(report).role(rol.strip()) or _SCHOOLLEIDER


def plan_words(plan: Plan, report: Report) -> str:
    """Return who will fill something in, and before when: "Nog in te vullen door de directeur, vóór 1 december 2026."."""
    return f"Nog in te vullen door {_planned(plan, report)}"


def plan_sentence(plan: Plan, report: Report) -> str:
    """Return the same as a sentence of its own: "De directeur vult dit in, vóór 1 december 2026."."""
    return capitalise(_planned(plan, report, " vult dit in"))


def _planned(plan: Plan, report: Report, doet: str = "") -> str:
    """Return who does it and when: before a date, anything else as the school wrote it."""
    wie = plan.wie.strip()
    door = _names(report).the_role(wie) if wie else f"de {_SCHOOLLEIDER}"
    try:
        wanneer = f", vóór {date_words(date.fromisoformat(plan.wanneer))}"
    except ValueError:
        wanneer = f": {plan.wanneer.strip()}" if plan.wanneer.strip() else ""
    return closed(f"{door}{doet}{wanneer}")


def _names(report: Report) -> Namen:
    """Return what this school calls its people; a report without a readable policy has only the ordinary words."""
    if report.policy is None:
        return Namen({}, Uitbreiding(), report.sector)
    return Namen(report.policy.feiten.get("rollen", {}), report.policy.uitbreiding, report.sector)


def clip(tekst: str, lengte: int) -> str:
    """Return `tekst` on one line, cut at a word so that it has at most `lengte` characters."""
    regel = " ".join(tekst.split())
    if len(regel) <= lengte:
        return regel
    kop = regel[: lengte - 1]
    heel = kop.rsplit(" ", 1)[0]
    return (heel if len(heel) > lengte // 2 else kop).rstrip(" ,;:-") + "…"
