"""Backups: whole, sealed, read back before they count, refused in words if not (P11-20)."""

import base64
import json
import threading
from pathlib import Path

import pytest

from mi_desktop.basics.errors import Cancelled
from mi_desktop.basics.words import Words
from mi_desktop.storage import Office, create_office, open_office
from mi_desktop.storage.backup import (
    add_to_folder,
    backup_before_upgrade,
    by_passphrase,
    by_words,
    restore,
    sets_in,
    write_backup,
)
from mi_desktop.storage.backup.contents import sha256_of
from mi_desktop.storage.backup.errors import (
    BackupDamaged,
    BackupFailed,
    BackupInside,
    BackupNewer,
    BackupNotOurs,
    BackupThere,
    NotABackup,
    OtherOffice,
    PlaceTaken,
)
from mi_desktop.storage.errors import RecoveryRefused, WrongPassphrase
from mi_desktop.storage.recovery import make
from tests.conftest import CHEAP, PASSPHRASE, HeldClock, Staff

CANARY = b"Kanariefagel"


@pytest.fixture
def address() -> str:
    """Backups are of offices in files; a server's are its keeper's."""
    return ""


def keep(office: Office, content: bytes = CANARY * 1000) -> str:
    sealed = office.vault.seal(content)
    with office.database.write("system", "test.keep") as session:
        office.vault.record(session, sealed)
    return sealed.id


def sealed_file(office: Office, document: str) -> Path:
    return office.folder / "vault" / document[-2:] / document


def test_one_file_holds_the_office_and_any_passphrase_opens_it_p11_20(
    office: Office, staff: Staff, tmp_path: Path
) -> None:
    """P11-20: what comes out has the same rows, documents and chain."""
    document = keep(office)
    large = keep(office, bytes(3 << 20))
    office.secrets.put("keystore/anna", "secret")
    office.keystore.joinpath("anna.p12").write_bytes(b"p12")
    file = tmp_path / "one.mibackup"
    report = write_backup(office, file)
    assert report.documents == 2
    assert report.records > 10
    assert report.broken_at is None
    assert report.sha256 == sha256_of(file)
    assert CANARY not in file.read_bytes()
    assert file.stat().st_mode & 0o077 == 0

    found = restore(file, tmp_path / "elsewhere", by_passphrase(PASSPHRASE))
    assert found.secrets == {"keystore/anna": "secret"}
    assert found.sha256 == report.sha256
    there = open_office(tmp_path / "elsewhere", PASSPHRASE)
    try:
        assert there.verify_audit().entries == report.entries
        with there.database.read() as session:
            assert there.vault.read(session, document) == CANARY * 1000
            assert there.vault.read(session, large) == bytes(3 << 20)
        assert (there.keystore / "anna.p12").read_bytes() == b"p12"
    finally:
        there.close()


def test_the_recovery_key_opens_it_on_another_machine_p11_20(
    office: Office, staff: Staff, tmp_path: Path, clock: HeldClock
) -> None:
    """P11-20: the printed words are enough, and other words are not."""
    keep(office)
    key = make(clock())
    office.key_file.put_recovery(key, office.keys)
    write_backup(office, tmp_path / "one.mibackup")
    with pytest.raises(RecoveryRefused):
        restore(
            tmp_path / "one.mibackup", tmp_path / "there", by_words(" ".join(make(clock()).words))
        )
    restore(tmp_path / "one.mibackup", tmp_path / "there", by_words(" ".join(key.words)))
    assert (tmp_path / "there" / "office.db").exists()


def test_people_work_on_while_it_is_made(office: Office, staff: Staff, tmp_path: Path) -> None:
    for _ in range(20):
        keep(office)
    stop = threading.Event()
    made: list[str] = []

    def work() -> None:
        while not stop.is_set():
            made.append(keep(office))

    worker = threading.Thread(target=work)
    worker.start()
    try:
        reports = [write_backup(office, tmp_path / f"{n}.mibackup") for n in range(5)]
    finally:
        stop.set()
        worker.join()
    assert made
    assert [r.documents for r in reports] == sorted(r.documents for r in reports)
    restore(tmp_path / "4.mibackup", tmp_path / "there", by_passphrase(PASSPHRASE))


