"""Files are written whole or not at all; what a killed program left is swept."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mi_desktop.basics.paths import sweep_unfinished, write_whole

KILLED = """
import os, signal, sys
from pathlib import Path
from mi_desktop.basics import paths
paths.os.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
paths.write_whole(Path(sys.argv[1]) / "list.pdf", b"names")
"""


def test_what_a_killed_program_left_is_swept(tmp_path: Path) -> None:
    ended = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], check=False)
    assert ended.returncode == -9
    (left,) = tmp_path.iterdir()
    assert left.read_bytes() == b"names"
    assert sweep_unfinished(tmp_path) == 1
    assert not list(tmp_path.iterdir())


def test_what_is_being_written_is_not_swept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = os.replace
    swept = []

    def sweeping(name: str, path: Path) -> None:
        swept.append(sweep_unfinished(tmp_path))
        replace(name, path)

    monkeypatch.setattr(os, "replace", sweeping)
    write_whole(tmp_path / "list.pdf", b"whole")
    assert swept == [0]
    assert (tmp_path / "list.pdf").read_bytes() == b"whole"
