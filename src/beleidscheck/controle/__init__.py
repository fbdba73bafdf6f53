"""Controle van een kader: alles wat eraan mis kan zijn, met plaats en remedie, en de voorbeelden die het zelf noemt gedraaid."""

from beleidscheck.controle.kader import Kadercontrole, Opmerking, control_kader
from beleidscheck.controle.voorbeelden import Geval, Uitslag, Voorbeeldenboek, examples

__all__ = ["Geval", "Kadercontrole", "Opmerking", "Uitslag", "Voorbeeldenboek", "control_kader", "examples"]
