"""Report: van één bestand naar één `Report`; de enige plek waar een fout bestand een rapport wordt in plaats van een uitzondering."""

from __future__ import annotations

import difflib
from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.beleid.elementen import ELEMENTEN
from beleidscheck.bevinding import Bevinding, Gewicht, Grond, Melding, Niveau, NormInfo, Oordeel, Plan, Samenvatting, summarise
from beleidscheck.check import check, examine, find_contradictions, find_meldingen
from beleidscheck.errors import Fault, InvalidPolicyError, UnreadableFileError, UsageError
from beleidscheck.kader import Kader, available, combine, load_kader, unknown_kader
from beleidscheck.kader.opvolging import Kaderkop, date_words, notices, successors
from beleidscheck.policy import Policy, parse_policy
from beleidscheck.source import Source, read_source
from beleidscheck.trap.ladder import BLOK

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from pathlib import Path


class Status(StrEnum):
    """Wat er over een heel beleid te zeggen is."""

    GEREED = "gereed"
    CONCEPT = "CONCEPT"
    ONLEESBAAR = "onleesbaar"
    NIETS_GETOETST = "niets getoetst"


class ElementStatus(StrEnum):
    """Hoe ver één element van het model is."""

    VOLLEDIG = "volledig"
    DEELS = "deels"
    ONTBREEKT = "ontbreekt"
    TE_BEOORDELEN = "te beoordelen"
    NIET_VAN_TOEPASSING = "niet van toepassing"


@dataclass(frozen=True, slots=True)
class KaderInfo:
    """Een kader zoals het in dit rapport is gebruikt: `ref` is `id@versie`, `sha256` de hash van het kaderbestand.

    `mededelingen` zijn zinnen over de geldigheid op de peildatum; `opvolgers` de kaders die dit opvolgen, `gebaseerd_op` de kaders
    waar het op rust met hun hash, en `in_werking_op` de ingestelde dag waarop een wetsvoorstel in werking treedt. `begint_nog`: op de peildatum geldt het nog niet.
    """

    ref: str
    naam: str
    status: str
    sha256: str
    opmerking: str = ""
    mededelingen: tuple[str, ...] = ()
    opvolgers: tuple[Kaderkop, ...] = ()
    gebaseerd_op: tuple[tuple[str, str], ...] = ()
    in_werking_op: str = ""
    begint_nog: bool = False


@dataclass(frozen=True, slots=True)
class Cluster:
    """Alle bevindingen over één feit, zwaarste eerst; het rapport toont er één van en noemt de andere bronnen.

    `kop` is de zwaarste bevinding (eerste van `bevindingen`).
    """

    naam: str
    bevindingen: tuple[Bevinding, ...]

    @property
    def kop(self) -> Bevinding:
        """Return the heaviest bevinding of the cluster."""
        return self.bevindingen[0]


@dataclass(frozen=True, slots=True)
class ElementRapport:
    """Eén element van het model: nummer (0 is begrippen, kop en registratie), titel, status en wat erover te zeggen is."""

    nummer: int
    titel: str
    hoofdthema: str
    sleutel: str
    status: ElementStatus
    clusters: tuple[Cluster, ...]
    elders: str = ""
    plan: Plan | None = None


@dataclass(frozen=True, slots=True)
class EersteStap:
    """Eén van de vijf dingen die het eerst gedaan moeten worden: welk cluster, wie, en hoeveel normen het regelt."""

    cluster: Cluster
    aan_zet: str
    regelt: int


@dataclass(frozen=True, slots=True)
class Report:
    """Alles over één beleidsbestand. Bij `ONLEESBAAR` zijn er alleen `fouten`; anders hoort bij elke norm één bevinding.

    `bestand` is het pad zoals de gebruiker het gaf. `bevindingen` staan in kader- en normvolgorde (voor machines);
    `elementen` en `eerst_dit` zijn de leesvolgorde.
    """

    bestand: str
    status: Status
    peildatum: date
    kaders: tuple[KaderInfo, ...] = ()
    bron_kaders: tuple[Kader, ...] = ()
    fouten: tuple[Fault, ...] = ()
    policy: Policy | None = None
    school: str = ""
    sector: str = ""
    beleid_titel: str = ""
    beleid_versie: str = ""
    sha256: str = ""
    bevindingen: tuple[Bevinding, ...] = ()
    meldingen: tuple[Melding, ...] = ()
    samenvatting: Samenvatting | None = None
    elementen: tuple[ElementRapport, ...] = ()
    eerst_dit: tuple[EersteStap, ...] = ()
    waarom_niets: str = ""


