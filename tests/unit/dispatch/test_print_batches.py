"""Batches: postal order, exact bytes, one batch a letter, ticks as proof, trouble in words."""

import pytest

from mi_desktop.dispatch import BatchState, DispatchService, JobState, store
from mi_desktop.dispatch.errors import (
    BytesChanged,
    NothingChosen,
    NotSigned,
    NotTicked,
    OnItsWay,
    PrintFailed,
    QueueStopped,
    SignedAnew,
    WrongBatchState,
)
from mi_desktop.letters import LetterState
from mi_desktop.letters.errors import StoppedStandard
from mi_desktop.people import Role, User
from mi_desktop.people.errors import NotPermitted
from tests.fakes.printers import ProgramEnded


@pytest.fixture
def letters(outbox) -> list[str]:
    return [
        outbox.add(1, "Storgatan 1", "903 27 UMEÅ"),
        outbox.add(2, "Vesterbrogade 3", "2100 København Ø", "DENMARK", country="DK", pages=3),
        outbox.add(3, "Lillgatan 2", "111 22 STOCKHOLM", pages=2),
        outbox.add(4, "Ågatan 9", "111 22 AVESTA"),
    ]


def test_letters_are_printed_in_postal_order_with_the_manifest_on_top(
    dispatch, staff, letters, printers, outbox
):
    batch = dispatch.print_batch(staff.anna, letters)

    assert (batch.number, batch.state, batch.job) == (
        "B-2026-00001",
        BatchState.PRINTED,
        "office-1",
    )
    assert [(i.position, i.country, i.postcode, i.city) for i in batch.items] == [
        (1, "DK", "2100", "København Ø"),
        (2, "SE", "111 22", "AVESTA"),
        (3, "SE", "111 22", "STOCKHOLM"),
        (4, "SE", "903 27", "UMEÅ"),
    ]
    assert [(i.pages, i.sheets, i.prints) for i in batch.items] == [
        (3, 3, 1),
        (1, 1, 1),
        (2, 2, 1),
        (1, 1, 1),
    ]
    [(queue, title, documents)] = printers.printed
    assert (queue, title) == ("office", "B-2026-00001")
    assert [d.name for d in documents] == [
        "000-manifest",
        "001-MI-SE-2026-00002-L1",
        "002-MI-SE-2026-00004-L1",
        "003-MI-SE-2026-00003-L1",
        "004-MI-SE-2026-00001-L1",
    ]


def test_a_british_letter_is_sorted_by_its_requesters_town(dispatch, staff, outbox):
    lines = ("1 High Street", "LILLBRIDGE", "LB1 2CD", "UNITED KINGDOM")
    there = outbox.add(1, *lines, country="GB", postcode="LB1 2CD", city="Lillbridge")
    moved = outbox.add(2, *lines, country="GB", postcode="X9 9XX", city="Elsewhere")
    items = dispatch.print_batch(staff.anna, [there, moved]).items
    assert {(i.letter_id, i.postcode, i.city) for i in items} == {
        (there, "LB1 2CD", "Lillbridge"),
        (moved, "", "UNITED KINGDOM"),
    }


def test_the_exact_signed_bytes_go_to_the_printer_sig_3(dispatch, staff, letters, printers, outbox):
    """SIG-3."""
    dispatch.print_batch(staff.anna, letters)
    sent = [d.data for d in printers.printed[0][2][1:]]
    assert sent == [outbox.pdf(f"letter-{n}") for n in (2, 4, 3, 1)]


def test_a_file_that_is_not_the_signed_one_is_not_printed_sig_3(
    dispatch, staff, letters, printers, outbox
):
    """SIG-3: nothing may touch the bytes later, and nothing is recorded."""
    outbox.kept[letters[1]].pdf += b"\n"
    with pytest.raises(BytesChanged):
        dispatch.print_batch(staff.anna, letters)
    assert printers.printed == []
    assert dispatch.batches() == []


def test_only_signed_letters_and_only_some_letters(dispatch, staff, letters, outbox):
    outbox.kept[letters[0]].state = LetterState.IN_REVIEW
    with pytest.raises(NotSigned):
        dispatch.print_batch(staff.anna, letters)
    with pytest.raises(NothingChosen):
        dispatch.print_batch(staff.anna, [])


def test_who_may_not_send_letters_may_not_print(dispatch, staff, letters):
    """P11-08."""
    auditor = User("x", "x", "X", frozenset({Role.AUDITOR}))
    with pytest.raises(NotPermitted):
        dispatch.print_batch(auditor, letters)


