"""The promises, each walked through the real rooms with real parts."""

import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest

from mi_desktop.demo import Demonstration
from mi_desktop.demo.answer import answer_safely
from mi_desktop.demo.maker import MAIL_FOLDER, read_truth
from mi_desktop.dispatch import EmailState
from mi_desktop.inquiries import Inquiry, Reason, Status
from mi_desktop.intake import MailPiece
from mi_desktop.letters import LetterState
from mi_desktop.letters.errors import ApprovalRefused

TRUTH = {p.id: p for p in read_truth()}


def take(demonstration: Demonstration, piece_id: str) -> MailPiece:
    services, anna = demonstration.services, demonstration.staff.anna
    path = MAIL_FOLDER / TRUTH[piece_id].file
    (taken,) = services.intake.take(anna, [path])
    assert taken.piece is not None
    list(services.ocr.read(anna, [taken.piece.id]))
    return taken.piece


def register(demonstration: Demonstration, piece: MailPiece) -> Inquiry:
    inquiries = demonstration.services.inquiries
    return inquiries.register(demonstration.staff.anna, piece.id, inquiries.draft_from(piece.id))


def write(demonstration: Demonstration, inquiry: Inquiry) -> str:
    services, anna = demonstration.services, demonstration.staff.anna
    draft = services.letters.compose(anna, inquiry.id)
    question = inquiry.questions[0]
    fitting = services.library.suggest(
        question.product_id or "", question.topic, draft.language, "hcp"
    )
    services.letters.insert_standard(anna, draft.id, fitting[0].id, question.id)
    services.letters.submit(anna, draft.id, demonstration.passphrase)
    return draft.id


def test_from_scan_to_signed_letter(demonstration: Demonstration, tmp_path: Path) -> None:
    services, staff = demonstration.services, demonstration.staff
    source = MAIL_FOLDER / TRUTH["sv-renal"].file
    before = source.read_bytes()
    piece = take(demonstration, "sv-renal")
    assert source.read_bytes() == before
    assert services.intake.original(piece.id) == before
    assert piece.sha256 == hashlib.sha256(before).hexdigest()

    inquiry = register(demonstration, piece)
    assert inquiry.number == "MI-SE-2026-00004"
    assert inquiry.questions[0].product_id == "zelvimar"
    assert "gravt nedsatt njurfunktion?" in inquiry.questions[0].verbatim
    assert inquiry.requester.city.casefold() == "åsebro"

    answer_safely(demonstration, inquiry, TRUTH["sv-renal"])
    assert services.safety.gate(inquiry.id).open
    letter = write(demonstration, inquiry)
    signed = services.letters.approve(staff.erik, letter, demonstration.passphrase)
    assert signed.level == "B-B"
    assert services.inquiries.inquiry(inquiry.id).status is Status.APPROVED

    pdf = tmp_path / "letter.pdf"
    pdf.write_bytes(services.letters.pdf(letter))
    assert hashlib.sha256(pdf.read_bytes()).hexdigest() == signed.sha256
    if shutil.which("pdfsig") is None:
        pytest.fail("poppler-utils is missing: sh installer/setup.sh test installs it")
    said = subprocess.run(["pdfsig", str(pdf)], capture_output=True, text=True, check=True).stdout
    assert "Signature is Valid" in said
    assert "Total document signed" in said
    assert services.office.verify_audit().broken_at is None


def test_a_reply_files_itself(demonstration: Demonstration) -> None:
    services, anna = demonstration.services, demonstration.staff.anna
    piece = take(demonstration, "reply")
    best = services.inquiries.suggest(piece.id)[0]
    assert (best.number, best.reason, best.score) == ("MI-SE-2026-00003", Reason.REFERENCE, 1.0)
    linked = services.inquiries.link(anna, piece.id, best.inquiry_id)
    assert piece.id in linked.piece_ids
    assert piece.id not in {p.id for p in services.intake.tray()}
    assert not services.safety.gate(linked.id).open, "a new page shuts the gate again"


def test_approval_is_refused_while_the_checklist_is_open(demonstration: Demonstration) -> None:
    services, staff = demonstration.services, demonstration.staff
    inquiry = register(demonstration, take(demonstration, "sv-renal"))
    draft = services.letters.compose(staff.anna, inquiry.id)
    gates = services.letters.gates(draft.id)
    assert "safety-open" in {g.code for g in gates}
    with pytest.raises(ApprovalRefused):
        services.letters.submit(staff.anna, draft.id, demonstration.passphrase)
        services.letters.approve(staff.erik, draft.id, demonstration.passphrase)
    assert services.letters.letter(draft.id).state is not LetterState.SIGNED


def test_nobody_approves_their_own_letter(demonstration: Demonstration) -> None:
    services = demonstration.services
    inquiry = register(demonstration, take(demonstration, "sv-renal"))
    answer_safely(demonstration, inquiry, TRUTH["sv-renal"])
    letter = write(demonstration, inquiry)
    author = demonstration.staff.anna
    two_hats = type(author)(
        author.id, author.name, author.full_name, author.roles | demonstration.staff.erik.roles
    )
    with pytest.raises(ApprovalRefused):
        services.letters.approve(two_hats, letter, demonstration.passphrase)
    assert services.letters.letter(letter).state is not LetterState.SIGNED


def test_e_mail_waits_while_there_is_no_line(demonstration: Demonstration) -> None:
    services, staff = demonstration.services, demonstration.staff
    inquiry = register(demonstration, take(demonstration, "mail-pdf"))
    answer_safely(demonstration, inquiry, TRUTH["mail-pdf"])
    letter = write(demonstration, inquiry)
    services.letters.approve(staff.erik, letter, demonstration.passphrase)
    queued = services.dispatch.queue_email(staff.anna, letter)
    (after,) = services.dispatch.send_waiting()
    assert (after.id, after.state) == (queued.id, EmailState.WAITING)
    assert after.problem
    assert services.letters.letter(letter).state is LetterState.SIGNED
