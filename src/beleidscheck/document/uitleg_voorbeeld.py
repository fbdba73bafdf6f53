"""Voorbeelden bij een norm of een soort: stukjes beleid, met wat de machine er op dit moment zelf van zegt.

De voorbeelden van een norm zijn zijn tests (`controle`), die van een soort staan in haar beschrijving. Geen oordeel en geen zin
staat opgeschreven: alles komt uit `check`, zodat de uitleg nooit iets anders zegt dan de toets.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.beleid.paden import zoek_veld
from beleidscheck.beleid.woorden import KEUZES
from beleidscheck.bevinding import Grond, Niveau, Oordeel
from beleidscheck.check import check, examine, find_contradictions
from beleidscheck.controle.voorbeelden import VOORBEELDDAG, merge
from beleidscheck.document.blokken import Alinea, Codeblok, Groep, Kop, Noot, Uitklap, p, t
from beleidscheck.document.rapport_bewijs import quote, with_code
from beleidscheck.document.rapport_woorden import sentence
from beleidscheck.kader import Kader, Kaderbestand, Norm
from beleidscheck.kader.model import Bron, Herstel
from beleidscheck.policy import parse_policy
from beleidscheck.source import parse_dotted, parse_source, write_yaml
from beleidscheck.toetsen import Als, Gelijk, Gevuld, Keuze
from beleidscheck.toetsen.voorbeeld import read_example

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from beleidscheck.bevinding import Bevinding
    from beleidscheck.controle import Geval as Voorbeeldgeval
    from beleidscheck.controle import Voorbeeldenboek
    from beleidscheck.document.blokken import Blok, Nootsoort
    from beleidscheck.toetsen import ToetsBasis

_NERGENS: Final = Path("voorbeeld.yaml")
_ELDERS: Final = "een-andere-regio"
#: Meer regels dan dit klappen open, als er een zin bij staat die het verschil noemt.
_KORT: Final = 10
_LEEG: Final = "Een beleid waar hier niets over staat."


@dataclass(frozen=True, slots=True)
class Geval:
    """Een stukje beleid met wat de machine ervan zegt.

    `zin` zegt wat het is, `yaml` is wat de school schrijft (leeg als zij alleen iets weglaat), `herstel` of het de oplossing is die
    het kader zelf voorstelt, en `compleet` of het een wijziging van het complete voorbeeld is.
    """

    zin: str
    yaml: str
    bevinding: Bevinding
    herstel: bool = False
    compleet: bool = False


def norm_cases(boek: Voorbeeldenboek, norm: Norm) -> tuple[Geval, ...]:
    """Return the examples of a norm in the order of their verdicts: its tests, a policy that says nothing, and where it does not hold.

    An example that cannot be read as a policy is left out; `kader controleer` says what is wrong with it.
    """
    gevallen = [
        Geval(geval.zin, _fragment(geval), bevinding, geval.pad[-1:] == ("snippet",), geval.voorbeeld.vanuit == "compleet")
        for geval in boek.examples(norm)
        if (bevinding := boek.run(norm, geval).bevinding)
    ]
    leeg = boek.judge(norm, boek.empty(norm)).bevinding
    if leeg is not None:
        gevallen.append(Geval(_LEEG, "", leeg))
    if not any(geval.bevinding.oordeel is Oordeel.NIET_VAN_TOEPASSING for geval in gevallen):
        gevallen += _outside(boek, norm)
    return tuple(sorted(gevallen, key=lambda geval: _VOLGORDE.index(geval.bevinding.oordeel)))


def _fragment(geval: Voorbeeldgeval) -> str:
    """Return what the school writes; of a change in the complete example only the last key, for the sentence says where it stands."""
    voorbeeld = geval.voorbeeld
    if voorbeeld.vanuit == "herstel" or voorbeeld.beleid or not voorbeeld.zet:
        return geval.yaml
    delen = []
    for pad, waarde in voorbeeld.zet.items():
        *_, sleutel = (deel for deel in parse_dotted(pad) if isinstance(deel, str))
        delen.append(write_yaml({sleutel: [waarde] if pad.endswith("]") else waarde}))
    return "".join(delen)


def _outside(boek: Voorbeeldenboek, norm: Norm) -> Iterator[Geval]:
    """Yield the nearest policy to which the norm does not apply, when there is one."""
    for zin, stuk in _reasons(boek.kader, norm):
        bevinding = boek.judge(norm, merge(boek.empty(norm), stuk)).bevinding
        if bevinding is not None and bevinding.oordeel is Oordeel.NIET_VAN_TOEPASSING:
            yield Geval(zin, write_yaml(stuk), bevinding)
            return


def _reasons(kader: Kader, norm: Norm) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what may put a school outside a norm: another sector, no adult pupils, its own condition, another region."""
    if norm.geldt_voor.sectoren and (anders := [woord for woord in KEUZES["sector"] if woord not in norm.geldt_voor.sectoren]):
        yield "Een school in een andere sector.", {"school": {"sector": anders[0]}}
    if norm.geldt_voor.leeftijd == "vanaf_18":
        yield "Een school zonder leerlingen van 18 jaar of ouder.", {"school": {"leerlingen_18plus": "nee"}}
    for toets in norm.toetsen:
        if isinstance(toets, Als) and not isinstance(toets.als, Gevuld):
            yield from (("Een school waarvoor de voorwaarde niet opgaat.", stuk) for stuk in _otherwise(toets.als, kader))
    if kader.origin(norm).bestand.regio:
        yield "Een school in een andere regio.", {"school": {"regio": _ELDERS}}


