"""`python -m mi_desktop.demo.maker FOLDER [--seed N]`: make the demonstration mail."""

import argparse
import sys
from pathlib import Path

from mi_desktop.demo.maker import make


def main(arguments: list[str] | None = None) -> int:
    """Makes the mail and prints the files' names."""
    parser = argparse.ArgumentParser(description="Make the demonstration mail.")
    parser.add_argument("folder", type=Path, help="where to write it")
    parser.add_argument("--seed", type=int, default=2026, help="of the wear (default 2026)")
    parser.add_argument("--only", nargs="*", help="file names to make (default: all)")
    options = parser.parse_args(arguments)
    for path in make(options.folder, options.seed, options.only):
        sys.stdout.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
