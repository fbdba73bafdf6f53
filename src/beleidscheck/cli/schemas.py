"""De gegenereerde bestanden in `schema/` schrijven, of nagaan of ze vers zijn: `python -m beleidscheck.cli.schemas [--controleer]`."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

from beleidscheck.beleid.schema import schema_tekst
from beleidscheck.casus.schema import schema_text as casus_schema_text
from beleidscheck.cli.schrijf import write_text
from beleidscheck.data import kader_dir, schema_dir
from beleidscheck.errors import UsageError
from beleidscheck.kader import available, combine, load_kader, twin_text
from beleidscheck.kader.opvolging import heads_text
from beleidscheck.kader.schema import schema_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

def generated() -> dict[str, Callable[[], str]]:
    """Return every generated file below `schema/` with what makes its text: the schemas, and a fast twin of each kader."""
    kaders = {f"kaders/gebouwd/{ref}.json": partial(twin_text, kader_dir() / f"{ref}.yaml") for ref in available()}
    return {"beleid.schema.json": schema_tekst, "kader.schema.json": schema_text, "casus.schema.json": casus_schema_text, **kaders, "kaders/gebouwd/koppen.json": heads_text}


def schema_for(naam: str, kaders: Sequence[str] = ()) -> str:
    """Return a schema; that of a policy with the words and regional fields of these kaders. Raises `UsageError`."""
    if not kaders:
        return (schema_dir() / f"{naam}.schema.json").read_text(encoding="utf-8")
    if naam != "beleid":
        raise UsageError("Alleen bij het schema van een beleid kan een kader worden opgenomen.")
    return schema_tekst(combine([load_kader(ref) for ref in kaders]))


def stale() -> list[str]:
    """Return the names of the generated files that are not what the code would write now."""
    map_ = schema_dir()
    return [
        naam
        for naam, maak in generated().items()
        if not (map_ / naam).is_file() or (map_ / naam).read_text(encoding="utf-8") != maak()
    ]


def main(argv: Sequence[str]) -> int:
    """Write the generated files, or with `--controleer` say which are stale."""
    if "--controleer" in argv:
        oud = stale()
        sys.stdout.write(
            "".join(f"schema/{naam} is niet vers; draai python -m beleidscheck.cli.schemas\n" for naam in oud)
            or "Alles is vers.\n"
        )
        return int(bool(oud))
    for naam, maak in generated().items():
        write_text(schema_dir() / naam, maak())
        sys.stdout.write(f"schema/{naam}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
