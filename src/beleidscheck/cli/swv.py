"""Een nieuwe map voor een samenwerkingsverband: instellingen, voorbeeldscholen, bouwstraat, editor en uitleg."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from beleidscheck import __version__
from beleidscheck.cli.schemas import schema_for
from beleidscheck.cli.schrijf import write_text
from beleidscheck.data import example_dir, template_dir
from beleidscheck.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

#: Waar elk sjabloon uit `site_templates/swv/` terechtkomt.
_BESTANDEN: Final[Mapping[str, str]] = {
    "beleidscheck.toml": "beleidscheck.toml",
    "README.md": "README.md",
    "github-workflow.yml": ".github/workflows/aanwezigheidsbeleid.yml",
    "gitlab-ci.yml": ".gitlab-ci.yml",
    "pre-commit-config.yaml": ".pre-commit-config.yaml",
    "vscode-settings.json": ".vscode/settings.json",
    "gitignore": ".gitignore",
}
#: Voorbeeldscholen: een die het protocol volgt en een complete, elk in een andere sector.
_SCHOLEN: Final[Mapping[str, str]] = {
    "korte-vorm-vo.yaml": "scholen/voorbeeldschool-vo.yaml",
    "kleine-school-po.yaml": "scholen/voorbeeldschool-po.yaml",
}
_SCHEMAREGEL: Final = "# yaml-language-server: $schema=../beleid.schema.json\n"
_LANGSTE_NAAM: Final = 120


def scaffold(map_: Path, naam: str) -> Iterator[str]:
    """Yield what was written and what was left alone. Raises `UsageError` for a name that does not fit, `OutputError` when writing fails."""
    schoon = " ".join(naam.split())
    if not schoon or len(schoon) > _LANGSTE_NAAM or not schoon.isprintable():
        raise UsageError(f"Geef bij --naam een naam van hooguit {_LANGSTE_NAAM} gewone tekens.")
    if map_.exists() and not map_.is_dir():
        raise UsageError(f"{map_} is een bestand, geen map. Kies een andere naam.")
    teksten = {doel: _template(sjabloon, schoon) for sjabloon, doel in _BESTANDEN.items()}
    teksten |= {doel: _example(voorbeeld) for voorbeeld, doel in _SCHOLEN.items()}
    teksten["beleid.schema.json"] = schema_for("beleid")
    for doel, tekst in sorted(teksten.items()):
        if (map_ / doel).exists():
            yield f"Stond er al:  {map_ / doel}"
            continue
        write_text(map_ / doel, tekst)
        yield f"Geschreven:   {map_ / doel}"
    yield ""
    yield f"Ga naar de map (cd {map_}) en draai: beleidscheck audit"


def _template(sjabloon: str, naam: str) -> str:
    tekst = (template_dir() / "swv" / sjabloon).read_text(encoding="utf-8")
    return tekst.replace("{{ naam }}", naam).replace("{{ versie }}", __version__)


def _example(voorbeeld: str) -> str:
    tekst = (example_dir() / voorbeeld).read_text(encoding="utf-8")
    regels = [regel for regel in tekst.splitlines(keepends=True) if not regel.startswith("# yaml-language-server:")]
    return _SCHEMAREGEL + "".join(regels)
