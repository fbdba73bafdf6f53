"""De ingang: de versie meteen, al het andere via de opdrachtregel."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line and return its exit code; `--version` imports nothing else."""
    if sys.argv[1:] in (["--version"], ["--versie"]) and sys.stdout is not None:
        from beleidscheck import __version__  # noqa: PLC0415 - zo licht mogelijk

        sys.stdout.write(f"beleidscheck {__version__}\n")
        return 0
    from beleidscheck.cli.start import run  # noqa: PLC0415 - zo licht mogelijk

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
