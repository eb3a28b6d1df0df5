"""The verbs of safety: answer, look, sign, hand off."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from sqlalchemy.orm import Session

from mi_desktop.intake import MailPiece, PageRef
from mi_desktop.ocr import Region
from mi_desktop.people import Action, Meaning, User
from mi_desktop.safety import board, store, tracking_store
from mi_desktop.safety.assistant import mark_text
from mi_desktop.safety.board import BoardLine
from mi_desktop.safety.carrying import patience
from mi_desktop.safety.cases import store as kept_cases
from mi_desktop.safety.cases.desk import CaseDesk
from mi_desktop.safety.closing import ClosingDesk
from mi_desktop.safety.drafts import DraftDesk
from mi_desktop.safety.e2b.desk import E2bDesk
from mi_desktop.safety.errors import ForeignPage, GateShut, UnfitAnswer
from mi_desktop.safety.follow_ups import FollowUpDesk
from mi_desktop.safety.gate import forwards, gate, unready
from mi_desktop.safety.model import (
    Assessment,
    Gate,
    Given,
    HandOff,
    HandOffKind,
    HandOffState,
    LateReason,
    Marked,
    OpenChecklist,
)
from mi_desktop.safety.opening import open_another, open_handoffs
from mi_desktop.safety.package import as_bytes
from mi_desktop.safety.packing import frozen_or_facts
from mi_desktop.safety.reconciliation import ReconciliationDesk
from mi_desktop.safety.rereading import RereadingDesk
from mi_desktop.safety.sheet import draw_sheet
from mi_desktop.safety.standing import (
    Neighbours,
    Subject,
    assess,
    current_checklist,
    open_work,
    product_names,
    record_key,
    subject,
    work_again,
)
from mi_desktop.safety.tracking import FollowUpState
from mi_desktop.safety.transmission import TransmissionDesk


class SafetyService(Neighbours):
    """Was anyone harmed, was the product faulty: nothing leaves without a signed answer."""

    @cached_property
    def cases(self) -> CaseDesk:
        """The desk where the cases of the hand-offs are filled."""
        return CaseDesk(self)

    @cached_property
    def e2b(self) -> E2bDesk:
        """The desk of E2B messages: made, checked, and those of others read."""
        return E2bDesk(self)

    @cached_property
    def drafts(self) -> DraftDesk:
        """The desk of what is half typed and not saved."""
        return DraftDesk(self.office)

    @cached_property
    def closing(self) -> ClosingDesk:
        """The only way to close an inquiry."""
        return ClosingDesk(self)

    @cached_property
    def transmission(self) -> TransmissionDesk:
        """The desk where hand-offs leave, and where the receivers' answers come in."""
        return TransmissionDesk(self)

    @cached_property
    def follow_ups(self) -> FollowUpDesk:
        """The desk of what is still to be asked, and of who agreed to be asked."""
        return FollowUpDesk(self)

    @cached_property
    def reconciliation(self) -> ReconciliationDesk:
        """The desk that lays our hand-offs beside the department's list."""
        return ReconciliationDesk(self)

    @cached_property
    def rereading(self) -> RereadingDesk:
        """The desk where "no event" answers are read again."""
        return RereadingDesk(self)

    def board(self) -> list[BoardLine]:
        """What is due, near and late, the earliest first."""
        with self.office.database.read() as session:
            asked = tracking_store.open_queries(session)
            waiting = tracking_store.follow_ups(session, state=FollowUpState.OPEN)
            handoffs = store.handoffs(session)
        terms = {kind: patience(self, kind) for kind in HandOffKind}
        return board.lines(
            handoffs, waiting, board.Clocks(self.office.database.clock(), terms, asked)
        )

    def assessment(self, inquiry_id: str) -> Assessment:
        """The inquiry's checklist as it stands."""
        about = subject(self, inquiry_id)
        with self.office.database.read() as session:
            return assess(self, session, about)

    def gate(self, inquiry_id: str) -> Gate:
        """May a letter of this inquiry be approved? Says in words what is missing."""
        return gate(self.assessment(inquiry_id))

    def open_work(self, limit: int = 1000) -> list[OpenChecklist]:
        """Inquiries at work whose gate is shut, the earliest received first."""
        return open_work(self, limit)

    def answer(
        self,
        user: User,
        inquiry_id: str,
        code: str,
        value: str,
        evidence: Iterable[Region] = (),
    ) -> Assessment:
        """Answers a question; an earlier answer stays in the record, a signature is voided.

        Raises:
            NotPermitted: the user's roles do not allow it.
            UnknownQuestion: the checklist has no such code.
            UnfitAnswer: the question does not allow the value.
            ForeignPage: the evidence lies on a page of another inquiry.
        """
        user.must(Action.ANSWER_SAFETY)
        regions = tuple(evidence)
        about = subject(self, inquiry_id)
        with self.office.database.write(user.id, "safety.answer") as session:
            standing = self._begin(session, about)
            question = standing.checklist.question(code)
            if not question.allows(value):
                allowed = question.answers + question.choices + question.reasons
                raise UnfitAnswer(question=code, allowed=" / ".join(allowed))
            if {PageRef(r.part_id, r.page) for r in regions} - set(standing.pages):
                raise ForeignPage
            now = self.office.database.clock()
            given = Given(code, str(value).strip(), regions, user.id, now)
            store.add_answer(session, inquiry_id, given)
            work_again(self, session, inquiry_id)
            session.flush()
            return assess(self, session, about)

    def withdraw_answer(self, user: User, inquiry_id: str, code: str) -> Assessment:
        """Takes an answer back to "not answered"; what it was stays in the record.

        Raises:
            NotPermitted: the user's roles do not allow it.
        """
        user.must(Action.ANSWER_SAFETY)
        about = subject(self, inquiry_id)
        with self.office.database.write(user.id, "safety.withdraw_answer") as session:
            standing = self._begin(session, about)
            if code in standing.given:
                gone = Given(code, "", (), user.id, self.office.database.clock())
                store.add_answer(session, inquiry_id, gone)
                work_again(self, session, inquiry_id)
                session.flush()
            return assess(self, session, about)

    def look_at(self, user: User, inquiry_id: str, ref: PageRef) -> Assessment:
        """Notes that the user saw the page; blank pages are looked at too (REC-4).

        Raises:
            NotPermitted: the user's roles do not allow it.
            ForeignPage: the page is not of this inquiry.
        """
        user.must(Action.ANSWER_SAFETY)
        about = subject(self, inquiry_id)
        with self.office.database.write(user.id, "safety.look_at") as session:
            standing = self._begin(session, about)
            if ref not in standing.pages:
                raise ForeignPage
            now = self.office.database.clock()
            store.add_seen(session, inquiry_id, ref, (user.id, now))
            session.flush()
            return assess(self, session, about)

    def sign(self, user: User, inquiry_id: str, passphrase: str) -> Assessment:
        """Signs the answers and opens the gate; what is not a clear no becomes a hand-off.

        Raises:
            NotPermitted: the user's roles do not allow it.
            SignatureRefused: the passphrase is not this user's (P11-13).
            GateShut: pages not looked at, or questions not answered.
        """
        user.must(Action.ANSWER_SAFETY)
        self.people.check(user, passphrase)
        about = subject(self, inquiry_id)
        with self.office.database.write(user.id, "safety.sign") as session:
            standing = self._begin(session, about)
            if unready(standing):
                raise GateShut(why=gate(standing).sentence)
            found = forwards(standing)
            meaning = Meaning.ANSWERED if found else Meaning.NO_EVENT
            signed = (record_key(inquiry_id), standing.sha256)
            self.people.sign(session, user, meaning, signed)
            if standing.signature is None:
                for opened in open_handoffs(self, session, standing, found):
                    self.follow_ups.fit(session, standing, opened)
            session.flush()
            return assess(self, session, about)

    def add_patient(self, user: User, handoff_id: str) -> HandOff:
        """Opens one more case from the same mail: two patients, two cases (AE-MIN-8).

        Raises:
            NotPermitted: the user's roles do not allow it.
            NoHandOff: none has this id.
        """
        user.must(Action.ANSWER_SAFETY)
        with self.office.database.write(user.id, "safety.add_patient") as session:
            first = store.handoff(session, handoff_id)
            patients = [
                h.patient
                for h in store.handoffs(session, [first.inquiry_id])
                if h.kind is first.kind
            ]
            opened = open_another(self, session, replace(first, patient=max(patients) + 1))
            work_again(self, session, opened.inquiry_id, closed_only=True)
            return opened

    def complaint_open(self, inquiry_id: str) -> bool:
        """True while a complaint that was found in it has no conclusion by quality (PQC-5)."""
        with self.office.database.read() as session:
            return kept_cases.undecided(session, store.handoffs(session, [inquiry_id]))

    def handoffs(self, state: HandOffState | None = None) -> list[HandOff]:
        """Hand-offs, the earliest due first."""
        with self.office.database.read() as session:
            return store.handoffs(session, state=state)

    def send_handoff(
        self,
        user: User,
        handoff_id: str,
        reason: str = "",
        code: LateReason = LateReason.OTHER,
    ) -> HandOff:
        """Freezes the package and puts it on its way; see `TransmissionDesk.hand_over`.

        Args:
            user: who hands it over.
            handoff_id: a draft.
            reason: why it is late, in words; needed after its time (HO-4).
            code: the kind of that reason.

        Raises:
            NotPermitted: the user's roles do not allow it.
            WrongState: it was sent already.
            NotSigned: the answers are not signed as they stand.
            LateNeedsReason: late, and no reason given.
            ChangedByColleague: somebody answered or signed anew meanwhile.
        """
        return self.transmission.hand_over(user, handoff_id, reason, code)

    def acknowledge(
        self, user: User, handoff_id: str, by_whom: str, reference: str = ""
    ) -> HandOff:
        """Notes who confirmed receipt; see `Receipts.acknowledge`."""
        return self.transmission.acknowledge(user, handoff_id, by_whom, reference)

    def handoff_sheet(self, handoff_id: str) -> bytes:
        """The sheet as PDF: frozen once it was sent, before that as it would be now."""
        frozen, facts = frozen_or_facts(self, handoff_id)
        return frozen[0] if frozen else draw_sheet(facts, draft=True)

    def handoff_record(self, handoff_id: str) -> bytes:
        """The JSON record that goes with the sheet: frozen once it was sent."""
        frozen, facts = frozen_or_facts(self, handoff_id)
        return frozen[1] if frozen else as_bytes(facts)

    def marks(self, ref: PageRef) -> Marked:
        """The assistant's marks on a page that was read; none before."""
        page = self.ocr.text(ref)
        if page is None:
            return Marked((), suspected=False)
        return mark_text(page.text, page.language, product_names(self))

    def suspected(self, piece: MailPiece) -> bool:
        """True where any page read so far makes the assistant prompt; never a decision."""
        return any(self.marks(page.ref).suspected for page in piece.pages)

    def _begin(self, session: Session, about: Subject) -> Assessment:
        newest = current_checklist(self)
        store.begin(session, about.inquiry_id, (newest.id, newest.version))
        return assess(self, session, about)
