"""Library, letters and dispatch held in memory, for tests of screens; rules you can read."""

import io
from dataclasses import replace
from datetime import date
from types import SimpleNamespace

from reportlab.pdfgen import canvas

from mi_desktop.basics.words import words
from mi_desktop.dispatch import Batch, BatchItem, BatchState, Email, EmailState, Printer
from mi_desktop.dispatch.postal import Town
from mi_desktop.letters import (
    Block,
    BlockKind,
    Draft,
    GateLine,
    LetterState,
    Recipient,
    SignedLetter,
)
from mi_desktop.library import Reference, Section, SrdState, StandardResponse
from mi_desktop.people import Action, ChangedBySomebody, Meaning, Signature, User
from tests.conftest import PASSPHRASE
from tests.fakes.desk import NOW
from tests.fakes.rooms import Refused


def standard(srd_id: str, title: str, **more) -> StandardResponse:
    """A standard response about splitting tablets, unless told otherwise."""
    kept = {
        "id": srd_id,
        "version": 2,
        "language": "sv",
        "title": title,
        "product_id": "zelvimar",
        "topic": "DOS",
        "state": SrdState.EFFECTIVE,
        "effective_from": date(2026, 3, 1),
        "expires_on": date(2027, 2, 28),
        "audience": ("hcp",),
        "off_label": False,
        "label_version": "4",
        "search_date": date(2026, 2, 1),
        "sections": (Section("Sammanfattning", ("Tabletten kan delas [1].",)),),
        "references": (Reference(1, "Exempelia. Zelvimar. SmPC, version 4.", None, None),),
        "approved_by": "erik",
    }
    return StandardResponse(**(kept | more))


class FakeLibrary:
    """Three standard responses: two usable, one expired."""

    def __init__(self) -> None:
        self.kept = [
            standard("SRD-0001", "Zelvimar: delning av tabletter"),
            standard("SRD-0001", "Zelvimar: splitting tablets", language="en"),
            standard("SRD-0002", "Zelvimar: alkohol", topic="INT"),
            standard(
                "SRD-0003",
                "Brontiqa: förvaring",
                product_id="brontiqa",
                topic="PHC",
                expires_on=date(2026, 6, 30),
                state=SrdState.EXPIRED,
            ),
        ]

    def standards(self, product_id=None, language=None, usable_only=True):
        return [
            s
            for s in self.kept
            if product_id in (None, s.product_id)
            and language in (None, s.language)
            and (not usable_only or s.usable(NOW.date()))
        ]

    def standard(self, srd_id, language, version=None) -> StandardResponse:
        return next(s for s in self.kept if s.id == srd_id and s.language == language)

    def suggest(self, product_id, topic, language, audience) -> list[StandardResponse]:
        return sorted(self.standards(product_id, language), key=lambda s: s.topic != topic)


def pdf(*pages: str) -> bytes:
    """A4 pages with one line each."""
    out = io.BytesIO()
    paper = canvas.Canvas(out, pagesize=(595.28, 841.89))
    for text in pages:
        paper.drawString(72, 700, text)
        paper.showPage()
    paper.save()
    return out.getvalue()


