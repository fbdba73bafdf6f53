"""JUnit-XML: elke school een reeks, elke norm een geval; een tekort is mislukt, wat niet te toetsen was een fout."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from beleidscheck.bevinding import Gewicht, Oordeel
from beleidscheck.render.audit_tekst import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beleidscheck.auditing import Schooluitslag
    from beleidscheck.auditing.punten import Punt
    from beleidscheck.auditing.verslag import Verslag


def render_junit(verslag: Verslag) -> Iterator[str]:
    """Yield the XML in pieces. What counts for the threshold fails; what is lighter or already known is in the output of its case."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="beleidscheck">\n'
    for school in verslag.audit.outcomes():
        yield from _suite(school, verslag)
    yield "</testsuites>\n"


def _suite(school: Schooluitslag, verslag: Verslag) -> Iterator[str]:
    punten = list(verslag.points(school))
    per_norm = {(punt.kader, punt.code): punt for punt in punten if punt.kader}
    gevallen: list[str] = []
    soorten: Counter[str] = Counter()

    def add(klasse: str, naam: str, inhoud: tuple[str, str] | None) -> None:
        soort, binnen = inhoud or ("", "")
        soorten[soort] += 1
        slot = f">{binnen}</testcase>" if binnen else "/>"
        gevallen.append(f"    <testcase classname={_attr(klasse)} name={_attr(naam)}{slot}\n")

    for ref, norm in school.outcomes():
        kop = verslag.koppen.get((ref, norm.norm))
        naam = f"{norm.norm}: {kop.titel}" if kop else norm.norm
        punt = per_norm.get((ref, norm.norm))
        if norm.oordeel is Oordeel.NIET_VAN_TOEPASSING:
            add(f"{school.bestand}.{ref}", naam, ("skipped", f"<skipped message={_attr('niet van toepassing: ' + norm.zin)}/>"))
        else:
            add(f"{school.bestand}.{ref}", naam, None if punt is None else _case(punt, verslag.drempel))
    for punt in punten:
        if not punt.kader:
            add(f"{school.bestand}.beleid", f"{punt.code}: {punt.titel}, regel {punt.regel}", _case(punt, verslag.drempel))
    telling = f'failures="{soorten["failure"]}" errors="{soorten["error"]}" skipped="{soorten["skipped"]}"'
    yield f'  <testsuite name={_attr(f"{school.toonnaam} ({school.bestand})")} tests="{len(gevallen)}" {telling}>\n'
    yield from gevallen
    yield "  </testsuite>\n"


def _case(punt: Punt, drempel: Gewicht) -> tuple[str, str]:
    """Return the kind of a case and what stands in it."""
    if punt.gedekt:
        return "skipped", f"<skipped message={_attr(punt.gedekt)}/>"
    if punt.oordeel == Oordeel.NIET_GETOETST:
        return "error", f"<error message={_attr(punt.zin)}>{_body(punt)}</error>"
    if punt.counts(drempel):
        return "failure", f"<failure type={_attr(punt.gewicht)} message={_attr(punt.zin)}>{_body(punt)}</failure>"
    return "uitvoer", f"<system-out>{_body(punt)}</system-out>"


def _body(punt: Punt) -> str:
    regels = [f"{punt.bestand}:{punt.regel}:{punt.kolom}", punt.zin, punt.te_doen]
    return escape(clean("\n".join(filter(None, regels))))


def _attr(tekst: str) -> str:
    return quoteattr(clean(str(tekst)))