def build_report(  # noqa: PLR0913 - elke keuze van de gebruiker is een argument
    path: Path,
    *,
    bestand: str,
    peildatum: date,
    kader_refs: Sequence[str] = (),
    zonder_afwijkingen: bool = False,
    naast: Sequence[Kader] = (),
    inwerkingtreding: Mapping[str, date] | None = None,
) -> Report:
    """Return the report on the policy at `path`; a bad file is a report, not an error.

    `kader_refs` replaces the kaders that the policy names. `naast` come before those, as they are: read already, perhaps
    ended, perhaps two versions of one kader. `inwerkingtreding` is per kader the day on which somebody says that its bill enters
    into force. Raises `UsageError` for an unknown or expired kader asked for
    by the user; one that the policy names is a fault in the policy.
    """
    leeg = Report(bestand, Status.ONLEESBAAR, peildatum)
    try:
        source = read_source(path)
        ingesteld = inwerkingtreding or {}
        gekozen = _beside(source, naast) if naast else _kaders(source, kader_refs, peildatum)
        kaders = tuple(kader.from_date(ingesteld[kader.ref]) if kader.ref in ingesteld else kader for kader in gekozen)
        policy = parse_policy(source, peildatum, combine(kaders or _all_kaders()))
        policy = _without_deviations(policy) if zonder_afwijkingen else policy
    except UnreadableFileError as fout:
        if not kader_refs and [een.pad for een in fout.faults] == ["kaders"]:
            return replace(leeg, status=Status.NIETS_GETOETST, waarom_niets=_GEEN_KADER)
        return replace(leeg, fouten=fout.faults)
    if reden := _follows_unknown(policy, kaders):
        return replace(leeg, fouten=(reden,), sha256=source.sha256)
    return _report(leeg, policy, kaders)


def _all_kaders() -> tuple[Kader, ...]:
    """Return every shipped kader: who names none may still use their words, and hears only what is really wrong."""
    return tuple(load_kader(ref) for ref in available())


def _without_deviations(policy: Policy) -> Policy:
    return replace(policy, beleid=policy.beleid.model_copy(update={"afwijkingen": None}))


def _kaders(source: Source, refs: Sequence[str], peildatum: date) -> tuple[Kader, ...]:
    if refs:
        gevraagd = tuple(load_kader(ref) for ref in dict.fromkeys(refs))
        for kader in gevraagd:
            if kader.expired(peildatum):
                raise UsageError(
                    f"{_expired(kader, peildatum)} Toets aan een nieuwere versie, of kies met --peildatum een dag waarop het gold."
                )
        _refuse_twice(gevraagd)
        return gevraagd
    genoemd = source.data.get("kaders")
    bekend = set(available())
    faults: list[Fault] = []
    kaders: list[Kader] = []
    plekken = {ref: nummer for nummer, ref in reversed(list(enumerate(genoemd if isinstance(genoemd, list) else ()))) if isinstance(ref, str)}
    for ref, nummer in sorted(plekken.items(), key=lambda plek: plek[1]):
        if ref not in bekend:
            beste = difflib.get_close_matches(ref, bekend, n=1, cutoff=0.6) if len(faults) < _MAX_FOUTEN else []
            remedie = f"Bedoelde u `{beste[0]}`?" if beste else "Kies een bekend kader; `beleidscheck kaders` toont ze."
            faults.append(_kader_fault(source, nummer, "kader-onbekend", unknown_kader(ref), remedie))
            if len(faults) >= _MAX_FOUTEN:
                break
            continue
        kader = load_kader(ref)
        if kader.expired(peildatum):
            remedie = "Kies de opvolger, of toets met een eerdere `--peildatum`."
            faults.append(_kader_fault(source, nummer, "kader-verlopen", _expired(kader, peildatum), remedie))
        kaders.append(kader)
    if faults:
        gemeld = {fout.pad for fout in faults}
        andere = [fout for fout in _other_faults(source, peildatum) if fout.pad not in gemeld]
        raise InvalidPolicyError(source.path, sorted([*faults, *andere], key=lambda fout: (fout.regel, fout.kolom)))
    return tuple(kaders)


