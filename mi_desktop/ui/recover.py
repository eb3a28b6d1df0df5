"""The other door: the words of the recovery key, for the day when nobody can sign in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mi_desktop.basics.errors import WorldError
from mi_desktop.ui.words import say, tr

WIDTH = 480
WORDS_HEIGHT = 88


class Recover(QWidget):
    """Asks for the 24 words, a user and a new passphrase; opening is somebody else's work.

    Attributes:
        given: the words, the user name, the new passphrase.
        back: to the usual door.
    """

    given = Signal(str, str, str)
    back = Signal()

    def __init__(self, office: str) -> None:
        super().__init__()
        self.words = QPlainTextEdit()
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(WORDS_HEIGHT)
        self.name = QLineEdit()
        self.passphrases = (QLineEdit(), QLineEdit())
        self.problem = QLabel()
        self.problem.setProperty("tone", "harm")
        self.problem.setWordWrap(True)
        self.button = QPushButton(tr("Open the office"))
        self.button.setProperty("main", True)
        self.leave = QPushButton(tr("Back (Esc)"))
        self.leave.setShortcut("Esc")
        self.leave.setProperty("flat", True)
        self._lay_out(office)
        self.button.clicked.connect(self._give)
        self.leave.clicked.connect(self.back)
        self.passphrases[1].returnPressed.connect(self._give)
        self.setFocusProxy(self.words)

    def show_failure(self, error: WorldError) -> None:
        """Says why it did not open; what was typed stays."""
        self._set_busy(False)
        self.problem.setText(f"{say(error.words)} {say(error.advice)}")
        self.problem.setAccessibleName(self.problem.text())
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        words, name = self.words.toPlainText().strip(), self.name.text().strip()
        first, second = (field.text() for field in self.passphrases)
        if not (words and name and first):
            self.problem.setText(tr("Fill in every field."))
        elif first != second:
            self.problem.setText(tr("The two differ."))
        else:
            self.problem.clear()
            self._set_busy(True)
            self.given.emit(words, name, first)

    def _set_busy(self, busy: bool) -> None:
        for field in (self.words, self.name, *self.passphrases, self.button):
            field.setEnabled(not busy)

    def _lay_out(self, office: str) -> None:
        title = QLabel(office)
        title.setProperty("rank", "title")
        what = QLabel(
            tr(
                "The words of the recovery key open the office and give one user a new "
                "passphrase. That it was done stands in the audit trail."
            )
        )
        what.setWordWrap(True)
        what.setProperty("tone", "dim")
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setVerticalSpacing(8)
        rows: tuple[tuple[str, QWidget], ...] = (
            (tr("User name"), self.name),
            (tr("New passphrase"), self.passphrases[0]),
            (tr("Once more"), self.passphrases[1]),
        )
        for words, field in rows:
            field.setAccessibleName(words)
            form.addRow(words, field)
        self.words.setAccessibleName(tr("The 24 words"))
        for secret in self.passphrases:
            secret.setEchoMode(QLineEdit.EchoMode.Password)
        card = QFrame()
        card.setFixedWidth(WIDTH)
        column = QVBoxLayout(card)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(what)
        column.addSpacing(8)
        column.addWidget(QLabel(tr("The 24 words")))
        column.addWidget(self.words)
        column.addLayout(form)
        column.addWidget(self.problem)
        buttons = QHBoxLayout()
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        buttons.addWidget(self.button)
        column.addLayout(buttons)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addWidget(card, alignment=Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)