def _otherwise(voorwaarde: Gelijk | Keuze, kader: Kader) -> Iterator[dict[str, Any]]:
    """Yield values of a field that do not meet a condition: no for yes, and the other words of its list."""
    waarden = [voorwaarde.waarde] if isinstance(voorwaarde, Gelijk) else voorwaarde.waarden
    veld = zoek_veld(voorwaarde.veld, kader.uitbreiding)
    if any(isinstance(waarde, bool) for waarde in waarden):
        anders: Sequence[object] = ["nee" if True in waarden else "ja"]
    else:
        anders = [woord for woord in KEUZES.get(veld.woorden if veld else "", {}) if woord not in waarden][:3]
    for waarde in anders:
        stuk: Any = waarde
        for deel in reversed(voorwaarde.veld.split(".")):
            stuk = {deel: stuk}
        yield stuk


# ---- Een soort -------------------------------------------------------------------------------------------------------


def kind_cases(soort: type[ToetsBasis]) -> tuple[tuple[str, Geval], ...]:
    """Return the examples in the description of a soort: the oordeel that it says, and what the machine says."""
    voorbeeld = read_example(soort)
    ruw = parse_source(f"toetsen:\n{voorbeeld.toets}".encode(), _NERGENS).data["toetsen"]
    norm = Norm.model_validate(
        {
            "id": "voorbeeld", "titel": "Voorbeeld", "zegt": "-", "niveau": Niveau.VERPLICHT, "grond": Grond.AFSPRAAK, "bron": "b", "plek": "-",
            "element": 0, "cluster": "-", "aan_zet": "directeur", "toetsen": ruw, "uitleg": "-", "vraag": "-", "herstel": Herstel(voorbeeld="-"),
        }
    )  # fmt: skip
    bestand = Kaderbestand.model_construct(
        kader=1, id="voorbeeld", versie="1", naam="-", status="geldend", geldig_van="2000-01-01", toelichting="-",
        bronnen={"b": Bron(titel="-", uitgever="-", datum="-")}, normen=(norm,),
    )  # fmt: skip
    kader = Kader(bestand, _NERGENS, "")
    return tuple((oordeel, Geval("", fragment, _judge_kind(kader, fragment))) for oordeel, fragment in voorbeeld.gevallen)


def _judge_kind(kader: Kader, fragment: str) -> Bevinding:
    """Return what the machine says about the only norm of a kader for a piece of policy."""
    leeg = {"formaat": 1, "kaders": [kader.ref], "beleid": {"titel": "Beleid"}, "school": {"naam": "Proefschool", "sector": "vo", "regio": _ELDERS}}
    data = merge(leeg, parse_source(fragment.encode(), _NERGENS).data)
    policy = parse_policy(parse_source(write_yaml(data).encode(), _NERGENS), VOORBEELDDAG)
    onderzoek = examine(policy, (kader,))
    (bevinding,) = check(policy, (kader,), onderzoek, find_contradictions(onderzoek))
    return bevinding