def _beside(source: Source, naast: Sequence[Kader]) -> tuple[Kader, ...]:
    """Return these kaders and those that the policy names and we have, so that all its words are known."""
    genoemd = source.data.get("kaders")
    bekend = {*available()} - {kader.ref for kader in naast}
    eigen = dict.fromkeys(ref for ref in genoemd if isinstance(ref, str)) if isinstance(genoemd, list) else {}
    return (*naast, *(load_kader(ref) for ref in eigen if ref in bekend))


def _refuse_twice(kaders: Sequence[Kader]) -> None:
    """Raise `UsageError` when a kader is asked for that comes along with another one already."""
    refs = {kader.ref for kader in kaders}
    for kader in kaders:
        for onder in kader.chain[1:]:
            if onder.ref in refs:
                raise UsageError(f"Het kader «{onder.ref}» zit al in «{kader.ref}», dat erop rust. Noem alleen «{kader.ref}».")


def _kader_fault(source: Source, nummer: int, code: str, zin: str, remedie: str) -> Fault:
    plek = source.position(("kaders", nummer))
    return Fault(code, zin, remedie, regel=plek.regel, kolom=plek.kolom, pad=f"kaders[{nummer}]")


def _other_faults(source: Source, peildatum: date) -> tuple[Fault, ...]:
    """Return what else is wrong, so that all faults show at once; a word that any kader knows may stand here."""
    try:
        parse_policy(source, peildatum, combine([load_kader(ref) for ref in available()]))
    except InvalidPolicyError as fout:
        return fout.faults
    return ()


def _expired(kader: Kader, peildatum: date) -> str:
    einde = date_words(kader.bestand.geldig_tot or "")
    return f"Het kader «{kader.ref}» gold tot en met {einde}; de peildatum is {date_words(peildatum.isoformat())}."


def _follows_unknown(policy: Policy, kaders: Sequence[Kader]) -> Fault | None:
    """Return the fault when the policy follows a ladder that none of its kaders has."""
    volgt = policy.feiten.get(BLOK, {}).get("volgt")
    if not volgt or any(deel.ref == volgt and deel.bestand.trappen for kader in kaders for deel in kader.chain):
        return None
    plek = policy.source.position((BLOK, "volgt"))
    met = [kader.ref for kader in kaders if kader.bestand.trappen]
    zin = f"Bij `{BLOK}.volgt` staat «{volgt}», maar dat is geen kader met een eigen trap waaraan dit beleid wordt getoetst."
    remedie = (
        f"Kies {' of '.join(f'`{ref}`' for ref in met)}."
        if met
        else f"Zet «{volgt}» ook bij `kaders`, of schrijf een eigen trap."
    )
    return Fault("volgt-onbekend", zin, remedie, regel=plek.regel, kolom=plek.kolom, pad=f"{BLOK}.volgt")


def _report(leeg: Report, policy: Policy, kaders: tuple[Kader, ...]) -> Report:
    onderzoek = examine(policy, kaders)
    tegenspraken = find_contradictions(onderzoek)
    bevindingen = check(policy, kaders, onderzoek, tegenspraken)
    meldingen = find_meldingen(policy, kaders, onderzoek.ladder, bevindingen, tegenspraken)
    telling = summarise(bevindingen, meldingen)
    kop, school = policy.beleid.beleid, policy.beleid.school
    samen = replace(
        leeg,
        policy=policy,
        kaders=tuple(_kader_info(kader, leeg.peildatum, kaders) for kader in kaders),
        bron_kaders=kaders,
        school=school.naam,
        sector=str(school.sector),
        beleid_titel=kop.titel,
        beleid_versie=kop.versie or "",
        sha256=policy.source.sha256,
        bevindingen=bevindingen,
        meldingen=meldingen,
        samenvatting=telling,
    )
    if waarom := _nothing_checked(kaders, bevindingen):
        return replace(samen, status=Status.NIETS_GETOETST, waarom_niets=waarom)
    gereed = not telling.weegt(Gewicht.TEKORT) and not telling.aantal(Oordeel.NIET_GETOETST)
    return replace(
        samen,
        status=Status.GEREED if gereed else Status.CONCEPT,
        elementen=_elements(policy, bevindingen),
        eerst_dit=_first(bevindingen),
    )


