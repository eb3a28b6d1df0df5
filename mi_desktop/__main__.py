"""Starts MI Desktop: a verb of the command line, or the window where there is none.

Worker processes import this module again, so it holds nothing; the `entrance` is found by name.
"""

import sys
from pkgutil import resolve_name

STOPPED = 130


def main() -> None:
    """Runs what the command line says and ends the process with its exit code."""
    try:
        sys.exit(resolve_name("mi_desktop.entrance:start")(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(STOPPED)


if __name__ == "__main__":
    main()
