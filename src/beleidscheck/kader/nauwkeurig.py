"""De nauwkeurige keuring van een kader van een ander: namen, datums, woorden en waarden die in geen enkel beleid kunnen staan."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any, Final, get_args

from beleidscheck.beleid.keuzes import Sector
from beleidscheck.beleid.paden import zoek_veld
from beleidscheck.beleid.woorden import ROLLEN, woorden_van, zoek
from beleidscheck.errors import Fault
from beleidscheck.hoeveelheid import QuantityError, parse_hoeveelheid, parse_ritme
from beleidscheck.kader.botsing import inner
from beleidscheck.source import dotted
from beleidscheck.toetsen import Als, Bevat, Dekt, EenItem, ElkItem, Gelijk, Grens, Keuze, Verklaring, Voorwaarde
from beleidscheck.toetsen.basis import enumerate_nl

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from beleidscheck.beleid.paden import Veld
    from beleidscheck.kader.model import Kader, Norm
    from beleidscheck.toetsen import ToetsBasis
    from beleidscheck.trap.ladder import Pad

#: Wie een kader is: kleine letters, cijfers en streepjes; in de versie ook punten.
_ID: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")
_VERSIE: Final = re.compile(r"[a-z0-9][a-z0-9.-]{0,79}")
_REF: Final = re.compile(rf"{_ID.pattern}@{_VERSIE.pattern}")
_NORM: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,119}")
_CLUSTER: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")
_WOORD: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}")
_DATUM: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
SECTOREN: Final[tuple[str, ...]] = get_args(get_args(Sector)[0])
_DATUMVELDEN: Final = ("geldig_van", "geldig_tot", "in_werking_op")
#: Meer dan dit heeft geen enkel kader nodig, en het houdt een toets vlot.
MAX_TERMEN: Final = 120
MAX_STAPPEN: Final = 200
MAX_VASTE_NAMEN: Final = 20
#: De woordenlijsten waarvan elk woord bekend moet zijn; een ander woord weigert ook het beleid.
_STRENG: Final = frozenset({"rol", "actie", "plaats", "signaal"})


def precise_faults(kader: Kader) -> Iterator[Fault]:
    """Yield what is wrong with names, dates, words and values; the places are in the file of the kader itself."""
    yield from _head(kader)
    yield from _sizes(kader)
    yield from _dates(kader)
    yield from _words(kader)
    yield from _terms(kader)
    for nummer, norm in enumerate(kader.eigen.normen):
        yield from _norm(kader, ("normen", nummer), norm)


def _fault(kader: Kader, pad: Pad, zin: str, remedie: str, *, key: bool = False) -> Fault:
    plek = kader.source.position(pad, key=key)
    return Fault("kader", zin, remedie, regel=plek.regel, kolom=plek.kolom, pad=dotted(pad))


# ---- De kop ------------------------------------------------------------------------------------------------------


def _head(kader: Kader) -> Iterator[Fault]:
    eigen = kader.eigen
    if not _ID.fullmatch(eigen.id):
        yield _fault(
            kader,
            ("id",),
            f"Het id «{eigen.id}» kan niet.",
            "Gebruik alleen kleine letters, cijfers en streepjes, bijvoorbeeld `mijn-regio`.",
        )
    if not _VERSIE.fullmatch(eigen.versie):
        yield _fault(
            kader,
            ("versie",),
            f"De versie «{eigen.versie}» kan niet.",
            "Gebruik kleine letters, cijfers, punten en streepjes, bijvoorbeeld `2026-2027`.",
        )
    if eigen.regio is not None and not _ID.fullmatch(eigen.regio):
        yield _fault(
            kader,
            ("regio",),
            f"De regio «{eigen.regio}» kan niet.",
            "Gebruik kleine letters, cijfers en streepjes, zoals in `school.regio`.",
        )
    yield from _sectors(kader, ("sectoren",), eigen.sectoren)
    if not eigen.normen and kader.basis is None:
        yield _fault(
            kader,
            ("normen",),
            "Dit kader heeft geen enkele norm.",
            "Voeg een norm toe, of zet bij `gebaseerd_op` waar dit kader op rust.",
        )
    if eigen.opvolger_van is not None:
        if not _REF.fullmatch(eigen.opvolger_van):
            yield _fault(
                kader,
                ("opvolger_van",),
                f"«{eigen.opvolger_van}» is geen kader met een versie.",
                "Schrijf bijvoorbeeld `mijn-regio@2025`.",
            )
        elif eigen.opvolger_van == kader.ref:
            yield _fault(
                kader,
                ("opvolger_van",),
                "Dit kader heet de opvolger van zichzelf.",
                "Geef het een nieuwe versie, of haal deze regel weg.",
            )
    for veld in ("naam", "toelichting"):
        if not getattr(eigen, veld).strip():
            yield _fault(kader, (veld,), f"Bij `{veld}` staat niets.", "Vul het in; een lezer ziet dit als eerste.")


def _sizes(kader: Kader) -> Iterator[Fault]:
    stappen = sum(len(trap["stappen"]) for trap in kader.eigen.trappen if isinstance(trap.get("stappen"), list))
    for pad, aantal, hoogstens, wat in (
        (("termen",), len(kader.eigen.termen), MAX_TERMEN, "termen"),
        (("trappen",), stappen, MAX_STAPPEN, "stappen"),
        (
            ("termen",),
            max((len(term.niet_in) for term in kader.eigen.termen), default=0),
            MAX_VASTE_NAMEN,
            "vaste namen bij één term",
        ),
    ):
        if aantal > hoogstens:
            yield _fault(
                kader,
                pad,
                f"Dit kader heeft {aantal} {wat}; er passen er hooguit {hoogstens}.",
                "Verdeel het over meer kaders, of laat weg wat niemand toetst.",
                key=True,
            )


def _sectors(kader: Kader, pad: Pad, sectoren: Iterable[str]) -> Iterator[Fault]:
    for nummer, sector in enumerate(sectoren):
        if sector not in SECTOREN:
            yield _fault(
                kader, (*pad, nummer), f"De sector «{sector}» bestaat niet.", f"Kies uit {enumerate_nl(SECTOREN, 'of')}."
            )


def _dates(kader: Kader) -> Iterator[Fault]:
    eigen = kader.eigen
    goed = {}
    for veld in _DATUMVELDEN:
        gegeven = getattr(eigen, veld)
        if gegeven is None:
            continue
        if (dag := _day(gegeven)) is None:
            yield _fault(
                kader,
                (veld,),
                f"«{gegeven}» bij `{veld}` is geen datum die bestaat.",
                "Schrijf jaar-maand-dag, bijvoorbeeld `2026-08-01`.",
            )
        else:
            goed[veld] = dag
    if "geldig_tot" in goed and "geldig_van" in goed and goed["geldig_tot"] < goed["geldig_van"]:
        zin = f"Het kader geldt tot en met {eigen.geldig_tot}, maar begint pas op {eigen.geldig_van}."
        yield _fault(kader, ("geldig_tot",), zin, "Zet bij `geldig_tot` een dag op of na `geldig_van`.")
    if eigen.status == "verlopen" and eigen.geldig_tot is None:
        yield _fault(
            kader, ("status",), "De status is «verlopen», maar er staat niet tot wanneer het kader gold.", "Vul `geldig_tot` in."
        )
    if (
        eigen.in_werking_op is not None
        and kader.bestand.status != "wetsvoorstel"
        and all(norm.grond != "wetsvoorstel" for norm in kader.normen)
    ):
        zin = "Er staat een dag van inwerkingtreding, maar geen norm rust op een wetsvoorstel."
        yield _fault(
            kader, ("in_werking_op",), zin, "Haal `in_werking_op` weg; wanneer het kader zelf begint, staat bij `geldig_van`."
        )
    for naam, bron in eigen.bronnen.items():
        if not re.fullmatch(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?", bron.datum):
            yield _fault(
                kader,
                ("bronnen", naam, "datum"),
                f"«{bron.datum}» is geen datum van een bron.",
                "Schrijf een jaar, een jaar en maand, of een hele datum: `2026-07-07`.",
            )


def _day(tekst: str) -> date | None:
    if not _DATUM.fullmatch(tekst):
        return None
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        return None


# ---- Woorden en termen -------------------------------------------------------------------------------------------


def _words(kader: Kader) -> Iterator[Fault]:
    lijst = kader.eigen.woordenlijst
    for naam in ("rollen", "plaatsen", "acties", "signalen", "woorden"):
        for woord, info in getattr(lijst, naam).items():
            pad: Pad = ("woordenlijst", naam, woord)
            if not _WOORD.fullmatch(woord):
                zin = f"«{woord}» kan geen vast woord zijn."
                yield _fault(
                    kader, pad, zin, "Gebruik letters, cijfers en lage streepjes; de leesbare naam staat bij `label`.", key=True
                )
            if not info.label.strip():
                yield _fault(kader, (*pad, "label"), f"Het woord «{woord}» heeft geen leesbare naam.", "Vul `label` in.")


def _terms(kader: Kader) -> Iterator[Fault]:
    gezien: dict[str, int] = {}
    for nummer, term in enumerate(kader.eigen.termen):
        pad: Pad = ("termen", nummer)
        oud = term.oud.strip().casefold()
        if not oud or not term.nieuw.strip():
            yield _fault(kader, pad, "Bij deze term ontbreekt het oude of het nieuwe woord.", "Vul `oud` en `nieuw` in.")
        elif oud == term.nieuw.strip().casefold():
            yield _fault(kader, pad, f"De term «{term.oud}» wordt door zichzelf vervangen.", "Zet bij `nieuw` een ander woord.")
        elif oud in gezien:
            eerste = kader.source.position(("termen", gezien[oud])).regel
            yield _fault(kader, pad, f"De term «{term.oud}» staat er twee keer; de eerste op regel {eerste}.", "Haal er één weg.")
        gezien.setdefault(oud, nummer)
        for plek, naam in enumerate(term.niet_in):
            if oud and oud not in naam.casefold():
                zin = f"In de vaste naam «{naam}» komt «{term.oud}» niet voor."
                yield _fault(
                    kader, (*pad, "niet_in", plek), zin, "Noem bij `niet_in` alleen vaste namen waar de oude term in staat."
                )


# ---- Normen ------------------------------------------------------------------------------------------------------


def _norm(kader: Kader, pad: Pad, norm: Norm) -> Iterator[Fault]:
    def fault(onder: Pad, zin: str, remedie: str) -> Fault:
        return _fault(kader, (*pad, *onder), f"Norm «{norm.id}»: {zin}", remedie)

    if not _NORM.fullmatch(norm.id):
        yield fault(
            ("id",),
            "dit id kan niet.",
            "Begin met een letter of cijfer, en gebruik alleen letters, cijfers, punten en streepjes.",
        )
    if not _CLUSTER.fullmatch(norm.cluster):
        yield fault(
            ("cluster",), f"de naam van het cluster «{norm.cluster}» kan niet.", "Gebruik kleine letters, cijfers en streepjes."
        )
    rollen = {**ROLLEN, **kader.uitbreiding.rollen}
    if norm.aan_zet not in rollen:
        yield fault(
            ("aan_zet",),
            f"de rol «{norm.aan_zet}» bij `aan_zet` is niet bekend.",
            "Kies een bekende rol, of zet haar in de woordenlijst van het kader.",
        )
    for veld in (naam for naam in ("titel", "zegt", "plek", "uitleg", "vraag") if not getattr(norm, naam).strip()):
        yield fault((veld,), f"bij `{veld}` staat niets.", "Vul het in; de lezer van het rapport heeft het nodig.")
    if not norm.herstel.voorbeeld.strip():
        yield fault(
            ("herstel", "voorbeeld"), "er is geen voorbeeldzin.", "Schrijf een zin die een school zo kan overnemen en aanpassen."
        )
    yield from _sectors(kader, (*pad, "geldt_voor", "sectoren"), norm.geldt_voor.sectoren)
    yield from (fault(("geldt_voor", sleutel), zin, doen) for sleutel, zin, doen in _scope(kader, norm))
    yield from (fault(("toetsen", *plek), zin, doen) for plek, zin, doen in _tests(kader, norm.toetsen))
    if norm.lezing:
        for soort in ("strengste", "ruimste"):
            yield from (
                fault(("lezing", soort, *plek), zin, doen) for plek, zin, doen in _tests(kader, getattr(norm.lezing, soort))
            )
        if not norm.lezing.notitie.strip():
            yield fault(
                ("lezing", "notitie"),
                "bij deze lezing staat geen notitie.",
                "Leg uit waar de bronnen verschillen; die zin komt in het rapport.",
            )


def _scope(kader: Kader, norm: Norm) -> Iterator[tuple[str, str, str]]:
    """Yield why a norm is for nobody."""
    samen = set(kader.bestand.sectoren) & set(norm.geldt_voor.sectoren)
    if kader.bestand.sectoren and norm.geldt_voor.sectoren and not samen:
        yield (
            "sectoren",
            "deze norm geldt voor geen enkele school van dit kader.",
            "Kies sectoren die ook boven in het kader staan.",
        )
    if (
        norm.geldt_voor.leeftijd == "vanaf_18"
        and norm.geldt_voor.sectoren
        and set(norm.geldt_voor.sectoren) <= {"po", "sbo", "so"}
    ):
        yield ("leeftijd", "in deze sectoren zijn geen leerlingen van 18 jaar of ouder.", "Pas de leeftijd of de sectoren aan.")


def _tests(kader: Kader, toetsen: Iterable[ToetsBasis]) -> Iterator[tuple[Pad, str, str]]:
    for nummer, toets in enumerate(toetsen):
        for deel in inner(toets):
            for vraag in (deel, deel.als) if isinstance(deel, Als) else (deel,):
                yield from (((nummer,), zin, doen) for zin, doen in _values(kader, vraag))


def _values(kader: Kader, toets: ToetsBasis) -> Iterator[tuple[str, str]]:
    """Yield the values in a test that no policy can have at that field."""
    match toets:
        case Gelijk():
            yield from _one(kader, toets.veld, [toets.waarde])
        case Keuze():
            yield from _one(kader, toets.veld, toets.waarden)
        case Bevat():
            yield from _in_list(kader, toets.veld, [*toets.alle, *toets.een_van])
        case Grens():
            yield from _limit(kader, toets.veld, toets.hoogstens if toets.hoogstens is not None else toets.minstens)
        case Dekt():
            yield from _one(kader, f"{toets.veld}[].{toets.sleutel}", toets.waarden)
        case EenItem() | ElkItem():
            for sleutel, eis in toets.waar.items():
                yield from _condition(kader, f"{toets.veld}[].{sleutel}", eis)
        case Verklaring():
            yield from _one(kader, "verklaringen[].onderwerp", [toets.onderwerp])


def _condition(kader: Kader, veld: str, eis: Voorwaarde) -> Iterator[tuple[str, str]]:
    if eis.gelijk is not None or eis.uit:
        yield from _one(kader, veld, [eis.gelijk] if eis.gelijk is not None else eis.uit)
    elif eis.bevat or eis.een_van:
        yield from _in_list(kader, veld, [*eis.bevat, *eis.een_van])
    elif (grens := eis.hoogstens if eis.hoogstens is not None else eis.minstens) is not None:
        yield from _limit(kader, veld, grens)


def _in_list(kader: Kader, naam: str, waarden: Iterable[Any]) -> Iterator[tuple[str, str]]:
    veld = zoek_veld(naam, kader.uitbreiding)
    if veld is None:
        return
    if veld.item is not None:
        yield from _fit(kader, naam, veld.item, waarden)
    elif veld.veldtype == "object":
        yield f"bij `{naam}` staat een blok, geen lijst.", "Toets een veld binnen dat blok."
    else:
        yield from _fit(kader, naam, veld, waarden)


def _one(kader: Kader, naam: str, waarden: Iterable[Any]) -> Iterator[tuple[str, str]]:
    veld = zoek_veld(naam, kader.uitbreiding)
    if veld is None:
        return  # dat meldt de keuring van de velden al
    if veld.veldtype == "lijst":
        yield f"bij `{naam}` staat een lijst, en die is nooit gelijk aan één waarde.", "Gebruik de soort `bevat`."
    elif veld.veldtype == "object":
        yield f"bij `{naam}` staat een blok, geen enkele waarde.", "Toets een veld binnen dat blok, of gebruik de soort `gevuld`."
    else:
        yield from _fit(kader, naam, veld, waarden)


def _fit(kader: Kader, naam: str, veld: Veld, waarden: Iterable[Any]) -> Iterator[tuple[str, str]]:
    for waarde in waarden:
        match veld.veldtype, waarde:
            case "ja_nee", bool():
                pass
            case "ja_nee", _:
                doen = {"ja": "Schrijf `true`.", "nee": "Schrijf `false`."}.get(str(waarde), "Schrijf `true` of `false`.")
                yield f"bij `{naam}` staat ja of nee, nooit «{waarde}».", doen
            case _, bool():
                yield f"bij `{naam}` staat nooit ja of nee.", "Kies een waarde die in dat veld past."
            case "getal", int() | float():
                pass
            case "getal", _:
                yield f"bij `{naam}` staat een getal, nooit «{waarde}».", "Schrijf het getal zonder aanhalingstekens."
            case _, int() | float():
                yield (
                    f"bij `{naam}` staat een tekst of woord, nooit het getal {waarde}.",
                    f'Zet er aanhalingstekens om: `"{waarde}"`.',
                )
            case _:
                yield from _known(kader, naam, veld, waarde)


def _known(kader: Kader, naam: str, veld: Veld, waarde: str) -> Iterator[tuple[str, str]]:
    woorden = woorden_van(veld.woorden, kader.uitbreiding) if veld.woorden else {}
    if woorden and waarde not in woorden and (veld.gesloten or veld.woorden in _STRENG):
        lijst = (
            "Zet het in de woordenlijst van het kader, of kies een bekend woord."
            if veld.woorden in _STRENG
            else f"Kies uit {enumerate_nl(list(woorden)[:12], 'of')}."
        )
        yield f"het woord «{waarde}» is bij `{naam}` niet bekend.", lijst
    elif veld.veldtype in {"hoeveelheid", "ritme"} and not _is_quantity(waarde) and waarde not in {"bij_start", "eenmalig"}:
        yield (
            f"bij `{naam}` staat een hoeveelheid of ritme, nooit «{waarde}».",
            "Schrijf bijvoorbeeld `4 keer`, `6 weken` of `jaarlijks`.",
        )
    elif veld.veldtype == "datum" and _day(waarde) is None:
        yield f"bij `{naam}` staat een datum, nooit «{waarde}».", "Schrijf jaar-maand-dag."


def _limit(kader: Kader, naam: str, grens: str | int | None) -> Iterator[tuple[str, str]]:
    veld = zoek_veld(naam, kader.uitbreiding)
    if veld is None or grens is None:
        return
    if veld.veldtype == "getal" and isinstance(grens, str):
        yield f"bij `{naam}` staat een getal, maar de grens is «{grens}».", "Schrijf de grens als getal, zonder eenheid."
    elif veld.veldtype in {"hoeveelheid", "ritme"} and not isinstance(grens, str):
        yield (
            f"bij `{naam}` staat een hoeveelheid met een eenheid, maar de grens is het getal {grens}.",
            f"Schrijf de eenheid erbij, bijvoorbeeld `{grens} weken`.",
        )
    elif veld.veldtype in {"ja_nee", "proza", "lijst", "object", "datum"}:
        yield f"bij `{naam}` staat niets wat hoger of lager kan zijn.", "Kies een veld met een getal, hoeveelheid of ritme."


def _is_quantity(tekst: str) -> bool:
    for lees in (parse_hoeveelheid, parse_ritme):
        try:
            lees(tekst)
        except QuantityError:
            continue
        return True
    return False


def unknown_open_words(kader: Kader) -> Iterator[Fault]:
    """Yield words at a field with an open list that are not on it: allowed, but a slip makes a norm that nobody meets."""
    for nummer, norm in enumerate(kader.eigen.normen):
        for i, toets in enumerate(norm.toetsen):
            for deel in inner(toets):
                for naam, waarde in _open_values(deel):
                    veld = zoek_veld(naam, kader.uitbreiding)
                    woorden = woorden_van(veld.woorden, kader.uitbreiding) if veld and veld.woorden else {}
                    vrij = woorden and veld and not veld.gesloten and veld.woorden not in _STRENG
                    if vrij and waarde not in woorden and zoek(waarde, uitbreiding=kader.uitbreiding) is None:
                        zin = f"Norm «{norm.id}»: het woord «{waarde}» staat niet in de lijst bij `{naam}`."
                        yield _fault(
                            kader,
                            ("normen", nummer, "toetsen", i),
                            zin,
                            "Controleer de schrijfwijze, of zet het bij `woordenlijst.woorden`.",
                        )


def _open_values(toets: ToetsBasis) -> Iterator[tuple[str, str]]:
    paren: list[tuple[str, Iterable[Any]]] = []
    match toets:
        case Gelijk():
            paren = [(toets.veld, [toets.waarde])]
        case Keuze():
            paren = [(toets.veld, toets.waarden)]
        case Bevat():
            paren = [(f"{toets.veld}[]", [*toets.alle, *toets.een_van])]
        case Dekt():
            paren = [(f"{toets.veld}[].{toets.sleutel}", toets.waarden)]
        case EenItem() | ElkItem():
            for sleutel, eis in toets.waar.items():
                paren.append((f"{toets.veld}[].{sleutel}", [eis.gelijk, *eis.uit]))
                paren.append((f"{toets.veld}[].{sleutel}[]", [*eis.bevat, *eis.een_van]))
    yield from ((naam, waarde) for naam, waarden in paren for waarde in waarden if isinstance(waarde, str))
