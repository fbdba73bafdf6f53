"""De zinnen bij elke soort fout: wat er staat, wat er hoort en wat eraan te doen is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.beleid.paden import boom
from beleidscheck.beleid.woorden import vorm, woorden_van
from beleidscheck.policy.melding import VORMEN, Zinnen, enumerate_or, found, nearest, rewritten
from beleidscheck.source import dotted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from beleidscheck.beleid.paden import Veld
    from beleidscheck.policy.kennis import Kennis
    from beleidscheck.source import Pad

_VERPLICHT: Final = {
    "formaat": "formaat: 1",
    "kaders": "kaders:` met daaronder `- model16@2023",
    "beleid": "beleid:` met daaronder `titel",
    "beleid.titel": "titel: Aanwezigheidsbeleid",
    "school": "school:` met daaronder `naam`, `sector` en `regio",
    "school.naam": "naam: Polderlicht College",
    "school.sector": "sector: vo",
    "school.regio": "regio: anders",
}
#: Wat vroeger onder een element stond en nu bij de regio hoort.
VERHUISD: Final[dict[str, frozenset[str]]] = {
    "samenwerking": frozenset({"msa", "mdo", "verzuimspreekuur", "trimesterverslag", "opschaling"}),
    "betrokkenheid": frozenset({"overleg_naar_leeftijd"}),
}


_LANGE_LIJST: Final = 12


@dataclass(frozen=True, slots=True)
class Fout:
    """Eén pydantic-fout op haar plaats in het bestand."""

    pad: Pad
    veld: Veld | None
    waarde: Any
    context: Mapping[str, Any]
    kennis: Kennis

    @property
    def naam(self) -> str:
        """Return the path as a reader writes it."""
        return dotted(self.pad)

    @property
    def schrijfwijze(self) -> str:
        """Return how the value should be written, as in `melding.VORMEN`."""
        return self.veld.vorm if self.veld else ""


def field_at(pad: Pad) -> Veld | None:
    """Return the field at a path in a file, or `None` when the format has none there."""
    veld: Veld | None = boom()
    for deel in pad:
        if veld is None:
            return None
        veld = veld.item if isinstance(deel, int) else veld.vrij or veld.velden.get(deel)
    return veld


def _ontbreekt(fout: Fout) -> Zinnen:
    voorbeeld = _VERPLICHT.get(fout.naam, f"{fout.pad[-1]}:")
    return "ontbreekt", f"Het verplichte veld `{fout.naam}` ontbreekt.", f"Voeg toe: `{voorbeeld}`."


def _onbekend(fout: Fout) -> Zinnen:
    *ouders, sleutel = fout.pad
    ouder = field_at(tuple(ouders))
    waar = f"onder `{dotted(tuple(ouders))}`" if ouders else "op het hoogste niveau"
    zin = f"De sleutel `{sleutel}` bestaat niet {waar}."
    if ouders and str(sleutel) in VERHUISD.get(str(ouders[-1]), ()):
        return (
            "verhuisde-sleutel",
            zin,
            f"Zet dit onder `regionaal:`, dus als `regionaal.{sleutel}`; welke sleutels daar mogen, staat in het kader van uw regio.",
        )
    bekend = tuple(ouder.velden) if ouder else ()
    if bedoeld := nearest(str(sleutel), bekend):
        return "onbekende-sleutel", zin, f"Bedoelde u `{bedoeld}`?"
    if thuis := _elders(str(sleutel)):
        return "onbekende-sleutel", zin, f"Deze sleutel hoort onder `{thuis}`."
    return "onbekende-sleutel", zin, f"Mogelijk zijn: {enumerate_or(bekend, 30)}." if bekend else "Haal deze sleutel weg."


def _elders(sleutel: str) -> str:
    """Return where a key belongs, when that is one place at the first or second level."""
    top = boom()
    plekken = [naam for naam, veld in top.velden.items() if sleutel in veld.velden]
    return plekken[0] if len(plekken) == 1 else ""


def wrong_key(fout: Fout) -> Zinnen:
    """Return what to say about a key of the school's own that cannot be a key."""
    sleutel = str(fout.pad[-1]) if fout.pad else ""
    zin = f"De sleutel «{sleutel}» bij `{dotted(fout.pad[:-1])}` kan niet."
    if fout.pad[:1] == ("rollen",) and (rol := fout.kennis.nearest("rol", sleutel)):
        return "sleutel", zin, f"Bedoelde u `{rol}`?"
    return "sleutel", zin, _als_woord(sleutel) if fout.pad[:1] == ("rollen",) else VORMEN["sleutel"][1]


def _als_woord(tekst: str) -> str:
    geschikt = vorm(tekst)
    return VORMEN["woord"][1].replace("`meldpunt`", f"`{geschikt}`") if geschikt else VORMEN["woord"][1]


