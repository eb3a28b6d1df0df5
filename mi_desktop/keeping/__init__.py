"""What is kept and what goes: backups, retention and legal hold, requests about personal data."""

from typing import TYPE_CHECKING

from mi_desktop.basics.late import late
from mi_desktop.keeping.model import (
    BackupState,
    Drill,
    Footprint,
    Hold,
    Kept,
    Papers,
    Person,
    Request,
    RequestKind,
    RetentionClass,
    Run,
    RunKind,
    RunState,
    Standing,
    Subject,
    Way,
)

if TYPE_CHECKING:
    from mi_desktop.keeping.arriving import Arrival, lists_beside, settle
    from mi_desktop.keeping.backups import as_json
    from mi_desktop.keeping.service import KeepingService
    from mi_desktop.storage.backup import BackupReport
else:
    __getattr__ = late(
        __name__,
        Arrival="arriving",
        lists_beside="arriving",
        settle="arriving",
        as_json="backups",
        BackupReport="backups",
        KeepingService="service",
    )

__all__ = [
    "Arrival",
    "BackupReport",
    "BackupState",
    "Drill",
    "Footprint",
    "Hold",
    "KeepingService",
    "Kept",
    "Papers",
    "Person",
    "Request",
    "RequestKind",
    "RetentionClass",
    "Run",
    "RunKind",
    "RunState",
    "Standing",
    "Subject",
    "Way",
    "as_json",
    "lists_beside",
    "settle",
]
