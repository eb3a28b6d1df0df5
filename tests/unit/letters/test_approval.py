"""From a draft to a signed file: who may, what stops it, what is kept."""

import hashlib
import io
from dataclasses import replace

import pdfplumber
import pytest

from mi_desktop.inquiries import Status
from mi_desktop.letters import ApprovalRefused, LetterMissing, LetterState, store, verify
from mi_desktop.letters.errors import (
    AuthorUnsigned,
    ChangedMeanwhile,
    CommentMissing,
    NoCertificate,
    StoppedStandard,
    WrongState,
)
from mi_desktop.people import Meaning, NotPermitted, Role, SignatureRefused, User
from tests.conftest import PASSPHRASE


def test_approved_letter_is_a_valid_pades_b_b_file(room, staff, office):
    draft = room.ready(staff)
    signed = room.letters.approve(staff.erik, draft.id, PASSPHRASE)
    pdf = room.letters.pdf(draft.id)
    verdict = verify(pdf, room.signer.trusted(), office.database.clock())
    assert (verdict.verdict, verdict.signatures[0].level) == ("valid", "B-B")
    assert verdict.signatures[0].signer == "Erik Berg"
    assert verdict.signatures[0].covers_whole_file
    assert signed.level == "B-B"
    assert signed.sha256 == hashlib.sha256(pdf).hexdigest()
    assert room.letters.letter(draft.id).state is LetterState.SIGNED
    assert room.inquiries.kept.status is Status.APPROVED


def test_p11_15_signature_binds_to_the_rendered_bytes(room, staff):
    """P11-15: the signed file begins with exactly the bytes that the approval names."""
    draft = room.ready(staff)
    signed = room.letters.approve(staff.erik, draft.id, PASSPHRASE)
    pdf = room.letters.pdf(draft.id)
    rendered = pdf[: pdf.index(b"%%EOF\n") + len(b"%%EOF\n")]
    assert signed.approval.sha256 == hashlib.sha256(rendered).hexdigest()
    assert signed.approval.meaning is Meaning.APPROVED
    assert signed.approval.record == f"letter/{draft.id}"


def test_author_cannot_approve_even_with_the_role(room, staff, people):
    both = people.add(
        staff.maria, ("bo", "Bo Ek", frozenset({Role.SPECIALIST, Role.APPROVER})), PASSPHRASE
    )
    draft = room.letters.compose(both, "i1")
    room.letters.insert_standard(both, draft.id, "SRD-0901", "q1")
    room.letters.submit(both, draft.id, PASSPHRASE)
    with pytest.raises(ApprovalRefused) as refused:
        room.letters.approve(both, draft.id, PASSPHRASE)
    assert [g.code for g in refused.value.facts["gates"]] == ["approver-is-author"]


def test_one_who_changed_a_word_cannot_approve_either(room, staff, people):
    both = people.add(
        staff.maria, ("bo", "Bo Ek", frozenset({Role.SPECIALIST, Role.APPROVER})), PASSPHRASE
    )
    draft = room.letters.compose(staff.anna, "i1")
    room.letters.insert_standard(both, draft.id, "SRD-0901", "q1")
    room.letters.submit(staff.anna, draft.id, PASSPHRASE)
    with pytest.raises(ApprovalRefused):
        room.letters.approve(both, draft.id, PASSPHRASE)


def test_approval_refused_while_safety_is_open(room, staff):
    draft = room.ready(staff)
    room.safety.open = False
    with pytest.raises(ApprovalRefused, match="safety checklist"):
        room.letters.approve(staff.erik, draft.id, PASSPHRASE)
    assert room.letters.letter(draft.id).state is LetterState.IN_REVIEW


def test_p11_13_wrong_passphrase_signs_nothing(room, staff):
    draft = room.ready(staff)
    with pytest.raises(SignatureRefused):
        room.letters.approve(staff.erik, draft.id, "not the passphrase")
    with pytest.raises(LetterMissing):
        room.letters.signed(draft.id)


def test_signer_without_a_key_is_told_what_to_do(room, staff, people):
    other = people.add(staff.maria, ("eva", "Eva Lund", frozenset({Role.APPROVER})), PASSPHRASE)
    draft = room.ready(staff)
    with pytest.raises(NoCertificate, match="LET-008"):
        room.letters.approve(other, draft.id, PASSPHRASE)


def test_p11_16_change_after_approval_is_a_new_version_and_voids_it(room, staff):
    draft = room.ready(staff)
    room.letters.approve(staff.erik, draft.id, PASSPHRASE)
    changed = room.letters.set_delivery(staff.anna, draft.id, "e-mail")
    assert changed.version == draft.version + 1
    assert changed.state is LetterState.DRAFT
    with pytest.raises(LetterMissing):
        room.letters.pdf(draft.id)
    with pytest.raises(WrongState):
        room.letters.approve(staff.erik, draft.id, PASSPHRASE)


def test_p11_18_only_a_letter_that_was_handed_in_is_approved(room, staff):
    draft = room.letters.compose(staff.anna, "i1")
    with pytest.raises(WrongState):
        room.letters.approve(staff.erik, draft.id, PASSPHRASE)


def test_reject_needs_words_and_gives_the_letter_back(room, staff):
    draft = room.ready(staff)
    with pytest.raises(CommentMissing):
        room.letters.reject(staff.erik, draft.id, "  ")
    back = room.letters.reject(staff.erik, draft.id, "Say the dose first.")
    assert (back.state, back.comment) == (LetterState.DRAFT, "Say the dose first.")
    assert room.inquiries.kept.status is Status.IN_PROGRESS


