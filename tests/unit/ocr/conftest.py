"""A reading room over a real intake, with the real Tesseract."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mi_desktop.intake import IntakeService, MailPiece
from mi_desktop.ocr import OcrService
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
def intake(office: Office, sandbox: Sandbox) -> IntakeService:
    return IntakeService(office, sandbox, OfficeSettings(), FakeScanner([]))


@pytest.fixture
def ocr(office: Office, intake: IntakeService, sandbox: Sandbox) -> OcrService:
    return OcrService(office, intake, sandbox, OfficeSettings())


@pytest.fixture
def anna(staff: Staff) -> User:
    return staff.anna


class Door:
    """Where mail comes in: a file's bytes become a piece."""

    def __init__(self, intake: IntakeService, user: User, folder: Path) -> None:
        self._intake, self._user, self._folder = intake, user, folder

    def __call__(self, name: str, data: bytes) -> MailPiece:
        path = self._folder / name
        path.write_bytes(data)
        (taken,) = self._intake.take(self._user, [path])
        assert taken.piece is not None
        return taken.piece


@pytest.fixture
def arrives(intake: IntakeService, anna: User, tmp_path: Path) -> Door:
    return Door(intake, anna, tmp_path)
