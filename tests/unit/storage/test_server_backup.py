"""Backups of an office on a real PostgreSQL: the same sealed files, restored to either place."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from mi_desktop.basics.errors import Cancelled
from mi_desktop.basics.progress import Quiet
from mi_desktop.basics.words import Words
from mi_desktop.bootstrap import restore_office
from mi_desktop.keeping.erasing import LIST_FILE
from mi_desktop.keeping.errors import ListUnreadable
from mi_desktop.settings import load_settings
from mi_desktop.storage import Office, Table, open_office, open_with_recovery_words
from mi_desktop.storage.backup import (
    ServerPlace,
    add_to_folder,
    by_passphrase,
    by_words,
    restore,
    sets_in,
    write_backup,
)
from mi_desktop.storage.errors import ServerAway, ServerTaken
from mi_desktop.storage.recovery import make
from tests.conftest import PASSPHRASE, HeldClock, Staff
from tests.integration.test_migrations import fill
from tests.postgres import Server
from tests.unit.storage.test_backup import CANARY, keep, sealed_file


@pytest.fixture
def address(postgres: Server) -> str:
    return postgres.new_database()


@pytest.fixture
def furnished(office: Office, staff: Staff) -> Office:
    """A row in every table, texts that search finds, a document."""
    with office.database.write("system", "test.put", "a reason åäö") as session:
        office.index.put(session, "mail", "p1", ("Brev", "Klåda efter två doser"), "sv")
        fill(session.connection(), frozenset({"audit", "audit_words"}))
    return office


@contextmanager
def opened(folder: Path) -> Iterator[Office]:
    found = open_office(folder, PASSPHRASE)
    try:
        yield found
    finally:
        found.close()


def everything(office: Office) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, the sealed keys of the documents aside."""
    left_out = {("document", "key")}
    found = {}
    with office.database.read() as session:
        for table in Table.metadata.sorted_tables:
            columns = [c for c in table.columns if (table.name, c.name) not in left_out]
            rows = session.execute(select(*columns).order_by(*table.primary_key))
            found[table.name] = [tuple(row) for row in rows]
    return found


def is_as_it_was(office: Office, before: dict[str, list[tuple[Any, ...]]], document: str) -> None:
    """Same rows, same documents, a whole chain, search; and work goes on."""
    now = everything(office)
    changed = {name for name in before if before[name] != now[name]}
    assert not changed
    with office.database.read() as session:
        assert office.vault.read(session, document) == CANARY * 1000
        assert [f.ref for f in office.index.find(session, "klådan")] == ["p1"]
    with office.database.write("system", "test.more") as session:
        office.index.put(session, "mail", "p2", ("Brev", "Yrsel"), "sv")
    with office.database.read() as session:
        assert [f.ref for f in office.index.find(session, "yrsel")] == ["p2"]
    report = office.verify_audit()
    assert (report.broken_at, report.entries) == (None, len(before["audit"]))


def test_records_on_a_server_are_backed_up_and_live_on_in_a_file_p11_20(
    furnished: Office, tmp_path: Path, clock: HeldClock
) -> None:
    """P11-20: every row of every table, by the recovery key, on a machine without a server."""
    document = keep(furnished)
    key = make(clock())
    furnished.key_file.put_recovery(key, furnished.keys)
    before = everything(furnished)
    report = write_backup(furnished, tmp_path / "one.mibackup")
    assert (report.broken_at, report.entries) == (None, len(before["audit"]))
    assert CANARY not in (tmp_path / "one.mibackup").read_bytes()
    there = tmp_path / "there"
    restore(tmp_path / "one.mibackup", there, by_words(" ".join(key.words)))
    assert load_settings(there)[0].database == ""
    office = open_with_recovery_words(there, " ".join(key.words))
    assert not office.database.on_server
    is_as_it_was(office, before, document)
    office.close()


def test_they_come_back_into_an_empty_database_of_another_server_p11_20(
    furnished: Office, tmp_path: Path, postgres: Server
) -> None:
    """P11-20: the documents' keys lie sealed there too; a database with anything in is left."""
    document = keep(furnished)
    before = everything(furnished)
    write_backup(furnished, tmp_path / "one.mibackup")
    address = postgres.new_database()
    place = ServerPlace(address, "its password")
    restore(tmp_path / "one.mibackup", tmp_path / "there", by_passphrase(PASSPHRASE), None, place)
    assert not (tmp_path / "there" / "office.db").exists()
    with opened(tmp_path / "there") as office:
        assert office.database.on_server
        assert office.database.engine.url.password == "its password"
        with office.database.read() as session:
            kept = session.connection().exec_driver_sql("SELECT length(key) FROM document")
            assert max(kept.scalars()) == 72
        is_as_it_was(office, before, document)
    with pytest.raises(ServerTaken):
        restore(tmp_path / "one.mibackup", tmp_path / "2", by_passphrase(PASSPHRASE), None, place)
    away = ServerPlace("postgresql+psycopg://mi@/office?host=/nowhere")
    with pytest.raises(ServerAway):
        restore(tmp_path / "one.mibackup", tmp_path / "2", by_passphrase(PASSPHRASE), None, away)
    assert {p.name for p in tmp_path.iterdir()} == {"office", "one.mibackup", "there"}


