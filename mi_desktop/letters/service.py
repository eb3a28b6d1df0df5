"""Answering: composing, changing, handing in, sending back, approving, and what was signed."""

from collections.abc import Callable
from dataclasses import replace

from sqlalchemy.orm import Session

from mi_desktop.inquiries import Status
from mi_desktop.letters import store
from mi_desktop.letters.approval import approve
from mi_desktop.letters.compose import answer_from, must_be_usable, settle
from mi_desktop.letters.desk import Desk
from mi_desktop.letters.editing import changed, moved, own_text, removed
from mi_desktop.letters.errors import (
    CommentMissing,
    QuestionMissing,
    StoppedStandard,
    UnknownChoice,
    WrongState,
)
from mi_desktop.letters.gates import lines
from mi_desktop.letters.model import (
    Draft,
    GateLine,
    LetterState,
    Preview,
    Recipient,
    SignedLetter,
)
from mi_desktop.letters.render import draw
from mi_desktop.letters.texts import texts
from mi_desktop.library import SrdState
from mi_desktop.people import Action, Meaning, User, changed_by

DELIVERIES = ("post", "e-mail")


class LetterService(Desk):
    """The office's letters."""

    # Looking

    def letter(self, letter_id: str) -> Draft:
        """One letter; raises `LetterMissing`."""
        with self.office.database.read() as session:
            return store.letter(session, letter_id)

    def by_reference(self, reference: str) -> Draft:
        """One letter by `MI-SE-2026-00012/L1`; raises `LetterMissing`."""
        with self.office.database.read() as session:
            return store.by_reference(session, reference)

    def letters(
        self, inquiry_id: str | None = None, state: LetterState | None = None
    ) -> list[Draft]:
        """Letters in the order they were begun; of one inquiry, in one state, or all."""
        with self.office.database.read() as session:
            return store.letters(session, inquiry_id, state)

    def citing(self, srd_id: str) -> list[Draft]:
        """Letters that hold a standard response, sent ones too (SRD-3: is a recall needed?)."""
        return [d for d in self.letters() if any(b.srd_id == srd_id for b in d.blocks)]

    def preview(self, letter_id: str) -> Preview:
        """The pages as they would be now, each marked as a draft."""
        draft = self.letter(letter_id)
        drawn = draw(draft, self.stationery(draft))
        return Preview(drawn.pdf, drawn.pages)

    def gates(self, letter_id: str, approver: User | None = None) -> tuple[GateLine, ...]:
        """What stops an approval, and what is only advice; by this person where one is named."""
        draft = self.letter(letter_id)
        return lines(draft, self.standing(draft, approver))

    def signed(self, letter_id: str) -> SignedLetter:
        """The signed file that stands; raises `LetterMissing` where there is none."""
        with self.office.database.read() as session:
            return store.signed(session, letter_id)

    def pdf(self, letter_id: str) -> bytes:
        """The exact bytes that go out (SIG-3); raises `LetterMissing` where there are none."""
        with self.office.database.read() as session:
            document_id = store.signed(session, letter_id).document_id
            return self.office.vault.read(session, document_id)

    # Writing

    def compose(self, user: User, inquiry_id: str, language: str | None = None) -> Draft:
        """Begins a letter: all fixed blocks, the requester's address, no answer yet.

        Raises:
            NotPermitted: the user does not write letters (UNS-6).
            ProductUnknown: no question names a product.
            LanguageMissing: no standard texts in this language.
        """
        user.must(Action.WRITE_LETTER)
        inquiry = self.inquiries.inquiry(inquiry_id)
        facts = self.facts(inquiry, language or self.language_for(inquiry))
        empty = self.empty_letter(user, inquiry, facts.texts.language)
        with self.office.database.write(user.id, "letters.compose") as session:
            number = store.count(session, inquiry_id) + 1
            draft = settle(replace(empty, reference=f"{inquiry.number}/L{number}"), facts)
            store.put(session, draft)
            self.advance(session, inquiry_id, Status.IN_PROGRESS)
        return draft

    def insert_standard(self, user: User, letter_id: str, srd_id: str, question_id: str) -> Draft:
        """Adds a standard response as the answer to a question; raises as `change_text` too.

        Raises:
            StandardMissing: not in the library in the letter's language.
            StandardNotUsable: not in force (SRD-1), for others, or off-label (UNS-5).
        """
        user.must(Action.WRITE_LETTER)
        draft = self.letter(letter_id)
        srd = self.library.standard(srd_id, draft.language)
        asked = self.inquiries.inquiry(draft.inquiry_id).questions
        products = {q.product_id for q in asked if q.product_id}
        must_be_usable(srd, draft, products, self.local_day(self.now()))

        def insert(draft: Draft) -> Draft:
            found = answer_from(srd, question_id, draft, texts(draft.language))
            return replace(draft, blocks=(*draft.blocks, *found[0]), references=found[1])

        return self._change(user, letter_id, "letters.insert_standard", insert, question_id)

    def add_text(
        self, user: User, letter_id: str, paragraphs: tuple[str, ...], question_id: str
    ) -> Draft:
        """Adds the author's own words as the answer to a question; raises as `change_text`."""

        def add(draft: Draft) -> Draft:
            heading = texts(draft.language)("HEADING-ANSWER")
            return own_text(draft, heading, paragraphs, question_id)

        return self._change(user, letter_id, "letters.add_text", add, question_id)

    def change_text(
        self,
        user: User,
        letter_id: str,
        block_id: str,
        paragraphs: tuple[str, ...],
        seen: tuple[str, ...] | None = None,
    ) -> Draft:
        """Changes the author's own words; an approval, if there was one, is void (P11-16).

        Args:
            user: the author.
            letter_id: of the letter.
            block_id: of the block.
            paragraphs: what it says from now on.
            seen: what it said when the author began to type; None where nobody typed.

        Raises:
            ChangedByColleague: it says something else than `seen` by now.
            NotPermitted: the user does not write letters (UNS-6).
            WrongState: the letter is sent.
            BlockFixed: a standard text.
            QuestionMissing: the inquiry has no such question (UNS-4).
        """
        new = changed(block_id, paragraphs=paragraphs)

        def edit(draft: Draft) -> Draft:
            now = next((b.paragraphs for b in draft.blocks if b.id == block_id), seen)
            self._must_be_seen(draft, seen, now)
            return new(draft)

        return self._change(user, letter_id, "letters.change_text", edit)

    def mark_off_label(self, user: User, letter_id: str, block_id: str, off_label: bool) -> Draft:
        """Says whether own words are about a use outside the label; raises as `change_text`."""
        edit = changed(block_id, off_label=off_label)
        return self._change(user, letter_id, "letters.mark_off_label", edit)

    def remove_block(self, user: User, letter_id: str, block_id: str) -> Draft:
        """Takes an answer out, a standard response as a whole; raises as `change_text`."""
        return self._change(user, letter_id, "letters.remove_block", removed(block_id))

    def move_block(self, user: User, letter_id: str, block_id: str, by: int) -> Draft:
        """Moves an answer up (negative) or down among the answers; raises as `change_text`."""
        return self._change(user, letter_id, "letters.move_block", moved(block_id, by))

    def set_recipient(
        self, user: User, letter_id: str, to: Recipient, seen: Recipient | None = None
    ) -> Draft:
        """Changes where the letter goes; `seen` and what it raises as in `change_text`."""
        filled = replace(to, lines=tuple(line for line in to.lines if line.strip()))

        def edit(draft: Draft) -> Draft:
            self._must_be_seen(draft, seen, draft.recipient)
            return replace(draft, recipient=filled)

        return self._change(user, letter_id, "letters.set_recipient", edit)

    def set_delivery(self, user: User, letter_id: str, delivery: str) -> Draft:
        """`post` or `e-mail`, else `UnknownChoice`; raises as `change_text`."""
        if delivery not in DELIVERIES:
            raise UnknownChoice(value=delivery)
        return self._set(user, letter_id, delivery=delivery)

    def set_envelope(self, user: User, letter_id: str, envelope_id: str) -> Draft:
        """Changes the window; raises `NotInCatalogue`, and as `change_text`."""
        return self._set(user, letter_id, envelope=self.catalogue.envelope(envelope_id).id)

    # Reviewing and approving

    def submit(self, user: User, letter_id: str, passphrase: str) -> Draft:
        """Signs the letter as its author and hands it in for approval, fixed blocks renewed.

        The electronic signature (authored) binds to what the letter says then (P11-14, P11-15).

        Raises:
            NotPermitted: the user does not write letters.
            WrongState: it is no draft.
            SignatureRefused: the passphrase is not the user's (P11-13).
        """
        user.must(Action.WRITE_LETTER)
        draft = self._in_state(letter_id, LetterState.DRAFT)
        self.people.check(user, passphrase)
        facts = self.facts(self.inquiries.inquiry(draft.inquiry_id), draft.language)
        handed_in = replace(
            settle(draft, facts), state=LetterState.IN_REVIEW, submitted_at=self.now(), comment=""
        )
        step = (draft, handed_in)
        return self._step(user, "letters.submit", step, Status.IN_REVIEW, Meaning.AUTHORED)

    def reject(self, user: User, letter_id: str, comment: str) -> Draft:
        """Sends the letter back to its author; raises `WrongState`, `CommentMissing`."""
        user.must(Action.REVIEW_LETTER)
        if not comment.strip():
            raise CommentMissing
        draft = self._in_state(letter_id, LetterState.IN_REVIEW)
        back = replace(draft, state=LetterState.DRAFT, submitted_at=None, comment=comment.strip())
        return self._step(user, "letters.reject", (draft, back), Status.IN_PROGRESS)

    def approve(self, user: User, letter_id: str, passphrase: str) -> SignedLetter:
        """Approves, renders, signs and keeps the letter: all of it or nothing.

        The electronic signature binds to the SHA-256 of the rendered bytes (P11-15); what the
        signed file really is, is read back from it (SIG-5).

        Raises:
            NotPermitted: the user does not approve letters.
            WrongState: it was not handed in.
            ApprovalRefused: a gate is shut; the user wrote it; every line is named.
            AuthorUnsigned: its author did not sign it as it stands.
            SignatureRefused: the passphrase is not the user's (P11-13).
            NoCertificate, CertificateUnusable: the user's signing key.
            SignatureNotConfirmed: the signed file is not what it should be.
            ChangedMeanwhile: somebody changed the letter or the checklist.
        """
        user.must(Action.APPROVE_LETTER)
        draft = self._in_state(letter_id, LetterState.IN_REVIEW)
        return approve(self, user, draft, passphrase)

    def mark_dispatched(self, session: Session, letter_id: str) -> None:
        """Notes that the letter went out, in the caller's transaction.

        Raises:
            WrongState: it is not signed, or was sent.
            StoppedStandard: a standard response in it was withdrawn since (SRD-3).
        """
        draft = store.letter(session, letter_id)
        if draft.state is not LetterState.SIGNED:
            raise WrongState(state=draft.state.value)
        for srd in self.standards(draft).values():
            if srd.state is SrdState.WITHDRAWN:
                raise StoppedStandard(letter=draft.reference, id=srd.id)
        store.put(session, replace(draft, state=LetterState.DISPATCHED))
        self.gone_out(session, draft.inquiry_id)

    def make_demonstration_identity(self, user: User) -> None:
        """Makes a signing key for an approver, certified by the office's own small authority."""
        user.must(Action.APPROVE_LETTER)
        self.signer.make_identity(user, user)

    # The steps inside

    def _change(
        self,
        user: User,
        letter_id: str,
        action: str,
        edit: Callable[[Draft], Draft],
        question_id: str = "",
    ) -> Draft:
        """One change: a new version, back to a draft, and no approval stands (P11-16)."""
        user.must(Action.WRITE_LETTER)
        draft = self.letter(letter_id)
        if draft.state is LetterState.DISPATCHED:
            raise WrongState(state=draft.state.value)
        inquiry = self.inquiries.inquiry(draft.inquiry_id)
        if question_id and question_id not in {q.id for q in inquiry.questions}:
            raise QuestionMissing
        writers = tuple(dict.fromkeys((*draft.writers, user.id)))
        edited = settle(edit(draft), self.facts(inquiry, draft.language))
        new = replace(
            edited,
            state=LetterState.DRAFT,
            version=draft.version + 1,
            submitted_at=None,
            writers=writers,
        )
        return self._step(user, action, (draft, new), Status.IN_PROGRESS)

    def _must_be_seen(self, draft: Draft, seen: object, now: object) -> None:
        if seen is not None and seen != now:
            with self.office.database.read() as session:
                raise changed_by(session, "letter", draft.id)

    def _set(self, user: User, letter_id: str, **values: object) -> Draft:
        action = f"letters.set_{next(iter(values))}"
        return self._change(user, letter_id, action, lambda d: replace(d, **values))  # type: ignore[arg-type]

    def _step(
        self,
        user: User,
        action: str,
        change: tuple[Draft, Draft],
        to: Status,
        meaning: Meaning | None = None,
    ) -> Draft:
        before, after = change
        with self.office.database.write(user.id, action) as session:
            self.must_be_same(session, before)
            store.make_void(session, after.id)
            store.put(session, after)
            self.advance(session, after.inquiry_id, to)
            if meaning is not None:
                signed = (f"letter/{after.id}", store.digest(after))
                self.people.sign(session, user, meaning, signed)
        return after

    def _in_state(self, letter_id: str, state: LetterState) -> Draft:
        draft = self.letter(letter_id)
        if draft.state is not state:
            raise WrongState(state=draft.state.value)
        return draft
