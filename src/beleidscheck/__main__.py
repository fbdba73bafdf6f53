"""De ingang: de versie meteen, al het andere via de opdrachtregel; zo vlot begonnen en beëindigd als het kan."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line and return its exit code; `--version` imports nothing else."""
    if sys.argv[1:] in (["--version"], ["--versie"]) and sys.stdout is not None:
        from beleidscheck import __version__  # noqa: PLC0415 - zo licht mogelijk

        sys.stdout.write(f"beleidscheck {__version__}\n")
        return 0
    import gc  # noqa: PLC0415 - alles hieronder kost `--version` anders tijd
    import os  # noqa: PLC0415

    gc.set_threshold(400_000, 50, 50)  # een kort proces hoeft niet telkens naar afval te zoeken
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from beleidscheck.cli.start import leave, run  # noqa: PLC0415

    return leave(run(sys.argv[1:]))


if __name__ == "__main__":
    sys.exit(main())
