"""Een tabel van veel scholen en weinig kolommen, met in elke cel een stand: te groot voor blokken, en alleen in een site."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kolom:
    """Een kolom: het cijfer erboven, hoe zij voluit heet, en het adres van haar bladzijde."""

    cijfer: str
    titel: str
    adres: str


@dataclass(frozen=True, slots=True)
class Stand:
    """Wat een cel zegt: het teken en het korte woord voor het oog, en het hele woord voor wie luistert."""

    teken: str
    kort: str
    woord: str
    soort: str


@dataclass(frozen=True, slots=True)
class Matrixrij:
    """Eén school: naam, adres, wat er verder van haar te zeggen is, en haar standen."""

    naam: str
    adres: str
    velden: tuple[str, ...]
    standen: tuple[Stand, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """De tabel met haar bijschrift; `velden` zijn de koppen van wat er voor de standen staat."""

    bijschrift: str
    velden: tuple[str, ...]
    kolommen: tuple[Kolom, ...]
    rijen: tuple[Matrixrij, ...]