def test_a_document_that_is_erased_meanwhile_is_not_in_it(
    office: Office, staff: Staff, tmp_path: Path
) -> None:
    kept, going = keep(office), keep(office)

    class Erasing:
        def step(self, done: int, total: int, what: Words | None = None) -> None:
            if str(what) == "Writing the backup" and sealed_file(office, going).exists():
                with office.database.write("system", "test.erase") as session:
                    file = office.vault.destroy(session, going)
                office.vault.discard([file])

    report = write_backup(office, tmp_path / "one.mibackup", progress=Erasing())
    assert not sealed_file(office, going).exists()
    assert (report.documents, report.damaged) == (1, ())
    found = restore(tmp_path / "one.mibackup", tmp_path / "there", by_passphrase(PASSPHRASE))
    assert [d.id for d in found.contents.documents] == [kept]


def test_an_earlier_file_gives_way_only_when_asked_and_only_to_a_whole_one(
    office: Office, staff: Staff, tmp_path: Path
) -> None:
    file = tmp_path / "one.mibackup"
    first = write_backup(office, file)
    with pytest.raises(BackupThere):
        write_backup(office, file)

    class Stopping:
        def step(self, done: int, total: int, what: Words | None = None) -> None:
            raise Cancelled

    keep(office)
    with pytest.raises(Cancelled):
        write_backup(office, file, replace=True, progress=Stopping())
    assert sha256_of(file) == first.sha256
    assert write_backup(office, file, replace=True).sha256 != first.sha256
    assert [p.name for p in tmp_path.iterdir() if p.name != "office"] == [file.name]


