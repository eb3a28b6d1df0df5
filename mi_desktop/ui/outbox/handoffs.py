"""Hand-offs on their way: sent is not received until somebody acknowledges it."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mi_desktop.safety import HandOff, HandOffState
from mi_desktop.ui.inquiry.stages import pace
from mi_desktop.ui.labels import PACE_TONES, empty_out
from mi_desktop.ui.records_table import Column, RecordsTable
from mi_desktop.ui.safety.further_steps import state_words
from mi_desktop.ui.safety.handoff_card import HandOffCard
from mi_desktop.ui.states import States
from mi_desktop.ui.words import moment, shown, tr

CARD_WIDTH = 360


class HandOffPanel(QWidget):
    """The list, and the hand-off in hand at its side.

    Attributes:
        opened: the id of the inquiry whose checklist should be shown.
        made: a new card is there to be connected.
    """

    opened = Signal(str)
    made = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._now: datetime | None = None
        self._carded: tuple[HandOff | None, bool] = (None, False)
        self.card: HandOffCard | None = None
        self.table = RecordsTable(tr("Hand-offs on their way"), self._columns(), lambda h: h.id)
        self.states = States(self.table)
        side = QFrame()
        side.setProperty("panel", True)
        side.setFixedWidth(CARD_WIDTH)
        self._side = QVBoxLayout(side)
        self._side.setAlignment(Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 0, 16)
        row.setSpacing(16)
        row.addWidget(self.states, 1)
        row.addWidget(side)
        self.table.opened.connect(lambda handoff: self.opened.emit(handoff.inquiry_id))
        self.table.picked.connect(self._show_card)

    def show_handoffs(self, handoffs: list[HandOff], now: datetime) -> None:
        """Shows those that nobody acknowledged, the earliest due first."""
        self._now = now
        self.table.show_rows(handoffs)
        if handoffs:
            self.states.show_content()
        else:
            self.states.say(
                tr("No hand-off is on its way"),
                tr("Every one was acknowledged by safety or quality."),
            )

    def _show_card(self, handoff: HandOff | None) -> None:
        late = bool(handoff and self._now and self._now > handoff.due)
        if (handoff, late) == self._carded:
            return
        self._carded = (handoff, late)
        empty_out(self._side)
        self.card = HandOffCard(handoff, self._now) if handoff and self._now else None
        if self.card is not None:
            self._side.addWidget(self.card)
            self.made.emit(self.card)

    def _columns(self) -> list[Column]:
        return [
            Column(tr("Number"), lambda h: h.number),
            Column(tr("To"), lambda h: shown(h.kind)),
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
        return PACE_TONES[pace(handoff.due, self._now)]
