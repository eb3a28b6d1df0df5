"""The nouns of going out: print batches, the e-mail queue, proof."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mi_desktop.basics.words import Words

PDF_FILES = "pdf"
"""The name that stands for PDF files in a folder, where a printer is named."""


class BatchState(StrEnum):
    """Where a print batch is."""

    PRINTING = "printing"
    PRINTED = "printed"
    FAILED = "failed"
    POSTED = "posted"


@dataclass(frozen=True)
class BatchItem:
    """One letter in a batch, in postal order.

    Attributes:
        position: from 1.
        sheets: of paper.
        sha256: hex digest of the signed file.
        done: put into its envelope and ticked off.
        prints: how many times it was printed.
        taken_out: it does not go with this batch after all.
    """

    letter_id: str
    reference: str
    position: int
    postcode: str
    city: str
    country: str
    pages: int
    sheets: int
    sha256: str
    done: bool = False
    prints: int = 1
    taken_out: bool = False


@dataclass(frozen=True)
class Batch:
    """A print run.

    Attributes:
        number: `B-2026-00003`, gap-free in a year.
        made_at: UTC.
        printer: queue name, or `pdf` for files.
        job: the print system's own ids, with blanks between; "" where it has none yet.
        problem: what went wrong, in the printer's words; "" where nothing.
        made_by: full name.
        why: `problem` as a template, fit to be translated; None where nothing went wrong.
        posted_at: UTC; None until it was posted.
    """

    id: str
    number: str
    made_at: datetime
    printer: str
    state: BatchState
    job: str
    problem: str
    items: tuple[BatchItem, ...]
    made_by: str = ""
    why: Words | None = None
    posted_at: datetime | None = None

    @property
    def going(self) -> tuple[BatchItem, ...]:
        """The letters that go with this batch: all but those taken out."""
        return tuple(item for item in self.items if not item.taken_out)

    @property
    def known(self) -> bool:
        """False where nobody here can say whether the batch came out of the printer."""
        return not (self.state is BatchState.PRINTING and self.why is not None and not self.job)


class EmailState(StrEnum):
    """Where an e-mail is."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"


@dataclass(frozen=True)
class Email:
    """A letter in the e-mail queue.

    Attributes:
        to: address.
        attempts: how often it was tried.
        problem: the server's last words; "" where none.
        queued_at: UTC.
        sent_at: UTC, when the server took it.
        message_id: the header, fixed when it is queued, so that a repeat is known as one.
        why: `problem` as a template, fit to be translated; None where there is none.
        receipt: the server's words when it took the e-mail.
    """

    id: str
    letter_id: str
    reference: str
    to: str
    subject: str
    state: EmailState
    attempts: int
    problem: str
    message_id: str
    queued_at: datetime
    sent_at: datetime | None = None
    why: Words | None = None
    receipt: str = ""


@dataclass(frozen=True)
class Printer:
    """A print queue and whether it takes jobs."""

    name: str
    ready: bool
    words: str


class JobState(StrEnum):
    """What the print system says about a batch's jobs."""

    OUT = "out"
    """None is in the queue any more: printed, or taken away by hand at the printer."""
    WAITING = "waiting"
    """At least one is still in the queue."""
    LOST = "lost"
    """The queue is gone, and the jobs with it."""


@dataclass(frozen=True)
class Document:
    """A file on its way to a printer; its name shows in the print queue: no personal data."""

    name: str
    data: bytes
