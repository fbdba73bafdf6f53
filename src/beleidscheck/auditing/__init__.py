"""Audit: veel beleidsbestanden in één keer, met dezelfde toets als voor één bestand."""

from beleidscheck.auditing.model import Kaderuitslag, Normuitslag, Schoolkop, Schooluitslag
from beleidscheck.auditing.uitkomst import Audit, run_audit

__all__ = ["Audit", "Kaderuitslag", "Normuitslag", "Schoolkop", "Schooluitslag", "run_audit"]
