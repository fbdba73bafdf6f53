"""De schil: voer één opdracht uit, vang elke fout die wij kennen, en geef een exitcode.

0: geen bevinding op of boven de drempel. 1: wel. 2: verkeerd gebruik, onleesbare invoer of onschrijfbare uitvoer. 3: er is niets
getoetst. Wie zelf afbreekt, krijgt wat elk programma dan geeft: 130, of 141 als de lezer van een pijp is gestopt.
"""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from beleidscheck.errors import BeleidscheckError, EmptyRunError

if TYPE_CHECKING:
    from collections.abc import Sequence

GOED, BEVINDINGEN, FOUT, NIETS = 0, 1, 2, 3
AFGEBROKEN, PIJP_DICHT = 130, 141


def run(argv: Sequence[str]) -> int:
    """Run the command line and return its exit code."""
    _prepare_streams()
    try:
        code = _dispatch(argv)
        sys.stdout.flush()
    except EmptyRunError as fout:
        return _say(f"Niets getoetst: {fout}", NIETS)
    except BeleidscheckError as fout:
        return _say(f"Fout: {fout}", FOUT)
    except KeyboardInterrupt:
        return _interrupted()
    except BrokenPipeError:
        _drop_output()
        return PIJP_DICHT
    except OSError as fout:
        from beleidscheck.cli.schrijf import why  # noqa: PLC0415 - alleen als het misgaat

        _drop_output()
        return _say(f"Fout: {why(fout)}", FOUT)
    return _interrupted() if code == AFGEBROKEN else code


def leave(code: int) -> int:
    """End the process at once with this exit code; taking everything apart first would cost a tenth of a whole check.

    Returns the code only where output cannot be flushed, so that Python ends in its own way.
    """
    with suppress(OSError, ValueError):
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    return code


def _dispatch(argv: Sequence[str]) -> int:
    import typer  # noqa: PLC0415 - zo laat mogelijk
    from typer.main import get_command  # noqa: PLC0415 - idem

    from beleidscheck.cli.app import app  # noqa: PLC0415 - idem
    from beleidscheck.cli.verkeerd import check_command, explain_wrong_use  # noqa: PLC0415 - idem

    groep = get_command(app)
    check_command(groep, argv)
    verkeerd_gebruik: type[Exception] = typer.BadParameter.__mro__[1]  # heet per versie van typer anders
    stromen = sys.stdout, sys.stderr
    try:
        uitkomst = groep.main(args=list(argv) or ["--help"], prog_name="beleidscheck", standalone_mode=False)
    except verkeerd_gebruik as fout:
        return _say(f"Fout: {explain_wrong_use(groep, argv, fout)}", FOUT)
    except typer.Abort:
        return AFGEBROKEN
    except SystemExit as fout:  # dat doet typer alleen als de lezer van een pijp is gestopt, en met eigen stromen
        sys.stdout, sys.stderr = stromen
        raise BrokenPipeError from fout
    if not argv:  # wie niets vraagt, krijgt de hulp, maar nooit een geslaagde toets
        return FOUT
    return uitkomst if isinstance(uitkomst, int) else GOED


def _prepare_streams() -> None:
    """Make output UTF-8 everywhere, also where there is no screen or file to write to."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - blijft open tot het einde
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - idem
    for stroom in (sys.stdout, sys.stderr):
        if isinstance(stroom, io.TextIOWrapper):
            stroom.reconfigure(encoding="utf-8", errors="replace")


def _drop_output() -> None:
    """Let what is still in the buffer of the output go nowhere, or Python would complain about it on leaving."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _interrupted() -> int:
    return _say("Afgebroken; wat al geschreven was, is heel.", AFGEBROKEN)


def _say(tekst: str, code: int) -> int:
    with suppress(OSError):
        sys.stdout.flush()
        sys.stderr.write(tekst + "\n")
        sys.stderr.flush()
    return code
