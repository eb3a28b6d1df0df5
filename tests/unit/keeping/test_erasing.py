"""Erasing: nothing of the person is left, the chain is whole, what must stay stays."""

import json
from pathlib import Path

import pytest

from mi_desktop.demo.model import Demonstration
from mi_desktop.inquiries import Inquiry, InquiryDraft, Status
from mi_desktop.keeping import Kept, Person, RequestKind
from mi_desktop.keeping.errors import NobodyFound, ReasonMissing
from mi_desktop.keeping.purge import APART, STAY, kinds, links, personal
from mi_desktop.people.errors import NotPermitted
from mi_desktop.storage.errors import DocumentErased
from tests.faults.offices import ASKER, CANARY, QUESTION
from tests.unit.keeping.conftest import answer, take_mail

HER = Person(name=ASKER.name, email=ASKER.email)
CHECKED = "passport shown at the counter"


def everything(world: Demonstration) -> bytes:
    """Every value of every table, the blocks of the full-text index too, in lower case."""
    with world.services.office.database.engine.connect() as connection:
        names = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0"
        ).scalars()
        rows = [
            tuple(row)
            for name in list(names)
            for row in connection.exec_driver_sql(f'SELECT * FROM "{name}"')
        ]
    values = [v if isinstance(v, bytes) else str(v).encode() for row in rows for v in row]
    return b"\n".join(values).lower()


def traces(world: Demonstration) -> list[str]:
    """What in the records still names her."""
    found = everything(world)
    names = (CANARY, "kanariefagel", ASKER.street, ASKER.phone)
    forms = {form for n in names for form in (n.lower(), json.dumps(n).strip('"').lower())}
    return sorted(form for form in forms if form.encode() in found)


def test_after_erasure_nothing_of_her_is_left_and_the_chain_is_whole_gd_03_gd_05_gd_06(
    world: Demonstration, answered: Inquiry, tmp_path: Path
) -> None:
    """GD-03, GD-05, GD-06: rows, index, trail, documents and printed files forget her."""
    services, maria = world.services, world.staff.maria
    assert len(traces(world)) >= 3
    office = services.office
    letter = services.letters.letters(answered.id)[0]
    original = services.intake.piece(answered.piece_ids[0]).original_id
    printed = f"printed/*/*{answered.number}*"
    assert list(office.folder.glob(printed))
    before = len(list((office.folder / "vault").rglob("*")))

    seen = services.keeping.requests.find(maria, HER)
    assert [s.number for s in seen.goes] == [answered.number]
    receipt = services.keeping.requests.erase(maria, HER, CHECKED)

    assert receipt.startswith(b"%PDF")
    assert traces(world) == []
    assert office.verify_audit().broken_at is None
    assert len(list((office.folder / "vault").rglob("*"))) < before
    assert list(office.folder.glob(printed)) == []
    assert CANARY not in repr(office.audit_lines())
    with office.database.read() as session, pytest.raises(DocumentErased):
        office.vault.read(session, original)
    assert services.letters.letters(answered.id) == []
    with pytest.raises(NobodyFound):
        services.keeping.requests.find(maria, HER)
    left = services.inquiries.inquiry(answered.id)
    assert left.number == answered.number
    assert left.status is Status.DISPATCHED
    assert left.questions[0].verbatim == ""
    assert left.questions[0].product_id == "zelvimar"
    assert letter.reference
    [request] = services.keeping.requests.requests()
    assert request.kind is RequestKind.ERASURE
    assert services.keeping.requests.receipt(request) == receipt


def test_a_pseudonym_stands_for_her_in_all_of_hers_gd_04(
    world: Demonstration, answered: Inquiry, tmp_path: Path
) -> None:
    """GD-04: country, kind of requester, product and dates stay; the name is random."""
    second = answer(world, take_mail(world, tmp_path, "en gång till"))
    world.services.keeping.requests.pseudonymise(world.staff.maria, HER, CHECKED)
    assert traces(world) == []
    found = [world.services.inquiries.inquiry(i) for i in (answered.id, second.id)]
    names = {i.requester.name for i in found}
    assert len(names) == 1
    assert names.pop().startswith("S-")
    assert {i.requester.country for i in found} == {"SE"}
    assert {i.requester.type for i in found} == {ASKER.type}
    assert found[0].received_at == answered.received_at


def test_what_is_reported_held_or_at_work_stays_and_the_receipt_is_honest_gd_03(
    world: Demonstration, answered: Inquiry, tmp_path: Path
) -> None:
    """GD-03: reports stay by law, an open one and a hold stop everything."""
    services, maria, anna = world.services, world.staff.maria, world.staff.anna
    working = services.inquiries.register(anna, None, InquiryDraft(ASKER, (QUESTION,), "sv"))
    reported = services.inquiries.register(anna, None, InquiryDraft(ASKER, (QUESTION,), "sv"))
    services.safety.answer(world.staff.sara, reported.id, "AE", "yes")
    hold = services.keeping.retention.hold(maria, answered.id, "a claim was announced")

    def kept() -> dict[str, Kept | None]:
        found = services.keeping.requests.find(maria, HER)
        return {s.number: s.kept for s in (*found.goes, *found.stays)}

    standing = kept()
    assert standing[answered.number] is Kept.HELD
    assert standing[working.number] is Kept.AT_WORK
    assert standing[reported.number] in (Kept.OPEN_REPORT, Kept.AT_WORK)
    services.keeping.requests.erase(maria, HER, CHECKED)
    assert services.inquiries.inquiry(answered.id).requester == ASKER

    services.keeping.retention.lift(maria, hold.id, "the claim was withdrawn")
    person = services.keeping.retention.hold(maria, Person(email=ASKER.email.upper()), "again")
    assert kept()[answered.number] is Kept.HELD
    services.keeping.retention.lift(maria, person.id, "withdrawn, too")
    assert kept()[answered.number] is None


def test_the_words_of_a_question_go_with_an_erasure_and_no_other_way(
    world: Demonstration, answered: Inquiry
) -> None:
    """UNS-7: the database lets them go for an erased inquiry, and lets nobody change them."""
    engine = world.services.office.database.engine.execution_options(writes=True)
    question = answered.questions[0].id
    world.services.keeping.requests.erase(world.staff.maria, HER, CHECKED)
    with engine.begin() as connection, pytest.raises(Exception, match="verbatim question"):
        connection.exec_driver_sql("UPDATE question SET verbatim = 'x' WHERE id = ?", (question,))


def test_who_erases_says_how_identity_was_checked_and_may_do_so(
    world: Demonstration, answered: Inquiry
) -> None:
    desk = world.services.keeping.requests
    with pytest.raises(ReasonMissing):
        desk.erase(world.staff.maria, HER, " ")
    with pytest.raises(NotPermitted):
        desk.erase(world.staff.anna, HER, CHECKED)


def test_every_table_that_may_name_somebody_is_reached_or_named_as_apart_gd_06() -> None:
    """GD-06: a new table with personal columns needs a way to it."""
    reached = {"inquiry", "piece", "custody"}
    grown = True
    while grown:
        more = {
            name
            for name, kind in kinds().items()
            if name not in APART and any(target in reached for _, target in links(kind))
        }
        grown = not more <= reached
        reached |= more
    naming = {name for name, kind in kinds().items() if personal(kind)}
    assert naming - reached - APART == set()
    assert reached >= STAY
