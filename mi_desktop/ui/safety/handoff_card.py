"""One hand-off: its clock, handing it over, and who confirmed it."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from mi_desktop.safety import HandOff, HandOffState, LateReason
from mi_desktop.ui.inquiry.stages import handoff_pace
from mi_desktop.ui.labels import PACE_TONES, heading, label
from mi_desktop.ui.safety.further_steps import FurtherSteps, state_words
from mi_desktop.ui.words import shown, tr


@dataclass(frozen=True)
class Handing:
    """A hand-off about to be handed over; a late one says why."""

    handoff_id: str
    reason: str
    code: LateReason


class HandOffCard(QFrame):
    """Shows a hand-off and what is to be done with it.

    Attributes:
        handed: a `Handing`.
        acknowledged: the id and who confirmed it.
        sheet_asked: the hand-off whose sheet should be shown.
        case_asked: the id of the hand-off whose case should be filled in.
        wanted: a call that takes the safety service and the user.
    """

    handed = Signal(object)
    acknowledged = Signal(str, str)
    sheet_asked = Signal(object)
    case_asked = Signal(str)
    wanted = Signal(object)

    def __init__(self, handoff: HandOff, now: datetime) -> None:
        super().__init__()
        self.handoff = handoff
        self._late = now > handoff.due
        self.why = QComboBox()
        self.reason = QLineEdit()
        self.by_whom = QLineEdit()
        self.main = QPushButton()
        self.sheet = QPushButton(tr("Show the sheet"))
        self.sheet.setAccessibleName(tr("Show the sheet of {number}", number=handoff.number))
        self.case = QPushButton(tr("Fill in the case"))
        self.case.setAccessibleName(tr("Fill in the case {number}", number=handoff.number))
        self.case.clicked.connect(lambda: self.case_asked.emit(handoff.id))
        self.sheet.clicked.connect(lambda: self.sheet_asked.emit(handoff))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(6)
        kind = shown(handoff.kind)
        title = tr("{number} to {department}", number=handoff.number, department=kind)
        column.addWidget(heading(title))
        running = handoff.state is HandOffState.DRAFT
        tone = PACE_TONES[handoff_pace(handoff.due, now)] if running else ""
        self.words = label(state_words(handoff, now), tone)
        column.addWidget(self.words)
        if handoff.state is HandOffState.DRAFT:
            self._offer_handing(column)
        elif handoff.state is HandOffState.SENT:
            self._offer_acknowledging(column)
        self.further = FurtherSteps(handoff, self._late)
        self.further.wanted.connect(self.wanted)
        column.addWidget(self.further)
        buttons = QHBoxLayout()
        buttons.addWidget(self.main)
        buttons.addWidget(self.case)
        buttons.addWidget(self.sheet)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self.main.setVisible(handoff.state in {HandOffState.DRAFT, HandOffState.SENT})

    def _offer_handing(self, column: QVBoxLayout) -> None:
        if self._late:
            for reason in LateReason:
                self.why.addItem(shown(reason), reason)
            self.why.setAccessibleName(tr("Why it is late"))
            self.reason.setPlaceholderText(tr("Why it is late, in words"))
            self.reason.setAccessibleName(tr("Why it is late, in words"))
            self.reason.textChanged.connect(lambda text: self.main.setEnabled(bool(text.strip())))
            self.reason.returnPressed.connect(self.main.click)
            column.addWidget(self.why)
            column.addWidget(self.reason)
        self.main.setText(tr("Hand over"))
        self.main.setAccessibleName(tr("Hand over {number}", number=self.handoff.number))
        self.main.setProperty("main", True)
        self.main.setEnabled(not self._late)
        self.main.clicked.connect(self._hand)

    def _offer_acknowledging(self, column: QVBoxLayout) -> None:
        self.by_whom.setPlaceholderText(tr("Who confirmed it"))
        self.by_whom.setAccessibleName(tr("Who confirmed {number}", number=self.handoff.number))
        self.by_whom.textChanged.connect(lambda text: self.main.setEnabled(bool(text.strip())))
        self.by_whom.returnPressed.connect(self.main.click)
        column.addWidget(self.by_whom)
        self.main.setText(tr("Acknowledged"))
        self.main.setAccessibleName(tr("{number} was acknowledged", number=self.handoff.number))
        self.main.setEnabled(False)
        self.main.clicked.connect(
            lambda: self.acknowledged.emit(self.handoff.id, self.by_whom.text().strip())
        )

    def _hand(self) -> None:
        code = LateReason(self.why.currentData()) if self._late else LateReason.OTHER
        self.handed.emit(Handing(self.handoff.id, self.reason.text().strip(), code))
