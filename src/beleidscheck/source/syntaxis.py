"""Wat de ontleder niet kan lezen, in gewoon Nederlands.

De soort fout blijkt uit wat de ontleder aan het lezen was (`context`, een vaste lijst) en uit het teken en de regel waarop hij
vastliep. De woorden van zijn boodschap doen niet mee: die zijn Engels en verschillen per ontleder.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from beleidscheck.errors import Fault
from beleidscheck.source import syntaxis_woorden as woorden
from beleidscheck.source.keuring import INSTRUCTIE, MEER_DOCUMENTEN, VREEMDE_SPATIES
from beleidscheck.source.vastloper import Vastloper, indent

if TYPE_CHECKING:
    from collections.abc import Callable

    from yaml.error import MarkedYAMLError

    from beleidscheck.source.fouten import Melding
    from beleidscheck.source.plaats import Regels

_SLEUTELREGEL: Final = re.compile(r"(?:[ ]|-(?=[ ]))*+(?P<sleutel>[^\s:][^:]*):[ \t]+(?P<waarde>.*)")
_ZONDER_SPATIE: Final = re.compile(r"(?:[ ]|-(?=[ ]))*+(?P<sleutel>[^\W\d][\w-]*):(?P<waarde>[^\s/].*)")
_EINDIGT_OP_BLOK: Final = re.compile(r"(?:^|[ ])[|>][-+0-9]*(?:[ ]+#.*)?[ ]*$")
_STREEPJE: Final = ("- ", "-\n", "-\r")
_SLUITER: Final = {"[": "]", "{": "}"}


def explain(exc: MarkedYAMLError, tekst: str, regels: Regels) -> Fault:
    """Return what is wrong where the parser stopped, and what the user can do about it."""
    vast = Vastloper(exc, tekst, regels)
    melding, plek = _UITLEG.get(exc.context or "", _explain_misplaced)(vast)
    regel, kolom = regels.position(plek)
    if _has_strange_space(vast.line(regel)):
        melding = woorden.VREEMDE_SPATIE
    return Fault(*melding, regel=regel, kolom=kolom)


def _has_strange_space(regel: str) -> bool:
    inhoud = regel.lstrip()
    inspringing = regel[: len(regel) - len(inhoud)]
    return not VREEMDE_SPATIES.isdisjoint((*inspringing, inhoud[:1], regel.partition(":")[2][:1]))


def _explain_token(vast: Vastloper) -> tuple[Melding, int]:
    if vast.teken == "\t":
        return (woorden.TAB if vast.before(vast.plek).strip() else woorden.TAB_VOORAAN), vast.plek
    return woorden.bad_start(vast.rest(vast.plek)), vast.plek


def _explain_reference(vast: Vastloper) -> tuple[Melding, int]:
    rest = vast.rest(vast.begin)
    vooraan = not vast.before(vast.begin).strip()
    return (woorden.bullet if vooraan and rest.startswith("* ") else woorden.bad_start)(rest), vast.begin


def _explain_quoted(vast: Vastloper) -> tuple[Melding, int]:
    if vast.at_end:
        return woorden.open_quote(vast.rest(vast.begin)), vast.begin
    return (woorden.TAB_VOORAAN if vast.teken == "\t" else woorden.ESCAPE), vast.plek


def _explain_tag(vast: Vastloper) -> tuple[Melding, int]:
    return woorden.TAG, vast.begin


def _explain_directive(vast: Vastloper) -> tuple[Melding, int]:
    return INSTRUCTIE, vast.begin


def _explain_plain(vast: Vastloper) -> tuple[Melding, int]:
    return (woorden.TAB_VOORAAN if vast.teken == "\t" else woorden.SPATIE_TUSSEN_HAKEN), vast.plek


def _explain_block_text(vast: Vastloper) -> tuple[Melding, int]:
    return (woorden.TAB_VOORAAN, vast.plek) if vast.teken == "\t" else (woorden.BLOKTEKST, vast.begin)


def _explain_key(vast: Vastloper) -> tuple[Melding, int]:
    """Een regel op de plaats van een sleutel, waar geen dubbele punt op volgde."""
    rest = vast.rest(vast.begin)
    boven = vast.line_above(vast.begin)
    if gevonden := _ZONDER_SPATIE.match(rest):
        melding = woorden.no_space(gevonden["sleutel"], gevonden["waarde"])
    elif rest.startswith("-"):
        melding = woorden.no_space_after_dash(rest)
    elif boven and _EINDIGT_OP_BLOK.search(vast.line(boven)):
        melding = woorden.block_text_not_indented(boven)
    else:
        melding = woorden.no_colon(rest)
    return melding, vast.begin


def _explain_block(vast: Vastloper) -> tuple[Melding, int]:
    """Na een sleutel of lijstdeel volgt iets dat er niet bij kan horen."""
    voor = vast.before(vast.plek).rstrip()
    if voor and voor[-1] in "\"']}":
        gevonden = _value_around(vast)
        return woorden.text_after(voor[-1], vast.rest(vast.plek), gevonden["waarde"].rstrip() if gevonden else ""), vast.plek
    if vast.teken == ":":
        return woorden.GEEN_SLEUTEL, vast.plek
    if voor:
        return woorden.TERUGVAL, vast.plek
    if vast.tekst.startswith(_STREEPJE, vast.plek):
        return woorden.STREEPJE_TUSSEN_SLEUTELS, vast.plek
    naast_lijst = vast.tekst.startswith(_STREEPJE, vast.begin) and len(vast.before(vast.begin)) == len(vast.before(vast.plek))
    return (woorden.SLEUTEL_TUSSEN_STREEPJES if naast_lijst else woorden.INSPRINGING), vast.plek


def _value_around(vast: Vastloper) -> re.Match[str] | None:
    """Return the key and the value on the line where the parser stopped, if it stopped in the value."""
    regel = vast.line_number(vast.plek)
    gevonden = _SLEUTELREGEL.match(vast.line(regel))
    return gevonden if gevonden and vast.regels.start(regel) + gevonden.start("waarde") <= vast.plek else None


def _explain_flow(vast: Vastloper) -> tuple[Melding, int]:
    """Tussen haken volgt iets anders dan een komma of de sluitende haak."""
    haak = vast.tekst[vast.begin : vast.begin + 1]
    sluiter = _SLUITER.get(haak, "]")
    regel = vast.line_number(vast.begin)
    if vast.teken and vast.teken in "]}":
        return woorden.wrong_bracket(haak, regel, sluiter, vast.teken), vast.plek
    if vast.at_end or regel != vast.line_number(vast.plek):
        return woorden.open_bracket(haak, sluiter), vast.begin
    if vast.teken == ":":
        return woorden.DUBBELE_PUNT_TUSSEN_HAKEN, vast.plek
    return woorden.no_comma(vast.rest(vast.plek)), vast.plek


def _explain_content(vast: Vastloper) -> tuple[Melding, int]:
    """Waar een waarde moet staan, staat een teken dat geen waarde kan beginnen."""
    if vast.teken == "," and vast.before(vast.plek).rstrip()[-1:] in {",", "[", "{"}:
        return woorden.GEEN_WAARDE, vast.plek
    if vast.teken == ":":
        return woorden.GEEN_SLEUTEL, vast.plek
    if vast.at_end:
        return (woorden.TERUGVAL if vast.teken else woorden.OPEN_HAAK_AAN_EIND), vast.plek
    return woorden.bad_start(vast.rest(vast.plek)), vast.plek


def _explain_misplaced(vast: Vastloper) -> tuple[Melding, int]:
    """Een sleutel, lijststreepje of document op een plek waar dat niet kan; de ontleder noemt dan geen context."""
    voor = vast.before(vast.plek).strip()
    if vast.teken == ":":
        return _explain_colon(vast, voor)
    if vast.teken == "?":
        return woorden.bad_start(vast.rest(vast.plek)), vast.plek
    if voor:
        return (woorden.STREEPJE_ACHTER_SLEUTEL, vast.plek) if vast.teken == "-" else _explain_block(vast)
    boven = vast.line_above(vast.plek)
    einde = boven and vast.line(boven).startswith("...")
    return (MEER_DOCUMENTEN if einde else woorden.INSPRINGING), vast.plek


def _explain_colon(vast: Vastloper, voor: str) -> tuple[Melding, int]:
    """Een dubbele punt waar geen sleutel kan staan: in een waarde, of onder een regel die zelf niet af is."""
    nummer = vast.line_number(vast.plek)
    regel = vast.line(nummer)
    if gevonden := _value_around(vast):
        return woorden.colon_in_value(gevonden["sleutel"], gevonden["waarde"].rstrip()), vast.plek
    boven = vast.line_above(vast.plek)
    if not boven:
        return (woorden.STREEPJES_VOORAF if voor.startswith("---") else woorden.TERUGVAL), vast.plek
    erboven = vast.line(boven)
    if gevonden := _ZONDER_SPATIE.match(erboven):
        plek = vast.regels.start(boven) + gevonden.start("sleutel")
        return woorden.no_space(gevonden["sleutel"], gevonden["waarde"]), plek
    if indent(erboven) < indent(regel):
        een_woord = not any(map(str.isspace, voor))
        return (woorden.too_deep(voor, boven) if een_woord else woorden.DUBBELE_PUNT_IN_VERVOLG), vast.first(nummer)
    return woorden.no_colon(erboven.strip()), vast.first(boven)


#: Wat de ontleder aan het lezen was, in de vaste woorden van libyaml en van PyYAML.
_UITLEG: Final[dict[str, Callable[[Vastloper], tuple[Melding, int]]]] = {
    "while scanning for the next token": _explain_token,
    "while scanning an alias": _explain_reference,
    "while scanning an anchor": _explain_reference,
    "while scanning a quoted scalar": _explain_quoted,
    "while parsing a quoted scalar": _explain_quoted,
    "while scanning a double-quoted scalar": _explain_quoted,
    "while scanning a tag": _explain_tag,
    "while parsing a tag": _explain_tag,
    "while parsing a node": _explain_tag,
    "while scanning a directive": _explain_directive,
    "while scanning a %YAML directive": _explain_directive,
    "while scanning a %TAG directive": _explain_directive,
    "while parsing a directive": _explain_directive,
    "while scanning a tag directive": _explain_directive,
    "while parsing a tag directive": _explain_directive,
    "while scanning a plain scalar": _explain_plain,
    "while scanning a block scalar": _explain_block_text,
    "while scanning a simple key": _explain_key,
    "while parsing a block mapping": _explain_block,
    "while parsing a block collection": _explain_block,
    "while parsing a flow sequence": _explain_flow,
    "while parsing a flow mapping": _explain_flow,
    "while parsing a block node": _explain_content,
    "while parsing a flow node": _explain_content,
}
