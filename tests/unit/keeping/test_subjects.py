"""Random names: what names a person lies apart under a key, comes back, or goes with the key."""

from pathlib import Path
from typing import Any

import pytest

from mi_desktop.demo.model import Demonstration
from mi_desktop.inquiries import Inquiry, InquiryDraft, Requester
from mi_desktop.keeping import Person, RequestKind, Way, naming
from mi_desktop.keeping.errors import NobodyFound, ReasonMissing, SubjectMissing
from mi_desktop.keeping.purge import kinds
from mi_desktop.keeping.store import erasures
from mi_desktop.people.errors import NotPermitted
from mi_desktop.storage.errors import DocumentErased, DocumentSealedAway
from tests.faults.offices import ASKER, CANARY, QUESTION
from tests.unit.keeping.conftest import answer, take_mail
from tests.unit.keeping.test_erasing import CHECKED, HER, traces

WHY = "she asks which dose was named in our answer"
# Lines that tell of it, counters, and where entries stand in the index.
MOVED = {"audit", "audit_words", "subject", "subject_record", "person_request", "search_entry"}


def records(world: Demonstration) -> dict[str, set[str]]:
    """Every row of every table, without counters of changes and receipts."""
    found: dict[str, set[str]] = {}
    with world.services.office.database.read() as session:
        receipts = {r.receipt_id for r in session.query(kinds()["person_request"])}
        for name, kind in kinds().items():
            for row in session.query(kind):
                facts = {
                    c.key: getattr(row, c.key)
                    for c in kind.__mapper__.column_attrs
                    if c.key not in ("row_version", "version")
                }
                if name not in MOVED and not (name == "document" and row.id in receipts):
                    found.setdefault(name, set()).add(repr(sorted(facts.items(), key=str)))
    return found


def words_told(world: Demonstration) -> str:
    with world.services.office.database.read() as session:
        return "\n".join(row.words for row in session.query(kinds()["audit_words"]))


def test_what_was_pseudonymised_comes_back_as_it_was_gd_04(
    world: Demonstration, answered: Inquiry, tmp_path: Path
) -> None:
    """GD-04: rows, documents, the search and the trail's words; with permission and reason."""
    services, maria, sara = world.services, world.staff.maria, world.staff.sara
    second = answer(world, take_mail(world, tmp_path, "en gång till"))
    before, desk = records(world), services.keeping.subjects
    original = services.intake.piece(answered.piece_ids[0]).original_id
    letter = services.letters.letters(answered.id)[0]
    assert CANARY in words_told(world)

    receipt = services.keeping.requests.pseudonymise(maria, HER, CHECKED)

    assert receipt.startswith(b"%PDF")
    assert traces(world) == []
    assert services.office.verify_audit().broken_at is None
    with services.office.database.read() as session, pytest.raises(DocumentSealedAway):
        services.office.vault.read(session, original)
    [subject] = desk.subjects()
    assert subject.numbers == (answered.number, second.number)
    assert services.inquiries.inquiry(answered.id).requester.name == subject.id
    with pytest.raises(NotPermitted):
        desk.bring_back(world.staff.anna, subject.id, WHY)
    with pytest.raises(ReasonMissing):
        desk.bring_back(sara, subject.id, " ")

    assert desk.bring_back(sara, subject.id, WHY) == [answered.number, second.number]

    assert records(world) == before
    assert services.letters.letter(letter.id).reference == letter.reference
    with services.office.database.read() as session:
        assert CANARY in services.office.vault.read(session, original).decode()
    assert {f.ref for f in services.inquiries.search(CANARY, ("inquiry",))} == {
        answered.id,
        second.id,
    }
    assert CANARY in words_told(world)
    line = next(a for a in services.office.audit_lines() if a.action == "keeping.bring_back")
    assert line.by == sara.id
    assert WHY in words_told(world)
    assert services.office.verify_audit().broken_at is None
    with pytest.raises(SubjectMissing):
        desk.bring_back(sara, subject.id, WHY)


