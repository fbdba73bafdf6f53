"""Van norm naar bevinding: geldt hij hier, wat vinden de toetsen, en wat weegt dat. De regels staan in docs/oordelen.md."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from beleidscheck.beleid.elementen import ELEMENTEN
from beleidscheck.beleid.paden import veld_titel
from beleidscheck.beleid.woorden import label
from beleidscheck.bevinding import Bevinding, Feit, Gewicht, Grond, Niveau, NormInfo, Oordeel, Plaats, Plan, Reden, Trapbewijs
from beleidscheck.check.afwijkingen import cover
from beleidscheck.check.trapmeldingen import ZONDER_VOLWASSENEN
from beleidscheck.hoeveelheid import kort
from beleidscheck.source import dotted
from beleidscheck.toetsen import Gap, Onderzoek, Uitkomst, together
from beleidscheck.toetsen.basis import enumerate_nl, show
from beleidscheck.toetsen.leesbaar import MAX_FEIT, in_one_line
from beleidscheck.toetsen.tekst import is_written
from beleidscheck.trap.ladder import BLOK, Pad, build_ladder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from beleidscheck.check.tegenspraak import Tegenspraak
    from beleidscheck.kader import Kader, Norm
    from beleidscheck.policy import Policy
    from beleidscheck.toetsen import ToetsBasis

_MAX_FEITEN = 6
_LEZINGEN = "De bronnen spreken elkaar hier tegen, daarom is dit geen tekort."
_OMREKENING = "Volgens de gewone rekenwijze voldoet u, daarom is dit geen tekort."
_SLEUTELS = {element.nummer: element.sleutel for element in ELEMENTEN}


def examine(policy: Policy, kaders: Sequence[Kader]) -> Onderzoek:
    """Return what the tests may know about a policy: facts, resolved ladder, peildatum and the names of words."""
    feiten = dict(policy.feiten)
    school = feiten.get("school", {})
    if school.get("sector") in ZONDER_VOLWASSENEN and "leerlingen_18plus" not in school:
        feiten["school"] = {**school, "leerlingen_18plus": False}
    blok = feiten.get(BLOK, {})
    volgt = {deel.ref: deel.trappen for kader in kaders for deel in kader.chain if deel.ref == blok.get("volgt")}
    return Onderzoek(
        feiten=feiten,
        peildatum=policy.peildatum,
        ladder=build_ladder(blok, volgt),
        noem=cache(lambda woord: label(woord, uitbreiding=policy.uitbreiding)),
        titel=cache(lambda veld: veld_titel(veld, policy.uitbreiding)),
    )


def check(
    policy: Policy, kaders: Sequence[Kader], onderzoek: Onderzoek, tegenspraken: Sequence[Tegenspraak]
) -> tuple[Bevinding, ...]:
    """Return one bevinding per norm, in the order of the kaders and their norms."""
    boek = Feitboek(policy)
    dag = policy.peildatum
    per_leeftijd = {"": onderzoek, **{leeftijd: replace(onderzoek, leeftijd=leeftijd) for leeftijd in ("onder_18", "vanaf_18")}}
    bevindingen = []
    for kader in kaders:
        for norm, info in zip(kader.normen, _norm_infos(kader, dag), strict=True):
            geval = _Geval(boek, per_leeftijd[norm.geldt_voor.leeftijd], kader, norm, info)
            bevindingen.append(cover(policy, _verdict(geval, tegenspraken)))
    return tuple(bevindingen)


class Feitboek:
    """De feiten van een beleid met hun plaats, elk één keer opgezocht."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self.noem = cache(lambda woord: label(woord, uitbreiding=policy.uitbreiding))
        self._gezien: dict[Pad, Feit] = {}

    @cached_property
    def teksten(self) -> tuple[tuple[Pad, str], ...]:
        """Return every text in the facts with its path, fixed words too, in the order of the policy."""
        return tuple(_texts(self.policy.feiten, ()))

    def fact(self, pad: Pad) -> Feit:
        """Return what the policy says at a path, and where; for an absent field the place of the nearest one that is there."""
        feit = self._gezien.get(pad)
        if feit is None:
            feit = self._gezien[pad] = self._look_up(pad)
        return feit

    def facts(self, paden: Iterable[Pad]) -> tuple[Feit, ...]:
        """Return the first few different facts."""
        return tuple(self.fact(pad) for pad in list(dict.fromkeys(paden))[:_MAX_FEITEN])

    def _look_up(self, pad: Pad) -> Feit:
        waarde: Any = self.policy.feiten
        for deel in pad:
            if isinstance(waarde, dict):
                waarde = waarde.get(deel)
            elif isinstance(waarde, list) and isinstance(deel, int) and deel < len(waarde):
                waarde = waarde[deel]
            else:
                waarde = None
        plek = self.policy.source.position(pad)
        return Feit(dotted(pad), None if waarde is None else self._readable(waarde), Plaats(plek.regel, plek.kolom))

    def _readable(self, waarde: object) -> str:
        """Return a value on one line; a step, an action or a signal in ordinary words."""
        if isinstance(waarde, str):
            return kort(waarde, MAX_FEIT)
        return in_one_line(waarde, self.noem) or kort(show(waarde), MAX_FEIT)