# ---- Tonen -----------------------------------------------------------------------------------------------------------

_TOON: Final[dict[Oordeel, Nootsoort]] = {
    Oordeel.VOLDOET: "goed",
    Oordeel.TE_BEOORDELEN: "te_beoordelen",
    Oordeel.NIET_VAN_TOEPASSING: "info",
    Oordeel.NIET_GETOETST: "let_op",
    Oordeel.AFWIJKING: "let_op",
}
#: Eerst wat goed is, dan wat niet, dan wat niet geldt.
_VOLGORDE: Final = (
    Oordeel.VOLDOET,
    Oordeel.TE_BEOORDELEN,
    Oordeel.VOLDOET_NIET,
    Oordeel.AFWIJKING,
    Oordeel.NIET_GETOETST,
    Oordeel.NIET_VAN_TOEPASSING,
)
_GEWICHT: Final[dict[str, Nootsoort]] = {"tekort": "tekort", "aandachtspunt": "aandachtspunt", "tip": "tip"}


def case_blocks(geval: Geval, titel: str) -> Groep:
    """Return an example: what it is, what the school writes, and what the machine says about it."""
    blokken: list[Blok] = [Kop(3, t(titel))]
    if geval.herstel:
        blokken.append(p("De school schrijft wat hierboven staat bij «Zo regelt u het»."))
    else:
        if geval.zin:
            blokken.append(Alinea(with_code(sentence(geval.zin))))
        if geval.yaml:
            stuk = Codeblok(geval.yaml.rstrip("\n"))
            lang = geval.zin and geval.yaml.count("\n") > _KORT
            blokken.append(Uitklap(t("Het hele stukje beleid"), (stuk,)) if lang else stuk)
    return Groep((*blokken, verdict_note(geval.bevinding)), soort="geval", titel=titel)


def verdict_note(bevinding: Bevinding) -> Noot:
    """Return what the machine says: the oordeel, the sentence, what to do, and the question for a reader."""
    blokken: list[Blok] = [Alinea(with_code(sentence(bevinding.zin)))]
    if bevinding.trapbewijs and (verhaal := bevinding.trapbewijs.verhaal or bevinding.trapbewijs.toelichting):
        blokken.append(Alinea(with_code(sentence(verhaal))))
    if bevinding.te_doen:
        blokken.append(Alinea(t("Wat de school doet: ", *with_code(sentence(bevinding.te_doen)))))
    if bevinding.oordeel is Oordeel.TE_BEOORDELEN:
        if bevinding.passage:
            blokken += [p("De lezer krijgt deze passage:"), quote(bevinding.passage)]
        if bevinding.vraag.strip("-"):
            blokken.append(Alinea(t("De vraag aan de lezer: ", *with_code(sentence(bevinding.vraag)))))
    if bevinding.oordeel is Oordeel.VOLDOET_NIET:
        reden = f" ({bevinding.reden})" if bevinding.reden else ""
        return Noot(_GEWICHT[str(bevinding.gewicht)], f"{bevinding.oordeel}{reden}", tuple(blokken))
    return Noot(_TOON[bevinding.oordeel], str(bevinding.oordeel), tuple(blokken))


def case_titles(gevallen: Sequence[Geval]) -> tuple[str, ...]:
    """Return a title for every example: its oordeel, numbered where more examples have the same."""
    totaal = Counter(str(geval.bevinding.oordeel) for geval in gevallen)
    gezien = Counter[str]()
    titels = []
    for geval in gevallen:
        oordeel = str(geval.bevinding.oordeel)
        gezien[oordeel] += 1
        nummer = f" ({gezien[oordeel]})" if totaal[oordeel] > 1 else ""
        titels.append(f"{oordeel[:1].upper()}{oordeel[1:]}{nummer}")
    return tuple(titels)
