"""Hand-offs on their way: states, the folder on a share, receivers' answers, frozen packages."""

import json
from dataclasses import replace
from datetime import timedelta

import pdfplumber
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.exc import DatabaseError

from mi_desktop.basics.words import words
from mi_desktop.safety import HandOffState, LateReason, SafetyService, Trip, handover
from mi_desktop.safety.envelope import HASHES, differing
from mi_desktop.safety.errors import (
    FollowUpsOpen,
    LateNeedsReason,
    PackageChanged,
    ReceiverNotSetUp,
    UnknownNumber,
    WordsNeeded,
    WrongState,
)
from mi_desktop.settings import OfficeSettings, Receiver, Receivers
from tests.fakes.inquiry_desk import ARRIVED, INQUIRY, InquiryDesk

STEPS = {
    "queue": lambda h, at: handover.queued(h, at, "late", LateReason.OTHER),
    "print": lambda h, at: handover.sent(h, at, "late", LateReason.OTHER),
    "deliver": handover.delivered,
    "fail": lambda h, at: handover.failed(h, words("refused")),
    "acknowledge": lambda h, at: handover.acknowledged(h, at, "Sara Holm"),
    "ask": lambda h, at: handover.queried(h, at, ("Sara Holm", "Which batch?")),
    "answer": lambda h, at: handover.answered(h, "ZV2609A"),
    "close": lambda h, at: handover.closed(h),
    "sign anew": lambda h, at: handover.renewed(h, ("AE",), False, at),
}


@pytest.fixture
def share(tmp_path):
    made = tmp_path / "share"
    made.mkdir()
    return made


@pytest.fixture
def settings(share):
    receivers = Receivers(safety=Receiver(way="folder", folder=str(share)))
    return OfficeSettings(receivers=receivers)


@pytest.fixture
def safety(office, people, desk: InquiryDesk, settings) -> SafetyService:
    return SafetyService(office, people, desk, desk, desk, desk, settings)


@pytest.fixture
def event(hand):
    """An event that waits to be handed over, nothing to follow up."""
    hand.clean()
    hand.say(AE="yes", AE_SER="SER-NONE")
    hand.say(**{f"AE_MIN_{n}": "met" for n in (1, 2, 3, 4)})
    return hand.sign().handoffs[0]


@given(st.lists(st.sampled_from(sorted(STEPS)), max_size=14))
def test_ho_2_no_order_of_steps_leaves_the_permitted_moves(steps):
    """HO-2: whatever is tried, a hand-off goes along `MOVES` or stays where it is."""
    at = ARRIVED
    here = handover.numbered(replace(_DRAFT, due=ARRIVED + timedelta(hours=24)), "SE", 2026, 1)
    for step in steps:
        at += timedelta(hours=1)
        try:
            there = STEPS[step](here, at)
        except WrongState:
            continue
        moved = there.state is not here.state
        assert not moved or there.state in handover.MOVES[here.state]
        if there.state is HandOffState.SENT:
            assert there.sent_at is not None
            assert (there.late is not None) or there.sent_at <= there.due
        if there.state is HandOffState.QUERIED:
            assert there.acknowledged_at, "a question proves receipt"
        here = there


def test_every_state_can_be_reached_and_left_by_a_permitted_move():
    reached = {state for moves in handover.MOVES.values() for state in moves}
    assert reached | {HandOffState.DRAFT} == set(HandOffState) == set(handover.MOVES)


def test_a_folder_gets_the_package_whole_and_once_ho_1(hand, event, share):
    """HO-1: sheet, record, every source page and the signed hashes lie in the folder."""
    queued = hand.safety.send_handoff(hand.anna, event.id)
    assert (queued.state, list(share.iterdir())) == (HandOffState.QUEUED, [])

    [done] = hand.safety.transmission.send_waiting()
    assert (done.state, done.receipt) == (Trip.SENT, "AE-SE-2026-00001-v1")
    assert hand.safety.transmission.handoff(event.id).state is HandOffState.SENT
    [folder] = share.iterdir()
    names = {p.name for p in folder.iterdir()}
    assert {"sheet.pdf", "record.json", "pages.pdf", "hashes.json"} <= names
    record = json.loads((folder / "record.json").read_text())
    assert record["transmission"] == "folder of the department"
    files = {p.name: p.read_bytes() for p in folder.iterdir() if p.name != HASHES}
    seed = hand.safety.office.keys.handoff
    assert differing((folder / HASHES).read_bytes(), files, seed) == ""
    files["sheet.pdf"] += b" "
    assert differing((folder / HASHES).read_bytes(), files, seed) == "sheet.pdf"
    assert hand.safety.transmission.send_waiting() == []


