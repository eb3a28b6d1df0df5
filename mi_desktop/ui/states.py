"""Words instead of an empty space: nothing here, busy, offline, failed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget


class States(QStackedWidget):
    """Shows its content, or words about why there is none.

    `states.say(title, hint)` shows words, `states.show_content()` the widget.
    """

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.content = content
        self._title = QLabel()
        self._title.setProperty("rank", "large")
        self._hint = QLabel()
        self._hint.setProperty("tone", "dim")
        self._button = QPushButton()
        self._action: QAction | None = None
        self._button.clicked.connect(self._pressed)
        page = QWidget()
        column = QVBoxLayout(page)
        column.addStretch(2)
        for label in (self._title, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addSpacing(8)
        column.addWidget(self._button, alignment=Qt.AlignmentFlag.AlignCenter)
        column.addStretch(3)
        self._words = page
        self.addWidget(content)
        self.addWidget(page)

    def say(self, title: str, hint: str = "", action: QAction | None = None) -> None:
        """Shows words, and a button for what the user can do about it."""
        self._title.setText(title)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._action = action
        self._button.setVisible(action is not None)
        if action is not None:
            self._button.setText(action.text())
            self._button.setToolTip(action.toolTip())
        self._words.setAccessibleName(f"{title} {hint}".strip())
        self.setCurrentWidget(self._words)

    def show_content(self) -> None:
        """Shows the widget."""
        self.setCurrentWidget(self.content)

    def words(self) -> str:
        """The words shown, "" where the content is."""
        return "" if self.currentWidget() is self.content else self._words.accessibleName()

    def _pressed(self) -> None:
        if self._action is not None:
            self._action.trigger()
