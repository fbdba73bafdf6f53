"""Waar `schema/`, `site_templates/` en `policies/` staan: in de checkout of meegereisd in het wheel."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def _root() -> Path:
    here = Path(__file__).resolve().parent
    packed = here / "_data"
    return packed if packed.is_dir() else here.parent.parent


def schema_dir() -> Path:
    """Return the folder with the JSON Schemas."""
    return _root() / "schema"


def kader_dir() -> Path:
    """Return the folder with the shipped kaders."""
    return schema_dir() / "kaders"


def casus_dir() -> Path:
    """Return the folder with the shipped casussen."""
    return schema_dir() / "casussen"


def template_dir() -> Path:
    """Return the folder with the templates and style sheets that a user may restyle."""
    return _root() / "site_templates"


def example_dir() -> Path:
    """Return the folder with the fictional example schools."""
    return _root() / "policies"
