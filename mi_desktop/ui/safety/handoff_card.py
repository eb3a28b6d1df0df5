"""One hand-off: its clock, handing it over, and who confirmed it."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from mi_desktop.safety import HandOff, HandOffState, LateReason
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.inquiry.stages import handoff_pace
from mi_desktop.ui.labels import PACE_TONES, heading, label
from mi_desktop.ui.safety.further_steps import FurtherSteps, state_words
from mi_desktop.ui.safety.keeper import Fields, keep_fields
from mi_desktop.ui.words import shown, tr

_NARROW = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


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
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(6)
        kind = shown(handoff.kind)
        column.addWidget(heading(tr("{number} to {department}", number=handoff.number,
                                    department=kind)))  # fmt: skip
        running = handoff.state is HandOffState.DRAFT
        tone = PACE_TONES[handoff_pace(handoff.due, now)] if running else ""
        self.words = label(state_words(handoff, now), tone)
        column.addWidget(self.words)
        self.further = FurtherSteps(handoff, self._late)
        if running:
            column.addLayout(self._offer_handing())
        elif handoff.state is HandOffState.SENT:
            column.addLayout(self._offer_acknowledging())
        column.addWidget(self.further)
        column.addLayout(self._buttons(running))
        self.further.wanted.connect(self.wanted)

    def keep_half_typed(self, desk: Desk) -> None:
        """What is half typed here outlives the card, until it is done."""
        fields: Fields = {"why": self.why, "reason": self.reason, "by_whom": self.by_whom,
                  "who": self.further.who, "text": self.further.text}  # fmt: skip
        name = f"handoff.{self.handoff.id}.{self.handoff.state.value}"
        keeper = keep_fields(desk, self, name, fields)
        for done in (self.handed, self.acknowledged, self.wanted):
            done.connect(keeper.done)

    def _buttons(self, running: bool) -> QHBoxLayout:
        handoff = self.handoff
        self.sheet = QPushButton(tr("Show the sheet"))
        self.sheet.setAccessibleName(tr("Show the sheet of {number}", number=handoff.number))
        self.case = QPushButton(tr("Fill in the case"))
        self.case.setAccessibleName(tr("Fill in the case {number}", number=handoff.number))
        self.case.clicked.connect(lambda: self.case_asked.emit(handoff.id))
        self.sheet.clicked.connect(lambda: self.sheet_asked.emit(handoff))
        row = QHBoxLayout()
        for button in (self.main, self.case, self.sheet) if running else (self.case, self.sheet):
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _offer_handing(self) -> QHBoxLayout:
        row = QHBoxLayout()
        if self._late:
            for reason in LateReason:
                self.why.addItem(shown(reason), reason)
            self.why.setAccessibleName(tr("Why it is late"))
            self.why.setSizeAdjustPolicy(_NARROW)
            self.why.setMinimumContentsLength(12)
            self.reason.setPlaceholderText(tr("Why it is late, in words"))
            self.reason.setAccessibleName(tr("Why it is late, in words"))
            self.reason.textChanged.connect(lambda text: self.main.setEnabled(bool(text.strip())))
            self.reason.returnPressed.connect(self.main.click)
            row.addWidget(self.why, 2)
            row.addWidget(self.reason, 3)
        self.main.setText(tr("Hand over"))
        self.main.setAccessibleName(tr("Hand over {number}", number=self.handoff.number))
        self.main.setProperty("main", True)
        self.main.setEnabled(not self._late)
        self.main.clicked.connect(self._hand)
        return row

    def _offer_acknowledging(self) -> QHBoxLayout:
        self.by_whom.setPlaceholderText(tr("Who confirmed it"))
        self.by_whom.setAccessibleName(tr("Who confirmed {number}", number=self.handoff.number))
        self.by_whom.textChanged.connect(lambda text: self.main.setEnabled(bool(text.strip())))
        self.by_whom.returnPressed.connect(self.main.click)
        self.main.setText(tr("Acknowledged"))
        self.main.setAccessibleName(tr("{number} was acknowledged", number=self.handoff.number))
        self.main.setEnabled(False)
        self.main.clicked.connect(self._acknowledged)
        row = QHBoxLayout()
        row.addWidget(self.by_whom, 1)
        row.addWidget(self.main)
        return row

    def _acknowledged(self, *_: object) -> None:
        self.acknowledged.emit(self.handoff.id, self.by_whom.text().strip())

    def _hand(self) -> None:
        code = LateReason(self.why.currentData()) if self._late else LateReason.OTHER
        self.handed.emit(Handing(self.handoff.id, self.reason.text().strip(), code))