def test_ho_1_the_newest_redacted_copy_goes_beside_the_pages_as_they_came(hand, event, share, desk):
    """HO-1: the unredacted pages stay; a copy with parts hidden goes with them, and is signed."""
    desk.copies["00001"] = b"%PDF-1.4 hidden"
    hand.safety.send_handoff(hand.anna, event.id)
    hand.safety.transmission.send_waiting()
    [folder] = share.iterdir()
    assert (folder / "redacted-P-2026-00001.pdf").read_bytes() == b"%PDF-1.4 hidden"
    assert (folder / "pages.pdf").stat().st_size > 500
    listed = {f["name"] for f in json.loads((folder / HASHES).read_text())["files"]}
    assert {"pages.pdf", "redacted-P-2026-00001.pdf"} <= listed


def test_fu_2_how_the_reporter_is_reached_lies_apart_from_the_report(hand, event, share, desk):
    """FU-2: contact details in a file of their own; neither record nor sheet has them."""
    asker = replace(desk._inquiry.requester, email="vera@provby.example", phone="070-1740605")
    desk._inquiry = replace(desk._inquiry, requester=asker)
    hand.safety.send_handoff(hand.anna, event.id)
    hand.safety.transmission.send_waiting()
    [folder] = share.iterdir()
    contact = json.loads((folder / "contact.json").read_text())
    assert (contact["email"], contact["phone"]) == ("vera@provby.example", "070-1740605")
    assert contact["name"] == "Vera Provsson"
    with pdfplumber.open(folder / "sheet.pdf") as sheet:
        told = "".join(page.extract_text() for page in sheet.pages)
    for text in (told, (folder / "record.json").read_text()):
        assert "V. P." in text
        assert "Provsson" not in text
        assert "vera@" not in text
        assert "1740605" not in text


def test_away_it_waits_and_goes_when_the_share_is_back(hand, event, share, clock):
    """A folder that is not there is never made: the share may not be mounted."""
    share.rmdir()
    hand.safety.send_handoff(hand.anna, event.id)
    for attempt in (1, 2):
        [waiting] = hand.safety.transmission.send_waiting()
        assert (waiting.state, waiting.attempts) == (Trip.WAITING, attempt)
        assert "waits" in str(waiting.problem)
    assert not share.exists()
    clock.now = event.due + timedelta(hours=1)
    share.mkdir()
    hand.safety.transmission.send_waiting()
    sent = hand.safety.transmission.handoff(event.id)
    assert sent.state is HandOffState.SENT
    assert sent.late.reason is LateReason.TECHNICAL, "what waited past its time says so (HO-4)"


def test_what_arrived_before_it_could_be_noted_is_not_written_twice(hand, event, share, office):
    hand.safety.send_handoff(hand.anna, event.id)
    parcel = hand.safety.transmission.package(event.id)
    there = share / parcel.name
    there.mkdir()
    for name, data in parcel.files.items():
        (there / name).write_bytes(data)
    before = there.stat().st_mtime_ns
    [done] = hand.safety.transmission.send_waiting()
    assert (done.state, there.stat().st_mtime_ns) == (Trip.SENT, before)


