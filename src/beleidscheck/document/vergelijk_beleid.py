"""Compose: twee versies van een beleid naast elkaar, per onderwerp: was, wordt, wat voor verandering het is, en wat zij raakt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from beleidscheck import __version__
from beleidscheck.bevinding import Oordeel
from beleidscheck.document.blokken import Alinea, Cel, Code, Document, Kop, Lijst, Nadruk, Noot, Tabel, cel, p, t
from beleidscheck.document.rapport_woorden import date_words, list_words, number_of, number_of_norms, sentence, short_hash
from beleidscheck.document.tekst import encodable
from beleidscheck.document.vergelijk_beleid_woorden import AARD_UITLEG, Verwoorder
from beleidscheck.vergelijk.beleid_model import Aard

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from beleidscheck.document.blokken import Blok
    from beleidscheck.report import Report
    from beleidscheck.vergelijk.beleid_model import Beleidsvergelijking, Normuitkomst, Rij

#: Zoveel normen die gelijk blijven, staan er met name bij.
_MAX_NORMEN: Final = 5
_AARD_WOORDEN: Final = {Aard.STRENGER: "strenger", Aard.SOEPELER: "soepeler", Aard.ANDERS: "anders", Aard.REDACTIONEEL: "redactioneel"}


def compose_policy_comparison(vergelijking: Beleidsvergelijking) -> Document:
    """Return two versions of a policy side by side as a document."""
    nieuw = vergelijking.nieuw
    return Document(
        titel="Wat er in het beleid verandert",
        ondertitel=nieuw.beleid_titel or nieuw.school,
        blokken=(
            Alinea(t(summary(vergelijking)), "inleiding"),
            *_notes(vergelijking),
            *(_body(vergelijking) if vergelijking.rijen or vergelijking.normen else ()),
        ),
        kenmerken=_features(vergelijking),
        stempel=stamp(vergelijking),
        sjabloon="rapport",
        inhoudsopgave=bool(vergelijking.rijen),
    )


def stamp(vergelijking: Beleidsvergelijking) -> str:
    """Return the line that ties the document to its two files and to the kaders along which they were laid."""
    kaders = (f"{kader.ref} {short_hash(kader.sha256)}" for kader in vergelijking.nieuw.kaders)
    delen = (
        f"oud beleid {short_hash(vergelijking.oud.sha256)}",
        f"nieuw beleid {short_hash(vergelijking.nieuw.sha256)}",
        *kaders,
        f"peildatum {vergelijking.nieuw.peildatum.isoformat()}",
        f"beleidscheck {__version__}",
    )
    return " · ".join(delen)


def _features(vergelijking: Beleidsvergelijking) -> tuple[tuple[str, str], ...]:
    oud, nieuw = vergelijking.oud, vergelijking.nieuw
    school = f"{nieuw.school} ({nieuw.sector})" if nieuw.sector else nieuw.school
    paren = (
        ("School", school),
        ("Oud", version_words(oud)),
        ("Nieuw", version_words(nieuw)),
        ("Langs deze kaders gelegd", ", ".join(kader.ref for kader in nieuw.kaders)),
        ("Peildatum", date_words(nieuw.peildatum)),
    )
    return tuple((naam, waarde) for naam, waarde in paren if waarde)


def version_words(report: Report) -> str:
    """Return which version of the policy this is: title, version and file."""
    versie = f", versie {report.beleid_versie}" if report.beleid_versie else ""
    return f"{report.beleid_titel}{versie} ({encodable(report.bestand)})"


def summary(vergelijking: Beleidsvergelijking) -> str:
    """Return in a few sentences what changes."""
    if not vergelijking.rijen:
        return (
            "Er is niets veranderd: beide versies zeggen hetzelfde. Een andere volgorde van onderdelen, opmaak of commentaar in het"
            " bestand telt niet als verandering."
        )
    aantal = len(vergelijking.rijen)
    delen = [f"{n} {_AARD_WOORDEN[aard]}" for aard, n in vergelijking.telling.items() if n]
    zinnen = [f"Er {'verandert' if aantal == 1 else 'veranderen'} {number_of(aantal, 'onderdeel', 'onderdelen')}: {list_words(delen)}."]
    slechter = [een for een in vergelijking.normen if een.wordt is Oordeel.VOLDOET_NIET]
    beter = [een for een in vergelijking.normen if een.was is Oordeel.VOLDOET_NIET]
    if slechter:
        zinnen.append(f"Aan {number_of_norms(len(slechter))} voldoet het nieuwe beleid niet, en daar was dat bij het oude niet zo.")
    if beter:
        zinnen.append(f"Bij {number_of_norms(len(beter))} voldeed het oude beleid niet en is dat nu anders.")
    if rest := len(vergelijking.normen) - len(slechter) - len(beter):
        zinnen.append(f"Bij {number_of_norms(rest)} verandert het oordeel om een andere reden.")
    if not vergelijking.normen and vergelijking.nieuw.kaders:
        zinnen.append("Voor geen enkele norm verandert het oordeel.")
    return " ".join(zinnen)


def _notes(vergelijking: Beleidsvergelijking) -> list[Blok]:
    blokken: list[Blok] = []
    if vergelijking.oud.school != vergelijking.nieuw.school:
        zin = f"De twee bestanden noemen een andere school: eerst {vergelijking.oud.school}, nu {vergelijking.nieuw.school}."
        blokken.append(Noot("let_op", "twee scholen", (p(zin),)))
    if vergelijking.onbekende_kaders:
        refs = list_words([f"«{ref}»" for ref in vergelijking.onbekende_kaders])
        blokken.append(Noot("let_op", "een kader ontbreekt", (p(f"Wij hebben {refs} niet. Normen daaruit tellen in deze vergelijking niet mee."),)))
    return blokken


def _body(vergelijking: Beleidsvergelijking) -> list[Blok]:
    blokken: list[Blok] = []
    if vergelijking.rijen:
        blokken += [Kop(2, t("In het kort"), "kort"), kind_table(vergelijking)]
        blokken += change_tables(vergelijking)
    if vergelijking.normen:
        blokken += [Kop(2, t("Normen met een ander oordeel"), "normen"), norm_table(vergelijking.normen)]
    if vergelijking.overig:
        blokken.append(p("Normen die hier staan en bij geen onderdeel, kijken naar meer dan één plek, naar de datum of naar de kaders zelf."))
    return [*blokken, *_limits()]


def kind_table(vergelijking: Beleidsvergelijking) -> Tabel:
    """Return how many rows each kind has, with what the word means."""
    rijen = tuple(
        (cel(str(aard).capitalize(), kop=True), cel(str(aantal)), cel(sentence(AARD_UITLEG[aard])))
        for aard, aantal in vergelijking.telling.items()
    )
    som = (cel("Samen", kop=True), cel(str(len(vergelijking.rijen))), cel("Elk onderdeel staat in precies één tabel."))
    return Tabel("Hoeveel onderdelen veranderen, en hoe", ("Soort", "Aantal", "Dat wil zeggen"), (*rijen, som))


def change_tables(vergelijking: Beleidsvergelijking, *, niveau: int = 2) -> list[Blok]:
    """Return per chapter of the policy a table of what it was and what it becomes."""
    woorden = Verwoorder(vergelijking.nieuw)
    blokken: list[Blok] = []
    for onderwerp, rijen in vergelijking.per_onderwerp.items():
        titel = woorden.chapter(onderwerp)
        blokken.append(Kop(niveau, t(titel), f"onderwerp-{onderwerp.replace('_', '-')}"))
        tabelrijen = tuple(_row(rij, woorden) for rij in rijen)
        blokken.append(Tabel(f"Was en wordt: {titel}", ("Onderdeel", "Was", "Wordt", "Wat dit betekent"), tabelrijen))
    return blokken


def _row(rij: Rij, woorden: Verwoorder) -> tuple[Cel, ...]:
    was, wordt = woorden.sides(rij)
    return (cel(woorden.subject(rij), kop=True), Cel(_lines(was)), Cel(_lines(wordt)), Cel(tuple(_meaning(rij))))


def _lines(regels: Sequence[str]) -> tuple[Blok, ...]:
    return (p(regels[0]),) if len(regels) == 1 else (Lijst(tuple((p(regel),) for regel in regels)),)


def _meaning(rij: Rij) -> Iterable[Blok]:
    waarom = f": {rij.waarom}" if rij.waarom else ""
    yield p(Nadruk(t(str(rij.aard).capitalize())), f"{waarom}.")
    for leerling in rij.leerlingen:
        wie = "Een leerling bij wie de school nu eerder of meer doet" if leerling.eerder else "Een leerling bij wie de school nu later of minder doet"
        yield p(Nadruk(t(f"{wie}: "), sterk=False), leerling.verhaal)
    anders = [een for een in rij.normen if een.changed]
    gelijk = [een for een in rij.normen if not een.changed]
    yield from _turned(anders)
    if gelijk:
        yield _same(gelijk, meer=bool(anders))


def _turned(normen: Sequence[Normuitkomst]) -> Iterable[Blok]:
    """Yield the norms of which the outcome changes, by what it was and becomes; their titles stand in the table of norms."""
    groepen: dict[tuple[Oordeel, Oordeel], list[Normuitkomst]] = {}
    for een in normen:
        groepen.setdefault((een.was, een.wordt), []).append(een)
    for (was, wordt), groep in groepen.items():
        ids = [deel for een in groep for deel in (", ", Code(een.norm.id))][1:]
        yield p(f"{'Norm' if len(groep) == 1 else 'Normen'} van «{was}» naar «{wordt}»: ", *ids, ".")


def _same(normen: Sequence[Normuitkomst], *, meer: bool) -> Alinea:
    """Return the norms that this touches and of which the outcome stays."""
    per_oordeel: dict[Oordeel, list[Normuitkomst]] = {}
    for een in normen:
        per_oordeel.setdefault(een.wordt, []).append(een)
    delen: list[str | Code] = []
    for oordeel, groep in per_oordeel.items():
        delen.append("; " if delen else "")
        for nummer, een in enumerate(groep[:_MAX_NORMEN]):
            delen += [", " if nummer else "", Code(een.norm.id)]
        rest = len(groep) - _MAX_NORMEN
        delen.append(f" en nog {number_of_norms(rest)} (blijft: {oordeel})" if rest > 0 else f" (blijft: {oordeel})")
    return Alinea(t("Raakt ook " if meer else "Raakt ", *(deel for deel in delen if deel), "."), "klein")


def norm_table(normen: Iterable[Normuitkomst]) -> Tabel:
    """Return the norms of which the outcome changes, old and new side by side."""
    rijen = tuple(
        (Cel((p(een.norm.titel), Alinea(t(Code(een.norm.id)), "bron")), kop=True), cel(str(een.was)), cel(str(een.wordt))) for een in normen
    )
    return Tabel("Wat elke norm van het oude en van het nieuwe beleid zegt", ("Norm", "Oud", "Nieuw"), rijen)


def _limits() -> tuple[Blok, ...]:
    return (
        Kop(2, t("Hoe u dit leest"), "lezen"),
        p(
            "Strenger en soepeler gaan over wat de school doet, niet over hoe streng zij voor leerlingen is: een stap die eerder komt,"
            " kan eerder hulp zijn. Beide versies zijn langs dezelfde kaders en op dezelfde peildatum gelegd."
        ),
        p(
            "Onderdelen van een lijst zijn vergeleken op wat zij zijn: hun naam, rol of soort. Wat alleen verhuist, telt niet. De"
            " leerlingen zijn verzonnen; van elk is nagerekend wat de stappen van beide versies doen. Waar de richting niet vaststaat,"
            " heet een verandering anders."
        ),
    )