class FakeLetters:
    """Letters by id; nobody approves an own letter, nothing is approved while safety is open."""

    def __init__(self, inquiries, safety, library) -> None:
        self.inquiries, self.safety, self.library = inquiries, safety, library
        self.drafts: dict[str, Draft] = {}
        self.signed_letters: dict[str, SignedLetter] = {}
        self.comments: list[str] = []

    def compose(self, user: User, inquiry_id: str, language=None) -> Draft:
        user.must(Action.WRITE_LETTER)
        asked = self.inquiries.inquiry(inquiry_id)
        n = len(self.letters(inquiry_id)) + 1
        blocks = (
            Block("subject", BlockKind.SUBJECT, "Zelvimar: dosering", ()),
            Block(
                "unsolicited", BlockKind.UNSOLICITED, "", ("Detta brev är ett svar på din fråga.",)
            ),
            Block("reporting", BlockKind.REPORTING, "Biverkningar", ("Rapportera biverkningar.",)),
        )
        to = asked.requester
        return self._keep(
            Draft(
                f"let-{inquiry_id}-{n}",
                f"{asked.number}/L{n}",
                inquiry_id,
                1,
                LetterState.DRAFT,
                language or asked.language,
                user.id,
                NOW.date(),
                Recipient((to.name, to.street, f"{to.postcode} {to.city}"), "SE", to.email),
                "DIN-B",
                "post",
                "zelvimar",
                "4",
                True,
                blocks,
                (),
            )
        )

    def letter(self, letter_id: str) -> Draft:
        return self.drafts[letter_id]

    def letters(self, inquiry_id=None, state=None) -> list[Draft]:
        return [
            d
            for d in self.drafts.values()
            if inquiry_id in (None, d.inquiry_id) and state in (None, d.state)
        ]

    def insert_standard(self, user, letter_id, srd_id, question_id) -> Draft:
        draft = self.letter(letter_id)
        srd = self.library.standard(srd_id, draft.language)
        block = Block(
            f"b-{len(draft.blocks) + 1}",
            BlockKind.ANSWER,
            srd.title,
            srd.sections[0].paragraphs,
            srd.id,
            srd.version,
            question_id,
        )
        return self._changed(draft, blocks=(*draft.blocks, block))

    def add_text(self, user, letter_id, paragraphs, question_id) -> Draft:
        draft = self.letter(letter_id)
        block = Block(
            f"b-{len(draft.blocks) + 1}",
            BlockKind.ANSWER,
            "",
            tuple(paragraphs),
            question_id=question_id,
            locked=False,
        )
        return self._changed(draft, blocks=(*draft.blocks, block))

    def change_text(self, user, letter_id, block_id, paragraphs, seen=None) -> Draft:
        draft = self.letter(letter_id)
        if seen not in (None, next(b.paragraphs for b in draft.blocks if b.id == block_id)):
            raise ChangedBySomebody(who="Erik Berg", at=NOW)
        return self._changed(
            draft,
            blocks=tuple(
                replace(b, paragraphs=tuple(paragraphs)) if b.id == block_id else b
                for b in draft.blocks
            ),
        )

    def remove_block(self, user, letter_id, block_id) -> Draft:
        draft = self.letter(letter_id)
        return self._changed(draft, blocks=tuple(b for b in draft.blocks if b.id != block_id))

    def move_block(self, user, letter_id, block_id, by) -> Draft:
        draft = self.letter(letter_id)
        blocks = list(draft.blocks)
        at = next(n for n, b in enumerate(blocks) if b.id == block_id)
        blocks.insert(max(0, at + by), blocks.pop(at))
        return self._changed(draft, blocks=tuple(blocks))

    def mark_off_label(self, user, letter_id, block_id, off_label) -> Draft:
        draft = self.letter(letter_id)
        return self._changed(
            draft,
            blocks=tuple(
                replace(b, off_label=off_label) if b.id == block_id else b for b in draft.blocks
            ),
        )

    def set_recipient(self, user, letter_id, recipient, seen=None) -> Draft:
        if seen not in (None, self.letter(letter_id).recipient):
            raise ChangedBySomebody(who="Erik Berg", at=NOW)
        return self._changed(self.letter(letter_id), recipient=recipient)

    def set_delivery(self, user, letter_id, delivery) -> Draft:
        return self._changed(self.letter(letter_id), delivery=delivery)

    def set_envelope(self, user, letter_id, envelope) -> Draft:
        return self._changed(self.letter(letter_id), envelope=envelope)

    def preview(self, letter_id: str) -> SimpleNamespace:
        draft = self.letter(letter_id)
        data = pdf(*(b.paragraphs[0] for b in draft.blocks if b.paragraphs))
        return SimpleNamespace(pdf=data, pages=2, sha256="ab")

    def gates(self, letter_id, approver: User | None = None) -> tuple[GateLine, ...]:
        draft = self.letter(letter_id)
        lines = []
        if not self.safety.gate(draft.inquiry_id).open:
            lines.append(GateLine("safety-open", words("The safety checklist is open"), "safety"))
        if not any(b.kind is BlockKind.ANSWER for b in draft.blocks):
            lines.append(
                GateLine("answer-missing", words("The letter answers nothing yet."), "answer")
            )
        if approver is not None and approver.id == draft.author:
            why = words("You wrote this letter; another person approves it")
            lines.append(GateLine("own-letter", why, "approval"))
        return tuple(lines)

    def submit(self, user, letter_id, passphrase) -> Draft:
        if passphrase != PASSPHRASE:
            raise Refused(why="The passphrase is not yours.")
        return self._changed(
            self.letter(letter_id), state=LetterState.IN_REVIEW, submitted_at=NOW, comment=""
        )

    def reject(self, user: User, letter_id, comment) -> Draft:
        user.must(Action.REVIEW_LETTER)
        self.comments.append(comment)
        return self._changed(self.letter(letter_id), state=LetterState.DRAFT, comment=comment)

    def approve(self, user: User, letter_id, passphrase) -> SignedLetter:
        user.must(Action.APPROVE_LETTER)
        stops = self.gates(letter_id, user)
        if stops:
            raise Refused(why=str(stops[0].words))
        if passphrase != PASSPHRASE:
            raise Refused(why="The passphrase is not yours.")
        draft = self._changed(self.letter(letter_id), state=LetterState.SIGNED)
        approval = Signature(
            "s-2",
            user.id,
            user.full_name,
            Meaning.APPROVED,
            NOW,
            "Europe/Stockholm",
            f"letter/{letter_id}",
            "cd",
        )
        self.signed_letters[letter_id] = SignedLetter(
            letter_id,
            draft.reference,
            draft.inquiry_id,
            "doc-9",
            "cd",
            "B-B",
            2,
            draft.delivery,
            draft.recipient,
            draft.subject,
            draft.language,
            NOW,
            approval,
        )
        return self.signed_letters[letter_id]

    def signed(self, letter_id) -> SignedLetter:
        return self.signed_letters[letter_id]

    def pdf(self, letter_id) -> bytes:
        return self.preview(letter_id).pdf

    def _changed(self, draft: Draft, **changes) -> Draft:
        return self._keep(replace(draft, version=draft.version + 1, **changes))

    def _keep(self, draft: Draft) -> Draft:
        self.drafts[draft.id] = draft
        return draft


