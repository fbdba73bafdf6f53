"""De privacyregel: ziekte gaat nooit als ziekte naar leerplicht of DUO, en telt niet als ongeoorloofd. Uitleg in docs/hygiene.md."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from beleidscheck.trap.gebrek import Gebrek, Gegevens, Kwaal
from beleidscheck.trap.reikwijdte import reach

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beleidscheck.trap.ladder import Actie, Ladder, Signaal, Stap

ZIEK: Final = frozenset(
    {"ziekmeldingen", "ziek_aaneengesloten", "ziekte_uren", "nog_ziek_na_weekend", "zorgwekkend_ziekteverzuim", "medische_reden"}
)
#: Wie zo lang geoorloofd afwezig is, is meestal ziek; leerplicht erbij betrekken mag dan volgens het protocol, melden niet.
GEOORLOOFD: Final = frozenset({"geoorloofd_aaneengesloten", "geoorloofde_uren"})
_LEERPLICHT: Final = "leerplichtambtenaar"
_MELDEN: Final = frozenset({"duo_melden", "lpa_melden", "duo_registreren"})
#: Hierbij krijgt leerplicht de gegevens van de leerling; bij de andere acties gaat het om raad of overleg.
_GEGEVENS: Final = frozenset({"doorgeven", "verwijzen", "brief", "contact", "melden", "registreren", "opschalen"})
_ONGEOORLOOFD: Final = frozenset({"registreren_ongeoorloofd", "informeren_ongeoorloofd"})
_ADVIES: Final = frozenset({"jeugdarts", _LEERPLICHT, "onafhankelijke_ggd_arts"})
#: Een voorwaarde die zegt dat het om het vermoedelijk ongeoorloofde deel gaat.
_NIET_ZIEK: Final = re.compile(
    r"(?<!niet )(?<!geen )ongeoorloofd|spijbel|twijfel|onterecht|niet ziek|(?:geen|zonder) (?:geldige reden|medewerking)"
    r"|vermoed(?!.{0,60}(?:klacht|psych|medisch|ziekte|somber|angst|stoornis|mishandel|zorg))"
    r"|(?:werk|doe)\w* niet mee|niet (?:\w+ )?mee(?:werk|doe)",
    re.IGNORECASE,
)
_ALLEEN: Final = re.compile(r"\balleen\b.{0,60}\bongeoorloofd", re.IGNORECASE)
_TOESTEMMING: Final = re.compile(r"toestemming|instemming|akkoord", re.IGNORECASE)
_ZIEKE_CATEGORIE: Final = frozenset({"ziek", "medisch_bezoek"})
_ZIEKE_REDEN: Final = frozenset({"ziek", "ziekte", "ziek_conform_gemeld", "ziek conform gemeld", "ziekgemeld"})
_VOLWASSEN: Final = 18


def sickness_faults(ladder: Ladder, gegevens: Gegevens) -> Iterator[Gebrek]:
    """Yield every place where sickness goes to leerplicht or DUO as sickness, or counts as unauthorised absence."""
    gezien: set[Actie] = set()
    for stap in ladder.stappen:
        ziek = next((signaal for signaal in stap.signalen if signaal.naam in ZIEK), None)
        lang = next((signaal for signaal in stap.signalen if signaal.naam in GEOORLOOFD), None)
        for actie in ladder.actions(stap) if ziek or lang else ():
            kwaal = _of_sickness(actie) if ziek else _of_long_absence(actie)
            signaal = ziek or lang
            if kwaal is not None and signaal is not None and actie not in gezien:
                gezien.add(actie)
                yield Gebrek(kwaal, (actie.pad, signaal.pad), stap, signaal, actie=actie)
    yield from _in_lists(gegevens)


def _of_sickness(actie: Actie) -> Kwaal | None:
    if _only_unauthorised(actie):
        return None
    if actie.actie in _ONGEOORLOOFD:
        return Kwaal.ZIEKTE_ONGEOORLOOFD
    if actie.actie in _MELDEN or {"DUO", "LPA-registratie"} & {*actie.vastlegging}:
        return Kwaal.ZIEKTE_GEMELD
    if _LEERPLICHT in {actie.wie, *actie.met} and not _TOESTEMMING.search(actie.voorwaarde):
        return Kwaal.ZIEKTE_GEMELD if actie.actie in _GEGEVENS and _LEERPLICHT in actie.met else Kwaal.ZIEKTE_BESPROKEN
    return Kwaal.SCHOOL_BESLIST if _decides_alone(actie) else None


def _of_long_absence(actie: Actie) -> Kwaal | None:
    if _only_unauthorised(actie):
        return None
    if actie.actie in _MELDEN:
        return Kwaal.ZIEKTE_BESPROKEN
    return Kwaal.SCHOOL_BESLIST if _decides_alone(actie) else None


def _only_unauthorised(actie: Actie) -> bool:
    """Return whether the action is about the part that is presumed unauthorised only."""
    toelichting = str(actie.bijzonderheden.get("toelichting", ""))
    return _NIET_ZIEK.search(actie.voorwaarde) is not None or _ALLEEN.search(toelichting) is not None


def _decides_alone(actie: Actie) -> bool:
    return actie.actie == "categorie_bepalen" and not _ADVIES & {*actie.met} and actie.wie != _LEERPLICHT


def _in_lists(gegevens: Gegevens) -> Iterator[Gebrek]:
    """Yield the same outside the steps: kinds of absence, criteria for a voluntary report, registration, partners."""
    yield from _in_kinds(gegevens)
    yield from _in_criteria(gegevens)
    yield from _in_registration(gegevens)
    for pad, rij in gegevens.rows("partners"):
        ziek_bij = [woord for woord in rij.get("betrekken_als", ()) if woord in ZIEK]
        if rij.get("rol") == _LEERPLICHT and ziek_bij:
            yield Gebrek(Kwaal.ZIEKTE_BESPROKEN, ((*pad, "betrekken_als"),), detail="partners", woorden=(ziek_bij[0],))


def _in_kinds(gegevens: Gegevens) -> Iterator[Gebrek]:
    for pad, rij in gegevens.rows("typen"):
        soort, melding = str(rij.get("type", "")), rij.get("melding")
        if soort in _ZIEKE_CATEGORIE and melding in {"verplicht", "vrijwillig"}:
            kwaal = Kwaal.ZIEKTE_GEMELD if melding == "verplicht" else Kwaal.ZIEKTE_BESPROKEN
            yield Gebrek(kwaal, ((*pad, "melding"), (*pad, "type")), detail=f"typen {melding}", woorden=(soort,))
        elif soort == "ziek" and _LEERPLICHT in rij.get("extern", ()):
            yield Gebrek(Kwaal.ZIEKTE_BESPROKEN, ((*pad, "extern"), (*pad, "type")), detail="typen extern", woorden=(soort,))


def _in_criteria(gegevens: Gegevens) -> Iterator[Gebrek]:
    for pad, rij in gegevens.rows("criteria"):
        categorie = str(rij.get("categorie", ""))
        if categorie in _ZIEKE_CATEGORIE or (rij.get("signaal") in ZIEK and not categorie.startswith("ongeoorloofd")):
            plek = "signaal" if rij.get("signaal") in ZIEK else "categorie"
            yield Gebrek(Kwaal.ZIEKTE_GEMELD, ((*pad, plek),), detail="criteria", woorden=(str(rij[plek]),))


def _in_registration(gegevens: Gegevens) -> Iterator[Gebrek]:
    for lijst, sleutel, groep, ziek in (
        ("categorieen", "code", "groep", frozenset({"ziek"})),
        ("eigen_codes", "valt_onder", "groep", frozenset({"ziek"})),
        ("redenen", "reden", "categorie", _ZIEKE_REDEN),
    ):
        for pad, rij in gegevens.rows(lijst):
            if str(rij.get(sleutel, "")).casefold() in ziek and rij.get(groep) == "ongeoorloofd":
                yield Gebrek(Kwaal.ZIEKTE_ONGEOORLOOFD, ((*pad, groep), (*pad, sleutel)), detail=lijst)


def adults_without_consent(ladder: Ladder, gegevens: Gegevens) -> Iterator[Gebrek]:
    """Yield steps for adults that involve their parents while nothing says that the pupil agrees, once for each ladder."""
    if gegevens.ouders_volwassenen:
        return
    per_trap: dict[str, list[tuple[Stap, Actie]]] = {}
    for stap in ladder.stappen:
        actie = next((a for a in stap.acties if "ouder" in a.met and not _TOESTEMMING.search(a.voorwaarde)), None)
        if actie is not None and reach(stap).van >= _VOLWASSEN and not reach(stap).for_nobody():
            per_trap.setdefault(stap.trap, []).append((stap, actie))
    for rij in per_trap.values():
        stap, actie = rij[0]
        meer = (str(len(rij) - 1),) if len(rij) > 1 else ()
        yield Gebrek(Kwaal.VOLWASSEN, tuple((*a.pad, "met") for _, a in rij), stap, _signal(stap), actie=actie, woorden=meer)


def _signal(stap: Stap) -> Signaal | None:
    return stap.signalen[0] if stap.signalen else None
