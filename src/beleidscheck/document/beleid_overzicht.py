"""De overzichten: 'In het kort' voor ouders, en wie wat doet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from beleidscheck.beleid import woorden
from beleidscheck.beleid.elementen import PER_SLEUTEL
from beleidscheck.document.beleid_acties import on_condition, short_action
from beleidscheck.document.beleid_delen import Feiten, elements_of, table, with_heading
from beleidscheck.document.beleid_ladder import IEDEREEN, scope_phrase, when_and_for_whom
from beleidscheck.document.beleid_melden import report_moment
from beleidscheck.document.blokken import Alinea, Groep, Kop, Lijst, Link, p, t
from beleidscheck.document.proza import parse_line
from beleidscheck.document.taal import capitalise, enumerate_nl, number_word, quantity_nl, sentence, time_nl

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from beleidscheck.document.beleid_ladder import Trapdeel
    from beleidscheck.document.blokken import Blok
    from beleidscheck.document.namen import Namen

#: Kop in de samenvatting, met de signalen die erbij horen.
ONDERWERPEN: Final = (
    ("Te laat", frozenset({"te_laat"})),
    ("Ziek", frozenset({"ziekmeldingen", "ziek_aaneengesloten", "ziekte_uren"})),
    ("Zonder geldige reden afwezig", frozenset({"ongeoorloofde_uren", "ongeoorloofd_aaneengesloten", "afwezig_zonder_bericht"})),
)
_NAAR_BUITEN: Final = frozenset({"duo_melden", "lpa_melden"})
#: Zo veel stappen per onderwerp en groep; de rest staat bij de stappen zelf.
_MEESTE: Final = 5
_STAPPEN: Final = "stappen_bij_afwezigheid"
_BETROKKEN: Final = frozenset({"ouder", "leerling", "leerling_18plus"})


def in_short(feiten: Feiten, delen: Sequence[Trapdeel], namen: Namen) -> Iterator[Blok]:
    """Yield the summary for parents: how to report, and what happens when a pupil is late, ill or away without reason."""
    inhoud: list[Blok] = []
    if melden := tuple(_report(feiten.get("melden_en_verlof", {}).get("melden", {}), namen)):
        inhoud += [Kop(3, t("Afwezigheid melden")), *melden]
    for titel, signalen in ONDERWERPEN:
        if stappen := tuple(_happens(delen, signalen, namen)):
            inhoud += [Kop(3, t(titel)), *stappen]
    if wat := tuple(_no_message(feiten, namen)):
        inhoud += [Kop(3, t("Niets gehoord?")), p(*wat)]
    if feiten.get("contacten"):
        inhoud += [Kop(3, t("Vragen?")), p("Bij wie u terechtkunt, staat onder ", Link(t("Contact"), "#contact"), ".")]
    if inhoud:
        yield Groep(tuple(inhoud), "kort")


def _report(melden: Feiten, namen: Namen) -> Iterator[Blok]:
    if not melden:
        return
    bij = f"Meld afwezigheid bij {namen.the_role(melden['bij'])}." if "bij" in melden else ""
    wanneer = " ".join(zin for zin in report_moment(melden) if zin)
    if bij or wanneer:
        yield p(" ".join(deel for deel in (bij, wanneer) if deel))
    if "hoe" in melden:
        yield Alinea((*t("Hoe: "), *parse_line(sentence(str(melden["hoe"])))))
    elif melden.get("kanalen"):
        kanalen = (
            " ".join(
                deel
                for deel in (namen.word(str(k.get("kanaal", "")), "kanaal"), f"({k['adres']})" if "adres" in k else "")
                if deel
            )
            for k in melden["kanalen"]
        )
        yield p(f"Dat kan {enumerate_nl(kanalen, 'of')}.")
    yield p("Verlof nodig? Zie ", Link(t("Afwezigheid melden en verlof aanvragen"), "#melden_en_verlof"), ".")


def _happens(delen: Sequence[Trapdeel], signalen: frozenset[str], namen: Namen) -> Iterator[Blok]:
    """Yield the steps that count one of these signals, per group of pupils when a ladder is not for everyone."""
    per_groep: dict[str, list[str]] = {}
    for deel in delen:
        groep = scope_phrase(deel.feiten.get("geldt_voor", {}), namen)
        for trede in deel.treden:
            if regel := _in_one_line(trede.feiten, signalen, namen):
                per_groep.setdefault(groep, []).append(regel)
    for groep, regels in per_groep.items():
        if list(per_groep) != [IEDEREEN]:
            yield p(f"Voor {groep}:")
        yield Lijst(tuple((p(regel),) for regel in regels[:_MEESTE]))
        if (rest := len(regels) - _MEESTE) > 0:
            nog = "Er is nog één stap" if rest == 1 else f"Er zijn nog {number_word(rest)} stappen"
            yield p(f"{nog}. Zie ", Link(t(PER_SLEUTEL[_STAPPEN].titel), f"#{_STAPPEN}"), ".")


def _in_one_line(stap: Feiten, signalen: frozenset[str], namen: Namen) -> str:
    """Return when a step starts and the first thing that follows; empty when it counts none of these signals."""
    bij = [signaal for signaal in stap.get("bij", []) if signaal.get("signaal") in signalen]
    acties = stap.get("acties", [])
    if not bij or any(actie.get("actie") == "melden" and actie.get("wie") in _BETROKKEN for actie in acties):
        return ""
    return f"{when_and_for_whom(bij, namen, stap)}: {first_action(acties, namen)}."


def first_action(acties: Sequence[Feiten], namen: Namen) -> str:
    """Return the action that parents or pupil notice most, and whether the school reports it outside."""
    if not acties:
        return "de school bekijkt wat nodig is"
    eerste = min(acties, key=_distance)
    buiten = next((actie for actie in acties if actie.get("actie") in _NAAR_BUITEN), eerste)
    if buiten is eerste:
        return short_action(eerste, namen)
    if buiten.get("wie") == eerste.get("wie"):
        return f"{short_action(eerste, namen)}, en {namen.action(buiten)}{on_condition(buiten)}"
    return f"{short_action(eerste, namen)}; {short_action(buiten, namen)}"


def _distance(actie: Feiten) -> int:
    """Return how far an action is from the parents: with them, with the pupil, or within the school."""
    met = {*actie.get("met", ())}
    if actie.get("actie") == "doorgeven":
        return 3
    return 0 if "ouder" in met else 1 if met & _BETROKKEN else 2


def _no_message(feiten: Feiten, namen: Namen) -> Iterator[str]:
    check: Feiten = feiten.get("check_en_nabellen", {})
    zonder: Feiten = check.get("afwezig_zonder_reden", {})
    bellen: Feiten = check.get("nabellen", {})
    if "termijn" in zonder:
        met = namen.the_roles(zonder.get("contact_met", ("ouder",)))
        yield f"Is een {namen.leerling} afwezig zonder bericht, dan neemt de school binnen {quantity_nl(zonder['termijn'])} contact op met {met}."
    elif "tijdstip" in bellen:
        yield f"Is een {namen.leerling} afwezig zonder bericht, dan belt de school vanaf {time_nl(bellen['tijdstip'])}."


# ---- Wie doet wat ---------------------------------------------------------------------------------------------------


def who_is_who(rollen: Mapping[str, Mapping[str, object]], namen: Namen) -> Iterator[Blok]:
    """Yield what each role is called at this school; `rollen` has `wie`, `ook_genoemd` and `vervanger` per role."""
    rijen = []
    for rol, invulling in rollen.items():
        ook = invulling.get("ook_genoemd")
        rijen.append(
            (
                capitalise(woorden.label(rol, "rol", namen.uitbreiding)),
                capitalise(str(invulling.get("wie") or "")),
                enumerate_nl(str(naam) for naam in ook) if isinstance(ook, list | tuple) else "",
                capitalise(str(invulling.get("vervanger") or "")),
            )
        )
    yield from with_heading(
        3,
        "De rollen bij ons op school",
        table("Hoe de rollen bij ons heten", ("Rol", "Bij ons", "Ook genoemd", "Vervanger"), rijen),
    )


def who_does_what(feiten: Feiten, delen: Sequence[Trapdeel], namen: Namen) -> Iterator[Blok]:
    """Yield per role where it leads, which tasks it has and what it does at absence."""
    regie: dict[str, list[str]] = {}
    taken: dict[str, list[str]] = {}
    acties: dict[str, dict[str, list[str]]] = {}
    for element in elements_of(namen):
        blok: Feiten = feiten.get(element.sleutel, {})
        if "regie" in blok:
            regie.setdefault(blok["regie"], []).append(element.titel)
        for taak in blok.get("taken", ()):
            if "rol" in taak and "taak" in taak:
                taken.setdefault(taak["rol"], []).append(str(taak["taak"]))
    for deel in delen:
        for trede in deel.treden:
            for actie in trede.feiten.get("acties", ()):
                if "wie" in actie and "actie" in actie:
                    label = woorden.label(str(actie["actie"]), "actie", namen.uitbreiding)
                    bij = acties.setdefault(actie["wie"], {}).setdefault(deel.titel, [])
                    if label not in bij:
                        bij.append(label)
    vast = [
        (capitalise(namen.role(rol)), _items(regie.get(rol, [])), _items(taken.get(rol, [])))
        for rol in dict.fromkeys((*regie, *taken))
    ]
    yield from with_heading(
        3,
        "Regie en taken",
        table("Per rol: waar die de regie over heeft en welke taken erbij horen", ("Rol", "Regie over", "Taken"), vast),
    )
    erbij = [
        (capitalise(namen.role(rol)), _items([f"{titel}: {', '.join(labels)}" for titel, labels in per.items()]))
        for rol, per in acties.items()
    ]
    yield from with_heading(
        3, "Bij afwezigheid", table("Per rol: wat die doet in de stappen bij afwezigheid", ("Rol", "Wat die doet"), erbij)
    )


def _items(regels: Sequence[str]) -> tuple[Blok, ...]:
    if len(regels) <= 1:
        return tuple(Alinea(parse_line(capitalise(regel))) for regel in regels)
    return (Lijst(tuple((Alinea(parse_line(capitalise(regel))),) for regel in regels)),)
