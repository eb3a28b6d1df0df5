"""What must not be missed: stays above the screen until the user closes it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from mi_desktop.ui.desk import Message
from mi_desktop.ui.words import say, tr


class MessageBar(QFrame):
    """The last grave message, with what to do about it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("bar", "grave")
        self.words = QLabel()
        self.words.setWordWrap(True)
        font = self.words.font()
        font.setBold(True)
        self.words.setFont(font)
        self.advice = QLabel()
        self.advice.setWordWrap(True)
        self.close_button = QPushButton(tr("Close"))
        self.close_button.setToolTip(tr("Close the message (Ctrl+Backspace)"))
        self.close_button.clicked.connect(self.hide)
        for label in (self.words, self.advice):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.words)
        column.addWidget(self.advice)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.addLayout(column, 1)
        row.addWidget(self.close_button)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it while the focus is in it."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)

    def show_message(self, message: Message) -> None:
        """Shows it; a screen reader hears it as the bar's name."""
        self.words.setText(say(message.words))
        self.advice.setText(say(message.advice) if message.advice else "")
        self.advice.setVisible(bool(self.advice.text()))
        self.setAccessibleName(f"{self.words.text()} {self.advice.text()}".strip())
        self.show()
