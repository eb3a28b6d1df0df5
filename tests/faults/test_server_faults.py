"""Two desks, two processes, one real PostgreSQL: at once, and when it goes away and comes back."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Queue

import pytest

from mi_desktop.people import PeopleService
from mi_desktop.people.store import UserRow
from mi_desktop.settings import OfficeSettings, load_settings, save_settings
from mi_desktop.storage import Office, create_office, open_office
from mi_desktop.storage.errors import ChangedByColleague, ServerAway, ServerEmpty
from tests.conftest import CHEAP, PASSPHRASE, HeldClock, Staff
from tests.faults.desk_process import take
from tests.postgres import Server

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 20


@dataclass
class Other:
    """The desk in the other process."""

    process: "subprocess.Popen[str]"

    def tell(self, *commands: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.writelines(f"{c}\n" for c in commands)
        self.process.stdin.flush()

    def said(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()


@pytest.fixture
def server() -> Iterator[Server]:
    """One of the test's own, to stop and start."""
    if not Server.there():
        pytest.skip("NOT TESTED: no PostgreSQL on this machine (Debian package postgresql)")
    made = Server()
    yield made
    made.close()


@pytest.fixture
def here(
    tmp_path: Path, clock: HeldClock, monkeypatch: pytest.MonkeyPatch, server: Server
) -> Iterator[Office]:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    address = server.new_database()
    office = create_office(tmp_path / "office", clock, CHEAP, address)
    save_settings(office.folder, OfficeSettings(database=address))
    yield office
    office.close()


@pytest.fixture
def there(here: Office) -> Iterator[Other]:
    Staff(PeopleService(here, "Europe/Stockholm"))
    command = [sys.executable, "-m", "tests.faults.desk_process", str(here.folder)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        other = Other(process)
        assert other.said() == "open"
        yield other
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(PATIENCE_S) == 0


def test_two_processes_work_at_once_through_a_server_that_dies_and_comes_back(
    here: Office, there: Other, server: Server
) -> None:
    """No number twice and none left out, news of each other, words while the line is gone."""
    there.tell(*["take"] * 20)
    mine = [int(take(here)) for _ in range(20)]
    theirs = [int(there.said()) for _ in range(20)]
    assert sorted(mine + theirs) == list(range(1, 41))

    heard: Queue[frozenset[str]] = Queue()
    lines: Queue[bool] = Queue()
    watch = here.database.watch(heard.put, lines.put)
    with here.database.read() as session:
        anna = session.query(UserRow).filter_by(name="anna").one()
        session.expunge_all()
    told = frozenset[str]()
    for turn in range(10):
        there.tell(f"rename {anna.id} Anna{turn}")
        assert there.said() == "done"
        with suppress(Empty):  # the watch was not up yet
            told |= heard.get(timeout=2)
            break
    assert told == {"user"}
    with pytest.raises(ChangedByColleague), here.database.write("system", "t") as session:
        anna.full_name = "Anna Berg"
        session.add(anna)

    server.stop()
    assert lines.get(timeout=PATIENCE_S) is False
    there.tell("take")
    assert there.said() == ServerAway.code
    with pytest.raises(ServerAway):
        take(here)
    server.start()
    assert lines.get(timeout=PATIENCE_S) is True
    there.tell("take")
    assert {int(there.said()), int(take(here))} == {41, 42}
    watch.stop()
    assert here.verify_audit().broken_at is None


def test_at_the_door_a_server_that_is_away_locked_or_empty_is_said(
    here: Office, tmp_path: Path, server: Server
) -> None:
    """Each with words and what to do; nothing is made in the wrong place."""
    PeopleService(here, "Europe/Stockholm").add_first("maria", "Maria Ek", PASSPHRASE)
    address = load_settings(here.folder)[0].database
    server.demand_password("mi", "the right one")
    with pytest.raises(ServerAway) as told:
        open_office(here.folder, PASSPHRASE)
    assert "does not let this desk in" in str(told.value.words)
    assert "database-password" in str(told.value.advice)
    server.trust_again()
    save_settings(here.folder, OfficeSettings(database=server.new_database()))
    with pytest.raises(ServerEmpty):
        open_office(here.folder, PASSPHRASE)
    save_settings(here.folder, OfficeSettings(database=address))
    open_office(here.folder, PASSPHRASE).close()
    server.stop()
    with pytest.raises(ServerAway):
        open_office(here.folder, PASSPHRASE)
    server.start()