def _texts(waarde: Any, pad: Pad) -> Iterator[tuple[Pad, str]]:  # noqa: ANN401 - elke YAML-waarde
    delen = waarde.items() if isinstance(waarde, dict) else enumerate(waarde)
    for sleutel, deel in delen:
        if isinstance(deel, str):
            yield (*pad, sleutel), deel
        elif isinstance(deel, dict | list):
            yield from _texts(deel, (*pad, sleutel))


@dataclass(frozen=True, slots=True)
class _Geval:
    """Eén norm voor één beleid, met alles wat nodig is om er iets over te zeggen."""

    boek: Feitboek
    onderzoek: Onderzoek
    kader: Kader
    norm: Norm
    info: NormInfo

    def finding(self, oordeel: Oordeel, zin: str, paden: Iterable[Pad] = (), **rest: Any) -> Bevinding:  # noqa: ANN401 - velden van Bevinding
        """Return a bevinding on this norm with the facts at `paden`."""
        gewicht = rest.pop("gewicht", Gewicht.GEEN)
        return Bevinding(self.info, oordeel, gewicht, zin, self.boek.facts(paden), **rest)


def _verdict(geval: _Geval, tegenspraken: Sequence[Tegenspraak]) -> Bevinding:
    if reden := _not_for_this_school(geval.onderzoek, geval.kader, geval.norm):
        return geval.finding(Oordeel.NIET_VAN_TOEPASSING, reden)
    if geval.norm.geldt_voor.leeftijd == "vanaf_18" and geval.onderzoek.value("school.leerlingen_18plus") is None:
        zin = "Of dit voor uw school geldt, hangt af van `school.leerlingen_18plus`, en dat is niet ingevuld."
        doen = "Vul bij `school` in of er leerlingen van 18 jaar of ouder zijn: `leerlingen_18plus: ja` of `nee`."
        return geval.finding(Oordeel.NIET_GETOETST, zin, [("school", "leerlingen_18plus")], te_doen=doen)
    return _bevinding(geval, _contradicted(_run(geval.onderzoek, geval.norm.toetsen), tegenspraken))


def _run(onderzoek: Onderzoek, toetsen: Iterable[ToetsBasis]) -> Uitkomst:
    return together(toets.run(onderzoek) for toets in toetsen)


def _contradicted(uitkomst: Uitkomst, tegenspraken: Sequence[Tegenspraak]) -> Uitkomst:
    """Return the outcome, no longer holding when it rests on a fact that another fact in the policy contradicts."""
    if not uitkomst.holds or uitkomst.nvt:
        return uitkomst
    gaps = tuple(
        Gap(tegen.een, tegen.zin, tegen.te_doen, Reden.TEGENSTRIJDIG) for tegen in tegenspraken if tegen.een in uitkomst.gelezen
    )
    return replace(uitkomst, gaps=gaps) if gaps else uitkomst


def _not_for_this_school(onderzoek: Onderzoek, kader: Kader, norm: Norm) -> str:
    sector, regio = onderzoek.value("school.sector"), onderzoek.value("school.regio")
    eigen = kader.origin(norm).bestand.regio
    if eigen and regio != eigen:
        elders = "" if regio in {None, "anders"} else f" ({label(str(regio), 'regio')})"
        return f"Dit kader geldt in de regio {label(eigen, 'regio')}; uw school ligt in een andere regio{elders}."
    if norm.geldt_voor.sectoren and sector not in norm.geldt_voor.sectoren:
        return f"Deze norm geldt voor {', '.join(norm.geldt_voor.sectoren)}; uw school is {sector}."
    if norm.geldt_voor.leeftijd == "vanaf_18" and onderzoek.value("school.leerlingen_18plus") is False:
        return "Deze norm gaat over leerlingen van 18 jaar of ouder; die heeft uw school niet."
    return ""


