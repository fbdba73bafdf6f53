"""Verwijzingen binnen het beleid die nergens uitkomen: ankers, elementen, bijlagen, stappen, trappen en bestanden.

Een verwijzing naar een ander document («hoofdstuk 3 van de schoolgids») is niet van ons en blijft met rust.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.beleid.elementen import ELEMENTEN
from beleidscheck.proza.advies import Plek, Vondst
from beleidscheck.trap.ladder import BLOK

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from beleidscheck.policy import Policy
    from beleidscheck.proza.markdown import Koppeling
    from beleidscheck.proza.velden import Stuk
    from beleidscheck.trap.ladder import Ladder

#: De vaste koppen van het gepubliceerde document, met de velden waaruit zij ontstaan; zonder veld staan zij er altijd.
KOPPEN: Final[dict[str, str]] = {
    "in-het-kort": "",
    "over-dit-document": "",
    "over-de-school": "",
    "wie-doet-wat": "",
    "jaarkalender": "",
    "begrippen": "",
    "wat-gebeurt-er-als": "stappen_bij_afwezigheid",
    "achttien-plus": "doelgroep_18plus",
    "afwijkingen": "afwijkingen",
    "contact": "contacten",
    "medezeggenschap": "medezeggenschap",
    "regionaal": "regionaal",
    "registratie": "registratie",
    "verklaringen": "verklaringen",
    "niveaus": "stimuleren_aanwezigheid.niveaus",
    "melden": "melden_en_verlof.melden",
    "verlof": "melden_en_verlof.verlof",
    "nabellen": "check_en_nabellen.nabellen",
    "soorten": "stappen_bij_afwezigheid.typen",
    "zorgen": "stappen_bij_afwezigheid.signaal_zorgelijk_verzuim",
    "plan-van-aanpak": "stappen_bij_afwezigheid.plan_van_aanpak",
    "partners": "samenwerking.partners",
    "vrijstelling": "langdurig_afwezig.vrijstelling",
    "categorieen": "registratie.categorieen",
    "codes": "registratie.eigen_codes registratie.eigen_redenen",
    "redenen": "registratie.redenen",
}
_LEEG_ELEMENT: Final = frozenset({"nog_in_te_vullen"})
_SCHEMA: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_GENUMMERD: Final = re.compile(r"element|onderdeel|hoofdstuk|paragraaf|par\.|§|bijlage", re.IGNORECASE)
_NUMMER: Final = re.compile(
    r"(?<![^\W_])(?P<soort>element|onderdeel|hoofdstuk|paragraaf|par\.|§|"
    r"bijlage)\s*(?P<nummer>[0-9]{1,3}(?:\.[0-9]{1,2})*|(?<=\s)(?-i:[A-Z]))(?![^\W_])",
    re.IGNORECASE,
)
#: Een bijlage die de school zelf in haar tekst heeft staan: aan het begin van een regel, als titel.
_EIGEN: Final = re.compile(
    r"(?im)(?<=^)bijlage\s+(?:[0-9]{1,3}|[A-Z])(?=\s*(?:[:.\u2013-]|$))|(?<=# )bijlage\s+(?:[0-9]{1,3}|[A-Z])(?![^\W_])"
)
#: Wat erachter staat als het om een ander document gaat.
_ELDERS: Final = re.compile(
    r"\s*[,)]?\s*(?:van|uit|in|bij|op)\s+(?!dit\b)(?!ons\s+(?:beleid|document)\b)(?!het\s+(?:beleid|document)\b)\w", re.IGNORECASE
)
_ELDERS_ERVOOR: Final = re.compile(
    r"(?:wet|rapport|protocol|schoolgids|convenant|model|plan|profiel|statuut|reglement|handboek|gids|handreiking|"
    r"leidraad|WVO|WPO|WEC|Awb)\W+(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)
_STAP: Final = re.compile(
    r"(?<![^\W_])stap(?:pen)?\s+(?:`(?P<code>[^`\s]{1,80})`|"
    r"[\"'‘“«]?(?P<kaal>[A-Za-z][A-Za-z_]*(?:-[A-Za-z0-9_]+)*-[0-9]{1,2})(?![^\W_]))"
)
_TRAP: Final = re.compile(
    r"(?<![^\W_])(?:trap|ladder)\s+(?:`(?P<code>[^`\s]{1,80})`|[\"'‘“«]?(?P<kaal>[a-z]+(?:_[a-z0-9]+)+)(?![^\W_]))", re.IGNORECASE
)
_ERVOOR: Final = 60
_HERKENBAAR: Final = 5


def dead_references(stukken: Sequence[Stuk], policy: Policy, ladder: Ladder) -> Iterator[Vondst]:
    """Yield an advice for each reference that leads nowhere."""
    ankers = anchors(policy, ladder)
    stappen = {stap.id.casefold() for stap in ladder.stappen if stap.id}
    trappen = {naam.casefold() for naam in ladder.trappen()}
    eigen = (
        {treffer[0].casefold() for stuk in stukken for treffer in _EIGEN.finditer(stuk.tekst)}
        if any("ijlage" in stuk.tekst for stuk in stukken)
        else set()
    )
    for stuk in stukken:
        for koppeling in stuk.lees.koppelingen if "[" in stuk.tekst or "<" in stuk.tekst else ():
            if gebrek := _link_fault(koppeling, policy, ankers):
                zin, doen = gebrek
                yield _found(stuk, koppeling.begin, koppeling.eind, zin, doen)
        if _GENUMMERD.search(stuk.tekst):
            yield from _numbered(stuk, policy, eigen)
        klein = stuk.tekst.casefold()
        if "stap" in klein:
            yield from _named(stuk, _STAP, stappen, "stap", "stappen")
        if "trap" in klein or "ladder" in klein:
            yield from _named(stuk, _TRAP, trappen, "trap", "trappen")


def anchors(policy: Policy, ladder: Ladder) -> frozenset[str]:
    """Return where a link inside the published document can lead."""
    koppen = {
        anker for anker, velden in KOPPEN.items() if not velden or any(_filled(policy.feiten, veld) for veld in velden.split())
    }
    trappen = {f"stappen-{_as_anchor(naam)}" for naam in ladder.trappen()}
    regio = {
        f"regio-{_as_anchor(sleutel)}"
        for sleutel, inhoud in policy.feiten.get("regionaal", {}).items()
        if isinstance(inhoud, dict)
    }
    return frozenset(koppen | trappen | regio | {element.sleutel for element in ELEMENTEN})


def _as_anchor(naam: str) -> str:
    return naam.replace("_", "-")


def _filled(feiten: Mapping[str, Any], veld: str) -> bool:
    inhoud: Any = feiten
    for deel in veld.split("."):
        inhoud = inhoud.get(deel) if isinstance(inhoud, dict) else None
    return bool(inhoud)


def _found(stuk: Stuk, begin: int, eind: int, zin: str, te_doen: str) -> Vondst:
    tekst = stuk.tekst[begin:eind]
    return Vondst("dode-verwijzing", zin, te_doen, (Plek(stuk.pad, begin, eind, tekst),), over=tekst)


def _link_fault(koppeling: Koppeling, policy: Policy, ankers: frozenset[str]) -> tuple[str, str] | None:
    from urllib.parse import unquote  # noqa: PLC0415 - alleen wie een link heeft

    naar = unquote(koppeling.naar).strip()
    if not naar:
        return "Deze link heeft geen adres.", "Vul het adres in, of haal de link weg."
    if naar.startswith("#"):
        return None if naar[1:] in ankers else _anchor_fault(naar[1:], ankers)
    return None if _SCHEMA.match(naar) else _file_fault(naar.partition("#")[0].partition("?")[0], policy)


def _anchor_fault(anker: str, ankers: frozenset[str]) -> tuple[str, str]:
    dichtbij = _nearest(anker[:100], tuple(sorted(ankers)))
    bedoeld = (
        f"Bedoelde u `#{dichtbij}`?" if dichtbij else "Kies de naam van een element, zoals `#melden_en_verlof`, of `#contact`."
    )
    return f"De link naar «#{anker[:100]}» komt in het document nergens uit.", bedoeld


def _file_fault(pad: str, policy: Policy) -> tuple[str, str] | None:
    match policy.source.beside(pad):
        case "ontbreekt":
            zin = f"Het bestand «{pad[:100]}» staat niet naast het beleid."
            return zin, "Controleer de naam, of link naar het webadres waar lezers het vinden."
        case "erbuiten":
            zin = f"De link naar «{pad[:100]}» wijst buiten de map van het beleid; een lezer van het document komt daar niet."
            return zin, "Link naar het webadres waar lezers het vinden."
        case _:
            return None


@lru_cache(maxsize=256)
def _nearest(naam: str, bekend: tuple[str, ...]) -> str:
    """Return the known name that looks most like this one, or nothing."""
    import difflib  # noqa: PLC0415 - alleen bij een fout

    begin = (een for een in bekend if len(een) >= _HERKENBAAR and naam.startswith(een))
    return next(iter(difflib.get_close_matches(naam, bekend, n=1, cutoff=0.75)), "") or next(begin, "")


def _numbered(stuk: Stuk, policy: Policy, eigen: set[str]) -> Iterator[Vondst]:
    tekst = stuk.lees.eigen
    for treffer in _NUMMER.finditer(tekst):
        soort, nummer = treffer["soort"].lower(), treffer["nummer"]
        if _ELDERS.match(tekst, treffer.end()) or _ELDERS_ERVOOR.search(
            tekst[max(0, treffer.start() - _ERVOOR) : treffer.start()]
        ):
            continue
        if treffer[0].casefold() in eigen:
            continue
        if soort == "bijlage":
            zin, doen = (
                f"Het gepubliceerde document heeft geen «{treffer[0]}».",
                "Maak er een link van, of zeg in welk document de bijlage staat.",
            )
        elif soort in {"element", "onderdeel", "hoofdstuk"} and nummer.isdigit():
            gebrek = _element_fault(int(nummer), policy, treffer[0])
            if gebrek is None:
                continue
            zin, doen = gebrek
        elif "." in nummer or soort in {"paragraaf", "par.", "§"}:
            zin = f"Het gepubliceerde document heeft geen genummerde paragrafen; «{treffer[0]}» is er niet te vinden."
            doen = "Noem de titel van het onderdeel, of zeg in welk document de paragraaf staat."
        else:
            continue
        yield _found(stuk, treffer.start(), treffer.end(), zin, doen)


def _element_fault(nummer: int, policy: Policy, verwijzing: str) -> tuple[str, str] | None:
    element = next((een for een in ELEMENTEN if een.nummer == nummer), None)
    if element is None:
        return f"Er is geen «{verwijzing}»: de elementen hebben nummer 1 tot en met {len(ELEMENTEN)}.", "Kies het goede nummer."
    inhoud = policy.feiten.get(element.sleutel)
    if not inhoud or not set(inhoud) - _LEEG_ELEMENT:
        zin = f"«{verwijzing}» verwijst naar «{element.titel}», maar dat element is nog niet ingevuld."
        return zin, f"Vul `{element.sleutel}` in, of verwijs naar waar het wel staat."
    return None


def _named(stuk: Stuk, patroon: re.Pattern[str], bekend: set[str], soort: str, meer: str) -> Iterator[Vondst]:
    """Yield references by name, also in code, for so a reader writes them."""
    for treffer in patroon.finditer(stuk.tekst):
        naam = treffer["code"] or treffer["kaal"]
        if naam.casefold() in bekend or not bekend or _ELDERS.match(stuk.tekst, treffer.end()):
            continue
        if stuk.lees.eigen[treffer.start()] != stuk.tekst[treffer.start()]:
            continue  # een aanhaling of een link
        dichtbij = _nearest(naam.casefold()[:80], tuple(sorted(bekend)))
        doen = f"Bedoelde u «{dichtbij}»?" if dichtbij else f"Kies een van deze {meer}: {', '.join(sorted(bekend)[:12])}."
        zin = f"Er is geen {soort} «{naam}» in `{BLOK}`."
        yield _found(stuk, treffer.start(), treffer.end(), zin, doen)
