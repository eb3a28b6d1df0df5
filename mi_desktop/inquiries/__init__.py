"""Someone asked something: requester, questions, status, clocks, search."""

from typing import TYPE_CHECKING

from mi_desktop.basics.late import late
from mi_desktop.inquiries.model import (
    Clock,
    Closing,
    ClosingReason,
    Inquiry,
    InquiryDraft,
    InquiryLine,
    NewQuestion,
    Pace,
    Question,
    Reason,
    Requester,
    RequesterType,
    Status,
    Suggestion,
)

if TYPE_CHECKING:
    from mi_desktop.inquiries.restricting import Restriction, RestrictionRow, restricted_of
    from mi_desktop.inquiries.service import InquiryService
    from mi_desktop.storage import Found
else:
    __getattr__ = late(
        __name__,
        InquiryService="service",
        Restriction="restricting",
        RestrictionRow="restricting",
        restricted_of="restricting",
        Found="service",
    )

__all__ = [
    "Clock",
    "Closing",
    "ClosingReason",
    "Found",
    "Inquiry",
    "InquiryDraft",
    "InquiryLine",
    "InquiryService",
    "NewQuestion",
    "Pace",
    "Question",
    "Reason",
    "Requester",
    "RequesterType",
    "Restriction",
    "RestrictionRow",
    "Status",
    "Suggestion",
    "restricted_of",
]
