"""A panel at the side for what a dialog box would interrupt."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget


class SidePanel(QFrame):
    """A title and a body; Esc closes it and gives the focus back to where it was.

    Attributes:
        opened: it comes to be shown.
        closed: after it was closed, whatever closed it.
    """

    opened = Signal()
    closed = Signal()

    def __init__(self, title: str, body: QWidget) -> None:
        super().__init__()
        self.setProperty("panel", True)
        self.setAccessibleName(title)
        self.body = body
        self._back_to: QWidget | None = None
        self._title = QLabel(title)
        self._title.setProperty("rank", "large")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(body, 1)
        self.hide()

    def open(self, first: QWidget | None = None) -> None:
        """Shows the panel and puts the focus into `first` (or the body)."""
        window = self.window()
        self._back_to = window.focusWidget() if window is not None else None
        self.opened.emit()
        self.show()
        (first or self.body).setFocus(Qt.FocusReason.OtherFocusReason)

    def close_panel(self) -> None:
        """Hides the panel."""
        if self.isHidden():
            return
        self.hide()
        if self._back_to is not None and self._back_to.isVisible():
            self._back_to.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
            return
        super().keyPressEvent(event)
