"""The door: a name and a passphrase."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mi_desktop.basics.errors import WorldError
from mi_desktop.basics.words import Words
from mi_desktop.ui.words import say, tr

WIDTH = 400


class SignIn(QWidget):
    """Asks who is there; opening the office is somebody else's work.

    Attributes:
        entered: name and passphrase that were typed.
    """

    entered = Signal(str, str)

    def __init__(self, office: str, name: str = "") -> None:
        super().__init__()
        self.name = QLineEdit(name)
        self.name.setAccessibleName(tr("User name"))
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setAccessibleName(tr("Passphrase"))
        self.problem = QLabel()
        self.problem.setProperty("tone", "harm")
        self.problem.setWordWrap(True)
        self.hint = QLabel()
        self.hint.setProperty("tone", "dim")
        self.hint.setWordWrap(True)
        self.button = QPushButton(tr("Sign in"))
        self.button.setProperty("main", True)
        self.lost = QPushButton(tr("Nobody can sign in?"))
        self.lost.setProperty("flat", True)
        self.lost.setToolTip(tr("Open the office with its recovery key"))
        self.lost.hide()
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("The office is being opened."))
        self._lay_out(office)
        self.button.clicked.connect(self._enter)
        self.name.returnPressed.connect(self.passphrase.setFocus)
        self.passphrase.returnPressed.connect(self._enter)
        self._set_busy(False)
        self.setFocusProxy(self.passphrase if name else self.name)

    def show_failure(self, error: WorldError) -> None:
        """Says why it did not open; the name stays, the passphrase goes."""
        self.show_words(error.words, error.advice)

    def show_words(self, what: Words, advice: Words) -> None:
        """Says what happened and what to do, and lets the user type again."""
        self._set_busy(False)
        self.problem.setText(f"{say(what)} {say(advice)}")
        self.problem.setAccessibleName(self.problem.text())
        self.passphrase.clear()
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_hint(self, what: Words) -> None:
        """Says why the user has to type, which is nobody's fault."""
        self._set_busy(False)
        self.hint.setText(say(what))

    def wait(self) -> None:
        """Shows that the office is being opened."""
        self._set_busy(True)

    def ready(self) -> None:
        """Lets the user type."""
        self._set_busy(False)

    def _enter(self) -> None:
        if not self.name.text().strip() or not self.passphrase.text():
            self.problem.setText(tr("Type your user name and your passphrase."))
            return
        self.problem.clear()
        self._set_busy(True)
        self.entered.emit(self.name.text().strip(), self.passphrase.text())

    def _set_busy(self, busy: bool) -> None:
        for field in (self.name, self.passphrase, self.button, self.lost):
            field.setEnabled(not busy)
        if not busy:
            (self.passphrase if self.name.text() else self.name).setFocus()
        kept = self.bar.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.bar.setSizePolicy(kept)
        self.bar.setVisible(busy)

    def _lay_out(self, office: str) -> None:
        title = QLabel("MI Desktop")
        title.setProperty("rank", "title")
        where = QLabel(office)
        where.setProperty("tone", "dim")
        self.form = form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setVerticalSpacing(8)
        form.addRow(tr("User name"), self.name)
        form.addRow(tr("Passphrase"), self.passphrase)
        card = QFrame()
        card.setFixedWidth(WIDTH)
        self.card = column = QVBoxLayout(card)
        column.setContentsMargins(32, 32, 32, 32)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(where)
        column.addWidget(self.hint)
        column.addSpacing(16)
        column.addLayout(form)
        column.addWidget(self.problem)
        column.addSpacing(8)
        column.addWidget(self.button)
        column.addWidget(self.bar)
        column.addWidget(self.lost, alignment=Qt.AlignmentFlag.AlignHCenter)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addWidget(card, alignment=Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)
