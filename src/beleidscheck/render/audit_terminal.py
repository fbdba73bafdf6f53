"""De audit in de terminal: één regel per school op naam, dan wat het vaakst ontbreekt en wat er veranderde."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from beleidscheck.auditing.delta import Verandering
from beleidscheck.beleid.elementen import ELEMENTEN
from beleidscheck.bevinding import Gewicht
from beleidscheck.document.audit_overzicht import counts_words
from beleidscheck.document.rapport_woorden import STATUS_WOORDEN, date_words, list_words, number_of, plural_of
from beleidscheck.render.blad import Blad, Kleur
from beleidscheck.render.kolommen import clean, pad, width
from beleidscheck.render.tekens import ELEMENT_TEKEN, GEWICHT_TEKEN, OORDEEL_TEKEN, STATUS_TEKEN
from beleidscheck.report import ElementStatus, Status

if TYPE_CHECKING:
    from beleidscheck.auditing.verslag import Verslag

_MEESTE_SCHOLEN: Final = 100
_MEESTE_FOUTEN: Final = 20
_KOLOM: Final = 6
_KOPPEN: Final = ("tek.", "aand.", "beo.", "afw.", "bas.")


def render_audit_terminal(verslag: Verslag, *, kleur: bool, breedte: int = 80) -> str:
    """Return the overview as text of at most `breedte` columns."""
    blad = Blad(max(breedte, 60), kleur=kleur)
    audit = verslag.audit
    blad.line(
        f"Audit van {number_of(len(audit.scholen), 'bestand', 'bestanden')}, peildatum {date_words(audit.opgave.peildatum)}",
        kleur=Kleur.VET,
    )
    for ref, sha256 in audit.kaders.items():
        blad.line(f"{ref}, hash {sha256[:12]}", eerst="Kader  ")
    _schools(blad, verslag)
    _trouble(blad, verslag)
    _elements(blad, verslag)
    _frequent(blad, verslag)
    _changes(blad, verslag)
    _sums(blad, verslag)
    blad.rule()
    blad.line(counts_words(verslag), kleur=Kleur.VET)
    if weg := len(verslag.basislijn.settled()):
        blad.line(f"{number_of(weg, 'regel', 'regels')} van de basislijn niet meer nodig; `--basislijn-bijwerken` haalt ze weg.")
    return blad.text()


def _schools(blad: Blad, verslag: Verslag) -> None:
    blad.title("Scholen, op naam")
    naam_breed = blad.breedte - 2 - len(_KOPPEN) * _KOLOM - 8
    koppen = "  " + pad("school", naam_breed) + " sector" + "".join(f"{kop:>{_KOLOM}}" for kop in _KOPPEN)
    blad.raw(koppen, eerst=len(koppen), kleur=Kleur.DOF)
    paren = sorted(
        zip(verslag.audit.scholen, verslag.standen, strict=True), key=lambda paar: (paar[0].naam.casefold(), paar[0].bestand)
    )
    for kop, stand in paren[:_MEESTE_SCHOLEN]:
        teken, kleur = STATUS_TEKEN[kop.status]
        naam = _shortened(kop.naam, naam_breed)
        getallen = (stand.tekorten, stand.aandachtspunten, stand.te_beoordelen, stand.afwijkingen, stand.bekend)
        if kop.status in {Status.ONLEESBAAR, Status.NIETS_GETOETST}:
            achter = f"{'':>6}  {STATUS_WOORDEN[kop.status]}"
        else:
            achter = " " + pad(kop.sector, 6) + "".join(f"{getal:>{_KOLOM}}" for getal in getallen)
        blad.raw(f"{teken} {pad(naam, naam_breed)}{achter}", eerst=len(teken), kleur=kleur)
    if len(paren) > _MEESTE_SCHOLEN:
        blad.line(
            f"… en nog {len(paren) - _MEESTE_SCHOLEN}; `--uitvoer xlsx=audit.xlsx` of `--site MAP` toont ze allemaal.", in_=2
        )
    blad.skip()
    blad.line(
        "tek. tekorten, aand. aandachtspunten, beo. te beoordelen, afw. vastgelegde afwijkingen, bas. in de basislijn",
        kleur=Kleur.DOF,
    )


def _shortened(tekst: str, breed: int) -> str:
    schoon = clean(tekst)
    while width(schoon) > breed:
        schoon = schoon[:-2] + "…"
    return schoon


def _trouble(blad: Blad, verslag: Verslag) -> None:
    audit = verslag.audit
    stuk = [kop for kop in audit.scholen if kop.status in {Status.ONLEESBAAR, Status.NIETS_GETOETST}]
    dubbel = audit.double_brins()
    if not stuk and not dubbel:
        return
    blad.title("Let op")
    for kop in stuk[:_MEESTE_FOUTEN]:
        school = audit.outcome(kop.nummer)
        blad.line(kop.bestand, kleur=Kleur.ROOD)
        for fout in school.fouten[:3]:
            blad.line(f"{fout.zin} {fout.remedie}".strip(), eerst=f"{fout.regel}:{fout.kolom}  ", in_=2)
        if school.waarom_niets:
            blad.line(school.waarom_niets, in_=2)
    if len(stuk) > _MEESTE_FOUTEN:
        blad.line(f"… en nog {number_of(len(stuk) - _MEESTE_FOUTEN, 'bestand', 'bestanden')}.")
    for brin, koppen in dubbel.items():
        blad.line(
            f"BRIN-nummer {brin} staat in {list_words(kop.bestand for kop in koppen)}. Haal weg wat niet meer geldt.",
            eerst="! ",
            kleur=Kleur.GEEL,
        )


def _elements(blad: Blad, verslag: Verslag) -> None:
    koppen = [kop for kop in verslag.audit.scholen if kop.elementen]
    if not koppen:
        return
    blad.title("Elementen: hoeveel scholen")
    breed = blad.breedte - len(ElementStatus) * _KOLOM
    tekens = "".join(f"{ELEMENT_TEKEN[stand][0]:>{_KOLOM}}" for stand in ElementStatus)
    blad.raw(" " * breed + tekens, eerst=0, kleur=Kleur.GEWOON)
    for element in ELEMENTEN:
        aantallen = (sum(kop.elementen[element.nummer] is stand for kop in koppen) for stand in ElementStatus)
        rij = "".join(f"{aantal or '·':>{_KOLOM}}" for aantal in aantallen)
        blad.raw(pad(_shortened(f"{element.nummer:>2}. {element.titel}", breed), breed) + rij, eerst=0, kleur=Kleur.GEWOON)
    blad.skip()
    blad.line(", ".join(f"{ELEMENT_TEKEN[stand][0]} {stand}" for stand in ElementStatus), kleur=Kleur.DOF)


def _frequent(blad: Blad, verslag: Verslag) -> None:
    rijen = verslag.frequent()
    if not rijen:
        return
    blad.title("Wat het vaakst ontbreekt")
    for kop, niet, van in rijen:
        blad.line(f"{kop.titel} ({kop.id})", eerst=f"{niet:>5} van {van:<5} ", kleur=Kleur.GEEL)


def _changes(blad: Blad, verslag: Verslag) -> None:
    delta = verslag.delta
    if delta is None:
        return
    blad.title(f"Veranderd sinds {delta.van}")
    for soort in Verandering:
        blad.count(" ", str(soort), delta.telling[soort])
    for woord, namen in (("Nieuw", delta.nieuw), ("Niet meer in de audit", delta.weg)):
        if namen:
            blad.line(list_words(namen[:_MEESTE_FOUTEN]), eerst=f"{woord}: ")
    for school in [school for school in delta.scholen if school.normen][:_MEESTE_SCHOLEN]:
        delen = [
            f"{school.telling[soort]} {soort}"
            for soort in Verandering
            if soort is not Verandering.GELIJK and school.telling.get(soort)
        ]
        blad.line(list_words(delen), eerst=f"{_shortened(school.naam, 34)}: ", in_=2)


def _sums(blad: Blad, verslag: Verslag) -> None:
    blad.title("Samen")
    for oordeel, aantal in verslag.audit.sums().items():
        teken, kleur = OORDEEL_TEKEN[oordeel]
        blad.count(teken, str(oordeel), aantal, kleur=kleur)
    blad.count(" ", "normen samen", sum(verslag.audit.sums().values()))
    blad.skip()
    for gewicht, aantal in verslag.audit.weights().items():
        if gewicht is not Gewicht.GEEN:
            teken, kleur = GEWICHT_TEKEN[gewicht]
            blad.count(teken, plural_of(gewicht), aantal, kleur=kleur)
