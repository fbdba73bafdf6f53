"""Een klein beleid met één stuk tekst erin, en wat de prozalint daarvan zegt."""

from __future__ import annotations

import json
import textwrap
from typing import TYPE_CHECKING, Final

from beleidscheck.check import examine, find_contradictions
from beleidscheck.proza import lint_prose
from tests.hulp.toetsbank import kaders, lees_tekst

if TYPE_CHECKING:
    from beleidscheck.proza import Advies

NK: Final = "noord-kennemerland@2024-2025"
CONCEPT: Final = "noord-kennemerland@2025-2026-concept"
_KOP: Final = """\
formaat: 1
kaders:
  - noord-kennemerland@2024-2025
beleid:
  titel: Beleid van de Testschool
school:
  naam: Testschool
  sector: vo
  regio: noord-kennemerland
  lesuur_minuten: 50
  aantal_leerlingen: 940
controle_in_de_les:
  te_laat:
    vanaf: 1 minuut
    afwezig_vanaf: 20 minuten
check_en_nabellen:
  nabellen:
    tijdstip: "09:30"
begrippen:
  dreigend_thuiszitter:
    aanwezigheid_van: 90
    aanwezigheid_tot: 95
melden_en_verlof:
  melden:
    tijdstip: "08:15"
stappen_bij_afwezigheid:
  trappen:
    - trap: te_laat
      stappen:
        - id: te_laat-1
          bij:
            - signaal: te_laat
              drempel: 5 keer
              periode: 6 schoolweken
        - id: te_laat-2
          bij:
            - signaal: te_laat
              drempel: 9 keer
    - trap: ziekte
      stappen:
        - id: ziekte-1
          bij:
            - signaal: ziekmeldingen
              drempel: 4 keer
              periode: 12 schoolweken
        - id: ziekte-2
          bij:
            - signaal: ongeoorloofde_uren
              drempel: 16 lesuren
              periode: 4 weken
"""


def beleid(tekst: str, veld: str = "visie_en_doel.visie", *, basis: str = _KOP) -> str:
    """Return the YAML of a policy with this text at a field of two parts that the rest does not have."""
    blok, _, sleutel = veld.partition(".")
    return f"{basis}{blok}:\n  {sleutel}: {json.dumps(tekst, ensure_ascii=False)}\n"


def lint(yaml: str, *refs: str) -> tuple[Advies, ...]:
    """Return the advice about a policy, with the words of these kaders."""
    policy = lees_tekst(textwrap.dedent(yaml))
    gekozen = kaders(*(refs or (NK,)))
    onderzoek = examine(policy, gekozen)
    al_gemeld = [tegen.een for tegen in find_contradictions(onderzoek) if tegen.code == "getal-in-tekst"]
    return lint_prose(policy, gekozen, onderzoek.ladder, al_gemeld)


def over(tekst: str, code: str, *refs: str, veld: str = "visie_en_doel.visie") -> list[str]:
    """Return what the advice of one kind is about, for a policy with only this text."""
    return [advies.over for advies in lint(beleid(tekst, veld), *refs) if advies.code == code]
