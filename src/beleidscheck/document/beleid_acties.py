"""Acties in de ladder als zinnen en tabelrijen: wie doet wat, hoe, binnen hoeveel tijd, en wat een sanctie inhoudt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from beleidscheck.beleid import woorden
from beleidscheck.beleid.woordinfo import Actieinfo
from beleidscheck.document.beleid_delen import Feiten, words_in
from beleidscheck.document.blokken import Alinea, p, t
from beleidscheck.document.proza import parse_line
from beleidscheck.document.taal import capitalise, continued, enumerate_nl, figure, mid_sentence, quantity_nl, sentence, time_nl

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beleidscheck.document.blokken import Blok
    from beleidscheck.document.namen import Namen

_BIJ: Final = (
    "bij ",
    "indien ",
    "als ",
    "alleen ",
    "mits ",
    "met ",
    "na ",
    "eventueel",
    "zo nodig",
    "tenzij ",
    "wanneer ",
    "in ",
)


def is_sanction(actie: Feiten, namen: Namen) -> bool:
    """Return whether an action is a sanction: as the school says, or else as the word list says."""
    if "aard" in actie:
        return bool(actie["aard"] == "sanctie")
    info = woorden.zoek(str(actie.get("actie", "")), "actie", namen.uitbreiding)
    return "sanctie" in actie or (isinstance(info, Actieinfo) and info.aard == "sanctie")


def split_actions(stap: Feiten, namen: Namen) -> tuple[list[Feiten], list[Feiten]]:
    """Return the actions of a step in two lists: what is no sanction, and what is."""
    acties = stap.get("acties", [])
    return [a for a in acties if not is_sanction(a, namen)], [a for a in acties if is_sanction(a, namen)]


def short_action(actie: Feiten, namen: Namen) -> str:
    """Return an action as a short sentence for a picture or a summary: "de mentor neemt contact op met de ouders"."""
    wie = namen.the_role(str(actie["wie"])) if "wie" in actie else "de school"
    return f"{wie} {namen.action(actie)}{on_condition(actie)}"


def on_condition(actie: Feiten) -> str:
    """Return the condition of an action as it goes on inside a sentence: " (als de twijfel blijft)"; empty when it has none."""
    voorwaarde = mid_sentence(continued(str(actie.get("voorwaarde", ""))))
    if not voorwaarde:
        return ""
    return f" ({voorwaarde if voorwaarde.lower().startswith(_BIJ) else f'voorwaarde: {voorwaarde}'})"


def action_row(actie: Feiten, namen: Namen) -> tuple[str, tuple[Blok, ...], str, str]:
    """Return one action as a table row: who, what, within what time, and where it is recorded."""
    wie = capitalise(namen.role(str(actie["wie"]))) if "wie" in actie else "School"
    termijn = capitalise(quantity_nl(str(actie["termijn"]))) if "termijn" in actie else ""
    plaatsen = [woorden.label(str(plaats), "plaats", namen.uitbreiding) for plaats in actie.get("vastlegging", ())]
    return wie, tuple(_what(actie, namen)), termijn, capitalise(enumerate_nl(plaatsen))


def _what(actie: Feiten, namen: Namen) -> Iterator[Blok]:
    zin = capitalise(namen.action(actie)) if "actie" in actie else capitalise(namen.the_roles(actie.get("met", ())))
    if "kanaal" in actie:
        zin += f", {namen.word(str(actie['kanaal']), 'kanaal')}"
    if actie.get("telt"):
        zin += f"; daarbij {'tellen' if len(actie['telt']) > 1 else 'telt'} {words_in(namen, actie, 'telt', 'telling')} mee"
    voorwaarde = continued(str(actie.get("voorwaarde", "")))
    erbij = voorwaarde.lower().startswith(_BIJ)
    yield p(sentence(f"{zin} ({mid_sentence(voorwaarde)})" if erbij else zin))
    if voorwaarde and not erbij:
        yield Alinea((*t("Voorwaarde: "), *parse_line(mid_sentence(voorwaarde)), *t(".")), "klein")
    if actie.get("sanctie"):
        yield p(sentence(f"Sanctie: {measure(actie['sanctie'], namen)}"))
    if "toelichting" in actie:
        yield Alinea(parse_line(sentence(str(actie["toelichting"]))), "klein")
    if "bij_uitblijven" in actie:
        yield Alinea((*t("Levert dat niets op: "), *parse_line(continued(str(actie["bij_uitblijven"]))), *t(".")), "klein")


def action_label(actie: Feiten, namen: Namen) -> str:
    """Return what happens in a few words, for the picture; who does it, the table says."""
    label = woorden.label(str(actie.get("actie", "contact")), "actie", namen.uitbreiding)
    return f"{label}: {namen.list_roles(actie['met'])}" if actie.get("met") and " " not in label else label


def measure(sanctie: Feiten, namen: Namen) -> str:
    """Return what a sanction is: which, how much and when."""
    delen = [namen.word(str(sanctie["soort"]), "sanctiesoort")] if "soort" in sanctie else []
    if "lesuren" in sanctie:
        delen.append(quantity_nl(f"{figure(sanctie['lesuren']).replace(',', '.')} lesuren"))
    if "factor" in sanctie:
        delen.append(
            {1: "even lang als gemist", 2: "dubbel zo lang als gemist"}.get(
                sanctie["factor"], f"{figure(sanctie['factor'])} keer zo lang als gemist"
            )
        )
    if "dagen" in sanctie:
        delen.append(quantity_nl(f"{sanctie['dagen']} schooldagen"))
    if "tijdstip" in sanctie:
        delen.append(f"om {time_nl(sanctie['tijdstip'])}")
    if "toelichting" in sanctie:
        delen.append(continued(str(sanctie["toelichting"])))
    return ", ".join(delen)
