"""A demonstration office, made once; each test has a copy of its own."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from mi_desktop.bootstrap import assemble
from mi_desktop.demo import make_demonstration
from mi_desktop.demo.model import Demonstration
from tests.faults.offices import opened


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demonstration office, closed."""
    folder = tmp_path_factory.mktemp("furnished") / "office"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
        make_demonstration(folder, None, assemble).services.close()
    return folder


@pytest.fixture
def folder(furnished: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    return Path(shutil.copytree(furnished, tmp_path / "office"))


@pytest.fixture
def world(folder: Path) -> Iterator[Demonstration]:
    with opened(folder) as made:
        yield made
