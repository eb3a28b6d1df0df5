"""What the strips under a page have in common: actions on keys, buttons for them, Esc."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QPushButton

from mi_desktop.intake import PageRef
from mi_desktop.ui.desk import Desk


class Strip(QFrame):
    """Opens for a page; Esc or its button closes it.

    Attributes:
        closed: the strip was closed.
        ref: the page in hand, None while it is closed.
    """

    closed = Signal()

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__()
        self.desk = desk
        self.ref: PageRef | None = None
        self.setProperty("panel", True)
        self.setAccessibleName(title)
        self.hide()

    def close_strip(self) -> None:
        """Closes it; what was done is kept already."""
        if self.ref is not None:
            self.ref = None
            self.let_go()
            self.hide()
            self.closed.emit()

    def let_go(self) -> None:
        """Forgets what was in hand; called before the strip closes."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_strip()
            return
        super().keyPressEvent(event)

    def act(self, text: str, keys: str, call: Callable[[], object]) -> QAction:
        """An action on its keys anywhere in the strip; its tooltip names them."""
        action = QAction(text, self)
        if keys:
            action.setShortcut(QKeySequence(keys))
            shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{text} ({shown})")
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda *_: call())
        self.addAction(action)
        return action

    def button(self, action: QAction) -> QPushButton:
        """A push button for an action."""
        button = QPushButton(action.text())
        button.setToolTip(action.toolTip())
        button.setAccessibleName(action.text())
        button.setEnabled(action.isEnabled())
        button.clicked.connect(action.trigger)
        action.enabledChanged.connect(button.setEnabled)
        return button
