"""De getallen uit de velden van een beleid, per onderwerp: waarmee `getallen` de zinnen vergelijkt."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from beleidscheck.hoeveelheid import QuantityError, parse_hoeveelheid

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from beleidscheck.hoeveelheid import Hoeveelheid
    from beleidscheck.source import Pad
    from beleidscheck.trap.ladder import Ladder


@dataclass(frozen=True, slots=True)
class Feitje:
    """Een getal uit een veld: waar het staat, hoe het er staat en hoeveel het is."""

    pad: Pad
    tekst: str
    getal: Fraction
    meer_dan: bool = False
    telbaar: bool = False

    @property
    def vanaf(self) -> Fraction:
        """Return the number from which it holds: of what is counted one by one, more than 3 is from 4."""
        return self.getal + 1 if self.meer_dan and self.telbaar else self.getal


def read_clock(geschreven: str) -> Fraction:
    """Return a time of day as minutes after midnight."""
    uur, _, minuut = geschreven.replace(".", ":").partition(":")
    return Fraction(int(uur) * 60 + int(minuut))


@dataclass(frozen=True, slots=True)
class Telling:
    """Een drempel bij een signaal, waar hij ook staat: in een stap, bij een criterium of in een regionale afspraak."""

    pad: Pad
    drempel: Hoeveelheid
    vergelijking: str
    periode: Hoeveelheid | None


#: Elke drempel van het beleid, op de naam van zijn signaal.
Tellingen: TypeAlias = "Mapping[str, list[Telling]]"
Zoeker: TypeAlias = "Callable[[Mapping[str, Any], Tellingen], Iterator[Feitje]]"


def count_thresholds(feiten: Mapping[str, Any], ladder: Ladder) -> Tellingen:
    """Return every threshold of the policy by the name of its signal."""
    per_signaal: dict[str, list[Telling]] = {}
    for stap in ladder.stappen:
        for een in stap.signalen:
            if een.drempel is not None:
                per_signaal.setdefault(een.naam, []).append(Telling(een.pad, een.drempel, een.vergelijking, een.periode))
    for pad, blok in _blocks(feiten, ()):
        if "signaal" in blok and (drempel := _quantity(blok.get("drempel"))) is not None:
            telling = Telling(pad, drempel, str(blok.get("vergelijking", "vanaf")), _quantity(blok.get("periode")))
            per_signaal.setdefault(str(blok["signaal"]), []).append(telling)
    return per_signaal


def _blocks(waarde: Any, pad: Pad) -> Iterator[tuple[Pad, Mapping[str, Any]]]:  # noqa: ANN401 - elke YAML-waarde
    if isinstance(waarde, dict):
        yield pad, waarde
        for sleutel, deel in waarde.items():
            yield from _blocks(deel, (*pad, sleutel))
    elif isinstance(waarde, list):
        for nummer, deel in enumerate(waarde):
            yield from _blocks(deel, (*pad, nummer))


def _quantity(tekst: object) -> Hoeveelheid | None:
    try:
        return parse_hoeveelheid(tekst) if isinstance(tekst, str) else None
    except QuantityError:
        return None


def _thresholds(signaal: str) -> Zoeker:
    def zoek(_: Mapping[str, Any], tellingen: Tellingen) -> Iterator[Feitje]:
        eigen = tellingen.get(signaal, ())
        if any(een.vergelijking == "elke" for een in eigen):
            return  # dan is elk veelvoud goed
        for een in eigen:
            meer = een.vergelijking == "meer_dan"
            telbaar = een.drempel.eenheid == "keer"
            yield Feitje(een.pad, f"{'meer dan ' if meer else ''}{een.drempel}", een.drempel.getal, meer, telbaar)

    return zoek


def _windows(signaal: str) -> Zoeker:
    def zoek(_: Mapping[str, Any], tellingen: Tellingen) -> Iterator[Feitje]:
        for een in tellingen.get(signaal, ()):
            if een.periode is not None and een.periode.eenheid in {"week", "schoolweek", "lesweek"}:
                yield Feitje(een.pad, str(een.periode), een.periode.getal)

    return zoek


def _clocks(*paden: str) -> Zoeker:
    def zoek(feiten: Mapping[str, Any], _: Tellingen) -> Iterator[Feitje]:
        for pad, waarde in _values(feiten, paden):
            if isinstance(waarde, str) and ":" in waarde:
                yield Feitje(pad, f"{waarde} uur", read_clock(waarde))

    return zoek


def _numbers(*paden: str, eenheid: str = "") -> Zoeker:
    def zoek(feiten: Mapping[str, Any], _: Tellingen) -> Iterator[Feitje]:
        for pad, waarde in _values(feiten, paden):
            if isinstance(waarde, str):
                if (hoeveelheid := _quantity(waarde)) is not None:
                    yield Feitje(pad, waarde, hoeveelheid.getal)
            elif isinstance(waarde, int | float) and not isinstance(waarde, bool):
                yield Feitje(pad, f"{waarde:g} {eenheid}".strip(), Fraction(str(waarde)))

    return zoek


def _percentages(feiten: Mapping[str, Any], tellingen: Tellingen) -> Iterator[Feitje]:
    """Yield every percentage of attendance that the policy has, wherever it stands."""
    yield from _numbers(
        "stimuleren_aanwezigheid.niveaus.aanwezigheid_van",
        "stimuleren_aanwezigheid.niveaus.aanwezigheid_tot",
        "begrippen.dreigend_thuiszitter.aanwezigheid_van",
        "begrippen.dreigend_thuiszitter.aanwezigheid_tot",
        eenheid="procent",
    )(feiten, tellingen)
    for nummer, doel in enumerate(feiten.get("visie_en_doel", {}).get("doelen", ())):
        if doel.get("eenheid") == "procent" and isinstance(doel.get("streefwaarde"), int | float):
            yield Feitje(
                ("visie_en_doel", "doelen", nummer, "streefwaarde"),
                f"{doel['streefwaarde']:g} procent",
                Fraction(str(doel["streefwaarde"])),
            )
    yield from _thresholds("aanwezigheid")(feiten, tellingen)


def _values(feiten: Mapping[str, Any], paden: Iterable[str]) -> Iterator[tuple[Pad, Any]]:
    for geschreven in paden:
        yield from _follow(feiten, geschreven.split("."), ())


def _follow(waarde: Any, delen: list[str], pad: Pad) -> Iterator[tuple[Pad, Any]]:  # noqa: ANN401 - elke YAML-waarde
    if isinstance(waarde, list):
        for nummer, deel in enumerate(waarde):
            yield from _follow(deel, delen, (*pad, nummer))
    elif not delen:
        yield pad, waarde
    elif isinstance(waarde, dict) and delen[0] in waarde:
        yield from _follow(waarde[delen[0]], delen[1:], (*pad, delen[0]))


FEITEN: Final[Mapping[str, Zoeker]] = {
    **{naam: _thresholds(naam) for naam in ("te_laat", "ziekmeldingen", "ongeoorloofde_uren")},
    **{f"{naam} periode": _windows(naam) for naam in ("te_laat", "ziekmeldingen", "ongeoorloofde_uren")},
    "meldtijd": _clocks("melden_en_verlof.melden.tijdstip", "melden_en_verlof.melden.kanalen.tot"),
    "nabeltijd": _clocks("check_en_nabellen.nabellen.tijdstip"),
    "les": _numbers("school.lesuur_minuten", eenheid="minuten"),
    "minuten_te_laat": _numbers("controle_in_de_les.te_laat.vanaf", "controle_in_de_les.te_laat.afwezig_vanaf"),
    "leerlingen": _numbers("school.aantal_leerlingen", eenheid="leerlingen"),
    "aanwezigheid": _percentages,
}
