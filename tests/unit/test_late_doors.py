"""Rooms' doors: every name opens, and a call loads no more than it needs."""

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = sorted(p.parent.name for p in (ROOT / "mi_desktop").glob("*/__init__.py"))


@pytest.mark.parametrize("room", ROOMS)
def test_every_name_on_a_door_is_behind_it(room: str) -> None:
    door = importlib.import_module(f"mi_desktop.{room}")
    for name in getattr(door, "__all__", ()):
        found = getattr(door, name)
        assert not isinstance(found, type(door)), f"{name} is shadowed by a module"


def test_a_name_that_is_not_there_is_an_import_error() -> None:
    with pytest.raises(ImportError):
        exec("from mi_desktop.ocr import Nonesuch")


@pytest.mark.parametrize(
    ("modules", "unwanted"),
    [
        ("mi_desktop.entrance", "sqlalchemy alembic PySide6 cv2 pyhanko reportlab pdfplumber"),
        ("mi_desktop.safety.assistant", "sqlalchemy alembic PySide6 cv2 pyhanko reportlab"),
        ("mi_desktop.letters.signing.judge", "sqlalchemy alembic PySide6 cv2 reportlab"),
        ("mi_desktop.ocr.page, mi_desktop.intake.opening", "sqlalchemy alembic PySide6 pyhanko"),
        ("mi_desktop.bootstrap", "PySide6 pyhanko"),
    ],
)
def test_a_call_loads_no_more_than_it_needs(modules: str, unwanted: str) -> None:
    script = f"import sys, {modules}; print(*sorted(set(sys.modules) & set({unwanted.split()!r})))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert done.stdout.split() == [], done.stderr
