"""Was anyone harmed, was the product faulty: checklist, gate, marks, hand-off."""

from typing import TYPE_CHECKING

from mi_desktop.basics.late import late
from mi_desktop.safety.board import BoardLine, Task
from mi_desktop.safety.channels import Ways
from mi_desktop.safety.model import (
    Answer,
    Assessment,
    Checklist,
    ChecklistQuestion,
    Criterion,
    Gate,
    Given,
    HandOff,
    HandOffKind,
    HandOffState,
    Lateness,
    LateReason,
    Mark,
    Marked,
    MarkKind,
    Missing,
    OpenChecklist,
)
from mi_desktop.safety.reconciling import (
    Cause,
    Difference,
    Field,
    Line,
    Order,
    Reading,
    Result,
    Run,
)
from mi_desktop.safety.tracking import (
    Change,
    Consent,
    ConsentState,
    FollowUp,
    FollowUpState,
    Reread,
    Rereading,
    Sample,
    Transmission,
    Trip,
    Way,
    Whom,
)

if TYPE_CHECKING:
    from mi_desktop.safety.assistant import mark_text, region
    from mi_desktop.safety.checklists import versions as checklist_versions
    from mi_desktop.safety.gate import forwards, unready
    from mi_desktop.safety.lists import headings_of, read_list, recognised
    from mi_desktop.safety.service import SafetyService
else:
    __getattr__ = late(
        __name__,
        mark_text="assistant",
        region="assistant",
        checklist_versions="checklists:versions",
        forwards="gate",
        unready="gate",
        headings_of="lists",  # reads workbooks, with a library of its own
        read_list="lists",
        recognised="lists",
        SafetyService="service",
    )

__all__ = [
    "Answer",
    "Assessment",
    "BoardLine",
    "Cause",
    "Change",
    "Checklist",
    "ChecklistQuestion",
    "Consent",
    "ConsentState",
    "Criterion",
    "Difference",
    "Field",
    "FollowUp",
    "FollowUpState",
    "Gate",
    "Given",
    "HandOff",
    "HandOffKind",
    "HandOffState",
    "LateReason",
    "Lateness",
    "Line",
    "Mark",
    "MarkKind",
    "Marked",
    "Missing",
    "OpenChecklist",
    "Order",
    "Reading",
    "Reread",
    "Rereading",
    "Result",
    "Run",
    "SafetyService",
    "Sample",
    "Task",
    "Transmission",
    "Trip",
    "Way",
    "Ways",
    "Whom",
    "checklist_versions",
    "forwards",
    "headings_of",
    "mark_text",
    "read_list",
    "recognised",
    "region",
    "unready",
]
