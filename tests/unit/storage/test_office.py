"""The office folder: nothing readable without a key, nothing changed without a line."""

import os
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from mi_desktop.people import PeopleService
from mi_desktop.storage import Office, create_office, open_office
from mi_desktop.storage.errors import DocumentDamaged, Locked, OfficeIsFile, WrongPassphrase
from tests.conftest import PASSPHRASE, Staff


def test_p11_08_only_a_granted_passphrase_opens_the_office(office: Office, staff: Staff) -> None:
    reopened = open_office(office.folder, PASSPHRASE)
    assert reopened.opened_by == staff.maria.id
    with pytest.raises(WrongPassphrase):
        open_office(office.folder, PASSPHRASE.upper())


def test_without_passphrase_and_key_ring_the_office_stays_locked(office: Office) -> None:
    with pytest.raises(Locked):
        open_office(office.folder, None)


def test_nothing_personal_lies_readable_in_the_folder(office: Office, staff: Staff) -> None:
    with office.database.write("system", "test.seal") as session:
        office.vault.record(session, office.vault.seal(b"Kanarie Fagelsang"))
    for path in office.folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert b"Kanarie" not in data
            assert b"Lindqvist" not in data


def test_a_document_comes_back_whole_and_damage_is_noticed(office: Office) -> None:
    content = bytes(range(256)) * 9000
    sealed = office.vault.seal(content)
    with office.database.write("system", "test.seal") as session:
        document = office.vault.record(session, sealed)
    path = office.folder / "vault" / sealed.file
    with office.database.read() as session:
        assert office.vault.read(session, document) == content
        whole = path.read_bytes()
        for damage in (whole[:-1], whole[: len(whole) // 2], b"", whole[:99] + b"x" + whole[100:]):
            path.write_bytes(damage)
            with pytest.raises(DocumentDamaged):
                office.vault.read(session, document)


@pytest.mark.parametrize("size", [0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1])
def test_documents_of_every_size_round_trip(office: Office, size: int) -> None:
    content = b"s" * size
    with office.database.write("system", "test.seal") as session:
        document = office.vault.record(session, office.vault.seal(content))
        session.flush()
        assert office.vault.read(session, document) == content


def test_p11_01_every_change_has_its_line_and_gd_05_no_name_in_it(
    office: Office, staff: Staff
) -> None:
    lines = [line for line in office.audit_lines() if line.entity == "user"]
    assert [line.action for line in lines] == ["people.add"] * 4
    assert lines[1].by == staff.maria.id
    assert lines[1].changes["name"] == [None, "anna"]
    assert lines[1].changes["full_name"][1].startswith("digest:")


def test_p11_02_the_database_refuses_to_change_the_trail(office: Office, staff: Staff) -> None:
    for statement in ("UPDATE audit SET reason = 'x'", "DELETE FROM audit"):
        with (
            pytest.raises(IntegrityError, match="cannot be changed"),
            office.database.write("system", "test.cheat") as session,
        ):
            session.execute(text(statement))


def test_a_failed_action_leaves_neither_change_nor_line(office: Office, staff: Staff) -> None:
    before = len(office.audit_lines())
    with pytest.raises(ZeroDivisionError), office.database.write("system", "test.fail") as session:
        office.vault.record(session, office.vault.seal(b"x"))
        session.flush()
        1 / 0  # noqa: B018
    assert len(office.audit_lines()) == before


def test_search_finds_words_by_their_beginning(office: Office) -> None:
    with office.database.write("system", "test.index") as session:
        office.index.put(session, "mail", "p1", ("Brev", "Frågan gäller dosering av Zelvimar"))
        office.index.put(session, "mail", "p2", ("Fax", "något helt annat"))
        office.index.put(session, "mail", "p2", ("Fax", "dosering"))
    with office.database.read() as session:
        assert {f.ref for f in office.index.find(session, "dos")} == {"p1", "p2"}
        assert [f.ref for f in office.index.find(session, "dos zelv")] == ["p1"]
        assert office.index.find(session, "helt") == []
        assert office.index.find(session, '" OR *') == []
        assert office.index.find(session, "dosering", kinds=("letter",)) == []


def test_people_sign_in_by_name_and_passphrase(people: PeopleService, staff: Staff) -> None:
    assert people.sign_in("anna", PASSPHRASE) == staff.anna
    for name, passphrase in (("anna", "wrong wrong wrong"), ("nobody", PASSPHRASE)):
        with pytest.raises(WrongPassphrase) as caught:
            people.sign_in(name, passphrase)
        assert str(caught.value.words) == "The name and passphrase do not open this office."


def test_files_that_a_crash_left_are_swept_and_nothing_else(office: Office) -> None:
    kept, left = office.vault.seal(b"kept"), office.vault.seal(b"left by a crash")
    fresh = office.vault.seal(b"waits for its record")
    with office.database.write("system", "test.seal") as session:
        office.vault.record(session, kept)
    for sealed in (kept, left):
        os.utime(office.folder / "vault" / sealed.file, (0, 0))
    assert office.tidy() == 1
    there = {p.name for p in (office.folder / "vault").glob("*/*")}
    assert there == {kept.id, fresh.id}


def test_a_file_in_the_place_of_an_office_is_said_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "thesis.docx"
    file.write_bytes(b"years of work")
    for attempt in (create_office, lambda f: open_office(f, PASSPHRASE)):
        with pytest.raises(OfficeIsFile, match=r"thesis\.docx is a file"):
            attempt(file)
    assert file.read_bytes() == b"years of work"
