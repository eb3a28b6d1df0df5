"""Every test of the storage runs twice: in a file, and on a real PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mi_desktop.settings import OfficeSettings, save_settings
from mi_desktop.storage import Office, create_office
from tests.conftest import CHEAP, HeldClock


@pytest.fixture(params=["file", "server"])
def address(request: pytest.FixtureRequest) -> str:
    """Where the records lie, as the settings have it."""
    if request.param == "file":
        return ""
    return str(request.getfixturevalue("postgres").new_database())


@pytest.fixture
def office(
    tmp_path: Path, clock: HeldClock, monkeypatch: pytest.MonkeyPatch, address: str
) -> Iterator[Office]:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    folder = tmp_path / "office"
    made = create_office(folder, clock, CHEAP, address)
    save_settings(folder, OfficeSettings(database=address))
    yield made
    made.close()
