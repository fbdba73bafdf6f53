"""De uitleg in de terminal: een norm, element, soort, veld of woord als regels van hooguit tachtig tekens."""

from __future__ import annotations

import textwrap
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from beleidscheck.api import laad_kader
from beleidscheck.beleid.woorden import Actieinfo, Signaalinfo
from beleidscheck.bevinding import Grond
from beleidscheck.controle import Voorbeeldenboek
from beleidscheck.data import kader_dir
from beleidscheck.document.rapport_woorden import number_of_norms, sentence
from beleidscheck.document.tekst import line_text
from beleidscheck.document.uitleg_paden import START, Wijzer
from beleidscheck.document.uitleg_soort import kind_name, own_first, type_words
from beleidscheck.document.uitleg_velden import kind_words
from beleidscheck.document.uitleg_veldvoorbeeld import example_value
from beleidscheck.document.uitleg_voorbeeld import case_titles, kind_cases, norm_cases
from beleidscheck.source import write_yaml
from beleidscheck.toetsen.voorbeeld import read_example

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from beleidscheck.beleid.paden import Veld
    from beleidscheck.beleid.woorden import Woordinfo
    from beleidscheck.document.uitleg_boek import Regelnorm
    from beleidscheck.document.uitleg_voorbeeld import Geval
    from beleidscheck.kader import Kader, Norm
    from beleidscheck.toetsen import ToetsBasis

_BREEDTE: Final = 80
_GROND: Final = {
    Grond.WET: "wettelijke plicht",
    Grond.WETSVOORSTEL: "wetsvoorstel, nog geen wet",
    Grond.MODEL: "onderdeel van het model",
    Grond.AFSPRAAK: "afspraak in de regio",
    Grond.VELD: "wens uit het veld",
    Grond.ADVIES: "advies",
}
#: Zoveel normen staan er in een lijst; voor de rest is er de site.
_MEESTE: Final = 12


def wrap(tekst: str, inspring: str = "") -> str:
    """Return `tekst` in lines that fit, all indented by `inspring`."""
    return textwrap.fill(
        tekst, _BREEDTE, initial_indent=inspring, subsequent_indent=inspring, break_long_words=False, break_on_hyphens=False
    )


def _title(tekst: str) -> str:
    return f"{wrap(tekst)}\n{'=' * min(len(tekst), _BREEDTE)}"


def norm_text(kader: Kader, norm: Norm) -> str:
    """Return everything about one norm."""
    delen = [
        f"{norm.titel}\n{'=' * len(norm.titel)}",
        wrap(norm.zegt),
        "\n".join(
            (
                f"  norm      {norm.id}",
                f"  kader     {kader.ref}",
                f"  niveau    {norm.niveau}, {_GROND[norm.grond]}",
                *([f"  geldt     {', '.join(norm.geldt_voor.sectoren)}"] if norm.geldt_voor.sectoren else []),
                wrap(f"{kader.bestand.bronnen[norm.bron].titel}, {norm.plek}", "            ").replace(
                    "            ", "  bron      ", 1
                ),
            )
        ),
        "Waarom\n" + wrap(norm.uitleg, "  "),
        "Zo kunt u het opschrijven\n" + wrap(norm.herstel.voorbeeld, "  "),
        "Wat beleidscheck zegt\n" + "\n".join(_verdicts(norm_cases(_examples(kader), norm))),
    ]
    if norm.herstel.snippet:
        delen.append("In het beleidsbestand\n" + textwrap.indent(norm.herstel.snippet.rstrip(), "  "))
    delen.append("Vraag voor een lezer\n" + wrap(norm.vraag, "  "))
    if norm.lezing:
        alternatieven = [wrap(f"- {alt.zegt} ({alt.plek})", "  ") for alt in norm.lezing.alternatieven]
        delen.append(
            "De bronnen zeggen hier niet hetzelfde\n"
            + "\n".join([wrap(norm.lezing.notitie, "  "), wrap(f"Getoetst: {norm.lezing.waarde}.", "  "), *alternatieven])
        )
    if norm.niet_gecodeerd:
        delen.append("Niet door de machine te toetsen\n" + wrap(norm.niet_gecodeerd, "  "))
    return "\n\n".join(delen)


def _examples(kader: Kader) -> Voorbeeldenboek:
    """Return the examples of a kader; those of a shipped one are read once."""
    return _shipped(kader.path.stem) if kader.path.parent == kader_dir() else Voorbeeldenboek(kader)


@cache
def _shipped(ref: str) -> Voorbeeldenboek:
    return Voorbeeldenboek(laad_kader(ref))


def _verdicts(gevallen: Sequence[Geval]) -> Iterator[str]:
    """Yield what the machine says about each example, in short."""
    for geval, titel in zip(gevallen, case_titles(gevallen), strict=True):
        waar = "Met het fragment hieronder." if geval.herstel else geval.zin.replace("De oplossing hierboven", "Het fragment hieronder")
        yield wrap(f"- {titel}. {waar} {geval.bevinding.zin}", "    ").replace("    ", "  ", 1)


