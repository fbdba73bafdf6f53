"""Wat de regelgebonden uitvoer van een audit deelt: tekst zonder tekens die een terminal, lezer of logboek sturen."""

from __future__ import annotations

import re
from typing import Final

#: Besturingstekens, tekens die de leesrichting keren, en wat geen XML of geen tekst is; regeleinden en tabs blijven.
_STUURTEKEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|[\ud800-\udfff]"
)


def clean(tekst: str) -> str:
    """Return the text without characters that steer a terminal or reader; each becomes a replacement sign."""
    return _STUURTEKEN.sub("\ufffd", tekst)
