"""Een YAML-tekst op enkele plekken wijzigen zonder de rest aan te raken: commentaar, volgorde en opmaak van de school blijven staan.

Elke wijziging wordt in de tekst gezet op de plek van de waarde; aan het eind wordt de tekst opnieuw gelezen en vergeleken met wat eruit
moest komen. Klopt dat niet, dan is het een `EditError` en verandert er niets.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import yaml

from beleidscheck.errors import UnreadableFileError
from beleidscheck.source import parse_source, write_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from beleidscheck.source.pad import Pad

_LADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INSPRING: Final = 2


class EditError(ValueError):
    """Een wijziging is niet met zekerheid in deze tekst te zetten."""


@dataclass(frozen=True, slots=True)
class Wijziging:
    """Eén wijziging: zet `waarde` op `pad`, of voeg haar achteraan toe aan de lijst die daar staat."""

    pad: Pad
    waarde: Any
    toevoegen: bool = False


def apply_to_data(data: Any, wijzigingen: Iterable[Wijziging]) -> Any:  # noqa: ANN401 - elke YAML-waarde
    """Return a copy of plain values with these changes. Raises `EditError` for a place that cannot be there."""
    nieuw = copy.deepcopy(data)
    for wijziging in wijzigingen:
        try:
            _apply_one(nieuw, wijziging)
        except (AttributeError, IndexError, KeyError, TypeError):
            raise EditError(".".join(map(str, wijziging.pad))) from None
    return nieuw


def _apply_one(data: Any, wijziging: Wijziging) -> None:  # noqa: ANN401 - idem
    pad = (*wijziging.pad, _END) if wijziging.toevoegen else wijziging.pad
    plek: Any = data
    for nummer, deel in enumerate(pad[:-1]):
        if isinstance(plek, dict) and plek.get(deel) is None:
            plek[deel] = [] if pad[nummer + 1] is _END else {}
        plek = plek[deel]
    if wijziging.toevoegen:
        plek.append(copy.deepcopy(wijziging.waarde))
    else:
        plek[pad[-1]] = copy.deepcopy(wijziging.waarde)


_END: Final = -1


def apply_to_text(tekst: str, wijzigingen: Sequence[Wijziging], path: Path) -> str:
    """Return the text with these changes and all else as it was. Raises `EditError` when that cannot be done for certain."""
    windows = "\r\n" in tekst and tekst.count("\n") == tekst.count("\r\n")
    tekst = tekst.replace("\r\n", "\n") if windows else tekst
    verwacht = apply_to_data(parse_source(tekst.encode(), path).data, wijzigingen)
    for wijziging in wijzigingen:
        tekst = _apply(tekst, wijziging)
    try:
        gelezen = parse_source(tekst.encode(), path).data
    except UnreadableFileError:
        gelezen = None
    if _plain(gelezen) != _plain(verwacht):
        raise EditError(str(path))
    return tekst.replace("\n", "\r\n") if windows else tekst


def _plain(waarde: Any) -> Any:  # noqa: ANN401 - idem
    """Return values with yes and no in one way, and text without the line breaks that writing may move."""
    match waarde:
        case dict():
            return {sleutel: _plain(deel) for sleutel, deel in waarde.items()}
        case list():
            return [_plain(deel) for deel in waarde]
        case bool():
            return "ja" if waarde else "nee"
        case str():
            return " ".join(waarde.split())
        case _:
            return waarde


def _apply(tekst: str, wijziging: Wijziging) -> str:
    try:
        wortel = yaml.compose(tekst, Loader=_LADER)
    except yaml.YAMLError:
        wortel = None
    if not isinstance(wortel, yaml.MappingNode):
        raise EditError("wortel")
    knoop: yaml.Node = wortel
    for nummer, deel in enumerate(wijziging.pad):
        kind = _child(knoop, deel)
        if kind is None or _is_empty(kind):
            rest = wijziging.pad[nummer + 1 :]
            waarde = _nested(rest, [wijziging.waarde] if wijziging.toevoegen else wijziging.waarde)
            return _fill(tekst, knoop, kind, deel, waarde)
        knoop = kind
    return _append(tekst, knoop, wijziging.waarde) if wijziging.toevoegen else _replace(tekst, wortel, wijziging.pad, wijziging.waarde)


def _child(knoop: yaml.Node, deel: str | int) -> yaml.Node | None:
    if isinstance(knoop, yaml.MappingNode):
        return next((waarde for sleutel, waarde in knoop.value if sleutel.value == deel), None)
    if isinstance(knoop, yaml.SequenceNode) and isinstance(deel, int) and 0 <= deel < len(knoop.value):
        kind: yaml.Node = knoop.value[deel]
        return kind
    raise EditError(str(deel))


def _is_empty(knoop: yaml.Node) -> bool:
    if isinstance(knoop, yaml.ScalarNode):
        return knoop.tag.endswith(":null") and not knoop.style
    return not knoop.value


def _nested(pad: Pad, waarde: Any) -> Any:  # noqa: ANN401 - idem
    for deel in reversed(pad):
        if isinstance(deel, int):
            raise EditError(str(deel))
        waarde = {deel: waarde}
    return waarde


def _fill(tekst: str, ouder: yaml.Node, leeg: yaml.Node | None, deel: str | int, waarde: Any) -> str:  # noqa: ANN401 - idem
    """Put a value at a key that is not there, or has nothing behind it."""
    if not isinstance(ouder, yaml.MappingNode) or not isinstance(deel, str):
        raise EditError(str(deel))
    if leeg is None:
        return _add_key(tekst, ouder, deel, waarde)
    sleutel = next(sleutel for sleutel, kind in ouder.value if kind is leeg)
    if ouder.flow_style:
        return _cut(tekst, leeg, f" {_flow(waarde)}" if leeg.start_mark.index == leeg.end_mark.index else _flow(waarde))
    regels = _block({deel: waarde}, sleutel.start_mark.column)
    einde = leeg.end_mark.index if leeg.value == [] or tekst[leeg.start_mark.index : leeg.end_mark.index] else sleutel.end_mark.index
    dubbele_punt = tekst.index(":", sleutel.end_mark.index) + 1
    staart = tekst[max(einde, dubbele_punt) :]
    kop, _, rest = regels.partition("\n")
    achter = kop.partition(":")[2] if not rest else ""
    rest_van_regel, nl, onder = staart.partition("\n")
    begin = tekst[:dubbele_punt]
    if not rest:
        return begin + achter + rest_van_regel + nl + onder
    return begin + rest_van_regel + "\n" + rest + nl + onder


def _add_key(tekst: str, ouder: yaml.MappingNode, sleutel: str, waarde: Any) -> str:  # noqa: ANN401 - idem
    if ouder.flow_style:
        return _in_flow(tekst, ouder, _flow({sleutel: waarde}).strip().removeprefix("{").removesuffix("}"))
    kolom = ouder.value[0][0].start_mark.column
    return _below(tekst, ouder, _block({sleutel: waarde}, kolom))


def _append(tekst: str, lijst: yaml.Node, waarde: Any) -> str:  # noqa: ANN401 - idem
    if not isinstance(lijst, yaml.SequenceNode):
        raise EditError("lijst")
    if lijst.flow_style:
        return _in_flow(tekst, lijst, _flow(waarde))
    kolom = lijst.start_mark.column
    return _below(tekst, lijst, _block([waarde], kolom))


def _replace(tekst: str, wortel: yaml.MappingNode, pad: Pad, waarde: Any) -> str:  # noqa: ANN401 - idem
    ouder: yaml.Node = wortel
    for deel in pad[:-1]:
        kind = _child(ouder, deel)
        if kind is None:
            raise EditError(str(deel))
        ouder = kind
    knoop = _child(ouder, pad[-1])
    if knoop is None:
        raise EditError(str(pad[-1]))
    if isinstance(knoop, yaml.ScalarNode) and not isinstance(waarde, dict | list):
        return _cut(tekst, knoop, _flow(waarde))
    in_flow = isinstance(knoop, yaml.CollectionNode) and knoop.flow_style
    return _cut(tekst, knoop, _flow(waarde)) if in_flow else _replace_block(tekst, ouder, knoop, waarde)


def _replace_block(tekst: str, ouder: yaml.Node, knoop: yaml.Node, waarde: Any) -> str:  # noqa: ANN401 - idem
    if not isinstance(ouder, yaml.MappingNode) or ouder.flow_style:
        raise EditError("blok")
    sleutel = next(sleutel for sleutel, kind in ouder.value if kind is knoop)
    begin, einde = sleutel.start_mark.index, _content_end(tekst, knoop)
    nieuw = _block({sleutel.value: waarde}, sleutel.start_mark.column).lstrip(" ")
    return tekst[:begin] + nieuw + tekst[einde:]


def _cut(tekst: str, knoop: yaml.Node, nieuw: str) -> str:
    begin = knoop.start_mark.index
    oud = tekst[begin : knoop.end_mark.index].rstrip()
    return tekst[:begin] + nieuw + tekst[begin + len(oud) :]


def _in_flow(tekst: str, knoop: yaml.Node, nieuw: str) -> str:
    einde = knoop.end_mark.index - 1
    kop = tekst[:einde].rstrip()
    komma = "" if not knoop.value or kop.endswith(",") else ","
    tussen = " " if knoop.value else ""
    return f"{kop}{komma}{tussen}{nieuw}{tekst[len(kop) : einde]}{tekst[einde:]}"


def _below(tekst: str, knoop: yaml.Node, regels: str) -> str:
    """Put lines below the last line of a block; comments and empty lines that follow stay below them."""
    einde = _content_end(tekst, knoop)
    regel_einde = tekst.find("\n", einde)
    if not regels.startswith((" ", "-")):  # een nieuw blok op het hoogste niveau begint na een lege regel
        regels = f"\n{regels}"
    if regel_einde < 0:
        return f"{tekst}\n{regels}\n"
    return f"{tekst[: regel_einde + 1]}{regels}\n{tekst[regel_einde + 1 :]}"


def _content_end(tekst: str, knoop: yaml.Node) -> int:
    """Return where the last thing in a node ends, without what is only white space or comment."""
    while isinstance(knoop, yaml.MappingNode | yaml.SequenceNode) and not knoop.flow_style and knoop.value:
        laatste = knoop.value[-1]
        if isinstance(laatste, tuple) and laatste[1].start_mark.index == laatste[1].end_mark.index:
            return int(tekst.index(":", laatste[0].end_mark.index) + 1)
        knoop = laatste[1] if isinstance(laatste, tuple) else laatste
    begin = int(knoop.start_mark.index)
    return begin + len(tekst[begin : knoop.end_mark.index].rstrip())


def _block(waarde: Any, kolom: int) -> str:  # noqa: ANN401 - idem
    """Return values in block style, each line below the column."""
    regels = write_yaml(_written(waarde)).rstrip("\n").split("\n")
    if isinstance(waarde, list):  # de schrijver springt een lijst op het hoogste niveau niet in
        regels = [regel.removeprefix(" " * _INSPRING) if regels[0].startswith(" ") else regel for regel in regels]
    return "\n".join(" " * kolom + regel if regel else regel for regel in regels)


def _flow(waarde: Any) -> str:  # noqa: ANN401 - idem
    """Return a value on one line."""
    tekst: str = yaml.safe_dump(_written(waarde), default_flow_style=True, allow_unicode=True, width=100_000, sort_keys=False)
    return tekst.removesuffix("\n").removesuffix("\n...").strip()


def _written(waarde: Any) -> Any:  # noqa: ANN401 - idem
    """Return values as a school writes them: ja and nee."""
    match waarde:
        case bool():
            return "ja" if waarde else "nee"
        case dict():
            return {sleutel: _written(deel) for sleutel, deel in waarde.items()}
        case list():
            return [_written(deel) for deel in waarde]
        case _:
            return waarde
