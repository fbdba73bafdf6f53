"""Hoe mensen en dingen in het document heten: de eigen rolnaam van de school gaat voor het vaste woord."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.beleid import woorden
from beleidscheck.document.taal import enumerate_nl

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from beleidscheck.beleid.woordinfo import Uitbreiding

_LIDWOORD: Final = re.compile(
    r"(?:de|het|een|onze|ons|iedere|ieder|elke|elk|alle|mevrouw|mevr\.|mw\.|meneer|dhr\.|juf|meester|wie|degene)\b", re.IGNORECASE
)
#: Waar het kernwoord van een rolnaam ophoudt: "teamleider | van de afdeling".
_NA_KERN: Final = re.compile(r"\s+(?:van|bij|op|in|aan|voor|uit|met|die|dat|tot|of|en|per|namens)\s|[,;(/]")
_HET_WOORDEN: Final = re.compile(
    r"(?:team|punt|loket|bureau|secretariaat|bestuur|gezag|college|werk|management|kantoor|bedrijf|verband|mt|centrum|instituut|overleg|lid|hoofd|lokaal|netwerk)$"
)

_LEERLING: Final = re.compile(r"\bleerling(en)?\b")
#: Staat in een vaste zin waar de namen komen.
_PLEK: Final = "\N{NULL}"
_HET_VOOROP: Final = frozenset({"team", "bureau", "loket", "hoofd", "college", "meldpunt"})
#: Hoe een rol in een sector heet als de school er zelf geen naam voor geeft: (enkelvoud, meervoud).
_PO: Final = {"docent": ("leerkracht", "leerkrachten"), "mentor": ("groepsleerkracht", "groepsleerkrachten")}
_MBO: Final = {
    "leerling": ("student", "studenten"),
    "leerling_18plus": ("student van 18 jaar of ouder", "studenten van 18 jaar of ouder"),
}
_SECTORNAMEN: Final[dict[str, dict[str, tuple[str, str]]]] = {"po": _PO, "sbo": _PO, "so": _PO, "mbo": _MBO}


@dataclass(frozen=True, slots=True)
class Namen:
    """De namen van één school: `rollen` zijn haar eigen rolnamen, `uitbreiding` de woorden van haar kaders."""

    rollen: Mapping[str, str]
    uitbreiding: Uitbreiding
    sector: str = ""

    @property
    def leerling(self) -> str:
        """Return what a pupil is called in running text of the template: leerling, or student in the mbo."""
        return "student" if self.sector == "mbo" else "leerling"

    @property
    def leerlingen(self) -> str:
        """Return the plural of `leerling`."""
        return "studenten" if self.sector == "mbo" else "leerlingen"

    def role(self, rol: str) -> str:
        """Return the name of a role without article, for a table: the school's own, or the readable fixed word."""
        if eigen := self._own(rol):
            return eigen
        if gewoon := _SECTORNAMEN.get(self.sector, {}).get(rol):
            return gewoon[0]
        return woorden.label(rol, "rol", self.uitbreiding)

    def the_role(self, rol: str) -> str:
        """Return the name of a role with its article, for a sentence: "de mentor van de klas"."""
        if eigen := self._own(rol):
            return with_article(eigen)
        if gewoon := _SECTORNAMEN.get(self.sector, {}).get(rol):
            return f"de {gewoon[0]}"
        info = woorden.zoek(rol, "rol", self.uitbreiding)
        return f"{info.lidwoord} {info.label}".strip() if info else with_article(rol.replace("_", " "))

    def the_roles(self, rollen: Iterable[str], voeg: str = "en") -> str:
        """Return several roles with their articles; ouders are spoken of in the plural."""
        return enumerate_nl(
            ("de ouders" if rol == "ouder" and rol not in self.rollen else self.the_role(rol) for rol in rollen), voeg
        )

    def list_roles(self, rollen: Iterable[str], voeg: str = "en") -> str:
        """Return several roles without articles, for a table."""
        return enumerate_nl((self.plural(rol) if rol == "ouder" else self.role(rol) for rol in rollen), voeg)

    def _own(self, rol: str) -> str:
        return " ".join(self.rollen.get(rol, "").split())

    def groups(self, rollen: Iterable[str]) -> str:
        """Return groups of people in the plural: "ouders, leerlingen en medewerkers"."""
        return enumerate_nl(self.plural(rol) for rol in rollen)

    def plural(self, rol: str) -> str:
        """Return a role in the plural, or the school's own name as it stands."""
        if eigen := self._own(rol):
            return eigen
        if gewoon := _SECTORNAMEN.get(self.sector, {}).get(rol):
            return gewoon[1]
        info = woorden.zoek(rol, "rol", self.uitbreiding)
        return (info.meervoud or info.label) if info else rol.replace("_", " ")

    def word(self, woord: str, soort: str = "") -> str:
        """Return the readable form of a fixed word; a text of the school's own stays as it is."""
        info = woorden.zoek(woord, soort, self.uitbreiding)
        if info is not None:
            return self.spoken(info.label)
        return woord if " " in woord else woord.replace("_", " ")

    def words(self, rij: Iterable[str], soort: str = "", voeg: str = "en") -> str:
        """Return fixed words as an enumeration."""
        return enumerate_nl((self.word(woord, soort) for woord in rij), voeg)

    def the_place(self, plaats: str) -> str:
        """Return where something is recorded, with its article: "het leerlingvolgsysteem"."""
        info = woorden.zoek(plaats, "plaats", self.uitbreiding)
        return f"{info.lidwoord} {info.label}".strip() if info else plaats.replace("_", " ")

    def action(self, actie: Mapping[str, Any]) -> str:
        """Return what an action is, as the words after who does it: "neemt contact op met de ouders"."""
        met = self.the_roles(actie.get("met", ()))
        zin = woorden.actie_zin(str(actie.get("actie", "")), _PLEK if met else "", self.uitbreiding)
        return self.spoken(zin).replace(_PLEK, met)

    def spoken(self, vaste_zin: str) -> str:
        """Return fixed words of our own as this sector says them; words of the school itself never pass here."""
        return _LEERLING.sub(lambda gevonden: f"student{gevonden[1] or ''}", vaste_zin) if self.sector == "mbo" else vaste_zin


def with_article(naam: str) -> str:
    """Return the name of a role with "de" or "het"; a name of a person or a body stays without."""
    if _LIDWOORD.match(naam) or _is_proper_name(naam):
        return naam
    kern = _NA_KERN.split(naam, maxsplit=1)[0].casefold().split()
    return f"het {naam}" if kern and (_HET_WOORDEN.search(kern[-1]) or kern[0] in _HET_VOOROP) else f"de {naam}"


def _is_proper_name(naam: str) -> bool:
    """Return whether a name starts like "Anja de Vries" or "Stichting Polderlicht", not like "FG" or "IB'er"."""
    eerste = next(iter(naam.split(maxsplit=1)), "")
    return eerste[:1].isupper() and eerste[1:].islower() and " " in naam
