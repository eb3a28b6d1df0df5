"""Two words of the sheet, typed from the paper: so that a key in force is on paper."""

import secrets

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from mi_desktop.ui.labels import label
from mi_desktop.ui.words import tr

ASKED = 2


class PaperProof(QWidget):
    """Asks for two words by their numbers.

    Attributes:
        proved: both are right.
    """

    proved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._wanted: tuple[str, ...] = ()
        self.titles = tuple(QLabel() for _ in range(ASKED))
        self.fields = tuple(QLineEdit() for _ in range(ASKED))
        self.button = QPushButton(tr("Put it in force"))
        self.button.setProperty("main", True)
        self.button.clicked.connect(self._prove)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        for title, field in zip(self.titles, self.fields, strict=True):
            form.addRow(title, field)
            field.textChanged.connect(self._allow)
            field.returnPressed.connect(self._prove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            label(
                tr(
                    "Save the sheet, print it, delete the file. Then type two words from the "
                    "paper: from there on this key is in force and older sheets open nothing."
                )
            )
        )
        column.addLayout(form)
        column.addWidget(self.button)
        self.forget()

    def ask(self, words: tuple[str, ...]) -> None:
        """Asks for two of these words."""
        numbers = sorted(secrets.SystemRandom().sample(range(len(words)), ASKED))
        self._wanted = tuple(words[n] for n in numbers)
        for number, title, field in zip(numbers, self.titles, self.fields, strict=True):
            title.setText(tr("Word {number}", number=number + 1))
            field.setAccessibleName(title.text())
            field.clear()
        self._allow()
        self.show()

    def forget(self) -> None:
        """Forgets the words and asks nothing."""
        self._wanted = ()
        for field in self.fields:
            field.clear()
        self.hide()

    def _right(self) -> bool:
        typed = tuple(field.text().strip().casefold() for field in self.fields)
        return bool(self._wanted) and typed == self._wanted

    def _allow(self, *_: object) -> None:
        self.button.setEnabled(self._right())

    def _prove(self) -> None:
        if self._right():
            self.proved.emit()