def element_text(titel: str, sleutel: str, normen: Iterable[tuple[Kader, Norm]]) -> str:
    """Return one element with what every kader asks."""
    regels = [f"{titel}\n{'=' * len(titel)}", f"In het beleidsbestand: `{sleutel}`"]
    per_kader: dict[str, list[Norm]] = {}
    for kader, norm in normen:
        per_kader.setdefault(f"{kader.bestand.naam} ({kader.ref})", []).append(norm)
    for naam, eigen in per_kader.items():
        lijst = "\n".join(wrap(f"{norm.niveau}: {norm.titel} [{norm.id}]", "    ").replace("    ", "  - ", 1) for norm in eigen)
        regels.append(f"{wrap(naam)}\n{lijst}")
    regels.append("Meer over één norm: beleidscheck uitleg NORM")
    return "\n\n".join(regels)


def kind_text(soort: type[ToetsBasis], normen: Sequence[Regelnorm]) -> str:
    """Return one soort toets: what it looks at, its fields, and examples with what the machine says."""
    voorbeeld = read_example(soort)
    gevallen = [geval for _, geval in kind_cases(soort)]
    velden = [
        wrap(f"- {naam} ({type_words(info.annotation)}): {info.description}", "    ").replace("    ", "  ", 1)
        for naam, info in own_first(soort)
    ]
    delen = [
        _title(f"Soort toets: {kind_name(soort)}"),
        *(wrap(alinea) for alinea in voorbeeld.uitleg),
        "Velden\n" + "\n".join(velden),
        "Zo staat zij in een kader\n" + textwrap.indent(voorbeeld.toets.rstrip(), "  "),
    ]
    for geval, titel in zip(gevallen, case_titles(gevallen), strict=True):
        delen.append(f"{titel}\n{textwrap.indent(geval.yaml.rstrip(), '  ')}\n\n{wrap(geval.bevinding.zin, '  ')}")
    return "\n\n".join((*delen, *_used_by(normen, "Geen norm gebruikt deze soort.")))


def field_text(pad: str, veld: Veld, normen: Sequence[Regelnorm]) -> str:
    """Return one field of the policy: what it is, what belongs in it, an example, and which norms read it."""
    delen = [_title(veld.titel), wrap(sentence(veld.uitleg)) if veld.uitleg else "", f"  veld      {pad}"]
    delen[-1] += "\n" + wrap(line_text(kind_words(veld, Wijzer(START))), "            ").replace("            ", "  waarde    ", 1)
    if (waarde := example_value(pad, veld)) is not None:
        stuk: Any = waarde
        for naam in reversed(pad.split(".")):
            stuk = {naam.replace("[]", ""): [stuk] if naam.endswith("[]") else stuk}
        delen.append("Voorbeeld\n" + textwrap.indent(write_yaml(stuk).rstrip(), "  "))
    if veld.velden or (veld.item is not None and veld.item.velden):
        eronder = veld.velden or (veld.item.velden if veld.item else {})
        delen.append("Wat eronder kan staan\n" + "\n".join(wrap(f"- {naam}: {deel.titel}", "  ") for naam, deel in eronder.items()))
    return "\n\n".join((*filter(None, delen), *_used_by(normen, "Geen norm leest dit veld rechtstreeks.")))


def word_text(woord: str, uitkomsten: Mapping[str, Woordinfo], normen: Sequence[Regelnorm]) -> str:
    """Return one fixed word, in every list that has it."""
    delen = [_title(woord)]
    for lijst, info in uitkomsten.items():
        regels = [f"  lijst     {lijst.replace('_', ' ')}", wrap(info.label, "            ").replace("            ", "  heet      ", 1)]
        if info.uitleg:
            regels.append(wrap(info.uitleg, "            ").replace("            ", "  betekent  ", 1))
        if info.synoniemen:
            regels.append(wrap(", ".join(info.synoniemen), "            ").replace("            ", "  ook       ", 1))
        if isinstance(info, Actieinfo):
            regels.append(f"  aard      {info.aard}")
        if isinstance(info, Signaalinfo):
            regels.append(f"  drempel   {'zonder getal' if info.drempelsoort == 'geen' else info.drempelsoort}")
        delen.append("\n".join(regels))
    return "\n\n".join((*delen, *_used_by(normen, "")))


def _used_by(normen: Sequence[Regelnorm], geen: str) -> Iterator[str]:
    if not normen:
        yield from filter(None, (geen,))
        return
    lijst = [wrap(f"- {regel.norm.titel} [{regel.norm.id}]", "  ") for regel in normen[:_MEESTE]]
    rest = len(normen) - _MEESTE
    slot = [f"  en nog {rest}; alle staan in de site van `beleidscheck uitleg --html MAP`"] if rest > 0 else []
    yield "\n".join((f"{number_of_norms(len(normen))[:1].upper()}{number_of_norms(len(normen))[1:]}", *lijst, *slot))