def test_a_letter_is_in_one_batch_only(dispatch, staff, letters):
    dispatch.print_batch(staff.anna, letters[:2])
    assert [s.letter_id for s in dispatch.ready()] == letters[2:]
    with pytest.raises(OnItsWay):
        dispatch.print_batch(staff.anna, letters[1:])
    assert len(dispatch.batches()) == 1


def test_numbers_have_no_gaps_though_a_batch_was_refused(dispatch, staff, letters):
    dispatch.print_batch(staff.anna, letters[:1])
    with pytest.raises(OnItsWay):
        dispatch.print_batch(staff.anna, letters[:1])
    dispatch.print_batch(staff.anna, letters[1:])
    assert [b.number for b in dispatch.batches()] == ["B-2026-00002", "B-2026-00001"]


def test_letters_have_gone_out_when_every_one_is_ticked_off_and_posted(
    dispatch, staff, letters, outbox, clock
):
    batch = dispatch.print_batch(staff.anna, letters)
    for letter_id in letters[:3]:
        dispatch.tick(staff.anna, batch.id, letter_id)
    with pytest.raises(NotTicked) as missing:
        dispatch.posted(staff.anna, batch.id)
    assert missing.value.facts["count"] == 1
    assert outbox.state(letters[0]) is LetterState.SIGNED

    dispatch.tick(staff.anna, batch.id, letters[3])
    clock.forward(hours=2)
    posted = dispatch.posted(staff.anna, batch.id)
    assert posted.state is BatchState.POSTED
    assert posted.posted_at == clock.now
    assert {outbox.state(i) for i in letters} == {LetterState.DISPATCHED}
    with pytest.raises(WrongBatchState):
        dispatch.tick(staff.anna, batch.id, letters[0], done=False)


def test_a_letter_taken_out_waits_again_and_the_rest_is_posted(dispatch, staff, letters, outbox):
    batch = dispatch.print_batch(staff.anna, letters[:2])
    dispatch.take_out(staff.anna, batch.id, letters[0], "address wrong")
    dispatch.tick(staff.anna, batch.id, letters[1])
    dispatch.posted(staff.anna, batch.id)
    assert outbox.state(letters[0]) is LetterState.SIGNED
    again = dispatch.print_batch(staff.anna, [letters[0]])
    assert [i.letter_id for i in again.items] == [letters[0]]


def test_a_damaged_letter_is_printed_again_and_counted(dispatch, staff, letters, printers, outbox):
    batch = dispatch.print_batch(staff.anna, letters)
    dispatch.tick(staff.anna, batch.id, letters[2])
    batch = dispatch.reprint(staff.anna, batch.id, letters[2])
    item = next(i for i in batch.items if i.letter_id == letters[2])
    assert (item.prints, item.done) == (2, False)
    assert [d.data for d in printers.printed[-1][2]] == [outbox.pdf(letters[2])]

    printers.trouble = PrintFailed(printer="office", said="paper jam")
    with pytest.raises(PrintFailed):
        dispatch.reprint(staff.anna, batch.id, letters[2])
    assert sum(i.prints for i in dispatch.batch(batch.id).items) == 5


def test_a_vanished_printer_fails_the_batch_in_words_and_it_prints_elsewhere(
    dispatch, staff, letters, printers, tmp_path, outbox
):
    del printers.queues["office"]
    failed = dispatch.print_batch(staff.anna, letters)
    assert failed.state is BatchState.FAILED
    assert "office" in failed.problem
    assert [i.prints for i in failed.items] == [0, 0, 0, 0]
    with pytest.raises(WrongBatchState):
        dispatch.tick(staff.anna, failed.id, letters[0])

    done = dispatch.print_again(staff.anna, failed.id, "pdf")
    assert (done.state, done.number, done.problem) == (BatchState.PRINTED, failed.number, "")
    folder = tmp_path / "pdf" / done.number
    assert (folder / "001-MI-SE-2026-00002-L1.pdf").read_bytes() == outbox.pdf(letters[1])
    assert (folder / "000-manifest.pdf").read_bytes().startswith(b"%PDF")
    assert {p.stat().st_mode & 0o777 for p in folder.iterdir()} == {0o600}
    assert {p.stat().st_mode & 0o777 for p in (folder, folder.parent)} == {0o700}


def test_a_printer_that_vanishes_with_its_jobs_is_told(dispatch, staff, letters, printers):
    printers.at_rest = JobState.LOST
    batch = dispatch.print_batch(staff.anna, letters)
    assert (batch.state, batch.job) == (BatchState.FAILED, "office-1")
    assert "vanished" in batch.problem
    assert dispatch.came_out(staff.anna, batch.id).state is BatchState.PRINTED