def _tekst(fout: Fout) -> Zinnen:
    hoort, remedie = VORMEN.get(fout.schrijfwijze, VORMEN[""])
    zin = f"Bij `{fout.naam}` staat {found(fout.waarde)}; hier hoort {hoort}."
    if fout.waarde is None:
        return (
            "leeg",
            f"Bij `{fout.naam}` staat niets; hier hoort {hoort}.",
            "Vul het in, of haal deze regel weg." if fout.pad and isinstance(fout.pad[-1], int) else remedie,
        )
    if isinstance(fout.waarde, dict | list):
        if not fout.schrijfwijze and isinstance(fout.waarde, dict):
            remedie = "Staat er een dubbele punt in de zin? Zet dan aanhalingstekens om de hele zin."
        return "verkeerde-soort", zin, remedie
    if bedoeld := rewritten(fout.waarde, fout.schrijfwijze):
        return "verkeerde-soort", zin, f"Bedoelde u `{bedoeld}`?"
    if not fout.schrijfwijze and not isinstance(fout.waarde, bool):
        sleutel = next((deel for deel in reversed(fout.pad) if isinstance(deel, str)), "")
        begin = "- " if fout.pad and isinstance(fout.pad[-1], int) else f"{sleutel}: "
        return "verkeerde-soort", zin, f'Zet aanhalingstekens om de tekst: `{begin}"{fout.waarde}"`.'
    return "verkeerde-soort", zin, remedie


def _patroon(fout: Fout) -> Zinnen:
    hoort, remedie = VORMEN.get(fout.schrijfwijze, VORMEN[""])
    tekst = str(fout.waarde)
    if not tekst.strip():
        return "leeg", f"Bij `{fout.naam}` staat een lege tekst; hier hoort {hoort}.", "Vul het in, of haal deze regel weg."
    zin = f"Bij `{fout.naam}` staat {found(tekst)}; dat is geen {hoort.removeprefix('een ').removeprefix('het ')}."
    if fout.veld and fout.veld.woorden in fout.kennis.synoniemen:
        bedoeld = fout.kennis.nearest(fout.veld.woorden, tekst)
        if bedoeld:
            return "schrijfwijze", zin, f"Bedoelde u `{bedoeld}`?"
    if bedoeld := rewritten(tekst, fout.schrijfwijze):
        return "schrijfwijze", zin, f"Bedoelde u `{bedoeld}`?"
    return "schrijfwijze", zin, _als_woord(tekst) if fout.schrijfwijze == "woord" else remedie


def _keuze(fout: Fout) -> Zinnen:
    mogelijk = tuple(woorden_van(fout.veld.woorden)) if fout.veld and fout.veld.woorden else ()
    toegestaan = [woord for woord in mogelijk if f"'{woord}'" in str(fout.context.get("expected", ""))] or list(mogelijk)
    zin = f"Bij `{fout.naam}` staat {found(fout.waarde)}; dat is hier geen bekend woord."
    bedoeld = _bedoeld_label(str(fout.waarde), fout.veld) if isinstance(fout.waarde, str) else None
    lijst = f"Mogelijk zijn: {enumerate_or(toegestaan, 30)}."
    if bedoeld not in toegestaan:
        return "onbekend-woord", zin, lijst
    return (
        "onbekend-woord",
        zin,
        f"Bedoelde u `{bedoeld}`?" if len(toegestaan) > _LANGE_LIJST else f"Bedoelde u `{bedoeld}`? {lijst}",
    )


def _bedoeld_label(woord: str, veld: Veld | None) -> str | None:
    """Return the fixed word that was probably meant, also when its readable name was written."""
    bekend = woorden_van(veld.woorden) if veld else {}
    per_label = {vorm(info.label): vast for vast, info in reversed(bekend.items())}
    return per_label.get(vorm(woord)) or nearest(woord, bekend)


def _formaat(fout: Fout) -> Zinnen:
    return "formaat", f"Bij `formaat` staat {found(fout.waarde)}; dit gereedschap leest formaat 1.", "Schrijf `formaat: 1`."


def _ja_nee(fout: Fout) -> Zinnen:
    zin = f"Bij `{fout.naam}` staat {found(fout.waarde)}; hier hoort `ja` of `nee`."
    bedoeld = rewritten(fout.waarde, "ja_nee") if isinstance(fout.waarde, str | int) else None
    return "ja-of-nee", zin, f"Schrijf `{bedoeld}`." if bedoeld else "Schrijf `ja` of `nee`."


def _datum_bestaat_niet(fout: Fout) -> Zinnen:
    return (
        "datum",
        f"Bij `{fout.naam}` staat {found(fout.waarde)}; die dag bestaat niet.",
        "Controleer de dag en de maand; schrijf jaar, maand, dag.",
    )


