"""A furnished demonstration office for each journey, with the machine's real parts."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mi_desktop.bootstrap import assemble
from mi_desktop.demo import Demonstration, make_demonstration


@pytest.fixture
def demonstration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Demonstration]:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    made = make_demonstration(tmp_path / "office", None, assemble)
    yield made
    made.services.close()
