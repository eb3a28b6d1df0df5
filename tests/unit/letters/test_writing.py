"""Writing a letter: what the author may do with its blocks."""

from dataclasses import replace

import pytest

from mi_desktop.inquiries import RequesterType
from mi_desktop.letters import BlockKind, LetterMissing, LetterState, Recipient
from mi_desktop.letters.errors import (
    BlockFixed,
    ProductUnknown,
    QuestionMissing,
    StandardNotUsable,
    UnknownChoice,
)
from mi_desktop.library import Section, StandardMissing
from tests.conftest import PASSPHRASE
from tests.fakes.letter_world import ASKED, INQUIRY, STANDARD, product_file


def answers(draft):
    return [b for b in draft.blocks if b.kind is BlockKind.ANSWER]


def test_new_letter_goes_to_the_requester_in_their_language(room, staff):
    draft = room.letters.compose(staff.anna, "i1")
    assert (draft.reference, draft.language) == ("MI-SE-2026-00012/L1", "sv")
    assert draft.recipient.lines[-1] == "753 20 UPPSALA"
    assert draft.envelope == "DIN-B"
    assert answers(draft) == []
    assert room.letters.letter(draft.id) == draft


def test_requester_whose_language_we_do_not_write_gets_english(room, staff):
    room.inquiries.kept = replace(INQUIRY, language="fi")
    assert room.letters.compose(staff.anna, "i1").language == "en"


def test_letter_without_address_goes_by_mail_where_there_is_one(room, staff):
    room.inquiries.kept = replace(INQUIRY, requester=replace(INQUIRY.requester, street=""))
    draft = room.letters.compose(staff.anna, "i1")
    assert (draft.delivery, draft.recipient.lines) == ("e-mail", ())
    assert draft.recipient.email == "karin@bjorken.example"


def test_inquiry_without_a_product_gets_no_letter_yet(room, staff):
    room.inquiries.kept = replace(INQUIRY, questions=(replace(ASKED, product_id=None),))
    with pytest.raises(ProductUnknown, match="LET-006"):
        room.letters.compose(staff.anna, "i1")


def test_standard_response_is_locked_and_leaves_as_a_whole(room, staff):
    draft = room.letters.compose(staff.anna, "i1")
    draft = room.letters.insert_standard(staff.anna, draft.id, STANDARD.id, "q1")
    first, _ = answers(draft)
    with pytest.raises(BlockFixed, match="LET-004"):
        room.letters.change_text(staff.anna, draft.id, first.id, ("My words.",))
    draft = room.letters.remove_block(staff.anna, draft.id, first.id)
    assert (answers(draft), draft.references) == ([], ())


def test_fixed_blocks_cannot_be_removed(room, staff):
    draft = room.letters.compose(staff.anna, "i1")
    for kind in (BlockKind.REPORTING, BlockKind.UNSOLICITED, BlockKind.PRIVACY):
        with pytest.raises(BlockFixed):
            room.letters.remove_block(staff.anna, draft.id, kind.value)


def test_own_words_can_be_changed_moved_and_marked_off_label(room, staff):
    draft = room.letters.compose(staff.anna, "i1")
    room.letters.insert_standard(staff.anna, draft.id, STANDARD.id, "q1")
    draft = room.letters.add_text(staff.anna, draft.id, ("Egna ord.",), "q1")
    own = answers(draft)[-1]
    draft = room.letters.move_block(staff.anna, draft.id, own.id, -1)
    assert [b.srd_id for b in answers(draft)] == ["", "SRD-0901", "SRD-0901"]
    draft = room.letters.change_text(staff.anna, draft.id, own.id, ("Andra ord.",))
    assert answers(draft)[0].paragraphs == ("Andra ord.",)
    draft = room.letters.mark_off_label(staff.anna, draft.id, own.id, True)
    assert BlockKind.OFF_LABEL in [b.kind for b in draft.blocks]
    assert draft.version == 6


