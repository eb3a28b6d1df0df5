"""What waits for safety: inquiries whose gate is shut, and hand-offs on their way."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mi_desktop.safety import HandOff, HandOffState, OpenChecklist
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.inquiry.stages import handoff_pace
from mi_desktop.ui.labels import PACE_TONES, heading
from mi_desktop.ui.records_table import Column, RecordsTable
from mi_desktop.ui.safety.further_steps import state_words
from mi_desktop.ui.states import States
from mi_desktop.ui.words import moment, say, tr

if TYPE_CHECKING:
    from mi_desktop.services import Services


ON_THEIR_WAY = (
    HandOffState.DRAFT,
    HandOffState.SEND_FAILED,
    HandOffState.QUEUED,
    HandOffState.SENT,
    HandOffState.QUERIED,
)


@dataclass(frozen=True)
class Work:
    """Everything that waits, at a moment (UTC)."""

    waiting: list[OpenChecklist]
    handoffs: list[HandOff]
    now: datetime


def look_up(services: "Services") -> Work:
    """The inquiries at work whose gate is shut, and the hand-offs not confirmed."""
    running = [h for state in ON_THEIR_WAY for h in services.safety.handoffs(state)]
    return Work(services.safety.open_work(), running, services.office.database.clock())


class Worklist(QWidget):
    """Two lists; Return opens the checklist.

    Attributes:
        opened: the id of an inquiry.
    """

    opened = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._now: datetime | None = None
        self.table = RecordsTable(
            tr("Checklists that are open"), _inquiry_columns(), lambda w: w.inquiry.id
        )
        self.states = States(self.table)
        self.handoffs = RecordsTable(
            tr("Hand-offs on their way"), self._handoff_columns(), lambda h: h.id
        )
        self.handoff_states = States(self.handoffs)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(heading(tr("Checklists that are open")))
        column.addWidget(self.states, 3)
        column.addWidget(heading(tr("Hand-offs on their way")))
        column.addWidget(self.handoff_states, 2)
        self.table.opened.connect(lambda waiting: self.opened.emit(waiting.inquiry.id))
        self.handoffs.opened.connect(lambda handoff: self.opened.emit(handoff.inquiry_id))
        self.states.say(tr("Looking…"))

    def look_again(self) -> None:
        """Asks what waits."""
        services = self._desk.services
        self._desk.tasks.slow(None, lambda _: look_up(services), self._show)

    def _show(self, work: Work) -> None:
        self._now = work.now
        self.table.show_rows(work.waiting)
        self.handoffs.show_rows(work.handoffs)
        if work.waiting:
            self.states.show_content()
        else:
            self.states.say(
                tr("No checklist is open"), tr("Every inquiry at work has a signed safety answer.")
            )
        if work.handoffs:
            self.handoff_states.show_content()
        else:
            self.handoff_states.say(tr("No hand-off is on its way"))

    def _handoff_columns(self) -> list[Column]:
        return [
            Column(tr("Number"), lambda h: h.number),
            Column(
                tr("State"),
                lambda h: state_words(h, self._now or h.due),
                stretch=True,
                tone=self._tone,
            ),
            Column(tr("Due"), lambda h: moment(h.due), lambda h: h.due, right=True),
        ]

    def _tone(self, handoff: HandOff) -> str:
        if handoff.state is not HandOffState.DRAFT or self._now is None:
            return ""
        return PACE_TONES[handoff_pace(handoff.due, self._now)]


def _inquiry_columns() -> list[Column]:
    return [
        Column(tr("Number"), lambda w: w.inquiry.number),
        Column(tr("Requester"), lambda w: w.inquiry.requester.name),
        Column(tr("What is missing"), lambda w: say(w.gate.sentence), stretch=True),
        Column(
            tr("Received"),
            lambda w: moment(w.inquiry.received_at),
            lambda w: w.inquiry.received_at,
            right=True,
        ),
    ]
