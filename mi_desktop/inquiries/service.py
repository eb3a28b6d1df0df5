"""Someone asked something: registering, linking, coding, finding."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from mi_desktop.basics.ids import new_id
from mi_desktop.catalogue import masked
from mi_desktop.inquiries import store
from mi_desktop.inquiries.clocks import ANSWER_DAYS, clocks, due_after
from mi_desktop.inquiries.drafts import Drafts
from mi_desktop.inquiries.errors import AlreadyFiled, NoQuestion, NotAnswered, WrongOrder
from mi_desktop.inquiries.model import (
    Clock,
    Closing,
    ClosingReason,
    Inquiry,
    InquiryDraft,
    InquiryLine,
    NewQuestion,
    Question,
    Requester,
    Status,
)
from mi_desktop.inquiries.restricting import restricted_of
from mi_desktop.intake import Channel, MailPiece
from mi_desktop.people import Action, User, changed_by
from mi_desktop.storage import Found, next_number
from mi_desktop.storage.errors import RecordMissing

KIND = "inquiry"
_ORDER = list(Status)


class InquiryService(Drafts):
    """The office's inquiries."""

    def register(
        self, user: User, piece_id: str | None, draft: InquiryDraft, channel: Channel | None = None
    ) -> Inquiry:
        """Makes an inquiry of a piece (or of a conversation, where `piece_id` is None).

        Raises:
            NotPermitted: the user's roles do not allow it.
            NoQuestion: no question in the requester's words.
            AlreadyFiled: the piece belongs to an inquiry.
        """
        user.must(Action.REGISTER)
        if not any(q.verbatim.strip() for q in draft.questions):
            raise NoQuestion
        piece = self._intake.piece(piece_id) if piece_id else None
        now = self._office.database.clock()
        received = piece.received_at if piece else now
        with self._office.database.write(user.id, "inquiries.register") as session:
            if piece:
                self._refuse_filed(session, piece)
            inquiry = Inquiry(
                id=new_id(),
                number=self._next_number(session, received),
                status=Status.REGISTERED,
                channel=channel or (piece.channel if piece else Channel.HAND),
                received_at=received,
                first_aware_at=received,
                registered_at=now,
                owner=user.id,
                language=draft.language,
                requester=draft.requester,
                questions=_numbered(draft.questions),
                piece_ids=(),
                version=1,
            )
            store.add(session, inquiry)
            if piece:
                self._file(session, piece, inquiry.id)
            self._index(session, inquiry)
        return self.inquiry(inquiry.id)

    def link(self, user: User, piece_id: str, inquiry_id: str) -> Inquiry:
        """Files a piece under an inquiry that exists; an answered one is open again.

        Raises:
            AlreadyFiled: the piece belongs to an inquiry.
        """
        user.must(Action.REGISTER)
        piece = self._intake.piece(piece_id)
        with self._office.database.write(user.id, "inquiries.link") as session:
            row = self._row(session, inquiry_id)
            self._refuse_filed(session, piece)
            self._file(session, piece, inquiry_id)
            if row.status != Status.REGISTERED:
                self.advance(session, inquiry_id, Status.IN_PROGRESS)
        return self.inquiry(inquiry_id)

    def unlink(self, user: User, piece_id: str, reason: str) -> None:
        """Takes a piece out of its inquiry; it lies in the tray again."""
        user.must(Action.REGISTER)
        with self._office.database.write(user.id, "inquiries.unlink", reason) as session:
            filed = session.get(store.FiledRow, piece_id)
            if filed:
                session.delete(filed)
                self._intake.unfile(session, piece_id)

    def inquiry(self, inquiry_id: str) -> Inquiry:
        """One inquiry.

        Raises:
            RecordMissing: no such id.
        """
        with self._office.database.read() as session:
            return store.to_inquiry(self._row(session, inquiry_id))

    def by_number(self, number: str) -> Inquiry:
        """The inquiry with this number.

        Raises:
            RecordMissing: no such number.
        """
        with self._office.database.read() as session:
            inquiry = store.by_number(session, number.strip().upper())
        if inquiry is None:
            raise RecordMissing(kind="inquiry", key=number)
        return inquiry

    def of_piece(self, piece_id: str) -> Inquiry | None:
        """The inquiry that a piece belongs to, None while it lies in the tray."""
        with self._office.database.read() as session:
            return store.of_piece(session, piece_id)

    def inquiries(
        self, text: str = "", status: Status | None = None, limit: int = 200
    ) -> list[InquiryLine]:
        """Inquiries for a list, the latest received first; `text` narrows as one types."""
        with self._office.database.read() as session:
            ids = None
            if text.strip():
                ids = [f.ref for f in self._office.index.find(session, text, (KIND,), limit)]
            found = store.page(session, ids, status, limit)
            restricted = restricted_of(session, [i.id for i in found])
        place = (self._settings.country, self._settings.zone)
        return [self._line(i, place, i.id in restricted) for i in found]

    def _line(self, i: Inquiry, place: tuple[str, str], restricted: bool) -> InquiryLine:
        question = i.questions[0].verbatim if i.questions else ""
        return InquiryLine(
            i.id,
            i.number,
            i.status,
            "" if restricted else i.requester.name,
            i.product_id,
            "" if restricted else masked(question),
            i.received_at,
            due_after(i.received_at, ANSWER_DAYS, *place),
            i.owner,
            restricted,
        )

    def at_work(self, limit: int) -> list[Inquiry]:
        """Inquiries that nobody has approved an answer to yet, the earliest received first."""
        with self._office.database.read() as session:
            return store.at_work(session, limit)

    def change_requester(
        self, user: User, inquiry_id: str, version: int, requester: Requester
    ) -> Inquiry:
        """Corrects who asked.

        Raises:
            ChangedByColleague: somebody changed the inquiry since `version`.
        """
        user.must(Action.REGISTER)
        with self._office.database.write(user.id, "inquiries.change_requester") as session:
            row = self._unchanged(session, inquiry_id, version)
            store.set_requester(row, requester)
            self._reindex(session, row)
        return self.inquiry(inquiry_id)

    def add_question(self, user: User, inquiry_id: str, new: NewQuestion) -> Inquiry:
        """Adds a question with its own verbatim text (UNS-7).

        Raises:
            NoQuestion: the text is empty.
        """
        user.must(Action.REGISTER)
        if not new.verbatim.strip():
            raise NoQuestion
        with self._office.database.write(user.id, "inquiries.add_question") as session:
            row = self._row(session, inquiry_id)
            store.add_question(session, inquiry_id, _question(len(row.questions) + 1, new))
            session.flush()
            session.refresh(row)
            self._reindex(session, row)
        return self.inquiry(inquiry_id)

    def code_question(
        self, user: User, inquiry_id: str, question_id: str, coding: tuple[str | None, str]
    ) -> Inquiry:
        """Says which product and topic a question is about: `coding` is (product id, topic)."""
        user.must(Action.REGISTER)
        with self._office.database.write(user.id, "inquiries.code_question") as session:
            row = self._row(session, inquiry_id)
            for question in row.questions:
                if question.id == question_id:
                    question.product_id, question.topic = coding
            self._reindex(session, row)
        return self.inquiry(inquiry_id)

    def clocks(self, inquiry_id: str) -> tuple[Clock, ...]:
        """When it must be acknowledged and answered."""
        place = (self._settings.country, self._settings.zone)
        return clocks(self.inquiry(inquiry_id), self._office.database.clock(), place)

    def advance(self, session: Session, inquiry_id: str, status: Status) -> None:
        """Moves an inquiry along its path, in the caller's transaction.

        Closing is no step of it: that waits for the safety gate, see `SafetyService`.

        Raises:
            WrongOrder: a step back, except to work (rejected in review, or opened again).
        """
        row = self._row(session, inquiry_id)
        if status is Status.CLOSED:
            raise WrongOrder(number=row.number, status=row.status, wanted=status.value)
        if row.status == Status.CLOSED and status is Status.IN_PROGRESS:
            self.reopen(session, inquiry_id, "")
            return
        back = _ORDER.index(status) < _ORDER.index(Status(row.status))
        if back and status is not Status.IN_PROGRESS:
            raise WrongOrder(number=row.number, status=row.status, wanted=status.value)
        row.status = status
        if status is Status.DISPATCHED and row.dispatched_at is None:
            row.dispatched_at = self._office.database.clock()

    def close(self, session: Session, inquiry_id: str, reason: ClosingReason, text: str) -> Closing:
        """Closes an inquiry in the caller's transaction, which must have asked the gate.

        Raises:
            WrongOrder: a letter is on its way, or it is closed already.
            NotAnswered: `answered` is said of an inquiry that no letter was sent for.
        """
        row = self._row(session, inquiry_id)
        if row.status in (Status.IN_REVIEW, Status.APPROVED, Status.CLOSED):
            raise WrongOrder(number=row.number, status=row.status, wanted=Status.CLOSED.value)
        if reason is ClosingReason.ANSWERED and row.status != Status.DISPATCHED:
            raise NotAnswered(number=row.number)
        return self._turn(session, row, reason, text)

    def reopen(self, session: Session, inquiry_id: str, text: str) -> Closing:
        """Opens a closed inquiry again, in the caller's transaction; it keeps its number.

        Raises:
            WrongOrder: it is not closed.
        """
        row = self._row(session, inquiry_id)
        if row.status != Status.CLOSED:
            wanted = Status.IN_PROGRESS.value
            raise WrongOrder(number=row.number, status=row.status, wanted=wanted)
        return self._turn(session, row, None, text)

    def closings(self, inquiry_id: str) -> list[Closing]:
        """Every closing and opening of an inquiry, the first one first."""
        with self._office.database.read() as session:
            return store.closings(session, inquiry_id)

    def _turn(
        self, session: Session, row: store.InquiryRow, reason: ClosingReason | None, text: str
    ) -> Closing:
        """Closes or opens; one closed after its answer went out is answered again once opened."""
        deed = session.info["deed"]
        before = Status(row.status)
        closing = Closing(reason is None, reason, text.strip(), deed.at, deed.by, before)
        store.add_closing(session, row.id, closing)
        row.status = Status.CLOSED if reason else Status.IN_PROGRESS
        return closing

    def search(self, text: str, kinds: tuple[str, ...] = (), limit: int = 50) -> list[Found]:
        """Mail, inquiries, letters and standard responses that hold the words, best first.

        Identity numbers are hidden in what is shown of them (GD-07).
        """
        with self._office.database.read() as session:
            found = self._office.index.find(session, text, kinds, limit)
        return [replace(f, title=masked(f.title), snippet=masked(f.snippet)) for f in found]

    def _next_number(self, session: Session, received: datetime) -> str:
        year = received.astimezone(ZoneInfo(self._settings.zone)).year
        name = f"MI-{self._settings.site}-{year}"
        return f"{name}-{next_number(session, name):05d}"

    def _row(self, session: Session, inquiry_id: str) -> store.InquiryRow:
        row = store.row_of(session, inquiry_id)
        if row is None:
            raise RecordMissing(kind="inquiry", key=inquiry_id)
        return row

    def _unchanged(self, session: Session, inquiry_id: str, version: int) -> store.InquiryRow:
        row = self._row(session, inquiry_id)
        if row.version != version:
            raise changed_by(session, row.__tablename__, inquiry_id)
        return row

    def _refuse_filed(self, session: Session, piece: MailPiece) -> None:
        inquiry = store.of_piece(session, piece.id)
        if inquiry:
            raise AlreadyFiled(piece=piece.number, number=inquiry.number)

    def _file(self, session: Session, piece: MailPiece, inquiry_id: str) -> None:
        at: datetime = self._office.database.clock()
        session.add(store.FiledRow(piece_id=piece.id, inquiry_id=inquiry_id, at=at))
        self._intake.file(session, piece.id)

    def _reindex(self, session: Session, row: store.InquiryRow) -> None:
        self._index(session, store.to_inquiry(row))

    def _index(self, session: Session, inquiry: Inquiry) -> None:
        who = inquiry.requester
        body = "\n".join(
            [
                *(q.verbatim for q in inquiry.questions),
                *(self._product_name(q.product_id) for q in inquiry.questions),
                who.organisation,
                who.city,
                who.email,
            ]
        )
        title = f"{inquiry.number} {who.name}".strip()
        self._office.index.put(session, KIND, inquiry.id, (title, body), inquiry.language)

    def _product_name(self, product_id: str | None) -> str:
        return self._catalogue.product(product_id).brand if product_id else ""


def _question(position: int, new: NewQuestion) -> Question:
    return Question(
        new_id(), position, new.verbatim, new.language, new.product_id, new.topic, new.evidence
    )


def _numbered(questions: tuple[NewQuestion, ...]) -> tuple[Question, ...]:
    asked = [q for q in questions if q.verbatim.strip()]
    return tuple(_question(position, new) for position, new in enumerate(asked, start=1))
