"""Element 9: de stappen bij afwezigheid, per signaal: wanneer, wie, wat, binnen hoeveel tijd en waar het wordt vastgelegd.

Ondersteuning en sanctie staan altijd apart. Een overgenomen ladder verschijnt helemaal, met de afwijkingen van de school.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.document.beeld import Trede, ladder_beeld
from beleidscheck.document.beleid_acties import action_label, action_row, measure, split_actions
from beleidscheck.document.beleid_delen import (
    Feiten,
    bullets,
    definitions,
    heading,
    is_yes,
    listed,
    paragraph,
    prose_of,
    said,
    table,
    with_heading,
    words_in,
    yes_no,
)
from beleidscheck.document.blokken import Alinea, Lijst, p, t
from beleidscheck.document.signaalzin import counting, signal_phrase, signals_phrase
from beleidscheck.document.taal import capitalise, enumerate_nl, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from beleidscheck.document.blokken import Blok
    from beleidscheck.document.namen import Namen
    from beleidscheck.trap.ladder import Ladder, Stap

_BLOK: Final = "stappen_bij_afwezigheid"
#: Voor wie een stap zonder `geldt_voor` is.
IEDEREEN: Final = "iedereen"
_NAMEN: Final = {
    "ziekte": "Ziekte",
    "verlof": "Verlof",
    "ongeoorloofd": "Ongeoorloofde afwezigheid",
    "te_laat": "Te laat komen",
    "bijzonder": "Bijzondere situaties",
}


@dataclass(frozen=True, slots=True)
class Ladderstap:
    """Een stap van de ladder zoals het document hem toont: de hele stap als gewone waarden, en waar hij vandaan komt."""

    nummer: int
    feiten: Feiten
    uit_kader: bool
    herkomst: str = ""


@dataclass(frozen=True, slots=True)
class Trapdeel:
    """Alle stappen van één trap, met wat voor de hele trap geldt; `anker` is uniek in het document."""

    naam: str
    anker: str
    titel: str
    feiten: Feiten
    treden: tuple[Ladderstap, ...]


#: De plaats van een trap uit het kader; een eigen trap heeft haar nummer in `trappen`.
_KADER: Final = -1


def collect(feiten: Feiten, ladder: Ladder, kadertrappen: Mapping[str, Sequence[Feiten]], namen: Namen) -> tuple[Trapdeel, ...]:
    """Return the whole ladder of the policy by trap, each step with everything the school or the kader says about it.

    Two trappen with the same name (for different pupils, say) stay apart.
    """
    kader = {str(trap.get("trap", "")): trap for trap in kadertrappen.get(ladder.volgt, ())}
    uit_kader = {str(stap.get("id", "")): stap for trap in kader.values() for stap in trap.get("stappen", ())}
    eigen: Sequence[Feiten] = feiten.get(_BLOK, {}).get("trappen", ())
    groepen: dict[tuple[str, int], list[Stap]] = {}
    for stap in ladder.stappen:
        groepen.setdefault((stap.trap, _place(stap, kader, eigen)), []).append(stap)
    for nummer, trap in enumerate(eigen):
        groepen.setdefault((str(trap.get("trap", "")), nummer), [])
    delen: list[Trapdeel] = []
    for (naam, plaats), stappen in groepen.items():
        kop = kader.get(naam, {}) if plaats == _KADER else eigen[plaats]
        treden = tuple(_rung(nummer, stap, feiten, uit_kader) for nummer, stap in enumerate(stappen, 1))
        titel = str(kop.get("titel", "")) or _NAMEN.get(naam, capitalise(namen.word(naam)))
        volgnummer = 1 + sum(deel.naam == naam for deel in delen)
        anker = naam.replace("_", "-") + (f"-{volgnummer}" if volgnummer > 1 else "")
        delen.append(Trapdeel(naam, anker, titel, kop, treden))
    return tuple(delen)


def _place(stap: Stap, kader: Mapping[str, Feiten], eigen: Sequence[Feiten]) -> int:
    """Return the number of the trap that a step belongs to; an added step joins the first trap of that name."""
    if stap.pad[1] == "trappen":
        return int(stap.pad[2])
    if stap.trap in kader:
        return _KADER
    return next((nummer for nummer, trap in enumerate(eigen) if trap.get("trap") == stap.trap), _KADER)


def _rung(nummer: int, stap: Stap, feiten: Feiten, uit_kader: Mapping[str, Feiten]) -> Ladderstap:
    if stap.uit_kader:
        return Ladderstap(nummer, uit_kader.get(stap.id, {}), uit_kader=True)
    eigen: Any = feiten
    for deel in stap.pad:
        eigen = eigen[deel]
    match stap.pad[1]:
        case "vervang":
            return Ladderstap(
                nummer,
                {**uit_kader.get(stap.id, {}), **eigen},
                uit_kader=False,
                herkomst="Deze stap doet de school anders dan het kader dat zij volgt.",
            )
        case "voeg_toe":
            return Ladderstap(nummer, eigen, uit_kader=False, herkomst="Deze stap heeft de school zelf toegevoegd.")
        case _:
            return Ladderstap(nummer, eigen, uit_kader=False)


# ---- Het hele element -----------------------------------------------------------------------------------------------


def steps(
    feiten: Feiten, namen: Namen, delen: Sequence[Trapdeel], kadernamen: Mapping[str, str], vervallen: Sequence[str]
) -> Iterator[Blok]:
    """Yield the steps at absence (element 9); `vervallen` are the titles of the steps that the school left out."""
    yield from prose_of(feiten, "delegatie", onder=2)
    yield from with_heading(3, "Per soort afwezigheid", _types(feiten, namen, delen), "soorten")
    if "volgt" in feiten:
        yield from paragraph(
            f"De stappen hieronder zijn overgenomen uit: {kadernamen.get(str(feiten['volgt']), str(feiten['volgt']))}."
        )
    if vervallen:
        yield from paragraph(f"Van die overgenomen stappen vervallen: {enumerate_nl(vervallen)}.")
    for deel in delen:
        yield heading(3, f"Stappen: {deel.titel[:1].lower()}{deel.titel[1:]}", f"stappen-{deel.anker}")
        yield from _ladder(deel, namen)
    yield from with_heading(
        3, "Vrijwillig melden bij zorgen", _worrying(feiten.get("signaal_zorgelijk_verzuim", {}), namen), "zorgen"
    )
    plan: Feiten = feiten.get("plan_van_aanpak", {})
    yield from with_heading(
        3,
        "Het plan van aanpak",
        definitions(
            ("Wanneer", prose_of(plan, "wanneer", onder=4)),
            ("Wat erin staat", listed(namen, plan.get("onderdelen", ()), "planonderdeel")),
            said(
                "Doelen",
                yes_no(
                    plan,
                    "smart",
                    "De doelen zijn specifiek, meetbaar en aan een tijd gebonden (SMART).",
                    "De doelen hoeven niet SMART te zijn.",
                ),
            ),
        ),
        "plan-van-aanpak",
    )


def _types(feiten: Feiten, namen: Namen, delen: Sequence[Trapdeel]) -> Iterator[Blok]:
    titels = {deel.naam: deel.titel for deel in delen}
    rijen = [
        (
            capitalise(namen.word(str(soort.get("type", "afwezigheid")), "categorie")),
            capitalise(namen.list_roles(soort.get("contact", ()))),
            capitalise(namen.list_roles(soort.get("extern", ()))),
            capitalise(namen.word(str(soort["melding"]), "melding")) if "melding" in soort else "",
            titels.get(str(soort["trap"]), capitalise(namen.word(str(soort["trap"])))) if "trap" in soort else "",
        )
        for soort in feiten.get("typen", ())
    ]
    yield from table(
        "Met wie de school contact heeft en of zij meldt",
        ("Soort afwezigheid", "Contact met", "Partner", "Melding", "Stappen"),
        rijen,
    )


def _worrying(feiten: Feiten, namen: Namen) -> Iterator[Blok]:
    if "afweging_door" in feiten:
        yield from paragraph(
            sentence(f"{namen.the_role(feiten['afweging_door'])} weegt af of de school meldt, ook als dat nog niet hoeft")
        )
    if criteria := feiten.get("criteria"):
        yield from paragraph("Die afweging maakt de school bij:")
        yield Lijst(tuple((p(sentence(_criterion(criterium, namen))),) for criterium in criteria))
    yield from prose_of(feiten, "toelichting")


def _criterion(criterium: Feiten, namen: Namen) -> str:
    soort = f", geregistreerd als {namen.word(criterium['categorie'], 'categorie')}" if "categorie" in criterium else ""
    return " ".join((f"{signal_phrase(criterium, namen)}{soort}.", *counting(criterium)))


# ---- Eén ladder -----------------------------------------------------------------------------------------------------


def _ladder(deel: Trapdeel, namen: Namen) -> Iterator[Blok]:
    telling = namen.word(str(deel.feiten["telt_per"]), "telperiode") if "telt_per" in deel.feiten else ""
    yield from bullets(
        f"Deze stappen gelden voor {scope_phrase(deel.feiten['geldt_voor'], namen)}." if deel.feiten.get("geldt_voor") else "",
        f"De school telt {telling}." if telling else "",
        sentence(str(deel.feiten.get("coulance", ""))),
    )
    yield from prose_of(deel.feiten, "toelichting")
    if len(deel.treden) > 1:
        yield ladder_beeld(
            f"ladder-{deel.anker}",
            f"De stappen in één beeld: {deel.titel[:1].lower()}{deel.titel[1:]}",
            [_drawn(deel, trede, namen) for trede in deel.treden],
        )
    for trede in deel.treden:
        yield from _step(deel, trede, namen)


def when_and_for_whom(signalen: Sequence[Feiten], namen: Namen, *beperkt: Feiten) -> str:
    """Return when a step begins, with for whom when `beperkt` (trap, step) is not for everyone; empty without signals."""
    wanneer = capitalise(signals_phrase(signalen, namen))
    bereik = [scope_phrase(feiten["geldt_voor"], namen) for feiten in beperkt if feiten.get("geldt_voor")]
    return f"{wanneer} (geldt voor {'; '.join(bereik)})" if wanneer and bereik else wanneer


def _drawn(deel: Trapdeel, trede: Ladderstap, namen: Namen) -> Trede:
    gewoon, sancties = split_actions(trede.feiten, namen)
    return Trede(
        when_and_for_whom(trede.feiten.get("bij", []), namen, deel.feiten, trede.feiten) or step_name(trede),
        tuple(dict.fromkeys(action_label(actie, namen) for actie in gewoon)),
        tuple(
            dict.fromkeys(
                measure(actie["sanctie"], namen) if actie.get("sanctie") else action_label(actie, namen) for actie in sancties
            )
        ),
    )


def step_name(trede: Ladderstap) -> str:
    """Return the name of a step: its number, with its title when it has one."""
    titel = str(trede.feiten.get("titel", ""))
    return f"Stap {trede.nummer}: {titel[:1].lower()}{titel[1:]}" if titel else f"Stap {trede.nummer}"


def _step(deel: Trapdeel, trede: Ladderstap, namen: Namen) -> Iterator[Blok]:
    signalen = trede.feiten.get("bij", [])
    eerste = "titel" not in trede.feiten and len(signalen) == 1
    yield heading(4, f"{step_name(trede)}: {signal_phrase(signalen[0], namen)}" if eerste else step_name(trede))
    if trede.herkomst:
        yield Alinea(t(trede.herkomst), "klein")
    if signalen and not eerste:
        yield from _when(signalen, namen)
    if telling := dict.fromkeys(zin for signaal in signalen for zin in counting(signaal)):
        yield Alinea(t(" ".join(telling)), "klein")
    if trede.feiten.get("geldt_voor"):
        yield p(f"Deze stap geldt voor {scope_phrase(trede.feiten['geldt_voor'], namen)}.")
    if "inclusief_vorige" in trede.feiten:
        yield p(
            "Ook alles van de vorige stap gebeurt."
            if is_yes(trede.feiten["inclusief_vorige"])
            else "De acties van de vorige stap horen hier niet bij."
        )
    gewoon, sancties = split_actions(trede.feiten, namen)
    wanneer = f"stap {trede.nummer}, {deel.titel[:1].lower()}{deel.titel[1:]}"
    yield from table(
        f"Wat er gebeurt bij {wanneer}",
        ("Wie", "Wat", "Binnen", "Waar vastgelegd"),
        [action_row(actie, namen) for actie in gewoon],
    )
    yield from table(
        f"Sanctie bij {wanneer}",
        ("Wie", "Sanctie", "Binnen", "Waar vastgelegd"),
        [action_row(actie, namen) for actie in sancties],
    )
    yield from prose_of(trede.feiten, "toelichting", onder=4)


def _when(signalen: Sequence[Feiten], namen: Namen) -> Iterator[Blok]:
    if len(signalen) == 1:
        yield p(f"Wanneer: {signal_phrase(signalen[0], namen)}.")
        return
    yield p("Eén van deze signalen is genoeg:")
    yield Lijst(tuple((p(sentence(signal_phrase(signaal, namen))),) for signaal in signalen))


def scope_phrase(geldt_voor: Feiten, namen: Namen) -> str:
    """Return for whom a step holds: "locatie Noord, leerjaar 1 en 2, leerlingen van 12 tot 18 jaar"."""
    leeftijd: Feiten = geldt_voor.get("leeftijd", {})
    van, tot = (str(leeftijd.get(sleutel, "")) for sleutel in ("van", "tot"))
    jaren = (
        f"{namen.leerlingen} {f'van {van} tot {tot} jaar' if van and tot else f'vanaf {van} jaar' if van else f'jonger dan {tot} jaar'}"
        if van or tot
        else ""
    )
    delen = [
        f"locatie {enumerate_nl(geldt_voor['locaties'])}" if geldt_voor.get("locaties") else "",
        f"{'groep' if namen.sector in {'po', 'sbo', 'so'} else 'leerjaar'} {enumerate_nl(str(jaar) for jaar in geldt_voor['leerjaren'])}"
        if geldt_voor.get("leerjaren")
        else "",
        words_in(namen, geldt_voor, "onderwijssoorten"),
        jaren,
        enumerate_nl(f"{namen.word(plicht, 'leerplicht')}e {namen.leerlingen}" for plicht in geldt_voor.get("leerplicht", ())),
    ]
    return "; ".join(deel for deel in delen if deel) or IEDEREEN
