"""De opdrachten `uitleg` en `kaders`: wat een norm vraagt, en welke kaders er zijn."""

from __future__ import annotations

import difflib
import textwrap
from collections import Counter
from typing import TYPE_CHECKING

from beleidscheck.beleid.elementen import ELEMENTEN
from beleidscheck.bevinding import Grond
from beleidscheck.errors import UsageError
from beleidscheck.kader import available, load_kader
from beleidscheck.toetsen import Als, EenVan, Lezen, Proza, Verklaring

if TYPE_CHECKING:
    from collections.abc import Iterable

    from beleidscheck.kader import Kader, Norm
    from beleidscheck.toetsen import ToetsBasis

_BREEDTE = 80
_GROND = {
    Grond.WET: "wettelijke plicht",
    Grond.WETSVOORSTEL: "wetsvoorstel, nog geen wet",
    Grond.MODEL: "onderdeel van het model",
    Grond.AFSPRAAK: "afspraak in de regio",
    Grond.VELD: "wens uit het veld",
    Grond.ADVIES: "advies",
}


def explain(wat: str, refs: Iterable[str]) -> str:
    """Return the explanation of a norm or an element. Raises `UsageError` for what does not exist, with what was meant."""
    kaders = [load_kader(ref) for ref in (tuple(refs) or available())]
    normen = {norm.id: (kader, norm) for kader in kaders for norm in kader.normen}
    if wat in normen:
        return _norm(*normen[wat])
    for element in ELEMENTEN:
        if wat.casefold() in {str(element.nummer), element.sleutel, element.titel.casefold()}:
            eigen = [(kader, norm) for kader, norm in normen.values() if norm.element == element.nummer]
            return _element(f"Element {element.nummer}: {element.titel}", element.sleutel, eigen)
    namen = [*normen, *(element.sleutel for element in ELEMENTEN)]
    beste = difflib.get_close_matches(wat, namen, n=3, cutoff=0.5) or [naam for naam in namen if wat and wat in naam][:3]
    bedoeld = (
        f" Bedoelde u {' of '.join(beste)}?"
        if beste
        else " Een element heeft nummer 1 tot en met 16; normen staan in het rapport."
    )
    raise UsageError(f"Er is geen norm of element «{wat}».{bedoeld}")


def _wrap(tekst: str, inspring: str = "") -> str:
    return textwrap.fill(
        tekst, _BREEDTE, initial_indent=inspring, subsequent_indent=inspring, break_long_words=False, break_on_hyphens=False
    )


def _norm(kader: Kader, norm: Norm) -> str:
    delen = [
        f"{norm.titel}\n{'=' * len(norm.titel)}",
        _wrap(norm.zegt),
        "\n".join(
            (
                f"  norm      {norm.id}",
                f"  kader     {kader.ref}",
                f"  niveau    {norm.niveau}, {_GROND[norm.grond]}",
                *([f"  geldt     {', '.join(norm.geldt_voor.sectoren)}"] if norm.geldt_voor.sectoren else []),
                _wrap(f"{kader.bestand.bronnen[norm.bron].titel}, {norm.plek}", "            ").replace(
                    "            ", "  bron      ", 1
                ),
            )
        ),
        "Waarom\n" + _wrap(norm.uitleg, "  "),
        "Zo kunt u het opschrijven\n" + _wrap(norm.herstel.voorbeeld, "  "),
    ]
    if norm.herstel.snippet:
        delen.append("In het beleidsbestand\n" + textwrap.indent(norm.herstel.snippet.rstrip(), "  "))
    delen.append("Vraag voor een lezer\n" + _wrap(norm.vraag, "  "))
    if norm.lezing:
        alternatieven = [_wrap(f"- {alt.zegt} ({alt.plek})", "  ") for alt in norm.lezing.alternatieven]
        delen.append(
            "De bronnen zeggen hier niet hetzelfde\n"
            + "\n".join([_wrap(norm.lezing.notitie, "  "), f"  Getoetst: {norm.lezing.waarde}.", *alternatieven])
        )
    if norm.niet_gecodeerd:
        delen.append("Niet door de machine te toetsen\n" + _wrap(norm.niet_gecodeerd, "  "))
    return "\n\n".join(delen)


def _element(titel: str, sleutel: str, normen: Iterable[tuple[Kader, Norm]]) -> str:
    regels = [f"{titel}\n{'=' * len(titel)}", f"In het beleidsbestand: `{sleutel}`"]
    per_kader: dict[str, list[Norm]] = {}
    for kader, norm in normen:
        per_kader.setdefault(f"{kader.bestand.naam} ({kader.ref})", []).append(norm)
    for naam, eigen in per_kader.items():
        lijst = "\n".join(_wrap(f"{norm.niveau}: {norm.titel} [{norm.id}]", "    ").replace("    ", "  - ", 1) for norm in eigen)
        regels.append(f"{_wrap(naam)}\n{lijst}")
    regels.append("Meer over één norm: beleidscheck uitleg NORM")
    return "\n\n".join(regels)


def list_kaders(*, telling: bool) -> str:
    """Return the shipped kaders; with `telling` how each of their norms is tested, so that none is lost."""
    blokken, totaal = [], Counter[str]()
    for ref in available():
        kader = load_kader(ref)
        kop = f"{ref}\n{_wrap(kader.bestand.naam, '  ')}\n  status: {kader.bestand.status}, vanaf {kader.bestand.geldig_van}, {len(kader.normen)} normen"
        if kader.bestand.sectoren:
            kop += f", voor {', '.join(kader.bestand.sectoren)}"
        if telling:
            geteld = Counter(how_tested(norm) for norm in kader.normen)
            totaal.update(geteld)
            kop += "\n" + "\n".join(f"  {aantal:>5}  {hoe}" for hoe, aantal in sorted(geteld.items()))
        elif kader.bestand.opmerking:
            kop += "\n" + _wrap(kader.bestand.opmerking, "  ")
        blokken.append(kop)
    if telling:
        som = "\n".join(f"  {aantal:>5}  {hoe}" for hoe, aantal in sorted(totaal.items()))
        blokken.append(f"Samen {totaal.total()} normen\n{som}")
    return "\n\n".join(blokken)


def how_tested(norm: Norm) -> str:
    """Return how a norm is tested: by machine, partly by a reader, wholly by a reader, or not encoded."""
    if norm.niet_gecodeerd:
        return "te beoordelen: niet te coderen, met reden"
    lezer = [_is_for_reader(toets) for toets in norm.toetsen]
    if all(lezer):
        return "te beoordelen door een lezer, als de tekst of verklaring er is"
    return "machine en lezer samen" if any(lezer) else "door de machine"


def _is_for_reader(toets: ToetsBasis) -> bool:
    if isinstance(toets, Als):
        return all(_is_for_reader(deel) for deel in toets.dan)
    if isinstance(toets, EenVan):
        return any(_is_for_reader(deel) for deel in toets.toetsen)
    return isinstance(toets, Proza | Verklaring | Lezen)
