"""The tables of going out, and their queries."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from mi_desktop.basics.words import Words
from mi_desktop.dispatch.errors import BatchMissing, EmailMissing
from mi_desktop.dispatch.model import Batch, BatchItem, BatchState, Email, EmailState
from mi_desktop.storage import Code, Table, Versioned


class ItemRow(Versioned, Table):
    """A letter in a batch."""

    __tablename__ = "print_item"

    batch_id: Mapped[Code] = mapped_column(ForeignKey("print_batch.id"), primary_key=True)
    letter_id: Mapped[Code] = mapped_column(primary_key=True, index=True)
    position: Mapped[int]
    reference: Mapped[Code]
    postcode: Mapped[str]
    city: Mapped[str]
    country: Mapped[Code]
    pages: Mapped[int]
    sheets: Mapped[int]
    sha256: Mapped[Code]
    done: Mapped[bool]
    prints: Mapped[int]
    taken_out: Mapped[bool]


class BatchRow(Versioned, Table):
    """A print run; the printer's words may hold anything, so they are audited as a digest."""

    __tablename__ = "print_batch"

    id: Mapped[Code] = mapped_column(primary_key=True)
    number: Mapped[Code] = mapped_column(unique=True)
    made_at: Mapped[datetime]
    made_by: Mapped[str]
    printer: Mapped[Code]
    state: Mapped[Code]
    job: Mapped[Code]
    problem: Mapped[dict[str, Any] | None]
    posted_at: Mapped[datetime | None]
    items: Mapped[list[ItemRow]] = relationship(order_by=ItemRow.position, lazy="selectin")


class EmailRow(Versioned, Table):
    """A letter in the e-mail queue; address and server's words are audited as digests."""

    __tablename__ = "email_queue"

    id: Mapped[Code] = mapped_column(primary_key=True)
    letter_id: Mapped[Code] = mapped_column(unique=True)
    reference: Mapped[Code]
    recipient: Mapped[str]
    subject: Mapped[Code]
    state: Mapped[Code] = mapped_column(index=True)
    attempts: Mapped[int]
    problem: Mapped[dict[str, Any] | None]
    message_id: Mapped[Code] = mapped_column(unique=True)
    queued_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    receipt: Mapped[str]


def add_batch(session: Session, batch: Batch) -> None:
    """Enters a batch with its letters."""
    session.add(
        BatchRow(
            id=batch.id,
            number=batch.number,
            made_at=batch.made_at,
            made_by=batch.made_by,
            printer=batch.printer,
            state=batch.state.value,
            job=batch.job,
            items=[ItemRow(**vars(item)) for item in batch.items],
        )
    )


def batches(session: Session) -> list[Batch]:
    """Every batch, the newest first."""
    rows = session.scalars(select(BatchRow).order_by(BatchRow.made_at.desc(), BatchRow.id.desc()))
    return [to_batch(row) for row in rows]


def batch_row(session: Session, batch_id: str) -> BatchRow:
    """The row of one batch, to be changed in its session.

    Raises:
        BatchMissing: no such id.
    """
    row = session.get(BatchRow, batch_id)
    if row is None:
        raise BatchMissing
    return row


def item_row(row: BatchRow, letter_id: str) -> ItemRow:
    """The row of one letter that goes with the batch.

    Raises:
        BatchMissing: the letter is not in it, or was taken out.
    """
    found = next((i for i in row.items if i.letter_id == letter_id and not i.taken_out), None)
    if found is None:
        raise BatchMissing
    return found


def unknown_batches(session: Session) -> list[BatchRow]:
    """Batches that were begun and have no job yet."""
    begun = (BatchRow.state == BatchState.PRINTING.value, BatchRow.job == "")
    return list(session.scalars(select(BatchRow).where(*begun)))


def batches_holding(session: Session, letter_ids: Iterable[str]) -> dict[str, str]:
    """Letter to the number of the batch that it goes with, open or posted."""
    query = (
        select(ItemRow.letter_id, BatchRow.number)
        .join(BatchRow, BatchRow.id == ItemRow.batch_id)
        .where(ItemRow.letter_id.in_(list(letter_ids)), ItemRow.taken_out.is_(False))
    )
    return dict(iter(session.execute(query)))


def emails_of(session: Session, letter_ids: Iterable[str]) -> dict[str, Email]:
    """Letter to its e-mail."""
    query = select(EmailRow).where(EmailRow.letter_id.in_(list(letter_ids)))
    return {row.letter_id: to_email(row) for row in session.scalars(query)}


def add_email(session: Session, email: Email) -> None:
    """Enters an e-mail."""
    session.add(
        EmailRow(
            id=email.id,
            letter_id=email.letter_id,
            reference=email.reference,
            recipient=email.to,
            subject=email.subject,
            state=email.state.value,
            attempts=email.attempts,
            message_id=email.message_id,
            queued_at=email.queued_at,
            receipt="",
        )
    )


def emails(session: Session, state: EmailState | None = None) -> list[Email]:
    """The queue, in the order of queueing."""
    return [to_email(row) for row in email_rows(session, state)]


def email_rows(session: Session, state: EmailState | None) -> list[EmailRow]:
    """The queue's rows, to be changed in their session."""
    query = select(EmailRow).order_by(EmailRow.queued_at, EmailRow.id)
    if state is not None:
        query = query.where(EmailRow.state == state.value)
    return list(session.scalars(query))


def email_row(session: Session, email_id: str) -> EmailRow:
    """The row of one e-mail.

    Raises:
        EmailMissing: no such id.
    """
    row = session.get(EmailRow, email_id)
    if row is None:
        raise EmailMissing
    return row


def to_batch(row: BatchRow) -> Batch:
    """A row as the noun."""
    why = _words(row.problem)
    return Batch(
        id=row.id,
        number=row.number,
        made_at=row.made_at,
        printer=row.printer,
        state=BatchState(row.state),
        job=row.job,
        problem=str(why or ""),
        items=tuple(_item(i) for i in row.items),
        made_by=row.made_by,
        why=why,
        posted_at=row.posted_at,
    )


def to_email(row: EmailRow) -> Email:
    """A row as the noun."""
    why = _words(row.problem)
    return Email(
        id=row.id,
        letter_id=row.letter_id,
        reference=row.reference,
        to=row.recipient,
        subject=row.subject,
        state=EmailState(row.state),
        attempts=row.attempts,
        problem=str(why or ""),
        message_id=row.message_id,
        queued_at=row.queued_at,
        sent_at=row.sent_at,
        why=why,
        receipt=row.receipt,
    )


def told(words: Words) -> dict[str, Any]:
    """Words as the `problem` columns keep them."""
    return {"template": words.template, "facts": words.facts}


def _words(kept: dict[str, Any] | None) -> Words | None:
    return Words(kept["template"], kept["facts"]) if kept else None


def _item(row: ItemRow) -> BatchItem:
    return BatchItem(**{name: getattr(row, name) for name in BatchItem.__dataclass_fields__})