def test_a_stopped_queue_says_why(dispatch, staff, letters, printers):
    printers.trouble = QueueStopped(printer="office", said="out of paper")
    batch = dispatch.print_batch(staff.anna, letters)
    assert batch.state is BatchState.FAILED
    assert "out of paper" in batch.problem


def test_jobs_that_wait_are_followed_until_they_are_out(dispatch, staff, letters, printers):
    printers.at_rest = JobState.WAITING
    batch = dispatch.print_batch(staff.anna, letters)
    assert batch.state is BatchState.PRINTING
    assert "wait" in batch.problem
    assert dispatch.follow() == []

    printers.at_rest = JobState.OUT
    assert [b.state for b in dispatch.follow()] == [BatchState.PRINTED]
    assert dispatch.follow() == []


def test_printing_elsewhere_takes_the_waiting_jobs_away_first(dispatch, staff, letters, printers):
    printers.at_rest = JobState.WAITING
    batch = dispatch.print_batch(staff.anna, letters)
    printers.lets_go = False
    with pytest.raises(PrintFailed):
        dispatch.print_again(staff.anna, batch.id, "cellar")
    assert len(printers.printed) == 1

    printers.lets_go, printers.at_rest = True, JobState.OUT
    batch = dispatch.print_again(staff.anna, batch.id, "cellar")
    assert printers.cancelled == ["office-1"]
    assert (batch.printer, batch.state) == ("cellar", BatchState.PRINTED)
    with pytest.raises(WrongBatchState):
        dispatch.print_again(staff.anna, batch.id)


def test_after_a_crash_nobody_claims_to_know(dispatch: DispatchService, staff, letters, printers):
    printers.trouble = ProgramEnded()
    with pytest.raises(ProgramEnded):
        dispatch.print_batch(staff.anna, letters)
    [left] = dispatch.batches()
    assert (left.state, left.problem) == (BatchState.PRINTING, "")
    with pytest.raises(WrongBatchState):
        dispatch.print_again(staff.anna, left.id)

    dispatch.recover()
    [left] = dispatch.batches()
    assert left.state is BatchState.PRINTING
    assert not left.known
    assert "not known whether they were printed" in left.problem

    printers.trouble = None
    assert dispatch.print_again(staff.anna, left.id).state is BatchState.PRINTED


def test_every_step_is_in_the_audit_trail_without_a_town(dispatch, staff, letters, office, outbox):
    """P11-01, GD-05."""
    batch = dispatch.print_batch(staff.anna, letters[:1])
    dispatch.tick(staff.anna, batch.id, letters[0])
    dispatch.posted(staff.anna, batch.id)
    lines = [line for line in office.audit_lines() if line.action.startswith("dispatch.")]
    assert list(dict.fromkeys(line.action for line in lines)) == [
        "dispatch.print_batch",
        "dispatch.handed_over",
        "dispatch.printed",
        "dispatch.tick",
        "dispatch.posted",
    ]
    assert "UMEÅ" not in str([line.changes for line in lines])
    assert office.verify_audit().broken_at is None


def test_a_letter_signed_anew_after_printing_is_not_posted_sig_3(dispatch, staff, letters, outbox):
    """SIG-3: what lies in the envelope is what is signed."""
    batch = dispatch.print_batch(staff.anna, letters[:1])
    dispatch.tick(staff.anna, batch.id, letters[0])
    outbox.kept[letters[0]].sign_anew()
    for verb in (
        lambda: dispatch.posted(staff.anna, batch.id),
        lambda: dispatch.reprint(staff.anna, batch.id, letters[0]),
    ):
        with pytest.raises(SignedAnew):
            verb()
    assert outbox.state(letters[0]) is LetterState.SIGNED


def test_a_withdrawn_standard_response_stops_the_letter_srd_3(dispatch, staff, letters, outbox):
    """SRD-3: before printing, and before posting."""
    batch = dispatch.print_batch(staff.anna, letters[:1])
    dispatch.tick(staff.anna, batch.id, letters[0])
    for letter_id in letters[:2]:
        outbox.kept[letter_id].withdraw_standard()
    with pytest.raises(StoppedStandard):
        dispatch.posted(staff.anna, batch.id)
    with pytest.raises(StoppedStandard):
        dispatch.print_batch(staff.anna, letters[1:])


def test_follow_says_in_words_that_a_batch_of_an_ended_program_waits(
    dispatch, staff, letters, printers, office
):
    printers.at_rest = JobState.WAITING
    batch = dispatch.print_batch(staff.anna, letters)
    with office.database.write("system", "test") as session:
        store.batch_row(session, batch.id).problem = None
    assert ["wait" in b.problem for b in dispatch.follow()] == [True]
