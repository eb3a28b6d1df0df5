"""What every test may ask for: an office of its own, its people, a clock that stands still."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mi_desktop.people import PeopleService, Role, User
from mi_desktop.settings import OfficeSettings, save_settings
from mi_desktop.storage import Cost, Office, create_office
from tests.postgres import Server

PASSPHRASE = "correct horse battery"
CHEAP = Cost(passes=1, memory=8192)


class HeldClock:
    """A clock that moves only when told."""

    def __init__(self, now: datetime = datetime(2026, 11, 16, 8, 0, tzinfo=UTC)) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture
def clock() -> HeldClock:
    return HeldClock()


@pytest.fixture
def office(tmp_path: Path, clock: HeldClock, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    made = create_office(tmp_path / "office", clock, CHEAP)
    yield made
    made.close()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    if not Server.there():
        pytest.skip("NOT TESTED: no PostgreSQL on this machine (Debian package postgresql)")
    server = Server()
    yield server
    server.close()


@pytest.fixture(params=["file", "server"])
def address(request: pytest.FixtureRequest) -> str:
    """Where the records lie, as the settings have it: in a file, then on a real PostgreSQL."""
    if request.param == "file":
        return ""
    return str(request.getfixturevalue("postgres").new_database())


@pytest.fixture
def either_office(
    tmp_path: Path, clock: HeldClock, monkeypatch: pytest.MonkeyPatch, address: str
) -> Iterator[Office]:
    """An office for a test that runs twice."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    folder = tmp_path / "office"
    made = create_office(folder, clock, CHEAP, address)
    save_settings(folder, OfficeSettings(database=address))
    yield made
    made.close()


@pytest.fixture
def people(office: Office) -> PeopleService:
    return PeopleService(office, "Europe/Stockholm")


class Staff:
    """The office's people, each with the passphrase PASSPHRASE."""

    def __init__(self, people: PeopleService) -> None:
        self.maria = people.add_first("maria", "Maria Ek", PASSPHRASE)
        self.anna = self._add(people, "anna", "Anna Lindqvist", Role.INTAKE, Role.SPECIALIST)
        self.erik = self._add(people, "erik", "Erik Berg", Role.REVIEWER, Role.APPROVER)
        self.sara = self._add(people, "sara", "Sara Holm", Role.SAFETY)

    def _add(self, people: PeopleService, name: str, full_name: str, *roles: Role) -> User:
        return people.add(self.maria, (name, full_name, frozenset(roles)), PASSPHRASE)


@pytest.fixture
def staff(people: PeopleService) -> Staff:
    return Staff(people)
