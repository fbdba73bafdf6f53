"""Wat in het beleid zelf niet klopt, los van een norm: tegenspraak, opvultekst, oude datums, rollen die niemand vervult, afwijkingen."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from beleidscheck.bevinding import Feit, Gewicht, Grond, Melding, Oordeel
from beleidscheck.check.afwijkingen import ends_on, is_complete
from beleidscheck.check.normen import Feitboek
from beleidscheck.check.trapmeldingen import ladder_meldingen
from beleidscheck.check.volledig import incomplete
from beleidscheck.hoeveelheid import kort
from beleidscheck.proza import lint_prose
from beleidscheck.source import parse_dotted
from beleidscheck.toetsen.tekst import filler

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from beleidscheck.bevinding import Bevinding
    from beleidscheck.check.tegenspraak import Tegenspraak
    from beleidscheck.kader import Kader
    from beleidscheck.policy import Policy
    from beleidscheck.proza import Advies, Vindplaats
    from beleidscheck.trap.ladder import Ladder, Pad

#: Rollen die een school zelf moet invullen; een partner van buiten staat bij `samenwerking.partners`.
EIGEN_ROLLEN: Final = frozenset(
    {
        "directeur",
        "mt",
        "meldpunt",
        "docent",
        "mentor",
        "leerjaarcoordinator",
        "verzuimcoordinator",
        "oco",
        "functionaris_gegevensbescherming",
    }
)
_ROLVELDEN: Final = frozenset(
    {"wie", "rol", "regie", "met", "trekker", "deelnemers", "via", "beslist", "bij", "door", "afweging_door"}
)
_LANG_GELEDEN: Final = timedelta(days=4 * 365)
_VERKLARING_OUD: Final = timedelta(days=2 * 365)
_WAARSCHUW: Final = timedelta(days=30)


def find_meldingen(
    policy: Policy,
    kaders: Sequence[Kader],
    ladder: Ladder,
    bevindingen: Sequence[Bevinding],
    tegenspraken: Sequence[Tegenspraak],
) -> tuple[Melding, ...]:
    """Return what is wrong with the policy itself, heaviest first, then in the order of the file."""
    boek = Feitboek(policy)
    onvervuld = _unfilled_roles(boek)
    gevonden = [
        *_contradictions(boek, tegenspraken),
        *_ladder(boek, ladder),
        *ladder_meldingen(boek, ladder, onvervuld),
        *_deviations(boek, bevindingen),
        *_texts(boek, kaders),
        *_dates(boek),
        *_roles(onvervuld),
        *_unfinished(boek),
        *_words(boek),
        *_prose(boek, kaders, ladder, tegenspraken),
    ]
    return tuple(sorted(gevonden, key=lambda m: (m.gewicht.rang, m.feiten[0].plaats.regel, m.feiten[0].plaats.kolom, m.code)))


def _contradictions(boek: Feitboek, tegenspraken: Sequence[Tegenspraak]) -> Iterator[Melding]:
    for tegen in tegenspraken:
        gewicht = Gewicht.TEKORT if tegen.ernstig else Gewicht.AANDACHTSPUNT
        feiten = boek.facts((tegen.een, tegen.ander))
        yield Melding(tegen.code, tegen.titel, tegen.zin, tegen.te_doen, gewicht, feiten)


def _ladder(boek: Feitboek, ladder: Ladder) -> Iterator[Melding]:
    for stap_id, pad in ladder.onbekende_ids:
        bekend = ", ".join(stap.id for stap in ladder.stappen if stap.id)
        gewicht, gevolg = Gewicht.TEKORT, "uw afwijking heeft dus geen effect"
        if pad[-1] == "na":
            gewicht, gevolg = Gewicht.AANDACHTSPUNT, "uw stap komt daarom achteraan"
        zin = f"De stap «{stap_id}» staat niet in uw trappen; {gevolg}."
        doen = f"Kies een van deze stappen: {bekend}."
        yield Melding("onbekende-stap", "Onbekende stap", zin, doen, gewicht, (boek.fact(pad),))


def _deviations(boek: Feitboek, bevindingen: Sequence[Bevinding]) -> Iterator[Melding]:
    per_norm = {bevinding.norm.id: bevinding for bevinding in bevindingen}
    for nummer, afwijking in enumerate(boek.policy.beleid.afwijkingen or ()):
        feit = (boek.fact(("afwijkingen", nummer, "norm")),)
        norm = afwijking.norm or ""
        tot = ends_on(afwijking, boek.policy)
        if not is_complete(afwijking):
            yield Melding(
                "afwijking-onvolledig",
                "Afwijking is niet af",
                "Bij deze afwijking ontbreekt de norm, de reden of wie besloot; zij telt daarom niet.",
                "Vul `norm`, `reden` en `besloten_door` in.",
                Gewicht.AANDACHTSPUNT,
                feit,
            )
        elif norm not in per_norm:
            zin = f"De norm «{norm}» staat in geen van de kaders waaraan dit beleid wordt getoetst."
            yield Melding(
                "afwijking-onbekend",
                "Afwijking van een onbekende norm",
                zin,
                "Controleer het id met `beleidscheck uitleg`.",
                Gewicht.AANDACHTSPUNT,
                feit,
            )
        elif per_norm[norm].norm.grond is Grond.WET or per_norm[norm].norm.van_kracht_op:
            reden = "het is een wettelijke plicht" if per_norm[norm].norm.grond is Grond.WET else "volgens de ingestelde datum is het wetsvoorstel van kracht"
            zin = f"Van «{per_norm[norm].norm.titel}» kan de school niet afwijken: {reden}."
            yield Melding(
                "afwijking-van-wet",
                "Afwijken van de wet kan niet",
                zin,
                "Haal deze afwijking weg en regel het.",
                Gewicht.AANDACHTSPUNT,
                feit,
            )
        elif boek.policy.peildatum > tot:
            zin = f"De afwijking van «{per_norm[norm].norm.titel}» is op {tot.isoformat()} verlopen en telt niet meer."
            yield Melding(
                "afwijking-verlopen",
                "Afwijking is verlopen",
                zin,
                "Neem een nieuw besluit of regel het alsnog.",
                Gewicht.AANDACHTSPUNT,
                feit,
            )
        elif per_norm[norm].oordeel is not Oordeel.AFWIJKING:
            zin = f"De afwijking van «{per_norm[norm].norm.titel}» is niet nodig: het oordeel is «{per_norm[norm].oordeel}»."
            yield Melding(
                "afwijking-ongebruikt", "Afwijking is niet nodig", zin, "Haal deze afwijking weg.", Gewicht.AANDACHTSPUNT, feit
            )
        elif tot - boek.policy.peildatum <= _WAARSCHUW:
            zin = f"De afwijking van «{per_norm[norm].norm.titel}» loopt op {tot.isoformat()} af."
            yield Melding(
                "afwijking-loopt-af",
                "Afwijking loopt bijna af",
                zin,
                "Besluit op tijd of de afwijking blijft.",
                Gewicht.TIP,
                feit,
            )


@lru_cache(maxsize=32)
def _examples(kader: Kader) -> dict[str, str]:
    """Return the title of each norm by its example sentence, on one line; the same for every policy."""
    return {" ".join(norm.herstel.voorbeeld.split()): norm.titel for norm in kader.normen}


def _texts(boek: Feitboek, kaders: Sequence[Kader]) -> Iterator[Melding]:
    voorbeelden = {zin: titel for kader in kaders for zin, titel in _examples(kader).items()}
    for pad, tekst in boek.teksten:
        if opvul := filler(tekst):
            zin = f"Hier staat nog opvultekst: «{kort(opvul)}»."
            yield Melding(
                "opvultekst",
                "Opvultekst",
                zin,
                "Vervang de opvultekst door uw eigen tekst, of gebruik `nog_in_te_vullen` met wie en wanneer.",
                Gewicht.AANDACHTSPUNT,
                (boek.fact(pad),),
            )
        elif titel := voorbeelden.get(" ".join(tekst.split())):
            zin = f"Deze tekst is woordelijk de voorbeeldzin bij «{titel}»."
            yield Melding(
                "voorbeeldtekst",
                "Overgenomen voorbeeldzin",
                zin,
                "Maak er de eigen woorden van de school van, zodat lezers de school herkennen.",
                Gewicht.AANDACHTSPUNT,
                (boek.fact(pad),),
            )


def _dates(boek: Feitboek) -> Iterator[Melding]:
    kop, peildatum = boek.policy.beleid.beleid, boek.policy.peildatum
    if kop.volgende_herziening and kop.volgende_herziening < peildatum:
        zin = f"Het beleid zou op {kop.volgende_herziening.isoformat()} herzien zijn; dat is voorbij."
        yield _dated(
            boek,
            "herziening-voorbij",
            "Herziening is te laat",
            zin,
            "Herzie het beleid en kies een nieuwe datum.",
            ("beleid", "volgende_herziening"),
        )
    if kop.vastgesteld_op and peildatum - kop.vastgesteld_op > _LANG_GELEDEN:
        zin = f"Het beleid is vastgesteld op {kop.vastgesteld_op.isoformat()}, meer dan vier jaar geleden."
        yield _dated(
            boek,
            "vaststelling-oud",
            "Lang geleden vastgesteld",
            zin,
            "Stel het beleid opnieuw vast.",
            ("beleid", "vastgesteld_op"),
        )
    if kop.status == "vastgesteld" and kop.vastgesteld_op is None:
        zin = "Het beleid heet vastgesteld, maar er staat niet wanneer."
        yield _dated(
            boek,
            "vaststelling-zonder-datum",
            "Vastgesteld zonder datum",
            zin,
            "Vul `beleid.vastgesteld_op` in.",
            ("beleid", "status"),
        )
    if kop.schooljaar and peildatum > date(int(kop.schooljaar[5:]), 7, 31):
        zin = f"Het beleid is voor schooljaar {kop.schooljaar}; dat is voorbij."
        yield _dated(
            boek,
            "schooljaar-voorbij",
            "Voor een vorig schooljaar",
            zin,
            "Ga na of het beleid nog klopt en pas het schooljaar aan.",
            ("beleid", "schooljaar"),
        )
    if kop.vastgesteld_op and kop.vastgesteld_op > peildatum and kop.status == "vastgesteld":
        zin = f"Het beleid heet vastgesteld, maar de datum ({kop.vastgesteld_op.isoformat()}) ligt na de peildatum."
        yield _dated(
            boek,
            "vaststelling-later",
            "Vastgesteld in de toekomst",
            zin,
            "Controleer de datum, of zet de status op `ter_instemming`.",
            ("beleid", "vastgesteld_op"),
        )
    for nummer, doel in enumerate(boek.policy.feiten.get("visie_en_doel", {}).get("doelen", ())):
        if "peildatum" in doel and date.fromisoformat(doel["peildatum"]) < peildatum:
            zin = f"De peildatum van dit doel ({doel['peildatum']}) is voorbij."
            yield _dated(
                boek,
                "doel-voorbij",
                "Doel met een oude datum",
                zin,
                "Evalueer het doel en kies een nieuwe datum.",
                ("visie_en_doel", "doelen", nummer, "peildatum"),
            )
    for nummer, verklaring in enumerate(boek.policy.feiten.get("verklaringen", ())):
        if "op" in verklaring and peildatum - date.fromisoformat(verklaring["op"]) > _VERKLARING_OUD:
            zin = f"Deze verklaring is van {verklaring['op']}, meer dan twee jaar geleden."
            yield _dated(
                boek,
                "verklaring-oud",
                "Oude verklaring",
                zin,
                "Laat de schoolleiding opnieuw verklaren.",
                ("verklaringen", nummer, "op"),
            )


def _dated(boek: Feitboek, code: str, titel: str, zin: str, te_doen: str, pad: Pad) -> Melding:  # noqa: PLR0913 - alles hoort bij één melding
    return Melding(code, titel, zin, te_doen, Gewicht.AANDACHTSPUNT, (boek.fact(pad),))


def _unfilled_roles(boek: Feitboek) -> dict[str, list[Feit]]:
    """Return where the policy gives a task to a role while it does not say who that is."""
    ingevuld = boek.policy.feiten.get("rollen", {})
    gezien: dict[str, list[Feit]] = {}
    for pad, woord in boek.teksten:
        if woord in EIGEN_ROLLEN and woord not in ingevuld and next(deel for deel in reversed(pad) if isinstance(deel, str)) in _ROLVELDEN:
            gezien.setdefault(woord, []).append(boek.fact(pad))
    return gezien


def _roles(onvervuld: Mapping[str, Sequence[Feit]]) -> Iterator[Melding]:
    for rol, feiten in onvervuld.items():
        keer = f" ({len(feiten)} keer)" if len(feiten) > 1 else ""
        zin = f"De rol `{rol}` heeft een taak{keer}, maar bij `rollen` staat niet wie dat bij u is."
        yield Melding(
            "rol-zonder-invulling",
            "Een rol die niemand vervult",
            zin,
            f"Vul bij `rollen` in wie `{rol}` is, bijvoorbeeld een functie of team.",
            Gewicht.AANDACHTSPUNT,
            tuple(feiten[:3]),
        )


def _unfinished(boek: Feitboek) -> Iterator[Melding]:
    for pad, mist in incomplete(boek.policy.feiten):
        zin = f"Deze regel is nog niet af: {mist} ontbreekt."
        yield Melding(
            "onvolledig",
            "Een regel die niet af is",
            zin,
            f"Vul {mist} aan, of haal de regel weg.",
            Gewicht.AANDACHTSPUNT,
            (boek.fact(pad),),
        )


def _words(boek: Feitboek) -> Iterator[Melding]:
    for waarschuwing in boek.policy.waarschuwingen:
        yield Melding(
            "woord",
            "Bedoelde u een ander woord?",
            waarschuwing.zin,
            waarschuwing.remedie,
            Gewicht.TIP,
            (Feit(waarschuwing.pad, None, boek.fact(parse_dotted(waarschuwing.pad)).plaats),),
        )


#: Meer adviezen van één soort, en meer plaatsen bij één advies, leest niemand in een rapport; `beleidscheck proza` toont ze alle.
_MEESTE_ADVIEZEN: Final = 4
_MEESTE_PLAATSEN: Final = 3


def _prose(boek: Feitboek, kaders: Sequence[Kader], ladder: Ladder, tegenspraken: Sequence[Tegenspraak]) -> Iterator[Melding]:
    """Yield the advice about the text: of each kind the first few, and one tip about the others."""
    al_gemeld = [tegen.een for tegen in tegenspraken if tegen.code == "getal-in-tekst"]
    per_soort: dict[str, list[Advies]] = {}
    for advies in lint_prose(boek.policy, kaders, ladder, al_gemeld):
        per_soort.setdefault(advies.code, []).append(advies)
    for code, adviezen in per_soort.items():
        toon = adviezen if len(adviezen) <= _MEESTE_ADVIEZEN + 1 else adviezen[:_MEESTE_ADVIEZEN]
        for advies in toon:
            yield Melding(code, advies.titel, advies.zin, advies.te_doen, Gewicht.TIP, _places(advies.vindplaatsen[:_MEESTE_PLAATSEN]))
        if rest := adviezen[len(toon) :]:
            waarover = kort(", ".join(f"«{advies.over}»" for advies in rest))
            zin = f"Daarvan zijn er nog {len(rest)}, over {waarover}."
            eerste = _places(advies.vindplaatsen[0] for advies in rest[:_MEESTE_PLAATSEN])
            yield Melding(code, rest[0].titel, zin, "Bekijk ze allemaal met `beleidscheck proza`.", Gewicht.TIP, eerste)


def _places(vindplaatsen: Iterable[Vindplaats]) -> tuple[Feit, ...]:
    return tuple(Feit(plek.veld, plek.zin or plek.woord, plek.plaats) for plek in vindplaatsen)