_GEEN_KADER: Final = (
    "Het beleid noemt geen kader. Zet bij `kaders` waaraan getoetst moet worden, elk op een eigen regel met een streepje ervoor."
)


def _nothing_checked(kaders: tuple[Kader, ...], bevindingen: tuple[Bevinding, ...]) -> str:
    if not kaders:
        return _GEEN_KADER
    if all(bevinding.oordeel is Oordeel.NIET_VAN_TOEPASSING for bevinding in bevindingen):
        namen = ", ".join(kader.ref for kader in kaders)
        return f"Geen enkele norm van {namen} geldt voor deze school. {bevindingen[0].zin}"
    return ""


def _kader_info(kader: Kader, peildatum: date, kaders: Sequence[Kader]) -> KaderInfo:
    bestand = kader.bestand
    return KaderInfo(
        kader.ref,
        bestand.naam,
        bestand.status,
        kader.sha256,
        bestand.opmerking,
        notices(kader, peildatum, kaders),
        successors(kader.ref, peildatum, kaders),
        tuple((deel.ref, deel.sha256) for deel in kader.chain[1:]),
        bestand.in_werking_op or "",
        kader.not_yet(peildatum),
    )


#: Meer fouten van één soort leest niemand.
_MAX_FOUTEN: Final = 50
_OORDELEN: Final = (
    Oordeel.VOLDOET_NIET, Oordeel.NIET_GETOETST, Oordeel.AFWIJKING, Oordeel.TE_BEOORDELEN, Oordeel.VOLDOET, Oordeel.NIET_VAN_TOEPASSING,
)  # fmt: skip
_GRONDEN: Final = (Grond.WET, Grond.AFSPRAAK, Grond.MODEL, Grond.WETSVOORSTEL, Grond.VELD, Grond.ADVIES)
_OORDEEL_RANG: Final = {oordeel: rang for rang, oordeel in enumerate(_OORDELEN)}
_GROND_RANG: Final = {grond: rang for rang, grond in enumerate(_GRONDEN)}
_NIVEAU_RANG: Final = {niveau: rang for rang, niveau in enumerate(Niveau)}


def _heaviness(bevinding: Bevinding) -> tuple[int, int, int, int]:
    norm = bevinding.norm
    return (_OORDEEL_RANG[bevinding.oordeel], bevinding.gewicht.rang, _ground(norm), _NIVEAU_RANG[norm.niveau])


def _ground(norm: NormInfo) -> int:
    """Return how early a norm comes: a legal duty first, and with it a bill that counts as in force."""
    return _GROND_RANG[Grond.WET if norm.van_kracht_op else norm.grond]


def _clusters(bevindingen: Iterable[Bevinding]) -> tuple[Cluster, ...]:
    per_naam: dict[str, list[Bevinding]] = {}
    for bevinding in bevindingen:
        per_naam.setdefault(bevinding.norm.cluster, []).append(bevinding)
    return tuple(Cluster(naam, tuple(sorted(groep, key=_heaviness))) for naam, groep in per_naam.items())


def _elements(policy: Policy, bevindingen: tuple[Bevinding, ...]) -> tuple[ElementRapport, ...]:
    per_element: dict[int, list[Bevinding]] = {}
    for cluster in _clusters(bevindingen):
        per_element.setdefault(cluster.kop.norm.element, []).extend(cluster.bevindingen)
    kop = ElementRapport(
        0,
        "Kop, begrippen en registratie",
        "Algemeen",
        "",
        _element_status(per_element.get(0, []), None),
        _clusters(per_element.get(0, [])),
    )
    rij = [kop]
    for element in ELEMENTEN:
        eigen = per_element.get(element.nummer, [])
        blok = policy.feiten.get(element.sleutel)
        inhoud = blok if isinstance(blok, dict) else {}
        elders, plan = inhoud.get("elders_geregeld", {}), inhoud.get("nog_in_te_vullen")
        rij.append(
            ElementRapport(
                nummer=element.nummer,
                titel=element.titel,
                hoofdthema=element.hoofdthema,
                sleutel=element.sleutel,
                status=_element_status(eigen, inhoud, element.sleutel),
                clusters=_clusters(eigen),
                elders=", ".join(str(elders[deel]) for deel in ("vindplaats", "url") if deel in elders),
                plan=Plan(str(plan.get("wie", "")), str(plan.get("wanneer", ""))) if isinstance(plan, dict) else None,
            )
        )
    return tuple(rij)