def _bevinding(geval: _Geval, uitkomst: Uitkomst) -> Bevinding:
    norm = geval.norm
    if uitkomst.gaps:
        return _shortcoming(geval, uitkomst)
    if uitkomst.niet_getoetst:
        doen = _add_what(uitkomst.niet_getoetst)
        return geval.finding(Oordeel.NIET_GETOETST, uitkomst.niet_getoetst, uitkomst.gelezen, te_doen=doen)
    if uitkomst.nvt:
        return geval.finding(Oordeel.NIET_VAN_TOEPASSING, uitkomst.nvt, uitkomst.gelezen)
    if tussen := _between_readings(geval, uitkomst):
        return tussen
    if uitkomst.vragen:
        opmerking = uitkomst.vragen[0].opmerking
        zin = " ".join(
            filter(None, ("Er staat een tekst; of die zegt wat de norm vraagt, kan alleen een lezer beoordelen.", opmerking))
        )
        passage = "\n".join(dict.fromkeys(vraag.passage for vraag in uitkomst.vragen))
        return geval.finding(
            Oordeel.TE_BEOORDELEN, zin, [vraag.pad for vraag in uitkomst.vragen], vraag=norm.vraag, passage=passage
        )
    return geval.finding(Oordeel.VOLDOET, "Uw beleid regelt dit.", uitkomst.gelezen, trapbewijs=uitkomst.trapbewijs)


def _add_what(reden: str) -> str:
    if "lesuur" in reden:
        return "Vul `school.lesuur_minuten` in."
    return "Vul dat veld in." if "niet ingevuld" in reden else "Beperk bij `geldt_voor` het aantal verschillende groepen."


def _between_readings(geval: _Geval, uitkomst: Uitkomst) -> Bevinding | None:
    """Return the bevinding when the strictest reading of the source, or of its units, asks more than the policy has."""
    lezing = geval.norm.lezing
    if lezing and lezing.strengste and (streng := _run(geval.onderzoek, lezing.strengste)).gaps:
        return _between(geval, streng.gaps, streng.trapbewijs)
    if uitkomst.tussen:
        return _between(geval, uitkomst.tussen, uitkomst.trapbewijs, _OMREKENING)
    return None


def _between(geval: _Geval, gaps: tuple[Gap, ...], bewijs: Trapbewijs | None, waarom: str = _LEZINGEN) -> Bevinding:
    """Return the bevinding for a policy that meets one reading of the source, or of its units, but not the other."""
    gewicht = max(Gewicht.AANDACHTSPUNT, weigh(geval.info, geval.kader, geval.onderzoek.peildatum), key=lambda g: g.rang)
    zin = f"{_sentence(gaps)} {waarom}"
    return _short(geval, gaps, zin, gewicht, [gap.pad for gap in gaps], reden=Reden.WIJKT_AF, trapbewijs=_late(bewijs))


def _late(bewijs: Trapbewijs | None) -> Trapbewijs | None:
    """Return the outcome when it shows a pupil; with a shortcoming nothing else adds to it."""
    return bewijs if bewijs is not None and bewijs.verhaal else None


def _short(geval: _Geval, gaps: tuple[Gap, ...], zin: str, gewicht: Gewicht, paden: Iterable[Pad], **rest: Any) -> Bevinding:  # noqa: ANN401 - velden van Bevinding
    return geval.finding(
        Oordeel.VOLDOET_NIET,
        zin,
        paden,
        gewicht=gewicht,
        te_doen=" ".join(dict.fromkeys(gap.te_doen for gap in gaps[:3])),
        vraag=geval.norm.vraag,
        scope=next((gap.scope for gap in gaps if gap.scope), ""),
        gaten=tuple(dict.fromkeys(dotted(gap.pad) for gap in gaps)),
        **rest,
    )


def _shortcoming(geval: _Geval, uitkomst: Uitkomst) -> Bevinding:
    norm = geval.norm
    elders = [gap for gap in uitkomst.gaps if gap.reden is Reden.ONTBREEKT and _elsewhere(geval.onderzoek, gap)]
    gaps = tuple(gap for gap in uitkomst.gaps if gap not in elders)
    if not gaps:
        return _to_read(geval, [_elsewhere(geval.onderzoek, gap) for gap in elders], [gap.pad[0] for gap in elders])
    if norm.lezing and norm.lezing.ruimste and _run(geval.onderzoek, norm.lezing.ruimste).holds:
        return _between(geval, gaps, uitkomst.trapbewijs)
    ladder = geval.onderzoek.ladder
    if geval.kader.bestand.trappen and not ladder.stappen and any(gap.pad[:1] == (BLOK,) for gap in gaps):
        geval = replace(geval, info=replace(geval.info, snippet=f"{BLOK}:\n  volgt: {geval.kader.ref}\n"))
    plan = _block(geval.onderzoek, _SLEUTELS.get(norm.element, "")).get("nog_in_te_vullen")
    return _short(
        geval,
        gaps,
        _sentence(gaps),
        weigh(geval.info, geval.kader, geval.onderzoek.peildatum),
        [*(gap.pad for gap in gaps), *uitkomst.gelezen],
        reden=_reason(gaps),
        trapbewijs=_late(uitkomst.trapbewijs),
        plan=Plan(str(plan.get("wie", "")), str(plan.get("wanneer", ""))) if isinstance(plan, dict) else None,
    )


