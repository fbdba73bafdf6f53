"""De zestien elementen van het model in modelvolgorde; zonder pydantic, zodat ook de opdrachtregel ze kent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Elementinfo:
    """Een element van het model: nummer (1 t/m 16), sleutel in het beleidsbestand, titel en hoofdthema."""

    nummer: int
    sleutel: str
    titel: str
    hoofdthema: str


ELEMENTEN: Final[tuple[Elementinfo, ...]] = (
    Elementinfo(1, "visie_en_doel", "Visie en doelen", "Visie op aanwezigheid"),
    Elementinfo(2, "stimuleren_aanwezigheid", "Aanwezigheid stimuleren", "Visie op aanwezigheid"),
    Elementinfo(3, "communicatie", "Communicatie over het beleid", "Communicatie"),
    Elementinfo(4, "melden_en_verlof", "Afwezigheid melden en verlof aanvragen", "Melden en signaleren"),
    Elementinfo(5, "controle_in_de_les", "Controle in de les", "Melden en signaleren"),
    Elementinfo(6, "check_en_nabellen", "Dagelijkse check en nabellen", "Check en analyse"),
    Elementinfo(7, "periodieke_analyse", "Periodieke analyse", "Check en analyse"),
    Elementinfo(
        8, "rollen_stimuleren", "Rollen bij het stimuleren van aanwezigheid", "Rollen en verantwoordelijkheden in de school"
    ),
    Elementinfo(
        9, "stappen_bij_afwezigheid", "Rollen en stappen bij afwezigheid", "Rollen en verantwoordelijkheden in de school"
    ),
    Elementinfo(
        10, "toerusting", "Toerusting en ondersteuning van professionals", "Rollen en verantwoordelijkheden in de school"
    ),
    Elementinfo(11, "betrokkenheid", "Betrokkenheid van ouders en leerlingen", "Ouders en leerlingen"),
    Elementinfo(12, "samenwerking", "Samenwerking met partners buiten de school", "Samenwerking met partners"),
    Elementinfo(13, "langdurig_afwezig", "Langdurig afwezige leerlingen", "Samenwerking met partners"),
    Elementinfo(14, "monitoring_en_evaluatie", "Monitoring en evaluatie van het beleid", "Monitoring en evaluatie"),
    Elementinfo(15, "gegevensbescherming", "Bescherming van gegevens", "Privacy"),
    Elementinfo(16, "verantwoording", "Verantwoording en reflectie", "Verantwoording en reflectie"),
)
PER_SLEUTEL: Final[dict[str, Elementinfo]] = {element.sleutel: element for element in ELEMENTEN}
