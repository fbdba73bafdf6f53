"""beleidscheck toetst het aanwezigheidsbeleid van een school aan normenkaders.

Voor programma's: `from beleidscheck import toets, audit, laad_kader`; zie `beleidscheck.api`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from beleidscheck.api import Kader, Report, audit, laad_kader, toets

__all__ = ["Kader", "Report", "__version__", "audit", "laad_kader", "toets"]
__version__ = "0.1.0"


def __getattr__(naam: str) -> Any:  # noqa: ANN401 - elke naam uit de api
    """Return a name of the api, loaded only when it is asked for: `beleidscheck --version` needs none of it."""
    if naam in __all__:
        from beleidscheck import api  # noqa: PLC0415 - zie boven

        return getattr(api, naam)
    raise AttributeError(f"module 'beleidscheck' has no attribute {naam!r}")