def test_a_restore_that_is_stopped_leaves_the_database_empty(
    furnished: Office, tmp_path: Path, postgres: Server
) -> None:
    write_backup(furnished, tmp_path / "one.mibackup")
    place = ServerPlace(postgres.new_database())

    class Stopping:
        def step(self, done: int, total: int, what: Words | None = None) -> None:
            if done > 10 and str(what) == "Copying the records":
                raise Cancelled

    unlock = by_passphrase(PASSPHRASE)
    with pytest.raises(Cancelled):
        restore(tmp_path / "one.mibackup", tmp_path / "there", unlock, Stopping(), place)
    assert not (tmp_path / "there").exists()
    restore(tmp_path / "one.mibackup", tmp_path / "there", unlock, None, place)


def test_where_erasures_cannot_be_done_again_nothing_stays_on_the_server_gd_06(
    furnished: Office, tmp_path: Path, postgres: Server
) -> None:
    """GD-06: what was erased would be back there; the database can be restored into again."""
    write_backup(furnished, tmp_path / "one.mibackup")
    (tmp_path / LIST_FILE).write_bytes(b"not a list")
    file, address = tmp_path / "one.mibackup", postgres.new_database()
    with pytest.raises(ListUnreadable):
        restore_office(file, tmp_path / "there", (PASSPHRASE, None, []), Quiet(), (address, ""))
    assert not (tmp_path / "there").exists()
    (tmp_path / LIST_FILE).unlink()
    restore_office(file, tmp_path / "there", (PASSPHRASE, None, []), Quiet(), (address, ""))


def test_a_colleague_works_on_and_the_copy_is_of_one_moment(
    furnished: Office, tmp_path: Path
) -> None:
    """What is written while tables are read is in none of them."""
    entries = furnished.verify_audit().entries

    class Working:
        def step(self, done: int, total: int, what: Words | None = None) -> None:
            if str(what) == "Copying the records":
                with furnished.database.write("anna", "test.meanwhile") as session:
                    furnished.index.put(session, "mail", f"m{done}", ("Brev", "x"))
                    furnished.database.note(session, "thing", str(done))

    report = write_backup(furnished, tmp_path / "one.mibackup", progress=Working())
    assert (report.entries, report.broken_at) == (entries, None)
    assert furnished.verify_audit().entries > entries


def test_a_folder_takes_them_each_document_once_p11_20(
    furnished: Office, tmp_path: Path, clock: HeldClock
) -> None:
    folder = tmp_path / "backups"
    first = keep(furnished)
    wrong = keep(furnished)
    sealed_file(furnished, wrong).write_bytes(b"rubbish" * 100)
    add_to_folder(furnished, folder, 2)
    clock.now = datetime(2026, 12, 1, 8, tzinfo=clock.now.tzinfo)
    keep(furnished)
    report = add_to_folder(furnished, folder, 2)
    assert wrong in report.damaged
    assert first not in report.damaged
    assert len(sets_in(folder)) == 2
    assert len(list((folder / "documents").glob("*/*"))) == 2
    restore(sets_in(folder)[-1], tmp_path / "there", by_passphrase(PASSPHRASE))
    with opened(tmp_path / "there") as office, office.database.read() as session:
        assert office.vault.read(session, first) == CANARY * 1000


def test_a_server_that_goes_away_meanwhile_is_said_and_leaves_nothing(
    furnished: Office, tmp_path: Path
) -> None:
    class Breaking:
        def step(self, done: int, total: int, what: Words | None = None) -> None:
            if done == 5 and str(what) == "Copying the records":
                with furnished.database.engine.connect() as line:
                    line.exec_driver_sql(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        " WHERE pid <> pg_backend_pid() AND datname = current_database()"
                    )

    with pytest.raises(ServerAway):
        write_backup(furnished, tmp_path / "one.mibackup", progress=Breaking())
    assert [p.name for p in tmp_path.iterdir()] == ["office"]
    write_backup(furnished, tmp_path / "one.mibackup")
