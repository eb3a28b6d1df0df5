"""Oversight: copies of records, periodic reviews, settings under control, the logbook."""

from typing import TYPE_CHECKING

from mi_desktop.basics.late import late
from mi_desktop.oversight.model import (
    Cell,
    Entry,
    EntryKind,
    NextReview,
    Review,
    Section,
    SettingChange,
    plain,
)

if TYPE_CHECKING:
    from mi_desktop.oversight.parcel import CopyReport, verify
    from mi_desktop.oversight.reviews import as_csv
    from mi_desktop.oversight.service import OversightService
else:
    __getattr__ = late(
        __name__,
        CopyReport="parcel",
        verify="parcel",
        as_csv="reviews",
        OversightService="service",
    )

__all__ = [
    "Cell",
    "CopyReport",
    "Entry",
    "EntryKind",
    "NextReview",
    "OversightService",
    "Review",
    "Section",
    "SettingChange",
    "as_csv",
    "plain",
    "verify",
]
