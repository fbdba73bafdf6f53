"""Compose: het wijzigingsblad van één school, voor de medezeggenschapsraad: wat verandert er, waarom, en wat moet zij zelf beoordelen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from beleidscheck.bevinding import Gewicht, Oordeel
from beleidscheck.document.blokken import Alinea, Code, Codeblok, Document, Groep, Kop, Lijst, Noot, Tabel, Uitklap, cel, p, t
from beleidscheck.document.rapport_bewijs import quote, with_code
from beleidscheck.document.rapport_woorden import (
    closed,
    date_words,
    ground_words,
    list_words,
    number_of,
    number_of_norms,
    number_of_weight,
    role_words,
    sentence,
    uncapitalise,
)
from beleidscheck.document.tekst import encodable
from beleidscheck.document.vergelijk_delen import change_blocks, kader_name, kader_words, kind_sentence, stamp, standing_notes
from beleidscheck.document.vergelijking import norms_per_element
from beleidscheck.report import Status
from beleidscheck.vergelijk.school import TE_DOEN, Gevolg

if TYPE_CHECKING:
    from collections.abc import Sequence

    from beleidscheck.document.blokken import Blok
    from beleidscheck.vergelijk.model import Vergelijking
    from beleidscheck.vergelijk.school import Normgevolg, Schoolgevolg

_KOPPEN: Final[dict[Gevolg, tuple[str, str]]] = {
    Gevolg.ONVOLDOENDE: ("Wat de school nog te regelen heeft", "Dit wordt gevraagd en staat nog niet, of anders, in het beleid."),
    Gevolg.GEWICHT: (
        "Wat al niet in orde was en anders gaat wegen",
        "Ook nu voldoet het beleid hier niet aan. Met het nieuwe kader telt dat zwaarder of lichter.",
    ),
    Gevolg.BLIJFT_OPEN: ("Wat al niet in orde was en dat blijft", "Ook nu voldoet het beleid hier niet aan, en dat telt straks even zwaar."),
    Gevolg.NIET_GETOETST: ("Wat niet te toetsen is", "Hier ontbreekt een gegeven; tot dat er is, valt er niets te zeggen."),
    Gevolg.VOLDOENDE: ("Wat met het nieuwe kader wel in orde is", "Aan de oude norm voldeed het beleid niet, aan de nieuwe wel."),
    Gevolg.VERVALT: ("Wat het nieuwe kader niet meer vraagt", "De school mag hiermee doorgaan; het hoeft niet meer."),
}


def compose_change_sheet(vergelijking: Vergelijking, gevolg: Schoolgevolg) -> Document:
    """Return what a new kader means for one school, for its medezeggenschapsraad."""
    return Document(
        titel="Wijzigingsblad",
        ondertitel=f"Wat {kader_name(vergelijking.nieuw, vergelijking.kaders)} betekent voor {gevolg.naam}",
        blokken=_blocks(vergelijking, gevolg),
        kenmerken=_features(vergelijking, gevolg),
        stempel=stamp(
            vergelijking.oud, vergelijking.nieuw, beleid=gevolg.report.sha256, peildatum=gevolg.report.peildatum.isoformat()
        ),
        sjabloon="rapport",
        inhoudsopgave=gevolg.status not in {Status.ONLEESBAAR, Status.NIETS_GETOETST},
    )


def _features(vergelijking: Vergelijking, gevolg: Schoolgevolg) -> tuple[tuple[str, str], ...]:
    school = f"{gevolg.school} ({gevolg.sector})" if gevolg.sector else gevolg.school
    paren = (
        ("School", school),
        ("Beleid", gevolg.report.beleid_titel),
        ("Bestand", encodable(gevolg.bestand)),
        ("Nu", kader_words(vergelijking.oud, vergelijking.kaders)),
        ("Straks", kader_words(vergelijking.nieuw, vergelijking.kaders)),
        ("Peildatum", date_words(gevolg.report.peildatum)),
    )
    return tuple((naam, waarde) for naam, waarde in paren if waarde)


def _blocks(vergelijking: Vergelijking, gevolg: Schoolgevolg) -> tuple[Blok, ...]:
    if gevolg.status is Status.ONLEESBAAR:
        regels = tuple((p(f"Regel {fout.regel}, kolom {fout.kolom}: {fout.zin} {fout.remedie}".rstrip()),) for fout in gevolg.fouten)
        return (Alinea(t("Dit beleid is niet te lezen, dus er is niets te vergelijken."), "inleiding"), Lijst(regels))
    if gevolg.status is Status.NIETS_GETOETST:
        return (Alinea(t("Voor deze school verandert er niets: geen van beide kaders geldt voor haar."), "inleiding"), p(gevolg.waarom_niets))
    return (
        Alinea(t(summary(vergelijking, gevolg)), "inleiding"),
        *standing_notes(vergelijking),
        *_short(gevolg),
        *_sections(vergelijking, gevolg),
        *_to_judge(gevolg),
        *_unchanged(vergelijking, gevolg),
        *_proposal(gevolg),
        *_limits(),
    )


def summary(vergelijking: Vergelijking, gevolg: Schoolgevolg) -> str:
    """Return in a few sentences what changes for the school."""
    telling = gevolg.telling
    erbij = gevolg.of(Gevolg.ONVOLDOENDE)
    begin = "Wordt dit vastgesteld, dan" if vergelijking.hooguit_aandachtspunt else "Met het nieuwe kader"
    zwaar = [
        number_of_weight(aantal, gewicht)
        for gewicht in (Gewicht.TEKORT, Gewicht.AANDACHTSPUNT)
        if (aantal := sum(een.gewicht is gewicht for een in erbij))
    ]
    tips = sum(een.gewicht is Gewicht.TIP for een in erbij)
    if zwaar:
        zinnen = [f"{begin} heeft deze school meer te regelen dan nu: {list_words(zwaar)}."]
    else:
        zinnen = [f"{begin} heeft deze school niets meer te regelen dan nu."]
    if tips:
        zinnen.append(f"Er {'is' if tips == 1 else 'zijn'} {number_of_weight(tips, Gewicht.TIP)} bij.")
    if al_open := telling[Gevolg.GEWICHT] + telling[Gevolg.BLIJFT_OPEN]:
        anders = telling[Gevolg.GEWICHT]
        weegt = f"; {'bij één daarvan' if anders == 1 else f'bij {anders} daarvan'} verandert hoe zwaar dat weegt" if anders else ""
        zinnen.append(f"{al_open} {'punt is' if al_open == 1 else 'punten zijn'} ook nu al niet in orde{weegt}.")
    if aantal := telling[Gevolg.VOLDOENDE]:
        zinnen.append(f"{aantal} {'punt komt' if aantal == 1 else 'punten komen'} in orde.")
    if aantal := telling[Gevolg.VERVALT]:
        zinnen.append(f"{aantal} {'punt vervalt' if aantal == 1 else 'punten vervallen'}.")
    if aantal := telling[Gevolg.NIET_GETOETST]:
        zinnen.append(f"{aantal} {'punt is' if aantal == 1 else 'punten zijn'} niet te toetsen.")
    if aantal := telling[Gevolg.BEOORDELEN]:
        zinnen.append(f"Over {number_of(aantal, 'punt', 'punten')} kan alleen een lezer oordelen.")
    return " ".join(zinnen)


def _short(gevolg: Schoolgevolg) -> tuple[Blok, ...]:
    rijen = tuple(
        (cel(str(soort).capitalize(), kop=True), cel(str(aantal)), cel(_EXPLAINED[soort]))
        for soort, aantal in gevolg.telling.items()
        if aantal
    )
    samen = sum(gevolg.telling.values())
    som = (cel("Samen", kop=True), cel(str(samen)), cel("elke norm van het nieuwe kader, en elke oude die daarin niet terugkomt"))
    return (Kop(2, t("In het kort"), "kort"), Tabel("Wat er per norm gebeurt", ("Wat", "Normen", "Dat wil zeggen"), (*rijen, som)))


_EXPLAINED: Final[dict[Gevolg, str]] = {
    Gevolg.ONVOLDOENDE: "nu in orde of niet gevraagd, straks nog niet geregeld",
    Gevolg.GEWICHT: "ook nu niet in orde; het telt straks zwaarder of lichter",
    Gevolg.BLIJFT_OPEN: "ook nu niet in orde, en dat telt even zwaar",
    Gevolg.NIET_GETOETST: "er ontbreekt een gegeven om te kunnen toetsen",
    Gevolg.BEOORDELEN: "er staat een tekst; of die genoeg zegt, ziet alleen een lezer",
    Gevolg.VOLDOENDE: "nu niet in orde, straks wel",
    Gevolg.VERVALT: "wordt niet meer gevraagd",
    Gevolg.BLIJFT: "het beleid regelt dit al",
    Gevolg.ONGEMOEID: "het nieuwe kader zegt hier niets over",
    Gevolg.NVT: "geldt niet voor deze school",
}


def _sections(vergelijking: Vergelijking, gevolg: Schoolgevolg) -> list[Blok]:
    blokken: list[Blok] = []
    for soort, (titel, uitleg) in _KOPPEN.items():
        gevolgen = sorted(gevolg.of(soort), key=lambda een: een.gewicht.rang)
        tips = [een for een in gevolgen if soort is Gevolg.ONVOLDOENDE and een.gewicht is Gewicht.TIP]
        for anker, kop, zin, rij in (
            (soort.name.lower(), titel, uitleg, [een for een in gevolgen if een not in tips]),
            ("tip", "Tips die erbij komen", "De bron beveelt dit aan. Het niet doen is geen gebrek.", tips),
        ):
            if rij:
                blokken += [Kop(2, t(kop), f"gevolg-{anker}"), p(zin)]
                blokken += [_point(vergelijking, gevolg, een, f"{anker}-{nummer}") for nummer, een in enumerate(rij, start=1)]
    return blokken


def _point(vergelijking: Vergelijking, school: Schoolgevolg, een: Normgevolg, anker: str) -> Groep:
    """Return one change: what, why, what it means for a pupil, what the policy says now, and what to do."""
    norm = een.verschil.norm
    gewicht = f"{str(een.gewicht).capitalize()}: " if een.gewicht is not Gewicht.GEEN else ""
    blokken: list[Blok] = [
        Kop(3, t(f"{gewicht}{norm.titel}"), anker),
        p("Wat er verandert: ", uncapitalise(kind_sentence(een.verschil))),
        *change_blocks(vergelijking, een.verschil, toets=False),
        Alinea(t("Waarom dit ertoe doet: ", *with_code(sentence(norm.uitleg)))),
    ]
    if een.nieuw is not None and een.gevolg in {*TE_DOEN, Gevolg.NIET_GETOETST}:
        blokken.append(Alinea(t("Wat het beleid nu zegt: ", *with_code(sentence(een.nieuw.zin)))))
        if een.nieuw.trapbewijs is not None and een.nieuw.trapbewijs.verhaal:
            blokken.append(Noot("voorbeeld", "een leerling bij wie het misgaat", (p(een.nieuw.trapbewijs.verhaal),)))
        if een.gevolg is Gevolg.GEWICHT:
            blokken.append(p(f"Dat telde als {een.was} en wordt {_article(een.gewicht)}{een.gewicht}."))
        if any(b.oordeel is Oordeel.AFWIJKING for b in een.oud):
            blokken.append(p("Voor de oude norm is een afwijking vastgelegd. Die noemt het oude id en dekt de nieuwe norm niet."))
        if norm.herstel.voorbeeld:
            titel = "wat een leerling ervan merkt als de school het zo regelt"
            blokken.append(Noot("voorbeeld", titel, (Alinea(with_code(sentence(norm.herstel.voorbeeld))),)))
        if een.nieuw.te_doen:
            wie = f" Aan zet: {closed(role_words(norm.aan_zet, school.report))}"
            blokken.append(Alinea(t("Wat de school doet: ", *with_code(sentence(een.nieuw.te_doen)), wie)))
        blokken.append(Alinea(t("Vraag voor de medezeggenschapsraad: ", norm.vraag)))
    return Groep(tuple(blokken), soort=f"punt-{een.gewicht}")


def _article(gewicht: Gewicht) -> str:
    return "een " if gewicht is not Gewicht.GEEN else ""


def _to_judge(gevolg: Schoolgevolg) -> list[Blok]:
    """Return what only a reader can tell: the question and the passage."""
    gevolgen = gevolg.of(Gevolg.BEOORDELEN)
    if not gevolgen:
        return []
    blokken: list[Blok] = [
        Kop(2, t("Wat de medezeggenschapsraad zelf moet beoordelen"), "beoordelen"),
        p("Er staat iets in het beleid. Of dat is wat de norm vraagt, kan een programma niet zien; een trefwoord telt nooit."),
    ]
    for nummer, een in enumerate(gevolgen, start=1):
        assert een.nieuw is not None  # noqa: S101 - alleen een nieuwe norm is te beoordelen
        deel: list[Blok] = [
            Kop(3, t(een.verschil.norm.titel), f"beoordelen-{nummer}"),
            Alinea(with_code(sentence(een.verschil.norm.zegt))),
            Alinea(t("De vraag: ", een.nieuw.vraag or een.verschil.norm.vraag)),
        ]
        if een.nieuw.passage:
            deel += [p("Dit staat er nu:"), quote(een.nieuw.passage)]
        deel.append(Alinea(t(f"{sentence(ground_words(een.nieuw.norm))} ", Code(een.nieuw.norm.id)), "bron"))
        blokken.append(Groep(tuple(deel), soort="vraag"))
    return blokken


def _unchanged(vergelijking: Vergelijking, gevolg: Schoolgevolg) -> list[Blok]:
    blokken: list[Blok] = []
    for soort, titel, zin in (
        (Gevolg.BLIJFT, "Wat al in orde is", "Het beleid regelt dit al zoals het nieuwe kader het vraagt."),
        (Gevolg.ONGEMOEID, "Wat blijft zoals het was", f"Hierover zegt het nieuwe kader niets. Wat {kader_name(vergelijking.oud, vergelijking.kaders)} vraagt, blijft."),
        (Gevolg.NVT, "Wat niet voor deze school geldt", "Deze normen gaan over andere scholen of andere leerlingen."),
    ):
        normen = [een.verschil.norm for een in gevolg.of(soort)]
        if normen:
            blokken += [
                Kop(2, t(titel), f"gevolg-{soort.name.lower()}"),
                p(zin),
                Uitklap(t(f"Toon {'deze norm' if len(normen) == 1 else f'deze {number_of_norms(len(normen))}'}"), norms_per_element(normen)),
            ]
    return blokken


def _proposal(gevolg: Schoolgevolg) -> list[Blok]:
    """Return the proposed change of the policy file, for who maintains it."""
    voorstel = gevolg.voorstel
    if voorstel is None or not (voorstel.stukken or voorstel.niet):
        return []
    blokken: list[Blok] = [Kop(2, t("Voorstel voor het beleidsbestand"), "voorstel")]
    if voorstel.stukken:
        titels = tuple((p(line),) for stuk in voorstel.stukken for line in (stuk.norm.titel, *(norm.titel for norm in stuk.ook)))
        blokken += [
            p(
                "Voor wie het bestand bijhoudt. Elke wijziging is geprobeerd: met deze aanvulling voldoet het beleid aan deze normen, en"
                " wordt geen andere norm slechter."
            ),
            Lijst(titels),
            Noot(
                "let_op",
                "eerst lezen, dan overnemen",
                (p("De waarden zijn voorbeelden. Het programma weet niet wat de school echt doet; neem alleen over wat waar is of wordt."),),
            ),
            Uitklap(t("Toon de wijzigingen"), (Codeblok(voorstel.patch.rstrip("\n"), "diff"),)),
        ]
    if voorstel.daarna:
        blokken.append(p("Na het overnemen maakt de school dit nog af:"))
        blokken.append(Lijst(tuple((Alinea(with_code(f"{een.zin} ({een.feiten[0].veld})" if een.feiten else een.zin)),) for een in voorstel.daarna)))
    if voorstel.niet:
        blokken.append(p("Hiervoor is er geen voorstel:"))
        blokken.append(Lijst(tuple((Alinea(t(f"{niet.norm.titel}: ", *with_code(niet.reden))),) for niet in voorstel.niet)))
    return blokken


def _limits() -> Sequence[Blok]:
    return (
        Kop(2, t("Wat dit blad niet ziet"), "grens"),
        p(
            "Dit blad vergelijkt wat er op papier staat met wat de kaders vragen. Of het in de school ook zo gaat, en of een wijziging"
            " wenselijk is, ziet het niet. Tips staan wel in dit blad maar niet in het voorstel: die kiest de school zelf."
        ),
    )



