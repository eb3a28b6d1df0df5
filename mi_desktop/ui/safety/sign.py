"""What signing states, in words, and the passphrase beside it. Not a dialog box."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from mi_desktop.safety import Assessment, Gate, HandOffKind, forwards
from mi_desktop.ui.desk import Desk
from mi_desktop.ui.labels import label, set_tone
from mi_desktop.ui.signature import SignerName
from mi_desktop.ui.words import moment, shown, tr


class SignPanel(QFrame):
    """States what a signature says; signs with the passphrase.

    Attributes:
        wanted: the passphrase, to sign with.
    """

    wanted = Signal(str)

    def __init__(self, desk: Desk, sign: QAction) -> None:
        super().__init__()
        self._language = desk.language
        self.name = SignerName(desk)
        self.setProperty("bar", "bottom")
        self.statement = label()
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setPlaceholderText(tr("Your passphrase"))
        self.passphrase.setAccessibleName(tr("Your passphrase, to sign the checklist"))
        self.button = QPushButton(sign.text())
        self.button.setProperty("main", True)
        self.button.setToolTip(sign.toolTip())
        self.button.setAccessibleName(sign.text())
        self.problem = label(tone="harm")
        self.problem.hide()
        row = QHBoxLayout()
        row.addWidget(self.name, 1)
        row.addWidget(self.passphrase, 1)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.statement)
        column.addWidget(self.problem)
        column.addLayout(row)
        self.button.clicked.connect(sign.trigger)
        self.passphrase.returnPressed.connect(self.sign)
        self.name.returnPressed.connect(self.sign)

    def show_assessment(self, assessment: Assessment, gate: Gate, may: bool) -> None:
        """Says what a signature would state now, or what was stated."""
        ready = may and all(m.place == "sign" for m in gate.missing)
        signed = assessment.signature is not None and gate.open
        self.statement.setText(self._statement(assessment, ready, may))
        set_tone(self.statement, "accent" if signed else "" if ready else "dim")
        self.name.offer(not signed)
        self.name.setEnabled(ready)
        for widget in (self.passphrase, self.button):
            widget.setVisible(not signed)
            widget.setEnabled(ready)
        if signed:
            self.problem.hide()
            self.passphrase.clear()

    def say_problem(self, words: str) -> None:
        """Why it could not be signed, beside the field."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        self.passphrase.setEnabled(True)
        self.passphrase.selectAll()
        self.passphrase.setFocus()

    def sign(self) -> None:
        """Asks for the signature, or for the passphrase first."""
        if not self.passphrase.isVisible() or not self.passphrase.isEnabled():
            return
        if self.name.problem and (self.passphrase.text() or not self.name.text()):
            self.problem.setText(self.name.problem)
            self.problem.show()
            self.name.ask()
        elif self.passphrase.text():
            self.problem.hide()
            self.passphrase.setEnabled(False)
            self.wanted.emit(self.passphrase.text())
        else:
            self.passphrase.setFocus()

    def _statement(self, assessment: Assessment, ready: bool, may: bool) -> str:
        signature = assessment.signature
        if signature is not None:
            return tr(
                "Signed by {name}, {at} ({zone}): {meaning}.",
                name=signature.full_name,
                at=moment(signature.at),
                zone=signature.zone,
                meaning=signature.meaning,
            )
        if not may:
            return tr("Your role reads the checklist; a specialist or safety signs it.")
        if not ready:
            return tr("You can sign once nothing else is missing.")
        own = assessment.checklist.statement.get(self._language, "")
        return f"{own} {_consequence(assessment)}".strip()


def _consequence(assessment: Assessment) -> str:
    found = forwards(assessment)
    if not found:
        return tr("I identified no adverse event, special situation or complaint.")
    asked = assessment.checklist.question
    about = dict.fromkeys(shown(asked(c).label) for codes in found.values() for c in codes)
    to = {HandOffKind.SAFETY: tr("safety"), HandOffKind.QUALITY: tr("quality")}
    return tr(
        "A hand-off is made to: {departments} ({about}).",
        departments=", ".join(to[kind] for kind in found),
        about=", ".join(about),
    )
