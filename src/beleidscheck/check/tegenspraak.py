"""Feiten in één beleid die elkaar tegenspreken, altijd met beide plaatsen.

De eerste plaats is de kant die de norm geraakt wordt: een norm die op dat feit rust, is `tegenstrijdig`.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from beleidscheck.check.getallen import prose_conflicts
from beleidscheck.check.trapmeldingen import TEGENSPRAAK, places, read_gegevens
from beleidscheck.hoeveelheid import QuantityError, UnitError, compare, parse_hoeveelheid
from beleidscheck.trap.drempelzin import threshold
from beleidscheck.trap.gebrek import Kwaal
from beleidscheck.trap.gebrekzin import describe
from beleidscheck.trap.hygiene_paar import contradicting_steps
from beleidscheck.trap.hygiene_ziek import sickness_faults
from beleidscheck.trap.ladder import BLOK, Pad

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beleidscheck.toetsen import Onderzoek
    from beleidscheck.trap.ladder import Signaal, Stap

#: Per soort afwezigheid waarbij het beleid «geen melding» kan zeggen: bij welke signalen een stap toch meldt.
_MELDT_BIJ = {
    "ongeoorloofd": ("ongeoorloofde_uren", "ongeoorloofd_aaneengesloten", "luxe_verzuim"),
    "ongeoorloofd_te_laat": ("te_laat",),
}


@dataclass(frozen=True, slots=True)
class Tegenspraak:
    """Twee feiten die niet samen waar kunnen zijn: beide paden, en een zin die beide waarden noemt."""

    code: str
    een: Pad
    ander: Pad
    zin: str
    te_doen: str
    titel: str = "Twee plaatsen spreken elkaar tegen"
    ernstig: bool = False


def find_contradictions(onderzoek: Onderzoek) -> tuple[Tegenspraak, ...]:
    """Return every contradiction, in the order of the checks."""
    gevonden: list[Tegenspraak] = []
    for zoek in (_truant, _nearly_truant, _levels, _consultation, _ladder, _types, _adults, _zero):
        gevonden.extend(zoek(onderzoek))
    for conflict in prose_conflicts(onderzoek.feiten):
        zin = f"In de tekst staat «{conflict.in_tekst}», maar bij `{conflict.veld}` staat «{conflict.waarde}»."
        gevonden.append(
            Tegenspraak("getal-in-tekst", conflict.tekst_pad, conflict.veld_pad, zin, "Maak de tekst en het veld gelijk.")
        )
    return tuple(gevonden)


def _steps(onderzoek: Onderzoek, signaal: str, actie: str) -> list[tuple[Stap, Signaal]]:
    return [
        (stap, eigen)
        for stap in onderzoek.ladder.stappen
        for eigen in stap.signalen
        if eigen.naam == signaal and eigen.drempel is not None and any(a.actie == actie for a in onderzoek.ladder.actions(stap))
    ]


def _truant(onderzoek: Onderzoek) -> Iterator[Tegenspraak]:
    """A definition of thuiszitter that is not what the ladder reports."""
    begrip = onderzoek.value("begrippen.thuiszitter")
    if not isinstance(begrip, dict):
        return
    uren = begrip.get("uren")
    meldt = _steps(onderzoek, "ongeoorloofde_uren", "duo_melden")
    if isinstance(uren, int | float) and meldt and all(s.drempel and s.drempel.getal != Fraction(str(uren)) for _, s in meldt):
        _, signaal = meldt[0]
        zin = f"Volgens uw begrippen is een leerling thuiszitter bij {uren:g} uur, maar uw stappen melden {threshold(signaal)}."
        yield Tegenspraak(
            "thuiszitter-uren",
            ("begrippen", "thuiszitter", "uren"),
            signaal.pad,
            zin,
            "Gebruik in het begrip en in de stap hetzelfde aantal uren.",
        )
    periode = begrip.get("uren_periode")
    if isinstance(periode, str) and meldt and not any(_same_window(periode, s) for _, s in meldt):
        _, signaal = meldt[0]
        zin = f"Volgens uw begrippen tellen de uren van een thuiszitter over {periode}, maar uw stappen melden {threshold(signaal)}."
        yield Tegenspraak(
            "thuiszitter-periode",
            ("begrippen", "thuiszitter", "uren_periode"),
            signaal.pad,
            zin,
            "Tel in het begrip en in de stap over dezelfde periode.",
        )
    meldt = _steps(onderzoek, "ongeoorloofd_aaneengesloten", "duo_melden")
    duur = begrip.get("aaneengesloten")
    if isinstance(duur, str) and meldt and not any(_equal(duur, s) for _, s in meldt):
        _, signaal = meldt[0]
        zin = f"Volgens uw begrippen is een leerling thuiszitter na {duur} aaneengesloten, maar uw stappen melden {threshold(signaal)}."
        yield Tegenspraak(
            "thuiszitter-duur",
            ("begrippen", "thuiszitter", "aaneengesloten"),
            signaal.pad,
            zin,
            "Gebruik in het begrip en in de stap dezelfde duur.",
        )


def _same_window(tekst: str, signaal: Signaal) -> bool:
    try:
        return signaal.periode is None or compare(parse_hoeveelheid(tekst), signaal.periode) == 0
    except (UnitError, QuantityError):
        return True


def _equal(tekst: str, signaal: Signaal) -> bool:
    try:
        return signaal.drempel is not None and compare(parse_hoeveelheid(tekst), signaal.drempel) == 0
    except (UnitError, QuantityError):
        return True


def _nearly_truant(onderzoek: Onderzoek) -> Iterator[Tegenspraak]:
    """A definition of dreigend thuiszitter that is not level 2."""
    begrip = onderzoek.value("begrippen.dreigend_thuiszitter")
    niveaus = onderzoek.value("stimuleren_aanwezigheid.niveaus")
    if not isinstance(begrip, dict) or not isinstance(niveaus, list):
        return
    for nummer, niveau in enumerate(niveaus):
        if niveau.get("tier") != 2:  # noqa: PLR2004 - niveau 2 van de drie
            continue
        for sleutel, woord in (("aanwezigheid_van", "vanaf"), ("aanwezigheid_tot", "tot")):
            hier, daar = begrip.get(sleutel), niveau.get(sleutel)
            if hier is not None and daar is not None and hier != daar:
                zin = f"Dreigend thuiszitten loopt volgens uw begrippen {woord} {hier} procent, maar niveau 2 loopt {woord} {daar} procent."
                pad = ("stimuleren_aanwezigheid", "niveaus", nummer, sleutel)
                yield Tegenspraak(
                    "dreigend-en-niveau",
                    ("begrippen", "dreigend_thuiszitter", sleutel),
                    pad,
                    zin,
                    "Gebruik op beide plaatsen dezelfde grens.",
                )


def _levels(onderzoek: Onderzoek) -> Iterator[Tegenspraak]:
    """Levels with a gap or an overlap between them."""
    niveaus = onderzoek.value("stimuleren_aanwezigheid.niveaus")
    if not isinstance(niveaus, list):
        return
    heel = [
        (n["aanwezigheid_van"], n["aanwezigheid_tot"], i)
        for i, n in enumerate(niveaus)
        if "aanwezigheid_van" in n and "aanwezigheid_tot" in n
    ]
    heel.sort(reverse=True)
    for (van, _, boven), (_, tot, onder) in pairwise(heel):
        if van != tot:
            wat = "zit een gat" if tot < van else "zit overlap"
            zin = f"Tussen de niveaus {wat}: het ene begint bij {van:g} procent, het andere loopt tot {tot:g} procent."
            yield Tegenspraak(
                "niveaus-sluiten-niet-aan",
                ("stimuleren_aanwezigheid", "niveaus", onder, "aanwezigheid_tot"),
                ("stimuleren_aanwezigheid", "niveaus", boven, "aanwezigheid_van"),
                zin,
                "Laat elk niveau beginnen waar het vorige ophoudt.",
            )


def _consultation(onderzoek: Onderzoek) -> Iterator[Tegenspraak]:
    """A step to the spreekuur outside its own limits."""
    uur = onderzoek.value("regionaal.verzuimspreekuur")
    if not isinstance(uur, dict):
        return
    van, tot = uur.get("te_laat_van"), uur.get("te_laat_tot")
    eigen = [
        signaal
        for stap in onderzoek.ladder.stappen
        for signaal in stap.signalen
        if signaal.naam == "te_laat" and signaal.drempel and any(a.actie == "verzuimspreekuur" for a in stap.acties)
    ]
    for signaal in eigen:
        drempel = signaal.drempel
        if drempel and ((van is not None and drempel.getal < van) or (tot is not None and drempel.getal > tot)):
            zin = f"Uw stappen sturen een leerling {threshold(signaal)} naar het spreekuur, maar het spreekuur is voor {van} tot en met {tot} keer te laat."
            yield Tegenspraak(
                "spreekuur-en-stap",
                ("regionaal", "verzuimspreekuur", "te_laat_van"),
                signaal.pad,
                zin,
                "Laat de stap en het spreekuur over dezelfde aantallen gaan.",
            )


def _ladder(onderzoek: Onderzoek) -> Iterator[Tegenspraak]:
    """Steps that exclude each other, and sickness that is reported as such: forbidden, whatever else the policy says."""
    gegevens = read_gegevens(onderzoek.feiten)
    for gebrek in (*contradicting_steps(onderzoek.ladder), *sickness_faults(onderzoek.ladder, gegevens)):
        if gebrek.kwaal in TEGENSPRAAK:
            woorden, paden = describe(gebrek, onderzoek.noem), places(gebrek)
            ernstig = gebrek.kwaal is not Kwaal.TEGENSTRIJDIG
            yield Tegenspraak(str(gebrek.kwaal), paden[0], paden[-1], woorden.zin, woorden.te_doen, woorden.titel, ernstig)


def _types(onderzoek: Onderzoek) -> Iterator[Tegenspraak]:
    """A kind of absence without a report that the ladder does report."""
    typen = onderzoek.value(f"{BLOK}.typen")
    for nummer, item in enumerate(typen if isinstance(typen, list) else ()):
        if item.get("melding") != "geen":
            continue
        soort = str(item.get("type", ""))
        meldt = next((paar for naam in _MELDT_BIJ.get(soort, ()) for paar in _reported(onderzoek, naam)), None)
        if meldt is not None:
            stap, signaal = meldt
            bij = threshold(signaal) or f"bij «{onderzoek.noem(signaal.naam)}»"
            zin = f"Bij «{onderzoek.noem(soort)}» staat «geen melding», maar uw stappen melden {bij}."
            doen = f"Zet bij «{onderzoek.noem(soort)}» `melding: verplicht`, of `vrijwillig` als de school mag kiezen."
            pad = signaal.pad if not stap.uit_kader else (BLOK, "volgt")
            yield Tegenspraak("melding-en-stap", (BLOK, "typen", nummer, "melding"), pad, zin, doen)


def _reported(onderzoek: Onderzoek, naam: str) -> Iterator[tuple[Stap, Signaal]]:
    for stap in onderzoek.ladder.stappen:
        for signaal in stap.signalen:
            if signaal.naam == naam and any(a.actie == "duo_melden" for a in onderzoek.ladder.actions(stap)):
                yield stap, signaal


def _adults(onderzoek: Onderzoek) -> Iterator[Tegenspraak]:
    """Rules for adults at a school that says it has none."""
    if onderzoek.value("school.leerlingen_18plus") is not False:
        return
    blok: Any = onderzoek.value("doelgroep_18plus")
    if blok:
        zin = "De school zegt geen leerlingen van 18 jaar of ouder te hebben, maar het beleid regelt wel iets voor hen."
        yield Tegenspraak(
            "18plus",
            ("school", "leerlingen_18plus"),
            ("doelgroep_18plus",),
            zin,
            "Haal de regels weg, of zet `leerlingen_18plus: ja`.",
        )


def _zero(onderzoek: Onderzoek) -> Iterator[Tegenspraak]:
    """A threshold of zero: a step that is always on says nothing."""
    for stap in onderzoek.ladder.stappen:
        for signaal in stap.signalen:
            if signaal.drempel is not None and signaal.drempel.getal == 0 and signaal.vergelijking != "meer_dan":
                zin = f"De drempel bij «{onderzoek.noem(signaal.naam)}» is 0, dus deze stap geldt altijd of nooit."
                yield Tegenspraak(
                    "drempel-nul",
                    (*signaal.pad, "drempel"),
                    signaal.pad,
                    zin,
                    "Zet hier vanaf hoeveel keer, uur of dag de stap begint.",
                )