def test_every_cut_and_every_flipped_bit_is_refused_and_leaves_nothing(
    office: Office, staff: Staff, tmp_path: Path
) -> None:
    keep(office, b"x" * (2 << 20))
    file = tmp_path / "one.mibackup"
    size = write_backup(office, file).size
    whole = file.read_bytes()
    bad = tmp_path / "bad.mibackup"
    places = [0, 9, 40, 500, *range(1500, size, size // 12), size - 1]
    for place in places:
        changed = bytearray(whole)
        changed[place] ^= 1
        for content in (bytes(changed), whole[:place], whole + b"more"):
            bad.write_bytes(content)
            with pytest.raises((BackupDamaged, BackupNotOurs, WrongPassphrase)):
                restore(bad, tmp_path / "there", by_passphrase(PASSPHRASE))
    assert {p.name for p in tmp_path.iterdir()} == {"office", file.name, bad.name}


def test_a_wrong_passphrase_a_strange_file_and_a_full_folder_are_refused(
    office: Office, staff: Staff, tmp_path: Path
) -> None:
    file = tmp_path / "one.mibackup"
    write_backup(office, file)
    with pytest.raises(WrongPassphrase):
        restore(file, tmp_path / "there", by_passphrase("not hers at all"))
    strange = tmp_path / "letter.pdf"
    strange.write_bytes(b"%PDF-1.7")
    with pytest.raises(BackupNotOurs):
        restore(strange, tmp_path / "there", by_passphrase(PASSPHRASE))
    before = sha256_of(office.folder / "office.json")
    with pytest.raises(PlaceTaken):
        restore(file, office.folder, by_passphrase(PASSPHRASE))
    assert sha256_of(office.folder / "office.json") == before
    assert not (tmp_path / "there").exists()


def test_a_backup_of_a_newer_version_is_refused_in_words(
    office: Office, staff: Staff, tmp_path: Path
) -> None:
    with office.database.engine.execution_options(writes=True).begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    write_backup(office, tmp_path / "new.mibackup")
    with pytest.raises(BackupNewer, match="9999"):
        restore(tmp_path / "new.mibackup", tmp_path / "there", by_passphrase(PASSPHRASE))


def test_a_folder_keeps_each_document_once_and_forgets_the_oldest(
    office: Office, staff: Staff, tmp_path: Path, clock: HeldClock
) -> None:
    """P11-20: incremental for documents; what no kept set names is deleted."""
    folder = tmp_path / "backups"
    old = keep(office)
    add_to_folder(office, folder, 2)
    kept = folder / "documents" / old[-2:] / old
    first = kept.stat().st_ino
    for _ in range(2):
        clock.forward(hours=4)
        keep(office)
        add_to_folder(office, folder, 2)
    assert len(sets_in(folder)) == 2
    assert kept.stat().st_ino == first
    assert len(list((folder / "documents").glob("*/*"))) == 3
    restore(sets_in(folder)[-1], tmp_path / "there", by_passphrase(PASSPHRASE))
    assert len(list((tmp_path / "there" / "vault").glob("*/*"))) == 3

    with office.database.write("system", "test.drop") as session:
        from_trail = session.connection().exec_driver_sql
        from_trail("DELETE FROM document WHERE id = ?", (old,))
    for _ in range(2):
        clock.forward(hours=4)
        add_to_folder(office, folder, 2)
    assert not kept.exists()


def test_a_folder_that_is_there_keeps_its_rights(
    office: Office, staff: Staff, tmp_path: Path, clock: HeldClock
) -> None:
    """A share is others' too; what we put into it is ours alone."""
    shared = tmp_path / "share"
    shared.mkdir()
    shared.joinpath("of others").touch()
    shared.chmod(0o775)
    add_to_folder(office, shared, 2)
    create_office(shared, clock, CHEAP).close()
    assert shared.stat().st_mode & 0o777 == 0o775
    for name in ("sets", "documents", "vault", "office.db", "office.json"):
        assert shared.joinpath(name).stat().st_mode & 0o077 == 0, name


def test_a_document_that_rots_in_the_folder_is_copied_anew_and_refused_before(
    office: Office, staff: Staff, tmp_path: Path, clock: HeldClock
) -> None:
    folder = tmp_path / "backups"
    document = keep(office)
    add_to_folder(office, folder, 3)
    kept = folder / "documents" / document[-2:] / document
    kept.write_bytes(kept.read_bytes()[:-1])
    with pytest.raises(BackupDamaged):
        restore(sets_in(folder)[-1], tmp_path / "there", by_passphrase(PASSPHRASE))
    clock.forward(hours=1)
    add_to_folder(office, folder, 3)
    restore(sets_in(folder)[-1], tmp_path / "there", by_passphrase(PASSPHRASE))


def test_a_folder_of_another_office_is_left_alone(
    office: Office, staff: Staff, tmp_path: Path
) -> None:
    from_other = tmp_path / "backups"
    add_to_folder(office, from_other, 2)
    office.key_file.path.write_text(
        office.key_file.path.read_text().replace(office.key_file.office_id, "another")
    )
    with pytest.raises(OtherOffice):
        add_to_folder(office, from_other, 2)
    assert len(sets_in(from_other)) == 1


def test_a_damaged_document_is_named_and_the_rest_is_kept(
    office: Office, staff: Staff, tmp_path: Path
) -> None:
    """P11-20: a backup is made all the same, and says what was damaged before it."""
    keep(office)
    wrong = keep(office)
    gone = keep(office)
    sealed_file(office, wrong).write_bytes(b"rubbish" * 100)
    sealed_file(office, gone).unlink()
    report = write_backup(office, tmp_path / "one.mibackup")
    assert set(report.damaged) == {wrong, gone}
    found = restore(tmp_path / "one.mibackup", tmp_path / "there", by_passphrase(PASSPHRASE))
    assert set(found.contents.damaged) == {wrong, gone}


def test_the_records_are_kept_before_an_upgrade_twice_at_most(
    office: Office, staff: Staff, tmp_path: Path
) -> None:
    document = keep(office)
    made = backup_before_upgrade(office.folder, office.keys, "0001")
    assert made.parent == office.folder / "before-upgrade"
    restore(made, tmp_path / "there", by_passphrase(PASSPHRASE))
    there = open_office(tmp_path / "there", PASSPHRASE)
    with there.database.read() as session:
        assert there.vault.read(session, document) == CANARY * 1000
    there.close()


def test_no_backup_lies_in_the_office_that_it_saves(office: Office, tmp_path: Path) -> None:
    """P11-20: not even over the records, which `replace` would have given up for it."""
    before = sha256_of(office.folder / "office.json")
    (tmp_path / "link").symlink_to(office.folder)
    for place in ("office.db", "office.json", "vault/x.mibackup", "new.mibackup"):
        for folder in (office.folder, tmp_path / "link"):
            with pytest.raises(BackupInside):
                write_backup(office, folder / place, replace=True)
    for place in ("", "vault", "backups"):
        with pytest.raises(BackupInside):
            add_to_folder(office, office.folder / place, 3)
    assert sha256_of(office.folder / "office.json") == before
    assert not list(office.folder.rglob("*.mibackup"))


def test_only_a_backup_gives_way_to_a_backup(office: Office, tmp_path: Path) -> None:
    thesis = tmp_path / "thesis.docx"
    thesis.write_bytes(b"years of work")
    for file in (thesis, tmp_path):
        with pytest.raises(NotABackup):
            write_backup(office, file, replace=True)
    assert thesis.read_bytes() == b"years of work"


def test_two_at_one_place_do_not_mix(office: Office, staff: Staff, tmp_path: Path) -> None:
    """One is made by the clock while somebody makes another by hand, to the same folder."""
    keep(office)
    place = tmp_path / "place"
    place.mkdir()
    second: list[str] = []

    class Meanwhile:
        def step(self, done: int, total: int, what: Words | None = None) -> None:
            if not second:
                second.append("")
                second[0] = write_backup(office, place / "second").sha256

    first = write_backup(office, place / "first", progress=Meanwhile())
    assert sha256_of(place / "first") == first.sha256
    assert sha256_of(place / "second") == second[0]
    assert {p.name for p in place.iterdir()} == {"first", "second"}

    class Again:
        """The same office is restored to the same folder by two windows."""

        def step(self, done: int, total: int, what: Words | None = None) -> None:
            if not (place / "there").exists():
                restore(place / "second", place / "there", by_passphrase(PASSPHRASE))

    with pytest.raises(BackupFailed):
        restore(place / "first", place / "there", by_passphrase(PASSPHRASE), Again())
    open_office(place / "there", PASSPHRASE).close()
    assert {p.name for p in place.iterdir()} == {"first", "second", "there"}


def test_an_office_is_restored_into_the_folder_one_stands_in(
    office: Office, staff: Staff, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = write_backup(office, tmp_path / "one.mibackup").file
    here = tmp_path / "here [new]"
    here.mkdir()
    monkeypatch.chdir(here)
    restore(made, Path(), by_passphrase(PASSPHRASE))
    monkeypatch.chdir(tmp_path)
    open_office(here, PASSPHRASE).close()


def test_a_forged_head_is_refused_and_keeps_nobody_busy(
    office: Office, staff: Staff, tmp_path: Path
) -> None:
    """The head is read before any key is known, so it is whatever somebody wrote there."""
    data = write_backup(office, tmp_path / "one.mibackup").file.read_bytes()
    length = int.from_bytes(data[8:12], "big")
    facts = json.loads(data[12 : 12 + length])
    keys = json.loads(base64.b64decode(facts["office"]))
    for slot in keys["slots"].values():
        slot["memory"], slot["passes"] = 1 << 40, 4_000_000
    nested = b"[" * 300_000
    heads = [nested]
    for forged in (nested, json.dumps(keys).encode()):
        heads.append(json.dumps({**facts, "office": base64.b64encode(forged).decode()}).encode())
    for head in heads:
        file = tmp_path / "forged.mibackup"
        file.write_bytes(data[:8] + len(head).to_bytes(4, "big") + head + data[12 + length :])
        with pytest.raises(BackupDamaged):
            restore(file, tmp_path / "there", by_passphrase(PASSPHRASE))
        assert not (tmp_path / "there").exists()
