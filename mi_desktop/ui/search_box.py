"""Search everything: results as one types, opened with Return."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout

from mi_desktop.basics.words import Words, words
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.icons import icon
from mi_desktop.ui.words import say, tr

if TYPE_CHECKING:
    from mi_desktop.inquiries import Found

PAUSE_MS = 60  # one question for a quickly typed word, not one a letter
LIMIT = 30
KINDS = {
    "mail": ("envelope", words("Mail")),
    "inquiry": ("chat-text", words("Inquiry")),
    "letter": ("file-text", words("Letter")),
    "standard": ("books", words("Standard response")),
}


class SearchBox(QLineEdit):
    """The field in the top bar, with its results under it."""

    def __init__(self, desk: Desk, kinds: Sequence[str]) -> None:
        super().__init__()
        self._desk = desk
        self._kinds = tuple(kinds)
        self.setPlaceholderText(tr("Search everything (Ctrl+F)"))
        self.setAccessibleName(tr("Search everything"))
        self.setClearButtonEnabled(True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.textEdited.connect(lambda _: self._pause.start())
        self.results = QListWidget()
        self.results.setAccessibleName(tr("Search results"))
        self.results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.results.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.results.itemActivated.connect(self._open)
        self.results.itemClicked.connect(self._open)
        self.nothing = QLabel(tr("Nothing holds these words."))
        self.nothing.setProperty("tone", "dim")
        self._popup: QFrame | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down and Up walk the results, Return opens, Esc closes."""
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.results.count():
            row = self.results.currentRow() + (1 if key == Qt.Key.Key_Down else -1)
            self.results.setCurrentRow(max(0, min(row, self.results.count() - 1)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.results.currentItem():
            self._open(self.results.currentItem())
        elif key == Qt.Key.Key_Escape:
            self.close_results()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Closes the results when the window behind them is left or moved."""
        if event.type() in {QEvent.Type.WindowDeactivate, QEvent.Type.Move, QEvent.Type.Resize}:
            self.close_results()
        return super().eventFilter(watched, event)

    def close_results(self) -> None:
        """Hides the results."""
        if self._popup is not None:
            self._popup.hide()

    def _ask(self) -> None:
        text = self.text().strip()
        if not text:
            self.close_results()
            return
        search = self._desk.services.inquiries.search
        self._desk.tasks.records(
            lambda: search(text, self._kinds, LIMIT), lambda found: self._show(text, found)
        )

    def _show(self, text: str, found: "Sequence[Found]") -> None:
        if text != self.text().strip():
            return
        popup = self._popup or self._make_popup()
        self.results.clear()
        for hit in found:
            self.results.addItem(self._item(hit))
        self.results.setVisible(bool(found))
        self.nothing.setVisible(not found)
        if found:
            self.results.setCurrentRow(0)
        self._place(popup, len(found))

    def _item(self, hit: "Found") -> QListWidgetItem:
        icon_name, kind = KINDS.get(hit.kind, ("file", Words(hit.kind)))
        snippet = " ".join(hit.snippet.split())
        item = QListWidgetItem(icon(icon_name), f"{hit.title}\n{snippet}")
        item.setData(Qt.ItemDataRole.UserRole, (hit.kind, hit.ref))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{say(kind)}: {hit.title}. {snippet}")
        item.setToolTip(say(kind))
        return item

    def _place(self, popup: QFrame, rows: int) -> None:
        height = min(rows * 42 + 16, 480) if rows else 48
        below = self.mapTo(self.window(), QPoint(0, self.height() + 4))
        popup.setGeometry(below.x(), below.y(), max(self.width(), 560), height)
        popup.raise_()
        popup.show()

    def _make_popup(self) -> QFrame:
        popup = QFrame(self.window())
        popup.setProperty("popup", True)
        column = QVBoxLayout(popup)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.results)
        column.addWidget(self.nothing)
        self.window().installEventFilter(self)
        self._popup = popup
        return popup

    def focusOutEvent(self, event: object) -> None:
        """Leaving the field closes the results."""
        self.close_results()
        super().focusOutEvent(event)  # type: ignore[arg-type]

    def _open(self, item: QListWidgetItem) -> None:
        kind, ref = item.data(Qt.ItemDataRole.UserRole)
        self.close_results()
        self.clear()
        self._desk.open(kind, ref)
