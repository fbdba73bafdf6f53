"""Compose: kan één beleid aan meer kaders voldoen? Het antwoord, het bewijs, en wat er samen gevraagd wordt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from beleidscheck.beleid.woorden import label
from beleidscheck.bevinding import Oordeel
from beleidscheck.document.blokken import (
    Alinea,
    Cel,
    Code,
    Codeblok,
    Document,
    Groep,
    Kop,
    Lijst,
    Noot,
    Tabel,
    Uitklap,
    cel,
    p,
    t,
)
from beleidscheck.document.rapport_bewijs import with_code
from beleidscheck.document.rapport_woorden import ground_phrase, list_words, number_of, number_of_norms, sentence
from beleidscheck.document.uitleg_paden import Wijzer
from beleidscheck.document.uitleg_toets import Verteller
from beleidscheck.document.vergelijk_delen import kader_name, kader_words, stamp, without_links
from beleidscheck.kader import combine
from beleidscheck.source import write_yaml
from beleidscheck.toetsen import StapToets
from beleidscheck.toetsen.taak import named
from beleidscheck.trap.ladder import BLOK
from beleidscheck.vergelijk.samen import Antwoord

if TYPE_CHECKING:
    from datetime import date

    from beleidscheck.document.blokken import Blok
    from beleidscheck.toetsen import Toets
    from beleidscheck.vergelijk.gezamenlijk import Eis
    from beleidscheck.vergelijk.samen import Botsing, Bron, Samen

_SOORTEN: Final = {"rollen": "rol", "plaatsen": "plaats", "acties": "actie", "signalen": "signaal", "woorden": "woord"}


def compose_joint(samen: Samen, *, peildatum: date) -> Document:
    """Return the answer to the question whether one policy can meet all these kaders, with its proof."""
    blokken: list[Blok] = [
        Alinea(t(answer_sentence(samen)), "inleiding"),
        *_notes(samen),
        *_conflict_blocks(samen),
        *_open_blocks(samen),
        *_region_blocks(samen),
        *_demand_blocks(samen),
        *_word_blocks(samen),
        *_ladder_blocks(samen),
    ]
    namen = list_words(kader_name(kader, samen.kaders) for kader in samen.kaders)
    return Document(
        titel="Eén beleid voor meer kaders",
        ondertitel=namen,
        blokken=tuple(blokken),
        kenmerken=tuple((f"Kader {nummer}", kader_words(kader, samen.kaders)) for nummer, kader in enumerate(samen.kaders, start=1)),
        stempel=stamp(*samen.kaders, peildatum=peildatum.isoformat()),
        sjabloon="rapport",
    )


def answer_sentence(samen: Samen) -> str:
    """Return the answer, with what it rests on."""
    normen = sum(len(kader.normen) for kader in samen.kaders)
    alle = "beide kaders" if len(samen.kaders) == 2 else f"deze {len(samen.kaders)} kaders"  # noqa: PLR2004 - beide is twee
    match samen.antwoord:
        case Antwoord.JA:
            nvt = f", {samen.nvt} {'geldt' if samen.nvt == 1 else 'gelden'} niet voor zo'n school" if samen.nvt else ""
            rest = f", en bij {samen.lezer} moet een lezer oordelen" if samen.lezer else ""
            return (
                f"Ja, één beleid kan aan {alle} voldoen. Er is een beleid gemaakt voor een verzonnen school ({samen.sector}) dat van"
                f" de {number_of_norms(normen)} er {samen.gehaald} haalt{rest}{nvt}. Geen enkele norm valt af."
            )
        case Antwoord.BOTST:
            aantal = len(samen.botsingen)
            wat = "één punt" if aantal == 1 else f"{aantal} punten"
            return f"Nee, geen enkel beleid kan aan {alle} helemaal voldoen: op {wat} is wat zij vragen niet te verenigen."
        case Antwoord.GEEN_SCHOOL:
            return f"Er is geen soort school waar {alle} allebei voor gelden; de vraag komt dus op geen school voor."
        case _:
            aantal = len(samen.niet)
            over = f" Het beste dat is gemaakt, haalt {number_of_norms(aantal)} niet." if samen.beleid is not None else ""
            return (
                f"Er is geen beleid gevonden dat aan {alle} voldoet, en ook geen bewijs dat het niet kan.{over}"
                " Dat is geen nee: een mens vindt misschien wel een vorm."
            )


def _notes(samen: Samen) -> tuple[Blok, ...]:
    noten: list[Blok] = [
        Noot("let_op", f"{kader.ref}: {kader.bestand.status}", (p(kader.bestand.opmerking or "Dit kader geldt nu niet."),))
        for kader in samen.kaders
        if kader.bestand.status in {"concept", "wetsvoorstel", "verlopen"}
    ]
    if not samen.volledig:
        noten.append(Noot("let_op", "niet alles vergeleken", (p("Er waren te veel mogelijke botsingen om ze allemaal na te gaan."),)))
    return tuple(noten)


def _conflict_blocks(samen: Samen) -> list[Blok]:
    if not samen.botsingen:
        return []
    blokken: list[Blok] = [
        Kop(2, t("Wat botst"), "botst"),
        p("Van deze normen staat vast dat geen enkele waarde aan beide voldoet. Alleen wie de kaders maakt, kan dat oplossen."),
    ]
    for nummer, botsing in enumerate(samen.botsingen, start=1):
        titel = botsing.een.norm.titel + (f" tegenover {botsing.ander.norm.titel.lower()}" if botsing.ander else "")
        blokken.append(Groep((Kop(3, t(titel), f"botst-{nummer}"), *_conflict(botsing)), soort="botsing"))
    return blokken


def _conflict(botsing: Botsing) -> tuple[Blok, ...]:
    zin = Alinea(with_code(sentence(botsing.zin)))
    if botsing.ander is None:
        return (zin, *_source_side(botsing.een))
    koppen = (botsing.een.kader.ref, botsing.ander.kader.ref)
    return (zin, Tabel("", koppen, ((Cel(_source_side(botsing.een)), Cel(_source_side(botsing.ander))),)))


def _source_side(bron: Bron) -> tuple[Blok, ...]:
    norm = bron.norm
    return (
        Alinea(with_code(sentence(norm.zegt))),
        p(sentence(ground_phrase(norm.grond, norm.niveau))),
        Alinea(t(f"{bron.kader.path.name}, regel {bron.regel} (", Code(norm.id), ")"), "bron"),
    )


def _open_blocks(samen: Samen) -> list[Blok]:
    """Return which norms the made policy does not meet."""
    if not samen.niet:
        return []
    regels = tuple(
        (
            p(f"{niet.norm.titel} (", Code(niet.norm.id), f", {niet.kader.ref})"),
            Alinea(with_code(sentence(niet.bevinding.zin)), "klein"),
        )
        for niet in samen.niet
    )
    titel = "Wat het gemaakte beleid niet haalt"
    zin = "Bij een botsing hoort hier één van beide kanten te staan. Staat er iets anders, dan is daarvoor geen invulling gevonden."
    niet_getoetst = any(niet.bevinding.oordeel is Oordeel.NIET_GETOETST for niet in samen.niet)
    extra = (p("Waar de toets niet kon draaien, ontbreekt een gegeven van de verzonnen school."),) if niet_getoetst else ()
    return [Kop(2, t(titel), "open"), *((p(zin),) if samen.botsingen else ()), *extra, Lijst(regels)]


def _region_blocks(samen: Samen) -> list[Blok]:
    if len(samen.regios) < 2:  # noqa: PLR2004 - pas bij twee regio's is er een verschil
        return []
    namen = list_words(label(regio) for regio in samen.regios)
    return [
        Kop(2, t("Wat van de regio afhangt"), "regio"),
        p(
            f"Deze kaders horen bij verschillende regio's: {namen}. In een beleid staat één regio (",
            Code("school.regio"),
            "), en een kader van een andere regio is dan niet van toepassing. Daarom is hetzelfde beleid hier voor elk kader getoetst"
            " alsof de school in die regio ligt.",
        ),
        p(
            "Voor uw school: vul de regio in waar de school staat, en zet beide kaders bij ",
            Code("kaders"),
            ". Leerlingen uit de andere regio vallen onder hetzelfde beleid. Of dat ook aan het kader van hun regio voldoet, ziet u"
            " door de regio in een kopie van het bestand te wijzigen en die te toetsen.",
        ),
    ]


def _demand_blocks(samen: Samen) -> list[Blok]:
    """Return where the kaders are about the same thing: what each asks, and what is strictest."""
    if not samen.eisen:
        return [Kop(2, t("Waar zij over hetzelfde gaan"), "eisen"), p("Er is geen veld of signaal waarover meer dan één van deze kaders iets vraagt.")]
    gelijk = [eis for eis in samen.eisen if eis.gelijk]
    anders = [eis for eis in samen.eisen if not eis.gelijk]
    verteller = Verteller(Wijzer(""), combine(samen.kaders))
    blokken: list[Blok] = [
        Kop(2, t("Waar zij over hetzelfde gaan"), "eisen"),
        p(
            f"Over {number_of(len(samen.eisen), 'onderwerp', 'onderwerpen')} vragen meer kaders iets; bij {len(gelijk) or 'geen'} daarvan vragen"
            " zij precies hetzelfde. Hieronder staat per onderwerp de strengste gezamenlijke eis: wie die haalt, haalt alle kaders."
        ),
    ]
    rijen = tuple((cel(_subject(eis, verteller), kop=True), cel(_strictest_words(eis)), Cel(_tests(eis, verteller))) for eis in anders)
    if rijen:
        blokken.append(Tabel("Gezamenlijke eis per onderwerp", ("Onderwerp", "Wie vraagt het meest", "Samen gevraagd"), rijen))
    if gelijk:
        blokken.append(p(f"Hetzelfde gevraagd: {list_words(_subject(eis, verteller) for eis in gelijk)}."))
    return blokken


def _subject(eis: Eis, verteller: Verteller) -> str:
    if eis.is_signaal:
        actie = f", actie «{verteller.word(eis.actie)}»" if eis.actie else ""
        return f"Signaal «{verteller.word(eis.onderwerp)}»{actie}"
    titel = verteller.title(eis.onderwerp)
    return f"{titel} ({eis.onderwerp})" if titel else eis.onderwerp


def _strictest_words(eis: Eis) -> str:
    if eis.strengste is None:
        return "zij vullen elkaar aan"
    return eis.vragen[eis.strengste].kader.ref


def _tests(eis: Eis, verteller: Verteller) -> tuple[Blok, ...]:
    return (Lijst(tuple(_one_test(eis, toets, verteller) for toets in eis.samen)),)


def _one_test(eis: Eis, toets: Toets, verteller: Verteller) -> tuple[Blok, ...]:
    if isinstance(toets, StapToets):
        return (p(_step(eis, toets, verteller)),)
    return without_links(verteller.one(toets))


def _step(eis: Eis, toets: StapToets, verteller: Verteller) -> str:
    """Return a demand on the ladder in one line; the signal and the action stand in front of it already."""
    onderzoek = verteller.onderzoek
    delen = []
    if toets.vanaf:
        delen.append(f"niet eerder dan bij {toets.vanaf}")
    over = f" binnen {toets.binnen}" if toets.binnen else ""
    if toets.uiterlijk:
        delen.append(f"uiterlijk bij {toets.uiterlijk}{over}")
    if toets.onder:
        delen.append(f"zodra het onder {toets.onder} komt{f' over {toets.binnen}' if toets.binnen else ''}")
    for woord, namen, voegwoord in (
        ("door", toets.wie, "of"),
        ("met", toets.met, "en"),
        ("met", toets.met_een_van, "of"),
        ("vastgelegd in", toets.vastlegging, "en"),
        ("vastgelegd in", toets.vastlegging_een_van, "of"),
    ):
        if namen:
            delen.append(f"{woord} {named(onderzoek, namen, voegwoord)}")
    if toets.termijn:
        delen.append(f"binnen {toets.termijn}")
    if toets.telt:
        delen.append(f"met meetellen van {named(onderzoek, toets.telt)}")
    if toets.voorwaarde:
        delen.append(f"onder een voorwaarde met «{toets.voorwaarde}»")
    delen += [zin for aan, zin in ((toets.herhaling, "ook bij herhaling"), (toets.periode_genoemd, "met een telperiode"), (toets.inclusief_vorige, "met de acties van de vorige stap")) if aan]
    ook = [naam for naam in toets.signaal if naam != eis.onderwerp]
    bij = f"; een stap bij {named(onderzoek, ook, 'of')} mag ook" if ook else ""
    of = [naam for naam in toets.actie if naam != eis.actie]
    anders = f"; de actie {named(onderzoek, of, 'of')} mag ook" if of else ""
    return f"{', '.join(delen) or 'op elk moment'}{anders}{bij}"


def _word_blocks(samen: Samen) -> list[Blok]:
    titel = Kop(2, t("Woorden die niet overal hetzelfde betekenen"), "woorden")
    if not samen.woorden:
        return [titel, p("Geen woord uit de woordenlijsten betekent in deze kaders iets verschillends.")]
    regels = tuple(
        (
            p(f"«{een.woord}» ({_SOORTEN[een.soort]})"),
            Lijst(tuple((p(f"{ref}: {betekenis}"),) for ref, betekenis in een.betekenissen)),
        )
        for een in samen.woorden
    )
    return [titel, p("Schrijf bij deze woorden in het beleid wat u ermee bedoelt."), Lijst(regels)]


def _ladder_blocks(samen: Samen) -> list[Blok]:
    if not samen.ladder:
        return []
    aantal = sum(len(trap.get("stappen", ())) for trap in samen.ladder)
    zin = (
        f"De ladder hieronder telt {number_of(aantal, 'stap', 'stappen')}. Zij is gemaakt van wat de normen vragen en daarna tegen elk"
        " kader getoetst; elke stap die weg kan zonder dat een norm uitvalt, is weggelaten. Eerder handelen mag altijd."
    )
    bewijs = _proof_sentence(samen)
    tekst = write_yaml({BLOK: {"trappen": list(samen.ladder)}}).rstrip("\n")
    return [
        Kop(2, t("De strengste gezamenlijke ladder"), "ladder"),
        p(zin),
        *((p(bewijs),) if bewijs else ()),
        p("De rollen zijn voorbeelden waar een kader ze vrijlaat. Het hele gemaakte beleid schrijft u weg met ", Code("--voorstel"), "."),
        Uitklap(t("Toon de ladder als YAML"), (Codeblok(tekst),), open=True),
    ]


def _proof_sentence(samen: Samen) -> str:
    """Return for how many norms about a moment it is proven that the ladder is never late."""
    if not samen.bewezen and not samen.niet_bewezen:
        return ""
    zin = f"Bij {number_of_norms(samen.bewezen)} over een drempel of termijn is bewezen dat deze ladder op elk verloop op tijd is."
    if samen.niet_bewezen:
        zin += f" Bij {samen.niet_bewezen} noemt de bron geen periode, of is het bewijs niet te geven; daar is alleen de drempel vergeleken."
    return zin
