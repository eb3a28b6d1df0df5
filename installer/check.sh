#!/bin/sh
# Every check there is, the same here and in CI: lint, format, types, the house's contracts, tests.
set -eu
cd "$(dirname -- "$0")/.."
bin=.venv/bin
export QT_QPA_PLATFORM=offscreen OMP_THREAD_LIMIT=1
"$bin/ruff" check mi_desktop tests installer
"$bin/ruff" format --check mi_desktop tests installer
"$bin/mypy"
"$bin/lint-imports" --no-cache
"$bin/python" installer/validation.py
"$bin/pytest" -n 2 --dist loadfile "$@"
