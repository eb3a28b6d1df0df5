"""Several desks on one office: numbers, the trail, news of each other, changes that collide."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Empty, Queue

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from mi_desktop.people import PeopleService
from mi_desktop.people.store import UserRow
from mi_desktop.settings import OfficeSettings, save_settings
from mi_desktop.storage import (
    Office,
    create_office,
    keep_server_login,
    next_number,
    open_office,
)
from mi_desktop.storage.database import Database
from mi_desktop.storage.errors import (
    AddressUnfit,
    ChangedByColleague,
    PasswordInSettings,
    ServerAway,
    ServerTaken,
)
from mi_desktop.storage.server import address_of
from tests.conftest import CHEAP, PASSPHRASE, HeldClock, Staff
from tests.postgres import Server

PATIENCE_S = 20


@pytest.fixture
def colleague(office: Office, staff: Staff) -> Iterator[Office]:
    """The same office at another desk."""
    opened = open_office(office.folder, PASSPHRASE, office.database.clock)
    yield opened
    opened.close()


def rename(database: Database, user_id: str, full_name: str) -> None:
    with database.write("system", "test.rename") as session:
        row = session.get(UserRow, user_id)
        assert row is not None
        row.full_name = full_name


def test_two_desks_give_no_number_twice_and_leave_no_gap_in_the_trail(
    office: Office, colleague: Office, staff: Staff
) -> None:
    def take(database: Database) -> int:
        with database.write("system", "test.number") as session:
            return next_number(session, "MI-SE-2026")

    desks = [office.database, colleague.database] * 15
    with ThreadPoolExecutor(6) as pool:
        numbers = list(pool.map(take, desks))
    assert sorted(numbers) == list(range(1, 31))
    assert office.verify_audit().broken_at is None
    assert [line.seq for line in office.audit_lines()] == list(
        range(1, len(office.audit_lines()) + 1)
    )


def test_a_row_that_another_transaction_changed_is_not_overwritten(
    office: Office, colleague: Office, staff: Staff
) -> None:
    with office.database.read() as session:
        old = session.get(UserRow, staff.anna.id)
        session.expunge_all()
    rename(colleague.database, staff.anna.id, "Anna Ek")
    assert old is not None
    with pytest.raises(ChangedByColleague), office.database.write("system", "t") as session:
        old.full_name = "Anna Berg"
        session.add(old)
    with office.database.read() as session:
        query = select(UserRow.full_name, UserRow.row_version).where(UserRow.id == staff.anna.id)
        assert tuple(session.execute(query).one()) == ("Anna Ek", 2)


def test_a_desk_hears_what_a_colleague_changes_and_not_what_it_does_itself(
    office: Office, colleague: Office, staff: Staff
) -> None:
    heard: Queue[frozenset[str]] = Queue()
    watch = office.database.watch(heard.put, lambda _: None)
    rename(colleague.database, staff.erik.id, "Erik Ek")  # until the watch is up
    while True:
        try:
            assert "user" in heard.get(timeout=1.5)
            break
        except Empty:
            rename(colleague.database, staff.erik.id, f"Erik {threading.get_ident()}")
    rename(office.database, staff.anna.id, "Anna Ek")
    with colleague.database.write("system", "test.note") as session:
        colleague.database.note(session, "print_batch", "b")
    kinds = frozenset[str]()
    while "print_batch" not in kinds:
        kinds = heard.get(timeout=PATIENCE_S)
        if office.database.on_server:
            assert kinds <= {"user", "print_batch"}
    watch.stop()
    rename(colleague.database, staff.erik.id, "Erik Berg")
    assert not watch.is_alive()


def test_own_changes_alone_wake_nobody(office: Office, staff: Staff) -> None:
    heard: Queue[frozenset[str]] = Queue()
    office.database.watch(heard.put, lambda _: None)
    rename(office.database, staff.anna.id, "Anna Ek")
    with pytest.raises(Empty):
        heard.get(timeout=2.5)


def test_the_trail_cannot_be_emptied_on_a_server_either(office: Office, staff: Staff) -> None:
    if not office.database.on_server:
        pytest.skip("a file knows no TRUNCATE")
    with (
        pytest.raises(IntegrityError, match="cannot be changed"),
        office.database.write("system", "test.cheat") as session,
    ):
        session.execute(text("TRUNCATE audit"))


def test_a_lost_line_is_said_and_tried_again(
    tmp_path: Path, clock: HeldClock, monkeypatch: pytest.MonkeyPatch, postgres: Server
) -> None:
    """A server of its own, stopped and started: words for the user, then everything works on."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    server = Server()
    office = create_office(tmp_path / "office", clock, CHEAP, server.new_database())
    lines: Queue[bool] = Queue()
    heard: Queue[frozenset[str]] = Queue()
    office.database.watch(heard.put, lines.put)
    server.stop()
    assert lines.get(timeout=PATIENCE_S) is False
    with pytest.raises(ServerAway), office.database.write("system", "t"):
        pass
    server.start()
    assert lines.get(timeout=PATIENCE_S) is True
    assert heard.get(timeout=PATIENCE_S) == frozenset()
    with office.database.write("system", "test.note") as session:
        office.database.note(session, "office", "o")
    office.close()
    server.close()


def test_an_address_holds_no_password_and_a_network_server_must_prove_itself() -> None:
    for bad in ("sqlite:///x.db", "postgresql://mi@server/mi", "nonsense", "postgresql+psycopg:"):
        with pytest.raises(AddressUnfit):
            address_of(bad, None)
    for telling in ("postgresql+psycopg://mi:pw@s/mi", "postgresql+psycopg://mi@s/mi?password=pw"):
        with pytest.raises(PasswordInSettings):
            address_of(telling, None)
    url = address_of("postgresql+psycopg://mi@server/mi", "secret")
    assert url.query["sslmode"] == "verify-full"
    assert url.password == "secret"
    assert "secret" not in str(url)
    assert "sslmode" not in address_of("postgresql+psycopg://mi@/mi?host=/run/x", None).query


def test_a_database_of_another_office_is_refused(
    tmp_path: Path, clock: HeldClock, monkeypatch: pytest.MonkeyPatch, postgres: Server
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    address = postgres.new_database()
    create_office(tmp_path / "one", clock, CHEAP, address).close()
    with pytest.raises(ServerTaken):
        create_office(tmp_path / "two", clock, CHEAP, address)
    save_settings(tmp_path / "two", OfficeSettings(database=address))


def test_the_servers_password_lies_sealed_in_the_folder_and_can_be_changed(
    tmp_path: Path, clock: HeldClock, monkeypatch: pytest.MonkeyPatch, postgres: Server
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    folder, address = tmp_path / "office", postgres.new_database()
    made = create_office(folder, clock, CHEAP, address, "first secret")
    save_settings(folder, OfficeSettings(database=address))
    PeopleService(made, "Europe/Stockholm").add_first("maria", "Maria Ek", PASSPHRASE)
    assert made.database.engine.url.password == "first secret"
    made.close()
    keep_server_login(folder, PASSPHRASE, "second secret")
    opened = open_office(folder, PASSPHRASE)
    assert opened.database.engine.url.password == "second secret"
    opened.close()
    for path in (p for p in folder.rglob("*") if p.is_file()):
        assert b"secret" not in path.read_bytes().replace(b"secrets", b"")
