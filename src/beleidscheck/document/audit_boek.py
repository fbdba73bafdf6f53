"""Het register van de auditsite: scholen op naam, per norm wat elke school ervan haalt, en elk aantal zoals het getoond mag worden.

In de openbare vorm staan er geen scholen in, alleen aantallen, en die zijn hier al door de onderdrukking gegaan. Geen bladzijde telt zelf.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from beleidscheck.auditing.historie import measure
from beleidscheck.auditing.onderdrukking import suppress
from beleidscheck.beleid.elementen import ELEMENTEN
from beleidscheck.bevinding import Oordeel
from beleidscheck.document.uitleg_paden import safe_name
from beleidscheck.kader import load_kader
from beleidscheck.report import ElementStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from beleidscheck.auditing.historie import Meting
    from beleidscheck.auditing.model import Schoolkop, Schooluitslag
    from beleidscheck.auditing.uitkomst import Normsleutel
    from beleidscheck.auditing.verslag import Verslag
    from beleidscheck.kader import Kader, Norm

#: Vakken van een rij; hun aantallen zijn samen altijd alle beleidsbestanden van de audit.
NIET_TE_TOETSEN: Final = "niet te toetsen"
NIET_AAN_GETOETST: Final = "kader niet gebruikt"
ANDERS: Final = "anders"
NIET_GETOOND: Final = "niet getoond"
_OORDELEN: Final = tuple(Oordeel)
_NIET_VAN_TOEPASSING: Final = _OORDELEN.index(Oordeel.NIET_VAN_TOEPASSING) + 1
_GEEN_LETTER: Final = re.compile(r"[^a-z0-9]+")
_LANGST: Final = 60

#: Per vak het aantal scholen, of `None` als dat niet getoond wordt.
Telrij = dict[str, "int | None"]


@dataclass(frozen=True, slots=True)
class Schoolblad:
    """Een school in de site: `bladnaam` is de naam van haar bestanden, `bestand` haar pad vanaf de map die alle scholen delen.

    `titel` is haar naam, met haar BRIN-nummer of bestand erachter als een andere school ook zo heet.
    """

    kop: Schoolkop
    bestand: str
    bladnaam: str
    titel: str

    @property
    def pad(self) -> str:
        """Return where the page of this school stands."""
        return f"school/{self.bladnaam}.html"

    @property
    def rapport(self) -> str:
        """Return where the whole report on this school stands."""
        return f"rapport/{self.bladnaam}.html"

    @property
    def beleid(self) -> str:
        """Return where the policy document of this school stands."""
        return f"beleid/{self.bladnaam}.html"


@dataclass(frozen=True, slots=True)
class Formulering:
    """Hoe een school die voldoet het zelf opschreef: het veld en haar eigen woorden."""

    school: Schoolblad
    veld: str
    tekst: str


@dataclass(frozen=True)
class Auditboek:
    """Alles waaruit de bladzijden komen; `scholen` staan op naam en `kolommen` hebben per norm een teken per school van de audit."""

    verslag: Verslag
    openbaar: bool
    minimum: int
    kaders: tuple[Kader, ...]
    scholen: tuple[Schoolblad, ...]
    kolommen: Mapping[Normsleutel, bytes]
    metingen: tuple[Meting, ...]
    afgeleid: frozenset[Normsleutel] = frozenset()
    formuleringen: Mapping[Normsleutel, Sequence[Formulering]] = field(default_factory=dict)

    @property
    def aantal(self) -> int:
        """Return how many policies there are; every row of counts adds up to this."""
        return len(self.verslag.audit.scholen)

    def element_row(self, nummer: int) -> Telrij:
        """Return how many schools have which state of an element."""
        telling = Counter(kop.elementen[nummer] for kop in self.verslag.audit.scholen if nummer < len(kop.elementen))
        return self._element_row(telling, self.aantal)

    def _element_row(self, telling: Mapping[ElementStatus, int], totaal: int) -> Telrij:
        rij = {str(stand): telling.get(stand, 0) for stand in ElementStatus}
        rij[NIET_TE_TOETSEN] = max(0, totaal - sum(rij.values()))
        if not self.openbaar:
            return dict(rij)
        eigen = (ElementStatus.VOLLEDIG, ElementStatus.DEELS, ElementStatus.ONTBREEKT)
        samen = {str(stand): rij[str(stand)] for stand in eigen}
        return self._hidden({**samen, ANDERS: sum(rij.values()) - sum(samen.values())})

    def norm_row(self, sleutel: Normsleutel) -> Telrij | None:
        """Return how many schools got which oordeel on a norm, or `None` when that may not be shown at all."""
        telling = Counter(self.kolommen[sleutel])
        rij = {str(oordeel): telling[nummer] for nummer, oordeel in enumerate(_OORDELEN, 1)}
        rij[NIET_AAN_GETOETST] = telling[0]
        if not self.openbaar:
            return dict(rij)
        if sleutel in self.afgeleid:
            return None
        samen = {str(oordeel): rij[str(oordeel)] for oordeel in (Oordeel.VOLDOET, Oordeel.VOLDOET_NIET)}
        return self._hidden({**samen, ANDERS: sum(rij.values()) - sum(samen.values())})

    def kader_row(self, ref: str) -> Telrij:
        """Return how many schools were checked against a kader, and how many were not."""
        wel = sum(ref in kop.kaders for kop in self.verslag.audit.scholen)
        return self._hidden({"getoetst": wel, NIET_AAN_GETOETST: self.aantal - wel})

    def status_row(self, woorden: Mapping[str, int]) -> Telrij:
        """Return counts that add up to all policies, as they may be shown."""
        return self._hidden(dict(woorden))

    def _hidden(self, rij: Mapping[str, int]) -> Telrij:
        if not self.openbaar:
            return dict(rij)
        return dict(zip(rij, suppress(tuple(rij.values()), self.minimum), strict=True))

    def trend(self, nummer: int, groep: str = "alle") -> list[tuple[str, Telrij]]:
        """Return the rows of an element on each date of measurement, oldest first; `groep` is as in a `Meting`."""
        rijen = []
        for meting in self.metingen:
            standen = meting.elementen.get(groep, ())
            if nummer < len(standen):
                telling = {stand: standen[nummer].get(str(stand), 0) for stand in ElementStatus}
                totaal = meting.scholen if groep == "alle" else sum(telling.values())
                rijen.append((meting.peildatum, self._element_row(telling, totaal)))
        return rijen

    def schools_by(self, sleutel: Normsleutel) -> dict[Oordeel, list[Schoolblad]]:
        """Return the schools per oordeel on a norm, by name; nobody in the public form."""
        per: dict[Oordeel, list[Schoolblad]] = defaultdict(list)
        kolom, plek = self.kolommen[sleutel], self._places
        for school in self.scholen:
            if code := kolom[plek[school.kop.nummer]]:
                per[_OORDELEN[code - 1]].append(school)
        return per

    @property
    def _places(self) -> Mapping[int, int]:
        return {kop.nummer: plek for plek, kop in enumerate(self.verslag.audit.scholen)}

    def norms(self) -> Iterator[tuple[Kader, Norm]]:
        """Yield every norm in the audit that this site has a page for."""
        for kader in self.kaders:
            yield from ((kader, norm) for norm in kader.normen if (kader.ref, norm.id) in self.kolommen)


def make_audit_book(
    verslag: Verslag, *, openbaar: bool, minimum: int, per_school: Callable[[Schoolblad, Schooluitslag], None] | None = None
) -> Auditboek:
    """Return the register of an audit; the outcomes pass once, one at a time, and `per_school` sees each of them."""
    audit = verslag.audit
    bladen = _named(audit.scholen)
    kolommen = {sleutel: bytearray(len(audit.scholen)) for sleutel in verslag.koppen}
    codes = {oordeel: nummer for nummer, oordeel in enumerate(_OORDELEN, 1)}
    for plek, school in enumerate(audit.outcomes()):
        for ref, norm in school.outcomes():
            if (ref, norm.norm) in kolommen:
                kolommen[ref, norm.norm][plek] = codes[norm.oordeel]
        if per_school is not None:
            per_school(bladen[plek], school)
    gebruikt = Counter(ref for kop in audit.scholen for ref in kop.kaders)
    kaders = tuple(
        kader
        for ref in audit.kaders
        if (kader := _loaded(verslag, ref)) is not None and (not openbaar or gebruikt[ref] >= max(1, minimum))
    )
    vast = {sleutel: bytes(kolom) for sleutel, kolom in kolommen.items()}
    nu = measure(audit)
    return Auditboek(
        verslag=verslag,
        openbaar=openbaar,
        minimum=minimum,
        kaders=kaders,
        scholen=() if openbaar else tuple(sorted(bladen, key=lambda blad: (plain(blad.kop.naam), blad.bestand))),
        kolommen=vast,
        metingen=(*(meting for meting in verslag.historie if meting.peildatum < nu.peildatum), nu),
        afgeleid=_derivable(kaders, vast) if openbaar and minimum > 1 else frozenset(),
    )


def _loaded(verslag: Verslag, ref: str) -> Kader | None:
    """Return a kader of the audit: one that was named by its path, or one of ours."""
    for gevraagd in verslag.audit.opgave.kaders:
        if (kader := load_kader(gevraagd)).ref == ref:
            return kader
    return load_kader(ref)


def plain(tekst: str) -> str:
    """Return a text as it is put in alphabetical order: without accents and capitals."""
    ontleed = unicodedata.normalize("NFKD", tekst.casefold())
    return "".join(teken for teken in ontleed if not unicodedata.combining(teken))


def _named(koppen: Sequence[Schoolkop]) -> list[Schoolblad]:
    """Return the schools with a file name that depends on nothing but themselves; who would share one gets a hash behind it."""
    paden = [kop.bestand for kop in koppen]
    gedeeld = _shared([pad.split("/")[:-1] for pad in paden])
    kort = [pad.split("/")[gedeeld:] for pad in paden]
    namen = [_slug(kop) for kop in koppen]
    vaker, gelijk = Counter(namen), Counter(plain(kop.naam) for kop in koppen)
    brins = Counter(kop.brin for kop in koppen)
    bladen = []
    for kop, stukken, naam in zip(koppen, kort, namen, strict=True):
        bestand = "/".join(stukken) or kop.naam
        staart = hashlib.sha256(bestand.encode("utf-8", "replace")).hexdigest()[:12]
        titel = kop.naam if gelijk[plain(kop.naam)] == 1 else f"{kop.naam} ({kop.brin if kop.brin and brins[kop.brin] == 1 else bestand})"
        bladen.append(Schoolblad(kop, bestand, naam if vaker[naam] == 1 else f"{naam}_{staart}", titel))
    return bladen


def _shared(mappen: Sequence[Sequence[str]]) -> int:
    """Return how many folders all paths begin with."""
    aantal = 0
    for laag in zip(*mappen, strict=False):
        if len(set(laag)) > 1:
            break
        aantal += 1
    return aantal


def _slug(kop: Schoolkop) -> str:
    """Return name and BRIN number in small letters and digits only; no such name has a `_`."""
    naam = _GEEN_LETTER.sub("-", plain(kop.naam)).strip("-")[:_LANGST].strip("-") or "school"
    brin = _GEEN_LETTER.sub("", plain(kop.brin))[:8]
    samen = f"{naam}-{brin}" if brin else naam
    return samen if safe_name(samen) == samen else f"school-{samen}"


def _derivable(kaders: Sequence[Kader], kolommen: Mapping[Normsleutel, bytes]) -> frozenset[Normsleutel]:
    """Return the norms whose counts would give away a small group when put beside other counts.

    Two norms with the same test, for groups of schools that differ a little: the difference is about a few schools, so only the largest
    group is shown. And an element in which all norms come out alike is the same row twice, cut in other parts.
    """
    per_toets: dict[str, list[Normsleutel]] = defaultdict(list)
    per_element: dict[int, list[Normsleutel]] = defaultdict(list)
    for kader in kaders:
        for norm in kader.normen:
            if (sleutel := (kader.ref, norm.id)) in kolommen:
                toetsen = [toets.model_dump(mode="json") for toets in norm.toetsen]
                per_toets[json.dumps(toetsen, sort_keys=True)].append(sleutel)
                per_element[norm.element].append(sleutel)
    weg: set[Normsleutel] = set()
    for sleutels in per_toets.values():
        groepen = {sleutel: _group(kolommen[sleutel]) for sleutel in sleutels}
        grootste = max(groepen.values(), key=lambda groep: (sum(groep), groep))
        weg.update(sleutel for sleutel, groep in groepen.items() if groep != grootste)
    for sleutels in per_element.values():
        if len({kolommen[sleutel] for sleutel in sleutels}) == 1:
            weg.update(sleutels)
    return frozenset(weg)


def _group(kolom: bytes) -> bytes:
    """Return for which schools a norm holds, as a byte of 0 or 1 per school."""
    return bytes(int(code not in {0, _NIET_VAN_TOEPASSING}) for code in kolom)


def element_titles() -> dict[int, str]:
    """Return the name of each element with its number."""
    return {element.nummer: f"{element.nummer}. {element.titel}" for element in ELEMENTEN}


def count_words(aantal: int | None) -> str:
    """Return a count as it stands in a table."""
    return NIET_GETOOND if aantal is None else str(aantal)