def test_letter_changed_while_being_signed_is_not_kept(room, staff, monkeypatch):
    draft = room.ready(staff)
    sign = room.signer.sign

    def slow_sign(*args):
        room.letters.set_delivery(staff.anna, draft.id, "e-mail")
        return sign(*args)

    monkeypatch.setattr(room.signer, "sign", slow_sign)
    with pytest.raises(ChangedMeanwhile):
        room.letters.approve(staff.erik, draft.id, PASSPHRASE)
    assert room.letters.letter(draft.id).state is LetterState.DRAFT


@pytest.mark.parametrize("role", [Role.INTAKE, Role.SAFETY, Role.ADMINISTRATOR, Role.AUDITOR])
def test_uns_6_other_roles_neither_write_nor_approve(room, staff, role):
    """UNS-6: there is no role for sales or marketing, and none of these may."""
    draft = room.ready(staff)
    user = User("u", "u", "U", frozenset({role}))
    with pytest.raises(NotPermitted):
        room.letters.compose(user, "i1")
    with pytest.raises(NotPermitted):
        room.letters.approve(user, draft.id, PASSPHRASE)


def test_srd_3_withdrawn_standard_stops_a_signed_letter(room, staff, office):
    draft = room.ready(staff)
    room.letters.approve(staff.erik, draft.id, PASSPHRASE)
    room.library.withdraw(staff.erik, "SRD-0901", "sv", "safety signal")
    with (
        pytest.raises(StoppedStandard, match="LET-013"),
        office.database.write(staff.anna.id, "test") as session,
    ):
        room.letters.mark_dispatched(session, draft.id)
    assert [d.id for d in room.letters.citing("SRD-0901")] == [draft.id]


def test_dispatched_letter_is_never_changed(room, staff, office):
    draft = room.ready(staff)
    room.letters.approve(staff.erik, draft.id, PASSPHRASE)
    with office.database.write(staff.anna.id, "test") as session:
        room.letters.mark_dispatched(session, draft.id)
    assert room.inquiries.kept.status is Status.DISPATCHED
    with pytest.raises(WrongState):
        room.letters.set_delivery(staff.anna, draft.id, "e-mail")


def test_signed_letter_is_found_by_its_words_and_leaves_no_names_in_the_audit(room, staff, office):
    draft = room.ready(staff)
    room.letters.approve(staff.erik, draft.id, PASSPHRASE)
    with office.database.read() as session:
        found = office.index.find(session, "njurfunktion", ("letter",))
    assert [f.ref for f in found] == [draft.id]
    trail = " ".join(str(line.changes) for line in office.audit_lines(draft.id))
    assert trail
    assert "Åström" not in trail
    assert office.verify_audit().broken_at is None


def test_second_letter_of_an_inquiry_gets_its_own_reference(room, staff):
    first, second = room.ready(staff), room.letters.compose(staff.anna, "i1")
    room.letters.approve(staff.erik, first.id, PASSPHRASE)
    room.letters.insert_standard(staff.anna, second.id, "SRD-0901", "q1")
    room.letters.submit(staff.anna, second.id, PASSPHRASE)
    assert (first.reference, second.reference) == (
        "MI-SE-2026-00012/L1", "MI-SE-2026-00012/L2",
    )  # fmt: skip
    assert room.letters.by_reference(second.reference).id == second.id
    assert replace(first).inquiry_number == "MI-SE-2026-00012"


def test_p11_15_the_author_signs_what_is_approved(room, staff, office):
    """P11-14, P11-15: authored, with time and zone, bound to the words; printed on the letter."""
    draft = room.ready(staff)
    with office.database.read() as session:
        [authored] = room.letters.people.signatures(session, f"letter/{draft.id}")
    assert (authored.user_id, authored.meaning) == (staff.anna.id, Meaning.AUTHORED)
    assert authored.zone == "Europe/Stockholm"
    room.letters.approve(staff.erik, draft.id, PASSPHRASE)
    with pdfplumber.open(io.BytesIO(room.letters.pdf(draft.id))) as paper:
        text = "\n".join(page.extract_text() for page in paper.pages)
    assert "Anna Lindqvist" in text
    assert "2026" in text
    with office.database.read() as session:
        signed = room.letters.people.signatures(session, f"letter/{draft.id}")
    assert [s.meaning for s in signed] == [Meaning.AUTHORED, Meaning.APPROVED]


def test_p11_13_nothing_is_handed_in_without_the_passphrase(room, staff):
    draft = room.letters.compose(staff.anna, "i1")
    with pytest.raises(SignatureRefused):
        room.letters.submit(staff.anna, draft.id, "not the passphrase")
    assert room.letters.letter(draft.id).state is LetterState.DRAFT


def test_p11_16_words_changed_behind_the_author_are_not_approved(room, staff, office):
    """P11-16: other words than those the author signed, put there past the counter."""
    draft = room.ready(staff)
    with office.database.write("system", "test.cheat") as session:
        store.put(session, replace(draft, envelope="DIN-A"))
    with pytest.raises(AuthorUnsigned):
        room.letters.approve(staff.erik, draft.id, PASSPHRASE)


def test_pqc_5_a_letter_that_takes_the_blame_is_not_approved_before_quality_concluded(room, staff):
    """PQC-5: the complaint is open, then concluded."""
    draft = room.letters.compose(staff.anna, "i1")
    room.letters.add_text(staff.anna, draft.id, ("Det är vårt fel.",), "q1")
    room.safety.undecided = True
    room.letters.submit(staff.anna, draft.id, PASSPHRASE)
    with pytest.raises(ApprovalRefused) as refused:
        room.letters.approve(staff.erik, draft.id, PASSPHRASE)
    assert [g.code for g in refused.value.facts["gates"]] == ["liability-stated"]
    room.safety.undecided = False
    assert room.letters.approve(staff.erik, draft.id, PASSPHRASE).level
