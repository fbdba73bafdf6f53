"""De voorbeelden van een norm: stukjes beleid met het oordeel dat erbij hoort. Zij zijn de tests van een kader en zijn documentatie.

Een voorbeeld staat in het kader zelf (bij de norm, onder `voorbeelden`) of in `voorbeelden/<naam van het kaderbestand>` ernaast:
dat bestand leest alleen wie de voorbeelden nodig heeft, zodat een toets er niet trager van wordt. Elke norm heeft één voorbeeld
vanzelf: een leeg beleid met het stukje YAML uit `herstel` voldoet.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from pydantic import ValidationError

from beleidscheck.bevinding import Oordeel
from beleidscheck.check import check, examine, find_contradictions
from beleidscheck.data import example_dir
from beleidscheck.errors import Fault, InvalidKaderError, InvalidPolicyError, UnreadableFileError
from beleidscheck.kader import available, combine, load_kader
from beleidscheck.kader.keuring import translate
from beleidscheck.kader.model import Kader, Norm, Voorbeeld, Voorbeeldenbestand
from beleidscheck.policy import parse_policy
from beleidscheck.source import Source, parse_dotted, parse_source, read_source, write_yaml
from beleidscheck.source.plaats import Regels, Tak

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from beleidscheck.beleid.woordinfo import Uitbreiding
    from beleidscheck.bevinding import Bevinding
    from beleidscheck.trap.ladder import Pad

Verwacht: TypeAlias = Literal["voldoet", "voldoet_niet", "nvt"]

#: De dag waarop voorbeelden worden getoetst; net als het complete voorbeeld zijn zij voor schooljaar 2026-2027.
VOORBEELDDAG: Final = date(2026, 10, 1)
COMPLEET: Final = "polderlicht-college-vo.yaml"
GOED: Final[Mapping[Verwacht, frozenset[Oordeel]]] = {
    "voldoet": frozenset({Oordeel.VOLDOET, Oordeel.TE_BEOORDELEN}),
    "voldoet_niet": frozenset({Oordeel.VOLDOET_NIET}),
    "nvt": frozenset({Oordeel.NIET_VAN_TOEPASSING}),
}
VERWACHT_WOORDEN: Final[Mapping[Verwacht, str]] = {
    "voldoet": "voldoet",
    "voldoet_niet": "voldoet niet",
    "nvt": "niet van toepassing",
}
_MAP: Final = "voorbeelden"
_ONTHOUD: Final = 32
_ZONDER_18: Final = frozenset({"po", "sbo", "so"})


@dataclass(frozen=True, slots=True)
class Geval:
    """Eén voorbeeld, klaar om te tonen en te draaien.

    `zin` zegt wat het is, `yaml` is het stukje beleid (leeg als er alleen iets wordt weggelaten), `pad` de plek in `bron`.
    """

    verwacht: Verwacht
    zin: str
    yaml: str
    voorbeeld: Voorbeeld
    bron: Source
    pad: Pad


@dataclass(frozen=True, slots=True)
class Uitslag:
    """Wat er uit een voorbeeld kwam: een bevinding, of waarom het stukje beleid niet te lezen was."""

    bevinding: Bevinding | None
    fouten: tuple[Fault, ...] = ()

    def meets(self, verwacht: Verwacht) -> bool:
        """Return whether this is what the example says."""
        return self.bevinding is not None and self.bevinding.oordeel in GOED[verwacht]


def examples(kader: Kader, norm: Norm) -> tuple[Geval, ...]:
    """Return the examples of a norm: first what meets it, then what does not, then where it does not apply.

    The first is always the policy of `herstel`. Raises `InvalidKaderError` when the file with examples is wrong.
    """
    return Voorbeeldenboek(kader).examples(norm)


class Voorbeeldenboek:
    """Alle voorbeelden van een kader, met wat nodig is om ze te draaien; één keer gelezen."""

    def __init__(self, kader: Kader) -> None:
        self.kader = kader
        self._nummers = {norm.id: nummer for nummer, norm in enumerate(kader.eigen.normen)}
        self._gelezen: dict[str, Any] = {}
        self._gedraaid: dict[str, Any] = {}
        self._onder: dict[str, Voorbeeldenboek] = {}

    @property
    def pad(self) -> Path:
        """Return where the examples next to the kader stand, if they are there."""
        return self.kader.path.parent / _MAP / self.kader.path.name

    @cached_property
    def naast(self) -> tuple[Voorbeeldenbestand, Source] | None:
        """Return the examples next to the kader, or `None` when there are none. Raises `UnreadableFileError`."""
        if not self.pad.is_file():
            return None
        source = read_source(self.pad)
        try:
            return Voorbeeldenbestand.model_validate(source.data), source
        except ValidationError as fout:
            raise InvalidKaderError(self.pad, translate(source, fout)) from None

    def examples(self, norm: Norm) -> tuple[Geval, ...]:
        """Return the examples of one norm; one that a tailored kader takes over has those of the kader that it comes from."""
        bron = self.kader.origin(norm)
        if bron is not self.kader:
            return self._of(bron).examples(norm)
        return (*self._from_remedy(norm), *self.written(norm))

    def _of(self, bron: Kader) -> Voorbeeldenboek:
        if bron.ref not in self._onder:
            self._onder[bron.ref] = Voorbeeldenboek(bron)
        return self._onder[bron.ref]

    def written(self, norm: Norm) -> tuple[Geval, ...]:
        """Return the examples that somebody wrote: in the kader itself, and next to it."""
        gevallen: list[Geval] = []
        if norm.id in self._nummers:
            pad: Pad = ("normen", self._nummers[norm.id], "voorbeelden")
            gevallen += self._listed(norm, norm.voorbeelden, self.kader.source, pad) if _any(norm) else ()
        if (naast := self.naast) and norm.id in naast[0].normen:
            gevallen += self._listed(norm, naast[0].normen[norm.id], naast[1], ("normen", norm.id))
        volgorde: tuple[Verwacht, ...] = ("voldoet", "voldoet_niet", "nvt")
        return tuple(sorted(gevallen, key=lambda geval: volgorde.index(geval.verwacht)))

    def _listed(self, norm: Norm, voorbeelden: Any, bron: Source, pad: Pad) -> Iterator[Geval]:  # noqa: ANN401 - Voorbeelden
        for verwacht in ("voldoet", "voldoet_niet", "nvt"):
            for nummer, voorbeeld in enumerate(getattr(voorbeelden, verwacht)):
                yield Geval(verwacht, _sentence(voorbeeld), self._text(norm, voorbeeld), voorbeeld, bron, (*pad, verwacht, nummer))

    def _from_remedy(self, norm: Norm) -> Iterator[Geval]:
        if norm.herstel.snippet and (nummer := self._nummers.get(norm.id)) is not None:
            pad: Pad = ("normen", nummer, "herstel", "snippet")
            voorbeeld = Voorbeeld(vanuit="herstel")
            yield Geval("voldoet", "Dit is genoeg.", norm.herstel.snippet, voorbeeld, self.kader.source, pad)

    def _text(self, norm: Norm, voorbeeld: Voorbeeld) -> str:
        """Return the piece of policy that makes the difference, as YAML; empty when something is only left out."""
        if voorbeeld.vanuit == "herstel" and (voorbeeld.zet or voorbeeld.beleid or voorbeeld.zonder):
            try:
                stuk = self._change(self._remedy(norm), voorbeeld)
            except (UnreadableFileError, KeyError, IndexError, TypeError, ValueError):
                return ""
            return write_yaml(stuk)
        if voorbeeld.beleid:
            return write_yaml(voorbeeld.beleid)
        return write_yaml(dict(voorbeeld.zet)) if voorbeeld.zet else ""

    # ---- Draaien -------------------------------------------------------------------------------------------------

    def run(self, norm: Norm, geval: Geval) -> Uitslag:
        """Return what the check says about the norm for this piece of policy."""
        try:
            data = self._policy(norm, geval.voorbeeld)
        except UnreadableFileError as fout:
            return Uitslag(None, fout.faults)
        except KeyError as fout:
            zin = f"De plek «{fout.args[0]}» staat niet in het beleid waar dit voorbeeld van uitgaat."
            return Uitslag(None, (Fault("voorbeeld", zin, "Controleer het pad, of kies een ander `vanuit`."),))
        except ValueError as fout:  # een pad dat geen pad is
            return Uitslag(None, (Fault("voorbeeld", str(fout), "Controleer het pad bij `zet` of `zonder`."),))
        return self.judge(norm, data)

    def judge(self, norm: Norm, data: dict[str, Any]) -> Uitslag:
        """Return what the check says about the norm for a whole policy given as plain values."""
        sleutel = repr(data)  # veel normen hebben hetzelfde beleid als voorbeeld
        if sleutel in self._gedraaid:
            self._gedraaid[sleutel] = self._gedraaid.pop(sleutel)  # het laatst gebruikt
        else:
            while len(self._gedraaid) >= _ONTHOUD:
                del self._gedraaid[next(iter(self._gedraaid))]
            source = Source(self.kader.path, data, "", wortel=Tak(0, {}, {}), regels=Regels(""))
            try:
                policy = parse_policy(source, VOORBEELDDAG, self.uitbreiding)
            except InvalidPolicyError as fout:
                self._gedraaid[sleutel] = fout.faults
            else:
                onderzoek = examine(policy, (self.kader,))
                self._gedraaid[sleutel] = (policy, onderzoek, find_contradictions(onderzoek))
        match self._gedraaid[sleutel]:
            case (policy, onderzoek, tegenspraken) if not isinstance(policy, Fault):
                return Uitslag(check(policy, (self.kader.only(norm),), onderzoek, tegenspraken)[0])
            case fouten:
                return Uitslag(None, fouten)

    def empty(self, norm: Norm) -> dict[str, Any]:
        """Return the least that a policy of a school that the norm is about can say."""
        return {"formaat": 1, "kaders": ["model16@2023"], "beleid": {"titel": "Beleid"}, "school": self._school(norm)}

    @cached_property
    def uitbreiding(self) -> Uitbreiding:
        """Return the words and fields that an example may use: those of this kader, then of every shipped one."""
        anderen = [load_kader(ref) for ref in available() if ref != self.kader.ref]
        return combine([self.kader, *anderen])

    def _policy(self, norm: Norm, voorbeeld: Voorbeeld) -> dict[str, Any]:
        if voorbeeld.vanuit == "compleet":
            begin = _copied(_complete())
            begin["school"] |= {sleutel: deel for sleutel, deel in self._school(norm).items() if sleutel != "naam"}
        else:
            begin = self.empty(norm)
            if voorbeeld.vanuit == "herstel":
                begin = merge(begin, self._remedy(norm))
        return self._change(begin, voorbeeld)

    def _remedy(self, norm: Norm) -> dict[str, Any]:
        if norm.id not in self._gelezen:
            self._gelezen[norm.id] = parse_source(norm.herstel.snippet.encode(), self.kader.path).data
        return copy.deepcopy(self._gelezen[norm.id])

    def _school(self, norm: Norm) -> dict[str, Any]:
        """Return a school that the norm is about: the first kind of school, in the region of the kader, with adults."""
        mogelijk = norm.geldt_voor.sectoren or self.kader.bestand.sectoren
        sector = "vo" if not mogelijk or "vo" in mogelijk else mogelijk[0]
        regio = self.kader.origin(norm).bestand.regio or self.kader.bestand.regio or "noord-kennemerland"
        meer = {} if sector in _ZONDER_18 else {"leerlingen_18plus": "ja"}
        return {"naam": "Proefschool", "sector": sector, "regio": regio, "lesuur_minuten": 50, **meer}

    def _change(self, data: dict[str, Any], voorbeeld: Voorbeeld) -> dict[str, Any]:
        data = merge(data, copy.deepcopy(voorbeeld.beleid))
        for pad, waarde in voorbeeld.zet.items():
            _put(data, pad, copy.deepcopy(waarde))
        for pad in voorbeeld.zonder:
            _drop(data, pad)
        return data


def _any(norm: Norm) -> bool:
    return bool(norm.voorbeelden.voldoet or norm.voorbeelden.voldoet_niet or norm.voorbeelden.nvt)


_GELEZEN: Final[dict[str, dict[str, Any]]] = {}


def _complete() -> dict[str, Any]:
    if COMPLEET not in _GELEZEN:
        _GELEZEN[COMPLEET] = read_source(example_dir() / COMPLEET).data
    return _GELEZEN[COMPLEET]


def _copied(waarde: Any) -> Any:  # noqa: ANN401 - elke YAML-waarde
    """Return a copy of plain values; ten times as fast as one that looks for objects that stand there twice."""
    if isinstance(waarde, dict):
        return {sleutel: _copied(deel) for sleutel, deel in waarde.items()}
    return [_copied(deel) for deel in waarde] if isinstance(waarde, list) else waarde


def merge(een: Any, ander: Any) -> Any:  # noqa: ANN401 - elke YAML-waarde
    """Return two pieces of policy together: blocks are joined, anything else is replaced."""
    if isinstance(een, dict) and isinstance(ander, dict):
        return {**een, **{sleutel: merge(een[sleutel], deel) if sleutel in een else deel for sleutel, deel in ander.items()}}
    return ander


def _steps(pad: str) -> Pad:
    """Return the steps of a path. Raises `KeyError` for no path at all, `ValueError` for what is no path."""
    if not (stappen := parse_dotted(pad)):
        raise KeyError(pad)
    return stappen


def _put(data: dict[str, Any], pad: str, waarde: object) -> None:
    *ouders, laatste = _steps(pad)
    plek: Any = data
    try:
        for deel in ouders:
            plek = plek.setdefault(deel, {}) if isinstance(plek, dict) else plek[deel]
        plek[laatste] = waarde
    except (KeyError, IndexError, TypeError):
        raise KeyError(pad) from None


def _drop(data: dict[str, Any], pad: str) -> None:
    *ouders, laatste = _steps(pad)
    plek: Any = data
    try:
        for deel in ouders:
            plek = plek[deel]
        del plek[laatste]
    except (KeyError, IndexError, TypeError):
        raise KeyError(pad) from None


def _sentence(voorbeeld: Voorbeeld) -> str:
    if voorbeeld.wat:
        return voorbeeld.wat if voorbeeld.wat.endswith((".", "!", "?")) else f"{voorbeeld.wat}."
    begin = {"leeg": "Een beleid", "compleet": "Het complete voorbeeld", "herstel": "De oplossing hierboven"}[voorbeeld.vanuit]
    delen = []
    if voorbeeld.zonder:
        delen.append(f"zonder {_paths(voorbeeld.zonder)}")
    if voorbeeld.zet:
        delen.append(f"met een andere waarde bij {_paths(voorbeeld.zet)}")
    if voorbeeld.beleid or not delen:
        delen.append("met dit erin" if voorbeeld.beleid else "waar niets in staat" if voorbeeld.vanuit == "leeg" else "zoals het is")
    return f"{begin} {' en '.join(delen)}."


def _paths(paden: Any) -> str:  # noqa: ANN401 - een rij paden
    return ", ".join(f"`{pad}`" for pad in paden)
