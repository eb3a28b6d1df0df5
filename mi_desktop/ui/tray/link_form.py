"""Linking: which inquiry does the piece belong to? Chosen by number, name or any word."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from mi_desktop.inquiries import InquiryLine, Suggestion
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.words import moment, say, shown, tr

PAUSE_MS = 60
LIMIT = 50


class LinkForm(QWidget):
    """A field and the inquiries that fit; suggestions first while nothing is typed.

    Attributes:
        chosen: the id of the inquiry.
    """

    chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._suggested: Sequence[Suggestion] = ()
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Number, name or any word"))
        self.field.setAccessibleName(tr("Find the inquiry"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Inquiries"))
        self.list.setWordWrap(True)
        self.list.itemActivated.connect(self._choose)
        self.nothing = QLabel(tr("No inquiry fits these words."))
        self.nothing.setProperty("tone", "dim")
        self.nothing.hide()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.field.textEdited.connect(lambda _: self._pause.start())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.field)

    def begin(self, suggested: Sequence[Suggestion]) -> None:
        """Starts again with the suggestions for a piece."""
        self._suggested = tuple(suggested)
        self.field.clear()
        self._ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down and Up walk the list while one types, Return chooses."""
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.list.count():
            row = self.list.currentRow() + (1 if key == Qt.Key.Key_Down else -1)
            self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.list.currentItem():
            self._choose(self.list.currentItem())
        else:
            super().keyPressEvent(event)

    def _ask(self) -> None:
        text = self.field.text().strip()
        inquiries = self._desk.services.inquiries
        self._desk.tasks.records(
            lambda: inquiries.inquiries(text, limit=LIMIT), lambda found: self._show(text, found)
        )

    def _show(self, text: str, found: Sequence[InquiryLine]) -> None:
        if text != self.field.text().strip():
            return
        self.list.clear()
        suggested = {} if text else {s.inquiry_id: s for s in self._suggested}
        for hit in suggested.values():
            self._add(hit.inquiry_id, f"{hit.number}\n{say(hit.why)}")
        for line in found:
            if line.id not in suggested:
                detail = " · ".join(x for x in (line.requester, line.question) if x)
                state = f"{shown(line.status)}, {moment(line.received_at)}"
                self._add(line.id, f"{line.number}  ({state})\n{detail}")
        self.nothing.setVisible(self.list.count() == 0)
        self.list.setCurrentRow(0)

    def _add(self, inquiry_id: str, text: str) -> None:
        item = QListWidgetItem(text)
        item.setData(Qt.ItemDataRole.UserRole, inquiry_id)
        self.list.addItem(item)

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
