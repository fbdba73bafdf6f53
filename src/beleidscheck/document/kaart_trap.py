"""Wat er gebeurt bij afwezigheid, op een kaart: per onderwerp wanneer, en wat de lezer daarvan merkt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from beleidscheck.document.beleid_delen import paragraph, with_heading
from beleidscheck.document.beleid_ladder import IEDEREEN, scope_phrase
from beleidscheck.document.beleid_overzicht import ONDERWERPEN, first_action
from beleidscheck.document.blokken import Alinea, Lijst, Nadruk, p, t
from beleidscheck.document.kaart_delen import plain_signal
from beleidscheck.document.taal import capitalise, enumerate_nl, number_word, quantity_nl, sentence, time_nl

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beleidscheck.document.beleid_delen import Feiten
    from beleidscheck.document.blokken import Blok
    from beleidscheck.document.kaart_delen import Lezer, Stof

#: De onderwerpen van een kaart: die van de samenvatting in het beleid, en wat daarnaast iedereen aangaat.
_ERBIJ: Final = (
    ("Vrij zonder toestemming", frozenset({"luxe_verzuim"})),
    ("Uit de les gestuurd", frozenset({"uit_de_les_gestuurd"})),
)
#: Zo veel stappen per onderwerp en groep; wat er dan nog is, staat in het beleid.
_MEESTE: Final = 6
_MELDERS: Final = frozenset({"ouder", "leerling", "leerling_18plus"})


def what_happens(stof: Stof, lezer: Lezer) -> Iterator[Blok]:
    """Yield per subject when the school does what."""
    for titel, signalen in (*ONDERWERPEN, *_ERBIJ):
        vanaf = paragraph(_late_from(stof, lezer)) if "te_laat" in signalen else ()
        yield from with_heading(3, titel, (*vanaf, *_subject(stof, signalen, lezer)))


def _subject(stof: Stof, signalen: frozenset[str], lezer: Lezer) -> Iterator[Blok]:
    per_groep: dict[str, list[Alinea]] = {}
    for deel in stof.delen:
        groep = scope_phrase(deel.feiten.get("geldt_voor", {}), lezer)
        for trede in deel.treden:
            if regel := _step(trede.feiten, signalen, lezer):
                per_groep.setdefault(groep, []).append(regel)
    for groep, regels in per_groep.items():
        if list(per_groep) != [IEDEREEN]:
            yield p(f"Voor {groep}:")
        yield Lijst(tuple((regel,) for regel in regels[:_MEESTE]))
        if (rest := len(regels) - _MEESTE) > 0:
            yield p(
                f"Er {'is nog één stap' if rest == 1 else f'zijn nog {number_word(rest)} stappen'}; die {'staat' if rest == 1 else 'staan'} in het beleid."
            )


def _step(stap: Feiten, signalen: frozenset[str], lezer: Lezer) -> Alinea | None:
    """Return when a step starts and what the reader notices of it; None when it counts none of these signals."""
    bij = [signaal for signaal in stap.get("bij", []) if signaal.get("signaal") in signalen]
    acties = stap.get("acties", [])
    if not bij or not acties or any(actie.get("actie") == "melden" and actie.get("wie") in _MELDERS for actie in acties):
        return None
    wanneer = enumerate_nl((plain_signal(signaal, lezer) for signaal in bij), "of")
    voor = f" (voor {scope_phrase(stap['geldt_voor'], lezer)})" if stap.get("geldt_voor") else ""
    return Alinea((Nadruk(t(f"{capitalise(wanneer)}{voor}:")), *t(f" {first_action(acties, lezer)}.")))


def not_reported(stof: Stof, lezer: Lezer) -> str:
    """Return what the school does when a pupil is away and nobody said so; empty when the policy does not say."""
    zonder, bellen = stof.part("check_en_nabellen", "afwezig_zonder_reden"), stof.part("check_en_nabellen", "nabellen")
    als = (
        f"Is {lezer.kind} afwezig zonder bericht? Dan"
        if lezer.vorm == "u"
        else "Ben je er niet en weet de school niet waarom? Dan"
    )
    zinnen = []
    if zonder:
        rol = lezer.the_role(str(zonder["wie"])) if "wie" in zonder else "de school"
        binnen = f" binnen {quantity_nl(str(zonder['termijn']))}" if "termijn" in zonder else ""
        met = f" met {lezer.the_roles(zonder['contact_met'])}" if zonder.get("contact_met") else ""
        zinnen.append(sentence(f"{als} neemt {rol}{binnen} contact op{met}"))
    if "tijdstip" in bellen:
        rol = lezer.the_role(str(bellen["wie"])) if "wie" in bellen else "de school"
        begin = capitalise(rol) if zinnen else f"{als} belt {rol}"
        zinnen.append(sentence(f"{begin} {'belt ' if zinnen else ''}vanaf {time_nl(str(bellen['tijdstip']))}"))
    return " ".join(zinnen)


def _late_from(stof: Stof, lezer: Lezer) -> str:
    """Return from when a pupil is late, and from when the lesson counts as missed; empty when the policy does not say."""
    te_laat = stof.part("controle_in_de_les", "te_laat")
    wie = f"is {lezer.kind}" if lezer.vorm == "u" else "ben je"
    vanaf = f"Vanaf {quantity_nl(str(te_laat['vanaf']))} na het begin {wie} te laat." if "vanaf" in te_laat else ""
    afwezig = (
        f"Vanaf {quantity_nl(str(te_laat['afwezig_vanaf']))} na het begin telt het hele lesuur als afwezig."
        if "afwezig_vanaf" in te_laat
        else ""
    )
    return " ".join(zin for zin in (vanaf, afwezig) if zin)