def test_another_package_of_that_name_is_never_overwritten(hand, event, share):
    (share / "AE-SE-2026-00001-v1").mkdir()
    (share / "AE-SE-2026-00001-v1" / "sheet.pdf").write_bytes(b"another")
    hand.safety.send_handoff(hand.anna, event.id)
    [refused] = hand.safety.transmission.send_waiting()
    failed = hand.safety.transmission.handoff(event.id)
    assert (refused.state, failed.state) == (Trip.REFUSED, HandOffState.SEND_FAILED)
    assert "another" in str(failed.problem)

    (share / "AE-SE-2026-00001-v1").rename(share / "old")
    assert hand.safety.transmission.retry(hand.anna, event.id).state is HandOffState.QUEUED
    hand.safety.transmission.send_waiting()
    assert hand.safety.transmission.handoff(event.id).state is HandOffState.SENT


def test_what_waits_can_be_handed_over_on_paper(hand, event, share, clock):
    share.rmdir()
    with pytest.raises(WrongState):
        hand.safety.transmission.by_hand(hand.anna, event.id)
    hand.safety.send_handoff(hand.anna, event.id)
    clock.now = event.due + timedelta(hours=1)
    with pytest.raises(LateNeedsReason):
        hand.safety.transmission.by_hand(hand.anna, event.id)
    done = hand.safety.transmission.by_hand(hand.anna, event.id, "The share was away.")
    assert (done.state, done.late.text) == (HandOffState.SENT, "The share was away.")
    share.mkdir()
    assert hand.safety.transmission.send_waiting() == []
    assert list(share.iterdir()) == []


def test_ho_2_the_alarm_rings_after_the_hours_and_survives_a_restart(
    hand, event, clock, office, people, desk, settings
):
    """HO-2: sent is not received."""
    hand.safety.send_handoff(hand.anna, event.id)
    hand.safety.transmission.send_waiting()
    clock.forward(hours=24)
    assert hand.safety.transmission.alarms() == []
    clock.forward(seconds=1)
    again = SafetyService(office, people, desk, desk, desk, desk, settings)
    assert [h.number for h in again.transmission.alarms()] == ["AE-SE-2026-00001"]
    done = again.transmission.acknowledge_number(hand.anna, "AE-SE-2026-00001", "Sara", "PV-77")
    assert (done.reference, again.transmission.alarms()) == ("PV-77", [])


def test_an_acknowledgement_for_an_unknown_case_changes_nothing(hand, event):
    hand.safety.send_handoff(hand.anna, event.id)
    hand.safety.transmission.send_waiting()
    with pytest.raises(UnknownNumber):
        hand.safety.transmission.acknowledge_number(hand.anna, "AE-SE-2026-00099", "Sara")
    with pytest.raises(WordsNeeded):
        hand.safety.transmission.acknowledge(hand.anna, event.id, "  ")
    assert hand.safety.transmission.handoff(event.id).state is HandOffState.SENT


def test_a_question_is_answered_and_then_it_can_be_closed(hand, event, clock):
    desk = hand.safety.transmission
    hand.safety.send_handoff(hand.anna, event.id)
    desk.send_waiting()
    asked = desk.ask(hand.anna, event.id, "Sara Holm", "Which batch?")
    assert (asked.state, asked.acknowledged_by) == (HandOffState.QUERIED, "Sara Holm")
    assert desk.handoff(event.id).question == "Which batch?"
    with pytest.raises(WrongState):
        desk.close(hand.anna, event.id)
    with pytest.raises(WrongState):
        desk.acknowledge(hand.anna, event.id, "Sara Holm")
    clock.forward(hours=1)
    assert desk.answer(hand.anna, event.id, "ZV2609A").state is HandOffState.ACKNOWLEDGED
    [query] = desk.queries(event.id)
    assert (query.answer, query.answered_by) == ("ZV2609A", hand.anna.id)
    assert desk.close(hand.anna, event.id).state is HandOffState.CLOSED


def test_ae_min_7_with_something_to_ask_it_stays_open(hand):
    hand.clean()
    hand.say(AE="yes", AE_SER="SER-NONE", AE_MIN_1="met", AE_MIN_2="not met", AE_MIN_3="met",
             AE_MIN_4="met")  # fmt: skip
    event = hand.sign().handoffs[0]
    hand.safety.send_handoff(hand.anna, event.id)
    hand.safety.transmission.send_waiting()
    hand.safety.acknowledge(hand.anna, event.id, "Sara")
    with pytest.raises(FollowUpsOpen):
        hand.safety.transmission.close(hand.anna, event.id)