def _getal(fout: Fout) -> Zinnen:
    zin = f"Bij `{fout.naam}` staat {found(fout.waarde)}; hier hoort een getal."
    kaal = str(fout.waarde).strip().rstrip("%").strip().replace(",", ".")
    if isinstance(fout.waarde, str) and kaal.replace(".", "", 1).isdecimal():
        return "getal", zin, f"Schrijf alleen het getal, zonder eenheid of aanhalingstekens: `{fout.pad[-1]}: {kaal}`."
    return "getal", zin, "Schrijf alleen een getal, bijvoorbeeld `16`."


def _heel_getal(fout: Fout) -> Zinnen:
    if isinstance(fout.waarde, float):
        return "getal", f"Bij `{fout.naam}` staat {found(fout.waarde)}; hier hoort een heel getal.", "Rond het getal af."
    return _getal(fout)


def _te_klein(fout: Fout) -> Zinnen:
    return (
        "getal",
        f"Bij `{fout.naam}` staat {found(fout.waarde)}; dat is te klein.",
        f"Vul een getal in van minstens {fout.context['ge']}.",
    )


def _te_groot(fout: Fout) -> Zinnen:
    return (
        "getal",
        f"Bij `{fout.naam}` staat {found(fout.waarde)}; dat is te groot.",
        f"Vul een getal in van hooguit {fout.context['le']}.",
    )


def _te_lang(fout: Fout) -> Zinnen:
    hooguit = fout.context["max_length"]
    remedie = (
        "Maak de tekst korter."
        if fout.veld and fout.veld.veldtype == "proza"
        else "Maak de tekst korter; een uitgebreid verhaal kan bij `beleid` of `toelichting`."
    )
    return "te-lang", f"De tekst bij `{fout.naam}` is {len(str(fout.waarde))} tekens lang; hooguit {hooguit} passen.", remedie


def _lijst(fout: Fout) -> Zinnen:
    zin = f"Bij `{fout.naam}` staat {found(fout.waarde)}; hier hoort een lijst."
    if isinstance(fout.waarde, str) and len(fout.waarde) <= 60 and "\n" not in fout.waarde:  # noqa: PLR2004 - past op een regel
        return "verkeerde-soort", zin, f"Zet elk onderdeel op een eigen regel met een streepje ervoor: `- {fout.waarde}`."
    return "verkeerde-soort", zin, "Zet elk onderdeel op een eigen regel met een streepje en een spatie ervoor."


def _lijst_te_kort(fout: Fout) -> Zinnen:
    return "leeg", f"De lijst bij `{fout.naam}` is leeg.", "Noem minstens één kader, bijvoorbeeld `- model16@2023`."


def _lijst_te_lang(fout: Fout) -> Zinnen:
    return "te-lang", f"De lijst bij `{fout.naam}` is te lang.", f"Noem er hooguit {fout.context['max_length']}."


def _blok(fout: Fout) -> Zinnen:
    if fout.veld and fout.veld.veldtype == "tekst" and not isinstance(fout.waarde, list):  # een rol: tekst of een blok
        return _tekst(fout)
    sleutels = enumerate_or(fout.veld.velden, 8) if fout.veld and fout.veld.velden else ""
    zin = f"Bij `{fout.naam}` staat {found(fout.waarde)}; hier hoort een blok met sleutels."
    if isinstance(fout.waarde, list):
        return (
            "verkeerde-soort",
            zin,
            f"Haal de streepjes weg en schrijf sleutels: {sleutels}." if sleutels else "Schrijf sleutels met een dubbele punt.",
        )
    return (
        "verkeerde-soort",
        zin,
        f"Zet er sleutels onder, ingesprongen: {sleutels}." if sleutels else "Zet er sleutels onder, ingesprongen.",
    )


def other(fout: Fout) -> Zinnen:
    """Return what to say when pydantic finds something that has no sentence of its own."""
    titel = f" ({fout.veld.titel})" if fout.veld and fout.veld.titel else ""
    return (
        "past-niet",
        f"Bij `{fout.naam}`{titel} staat {found(fout.waarde)}; dat past hier niet.",
        "Kijk in een voorbeeldbeleid hoe dit veld eruitziet.",
    )


VERTALERS: Final[dict[str, Callable[[Fout], Zinnen]]] = {
    "missing": _ontbreekt,
    "extra_forbidden": _onbekend,
    "string_type": _tekst,
    "string_pattern_mismatch": _patroon,
    "string_too_long": _te_lang,
    "hoeveelheid": _patroon,
    "datum": _patroon,
    "datum_bestaat_niet": _datum_bestaat_niet,
    "ja_nee": _ja_nee,
    "formaat": _formaat,
    "literal_error": _keuze,
    "int_type": _heel_getal,
    "int_from_float": _heel_getal,
    "float_type": _getal,
    "greater_than_equal": _te_klein,
    "less_than_equal": _te_groot,
    "list_type": _lijst,
    "too_short": _lijst_te_kort,
    "too_long": _lijst_te_lang,
    "model_type": _blok,
    "model_attributes_type": _blok,
    "dict_type": _blok,
}
