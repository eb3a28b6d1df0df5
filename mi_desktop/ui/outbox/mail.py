"""Letters that go by e-mail: to be queued, waiting, sent, refused; each in words."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mi_desktop.dispatch import Email, EmailState
from mi_desktop.letters import Draft
from mi_desktop.ui.labels import heading, label, set_tone
from mi_desktop.ui.records_table import Column, RecordsTable
from mi_desktop.ui.states import States
from mi_desktop.ui.words import moment, say, shown, tr

FIRST = (EmailState.REFUSED, EmailState.WAITING, EmailState.SENDING, EmailState.SENT)


class EmailPanel(QWidget):
    """The queue, and signed letters that are not in it yet.

    Attributes:
        picked: another line is in hand.
    """

    picked = Signal()

    def __init__(self, tools: Sequence[QWidget], queue: QWidget, menu: list[QAction]) -> None:
        super().__init__()
        self.words = label(size="large")
        self.queued = RecordsTable(tr("E-mail"), _email_columns(), lambda m: m.id)
        self.queued.addActions(menu)
        self.queued.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.states = States(self.queued)
        self.unqueued = RecordsTable(
            tr("Signed, not in the queue yet"), _draft_columns(), lambda d: d.id
        )
        self._unqueued = QWidget()
        below = QVBoxLayout(self._unqueued)
        below.setContentsMargins(0, 8, 0, 0)
        below.setSpacing(8)
        below.addWidget(heading(tr("Signed, not in the queue yet")))
        below.addWidget(self.unqueued, 1)
        below.addWidget(queue, alignment=Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        top = QHBoxLayout()
        top.addWidget(self.words, 1)
        for tool in tools:
            top.addWidget(tool)
        column.addLayout(top)
        column.addWidget(self.states, 3)
        column.addWidget(self._unqueued, 2)
        self.queued.picked.connect(lambda _: self.picked.emit())
        self.unqueued.picked.connect(lambda _: self.picked.emit())

    def show_queue(self, emails: list[Email], unqueued: list[Draft], busy: bool) -> None:
        """Shows the queue: what needs an eye first."""
        self.queued.show_rows(sorted(emails, key=lambda m: FIRST.index(m.state)))
        self.unqueued.show_rows(unqueued)
        self._unqueued.setVisible(bool(unqueued))
        if emails:
            self.states.show_content()
        else:
            self.states.say(
                tr("No e-mail was queued yet"),
                tr("A signed letter that goes by e-mail can be put into the queue."),
            )
        self._say(emails, busy)
        self.picked.emit()

    def email(self) -> Email | None:
        """The e-mail in hand."""
        found = self.queued.current()
        return found if isinstance(found, Email) else None

    def draft(self) -> Draft | None:
        """The letter in hand that is not in the queue."""
        found = self.unqueued.current()
        return found if isinstance(found, Draft) else None

    def _say(self, emails: list[Email], busy: bool) -> None:
        waiting = [m for m in emails if m.state is EmailState.WAITING]
        refused = sum(m.state is EmailState.REFUSED for m in emails)
        set_tone(self.words, "look" if refused or any(m.attempts for m in waiting) else "")
        self.words.setText(_summary(waiting, refused, busy))


def _summary(waiting: list[Email], refused: int, busy: bool) -> str:
    if busy:
        return tr("Sending…")
    if any(m.attempts for m in waiting):
        said = tr("Offline: {count} waiting, nothing is lost", count=len(waiting))
    elif waiting:
        said = tr("{count} waiting to be sent", count=len(waiting))
    else:
        said = tr("Nothing waits")
    return f"{said} · " + tr("{count} refused", count=refused) if refused else said


def _problem(email: Email) -> str:
    return say(email.why) if email.why else email.problem


def _email_columns() -> list[Column]:
    return [
        Column(
            tr("State"),
            lambda m: shown(m.state),
            lambda m: FIRST.index(m.state),
            lambda m: "harm" if m.state is EmailState.REFUSED else "",
        ),
        Column(tr("Reference"), lambda m: m.reference),
        Column(tr("To"), lambda m: m.to),
        Column(tr("What the server said"), _problem, stretch=True),
        Column(tr("Attempts"), lambda m: str(m.attempts), lambda m: m.attempts, right=True),
        Column(tr("Queued"), lambda m: moment(m.queued_at), lambda m: m.queued_at, right=True),
        Column(
            tr("Sent"),
            lambda m: moment(m.sent_at),
            lambda m: m.sent_at.timestamp() if m.sent_at else 0.0,
            right=True,
        ),
    ]


def _draft_columns() -> list[Column]:
    return [
        Column(tr("Reference"), lambda d: d.reference),
        Column(
            tr("To"),
            lambda d: d.recipient.email or tr("no address"),
            stretch=True,
            tone=lambda d: "" if d.recipient.email else "harm",
        ),
    ]