def test_ho_3_the_next_version_says_field_by_field_what_changed(hand, event, share):
    """HO-3: in the record, on the sheet, and before it goes."""
    desk = hand.safety.transmission
    hand.safety.send_handoff(hand.anna, event.id)
    desk.send_waiting()
    hand.say(AE_SER="SER-HOSP")
    hand.sign()
    told = {c.field: (c.before, c.after) for c in desk.changes(event.id)}
    assert told["answers/AE-SER/value"] == ("SER-NONE", "SER-HOSP")
    assert told["urgent"] == ("False", "True")
    assert not any(field.endswith(("/at", "made_at", "frozen_at")) for field in told)

    hand.safety.send_handoff(hand.anna, event.id)
    desk.send_waiting()
    assert {p.name for p in share.iterdir()} == {"AE-SE-2026-00001-v1", "AE-SE-2026-00001-v2"}
    second = json.loads((share / "AE-SE-2026-00001-v2" / "record.json").read_text())
    assert {"field": "urgent", "before": "False", "after": "True"} in second["changes"]


def test_signed_anew_while_it_waits_both_versions_go_out_in_order(hand, event, share):
    """What was frozen is never taken back (AE-MIN-9)."""
    share.rmdir()
    hand.safety.send_handoff(hand.anna, event.id)
    hand.safety.transmission.send_waiting()
    hand.say(AE_SER="SER-HOSP")
    again = hand.sign().handoffs[0]
    assert (again.state, again.version, again.problem) == (HandOffState.DRAFT, 2, None)
    share.mkdir()
    hand.safety.transmission.send_waiting()
    assert hand.safety.transmission.handoff(event.id).state is HandOffState.DRAFT
    hand.safety.send_handoff(hand.anna, event.id)
    hand.safety.transmission.send_waiting()
    assert len(list(share.iterdir())) == 2


def test_a_frozen_package_cannot_be_changed_in_the_database(hand, event, office):
    hand.safety.send_handoff(hand.anna, event.id)
    with (
        pytest.raises(DatabaseError, match="cannot be changed"),
        office.database.engine.execution_options(writes=True).begin() as connection,
    ):
        connection.exec_driver_sql("UPDATE handoff_file SET sha256 = 'x'")


def test_a_changed_file_of_the_vault_is_never_sent(hand, event, office, share, monkeypatch):
    hand.safety.send_handoff(hand.anna, event.id)
    read = type(office.vault).read
    monkeypatch.setattr(
        type(office.vault),
        "read",
        lambda *a: read(*a).replace(b"AE-SE-2026-00001", b"AE-SE-2026-00002"),
    )
    with pytest.raises(PackageChanged):
        hand.safety.transmission.package(event.id)
    [refused] = hand.safety.transmission.send_waiting()
    assert (refused.state, list(share.iterdir())) == (Trip.REFUSED, [])


@pytest.mark.parametrize(
    ("receiver", "error"),
    [
        (Receiver(way="folder"), ReceiverNotSetUp),
        (Receiver(way="folder", folder="somewhere"), ReceiverNotSetUp),
        (Receiver(way="e-mail"), ReceiverNotSetUp),
        (Receiver(way="e-mail", address="pv@exempelia.example"), ReceiverNotSetUp),
    ],
)
def test_a_way_that_is_not_set_up_is_said_before_anything_is_frozen(
    hand, office, people, desk, receiver, error
):
    hand.clean()
    hand.say(AE="not assessable")
    event = hand.sign().handoffs[0]
    settings = OfficeSettings(receivers=Receivers(safety=receiver))
    safety = SafetyService(office, people, desk, desk, desk, desk, settings)
    with pytest.raises(error):
        safety.send_handoff(hand.anna, event.id)
    assert safety.transmission.handoff(event.id).state is HandOffState.DRAFT
    assert safety.transmission.files(event.id) == []


_DRAFT = handover.HandOff(
    "", "", INQUIRY, handover.HandOffKind.SAFETY, HandOffState.DRAFT, ARRIVED, ARRIVED, ("AE",)
)
