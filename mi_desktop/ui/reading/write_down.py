"""The field where a person writes down what the machine could not read."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QWidget

from mi_desktop.ui.words import tr

HEIGHT = 66  # px: three lines


class WriteDown(QWidget):
    """Opens on demand; keeps what was typed until it is saved or given up.

    Attributes:
        text: the field.
    """

    def __init__(self, save: QPushButton) -> None:
        super().__init__()
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(tr("What you read on the page"))
        self.text.setPlaceholderText(tr("What you read there, line by line"))
        self.text.setFixedHeight(HEIGHT)
        self.text.setTabChangesFocus(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.text, 1)
        row.addWidget(save, 0, Qt.AlignmentFlag.AlignBottom)
        self.hide()

    def open(self) -> None:
        """Takes the keyboard."""
        self.show()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_empty(self) -> None:
        """Gives up what was typed."""
        self.text.clear()
        self.hide()