def _element_status(bevindingen: Sequence[Bevinding], inhoud: dict[str, Any] | None, sleutel: str = "") -> ElementStatus:
    """Return how far an element is; `inhoud` is what the policy says at `sleutel` (`None` for what is no element)."""
    telt = [b for b in bevindingen if b.oordeel is not Oordeel.NIET_VAN_TOEPASSING]
    if not telt:
        return ElementStatus.NIET_VAN_TOEPASSING
    if inhoud is not None and not set(inhoud) - {"nog_in_te_vullen", "elders_geregeld"}:
        return ElementStatus.TE_BEOORDELEN if "elders_geregeld" in inhoud else ElementStatus.ONTBREEKT
    if any(sleutel in b.gaten for b in telt):
        return ElementStatus.ONTBREEKT  # er staat alleen opvultekst
    if any(
        b.gewicht in {Gewicht.TEKORT, Gewicht.AANDACHTSPUNT} or b.oordeel in {Oordeel.NIET_GETOETST, Oordeel.AFWIJKING}
        for b in telt
    ):
        return ElementStatus.DEELS
    return ElementStatus.TE_BEOORDELEN if any(b.oordeel is Oordeel.TE_BEOORDELEN for b in telt) else ElementStatus.VOLLEDIG


def _first(bevindingen: tuple[Bevinding, ...], aantal: int = 5) -> tuple[EersteStap, ...]:
    """Return what to do first: legal duty before agreement before model, then what settles most norms at once."""
    open_ = [b for b in bevindingen if b.oordeel is Oordeel.VOLDOET_NIET and b.gewicht in {Gewicht.TEKORT, Gewicht.AANDACHTSPUNT}]
    gaten_van = Counter(frozenset(b.gaten) for b in open_)
    stappen = []
    for cluster in _clusters(open_):
        gaten = {gat for b in cluster.bevindingen for gat in b.gaten}
        if not cluster.kop.norm.snippet.startswith(f"{BLOK}:\n  volgt:"):
            gaten -= {f"{BLOK}.trappen"}  # een nieuwe stap regelt alleen zichzelf; een hele ladder overnemen regelt alles
        eigen = sum(not gaten.issuperset(b.gaten) for b in cluster.bevindingen)
        regelt = eigen + sum(aantal for nodig, aantal in gaten_van.items() if nodig <= gaten)
        stappen.append(EersteStap(cluster, cluster.kop.norm.aan_zet, regelt))
    stappen.sort(key=lambda stap: (stap.cluster.kop.gewicht.rang, _ground(stap.cluster.kop.norm), -stap.regelt))
    return _spread(stappen, aantal)


def _spread(stappen: Sequence[EersteStap], aantal: int) -> tuple[EersteStap, ...]:
    """Return the first steps in order, each about another block of the policy as long as there are other blocks."""
    per_blok: dict[str, list[EersteStap]] = {}
    for stap in stappen:
        per_blok.setdefault(_block(stap), []).append(stap)
    volgorde = {id(stap): nummer for nummer, stap in enumerate(stappen)}
    gekozen: list[EersteStap] = []
    while len(gekozen) < aantal and any(per_blok.values()):
        ronde = [rij.pop(0) for rij in per_blok.values() if rij]
        gekozen.extend(sorted(ronde, key=lambda stap: volgorde[id(stap)])[: aantal - len(gekozen)])
    return tuple(sorted(gekozen, key=lambda stap: volgorde[id(stap)]))


def _block(stap: EersteStap) -> str:
    """Return the block that a step is about: the part of the policy down to two keys, without its place in a list."""
    gaten = stap.cluster.kop.gaten
    return ".".join(gaten[0].split("[")[0].split(".")[:2]) if gaten else stap.cluster.naam
