"""What a hand-off asks for after it was handed over: sending again, questions, answers, closing."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from mi_desktop.inquiries import Pace
from mi_desktop.safety import HandOff, HandOffState
from mi_desktop.ui.inquiry.stages import handoff_pace
from mi_desktop.ui.words import moment, say, tr

_WAITS = (HandOffState.QUEUED, HandOffState.SEND_FAILED)


class FurtherSteps(QWidget):
    """Fields and buttons that fit the hand-off's state; nothing for a draft.

    Attributes:
        wanted: a call that takes the safety service and the user.
    """

    wanted = Signal(object)

    def __init__(self, handoff: HandOff, late: bool) -> None:
        super().__init__()
        self._id = handoff.id
        self.text = QLineEdit()
        self.who = QLineEdit()
        self.buttons: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        if handoff.state in _WAITS:
            self._offer_sending(handoff, late)
        elif handoff.state is HandOffState.QUERIED:
            self._offer_answer()
        elif handoff.state in {HandOffState.SENT, HandOffState.ACKNOWLEDGED}:
            self._offer_question(handoff)
        self.setVisible(handoff.state not in {HandOffState.DRAFT, HandOffState.CLOSED})

    def _offer_sending(self, handoff: HandOff, late: bool) -> None:
        if late and handoff.late is None:
            self._field(self.text, tr("Why it is late, in words"))
        row = self._row()
        if handoff.state is HandOffState.SEND_FAILED:
            self._button(
                row, tr("Try again"), lambda s, u: s.transmission.retry(u, self._id), main=True
            )
        self._button(
            row,
            tr("Handed over on paper"),
            lambda s, u: s.transmission.by_hand(u, self._id, self._said(self.text)),
        )

    def _offer_question(self, handoff: HandOff) -> None:
        asking = QHBoxLayout()
        self._column.addLayout(asking)
        self._field(self.who, tr("Who asks"), asking, 2)
        self._field(self.text, tr("What they ask"), asking, 3)
        row = self._row()
        self._button(
            row,
            tr("Note the question"),
            lambda s, u: s.transmission.ask(u, self._id, self._said(self.who),
                                            self._said(self.text)),
        )  # fmt: skip
        if handoff.state is HandOffState.ACKNOWLEDGED:
            self._button(row, tr("Close"), lambda s, u: s.transmission.close(u, self._id))

    def _offer_answer(self) -> None:
        self._field(self.text, tr("What was answered"))
        self._button(
            self._row(),
            tr("Note the answer"),
            lambda s, u: s.transmission.answer(u, self._id, self._said(self.text)),
            main=True,
        )
        self.text.returnPressed.connect(self.buttons[-1].click)

    def _field(
        self, field: QLineEdit, name: str, row: QHBoxLayout | None = None, share: int = 0
    ) -> None:
        field.setPlaceholderText(name)
        field.setAccessibleName(name)
        (row or self._column).addWidget(field, share)

    def _row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        self._column.addLayout(row)
        return row

    def _button(
        self, row: QHBoxLayout, text: str, call: Callable[..., object], main: bool = False
    ) -> None:
        button = QPushButton(text)
        button.setAccessibleName(text)
        button.setProperty("main", main)
        button.clicked.connect(lambda *_: self.wanted.emit(call))
        row.insertWidget(row.count() - 1, button)
        self.buttons.append(button)

    @staticmethod
    def _said(field: QLineEdit) -> str:
        return field.text().strip()


def state_words(handoff: HandOff, now: datetime) -> str:
    """Where the hand-off is; sent is not received (HO-2)."""
    match handoff.state:
        case HandOffState.DRAFT:
            return _draft_words(handoff, now)
        case HandOffState.QUEUED:
            why = say(handoff.problem) if handoff.problem else ""
            return f"{tr('Frozen; it goes by itself when its way is open.')} {why}".strip()
        case HandOffState.SEND_FAILED:
            why = say(handoff.problem) if handoff.problem else ""
            return tr("It could not be sent. {why}", why=why)
        case HandOffState.SENT:
            return tr("Handed over {at}; nobody has acknowledged it", at=moment(handoff.sent_at))
        case HandOffState.QUERIED:
            return tr("They ask: {question}", question=handoff.question)
        case HandOffState.CLOSED if handoff.acknowledged_at is None:
            return tr("Closed: nothing is left to report")
    at, whom = moment(handoff.acknowledged_at), handoff.acknowledged_by
    if handoff.reference:
        return tr(
            "Acknowledged {at} by {whom} as {reference}",
            at=at,
            whom=whom,
            reference=handoff.reference,
        )
    return tr("Acknowledged {at} by {whom}", at=at, whom=whom)


def _draft_words(handoff: HandOff, now: datetime) -> str:
    due = moment(handoff.due)
    if handoff_pace(handoff.due, now) is Pace.LATE:
        return tr("Not handed over; late since {at}", at=due)
    return tr("Not handed over; due by {at}", at=due)
