"""Which of our hand-offs an acknowledgement is about, and what it does to it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from mi_desktop.basics.words import Words, words
from mi_desktop.safety.e2b.acknowledgements import REPORT_CODES, Receipt, ReportReceipt

_OURS = re.compile(r"AE-[A-Z]{2}-\d{4}-\d{5}")
_MOST_TEXT = 2000


class Outcome(StrEnum):
    """What became of one line of an acknowledgement."""

    ACKNOWLEDGED = "acknowledged"
    ALREADY = "already acknowledged"
    REJECTED = "rejected"
    UNKNOWN = "unknown"
    UNCLEAR = "unclear"
    FILLED = "put into the case"


@dataclass(frozen=True)
class Matched:
    """One line of an acknowledgement, and what became of it.

    Attributes:
        theirs: the number they name.
        ours: the hand-off's number; "" where none was found.
        words: for a person.
    """

    outcome: Outcome
    theirs: str
    ours: str
    words: Words


def numbers_in(text: str) -> tuple[str, ...]:
    """What may be a number of ours in theirs: the hand-off's own, the whole, its parts."""
    parts = text.split()
    return tuple(dict.fromkeys([*_OURS.findall(text), text.strip(), *reversed(parts)]))


def lines(receipt: Receipt) -> Iterator[ReportReceipt]:
    """Each report's line; a batch that names none is one line with the batch's answer."""
    if receipt.reports:
        yield from receipt.reports
        return
    code = {"AA": "CA", "AR": "CR"}.get(receipt.code, receipt.code)
    yield ReportReceipt(
        receipt.batch,
        receipt.local,
        receipt.receiver,
        receipt.sender,
        receipt.batch_at,
        code,
        receipt.text,
    )


def said(line: ReportReceipt) -> str:
    """Their words on a report, for the record; its code where they said nothing."""
    return (line.text or f"E2B {line.code}")[:_MOST_TEXT]


def unclear(line: ReportReceipt) -> Words | None:
    """Why a line cannot be acted on; None where it can."""
    if not line.number:
        return words("It does not say which report it is about.")
    if line.code not in REPORT_CODES:
        return words("“{code}” is no answer to a report (CA or CR).", code=line.code)
    return None