class FakeDispatch:
    """Batches and an e-mail queue; `online` tells whether the mail server answers."""

    def __init__(self, letters: FakeLetters) -> None:
        self.letters = letters
        self.online = False
        self.kept: dict[str, Batch] = {}
        self.mails: dict[str, Email] = {}
        self.reasons: dict[str, str] = {}

    def printers(self) -> list[Printer]:
        return [Printer("office", True, "ready"), Printer("cellar", False, "out of paper")]

    def town(self, letter: SignedLetter) -> Town:
        return Town("SE", "111 22", "Provby")

    def take_out(self, user, batch_id, letter_id, reason) -> Batch:
        batch = self.kept[batch_id]
        self.reasons[letter_id] = reason
        items = (replace(i, taken_out=i.letter_id == letter_id) for i in batch.items)
        return self._keep(replace(batch, items=tuple(items)))

    def ready(self) -> list[SignedLetter]:
        printed = {item.letter_id for b in self.kept.values() for item in b.going}
        return [
            s
            for s in self.letters.signed_letters.values()
            if s.delivery == "post" and s.letter_id not in printed
        ]

    def print_batch(self, user: User, letter_ids, printer=None, progress=None) -> Batch:
        user.must(Action.DISPATCH)
        chosen = [self.letters.signed(i) for i in letter_ids]
        items = tuple(
            BatchItem(
                s.letter_id, s.reference, n + 1, "111 22", "Provby", "SE", s.pages, 1, s.sha256
            )
            for n, s in enumerate(chosen)
        )
        n = len(self.kept) + 1
        batch = Batch(
            f"batch-{n}",
            f"B-2026-{n:05}",
            NOW,
            printer or "pdf",
            BatchState.PRINTED,
            "job-1",
            "",
            items,
        )
        return self._keep(batch)

    def batches(self) -> list[Batch]:
        return list(self.kept.values())

    def manifest_pdf(self, batch_id) -> bytes:
        return pdf("Manifest")

    def manifest_csv(self, batch_id) -> str:
        return "position;reference\n"

    def tick(self, user, batch_id, letter_id, done=True) -> Batch:
        batch = self.kept[batch_id]
        return self._keep(
            replace(
                batch,
                items=tuple(
                    replace(i, done=done) if i.letter_id == letter_id else i for i in batch.items
                ),
            )
        )

    def reprint(self, user, batch_id, letter_id, printer=None) -> Batch:
        batch = self.kept[batch_id]
        return self._keep(
            replace(
                batch,
                items=tuple(
                    replace(i, prints=i.prints + 1, done=False) if i.letter_id == letter_id else i
                    for i in batch.items
                ),
            )
        )

    def posted(self, user, batch_id) -> Batch:
        batch = self.kept[batch_id]
        if not all(item.done for item in batch.items):
            raise Refused(why="A letter is not ticked off.")
        return self._keep(replace(batch, state=BatchState.POSTED))

    def queue_email(self, user, letter_id) -> Email:
        letter = self.letters.signed(letter_id)
        mail = Email(
            f"m-{letter_id}",
            letter_id,
            letter.reference,
            letter.recipient.email,
            letter.subject,
            EmailState.WAITING,
            0,
            "",
            "<1@example>",
            NOW,
        )
        self.mails[mail.id] = mail
        return mail

    def emails(self, state: EmailState | None = None) -> list[Email]:
        return [m for m in self.mails.values() if state in (None, m.state)]

    def send_waiting(self, progress=None) -> list[Email]:
        for mail in self.emails(EmailState.WAITING):
            self.mails[mail.id] = (
                replace(mail, state=EmailState.SENT, sent_at=NOW)
                if self.online
                else replace(
                    mail,
                    attempts=mail.attempts + 1,
                    problem="offline",
                    why=words("The mail server cannot be reached"),
                )
            )
        return self.emails()

    def retry(self, user, email_id) -> Email:
        self.mails[email_id] = replace(self.mails[email_id], state=EmailState.WAITING)
        return self.mails[email_id]

    def _keep(self, batch: Batch) -> Batch:
        self.kept[batch.id] = batch
        return batch
