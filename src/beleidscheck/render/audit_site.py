"""Hoe de site van een audit eruitziet; het werk doet site.py."""

from __future__ import annotations

from typing import Final

from beleidscheck.document.audit_start import TITEL
from beleidscheck.document.uitleg_paden import START
from beleidscheck.render.site import Siteopmaak

_SCHOLEN: Final = (("Scholen", f"{START}#scholen"),)


def audit_look(*, openbaar: bool) -> Siteopmaak:
    """Return the look of the site of an audit; the public form has no schools to go to."""
    return Siteopmaak(
        merk="beleidscheck audit",
        naam=TITEL,
        balknaam="Audit",
        balk=(
            ("Overzicht", START),
            *(() if openbaar else _SCHOLEN),
            ("Elementen", f"{START}#verdeling"),
            ("Vaakst gemist", f"{START}#vaakst"),
            ("Kaders", f"{START}#kaders"),
        ),
        voet="Deze toets leest wat er in het beleid staat. Of een school ook zo werkt, kan alleen een mens zien. Er is geen ranglijst.",
        sjabloon="audit.html",
        stijlbladen=("stijl.css", "uitleg.css", "audit.css"),
        script="audit.js",
    )
