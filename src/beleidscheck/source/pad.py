"""Een pad wijst een plek in een document aan: `("rollen", 0, "naam")`, geschreven als `rollen[0].naam`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, TypeAlias

#: Sleutels (tekst) en plaatsen in een lijst (getal, vanaf 0), van buiten naar binnen.
Pad: TypeAlias = tuple[str | int, ...]

_NAAM: Final = r"[^\s.\[\]\"\\]+"
_GEWONE_NAAM: Final = re.compile(_NAAM)
_DEEL: Final = re.compile(
    rf'(?P<punt>\.?)(?P<naam>{_NAAM})|\[(?P<nummer>0|[1-9][0-9]{{0,8}})\]|\["(?P<tekst>(?:[^"\\]|\\.)*+)"\]', re.DOTALL
)
_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
_ESCAPE: Final = re.compile(r"\\(.)", re.DOTALL)
_TERUG: Final = {"n": "\n", "t": "\t"}


@lru_cache(maxsize=4096)
def dotted(pad: Pad) -> str:
    """Return `pad` as a reader sees it: `a.b[0].c`; a key with odd characters becomes `["..."]`."""
    delen: list[str] = []
    for deel in pad:
        if isinstance(deel, int):
            delen.append(f"[{deel}]")
        elif _GEWONE_NAAM.fullmatch(deel):
            delen.append(f".{deel}" if delen else deel)
        else:
            delen.append('["' + "".join(_ESCAPES.get(teken, teken) for teken in deel) + '"]')
    return "".join(delen)


@lru_cache(maxsize=4096)
def parse_dotted(tekst: str) -> Pad:
    """Return the path that `dotted` wrote as `tekst`.

    Raises `ValueError` with a Dutch sentence when it is no path.
    """
    delen: list[str | int] = []
    plek = 0
    while plek < len(tekst):
        gevonden = _DEEL.match(tekst, plek)
        if gevonden is None or (gevonden["naam"] is not None and bool(gevonden["punt"]) != bool(delen)):
            raise ValueError(f"«{tekst}» is geen pad. Schrijf bijvoorbeeld `rollen[0].naam`.")
        plek = gevonden.end()
        if gevonden["naam"] is not None:
            delen.append(gevonden["naam"])
        elif gevonden["nummer"] is not None:
            delen.append(int(gevonden["nummer"]))
        else:
            delen.append(_ESCAPE.sub(lambda escape: _TERUG.get(escape[1], escape[1]), gevonden["tekst"]))
    return tuple(delen)