def test_the_verbatim_words_come_back_to_where_nothing_is_and_nowhere_else_uns_7(
    world: Demonstration, answered: Inquiry
) -> None:
    """UNS-7, GD-04: words that stand there cannot be exchanged, sealed or not."""
    engine = world.services.office.database.engine.execution_options(writes=True)
    change = "UPDATE question SET verbatim = 'x' WHERE id = ?"
    question = (answered.questions[0].id,)
    world.services.keeping.requests.pseudonymise(world.staff.maria, HER, CHECKED)
    [subject] = world.services.keeping.subjects.subjects()
    world.services.keeping.subjects.bring_back(world.staff.sara, subject.id, WHY)
    with engine.begin() as connection, pytest.raises(Exception, match="verbatim question"):
        connection.exec_driver_sql(change, question)


def test_without_its_key_nobody_brings_a_name_back_gd_04(
    world: Demonstration, answered: Inquiry
) -> None:
    """GD-04: destroying the subject's key is for good: records, documents and digests."""
    services, maria = world.services, world.staff.maria
    original = services.intake.piece(answered.piece_ids[0]).original_id
    services.keeping.requests.pseudonymise(maria, HER, CHECKED)
    [subject] = services.keeping.subjects.subjects()
    sealed_files = len(list((services.office.folder / "vault").rglob("*")))

    services.keeping.subjects.destroy_key(maria, subject.id, "two more years went by")

    [gone] = services.keeping.subjects.subjects()
    assert (gone.open, gone.key, gone.marks) == (False, b"", ())
    with pytest.raises(SubjectMissing):
        services.keeping.subjects.bring_back(world.staff.sara, subject.id, WHY)
    with services.office.database.read() as session:
        with pytest.raises(DocumentErased):
            services.office.vault.read(session, original)
        assert [e.way for e in erasures(session)] == [Way.PSEUDONYMISED]
        assert session.query(kinds()["subject_record"]).count() == 0
    assert len(list((services.office.folder / "vault").rglob("*"))) < sealed_files
    assert services.office.verify_audit().broken_at is None


def test_who_asks_for_erasure_is_found_under_the_random_name(
    world: Demonstration, answered: Inquiry
) -> None:
    """GD-03, GD-04: by keyed digests of the name, the address or the telephone alone."""
    requests = world.services.keeping.requests
    requests.pseudonymise(world.staff.maria, HER, CHECKED)
    with pytest.raises(NobodyFound):
        requests.find(world.staff.maria, Person(name="Karin Annan"))
    found = requests.find(world.staff.maria, Person(phone=ASKER.phone.replace(" ", "")))
    assert [s.numbers for s in found.sealed] == [(answered.number,)]
    requests.erase(world.staff.maria, HER, CHECKED)
    [subject] = world.services.keeping.subjects.subjects()
    assert not subject.open
    with pytest.raises(NobodyFound):
        requests.find(world.staff.maria, HER)


def test_each_person_has_a_name_of_their_own_and_keeps_it_gd_04(
    world: Demonstration, answered: Inquiry, tmp_path: Path
) -> None:
    """GD-04: what comes later of the same person goes under the same random name."""
    services, maria = world.services, world.staff.maria
    requests = services.keeping.requests
    requests.pseudonymise(maria, HER, CHECKED)
    [first] = services.keeping.subjects.subjects()
    later = answer(world, take_mail(world, tmp_path, "till"))
    requests.pseudonymise(maria, Person(email=ASKER.email), CHECKED)
    [again] = services.keeping.subjects.subjects()
    assert (again.id, again.numbers) == (first.id, (answered.number, later.number))
    services.keeping.subjects.bring_back(world.staff.sara, first.id, WHY)
    assert services.inquiries.inquiry(answered.id).requester == ASKER
    assert services.inquiries.inquiry(later.id).requester == ASKER


