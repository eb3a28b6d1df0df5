"""A room to take mail in, and small documents made on the spot."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mi_desktop.intake import IntakeService
from mi_desktop.people import User
from mi_desktop.sandbox import Sandbox
from mi_desktop.settings import OfficeSettings
from mi_desktop.storage import Office
from tests.conftest import Staff
from tests.fakes.scanner import FakeScanner


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    made = Sandbox(workers=2)
    yield made
    made.close()


@pytest.fixture
def scanner() -> FakeScanner:
    return FakeScanner([])


@pytest.fixture
def intake(office: Office, sandbox: Sandbox, scanner: FakeScanner) -> IntakeService:
    settings = OfficeSettings(largest_mb=1, largest_pages=12)
    return IntakeService(office, sandbox, settings, scanner)


@pytest.fixture
def anna(staff: Staff) -> User:
    return staff.anna


@pytest.fixture
def door(tmp_path: Path) -> Path:
    """Where mail lies before it is taken in."""
    folder = tmp_path / "door"
    folder.mkdir()
    return folder