def test_uns_4_answer_must_belong_to_a_question_of_the_inquiry(room, staff):
    draft = room.letters.compose(staff.anna, "i1")
    with pytest.raises(QuestionMissing, match="LET-014"):
        room.letters.add_text(staff.anna, draft.id, ("Mer än du frågade om.",), "q7")


def test_srd_1_expired_standard_response_cannot_be_inserted(room, staff, clock):
    draft = room.letters.compose(staff.anna, "i1")
    clock.now = clock.now.replace(year=2027, month=3, day=1)
    with pytest.raises(StandardNotUsable, match="LET-005"):
        room.letters.insert_standard(staff.anna, draft.id, STANDARD.id, "q1")


def test_uns_5_off_label_standard_response_is_not_for_patients(room, staff):
    off = replace(STANDARD, id="SRD-0905", off_label=True, audience=("hcp", "patient"))
    room.library.add_version(staff.erik, off)
    patient = replace(INQUIRY.requester, type=RequesterType.PATIENT)
    room.inquiries.kept = replace(INQUIRY, requester=patient)
    draft = room.letters.compose(staff.anna, "i1")
    for srd in ("SRD-0905", STANDARD.id):
        with pytest.raises(StandardNotUsable):
            room.letters.insert_standard(staff.anna, draft.id, srd, "q1")


def test_standard_response_without_the_letters_language_is_not_inserted(room, staff):
    draft = room.letters.compose(staff.anna, "i1", "en")
    with pytest.raises(StandardMissing):
        room.letters.insert_standard(staff.anna, draft.id, STANDARD.id, "q1")


def test_recipient_delivery_and_envelope_are_the_authors_choice(room, staff):
    draft = room.letters.compose(staff.anna, "i1")
    to = Recipient(("Karin Åström", "", "Box 1", "111 11 ORTEN"), "SE")
    assert len(room.letters.set_recipient(staff.anna, draft.id, to).recipient.lines) == 3
    assert room.letters.set_envelope(staff.anna, draft.id, "SE-H2").envelope == "SE-H2"
    with pytest.raises(UnknownChoice):
        room.letters.set_delivery(staff.anna, draft.id, "pigeon")


def test_handing_in_renews_the_fixed_blocks(room, staff, tmp_path):
    draft = room.letters.compose(staff.anna, "i1")
    room.letters.insert_standard(staff.anna, draft.id, STANDARD.id, "q1")
    room.catalogue.load(staff.maria, product_file(tmp_path, monitored=False))
    assert "block-outdated" in [g.code for g in room.letters.gates(draft.id)]
    handed_in = room.letters.submit(staff.anna, draft.id, PASSPHRASE)
    assert handed_in.state is LetterState.IN_REVIEW
    assert BlockKind.MONITORING not in [b.kind for b in handed_in.blocks]
    assert room.letters.gates(draft.id, staff.erik) == ()


def test_complaint_answered_later_asks_for_its_text(room, staff):
    draft = room.ready(staff)
    room.safety.complaint = "yes"
    (line,) = room.letters.gates(draft.id, staff.erik)
    assert (line.code, line.place) == ("block-missing", BlockKind.KEEP_SAMPLE.value)


def test_preview_follows_every_change(room, staff):
    draft = room.letters.compose(staff.anna, "i1")
    before = room.letters.preview(draft.id)
    room.letters.insert_standard(staff.anna, draft.id, STANDARD.id, "q1")
    after = room.letters.preview(draft.id)
    assert before.pdf.startswith(b"%PDF")
    assert before.pdf != after.pdf
    assert after.pages >= 1


def test_standard_response_of_another_product_is_refused(room, staff):
    other = replace(STANDARD, id="SRD-0906", product_id="other", sections=(Section("A", ("B",)),))
    room.library.add_version(staff.erik, other)
    draft = room.letters.compose(staff.anna, "i1")
    with pytest.raises(StandardNotUsable, match="another product"):
        room.letters.insert_standard(staff.anna, draft.id, "SRD-0906", "q1")


def test_unknown_letter_is_told_in_words(room):
    with pytest.raises(LetterMissing, match="LET-001"):
        room.letters.letter("none")