def test_a_backup_of_before_is_sealed_again_when_it_is_restored_gd_06(
    world: Demonstration, answered: Inquiry
) -> None:
    """GD-06: the list of what went names the random name; the key is a new one."""
    services, maria = world.services, world.staff.maria
    requests = services.keeping.requests
    requests.pseudonymise(maria, HER, CHECKED)
    [subject] = services.keeping.subjects.subjects()
    listed = services.office.folder / "erasures.sealed"
    kept = listed.read_bytes()
    services.keeping.subjects.bring_back(world.staff.sara, subject.id, WHY)
    assert CANARY in words_told(world)  # as in a backup of before
    listed.write_bytes(kept)

    assert requests.erase_again(listed, "system") == 1

    assert traces(world) == []
    assert services.inquiries.inquiry(answered.id).requester.name == subject.id
    services.keeping.subjects.bring_back(world.staff.sara, subject.id, WHY)
    assert services.inquiries.inquiry(answered.id).requester == ASKER


def test_a_destroyed_key_is_destroyed_again_in_a_restored_backup_gd_06(
    world: Demonstration, answered: Inquiry
) -> None:
    """GD-06: a backup between the two holds the key; the list says that it went."""
    services, maria = world.services, world.staff.maria
    services.keeping.requests.pseudonymise(maria, HER, CHECKED)
    [subject] = services.keeping.subjects.subjects()
    with services.office.database.read() as session:
        before = {
            name: [dict(r._mapping) for r in session.execute(kinds()[name].__table__.select())]
            for name in ("subject", "subject_record", "erasure", "document")
        }
    services.keeping.subjects.destroy_key(maria, subject.id, "asked for")
    _put_back(world, before)
    assert services.keeping.subjects.subjects()[0].open
    services.keeping.requests.erase_again(services.office.folder / "erasures.sealed", "system")
    assert not services.keeping.subjects.subjects()[0].open


def _put_back(world: Demonstration, before: dict[str, list[dict[str, Any]]]) -> None:
    engine = world.services.office.database.engine.execution_options(writes=True)
    with engine.begin() as connection:
        for name, rows in before.items():
            table = kinds()[name].__table__
            key = next(iter(table.primary_key))
            for row in rows:
                same = key == row[key.name]
                if not connection.execute(table.update().where(same).values(row)).rowcount:
                    connection.execute(table.insert().values(row))


def test_the_ledger_says_what_was_asked_when_and_what_was_done_gd_10(
    world: Demonstration, answered: Inquiry
) -> None:
    """GD-02, GD-10: a request that came is answered within its month, by the verb itself."""
    desk, maria = world.services.keeping.requests, world.staff.maria
    today = world.services.office.database.clock().date()
    came = desk.enter(maria, (RequestKind.ACCESS, today.replace(day=1)), HER, "")
    assert (came.due.day, came.due.month) == (1, today.month % 12 + 1)
    with pytest.raises(ReasonMissing):
        desk.settle(maria, came.id, " ")
    desk.export(maria, HER, (world.services.office.folder / "x.zip", None), CHECKED)
    [done] = desk.requests()
    assert (done.id, done.open, done.identity) == (came.id, False, CHECKED)
    objection = desk.enter(maria, (RequestKind.OBJECTION, today), Person(name="No Body"), "")
    desk.settle(maria, objection.id, "nothing is kept of this person")
    assert desk.requests()[0].outcome == "nothing is kept of this person"


def test_two_people_of_one_proposal_get_two_names(world: Demonstration, answered: Inquiry) -> None:
    """GD-04: a random name never joins what was never joined."""
    services = world.services
    other = services.inquiries.register(
        world.staff.anna,
        None,
        InquiryDraft(Requester(name="Nils Annan", email="nils@annan.example"), (QUESTION,), "sv"),
    )
    both = [("inquiry", answered.id), ("inquiry", other.id)]
    with services.office.database.read() as session:
        people = naming.people_of(services.office, session, both)
    assert [ids for ids, _ in people] == [[answered.id], [other.id]]
