"""De schil: voer één opdracht uit, vang elke fout die wij kennen, en geef een exitcode.

0: geen bevinding op of boven de drempel. 1: wel. 2: verkeerd gebruik of onleesbare invoer. 3: er is niets getoetst.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from beleidscheck.cli.hulp import explain_usage_error
from beleidscheck.errors import BeleidscheckError, EmptyRunError

if TYPE_CHECKING:
    from collections.abc import Sequence

GOED, BEVINDINGEN, FOUT, NIETS = 0, 1, 2, 3


def run(argv: Sequence[str]) -> int:
    """Run the command line and return its exit code."""
    import typer  # noqa: PLC0415 - zo laat mogelijk

    from beleidscheck.cli.app import app  # noqa: PLC0415 - zo laat mogelijk

    usage_error: type[Exception] = typer.BadParameter.__mro__[1]
    for stroom in (sys.stdout, sys.stderr):
        if hasattr(stroom, "reconfigure"):
            stroom.reconfigure(encoding="utf-8", errors="replace")
    try:
        uitkomst = typer.main.get_command(app).main(args=list(argv), prog_name="beleidscheck", standalone_mode=False)
        sys.stdout.flush()
    except EmptyRunError as fout:
        return _say(f"Niets getoetst: {fout}", NIETS)
    except BeleidscheckError as fout:
        return _say(f"Fout: {fout}", FOUT)
    except usage_error as fout:
        ctx = getattr(fout, "ctx", None)
        waar = ctx.command_path if ctx else "beleidscheck"
        return _say(f"Fout: {explain_usage_error(fout)}\nProbeer `{waar} --help`.", FOUT)
    except (KeyboardInterrupt, typer.Abort):
        return _say("Afgebroken; wat al geschreven was, is heel.", 130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return GOED
    return uitkomst if isinstance(uitkomst, int) else GOED


def _say(tekst: str, code: int) -> int:
    sys.stderr.write(tekst + "\n")
    return code
