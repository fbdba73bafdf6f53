"""Bouwstenen van de kaarten: voor wie een kaart is, uit welke feiten zij bestaat, en haar vakken.

Elk feit komt uit het beleid of uit de opgeloste ladder, en elk getal, elke tijd en elke naam gaat door dezelfde functies als in
het beleidsdocument. Wat het beleid niet zegt, staat niet op de kaart; de school hoort dan wat er ontbreekt.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from beleidscheck.document.beleid_delen import Feiten, link
from beleidscheck.document.blokken import Alinea, Lijst, Nadruk, t
from beleidscheck.document.namen import Namen
from beleidscheck.document.proza import parse_line
from beleidscheck.document.signaalzin import signal_phrase
from beleidscheck.document.taal import continued, enumerate_nl, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from beleidscheck.document.beleid_ladder import Trapdeel
    from beleidscheck.document.blokken import Blok, Regel

#: Hoe een kaart haar lezer aanspreekt.
Aanspreekvorm = Literal["u", "je"]
#: De woorden van het vak, en hoe een ouder of leerling ze zegt; de langste eerst.
_GEWOON: Final = (
    (re.compile(r"\baaneengesloten ongeoorloofd afwezig\b"), "achter elkaar afwezig zonder geldige reden"),
    (re.compile(r"\baaneengesloten geoorloofd afwezig\b"), "achter elkaar afwezig met geldige reden"),
    (re.compile(r"\bongeoorloofd afwezig\b"), "afwezig zonder geldige reden"),
    (re.compile(r"\bgeoorloofd afwezig\b"), "afwezig met geldige reden"),
    (re.compile(r"\baaneengesloten\b"), "achter elkaar"),
    (re.compile(r"^bij luxeverzuim$"), "bij vakantie of vrije dagen zonder toestemming"),
)
#: Acties die voor een ouder of leerling korter en gewoner kunnen: (met wie, zonder).
_ACTIES: Final = {"duo_melden": ("meldt de afwezigheid officieel bij {}", "meldt de afwezigheid officieel")}
_DE_LEERLING: Final = re.compile(r"\bde leerling\b")


@dataclass(frozen=True)
class Lezer(Namen):
    """De namen zoals een kaart ze tegen haar lezer zegt: "u en uw kind", "jou en je ouders"."""

    vorm: Aanspreekvorm = "u"

    @property
    def kind(self) -> str:
        """Return what the pupil is called in a card for parents."""
        return "de student" if self.sector == "mbo" else "uw kind"

    def the_role(self, rol: str) -> str:
        """Return the name of a role with its article, as the one who does something."""
        return self._addressed(rol, "jij") or Namen.the_role(self, rol)

    def the_roles(self, rollen: Iterable[str], voeg: str = "en") -> str:
        """Return several roles with their articles, as those to whom something is done; the reader comes first."""
        zelf = "ouder" if self.vorm == "u" else "leerling"
        rij = sorted(rollen, key=lambda rol: rol != zelf)
        return enumerate_nl((self._addressed(rol, "jou") or Namen.the_role(self, rol) for rol in rij), voeg)

    def action(self, actie: Feiten) -> str:
        """Return what an action is, as the words after who does it, in plain words."""
        if gewoon := _ACTIES.get(str(actie.get("actie", ""))):
            met = self.the_roles(actie.get("met", ()))
            return gewoon[0].format(met) if met else gewoon[1]
        return Namen.action(self, actie)

    def spoken(self, vaste_zin: str) -> str:
        """Return fixed words of our own as this card says them."""
        return Namen.spoken(self, _DE_LEERLING.sub(self.kind if self.vorm == "u" else "jou", vaste_zin))

    def _addressed(self, rol: str, jij: str) -> str:
        if self.vorm == "u":
            return {"ouder": "u", "leerling": self.kind}.get(rol, "")
        return {"ouder": "je ouders", "leerling": jij}.get(rol, "")


@dataclass(frozen=True, slots=True)
class Stof:
    """Waaruit elke kaart wordt gemaakt: de feiten van het beleid, de namen van de school en de opgeloste ladder."""

    feiten: Feiten
    namen: Namen
    delen: Sequence[Trapdeel]

    def reader(self, vorm: Aanspreekvorm) -> Lezer:
        """Return the names as this reader hears them."""
        return Lezer(self.namen.rollen, self.namen.uitbreiding, self.namen.sector, vorm)

    def block(self, naam: str) -> Feiten:
        """Return one block of the policy; empty when it is not there."""
        blok: Feiten = self.feiten.get(naam, {})
        return blok

    def part(self, naam: str, deel: str) -> Feiten:
        """Return one part of a block; empty when it is not there."""
        gevonden: Feiten = self.block(naam).get(deel, {})
        return gevonden

    @property
    def adults(self) -> bool:
        """Return whether the school says that it has pupils of 18 or older."""
        return bool(self.block("school").get("leerlingen_18plus", bool(self.block("doelgroep_18plus"))))


@dataclass(frozen=True, slots=True)
class Vak:
    """Een deel van een kaart met een kop; is het leeg, dan zegt `ontbreekt` welk veld van het beleid het zou vullen."""

    anker: str
    titel: str
    blokken: tuple[Blok, ...]
    ontbreekt: str = ""


def lead(woord: str, *zinnen: str) -> Iterator[Alinea]:
    """Yield a paragraph that opens with a word in bold; nothing when there is nothing to say."""
    if tekst := " ".join(zin for zin in zinnen if zin):
        yield Alinea((Nadruk(t(f"{woord}:")), *t(f" {tekst}")))


def lead_line(woord: str, regel: Regel) -> Iterator[Alinea]:
    """Yield a paragraph that opens with a word in bold and goes on with inline parts."""
    if regel:
        yield Alinea((Nadruk(t(f"{woord}:")), *t(" "), *regel))


def own_line(woord: str, feiten: Feiten, sleutel: str) -> Iterator[Alinea]:
    """Yield a short text of the school as a sentence behind a word in bold."""
    if tekst := " ".join(str(feiten.get(sleutel, "")).split()):
        yield from lead_line(woord, parse_line(sentence(tekst)))


def bulleted(alineas: Iterable[Alinea]) -> Iterator[Blok]:
    """Yield paragraphs as a list."""
    if items := tuple((alinea,) for alinea in alineas):
        yield Lijst(items)


def elsewhere(blok: Feiten) -> Iterator[Alinea]:
    """Yield where this part is written down, when the school says that it stands in another document."""
    elders: Mapping[str, str] = blok.get("elders_geregeld", {})
    regel: Regel = ()
    if vindplaats := continued(str(elders.get("vindplaats", ""))):
        regel = (*t("Dit staat in: "), *parse_line(vindplaats), *t("."))
    if url := str(elders.get("url", "")):
        regel = (*regel, *t(" " if regel else ""), *link("Naar dat document", url), *t("."))
    if regel:
        yield Alinea(regel)


def plain_signal(signaal: Feiten, namen: Namen) -> str:
    """Return when a signal is there, in the words of a parent or pupil; what the school itself wrote stays."""
    if signaal.get("signaal") == "anders":
        return signal_phrase(signaal, namen)
    kaal = signal_phrase({naam: waarde for naam, waarde in signaal.items() if naam != "toelichting"}, namen)
    for patroon, gewoon in _GEWOON:
        kaal = patroon.sub(gewoon, kaal)
    toelichting = continued(str(signaal.get("toelichting", "")))
    return f"{kaal} ({toelichting})" if toelichting else kaal