def _elsewhere(onderzoek: Onderzoek, gap: Gap) -> str:
    """Return where the policy says that the missing fact is arranged; empty when a reader could not find it there."""
    elders = _block(onderzoek, str(gap.pad[0])).get("elders_geregeld")
    if not isinstance(elders, dict) or not (elders.get("url") or is_written(str(elders.get("vindplaats", "")))):
        return ""
    return ", ".join(str(deel) for deel in (elders.get("vindplaats"), elders.get("url")) if deel)


def _to_read(geval: _Geval, plekken: Sequence[str], blokken: Sequence[str | int]) -> Bevinding:
    plek = "\n".join(dict.fromkeys(plekken))
    zin = f"Uw beleid zegt dat dit elders is geregeld: {enumerate_nl(dict.fromkeys(plekken))}. Of het daar staat, kan alleen een lezer beoordelen."
    paden = [(blok, "elders_geregeld") for blok in blokken]
    return geval.finding(Oordeel.TE_BEOORDELEN, zin, paden, vraag=geval.norm.vraag, passage=plek)


def _block(onderzoek: Onderzoek, sleutel: str) -> dict[str, Any]:
    blok = onderzoek.value(sleutel) if sleutel else None
    return blok if isinstance(blok, dict) else {}


def _reason(gaps: tuple[Gap, ...]) -> Reden:
    redenen = {gap.reden for gap in gaps}
    return next(reden for reden in (Reden.TEGENSTRIJDIG, Reden.WIJKT_AF, Reden.ONTBREEKT) if reden in redenen)


def _sentence(gaps: tuple[Gap, ...]) -> str:
    zinnen = list(dict.fromkeys(gap.zin for gap in gaps))
    rest = len(zinnen) - 3
    return " ".join(zinnen[:3]) + (f" En nog {rest} {'punt' if rest == 1 else 'punten'}." if rest > 0 else "")


def _gaps(gaps: tuple[Gap, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(dotted(gap.pad) for gap in gaps))


def weigh(norm: NormInfo, kader: Kader, peildatum: date | None = None) -> Gewicht:
    """Return what a shortcoming on this norm weighs: by niveau, softened by grond and by the status and start of the kader.

    A bill weighs as a law once the day of entry into force that somebody set has come; it is still not called one. `peildatum`
    is needed to know whether the kader has started.
    """
    zwaarste = Gewicht.TEKORT
    bron = kader.origin_of(norm.id)
    rust_op_voorstel = norm.grond is Grond.WETSVOORSTEL or bron.bestand.status == "wetsvoorstel"
    nog_niet = peildatum is not None and (kader.not_yet(peildatum) or bron.not_yet(peildatum))
    if norm.grond in {Grond.VELD, Grond.ADVIES}:
        zwaarste = Gewicht.TIP
    elif nog_niet or bron.bestand.status == "concept" or (rust_op_voorstel and norm.van_kracht_op is None):
        zwaarste = Gewicht.AANDACHTSPUNT
    per_niveau = {Niveau.VERPLICHT: Gewicht.TEKORT, Niveau.VERWACHT: Gewicht.AANDACHTSPUNT, Niveau.AANBEVOLEN: Gewicht.TIP}
    return max(zwaarste, per_niveau[norm.niveau], key=lambda gewicht: gewicht.rang)


@lru_cache(maxsize=32)
def _norm_infos(kader: Kader, peildatum: date) -> tuple[NormInfo, ...]:
    """Return that of every norm; remembered, for it is the same for every policy."""
    return tuple(norm_info(kader, norm, peildatum) for norm in kader.normen)


def norm_info(kader: Kader, norm: Norm, peildatum: date) -> NormInfo:
    """Return what a reader must know of a norm of this kader on this day."""
    bron = kader.origin(norm)
    ingesteld = kader.bestand.in_werking_op
    van_kracht = norm.grond is Grond.WETSVOORSTEL and ingesteld is not None and kader.in_force(peildatum)
    return NormInfo(
        id=norm.id,
        kader=kader.ref,
        titel=norm.titel,
        zegt=norm.zegt,
        niveau=norm.niveau,
        grond=norm.grond,
        document=bron.bestand.bronnen[norm.bron].titel,
        plek=norm.plek,
        element=norm.element,
        cluster=norm.cluster,
        uitleg=norm.uitleg,
        vraag=norm.vraag,
        voorbeeld=norm.herstel.voorbeeld,
        snippet=norm.herstel.snippet,
        aan_zet=norm.aan_zet,
        notitie=norm.lezing.notitie if norm.lezing else "",
        overgenomen_uit="" if bron is kader else bron.ref,
        van_kracht_op=date.fromisoformat(ingesteld) if van_kracht and ingesteld else None,
    )
